/* casing.c - what letter case says of the words of one document.
**
** Two passes over the sentences: the first finds where a capital says nothing
** and counts how each word is written, the second tells each token so. */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/error.h"
#include "base/intern.h"
#include "doc/doc_private.h"
#include "match/vocabulary.h"

/* ---- Words that differ in case alone ---- */

/* How often the document at hand has the words of a family. */
typedef struct family_count {
  uint32_t document; /* another one: nothing is counted yet */
  uint32_t small, inside;
} family_count;

struct gloss_families {
  gloss_intern forms;  /* folded forms; a number is a family */
  uint32_t *of_word;
  size_t known, room;  /* words whose family is known */
  family_count *counts; /* by family */
  size_t count_room;
  uint32_t document;   /* the number of the document at hand */
};

void gloss_families_free(gloss_families *f) {
  if (f == NULL) return;
  gloss_intern_free(&f->forms);
  free(f->of_word);
  free(f->counts);
  free(f);
}

/* The families of all words that the vocabulary has by now. NULL: no memory. */
static gloss_families *families_of(gloss_vocabulary *v) {
  gloss_families *f = v->families;
  size_t before;
  if (f == NULL) f = v->families = calloc(1, sizeof *f);
  if (f == NULL || !gloss_array_reserve(f->of_word, f->room, v->count))
    return NULL;
  for (; f->known < v->count; f->known++) {
    const gloss_vocabulary_word *word = &v->words[f->known];
    uint32_t family = gloss_intern_add(&f->forms, word->folded,
                                       word->folded_len);
    if (family == GLOSS_NOT_INTERNED) return NULL;
    f->of_word[f->known] = family;
  }
  before = f->count_room;
  if (!gloss_array_reserve(f->counts, f->count_room, f->forms.count))
    return NULL;
  memset(f->counts + before, 0, (f->count_room - before) * sizeof *f->counts);
  if (++f->document == 0) { /* after 2^32 documents old numbers come back */
    memset(f->counts, 0, f->count_room * sizeof *f->counts);
    f->document = 1;
  }
  return f;
}

static family_count *count_of(gloss_families *f, uint32_t word) {
  family_count *count = &f->counts[f->of_word[word]];
  if (count->document != f->document)
    *count = (family_count){ .document = f->document };
  return count;
}

/* ---- One sentence ---- */

typedef struct pass {
  const gloss_doc *doc;
  const gloss_casing *how;
  gloss_families *families;
  uint64_t *tags;
  uint64_t opens, heading, small, inside, rather_small; /* the bits it sets */
} pass;

static bool is_break(char c) { return c == '\n' || c == '\r'; }

/* Does it stand on lines of its own? */
static bool stands_alone(const gloss_doc *doc, const gloss_sentence *s) {
  size_t at = s->end;
  if (s->start > 0 && !is_break(doc->text[s->start - 1])) return false;
  while (at < doc->len && (doc->text[at] == ' ' || doc->text[at] == '\t'))
    at++;
  return at == doc->len || is_break(doc->text[at]);
}

/* Do so many words of more than `len` bytes have the bits, or lack them? */
static void count_words(const pass *p, size_t from, size_t to, uint32_t len,
                        uint64_t bits, size_t *with, size_t *without) {
  *with = *without = 0;
  for (size_t i = from; i < to; i++) {
    const gloss_token_list *t = p->doc->tokens;
    if (t->kinds[i] != GLOSS_WORD || t->ends[i] - t->starts[i] <= len) continue;
    if (p->tags[i] & bits) ++*with;
    else ++*without;
  }
}

/* A line of which most words have a capital, small ones left aside. */
static bool is_heading(const pass *p, const gloss_sentence *s, size_t from,
                       size_t to) {
  size_t capitals, others;
  const gloss_token_list *t = p->doc->tokens;
  char last = p->doc->text[t->starts[to - 1]];
  if (!stands_alone(p->doc, s)) return false;
  if (t->ends[to - 1] - t->starts[to - 1] == 1 &&
      (last == '.' || last == '!' || last == ',' || last == ';'))
    return false;
  count_words(p, from, to, 3, p->how->capital, &capitals, &others);
  return capitals >= 3 * others && capitals + others >= 3;
}

static bool is_all_capitals(const pass *p, size_t from, size_t to) {
  size_t capitals, others;
  count_words(p, from, to, 1, p->how->small, &others, &capitals);
  return capitals > 3 && capitals > 2 * others;
}

static void count_word(const pass *p, size_t i, bool opens) {
  uint32_t word = p->doc->words[i];
  if (word == 0) return; /* too long to be counted */
  if ((p->tags[i] & p->how->capital) == 0) count_of(p->families, word)->small++;
  else if (!opens) count_of(p->families, word)->inside++;
}

/* Marks where a capital says nothing (what begins the sentence or follows an
** opening mark, and all of a heading), and counts how the words are written. */
static void read_tokens(const pass *p, const gloss_sentence *s, size_t from,
                        size_t to) {
  bool heading = is_heading(p, s, from, to) || is_all_capitals(p, from, to);
  bool opens = true;
  for (size_t i = from; i < to; i++) {
    if (heading) p->tags[i] |= p->heading | p->opens;
    else if (opens) p->tags[i] |= p->opens;
    if (p->doc->tokens->kinds[i] == GLOSS_WORD) {
      count_word(p, i, opens || heading);
      opens = false;
    } else if (p->tags[i] & p->how->opening) {
      opens = true;
    }
  }
}

/* Tells the words with a capital how their like are written. */
static void mark_words(const pass *p, size_t from, size_t to) {
  for (size_t i = from; i < to; i++) {
    const family_count *count;
    if ((p->tags[i] & p->how->capital) == 0 || p->doc->words[i] == 0) continue;
    count = count_of(p->families, p->doc->words[i]);
    if (count->small > 0) p->tags[i] |= p->small;
    if (count->inside > 0) p->tags[i] |= p->inside;
    if (3 * (uint64_t)count->small > count->inside)
      p->tags[i] |= p->rather_small;
  }
}

/* ---- A document ---- */

/* The tokens of a sentence, looked for from `*to` on. false: it has none, or is
** masked (masks end sentences). */
static bool find_tokens(const pass *p, const gloss_sentence *s, size_t *from,
                        size_t *to) {
  const gloss_token_list *t = p->doc->tokens;
  *from = *to;
  while (*from < t->count && t->ends[*from] <= s->start) ++*from;
  *to = *from;
  while (*to < t->count && t->starts[*to] < s->end) ++*to;
  return *from < *to && !gloss_doc_masked(p->doc, s->start, s->end);
}

static void read_sentences(const pass *p, const gloss_sentence *sentences,
                           size_t count) {
  size_t from, to = 0;
  for (size_t s = 0; s < count; s++)
    if (find_tokens(p, &sentences[s], &from, &to))
      read_tokens(p, &sentences[s], from, to);
  to = 0;
  for (size_t s = 0; s < count; s++)
    if (find_tokens(p, &sentences[s], &from, &to)) mark_words(p, from, to);
}

bool gloss_doc_casing(gloss_doc *doc, const gloss_casing *how, uint64_t *tags,
                      gloss_error *err) {
  gloss_word_numbers numbers;
  size_t count;
  const gloss_sentence *sentences = gloss_doc_sentences(doc, &count, err);
  pass p = { .doc = doc, .how = how, .tags = tags };
  if (how->bit + GLOSS_CASING_BITS > 64)
    return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "no room for the bits");
  if (sentences == NULL || !gloss_doc_words(doc, &numbers, err)) return false;
  p.families = families_of(doc->vocabulary);
  if (p.families == NULL) return gloss_no_memory(err);
  p.opens = UINT64_C(1) << how->bit;
  p.heading = p.opens << 1;
  p.small = p.opens << 2;
  p.inside = p.opens << 3;
  p.rather_small = p.opens << 4;
  read_sentences(&p, sentences, count);
  return true;
}

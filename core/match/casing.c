/* casing.c - what letter case says of the words of one document.
**
** The first pass over the sentences finds where a capital says nothing, and
** lists the words with a capital; the second counts how often these stand in
** small letters; the third tells each of them so. Words that never have a
** capital here, the most of them, are looked at in a set of bits alone. */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/error.h"
#include "base/intern.h"
#include "doc/doc_private.h"
#include "match/vocabulary.h"

/* ---- Words that differ in case alone ---- */

/* What is known of a word. A family is named by the first of its words that was
** met, whose record has what is known of it. */
typedef struct word_record {
  uint32_t family;        /* that word */
  uint32_t next;          /* another word of it; 0: no more */
  /* Of a family: */
  uint32_t document;      /* another one: nothing is counted yet */
  uint32_t small, inside; /* how often the document has them */
} word_record;

/* The tokens from `from` to before `to`. */
typedef struct stretch {
  size_t from, to;
} stretch;

struct gloss_families {
  gloss_intern forms;    /* folded forms */
  uint32_t *of_form;     /* the family of each */
  word_record *words;
  size_t known;          /* words whose family is known */
  /* Of the document at hand: */
  uint32_t document;     /* its number */
  uint64_t *wanted;      /* by word: a bit where its family has a capital */
  uint32_t *listed;      /* these families */
  uint32_t *capitals;    /* tokens with a capital */
  stretch *read;         /* tokens of sentences that are not masked */
  size_t form_room, word_room, wanted_room, listed_room, listed_count,
      capital_room, capital_count, read_room, read_count;
};

void gloss_families_free(gloss_families *f) {
  if (f == NULL) return;
  gloss_intern_free(&f->forms);
  free(f->of_form);
  free(f->words);
  free(f->wanted);
  free(f->listed);
  free(f->capitals);
  free(f->read);
  free(f);
}

/* Adds a word of the vocabulary to its family. */
static bool add_word(gloss_families *f, const gloss_vocabulary *v,
                     uint32_t word) {
  const gloss_vocabulary_word *w = &v->words[word];
  size_t before = f->forms.count;
  uint32_t form, family;
  if (!gloss_array_reserve(f->of_form, f->form_room, before + 1)) return false;
  form = gloss_intern_add(&f->forms, w->folded, w->folded_len);
  if (form == GLOSS_NOT_INTERNED) return false;
  if (f->forms.count > before) f->of_form[form] = word;
  family = f->of_form[form];
  f->words[word] = (word_record){ .family = family };
  if (family == word) return true;
  f->words[word].next = f->words[family].next;
  f->words[family].next = word;
  return true;
}

/* Room for a bit for each of `count` words; new bits are 0. */
static bool widen_wanted(gloss_families *f, size_t count) {
  size_t before = f->wanted_room;
  if (!gloss_array_reserve(f->wanted, f->wanted_room, count / 64 + 1))
    return false;
  memset(f->wanted + before, 0, (f->wanted_room - before) * sizeof *f->wanted);
  return true;
}

/* The families of all words that the vocabulary has by now, for a document of
** so many tokens. NULL: no memory. */
static gloss_families *families_of(gloss_vocabulary *v, size_t tokens) {
  gloss_families *f = v->families;
  if (f == NULL) f = v->families = calloc(1, sizeof *f);
  if (f == NULL || !gloss_array_reserve(f->words, f->word_room, v->count) ||
      !widen_wanted(f, v->count) ||
      !gloss_array_reserve(f->capitals, f->capital_room, tokens) ||
      !gloss_array_reserve(f->listed, f->listed_room, tokens))
    return NULL;
  if (f->known == 0) f->known = 1; /* word 0 is none */
  for (; f->known < v->count; f->known++)
    if (!add_word(f, v, (uint32_t)f->known)) return NULL;
  if (++f->document == 0) { /* after 2^32 documents old numbers come back */
    for (size_t i = 1; i < f->known; i++) f->words[i].document = 0;
    f->document = 1;
  }
  f->listed_count = f->capital_count = f->read_count = 0;
  return f;
}

/* Sets or clears the bits of the words of a family. */
static void want(gloss_families *f, uint32_t family, bool wanted) {
  for (uint32_t w = family; w != 0; w = f->words[w].next) {
    uint64_t bit = UINT64_C(1) << w % 64;
    if (wanted) f->wanted[w / 64] |= bit;
    else f->wanted[w / 64] &= ~bit;
  }
}

/* The family of a word that has a capital in the document. */
static word_record *family_of(gloss_families *f, uint32_t word) {
  uint32_t family = f->words[word].family;
  word_record *record = &f->words[family];
  if (record->document == f->document) return record;
  record->document = f->document;
  record->small = record->inside = 0;
  if (record->next == 0) return record; /* it is always written so */
  want(f, family, true);
  f->listed[f->listed_count++] = family;
  return record;
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

/* A line of which three words of four have a capital, small ones (of up to three
** bytes) left aside. */
static bool is_heading(const pass *p, const gloss_sentence *s, size_t from,
                       size_t to) {
  size_t capitals = 0, others = 0;
  const gloss_token_list *t = p->doc->tokens;
  char last = p->doc->text[t->starts[to - 1]];
  if (!stands_alone(p->doc, s)) return false;
  if (t->ends[to - 1] - t->starts[to - 1] == 1 &&
      (last == '.' || last == '!' || last == ',' || last == ';'))
    return false;
  for (size_t i = from; i < to; i++) {
    if (t->kinds[i] != GLOSS_WORD || t->ends[i] - t->starts[i] <= 3) continue;
    if (p->tags[i] & p->how->capital) capitals++;
    else others++;
  }
  return capitals >= 3 * others && capitals + others >= 3;
}

/* More than two words of three have no small letter. Most sentences show early
** that this cannot be. */
static bool is_all_capitals(const pass *p, size_t from, size_t to) {
  const gloss_token_list *t = p->doc->tokens;
  size_t capitals = 0, others = 0;
  for (size_t i = from; i < to && 3 * others < to - from; i++) {
    if (t->kinds[i] != GLOSS_WORD || t->ends[i] - t->starts[i] <= 1) continue;
    if (p->tags[i] & p->how->small) others++;
    else capitals++;
  }
  return capitals > 3 && capitals > 2 * others;
}

/* Lists a token with a capital, which may say something (`inside`). */
static void list_capital(const pass *p, size_t i, bool inside) {
  gloss_families *f = p->families;
  uint32_t word = p->doc->words[i];
  if (word == 0) return; /* too long to be counted */
  f->capitals[f->capital_count++] = (uint32_t)i;
  family_of(f, word)->inside += inside;
}

/* Marks where a capital says nothing (what begins the sentence or follows an
** opening mark, and all of a heading). */
static void read_tokens(const pass *p, const gloss_sentence *s, size_t from,
                        size_t to) {
  const uint8_t *kinds = p->doc->tokens->kinds;
  const uint64_t special = p->how->capital | p->how->opening;
  bool heading = is_heading(p, s, from, to) || is_all_capitals(p, from, to);
  bool opens = true;
  for (size_t i = from; i < to; i++) {
    bool is_word;
    if (!opens && !heading && (p->tags[i] & special) == 0) continue;
    is_word = kinds[i] == GLOSS_WORD;
    if (p->tags[i] & p->how->capital)
      list_capital(p, i, is_word && !opens && !heading);
    if (heading) p->tags[i] |= p->heading | p->opens;
    else if (opens) p->tags[i] |= p->opens;
    if (is_word) opens = false;
    else if (p->tags[i] & p->how->opening) opens = true;
  }
}

/* Is it written small more than a third as often as with a capital? */
static bool is_rather_small(const word_record *family) {
  return 3 * (uint64_t)family->small > family->inside;
}

/* Counts the words in small letters whose like have a capital, too, until they
** are enough. */
static void count_small(const pass *p, stretch read) {
  const uint32_t *words = p->doc->words;
  const uint64_t *wanted = p->families->wanted;
  for (size_t i = read.from; i < read.to; i++) {
    uint32_t word = words[i];
    word_record *family;
    if ((wanted[word / 64] >> word % 64 & 1) == 0 ||
        (p->tags[i] & p->how->capital) != 0 ||
        p->doc->tokens->kinds[i] != GLOSS_WORD)
      continue;
    family = &p->families->words[p->families->words[word].family];
    family->small++;
    if (is_rather_small(family))
      p->families->wanted[word / 64] &= ~(UINT64_C(1) << word % 64);
  }
}

/* Tells a word with a capital how its like are written. */
static void mark_word(const pass *p, uint32_t i) {
  const word_record *words = p->families->words;
  const word_record *family = &words[words[p->doc->words[i]].family];
  if (family->small > 0) p->tags[i] |= p->small;
  if (family->inside > 0) p->tags[i] |= p->inside;
  if (is_rather_small(family)) p->tags[i] |= p->rather_small;
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

/* Asks for the records of words with a capital, so that they are near when they
** are looked at. */
static void fetch_words(const pass *p) {
  for (size_t i = 0; i < p->doc->tokens->count; i++)
    if (p->tags[i] & p->how->capital)
      __builtin_prefetch(&p->families->words[p->doc->words[i]]);
}

/* false: no memory. */
static bool read_sentences(const pass *p, const gloss_sentence *sentences,
                           size_t count) {
  gloss_families *f = p->families;
  size_t from, to = 0;
  for (size_t s = 0; s < count; s++) {
    if (!find_tokens(p, &sentences[s], &from, &to)) continue;
    if (f->read_count > 0 && f->read[f->read_count - 1].to == from) {
      f->read[f->read_count - 1].to = to;
    } else {
      if (!gloss_array_reserve(f->read, f->read_room, f->read_count + 1))
        return false;
      f->read[f->read_count++] = (stretch){ from, to };
    }
    read_tokens(p, &sentences[s], from, to);
  }
  return true;
}

static void read_words(const pass *p) {
  gloss_families *f = p->families;
  for (size_t i = 0; i < f->read_count; i++) count_small(p, f->read[i]);
  for (size_t i = 0; i < f->capital_count; i++) mark_word(p, f->capitals[i]);
}

/* The bits of words are 0 again for the next document: all at once, where they
** are few beside the families. */
static void forget_words(gloss_families *f) {
  size_t words = f->known / 64 + 1;
  if (words / 16 < f->listed_count) {
    memset(f->wanted, 0, words * sizeof *f->wanted);
    return;
  }
  for (size_t i = 0; i < f->listed_count; i++)
    want(f, f->listed[i], false);
}

bool gloss_doc_casing(gloss_doc *doc, const gloss_casing *how, uint64_t *tags,
                      gloss_error *err) {
  gloss_word_numbers numbers;
  size_t count;
  bool ok;
  const gloss_sentence *sentences = gloss_doc_sentences(doc, &count, err);
  pass p = { .doc = doc, .how = how, .tags = tags };
  if (how->bit + GLOSS_CASING_BITS > 64)
    return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "no room for the bits");
  if (sentences == NULL || !gloss_doc_words(doc, &numbers, err)) return false;
  p.families = families_of(doc->vocabulary, doc->tokens->count);
  if (p.families == NULL) return gloss_no_memory(err);
  p.opens = UINT64_C(1) << how->bit;
  p.heading = p.opens << 1;
  p.small = p.opens << 2;
  p.inside = p.opens << 3;
  p.rather_small = p.opens << 4;
  fetch_words(&p);
  ok = read_sentences(&p, sentences, count);
  if (ok) read_words(&p);
  forget_words(p.families);
  return ok || gloss_no_memory(err);
}

/* classes.c - words that fulfil the same tests are one class. */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/error.h"
#include "match/matcher.h"
#include "unicode/fold.h"

bool gloss_classes_start(gloss_classes *c, const gloss_patterns *set) {
  c->set = set;
  return gloss_token_scratch_start(&c->scratch, &set->tests);
}

void gloss_classes_free(gloss_classes *c) {
  gloss_token_scratch_free(&c->scratch);
  gloss_vocabulary_release(c->vocabulary);
  gloss_intern_free(&c->found);
  free(c->by_word);
  free(c->look);
  free(c->edges);
}

/* ---- A document's words ---- */

/* The vocabulary for a new document, held for it. */
static gloss_vocabulary *vocabulary_of(gloss_workspace *w) {
  if (w->vocabulary != NULL && gloss_vocabulary_is_full(w->vocabulary)) {
    gloss_vocabulary_release(w->vocabulary);
    w->vocabulary = NULL;
  }
  if (w->vocabulary == NULL) {
    w->vocabulary = gloss_vocabulary_new();
    if (w->vocabulary != NULL) w->vocabulary->epoch = ++w->vocabularies;
  }
  return w->vocabulary != NULL ? gloss_vocabulary_hold(w->vocabulary) : NULL;
}

static bool number_words(gloss_doc *doc) {
  uint32_t *words;
  if (doc->words != NULL) return true;
  if (doc->vocabulary == NULL) doc->vocabulary = vocabulary_of(doc->workspace);
  words = gloss_arena_raw(doc->arena,
                          (doc->tokens->count + 1) * sizeof *words);
  doc->present = gloss_arena_alloc(doc->arena, GLOSS_PRESENT_BITS / 8);
  if (doc->vocabulary == NULL || words == NULL || doc->present == NULL ||
      !gloss_vocabulary_read(doc->vocabulary, doc->text, doc->len,
                             doc->tokens, words))
    return false;
  gloss_words_note(words, doc->tokens->count, doc->present);
  doc->words = words;
  return true;
}

bool gloss_doc_words(gloss_doc *doc, gloss_word_numbers *out,
                     gloss_error *err) {
  if (!number_words(doc)) return gloss_no_memory(err);
  out->numbers = doc->words;
  out->limit = (uint32_t)doc->vocabulary->count;
  out->epoch = doc->vocabulary->epoch;
  return true;
}

/* Words of the vocabulary are asked before they are met, so that it is known
** which can begin or end a match; for a document at most so many for each of
** its tokens, since a set may be there for one document alone. */
enum { ASK_AHEAD = 4 };

static uint8_t edges_of(gloss_classes *c, const gloss_doc *doc,
                        uint32_t word) {
  uint32_t number = c->by_word[word] != 0
                        ? c->by_word[word] - 1
                        : gloss_classes_ask_word(c, doc, word, NULL);
  return number == GLOSS_NO_CLASS ? GLOSS_BEGINS | GLOSS_ENDS /* not known */
                                  : c->edges[number];
}

static void list_word(gloss_word_set *list, uint32_t word) {
  if (list->count < GLOSS_MAX_LISTED) list->words[list->count] = word;
  if (list->count <= GLOSS_MAX_LISTED) list->count++;
}

static void ask_ahead(gloss_classes *c, const gloss_doc *doc) {
  size_t end = doc->vocabulary->count;
  size_t most = c->asked + doc->tokens->count * ASK_AHEAD + ASK_AHEAD;
  if (c->asked == 0) c->asked = 1; /* word 0 is none */
  if (end > most) end = most;
  for (; c->asked < end && (c->starts.count <= GLOSS_MAX_LISTED ||
                            c->ends.count <= GLOSS_MAX_LISTED); c->asked++) {
    uint8_t edges = edges_of(c, doc, (uint32_t)c->asked);
    if (edges & GLOSS_BEGINS) list_word(&c->starts, (uint32_t)c->asked);
    if (edges & GLOSS_ENDS) list_word(&c->ends, (uint32_t)c->asked);
  }
}

gloss_few gloss_classes_few(const gloss_classes *c, const gloss_word_set *list,
                            const gloss_doc *doc) {
  gloss_few few = { .known = c->asked >= doc->vocabulary->count &&
                             list->count <= GLOSS_MAX_LISTED };
  if (!few.known) return few;
  if (gloss_word_present(doc->present, 0)) few.words[few.count++] = 0;
  for (size_t i = 0; i < list->count && few.known; i++) {
    if (!gloss_word_present(doc->present, list->words[i])) continue;
    few.known = few.count < GLOSS_FEW_WORDS;
    if (few.known) few.words[few.count++] = list->words[i];
  }
  return few;
}

bool gloss_classes_open(gloss_classes *c, gloss_doc *doc, gloss_error *err) {
  size_t before = c->room;
  if (!number_words(doc)) return gloss_no_memory(err);
  if (c->vocabulary != doc->vocabulary) {
    gloss_vocabulary_release(c->vocabulary);
    c->vocabulary = gloss_vocabulary_hold(doc->vocabulary);
    before = 0; /* nothing is known of these words */
    c->asked = c->starts.count = c->ends.count = 0;
  }
  if (!gloss_array_reserve(c->by_word, c->room, doc->vocabulary->count) ||
      !gloss_array_reserve(c->look, c->look_room, c->room)) {
    gloss_vocabulary_release(c->vocabulary);
    c->vocabulary = NULL; /* all is asked again */
    return gloss_no_memory(err);
  }
  memset(c->by_word + before, 0, (c->room - before) * sizeof *c->by_word);
  memset(c->look + before, 1, (c->room - before) * sizeof *c->look);
  ask_ahead(c, doc);
  return true;
}

/* ---- Classes ---- */

const uint32_t *gloss_classes_tests(const gloss_classes *c, uint32_t number,
                                    size_t *count) {
  const uint32_t *tests = gloss_intern_get(&c->found, number, count);
  *count /= sizeof *tests;
  return tests;
}

/* Can a token of the class be the first of a match, whatever it is part of? */
static bool may_begin(const gloss_patterns *set, const uint32_t *tests,
                      size_t count) {
  const gloss_starts *s = &set->starts[1]; /* all that may begin inside, too */
  for (size_t i = 0; i < count; i++)
    if (s->from[tests[i]] < s->from[tests[i] + 1]) return true;
  for (size_t i = 0; i < s->other_count; i++) {
    const gloss_instruction *at = &set->code[s->others[i]];
    if (at->operation == GLOSS_TAKE_TOKEN &&
        gloss_condition_holds(set, at->a, tests, count))
      return true;
  }
  return false;
}

/* The class of what the scratch has found. */
static uint32_t class_of(gloss_classes *c) {
  const gloss_token_scratch *s = &c->scratch;
  size_t before = c->found.count;
  uint32_t number;
  if (!gloss_array_reserve(c->edges, c->edges_room, before + 1))
    return GLOSS_NO_CLASS;
  number = gloss_intern_add(&c->found, s->found, s->count * sizeof *s->found);
  if (number != GLOSS_NOT_INTERNED && c->found.count > before)
    c->edges[number] =
        (uint8_t)((may_begin(c->set, s->found, s->count) ? GLOSS_BEGINS : 0) |
                  (gloss_program_may_end(c->set, s->found, s->count)
                       ? GLOSS_ENDS : 0));
  return number;
}

/* A token that the vocabulary does not keep: it is folded here. */
static bool ask_long(gloss_classes *c, const gloss_doc *doc, size_t token,
                     gloss_error *err) {
  const gloss_token_list *t = doc->tokens;
  gloss_vocabulary_word word = {
    .bytes = doc->text + t->starts[token],
    .len = t->ends[token] - t->starts[token],
    .kind = t->kinds[token], .flags = t->flags[token] };
  gloss_string folded = { NULL, 0 };
  bool ok;
  if (!gloss_text_transform(GLOSS_FOLD, word.bytes, word.len, &folded, err))
    return false;
  word.folded = folded.bytes;
  word.folded_len = (uint32_t)folded.len;
  ok = gloss_token_ask(&c->scratch, &word, err);
  gloss_string_free(&folded);
  return ok;
}

uint32_t gloss_classes_ask_word(gloss_classes *c, const gloss_doc *doc,
                                uint32_t word, gloss_error *err) {
  uint32_t number;
  if (!gloss_token_ask(&c->scratch, &doc->vocabulary->words[word], err))
    return GLOSS_NO_CLASS;
  number = class_of(c);
  if (number == GLOSS_NO_CLASS) {
    gloss_no_memory(err);
    return GLOSS_NO_CLASS;
  }
  c->by_word[word] = number + 1;
  c->look[word] = c->edges[number] & GLOSS_BEGINS;
  return number;
}

uint32_t gloss_classes_ask(gloss_classes *c, const gloss_doc *doc,
                           size_t token, gloss_error *err) {
  uint32_t number;
  if (doc->words[token] != 0)
    return gloss_classes_ask_word(c, doc, doc->words[token], err);
  if (!ask_long(c, doc, token, err)) return GLOSS_NO_CLASS;
  number = class_of(c);
  if (number == GLOSS_NO_CLASS) gloss_no_memory(err);
  return number;
}

/* acronyms.c - a finder of short forms: made, told its words, and led through a
** document. */
#include "acronyms/acronyms.h"

#include <stddef.h>
#include <stdlib.h>

#include "base/array.h"
#include "base/error.h"
#include "doc/doc_private.h"
#include "spans/layer.h"

/* ---- New and free -------------------------------------------------------- */

gloss_acronyms *gloss_acronyms_new(gloss_error *err) {
  gloss_acronyms *a = calloc(1, sizeof *a);
  if (a != NULL) a->arena = gloss_arena_new();
  if (a != NULL && a->arena != NULL) return a;
  gloss_acronyms_free(a);
  gloss_no_memory(err);
  return NULL;
}

void gloss_acronyms_free(gloss_acronyms *a) {
  if (a == NULL) return;
  for (size_t i = 0; i < a->cut_count; i++) {
    gloss_regex_scratch_free(a->cuts[i].scratch);
    gloss_regex_free(a->cuts[i].regex);
  }
  gloss_intern_free(&a->words);
  gloss_intern_free(&a->only);
  gloss_arena_free(a->arena);
  free(a->word_sets);
  free(a->introductions.list);
  free(a->articles.list);
  free(a->conjunctions.list);
  free(a->measures.list);
  free(a->spelt);
  free(a->cuts);
  free(a->found);
  free(a->lost);
  free(a->pieces);
  free(a->long_words);
  free(a->letters);
  free(a->places);
  free(a->spare);
  free(a->costs);
  free(a->lowered);
  free(a);
}

/* ---- What it is told ----------------------------------------------------- */

static bool copy(gloss_acronyms *a, gloss_slice *word) {
  word->bytes = gloss_arena_copy(a->arena, word->bytes, word->len);
  return word->bytes != NULL;
}

static bool add_to_set(gloss_acronyms *a, uint8_t set, gloss_slice word,
                       gloss_error *err) {
  size_t before = a->words.count;
  uint32_t number;
  if (!gloss_array_reserve(a->word_sets, a->word_room, before + 1))
    return gloss_no_memory(err);
  number = gloss_intern_add(&a->words, word.bytes, word.len);
  if (number == GLOSS_NOT_INTERNED) return gloss_no_memory(err);
  if (a->words.count > before) a->word_sets[number] = 0;
  a->word_sets[number] |= set;
  return true;
}

unsigned gloss_short_sets(const gloss_acronyms *a, gloss_slice word) {
  uint32_t number = gloss_intern_find(&a->words, word.bytes, word.len);
  return number == GLOSS_NOT_INTERNED ? 0 : a->word_sets[number];
}

static bool add_to_list(gloss_acronyms *a, gloss_slices *list,
                        gloss_slice word, gloss_error *err) {
  if (!copy(a, &word) ||
      !gloss_array_reserve(list->list, list->room, list->count + 1))
    return gloss_no_memory(err);
  list->list[list->count++] = word;
  return true;
}

/* "3 tri": what begins so spells the digit; or, `whole`, the word itself. */
static bool add_spelt(gloss_acronyms *a, bool whole, gloss_slice word,
                      gloss_error *err) {
  gloss_spelt s = { .whole = whole };
  if (word.len < 3 || word.bytes[1] != ' ' || !gloss_is_figure(word.bytes[0]))
    return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0,
                      "a digit and a word expected, \"3 tri\"");
  s.digit = word.bytes[0];
  s.word = (gloss_slice){ word.bytes + 2, word.len - 2 };
  if (!copy(a, &s.word) ||
      !gloss_array_reserve(a->spelt, a->spelt_room, a->spelt_count + 1))
    return gloss_no_memory(err);
  a->spelt[a->spelt_count++] = s;
  return true;
}

static bool add_cut(gloss_acronyms *a, gloss_slice source, gloss_error *err) {
  gloss_short_cut cut = { NULL, NULL };
  if (!gloss_array_reserve(a->cuts, a->cut_room, a->cut_count + 1))
    return gloss_no_memory(err);
  cut.regex = gloss_regex_new(source.bytes, source.len,
                              GLOSS_REGEX_DOTALL | GLOSS_REGEX_WHOLE, err);
  if (cut.regex == NULL) return false;
  if (gloss_regex_group_count(cut.regex) != 3) {
    gloss_regex_free(cut.regex);
    return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0,
                      "a cut of short forms has two groups");
  }
  cut.scratch = gloss_regex_scratch_new(cut.regex, err);
  if (cut.scratch == NULL) {
    gloss_regex_free(cut.regex);
    return false;
  }
  a->cuts[a->cut_count++] = cut;
  return true;
}

bool gloss_acronyms_word(gloss_acronyms *a, const char *list, gloss_slice word,
                         gloss_error *err) {
  static const struct { const char *name; uint8_t set; } sets[] = {
    { "never", GLOSS_SHORT_NEVER }, { "small", GLOSS_SHORT_SMALL },
    { "of", GLOSS_SHORT_OF },
  };
  const struct { const char *name; gloss_slices *list; } lists[] = {
    { "introductions", &a->introductions }, { "articles", &a->articles },
    { "conjunctions", &a->conjunctions }, { "measures", &a->measures },
  };
  if (word.len == 0)
    return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "an empty word");
  for (size_t i = 0; i < sizeof sets / sizeof *sets; i++)
    if (strcmp(sets[i].name, list) == 0)
      return add_to_set(a, sets[i].set, word, err);
  for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
    if (strcmp(lists[i].name, list) == 0)
      return add_to_list(a, lists[i].list, word, err);
  if (strcmp(list, "numerals") == 0) return add_spelt(a, true, word, err);
  if (strcmp(list, "digits") == 0) return add_spelt(a, false, word, err);
  if (strcmp(list, "cuts") == 0) return add_cut(a, word, err);
  return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "acronyms have no list %s",
                    list);
}

#define NUMBER(field) { #field, offsetof(gloss_acronyms_numbers, field) }
static const struct { const char *name; size_t place; } numbers[] = {
  NUMBER(word), NUMBER(part), NUMBER(joint), NUMBER(next), NUMBER(inside),
  NUMBER(apart), NUMBER(strange), NUMBER(skipped), NUMBER(skipped_small),
  NUMBER(small), NUMBER(comma), NUMBER(tail), NUMBER(tail_skipped),
  NUMBER(of_tail), NUMBER(small_first), NUMBER(part_first),
  NUMBER(one_letter), NUMBER(two_letters), NUMBER(three_letters),
  NUMBER(four_letters), NUMBER(more_letters), NUMBER(turned),
  NUMBER(shortened), NUMBER(behind_noun),
};

bool gloss_acronyms_number(gloss_acronyms *a, const char *name, double value,
                           gloss_error *err) {
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    if (strcmp(numbers[i].name, name) != 0) continue;
    memcpy((char *)&a->numbers + numbers[i].place, &value, sizeof value);
    return true;
  }
  return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "acronyms have no number %s",
                    name);
}

/* ---- A document ---------------------------------------------------------- */

bool gloss_acronyms_only(gloss_acronyms *a, gloss_slice short_form,
                         gloss_error *err) {
  a->only_some = true;
  return gloss_intern_add(&a->only, short_form.bytes, short_form.len) !=
             GLOSS_NOT_INTERNED ||
         gloss_no_memory(err);
}

bool gloss_acronyms_find(gloss_acronyms *a, gloss_doc *doc, unsigned flags,
                         const gloss_acronym **list, size_t *count,
                         gloss_error *err) {
  size_t sentences, len;
  const gloss_sentence *all = gloss_doc_sentences(doc, &sentences, err);
  a->found_count = a->lost_count = 0;
  a->explains = (flags & GLOSS_ACRONYMS_EXPLAIN) != 0;
  a->failed = false;
  a->text = gloss_doc_text(doc, &len);
  a->len = (uint32_t)len;
  if (all != NULL) gloss_read_brackets(a, all, sentences);
  if (all != NULL && flags & GLOSS_ACRONYMS_LEGENDS)
    for (size_t i = 0; i < sentences; i++)
      if (!gloss_doc_masked(doc, all[i].start, all[i].end))
        gloss_read_legends(a, (gloss_span){ all[i].start, all[i].end });
  a->only_some = false;
  gloss_intern_clear(&a->only);
  *list = a->found;
  *count = a->found_count;
  return all != NULL && (!a->failed || gloss_no_memory(err));
}

bool gloss_acronyms_why(const gloss_acronyms *a, size_t i,
                        gloss_acronyms_lost *out) {
  if (i >= a->lost_count) return false;
  *out = a->lost[i];
  return true;
}

/* ---- Rows ---------------------------------------------------------------- */

enum { SHORT, LONG, RULE, SCORE, COLUMNS };
static const char *const columns[COLUMNS] = { "short", "long", "rule",
                                              "score" };

static bool put_span(gloss_layer *layer, int column, gloss_span span,
                     gloss_error *err) {
  gloss_value value = { .kind = GLOSS_REF };
  value.as.ref.span = span;
  return gloss_layer_put(layer, column, value, err);
}

static bool add_row(gloss_layer *layer, const gloss_acronym *d,
                    gloss_error *err) {
  gloss_span s = d->short_form, l = d->long_form;
  gloss_span all = { s.start < l.start ? s.start : l.start,
                     s.end > l.end ? s.end : l.end };
  gloss_value rule = { .kind = GLOSS_STRING };
  gloss_value score = { .kind = GLOSS_REAL };
  rule.as.string.bytes = d->rule;
  rule.as.string.len = strlen(d->rule);
  score.as.real = d->score;
  return gloss_layer_add(layer, all, err) &&
         put_span(layer, SHORT, s, err) && put_span(layer, LONG, l, err) &&
         gloss_layer_put(layer, RULE, rule, err) &&
         gloss_layer_put(layer, SCORE, score, err);
}

/* Was the pair found before? `seen` has the starts of both. false with
** a->failed: no memory. */
static bool is_new(gloss_acronyms *a, gloss_intern *seen,
                   const gloss_acronym *d) {
  const uint32_t key[2] = { d->short_form.start, d->long_form.start };
  size_t before = seen->count;
  if (gloss_intern_add(seen, key, sizeof key) == GLOSS_NOT_INTERNED)
    a->failed = true;
  return seen->count > before;
}

static bool add_rows(gloss_acronyms *a, gloss_layer *layer, size_t count,
                     gloss_error *err) {
  bool ok = true;
  gloss_intern seen;
  memset(&seen, 0, sizeof seen);
  for (size_t i = 0; ok && i < count; i++)
    if (is_new(a, &seen, &a->found[i])) ok = add_row(layer, &a->found[i], err);
  gloss_intern_free(&seen);
  if (a->failed) return gloss_no_memory(err);
  return ok && gloss_layer_seal(layer, err);
}

bool gloss_acronyms_add(gloss_acronyms *a, gloss_doc *doc, unsigned flags,
                        gloss_error *err) {
  const gloss_acronym *list;
  size_t count;
  gloss_layer *layer;
  if (!gloss_acronyms_find(a, doc, flags, &list, &count, err)) return false;
  layer = gloss_layer_open(doc, "acronyms", 8, err);
  for (size_t i = 0; layer != NULL && i < COLUMNS; i++)
    if (gloss_layer_column(layer, columns[i], strlen(columns[i]), err) < 0)
      return false;
  return layer != NULL && add_rows(a, layer, count, err);
}

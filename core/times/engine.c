/* engine.c - an engine of times is filled with rules and words, and reads
** documents. */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/error.h"
#include "doc/doc_private.h"
#include "times/times.h"

static gloss_slice slice(const char *s) {
  return (gloss_slice){ s, strlen(s) };
}

/* The number of a name in a list; the count: it is not there. */
static size_t index_of(gloss_slice name, const char *const *names,
                       size_t count) {
  size_t i = 0;
  while (i < count && !gloss_same_bytes(name, slice(names[i]))) i++;
  return i;
}

/* ---- Names that readings know ---- */

/* As gloss_time_role counts. */
static const char *const role_names[GLOSS_TIME_ROLES] = {
  "ampm", "date", "day", "decade", "era", "four", "half", "hour", "lesser",
  "m", "mod", "month", "n", "nth", "often", "part", "q", "season", "shift",
  "sign", "stop", "time", "unit", "v", "wday", "year", "yy", "zone"
};
/* As the SETs count. */
static const char *const set_names[GLOSS_TIME_SETS] = {
  "after_a_day", "ages", "ahead", "articles", "before_clock", "before_month",
  "before_year", "behind", "comparing", "copulas", "decade_articles", "either",
  "not_tomorrow", "no_year", "no_year_after", "rates", "sure_before_year",
  "year_articles"
};
/* As the CLASSes and GROUPs count. */
static const char *const class_names[GLOSS_TIME_CLASSES] = {
  "A", "YEARWORD", "DECADEWORD", "MONTH", "NIGHT", "OF", "SECOND", "THE", "TO",
  "UNIT", "WORDMONTH"
};
static const char *const group_names[GLOSS_TIME_GROUPS] = {
  "ANYMONTH", "CAPMONTH", "NEARCLOCK", "DECADES"
};

int32_t gloss_times_role(gloss_slice name) {
  size_t i = index_of(name, role_names, GLOSS_TIME_ROLES);
  return i < GLOSS_TIME_ROLES ? (int32_t)i : -1;
}

bool gloss_times_group(const gloss_times *t, gloss_slice name,
                       uint64_t bits[4]) {
  bool any = false;
  for (unsigned c = 0; c < GLOSS_MAX_WORD_CLASSES; c++) {
    if (!gloss_grammar_includes(t->grammar, name, c)) continue;
    bits[c / 64] |= UINT64_C(1) << c % 64;
    any = true;
  }
  return any;
}

static void find_names(gloss_times *t) {
  for (unsigned i = 0; i < GLOSS_MAX_RULE_NAMES; i++) {
    const char *name = gloss_grammar_rule_name(t->grammar, i);
    t->role_of[i] = name == NULL ? GLOSS_TIME_ROLES
                                 : (uint8_t)index_of(slice(name), role_names,
                                                     GLOSS_TIME_ROLES);
  }
  for (int i = 0; i < GLOSS_TIME_CLASSES; i++)
    t->classes[i] = gloss_grammar_find_class(t->grammar,
                                             slice(class_names[i]));
  for (int i = 0; i < GLOSS_TIME_GROUPS; i++)
    gloss_times_group(t, slice(group_names[i]), t->groups[i]);
}

/* ---- New ---- */

static bool start(gloss_times *t) {
  size_t words = gloss_grammar_word_count(t->grammar);
  t->arena = gloss_arena_new();
  if (t->arena == NULL) return false;
  t->units = gloss_arena_alloc(t->arena, (words + 1) * sizeof *t->units);
  t->compares = gloss_arena_alloc(t->arena,
                                  (words / 64 + 1) * sizeof *t->compares);
  if (t->units == NULL || t->compares == NULL) return false;
  for (uint32_t i = 0; i < words; i++) {
    const gloss_word_value *value = gloss_grammar_value(t->grammar, i);
    if (value->kind == GLOSS_WORTH_TEXT)
      t->units[i] = gloss_timeunit_of(value->text);
  }
  for (; t->set_count < GLOSS_TIME_SETS; t->set_count++)
    t->set_names[t->set_count] = slice(set_names[t->set_count]);
  find_names(t);
  return true;
}

gloss_times *gloss_times_new(gloss_grammar *grammar, gloss_matcher *tenses,
                             gloss_error *err) {
  gloss_times *t = calloc(1, sizeof *t);
  if (t != NULL) {
    t->grammar = grammar;
    t->tenses = tenses;
    t->date_order = GLOSS_DATES_DMY;
    if (start(t)) return t;
  }
  gloss_times_free(t);
  gloss_no_memory(err);
  return NULL;
}

void gloss_times_free(gloss_times *t) {
  if (t == NULL) return;
  gloss_intern_free(&t->words);
  free(t->word_sets);
  free(t->rules);
  free(t->found);
  free(t->tags);
  free(t->tagged);
  free(t->notes);
  gloss_arena_free(t->arena);
  free(t);
}

gloss_slice gloss_times_copy(gloss_times *t, gloss_slice bytes) {
  char *copy = gloss_arena_alloc(t->arena, bytes.len + 1);
  if (copy != NULL && bytes.len > 0) memcpy(copy, bytes.bytes, bytes.len);
  return (gloss_slice){ copy, bytes.len };
}

/* ---- Words ---- */

uint64_t gloss_times_set_bit(gloss_times *t, gloss_slice name,
                             gloss_error *err) {
  gloss_slice copy;
  for (size_t i = 0; i < t->set_count; i++)
    if (gloss_same_bytes(t->set_names[i], name)) return GLOSS_SET(i);
  if (t->set_count == GLOSS_MAX_TIME_SETS) {
    gloss_fail(err, GLOSS_TOO_LARGE, 0, "more than %d sets of words",
               GLOSS_MAX_TIME_SETS);
    return 0;
  }
  copy = gloss_times_copy(t, name);
  if (copy.bytes == NULL) return gloss_no_memory(err), 0;
  t->set_names[t->set_count++] = copy;
  return GLOSS_SET(t->set_count - 1);
}

static gloss_endings *endings_of(gloss_times *t, gloss_slice name) {
  if (gloss_same_bytes(name, GLOSS_TEXT("plurals"))) return &t->plurals;
  if (gloss_same_bytes(name, GLOSS_TEXT("genitives"))) return &t->genitives;
  if (gloss_same_bytes(name, GLOSS_TEXT("percents"))) return &t->percents;
  if (gloss_same_bytes(name, GLOSS_TEXT("until"))) return &t->until;
  return gloss_same_bytes(name, GLOSS_TEXT("comparisons")) ? &t->comparisons
                                                           : NULL;
}

/* Words of the grammar that end so compare: "more than". */
static void mark_comparisons(gloss_times *t) {
  size_t words = gloss_grammar_word_count(t->grammar);
  for (uint32_t i = 0; i < words; i++) {
    uint8_t class_number;
    if (gloss_times_has_ending(&t->comparisons,
                               gloss_grammar_word_bytes(t->grammar, i,
                                                        &class_number)))
      t->compares[i / 64] |= UINT64_C(1) << i % 64;
  }
}

static bool add_ending(gloss_times *t, gloss_endings *to, gloss_slice word,
                       gloss_error *err) {
  gloss_slice copy;
  if (to->count == GLOSS_MAX_ENDINGS)
    return gloss_fail(err, GLOSS_TOO_LARGE, 0, "more than %d endings",
                      GLOSS_MAX_ENDINGS);
  copy = gloss_times_copy(t, word);
  if (copy.bytes == NULL) return gloss_no_memory(err);
  to->list[to->count++] = copy;
  if (to == &t->comparisons) mark_comparisons(t);
  return true;
}

bool gloss_times_word(gloss_times *t, gloss_slice set, gloss_slice word,
                      gloss_error *err) {
  gloss_endings *endings = endings_of(t, set);
  size_t known = t->words.count;
  uint64_t bit;
  uint32_t number;
  if (endings != NULL) return add_ending(t, endings, word, err);
  bit = gloss_times_set_bit(t, set, err);
  if (bit == 0) return false;
  if (!gloss_array_reserve(t->word_sets, t->word_room, known + 1))
    return gloss_no_memory(err);
  number = gloss_intern_add(&t->words, word.bytes, word.len);
  if (number == GLOSS_NOT_INTERNED) return gloss_no_memory(err);
  if (t->words.count > known) t->word_sets[number] = 0;
  t->word_sets[number] |= bit;
  return true;
}

bool gloss_times_tense(gloss_times *t, gloss_slice name, uint64_t tags,
                       gloss_error *err) {
  return gloss_times_set_tense(t, name, tags) ||
         gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "no class %.*s of tense",
                    (int)name.len, name.bytes);
}

bool gloss_times_setting(gloss_times *t, gloss_slice name, gloss_slice value,
                         gloss_error *err) {
  bool yes = gloss_same_bytes(value, GLOSS_TEXT("true"));
  if (gloss_same_bytes(name, GLOSS_TEXT("capital_nouns")))
    return t->capital_nouns = yes, true;
  if (gloss_same_bytes(name, GLOSS_TEXT("decade_after_unit")))
    return t->decade_after_unit = yes, true;
  if (gloss_same_bytes(name, GLOSS_TEXT("date_order"))) {
    t->date_order = gloss_same_bytes(value, GLOSS_TEXT("mdy"))
                        ? GLOSS_DATES_MDY : GLOSS_DATES_DMY;
    return true;
  }
  return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "no setting %.*s",
                    (int)name.len, name.bytes);
}

/* ---- Rules ---- */

bool gloss_times_rule(gloss_times *t, gloss_slice name, gloss_slice reading,
                      gloss_error *err) {
  gloss_time_rule *rule;
  gloss_time_reader read = gloss_time_reader_of(reading);
  if (read == NULL)
    return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "no reading \"%.*s\"",
                      (int)reading.len, reading.bytes);
  if (t->rule_count == gloss_grammar_rule_count(t->grammar))
    return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0,
                      "the grammar has no more rules");
  if (!gloss_array_reserve(t->rules, t->rule_room, t->rule_count + 1))
    return gloss_no_memory(err);
  rule = &t->rules[t->rule_count];
  *rule = (gloss_time_rule){
    .name = gloss_times_copy(t, name), .read = read, .no_name = -1, .sign = -1,
    .by = GLOSS_NO_NUMBER, .days = GLOSS_NO_NUMBER, .month = 12, .day = 31,
    .parts = 4, .letter = GLOSS_TEXT("Q"),
    .missing = GLOSS_TEXT("no date to count from")
  };
  if (rule->name.bytes == NULL) return gloss_no_memory(err);
  t->rule_count++;
  return true;
}

bool gloss_times_option(gloss_times *t, gloss_slice name, gloss_slice value,
                        gloss_error *err) {
  if (t->rule_count == 0)
    return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "no rule was added");
  return gloss_times_set_option(t, &t->rules[t->rule_count - 1], name, value,
                                err);
}

/* ---- A document ---- */

/* Finds the times, and adds them to the layer where one is asked for. */
static bool read(gloss_times *t, gloss_doc *doc, const gloss_times_how *how,
                 bool layer, gloss_error *err) {
  gloss_times_context x = { .t = t, .doc = doc, .arena = doc->arena,
                            .text = doc->text, .len = doc->len, .how = how,
                            .err = err };
  t->found_count = t->note_count = 0;
  if (t->rule_count != gloss_grammar_rule_count(t->grammar))
    return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0,
                      "a rule of the grammar has no reading");
  return gloss_times_read_all(&x) && (!layer || gloss_times_rows(&x));
}

bool gloss_times_add(gloss_times *t, gloss_doc *doc,
                     const gloss_times_how *how, gloss_error *err) {
  return read(t, doc, how, true, err);
}

bool gloss_times_find(gloss_times *t, gloss_doc *doc,
                      const gloss_times_how *how, gloss_error *err) {
  return read(t, doc, how, false, err);
}

bool gloss_times_found(const gloss_times *t, size_t i, gloss_span *span) {
  if (i >= t->found_count) return false;
  *span = (gloss_span){ t->found[i].start, t->found[i].end };
  return true;
}

bool gloss_times_noted(const gloss_times *t, size_t i,
                       gloss_times_note *note) {
  if (i >= t->note_count) return false;
  *note = t->notes[i];
  return true;
}

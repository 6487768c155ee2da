/* engine.c - an engine for amounts is filled with words, idioms and rules. */
#include <math.h>
#include <stdlib.h>

#include "amounts/amounts.h"
#include "base/array.h"
#include "base/error.h"
#include "base/slice.h"

/* ---- Names ---- */

#define NAMED(name, text) text,
static const char *const set_names[] = { GLOSS_AMOUNT_SETS(NAMED) };
static const char *const capture_names[] = { GLOSS_AMOUNT_CAPTURES(NAMED) };
#undef NAMED
static const char *const list_names[GLOSS_ENDING_LISTS] = {
  "labels", "bills", "plus_or", "one_in.joints"
};
static const char *const kind_names[GLOSS_AMOUNT_KINDS] = {
  "money", "percent", "quantity", "count", "ordinal"
};
static const struct {
  const char *name;
  uint32_t kind;
} class_kinds[] = {
  { "WORDNUM", GLOSS_IS_WORD_NUMBER }, { "YEARWORD", GLOSS_IS_YEAR_WORD },
  { "JUNK", GLOSS_IS_JUNK },           { "NUM", GLOSS_IS_NUMBER },
  { "YEAR4", GLOSS_IS_YEAR },          { "OVER", GLOSS_IS_OVER },
  { "UNDER", GLOSS_IS_UNDER },         { "NEARLY", GLOSS_IS_NEARLY },
  { "APPROX", GLOSS_IS_APPROX },       { "MINUS", GLOSS_IS_MINUS },
  { "OR", GLOSS_IS_OR },               { "CODE", GLOSS_IS_CODE },
  { "UNIT", GLOSS_IS_UNIT },           { "HALF", GLOSS_IS_HALF },
  { "ORD", GLOSS_IS_ORDINAL }
};

static gloss_slice text_of(const char *s) {
  return (gloss_slice){ s, strlen(s) };
}

const char *gloss_amounts_set_name(size_t i) {
  return i < GLOSS_AMOUNT_SET_COUNT ? set_names[i] : NULL;
}

const char *gloss_amounts_list_name(size_t i) {
  return i < GLOSS_ENDING_LISTS ? list_names[i] : NULL;
}

/* ---- New ---- */

static void read_grammar(gloss_amounts *a) {
  const char *name;
  for (size_t i = 0; i < sizeof class_kinds / sizeof *class_kinds; i++) {
    int number = gloss_grammar_find_class(a->grammar,
                                          text_of(class_kinds[i].name));
    if (number >= 0) a->kinds[number] = class_kinds[i].kind;
  }
  for (unsigned i = 0; i < GLOSS_MAX_RULE_NAMES; i++) {
    a->capture_of[i] = GLOSS_CAPTURES;
    name = gloss_grammar_rule_name(a->grammar, i);
    for (uint8_t c = 0; name != NULL && c < GLOSS_CAPTURES; c++)
      if (strcmp(name, capture_names[c]) == 0) a->capture_of[i] = c;
  }
}

gloss_amounts *gloss_amounts_new(gloss_grammar *grammar, gloss_error *err) {
  gloss_amounts *a = calloc(1, sizeof *a);
  if (a != NULL) a->arena = gloss_arena_new();
  if (a == NULL || a->arena == NULL) {
    free(a);
    gloss_no_memory(err);
    return NULL;
  }
  a->grammar = grammar;
  read_grammar(a);
  return a;
}

void gloss_amounts_free(gloss_amounts *a) {
  if (a == NULL) return;
  gloss_intern_free(&a->words);
  free(a->sets_of);
  free(a->rules);
  free(a->endings);
  free(a->idioms);
  free(a->notes);
  gloss_arena_free(a->arena);
  free(a);
}

/* ---- Filling ---- */

/* A copy, which may be of nothing. bytes NULL: no memory. */
static gloss_slice copy(gloss_amounts *a, gloss_slice from) {
  char *bytes = gloss_arena_alloc(a->arena, from.len + 1);
  if (bytes != NULL && from.len > 0) memcpy(bytes, from.bytes, from.len);
  return (gloss_slice){ bytes, from.len };
}

static size_t find_name(const char *const *names, size_t count,
                        gloss_slice name) {
  size_t i = 0;
  while (i < count && !gloss_same_bytes(text_of(names[i]), name)) i++;
  return i;
}

bool gloss_amounts_word(gloss_amounts *a, const char *set, gloss_slice word,
                        gloss_error *err) {
  size_t i = find_name(set_names, GLOSS_AMOUNT_SET_COUNT, text_of(set));
  size_t known = a->words.count;
  uint32_t number;
  if (i == GLOSS_AMOUNT_SET_COUNT)
    return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "no set of words %s", set);
  a->given |= UINT64_C(1) << i;
  if (word.len == 0) return true;
  if (!gloss_array_reserve(a->sets_of, a->word_room, known + 1))
    return gloss_no_memory(err);
  number = gloss_intern_add(&a->words, word.bytes, word.len);
  if (number == GLOSS_NOT_INTERNED) return gloss_no_memory(err);
  if (number == known) {
    uint32_t place = gloss_sieve_place(
        (gloss_grammar_text){ word.bytes, word.len }, 0, word.len);
    a->sieve[place / 64] |= UINT64_C(1) << place % 64;
    a->sets_of[number] = 0;
  }
  a->sets_of[number] |= UINT64_C(1) << i;
  return true;
}

bool gloss_amounts_ending(gloss_amounts *a, const char *list, gloss_slice text,
                          gloss_error *err) {
  size_t i = find_name(list_names, GLOSS_ENDING_LISTS, text_of(list));
  gloss_amount_ending_entry entry = { .list = (gloss_amount_ending)i };
  if (i == GLOSS_ENDING_LISTS || text.len == 0)
    return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "no list of endings %s, or "
                      "an empty one", list);
  entry.text = copy(a, text);
  if (entry.text.bytes == NULL ||
      !gloss_array_reserve(a->endings, a->ending_room, a->ending_count + 1))
    return gloss_no_memory(err);
  a->endings[a->ending_count++] = entry;
  return true;
}

bool gloss_amounts_idiom(gloss_amounts *a, gloss_slice before,
                         gloss_slice ordinal, gloss_slice after,
                         gloss_error *err) {
  gloss_amount_idiom idiom = { copy(a, before), copy(a, ordinal),
                               copy(a, after) };
  if (idiom.before.bytes == NULL || idiom.word.bytes == NULL ||
      idiom.after.bytes == NULL ||
      !gloss_array_reserve(a->idioms, a->idiom_room, a->idiom_count + 1))
    return gloss_no_memory(err);
  a->idioms[a->idiom_count++] = idiom;
  return true;
}

static bool bad_name(gloss_error *err, const char *what, gloss_slice name) {
  return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "no %s \"%.*s\"", what,
                    (int)name.len, name.bytes);
}

static bool set_checks(gloss_amount_rule_entry *to,
                       const gloss_amount_rule *rule, gloss_error *err) {
  if (rule->unless_count > GLOSS_MAX_CHECKS)
    return gloss_fail(err, GLOSS_TOO_LARGE, 0, "a rule has more than %d checks",
                      GLOSS_MAX_CHECKS);
  for (; to->check_count < rule->unless_count; to->check_count++) {
    gloss_slice name = rule->unless[to->check_count];
    to->checks[to->check_count] = gloss_amount_check_of(name,
                                                           &to->needs);
    if (to->checks[to->check_count] == NULL)
      return bad_name(err, "check of amounts", name);
  }
  return true;
}

/* Copies a unit; an empty one is none. */
static bool set_unit(gloss_amounts *a, gloss_slice from, gloss_slice *to) {
  if (from.len == 0) return true;
  *to = copy(a, from);
  return to->bytes != NULL;
}

bool gloss_amounts_rule(gloss_amounts *a, const gloss_amount_rule *rule,
                        gloss_error *err) {
  gloss_amount_rule_entry to = { .needs = 0 };
  size_t kind = find_name(kind_names, GLOSS_AMOUNT_KINDS, rule->kind);
  if (kind == GLOSS_AMOUNT_KINDS)
    return bad_name(err, "kind of amounts", rule->kind);
  to.value = gloss_amount_method_of(rule->value, &to.needs);
  if (to.value == NULL) return bad_name(err, "value of amounts", rule->value);
  if (!set_checks(&to, rule, err)) return false;
  to.kind = (gloss_amount_kind)kind;
  if (gloss_same_bytes(rule->unit, text_of("currency")))
    to.unit_from = GLOSS_UNIT_CURRENCY;
  else if (gloss_same_bytes(rule->unit, text_of("unit")))
    to.unit_from = GLOSS_UNIT_CAPTURED;
  else if (rule->unit.len > 0)
    to.unit_from = GLOSS_UNIT_NAMED;
  to.name = copy(a, rule->name);
  if (to.name.bytes == NULL || !set_unit(a, rule->unit, &to.unit) ||
      !set_unit(a, rule->other_unit, &to.other_unit) ||
      !gloss_array_reserve(a->rules, a->rule_room, a->rule_count + 1))
    return gloss_no_memory(err);
  a->rules[a->rule_count++] = to;
  return true;
}

bool gloss_amounts_note(const gloss_amounts *a, size_t i,
                        gloss_amount_note *note) {
  if (i >= a->note_count) return false;
  *note = a->notes[i];
  return true;
}

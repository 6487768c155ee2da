/* grammar.c - a grammar is filled with classes, words, habits and rules. */
#include "match/grammar.h"

#include <stdlib.h>

#include "base/array.h"
#include "base/error.h"
#include "base/slice.h"

/* As gloss_figure_class counts. */
static const char *const figure_names[] = {
  "ISO", "NUMDATE", "CLOCK", "ORDNUM", "DECADE", "INT2", "YEAR4", "NUM", "YY",
  "JUNK"
};

gloss_grammar *gloss_grammar_new(gloss_error *err) {
  gloss_grammar *g = calloc(1, sizeof *g);
  if (g != NULL) {
    g->arena = g->words.arena = gloss_arena_new();
    g->known_arena = gloss_arena_new();
    for (; g->class_count < GLOSS_FIGURE_CLASSES; g->class_count++) {
      const char *name = figure_names[g->class_count];
      g->classes[g->class_count].name = (gloss_slice){ name, strlen(name) };
    }
  }
  if (g != NULL && g->arena != NULL && g->known_arena != NULL) return g;
  gloss_grammar_free(g);
  gloss_no_memory(err);
  return NULL;
}

void gloss_grammar_free(gloss_grammar *g) {
  if (g == NULL) return;
  gloss_words_free(&g->words);
  gloss_rules_free(&g->rules);
  free(g->sets);
  gloss_intern_free(&g->known);
  gloss_intern_free(&g->sequence_keys);
  free(g->phrases);
  free(g->sequence_of);
  free(g->sequences);
  free(g->dropped);
  free(g->places);
  free(g->key);
  gloss_triggers_free(g);
  gloss_arena_free(g->known_arena);
  gloss_arena_free(g->arena);
  free(g);
}

/* ---- Filling ---- */

static bool copy_slice(gloss_grammar *g, gloss_slice from, gloss_slice *to,
                       gloss_error *err) {
  char *copy = gloss_arena_alloc(g->arena, from.len + 1);
  if (copy == NULL) return gloss_no_memory(err);
  if (from.len > 0) memcpy(copy, from.bytes, from.len);
  *to = (gloss_slice){ copy, from.len };
  return true;
}

/* False where nothing can be added any more. */
static bool check_open(const gloss_grammar *g, gloss_error *err) {
  return !g->built || gloss_fail(err, GLOSS_TOO_LATE, 0,
                                 "the grammar is built already");
}

int gloss_grammar_class(gloss_grammar *g, gloss_slice name, unsigned flags,
                        gloss_error *err) {
  gloss_class_set members = { { 0 } };
  gloss_grammar_class_entry *to = &g->classes[g->class_count];
  if (!check_open(g, err)) return -1;
  if (g->class_count == GLOSS_MAX_WORD_CLASSES) {
    gloss_fail(err, GLOSS_TOO_LARGE, 0, "more than %d classes of words",
               GLOSS_MAX_WORD_CLASSES);
    return -1;
  }
  if (gloss_grammar_members(g, name, &members)) {
    gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "there are two classes %.*s",
               (int)name.len, name.bytes);
    return -1;
  }
  if (!copy_slice(g, name, &to->name, err)) return -1;
  to->flags = flags;
  return (int)g->class_count++;
}

int64_t gloss_grammar_word(gloss_grammar *g, int class_number,
                           gloss_slice word, gloss_error *err) {
  bool trigger;
  if (!check_open(g, err)) return -1;
  if (class_number < 0 || (size_t)class_number >= g->class_count) {
    gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "no such class");
    return -1;
  }
  trigger = (g->classes[class_number].flags & GLOSS_CLASS_TRIGGER) != 0;
  if (!gloss_words_add(&g->words, (uint8_t)class_number, trigger, word, err))
    return -1;
  return (int64_t)g->words.count - 1;
}

/* ---- What words are worth ---- */

/* Copies bytes with a NUL behind them; empty stays empty. */
static bool copy_text(gloss_grammar *g, gloss_slice *text, gloss_error *err) {
  return text->bytes == NULL || copy_slice(g, *text, text, err);
}

static bool copy_fields(gloss_grammar *g, gloss_word_value *value,
                        gloss_error *err) {
  gloss_word_field *fields;
  if (value->field_count == 0) return value->fields = NULL, true;
  fields = gloss_arena_copy(g->arena, value->fields,
                            value->field_count * sizeof *fields);
  if (fields == NULL) return gloss_no_memory(err);
  for (size_t i = 0; i < value->field_count; i++)
    if (!copy_text(g, &fields[i].name, err) ||
        !copy_text(g, &fields[i].text, err))
      return false;
  value->fields = fields;
  return true;
}

bool gloss_grammar_set_value(gloss_grammar *g, size_t word,
                             const gloss_word_value *value, gloss_error *err) {
  gloss_word_value own = *value;
  if (!check_open(g, err)) return false;
  if (word >= g->words.count)
    return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "no such word");
  if (!copy_text(g, &own.text, err) || !copy_fields(g, &own, err)) return false;
  g->words.list[word].value = own;
  return true;
}

const gloss_word_value *gloss_grammar_value(const gloss_grammar *g,
                                            uint32_t word) {
  return word < g->words.count ? &g->words.list[word].value : NULL;
}

size_t gloss_grammar_word_count(const gloss_grammar *g) {
  return g->words.count;
}

gloss_slice gloss_grammar_word_bytes(const gloss_grammar *g, uint32_t word,
                                     uint8_t *class_number) {
  *class_number = g->words.list[word].class_number;
  return g->words.list[word].bytes;
}

/* ---- Habits, classes, rules ---- */

static bool add_suffix(gloss_grammar *g, gloss_slice *list, size_t *count,
                       gloss_slice item, gloss_error *err) {
  if (*count == GLOSS_MAX_SUFFIXES || item.len == 0)
    return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0,
                      "a habit has up to %d items, none of them empty",
                      GLOSS_MAX_SUFFIXES);
  return copy_slice(g, item, &list[*count], err) && ++*count > 0;
}

bool gloss_grammar_habit(gloss_grammar *g, gloss_figure_habit habit,
                         gloss_slice item, gloss_error *err) {
  gloss_figure_habits *h = &g->habits;
  if (!check_open(g, err)) return false;
  switch (habit) {
  case GLOSS_ORDINAL_SUFFIX:
    return add_suffix(g, h->ordinals, &h->ordinal_count, item, err);
  case GLOSS_DECADE_SUFFIX:
    return add_suffix(g, h->decades, &h->decade_count, item, err);
  case GLOSS_HOUR_MARK:
    return add_suffix(g, h->hours, &h->hour_count, item, err);
  case GLOSS_HOUR_LETTER: return h->hour_letter = true;
  case GLOSS_DECIMAL_COMMA: return h->decimal_comma = true;
  case GLOSS_THIN_SPACE: return h->thin_space = true;
  }
  return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "no such habit of numbers");
}

bool gloss_grammar_join(gloss_grammar *g, gloss_error *err) {
  return check_open(g, err) && (g->join = true);
}

bool gloss_grammar_members(const gloss_grammar *g, gloss_slice name,
                           gloss_class_set *members) {
  for (size_t i = 0; i < g->class_count; i++)
    if (gloss_same_bytes(g->classes[i].name, name))
      return gloss_class_set_add(members, i), true;
  for (size_t i = 0; i < g->set_count; i++) {
    if (!gloss_same_bytes(g->sets[i].name, name)) continue;
    for (size_t w = 0; w < sizeof members->bits / sizeof *members->bits; w++)
      members->bits[w] |= g->sets[i].members.bits[w];
    return true;
  }
  return false;
}

bool gloss_grammar_set(gloss_grammar *g, gloss_slice name, gloss_slice members,
                       gloss_error *err) {
  gloss_named_set set = { .members = { { 0 } } };
  if (!check_open(g, err)) return false;
  for (size_t at = 0; at < members.len;) {
    gloss_slice one = { members.bytes + at, 0 };
    while (at < members.len && members.bytes[at] != ' ') at++;
    one.len = (size_t)(members.bytes + at - one.bytes);
    while (at < members.len && members.bytes[at] == ' ') at++;
    if (one.len > 0 && !gloss_grammar_members(g, one, &set.members))
      return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "no class %.*s",
                        (int)one.len, one.bytes);
  }
  if (!gloss_array_reserve(g->sets, g->set_room, g->set_count + 1))
    return gloss_no_memory(err);
  if (!copy_slice(g, name, &set.name, err)) return false;
  g->sets[g->set_count++] = set;
  return true;
}

bool gloss_grammar_build(gloss_grammar *g, gloss_error *err) {
  if (!check_open(g, err)) return false;
  if (!gloss_rules_build(g)) return gloss_no_memory(err);
  gloss_words_build(&g->words);
  gloss_numerals_start(&g->numerals, g);
  return g->built = true;
}

const char *gloss_grammar_class_name(const gloss_grammar *g,
                                     int class_number) {
  return class_number >= 0 && (size_t)class_number < g->class_count
             ? g->classes[class_number].name.bytes : NULL;
}

const char *gloss_grammar_rule_name(const gloss_grammar *g, unsigned name) {
  return name < g->rules.name_count ? g->rules.names[name].bytes : NULL;
}

int gloss_grammar_find_class(const gloss_grammar *g, gloss_slice name) {
  for (size_t i = 0; i < g->class_count; i++)
    if (gloss_same_bytes(g->classes[i].name, name)) return (int)i;
  return -1;
}

int gloss_grammar_find_name(const gloss_grammar *g, gloss_slice name) {
  for (size_t i = 0; i < g->rules.name_count; i++)
    if (gloss_same_bytes(g->rules.names[i], name)) return (int)i;
  return -1;
}

bool gloss_grammar_includes(const gloss_grammar *g, gloss_slice name,
                            unsigned class_number) {
  gloss_class_set members = { { 0 } };
  return class_number < GLOSS_MAX_WORD_CLASSES &&
         gloss_grammar_members(g, name, &members) &&
         gloss_class_set_has(&members, class_number);
}

size_t gloss_grammar_rule_count(const gloss_grammar *g) {
  return g->rules.count;
}

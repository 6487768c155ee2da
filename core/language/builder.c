/* builder.c - makes a language out of the items of a pack. */
#include "language/language.h"

#include "base/arena.h"
#include "base/error.h"

#include <stdlib.h>
#include <string.h>

struct gloss_language_builder {
  gloss_arena *arena;       /* of the language in the making */
  gloss_language *language; /* NULL once built */
};

static gloss_language *language_new(const char *code) {
  gloss_arena *arena = gloss_arena_new();
  gloss_language *language =
      arena ? gloss_arena_alloc(arena, sizeof *language) : NULL;
  if (language != NULL) {
    language->arena = arena;
    language->code = gloss_arena_copy(arena, code, strlen(code) + 1);
    language->name = language->code;
  }
  if (language == NULL || language->code == NULL) {
    gloss_arena_free(arena);
    return NULL;
  }
  return language;
}

static bool inherit(gloss_language *language, const gloss_language *parent) {
  if (parent == NULL) return true;
  language->rules = parent->rules;
  memcpy(language->flags, parent->flags, sizeof language->flags);
  return gloss_word_table_copy(&language->words, language->arena,
                               &parent->words);
}

gloss_language_builder *gloss_language_builder_new(const char *code,
                                                   const gloss_language *parent,
                                                   gloss_error *err) {
  gloss_language_builder *builder = calloc(1, sizeof *builder);
  if (builder == NULL) {
    gloss_no_memory(err);
    return NULL;
  }
  builder->language = language_new(code);
  if (builder->language == NULL || !inherit(builder->language, parent)) {
    gloss_language_builder_free(builder);
    gloss_no_memory(err);
    return NULL;
  }
  builder->arena = builder->language->arena;
  return builder;
}

/* The number of a field, or -1 with an error. */
static int find_field(const char *name, gloss_error *err) {
  const gloss_language_field *fields = gloss_language_fields();
  for (int i = 0; i < FIELD_COUNT; i++)
    if (strcmp(fields[i].name, name) == 0) return i;
  gloss_fail(err, GLOSS_BAD_LANGUAGE, 0, "no field is called '%s'", name);
  return -1;
}

static bool add_word(gloss_language *language, int field, const char *item,
                     size_t len, uint64_t cuts, gloss_error *err) {
  gloss_word *word;
  if (len == 0)
    return gloss_fail(err, GLOSS_BAD_LANGUAGE, 0, "a word must not be empty");
  if (len > GLOSS_MAX_WORD)
    return gloss_fail(err, GLOSS_BAD_LANGUAGE, 0,
                      "a word is at most %d bytes long", GLOSS_MAX_WORD);
  word = gloss_word_add(&language->words, language->arena, item, len,
                        GLOSS_LIST(field));
  if (word == NULL) return gloss_no_memory(err);
  word->cuts |= cuts;
  return true;
}

/* "can|not": the word without its bars, and where they were. */
static bool add_split(gloss_language *language, const char *item, size_t len,
                      gloss_error *err) {
  char word[GLOSS_MAX_WORD];
  size_t n = 0;
  uint64_t cuts = 0;
  for (size_t i = 0; i < len; i++) {
    if (item[i] == '|') cuts |= (uint64_t)1 << n;
    else if (n < sizeof word) word[n++] = item[i];
  }
  if (cuts == 0 || (cuts & 1) != 0 || (cuts >> n & 1) != 0)
    return gloss_fail(err, GLOSS_BAD_LANGUAGE, 0,
                      "a bar must stand between two parts: can|not");
  if (n < 4)
    return gloss_fail(err, GLOSS_BAD_LANGUAGE, 0,
                      "a word that is cut has four letters or more");
  return add_word(language, FIELD_CLITICS_SPLIT, word, n, cuts, err);
}

static bool add_flag(gloss_language *language, int field, const char *item,
                     size_t len, gloss_error *err) {
  bool yes = len == 4 && memcmp(item, "true", 4) == 0;
  if (!yes && !(len == 5 && memcmp(item, "false", 5) == 0))
    return gloss_fail(err, GLOSS_BAD_LANGUAGE, 0, "must be true or false");
  language->flags[field] = yes;
  return true;
}

static bool set_name(gloss_language *language, const char *item, size_t len,
                     gloss_error *err) {
  char *name = gloss_arena_alloc(language->arena, len + 1);
  if (name == NULL) return gloss_no_memory(err);
  memcpy(name, item, len);
  language->name = name;
  return true;
}

bool gloss_language_add(gloss_language_builder *builder, const char *field,
                        const char *item, size_t len, gloss_error *err) {
  gloss_language *language = builder->language;
  int at = find_field(field, err);
  if (at < 0) return false;
  if (language == NULL)
    return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "the language is built");
  if (at != FIELD_NAME) language->rules = true;
  switch (gloss_language_fields()[at].kind) {
    case GLOSS_FIELD_LIST:
      return at == FIELD_CLITICS_SPLIT
                 ? add_split(language, item, len, err)
                 : add_word(language, at, item, len, 0, err);
    case GLOSS_FIELD_FLAG: return add_flag(language, at, item, len, err);
    case GLOSS_FIELD_TEXT: return set_name(language, item, len, err);
  }
  return true;
}

bool gloss_language_clear(gloss_language_builder *builder, const char *field,
                          gloss_error *err) {
  int at = find_field(field, err);
  gloss_word_table *words;
  if (at < 0) return false;
  if (gloss_language_fields()[at].kind != GLOSS_FIELD_LIST)
    return gloss_fail(err, GLOSS_BAD_LANGUAGE, 0, "'%s' is no list", field);
  if (builder->language == NULL)
    return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "the language is built");
  words = &builder->language->words;
  for (uint32_t i = 0; words->slots != NULL && i <= words->mask; i++)
    words->slots[i].lists &= ~GLOSS_LIST(at);
  return true;
}

static void fill_split_filter(gloss_language *language) {
  const gloss_word_table *words = &language->words;
  for (uint32_t i = 0; words->slots != NULL && i <= words->mask; i++) {
    const gloss_word *word = &words->slots[i];
    unsigned slot;
    if ((word->lists & GLOSS_LIST(FIELD_CLITICS_SPLIT)) == 0) continue;
    language->splits = true;
    slot = gloss_split_slot(word->bytes, word->len);
    language->split_filter[slot >> 6] |= (uint64_t)1 << (slot & 63);
  }
}

static void fill_abbreviation_filter(gloss_language *language) {
  const gloss_word_table *words = &language->words;
  for (uint32_t i = 0; words->slots != NULL && i <= words->mask; i++) {
    const gloss_word *word = &words->slots[i];
    unsigned slot;
    if ((word->lists & GLOSS_ABBREVIATIONS) == 0) continue;
    slot = gloss_abbreviation_slot(word->bytes, word->len);
    language->abbreviation_filter[slot >> 6] |= (uint64_t)1 << (slot & 63);
  }
}

gloss_language *gloss_language_build(gloss_language_builder *builder,
                                     gloss_error *err) {
  gloss_language *language = builder->language;
  if (language == NULL) {
    gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "the language is built");
    return NULL;
  }
  builder->language = NULL;
  fill_split_filter(language);
  fill_abbreviation_filter(language);
  language->colons_end = language->flags[FIELD_ENDS_COLON] ||
                         language->flags[FIELD_ENDS_SEMICOLON];
  return language;
}

void gloss_language_builder_free(gloss_language_builder *builder) {
  if (builder == NULL) return;
  gloss_language_free(builder->language);
  free(builder);
}

const char *gloss_language_code(const gloss_language *language) {
  return language->code;
}

void gloss_language_free(gloss_language *language) {
  if (language != NULL) gloss_arena_free(language->arena);
}

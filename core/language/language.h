/* language.h - what a language pack tells the core, compiled.
**
** Every list of a pack goes into one table of words, so that one look-up tells
** all that is known of a word. A language never changes once built and may be
** shared by threads. */
#ifndef GLOSS_LANGUAGE_LANGUAGE_H
#define GLOSS_LANGUAGE_LANGUAGE_H

#include "gloss.h"
#include "language/word_table.h"

#include <string.h>

/* The fields, in the order of the table in fields.c. List fields come first,
** so that the number of a list is its bit in a word's record. */
typedef enum gloss_field {
  FIELD_ABBREVIATIONS_NEVER,
  FIELD_ABBREVIATIONS_MAY,
  FIELD_ABBREVIATIONS_END,
  FIELD_ABBREVIATIONS_NUMBER,
  FIELD_ABBREVIATIONS_NAME,
  FIELD_CLITICS_ENDINGS,
  FIELD_CLITICS_STARTS,
  FIELD_CLITICS_KEEP,
  FIELD_CLITICS_SPLIT,
  FIELD_HYPHEN_KEEP_FIRST,
  FIELD_HYPHEN_KEEP_LAST,
  FIELD_HYPHEN_KEEP,
  FIELD_HYPHEN_CUT_LAST,
  FIELD_SLASH_KEEP,
  FIELD_UNITS,
  FIELD_UNITS_MONEY,
  FIELD_MONTHS,
  FIELD_STARTERS,
  FIELD_GOES_ON,
  FIELD_AFTER_TIME,
  FIELD_SPEECH,
  FIELD_PRONOUNS,
  FIELD_NAMES_WITH_MARK,
  FIELD_LIST_COUNT, /* not a field: the lists end here */
  FIELD_NAME = FIELD_LIST_COUNT,
  FIELD_CLITICS_POSSESSIVE,
  FIELD_CLITICS_CUT_ALL,
  FIELD_HYPHEN_CUT,
  FIELD_HYPHEN_CUT_CAPITAL,
  FIELD_HYPHEN_HANGING,
  FIELD_SLASH_CUT,
  FIELD_COLON_JOIN,
  FIELD_NUMBERS_RANGE,
  FIELD_NUMBERS_PERCENT,
  FIELD_NUMBERS_SUPERSCRIPT,
  FIELD_MARKS_SINGLE,
  FIELD_INTERJECTIONS_JOIN,
  FIELD_ORDINAL_PERIOD,
  FIELD_NOUNS_CAPITAL,
  FIELD_LOWER_PERIOD,
  FIELD_LOWER_MARK,
  FIELD_ENDS_COLON,
  FIELD_ENDS_SEMICOLON,
  FIELD_ENDS_ELLIPSIS,
  FIELD_COUNT
} gloss_field;

#define GLOSS_LIST(field) ((uint64_t)1 << (field))
#define GLOSS_ABBREVIATIONS (GLOSS_LIST(FIELD_ABBREVIATIONS_NAME + 1) - 1)

struct gloss_language {
  gloss_arena *arena; /* it lives in the arena that it owns */
  const char *code;
  bool rules;         /* false: exactly UAX #29 */
  bool flags[FIELD_COUNT];
  const char *name;
  gloss_word_table words;
  bool splits;        /* clitics.split has words */
  bool colons_end;    /* a colon or semicolon may end a sentence */
  uint64_t abbreviation_filter[64]; /* see gloss_abbreviation_slot */
  uint64_t split_filter[64]; /* which first four letters a cut word has */
};

/* The bit of the filter for an ASCII word: by its ends, in any case, and its
** length. */
static inline unsigned gloss_abbreviation_slot(const char *word, size_t len) {
  unsigned first = (unsigned char)word[0] & 31u;
  unsigned last = (unsigned char)word[len - 1] & 31u;
  return first << 7 | last << 2 | (unsigned)(len & 3);
}

/* Whether a word of ASCII letters may be an abbreviation; false is sure. */
static inline bool gloss_language_may_abbreviate(
    const gloss_language *language, const char *word, size_t len) {
  unsigned slot = gloss_abbreviation_slot(word, len);
  return (language->abbreviation_filter[slot >> 6] >> (slot & 63) & 1) != 0;
}

/* The bit of the filter for a word, in any case: by its first four bytes and
** its length, which is four or more. */
static inline unsigned gloss_split_slot(const char *word, size_t len) {
  uint32_t four;
  memcpy(&four, word, sizeof four);
  return (((four | 0x20202020u) + (uint32_t)len) * 2654435761u) >> 20;
}

/* Whether a word of four bytes or more may be one of clitics.split; false is
** sure. */
static inline bool gloss_language_may_split(const gloss_language *language,
                                            const char *word, size_t len) {
  unsigned slot = gloss_split_slot(word, len);
  return (language->split_filter[slot >> 6] >> (slot & 63) & 1) != 0;
}

/* Language rules off: what NULL means in gloss_options. */
static inline bool gloss_language_has_rules(const gloss_language *language) {
  return language != NULL && language->rules;
}

#endif

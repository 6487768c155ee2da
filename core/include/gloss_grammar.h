/* gloss_grammar.h - phrases of a small vocabulary; part of gloss.h.
**
** A grammar has words in classes (MONTH: january, february, ...), the forms in
** which numbers are written, and rules over classes: "month:MONTH day:INT2".
** A phrase is a run of known words, numbers and marks around a word of a
** trigger class. Phrases are found in one pass over the text, and each
** distinct one is kept, so that whoever reads them reads each once.
**
** A grammar is filled, built, then used; one thread at a time. */
#ifndef GLOSS_GRAMMAR_H
#define GLOSS_GRAMMAR_H

#include "gloss.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gloss_grammar gloss_grammar;

#define GLOSS_MAX_ITEMS 32         /* of a phrase */
#define GLOSS_MAX_WORD_CLASSES 200 /* of a grammar, those of numbers too */
#define GLOSS_MAX_RULE_NAMES 62    /* distinct names in the rules */
#define GLOSS_MAX_RULE_BYTES 4096  /* of a rule's source */

/* The classes of numbers in digits, as every grammar has them. */
typedef enum gloss_figure_class {
  GLOSS_FIGURE_ISO,     /* 2025-04-06 */
  GLOSS_FIGURE_DATE,    /* 4/6/2025 */
  GLOSS_FIGURE_CLOCK,   /* 12:30 */
  GLOSS_FIGURE_ORDINAL, /* 21st */
  GLOSS_FIGURE_DECADE,  /* 1990s */
  GLOSS_FIGURE_SMALL,   /* one or two digits */
  GLOSS_FIGURE_YEAR,    /* four digits from 1000 to 2999 */
  GLOSS_FIGURE_NUMBER,  /* any other: 1,250.5 */
  GLOSS_FIGURE_SHORT,   /* '82 */
  GLOSS_FIGURE_JUNK,    /* 1.2.3: digits that make no number */
  GLOSS_FIGURE_CLASSES
} gloss_figure_class;

/* How numbers are written: a suffix or mark, or a flag (any item). */
typedef enum gloss_figure_habit {
  GLOSS_ORDINAL_SUFFIX, /* "th" */
  GLOSS_DECADE_SUFFIX,  /* "er", besides "s" */
  GLOSS_HOUR_MARK,      /* "Uhr": before it "9.30" is a time */
  GLOSS_HOUR_LETTER,    /* a flag: "9 h 30" is a time */
  GLOSS_DECIMAL_COMMA,  /* a flag: 1.250,5 */
  GLOSS_THIN_SPACE      /* a flag: 1 250 */
} gloss_figure_habit;

GLOSS_API gloss_grammar *gloss_grammar_new(gloss_error *err);
GLOSS_API void gloss_grammar_free(gloss_grammar *grammar); /* NULL is fine */

enum {                     /* of a class of words */
  GLOSS_CLASS_TRIGGER = 1, /* its words have phrases around them */
  GLOSS_CLASS_EXACT = 2,   /* its words keep their case */
  GLOSS_CLASS_GLUED = 4    /* digits may follow its words at once: AD842 */
};
/* Adds a class; its number. The first GLOSS_FIGURE_CLASSES are there. -1:
** GLOSS_BAD_ARGUMENT (the name is taken), GLOSS_TOO_LARGE, GLOSS_NO_MEMORY. */
GLOSS_API int gloss_grammar_class(gloss_grammar *grammar, gloss_slice name,
                                  unsigned flags, gloss_error *err);
/* Adds a word, several with spaces, or a mark ("$"); its number, from 0. One in
** lower case stands for all spellings. -1: as above, or GLOSS_BAD_ARGUMENT. */
GLOSS_API int64_t gloss_grammar_word(gloss_grammar *grammar, int class_number,
                                     gloss_slice word, gloss_error *err);
GLOSS_API bool gloss_grammar_habit(gloss_grammar *grammar,
                                   gloss_figure_habit habit, gloss_slice item,
                                   gloss_error *err);

/* What a word is worth: true where nothing else was said. Texts and names are
** NUL-terminated behind their length. */
typedef enum gloss_worth {
  GLOSS_WORTH_TRUE,
  GLOSS_WORTH_FALSE,
  GLOSS_WORTH_NUMBER,
  GLOSS_WORTH_TEXT,
  GLOSS_WORTH_FIELDS /* several, each with a name; items of a list: "1", ... */
} gloss_worth;
typedef struct gloss_word_field {
  gloss_slice name;
  gloss_worth kind; /* of true, false, a number, a text */
  double number;
  gloss_slice text;
} gloss_word_field;
typedef struct gloss_word_value {
  gloss_worth kind;
  double number;
  gloss_slice text;
  const gloss_word_field *fields;
  size_t field_count;
} gloss_word_value;
/* Says what the word of that number is worth. Copied. GLOSS_BAD_ARGUMENT: no
** such word; GLOSS_TOO_LATE, GLOSS_NO_MEMORY. */
GLOSS_API bool gloss_grammar_set_value(gloss_grammar *grammar, size_t word,
                                       const gloss_word_value *value,
                                       gloss_error *err);
/* Words count from 0; NULL where there is no such word, as a figure has none. */
GLOSS_API const gloss_word_value *gloss_grammar_value(
    const gloss_grammar *grammar, uint32_t word);
GLOSS_API size_t gloss_grammar_word_count(const gloss_grammar *grammar);
/* The word as it was given, and its class, of a number that there is. */
GLOSS_API gloss_slice gloss_grammar_word_bytes(const gloss_grammar *grammar,
                                               uint32_t word,
                                               uint8_t *class_number);
/* Number words are joined, as core/match/numerals.h says: "twenty-one" is one
** item; and phrases that no rule matches are not found. GLOSS_TOO_LATE. */
GLOSS_API bool gloss_grammar_join(gloss_grammar *grammar, gloss_error *err);
/* A name for several classes: "INT2 NUM". They must be there. */
GLOSS_API bool gloss_grammar_set(gloss_grammar *grammar, gloss_slice name,
                                 gloss_slice members, gloss_error *err);
/* Adds a rule, in the notation of docs/grammars.md; rules count from 0.
** GLOSS_BAD_PATTERN, offset in the source; GLOSS_TOO_LARGE, GLOSS_NO_MEMORY. */
GLOSS_API bool gloss_grammar_rule(gloss_grammar *grammar, gloss_slice source,
                                  gloss_error *err);
/* After this it can be used and no more be filled. GLOSS_NO_MEMORY. */
GLOSS_API bool gloss_grammar_build(gloss_grammar *grammar, gloss_error *err);
/* NULL where there is no class of that number. */
GLOSS_API const char *gloss_grammar_class_name(const gloss_grammar *grammar,
                                               int class_number);
GLOSS_API const char *gloss_grammar_rule_name(const gloss_grammar *grammar,
                                              unsigned name);
/* The number of a class, and of a name in rules; -1 where there is none. */
GLOSS_API int gloss_grammar_find_class(const gloss_grammar *grammar,
                                       gloss_slice name);
GLOSS_API int gloss_grammar_find_name(const gloss_grammar *grammar,
                                      gloss_slice name);
/* Does a class, or a set of them, called so have that class? */
GLOSS_API bool gloss_grammar_includes(const gloss_grammar *grammar,
                                      gloss_slice name, unsigned class_number);
/* How many rules there are. */
GLOSS_API size_t gloss_grammar_rule_count(const gloss_grammar *grammar);

/* One word, number or mark of a phrase. */
typedef struct gloss_item {
  uint32_t start, end; /* bytes of the phrase, the end left out */
  uint32_t word;       /* its number; GLOSS_NO_GRAMMAR_WORD: a figure */
  uint8_t class_number;
  char gap;            /* what separates it from the one before: '_' white
                          space, '+' nothing, '=' a dash between spaces, or a
                          mark: , - / ( */
  char mark;           /* of 4/6/2025: the slash or point */
  bool short_year;     /* of 4/6/25 */
  bool year_first;     /* of 2025/4/6 */
  bool scaled;         /* joined: one number and one scale, "2 million" */
  bool approx;         /* joined: "une centaine" */
  uint8_t pieces;      /* 0: as it was read; else how many were joined */
  double value;        /* of a number, or of a word that is worth one */
  double scale;        /* joined: what its last words multiply by; else 1 */
  int32_t parts[3];    /* of a date, as written; of a clock time: hour, minute,
                          second or -1 */
  uint32_t clock;      /* of 2025-04-06T12:30: where 12:30 begins, or 0 */
} gloss_item;
#define GLOSS_NO_GRAMMAR_WORD UINT32_MAX

typedef struct gloss_phrase {
  const char *bytes; /* as written */
  uint32_t len;
  uint32_t item_count;
  const gloss_item *items;
} gloss_phrase;

typedef struct gloss_phrase_place {
  uint32_t phrase; /* its number */
  uint32_t start;
} gloss_phrase_place;

/* The phrases of a document up to the byte `limit`, masked text left out, in
** text order. The array lives until the next call. A phrase keeps its number
** until `*generation` is another: then all that was known is forgotten. */
GLOSS_API bool gloss_grammar_find(gloss_grammar *grammar, const gloss_doc *doc,
                                  size_t limit,
                                  const gloss_phrase_place **places,
                                  size_t *count, unsigned *generation,
                                  gloss_error *err);
/* The phrase of that number. Lives until the next search. */
GLOSS_API const gloss_phrase *gloss_grammar_phrase(const gloss_grammar *grammar,
                                                   uint32_t phrase);
/* No search gives the phrase again: it says nothing, wherever it stands. */
GLOSS_API void gloss_grammar_drop(gloss_grammar *grammar, uint32_t phrase);

/* The word right before or behind a place of a text, letters and digits, with
** nothing but white space and hyphens between; not further than 64 bytes.
** false: there is none. */
GLOSS_API bool gloss_word_before(const char *text, size_t len, size_t at,
                                 gloss_span *word);
GLOSS_API bool gloss_word_after(const char *text, size_t len, size_t at,
                                gloss_span *word);

/* A match of a rule over the items of a phrase. */
typedef struct gloss_rule_match {
  uint32_t rule;
  uint8_t first, last; /* items of its span */
  uint8_t stop;        /* the last item that it asked for */
  uint8_t name_count;
  struct { uint8_t name, item; } names[GLOSS_MAX_ITEMS];
} gloss_rule_match;
/* The matches that begin at item `item` (from 0) of a phrase, the longest
** first, then by number of the rule: of each rule the first way in which it
** fits. They live until the next search. GLOSS_NO_MEMORY; GLOSS_BAD_ARGUMENT: no
** such phrase or item. */
GLOSS_API bool gloss_grammar_matches(gloss_grammar *grammar, uint32_t phrase,
                                     size_t item,
                                     const gloss_rule_match **matches,
                                     size_t *count, gloss_error *err);

#ifdef __cplusplus
}
#endif
#endif

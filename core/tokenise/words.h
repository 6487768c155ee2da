/* words.h - word boundaries by UAX #29, all its rules, Unicode 15.0.
**
** A stream over valid UTF-8: at each call a block of at most 64 bytes with its
** boundaries as bits, or an array filled with tokens. It allocates nothing and
** is linear in the text. One stream belongs to one thread; the text is the
** caller's and must outlive it. Offsets and sizes are in bytes. */
#ifndef GLOSS_TOKENISE_WORDS_H
#define GLOSS_TOKENISE_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes by class, bit i for byte i. What is above ASCII is in `high`; where it
** begins in `first`. Where the first byte, or the first two, tell the
** Word_Break class, that is enough: most letters of Latin, Greek, Cyrillic,
** Arabic and Hangul are in `letter` too (their first bytes), and Han (E4 to
** E9) is of class Other. The first bytes of all else are in `lead`. */
typedef struct gloss_word_masks {
  uint64_t letter, digit, underscore;
  uint64_t mid_letter; /* ' . :    may stand between letters */
  uint64_t mid_number; /* ' . , ;  may stand between digits */
  uint64_t blank;      /* the space character */
  uint64_t control;    /* white space from U+0009 to U+000D */
  uint64_t high, first, lead;
} gloss_word_masks;

/* Classifies 64 bytes. Three ways, with one answer. */
typedef void gloss_word_classify(const char *bytes, gloss_word_masks *out);
gloss_word_classify gloss_word_classify_plain;
gloss_word_classify *gloss_word_classify_best(void); /* on this machine */

struct gloss_words;

/* Where tokens go: `room` (at least GLOSS_WORDS_ROOM) of each. */
typedef struct gloss_word_columns {
  uint32_t *starts, *ends;
  uint8_t *kinds; /* gloss_kind */
  uint8_t *flags; /* GLOSS_ASCII, or 0 */
  size_t room;
} gloss_word_columns;

/* Fills the columns, see gloss_words_tokens. Three ways, with one answer. */
typedef size_t gloss_words_fill(struct gloss_words *words,
                                const gloss_word_columns *columns);
gloss_words_fill gloss_words_fill_plain;
gloss_words_fill *gloss_words_fill_best(void); /* on this machine */

typedef struct gloss_words {
  const char *text;
  uint32_t len;
  uint32_t at;      /* all before it is decided */
  gloss_word_classify *classify; /* a test may change these two */
  gloss_words_fill *fill;
  uint64_t ahead;   /* code points looked at ahead of `at`, for tests */
  /* private */
  bool slow;        /* in text that the masks do not know */
  uint8_t state;    /* then: of the automaton, words.c */
  bool joiner;      /* then: the last code point is a ZWJ */
  uint8_t last;     /* else: what the last code point is, words.c */
  bool narrow;      /* U+202F was met, see gloss_words_tokens */
  bool spaced;      /* the last byte is white space, or none is yet */
  bool open;        /* a token is not yet complete, which starts at ... */
  uint32_t start;
  bool wide;        /* and has bytes above ASCII */
} gloss_words;

/* `len` is at most GLOSS_MAX_TEXT. */
void gloss_words_start(gloss_words *words, const char *text, size_t len);

typedef struct gloss_word_block {
  uint32_t at;
  uint32_t size;     /* 1 to 64; ends with a whole code point */
  uint64_t boundary; /* bit i: there is a boundary before byte at + i */
  uint64_t space;    /* bit i: byte at + i is White_Space (but U+202F) */
  uint64_t word;     /* bit i: a token that starts there is surely a word */
  uint64_t high;     /* bit i: byte at + i is above ASCII */
} gloss_word_block;

/* The next block, in order, without gaps; false at the end of the text, where
** there is one more boundary. Not to be mixed with gloss_words_tokens. */
bool gloss_words_block(gloss_words *words, gloss_word_block *block);

/* Tokens: what is between two boundaries, without White_Space at its ends
** (U+202F is ExtendNumLet, and may stand inside one); empty ones are dropped.
** Fills the columns; how many, 0 at the end. */
enum { GLOSS_WORDS_ROOM = 128 };
size_t gloss_words_tokens(gloss_words *words,
                          const gloss_word_columns *columns);

/* The kind (a gloss_kind) of a token of these rules, by its first code points
** that are not marks or connectors: word, number, punctuation, symbol, emoji.
** start < end. */
uint8_t gloss_word_kind(const char *text, uint32_t start, uint32_t end);

#endif

/* chars.h - what a code point is to the rules of tokens: one class each.
**
** The rules see nothing finer than this. */
#ifndef GLOSS_TOKENISE_CHARS_H
#define GLOSS_TOKENISE_CHARS_H

#include "unicode/utf8.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum gloss_char {
  CHAR_SPACE,
  CHAR_LETTER,
  CHAR_DIGIT,
  CHAR_MARK,       /* Extend, Format, ZWJ: belongs to what is before it */
  CHAR_APOSTROPHE, /* ' and U+2019 */
  CHAR_HYPHEN,     /* - U+2010 U+2011 */
  CHAR_DASH,       /* other dashes */
  CHAR_DOT,
  CHAR_COMMA,
  CHAR_COLON,
  CHAR_SEMICOLON,
  CHAR_END,        /* ! ? and the end marks of other scripts */
  CHAR_ELLIPSIS,   /* U+2026 */
  CHAR_SLASH,
  CHAR_AT,
  CHAR_HASH,
  CHAR_UNDERSCORE,
  CHAR_AMPERSAND,
  CHAR_PERCENT,
  CHAR_CURRENCY,
  CHAR_OPEN,       /* brackets and opening quotes */
  CHAR_SHUT,
  CHAR_QUOTE,      /* " and quotes of no direction, ` */
  CHAR_SYMBOL,     /* + = < > | ~ ^ ... */
  CHAR_PUNCTUATION,/* the rest of P* */
  CHAR_EMOJI,
  CHAR_REGIONAL,   /* half a flag */
  CHAR_IDEOGRAPH,  /* Han and Hiragana: a token each */
  CHAR_KATAKANA,   /* runs */
  CHAR_COMPLEX,    /* Thai, Khmer, Burmese ...: no spaces between words */
  CHAR_OTHER,
  CHAR_COUNT
} gloss_char;

#define CHAR_BIT_OF(c) ((uint32_t)1 << (c))

/* The class of a code point, by the Unicode tables. */
gloss_char gloss_char_of(uint32_t cp);

/* The same for the alphabets, made once: chars_table.c. */
#define GLOSS_CHARS_TABLE 0x3100
extern const uint8_t gloss_chars_table[GLOSS_CHARS_TABLE];

/* The class of the code point at `at` (at < len); `*next` is behind it. */
static inline gloss_char gloss_char_at(const char *text, size_t at,
                                       size_t *next) {
  uint32_t cp = gloss_utf8_next(text, at, next);
  if (cp < GLOSS_CHARS_TABLE) return (gloss_char)gloss_chars_table[cp];
  if (cp - 0x4E00 < 0x5200) return CHAR_IDEOGRAPH; /* most of Chinese */
  return gloss_char_of(cp);
}

/* Whether a capital (or title-case) letter stands at `at`. */
bool gloss_is_capital_wide(const char *text, size_t at);

/* 0: a letter without case, 1: a capital, 2: a small one. */
unsigned gloss_char_case(const char *text, size_t at);

static inline bool gloss_is_letter(char c) {
  return (unsigned)((unsigned char)c | 32) - 'a' < 26;
}
static inline bool gloss_is_digit(char c) {
  return (unsigned)(unsigned char)c - '0' < 10;
}
static inline bool gloss_is_upper(char c) {
  return (unsigned)(unsigned char)c - 'A' < 26;
}

static inline bool gloss_is_capital(const char *text, size_t at) {
  return (unsigned char)text[at] < 0x80 ? gloss_is_upper(text[at])
                                        : gloss_is_capital_wide(text, at);
}

#endif

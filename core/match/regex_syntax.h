/* regex_syntax.h - reads the syntax of PCRE2, item by item; for
** regex_prefix.c.
**
** Only what is usual is understood, and only patterns that PCRE2 has compiled
** are read: what they mean is in question, not whether they are right. */
#ifndef GLOSS_MATCH_REGEX_SYNTAX_H
#define GLOSS_MATCH_REGEX_SYNTAX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct gloss_regex_reader {
  const char *at, *end;
  unsigned flags; /* GLOSS_REGEX_..., as they are here */
} gloss_regex_reader;

typedef struct gloss_utf8_char {
  char bytes[4];
  uint8_t len;
} gloss_utf8_char;

/* Characters that an item may take, or more than these: those of ASCII as
** bits, single others, and all others that begin with a byte of `leads` (bits
** from 0xC0 on). */
enum { GLOSS_SET_CHARS = 8 };
typedef struct gloss_char_set {
  uint64_t ascii[2];
  uint64_t leads;
  gloss_utf8_char chars[GLOSS_SET_CHARS];
  uint8_t char_count;
  bool vague; /* `ascii` has more than the item takes */
} gloss_char_set;

typedef enum gloss_regex_item_kind {
  GLOSS_ITEM_SET,          /* takes one character of the set */
  GLOSS_ITEM_SET_AND_MORE, /* one of the set, and then it is not known what */
  GLOSS_ITEM_NOTHING,      /* takes none */
  GLOSS_ITEM_EDGE,         /* \b */
  GLOSS_ITEM_GROUP,        /* the head of a group, and of one that looks */
  GLOSS_ITEM_LOOK,
  GLOSS_ITEM_UNKNOWN,      /* any number of whatever */
  GLOSS_ITEM_FAIL          /* not understood */
} gloss_regex_item_kind;

/* Is there another item in this alternative? White space and comments before
** it are passed over where they mean nothing. */
bool gloss_regex_more(gloss_regex_reader *reader);
gloss_regex_item_kind gloss_regex_item(gloss_regex_reader *reader,
                                       gloss_char_set *set);
/* A repetition of the last item; `*max` UINT32_MAX: without end. */
bool gloss_regex_repetition(gloss_regex_reader *reader, uint32_t *min,
                            uint32_t *max);
bool gloss_regex_or(gloss_regex_reader *reader);    /* | */
bool gloss_regex_close(gloss_regex_reader *reader); /* ) */
bool gloss_regex_at_end(const gloss_regex_reader *reader);

/* Bytes that begin what is not ASCII in \d and \s (UCP) */
#define GLOSS_LEAD(byte) ((uint64_t)1 << ((byte) - 0xC0))
#define GLOSS_DIGIT_LEADS                                                     \
  (GLOSS_LEAD(0xD9) | GLOSS_LEAD(0xDB) | GLOSS_LEAD(0xDF) |                   \
   GLOSS_LEAD(0xE0) | GLOSS_LEAD(0xE1) | GLOSS_LEAD(0xEA) |                   \
   GLOSS_LEAD(0xEF) | GLOSS_LEAD(0xF0))
#define GLOSS_SPACE_LEADS                                                     \
  (GLOSS_LEAD(0xC2) | GLOSS_LEAD(0xE1) | GLOSS_LEAD(0xE2) | GLOSS_LEAD(0xE3))

#endif

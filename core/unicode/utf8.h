/* utf8.h - reading code points of text that has been checked, and the check
** (gloss_utf8_check of gloss.h, here for the tests in its parts). */
#ifndef GLOSS_UNICODE_UTF8_H
#define GLOSS_UNICODE_UTF8_H

#include <stddef.h>
#include <stdint.h>

/* The code point at `at` of valid UTF-8; `*next` is the offset behind it. */
static inline uint32_t gloss_utf8_next(const char *text, size_t at,
                                       size_t *next) {
  const unsigned char *s = (const unsigned char *)text + at;
  if (s[0] < 0x80) {
    *next = at + 1;
    return s[0];
  }
  if (s[0] < 0xE0) {
    *next = at + 2;
    return ((uint32_t)(s[0] & 0x1F) << 6) | (s[1] & 0x3Fu);
  }
  if (s[0] < 0xF0) {
    *next = at + 3;
    return ((uint32_t)(s[0] & 0x0F) << 12) | ((uint32_t)(s[1] & 0x3F) << 6) |
           (s[2] & 0x3Fu);
  }
  *next = at + 4;
  return ((uint32_t)(s[0] & 0x07) << 18) | ((uint32_t)(s[1] & 0x3F) << 12) |
         ((uint32_t)(s[2] & 0x3F) << 6) | (s[3] & 0x3Fu);
}

/* The start of the code point that ends before `at` (at > 0). */
static inline size_t gloss_utf8_before(const char *text, size_t at) {
  do at--;
  while (at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80);
  return at;
}

/* Writes `cp` (no surrogate) behind `out`, at most 4 bytes; how many. */
static inline size_t gloss_utf8_write(uint32_t cp, char *out) {
  if (cp < 0x80) {
    out[0] = (char)cp;
    return 1;
  }
  if (cp < 0x800) {
    out[0] = (char)(0xC0 | (cp >> 6));
    out[1] = (char)(0x80 | (cp & 0x3F));
    return 2;
  }
  if (cp < 0x10000) {
    out[0] = (char)(0xE0 | (cp >> 12));
    out[1] = (char)(0x80 | ((cp >> 6) & 0x3F));
    out[2] = (char)(0x80 | (cp & 0x3F));
    return 3;
  }
  out[0] = (char)(0xF0 | (cp >> 18));
  out[1] = (char)(0x80 | ((cp >> 12) & 0x3F));
  out[2] = (char)(0x80 | ((cp >> 6) & 0x3F));
  out[3] = (char)(0x80 | (cp & 0x3F));
  return 4;
}

/* The length of the code point at `at` if its bytes are valid; else 0, and
** `*bad` is the length of what one U+FFFD replaces: a start of a code point
** that goes no further ("maximal subpart"), or one byte. at < len. */
size_t gloss_utf8_one(const char *text, size_t len, size_t at, size_t *bad);

/* gloss_utf8_check by plain C alone, for any machine. */
size_t gloss_utf8_check_plain(const char *text, size_t len);

#endif

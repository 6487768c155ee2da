/* utf8.h - reading code points of text that has been checked. */
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

#endif

/* bytes.h - what the bytes of a line are. Letters of ASCII have a case here;
** all bytes of other characters count as letters. */
#ifndef GLOSS_CLEAN_BYTES_H
#define GLOSS_CLEAN_BYTES_H

#include "gloss.h"

#include <string.h>

static inline bool gloss_is_upper(char c) { return c >= 'A' && c <= 'Z'; }
static inline bool gloss_is_lower(char c) { return c >= 'a' && c <= 'z'; }
static inline bool gloss_is_alpha(char c) {
  return gloss_is_upper(c) || gloss_is_lower(c);
}
static inline bool gloss_is_digit(char c) { return c >= '0' && c <= '9'; }
static inline bool gloss_is_alnum(char c) {
  return gloss_is_alpha(c) || gloss_is_digit(c);
}
static inline bool gloss_is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
static inline bool gloss_is_high(char c) { return (unsigned char)c >= 0x80; }
static inline bool gloss_is_letter(char c) {
  return gloss_is_alpha(c) || gloss_is_high(c);
}
static inline bool gloss_is_punct(char c) {
  return c > ' ' && c < 0x7F && !gloss_is_alnum(c);
}
static inline char gloss_to_lower(char c) {
  return gloss_is_upper(c) ? (char)(c + ('a' - 'A')) : c;
}

/* Is a byte one of those of a string? */
static inline bool gloss_is_in(char c, const char *set) {
  return c != '\0' && strchr(set, c) != NULL;
}

static inline gloss_slice gloss_slice_of(const char *bytes, size_t len) {
  return (gloss_slice){ bytes, len };
}
/* From `at` on; the first `len` bytes. */
static inline gloss_slice gloss_slice_from(gloss_slice s, size_t at) {
  return (gloss_slice){ s.bytes + at, s.len - at };
}
static inline gloss_slice gloss_slice_to(gloss_slice s, size_t len) {
  return (gloss_slice){ s.bytes, len };
}

static inline bool gloss_starts_with(gloss_slice s, gloss_slice with) {
  return s.len >= with.len && memcmp(s.bytes, with.bytes, with.len) == 0;
}
/* The same where `with` is in small letters and `s` in any. */
static inline bool gloss_starts_with_any(gloss_slice s, gloss_slice with) {
  if (s.len < with.len) return false;
  for (size_t i = 0; i < with.len; i++)
    if (gloss_to_lower(s.bytes[i]) != with.bytes[i]) return false;
  return true;
}

/* The place of `what` in `s` at or after `from`; s.len + 1: nowhere. */
size_t gloss_slice_find(gloss_slice s, gloss_slice what, size_t from);

/* Where a run of letters, or of white space, that begins at `at` ends. */
static inline size_t gloss_letters_end(gloss_slice s, size_t at) {
  while (at < s.len && gloss_is_letter(s.bytes[at])) at++;
  return at;
}
static inline size_t gloss_alphas_end(gloss_slice s, size_t at) {
  while (at < s.len && gloss_is_alpha(s.bytes[at])) at++;
  return at;
}
static inline size_t gloss_spaces_end(gloss_slice s, size_t at) {
  while (at < s.len && gloss_is_space(s.bytes[at])) at++;
  return at;
}
static inline size_t gloss_digits_end(gloss_slice s, size_t at) {
  while (at < s.len && gloss_is_digit(s.bytes[at])) at++;
  return at;
}
/* Without white space at its end. */
static inline gloss_slice gloss_without_end(gloss_slice s) {
  while (s.len > 0 && gloss_is_space(s.bytes[s.len - 1])) s.len--;
  return s;
}

#endif

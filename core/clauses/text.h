/* text.h - what bytes of a text are, in ASCII, for the files of clauses. */
#ifndef GLOSS_CLAUSES_TEXT_H
#define GLOSS_CLAUSES_TEXT_H

#include "gloss.h"

#include <string.h>

static inline bool gloss_blank_byte(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
static inline bool gloss_capital_byte(char c) { return c >= 'A' && c <= 'Z'; }
static inline bool gloss_small_byte(char c) { return c >= 'a' && c <= 'z'; }

/* Is there nothing but blanks between a place and the end of its line? The
** text's last line has no end. */
static inline bool gloss_ends_line(const char *text, size_t len, size_t at) {
  while (at < len && text[at] != '\n' && gloss_blank_byte(text[at])) at++;
  return at < len && text[at] == '\n';
}

#endif

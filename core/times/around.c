/* around.c - the words beside a place, and whether a clause ends there. */
#include <string.h>

#include "times/times.h"

/* ---- Words ---- */

static gloss_word_beside look_at(const gloss_times_context *x, bool there,
                                 gloss_span span) {
  gloss_word_beside w = { .there = there, .span = span };
  if (!there) return w;
  w.len = span.end - span.start;
  if (w.len > sizeof w.low) w.len = sizeof w.low;
  w.capital = gloss_upper((unsigned char)x->text[span.start]);
  for (size_t i = 0; i < w.len; i++) {
    unsigned char c = (unsigned char)x->text[span.start + i];
    w.low[i] = (char)(gloss_upper(c) ? c + 32 : c);
  }
  w.sets = gloss_times_sets_of(x->t, (gloss_slice){ w.low, w.len });
  return w;
}

gloss_word_beside gloss_times_word_before(const gloss_times_context *x,
                                          uint32_t at) {
  gloss_span span;
  bool there = gloss_word_before(x->text, x->len, at, &span);
  return look_at(x, there, span);
}

gloss_word_beside gloss_times_word_after(const gloss_times_context *x,
                                         uint32_t at) {
  gloss_span span;
  bool there = gloss_word_after(x->text, x->len, at, &span);
  return look_at(x, there, span);
}

uint64_t gloss_times_sets_of(const gloss_times *t, gloss_slice word) {
  uint32_t number = gloss_intern_find(&t->words, word.bytes, word.len);
  return number == GLOSS_NOT_INTERNED ? 0 : t->word_sets[number];
}

bool gloss_times_has_ending(const gloss_endings *endings, gloss_slice word) {
  for (size_t i = 0; i < endings->count; i++) {
    gloss_slice end = endings->list[i];
    if (end.len <= word.len &&
        memcmp(word.bytes + word.len - end.len, end.bytes, end.len) == 0)
      return true;
  }
  return false;
}

/* ---- Places ---- */

/* Behind an end mark or line break, white space and quotation marks between;
** four bytes are enough for these. */
bool gloss_times_starts(const gloss_times_context *x, int64_t at) {
  if (at <= 0) return at == 0;
  for (int64_t i = at - 1; i >= 0 && i >= at - 4; i--) {
    unsigned char c = (unsigned char)x->text[i];
    if (c != 0 && strchr(".!?:\"\n", c) != NULL) return true;
    if (!gloss_blank(c)) return false;
  }
  return false;
}

/* Where closing marks that begin at `at` end: quotation marks, brackets;
** whether a bracket is among them. */
static size_t closing_end(const gloss_times_context *x, size_t at,
                          bool *bracket) {
  for (*bracket = false;;) {
    unsigned char c = gloss_text_byte(x, at);
    if (c == ')') *bracket = true;
    if (c == '"' || c == '\'' || c == ')') at++;
    else if (at + 3 <= x->len && memcmp(x->text + at, "\xE2\x80\x9D", 3) == 0)
      at += 3;
    else return at;
  }
}

bool gloss_times_ends_here(const gloss_times_context *x) {
  bool bracket;
  size_t at = closing_end(x, x->to, &bracket), line = x->to;
  unsigned char c = gloss_text_byte(x, at);
  if (bracket || (c != 0 && strchr(".,;:!?", c) != NULL)) return true;
  while (gloss_text_byte(x, line) == ' ' || gloss_text_byte(x, line) == '\t')
    line++;
  if (gloss_text_byte(x, line) == '\n') return true;
  while (at < x->len && gloss_blank((unsigned char)x->text[at])) at++;
  return at == x->len;
}

/* edges.c - what stands in a bracket, in pieces, and without what is around
** them: white space, commas, quotation marks, words that introduce them. */
#include "acronyms/acronyms.h"
#include "base/array.h"

/* ---- Marks --------------------------------------------------------------- */

static const char *const quotes[] = {
  "\"", "'", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x98", "\xE2\x80\x99",
  "\xE2\x80\x9E", "\xC2\xAB", "\xC2\xBB"
};
enum { QUOTES = sizeof quotes / sizeof *quotes };

/* The bytes of the quotation mark that begins at a place, or 0. */
static uint32_t quote_after(const gloss_acronyms *a, uint32_t at) {
  for (size_t i = 0; i < QUOTES; i++) {
    size_t len = strlen(quotes[i]);
    if (a->len - at >= len && memcmp(a->text + at, quotes[i], len) == 0)
      return (uint32_t)len;
  }
  return 0;
}

/* ... of the one that ends there. */
static uint32_t quote_before(const gloss_acronyms *a, uint32_t end) {
  for (size_t i = 0; i < QUOTES; i++) {
    size_t len = strlen(quotes[i]);
    if (end >= len && memcmp(a->text + end - len, quotes[i], len) == 0)
      return (uint32_t)len;
  }
  return 0;
}

static bool is_edge(char c) { return gloss_is_white(c) || c == ','; }

/* Without white space, commas and quotation marks at its ends. */
gloss_span gloss_trim(const gloss_acronyms *a, gloss_span s) {
  uint32_t before, behind;
  do {
    while (s.start < s.end && is_edge(a->text[s.start])) s.start++;
    while (s.end > s.start && is_edge(a->text[s.end - 1])) s.end--;
    if (s.start >= s.end) return s;
    before = quote_after(a, s.start);
    behind = quote_before(a, s.end);
    s.start += before;
    s.end = s.end > behind ? s.end - behind : 0;
  } while (before > 0 || behind > 0);
  return s;
}

/* ---- Words that introduce ------------------------------------------------ */

/* The end of an introduction that stands at the start of a span, or 0. A blank
** in it stands for white space, "?" makes the mark before it optional; white
** space follows. */
static uint32_t introduced(const gloss_acronyms *a, gloss_span s,
                           gloss_slice words) {
  uint32_t at = s.start;
  for (size_t i = 0; i <= words.len; i++) {
    char c = i < words.len ? words.bytes[i] : ' ';
    if (c == ' ') {
      if (at >= s.end || !gloss_is_white(a->text[at])) return 0;
      while (at < s.end && gloss_is_white(a->text[at])) at++;
      continue;
    }
    if (at < s.end && gloss_lower(a->text[at]) == c) at++;
    else if (i + 1 >= words.len || words.bytes[i + 1] != '?') return 0;
    if (i + 1 < words.len && words.bytes[i + 1] == '?') i++;
  }
  return at;
}

gloss_span gloss_bare(const gloss_acronyms *a, gloss_span s) {
  size_t i = 0;
  s = gloss_trim(a, s);
  while (i < a->introductions.count) {
    uint32_t to = s.start < s.end
                      ? introduced(a, s, a->introductions.list[i]) : 0;
    i++;
    if (to == 0 || to >= s.end) continue;
    s.start = to;
    s = gloss_trim(a, s);
    i = 0;
  }
  return s;
}

/* ---- Pieces -------------------------------------------------------------- */

uint32_t gloss_mark_from(const gloss_acronyms *a, gloss_span s) {
  while (s.start < s.end && a->text[s.start] != ',' && a->text[s.start] != ';')
    s.start++;
  return s.start;
}

/* Is the comma part of a number, or of a name such as 2,6-diol? */
static bool is_inside(const gloss_acronyms *a, uint32_t at) {
  return at > 0 && gloss_is_figure(a->text[at - 1]) && a->text[at] == ',' &&
         gloss_is_figure(gloss_char(a, at + 1));
}

/* The first word of those that part a list, "and", with the white space around
** it; empty at the end: there is none. */
static gloss_span conjunction_in(const gloss_acronyms *a, gloss_span s) {
  for (uint32_t i = s.start; i < s.end;) {
    uint32_t from = i, to;
    if (!gloss_is_white(a->text[i])) {
      i++;
      continue;
    }
    while (i < s.end && gloss_is_white(a->text[i])) i++;
    for (size_t k = 0; k < a->conjunctions.count; k++) {
      gloss_slice word = a->conjunctions.list[k];
      to = i + (uint32_t)word.len;
      if (s.end - i <= word.len || !gloss_is_white(a->text[to]) ||
          memcmp(a->text + i, word.bytes, word.len) != 0)
        continue;
      while (to < s.end && gloss_is_white(a->text[to])) to++;
      return (gloss_span){ from, to };
    }
  }
  return (gloss_span){ s.end, s.end };
}

/* The pieces of a bracket between semicolons, commas and "and". */
void gloss_cut_bracket(gloss_acronyms *a, gloss_span s) {
  uint32_t at = s.start;
  a->piece_count = 0;
  while (at < s.end) {
    uint32_t stop = gloss_mark_from(a, (gloss_span){ at, s.end });
    gloss_span word;
    while (stop < s.end && is_inside(a, stop))
      stop = gloss_mark_from(a, (gloss_span){ stop + 1, s.end });
    word = conjunction_in(a, (gloss_span){ at, stop });
    if (!gloss_array_reserve(a->pieces, a->piece_room, a->piece_count + 1)) {
      a->failed = true;
      return;
    }
    a->pieces[a->piece_count++] = (gloss_span){ at, word.start };
    at = word.start < stop ? word.end : stop + 1;
  }
}

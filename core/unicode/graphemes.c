/* graphemes.c - what a reader sees as one character, and how wide it is. */
#include <utf8proc.h>

#include "gloss.h"
#include "unicode/breaks.h"
#include "unicode/utf8.h"

size_t gloss_grapheme_next(const char *text, size_t len, size_t from) {
  size_t at = from, next;
  utf8proc_int32_t before, after, state = 0;
  if (from >= len) return len;
  before = (utf8proc_int32_t)gloss_utf8_next(text, from, &at);
  for (; at < len; at = next) {
    if (((unsigned char)text[at] | (uint32_t)before) < 0x80 && before != '\r')
      return at;
    after = (utf8proc_int32_t)gloss_utf8_next(text, at, &next);
    if (utf8proc_grapheme_break_stateful(before, after, &state)) return at;
    before = after;
  }
  return len;
}

/* Columns of the cluster [at, end): those of its characters, marks left out,
** but no more than two, since a family of emoji is drawn as one. */
static size_t cluster_width(const char *text, size_t at, size_t end) {
  enum { EMOJI_STYLE = 0xFE0F };
  size_t width = 0;
  bool pictograph = false;
  while (at < end) {
    uint32_t cp = gloss_utf8_next(text, at, &at);
    uint32_t flags = gloss_class_of(cp)->flags;
    if (flags & GLOSS_CP_PICTOGRAPH) pictograph = true;
    if (cp == EMOJI_STYLE && pictograph) width = 2;
    if (!(flags & GLOSS_CP_MARK))
      width += (size_t)utf8proc_charwidth((utf8proc_int32_t)cp);
  }
  return width < 2 ? width : 2;
}

size_t gloss_text_width(const char *text, size_t len) {
  size_t width = 0, at = 0;
  while (at < len) {
    size_t end = gloss_grapheme_next(text, len, at);
    width += cluster_width(text, at, end);
    at = end;
  }
  return width;
}

const char *gloss_unicode_version(void) {
  return gloss_breaks_version;
}

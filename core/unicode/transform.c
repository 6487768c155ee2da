/* transform.c - whole texts: folded, in other case, without accents, mended. */
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "base/error.h"
#include "gloss.h"
#include "unicode/breaks.h"
#include "unicode/fold.h"
#include "unicode/utf8.h"

enum { PIECE = 1024 }; /* bytes of text between two looks at the room left */

/* Makes room for `more` bytes and a NUL. On failure the bytes are freed. */
static bool reserve(gloss_string *s, size_t *room, size_t more) {
  size_t wanted = s->len + more + 1;
  char *bytes;
  if (wanted <= *room) return true;
  if (wanted < *room * 2) wanted = *room * 2;
  bytes = realloc(s->bytes, wanted);
  if (bytes == NULL) {
    gloss_string_free(s);
    return false;
  }
  s->bytes = bytes;
  *room = wanted;
  return true;
}

/* The end of the piece that starts at `at`, between two code points. */
static size_t piece_end(const char *text, size_t len, size_t at) {
  size_t end = len - at > PIECE ? at + PIECE : len;
  while (end < len && ((unsigned char)text[end] & 0xC0) == 0x80) end--;
  return end;
}

static bool fold(gloss_form form, const char *text, size_t len,
                 gloss_string *out) {
  gloss_folder folder = { .form = form };
  size_t at = 0, end;
  for (; at < len; at = end) {
    end = piece_end(text, len, at);
    if (!reserve(out, &folder.room, GLOSS_FOLD_ROOM(end - at) +
                                    sizeof folder.pending)) return false;
    folder.out = out->bytes;
    gloss_folder_add(&folder, text + at, end - at);
    out->len = folder.len;
  }
  if (!reserve(out, &folder.room, sizeof folder.pending)) return false;
  folder.out = out->bytes;
  gloss_folder_end(&folder);
  out->len = folder.len;
  return true;
}

/* Where one is in a word, for titles: what a mark in the middle of a word
** leaves open, the next character decides ("don't", but "rock 'n"). */
typedef enum place { OUTSIDE, INSIDE, AFTER_MIDDLE } place;

static place step(place now, uint32_t cp) {
  switch (gloss_class_of(cp)->word) {
    case WB_ALETTER: case WB_HEBREW: case WB_NUMERIC: case WB_KATAKANA:
    case WB_EXTENDNUMLET:
      return INSIDE;
    case WB_EXTEND: case WB_FORMAT: case WB_ZWJ:
      return now;
    case WB_SINGLE_QUOTE: case WB_MIDNUMLET: case WB_MIDLETTER:
      return now == INSIDE ? AFTER_MIDDLE : OUTSIDE;
    default:
      return OUTSIDE;
  }
}

static uint32_t recase(gloss_transform how, uint32_t cp, place before) {
  utf8proc_int32_t c = (utf8proc_int32_t)cp;
  if (how == GLOSS_UPPER) return (uint32_t)utf8proc_toupper(c);
  if (how == GLOSS_LOWER || before != OUTSIDE)
    return (uint32_t)utf8proc_tolower(c);
  return (uint32_t)utf8proc_totitle(c);
}

/* A simple mapping is never longer than 4 bytes, and a character at least 1. */
static bool change_case(gloss_transform how, const char *text, size_t len,
                        gloss_string *out) {
  place now = OUTSIDE;
  size_t room = 0, at = 0;
  while (at < len) {
    size_t end = piece_end(text, len, at);
    if (!reserve(out, &room, 4 * (end - at))) return false;
    while (at < end) {
      uint32_t cp = gloss_utf8_next(text, at, &at);
      out->len += gloss_utf8_write(recase(how, cp, now),
                                   out->bytes + out->len);
      now = step(now, cp);
    }
  }
  return reserve(out, &room, 0);
}

size_t gloss_lower(const char *text, size_t len, char *out) {
  size_t used = 0, at = 0;
  while (at < len) {
    unsigned char c = (unsigned char)text[at];
    if (c < 0x80) {
      out[used++] = (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
      at++;
    } else {
      uint32_t cp = gloss_utf8_next(text, at, &at);
      used += gloss_utf8_write(recase(GLOSS_LOWER, cp, OUTSIDE), out + used);
    }
  }
  return used;
}

/* X, x or d; 0: left out; else the character. */
static uint32_t shape_of(uint32_t cp) {
  uint32_t flags = gloss_class_of(cp)->flags;
  if (flags & GLOSS_CP_UPPER) return 'X';
  if (flags & (GLOSS_CP_LOWER | GLOSS_CP_LETTER)) return 'x';
  if (flags & GLOSS_CP_DIGIT) return 'd';
  return flags & GLOSS_CP_MARK ? 0 : cp;
}

/* How much of a run a shape keeps: how long a word is does not matter, whether
** a second capital or digit follows does. */
static size_t longest_run(uint32_t mark) {
  if (mark == 'x') return 1;
  return mark == 'X' || mark == 'd' ? 2 : SIZE_MAX;
}

static bool shape(const char *text, size_t len, gloss_string *out) {
  size_t room = 0, at = 0, run = 0;
  uint32_t last = 0;
  while (at < len) {
    size_t end = piece_end(text, len, at);
    if (!reserve(out, &room, end - at)) return false;
    while (at < end) {
      uint32_t cp = gloss_utf8_next(text, at, &at), mark = shape_of(cp);
      if (mark == 0) continue;
      run = mark == last ? run + 1 : 1;
      last = mark;
      if (run <= longest_run(mark)) out->len += gloss_utf8_write(mark, out->bytes + out->len);
    }
  }
  return reserve(out, &room, 0);
}

static bool transform(gloss_transform how, const char *text, size_t len,
                      gloss_string *out) {
  switch (how) {
    case GLOSS_FOLD: return fold(GLOSS_FORM_FOLD, text, len, out);
    case GLOSS_UNACCENT: return fold(GLOSS_FORM_UNACCENT, text, len, out);
    case GLOSS_COLLATE: return fold(GLOSS_FORM_KEY, text, len, out);
    case GLOSS_SHAPE: return shape(text, len, out);
    case GLOSS_LOWER: case GLOSS_UPPER: case GLOSS_TITLE: break;
  }
  return change_case(how, text, len, out);
}

bool gloss_text_transform(gloss_transform how, const char *text, size_t len,
                          gloss_string *out, gloss_error *err) {
  size_t bad = gloss_utf8_check(text, len);
  *out = (gloss_string){ NULL, 0 };
  if (bad < len) return gloss_fail(err, GLOSS_BAD_UTF8, bad, "invalid UTF-8");
  if (!transform(how, text, len, out)) return gloss_no_memory(err);
  out->bytes[out->len] = '\0';
  return true;
}

bool gloss_text_repair(const char *text, size_t len, gloss_string *out,
                       size_t *replaced, gloss_error *err) {
  size_t room = 0, at = 0, n = 0;
  *out = (gloss_string){ NULL, 0 };
  if (!reserve(out, &room, len)) return gloss_no_memory(err);
  while (at < len) {
    size_t good = gloss_utf8_check(text + at, len - at), bad;
    if (!reserve(out, &room, good + 3)) return gloss_no_memory(err);
    memcpy(out->bytes + out->len, text + at, good);
    out->len += good;
    at += good;
    if (at == len) break;
    (void)gloss_utf8_one(text, len, at, &bad);
    at += bad;
    n++;
    out->len += gloss_utf8_write(0xFFFD, out->bytes + out->len);
  }
  out->bytes[out->len] = '\0';
  if (replaced != NULL) *replaced = n;
  return true;
}

void gloss_string_free(gloss_string *string) {
  if (string == NULL) return;
  free(string->bytes);
  *string = (gloss_string){ NULL, 0 };
}

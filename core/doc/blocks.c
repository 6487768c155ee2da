/* blocks.c - the lines and paragraphs of a text. */
#include "doc/blocks.h"

#include "unicode/breaks.h"
#include "unicode/utf8.h"

#include <string.h>

/* Offsets of the next LF and the next CR; the length where there is none. */
typedef struct breaks {
  size_t lf, cr;
} breaks;

static size_t next_of(const char *text, size_t len, size_t at, char c) {
  const char *next = at < len ? memchr(text + at, c, len - at) : NULL;
  return next != NULL ? (size_t)(next - text) : len;
}

/* The next break at or after `at`, or `len`; each is looked for once. */
static size_t next_break(const char *text, size_t len, size_t at, breaks *b) {
  if (b->lf < at) b->lf = next_of(text, len, at, '\n');
  if (b->cr < at) b->cr = next_of(text, len, at, '\r');
  return b->lf < b->cr ? b->lf : b->cr;
}

/* Calls itself a line for each break; the same walk counts and fills. */
static size_t walk_lines(const char *text, size_t len, gloss_span *out) {
  breaks b = { next_of(text, len, 0, '\n'), next_of(text, len, 0, '\r') };
  size_t at = 0, n = 0;
  while (at < len) {
    size_t end = next_break(text, len, at, &b);
    if (out != NULL) out[n] = (gloss_span){ (uint32_t)at, (uint32_t)end };
    n++;
    at = end + (end + 1 < len && text[end] == '\r' && text[end + 1] == '\n');
    at++;
  }
  return n;
}

gloss_span *gloss_blocks_lines(const char *text, size_t len,
                               gloss_arena *arena, size_t *count) {
  size_t n = walk_lines(text, len, NULL);
  gloss_span *lines = gloss_arena_raw(arena, (n + 1) * sizeof *lines);
  if (lines != NULL) *count = walk_lines(text, len, lines);
  return lines;
}

static bool is_space(const char *text, size_t at, size_t *next) {
  return gloss_class_of(gloss_utf8_next(text, at, next))->flags &
         GLOSS_CP_SPACE;
}

gloss_span gloss_blocks_trimmed(const char *text, gloss_span span) {
  size_t next;
  while (span.start < span.end && is_space(text, span.start, &next))
    span.start = (uint32_t)next;
  while (span.start < span.end) {
    size_t last = gloss_utf8_before(text, span.end);
    if (!is_space(text, last, &next)) break;
    span.end = (uint32_t)last;
  }
  return span;
}

gloss_span *gloss_blocks_paragraphs(const char *text, const gloss_span *lines,
                                    size_t line_count, gloss_arena *arena,
                                    size_t *count) {
  size_t room = (line_count + 1) * sizeof(gloss_span), n = 0;
  gloss_span *out = gloss_arena_raw(arena, room);
  bool open = false;
  if (out == NULL) return NULL;
  for (size_t i = 0; i < line_count; i++) {
    gloss_span line = gloss_blocks_trimmed(text, lines[i]);
    if (line.start == line.end) {
      open = false;
    } else if (open) {
      out[n - 1].end = line.end;
    } else {
      out[n++] = line;
      open = true;
    }
  }
  gloss_arena_trim(arena, out, room, (n + 1) * sizeof *out);
  *count = n;
  return out;
}

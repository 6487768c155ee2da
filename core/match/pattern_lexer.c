/* pattern_lexer.c - the words and marks of a pattern, and its errors. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "match/patterns.h"
#include "unicode/fold.h"

/* ---- Errors ---- */

void *gloss_parse_fail(gloss_parse *p, size_t at, const char *format, ...) {
  char message[200];
  va_list args;
  va_start(args, format);
  vsnprintf(message, sizeof message, format, args);
  va_end(args);
  p->fault = p->part;
  gloss_fail(p->err, GLOSS_BAD_PATTERN, at, "%s", message);
  return NULL;
}

void *gloss_parse_no_memory(gloss_parse *p) {
  gloss_no_memory(p->err);
  return NULL;
}

enum { LONGEST_NAME = 31 };

/* How many letters must be put in, left out, changed or swapped (Damerau). */
static size_t edits(const char *a, size_t a_len, const char *b, size_t b_len) {
  size_t rows[3][LONGEST_NAME + 1];
  size_t *before = rows[0], *last = rows[1], *row = rows[2];
  for (size_t j = 0; j <= b_len; j++) last[j] = j;
  for (size_t i = 1; i <= a_len; i++) {
    size_t *spare = before;
    row[0] = i;
    for (size_t j = 1; j <= b_len; j++) {
      size_t least = last[j - 1] + (a[i - 1] != b[j - 1]);
      if (last[j] + 1 < least) least = last[j] + 1;
      if (row[j - 1] + 1 < least) least = row[j - 1] + 1;
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
          before[j - 2] + 1 < least)
        least = before[j - 2] + 1;
      row[j] = least;
    }
    before = last;
    last = row;
    row = spare;
  }
  return last[b_len];
}

const char *gloss_nearest_name(gloss_slice name, const char *const *known) {
  const char *best = NULL;
  size_t fewest = name.len < 4 ? 1 : name.len < 8 ? 2 : 3;
  if (name.len < 2 || name.len > LONGEST_NAME) return NULL;
  for (; *known != NULL; known++) {
    size_t len = strlen(*known), n;
    if (len > LONGEST_NAME) continue;
    n = edits(name.bytes, name.len, *known, len);
    if (n < fewest || (n == fewest && best == NULL)) {
      best = *known;
      fewest = n;
    }
  }
  return best;
}

void *gloss_parse_unknown(gloss_parse *p, size_t at, const char *what,
                          gloss_slice name, const char *const *known) {
  const char *near = gloss_nearest_name(name, known);
  int len = name.len > 60 ? 60 : (int)name.len;
  if (near != NULL)
    return gloss_parse_fail(p, at, "no %s \"%.*s\" (did you mean \"%s\"?)",
                            what, len, name.bytes, near);
  return gloss_parse_fail(p, at, "no %s \"%.*s\"", what, len, name.bytes);
}

void *gloss_parse_no_name(gloss_parse *p, size_t at, gloss_slice name) {
  const gloss_pattern_names *n = p->names;
  size_t count = n->list_count + n->part_count;
  const char **known =
      gloss_arena_alloc(p->arena, (count + 1) * sizeof *known);
  if (known == NULL) return gloss_parse_no_memory(p);
  for (size_t i = 0; i < n->list_count; i++)
    known[i] = n->lists[i].name.bytes;
  for (size_t i = 0; i < n->part_count; i++)
    known[n->list_count + i] = n->parts[i]->name.bytes;
  return gloss_parse_unknown(p, at, "word list or part", name, known);
}

/* ---- Reading ---- */

int gloss_parse_peek(const gloss_parse *p) {
  return p->at < p->source->len ? (unsigned char)p->source->bytes[p->at] : 0;
}

bool gloss_parse_take(gloss_parse *p, char c) {
  if (p->at >= p->source->len || p->source->bytes[p->at] != c) return false;
  p->at++;
  return true;
}

static bool starts_comment(const gloss_parse *p) {
  return p->source->len - p->at >= 2 &&
         memcmp(p->source->bytes + p->at, "--", 2) == 0;
}

void gloss_parse_space(gloss_parse *p) {
  while (p->at < p->source->len) {
    char c = p->source->bytes[p->at];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      p->at++;
    } else if (starts_comment(p)) {
      while (p->at < p->source->len && p->source->bytes[p->at] != '\n')
        p->at++;
    } else {
      return;
    }
  }
}

static bool is_letter(int c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

gloss_slice gloss_parse_name(gloss_parse *p) {
  gloss_slice name = { p->source->bytes + p->at, 0 };
  int c = gloss_parse_peek(p);
  if (!is_letter(c)) return name;
  do {
    p->at++;
    c = gloss_parse_peek(p);
  } while (is_letter(c) || (c >= '0' && c <= '9'));
  name.len = (size_t)(p->source->bytes + p->at - name.bytes);
  return name;
}

gloss_slice gloss_parse_quoted(gloss_parse *p) {
  size_t from = p->at, len = 0;
  const char *s = p->source->bytes;
  char *out = gloss_arena_alloc(p->arena, p->source->len - from + 1);
  if (out == NULL) return (gloss_slice){ gloss_parse_no_memory(p), 0 };
  for (p->at++; p->at < p->source->len && s[p->at] != '"'; p->at++) {
    if (s[p->at] == '\\' && p->at + 1 < p->source->len &&
        (s[p->at + 1] == '"' || s[p->at + 1] == '\\'))
      p->at++;
    out[len++] = s[p->at];
  }
  if (!gloss_parse_take(p, '"'))
    return (gloss_slice){ gloss_parse_fail(p, from, "'\"' is never closed"),
                          0 };
  return (gloss_slice){ out, len };
}

/* `\/` stands for a slash; all else is PCRE2's. */
gloss_slice gloss_parse_regex(gloss_parse *p, bool *caseless) {
  size_t from = p->at, len = 0;
  const char *s = p->source->bytes;
  char *out = gloss_arena_alloc(p->arena, p->source->len - from + 1);
  if (out == NULL) return (gloss_slice){ gloss_parse_no_memory(p), 0 };
  for (p->at++; p->at < p->source->len && s[p->at] != '/'; p->at++) {
    if (s[p->at] == '\\' && p->at + 1 < p->source->len) {
      if (s[p->at + 1] != '/') out[len++] = '\\';
      p->at++;
    }
    out[len++] = s[p->at];
  }
  if (!gloss_parse_take(p, '/'))
    return (gloss_slice){ gloss_parse_fail(p, from, "'/' is never closed"),
                          0 };
  *caseless = gloss_parse_take(p, 'i');
  return (gloss_slice){ out, len };
}

void *gloss_parse_regex_failed(gloss_parse *p, size_t at) {
  char message[256];
  if (p->err == NULL || p->err->code == GLOSS_NO_MEMORY) return NULL;
  memcpy(message, p->err->message, sizeof message);
  return gloss_parse_fail(p, at + 1 + p->err->offset, "%.180s", message);
}

uint32_t gloss_parse_regex_test(gloss_parse *p, gloss_token_form form) {
  size_t from = p->at;
  bool caseless;
  gloss_slice source = gloss_parse_regex(p, &caseless);
  uint32_t test;
  if (source.bytes == NULL) return GLOSS_NO_TEST;
  test = gloss_test_regex(&p->set->tests, form, source.bytes, source.len,
                          caseless, p->err);
  if (test == GLOSS_NO_TEST) gloss_parse_regex_failed(p, from);
  return test;
}

gloss_slice gloss_parse_fold(gloss_parse *p, gloss_slice text) {
  size_t room = GLOSS_FOLD_ROOM(text.len) + 1;
  char *out = gloss_arena_alloc(p->arena, room);
  if (out == NULL) return (gloss_slice){ gloss_parse_no_memory(p), 0 };
  return (gloss_slice){ out, gloss_fold(GLOSS_FORM_FOLD, text.bytes, text.len,
                                        out, room) };
}

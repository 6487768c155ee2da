/* lines.c - whether a single line break ends a sentence. */
#include "sentences/lines.h"

#include <string.h>

enum { HEADING = 64, SHORT = 40 }; /* bytes of a line */

/* The tokens of a line, bounded by the sentence and by `HEADING` bytes. */
typedef struct line {
  size_t first, end; /* tokens */
  size_t bytes;
  bool whole; /* it is not longer than was looked at */
} line;

static bool breaks(const gloss_place *p, size_t token) {
  const gloss_token_list *list = p->in->tokens;
  return token == 0 || token >= list->count ||
         memchr(p->in->text + list->ends[token - 1], '\n',
                list->starts[token] - list->ends[token - 1]) != NULL;
}

static line line_before(const gloss_place *p) {
  const gloss_token_list *list = p->in->tokens;
  line l = { p->last, p->last + 1, 0, true };
  while (l.first > p->first && !breaks(p, l.first)) {
    l.first--;
    if (list->ends[p->last] - list->starts[l.first] > HEADING) {
      l.whole = false;
      break;
    }
  }
  l.bytes = list->ends[p->last] - list->starts[l.first];
  return l;
}

static line line_behind(const gloss_place *p) {
  const gloss_token_list *list = p->in->tokens;
  line l = { p->next, p->next + 1, 0, true };
  while (l.end < list->count && !breaks(p, l.end)) {
    if (list->ends[l.end] - list->starts[p->next] > HEADING) {
      l.whole = false;
      break;
    }
    l.end++;
  }
  l.bytes = list->ends[l.end - 1] - list->starts[p->next];
  return l;
}

static size_t token_size(const gloss_place *p, size_t token) {
  return p->in->tokens->ends[token] - p->in->tokens->starts[token];
}

static bool is_sign(const gloss_place *p, size_t token, char sign) {
  return token < p->in->tokens->count && token_size(p, token) == 1 &&
         p->in->text[p->in->tokens->starts[token]] == sign;
}

static bool begins_copyright(const gloss_place *p, size_t token) {
  return token < p->in->tokens->count && token_size(p, token) == 2 &&
         memcmp(p->in->text + p->in->tokens->starts[token], "\u00A9", 2) == 0;
}

bool gloss_line_item_follows(const gloss_place *p) {
  size_t t = p->next;
  gloss_char c = gloss_place_char(p, t);
  if (t >= p->in->tokens->count) return false;
  if (c == CHAR_HYPHEN || c == CHAR_DASH || c == CHAR_PUNCTUATION)
    return gloss_place_spaced(p, t + 1) || c == CHAR_PUNCTUATION;
  if (begins_copyright(p, t) || begins_copyright(p, t + 1)) return true;
  if (is_sign(p, t, '(')) t++;
  c = gloss_place_char(p, t);
  if (c != CHAR_DIGIT && c != CHAR_LETTER) return false;
  if (p->in->text[p->in->tokens->ends[t] - 1] == '.') /* "A." */
    return token_size(p, t) <= 3 && gloss_place_spaced(p, t + 1);
  if (token_size(p, t) > (c == CHAR_DIGIT ? 3u : 4u)) return false;
  return (is_sign(p, t + 1, ')') && token_size(p, t) <= 4) ||
         (is_sign(p, t + 1, '.') &&
          (c == CHAR_DIGIT || token_size(p, t) == 1) &&
          (gloss_place_spaced(p, t + 2) || is_sign(p, t + 2, ')')));
}

bool gloss_line_is_heading(const gloss_place *p) {
  line l = line_before(p);
  unsigned words = 0, capitals = 0;
  if (!l.whole || p->following == FOLLOWING_LOWER ||
      p->following == FOLLOWING_SIGN || p->following == FOLLOWING_DASH)
    return false;
  for (size_t t = l.first; t < l.end; t++) {
    if (gloss_place_char(p, t) != CHAR_LETTER) continue;
    if (token_size(p, t) <= 3 &&
        !gloss_is_capital(p->in->text, p->in->tokens->starts[t]))
      continue; /* of, the, and */
    words++;
    capitals += gloss_is_capital(p->in->text, p->in->tokens->starts[t]);
  }
  if (gloss_place_char(p, l.end - 1) == CHAR_COMMA) return false;
  return words > 0 && capitals == words &&
         (words > 1 || (l.bytes > 2 && l.bytes <= GLOSS_LINE_SHORT));
}

/* The line before is a sentence of its own, and so was a short one before. */
static bool ends_short_lines(const gloss_place *p, const line *before) {
  return p->following == FOLLOWING_UPPER && p->first > 0 &&
         before->first == p->first && breaks(p, p->first) &&
         gloss_place_char(p, p->first - 1) == CHAR_LETTER;
}

static bool has_end_mark(const gloss_place *p, const line *l) {
  for (size_t t = l->first; t < l->end; t++) {
    gloss_char c = gloss_place_char(p, t);
    if (c == CHAR_DOT || c == CHAR_END || c == CHAR_ELLIPSIS) return true;
  }
  return false;
}

bool gloss_line_is_short(const gloss_place *p) {
  line before = line_before(p), behind;
  if (!before.whole || before.bytes > GLOSS_LINE_SHORT || before.bytes < 3 ||
      before.first != p->first || p->opened ||
      gloss_place_char(p, before.end - 1) != CHAR_LETTER)
    return false;
  if (ends_short_lines(p, &before)) return true;
  behind = line_behind(p);
  return behind.whole && behind.bytes > 2 && behind.bytes <= SHORT &&
         !has_end_mark(p, &behind);
}

/* quote_marks.c - quotation marks one by one. */
#include "clauses/quote_marks.h"

#include "clauses/text.h"

enum { SINGLE_REACH = 500 }; /* bytes to look ahead for the end of '...' */

const bool gloss_quote_bytes[256] = { ['"'] = true, ['\''] = true,
                                      ['`'] = true, ['\n'] = true,
                                      [0xC2] = true, [0xE2] = true,
                                      [0xE3] = true };

/* ---- Which mark ---------------------------------------------------------- */

#define MARK(len, family, role) \
  (gloss_quote_mark) { len, GLOSS_##family##_QUOTES, GLOSS_ROLE_##role }

static const gloss_quote_mark none = { 0, 0, GLOSS_ROLE_NONE };

/* ' '' `` */
static gloss_quote_mark ascii_mark(unsigned char first, unsigned char second) {
  if (first == '\'')
    return second == '\'' ? MARK(2, DOUBLED, EITHER)
                          : MARK(1, SINGLE, APOSTROPHE);
  return second == '`' ? MARK(2, DOUBLED, OPEN) : none;
}

/* The mark E2 80 xx. */
static gloss_quote_mark general_mark(unsigned char third) {
  switch (third) {
    case 0x98: return MARK(3, SINGLE, OPEN); /* ‘ */
    case 0x99: return MARK(3, SINGLE, APOSTROPHE); /* ’ */
    case 0x9A: return MARK(3, SINGLE, OPEN); /* ‚ */
    case 0x9C: return MARK(3, DOUBLE, OPEN); /* “ */
    case 0x9D: return MARK(3, DOUBLE, CLOSE); /* ” */
    case 0x9E: return MARK(3, LOW, OPEN); /* „ */
    case 0xB9: return MARK(3, SINGLE_ANGLE, OPEN); /* ‹ */
    case 0xBA: return MARK(3, SINGLE_ANGLE, CLOSE); /* › */
    default: return none;
  }
}

/* The mark E3 80 xx. */
static gloss_quote_mark corner_mark(unsigned char third) {
  switch (third) {
    case 0x8C: return MARK(3, CORNER, OPEN); /* 「 */
    case 0x8D: return MARK(3, CORNER, CLOSE); /* 」 */
    case 0x8E: return MARK(3, WHITE_CORNER, OPEN); /* 『 */
    case 0x8F: return MARK(3, WHITE_CORNER, CLOSE); /* 』 */
    default: return none;
  }
}

gloss_quote_mark gloss_quote_mark_at(gloss_quote_text text, uint32_t at) {
  unsigned char first = gloss_quote_byte(text, at), second, third;
  if (first == '"') return MARK(1, DOUBLE, EITHER);
  if (!gloss_quote_bytes[first] || first == '\n') return none;
  second = gloss_quote_byte(text, at + 1);
  if (first < 0x80) return ascii_mark(first, second);
  if (first == 0xC2) {
    if (second == 0xAB) return MARK(2, ANGLE, OPEN); /* « */
    return second == 0xBB ? MARK(2, ANGLE, CLOSE) : none; /* » */
  }
  third = gloss_quote_byte(text, at + 2);
  if (second != 0x80) return none;
  return first == 0xE2 ? general_mark(third) : corner_mark(third);
}

/* ---- What stands beside it ----------------------------------------------- */

static gloss_beside of_byte(unsigned char c) {
  if (c <= ' ') return GLOSS_BESIDE_SPACE;
  if (c >= 0x80 || (c >= '0' && c <= '9') || gloss_capital_byte((char)c) ||
      gloss_small_byte((char)c) || c == '@' || c == '#' || c == '$')
    return GLOSS_BESIDE_LETTER;
  return c == '(' || c == '[' || c == '{' || c == '<' ? GLOSS_BESIDE_OPENING
                                                      : GLOSS_BESIDE_POINT;
}

/* Last bytes of U+20xx: ‘ “ „ open. */
static bool is_opening(unsigned char third) {
  return third == 0x98 || third == 0x9C || third == 0x9E;
}

gloss_beside gloss_beside_at(gloss_quote_text text, uint32_t at) {
  unsigned char first, second;
  if (at >= text.len) return GLOSS_BESIDE_SPACE;
  first = (unsigned char)text.bytes[at];
  if (first < 0x80) return of_byte(first);
  second = gloss_quote_byte(text, at + 1);
  if (first == 0xE2 && second == 0x80) {
    unsigned char third = gloss_quote_byte(text, at + 2);
    if (third <= 0x8A) return GLOSS_BESIDE_SPACE;
    return is_opening(third) ? GLOSS_BESIDE_OPENING : GLOSS_BESIDE_POINT;
  }
  return first == 0xC2 && second == 0xA0 ? GLOSS_BESIDE_SPACE
                                         : GLOSS_BESIDE_LETTER;
}

gloss_beside gloss_beside_before(gloss_quote_text text, uint32_t at) {
  unsigned char last;
  if (at == 0) return GLOSS_BESIDE_SPACE;
  last = (unsigned char)text.bytes[at - 1];
  if (last < 0x80) return of_byte(last);
  if (last == 0xA0 && at > 1 && (unsigned char)text.bytes[at - 2] == 0xC2)
    return GLOSS_BESIDE_SPACE;
  if (at > 2 && memcmp(text.bytes + at - 3, "\xE2\x80", 2) == 0) {
    bool is_dash = last >= 0x90 && last <= 0x95;
    if (last <= 0x8A) return GLOSS_BESIDE_SPACE;
    return is_dash || is_opening(last) ? GLOSS_BESIDE_OPENING
                                       : GLOSS_BESIDE_POINT;
  }
  return GLOSS_BESIDE_LETTER;
}

/* Behind these bytes a mark may open. */
static bool is_loose(gloss_quote_text text, uint32_t start) {
  char c = start > 0 ? text.bytes[start - 1] : '\0';
  return c == '-' || c == '/' || c == '"' || c == '\'' || c == '>';
}

void gloss_quote_shape(gloss_quote_text text, uint32_t start, uint32_t end,
                       bool *opens, bool *closes) {
  gloss_beside before = gloss_beside_before(text, start);
  gloss_beside after = gloss_beside_at(text, end);
  bool is_free = before == GLOSS_BESIDE_SPACE || before == GLOSS_BESIDE_OPENING;
  *opens = (is_free || is_loose(text, start)) && after != GLOSS_BESIDE_SPACE;
  *closes = !is_free && after != GLOSS_BESIDE_LETTER;
}

/* ---- Single quotations --------------------------------------------------- */

/* Is it what an apostrophe that ends a quotation stands behind? */
static bool is_end(char c) {
  return (c & 0x80) != 0 || (c != '\0' && strchr(".,?!;:\"", c) != NULL);
}

/* Could the apostrophe at `at` be a plural's, or a lost g: states', talkin'? */
static bool may_be_plural(gloss_quote_text text, uint32_t at) {
  return text.bytes[at - 1] == 's' ||
         (at > 1 && memcmp(text.bytes + at - 2, "in", 2) == 0);
}

/* Is the line break at `at` the end of a paragraph? */
static bool is_blank_line(gloss_quote_text text, uint32_t at) {
  do at++;
  while (at < text.len && (text.bytes[at] == ' ' || text.bytes[at] == '\t' ||
                           text.bytes[at] == '\r'));
  return at < text.len && text.bytes[at] == '\n';
}

/* The next mark from `*at` on that could end a single quotation, and where it
** ends; false at the end of its paragraph, before another, or at `limit`. */
static bool next_close(gloss_quote_text text, uint32_t *at, uint32_t limit,
                       uint32_t *end) {
  for (; *at < text.len && *at <= limit; ++*at) {
    char c = text.bytes[*at];
    gloss_quote_mark mark;
    bool opens, closes;
    if (c == '\n' && is_blank_line(text, *at)) return false;
    if (c != '\'' && c != '\xE2') continue;
    mark = gloss_quote_mark_at(text, *at);
    if (c == '\xE2' && text.bytes[*at + 2] == '\x98' && mark.len > 0)
      return false;
    if (mark.role != GLOSS_ROLE_APOSTROPHE && c != '\'') continue;
    *end = *at + (c == '\'' ? 1 : 3);
    gloss_quote_shape(text, *at, *end, &opens, &closes);
    if (closes) return true;
    *at = *end - 1;
  }
  return false;
}

uint32_t gloss_single_close(gloss_quote_text text, uint32_t from) {
  uint32_t held = 0, at = from, end = 0;
  while (next_close(text, &at, from + SINGLE_REACH, &end)) {
    if (is_end(text.bytes[at - 1]) || !may_be_plural(text, at)) return at;
    if (held == 0) held = at;
    at = end;
  }
  return held;
}

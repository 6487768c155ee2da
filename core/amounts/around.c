/* around.c - what stands around a place in a text: the words before and behind
** it, and whether a sentence begins there. */
#include "amounts/amounts.h"

#include <math.h>

enum { REACH = 40, CLAUSE = 80, LONGEST = 64 };

/* ---- Word sets ---- */

uint64_t gloss_amount_sets_exact(const gloss_amounts *a, const char *bytes,
                                 size_t len) {
  uint32_t number, place;
  if (len == 0) return 0;
  place = gloss_sieve_place((gloss_grammar_text){ bytes, len }, 0, len);
  if ((a->sieve[place / 64] >> place % 64 & 1) == 0) return 0;
  number = gloss_intern_find(&a->words, bytes, len);
  return number != GLOSS_NOT_INTERNED ? a->sets_of[number] : 0;
}

uint64_t gloss_amount_sets(const gloss_amounts *a, const char *bytes,
                           size_t len) {
  char low[LONGEST];
  if (len > sizeof low) return 0;
  for (size_t i = 0; i < len; i++) low[i] = gloss_ascii_lower(bytes[i]);
  return gloss_amount_sets_exact(a, low, len);
}

static gloss_near_word near_word(const gloss_place *x, uint32_t start,
                                 uint32_t end) {
  return (gloss_near_word){ true, start, end,
                            gloss_amount_sets(x->a, x->t.bytes + start,
                                              end - start) };
}

/* ---- Words ---- */

/* Letters and digits; of UTF-8 all but the first bytes of signs. */
static bool is_word(unsigned char c) {
  unsigned kind = gloss_byte_kinds[c];
  return kind == GLOSS_BYTE_LETTER || kind == GLOSS_BYTE_DIGIT;
}

gloss_near_word gloss_amount_before(const gloss_place *x, uint32_t at,
                                    uint32_t *gap) {
  const unsigned char *s = (const unsigned char *)x->t.bytes;
  uint32_t floor = at > REACH ? at - REACH : 0, end = at, start;
  while (end > floor && !is_word(s[end - 1])) end--;
  start = end;
  while (start > floor && is_word(s[start - 1])) start--;
  *gap = end;
  if (start == end) return (gloss_near_word){ .found = false };
  for (uint32_t i = end; i < at; i++)
    if (!gloss_is_space(s[i]) && s[i] != '-' && s[i] != '\'')
      return (gloss_near_word){ .found = false };
  while (start < end && (s[start] & 0xC0) == 0x80) start++; /* of a sign */
  return near_word(x, start, end);
}

gloss_near_word gloss_amount_after(const gloss_place *x, uint32_t at) {
  const unsigned char *s = (const unsigned char *)x->t.bytes;
  uint32_t start = at, end;
  while (start < x->t.len && (gloss_is_space(s[start]) || s[start] == '-'))
    start++;
  if (start == at) return (gloss_near_word){ .found = false };
  end = (uint32_t)gloss_letters_end(x->t, start);
  if (end == start) return (gloss_near_word){ .found = false };
  return near_word(x, start, end);
}

bool gloss_amount_said_before(const gloss_place *x, uint32_t at,
                              gloss_amount_set set) {
  const unsigned char *s = (const unsigned char *)x->t.bytes;
  uint32_t floor = at > CLAUSE ? at - CLAUSE : 0, from = at;
  while (from > floor && !gloss_is_one_of(s[from - 1], ".!?;\n")) from--;
  while (from < at) {
    uint32_t end = from;
    while (end < at && gloss_is_wordy(s[end])) end++;
    if (gloss_amount_sets(x->a, x->t.bytes + from, end - from) >> set & 1)
      return true;
    from = end > from ? end : from + 1;
  }
  return false;
}

/* ---- Beginnings ---- */

/* Quotation marks and brackets that open: a byte of them stands last. */
static bool opens(const gloss_place *x, uint32_t at) {
  unsigned char c = gloss_back(x, at, 1);
  if (c == '"' || c == '(') return true;
  return at >= 3 && GLOSS_HAS(x->t, at - 3, "\xE2\x80") &&
         (c == 0x9C || c == 0x9D || c == 0x98);
}

static bool ends_with_dash(const gloss_place *x, uint32_t at) {
  unsigned char c = gloss_back(x, at, 1);
  if (c == '-') return true;
  return at >= 3 && GLOSS_HAS(x->t, at - 3, "\xE2\x80") &&
         (c == 0x93 || c == 0x94);
}

bool gloss_amount_starts(const gloss_place *x, uint32_t at) {
  uint32_t floor = at > 5 ? at - 5 : 0, end = at;
  const char *s = x->t.bytes;
  if (at == 0 || opens(x, at) || ends_with_dash(x, at) ||
      (s[at - 1] == ' ' && ends_with_dash(x, at - 1)))
    return true;
  while (end > floor && (s[end - 1] == '"' || s[end - 1] == '\'' ||
                         gloss_is_space((unsigned char)s[end - 1]))) {
    if (s[end - 1] == '\n') return true;
    end--;
  }
  if (end == floor) return false;
  if (gloss_is_one_of((unsigned char)s[end - 1], ".!?:;*")) return true;
  return end >= 3 && GLOSS_HAS(x->t, end - 3, "\xE2\x80\xA2");
}

/* ---- Endings ---- */

/* Does a word or abbreviation go on before it? */
static bool is_open(const gloss_place *x, gloss_slice text, uint32_t start) {
  unsigned char c = gloss_back(x, start, 1);
  return gloss_is_alpha((unsigned char)text.bytes[0]) &&
         (gloss_is_wordy(c) || c == '.');
}

uint32_t gloss_amount_ends_with(const gloss_place *x, uint32_t at,
                                gloss_amount_ending list) {
  const gloss_amounts *a = x->a;
  uint32_t end = at;
  if (end >= 2 && GLOSS_HAS(x->t, end - 2, "\xC2\xA0")) end -= 2;
  else if (gloss_back(x, end, 1) == ' ') end--;
  for (size_t i = 0; i < a->ending_count; i++) {
    gloss_slice text = a->endings[i].text;
    uint32_t start = end - (uint32_t)text.len;
    size_t k = 0;
    if (a->endings[i].list != list || text.len > end) continue;
    while (k < text.len &&
           gloss_ascii_lower(x->t.bytes[start + k]) == text.bytes[k])
      k++;
    if (k == text.len && !is_open(x, text, start)) return start;
  }
  return UINT32_MAX;
}

/* ---- Items ---- */

bool gloss_item_digits(const gloss_place *x, const gloss_item *item) {
  for (uint32_t i = item->start; i < item->end; i++)
    if (!gloss_is_digit(x->t, i)) return false;
  return true;
}

bool gloss_is_integer(double value) {
  return value == floor(value) && fabs(value) < 9.2e18;
}

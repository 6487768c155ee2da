/* number.c - cuts numbers: dates, times, phones, ranges, units, ordinals. */
#include "tokenise/cutter.h"

#include <string.h>

/* The end of the digits at `at`. */
static size_t digits_end(const gloss_cutter *k, size_t at) {
  while (at < k->stop) {
    size_t next;
    gloss_char c = gloss_char_at(k->text, at, &next);
    if (c != CHAR_DIGIT && c != CHAR_MARK) break;
    at = next;
  }
  return at;
}

/* A range has no four digits behind three, five or one, as phones do:
** 5-10 and 1998-2004, but 555-1234 and 12345-6789. */
static bool is_range(size_t left, size_t right) {
  return !(right == 4 && (left == 1 || left == 3 || left == 5));
}

/* Behind the groups of digits that hyphens join; `at` where none is joined. */
static size_t hyphen_groups(const gloss_cutter *k, size_t start, size_t at) {
  size_t end = at, left = at - start, right = 0;
  unsigned groups = 0;
  while (end < k->stop && k->text[end] == '-' &&
         gloss_peek(k, end + 1) == CHAR_DIGIT) {
    size_t next = digits_end(k, end + 1);
    right = next - end - 1;
    end = next;
    groups++;
  }
  if (k->language->flags[FIELD_NUMBERS_RANGE] && k->stop - end >= 4 &&
      memcmp(k->text + end, "-...", 4) == 0)
    return end + 4; /* 1995-... */
  if (groups == 0 || k->language->flags[FIELD_NUMBERS_RANGE]) return end;
  return groups == 1 && is_range(left, right) ? at : end;
}

static bool joins(const gloss_cutter *k, size_t at, gloss_char class) {
  switch (class) {
    case CHAR_DOT:
    case CHAR_COMMA:
    case CHAR_COLON:
    case CHAR_SLASH:
    case CHAR_APOSTROPHE: return true;
    default: return (unsigned char)k->text[at] == 0xD9; /* Arabic separators */
  }
}

/* The end of digits with signs between them: 1,234.5 10:30 5/6/2024. */
static size_t number_end(const gloss_cutter *k, size_t at) {
  size_t start = at, next, end = digits_end(k, at);
  bool plain = true;
  while (end < k->stop) {
    gloss_char class = gloss_char_at(k->text, end, &next);
    if (plain && k->text[end] == '-') {
      size_t further = hyphen_groups(k, start, end);
      if (further == end) break;
      end = further;
    } else if (joins(k, end, class) && gloss_peek(k, next) == CHAR_DIGIT) {
      end = digits_end(k, next);
      plain = class == CHAR_SLASH;
      start = next;
    } else {
      break;
    }
  }
  return end;
}

/* Whether the token before the number that starts at `at` is a currency. */
static bool after_currency(const gloss_cutter *k, size_t at) {
  size_t next;
  for (size_t back = 1; back <= 4 && back <= at - k->start; back++)
    if (((unsigned char)k->text[at - back] & 0xC0) != 0x80)
      return gloss_char_at(k->text, at - back, &next) == CHAR_CURRENCY;
  return false;
}

/* The end of the letters at `at`, digits left out. */
static size_t letters_end(const gloss_cutter *k, size_t at) {
  size_t next;
  while (at < k->stop && gloss_char_at(k->text, at, &next) == CHAR_LETTER)
    at = next;
  return at;
}

/* The end of a unit behind a number, 5|km and $3|m; 0 where there is none. */
static size_t unit_end(const gloss_cutter *k, size_t start, size_t end) {
  size_t letters = letters_end(k, end);
  uint64_t units = GLOSS_LIST(FIELD_UNITS);
  if (letters == end) return 0;
  if (after_currency(k, start)) units |= GLOSS_LIST(FIELD_UNITS_MONEY);
  return (gloss_lists_of(k, end, letters) & units) != 0 ? letters : 0;
}

/* 3. before what follows in a sentence: the third; or 1.-3. */
static bool is_ordinal(const gloss_cutter *k, size_t start, size_t end) {
  size_t after, next;
  uint64_t lists;
  if (!k->language->flags[FIELD_ORDINAL_PERIOD] || end - start > 3 ||
      end >= k->stop || k->text[end] != '.')
    return false;
  if (end + 1 < k->stop) return k->text[end + 1] == '-';
  after = gloss_next_chunk(k, end + 1);
  if (after >= k->len) return false;
  if (k->text[after] == '-' && after + 1 < k->len) /* 1. -3. */
    return gloss_is_digit(k->text[after + 1]);
  if (gloss_char_at(k->text, after, &next) != CHAR_LETTER) return false;
  for (next = after; next < k->len; )
    if (gloss_char_at(k->text, next, &end) != CHAR_LETTER) break;
    else next = end;
  lists = gloss_lists_of(k, after, next);
  return !gloss_is_capital(k->text, after) ||
         (lists & GLOSS_LIST(FIELD_MONTHS)) != 0 ||
         (k->language->flags[FIELD_NOUNS_CAPITAL] &&
          (lists & GLOSS_LIST(FIELD_STARTERS)) == 0);
}

/* Behind the 's of the 1990's, else `end`. */
static size_t years_end(const gloss_cutter *k, size_t end) {
  size_t next;
  if (gloss_peek(k, end) != CHAR_APOSTROPHE) return end;
  gloss_char_at(k->text, end, &next);
  if (next >= k->stop || (k->text[next] | 32) != 's') return end;
  return gloss_peek(k, next + 1) == CHAR_LETTER ? end : next + 1;
}

static uint32_t wide(const gloss_cutter *k, size_t start, size_t end) {
  for (; start < end; start++)
    if ((unsigned char)k->text[start] >= 0x80) return SEEN_WIDE;
  return 0;
}

static void add_number(gloss_cutter *k, size_t start, size_t end, bool digits,
                       gloss_token_rule rule) {
  uint32_t seen = CHAR_BIT_OF(CHAR_DIGIT) | wide(k, start, end);
  unsigned flags = digits ? gloss_run_flags(seen) : 0;
  gloss_cut_add(k, start, end, GLOSS_NUMBER, flags, rule);
}

/* Whether a word begins with the number that ends at `end`: 20th, 3D, and
** where hyphens keep, 24-jarige. */
static bool word_goes_on(const gloss_cutter *k, size_t end) {
  if (gloss_peek(k, end) == CHAR_LETTER) return true;
  return end < k->stop && k->text[end] == '-' &&
         !k->language->flags[FIELD_HYPHEN_CUT] &&
         gloss_peek(k, end + 1) == CHAR_LETTER;
}

size_t gloss_cut_number(gloss_cutter *k, size_t at) {
  size_t digits = digits_end(k, at), end = number_end(k, at), unit;
  uint32_t seen = 0;
  if (is_ordinal(k, at, end)) {
    gloss_cut_add(k, at, end + 1, GLOSS_NUMBER, GLOSS_ABBREVIATION,
                  TOKEN_ORDINAL);
    gloss_cut_may_end(k);
    return end + 1;
  }
  unit = unit_end(k, at, end);
  if (unit != 0) {
    add_number(k, at, end, end == digits, TOKEN_UNIT);
    gloss_cut_add(k, end, unit, GLOSS_WORD,
                  gloss_run_flags(CHAR_BIT_OF(CHAR_LETTER) |
                                  wide(k, end, unit)) & GLOSS_ASCII,
                  TOKEN_UNIT);
    return unit;
  }
  if (word_goes_on(k, end)) {
    if (end == digits) return gloss_cut_word(k, at);
    end = gloss_run_end(k, end + (k->text[end] == '-'), &seen);
  }
  end = years_end(k, end);
  if (k->language->flags[FIELD_NUMBERS_PERCENT] &&
      gloss_peek(k, end) == CHAR_PERCENT)
    gloss_char_at(k->text, end, &end);
  add_number(k, at, end, end == digits, TOKEN_NUMBER);
  return end;
}

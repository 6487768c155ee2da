/* dates.c - dates, time stamps and date lines, as the head of a page has
** them. */
#include "clean/bytes.h"
#include "clean/clean.h"

enum { MONTHS = 12, LONGEST_MONTH = 24 };

/* ---- Dates --------------------------------------------------------------- */

/* Reads a number of `least` to `most` digits at `*at`, which moves on. */
static bool read_number(gloss_slice s, size_t *at, size_t least, size_t most,
                        uint32_t *number) {
  size_t start = *at;
  *number = 0;
  while (*at < s.len && *at - start < most && gloss_is_digit(s.bytes[*at]))
    *number = *number * 10 + (uint32_t)(s.bytes[(*at)++] - '0');
  return *at - start >= least;
}

static bool skip(gloss_slice s, size_t *at, char c) {
  bool is = *at < s.len && s.bytes[*at] == c;
  *at += is;
  return is;
}

static bool skip_spaces(gloss_slice s, size_t *at) {
  size_t start = *at;
  *at = gloss_spaces_end(s, start);
  return *at > start;
}

/* A year of four digits that no digit follows. */
static bool read_year(gloss_slice s, size_t *at, uint32_t *year) {
  return read_number(s, at, 4, 4, year) &&
         !(*at < s.len && gloss_is_digit(s.bytes[*at]));
}

/* Reads letters at `*at` that are a month's name, or none: 0. */
static bool read_month(const gloss_cleaner *c, gloss_slice s, size_t *at,
                       uint32_t *month) {
  size_t start = *at, end = gloss_letters_end(s, start);
  char lower[LONGEST_MONTH];
  *month = 0;
  *at = end;
  if (end == start) return false;
  if (end - start > sizeof lower) return true;
  for (size_t i = start; i < end; i++)
    lower[i - start] = gloss_to_lower(s.bytes[i]);
  *month = gloss_clean_find(&c->lists[GLOSS_CLEAN_MONTHS],
                            gloss_slice_of(lower, end - start));
  if (*month == GLOSS_NOT_INTERNED) *month = 0;
  return true;
}

/* The forms of a date: each reads one at `at`. */
typedef bool read_form(const gloss_cleaner *c, gloss_slice s, size_t at,
                       gloss_clean_date *d);

/* 2025-04-02 */
static bool read_iso(const gloss_cleaner *c, gloss_slice s, size_t at,
                     gloss_clean_date *d) {
  (void)c;
  d->start = at;
  if (!read_number(s, &at, 4, 4, &d->year) || !skip(s, &at, '-') ||
      !read_number(s, &at, 2, 2, &d->month) || !skip(s, &at, '-') ||
      !read_number(s, &at, 2, 2, &d->day))
    return false;
  d->end = at;
  return !(at < s.len && gloss_is_digit(s.bytes[at]));
}

/* April 2nd, 2025 */
static bool read_month_first(const gloss_cleaner *c, gloss_slice s, size_t at,
                             gloss_clean_date *d) {
  d->start = at;
  if (!read_month(c, s, &at, &d->month)) return false;
  skip(s, &at, '.');
  if (!skip_spaces(s, &at) || !read_number(s, &at, 1, 2, &d->day))
    return false;
  for (int i = 0; i < 2 && at < s.len && gloss_is_alpha(s.bytes[at]); i++) at++;
  skip(s, &at, ',');
  if (!skip_spaces(s, &at) || !read_year(s, &at, &d->year)) return false;
  d->end = at;
  return true;
}

/* 2. April 2025 */
static bool read_day_first(const gloss_cleaner *c, gloss_slice s, size_t at,
                           gloss_clean_date *d) {
  d->start = at;
  if (!read_number(s, &at, 1, 2, &d->day)) return false;
  while (at < s.len && (gloss_is_alpha(s.bytes[at]) || s.bytes[at] == '.'))
    at++;
  if (!skip_spaces(s, &at) || !read_month(c, s, &at, &d->month)) return false;
  skip(s, &at, '.');
  skip(s, &at, ',');
  if (!skip_spaces(s, &at) || !read_year(s, &at, &d->year)) return false;
  d->end = at;
  return true;
}

/* 2.4.2025 */
static bool read_dotted(const gloss_cleaner *c, gloss_slice s, size_t at,
                        gloss_clean_date *d) {
  (void)c;
  d->start = at;
  if (!read_number(s, &at, 1, 2, &d->day) || !skip(s, &at, '.') ||
      !read_number(s, &at, 1, 2, &d->month) || !skip(s, &at, '.') ||
      !read_year(s, &at, &d->year))
    return false;
  d->end = at;
  return true;
}

/* The first date of a form; one that begins with a number, not inside one. */
static bool find_form(const gloss_cleaner *c, gloss_slice s, read_form *read,
                      bool number, gloss_clean_date *d) {
  for (size_t at = 0; at < s.len; at++) {
    bool digit = gloss_is_digit(s.bytes[at]);
    if (number ? digit : gloss_is_letter(s.bytes[at])) {
      if (read(c, s, at, d)) return true;
      at = digit ? gloss_digits_end(s, at) : gloss_letters_end(s, at);
      at--;
    }
  }
  return false;
}

static uint32_t days_of_month(uint32_t year, uint32_t month) {
  static const uint8_t days[MONTHS] = { 31, 28, 31, 30, 31, 30,
                                        31, 31, 30, 31, 30, 31 };
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return days[month - 1] + (uint32_t)(month == 2 && leap);
}

bool gloss_clean_read_date(const gloss_cleaner *c, gloss_slice s,
                           gloss_clean_date *d) {
  *d = (gloss_clean_date){ false, 0, 0, 0, 0, 0 };
  d->found = find_form(c, s, read_iso, true, d) ||
             (find_form(c, s, read_month_first, false, d) && d->month > 0) ||
             (find_form(c, s, read_day_first, true, d) && d->month > 0) ||
             find_form(c, s, read_dotted, true, d);
  return d->found && d->month >= 1 && d->month <= MONTHS && d->day >= 1 &&
         d->day <= days_of_month(d->year, d->month);
}

/* ---- Stamps -------------------------------------------------------------- */

enum { STAMP_WORDS = 14, MONTH_LETTERS = 9, BESIDE_STAMP = 4 };

/* Digits and marks as of "12/04/25": a pattern of d for a digit, D for one or
** two, / for a slash, point or hyphen, : for itself; at `at`. */
static bool fits_at(gloss_slice s, size_t at, const char *pattern) {
  for (; *pattern != '\0'; pattern++) {
    bool digit = at < s.len && gloss_is_digit(s.bytes[at]);
    if (*pattern == 'D' || *pattern == 'd') {
      if (!digit) return false;
      at++;
      if (*pattern == 'D' && at < s.len && gloss_is_digit(s.bytes[at])) at++;
    } else {
      const char *marks = *pattern == ':' ? ":" : "/.-";
      if (at == s.len || !gloss_is_in(s.bytes[at++], marks)) return false;
    }
  }
  return true;
}

static bool has_form(gloss_slice s, const char *pattern) {
  for (size_t at = 0; at < s.len; at++)
    if (gloss_is_digit(s.bytes[at]) && fits_at(s, at, pattern)) return true;
  return false;
}

static bool is_listed(const gloss_cleaner *c, gloss_clean_list list,
                      gloss_slice word) {
  return gloss_clean_find(&c->lists[list], word) != GLOSS_NOT_INTERNED;
}

static bool ends_stamp(const gloss_cleaner *c, gloss_slice lower) {
  const gloss_clean_phrases *l = &c->lists[GLOSS_CLEAN_STAMP_ENDS];
  for (size_t i = 0; i < l->texts.count; i++) {
    gloss_slice end = gloss_clean_phrase(l, i);
    if (lower.len >= end.len &&
        memcmp(lower.bytes + lower.len - end.len, end.bytes, end.len) == 0)
      return true;
  }
  return false;
}

/* Words of ASCII letters beside months and words of stamps. */
typedef struct beside {
  uint32_t words;
  bool months; /* there are months */
  bool first;  /* the first of the words has no digit before it */
} beside;

static beside words_beside(const gloss_cleaner *c, gloss_slice lower) {
  beside found = { 0, false, false };
  bool digits = false;
  for (size_t at = 0; at < lower.len; at++) {
    size_t end = gloss_alphas_end(lower, at);
    gloss_slice word = gloss_slice_of(lower.bytes + at, end - at);
    digits = digits || gloss_is_digit(lower.bytes[at]);
    if (word.len == 0) continue;
    at = end - 1;
    if (word.len <= MONTH_LETTERS &&
        is_listed(c, GLOSS_CLEAN_MONTH_STARTS,
                  gloss_slice_to(word, word.len < 3 ? word.len : 3))) {
      found.months = true;
    } else if (!is_listed(c, GLOSS_CLEAN_STAMPS, word)) {
      if (found.words++ == 0) found.first = !digits;
    }
  }
  return found;
}

bool gloss_clean_is_stamp(const gloss_cleaner *c, gloss_slice lower,
                          uint32_t words) {
  beside found;
  bool digit = false;
  if (words > STAMP_WORDS) return false;
  for (size_t i = 0; i < lower.len; i++)
    digit = digit || gloss_is_digit(lower.bytes[i]);
  if (!digit) return false;
  found = words_beside(c, lower);
  if (!found.months && !has_form(lower, "D/D/dd") && !has_form(lower, "D:dd") &&
      !ends_stamp(c, lower))
    return false;
  if (found.words == 0) return true;
  /* "Meridian Press, April 2, 2025, 6:41 p.m.": a few names beside it */
  return has_form(lower, "dddd") && has_form(lower, "d:dd") &&
         found.words <= BESIDE_STAMP + (uint32_t)found.first;
}

/* ---- Places -------------------------------------------------------------- */

static const gloss_slice nowhere = { "", 0 };

/* A byte of a place: a letter, an apostrophe, a space, a hyphen. */
static bool is_place_byte(char c) {
  return gloss_is_letter(c) || gloss_is_in(c, "' -");
}

/* The same in capitals alone, full stops too. */
static bool is_capital_byte(char c) {
  return gloss_is_upper(c) || gloss_is_high(c) || gloss_is_in(c, ".' -");
}

static size_t run_end(gloss_slice s, bool (*is)(char)) {
  size_t end = 0;
  while (end < s.len && is(s.bytes[end])) end++;
  return end;
}

enum { LONGEST_PLACE = 40, DASH_WITHIN = 90 };

/* One to three words, each with a capital. */
static bool is_place_name(gloss_slice place) {
  char name[LONGEST_PLACE + 2] = "X ";
  memcpy(name + 2, place.bytes, place.len);
  return gloss_clean_is_name(gloss_slice_of(name, place.len + 2));
}

static bool is_day(const gloss_cleaner *c, gloss_slice word) {
  char lower[LONGEST_PLACE];
  for (size_t i = 0; i < word.len; i++)
    lower[i] = gloss_to_lower(word.bytes[i]);
  return is_listed(c, GLOSS_CLEAN_DAYS, gloss_slice_of(lower, word.len));
}

static bool has_alnum(gloss_slice s) {
  for (size_t i = 0; i < s.len; i++)
    if (gloss_is_alnum(s.bytes[i])) return true;
  return false;
}

gloss_slice gloss_clean_stamped_place(const gloss_cleaner *c,
                                      gloss_slice text) {
  size_t end = run_end(text, is_place_byte), rest;
  gloss_clean_date date;
  gloss_slice place = gloss_slice_to(text, end), stamp;
  if (end < 2 || end > LONGEST_PLACE || end >= text.len ||
      text.bytes[end] != ',' || !gloss_is_upper(text.bytes[0]))
    return nowhere;
  rest = gloss_spaces_end(text, end + 1);
  if (rest == end + 1 || rest == text.len || is_day(c, place) ||
      !is_place_name(place))
    return nowhere;
  stamp = gloss_slice_from(text, rest);
  if (!gloss_clean_read_date(c, stamp, &date) ||
      has_alnum(gloss_slice_to(stamp, date.start)) ||
      has_alnum(gloss_slice_from(stamp, date.end)))
    return nowhere;
  return place;
}

/* The first dash with spaces around it, near the beginning; text.len: none. */
static size_t find_dash(gloss_slice text, size_t *len) {
  static const char *const dashes[] = { " - ", " – ", " — ", " -- " };
  for (size_t at = 0; at < text.len && at < DASH_WITHIN; at++) {
    if (text.bytes[at] != ' ') continue;
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
      gloss_slice dash = gloss_slice_of(dashes[i], strlen(dashes[i]));
      *len = dash.len;
      if (gloss_starts_with(gloss_slice_from(text, at), dash)) return at;
    }
  }
  return text.len;
}

/* "(Meridian Press)" at the end. */
static bool ends_with_agency(gloss_slice s) {
  size_t at = s.len;
  if (at == 0 || s.bytes[--at] != ')') return false;
  while (at > 0 && (gloss_is_alpha(s.bytes[at - 1]) || s.bytes[at - 1] == ' '))
    at--;
  return at > 0 && s.bytes[at - 1] == '(' && s.len - at >= 3 &&
         gloss_is_upper(s.bytes[at]);
}

/* The place in capitals that a date line begins with. */
static gloss_slice capital_place(gloss_slice before) {
  size_t end = run_end(before, is_capital_byte);
  if (end == 0) return nowhere;
  if (end >= 3 && (gloss_is_upper(before.bytes[0]) ||
                   gloss_is_high(before.bytes[0])) &&
      (gloss_is_upper(before.bytes[end - 1]) ||
       gloss_is_high(before.bytes[end - 1]) || before.bytes[end - 1] == '.'))
    return gloss_slice_to(before, end);
  if (end >= 2 && end == before.len && gloss_is_upper(before.bytes[0]))
    return before;
  return nowhere;
}

gloss_slice gloss_clean_dateline(const gloss_cleaner *c, gloss_slice text,
                                 size_t *end) {
  size_t len, dash = find_dash(text, &len), run;
  gloss_slice before = gloss_slice_to(text, dash), place;
  gloss_clean_date date;
  if (dash == text.len) return nowhere;
  place = capital_place(before);
  /* "Geneva, April 2 (Agency)": in small letters only with date or agency */
  if (place.len == 0 && dash > 0 && gloss_is_upper(before.bytes[0])) {
    run = run_end(before, is_place_byte);
    if (run >= 2 && run < before.len && gloss_is_in(before.bytes[run], ",(") &&
        (ends_with_agency(before) || gloss_clean_read_date(c, before, &date)))
      place = gloss_slice_to(before, run);
  }
  *end = dash + len;
  place = gloss_without_end(place);
  return place.len >= 2 ? place : nowhere;
}

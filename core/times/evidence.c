/* evidence.c - is it a time at all? What stands around a word that may be a
** month, a year or a clock time, or something else. */
#include <string.h>

#include "times/times.h"

/* ---- Names and months ---- */

/* Is a word with a capital part of a name: "Winter Games", "the Daily Echo"? */
bool gloss_times_is_name_part(const gloss_times_context *x,
                              const gloss_item *item) {
  uint32_t start = gloss_item_start(x, item), end = gloss_item_end(x, item);
  gloss_word_beside before;
  if (!gloss_upper((unsigned char)x->text[start])) return false;
  if (gloss_times_word_after(x, end).capital) return true;
  before = gloss_times_word_before(x, start);
  return before.capital &&
         !gloss_times_starts(x, (int64_t)start - (int64_t)before.len - 1);
}

static bool is_class(const gloss_times_context *x, const gloss_item *item,
                     int name) {
  return x->t->classes[name] == item->class_number;
}

/* Does another month with a capital stand before it in the phrase? */
static bool behind_month(const gloss_times_context *x) {
  const uint64_t *capitals = x->t->groups[GROUP_CAPITALS];
  for (size_t i = 0; i < x->first; i++)
    if (gloss_class_in(capitals, x->phrase->items[i].class_number)) return true;
  return false;
}

/* Is a month's name, alone, the month? "May" and "March" need a word before
** them that says so, "April" and "June" must not be part of a name. */
bool gloss_times_is_month(const gloss_times_context *x,
                          const gloss_item *item) {
  uint32_t start = gloss_item_start(x, item), end = gloss_item_end(x, item);
  gloss_word_beside before, after;
  if (is_class(x, item, CLASS_MONTH))
    return !gloss_digit(gloss_text_byte(x, end));
  before = gloss_times_word_before(x, start);
  after = gloss_times_word_after(x, end);
  if (before.sets & GLOSS_SET(SET_BEFORE_MONTH))
    return !after.capital || (before.sets & GLOSS_SET(SET_SURE_BEFORE_YEAR));
  if (is_class(x, item, CLASS_WORDMONTH)) return behind_month(x);
  if (before.capital &&
      !gloss_times_starts(x, (int64_t)start - (int64_t)before.len - 1))
    return false;
  return !after.capital;
}

/* ---- Numbers ---- */

/* The character that ends right before `at`; its length, 0: there is none. */
static size_t mark_before(const gloss_times_context *x, size_t at,
                          const char **mark) {
  size_t start = at;
  if (at == 0) return 0;
  do start--;
  while (start > 0 && ((unsigned char)x->text[start] & 0xC0) == 0x80);
  *mark = x->text + start;
  return at - start;
}

static bool is_one_of(const char *mark, size_t len, const char *marks) {
  static const char *const signs[] = { "\xE2\x82\xAC", "\xC2\xA3" }; /* € £ */
  if (len == 1) return *mark != '\0' && strchr(marks, *mark) != NULL;
  for (size_t i = 0; i < 2; i++)
    if (len == strlen(signs[i]) && memcmp(mark, signs[i], len) == 0)
      return true;
  return false;
}

static bool is_yen(const char *mark, size_t len) {
  return len == 2 && memcmp(mark, "\xC2\xA5", 2) == 0;
}

/* Do marks before a number make it money, a code or a part? "$ 1990", "#1990",
** "A-1990", "1,1990" */
static bool cuts_before(const gloss_times_context *x, size_t start) {
  const char *mark = NULL;
  size_t len = mark_before(x, start, &mark);
  unsigned char last, other;
  if (len == 1 && *mark == ' ' && start > 1)
    len = mark_before(x, start - 1, &mark);
  if (len > 0 &&
      (is_one_of(mark, len, "#$_/\\=&@+") || is_yen(mark, len)))
    return true;
  if (start < 2) return false;
  last = (unsigned char)x->text[start - 1];
  other = (unsigned char)x->text[start - 2];
  if (strchr("-.,:/", last) != NULL && last != 0 &&
      (gloss_digit(other) || other == '.' || other == ',' || other == ':'))
    return true;
  return last == '-' && (gloss_upper(other) || gloss_digit(other));
}

/* And behind it: "1990 %", "1990-3", "1990x" */
static bool cuts_behind(const gloss_times_context *x, size_t end) {
  unsigned char next = gloss_text_byte(x, end);
  size_t at = next == ' ' && end + 1 < x->len ? end + 1 : end, stop = at;
  if (stop < x->len) do stop++;
    while (stop < x->len && ((unsigned char)x->text[stop] & 0xC0) == 0x80);
  if (is_one_of(x->text + at, stop - at, "%$_/\\=@#")) return true;
  if (next != 0 && strchr("-.:,", next) != NULL &&
      gloss_digit(gloss_text_byte(x, end + 1)))
    return true;
  return gloss_letter(next);
}

/* Is a range of years part of something longer: "A-1990-95", "1990-95 %"? */
static bool range_is_cut(const gloss_times_context *x, size_t start,
                         size_t end) {
  unsigned char next = gloss_text_byte(x, end), last, other;
  if (next == '-' && gloss_digit(gloss_text_byte(x, end + 1))) return true;
  if (next == '%' ||
      (gloss_blank(next) && gloss_text_byte(x, end + 1) == '%'))
    return true;
  if (start < 2) return false;
  last = (unsigned char)x->text[start - 1];
  other = (unsigned char)x->text[start - 2];
  return (last == '-' || last == '/') &&
         (gloss_digit(other) || gloss_upper(other));
}

/* ---- Years ---- */

/* "1704 - 1787": the year before, in the same phrase, is one. */
static bool goes_on(const gloss_times_context *x, const gloss_item *item) {
  const gloss_item *other;
  if (x->first == 0) return false;
  other = &x->phrase->items[x->first - 1];
  return other == x->year_item && x->year_phrase == x->start &&
         item->gap == '=' && item->value > other->value;
}

/* A year before 1900, with no word that says so: "(1829 -", ", 1829.", "the
** 1829 map", "the city's 1829 map". */
static bool stands_as_year(const gloss_times_context *x, size_t start,
                           size_t end, bool range,
                           const gloss_word_beside *before,
                           const gloss_word_beside *after, bool plural) {
  unsigned char last = start > 0 ? (unsigned char)x->text[start - 1] : 0;
  unsigned char other = start > 1 ? (unsigned char)x->text[start - 2] : 0;
  unsigned char next = gloss_text_byte(x, end);
  size_t reach = start < 8 ? start : 8;
  gloss_slice left = { x->text + start - reach, reach };
  if (last == '(' || last == '[') return true;
  if (last == ' ' && (other == ',' || other == '.') && next != 0 &&
      strchr(".,;:)", next) != NULL)
    return true;
  if (range) return last == '(' || last == ',' || gloss_blank(last);
  if (!(before->sets & GLOSS_SET(SET_YEAR_ARTICLES)) &&
      !gloss_times_has_ending(&x->t->genitives, left))
    return false;
  return after->there && !plural;
}

static bool is_year_word(const gloss_times_context *x,
                         const gloss_item *item) {
  return item->value >= 1100 && item->value < 2100 &&
         (gloss_times_word_before(x, gloss_item_start(x, item)).sets &
          GLOSS_SET(SET_SURE_BEFORE_YEAR)) != 0;
}

bool gloss_times_is_year(const gloss_times_context *x, const gloss_item *item,
                         const gloss_item *stop) {
  uint32_t start = gloss_item_start(x, item);
  uint32_t end = gloss_item_end(x, stop != NULL ? stop : item);
  gloss_word_beside before, after;
  double year = item->value;
  bool plural;
  if (is_class(x, item, CLASS_CARD_YEAR)) return is_year_word(x, item);
  if (stop != NULL ? range_is_cut(x, start, end)
                   : cuts_before(x, start) || cuts_behind(x, end))
    return false;
  before = gloss_times_word_before(x, start);
  after = gloss_times_word_after(x, end);
  if ((before.sets & GLOSS_SET(SET_NO_YEAR)) ||
      (after.sets & GLOSS_SET(SET_NO_YEAR_AFTER)))
    return false;
  if (before.sets & GLOSS_SET(SET_SURE_BEFORE_YEAR))
    return year >= 1000 && year < 2200;
  if (goes_on(x, item) || (year >= 1900 && year < 2060)) return true;
  if (year < 1000 || year >= 2100) return false;
  plural = after.len > 3 &&
           gloss_times_has_ending(&x->t->plurals,
                                  (gloss_slice){ after.low, after.len });
  if (before.sets & GLOSS_SET(SET_BEFORE_YEAR)) return !plural;
  return stands_as_year(x, start, end, stop != NULL, &before, &after, plural);
}

/* ---- Clock times ---- */

enum { TICKS = 3 }; /* lines that make a ticker */

/* Does "18:40 -" begin at `at`? `most` digits before the colon. */
static bool tick_at(const gloss_times_context *x, size_t at, size_t most) {
  size_t digits = 0;
  unsigned char c;
  while (digits <= most && gloss_digit(gloss_text_byte(x, at + digits)))
    digits++;
  if (digits == 0 || digits > most) return false;
  at += digits;
  c = gloss_text_byte(x, at);
  if ((c != ':' && c != '.') || !gloss_digit(gloss_text_byte(x, at + 1)) ||
      !gloss_digit(gloss_text_byte(x, at + 2)) ||
      gloss_text_byte(x, at + 3) != ' ')
    return false;
  c = gloss_text_byte(x, at + 4);
  return c == '-' || c == 0xE2;
}

static bool is_ticker(const gloss_times_context *x) {
  const char *at = x->text, *end = x->text + x->len;
  int lines = 0;
  while (at != NULL && lines < TICKS) {
    if (tick_at(x, (size_t)(at - x->text), 2)) lines++;
    at = at < end ? memchr(at, '\n', (size_t)(end - at)) : NULL;
    if (at != NULL) at++;
  }
  return lines >= TICKS;
}

/* Does a line of a ticker begin with the clock time: "18:40 - The vote is
** over."? */
static bool is_tick(gloss_times_context *x, const gloss_item *item) {
  uint32_t start = gloss_item_start(x, item);
  if (start > 0 && x->text[start - 1] != '\n') return false;
  if (!tick_at(x, start, item->end - item->start)) return false;
  if (x->ticker == GLOSS_UNASKED)
    x->ticker = is_ticker(x) ? GLOSS_YES : GLOSS_NO;
  return x->ticker == GLOSS_YES;
}

static bool near_clock(const gloss_times_context *x, size_t i) {
  const gloss_item *other = &x->phrase->items[i];
  return i < x->phrase->item_count && other->gap != '/' &&
         gloss_class_in(x->t->groups[GROUP_NEAR_CLOCK], other->class_number);
}

/* Is "10:30", with nothing behind it, a time of day? A score is none. */
bool gloss_times_is_clock(gloss_times_context *x, const gloss_item *item) {
  gloss_word_beside before;
  if (is_tick(x, item)) return true;
  before = gloss_times_word_before(x, gloss_item_start(x, item));
  if (before.sets & GLOSS_SET(SET_BEFORE_CLOCK)) return true;
  return (x->first > 0 && near_clock(x, x->first - 1)) ||
         near_clock(x, x->first + 1);
}

/* ---- Rates ---- */

enum { RATE_REACH = 40 };

/* The letters that end right before `at`, not before `floor`. */
static size_t letters_before(const gloss_times_context *x, size_t at,
                             size_t floor) {
  while (at > floor && gloss_letter((unsigned char)x->text[at - 1])) at--;
  return at;
}

bool gloss_times_tells_rate(const gloss_times_context *x) {
  size_t floor = x->from > RATE_REACH ? x->from - RATE_REACH : 0;
  size_t end = x->from, start, other;
  if (end < floor + 3 || !gloss_blank((unsigned char)x->text[end - 1]))
    return false;
  end--;
  if (x->text[end - 1] == '%') { /* 10 % a year */
    end -= gloss_blank((unsigned char)x->text[end - 2]) ? 2 : 1;
    return end > floor && gloss_digit((unsigned char)x->text[end - 1]);
  }
  if (gloss_times_has_ending(&x->t->percents,
                             (gloss_slice){ x->text + floor, end - floor }))
    return true;
  start = letters_before(x, end, floor);
  if (end - start < 2 || start < floor + 2 ||
      !gloss_blank((unsigned char)x->text[start - 1]) ||
      !gloss_times_has_ending(&x->t->plurals,
                              (gloss_slice){ x->text + start, end - start }))
    return false;
  if (gloss_digit((unsigned char)x->text[start - 2]))
    return true; /* 300 euros a year */
  other = letters_before(x, start - 1, floor); /* 3 million euros a year */
  return (gloss_times_sets_of(x->t, (gloss_slice){ x->text + other,
                                                   start - 1 - other }) &
          GLOSS_SET(SET_RATES)) != 0;
}

/* ---- The conditions of a rule ---- */

static bool unit_allowed(const gloss_times_context *x,
                         const gloss_time_rule *r) {
  gloss_timeunit unit = gloss_time_unit(x, AT_UNIT);
  if (r->unit_count == 0 || x->at[AT_UNIT] == NULL) return true;
  for (size_t i = 0; i < r->unit_count; i++)
    if (gloss_timeunit_same(r->units[i], unit)) return true;
  return false;
}

static bool before_allows(const gloss_times_context *x,
                          const gloss_time_rule *r) {
  uint64_t sets;
  if (!r->has_before && !r->has_not_before) return true;
  sets = gloss_times_word_before(x, x->from).sets;
  return (!r->has_before || (sets & r->before)) &&
         (!r->has_not_before || !(sets & r->not_before));
}

/* The clause ends behind it, or the word there is one that may stand there. */
static bool behind_allows(const gloss_times_context *x,
                          const gloss_time_rule *r) {
  uint64_t sets;
  if (r->ends && gloss_times_ends_here(x)) return true;
  if (!r->has_after && !r->has_not_after) return !r->ends;
  sets = gloss_times_word_after(x, x->to).sets;
  return (!r->has_after || (sets & r->after)) &&
         (!r->has_not_after || !(sets & r->not_after));
}

static bool names_allow(const gloss_times_context *x,
                        const gloss_time_rule *r) {
  const gloss_item *item = r->no_name >= 0 ? x->at[r->no_name] : NULL;
  return item == NULL || x->t->capital_nouns ||
         !gloss_times_is_name_part(x, item);
}

bool gloss_times_allowed(const gloss_times_context *x,
                         const gloss_time_rule *r) {
  if (x->last + 1 < x->phrase->item_count &&
      gloss_class_in(r->not_followed,
                     x->phrase->items[x->last + 1].class_number))
    return false;
  return unit_allowed(x, r) && before_allows(x, r) && behind_allows(x, r) &&
         names_allow(x, r);
}

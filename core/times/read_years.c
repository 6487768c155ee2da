/* read_years.c - readings of years and their parts, decades, centuries,
** seasons, holidays. */
#include <string.h>

#include "times/times.h"

static gloss_value_text year_value(int32_t year) {
  gloss_value_text v = { .len = 0 };
  gloss_value_put_number(&v, year, 4);
  return v;
}

/* ---- Years ---- */

GLOSS_READER(year) {
  const gloss_item *item = x->at[AT_YEAR];
  gloss_value_text v;
  (void)r;
  if (item == NULL || item->value >= 2200 ||
      (x->at[AT_MOD] == NULL && !gloss_times_is_year(x, item, NULL)))
    return false;
  v = year_value(gloss_item_number(item));
  out->mod = gloss_time_mod(x);
  x->year_phrase = x->start;
  x->year_item = item;
  return gloss_time_explicit(x, out, &v, gloss_item_number(item));
}

/* "1939-45", "2015/16" */
GLOSS_READER(years) {
  const gloss_item *first = x->at[AT_YEAR], *last = x->at[AT_STOP];
  int32_t from, to;
  gloss_value_text v;
  (void)r;
  if (first == NULL || last == NULL) return false;
  from = gloss_item_number(first);
  to = gloss_item_number(last);
  if (last->class_number == GLOSS_FIGURE_SMALL) {
    if (last->end - last->start != 2) return false;
    to += from / 100 * 100;
  }
  if (to <= from || to - from > 400 || from < 1000 || to >= 2200 ||
      !gloss_times_is_year(x, first, last))
    return false;
  v = year_value(from);
  gloss_value_put(&v, "/");
  gloss_value_put_number(&v, to, 4);
  return gloss_time_explicit(x, out, &v, to);
}

/* Of the word before a phrase: may a year in short form, or a decade in words,
** stand behind it? */
static bool opens_year(const gloss_times_context *x, uint32_t at) {
  return (gloss_times_word_before(x, at).sets &
          (GLOSS_SET(SET_BEFORE_YEAR) | GLOSS_SET(SET_DECADE_ARTICLES))) != 0;
}

/* "in '82" */
GLOSS_READER(short_year) {
  const gloss_item *item = x->at[AT_YEAR];
  gloss_value_text v;
  int32_t year;
  (void)r;
  if (item == NULL || !opens_year(x, gloss_item_start(x, item))) return false;
  year = gloss_time_full_year(gloss_item_number(item));
  v = year_value(year);
  return gloss_time_explicit(x, out, &v, year);
}

/* The second year of "1892 - 94". */
GLOSS_READER(end_year) {
  const gloss_item *item = x->at[AT_YEAR], *before;
  gloss_value_text v;
  int32_t first, year;
  (void)r;
  if (item == NULL || x->first == 0) return false;
  before = &x->phrase->items[x->first - 1];
  if (before != x->year_item || x->year_phrase != x->start ||
      item->gap != '=' || item->end - item->start != 2)
    return false;
  first = gloss_item_number(before);
  year = gloss_item_number(item);
  if (year <= first % 100) return false;
  year += first / 100 * 100;
  v = year_value(year);
  return gloss_time_explicit(x, out, &v, year);
}

/* "400 BC", "AD 842" */
GLOSS_READER(year_of_era) {
  const gloss_item *item = x->at[AT_YEAR];
  gloss_value_text v = { .len = 0 };
  int32_t year;
  (void)r;
  if (item == NULL || x->at[AT_ERA] == NULL || item->value < 1 ||
      item->value > 9999)
    return false;
  year = gloss_item_number(item);
  if (year != item->value) return false;
  if (x->at[AT_ERA]->value > 0) {
    if (year > 2200) return false;
    gloss_value_put_number(&v, year, 4);
    return gloss_time_explicit(x, out, &v, year);
  }
  gloss_value_put(&v, "BC");
  gloss_value_put_number(&v, year, 4);
  return gloss_time_dated(x, out, &v, (gloss_slice){ NULL, 0 });
}

/* ---- Decades and centuries ---- */

static bool years_from(gloss_times_context *x, gloss_time_reading *out,
                       int32_t first, int32_t count) {
  gloss_value_text v = { .len = 0 };
  gloss_value_put_years(&v, first, count);
  return gloss_time_dated(x, out, &v, (gloss_slice){ NULL, 0 });
}

static int32_t full_decade(int32_t n) { return n + (n < 20 ? 2000 : 1900); }

/* "The 1990s", "the '80s", "the eighties"; "the 1800s" are a century, "her 80s"
** an age. */
GLOSS_READER(decade) {
  const gloss_item *item = x->at[AT_DECADE];
  int32_t n;
  (void)r;
  if (item == NULL) return false;
  n = gloss_item_number(item);
  if (item->class_number == x->t->classes[CLASS_DECADEWORD] || n < 100) {
    if (gloss_times_word_before(x, x->from).sets & GLOSS_SET(SET_AGES))
      return false;
    if (item->class_number == x->t->classes[CLASS_DECADEWORD] &&
        x->at[AT_MOD] == NULL && !opens_year(x, x->from))
      return false;
    n = full_decade(n);
  }
  if (n < 1000 || n >= 2200) return false;
  out->mod = gloss_time_mod(x);
  return years_from(x, out, n, n % 100 == 0 && n < 2000 ? 100 : 10);
}

/* "Les années 60", "los años ochenta" */
GLOSS_READER(decade_of_unit) {
  const gloss_item *item = x->at[AT_DECADE];
  int32_t n;
  (void)r;
  if (item == NULL || !x->t->decade_after_unit ||
      !gloss_timeunit_is(gloss_time_unit(x, AT_UNIT), 1, 'Y'))
    return false;
  n = gloss_item_number(item);
  if (n % 10 != 0) return false;
  if (n < 100) n = full_decade(n);
  return n >= 1000 && n < 2200 && years_from(x, out, n, 10);
}

GLOSS_READER(century) {
  gloss_value_text v = { .len = 0 };
  int32_t n;
  (void)r;
  if (x->at[AT_NTH] == NULL) return false;
  n = gloss_item_number(x->at[AT_NTH]);
  if (n < 1 || n > 22) return false;
  out->mod = gloss_time_mod(x);
  if (x->at[AT_ERA] == NULL || x->at[AT_ERA]->value >= 0)
    return years_from(x, out, n * 100 - 100, 100);
  gloss_value_put(&v, "BC");
  gloss_value_put_number(&v, n - 1, 2);
  return gloss_time_dated(x, out, &v, (gloss_slice){ NULL, 0 });
}

/* ---- Quarters and halves ---- */

/* The middle month of the n-th of so many parts of a year. */
static int32_t middle_month(int32_t parts, int32_t nth) {
  int32_t months = 12 / parts;
  return (nth - 1) * months + (months + 1) / 2;
}

/* The year of the part; false: not known, and why. */
static bool year_of_part(gloss_times_context *x, const gloss_time_rule *r,
                         int32_t nth, int32_t *year, gloss_slice *why) {
  gloss_slice label;
  if (x->at[AT_UNIT] != NULL) {
    if (!gloss_times_dated(x, GLOSS_PRECISION_YEAR, why)) return false;
    *year = gloss_calendar_fields(x->ref).year + gloss_time_shift(x, r);
    return true;
  }
  return gloss_times_dated(x, GLOSS_PRECISION_MONTH, why) &&
         gloss_times_year_of(x, middle_month(r->parts, nth), 0,
                             gloss_times_tense_at(x), year, &label);
}

static void put_part(gloss_value_text *v, const gloss_time_rule *r,
                     int32_t nth) {
  gloss_value_put(v, "-");
  gloss_value_put_bytes(v, r->letter);
  gloss_value_put_number(v, nth, 1);
}

/* "The third quarter of 2024", "Q3", "the first half of last year": options
** `parts` (of a year) and `letter`. */
GLOSS_READER(part_of_year) {
  const gloss_item *item = x->at[AT_NTH];
  int32_t nth, year = 0;
  bool named = gloss_time_year_in(x, &year);
  gloss_value_text v = { .len = 0 };
  gloss_slice why = { NULL, 0 };
  if (item == NULL || (x->at[AT_YEAR] != NULL && !named)) return false;
  nth = gloss_item_number(item);
  if (nth < 1 || nth > r->parts) return false;
  if (!named && !year_of_part(x, r, nth, &year, &why)) {
    gloss_value_put(&v, "XXXX");
    put_part(&v, r, nth);
    return gloss_time_unresolved(x, out, GLOSS_TIME_DATE, why, &v);
  }
  gloss_value_put_number(&v, year, 4);
  put_part(&v, r, nth);
  if (named) return gloss_time_explicit(x, out, &v, year);
  return gloss_time_dated(x, out, &v, x->ref_label);
}

/* ---- Seasons ---- */

/* By their TIMEX3 names, as meteorologists have them, north of the equator. */
static const struct season {
  char name[3];
  int32_t first, middle; /* months */
} seasons[] = { { "SP", 3, 4 }, { "SU", 6, 7 }, { "FA", 9, 10 },
                { "WI", 12, 1 } };
enum { WINTER = 3 };

/* Its number; -1: there is none. */
static int season_of(gloss_slice name) {
  for (int i = 0; i < 4; i++)
    if (name.len == 2 && memcmp(name.bytes, seasons[i].name, 2) == 0) return i;
  return -1;
}

static int season_now(int32_t month) {
  return month < 3 || month == 12 ? WINTER : month / 3 - 1;
}

static gloss_value_text season_value(const int32_t *year, int season) {
  gloss_value_text v = { .len = 0 };
  if (year != NULL) gloss_value_put_number(&v, *year, 4);
  else gloss_value_put(&v, "XXXX");
  gloss_value_put(&v, "-");
  gloss_value_put(&v, seasons[season].name);
  return v;
}

/* The year in which the season began that lies so far from this one: "last
** summer" is the last that is over or has begun. */
static int32_t moved_season(gloss_ymd now, int season, int32_t shift) {
  int32_t year = now.year;
  bool in_it = season_now(now.month) == season, wraps, begun;
  wraps = season == WINTER && now.month < 3;
  begun = wraps || now.month >= seasons[season].first;
  if (wraps) year--;
  if (in_it && shift == 0) return year;
  if (shift < 0 && (!begun || in_it)) year--;
  if (shift > 0 && begun) year++;
  return year;
}

static bool relative_season(gloss_times_context *x, const gloss_time_rule *r,
                            int season, gloss_time_reading *out) {
  gloss_value_text v = season_value(NULL, season);
  gloss_slice why;
  int32_t year;
  if (!gloss_times_dated(x, GLOSS_PRECISION_MONTH, &why))
    return gloss_time_unresolved(x, out, GLOSS_TIME_DATE, why, &v);
  year = moved_season(gloss_calendar_fields(x->ref), season,
                      gloss_time_shift(x, r));
  v = season_value(&year, season);
  return gloss_time_dated(x, out, &v, x->ref_label);
}

/* "The summer of 2024", "last winter", "in spring". A winter has the year in
** which it begins. */
GLOSS_READER(season) {
  int season = season_of(gloss_time_text(x, x->at[AT_SEASON]));
  int32_t year = 0;
  bool named = gloss_time_year_in(x, &year);
  gloss_slice label = { NULL, 0 };
  gloss_value_text v;
  if (season < 0 || (x->at[AT_YEAR] != NULL && !named)) return false;
  if (x->at[AT_SHIFT] != NULL) return relative_season(x, r, season, out);
  out->mod = gloss_time_mod(x);
  if (named) {
    v = season_value(&year, season);
    return gloss_time_explicit(x, out, &v, year);
  }
  named = gloss_times_year_of(x, seasons[season].middle, 0,
                              gloss_times_tense_at(x), &year, &label);
  if (season == WINTER) year--;
  v = season_value(named ? &year : NULL, season);
  return gloss_time_dated(x, out, &v,
                          named ? label : (gloss_slice){ NULL, 0 });
}

/* ---- Holidays ---- */

/* As words tell them: { 12, 25 }; { 11, weekday = 4, nth = 4 }, the fourth
** Thursday of November, `after` = 4: the day behind it; { easter = -2 }. */
typedef struct holiday {
  int32_t month, day, weekday, nth, after, easter;
  bool has_day, has_weekday, has_after, has_easter;
} holiday;

static bool field(const gloss_times_context *x, const char *name,
                  int32_t *number) {
  gloss_slice text;
  return gloss_time_field(x, x->at[AT_DAY], name, number, &text);
}

static bool holiday_of(const gloss_times_context *x, holiday *h) {
  *h = (holiday){ .month = 0 };
  h->has_easter = field(x, "easter", &h->easter);
  h->has_day = field(x, "2", &h->day);
  h->has_weekday = field(x, "weekday", &h->weekday) &&
                   field(x, "nth", &h->nth);
  h->has_after = field(x, "after", &h->after);
  return h->has_easter || (field(x, "1", &h->month) && h->month >= 1 &&
                           h->month <= 12 && (h->has_day || h->has_weekday));
}

static int32_t holiday_day(const holiday *h, int32_t year) {
  int32_t day = 0;
  if (h->has_easter) return gloss_calendar_easter(year) + h->easter;
  if (!h->has_weekday) return gloss_calendar_day(year, h->month, h->day);
  gloss_calendar_nth_weekday(year, h->month,
                             h->has_after ? h->after : h->weekday, h->nth,
                             &day);
  return h->has_after ? day + 1 : day;
}

/* "Last Christmas", "next Easter": the year of the one before or behind. */
static int32_t moved_holiday(const gloss_times_context *x, const holiday *h,
                             int32_t shift) {
  int32_t year = gloss_calendar_fields(x->ref).year;
  int32_t day = holiday_day(h, year);
  if (shift < 0 && day >= x->ref) return year - 1;
  return shift > 0 && day <= x->ref ? year + 1 : year;
}

/* Without a year that is known: XXXX-12-25. */
static bool any_holiday(gloss_times_context *x, const holiday *h,
                        gloss_time_reading *out) {
  gloss_value_text v = { .len = 0 };
  if (!h->has_day)
    return gloss_time_unresolved(x, out, GLOSS_TIME_DATE,
                                 GLOSS_TEXT("no document date"), NULL);
  gloss_value_put(&v, "XXXX-");
  gloss_value_put_number(&v, h->month, 2);
  gloss_value_put(&v, "-");
  gloss_value_put_number(&v, h->day, 2);
  return gloss_time_dated(x, out, &v, (gloss_slice){ NULL, 0 });
}

GLOSS_READER(holiday) {
  holiday h;
  int32_t year = 0, shift = gloss_time_shift(x, r);
  bool named = gloss_time_year_in(x, &year);
  gloss_slice label = { NULL, 0 };
  gloss_value_text v = { .len = 0 };
  gloss_ymd usual;
  if (!holiday_of(x, &h) || (x->at[AT_YEAR] != NULL && !named)) return false;
  if (named) {
    gloss_value_put_day(&v, holiday_day(&h, year));
    return gloss_time_explicit(x, out, &v, year);
  }
  if (!x->has_ref && !(x->has_year && gloss_times_historical(x)))
    return any_holiday(x, &h, out);
  usual = gloss_calendar_fields(
      holiday_day(&h, x->has_ref ? gloss_calendar_fields(x->ref).year
                                 : x->year));
  gloss_times_year_of(x, usual.month, usual.day, gloss_times_tense_at(x), &year,
                      &label);
  if (shift != 0 && x->has_ref) {
    year = moved_holiday(x, &h, shift);
    label = x->ref_label;
  }
  gloss_value_put_day(&v, holiday_day(&h, year));
  return gloss_time_dated(x, out, &v, label);
}

/* The day of a year that the rule tells (`month`, `day`): "year-end". */
GLOSS_READER(day_of_year) {
  int32_t year = 0;
  bool named = gloss_time_year_in(x, &year);
  gloss_value_text v = { .len = 0 };
  gloss_slice why;
  if (x->at[AT_YEAR] != NULL && !named) return false;
  if (!named && !gloss_times_dated(x, GLOSS_PRECISION_YEAR, &why))
    return gloss_time_unresolved(x, out, GLOSS_TIME_DATE, why, NULL);
  if (!named) year = gloss_calendar_fields(x->ref).year;
  gloss_value_put_date(&v, (gloss_ymd){ year, r->month, r->day });
  if (named) return gloss_time_explicit(x, out, &v, year);
  return gloss_time_dated(x, out, &v, x->ref_label);
}

/* read_dates.c - readings of days and months on the calendar: "April 6, 2025",
** "May". */
#include "times/times.h"

/* XXXX-04, XXXX-04-06: a day (0: a month) whose year is not known. */
static void put_in_year(gloss_value_text *v, const int32_t *year,
                        int32_t month, int32_t day) {
  if (year != NULL) gloss_value_put_number(v, *year, 4);
  else gloss_value_put(v, "XXXX");
  gloss_value_put(v, "-");
  gloss_value_put_number(v, month, 2);
  if (day == 0) return;
  gloss_value_put(v, "-");
  gloss_value_put_number(v, day, 2);
}

static gloss_value_text in_year(const int32_t *year, int32_t month,
                                int32_t day) {
  gloss_value_text v = { .len = 0 };
  put_in_year(&v, year, month, day);
  return v;
}

/* ---- Dates in digits ---- */

/* 2025-04-06, 2025-04-06T12:30Z */
static bool read_iso(gloss_times_context *x, const gloss_item *item,
                     gloss_time_reading *out) {
  const int32_t *d = item->parts;
  gloss_value_text v = in_year(&d[0], d[1], d[2]);
  if (!gloss_calendar_exists(d[0], d[1], d[2])) return false;
  gloss_time_explicit(x, out, &v, d[0]);
  if (item->clock == 0) return true;
  gloss_value_put(&v, "T");
  gloss_value_put_bytes(&v, (gloss_slice){ x->text + x->start + item->clock,
                                           item->end - item->clock });
  return gloss_time_valued(x, out, GLOSS_TIME_TIME, &v);
}

/* Reads the parts in an order; false: there is no such day. */
static bool in_order(const gloss_item *item, gloss_date_order order,
                     gloss_ymd *date) {
  static const uint8_t orders[][3] = { { 2, 0, 1 }, { 2, 1, 0 }, { 0, 1, 2 } };
  const uint8_t *o = orders[order - GLOSS_DATES_MDY];
  *date = (gloss_ymd){ item->parts[o[0]], item->parts[o[1]],
                       item->parts[o[2]] };
  if (item->short_year) date->year = gloss_time_full_year(date->year);
  return gloss_calendar_exists(date->year, date->month, date->day) &&
         date->year >= 1000;
}

/* How 03/04/2024 is read: as the step says, as the language does; with points
** the day is first. */
static gloss_date_order order_of(const gloss_times_context *x,
                                 const gloss_item *item) {
  if (item->year_first) return GLOSS_DATES_YMD;
  if (x->how->order != GLOSS_DATES_AUTO) return x->how->order;
  return item->mark == '.' ? GLOSS_DATES_DMY : x->t->date_order;
}

/* ISO dates, and dates in digits: by the order of their parts, or the other one
** where there is no such day. */
GLOSS_READER(date) {
  const gloss_item *item = x->at[AT_DATE];
  gloss_ymd date;
  gloss_value_text v = { .len = 0 };
  gloss_date_order order;
  (void)r;
  if (item == NULL) return false;
  if (item->class_number == GLOSS_FIGURE_ISO) return read_iso(x, item, out);
  order = order_of(x, item);
  if (!in_order(item, order, &date) &&
      (order == GLOSS_DATES_YMD ||
       !in_order(item, order == GLOSS_DATES_MDY ? GLOSS_DATES_DMY
                                                : GLOSS_DATES_MDY, &date)))
    return false;
  gloss_value_put_date(&v, date);
  return gloss_time_explicit(x, out, &v, date.year);
}

/* ---- The year of what names none ---- */

enum { RANGE = 6 }; /* items in which the end of a range has its year */

static bool in_group(const gloss_times_context *x, const gloss_item *item,
                     int group) {
  return gloss_class_in(x->t->groups[group], item->class_number);
}

static bool is_class(const gloss_times_context *x, const gloss_item *item,
                     int name) {
  return item->class_number == x->t->classes[name];
}

/* The year of the day or month that begins a range whose end names it: "15
** January | to 31 March 2026". */
static bool year_of_range(const gloss_times_context *x, int32_t month,
                          int32_t *year) {
  const gloss_item *items = x->phrase->items, *stop = NULL;
  size_t count = x->phrase->item_count, end = x->last + RANGE + 1;
  if (x->last + 1 >= count || !is_class(x, &items[x->last + 1], CLASS_TO))
    return false;
  for (size_t i = x->last + 2; i < count && i < end; i++) {
    const gloss_item *item = &items[i];
    if (in_group(x, item, GROUP_MONTHS)) {
      stop = item;
    } else if (item->class_number == GLOSS_FIGURE_YEAR) {
      if (stop == NULL || item->value >= 2200) return false;
      *year = gloss_item_number(item) - (month > stop->value);
      return true;
    } else if (item->class_number != GLOSS_FIGURE_SMALL &&
               item->class_number != GLOSS_FIGURE_ORDINAL &&
               !is_class(x, item, CLASS_THE) && !is_class(x, item, CLASS_OF)) {
      return false;
    }
  }
  return false;
}

/* The year of a day (0: of a month) that names none: of a range, or the nearest
** one. */
static bool guess_year(gloss_times_context *x, int32_t month, int32_t day,
                       int32_t *year, gloss_slice *label) {
  *label = (gloss_slice){ NULL, 0 };
  if (year_of_range(x, month, year)) return true;
  return gloss_times_year_of(x, month, day, gloss_times_tense_at(x), year,
                             label);
}

/* ---- Days ---- */

/* Is it "May5" or the like, which is no day? */
static bool is_glued(const gloss_times_context *x) {
  const gloss_item *day = x->at[AT_DAY], *month = x->at[AT_MONTH];
  return day->gap == '+' && month->start < day->start &&
         !is_class(x, month, CLASS_MONTH);
}

/* Month and day, with or without a year. */
GLOSS_READER(day) {
  int32_t month, day, year = 2000;
  bool named = gloss_time_year_in(x, &year);
  gloss_slice label;
  gloss_value_text v;
  (void)r;
  if (x->at[AT_MONTH] == NULL || x->at[AT_DAY] == NULL) return false;
  month = gloss_item_number(x->at[AT_MONTH]);
  day = gloss_item_number(x->at[AT_DAY]);
  if ((x->at[AT_YEAR] != NULL && !named) || day < 1 || day > 31) return false;
  if (!gloss_calendar_exists(year, month, day))
    return gloss_time_unresolved(x, out, GLOSS_TIME_DATE,
                                 GLOSS_TEXT("there is no such day"), NULL);
  if (is_glued(x)) return false;
  if (named) {
    v = in_year(&year, month, day);
    return gloss_time_explicit(x, out, &v, year);
  }
  named = guess_year(x, month, day, &year, &label);
  v = in_year(named ? &year : NULL, month, day);
  if (!named) return gloss_time_dated(x, out, &v, (gloss_slice){ NULL, 0 });
  if (gloss_calendar_exists(year, month, day))
    return gloss_time_dated(x, out, &v, label);
  v = in_year(NULL, month, day);
  return gloss_time_unresolved(x, out, GLOSS_TIME_DATE,
                               GLOSS_TEXT("the year has no such day"), &v);
}

/* Several days of a month: "13 to 15 July", "July 13-15, 2024". */
GLOSS_READER(days) {
  int32_t month, from, to, year = 2000;
  bool named = gloss_time_year_in(x, &year), known = named;
  gloss_slice label = { NULL, 0 };
  gloss_value_text v;
  (void)r;
  if (x->at[AT_MONTH] == NULL || x->at[AT_DAY] == NULL ||
      x->at[AT_STOP] == NULL || (x->at[AT_YEAR] != NULL && !named))
    return false;
  month = gloss_item_number(x->at[AT_MONTH]);
  from = gloss_item_number(x->at[AT_DAY]);
  to = gloss_item_number(x->at[AT_STOP]);
  if (from >= to) return false;
  if (!named)
    known = gloss_times_year_of(x, month, from > 0 ? from : 1,
                                gloss_times_tense_at(x), &year, &label);
  if (!gloss_calendar_exists(known ? year : 2000, month, from) ||
      !gloss_calendar_exists(known ? year : 2000, month, to))
    return false;
  v = in_year(known ? &year : NULL, month, from);
  gloss_value_put(&v, "/");
  put_in_year(&v, known ? &year : NULL, month, to);
  if (named) return gloss_time_explicit(x, out, &v, year);
  return gloss_time_dated(x, out, &v, known ? label : (gloss_slice){ NULL, 0 });
}

/* ---- Months ---- */

/* "May of that year": the one named last. */
static bool month_of_named_year(gloss_times_context *x, int32_t month,
                                gloss_time_reading *out) {
  gloss_value_text v = in_year(x->has_year ? &x->year : NULL, month, 0);
  if (x->has_year)
    return gloss_time_dated(x, out, &v, gloss_times_year_label(x, x->year));
  return gloss_time_unresolved(x, out, GLOSS_TIME_DATE,
                               GLOSS_TEXT("no year is named before"), &v);
}

/* "May of next year"; "last May": the last one before this month. */
static bool moved_month(gloss_times_context *x, const gloss_time_rule *r,
                        int32_t month, gloss_time_reading *out) {
  bool of_year = x->at[AT_UNIT] != NULL;
  int32_t shift = gloss_time_shift(x, r);
  gloss_value_text v = in_year(NULL, month, 0);
  gloss_slice why;
  gloss_ymd now;
  if (!gloss_times_dated(x, of_year ? GLOSS_PRECISION_YEAR
                                    : GLOSS_PRECISION_MONTH, &why))
    return gloss_time_unresolved(x, out, GLOSS_TIME_DATE, why, &v);
  now = gloss_calendar_fields(x->ref);
  if (of_year) now.year += shift;
  else if (shift < 0 && month >= now.month) now.year--;
  else if (shift > 0 && month <= now.month) now.year++;
  v = in_year(&now.year, month, 0);
  out->mod = gloss_time_mod(x);
  return gloss_time_dated(x, out, &v, x->ref_label);
}

/* A month: of the year it names, of another that is told, of the nearest. */
GLOSS_READER(month) {
  const gloss_item *item = x->at[AT_MONTH];
  int32_t month, year = 0;
  bool named = gloss_time_year_in(x, &year);
  gloss_slice label;
  gloss_value_text v;
  if (item == NULL || (x->at[AT_YEAR] != NULL && !named)) return false;
  month = gloss_item_number(item);
  if (r->from == GLOSS_FROM_MENTION) return month_of_named_year(x, month, out);
  if (x->at[AT_SHIFT] != NULL) return moved_month(x, r, month, out);
  out->mod = gloss_time_mod(x);
  if (named) {
    v = in_year(&year, month, 0);
    return gloss_time_explicit(x, out, &v, year);
  }
  if (x->at[AT_MOD] == NULL && !gloss_times_is_month(x, item)) return false;
  named = guess_year(x, month, 0, &year, &label);
  v = in_year(named ? &year : NULL, month, 0);
  return gloss_time_dated(x, out, &v,
                          named ? label : (gloss_slice){ NULL, 0 });
}

/* "March-May 2024" */
GLOSS_READER(months) {
  const gloss_item *from = x->at[AT_MONTH], *to = x->at[AT_STOP];
  int32_t year;
  gloss_value_text v;
  (void)r;
  if (from == NULL || to == NULL || !gloss_time_year_in(x, &year) ||
      from->value >= to->value)
    return false;
  v = in_year(&year, gloss_item_number(from), 0);
  gloss_value_put(&v, "/");
  put_in_year(&v, &year, gloss_item_number(to), 0);
  return gloss_time_explicit(x, out, &v, year);
}

/* "2015-03"; "2011-12" is a range of years. */
GLOSS_READER(year_and_month) {
  const gloss_item *item = x->at[AT_MONTH];
  int32_t year, month;
  gloss_value_text v;
  (void)r;
  if (item == NULL || x->at[AT_YEAR] == NULL || item->end - item->start != 2)
    return false;
  year = gloss_item_number(x->at[AT_YEAR]);
  month = gloss_item_number(item);
  if (month < 1 || month > 12 || month > year % 100 ||
      !gloss_times_is_year(x, x->at[AT_YEAR], item))
    return false;
  v = in_year(&year, month, 0);
  return gloss_time_explicit(x, out, &v, year);
}

/* "The second week of May", "the last Friday of March 2024". A week belongs to
** the month of its Thursday. */
GLOSS_READER(nth_of_month) {
  enum { THURSDAY = 4 };
  const gloss_item *wday = x->at[AT_WDAY], *nth = x->at[AT_NTH];
  int32_t month, year, day;
  gloss_slice label = { NULL, 0 };
  gloss_value_text v;
  (void)r;
  if (x->at[AT_MONTH] == NULL || (nth == NULL && x->at[AT_SHIFT] == NULL))
    return false;
  month = gloss_item_number(x->at[AT_MONTH]);
  if (!gloss_time_year_in(x, &year) &&
      !gloss_times_year_of(x, month, 0, gloss_times_tense_at(x), &year,
                           &label)) {
    v = in_year(NULL, month, 0);
    return gloss_time_unresolved(x, out, GLOSS_TIME_DATE,
                                 GLOSS_TEXT("no document date"), &v);
  }
  if (!gloss_calendar_nth_weekday(
          year, month, wday != NULL ? gloss_item_number(wday) : THURSDAY,
          x->at[AT_SHIFT] != NULL ? -1 : gloss_item_number(nth), &day))
    return false;
  v.len = 0;
  if (wday != NULL) gloss_value_put_day(&v, day);
  else gloss_value_put_week(&v, day);
  return gloss_time_dated(x, out, &v, label);
}

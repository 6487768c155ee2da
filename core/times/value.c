/* value.c - writes values of times, and counts in units of time. */
#include "times/value.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* ---- Units ---- */

gloss_timeunit gloss_timeunit_of(gloss_slice text) {
  gloss_timeunit u = { 1, 0, false };
  size_t at = 0, left;
  if (text.len > 0 && text.bytes[0] >= '0' && text.bytes[0] <= '9')
    u.factor = 0;
  for (; at < text.len && at < 4 && text.bytes[at] >= '0' &&
         text.bytes[at] <= '9'; at++)
    u.factor = u.factor * 10 + (text.bytes[at] - '0');
  left = text.len - at;
  if (left == 2 && text.bytes[at] == 'N' && text.bytes[at + 1] == 'I') {
    u.letter = 'N';
  } else if (left == 2 && text.bytes[at] == 'T') {
    u.clock = true;
    if (strchr("HMS", text.bytes[at + 1]) != NULL)
      u.letter = text.bytes[at + 1];
  } else if (left == 1 && strchr("YMWD", text.bytes[at]) != NULL) {
    u.letter = text.bytes[at];
  }
  return u;
}

const char *gloss_precision_name(gloss_precision precision) {
  static const char *const names[] = {
    "", "year", "month", "day", "week", "weekend", "quarter", "half", "season",
    "decade", "century", "part of day", "hour", "minute", "second"
  };
  return names[precision];
}

gloss_precision gloss_timeunit_needs(gloss_timeunit u) {
  if (u.clock) return GLOSS_PRECISION_DAY;
  return u.letter == 'Y'   ? GLOSS_PRECISION_YEAR
         : u.letter == 'M' ? GLOSS_PRECISION_MONTH
                           : GLOSS_PRECISION_DAY;
}

/* ---- Writing ---- */

void gloss_value_clear(gloss_value_text *v) { v->len = 0; }

void gloss_value_put_bytes(gloss_value_text *v, gloss_slice text) {
  size_t room = sizeof v->bytes - v->len;
  size_t len = text.len < room ? text.len : room;
  if (len > 0) memcpy(v->bytes + v->len, text.bytes, len);
  v->len += len;
}

void gloss_value_put(gloss_value_text *v, const char *text) {
  gloss_value_put_bytes(v, (gloss_slice){ text, strlen(text) });
}

void gloss_value_put_number(gloss_value_text *v, int32_t n, int width) {
  char digits[12];
  size_t at = sizeof digits;
  int64_t left = n < 0 ? -(int64_t)n : n;
  int least = n < 0 ? width - 1 : width;
  do {
    digits[--at] = (char)('0' + left % 10);
    left /= 10;
    least--;
  } while ((left > 0 || least > 0) && at > 1);
  if (n < 0) digits[--at] = '-';
  gloss_value_put_bytes(v, (gloss_slice){ digits + at, sizeof digits - at });
}

void gloss_value_put_date(gloss_value_text *v, gloss_ymd date) {
  gloss_value_put_number(v, date.year, 4);
  gloss_value_put(v, "-");
  gloss_value_put_number(v, date.month, 2);
  gloss_value_put(v, "-");
  gloss_value_put_number(v, date.day, 2);
}

void gloss_value_put_day(gloss_value_text *v, int32_t day) {
  gloss_value_put_date(v, gloss_calendar_fields(day));
}

void gloss_value_put_week(gloss_value_text *v, int32_t day) {
  int32_t year, week = gloss_calendar_week(day, &year);
  gloss_value_put_number(v, year, 4);
  gloss_value_put(v, "-W");
  gloss_value_put_number(v, week, 2);
}

void gloss_value_put_years(gloss_value_text *v, int32_t first, int32_t count) {
  gloss_value_put_number(v, first, 4);
  gloss_value_put(v, "-01-01/");
  gloss_value_put_number(v, first + count - 1, 4);
  gloss_value_put(v, "-12-31");
}

static void put_month(gloss_value_text *v, int32_t year, int32_t month) {
  gloss_value_put_number(v, year, 4);
  gloss_value_put(v, "-");
  gloss_value_put_number(v, month, 2);
}

/* ---- Durations ---- */

static bool is_whole(double n) { return n == floor(n) && fabs(n) < 1e9; }

static void put_count(gloss_value_text *v, double n) {
  char text[40];
  if (n == floor(n) && fabs(n) < 9e18)
    snprintf(text, sizeof text, "%lld", (long long)n);
  else
    snprintf(text, sizeof text, "%.6g", n);
  gloss_value_put(v, text);
}

static void put_letter(gloss_value_text *v, char letter) {
  gloss_value_put_bytes(v, (gloss_slice){ &letter, 1 });
}

/* The unit as values write it: a night is a day. */
static gloss_timeunit written(gloss_timeunit u) {
  return u.letter == 'N' ? (gloss_timeunit){ 1, 'D', false } : u;
}

/* Without the P, or PT. Half hours are minutes, parts of years months. */
static void put_units(gloss_value_text *v, gloss_timeunit unit, double n) {
  gloss_timeunit u = written(unit);
  n *= u.factor;
  if (n != floor(n) && u.clock && u.letter == 'H') {
    n *= 60;
    u.letter = 'M';
  } else if (n != floor(n) && u.letter == 'Y' && n * 12 == floor(n * 12)) {
    n *= 12;
    u.letter = 'M';
  }
  put_count(v, n);
  put_letter(v, u.letter);
}

void gloss_value_put_duration(gloss_value_text *v, gloss_timeunit unit,
                              double n) {
  gloss_value_put(v, unit.clock ? "PT" : "P");
  put_units(v, unit, n);
}

void gloss_value_put_some(gloss_value_text *v, gloss_timeunit unit) {
  gloss_timeunit u = written(unit);
  gloss_value_put(v, u.clock ? "PTX" : "PX");
  if (u.factor == 10) gloss_value_put(v, "DE");
  else if (u.factor == 100) gloss_value_put(v, "CE");
  else put_letter(v, u.letter);
}

/* Larger units first; 0: it is in no sum. */
static int order_of(gloss_timeunit u) {
  static const char dates[] = "YMWD", clock[] = "HMS";
  const char *at;
  if (u.factor != 1 || u.letter == 0) return 0;
  at = strchr(u.clock ? clock : dates, u.letter);
  if (at == NULL) return 0;
  return u.clock ? (int)(at - clock) + 5 : (int)(at - dates) + 1;
}

bool gloss_value_put_sum(gloss_value_text *v, gloss_timeunit unit, double n,
                         gloss_timeunit lesser, double m) {
  if (order_of(unit) == 0 || order_of(unit) >= order_of(lesser)) return false;
  gloss_value_put_duration(v, unit, n);
  if (lesser.clock && !unit.clock) gloss_value_put(v, "T");
  put_units(v, lesser, m);
  return true;
}

/* ---- Moving ---- */

static int32_t down(int32_t n, int32_t by) {
  return n >= 0 ? n / by : -((by - 1 - n) / by);
}

static void put_quarter(gloss_value_text *v, gloss_ymd date) {
  gloss_value_put_number(v, date.year, 4);
  gloss_value_put(v, "-Q");
  gloss_value_put_number(v, (date.month - 1) / 3 + 1, 1);
}

bool gloss_value_put_moved(gloss_value_text *v, int32_t day, gloss_timeunit u,
                           int32_t by) {
  gloss_ymd at = gloss_calendar_fields(day);
  if (u.clock) return false;
  switch (u.letter) {
  case 'Y':
    if (u.factor == 10 || u.factor == 100)
      gloss_value_put_years(v, (down(at.year, u.factor) + by) * u.factor,
                            u.factor);
    else
      gloss_value_put_number(v, at.year + by, 4);
    return true;
  case 'M':
    at = gloss_calendar_add_months(at.year, at.month, by * u.factor);
    if (u.factor == 3) put_quarter(v, at);
    else put_month(v, at.year, at.month);
    return true;
  case 'W': gloss_value_put_week(v, day + 7 * by * u.factor); return true;
  case 'D': gloss_value_put_day(v, day + by); return true;
  default: return false;
  }
}

/* ---- Counting ---- */

enum { MOST_DAYS = 20000 * 366 };

bool gloss_timeunit_day_after(int32_t day, gloss_timeunit unit, double n,
                          int32_t *after) {
  gloss_timeunit u = written(unit);
  n *= u.factor;
  if (u.clock || u.letter == 0) return false;
  if (u.letter == 'Y') n *= 12;
  if (u.letter == 'W') n *= 7;
  if (!is_whole(n) || fabs(n) > MOST_DAYS) return false;
  *after = u.letter == 'Y' || u.letter == 'M'
               ? gloss_calendar_months_later(day, (int32_t)n)
               : day + (int32_t)n;
  return true;
}

/* A year; before Christ its number is one more. */
static bool put_year(gloss_value_text *v, double year) {
  if (year > 9999 || year <= -9999) return false;
  if (year <= 0) gloss_value_put(v, "BC");
  gloss_value_put_number(v, year > 0 ? (int32_t)year : 1 - (int32_t)year, 4);
  return true;
}

static bool put_months_after(gloss_value_text *v, gloss_ymd at, double months) {
  if (fabs(months) > 12.0 * 20000) return false;
  at = gloss_calendar_add_months(at.year, at.month, (int32_t)floor(months));
  if (at.year <= 0 || at.year > 9999) return false;
  put_month(v, at.year, at.month);
  return true;
}

bool gloss_value_put_counted(gloss_value_text *v, int32_t day, gloss_timeunit u,
                             double n) {
  gloss_ymd at = gloss_calendar_fields(day);
  double months = n * u.factor * 12;
  int32_t later, year;
  if (u.letter == 'Y') {
    if (months == floor(months) && fmod(months, 12) == 0)
      return put_year(v, at.year + months / 12);
    return put_months_after(v, at, months);
  }
  if (u.letter == 'M' && !u.clock)
    return put_months_after(v, at, n * u.factor);
  if (!gloss_timeunit_day_after(day, u, n, &later)) return false;
  year = gloss_calendar_fields(later).year;
  if (year <= 0 || year > 9999) return false;
  gloss_value_put_day(v, later);
  return true;
}

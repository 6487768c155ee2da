/* interval.c - which days a value of a time is, read from its bytes. */
#include <string.h>

#include "times/value.h"

/* What is left of a value. */
typedef struct rest {
  const char *at, *end;
} rest;

/* Exactly so many digits. */
static bool take_number(rest *r, int digits, int32_t *number) {
  *number = 0;
  if (r->end - r->at < digits) return false;
  for (int i = 0; i < digits; i++) {
    char c = r->at[i];
    if (c < '0' || c > '9') return false;
    *number = *number * 10 + (c - '0');
  }
  r->at += digits;
  return true;
}

static bool take(rest *r, const char *text) {
  size_t len = strlen(text);
  if ((size_t)(r->end - r->at) < len || memcmp(r->at, text, len) != 0)
    return false;
  r->at += len;
  return true;
}

static bool at_end(const rest *r) { return r->at == r->end; }

typedef struct interval {
  int32_t from, to;
  gloss_precision precision;
} interval;

static interval months(int32_t year, int32_t month, int32_t count,
                       gloss_precision precision) {
  gloss_ymd last = gloss_calendar_add_months(year, month, count - 1);
  return (interval){ gloss_calendar_day(year, month, 1),
                     gloss_calendar_day(last.year, last.month,
                                        gloss_calendar_month_days(
                                            last.year, last.month)),
                     precision };
}

/* Seasons as meteorologists have them, north of the equator. */
static int32_t season_month(const rest *r) {
  static const struct { char name[3]; int32_t month; } seasons[] = {
    { "SP", 3 }, { "SU", 6 }, { "FA", 9 }, { "WI", 12 }
  };
  for (size_t i = 0; i < 4; i++)
    if (r->end - r->at == 2 && memcmp(r->at, seasons[i].name, 2) == 0)
      return seasons[i].month;
  return 0;
}

static bool read_week(rest *r, int32_t year, interval *in) {
  int32_t week, monday;
  if (!take_number(r, 2, &week)) return false;
  monday = gloss_calendar_monday(year, week);
  *in = (interval){ monday, monday + 6, GLOSS_PRECISION_WEEK };
  if (at_end(r)) return true;
  *in = (interval){ monday + 5, monday + 6, GLOSS_PRECISION_WEEKEND };
  return take(r, "-WE") && at_end(r);
}

static bool read_month(rest *r, int32_t year, interval *in) {
  int32_t month, day;
  if (!take_number(r, 2, &month) || month < 1 || month > 12) return false;
  *in = months(year, month, 1, GLOSS_PRECISION_MONTH);
  if (at_end(r)) return true;
  if (!take(r, "-") || !take_number(r, 2, &day) || !at_end(r)) return false;
  day = gloss_calendar_day(year, month, day);
  *in = (interval){ day, day, GLOSS_PRECISION_DAY };
  return true;
}

/* 2025, 2025-04, 2025-W14-WE, 2025-Q1, 2025-SU ... */
static bool read_part(rest r, interval *in) {
  int32_t year, nth;
  if (!take_number(&r, 4, &year)) return false;
  if (at_end(&r)) {
    *in = months(year, 1, 12, GLOSS_PRECISION_YEAR);
    return true;
  }
  if (!take(&r, "-")) return false;
  if (season_month(&r) > 0) {
    *in = months(year, season_month(&r), 3, GLOSS_PRECISION_SEASON);
    return true;
  }
  if (take(&r, "W")) return read_week(&r, year, in);
  if (take(&r, "Q")) {
    if (!take_number(&r, 1, &nth)) return false;
    *in = months(year, nth * 3 - 2, 3, GLOSS_PRECISION_QUARTER);
    return at_end(&r);
  }
  if (take(&r, "H")) {
    if (!take_number(&r, 1, &nth)) return false;
    *in = months(year, nth * 6 - 5, 6, GLOSS_PRECISION_HALF);
    return at_end(&r);
  }
  return read_month(&r, year, in);
}

/* Whole years, of which the first ends in 0: a decade or century. */
static gloss_precision of_years(rest a, rest b, const interval *in,
                                gloss_precision otherwise) {
  if (a.end - a.at != 10 || b.end - b.at != 10 || a.at[3] != '0' ||
      memcmp(a.at + 4, "-01-01", 6) != 0 || memcmp(b.at + 4, "-12-31", 6) != 0)
    return otherwise;
  return in->to - in->from > 4000 ? GLOSS_PRECISION_CENTURY
                                  : GLOSS_PRECISION_DECADE;
}

static bool read_date(rest date, interval *in) {
  const char *slash = memchr(date.at, '/', (size_t)(date.end - date.at));
  rest a = date, b = date;
  interval last;
  if (slash == NULL) return read_part(date, in);
  a.end = slash;
  b.at = slash + 1;
  if (!read_part(a, in) || !read_part(b, &last) || in->from > last.to)
    return false;
  in->to = last.to;
  in->precision = of_years(a, b, in, in->precision);
  return true;
}

/* How precise a time of day is: "18:40", "EV". */
static gloss_precision of_clock(rest clock) {
  int colons = 0;
  if (clock.end - clock.at == 2 && clock.at[0] >= 'A' && clock.at[0] <= 'Z' &&
      clock.at[1] >= 'A' && clock.at[1] <= 'Z')
    return GLOSS_PRECISION_PART;
  for (const char *c = clock.at; c < clock.end; c++) {
    if (*c == ':') colons++;
    else if (*c < '0' || *c > '9') break;
  }
  return colons >= 2   ? GLOSS_PRECISION_SECOND
         : colons == 1 ? GLOSS_PRECISION_MINUTE
                       : GLOSS_PRECISION_HOUR;
}

bool gloss_value_interval(gloss_slice value, int32_t *from, int32_t *to,
                          gloss_precision *precision) {
  rest date = { value.bytes, value.bytes + value.len }, clock = date;
  interval in;
  const char *t = value.len > 0 ? memchr(value.bytes, 'T', value.len) : NULL;
  if (value.len == 0) return false;
  if (t != NULL && t + 1 < date.end) {
    if (*date.at < '0' || *date.at > '9') return false;
    clock.at = t + 1;
    date.end = t;
  }
  if (!read_date(date, &in)) return false;
  *from = in.from;
  *to = in.to;
  *precision = t != NULL ? of_clock(clock) : in.precision;
  return true;
}

bool gloss_value_parse_date(gloss_slice iso, int32_t *day,
                            gloss_precision *precision) {
  rest r = { iso.bytes, iso.bytes + iso.len };
  int32_t year, month = 1, in_month = 1;
  *precision = GLOSS_PRECISION_YEAR;
  if (!take_number(&r, 4, &year)) return false;
  take(&r, "-");
  if (take_number(&r, 2, &month)) {
    *precision = GLOSS_PRECISION_MONTH;
    take(&r, "-");
    if (take_number(&r, 2, &in_month)) *precision = GLOSS_PRECISION_DAY;
    else in_month = 1;
  } else {
    month = 1;
  }
  *day = 0;
  if (!gloss_calendar_exists(year, month, in_month)) return false;
  *day = gloss_calendar_day(year, month, in_month);
  return true;
}

/* value.h - the values of times, as TIMEX3 writes them; units of time.
**
** A unit is a TIMEX3 letter with a T before units of the clock and a factor
** before others: "Y", "M", "W", "D", "TH", "TM", "TS", "10Y", "2W", "3M"; "NI"
** is a night. */
#ifndef GLOSS_TIMES_VALUE_H
#define GLOSS_TIMES_VALUE_H

#include "gloss.h"
#include "times/calendar.h"

/* ---- Units ---- */

typedef struct gloss_timeunit {
  int32_t factor;
  char letter; /* Y M W D H S, N: a night; 0: none */
  bool clock;  /* of the clock: H M S */
} gloss_timeunit;

/* 0: it is none. */
gloss_timeunit gloss_timeunit_of(gloss_slice text);
static inline bool gloss_timeunit_is(gloss_timeunit u, int32_t factor,
                                     char letter) {
  return u.factor == factor && u.letter == letter && !u.clock;
}
static inline bool gloss_timeunit_same(gloss_timeunit a, gloss_timeunit b) {
  return a.factor == b.factor && a.letter == b.letter && a.clock == b.clock;
}

/* How precise a date is, or how coarse a time. */
typedef enum gloss_precision {
  GLOSS_PRECISION_NONE,
  GLOSS_PRECISION_YEAR, /* the first three in this order */
  GLOSS_PRECISION_MONTH,
  GLOSS_PRECISION_DAY,
  GLOSS_PRECISION_WEEK,
  GLOSS_PRECISION_WEEKEND,
  GLOSS_PRECISION_QUARTER,
  GLOSS_PRECISION_HALF,
  GLOSS_PRECISION_SEASON,
  GLOSS_PRECISION_DECADE,
  GLOSS_PRECISION_CENTURY,
  GLOSS_PRECISION_PART,
  GLOSS_PRECISION_HOUR,
  GLOSS_PRECISION_MINUTE,
  GLOSS_PRECISION_SECOND
} gloss_precision;
const char *gloss_precision_name(gloss_precision precision); /* "day" */
/* How precise a date must be to count the unit from it: one of three. */
gloss_precision gloss_timeunit_needs(gloss_timeunit unit);

/* ---- Values ---- */

enum { GLOSS_MAX_VALUE = 120 };

/* A value while it is written; what is too long is cut. */
typedef struct gloss_value_text {
  char bytes[GLOSS_MAX_VALUE];
  size_t len;
} gloss_value_text;

void gloss_value_clear(gloss_value_text *v);
void gloss_value_put(gloss_value_text *v, const char *text);
void gloss_value_put_bytes(gloss_value_text *v, gloss_slice text);
/* With zeros in front up to `width`; of a negative number less one. */
void gloss_value_put_number(gloss_value_text *v, int32_t n, int width);
void gloss_value_put_date(gloss_value_text *v, gloss_ymd date);
void gloss_value_put_day(gloss_value_text *v, int32_t day);
/* 2025-W14 */
void gloss_value_put_week(gloss_value_text *v, int32_t day);
/* The decade or century from a year on: 1960-01-01/1969-12-31. */
void gloss_value_put_years(gloss_value_text *v, int32_t first, int32_t count);
static inline gloss_slice gloss_value_slice(const gloss_value_text *v) {
  return (gloss_slice){ v->bytes, v->len };
}

/* So many units; an unknown number of them: P3D, PT2H, PXY. */
void gloss_value_put_duration(gloss_value_text *v, gloss_timeunit unit,
                              double n);
void gloss_value_put_some(gloss_value_text *v, gloss_timeunit unit);
/* "two years and three months": P2Y3M; false where the second unit is no
** smaller one. */
bool gloss_value_put_sum(gloss_value_text *v, gloss_timeunit unit, double n,
                         gloss_timeunit lesser, double m);
/* The unit that holds `day`, moved by so many: "last week", "next year"; false
** where the unit has no calendar. */
bool gloss_value_put_moved(gloss_value_text *v, int32_t day,
                           gloss_timeunit unit, int32_t by);
/* The day `n` units after `day`; false where n units are no whole days. */
bool gloss_timeunit_day_after(int32_t day, gloss_timeunit unit, double n,
                          int32_t *after);
/* The date `n` units after `day`, as coarse as the unit; weeks are days. */
bool gloss_value_put_counted(gloss_value_text *v, int32_t day,
                             gloss_timeunit unit, double n);

/* ---- Intervals (interval.c) ---- */

/* First and last day of a value, and its precision; false where it has no place
** on the calendar (a duration, "XXXX-02", "PAST_REF"). */
bool gloss_value_interval(gloss_slice value, int32_t *from, int32_t *to,
                          gloss_precision *precision);
/* The day number of an ISO date, or of the first day of a year or month, and
** its precision: year, month or day; false where it is none. */
bool gloss_value_parse_date(gloss_slice iso, int32_t *day,
                            gloss_precision *precision);

#endif

/* calendar.h - arithmetic on day numbers: days from 1970-01-01 (0) in the
** Gregorian calendar, carried back before its time. Months are 1 to 12. */
#ifndef GLOSS_TIMES_CALENDAR_H
#define GLOSS_TIMES_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

typedef struct gloss_ymd {
  int32_t year, month, day;
} gloss_ymd;

/* The day number of a date that exists. */
int32_t gloss_calendar_day(int32_t year, int32_t month, int32_t day);
gloss_ymd gloss_calendar_fields(int32_t day);
int32_t gloss_calendar_month_days(int32_t year, int32_t month);
/* Is there such a day, in the years 0 to 9999? */
bool gloss_calendar_exists(int32_t year, int32_t month, int32_t day);
/* 1 (Monday) to 7. */
int32_t gloss_calendar_weekday(int32_t day);
/* The ISO week of a day: its number, and the year it belongs to. */
int32_t gloss_calendar_week(int32_t day, int32_t *year);
/* The Monday of an ISO week. */
int32_t gloss_calendar_monday(int32_t year, int32_t week);
/* The month `n` months later; the day is 1. */
gloss_ymd gloss_calendar_add_months(int32_t year, int32_t month, int32_t n);
/* The day `n` months later, cut to the last of its month. */
int32_t gloss_calendar_months_later(int32_t day, int32_t n);
/* The n-th weekday of a month, from its end where n is negative; false: there
** is none. */
bool gloss_calendar_nth_weekday(int32_t year, int32_t month, int32_t weekday,
                                int32_t n, int32_t *day);
/* Easter Sunday of the Western churches. */
int32_t gloss_calendar_easter(int32_t year);

#endif

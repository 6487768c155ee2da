/* calendar.c - arithmetic on day numbers. */
#include "times/calendar.h"

/* Division that rounds down, and what it leaves. */
static int32_t quotient(int32_t a, int32_t b) {
  return a / b - (a % b != 0 && (a % b < 0) != (b < 0));
}
static int32_t rest(int32_t a, int32_t b) { return a - quotient(a, b) * b; }

enum { ERA_DAYS = 146097, EPOCH = 719468 }; /* 400 years; 0000-03-01 to 1970 */

int32_t gloss_calendar_day(int32_t year, int32_t month, int32_t day) {
  int32_t y = month <= 2 ? year - 1 : year, era = quotient(y, 400);
  int32_t in_era = y - era * 400;
  int32_t in_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
  return era * ERA_DAYS + in_era * 365 + in_era / 4 - in_era / 100 + in_year -
         EPOCH;
}

gloss_ymd gloss_calendar_fields(int32_t day) {
  int32_t z = day + EPOCH, era = quotient(z, ERA_DAYS);
  int32_t in_era = z - era * ERA_DAYS;
  int32_t year = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) /
                 365;
  int32_t in_year = in_era - (365 * year + year / 4 - year / 100);
  int32_t shifted = (5 * in_year + 2) / 153;
  int32_t month = shifted < 10 ? shifted + 3 : shifted - 9;
  return (gloss_ymd){ year + era * 400 + (month <= 2), month,
                      in_year - (153 * shifted + 2) / 5 + 1 };
}

int32_t gloss_calendar_month_days(int32_t year, int32_t month) {
  if (month == 2)
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

bool gloss_calendar_exists(int32_t year, int32_t month, int32_t day) {
  return year >= 0 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
         day <= gloss_calendar_month_days(year, month);
}

int32_t gloss_calendar_weekday(int32_t day) { return rest(day + 3, 7) + 1; }

int32_t gloss_calendar_week(int32_t day, int32_t *year) {
  int32_t thursday = day - gloss_calendar_weekday(day) + 4;
  *year = gloss_calendar_fields(thursday).year;
  return (thursday - gloss_calendar_day(*year, 1, 1)) / 7 + 1;
}

int32_t gloss_calendar_monday(int32_t year, int32_t week) {
  int32_t fourth = gloss_calendar_day(year, 1, 4);
  return fourth - gloss_calendar_weekday(fourth) + 1 + (week - 1) * 7;
}

gloss_ymd gloss_calendar_add_months(int32_t year, int32_t month, int32_t n) {
  int32_t all = year * 12 + month - 1 + n;
  return (gloss_ymd){ quotient(all, 12), rest(all, 12) + 1, 1 };
}

int32_t gloss_calendar_months_later(int32_t day, int32_t n) {
  gloss_ymd from = gloss_calendar_fields(day);
  gloss_ymd to = gloss_calendar_add_months(from.year, from.month, n);
  int32_t last = gloss_calendar_month_days(to.year, to.month);
  return gloss_calendar_day(to.year, to.month,
                            from.day < last ? from.day : last);
}

bool gloss_calendar_nth_weekday(int32_t year, int32_t month, int32_t weekday,
                                int32_t n, int32_t *day) {
  int32_t edge;
  if (n > 0) {
    edge = gloss_calendar_day(year, month, 1);
    *day = edge + rest(weekday - gloss_calendar_weekday(edge), 7) + (n - 1) * 7;
    return gloss_calendar_fields(*day).month == month;
  }
  edge = gloss_calendar_day(year, month,
                            gloss_calendar_month_days(year, month));
  *day = edge - rest(gloss_calendar_weekday(edge) - weekday, 7) + (n + 1) * 7;
  return true;
}

/* The rule of Meeus, Jones and Butcher. */
int32_t gloss_calendar_easter(int32_t year) {
  int32_t a = year % 19, b = year / 100, c = year % 100;
  int32_t h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  int32_t l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  int32_t m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
  return gloss_calendar_day(year, n / 31, n % 31 + 1);
}

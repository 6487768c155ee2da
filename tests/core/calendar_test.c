/* calendar_test.c - days and their dates, values of times and their days. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "times/value.h"

static gloss_slice slice(const char *s) {
  return (gloss_slice){ s, strlen(s) };
}
#define COUNT(list) (sizeof(list) / sizeof *(list))

/* ---- The calendar ---- */

static void days_have_dates(void **state) {
  static const struct { int32_t year, month, day; } easters[] = {
    { 1961, 4, 2 }, { 2000, 4, 23 }, { 2008, 3, 23 }, { 2025, 4, 20 },
    { 2038, 4, 25 }
  };
  int32_t year, day;
  gloss_ymd last = gloss_calendar_fields(-800000);
  (void)state;
  assert_int_equal(gloss_calendar_day(1970, 1, 1), 0);
  assert_int_equal(gloss_calendar_weekday(0), 4);
  for (int32_t d = -799999; d < 800000; d++) {
    gloss_ymd date = gloss_calendar_fields(d);
    assert_int_equal(gloss_calendar_day(date.year, date.month, date.day), d);
    assert_true(date.day == last.day + 1 ||
                (date.day == 1 &&
                 last.day == gloss_calendar_month_days(last.year, last.month)));
    last = date;
  }
  assert_int_equal(gloss_calendar_week(gloss_calendar_day(2021, 1, 3), &year),
                   53);
  assert_int_equal(year, 2020);
  assert_int_equal(gloss_calendar_monday(2025, 14),
                   gloss_calendar_day(2025, 3, 31));
  assert_int_equal(gloss_calendar_months_later(gloss_calendar_day(2024, 1, 31),
                                               1),
                   gloss_calendar_day(2024, 2, 29));
  assert_false(gloss_calendar_nth_weekday(2025, 2, 5, 5, &day));
  assert_true(gloss_calendar_nth_weekday(2025, 2, 5, -1, &day));
  assert_int_equal(day, gloss_calendar_day(2025, 2, 28));
  for (size_t i = 0; i < COUNT(easters); i++)
    assert_int_equal(gloss_calendar_easter(easters[i].year),
                     gloss_calendar_day(easters[i].year, easters[i].month,
                                        easters[i].day));
}

static const struct { const char *value, *expected; } intervals[] = {
  { "2025-04-06", "2025-04-06 2025-04-06 day" },
  { "2024-02", "2024-02-01 2024-02-29 month" },
  { "2025", "2025-01-01 2025-12-31 year" },
  { "2025-W14", "2025-03-31 2025-04-06 week" },
  { "2025-W14-WE", "2025-04-05 2025-04-06 weekend" },
  { "2025-Q3", "2025-07-01 2025-09-30 quarter" },
  { "2025-H2", "2025-07-01 2025-12-31 half" },
  { "2024-WI", "2024-12-01 2025-02-28 season" },
  { "1998/2004", "1998-01-01 2004-12-31 year" },
  { "1960-01-01/1969-12-31", "1960-01-01 1969-12-31 decade" },
  { "1800-01-01/1899-12-31", "1800-01-01 1899-12-31 century" },
  { "2025-04-06T18:40Z", "2025-04-06 2025-04-06 minute" },
  { "2025-04-06T18:40:10", "2025-04-06 2025-04-06 second" },
  { "2025-04-06T18", "2025-04-06 2025-04-06 hour" },
  { "2025-04-06TEV", "2025-04-06 2025-04-06 part of day" },
};
static const char *const placeless[] = {
  "", "P3D", "PT2H", "XXXX-02", "XXXX-WXX-5", "PAST_REF", "BC0400", "2004/1998",
  "2025-", "2025-1", "2025-13", "2025-W1", "2025-W14-W", "20251", "2025-Q",
  "2025-04-0", "2025-04-066", "/", "2025/", "2025-SO", "T", "2025-04-06-07"
};

static void values_have_days(void **state) {
  int32_t from, to;
  gloss_precision precision;
  (void)state;
  for (size_t i = 0; i < COUNT(intervals); i++) {
    gloss_value_text v = { .len = 0 };
    assert_true(gloss_value_interval(slice(intervals[i].value), &from, &to,
                                     &precision));
    gloss_value_put_day(&v, from);
    gloss_value_put(&v, " ");
    gloss_value_put_day(&v, to);
    gloss_value_put(&v, " ");
    gloss_value_put(&v, gloss_precision_name(precision));
    gloss_value_put_bytes(&v, (gloss_slice){ "", 1 });
    assert_string_equal(v.bytes, intervals[i].expected);
  }
  for (size_t i = 0; i < COUNT(placeless); i++)
    assert_false(gloss_value_interval(slice(placeless[i]), &from, &to,
                                      &precision));
}

static void long_values_are_cut(void **state) {
  gloss_value_text v = { .len = 0 };
  (void)state;
  for (int i = 0; i < 50; i++) gloss_value_put(&v, "2025-04-06");
  assert_int_equal(v.len, GLOSS_MAX_VALUE);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(days_have_dates),
    cmocka_unit_test(values_have_days),
    cmocka_unit_test(long_values_are_cut),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

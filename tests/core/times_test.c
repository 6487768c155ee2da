/* times_test.c - engines of times: readings, conditions, tenses, faults. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "gloss.h"
#include "failing_malloc.h"
#include "times_language.h"

/* ---- What is read ---- */

static void show_column(const gloss_layer *layer, size_t row, const char *name,
                        char *out, size_t room) {
  gloss_value v = gloss_layer_value(
      layer, row, gloss_layer_find_column(layer, name, strlen(name)));
  if (v.kind == GLOSS_STRING)
    snprintf(out + strlen(out), room - strlen(out), " %.*s",
             (int)v.as.string.len, v.as.string.bytes);
}

/* Writes the rows as "text TYPE value mod unknown; ". */
static void show(const gloss_doc *doc, const char *text, char *out,
                 size_t room) {
  static const char *const columns[] = { "type", "value", "mod", "unknown" };
  const gloss_layer *layer = gloss_doc_layer(doc, "times", 5);
  *out = '\0';
  for (size_t i = 0; i < gloss_layer_count(layer); i++) {
    gloss_span span = gloss_layer_span(layer, i);
    snprintf(out + strlen(out), room - strlen(out), "%s%.*s",
             i > 0 ? "; " : "", (int)(span.end - span.start),
             text + span.start);
    for (size_t c = 0; c < COUNT(columns); c++)
      show_column(layer, i, columns[c], out, room);
  }
}

static void read_text(engine *e, const char *text, const char *date,
                      char *out, size_t room) {
  gloss_error err;
  gloss_doc *doc = gloss_doc_new(text, strlen(text), NULL, &err);
  gloss_times_how how = { .date = slice(date) };
  assert_non_null(doc);
  assert_true(gloss_times_add(e->times, doc, &how, &err));
  show(doc, text, out, room);
  gloss_doc_free(doc);
}

typedef struct reading_case {
  const char *text, *expected;
} reading_case;

/* All on Sunday, 6 April 2025. */
static const reading_case readings[] = {
  { "2025-04-06, 2025-04-06T12:30Z",
    "2025-04-06 DATE 2025-04-06; 2025-04-06T12:30Z TIME 2025-04-06T12:30Z" },
  { "4/6/2025; 30/4/25; 6.4.2025; 31/31/2025",
    "4/6/2025 DATE 2025-04-06; 30/4/25 DATE 2025-04-30; "
    "6.4.2025 DATE 2025-04-06" },
  { "March 28, 2024; January 31", "March 28, 2024 DATE 2024-03-28; "
                                  "January 31 DATE 2025-01-31" },
  { "March 32, 2024", "March DATE 2025-03; 2024 DATE 2024" },
  { "13 to 15 July; 5 to 4 July", "13 to 15 July DATE 2025-07-13/2025-07-15; "
                                  "July DATE 2025-07" },
  { "early March; March, 2019; last March; March of next year",
    "early March DATE 2025-03 START; March, 2019 DATE 2019-03; "
    "last March DATE 2025-03; March of next year DATE 2026-03" },
  { "In 1999. March of that year", "1999 DATE 1999; "
                                   "March of that year DATE 1999-03" },
  { "January-March 2024", "January-March 2024 DATE 2024-01/2024-03" },
  { "third week of March 2024, last Friday of May",
    "third week of March 2024 DATE 2024-W12; "
    "last Friday of May DATE 2025-05-30" },
  { "1939-45; 2015-03", "1939-45 DATE 1939/1945; 2015-03 DATE 2015-03" },
  { "In 1704 - 87.", "1704 DATE 1704; 87 DATE 1787" },
  { "in '82, by '07", "'82 DATE 1982; '07 DATE 2007" },
  { "44 BC, 42 AD", "44 BC DATE BC0044; 42 AD DATE 0042" },
  { "the 1960s, the 1800s, the sixties, her 80s",
    "1960s DATE 1960-01-01/1969-12-31; 1800s DATE 1800-01-01/1899-12-31; "
    "sixties DATE 1960-01-01/1969-12-31" },
  { "5th century, 19th century BC, last century",
    "5th century DATE 0400-01-01/0499-12-31; 19th century BC DATE BC18; "
    "last century DATE 1900-01-01/1999-12-31" },
  { "the third quarter of 2024; first quarter of last year; the first quarter",
    "the third quarter of 2024 DATE 2024-Q3; first quarter of last year DATE "
    "2024-Q1; the first quarter DATE 2025-Q1" },
  { "the first half of 2024", "the first half of 2024 DATE 2024-H1" },
  { "summer of 2024; last winter; in winter; the Winter Games",
    "summer of 2024 DATE 2024-SU; last winter DATE 2024-WI; "
    "winter DATE 2024-WI" },
  { "easter, Christmas 2020, thanksgiving 2024, next easter",
    "easter DATE 2025-04-20; Christmas 2020 DATE 2020-12-25; "
    "thanksgiving 2024 DATE 2024-11-28; next easter DATE 2025-04-20" },
  { "year-end, year-end 2020", "year-end DATE 2025-12-31; "
                               "year-end 2020 DATE 2020-12-31" },
  { "today, tomorrow evening, this night",
    "today DATE 2025-04-06; tomorrow evening TIME 2025-04-07TEV; "
    "this night TIME 2025-04-06TNI" },
  { "last week, next month, this year, last decade",
    "last week DATE 2025-W13; next month DATE 2025-05; this year DATE 2025; "
    "last decade DATE 2010-01-01/2019-12-31" },
  { "that year", "that year DATE 2025" },
  { "the weekend, last weekend", "the weekend DATE 2025-W14-WE; "
                                 "last weekend DATE 2025-W13-WE" },
  { "Friday, next Friday, Friday evening, last Sunday",
    "Friday DATE 2025-04-04; next Friday DATE 2025-04-11; "
    "Friday evening TIME 2025-04-04TEV; last Sunday DATE 2025-03-30" },
  { "on Monday week; by Monday week",
    "Monday week DATE 2025-04-14; Monday DATE 2025-03-31" },
  { "Monday of next week", "Monday of next week DATE 2025-04-07" },
  { "2 years ago, a month ago, several days ago, 3 hours ago",
    "2 years ago DATE 2023; a month ago DATE 2025-03; "
    "several days ago DATE PAST_REF; "
    "3 hours ago TIME no time of day to count from" },
  { "On March 28, 2024. 2 days later", "March 28, 2024 DATE 2024-03-28; "
                                       "2 days later DATE 2024-03-30" },
  { "January-March 2024, a year earlier. March, 2024, a year earlier",
    "January-March 2024 DATE 2024-01/2024-03; a year earlier DATE 2023; "
    "March, 2024 DATE 2024-03; a year earlier DATE 2023-03" },
  { "3 days to tomorrow", "3 days to tomorrow DATE 2025-04-10" },
  { "now, every Friday, daily, the Daily Echo",
    "now DATE PRESENT_REF; every Friday SET XXXX-WXX-5; daily SET P1D" },
  { "3 days, more than a year, several weeks, a second, 3 nights",
    "3 days DURATION P3D; more than a year DURATION P1Y MORE_THAN; "
    "several weeks DURATION PXW" },
  { "2 years and a half, half a year, half an hour, 1.5 years",
    "2 years and a half DURATION P30M; half a year DURATION P6M; "
    "half an hour DURATION PT30M; 1.5 years DURATION P18M" },
  { "5 to 10 days, 10 to 5 days, 2 years 3 months, 2 months 3 years",
    "5 to 10 days DURATION P5D/P10D; 5 days DURATION P5D; "
    "2 years 3 months DURATION P2Y3M; 2 months DURATION P2M; "
    "3 years DURATION P3Y" },
  { "the last 9 days", "the last 9 days DURATION P9D" },
  { "every week, every week ago", "every week SET P1W" },
  { "3 million euros a year; 10 % a year; 10 percent a year; a year",
    "a year SET P1Y; a year SET P1Y; a year SET P1Y; a year DURATION P1Y" },
  { "Friday 18:40, at 9:05, a 2:1 win; 18:40 UTC, 6 pm, 12 am, 1430 UTC",
    "Friday DATE 2025-04-04; 18:40 TIME 2025-04-04T18:40; "
    "9:05 TIME 2025-04-04T09:05; 18:40 UTC TIME 2025-04-04T18:40Z; "
    "6 pm TIME 2025-04-04T18:00; 12 am TIME 2025-04-04T00:00; "
    "1430 UTC TIME 2025-04-04T14:30Z" },
  { "noon; 10:00-16:30; 11 to 1 pm; 25:00 UTC",
    "noon TIME 2025-04-06T12:00; "
    "10:00-16:30 TIME 2025-04-06T10:00/2025-04-06T16:30; "
    "11 to 1 pm TIME 2025-04-06T11:00/2025-04-06T13:00" },
};

static void readings_have_values(void **state) {
  char out[600];
  gloss_error err;
  engine e;
  (void)state;
  assert_true(make(&e, &err));
  for (size_t i = 0; i < COUNT(readings); i++) {
    read_text(&e, readings[i].text, "2025-04-06", out, sizeof out);
    assert_string_equal(out, readings[i].expected);
  }
  free_engine(&e);
}

/* ---- What is no time, and which one it is ---- */

/* On Sunday, 6 April 2025, too. */
static const reading_case evidence[] = {
  { "in May; May may go; Jean May", "May DATE 2025-05" },
  { "page 1990, 1990 people, $1990, 1990-3x, by 1990", "1990 DATE 1990" },
  { "the 1829 map, 1829 soldiers, of 1829 soldiers, the city's 1829 map",
    "1829 DATE 1829; 1829 DATE 1829" },
  { "(1829 to 1850), in 1829.", "1829 DATE 1829; 1829 DATE 1829" },
  { "for a second he ran; for a second time", "a second DURATION PT1S" },
  { "at the end of the day. of the day we, of the day when",
    "the day DATE 2025-04-06; the day DATE 2025-04-06" },
  { "not a day for us; a day for us", "a day DURATION P1D" },
  { "far more than a year", "a year DURATION P1Y" },
  { "18:40 - One.\n18:50 - Two.\n9:05 - Three.",
    "18:40 TIME 2025-04-06T18:40; 18:50 TIME 2025-04-06T18:50; "
    "9:05 TIME 2025-04-06T09:05" },
  { "They will meet in January. They met in January.",
    "January DATE 2026-01; January DATE 2025-01" },
  { "It will open in July, he said. He said, it opened in July.",
    "July DATE 2025-07; July DATE 2024-07" },
  { "He said \"On Friday\". He said \xE2\x80\x9Con Friday\xE2\x80\x9D.",
    "Friday DATE 2025-04-11; Friday DATE 2025-04-11" },
  { "until Friday; since July; before July",
    "Friday DATE 2025-04-11; July DATE 2024-07; July DATE 2025-07" },
  { "They will meet. When? On Friday.", "Friday DATE 2025-04-04" },
  { "They will meet. On Friday.", "Friday DATE 2025-04-11" },
  { "A talk is to be held on Friday. They planned to leave on Monday.",
    "Friday DATE 2025-04-11; Monday DATE 2025-03-31" },
  { "In 1920 he met her, in 1925 they left, in 1930 he came. On May 3 he was "
    "there.", "1920 DATE 1920; 1925 DATE 1925; 1930 DATE 1930; "
    "May 3 DATE 1930-05-03" },
  { "On March 28, 2024 at 6 pm. At 9:05 he left.",
    "March 28, 2024 DATE 2024-03-28; 6 pm TIME 2024-03-28T18:00; "
    "9:05 TIME 2024-03-28T09:05" },
  { "At 6 pm (on Friday). Then.\n\nAt 9:05.",
    "6 pm TIME 2025-04-04T18:00; Friday DATE 2025-04-04; "
    "9:05 TIME 2025-04-06T09:05" },
};

/* Without a date of the document. */
static const reading_case undated[] = {
  { "last week, Friday, March, March 5, easter, christmas",
    "last week DATE no document date; Friday DATE XXXX-WXX-5 no document date; "
    "March DATE XXXX-03; March 5 DATE XXXX-03-05; "
    "easter DATE no document date; christmas DATE XXXX-12-25" },
  { "the third quarter, last winter, summer, 6 pm, March of that year",
    "the third quarter DATE XXXX-Q3 no document date; "
    "last winter DATE XXXX-WI no document date; summer DATE XXXX-SU; "
    "6 pm TIME XXXX-XX-XXT18:00; "
    "March of that year DATE XXXX-03 no year is named before" },
  { "the weekend, that day, 2 days later, third week of March, year-end",
    "the weekend DATE no document date; that day DATE nothing was named; "
    "2 days later DATE no date to count from; "
    "third week of March DATE XXXX-03 no document date; "
    "year-end DATE no document date" },
  { "OSLO, March 28, 2024 (Agency) - They left on Friday.",
    "March 28, 2024 DATE 2024-03-28; Friday DATE 2024-03-22" },
  { "They met where the river is wide, on March 28, 2024. They left on Friday.",
    "March 28, 2024 DATE 2024-03-28; "
    "Friday DATE XXXX-WXX-5 no document date" },
};

/* Of a month, of a year. */
static const reading_case coarse[] = {
  { "last week, March, last month", "last week DATE the document date has no "
    "day; March DATE 2025-03; last month DATE 2025-03" },
};
static const reading_case yearly[] = {
  { "March 5, last month, the third quarter",
    "March 5 DATE 2025-03-05; "
    "last month DATE the document date has no month; "
    "the third quarter DATE XXXX-Q3 the document date has no month" },
};

static void check(engine *e, const reading_case *cases, size_t count,
                  const char *date) {
  char out[600];
  for (size_t i = 0; i < count; i++) {
    read_text(e, cases[i].text, date, out, sizeof out);
    assert_string_equal(out, cases[i].expected);
  }
}

static void words_around_decide(void **state) {
  gloss_error err;
  engine e;
  (void)state;
  assert_true(make(&e, &err));
  check(&e, evidence, COUNT(evidence), "2025-04-06");
  check(&e, undated, COUNT(undated), "");
  check(&e, coarse, COUNT(coarse), "2025-04");
  check(&e, yearly, COUNT(yearly), "2025");
  free_engine(&e);
}

static void options_change_what_is_read(void **state) {
  static const char text[] = "4/6/2025 of the first half of 2024";
  gloss_times_how how = { .order = GLOSS_DATES_DMY, .bare = true };
  gloss_span span;
  gloss_error err;
  engine e;
  gloss_doc *doc = gloss_doc_new(text, sizeof text - 1, NULL, &err);
  char out[200];
  (void)state;
  assert_true(make(&e, &err));
  assert_true(gloss_times_find(e.times, doc, &how, &err));
  assert_null(gloss_doc_layer(doc, "times", 5));
  assert_true(gloss_times_found(e.times, 1, &span));
  assert_int_equal(span.start, 16); /* "first" */
  assert_false(gloss_times_found(e.times, 2, &span));
  assert_true(gloss_times_add(e.times, doc, &how, &err));
  show(doc, text, out, sizeof out);
  assert_string_equal(out, "4/6/2025 DATE 2025-06-04; "
                           "first half of 2024 DATE 2024-H1");
  assert_false(gloss_times_add(e.times, doc, &how, &err));
  assert_int_equal(err.code, GLOSS_TOO_LATE);
  gloss_doc_free(doc);
  free_engine(&e);
}

static void notes_tell_what_was_tried(void **state) {
  static const char text[] = "page 1990 in March 2024";
  static const gloss_times_note expected[] = {
    { { 5, 9 }, 12, GLOSS_TIME_REFUSED, 0 },
    { { 13, 23 }, 5, GLOSS_TIME_KEPT, 0 },
    { { 19, 23 }, 12, GLOSS_TIME_BEATEN, 5 },
  };
  gloss_times_how how = { .explain = true };
  gloss_times_note note;
  gloss_error err;
  engine e;
  size_t count = 0;
  gloss_doc *doc = gloss_doc_new(text, sizeof text - 1, NULL, &err);
  (void)state;
  assert_true(make(&e, &err));
  assert_true(gloss_times_add(e.times, doc, &how, &err));
  for (; gloss_times_noted(e.times, count, &note); count++) {
    assert_true(count < COUNT(expected));
    assert_int_equal(note.span.start, expected[count].span.start);
    assert_int_equal(note.span.end, expected[count].span.end);
    assert_int_equal(note.rule, expected[count].rule);
    assert_int_equal(note.what, expected[count].what);
    if (note.what == GLOSS_TIME_BEATEN)
      assert_int_equal(note.winner, expected[count].winner);
  }
  assert_int_equal(count, COUNT(expected));
  gloss_doc_free(doc);
  free_engine(&e);
}

/* ---- Faults ---- */

static const struct { const char *name, *value, *message; } faults[] = {
  { "colour", "red", "a rule of times has no option colour" },
  { "from", "moon", "from cannot be \"moon\"" },
  { "unit", "parsec", "unit cannot be \"parsec\"" },
  { "units", "D X", "unit cannot be \"X\"" },
  { "by", "much", "by cannot be \"much\"" },
  { "by", "1.5", "by cannot be \"1.5\"" },
  { "no_name", "nobody", "no_name cannot be \"nobody\"" },
  { "not_followed", "NOPE", "not_followed cannot be \"NOPE\"" },
  { "ends", "perhaps", "ends cannot be \"perhaps\"" },
  { "type", "date", "type cannot be \"date\"" },
};

static void mistakes_are_told(void **state) {
  gloss_times_how how = { .bare = false };
  gloss_error err;
  engine e;
  gloss_doc *doc = gloss_doc_new("x", 1, NULL, &err);
  gloss_times *t;
  char set[16];
  (void)state;
  assert_true(make(&e, &err));
  for (size_t i = 0; i < COUNT(faults); i++) {
    assert_false(gloss_times_option(e.times, slice(faults[i].name),
                                    slice(faults[i].value), &err));
    assert_string_equal(err.message, faults[i].message);
  }
  assert_false(gloss_times_rule(e.times, slice("x"), slice("date"), &err));
  assert_string_equal(err.message, "the grammar has no more rules");
  assert_false(gloss_times_setting(e.times, slice("x"), slice("true"), &err));
  assert_false(gloss_times_tense(e.times, slice("x"), 1, &err));
  for (int i = 0; i < GLOSS_MAX_TIME_SETS; i++) {
    snprintf(set, sizeof set, "s%d", i);
    if (!gloss_times_word(e.times, slice(set), slice("word"), &err)) break;
  }
  assert_string_equal(err.message, "more than 64 sets of words");
  t = gloss_times_new(e.grammar, e.matcher, &err);
  assert_false(gloss_times_option(t, slice("by"), slice("1"), &err));
  assert_false(gloss_times_rule(t, slice("x"), slice("tea"), &err));
  assert_string_equal(err.message, "no reading \"tea\"");
  assert_false(gloss_times_add(t, doc, &how, &err));
  assert_string_equal(err.message, "a rule of the grammar has no reading");
  gloss_times_free(t);
  gloss_doc_free(doc);
  free_engine(&e);
}

static int read_once(void) {
  static const char text[] = "They will meet on Friday at 6 pm. In May, 2024, "
      "2 days later, in 1920, 1930 and 1940; the last 9 days. On March 3.";
  gloss_times_how how = { .date = { "2025-04-06", 10 }, .explain = true };
  gloss_error err;
  engine e;
  bool ok = make(&e, &err);
  gloss_doc *doc = ok ? gloss_doc_new(text, sizeof text - 1, NULL, &err) : NULL;
  ok = doc != NULL && gloss_times_add(e.times, doc, &how, &err);
  if (!ok) assert_int_equal(err.code, GLOSS_NO_MEMORY);
  gloss_doc_free(doc);
  free_engine(&e);
  return ok;
}

static void no_memory_is_told(void **state) {
  (void)state;
  assert_true(fail_every_allocation(read_once) > 100);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(readings_have_values),
    cmocka_unit_test(words_around_decide),
    cmocka_unit_test(options_change_what_is_read),
    cmocka_unit_test(notes_tell_what_was_tried),
    cmocka_unit_test(mistakes_are_told),
    cmocka_unit_test(no_memory_is_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* context.c - what a phrase of time is resolved against: the document's date,
** and the dates that the text has named before. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "doc/doc_private.h"
#include "times/times.h"

gloss_slice gloss_times_keep(gloss_times_context *x, gloss_slice bytes) {
  char *copy;
  if (bytes.len == 0) return (gloss_slice){ NULL, 0 };
  copy = gloss_arena_copy(x->arena, bytes.bytes, bytes.len);
  if (copy == NULL && !x->failed) {
    x->failed = true;
    gloss_no_memory(x->err);
  }
  return (gloss_slice){ copy, copy != NULL ? bytes.len : 0 };
}

gloss_slice gloss_times_text_label(gloss_times_context *x, gloss_slice value) {
  gloss_value_text label = { .len = 0 };
  gloss_value_put(&label, "text ");
  gloss_value_put_bytes(&label, value);
  return gloss_times_keep(x, gloss_value_slice(&label));
}

gloss_slice gloss_times_year_label(gloss_times_context *x, int32_t year) {
  gloss_value_text label = { .len = 0 };
  gloss_value_put_number(&label, year, 1);
  return gloss_times_text_label(x, gloss_value_slice(&label));
}

bool gloss_times_dated(const gloss_times_context *x, gloss_precision precision,
                       gloss_slice *why) {
  if (x->has_ref && x->ref_precision >= precision) return true;
  if (!x->has_ref) *why = GLOSS_TEXT("no document date");
  else if (precision == GLOSS_PRECISION_DAY)
    *why = GLOSS_TEXT("the document date has no day");
  else *why = GLOSS_TEXT("the document date has no month");
  return false;
}

bool gloss_times_from_mention(const gloss_times_context *x, int32_t *day,
                              gloss_slice *label) {
  gloss_slice why;
  if (x->has_mention) {
    *day = x->mention;
    *label = gloss_times_text_label((gloss_times_context *)x, x->mention_value);
    return true;
  }
  *day = x->ref;
  *label = x->ref_label;
  return gloss_times_dated(x, GLOSS_PRECISION_DAY, &why);
}

/* ---- Texts about the past ---- */

/* How far years lie behind for a text to be about the past, and how many there
** must be. */
enum { FAR = 3, ENOUGH = 3 };

typedef struct year_counts {
  size_t far, all;
} year_counts;

static bool is_word_byte(const gloss_times_context *x, size_t at) {
  unsigned char c = gloss_text_byte(x, at);
  return gloss_digit(c) || gloss_letter(c);
}

/* Counts the numbers of four digits from 1000 to 2099 that stand alone. */
static void count_years(const gloss_times_context *x, size_t from, size_t to,
                        year_counts *counts) {
  int32_t now = x->has_ref ? gloss_calendar_fields(x->ref).year - FAR
                           : INT32_MAX;
  for (size_t at = from; at < to;) {
    size_t end = at;
    int32_t year = 0;
    while (end < to && !gloss_digit((unsigned char)x->text[end])) end++;
    at = end;
    while (end < to && gloss_digit((unsigned char)x->text[end])) end++;
    if (end - at == 4 && (at == from || !is_word_byte(x, at - 1)) &&
        (end == to || !is_word_byte(x, end))) {
      for (size_t i = at; i < end; i++) year = year * 10 + (x->text[i] - '0');
      if (year >= 1000 && year < 2100) {
        counts->all++;
        if (year <= now) counts->far++;
      }
    }
    at = end;
  }
}

bool gloss_times_historical(gloss_times_context *x) {
  year_counts counts = { 0, 0 };
  size_t from = 0;
  if (x->has_now) return false;
  if (x->historical == GLOSS_UNASKED) {
    for (size_t i = 0; i < x->doc->masks.count; i++) {
      count_years(x, from, x->doc->masks.spans[i].start, &counts);
      from = x->doc->masks.spans[i].end;
    }
    if (from < x->len) count_years(x, from, x->len, &counts);
    x->historical = counts.far >= ENOUGH && counts.far * 3 > counts.all * 2
                        ? GLOSS_YES : GLOSS_NO;
  }
  return x->historical == GLOSS_YES;
}

/* ---- The nearest year ---- */

/* Days that a tense may reach over what is nearest; a month goes by it. */
enum { SURE = 270, SURE_MONTH = 366, MIDDLE = 15 };

/* How far the day (0: the month) of a year lies from `middle`; further where
** the tense is another. */
static int32_t distance_of(int32_t year, int32_t month, int32_t day,
                           int32_t middle, gloss_tense told) {
  int32_t last = gloss_calendar_month_days(year, month);
  int32_t in_month = day > 0 ? day : MIDDLE;
  int32_t at = gloss_calendar_day(year, month,
                                  in_month < last ? in_month : last);
  bool agrees = told == GLOSS_TENSE_NONE || at == middle ||
                (told == GLOSS_PAST) == (at < middle);
  int32_t distance = abs(at - middle);
  return agrees ? distance : distance + (day > 0 ? SURE : SURE_MONTH);
}

bool gloss_times_year_of(gloss_times_context *x, int32_t month, int32_t day,
                         gloss_tense told, int32_t *year, gloss_slice *label) {
  gloss_ymd now = { 0, 0, 0 };
  int32_t middle, least = INT32_MAX;
  if (x->has_ref) now = gloss_calendar_fields(x->ref);
  *label = x->ref_label;
  if (x->has_year && (!x->has_ref || x->year != now.year) &&
      gloss_times_historical(x)) {
    *year = x->year;
    *label = gloss_times_year_label(x, x->year);
    return true;
  }
  *year = now.year;
  if (!x->has_ref || x->ref_precision == GLOSS_PRECISION_YEAR)
    return x->has_ref;
  middle = day > 0 ? x->ref : gloss_calendar_day(now.year, now.month, MIDDLE);
  for (int32_t y = now.year - 1; y <= now.year + 1; y++) {
    int32_t distance = distance_of(y, month, day, middle, told);
    if (distance >= least) continue;
    least = distance;
    *year = y;
  }
  return true;
}

/* read_clock.c - readings of times of day. Their dates are found when all times
** are (find.c). */
#include "times/times.h"

typedef struct clock_time {
  int32_t hour, minute, second; /* minute, second: -1 where not told */
} clock_time;

/* "12:30:05", "1430", "6": false where there is no such time. */
static bool read_clock(const gloss_times_context *x, const gloss_item *item,
                       clock_time *t) {
  const char *s = x->text + gloss_item_start(x, item);
  *t = (clock_time){ -1, -1, -1 };
  if (item->class_number == GLOSS_FIGURE_CLOCK) {
    *t = (clock_time){ item->parts[0], item->parts[1], item->parts[2] };
    return true;
  }
  if (item != x->at[AT_FOUR]) {
    t->hour = gloss_item_number(item);
    return t->hour == item->value;
  }
  if (item->end - item->start != 4) return false;
  for (int i = 0; i < 4; i++)
    if (!gloss_digit((unsigned char)s[i])) return false;
  t->hour = (s[0] - '0') * 10 + (s[1] - '0');
  t->minute = (s[2] - '0') * 10 + (s[3] - '0');
  return true;
}

/* The hour of the day with "am" or "pm". */
static bool half_day(const gloss_times_context *x, int32_t *hour) {
  const gloss_item *ampm = x->at[AT_AMPM];
  if (ampm == NULL) return true;
  if (*hour == 0 || *hour > 24) return false;
  if (*hour > 12) return true;
  *hour %= 12;
  if (gloss_same_bytes(gloss_time_text(x, ampm), GLOSS_TEXT("pm"))) *hour += 12;
  return true;
}

/* Writes T18:40; false: there is no such time. */
static bool put_clock(gloss_value_text *v, const gloss_times_context *x,
                      clock_time t) {
  if (t.hour < 0 || t.hour > 24 || t.minute > 59 ||
      (t.hour == 24 && t.minute > 0))
    return false;
  gloss_value_put(v, "T");
  gloss_value_put_number(v, t.hour, 2);
  gloss_value_put(v, ":");
  gloss_value_put_number(v, t.minute < 0 ? 0 : t.minute, 2);
  if (t.second >= 0) {
    gloss_value_put(v, ":");
    gloss_value_put_number(v, t.second, 2);
  }
  gloss_value_put_bytes(v, gloss_time_text(x, x->at[AT_ZONE]));
  return true;
}

static const gloss_item *start_of(const gloss_times_context *x) {
  if (x->at[AT_TIME] != NULL) return x->at[AT_TIME];
  return x->at[AT_FOUR] != NULL ? x->at[AT_FOUR] : x->at[AT_HOUR];
}

/* Nothing in the phrase says that "10:30" is a time of day. */
static bool is_bare(const gloss_times_context *x, const gloss_item *item,
                    clock_time t) {
  return item == x->at[AT_TIME] && x->match->first == x->match->last &&
         t.second < 0;
}

/* "18:40", "6 p.m.", "1430 GMT", "noon" */
GLOSS_READER(clock) {
  const gloss_item *item = start_of(x);
  gloss_value_text v = { .len = 0 };
  clock_time t;
  (void)r;
  if (item == NULL || !read_clock(x, item, &t) ||
      (is_bare(x, item, t) && !gloss_times_is_clock(x, item)) ||
      !half_day(x, &t.hour) || !put_clock(&v, x, t))
    return false;
  out->type = GLOSS_TIME_TIME;
  out->clock = gloss_times_keep(x, gloss_value_slice(&v));
  return true;
}

static int32_t seconds_of(clock_time t) {
  return t.hour * 3600 + (t.minute > 0 ? t.minute * 60 : 0) +
         (t.second > 0 ? t.second : 0);
}

/* "10:00-16:30", "5 - 7 p.m.", "11-1 p.m." */
GLOSS_READER(clocks) {
  const gloss_item *item = start_of(x), *last = x->at[AT_STOP];
  gloss_value_text v = { .len = 0 }, w = { .len = 0 };
  clock_time from, to;
  (void)r;
  if (item == NULL || last == NULL || !read_clock(x, item, &from) ||
      !read_clock(x, last, &to) || !half_day(x, &from.hour) ||
      !half_day(x, &to.hour))
    return false;
  if (x->at[AT_AMPM] != NULL && from.hour > to.hour) from.hour -= 12;
  if (!put_clock(&v, x, from) || !put_clock(&w, x, to) ||
      seconds_of(from) >= seconds_of(to))
    return false;
  out->type = GLOSS_TIME_TIME;
  out->clock = gloss_times_keep(x, gloss_value_slice(&v));
  out->clock_to = gloss_times_keep(x, gloss_value_slice(&w));
  return true;
}

/* read_relative.c - readings told from the document's date, or from a date
** named before. */
#include "times/times.h"

static const gloss_timeunit day_unit = { 1, 'D', false };

/* The part of the day that the phrase or the rule tells; empty: none. A word
** for a weekday may tell it, too: "Dienstagabend", { 2, "EV" }. */
static gloss_slice part_of(const gloss_times_context *x,
                           const gloss_time_rule *r) {
  int32_t number;
  gloss_slice part;
  if (r->part.len > 0) return r->part;
  if (gloss_time_field(x, x->at[AT_WDAY], "2", &number, &part)) return part;
  return gloss_time_text(x, x->at[AT_PART]);
}

static int32_t weekday_of(const gloss_times_context *x) {
  int32_t weekday;
  gloss_slice text;
  return gloss_time_field(x, x->at[AT_WDAY], "1", &weekday, &text)
             ? weekday : gloss_item_number(x->at[AT_WDAY]);
}

static void put_time_part(gloss_value_text *v, gloss_slice part) {
  if (part.len == 0) return;
  gloss_value_put(v, "T");
  gloss_value_put_bytes(v, part);
}

/* ---- The unit that holds a day ---- */

/* The year named last, where the rule lets it go before the document's. */
static bool takes_named_year(gloss_times_context *x, const gloss_time_rule *r,
                             gloss_timeunit unit) {
  return r->year != GLOSS_YEAR_NEVER && x->has_year &&
         gloss_timeunit_is(unit, 1, 'Y') &&
         (r->year == GLOSS_YEAR_NAMED || gloss_times_historical(x));
}

/* What the rule counts from; false: there is nothing, and why. */
static bool base_of(const gloss_times_context *x, const gloss_time_rule *r,
                    gloss_timeunit unit, int32_t *day, gloss_slice *label,
                    gloss_slice *why) {
  gloss_precision needs = r->needs;
  if (needs == GLOSS_PRECISION_NONE && r->from != GLOSS_FROM_MENTION)
    needs = gloss_timeunit_needs(unit);
  if (needs != GLOSS_PRECISION_NONE && !gloss_times_dated(x, needs, why))
    return false;
  *day = x->ref;
  *label = x->ref_label;
  if (r->from != GLOSS_FROM_MENTION) return true;
  *why = r->missing;
  return gloss_times_from_mention(x, day, label);
}

/* "Last week", "this month", "tomorrow evening", "that year": the unit that
** holds the day the rule counts from, moved by what was captured, or by the
** option `by`. */
GLOSS_READER(unit) {
  gloss_timeunit unit = gloss_time_rule_unit(x, r);
  gloss_slice part = part_of(x, r), label, why = { NULL, 0 };
  gloss_value_text v = { .len = 0 };
  int32_t day;
  if (unit.letter == 0) return false;
  if (takes_named_year(x, r, unit)) {
    gloss_value_put_number(&v, x->year, 4);
    return gloss_time_dated(x, out, &v, gloss_times_year_label(x, x->year));
  }
  if (!base_of(x, r, unit, &day, &label, &why))
    return gloss_time_unresolved(
        x, out, part.len > 0 ? GLOSS_TIME_TIME : GLOSS_TIME_DATE, why, NULL);
  if (!gloss_value_put_moved(&v, day, unit, gloss_time_shift(x, r)))
    return false;
  put_time_part(&v, part);
  if (r->from == GLOSS_FROM_DOCUMENT &&
      (unit.letter == 'D' || unit.letter == 'W'))
    x->has_now = true;
  out->mod = gloss_time_mod(x);
  gloss_time_dated(x, out, &v, label);
  if (part.len > 0) out->type = GLOSS_TIME_TIME;
  return true;
}

/* "The weekend", "last weekend": early in a week that of the past is the one
** before. */
GLOSS_READER(weekend) {
  enum { MIDWEEK = 3 };
  gloss_value_text v = { .len = 0 };
  gloss_slice why;
  int32_t shift = gloss_time_shift(x, r), weekday;
  out->mod = gloss_time_mod(x);
  if (!gloss_times_dated(x, GLOSS_PRECISION_DAY, &why))
    return gloss_time_unresolved(x, out, GLOSS_TIME_DATE, why, NULL);
  weekday = gloss_calendar_weekday(x->ref);
  if (shift == 0 && weekday <= MIDWEEK && gloss_times_tense_at(x) == GLOSS_PAST)
    shift = -1;
  gloss_value_put_week(&v, x->ref - weekday + 1 + 7 * shift);
  gloss_value_put(&v, "-WE");
  return gloss_time_dated(x, out, &v, x->ref_label);
}

/* ---- Days of the week ---- */

/* XXXX-WXX-5: some Friday. */
static bool any_weekday(gloss_times_context *x, gloss_time_reading *out,
                        gloss_slice part, gloss_slice why) {
  gloss_value_text v = { .len = 0 };
  gloss_value_put(&v, "XXXX-WXX-");
  gloss_value_put_number(&v, weekday_of(x), 1);
  put_time_part(&v, part);
  return gloss_time_unresolved(
      x, out, part.len > 0 ? GLOSS_TIME_TIME : GLOSS_TIME_DATE, why, &v);
}

/* "Next Thursday" said on a Wednesday is not tomorrow, "the coming Thursday"
** is. */
static bool skips_tomorrow(const gloss_times_context *x) {
  const gloss_item *item = x->at[AT_SHIFT];
  char low[32];
  size_t len = item != NULL ? item->end - item->start : 0;
  if (len == 0 || len > sizeof low) return false;
  for (size_t i = 0; i < len; i++) {
    unsigned char c = (unsigned char)x->text[gloss_item_start(x, item) + i];
    low[i] = (char)(gloss_upper(c) ? c + 32 : c);
  }
  return (gloss_times_sets_of(x->t, (gloss_slice){ low, len }) &
          GLOSS_SET(SET_NOT_TOMORROW)) != 0;
}

/* The weekday of this week, before the document's day, behind it, or on the
** side that the tense tells. */
static int32_t nearest_weekday(gloss_times_context *x, const int32_t *shift) {
  int32_t weekday = weekday_of(x);
  int32_t now = gloss_calendar_weekday(x->ref);
  int32_t behind = (now - weekday + 7) % 7, ahead = (weekday - now + 7) % 7;
  if (shift != NULL && *shift == 0) return x->ref - now + weekday;
  if (shift != NULL && *shift == -1)
    return x->ref - (behind == 0 ? 7 : behind);
  if (shift != NULL && *shift == 1) {
    bool later = ahead == 0 || (ahead == 1 && skips_tomorrow(x));
    return x->ref + ahead + (later ? 7 : 0);
  }
  return gloss_times_tense_at(x) == GLOSS_FUTURE ? x->ref + ahead
                                                 : x->ref - behind;
}

/* "Friday", "last Friday", "Friday evening"; option `days`: so many later. */
GLOSS_READER(weekday) {
  gloss_slice part = part_of(x, r), why;
  gloss_value_text v = { .len = 0 };
  int32_t shift = gloss_time_shift(x, r);
  bool told = x->at[AT_SHIFT] != NULL || r->by != GLOSS_NO_NUMBER;
  int32_t days = r->days != GLOSS_NO_NUMBER ? r->days : 0;
  if (x->at[AT_WDAY] == NULL) return false;
  if (!gloss_times_dated(x, GLOSS_PRECISION_DAY, &why))
    return any_weekday(x, out, part, why);
  gloss_value_put_day(&v, nearest_weekday(x, told ? &shift : NULL) + days);
  put_time_part(&v, part);
  x->has_now = true;
  out->mod = gloss_time_mod(x);
  gloss_time_dated(x, out, &v, x->ref_label);
  if (part.len > 0) out->type = GLOSS_TIME_TIME;
  return true;
}

/* "Monday of next week" */
GLOSS_READER(weekday_of_week) {
  gloss_value_text v = { .len = 0 };
  gloss_slice why;
  int32_t monday;
  if (x->at[AT_WDAY] == NULL) return false;
  if (!gloss_times_dated(x, GLOSS_PRECISION_DAY, &why))
    return any_weekday(x, out, (gloss_slice){ NULL, 0 }, why);
  monday = x->ref - gloss_calendar_weekday(x->ref) + 1 +
           7 * gloss_time_shift(x, r);
  gloss_value_put_day(&v, monday + weekday_of(x) - 1);
  return gloss_time_dated(x, out, &v, x->ref_label);
}

/* ---- So much before or after ---- */

/* "A year earlier" than a quarter or a month is a quarter or a month. */
static bool same_part(gloss_times_context *x, int32_t years,
                      gloss_slice label, gloss_time_reading *out) {
  gloss_slice m = x->mention_value;
  gloss_value_text v = { .len = 0 };
  int32_t year = 0;
  if (m.len != 7 || m.bytes[4] != '-' ||
      !gloss_digit((unsigned char)m.bytes[6]) ||
      (m.bytes[5] != 'Q' && !gloss_digit((unsigned char)m.bytes[5])))
    return false;
  for (int i = 0; i < 4; i++) {
    if (!gloss_digit((unsigned char)m.bytes[i])) return false;
    year = year * 10 + (m.bytes[i] - '0');
  }
  gloss_value_put_number(&v, year + years, 4);
  gloss_value_put_bytes(&v, (gloss_slice){ m.bytes + 4, 3 });
  return gloss_time_dated(x, out, &v, label);
}

static bool counted_from(gloss_times_context *x, const gloss_time_rule *r,
                         gloss_timeunit unit, int32_t *day, gloss_slice *label,
                         gloss_slice *why) {
  if (r->from == GLOSS_FROM_DAY) {
    if (x->at[AT_DAY] == NULL || !base_of(x, r, day_unit, day, label, why))
      return false;
    *day += gloss_item_number(x->at[AT_DAY]);
    return true;
  }
  return base_of(x, r, unit, day, label, why);
}

static bool is_whole(double n) {
  return n >= -9999 && n <= 9999 && n == (double)(int32_t)n;
}

/* "Two years ago", "three days later", "a week from tomorrow". The direction is
** the value of what is captured as `sign`, or the option. */
GLOSS_READER(counted) {
  gloss_timeunit unit = gloss_time_rule_unit(x, r);
  gloss_slice label, why = { NULL, 0 };
  gloss_value_text v = { .len = 0 };
  const gloss_item *side = x->at[AT_SIGN], *word = x->at[AT_UNIT];
  int32_t sign = side != NULL ? gloss_item_number(side) : r->sign, day;
  double n;
  bool based;
  if (unit.letter == 0) return false;
  based = counted_from(x, r, unit, &day, &label, &why);
  if (word != NULL && word->class_number == x->t->classes[CLASS_SECOND] &&
      x->at[AT_N] == NULL)
    return false;
  if (!gloss_time_count(x, &n)) {
    gloss_value_put(&v, sign < 0 ? "PAST_REF" : "FUTURE_REF");
    return gloss_time_dated(x, out, &v, (gloss_slice){ NULL, 0 });
  }
  if (r->from == GLOSS_FROM_MENTION && x->has_mention && is_whole(n) &&
      gloss_timeunit_is(unit, 1, 'Y') &&
      same_part(x, sign * (int32_t)n, label, out))
    return true;
  if (unit.clock)
    return gloss_time_unresolved(
        x, out, GLOSS_TIME_TIME, GLOSS_TEXT("no time of day to count from"),
        NULL);
  if (!based)
    return gloss_time_unresolved(x, out, GLOSS_TIME_DATE, why, NULL);
  if (!gloss_value_put_counted(&v, day, unit, sign * n)) return false;
  out->mod = gloss_time_mod(x);
  return gloss_time_dated(x, out, &v, label);
}

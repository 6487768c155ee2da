/* readings.c - what readings are made with, and which there are. */
#include <string.h>

#include "times/times.h"

/* ---- By name ---- */

gloss_time_reader gloss_time_reader_of(gloss_slice name) {
  static const struct {
    const char *name;
    gloss_time_reader read;
  } readers[] = {
    { "date", gloss_read_date }, { "day", gloss_read_day },
    { "days", gloss_read_days }, { "month", gloss_read_month },
    { "months", gloss_read_months },
    { "year and month", gloss_read_year_and_month },
    { "nth of month", gloss_read_nth_of_month }, { "year", gloss_read_year },
    { "years", gloss_read_years }, { "short year", gloss_read_short_year },
    { "end year", gloss_read_end_year },
    { "year of era", gloss_read_year_of_era }, { "decade", gloss_read_decade },
    { "decade of unit", gloss_read_decade_of_unit },
    { "century", gloss_read_century },
    { "part of year", gloss_read_part_of_year },
    { "season", gloss_read_season }, { "holiday", gloss_read_holiday },
    { "day of year", gloss_read_day_of_year }, { "unit", gloss_read_unit },
    { "weekend", gloss_read_weekend }, { "weekday", gloss_read_weekday },
    { "weekday of week", gloss_read_weekday_of_week },
    { "counted", gloss_read_counted }, { "value", gloss_read_value },
    { "duration", gloss_read_duration },
    { "durations", gloss_read_durations }, { "sum", gloss_read_sum },
    { "duration near", gloss_read_duration_near },
    { "every", gloss_read_every }, { "clock", gloss_read_clock },
    { "clocks", gloss_read_clocks }
  };
  for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
    if (gloss_same_bytes(name, (gloss_slice){ readers[i].name,
                                              strlen(readers[i].name) }))
      return readers[i].read;
  return NULL;
}

/* ---- Made ---- */

bool gloss_time_valued(gloss_times_context *x, gloss_time_reading *out,
                       gloss_time_type type, const gloss_value_text *value) {
  out->type = type;
  out->value = gloss_times_keep(x, gloss_value_slice(value));
  return true;
}

bool gloss_time_dated(gloss_times_context *x, gloss_time_reading *out,
                      const gloss_value_text *value, gloss_slice label) {
  out->anchor = label;
  return gloss_time_valued(x, out, GLOSS_TIME_DATE, value);
}

bool gloss_time_explicit(gloss_times_context *x, gloss_time_reading *out,
                         const gloss_value_text *value, int32_t year) {
  out->explicit_year = true;
  out->year = year;
  return gloss_time_valued(x, out, GLOSS_TIME_DATE, value);
}

bool gloss_time_unresolved(gloss_times_context *x, gloss_time_reading *out,
                           gloss_time_type type, gloss_slice why,
                           const gloss_value_text *value) {
  out->type = type;
  out->unknown = why;
  if (value != NULL) out->value = gloss_times_keep(x, gloss_value_slice(value));
  return true;
}

/* ---- Captured ---- */

gloss_slice gloss_time_text(const gloss_times_context *x,
                            const gloss_item *item) {
  const gloss_word_value *value =
      item != NULL ? gloss_grammar_value(x->t->grammar, item->word) : NULL;
  if (value == NULL || value->kind != GLOSS_WORTH_TEXT)
    return (gloss_slice){ NULL, 0 };
  return value->text;
}

bool gloss_time_field(const gloss_times_context *x, const gloss_item *item,
                      const char *name, int32_t *number, gloss_slice *text) {
  const gloss_word_value *value =
      item != NULL ? gloss_grammar_value(x->t->grammar, item->word) : NULL;
  for (size_t i = 0; value != NULL && i < value->field_count; i++) {
    const gloss_word_field *f = &value->fields[i];
    if (!gloss_same_bytes(f->name, (gloss_slice){ name, strlen(name) }))
      continue;
    *number = f->number > 99999 || f->number < -99999 ? 0 : (int32_t)f->number;
    *text = f->text;
    return true;
  }
  return false;
}

/* "Earlier this week" is its start, "later" its end. */
gloss_slice gloss_time_mod(const gloss_times_context *x) {
  const gloss_item *mod = x->at[AT_MOD];
  gloss_slice text = gloss_time_text(x, mod);
  if (mod == NULL || text.len > 0 || mod->value == 0) return text;
  return mod->value < 0 ? GLOSS_TEXT("START") : GLOSS_TEXT("END");
}

/* "Second" is an ordinal, too. */
gloss_timeunit gloss_time_unit(const gloss_times_context *x,
                               gloss_time_role role) {
  const gloss_item *item = x->at[role];
  if (item == NULL || item->word == GLOSS_NO_GRAMMAR_WORD)
    return (gloss_timeunit){ 1, 0, false };
  if (item->class_number == x->t->classes[CLASS_SECOND])
    return (gloss_timeunit){ 1, 'S', true };
  return x->t->units[item->word];
}

gloss_timeunit gloss_time_rule_unit(const gloss_times_context *x,
                                const gloss_time_rule *r) {
  return r->unit.letter != 0 ? r->unit : gloss_time_unit(x, AT_UNIT);
}

int32_t gloss_time_full_year(int32_t two_digits) {
  return two_digits + (two_digits < 50 ? 2000 : 1900);
}

bool gloss_time_year_in(const gloss_times_context *x, int32_t *year) {
  const gloss_item *item = x->at[AT_YEAR];
  if (item == NULL) item = x->at[AT_YY];
  if (item == NULL) return false;
  *year = gloss_item_number(item);
  if (item->class_number == GLOSS_FIGURE_SMALL ||
      item->class_number == GLOSS_FIGURE_SHORT)
    return *year = gloss_time_full_year(*year), true;
  return *year >= 1000 && *year < 2200;
}

static bool is_number(const gloss_times_context *x, const gloss_item *item) {
  const gloss_word_value *value =
      gloss_grammar_value(x->t->grammar, item->word);
  return value == NULL || value->kind == GLOSS_WORTH_NUMBER;
}

bool gloss_time_count(const gloss_times_context *x, double *count) {
  const gloss_item *n = x->at[AT_N], *v = x->at[AT_V];
  if (n != NULL) return *count = n->value, true;
  if (x->at[AT_HALF] != NULL) return *count = 0.5, true;
  if (v != NULL) return *count = v->value, is_number(x, v);
  *count = 1;
  return x->at[AT_Q] != NULL;
}

int32_t gloss_time_shift(const gloss_times_context *x,
                         const gloss_time_rule *r) {
  if (r->by != GLOSS_NO_NUMBER) return r->by;
  return x->at[AT_SHIFT] != NULL ? gloss_item_number(x->at[AT_SHIFT]) : 0;
}

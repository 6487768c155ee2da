/* read_lengths.c - readings of durations, of what comes again, and of what the
** rule tells alone. */
#include <math.h>
#include <string.h>

#include "times/times.h"

/* ---- What the rule tells ---- */

/* The value of a capture called `name`; numbers as they are. */
static void put_capture(gloss_value_text *v, const gloss_times_context *x,
                        gloss_slice name) {
  int number = gloss_grammar_find_name(x->t->grammar, name);
  for (unsigned i = 0; i < x->match->name_count; i++) {
    const gloss_item *item = &x->phrase->items[x->match->names[i].item];
    gloss_slice text = gloss_time_text(x, item);
    if (x->match->names[i].name != number) continue;
    if (text.len > 0) gloss_value_put_bytes(v, text);
    else gloss_value_put_number(v, gloss_item_number(item), 1);
  }
}

/* Options `type` and `value`, in which {name} stands for what was captured:
** value = "XXXX-WXX-{wday}". */
GLOSS_READER(value) {
  gloss_value_text v = { .len = 0 };
  const char *at = r->value.bytes, *end = at + r->value.len;
  while (at < end) {
    const char *open = memchr(at, '{', (size_t)(end - at)), *close = NULL;
    if (open != NULL) close = memchr(open, '}', (size_t)(end - open));
    if (close == NULL) open = end;
    gloss_value_put_bytes(&v, (gloss_slice){ at, (size_t)(open - at) });
    if (close == NULL) break;
    put_capture(&v, x, (gloss_slice){ open + 1, (size_t)(close - open - 1) });
    at = close + 1;
  }
  return gloss_time_valued(x, out, r->type, &v);
}

/* ---- Evidence ---- */

static bool is_class(const gloss_times_context *x, const gloss_item *item,
                     int name) {
  return item != NULL && item->class_number == x->t->classes[name];
}

/* Is it what something is like: "this is not a day to look at the sea"? */
static bool describes(const gloss_times_context *x) {
  return x->at[AT_Q] != NULL &&
         (gloss_times_word_after(x, x->to).sets &
          GLOSS_SET(SET_AFTER_A_DAY)) &&
         (gloss_times_word_before(x, x->from).sets & GLOSS_SET(SET_COPULAS));
}

/* "Far | more than a year earlier" */
static bool compares(const gloss_times_context *x) {
  const gloss_item *mod = x->at[AT_MOD];
  return mod != NULL && mod->word != GLOSS_NO_GRAMMAR_WORD &&
         (x->t->compares[mod->word / 64] >> mod->word % 64 & 1) &&
         (gloss_times_word_before(x, x->from).sets & GLOSS_SET(SET_COMPARING));
}

/* "Los años | ochenta" */
static bool opens_decade(const gloss_times_context *x) {
  const gloss_item *behind = &x->phrase->items[x->last + 1];
  return x->at[AT_N] == NULL && x->t->decade_after_unit &&
         x->last + 1 < x->phrase->item_count && behind->gap == '_' &&
         gloss_class_in(x->t->groups[GROUP_DECADES], behind->class_number);
}

/* "1998 day": a year, and a word behind it. */
static bool is_year_before(const gloss_times_context *x) {
  const gloss_item *n = x->at[AT_N], *unit = x->at[AT_UNIT];
  return n != NULL && n->class_number == GLOSS_FIGURE_YEAR &&
         n->value > 1900 && n->value < 2100 && is_class(x, unit, CLASS_UNIT) &&
         unit->gap != '-';
}

static bool is_no_duration(const gloss_times_context *x) {
  const gloss_item *unit = x->at[AT_UNIT];
  if (compares(x) || opens_decade(x)) return true;
  if (x->at[AT_N] == NULL &&
      (is_class(x, unit, CLASS_SECOND) || is_class(x, unit, CLASS_NIGHT)))
    return true;
  return is_year_before(x);
}

/* ---- Durations ---- */

static bool lasting(gloss_times_context *x, gloss_time_reading *out,
                    gloss_time_type type, gloss_timeunit unit, bool known,
                    double n) {
  gloss_value_text v = { .len = 0 };
  if (unit.letter == 0) return false;
  if (known) gloss_value_put_duration(&v, unit, n);
  else gloss_value_put_some(&v, unit);
  return gloss_time_valued(x, out, type, &v);
}

/* "3 days", "half an hour", "a year and a half"; "3 million euros a year" tells
** how often. */
GLOSS_READER(duration) {
  gloss_timeunit unit = gloss_time_rule_unit(x, r);
  double n = 0;
  bool known;
  if (describes(x)) return false;
  if (is_class(x, x->at[AT_Q], CLASS_A) &&
      is_class(x, x->at[AT_UNIT], CLASS_UNIT) && gloss_times_tells_rate(x))
    return lasting(x, out, GLOSS_TIME_SET, unit, true,
                   x->at[AT_N] != NULL ? x->at[AT_N]->value : 1);
  if (is_no_duration(x)) return false;
  known = gloss_time_count(x, &n);
  if (x->at[AT_HALF] != NULL && x->at[AT_N] != NULL)
    n = x->at[AT_N]->value + 0.5;
  else if (x->at[AT_HALF] != NULL && x->at[AT_Q] != NULL)
    n = 1.5;
  out->mod = gloss_time_mod(x);
  return lasting(x, out, GLOSS_TIME_DURATION, unit, known, n);
}

/* "Five to ten days" */
GLOSS_READER(durations) {
  const gloss_item *from = x->at[AT_N], *to = x->at[AT_M];
  gloss_timeunit unit = gloss_time_rule_unit(x, r);
  gloss_value_text v = { .len = 0 };
  if (from == NULL || to == NULL || unit.letter == 0 ||
      from->value >= to->value)
    return false;
  gloss_value_put_duration(&v, unit, from->value);
  gloss_value_put(&v, "/");
  gloss_value_put_duration(&v, unit, to->value);
  return gloss_time_valued(x, out, GLOSS_TIME_DURATION, &v);
}

/* "Two years and three months" */
GLOSS_READER(sum) {
  gloss_value_text v = { .len = 0 };
  if (x->at[AT_N] == NULL || x->at[AT_M] == NULL ||
      !gloss_value_put_sum(&v, gloss_time_rule_unit(x, r), x->at[AT_N]->value,
                           gloss_time_unit(x, AT_LESSER), x->at[AT_M]->value))
    return false;
  return gloss_time_valued(x, out, GLOSS_TIME_DURATION, &v);
}

/* "The past nine days", "the next two weeks": with the days that they are. */
GLOSS_READER(duration_near) {
  gloss_timeunit unit = gloss_time_rule_unit(x, r);
  gloss_slice why;
  double n = 1;
  bool known = true;
  int32_t far;
  if (x->at[AT_N] != NULL || x->at[AT_V] != NULL)
    known = gloss_time_count(x, &n);
  if (!lasting(x, out, GLOSS_TIME_DURATION, unit, known, n)) return false;
  if (!known || n != floor(n) || unit.clock ||
      !gloss_times_dated(x, gloss_timeunit_needs(unit), &why) ||
      !gloss_timeunit_day_after(x->ref, unit, gloss_time_shift(x, r) * n,
                                &far))
    return true;
  out->dated = true;
  out->from = far < x->ref ? far : x->ref;
  out->to = far < x->ref ? x->ref : far;
  out->anchor = x->ref_label;
  out->precision = GLOSS_PRECISION_DAY;
  return true;
}

/* "Every week", "every two years" */
GLOSS_READER(every) {
  return lasting(x, out, GLOSS_TIME_SET, gloss_time_rule_unit(x, r), true,
                 x->at[AT_N] != NULL ? x->at[AT_N]->value : 1);
}

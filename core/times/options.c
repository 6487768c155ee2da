/* options.c - what the options of a rule may be. */
#include <string.h>

#include "base/error.h"
#include "base/number.h"
#include "times/times.h"

static bool is(gloss_slice a, const char *b) {
  return gloss_same_bytes(a, (gloss_slice){ b, strlen(b) });
}

static bool bad(gloss_slice name, gloss_slice value, gloss_error *err) {
  return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "%.*s cannot be \"%.*s\"",
                    (int)name.len, name.bytes, (int)value.len, value.bytes);
}

/* One of several words, by number; -1: it is none of them. */
static int one_of(gloss_slice value, const char *const *words) {
  for (int i = 0; words[i] != NULL; i++)
    if (is(value, words[i])) return i;
  return -1;
}

/* ---- Words beside the phrase ---- */

typedef struct beside {
  const char *name;
  size_t sets, flag; /* places in the rule */
} beside;
static const beside besides[] = {
  { "before", offsetof(gloss_time_rule, before),
    offsetof(gloss_time_rule, has_before) },
  { "not_before", offsetof(gloss_time_rule, not_before),
    offsetof(gloss_time_rule, has_not_before) },
  { "after", offsetof(gloss_time_rule, after),
    offsetof(gloss_time_rule, has_after) },
  { "not_after", offsetof(gloss_time_rule, not_after),
    offsetof(gloss_time_rule, has_not_after) },
};

static const beside *beside_of(gloss_slice name) {
  for (size_t i = 0; i < sizeof besides / sizeof *besides; i++)
    if (is(name, besides[i].name)) return &besides[i];
  return NULL;
}

static bool set_beside(gloss_times *t, gloss_time_rule *r, const beside *b,
                       gloss_slice set, gloss_error *err) {
  uint64_t bit = gloss_times_set_bit(t, set, err);
  *(uint64_t *)(void *)((char *)r + b->sets) = bit;
  *((bool *)r + b->flag) = true;
  return bit != 0;
}

/* ---- Numbers and texts ---- */

static int32_t *number_of(gloss_time_rule *r, gloss_slice name) {
  if (is(name, "by")) return &r->by;
  if (is(name, "sign")) return &r->sign;
  if (is(name, "days")) return &r->days;
  if (is(name, "month")) return &r->month;
  if (is(name, "day")) return &r->day;
  return is(name, "parts") ? &r->parts : NULL;
}

static bool set_number(int32_t *number, gloss_slice name, gloss_slice value,
                       gloss_error *err) {
  double n;
  if (!gloss_read_number(value, &n) || n < -9999 || n > 9999 ||
      n != (double)(int32_t)n)
    return bad(name, value, err);
  *number = (int32_t)n;
  return true;
}

static gloss_slice *text_of(gloss_time_rule *r, gloss_slice name) {
  if (is(name, "value")) return &r->value;
  if (is(name, "part")) return &r->part;
  if (is(name, "letter")) return &r->letter;
  return is(name, "missing") ? &r->missing : NULL;
}

/* ---- Units ---- */

static bool set_unit(gloss_timeunit *unit, gloss_slice value,
                     gloss_error *err) {
  *unit = gloss_timeunit_of(value);
  return unit->letter != 0 || bad(GLOSS_TEXT("unit"), value, err);
}

/* Several, with spaces between. */
static bool set_units(gloss_time_rule *r, gloss_slice value, gloss_error *err) {
  size_t at = 0;
  while (at < value.len) {
    gloss_slice one = { value.bytes + at, 0 };
    while (at < value.len && value.bytes[at] != ' ') at++;
    one.len = (size_t)(value.bytes + at - one.bytes);
    while (at < value.len && value.bytes[at] == ' ') at++;
    if (r->unit_count == GLOSS_MAX_RULE_UNITS)
      return bad(GLOSS_TEXT("units"), value, err);
    if (!set_unit(&r->units[r->unit_count++], one, err)) return false;
  }
  return true;
}

/* ---- The options ---- */

/* Those whose value is one of a few words, by the number of it. 1: set; 0: the
** value is none of them; -1: the option is another. */
static int set_choice(gloss_time_rule *r, gloss_slice name,
                      gloss_slice value) {
  static const char *const froms[] = { "document", "mention", "day", NULL };
  static const char *const years[] = { "never", "named", "historical", NULL };
  static const char *const types[] = { "DATE", "TIME", "DURATION", "SET",
                                       NULL };
  static const char *const needs[] = { "", "year", "month", "day", NULL };
  int chosen;
  if (is(name, "from")) {
    if ((chosen = one_of(value, froms)) >= 0) r->from = (gloss_time_from)chosen;
  } else if (is(name, "year")) {
    if ((chosen = one_of(value, years)) >= 0) r->year = (gloss_time_year)chosen;
  } else if (is(name, "type")) {
    if ((chosen = one_of(value, types)) >= 0) r->type = (gloss_time_type)chosen;
  } else if (is(name, "needs")) {
    if ((chosen = one_of(value, needs)) > 0) r->needs = (gloss_precision)chosen;
  } else {
    return -1;
  }
  return chosen >= 0;
}

bool gloss_times_set_option(gloss_times *t, gloss_time_rule *r,
                            gloss_slice name, gloss_slice value,
                            gloss_error *err) {
  const beside *b = beside_of(name);
  int32_t *number = number_of(r, name);
  gloss_slice *text = text_of(r, name);
  int chosen = set_choice(r, name, value);
  if (chosen >= 0) return chosen > 0 || bad(name, value, err);
  if (b != NULL) return set_beside(t, r, b, value, err);
  if (number != NULL) return set_number(number, name, value, err);
  if (text != NULL) {
    *text = gloss_times_copy(t, value);
    return text->bytes != NULL || gloss_no_memory(err);
  }
  if (is(name, "unit")) return set_unit(&r->unit, value, err);
  if (is(name, "units")) return set_units(r, value, err);
  if (is(name, "ends"))
    return (r->ends = is(value, "true")) || bad(name, value, err);
  if (is(name, "no_name")) {
    r->no_name = gloss_times_role(value);
    return r->no_name >= 0 || bad(name, value, err);
  }
  if (is(name, "not_followed"))
    return gloss_times_group(t, value, r->not_followed) ||
           bad(name, value, err);
  return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0,
                    "a rule of times has no option %.*s", (int)name.len,
                    name.bytes);
}

/* rows.c - what was read, as the layer `times`. */
#include <string.h>

#include "doc/doc_private.h"
#include "spans/layer.h"
#include "times/times.h"

enum { TYPE, VALUE, FROM, TO, PRECISION, ANCHOR, RULE, UNKNOWN, MOD, COLUMNS };
static const char *const columns[COLUMNS] = { "type", "value", "from", "to",
                                              "precision", "anchor", "rule",
                                              "unknown", "mod" };
static const char *const types[] = { "DATE", "TIME", "DURATION", "SET" };

static gloss_value string_of(gloss_slice s) {
  gloss_value value = { .kind = GLOSS_STRING };
  value.as.string.bytes = s.bytes;
  value.as.string.len = s.len;
  return value;
}

/* Where it says something; the bytes live as long as the document. */
static bool put(gloss_layer *layer, int column, gloss_slice s,
                gloss_error *err) {
  return s.len == 0 || gloss_layer_put(layer, column, string_of(s), err);
}

static bool put_word(gloss_layer *layer, int column, const char *word,
                     gloss_error *err) {
  return put(layer, column, (gloss_slice){ word, strlen(word) }, err);
}

static bool put_day(gloss_times_context *x, gloss_layer *layer, int column,
                    int32_t day) {
  gloss_value_text v = { .len = 0 };
  gloss_slice kept;
  gloss_value_put_day(&v, day);
  kept = gloss_times_keep(x, gloss_value_slice(&v));
  return !x->failed && put(layer, column, kept, x->err);
}

/* What the engine owns is copied. */
static bool set(gloss_layer *layer, int column, gloss_slice s,
                gloss_error *err) {
  return s.len == 0 || gloss_layer_set(layer, column, string_of(s), err);
}

static bool add_row(gloss_times_context *x, gloss_layer *layer,
                    const gloss_time_reading *r) {
  gloss_error *err = x->err;
  return gloss_layer_add(layer, (gloss_span){ r->start, r->end }, err) &&
         put_word(layer, TYPE, types[r->type], err) &&
         put(layer, VALUE, r->value, err) &&
         (!r->dated || (put_day(x, layer, FROM, r->from) &&
                        put_day(x, layer, TO, r->to) &&
                        put_word(layer, PRECISION,
                                 gloss_precision_name(r->precision), err))) &&
         put(layer, ANCHOR, r->anchor, err) &&
         set(layer, RULE, x->t->rules[r->rule].name, err) &&
         set(layer, UNKNOWN, r->unknown, err) && set(layer, MOD, r->mod, err);
}

bool gloss_times_rows(gloss_times_context *x) {
  gloss_layer *layer = gloss_layer_open(x->doc, "times", 5, x->err);
  for (size_t i = 0; layer != NULL && i < COLUMNS; i++)
    if (gloss_layer_column(layer, columns[i], strlen(columns[i]), x->err) < 0)
      return false;
  for (size_t i = 0; layer != NULL && i < x->t->found_count; i++)
    if (!add_row(x, layer, &x->t->found[i])) return false;
  return layer != NULL && gloss_layer_seal(layer, x->err);
}

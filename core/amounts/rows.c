/* rows.c - the amounts of a document: its phrases are read rule by rule, and
** what was read becomes the layer `amounts`. */
#include "amounts/amounts.h"
#include "base/array.h"
#include "base/error.h"
#include "doc/doc_private.h"
#include "spans/layer.h"

enum { KIND, VALUE, LOW, HIGH, UNIT, APPROX, RULE, UNKNOWN, COLUMNS };
static const char *const columns[COLUMNS] = { "kind", "value", "low", "high",
                                              "unit", "approx", "rule",
                                              "unknown" };
static const char *const kinds[GLOSS_AMOUNT_KINDS] = {
  "money", "percent", "quantity", "count", "ordinal"
};

/* ---- Times ---- */

/* The times of a document: a layer, or spans in text order. */
typedef struct times {
  const gloss_layer *layer; /* NULL: the spans */
  const gloss_span *spans;
  size_t count, at;
} times;

static gloss_span time_at(const times *t) {
  return t->layer != NULL ? gloss_layer_span(t->layer, t->at) : t->spans[t->at];
}

/* For places in order: does a time share a byte with one? */
static bool is_time(times *t, const gloss_place *x) {
  while (t->at < t->count && time_at(t).end <= x->from) t->at++;
  return t->at < t->count && time_at(t).start < x->to;
}

/* ---- Rows ---- */

typedef struct reader {
  gloss_amounts *a;
  gloss_layer *layer;
  times times;
  gloss_place x;
  gloss_error *err;
} reader;

static bool put_static(reader *r, int column, const char *text) {
  gloss_value value = { .kind = GLOSS_STRING };
  value.as.string.bytes = text;
  value.as.string.len = strlen(text);
  return gloss_layer_put(r->layer, column, value, r->err);
}

static bool set_text(reader *r, int column, gloss_slice text) {
  gloss_value value = { .kind = GLOSS_STRING };
  value.as.string.bytes = text.bytes;
  value.as.string.len = text.len;
  return gloss_layer_set(r->layer, column, value, r->err);
}

static bool set_number(reader *r, int column, bool there, double number) {
  gloss_value value = { .kind = GLOSS_REAL };
  if (!there) return true;
  if (gloss_is_integer(number)) {
    value.kind = GLOSS_INTEGER;
    value.as.integer = (int64_t)number;
  } else {
    value.as.real = number;
  }
  return gloss_layer_put(r->layer, column, value, r->err);
}

static bool set_approx(reader *r) {
  gloss_value value = { .kind = GLOSS_BOOLEAN };
  value.as.boolean = true;
  return gloss_layer_put(r->layer, APPROX, value, r->err);
}

static bool add_row(reader *r, const gloss_reading *row) {
  const gloss_place *x = &r->x;
  return gloss_layer_add(r->layer, (gloss_span){ x->from, x->to }, r->err) &&
         put_static(r, KIND, kinds[row->kind]) &&
         set_number(r, VALUE, row->has_value, row->value) &&
         set_number(r, LOW, row->has_low, row->low) &&
         set_number(r, HIGH, row->has_high, row->high) &&
         (row->unit.bytes == NULL || set_text(r, UNIT, row->unit)) &&
         (!row->approx || set_approx(r)) &&
         set_text(r, RULE, x->rule->name) &&
         (row->unknown == NULL || put_static(r, UNKNOWN, row->unknown));
}

/* ---- Notes, for --explain ---- */

static bool note(reader *r, gloss_amount_note entry) {
  gloss_amounts *a = r->a;
  if (!a->explain) return true;
  if (!gloss_array_reserve(a->notes, a->note_room, a->note_count + 1))
    return gloss_no_memory(r->err);
  a->notes[a->note_count++] = entry;
  return true;
}

/* Notes the matches that were not tried, as the k-th at item i took their
** items. */
static bool note_beaten(reader *r, uint32_t phrase, size_t i, size_t k,
                        gloss_rule_match won) {
  const gloss_rule_match *list;
  size_t count;
  for (size_t at = i; at <= won.last; at++) {
    if (!gloss_grammar_matches(r->a->grammar, phrase, at, &list, &count, r->err))
      return false;
    for (size_t n = at == i ? k + 1 : 0; n < count; n++) {
      gloss_amount_note beaten = {
        { r->x.items[list[n].first].start, r->x.items[list[n].last].end },
        list[n].rule, won.rule, NULL
      };
      if (!note(r, beaten)) return false;
    }
  }
  return true;
}

/* ---- Phrases ---- */

static void set_match(gloss_place *x, const gloss_rule_match *m) {
  memset(x->captured, 0, sizeof x->captured);
  x->captures = 0;
  for (unsigned i = 0; i < m->name_count; i++) {
    uint8_t capture = x->a->capture_of[m->names[i].name];
    if (capture == GLOSS_CAPTURES) continue;
    x->captured[capture] = &x->items[m->names[i].item];
    x->captures |= UINT32_C(1) << capture;
  }
  x->rule = &x->a->rules[m->rule];
  x->first = m->first;
  x->last = m->last;
  x->from = x->items[m->first].start;
  x->to = x->items[m->last].end;
}

/* Reads a match: NULL, or why it is no amount. */
static const char *read_match(reader *r, const gloss_rule_match *m,
                              gloss_reading *row) {
  static const char of_time[] = "part of a time";
  const char *why;
  set_match(&r->x, m);
  if (is_time(&r->times, &r->x)) return of_time;
  why = gloss_amount_read(&r->x, row);
  if (why == NULL && is_time(&r->times, &r->x)) why = of_time;
  return why;
}

/* Tries the matches at item i; `*next` is the item behind what was used. */
static bool read_item(reader *r, uint32_t phrase, size_t i, size_t *next) {
  const gloss_rule_match *list;
  gloss_reading row;
  size_t count;
  *next = i + 1;
  if (!gloss_grammar_matches(r->a->grammar, phrase, i, &list, &count, r->err))
    return false;
  for (size_t k = 0; k < count; k++) {
    const char *why = read_match(r, &list[k], &row);
    gloss_span span = { r->x.from, r->x.to };
    if (!note(r, (gloss_amount_note){ span, list[k].rule, GLOSS_NO_RULE, why }))
      return false;
    if (why != NULL) continue;
    if (list[k].last >= *next) *next = list[k].last + 1u;
    return add_row(r, &row) &&
           (!r->a->explain || note_beaten(r, phrase, i, k, list[k]));
  }
  return true;
}

static bool read_phrase(reader *r, gloss_phrase_place place) {
  const gloss_phrase *phrase = gloss_grammar_phrase(r->a->grammar,
                                                    place.phrase);
  gloss_place *x = &r->x;
  x->count = phrase->item_count;
  for (size_t i = 0; i < x->count; i++) {
    x->items[i] = phrase->items[i];
    x->items[i].start += place.start;
    x->items[i].end += place.start;
  }
  for (size_t i = 0; i < x->count;)
    if (!read_item(r, place.phrase, i, &i)) return false;
  return true;
}

/* ---- The layer ---- */

static bool open_layer(reader *r, gloss_doc *doc) {
  r->layer = gloss_layer_open(doc, "amounts", 7, r->err);
  for (size_t i = 0; r->layer != NULL && i < COLUMNS; i++)
    if (gloss_layer_column(r->layer, columns[i], strlen(columns[i]),
                           r->err) < 0)
      return false;
  return r->layer != NULL;
}

bool gloss_amounts_read(gloss_amounts *a, gloss_doc *doc,
                        const gloss_span *spans, size_t span_count,
                        bool explain, gloss_error *err) {
  reader r = { .a = a, .err = err };
  const gloss_phrase_place *places;
  size_t count;
  unsigned generation;
  r.times.layer = gloss_doc_layer(doc, "times", 5);
  r.times.spans = spans;
  r.times.count = r.times.layer != NULL ? gloss_layer_count(r.times.layer)
                                        : span_count;
  r.x.a = a;
  r.x.t = (gloss_grammar_text){ doc->text, doc->len };
  a->explain = explain;
  a->note_count = 0;
  if (a->rule_count != a->grammar->rules.count)
    return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0,
                      "the grammar has other rules than were declared");
  if (!gloss_grammar_find(a->grammar, doc, doc->len, &places, &count,
                          &generation, err) ||
      !open_layer(&r, doc))
    return false;
  for (size_t i = 0; i < count; i++)
    if (!read_phrase(&r, places[i])) return false;
  return gloss_layer_seal(r.layer, err);
}

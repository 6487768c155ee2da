/* rows.c - from attributions to the rows of the layer `quotes`. */
#include "base/error.h"
#include "clauses/text.h"
#include "doc/doc_private.h"
#include "quotes/quotes.h"
#include "spans/layer.h"

#include <stdlib.h>
#include <string.h>

/* ---- Making them --------------------------------------------------------- */

/* Adds a row, without white space at its ends. */
static void add(gloss_quotes *q, gloss_quote_rows *rows, gloss_quote_row row) {
  const char *text = q->list->text;
  gloss_quote_row *all =
      gloss_quotes_grow(q->arena, rows->rows, &rows->room, rows->count,
                        sizeof *all);
  if (all == NULL) {
    q->no_memory = true;
    return;
  }
  while (row.span.end > row.span.start + 1 &&
         gloss_blank_byte(text[row.span.end - 1]))
    row.span.end--;
  while (row.span.start + 1 < row.span.end &&
         gloss_blank_byte(text[row.span.start]))
    row.span.start++;
  row.list = q->list;
  row.order = rows->count;
  rows->rows = all;
  all[rows->count++] = row;
}

static void add_quotation(gloss_quotes *q, gloss_quote_rows *rows, int k,
                          const gloss_attribution *record) {
  gloss_stretch *stretch = gloss_quote_of(q->list, k);
  gloss_quote_kind_name kind =
      record->alone ? GLOSS_QUOTE_DIRECT : GLOSS_QUOTE_MIXED;
  if (stretch->family == GLOSS_DOUBLED_QUOTES)
    kind = q->options->doubled_direct ? GLOSS_QUOTE_DIRECT
                                      : GLOSS_QUOTE_INDIRECT;
  add(q, rows, (gloss_quote_row){ .span = { stretch->from, stretch->to },
                                  .kind = kind, .record = record,
                                  .rule = gloss_quote_rule_name(record->rule),
                                  .unknown = record->unknown });
  stretch->reported = true;
}

/* Adds the quotations that an attribution reports; `*clause`: it reports other
** words, too. false: it reports no quotation. */
static bool add_quotations(gloss_quotes *q, gloss_quote_rows *rows, int number,
                           bool *clause) {
  const gloss_attribution *record = gloss_quotes_record(q, number);
  bool own = record->extra != 0;
  *clause = false;
  for (int i = 0; record->quoting && i < record->content_count; i++) {
    for (int k = record->content[i].first; k <= record->content[i].last; k++) {
      if (gloss_is(q->list, k, GLOSS_KIND_QUOTE) && !q->items[k].skip) {
        if (q->items[k].owner != number) continue;
        add_quotation(q, rows, k, record);
        own = true;
      } else if (!gloss_is(q->list, k, GLOSS_KIND_POINT)) {
        *clause = true;
      }
    }
  }
  for (int j = record->extra; j != 0; j = q->joined[j].next)
    add_quotation(q, rows, q->joined[j].item, record);
  return own;
}

/* The rows of one attribution: its quotations, and its clause as a whole. */
static void add_attribution(gloss_quotes *q, gloss_quote_rows *rows,
                            int number) {
  const gloss_attribution *record = gloss_quotes_record(q, number);
  bool clause, own = add_quotations(q, rows, number, &clause);
  /* what another's words hold is reported as a clause, too */
  if ((own && !clause) || !q->options->indirect) return;
  for (int i = 0; i < record->content_count; i++)
    add(q, rows,
        (gloss_quote_row){
            .span = gloss_items_span(q->list, record->content[i].first,
                                     record->content[i].last),
            .kind = GLOSS_QUOTE_INDIRECT, .record = record,
            .rule = gloss_quote_rule_name(record->rule),
            .unknown = record->unknown });
}

/* What is no speech, and what nobody is named for. */
static void add_rest(gloss_quotes *q, gloss_quote_rows *rows) {
  static const gloss_quote_kind_name kinds[] = {
    [GLOSS_WORK_TITLE] = GLOSS_QUOTE_TITLE,
    [GLOSS_NICKNAME] = GLOSS_QUOTE_NICKNAME, [GLOSS_SCARE] = GLOSS_QUOTE_SCARE
  };
  for (int i = 1; i <= q->list->quotes.count; i++) {
    int k = q->list->quotes.at[i];
    const gloss_stretch *stretch = gloss_quote_of(q->list, k);
    gloss_span span = { stretch->from, stretch->to };
    if (stretch->not_speech != GLOSS_SPEECH)
      add(q, rows, (gloss_quote_row){ .span = span, .rule = stretch->rule,
                                      .kind = kinds[stretch->not_speech],
                                      .unknown = "not speech" });
    else if (!stretch->reported && !q->items[k].skip &&
             stretch->family != GLOSS_SINGLE_QUOTES &&
             stretch->family != GLOSS_DOUBLED_QUOTES)
      add(q, rows, (gloss_quote_row){ .span = span, .rule = "no cue",
                                      .kind = GLOSS_QUOTE_DIRECT,
                                      .unknown = "nobody named" });
  }
}

/* ---- Their order --------------------------------------------------------- */

static int number_of(const gloss_quote_row *row) {
  return row->record == NULL ? 0 : row->record->number;
}

static int compare(const void *left, const void *right) {
  const gloss_quote_row *x = left, *y = right;
  if (x->span.start != y->span.start)
    return x->span.start < y->span.start ? -1 : 1;
  if (x->span.end != y->span.end) return x->span.end > y->span.end ? -1 : 1;
  if (number_of(x) != number_of(y)) return number_of(x) < number_of(y) ? -1 : 1;
  if (x->kind != y->kind) return x->kind < y->kind ? -1 : 1;
  return x->order < y->order ? -1 : x->order > y->order;
}

enum { SHIFTS = 8 }; /* for each row, on the average */

/* Sorts rows, which are nearly in order. */
static void sort(gloss_quote_row *rows, size_t count) {
  size_t left = SHIFTS * count;
  for (size_t i = 1; i < count; i++) {
    gloss_quote_row row = rows[i];
    size_t at = i;
    for (; at > 0 && compare(&row, &rows[at - 1]) < 0; at--)
      rows[at] = rows[at - 1];
    rows[at] = row;
    if (i - at > left) {
      qsort(rows, count, sizeof *rows, compare);
      return;
    }
    left -= i - at;
  }
}

void gloss_quotes_rows(gloss_quotes *q, gloss_quote_rows *rows) {
  size_t before = rows->count;
  for (int u = 1; u <= q->list->unit_count; u++) {
    int n = q->all.units[u].first;
    for (; n != 0; n = gloss_quotes_record(q, n)->next)
      add_attribution(q, rows, n);
  }
  add_rest(q, rows);
  if (rows->count > before)
    sort(rows->rows + before, rows->count - before);
}

/* ---- The layer ----------------------------------------------------------- */

enum { KIND, ATTRIBUTION, SPEAKER, SPEAKER_ID, SPEAKER_NAME, CUE, CUE_CLASS,
       UNKNOWN, CONFIDENCE, RULE, COLUMNS };
static const char *const columns[COLUMNS] = {
  "kind", "attribution", "speaker", "speaker_id", "speaker_name", "cue",
  "cue_class", "unknown", "confidence", "rule"
};
static const char *const kinds[] = { "direct",   "indirect", "mixed",
                                     "nickname", "scare",    "title" };

/* Adding the rows of a document. */
typedef struct writer {
  gloss_layer *layer;
  const gloss_lexicon *lexicon;
  gloss_arena *arena;   /* of the document */
  gloss_value *classes; /* by number: "said"; nil until asked for */
} writer;

static gloss_value string(const char *s) {
  gloss_value value = { .kind = s == NULL ? GLOSS_NIL : GLOSS_STRING };
  if (s == NULL) return value;
  value.as.string.bytes = s;
  value.as.string.len = strlen(s);
  return value;
}

/* A string copied into the document; nil: no memory. */
static gloss_value copied(const writer *w, const char *s, size_t len) {
  gloss_value value = { .kind = GLOSS_NIL };
  const char *copy = gloss_arena_copy(w->arena, s, len);
  if (copy == NULL) return value;
  value.kind = GLOSS_STRING;
  value.as.string.bytes = copy;
  value.as.string.len = len;
  return value;
}

/* "said", copied once: the document may live longer than the words of its
** language. nil: no memory. */
static gloss_value class_name(writer *w, unsigned number) {
  size_t len;
  const char *name;
  if (w->classes[number].kind == GLOSS_NIL) {
    name = gloss_lexicon_class(w->lexicon, number, &len);
    w->classes[number] = copied(w, name, len);
  }
  return w->classes[number];
}

/* The place of items; nil where there are none. */
static gloss_value place(const gloss_clauses *list, int first, int last) {
  gloss_value value = { .kind = first == 0 ? GLOSS_NIL : GLOSS_REF };
  if (first != 0) value.as.ref.span = gloss_items_span(list, first, last);
  return value;
}

/* What an attribution says of its rows. */
static void tell(writer *w, const gloss_quote_row *row, gloss_value *v) {
  const gloss_attribution *r = row->record;
  v[ATTRIBUTION].kind = GLOSS_INTEGER;
  v[ATTRIBUTION].as.integer = r->number;
  v[SPEAKER] = place(row->list, r->speaker.first, r->speaker.last);
  v[SPEAKER_ID] = r->id;
  v[SPEAKER_NAME] = r->name;
  v[CUE] = place(row->list, r->cue.first, r->cue.last);
  v[CUE_CLASS] = class_name(w, r->class_number);
  v[CONFIDENCE].kind = GLOSS_REAL;
  v[CONFIDENCE].as.real = r->confidence;
}

static bool add_row(writer *w, const gloss_quote_row *row, gloss_error *err) {
  gloss_value v[COLUMNS] = { { .kind = GLOSS_NIL } };
  v[KIND] = string(kinds[row->kind]);
  v[UNKNOWN] = string(row->unknown);
  if (row->record != NULL) {
    v[RULE] = string(row->rule);
    tell(w, row, v);
    if (v[CUE_CLASS].kind == GLOSS_NIL) return gloss_no_memory(err);
  } else { /* a rule may be made for it: "beside film" */
    v[RULE] = copied(w, row->rule, strlen(row->rule));
    if (v[RULE].kind == GLOSS_NIL) return gloss_no_memory(err);
  }
  return gloss_layer_row(w->layer, row->span, v, err);
}

bool gloss_quotes_layer(gloss_clauses *list, const gloss_quote_rows *rows,
                        gloss_error *err) {
  writer w = { .lexicon = list->lexicon, .arena = list->doc->arena };
  size_t classes = list->lexicon->classes.count;
  w.classes = gloss_arena_alloc(list->arena, classes * sizeof *w.classes);
  if (w.classes == NULL) return gloss_no_memory(err);
  w.layer = gloss_layer_open(list->doc, "quotes", 6, err);
  if (w.layer == NULL) return false;
  for (int i = 0; i < COLUMNS; i++)
    if (gloss_layer_column(w.layer, columns[i], strlen(columns[i]), err) < 0)
      return false;
  for (size_t i = 0; i < rows->count; i++)
    if (!add_row(&w, &rows->rows[i], err)) return false;
  return gloss_layer_seal(w.layer, err);
}

/* quotes.c - all that somebody said in a document, from cues to rows. */
#include "quotes/quotes.h"

#include "base/error.h"
#include "clauses/reader.h"
#include "quotes/kinds.h"

#include <string.h>

void *gloss_quotes_grow(gloss_arena *arena, void *array, size_t *room,
                        size_t at, size_t size) {
  size_t wanted = *room == 0 ? 16 : *room * 2;
  if (at < *room) return array;
  array = gloss_arena_grow(arena, array, *room * size, wanted * size);
  if (array != NULL) *room = wanted;
  return array;
}

/* ---- What is whose ------------------------------------------------------- */

/* Which attribution reports each quotation of its content (the outermost), and
** is it quotations alone? */
static void own_content(gloss_quotes *q, int number) {
  gloss_attribution *record = gloss_quotes_record(q, number);
  record->alone = true;
  for (int i = 0; i < record->content_count; i++) {
    for (int k = record->content[i].first; k <= record->content[i].last; k++) {
      if (gloss_is(q->list, k, GLOSS_KIND_QUOTE)) {
        record->quoting = true;
        if (q->items[k].owner == 0) q->items[k].owner = number;
      } else if (!gloss_is(q->list, k, GLOSS_KIND_POINT)) {
        record->alone = false;
      }
    }
  }
}

static void own_quotes(gloss_quotes *q) {
  const gloss_clauses *list = q->list;
  for (int u = 1; u <= list->unit_count; u++) {
    const gloss_unit *unit = &list->units[u];
    q->had[u] = q->all.units[u].first != 0;
    if (list->quotes.at[unit->quote] > unit->last) continue;
    for (int n = q->all.units[u].first; n != 0;
         n = gloss_quotes_record(q, n)->next)
      own_content(q, n);
  }
}

/* ---- What was not said --------------------------------------------------- */

/* Says of quotations that are no speech what they are. In a heading single
** marks are shorthand: their words are reported, not verbatim. false: there are
** none. */
static bool sort_out(gloss_quotes *q) {
  gloss_clauses *list = q->list;
  bool any = false;
  for (int i = 1; i <= list->quotes.count; i++) {
    int k = list->quotes.at[i];
    gloss_quoted_item *item = &q->items[k];
    gloss_stretch *stretch = gloss_quote_of(list, k);
    bool governed = item->owner != 0;
    gloss_quote_kind(list, k, governed);
    if (stretch->not_speech == GLOSS_SPEECH &&
        stretch->family == GLOSS_SINGLE_QUOTES &&
        gloss_unit_is_heading(list, gloss_unit_of(list, k))) {
      item->skip = true;
      if (!governed) {
        stretch->not_speech = GLOSS_WORK_TITLE;
        stretch->rule = "heading";
      }
    }
    if (stretch->not_speech != GLOSS_SPEECH) item->skip = true;
    any = any || item->skip;
  }
  return any;
}

/* Why a record is none: what stands at item `k` was not said. */
static void lose(gloss_quotes *q, const gloss_attribution *record, int k) {
  static const char said[] = "what stands there was not said: ";
  const char *rule = gloss_quote_of(q->list, k)->rule;
  char *why;
  if (q->list->log == NULL || rule == NULL) return;
  why = gloss_arena_raw(q->arena, sizeof said + strlen(rule));
  if (why == NULL) {
    q->no_memory = true;
    return;
  }
  strcpy(why, said);
  strcat(why, rule);
  gloss_clauses_lost(q->list, "quotes", record->content[0].first,
                     record->content[0].last,
                     gloss_quote_rule_name(record->rule), why);
}

/* "He reads “War and Peace”": what is a title alone was not said; nor was
** anything where a verb of no table stands beside what is no speech: "Known as
** “Captain”, she swam". */
static bool is_said(gloss_quotes *q, const gloss_attribution *record) {
  int first = record->content[0].first, last = record->content[0].last;
  bool title = q->items[first].skip && record->rule == GLOSS_QUOTE_AFTER_CUE &&
               gloss_quote_of(q->list, first)->not_speech == GLOSS_WORK_TITLE;
  bool nothing = record->any && q->items[last].skip;
  if (title || nothing) lose(q, record, title ? first : last);
  return !title && !nothing;
}

static void leave_out_titles(gloss_quotes *q) {
  for (int u = 1; u <= q->list->unit_count; u++) {
    int n = q->all.units[u].first, next;
    q->all.units[u] = (gloss_unit_attributions){ 0, 0 };
    for (; n != 0; n = next) {
      gloss_attribution *record = gloss_quotes_record(q, n);
      next = record->next;
      record->next = 0;
      if (is_said(q, record)) gloss_attribution_append(&q->all, u, n);
    }
  }
}

/* ---- A list of items ----------------------------------------------------- */

static bool start(gloss_quotes *q, gloss_clauses *list,
                  const gloss_quote_options *options) {
  size_t items = (size_t)list->count + 2, units = (size_t)list->unit_count + 1;
  *q = (gloss_quotes){ .list = list, .arena = list->arena,
                       .options = options };
  q->items = gloss_arena_alloc(q->arena, items * sizeof *q->items);
  q->had = gloss_arena_alloc(q->arena, units * sizeof *q->had);
  return q->items != NULL && q->had != NULL &&
         gloss_attributions_start(&q->all, list) &&
         gloss_known_rows_read(&q->entities, list->doc, "entities",
                                q->arena) &&
         gloss_known_rows_read(&q->names, list->doc, "names", q->arena) &&
         (!options->roles ||
          gloss_offices_read(&q->offices, list, &q->entities, options->held,
                             options->held_count));
}

/* Adds the rows of a list of items. `*number`: of the last attribution. */
static bool read(gloss_quotes *q, gloss_quote_rows *rows, int *number) {
  if (!gloss_attribute(&q->all, q->list)) return false;
  own_quotes(q);
  gloss_quotes_headings(q);
  if (sort_out(q)) leave_out_titles(q);
  gloss_quotes_loose(q);
  if (q->no_memory) return false;
  *number = gloss_quotes_name(q, *number);
  gloss_quotes_rows(q, rows);
  return !q->no_memory;
}

static bool read_list(gloss_clauses *list, const gloss_quote_options *options,
                      gloss_quote_rows *rows, int *number) {
  gloss_quotes *q = gloss_arena_raw(list->arena, sizeof *q);
  bool ok = q != NULL && start(q, list, options) && read(q, rows, number);
  if (q != NULL) gloss_offices_free(&q->offices);
  return ok;
}

/* ---- Quotations in quotations -------------------------------------------- */

/* Copies of the stretches behind the number `outer` that stand inside it, one
** level less deep; `*next`: the one behind them. NULL: no memory. */
static gloss_stretch *inside(const gloss_clauses *list, uint32_t outer,
                             uint32_t *count, uint32_t *next) {
  const gloss_stretch *all = list->stretches, *o = &all[outer];
  uint32_t end = outer + 1;
  gloss_stretch *inner;
  while (end <= list->stretch_count && all[end].depth > 0) end++;
  *count = 0;
  *next = end;
  inner = gloss_arena_raw(list->arena, (end - outer + 1) * sizeof *inner);
  for (uint32_t i = outer + 1; inner != NULL && i < end; i++) {
    if (all[i].start < o->from || all[i].end > o->to) continue;
    inner[++*count] = all[i];
    inner[*count].depth--;
  }
  return inner;
}

/* Leaves those rows from `before` on that a cue reports. */
static void keep_reported(gloss_quote_rows *rows, size_t before) {
  size_t count = before;
  for (size_t i = before; i < rows->count; i++) {
    const gloss_attribution *r = rows->rows[i].record;
    if (r != NULL && r->cue.first != 0 &&
        r->speaker.way != GLOSS_SPEAKER_NOBODY)
      rows->rows[count++] = rows->rows[i];
  }
  rows->count = count;
}

/* Adds the quotations inside quotations that a cue reports there: “He told me:
** ‘Go.’” */
static bool read_nested(gloss_clauses *list, gloss_quote_rows *rows,
                        int *number, gloss_error *err) {
  static const gloss_quote_options options = { .doubled_direct = true };
  uint32_t count, next;
  for (uint32_t i = 1; i <= list->stretch_count; i = next) {
    gloss_stretch *inner = inside(list, i, &count, &next);
    gloss_span within = { list->stretches[i].from, list->stretches[i].to };
    size_t before = rows->count;
    gloss_clauses *nested;
    if (inner == NULL) return gloss_no_memory(err);
    if (count == 0) continue;
    nested = gloss_clauses_inside(list, inner, count, within, err);
    if (nested == NULL) return false;
    if (!read_list(nested, &options, rows, number))
      return gloss_no_memory(err);
    keep_reported(rows, before);
  }
  return true;
}

bool gloss_quotes_find(gloss_clauses *list, const gloss_quote_options *options,
                       gloss_error *err) {
  gloss_quote_rows rows = { NULL, 0, 0 };
  int number = 0;
  if (!read_list(list, options, &rows, &number)) return gloss_no_memory(err);
  return (!options->nested || read_nested(list, &rows, &number, err)) &&
         gloss_quotes_layer(list, &rows, err);
}

bool gloss_reader_quotes(gloss_reader *reader, gloss_doc *doc,
                         const gloss_quote_options *options,
                         gloss_error *err) {
  gloss_clauses *list = gloss_reader_read(reader, doc, true, err);
  return list != NULL && gloss_quotes_find(list, options, err) &&
         (gloss_clauses_kept(list) || gloss_no_memory(err));
}

/* rows.c - rows by their number: of tokens, sentences, lines or a layer. */
#include <string.h>

#include "module/bind.h"

static const char *const source_names[] = {
  NULL, "tokens", "sentences", "paragraphs", "lines", "atoms", NULL, NULL,
  NULL
};
const char *bind_source_name(bind_source source) {
  return source_names[source];
}

bind_source bind_source_named(const char *name) {
  for (bind_source i = BIND_TOKENS; i <= BIND_ATOMS; i++)
    if (strcmp(source_names[i], name) == 0) return i;
  return BIND_FREE;
}

bool bind_rows_of(const bind_doc *owner, bind_source source,
                  const gloss_layer *layer, bind_rows *rows,
                  gloss_error *err) {
  gloss_token_columns tokens;
  memset(rows, 0, sizeof *rows);
  err->code = GLOSS_OK; /* an empty array may be NULL, too */
  rows->owner = owner;
  rows->source = source;
  rows->layer = layer;
  switch (source) {
    case BIND_TOKENS:
      tokens = gloss_doc_token_columns(owner->doc);
      rows->count = tokens.count;
      rows->starts = tokens.starts;
      rows->ends = tokens.ends;
      return true;
    case BIND_SENTENCES:
      rows->sentences = gloss_doc_sentences(owner->doc, &rows->count, err);
      return rows->sentences != NULL || err->code == GLOSS_OK; /* none */
    case BIND_PARAGRAPHS:
      rows->spans = gloss_doc_paragraphs(owner->doc, &rows->count, err);
      return rows->spans != NULL || err->code == GLOSS_OK; /* none */
    case BIND_LINES:
      rows->spans = gloss_doc_lines(owner->doc, &rows->count, err);
      return rows->spans != NULL || err->code == GLOSS_OK; /* none */
    case BIND_ATOMS:
      rows->spans = gloss_doc_atoms(owner->doc, &rows->count, err);
      return rows->spans != NULL || err->code == GLOSS_OK; /* none */
    default:
      rows->count = layer != NULL ? gloss_layer_count(layer) : 0;
      return true;
  }
}

gloss_span bind_row(const bind_rows *rows, size_t i) {
  if (rows->starts != NULL)
    return (gloss_span){ rows->starts[i], rows->ends[i] };
  if (rows->spans != NULL) return rows->spans[i];
  if (rows->sentences != NULL)
    return (gloss_span){ rows->sentences[i].start, rows->sentences[i].end };
  return gloss_layer_span(rows->layer, i);
}

/* All tokens of a line or paragraph are masked, or it has none and is. */
static bool wholly_masked(const gloss_doc *doc, gloss_span span) {
  gloss_token_columns tokens = gloss_doc_token_columns(doc);
  size_t i = gloss_doc_token_after(doc, span.start);
  if (!gloss_doc_masked(doc, span.start, span.end)) return false;
  for (; i < tokens.count && tokens.starts[i] < span.end; i++)
    if (!gloss_doc_masked(doc, tokens.starts[i], tokens.ends[i])) return false;
  return true;
}

bool bind_row_masked(const bind_rows *rows, size_t i) {
  gloss_span span = bind_row(rows, i);
  if (!rows->owner->masked) return false;
  if (rows->source == BIND_LINES || rows->source == BIND_PARAGRAPHS)
    return wholly_masked(rows->owner->doc, span);
  return gloss_doc_masked(rows->owner->doc, span.start, span.end);
}

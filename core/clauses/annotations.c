/* annotations.c - the rows of a layer by place. */
#include "clauses/annotations.h"

#include "doc/doc_private.h"

#include <string.h>

static int column(const gloss_layer *layer, const char *name) {
  return gloss_layer_find_column(layer, name, strlen(name));
}

/* Leaves out the rows that share text with a mask. */
static bool leave_out_masked(gloss_known_rows *a, const gloss_doc *doc,
                             gloss_arena *arena) {
  uint32_t *rows = gloss_arena_raw(arena, (a->count + 1) * sizeof *rows);
  size_t n = 0;
  if (rows == NULL) return false;
  for (size_t i = 0; i < a->count; i++) {
    gloss_span span = gloss_layer_span(a->layer, i);
    if (!gloss_doc_masked(doc, span.start, span.end)) rows[n++] = (uint32_t)i;
  }
  a->rows = rows;
  a->count = n;
  return true;
}

bool gloss_known_rows_read(gloss_known_rows *a, const gloss_doc *doc,
                            const char *layer, gloss_arena *arena) {
  *a = (gloss_known_rows){ .id = -1, .name = -1, .type = -1 };
  a->layer = gloss_doc_layer(doc, layer, strlen(layer));
  if (a->layer == NULL) return true;
  a->count = gloss_layer_count(a->layer);
  a->id = column(a->layer, "id");
  a->name = column(a->layer, "name");
  a->type = column(a->layer, "type");
  return doc->masks.count == 0 || leave_out_masked(a, doc, arena);
}

static size_t row_at(const gloss_known_rows *a, size_t i) {
  return a->rows != NULL ? a->rows[i] : i;
}

size_t gloss_known_rows_over(const gloss_known_rows *a, uint32_t start,
                              uint32_t end) {
  size_t low = 0, high = a->count, row;
  while (low < high) {
    size_t middle = low + (high - 1 - low) / 2;
    if (gloss_layer_span(a->layer, row_at(a, middle)).end <= start)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == a->count) return GLOSS_UNKNOWN_ROW;
  row = row_at(a, low);
  return gloss_layer_span(a->layer, row).start < end ? row : GLOSS_UNKNOWN_ROW;
}

gloss_span gloss_known_row_span(const gloss_known_rows *a, size_t row) {
  return gloss_layer_span(a->layer, row);
}

gloss_value gloss_known_row_value(const gloss_known_rows *a, size_t row,
                                   int number) {
  static const gloss_value nil = { .kind = GLOSS_NIL };
  if (row == GLOSS_UNKNOWN_ROW) return nil;
  return gloss_layer_value(a->layer, row, number);
}

bool gloss_known_row_person(const gloss_known_rows *a, size_t row,
                             bool *known) {
  gloss_value type = gloss_known_row_value(a, row, a->type);
  *known = type.kind == GLOSS_STRING;
  return *known && type.as.string.len >= 3 &&
         memcmp(type.as.string.bytes, "PER", 3) == 0;
}

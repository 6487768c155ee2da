/* layer.c - spans of one kind with columns; opened, filled, sealed. */
#include "spans/layer.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"

/* One column: a value for each row up to `count`; rows behind it are nil. */
typedef struct column {
  const char *name;
  size_t name_len;
  gloss_value *values;
  size_t count, room;
} column;

struct gloss_layer {
  gloss_arena *arena;
  const char *text;
  size_t text_len;
  const char *name;
  size_t name_len;
  gloss_span *spans;
  size_t count, room;
  column columns[GLOSS_MAX_COLUMNS];
  size_t column_count;
  const struct gloss_links *links;
  bool sealed;
};

/* A copy of the name with a NUL behind it. NULL: no memory. */
static char *copy_name(gloss_arena *arena, const char *name, size_t len) {
  char *copy = gloss_arena_alloc(arena, len + 1);
  if (copy != NULL) memcpy(copy, name, len);
  return copy;
}

gloss_layer *gloss_layer_new(gloss_arena *arena, const char *text, size_t len,
                             const char *name, size_t name_len,
                             gloss_error *err) {
  gloss_layer *layer = gloss_arena_alloc(arena, sizeof *layer);
  if (layer != NULL) layer->name = copy_name(arena, name, name_len);
  if (layer == NULL || layer->name == NULL) {
    gloss_no_memory(err);
    return NULL;
  }
  layer->arena = arena;
  layer->text = text;
  layer->text_len = len;
  layer->name_len = name_len;
  return layer;
}

bool gloss_layer_sealed(const gloss_layer *layer) { return layer->sealed; }

/* Room for one more element of `size` bytes; NULL: no memory. */
static void *more(gloss_arena *arena, void *old, size_t count, size_t *room,
                  size_t size) {
  size_t wanted = *room == 0 ? 8 : *room * 2;
  if (count < *room) return old;
  old = gloss_arena_grow(arena, old, count * size, wanted * size);
  if (old != NULL) *room = wanted;
  return old;
}

static bool same(const char *a, size_t a_len, const char *b, size_t b_len) {
  return a_len == b_len && memcmp(a, b, a_len) == 0;
}

int gloss_layer_find_column(const gloss_layer *layer, const char *name,
                            size_t len) {
  for (size_t i = 0; i < layer->column_count; i++)
    if (same(layer->columns[i].name, layer->columns[i].name_len, name, len))
      return (int)i;
  return -1;
}

int gloss_layer_column(gloss_layer *layer, const char *name, size_t len,
                       gloss_error *err) {
  int found = gloss_layer_find_column(layer, name, len);
  column *c;
  if (found >= 0) return found;
  if (layer->column_count == GLOSS_MAX_COLUMNS) {
    gloss_fail(err, GLOSS_TOO_LARGE, 0, "a layer has at most %d columns",
               GLOSS_MAX_COLUMNS);
    return -1;
  }
  c = &layer->columns[layer->column_count];
  c->name = copy_name(layer->arena, name, len);
  if (c->name == NULL) {
    gloss_no_memory(err);
    return -1;
  }
  c->name_len = len;
  return (int)layer->column_count++;
}

static bool is_continuation(const gloss_layer *layer, size_t at) {
  return at < layer->text_len && ((unsigned char)layer->text[at] & 0xC0) == 0x80;
}

/* A span of the text: not empty, inside, at the edges of code points. */
static bool check_span(const gloss_layer *layer, gloss_span s,
                       gloss_error *err) {
  if (s.start >= s.end || s.end > layer->text_len)
    return gloss_fail(err, GLOSS_BAD_ARGUMENT, s.start,
                      "a span is empty or outside the text");
  if (is_continuation(layer, s.start) || is_continuation(layer, s.end))
    return gloss_fail(err, GLOSS_BAD_ARGUMENT, s.start,
                      "a span cuts a character");
  return true;
}

bool gloss_layer_add(gloss_layer *layer, gloss_span span, gloss_error *err) {
  gloss_span *spans;
  if (layer->sealed)
    return gloss_fail(err, GLOSS_TOO_LATE, 0, "the layer is sealed");
  if (!check_span(layer, span, err)) return false;
  spans = more(layer->arena, layer->spans, layer->count, &layer->room,
               sizeof *spans);
  if (spans == NULL) return gloss_no_memory(err);
  layer->spans = spans;
  layer->spans[layer->count++] = span;
  return true;
}

/* Nil for the rows that a column has not heard of, up to the last. */
static bool fill(gloss_layer *layer, column *c, gloss_error *err) {
  while (c->count < layer->count) {
    gloss_value *values =
        more(layer->arena, c->values, c->count, &c->room, sizeof *values);
    if (values == NULL) return gloss_no_memory(err);
    c->values = values;
    memset(&c->values[c->count++], 0, sizeof *values);
  }
  return true;
}

static bool copy_string(gloss_layer *layer, gloss_value *value,
                        gloss_error *err) {
  const char *bytes = gloss_arena_copy(layer->arena, value->as.string.bytes,
                                       value->as.string.len);
  if (bytes == NULL) return gloss_no_memory(err);
  value->as.string.bytes = bytes;
  return true;
}

bool gloss_layer_put(gloss_layer *layer, int number, gloss_value value,
                     gloss_error *err) {
  column *c;
  if (layer->sealed)
    return gloss_fail(err, GLOSS_TOO_LATE, 0, "the layer is sealed");
  if (number < 0 || (size_t)number >= layer->column_count || layer->count == 0)
    return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "no such row or column");
  if (value.kind == GLOSS_REF && !check_span(layer, value.as.ref.span, err))
    return false;
  c = &layer->columns[number];
  if (c->count + 1 == layer->count && c->count < c->room) c->count++;
  else if (!fill(layer, c, err)) return false;
  c->values[layer->count - 1] = value;
  return true;
}

bool gloss_layer_row(gloss_layer *layer, gloss_span span,
                     const gloss_value *values, gloss_error *err) {
  if (!gloss_layer_add(layer, span, err)) return false;
  for (size_t i = 0; i < layer->column_count; i++) {
    column *c = &layer->columns[i];
    if (values[i].kind == GLOSS_REF &&
        !check_span(layer, values[i].as.ref.span, err))
      return false;
    if (c->count + 1 == layer->count && c->count < c->room) c->count++;
    else if (!fill(layer, c, err)) return false;
    c->values[layer->count - 1] = values[i];
  }
  return true;
}

bool gloss_layer_set(gloss_layer *layer, int number, gloss_value value,
                     gloss_error *err) {
  if (value.kind == GLOSS_STRING && !copy_string(layer, &value, err))
    return false;
  return gloss_layer_put(layer, number, value, err);
}

void gloss_layer_set_links(gloss_layer *layer,
                           const struct gloss_links *links) {
  layer->links = links;
}

const struct gloss_links *gloss_layer_links(const gloss_layer *layer) {
  return layer->links;
}

/* A row's span with its place in the order of adding. */
typedef struct row {
  gloss_span span;
  size_t number;
} row;

static int by_place(const void *left, const void *right) {
  const row *a = left, *b = right;
  if (a->span.start != b->span.start)
    return a->span.start < b->span.start ? -1 : 1;
  if (a->span.end != b->span.end) return a->span.end > b->span.end ? -1 : 1;
  return a->number < b->number ? -1 : a->number > b->number;
}

static bool is_sorted(const gloss_layer *layer) {
  for (size_t i = 1; i < layer->count; i++) {
    gloss_span a = layer->spans[i - 1], b = layer->spans[i];
    if (a.start > b.start || (a.start == b.start && a.end < b.end))
      return false;
  }
  return true;
}

/* `values` in the order of `rows`, through `spare` of the same size. */
static void reorder(gloss_value *values, const row *rows, gloss_value *spare,
                    size_t count) {
  for (size_t i = 0; i < count; i++) spare[i] = values[rows[i].number];
  memcpy(values, spare, count * sizeof *values);
}

static bool sort_rows(gloss_layer *layer, gloss_error *err) {
  size_t n = layer->count;
  row *rows = gloss_arena_raw(layer->arena, n * sizeof *rows);
  gloss_value *spare = gloss_arena_raw(layer->arena, n * sizeof *spare);
  if (rows == NULL || spare == NULL) return gloss_no_memory(err);
  for (size_t i = 0; i < n; i++) rows[i] = (row){layer->spans[i], i};
  qsort(rows, n, sizeof *rows, by_place);
  for (size_t i = 0; i < n; i++) layer->spans[i] = rows[i].span;
  for (size_t i = 0; i < layer->column_count; i++)
    reorder(layer->columns[i].values, rows, spare, n);
  return true;
}

bool gloss_layer_seal(gloss_layer *layer, gloss_error *err) {
  if (layer->sealed)
    return gloss_fail(err, GLOSS_TOO_LATE, 0, "the layer is sealed");
  for (size_t i = 0; i < layer->column_count; i++)
    if (!fill(layer, &layer->columns[i], err)) return false;
  if (!is_sorted(layer) && !sort_rows(layer, err)) return false;
  layer->sealed = true;
  return true;
}

const char *gloss_layer_name(const gloss_layer *layer, size_t *len) {
  *len = layer->name_len;
  return layer->name;
}

size_t gloss_layer_count(const gloss_layer *layer) { return layer->count; }

gloss_span gloss_layer_span(const gloss_layer *layer, size_t i) {
  return i < layer->count ? layer->spans[i] : (gloss_span){0, 0};
}

size_t gloss_layer_column_count(const gloss_layer *layer) {
  return layer->column_count;
}

const char *gloss_layer_column_name(const gloss_layer *layer, int number,
                                    size_t *len) {
  if (number < 0 || (size_t)number >= layer->column_count) return NULL;
  *len = layer->columns[number].name_len;
  return layer->columns[number].name;
}

gloss_value gloss_layer_value(const gloss_layer *layer, size_t i, int number) {
  static const gloss_value nil = {.kind = GLOSS_NIL};
  if (number < 0 || (size_t)number >= layer->column_count) return nil;
  return i < layer->columns[number].count ? layer->columns[number].values[i]
                                          : nil;
}

size_t gloss_layer_after(const gloss_layer *layer, uint32_t offset) {
  size_t low = 0, high = layer->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (layer->spans[middle].start < offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

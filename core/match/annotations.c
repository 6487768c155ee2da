/* annotations.c - rows of layers that fulfil elements of patterns, and what
** they make of the tokens that they overlap. */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/error.h"
#include "base/number.h"
#include "link/links.h"
#include "match/matcher.h"
#include "spans/layer.h"

bool gloss_annotations_start(gloss_annotations *a, const gloss_patterns *set,
                             gloss_classes *classes) {
  a->set = set;
  a->classes = classes;
  a->regexes = calloc(set->field_count + 1, sizeof *a->regexes);
  a->layers = calloc(set->annotation_count + 1, sizeof *a->layers);
  return a->regexes != NULL && a->layers != NULL;
}

void gloss_annotations_free(gloss_annotations *a) {
  if (a->regexes != NULL)
    for (size_t i = 0; i < a->set->field_count; i++)
      gloss_regex_scratch_free(a->regexes[i]);
  free(a->regexes);
  free(a->layers);
  free(a->ranges);
  free(a->of_token);
  gloss_intern_free(&a->marks);
}

/* ---- Layers and columns ---- */

static bool of_span(const gloss_field_test *test) {
  return (test->field_len == 4 && memcmp(test->field, "text", 4) == 0) ||
         (test->field_len == 6 && memcmp(test->field, "folded", 6) == 0);
}

/* Of a field that is no column: what dictionaries know of the rows, or NULL. */
static const gloss_links *links_of(const gloss_layer *layer,
                                   const gloss_field_test *test) {
  return of_span(test) ||
                 gloss_layer_find_column(layer, test->field,
                                         test->field_len) >= 0
             ? NULL
             : gloss_layer_links(layer);
}

/* The columns of dictionaries that can be asked for, NULL behind the last. */
static const char *const *links_columns(const gloss_layer *layer) {
  static const char *const none[] = { NULL };
  const gloss_links *links = gloss_layer_links(layer);
  return links != NULL ? gloss_links_columns(links) : none;
}

static bool no_column(const gloss_layer *layer, const gloss_field_test *test,
                      const char *const *more, gloss_error *err) {
  const char *names[GLOSS_MAX_COLUMNS + 1] = { NULL };
  gloss_slice field = { test->field, test->field_len };
  size_t len;
  const char *near, *name = gloss_layer_name(layer, &len);
  for (size_t i = 0; i < gloss_layer_column_count(layer); i++)
    names[i] = gloss_layer_column_name(layer, (int)i, &len);
  near = gloss_nearest_name(field, names);
  if (near == NULL) near = gloss_nearest_name(field, more);
  return gloss_fail(err, GLOSS_BAD_PATTERN, 0,
                    "no column \"%.60s\" of %.60s%s%.60s%s", test->field, name,
                    near != NULL ? " (did you mean \"" : "",
                    near != NULL ? near : "", near != NULL ? "\"?)" : "");
}

static bool check_column(const gloss_layer *layer,
                         const gloss_field_test *test, gloss_error *err) {
  const char *const *more;
  if (of_span(test) ||
      gloss_layer_find_column(layer, test->field, test->field_len) >= 0)
    return true;
  more = links_columns(layer);
  if (more == NULL) return gloss_no_memory(err);
  for (size_t i = 0; more[i] != NULL; i++)
    if (strcmp(more[i], test->field) == 0) return true;
  return no_column(layer, test, more, err);
}

static bool check_columns(const gloss_patterns *set, uint32_t condition,
                          const gloss_layer *layer, gloss_error *err) {
  const gloss_condition *c = &set->conditions[condition];
  for (; c->kind == GLOSS_AND || c->kind == GLOSS_OR;
       c = &set->conditions[c->a])
    if (!check_columns(set, c->b, layer, err)) return false;
  if (c->kind == GLOSS_ALWAYS_TRUE) return true;
  if (c->kind == GLOSS_NOT) return check_columns(set, c->a, layer, err);
  return check_column(layer, &set->field_tests[c->a], err);
}

bool gloss_annotations_open(gloss_annotations *a, const gloss_doc *doc,
                            gloss_error *err) {
  for (size_t i = 0; i < a->set->annotation_count; i++) {
    const gloss_annotation *e = &a->set->annotations[i];
    a->layers[i] = gloss_doc_layer(doc, e->layer, e->layer_len);
    if (a->layers[i] == NULL)
      return gloss_fail(err, GLOSS_BAD_PATTERN, 0,
                        "the document has no layer \"%.*s\"",
                        e->layer_len > 60 ? 60 : (int)e->layer_len, e->layer);
    /* A layer without rows may not know its columns. */
    if (gloss_layer_count(a->layers[i]) > 0 &&
        !check_columns(a->set, e->condition, a->layers[i], err))
      return false;
  }
  return true;
}

/* ---- Tests of a row ---- */

typedef struct row {
  const gloss_doc *doc;
  const gloss_layer *layer;
  size_t number;
} row;

/* The value of a field; "text" and "folded" are those of the span. */
static gloss_value value_of(const row *r, const gloss_field_test *test) {
  int column =
      gloss_layer_find_column(r->layer, test->field, test->field_len);
  gloss_span span = gloss_layer_span(r->layer, r->number);
  gloss_value value = { .kind = GLOSS_REF, .as.ref.span = span };
  return column >= 0 ? gloss_layer_value(r->layer, r->number, column) : value;
}

/* The bytes of a value; a span's are its text. False: it has none. */
static bool bytes_of(const row *r, const gloss_value *value,
                     gloss_slice *bytes) {
  gloss_span span;
  switch (value->kind) {
    case GLOSS_STRING:
      *bytes = (gloss_slice){ value->as.string.bytes, value->as.string.len };
      return true;
    case GLOSS_REF:
      span = value->as.ref.span;
      *bytes = (gloss_slice){ r->doc->text + span.start,
                              span.end - span.start };
      return true;
    case GLOSS_BOOLEAN:
      *bytes = value->as.boolean ? (gloss_slice){ "true", 4 }
                                 : (gloss_slice){ "false", 5 };
      return true;
    default: return false;
  }
}

/* What a value counts: numbers, and strings that are written as one. */
static bool number_of(const gloss_value *value, double *number) {
  if (value->kind == GLOSS_INTEGER) *number = (double)value->as.integer;
  else if (value->kind == GLOSS_REAL) *number = value->as.real;
  else return value->kind == GLOSS_STRING &&
              gloss_read_number((gloss_slice){ value->as.string.bytes,
                                               value->as.string.len }, number);
  return true;
}

static bool compares(const gloss_value *value, gloss_compare compare,
                     double wanted) {
  double number;
  if (!number_of(value, &number)) return false;
  switch (compare) {
    case GLOSS_LESS: return number < wanted;
    case GLOSS_MOST: return number <= wanted;
    case GLOSS_MORE: return number > wanted;
    case GLOSS_LEAST: return number >= wanted;
    default: return !(number < wanted) && !(number > wanted);
  }
}

/* The folded form, freed by the caller. */
static bool fold(gloss_slice bytes, gloss_string *folded, gloss_error *err) {
  return gloss_text_transform(GLOSS_FOLD, bytes.bytes, bytes.len, folded, err);
}

static int is_string(const row *r, const gloss_field_test *test,
                     const gloss_value *value, gloss_error *err) {
  gloss_slice bytes;
  gloss_string folded = { NULL, 0 };
  bool same;
  if (value->kind == GLOSS_INTEGER || value->kind == GLOSS_REAL) {
    gloss_value wanted = { .kind = GLOSS_STRING };
    double number;
    wanted.as.string.bytes = test->string;
    wanted.as.string.len = test->string_len;
    return number_of(&wanted, &number) && compares(value, GLOSS_EQUAL, number);
  }
  if (!bytes_of(r, value, &bytes)) return 0;
  if (of_span(test) && test->field_len == 6) { /* folded */
    if (!fold(bytes, &folded, err)) return -1;
    bytes = (gloss_slice){ folded.bytes, folded.len };
  }
  same = bytes.len == test->string_len &&
         (bytes.len == 0 || memcmp(bytes.bytes, test->string, bytes.len) == 0);
  gloss_string_free(&folded);
  return same;
}

static int fits_regex(gloss_annotations *a, const row *r, uint32_t number,
                      const gloss_value *value, gloss_error *err) {
  const gloss_field_test *test = &a->set->field_tests[number];
  gloss_span groups[GLOSS_MAX_GROUPS];
  gloss_slice bytes;
  if (!bytes_of(r, value, &bytes)) return 0;
  if (gloss_utf8_check(bytes.bytes, bytes.len) < bytes.len) return 0;
  if (a->regexes[number] == NULL)
    a->regexes[number] = gloss_regex_scratch_new(test->regex, err);
  if (a->regexes[number] == NULL) return -1;
  return gloss_regex_find(test->regex, a->regexes[number], bytes.bytes,
                          bytes.len, 0, groups, err);
}

static int is_in_list(const gloss_annotations *a, const row *r,
                      const gloss_field_test *test, const gloss_value *value,
                      gloss_error *err) {
  gloss_slice bytes;
  gloss_string folded = { NULL, 0 };
  bool is;
  if (!bytes_of(r, value, &bytes)) return 0;
  if (gloss_utf8_check(bytes.bytes, bytes.len) < bytes.len) return 0;
  if (!fold(bytes, &folded, err)) return -1;
  is = gloss_test_has_key(&a->set->tests, GLOSS_OF_FOLDED, test->test,
                          folded.bytes, folded.len);
  gloss_string_free(&folded);
  return is;
}

/* 1, 0, or -1 with `err`. */
static int value_fits(gloss_annotations *a, const row *r, uint32_t number,
                      const gloss_value *value, gloss_error *err) {
  const gloss_field_test *test = &a->set->field_tests[number];
  if (value->kind == GLOSS_NIL) return 0;
  switch (test->ask) {
    case GLOSS_ASK_PRESENT:
      return value->kind != GLOSS_BOOLEAN || value->as.boolean;
    case GLOSS_ASK_NUMBER:
      return compares(value, test->compare, test->number);
    case GLOSS_ASK_REGEX: return fits_regex(a, r, number, value, err);
    case GLOSS_ASK_LIST: return is_in_list(a, r, test, value, err);
    default: return is_string(r, test, value, err);
  }
}

/* The same for a field; one of its values will do. */
static int fits(gloss_annotations *a, const row *r, uint32_t number,
                gloss_error *err) {
  const gloss_field_test *test = &a->set->field_tests[number];
  const gloss_links *links = links_of(r->layer, test);
  gloss_slice cell, field = { test->field, test->field_len };
  gloss_value value = { .kind = GLOSS_STRING };
  int answer = 0;
  if (links == NULL) {
    value = value_of(r, test);
    return value_fits(a, r, number, &value, err);
  }
  for (size_t i = 0; answer == 0 && gloss_links_value(links, r->number, field,
                                                      i, &cell); i++) {
    value.as.string.bytes = cell.bytes;
    value.as.string.len = cell.len;
    answer = value_fits(a, r, number, &value, err);
  }
  return answer;
}

static int holds(gloss_annotations *a, const row *r, uint32_t condition,
                 gloss_error *err) {
  const gloss_condition *c = &a->set->conditions[condition];
  int answer;
  for (; c->kind == GLOSS_AND || c->kind == GLOSS_OR;
       c = &a->set->conditions[c->a]) {
    answer = holds(a, r, c->b, err);
    if (answer < 0 || answer == (c->kind == GLOSS_OR)) return answer;
  }
  if (c->kind == GLOSS_ALWAYS_TRUE) return 1;
  if (c->kind == GLOSS_IS) return fits(a, r, c->a, err);
  answer = holds(a, r, c->a, err);
  return answer < 0 ? answer : !answer;
}

/* ---- Ranges ---- */

/* The tokens that a row overlaps; false: none, or not all below `end`. */
static bool tokens_of(const row *r, size_t end, gloss_range *range) {
  const gloss_token_list *t = r->doc->tokens;
  gloss_span span = gloss_layer_span(r->layer, r->number);
  size_t first = gloss_doc_token_after(r->doc, span.start);
  size_t behind = first; /* the first token that starts at its end or later */
  while (behind < end && t->starts[behind] < span.end) behind++;
  if (behind == first || (behind == end && end < t->count &&
                          t->starts[end] < span.end))
    return false;
  range->first = (uint32_t)first;
  range->last = (uint32_t)behind - 1;
  return true;
}

/* Adds the rows of an element that lie in the tokens first to end - 1. */
static bool read_rows(gloss_annotations *a, const gloss_doc *doc,
                      uint32_t element, size_t first, size_t end,
                      gloss_error *err) {
  row r = { doc, a->layers[element], 0 };
  const gloss_token_list *t = doc->tokens;
  size_t count = gloss_layer_count(r.layer);
  r.number = gloss_layer_after(r.layer, first > 0 ? t->ends[first - 1] : 0);
  for (; r.number < count; r.number++) {
    gloss_range range = { .element = element, .row = (uint32_t)r.number,
                          .layer = r.layer };
    int answer;
    if (gloss_layer_span(r.layer, r.number).start >= t->ends[end - 1]) break;
    if (!tokens_of(&r, end, &range)) continue;
    answer = holds(a, &r, a->set->annotations[element].condition, err);
    if (answer < 0) return false;
    if (answer == 0) continue;
    if (!gloss_array_reserve(a->ranges, a->room, a->count + 1))
      return gloss_no_memory(err);
    a->ranges[a->count++] = range;
  }
  return true;
}

/* By place, the longest first; of one element and place, the first row. */
static int by_place(const void *left, const void *right) {
  const gloss_range *a = left, *b = right;
  if (a->first != b->first) return a->first < b->first ? -1 : 1;
  if (a->element != b->element) return a->element < b->element ? -1 : 1;
  if (a->last != b->last) return a->last > b->last ? -1 : 1;
  return a->row < b->row ? -1 : a->row > b->row;
}

/* Of rows that one element has over the same tokens the first counts. */
static void drop_doubles(gloss_annotations *a) {
  size_t n = 0;
  for (size_t i = 0; i < a->count; i++) {
    const gloss_range *r = &a->ranges[i], *l = n > 0 ? &a->ranges[n - 1] : r;
    if (n > 0 && l->first == r->first && l->last == r->last &&
        l->element == r->element)
      continue;
    a->ranges[n++] = *r;
  }
  a->count = n;
}

/* ---- What a token means ---- */

/* The ranges that a token lies in, while the tokens are passed. */
typedef struct sweep {
  gloss_range *open[GLOSS_MAX_TRACKS * 4];
  gloss_mark marks[GLOSS_MAX_TRACKS * 4];
  size_t count, next; /* open; the next range to begin */
} sweep;

/* The first track that no open range of the element has; -1: none is left. */
static int free_track(const sweep *s, uint32_t element) {
  bool taken[GLOSS_MAX_TRACKS] = { false };
  for (size_t i = 0; i < s->count; i++)
    if (s->open[i]->element == element) taken[s->open[i]->track] = true;
  for (int track = 0; track < GLOSS_MAX_TRACKS; track++)
    if (!taken[track]) return track;
  return -1;
}

static bool open_ranges(gloss_annotations *a, sweep *s, size_t token,
                        gloss_error *err) {
  for (; s->next < a->count && a->ranges[s->next].first == token; s->next++) {
    gloss_range *r = &a->ranges[s->next];
    int track = free_track(s, r->element);
    if (track < 0 || s->count == sizeof s->open / sizeof *s->open)
      return gloss_fail(err, GLOSS_LIMIT, 0,
                        "too many annotations overlap at one place");
    r->track = (uint8_t)track;
    s->open[s->count++] = r;
  }
  return true;
}

static int by_element(const void *left, const void *right) {
  const gloss_mark *a = left, *b = right;
  if (a->element != b->element) return a->element < b->element ? -1 : 1;
  return a->track < b->track ? -1 : a->track > b->track;
}

/* The number of what the open ranges make of a token, + 1; 0: no memory. */
static uint32_t mark_of(gloss_annotations *a, sweep *s, size_t token) {
  for (size_t i = 0; i < s->count; i++)
    s->marks[i] = (gloss_mark){ s->open[i]->element, s->open[i]->track,
                                s->open[i]->first == token,
                                s->open[i]->last == token, 0 };
  if (s->count > 1) qsort(s->marks, s->count, sizeof *s->marks, by_element);
  return gloss_intern_add(&a->marks, s->marks, s->count * sizeof *s->marks) +
         1;
}

static void close_ranges(sweep *s, size_t token) {
  size_t n = 0;
  for (size_t i = 0; i < s->count; i++)
    if (s->open[i]->last > token) s->open[n++] = s->open[i];
  s->count = n;
}

static bool mark_tokens(gloss_annotations *a, size_t first, size_t end,
                        gloss_error *err) {
  sweep s;
  s.count = s.next = 0;
  for (size_t i = first; i < end; i++) {
    if (s.count == 0) {
      if (s.next == a->count) break;
      i = a->ranges[s.next].first;
    }
    if (!open_ranges(a, &s, i, err)) return false;
    a->of_token[i - first] = mark_of(a, &s, i);
    if (a->of_token[i - first] == 0) return gloss_no_memory(err);
    close_ranges(&s, i);
  }
  return true;
}

bool gloss_annotations_read(gloss_annotations *a, const gloss_doc *doc,
                            size_t first, size_t end, gloss_error *err) {
  if (!gloss_array_reserve(a->of_token, a->token_room, end - first))
    return gloss_no_memory(err);
  memset(a->of_token, 0, (end - first) * sizeof *a->of_token);
  a->count = 0;
  for (uint32_t e = 0; e < a->set->annotation_count; e++)
    if (!read_rows(a, doc, e, first, end, err)) return false;
  if (a->count == 0) return true;
  qsort(a->ranges, a->count, sizeof *a->ranges, by_place);
  drop_doubles(a);
  return mark_tokens(a, first, end, err);
}

/* order.c - puts what a builder holds into an order of its own. */
#include "dict/order.h"

#include "dict/format.h"

#include <stdlib.h>
#include <string.h>


typedef struct sort_item {
  uint64_t head; /* the first bytes of the id that differ, as a number */
  const gloss_slice *id;
  uint32_t entity;
} sort_item;

static int compare_items(const void *a, const void *b) {
  const sort_item *x = a, *y = b;
  if (x->head != y->head) return x->head < y->head ? -1 : 1;
  return gloss_compare_slices(*x->id, *y->id);
}

static uint64_t head_of(gloss_slice s, size_t skip) {
  uint64_t head = 0;
  for (size_t i = skip; i < skip + 8; i++)
    head = head << 8 | (i < s.len ? (unsigned char)s.bytes[i] : 0);
  return head;
}

static bool in_order(const gloss_raw_entity *rows, size_t count) {
  for (size_t i = 1; i < count; i++)
    if (gloss_compare_slices(rows[i - 1].id, rows[i].id) > 0) return false;
  return true;
}

/* How many bytes all ids begin with. */
static size_t common_head(const gloss_raw_entity *rows, size_t count) {
  size_t n = count > 0 ? rows[0].id.len : 0;
  for (size_t i = 1; i < count && n > 0; i++) {
    size_t k = 0;
    while (k < n && k < rows[i].id.len &&
           rows[i].id.bytes[k] == rows[0].id.bytes[k])
      k++;
    n = k;
  }
  return n;
}

static bool sort_entities(gloss_ordered *c, const gloss_dict_builder *b) {
  const gloss_raw_entity *rows = b->entities.rows;
  size_t skip = common_head(rows, c->entities);
  sort_item *items = malloc((c->entities + 1) * sizeof *items);
  if (items == NULL) return false;
  for (size_t i = 0; i < c->entities; i++)
    items[i] = (sort_item){ head_of(rows[i].id, skip), &rows[i].id,
                            (uint32_t)i };
  qsort(items, c->entities, sizeof *items, compare_items);
  for (size_t i = 0; i < c->entities; i++) c->order[i] = items[i].entity;
  free(items);
  return true;
}

static bool order_entities(gloss_ordered *c, const gloss_dict_builder *b) {
  c->order = malloc((c->entities + 1) * sizeof *c->order);
  c->rank = malloc((c->entities + 1) * sizeof *c->rank);
  if (c->order == NULL || c->rank == NULL) return false;
  if (in_order(b->entities.rows, c->entities)) {
    for (size_t i = 0; i < c->entities; i++) c->order[i] = (uint32_t)i;
  } else if (!sort_entities(c, b)) {
    return false;
  }
  for (size_t i = 0; i < c->entities; i++) c->rank[c->order[i]] = (uint32_t)i;
  c->rank[c->entities] = (uint32_t)c->entities;
  return true;
}

/* ---- Contexts ------------------------------------------------------------ */

static int compare_contexts(const void *a, const void *b) {
  const gloss_raw_context *x = *(const gloss_raw_context *const *)a;
  const gloss_raw_context *y = *(const gloss_raw_context *const *)b;
  int order = gloss_compare_slices(x->require, y->require);
  if (order == 0) order = gloss_compare_slices(x->avoid, y->avoid);
  return order != 0 ? order : gloss_compare_periods(x->valid, y->valid);
}

/* Numbers contexts by content, from 1, and aliases by these numbers. */
static bool order_contexts(gloss_ordered *c, gloss_dict_builder *b) {
  gloss_raw_alias *aliases = b->aliases.rows;
  const gloss_raw_context *rows = b->contexts.rows;
  size_t n = b->contexts.count;
  uint32_t *numbers = malloc((n + 1) * sizeof *numbers);
  c->contexts = malloc((n + 1) * sizeof *c->contexts);
  if (c->contexts == NULL || numbers == NULL) {
    free(numbers);
    return false;
  }
  for (size_t i = 0; i < n; i++) c->contexts[i] = &rows[i];
  if (n > 1) qsort(c->contexts, n, sizeof *c->contexts, compare_contexts);
  numbers[0] = 0;
  for (size_t i = 0; i < n; i++) {
    size_t raw = (size_t)(c->contexts[i] - rows);
    if (c->context_count == 0 ||
        compare_contexts(&c->contexts[c->context_count - 1],
                         &c->contexts[i]) != 0)
      c->contexts[c->context_count++] = c->contexts[i];
    numbers[raw + 1] = (uint32_t)c->context_count;
  }
  for (size_t i = 0; i < b->aliases.count; i++)
    aliases[i].context = numbers[aliases[i].context];
  free(numbers);
  return true;
}

/* ---- What entities own --------------------------------------------------- */

static int compare_aliases(const void *a, const void *b) {
  const gloss_raw_alias *x = *(const gloss_raw_alias *const *)a;
  const gloss_raw_alias *y = *(const gloss_raw_alias *const *)b;
  int order = gloss_compare_slices((gloss_slice){ x->text, x->len },
                                   (gloss_slice){ y->text, y->len });
  if (order != 0) return order;
  if (x->flags != y->flags) return x->flags < y->flags ? -1 : 1;
  if (x->rule != y->rule) return x->rule < y->rule ? -1 : 1;
  return (x->context > y->context) - (x->context < y->context);
}

static int compare_fields(const void *a, const void *b) {
  const gloss_raw_field *x = *(const gloss_raw_field *const *)a;
  const gloss_raw_field *y = *(const gloss_raw_field *const *)b;
  int order = gloss_compare_slices(x->column, y->column);
  return order != 0 ? order : gloss_compare_slices(x->value, y->value);
}

static int compare_roles(const void *a, const void *b) {
  const gloss_raw_role *x = *(const gloss_raw_role *const *)a;
  const gloss_raw_role *y = *(const gloss_raw_role *const *)b;
  int order = gloss_compare_periods(x->valid, y->valid);
  if (order == 0) order = gloss_compare_slices(x->role, y->role);
  if (order == 0) order = gloss_compare_slices(x->of, y->of);
  return order != 0 ? order : gloss_compare_slices(x->source, y->source);
}

static uint32_t alias_bucket(const void *row, const uint32_t *rank) {
  return rank[((const gloss_raw_alias *)row)->entity];
}
static uint32_t field_bucket(const void *row, const uint32_t *rank) {
  return rank[((const gloss_raw_field *)row)->entity];
}
static uint32_t role_bucket(const void *row, const uint32_t *rank) {
  return rank[((const gloss_raw_role *)row)->entity];
}

/* Excludes for all stand behind the last entity. */
static void place_nobody(const gloss_ordered *c, gloss_dict_builder *b) {
  gloss_raw_alias *aliases = b->aliases.rows;
  for (size_t i = 0; i < b->aliases.count; i++)
    if (aliases[i].entity == GLOSS_NO_ENTITY)
      aliases[i].entity = (uint32_t)c->entities;
}

bool gloss_order(gloss_ordered *c, gloss_dict_builder *b) {
  *c = (gloss_ordered){ .entities = b->entities.count };
  if (!order_entities(c, b) || !order_contexts(c, b)) return false;
  place_nobody(c, b);
  return gloss_buckets_fill(&c->aliases, &b->aliases, sizeof(gloss_raw_alias),
                            c->entities + 1, alias_bucket, c->rank,
                            compare_aliases) &&
         gloss_buckets_fill(&c->fields, &b->fields, sizeof(gloss_raw_field),
                            c->entities, field_bucket, c->rank,
                            compare_fields) &&
         gloss_buckets_fill(&c->roles, &b->roles, sizeof(gloss_raw_role),
                            c->entities, role_bucket, c->rank, compare_roles);
}

void gloss_order_free(gloss_ordered *c) {
  free(c->order);
  free(c->rank);
  free(c->contexts);
  gloss_buckets_free(&c->aliases);
  gloss_buckets_free(&c->fields);
  gloss_buckets_free(&c->roles);
  *c = (gloss_ordered){ 0 };
}

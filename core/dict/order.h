/* order.h - what a builder holds, in an order that calls cannot change. */
#ifndef GLOSS_DICT_ORDER_H
#define GLOSS_DICT_ORDER_H

#include "dict/buckets.h"

typedef struct gloss_ordered {
  size_t entities;
  uint32_t *order, *rank; /* entity by its new number, and the other way */
  const gloss_raw_context **contexts; /* by number - 1, each once */
  size_t context_count;
  gloss_buckets aliases;  /* by entity; the last bucket: excludes for all */
  gloss_buckets fields, roles;
} gloss_ordered;

/* Sorts entities by id and what they own by content, without doubles; changes
** the numbers of contexts in the builder's aliases. false: no memory. Free it
** in any case; it points into the builder. */
bool gloss_order(gloss_ordered *ordered, gloss_dict_builder *builder);
void gloss_order_free(gloss_ordered *ordered);

#endif

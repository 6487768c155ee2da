/* fuzzy_reach.h - looks a word up with letters left out. */
#ifndef GLOSS_DICT_FUZZY_REACH_H
#define GLOSS_DICT_FUZZY_REACH_H

#include "dict/dict.h"
#include "dict/fuzzy_memo.h"
#include "dict/units.h"

/* The key of unit i of a text: a hash of its bytes and of the dictionary. */
static inline uint64_t gloss_fuzzy_key(const gloss_dict *dict,
                                       const gloss_units *units,
                                       const char *text, size_t i) {
  const char *at = text + units->starts[i];
  size_t len = units->ends[i] - units->starts[i];
  uint64_t first, last, keep = gloss_unit_keep(len);
  if ((units->flags[i] & GLOSS_UNIT_WHOLE) || len > 16)
    return gloss_hash_word(gloss_hash_bytes(at, len), dict->sum);
  /* Eight bytes are there; the first and the last are all, without a branch. */
  memcpy(&first, at, 8);
  memcpy(&last, at + (len > 8 ? len - 8 : 0), 8);
  first = ((first & keep) ^ dict->sum) * GLOSS_HASH_A;
  return ((first ^ first >> 32) + (last & keep) + len) * GLOSS_HASH_B;
}
/* Finds what it may be and gives that to the memo, which does not know its key.
** GLOSS_FUZZY_UNKNOWN: no memory. The dictionary has names with edits. */
gloss_fuzzy_known gloss_fuzzy_reach_find(const gloss_dict *dict,
                                         gloss_fuzzy_memo *memo, uint64_t key,
                                         const gloss_units *units,
                                         const char *text, size_t i);

/* The items of a hash. */
typedef struct gloss_fuzzy_items {
  const gloss_fuzzy_item *at, *end;
  uint32_t tag;
} gloss_fuzzy_items;
static inline gloss_fuzzy_items gloss_fuzzy_items_of(const gloss_dict *dict,
                                                     uint64_t h) {
  size_t bucket = gloss_fuzzy_bucket(h, dict->fuzzy_bucket_count);
  size_t end = dict->fuzzy_buckets[bucket + 1];
  size_t at = dict->fuzzy_buckets[bucket];
  if (end > dict->fuzzy_item_count) end = dict->fuzzy_item_count;
  if (at > end) at = end;
  return (gloss_fuzzy_items){ dict->fuzzy_items + at, dict->fuzzy_items + end,
                              (uint32_t)h };
}
/* The next of them, or NULL. */
static inline const gloss_fuzzy_item *gloss_fuzzy_items_next(
    gloss_fuzzy_items *items) {
  while (items->at < items->end) {
    const gloss_fuzzy_item *item = items->at++;
    if (item->tag == items->tag) return item;
  }
  return NULL;
}

#endif

/* dict.h - an opened dictionary: its sections, and how references are followed.
**
** The bytes may be damaged or hostile: each reference is checked where it is
** followed, and what leads nowhere is empty. Never changes once open; any
** number of threads may use it. */
#ifndef GLOSS_DICT_DICT_H
#define GLOSS_DICT_DICT_H

#include "dict/bit_set.h"
#include "dict/format.h"

struct gloss_dict {
  const char *strings, *heap;
  const gloss_entity_record *entities;
  const gloss_field_record *fields;
  const gloss_role_record *roles;
  const gloss_period *periods;
  const gloss_former_record *formers;
  const uint32_t *aliases, *owned;
  const gloss_extra_record *extras;
  const uint64_t *slots;
  gloss_bit_set firsts[2]; /* for a small first letter, and for a capital */
  gloss_bit_set pairs;
  /* How many of each; strings and heap in bytes. */
  size_t string_size, heap_size, entity_count, field_count, role_count,
      period_count, former_count, alias_count, owned_count, extra_count;
  uint64_t slot_homes;
  uint64_t seed;
  uint64_t sum; /* tells it from others */
  bool inside;
  uint8_t begins[256]; /* 1: with this byte of a text a key may begin */
  /* Of names with edits; unless `edits` is 0 all are there. */
  unsigned edits;
  const gloss_fuzzy_starts *fuzzy_starts;
  const uint32_t *fuzzy_buckets;
  const gloss_fuzzy_item *fuzzy_items;
  gloss_bit_set fuzzy_bits, fuzzy_firsts, fuzzy_later;
  size_t fuzzy_bucket_count, fuzzy_item_count;
};

/* Looks at the bytes with which keys begin; what is not ASCII always may. */
void gloss_dict_take_begins(gloss_dict *dict, const gloss_begins *begins);

/* The alias at a place of the heap (in 8 bytes), with its text inside the
** heap; NULL where there is none. */
static inline const gloss_alias_record *gloss_dict_record(
    const gloss_dict *dict, uint32_t place) {
  size_t at = (size_t)place * 8;
  const gloss_alias_record *r;
  if (dict->heap_size < sizeof *r || at > dict->heap_size - sizeof *r)
    return NULL;
  r = (const gloss_alias_record *)(const void *)(dict->heap + at);
  return r->len <= dict->heap_size - at - sizeof *r ? r : NULL;
}

static inline const char *gloss_record_text(const gloss_alias_record *r) {
  return (const char *)(r + 1);
}

#endif

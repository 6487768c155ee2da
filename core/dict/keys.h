/* keys.h - the keys of all aliases while they are compiled.
**
** A key is what aliases have in common that a text cannot tell apart but by
** case and accents. Aliases of one key are chained; of the hash of each prefix
** of each key a slot is made. */
#ifndef GLOSS_DICT_KEYS_H
#define GLOSS_DICT_KEYS_H

#include "dict/bit_set.h"
#include "dict/builder.h"
#include "dict/format.h"
#include "dict/key_parts.h"

typedef struct gloss_keys {
  uint64_t seed;
  gloss_key_parts prefixes;
  uint32_t *next;  /* by alias: the next of its key + 1, or 0 */
  bool *heads;     /* by alias: is it the first of its key? */
  gloss_begins begins;
  gloss_bits firsts[2], pairs; /* as in the format */
} gloss_keys;

/* Makes the keys of `count` aliases, in that order. Free it in any case.
** GLOSS_NO_MEMORY; GLOSS_BAD_ENTRY where hashes clash for every seed. */
bool gloss_keys_make(gloss_keys *keys, const gloss_raw_alias *const *aliases,
                     size_t count, gloss_error *err);
void gloss_keys_free(gloss_keys *keys);
/* The slots, with `places[alias]` (of the heap, in 8 bytes) for each head.
** `*count` of them, the caller's to free. NULL: no memory, or `*clash`: two
** hashes cannot be told apart; another seed is needed. */
uint64_t *gloss_keys_slots(const gloss_keys *keys, const uint32_t *places,
                           size_t *count, bool *clash);
/* The same keys with the next seed. */
bool gloss_keys_again(gloss_keys *keys, const gloss_raw_alias *const *aliases,
                      size_t count, gloss_error *err);

#endif

/* fuzzy_keys.h - files aliases with edits under what deletions leave of them.
*/
#ifndef GLOSS_DICT_FUZZY_KEYS_H
#define GLOSS_DICT_FUZZY_KEYS_H

#include "dict/bit_set.h"
#include "dict/builder.h"
#include "dict/format.h"

typedef struct gloss_fuzzy_keys {
  unsigned most; /* edits that some alias may have; 0: there is nothing */
  gloss_fuzzy_starts *starts; /* one */
  uint32_t *buckets;          /* bucket_count + 1 */
  gloss_fuzzy_item *items;
  gloss_bits bits, firsts, later;
  size_t bucket_count, item_count;
} gloss_fuzzy_keys;

/* `places` of aliases in the heap, in 8 bytes; all arrays are of malloc.
** GLOSS_NO_MEMORY, GLOSS_TOO_LARGE. Free it in any case. */
bool gloss_fuzzy_keys_make(gloss_fuzzy_keys *keys,
                           const gloss_raw_alias *const *aliases,
                           size_t count, const uint32_t *places,
                           uint64_t seed, gloss_error *err);
void gloss_fuzzy_keys_free(gloss_fuzzy_keys *keys);

#endif

/* key_parts.h - the prefixes of all keys by their hashes.
**
** They are kept in parts by the first bits of the hash, in the order in which
** they came, and joined part by part: each fits the cache, as a table of all
** would not. */
#ifndef GLOSS_DICT_KEY_PARTS_H
#define GLOSS_DICT_KEY_PARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct gloss_key_entry {
  uint64_t hash;
  uint32_t head; /* alias + 1: the first of the key that ends here, or 0 */
  uint32_t tail; /* alias + 1, the last of it; GLOSS_KEY_RUNS above */
} gloss_key_entry;
#define GLOSS_KEY_RUNS UINT32_C(0x80000000)

enum { GLOSS_KEY_CHUNK = 255 }; /* 4 KB */
typedef struct gloss_key_chunk {
  struct gloss_key_chunk *next;
  size_t count;
  gloss_key_entry rows[GLOSS_KEY_CHUNK];
} gloss_key_chunk;

typedef struct gloss_key_part {
  gloss_key_chunk *first, *last; /* chunks behind the last one are empty */
  size_t count;
} gloss_key_part;

typedef struct gloss_key_parts {
  gloss_key_part *rows;
  unsigned bits; /* of the hash tell the part */
  size_t count;  /* of entries */
} gloss_key_parts;

/* For the keys of so many aliases. false: no memory. Free it in any case. */
bool gloss_key_parts_start(gloss_key_parts *parts, size_t aliases);
void gloss_key_parts_clear(gloss_key_parts *parts);
void gloss_key_parts_free(gloss_key_parts *parts);
static inline size_t gloss_key_parts_count(const gloss_key_parts *parts) {
  return (size_t)1 << parts->bits;
}
/* false: no memory. */
bool gloss_key_parts_add(gloss_key_parts *parts, gloss_key_entry entry);

/* Makes one entry of all with one hash: join(context, first, other) for each
** but the first, in the order in which they came; where it is false, the whole
** ends. Then they are sorted by hash, nearly. */
typedef bool gloss_key_join(void *context, gloss_key_entry *first,
                            const gloss_key_entry *other);
typedef enum gloss_key_outcome {
  GLOSS_KEYS_DONE, GLOSS_KEYS_CLASH, GLOSS_KEYS_NO_MEMORY
} gloss_key_outcome;
gloss_key_outcome gloss_key_parts_join(gloss_key_parts *parts,
                                       gloss_key_join *join, void *context);

#endif

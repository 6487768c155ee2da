/* intern.h - strings of bytes as numbers, 0, 1, 2, ... in the order they came.
**
** Each distinct string is copied once. A table of all zero bytes is an empty
** one. Hashes are seeded by the table's address, so that no text can be made
** to collide; nothing depends on their order. One thread at a time. */
#ifndef GLOSS_BASE_INTERN_H
#define GLOSS_BASE_INTERN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct gloss_intern_entry {
  size_t start, len; /* in `bytes` */
} gloss_intern_entry;

/* Up to 8 bytes, hash and length are those of no other string, so that none is
** looked at. */
typedef struct gloss_intern_slot {
  uint64_t hash;
  uint32_t entry; /* + 1; 0: free */
  uint32_t len;   /* 9 stands for all over 8 */
} gloss_intern_slot;

typedef struct gloss_intern {
  char *bytes;
  size_t used, bytes_room;
  gloss_intern_entry *entries;
  size_t count, room;
  gloss_intern_slot *slots; /* at most half of them are used */
  size_t slot_count;
} gloss_intern;

#define GLOSS_NOT_INTERNED UINT32_MAX

/* The number of a string, GLOSS_NOT_INTERNED where it is not there. */
uint32_t gloss_intern_find(const gloss_intern *table, const void *bytes,
                           size_t len);
/* The same, added where it is new. GLOSS_NOT_INTERNED: no memory. */
uint32_t gloss_intern_add(gloss_intern *table, const void *bytes, size_t len);
/* The bytes of a string, until the next is added; aligned to 8. */
const void *gloss_intern_get(const gloss_intern *table, uint32_t number,
                             size_t *len);
void gloss_intern_clear(gloss_intern *table); /* keeps its room */
void gloss_intern_free(gloss_intern *table);
size_t gloss_intern_bytes(const gloss_intern *table); /* in use */

#endif

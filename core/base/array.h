/* array.h - arrays of malloc that grow.
**
** An array is a pointer with a count and the room it has, in elements; its
** owner frees the pointer. */
#ifndef GLOSS_BASE_ARRAY_H
#define GLOSS_BASE_ARRAY_H

#include <stdbool.h>
#include <stddef.h>

/* Makes room for `wanted` elements of `size` bytes in the array whose pointer
** is at `address`, at least doubling what is there. false: no memory, and the
** array is as it was. */
bool gloss_array_widen(void *address, size_t *room, size_t wanted,
                       size_t size);

/* The same for a pointer variable, cheap where there is room. */
#define gloss_array_reserve(array, room, wanted) \
  ((wanted) <= (room) || \
   gloss_array_widen(&(array), &(room), (wanted), sizeof *(array)))

#endif

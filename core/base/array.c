/* array.c - arrays of malloc that grow. */
#include "base/array.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

bool gloss_array_widen(void *address, size_t *room, size_t wanted,
                       size_t size) {
  size_t more = *room < 8 ? 8 : *room * 2;
  void *array;
  memcpy(&array, address, sizeof array); /* a pointer of any type */
  if (more < wanted) more = wanted;
  if (more > SIZE_MAX / 2 / size) return false;
  array = realloc(array, more * size);
  if (array == NULL) return false;
  memcpy(address, &array, sizeof array);
  *room = more;
  return true;
}

/* slice.h - comparing bytes that somebody else owns. */
#ifndef GLOSS_BASE_SLICE_H
#define GLOSS_BASE_SLICE_H

#include "gloss.h"

#include <string.h>

static inline bool gloss_same_bytes(gloss_slice a, gloss_slice b) {
  return a.len == b.len && (a.len == 0 || memcmp(a.bytes, b.bytes, a.len) == 0);
}

#endif

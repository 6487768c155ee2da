/* hash.h - the hashes on which a compiled dictionary rests.
**
** They are part of the file format: a change asks for a new GLOSS_DICT_VERSION.
** Little-endian loads; a file of the other order is refused. */
#ifndef GLOSS_DICT_HASH_H
#define GLOSS_DICT_HASH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define GLOSS_HASH_A UINT64_C(0x9E3779B97F4A7C15)
#define GLOSS_HASH_B UINT64_C(0xD6E8FEB86659FD93)

static inline uint64_t gloss_hash_mix(uint64_t h) {
  h ^= h >> 32;
  h *= GLOSS_HASH_B;
  return h ^ (h >> 29);
}

/* One to eight bytes, the rest 0: without a clash where h is 0. */
static inline uint64_t gloss_hash_word(uint64_t h, uint64_t word) {
  return gloss_hash_mix((h ^ word) * GLOSS_HASH_A);
}

static inline uint64_t gloss_hash_bytes(const char *bytes, size_t len) {
  uint64_t h = 0;
  while (len > 8) {
    uint64_t word;
    memcpy(&word, bytes, 8);
    h = gloss_hash_word(h, word);
    bytes += 8;
    len -= 8;
  }
  if (len > 0) {
    uint64_t word = 0;
    memcpy(&word, bytes, len);
    h = gloss_hash_word(h, word);
  }
  return h;
}

/* The hash of a name's first unit, and of what a unit more makes of it. */
static inline uint64_t gloss_hash_first(uint64_t seed, uint64_t unit) {
  return gloss_hash_mix((unit ^ seed) * GLOSS_HASH_A);
}
static inline uint64_t gloss_hash_next(uint64_t h, uint64_t unit, int space) {
  return gloss_hash_mix((h * GLOSS_HASH_B ^ unit) + (space ? GLOSS_HASH_A : 0));
}

/* Where a hash lands among `count` places (count < 2^32); uses the high half,
** so that the low half is free to serve as a tag. */
static inline size_t gloss_hash_place(uint64_t h, uint64_t count) {
  return (size_t)(((h >> 32) * count) >> 32);
}

#endif

/* bit_set.h - sets of hashes that answer no for certain, and yes mostly.
**
** Two bits of one word stand for a hash (a Bloom filter that fetches once).
** The word is the hash without its last `shift` bits, so that a set of half as
** many words is made by joining each with its neighbour. Part of the file
** format: a change asks for a new GLOSS_DICT_VERSION. */
#ifndef GLOSS_DICT_BIT_SET_H
#define GLOSS_DICT_BIT_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct gloss_bit_set {
  const uint64_t *words;
  unsigned shift;
} gloss_bit_set;

static inline uint64_t gloss_bit_set_bits(uint64_t h) {
  return UINT64_C(1) << (h & 63) | UINT64_C(1) << (h >> 6 & 63);
}
static inline const uint64_t *gloss_bit_set_word(const gloss_bit_set *set,
                                                 uint64_t h) {
  return set->words + (h >> set->shift);
}
static inline bool gloss_bit_set_has(const gloss_bit_set *set, uint64_t h) {
  uint64_t bits = gloss_bit_set_bits(h);
  return (*gloss_bit_set_word(set, h) & bits) == bits;
}
/* Of so many words, a power of two over 1. */
static inline unsigned gloss_bit_set_shift(size_t words) {
  return 64 - (unsigned)__builtin_ctzll(words);
}

/* A set that is being made; the words are of malloc. */
typedef struct gloss_bits {
  uint64_t *words;
  size_t count, room; /* words in use, and there */
} gloss_bits;

/* An empty set for up to so many hashes, or more of them less sharp. At most
** `most` words. false: no memory. */
bool gloss_bits_start(gloss_bits *bits, size_t hashes, size_t most);
void gloss_bits_clear(gloss_bits *bits); /* to the size of the start */
void gloss_bits_free(gloss_bits *bits);
static inline void gloss_bits_fetch(const gloss_bits *bits, uint64_t h) {
  __builtin_prefetch(&bits->words[h >> gloss_bit_set_shift(bits->count)], 1);
}
static inline void gloss_bits_add(gloss_bits *bits, uint64_t h) {
  bits->words[h >> gloss_bit_set_shift(bits->count)] |= gloss_bit_set_bits(h);
}
/* Makes it as small as serves, and not over `most` words: the smaller, the more
** of it stays in the cache. */
void gloss_bits_shrink(gloss_bits *bits, size_t most);

#endif

/* bit_set.c - makes sets of hashes. */
#include "dict/bit_set.h"

#include <stdlib.h>
#include <string.h>

enum { LEAST = 16 }; /* words */

bool gloss_bits_start(gloss_bits *bits, size_t hashes, size_t most) {
  bits->room = LEAST;
  while (bits->room < hashes / 4 && bits->room < most) bits->room *= 2;
  bits->count = bits->room;
  bits->words = calloc(bits->room, sizeof *bits->words);
  return bits->words != NULL;
}

void gloss_bits_clear(gloss_bits *bits) {
  bits->count = bits->room;
  memset(bits->words, 0, bits->room * sizeof *bits->words);
}

void gloss_bits_free(gloss_bits *bits) {
  free(bits->words);
  *bits = (gloss_bits){ 0 };
}

static size_t count_bits(const gloss_bits *bits) {
  size_t n = 0;
  for (size_t i = 0; i < bits->count; i++)
    n += (size_t)__builtin_popcountll(bits->words[i]);
  return n;
}

/* Up to an eighth of the bits are set before it is halved. */
void gloss_bits_shrink(gloss_bits *bits, size_t most) {
  size_t set = count_bits(bits);
  while (bits->count > LEAST &&
         (bits->count > most || set < bits->count * 8)) {
    bits->count /= 2;
    for (size_t i = 0; i < bits->count; i++)
      bits->words[i] = bits->words[2 * i] | bits->words[2 * i + 1];
  }
}

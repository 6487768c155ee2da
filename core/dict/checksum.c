/* checksum.c - the checksum of a compiled dictionary: four lanes of 64 bits. */
#include "dict/format.h"
#include "dict/hash.h"

uint64_t gloss_dict_checksum(const void *bytes, size_t len) {
  const unsigned char *at = bytes;
  uint64_t lanes[4] = { 1, 2, 3, 4 }, sum = len;
  unsigned char rest[32] = { 0 };
  while (len > 32) {
    for (int i = 0; i < 4; i++) {
      uint64_t word;
      memcpy(&word, at + 8 * i, 8);
      lanes[i] = gloss_hash_mix((lanes[i] ^ word) * GLOSS_HASH_A);
    }
    at += 32;
    len -= 32;
  }
  memcpy(rest, at, len);
  for (int i = 0; i < 4; i++) {
    uint64_t word;
    memcpy(&word, rest + 8 * i, 8);
    sum = gloss_hash_mix((sum ^ lanes[i]) * GLOSS_HASH_A + word);
  }
  return sum;
}

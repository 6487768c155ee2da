/* checksum.c - the checksum of a compiled dictionary: four lanes of 64 bits. */
#include "dict/format.h"
#include "dict/hash.h"

void gloss_sum_start(gloss_sum *sum) {
  *sum = (gloss_sum){ .lanes = { 1, 2, 3, 4 } };
}

static void add_block(gloss_sum *sum, const unsigned char *block) {
  for (int i = 0; i < 4; i++) {
    uint64_t word;
    memcpy(&word, block + 8 * i, 8);
    sum->lanes[i] = gloss_hash_mix((sum->lanes[i] ^ word) * GLOSS_HASH_A);
  }
}

/* The last block, of up to 32 bytes, is kept until it is known to be that. */
void gloss_sum_add(gloss_sum *sum, const void *bytes, size_t len) {
  const unsigned char *at = bytes;
  sum->len += len;
  if (sum->rest_len > 0) {
    size_t n = sizeof sum->rest - sum->rest_len;
    if (n > len) n = len;
    memcpy(sum->rest + sum->rest_len, at, n);
    sum->rest_len += n;
    at += n;
    len -= n;
    if (len == 0) return;
    add_block(sum, sum->rest);
  }
  for (; len > sizeof sum->rest; len -= sizeof sum->rest) {
    add_block(sum, at);
    at += sizeof sum->rest;
  }
  memcpy(sum->rest, at, len);
  sum->rest_len = len;
}

uint64_t gloss_sum_end(gloss_sum *sum) {
  uint64_t all = sum->len;
  memset(sum->rest + sum->rest_len, 0, sizeof sum->rest - sum->rest_len);
  for (int i = 0; i < 4; i++) {
    uint64_t word;
    memcpy(&word, sum->rest + 8 * i, 8);
    all = gloss_hash_mix((all ^ sum->lanes[i]) * GLOSS_HASH_A + word);
  }
  return all;
}

uint64_t gloss_dict_checksum(const void *bytes, size_t len) {
  gloss_sum sum;
  gloss_sum_start(&sum);
  gloss_sum_add(&sum, bytes, len);
  return gloss_sum_end(&sum);
}

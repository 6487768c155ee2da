/* blocks64.h - 64 bytes at a time as bit masks: which byte is of which class.
**
** The only part of the tokeniser that differs between machines: AVX-512, AVX2
** and plain C give the same masks, so all else gives the same tokens. */
#ifndef GLOSS_TOKENISE_BLOCKS64_H
#define GLOSS_TOKENISE_BLOCKS64_H

#include <stdint.h>

/* Bit i is the byte i of the block. */
typedef struct gloss_block {
  uint64_t letters; /* A-Z a-z */
  uint64_t spaces;  /* space, \t \n \v \f \r */
  uint64_t breaks;  /* \n \r */
  uint64_t commas;  /* , */
  uint64_t colons;  /* : ; */
} gloss_block;

typedef void gloss_block_reader(const char *bytes, gloss_block *block);

/* In order of speed; the first that this machine has is used. */
typedef struct gloss_block_way {
  const char *name; /* "avx512", "avx2", "plain" */
  gloss_block_reader *read;
} gloss_block_way;

/* The ways this machine has, the fastest first, ended by a NULL reader. */
const gloss_block_way *gloss_block_ways(void);

#endif

/* blocks64.c - the classes of each byte, one bit each in the order of
** gloss_block, for machines without wide registers. */
#include "tokenise/blocks64.h"

const uint16_t gloss_block_classes[256] = {
  0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 6, 2, 2, 6, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  2, 64, 128, 0, 0, 0, 0, 0, 256, 512, 0, 0, 8, 0, 32, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 16, 16, 0, 0, 0, 64,
  0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 256, 0, 512, 0, 0,
  0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0,
};

/* units_find.c - where units of plain ASCII start and end, 64 bytes at a time.
*/
#include "dict/units.h"

#include "tokenise/emit.h"

#include <string.h>

enum { BLOCK = GLOSS_UNIT_BLOCK };

/* Writes base + i for each bit i, sixteen at a time: what is behind them is
** overwritten. */
typedef void put_places(uint32_t *out, uint32_t base, uint64_t bits);

GLOSS_INLINE void put_plain(uint32_t *out, uint32_t base, uint64_t bits) {
  const uint64_t last = UINT64_C(1) << 63;
  do {
    for (int k = 0; k < 16; k++, bits &= bits - 1)
      *out++ = base + (uint32_t)__builtin_ctzll(bits | last);
  } while (bits != 0);
}

/* The classes of the bytes at `at`; behind the text they are of none. */
static void read_block(const gloss_unit_scanner *s, size_t at,
                       gloss_word_masks *m) {
  char rest[BLOCK] = { 0 };
  if (s->len - at >= BLOCK) {
    s->classify(s->text + at, m);
    return;
  }
  memcpy(rest, s->text + at, s->len - at);
  s->classify(rest, m);
}

/* What the bytes before a block say about its first one: 0 or 1. */
typedef struct carry {
  uint64_t letter, digit, solid;
} carry;

/* Finds where units start and end from s->at on, up to `end` while text is
** ASCII and there is room; how many are complete. */
GLOSS_INLINE size_t find_with(const gloss_unit_scanner *s, gloss_units *units,
                              size_t end, put_places *put) {
  size_t starts = units->count, ends = starts, at = s->at;
  carry last = { 0, 0, 0 };
  while (at < end && starts <= GLOSS_UNIT_ROOM - BLOCK) {
    gloss_word_masks m;
    uint64_t start, stop, gap, known = ~UINT64_C(0);
    if (end - at < BLOCK) known = (UINT64_C(1) << (end - at)) - 1;
    read_block(s, at, &m);
    m.high &= known;
    if (m.high != 0) known = (m.high & (0 - m.high)) - 1;
    gap = m.blank | m.control;
    start = (m.letter & ~(m.letter << 1 | last.letter)) |
            (m.digit & ~(m.digit << 1 | last.digit)) |
            ~(m.letter | m.digit | gap);
    stop = (start | gap) & (~gap << 1 | last.solid) & known;
    start &= known;
    put(units->starts + starts, (uint32_t)at, start);
    put(units->ends + ends, (uint32_t)at, stop);
    starts += (size_t)__builtin_popcountll(start);
    ends += (size_t)__builtin_popcountll(stop);
    if (m.high != 0) return ends - units->count;
    last = (carry){ m.letter >> 63, m.digit >> 63, ~gap >> 63 };
    at += BLOCK;
  }
  if (at >= end && ends < starts) units->ends[ends++] = (uint32_t)end;
  return ends - units->count;
}

size_t gloss_unit_find_plain(const gloss_unit_scanner *s, gloss_units *units,
                             size_t end) {
  return find_with(s, units, end, put_plain);
}

#ifdef GLOSS_HAVE_X86
GLOSS_TARGET_AVX2 static size_t find_avx2(const gloss_unit_scanner *s,
                                          gloss_units *units, size_t end) {
  return find_with(s, units, end, put_plain);
}
GLOSS_TARGET_AVX512 static size_t find_avx512(const gloss_unit_scanner *s,
                                              gloss_units *units, size_t end) {
  return find_with(s, units, end, gloss_put_positions);
}
#endif

gloss_unit_find *gloss_unit_find_best(void) {
#ifdef GLOSS_HAVE_X86
  if (gloss_has_avx512()) return find_avx512;
  if (gloss_has_avx2()) return find_avx2;
#endif
  return gloss_unit_find_plain;
}

/* break_marks.c - where in 64 bytes an end mark or a line break may begin.
**
** A byte is told by four look-ups: of its nibbles, and of those of the byte
** behind it. A kind of bytes has a bit in each look-up. LF CR ! . ? stand for
** themselves, the others begin a code point of Sentence_Break Sep, ATerm or
** STerm, or one near it. A test compares with the tables. Dashes and curly
** quotes (E2 80 90 to E2 80 9F) are so frequent that they are taken out. */
#include "sentences/break_rules.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

enum {
  LINE = 1,    /* LF CR; F0 (NUL goes with them) */
  STOP = 2,    /* ! . */
  QUESTION = 4,
  NEXT_LINE = 8,  /* C2 85 */
  ARABIC = 16,    /* Armenian, Arabic, Syriac: D6 89, D8 9D to 9F, DB 94,
                     DC 80 to 82 */
  NKO = 32,       /* DF B9 */
  INDIAN = 64,    /* Samaritan, danda, ideographic: E0 A0, E0 A5, E3 80 */
  BEYOND = 128,   /* E1, E2, EA, EF */
  ALONE = LINE | STOP | QUESTION, /* whatever is behind them */
  MANY = ALONE | BEYOND
};
/* Of the byte, by its low and its high nibble. */
static const uint8_t lows[16] = {
  LINE | INDIAN, STOP | BEYOND, NEXT_LINE | BEYOND, INDIAN, 0, 0, ARABIC, 0,
  ARABIC, 0, LINE | BEYOND, ARABIC, ARABIC, LINE, STOP, QUESTION | NKO | BEYOND
};
static const uint8_t highs[16] = {
  LINE, 0, STOP, QUESTION, 0, 0, 0, 0, 0, 0, 0, 0,
  NEXT_LINE, ARABIC | NKO, INDIAN | BEYOND, LINE
};
/* Of the byte behind it. */
static const uint8_t next_lows[16] = {
  MANY | ARABIC | INDIAN, MANY | ARABIC, MANY | ARABIC, MANY, MANY | ARABIC,
  MANY | INDIAN | NEXT_LINE, MANY, MANY, MANY, MANY | ARABIC | NKO, MANY, MANY,
  MANY, MANY | ARABIC, MANY | ARABIC, MANY | ARABIC
};
static const uint8_t next_highs[16] = {
  MANY, MANY, MANY, MANY, MANY, MANY, MANY, MANY,
  MANY | NEXT_LINE | ARABIC | INDIAN, MANY | ARABIC, MANY | INDIAN, MANY | NKO,
  MANY, MANY, MANY, MANY
};

/* `found` without the curly quotes and dashes that are wholly in the block. */
static uint64_t without_quotes(const char *bytes, uint64_t found) {
  for (uint64_t left = found; left != 0; left &= left - 1) {
    unsigned i = (unsigned)__builtin_ctzll(left);
    if (i < 62 && memcmp(bytes + i, "\xE2\x80", 2) == 0 &&
        (unsigned char)bytes[i + 2] >> 4 == 9) found &= ~(left & (~left + 1));
  }
  return found;
}

uint64_t gloss_break_marks_plain(const char *bytes) {
  uint64_t found = 0;
  for (unsigned i = 0; i < 64; i++) {
    unsigned c = (unsigned char)bytes[i];
    unsigned kinds = lows[c & 15] & highs[c >> 4];
    if (i < 63) { /* what is behind the last is not seen */
      c = (unsigned char)bytes[i + 1];
      kinds &= next_lows[c & 15] & next_highs[c >> 4];
    }
    found |= (uint64_t)(kinds != 0) << i;
  }
  return without_quotes(bytes, found);
}

#if defined(__x86_64__)

#define AVX2 __attribute__((target("avx2"))) static inline

AVX2 __m256i load32(const char *bytes) {
  return _mm256_loadu_si256((const __m256i *)(const void *)bytes);
}
AVX2 uint64_t mask32(__m256i bytes) {
  return (uint32_t)_mm256_movemask_epi8(bytes);
}

/* Bit i: byte i, with the bits of `kept` alone, is `c`. */
AVX2 uint64_t equal64(const char *bytes, char kept, char c) {
  __m256i k = _mm256_set1_epi8(kept), wanted = _mm256_set1_epi8(c);
  __m256i a = _mm256_and_si256(load32(bytes), k);
  __m256i b = _mm256_and_si256(load32(bytes + 32), k);
  return mask32(_mm256_cmpeq_epi8(a, wanted)) |
         mask32(_mm256_cmpeq_epi8(b, wanted)) << 32;
}

/* The kinds of 32 bytes by two look-ups. */
AVX2 __m256i look_up(__m256i v, const uint8_t *low, const uint8_t *high) {
  const __m256i nibble = _mm256_set1_epi8(15);
  __m256i by_low = _mm256_broadcastsi128_si256(
      _mm_loadu_si128((const __m128i *)(const void *)low));
  __m256i by_high = _mm256_broadcastsi128_si256(
      _mm_loadu_si128((const __m128i *)(const void *)high));
  return _mm256_and_si256(
      _mm256_shuffle_epi8(by_low, _mm256_and_si256(v, nibble)),
      _mm256_shuffle_epi8(
          by_high, _mm256_and_si256(_mm256_srli_epi16(v, 4), nibble)));
}

AVX2 uint64_t not_zero(__m256i kinds) {
  return mask32(_mm256_cmpeq_epi8(kinds, _mm256_setzero_si256())) ^ 0xFFFFFFFFu;
}

__attribute__((target("avx2"))) static uint64_t marks_avx2(const char *bytes) {
  __m256i a = load32(bytes), b = load32(bytes + 32);
  __m256i last = look_up(b, lows, highs);
  uint64_t end = not_zero(last) >> 31 << 63; /* nothing is seen behind it */
  __m256i behind = _mm256_alignr_epi8(_mm256_permute2x128_si256(b, b, 0x81),
                                      b, 1);
  uint64_t e2, found;
  a = _mm256_and_si256(look_up(a, lows, highs),
                       look_up(load32(bytes + 1), next_lows, next_highs));
  b = _mm256_and_si256(last, look_up(behind, next_lows, next_highs));
  found = not_zero(a) | not_zero(b) << 32 | end;
  e2 = found ? equal64(bytes, (char)0xFF, (char)0xE2) : 0;
  if (e2 == 0) return found;
  e2 &= equal64(bytes, (char)0xFF, (char)0x80) >> 1;
  return found & ~(e2 & equal64(bytes, (char)0xF0, (char)0x90) >> 2);
}

#endif

gloss_break_marks *gloss_break_marks_best(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return marks_avx2;
#endif
  return gloss_break_marks_plain;
}

/* break_marks.c - where in 64 bytes an end mark or a line break may begin.
**
** LF CR ! . ? and the first bytes of all code points of Sentence_Break Sep,
** ATerm and STerm: C2 (NEL), D6 to DF (Armenian, Arabic, Syriac, N'Ko), E0 and
** E1 (India and beyond), E2, E3 (ideographic full stop), EA, EF, F0. A test
** compares with the tables. Dashes and curly quotes (E2 80 90 to E2 80 9F) are
** so frequent that they are taken out again. */
#include "sentences/break_rules.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

/* By low nibble, the high nibbles (a bit each) with which it is a mark. */
enum { H0 = 1, H2 = 2, H3 = 4, HC = 8, HD = 16, HE = 32, HF = 64 };
#define LOW_NIBBLES                                                         \
  HE | HF, H2 | HE, HC | HE, HE, 0, 0, HD, 0, HD, 0, H0 | HE, HD, HD, H0,   \
      H2, H3 | HD | HE
#define HIGH_NIBBLES H0, 0, H2, H3, 0, 0, 0, 0, 0, 0, 0, 0, HC, HD, HE, HF

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
  static const uint8_t low[16] = { LOW_NIBBLES }, high[16] = { HIGH_NIBBLES };
  uint64_t found = 0;
  for (unsigned i = 0; i < 64; i++) {
    unsigned c = (unsigned char)bytes[i];
    found |= (uint64_t)((low[c & 15] & high[c >> 4]) != 0) << i;
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

AVX2 uint64_t marks32(const char *bytes) {
  const __m256i low = _mm256_setr_epi8(LOW_NIBBLES, LOW_NIBBLES);
  const __m256i high = _mm256_setr_epi8(HIGH_NIBBLES, HIGH_NIBBLES);
  const __m256i nibble = _mm256_set1_epi8(15);
  __m256i v = load32(bytes);
  __m256i by_low = _mm256_shuffle_epi8(low, _mm256_and_si256(v, nibble));
  __m256i by_high = _mm256_shuffle_epi8(
      high, _mm256_and_si256(_mm256_srli_epi16(v, 4), nibble));
  __m256i none = _mm256_cmpeq_epi8(_mm256_and_si256(by_low, by_high),
                                   _mm256_setzero_si256());
  return mask32(none) ^ 0xFFFFFFFFu;
}

__attribute__((target("avx2"))) static uint64_t marks_avx2(const char *bytes) {
  uint64_t found = marks32(bytes) | marks32(bytes + 32) << 32;
  uint64_t e2 = found ? equal64(bytes, (char)0xFF, (char)0xE2) : 0;
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

/* word_classes.c - 64 bytes sorted into classes, for words.c. */
#include <string.h>

#include "tokenise/words.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

enum {
  LETTER = 1, DIGIT = 2, UNDERSCORE = 4, MID_LETTER = 8, MID_NUMBER = 16,
  BLANK = 32, CONTROL = 64, HIGH = 128,
  MID_BOTH = MID_LETTER | MID_NUMBER
};

static const uint8_t class_of_byte[128] = {
  0, 0, 0, 0, 0, 0, 0, 0, 0, 64, 64, 64, 64, 64, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  BLANK, 0, 0, 0, 0, 0, 0, MID_BOTH, 0, 0, 0, 0, MID_NUMBER, 0, MID_BOTH, 0,
  2, 2, 2, 2, 2, 2, 2, 2, 2, 2, MID_LETTER, MID_NUMBER, 0, 0, 0, 0,
  0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, UNDERSCORE,
  0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0,
};

/* The bytes from C0 on: are they in `lead`, in `letter`, in neither? */
enum { L = LETTER, D = HIGH };
static const uint8_t class_of_first[64] = {
  D, D, D, D, L, L, L, L, L, L, L, D, D, D, D, D, /* C0 */
  L, L, D, L, D, D, D, D, D, D, L, D, D, D, D, D, /* D0 */
  D, D, D, D, 0, 0, 0, 0, 0, 0, D, L, L, D, D, D, /* E0 */
  D, D, D, D, D, D, D, D, D, D, D, D, D, D, D, D, /* F0 */
};

/* The lowest bit of each of 8 bytes, as 8 bits. */
static inline uint64_t gather(uint64_t bytes) {
  return (bytes & 0x0101010101010101u) * 0x0102040810204080u >> 56;
}

void gloss_word_classify_plain(const char *bytes, gloss_word_masks *out) {
  *out = (gloss_word_masks){ 0 };
  for (unsigned i = 0; i < 64; i += 8) {
    uint64_t classes = 0, first = 0, lead = 0;
    for (unsigned k = 0; k < 8; k++) {
      unsigned char c = (unsigned char)bytes[i + k];
      uint64_t class = c < 128 ? class_of_byte[c] : HIGH;
      if (c >= 0xC0) {
        first |= (uint64_t)1 << k;
        lead |= (uint64_t)class_of_first[c - 0xC0] >> 7 << k;
        class |= class_of_first[c - 0xC0];
      }
      classes |= class << 8 * k;
    }
    out->letter |= gather(classes) << i;
    out->digit |= gather(classes >> 1) << i;
    out->underscore |= gather(classes >> 2) << i;
    out->mid_letter |= gather(classes >> 3) << i;
    out->mid_number |= gather(classes >> 4) << i;
    out->blank |= gather(classes >> 5) << i;
    out->control |= gather(classes >> 6) << i;
    out->high |= gather(classes >> 7) << i;
    out->first |= first << i;
    out->lead |= lead << i;
  }
}

#if defined(__x86_64__)

#define AVX2 __attribute__((target("avx2"))) static inline

AVX2 uint64_t mask32(__m256i bytes) {
  return (uint32_t)_mm256_movemask_epi8(bytes);
}
AVX2 __m256i is(__m256i bytes, char c) {
  return _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(c));
}
/* From `low` to low + count - 1, as unsigned numbers. */
AVX2 __m256i within(__m256i bytes, char low, char count) {
  __m256i offset = _mm256_sub_epi8(bytes, _mm256_set1_epi8(low));
  __m256i most = _mm256_set1_epi8((char)(count - 1));
  return _mm256_cmpeq_epi8(_mm256_min_epu8(offset, most), offset);
}

AVX2 __m256i load32(const char *bytes) {
  return _mm256_loadu_si256((const __m256i *)(const void *)bytes);
}

/* What is above ASCII, where there is any. */
AVX2 void classify_high32(const char *bytes, unsigned shift,
                          gloss_word_masks *m) {
  __m256i v = load32(bytes);
  uint64_t first = mask32(_mm256_and_si256(v, _mm256_slli_epi16(v, 1)));
  uint64_t han = mask32(within(v, (char)0xE4, 6));
  __m256i two = _mm256_or_si256(
      _mm256_or_si256(within(v, (char)0xC4, 7), within(v, (char)0xD0, 2)),
      _mm256_or_si256(is(v, (char)0xD3), is(v, (char)0xDA)));
  uint64_t letter = mask32(_mm256_or_si256(two, within(v, (char)0xEB, 2)));
  m->first |= first << shift;
  m->lead |= (first & ~han & ~letter) << shift;
  m->letter |= letter << shift;
}

AVX2 void classify32(const char *bytes, unsigned shift, gloss_word_masks *m) {
  __m256i v = load32(bytes);
  __m256i lower = _mm256_or_si256(v, _mm256_set1_epi8(32));
  __m256i both = _mm256_or_si256(is(v, '\''), is(v, '.'));
  __m256i number = _mm256_or_si256(is(v, ','), is(v, ';'));
  m->letter |= mask32(within(lower, 'a', 26)) << shift;
  m->digit |= mask32(within(v, '0', 10)) << shift;
  m->underscore |= mask32(is(v, '_')) << shift;
  m->mid_letter |= mask32(_mm256_or_si256(both, is(v, ':'))) << shift;
  m->mid_number |= mask32(_mm256_or_si256(both, number)) << shift;
  m->blank |= mask32(is(v, ' ')) << shift;
  m->control |= mask32(within(v, '\t', 5)) << shift;
  m->high |= mask32(v) << shift;
}

__attribute__((target("avx2"))) static void classify_avx2(
    const char *bytes, gloss_word_masks *out) {
  *out = (gloss_word_masks){ 0 };
  classify32(bytes, 0, out);
  classify32(bytes + 32, 32, out);
  if (out->high == 0) return;
  classify_high32(bytes, 0, out);
  classify_high32(bytes + 32, 32, out);
}

#endif

gloss_word_classify *gloss_word_classify_best(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return classify_avx2;
#endif
  return gloss_word_classify_plain;
}

/* word_classes.c - 64 bytes sorted into classes, for words.c. */
#include <string.h>

#include "tokenise/blocks64.h"
#include "tokenise/words.h"

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

/* The bytes from C0 on: are they in `lead`, in `letter`, in neither? Five more
** need a look at the second byte: letters are C3 (not the signs of
** multiplication and division, 97 and B7), the Greek CE from 8E on (A2 is none)
** and CF (but B6), D8 from A0 on, D9 up to 8A. */
enum { L = LETTER, D = HIGH };
static const uint8_t class_of_first[64] = {
  D, D, D, D, L, L, L, L, L, L, L, D, D, D, D, D, /* C0 */
  L, L, D, L, D, D, D, D, D, D, L, D, D, D, D, D, /* D0 */
  D, D, D, D, 0, 0, 0, 0, 0, 0, D, L, L, D, D, D, /* E0 */
  D, D, D, D, D, D, D, D, D, D, D, D, D, D, D, D, /* F0 */
};

static uint8_t class_of_two(unsigned char first, unsigned char second) {
  bool rest = (second & 0xC0) == 0x80, letter;
  switch (first) {
    case 0xC3: letter = rest && second != 0x97 && second != 0xB7; break;
    case 0xCE: letter = rest && second >= 0x8E && second != 0xA2; break;
    case 0xCF: letter = rest && second != 0xB6; break;
    case 0xD8: letter = rest && second >= 0xA0; break;
    case 0xD9: letter = rest && second <= 0x8A; break;
    default: return class_of_first[first - 0xC0];
  }
  return letter ? L : D;
}

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
        uint64_t two = class_of_two(
            c, i + k < 63 ? (unsigned char)bytes[i + k + 1] : 0);
        first |= (uint64_t)1 << k;
        lead |= two >> 7 << k;
        class |= two;
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

#ifdef GLOSS_HAVE_X86

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

AVX2 uint64_t within64(const __m256i *v, unsigned char low, char count) {
  return mask32(within(v[0], (char)low, count)) |
         mask32(within(v[1], (char)low, count)) << 32;
}
AVX2 uint64_t equal64(const __m256i *v, unsigned char c) {
  return mask32(is(v[0], (char)c)) | mask32(is(v[1], (char)c)) << 32;
}

/* What is above ASCII, where there is any. */
AVX2 void classify_high(const char *bytes, gloss_word_masks *m) {
  const __m256i v[2] = { load32(bytes), load32(bytes + 32) };
  uint64_t first = within64(v, 0xC0, 64);
  uint64_t signs = equal64(v, 0x97) | equal64(v, 0xB7);
  uint64_t letter = within64(v, 0xC4, 7) | within64(v, 0xD0, 2) |
                    equal64(v, 0xD3) | equal64(v, 0xDA) |
                    within64(v, 0xEB, 2);
  letter |= equal64(v, 0xC3) & (m->high & ~first & ~signs) >> 1;
  letter |= equal64(v, 0xCE) &
            (within64(v, 0x8E, 50) & ~equal64(v, 0xA2)) >> 1;
  letter |= equal64(v, 0xCF) & (m->high & ~first & ~equal64(v, 0xB6)) >> 1;
  letter |= equal64(v, 0xD8) & within64(v, 0xA0, 32) >> 1;
  letter |= equal64(v, 0xD9) & within64(v, 0x80, 11) >> 1;
  m->first = first;
  m->lead = first & ~letter & ~within64(v, 0xE4, 6);
  m->letter |= letter;
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
  if (out->high != 0) classify_high(bytes, out);
}

#define AVX512 GLOSS_TARGET_AVX512 static inline

AVX512 uint64_t from512(__m512i v, unsigned char low, char count) {
  __m512i offset = _mm512_sub_epi8(v, _mm512_set1_epi8((char)low));
  return _mm512_cmplt_epu8_mask(offset, _mm512_set1_epi8(count));
}
AVX512 uint64_t is512(__m512i v, unsigned char c) {
  return _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8((char)c));
}

AVX512 void classify_high512(__m512i v, gloss_word_masks *m) {
  uint64_t first = from512(v, 0xC0, 64), rest = m->high & ~first;
  uint64_t letter = from512(v, 0xC4, 7) | from512(v, 0xD0, 2) |
                    is512(v, 0xD3) | is512(v, 0xDA) | from512(v, 0xEB, 2);
  letter |= is512(v, 0xC3) & (rest & ~is512(v, 0x97) & ~is512(v, 0xB7)) >> 1;
  letter |= is512(v, 0xCE) & (from512(v, 0x8E, 50) & ~is512(v, 0xA2)) >> 1;
  letter |= is512(v, 0xCF) & (rest & ~is512(v, 0xB6)) >> 1;
  letter |= is512(v, 0xD8) & from512(v, 0xA0, 32) >> 1;
  letter |= is512(v, 0xD9) & from512(v, 0x80, 11) >> 1;
  m->first = first;
  m->lead = first & ~letter & ~from512(v, 0xE4, 6);
  m->letter |= letter;
}

GLOSS_TARGET_AVX512 static void classify_avx512(const char *bytes,
                                                gloss_word_masks *out) {
  __m512i v = _mm512_loadu_si512(bytes);
  __m512i lower = _mm512_or_si512(v, _mm512_set1_epi8(32));
  uint64_t both = is512(v, '\'') | is512(v, '.');
  out->letter = from512(lower, 'a', 26);
  out->digit = from512(v, '0', 10);
  out->underscore = is512(v, '_');
  out->mid_letter = both | is512(v, ':');
  out->mid_number = both | is512(v, ',') | is512(v, ';');
  out->blank = is512(v, ' ');
  out->control = from512(v, '\t', 5);
  out->high = (uint64_t)_mm512_movepi8_mask(v);
  out->first = out->lead = 0;
  if (out->high != 0) classify_high512(v, out);
}

#endif

gloss_word_classify *gloss_word_classify_best(void) {
#ifdef GLOSS_HAVE_X86
  if (gloss_has_avx512()) return classify_avx512;
  if (__builtin_cpu_supports("avx2")) return classify_avx2;
#endif
  return gloss_word_classify_plain;
}

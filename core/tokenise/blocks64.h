/* blocks64.h - 64 bytes at a time as bit masks: which byte is of which class.
**
** The only part of the tokeniser that differs between machines: AVX-512, AVX2,
** SSE2 and plain C give the same masks, so all else gives the same tokens. The
** readers are inlined into a loop each, see tokenise.c. */
#ifndef GLOSS_TOKENISE_BLOCKS64_H
#define GLOSS_TOKENISE_BLOCKS64_H

#include <stdbool.h>
#include <stdint.h>

#if defined(__x86_64__) && defined(__GNUC__)
#define GLOSS_HAVE_X86 1
#include <immintrin.h>
#define GLOSS_TARGET_AVX2 __attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt")))
#define GLOSS_TARGET_AVX512 \
  __attribute__((target("avx512vbmi2,avx512bw,avx512f,avx2,bmi,bmi2,lzcnt," \
                        "popcnt")))
#endif
#define GLOSS_INLINE static inline __attribute__((always_inline))

#ifdef GLOSS_HAVE_X86
/* Whether this machine has what the two targets name. */
static inline bool gloss_has_avx512(void) {
  return __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512vbmi2") &&
         __builtin_cpu_supports("bmi2");
}
static inline bool gloss_has_avx2(void) {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2");
}
#endif

/* Bit i is the byte i of the block. */
typedef struct gloss_block {
  uint64_t letters; /* A-Z a-z */
  uint64_t spaces;  /* space, \t \n \v \f \r */
  uint64_t breaks;  /* \n \r */
  uint64_t commas, colons, stops, ends; /* ,  : ;  .  ! ? */
  uint64_t quotes, opens, shuts;        /* "  ( [  ) ] */
  uint64_t pairs;   /* C3 to DA: letters of two bytes begin so, and signs */
} gloss_block;

/* The classes of gloss_block in its order, for machines without wide
** registers; spaces that break a line are in two. */
extern const uint16_t gloss_block_classes[256];

GLOSS_INLINE gloss_block gloss_block_plain(const char *bytes) {
  uint64_t m[10] = { 0 }, pairs = 0;
  for (unsigned i = 0; i < 64; i++) {
    uint64_t c = gloss_block_classes[(unsigned char)bytes[i]];
    for (unsigned j = 0; j < 10; j++) m[j] |= (c >> j & 1) << i;
    pairs |= (uint64_t)((unsigned char)bytes[i] - 0xC3u < 24) << i;
  }
  return (gloss_block){ m[0], m[1], m[2], m[3], m[4],
                        m[5], m[6], m[7], m[8], m[9], pairs };
}

#ifdef GLOSS_HAVE_X86
GLOSS_TARGET_AVX512 GLOSS_INLINE uint64_t gloss_equal64(__m512i v, char c) {
  return _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8(c));
}

GLOSS_TARGET_AVX512 GLOSS_INLINE gloss_block
gloss_block_avx512(const char *bytes) {
  __m512i v = _mm512_loadu_si512(bytes);
  __m512i low = _mm512_or_si512(v, _mm512_set1_epi8(32));
  __m512i odd = _mm512_or_si512(v, _mm512_set1_epi8(1));
  __m512i letter = _mm512_sub_epi8(low, _mm512_set1_epi8('a'));
  __m512i space = _mm512_sub_epi8(v, _mm512_set1_epi8('\t'));
  return (gloss_block){
    _mm512_cmplt_epu8_mask(letter, _mm512_set1_epi8(26)),
    _mm512_cmplt_epu8_mask(space, _mm512_set1_epi8(5)) | gloss_equal64(v, ' '),
    gloss_equal64(v, '\n') | gloss_equal64(v, '\r'),
    gloss_equal64(v, ','),
    gloss_equal64(odd, ';'),
    gloss_equal64(v, '.'),
    gloss_equal64(v, '!') | gloss_equal64(v, '?'),
    gloss_equal64(v, '"'),
    gloss_equal64(v, '(') | gloss_equal64(v, '['),
    gloss_equal64(v, ')') | gloss_equal64(v, ']'),
    _mm512_cmplt_epu8_mask(
        _mm512_sub_epi8(v, _mm512_set1_epi8((char)0xC3)), _mm512_set1_epi8(24))
  };
}

/* The bits of 32 bytes that equal `c`. */
GLOSS_TARGET_AVX2 GLOSS_INLINE uint64_t gloss_equal32(__m256i v, char c) {
  return (uint32_t)_mm256_movemask_epi8(
      _mm256_cmpeq_epi8(v, _mm256_set1_epi8(c)));
}

/* The bits of 32 bytes that are at most `n`, as numbers without a sign. */
GLOSS_TARGET_AVX2 GLOSS_INLINE uint64_t gloss_at_most32(__m256i v, char n) {
  return (uint32_t)_mm256_movemask_epi8(
      _mm256_cmpeq_epi8(_mm256_min_epu8(v, _mm256_set1_epi8(n)), v));
}

GLOSS_TARGET_AVX2 GLOSS_INLINE gloss_block
gloss_block_half(const char *bytes) {
  __m256i v = _mm256_loadu_si256((const __m256i *)(const void *)bytes);
  __m256i low = _mm256_or_si256(v, _mm256_set1_epi8(32));
  return (gloss_block){
    gloss_at_most32(_mm256_sub_epi8(low, _mm256_set1_epi8('a')), 25),
    gloss_at_most32(_mm256_sub_epi8(v, _mm256_set1_epi8('\t')), 4) |
        gloss_equal32(v, ' '),
    gloss_equal32(v, '\n') | gloss_equal32(v, '\r'),
    gloss_equal32(v, ','),
    gloss_equal32(_mm256_or_si256(v, _mm256_set1_epi8(1)), ';'),
    gloss_equal32(v, '.'),
    gloss_equal32(v, '!') | gloss_equal32(v, '?'),
    gloss_equal32(v, '"'),
    gloss_equal32(v, '(') | gloss_equal32(v, '['),
    gloss_equal32(v, ')') | gloss_equal32(v, ']'),
    gloss_at_most32(_mm256_sub_epi8(v, _mm256_set1_epi8((char)0xC3)), 23)
  };
}

GLOSS_TARGET_AVX2 GLOSS_INLINE gloss_block
gloss_block_avx2(const char *bytes) {
  gloss_block a = gloss_block_half(bytes), b = gloss_block_half(bytes + 32);
  return (gloss_block){
    a.letters | b.letters << 32, a.spaces | b.spaces << 32,
    a.breaks | b.breaks << 32, a.commas | b.commas << 32,
    a.colons | b.colons << 32, a.stops | b.stops << 32,
    a.ends | b.ends << 32, a.quotes | b.quotes << 32,
    a.opens | b.opens << 32, a.shuts | b.shuts << 32,
    a.pairs | b.pairs << 32
  };
}

/* The bits of 16 bytes that equal `c`; SSE2 is on every x86-64. */
GLOSS_INLINE uint64_t gloss_equal16(__m128i v, char c) {
  return (uint64_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v, _mm_set1_epi8(c)));
}

/* The bits of 16 bytes that are at most `n`, as numbers without a sign. */
GLOSS_INLINE uint64_t gloss_at_most16(__m128i v, char n) {
  return (uint64_t)_mm_movemask_epi8(
      _mm_cmpeq_epi8(_mm_min_epu8(v, _mm_set1_epi8(n)), v));
}

GLOSS_INLINE gloss_block gloss_block_sse2(const char *bytes) {
  gloss_block b = { 0 };
  for (unsigned i = 0; i < 64; i += 16) {
    __m128i v = _mm_loadu_si128((const __m128i *)(const void *)(bytes + i));
    __m128i low = _mm_or_si128(v, _mm_set1_epi8(32));
    __m128i odd = _mm_or_si128(v, _mm_set1_epi8(1));
    __m128i letter = _mm_sub_epi8(low, _mm_set1_epi8('a'));
    __m128i space = _mm_sub_epi8(v, _mm_set1_epi8('\t'));
    b.letters |= gloss_at_most16(letter, 25) << i;
    b.spaces |= (gloss_at_most16(space, 4) | gloss_equal16(v, ' ')) << i;
    b.breaks |= (gloss_equal16(v, '\n') | gloss_equal16(v, '\r')) << i;
    b.commas |= gloss_equal16(v, ',') << i;
    b.colons |= gloss_equal16(odd, ';') << i;
    b.stops |= gloss_equal16(v, '.') << i;
    b.ends |= (gloss_equal16(v, '!') | gloss_equal16(v, '?')) << i;
    b.quotes |= gloss_equal16(v, '"') << i;
    b.opens |= (gloss_equal16(v, '(') | gloss_equal16(v, '[')) << i;
    b.shuts |= (gloss_equal16(v, ')') | gloss_equal16(v, ']')) << i;
    b.pairs |= gloss_at_most16(
                   _mm_sub_epi8(v, _mm_set1_epi8((char)0xC3)), 23) << i;
  }
  return b;
}
#endif

#endif

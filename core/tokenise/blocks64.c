/* blocks64.c - 64 bytes at a time as bit masks, by what the machine offers. */
#include "tokenise/blocks64.h"

#include <stddef.h>

#if defined(__x86_64__) && defined(__GNUC__)
#define HAVE_X86 1
#include <immintrin.h>
#endif

enum { LETTER = 1, SPACE = 2, BREAK = 4, COMMA = 8, COLON = 16 };

static unsigned class_of(unsigned char c) {
  if ((unsigned)(c | 32) - 'a' < 26) return LETTER;
  switch (c) {
    case '\n': case '\r': return SPACE | BREAK;
    case ' ': case '\t': case '\v': case '\f': return SPACE;
    case ',': return COMMA;
    case ';': case ':': return COLON;
    default: return 0;
  }
}

static void read_plain(const char *bytes, gloss_block *block) {
  uint64_t letters = 0, spaces = 0, breaks = 0, commas = 0, colons = 0;
  for (unsigned i = 0; i < 64; i++) {
    uint64_t c = class_of((unsigned char)bytes[i]);
    letters |= (c & 1) << i;
    spaces |= (c >> 1 & 1) << i;
    breaks |= (c >> 2 & 1) << i;
    commas |= (c >> 3 & 1) << i;
    colons |= (c >> 4 & 1) << i;
  }
  *block = (gloss_block){ letters, spaces, breaks, commas, colons };
}

#ifdef HAVE_X86
__attribute__((target("avx512bw,avx512f"))) static void read_avx512(
    const char *bytes, gloss_block *block) {
  __m512i v = _mm512_loadu_si512(bytes);
  __m512i low = _mm512_or_si512(v, _mm512_set1_epi8(32));
  __m512i letter = _mm512_sub_epi8(low, _mm512_set1_epi8('a'));
  __m512i space = _mm512_sub_epi8(v, _mm512_set1_epi8('\t'));
  block->letters =
      _mm512_cmplt_epu8_mask(letter, _mm512_set1_epi8(26));
  block->breaks = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('\n')) |
                  _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('\r'));
  block->spaces = _mm512_cmplt_epu8_mask(space, _mm512_set1_epi8(5)) |
                  _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8(' '));
  block->commas = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8(','));
  block->colons = _mm512_cmpeq_epi8_mask(
      _mm512_or_si512(v, _mm512_set1_epi8(1)), _mm512_set1_epi8(';'));
}

typedef struct halves {
  uint32_t letters, spaces, breaks, commas, colons;
} halves;

__attribute__((target("avx2"))) static halves read_half(const char *bytes) {
  __m256i v = _mm256_loadu_si256((const __m256i *)(const void *)bytes);
  __m256i low = _mm256_or_si256(v, _mm256_set1_epi8(32));
  __m256i letter = _mm256_sub_epi8(low, _mm256_set1_epi8('a'));
  __m256i space = _mm256_sub_epi8(v, _mm256_set1_epi8('\t'));
  __m256i comma = _mm256_cmpeq_epi8(v, _mm256_set1_epi8(','));
  __m256i colon = _mm256_cmpeq_epi8(
      _mm256_or_si256(v, _mm256_set1_epi8(1)), _mm256_set1_epi8(';'));
  /* x <= n, unsigned: min(x, n) == x */
  letter = _mm256_cmpeq_epi8(_mm256_min_epu8(letter, _mm256_set1_epi8(25)),
                             letter);
  space = _mm256_cmpeq_epi8(_mm256_min_epu8(space, _mm256_set1_epi8(4)), space);
  space = _mm256_or_si256(space, _mm256_cmpeq_epi8(v, _mm256_set1_epi8(' ')));
  return (halves){
    (uint32_t)_mm256_movemask_epi8(letter),
    (uint32_t)_mm256_movemask_epi8(space),
    (uint32_t)_mm256_movemask_epi8(
        _mm256_or_si256(_mm256_cmpeq_epi8(v, _mm256_set1_epi8('\n')),
                        _mm256_cmpeq_epi8(v, _mm256_set1_epi8('\r')))),
    (uint32_t)_mm256_movemask_epi8(comma),
    (uint32_t)_mm256_movemask_epi8(colon)
  };
}

__attribute__((target("avx2"))) static void read_avx2(const char *bytes,
                                                      gloss_block *block) {
  halves a = read_half(bytes), b = read_half(bytes + 32);
  block->letters = a.letters | (uint64_t)b.letters << 32;
  block->spaces = a.spaces | (uint64_t)b.spaces << 32;
  block->breaks = a.breaks | (uint64_t)b.breaks << 32;
  block->commas = a.commas | (uint64_t)b.commas << 32;
  block->colons = a.colons | (uint64_t)b.colons << 32;
}
#endif

const gloss_block_way *gloss_block_ways(void) {
  static const gloss_block_way ways[] = {
#ifdef HAVE_X86
    { "avx512", read_avx512 },
    { "avx2", read_avx2 },
#endif
    { "plain", read_plain },
    { NULL, NULL }
  };
#ifdef HAVE_X86
  if (__builtin_cpu_supports("avx512bw")) return &ways[0];
  return __builtin_cpu_supports("avx2") ? &ways[1] : &ways[2];
#else
  return &ways[0];
#endif
}

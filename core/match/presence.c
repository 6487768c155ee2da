/* presence.c - which words a document has, and where. */
#include "match/presence.h"

#if defined(__x86_64__) && (defined(__GNUC__) || defined(__clang__))
#define WITH_AVX2 1
#include <immintrin.h>
#else
#define WITH_AVX2 0
#endif

void gloss_words_note(const uint32_t *words, size_t count, uint64_t *present) {
  for (size_t i = 0; i < count; i++) {
    uint32_t bit = words[i] % GLOSS_PRESENT_BITS;
    present[bit / 64] |= (uint64_t)1 << (bit % 64);
  }
}

static size_t find_plain(const uint32_t *words, size_t at, size_t end,
                         const uint32_t *others, size_t few) {
  for (; at < end; at++)
    for (size_t k = 0; k < few; k++)
      if (words[at] == others[k]) return at;
  return end;
}

#if WITH_AVX2
#define AVX2 __attribute__((target("avx2")))

/* Which of eight words are one of the others, as bits of bytes. */
AVX2 static inline __m256i equal(const uint32_t *words, const __m256i *wanted,
                                 size_t few) {
  __m256i eight = _mm256_loadu_si256((const __m256i *)(const void *)words);
  __m256i found = _mm256_cmpeq_epi32(eight, wanted[0]);
  for (size_t k = 1; k < few; k++)
    found = _mm256_or_si256(found, _mm256_cmpeq_epi32(eight, wanted[k]));
  return found;
}

AVX2 static size_t find_avx2(const uint32_t *words, size_t at, size_t end,
                             const uint32_t *others, size_t few) {
  __m256i wanted[GLOSS_FEW_WORDS];
  for (size_t k = 0; k < few; k++)
    wanted[k] = _mm256_set1_epi32((int)others[k]);
  for (; end - at >= 16; at += 16) {
    __m256i one = equal(words + at, wanted, few);
    __m256i two = equal(words + at + 8, wanted, few);
    if (!_mm256_testz_si256(_mm256_or_si256(one, two),
                            _mm256_or_si256(one, two)))
      break; /* one of the sixteen */
  }
  return find_plain(words, at, end, others, few);
}
#endif

size_t gloss_words_find(const uint32_t *words, size_t at, size_t end,
                        const uint32_t *others, size_t few) {
#if WITH_AVX2
  if (few > 0 && __builtin_cpu_supports("avx2"))
    return find_avx2(words, at, end, others, few);
#endif
  return find_plain(words, at, end, others, few);
}

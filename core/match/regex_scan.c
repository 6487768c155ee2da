/* regex_scan.c - finds where one of some prefixes stands.
**
** In the manner of Teddy (Hyperscan): for each of the first three bytes a table
** by half bytes says in which buckets it may stand; 32 places are looked at
** at once. What passes is compared with the prefixes of its buckets. */
#include <stdlib.h>
#include <string.h>

#include "gloss.h"
#include "match/regex_prefix.h"

#if defined(__x86_64__) && (defined(__GNUC__) || defined(__clang__))
#define WITH_AVX2 1
#include <immintrin.h>
#else
#define WITH_AVX2 0
#endif

/* ---- Is it worth it? ---- */

/* How often a byte stands in text of the Latin script, in 1/1000. */
static double weight_of(unsigned c) {
  if (c == ' ') return 160;
  if (c >= 'a' && c <= 'z') return strchr("etaoinsrhld", (int)c) ? 60 : 15;
  if (c >= 'A' && c <= 'Z') return 2;
  if (c >= '0' && c <= '9') return 2;
  return c < 0x80 ? 3 : 0.5;
}

static double share_of(const gloss_byte_set *set) {
  double sum = 0;
  for (unsigned c = 0; c < 256; c++)
    if (gloss_byte_in(set, (unsigned char)c)) sum += weight_of(c);
  return sum < 1000 ? sum / 1000 : 1;
}

/* Of how many places would one have to be looked at? */
static bool is_selective(const gloss_prefixes *p) {
  double sum = 0;
  for (size_t i = 0; i < p->count; i++) {
    double share = 1;
    for (uint8_t k = 0; k < p->list[i].len; k++)
      share *= share_of(&p->list[i].bytes[k]);
    sum += share;
  }
  return sum < 1.0 / 16;
}

/* ---- Making ---- */

static bool is_word_byte(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z') || c == '_';
}

/* An edge counts where only letters and digits of ASCII may follow: then none
** may stand before. */
static void settle_edge(gloss_prefix *p) {
  for (unsigned c = 0; c < 256; c++)
    if (gloss_byte_in(&p->bytes[0], (unsigned char)c) &&
        !is_word_byte((unsigned char)c))
      p->edge = false;
}

/* Prefixes that begin alike come together. */
static int by_bytes(const void *left, const void *right) {
  const gloss_prefix *a = left, *b = right;
  if (a->edge != b->edge) return a->edge ? -1 : 1;
  return memcmp(a->bytes, b->bytes, sizeof a->bytes);
}

static void fill_tables(gloss_scanner *s) {
  s->at_edges = UINT8_MAX;
  for (int bucket = 0; bucket < GLOSS_SCAN_BUCKETS; bucket++)
    for (uint32_t i = s->from[bucket]; i < s->from[bucket + 1]; i++)
      if (!s->prefixes.list[i].edge) s->at_edges &= (uint8_t)~(1u << bucket);
  for (unsigned c = 0; c < 256; c++)
    s->word[c] = is_word_byte((unsigned char)c);
  for (int bucket = 0; bucket < GLOSS_SCAN_BUCKETS; bucket++)
    for (uint32_t i = s->from[bucket]; i < s->from[bucket + 1]; i++)
      for (int k = 0; k < GLOSS_SCAN_BYTES; k++)
        for (unsigned c = 0; c < 256; c++) {
          const gloss_prefix *p = &s->prefixes.list[i];
          if (k < p->len && !gloss_byte_in(&p->bytes[k], (unsigned char)c))
            continue;
          s->whole[k][c] |= (uint8_t)(1u << bucket);
          s->low[k][c & 15] |= (uint8_t)(1u << bucket);
          s->high[k][c >> 4] |= (uint8_t)(1u << bucket);
        }
}

gloss_scanner *gloss_scanner_new(const char *pattern, size_t len,
                                 unsigned flags) {
  gloss_prefixes prefixes;
  gloss_scanner *s;
  if (!gloss_prefixes_read(&prefixes, pattern, len, flags)) return NULL;
  s = is_selective(&prefixes) ? calloc(1, sizeof *s) : NULL;
  if (s == NULL) {
    gloss_prefixes_free(&prefixes);
    return NULL;
  }
  for (size_t i = 0; i < prefixes.count; i++) settle_edge(&prefixes.list[i]);
  qsort(prefixes.list, prefixes.count, sizeof *prefixes.list, by_bytes);
  s->prefixes = prefixes;
  for (size_t b = 0; b <= GLOSS_SCAN_BUCKETS; b++)
    s->from[b] = (uint32_t)(prefixes.count * b / GLOSS_SCAN_BUCKETS);
  fill_tables(s);
  return s;
}

void gloss_scanner_free(gloss_scanner *s) {
  if (s == NULL) return;
  gloss_prefixes_free(&s->prefixes);
  free(s);
}

/* ---- Scanning ---- */

static bool stands_at(const gloss_prefix *p, const unsigned char *text,
                      size_t len, size_t at, bool inside) {
  if (p->len > len - at || (p->edge && inside)) return false;
  for (uint8_t k = 0; k < p->len; k++)
    if (!gloss_byte_in(&p->bytes[k], text[at + k])) return false;
  return true;
}

/* Does a prefix of one of the buckets (bits) stand here? */
static bool is_prefix(const gloss_scanner *s, const unsigned char *text,
                      size_t len, size_t at, unsigned buckets) {
  bool inside = at > 0 && s->word[text[at - 1]];
  if (inside) buckets &= ~(unsigned)s->at_edges;
  for (; buckets != 0; buckets &= buckets - 1) {
    unsigned b = (unsigned)__builtin_ctz(buckets);
    for (uint32_t i = s->from[b]; i < s->from[b + 1]; i++)
      if (stands_at(&s->prefixes.list[i], text, len, at, inside)) return true;
  }
  return false;
}

/* The same from `at` on, one byte after the other. */
static size_t next_plain(const gloss_scanner *s, const unsigned char *text,
                         size_t len, size_t at) {
  for (; at < len; at++) {
    unsigned buckets = s->whole[0][text[at]];
    if (at + 1 < len) buckets &= s->whole[1][text[at + 1]];
    if (at + 2 < len) buckets &= s->whole[2][text[at + 2]];
    if (buckets != 0 && is_prefix(s, text, len, at, buckets)) return at;
  }
  return len;
}

#if WITH_AVX2
#define AVX2 __attribute__((target("avx2")))

AVX2 static inline __m256i table(const uint8_t *sixteen) {
  return _mm256_broadcastsi128_si256(
      _mm_loadu_si128((const __m128i *)(const void *)sixteen));
}

/* The buckets in which 32 bytes may stand. */
AVX2 static inline __m256i buckets_of(__m256i bytes, __m256i low,
                                      __m256i high) {
  __m256i nibble = _mm256_set1_epi8(15);
  __m256i upper = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), nibble);
  return _mm256_and_si256(
      _mm256_shuffle_epi8(low, _mm256_and_si256(bytes, nibble)),
      _mm256_shuffle_epi8(high, upper));
}

AVX2 static inline __m256i load(const unsigned char *at) {
  return _mm256_loadu_si256((const __m256i *)(const void *)at);
}

AVX2 static size_t next_avx2(const gloss_scanner *s, const unsigned char *text,
                             size_t len, size_t at) {
  __m256i low0 = table(s->low[0]), high0 = table(s->high[0]);
  __m256i low1 = table(s->low[1]), high1 = table(s->high[1]);
  __m256i low2 = table(s->low[2]), high2 = table(s->high[2]);
  for (; len - at >= 32 + GLOSS_SCAN_BYTES; at += 32) {
    __m256i found = _mm256_and_si256(
        _mm256_and_si256(buckets_of(load(text + at), low0, high0),
                         buckets_of(load(text + at + 1), low1, high1)),
        buckets_of(load(text + at + 2), low2, high2));
    uint32_t places = ~(uint32_t)_mm256_movemask_epi8(
        _mm256_cmpeq_epi8(found, _mm256_setzero_si256()));
    uint8_t buckets[32];
    if (places == 0) continue;
    _mm256_storeu_si256((__m256i *)(void *)buckets, found);
    for (; places != 0; places &= places - 1) {
      unsigned k = (unsigned)__builtin_ctz(places);
      if (is_prefix(s, text, len, at + k, buckets[k])) return at + k;
    }
  }
  return next_plain(s, text, len, at);
}
#endif

size_t gloss_scanner_next(const gloss_scanner *s, const char *text, size_t len,
                          size_t at) {
  const unsigned char *bytes = (const unsigned char *)text;
  if (at >= len) return len;
#if WITH_AVX2
  if (__builtin_cpu_supports("avx2")) return next_avx2(s, bytes, len, at);
#endif
  return next_plain(s, bytes, len, at);
}

/* utf8.c - is it UTF-8, and where not?
**
** Two ways with one answer: plain C, and AVX2 where the machine has it, which
** only says yes or no of 32 bytes at a time and leaves the place to plain C.
** What follows a lead byte is table 3-7 of the Unicode standard: second bytes
** of E0, ED, F0 and F4 are narrower, so that overlong forms, surrogates and
** what lies above U+10FFFF are refused. */
#include "unicode/utf8.h"

#include <stdbool.h>
#include <string.h>

#include "gloss.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

size_t gloss_utf8_one(const char *text, size_t len, size_t at, size_t *bad) {
  const unsigned char *s = (const unsigned char *)text + at;
  size_t left = len - at, size, i;
  unsigned low = 0x80, high = 0xBF; /* of the second byte */
  *bad = 1;
  if (s[0] < 0x80) return 1;
  if (s[0] < 0xC2 || s[0] > 0xF4) return 0;
  size = s[0] < 0xE0 ? 2 : s[0] < 0xF0 ? 3 : 4;
  if (s[0] == 0xE0) low = 0xA0;
  if (s[0] == 0xED) high = 0x9F;
  if (s[0] == 0xF0) low = 0x90;
  if (s[0] == 0xF4) high = 0x8F;
  if (left < 2 || s[1] < low || s[1] > high) return 0;
  for (i = 2; i < size; i++) {
    *bad = i;
    if (i >= left || (s[i] & 0xC0) != 0x80) return 0;
  }
  return size;
}

/* Bytes from `at` on that are ASCII, in steps of 64 (fewer are not counted).*/
static size_t ascii_blocks(const char *text, size_t len, size_t at) {
  size_t from = at;
  for (; len - at >= 64; at += 64) {
    uint64_t w[8], all = 0;
    memcpy(w, text + at, 64);
    for (size_t i = 0; i < 8; i++) all |= w[i];
    if (all & 0x8080808080808080u) break;
  }
  return at - from;
}

static size_t check_from(const char *text, size_t len, size_t at) {
  size_t bad, size;
  while (at < len) {
    if ((unsigned char)text[at] < 0x80) {
      size = ascii_blocks(text, len, at);
      at += size ? size : 1;
    } else if ((size = gloss_utf8_one(text, len, at, &bad)) != 0) {
      at += size;
    } else {
      return at;
    }
  }
  return len;
}

size_t gloss_utf8_check_plain(const char *text, size_t len) {
  return check_from(text, len, 0);
}

#if defined(__x86_64__)

/* The method of Keiser and Lemire ("Validating UTF-8 in less than one
** instruction per byte"): three look-ups by nibble name the faults that a
** pair of bytes may be; only one that all three name is real. */
enum {
  TOO_SHORT = 1,   /* a lead byte, and no continuation behind it */
  TOO_LONG = 2,    /* a continuation behind ASCII */
  OVERLONG_3 = 4,  /* E0 80..9F */
  TOO_LARGE = 8,   /* F4 90..BF, F5.. 90..BF */
  SURROGATE = 16,  /* ED A0..BF */
  OVERLONG_2 = 32, /* C0, C1 */
  OVERLONG_4 = 64, /* F0 80..8F; also F5.. 80..8F */
  TWO_CONTS = 128, /* two continuations: right only in a longer form */
  CARRY = TOO_SHORT | TOO_LONG | TWO_CONTS
};

#define TWICE(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p)               \
  _mm256_setr_epi8((char)(a), (char)(b), (char)(c), (char)(d), (char)(e),   \
                   (char)(f), (char)(g), (char)(h), (char)(i), (char)(j),   \
                   (char)(k), (char)(l), (char)(m), (char)(n), (char)(o),   \
                   (char)(p), (char)(a), (char)(b), (char)(c), (char)(d),   \
                   (char)(e), (char)(f), (char)(g), (char)(h), (char)(i),   \
                   (char)(j), (char)(k), (char)(l), (char)(m), (char)(n),   \
                   (char)(o), (char)(p))

/* The bytes `n` places before those of `now`. */
#define BEFORE(now, last, n) \
  _mm256_alignr_epi8(now, _mm256_permute2x128_si256(last, now, 0x21), 16 - (n))

__attribute__((target("avx2"))) static inline __m256i high_nibbles(__m256i v) {
  return _mm256_and_si256(_mm256_srli_epi16(v, 4), _mm256_set1_epi8(15));
}

/* Not zero where a byte of `now` cannot follow those before it. */
__attribute__((target("avx2"))) static __m256i faults(__m256i now,
                                                      __m256i last) {
  const __m256i first_high = TWICE(
      TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG,
      TOO_LONG, TWO_CONTS, TWO_CONTS, TWO_CONTS, TWO_CONTS,
      TOO_SHORT | OVERLONG_2, TOO_SHORT, TOO_SHORT | OVERLONG_3 | SURROGATE,
      TOO_SHORT | TOO_LARGE | OVERLONG_4);
  const __m256i first_low = TWICE(
      CARRY | OVERLONG_3 | OVERLONG_2 | OVERLONG_4, CARRY | OVERLONG_2, CARRY,
      CARRY, CARRY | TOO_LARGE, CARRY | TOO_LARGE | OVERLONG_4,
      CARRY | TOO_LARGE | OVERLONG_4, CARRY | TOO_LARGE | OVERLONG_4,
      CARRY | TOO_LARGE | OVERLONG_4, CARRY | TOO_LARGE | OVERLONG_4,
      CARRY | TOO_LARGE | OVERLONG_4, CARRY | TOO_LARGE | OVERLONG_4,
      CARRY | TOO_LARGE | OVERLONG_4,
      CARRY | TOO_LARGE | OVERLONG_4 | SURROGATE,
      CARRY | TOO_LARGE | OVERLONG_4, CARRY | TOO_LARGE | OVERLONG_4);
  const __m256i second_high = TWICE(
      TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
      TOO_SHORT, TOO_SHORT,
      TOO_LONG | OVERLONG_2 | TWO_CONTS | OVERLONG_3 | OVERLONG_4,
      TOO_LONG | OVERLONG_2 | TWO_CONTS | OVERLONG_3 | TOO_LARGE,
      TOO_LONG | OVERLONG_2 | TWO_CONTS | SURROGATE | TOO_LARGE,
      TOO_LONG | OVERLONG_2 | TWO_CONTS | SURROGATE | TOO_LARGE, TOO_SHORT,
      TOO_SHORT, TOO_SHORT, TOO_SHORT);
  __m256i first = BEFORE(now, last, 1);
  __m256i pair = _mm256_and_si256(
      _mm256_and_si256(
          _mm256_shuffle_epi8(first_high, high_nibbles(first)),
          _mm256_shuffle_epi8(first_low, _mm256_and_si256(
                                             first, _mm256_set1_epi8(15)))),
      _mm256_shuffle_epi8(second_high, high_nibbles(now)));
  /* third or fourth byte of a form: there TWO_CONTS must be, else not */
  __m256i third = _mm256_subs_epu8(BEFORE(now, last, 2),
                                   _mm256_set1_epi8((char)(0xE0 - 0x80)));
  __m256i fourth = _mm256_subs_epu8(BEFORE(now, last, 3),
                                    _mm256_set1_epi8((char)(0xF0 - 0x80)));
  __m256i wanted = _mm256_and_si256(_mm256_or_si256(third, fourth),
                                    _mm256_set1_epi8((char)0x80));
  return _mm256_xor_si256(wanted, pair);
}

/* A place at or before the first fault, from which plain C can go on. */
__attribute__((target("avx2"))) static size_t good_blocks(const char *text,
                                                          size_t len) {
  __m256i last = _mm256_setzero_si256();
  bool open = false; /* may `last` end inside a code point? */
  size_t at = 0;
  for (; len - at >= 32; at += 32) {
    __m256i now = _mm256_loadu_si256((const __m256i *)(text + at));
    bool ascii = _mm256_movemask_epi8(now) == 0;
    if (!ascii || open) {
      __m256i fault = faults(now, last);
      if (!_mm256_testz_si256(fault, fault)) break;
    }
    last = now;
    open = !ascii;
  }
  /* the last code point may go on behind `at`, or be the one at fault */
  for (size_t i = 0; i < 4 && at > 0; i++) at = gloss_utf8_before(text, at);
  return at;
}

#endif

size_t gloss_utf8_check(const char *text, size_t len) {
  size_t at = 0;
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) at = good_blocks(text, len);
#endif
  return check_from(text, len, at);
}

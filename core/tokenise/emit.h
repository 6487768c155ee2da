/* emit.h - adds the plain tokens of a block to the columns: words of ASCII
** letters, and single signs. One way for each way of reading blocks; all write
** the same. There is room for 128 tokens, of which some may be overwritten
** with waste behind those added. */
#ifndef GLOSS_TOKENISE_EMIT_H
#define GLOSS_TOKENISE_EMIT_H

#include "tokenise/blocks64.h"
#include "tokenise/token_list.h"
#include "tokenise/token_rules.h"

/* Bit i of `starts` and of `ends`: a token starts at, or ends before, byte
** base + i. `signs`: the starts of tokens that are a sign. */
typedef void gloss_emit(gloss_token_list *list, uint32_t base, uint64_t starts,
                        uint64_t ends, uint64_t signs);

GLOSS_INLINE void gloss_emit_plain(gloss_token_list *list, uint32_t base,
                                   uint64_t starts, uint64_t ends,
                                   uint64_t signs) {
  size_t n = list->count;
  for (; starts != 0; starts &= starts - 1, ends &= ends - 1, n++) {
    unsigned start = (unsigned)__builtin_ctzll(starts);
    bool sign = (signs >> start & 1) != 0;
    list->starts[n] = base + start;
    list->ends[n] = base + (unsigned)__builtin_ctzll(ends);
    list->kinds[n] = sign ? GLOSS_PUNCTUATION : GLOSS_WORD;
    list->flags[n] = GLOSS_ASCII | GLOSS_ONE_ATOM;
    list->rules[n] = sign ? TOKEN_MARK : TOKEN_WORD;
  }
  list->count = n;
}

/* Gives `flags` to tokens with bytes above ASCII: those in `high`, all of them
** in tokens. `first` tokens start before these. */
GLOSS_INLINE void gloss_emit_wide(uint8_t *column, size_t first,
                                  uint64_t starts, uint64_t ends,
                                  uint64_t high, uint8_t flags) {
  while (high != 0) {
    uint64_t upto = high ^ (high - 1); /* the lowest bit, and those below */
    uint64_t behind = ends & ~upto;
    column[first + (size_t)__builtin_popcountll(starts & upto) - 1] = flags;
    high &= behind != 0 ? ~((behind & (~behind + 1)) - 1) : 0;
  }
}

#ifdef GLOSS_HAVE_X86
/* Writes the positions of the bits of `mask`, sixteen at a time. */
GLOSS_TARGET_AVX512 GLOSS_INLINE void gloss_put_positions(uint32_t *out,
                                                          uint32_t base,
                                                          uint64_t mask) {
  const __m512i places = _mm512_set_epi64(
      0x3F3E3D3C3B3A3938, 0x3736353433323130, 0x2F2E2D2C2B2A2928,
      0x2726252423222120, 0x1F1E1D1C1B1A1918, 0x1716151413121110,
      0x0F0E0D0C0B0A0908, 0x0706050403020100);
  __m512i packed = _mm512_maskz_compress_epi8(mask, places);
  __m512i from = _mm512_set1_epi32((int)base);
  int count = __builtin_popcountll(mask);
  _mm512_storeu_si512(out, _mm512_add_epi32(from, _mm512_cvtepu8_epi32(
                               _mm512_castsi512_si128(packed))));
  if (count <= 16) return;
  _mm512_storeu_si512(out + 16, _mm512_add_epi32(from, _mm512_cvtepu8_epi32(
                                    _mm512_extracti32x4_epi32(packed, 1))));
  if (count <= 32) return;
  _mm512_storeu_si512(out + 32, _mm512_add_epi32(from, _mm512_cvtepu8_epi32(
                                    _mm512_extracti32x4_epi32(packed, 2))));
  _mm512_storeu_si512(out + 48, _mm512_add_epi32(from, _mm512_cvtepu8_epi32(
                                    _mm512_extracti32x4_epi32(packed, 3))));
}

GLOSS_TARGET_AVX512 GLOSS_INLINE void gloss_emit_avx512(
    gloss_token_list *list, uint32_t base, uint64_t starts, uint64_t ends,
    uint64_t signs) {
  size_t n = list->count;
  uint64_t tokens = _pext_u64(signs, starts); /* bit i: token i is a sign */
  gloss_put_positions(list->starts + n, base, starts);
  gloss_put_positions(list->ends + n, base, ends);
  _mm512_storeu_si512(list->kinds + n,
                      _mm512_mask_set1_epi8(_mm512_set1_epi8(GLOSS_WORD),
                                            tokens, GLOSS_PUNCTUATION));
  _mm512_storeu_si512(list->flags + n,
                      _mm512_set1_epi8(GLOSS_ASCII | GLOSS_ONE_ATOM));
  _mm512_storeu_si512(list->rules + n,
                      _mm512_mask_set1_epi8(_mm512_set1_epi8(TOKEN_WORD),
                                            tokens, TOKEN_MARK));
  list->count = n + (size_t)__builtin_popcountll(starts);
}
#endif

#endif

/* word_tokens.c - the tokens of words.h: what is between two boundaries, and
** of what kind it is. */
#include <string.h>

#include "gloss.h"
#include "tokenise/words.h"
#include "unicode/breaks.h"
#include "unicode/utf8.h"

#define BIT(class) (1u << (class))
#define MARKS (BIT(WB_EXTEND) | BIT(WB_FORMAT) | BIT(WB_ZWJ))
#define LETTERS (BIT(WB_ALETTER) | BIT(WB_HEBREW))

/* ---- Kinds --------------------------------------------------------------- */

/* What the first byte of a token tells of its kind. KEY: a number, unless a
** mark behind it makes the emoji of a key of it. */
enum {
  W = GLOSS_WORD, P = GLOSS_PUNCTUATION, S = GLOSS_SYMBOL,
  LOOK = GLOSS_KINDS, KEY
};
static const uint8_t kind_of_byte[128] = {
  S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S,
  S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S,
  S, P, P, LOOK, S, P, P, P, P, P, LOOK, S, P, P, P, P,
  KEY, KEY, KEY, KEY, KEY, KEY, KEY, KEY, KEY, KEY, P, P, S, S, S, P,
  P, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
  W, W, W, W, W, W, W, W, W, W, W, P, P, P, S, LOOK,
  S, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
  W, W, W, W, W, W, W, W, W, W, W, P, S, P, S, S,
};

static bool emoji_at(const char *text, size_t next, uint32_t end, uint32_t cp,
                     const gloss_class *c) {
  enum { EMOJI_STYLE = 0xFE0F };
  bool key = (cp >= '0' && cp <= '9') || cp == '#' || cp == '*';
  size_t behind;
  if ((c->flags & GLOSS_CP_EMOJI) || c->word == WB_REGIONAL) return true;
  return (key || (c->flags & GLOSS_CP_PICTOGRAPH)) && next < end &&
         gloss_utf8_next(text, next, &behind) == EMOJI_STYLE;
}

uint8_t gloss_word_kind(const char *text, uint32_t start, uint32_t end) {
  uint8_t kind = GLOSS_SYMBOL;
  size_t at = start;
  while (at < end) {
    uint32_t cp = gloss_utf8_next(text, at, &at);
    const gloss_class *c = gloss_class_of(cp);
    if (emoji_at(text, at, end, cp, c)) return GLOSS_EMOJI;
    if (c->word == WB_NUMERIC || (c->flags & GLOSS_CP_NUMBER))
      return GLOSS_NUMBER;
    if ((c->flags & GLOSS_CP_LETTER) || (BIT(c->word) & LETTERS) ||
        c->word == WB_KATAKANA) return GLOSS_WORD;
    if (c->flags & GLOSS_CP_PUNCTUATION) kind = GLOSS_PUNCTUATION;
    if (!(BIT(c->word) & (MARKS | BIT(WB_EXTENDNUMLET)))) return kind;
  }
  return kind;
}

/* The kind where one look at the first code point is enough; else LOOK. */
static uint8_t kind_of_first(const char *text, uint32_t start) {
  size_t next;
  const gloss_class *c = gloss_class_of(gloss_utf8_next(text, start, &next));
  const uint32_t telling = GLOSS_CP_LETTER | GLOSS_CP_NUMBER |
                           GLOSS_CP_PUNCTUATION | GLOSS_CP_PICTOGRAPH;
  bool other = c->word == WB_OTHER;
  switch (c->flags & telling) {
    case GLOSS_CP_LETTER: return GLOSS_WORD;
    case GLOSS_CP_NUMBER: return GLOSS_NUMBER;
    case GLOSS_CP_PUNCTUATION: return other ? GLOSS_PUNCTUATION : LOOK;
    default: return LOOK;
  }
}

static void find_kinds(const char *text, const uint32_t *starts,
                       const uint32_t *ends, uint8_t *kinds, size_t count) {
  for (size_t i = 0; i < count; i++) {
    unsigned char first = (unsigned char)text[starts[i]];
    uint8_t kind = first < 0x80 ? kind_of_byte[first]
                                : kind_of_first(text, starts[i]);
    if (kind == KEY && (ends[i] == starts[i] + 1 || text[starts[i] + 1] >= 0))
      kind = GLOSS_NUMBER;
    if (kind >= LOOK) kind = gloss_word_kind(text, starts[i], ends[i]);
    kinds[i] = kind;
  }
}

/* ---- Tokens -------------------------------------------------------------- */

static size_t count_bits(uint64_t bits) {
  bits -= bits >> 1 & 0x5555555555555555u;
  bits = (bits & 0x3333333333333333u) + (bits >> 2 & 0x3333333333333333u);
  bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0Fu;
  return bits * 0x0101010101010101u >> 56;
}

/* Writes base + i for each bit i; returns how many. Sixteen at a time, so
** that a block of prose takes no turn: there must be room for 64. */
static size_t write_bits(uint64_t bits, uint32_t base, uint32_t *out) {
  size_t count = count_bits(bits), i = 0;
  do {
    for (size_t k = 0; k < 16; k++) {
      out[i + k] = base + (uint32_t)__builtin_ctzll(bits | (uint64_t)1 << 63);
      bits &= bits - 1;
    }
    i += 16;
  } while (i < count);
  return count;
}

static bool narrow_space_at(const char *text, uint32_t at) {
  return memcmp(text + at, "\xE2\x80\xAF", 3) == 0;
}

/* Takes U+202F from the ends of tokens; how many tokens are left. */
static size_t strip_narrow(const char *text, uint32_t *starts, uint32_t *ends,
                           size_t count) {
  size_t kept = 0;
  for (size_t i = 0; i < count; i++) {
    uint32_t start = starts[i], end = ends[i];
    while (end - start >= 3 && narrow_space_at(text, start)) start += 3;
    while (end - start >= 3 && narrow_space_at(text, end - 3)) end -= 3;
    starts[kept] = start;
    ends[kept] = end;
    kept += start < end;
  }
  return kept;
}

/* Adds the starts and ends of a block; a token may begin in one block and end
** in a later one. */
static void add_block(gloss_words *w, const gloss_word_block *b,
                      uint32_t *starts, size_t *start_count, uint32_t *ends,
                      size_t *end_count) {
  uint64_t after_space = b->space << 1 | w->spaced;
  uint64_t valid = b->size < 64 ? ((uint64_t)1 << b->size) - 1 : ~(uint64_t)0;
  uint64_t edge = (b->boundary | b->space | after_space) & valid;
  *start_count += write_bits(edge & ~b->space, b->at, starts + *start_count);
  *end_count += write_bits(edge & ~after_space, b->at, ends + *end_count);
  w->spaced = b->space >> (b->size - 1) & 1;
}

size_t gloss_words_tokens(gloss_words *words, uint32_t *starts, uint32_t *ends,
                          uint8_t *kinds, size_t room) {
  size_t start_count = 0, count = 0;
  gloss_word_block block;
  do {
    bool more = true;
    start_count = count = 0;
    if (words->open) starts[start_count++] = words->start;
    while (start_count + 64 < room && (more = gloss_words_block(words, &block)))
      add_block(words, &block, starts, &start_count, ends, &count);
    if (!more && start_count > count) ends[count++] = words->len;
    words->open = start_count > count;
    if (words->open) words->start = starts[count];
    if (words->narrow) count = strip_narrow(words->text, starts, ends, count);
    if (!more) break;
  } while (count == 0);
  find_kinds(words->text, starts, ends, kinds, count);
  return count;
}

/* word_tokens.c - the tokens of words.h: what is between two boundaries, and
** of what kind it is. */
#include <string.h>

#include "tokenise/emit.h"
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

static uint8_t find_kind(const char *text, uint32_t start, uint32_t end) {
  unsigned char first = (unsigned char)text[start];
  uint8_t kind =
      first < 0x80 ? kind_of_byte[first] : kind_of_first(text, start);
  if (kind == KEY && (end == start + 1 || text[start + 1] >= 0))
    return GLOSS_NUMBER;
  return kind < LOOK ? kind : gloss_word_kind(text, start, end);
}

/* ---- Tokens -------------------------------------------------------------- */

/* Tokens of one call, most of them. */
enum { BLOCK = 64, MOST = 512 };

typedef struct filling {
  const gloss_word_columns *to;
  size_t starts, ends;  /* how many there are */
  size_t odd_count;     /* tokens whose kind is still to be found */
  uint16_t odd[MOST + BLOCK];
} filling;

/* Writes base + i for each bit i. There must be room for 64. */
typedef void put_positions(uint32_t *out, uint32_t base, uint64_t bits);

/* Sixteen at a time, so that a block of prose takes no turn. */
GLOSS_INLINE void put_plain(uint32_t *out, uint32_t base, uint64_t bits) {
  const uint64_t last = (uint64_t)1 << 63;
  do {
    for (size_t k = 0; k < 16; k++, bits &= bits - 1)
      *out++ = base + (uint32_t)__builtin_ctzll(bits | last);
  } while (bits != 0);
}

/* Adds the starts and ends of a block; a token may begin in one block and end
** in a later one. */
GLOSS_INLINE void add_block(gloss_words *w, const gloss_word_block *b,
                            put_positions *put, filling *f) {
  uint64_t after_space = b->space << 1 | w->spaced;
  uint64_t valid = b->size < 64 ? ((uint64_t)1 << b->size) - 1 : ~(uint64_t)0;
  uint64_t edge = (b->boundary | b->space | after_space) & valid;
  uint64_t starts = edge & ~b->space, ends = edge & ~after_space;
  size_t first = f->starts;
  put(f->to->starts + first, b->at, starts);
  put(f->to->ends + f->ends, b->at, ends);
  memset(f->to->kinds + first, GLOSS_WORD, BLOCK);
  memset(f->to->flags + first, GLOSS_ASCII, BLOCK);
  for (uint64_t odd = starts & ~b->word; odd != 0; odd &= odd - 1) {
    uint64_t before = starts & ~odd & (odd - 1);
    f->odd[f->odd_count++] =
        (uint16_t)(first + (size_t)__builtin_popcountll(before));
  }
  if (b->high != 0)
    gloss_emit_wide(f->to->flags, first, starts, ends, b->high & ~b->space, 0);
  f->starts += (size_t)__builtin_popcountll(starts);
  f->ends += (size_t)__builtin_popcountll(ends);
  w->spaced = b->space >> (b->size - 1) & 1;
}

/* Takes up the token that the last call left open. */
static void begin(const gloss_words *w, filling *f) {
  f->starts = f->ends = f->odd_count = 0;
  if (!w->open) return;
  f->to->starts[0] = w->start;
  f->to->kinds[0] = GLOSS_WORD;
  f->to->flags[0] = w->wide ? 0 : GLOSS_ASCII;
  f->odd[f->odd_count++] = 0;
  f->starts = 1;
}

/* Leaves an open token to the next call. */
static void leave(gloss_words *w, filling *f, bool more) {
  if (!more && f->starts > f->ends) f->to->ends[f->ends++] = w->len;
  w->open = f->starts > f->ends;
  if (!w->open) return;
  w->start = f->to->starts[f->ends];
  w->wide = f->to->flags[f->ends] == 0;
}

static bool narrow_space_at(const char *text, uint32_t at) {
  return memcmp(text + at, "\xE2\x80\xAF", 3) == 0;
}

/* Takes U+202F from the ends of tokens, drops those with nothing left, and
** looks at each anew. */
static void strip_narrow(const char *text, filling *f) {
  const gloss_word_columns *to = f->to;
  size_t kept = 0;
  for (size_t i = 0; i < f->ends; i++) {
    uint32_t start = to->starts[i], end = to->ends[i];
    while (end - start >= 3 && narrow_space_at(text, start)) start += 3;
    while (end - start >= 3 && narrow_space_at(text, end - 3)) end -= 3;
    if (start == end) continue;
    to->starts[kept] = start;
    to->ends[kept] = end;
    to->flags[kept] = gloss_all_ascii(text, start, end) ? GLOSS_ASCII : 0;
    to->kinds[kept++] = find_kind(text, start, end);
  }
  f->ends = kept;
}

static void find_kinds(const char *text, const filling *f) {
  const gloss_word_columns *to = f->to;
  for (size_t i = 0; i < f->odd_count && f->odd[i] < f->ends; i++) {
    size_t token = f->odd[i];
    to->kinds[token] = find_kind(text, to->starts[token], to->ends[token]);
  }
}

GLOSS_INLINE size_t fill(gloss_words *w, const gloss_word_columns *columns,
                         put_positions *put) {
  size_t most = columns->room < MOST ? columns->room : MOST;
  gloss_word_block block;
  filling f;
  bool more = true;
  f.to = columns;
  f.ends = 0;
  while (more && f.ends == 0) {
    begin(w, &f);
    while (f.starts + BLOCK <= most && (more = gloss_words_block(w, &block)))
      add_block(w, &block, put, &f);
    leave(w, &f, more);
    if (w->narrow) strip_narrow(w->text, &f);
    else find_kinds(w->text, &f);
  }
  return f.ends;
}

/* ---- One way for each kind of machine ------------------------------------ */

#define FILL(target, name, put)                                           \
  target size_t name(gloss_words *words,                                  \
                     const gloss_word_columns *columns) {                 \
    return fill(words, columns, put);                                     \
  }

#define NO_TARGET
FILL(NO_TARGET, gloss_words_fill_plain, put_plain)
#ifdef GLOSS_HAVE_X86
FILL(GLOSS_TARGET_AVX2 static, fill_avx2, put_plain)
FILL(GLOSS_TARGET_AVX512 static, fill_avx512, gloss_put_positions)
#endif

gloss_words_fill *gloss_words_fill_best(void) {
#ifdef GLOSS_HAVE_X86
  if (gloss_has_avx512()) return fill_avx512;
  if (gloss_has_avx2()) return fill_avx2;
#endif
  return gloss_words_fill_plain;
}

size_t gloss_words_tokens(gloss_words *words,
                          const gloss_word_columns *columns) {
  return words->fill(words, columns);
}

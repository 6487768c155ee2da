/* tokenise.c - a text's tokens: 64 bytes at a time, the hard chunks alone.
**
** A chunk is a maximal run without white space. A block of 64 bytes begins at
** a chunk and is used up to its last white space. In its masks, chunks that
** are words of letters, with the common signs around them, are told from the
** others by an addition: a carry runs through a chunk unless a bad bit stops
** it. The tokens of the plain chunks are then read off the masks; the others
** go to gloss_cut_chunk one by one. */
#include "tokenise/tokenise.h"

#include "tokenise/cutter.h"
#include "tokenise/emit.h"
#include "tokenise/words.h"

#include <string.h>

enum { BLOCK = 64, SPARE = 8, ROOM = BLOCK * 2 };

/* A block's masks, made ready; positions are bits, the text offset apart. */
typedef struct plan {
  uint64_t starts, ends; /* of tokens in plain chunks; ends are behind them */
  uint64_t signs;        /* plain tokens that are a sign */
  uint64_t wide;         /* letters above ASCII in plain chunks */
  uint64_t turns;        /* those at which a sentence may end */
  uint64_t breaks;       /* line breaks */
  uint64_t hard;         /* the first bytes of the other chunks */
  uint64_t hard_ends;    /* the bits behind them */
  unsigned used;         /* bytes dealt with */
} plan;

GLOSS_INLINE uint64_t below(unsigned bit) {
  return bit >= 64 ? ~(uint64_t)0 : ((uint64_t)1 << bit) - 1;
}
GLOSS_INLINE unsigned lowest(uint64_t mask) {
  return (unsigned)__builtin_ctzll(mask);
}
GLOSS_INLINE unsigned highest(uint64_t mask) {
  return 63 - (unsigned)__builtin_clzll(mask);
}

/* The starts of words that may be in clitics.split: four letters or more. */
GLOSS_INLINE uint64_t split_starts(const gloss_language *language,
                                   const char *bytes, uint64_t letters) {
  uint64_t starts = letters & ~(letters << 1) & (letters >> 1) &
                    (letters >> 2) & (letters >> 3);
  uint64_t found = 0;
  for (; starts != 0; starts &= starts - 1) {
    unsigned at = lowest(starts), len = lowest(~(letters >> at));
    found |= (uint64_t)gloss_language_may_split(language, bytes + at, len)
             << at;
  }
  return found;
}

/* The full stops behind words that may be abbreviations; of those with `wide`
** letters any may. */
GLOSS_INLINE uint64_t abbreviation_stops(const gloss_language *language,
                                         const char *bytes, uint64_t words,
                                         uint64_t wide, uint64_t stops) {
  uint64_t found = 0;
  for (; stops != 0; stops &= stops - 1) {
    unsigned stop = lowest(stops), start = highest(words & below(stop));
    bool may = (wide & below(stop) & ~below(start)) != 0 ||
               gloss_language_may_abbreviate(language, bytes + start,
                                             stop - start);
    found |= (uint64_t)may << stop;
  }
  return found;
}

/* Tells plain chunks from hard ones. A plain chunk is one run of letters, with
** "( [ before it and , . ? ! " ) behind it, each sign a token, or a sign alone.
** What signs could mean more (an abbreviation, a bracket at which a sentence
** may end, two end marks) makes a chunk hard. The bits that do so: */
GLOSS_INLINE uint64_t bad_bits(const gloss_language *language,
                               const char *bytes, const gloss_block *b,
                               uint64_t inside, uint64_t signs,
                               uint64_t wide) {
  uint64_t letters = (b->letters | wide) & inside;
  uint64_t first = inside & ~(inside << 1), behind = ~inside & (inside << 1);
  uint64_t words = letters & ~(letters << 1);
  uint64_t alone = words & ~(letters >> 1); /* words of one letter */
  uint64_t last = behind >> 1;
  uint64_t lone = first & last & signs & ~b->shuts; /* a sign and no more */
  uint64_t around = signs & ~lone;
  uint64_t carry = around + (first & around);
  uint64_t lead = around & ~carry, trail = around & ~lead;
  uint64_t ends = trail & (b->stops | b->ends);
  uint64_t bad = (inside & ~letters & ~signs) |
                 (lead & ~(b->quotes | b->opens)) |
                 ((carry & behind) >> 1) |          /* signs and no word */
                 (words & ~first & ~(lead << 1)) |  /* a second word */
                 (trail & b->opens) | (trail & b->shuts & last) |
                 (trail & b->colons & ~last) |
                 (ends & ~(letters << 1)) | (ends & (alone << 1)) |
                 (trail & b->ends & (wide << 1)) | /* of one letter, maybe */
                 (b->commas & (b->commas << 1));
  if (language->colons_end) bad |= signs & b->colons;
  if (language->splits) bad |= split_starts(language, bytes, letters);
  return bad | abbreviation_stops(language, bytes, words, wide,
                                  ends & b->stops & (letters << 1));
}

/* The block has white space. A carry runs through a chunk from its first byte
** and comes out behind it, unless a bad bit stops it. */
GLOSS_INLINE void make_plan(const gloss_language *language, const char *bytes,
                            const gloss_block *b, uint64_t wide, plan *p) {
  uint64_t inside, first, behind, letters, signs, bad, clean;
  p->used = highest(b->spaces) + 1;
  inside = ~b->spaces & below(p->used);
  first = inside & ~(inside << 1);
  behind = ~inside & (inside << 1);
  letters = (b->letters | wide) & inside;
  signs = inside & (b->commas | b->colons | b->stops | b->ends | b->quotes |
                    b->opens | b->shuts);
  bad = bad_bits(language, bytes, b, inside, signs, wide);
  clean = ((inside & ~bad) + first) & behind;
  p->starts = signs | (letters & ~(letters << 1));
  p->ends = (signs << 1) | ((letters & ~(letters >> 1)) << 1);
  p->signs = signs;
  p->wide = wide & inside;
  p->breaks = b->breaks & below(p->used);
  p->hard_ends = behind & ~clean;
  p->hard = 0;
  for (uint64_t ends = p->hard_ends; ends != 0; ends &= ends - 1) {
    unsigned end = lowest(ends), start = highest(first & below(end));
    uint64_t chunk = below(end) & ~below(start);
    p->hard |= (uint64_t)1 << start;
    p->starts &= ~chunk;
    p->ends &= ~(chunk << 1);
    p->signs &= ~chunk;
    p->wide &= ~chunk;
  }
  p->turns = p->signs & (b->stops | b->ends);
}

/* Adds the plain tokens in the bits of `part`, `base` being bit 0. */
GLOSS_INLINE void add_plain(gloss_token_list *list, gloss_emit *emit,
                            size_t base, const plan *p, uint64_t part) {
  size_t first = list->count;
  uint64_t starts = p->starts & part;
  if (starts != 0)
    emit(list, (uint32_t)base, starts, p->ends & (part << 1), p->signs & part);
  if ((p->wide & part) != 0)
    gloss_emit_wide(list->flags, first, starts, p->ends & (part << 1),
                    p->wide & part, GLOSS_ONE_ATOM);
  for (uint64_t all = (p->turns | p->breaks) & part; all != 0;
       all &= all - 1) {
    uint64_t bit = all & (~all + 1);
    size_t i = first + (size_t)__builtin_popcountll(starts & (bit - 1));
    if ((bit & p->turns) == 0 && i-- == 0) continue; /* behind a token */
    gloss_token_list_mark(list, i);
  }
}

/* The tokens of a planned block that begins at `base`. */
GLOSS_INLINE void follow(gloss_cutter *k, gloss_emit *emit, size_t base,
                         const plan *p) {
  uint64_t from = 0, hard = p->hard, hard_ends = p->hard_ends;
  while (hard != 0) { /* `from`: bits dealt with */
    unsigned start = lowest(hard), end = lowest(hard_ends);
    add_plain(k->list, emit, base, p, below(start) & ~from);
    gloss_cut_chunk(k, base + start, base + end);
    from = below(end);
    hard &= hard - 1;
    hard_ends &= hard_ends - 1;
  }
  add_plain(k->list, emit, base, p, ~from);
}

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/* A chunk longer than a block. Its end, or 0: no memory. */
static size_t long_chunk(gloss_cutter *k, size_t at) {
  size_t end = at;
  while (end < k->len && !is_space(k->text[end])) end++;
  if (!gloss_token_list_reserve(k->list, end - at + ROOM)) return 0;
  gloss_cut_chunk(k, at, end);
  return end;
}

/* More room for tokens, `at` bytes being read: for all the rest if that is as
** dense, so that columns are copied once at most. false: no memory. */
static bool widen(gloss_cutter *k, size_t at) {
  uint64_t tokens = k->list->count, rest = k->len - at;
  return gloss_token_list_widen(
      k->list, (at > 0 ? (size_t)(tokens * rest / at) : 0) + ROOM);
}

/* All bytes of letters above ASCII that two bytes tell; the rest make their
** chunks hard. */
GLOSS_INLINE uint64_t wide_letters(gloss_word_classify *classify,
                                   const char *bytes) {
  gloss_word_masks m;
  uint64_t wide, rest;
  classify(bytes, &m);
  rest = m.high & ~m.first;
  wide = m.letter & m.first;
  wide |= wide << 1 & rest;
  return wide | (wide << 1 & rest);
}

/* Goes on at `*at` with the block that was read there; `bytes` are those of
** the block. false: no memory. */
GLOSS_INLINE bool take_block(gloss_cutter *k, gloss_emit *emit,
                             gloss_word_classify *classify, const char *bytes,
                             const gloss_block *block, size_t *at) {
  uint64_t wide;
  plan p;
  if ((k->list->room - k->list->count < ROOM ||
       k->list->mark_room - k->list->mark_count < ROOM) && !widen(k, *at))
    return false;
  if (block->spaces == 0) {
    *at = long_chunk(k, *at);
    return *at != 0;
  }
  wide = block->pairs != 0 ? wide_letters(classify, bytes) : 0;
  make_plan(k->language, bytes, block, wide, &p);
  follow(k, emit, *at, &p);
  *at += p.used;
  return true;
}

/* One loop for each way of reading blocks, so that all of it is compiled for
** the machine that has this way. The last bytes are read in a block of their
** own that white space fills up. */
#define READ_ALL(name, target, read, emit)                             \
  target static bool name(gloss_cutter *k, gloss_word_classify *c) {   \
    char bytes[BLOCK * 2 + SPARE];                                     \
    size_t at = 0, last;                                               \
    while (k->len - at >= BLOCK + SPARE) {                             \
      const char *here = k->text + at;                                 \
      gloss_block block = read(here);                                  \
      if (!take_block(k, emit, c, here, &block, &at)) return false;    \
    }                                                                  \
    last = at;                                                         \
    memset(bytes, ' ', sizeof bytes);                                  \
    memcpy(bytes, k->text + at, k->len - at);                          \
    while (at < k->len) {                                              \
      const char *here = bytes + (at - last);                          \
      gloss_block block = read(here);                                  \
      if (!take_block(k, emit, c, here, &block, &at)) return false;    \
    }                                                                  \
    return true;                                                       \
  }

#define NO_TARGET
READ_ALL(read_plain, NO_TARGET, gloss_block_plain, gloss_emit_plain)
#ifdef GLOSS_HAVE_X86
READ_ALL(read_sse2, NO_TARGET, gloss_block_sse2, gloss_emit_plain)
READ_ALL(read_avx2, GLOSS_TARGET_AVX2, gloss_block_avx2, gloss_emit_plain)
READ_ALL(read_avx512, GLOSS_TARGET_AVX512, gloss_block_avx512,
         gloss_emit_avx512)
#endif

typedef bool reader(gloss_cutter *cutter, gloss_word_classify *classify);

/* The reader for a way, or NULL where this machine has it not. */
static reader *reader_of(gloss_block_way way) {
  switch (way) {
#ifdef GLOSS_HAVE_X86
    case GLOSS_BLOCKS_AVX512:
      return gloss_has_avx512() ? read_avx512 : NULL;
    case GLOSS_BLOCKS_AVX2: return gloss_has_avx2() ? read_avx2 : NULL;
    case GLOSS_BLOCKS_SSE2: return read_sse2;
#endif
    case GLOSS_BLOCKS_PLAIN: return read_plain;
    default: return NULL;
  }
}

bool gloss_tokenise_can(gloss_block_way way) { return reader_of(way) != NULL; }

bool gloss_tokenise_with(gloss_block_way way, const gloss_language *language,
                         const char *text, size_t len,
                         gloss_token_list *list) {
  gloss_cutter cutter = {
    .language = language, .text = text, .len = len, .list = list
  };
  /* Prose has a token every five bytes; what is not used is never touched. */
  return gloss_token_list_reserve(list, len / 4 + ROOM) &&
         reader_of(way)(&cutter, way == GLOSS_BLOCKS_PLAIN
                                     ? gloss_word_classify_plain
                                     : gloss_word_classify_best());
}

/* Exactly UAX #29. */
static bool tokenise_und(const char *text, size_t len, gloss_token_list *list) {
  gloss_words words;
  size_t added;
  gloss_words_start(&words, text, len);
  do {
    size_t n = list->count;
    if (!gloss_token_list_reserve(list, GLOSS_WORDS_ROOM)) return false;
    added = gloss_words_tokens(
        &words, &(gloss_word_columns){ list->starts + n, list->ends + n,
                                       list->kinds + n, list->flags + n,
                                       list->room - n });
    memset(list->rules + n, TOKEN_UAX29, added);
    list->count += added;
  } while (added > 0);
  return true;
}

bool gloss_tokenise(const gloss_language *language, const char *text,
                    size_t len, gloss_token_list *list) {
  if (!gloss_language_has_rules(language))
    return gloss_token_list_reserve(list, len / 5 + GLOSS_WORDS_ROOM) &&
           tokenise_und(text, len, list);
  for (int way = GLOSS_BLOCKS_AVX512; way < GLOSS_BLOCKS_PLAIN; way++)
    if (gloss_tokenise_can((gloss_block_way)way))
      return gloss_tokenise_with((gloss_block_way)way, language, text, len,
                                 list);
  return gloss_tokenise_with(GLOSS_BLOCKS_PLAIN, language, text, len, list);
}

const char *gloss_token_rule_name(unsigned rule) {
  static const char *const names[TOKEN_RULES] = {
    [TOKEN_WORD] = "word", [TOKEN_MARK] = "mark",
    [TOKEN_MARK_RUN] = "run of marks", [TOKEN_CLITIC] = "clitic",
    [TOKEN_ELISION] = "elision", [TOKEN_APOSTROPHE] = "apostrophe",
    [TOKEN_SPLIT] = "split word", [TOKEN_HYPHEN] = "hyphen",
    [TOKEN_ABBREVIATION] = "abbreviation", [TOKEN_INITIALS] = "initials",
    [TOKEN_INITIAL] = "initial", [TOKEN_DOTTED] = "inner period",
    [TOKEN_JOINED] = "inner sign", [TOKEN_NUMBER] = "number",
    [TOKEN_UNIT] = "unit", [TOKEN_ORDINAL] = "ordinal", [TOKEN_URL] = "url",
    [TOKEN_EMAIL] = "email", [TOKEN_FILE] = "file name",
    [TOKEN_MENTION] = "mention", [TOKEN_HASHTAG] = "hashtag",
    [TOKEN_EMOTICON] = "emoticon", [TOKEN_EMOJI] = "emoji",
    [TOKEN_REFERENCE] = "character reference",
    [TOKEN_IDEOGRAPH] = "ideograph", [TOKEN_UAX29] = "UAX29"
  };
  return rule < TOKEN_RULES ? names[rule] : "unknown";
}

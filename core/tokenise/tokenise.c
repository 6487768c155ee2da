/* tokenise.c - a text's tokens: 64 bytes at a time, the hard chunks alone.
**
** A chunk is a maximal run without white space. A block of 64 bytes begins at
** a chunk and is used up to its last white space. In its masks, chunks that
** are words of ASCII letters, with at most one , ; : behind, are told from the
** others by an addition: a carry runs through a chunk unless a bad bit stops
** it. The tokens of the plain chunks are then read off the masks; the others
** go to gloss_cut_chunk one by one. */
#include "tokenise/tokenise.h"

#include "tokenise/blocks64.h"
#include "tokenise/cutter.h"
#include "tokenise/words.h"

#include <string.h>

enum { BLOCK = 64, SPARE = 8 };

/* A block's masks, made ready; positions are bits, the text offset apart. */
typedef struct plan {
  uint64_t starts, ends; /* of tokens in plain chunks; ends are behind them */
  uint64_t hard;         /* the first bytes of the other chunks */
  uint64_t hard_ends;    /* the bits behind them */
  uint64_t breaks;       /* line breaks */
  uint64_t marks;        /* plain tokens that are a mark */
  unsigned used;         /* bytes dealt with */
} plan;

GLOSS_INLINE uint64_t below(unsigned bit) {
  return bit >= 64 ? ~(uint64_t)0 : ((uint64_t)1 << bit) - 1;
}

GLOSS_INLINE unsigned lowest(uint64_t mask) {
  return (unsigned)__builtin_ctzll(mask);
}

/* The starts of plain words that may be in clitics.split. */
GLOSS_INLINE uint64_t split_starts(const gloss_language *language,
                                   const char *bytes, uint64_t starts) {
  uint64_t found = 0;
  while (starts != 0) {
    unsigned at = lowest(starts);
    found |= (uint64_t)gloss_language_may_split(language, bytes + at) << at;
    starts &= starts - 1;
  }
  return found;
}

/* The block has white space. */
GLOSS_INLINE void make_plan(const gloss_language *language, const char *bytes,
                            const gloss_block *block, plan *p) {
  uint64_t inside, first, behind, tail, bad, clean, marks = block->commas;
  p->used = 64 - (unsigned)__builtin_clzll(block->spaces);
  inside = ~block->spaces & below(p->used);
  first = inside & ~(inside << 1);
  behind = ~inside & (inside << 1);
  if (!language->colons_end) marks |= block->colons;
  tail = inside & marks & (behind >> 1) & (block->letters << 1);
  bad = inside & ~block->letters & ~tail;
  if (language->splits)
    bad |= split_starts(language, bytes, first & block->letters);
  clean = ((inside & ~bad) + first) & behind; /* behind the plain chunks */
  p->hard_ends = behind & ~clean;
  p->hard = 0;
  p->starts = first | tail;
  p->ends = behind | tail;
  p->marks = tail;
  p->breaks = block->breaks & below(p->used);
  for (uint64_t ends = p->hard_ends; ends != 0; ends &= ends - 1) {
    unsigned end = lowest(ends);
    unsigned start = 63 - (unsigned)__builtin_clzll(first & below(end));
    uint64_t chunk = below(end) & ~below(start);
    p->hard |= (uint64_t)1 << start;
    p->starts &= ~chunk;
    p->ends &= ~(chunk << 1);
    p->marks &= ~chunk;
  }
}

/* What every token of a block is before one says otherwise: an ASCII word.
** There is room for BLOCK tokens. */
GLOSS_INLINE void fill_words(gloss_token_list *list) {
  memset(list->kinds + list->count, GLOSS_WORD, BLOCK);
  memset(list->flags + list->count, GLOSS_ASCII | GLOSS_ONE_ATOM, BLOCK);
  memset(list->rules + list->count, TOKEN_WORD, BLOCK);
}

/* Adds the tokens whose starts and ends are given, `base` being bit 0. */
GLOSS_INLINE void add_plain(gloss_token_list *list, size_t base,
                            uint64_t starts, uint64_t ends, uint64_t marks) {
  size_t first = list->count, n = first;
  for (uint64_t left = starts; left != 0; left &= left - 1) {
    list->starts[n] = (uint32_t)base + lowest(left);
    list->ends[n] = (uint32_t)base + lowest(ends);
    ends &= ends - 1;
    n++;
  }
  list->count = n;
  for (; marks != 0; marks &= marks - 1) {
    size_t i = first + (size_t)__builtin_popcountll(
                           starts & below(lowest(marks)));
    list->kinds[i] = GLOSS_PUNCTUATION;
    list->rules[i] = TOKEN_MARK;
  }
}

/* Line breaks among plain tokens: `count` tokens came before them. */
GLOSS_INLINE void add_breaks(gloss_token_list *list, size_t count,
                             uint64_t starts, uint64_t breaks) {
  for (; breaks != 0; breaks &= breaks - 1) {
    size_t behind = count + (size_t)__builtin_popcountll(
                                starts & below(lowest(breaks)));
    if (behind > 0) gloss_token_list_mark(list, behind - 1);
  }
}

/* The tokens of a planned block that begins at `base`. */
GLOSS_INLINE void follow(gloss_cutter *k, size_t base, const plan *p) {
  uint64_t from = 0, hard = p->hard, hard_ends = p->hard_ends;
  size_t count;
  fill_words(k->list);
  while (hard != 0) { /* `from`: bits dealt with */
    unsigned start = lowest(hard), end = lowest(hard_ends);
    uint64_t part = below(start) & ~from;
    count = k->list->count;
    add_plain(k->list, base, p->starts & part, p->ends & part,
              p->marks & part);
    add_breaks(k->list, count, p->starts & part, p->breaks & part);
    gloss_cut_chunk(k, base + start, base + end);
    from = below(end);
    hard &= hard - 1;
    hard_ends &= hard_ends - 1;
  }
  count = k->list->count;
  add_plain(k->list, base, p->starts & ~from, p->ends & ~from,
            p->marks & ~from);
  add_breaks(k->list, count, p->starts & ~from, p->breaks & ~from);
}

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/* A chunk longer than a block. Its end, or 0: no memory. */
static size_t long_chunk(gloss_cutter *k, size_t at) {
  size_t end = at;
  while (end < k->len && !is_space(k->text[end])) end++;
  if (!gloss_token_list_reserve(k->list, end - at + BLOCK)) return 0;
  gloss_cut_chunk(k, at, end);
  return end;
}

/* Goes on at `*at` with the block that was read there; `bytes` are those of
** the block. false: no memory. */
GLOSS_INLINE bool take_block(gloss_cutter *k, const char *bytes,
                             const gloss_block *block, size_t *at) {
  plan p;
  if (!gloss_token_list_reserve(k->list, BLOCK + 1)) return false;
  if (block->spaces == 0) {
    *at = long_chunk(k, *at);
    return *at != 0;
  }
  make_plan(k->language, bytes, block, &p);
  follow(k, *at, &p);
  *at += p.used;
  return true;
}

/* The last bytes, in a block of their own that white space fills up. */
static bool read_last(gloss_cutter *k, size_t at) {
  char bytes[BLOCK * 2 + SPARE];
  size_t first = at;
  memset(bytes, ' ', sizeof bytes);
  memcpy(bytes, k->text + at, k->len - at);
  while (at < k->len) {
    gloss_block block = gloss_block_plain(bytes + (at - first));
    if (!take_block(k, bytes + (at - first), &block, &at)) return false;
  }
  return true;
}

/* One loop for each way of reading blocks, so that all of it is compiled for
** the machine that has this way. */
#define READ_ALL(name, target, read)                    \
  target static bool name(gloss_cutter *k) {            \
    size_t at = 0;                                      \
    while (k->len - at >= BLOCK + SPARE) {              \
      gloss_block block = read(k->text + at);           \
      if (!take_block(k, k->text + at, &block, &at)) return false; \
    }                                                   \
    return read_last(k, at);                            \
  }

#define NO_TARGET
READ_ALL(read_plain, NO_TARGET, gloss_block_plain)
#ifdef GLOSS_HAVE_X86
READ_ALL(read_avx2, GLOSS_TARGET_AVX2, gloss_block_avx2)
READ_ALL(read_avx512, GLOSS_TARGET_AVX512, gloss_block_avx512)
#endif

typedef bool reader(gloss_cutter *cutter);

/* The reader for a way, or NULL where this machine has it not. */
static reader *reader_of(gloss_block_way way) {
  switch (way) {
#ifdef GLOSS_HAVE_X86
    case GLOSS_BLOCKS_AVX512:
      return __builtin_cpu_supports("avx512bw") ? read_avx512 : NULL;
    case GLOSS_BLOCKS_AVX2:
      return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2")
                 ? read_avx2
                 : NULL;
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
  /* Prose has a token every five or six bytes. */
  return gloss_token_list_reserve(list, len / 5 + BLOCK + 1) &&
         reader_of(way)(&cutter);
}

/* Exactly UAX #29. */
static bool tokenise_und(const char *text, size_t len, gloss_token_list *list) {
  gloss_words words;
  size_t added;
  gloss_words_start(&words, text, len);
  do {
    size_t n = list->count;
    if (!gloss_token_list_reserve(list, GLOSS_WORDS_ROOM)) return false;
    added = gloss_words_tokens(&words, list->starts + n, list->ends + n,
                               list->kinds + n, GLOSS_WORDS_ROOM);
    memset(list->flags + n, 0, added);
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

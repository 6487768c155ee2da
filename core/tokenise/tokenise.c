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
  unsigned used;         /* bytes dealt with; 0: the chunk is longer */
} plan;

static uint64_t below(unsigned bit) {
  return bit >= 64 ? ~(uint64_t)0 : ((uint64_t)1 << bit) - 1;
}

static unsigned lowest(uint64_t mask) {
  return (unsigned)__builtin_ctzll(mask);
}

/* The starts of plain words that may be in clitics.split. */
static uint64_t split_starts(const gloss_language *language, const char *bytes,
                             uint64_t starts) {
  uint64_t found = 0;
  while (starts != 0) {
    unsigned at = lowest(starts);
    found |= (uint64_t)gloss_language_may_split(language, bytes + at) << at;
    starts &= starts - 1;
  }
  return found;
}

static void make_plan(const gloss_language *language, const char *bytes,
                      const gloss_block *block, plan *p) {
  uint64_t inside, first, behind, tail, bad, clean, marks;
  if (block->spaces == 0) {
    p->used = 0;
    return;
  }
  p->used = 64 - (unsigned)__builtin_clzll(block->spaces);
  inside = ~block->spaces & below(p->used);
  first = inside & ~(inside << 1);
  behind = ~inside & (inside << 1);
  marks = block->commas;
  if (!language->flags[FIELD_ENDS_COLON] &&
      !language->flags[FIELD_ENDS_SEMICOLON])
    marks |= block->colons;
  tail = inside & marks & (behind >> 1) & (block->letters << 1);
  bad = inside & ~block->letters & ~tail;
  bad |= split_starts(language, bytes, first & block->letters);
  clean = ((inside & ~bad) + first) & behind; /* behind the plain chunks */
  p->hard_ends = behind & ~clean;
  /* A plain chunk from its start to its end: between the two bits. */
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

/* Where the tokeniser stands. */
typedef struct reader {
  gloss_cutter cutter;
  gloss_token_list *list;
} reader;

/* Adds the tokens whose starts and ends are given, `base` being bit 0. */
static void add_plain(gloss_token_list *list, size_t base, uint64_t starts,
                      uint64_t ends, uint64_t marks) {
  size_t n = list->count, first = n;
  uint64_t left = starts;
  while (left != 0) {
    list->starts[n] = (uint32_t)(base + lowest(left));
    list->ends[n] = (uint32_t)(base + lowest(ends));
    left &= left - 1;
    ends &= ends - 1;
    n++;
  }
  memset(list->kinds + first, GLOSS_WORD, n - first);
  memset(list->flags + first, GLOSS_ASCII | GLOSS_ONE_ATOM, n - first);
  memset(list->rules + first, TOKEN_WORD, n - first);
  for (; marks != 0; marks &= marks - 1) {
    size_t i = first + (size_t)__builtin_popcountll(
                           starts & below(lowest(marks)));
    list->kinds[i] = GLOSS_PUNCTUATION;
    list->rules[i] = TOKEN_MARK;
  }
  list->count = n;
}

/* A line break behind the token added last. */
static void add_break(gloss_token_list *list, size_t token_count) {
  size_t last = token_count - 1;
  if (token_count == 0) return;
  if (list->mark_count == 0 || list->marks[list->mark_count - 1] != last)
    list->marks[list->mark_count++] = (uint32_t)last;
}

/* Line breaks among plain tokens: `count` tokens came before them. */
static void add_breaks(gloss_token_list *list, size_t count, uint64_t starts,
                       uint64_t breaks) {
  for (; breaks != 0; breaks &= breaks - 1)
    add_break(list, count + (size_t)__builtin_popcountll(
                                starts & below(lowest(breaks))));
}

/* The tokens of a planned block that begins at `base`. */
static void follow(reader *r, size_t base, plan *p) {
  uint64_t from = 0; /* bits dealt with */
  while (p->hard != 0) {
    unsigned start = lowest(p->hard), end = lowest(p->hard_ends);
    uint64_t part = below(start) & ~from;
    size_t count = r->list->count;
    add_plain(r->list, base, p->starts & part, p->ends & part, p->marks & part);
    add_breaks(r->list, count, p->starts & part, p->breaks & part);
    gloss_cut_chunk(&r->cutter, base + start, base + end);
    from = below(end);
    p->hard &= p->hard - 1;
    p->hard_ends &= p->hard_ends - 1;
  }
  size_t count = r->list->count;
  add_plain(r->list, base, p->starts & ~from, p->ends & ~from,
            p->marks & ~from);
  add_breaks(r->list, count, p->starts & ~from, p->breaks & ~from);
}

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/* A chunk longer than a block. Its end, or 0: no memory. */
static size_t long_chunk(reader *r, size_t at) {
  size_t end = at;
  while (end < r->cutter.len && !is_space(r->cutter.text[end])) end++;
  if (!gloss_token_list_reserve(r->list, end - at + 1)) return 0;
  gloss_cut_chunk(&r->cutter, at, end);
  return end;
}

/* The last bytes, in a block of their own that white space fills up. */
static bool read_last(reader *r, gloss_block_reader *read, size_t at) {
  const gloss_cutter *k = &r->cutter;
  char bytes[BLOCK * 2 + SPARE];
  size_t left = k->len - at;
  gloss_block block;
  plan p;
  memset(bytes, ' ', sizeof bytes);
  memcpy(bytes, k->text + at, left);
  for (size_t from = 0; from < left; from += p.used) {
    read(bytes + from, &block);
    make_plan(k->language, bytes + from, &block, &p);
    if (!gloss_token_list_reserve(r->list, BLOCK + 1)) return false;
    if (p.used == 0) {
      size_t end = long_chunk(r, at + from);
      if (end == 0) return false;
      p.used = (unsigned)(end - at - from);
    } else {
      follow(r, at + from, &p);
    }
  }
  return true;
}

static bool read_all(reader *r, gloss_block_reader *read) {
  const gloss_cutter *k = &r->cutter;
  size_t at = 0;
  while (k->len - at >= BLOCK + SPARE) {
    gloss_block block;
    plan p;
    read(k->text + at, &block);
    make_plan(k->language, k->text + at, &block, &p);
    if (!gloss_token_list_reserve(r->list, BLOCK + 1)) return false;
    if (p.used == 0) {
      at = long_chunk(r, at);
      if (at == 0) return false;
    } else {
      follow(r, at, &p);
      at += p.used;
    }
  }
  return read_last(r, read, at);
}

bool gloss_tokenise_with(const gloss_block_way *way,
                         const gloss_language *language, const char *text,
                         size_t len, gloss_token_list *list) {
  reader r = { { .language = language, .text = text, .len = len, .list = list },
               list };
  /* Prose has a token every five or six bytes. */
  return gloss_token_list_reserve(list, len / 5 + BLOCK) &&
         read_all(&r, way->read);
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
  return gloss_tokenise_with(gloss_block_ways(), language, text, len, list);
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

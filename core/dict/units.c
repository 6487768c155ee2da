/* units.c - from text to units: ASCII eight bytes at a time, the rest by atom. */
#include "dict/units.h"

#include "dict/hash.h"
#include "tokenise/atoms.h"
#include "unicode/breaks.h"
#include "unicode/fold.h"
#include "unicode/utf8.h"

#include <string.h>

#define ONES UINT64_C(0x0101010101010101)
#define HIGHS (ONES * 0x80)

enum { GAP_SPACE = 1, GAP_LINE = 2, GAP_BLANK = 4, GAP_MASK = 8 };

/* What an ASCII byte begins. */
enum { OTHER = 0, LETTER = 1, DIGIT = 2, SPACE = 4, LINE = 8 };
#define L8 LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER
#define O8 OTHER, OTHER, OTHER, OTHER, OTHER, OTHER, OTHER, OTHER
static const uint8_t kinds[128] = {
  O8,
  OTHER, SPACE, LINE, LINE, LINE, LINE, OTHER, OTHER, /* \t \n \v \f \r */
  O8, O8,
  SPACE, OTHER, OTHER, OTHER, OTHER, OTHER, OTHER, OTHER,
  O8,
  DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT,
  DIGIT, DIGIT, OTHER, OTHER, OTHER, OTHER, OTHER, OTHER,
  OTHER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, L8, L8,
  LETTER, LETTER, LETTER, OTHER, OTHER, OTHER, OTHER, OTHER,
  OTHER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, L8, L8,
  LETTER, LETTER, LETTER, OTHER, OTHER, OTHER, OTHER, OTHER
};

/* Bit 7 of each byte that is no ASCII letter. */
static uint64_t no_letters(uint64_t word) {
  uint64_t low = (word | ONES * 0x20) & ~HIGHS;
  uint64_t from_a = low + ONES * (0x80 - 'a');
  uint64_t past_z = low + ONES * (0x80 - 'z' - 1);
  return (~(from_a & ~past_z) | word) & HIGHS;
}

static uint64_t no_digits(uint64_t word) {
  uint64_t low = word & ~HIGHS;
  uint64_t from_0 = low + ONES * (0x80 - '0');
  uint64_t past_9 = low + ONES * (0x80 - '9' - 1);
  return (~(from_0 & ~past_9) | word) & HIGHS;
}

/* Up to eight bytes at `at`, zeros behind the end. */
static uint64_t load(const char *text, size_t len, size_t at) {
  uint64_t word = 0;
  if (len - at >= 8) memcpy(&word, text + at, 8);
  else memcpy(&word, text + at, len - at);
  return word;
}

/* The hash of the run of ASCII letters or digits at `at`, folded; `*end` is
** behind it. Both kinds fold by setting bit 5. */
static inline uint64_t ascii_run(const char *text, size_t len, size_t at,
                                 int kind, size_t *end) {
  uint64_t h = 0;
  while (at < len) {
    uint64_t word = load(text, len, at);
    uint64_t out = kind == LETTER ? no_letters(word) : no_digits(word);
    word |= ONES * 0x20;
    if (out != 0) {
      unsigned n = (unsigned)__builtin_ctzll(out) & ~7u; /* bits that count */
      if (n == 0) break;
      *end = at + n / 8;
      return gloss_hash_word(h, word & ((UINT64_C(1) << n) - 1));
    }
    h = gloss_hash_word(h, word);
    at += 8;
  }
  *end = at;
  return h;
}

/* ---- Atoms that are not plain ASCII ------------------------------------- */

static uint64_t folded_hash(const char *bytes, size_t len, bool *empty) {
  char folded[GLOSS_FOLD_ROOM(GLOSS_MAX_ATOM)];
  size_t n = gloss_fold(GLOSS_FORM_KEY, bytes, len, folded, sizeof folded);
  *empty = n == 0;
  return n == SIZE_MAX ? gloss_hash_bytes(bytes, len)
                       : gloss_hash_bytes(folded, n);
}

/* An atom that folds to nothing is not kept: it is no unit. */
static uint64_t atom_hash(gloss_unit_cache *cache, const char *bytes,
                          size_t len, bool *empty) {
  gloss_unit_cache *kept;
  uint64_t h;
  *empty = false;
  if (cache == NULL || len > GLOSS_UNIT_CACHED_BYTES) {
    if (len <= GLOSS_MAX_ATOM) return folded_hash(bytes, len, empty);
    return gloss_hash_bytes(bytes, len);
  }
  kept = &cache[gloss_hash_bytes(bytes, len) % GLOSS_UNIT_CACHE];
  if (kept->len == len && memcmp(kept->bytes, bytes, len) == 0)
    return kept->hash;
  h = folded_hash(bytes, len, empty);
  if (*empty) return h;
  kept->hash = h;
  kept->len = (uint8_t)len;
  memcpy(kept->bytes, bytes, len);
  return h;
}

/* ---- The scanner -------------------------------------------------------- */

void gloss_units_start(gloss_unit_scanner *s, const char *text, size_t len,
                       const gloss_span *masks, size_t mask_count,
                       gloss_unit_cache *cache) {
  *s = (gloss_unit_scanner){ text, len, 0, masks, mask_count, GAP_MASK,
                             SIZE_MAX, 0, gloss_word_classify_best(), cache };
}

/* The flags of a unit that starts at `start`, and a fresh gap behind it. */
static unsigned close_gap(gloss_unit_scanner *s, size_t start, bool run) {
  unsigned flags = run ? GLOSS_UNIT_RUN : 0;
  if (run && s->run_end == start) flags |= GLOSS_UNIT_JOINED;
  if (s->gap & (GAP_BLANK | GAP_MASK)) flags |= GLOSS_UNIT_BREAK;
  if (s->gap & (GAP_SPACE | GAP_LINE)) flags |= GLOSS_UNIT_SPACE;
  s->gap = 0;
  return flags;
}

static inline void add(gloss_unit_scanner *s, gloss_units *units, size_t start,
                       size_t end, uint64_t hash, unsigned more, bool run) {
  size_t i = units->count++;
  units->hashes[i] = hash;
  units->starts[i] = (uint32_t)start;
  units->ends[i] = (uint32_t)end;
  units->flags[i] = (uint8_t)(close_gap(s, start, run) | more);
  s->run_end = run ? end : SIZE_MAX;
  s->at = end;
}

static void line_break(gloss_unit_scanner *s, size_t end, unsigned cp) {
  char c = cp < 0x80 ? (char)cp : ' ';
  if (c == '\r' && s->at + 1 < end && s->text[s->at + 1] == '\n') s->at++;
  s->gap |= (s->gap & GAP_LINE) || c == '\f' || cp == 0x2029 ? GAP_BLANK
                                                              : GAP_LINE;
}

/* The slow way: the atom at s->at, which is no white space. */
static void add_atom(gloss_unit_scanner *s, gloss_units *units, size_t end) {
  gloss_atom atom = gloss_atom_at(s->text, end, s->at);
  bool run = atom.word == WB_ALETTER || atom.word == WB_NUMERIC;
  bool empty;
  uint64_t h = atom_hash(s->cache, s->text + atom.start,
                         atom.end - atom.start, &empty);
  if (empty) {
    if (s->run_end == s->at) s->run_end = atom.end;
    s->at = atom.end;
    return;
  }
  add(s, units, atom.start, atom.end, h,
      atom.flags & GLOSS_CP_UPPER ? GLOSS_UNIT_UPPER : 0, run);
}

/* A code point that is not ASCII at s->at: white space, or an atom's start. */
static void add_wide(gloss_unit_scanner *s, gloss_units *units, size_t end) {
  size_t next;
  uint32_t cp = gloss_utf8_next(s->text, s->at, &next);
  if (!(gloss_class_of(cp)->flags & GLOSS_CP_SPACE)) {
    add_atom(s, units, end);
    return;
  }
  if (cp == 0x85 || cp == 0x2028 || cp == 0x2029) line_break(s, end, cp);
  else s->gap |= GAP_SPACE;
  s->at = next;
}

/* One unit, or white space, at s->at. */
static void fill_one(gloss_unit_scanner *s, gloss_units *units, size_t end) {
  const char *text = s->text;
  size_t at = s->at, stop = at + 1;
  unsigned char c = (unsigned char)text[at];
  unsigned kind = c < 0x80 ? kinds[c] : OTHER;
  uint64_t h;
  if (kind == SPACE || kind == LINE) {
    if (kind == SPACE) s->gap |= GAP_SPACE;
    else line_break(s, end, c);
    s->at++;
    return;
  }
  if (c >= 0x80) {
    add_wide(s, units, end);
    return;
  }
  h = kind == OTHER ? gloss_hash_word(0, c == '`' ? '\'' : c)
                    : ascii_run(text, end, at, (int)kind, &stop);
  if (stop < end && (unsigned char)text[stop] >= 0x80) {
    add_atom(s, units, end);
    return;
  }
  add(s, units, at, stop, h,
      kind == LETTER && !(c & 0x20) ? GLOSS_UNIT_UPPER : 0, kind != OTHER);
}

/* ---- Plain ASCII, 64 bytes at a time ------------------------------------- */

/* Bytes that must be there to read a block and what a unit's hash loads. */
enum { BLOCK = 64, BLOCK_READ = 72 };

/* What the bytes before a block say about its first one. */
typedef struct carry {
  uint64_t letter, digit, solid; /* 0 or 1: of the last byte */
} carry;

static unsigned count_bits(uint64_t bits) {
  bits -= bits >> 1 & ONES * 0x55;
  bits = (bits & ONES * 0x33) + (bits >> 2 & ONES * 0x33);
  bits = (bits + (bits >> 4)) & ONES * 0x0F;
  return (unsigned)(bits * ONES >> 56);
}

/* Writes the places of all bits, eight at a time: up to 7 behind them are
** overwritten. How many there are. */
static size_t write_places(uint32_t *out, uint64_t bits, size_t at) {
  size_t count = count_bits(bits);
  for (size_t done = 0; done < count; done += 8) {
    for (int i = 0; i < 8; i++) {
      uint64_t place = bits != 0 ? (uint64_t)__builtin_ctzll(bits) : 0;
      out[done + (size_t)i] = (uint32_t)(at + place);
      bits &= bits - 1;
    }
  }
  return count;
}

/* Finds where units start and end from s->at on, while text is ASCII and there
** is room; how many are complete. */
static size_t find_units(gloss_unit_scanner *s, gloss_units *units,
                         size_t end) {
  size_t starts = units->count, ends = starts, at = s->at;
  carry last = { 0, 0, 0 };
  while (at + BLOCK_READ <= end && starts <= GLOSS_UNIT_ROOM - BLOCK) {
    gloss_word_masks m;
    uint64_t start, stop, gap, known = ~UINT64_C(0);
    s->classify(s->text + at, &m);
    if (m.high != 0) known = (m.high & (0 - m.high)) - 1;
    gap = m.blank | m.control;
    start = (m.letter & ~(m.letter << 1 | last.letter)) |
            (m.digit & ~(m.digit << 1 | last.digit)) |
            ~(m.letter | m.digit | gap);
    stop = (start | gap) & (~gap << 1 | last.solid) & known;
    starts += write_places(units->starts + starts, start & known, at);
    ends += write_places(units->ends + ends, stop, at);
    if (m.high != 0) break;
    last = (carry){ m.letter >> 63, m.digit >> 63, ~gap >> 63 };
    at += BLOCK;
  }
  return ends - units->count;
}

/* The hash of `len` bytes, folded by `fold`; eight may be read behind them. */
static inline uint64_t run_hash(const char *bytes, size_t len, uint64_t fold) {
  uint64_t h = 0, word;
  for (;;) {
    memcpy(&word, bytes, 8);
    word |= fold;
    if (len <= 8) break;
    h = gloss_hash_word(h, word);
    bytes += 8;
    len -= 8;
  }
  return gloss_hash_word(h, word & (~UINT64_C(0) >> (64 - 8 * len)));
}

/* White space from s->at to `to`. */
static void read_gap(gloss_unit_scanner *s, size_t to) {
  for (; s->at < to; s->at++) {
    unsigned char c = (unsigned char)s->text[s->at];
    if (kinds[c] == LINE) line_break(s, to, c);
    else s->gap |= GAP_SPACE;
  }
}

/* Hash and flags of the units whose starts and ends have been found. */
static void finish_units(gloss_unit_scanner *s, gloss_units *units,
                         size_t count) {
  const char *text = s->text;
  size_t at = s->at;
  unsigned before = s->run_end == at ? GLOSS_UNIT_RUN : 0;
  for (size_t i = units->count; i < units->count + count; i++) {
    size_t start = units->starts[i], end = units->ends[i];
    unsigned char c = (unsigned char)text[start];
    unsigned kind = kinds[c];
    unsigned run = ((kind | kind >> 1) & 1) * GLOSS_UNIT_RUN;
    unsigned space = start != at; /* no branch: it could not be foreseen */
    unsigned flags = run | space * GLOSS_UNIT_SPACE |
                     (kind & LETTER & ~(unsigned)c >> 5) * GLOSS_UNIT_UPPER |
                     (run & before & (space - 1)) / GLOSS_UNIT_RUN *
                         GLOSS_UNIT_JOINED;
    if (start - at > 1 || s->gap != 0) { /* maybe more than one line break */
      s->at = at;
      read_gap(s, start);
      flags |= close_gap(s, start, false);
    }
    units->hashes[i] = c == '`' ? gloss_hash_word(0, '\'')
                                : run_hash(text + start, end - start,
                                           ONES * 4 * run);
    units->flags[i] = (uint8_t)flags;
    before = run;
    at = end;
  }
  s->at = at;
  s->run_end = before ? at : SIZE_MAX;
  units->count += count;
}

/* Units of the ASCII at s->at; false: none. */
static bool fill_ascii(gloss_unit_scanner *s, gloss_units *units, size_t end) {
  size_t count = find_units(s, units, end);
  if (count > 0) finish_units(s, units, count);
  /* Among much that is not ASCII, blocks are not worth reading. */
  if (count < 4) s->blocks_from = s->at + BLOCK;
  return count > 0;
}

/* Units up to `end`, where the text ends or a mask begins. */
static void fill_until(gloss_unit_scanner *s, gloss_units *units, size_t end) {
  while (s->at < end && units->count <= GLOSS_UNIT_ROOM - BLOCK) {
    if (s->at >= s->blocks_from && fill_ascii(s, units, end)) continue;
    fill_one(s, units, end);
  }
}

bool gloss_units_fill(gloss_unit_scanner *s, gloss_units *units) {
  while (units->count <= GLOSS_UNIT_ROOM - BLOCK) {
    bool masked = s->mask_count > 0;
    size_t end = masked ? s->masks->start : s->len;
    if (s->at < end) {
      fill_until(s, units, end);
      continue;
    }
    if (!masked) return s->at < s->len;
    if (s->at < s->masks->end) s->at = s->masks->end;
    s->gap |= GAP_MASK;
    s->run_end = SIZE_MAX;
    s->masks++;
    s->mask_count--;
  }
  return true;
}

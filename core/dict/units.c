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
enum { OTHER, LETTER, DIGIT, SPACE, LINE };
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
                             SIZE_MAX, cache };
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

/* Units up to `end`, where the text ends or a mask begins. */
static void fill_until(gloss_unit_scanner *s, gloss_units *units, size_t end) {
  const char *text = s->text;
  while (s->at < end && units->count < GLOSS_UNIT_ROOM) {
    size_t at = s->at, stop = at + 1;
    unsigned char c = (unsigned char)text[at];
    unsigned kind = c < 0x80 ? kinds[c] : OTHER;
    uint64_t h;
    if (kind == SPACE) {
      s->gap |= GAP_SPACE;
      s->at = stop;
      continue;
    }
    if (kind == LINE) {
      line_break(s, end, c);
      s->at++;
      continue;
    }
    if (c >= 0x80) {
      add_wide(s, units, end);
      continue;
    }
    h = kind == OTHER ? gloss_hash_word(0, c == '`' ? '\'' : c)
                      : ascii_run(text, end, at, (int)kind, &stop);
    if (stop < end && (unsigned char)text[stop] >= 0x80) {
      add_atom(s, units, end);
      continue;
    }
    add(s, units, at, stop, h,
        kind == LETTER && !(c & 0x20) ? GLOSS_UNIT_UPPER : 0, kind != OTHER);
  }
}

bool gloss_units_fill(gloss_unit_scanner *s, gloss_units *units) {
  while (units->count < GLOSS_UNIT_ROOM) {
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

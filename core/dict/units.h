/* units.h - what names are made of, as numbers to compare.
**
** A unit is an atom (tokenise/atoms.h) by the hash of its folded form without
** accents. White space is no unit: it is remembered with the unit behind it,
** and so is a blank line or a mask, which no name can cross. Ignorable code
** points that stand alone (a zero-width space) are passed over. Positions are
** bytes of the text. A scanner belongs to one thread. */
#ifndef GLOSS_DICT_UNITS_H
#define GLOSS_DICT_UNITS_H

#include "dict/hash.h"
#include "gloss.h"
#include "tokenise/atoms.h"
#include "tokenise/words.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum {                      /* flags of a unit */
  GLOSS_UNIT_SPACE = 1,     /* white space before it, at most one line break */
  GLOSS_UNIT_BREAK = 2,     /* the first, or behind a blank line or a mask */
  GLOSS_UNIT_JOINED = 4,    /* it and the one before are letters or digits that
                               touch: no name ends between them */
  GLOSS_UNIT_RUN = 8,       /* letters or digits */
  GLOSS_UNIT_UPPER = 16,    /* its first letter is a capital */
  GLOSS_UNIT_WHOLE = 32     /* all is known of it; else it is plain ASCII, and
                               what is not there is read from the text */
};

/* Atoms over this many bytes are in no name. */
#define GLOSS_MAX_ATOM ((size_t)255)

/* Where the unit ends with which an atom of a text begins: at the atom's end,
** or before or behind a letter that folds to a sign, as U+02BC does in
** O'Neill. No name begins or ends there, unless it may inside a run. */
size_t gloss_unit_end(const char *text, gloss_atom atom);

/* How many at a time; the arrays may be written a little beyond. */
enum { GLOSS_UNIT_ROOM = 1024, GLOSS_UNIT_SLACK = 16 };

typedef struct gloss_units {
  size_t count;
  uint32_t starts[GLOSS_UNIT_ROOM + GLOSS_UNIT_SLACK];
  uint32_t ends[GLOSS_UNIT_ROOM + GLOSS_UNIT_SLACK];
  /* Of those that are whole: */
  uint64_t heads[GLOSS_UNIT_ROOM + 1]; /* gloss_unit_head */
  uint64_t hashes[GLOSS_UNIT_ROOM + 1];
  uint8_t flags[GLOSS_UNIT_ROOM + 1];  /* 0 of the others */
} gloss_units;

/* The bytes that count of eight, where there are `len`; without a branch, which
** nobody could foresee. */
static inline uint64_t gloss_unit_keep(size_t len) {
  size_t n = len < 8 ? len : 8;
  return (UINT64_C(1) << 4 * n << 4 * n) - 1;
}

/* The first eight bytes of a folded unit, the rest 0; capitals give the same
** as small letters. Enough to tell most units from those that begin names. */
static inline uint64_t gloss_unit_head(uint64_t word, size_t len) {
  return (word | UINT64_C(0x2020202020202020)) & gloss_unit_keep(len);
}

/* An ASCII byte as it is compared, and whether a unit that begins with it is
** one for capitals. Signs are, or are not, but always alike. */
static inline unsigned char gloss_unit_byte(unsigned char c) {
  return c == '`' ? '\'' : c;
}
static inline bool gloss_unit_byte_upper(unsigned char c) {
  return !(c & 0x20);
}

/* The head of unit i, and whether it begins with a capital. */
static inline uint64_t gloss_unit_head_of(const gloss_units *units,
                                          const char *text, size_t i) {
  uint64_t word;
  if (units->flags[i] & GLOSS_UNIT_WHOLE) return units->heads[i];
  memcpy(&word, text + units->starts[i], 8); /* there are as many */
  if ((word & 255) == '`') word = '\'';
  return gloss_unit_head(word, units->ends[i] - units->starts[i]);
}
static inline bool gloss_unit_upper(const gloss_units *units,
                                    const char *text, size_t i) {
  if (units->flags[i] & GLOSS_UNIT_WHOLE)
    return units->flags[i] & GLOSS_UNIT_UPPER;
  return gloss_unit_byte_upper((unsigned char)text[units->starts[i]]);
}

/* All flags and the hash of unit i. Unit 0 is whole, or lies behind. */
unsigned gloss_unit_flags(const gloss_units *units, const char *text,
                          size_t i);
uint64_t gloss_unit_hash(const gloss_units *units, const char *text, size_t i);

/* The hash again, quickly for most: of up to eight letters or digits. `head`
** is the unit's. */
static inline uint64_t gloss_unit_hash_of(const gloss_units *units,
                                          const char *text, size_t i,
                                          uint64_t head) {
  unsigned c = (unsigned char)text[units->starts[i]];
  bool run = ((c | 0x20) - 'a' < 26) | (c - '0' < 10);
  if ((units->flags[i] & GLOSS_UNIT_WHOLE) || !run ||
      units->ends[i] - units->starts[i] > 8)
    return gloss_unit_hash(units, text, i);
  return gloss_hash_word(0, head);
}

/* The same in short, for most need no more: is unit i behind a space or a
** break (a form feed is one), and does it touch a run as a run? */
static inline unsigned gloss_unit_gap(const gloss_units *units,
                                      const char *text, size_t i) {
  if (!(units->flags[i] & GLOSS_UNIT_WHOLE)) {
    uint32_t gap = units->starts[i] - units->ends[i - 1];
    if (gap < 2 && text[units->starts[i] - 1] != '\f')
      return gap * GLOSS_UNIT_SPACE;
  }
  return gloss_unit_flags(units, text, i) &
         (GLOSS_UNIT_SPACE | GLOSS_UNIT_BREAK);
}
static inline bool gloss_unit_joined(const gloss_units *units,
                                     const char *text, size_t i) {
  if (!(units->flags[i] & GLOSS_UNIT_WHOLE) &&
      units->starts[i] != units->ends[i - 1])
    return false;
  return gloss_unit_flags(units, text, i) & GLOSS_UNIT_JOINED;
}

/* Folded hashes of atoms that are not plain ASCII, seen in this text. */
enum { GLOSS_UNIT_CACHE = 512, GLOSS_UNIT_CACHED_BYTES = 38 };
typedef struct gloss_unit_kept {
  uint64_t hash, head;
  char sign;
  char bytes[GLOSS_UNIT_CACHED_BYTES];
} gloss_unit_kept;
typedef struct gloss_unit_cache {
  uint8_t lens[GLOSS_UNIT_CACHE]; /* of the bytes of each; 0: empty */
  gloss_unit_kept kept[GLOSS_UNIT_CACHE];
} gloss_unit_cache;

struct gloss_unit_scanner;
/* Finds where units start and end from scanner->at on, up to `end`, while the
** text is ASCII and there is room for GLOSS_UNIT_BLOCK more; how many are
** complete. Several ways, with one answer. */
typedef size_t gloss_unit_find(const struct gloss_unit_scanner *scanner,
                               gloss_units *units, size_t end);
gloss_unit_find gloss_unit_find_plain;
gloss_unit_find *gloss_unit_find_best(void); /* on this machine */
enum { GLOSS_UNIT_BLOCK = 64 };

typedef struct gloss_unit_scanner {
  const char *text;
  size_t len, at;
  const gloss_span *masks; /* sorted, apart; those still ahead */
  size_t mask_count;
  unsigned gap;            /* what lies between the last unit and `at` */
  size_t run_end;          /* end of the last unit if letters or digits, or
                              SIZE_MAX */
  gloss_word_classify *classify;
  gloss_unit_find *find;
  gloss_unit_cache *cache; /* or NULL */
} gloss_unit_scanner;

void gloss_units_start(gloss_unit_scanner *scanner, const char *text,
                       size_t len, const gloss_span *masks, size_t mask_count,
                       gloss_unit_cache *cache);
/* Appends units until less than 64 would fit. false: the text is at its end. */
bool gloss_units_fill(gloss_unit_scanner *scanner, gloss_units *units);

#endif

/* units.c - from text to units: ASCII by blocks, the rest by atom. */
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

typedef struct folded {
  uint64_t hash, head;
  bool empty; /* it folds to nothing, and is no unit */
  char sign;  /* the ASCII sign that it begins with when folded, or 0 */
} folded;

static folded fold_bytes(const char *bytes, size_t len) {
  bool sign = len > 0 && (unsigned char)bytes[0] < 0x80 &&
              kinds[(unsigned char)bytes[0]] == OTHER;
  return (folded){ gloss_hash_bytes(bytes, len),
                   gloss_unit_head(load(bytes, len, 0), len), len == 0,
                   sign ? bytes[0] : '\0' };
}

static folded fold_atom(const char *bytes, size_t len) {
  char room[GLOSS_FOLD_ROOM(GLOSS_MAX_ATOM)];
  size_t n = gloss_fold(GLOSS_FORM_KEY, bytes, len, room, sizeof room);
  return n == SIZE_MAX ? fold_bytes(bytes, len) : fold_bytes(room, n);
}

static folded look_up(gloss_unit_cache *cache, const char *bytes, size_t len) {
  gloss_unit_kept *kept;
  size_t row;
  folded f;
  if (len > GLOSS_MAX_ATOM) return fold_bytes(bytes, len);
  if (cache == NULL || len > GLOSS_UNIT_CACHED_BYTES)
    return fold_atom(bytes, len);
  row = gloss_hash_bytes(bytes, len) % GLOSS_UNIT_CACHE;
  kept = &cache->kept[row];
  if (cache->lens[row] == len && memcmp(kept->bytes, bytes, len) == 0)
    return (folded){ kept->hash, kept->head, false, kept->sign };
  f = fold_atom(bytes, len);
  if (f.empty) return f;
  kept->hash = f.hash;
  kept->head = f.head;
  kept->sign = f.sign;
  cache->lens[row] = (uint8_t)len;
  memcpy(kept->bytes, bytes, len);
  return f;
}

/* Letters that fold to ', " or -. */
static bool is_letter_sign(uint32_t cp) {
  switch (cp) {
    case 0x02B9: case 0x02BA: case 0x02BB: case 0x02BC: case 0x02BD:
    case 0x02EE: case 0x0374: case 0x055A: case 0x058A: case 0x05F3:
    case 0xA78B: case 0xA78C:
      return true;
    default: return false;
  }
}

size_t gloss_unit_end(const char *text, gloss_atom atom) {
  size_t at = atom.start, next;
  if (atom.word != WB_ALETTER) return atom.end;
  for (; at < atom.end; at = next) {
    uint32_t cp = gloss_utf8_next(text, at, &next);
    if (is_letter_sign(cp)) return at > atom.start ? at : next;
  }
  return atom.end;
}

/* ---- The scanner -------------------------------------------------------- */

void gloss_units_start(gloss_unit_scanner *s, const char *text, size_t len,
                       const gloss_span *masks, size_t mask_count,
                       gloss_unit_cache *cache) {
  *s = (gloss_unit_scanner){ text, len, 0, masks, mask_count, GAP_MASK,
                             SIZE_MAX, gloss_word_classify_best(),
                             gloss_unit_find_best(), cache };
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

/* Adds a whole unit. */
static void add(gloss_unit_scanner *s, gloss_units *units, size_t start,
                size_t end, folded f, bool upper, bool run) {
  size_t i = units->count++;
  units->hashes[i] = f.hash;
  units->heads[i] = f.head;
  units->starts[i] = (uint32_t)start;
  units->ends[i] = (uint32_t)end;
  units->flags[i] =
      (uint8_t)(close_gap(s, start, run) | GLOSS_UNIT_WHOLE |
                (upper ? GLOSS_UNIT_UPPER : 0));
  s->run_end = run ? end : SIZE_MAX;
  s->at = end;
}

static void line_break(gloss_unit_scanner *s, size_t end, unsigned cp) {
  char c = cp < 0x80 ? (char)cp : ' ';
  if (c == '\r' && s->at + 1 < end && s->text[s->at + 1] == '\n') s->at++;
  s->gap |= (s->gap & GAP_LINE) || c == '\f' || cp == 0x2029 ? GAP_BLANK
                                                              : GAP_LINE;
}

/* Does a word end at `at`, or behind an s there, as after the apostrophe of
** Orlan's? Names end before one that is a letter, too. */
static bool ends_word(const char *text, size_t len, size_t at) {
  size_t next;
  if (at < len && (text[at] | 0x20) == 's') at++;
  return at == len ||
         !(gloss_class_of(gloss_utf8_next(text, at, &next))->flags &
           (GLOSS_CP_LETTER | GLOSS_CP_DIGIT | GLOSS_CP_MARK));
}

/* The slow way: the atom at s->at, which is no white space. */
static void add_atom(gloss_unit_scanner *s, gloss_units *units, size_t end) {
  gloss_atom atom = gloss_atom_at(s->text, end, s->at);
  size_t stop = gloss_unit_end(s->text, atom);
  folded f = look_up(s->cache, s->text + atom.start, stop - atom.start);
  bool run = (atom.word == WB_ALETTER || atom.word == WB_NUMERIC) &&
             (f.sign == 0 || !ends_word(s->text, end, stop));
  if (f.empty) {
    if (s->run_end == s->at) s->run_end = stop;
    s->at = stop;
    return;
  }
  add(s, units, atom.start, stop, f,
      f.sign != 0 ? gloss_unit_byte_upper((unsigned char)f.sign)
                  : (atom.flags & GLOSS_CP_UPPER) != 0, run);
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

/* White space from s->at to `to`. */
static void read_gap(gloss_unit_scanner *s, size_t to) {
  for (; s->at < to; s->at++) {
    unsigned char c = (unsigned char)s->text[s->at];
    if (kinds[c] == LINE) line_break(s, to, c);
    else s->gap |= GAP_SPACE;
  }
}

/* Where the white space of ASCII ends that begins at `at`. */
static size_t gap_end(const char *text, size_t at, size_t end) {
  while (at < end && (unsigned char)text[at] < 0x80 &&
         (kinds[(unsigned char)text[at]] & (SPACE | LINE)) != 0)
    at++;
  return at;
}

/* One unit, or white space, all of it, at s->at. */
static void fill_one(gloss_unit_scanner *s, gloss_units *units, size_t end) {
  const char *text = s->text;
  size_t at = s->at, stop = at + 1;
  unsigned char c = (unsigned char)text[at];
  unsigned kind = c < 0x80 ? kinds[c] : OTHER;
  folded f = { 0, 0, false, 0 };
  if (kind == SPACE || kind == LINE) {
    read_gap(s, gap_end(text, at, end));
    return;
  }
  if (c >= 0x80) {
    add_wide(s, units, end);
    return;
  }
  f.hash = kind == OTHER ? gloss_hash_word(0, gloss_unit_byte(c))
                         : ascii_run(text, end, at, (int)kind, &stop);
  if (stop < end && (unsigned char)text[stop] >= 0x80) {
    add_atom(s, units, end);
    return;
  }
  f.head = kind == OTHER ? gloss_unit_head(gloss_unit_byte(c), 1)
                         : gloss_unit_head(load(text, stop, at), stop - at);
  add(s, units, at, stop, f, gloss_unit_byte_upper(c), kind != OTHER);
}

/* ---- Plain ASCII, by blocks ---------------------------------------------- */

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

static bool is_run(unsigned char c) { return kinds[c] & (LETTER | DIGIT); }

/* Makes unit i, of plain ASCII, whole; `flags` are of what is before it. */
static void make_whole(const gloss_unit_scanner *s, gloss_units *units,
                       size_t i, unsigned flags) {
  size_t at = units->starts[i], end = units->ends[i];
  unsigned char c = (unsigned char)s->text[at];
  unsigned kind = kinds[c];
  bool run = is_run(c);
  units->hashes[i] =
      run ? ascii_run(s->text, end, at, (int)kind, &at)
          : gloss_hash_word(0, gloss_unit_byte(c));
  at = units->starts[i];
  units->heads[i] =
      gloss_unit_head(run ? load(s->text, end, at) : gloss_unit_byte(c),
                      end - at);
  units->flags[i] = (uint8_t)(flags | GLOSS_UNIT_WHOLE |
                              (gloss_unit_byte_upper(c) ? GLOSS_UNIT_UPPER
                                                        : 0));
}

/* Whether what is asked for unit i later would be read behind the text. */
static bool reaches_out(const gloss_unit_scanner *s, const gloss_units *units,
                        size_t i) {
  size_t start = units->starts[i], len = units->ends[i] - start;
  return s->len - start < ((len + 7) & ~(size_t)7);
}

/* Takes units whose starts and ends have been found. Of the first, which may
** follow text of another kind, everything is read, and of those at the end of
** the text. */
static void take_units(gloss_unit_scanner *s, gloss_units *units,
                       size_t count) {
  size_t i = units->count, last = i + count - 1;
  unsigned char c = (unsigned char)s->text[units->starts[i]];
  memset(units->flags + i, 0, count);
  read_gap(s, units->starts[i]);
  make_whole(s, units, i, close_gap(s, units->starts[i], is_run(c)));
  for (size_t k = last; k > i && reaches_out(s, units, k); k--)
    make_whole(s, units, k, gloss_unit_flags(units, s->text, k));
  units->count += count;
  s->at = units->ends[last];
  c = (unsigned char)s->text[units->starts[last]];
  s->run_end = is_run(c) ? s->at : SIZE_MAX;
}

/* Units of the ASCII at s->at; false: none. */
static bool fill_ascii(gloss_unit_scanner *s, gloss_units *units, size_t end) {
  size_t count;
  if (load(s->text, end, s->at) & HIGHS) return false;
  count = s->find(s, units, end);
  if (count > 0) take_units(s, units, count);
  return count > 0;
}

/* Units up to `end`, where the text ends or a mask begins. */
static void fill_until(gloss_unit_scanner *s, gloss_units *units, size_t end) {
  while (s->at < end && units->count <= GLOSS_UNIT_ROOM - GLOSS_UNIT_BLOCK)
    if (!fill_ascii(s, units, end)) fill_one(s, units, end);
}

bool gloss_units_fill(gloss_unit_scanner *s, gloss_units *units) {
  while (units->count <= GLOSS_UNIT_ROOM - GLOSS_UNIT_BLOCK) {
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

/* ---- What is asked for later --------------------------------------------- */

uint64_t gloss_unit_hash(const gloss_units *units, const char *text,
                         size_t i) {
  size_t start = units->starts[i];
  unsigned char c = (unsigned char)text[start];
  if (units->flags[i] & GLOSS_UNIT_WHOLE) return units->hashes[i];
  if (!is_run(c)) return gloss_hash_word(0, gloss_unit_byte(c));
  return run_hash(text + start, units->ends[i] - start, ONES * 0x20);
}

unsigned gloss_unit_flags(const gloss_units *units, const char *text,
                          size_t i) {
  unsigned flags = units->flags[i], before;
  gloss_unit_scanner gap = { .text = text, .run_end = SIZE_MAX };
  size_t start = units->starts[i];
  bool run;
  if (flags & GLOSS_UNIT_WHOLE) return flags;
  run = is_run((unsigned char)text[start]);
  before = units->flags[i - 1];
  gap.at = units->ends[i - 1];
  if (!(before & GLOSS_UNIT_WHOLE) &&
      is_run((unsigned char)text[units->starts[i - 1]]))
    before |= GLOSS_UNIT_RUN;
  if (before & GLOSS_UNIT_RUN) gap.run_end = gap.at;
  read_gap(&gap, start);
  return flags | close_gap(&gap, start, run);
}

/* words.c - word boundaries by UAX #29.
**
** Two ways that take turns. Where a block of 64 bytes holds only letters,
** digits, spaces, marks of punctuation and whatever else joins nothing, the
** rules are a dozen operations on bit masks. Where it holds what rules look
** past or pair (combining marks, Hebrew, Katakana, flags, joiners), a small
** automaton takes one code point after the other. */
#include "tokenise/words.h"

#include <string.h>

#include "unicode/breaks.h"
#include "unicode/utf8.h"

/* ---- One code point after the other ------------------------------------ */

/* What came before, the marks that WB4 looks past left out. */
typedef enum state {
  AFTER_LINE,     /* the start of text, LF, VT, FF, NEL, U+2028, U+2029 */
  AFTER_CR,
  AFTER_SPACE,    /* a WSegSpace, and no mark behind it */
  AFTER_OTHER,    /* what joins only its own marks */
  AFTER_LETTER,
  AFTER_HEBREW,
  AFTER_NUMBER,
  AFTER_KATAKANA,
  AFTER_CONNECTOR, /* ExtendNumLet */
  AFTER_REGIONAL, /* half a flag */
  AFTER_MIDDLE    /* a mark in a word, what follows it is known to join */
} state;

#define BIT(class) (1u << (class))
#define MARKS (BIT(WB_EXTEND) | BIT(WB_FORMAT) | BIT(WB_ZWJ))
#define LETTERS (BIT(WB_ALETTER) | BIT(WB_HEBREW))
#define WORD_PARTS (LETTERS | BIT(WB_NUMERIC) | BIT(WB_EXTENDNUMLET))

/* The classes before which there is no boundary. */
static const uint32_t joins[] = {
  [AFTER_LINE] = 0,                                         /* WB1, WB3a   */
  [AFTER_CR] = BIT(WB_LF),                                  /* WB3         */
  [AFTER_SPACE] = MARKS | BIT(WB_WSEGSPACE),                /* WB3d, WB4   */
  [AFTER_OTHER] = MARKS,                                    /* WB4, WB999  */
  [AFTER_LETTER] = MARKS | WORD_PARTS,                      /* WB5, 9, 13a */
  [AFTER_HEBREW] = MARKS | WORD_PARTS | BIT(WB_SINGLE_QUOTE), /* WB7a      */
  [AFTER_NUMBER] = MARKS | WORD_PARTS,                      /* WB8, 10, 13a*/
  [AFTER_KATAKANA] = MARKS | BIT(WB_KATAKANA) | BIT(WB_EXTENDNUMLET), /* 13 */
  [AFTER_CONNECTOR] = MARKS | WORD_PARTS | BIT(WB_KATAKANA), /* WB13a, 13b */
  [AFTER_REGIONAL] = MARKS | BIT(WB_REGIONAL),              /* WB15, WB16  */
  [AFTER_MIDDLE] = MARKS | LETTERS | BIT(WB_NUMERIC),       /* WB7, 7c, 11 */
};

static const uint8_t state_after[WB_COUNT] = {
  [WB_OTHER] = AFTER_OTHER, [WB_CR] = AFTER_CR, [WB_LF] = AFTER_LINE,
  [WB_NEWLINE] = AFTER_LINE, [WB_EXTEND] = AFTER_OTHER,
  [WB_ZWJ] = AFTER_OTHER, [WB_REGIONAL] = AFTER_REGIONAL,
  [WB_FORMAT] = AFTER_OTHER, [WB_KATAKANA] = AFTER_KATAKANA,
  [WB_HEBREW] = AFTER_HEBREW, [WB_ALETTER] = AFTER_LETTER,
  [WB_SINGLE_QUOTE] = AFTER_OTHER, [WB_DOUBLE_QUOTE] = AFTER_OTHER,
  [WB_MIDNUMLET] = AFTER_OTHER, [WB_MIDLETTER] = AFTER_OTHER,
  [WB_MIDNUM] = AFTER_OTHER, [WB_NUMERIC] = AFTER_NUMBER,
  [WB_EXTENDNUMLET] = AFTER_CONNECTOR, [WB_WSEGSPACE] = AFTER_SPACE,
};

/* The classes of which one must follow a mark of `class` in the middle of a
** word; 0: it is not in the middle of one. */
static uint32_t wanted_behind(uint8_t before, uint8_t class) {
  const uint32_t between_letters =
      BIT(WB_MIDLETTER) | BIT(WB_MIDNUMLET) | BIT(WB_SINGLE_QUOTE);
  const uint32_t between_digits =
      BIT(WB_MIDNUM) | BIT(WB_MIDNUMLET) | BIT(WB_SINGLE_QUOTE);
  bool hebrew = before == AFTER_HEBREW;
  if ((before == AFTER_LETTER || hebrew) && (BIT(class) & between_letters))
    return LETTERS;                                          /* WB6, WB7   */
  if (hebrew && class == WB_DOUBLE_QUOTE) return BIT(WB_HEBREW); /* 7b, 7c */
  if (before == AFTER_NUMBER && (BIT(class) & between_digits))
    return BIT(WB_NUMERIC);                                  /* WB11, WB12 */
  return 0;
}

/* Is the next code point that is no mark of one of these classes? Each mark
** is looked at so once at most: by the middle mark that it stands behind. */
static bool follows(gloss_words *w, size_t at, uint32_t classes) {
  while (at < w->len) {
    uint8_t class = gloss_class_of(gloss_utf8_next(w->text, at, &at))->word;
    w->ahead++;
    if (!(BIT(class) & MARKS)) return (BIT(class) & classes) != 0;
  }
  return false;
}

/* Takes the code point of class `c` that ends at `next`, where `rare` things
** are to be looked at; true if there is a boundary before it. */
static bool rare_step(gloss_words *w, const gloss_class *c, size_t next) {
  uint8_t before = w->state;
  bool joined = (joins[before] & BIT(c->word)) != 0;
  uint32_t behind = wanted_behind(before, c->word);
  w->state = state_after[c->word];
  if (joined && c->word == WB_REGIONAL) w->state = AFTER_OTHER;
  if (behind != 0 && follows(w, next, behind)) {
    w->state = AFTER_MIDDLE;
    return false;
  }
  if (w->joiner && (c->flags & GLOSS_CP_PICTOGRAPH)) return false; /* WB3c */
  return !joined;
}

static bool step(gloss_words *w, const gloss_class *c, size_t next) {
  const uint32_t rare = BIT(WB_REGIONAL) | BIT(WB_SINGLE_QUOTE) |
                        BIT(WB_DOUBLE_QUOTE) | BIT(WB_MIDNUMLET) |
                        BIT(WB_MIDLETTER) | BIT(WB_MIDNUM);
  uint8_t before = w->state;
  uint32_t class = BIT(c->word);
  bool joined = (joins[before] & class) != 0;
  bool mark = (class & MARKS) != 0;
  if ((class & rare) || (w->joiner && !mark)) {
    bool boundary = rare_step(w, c, next);
    w->joiner = false;
    return boundary;
  }
  w->joiner = class == BIT(WB_ZWJ);
  w->state = mark && joined && before != AFTER_SPACE ? before
                                                     : state_after[c->word];
  return !joined;
}

/* What the masks know of the code point before them; marks behind it are as
** it is. */
enum {
  LETTER = 1, DIGIT = 2, CONNECTOR = 4, KATAKANA = 8, BLANK = 16, CR = 32,
  LINE = 64 /* start of text, LF, VT, FF, NEL, U+2028, U+2029 */
};

/* The same as bits, for each state in which the masks can go on; the others
** have to come to an end first. */
enum { MUST_STAY = 255 };
static const uint8_t last_of_state[] = {
  [AFTER_LINE] = LINE, [AFTER_CR] = CR, [AFTER_SPACE] = BLANK,
  [AFTER_OTHER] = 0, [AFTER_LETTER] = LETTER, [AFTER_HEBREW] = MUST_STAY,
  [AFTER_NUMBER] = DIGIT, [AFTER_KATAKANA] = KATAKANA,
  [AFTER_CONNECTOR] = CONNECTOR, [AFTER_REGIONAL] = MUST_STAY,
  [AFTER_MIDDLE] = MUST_STAY,
};

static void enter_slow(gloss_words *w) {
  w->slow = true;
  w->joiner = false;
  for (w->state = AFTER_LINE; last_of_state[w->state] != w->last;) w->state++;
}

static void slow_block(gloss_words *w, gloss_word_block *block) {
  enum { NARROW_NO_BREAK_SPACE = 0x202F };
  uint64_t boundary = 0, space = 0, high = 0;
  size_t from = w->at, at = from, next;
  for (; at < w->len; at = next) {
    uint32_t cp = gloss_utf8_next(w->text, at, &next);
    const gloss_class *c = gloss_class_of(cp);
    if (next - from > 64) break;
    boundary |= (uint64_t)step(w, c, next) << (at - from);
    high |= (uint64_t)(cp >= 0x80) << (at - from);
    if (cp == NARROW_NO_BREAK_SPACE) w->narrow = true;
    else if (c->flags & GLOSS_CP_SPACE)
      space |= (((uint64_t)1 << (next - at)) - 1) << (at - from);
  }
  *block = (gloss_word_block){ (uint32_t)from, (uint32_t)(at - from),
                               boundary, space, 0, high };
  w->at = (uint32_t)at;
  w->last = last_of_state[w->state];
  w->slow = w->last == MUST_STAY || w->joiner;
}

/* ---- A block at a time -------------------------------------------------- */

/* A mark above ASCII that may be in the middle of a word: ’ of "don’t". */
typedef struct middle {
  uint8_t at, size;
  uint8_t class; /* a gloss_wb */
} middle;

typedef struct painting {
  gloss_word_masks masks;
  uint64_t katakana;
  uint64_t mark;     /* Extend and Format */
  uint64_t attached; /* those that belong to what is before */
  uint64_t space;    /* above ASCII */
  uint64_t word;     /* the first bytes of letters: what begins so is a word */
  uint64_t behind_middle; /* the bytes behind `middles` */
  uint32_t size;     /* of the block, shrunk to what the masks know */
  uint32_t middle_count;
  middle middles[32];
} painting;

/* What a class above ASCII is to the masks; UNKNOWN: they cannot say it. The
** first two are frequent in some scripts, the rest is rare in all. */
enum { P_LETTER = 1, P_MARK = 2, P_DIGIT = 4, P_KATAKANA = 8, P_MIDDLE = 16,
       P_UNKNOWN = 32, P_FREQUENT = P_LETTER | P_MARK };
static const uint8_t paint_of_class[WB_COUNT] = {
  [WB_OTHER] = 0, [WB_CR] = P_UNKNOWN, [WB_LF] = P_UNKNOWN,
  [WB_NEWLINE] = P_UNKNOWN, [WB_EXTEND] = P_MARK, [WB_ZWJ] = P_UNKNOWN,
  [WB_REGIONAL] = P_UNKNOWN, [WB_FORMAT] = P_MARK,
  [WB_KATAKANA] = P_KATAKANA, [WB_HEBREW] = P_UNKNOWN,
  [WB_ALETTER] = P_LETTER, [WB_SINGLE_QUOTE] = P_UNKNOWN,
  [WB_DOUBLE_QUOTE] = P_UNKNOWN, [WB_MIDNUMLET] = P_MIDDLE,
  [WB_MIDLETTER] = P_MIDDLE, [WB_MIDNUM] = P_MIDDLE, [WB_NUMERIC] = P_DIGIT,
  [WB_EXTENDNUMLET] = P_UNKNOWN, [WB_WSEGSPACE] = P_UNKNOWN,
};

static uint64_t low_bits(uint32_t count) {
  return count < 64 ? ((uint64_t)1 << count) - 1 : ~(uint64_t)0;
}

/* Cuts the block before a code point that goes on behind it. */
static void cut_whole(painting *p, const char *bytes) {
  uint64_t first = p->masks.first;
  if (p->size < 64) return; /* the end of the text */
  if (first >> 63) p->size = 63;
  else if (first >> 62 && (unsigned char)bytes[62] >= 0xE0) p->size = 62;
  else if (first >> 61 && (unsigned char)bytes[61] >= 0xF0) p->size = 61;
}

/* Paints the first byte of what is rare; false: the masks cannot say it. */
static bool paint_rare(painting *p, uint8_t class, uint8_t what, uint32_t at,
                       size_t size) {
  uint64_t first = (uint64_t)1 << at;
  if (what & P_UNKNOWN) return false;
  if (what & P_DIGIT) p->masks.digit |= first;
  else if (what & P_KATAKANA) p->katakana |= first;
  else if (what & P_MIDDLE) {
    p->behind_middle |= first << size;
    p->middles[p->middle_count++] = (middle){ (uint8_t)at, (uint8_t)size,
                                              class };
  } else {
    p->space |= first;
  }
  return true;
}

/* Puts the first byte of each code point above ASCII into the masks. The block
** is cut before the first that they cannot hold. (Not inline: this loop needs
** all registers for itself.) */
__attribute__((noinline)) static void paint_first_bytes(painting *p,
                                                        const char *bytes) {
  const uint32_t telling = GLOSS_CP_LETTER | GLOSS_CP_PICTOGRAPH;
  uint64_t lead = p->masks.lead & low_bits(p->size), letter = 0, mark = 0;
  uint64_t word = 0;
  for (; lead != 0; lead &= lead - 1) {
    uint64_t first = lead & (~lead + 1);
    uint32_t at = (uint32_t)__builtin_ctzll(lead);
    size_t next;
    const gloss_class *c = gloss_class_of(gloss_utf8_next(bytes, at, &next));
    uint8_t what = paint_of_class[c->word];
    letter |= first & ((uint64_t)0 - (what & P_LETTER));
    mark |= what & P_MARK ? first : 0;
    word |= (c->flags & telling) == GLOSS_CP_LETTER ? first : 0;
    if ((what & ~P_FREQUENT) || (c->flags & GLOSS_CP_SPACE)) {
      if (paint_rare(p, c->word, what, at, next - at)) continue;
      p->size = at;
      break;
    }
  }
  p->masks.letter |= letter;
  p->word |= word;
  p->mark = mark;
}

/* From first bytes to all bytes of code points. */
static uint64_t spread(const painting *p, uint64_t first) {
  uint64_t rest = p->masks.high & ~p->masks.first;
  first |= first << 1 & rest;
  first |= first << 1 & rest;
  return first | (first << 1 & rest);
}

/* `mask` with the runs of marks that follow it, a run at once: the carry of
** the sum goes through it. */
static uint64_t with_marks(const painting *p, uint64_t mask, bool before) {
  uint64_t runs = p->mark & ~(p->mark << 1);
  uint64_t followed = runs & (mask << 1 | before);
  return mask | (p->mark & ~(p->mark + followed));
}

/* The bytes of LF, VT and FF; of CR too. */
static uint64_t line_bytes(const gloss_word_masks *m, const char *bytes) {
  uint64_t lines = m->control, left = lines;
  for (; left != 0; left &= left - 1)
    if (bytes[__builtin_ctzll(left)] == '\t') lines &= ~(left & (~left + 1));
  return lines;
}

/* WB4: a mark is as what is before it, but begins anew behind a line break. A
** mark behind a middle mark is beyond the masks: the block is cut. */
static void paint_marks(const gloss_words *w, painting *p, const char *bytes) {
  gloss_word_masks *m = &p->masks;
  uint64_t middles = (m->mid_letter | m->mid_number) << 1 | p->behind_middle;
  uint64_t first = p->mark, anew = 0;
  if (first & middles & low_bits(p->size))
    p->size = (uint32_t)__builtin_ctzll(first & middles);
  if (m->control) anew = line_bytes(m, bytes) << 1;
  anew |= (w->last & (LINE | CR)) != 0;
  p->attached = first & ~anew;
  p->mark = spread(p, first);
  m->letter = with_marks(p, m->letter, w->last & LETTER);
  m->digit = with_marks(p, m->digit, w->last & DIGIT);
  m->underscore = with_marks(p, m->underscore, w->last & CONNECTOR);
  p->katakana = with_marks(p, p->katakana, w->last & KATAKANA);
}

/* Puts all that is above ASCII into the masks. */
static void paint(const gloss_words *w, painting *p, const char *bytes) {
  gloss_word_masks *m = &p->masks;
  cut_whole(p, bytes);
  paint_first_bytes(p, bytes);
  m->letter = spread(p, m->letter);
  m->digit = spread(p, m->digit);
  p->katakana = spread(p, p->katakana);
  p->space = spread(p, p->space);
  if (p->mark) paint_marks(w, p, bytes);
}

/* A middle mark that ends the block is left to the next one, where what is
** behind it is seen. */
static void leave_last_middle(const gloss_words *w, painting *p) {
  uint64_t last;
  if (w->at + p->size == w->len || p->size == 0) return;
  last = (uint64_t)1 << (p->size - 1);
  while (p->middle_count > 0 &&
         p->middles[p->middle_count - 1].at >= p->size) p->middle_count--;
  if (last & (p->masks.mid_letter | p->masks.mid_number)) {
    p->size--;
  } else if (p->middle_count > 0) {
    const middle *m = &p->middles[p->middle_count - 1];
    if (m->at + m->size == p->size) {
      p->size = m->at;
      p->middle_count--;
    }
  }
}

/* The middle marks above ASCII that join what is around them. */
static uint64_t joined_middles(const gloss_words *w, const painting *p) {
  uint64_t letter = p->masks.letter, digit = p->masks.digit, join = 0;
  for (uint32_t i = 0; i < p->middle_count; i++) {
    const middle *m = &p->middles[i];
    uint64_t first = (uint64_t)1 << m->at, behind = first << m->size;
    uint64_t before = m->at > 0 ? first >> 1 : 0;
    bool after_letter = before ? letter & before : w->last & LETTER;
    bool after_digit = before ? digit & before : w->last & DIGIT;
    bool letters = m->class != WB_MIDNUM && after_letter && (letter & behind);
    bool digits = m->class != WB_MIDLETTER && after_digit && (digit & behind);
    if (letters || digits) join |= first | behind;
  }
  return join;
}

static uint64_t bytes_equal(const char *bytes, uint64_t where, char byte) {
  uint64_t found = 0;
  for (; where != 0; where &= where - 1) {
    if (bytes[__builtin_ctzll(where)] == byte) found |= where & (~where + 1);
  }
  return found;
}

/* Each bit moved to the next code point; `bit` of w->last comes in. */
static uint64_t after(const gloss_words *w, uint64_t mask, uint8_t bit) {
  return mask << 1 | ((w->last & bit) != 0);
}

/* WB3 and WB3a, b: CR LF is one, and all else is a boundary. */
static uint64_t joined_lines(const gloss_words *w, const gloss_word_masks *m,
                             const char *bytes) {
  uint64_t cr = bytes_equal(bytes, m->control, '\r');
  if (cr == 0 && !(w->last & CR)) return 0;
  return after(w, cr, CR) & bytes_equal(bytes, m->control, '\n');
}

static uint64_t joined_katakana(const gloss_words *w, const painting *p) {
  uint64_t katakana = p->katakana, connector = p->masks.underscore;
  return (katakana & after(w, katakana | connector, KATAKANA | CONNECTOR)) |
         (connector & after(w, katakana, KATAKANA)); /* WB13, 13a, 13b */
}

static uint8_t last_of_block(const painting *p, const char *bytes) {
  uint32_t i = p->size - 1;
  const gloss_word_masks *m = &p->masks;
  if (m->control >> i & 1) {
    if (bytes[i] == '\t') return 0;
    return bytes[i] == '\r' ? CR : LINE;
  }
  return (uint8_t)((m->letter >> i & 1) * LETTER | (m->digit >> i & 1) * DIGIT |
                   (m->underscore >> i & 1) * CONNECTOR |
                   (p->katakana >> i & 1) * KATAKANA |
                   (m->blank >> i & 1) * BLANK);
}

/* The rules, for a block in which no class is missing. */
static void mask_block(gloss_words *w, const painting *p, const char *bytes,
                       gloss_word_block *block) {
  const gloss_word_masks *m = &p->masks;
  uint64_t valid = low_bits(p->size);
  uint64_t letter = m->letter & valid, digit = m->digit & valid;
  uint64_t word = letter | digit | (m->underscore & valid);
  uint64_t between =
      (m->mid_letter & after(w, letter, LETTER) & letter >> 1) |  /* WB6  */
      (m->mid_number & after(w, digit, DIGIT) & digit >> 1);      /* WB12 */
  uint64_t join = (word & after(w, word, LETTER | DIGIT | CONNECTOR)) |
                  between | between << 1 |     /* WB5-7, 8-10, 11, 12, 13a-b */
                  (m->blank & after(w, m->blank, BLANK)) |         /* WB3d */
                  p->attached | (m->high & ~m->first);             /* WB4  */
  if (m->control) join |= joined_lines(w, m, bytes);
  if (p->middle_count > 0) join |= joined_middles(w, p);
  if (p->katakana || (w->last & KATAKANA)) join |= joined_katakana(w, p);
  block->at = w->at;
  block->size = p->size;
  block->boundary = ~join & valid;
  block->space = (m->blank | m->control | p->space) & valid;
  block->word = p->word;
  block->high = m->high & valid;
  w->last = last_of_block(p, bytes);
  w->at += p->size;
}

bool gloss_words_block(gloss_words *w, gloss_word_block *block) {
  painting p;
  char end[64];
  const char *bytes = w->text + w->at;
  uint32_t left = w->len - w->at;
  if (left == 0) return false;
  if (!w->slow) {
    p.space = p.katakana = p.attached = p.behind_middle = 0;
    p.middle_count = 0;
    p.size = left < 64 ? left : 64;
    if (left < 64) {
      memset(end, 0, sizeof end);
      memcpy(end, bytes, left);
      bytes = end;
    }
    w->classify(bytes, &p.masks);
    p.word = p.masks.letter;
    if (p.masks.high) paint(w, &p, bytes);
    leave_last_middle(w, &p);
    if (p.size > 0) {
      mask_block(w, &p, bytes, block);
      return true;
    }
    enter_slow(w);
  }
  slow_block(w, block);
  return true;
}

void gloss_words_start(gloss_words *words, const char *text, size_t len) {
  *words = (gloss_words){
    .text = text, .len = (uint32_t)len, .last = LINE, .spaced = true,
    .classify = gloss_word_classify_best(), .fill = gloss_words_fill_best(),
  };
}

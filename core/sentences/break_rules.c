/* break_rules.c - sentence boundaries by UAX #29, as a table of rules. */
#include "sentences/break_rules.h"

#include <string.h>

#include "unicode/breaks.h"
#include "unicode/utf8.h"

/* ---- The rules ----------------------------------------------------------- */

/* What is before a place: an end mark, and what stands between. */
enum {
  DOT = 1,         /* ATerm */
  LETTER_DOT = 2,  /* ATerm behind Upper or Lower */
  DOT_CLOSE = 4,   /* ATerm, Close marks */
  DOT_GAP = 8,     /* ATerm, Close marks or none, spaces */
  STOP = 16,       /* STerm, Close marks or none */
  STOP_GAP = 32,   /* the same, spaces */
  AFTER_DOT = DOT | LETTER_DOT | DOT_CLOSE | DOT_GAP,
  AFTER_MARK = AFTER_DOT | STOP | STOP_GAP
};

/* What is behind it: a class, or what one can only see by looking ahead. */
#define BIT(class) (1u << (class))
enum {
  BREAK = BIT(SB_SEP) | BIT(SB_CR) | BIT(SB_LF),
  MARK = BIT(SB_ATERM) | BIT(SB_STERM),
  IGNORED = BIT(SB_EXTEND) | BIT(SB_FORMAT),
  LOWER_AHEAD = BIT(SB_COUNT), /* a Lower, and before it no other letter, no
                                  end mark, no line break */
  END_OF_TEXT = BIT(SB_COUNT + 1),
  ANY = ~0u >> 1
};

typedef enum verdict { NO, YES, WAIT /* look at the next class */ } verdict;

typedef struct rule {
  unsigned before, behind;
  verdict boundary;
  uint8_t rule;
} rule;

/* The first row that fits decides. SB8 stands behind SB9 and SB10, which say
** no as it does, since it alone must look ahead. */
static const rule rules[] = {
  { AFTER_MARK, END_OF_TEXT, YES, GLOSS_BREAK_SB2 },
  { AFTER_MARK, BREAK, YES, GLOSS_BREAK_SB4 },       /* SB9, 10, and then 4 */
  { DOT | LETTER_DOT, BIT(SB_NUMERIC), NO, GLOSS_BREAK_SB6 },     /* 3.14   */
  { LETTER_DOT, BIT(SB_UPPER), NO, GLOSS_BREAK_SB7 },             /* U.S    */
  { AFTER_MARK, BIT(SB_SCONTINUE) | MARK, NO, GLOSS_BREAK_SB8A }, /* etc.,  */
  { DOT | LETTER_DOT | DOT_CLOSE | STOP, BIT(SB_CLOSE), WAIT, 0 }, /* SB9   */
  { AFTER_MARK, BIT(SB_SP), WAIT, 0 },                            /* SB9, 10*/
  { AFTER_DOT, LOWER_AHEAD, NO, GLOSS_BREAK_SB8 },     /* etc.) 3 and       */
  { AFTER_MARK, ANY, YES, GLOSS_BREAK_SB11 },          /* Stop! Go.         */
};

static const char *const names[GLOSS_BREAK_RULES] = {
  [GLOSS_BREAK_SB2] = "SB2", [GLOSS_BREAK_SB4] = "SB4",
  [GLOSS_BREAK_SB6] = "SB6", [GLOSS_BREAK_SB7] = "SB7",
  [GLOSS_BREAK_SB8] = "SB8", [GLOSS_BREAK_SB8A] = "SB8a",
  [GLOSS_BREAK_SB11] = "SB11",
};

const char *gloss_break_rule_name(unsigned number) {
  return number < GLOSS_BREAK_RULES ? names[number] : NULL;
}

/* `before`, when a Close mark or a space has been taken. */
static unsigned step(unsigned before, unsigned behind) {
  if (behind == BIT(SB_SP)) return before & AFTER_DOT ? DOT_GAP : STOP_GAP;
  return before & AFTER_DOT ? DOT_CLOSE : STOP;
}

static const rule *find_rule(unsigned before, unsigned behind) {
  const rule *r = rules;
  while (!((r->before & before) && (r->behind & behind))) r++;
  return r;
}

/* ---- The text around a mark ---------------------------------------------- */

static uint8_t class_at(gloss_breaks *b, size_t at, size_t *next) {
  b->ahead++;
  return gloss_class_of(gloss_utf8_next(b->text, at, next))->sentence;
}

/* Is the code point before `at` a letter with case? Marks are looked past
** (SB5). No mark is looked at twice: each belongs to one end mark. */
static bool after_cased_letter(gloss_breaks *b, size_t at) {
  size_t next;
  while (at > 0) {
    unsigned class = BIT(class_at(b, at = gloss_utf8_before(b->text, at),
                                  &next));
    if (!(class & IGNORED))
      return (class & (BIT(SB_UPPER) | BIT(SB_LOWER))) != 0;
  }
  return false;
}

/* SB8: looks from `at` to the next letter, end mark or line break. It passes
** no end mark, so that all looks together read the text once. */
static bool lower_ahead(gloss_breaks *b, size_t at) {
  const unsigned stops = BIT(SB_OLETTER) | BIT(SB_UPPER) | BIT(SB_LOWER) |
                         BREAK | MARK;
  while (at < b->len) {
    unsigned class = BIT(class_at(b, at, &at));
    if (class & stops) return class == BIT(SB_LOWER);
  }
  return false;
}

/* The class at *at, marks that SB5 looks past left out, and its end. */
static unsigned next_class(gloss_breaks *b, size_t *at, size_t *next) {
  while (*at < b->len) {
    unsigned class = BIT(class_at(b, *at, next));
    if (!(class & IGNORED)) return class;
    *at = *next;
  }
  return END_OF_TEXT;
}

/* The end of the line break that ends at `next` too if that is CR LF (SB3). */
static size_t after_break(const gloss_breaks *b, size_t next) {
  return b->text[next - 1] == '\r' && next < b->len && b->text[next] == '\n'
             ? next + 1 : next;
}

/* Decides the place behind the end mark [start, end). */
static void decide_mark(gloss_breaks *b, size_t start, size_t end,
                        uint8_t class, gloss_break *place) {
  unsigned before = class == SB_STERM ? STOP
                    : after_cased_letter(b, start) ? LETTER_DOT : DOT;
  size_t at = end, next = end;
  unsigned behind = next_class(b, &at, &next);
  const rule *r = find_rule(before, behind);
  while (r->boundary == WAIT) {
    before = step(before, behind);
    at = next;
    behind = next_class(b, &at, &next);
    r = find_rule(before, behind);
  }
  if (r->rule == GLOSS_BREAK_SB11 && (before & AFTER_DOT) &&
      lower_ahead(b, at)) r = find_rule(before, LOWER_AHEAD);
  if (r->rule == GLOSS_BREAK_SB4) end = at = after_break(b, next);
  *place = (gloss_break){ (uint32_t)end, (uint32_t)at, r->rule,
                          r->boundary == YES };
}

/* ---- The stream ---------------------------------------------------------- */

static void load(gloss_breaks *b, uint32_t block) {
  uint32_t left = b->len - block;
  char bytes[64];
  b->block = block;
  if (left >= 64) {
    b->found = b->marks(b->text + block);
  } else {
    memset(bytes, 0, sizeof bytes);
    memcpy(bytes, b->text + block, left);
    b->found = b->marks(bytes);
  }
}

/* The first byte at or after `at` that may begin a mark; `len` if none. */
static uint32_t next_mark(gloss_breaks *b) {
  uint32_t mark;
  if (b->at - b->block >= 64) load(b, b->at);
  b->found &= ~(uint64_t)0 << (b->at - b->block);
  while (b->found == 0) {
    if (b->len - b->block <= 64) return b->len;
    load(b, b->block + 64);
  }
  mark = b->block + (uint32_t)__builtin_ctzll(b->found);
  return mark;
}

void gloss_breaks_start(gloss_breaks *breaks, const char *text, size_t len) {
  *breaks = (gloss_breaks){ .text = text, .len = (uint32_t)len,
                            .marks = gloss_break_marks_best() };
}

bool gloss_breaks_next(gloss_breaks *b, gloss_break *place) {
  if (!b->loaded && b->len > 0) load(b, 0);
  b->loaded = true;
  while (b->at < b->len) {
    uint32_t mark = next_mark(b);
    size_t next;
    uint8_t class;
    if (mark == b->len) break;
    class = class_at(b, mark, &next);
    b->at = (uint32_t)next;
    if (BIT(class) & BREAK) {
      b->at = (uint32_t)after_break(b, next);
      *place = (gloss_break){ b->at, b->at, GLOSS_BREAK_SB4, true };
    } else if (BIT(class) & MARK) {
      decide_mark(b, mark, next, class, place);
      b->at = place->at;
    } else {
      continue;
    }
    b->ended = b->ended || place->rule == GLOSS_BREAK_SB2 || b->at == b->len;
    return true;
  }
  if (b->ended || b->len == 0) return false;
  b->ended = true;
  *place = (gloss_break){ b->len, b->len, GLOSS_BREAK_SB2, true };
  return true;
}

static bool is_space(const char *text, size_t at, size_t *next) {
  return (gloss_class_of(gloss_utf8_next(text, at, next))->flags &
          GLOSS_CP_SPACE) != 0;
}

/* [start, end) without White_Space at its ends; start == end: nothing left. */
static void strip(const char *text, size_t *start, size_t *end) {
  size_t next;
  while (*start < *end && is_space(text, *start, &next)) *start = next;
  while (*start < *end) {
    size_t last = gloss_utf8_before(text, *end);
    if (!is_space(text, last, &next)) return;
    *end = last;
  }
}

size_t gloss_breaks_sentences(gloss_breaks *breaks, gloss_sentence *sentences,
                              size_t room) {
  size_t count = 0;
  gloss_break place;
  while (count < room && gloss_breaks_next(breaks, &place)) {
    size_t start = breaks->start, end = place.at;
    if (!place.boundary) continue;
    breaks->start = place.at;
    strip(breaks->text, &start, &end);
    if (start == end) continue;
    sentences[count++] =
        (gloss_sentence){ (uint32_t)start, (uint32_t)end, place.rule };
  }
  return count;
}

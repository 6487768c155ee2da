/* chars.c - what a code point is to the rules of tokens. */
#include "tokenise/chars.h"

#include "unicode/breaks.h"
#include "unicode/utf8.h"

enum {
  SP = CHAR_SPACE, LE = CHAR_LETTER, DI = CHAR_DIGIT, OT = CHAR_OTHER,
  SY = CHAR_SYMBOL, PU = CHAR_PUNCTUATION, OP = CHAR_OPEN, SH = CHAR_SHUT
};

static const uint8_t ascii[128] = {
  OT, OT, OT, OT, OT, OT, OT, OT, OT, SP, SP, SP, SP, SP, OT, OT,
  OT, OT, OT, OT, OT, OT, OT, OT, OT, OT, OT, OT, OT, OT, OT, OT,
  SP, CHAR_END, CHAR_QUOTE, CHAR_HASH, CHAR_CURRENCY, CHAR_PERCENT,
  CHAR_AMPERSAND, CHAR_APOSTROPHE, OP, SH, PU, SY, CHAR_COMMA, CHAR_HYPHEN,
  CHAR_DOT, CHAR_SLASH,
  DI, DI, DI, DI, DI, DI, DI, DI, DI, DI, CHAR_COLON, CHAR_SEMICOLON,
  SY, SY, SY, CHAR_END,
  CHAR_AT, LE, LE, LE, LE, LE, LE, LE, LE, LE, LE, LE, LE, LE, LE, LE,
  LE, LE, LE, LE, LE, LE, LE, LE, LE, LE, LE, OP, PU, SH, SY, CHAR_UNDERSCORE,
  CHAR_QUOTE, LE, LE, LE, LE, LE, LE, LE, LE, LE, LE, LE, LE, LE, LE, LE,
  LE, LE, LE, LE, LE, LE, LE, LE, LE, LE, LE, OP, SY, SH, SY, OT
};

/* Code points whose class the properties do not tell. */
static int special(uint32_t cp) {
  switch (cp) {
    case 0x2019: return CHAR_APOSTROPHE;
    case 0x2010: case 0x2011: return CHAR_HYPHEN;
    case 0x2026: return CHAR_ELLIPSIS;
    case 0x60C: case 0x3001: case 0xFF0C: return CHAR_COMMA;
    case 0x61B: case 0xFF1B: return CHAR_SEMICOLON;
    case 0xFF1A: return CHAR_COLON;
    case 0xFF0E: return CHAR_END;
    case 0xFF05: case 0x66A: return CHAR_PERCENT;
    case 0x201E: case 0x201A: return CHAR_OPEN;
    case 0xB7: case 0x387: return CHAR_PUNCTUATION;
    default: return -1;
  }
}

/* What is neither a letter, a mark nor a digit. */
static gloss_char of_sign(const gloss_class *c) {
  uint32_t f = c->flags;
  if (f & GLOSS_CP_SPACE) return CHAR_SPACE;
  if (f & GLOSS_CP_COMPLEX) return CHAR_COMPLEX;
  if (f & (GLOSS_CP_IDEOGRAPH | GLOSS_CP_KANA | GLOSS_CP_LETTER))
    return CHAR_IDEOGRAPH;
  if (f & GLOSS_CP_NUMBER) return CHAR_DIGIT;
  if (f & (GLOSS_CP_EMOJI | GLOSS_CP_PICTOGRAPH)) return CHAR_EMOJI;
  if (f & GLOSS_CP_CURRENCY) return CHAR_CURRENCY;
  if (c->sentence == SB_STERM || c->sentence == SB_ATERM) return CHAR_END;
  if (f & GLOSS_CP_OPEN) return CHAR_OPEN;
  if (f & GLOSS_CP_SHUT) return CHAR_SHUT;
  if (f & GLOSS_CP_DASH) return CHAR_DASH;
  if (c->word == WB_EXTENDNUMLET) return CHAR_UNDERSCORE;
  if (f & GLOSS_CP_PUNCTUATION) return CHAR_PUNCTUATION;
  return (f & GLOSS_CP_SYMBOL) != 0 ? CHAR_SYMBOL : CHAR_OTHER;
}

gloss_char gloss_char_of(uint32_t cp) {
  const gloss_class *c;
  int known;
  if (cp < 0x80) return (gloss_char)ascii[cp];
  c = gloss_class_of(cp);
  switch (c->word) {
    case WB_ALETTER:
    case WB_HEBREW: return CHAR_LETTER;
    case WB_EXTEND:
    case WB_FORMAT:
    case WB_ZWJ: return CHAR_MARK;
    case WB_NUMERIC: return CHAR_DIGIT;
    case WB_KATAKANA: return CHAR_KATAKANA;
    case WB_REGIONAL: return CHAR_REGIONAL;
    default: break;
  }
  known = special(cp);
  return known >= 0 ? (gloss_char)known : of_sign(c);
}

bool gloss_is_capital_wide(const char *text, size_t at) {
  size_t next;
  return (gloss_class_of(gloss_utf8_next(text, at, &next))->flags &
          GLOSS_CP_UPPER) != 0;
}

unsigned gloss_char_case(const char *text, size_t at) {
  size_t next;
  uint32_t flags =
      gloss_class_of(gloss_utf8_next(text, at, &next))->flags;
  if (flags & GLOSS_CP_UPPER) return 1;
  return (flags & GLOSS_CP_LOWER) != 0 ? 2 : 0;
}

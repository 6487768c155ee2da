/* breaks.h - what a code point is for words and sentences (generated tables).
**
** One look-up in a two-stage table gives a class record: Word_Break and
** Sentence_Break (UAX #29, Unicode 15.0), and what language rules ask for. */
#ifndef GLOSS_UNICODE_BREAKS_H
#define GLOSS_UNICODE_BREAKS_H

#include <stdbool.h>
#include <stdint.h>

/* Word_Break property values, UAX #29 table 3. */
typedef enum gloss_wb {
  WB_OTHER, WB_CR, WB_LF, WB_NEWLINE, WB_EXTEND, WB_ZWJ, WB_REGIONAL,
  WB_FORMAT, WB_KATAKANA, WB_HEBREW, WB_ALETTER, WB_SINGLE_QUOTE,
  WB_DOUBLE_QUOTE, WB_MIDNUMLET, WB_MIDLETTER, WB_MIDNUM, WB_NUMERIC,
  WB_EXTENDNUMLET, WB_WSEGSPACE, WB_COUNT
} gloss_wb;

/* Sentence_Break property values, UAX #29 table 4. */
typedef enum gloss_sb {
  SB_OTHER, SB_CR, SB_LF, SB_SEP, SB_EXTEND, SB_FORMAT, SB_SP, SB_LOWER,
  SB_UPPER, SB_OLETTER, SB_NUMERIC, SB_ATERM, SB_STERM, SB_SCONTINUE, SB_CLOSE,
  SB_COUNT
} gloss_sb;

enum {                       /* flags of a class record; gc: general category */
  GLOSS_CP_SPACE = 1 << 0,       /* White_Space */
  GLOSS_CP_LETTER = 1 << 1,      /* gc L* */
  GLOSS_CP_MARK = 1 << 2,        /* gc M* */
  GLOSS_CP_DIGIT = 1 << 3,       /* gc Nd */
  GLOSS_CP_NUMBER = 1 << 4,      /* gc N*: digits, and fractions, Roman ... */
  GLOSS_CP_PUNCTUATION = 1 << 5, /* gc P* */
  GLOSS_CP_SYMBOL = 1 << 6,      /* gc S* */
  GLOSS_CP_UPPER = 1 << 7,       /* Uppercase, or gc Lt */
  GLOSS_CP_LOWER = 1 << 8,       /* Lowercase */
  GLOSS_CP_PICTOGRAPH = 1 << 9,  /* Extended_Pictographic (also (c), (r)) */
  GLOSS_CP_EMOJI = 1 << 10,      /* Emoji_Presentation: shown as a picture */
  GLOSS_CP_IDEOGRAPH = 1 << 11,  /* Script=Han, gc L* or Nl */
  GLOSS_CP_KANA = 1 << 12,       /* Hiragana, Katakana letters, long marks */
  GLOSS_CP_COMPLEX = 1 << 13,    /* Line_Break=SA: Thai, Lao, Khmer ... */
  GLOSS_CP_OPEN = 1 << 14,       /* gc Ps, Pi */
  GLOSS_CP_SHUT = 1 << 15,       /* gc Pe, Pf */
  GLOSS_CP_DASH = 1 << 16,       /* Dash */
  GLOSS_CP_CURRENCY = 1 << 17    /* gc Sc */
};

typedef struct gloss_class {
  uint8_t word;     /* a gloss_wb */
  uint8_t sentence; /* a gloss_sb */
  uint32_t flags;   /* GLOSS_CP_... */
} gloss_class;

/* The Unicode version of the tables, "15.0.0". */
extern const char gloss_breaks_version[];

/* Two stages: block of 256 code points -> row -> number of a class record. */
extern const uint8_t gloss_class_blocks[0x110000 >> 8];
extern const uint8_t gloss_class_rows[];
extern const gloss_class gloss_classes[];

/* The number of the record of `cp` (at most 0x10FFFF). */
static inline uint8_t gloss_class_number(uint32_t cp) {
  uint32_t row = gloss_class_blocks[cp >> 8];
  return gloss_class_rows[(row << 8) | (cp & 255)];
}

static inline const gloss_class *gloss_class_of(uint32_t cp) {
  return &gloss_classes[gloss_class_number(cp)];
}

#endif

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

enum {                       /* flags of a class record */
  GLOSS_CP_SPACE = 1,        /* White_Space */
  GLOSS_CP_LETTER = 2,       /* general category L* */
  GLOSS_CP_MARK = 4,         /* M* */
  GLOSS_CP_DIGIT = 8,        /* Nd */
  GLOSS_CP_PUNCTUATION = 16, /* P* */
  GLOSS_CP_SYMBOL = 32,      /* S* */
  GLOSS_CP_UPPER = 64,       /* Uppercase, or Lt */
  GLOSS_CP_LOWER = 128,      /* Lowercase */
  GLOSS_CP_PICTOGRAPH = 256, /* Extended_Pictographic */
  GLOSS_CP_IDEOGRAPH = 512,  /* Script=Han (letters) */
  GLOSS_CP_KANA = 1024,      /* Hiragana or Katakana letters */
  GLOSS_CP_COMPLEX = 2048,   /* Line_Break=SA: Thai, Lao, Khmer, Burmese ... */
  GLOSS_CP_OPEN = 4096,      /* Ps, Pi */
  GLOSS_CP_SHUT = 8192,      /* Pe, Pf */
  GLOSS_CP_DASH = 16384,     /* Dash */
  GLOSS_CP_CURRENCY = 32768  /* Sc */
};

typedef struct gloss_class {
  uint8_t word;     /* a gloss_wb */
  uint8_t sentence; /* a gloss_sb */
  uint16_t flags;
} gloss_class;

/* Two stages: block of 128 code points -> row -> index of a class record. */
extern const uint16_t gloss_class_blocks[0x110000 >> 7];
extern const uint8_t gloss_class_rows[];
extern const gloss_class gloss_classes[];

static inline const gloss_class *gloss_class_of(uint32_t cp) {
  uint32_t row = gloss_class_blocks[cp >> 7];
  return &gloss_classes[gloss_class_rows[(row << 7) | (cp & 127)]];
}

#endif

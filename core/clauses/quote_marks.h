/* quote_marks.h - which quotation mark stands at a place, and what it may do by
** the characters beside it. Bytes of a text count from 0. */
#ifndef GLOSS_CLAUSES_QUOTE_MARKS_H
#define GLOSS_CLAUSES_QUOTE_MARKS_H

#include "clauses/items.h"

/* What a mark does. Either: by the characters beside it; apostrophe: like that,
** where it is no apostrophe. */
typedef enum gloss_mark_role {
  GLOSS_ROLE_NONE,
  GLOSS_ROLE_EITHER,
  GLOSS_ROLE_OPEN,
  GLOSS_ROLE_CLOSE,
  GLOSS_ROLE_APOSTROPHE
} gloss_mark_role;

typedef struct gloss_quote_mark {
  uint8_t len;    /* bytes; 0: no mark */
  uint8_t family; /* a gloss_quote_family */
  uint8_t role;
} gloss_quote_mark;

typedef struct gloss_quote_text {
  const char *bytes;
  uint32_t len;
} gloss_quote_text;

/* What stands beside a mark. */
typedef enum gloss_beside {
  GLOSS_BESIDE_SPACE,
  GLOSS_BESIDE_LETTER,
  GLOSS_BESIDE_POINT,
  GLOSS_BESIDE_OPENING
} gloss_beside;

extern const bool gloss_quote_bytes[256]; /* first bytes of marks, and \n */

gloss_quote_mark gloss_quote_mark_at(gloss_quote_text text, uint32_t at);
/* What stands at a place; at the end of the text there is space. */
gloss_beside gloss_beside_at(gloss_quote_text text, uint32_t at);
/* What stands before it. */
gloss_beside gloss_beside_before(gloss_quote_text text, uint32_t at);
/* Could the mark start..end open a stretch, and could it close one? */
void gloss_quote_shape(gloss_quote_text text, uint32_t start, uint32_t end,
                       bool *opens, bool *closes);
/* Where the closing mark of a single quotation stands whose content begins at
** `from`; 0: nowhere. A plural's apostrophe closes only where nothing better
** follows. */
uint32_t gloss_single_close(gloss_quote_text text, uint32_t from);

static inline unsigned char gloss_quote_byte(gloss_quote_text text,
                                             uint32_t at) {
  return at < text.len ? (unsigned char)text.bytes[at] : 0;
}

#endif

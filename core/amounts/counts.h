/* counts.h - a number and what is near it, for counts.c and names.c. */
#ifndef GLOSS_AMOUNTS_COUNTS_H
#define GLOSS_AMOUNTS_COUNTS_H

#include "amounts/amounts.h"

enum { GLOSS_HEAD = 24 }; /* bytes before a number that most questions read */

/* A number, or two of a range, and what is near. */
typedef struct gloss_counted {
  const gloss_place *x;
  const gloss_item *item;
  uint32_t first, last;   /* bytes, the end left out */
  gloss_near_word before; /* the word before it; `gap` is what is between */
  uint32_t gap;
  unsigned char left, right; /* the bytes beside it; 0: the text ends */
  bool digits;            /* among the bytes right before */
} gloss_counted;

/* Where the bytes before it begin, so many at most. */
static inline uint32_t gloss_head_of(const gloss_counted *n, uint32_t bytes) {
  return n->first > bytes ? n->first - bytes : 0;
}
/* The i-th byte behind the number from 0, before it from 1. */
static inline unsigned char gloss_right(const gloss_counted *n, size_t i) {
  return gloss_byte(n->x->t, n->last + i);
}
static inline unsigned char gloss_left(const gloss_counted *n, size_t i) {
  return gloss_back(n->x, n->first, i);
}
static inline bool gloss_digit_right(const gloss_counted *n, size_t i) {
  return gloss_is_digit(n->x->t, n->last + i);
}
/* Is it in words alone? */
static inline bool gloss_counted_words(const gloss_counted *n) {
  return gloss_item_is(n->x, n->item, GLOSS_IS_WORD_NUMBER);
}
/* The width of a curly apostrophe at a place; 0: there is none. */
static inline size_t gloss_curly_at(const gloss_place *x, size_t at) {
  return GLOSS_HAS(x->t, at, "\xE2\x80\x99") ? 3 : 0;
}

/* What a number may be instead. */
typedef bool gloss_fault(const gloss_counted *n);
gloss_fault gloss_in_name, gloss_in_address, gloss_is_pronoun,
    gloss_is_other_word, gloss_in_idiom, gloss_is_beside_number,
    gloss_is_length;

#endif

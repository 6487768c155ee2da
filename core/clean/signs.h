/* signs.h - the numbers of signs, for signs.c. */
#ifndef GLOSS_CLEAN_SIGNS_H
#define GLOSS_CLEAN_SIGNS_H

#include "clean/clean.h"

/* Those of which there is one. */
typedef enum gloss_clean_sign_name {
  STOP_SHORT, STOP_MIDDLE, STOP_LONG, OPEN_SHORT, OPEN_MIDDLE, OPEN_LONG,
  CASELESS, CAPITALS_0, CAPITALS_1, CAPITALS_2, CAPITALS_3, CAPITALS_4,
  SHOUTED, SEVERAL, MANY, COMMAS, COMMAS_LONG, SIGNS, SIGNS_MANY, LINK,
  LINK_ALONE, NUMBERS, NUMBERS_ALONE, HEAD_SMALL, HEAD_DIGIT, HEAD_QUOTE,
  HEAD_MARK, COLON, COMMA, BIO, CORE_NONE, CORE_IN, CORE_NEXT, CORE_BEFORE,
  CORE_BEHIND, CORE_AFTER, CORE_0, CORE_EARLY, CORE_LATE, TWIN_NEAR, TWIN_FAR,
  KIN, HEADLINE, TOPIC_NEAR, BELOW_COLON, ALWAYS, PROSE_BEFORE, STAMP_ABOVE,
  HEADLINE_ABOVE, PLACE, ENDS,
  GLOSS_SIGNS
} gloss_clean_sign_name;

/* Those that a number tells, one for each limit that it reaches. */
typedef enum gloss_clean_scale {
  WORDS, PROSE_ABOVE, PROSE_BELOW, FURNITURE_NEAR, STAMPS_NEAR, TITLES_NEAR,
  FREE, LIST, TOPIC, SHARE_ABOVE, FURNITURE_ABOVE, PROSE_AHEAD, WORDS_AHEAD,
  FURNITURE_AHEAD, PROSE_FAR, TITLES_AHEAD, STAMPS_AHEAD,
  GLOSS_SCALES
} gloss_clean_scale;
enum { GLOSS_STEPS = 9 }; /* at most */
typedef struct gloss_clean_steps {
  const char *name;
  uint32_t count;
  uint16_t limits[GLOSS_STEPS];
} gloss_clean_steps;

/* Where the line is whose shape is a sign. */
typedef enum gloss_clean_place {
  IS, ABOVE, BELOW, ABOVE2, BELOW2, GLOSS_PLACES
} gloss_clean_place;

/* What is summed up of lines close by. */
typedef enum gloss_clean_sum {
  PROSE, PROSE_WORDS, FURNITURE, STAMPS, HEADS, TITLES, TOPICAL,
  GLOSS_SUMS
} gloss_clean_sum;

enum {
  GLOSS_FIRST_SHAPE = (int)GLOSS_SIGNS + (int)GLOSS_SCALES * (int)GLOSS_STEPS,
  GLOSS_FIRST_REASON =
      GLOSS_FIRST_SHAPE + (int)GLOSS_PLACES * (int)GLOSS_SHAPES
};
_Static_assert((int)GLOSS_FIRST_REASON + (int)GLOSS_CLEAN_REASONS <=
                   (int)GLOSS_CLEAN_SIGNS,
               "room for the weights of all signs");

#endif

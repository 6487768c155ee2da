/* place.h - a place where a sentence may end, as the rules see it. */
#ifndef GLOSS_SENTENCES_PLACE_H
#define GLOSS_SENTENCES_PLACE_H

#include "sentences/sentences.h"
#include "tokenise/chars.h"

typedef enum gloss_mark {
  MARK_NONE,         /* a line break alone */
  MARK_PERIOD,
  MARK_STOP,         /* an end mark of another script: U+3002, danda ... */
  MARK_QUESTION,     /* ? or !, and runs with one of them */
  MARK_ELLIPSIS,
  MARK_ABBREVIATION, /* a word with its period: etc. */
  MARK_INITIALS,     /* U.S. */
  MARK_INITIAL,      /* J. */
  MARK_ORDINAL,      /* 3. as the third */
  MARK_FACE,         /* :-) or an emoji */
  MARK_COLON,        /* : and ; where the language lets them end */
  MARK_SEMICOLON,
  MARK_DASH,         /* between spaces, before a capital */
  MARK_ITEM,         /* the sign behind the number of a list item: 2) */
  MARK_BULLET
} gloss_mark;

typedef enum gloss_following { /* what begins behind the place */
  FOLLOWING_END,      /* the end of the text */
  FOLLOWING_UPPER,
  FOLLOWING_LOWER,
  FOLLOWING_CASELESS, /* a letter of a script without case */
  FOLLOWING_DIGIT,
  FOLLOWING_DASH,
  FOLLOWING_SIGN      /* any other mark */
} gloss_following;

typedef struct gloss_place {
  const gloss_sentence_input *in;
  gloss_quotes *quotes;
  size_t first;  /* token: the sentence begins with it */
  size_t mark;   /* token: the mark */
  size_t last;   /* token: the mark, or what closes behind it */
  size_t next;   /* token behind that; the count at the end */
  gloss_mark kind;
  gloss_following following;
  bool opened;   /* a quote or bracket opens before what follows */
  bool quote, bracket; /* one closes behind the mark */
  bool space;    /* white space between last and next */
  unsigned breaks; /* line breaks there: 0, 1, or 2 for a blank line */
} gloss_place;

/* Reads the place behind token `mark` of a sentence that begins at `first`;
** `quotes` is zero at the first place and goes along from place to place. */
void gloss_place_read(gloss_place *place, const gloss_sentence_input *in,
                      gloss_quotes *quotes, size_t first, size_t mark);
/* Where the place is: behind the closing marks. */
uint32_t gloss_place_at(const gloss_place *place);
/* The lists that hold token `token`, without a period at its end. */
uint64_t gloss_place_lists(const gloss_place *place, size_t token);
static inline bool gloss_place_in(const gloss_place *place, size_t token,
                                  gloss_field field) {
  return (gloss_place_lists(place, token) & GLOSS_LIST(field)) != 0;
}
/* The class of the first code point of a token; CHAR_SPACE behind the last. */
gloss_char gloss_place_char(const gloss_place *place, size_t token);
/* Whether white space is before a token. */
bool gloss_place_spaced(const gloss_place *place, size_t token);
/* Whether the mark stands in a bracket that opened and shuts not far away. */
bool gloss_place_in_bracket(const gloss_place *place);

#endif

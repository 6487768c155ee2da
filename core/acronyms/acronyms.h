/* acronyms.h - a finder of short forms from inside; for core/acronyms.
**
** Positions are bytes from 0, `end` is the one behind. Where memory is out, or
** a regex costs too much, a function says so by `failed`; the document fails as
** a whole. Letters, digits and white space are those of ASCII. */
#ifndef GLOSS_ACRONYMS_ACRONYMS_H
#define GLOSS_ACRONYMS_ACRONYMS_H

#include <string.h>

#include "base/arena.h"
#include "base/intern.h"
#include "base/slice.h"
#include "gloss.h"

/* ---- Characters ---------------------------------------------------------- */

static inline bool gloss_is_upper(char c) { return c >= 'A' && c <= 'Z'; }
static inline bool gloss_is_lower(char c) { return c >= 'a' && c <= 'z'; }
static inline bool gloss_is_figure(char c) { return c >= '0' && c <= '9'; }
static inline bool gloss_is_alpha(char c) {
  return gloss_is_upper(c) || gloss_is_lower(c);
}
static inline bool gloss_is_alnum(char c) {
  return gloss_is_alpha(c) || gloss_is_figure(c);
}
static inline bool gloss_is_white(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
static inline bool gloss_is_wide(char c) { return (unsigned char)c >= 0x80; }
static inline char gloss_lower(char c) {
  return gloss_is_upper(c) ? (char)(c + 32) : c;
}

/* ---- What it is told ----------------------------------------------------- */

/* What letters add and what is taken away (steps/acronyms/words.lua), and the
** lowest scores. */
typedef struct gloss_acronyms_numbers {
  double word, part, joint, next, inside, apart, strange, skipped,
      skipped_small, small, comma, tail, tail_skipped, of_tail, small_first,
      part_first;
  double one_letter, two_letters, three_letters, four_letters, more_letters;
  double turned, shortened, behind_noun;
} gloss_acronyms_numbers;

/* Lists in which words are looked up. */
enum {
  GLOSS_SHORT_NEVER = 1, /* see, fig: no short forms */
  GLOSS_SHORT_SMALL = 2, /* the, and: words that short forms leave out */
  GLOSS_SHORT_OF = 4     /* what follows says of what it is */
};

typedef struct gloss_slices {
  gloss_slice *list;
  size_t count, room;
} gloss_slices;

/* A word, or the beginning of one, that spells a digit. */
typedef struct gloss_spelt {
  gloss_slice word;
  char digit;
  bool whole;
} gloss_spelt;

/* Where a short form may be cut in two; two groups. */
typedef struct gloss_short_cut {
  gloss_regex *regex;
  gloss_regex_scratch *scratch;
} gloss_short_cut;

/* ---- Words and letters of a long form ------------------------------------ */

typedef struct gloss_long_word {
  uint32_t start, end;
  const char *lower; /* as long; in `lowered` */
  unsigned sets;
  bool comma;        /* stands behind it */
} gloss_long_word;

typedef enum gloss_letter_kind {
  GLOSS_LETTER_WORD,  /* first of a word */
  GLOSS_LETTER_PART,  /* of a part of one */
  GLOSS_LETTER_JOINT, /* behind the vowel that joins stems */
  GLOSS_LETTER_INSIDE
} gloss_letter_kind;

typedef struct gloss_long_letter {
  uint32_t word, at; /* byte of the word */
  uint8_t kind;
  char byte;
  char digit;        /* that the word spells, 0: none */
} gloss_long_letter;

/* A place of a letter of the short form, and the best score of the letters
** behind it. */
typedef struct gloss_letter_place {
  uint32_t letter;
  double score;
} gloss_letter_place;

/* Letters of a short form with what marks it may have. */
enum { GLOSS_SHORT_BYTES = 160 };
typedef struct gloss_short_letters {
  char bytes[GLOSS_SHORT_BYTES];
  size_t len;
} gloss_short_letters;

/* A long form that was found, or what came nearest. */
typedef struct gloss_long_fit {
  bool found;
  uint32_t word, at; /* where it begins: byte of a word */
  uint32_t start;    /* ... and of the text */
  double score;
} gloss_long_fit;

/* A bracket: what is inside it, and where a long form may begin. */
typedef struct gloss_bracket {
  uint32_t open, start, end, limit;
} gloss_bracket;

struct gloss_acronyms {
  gloss_acronyms_numbers numbers;
  gloss_arena *arena;   /* of all it is told */
  gloss_intern words;
  uint8_t *word_sets;
  gloss_slices introductions, articles, conjunctions, measures;
  gloss_spelt *spelt;
  gloss_short_cut *cuts;
  size_t word_room, spelt_count, spelt_room, cut_count, cut_room;
  gloss_intern only;    /* short forms that are looked for */
  bool only_some;
  /* Of the document at hand: */
  const char *text;
  uint32_t len;
  gloss_acronym *found;
  gloss_acronyms_lost *lost;
  gloss_span *pieces;
  gloss_long_word *long_words;
  gloss_long_letter *letters;
  gloss_letter_place *places, *spare;
  double *costs;        /* of passing over all words before one */
  char *lowered;
  size_t found_count, found_room, lost_count, lost_room, piece_count,
      piece_room, long_count, long_room, letter_count, letter_room,
      place_room, spare_room, cost_room, lowered_room;
  bool letters_read, explains, failed;
};

static inline char gloss_char(const gloss_acronyms *a, uint32_t at) {
  return at < a->len ? a->text[at] : '\0';
}
static inline gloss_slice gloss_piece_of(const gloss_acronyms *a,
                                         gloss_span s) {
  return (gloss_slice){ a->text + s.start, s.end > s.start ? s.end - s.start
                                                           : 0 };
}
/* The lists that have a word. */
unsigned gloss_short_sets(const gloss_acronyms *a, gloss_slice word);

/* ---- short.c: what a short form looks like ---- */

gloss_short_letters gloss_short_letters_of(gloss_slice text);
bool gloss_is_short(const gloss_acronyms *a, gloss_slice text);
/* Its letters with the parts the other way round, by the cut of that number;
** false: it cannot be cut so. */
bool gloss_short_turned(gloss_acronyms *a, gloss_slice text, size_t cut,
                        gloss_short_letters *out);

/* ---- align.c: how well letters fit words ---- */

/* The best alignment with a->long_words. */
gloss_long_fit gloss_align(gloss_acronyms *a, const char *letters, size_t len);

/* ---- long.c: the long form before a short one ---- */

/* The one that ends at span.end, and begins not before span.start. */
gloss_long_fit gloss_long_before(gloss_acronyms *a, gloss_slice short_form,
                                 gloss_span span);

/* ---- long_words.c: the words of a long form ---- */

/* Fills a->long_words with the last `most` words of the span. */
void gloss_long_words(gloss_acronyms *a, gloss_span span, size_t most);

/* ---- edges.c: the pieces of a bracket ---- */

gloss_span gloss_trim(const gloss_acronyms *a, gloss_span span);
/* Without marks and without words such as "hereinafter" before it. */
gloss_span gloss_bare(const gloss_acronyms *a, gloss_span span);
/* The first comma or semicolon, or the end. */
uint32_t gloss_mark_from(const gloss_acronyms *a, gloss_span span);
/* Fills a->pieces. */
void gloss_cut_bracket(gloss_acronyms *a, gloss_span span);

/* ---- rules.c: the rules ---- */

/* Does what stands in a bracket, or beside it, define something? */
bool gloss_read_bracket(gloss_acronyms *a, const gloss_bracket *b);
/* "SF = Long Form", in a sentence. */
void gloss_read_legends(gloss_acronyms *a, gloss_span sentence);

/* ---- brackets.c: where brackets stand ---- */

void gloss_read_brackets(gloss_acronyms *a, const gloss_sentence *sentences,
                         size_t count);

#endif

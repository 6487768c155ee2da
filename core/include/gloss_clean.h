/* gloss_clean.h - the article of a news page, told from the page around it
** (docs/clean.md); included by gloss.h. */
#ifndef GLOSS_CLEAN_H
#define GLOSS_CLEAN_H

#include "gloss.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What tells furniture from text. Phrases, words and weights are given once,
** before the first document; then it reads one document after the other. It
** copies what it is given. One thread. */
typedef struct gloss_cleaner gloss_cleaner;
GLOSS_API gloss_cleaner *gloss_cleaner_new(gloss_error *err);
GLOSS_API void gloss_cleaner_free(gloss_cleaner *cleaner); /* NULL is fine */

/* Lists of phrases. All are in small letters, with one space between words,
** but those that are said to be as written. */
typedef enum gloss_clean_list {
  GLOSS_CLEAN_WHOLE,    /* a line is just that; has a reason */
  GLOSS_CLEAN_START,    /* it begins so; a reason, and the most words it has */
  GLOSS_CLEAN_INSIDE,   /* it says so anywhere; the same */
  GLOSS_CLEAN_ENDS,     /* behind such a line the article is over */
  GLOSS_CLEAN_COUNTED,  /* what a line counts, "12 comments"; a reason */
  GLOSS_CLEAN_SECTIONS, /* words of the names of a paper's sections */
  GLOSS_CLEAN_JOINING,  /* words between them */
  GLOSS_CLEAN_TRADES,   /* what authors are */
  GLOSS_CLEAN_BIOS,     /* what lines about authors say anywhere */
  GLOSS_CLEAN_BIO_STARTS, /* ... at their beginning */
  GLOSS_CLEAN_IS,       /* words before a trade; those of the lowest number
                           that a line has count */
  GLOSS_CLEAN_MONTHS,   /* number: 1 to 12 */
  GLOSS_CLEAN_MONTH_STARTS, /* three letters that a month's name begins with */
  GLOSS_CLEAN_DAYS,
  GLOSS_CLEAN_STAMPS,   /* words of a date or time stamp */
  GLOSS_CLEAN_STAMP_ENDS, /* words that make a stamp of a line's numbers */
  GLOSS_CLEAN_BY,       /* before an author: "by", a colon behind or not */
  GLOSS_CLEAN_BY_NAMES, /* before two names of an author, as written: "Von" */
  GLOSS_CLEAN_BY_STARTS, /* at the beginning of a byline, whatever follows */
  GLOSS_CLEAN_BY_WRITTEN, /* before an author, but no byline by itself */
  GLOSS_CLEAN_BY_ENDS,  /* a byline's name is over before it */
  GLOSS_CLEAN_LISTS
} gloss_clean_list;

/* Adds phrases, which bars separate ("home|main menu"), to a list. The reason
** is empty, and `number` 0, where a list has none. What a list has already
** stays as it is. GLOSS_BAD_ARGUMENT, GLOSS_NO_MEMORY. */
GLOSS_API bool gloss_cleaner_phrases(gloss_cleaner *cleaner,
                                     gloss_clean_list list,
                                     gloss_slice phrases, gloss_slice reason,
                                     uint32_t number, gloss_error *err);

/* What a sign weighs: that a line is in the text, that the text begins with
** it, that it is over before it; what a gap costs. */
typedef enum gloss_clean_part {
  GLOSS_CLEAN_TEXT, GLOSS_CLEAN_OPENING, GLOSS_CLEAN_CLOSING, GLOSS_CLEAN_GAP,
  GLOSS_CLEAN_PARTS
} gloss_clean_part;
/* GLOSS_BAD_ARGUMENT: no sign is called so. */
GLOSS_API bool gloss_cleaner_weigh(gloss_cleaner *cleaner,
                                   gloss_clean_part part, gloss_slice sign,
                                   double weight, gloss_error *err);

/* A line that a source repeats (an empty one: all do), as gloss_cleaner_key
** has it. GLOSS_NO_MEMORY. */
GLOSS_API bool gloss_cleaner_learn(gloss_cleaner *cleaner, gloss_slice source,
                                   gloss_slice line, gloss_slice reason,
                                   gloss_error *err);
/* A line as it is compared: small letters, no marks at its ends, numbers of a
** short one as 0. The bytes are the cleaner's until its next call.
** GLOSS_BAD_UTF8, GLOSS_NO_MEMORY. */
GLOSS_API bool gloss_cleaner_key(gloss_cleaner *cleaner, gloss_slice line,
                                 gloss_slice *key, gloss_error *err);
/* Why such a line is furniture by its words; empty: it is not. */
GLOSS_API gloss_slice gloss_cleaner_reason(gloss_cleaner *cleaner,
                                           gloss_slice key);

/* What is known of a document before: empty where nothing is. */
typedef struct gloss_clean_known {
  gloss_slice title, source;
  bool byline, date, place; /* are known */
} gloss_clean_known;
/* Reads a document and decides which lines to mask. What is asked of it from
** here on is about that document. GLOSS_NO_MEMORY. */
GLOSS_API bool gloss_cleaner_read(gloss_cleaner *cleaner, gloss_doc *doc,
                                  const gloss_clean_known *known,
                                  gloss_error *err);
/* What the head of the article says and was not known; empty: nothing. */
typedef struct gloss_clean_head {
  gloss_slice title, byline, place;
  char date[11]; /* "2025-04-06", or "" */
} gloss_clean_head;
GLOSS_API gloss_clean_head gloss_cleaner_head(const gloss_cleaner *cleaner);
/* The masked lines, in order. */
GLOSS_API const gloss_span *gloss_cleaner_masks(const gloss_cleaner *cleaner,
                                                size_t *count);
/* Adds the layer `noise` with the columns reason and rule; empty where
** `rows` is false. GLOSS_TOO_LATE, GLOSS_NO_MEMORY. */
GLOSS_API bool gloss_cleaner_add(gloss_cleaner *cleaner, bool rows,
                                 gloss_error *err);

/* What became of each line of the document that is not blank, from 0. */
typedef struct gloss_clean_decision {
  gloss_span span;
  const char *rule;   /* that masked it; NULL: it stays */
  gloss_slice reason; /* why it is masked; empty: it stays */
  gloss_slice words;  /* why it is furniture by its words; empty: it is not */
  bool weighed;       /* the document was taken apart */
  bool text;          /* the best path has it in the text */
  double score;       /* what its signs weigh there */
} gloss_clean_decision;
GLOSS_API bool gloss_cleaner_decision(const gloss_cleaner *cleaner, size_t i,
                                      gloss_clean_decision *out);
/* The longest phrase by which line i is furniture; empty: its form says so. */
GLOSS_API gloss_slice gloss_cleaner_said(gloss_cleaner *cleaner, size_t i);
/* Tells the signs of all lines, whatever they weigh: line by line, of each
** line by part. GLOSS_NO_MEMORY. */
typedef void gloss_clean_tell(void *data, gloss_clean_part part, size_t line,
                              const char *sign, double weight);
GLOSS_API bool gloss_cleaner_signs(gloss_cleaner *cleaner,
                                   gloss_clean_tell *tell, void *data,
                                   gloss_error *err);

#ifdef __cplusplus
}
#endif
#endif

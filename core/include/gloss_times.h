/* gloss_times.h - dates, times of day, durations; part of gloss.h.
**
** An engine reads the phrases that a grammar finds (gloss_grammar.h) as times:
** each of its rules says what it reads and under which conditions. Words that
** tell, around a phrase, that it is a time, or when, are sets of the language.
** docs/times.md says which readings, options and sets there are.
**
** An engine is filled, then used; one thread at a time. */
#ifndef GLOSS_TIMES_H
#define GLOSS_TIMES_H

#include "gloss_grammar.h"
#include "gloss_match.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gloss_times gloss_times;

#define GLOSS_MAX_TIME_SETS 64

/* The grammar and the matcher are built; both outlive the engine. The matcher
** tags the tokens that tell a tense: gloss_times_tense. GLOSS_NO_MEMORY. */
GLOSS_API gloss_times *gloss_times_new(gloss_grammar *grammar,
                                       gloss_matcher *tenses,
                                       gloss_error *err);
GLOSS_API void gloss_times_free(gloss_times *times); /* NULL is fine */

/* The tags that are a class of words of tense: "PAST". GLOSS_BAD_ARGUMENT:
** there is no such class. */
GLOSS_API bool gloss_times_tense(gloss_times *times, gloss_slice name,
                                 uint64_t tags, gloss_error *err);
/* Adds a word, in lower case, to a set: "before_month". A set that is not there
** is made. GLOSS_TOO_LARGE, GLOSS_NO_MEMORY. */
GLOSS_API bool gloss_times_word(gloss_times *times, gloss_slice set,
                                gloss_slice word, gloss_error *err);
/* Says something of the language: "date_order", "dmy". GLOSS_BAD_ARGUMENT. */
GLOSS_API bool gloss_times_setting(gloss_times *times, gloss_slice name,
                                   gloss_slice value, gloss_error *err);
/* Says what the next rule of the grammar reads, and its name.
** GLOSS_BAD_ARGUMENT: there is no such reading, or no such rule. */
GLOSS_API bool gloss_times_rule(gloss_times *times, gloss_slice name,
                                gloss_slice reading, gloss_error *err);
/* An option of the rule that was added last. GLOSS_BAD_ARGUMENT. */
GLOSS_API bool gloss_times_option(gloss_times *times, gloss_slice name,
                                  gloss_slice value, gloss_error *err);

/* How 03/04/2024 is read. */
typedef enum gloss_date_order {
  GLOSS_DATES_AUTO, /* by the language, and by the parts above 12 */
  GLOSS_DATES_MDY,
  GLOSS_DATES_DMY,
  GLOSS_DATES_YMD
} gloss_date_order;

typedef struct gloss_times_how {
  gloss_slice date; /* of the document, ISO; empty: not known */
  gloss_date_order order;
  bool bare;        /* leaves articles out of spans */
  bool explain;     /* notes what was tried */
} gloss_times_how;

/* Adds the layer `times`. GLOSS_TOO_LATE: there is one; GLOSS_NO_MEMORY;
** GLOSS_BAD_ARGUMENT: a rule of the grammar says nothing. */
GLOSS_API bool gloss_times_add(gloss_times *times, gloss_doc *doc,
                               const gloss_times_how *how, gloss_error *err);

/* The same without a layer: gloss_times_found tells where they are. */
GLOSS_API bool gloss_times_find(gloss_times *times, gloss_doc *doc,
                                const gloss_times_how *how, gloss_error *err);
/* The i-th time (from 0) of the last document, in the order of the text; false:
** there are no more. */
GLOSS_API bool gloss_times_found(const gloss_times *times, size_t i,
                                 gloss_span *span);

/* What became of a match of a rule. */
typedef struct gloss_times_note {
  gloss_span span;
  uint32_t rule;
  enum { GLOSS_TIME_KEPT, GLOSS_TIME_REFUSED, GLOSS_TIME_BEATEN } what;
  uint32_t winner; /* of what was beaten: the rule that took its words */
} gloss_times_note;
/* The i-th note (from 0) on the last document; false: there are no more. */
GLOSS_API bool gloss_times_noted(const gloss_times *times, size_t i,
                                 gloss_times_note *note);

#ifdef __cplusplus
}
#endif
#endif

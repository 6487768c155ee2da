/* break_rules.h - sentence boundaries by UAX #29, all its rules, Unicode 15.0.
**
** A stream over valid UTF-8 that stops at each place the rules consider: an
** end mark or a line break. It allocates nothing and is linear in the text.
** One stream belongs to one thread; the text is the caller's and must outlive
** it. Offsets are in bytes. */
#ifndef GLOSS_SENTENCES_BREAK_RULES_H
#define GLOSS_SENTENCES_BREAK_RULES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gloss.h"

/* The rules that decide a place. Rule numbers of languages can begin at
** GLOSS_BREAK_RULES. */
typedef enum gloss_break_rule {
  GLOSS_BREAK_SB2,  /* the end of the text       boundary */
  GLOSS_BREAK_SB4,  /* a line break              boundary */
  GLOSS_BREAK_SB6,  /* "3.14"                          no */
  GLOSS_BREAK_SB7,  /* "U.S"                           no */
  GLOSS_BREAK_SB8,  /* "etc. and", "etc.) 3 and"       no */
  GLOSS_BREAK_SB8A, /* "etc., and", "?!"               no */
  GLOSS_BREAK_SB11, /* "Stop! Go."               boundary */
  GLOSS_BREAK_RULES
} gloss_break_rule;
const char *gloss_break_rule_name(unsigned number); /* "SB8a"; NULL: no such */

/* Where in 64 bytes an end mark or a line break may begin, bit i for byte i:
** surely not where it is 0. Two ways, with one answer. */
typedef uint64_t gloss_break_marks(const char *bytes);
gloss_break_marks gloss_break_marks_plain;
gloss_break_marks *gloss_break_marks_best(void); /* on this machine */

typedef struct gloss_breaks {
  const char *text;
  uint32_t len;
  gloss_break_marks *marks; /* a test may change it */
  uint64_t ahead;      /* code points looked at beside the marks, for tests */
  /* private */
  uint32_t at;         /* all before it is decided */
  uint32_t block;      /* where the bits of `found` begin */
  uint64_t found;      /* marks not yet looked at */
  bool loaded, ended;
  uint32_t start;      /* of the sentence that is not yet complete */
} gloss_breaks;

/* `len` is at most GLOSS_MAX_TEXT. To split a part of a text, give that part:
** it is seen as a text of its own. */
void gloss_breaks_start(gloss_breaks *breaks, const char *text, size_t len);

/* A place that was considered. */
typedef struct gloss_break {
  uint32_t mark; /* end of the end mark or of the line break; or `len` */
  uint32_t at;   /* the boundary, behind closing marks and spaces; or where
                    the rule saw that there is none */
  uint8_t rule;  /* a gloss_break_rule */
  bool boundary;
} gloss_break;

/* The next place, in order; false when there are no more. The last is the end
** of the text, unless that is empty. */
bool gloss_breaks_next(gloss_breaks *breaks, gloss_break *place);

/* Fills `sentences` with what is between two boundaries, without White_Space
** at its ends, empty ones dropped; how many, 0 at the end. Not to be mixed
** with gloss_breaks_next. room > 0. */
size_t gloss_breaks_sentences(gloss_breaks *breaks, gloss_sentence *sentences,
                              size_t room);

#endif

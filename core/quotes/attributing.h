/* attributing.h - how one unit is worked on; for attribute.c and the two files
** beside it: words before a cue and words behind it. */
#ifndef GLOSS_QUOTES_ATTRIBUTING_H
#define GLOSS_QUOTES_ATTRIBUTING_H

#include "quotes/attribute.h"
#include "quotes/reach.h"

typedef struct gloss_attributing {
  gloss_clauses *list;
  gloss_attributions *all;
  gloss_cues cues;
  int a, b;    /* items of the unit */
  int begin;   /* the number of its first record: the others follow it */
  bool failed; /* no memory */
} gloss_attributing;

#define GLOSS_TO_UNIT_END false /* of gloss_attributing_right */
#define GLOSS_TO_COMMA    true

/* Adds a record; `second` may be empty. */
void gloss_attributing_add(gloss_attributing *work, const gloss_cue *cue,
                           unsigned class_number, gloss_item_range content,
                           gloss_item_range second, gloss_quote_rule rule,
                           int stop);
/* The last record of the unit; NULL: there is none yet. */
const gloss_attribution *gloss_attributing_last(const gloss_attributing *work);
/* What is reported from item `c` on, trimmed. */
gloss_item_range gloss_attributing_right(const gloss_attributing *work, int c,
                                         bool close_clause);
/* Where the words before a cue begin: behind the attribution before. */
int gloss_attributing_left_start(const gloss_attributing *work);
/* Cuts what earlier attributions claimed at and behind item `from`. */
void gloss_attributing_cut(gloss_attributing *work, int from);

/* The first item behind a cue, its addressee, time and place. */
int gloss_behind_cue(const gloss_attributing *work, const gloss_cue *cue);
/* "CONTENT, Roe said(, CONTENT)". true where there was content. */
bool gloss_content_before_cue(gloss_attributing *work, const gloss_cue *cue,
                              unsigned class_number);
/* "Roe said that CONTENT". */
void gloss_content_behind_cue(gloss_attributing *work, const gloss_cue *cue);

/* Does the cue have a subject of its own, and where does all that belongs to it
** begin? 0: it has none. */
static inline int gloss_own_subject(const gloss_speaker *subject) {
  if (subject->way == GLOSS_SPEAKER_SHARED) return 0;
  return subject->edge > 0 ? subject->edge : subject->first;
}

#endif

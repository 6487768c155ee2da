/* cues.h - the cues of a unit: the words that say that something is said, each
** with its speaker. What they report is found in attribute.c.
**
** Cues are numbered from 1 in the order of the text; 0 stands for none. */
#ifndef GLOSS_QUOTES_CUES_H
#define GLOSS_QUOTES_CUES_H

#include "clauses/items.h"
#include "clauses/verbs.h"

typedef struct gloss_cues {
  gloss_cue *rows; /* of a unit; from 1, with room for a cue at each item */
  int count;
  int *starts;  /* by item: the cue that begins there, see below */
  int *unknown; /* of a unit: sorted items of verbs of no table that stand
                   beside quotations */
  int unknown_count;
  bool failed; /* no memory */
} gloss_cues;

/* Makes ready for a list; what it needs comes from its arena. false: no
** memory. */
bool gloss_cues_start(gloss_cues *cues, const gloss_clauses *list);
/* Finds the cues of a unit, and where something begins that ends what an
** earlier cue reports: a cue, or its subject. Units come in order. false: no
** memory. */
bool gloss_cues_find(gloss_cues *cues, gloss_clauses *list,
                     const gloss_unit *unit);
/* The cue that begins at item `k` with its subject or by itself; NULL. */
static inline const gloss_cue *gloss_cue_at(const gloss_cues *cues, int k) {
  return cues->starts[k] == 0 ? NULL : &cues->rows[cues->starts[k]];
}

#endif

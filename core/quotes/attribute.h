/* attribute.h - attributions: which words each cue of a unit reports, and whose
** they are.
**
** Items and records are numbered from 1; 0 stands for none. All of it lives in
** the arena of the document that is read. */
#ifndef GLOSS_QUOTES_ATTRIBUTE_H
#define GLOSS_QUOTES_ATTRIBUTE_H

#include "quotes/cues.h"

/* What found a row; their names: gloss_quote_rule_name. */
typedef enum gloss_quote_rule {
  GLOSS_QUOTE_BEFORE_CUE, /* “We are ready,” said Roe. */
  GLOSS_QUOTE_CLAUSE_BEFORE_CUE,
  GLOSS_QUOTE_AFTER_CUE,
  GLOSS_QUOTE_THAT_AFTER_CUE,
  GLOSS_QUOTE_CLAUSE_AFTER_CUE,
  GLOSS_QUOTE_TO_AFTER_CUE,
  GLOSS_QUOTE_OBJECT_AFTER_CUE,
  GLOSS_QUOTE_ACCORDING_TO,
  GLOSS_QUOTE_AS,
  GLOSS_QUOTE_PASSIVE,
  GLOSS_QUOTE_NOUN,
  GLOSS_QUOTE_HEADING, /* from here on: loose.c */
  GLOSS_QUOTE_COLON,
  GLOSS_QUOTE_SIGNED,
  GLOSS_QUOTE_QUESTION_AND_ANSWER,
  GLOSS_QUOTE_SPEAKER_BEFORE,
  GLOSS_QUOTE_TURN_GOES_ON,
  GLOSS_QUOTE_SUBJECT_BEFORE,
  GLOSS_QUOTE_SUBJECT_OF_SENTENCE,
  GLOSS_QUOTE_MOOD,
  GLOSS_QUOTE_RULES
} gloss_quote_rule;
/* "quote before cue" */
const char *gloss_quote_rule_name(gloss_quote_rule rule);

/* What one speaker says by one cue. */
typedef struct gloss_attribution {
  int next;              /* the next one of the unit */
  gloss_item_range cue;  /* first: 0 where there is none */
  gloss_speaker speaker; /* way: GLOSS_SPEAKER_NOBODY where there is none */
  gloss_item_range content[2]; /* what is reported */
  int content_count;
  int stop; /* the last item that it takes up */
  gloss_quote_rule rule;
  unsigned class_number; /* said, denied, ...: gloss_lexicon_class */
  bool quoting;          /* does its content hold a quotation? */
  bool alone;            /* nothing but quotations? */
  bool weak;             /* without a cue of its own */
  bool any;              /* by a verb of no table */
  /* found by loose.c and speakers.c: */
  int extra;            /* the first quotation that joined it: a number in
                           their list */
  int number;           /* in the order of the text */
  gloss_value id, name; /* nil where there is none */
  const char *unknown;  /* why nobody is named; NULL: somebody is */
  double confidence;
} gloss_attribution;

/* Those of a unit, in the order of the text. */
typedef struct gloss_unit_attributions {
  int first, last;
} gloss_unit_attributions;

typedef struct gloss_attributions {
  gloss_attribution *rows; /* from 1 */
  int count;
  size_t room;
  gloss_unit_attributions *units; /* by unit, from 1 */
} gloss_attributions;

/* Makes ready for the units of a list. false: no memory. */
bool gloss_attributions_start(gloss_attributions *all,
                              const gloss_clauses *list);
/* A new record, all zero, that is not in any unit yet; 0: no memory. Records
** move when one is added: keep numbers. */
int gloss_attribution_new(gloss_attributions *all, gloss_arena *arena);
/* Puts a record behind those of unit `u`. */
void gloss_attribution_append(gloss_attributions *all, int u, int record);
/* Puts it before them. */
void gloss_attribution_prepend(gloss_attributions *all, int u, int record);

/* Finds the attributions of all units. false: no memory. */
bool gloss_attribute(gloss_attributions *all, gloss_clauses *list);

#endif

/* verbs.h - the verbs that report, with their auxiliaries and the subjects
** that stand before them.
**
** Items are numbered from 1; 0 stands for none. */
#ifndef GLOSS_CLAUSES_VERBS_H
#define GLOSS_CLAUSES_VERBS_H

#include "base/arena.h"
#include "clauses/items.h"

/* How a speaker was found. */
typedef enum gloss_speaker_way {
  GLOSS_SPEAKER_NOBODY,
  GLOSS_SPEAKER_PHRASE,     /* Roe said */
  GLOSS_SPEAKER_PRONOUN,    /* she said; her claim */
  GLOSS_SPEAKER_INVERTED,   /* said Roe */
  GLOSS_SPEAKER_APPOSITION, /* Roe, head of the fund, said */
  GLOSS_SPEAKER_RELATIVE,   /* who said */
  GLOSS_SPEAKER_SHARED,     /* Roe left and said; ..., adding that */
  GLOSS_SPEAKER_SOURCE,     /* according to Roe */
  GLOSS_SPEAKER_AGENT,      /* was criticised by Roe */
  GLOSS_SPEAKER_SIGNED,     /* “...” - Roe */
  GLOSS_SPEAKER_GUESS
} gloss_speaker_way;

/* Who speaks. */
typedef struct gloss_speaker {
  int first, last; /* items */
  int edge; /* the first item of all that belongs to it, where that is
                   before `first` */
  gloss_speaker_way way;
} gloss_speaker;

/* The words that say that something is said. */
typedef struct gloss_cue {
  int first;  /* its first item, auxiliaries included */
  int last;   /* its last item, particles included */
  int tail;   /* a particle that ends the clause: teilte ... | mit */
  int behind; /* the item behind its addressee, time and place; 0: not
                     looked for */
  const gloss_sense *sense; /* the first of `senses`; NULL of a source */
  const gloss_sense *senses; /* all that its particles allow */
  size_t sense_count;
  const gloss_sense *quoting;  /* beside a quotation, or NULL */
  const gloss_verb_form *form; /* NULL of a noun or a source */
  unsigned class_number;       /* of a source */
  gloss_speaker subject;
  bool passive, ing; /* ing: a participle: "..., adding that" */
  bool infinitive, auxiliary;
  bool bracket;  /* from an auxiliary to a participle, the tail: hat ... gesagt */
  bool bare;     /* without "to" and auxiliaries */
  bool source;   /* "according to" */
  bool noun;     /* "his claim that" */
  bool any;      /* a verb of no table */
  bool inverted; /* said Roe */
  bool fronted;  /* "After saying so, Roe left" */
  bool heard;    /* there is an addressee */
  bool trailing; /* nothing is reported behind it */
  bool opens;    /* something plainly is */
  bool that;     /* a clause with "that" is */
} gloss_cue;

/* Fills `*cue` for the verb at item `k` of the unit a..b, without its subject;
** what it allocates lies in the arena. false: there is none, and `*why` says
** why not; NULL: no memory. */
bool gloss_verb_at(const gloss_clauses *list, int k, int a, int b,
                   gloss_arena *arena, gloss_cue *cue, const char **why);

/* The subject of a cue where it stands before it, in a unit that begins at
** `a`. false: it does not. */
bool gloss_verb_subject(const gloss_clauses *list, const gloss_cue *cue,
                        int a, gloss_speaker *subject);

#endif

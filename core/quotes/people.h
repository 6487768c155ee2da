/* people.h - the people of a text: its names, their fullest forms, and who a
** pronoun stands for. All of it lives in an arena and is found when asked for.
** Items and units are numbered from 1. */
#ifndef GLOSS_QUOTES_PEOPLE_H
#define GLOSS_QUOTES_PEOPLE_H

#include "clauses/annotations.h"
#include "clauses/items.h"
#include "quotes/cues.h"
#include "quotes/offices.h"

/* Somebody, or something, that is named. */
typedef struct gloss_naming {
  int first, last;            /* items, without titles and roles */
  int unit;                   /* of those that gloss_people_of lists */
  char gender;                /* m f; 0: not told */
  bool person;                /* is it sure to be a person? */
  bool sure;                  /* an entity says so, or that it is none */
  bool common;                /* a noun, no name: "a docker" */
  const gloss_office *holder; /* who is meant by it, where it is a role */
} gloss_naming;

/* The names that end with one word. */
typedef struct gloss_surname {
  const gloss_clause_word *word; /* NULL: a free slot */
  int first, last;               /* in `runs`, from 1 */
  gloss_naming *fullest;         /* NULL: none, or not looked for */
  bool looked;
} gloss_surname;

/* A run of name words. */
typedef struct gloss_name_run {
  int first, last; /* items */
  int next;        /* the next run of that surname; 0: none */
} gloss_name_run;

/* What is named in a unit, in text order. */
typedef struct gloss_unit_names {
  gloss_naming **list;
  int count;
  bool looked;
} gloss_unit_names;

typedef struct gloss_people {
  gloss_clauses *list;
  const gloss_known_rows *entities, *names;
  const gloss_offices *offices; /* NULL: a role alone names nobody */
  gloss_arena *arena;
  gloss_naming **made;       /* by first item; NULL: not looked at */
  gloss_naming nobody;       /* stands there where it is no name */
  gloss_unit_names *of_unit; /* by unit */
  gloss_surname *surnames;   /* a table of hashes; NULL until asked for */
  size_t slots;
  gloss_name_run *runs;
  bool no_memory;
} gloss_people;

/* The people of the document that was read; the room stays where it is. false:
** no memory. Later, where memory is short, `no_memory` is set and nobody is
** found. */
bool gloss_people_read(gloss_people *people, gloss_clauses *list,
                       const gloss_known_rows *entities,
                       const gloss_known_rows *names,
                       const gloss_offices *offices);

/* ---- people.c: names, and what is told of those who bear them ---- */

/* What the name from item `first` on is; NULL: no name. */
gloss_naming *gloss_people_at(gloss_people *people, int first);
/* The last item of the name that begins at item `k`. */
int gloss_people_end_of_run(const gloss_clauses *list, int k);
/* Is the one name item `k` a common noun: "der Fahrer", "Der Handel"? */
bool gloss_people_is_common(const gloss_clauses *list, int k);
/* What the name items first..last tell by themselves; false: a role alone. */
bool gloss_people_read_name(const gloss_clauses *list, int first, int last,
                            gloss_naming *naming);
/* Does the noun at item `k` mean a person, and which gender does it tell? */
bool gloss_people_noun(const gloss_clauses *list, int k, char *gender);
gloss_naming *gloss_people_keep(gloss_people *people, gloss_naming naming);

/* ---- surnames.c: names in full ---- */

/* The fullest name that ends with a word; NULL. */
gloss_naming *gloss_people_fullest(gloss_people *people,
                                   const gloss_clause_word *surname);
/* The items of the name that a phrase is about, the one at the end of its
** head: "the fund's chief | Ann Roe"; none for "Roe's aides". */
gloss_item_range gloss_people_head(const gloss_clauses *list, int first,
                                   int last);
/* The name that items first..last make, in its fullest form in the text;
** empty: a role alone. */
gloss_span gloss_people_name(gloss_people *people, int first, int last);

/* ---- pronouns.c: who a pronoun stands for ---- */

/* Whom a pronoun at item `k` of a unit stands for: the first who fits of the
** nearest unit that has one; NULL: nobody. `*sure`: it fits. */
gloss_naming *gloss_people_resolve(gloss_people *people, int k, int unit,
                                   char gender, bool *sure);

#endif

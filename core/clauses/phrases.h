/* phrases.h - noun phrases without a parser: where the phrase that ends, or
** begins, at an item begins, or ends. Function words and marks bound it.
**
** Items are numbered from 1; 0 stands for none. All of it is bounded: a phrase
** has GLOSS_NUMBER_PHRASE_WORDS items and a few more at the most. */
#ifndef GLOSS_CLAUSES_PHRASES_H
#define GLOSS_CLAUSES_PHRASES_H

#include "clauses/items.h"

/* Is there a finite verb between two items? */
bool gloss_phrase_has_verb(const gloss_clauses *list, int from, int to);

/* The first item of the noun phrase whose last item is `j`, not before `a`;
** 0: there is none. */
int gloss_phrase_left(const gloss_clauses *list, int j, int a);

/* The last item of the noun phrase that begins at `i`, not beyond `b`, `wide`
** with the prepositions behind it; 0: there is none. */
int gloss_phrase_right(const gloss_clauses *list, int i, int b, bool wide);

/* The last item of what stands before the asides that end at `j`, not before
** `a`: "Sen. Roe | (D-Ill.)", "Roe |, 71", "Low of Norby |, Ohio"; `j` where
** there is none. */
int gloss_phrase_before_asides(const gloss_clauses *list, int j, int a);

/* The name behind the phrase that ends at `j`: "her son, | Paul Roe|, said".
** Its first item is j + 2; gives the last one; 0: there is none. */
int gloss_phrase_apposed(const gloss_clauses *list, int j, int b);

/* The subject of a..b: its first noun phrase that no preposition governs. Its
** first item, and by `*last` its last one; 0: there is none. */
int gloss_phrase_subject(const gloss_clauses *list, int a, int b, int *last);

#endif

/* marks.h - quotation marks: which stretches of a text stand between them. */
#ifndef GLOSS_CLAUSES_MARKS_H
#define GLOSS_CLAUSES_MARKS_H

#include "clauses/items.h"

/* Finds the stretches of the list's document: `stretches`, from 1, sorted. None
** crosses a row of the layer `noise`. false: no memory. */
bool gloss_marks_pair(gloss_clauses *list);

/* Adds the turns of a transcript to the stretches, where it is one; are there
** any? -1: no memory. See transcript.c. */
int gloss_transcript_add(gloss_clauses *list);

/* Puts stretches, nearly in order, in the order of their starts; of those that
** start together the outer one goes first. */
void gloss_stretches_sort(gloss_stretch *stretches, uint32_t count);

#endif

/* cue_subjects.h - who speaks by a cue: the subject behind it, before it, or
** that of an earlier one. */
#ifndef GLOSS_QUOTES_CUE_SUBJECTS_H
#define GLOSS_QUOTES_CUE_SUBJECTS_H

#include "quotes/cues.h"

/* Sets `subject`, `inverted` and `fronted` of a cue of the unit a..b;
** `earlier`: the cues before it. The subject may be nobody. */
void gloss_cue_find_subject(const gloss_clauses *list, gloss_cue *cue, int a,
                            int b, const gloss_cues *earlier);
/* "quoted Roe as | saying": sets the subject where it stands between the last
** of the earlier cues and this one, which takes its place. */
bool gloss_cue_quoted_subject(const gloss_clauses *list, gloss_cue *cue,
                              const gloss_cues *earlier);

#endif

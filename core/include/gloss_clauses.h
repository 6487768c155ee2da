/* gloss_clauses.h - who said what, and who is what; part of gloss.h.
**
** A lexicon has the words of a language: sets of words, verbs and nouns that
** report, phrases that name a source. It is filled, closed, then only read. */
#ifndef GLOSS_CLAUSES_H
#define GLOSS_CLAUSES_H

#include "gloss.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gloss_lexicon gloss_lexicon;

GLOSS_API gloss_lexicon *gloss_lexicon_new(gloss_error *err);
GLOSS_API void gloss_lexicon_free(gloss_lexicon *lexicon); /* NULL is fine */

#ifdef __cplusplus
}
#endif

#endif

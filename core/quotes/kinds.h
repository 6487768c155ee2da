/* kinds.h - quotation marks that are no speech: titles, nicknames, words kept
** at arm's length. */
#ifndef GLOSS_QUOTES_KINDS_H
#define GLOSS_QUOTES_KINDS_H

#include "clauses/items.h"

/* Sets `not_speech` and `rule` of the quotation at item `k`, where it is no
** speech; those before it are known. Governed: a cue reports it. false: no
** memory. */
bool gloss_quote_kind(gloss_clauses *list, int k, bool governed);

#endif

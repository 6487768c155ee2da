/* fuzzy_walk.h - the places in a text where aliases with edits may stand. */
#ifndef GLOSS_DICT_FUZZY_WALK_H
#define GLOSS_DICT_FUZZY_WALK_H

#include "dict/fuzzy_hits.h"
#include "dict/fuzzy_memo.h"
#include "dict/units.h"

/* Looks at the names that begin with units [from, to); there are enough units
** behind for the longest. What fits goes to `hits`; the hits without edits that
** begin in these units are known. false: no memory. The dictionary has names
** with edits. */
bool gloss_fuzzy_walk(const gloss_dict *dict, gloss_fuzzy_memo *memo,
                      const gloss_units *units, const char *text, size_t from,
                      size_t to, gloss_fuzzy_hits *hits);

#endif

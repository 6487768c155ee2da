/* fuzzy.h - names with edits: what is allowed, and what it is checked by.
**
** An edit puts in, leaves out or changes a letter, or swaps two that touch. A
** name with edits has the alias's words and signs in the same places; only
** words of letters may differ, and each keeps its first letter. */
#ifndef GLOSS_DICT_FUZZY_H
#define GLOSS_DICT_FUZZY_H

#include "dict/format.h"
#include "dict/letter_case.h"

enum {
  GLOSS_FUZZY_MOST = 2,      /* edits of a name */
  GLOSS_FUZZY_LETTERS = 64,  /* longer words have no edits, and names at most
                                one */
  GLOSS_FUZZY_ONE = 5,       /* letters that a name needs for one edit, */
  GLOSS_FUZZY_TWO = 8,       /* for two, or one of its words for two, */
  GLOSS_FUZZY_WORD = 4       /* and a word for one */
};

/* How many edits a name of so many letters may have, of those asked for. */
unsigned gloss_fuzzy_allowed(unsigned asked, size_t letters);
/* How many of these a word of it; and how many letters may be left out of a
** word of a text that is to be one. */
unsigned gloss_fuzzy_word_allowed(unsigned allowed, size_t letters);
/* How many edits lie between an alias, of valid UTF-8, and a text: 0 is the
** same word for word. Negative where they are too many or not allowed, where
** capitals do not fit, or accents where they count. */
int gloss_fuzzy_edits(const gloss_alias_record *alias, const char *text,
                      size_t len);

#endif

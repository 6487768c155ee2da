/* numerals.h - numbers in words, digits and both: "twenty-one", "2.5 million",
** "half a million", "three and a half", "4 thousand 3 hundred and 21".
**
** Works on the items of a phrase and joins those that make one number. Which
** words are numbers is said by their classes, which a grammar may have or not:
** CARD (0 to 19), TENS, HUNDRED, HUNDREDS (hundreds that need no number before:
** "doscientos", "cent"), SCALE, THOUSAND (a scale that needs none: "mille"),
** BIGLETTER ("1.2B"), DOZEN, ROUND ("une centaine", about a hundred), HALF,
** QUARTER, ANDWORD (its value "tens" where it joins tens and units, too: "y"),
** A, OF, POINT, FRACMARK ("½") and, as denominators, ORD and FRACTIONS; and the
** classes of numbers in digits INT2, YEAR4 and NUM. What is joined is an item of
** class WORDNUM (words alone), NUM (with digits), YEARWORD ("nineteen
** ninety-six"), ORD ("twenty-first") or FRACTIONS ("thirty-fifths"). */
#ifndef GLOSS_MATCH_NUMERALS_H
#define GLOSS_MATCH_NUMERALS_H

#include "gloss.h"

/* What the classes of a grammar are to numbers. */
typedef struct gloss_numerals {
  const gloss_grammar *grammar;
  uint32_t kinds[GLOSS_MAX_WORD_CLASSES]; /* a bit for what a class is */
  uint8_t word_number, figure_number, year_in_words; /* classes to be made */
  bool usable; /* it has all of these */
} gloss_numerals;

void gloss_numerals_start(gloss_numerals *n, const gloss_grammar *g);
/* Joins the items that make one number, in place; how many are left. The class
** of a joined item is one of those above, its word GLOSS_NO_GRAMMAR_WORD, its
** gap that of its first piece. At most GLOSS_MAX_ITEMS. */
size_t gloss_numerals_join(const gloss_numerals *n, gloss_item *items,
                           size_t count);

#endif

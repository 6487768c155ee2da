/* lines.h - whether a single line break ends a sentence. */
#ifndef GLOSS_SENTENCES_LINES_H
#define GLOSS_SENTENCES_LINES_H

#include "sentences/place.h"

enum { GLOSS_LINE_SHORT = 20 }; /* bytes of a line that may stand alone */

/* A list item begins the next line: "1. x" "a) x" "(iv) x" "- x" */
bool gloss_line_item_follows(const gloss_place *place);
/* The line before looks like a heading: short, most words with a capital. */
bool gloss_line_is_heading(const gloss_place *place);
/* The lines before and behind are short and without an end mark. */
bool gloss_line_is_short(const gloss_place *place);

#endif

/* short_way.h - decides the places that most are, from the tokens alone. */
#ifndef GLOSS_SENTENCES_SHORT_WAY_H
#define GLOSS_SENTENCES_SHORT_WAY_H

#include "sentences/sentences.h"

/* The number of the rule that decides a plain end mark between words, before a
** blank line, or a line break inside a sentence; the same as by the table.
** -1: not such a place. `*last` is the token that the sentence would end with;
** `brackets`: the text has some. */
int gloss_sentence_decide_plain(const gloss_sentence_input *in, size_t first,
                                size_t mark, bool brackets, size_t *last);

#endif

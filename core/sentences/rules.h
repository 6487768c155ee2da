/* rules.h - why a sentence ends, or does not: an ordered table of rules. */
#ifndef GLOSS_SENTENCES_RULES_H
#define GLOSS_SENTENCES_RULES_H

#include "sentences/place.h"

/* The first rule that fits decides; the last one always fits. */
typedef struct gloss_sentence_rule {
  const char *name;
  const char *example; /* a bar where the rule decides, ~ where it forbids */
  bool boundary;
  bool (*fits)(const gloss_place *place);
} gloss_sentence_rule;

/* The number of the rule that decides a place. */
unsigned gloss_sentence_decide(const gloss_place *place);
/* The same, from the tokens alone, for the places that most are: a plain end
** mark between words, before a blank line, or a line break inside a sentence.
** -1: not such a place. `*last` is the token that the sentence would end
** with; `brackets`: the text has some. */
int gloss_sentence_decide_plain(const gloss_sentence_input *in, size_t first,
                                size_t mark, bool brackets, size_t *last);
const gloss_sentence_rule *gloss_sentence_rule_at(unsigned number);

/* Rules that are not of the table. */
enum {
  GLOSS_RULE_MASK, /* the edge of a mask */
  GLOSS_RULE_ITEM, /* a list item inside a line */
  GLOSS_RULE_END,  /* the end of the text */
  GLOSS_RULES_APART
};

#endif

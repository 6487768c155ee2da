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
const gloss_sentence_rule *gloss_sentence_rule_at(unsigned number);

/* Rules that are not of the table, and numbers of some that are. */
enum {
  GLOSS_RULE_MASK, /* the edge of a mask */
  GLOSS_RULE_ITEM, /* a list item inside a line */
  GLOSS_RULE_END,  /* the end of the text */
  GLOSS_RULES_APART,
  /* Rows of the table that the short way gives too. */
  GLOSS_RULE_BLANK_LINE = GLOSS_RULES_APART + 1,
  GLOSS_RULE_LINE_BREAK = GLOSS_RULES_APART + 7,
  GLOSS_RULE_SIGN_BEHIND = GLOSS_RULES_APART + 18,
  GLOSS_RULE_END_MARK = GLOSS_RULES_APART + 48
};

#endif

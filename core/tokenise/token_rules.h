/* token_rules.h - why a token ends where it does: the names of the rules. */
#ifndef GLOSS_TOKENISE_TOKEN_RULES_H
#define GLOSS_TOKENISE_TOKEN_RULES_H

typedef enum gloss_token_rule {
  TOKEN_WORD,         /* a run of letters and digits: hello */
  TOKEN_MARK,         /* a mark alone: , */
  TOKEN_MARK_RUN,     /* a run of one mark: ... -- !! */
  TOKEN_CLITIC,       /* cut from the word before it: do|n't */
  TOKEN_ELISION,      /* cut from the word after it: l'|homme */
  TOKEN_APOSTROPHE,   /* an apostrophe inside: O'Neill */
  TOKEN_SPLIT,        /* a word cut in parts: can|not */
  TOKEN_HYPHEN,       /* parts kept together: e-mail */
  TOKEN_ABBREVIATION, /* its period belongs to it: Mr. */
  TOKEN_INITIALS,     /* letters with periods: U.S. */
  TOKEN_INITIAL,      /* one letter with a period: J. */
  TOKEN_DOTTED,       /* periods inside: node.js */
  TOKEN_JOINED,       /* another sign inside: AT&T and/or S:t */
  TOKEN_NUMBER,       /* 1,234.5 10:30 5/6/2024 */
  TOKEN_UNIT,         /* cut from a number: 5|km */
  TOKEN_ORDINAL,      /* a number with its period: 3. */
  TOKEN_URL,
  TOKEN_EMAIL,
  TOKEN_FILE,         /* a file name: plan-2.doc */
  TOKEN_MENTION,
  TOKEN_HASHTAG,
  TOKEN_EMOTICON,
  TOKEN_EMOJI,
  TOKEN_REFERENCE,    /* of a character in HTML: &amp; */
  TOKEN_IDEOGRAPH,    /* a Han or Hiragana character */
  TOKEN_UAX29,        /* a word boundary of Unicode */
  TOKEN_RULES
} gloss_token_rule;

#endif

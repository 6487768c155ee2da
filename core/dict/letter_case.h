/* letter_case.h - whether the capitals of a text fit those of an alias. */
#ifndef GLOSS_DICT_LETTER_CASE_H
#define GLOSS_DICT_LETTER_CASE_H

#include "gloss.h"

/* What an alias asks of the text, as decided when it is compiled. */
typedef enum gloss_letter_rule {
  GLOSS_RULE_ANY,     /* nothing */
  GLOSS_RULE_SAME,    /* letter by letter */
  GLOSS_RULE_RAISED,  /* each word the same, in capitals, or capitalised; a
                         word that is all capitals never in small letters */
  GLOSS_RULE_TITLED   /* the same, for a name that is all in capitals:
                         WHITE HOUSE fits White House */
} gloss_letter_rule;

/* What `wanted` comes to for this alias. Smart: one word that is all capitals
** (NATO, U.S.) or has at most three letters (Fed) asks for the same letters;
** the rest may be raised. */
gloss_letter_rule gloss_letter_rule_of(gloss_case wanted, const char *alias,
                                       size_t len);
/* Does `text` fit? Both are known to be equal when folded. */
bool gloss_letters_fit(gloss_letter_rule rule, const char *alias,
                       size_t alias_len, const char *text, size_t text_len);
/* Does a word that is not the same, but near? For it the same letters are the
** same capitals in number and place: all, the first, none. */
bool gloss_shapes_fit(gloss_letter_rule rule, const char *alias,
                      size_t alias_len, const char *text, size_t text_len);
/* Are they equal with their accents, but for case? */
bool gloss_accents_fit(const char *alias, size_t alias_len, const char *text,
                       size_t text_len);
/* Are both the same but for the case of ASCII letters? What is, is one key. */
bool gloss_same_but_case(const char *a, size_t a_len, const char *b,
                         size_t b_len);
/* Are both the same key: equal when folded, without accents, white space as
** one space? The test that makes a hit certain. */
bool gloss_keys_equal(const char *a, size_t a_len, const char *b,
                      size_t b_len);

#endif

/* tokenise.h - a text's tokens, by the rules of a language. */
#ifndef GLOSS_TOKENISE_TOKENISE_H
#define GLOSS_TOKENISE_TOKENISE_H

#include "language/language.h"
#include "tokenise/blocks64.h"
#include "tokenise/token_list.h"

/* Fills `list` (empty) with the tokens of valid UTF-8; a NULL language, or one
** without rules, means exactly UAX #29. false: no memory. */
bool gloss_tokenise(const gloss_language *language, const char *text,
                    size_t len, gloss_token_list *list);
/* The same by one way of reading blocks, for tests; with rules only. */
bool gloss_tokenise_with(const gloss_block_way *way,
                         const gloss_language *language, const char *text,
                         size_t len, gloss_token_list *list);

#endif

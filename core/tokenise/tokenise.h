/* tokenise.h - a text's tokens, by the rules of a language. */
#ifndef GLOSS_TOKENISE_TOKENISE_H
#define GLOSS_TOKENISE_TOKENISE_H

#include "language/language.h"
#include "tokenise/token_list.h"

/* Fills `list` (empty) with the tokens of valid UTF-8; a NULL language, or one
** without rules, means exactly UAX #29. false: no memory. */
bool gloss_tokenise(const gloss_language *language, const char *text,
                    size_t len, gloss_token_list *list);
/* The ways of reading blocks, the fastest first; they give the same tokens.
** For tests: whether this machine has one, and the tokens by it (by rules). */
typedef enum gloss_block_way {
  GLOSS_BLOCKS_AVX512,
  GLOSS_BLOCKS_AVX2,
  GLOSS_BLOCKS_SSE2,
  GLOSS_BLOCKS_PLAIN
} gloss_block_way;
bool gloss_tokenise_can(gloss_block_way way);
bool gloss_tokenise_with(gloss_block_way way, const gloss_language *language,
                         const char *text, size_t len, gloss_token_list *list);

#endif

/* sentences.h - where sentences end, each with the rule that decided it. */
#ifndef GLOSS_SENTENCES_SENTENCES_H
#define GLOSS_SENTENCES_SENTENCES_H

#include "base/arena.h"
#include "language/language.h"
#include "tokenise/token_list.h"

/* What a sentence pass reads; the masks are sorted and apart. */
typedef struct gloss_sentence_input {
  const gloss_language *language; /* NULL: exactly UAX #29 */
  const char *text;
  size_t len;
  const gloss_token_list *tokens;
  const gloss_span *masks;
  size_t mask_count;
} gloss_sentence_input;

/* Whether a straight quote is open, as far as token `upto`. */
typedef struct gloss_quotes {
  size_t upto, opened;
  bool open;
} gloss_quotes;

/* The sentences, in the arena. NULL: no memory. */
gloss_sentence *gloss_sentences_find(const gloss_sentence_input *input,
                                     gloss_arena *arena, size_t *count);
/* What was considered, and why it is or is not a boundary. NULL: no memory. */
gloss_decision *gloss_sentences_explain(const gloss_sentence_input *input,
                                        gloss_arena *arena, size_t *count);

#endif

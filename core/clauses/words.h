/* words.h - the distinct words of documents, each looked at once.
**
** What a word is by itself (gloss_clause_word) is found when it is first met,
** and remembered across documents: by its number in the workspace's vocabulary,
** and by its bytes. One thread. */
#ifndef GLOSS_CLAUSES_WORDS_H
#define GLOSS_CLAUSES_WORDS_H

#include "clauses/items.h"

/* What is most often asked of a word, beside its record. */
typedef struct gloss_known_word {
  const gloss_clause_word *word; /* NULL: not met */
  uint16_t kind, may;
} gloss_known_word;

typedef struct gloss_clause_words {
  const gloss_lexicon *lexicon;
  gloss_arena *arena;
  gloss_clause_word *fresh; /* records that wait for a word */
  size_t fresh_count;
  gloss_intern numbers; /* by bytes: places in `records` */
  const gloss_clause_word **records;
  size_t record_room;
  uint64_t epoch;       /* of `by_number` */
  gloss_known_word *by_number; /* of the vocabulary */
  size_t number_room;
  const gloss_clause_word *folded; /* what stands for a quotation */
} gloss_clause_words;

/* The word beside the first and last items. */
extern const gloss_clause_word gloss_no_word;

/* NULL: no memory. The lexicon must outlive it. */
gloss_clause_words *gloss_clause_words_new(const gloss_lexicon *lexicon);
void gloss_clause_words_free(gloss_clause_words *words); /* NULL is fine */

/* Before a document: forgets what belongs to another vocabulary, and all where
** that is much; makes room for the document's numbers. */
bool gloss_clause_words_begin(gloss_clause_words *words,
                              const gloss_word_numbers *numbers);
/* The record of a word. NULL: no memory. */
const gloss_clause_word *gloss_clause_words_get(gloss_clause_words *words,
                                                const char *text, size_t len);

#endif

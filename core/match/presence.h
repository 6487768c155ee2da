/* presence.h - which words a document has, and where.
**
** Words are numbers of a vocabulary. What a document has is kept as bits: of
** words whose numbers are equal but for their upper bits one may stand for the
** other. */
#ifndef GLOSS_MATCH_PRESENCE_H
#define GLOSS_MATCH_PRESENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { GLOSS_PRESENT_BITS = 1 << 14 };

/* Sets the bits of the words of tokens; `present` is all zero before. */
void gloss_words_note(const uint32_t *words, size_t count, uint64_t *present);

static inline bool gloss_word_present(const uint64_t *present, uint32_t word) {
  word %= GLOSS_PRESENT_BITS;
  return present[word / 64] >> (word % 64) & 1;
}

/* The first of words[at] to words[end - 1] that is one of `few` others, at most
** GLOSS_FEW_WORDS; `end`: none is. */
enum { GLOSS_FEW_WORDS = 6 };
size_t gloss_words_find(const uint32_t *words, size_t at, size_t end,
                        const uint32_t *others, size_t few);

#endif

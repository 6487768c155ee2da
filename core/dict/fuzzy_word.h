/* fuzzy_word.h - hashes of what is left of a word without some letters.
**
** Two words that lie n edits apart are the same when at most n letters are
** left out of each (SymSpell). So an alias is filed under the hashes of what
** it can be with letters left out, and a text is looked up by those of its
** own. The first letter always stays. The hashes are part of the file format:
** a change asks for a new GLOSS_DICT_VERSION. */
#ifndef GLOSS_DICT_FUZZY_WORD_H
#define GLOSS_DICT_FUZZY_WORD_H

#include "dict/fuzzy.h"
#include "dict/hash.h"
#include "dict/units.h"

/* A word as a number, letter by letter, so that what is left of it is made of
** the numbers of its parts. Over GLOSS_FUZZY_LETTERS letters, as of numbers
** and signs, nothing may be left out, and there is only the whole. */
typedef struct gloss_fuzzy_word {
  size_t letters;
  uint64_t whole;
  uint32_t text[GLOSS_FUZZY_LETTERS]; /* the letters */
  uint64_t before[GLOSS_FUZZY_LETTERS + 1]; /* the letters before each */
  uint64_t from[GLOSS_FUZZY_LETTERS + 1];   /* each and those behind it */
  uint64_t scale[GLOSS_FUZZY_LETTERS + 1];  /* of a part with so many behind */
} gloss_fuzzy_word;

#define GLOSS_FUZZY_BASE GLOSS_HASH_A

/* Unit i of a text: a word of letters; of anything else only the whole. */
void gloss_fuzzy_word_read(gloss_fuzzy_word *word, const gloss_units *units,
                           const char *text, size_t i);

/* `part`, and then what is behind letter `i`. */
static inline uint64_t gloss_fuzzy_without(const gloss_fuzzy_word *w,
                                           uint64_t part, size_t i) {
  return part * w->scale[w->letters - 1 - i] + w->from[i + 1];
}
/* `part`, and then letter `at`. */
static inline uint64_t gloss_fuzzy_append(const gloss_fuzzy_word *w,
                                          uint64_t part, size_t at) {
  uint64_t letter = w->before[at + 1] - w->before[at] * GLOSS_FUZZY_BASE;
  return part * GLOSS_FUZZY_BASE + letter;
}

/* The hash of a number alone, for the set of all. */
static inline uint64_t gloss_fuzzy_number_hash(uint64_t number) {
  return gloss_hash_mix(number * GLOSS_HASH_A);
}

/* The hash of a name's part up to and with a word, whose number is `word`. */
static inline uint64_t gloss_fuzzy_hash(uint64_t seed, uint64_t before,
                                        uint64_t word, bool first,
                                        bool space) {
  return first ? gloss_hash_first(seed, word)
               : gloss_hash_next(before, word, space);
}

#endif

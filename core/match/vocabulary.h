/* vocabulary.h - the distinct tokens of a thread's documents, by number.
**
** A word is the bytes of a token with its kind and flags: all that a test of
** one token can ask. It is folded once. A workspace keeps one vocabulary for
** its documents and begins a new one between two of them when it has grown
** large; a document holds on to the one that it was read with. Word 0 stands
** for tokens over GLOSS_MAX_KEPT bytes, which are not kept. Numbers never
** reach output or order. One thread. */
#ifndef GLOSS_MATCH_VOCABULARY_H
#define GLOSS_MATCH_VOCABULARY_H

#include "base/arena.h"
#include "gloss.h"
#include "tokenise/token_list.h"

enum { GLOSS_MAX_KEPT = 255 };

typedef struct gloss_vocabulary_word {
  const char *bytes, *folded;
  uint32_t len, folded_len;
  uint8_t kind, flags;
} gloss_vocabulary_word;

typedef struct gloss_vocabulary_slot {
  uint64_t head, tail; /* of the bytes; of long ones two hashes */
  uint32_t tag;        /* length, kind, flags */
  uint32_t word;       /* 0: free */
} gloss_vocabulary_slot;

enum { GLOSS_RECENT_WORDS = 512 };

/* Words that differ in case alone (casing.c); made when first asked for. */
typedef struct gloss_families gloss_families;
void gloss_families_free(gloss_families *families); /* NULL is fine */

typedef struct gloss_vocabulary {
  gloss_arena *arena;
  gloss_vocabulary_word *words; /* the first stands for none */
  size_t count, room;
  gloss_vocabulary_slot *slots; /* a power of two, at most half of it used */
  size_t slot_count;
  uint64_t seed;
  uint64_t epoch; /* which one of its workspace it is, from 1 */
  /* The word seen last at each place: most tokens are one of a few words, and
  ** these stay in the nearest cache. */
  gloss_vocabulary_slot recent[GLOSS_RECENT_WORDS];
  gloss_families *families; /* NULL until made */
  size_t holders;
} gloss_vocabulary;

/* A new one, held once. NULL: no memory. */
gloss_vocabulary *gloss_vocabulary_new(void);
gloss_vocabulary *gloss_vocabulary_hold(gloss_vocabulary *vocabulary);
void gloss_vocabulary_release(gloss_vocabulary *vocabulary); /* NULL is fine */
/* Has it grown so large that the next document should begin a new one? */
bool gloss_vocabulary_is_full(const gloss_vocabulary *vocabulary);
/* Writes the number of each token's word to `out`. false: no memory. */
bool gloss_vocabulary_read(gloss_vocabulary *vocabulary, const char *text,
                           size_t text_len, const gloss_token_list *tokens,
                           uint32_t *out);

#endif

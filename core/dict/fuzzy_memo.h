/* fuzzy_memo.h - what a text's words may be in names with edits.
**
** A text has few words, most of them many times: each is looked up with
** letters left out once, and then known by a hash of its bytes and of the
** dictionary. A memo lives as long as its owner likes, for any number of texts
** and dictionaries; it belongs to one thread. */
#ifndef GLOSS_DICT_FUZZY_MEMO_H
#define GLOSS_DICT_FUZZY_MEMO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum gloss_reach_kind {
  GLOSS_REACH_PART,   /* some alias has such a word */
  GLOSS_REACH_BEGINS, /* and some alias of several words begins with it */
  GLOSS_REACH_NAME    /* an alias is the word, with edits */
} gloss_reach_kind;

/* A thing that a word may be. */
typedef struct gloss_fuzzy_reach {
  uint64_t number; /* what is left of the word, see fuzzy_word.h */
  uint32_t place;  /* NAME: of the alias in the heap, in 8 bytes; BEGINS: of
                      the letters of the next word, gloss_fuzzy_letter */
  uint8_t cost;    /* letters left out; NAME: edits */
  uint8_t kind;
} gloss_fuzzy_reach;

/* A word: reaches[at .. at + count). */
typedef struct gloss_fuzzy_entry {
  uint64_t key;
  uint32_t at;
  uint16_t count;
  uint8_t letters; /* of the word; 0 where none may be left out */
  uint8_t kinds;   /* of the reaches: 1 << kind, each */
} gloss_fuzzy_entry;

/* Units of a text that may be an alias, or its beginning: room for a walk. */
typedef struct gloss_fuzzy_path {
  uint64_t hash;
  uint16_t first, last;
  uint8_t left; /* edits that may still be */
} gloss_fuzzy_path;
typedef struct gloss_fuzzy_paths {
  gloss_fuzzy_path *rows;
  size_t count, room;
} gloss_fuzzy_paths;

/* Words in the order in which they were met, so that frequent ones lie side by
** side. Any may move when one is added. */
typedef struct gloss_fuzzy_memo {
  gloss_fuzzy_entry *entries;
  size_t count, entry_room;
  gloss_fuzzy_reach *reaches;
  size_t reach_count, reach_room;
  uint64_t *slots; /* of each key: its high bits, then what is known */
  size_t room;     /* of slots: a power of two, or 0 */
  gloss_fuzzy_paths open, longer; /* used by one walk at a time */
} gloss_fuzzy_memo;

gloss_fuzzy_memo *gloss_fuzzy_memo_new(void); /* NULL: no memory */
void gloss_fuzzy_memo_free(gloss_fuzzy_memo *memo); /* NULL is fine */
/* Before a memo is asked: forgets everything if it is much. false: no memory. */
bool gloss_fuzzy_memo_ready(gloss_fuzzy_memo *memo);
/* Fetches what a key is looked up in. */
static inline void gloss_fuzzy_memo_fetch(const gloss_fuzzy_memo *memo,
                                          uint64_t key) {
  __builtin_prefetch(memo->slots + (key & (memo->room - 1)));
}
/* A word: the number of its entry, from 1, below GLOSS_FUZZY_KIND; above that
** the kinds of its reaches. */
typedef uint32_t gloss_fuzzy_known;
#define GLOSS_FUZZY_UNKNOWN UINT32_MAX
#define GLOSS_FUZZY_KIND (UINT32_C(1) << 18)
enum {
  GLOSS_FUZZY_PART = GLOSS_FUZZY_KIND << GLOSS_REACH_PART,
  GLOSS_FUZZY_BEGINS = GLOSS_FUZZY_KIND << GLOSS_REACH_BEGINS,
  GLOSS_FUZZY_NAME = GLOSS_FUZZY_KIND << GLOSS_REACH_NAME
};
static inline const gloss_fuzzy_entry *gloss_fuzzy_memo_entry(
    const gloss_fuzzy_memo *memo, gloss_fuzzy_known known) {
  return memo->entries + (known & (GLOSS_FUZZY_KIND - 1)) - 1;
}
/* What is known of a key, or GLOSS_FUZZY_UNKNOWN. Keys are told apart by 43 of
** their bits, and by those that give the slot. */
static inline gloss_fuzzy_known gloss_fuzzy_memo_get(
    const gloss_fuzzy_memo *memo, uint64_t key) {
  const uint64_t low = GLOSS_FUZZY_KIND * 8 - 1;
  size_t mask = memo->room - 1;
  for (size_t i = key & mask; memo->slots[i] != 0; i = (i + 1) & mask)
    if ((memo->slots[i] & ~low) == (key & ~low))
      return (gloss_fuzzy_known)(memo->slots[i] & low);
  return GLOSS_FUZZY_UNKNOWN;
}
/* Begins an entry of a key that is not known yet; gives the one begun last one
** reach more; and makes it known. false, or UNKNOWN: no memory. */
bool gloss_fuzzy_memo_begin(gloss_fuzzy_memo *memo, uint64_t key);
bool gloss_fuzzy_memo_add(gloss_fuzzy_memo *memo, gloss_fuzzy_reach reach);
gloss_fuzzy_known gloss_fuzzy_memo_end(gloss_fuzzy_memo *memo);

#endif

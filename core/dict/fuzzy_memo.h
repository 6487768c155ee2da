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
  GLOSS_REACH_NAME,   /* an alias is the word, with edits */
  GLOSS_REACH_BEGINS, /* an alias of several words begins with it */
  GLOSS_REACH_PART    /* some alias has it behind its first word */
} gloss_reach_kind;

/* A thing that a word may be. */
typedef struct gloss_fuzzy_reach {
  uint64_t hash;   /* NAME: numbers of alias and, above, entity; BEGINS: of
                      the alias so far; PART: what is left of the word, see
                      fuzzy_word.h */
  uint32_t place;  /* NAME: of the alias in the heap, in 8 bytes; BEGINS: of
                      the letters of the next word, gloss_fuzzy_letter */
  uint8_t cost;    /* letters left out; NAME: edits */
  uint8_t kind;
  bool inside;     /* NAME: it may lie inside a run */
} gloss_fuzzy_reach;

/* A word: reaches[at .. at + leads) are names and beginnings of such, the
** `parts` behind these parts. */
typedef struct gloss_fuzzy_entry {
  uint32_t at;
  uint16_t leads, parts;
  uint8_t letters; /* of the word; 0 where none may be left out */
} gloss_fuzzy_entry;

/* What is known of a word: with which letters what it begins goes on, below
** GLOSS_FUZZY_NAME; kinds of its reaches; and from GLOSS_FUZZY_NUMBER on the
** number of its entry, from 1. Most words are told by this alone. */
typedef uint64_t gloss_fuzzy_known;
#define GLOSS_FUZZY_UNKNOWN UINT64_MAX
#define GLOSS_FUZZY_NEXT ((UINT64_C(1) << 31) - 1)
#define GLOSS_FUZZY_NAME (UINT64_C(1) << 32)
#define GLOSS_FUZZY_PART (UINT64_C(1) << 33)
#define GLOSS_FUZZY_NUMBER 34 /* bits below it; itself it has at most 18 */

typedef struct gloss_fuzzy_slot {
  uint64_t key;
  gloss_fuzzy_known known; /* 0: there is none */
} gloss_fuzzy_slot;

/* Units of a text that may be an alias, or its beginning: room for a walk. */
typedef struct gloss_fuzzy_path {
  uint64_t hash;
  uint16_t first, last;
  uint32_t left; /* edits that may still be */
} gloss_fuzzy_path;
typedef struct gloss_fuzzy_paths {
  gloss_fuzzy_path *rows;
  size_t count, room;
} gloss_fuzzy_paths;
/* Those that are an alias, with edits, as far as their hash tells. */
typedef struct gloss_fuzzy_end {
  uint16_t first, last;
  uint32_t place; /* of the alias in the heap, in 8 bytes */
} gloss_fuzzy_end;
typedef struct gloss_fuzzy_ends {
  gloss_fuzzy_end *rows;
  size_t count, room;
} gloss_fuzzy_ends;

/* Words in the order in which they were met, so that frequent ones lie side by
** side. Any may move when one is added. */
typedef struct gloss_fuzzy_memo {
  gloss_fuzzy_entry *entries;
  size_t count, entry_room;
  gloss_fuzzy_reach *reaches;
  size_t reach_count, reach_room;
  gloss_fuzzy_slot *slots;
  size_t room;             /* of slots: a power of two, or 0 */
  unsigned shift;          /* the bits of a key above it say where it belongs */
  gloss_fuzzy_slot begun;  /* of the entry that is being made */
  uint32_t *vain;          /* pairs of words of which nothing came */
  gloss_fuzzy_paths open, longer; /* used by one walk at a time */
  gloss_fuzzy_ends ends;
} gloss_fuzzy_memo;

gloss_fuzzy_memo *gloss_fuzzy_memo_new(void); /* NULL: no memory */
void gloss_fuzzy_memo_free(gloss_fuzzy_memo *memo); /* NULL is fine */
/* Before a memo is asked: forgets all if it is much. false: no memory. */
bool gloss_fuzzy_memo_ready(gloss_fuzzy_memo *memo);
/* Fetches what a key is looked up in. */
static inline void gloss_fuzzy_memo_fetch(const gloss_fuzzy_memo *memo,
                                          uint64_t key) {
  __builtin_prefetch(memo->slots + (key >> memo->shift));
}
static inline const gloss_fuzzy_entry *gloss_fuzzy_memo_entry(
    const gloss_fuzzy_memo *memo, gloss_fuzzy_known known) {
  return memo->entries + (known >> GLOSS_FUZZY_NUMBER) - 1;
}
/* What is known of a key, or GLOSS_FUZZY_UNKNOWN. */
static inline gloss_fuzzy_known gloss_fuzzy_memo_get(
    const gloss_fuzzy_memo *memo, uint64_t key) {
  for (size_t i = key >> memo->shift;; i = (i + 1) & (memo->room - 1)) {
    const gloss_fuzzy_slot *slot = &memo->slots[i];
    if (slot->key == key && slot->known != 0) return slot->known;
    if (slot->known == 0) return GLOSS_FUZZY_UNKNOWN;
  }
}
/* Two words, side by side or with a gap, as one number of GLOSS_FUZZY_PAIR
** bits, mixed so that its first bits say where it is kept if nothing comes of
** the two, until another takes its place; the others tell them apart. */
enum { GLOSS_FUZZY_PAIR = 37, GLOSS_FUZZY_VAIN_BITS = 15,
       GLOSS_FUZZY_TAG_BITS = GLOSS_FUZZY_PAIR - GLOSS_FUZZY_VAIN_BITS };
static inline uint64_t gloss_fuzzy_pair(gloss_fuzzy_known first,
                                        gloss_fuzzy_known next, bool gap) {
  uint64_t pair = first >> GLOSS_FUZZY_NUMBER << 19 |
                  next >> GLOSS_FUZZY_NUMBER << 1 | gap;
  return pair * UINT64_C(0x9E3779B97F4A7C15) &
         ((UINT64_C(1) << GLOSS_FUZZY_PAIR) - 1);
}
static inline uint32_t *gloss_fuzzy_memo_vain(const gloss_fuzzy_memo *memo,
                                              uint64_t pair) {
  return memo->vain + (pair >> GLOSS_FUZZY_TAG_BITS);
}
static inline uint32_t gloss_fuzzy_tag(uint64_t pair) { /* never 0 */
  return ((uint32_t)pair & ((UINT32_C(1) << GLOSS_FUZZY_TAG_BITS) - 1)) + 1;
}
/* Begins an entry of a key that is not known yet; gives the one begun last one
** reach more, parts last; and makes it known. false, or UNKNOWN: no memory. */
bool gloss_fuzzy_memo_begin(gloss_fuzzy_memo *memo, uint64_t key);
bool gloss_fuzzy_memo_add(gloss_fuzzy_memo *memo, gloss_fuzzy_reach reach);
gloss_fuzzy_known gloss_fuzzy_memo_end(gloss_fuzzy_memo *memo);

#endif

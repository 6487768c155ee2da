/* word_table.h - words and what is known of each: one bit a list.
**
** A word written in lower case stands for all its spellings; one with a
** capital only for itself. Apostrophes are one: U+2019 is looked up as "'".
** Words are at most GLOSS_MAX_WORD bytes; a longer one is in no table. */
#ifndef GLOSS_LANGUAGE_WORD_TABLE_H
#define GLOSS_LANGUAGE_WORD_TABLE_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

enum { GLOSS_MAX_WORD = 63 };

typedef struct gloss_word {
  const char *bytes;
  uint64_t lists; /* 1 << field of each list that holds it */
  uint64_t cuts;  /* of a word that is cut: 1 << byte offset of each cut */
  uint32_t len, hash;
} gloss_word;

typedef struct gloss_word_table {
  gloss_word *slots; /* a power of two, at most half of it used */
  uint32_t mask, count;
} gloss_word_table;

/* Adds bits to a word (made when new). NULL: no memory. */
gloss_word *gloss_word_add(gloss_word_table *table, gloss_arena *arena,
                           const char *bytes, size_t len, uint64_t lists);
/* The lists that hold a word of a text, in any spelling it stands for. */
uint64_t gloss_word_lists(const gloss_word_table *table, const char *bytes,
                          size_t len);
/* The record of a word spelled so (lower case, or as written), or NULL. */
const gloss_word *gloss_word_find(const gloss_word_table *table,
                                  const char *bytes, size_t len);
bool gloss_word_table_copy(gloss_word_table *to, gloss_arena *arena,
                           const gloss_word_table *from);
/* Writes the lower-case form of `len` bytes into `out` (GLOSS_MAX_WORD + 1
** bytes). Its length; 0 where it does not fit. */
size_t gloss_word_lower(char *out, const char *bytes, size_t len);

#endif

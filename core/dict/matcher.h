/* matcher.h - where the aliases of a dictionary stand in a text. */
#ifndef GLOSS_DICT_MATCHER_H
#define GLOSS_DICT_MATCHER_H

#include "base/arena.h"
#include "dict/fuzzy_memo.h"
#include "gloss.h"

/* The room that a match takes, with what it learns of words that are not plain
** ASCII: for any text and dictionary, one after the other. */
typedef struct gloss_dict_room gloss_dict_room;
gloss_dict_room *gloss_dict_room_new(void); /* NULL: no memory */
void gloss_dict_room_free(gloss_dict_room *room); /* NULL is fine */

typedef struct gloss_match_input {
  const char *text; /* valid UTF-8 */
  size_t len;
  const gloss_span *masks; /* sorted, apart */
  size_t mask_count;
  unsigned flags;          /* GLOSS_ALL_HITS */
  gloss_fuzzy_memo *memo;  /* of this thread; NULL: for this text alone */
  gloss_dict_room *room;   /* the same */
} gloss_match_input;

/* As gloss_dict_find; the arrays lie in the arena. GLOSS_NO_MEMORY. */
bool gloss_dict_match(const gloss_dict *dict, const gloss_match_input *input,
                      gloss_arena *arena, gloss_hits *out, gloss_error *err);

#endif

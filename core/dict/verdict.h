/* verdict.h - which of the places that a hash points out are hits.
**
** Takes keys in the order of their start, shorter ones first; compares the
** text with the aliases; then applies the policy: leftmost-longest, or all. */
#ifndef GLOSS_DICT_VERDICT_H
#define GLOSS_DICT_VERDICT_H

#include "base/arena.h"
#include "dict/dict.h"

typedef struct gloss_found {
  uint32_t start, end, place; /* bytes of the text; place in the heap */
  bool inside;                /* an end lies inside a run of letters, digits */
} gloss_found;

/* Text in which an entity, or GLOSS_NO_ENTITY: all, shall not be found. */
typedef struct gloss_ban {
  uint32_t start, end, entity;
} gloss_ban;

enum { GLOSS_FOUND_ROOM = 512 };

typedef struct gloss_verdict {
  const gloss_dict *dict;
  const char *text;
  bool all;
  uint32_t taken; /* text before this belongs to hits */
  size_t found_count;
  gloss_hit *hits;
  uint32_t *candidates;
  gloss_ban *bans;
  gloss_ban *walls; /* all bans of the text, where some names have edits */
  size_t hit_count, hit_room, candidate_count, candidate_room, ban_count,
      ban_room, wall_count, wall_room;
  gloss_found found[GLOSS_FOUND_ROOM];
} gloss_verdict;

void gloss_verdict_start(gloss_verdict *verdict, const gloss_dict *dict,
                         const char *text, bool all);
void gloss_verdict_free(gloss_verdict *verdict);
/* Makes room for all keys of one start. false: no memory. */
bool gloss_verdict_room(gloss_verdict *verdict);
/* Adds a key; there must be room. */
static inline void gloss_verdict_add(gloss_verdict *v, uint32_t start,
                                     uint32_t end, uint32_t place,
                                     bool inside) {
  v->found[v->found_count++] = (gloss_found){ start, end, place, inside };
  __builtin_prefetch(v->dict->heap + (size_t)place * 8);
  __builtin_prefetch(v->dict->heap + (size_t)place * 8 + 32);
}
/* Decides on all that was added. false: no memory. */
bool gloss_verdict_settle(gloss_verdict *verdict);
/* Lets excludes take what is theirs; all was settled. */
void gloss_verdict_close(gloss_verdict *verdict);
/* For fuzzy_hits.c: one more of each; false: no memory. The candidates of a
** hit are those from `first` on. */
bool gloss_verdict_add_candidate(gloss_verdict *verdict, uint32_t alias);
bool gloss_verdict_add_hit(gloss_verdict *verdict, uint32_t start,
                           uint32_t end, uint32_t edits, size_t first);
/* An array with room for one more; NULL: no memory, the old one is kept. */
void *gloss_verdict_widen(void *rows, size_t count, size_t *room, size_t size);
/* The hits, copied into the arena. */
bool gloss_verdict_finish(gloss_verdict *verdict, gloss_arena *arena,
                          gloss_hits *out);

#endif

/* fuzzy_hits.h - hits with edits, until those without are known.
**
** A hit without edits always wins: one with edits that shares text with it, or
** with what an exclude has taken, is dropped. */
#ifndef GLOSS_DICT_FUZZY_HITS_H
#define GLOSS_DICT_FUZZY_HITS_H

#include "dict/verdict.h"

typedef struct gloss_fuzzy_find {
  uint32_t start, end, edits, alias, entity;
} gloss_fuzzy_find;

/* What was looked at last, since it comes by several ways. */
enum { GLOSS_FUZZY_RECENT = 8 };
typedef struct gloss_fuzzy_place {
  uint32_t start, end, place;
} gloss_fuzzy_place;

typedef struct gloss_fuzzy_hits {
  const gloss_dict *dict;
  const char *text;
  const gloss_verdict *verdict; /* the hits without edits */
  size_t passed;                /* of these, that end before what is asked */
  gloss_fuzzy_find *finds;
  size_t count, room;
  unsigned next; /* of recent, which is written round */
  gloss_fuzzy_place recent[GLOSS_FUZZY_RECENT];
} gloss_fuzzy_hits;

void gloss_fuzzy_hits_start(gloss_fuzzy_hits *hits, const gloss_dict *dict,
                            const char *text, const gloss_verdict *verdict);
void gloss_fuzzy_hits_free(gloss_fuzzy_hits *hits);
/* Is the text at `at` hit without edits, for sure? Asked in its order. Where
** all hits are wanted, excludes may still take some away. */
static inline bool gloss_fuzzy_hits_taken(gloss_fuzzy_hits *f, uint32_t at) {
  const gloss_verdict *v = f->verdict;
  if (v->all) return false;
  while (f->passed < v->hit_count && v->hits[f->passed].end <= at) f->passed++;
  return f->passed < v->hit_count && v->hits[f->passed].start <= at;
}
/* How many edits lie between the alias at a place of the heap and a text; 0 or
** less: it is not that alias with edits. */
int gloss_fuzzy_hits_edits(const gloss_dict *dict, uint32_t place,
                           const char *text, size_t len);
/* Keeps an alias for which this has given its edits; false: no memory. */
bool gloss_fuzzy_hits_put(gloss_fuzzy_hits *hits, gloss_fuzzy_find find);
/* The same for one of which it is not known yet. */
bool gloss_fuzzy_hits_add(gloss_fuzzy_hits *hits, gloss_fuzzy_place place,
                          bool inside);
/* Puts them among the hits of a verdict that is settled. false: no memory. */
bool gloss_fuzzy_hits_join(gloss_fuzzy_hits *hits, gloss_verdict *verdict);

#endif

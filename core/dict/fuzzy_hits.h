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
  gloss_fuzzy_find *finds;
  size_t count, room;
  unsigned next; /* of recent, which is written round */
  gloss_fuzzy_place recent[GLOSS_FUZZY_RECENT];
} gloss_fuzzy_hits;

void gloss_fuzzy_hits_start(gloss_fuzzy_hits *hits, const gloss_dict *dict,
                            const char *text);
void gloss_fuzzy_hits_free(gloss_fuzzy_hits *hits);
/* Keeps the alias at a place of the heap if the text is it with edits. false:
** no memory. */
bool gloss_fuzzy_hits_add(gloss_fuzzy_hits *hits, uint32_t start, uint32_t end,
                          uint32_t place, bool inside);
/* Puts them among the hits of a verdict that is settled. false: no memory. */
bool gloss_fuzzy_hits_join(gloss_fuzzy_hits *hits, gloss_verdict *verdict);

#endif

/* token_list.h - the tokens of a document as columns.
**
** The columns are of malloc, not of an arena, so that long ones can grow
** without a copy; a workspace takes them back. */
#ifndef GLOSS_TOKENISE_TOKEN_LIST_H
#define GLOSS_TOKENISE_TOKEN_LIST_H

#include "gloss.h"

#include <string.h>

typedef struct gloss_token_list {
  uint32_t *starts, *ends;
  uint8_t *kinds, *flags, *rules;
  size_t count, room;
  /* Tokens at which a sentence may end, by number, in order. */
  uint32_t *marks;
  size_t mark_count, mark_room;
} gloss_token_list;

/* Room for `more` tokens, and as many marks. false: no memory; the list is as
** it was. */
bool gloss_token_list_widen(gloss_token_list *list, size_t more);
static inline bool gloss_token_list_reserve(gloss_token_list *list,
                                            size_t more) {
  return (list->room - list->count >= more &&
          list->mark_room - list->mark_count >= more) ||
         gloss_token_list_widen(list, more);
}
void gloss_token_list_clear(gloss_token_list *list); /* keeps its room */
void gloss_token_list_free(gloss_token_list *list);

/* A sentence may end behind token `token`, which is not before those marked
** already; there must be room. */
static inline void gloss_token_list_mark(gloss_token_list *list,
                                         size_t token) {
  size_t last = list->mark_count;
  if (last == 0 || list->marks[last - 1] != token)
    list->marks[list->mark_count++] = (uint32_t)token;
}

/* Whether all bytes of text[start, end) are below 0x80. */
static inline bool gloss_all_ascii(const char *text, size_t start,
                                   size_t end) {
  uint64_t eight;
  for (; end - start >= sizeof eight; start += sizeof eight) {
    memcpy(&eight, text + start, sizeof eight);
    if ((eight & 0x8080808080808080u) != 0) return false;
  }
  for (; start < end; start++)
    if ((unsigned char)text[start] >= 0x80) return false;
  return true;
}

/* Adds a token; there must be room. */
static inline void gloss_token_list_add(gloss_token_list *list, size_t start,
                                        size_t end, gloss_kind kind,
                                        unsigned flags, unsigned rule) {
  size_t i = list->count++;
  list->starts[i] = (uint32_t)start;
  list->ends[i] = (uint32_t)end;
  list->kinds[i] = (uint8_t)kind;
  list->flags[i] = (uint8_t)flags;
  list->rules[i] = (uint8_t)rule;
}

#endif

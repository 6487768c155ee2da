/* token_list.c - the tokens of a document as columns. */
#include "tokenise/token_list.h"

#include <stdlib.h>

/* Gives `*column` room for `count` items of `size` bytes. */
static bool widen(void *column, size_t size, size_t count) {
  void **at = column;
  void *wider = realloc(*at, size * count);
  if (wider == NULL) return false;
  *at = wider;
  return true;
}

static size_t next_room(size_t room, size_t needed) {
  size_t larger = room + room / 2;
  if (larger < 256) larger = 256;
  return larger < needed ? needed : larger;
}

bool gloss_token_list_widen(gloss_token_list *list, size_t more) {
  if (list->room - list->count < more) {
    size_t room = next_room(list->room, list->count + more);
    if (!widen(&list->starts, sizeof *list->starts, room) ||
        !widen(&list->ends, sizeof *list->ends, room) ||
        !widen(&list->kinds, sizeof *list->kinds, room) ||
        !widen(&list->flags, sizeof *list->flags, room) ||
        !widen(&list->rules, sizeof *list->rules, room))
      return false;
    list->room = room;
  }
  if (list->mark_room - list->mark_count < more) {
    size_t room = next_room(list->mark_room, list->mark_count + more);
    if (!widen(&list->marks, sizeof *list->marks, room)) return false;
    list->mark_room = room;
  }
  return true;
}

void gloss_token_list_clear(gloss_token_list *list) {
  list->count = 0;
  list->mark_count = 0;
}

void gloss_token_list_free(gloss_token_list *list) {
  free(list->starts);
  free(list->ends);
  free(list->kinds);
  free(list->flags);
  free(list->rules);
  free(list->marks);
  *list = (gloss_token_list){ 0 };
}

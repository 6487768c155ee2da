/* token_list.c - the tokens of a document as columns. */
#if defined(__linux__)
#define _DEFAULT_SOURCE /* madvise */
#include <sys/mman.h>
#endif

#include "tokenise/token_list.h"

#include <stdlib.h>

/* Columns from this size on lie in large pages where the system has them: the
** first touch of small ones would cost as much as the tokens. */
enum { LARGE_PAGE = 2 * 1024 * 1024 };

/* A large column, its `old_size` bytes taken over. NULL: no memory. */
static void *widen_large(void *old, size_t old_size, size_t size) {
  size_t rounded = (size + LARGE_PAGE - 1) & ~(size_t)(LARGE_PAGE - 1);
  void *wider = aligned_alloc(LARGE_PAGE, rounded);
  if (wider == NULL) return NULL;
#if defined(__linux__)
  madvise(wider, rounded, MADV_HUGEPAGE); /* a wish; it may be refused */
#endif
  if (old_size > 0) memcpy(wider, old, old_size);
  free(old);
  return wider;
}

/* Gives `*column` room for `count` items of `size` bytes; it has `used`. */
static bool widen(void *column, size_t size, size_t used, size_t count) {
  void **at = column;
  void *wider = size * count < LARGE_PAGE
                    ? realloc(*at, size * count)
                    : widen_large(*at, size * used, size * count);
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
    if (!widen(&list->starts, sizeof *list->starts, list->count, room) ||
        !widen(&list->ends, sizeof *list->ends, list->count, room) ||
        !widen(&list->kinds, sizeof *list->kinds, list->count, room) ||
        !widen(&list->flags, sizeof *list->flags, list->count, room) ||
        !widen(&list->rules, sizeof *list->rules, list->count, room))
      return false;
    list->room = room;
  }
  if (list->mark_room - list->mark_count < more) {
    size_t room = next_room(list->mark_room, list->mark_count + more);
    if (!widen(&list->marks, sizeof *list->marks, list->mark_count,
               room)) return false;
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

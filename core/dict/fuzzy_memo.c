/* fuzzy_memo.c - a table of words by hash, and what they may be. */
#include "dict/fuzzy_memo.h"

#include <stdlib.h>
#include <string.h>

/* Words or reaches at which all are forgotten: up to 5 MB. A window of text may
** add a few thousand; there are never as many as a slot can tell. */
enum { MOST_WORDS = 1 << 16, MOST_REACHES = 1 << 17, FIRST_ROOM = 1 << 11 };

gloss_fuzzy_memo *gloss_fuzzy_memo_new(void) {
  return calloc(1, sizeof(gloss_fuzzy_memo));
}

void gloss_fuzzy_memo_free(gloss_fuzzy_memo *memo) {
  if (memo == NULL) return;
  free(memo->entries);
  free(memo->reaches);
  free(memo->slots);
  free(memo->open.rows);
  free(memo->longer.rows);
  free(memo);
}

static gloss_fuzzy_known known_of(const gloss_fuzzy_memo *memo,
                                  size_t entry) {
  return (uint32_t)(entry + 1) |
         memo->entries[entry].kinds * GLOSS_FUZZY_KIND;
}

static void fill_slot(gloss_fuzzy_memo *memo, size_t entry) {
  const uint64_t low = GLOSS_FUZZY_KIND * 8 - 1;
  uint64_t key = memo->entries[entry].key;
  size_t mask = memo->room - 1, i = key & mask;
  while (memo->slots[i] != 0) i = (i + 1) & mask;
  memo->slots[i] = (key & ~low) | known_of(memo, entry);
}

/* Twice as many slots. */
static bool widen_slots(gloss_fuzzy_memo *memo) {
  size_t room = memo->room > 0 ? memo->room * 2 : FIRST_ROOM;
  uint64_t *wider = calloc(room, sizeof *wider);
  if (wider == NULL) return false;
  free(memo->slots);
  memo->slots = wider;
  memo->room = room;
  for (size_t i = 0; i < memo->count; i++) fill_slot(memo, i);
  return true;
}

static bool widen_reaches(gloss_fuzzy_memo *memo) {
  size_t room = memo->reach_room * 2 + 256;
  gloss_fuzzy_reach *wider = realloc(memo->reaches, room * sizeof *wider);
  if (wider == NULL) return false;
  memo->reaches = wider;
  memo->reach_room = room;
  return true;
}

bool gloss_fuzzy_memo_ready(gloss_fuzzy_memo *memo) {
  if (memo->reaches == NULL && !widen_reaches(memo)) return false;
  if (memo->room == 0) return widen_slots(memo);
  if (memo->count >= MOST_WORDS || memo->reach_count >= MOST_REACHES) {
    memset(memo->slots, 0, memo->room * sizeof *memo->slots);
    memo->count = memo->reach_count = 0;
  }
  return true;
}

bool gloss_fuzzy_memo_begin(gloss_fuzzy_memo *memo, uint64_t key) {
  if (memo->count == memo->entry_room) {
    size_t room = memo->entry_room * 2 + FIRST_ROOM / 2;
    gloss_fuzzy_entry *wider = realloc(memo->entries, room * sizeof *wider);
    if (wider == NULL) return false;
    memo->entries = wider;
    memo->entry_room = room;
  }
  if (memo->count * 2 >= memo->room && !widen_slots(memo)) return false;
  memo->entries[memo->count] =
      (gloss_fuzzy_entry){ key, (uint32_t)memo->reach_count, 0, 0, 0 };
  return memo->count + 1 < GLOSS_FUZZY_KIND;
}

bool gloss_fuzzy_memo_add(gloss_fuzzy_memo *memo, gloss_fuzzy_reach reach) {
  gloss_fuzzy_entry *entry = &memo->entries[memo->count];
  if (memo->reach_count == memo->reach_room && !widen_reaches(memo))
    return false;
  memo->reaches[memo->reach_count++] = reach;
  entry->count++;
  entry->kinds |= (uint8_t)(1u << reach.kind);
  return true;
}

gloss_fuzzy_known gloss_fuzzy_memo_end(gloss_fuzzy_memo *memo) {
  fill_slot(memo, memo->count);
  return known_of(memo, memo->count++);
}

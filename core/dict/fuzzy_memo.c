/* fuzzy_memo.c - a table of words by hash, and what they may be. */
#include "dict/fuzzy_memo.h"

#include <stdlib.h>
#include <string.h>

/* Words or reaches at which all are forgotten: up to 22 MB. It is so much only
** where many names may have two edits; with less, words would be looked up again
** and again, at many times the cost. A window of text may add a few thousand;
** there are never as many as a slot can tell. */
enum { MOST_WORDS = 1 << 17, MOST_REACHES = 1 << 20, FIRST_ROOM = 1 << 11 };

gloss_fuzzy_memo *gloss_fuzzy_memo_new(void) {
  return calloc(1, sizeof(gloss_fuzzy_memo));
}

void gloss_fuzzy_memo_free(gloss_fuzzy_memo *memo) {
  if (memo == NULL) return;
  free(memo->entries);
  free(memo->reaches);
  free(memo->slots);
  free(memo->vain);
  free(memo->open.rows);
  free(memo->longer.rows);
  free(memo->ends.rows);
  free(memo);
}

static void fill_slot(gloss_fuzzy_memo *memo, gloss_fuzzy_slot slot) {
  size_t mask = memo->room - 1, i = slot.key >> memo->shift;
  while (memo->slots[i].known != 0) i = (i + 1) & mask;
  memo->slots[i] = slot;
}

/* Twice as many slots. */
static bool widen_slots(gloss_fuzzy_memo *memo) {
  size_t old_room = memo->room, room = old_room > 0 ? old_room * 2 : FIRST_ROOM;
  gloss_fuzzy_slot *old = memo->slots, *wider = calloc(room, sizeof *wider);
  if (wider == NULL) return false;
  memo->slots = wider;
  memo->room = room;
  memo->shift = 64u - (unsigned)__builtin_ctzll(room);
  for (size_t i = 0; i < old_room; i++)
    if (old[i].known != 0) fill_slot(memo, old[i]);
  free(old);
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
  const size_t vain = (size_t)1 << GLOSS_FUZZY_VAIN_BITS;
  if (memo->reaches == NULL && !widen_reaches(memo)) return false;
  if (memo->vain == NULL) memo->vain = calloc(vain, sizeof *memo->vain);
  if (memo->vain == NULL) return false;
  if (memo->room == 0) return widen_slots(memo);
  if (memo->count >= MOST_WORDS || memo->reach_count >= MOST_REACHES) {
    memset(memo->slots, 0, memo->room * sizeof *memo->slots);
    memset(memo->vain, 0, vain * sizeof *memo->vain);
    memo->count = memo->reach_count = 0;
  }
  return true;
}

static bool widen_entries(gloss_fuzzy_memo *memo) {
  size_t room = memo->entry_room * 2 + FIRST_ROOM / 2;
  gloss_fuzzy_entry *wider = realloc(memo->entries, room * sizeof *wider);
  if (wider == NULL) return false;
  memo->entries = wider;
  memo->entry_room = room;
  return true;
}

bool gloss_fuzzy_memo_begin(gloss_fuzzy_memo *memo, uint64_t key) {
  if (memo->count == memo->entry_room && !widen_entries(memo)) return false;
  if (memo->count * 3 >= memo->room * 2 && !widen_slots(memo)) return false;
  memo->entries[memo->count] =
      (gloss_fuzzy_entry){ (uint32_t)memo->reach_count, 0, 0, 0 };
  memo->begun = (gloss_fuzzy_slot){
    key, (uint64_t)(memo->count + 1) << GLOSS_FUZZY_NUMBER
  };
  return memo->count + 1 < (size_t)1 << 18;
}

bool gloss_fuzzy_memo_add(gloss_fuzzy_memo *memo, gloss_fuzzy_reach reach) {
  gloss_fuzzy_entry *entry = &memo->entries[memo->count];
  if (entry->leads == UINT16_MAX || entry->parts == UINT16_MAX)
    return true; /* so many aliases are one word: the first will do */
  if (memo->reach_count == memo->reach_room && !widen_reaches(memo))
    return false;
  memo->reaches[memo->reach_count++] = reach;
  switch ((gloss_reach_kind)reach.kind) {
    case GLOSS_REACH_NAME: memo->begun.known |= GLOSS_FUZZY_NAME; break;
    case GLOSS_REACH_BEGINS: memo->begun.known |= reach.place; break;
    case GLOSS_REACH_PART: memo->begun.known |= GLOSS_FUZZY_PART; break;
  }
  if (reach.kind == GLOSS_REACH_PART) entry->parts++;
  else entry->leads++;
  return true;
}

gloss_fuzzy_known gloss_fuzzy_memo_end(gloss_fuzzy_memo *memo) {
  fill_slot(memo, memo->begun);
  memo->count++;
  return memo->begun.known;
}

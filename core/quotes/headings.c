/* headings.c - what headings report: "Roe: bridge is safe", a line alone, is
** what somebody says who speaks below. */
#include "quotes/quotes.h"
#include "quotes/reach.h"

#include <stdint.h>

/* ---- Who speaks ---------------------------------------------------------- */

/* A set of words. */
typedef struct word_set {
  const gloss_clause_word **slots; /* NULL: free */
  size_t count;                    /* a power of two */
} word_set;

static const gloss_clause_word **slot_of(const word_set *set,
                                         const gloss_clause_word *word) {
  uint32_t hash = (uint32_t)((uintptr_t)word >> 4) * 0x9E3779B1u;
  for (size_t at = hash ^ hash >> 15;; at++) {
    const gloss_clause_word **slot = &set->slots[at & (set->count - 1)];
    if (*slot == word || *slot == NULL) return slot;
  }
}

/* The last names of those who speak by a cue. */
static bool read_speakers(gloss_quotes *q, word_set *names) {
  const gloss_clauses *list = q->list;
  names->count = 16;
  while (names->count < 2 * (size_t)q->all.count) names->count *= 2;
  names->slots = gloss_arena_alloc(q->arena,
                                   names->count * sizeof *names->slots);
  if (names->slots == NULL) return false;
  for (int u = 1; u <= list->unit_count; u++) {
    int n = q->all.units[u].first;
    for (; n != 0; n = gloss_quotes_record(q, n)->next) {
      int last = gloss_quotes_record(q, n)->speaker.last;
      if (last != 0 && gloss_is(list, last, GLOSS_KIND_NAME))
        *slot_of(names, list->items[last].word) = list->items[last].word;
    }
  }
  return true;
}

/* ---- Headings ------------------------------------------------------------ */

/* The colon behind the name with which a unit begins; 0: none. */
static int colon_of(const gloss_clauses *list, const gloss_unit *unit) {
  int k = unit->first;
  int stop = k + gloss_lexicon_reach(list->lexicon, GLOSS_NUMBER_LABEL_WORDS);
  while (k < unit->last && k < stop && gloss_is(list, k, GLOSS_KIND_NAME)) k++;
  return k > unit->first && gloss_mark_of(list, k) == GLOSS_MARK_COLON ? k : 0;
}

/* Is unit `u` a line alone that may be a heading? */
static bool stands_alone(gloss_clauses *list, int u) {
  int most = gloss_lexicon_reach(list->lexicon, GLOSS_NUMBER_LABELLED_WORDS);
  return list->units[u].last - list->units[u].first < most &&
         u < list->unit_count && gloss_unit_begins_line(list, u) &&
         gloss_unit_begins_line(list, u + 1);
}

/* Adds what the heading says behind its colon. */
static void add_heading(gloss_quotes *q, int u, int colon) {
  const gloss_clauses *list = q->list;
  const gloss_unit *unit = &list->units[u];
  gloss_item_range content = gloss_reach_trim(list, colon + 1, unit->last);
  gloss_attribution *record;
  int n;
  if (content.last - content.first < 1) return;
  n = gloss_attribution_new(&q->all, q->arena);
  if (n == 0) {
    q->no_memory = true;
    return;
  }
  record = gloss_quotes_record(q, n);
  record->cue = (gloss_item_range){ colon, colon };
  record->class_number = GLOSS_CLASS_SAID;
  record->rule = GLOSS_QUOTE_HEADING;
  record->speaker = (gloss_speaker){ .first = unit->first, .last = colon - 1,
                                     .way = GLOSS_SPEAKER_SIGNED };
  record->content[0] = content;
  record->content_count = 1;
  record->stop = unit->last;
  gloss_attribution_prepend(&q->all, u, n);
  for (int k = unit->first; k <= unit->last; k++) {
    if (!gloss_is(list, k, GLOSS_KIND_QUOTE)) continue;
    q->items[k].owner = n;
    record->quoting = true;
  }
}

void gloss_quotes_headings(gloss_quotes *q) {
  gloss_clauses *list = q->list;
  word_set names = { NULL, 0 };
  for (int u = 1; u <= list->unit_count; u++) {
    int colon = colon_of(list, &list->units[u]);
    if (colon == 0 || !stands_alone(list, u)) continue;
    if (names.slots == NULL && !read_speakers(q, &names)) {
      q->no_memory = true;
      return;
    }
    if (*slot_of(&names, list->items[colon - 1].word) != NULL)
      add_heading(q, u, colon);
  }
}

/* surnames.c - names in full: by the word with which they end. */
#include "clauses/phrases.h"
#include "quotes/people.h"

#include <stdint.h>

/* ---- The index ----------------------------------------------------------- */

/* The slot of a word: its own, or the free one where it belongs. */
static gloss_surname *slot_of(const gloss_people *p,
                              const gloss_clause_word *word) {
  uint32_t hash = (uint32_t)((uintptr_t)word >> 4) * 0x9E3779B1u;
  for (size_t at = hash ^ hash >> 15;; at++) {
    gloss_surname *s = &p->surnames[at & (p->slots - 1)];
    if (s->word == word || s->word == NULL) return s;
  }
}

static bool is_name(const gloss_clauses *list, int k) {
  return gloss_is(list, k, GLOSS_KIND_NAME);
}

/* Lists the runs of names, from 1; how many they are, -1: no memory. */
static int list_runs(gloss_people *p) {
  const gloss_clauses *list = p->list;
  size_t room = (size_t)list->count + 1;
  int count = 0;
  p->runs = gloss_arena_raw(p->arena, room * sizeof *p->runs);
  if (p->runs == NULL) return -1;
  for (int k = 1; k <= list->count; k++) {
    int first = k;
    if (!is_name(list, k)) continue;
    k = gloss_people_end_of_run(list, k);
    p->runs[++count] = (gloss_name_run){ first, k, 0 };
  }
  gloss_arena_trim(p->arena, p->runs, room * sizeof *p->runs,
                   ((size_t)count + 1) * sizeof *p->runs);
  return count;
}

/* Puts a run behind the others of its last word. */
static void add_run(gloss_people *p, int number) {
  const gloss_clause_word *word = p->list->items[p->runs[number].last].word;
  gloss_surname *s = slot_of(p, word);
  s->word = word;
  if (s->last != 0) p->runs[s->last].next = number;
  else s->first = number;
  s->last = number;
}

/* Puts all names by their last word. false: no memory. */
static bool index_names(gloss_people *p) {
  int count = list_runs(p);
  p->slots = 16;
  while (count > 0 && p->slots < 2 * (size_t)count) p->slots *= 2;
  if (count >= 0)
    p->surnames = gloss_arena_alloc(p->arena, p->slots * sizeof *p->surnames);
  if (p->surnames == NULL) {
    p->no_memory = true;
    return false;
  }
  for (int run = 1; run <= count; run++) add_run(p, run);
  return true;
}

/* ---- Full names ---------------------------------------------------------- */

/* Does the name act: "Roe had left", "Roe argued"? */
static bool acts(const gloss_clauses *list, const gloss_naming *n) {
  int k = n->last + 1;
  if (gloss_is(list, k, GLOSS_KIND_AUXILIARY)) return true;
  return gloss_is(list, k, GLOSS_KIND_WORD) &&
         (gloss_verb_of(list, k) != NULL ||
          gloss_in(list, k, GLOSS_SET_PASTS) ||
          gloss_in(list, k, GLOSS_SET_ENDS_REGULAR));
}

/* Keeps the longest name of a surname, a person's before others, and what is
** known of its bearer. A name whose last word alone acts is a person's:
** "Gregor Maddox ... Maddox argued". */
static void keep(const gloss_clauses *list, gloss_surname *s, gloss_naming *n) {
  gloss_naming *known = s->fullest;
  bool single = n->first == n->last, full;
  if (known == NULL) {
    s->fullest = n;
    return;
  }
  full = known->last > known->first;
  if (!single && full &&
      list->items[known->first].word != list->items[n->first].word)
    return; /* another of that name */
  if (single && full && !known->sure && acts(list, n)) known->person = true;
  if (known->gender == 0) known->gender = n->gender;
  known->person = known->person || n->person;
  if (n->last - n->first > known->last - known->first &&
      !(known->person && full)) {
    if (n->gender == 0) n->gender = known->gender;
    n->person = known->person;
    s->fullest = n;
  }
}

gloss_naming *gloss_people_fullest(gloss_people *p,
                                   const gloss_clause_word *surname) {
  gloss_surname *s;
  if (surname == NULL || (p->surnames == NULL && !index_names(p))) return NULL;
  s = slot_of(p, surname);
  if (s->word == NULL || s->looked) return s->fullest;
  for (int run = s->first; run != 0; run = p->runs[run].next) {
    gloss_naming *n = gloss_people_at(p, p->runs[run].first);
    if (n != NULL) keep(p->list, s, n);
  }
  s->looked = true;
  return s->fullest;
}

/* ---- The name of a phrase ------------------------------------------------ */

/* What ends the head of a phrase: "the chief | of the fund". */
#define HEAD_ENDS                                                        \
  (GLOSS_KIND_PREPOSITION | GLOSS_KIND_POINT | GLOSS_KIND_SUBORDINATOR | \
   GLOSS_KIND_CONJUNCTION)

/* Does the head of a phrase end with item `k`? "the chief | of the fund", not
** "the Norby, Ohio-based fund". */
static bool ends_head(const gloss_clauses *list, int k) {
  return gloss_is(list, k + 1, HEAD_ENDS) &&
         !gloss_in(list, k + 2, GLOSS_SET_ENDS_PLACED);
}

/* May the item before `from` be part of the name that ends at `stop`: not "the
** Ohio-based | Norby Fund", but "the | Dockers' Union"? How many: 0, 1 or 2. */
static int more_of_name(const gloss_clauses *list, int from, int stop,
                        int first) {
  if (from <= first) return 0;
  if (is_name(list, from - 1))
    return !gloss_in(list, from - 1, GLOSS_SET_ENDS_PLACED);
  return from - 2 >= first && gloss_in(list, stop, GLOSS_SET_BODIES) &&
                 gloss_is(list, from - 1, GLOSS_KIND_POSSESSIVE) &&
                 (!gloss_in(list, from - 1, GLOSS_SET_CLITICS) ||
                  gloss_in(list, from - 2, GLOSS_SET_ROLES)) &&
                 is_name(list, from - 2)
             ? 2
             : 0;
}

gloss_item_range gloss_people_head(const gloss_clauses *list, int first,
                                   int last) {
  static const gloss_item_range none = { 0, 0 };
  int stop = first, from, more;
  while (stop < last && !ends_head(list, stop)) stop++;
  if (gloss_is(list, stop, GLOSS_KIND_OBJECT) && stop > first)
    stop--; /* Roe himself */
  if (!is_name(list, stop)) return none;
  from = stop;
  while ((more = more_of_name(list, from, stop, first)) > 0) from -= more;
  if (from == stop && gloss_people_is_common(list, stop)) return none;
  if (gloss_in(list, stop + 1, GLOSS_SET_OF) &&
      gloss_in(list, stop, GLOSS_SET_BODIES)) { /* the Union of Skippers */
    int whole = gloss_phrase_right(list, stop, last, false);
    if (is_name(list, whole)) stop = whole;
  }
  return (gloss_item_range){ from, stop };
}

/* The surname at item `k` as other places write it: ROE: is Roe. */
static const gloss_clause_word *surname_of(const gloss_clauses *list, int k) {
  const gloss_clause_word *word = list->items[k].word;
  char bytes[64];
  size_t len = word->text.len;
  if (len <= 2 || len > sizeof bytes) return word;
  for (size_t i = 0; i < len; i++) {
    char c = word->text.bytes[i];
    if (c >= 'a' && c <= 'z') return word;
    bytes[i] = i > 0 && c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
  }
  return gloss_clause_word_find(list, bytes, len);
}

gloss_span gloss_people_name(gloss_people *p, int first, int last) {
  gloss_naming own, *n = &own;
  if (!gloss_people_read_name(p->list, first, last, n))
    return (gloss_span){ 0, 0 };
  if (n->first == n->last) {
    gloss_naming *fullest =
        gloss_people_fullest(p, surname_of(p->list, n->last));
    if (fullest != NULL) n = fullest;
  }
  return gloss_items_span(p->list, n->first, n->last);
}

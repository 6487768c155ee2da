/* nouns.c - noun phrases that are roles. */
#include "roles/finder.h"

/* What a role is made of. */
#define INSIDE                                                        \
  (GLOSS_KIND_DETERMINER | GLOSS_KIND_WORD | GLOSS_KIND_NAME |        \
   GLOSS_KIND_NUMBER | GLOSS_KIND_POSSESSIVE)
/* Before a role: an article, "also". */
#define LEADING (GLOSS_KIND_DETERMINER | GLOSS_KIND_ADVERB)
/* Behind a noun that comes first: the envoyé | spécial. */
#define ADDED (GLOSS_KIND_WORD | GLOSS_KIND_ADVERB)

gloss_item_range gloss_role_bare(const gloss_clauses *list, int first,
                                 int last) {
  while (first <= last && gloss_is(list, first, LEADING)) first++;
  return first <= last ? (gloss_item_range){ first, last }
                       : (gloss_item_range){ 0, 0 };
}

bool gloss_role_noun(const gloss_role_finder *f, int k,
                     gloss_role_whose *whose) {
  const gloss_clauses *list = f->list;
  bool person = gloss_in(list, k, GLOSS_SET_OFFICE_PERSONS);
  bool common =
      gloss_is(list, k, GLOSS_KIND_WORD) ||
      gloss_lexicon_is(list->lexicon, GLOSS_LEXICON_CAPITAL_NOUNS);
  bool body = common && gloss_in(list, k, GLOSS_SET_OFFICE_BODIES);
  *whose = person && body ? GLOSS_ROLE_EITHER
           : body         ? GLOSS_ROLE_BODY
                          : GLOSS_ROLE_PERSON;
  return person || body;
}

/* ---- One role ------------------------------------------------------------ */

/* The same in a language where the noun comes first: l'ancien envoyé
** spécial. */
static bool head_first(const gloss_role_finder *f, int first, int last,
                       gloss_told_role *role) {
  const gloss_clauses *list = f->list;
  int at = first, stop;
  bool past = false;
  while (at < last && (gloss_is(list, at, LEADING) ||
                       gloss_in(list, at, GLOSS_SET_OFFICE_PAST))) {
    past = past || gloss_in(list, at, GLOSS_SET_OFFICE_PAST);
    at++;
  }
  *role = (gloss_told_role){ .first = at, .past = past };
  if (!gloss_role_noun(f, at, &role->whose) ||
      gloss_in(list, at - 1, GLOSS_SET_OFFICE_COMING))
    return false;
  stop = at;
  while (stop < last && gloss_is(list, stop + 1, ADDED)) stop++;
  role->last = stop;
  return true;
}

/* Sets what a possessive says that a role is of, and finds where the role
** begins; 0: it is no one phrase. */
static int behind_owner(const gloss_role_finder *f, int first, int last,
                        gloss_told_role *role) {
  const gloss_clauses *list = f->list;
  int at = first;
  for (int k = first; k <= last; k++) {
    if (gloss_is(list, k, GLOSS_KIND_POSSESSIVE)) {
      role->of = gloss_role_bare(list, first, k - 1);
      at = k + 1;
    } else if (gloss_is(list, k, GLOSS_KIND_DETERMINER) && k > at) {
      return 0;
    } else if (k < last && gloss_in(list, k, GLOSS_SET_OFFICE_NAMING)) {
      role->of = (gloss_item_range){ 0, 0 };
      at = k + 1;                         /* Norland names | fund chief */
    }
  }
  return at;
}

/* "Finance Ministry | spokesman": behind the names before a role's words,
** which are what it is of. */
static int behind_names(const gloss_role_finder *f, int at, int last) {
  const gloss_clauses *list = f->list;
  int stop = at;
  if (gloss_is(list, last, GLOSS_KIND_WORD)) {
    while (stop < last && gloss_is(list, stop, GLOSS_KIND_NAME)) stop++;
  } else {
    uint32_t end = gloss_role_entity_end(f, at, at);
    while (stop < last && list->items[stop].end <= end) stop++;
  }
  return stop;
}

bool gloss_role_read(const gloss_role_finder *f, int first, int last,
                     gloss_told_role *role) {
  const gloss_clauses *list = f->list;
  int at;
  if (gloss_lexicon_is(list->lexicon, GLOSS_LEXICON_HEAD_FIRST))
    return head_first(f, first, last, role);
  *role = (gloss_told_role){ .last = last };
  if (!gloss_role_noun(f, last, &role->whose)) return false;
  at = behind_owner(f, first, last, role);
  if (at == 0) return false;
  for (; at < last; at++) {
    bool past = gloss_in(list, at, GLOSS_SET_OFFICE_PAST);
    if (gloss_in(list, at, GLOSS_SET_OFFICE_COMING)) return false;
    if (!past && !gloss_is(list, at, GLOSS_KIND_DETERMINER)) break;
    role->past = role->past || past;
  }
  role->first = behind_names(f, at, last);
  if (role->first > at && role->of.first == 0)
    role->of = (gloss_item_range){ at, role->first - 1 };
  return true;
}

/* ---- What it is of ------------------------------------------------------- */

int gloss_role_end_of(const gloss_role_finder *f, int k, int b) {
  const gloss_clauses *list = f->list;
  int reach = k + gloss_role_reach(f, GLOSS_NUMBER_OFFICE_OF_WORDS);
  int last = gloss_phrase_right(list, k, reach < b ? reach : b, false);
  uint32_t end;
  if (last == 0) return 0;
  if (gloss_in(list, last + 1, GLOSS_SET_FOR) &&
      gloss_is(list, last, GLOSS_KIND_NAME) &&
      gloss_in(list, last, GLOSS_SET_BODIES) && last + 2 <= b &&
      gloss_is(list, last + 2, GLOSS_KIND_NAME)) /* Institute | for Trade */
    last = gloss_phrase_right(list, last + 2, b, false);
  end = gloss_role_entity_end(f, k, last);
  while (last < b && list->items[last + 1].start < end) last++;
  return last;
}

/* "of the fund", "at the bank", "to Norland" behind a role; the item behind. */
static int extend(const gloss_role_finder *f, gloss_told_role *role, int b) {
  const gloss_clauses *list = f->list;
  int k = role->last + 1;
  while (k < b && gloss_in(list, k, GLOSS_SET_OFFICE_OF)) {
    int last = gloss_role_end_of(f, k + 1, b);
    if (last == 0) break;
    if (gloss_is(list, k + 1, GLOSS_KIND_DETERMINER) ||
        gloss_is(list, last, GLOSS_KIND_NAME) ||
        !gloss_in(list, k, GLOSS_SET_OF)) {
      if (role->of.first == 0) role->of = gloss_role_bare(list, k + 1, last);
      return last + 1;
    }
    role->last = last;                                 /* head of lending */
    k = last + 1;
  }
  return k;
}

/* ---- Several ------------------------------------------------------------- */

/* The last item of the words that may be a role from `k` on; 0: none. */
static int end_of_words(const gloss_role_finder *f, int k, int b) {
  const gloss_clauses *list = f->list;
  bool first = gloss_lexicon_is(list->lexicon, GLOSS_LEXICON_HEAD_FIRST);
  int stop = k + gloss_role_reach(f, GLOSS_NUMBER_OFFICE_WORDS), last = k;
  if (gloss_is(list, k, GLOSS_KIND_ADVERB) &&
      gloss_in(list, k, GLOSS_SET_OFFICE_PAST))
    last = k + 1;
  if (!gloss_is(list, last, INSIDE)) return 0;
  while (last < b && last < stop &&
         gloss_is(list, last + 1, INSIDE) &&
         !(first && gloss_in(list, last + 1, GLOSS_SET_OFFICE_OF)))
    last++;
  return last;
}

void gloss_role_phrase(const gloss_role_finder *f, int k, int b,
                       gloss_role_list *found) {
  const gloss_clauses *list = f->list;
  int most = gloss_role_reach(f, GLOSS_NUMBER_OFFICES);
  if (most > GLOSS_MOST_ROLES) most = GLOSS_MOST_ROLES;
  found->count = 0;
  found->stop = k;
  while (k <= b && found->count < most) {
    gloss_told_role *role = &found->roles[found->count];
    int last = end_of_words(f, k, b);
    if (last == 0 || !gloss_role_read(f, k, last, role)) return;
    found->stop = k = extend(f, role, b);
    if (found->count++ > 0 && role[-1].of.first == 0) role[-1].of = role->of;
    if (gloss_mark_of(list, k) == GLOSS_MARK_COMMA) k++;
    if (!gloss_in(list, k, GLOSS_SET_OFFICE_JOINS)) return;
    k++;
  }
}

/* pronouns.c - who a pronoun stands for. */
#include "clauses/phrases.h"
#include "quotes/people.h"

/* ---- The people of a unit ------------------------------------------------ */

/* The person whom the noun phrase at item `k` means without a name: "a
** docker". "His lawyer, Ann Roe" is the name's. false: nobody. */
static bool read_common(const gloss_people *p, int k, const gloss_unit *unit,
                        gloss_naming *n) {
  const gloss_clauses *list = p->list;
  int reach =
      k + gloss_lexicon_reach(list->lexicon, GLOSS_NUMBER_COMMON_WORDS);
  int last, behind;
  if (gloss_lexicon_is(list->lexicon, GLOSS_LEXICON_CAPITAL_NOUNS))
    return false;
  if (reach > unit->last) reach = unit->last;
  last = gloss_phrase_right(list, k, reach, false);
  if (last == 0 || last == k) return false;
  *n = (gloss_naming){
    .first = k, .last = last, .person = true, .sure = true, .common = true
  };
  if (p->offices != NULL) n->holder = gloss_offices_holder(p->offices, k, last);
  if (n->holder != NULL) {
    n->gender = gloss_office_gender(p->offices, n->holder);
    return true;
  }
  if (gloss_in(list, k, GLOSS_SET_DEFINITE) ||
      !gloss_is(list, last, GLOSS_KIND_WORD))
    return false; /* "the docker" was named before */
  if (!gloss_people_noun(list, last, &n->gender)) return false;
  behind =
      gloss_mark_of(list, last + 1) == GLOSS_MARK_COMMA ? last + 2 : last + 1;
  return !gloss_is(list, behind, GLOSS_KIND_NAME);
}

/* The one who is named at item `*k`, which goes to the end of a name; NULL. */
static gloss_naming *named_at(gloss_people *p, int *k, const gloss_unit *unit) {
  gloss_naming common;
  if (gloss_is(p->list, *k, GLOSS_KIND_NAME)) {
    int first = *k;
    *k = gloss_people_end_of_run(p->list, first);
    return gloss_people_at(p, first);
  }
  if (gloss_is(p->list, *k, GLOSS_KIND_DETERMINER) &&
      read_common(p, *k, unit, &common))
    return gloss_people_keep(p, common);
  return NULL;
}

/* Who is named in unit `u`, in text order. */
static const gloss_unit_names *people_of(gloss_people *p, int u) {
  gloss_unit_names *of = &p->of_unit[u];
  const gloss_unit *unit = &p->list->units[u];
  size_t room = (size_t)(unit->last - unit->first) + 1;
  if (of->looked) return of;
  of->looked = true;
  of->list = gloss_arena_raw(p->arena, room * sizeof *of->list);
  if (of->list == NULL) {
    p->no_memory = true;
    return of;
  }
  for (int k = unit->first; k <= unit->last; k++) {
    gloss_naming *n = named_at(p, &k, unit);
    if (n == NULL) continue;
    n->unit = u;
    of->list[of->count++] = n;
  }
  gloss_arena_trim(p->arena, of->list, room * sizeof *of->list,
                   (size_t)of->count * sizeof *of->list);
  return of;
}

/* ---- Pronouns ------------------------------------------------------------ */

typedef enum fitness { NO, PERHAPS, YES } fitness;

/* Can it be a man (m), a woman (f)? */
static fitness fits(gloss_people *p, const gloss_naming *n, char gender) {
  const gloss_naming *fuller = NULL;
  char own;
  if (n->sure && !n->person) return NO;
  if (n->gender != 0) return n->gender == gender ? YES : NO;
  /* what else the text says of that surname; a full name learns it, too */
  if (!n->common)
    fuller = gloss_people_fullest(p, p->list->items[n->last].word);
  if (fuller == NULL || n->first < n->last) fuller = n;
  own = n->gender != 0 ? n->gender : fuller->gender;
  if (own != 0) return own == gender ? YES : NO;
  return fuller->person || n->person ? YES : PERHAPS;
}

/* Does the same pronoun stand before item `stop` as the unit's subject? Then
** the names of the unit are others': "He met Ann Low. He said ..." */
static bool goes_on(const gloss_clauses *list, const gloss_unit *unit, int stop,
                    char gender) {
  for (int i = unit->first; i <= unit->last && i < stop; i++) {
    if (gloss_is(list, i, GLOSS_KIND_NAME)) return false;
    if (gloss_is(list, i, GLOSS_KIND_PRONOUN))
      return gloss_lexeme_of(list, i)->personal == gender;
  }
  return false;
}

/* The first of unit `u` before item `stop` that fits; where none does,
** `*perhaps` is the first that may, unless one is known. */
static gloss_naming *fitting(gloss_people *p, int u, int stop, char gender,
                             gloss_naming **perhaps) {
  const gloss_unit_names *of = people_of(p, u);
  gloss_naming *may = NULL;
  for (int i = 0; i < of->count && of->list[i]->first < stop; i++) {
    fitness fit = fits(p, of->list[i], gender);
    if (fit == YES) return of->list[i];
    if (fit == PERHAPS && may == NULL) may = of->list[i];
  }
  if (*perhaps == NULL) *perhaps = may;
  return NULL;
}

gloss_naming *gloss_people_resolve(gloss_people *p, int k, int unit,
                                   char gender, bool *sure) {
  const gloss_clauses *list = p->list;
  gloss_naming *perhaps = NULL;
  int back = gloss_lexicon_reach(list->lexicon, GLOSS_NUMBER_PRONOUN_UNITS);
  int chain = gloss_lexicon_reach(list->lexicon, GLOSS_NUMBER_PRONOUN_CHAIN);
  *sure = true;
  for (int u = unit; u >= 1 && back >= 0 && unit - u <= chain; u--) {
    gloss_naming *found;
    if (goes_on(list, &list->units[u], k, gender)) continue;
    back--;
    found = fitting(p, u, k, gender, &perhaps);
    if (found != NULL) return found;
  }
  *sure = false;
  return perhaps;
}

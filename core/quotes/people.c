/* people.c - the names of a text, and what is told of those who bear them. */
#include "quotes/people.h"

#include "clauses/phrases.h"

bool gloss_people_read(gloss_people *p, gloss_clauses *list,
                       const gloss_known_rows *entities,
                       const gloss_known_rows *names,
                       const gloss_offices *offices) {
  size_t items = (size_t)list->count + 1, units = (size_t)list->unit_count + 1;
  *p = (gloss_people){ .list = list,
                       .entities = entities,
                       .names = names,
                       .offices = offices,
                       .arena = list->arena };
  p->made = gloss_arena_alloc(p->arena, items * sizeof *p->made);
  p->of_unit = gloss_arena_alloc(p->arena, units * sizeof *p->of_unit);
  return p->made != NULL && p->of_unit != NULL;
}

/* ---- Names --------------------------------------------------------------- */

static bool is_name(const gloss_clauses *list, int k) {
  return gloss_is(list, k, GLOSS_KIND_NAME);
}

bool gloss_people_is_common(const gloss_clauses *list, int k) {
  return gloss_lexicon_is(list->lexicon, GLOSS_LEXICON_CAPITAL_NOUNS) &&
         gloss_is(list, k - 1, GLOSS_KIND_DETERMINER);
}

/* Is the name item `k` the verb with which a sentence begins: "Asked if"? */
static bool is_participle(const gloss_clauses *list, int k) {
  const gloss_verb_form *form = gloss_verb_of(list, k);
  return form != NULL && list->items[k].begins &&
         (form->flags & (GLOSS_FORM_PAST | GLOSS_FORM_ING)) != 0 &&
         gloss_is(list, k + 1,
                  GLOSS_KIND_PREPOSITION | GLOSS_KIND_SUBORDINATOR);
}

/* What the given name at item `k` tells; 0: nothing. */
static char of_given_name(const gloss_clauses *list, int k) {
  if (gloss_in(list, k, GLOSS_SET_MEN)) return 'm';
  return gloss_in(list, k, GLOSS_SET_WOMEN) ? 'f' : 0;
}

/* Does a title end with item `k` that is no role alone, before a full name:
** "Chief Executive | Ann Roe", but not "Executive | Board"? */
static bool ends_title(const gloss_clauses *list, int k, int last) {
  return gloss_in(list, k, GLOSS_SET_TITLE_ENDS) && k + 1 < last &&
         !gloss_in(list, k + 1, GLOSS_SET_BODIES) &&
         !gloss_in(list, last, GLOSS_SET_BODIES);
}

/* Leaves out the titles and roles before a name: "Finance Minister | Ann
** Low". */
static void leave_out_titles(const gloss_clauses *list, gloss_naming *n) {
  for (int k = n->last - 1; k >= n->first; k--) {
    char title = gloss_lexeme_of(list, k)->title;
    if (title == 0 && !gloss_in(list, k, GLOSS_SET_OFFICE_ROLES) &&
        !ends_title(list, k, n->last))
      continue;
    if (gloss_is(list, k + 1, GLOSS_KIND_POSSESSIVE)) break;
    n->gender = title;
    n->person = true;
    n->first = k + 1;
    break;
  }
  if (!gloss_lexicon_is(list->lexicon, GLOSS_LEXICON_CAPITAL_NOUNS)) return;
  for (int k = n->first + 1; k < n->last; k++) {
    if (of_given_name(list, k) == 0) continue;
    n->first = k; /* "Unterhändler | Daniel Roe" */
    break;
  }
}

bool gloss_people_read_name(const gloss_clauses *list, int first, int last,
                            gloss_naming *n) {
  *n = (gloss_naming){ .first = first, .last = last };
  leave_out_titles(list, n);
  if (n->first == last && gloss_in(list, last, GLOSS_SET_OFFICE_ROLES))
    return false;
  if (last > n->first && n->gender == 0) {
    n->gender = of_given_name(list, n->first);
    n->person = n->person || n->gender != 0;
  }
  return true;
}

/* ---- What stands beside them --------------------------------------------- */

bool gloss_people_noun(const gloss_clauses *list, int k, char *gender) {
  *gender = gloss_in(list, k, GLOSS_SET_MALE)     ? 'm'
            : gloss_in(list, k, GLOSS_SET_FEMALE) ? 'f'
                                                  : 0;
  return *gender != 0 || gloss_in(list, k, GLOSS_SET_OFFICE_ROLES) ||
         gloss_in(list, k, GLOSS_SET_HUMAN);
}

/* Takes what a noun beside a name tells. */
static void take_noun(const gloss_clauses *list, int k, char *gender,
                      bool *person) {
  char its;
  bool human = gloss_people_noun(list, k, &its);
  if (*gender == 0) *gender = its;
  *person = *person || human;
}

/* What the words beside a name tell of it: "spokeswoman | Ann Roe", "her son,
** | Paul Roe", "Ann Roe |, a mother of two", "Ann Roe |, 41,". */
static void look_beside(const gloss_clauses *list, gloss_naming *n) {
  int before = n->first - 1, k = n->last + 2;
  int stop = k + gloss_lexicon_reach(list->lexicon, GLOSS_NUMBER_TOLD_WORDS);
  char gender = 0;
  bool person = false;
  if (gloss_mark_of(list, before) == GLOSS_MARK_COMMA) before--;
  take_noun(list, before, &gender, &person);
  if (gloss_mark_of(list, k - 1) == GLOSS_MARK_COMMA) {
    if (gloss_is(list, k, GLOSS_KIND_NUMBER)) {
      unsigned behind = gloss_mark_of(list, k + 1);
      person =
          person || behind == GLOSS_MARK_COMMA || behind == GLOSS_MARK_STOP;
    } else if (gloss_is(list, k, GLOSS_KIND_DETERMINER)) {
      for (int i = k + 1; i <= stop && i <= list->count; i++) {
        if (gloss_is(list, i, GLOSS_KIND_POINT | GLOSS_KIND_PREPOSITION)) break;
        take_noun(list, i, &gender, &person);
      }
    }
  }
  if (n->gender == 0) n->gender = gender;
  n->person = n->person || person;
}

/* Does the name stand where places do: "near Low Fen"? */
static bool at_place(const gloss_clauses *list, const gloss_naming *n) {
  return gloss_in(list, n->first - 1, GLOSS_SET_PLACES_AT) &&
         !gloss_is(list, n->last + 1, GLOSS_KIND_POSSESSIVE);
}

/* Is what a layer says of a name a person? `*known`: does it say so? */
static bool is_person(const gloss_people *p, const gloss_naming *n,
                      bool *known) {
  const gloss_clauses *list = p->list;
  gloss_span span = gloss_items_span(list, n->first, n->last);
  size_t row = gloss_known_rows_over(p->entities, span.start, span.end);
  if (row != GLOSS_UNKNOWN_ROW)
    return gloss_known_row_person(p->entities, row, known);
  row = gloss_known_rows_over(p->names, list->items[n->last].start, span.end);
  return gloss_known_row_person(p->names, row, known);
}

/* ---- Runs of names ------------------------------------------------------- */

int gloss_people_end_of_run(const gloss_clauses *list, int k) {
  int stop = k + gloss_lexicon_reach(list->lexicon, GLOSS_NUMBER_NAME_WORDS);
  int last = k;
  while (last < stop && is_name(list, last + 1) &&
         !list->items[last + 1].begins)
    last++;
  return last;
}

gloss_naming *gloss_people_keep(gloss_people *p, gloss_naming n) {
  gloss_naming *copy = gloss_arena_copy(p->arena, &n, sizeof n);
  if (copy == NULL) p->no_memory = true;
  return copy;
}

/* Finds what `made` will hold for the name from item `first` on. */
static gloss_naming *make(gloss_people *p, int first) {
  const gloss_clauses *list = p->list;
  int last = gloss_people_end_of_run(list, first);
  bool known, person;
  gloss_naming n;
  if (first == last &&
      (gloss_people_is_common(list, first) || is_participle(list, first)))
    return NULL;
  if (!gloss_people_read_name(list, first, last, &n)) return NULL;
  person = is_person(p, &n, &known);
  look_beside(list, &n);
  if (known) {
    n.person = person;
    n.sure = true;
  } else if (!n.person && at_place(list, &n)) {
    n.sure = true;
  }
  return gloss_people_keep(p, n);
}

gloss_naming *gloss_people_at(gloss_people *p, int first) {
  if (p->made[first] == NULL) {
    gloss_naming *n = make(p, first);
    p->made[first] = n != NULL ? n : &p->nobody;
  }
  return p->made[first] == &p->nobody ? NULL : p->made[first];
}

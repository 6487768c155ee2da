/* forms.c - the forms in which news tell roles; each is a function below, with
** its example. */
#include "roles/finder.h"

/* ---- Before a name ------------------------------------------------------- */

static bool is_given_name(const gloss_clauses *list, int k) {
  return gloss_in(list, k, GLOSS_SET_MEN) || gloss_in(list, k, GLOSS_SET_WOMEN);
}

/* Adds the role that ends at item `k` of the run of capital words
** first..last. */
static void add_title(gloss_role_finder *f, int first, int k, int last) {
  const gloss_clauses *list = f->list;
  gloss_told_role role;
  int from = first;
  if (gloss_is(list, first - 1, GLOSS_KIND_POSSESSIVE)) {
    int left = gloss_phrase_left(list, first - 2, f->a);
    if (left != 0) from = left;
  }
  if (!gloss_role_read(f, from, k, &role))
    role = (gloss_told_role){ .first = first, .last = k,
                         .whose = GLOSS_ROLE_PERSON };
  if (gloss_in(list, from - 1, GLOSS_SET_OFFICE_PAST)) role.past = true;
  if (role.of.first == 0 && gloss_in(list, last + 1, GLOSS_SET_OF) &&
      gloss_is(list, last + 2, GLOSS_KIND_NAME)) {
    int end = gloss_role_end_of(f, last + 2, f->b);
    role.of = (gloss_item_range){ last + 2, end != 0 ? end : last + 2 };
  }
  gloss_role_add(f, (gloss_item_range){ k + 1, last }, &role, GLOSS_ROLE_TITLE);
}

/* Is the word at item `k` a title before a name: Secretary, but not Dr.? */
static bool is_title(const gloss_clauses *list, int k) {
  return gloss_in(list, k, GLOSS_SET_OFFICE_ROLES) &&
         !gloss_in(list, k, GLOSS_SET_OFFICE_DEGREES);
}

int gloss_role_title_inside(gloss_role_finder *f, int first, int last) {
  const gloss_clauses *list = f->list;
  int k = last - 1;
  if (gloss_in(list, last, GLOSS_SET_OFFICE_THINGS)) return first;
  while (k >= first && !is_title(list, k)) k--;
  if (k < first) return first;
  if (gloss_lexicon_is(list->lexicon, GLOSS_LEXICON_HEAD_FIRST) &&
      gloss_in(list, k + 1, GLOSS_SET_OFFICE_OF))
    return first;                               /* Präsidentin | der Bank */
  for (int i = first; i < k; i++)
    if (is_given_name(list, i)) return first;
  add_title(f, first, k, last);
  return k + 1;
}

/* Does a phrase begin with an article, or a unit, or hold a possessive? */
static bool is_opened(const gloss_role_finder *f, int first, int stop) {
  if (first == f->a || gloss_is(f->list, first, GLOSS_KIND_DETERMINER))
    return true;
  for (int k = first; k <= stop; k++)
    if (gloss_is(f->list, k, GLOSS_KIND_POSSESSIVE)) return true;
  return false;
}

void gloss_role_before(gloss_role_finder *f, gloss_item_range holder) {
  const gloss_clauses *list = f->list;
  gloss_role_rule rule = GLOSS_ROLE_TITLE;
  gloss_role_whose whose;
  gloss_told_role role;
  int stop = holder.first - 1, first;
  if (gloss_mark_of(list, stop) == GLOSS_MARK_COMMA) {
    stop--;
    rule = GLOSS_ROLE_BEFORE_COMMA;
    if (gloss_in(list, holder.last + 1, GLOSS_SET_AND)) return;
  }
  if (stop < f->a || !gloss_role_noun(f, stop, &whose)) return;
  first = gloss_phrase_left(list, stop, f->a);
  if (first == 0 ||
      (rule != GLOSS_ROLE_TITLE && !is_opened(f, first, stop)))
    return;
  if (gloss_role_read(f, first, stop, &role) && role.whose != GLOSS_ROLE_BODY)
    gloss_role_add(f, holder, &role, rule);
}

/* ---- Behind it ----------------------------------------------------------- */

int gloss_role_behind(const gloss_clauses *list, int k) {
  bool acronym = gloss_mark_of(list, k) == GLOSS_MARK_OPENING &&
                 gloss_mark_of(list, k + 2) == GLOSS_MARK_CLOSING;
  return acronym ? k + 3 : k;
}

void gloss_role_relative(gloss_role_finder *f, gloss_item_range holder,
                         int k) {
  const gloss_clauses *list = f->list;
  gloss_told_role role;
  gloss_slice name;
  int last;
  if (gloss_mark_of(list, k) == GLOSS_MARK_COMMA) k++;
  if (!gloss_in(list, k, GLOSS_SET_RELATIVES)) return;
  do k++;
  while (gloss_is(list, k, GLOSS_KIND_ADVERB));
  name = gloss_lexeme_of(list, k)->leads;
  last = k < f->b && name.len > 0 ? gloss_role_end_of(f, k + 1, f->b) : 0;
  if (last == 0 ||
      !gloss_is(list, k + 1, GLOSS_KIND_DETERMINER | GLOSS_KIND_NAME))
    return;
  role = (gloss_told_role){ .first = k, .last = k, .name = name,
                       .whose = GLOSS_ROLE_PERSON,
                       .of = gloss_role_bare(list, k + 1, last),
                       .past = gloss_in(list, k, GLOSS_SET_OFFICE_LED) };
  gloss_role_add(f, holder, &role, GLOSS_ROLE_RELATIVE);
}

/* What may end an apposition. */
#define ENDS                                                               \
  (GLOSS_KIND_POINT | GLOSS_KIND_SUBORDINATOR | GLOSS_KIND_AUXILIARY |     \
   GLOSS_KIND_PREPOSITION | GLOSS_KIND_QUOTE | GLOSS_KIND_TIME |           \
   GLOSS_KIND_WORD | GLOSS_KIND_CONJUNCTION)

/* The comma before an apposition, behind an age: Ann Roe, 41|, head; Anne Roux,
** 41 ans|, cheffe. */
static int comma_behind(const gloss_clauses *list, int k) {
  k = gloss_role_behind(list, k);
  if (!gloss_is(list, k + 1, GLOSS_KIND_NUMBER)) return k;
  if (gloss_mark_of(list, k + 2) == GLOSS_MARK_COMMA) return k + 2;
  return gloss_mark_of(list, k + 3) == GLOSS_MARK_COMMA ? k + 3 : k;
}

void gloss_role_apposition(gloss_role_finder *f, gloss_item_range holder) {
  const gloss_clauses *list = f->list;
  int comma = comma_behind(list, holder.last + 1);
  gloss_role_list found;
  if (gloss_mark_of(list, comma) != GLOSS_MARK_COMMA || comma >= f->b) return;
  gloss_role_phrase(f, comma + 1, f->b, &found);
  if (found.stop <= f->b && !gloss_is(list, found.stop, ENDS)) return;
  for (int i = 0; i < found.count; i++) {
    const gloss_told_role *role = &found.roles[i];
    bool article = gloss_is(list, comma + 1, GLOSS_KIND_DETERMINER) ||
                   gloss_is(list, role->first - 1, GLOSS_KIND_POSSESSIVE);
    if (role->whose == GLOSS_ROLE_PERSON || article)
      gloss_role_add(f, holder, role, GLOSS_ROLE_APPOSITION);
  }
  if (found.count > 0) gloss_role_relative(f, holder, found.stop);
}

void gloss_role_copula(gloss_role_finder *f, gloss_item_range holder) {
  const gloss_clauses *list = f->list;
  bool first = gloss_lexicon_is(list->lexicon, GLOSS_LEXICON_HEAD_FIRST);
  bool past, bare, article;
  int k = holder.last + 1;
  gloss_role_list found;
  if (gloss_mark_of(list, k) == GLOSS_MARK_COMMA)
    k++;                                     /* His friend, Roe|, is ... */
  if (!gloss_in(list, k, GLOSS_SET_OFFICE_BECOMING)) return;
  past = gloss_in(list, k, GLOSS_SET_OFFICE_WAS);
  bare = first || gloss_in(list, k, GLOSS_SET_OFFICE_BARE);
  k++;
  if (gloss_in(list, k, GLOSS_SET_OFFICE_NAMED)) {
    k++;
    past = false;
    bare = true;
  }
  article = gloss_is(list, k, GLOSS_KIND_DETERMINER);
  if (!bare && !article) return;
  gloss_role_phrase(f, k, f->b, &found);
  for (int i = 0; i < found.count; i++) {
    gloss_told_role *role = &found.roles[i];
    if (first && !article && role->whose != GLOSS_ROLE_PERSON) return;
    role->past = role->past || past;
    gloss_role_add(f, holder, role, GLOSS_ROLE_VERB);
  }
}

/* verb_forms.c - the forms in which news tell roles by clauses; each is a
** function below, with its example. */
#include "roles/finder.h"

/* Adds the roles of the phrase that begins at `k`. Without an article one of
** them is such where `bare`, or where it says what it is of: Ann Roe is | head
** of the fund. */
static void add_phrase(gloss_role_finder *f, gloss_item_range holder, int k,
                       gloss_role_rule rule, bool past, bool bare) {
  const gloss_clauses *list = f->list;
  bool first = gloss_lexicon_is(list->lexicon, GLOSS_LEXICON_HEAD_FIRST);
  bool article = gloss_is(list, k, GLOSS_KIND_DETERMINER);
  bool full = holder.last > holder.first;
  gloss_role_list found;
  if (!bare && !article && !full) return;
  gloss_role_phrase(f, k, f->b, &found);
  for (int i = 0; i < found.count; i++) {
    gloss_told_role *role = &found.roles[i];
    if (first && !article && role->whose != GLOSS_ROLE_PERSON) return;
    if (!bare && !article && role->of.first == 0) continue;
    role->past = role->past || past;
    gloss_role_add(f, holder, role, rule);
  }
}

/* ---- Verbs --------------------------------------------------------------- */

static int behind_adverbs(const gloss_clauses *list, int k) {
  while (gloss_role_is_adverb(list, k)) k++;
  return k;
}

/* became envoy; is the head of the fund; was named envoy; has been named envoy.
** It begins at item `k`. */
static void tell_copula(gloss_role_finder *f, gloss_item_range holder, int k,
                        gloss_role_rule rule) {
  const gloss_clauses *list = f->list;
  bool bare = gloss_lexicon_is(list->lexicon, GLOSS_LEXICON_HEAD_FIRST);
  bool has = gloss_in(list, k, GLOSS_SET_HAVE) &&
             gloss_in(list, k + 1, GLOSS_SET_BE);
  bool past = !has && gloss_in(list, k, GLOSS_SET_OFFICE_WAS);
  if (!has && !gloss_in(list, k, GLOSS_SET_OFFICE_BECOMING)) return;
  bare = bare || gloss_in(list, k, GLOSS_SET_OFFICE_BARE);
  k = behind_adverbs(list, has ? k + 2 : k + 1);
  if (gloss_in(list, k, GLOSS_SET_OFFICE_NAMED)) {
    k++;
    past = false;
    bare = true;
    if (gloss_in(list, k, GLOSS_SET_AS)) k++;
  } else if (has) {
    return;
  }
  add_phrase(f, holder, k, rule, past, bare);
}

/* serves as envoy; stepped down as head of the fund. It begins at item `k`. */
static void tell_service(gloss_role_finder *f, gloss_item_range holder, int k,
                         gloss_role_rule rule) {
  const gloss_clauses *list = f->list;
  bool leaves = gloss_in(list, k, GLOSS_SET_OFFICE_LEAVING);
  bool past = leaves || gloss_in(list, k, GLOSS_SET_OFFICE_WAS);
  if (!leaves && !gloss_in(list, k, GLOSS_SET_OFFICE_SERVING)) return;
  k = behind_adverbs(list, k + 1);
  if (leaves && !gloss_in(list, k, GLOSS_SET_AS) &&
      gloss_is(list, k, GLOSS_KIND_PREPOSITION | GLOSS_KIND_WORD))
    k++;                                                 /* stepped down as */
  if (gloss_in(list, k, GLOSS_SET_AS))
    add_phrase(f, holder, k + 1, rule, past, true);
}

/* Either of them. */
static void tell_clause(gloss_role_finder *f, gloss_item_range holder, int k,
                        gloss_role_rule rule) {
  tell_copula(f, holder, k, rule);
  tell_service(f, holder, k, rule);
}

/* ---- The forms ----------------------------------------------------------- */

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
  tell_clause(f, holder, k, GLOSS_ROLE_RELATIVE);
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

void gloss_role_clause(gloss_role_finder *f, gloss_item_range holder) {
  const gloss_clauses *list = f->list;
  int k = holder.last + 1, before = holder.first - 1;
  if (gloss_in(list, before, GLOSS_SET_OFFICE_NAMED) ||
      gloss_in(list, before, GLOSS_SET_OFFICE_NAMING)) {
    if (gloss_in(list, k, GLOSS_SET_AS)) k++;
    add_phrase(f, holder, k, GLOSS_ROLE_VERB, false, true);
    return;                                  /* they named Ann Roe | envoy */
  }
  if (gloss_mark_of(list, k) == GLOSS_MARK_COMMA)
    k++;                                     /* His friend, Roe|, is ... */
  tell_clause(f, holder, behind_adverbs(list, k), GLOSS_ROLE_VERB);
}

/* forms.c - the forms in which news tell roles; each is a function below, with
** its example. */
#include "clauses/text.h"
#include "roles/finder.h"

/* ---- Before a name ------------------------------------------------------- */

static bool is_given_name(const gloss_clauses *list, int k) {
  return gloss_in(list, k, GLOSS_SET_MEN) || gloss_in(list, k, GLOSS_SET_WOMEN);
}

int gloss_role_behind_titles(const gloss_role_finder *f, int first, int last) {
  const gloss_clauses *list = f->list;
  while (first < last &&
         (gloss_lexeme_of(list, first)->title != 0 ||
          gloss_in(list, first, GLOSS_SET_OFFICE_DEGREES)) &&
         gloss_role_entity_end(f, first, first) == 0)
    first++;
  return first;
}

/* The words first..last, all with capitals, as a role; in a language where
** nouns are written so, with what it is of: Norlands | Ministerin. */
static gloss_told_role capital_role(const gloss_role_finder *f, int first,
                                    int last) {
  const gloss_clauses *list = f->list;
  gloss_told_role role = { .first = first, .last = last,
                           .whose = GLOSS_ROLE_PERSON };
  if (last > first && gloss_in(list, last - 1, GLOSS_SET_ENDS_PLURAL) &&
      gloss_lexicon_is(list->lexicon, GLOSS_LEXICON_CAPITAL_NOUNS)) {
    role.of = (gloss_item_range){ first, last - 1 };
    role.first = last;
  }
  return role;
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
  if (!gloss_role_read(f, from, k, &role)) role = capital_role(f, first, k);
  if (gloss_in(list, from - 1, GLOSS_SET_OFFICE_PAST)) role.past = true;
  if (role.of.first == 0 && gloss_in(list, last + 1, GLOSS_SET_OF) &&
      gloss_is(list, last + 2, GLOSS_KIND_NAME)) {
    int end = gloss_role_end_of(f, last + 2, f->b);
    role.of = (gloss_item_range){ last + 2, end != 0 ? end : last + 2 };
  }
  k = gloss_role_behind_titles(f, k + 1, last);           /* Sir | Paul Roe */
  gloss_role_add(f, (gloss_item_range){ k, last }, &role, GLOSS_ROLE_TITLE);
}

/* Is the word at item `k` of the capital words first..last a title before a
** name: Secretary, but not Dr.? Others than titles are such only behind a rank,
** or where their capital is that of the sentence: Chief | Executive Ann Roe,
** | Manager Ann Roe. */
static bool is_title(const gloss_clauses *list, int first, int k, int last) {
  if (gloss_in(list, k, GLOSS_SET_OFFICE_DEGREES)) return false;
  if (gloss_in(list, k, GLOSS_SET_OFFICE_ROLES)) return true;
  if (!gloss_in(list, k, GLOSS_SET_OFFICE_PERSONS) ||
      gloss_in(list, last, GLOSS_SET_OFFICE_PERSONS) ||
      gloss_in(list, last, GLOSS_SET_OFFICE_ROLES))
    return false;
  if (k > first) return gloss_in(list, k - 1, GLOSS_SET_OFFICE_RANKS);
  return list->items[k].begins && last - k >= 2 &&
         !gloss_in(list, k, GLOSS_SET_OFFICE_RANKS) &&
         !gloss_in(list, k, GLOSS_SET_OFFICE_FIELDS);
}

int gloss_role_title_inside(gloss_role_finder *f, int first, int last) {
  const gloss_clauses *list = f->list;
  int k = last - 1;
  if (gloss_in(list, last, GLOSS_SET_OFFICE_THINGS)) return first;
  while (k >= first && !is_title(list, first, k, last)) k--;
  if (k < first) return first;
  if (gloss_lexicon_is(list->lexicon, GLOSS_LEXICON_HEAD_FIRST) &&
      gloss_in(list, k + 1, GLOSS_SET_OFFICE_OF))
    return first;                               /* Präsidentin | der Bank */
  for (int i = first; i < k; i++)
    if (is_given_name(list, i)) return first;
  while (k + 1 < last && gloss_in(list, k + 1, GLOSS_SET_OFFICE_TAILS)) k++;
  add_title(f, first, k, last);
  return k + 1;
}

bool gloss_role_ends_title(const gloss_role_finder *f, int k) {
  return k - 2 >= f->a && gloss_in(f->list, k, GLOSS_SET_OFFICE_FIELDS) &&
         gloss_in(f->list, k - 1, GLOSS_SET_OF) &&
         gloss_in(f->list, k - 2, GLOSS_SET_OFFICE_PERSONS) &&
         (!gloss_is(f->list, k + 1, GLOSS_KIND_NAME) ||
          !gloss_is(f->list, k, GLOSS_KIND_NAME) ||
          is_given_name(f->list, k + 1));     /* not: head of National Rail */
}

/* Does a phrase begin with an article, or a unit, or hold a possessive? */
static bool is_opened(const gloss_role_finder *f, int first, int stop) {
  if (first == f->a || gloss_is(f->list, first, GLOSS_KIND_DETERMINER))
    return true;
  for (int k = first; k <= stop; k++)
    if (gloss_is(f->list, k, GLOSS_KIND_POSSESSIVE)) return true;
  return false;
}

/* What a phrase before a comma is made of: le ministre des Transports|, Jean
** Roux, */
#define PHRASE                                                       \
  (GLOSS_KIND_DETERMINER | GLOSS_KIND_WORD | GLOSS_KIND_NAME |       \
   GLOSS_KIND_NUMBER | GLOSS_KIND_PREPOSITION)
#define NOUNS (GLOSS_KIND_WORD | GLOSS_KIND_NAME | GLOSS_KIND_NUMBER)

/* Is the phrase that begins at `from` part of another: the home | of the
** minister? */
static bool is_governed(const gloss_role_finder *f, int from) {
  const gloss_clauses *list = f->list;
  for (int k = from; k >= from - 1 && k > f->a; k--)
    if (gloss_in(list, k, GLOSS_SET_OFFICE_OF) &&
        gloss_is(list, k - 1, NOUNS))
      return true;
  return false;
}

/* Reads the items from the article before the noun at `k` up to `stop` as one
** role. false: they are none. */
static bool read_whole(const gloss_role_finder *f, int k, int stop,
                       gloss_told_role *role) {
  const gloss_clauses *list = f->list;
  gloss_role_list found;
  int from = k;
  while (from > f->a &&
         (gloss_is(list, from - 1, GLOSS_KIND_DETERMINER) ||
          gloss_in(list, from - 1, GLOSS_SET_OFFICE_PAST) ||
          gloss_in(list, from - 1, GLOSS_SET_OFFICE_RANKS)))
    from--;
  if ((from == k && from > f->a) || is_governed(f, from)) return false;
  gloss_role_phrase(f, from, stop, &found);
  if (found.count != 1 || found.roles[0].whose == GLOSS_ROLE_BODY ||
      (found.stop <= stop &&
       !gloss_in(list, found.stop, GLOSS_SET_OFFICE_OF)))
    return false;
  *role = found.roles[0];
  return true;
}

/* The same with a comma in a language where the noun comes first: le président
** de la région, | Jean Roux|, */
static void before_comma(gloss_role_finder *f, gloss_item_range holder) {
  const gloss_clauses *list = f->list;
  int stop = holder.first - 2, behind = holder.last + 1;
  int reach = stop - gloss_role_reach(f, GLOSS_NUMBER_OFFICE_OF_WORDS);
  gloss_role_whose whose;
  gloss_told_role role;
  bool any = false;
  if (behind <= f->b && !gloss_is(list, behind, GLOSS_KIND_POINT)) return;
  for (int k = stop; k >= f->a && k > reach && gloss_is(list, k, PHRASE); k--)
    if (gloss_role_noun(f, k, &whose)) any = read_whole(f, k, stop, &role);
  if (any) gloss_role_add(f, holder, &role, GLOSS_ROLE_BEFORE_COMMA);
}

void gloss_role_before(gloss_role_finder *f, gloss_item_range holder) {
  const gloss_clauses *list = f->list;
  gloss_role_rule rule = GLOSS_ROLE_TITLE;
  gloss_role_whose whose;
  gloss_told_role role;
  int stop = holder.first - 1, noun, first;
  if (gloss_mark_of(list, stop) == GLOSS_MARK_COMMA) {
    if (gloss_lexicon_is(list->lexicon, GLOSS_LEXICON_HEAD_FIRST)) {
      before_comma(f, holder);
      return;
    }
    stop--;
    rule = GLOSS_ROLE_BEFORE_COMMA;
    if (gloss_in(list, holder.last + 1, GLOSS_SET_AND)) return;
  }
  noun = gloss_role_ends_title(f, stop) ? stop - 2 : stop;
  if (noun < f->a || !gloss_role_noun(f, noun, &whose)) return;
  first = gloss_phrase_left(list, noun, f->a);
  if (first == 0 ||
      (rule != GLOSS_ROLE_TITLE && !is_opened(f, first, stop)))
    return;
  if (!gloss_role_read(f, first, noun, &role) ||
      role.whose == GLOSS_ROLE_BODY)
    return;
  role.last = stop;
  gloss_role_add(f, holder, &role, rule);
}

/* ---- Behind it ----------------------------------------------------------- */

int gloss_role_behind(const gloss_clauses *list, int k) {
  bool acronym = gloss_mark_of(list, k) == GLOSS_MARK_OPENING &&
                 gloss_mark_of(list, k + 2) == GLOSS_MARK_CLOSING;
  return acronym ? k + 3 : k;
}

/* What may end an apposition. */
#define ENDS                                                               \
  (GLOSS_KIND_POINT | GLOSS_KIND_SUBORDINATOR | GLOSS_KIND_AUXILIARY |     \
   GLOSS_KIND_PREPOSITION | GLOSS_KIND_QUOTE | GLOSS_KIND_TIME |           \
   GLOSS_KIND_WORD | GLOSS_KIND_CONJUNCTION)

bool gloss_role_is_label(const gloss_clauses *list, int k) {
  gloss_slice text = list->items[k].word->text;
  return text.len > 3 && text.bytes[1] == '-' &&
         gloss_capital_byte(text.bytes[0]) &&
         gloss_capital_byte(text.bytes[2]) &&
         gloss_mark_of(list, k - 1) == GLOSS_MARK_COMMA;
}

/* The comma before an apposition, behind an age and the like: Ann Roe, 41|,
** head; Anne Roux, 41 ans|, cheffe; Ann Roe, D-Ill.|, head. */
static int comma_behind(const gloss_clauses *list, int k) {
  k = gloss_role_behind(list, k);
  if (gloss_role_is_label(list, k + 1))
    return gloss_mark_of(list, k + 2) == GLOSS_MARK_COMMA ? k + 2 : k;
  if (!gloss_is(list, k + 1, GLOSS_KIND_NUMBER)) return k;
  if (gloss_mark_of(list, k + 2) == GLOSS_MARK_COMMA) return k + 2;
  return gloss_mark_of(list, k + 3) == GLOSS_MARK_COMMA ? k + 3 : k;
}

/* The mark that closes what item `k` opens: , ( -; GLOSS_MARK_NONE: it opens
** nothing. */
static unsigned closing_of(const gloss_clauses *list, int k) {
  unsigned mark = gloss_mark_of(list, k);
  if (mark == GLOSS_MARK_OPENING) return GLOSS_MARK_CLOSING;
  return mark == GLOSS_MARK_COMMA || gloss_is_dash(list, k) ? mark
                                                            : GLOSS_MARK_NONE;
}

/* The roles of an apposition that begins behind the mark at `k`. false: it is
** none. */
static bool read_apposition(const gloss_role_finder *f, int k,
                            gloss_role_list *found) {
  const gloss_clauses *list = f->list;
  unsigned closing = closing_of(list, k);
  if (closing == GLOSS_MARK_NONE || k >= f->b) return false;
  gloss_role_phrase(f, k + 1, f->b, found);
  if (closing != GLOSS_MARK_COMMA)
    return found->stop <= f->b && gloss_mark_of(list, found->stop) == closing;
  return found->stop > f->b || gloss_is(list, found->stop, ENDS);
}

void gloss_role_apposition(gloss_role_finder *f, gloss_item_range holder) {
  const gloss_clauses *list = f->list;
  int mark = comma_behind(list, holder.last + 1);
  gloss_role_list found;
  if (!read_apposition(f, mark, &found)) {
    mark = holder.last + 1;                         /* Ann Roe (the envoy) */
    if (!read_apposition(f, mark, &found)) return;
  }
  for (int i = 0; i < found.count; i++) {
    const gloss_told_role *role = &found.roles[i];
    bool article = gloss_is(list, mark + 1, GLOSS_KIND_DETERMINER) ||
                   gloss_is(list, role->first - 1, GLOSS_KIND_POSSESSIVE);
    if (role->whose == GLOSS_ROLE_PERSON || article)
      gloss_role_add(f, holder, role, GLOSS_ROLE_APPOSITION);
  }
  if (found.count > 0) gloss_role_relative(f, holder, found.stop);
}

/* nouns.c - noun phrases that are roles. */
#include "clauses/text.h"
#include "roles/finder.h"

#include <string.h>

/* What a role is made of. */
#define INSIDE                                                        \
  (GLOSS_KIND_DETERMINER | GLOSS_KIND_WORD | GLOSS_KIND_NAME |        \
   GLOSS_KIND_NUMBER | GLOSS_KIND_POSSESSIVE)
/* Before a role: an article, "also". */
#define LEADING (GLOSS_KIND_DETERMINER | GLOSS_KIND_ADVERB)
/* Behind a noun that comes first: the envoyé | spécial. */
#define ADDED (GLOSS_KIND_WORD | GLOSS_KIND_ADVERB)

/* Does a small letter follow a hyphen: Oslo-born, 2,400-member? */
static bool is_adjective(const gloss_clauses *list, int k) {
  gloss_slice text = list->items[k].word->text;
  const char *mark = memchr(text.bytes, '-', text.len);
  return mark != NULL && mark + 1 < text.bytes + text.len &&
         gloss_small_byte(mark[1]);
}

static bool is_measure(const gloss_clauses *list, int k) {
  return gloss_is(list, k, GLOSS_KIND_NUMBER) && is_adjective(list, k);
}

gloss_item_range gloss_role_bare(const gloss_clauses *list, int first,
                                 int last) {
  while (first <= last &&
         (gloss_is(list, first, LEADING) ||
          (first < last && is_measure(list, first))))
    first++;
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
  *role = (gloss_told_role){ 0 };
  while (!gloss_role_noun(f, at, &role->whose)) {
    bool over = gloss_in(list, at, GLOSS_SET_OFFICE_PAST);
    bool rank = gloss_in(list, at, GLOSS_SET_OFFICE_RANKS);
    if (at >= last || !(over || rank || gloss_is(list, at, LEADING)))
      return false;
    if (rank && role->first == 0) role->first = at; /* le | premier ministre */
    past = past || over;
    at++;
  }
  if (gloss_in(list, at - 1, GLOSS_SET_OFFICE_COMING)) return false;
  if (role->first == 0) role->first = at;
  role->past = past || gloss_in(list, at, GLOSS_SET_OFFICE_PAST);
  stop = at;
  while (stop < last && gloss_is(list, stop + 1, ADDED) &&
         !gloss_lexicon_is(list->lexicon, GLOSS_LEXICON_CAPITAL_NOUNS))
    stop++;
  role->last = stop;
  return true;
}

/* Does the item at `k` stand inside a name: Bank | of | Norland? */
static bool joins_names(const gloss_clauses *list, int k) {
  return (gloss_in(list, k, GLOSS_SET_OF) ||
          gloss_mark_of(list, k) == GLOSS_MARK_AMPERSAND) &&
         gloss_is(list, k - 1, GLOSS_KIND_NAME) &&
         gloss_is(list, k + 1, GLOSS_KIND_NAME);
}

/* Does a preposition at `k` part a role's noun from what governs it: a loan
** from | investor? But not: editor in chief, candidate for governor. */
static bool cuts_phrase(const gloss_role_finder *f, int k) {
  return gloss_is(f->list, k, GLOSS_KIND_PREPOSITION) &&
         !joins_names(f->list, k) &&
         !(gloss_in(f->list, k, GLOSS_SET_OFFICE_OF) &&
           gloss_in(f->list, k - 1, GLOSS_SET_OFFICE_PERSONS));
}

/* Where the name begins that ends at item `k`, not before `at`. */
static int start_of_name(const gloss_clauses *list, int k, int at) {
  while (k > at && (gloss_is(list, k - 1, GLOSS_KIND_NAME) ||
                    (k - 1 > at && joins_names(list, k - 1))))
    k--;
  return k;
}

/* Sets what a possessive says that a role is of, and finds where the role
** begins; 0: it is no one phrase. */
static int behind_owner(const gloss_role_finder *f, int first, int last,
                        gloss_told_role *role) {
  const gloss_clauses *list = f->list;
  int at = first, phrase = first; /* where it begins */
  for (int k = first; k <= last; k++) {
    if (gloss_is(list, k, GLOSS_KIND_POSSESSIVE)) {
      role->of = gloss_is(list, k - 1, GLOSS_KIND_NAME)
                     ? (gloss_item_range){ start_of_name(list, k - 1, phrase),
                                           k - 1 }
                     : gloss_role_bare(list, phrase, k - 1);
      at = k + 1;
    } else if (gloss_is(list, k, GLOSS_KIND_DETERMINER) && k > at) {
      return 0;
    } else if (k < last && (gloss_in(list, k, GLOSS_SET_OFFICE_NAMING) ||
                            cuts_phrase(f, k))) {
      role->of = (gloss_item_range){ 0, 0 };
      at = phrase = k + 1;                /* Norland names | fund chief */
    }
  }
  return at;
}

/* Do the words first..last belong to a role, though they may look like a name
** at the beginning of a sentence: Finance | director, National Security |
** adviser, but not: Green Party? */
static bool are_fields(const gloss_clauses *list, int first, int last) {
  if (first < last && gloss_in(list, last, GLOSS_SET_BODIES)) return false;
  for (int k = first; k <= last; k++)
    if (!gloss_in(list, k, GLOSS_SET_OFFICE_FIELDS) &&
        !gloss_in(list, k, GLOSS_SET_OFFICE_RANKS))
      return false;
  return true;
}

/* Where the words of a role begin that end at item `last`: editor in chief. */
static int start_of_words(const gloss_role_finder *f, int at, int last) {
  int k = last;
  while (k > at && (gloss_is(f->list, k - 1, GLOSS_KIND_WORD) ||
                    (gloss_is(f->list, k - 1, GLOSS_KIND_PREPOSITION) &&
                     !cuts_phrase(f, k - 1))))
    k--;
  return k;
}

/* "Finance Ministry | spokesman": the names before a role's words, which are
** what it is of, and where these words begin. Words before the names are left
** out: "top Norland | official". */
static gloss_item_range names_before(const gloss_role_finder *f, int at,
                                     int last, int *begins) {
  static const gloss_item_range none = { 0, 0 };
  const gloss_clauses *list = f->list;
  int stop = start_of_words(f, at, last), from;
  *begins = at;
  if (stop == at || !gloss_is(list, stop - 1, GLOSS_KIND_NAME)) return none;
  *begins = stop;
  if (is_adjective(list, stop - 1)) return none;
  from = start_of_name(list, stop - 1, at);
  if (are_fields(list, from, stop - 1)) {
    *begins = from;
    return none;
  }
  while (gloss_in(list, from, GLOSS_SET_OFFICE_RANKS)) from++;
  return (gloss_item_range){ from, stop - 1 };
}

/* The same where the role's noun has a capital: what an entity covers is what
** the role is of. Small words before the capitals are left out, but for such as
** belong to roles: follows | Prime Minister, | deputy Prime Minister. */
static gloss_item_range entity_before(const gloss_role_finder *f, int at,
                                      int last, int *begins) {
  const gloss_clauses *list = f->list;
  uint32_t end = gloss_role_entity_end(f, at, at);
  int stop = at, from = start_of_name(list, last, at);
  while (stop < last && list->items[stop].end <= end) stop++;
  while (from > stop && gloss_is(list, from - 1, GLOSS_KIND_WORD) &&
         are_fields(list, from - 1, from - 1))
    from--;
  if (from > stop && gloss_is(list, from - 1, GLOSS_KIND_WORD)) *begins = from;
  else *begins = stop;
  return (gloss_item_range){ stop > at ? at : 0, stop - 1 };
}

bool gloss_role_read(const gloss_role_finder *f, int first, int last,
                     gloss_told_role *role) {
  const gloss_clauses *list = f->list;
  gloss_item_range names;
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
    if (!past &&
        !gloss_is(list, at, GLOSS_KIND_DETERMINER | GLOSS_KIND_NUMBER))
      break;
    role->past = role->past || past;
  }
  names = gloss_is(list, last, GLOSS_KIND_WORD)
              ? names_before(f, at, last, &role->first)
              : entity_before(f, at, last, &role->first);
  if (role->of.first == 0) role->of = names;
  return true;
}

/* ---- What it is of ------------------------------------------------------- */

/* Without the time behind it: head of the fund | last year. */
static int before_time(const gloss_clauses *list, int k, int last) {
  for (int j = k + 1; j < last; j++)
    if (gloss_in(list, j, GLOSS_SET_TIME_WORDS) &&
        gloss_in(list, j + 1, GLOSS_SET_TIME_NOUNS))
      return j - 1;
  return last;
}

int gloss_role_end_of(const gloss_role_finder *f, int k, int b) {
  const gloss_clauses *list = f->list;
  int reach = k + gloss_role_reach(f, GLOSS_NUMBER_OFFICE_OF_WORDS);
  int last = gloss_phrase_right(list, k, reach < b ? reach : b, false);
  uint32_t end;
  if (last == 0) return 0;
  last = before_time(list, k, last);
  while (last > k && gloss_is(list, last, GLOSS_KIND_WORD) &&
         gloss_lexicon_is(list->lexicon, GLOSS_LEXICON_CAPITAL_NOUNS))
    last--;                                    /* Chef der Bank | geworden */
  if (gloss_in(list, last + 1, GLOSS_SET_FOR) &&
      gloss_is(list, last, GLOSS_KIND_NAME) &&
      gloss_in(list, last, GLOSS_SET_BODIES) && last + 2 <= b &&
      gloss_is(list, last + 2, GLOSS_KIND_NAME)) /* Institute | for Trade */
    last = gloss_phrase_right(list, last + 2, b, false);
  end = gloss_role_entity_end(f, k, last);
  while (last < b && list->items[last + 1].start < end) last++;
  return last;
}

/* Is the word at `k` a role's noun alone: editor in | chief? */
static bool ends_role(const gloss_role_finder *f, int k) {
  return gloss_is(f->list, k, GLOSS_KIND_WORD) &&
         gloss_in(f->list, k, GLOSS_SET_OFFICE_PERSONS) &&
         !gloss_is(f->list, k + 1, INSIDE) &&
         !gloss_lexicon_is(f->list->lexicon, GLOSS_LEXICON_HEAD_FIRST);
}

/* "of the fund", "at the bank", "to Norland" behind a role; the item behind. */
static int extend(const gloss_role_finder *f, gloss_told_role *role, int b) {
  const gloss_clauses *list = f->list;
  int k = role->last + 1;
  while (k < b && gloss_in(list, k, GLOSS_SET_OFFICE_OF)) {
    int last;
    if (ends_role(f, k + 1)) {
      role->last = k + 1;
      k += 2;
      continue;
    }
    last = gloss_role_end_of(f, k + 1, b);
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
    bool past = false;
    int last;
    for (; k < b && gloss_role_is_adverb(list, k); k++)
      past = past || gloss_in(list, k, GLOSS_SET_OFFICE_PAST);
    last = end_of_words(f, k, b);
    if (last == 0 || !gloss_role_read(f, k, last, role)) return;
    role->past = role->past || past;
    found->stop = k = extend(f, role, b);
    if (found->count++ > 0 && role[-1].of.first == 0) role[-1].of = role->of;
    if (gloss_mark_of(list, k) == GLOSS_MARK_COMMA) k++;
    if (!gloss_in(list, k, GLOSS_SET_OFFICE_JOINS)) return;
    k++;
  }
}

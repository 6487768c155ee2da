/* phrases.c - noun phrases without a parser: see phrases.h. */
#include "clauses/phrases.h"

#include <string.h>

/* Kinds that a phrase is made of, and those it can begin and end with. */
#define INSIDE                                             \
  (GLOSS_KIND_NAME | GLOSS_KIND_WORD | GLOSS_KIND_NUMBER | \
   GLOSS_KIND_DETERMINER | GLOSS_KIND_POSSESSIVE | GLOSS_KIND_QUOTE)
#define EDGE                                               \
  (GLOSS_KIND_NAME | GLOSS_KIND_WORD | GLOSS_KIND_NUMBER | \
   GLOSS_KIND_DETERMINER)

/* ---- Verbs --------------------------------------------------------------- */

/* Has it a sense without particles? */
static bool stands_alone(const gloss_verb_form *form) {
  return form->alone < form->sense_count;
}

/* Is it a reporting verb's form that hardly is anything else? */
static bool is_verb(const gloss_clauses *list, int k) {
  const gloss_verb_form *form;
  if (!gloss_is(list, k, GLOSS_KIND_WORD)) return false;
  form = gloss_verb_of(list, k);
  if (form == NULL || (form->flags & GLOSS_FORM_NOUN)) return false;
  if (form->flags & GLOSS_FORM_PAST) return true;
  return (form->flags & GLOSS_FORM_FINITE) &&
         (!(form->flags & GLOSS_FORM_BASE) || stands_alone(form));
}

/* Does a word at `k` end like a finite verb, behind what may be its subject:
** "der Schaden | liege"? */
static bool may_be_finite(const gloss_clauses *list, int k) {
  unsigned subject = GLOSS_KIND_NAME | GLOSS_KIND_PRONOUN;
  if (!gloss_lexicon_is(list->lexicon, GLOSS_LEXICON_CAPITAL_NOUNS))
    subject |= GLOSS_KIND_WORD | GLOSS_KIND_NUMBER;
  return gloss_in(list, k, GLOSS_SET_ENDS_FINITE) &&
         gloss_is(list, k - 1, subject);
}

bool gloss_phrase_has_verb(const gloss_clauses *list, int from, int to) {
  for (int k = from; k <= to; k++) {
    if (gloss_is(list, k, GLOSS_KIND_AUXILIARY) || is_verb(list, k))
      return true;
    if (gloss_is(list, k, GLOSS_KIND_WORD) &&
        (gloss_in(list, k, GLOSS_SET_PASTS) ||
         gloss_in(list, k, GLOSS_SET_ENDS_PAST) ||
         (k > from && may_be_finite(list, k))))
      return true;
  }
  return false;
}

/* Is the past form at `k` the verb, not part of a phrase: "Roe resigned", "the
** man left", but "the united front"? */
static bool ends_phrase(const gloss_clauses *list, int k, int b) {
  if (!gloss_is(list, k, GLOSS_KIND_WORD) ||
      !(gloss_in(list, k, GLOSS_SET_PASTS) ||
        gloss_in(list, k, GLOSS_SET_ENDS_REGULAR)))
    return false;
  if (gloss_is(list, k - 1, GLOSS_KIND_NAME)) return true;
  return gloss_is(list, k - 1, GLOSS_KIND_WORD) &&
         !(k < b && gloss_is(list, k + 1, GLOSS_KIND_WORD | GLOSS_KIND_NAME));
}

/* ---- To the left --------------------------------------------------------- */

/* The preposition before `k`: "aides | to Mr. Roe". `before` is the kind in
** front of it, as a set. */
static bool preposition_joins(const gloss_clauses *list, int k,
                              unsigned before) {
  int i = k - 1;
  if (before == GLOSS_KIND_DETERMINER &&
      (gloss_is(list, k, GLOSS_KIND_NUMBER) ||
       gloss_in(list, i - 1, GLOSS_SET_ONE)))
    return true;                    /* four in 10 */
  if (before == GLOSS_KIND_PRONOUN) /* someone in the hall */
    return !gloss_lexeme_of(list, i - 1)->personal;
  if (before == GLOSS_KIND_WORD &&
      is_verb(list, i - 1)) { /* people briefed on it */
    const gloss_verb_form *form = gloss_verb_of(list, i - 1);
    return stands_alone(form) && form->quoting == NULL &&
           gloss_is(list, i - 2, GLOSS_KIND_WORD);
  }
  return (before & (GLOSS_KIND_NAME | GLOSS_KIND_WORD)) != 0;
}

/* Is it the comma inside a place: "the Norby|, Ohio-based fund"? */
static bool is_place_comma(const gloss_clauses *list, int k) {
  return gloss_mark_of(list, k) == GLOSS_MARK_COMMA &&
         gloss_is(list, k - 1, GLOSS_KIND_NAME) &&
         gloss_is(list, k + 1, GLOSS_KIND_NAME) &&
         gloss_in(list, k + 1, GLOSS_SET_ENDS_PLACED);
}

/* May the item before `k` be added to a phrase that begins at `k`? */
static bool extends_left(const gloss_clauses *list, int k, int a) {
  int i = k - 1;
  unsigned kind = list->items[i].kind;
  unsigned before = i > a ? list->items[i - 1].kind : 0;
  if ((kind & (GLOSS_KIND_WORD | GLOSS_KIND_NAME)) &&
      gloss_is(list, k, GLOSS_KIND_DETERMINER) &&
      !gloss_in(list, i, GLOSS_SET_PREDETERMINERS))
    return false; /* Roe lets | the mayor */
  if (kind == GLOSS_KIND_NAME) return true;
  if (is_place_comma(list, i)) return true;
  if (gloss_in(list, i, GLOSS_SET_OF)) return (before & INSIDE) != 0;
  if (kind == GLOSS_KIND_DETERMINER ||
      gloss_mark_of(list, i) == GLOSS_MARK_AMPERSAND)
    return true;
  if (kind == GLOSS_KIND_PREPOSITION) return preposition_joins(list, k, before);
  if (kind == GLOSS_KIND_WORD && is_verb(list, i)) /* people accused of it */
    return gloss_is(list, k, GLOSS_KIND_PREPOSITION) && (before & INSIDE);
  if (kind == GLOSS_KIND_QUOTE) { /* “Daily Show” host, not “Go” Roe */
    if (gloss_quote_of(list, i)->closing) return false;
    return gloss_is(list, k, GLOSS_KIND_WORD) || (before & INSIDE);
  }
  if (gloss_in(list, i, GLOSS_SET_AND))
    return before == GLOSS_KIND_NAME && gloss_is(list, k, GLOSS_KIND_NAME) &&
           (i - 2 < a || !gloss_is(list, i - 2, GLOSS_KIND_PREPOSITION));
  if (kind == GLOSS_KIND_PRONOUN)
    return gloss_is(list, k, GLOSS_KIND_PREPOSITION);
  return (kind & INSIDE) != 0;
}

/* What a phrase does not begin with. */
#define NO_BEGIN \
  (GLOSS_KIND_PREPOSITION | GLOSS_KIND_POSSESSIVE | GLOSS_KIND_CONJUNCTION)

int gloss_phrase_left(const gloss_clauses *list, int j, int a) {
  int longest = gloss_lexicon_reach(list->lexicon, GLOSS_NUMBER_PHRASE_WORDS);
  int i;
  unsigned kind;
  while (j > a && gloss_is(list, j, GLOSS_KIND_OBJECT) &&
         gloss_in(list, j, GLOSS_SET_ENDS_SELF))
    j--; /* Roe himself */
  kind = list->items[j].kind;
  if (kind == GLOSS_KIND_PRONOUN) return j;
  if (kind == GLOSS_KIND_DETERMINER)
    return gloss_in(list, j, GLOSS_SET_SUBJECTS) ||
                   gloss_in(list, j, GLOSS_SET_SINGLE_SUBJECTS)
               ? j
               : 0;
  if (kind == GLOSS_KIND_OBJECT && !gloss_in(list, j, GLOSS_SET_ENDS_SELF) &&
      j - 2 >= a && gloss_in(list, j - 1, GLOSS_SET_OF))
    return gloss_is(list, j - 2, INSIDE) ? j - 2 : 0; /* one of them */
  if (!(kind & EDGE)) return 0;
  i = j;
  while (i > a && j - i < longest && extends_left(list, i, a)) i--;
  while (i < j && gloss_is(list, i, NO_BEGIN)) i++;
  return i;
}

/* ---- To the right -------------------------------------------------------- */

/* Does a phrase end with the noun at `j`, which has a capital: "die Polizei |
** sieben Menschen", "Anna Roth | glaubt"? */
static bool ends_with_noun(const gloss_clauses *list, int j) {
  return gloss_lexicon_is(list->lexicon, GLOSS_LEXICON_CAPITAL_NOUNS) &&
         gloss_is(list, j, GLOSS_KIND_NAME) &&
         (gloss_is(list, j + 1, GLOSS_KIND_WORD) ||
          (gloss_is(list, j + 1, GLOSS_KIND_NUMBER) &&
           gloss_is(list, j + 2, GLOSS_KIND_WORD | GLOSS_KIND_NAME)));
}

/* How many items may be added to a phrase that ends at `j`: 0, 1 or 2. */
static int extends_right(const gloss_clauses *list, int j, int b, bool wide) {
  unsigned kind = list->items[j + 1].kind;
  if (kind == GLOSS_KIND_NAME) return 1;
  if (ends_with_noun(list, j)) return 0;
  if (is_place_comma(list, j + 1)) return j + 2 <= b ? 2 : 0;
  if ((gloss_in(list, j + 1, GLOSS_SET_OF) ||
       gloss_mark_of(list, j + 1) == GLOSS_MARK_AMPERSAND) ||
      (kind == GLOSS_KIND_PREPOSITION && wide))
    return j + 2 <= b && gloss_is(list, j + 2, INSIDE) ? 2 : 0;
  if (gloss_in(list, j + 1, GLOSS_SET_AND))
    return gloss_is(list, j, GLOSS_KIND_NAME) && j + 2 <= b &&
                   gloss_is(list, j + 2, GLOSS_KIND_NAME)
               ? 2
               : 0;
  if (kind == GLOSS_KIND_DETERMINER)
    return gloss_in(list, j, GLOSS_SET_WHOLE) ? 1 : 0;
  if (!(kind & INSIDE) || kind == GLOSS_KIND_QUOTE || is_verb(list, j + 1) ||
      ends_phrase(list, j + 1, b))
    return 0;
  return 1;
}

int gloss_phrase_right(const gloss_clauses *list, int i, int b, bool wide) {
  int longest = gloss_lexicon_reach(list->lexicon, GLOSS_NUMBER_PHRASE_WORDS);
  int j = i, more = 1;
  if (gloss_is(list, i, GLOSS_KIND_PRONOUN | GLOSS_KIND_OBJECT)) return i;
  if (!gloss_is(list, i, EDGE)) return 0;
  while (more > 0 && j < b && j - i < longest) {
    more = extends_right(list, j, b, wide);
    j += more;
  }
  return j;
}

/* ---- Asides -------------------------------------------------------------- */

/* Is it the mark of a party and a place: D-Ill.? */
static bool is_party_mark(const gloss_clauses *list, int k) {
  gloss_slice text = list->items[k].word->text;
  const char *hyphen = memchr(text.bytes, '-', text.len);
  gloss_slice low = list->items[k].word->low->text;
  return hyphen != NULL && gloss_is(list, k, GLOSS_KIND_NAME) &&
         gloss_set_has(&gloss_lexicon_find(list->lexicon, low.bytes,
                                           (size_t)(hyphen - text.bytes))
                            ->sets,
                       GLOSS_SET_PARTIES);
}

/* Is the item, behind a comma, no more than an aside: an age, a party, a
** region? */
static bool is_aside(const gloss_clauses *list, int k) {
  return gloss_is(list, k, GLOSS_KIND_NUMBER) ||
         gloss_in(list, k, GLOSS_SET_REGIONS) || is_party_mark(list, k);
}

/* The item before the bracket that ends at `j`, not before `stop`; 0: none. */
static int before_bracket(const gloss_clauses *list, int j, int stop) {
  while (j > stop && gloss_mark_of(list, j) != GLOSS_MARK_OPENING) j--;
  return j > stop ? j - 1 : 0;
}

int gloss_phrase_before_asides(const gloss_clauses *list, int j, int a) {
  int stop =
      j - gloss_lexicon_reach(list->lexicon, GLOSS_NUMBER_INSERTION_WORDS);
  if (stop < a) stop = a;
  while (j > stop + 1) {
    int before = 0;
    if (gloss_mark_of(list, j) == GLOSS_MARK_CLOSING)
      before = before_bracket(list, j, stop);
    else if (gloss_mark_of(list, j - 1) == GLOSS_MARK_COMMA &&
             is_aside(list, j))
      before = j - 2;
    if (before == 0) break;
    j = before;
  }
  return j;
}

/* ---- Names behind phrases ------------------------------------------------ */

int gloss_phrase_apposed(const gloss_clauses *list, int j, int b) {
  int first = j + 2, last = first;
  if (!gloss_is(list, j, GLOSS_KIND_WORD) ||
      gloss_mark_of(list, j + 1) != GLOSS_MARK_COMMA || first > b ||
      !gloss_is(list, first, GLOSS_KIND_NAME))
    return 0;
  while (last < b && gloss_is(list, last + 1, GLOSS_KIND_NAME)) last++;
  if (last == first ||
      (last < b && !gloss_is(list, last + 1, GLOSS_KIND_POINT)))
    return 0;
  return last;
}

/* ---- Subjects ------------------------------------------------------------ */

/* Before a subject. */
#define LEADS                                                     \
  (GLOSS_KIND_CONJUNCTION | GLOSS_KIND_ADVERB | GLOSS_KIND_TIME | \
   GLOSS_KIND_POINT)

/* — – - */
static bool is_thin_dash(const gloss_clauses *list, int k) {
  unsigned mark = gloss_mark_of(list, k);
  return mark == GLOSS_MARK_EM_DASH || mark == GLOSS_MARK_EN_DASH ||
         mark == GLOSS_MARK_HYPHEN;
}

/* Does a phrase begin at `k` that ends with a comma: "In Oslo,", "Leaving,",
** "Asked about it,"? */
static bool is_fronted(const gloss_clauses *list, int k) {
  const gloss_verb_form *form;
  if (gloss_is(list, k, GLOSS_KIND_PREPOSITION | GLOSS_KIND_SUBORDINATOR) ||
      gloss_in(list, k, GLOSS_SET_ENDS_ING))
    return true;
  form = list->items[k].begins ? gloss_verb_of(list, k) : NULL;
  return form != NULL && (form->flags & GLOSS_FORM_PAST) &&
         gloss_is(list, k + 1,
                  GLOSS_KIND_PREPOSITION | GLOSS_KIND_SUBORDINATOR);
}

/* The item behind the comma that ends what is fronted at `k`; 0: none ends
** it. */
static int behind_fronted(const gloss_clauses *list, int k, int b) {
  int stop =
      k - 1 + gloss_lexicon_reach(list->lexicon, GLOSS_NUMBER_FRONTED_WORDS);
  if (stop > b) stop = b;
  while (k <= stop && gloss_mark_of(list, k) != GLOSS_MARK_COMMA) k++;
  return k <= stop ? k + 1 : 0;
}

int gloss_phrase_subject(const gloss_clauses *list, int a, int b, int *last) {
  int k = a;
  while (k > 0 && k <= b) {
    if (gloss_is(list, k, LEADS)) {
      k++;
    } else if (gloss_is(list, k, GLOSS_KIND_NUMBER) &&
               is_thin_dash(list, k + 1)) {
      k += 2; /* 18:40 - Roe: "..." */
    } else if (is_fronted(list, k)) {
      k = behind_fronted(list, k, b);
    } else {
      *last = gloss_phrase_right(list, k, b, true);
      return *last > 0 ? k : 0;
    }
  }
  return 0;
}

/* phrases.c - noun phrases without a parser: see phrases.h. */
#include "clauses/phrases.h"

#define FRONTED 40 /* items before the comma behind which a subject comes */

/* Kinds that a phrase is made of, and those it can begin and end with. */
#define INSIDE                                                     \
  (KIND(NAME) | KIND(WORD) | KIND(NUMBER) | KIND(DET) |            \
   KIND(POSSESSIVE) | KIND(QUOTE))
#define EDGE (KIND(NAME) | KIND(WORD) | KIND(NUMBER) | KIND(DET))

/* ---- Verbs --------------------------------------------------------------- */

/* Is it a reporting verb's form that hardly is anything else? */
static bool is_verb(const gloss_items *list, int32_t k) {
  const gloss_form *form;
  if (!gloss_is(list, k, KIND(WORD))) return false;
  form = gloss_word_of(list, k)->verb;
  if (form == NULL || form->noun) return false;
  return form->past || (form->finite && (!form->base || form->alone_count > 0));
}

bool gloss_phrase_has_verb(const gloss_items *list, int32_t from,
                           int32_t to) {
  for (int32_t k = from; k <= to; k++) {
    if (gloss_is(list, k, KIND(AUX)) || is_verb(list, k)) return true;
    if (gloss_is(list, k, KIND(WORD)) &&
        gloss_has(list, k, SET(PASTS) | SET(ENDS_ED)))
      return true;
  }
  return false;
}

/* Is the past form at `k` the verb, not part of a phrase: "Roe resigned", "the
** man left", but "the united front"? */
static bool ends_phrase(const gloss_items *list, int32_t k, int32_t b) {
  if (!gloss_is(list, k, KIND(WORD)) ||
      !gloss_has(list, k, SET(PASTS) | SET(ENDS_PAST)))
    return false;
  if (gloss_is(list, k - 1, KIND(NAME))) return true;
  return gloss_is(list, k - 1, KIND(WORD)) &&
         !(k < b && gloss_is(list, k + 1, KIND(WORD) | KIND(NAME)));
}

/* ---- To the left --------------------------------------------------------- */

/* The preposition before `k`: "aides | to Mr. Roe". `before` is the kind in
** front of it, as a set. */
static bool preposition_joins(const gloss_items *list, int32_t k,
                              unsigned before) {
  int32_t i = k - 1;
  if (before == KIND(DET) && (gloss_is(list, k, KIND(NUMBER)) ||
                              gloss_has(list, i - 1, SET(ONE))))
    return true;                                           /* four in 10 */
  if (before == KIND(PRON))                       /* someone in the hall */
    return !gloss_has(list, i - 1, SET(PERSONAL));
  if (before == KIND(WORD) && is_verb(list, i - 1)) { /* people briefed on it */
    const gloss_form *form = gloss_word_of(list, i - 1)->verb;
    return form->alone_count > 0 && form->quoting == NULL &&
           gloss_is(list, i - 2, KIND(WORD));
  }
  return (before & (KIND(NAME) | KIND(WORD))) != 0;
}

/* May the item before `k` be added to a phrase that begins at `k`? */
static bool extends_left(const gloss_items *list, int32_t k, int32_t a) {
  int32_t i = k - 1;
  unsigned kind = gloss_kind(list, i);
  unsigned before = i > a ? gloss_kind(list, i - 1) : 0;
  if ((kind & (KIND(WORD) | KIND(NAME))) && gloss_is(list, k, KIND(DET)) &&
      !gloss_has(list, i, SET(PREDETERMINERS)))
    return false;                                /* Roe lets | the mayor */
  if (kind == KIND(NAME)) return true;
  if (gloss_has(list, i, SET(OF))) return (before & INSIDE) != 0;
  if (kind == KIND(DET) || gloss_has(list, i, SET(AMPERSAND))) return true;
  if (kind == KIND(PREP)) return preposition_joins(list, k, before);
  if (kind == KIND(WORD) && is_verb(list, i))    /* people accused of it */
    return gloss_is(list, k, KIND(PREP)) && (before & INSIDE);
  if (kind == KIND(QUOTE)) {           /* “Daily Show” host, not “Go” Roe */
    if (gloss_quotation(list, i)->closing) return false;
    return gloss_is(list, k, KIND(WORD)) || (before & INSIDE);
  }
  if (gloss_has(list, i, SET(AND)))
    return before == KIND(NAME) && gloss_is(list, k, KIND(NAME)) &&
           (i - 2 < a || !gloss_is(list, i - 2, KIND(PREP)));
  if (kind == KIND(PRON)) return gloss_is(list, k, KIND(PREP));
  return (kind & INSIDE) != 0;
}

/* What a phrase does not begin with. */
#define NO_BEGIN (KIND(PREP) | KIND(POSSESSIVE) | KIND(CONJ))

int32_t gloss_phrase_left(const gloss_items *list, int32_t j, int32_t a) {
  unsigned kind;
  int32_t i;
  while (j > a && gloss_is(list, j, KIND(OBJECT)) &&
         gloss_has(list, j, SET(REFLEXIVE)))
    j--;                                                  /* Roe himself */
  kind = gloss_kind(list, j);
  if (kind == KIND(PRON)) return j;
  if (kind == KIND(DET)) return gloss_has(list, j, SET(SUBJECTS)) ? j : 0;
  if (kind == KIND(OBJECT) && !gloss_has(list, j, SET(REFLEXIVE)) &&
      j - 2 >= a && gloss_has(list, j - 1, SET(OF)))
    return gloss_is(list, j - 2, INSIDE) ? j - 2 : 0;     /* one of them */
  if (!(kind & EDGE)) return 0;
  i = j;
  while (i > a && j - i < GLOSS_LONGEST_PHRASE && extends_left(list, i, a)) i--;
  while (i < j && gloss_is(list, i, NO_BEGIN)) i++;
  return i;
}

/* ---- To the right -------------------------------------------------------- */

/* How many items may be added to a phrase that ends at `j`: 0, 1 or 2. */
static int32_t extends_right(const gloss_items *list, int32_t j, int32_t b,
                             bool wide) {
  unsigned kind = gloss_kind(list, j + 1);
  if (kind == KIND(NAME)) return 1;
  if (gloss_has(list, j + 1, SET(OF) | SET(AMPERSAND)) ||
      (kind == KIND(PREP) && wide))
    return j + 2 <= b && gloss_is(list, j + 2, INSIDE) ? 2 : 0;
  if (gloss_has(list, j + 1, SET(AND)))
    return gloss_is(list, j, KIND(NAME)) && j + 2 <= b &&
                   gloss_is(list, j + 2, KIND(NAME))
               ? 2
               : 0;
  if (kind == KIND(DET)) return gloss_has(list, j, SET(WHOLE)) ? 1 : 0;
  if (!(kind & INSIDE) || kind == KIND(QUOTE) || is_verb(list, j + 1) ||
      ends_phrase(list, j + 1, b))
    return 0;
  return 1;
}

int32_t gloss_phrase_right(const gloss_items *list, int32_t i, int32_t b,
                           bool wide) {
  int32_t j = i, more = 1;
  if (gloss_is(list, i, KIND(PRON) | KIND(OBJECT))) return i;
  if (!gloss_is(list, i, EDGE)) return 0;
  while (more > 0 && j < b && j - i < GLOSS_LONGEST_PHRASE) {
    more = extends_right(list, j, b, wide);
    j += more;
  }
  return j;
}

int32_t gloss_phrase_apposed(const gloss_items *list, int32_t j, int32_t b) {
  int32_t first = j + 2, last = first;
  if (!gloss_is(list, j, KIND(WORD)) || !gloss_has(list, j + 1, SET(COMMA)) ||
      first > b || !gloss_is(list, first, KIND(NAME)))
    return 0;
  while (last < b && gloss_is(list, last + 1, KIND(NAME))) last++;
  if (last == first || (last < b && !gloss_is(list, last + 1, KIND(POINT))))
    return 0;
  return last;
}

/* ---- Subjects ------------------------------------------------------------ */

/* Before a subject. */
#define LEADS (KIND(CONJ) | KIND(ADV) | KIND(TIME) | KIND(POINT))

/* Does a phrase begin at `k` that ends with a comma: "In Oslo,", "Leaving,",
** "Asked about it,"? */
static bool is_fronted(const gloss_items *list, int32_t k) {
  const gloss_form *form;
  if (gloss_is(list, k, KIND(PREP) | KIND(SUB)) ||
      gloss_has(list, k, SET(ENDS_ING)))
    return true;
  form = gloss_begins(list, k) ? gloss_word_of(list, k)->verb : NULL;
  return form != NULL && form->past &&
         gloss_is(list, k + 1, KIND(PREP) | KIND(SUB));
}

/* The item behind the comma that ends what is fronted at `k`; 0: none ends
** it. */
static int32_t behind_fronted(const gloss_items *list, int32_t k, int32_t b) {
  int32_t stop = k + FRONTED <= b ? k + FRONTED - 1 : b;
  while (k <= stop && !gloss_has(list, k, SET(COMMA))) k++;
  return k <= stop ? k + 1 : 0;
}

int32_t gloss_phrase_subject(const gloss_items *list, int32_t a, int32_t b,
                             int32_t *last) {
  int32_t k = a;
  while (k > 0 && k <= b) {
    if (gloss_is(list, k, LEADS)) {
      k++;
    } else if (gloss_is(list, k, KIND(NUMBER)) &&
               gloss_has(list, k + 1, SET(THIN_DASH))) {
      k += 2;                                       /* 18:40 - Roe: "..." */
    } else if (is_fronted(list, k)) {
      k = behind_fronted(list, k, b);
    } else {
      *last = gloss_phrase_right(list, k, b, true);
      return *last > 0 ? k : 0;
    }
  }
  return 0;
}

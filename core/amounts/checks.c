/* checks.c - what may speak against the words of a rule: the questions that a
** rule asks by name, each with the answer that --explain shows. */
#include <math.h>

#include "amounts/amounts.h"
#include "base/slice.h"

static const char in_name[] = "part of a name";
static const char in_code[] = "part of a code or a date";

/* ---- Signs and codes of money ---- */

/* "US" in "US$" is cut off before. */
static const char *sign_in_code(const gloss_place *x) {
  const gloss_item *sign = GLOSS_CAPTURED(x, SIGN);
  unsigned char c;
  if (sign == NULL) return NULL;
  c = gloss_back(x, sign->start, 1);
  return (c >= '0' && c <= '9') || c == '_' || c == '#' ? "inside a code"
                                                        : NULL;
}

/* Is it a currency's code? "COP28" is a conference. */
static const char *code_in_name(const gloss_place *x) {
  const gloss_item *code = GLOSS_CAPTURED(x, MONEY), *n = GLOSS_CAPTURED(x, N);
  if (code == NULL || n == NULL || !gloss_item_is(x, code, GLOSS_IS_CODE) ||
      !GLOSS_IN(gloss_amount_sets_exact(x->a, x->t.bytes + code->start,
                                        gloss_item_len(code)),
                CODES_THAT_ARE_WORDS) ||
      (n->value >= 100 && n->gap != '+'))
    return NULL;
  return in_name;
}

static const char *too_many_cents(const gloss_place *x) {
  const gloss_item *m = GLOSS_CAPTURED(x, M);
  return m != NULL && m->value >= 100 ? "too many cents" : NULL;
}

/* "A rupee" */
static const char *no_currency(const gloss_place *x) {
  return gloss_amount_currency(x).bytes == NULL
             ? "several currencies have this name" : NULL;
}

/* "A dollar" may begin "a dollar bill". */
static const char *longer_noun(const gloss_place *x) {
  return GLOSS_IN(gloss_amount_after(x, x->to).sets, MONEY_THINGS)
             ? "part of a longer noun" : NULL;
}

static const char *words_between(const gloss_place *x) {
  return GLOSS_CAPTURED(x, HEDGE) == NULL && x->last - x->first > 1
             ? "words between number and sign" : NULL;
}

/* "5 $10": the sign is the next number's. */
static const char *sign_of_next(const gloss_place *x) {
  const gloss_item *sign = GLOSS_CAPTURED(x, SIGN);
  uint32_t at = x->to + gloss_is_space(gloss_byte(x->t, x->to));
  return (gloss_item_len(sign) == 1 && x->t.bytes[sign->start] == '$' &&
          sign->gap != '+') || gloss_is_digit(x->t, at)
             ? "the sign belongs to the next number" : NULL;
}

/* "99p", but not the lines of a screen, "1080p". */
static const char *lines_of_screen(const gloss_place *x) {
  double n = GLOSS_CAPTURED(x, N)->value;
  return (n >= 480 && fmod(n, 60) == 0) || !gloss_amount_lone_unit(x)
             ? in_code : NULL;
}

/* ---- Numbers and units ---- */

/* The word of a unit, of whatever kind it is. */
static const gloss_item *unit_of(const gloss_place *x) {
  if (GLOSS_CAPTURED(x, UNIT) != NULL) return GLOSS_CAPTURED(x, UNIT);
  return GLOSS_CAPTURED(x, PERCENT) != NULL ? GLOSS_CAPTURED(x, PERCENT)
                                            : GLOSS_CAPTURED(x, MONEY);
}

static const char *comma_before_unit(const gloss_place *x) {
  const gloss_item *unit = unit_of(x);
  return unit != NULL && unit->gap == ',' ? "a comma before the unit" : NULL;
}

/* A unit with a bracket or slash before it is another word. */
static const char *mark_before_unit(const gloss_place *x) {
  const gloss_item *unit = GLOSS_CAPTURED(x, UNIT);
  return gloss_item_is(x, unit, GLOSS_IS_UNIT) &&
                 !gloss_is_one_of((unsigned char)unit->gap, "+_-")
             ? "a mark before the unit" : NULL;
}

/* "5m" ends in a unit, "5 t-shirts" does not. */
static const char *letter_of_word(const gloss_place *x) {
  const gloss_item *unit = GLOSS_CAPTURED(x, UNIT);
  return gloss_item_is(x, unit, GLOSS_IS_UNIT) && gloss_item_len(unit) == 1 &&
                 !gloss_amount_lone_unit(x)
             ? "a letter of a word" : NULL;
}

/* "Three Mile Island", "Nine Inch Nails". */
static const char *in_capitals(const gloss_place *x) {
  const gloss_item *n = GLOSS_CAPTURED(x, N);
  return n != NULL && gloss_item_capital(x, n) &&
                 gloss_item_capital(x, GLOSS_CAPTURED(x, UNIT)) &&
                 gloss_byte(x->t, x->to) == ' ' &&
                 gloss_is_upper(gloss_byte(x->t, x->to + 1u))
             ? in_name : NULL;
}

/* Digits that make no number, or that are part of a code. */
static const char *no_number(const gloss_place *x) {
  const gloss_item *n = GLOSS_CAPTURED(x, N);
  return n != NULL ? gloss_amount_no_number(x, n) : NULL;
}

/* "1,2,3 metres" */
static const char *unreadable(const gloss_place *x) {
  double value;
  return gloss_amount_foreign_decimals(x, GLOSS_CAPTURED(x, JUNK), &value)
             ? NULL : "digits that make no number";
}

static const char *year_in_words(const gloss_place *x) {
  const gloss_item *n = GLOSS_CAPTURED(x, N);
  return n != NULL && gloss_item_is(x, n, GLOSS_IS_YEAR_WORD)
             ? "a year in words" : NULL;
}

/* "At one point" */
static const char *moment(const gloss_place *x) {
  const gloss_item *n = GLOSS_CAPTURED(x, N), *unit = GLOSS_CAPTURED(x, UNIT);
  uint32_t gap;
  return n->value == 1 && gloss_item_is(x, n, GLOSS_IS_WORD_NUMBER) &&
                 GLOSS_IN(gloss_item_sets(x, unit), MOMENTS_WORDS) &&
                 GLOSS_IN(gloss_amount_before(x, n->start, &gap).sets,
                          MOMENTS_BEFORE)
             ? "a moment" : NULL;
}

/* "40C" may be a seat or a form, and weather is not hotter than that. */
static const char *no_temperature(const gloss_place *x) {
  return gloss_amount_is_temperature(x, GLOSS_CAPTURED(x, N))
             ? NULL : "no temperature";
}

/* ---- Parts ---- */

/* "Two third men", "one second" */
static const char *no_part(const gloss_place *x) {
  const gloss_item *n = GLOSS_CAPTURED(x, N);
  return (n != NULL && n->value != 1) || GLOSS_CAPTURED(x, PART)->value < 3
             ? "no part" : NULL;
}

/* "A third man" is none; "one-fifth" is one whatever stands around it. */
static const char *third_in_row(const gloss_place *x) {
  return GLOSS_CAPTURED(x, PART)->gap != '-' && !gloss_amount_is_part(x)
             ? "an ordinal" : NULL;
}

/* "Jeder erste" */
static const char *each_first(const gloss_place *x) {
  return GLOSS_CAPTURED(x, PART)->value < 2 ? "an ordinal" : NULL;
}

/* "A in five" */
static const char *article(const gloss_place *x) {
  return GLOSS_CAPTURED(x, A) != NULL && !gloss_has_set(x, GLOSS_SET_ONE_IS_A)
             ? "an article" : NULL;
}

/* "From 3 from 5", where "from" does not mean "of" */
static const char *movement(const gloss_place *x) {
  return GLOSS_CAPTURED(x, FROM) != NULL &&
                 !gloss_has_set(x, GLOSS_SET_FROM_IS_OF)
             ? "a movement" : NULL;
}

/* "40 in 12", "1 in 1987" */
static const char *not_of_whole(const gloss_place *x) {
  const gloss_item *item = GLOSS_CAPTURED(x, N), *m = GLOSS_CAPTURED(x, M);
  double n = item != NULL ? item->value : 1;
  return n >= m->value || m->value > 1000 || !gloss_is_integer(n) ||
                 !gloss_is_integer(m->value) ||
                 gloss_item_is(x, m, GLOSS_IS_YEAR)
             ? "no part of a whole" : NULL;
}

/* "1 in 4" and "7 in 10" in digits, but not "12 in 40 towns". */
static const char *in_a_place(const gloss_place *x) {
  const gloss_item *n = GLOSS_CAPTURED(x, N);
  double m = GLOSS_CAPTURED(x, M)->value;
  return n != NULL && x->last > 0 &&
                 !gloss_item_is(x, n, GLOSS_IS_WORD_NUMBER) && n->value != 1 && m != 10 && m != 100 &&
                 GLOSS_IN(gloss_item_sets(x, &x->items[x->last - 1]),
                          PLACE_WORDS)
             ? "a number in a place" : NULL;
}

/* "One over three", with nothing behind it. */
static const char *no_quotient(const gloss_place *x) {
  return !GLOSS_IN(gloss_item_sets(x, GLOSS_CAPTURED(x, OVER)),
                   QUOTIENT_WORDS) ||
                 !gloss_amount_ends_here(x) || GLOSS_CAPTURED(x, M)->value == 0
             ? "no quotient" : NULL;
}

static const char *half_of_next(const gloss_place *x) {
  return gloss_item_is(x, GLOSS_CAPTURED(x, HALF), GLOSS_IS_HALF) &&
                 !gloss_has_set(x, GLOSS_SET_HALF_ALONE)
             ? "half of what follows" : NULL;
}

/* "The first half", "half-time" */
static const char *half_of_match(const gloss_place *x) {
  return gloss_amount_is_half(x) ? NULL : "part of a match or a year";
}

/* ---- Counts and ordinals ---- */

static const char *no_count(const gloss_place *x) {
  return gloss_amount_no_count(x, GLOSS_CAPTURED(x, N), GLOSS_CAPTURED(x, M),
                               false);
}

/* Of "one in five": the "one" is no pronoun. */
static const char *no_count_of_whole(const gloss_place *x) {
  const gloss_item *n = GLOSS_CAPTURED(x, N);
  return n != NULL ? gloss_amount_no_count(x, n, NULL, true) : NULL;
}

/* Is "1-3" the score of a match or a vote, as the words around say? */
static const char *score(const gloss_place *x) {
  const gloss_item *low = GLOSS_CAPTURED(x, N), *high = GLOSS_CAPTURED(x, M);
  gloss_near_word after;
  if (!gloss_has_set(x, GLOSS_SET_SCORE_NOUNS) ||
      gloss_item_is(x, low, GLOSS_IS_WORD_NUMBER) || high->gap != '-' ||
      high->value >= 1000)
    return NULL;
  after = gloss_amount_after(x, high->end);
  return GLOSS_IN(after.sets, SCORE_NOUNS) ||
                 ((!after.found || GLOSS_IN(after.sets, SCORE_JOINTS)) &&
                  gloss_amount_said_before(x, low->start,
                                           GLOSS_SET_SCORE_VERBS))
             ? "a score" : NULL;
}

static const char *no_ordinal(const gloss_place *x) {
  return gloss_amount_is_ordinal(x, GLOSS_CAPTURED(x, NTH))
             ? NULL : "a name or an adverb";
}

/* ---- Their names ---- */

static const struct {
  const char *name;
  gloss_amount_check check;
  uint32_t needs;
} checks[] = {
  { "sign in code", sign_in_code, 0 },
  { "code in name", code_in_name, 0 },
  { "too many cents", too_many_cents, 0 },
  { "no currency", no_currency, 0 },
  { "longer noun", longer_noun, 0 },
  { "words between", words_between, 0 },
  { "sign of next", sign_of_next, GLOSS_NEEDS(SIGN) },
  { "lines of screen", lines_of_screen, GLOSS_NEEDS(N) },
  { "comma", comma_before_unit, 0 },
  { "mark before unit", mark_before_unit, GLOSS_NEEDS(UNIT) },
  { "letter of word", letter_of_word, GLOSS_NEEDS(UNIT) },
  { "in capitals", in_capitals, GLOSS_NEEDS(UNIT) },
  { "no number", no_number, 0 },
  { "unreadable", unreadable, GLOSS_NEEDS(JUNK) },
  { "year in words", year_in_words, 0 },
  { "moment", moment, GLOSS_NEEDS(N) | GLOSS_NEEDS(UNIT) },
  { "no temperature", no_temperature, GLOSS_NEEDS(N) },
  { "no part", no_part, GLOSS_NEEDS(PART) },
  { "third in row", third_in_row, GLOSS_NEEDS(PART) },
  { "each first", each_first, GLOSS_NEEDS(PART) },
  { "article", article, 0 },
  { "movement", movement, 0 },
  { "not of whole", not_of_whole, GLOSS_NEEDS(M) },
  { "in a place", in_a_place, GLOSS_NEEDS(M) },
  { "no quotient", no_quotient, GLOSS_NEEDS(OVER) | GLOSS_NEEDS(M) },
  { "half of next", half_of_next, GLOSS_NEEDS(HALF) },
  { "half of match", half_of_match, 0 },
  { "no count", no_count, GLOSS_NEEDS(N) },
  { "no count of whole", no_count_of_whole, 0 },
  { "score", score, GLOSS_NEEDS(N) | GLOSS_NEEDS(M) },
  { "no ordinal", no_ordinal, GLOSS_NEEDS(NTH) }
};

gloss_amount_check gloss_amount_check_of(gloss_slice name, uint32_t *needs) {
  for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
    gloss_slice known = { checks[i].name, strlen(checks[i].name) };
    if (!gloss_same_bytes(known, name)) continue;
    *needs |= checks[i].needs;
    return checks[i].check;
  }
  return NULL;
}

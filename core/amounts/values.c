/* values.c - the numbers of an amount: the ways in which a rule makes them, by
** name, what "about" and "more than" say of them, and what is in doubt. */
#include <math.h>

#include "amounts/amounts.h"
#include "base/number.h"
#include "base/slice.h"

/* What is in doubt. */
static const char no_number[] = "digits that make no number";
static const char which_currency[] = "several currencies have this name";
static const char no_currency[] = "no currency";
static const char metres[] = "metres or millions";
static const char weight[] = "weight or money";
static const char which_scale[] = "the scale of the first number";
static const char thousands[] = "thousands or decimals";

static const char not_smaller[] = "the first is not the smaller one";

/* ---- Parts of a reading ---- */

/* What a captured word is worth, `open` where it is not there. */
static double worth(const gloss_item *item, double open) {
  return item != NULL ? item->value : open;
}

/* The name that a word stands for; bytes NULL: it has none. */
static gloss_slice text_of(const gloss_place *x, const gloss_item *item) {
  const gloss_word_value *value =
      item != NULL ? gloss_grammar_value(x->a->grammar, item->word) : NULL;
  return value != NULL && value->kind == GLOSS_WORTH_TEXT
             ? value->text : (gloss_slice){ NULL, 0 };
}

/* A name beside the sign says more than "$". */
gloss_slice gloss_amount_currency(const gloss_place *x) {
  const gloss_item *item = GLOSS_CAPTURED(x, SIGN);
  gloss_slice sign = text_of(x, item);
  gloss_slice name = text_of(x, GLOSS_CAPTURED(x, MONEY));
  if (name.bytes == NULL) name = text_of(x, GLOSS_CAPTURED(x, CODE));
  if (sign.bytes == NULL) return name;
  if (item != NULL && gloss_item_len(item) == 1 &&
      x->t.bytes[item->start] == '$' && name.bytes != NULL)
    return name;
  return sign;
}

static bool is_hedge(const gloss_place *x, uint32_t kinds) {
  const gloss_item *hedge = GLOSS_CAPTURED(x, HEDGE);
  return hedge != NULL && gloss_item_is(x, hedge, kinds);
}

static void set_low(gloss_reading *r) {
  if (!r->has_low) r->low = r->value;
  r->has_low = true;
}

static void set_high(gloss_reading *r) {
  if (!r->has_high) r->high = r->value;
  r->has_high = true;
}

/* One value, and what "about", "nearly", "more than", "up to" say of it. */
static const char *set_value(const gloss_place *x, gloss_reading *r,
                             double value) {
  const gloss_item *n = GLOSS_CAPTURED(x, N);
  r->value = gloss_fifteen_digits(value);
  r->has_value = true;
  r->approx = n != NULL && n->approx;
  if (is_hedge(x, GLOSS_IS_OVER)) {
    set_low(r);
  } else if (is_hedge(x, GLOSS_IS_UNDER)) {
    set_high(r);
  } else if (GLOSS_CAPTURED(x, HEDGE) != NULL) {
    r->approx = true;
    if (is_hedge(x, GLOSS_IS_NEARLY)) set_high(r);
  }
  return NULL;
}

static void set_bounds(gloss_reading *r, double low, double high) {
  r->low = gloss_fifteen_digits(low);
  r->high = gloss_fifteen_digits(high);
  r->has_low = r->has_high = true;
}

/* What is left of a reading whose number is in doubt. */
static void without_number(gloss_reading *r, const char *why) {
  r->has_value = r->has_low = r->has_high = false;
  r->unknown = why;
}

static void set_unit(const gloss_place *x, gloss_reading *r) {
  switch (x->rule->unit_from) {
  case GLOSS_UNIT_CURRENCY:
    r->unit = gloss_amount_currency(x);
    if (r->unit.bytes == NULL) r->unknown = which_currency;
    break;
  case GLOSS_UNIT_CAPTURED:
    r->unit = text_of(x, GLOSS_CAPTURED(x, UNIT));
    break;
  case GLOSS_UNIT_NAMED: r->unit = x->rule->unit; break;
  case GLOSS_UNIT_NONE: break;
  }
}

/* What the words around tell is a kind of its own. */
static void set_other(const gloss_place *x, gloss_reading *r,
                      gloss_amount_kind kind) {
  r->kind = kind;
  r->unit = x->rule->other_unit;
}

/* ---- Doubts ---- */

static bool ends_in_thousands(const gloss_place *x, const gloss_item *item) {
  return gloss_item_len(item) > 4 &&
         GLOSS_HAS(x->t, item->end - 4u, ",000");
}

/* "400-500,000": thousands on both sides, or on one? */
static bool scale_in_doubt(const gloss_place *x, double low, double high) {
  return low < 1000 && low * 1000 < high && low > 1 &&
         ends_in_thousands(x, GLOSS_CAPTURED(x, M)) &&
         !GLOSS_CAPTURED(x, N)->scaled;
}

/* "16,356" in Spanish: a comma before thousands, or before decimals? */
static bool comma_in_doubt(const gloss_place *x) {
  const gloss_item *n = GLOSS_CAPTURED(x, N);
  size_t len = n != NULL ? gloss_item_len(n) : 0;
  if (!gloss_has_set(x, GLOSS_SET_COMMA_DOUBT) || len < 5 || len > 7)
    return false;
  for (size_t i = 0; i < len; i++)
    if (i == len - 4 ? gloss_item_byte(x, n, i) != ','
                     : !gloss_is_digit(x->t, n->start + i))
      return false;
  return true;
}

/* One mark with one or two digits behind it can mean nothing else. */
bool gloss_amount_foreign_decimals(const gloss_place *x,
                                   const gloss_item *item, double *value) {
  char digits[40];
  size_t len = gloss_item_len(item), mark = 0;
  if (len >= sizeof digits) return false;
  for (size_t i = 0; i < len; i++) {
    unsigned char c = gloss_item_byte(x, item, i);
    bool is_mark = c == '.' || c == ',';
    if (is_mark && mark > 0) return false;
    if (is_mark) mark = i;
    else if (c < '0' || c > '9') return false;
    digits[i] = is_mark ? '.' : (char)c;
  }
  return mark > 0 && len - mark >= 2 && len - mark <= 3 &&
         gloss_read_number((gloss_slice){ digits, len }, value);
}

/* ---- Ways to make a value ---- */

/* Number, scale and letter, each where it is there: "5", "75 USD million". */
static double product(const gloss_place *x) {
  return worth(GLOSS_CAPTURED(x, N), 1) * worth(GLOSS_CAPTURED(x, LETTER), 1) *
         worth(GLOSS_CAPTURED(x, SCALE), 1);
}

static const char *plain(gloss_place *x, gloss_reading *r) {
  return set_value(x, r, product(x));
}

/* The same, and the minus before it. */
static const char *with_minus(gloss_place *x, gloss_reading *r) {
  double n = gloss_amount_signed(x, GLOSS_CAPTURED(x, N));
  return set_value(x, r, n * worth(GLOSS_CAPTURED(x, LETTER), 1));
}

/* "$5", "5 dollars and 20 cents" */
static const char *money(gloss_place *x, gloss_reading *r) {
  set_value(x, r, product(x) + worth(GLOSS_CAPTURED(x, M), 0) / 100);
  if (comma_in_doubt(x)) without_number(r, thousands);
  return NULL;
}

/* "30 MUSD" */
static const char *in_millions(gloss_place *x, gloss_reading *r) {
  return set_value(x, r, GLOSS_CAPTURED(x, N)->value * 1e6);
}

static const char *one_half(gloss_place *x, gloss_reading *r) {
  return set_value(x, r, 0.5);
}

/* "A mile and a half", "two percentage points and a half". */
static const char *and_a_half(gloss_place *x, gloss_reading *r) {
  return set_value(x, r, worth(GLOSS_CAPTURED(x, N), 1) + 0.5);
}

/* "Two thirds of a mile", "a quarter", "0.3 of a percentage point". */
static const char *part(gloss_place *x, gloss_reading *r) {
  return set_value(x, r, worth(GLOSS_CAPTURED(x, N), 1) /
                             worth(GLOSS_CAPTURED(x, PART), 1));
}

static const char *part_with_minus(gloss_place *x, gloss_reading *r) {
  const gloss_item *n = GLOSS_CAPTURED(x, N);
  return set_value(x, r, (n != NULL ? gloss_amount_signed(x, n) : 1) /
                             GLOSS_CAPTURED(x, PART)->value);
}

/* "Three in five", "one over three". */
static const char *quotient(gloss_place *x, gloss_reading *r) {
  return set_value(x, r, worth(GLOSS_CAPTURED(x, N), 1) /
                             GLOSS_CAPTURED(x, M)->value);
}

static const char *quotient_with_minus(gloss_place *x, gloss_reading *r) {
  return set_value(x, r, gloss_amount_signed(x, GLOSS_CAPTURED(x, N)) /
                             GLOSS_CAPTURED(x, M)->value);
}

/* "$1,5 million"; of "$1,2,3" nobody knows how much it is. */
static const char *decimals(gloss_place *x, gloss_reading *r) {
  double value;
  if (!gloss_amount_foreign_decimals(x, GLOSS_CAPTURED(x, JUNK), &value)) {
    r->unknown = no_number;
    return NULL;
  }
  r->value = gloss_fifteen_digits(value * product(x));
  return r->has_value = true, NULL;
}

/* ---- Ranges ---- */

/* "15-20 million": the scale of the second is the first's, too, where it would
** be larger else. "Five or six" is a range, "a million or a billion" a choice. */
static const char *range(gloss_place *x, gloss_reading *r) {
  const gloss_item *n = GLOSS_CAPTURED(x, N), *m = GLOSS_CAPTURED(x, M);
  double low = n->value, high = m->value;
  const char *why;
  if (m->scaled && !n->scaled && low < high / m->scale &&
      !gloss_item_is(x, n, GLOSS_IS_YEAR_WORD))
    low *= m->scale;
  if (low >= high) return not_smaller;
  why = gloss_amount_no_range(x);
  if (why != NULL) return why;
  if (high > 3 * low && gloss_amount_has_or(x)) return "a choice";
  set_bounds(r, low, high);
  r->approx = is_hedge(x, GLOSS_IS_APPROX | GLOSS_IS_NEARLY);
  if (scale_in_doubt(x, r->low, r->high)) without_number(r, which_scale);
  return NULL;
}

/* "£800m-£1.2bn", "$15-20m": each side with its own scale, or the second's. */
static const char *money_range(gloss_place *x, gloss_reading *r) {
  const gloss_item *n = GLOSS_CAPTURED(x, N);
  const gloss_item *first = GLOSS_CAPTURED(x, LETTER_LOW);
  const gloss_item *second = GLOSS_CAPTURED(x, LETTER);
  double low, high = GLOSS_CAPTURED(x, M)->value * worth(second, 1);
  if (first == NULL && second == NULL) return range(x, r);
  low = n->value * worth(first, 1);
  if (first == NULL && !n->scaled) low *= second->value;
  if (low >= high) return not_smaller;
  set_bounds(r, low, high);
  return NULL;
}

/* "Between a third and a half", "a quarter to two thirds". */
static const char *part_range(gloss_place *x, gloss_reading *r) {
  const gloss_item *other = GLOSS_CAPTURED(x, OTHER);
  double low = worth(GLOSS_CAPTURED(x, N), 1) / GLOSS_CAPTURED(x, PART)->value;
  double high = GLOSS_CAPTURED(x, HALF) != NULL || other == NULL
                    ? 0.5 : worth(GLOSS_CAPTURED(x, M), 1) / other->value;
  if (low >= high) return not_smaller;
  set_bounds(r, low, high);
  return NULL;
}

/* An amount, or a range where there is a second number. */
static const char *one_or_two(gloss_place *x, gloss_reading *r) {
  if (GLOSS_CAPTURED(x, M) != NULL) return range(x, r);
  return set_value(x, r, gloss_amount_signed(x, GLOSS_CAPTURED(x, N)));
}

/* ---- What the words around tell ---- */

/* "Five million pounds" is money; "five pounds" may be a weight. */
static const char *weight_or_money(gloss_place *x, gloss_reading *r) {
  const gloss_item *m = GLOSS_CAPTURED(x, M);
  double large = m != NULL ? m->value : GLOSS_CAPTURED(x, N)->value;
  int told = gloss_amount_money_or_weight(x);
  const char *why;
  if (told == 0 && GLOSS_CAPTURED(x, UNIT)->gap == '-') told = -1;
  if (told > 0 || (told == 0 && large >= 1e5)) return one_or_two(x, r);
  set_other(x, r, GLOSS_QUANTITY);
  why = one_or_two(x, r);
  if (told == 0) r->unknown = weight;
  return why;
}

/* "5m" alone: a length, a number in millions, or nobody knows. */
static const char *metres_or_millions(gloss_place *x, gloss_reading *r) {
  int told = gloss_amount_millions_or_metres(x);
  double scale = GLOSS_CAPTURED(x, LETTER)->value;
  const char *why;
  if (told == 0 && !gloss_amount_lone_unit(x)) return "a letter of a word";
  if (told < 0) return one_or_two(x, r);
  if (told == 0) {
    r->unit = (gloss_slice){ NULL, 0 };
    r->unknown = metres;
    return NULL;
  }
  set_other(x, r, GLOSS_COUNT);
  why = one_or_two(x, r);
  r->value = gloss_fifteen_digits(r->value * scale);
  r->low = gloss_fifteen_digits(r->low * scale);
  r->high = gloss_fifteen_digits(r->high * scale);
  return why;
}

/* A plain number: a price where the words say so, one in so many, or a count. */
static const char *count(gloss_place *x, gloss_reading *r) {
  const gloss_item *n = GLOSS_CAPTURED(x, N);
  uint32_t one_in = UINT32_MAX;
  char tail;
  if (n->scaled && gloss_amount_is_price(x)) {
    r->kind = GLOSS_MONEY;
    r->unknown = no_currency;
    return set_value(x, r, n->value);
  }
  if (GLOSS_CAPTURED(x, HEDGE) == NULL && n->value >= 2)
    one_in = gloss_amount_one_in(x);
  if (one_in != UINT32_MAX) {
    x->from = one_in;
    set_other(x, r, GLOSS_QUANTITY);
    return set_value(x, r, 1 / n->value);
  }
  set_value(x, r, gloss_amount_signed(x, n));
  if (comma_in_doubt(x)) return without_number(r, thousands), NULL;
  tail = gloss_amount_tail(x);
  if (tail == '+') {
    r->low = r->value;
    r->has_low = true;
  }
  r->approx = r->approx || tail == '~';
  return NULL;
}

/* "The bottom fifth" is a part. */
static const char *ordinal(gloss_place *x, gloss_reading *r) {
  const gloss_item *nth = GLOSS_CAPTURED(x, NTH);
  if (!gloss_amount_is_share(x, nth)) return set_value(x, r, nth->value);
  set_other(x, r, GLOSS_QUANTITY);
  return set_value(x, r, 1 / nth->value);
}

/* ---- Their names ---- */

static const struct {
  const char *name;
  gloss_amount_method method;
  uint32_t needs;
} methods[] = {
  { "number", plain, 0 },
  { "number with minus", with_minus, GLOSS_NEEDS(N) },
  { "money", money, 0 },
  { "millions", in_millions, GLOSS_NEEDS(N) },
  { "half", one_half, 0 },
  { "and a half", and_a_half, 0 },
  { "part", part, 0 },
  { "part with minus", part_with_minus, GLOSS_NEEDS(PART) },
  { "quotient", quotient, GLOSS_NEEDS(M) },
  { "quotient with minus", quotient_with_minus,
    GLOSS_NEEDS(N) | GLOSS_NEEDS(M) },
  { "decimals", decimals, GLOSS_NEEDS(JUNK) },
  { "range", range, GLOSS_NEEDS(N) | GLOSS_NEEDS(M) },
  { "money range", money_range, GLOSS_NEEDS(N) | GLOSS_NEEDS(M) },
  { "part range", part_range, GLOSS_NEEDS(PART) },
  { "weight or money", weight_or_money, GLOSS_NEEDS(N) | GLOSS_NEEDS(UNIT) },
  { "metres or millions", metres_or_millions,
    GLOSS_NEEDS(N) | GLOSS_NEEDS(LETTER) },
  { "count", count, GLOSS_NEEDS(N) },
  { "ordinal", ordinal, GLOSS_NEEDS(NTH) }
};

gloss_amount_method gloss_amount_method_of(gloss_slice name, uint32_t *needs) {
  for (size_t i = 0; i < sizeof methods / sizeof *methods; i++) {
    gloss_slice known = { methods[i].name, strlen(methods[i].name) };
    if (!gloss_same_bytes(known, name)) continue;
    *needs |= methods[i].needs;
    return methods[i].method;
  }
  return NULL;
}

const char *gloss_amount_read(gloss_place *x, gloss_reading *r) {
  const gloss_amount_rule_entry *rule = x->rule;
  const char *why;
  *r = (gloss_reading){ .kind = rule->kind };
  if (rule->needs & ~x->captures) return "it captures too little";
  for (size_t i = 0; i < rule->check_count; i++) {
    why = rule->checks[i](x);
    if (why != NULL) return why;
  }
  set_unit(x, r);
  why = rule->value(x, r);
  if (!isfinite(r->value) || !isfinite(r->low) || !isfinite(r->high))
    without_number(r, no_number);
  return why;
}

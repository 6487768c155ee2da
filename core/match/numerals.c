/* numerals.c - words and digits that make one number, by what they are worth.
**
** Each function reads from one place on and tells where it ended: a part whose
** `next` is 0 is none. */
#include "match/numerals.h"

#include <math.h>
#include <string.h>

#include "base/number.h"

/* What a class is, as the header says it. */
enum {
  CARD = 1 << 0, TENS = 1 << 1, HUNDRED = 1 << 2, HUNDREDS = 1 << 3,
  SCALE = 1 << 4, THOUSAND = 1 << 5, BIGLETTER = 1 << 6, DOZEN = 1 << 7,
  ROUND = 1 << 8, HALF = 1 << 9, QUARTER = 1 << 10, ANDWORD = 1 << 11,
  ARTICLE = 1 << 12, OF = 1 << 13, POINT = 1 << 14, FRACMARK = 1 << 15,
  ORD = 1 << 16, FRACTIONS = 1 << 17, SMALL = 1 << 18, FIGURE = 1 << 19,
  SCALES = SCALE | THOUSAND | BIGLETTER,
  STARTS = CARD | TENS | HUNDREDS | SCALE | THOUSAND | HALF | ARTICLE | FIGURE |
           DOZEN | FRACMARK | QUARTER,
  /* where there are none of these, and no slash, nothing can be joined */
  WORDS = CARD | TENS | HUNDRED | HUNDREDS | SCALES | DOZEN | POINT | ROUND |
          HALF | QUARTER | FRACTIONS | FRACMARK
};
static const struct {
  const char *name;
  uint32_t kind;
} class_kinds[] = {
  { "CARD", CARD },           { "TENS", TENS },     { "HUNDRED", HUNDRED },
  { "HUNDREDS", HUNDREDS },   { "SCALE", SCALE },   { "THOUSAND", THOUSAND },
  { "BIGLETTER", BIGLETTER }, { "DOZEN", DOZEN },   { "ROUND", ROUND },
  { "HALF", HALF },           { "ORD", ORD },       { "ANDWORD", ANDWORD },
  { "A", ARTICLE },           { "OF", OF },         { "POINT", POINT },
  { "FRACMARK", FRACMARK },   { "INT2", SMALL | FIGURE },
  { "FRACTIONS", FRACTIONS }, { "YEAR4", FIGURE },  { "NUM", FIGURE },
  { "QUARTER", QUARTER }
};

/* What may stand before an item. */
enum { SPACE = 1, HYPHEN = 2, GLUED = 4, COMMA = 8, SLASH = 16, OTHER = 32,
       NEAR = SPACE | HYPHEN, BESIDE = NEAR | GLUED, ANY = 63 };

void gloss_numerals_start(gloss_numerals *n, const gloss_grammar *g) {
  const char *name;
  bool words = false, years = false;
  memset(n, 0, sizeof *n);
  n->grammar = g;
  for (int i = 0; (name = gloss_grammar_class_name(g, i)) != NULL; i++) {
    for (size_t k = 0; k < sizeof class_kinds / sizeof *class_kinds; k++)
      if (strcmp(name, class_kinds[k].name) == 0)
        n->kinds[i] = class_kinds[k].kind;
    if (strcmp(name, "WORDNUM") == 0) {
      n->word_number = (uint8_t)i;
      words = true;
    } else if (strcmp(name, "YEARWORD") == 0) {
      n->year_in_words = (uint8_t)i;
      years = true;
    }
  }
  n->figure_number = GLOSS_FIGURE_NUMBER;
  n->usable = words && years;
}

/* ---- Items ---- */

typedef struct phrase {
  const gloss_numerals *n;
  const gloss_item *items;
  uint32_t kinds[GLOSS_MAX_ITEMS];
  uint8_t gaps[GLOSS_MAX_ITEMS];
  size_t count;
} phrase;

/* A number, or a part of one. */
typedef struct part {
  double value;
  size_t next;         /* the item behind; 0: there is no such part */
  double factor;       /* of the scale it ends in, or 1 */
  uint8_t class_number;
  bool named;          /* with a word for hundreds */
  bool figure;         /* it begins with digits */
} part;

static const part none = { .next = 0 };

/* Is item j of one of these kinds, with one of these gaps before it? */
static bool is(const phrase *p, size_t j, uint32_t kinds, unsigned gaps) {
  return j < p->count && (p->kinds[j] & kinds) != 0 && (p->gaps[j] & gaps) != 0;
}

static double worth(const phrase *p, size_t j) { return p->items[j].value; }

static bool is_whole(double value) { return value == floor(value); }

/* ---- Whole numbers ---- */

static bool is_unit(const phrase *p, size_t j, unsigned gaps) {
  return is(p, j, CARD, gaps) && worth(p, j) > 0 && worth(p, j) < 10;
}

/* Does the word for "and" join tens and units, as in "treinta y cinco"? */
static bool joins_tens(const phrase *p, size_t j) {
  const gloss_word_value *value;
  if (!is(p, j, ANDWORD, SPACE)) return false;
  value = gloss_grammar_value(p->n->grammar, p->items[j].word);
  return value != NULL && value->kind == GLOSS_WORTH_TEXT &&
         value->text.len == 4 && memcmp(value->text.bytes, "tens", 4) == 0;
}

/* Below one hundred, or one number in digits. */
static part small(const phrase *p, size_t j, unsigned gaps) {
  part n = { .next = j + 1 };
  if (!is(p, j, FIGURE | CARD | TENS, gaps)) return none;
  n.value = worth(p, j);
  n.figure = (p->kinds[j] & FIGURE) != 0;
  if (!(p->kinds[j] & TENS)) return n;
  if (is_unit(p, j + 1, BESIDE)) {
    n.value += worth(p, j + 1);
    n.next = j + 2;
  } else if (joins_tens(p, j + 1) && is_unit(p, j + 2, SPACE)) {
    n.value += worth(p, j + 2);
    n.next = j + 3;
  }
  return n;
}

/* "Three hundred", "a hundred", "doscientos", which are named; or a number below
** one hundred. */
static part head_of_hundreds(const phrase *p, size_t j, unsigned gaps) {
  part n = { .value = 1, .next = j + 1 };
  if (is(p, j, HUNDREDS, gaps))
    return (part){ .value = worth(p, j), .next = j + 1, .named = true };
  if (!(is(p, j, ARTICLE, gaps) && is(p, j + 1, HUNDRED, NEAR))) {
    n = small(p, j, gaps);
    if (n.next == 0) return none;
  }
  if ((is(p, n.next, HUNDRED, BESIDE) ||
       (n.value > 1 && is(p, n.next, HUNDREDS, SPACE))) &&
      worth(p, n.next) == 100 && n.value < 100) {
    n.value *= 100;
    n.next++;
    n.named = true;
  }
  return n;
}

/* With hundreds: "three hundred and five", "a hundred". */
static part hundreds(const phrase *p, size_t j, unsigned gaps) {
  part n = head_of_hundreds(p, j, gaps), rest;
  bool joint, apart;
  if (n.next == 0 || !n.named) return n;
  joint = is(p, n.next, ANDWORD, NEAR);
  rest = small(p, n.next + joint, joint ? NEAR : BESIDE);
  /* "One hundred and three quarters" is 100.75, as three quarters are less than
  ** one; "one hundred and thirty-two fifths" is 132 / 5. */
  apart = joint && rest.next > 0 && is(p, rest.next, FRACTIONS, NEAR) &&
          rest.value < worth(p, rest.next);
  if (rest.next > 0 && rest.value < 100 && is_whole(rest.value) && !apart &&
      !is(p, rest.next, HUNDRED, NEAR) && !(n.figure && !joint)) {
    n.value += rest.value;
    n.next = rest.next;
  }
  n.figure = false;
  return n;
}

/* The scales that stand from j on: what they are worth together; where they
** end. */
static size_t scales(const phrase *p, size_t j, unsigned gaps, double *factor) {
  *factor = 1;
  while (is(p, j, SCALE | THOUSAND, gaps) || is(p, j, BIGLETTER, GLUED))
    *factor *= worth(p, j++);
  return j;
}

/* The part after a scale: "two thousand (and) three hundred". */
static part smaller(const phrase *p, size_t j, double limit) {
  bool joint = is(p, j, ANDWORD, SPACE);
  size_t start = j + joint, stop;
  part n;
  if (is(p, start, ARTICLE, ANY)) return none;
  n = hundreds(p, start, joint ? SPACE : SPACE | COMMA);
  if (n.next == 0 || (!joint && is(p, start, UINT32_MAX, COMMA) && n.figure))
    return none;
  stop = scales(p, n.next, BESIDE, &n.factor);
  if (n.value * n.factor >= limit) return none;
  if (joint && (is(p, stop, FRACTIONS, NEAR) ||
                is(p, stop, HALF | QUARTER, SPACE)))
    return none; /* "six million and two thirds" */
  if (n.factor == 1 && n.figure && (n.value >= 100 || !joint)) return none;
  n.value *= n.factor;
  n.next = stop;
  return n;
}

/* "Mil 300 millones": digits behind a scale that stands alone. */
static bool figure_behind_thousand(const phrase *p, size_t j) {
  return (p->kinds[j - 1] & THOUSAND) && is(p, j, FIGURE, SPACE) &&
         worth(p, j) < 1000;
}

/* The number in front of any fraction. */
static part whole(const phrase *p, size_t j) {
  part n = { .value = 1, .next = j + 1, .factor = 1 }, more;
  double factor, limit;
  if (p->kinds[j] & THOUSAND) { /* mille */
    n.factor = worth(p, j);
  } else if (!((p->kinds[j] & ARTICLE) && is(p, j + 1, SCALE, NEAR))) {
    n = hundreds(p, j, ANY);
    n.factor = 1;
  }
  if (n.next == 0) return none;
  n.next = scales(p, n.next, BESIDE, &factor);
  n.factor *= factor;
  if (figure_behind_thousand(p, n.next)) {
    n.value = n.value * n.factor + worth(p, n.next);
    n.next = scales(p, n.next + 1, BESIDE, &n.factor);
    n.value *= n.factor;
    return n;
  }
  n.value *= n.factor;
  for (limit = n.factor; limit > 1; limit = more.factor) {
    more = smaller(p, n.next, limit);
    if (more.next == 0) break;
    n.value += more.value;
    n.next = more.next;
    n.factor = more.factor;
  }
  return n;
}

/* ---- Fractions ---- */

/* May it be divided by that? "9/11" is no fraction. */
static bool is_divisor(double value) {
  static const double divisors[] = { 2, 3, 4, 5, 6, 8, 10, 16, 32 };
  for (size_t i = 0; i < sizeof divisors / sizeof *divisors; i++)
    if (divisors[i] == value) return true;
  return false;
}

/* "3/4" */
static part slashed(const phrase *p, size_t j) {
  double over = j + 1 < p->count ? worth(p, j + 1) : 0;
  if (!is(p, j + 1, SMALL, SLASH) || !is_divisor(over) || worth(p, j) <= 0 ||
      worth(p, j) >= over || is(p, j + 2, UINT32_MAX, SLASH))
    return none;
  return (part){ .value = worth(p, j) / over, .next = j + 2 };
}

/* What n parts are worth that the word at k names: "two thirds". `counted`: a
** number or an article stands before it. */
static part divided(const phrase *p, size_t k, double n, bool counted) {
  double value = k < p->count ? worth(p, k) : 0;
  if (is(p, k, HALF, NEAR)) value = n * 0.5;
  else if (is(p, k, FRACTIONS, NEAR)) value = n / value;
  else if (counted && is(p, k, QUARTER, NEAR)) value = n / 4;
  else if (counted && is(p, k, ORD, NEAR) && value > 2) value = n / value;
  else return none;
  return (part){ .value = value, .next = k + 1 };
}

/* "and a half", "and two thirds", "1/2", "½" after a number: the fraction. */
static part fraction(const phrase *p, size_t j) {
  part n = none;
  size_t k = j + 1;
  double count = 1;
  if (is(p, j, FRACMARK, SPACE | GLUED))
    return (part){ .value = worth(p, j), .next = j + 1 };
  if (is(p, j, SMALL, SPACE)) n = slashed(p, j);
  if (n.next > 0 || !is(p, j, ANDWORD, NEAR)) return n;
  if (is(p, k, ARTICLE, NEAR)) {
    k++;
  } else if (is(p, k, CARD | TENS, NEAR)) {
    n = small(p, k, NEAR);
    count = n.value;
    k = n.next;
  }
  return divided(p, k, count, k > j + 1);
}

/* A number and the fraction behind it: "one and a half million", "one million
** and a half", "one billion and three quarters million". */
static part with_fraction(const phrase *p, part n) {
  part behind = fraction(p, n.next);
  double own;
  size_t stop;
  if (behind.next == 0) return none;
  stop = scales(p, behind.next, BESIDE, &own);
  if (own == 1) {
    n.value += behind.value * n.factor;
    n.next = behind.next;
  } else if (n.factor == 1) {
    n.value = (n.value + behind.value) * own;
    n.next = stop;
  } else if (own < n.factor) {
    n.value += behind.value * own;
    n.next = stop;
  }
  return n;
}

/* "Two point five", "two hundred point seventy-one". */
static part with_decimals(const phrase *p, part n) {
  double decimals = 0, power = 1, factor;
  size_t place = n.next + 1;
  if (!is(p, n.next, POINT, SPACE)) return none;
  for (; is(p, place, CARD, ANY) && worth(p, place) < 10; place++) {
    decimals = decimals * 10 + worth(p, place);
    power *= 10;
  }
  if (power == 1) {
    part two = small(p, place, SPACE);
    if (two.next == 0 || !is_whole(two.value)) return none;
    decimals = two.value;
    place = two.next;
    while (power <= decimals) power *= 10;
  }
  n.next = scales(p, place, BESIDE, &factor);
  n.value = (floor(n.value) * power + decimals) / power * factor;
  return n;
}

/* "A quarter of a million", "two thirds of a million". */
static part part_of_scale(const phrase *p, size_t j) {
  part n = { .value = 1, .next = j + 1 };
  double parts;
  size_t k;
  if (!(p->kinds[j] & ARTICLE)) n = small(p, j, ANY);
  k = n.next;
  if (k == 0 || !is(p, k, QUARTER | FRACTIONS | ORD, NEAR) ||
      !is(p, k + 1, OF, SPACE) || !is(p, k + 2, ARTICLE, SPACE) ||
      !is(p, k + 3, SCALE, SPACE))
    return none;
  parts = p->kinds[k] & QUARTER ? 4 : worth(p, k);
  n.value = n.value / parts * worth(p, k + 3);
  n.next = k + 4;
  n.figure = false;
  return n;
}

/* "Half a million", "a half-million", "half a dozen", from behind the half. */
static part half_of_scale(const phrase *p, size_t k) {
  double factor;
  size_t stop = scales(p, k, NEAR, &factor);
  if (stop > k) return (part){ .value = factor / 2, .next = stop };
  if (is(p, k, DOZEN, NEAR)) return (part){ .value = 6, .next = k + 1 };
  return none;
}

/* "Quarter of a million" without its "of a": "a quarter million". */
static part quarter_of_scale(const phrase *p, size_t k) {
  double factor;
  size_t stop = scales(p, k, NEAR, &factor);
  return stop > k ? (part){ .value = factor / 4, .next = stop } : none;
}

/* Halves and quarters of a scale, dozens, marks: "half a million", "a dozen",
** "3/4". `*other`: none begins here, but another number may. */
static part short_form(const phrase *p, size_t j, bool *other) {
  uint32_t kind = p->kinds[j];
  part n = part_of_scale(p, j);
  *other = false;
  if (n.next > 0) return n;
  if (kind & HALF)
    return half_of_scale(p, is(p, j + 1, ARTICLE, NEAR) ? j + 2 : j + 1);
  if ((kind & ARTICLE) && is(p, j + 1, HALF, SPACE)) {
    n = half_of_scale(p, j + 2);
    if (n.next > 0) return n;
  }
  if (kind & QUARTER) return quarter_of_scale(p, j + 1);
  if ((kind & ARTICLE) && is(p, j + 1, QUARTER, SPACE))
    return quarter_of_scale(p, j + 2);
  if (kind & DOZEN) return none;
  if (kind & FRACMARK)
    return (part){ .value = worth(p, j), .next = j + 1, .figure = true };
  if ((kind & ARTICLE) && is(p, j + 1, DOZEN | ROUND, SPACE))
    return (part){ .value = worth(p, j + 1), .next = j + 2 };
  if (kind & SMALL) n = slashed(p, j);
  n.figure = true;
  *other = n.next == 0;
  return n;
}

/* ---- Numbers ---- */

/* "Nineteen ninety-six" */
static part year_words(const phrase *p, size_t j) {
  part rest;
  if (!(((p->kinds[j] & CARD) && worth(p, j) > 9) ||
        ((p->kinds[j] & TENS) && worth(p, j) == 20)))
    return none;
  rest = small(p, j + 1, NEAR);
  if (rest.next == 0 || !((p->kinds[j + 1] & TENS) ||
                          ((p->kinds[j + 1] & CARD) && rest.value > 9)))
    return none;
  if (is(p, rest.next, HUNDRED | SCALE, NEAR)) return none;
  rest.value += worth(p, j) * 100;
  return rest;
}

static bool has_figure(const phrase *p, size_t from, size_t to) {
  while (from < to && !(p->kinds[from] & FIGURE)) from++;
  return from < to;
}

/* Words of scale may make more than a number can hold. */
static part checked(part n) { return isfinite(n.value) ? n : none; }

/* The number that begins at item j. */
static part read_number(const phrase *p, size_t j) {
  bool other;
  part n = none, more;
  if (!is(p, j, STARTS, ANY)) return n;
  n = short_form(p, j, &other);
  if (!other) {
    n.class_number = n.figure ? p->n->figure_number : p->n->word_number;
    return checked(n);
  }
  n = year_words(p, j);
  if (n.next > 0) {
    n.class_number = p->n->year_in_words;
    return n;
  }
  n = whole(p, j);
  if (n.next == 0) return n;
  more = with_fraction(p, n);
  if (more.next == 0) more = with_decimals(p, n);
  if (more.next > 0) n = more;
  if (is(p, n.next, DOZEN, SPACE)) n.value *= worth(p, n.next++);
  if (!has_figure(p, j, n.next)) n.class_number = p->n->word_number;
  else if (n.next > j + 1) n.class_number = p->n->figure_number;
  else n.class_number = p->items[j].class_number;
  return checked(n);
}

/* "twenty-first", "one hundred and fifth": the ordinal that a number is whose
** last word ends it. */
static part ordinal(const phrase *p, size_t j, part n) {
  bool joint = is(p, n.next, ANDWORD, SPACE);
  size_t k = n.next + joint;
  uint32_t last = p->kinds[n.next - 1];
  double tail;
  if (!is(p, k, ORD, BESIDE) || (p->kinds[j] & ARTICLE) || worth(p, k) <= 0)
    return none;
  tail = worth(p, k);
  if (!joint && tail >= 100 && n.value < 100 && !(last & SCALE)) {
    n.value *= tail; /* two hundredth */
  } else if ((last & TENS) && tail < 10) {
    if (joint) return none;
    n.value += tail;
  } else if (((last & HUNDRED && !(p->kinds[j] & FIGURE)) ||
              (last & SCALE && joint)) && tail < 100) {
    n.value += tail;
  } else {
    return none;
  }
  n.next = k + 1;
  n.class_number = p->items[k].class_number;
  return n;
}

/* ---- Joining ---- */

static gloss_item join(const phrase *p, size_t j, part n) {
  gloss_item item = { .start = p->items[j].start,
                      .end = p->items[n.next - 1].end,
                      .word = GLOSS_NO_GRAMMAR_WORD,
                      .class_number = n.class_number,
                      .gap = p->items[j].gap,
                      .value = gloss_fifteen_digits(n.value),
                      .scale = 1,
                      .approx = (p->kinds[n.next - 1] & ROUND) != 0,
                      .pieces = (uint8_t)(n.next - j) };
  for (size_t k = n.next - 1; k > j && (p->kinds[k] & SCALES); k--)
    item.scale *= worth(p, k);
  item.scaled = item.scale > 1 && item.pieces == 2;
  return item;
}

static void start_phrase(phrase *p, const gloss_numerals *n,
                         const gloss_item *items, size_t count) {
  static const char marks[] = "_-+,/";
  p->n = n;
  p->items = items;
  p->count = count;
  for (size_t i = 0; i < count; i++) {
    const char *mark = items[i].gap != '\0' ? strchr(marks, items[i].gap) : NULL;
    p->kinds[i] = n->kinds[items[i].class_number];
    p->gaps[i] = (uint8_t)(mark != NULL ? 1 << (mark - marks) : OTHER);
  }
}

/* "Thirty-fifths", with its hyphen, is one word. */
static size_t join_parts(phrase *p, gloss_item *items) {
  size_t count = 0;
  for (size_t j = 0; j < p->count; j++, count++) {
    gloss_item item = items[j];
    if ((p->kinds[j] & TENS) && is(p, j + 1, FRACTIONS, HYPHEN) &&
        worth(p, j + 1) < 10) {
      double value = worth(p, j) + worth(p, j + 1);
      item.class_number = items[++j].class_number;
      item.end = items[j].end;
      item.word = GLOSS_NO_GRAMMAR_WORD;
      item.value = value;
      item.pieces = 2;
    }
    items[count] = item;
  }
  return count;
}

/* Is there anything to join? */
static bool has_words(const phrase *p) {
  for (size_t i = 0; i < p->count; i++)
    if ((p->kinds[i] & WORDS) || (p->gaps[i] & SLASH)) return true;
  return false;
}

size_t gloss_numerals_join(const gloss_numerals *n, gloss_item *items,
                           size_t count) {
  gloss_item whole_items[GLOSS_MAX_ITEMS];
  phrase p;
  size_t left = 0;
  if (!n->usable || count > GLOSS_MAX_ITEMS) return count;
  start_phrase(&p, n, items, count);
  if (!has_words(&p)) return count;
  count = join_parts(&p, items);
  memcpy(whole_items, items, count * sizeof *items);
  start_phrase(&p, n, whole_items, count);
  for (size_t j = 0; j < count;) {
    part number = read_number(&p, j), last = none;
    if (number.next > 0) last = ordinal(&p, j, number);
    if (last.next > 0) number = last;
    if (number.next == 0 ||
        ((p.kinds[j] & FIGURE) && number.next == j + 1 && last.next == 0)) {
      items[left++] = whole_items[j++];
    } else {
      items[left++] = join(&p, j, number);
      j = number.next;
    }
  }
  return left;
}

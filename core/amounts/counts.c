/* counts.c - why a number is no count: it is part of a code, a phone number, a
** label, a place in a list, or what names.c finds.
**
** Most numbers have plain words on both sides, so each question looks at one
** byte first. */
#include "amounts/counts.h"

enum { LINE = 32, BRACKET = 80 }; /* bytes before a number */

static gloss_counted look_around(const gloss_place *x, const gloss_item *item,
                                 uint32_t last) {
  gloss_counted n = { .x = x, .item = item, .first = item->start,
                      .last = last };
  n.before = gloss_amount_before(x, n.first, &n.gap);
  n.left = gloss_back(x, n.first, 1);
  n.right = gloss_byte(x->t, last);
  for (uint32_t i = gloss_head_of(&n, GLOSS_HEAD); i < n.first && !n.digits;
       i++)
    n.digits = gloss_is_digit(x->t, i);
  return n;
}

static bool digit_left(const gloss_counted *n, size_t i) {
  unsigned char c = gloss_left(n, i);
  return c >= '0' && c <= '9';
}

/* ---- Codes, phone numbers, labels ---- */

/* The width of a dash (U+2013) at a place; 0: there is none. */
static size_t dash_at(const gloss_place *x, size_t at) {
  return GLOSS_HAS(x->t, at, "\xE2\x80\x93") ? 3 : 0;
}

/* " - 5", " – 5": a score. " (c)", " º". */
static bool goes_on_apart(const gloss_counted *n) {
  const gloss_place *x = n->x;
  size_t at = n->last + 1, mark = dash_at(x, at);
  if (gloss_byte(x->t, at) == '-') mark = 1;
  if (mark > 0) {
    at += mark;
    if (gloss_byte(x->t, at) == ' ') at++;
    return gloss_is_digit(x->t, at);
  }
  if (gloss_right(n, 1) == '(')
    return gloss_is_alpha(gloss_right(n, 2)) && gloss_right(n, 3) == ')';
  return GLOSS_HAS(x->t, at, "\xC2\xBA") || GLOSS_HAS(x->t, at, "\xC2\xAA");
}

/* Does it go on behind, so that it is a part? "401(k)", "20,-- EUR" */
static bool goes_on(const gloss_counted *n) {
  const gloss_place *x = n->x;
  switch (n->right) {
  case '_': case '\\': case '@': case '^': return true;
  case '-': case ':': case '/': case '.': case '\'': return gloss_digit_right(n, 1);
  case ')': return gloss_digit_right(n, gloss_right(n, 1) == ' ' ? 2 : 1);
  case '(': return gloss_is_alpha(gloss_right(n, 1)) && gloss_right(n, 2) == ')';
  case ' ': return goes_on_apart(n);
  case ',': return gloss_right(n, 1) == '-';
  case 0xE2:
    return (dash_at(x, n->last) > 0 || gloss_curly_at(x, n->last) > 0) &&
           gloss_digit_right(n, 3);
  default: return false;
  }
}

/* The start of a run of hyphens and dashes, or of apostrophes, that ends at a
** place. */
static uint32_t dashes_start(const gloss_place *x, uint32_t at) {
  for (;;) {
    if (gloss_back(x, at, 1) == '-') at--;
    else if (at >= 3 && dash_at(x, at - 3) > 0) at -= 3;
    else return at;
  }
}
static uint32_t apostrophes_start(const gloss_place *x, uint32_t at) {
  for (;;) {
    if (gloss_back(x, at, 1) == '\'') at--;
    else if (at >= 3 && gloss_curly_at(x, at - 3) > 0) at -= 3;
    else return at;
  }
}

static bool digit_before(const gloss_place *x, uint32_t at) {
  return at > 0 && gloss_is_digit(x->t, at - 1);
}

/* Is it the second part of digits right before? "5-3", "4 – 2", "1'000" */
static bool goes_before(const gloss_counted *n) {
  const gloss_place *x = n->x;
  uint32_t at = n->first, end = at, start;
  unsigned char mark;
  if (!n->digits) return false;
  if (at >= 3 && dash_at(x, at - 3) > 0 && digit_before(x, at - 3)) return true;
  start = apostrophes_start(x, at);
  if (start < at && digit_before(x, start)) return true;
  if (gloss_left(n, 1) == ' ') end--;
  mark = gloss_back(x, end, 1);
  if ((mark == '-' || mark == ')') &&
      (gloss_back(x, end, 2) == '^' || digit_before(x, end - 1)))
    return true;
  start = dashes_start(x, end);
  return start < end && gloss_back(x, start, 1) == ' ' &&
         digit_before(x, start - 1);
}

/* One group of digits of several, with spaces between. */
static bool is_one_group(const gloss_counted *n) {
  const gloss_place *x = n->x;
  if (n->right != ' ' || !gloss_digit_right(n, 1)) return false;
  for (uint32_t i = n->first + 1; i + 1 < n->last; i++)
    if (x->t.bytes[i] == ' ' && gloss_is_digit(x->t, i - 1) &&
        gloss_is_digit(x->t, i + 1))
      return true;
  return gloss_left(n, 1) == ' ' && digit_left(n, 2) && gloss_digit_right(n, 2) &&
         gloss_digit_right(n, 3);
}

/* "+41 22 ...": a plus and digits right before. */
static bool behind_plus(const gloss_counted *n) {
  uint32_t at = n->first, floor = gloss_head_of(n, GLOSS_HEAD);
  if (gloss_is_space(gloss_left(n, 1))) at--;
  while (at > floor && gloss_is_digit(n->x->t, at - 1)) at--;
  return at > floor && n->x->t.bytes[at - 1] == '+';
}

/* Part of a code, an address, a date, a phone number or a score. */
static bool is_cut(const gloss_counted *n) {
  const gloss_place *x = n->x;
  if (gloss_is_one_of(n->left, "#_/\\=&@^.:")) return true;
  if ((n->left == '"' || n->left == ' ') && gloss_left(n, 2) == '=')
    return true; /* id="5", p = 0.05 */
  if (n->left == '-' && gloss_is_alpha(gloss_left(n, 2))) { /* Covid-19, high-five */
    const gloss_item *before = x->first > 0 ? &x->items[x->first - 1] : NULL;
    return !(before != NULL &&           /* three-nought-four */
             gloss_item_is(x, before, GLOSS_IS_WORD_NUMBER));
  }
  if (((n->before.found && n->before.start == n->before.end) ||
       n->left >= 0x80) &&
      gloss_amount_ends_with(x, n->first, GLOSS_ENDING_LABELS) != UINT32_MAX)
    return true;
  return goes_before(n) || behind_plus(n) || goes_on(n) || is_one_group(n);
}

/* The letters that end at a place, those of dashes left out. */
static uint32_t letters_start(const gloss_place *x, uint32_t at,
                              uint32_t floor) {
  while (at > floor && gloss_is_wordy((unsigned char)x->t.bytes[at - 1]) &&
         !(at >= 3 && dash_at(x, at - 3) > 0))
    at--;
  return at;
}

/* The word that stands before the digits that stand before a number, and what
** stands between the last two: "sections", "and" before the 4 of "sections 3
** and 4". False: there is no such word. */
static bool word_before_digits(const gloss_counted *n, uint64_t *word,
                               uint64_t *joint, bool *joined) {
  const gloss_place *x = n->x;
  uint32_t floor = gloss_head_of(n, LINE), end = n->first, start, at;
  if (gloss_is_space(gloss_left(n, 1))) end--;
  start = letters_start(x, end, floor);
  *joined = start < end;
  *joint = gloss_amount_sets(x->a, x->t.bytes + start, end - start);
  for (at = start; at > floor;) {
    unsigned char c = (unsigned char)x->t.bytes[at - 1];
    if (at >= 3 && dash_at(x, at - 3) > 0) at -= 3;
    else if (gloss_is_one_of(c, "0123456789()+,.-") || gloss_is_space(c)) at--;
    else break;
  }
  if (at < floor) at = floor;
  end = at;
  at = letters_start(x, end, floor);
  *word = gloss_amount_sets(x->a, x->t.bytes + at, end - at);
  if (at == end) return false;
  if (gloss_byte(x->t, end) == '.') end++;
  return end + 1 < start && gloss_is_space(gloss_byte(x->t, end)) &&
         gloss_is_digit(x->t, end + 1);
}

/* The letters before a mark and a space, as in "tel: 5", "No. 5". */
static uint64_t word_before_mark(const gloss_counted *n, const char *marks) {
  const gloss_place *x = n->x;
  uint32_t end = n->first, start;
  if (gloss_back(x, end, 1) == ' ') end--;
  if (!gloss_is_one_of(gloss_back(x, end, 1), marks)) return 0;
  start = letters_start(x, --end, gloss_head_of(n, GLOSS_HEAD));
  return gloss_amount_sets(x->a, x->t.bytes + start, end - start);
}

/* A zero that begins a number of several digits; "123-4567". */
static bool looks_like_phone(const gloss_counted *n) {
  const gloss_place *x = n->x;
  uint32_t at = n->first, hyphen = 0;
  if (x->t.bytes[at] == '0') {
    while (gloss_byte(x->t, at) == '0') at++;
    if (gloss_is_digit(x->t, at)) return true;
  }
  if (n->last - n->first == 6) hyphen = n->first + 1;
  else if (n->last - n->first == 8) hyphen = n->first + 3;
  else return false;
  for (at = n->first; at < n->last; at++)
    if (at == hyphen ? x->t.bytes[at] != '-' : !gloss_is_digit(x->t, at))
      return false;
  return true;
}

/* Do groups of digits stand before it, or a plus, or a zero that begins? */
static bool behind_groups(const gloss_counted *n) {
  const gloss_place *x = n->x;
  uint32_t floor = gloss_head_of(n, GLOSS_HEAD), at = n->first;
  unsigned groups = 0;
  bool plus = false;
  if (!gloss_is_one_of(gloss_left(n, 1), " .-") || !digit_left(n, 2)) return false;
  while (at > floor && (gloss_is_digit(x->t, at - 1) ||
                        gloss_is_one_of((unsigned char)x->t.bytes[at - 1],
                                        " ()+.-"))) {
    at--;
    plus = plus || x->t.bytes[at] == '+';
    groups += gloss_is_digit(x->t, at) && !gloss_is_digit(x->t, at + 1u);
  }
  while (gloss_byte(x->t, at) == ' ') at++;
  if (gloss_byte(x->t, at) == '(') at++;
  return groups >= 2 || plus || gloss_byte(x->t, at) == '0';
}

/* One group of digits of a phone number: others or a plus stand before it, or
** a word for phones, or it begins with a zero. */
static bool in_phone(const gloss_counted *n) {
  uint64_t word, joint;
  bool joined;
  if (looks_like_phone(n)) return true;
  word = n->before.found ? n->before.sets : 0;
  if (!n->before.found && n->left == ' ') word = word_before_mark(n, ".:");
  if (GLOSS_IN(word, PHONES)) return true;
  if (!n->digits) return false;
  if (word_before_digits(n, &word, &joint, &joined) && GLOSS_IN(word, PHONES))
    return true;
  return behind_groups(n);
}

/* "page 12", "No. 5", "sections 3 and 4". */
static bool in_list(const gloss_counted *n) {
  uint64_t word = n->before.sets, joint;
  bool joined;
  if (!n->before.found) word = word_before_mark(n, ".");
  if (GLOSS_IN(word, NO_COUNT) || GLOSS_IN(word, NO_COUNT_MANY)) return true;
  if (!n->digits || !gloss_has_set(n->x, GLOSS_SET_NO_COUNT_MANY)) return false;
  return word_before_digits(n, &word, &joint, &joined) &&
         GLOSS_IN(word, NO_COUNT_MANY) && (!joined || GLOSS_IN(joint, JOINTS));
}

/* Does a bracket open before, and none close? */
static bool in_bracket(const gloss_counted *n) {
  uint32_t floor = gloss_head_of(n, BRACKET);
  for (uint32_t at = n->first; at > floor; at--) {
    if (n->x->t.bytes[at - 1] == '(') return true;
    if (n->x->t.bytes[at - 1] == ')') return false;
  }
  return false;
}

/* "[12]", "(6):", "(6.)", "2)", "1. First" at the start of a line, "2.2 The ...". */
static bool is_label(const gloss_counted *n) {
  const gloss_place *x = n->x;
  const gloss_item *item = n->item;
  size_t behind = item->end;
  unsigned char mark = gloss_byte(x->t, behind);
  if ((n->left == '[' && mark == ']') ||
      (n->left == '(' && (GLOSS_HAS(x->t, behind, "):") ||
                          GLOSS_HAS(x->t, behind, ".)"))))
    return true;
  if (n->first == 0 || n->left == '\n') {
    if ((mark == '.' || mark == ')') &&
        gloss_is_space(gloss_byte(x->t, behind + 1)))
      return true;
    return gloss_item_len(item) == 3 && gloss_is_digit(x->t, item->start) &&
           gloss_item_byte(x, item, 1) == '.' &&
           gloss_is_digit(x->t, item->start + 2u) && mark == ' ' &&
           gloss_is_upper(gloss_byte(x->t, behind + 1));
  }
  return mark == ')' && (gloss_is_space(n->left) || n->left == ',') &&
         !in_bracket(n);
}

/* ---- All questions ---- */

static bool is_before_sign(const gloss_counted *n) {
  const gloss_place *x = n->x;
  if (n->right == ' ') return GLOSS_HAS(x->t, n->last + 1u, "\xC2\xB0");
  return n->right == '%' || GLOSS_HAS(x->t, n->last, "\xC2\xB0") ||
         gloss_is_alpha(n->right) ||
         (n->right == '-' && gloss_is_upper(gloss_right(n, 1)) &&
          !gloss_counted_words(n)); /* 5-HT, but not six-Member */
}

/* In the order in which it is asked. */
static const struct {
  const char *why;
  bool (*fits)(const gloss_counted *n);
} faults[] = {
  { "part of a code or a date", is_cut },
  { "part of a phone number", in_phone },
  { "a place in a list", in_list },
  { "part of a name", gloss_in_name },
  { "a label", is_label },
  { "part of an address", gloss_in_address },
  { "a pronoun", gloss_is_pronoun },
  { "another word", gloss_is_other_word },
  { "part of an idiom", gloss_in_idiom },
  { "beside another number", gloss_is_beside_number },
  { "a length in thousands of metres", gloss_is_length },
  { "before a sign or a letter", is_before_sign },
};

const char *gloss_amount_no_count(const gloss_place *x, const gloss_item *item,
                                  const gloss_item *other, bool even_one) {
  gloss_counted n;
  if (gloss_item_is(x, item, GLOSS_IS_JUNK))
    return "digits that make no number";
  if (gloss_item_is(x, item, GLOSS_IS_YEAR_WORD)) return "a year in words";
  n = look_around(x, item, other != NULL ? other->end : item->end);
  for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
    if (faults[i].fits(&n))
      return even_one && faults[i].fits == gloss_is_pronoun ? NULL : faults[i].why;
  return NULL;
}

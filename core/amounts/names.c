/* names.c - numbers that are part of a name or an address, and number words that
** are another word. */
#include "amounts/counts.h"

enum { ADDRESS_WORDS = 4 };

/* ---- Names ---- */

/* "The Group of 77", "the Class of 96": the word before the "of". */
static bool in_name_of(const gloss_counted *n) {
  const gloss_place *x = n->x;
  uint32_t floor = gloss_head_of(n, GLOSS_HEAD), end = n->before.start, start;
  if (!gloss_is_space(gloss_left(n, 1))) return false;
  while (end > floor && gloss_is_space((unsigned char)x->t.bytes[end - 1]))
    end--;
  for (start = end; start > floor && gloss_is_alpha(gloss_back(x, start, 1));)
    start--;
  if (end == n->before.start || end - start < 2 ||
      gloss_is_alnum(gloss_back(x, start, 1)) ||
      !gloss_is_upper((unsigned char)x->t.bytes[start]))
    return false;
  return GLOSS_IN(gloss_amount_sets(x->a, x->t.bytes + start, end - start),
                  NAME_OF_HEADS);
}

/* Capitals alone, two at least. */
static bool all_capitals(const gloss_place *x, uint32_t start, uint32_t end) {
  for (uint32_t i = start; i < end; i++)
    if (!gloss_is_upper((unsigned char)x->t.bytes[i])) return false;
  return end - start >= 2;
}

/* "Python 3.12", "the Group of 77", "CA 90210", "H.R. 3590": numbers that a
** capital does not tell from amounts alone. */
static bool in_known_name(const gloss_counted *n) {
  const gloss_place *x = n->x;
  gloss_near_word word = n->before;
  size_t len = gloss_item_len(n->item);
  if (!word.found)
    return gloss_byte(x->t, n->gap) == '.' &&
           gloss_amount_ends_with(x, n->first, GLOSS_ENDING_BILLS) !=
               UINT32_MAX;
  if (GLOSS_IN(word.sets, VERSIONS)) return true;
  if (word.end - word.start == 2 && all_capitals(x, word.start, word.end) &&
      len == 5 && gloss_item_digits(x, n->item))
    return true;
  return GLOSS_IN(word.sets, NAME_OF_JOINTS) && len <= 2 && in_name_of(n);
}

/* "Boeing", "iPhone": does a capital stand first or second in a word? */
static bool is_name(const gloss_place *x, gloss_near_word word) {
  unsigned char first = gloss_byte(x->t, word.start);
  if (word.start == word.end) return false;
  return gloss_is_upper(first) ||
         (gloss_is_lower(first) && word.end - word.start > 1 &&
          gloss_is_upper(gloss_byte(x->t, word.start + 1u)));
}

static bool has_mark(const gloss_place *x, const gloss_item *item) {
  for (size_t i = 0; i < gloss_item_len(item); i++)
    if (gloss_is_one_of(gloss_item_byte(x, item, i), ",.")) return true;
  return false;
}

/* Is it small and plain enough for a name? Large and grouped numbers are none. */
static bool may_be_name(const gloss_counted *n, bool capitals) {
  const gloss_place *x = n->x;
  const gloss_item *item = n->item;
  if (gloss_counted_words(n)) return gloss_item_capital(x, item);
  return gloss_is_integer(item->value) &&
         (item->value < 10000 || (capitals && gloss_item_digits(x, item))) &&
         !has_mark(x, item) &&
         !(gloss_item_is(x, item, GLOSS_IS_NUMBER) && item->pieces > 0);
}

/* A capital word right before makes a number part of a name: Boeing 737,
** Channel One, Russia 1. */
static bool behind_name(const gloss_counted *n) {
  const gloss_place *x = n->x;
  gloss_near_word word = n->before;
  bool capitals;
  if (!word.found) return false;
  if (!is_name(x, word)) /* Cyrillic */
    return word.end > word.start &&
           (unsigned char)x->t.bytes[word.start] == 0xD0 &&
           gloss_item_len(n->item) <= 3;
  for (uint32_t i = n->gap; i < n->first; i++)
    if (x->t.bytes[i] == '\n') return false;
  capitals = all_capitals(x, word.start, word.end);
  if (GLOSS_IN(word.sets, PLAIN) && !capitals) return false;
  if (gloss_has_set(x, GLOSS_SET_CAPITAL_NOUNS) &&
      gloss_amount_capital(x, gloss_amount_after(x, n->item->end)))
    return false;
  return may_be_name(n, capitals);
}

bool gloss_in_name(const gloss_counted *n) {
  const gloss_place *x = n->x;
  if (gloss_counted_words(n) && gloss_item_capital(x, n->item) &&
      gloss_is_lower(gloss_item_byte(x, n->item, 1)) &&
      !gloss_amount_starts(x, n->first))
    return true; /* Group of Seven */
  if (in_known_name(n)) return true;
  if (gloss_has_set(x, GLOSS_SET_NUMBER_NAMES) &&
      GLOSS_IN(gloss_amount_sets_exact(x->a, x->t.bytes + n->first,
                                       gloss_item_len(n->item)),
               NUMBER_NAMES))
    return !GLOSS_IN(gloss_amount_after(x, n->item->end).sets, PLURALS); /* 3M */
  return behind_name(n);
}

/* "24, rue des Archives": a word for streets stands first. */
static bool before_street(const gloss_counted *n) {
  const gloss_place *x = n->x;
  uint32_t at = n->item->end, end;
  if (gloss_byte(x->t, at) == ',') at++;
  if (gloss_byte(x->t, at) != ' ') return false;
  for (end = ++at; gloss_is_wordy(gloss_byte(x->t, end));) end++;
  return GLOSS_IN(gloss_amount_sets_exact(x->a, x->t.bytes + at, end - at),
                  STREETS_FIRST) &&
         gloss_item_digits(x, n->item);
}

/* "317 Harbour Street": a number before a name that ends in a word for
** streets. */
bool gloss_in_address(const gloss_counted *n) {
  const gloss_place *x = n->x;
  uint32_t at = n->item->end, start;
  if (gloss_has_set(x, GLOSS_SET_STREETS_FIRST)) return before_street(n);
  if (n->right != ' ' || !gloss_is_upper(gloss_right(n, 1)) ||
      !gloss_item_digits(x, n->item) ||
      !gloss_has_set(x, GLOSS_SET_STREETS))
    return false;
  for (unsigned i = 0; i < ADDRESS_WORDS; i++) {
    if (gloss_byte(x->t, at) != ' ') return false;
    start = ++at;
    if (!gloss_is_upper(gloss_byte(x->t, at)) && !gloss_is_digit(x->t, at))
      return false;
    while (gloss_is_alnum(gloss_byte(x->t, at)) ||
           gloss_is_one_of(gloss_byte(x->t, at), "'."))
      at++;
    if (GLOSS_IN(gloss_amount_sets(x->a, x->t.bytes + start,
                                   at - start - (x->t.bytes[at - 1] == '.')),
                 STREETS))
      return true;
  }
  return false;
}

/* ---- Words that only look like numbers ---- */

/* "Two's company", "the 737's wing". */
static bool has_genitive(const gloss_counted *n) {
  const gloss_place *x = n->x;
  uint32_t at = n->item->end, start = at;
  for (;;) {
    if (gloss_byte(x->t, at) == '\'') at++;
    else if (gloss_curly_at(x, at) > 0) at += 3;
    else break;
  }
  return at > start && gloss_byte(x->t, at) == 's' &&
         !gloss_is_alnum(gloss_byte(x->t, at + 1));
}

/* Does an article stand before the word before? "The best one" */
static bool behind_article(const gloss_counted *n) {
  const gloss_place *x = n->x;
  uint32_t floor = gloss_head_of(n, GLOSS_HEAD), at = n->first, end;
  if (!gloss_is_space(gloss_left(n, 1))) return false;
  for (end = --at; at > floor && gloss_is_alpha(gloss_back(x, at, 1));) at--;
  if (at == end) return false;
  for (end = at; at > floor && gloss_is_space(gloss_back(x, at, 1));) at--;
  if (at == end) return false;
  for (end = at; at > floor && gloss_is_alpha(gloss_back(x, at, 1));) at--;
  return GLOSS_IN(gloss_amount_sets(x->a, x->t.bytes + at, end - at), ARTICLES);
}

/* The letters behind hyphens, as in "six-figure"; sets of the word. */
static bool has_tail(const gloss_counted *n, uint64_t *sets) {
  const gloss_place *x = n->x;
  uint32_t start = n->item->end, at = start;
  for (;;) {
    if (gloss_byte(x->t, at) == '-') at++;
    else if (GLOSS_HAS(x->t, at, "\xE2\x80\x90") ||
             GLOSS_HAS(x->t, at, "\xE2\x80\x91")) at += 3;
    else break;
  }
  if (at == start || !gloss_is_alpha(gloss_byte(x->t, at))) return false;
  for (start = at; gloss_is_alpha(gloss_byte(x->t, at));) at++;
  *sets = gloss_amount_sets(x->a, x->t.bytes + start, at - start);
  return true;
}

/* Is "one" a pronoun? */
bool gloss_is_pronoun(const gloss_counted *n) {
  const gloss_place *x = n->x;
  const gloss_item *minus = x->first > 0 ? &x->items[x->first - 1] : NULL;
  gloss_near_word after;
  uint64_t tail = 0;
  if (has_genitive(n)) return true;
  if (!gloss_counted_words(n) || !GLOSS_IN(gloss_item_sets(x, n->item), ONES) ||
      (minus != NULL && gloss_item_is(x, minus, GLOSS_IS_MINUS)))
    return false;
  if (has_tail(n, &tail)) return GLOSS_IN(tail, ONE_TAIL); /* one-page */
  if (GLOSS_IN(n->before.sets, ONE_AFTER) || behind_article(n)) return true;
  after = gloss_amount_after(x, n->item->end);
  if (after.found) return GLOSS_IN(after.sets, ONE_BEFORE);
  return n->before.found && x->from > 0;
}

/* "A six-figure sum", "one-off", "net zero", "a 737". */
bool gloss_in_idiom(const gloss_counted *n) {
  const gloss_place *x = n->x;
  uint64_t tail = 0, after;
  bool tailed = has_tail(n, &tail);
  if (GLOSS_IN(tail, NO_COUNT_TAIL)) return true;
  if (gloss_counted_words(n)) {
    after = gloss_amount_after(x, n->item->end).sets;
    if (GLOSS_IN(after, FIGURES)) return true; /* six figures */
    if (n->item->value == 0 && gloss_has_set(x, GLOSS_SET_ZERO_AFTER))
      return GLOSS_IN(n->before.sets, ZERO_AFTER) ||
             GLOSS_IN(after, ZERO_BEFORE);
  }
  return GLOSS_IN(n->before.sets, ONE_THING) && !tailed &&
         gloss_item_digits(x, n->item);
}

static bool has_lower(const gloss_place *x, gloss_near_word word) {
  for (uint32_t i = word.start; i < word.end; i++)
    if (gloss_is_lower((unsigned char)x->t.bytes[i])) return true;
  return false;
}

/* "DOS" among small letters is a system, not two; "neuf" may be new. */
bool gloss_is_other_word(const gloss_counted *n) {
  const gloss_place *x = n->x;
  const gloss_item *item = n->item;
  gloss_near_word after;
  if (!gloss_counted_words(n)) return false;
  if (all_capitals(x, item->start, item->end))
    return n->before.found ? has_lower(x, n->before)
                           : has_lower(x, gloss_amount_after(x, item->end));
  if (!gloss_has_set(x, GLOSS_SET_NEEDS_PLURAL) ||
      !GLOSS_IN(gloss_item_sets(x, item), NEEDS_PLURAL))
    return false;
  after = gloss_amount_after(x, item->end);
  return !after.found ||
         !gloss_is_one_of(gloss_byte(x->t, after.end - 1u), "sxzSXZ");
}

/* "One twenty two": numbers in words side by side, of which nobody knows what
** they are together. "Three nought four" are three digits. */
static bool are_beside(const gloss_place *x, size_t a, size_t b) {
  const gloss_item *one = &x->items[a], *two = &x->items[b];
  return gloss_item_is(x, one, GLOSS_IS_WORD_NUMBER) &&
         gloss_item_is(x, two, GLOSS_IS_WORD_NUMBER) && two->gap == '_' &&
         (one->value > 9 || two->value > 9);
}

bool gloss_is_beside_number(const gloss_counted *n) {
  const gloss_place *x = n->x;
  return (x->first > 0 && are_beside(x, x->first - 1, x->first)) ||
         (x->last + 1 < x->count && are_beside(x, x->last, x->last + 1));
}

/* "A 5k race". */
bool gloss_is_length(const gloss_counted *n) {
  const gloss_place *x = n->x;
  uint32_t at = n->item->start;
  if (!gloss_has_set(x, GLOSS_SET_LENGTHS)) return false;
  while (at < n->item->end && gloss_is_digit(x->t, at)) at++;
  if (at == n->item->start) return false;
  if (at < n->item->end && x->t.bytes[at] == ' ') at++;
  return at + 1 == n->item->end && (x->t.bytes[at] | 0x20) == 'k' &&
         GLOSS_IN(gloss_amount_after(x, n->item->end).sets, LENGTHS);
}

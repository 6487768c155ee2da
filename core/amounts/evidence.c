/* evidence.c - what stands around a phrase and says what it is: scores, prices,
** weights, moments, parts, ordinals that are names. */
#include "amounts/amounts.h"

static gloss_near_word word_before(const gloss_place *x, uint32_t at) {
  uint32_t gap;
  return gloss_amount_before(x, at, &gap);
}

/* ---- Numbers ---- */

const char *gloss_amount_no_number(const gloss_place *x,
                                   const gloss_item *item) {
  unsigned char one = gloss_back(x, item->start, 1);
  unsigned char two = gloss_back(x, item->start, 2);
  if (gloss_item_is(x, item, GLOSS_IS_JUNK))
    return "digits that make no number";
  if ((one == '-' && gloss_is_alpha(two) && gloss_is_digit(x->t, item->start)) ||
      gloss_is_one_of(one, "#_/=@") ||
      (one == '\'' && two >= '0' && two <= '9'))
    return "part of a code or a date";
  return NULL;
}

/* The width of a minus sign right before a number, with a space, a bracket or
** nothing before it; 0: there is none. */
static uint32_t minus_width(const gloss_place *x, uint32_t at) {
  uint32_t width = 0;
  unsigned char c;
  if (gloss_back(x, at, 1) == '-') width = 1;
  else if (at >= 3 && GLOSS_HAS(x->t, at - 3, "\xE2\x88\x92")) width = 3;
  if (width == 0 || width == at) return width;
  c = gloss_back(x, at - width, 1);
  return gloss_is_space(c) || c == '(' ? width : 0;
}

double gloss_amount_signed(gloss_place *x, const gloss_item *item) {
  const gloss_item *word = x->first > 0 ? &x->items[x->first - 1] : NULL;
  uint32_t width;
  if (x->from != item->start) return item->value;
  width = minus_width(x, item->start);
  if (width > 0 &&
      (gloss_is_digit(x->t, item->start) || x->t.bytes[item->start] == '.')) {
    x->from = item->start - width;
    return -item->value;
  }
  if (word != NULL && gloss_item_is(x, word, GLOSS_IS_MINUS) &&
      gloss_amount_ends_with(x, word->start, GLOSS_ENDING_PLUS_OR) ==
          UINT32_MAX) {
    x->from = word->start;
    return -item->value;
  }
  return item->value;
}

/* ---- Ranges ---- */

/* "6-4, 4-6": is there another such pair beside it? */
static bool beside_pair(const gloss_place *x, uint32_t from, uint32_t to) {
  uint32_t at = from, digits;
  if (gloss_back(x, at, 1) == ' ') at--;
  if (gloss_back(x, at, 1) == ',') {
    for (digits = --at; at > 0 && gloss_is_digit(x->t, at - 1);) at--;
    if (at < digits && gloss_back(x, at, 1) == '-' && at >= 2 &&
        gloss_is_digit(x->t, at - 2u))
      return true;
  }
  if (gloss_byte(x->t, to) != ',') return false;
  at = to + 1 + (gloss_byte(x->t, to + 1) == ' ');
  for (digits = at; gloss_is_digit(x->t, at);) at++;
  return at > digits && gloss_byte(x->t, at) == '-' &&
         gloss_is_digit(x->t, at + 1u);
}

/* "3-2" is a score; a long row is a number. */
const char *gloss_amount_no_range(const gloss_place *x) {
  const gloss_item *low = GLOSS_CAPTURED(x, N), *high = GLOSS_CAPTURED(x, M);
  unsigned char one = gloss_back(x, low->start, 1);
  unsigned char two = gloss_back(x, low->start, 2);
  if (((one == '-' || one == '/') && two >= '0' && two <= '9') ||
      (one == '-' && gloss_is_alpha(two)) ||
      (gloss_item_capital(x, high) && /* 7-Eleven */
       gloss_is_lower(gloss_item_byte(x, high, 1))))
    return "part of a code or a date";
  if (high->gap == '=' && low->value < 30 && high->value < 30 &&
      high->end == x->to)
    return "a score"; /* 1 - 2 */
  if (beside_pair(x, low->start, high->end)) return "a score";
  return gloss_byte(x->t, high->end) == '-' &&
                 gloss_is_digit(x->t, high->end + 1u)
             ? "a row of numbers" : NULL;
}

bool gloss_amount_has_or(const gloss_place *x) {
  for (size_t i = x->first; i <= x->last; i++)
    if (gloss_item_is(x, &x->items[i], GLOSS_IS_OR)) return true;
  return false;
}

/* ---- Behind the phrase ---- */

/* A quotation mark, an apostrophe, a closing bracket: its width. */
static uint32_t closing_width(const gloss_place *x, uint32_t at) {
  if (gloss_is_one_of(gloss_byte(x->t, at), "\"')")) return 1;
  return GLOSS_HAS(x->t, at, "\xE2\x80\x9D") ? 3 : 0;
}

bool gloss_amount_ends_here(const gloss_place *x) {
  uint32_t at = x->to, width;
  while ((width = closing_width(x, at)) > 0) {
    if (x->t.bytes[at] == ')') return true;
    at += width;
  }
  if (gloss_is_one_of(gloss_byte(x->t, at), ".,;:!?)\n")) return true;
  for (at = x->to; gloss_is_space(gloss_byte(x->t, at));) at++;
  return at >= x->t.len;
}

char gloss_amount_tail(const gloss_place *x) {
  uint32_t at = x->to + 1, end = at;
  unsigned char mark = gloss_byte(x->t, x->to);
  uint64_t sets;
  if (mark == '+')
    return at >= x->t.len || gloss_is_space(gloss_byte(x->t, at)) ? '+' : 0;
  if (mark != '-') return 0;
  while (gloss_is_alpha(gloss_byte(x->t, end))) end++;
  sets = gloss_amount_sets_exact(x->a, x->t.bytes + at, end - at);
  if (GLOSS_IN(sets, TAILS_LOW)) return '+';
  return GLOSS_IN(sets, TAILS_APPROX) ? '~' : 0;
}

bool gloss_amount_lone_unit(const gloss_place *x) {
  unsigned char c = gloss_byte(x->t, x->to);
  return !gloss_is_alnum(c) && c != '\'' && c != '-' && c != 0xE2 &&
         !(c == '.' && gloss_is_alpha(gloss_byte(x->t, x->to + 1u)));
}

/* ---- Money, weights, lengths ---- */

int gloss_amount_money_or_weight(const gloss_place *x) {
  uint64_t after = gloss_amount_after(x, x->to).sets;
  if (!gloss_has_set(x, GLOSS_SET_COSTS)) return 0;
  if (GLOSS_IN(after, OF) || GLOSS_IN(after, WEIGHS_AFTER) ||
      (gloss_byte(x->t, x->to) == '-' &&
       gloss_is_alpha(gloss_byte(x->t, x->to + 1u))) ||
      gloss_amount_said_before(x, x->from, GLOSS_SET_WEIGHS))
    return -1;
  return GLOSS_IN(after, COSTS_AFTER) ||
                 gloss_amount_said_before(x, x->from, GLOSS_SET_COSTS)
             ? 1 : 0;
}

/* Does the word end in the "s" of a plural? `not_before`: letters that "s" has
** before it in other words, too. */
static bool is_plural(const gloss_place *x, uint32_t start, uint32_t end,
                      const char *not_before) {
  const char *s = x->t.bytes;
  return end - start >= 2 && (s[end - 1] | 0x20) == 's' &&
         !gloss_is_one_of((unsigned char)gloss_ascii_lower(s[end - 2]),
                          not_before);
}

static uint32_t alpha_end(const gloss_place *x, uint32_t at) {
  while (gloss_is_alpha(gloss_byte(x->t, at))) at++;
  return at;
}
static uint32_t space_end(const gloss_place *x, uint32_t at) {
  while (gloss_is_space(gloss_byte(x->t, at))) at++;
  return at;
}

/* "5m new users": a word and a noun in the plural behind. */
static bool before_plural_noun(const gloss_place *x) {
  uint32_t start = space_end(x, x->to), end = alpha_end(x, start), noun;
  noun = space_end(x, end);
  if (start == x->to || end == start || noun == end ||
      GLOSS_IN(gloss_amount_sets(x->a, x->t.bytes + start, end - start), PLAIN))
    return false;
  end = alpha_end(x, noun);
  return !gloss_is_digit(x->t, end) && is_plural(x, noun, end, "sui") &&
         x->t.bytes[end - 1] == 's' &&
         !GLOSS_IN(gloss_amount_sets_exact(x->a, x->t.bytes + noun,
                                           end - noun), PLAIN);
}

int gloss_amount_millions_or_metres(const gloss_place *x) {
  gloss_near_word after;
  unsigned char c = gloss_byte(x->t, x->to);
  if (gloss_is_alnum(c) || c == '\'' || c == 0xE2) return 0;
  if (gloss_amount_said_before(x, x->from, GLOSS_SET_MEASURED)) return -1;
  after = gloss_amount_after(x, x->to);
  if (!after.found) return 0;
  if (GLOSS_IN(after.sets, LENGTHS)) return -1;
  return GLOSS_IN(after.sets, PLURALS) ||
                 is_plural(x, after.start, after.end, "suai") ||
                 before_plural_noun(x)
             ? 1 : 0;
}

bool gloss_amount_is_temperature(const gloss_place *x,
                                 const gloss_item *item) {
  if (item->value >= 150 || !gloss_amount_lone_unit(x)) return false;
  return !gloss_has_set(x, GLOSS_SET_BEFORE_TEMPERATURE) ||
         GLOSS_IN(word_before(x, item->start).sets, BEFORE_TEMPERATURE) ||
         x->items[x->first].class_number != item->class_number;
}

/* The word at a place, as it is written. */
static uint64_t sets_at(const gloss_place *x, uint32_t start, uint32_t end) {
  return gloss_amount_sets_exact(x->a, x->t.bytes + start, end - start);
}

/* What one of something costs, in a currency that nobody names: "orders at 200
** million per aircraft". */
bool gloss_amount_is_price(const gloss_place *x) {
  uint32_t end = x->from, start, of;
  uint64_t word;
  if (!gloss_has_set(x, GLOSS_SET_PRICE_BEFORE)) return false;
  while (end > 0 && gloss_is_space(gloss_back(x, end, 1))) end--;
  for (start = end; start > 0 && gloss_is_alpha(gloss_back(x, start, 1));)
    start--;
  if (end == x->from || !GLOSS_IN(sets_at(x, start, end), PRICE_BEFORE))
    return false;
  start = space_end(x, x->to);
  end = alpha_end(x, start);
  if (start == x->to || end == start) return false;
  word = sets_at(x, start, end);
  of = space_end(x, end);
  end = alpha_end(x, of);
  return GLOSS_IN(word, PRICE_EACH) ||
         (GLOSS_IN(word, PRICE_PER) && end > of &&
          !GLOSS_IN(sets_at(x, of, end), PRICE_NOT_PER));
}

/* ---- Parts ---- */

bool gloss_amount_is_half(const gloss_place *x) {
  return !GLOSS_IN(word_before(x, x->from).sets, NO_HALF) &&
         gloss_byte(x->t, x->to) != '-';
}

bool gloss_amount_is_part(const gloss_place *x) {
  uint64_t after = gloss_amount_after(x, x->to).sets;
  if (GLOSS_IN(after, OF) || gloss_amount_ends_here(x)) return true;
  return GLOSS_IN(word_before(x, x->from).sets, PARTS_BEFORE) ||
         GLOSS_IN(after, PARTS_AFTER) ||
         (gloss_item_is(x, &x->items[x->first], GLOSS_IS_APPROX) &&
          GLOSS_IN(after, PARTS_VERBS));
}

uint32_t gloss_amount_one_in(const gloss_place *x) {
  uint32_t at, end;
  if (gloss_back(x, x->from, 1) != ' ' ||
      !gloss_has_set(x, GLOSS_SET_ONE_IN_ARTICLES))
    return UINT32_MAX;
  at = gloss_amount_ends_with(x, x->from, GLOSS_ENDING_ONE_IN);
  if (at == UINT32_MAX || gloss_back(x, at, 1) != ' ') return UINT32_MAX;
  for (end = --at; gloss_is_wordy(gloss_back(x, at, 1)) ||
                   gloss_back(x, at, 1) == '-';)
    at--;
  if (at == end || gloss_back(x, at, 1) != ' ') return UINT32_MAX;
  for (end = --at; gloss_is_wordy(gloss_back(x, at, 1));) at--;
  return GLOSS_IN(gloss_amount_sets(x->a, x->t.bytes + at, end - at),
                  ONE_IN_ARTICLES)
             ? at : UINT32_MAX;
}

bool gloss_amount_is_share(const gloss_place *x, const gloss_item *item) {
  return gloss_item_is(x, item, GLOSS_IS_ORDINAL) && item->value > 2 &&
         GLOSS_IN(word_before(x, item->start).sets, PART_BEFORE);
}

/* ---- Ordinals ---- */

/* Do these words stand at a place? Any white space stands for a space. */
static bool says(const gloss_place *x, size_t at, gloss_slice text) {
  for (size_t i = 0; i < text.len; i++) {
    char c = gloss_ascii_lower((char)gloss_byte(x->t, at));
    if (text.bytes[i] == ' ' ? !gloss_is_space((unsigned char)c)
                             : c != text.bytes[i])
      return false;
    at = text.bytes[i] == ' ' ? space_end(x, (uint32_t)at) : at + 1;
  }
  return true;
}

/* "In the first place", "first of all". */
static bool in_idiom(const gloss_place *x, const gloss_item *item) {
  for (size_t i = 0; i < x->a->idiom_count; i++) {
    const gloss_amount_idiom *idiom = &x->a->idioms[i];
    if (idiom->before.len <= item->start &&
        (idiom->word.len == 0 || idiom->word.len == gloss_item_len(item)) &&
        says(x, item->start - idiom->before.len, idiom->before) &&
        says(x, item->start, idiom->word) && says(x, item->end, idiom->after))
      return true;
  }
  return false;
}

/* Is a capital ordinal a name, or does it open a sentence and count nothing? */
static bool is_capital_name(const gloss_place *x, const gloss_item *item,
                            gloss_near_word before, gloss_near_word after) {
  bool starts;
  if (!gloss_item_capital(x, item)) return false;
  if (gloss_amount_capital(x, before) && !GLOSS_IN(before.sets, PLAIN))
    return true;
  starts = gloss_amount_starts(x, item->start);
  if (!starts) return gloss_amount_capital(x, after); /* First Avenue */
  return gloss_byte(x->t, item->end) == ',' ||        /* First, he; First they */
         GLOSS_IN(after.sets, PRONOUNS);
}

/* Not in "at first", and not where it is a name. */
bool gloss_amount_is_ordinal(const gloss_place *x, const gloss_item *item) {
  gloss_near_word before = word_before(x, item->start), after;
  if (GLOSS_IN(before.sets, NO_ORDINAL) || in_idiom(x, item)) return false;
  if (gloss_back(x, item->end, 1) == '.') /* "5." in German */
    return GLOSS_IN(before.sets, BEFORE_ORDINAL);
  after = gloss_amount_after(x, item->end);
  if (is_capital_name(x, item, before, after) ||
      GLOSS_IN(after.sets, NO_ORDINAL_AFTER) ||
      (GLOSS_IN(after.sets, STREETS) && gloss_amount_capital(x, after)) ||
      (GLOSS_IN(after.sets, NO_ORDINAL_TAIL) &&
       gloss_byte(x->t, item->end) == '-'))
    return false;
  return !gloss_is_alnum(gloss_byte(x->t, item->end));
}

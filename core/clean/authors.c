/* authors.c - lines about who wrote the article. */
#include "clean/bytes.h"
#include "clean/clean.h"

/* ---- Names --------------------------------------------------------------- */

/* A capital, then letters, apostrophes, hyphens, and a full stop at the end or
** not. */
static bool is_name_word(gloss_slice word) {
  size_t end = word.len;
  if (!gloss_is_upper(word.bytes[0])) return false;
  if (word.bytes[end - 1] == '.') end--;
  for (size_t i = 1; i < end; i++)
    if (!gloss_is_letter(word.bytes[i]) && !gloss_is_in(word.bytes[i], "'-"))
      return false;
  return true;
}

bool gloss_clean_is_name(gloss_slice text) {
  uint32_t words = 0;
  size_t at = gloss_spaces_end(text, 0);
  while (at < text.len) {
    size_t start = at;
    while (at < text.len && !gloss_is_space(text.bytes[at])) at++;
    if (++words > 4 ||
        !is_name_word(gloss_slice_of(text.bytes + start, at - start)))
      return false;
    at = gloss_spaces_end(text, at);
  }
  return words >= 2;
}

/* The length of a mark between a name and what follows it, at `at`, or 0. */
static size_t mark_at(gloss_slice s, size_t at) {
  static const char *const marks[] = { "•", "·", "–", "—" };
  char c = s.bytes[at];
  if (!gloss_is_high(c)) return c == ',' || c == '|';
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
    gloss_slice mark = gloss_slice_of(marks[i], strlen(marks[i]));
    if (gloss_starts_with(gloss_slice_from(s, at), mark)) return mark.len;
  }
  return 0;
}

/* Where the first of these marks stands; s.len: nowhere. */
static size_t find_mark(gloss_slice s) {
  size_t at = 0;
  while (at < s.len && mark_at(s, at) == 0) at++;
  return at;
}

/* ---- Bylines ------------------------------------------------------------- */

/* The length of the first phrase of a list that the text begins with, in any
** case or as written; 0: of none. */
static size_t opener(const gloss_cleaner *c, gloss_clean_list list,
                     gloss_slice text, bool any_case) {
  const gloss_clean_phrases *l = &c->lists[list];
  for (size_t i = 0; i < l->texts.count; i++) {
    gloss_slice phrase = gloss_clean_phrase(l, i);
    if (any_case ? gloss_starts_with_any(text, phrase)
                 : gloss_starts_with(text, phrase))
      return phrase.len;
  }
  return 0;
}

static bool capital_at(gloss_slice s, size_t at) {
  return at < s.len && gloss_is_upper(s.bytes[at]);
}

/* "By Jane", "by: Jane". */
static bool begins_by(const gloss_cleaner *c, gloss_slice text) {
  size_t at = opener(c, GLOSS_CLEAN_BY, text, true), name;
  bool colon = at < text.len && text.bytes[at] == ':';
  if (at == 0) return false;
  name = gloss_spaces_end(text, at + colon);
  return (colon || name > at) && capital_at(text, name);
}

/* "Von Lea Quist". */
static bool begins_by_names(const gloss_cleaner *c, gloss_slice text) {
  size_t at = opener(c, GLOSS_CLEAN_BY_NAMES, text, false);
  size_t name = gloss_spaces_end(text, at), end, next;
  if (at == 0 || name == at || !capital_at(text, name)) return false;
  for (end = name + 1; end < text.len && gloss_is_lower(text.bytes[end]);)
    end++;
  next = gloss_spaces_end(text, end);
  return end > name + 1 && next > end && capital_at(text, next);
}

/* "Written by", "author:". */
static bool begins_as_byline(const gloss_cleaner *c, gloss_slice lower) {
  size_t at = opener(c, GLOSS_CLEAN_BY_STARTS, lower, false);
  if (at == 0) return false;
  return lower.bytes[at - 1] == ':' ||
         (at < lower.len && gloss_is_space(lower.bytes[at]));
}

static bool is_trade(const gloss_cleaner *c, gloss_slice word) {
  char lower[64];
  if (word.len == 0 || word.len > sizeof lower) return false;
  for (size_t i = 0; i < word.len; i++)
    lower[i] = gloss_to_lower(word.bytes[i]);
  return gloss_clean_find(&c->lists[GLOSS_CLEAN_TRADES],
                          gloss_slice_of(lower, word.len)) !=
         GLOSS_NOT_INTERNED;
}

/* The last word of a text that ends with one. */
static gloss_slice last_word(gloss_slice text) {
  size_t start;
  text = gloss_without_end(text);
  for (start = text.len; start > 0 && gloss_is_alpha(text.bytes[start - 1]);)
    start--;
  return gloss_slice_from(text, start);
}

static gloss_slice first_two_words(gloss_slice text) {
  size_t at = 0;
  for (int i = 0; i < 2; i++) {
    at = gloss_spaces_end(text, at);
    while (at < text.len && !gloss_is_space(text.bytes[at])) at++;
  }
  return gloss_slice_to(text, at);
}

/* "Jane Roe, transport reporter": a name, and a trade at the end. */
static bool is_name_and_trade(const gloss_cleaner *c, gloss_slice text) {
  size_t mark;
  if (!is_trade(c, last_word(text))) return false;
  mark = find_mark(text);
  return gloss_clean_is_name(mark > 0 && mark < text.len
                                 ? gloss_slice_to(text, mark)
                                 : first_two_words(text));
}

enum { BYLINE_WORDS = 14, NAME_WORDS = 5, FORM_WORDS = 9 };

bool gloss_clean_is_byline(const gloss_cleaner *c, gloss_slice text,
                           gloss_slice lower, uint32_t words) {
  if (words > BYLINE_WORDS || text.len == 0) return false;
  if (begins_by(c, text) || begins_by_names(c, text))
    return words <= NAME_WORDS ||
           !gloss_is_in(text.bytes[text.len - 1], ".!?");
  return words <= FORM_WORDS &&
         (begins_as_byline(c, lower) || is_name_and_trade(c, text));
}

/* ---- Who ----------------------------------------------------------------- */

/* Behind the words before a name, where a capital follows; 0: there is none. */
static size_t name_start(const gloss_cleaner *c, gloss_slice text) {
  static const gloss_clean_list lists[] = { GLOSS_CLEAN_BY,
                                            GLOSS_CLEAN_BY_WRITTEN,
                                            GLOSS_CLEAN_BY_NAMES };
  for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
    size_t at = opener(c, lists[i], text, lists[i] != GLOSS_CLEAN_BY_NAMES);
    size_t end = at + (lists[i] == GLOSS_CLEAN_BY && at > 0 &&
                       at < text.len && text.bytes[at] == ':');
    size_t name = gloss_spaces_end(text, end);
    if (at > 0 && name > end && capital_at(text, name)) return name;
  }
  return 0;
}

/* Without what follows the name: "Jane Roe on Friday". */
static gloss_slice name_alone(const gloss_cleaner *c, gloss_slice name) {
  const gloss_clean_phrases *ends = &c->lists[GLOSS_CLEAN_BY_ENDS];
  name = gloss_without_end(gloss_slice_to(name, find_mark(name)));
  for (size_t at = 0; at < name.len; at++) {
    size_t word = gloss_spaces_end(name, at);
    if (word == at) continue;
    for (size_t i = 0; i < ends->texts.count; i++) {
      gloss_slice end = gloss_clean_phrase(ends, i);
      size_t next = gloss_spaces_end(name, word + end.len);
      if (gloss_starts_with(gloss_slice_from(name, word), end) &&
          next > word + end.len && capital_at(name, next))
        return gloss_slice_to(name, at);
    }
    at = word;
  }
  return name;
}

gloss_slice gloss_clean_author(const gloss_cleaner *c, gloss_slice text) {
  gloss_slice all = gloss_without_end(
      gloss_slice_from(text, gloss_spaces_end(text, 0)));
  size_t start = name_start(c, all);
  gloss_slice name;
  if (start > 0) return name_alone(c, gloss_slice_from(all, start));
  name = gloss_without_end(gloss_slice_to(all, find_mark(all)));
  return gloss_clean_is_name(name) ? name : gloss_slice_to(all, 0);
}

/* ---- About the author ---------------------------------------------------- */

enum { BIO_WORDS = 60, TRADE_REACH = 8 };

static bool says_any(const gloss_cleaner *c, gloss_clean_list list,
                     gloss_slice text) {
  const gloss_clean_phrases *l = &c->lists[list];
  for (size_t i = 0; i < l->texts.count; i++)
    if (gloss_slice_find(text, gloss_clean_phrase(l, i), 0) <= text.len)
      return true;
  return false;
}

/* The place of a phrase with white space around it, in the text at or after
** its first character; text.len: nowhere. */
static size_t find_spaced(gloss_slice text, gloss_slice phrase) {
  size_t at = gloss_slice_find(text, phrase, 0);
  while (at + phrase.len < text.len &&
         !(at > 0 && text.bytes[at - 1] == ' ' &&
           text.bytes[at + phrase.len] == ' '))
    at = gloss_slice_find(text, phrase, at + 1);
  return at + phrase.len < text.len ? at : text.len;
}

/* Where "is a" ends, or else "is the"; text.len: nowhere. */
static size_t behind_is(const gloss_cleaner *c, gloss_slice text) {
  const gloss_clean_phrases *is = &c->lists[GLOSS_CLEAN_IS];
  size_t best = text.len, end = text.len;
  uint32_t number = 0;
  for (size_t i = 0; i < is->texts.count; i++) {
    gloss_slice phrase = gloss_clean_phrase(is, i);
    size_t at = find_spaced(text, phrase);
    if (at == text.len) continue;
    if (best == text.len || is->numbers[i] < number ||
        (is->numbers[i] == number && at < best)) {
      best = at;
      end = at + phrase.len;
      number = is->numbers[i];
    }
  }
  return end;
}

bool gloss_clean_is_bio(gloss_cleaner *c, gloss_slice text, uint32_t words) {
  size_t at;
  if (words > BIO_WORDS) return false;
  if (says_any(c, GLOSS_CLEAN_BIOS, text) ||
      opener(c, GLOSS_CLEAN_BIO_STARTS, text, true) > 0)
    return true;
  at = behind_is(c, text);
  for (uint32_t seen = 0; seen < TRADE_REACH && at < text.len; at++) {
    size_t end = gloss_alphas_end(text, at);
    if (end == at) continue;
    if (is_trade(c, gloss_slice_of(text.bytes + at, end - at))) return true;
    seen++;
    at = end;
  }
  return false;
}

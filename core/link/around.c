/* around.c - what stands around a name: whether it is a part of another. */
#include "link/linker.h"
#include "unicode/breaks.h"
#include "unicode/utf8.h"

/* Bytes before a surname in which a given name is looked for, and the longest
** word that is looked at. */
enum { GIVEN_REACH = 60, WORD_REACH = 40 };

static uint32_t flags_at(const gloss_linker *l, size_t at, size_t *next) {
  return gloss_class_of(gloss_utf8_next(l->text, at, next))->flags;
}

static bool is_char(const gloss_linker *l, size_t at, char c) {
  return at < l->len && l->text[at] == c;
}

static bool is_capital(const gloss_linker *l, size_t at, size_t *next) {
  return at < l->len && flags_at(l, at, next) & GLOSS_CP_UPPER;
}

/* Does a word go on here? */
static bool in_word(const gloss_linker *l, size_t at) {
  size_t next;
  return at < l->len && flags_at(l, at, &next) & (GLOSS_CP_LETTER |
                                                  GLOSS_CP_DIGIT);
}

bool gloss_link_contraction(const gloss_linker *l, uint32_t end) {
  size_t at = end;
  if (end == 0 || l->text[end - 1] != 'n') return false;
  if (is_char(l, at, '\'')) at++;
  else if (l->len - at >= 3 && memcmp(l->text + at, "\xE2\x80\x99", 3) == 0)
    at += 3; /* U+2019 */
  else return false;
  return is_char(l, at, 't') && !in_word(l, at + 1);
}

bool gloss_link_touched(const gloss_linker *l, uint32_t end) {
  size_t at = end;
  if (is_char(l, at, '-'))
    return at + 1 < l->len && l->text[at + 1] >= '0' && l->text[at + 1] <= '9';
  return is_char(l, at + is_char(l, at, ' '), '$');
}

bool gloss_link_followed(const gloss_linker *l, uint32_t end) {
  size_t at = (size_t)end + 1, next;
  return is_char(l, end, ' ') && is_capital(l, at, &next) && next < l->len &&
         flags_at(l, next, &at) & GLOSS_CP_LOWER;
}

bool gloss_link_has_article(const gloss_linker *l, uint32_t start) {
  size_t at = start;
  return at >= 4 && l->text[at - 1] == ' ' &&
         memcmp(l->text + at - 3, "he", 2) == 0 &&
         (l->text[at - 4] == 't' || l->text[at - 4] == 'T') &&
         (at == 4 || !in_word(l, gloss_utf8_before(l->text, at - 4)));
}

/* ---- The word in front --------------------------------------------------- */

/* Marks that no word has inside. */
static bool is_stop(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == ',' || c == ';' ||
         c == ':' || c == '!' || c == '?' || c == '(' || c == ')' || c == '"';
}

/* The start of a space (or NBSP) that ends at `end`; `end` where none does. */
static size_t before_space(const gloss_linker *l, size_t end) {
  if (end > 0 && l->text[end - 1] == ' ') return end - 1;
  if (end > 1 && memcmp(l->text + end - 2, "\xC2\xA0", 2) == 0) return end - 2;
  return end;
}

/* The word with a capital that ends at `end`, from its first capital on; empty
** where there is none. */
static gloss_slice word_before(const gloss_linker *l, size_t end) {
  size_t from = end, least = end > WORD_REACH ? end - WORD_REACH : 0, next;
  while (from > least && !is_stop(l->text[from - 1]) &&
         before_space(l, from) == from)
    from--;
  while (from < end && ((unsigned char)l->text[from] & 0xC0) == 0x80) from++;
  while (from < end && !is_capital(l, from, &next)) from = next;
  return (gloss_slice){ l->text + from, end - from };
}

static bool listed(const gloss_linker *l, gloss_link_words list,
                   gloss_slice word) {
  return gloss_intern_find(&l->words[list], word.bytes, word.len) !=
         GLOSS_NOT_INTERNED;
}

enum { LEAST_TITLE = 6 }; /* bytes of a title that ends another word */

/* A title, or a word that ends with one: SPD-Chef, Außenminister. */
static bool is_title(const gloss_linker *l, gloss_slice word) {
  char end[WORD_REACH];
  if (word.len > sizeof end) return false;
  memcpy(end, word.bytes, word.len);
  for (size_t at = 0; at < word.len; at++) {
    bool joined = at > 0 && end[at - 1] != '-';
    if (joined && word.len - at < LEAST_TITLE) continue;
    if (joined && end[at] >= 'a' && end[at] <= 'z') end[at] ^= 0x20;
    if (listed(l, GLOSS_LINK_TITLES, (gloss_slice){ end + at, word.len - at }))
      return true;
  }
  return false;
}

/* J. */
static bool is_initial(gloss_slice word) {
  size_t letter = 1;
  while (letter < word.len &&
         ((unsigned char)word.bytes[letter] & 0xC0) == 0x80)
    letter++;
  return word.len == letter + 1 && word.bytes[letter] == '.';
}

static bool has_small(gloss_slice word) {
  for (size_t at = 0, next; at < word.len; at = next)
    if (gloss_class_of(gloss_utf8_next(word.bytes, at, &next))->flags &
        GLOSS_CP_LOWER)
      return true;
  return false;
}

/* Britain's, Britain’s: the name behind is another. */
static bool is_possessive(gloss_slice word) {
  return (word.len > 2 && memcmp(word.bytes + word.len - 2, "'s", 2) == 0) ||
         (word.len > 4 &&
          memcmp(word.bytes + word.len - 4, "\xE2\x80\x99s", 4) == 0);
}

bool gloss_link_alone(const gloss_linker *l, gloss_span span) {
  size_t end = before_space(l, span.start);
  gloss_slice word = { "", 0 };
  if (end < span.start) word = word_before(l, end);
  if (word.len > 0 && !listed(l, GLOSS_LINK_OPENERS, word) &&
      !is_possessive(word) && !is_title(l, word)) {
    if (is_initial(word)) return false;
    if (has_small(word) && word.bytes[word.len - 1] != '.') return false;
  }
  return !gloss_link_followed(l, span.end);
}

/* Does the word end a sentence: more than an initial, with a full stop? */
static bool ends_sentence(const gloss_linker *l, size_t from, size_t to) {
  return to - from > 3 && l->text[to - 1] == '.';
}

/* Are the words from `at` to `end`, with a space around each, one or two that
** begin with a capital? */
static bool are_between(const gloss_linker *l, size_t at, size_t end) {
  size_t words = 0, next;
  while (is_char(l, at, ' ') && at + 1 < end && words < 2) {
    size_t from = at + 1;
    if (!is_capital(l, from, &next)) return false;
    for (at = next; at < end && !is_stop(l->text[at]);) at++;
    if (ends_sentence(l, from, at)) return false;
    words++;
  }
  return words > 0 && at + 1 == end && l->text[at] == ' ';
}

uint32_t gloss_link_longer(const gloss_linker *l, uint32_t start,
                           gloss_slice given) {
  size_t at = start > GIVEN_REACH ? start - GIVEN_REACH : 0, next;
  for (; given.len > 0 && at + given.len < start; at++) {
    if (memcmp(l->text + at, given.bytes, given.len) != 0) continue;
    if (at > 0 && in_word(l, gloss_utf8_before(l->text, at))) continue;
    next = at + given.len;
    if (are_between(l, next, start)) return (uint32_t)at;
  }
  return GLOSS_NONE;
}

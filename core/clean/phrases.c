/* phrases.c - what a line says: phrases that it is, begins with, or has.
**
** Short lines are read whole. Of a longer one its beginning counts, and the
** rare words that phrases are known by. */
#include <stdlib.h>

#include "base/array.h"
#include "base/error.h"
#include "clean/bytes.h"
#include "clean/clean.h"
#include "doc/doc_private.h"
#include "match/vocabulary.h"

size_t gloss_slice_find(gloss_slice s, gloss_slice what, size_t from) {
  while (from + what.len <= s.len) {
    const char *at =
        memchr(s.bytes + from, what.bytes[0], s.len - from - what.len + 1);
    if (at == NULL) break;
    from = (size_t)(at - s.bytes);
    if (memcmp(at, what.bytes, what.len) == 0) return from;
    from++;
  }
  return s.len + 1;
}

static bool has(gloss_slice s, gloss_slice what) {
  return gloss_slice_find(s, what, 0) <= s.len;
}

gloss_slice gloss_clean_plain(gloss_slice lower) {
  size_t start = 0, end = lower.len;
  while (start < end && (gloss_is_space(lower.bytes[start]) ||
                         gloss_is_punct(lower.bytes[start])))
    start++;
  while (end > start && (gloss_is_space(lower.bytes[end - 1]) ||
                         gloss_is_punct(lower.bytes[end - 1])))
    end--;
  return gloss_slice_of(lower.bytes + start, end - start);
}

/* Without dashes, bullets, arrows at its beginning. */
static gloss_slice without_marks(gloss_slice line) {
  static const char *const marks[] = { " ", "-", ">", "|", "*", "–", "—",
                                       "•", "·", "»", "≡", "→" };
  size_t i = 0;
  while (i < sizeof marks / sizeof *marks && line.len > 0 &&
         !gloss_is_alnum(line.bytes[0])) {
    gloss_slice mark = gloss_slice_of(marks[i], strlen(marks[i]));
    if (gloss_starts_with(line, mark)) {
      line = gloss_slice_from(line, mark.len);
      i = 0;
    } else {
      i++;
    }
  }
  return line;
}

/* ---- Rows ---------------------------------------------------------------- */

static bool fits(const gloss_clean_row *row, uint32_t words) {
  return row->most == 0 || words <= row->most;
}

/* The first row of a key that `is` in the line: its reason, or 0. */
static uint32_t reason_of(const gloss_clean_index *index, uint32_t key,
                          bool (*is)(gloss_slice, gloss_slice),
                          gloss_slice line, uint32_t words) {
  uint32_t i = key == GLOSS_NOT_INTERNED ? 0 : index->first[key];
  for (; i != 0; i = index->rows[i - 1].next) {
    const gloss_clean_row *row = &index->rows[i - 1];
    if (fits(row, words) && is(line, row->text)) return row->reason;
  }
  return 0;
}

static uint32_t no_word(const gloss_clean_index *index) {
  return gloss_clean_key(index, gloss_slice_of("", 0));
}

uint32_t gloss_clean_begins(gloss_cleaner *c, gloss_slice lower,
                            uint32_t words) {
  gloss_slice line = without_marks(lower), word = gloss_clean_first_word(line);
  uint32_t reason = reason_of(&c->starts, gloss_clean_key(&c->starts, word),
                              gloss_starts_with, line, words);
  if (reason != 0 || word.len == 0) return reason;
  return reason_of(&c->starts, no_word(&c->starts), gloss_starts_with, line,
                   words);
}

uint32_t gloss_clean_inside(gloss_cleaner *c, gloss_slice lower,
                            uint32_t words) {
  uint32_t reason;
  for (size_t at = 0; at < lower.len; at++) {
    size_t end = gloss_letters_end(lower, at);
    gloss_slice word = gloss_slice_of(lower.bytes + at, end - at);
    if (word.len == 0) continue;
    reason = reason_of(&c->inside, gloss_clean_key(&c->inside, word), has,
                       lower, words);
    if (reason != 0) return reason;
    at = end;
  }
  return reason_of(&c->inside, no_word(&c->inside), has, lower, words);
}

/* A counter: "12 comments", "1.2k shares". */
static uint32_t counts(const gloss_cleaner *c, gloss_slice plain) {
  const gloss_clean_phrases *list = &c->lists[GLOSS_CLEAN_COUNTED];
  size_t at = 0;
  uint32_t reason;
  if (plain.len == 0 || !gloss_is_digit(plain.bytes[0])) return 0;
  while (at < plain.len && (gloss_is_digit(plain.bytes[at]) ||
                            gloss_is_in(plain.bytes[at], ".,")))
    at++;
  reason = gloss_clean_find(
      list, gloss_slice_from(plain, gloss_spaces_end(plain, at)));
  if (reason == GLOSS_NOT_INTERNED && at < plain.len && plain.bytes[at] == 'k')
    reason = gloss_clean_find(
        list, gloss_slice_from(plain, gloss_spaces_end(plain, at + 1)));
  return reason == GLOSS_NOT_INTERNED ? 0 : reason;
}

enum { WHOLE_WORDS = 8, COUNTER_WORDS = 2, ENDS_WORDS = 6, SECTION_WORDS = 5 };

uint32_t gloss_clean_says(gloss_cleaner *c, gloss_slice lower,
                          gloss_slice plain, uint32_t words, bool inside) {
  uint32_t reason = GLOSS_NOT_INTERNED;
  if (words <= WHOLE_WORDS)
    reason = gloss_clean_find(&c->lists[GLOSS_CLEAN_WHOLE], plain);
  if (reason != GLOSS_NOT_INTERNED) return reason;
  reason = words <= COUNTER_WORDS ? counts(c, plain) : 0;
  if (reason == 0) reason = gloss_clean_begins(c, lower, words);
  if (reason != 0 || !inside) return reason;
  return gloss_clean_inside(c, without_marks(lower), words);
}

static gloss_slice longest(const gloss_clean_index *index,
                           bool (*is)(gloss_slice, gloss_slice),
                           gloss_slice line, uint32_t words) {
  gloss_slice best = { "", 0 };
  for (size_t i = 0; i < index->count; i++) {
    const gloss_clean_row *row = &index->rows[i];
    if (row->text.len > best.len && fits(row, words) && is(line, row->text))
      best = row->text;
  }
  return best;
}

gloss_slice gloss_clean_phrase_of(gloss_cleaner *c, gloss_slice lower,
                                  uint32_t words) {
  gloss_slice plain = gloss_clean_plain(lower), line = without_marks(lower);
  gloss_slice best;
  if (words <= WHOLE_WORDS &&
      gloss_clean_find(&c->lists[GLOSS_CLEAN_WHOLE], plain) !=
          GLOSS_NOT_INTERNED)
    return plain;
  best = longest(&c->starts, gloss_starts_with, line, words);
  return best.len > 0 ? best : longest(&c->inside, has, line, words);
}

/* ---- Ends, sections ------------------------------------------------------ */

/* Without a number, in brackets or not, at its end. */
static gloss_slice without_count(gloss_slice plain) {
  size_t end = plain.len;
  if (end > 0 && plain.bytes[end - 1] == ')') end--;
  if (end == 0 || !gloss_is_digit(plain.bytes[end - 1])) return plain;
  while (end > 0 && gloss_is_digit(plain.bytes[end - 1])) end--;
  if (end > 0 && plain.bytes[end - 1] == '(') end--;
  return gloss_without_end(gloss_slice_to(plain, end));
}

static bool is_listed(const gloss_cleaner *c, gloss_clean_list list,
                      gloss_slice text) {
  return gloss_clean_find(&c->lists[list], text) != GLOSS_NOT_INTERNED;
}

bool gloss_clean_ends(const gloss_cleaner *c, gloss_slice plain,
                      uint32_t words) {
  size_t digits = gloss_digits_end(plain, 0);
  size_t rest = gloss_spaces_end(plain, digits);
  if (words > ENDS_WORDS) return false;
  return is_listed(c, GLOSS_CLEAN_ENDS, plain) ||
         (digits > 0 && rest > digits &&
          is_listed(c, GLOSS_CLEAN_ENDS, gloss_slice_from(plain, rest))) ||
         is_listed(c, GLOSS_CLEAN_ENDS, without_count(plain));
}

bool gloss_clean_is_section(const gloss_cleaner *c, gloss_slice plain,
                            uint32_t words) {
  bool found = false;
  if (words < 1 || words > SECTION_WORDS) return false;
  for (size_t at = 0; at < plain.len; at++) {
    size_t start = at;
    gloss_slice word;
    if (gloss_is_high(plain.bytes[at])) return false;
    while (at < plain.len && gloss_is_alnum(plain.bytes[at])) at++;
    if (at == start) continue;
    word = gloss_slice_of(plain.bytes + start, at - start);
    at--;
    if (is_listed(c, GLOSS_CLEAN_SECTIONS, word)) found = true;
    else if (!is_listed(c, GLOSS_CLEAN_JOINING, word)) return false;
  }
  return found;
}

/* ---- Words of longer lines ----------------------------------------------- */

bool gloss_clean_words(gloss_cleaner *c, gloss_doc *doc, gloss_error *err) {
  gloss_word_numbers numbers;
  const gloss_vocabulary_word *words;
  if (!gloss_doc_words(doc, &numbers, err)) return false;
  if (!gloss_array_reserve(c->by_word, c->by_word_room, numbers.limit))
    return gloss_no_memory(err);
  if (numbers.epoch != c->epoch || c->asked == 0) {
    c->epoch = numbers.epoch;
    c->by_word[0] = 0; /* long ones: none of ours */
    c->asked = 1;
  }
  words = doc->vocabulary->words;
  for (; c->asked < numbers.limit; c->asked++) {
    gloss_slice folded = { words[c->asked].folded, words[c->asked].folded_len };
    uint32_t about = gloss_clean_find(&c->words, folded);
    c->by_word[c->asked] =
        about == GLOSS_NOT_INTERNED ? 0 : (uint8_t)about;
  }
  c->bits = c->by_word;
  return true;
}

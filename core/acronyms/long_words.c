/* long_words.c - the words that may be of a long form: also such as have
** brackets, points and signs of their own, N-(1-propyl). */
#include "acronyms/acronyms.h"
#include "base/array.h"

enum { MOST_GROUP = 40 }; /* bytes of a bracket that is part of a word */

/* The end of a bracket without white space that begins at `at`, or 0. */
static uint32_t group_end(const gloss_acronyms *a, uint32_t at, uint32_t end) {
  char open = gloss_char(a, at), close = open == '(' ? ')' : ']';
  unsigned depth = 0;
  if (open != '(' && open != '[') return 0;
  for (uint32_t i = at; i < end && i - at < MOST_GROUP; i++) {
    char c = a->text[i];
    if (gloss_is_white(c)) return 0;
    if (c == open) depth++;
    if (c == close && --depth == 0) return i + 1;
  }
  return 0;
}

static bool is_word_char(char c) {
  return gloss_is_alnum(c) || gloss_is_wide(c);
}

static bool goes_on(char c) {
  return is_word_char(c) || (c != '\0' && strchr("-/'.&+", c) != NULL);
}

/* A comma between digits: 2,3-diaminopropane; `at` is behind the first one. */
static bool is_number_comma(const gloss_acronyms *a, uint32_t at) {
  return at > 0 && gloss_is_figure(a->text[at - 1]) &&
         gloss_char(a, at) == ',' && gloss_is_figure(gloss_char(a, at + 1));
}

/* The end of the word that begins at `at`, or 0: none does. */
static uint32_t word_end(const gloss_acronyms *a, uint32_t at, uint32_t end) {
  uint32_t to = at;
  if (!is_word_char(a->text[at])) { /* (-)-[125I]-cyanopindolol */
    char c;
    to = group_end(a, at, end);
    if (to == 0 || gloss_char(a, to) != '-') return 0;
    c = gloss_char(a, to + 1);
    if (!gloss_is_alnum(c) && c != '(' && c != '[') return 0;
  }
  while (to < end) {
    uint32_t more = to;
    while (more < end && goes_on(a->text[more])) more++;
    if (more == to && is_number_comma(a, to)) more++;
    else if (more == to && to > 0 &&
             (gloss_is_alnum(a->text[to - 1]) || a->text[to - 1] == '-'))
      more = group_end(a, to, end);
    if (more <= to) return to;
    to = more;
  }
  return end;
}

/* Where a double dash stands in a word, or its end. */
static uint32_t dashes_in(const gloss_acronyms *a, uint32_t from,
                          uint32_t to) {
  for (uint32_t i = from; i + 1 < to; i++)
    if (a->text[i] == '-' && a->text[i + 1] == '-') return i;
  return to;
}

static void add_word(gloss_acronyms *a, uint32_t from, uint32_t to) {
  if (!gloss_array_reserve(a->long_words, a->long_room, a->long_count + 1)) {
    a->failed = true;
    return;
  }
  a->long_words[a->long_count++] = (gloss_long_word){
    .start = from, .end = to, .comma = gloss_char(a, to) == ',' };
}

/* Keeps the last `most` words, and gives them their lower case. */
static void finish(gloss_acronyms *a, size_t most) {
  size_t bytes = 0;
  if (a->long_count > most) {
    memmove(a->long_words, a->long_words + a->long_count - most,
            most * sizeof *a->long_words);
    a->long_count = most;
  }
  for (size_t w = 0; w < a->long_count; w++)
    bytes += a->long_words[w].end - a->long_words[w].start;
  if (!gloss_array_reserve(a->lowered, a->lowered_room, bytes + 1)) {
    a->failed = true;
    a->long_count = 0;
  }
  bytes = 0;
  for (size_t w = 0; w < a->long_count; w++) {
    gloss_long_word *word = &a->long_words[w];
    char *lower = a->lowered + bytes;
    size_t len = word->end - word->start;
    for (size_t i = 0; i < len; i++)
      lower[i] = gloss_lower(a->text[word->start + i]);
    word->lower = lower;
    word->sets = gloss_short_sets(a, (gloss_slice){ lower, len });
    bytes += len;
  }
}

void gloss_long_words(gloss_acronyms *a, gloss_span span, size_t most) {
  uint32_t at = span.start;
  a->long_count = 0;
  a->letters_read = false;
  while (at < span.end && !a->failed) {
    uint32_t from = at, to = word_end(a, at, span.end), dashes;
    at = to > 0 ? to : at + 1;
    if (to == 0) continue;
    dashes = dashes_in(a, from, to);
    if (dashes < to) {
      to = dashes;
      at = dashes + 2;
    }
    while (to > from + 1 && strchr("-/'.&", a->text[to - 1]) != NULL &&
           a->text[to - 1] != '\0')
      to--;
    if (to > from) add_word(a, from, to);
  }
  finish(a, most);
}

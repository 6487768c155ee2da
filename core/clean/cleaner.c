/* cleaner.c - what a cleaner knows: phrases, weights, lines of sources. */
#include <stdlib.h>

#include "base/array.h"
#include "base/error.h"
#include "clean/bytes.h"
#include "clean/clean.h"
#include "unicode/fold.h"

/* ---- New and free -------------------------------------------------------- */

static const char *const reason_names[GLOSS_FOR_OTHERS] = {
  [GLOSS_FOR_NOTHING] = "",
  [GLOSS_FOR_BYLINE] = "byline",
  [GLOSS_FOR_DATELINE] = "dateline",
  [GLOSS_FOR_CAPTION] = "caption",
  [GLOSS_FOR_COMMENTS] = "comments",
  [GLOSS_FOR_SHARE] = "share",
  [GLOSS_FOR_NEWSLETTER] = "newsletter",
  [GLOSS_FOR_LINKS] = "links",
  [GLOSS_FOR_NAVIGATION] = "navigation",
  [GLOSS_FOR_TEASER] = "teaser"
};

static bool name_reasons(gloss_cleaner *c) {
  for (uint32_t i = 0; i < GLOSS_FOR_OTHERS; i++)
    if (gloss_intern_add(&c->reasons, reason_names[i],
                         strlen(reason_names[i])) != i)
      return false;
  return true;
}

gloss_cleaner *gloss_cleaner_new(gloss_error *err) {
  gloss_cleaner *c = calloc(1, sizeof *c);
  if (c != NULL) {
    c->kept = gloss_arena_new();
    c->arena = gloss_arena_new();
  }
  if (c == NULL || c->kept == NULL || c->arena == NULL || !name_reasons(c) ||
      !gloss_clean_name_signs(c)) {
    gloss_cleaner_free(c);
    gloss_no_memory(err);
    return NULL;
  }
  return c;
}

static void phrases_free(gloss_clean_phrases *list) {
  gloss_intern_free(&list->texts);
  free(list->numbers);
}

static void index_free(gloss_clean_index *index) {
  gloss_intern_free(&index->keys);
  free(index->first);
  free(index->last);
  free(index->rows);
}

void gloss_cleaner_free(gloss_cleaner *c) {
  if (c == NULL) return;
  for (size_t i = 0; i < GLOSS_CLEAN_LISTS; i++) phrases_free(&c->lists[i]);
  index_free(&c->starts);
  index_free(&c->inside);
  gloss_intern_free(&c->reasons);
  phrases_free(&c->words);
  phrases_free(&c->signs);
  phrases_free(&c->learned);
  gloss_intern_free(&c->seen);
  gloss_arena_free(c->kept);
  gloss_arena_free(c->arena);
  free(c->by_word);
  free(c);
}

/* ---- Lists --------------------------------------------------------------- */

uint32_t gloss_clean_find(const gloss_clean_phrases *list, gloss_slice text) {
  uint32_t i = gloss_intern_find(&list->texts, text.bytes, text.len);
  return i == GLOSS_NOT_INTERNED ? i : list->numbers[i];
}

gloss_slice gloss_clean_phrase(const gloss_clean_phrases *list, size_t i) {
  gloss_slice text;
  text.bytes = gloss_intern_get(&list->texts, (uint32_t)i, &text.len);
  return text;
}

/* Adds a phrase where it is new; its place in the list, or GLOSS_NOT_INTERNED:
** no memory. */
static uint32_t add(gloss_clean_phrases *list, gloss_slice text,
                    uint32_t number) {
  size_t before = list->texts.count;
  uint32_t i;
  if (!gloss_array_reserve(list->numbers, list->room, before + 1))
    return GLOSS_NOT_INTERNED;
  i = gloss_intern_add(&list->texts, text.bytes, text.len);
  if (i == before) list->numbers[i] = number;
  return i;
}

bool gloss_clean_add(gloss_clean_phrases *list, gloss_slice text,
                     uint32_t number) {
  return add(list, text, number) != GLOSS_NOT_INTERNED;
}

uint32_t gloss_clean_reason_number(gloss_cleaner *c, gloss_slice name) {
  uint32_t reason = gloss_intern_add(&c->reasons, name.bytes, name.len);
  return reason < GLOSS_CLEAN_REASONS ? reason : GLOSS_NOT_INTERNED;
}

gloss_slice gloss_clean_reason_name(const gloss_cleaner *c, uint32_t reason) {
  gloss_slice name;
  name.bytes = gloss_intern_get(&c->reasons, reason, &name.len);
  return name;
}

/* ---- Rows by a word of theirs -------------------------------------------- */

/* Letters of scripts without spaces between words begin with these bytes. */
static bool has_words(gloss_slice run) {
  for (size_t i = 0; i < run.len; i++) {
    unsigned char c = (unsigned char)run.bytes[i];
    if (c >= 0xE1 && c <= 0xED) return false;
  }
  return true;
}

static gloss_slice run_at(gloss_slice text, size_t at) {
  return gloss_slice_of(text.bytes + at, gloss_letters_end(text, at) - at);
}

gloss_slice gloss_clean_first_word(gloss_slice line) {
  gloss_slice run = run_at(line, 0);
  return has_words(run) ? run : gloss_slice_to(run, 0);
}

/* May what stands beside a run of letters belong to the same token? */
static bool joins(gloss_slice text, size_t start, size_t end) {
  return (start > 0 && (gloss_is_digit(text.bytes[start - 1]) ||
                        gloss_is_in(text.bytes[start - 1], "'_.-"))) ||
         (end < text.len && (gloss_is_digit(text.bytes[end]) ||
                             gloss_is_in(text.bytes[end], "'_.-")));
}

/* The longest word of a phrase that is surely a token of a line that says it:
** letters alone, and nothing beside them that may belong to it. In scripts
** without spaces there is none. */
static gloss_slice longest_word(gloss_slice phrase) {
  gloss_slice best = gloss_slice_to(phrase, 0);
  for (size_t at = 0; at < phrase.len;) {
    gloss_slice run = run_at(phrase, at);
    if (run.len > best.len && !joins(phrase, at, at + run.len)) best = run;
    at += run.len > 0 ? run.len : 1;
  }
  return has_words(best) ? best : gloss_slice_to(phrase, 0);
}

uint32_t gloss_clean_key(const gloss_clean_index *index, gloss_slice word) {
  return gloss_intern_find(&index->keys, word.bytes, word.len);
}

static bool add_row(gloss_clean_index *index, gloss_slice key,
                    gloss_clean_row row) {
  size_t before = index->keys.count;
  uint32_t k;
  if (!gloss_array_reserve(index->rows, index->room, index->count + 1) ||
      !gloss_array_reserve(index->first, index->first_room, before + 1) ||
      !gloss_array_reserve(index->last, index->last_room, before + 1))
    return false;
  k = gloss_intern_add(&index->keys, key.bytes, key.len);
  if (k == GLOSS_NOT_INTERNED) return false;
  index->rows[index->count++] = row;
  if (k == before) index->first[k] = (uint32_t)index->count;
  else index->rows[index->last[k] - 1].next = (uint32_t)index->count;
  index->last[k] = (uint32_t)index->count;
  return true;
}

/* Longer lines are looked at where they have this word. */
static bool note_word(gloss_cleaner *c, gloss_slice word, uint32_t about) {
  char folded[GLOSS_FOLD_ROOM(64)];
  size_t len;
  uint32_t i;
  if (word.len == 0 || word.len > 64) return true;
  len = gloss_fold(GLOSS_FORM_FOLD, word.bytes, word.len, folded,
                   sizeof folded);
  i = add(&c->words, gloss_slice_of(folded, len), 0);
  if (i == GLOSS_NOT_INTERNED) return false;
  c->words.numbers[i] |= about;
  return true;
}

/* ---- What is given ------------------------------------------------------- */

static bool add_phrase(gloss_cleaner *c, gloss_clean_list list,
                       gloss_slice text, uint32_t reason, uint32_t number) {
  gloss_clean_row row = { text, reason, number, 0 };
  gloss_clean_phrases *l = &c->lists[list];
  c->asked = 0; /* words that were asked may mean more now */
  switch (list) {
    case GLOSS_CLEAN_START:
    case GLOSS_CLEAN_INSIDE:
      row.text.bytes = gloss_arena_copy(c->kept, text.bytes, text.len);
      if (row.text.bytes == NULL) return false;
      if (list == GLOSS_CLEAN_START)
        return add_row(&c->starts, gloss_clean_first_word(text), row);
      return add_row(&c->inside, longest_word(text), row) &&
             note_word(c, longest_word(text), GLOSS_ABOUT_INSIDE);
    case GLOSS_CLEAN_BIOS:
    case GLOSS_CLEAN_BIO_STARTS:
    case GLOSS_CLEAN_TRADES:
      return add(l, text, number) != GLOSS_NOT_INTERNED &&
             note_word(c, longest_word(text), GLOSS_ABOUT_TRADE);
    default:
      return add(l, text, reason != 0 ? reason : number) != GLOSS_NOT_INTERNED;
  }
}

/* One space for white space, none at the ends: written to `out`, which has as
** much room as the text. */
static gloss_slice one_spaced(gloss_slice text, char *out) {
  size_t used = 0;
  for (size_t at = 0; at < text.len; at++) {
    bool space = gloss_is_space(text.bytes[at]);
    if (space && (used == 0 || out[used - 1] == ' ')) continue;
    out[used++] = space ? ' ' : text.bytes[at];
  }
  return gloss_without_end(gloss_slice_of(out, used));
}

bool gloss_cleaner_phrases(gloss_cleaner *c, gloss_clean_list list,
                           gloss_slice phrases, gloss_slice reason,
                           uint32_t number, gloss_error *err) {
  uint32_t r = gloss_clean_reason_number(c, reason);
  char *copy = malloc(phrases.len + 1);
  bool ok = copy != NULL && r != GLOSS_NOT_INTERNED;
  for (size_t at = 0; ok && at < phrases.len; at++) {
    size_t start = at;
    gloss_slice phrase;
    while (at < phrases.len && phrases.bytes[at] != '|') at++;
    phrase = one_spaced(gloss_slice_of(phrases.bytes + start, at - start),
                        copy);
    if (phrase.len > 0) ok = add_phrase(c, list, phrase, r, number);
  }
  free(copy);
  if (c->reasons.count > GLOSS_CLEAN_REASONS)
    return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "more than %d reasons",
                      GLOSS_CLEAN_REASONS);
  return ok || gloss_no_memory(err);
}

bool gloss_cleaner_weigh(gloss_cleaner *c, gloss_clean_part part,
                         gloss_slice sign, double weight, gloss_error *err) {
  static const char *const gaps[GLOSS_GAP_SIGNS] = { "opening", "closing",
                                                     "line", "reason" };
  uint32_t number = GLOSS_NOT_INTERNED;
  if (part == GLOSS_CLEAN_GAP) {
    for (uint32_t i = 0; i < GLOSS_GAP_SIGNS; i++)
      if (sign.len == strlen(gaps[i]) &&
          memcmp(gaps[i], sign.bytes, sign.len) == 0)
        number = i;
  } else {
    number = gloss_clean_sign(c, sign);
  }
  if (number == GLOSS_NOT_INTERNED)
    return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "no sign is called \"%.*s\"",
                      (int)sign.len, sign.bytes);
  c->weights[part][number] = weight;
  return true;
}

bool gloss_cleaner_learn(gloss_cleaner *c, gloss_slice source,
                         gloss_slice line, gloss_slice reason,
                         gloss_error *err) {
  uint32_t number = gloss_clean_reason_number(c, reason), i;
  size_t len = source.len + 1 + line.len;
  char *key = malloc(len);
  if (c->reasons.count > GLOSS_CLEAN_REASONS) {
    free(key);
    return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "more than %d reasons",
                      GLOSS_CLEAN_REASONS);
  }
  if (key == NULL || number == GLOSS_NOT_INTERNED) {
    free(key);
    return gloss_no_memory(err);
  }
  if (source.len > 0) memcpy(key, source.bytes, source.len);
  key[source.len] = '\0';
  if (line.len > 0) memcpy(key + source.len + 1, line.bytes, line.len);
  i = add(&c->learned, gloss_slice_of(key, len), number);
  free(key);
  if (i == GLOSS_NOT_INTERNED) return gloss_no_memory(err);
  c->learned.numbers[i] = number;
  return true;
}

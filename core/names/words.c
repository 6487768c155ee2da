/* words.c - what a finder of names knows of words: their lower case, and the
** sets that they are in. Each is looked at once. */
#include "base/array.h"
#include "doc/doc_private.h"
#include "match/vocabulary.h"
#include "names/names.h"

/* Texts, and strings in lower case, that are remembered at most: a document
** that begins with more begins anew. */
enum { MOST_FORMS = 50000, MOST_LOWS = 400000 };

/* ---- Lower case ---------------------------------------------------------- */

static bool all_ascii(gloss_slice text) {
  for (size_t i = 0; i < text.len; i++)
    if ((unsigned char)text.bytes[i] >= 0x80) return false;
  return true;
}

bool gloss_names_ends(const struct gloss_name_ends *ends, gloss_slice low,
                      size_t stem) {
  for (size_t i = 0; i < ends->count; i++) {
    gloss_slice end = ends->list[i];
    if (low.len >= end.len + stem &&
        memcmp(low.bytes + low.len - end.len, end.bytes, end.len) == 0)
      return true;
  }
  return false;
}

/* "umweltminister" is a title by its end. */
static uint32_t sets_of_new(const gloss_names *n, const char *bytes,
                            size_t len) {
  gloss_slice low = { bytes, len };
  uint32_t sets = gloss_names_sets_of(n, low);
  if (n->title_ends.count > 0 && gloss_names_ends(&n->title_ends, low, 0))
    sets |= GLOSS_SET_TITLE | GLOSS_SET_TITLE_START;
  return sets;
}

/* The number of a string in lower case. */
static uint32_t number_of(gloss_names *n, const char *bytes, size_t len) {
  size_t before = n->low_numbers.count;
  uint32_t low = gloss_intern_add(&n->low_numbers, bytes, len);
  if (low == GLOSS_NOT_INTERNED ||
      !gloss_array_reserve(n->lows, n->low_room, n->low_numbers.count)) {
    n->failed = true;
    return 0;
  }
  if (n->low_numbers.count > before)
    n->lows[low] = (gloss_low){ .sets = sets_of_new(n, bytes, len) };
  return low;
}

uint32_t gloss_names_low(gloss_names *n, gloss_slice text) {
  gloss_string lower = { NULL, 0 };
  uint32_t low;
  if (all_ascii(text)) {
    if (!gloss_array_reserve(n->buffer, n->buffer_room, text.len + 1)) {
      n->failed = true;
      return 0;
    }
    for (size_t i = 0; i < text.len; i++) {
      char c = text.bytes[i];
      n->buffer[i] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
    }
    return number_of(n, n->buffer, text.len);
  }
  if (!gloss_text_transform(GLOSS_LOWER, text.bytes, text.len, &lower, NULL)) {
    n->failed = true;
    return 0;
  }
  low = number_of(n, lower.bytes, lower.len);
  gloss_string_free(&lower);
  return low;
}

gloss_low *gloss_names_low_here(gloss_names *n, uint32_t low) {
  gloss_low *l = &n->lows[low];
  if (l->document != n->document)
    *l = (gloss_low){ .sets = l->sets, .document = n->document,
                      .full = GLOSS_NO_NAME, .own = GLOSS_NO_NAME,
                      .by_last = GLOSS_NO_NAME, .by_first = GLOSS_NO_NAME,
                      .firm = GLOSS_NO_NAME,
                      .surname = GLOSS_NOT_ASKED, .given = GLOSS_NOT_ASKED };
  return l;
}

uint32_t gloss_names_sets_of(const gloss_names *n, gloss_slice low) {
  uint32_t word = gloss_intern_find(&n->words, low.bytes, low.len);
  return word == GLOSS_NOT_INTERNED ? 0 : n->word_sets[word];
}

/* ---- Words of tokens ----------------------------------------------------- */

static bool is_letter(unsigned char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* A character that is not ASCII counts by its first byte. */
size_t gloss_names_letters(gloss_slice text) {
  size_t count = 0;
  for (size_t i = 0; i < text.len; i++) {
    unsigned char c = (unsigned char)text.bytes[i];
    if (is_letter(c) || c >= 0xC0) count++;
  }
  return count;
}

static bool all_capitals(gloss_slice text) {
  for (size_t i = 0; i < text.len; i++)
    if (text.bytes[i] < 'A' || text.bytes[i] > 'Z') return false;
  return true;
}

static gloss_name_word read_word(gloss_names *n, gloss_slice text) {
  size_t letters = gloss_names_letters(text);
  uint32_t low = gloss_names_low(n, text);
  return (gloss_name_word){
    .low = low,
    .sets = n->lows[low].sets,
    .letters = (uint8_t)(letters < 255 ? letters : 255),
    .short_caps = text.len >= 2 && text.len <= 6 && all_capitals(text),
    .known = true,
  };
}

gloss_name_word *gloss_names_word_at(gloss_names *n, size_t token) {
  uint32_t number = n->numbers_of_words[token];
  gloss_name_word *word = &n->known_words[number];
  if (number == 0) word = &n->long_word;
  else if (word->known) return word;
  *word = read_word(n, gloss_names_text(n, token, token));
  return word;
}

/* ---- Texts of several tokens --------------------------------------------- */

static bool append(gloss_names *n, size_t *len, gloss_slice bytes) {
  if (!gloss_array_reserve(n->joined, n->joined_room, *len + bytes.len + 1)) {
    n->failed = true;
    return false;
  }
  if (bytes.len > 0) memcpy(n->joined + *len, bytes.bytes, bytes.len);
  *len += bytes.len;
  return true;
}

static gloss_slice text_of(gloss_names *n, size_t token, bool lower) {
  gloss_slice text = gloss_names_text(n, token, token);
  if (lower)
    text.bytes = gloss_intern_get(&n->low_numbers,
                                  gloss_names_word_at(n, token)->low,
                                  &text.len);
  return text;
}

gloss_slice gloss_names_joined(gloss_names *n, size_t first, size_t last,
                               bool lower) {
  static const gloss_slice blank = { " ", 1 };
  size_t len = 0;
  for (size_t i = first; i <= last; i++) {
    if (!append(n, &len, text_of(n, i, lower)) ||
        (i < last && !gloss_names_tight(n, i) && !append(n, &len, blank)))
      break;
  }
  return (gloss_slice){ n->joined, n->failed ? 0 : len };
}

uint32_t gloss_names_sets_between(gloss_names *n, size_t first, size_t last) {
  uint32_t sets = gloss_names_sets(n, first);
  if (first == last) return sets;
  if ((sets & GLOSS_SET_LONGER) == 0) return 0;
  return gloss_names_sets_of(n, gloss_names_joined(n, first, last, true));
}

/* ---- Forgetting ---------------------------------------------------------- */

void gloss_names_forget_all(gloss_names *n) {
  gloss_vocabulary_release(n->vocabulary);
  n->vocabulary = NULL;
  gloss_intern_clear(&n->low_numbers);
  gloss_intern_clear(&n->form_numbers);
  gloss_arena_reset(n->arena);
}

/* Makes room for the words of the document's vocabulary. */
static bool open_words(gloss_names *n) {
  size_t before = n->known_room;
  if (n->vocabulary != n->doc->vocabulary) {
    gloss_vocabulary_release(n->vocabulary);
    n->vocabulary = gloss_vocabulary_hold(n->doc->vocabulary);
    before = 0; /* nothing is known of these words */
  }
  if (!gloss_array_reserve(n->known_words, n->known_room,
                           n->vocabulary->count)) {
    gloss_names_forget_all(n);
    return false;
  }
  memset(n->known_words + before, 0,
         (n->known_room - before) * sizeof *n->known_words);
  return true;
}

bool gloss_names_forget(gloss_names *n) {
  if (n->form_numbers.count > MOST_FORMS || n->low_numbers.count > MOST_LOWS ||
      n->document == UINT32_MAX) {
    gloss_names_forget_all(n);
    if (n->document == UINT32_MAX) n->document = 0;
  }
  n->document++;
  /* Number 0 is the empty string: there is always one. */
  if (n->low_numbers.count == 0) number_of(n, "", 0);
  return !n->failed && open_words(n);
}

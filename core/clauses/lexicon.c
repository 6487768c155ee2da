/* lexicon.c - filling a lexicon, and looking words up in it. */
#include "clauses/lexicon.h"

#include "base/array.h"
#include "base/error.h"
#include "base/slice.h"

#include <stdlib.h>

/* Bytes before the noun of a compound, and of that at least. */
enum { BEFORE_NOUN = 3, NOUN = 4 };

static const char *const list_names[GLOSS_SET_COUNT] = {
#define GLOSS_WORD_SET(NAME, name) #name,
  GLOSS_WORD_SETS(GLOSS_WORD_SET)
#undef GLOSS_WORD_SET
};
/* In the order of their bits. */
static const char *const number_names[] = {
#define NAME_OF(NAME, name) #name,
  GLOSS_LEXICON_NUMBERS(NAME_OF)
#undef NAME_OF
};
static const char *const flag_names[] = {
  "capital_nouns", "comma_openers", "inverted_auxiliary", "small_months",
  "separable", "source_comma", "compounds", "head_first", "has_roles"
};
static const char *const frame_names[] = { "quote", "clause", "that", "object",
                                           "to", "any", "passive", "heard" };
static const char *const form_names[] = { "finite", "past", "participle",
                                          "base", "ing", "noun" };
static const gloss_lexeme unknown;

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---- Names --------------------------------------------------------------- */

const char *gloss_lexicon_list_name(size_t i) {
  return i < COUNT(list_names) ? list_names[i] : NULL;
}

const char *gloss_lexicon_flag_name(size_t i) {
  return i < COUNT(flag_names) ? flag_names[i] : NULL;
}

/* The place of a name in a list, or its length. */
static size_t place_of(gloss_slice name, const char *const *names,
                       size_t count) {
  size_t i = 0;
  while (i < count &&
         !gloss_same_bytes(name, (gloss_slice){ names[i], strlen(names[i]) }))
    i++;
  return i;
}

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/* Takes the first word off a list; false: there is none. */
static bool next_word(gloss_slice *rest, gloss_slice *word) {
  while (rest->len > 0 && is_blank(*rest->bytes)) {
    rest->bytes++;
    rest->len--;
  }
  *word = (gloss_slice){ rest->bytes, 0 };
  while (word->len < rest->len && !is_blank(rest->bytes[word->len]))
    word->len++;
  if (word->len == 0) return false;
  rest->bytes += word->len;
  rest->len -= word->len;
  return true;
}

static bool unknown_name(gloss_slice name, gloss_error *err) {
  return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "no such name: %.*s",
                    (int)(name.len < 64 ? name.len : 64), name.bytes);
}

/* The bits of the names in a list. */
static bool read_bits(gloss_slice text, const char *const *names, size_t count,
                      uint8_t *bits, gloss_error *err) {
  gloss_slice word;
  *bits = 0;
  while (next_word(&text, &word)) {
    size_t i = place_of(word, names, count);
    if (i == count) return unknown_name(word, err);
    *bits = (uint8_t)(*bits | 1u << i);
  }
  return true;
}

/* ---- New and free -------------------------------------------------------- */

gloss_lexicon *gloss_lexicon_new(gloss_error *err) {
  gloss_lexicon *l = calloc(1, sizeof *l);
  if (l != NULL) l->arena = gloss_arena_new();
  if (l == NULL || l->arena == NULL ||
      gloss_intern_add(&l->classes, "said", 4) != GLOSS_CLASS_SAID ||
      gloss_intern_add(&l->classes, "denied", 6) != GLOSS_CLASS_DENIED) {
    gloss_lexicon_free(l);
    gloss_no_memory(err);
    return NULL;
  }
  return l;
}

void gloss_lexicon_free(gloss_lexicon *l) {
  if (l == NULL) return;
  gloss_intern_free(&l->words);
  gloss_intern_free(&l->classes);
  gloss_arena_free(l->arena);
  free(l->lexemes);
  free(l->endings);
  free(l);
}

/* May it still be filled? */
static bool is_open(const gloss_lexicon *l, gloss_error *err) {
  return !l->closed ||
         gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "the lexicon is closed");
}

/* The lexeme of a word, new or not; NULL: no memory. Lives until the next. */
static gloss_lexeme *lexeme_for(gloss_lexicon *l, gloss_slice word,
                                gloss_error *err) {
  uint32_t number = gloss_intern_add(&l->words, word.bytes, word.len);
  if (number == GLOSS_NOT_INTERNED ||
      !gloss_array_reserve(l->lexemes, l->lexeme_room, (size_t)number + 1)) {
    gloss_no_memory(err);
    return NULL;
  }
  if (l->lexeme_count <= number) {
    l->lexemes[number] = (gloss_lexeme){ .number = number + 1 };
    l->lexeme_count = (size_t)number + 1;
  }
  return &l->lexemes[number];
}

static gloss_slice copy_bytes(gloss_lexicon *l, gloss_slice bytes) {
  char *copy = gloss_arena_alloc(l->arena, bytes.len + 1);
  if (copy == NULL) return (gloss_slice){ NULL, 0 };
  if (bytes.len > 0) memcpy(copy, bytes.bytes, bytes.len);
  return (gloss_slice){ copy, bytes.len };
}

/* ---- Lists --------------------------------------------------------------- */

static void put(gloss_word_bits *bits, size_t set) {
  bits->of[set / 64] |= UINT64_C(1) << (set % 64);
}

static bool add_ending(gloss_lexicon *l, size_t set, gloss_slice word,
                       gloss_error *err) {
  gloss_lexicon_ending ending = { .set = (uint8_t)set };
  ending.inside = word.len > 0 && *word.bytes == '+';
  ending.not = word.len > 0 && *word.bytes == '!';
  if (ending.inside || ending.not) {
    word.bytes++;
    word.len--;
  }
  ending.bytes = copy_bytes(l, word);
  if (ending.bytes.bytes == NULL ||
      !gloss_array_reserve(l->endings, l->ending_room, l->ending_count + 1))
    return gloss_no_memory(err);
  l->endings[l->ending_count++] = ending;
  return true;
}

static bool add_word(gloss_lexicon *l, size_t set, gloss_slice word,
                     gloss_error *err) {
  gloss_lexeme *lexeme = lexeme_for(l, word, err);
  if (lexeme == NULL) return false;
  put(&lexeme->sets, set);
  return true;
}

bool gloss_lexicon_list(gloss_lexicon *l, gloss_slice name, gloss_slice words,
                        gloss_error *err) {
  size_t set = place_of(name, list_names, COUNT(list_names));
  gloss_slice word;
  bool ok = is_open(l, err);
  if (ok && set == COUNT(list_names)) return unknown_name(name, err);
  while (ok && next_word(&words, &word)) {
    put(&l->any, set);
    ok = set >= GLOSS_SET_ENDS_PAST && set <= GLOSS_SET_ENDS_PLACED
             ? add_ending(l, set, word, err)
             : add_word(l, set, word, err);
  }
  return ok;
}

bool gloss_lexicon_says(gloss_lexicon *l, gloss_slice name, gloss_error *err) {
  size_t flag = place_of(name, flag_names, COUNT(flag_names));
  if (!is_open(l, err)) return false;
  if (flag == COUNT(flag_names)) return unknown_name(name, err);
  l->flags |= 1u << flag;
  return true;
}

const char *gloss_lexicon_number_name(size_t i) {
  return i < COUNT(number_names) ? number_names[i] : NULL;
}

bool gloss_lexicon_reckon(gloss_lexicon *l, gloss_slice name, double value,
                          gloss_error *err) {
  size_t number = place_of(name, number_names, COUNT(number_names));
  if (!is_open(l, err)) return false;
  if (number == COUNT(number_names)) return unknown_name(name, err);
  if (!(value >= 0 && value <= 1000))
    return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0,
                      "a number from 0 to 1000 expected for '%s'",
                      number_names[number]);
  l->numbers[number] = value;
  l->known_numbers |= UINT64_C(1) << number;
  return true;
}

bool gloss_lexicon_adverbs(gloss_lexicon *l, gloss_slice ending,
                           gloss_error *err) {
  if (!is_open(l, err)) return false;
  l->adverb_ending = copy_bytes(l, ending);
  return l->adverb_ending.bytes != NULL || gloss_no_memory(err);
}

bool gloss_lexicon_word(gloss_lexicon *l, gloss_lexicon_fact fact,
                        gloss_slice word, gloss_slice value,
                        gloss_error *err) {
  gloss_lexeme *lexeme = is_open(l, err) ? lexeme_for(l, word, err) : NULL;
  char first = value.len > 0 ? *value.bytes : '\0';
  if (lexeme == NULL) return false;
  switch (fact) {
    case GLOSS_FACT_TITLE: lexeme->title = first; break;
    case GLOSS_FACT_PERSONAL: lexeme->personal = first; break;
    case GLOSS_FACT_LEADS:
      put(&lexeme->sets, GLOSS_SET_OFFICE_LEADING);
      lexeme->leads = copy_bytes(l, value);
      if (lexeme->leads.bytes == NULL) return gloss_no_memory(err);
  }
  return true;
}

/* ---- Verbs, nouns, sources ----------------------------------------------- */

static bool class_of(gloss_lexicon *l, gloss_slice name, uint16_t *number,
                     gloss_error *err) {
  uint32_t found = gloss_intern_add(&l->classes, name.bytes, name.len);
  if (found == GLOSS_NOT_INTERNED) return gloss_no_memory(err);
  if (found > UINT16_MAX)
    return gloss_fail(err, GLOSS_TOO_LARGE, 0, "too many classes of cues");
  *number = (uint16_t)found;
  return true;
}

/* The lexemes of words, at most 255 of them; NULL: a failure. */
static const uint32_t *lexemes_of(gloss_lexicon *l, gloss_slice words,
                                  uint8_t *count, gloss_error *err) {
  uint32_t *list = gloss_arena_alloc(l->arena, UINT8_MAX * sizeof *list);
  gloss_slice word;
  *count = 0;
  if (list == NULL) gloss_no_memory(err);
  while (list != NULL && next_word(&words, &word)) {
    const gloss_lexeme *lexeme = lexeme_for(l, word, err);
    if (lexeme == NULL) return NULL;
    if (*count == UINT8_MAX) {
      gloss_fail(err, GLOSS_TOO_LARGE, 0, "too many words of one phrase");
      return NULL;
    }
    list[(*count)++] = lexeme->number;
  }
  if (list != NULL)
    gloss_arena_trim(l->arena, list, UINT8_MAX * sizeof *list,
                     *count * sizeof *list);
  return list;
}

bool gloss_lexicon_verb(gloss_lexicon *l, gloss_slice form, gloss_slice flags,
                        gloss_error *err) {
  gloss_verb_form *made;
  gloss_lexeme *lexeme;
  if (!is_open(l, err)) return false;
  made = gloss_arena_alloc(l->arena, sizeof *made);
  if (made == NULL) return gloss_no_memory(err);
  lexeme = lexeme_for(l, form, err);
  if (lexeme == NULL ||
      !read_bits(flags, form_names, COUNT(form_names), &made->flags, err))
    return false;
  lexeme->verb = l->verb = made;
  return true;
}

/* Adds a sense to the verb, and finds again what is known of all of them. */
static bool add_sense(gloss_lexicon *l, gloss_verb_form *verb,
                      const gloss_sense *sense, gloss_error *err) {
  size_t count = verb->sense_count;
  gloss_sense *senses = gloss_arena_alloc(
      l->arena, (count + 1) * sizeof *senses);
  if (senses == NULL) return gloss_no_memory(err);
  if (count == UINT16_MAX)
    return gloss_fail(err, GLOSS_TOO_LARGE, 0, "too many senses of a verb");
  if (count > 0) memcpy(senses, verb->senses, count * sizeof *senses);
  senses[count] = *sense;
  verb->senses = senses;
  verb->sense_count = (uint16_t)(count + 1);
  verb->alone = verb->sense_count;
  verb->quoting = NULL;
  for (size_t i = count + 1; i-- > 0;) {
    bool quotes = (senses[i].frames & GLOSS_FRAME_QUOTE) != 0;
    if (quotes) verb->quotes = true;
    if (senses[i].particle_count > 0) continue;
    verb->alone = (uint16_t)i;
    if (quotes) verb->quoting = &senses[i];
  }
  return true;
}

bool gloss_lexicon_sense(gloss_lexicon *l, gloss_slice class_name,
                         gloss_slice frames, gloss_slice particles,
                         gloss_error *err) {
  gloss_sense sense = { 0 };
  if (!is_open(l, err)) return false;
  if (l->verb == NULL)
    return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "a sense without a verb");
  if (!class_of(l, class_name, &sense.class_number, err) ||
      !read_bits(frames, frame_names, COUNT(frame_names), &sense.frames, err))
    return false;
  sense.particles = lexemes_of(l, particles, &sense.particle_count, err);
  return sense.particles != NULL && add_sense(l, l->verb, &sense, err);
}

/* Gives the words that may stand behind nouns a bit each. */
static bool read_follows(gloss_lexicon *l, gloss_slice frames,
                         uint32_t *follows, gloss_error *err) {
  gloss_slice word;
  while (next_word(&frames, &word)) {
    gloss_lexeme *lexeme = lexeme_for(l, word, err);
    if (lexeme == NULL) return false;
    if (lexeme->follows == 0) {
      if (l->follow_count == 32)
        return gloss_fail(err, GLOSS_TOO_LARGE, 0,
                          "too many words behind nouns");
      lexeme->follows = UINT32_C(1) << l->follow_count++;
    }
    *follows |= lexeme->follows;
  }
  return true;
}

/* Those of the words that are names of frames, too. */
static uint8_t frames_among(gloss_slice words) {
  gloss_slice word;
  unsigned bits = 0;
  while (next_word(&words, &word)) {
    size_t i = place_of(word, frame_names, COUNT(frame_names));
    if (i < COUNT(frame_names)) bits |= 1u << i;
  }
  return (uint8_t)bits;
}

bool gloss_lexicon_noun(gloss_lexicon *l, gloss_slice noun,
                        gloss_slice class_name, gloss_slice frames,
                        gloss_error *err) {
  gloss_sense *sense;
  gloss_lexeme *lexeme;
  if (!is_open(l, err)) return false;
  sense = gloss_arena_alloc(l->arena, sizeof *sense);
  if (sense == NULL) return gloss_no_memory(err);
  sense->frames = frames_among(frames);
  if (!class_of(l, class_name, &sense->class_number, err) ||
      !read_follows(l, frames, &sense->follows, err))
    return false;
  lexeme = lexeme_for(l, noun, err);
  if (lexeme == NULL) return false;
  lexeme->noun = sense;
  return true;
}

bool gloss_lexicon_owned(gloss_lexicon *l, gloss_slice noun,
                         gloss_slice class_name, gloss_slice preposition,
                         gloss_error *err) {
  gloss_owned *owned;
  gloss_lexeme *lexeme;
  if (!is_open(l, err)) return false;
  owned = gloss_arena_alloc(l->arena, sizeof *owned);
  if (owned == NULL) return gloss_no_memory(err);
  if (!class_of(l, class_name, &owned->class_number, err)) return false;
  lexeme = lexeme_for(l, preposition, err);
  if (lexeme == NULL) return false;
  owned->preposition = lexeme->number;
  lexeme = lexeme_for(l, noun, err);
  if (lexeme == NULL) return false;
  lexeme->owned = owned;
  return true;
}

/* The longest word of a list, the first of them; how many stand before it. */
static gloss_slice longest_word(gloss_slice words, uint8_t *before) {
  gloss_slice word, longest = { NULL, 0 };
  for (uint8_t i = 0; next_word(&words, &word); i++) {
    if (word.len <= longest.len) continue;
    longest = word;
    *before = i;
  }
  return longest;
}

/* The lexeme of the longest word of a phrase, and the phrase; NULL: a
** failure. */
static gloss_lexeme *read_phrase(gloss_lexicon *l, gloss_slice words,
                                 gloss_fixed_phrase *phrase,
                                 gloss_error *err) {
  *phrase = (gloss_fixed_phrase){ 0 };
  if (!is_open(l, err)) return NULL;
  phrase->words = lexemes_of(l, words, &phrase->word_count, err);
  if (phrase->words == NULL) return NULL;
  if (phrase->word_count > 0)
    return lexeme_for(l, longest_word(words, &phrase->before), err);
  gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "a phrase without words");
  return NULL;
}

static bool add_phrase(gloss_lexicon *l, gloss_fixed_phrases *phrases,
                       const gloss_fixed_phrase *phrase, gloss_error *err) {
  size_t count = phrases->count;
  gloss_fixed_phrase *all =
      gloss_arena_alloc(l->arena, (count + 1) * sizeof *all);
  if (all == NULL) return gloss_no_memory(err);
  if (count > 0) memcpy(all, phrases->at, count * sizeof *all);
  all[count] = *phrase;
  *phrases = (gloss_fixed_phrases){ all, (uint32_t)count + 1 };
  return true;
}

bool gloss_lexicon_source(gloss_lexicon *l, gloss_slice words,
                          gloss_error *err) {
  gloss_fixed_phrase source;
  gloss_lexeme *lexeme = read_phrase(l, words, &source, err);
  return lexeme != NULL && add_phrase(l, &lexeme->sources, &source, err);
}

bool gloss_lexicon_adverb_phrase(gloss_lexicon *l, gloss_slice words,
                                 gloss_error *err) {
  gloss_fixed_phrase adverb;
  gloss_lexeme *lexeme = read_phrase(l, words, &adverb, err);
  return lexeme != NULL && add_phrase(l, &lexeme->adverbs, &adverb, err);
}

bool gloss_lexicon_close(gloss_lexicon *l, gloss_error *err) {
  if (!is_open(l, err)) return false;
  for (size_t i = 0; i < COUNT(number_names); i++)
    if ((l->known_numbers >> i & 1) == 0)
      return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "no number '%s'",
                        number_names[i]);
  l->closed = true;
  return true;
}

/* ---- Asking -------------------------------------------------------------- */

bool gloss_form_goes_with(const gloss_verb_form *form, uint32_t lexeme) {
  for (size_t i = 0; i < form->alone; i++)
    if (form->senses[i].particles[0] == lexeme) return true;
  return false;
}

const gloss_lexeme *gloss_lexicon_find(const gloss_lexicon *l, const char *low,
                                       size_t len) {
  uint32_t number = gloss_intern_find(&l->words, low, len);
  return number == GLOSS_NOT_INTERNED ? &unknown : &l->lexemes[number];
}

static bool ends_with(const char *low, size_t len,
                      const gloss_lexicon_ending *ending) {
  return len >= ending->bytes.len + ending->inside &&
         memcmp(low + len - ending->bytes.len, ending->bytes.bytes,
                ending->bytes.len) == 0;
}

/* Adds the sets of endings; those that say no, last. */
static void add_endings(const gloss_lexicon *l, const char *low, size_t len,
                        gloss_word_bits *sets) {
  gloss_word_bits not = { { 0, 0 } };
  for (size_t i = 0; i < l->ending_count; i++)
    if (ends_with(low, len, &l->endings[i]))
      put(l->endings[i].not ? &not : sets, l->endings[i].set);
  sets->of[0] &= ~not.of[0];
  sets->of[1] &= ~not.of[1];
}

/* Adds what the last part of a compound says: Finanz|ministerin. */
static void add_compound(const gloss_lexicon *l, const char *low, size_t len,
                         gloss_word_bits *sets) {
  for (size_t i = BEFORE_NOUN; i + NOUN <= len; i++) {
    const gloss_lexeme *end = gloss_lexicon_find(l, low + i, len - i);
    if (gloss_set_has(&end->sets, GLOSS_SET_OFFICE_PERSONS))
      put(sets, GLOSS_SET_OFFICE_PERSONS);
    if (gloss_set_has(&end->sets, GLOSS_SET_ROLES))
      put(sets, GLOSS_SET_OFFICE_ROLES);
  }
}

/* Adds what the first part of a given name says: Marc|-Olivier. */
static void add_given_name(const gloss_lexicon *l, const char *low, size_t len,
                           gloss_word_bits *sets) {
  const char *hyphen = len > 0 ? memchr(low, '-', len) : NULL;
  const gloss_lexeme *first;
  if (hyphen == NULL) return;
  first = gloss_lexicon_find(l, low, (size_t)(hyphen - low));
  if (gloss_set_has(&first->sets, GLOSS_SET_MEN)) put(sets, GLOSS_SET_MEN);
  if (gloss_set_has(&first->sets, GLOSS_SET_WOMEN)) put(sets, GLOSS_SET_WOMEN);
}

gloss_word_bits gloss_lexicon_sets(const gloss_lexicon *l, const char *low,
                                   size_t len) {
  gloss_word_bits sets = gloss_lexicon_find(l, low, len)->sets;
  if (gloss_set_has(&sets, GLOSS_SET_ROLES)) put(&sets, GLOSS_SET_OFFICE_ROLES);
  if (gloss_lexicon_is(l, GLOSS_LEXICON_COMPOUNDS))
    add_compound(l, low, len, &sets);
  add_given_name(l, low, len, &sets);
  add_endings(l, low, len, &sets);
  return sets;
}

const char *gloss_lexicon_class(const gloss_lexicon *l, unsigned number,
                                size_t *len) {
  return gloss_intern_get(&l->classes, number, len);
}

bool gloss_lexicon_has(const gloss_lexicon *l, gloss_word_set set) {
  return gloss_set_has(&l->any, set);
}

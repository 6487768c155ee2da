/* words.c - what a word is by itself: its kind, its sets, what it may do. */
#include "clauses/words.h"

#include "base/array.h"
#include "base/slice.h"
#include "clauses/text.h"

#include <stdlib.h>

enum { MOST_WORDS = 1 << 16 }; /* after so many, all is found again */

static const gloss_lexeme no_lexeme;
const gloss_clause_word gloss_no_word = { .text = { "", 0 },
                                          .low = &gloss_no_word,
                                          .lexeme = &no_lexeme,
                                          .kind = GLOSS_KIND_NONE };

/* ---- Kinds --------------------------------------------------------------- */

/* Function words: the first set that has the word says its kind. */
static const struct {
  uint8_t set;
  uint16_t kind;
} function_words[] = {
  { GLOSS_SET_CLITICS, GLOSS_KIND_POSSESSIVE },
  { GLOSS_SET_POSSESSIVE, GLOSS_KIND_DETERMINER },
  { GLOSS_SET_DETERMINERS, GLOSS_KIND_DETERMINER },
  { GLOSS_SET_ADVERBS, GLOSS_KIND_ADVERB },
  { GLOSS_SET_NEGATIONS, GLOSS_KIND_ADVERB },
  { GLOSS_SET_AUXILIARIES, GLOSS_KIND_AUXILIARY },
  { GLOSS_SET_SUBJECTS, GLOSS_KIND_PRONOUN },
  { GLOSS_SET_OBJECTS, GLOSS_KIND_OBJECT },
  { GLOSS_SET_TIMES, GLOSS_KIND_TIME },
  { GLOSS_SET_SUBORDINATORS, GLOSS_KIND_SUBORDINATOR },
  { GLOSS_SET_RELATIVES, GLOSS_KIND_SUBORDINATOR },
  { GLOSS_SET_CONJUNCTIONS, GLOSS_KIND_CONJUNCTION },
  { GLOSS_SET_PREPOSITIONS, GLOSS_KIND_PREPOSITION }
};

static uint16_t function_kind(const gloss_word_bits *sets) {
  for (size_t i = 0; i < sizeof function_words / sizeof *function_words; i++) {
    if (!gloss_set_has(sets, function_words[i].set)) continue;
    if (function_words[i].kind == GLOSS_KIND_DETERMINER &&
        gloss_set_has(sets, GLOSS_SET_SUBORDINATORS))
      return GLOSS_KIND_SUBORDINATOR;
    return function_words[i].kind;
  }
  return GLOSS_KIND_NONE;
}

/* Name, word, number or mark, by the first character. */
static uint16_t shape_kind(gloss_slice text) {
  const unsigned char *s = (const unsigned char *)text.bytes;
  unsigned first = s[0], second = text.len > 1 ? s[1] : 0;
  if (first >= 'A' && first <= 'Z') return GLOSS_KIND_NAME;
  if (first >= 'a' && first <= 'z') return GLOSS_KIND_WORD;
  if ((first >= '0' && first <= '9') || first == '$') return GLOSS_KIND_NUMBER;
  if ((first == 0xC2 && second == 0xA3) || (first == 0xE2 && second == 0x82))
    return GLOSS_KIND_NUMBER; /* £ € */
  if ((first == '@' || first == '#') && text.len > 1) return GLOSS_KIND_NAME;
  if (first == 0xC3 && second >= 0x9F) return GLOSS_KIND_WORD;
  if ((first >= 0xC3 && first <= 0xDF) || first == 0xE1)
    return GLOSS_KIND_NAME;
  return first > 0xE2 ? GLOSS_KIND_WORD : GLOSS_KIND_POINT;
}

static bool is_adverb(const gloss_lexicon *l, const gloss_clause_word *w) {
  gloss_slice ending = l->adverb_ending;
  return ending.len > 0 && w->low == w && w->text.len > 4 &&
         w->text.len >= ending.len &&
         memcmp(w->text.bytes + w->text.len - ending.len, ending.bytes,
                ending.len) == 0 &&
         !gloss_set_has(&w->sets, GLOSS_SET_NO_ADVERBS);
}

static uint16_t kind_of(const gloss_lexicon *l, const gloss_clause_word *w) {
  uint16_t kind = function_kind(&w->sets);
  if (gloss_set_has(&w->sets, GLOSS_SET_MONTHS) &&
      (w->low != w || gloss_lexicon_is(l, GLOSS_LEXICON_SMALL_MONTHS)))
    return GLOSS_KIND_TIME;
  if (kind == GLOSS_KIND_OBJECT && w->text.len == 2 &&
      gloss_capital_byte(w->text.bytes[0]) &&
      gloss_capital_byte(w->text.bytes[1]))
    return GLOSS_KIND_NAME; /* the US */
  if (kind != GLOSS_KIND_NONE) return kind;
  return is_adverb(l, w) ? (uint16_t)GLOSS_KIND_ADVERB : shape_kind(w->text);
}

/* ---- Marks --------------------------------------------------------------- */

static const struct {
  const char *bytes;
  uint8_t mark;
} marks[] = {
  { ",", GLOSS_MARK_COMMA },          { ":", GLOSS_MARK_COLON },
  { ";", GLOSS_MARK_SEMICOLON },      { ".", GLOSS_MARK_STOP },
  { "!", GLOSS_MARK_EXCLAIM },        { "?", GLOSS_MARK_ASK },
  { "\xE2\x80\xA6", GLOSS_MARK_ELLIPSIS }, { "...", GLOSS_MARK_ELLIPSIS },
  { "(", GLOSS_MARK_OPENING },        { ")", GLOSS_MARK_CLOSING },
  { "[", GLOSS_MARK_SQUARE_OPENING }, { "]", GLOSS_MARK_SQUARE_CLOSING },
  { "&", GLOSS_MARK_AMPERSAND },      { "\xE2\x80\x94", GLOSS_MARK_EM_DASH },
  { "\xE2\x80\x93", GLOSS_MARK_EN_DASH }, { "\xE2\x80\x95", GLOSS_MARK_BAR },
  { "-", GLOSS_MARK_HYPHEN },         { "--", GLOSS_MARK_TWO_HYPHENS }
};

static uint8_t mark_of(gloss_slice text) {
  if (text.len > 3) return GLOSS_MARK_NONE;
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
    gloss_slice bytes = { marks[i].bytes, strlen(marks[i].bytes) };
    if (gloss_same_bytes(text, bytes)) return marks[i].mark;
  }
  return GLOSS_MARK_NONE;
}

static bool is_text(gloss_slice text, const char *bytes) {
  return gloss_same_bytes(text, (gloss_slice){ bytes, strlen(bytes) });
}

/* ---- What it may do ------------------------------------------------------ */

/* May it report? Rice and Mark are names. */
static bool may_report(const gloss_clause_word *w) {
  const gloss_lexeme *lexeme = w->lexeme;
  if (lexeme->noun != NULL || lexeme->sources.count > 0 ||
      lexeme->owned != NULL)
    return true;
  if (lexeme->verb == NULL || w->kind == GLOSS_KIND_ADVERB) return false;
  return w->kind != GLOSS_KIND_NAME ||
         (lexeme->verb->flags & (GLOSS_FORM_NOUN | GLOSS_FORM_PAST)) != 0 ||
         (lexeme->verb->flags & GLOSS_FORM_BASE) == 0;
}

static bool is_office(const gloss_lexicon *l, const gloss_clause_word *w) {
  return gloss_lexicon_is(l, GLOSS_LEXICON_HAS_ROLES) &&
         (gloss_set_has(&w->sets, GLOSS_SET_OFFICE_PERSONS) ||
          gloss_set_has(&w->sets, GLOSS_SET_OFFICE_BODIES) ||
          gloss_set_has(&w->sets, GLOSS_SET_OFFICE_LEADING) ||
          gloss_set_has(&w->sets, GLOSS_SET_ROLES));
}

static unsigned point_bits(const gloss_clause_word *w) {
  unsigned may = GLOSS_IS_POINT;
  if (w->mark >= GLOSS_MARK_EM_DASH) may |= GLOSS_IS_DASH;
  if (w->mark == GLOSS_MARK_HYPHEN) may |= GLOSS_MAY_JOIN;
  if (is_text(w->text, "'") || is_text(w->text, "\xE2\x80\x99"))
    may |= GLOSS_IS_APOSTROPHE;
  return may;
}

static unsigned kind_bits(const gloss_clause_word *w) {
  switch (w->kind) {
    case GLOSS_KIND_POINT: return point_bits(w);
    case GLOSS_KIND_POSSESSIVE: return GLOSS_IS_POSSESSIVE;
    case GLOSS_KIND_NAME: return GLOSS_IS_NAME;
    case GLOSS_KIND_CONJUNCTION: return GLOSS_IS_CONJUNCTION;
    case GLOSS_KIND_AUXILIARY:
      return w->low != w ? GLOSS_IS_CAPITAL_AUXILIARY : 0;
    case GLOSS_KIND_PREPOSITION:
      return w->low != w && gloss_set_has(&w->sets, GLOSS_SET_NAMES_TOO)
                 ? GLOSS_IS_CAPITAL_PREPOSITION
                 : 0;
    default: return 0;
  }
}

static uint16_t bits_of(const gloss_lexicon *l, const gloss_clause_word *w) {
  unsigned may = kind_bits(w);
  if (w->low == w && gloss_set_has(&w->sets, GLOSS_SET_NAME_PARTICLES))
    may |= GLOSS_IS_PARTICLE;
  if (may_report(w)) may |= GLOSS_MAY_CUE;
  if (is_office(l, w)) may |= GLOSS_IS_OFFICE;
  if (w->lexeme->adverbs.count > 0) may |= GLOSS_MAY_BE_ADVERB;
  return (uint16_t)may;
}

/* ---- Records ------------------------------------------------------------- */

/* The bytes in lower case (of ASCII), copied; the same bytes where they are. */
static gloss_slice lower(gloss_arena *arena, gloss_slice text) {
  char *low;
  size_t i = 0;
  while (i < text.len && !gloss_capital_byte(text.bytes[i])) i++;
  if (i == text.len) return text;
  low = gloss_arena_copy(arena, text.bytes, text.len);
  for (; low != NULL && i < text.len; i++)
    if (gloss_capital_byte(low[i])) low[i] = (char)(low[i] + 32);
  return (gloss_slice){ low, low == NULL ? 0 : text.len };
}

/* Finds what there is to know of `w`, whose text is set. */
static bool look_at(gloss_clause_words *words, gloss_clause_word *w) {
  const gloss_lexicon *l = words->lexicon;
  gloss_slice low = lower(words->arena, w->text);
  if (low.bytes == NULL) return false;
  w->low = low.bytes == w->text.bytes
               ? w
               : gloss_clause_words_get(words, low.bytes, low.len);
  if (w->low == NULL) return false;
  w->lexeme = gloss_lexicon_find(l, low.bytes, low.len);
  w->verb = w->lexeme->verb;
  w->sets = gloss_lexicon_sets(l, low.bytes, low.len);
  w->mark = mark_of(w->text);
  w->kind = kind_of(l, w);
  w->may = bits_of(l, w);
  return true;
}

/* A quotation, whatever stands in it, is in no set. */
static bool look_at_folded(gloss_clause_word *w) {
  w->low = w;
  w->lexeme = &no_lexeme;
  w->kind = GLOSS_KIND_QUOTE;
  w->may = GLOSS_IS_QUOTE;
  return true;
}

/* A record, all zero, that begins a line of the cache. NULL: no memory. */
static gloss_clause_word *new_record(gloss_clause_words *words) {
  enum { AT_ONCE = 128, LINE = 64 };
  if (words->fresh_count == 0) {
    char *room = gloss_arena_alloc(words->arena,
                                   AT_ONCE * sizeof *words->fresh + LINE);
    if (room == NULL) return NULL;
    room += LINE - (uintptr_t)room % LINE;
    words->fresh = (gloss_clause_word *)(void *)room;
    words->fresh_count = AT_ONCE;
  }
  words->fresh_count--;
  return words->fresh++;
}

static const gloss_clause_word *add(gloss_clause_words *words,
                                    const char *text, size_t len) {
  gloss_clause_word *w = new_record(words);
  uint32_t number;
  if (w == NULL) return NULL;
  w->text.len = len;
  w->text.bytes = gloss_arena_copy(words->arena, text, len);
  if (w->text.bytes == NULL) return NULL;
  if (!(is_text(w->text, GLOSS_FOLDED) ? look_at_folded(w)
                                       : look_at(words, w)))
    return NULL;
  if (!gloss_array_reserve(words->records, words->record_room,
                           words->numbers.count + 1))
    return NULL;
  number = gloss_intern_add(&words->numbers, text, len);
  if (number == GLOSS_NOT_INTERNED) return NULL;
  words->records[number] = w;
  return w;
}

const gloss_clause_word *gloss_clause_words_get(gloss_clause_words *words,
                                                const char *text, size_t len) {
  uint32_t number = gloss_intern_find(&words->numbers, text, len);
  return number == GLOSS_NOT_INTERNED ? add(words, text, len)
                                      : words->records[number];
}

/* ---- New, free, begin ---------------------------------------------------- */

gloss_clause_words *gloss_clause_words_new(const gloss_lexicon *lexicon) {
  gloss_clause_words *words = calloc(1, sizeof *words);
  if (words == NULL) return NULL;
  words->lexicon = lexicon;
  words->arena = gloss_arena_new();
  if (words->arena != NULL) return words;
  free(words);
  return NULL;
}

void gloss_clause_words_free(gloss_clause_words *words) {
  if (words == NULL) return;
  gloss_intern_free(&words->numbers);
  gloss_arena_free(words->arena);
  free(words->records);
  free(words->by_number);
  free(words);
}

static void forget_numbers(gloss_clause_words *words) {
  if (words->number_room > 0)
    memset(words->by_number, 0, words->number_room * sizeof *words->by_number);
}

bool gloss_clause_words_begin(gloss_clause_words *words,
                              const gloss_word_numbers *numbers) {
  size_t before = words->number_room;
  if (words->numbers.count > MOST_WORDS) {
    gloss_intern_clear(&words->numbers);
    gloss_arena_reset(words->arena);
    words->fresh_count = 0;
    words->epoch = 0;
    words->folded = NULL;
  }
  if (words->epoch != numbers->epoch) forget_numbers(words);
  words->epoch = numbers->epoch;
  if (!gloss_array_reserve(words->by_number, words->number_room,
                           numbers->limit))
    return false;
  if (words->number_room > before)
    memset(words->by_number + before, 0,
           (words->number_room - before) * sizeof *words->by_number);
  if (words->folded == NULL)
    words->folded =
        gloss_clause_words_get(words, GLOSS_FOLDED, sizeof GLOSS_FOLDED - 1);
  return words->folded != NULL;
}

/* items.c - from tokens to items: quotations folded, words joined, and what
** each word is by those around it. */
#include "clauses/items.h"

#include "base/array.h"
#include "base/error.h"
#include "clauses/words.h"
#include "doc/doc_private.h"

#include <limits.h>
#include <stdlib.h>

enum {
  PARTICLES = 2, /* words between given name and surname: van der */
  AHEAD = 16     /* tokens: what is known of their words is fetched early */
};

enum {
  /* Behind these "'s" is a verb. */
  IS_BEFORE = GLOSS_KIND_PRONOUN | GLOSS_KIND_SUBORDINATOR |
              GLOSS_KIND_ADVERB | GLOSS_KIND_OBJECT,
  /* Behind these a capital is no sentence's first letter: "said Will Roe". */
  INNER = GLOSS_KIND_NAME | GLOSS_KIND_WORD | GLOSS_KIND_DETERMINER |
          GLOSS_KIND_PREPOSITION | GLOSS_KIND_ADVERB,
  /* Words that the sentence may change. */
  CHANGED = GLOSS_IS_POSSESSIVE | GLOSS_IS_CAPITAL_AUXILIARY |
            GLOSS_IS_CAPITAL_PREPOSITION | GLOSS_IS_APOSTROPHE |
            GLOSS_IS_PARTICLE | GLOSS_MAY_BE_ADVERB,
  WATCHED = CHANGED | GLOSS_MAY_CUE | GLOSS_IS_DASH | GLOSS_IS_OFFICE
};

/* ---- From tokens --------------------------------------------------------- */

/* Reading one document. */
typedef struct work {
  gloss_clauses *list;
  gloss_clause_words *words;
  gloss_token_columns tokens;
  gloss_word_numbers numbers;
  gloss_span within;
  size_t first, behind; /* tokens to read */
  const gloss_sentence *sentences;
  size_t sentence, sentence_count; /* the next one, and how many */
  gloss_places watched; /* items that may change, or are asked for */
  bool joins;           /* may the last item join two others? */
  uint32_t *folds; /* the outermost stretches; each is one item */
  uint32_t fold_count;
} work;

/* Finds the outermost stretches. */
static bool outermost(work *k) {
  const gloss_clauses *list = k->list;
  uint32_t covered = 0;
  k->folds = gloss_arena_raw(list->arena,
                             (list->stretch_count + 1) * sizeof *k->folds);
  if (k->folds == NULL) return false;
  for (uint32_t i = 1; i <= list->stretch_count; i++) {
    const gloss_stretch *s = &list->stretches[i];
    if (s->depth > 0 || s->start < covered) continue;
    covered = s->end;
    k->folds[k->fold_count++] = i;
  }
  return true;
}

/* What is known of the word of a token; its record is NULL: no memory. */
static gloss_known_word word_of(work *k, size_t token) {
  uint32_t number = k->numbers.numbers[token];
  uint32_t start = k->tokens.starts[token];
  gloss_known_word known = { NULL, GLOSS_KIND_NONE, 0 };
  if (number != 0 && k->words->by_number[number].word != NULL)
    return k->words->by_number[number];
  known.word = gloss_clause_words_get(k->words, k->list->text + start,
                                      k->tokens.ends[token] - start);
  if (known.word == NULL) return known;
  known.kind = known.word->kind;
  known.may = known.word->may;
  if (number != 0) k->words->by_number[number] = known;
  return known;
}

/* Does a sentence begin with an item that starts at `start`, where the one
** before ends at `before`? One that begins inside an item does not count. */
static bool begins_sentence(work *k, uint32_t before, uint32_t start) {
  bool begins = false;
  for (; k->sentence < k->sentence_count &&
         k->sentences[k->sentence].start <= start;
       k->sentence++)
    if (k->sentences[k->sentence].end > start &&
        k->sentences[k->sentence].start >= before)
      begins = true;
  return begins;
}

/* Adds an item, which is filled but for its first fields. What the words around
** it may change is done later, to those that are watched. */
static inline gloss_clause_item *add_item(work *k, uint32_t start,
                                          uint32_t end, unsigned may) {
  gloss_clauses *list = k->list;
  uint32_t before = list->items[list->count].end;
  gloss_clause_item *item = &list->items[++list->count];
  item->start = start;
  item->end = end;
  item->begins = false;
  item->start_here = 0;
  if (k->sentence < k->sentence_count &&
      k->sentences[k->sentence].start <= start &&
      begins_sentence(k, before, start)) {
    item->start_here = GLOSS_START_SENTENCE;
    list->sentence_starts++;
  }
  if (may & WATCHED) k->watched.at[++k->watched.count] = list->count;
  return item;
}

/* Makes one of the last two items and a token, where the three are a word, what
** joins, and a word. 0: they are not; -1: no memory. */
static int join(work *k, uint32_t start, uint32_t end, unsigned may) {
  gloss_clauses *list = k->list;
  gloss_clause_item *last = &list->items[list->count], *first = last - 1;
  const unsigned apart = GLOSS_IS_POINT | GLOSS_IS_QUOTE;
  if (list->count < 2 || last->end != start || first->end != last->start ||
      ((may | first->word->may) & apart) != 0)
    return 0;
  first->word = gloss_clause_words_get(k->words, list->text + first->start,
                                       end - first->start);
  if (first->word == NULL) return -1;
  first->end = end;
  first->kind = first->word->kind;
  list->count--;
  while (k->watched.at[k->watched.count] >= list->count) k->watched.count--;
  if (first->word->may & WATCHED)
    k->watched.at[++k->watched.count] = list->count;
  return 1;
}

static bool add_token(work *k, size_t token) {
  gloss_clauses *list = k->list;
  gloss_known_word known = word_of(k, token);
  uint32_t start = k->tokens.starts[token], end = k->tokens.ends[token];
  gloss_clause_item *item;
  if (known.word == NULL) return false;
  if (k->joins) {
    int joined = join(k, start, end, known.may);
    k->joins = false;
    if (joined != 0) {
      k->joins = (list->items[list->count].word->may & GLOSS_MAY_JOIN) != 0;
      return joined > 0;
    }
  }
  k->joins = (known.may & GLOSS_MAY_JOIN) != 0;
  item = add_item(k, start, end, known.may);
  item->word = known.word;
  item->kind = known.kind;
  item->quote = 0;
  return true;
}

static void add_fold(work *k, uint32_t stretch) {
  gloss_clauses *list = k->list;
  const gloss_stretch *s = &list->stretches[stretch];
  gloss_clause_item *item = add_item(k, s->start, s->end, GLOSS_IS_QUOTE);
  item->word = k->words->folded;
  item->kind = GLOSS_KIND_QUOTE;
  item->quote = stretch;
  k->joins = false;
  list->quotes.at[++list->quotes.count] = list->count;
}

/* The first mask that ends behind `start`. */
static size_t mask_after(const gloss_span_list *masks, uint32_t start) {
  size_t low = 0, high = masks->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (masks->spans[middle].end <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/* All items, in order; what is masked has none. */
static bool make_items(work *k) {
  const gloss_span_list *masks = &k->list->doc->masks;
  const gloss_stretch *stretches = k->list->stretches;
  uint32_t fold = 0, covered = k->within.start;
  size_t mask = mask_after(masks, k->within.start);
  for (size_t i = k->first; i < k->behind; i++) {
    uint32_t start = k->tokens.starts[i];
    if (i + AHEAD < k->behind)
      __builtin_prefetch(
          &k->words->by_number[k->numbers.numbers[i + AHEAD]]);
    while (mask < masks->count && masks->spans[mask].end <= start) mask++;
    if (mask < masks->count && masks->spans[mask].start < k->tokens.ends[i])
      continue;
    for (; fold < k->fold_count && stretches[k->folds[fold]].start <= start;
         fold++) {
      add_fold(k, k->folds[fold]);
      covered = stretches[k->folds[fold]].end;
    }
    if (start >= covered && !add_token(k, i)) return false;
  }
  return true;
}

/* Items beside the first and the last. */
static void add_none(gloss_clause_item *items) {
  for (int i = 0; i < GLOSS_NO_ITEMS; i++)
    items[i] = (gloss_clause_item){ .word = &gloss_no_word,
                                    .kind = GLOSS_KIND_NONE };
}

/* ---- Quotations ---------------------------------------------------------- */

/* Is it the last byte of a closing mark? */
static bool is_mark_byte(char c) {
  return c == '"' || c == '\'' || c == '\x80' || c == '\x99' || c == '\x9D' ||
         c == '\xE2';
}

/* The mark with which a quotation ends (, . ! ?), inside or right behind it. */
static char final_of(const gloss_clauses *list, const gloss_stretch *s) {
  const char *text = list->text;
  uint32_t at = s->to - 1;
  while (at > s->from && is_mark_byte(text[at])) at--;
  if (at < list->len && (text[at] == ',' || text[at] == '.' ||
                         text[at] == '!' || text[at] == '?'))
    return text[at];
  return s->end < list->len && text[s->end] == ',' ? ',' : '\0';
}

static void end_quotes(gloss_clauses *list) {
  for (int i = 1; i <= list->quotes.count; i++) {
    gloss_stretch *s = gloss_quote_of(list, list->quotes.at[i]);
    s->final = final_of(list, s);
    s->closing = s->final != '\0';
  }
}

/* ---- What a word is by those around it ----------------------------------- */

/* "Bram | de Wael": the words between are part of the name. */
static void join_particles(gloss_clauses *list, int k) {
  int n = k;
  while (n < k + PARTICLES &&
         (list->items[n].word->may & GLOSS_IS_PARTICLE) != 0)
    n++;
  if (!gloss_is(list, n, GLOSS_KIND_NAME) ||
      (gloss_is(list, k, GLOSS_KIND_DETERMINER) &&
       gloss_lexicon_is(list->lexicon, GLOSS_LEXICON_CAPITAL_NOUNS)))
    return; /* Anna Roth | den Plan: no name goes on so */
  for (int i = k; i < n; i++) list->items[i].kind = GLOSS_KIND_NAME;
}

/* Is the mark at item `k` an apostrophe behind a plural: workers' | union? */
static bool is_plural_possessive(const gloss_clauses *list, int k) {
  return k > 1 && list->items[k - 1].end == list->items[k].start &&
         gloss_in(list, k - 1, GLOSS_SET_ENDS_S);
}

bool gloss_fixed_phrase_at(const gloss_clauses *list,
                           const gloss_fixed_phrase *phrase, int first) {
  if (first < 1 || first + phrase->word_count - 1 > list->count) return false;
  for (int i = 0; i < phrase->word_count; i++)
    if (gloss_lexeme_of(list, first + i)->number != phrase->words[i])
      return false;
  return true;
}

/* "has | so far | refused": makes adverbs of the words around `k` that are one
** together. */
static void join_adverbs(gloss_clauses *list, int k) {
  const gloss_fixed_phrases *adverbs = &gloss_lexeme_of(list, k)->adverbs;
  for (uint32_t i = 0; i < adverbs->count; i++) {
    const gloss_fixed_phrase *phrase = &adverbs->at[i];
    int first = k - phrase->before;
    if (!gloss_fixed_phrase_at(list, phrase, first)) continue;
    for (int n = first; n < first + phrase->word_count; n++)
      list->items[n].kind = GLOSS_KIND_ADVERB;
    return;
  }
}

static void change(gloss_clauses *list, int k, unsigned may) {
  gloss_clause_item *item = &list->items[k];
  if (may & GLOSS_MAY_BE_ADVERB) join_adverbs(list, k);
  if (may & GLOSS_IS_POSSESSIVE) {
    if (gloss_is(list, k - 1, IS_BEFORE)) item->kind = GLOSS_KIND_AUXILIARY;
  } else if (may & GLOSS_IS_CAPITAL_AUXILIARY) {
    if (gloss_is(list, k - 1, INNER)) item->kind = GLOSS_KIND_NAME;
  } else if (may & GLOSS_IS_CAPITAL_PREPOSITION) { /* the envoy | Per Roe */
    if (gloss_is(list, k - 1, INNER) &&
        gloss_is(list, k + 1, GLOSS_KIND_NAME))
      item->kind = GLOSS_KIND_NAME;
  } else if (may & GLOSS_IS_APOSTROPHE) {
    if (is_plural_possessive(list, k)) item->kind = GLOSS_KIND_POSSESSIVE;
  } else if ((may & GLOSS_IS_PARTICLE) &&
             gloss_is(list, k - 1, GLOSS_KIND_NAME)) {
    join_particles(list, k);
  }
}

/* Changes kinds; finds `cues`, `dashes` and `offices`. */
static void look_around(gloss_clauses *list, const gloss_places *watched) {
  for (int i = 1; i <= watched->count; i++) {
    int k = watched->at[i];
    unsigned may = list->items[k].word->may;
    if (may & GLOSS_MAY_CUE) list->cues.at[++list->cues.count] = k;
    if (may & GLOSS_IS_DASH) list->dashes.at[++list->dashes.count] = k;
    if (may & GLOSS_IS_OFFICE) list->offices.at[++list->offices.count] = k;
    if (may & CHANGED) change(list, k, may);
  }
}

/* ---- Reading ------------------------------------------------------------- */

static bool make_places(gloss_clauses *list, gloss_places *places,
                        size_t room) {
  places->count = 0;
  places->at = gloss_arena_raw(list->arena, (room + 2) * sizeof *places->at);
  if (places->at != NULL) places->at[0] = 0;
  return places->at != NULL;
}

static void end_places(gloss_places *places) {
  places->at[places->count + 1] = INT_MAX;
}

/* Room for all of it. */
static bool make_room(work *k) {
  gloss_clauses *list = k->list;
  size_t most = k->behind - k->first + k->fold_count;
  gloss_clause_item *items = gloss_arena_raw(
      list->arena, (most + 2 * GLOSS_NO_ITEMS) * sizeof *items);
  if (items == NULL) return false;
  add_none(items);
  list->items = items + GLOSS_NO_ITEMS - 1;
  return make_places(list, &list->quotes, k->fold_count) &&
         make_places(list, &k->watched, most);
}

/* ... and for what is found among the items. */
static bool make_lists(gloss_clauses *list, int watched) {
  size_t most = (size_t)watched;
  add_none(&list->items[list->count + 1]);
  return make_places(list, &list->cues, most) &&
         make_places(list, &list->dashes, most) &&
         make_places(list, &list->offices, most);
}

static void finish_lists(gloss_clauses *list) {
  end_places(&list->quotes);
  end_places(&list->cues);
  end_places(&list->dashes);
  end_places(&list->offices);
}

static bool read_tokens(work *k, gloss_error *err) {
  gloss_clauses *list = k->list;
  list->text = list->doc->text;
  list->len = (uint32_t)list->doc->len;
  k->tokens = gloss_doc_token_columns(list->doc);
  k->first = gloss_doc_token_after(list->doc, k->within.start);
  k->behind = gloss_doc_token_after(list->doc, k->within.end);
  if (k->tokens.count > INT_MAX / 2)
    return gloss_fail(err, GLOSS_TOO_LARGE, 0, "too many words");
  k->sentences = gloss_doc_sentences(list->doc, &k->sentence_count, err);
  if (k->sentences == NULL ||
      !gloss_doc_words(list->doc, &k->numbers, err))
    return false;
  k->sentence = gloss_sentences_after(k->sentences, k->sentence_count,
                                      k->within.start);
  return (gloss_clause_words_begin(k->words, &k->numbers) && outermost(k) &&
          make_room(k) && make_items(k)) ||
         gloss_no_memory(err);
}

bool gloss_items_read(gloss_clauses *list, gloss_stretch *stretches,
                      uint32_t stretch_count, gloss_span within,
                      gloss_error *err) {
  work k = { .list = list, .words = list->words, .within = within };
  list->stretches = stretches;
  list->stretch_count = stretch_count;
  list->count = 0;
  list->doubles = -1;
  list->sentence_starts = 0;
  if (!read_tokens(&k, err)) return false;
  if (!make_lists(list, k.watched.count)) return gloss_no_memory(err);
  end_quotes(list);
  look_around(list, &k.watched);
  finish_lists(list);
  return gloss_units_cut(list) || gloss_no_memory(err);
}

gloss_clauses *gloss_clauses_inside(gloss_clauses *outer,
                                    gloss_stretch *stretches,
                                    uint32_t stretch_count, gloss_span within,
                                    gloss_error *err) {
  gloss_clauses *list = gloss_arena_copy(outer->arena, outer, sizeof *outer);
  if (list == NULL) {
    gloss_no_memory(err);
    return NULL;
  }
  return gloss_items_read(list, stretches, stretch_count, within, err) ? list
                                                                       : NULL;
}

/* ---- Asking -------------------------------------------------------------- */

int gloss_item_at(const gloss_clauses *list, uint32_t byte) {
  int low = 1, high = list->count + 1;
  while (low < high) {
    int middle = low + (high - low) / 2;
    if (list->items[middle].end <= byte) low = middle + 1;
    else high = middle;
  }
  return low <= list->count ? low : 0;
}

const gloss_clause_word *gloss_clause_word_find(const gloss_clauses *list,
                                                const char *text, size_t len) {
  uint32_t number = gloss_intern_find(&list->words->numbers, text, len);
  return number == GLOSS_NOT_INTERNED ? NULL : list->words->records[number];
}

void gloss_clauses_lost(gloss_clauses *list, const char *layer, int first,
                        int last, const char *rule, const char *why) {
  gloss_clause_log *log = list->log;
  if (log == NULL) return;
  if (!gloss_array_reserve(log->rows, log->room, log->count + 1)) {
    log->failed = true;
    return;
  }
  log->rows[log->count++] = (gloss_clause_lost){
    gloss_items_span(list, first, last), layer, rule, why
  };
}

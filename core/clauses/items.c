/* items.c - from tokens to items: quotations folded, words joined, and what
** each word is by those around it. */
#include "clauses/items.h"

#include "base/array.h"
#include "base/error.h"
#include "clauses/words.h"
#include "doc/doc_private.h"

#include <limits.h>
#include <stdlib.h>

enum { PARTICLES = 2 }; /* words between given name and surname: van der */

/* ---- From tokens --------------------------------------------------------- */

/* Reading one document. */
typedef struct work {
  gloss_clauses *list;
  gloss_clause_words *words;
  gloss_token_columns tokens;
  gloss_word_numbers numbers;
  gloss_span within;
  size_t first, behind; /* tokens to read */
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

static const gloss_clause_word *word_of(work *k, size_t token) {
  uint32_t number = k->numbers.numbers[token];
  uint32_t start = k->tokens.starts[token];
  const gloss_clause_word *word =
      number == 0 ? NULL : k->words->by_number[number];
  if (word != NULL) return word;
  word = gloss_clause_words_get(k->words, k->list->text + start,
                                k->tokens.ends[token] - start);
  if (number != 0) k->words->by_number[number] = word;
  return word;
}

/* Makes one of the last two items and a new one, where the three are a word,
** what joins, and a word. -1: no memory. */
static int join(work *k, const gloss_clause_item *next) {
  gloss_clauses *list = k->list;
  gloss_clause_item *last = &list->items[list->count], *first = last - 1;
  const unsigned apart = GLOSS_IS_POINT | GLOSS_IS_QUOTE;
  if (list->count < 2 || (last->word->may & GLOSS_MAY_JOIN) == 0 ||
      last->end != next->start || first->end != last->start ||
      (first->word->may & apart) != 0 || (next->word->may & apart) != 0)
    return 0;
  first->word = gloss_clause_words_get(k->words, list->text + first->start,
                                       next->end - first->start);
  if (first->word == NULL) return -1;
  first->end = next->end;
  first->kind = first->word->kind;
  list->count--;
  return 1;
}

/* Items are filled in place: as copies they would cost more than all else. */
static bool add_token(work *k, size_t token) {
  gloss_clauses *list = k->list;
  const gloss_clause_word *word = word_of(k, token);
  gloss_clause_item *item = &list->items[list->count + 1];
  int joined;
  if (word == NULL) return false;
  item->start = k->tokens.starts[token];
  item->end = k->tokens.ends[token];
  item->word = word;
  item->quote = 0;
  item->kind = word->kind;
  item->begins = false;
  item->start_here = 0;
  joined = join(k, item);
  list->count += joined == 0;
  return joined >= 0;
}

static void add_fold(work *k, uint32_t stretch) {
  gloss_clauses *list = k->list;
  const gloss_stretch *s = &list->stretches[stretch];
  list->items[++list->count] =
      (gloss_clause_item){ .start = s->start, .end = s->end,
                           .word = k->words->folded, .quote = stretch,
                           .kind = GLOSS_KIND_QUOTE };
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

/* ---- Sentences and quotations -------------------------------------------- */

/* Marks the first items of sentences; one that begins inside an item does not
** count. */
static bool mark_sentences(work *k, gloss_error *err) {
  gloss_clauses *list = k->list;
  size_t count;
  int at = 1;
  const gloss_sentence *s = gloss_doc_sentences(list->doc, &count, err);
  if (s == NULL) return false;
  for (size_t i = gloss_sentences_after(s, count, k->within.start);
       i < count && at <= list->count && s[i].start < k->within.end; i++) {
    if (s[i].end <= list->items[at].start) continue;
    while (at <= list->count && list->items[at].end <= s[i].start) at++;
    if (at <= list->count && list->items[at].start >= s[i].start)
      list->items[at].start_here = GLOSS_START_SENTENCE;
  }
  return true;
}

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

enum {
  /* Behind these "'s" is a verb. */
  IS_BEFORE = GLOSS_KIND_PRONOUN | GLOSS_KIND_SUBORDINATOR |
              GLOSS_KIND_ADVERB | GLOSS_KIND_OBJECT,
  /* Behind these a capital is no sentence's first letter: "said Will Roe". */
  INNER = GLOSS_KIND_NAME | GLOSS_KIND_WORD | GLOSS_KIND_DETERMINER |
          GLOSS_KIND_PREPOSITION | GLOSS_KIND_ADVERB,
  /* Words that the sentence may change. */
  CHANGED = GLOSS_IS_POSSESSIVE | GLOSS_IS_CAPITAL_AUXILIARY |
            GLOSS_IS_APOSTROPHE | GLOSS_IS_PARTICLE,
  WATCHED = CHANGED | GLOSS_MAY_CUE | GLOSS_IS_DASH | GLOSS_IS_OFFICE
};

/* "Bram | de Wael": the words between are part of the name. */
static void join_particles(gloss_clauses *list, int k) {
  int n = k;
  while (n < k + PARTICLES &&
         (list->items[n].word->may & GLOSS_IS_PARTICLE) != 0)
    n++;
  if (!gloss_is(list, n, GLOSS_KIND_NAME)) return;
  for (int i = k; i < n; i++) list->items[i].kind = GLOSS_KIND_NAME;
}

/* Is the mark at item `k` an apostrophe behind a plural: the workers' | union */
static bool is_plural_possessive(const gloss_clauses *list, int k) {
  return k > 1 && list->items[k - 1].end == list->items[k].start &&
         gloss_in(list, k - 1, GLOSS_SET_ENDS_S);
}

static void change(gloss_clauses *list, int k, unsigned may) {
  gloss_clause_item *item = &list->items[k];
  if (may & GLOSS_IS_POSSESSIVE) {
    if (gloss_is(list, k - 1, IS_BEFORE)) item->kind = GLOSS_KIND_AUXILIARY;
  } else if (may & GLOSS_IS_CAPITAL_AUXILIARY) {
    if (gloss_is(list, k - 1, INNER)) item->kind = GLOSS_KIND_NAME;
  } else if (may & GLOSS_IS_APOSTROPHE) {
    if (is_plural_possessive(list, k)) item->kind = GLOSS_KIND_POSSESSIVE;
  } else if (gloss_is(list, k - 1, GLOSS_KIND_NAME)) {
    join_particles(list, k);
  }
}

/* Changes kinds; finds `cues`, `dashes` and `offices`. */
static void look_around(gloss_clauses *list) {
  for (int k = 1; k <= list->count; k++) {
    unsigned may = list->items[k].word->may;
    if ((may & WATCHED) == 0) continue;
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
  return places->at != NULL;
}

static void end_places(gloss_places *places) {
  places->at[0] = 0;
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
  return make_places(list, &list->quotes, k->fold_count);
}

/* ... and for what is found among the items. */
static bool make_lists(gloss_clauses *list) {
  size_t most = (size_t)list->count;
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
  if (!gloss_doc_words(list->doc, &k->numbers, err)) return false;
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
  if (!read_tokens(&k, err)) return false;
  if (!make_lists(list)) return gloss_no_memory(err);
  if (!mark_sentences(&k, err)) return false;
  end_quotes(list);
  look_around(list);
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

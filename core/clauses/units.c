/* units.c - sentences, but that no quotation is cut by one, and that "Go!" she
** said is one however the sentences were found. */
#include "clauses/items.h"
#include "clauses/text.h"

enum {
  LONGEST = 300, /* items of a unit: what is longer is no sentence */
  LONG_WORD = 4  /* bytes of a word that a heading writes with a capital */
};

/* ---- Boundaries ---------------------------------------------------------- */

/* How far a rule looks, in items. */
static int reach(const gloss_clauses *list, gloss_lexicon_number number) {
  return gloss_lexicon_reach(list->lexicon, number);
}

/* Does "Roe said" stand at item `k`, with nothing behind that it would
** report? */
static bool attribution_at(const gloss_clauses *list, int k) {
  const unsigned breaks = GLOSS_KIND_POINT | GLOSS_KIND_QUOTE |
                          GLOSS_KIND_SUBORDINATOR | GLOSS_KIND_CONJUNCTION;
  int first = k, stop = k + reach(list, GLOSS_NUMBER_ATTRIBUTION_WORDS);
  for (; k <= list->count && k < stop && !gloss_is(list, k, breaks); k++) {
    const gloss_verb_form *form = gloss_verb_of(list, k);
    if (form != NULL && (form->flags & GLOSS_FORM_NOUN) == 0 &&
        (k > first || gloss_is(list, k, GLOSS_KIND_WORD)) && form->quotes)
      return !gloss_in(list, k + 1, GLOSS_SET_OPENERS) &&
             gloss_mark_of(list, k + 1) != GLOSS_MARK_COLON &&
             gloss_quote_of(list, k + 1) == NULL;
  }
  return false;
}

/* Does a unit begin at item `k`, just behind a quotation? 0: the sentences
** know best. */
static unsigned begins_behind(const gloss_clauses *list, int k) {
  const gloss_stretch *s = gloss_quote_of(list, k - 1);
  uint32_t start = list->items[k].start;
  char final = s->closed ? s->final : '\0';
  if (final == '\0') return 0;
  if (gloss_ends_line(list->text, list->len, s->end))
    return final == ',' ? 0 : GLOSS_START_YES;
  if (final == ',' || gloss_small_byte(list->text[start]) ||
      list->text[start] == ',' || gloss_is_dash(list, k)) /* “Yes.” — Roe */
    return GLOSS_START_NO;
  if (gloss_is(list, k, GLOSS_KIND_POINT | GLOSS_KIND_QUOTE)) return 0;
  return final == '.' || !attribution_at(list, k) ? GLOSS_START_YES
                                                  : GLOSS_START_NO;
}

/* Is item `k` a quotation behind an abbreviation: of Norby, Calif. "We ..." */
static bool behind_abbreviation(const gloss_clauses *list, int k) {
  const gloss_clause_item *before = &list->items[k - 1];
  uint32_t from = gloss_quote_of(list, k)->from;
  return before->quote == 0 && list->text[before->end - 1] == '.' &&
         from < list->len && gloss_capital_byte(list->text[from]);
}

/* ---- Date lines ---------------------------------------------------------- */

/* Does a line begin with item `k`? */
static bool begins_line(const gloss_clauses *list, int k) {
  return k <= 1 ||
         gloss_ends_line(list->text, list->len, list->items[k - 1].end);
}

/* Does white space stand on both sides of item `k`? */
static bool stands_free(const gloss_clauses *list, int k) {
  const gloss_clause_item *item = &list->items[k];
  return item->start > 0 && gloss_blank_byte(list->text[item->start - 1]) &&
         item->end < list->len && gloss_blank_byte(list->text[item->end]);
}

static bool is_shouted(const gloss_clauses *list, int k) {
  const gloss_clause_item *item = &list->items[k];
  return item->start + 1 < list->len &&
         gloss_capital_byte(list->text[item->start]) &&
         gloss_capital_byte(list->text[item->start + 1]);
}

/* Is the dash at item `k` the end of a date line? A place in capitals or an
** agency in brackets before it shows it. */
static bool ends_dateline(const gloss_clauses *list, int k) {
  const unsigned inside = GLOSS_KIND_NAME | GLOSS_KIND_TIME |
                          GLOSS_KIND_NUMBER | GLOSS_KIND_POINT;
  int from = k - reach(list, GLOSS_NUMBER_DATELINE_WORDS);
  bool agency = false; /* is it in brackets? (dpa) */
  if (k == list->count || !stands_free(list, k)) return false;
  for (int j = k - 1; j >= 1 && j >= from; j--) {
    unsigned mark = gloss_mark_of(list, j);
    if (mark == GLOSS_MARK_CLOSING || mark == GLOSS_MARK_OPENING)
      agency = mark == GLOSS_MARK_CLOSING;
    if (!gloss_is(list, j, agency ? inside | GLOSS_KIND_WORD : inside) ||
        gloss_is_dash(list, j))
      return false;
    if (begins_line(list, j))
      return gloss_is(list, j, GLOSS_KIND_NAME) &&
             (gloss_mark_of(list, k - 1) == GLOSS_MARK_CLOSING ||
              is_shouted(list, j));
  }
  return false;
}

/* ---- Headings ------------------------------------------------------------ */

/* Does the text quote with double marks? Then single ones are something
** else. */
static bool has_doubles(const gloss_clauses *list) {
  for (int i = 1; i <= list->quotes.count; i++) {
    unsigned family = gloss_quote_of(list, list->quotes.at[i])->family;
    if (family != GLOSS_SINGLE_QUOTES && family != GLOSS_TURN) return true;
  }
  return false;
}

/* Is a line that stands alone a heading: the first one, a short one, or most
** of its words with capitals? */
static bool is_heading(const gloss_clauses *list, int u) {
  const gloss_unit *unit = &list->units[u];
  int length = unit->last - unit->first + 1, words = 0, capitals = 0;
  if (length > reach(list, GLOSS_NUMBER_HEADING_WORDS)) return false;
  if (u == 1 || length <= reach(list, GLOSS_NUMBER_SHORT_HEADING)) return true;
  for (int k = unit->first; k <= unit->last; k++) {
    const gloss_clause_word *word = list->items[k].word;
    if (!gloss_is(list, k, GLOSS_KIND_NAME) &&
        (gloss_is(list, k, GLOSS_KIND_POINT | GLOSS_KIND_QUOTE) ||
         word->text.len < LONG_WORD))
      continue;
    words++;
    if (word->low != word) capitals++;
  }
  return capitals >=
         words * list->lexicon->numbers[GLOSS_NUMBER_HEADING_CAPITALS];
}

bool gloss_unit_begins_line(gloss_clauses *list, int u) {
  gloss_unit *unit = &list->units[u];
  if (unit->line < 0) {
    uint32_t from = list->items[unit->first - 1].end;
    uint32_t start = list->items[unit->first].start;
    unit->line = u == 1 ||
                 memchr(list->text + from, '\n', start - from) != NULL;
  }
  return unit->line > 0;
}

bool gloss_unit_is_heading(gloss_clauses *list, int u) {
  if (list->doubles < 0) list->doubles = has_doubles(list);
  return list->doubles > 0 && gloss_unit_begins_line(list, u) &&
         (u == list->unit_count || gloss_unit_begins_line(list, u + 1)) &&
         is_heading(list, u);
}

int gloss_unit_of(const gloss_clauses *list, int k) {
  int low = 1, high = list->unit_count;
  while (low < high) {
    int middle = low + (high - low + 1) / 2;
    if (list->units[middle].first <= k) low = middle;
    else high = middle - 1;
  }
  return low;
}

/* ---- Cutting ------------------------------------------------------------- */

/* Says at item `k` that a unit begins there, or does not: the last one who
** says so is right. */
static void say(gloss_clauses *list, int k, unsigned begins) {
  const unsigned both = GLOSS_START_YES | GLOSS_START_NO;
  uint8_t *here = &list->items[k].start_here;
  if (begins != 0) *here = (uint8_t)((*here & ~both) | begins);
}

/* What quotations and date lines change about the beginnings of sentences. */
static void change_starts(gloss_clauses *list) {
  const int *quotes = list->quotes.at, *dashes = list->dashes.at;
  for (int i = 1; i <= list->dashes.count; i++)
    if (ends_dateline(list, dashes[i]))
      say(list, dashes[i] + 1, GLOSS_START_YES);
  for (int i = 1; i <= list->quotes.count; i++) {
    int k = quotes[i];
    if (k > 1 && behind_abbreviation(list, k)) say(list, k, GLOSS_START_YES);
    if (k < list->count) say(list, k + 1, begins_behind(list, k + 1));
  }
  for (int i = 1; i <= list->quotes.count; i++)
    if (gloss_quote_of(list, quotes[i])->family == GLOSS_TURN)
      say(list, quotes[i], GLOSS_START_NO); /* it belongs to its label */
}

static bool begins_unit(const gloss_clause_item *item) {
  if (item->start_here & GLOSS_START_YES) return true;
  return (item->start_here & GLOSS_START_SENTENCE) != 0 &&
         (item->start_here & GLOSS_START_NO) == 0;
}

/* How many units there may be. */
static size_t most_units(const gloss_clauses *list) {
  return (size_t)list->count / LONGEST + (size_t)list->sentence_starts +
         2 * (size_t)list->quotes.count + (size_t)list->dashes.count + 1;
}

/* Ends a unit before item `next`. */
static void end_unit(gloss_clauses *list, int next, int *cue, int *quote) {
  list->units[list->unit_count].last = next - 1;
  while (list->cues.at[*cue] < next) ++*cue;
  while (list->quotes.at[*quote] < next) ++*quote;
}

static void add_units(gloss_clauses *list) {
  int cue = 1, quote = 1;
  for (int k = 1, from = 1; k <= list->count; k++) {
    if (k > 1 && k - from < LONGEST && !begins_unit(&list->items[k])) continue;
    if (k > 1) end_unit(list, k, &cue, &quote);
    from = k;
    list->items[k].begins = true;
    list->units[++list->unit_count] = (gloss_unit){
      .first = k, .cue = cue, .quote = quote, .line = -1
    };
  }
  if (list->count > 0) end_unit(list, list->count + 1, &cue, &quote);
}

bool gloss_units_cut(gloss_clauses *list) {
  change_starts(list);
  list->unit_count = 0;
  list->units = gloss_arena_raw(
      list->arena, (most_units(list) + 2) * sizeof *list->units);
  if (list->units == NULL) return false;
  list->units[0] = (gloss_unit){ 0, 0, 1, 1, 0 };
  add_units(list);
  list->units[list->unit_count + 1] =
      (gloss_unit){ list->count + 1, list->count, list->cues.count + 1,
                    list->quotes.count + 1, 0 };
  return true;
}

/* before_cue.c - words before a cue that it reports: “Go!” Roe said. */
#include "clauses/phrases.h"
#include "quotes/attributing.h"

/* Is what a record reports inside a clause that goes on: "Roe's promise to go |
** was kept", "the fund, which expects it|, fell"? */
static bool is_inside(const gloss_attribution *record) {
  return record->rule == GLOSS_QUOTE_NOUN ||
         record->speaker.way == GLOSS_SPEAKER_RELATIVE;
}

/* Where the attribution begins that is part of what a cue behind it reports,
** up to item `p`: "The court ruled that it was void|, said Roe", "The fund
** expects a loss|, it said"; 0: none is. */
static int within(const gloss_attributing *work, const gloss_cue *cue, int p) {
  const gloss_attribution *last = gloss_attributing_last(work);
  int own;
  if (last == NULL || cue->subject.way == GLOSS_SPEAKER_SHARED) return 0;
  if (is_inside(last))
    return work->all->count > work->begin ? last[-1].stop + 1 : work->a;
  if (last->stop + 1 < p) return 0;
  own = gloss_own_subject(&last->speaker);
  return own > 0 && own < last->cue.first ? own : last->cue.first;
}

/* The words before a cue. */
typedef struct left {
  gloss_item_range words;
  bool quoted; /* they end with a quotation */
  bool outer;  /* they hold another attribution */
} left;

/* The quotation that ends at item `p`, or before a mark there; 0: none. */
static int quotation_at(const gloss_clauses *list, int p, int a) {
  if (gloss_is(list, p, GLOSS_KIND_QUOTE)) return p;
  return p > a && gloss_is(list, p - 1, GLOSS_KIND_QUOTE) &&
                 gloss_is(list, p, GLOSS_KIND_POINT)
             ? p - 1
             : 0;
}

/* The relative that ends before the comma at `p`, with what it goes with: "a
** level | at which|, Roe said, it broke", "| most of whom|, she said, left"; 0:
** none does. */
static int relative_before(const gloss_clauses *list, int p, int a) {
  int k = p - 1, first = 0;
  if (k <= a || !gloss_in(list, k, GLOSS_SET_RELATIVES) ||
      gloss_in(list, k, GLOSS_SET_THAT))
    return 0;
  if (!gloss_is(list, k - 1, GLOSS_KIND_PREPOSITION)) return k;
  if (k - 2 >= a && gloss_in(list, k - 1, GLOSS_SET_OF))
    first = gloss_is(list, k - 2, GLOSS_KIND_DETERMINER)
                ? k - 2
                : gloss_phrase_left(list, k - 2, a);
  return first > 0 ? first : k - 1;
}

/* "CONTENT, Roe said": the words before the cue. false where nothing parts them
** from the cue. */
static bool left_of(const gloss_attributing *work, const gloss_cue *cue,
                    left *found) {
  const gloss_clauses *list = work->list;
  int own = gloss_own_subject(&cue->subject), q, from, outer;
  int p = (own > 0 && own < cue->first ? own : cue->first) - 1;
  while (p >= work->a && gloss_is(list, p, GLOSS_KIND_ADVERB)) p--;
  if (p < work->a) return false;
  q = quotation_at(list, p, work->a);
  if (q == 0 && ((gloss_mark_of(list, p) != GLOSS_MARK_COMMA &&
                  !gloss_is_dash(list, p)) ||
                 cue->subject.way == GLOSS_SPEAKER_RELATIVE))
    return false;
  outer = q > 0 ? 0 : within(work, cue, p);
  from = outer > 0 ? outer : gloss_attributing_left_start(work);
  if (q == 0 && relative_before(list, p, work->a) > 0)
    from = relative_before(list, p, work->a);
  if (q > 0 && from > q) from = q;
  found->words = gloss_reach_trim(list, from, p);
  found->quoted = q > 0;
  found->outer = outer > 0;
  return found->words.first <= found->words.last;
}

int gloss_behind_cue(const gloss_attributing *work, const gloss_cue *cue) {
  int c = cue->last + 1;
  if (cue->inverted)
    c = cue->subject.last + 1;
  else if (cue->sense->frames & GLOSS_FRAME_HEARD)
    c = gloss_reach_after_heard(work->list, c, work->b);
  c = gloss_reach_after_setting(work->list, c, work->b);
  return cue->tail > 0 && cue->tail >= c ? cue->tail + 1 : c;
}

/* Does the mark before the quotation at `k` part it from what stands there? */
static bool is_parted(const gloss_clauses *list, int k) {
  int before = gloss_is(list, k - 1, GLOSS_KIND_CONJUNCTION) ? k - 2 : k - 1;
  unsigned mark = gloss_mark_of(list, before);
  return mark == GLOSS_MARK_COMMA || mark == GLOSS_MARK_COLON ||
         gloss_is_dash(list, before) || gloss_reach_is_final(list, before);
}

/* A quotation that goes on behind "Roe said," or "said Roe, its head,"; 0. */
static int quote_behind(const gloss_attributing *work, int c) {
  int stop =
      c + gloss_lexicon_reach(work->list->lexicon, GLOSS_NUMBER_QUOTE_WORDS);
  if (stop > work->b) stop = work->b;
  for (int k = c; k <= stop; k++) {
    const gloss_cue *cue = gloss_cue_at(&work->cues, k);
    if (gloss_is(work->list, k, GLOSS_KIND_QUOTE))
      return k == c || is_parted(work->list, k) ? k : 0;
    if (k > c && cue != NULL && !cue->source) return 0;
  }
  return 0;
}

/* What is reported from the quotation at `q` on: it and those joined to it, and
** the rest of the clause where it does not end one. */
static gloss_item_range from_quotation(const gloss_attributing *work, int q) {
  const gloss_clauses *list = work->list;
  int last = q;
  while (last < work->b && gloss_is(list, last + 1, GLOSS_KIND_QUOTE)) last++;
  if (gloss_quote_of(list, last)->closing) return (gloss_item_range){ q, last };
  return gloss_attributing_right(work, q, GLOSS_TO_UNIT_END);
}

/* Does what is reported, which has begun with `words`, go on at item `c` behind
** a comma: not with another cue, but for one that has the same subject; not "It
** broke, Roe said, | while Low left"? */
static bool clause_goes_on(const gloss_attributing *work,
                           gloss_item_range words, int c) {
  const gloss_clauses *list = work->list;
  const gloss_cue *cue = gloss_cue_at(&work->cues, c);
  if (cue != NULL)
    return cue->auxiliary && cue->first == c &&
           cue->subject.way == GLOSS_SPEAKER_SHARED;
  if (gloss_in(list, c, GLOSS_SET_JOINS) &&
      gloss_phrase_has_verb(list, words.first, words.last))
    return false;
  return !gloss_is(list, c, GLOSS_KIND_CONJUNCTION) ||
         gloss_is(list, c + 1, GLOSS_KIND_QUOTE);
}

/* What is reported behind the cue, too: from item `c` on. */
static gloss_item_range second_part(const gloss_attributing *work,
                                    const left *found, int c) {
  const gloss_clauses *list = work->list;
  gloss_item_range none = { 1, 0 };
  if (found->quoted) {
    int q = quote_behind(work, c);
    return q > 0 ? from_quotation(work, q) : none;
  }
  if (c < work->b && gloss_mark_of(list, c) == GLOSS_MARK_COMMA &&
      clause_goes_on(work, found->words, c + 1)) {
    gloss_item_range words =
        gloss_attributing_right(work, c + 1, GLOSS_TO_UNIT_END);
    return words.last > words.first ? words : none;
  }
  return none;
}

bool gloss_content_before_cue(gloss_attributing *work, const gloss_cue *cue,
                              unsigned class_number) {
  gloss_item_range second;
  left found;
  if (!left_of(work, cue, &found)) return false;
  second = second_part(work, &found, gloss_behind_cue(work, cue));
  if (!found.outer) gloss_attributing_cut(work, found.words.first);
  gloss_attributing_add(
      work, cue, class_number, found.words, second,
      found.quoted ? GLOSS_QUOTE_BEFORE_CUE : GLOSS_QUOTE_CLAUSE_BEFORE_CUE,
      cue->inverted ? cue->subject.last : cue->last);
  return true;
}

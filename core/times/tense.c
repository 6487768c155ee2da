/* tense.c - the tense of the sentence around a phrase: the nearest word that
** tells it, among the tokens of the sentence, or of the quotation in it. */
#include <string.h>

#include "base/array.h"
#include "base/error.h"
#include "doc/doc_private.h"
#include "times/times.h"

/* Classes of words, as languages name them. PASTEND, FUTUREEND and PRESENT are
** tests of one token; BESIDE a present that must stand right beside. */
enum {
  T_ARTICLE, T_BE, T_BESIDE, T_CLOSES, T_DETERMINER, T_DOUBLE, T_FUTURE,
  T_FUTUREEND, T_IS, T_MODAL, T_OPENS, T_PAST, T_PASTEND, T_PRESENT, T_SINGLE,
  T_STOPS, T_TO
};
static const char *const names[] = {
  "ARTICLE", "BE", "BESIDE", "CLOSES", "DETERMINER", "DOUBLE", "FUTURE",
  "FUTUREEND", "IS", "MODAL", "OPENS", "PAST", "PASTEND", "PRESENT", "SINGLE",
  "STOPS", "TO"
};
enum {
  BEFORE = 40, BEHIND = 24, /* tokens of the sentence that are looked at */
  LATER = 2,  /* that what stands behind counts more than what is before */
  SHORT = 60, /* bytes of a sentence that may have no verb */
  LABEL = 3,  /* bytes of "A." */
  UNTIL = 16  /* bytes before a phrase in which an "until" stands */
};

bool gloss_times_set_tense(gloss_times *t, gloss_slice name, uint64_t tags) {
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (!gloss_same_bytes(name, (gloss_slice){ names[i], strlen(names[i]) }))
      continue;
    t->tense_tags[i] = tags;
    return true;
  }
  return false;
}

/* ---- Tokens ---- */

typedef struct sight {
  gloss_times_context *x;
  const uint64_t *tags, *of; /* by token, where its sentence has been asked
                                about; by class */
  const gloss_token_list *tokens;
} sight;

/* The nearest token from i on, up to `high`, that has any of the tags; else
** high + 1. */
static int64_t next(const sight *s, int64_t i, uint64_t tags, int64_t high) {
  while (i <= high && !(s->tags[i] & tags)) i++;
  return i <= high ? i : high + 1;
}
/* The nearest up to i, not before `low`; else low - 1. */
static int64_t prev(const sight *s, int64_t i, uint64_t tags, int64_t low) {
  while (i >= low && !(s->tags[i] & tags)) i--;
  return i >= low ? i : low - 1;
}

/* What a token tells, where it is one of those that may; `before` has the tags
** of the token before it. */
static gloss_tense sense(const uint64_t *of, uint64_t tags, uint64_t before) {
  if (tags & (of[T_PAST] | of[T_FUTURE])) {
    if (before & of[T_ARTICLE]) return GLOSS_TENSE_NONE;       /* a cut */
    if (tags & of[T_FUTURE]) return GLOSS_FUTURE;
    if (before & (of[T_BE] | of[T_MODAL])) return GLOSS_FUTURE; /* will have */
    return before & of[T_TO] ? GLOSS_TENSE_NONE : GLOSS_PAST;  /* to put */
  }
  if (tags & of[T_PASTEND]) {
    if (before & of[T_DETERMINER]) return GLOSS_TENSE_NONE; /* am zweiten */
    return before & of[T_BE] ? GLOSS_FUTURE : GLOSS_PAST;
  }
  if (tags & of[T_FUTUREEND]) return GLOSS_FUTURE;
  return before & of[T_IS] ? GLOSS_FUTURE : GLOSS_TENSE_NONE; /* is to */
}

static uint64_t telling(const uint64_t *of) {
  return of[T_PAST] | of[T_FUTURE] | of[T_PASTEND] | of[T_FUTUREEND] | of[T_TO];
}

/* Of the tokens `low` to `high` the last that tells a tense, and its place. */
static gloss_tense last_sense(const sight *s, int64_t low, int64_t high,
                              int64_t *place) {
  uint64_t tells = telling(s->of);
  for (int64_t i = high; (i = prev(s, i, tells, low)) >= low; i--) {
    gloss_tense told = sense(s->of, s->tags[i], i > low ? s->tags[i - 1] : 0);
    if (told == GLOSS_TENSE_NONE) continue;
    *place = i;
    return told;
  }
  return GLOSS_TENSE_NONE;
}

static gloss_tense first_sense(const sight *s, int64_t low, int64_t high) {
  uint64_t tells = telling(s->of);
  for (int64_t i = low; (i = next(s, i, tells, high)) <= high; i++) {
    gloss_tense told = sense(s->of, s->tags[i], i > low ? s->tags[i - 1] : 0);
    if (told != GLOSS_TENSE_NONE) return told;
  }
  return GLOSS_TENSE_NONE;
}

/* ---- Quotations ---- */

/* The first token of the quotation in which token i is; -1 where it is in none.
** `low` is the first token of its sentence that is looked at. */
static int64_t quotation_start(const sight *s, int64_t low, int64_t i) {
  const uint64_t *of = s->of;
  uint64_t marks = of[T_OPENS] | of[T_CLOSES] | of[T_DOUBLE] | of[T_SINGLE];
  int64_t closed, opened, last;
  bool inside = false;
  if (prev(s, i - 1, marks, low) < low) return -1;
  closed = prev(s, i - 1, of[T_CLOSES], low);
  opened = next(s, closed + 1, of[T_OPENS], i - 1);
  if (opened < i) return opened + 1;
  if ((s->tags[low] & of[T_SINGLE]) && low < i &&
      next(s, low + 1, of[T_SINGLE], i - 1) == i)
    return low + 1;
  last = prev(s, i - 1, of[T_DOUBLE], low);
  for (int64_t mark = last; mark >= low;
       mark = prev(s, mark - 1, of[T_DOUBLE], low))
    inside = !inside;
  return inside ? last + 1 : -1;
}

/* The last token of that quotation behind token j. */
static int64_t quotation_end(const sight *s, int64_t j, int64_t high) {
  const uint64_t *of = s->of;
  int64_t mark = next(s, j + 1, of[T_CLOSES], high);
  if (mark > high) mark = next(s, j + 1, of[T_DOUBLE], high);
  if (mark <= high) return mark - 1;
  mark = next(s, j + 1, of[T_SINGLE], high);
  return mark <= high && (s->tags[mark - 1] & of[T_STOPS]) ? mark - 1 : high;
}

/* ---- Sentences ---- */

static void bounds(const gloss_times_context *x, size_t sentence, int64_t *low,
                   int64_t *high) {
  const gloss_sentence *s = &x->sentences[sentence];
  *low = (int64_t)gloss_doc_token_after(x->doc, s->start);
  *high = (int64_t)gloss_doc_token_after(x->doc, s->end - 1);
  if (*high == (int64_t)x->doc->tokens->count) --*high;
}

/* Tags the tokens of a sentence when it is first asked about. */
static bool tag_sentence(gloss_times_context *x, size_t sentence, int64_t low,
                         int64_t high) {
  gloss_times *t = x->t;
  const gloss_token_list *tokens = x->doc->tokens;
  gloss_span within = { tokens->starts[low], tokens->ends[high] };
  if (t->tagged[sentence]) return true;
  if (!gloss_matcher_tags_in(t->tenses, x->doc, within, t->tags, x->err))
    return !(x->failed = true);
  return t->tagged[sentence] = true;
}

static uint32_t length(const sight *s, int64_t low, int64_t high) {
  return s->tokens->ends[high] - s->tokens->starts[low];
}

/* The tense of the sentence before a short one that tells none: "When did you
** see it? On April 23." */
static gloss_tense sense_before(const sight *s, size_t sentence) {
  int64_t low, high, place;
  bounds(s->x, sentence, &low, &high);
  if (length(s, low, high) > SHORT || sentence == 0) return GLOSS_TENSE_NONE;
  sentence--;
  bounds(s->x, sentence, &low, &high);
  if (sentence > 0 && length(s, low, high) <= LABEL)
    bounds(s->x, --sentence, &low, &high);
  return tag_sentence(s->x, sentence, low, high)
             ? last_sense(s, low, high, &place) : GLOSS_TENSE_NONE;
}

/* Is there a present, where the language tells what is to come by it: in the
** sentence, or right beside the phrase or the preposition before it? */
static bool has_present(const sight *s, int64_t i, int64_t j, int64_t low,
                        int64_t high) {
  return next(s, low, s->of[T_PRESENT], high) <= high ||
         (i - 2 >= low && (s->tags[i - 2] & s->of[T_BESIDE])) ||
         (j < high && (s->tags[j + 1] & s->of[T_BESIDE]));
}

/* Makes room for the tags of the document when a tense is first asked for. */
static bool make_ready(gloss_times_context *x) {
  gloss_times *t = x->t;
  if (x->sentences != NULL || x->failed) return !x->failed;
  x->failed = true;
  if (!gloss_array_reserve(t->tags, t->tag_room, x->doc->tokens->count))
    return gloss_no_memory(x->err);
  x->sentences = gloss_doc_sentences(x->doc, &x->sentence_count, x->err);
  if (x->sentences == NULL) return false;
  if (!gloss_array_reserve(t->tagged, t->tagged_room, x->sentence_count))
    return gloss_no_memory(x->err);
  if (x->sentence_count > 0)
    memset(t->tagged, 0, x->sentence_count * sizeof *t->tagged);
  x->failed = false;
  return true;
}

/* What a quotation says without a tense ("In June," he said) is to come, and so
** is what a German present tells of a day ("Das Gericht entscheidet am
** Montag"). */
static gloss_tense in_sentence(const sight *s, size_t sentence, int64_t i,
                               int64_t j) {
  int64_t low, high, stop, start, place = 0;
  gloss_tense best, told;
  bounds(s->x, sentence, &low, &high);
  if (!tag_sentence(s->x, sentence, low, high)) return GLOSS_TENSE_NONE;
  if (i - BEFORE > low) low = i - BEFORE;
  if (j + BEHIND < high) high = j + BEHIND;
  start = quotation_start(s, low, i);
  if (start >= 0) {
    low = start;
    high = quotation_end(s, j, high);
  }
  best = last_sense(s, low, i - 1, &place);
  /* "It will open in May, the mayor said": she said so now */
  if (best != GLOSS_TENSE_NONE && j < high &&
      (s->tags[j + 1] & s->of[T_STOPS]) &&
      s->tokens->ends[j] == s->tokens->starts[j + 1])
    return best;
  stop = high;
  if (best != GLOSS_TENSE_NONE && j + i - place - LATER - 1 < high)
    high = j + i - place - LATER - 1;
  told = first_sense(s, j + 1, high);
  if (told == GLOSS_TENSE_NONE) told = best;
  if (told != GLOSS_TENSE_NONE) return told;
  if (start >= 0 || has_present(s, i, j, low, stop)) return GLOSS_FUTURE;
  return sense_before(s, sentence);
}

gloss_tense gloss_times_tense_of(gloss_times_context *x, uint32_t start,
                                 uint32_t end) {
  sight s = { x, NULL, x->t->tense_tags, x->doc->tokens };
  size_t i, j, sentence;
  if (!make_ready(x)) return GLOSS_TENSE_NONE;
  s.tags = x->t->tags;
  i = gloss_doc_token_after(x->doc, start);
  j = gloss_doc_token_after(x->doc, end - 1);
  if (i == s.tokens->count || j == s.tokens->count) return GLOSS_TENSE_NONE;
  sentence = gloss_sentences_after(x->sentences, x->sentence_count,
                                   s.tokens->starts[i]);
  if (sentence == x->sentence_count ||
      x->sentences[sentence].start > s.tokens->starts[i])
    return GLOSS_TENSE_NONE;
  return in_sentence(&s, sentence, (int64_t)i, (int64_t)j);
}

/* ---- The word right before ---- */

/* "Jusqu'à | vendredi": several words, or parts of them. */
static bool is_until(const gloss_times_context *x) {
  uint32_t reach = x->from < UNTIL ? x->from : UNTIL;
  return gloss_times_has_ending(
      &x->t->until, (gloss_slice){ x->text + x->from - reach, reach });
}

gloss_tense gloss_times_tense_at(gloss_times_context *x) {
  gloss_word_beside word = gloss_times_word_before(x, x->from);
  gloss_tense told;
  if (is_until(x)) return GLOSS_FUTURE;
  if (word.sets & GLOSS_SET(SET_ARTICLES)) {
    gloss_word_beside other = gloss_times_word_before(x, word.span.start);
    if (other.there) word = other;
  }
  if (!(word.sets & GLOSS_SET(SET_EITHER))) {
    if (word.sets & GLOSS_SET(SET_BEHIND)) return GLOSS_PAST;
    if (word.sets & GLOSS_SET(SET_AHEAD)) return GLOSS_FUTURE;
    return gloss_times_tense_of(x, x->from, x->to);
  }
  told = gloss_times_tense_of(x, x->from, x->to);
  return told == GLOSS_FUTURE ? told : GLOSS_TENSE_NONE;
}

/* reach.c - how far reported words reach: see reach.h. */
#include "quotes/reach.h"

#include <string.h>

#include "clauses/phrases.h"

bool gloss_reach_is_final(const gloss_clauses *list, int k) {
  switch (gloss_mark_of(list, k)) {
    case GLOSS_MARK_STOP:
    case GLOSS_MARK_EXCLAIM:
    case GLOSS_MARK_ASK:
    case GLOSS_MARK_SEMICOLON:
    case GLOSS_MARK_ELLIPSIS:
      return true;
    default:
      return false;
  }
}

/* The item up to which a rule looks from `k` on, not behind `last`. */
static int to(const gloss_clauses *list, int k, int last,
              gloss_lexicon_number reach) {
  int stop = k + gloss_lexicon_reach(list->lexicon, reach);
  return stop < last ? stop : last;
}

/* ---- Times and places ---------------------------------------------------- */

/* Is it a time, or a noun that names one: night, month? */
static bool is_time(const gloss_clauses *list, int k) {
  return gloss_is(list, k, GLOSS_KIND_TIME) ||
         gloss_in(list, k, GLOSS_SET_TIME_NOUNS);
}

/* Behind a time at `c`: "Tuesday", "on Monday night", "earlier this month". */
static int after_time(const gloss_clauses *list, int c, int b) {
  int k = c, i;
  if (gloss_in(list, k, GLOSS_SET_TIME_BEFORE)) k++;
  if (k > b) return c;
  if (gloss_is(list, k, GLOSS_KIND_TIME)) {
    do k++;
    while (k <= b &&
           (is_time(list, k) || gloss_is(list, k, GLOSS_KIND_NUMBER)));
    return k;
  }
  if (!gloss_in(list, k, GLOSS_SET_TIME_WORDS) || k == b) return c;
  i = k + 1;
  if (gloss_in(list, i, GLOSS_SET_TIME_WORDS)) i++;
  return i <= b && is_time(list, i) ? i + 1 : c;
}

/* No part of "in an interview with the paper". */
#define VENUE_ENDS                                                     \
  (GLOSS_KIND_POINT | GLOSS_KIND_SUBORDINATOR | GLOSS_KIND_AUXILIARY | \
   GLOSS_KIND_PRONOUN | GLOSS_KIND_QUOTE)

/* The word for a venue behind the preposition at `c`; 0: there is none. */
static int venue_behind(const gloss_clauses *list, int c, int b) {
  int found = 0, stop = to(list, c, b, GLOSS_NUMBER_VENUE_WORDS);
  for (int k = c + 1; k <= stop; k++) {
    if (gloss_in(list, k, GLOSS_SET_VENUES))
      found = k;
    else if (gloss_is(list, k, VENUE_ENDS) ||
             (found > 0 && !gloss_is(list, k, GLOSS_KIND_WORD)))
      break;
  }
  return found;
}

/* Behind the place at `c`: said | in Oslo | that. */
static int after_place(const gloss_clauses *list, int c, int b) {
  int stop;
  if (c >= b || !gloss_in(list, c, GLOSS_SET_PLACES)) return c;
  stop = gloss_phrase_right(list, c + 1, b, false);
  return stop > 0 && gloss_in(list, stop + 1, GLOSS_SET_OPENERS) ? stop + 1 : c;
}

/* Behind the participle at `k` that goes with a venue: in a statement | sent to
** the court | that; `k` where there is none. */
static int after_participle(const gloss_clauses *list, int k, int b) {
  const gloss_verb_form *form = gloss_verb_of(list, k);
  int stop = to(list, k, b, GLOSS_NUMBER_VENUE_WORDS);
  if (!gloss_is(list, k, GLOSS_KIND_WORD) ||
      !(gloss_in(list, k, GLOSS_SET_ENDS_REGULAR) ||
        gloss_in(list, k, GLOSS_SET_PASTS) ||
        (form != NULL && (form->flags & GLOSS_FORM_PARTICIPLE))))
    return k;
  for (int i = k + 1; i <= stop; i++) {
    if (gloss_in(list, i, GLOSS_SET_THAT) || gloss_reach_is_final(list, i) ||
        gloss_mark_of(list, i) == GLOSS_MARK_COMMA)
      return i;
    if (gloss_is(list, i, VENUE_ENDS)) break;
  }
  return k;
}

/* Behind a venue at `c`: "in a statement", "on Twitter". */
static int after_venue(const gloss_clauses *list, int c, int b) {
  int found, k;
  if (!gloss_is(list, c, GLOSS_KIND_PREPOSITION) ||
      (gloss_in(list, c, GLOSS_SET_TO) && gloss_reach_infinitive(list, c + 1)))
    return c; /* asked | to postpone his testimony */
  found = venue_behind(list, c, b);
  if (found == 0) return after_place(list, c, b);
  k = found + 1;
  while (k < b && gloss_is(list, k, GLOSS_KIND_NAME)) k++; /* Radio Norby */
  if (k < b && gloss_in(list, k, GLOSS_SET_VENUE_GOES_ON) &&
      !gloss_is(list, k + 1, GLOSS_KIND_TIME)) {
    int stop = gloss_phrase_right(list, k + 1, b, false);
    if (stop > 0) k = stop + 1;
  }
  return k <= b ? after_participle(list, k, b) : k;
}

/* What times and venues begin with. */
#define SETTING (GLOSS_KIND_ADVERB | GLOSS_KIND_TIME | GLOSS_KIND_PREPOSITION)

int gloss_reach_after_setting(const gloss_clauses *list, int c, int b) {
  int before;
  if (!gloss_is(list, c, SETTING) && !gloss_in(list, c, GLOSS_SET_TIME_WORDS) &&
      !gloss_in(list, c, GLOSS_SET_TIME_BEFORE))
    return c;
  do {
    before = c;
    while (c <= b && gloss_is(list, c, GLOSS_KIND_ADVERB)) c++;
    if (c <= b) c = after_time(list, c, b);
    if (c <= b) c = after_venue(list, c, b);
  } while (c != before && c <= b);
  return c;
}

/* ---- The addressee ------------------------------------------------------- */

/* With these no addressee begins. */
#define NOT_HEARD                                                    \
  (GLOSS_KIND_PRONOUN | GLOSS_KIND_SUBORDINATOR | GLOSS_KIND_POINT | \
   GLOSS_KIND_QUOTE | GLOSS_KIND_ADVERB)

/* Behind the comma at `k`, and the apposition that it opens: told Low, his
** deputy, | that; where none ends so, the comma. */
static int behind_apposition(const gloss_clauses *list, int k, int b) {
  int stop = to(list, k, b - 1, GLOSS_NUMBER_APPOSITION_WORDS);
  for (int i = k + 1; i <= stop; i++)
    if (gloss_mark_of(list, i) == GLOSS_MARK_COMMA)
      return gloss_in(list, i + 1, GLOSS_SET_OPENERS) ? i + 1 : k;
  return k;
}

bool gloss_reach_infinitive(const gloss_clauses *list, int k) {
  if (gloss_is(list, k, GLOSS_KIND_QUOTE)) return true;
  return (gloss_is(list, k, GLOSS_KIND_WORD) &&
          !gloss_in(list, k, GLOSS_SET_ENDS_LONG_PLURAL)) ||
         gloss_in(list, k, GLOSS_SET_INFINITIVES);
}

/* Where the addressee that begins at `c` plainly ends: told Roe | that; 0:
** nowhere. */
static int end_of_heard(const gloss_clauses *list, int c, int b) {
  int stop = to(list, c, b, GLOSS_NUMBER_HEARD_WORDS);
  for (int k = c; k <= stop; k++) {
    unsigned mark = gloss_mark_of(list, k);
    if (mark == GLOSS_MARK_COMMA && !gloss_is(list, k + 1, GLOSS_KIND_QUOTE))
      return behind_apposition(list, k, b);
    if (k > c && gloss_in(list, k, GLOSS_SET_TO) &&
        gloss_reach_infinitive(list, k + 1))
      return k;
    if (gloss_in(list, k, GLOSS_SET_OPENERS) ||
        gloss_is(list, k, GLOSS_KIND_PRONOUN | GLOSS_KIND_QUOTE) ||
        mark == GLOSS_MARK_COMMA || mark == GLOSS_MARK_COLON ||
        gloss_reach_is_final(list, k))
      return k;
    if (gloss_is(list, k, GLOSS_KIND_AUXILIARY)) break;
  }
  return 0;
}

int gloss_reach_after_heard(const gloss_clauses *list, int c, int b) {
  int end, last;
  if (c > b || gloss_is(list, c, NOT_HEARD)) return c;
  if (gloss_is(list, c, GLOSS_KIND_OBJECT)) return c + 1;
  if (gloss_in(list, c, GLOSS_SET_TO) && gloss_reach_infinitive(list, c + 1))
    return c; /* asked | to leave */
  end = end_of_heard(list, c, b);
  if (end > 0) return end;
  last = gloss_phrase_right(list, c, b, false);
  if (last == 0) return c;
  for (int k = c; k < last; k++) /* told reporters | Oslo was ready */
    if (gloss_is(list, k, GLOSS_KIND_WORD) &&
        gloss_in(list, k, GLOSS_SET_ENDS_S) &&
        gloss_is(list, k + 1, GLOSS_KIND_NAME))
      return k + 1;
  return last + 1;
}

/* ---- The end ------------------------------------------------------------- */

/* Does what stands behind a comma sum up what was said: ", a claim that nobody
** believed"? */
static bool sums_up(const gloss_clauses *list, int n, int b) {
  int stop = to(list, n, b - 1, GLOSS_NUMBER_COMMENT_WORDS);
  if (!gloss_is(list, n, GLOSS_KIND_DETERMINER)) return false;
  for (int k = n + 1; k <= stop; k++) {
    if (!gloss_is(list, k, GLOSS_KIND_WORD | GLOSS_KIND_ADVERB)) return false;
    if (gloss_lexeme_of(list, k)->noun != NULL)
      return gloss_in(list, k + 1, GLOSS_SET_RELATIVES);
  }
  return false;
}

/* Does a report end at the comma before item `n`? Behind it stands another cue,
** with or without a conjunction. */
static bool ends_at_comma(const gloss_clauses *list, int n, int b,
                          const gloss_cues *cues) {
  bool joined = false, against = false;
  const gloss_cue *cue;
  /* what joins a second report to the first */
  for (; n <= b; n++) {
    bool adverb = gloss_is(list, n, GLOSS_KIND_ADVERB);
    if (!adverb && !gloss_is(list, n, GLOSS_KIND_CONJUNCTION) &&
        !gloss_in(list, n, GLOSS_SET_JOINS))
      break;
    joined = joined || !adverb;
    against = against || gloss_in(list, n, GLOSS_SET_AGAINST);
  }
  cue = gloss_cue_at(cues, n);
  if (cue == NULL) /* said it was safe, but the bridge fell */
    return gloss_in(list, n - 1, GLOSS_SET_BUT) &&
           gloss_phrase_has_verb(list, n, b);
  if (cue->source || cue->inverted) return true;
  if (cue->ing) return cue->first == n;
  if (!joined) return (cue->trailing || cue->opens) && cue->first != n;
  return cue->first == n || against || (cue->sense->frames & GLOSS_FRAME_QUOTE);
}

/* Does it end at the conjunction before item `n`: "and said"? */
static bool ends_at_conjunction(const gloss_clauses *list, int n, int b,
                                const gloss_cues *cues) {
  const gloss_cue *cue;
  while (n <= b && gloss_is(list, n, GLOSS_KIND_ADVERB)) n++;
  cue = gloss_cue_at(cues, n);
  if (cue == NULL) return false;
  if (cue->source) return true;
  return cue->first == n &&
         (cue->ing || (cue->bare && !(cue->form->flags & GLOSS_FORM_BASE)));
}

static bool ends_before(const gloss_clauses *list, int k, int b,
                        const gloss_cues *cues, bool close_clause) {
  const gloss_cue *cue = gloss_cue_at(cues, k);
  if (gloss_mark_of(list, k) == GLOSS_MARK_COMMA)
    return close_clause || sums_up(list, k + 1, b) ||
           ends_at_comma(list, k + 1, b, cues);
  if (gloss_is(list, k, GLOSS_KIND_CONJUNCTION))
    return ends_at_conjunction(list, k + 1, b, cues);
  if (cue != NULL && cue->source) return true;
  cue = gloss_cue_at(cues, k + 1); /* before | adding, by | saying */
  return cue != NULL && cue->ing && cue->first == k + 1 &&
         !gloss_in(list, k, GLOSS_SET_OF) &&
         (gloss_is(list, k, GLOSS_KIND_PREPOSITION) ||
          gloss_in(list, k, GLOSS_SET_BEFORE_ING));
}

/* Only at these, and before another cue, can a report end. */
#define BREAKS (GLOSS_KIND_POINT | GLOSS_KIND_CONJUNCTION | GLOSS_KIND_QUOTE)

int gloss_reach_right(const gloss_clauses *list, int c, int b,
                      const gloss_cues *cues, bool close_clause) {
  int brackets = 0;
  for (int k = c; k <= b; k++) {
    unsigned mark = gloss_mark_of(list, k);
    if (!gloss_is(list, k, BREAKS) && cues->starts[k] == 0 &&
        cues->starts[k + 1] == 0)
      continue;
    if (gloss_reach_is_final(list, k) &&
        (k == b || mark == GLOSS_MARK_SEMICOLON))
      return k - 1;
    if (mark == GLOSS_MARK_OPENING || mark == GLOSS_MARK_SQUARE_OPENING) {
      brackets++;
    } else if (mark == GLOSS_MARK_CLOSING ||
               mark == GLOSS_MARK_SQUARE_CLOSING) {
      if (brackets == 0) return k - 1;
      brackets--;
    } else if (close_clause && gloss_is(list, k, GLOSS_KIND_QUOTE) &&
               gloss_quote_of(list, k)->final == ',') {
      return k;
    } else if (k < b && gloss_is(list, k, GLOSS_KIND_QUOTE) &&
               gloss_quote_of(list, k)->final == ',' &&
               !gloss_is(list, k + 1, GLOSS_KIND_POINT) &&
               ends_at_comma(list, k + 1, b, cues)) {
      return k; /* called it “void,” | while Low said */
    } else if (k > c && brackets == 0 &&
               ends_before(list, k, b, cues, close_clause)) {
      return k - 1;
    }
  }
  return b;
}

/* ( [ $ # @: a mark with which what is reported may begin. */
static bool may_begin(const gloss_clauses *list, int k) {
  gloss_slice text = list->items[k].word->text;
  return text.len > 0 && memchr("([$#@", text.bytes[0], 5) != NULL;
}

/* ) ] %: a mark with which it may end. */
static bool may_end(const gloss_clauses *list, int k) {
  gloss_slice text = list->items[k].word->text;
  return text.len > 0 && memchr(")]%", text.bytes[0], 3) != NULL;
}

gloss_item_range gloss_reach_trim(const gloss_clauses *list, int from, int to) {
  while (from <= to &&
         (gloss_is(list, from, GLOSS_KIND_CONJUNCTION) ||
          (gloss_is(list, from, GLOSS_KIND_POINT) && !may_begin(list, from))))
    from++;
  while (to >= from && gloss_is(list, to, GLOSS_KIND_POINT) &&
         !may_end(list, to))
    to--;
  return (gloss_item_range){ from, to };
}

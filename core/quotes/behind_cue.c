/* behind_cue.c - words behind a cue that it reports: Roe said that it works. */
#include "clauses/phrases.h"
#include "quotes/attributing.h"

/* What a verb's object begins with. */
#define OBJECT                                                  \
  (GLOSS_KIND_NAME | GLOSS_KIND_WORD | GLOSS_KIND_DETERMINER |  \
   GLOSS_KIND_NUMBER | GLOSS_KIND_OBJECT | GLOSS_KIND_PRONOUN | \
   GLOSS_KIND_QUOTE)

static const gloss_item_range none = { 1, 0 };

/* The item up to which the verb of a clause from `c` on must come. */
static int clause_end(const gloss_clauses *list, int c, int b) {
  int stop = c + gloss_lexicon_reach(list->lexicon, GLOSS_NUMBER_CLAUSE_WORDS);
  return stop < b ? stop : b;
}

/* ---- What a cue takes ---------------------------------------------------- */

/* How the words fit a sense, and the first of them; `from` 0: they do not. */
typedef struct fitting {
  gloss_quote_rule rule;
  int from;
} fitting;

/* Does the mood of the clause from..to say that it is reported? */
static bool is_reported(const gloss_clauses *list, int from, int to) {
  for (int k = from; k <= to; k++) {
    if (gloss_in(list, k, GLOSS_SET_REPORTED)) return true;
    if (gloss_is(list, k, GLOSS_KIND_POINT)) return false;
  }
  return false;
}

/* What follows a comma, a colon or a dash at `c`. */
static fitting fit_mark(const gloss_clauses *list, unsigned frames, int c,
                        int b) {
  unsigned mark = gloss_mark_of(list, c);
  if (mark == GLOSS_MARK_COMMA &&
      gloss_lexicon_is(list->lexicon, GLOSS_LEXICON_COMMA_OPENERS)) {
    if ((frames & GLOSS_FRAME_THAT) && gloss_in(list, c + 1, GLOSS_SET_OPENERS))
      return (fitting){ GLOSS_QUOTE_THAT_AFTER_CUE, c + 1 }; /* sagte, dass */
    if ((frames & GLOSS_FRAME_CLAUSE) &&
        is_reported(list, c + 1, clause_end(list, c, b)))
      return (fitting){ GLOSS_QUOTE_CLAUSE_AFTER_CUE,
                        c + 1 }; /* sagte, er wolle */
  }
  if ((gloss_is(list, c + 1, GLOSS_KIND_QUOTE) || mark == GLOSS_MARK_COLON) &&
      (frames & (GLOSS_FRAME_QUOTE | GLOSS_FRAME_OBJECT)))
    return (fitting){ GLOSS_QUOTE_AFTER_CUE, c + 1 };
  return (fitting){ 0 };
}

/* Is it "to", or "not to"? */
static bool is_to(const gloss_clauses *list, int c) {
  return gloss_in(list, c, GLOSS_SET_TO) ||
         (gloss_in(list, c, GLOSS_SET_NOT) &&
          gloss_in(list, c + 1, GLOSS_SET_TO));
}

/* Does the opener at `c` begin a clause for these frames: not "the plan which",
** "the man who"? */
static bool opens_clause(const gloss_clauses *list, unsigned frames, int c) {
  if (!(frames & (GLOSS_FRAME_THAT | GLOSS_FRAME_CLAUSE))) return false;
  if (gloss_in(list, c, GLOSS_SET_WHICH)) return false;
  return !gloss_in(list, c, GLOSS_SET_WHO) || (frames & GLOSS_FRAME_QUOTE);
}

/* The object at `c`, or the clause without a word before it. */
static fitting fit_object(const gloss_clauses *list, unsigned frames, int c,
                          int b) {
  if ((frames & GLOSS_FRAME_ANY) ||
      ((frames & GLOSS_FRAME_CLAUSE) &&
       gloss_phrase_has_verb(list, c, clause_end(list, c, b))))
    return (fitting){ GLOSS_QUOTE_CLAUSE_AFTER_CUE, c };
  if (frames & GLOSS_FRAME_OBJECT)
    return (fitting){ GLOSS_QUOTE_OBJECT_AFTER_CUE, c };
  return (fitting){ 0 };
}

/* Does what stands at `c` fit the frames of a sense? */
static fitting fit(const gloss_clauses *list, unsigned frames, int c,
                   bool heard, int b) {
  unsigned mark = gloss_mark_of(list, c);
  bool opener = gloss_in(list, c, GLOSS_SET_OPENERS);
  if (c < b && (mark == GLOSS_MARK_COMMA || mark == GLOSS_MARK_COLON ||
                gloss_is_dash(list, c)))
    return fit_mark(list, frames, c, b);
  if (gloss_is(list, c, GLOSS_KIND_QUOTE)) {
    bool fits =
        frames & (GLOSS_FRAME_QUOTE | GLOSS_FRAME_CLAUSE | GLOSS_FRAME_OBJECT);
    return (fitting){ GLOSS_QUOTE_AFTER_CUE, fits ? c : 0 };
  }
  if (opener && opens_clause(list, frames, c))
    return (fitting){ GLOSS_QUOTE_THAT_AFTER_CUE, c };
  if (is_to(list, c)) {
    bool fits = (frames & GLOSS_FRAME_TO) || heard;
    return (fitting){ GLOSS_QUOTE_TO_AFTER_CUE, fits ? c : 0 };
  }
  if (gloss_is(list, c, OBJECT)) return fit_object(list, frames, c, b);
  if ((frames & GLOSS_FRAME_OBJECT) && opener)
    return (fitting){ GLOSS_QUOTE_OBJECT_AFTER_CUE, c };
  if (heard && gloss_in(list, c, GLOSS_SET_ABOUT))
    return (fitting){ GLOSS_QUOTE_OBJECT_AFTER_CUE, c + 1 };
  return (fitting){ 0 };
}

/* Fits a sense of the cue to what follows it. */
static fitting fit_sense(const gloss_attributing *work, const gloss_cue *cue,
                         const gloss_sense *sense) {
  const gloss_clauses *list = work->list;
  int c = cue->behind, b = work->b;
  bool heard = cue->heard;
  if (c == 0 || ((sense->frames ^ cue->sense->frames) & GLOSS_FRAME_HEARD)) {
    int from = (cue->tail > 0 ? cue->tail : cue->last) + 1;
    c = from;
    if (sense->frames & GLOSS_FRAME_HEARD)
      c = gloss_reach_after_heard(list, c, b);
    heard = c > from;
    c = gloss_reach_after_setting(list, c, b);
  }
  return c <= b ? fit(list, sense->frames, c, heard, b) : (fitting){ 0 };
}

/* "which Roe described | as a mistake": the relative stands for the object. */
static fitting fit_relative(const gloss_attributing *work,
                            const gloss_cue *cue) {
  const gloss_clauses *list = work->list;
  int c = cue->last + 1;
  if (!(cue->sense->frames & GLOSS_FRAME_OBJECT) || c >= work->b ||
      !gloss_in(list, c, GLOSS_SET_AS) || !gloss_is(list, c + 1, OBJECT) ||
      cue->subject.first < 2 ||
      !gloss_in(list, cue->subject.first - 1, GLOSS_SET_RELATIVES))
    return (fitting){ 0 };
  return (fitting){ GLOSS_QUOTE_OBJECT_AFTER_CUE, c };
}

/* The sense of the cue that fits what follows it, and how; NULL: none. */
static const gloss_sense *choose(const gloss_attributing *work,
                                 const gloss_cue *cue, fitting *how) {
  for (size_t i = 0; i < cue->sense_count; i++) {
    *how = fit_sense(work, cue, &cue->senses[i]);
    if (how->from > 0) return &cue->senses[i];
  }
  *how = fit_relative(work, cue);
  return how->from > 0 ? cue->sense : NULL;
}

/* ---- Where it ends ------------------------------------------------------- */

/* "While Roe says so, Low left", "Asked if Roe says so, Low left": is the cue
** in a clause before the main one? */
static bool in_fronted_clause(const gloss_attributing *work,
                              const gloss_cue *cue) {
  const gloss_clauses *list = work->list;
  int a = work->a;
  if (gloss_is(list, a, GLOSS_KIND_CONJUNCTION | GLOSS_KIND_ADVERB) ||
      (gloss_verb_of(list, a) != NULL && a < cue->first &&
       (gloss_verb_of(list, a)->flags & GLOSS_FORM_PAST)))
    a++;
  if (!gloss_is(list, a, GLOSS_KIND_SUBORDINATOR)) return false;
  for (int k = a; k <= cue->first; k++)
    if (gloss_mark_of(list, k) == GLOSS_MARK_COMMA) return false;
  return true;
}

/* Does what the cue reports end with the next comma? */
static bool closes_clause(const gloss_attributing *work, const gloss_cue *cue) {
  const gloss_clauses *list = work->list;
  int before = cue->subject.first - 1;
  if (cue->fronted || in_fronted_clause(work, cue)) return true;
  if (before < 0 || cue->subject.way == GLOSS_SPEAKER_SHARED) return false;
  if (cue->subject.way == GLOSS_SPEAKER_RELATIVE &&
      gloss_mark_of(list, before) == GLOSS_MARK_COMMA)
    return true;
  return gloss_in(list, before, GLOSS_SET_RELATIVES) &&
         !gloss_in(list, before, GLOSS_SET_THAT); /* which she called */
}

/* Where the object of an inserted participle ends: "said, citing two sources|,
** that". */
static int before_that(const gloss_clauses *list, int from, int to) {
  for (int k = from + 1; k < to; k++)
    if (gloss_mark_of(list, k) == GLOSS_MARK_COMMA &&
        gloss_in(list, k + 1, GLOSS_SET_THAT))
      return k - 1;
  return to;
}

/* Where what is quoted ends, if another clause follows: "said: “Go!” | and she
** went". */
static int end_of_quotes(const gloss_clauses *list, int c, int to) {
  int last = c, following, stop;
  while (last < to && gloss_is(list, last + 1, GLOSS_KIND_QUOTE)) last++;
  following = last + 2;
  if (!gloss_is(list, last + 1, GLOSS_KIND_CONJUNCTION) ||
      !gloss_is(list, last, GLOSS_KIND_QUOTE) ||
      !gloss_quote_of(list, last)->closing ||
      gloss_is(list, following, GLOSS_KIND_QUOTE | GLOSS_KIND_WORD))
    return to;
  stop = gloss_phrase_right(list, following, to, false);
  return stop > 0 && !gloss_is(list, stop + 1, GLOSS_KIND_QUOTE) &&
                 gloss_phrase_has_verb(list, stop + 1, to)
             ? last
             : to;
}

/* ---- Both ---------------------------------------------------------------- */

/* The item behind the cue, its subject and what is said of that in brackets:
** hat Roe (41) | Hilfe versprochen. */
static int behind_subject(const gloss_clauses *list, const gloss_cue *cue,
                          int to) {
  int c = cue->last + 1, close;
  if (cue->bracket && cue->subject.first >= c && cue->subject.last >= c)
    c = cue->subject.last + 1;
  if (gloss_mark_of(list, c) != GLOSS_MARK_OPENING) return c;
  close = c;
  while (close < to && gloss_mark_of(list, close) != GLOSS_MARK_CLOSING)
    close++;
  return close + 1;
}

/* "wies CONTENT zurück": what stands before a particle far behind, where that
** is an object. */
static void bracketed(gloss_attributing *work, const gloss_cue *cue) {
  const gloss_clauses *list = work->list;
  int to = cue->tail - 1, c;
  if (to <= cue->last || !(cue->sense->frames & GLOSS_FRAME_OBJECT)) return;
  c = gloss_reach_after_setting(list, behind_subject(list, cue, to), to);
  if (c > to || !gloss_is(list, c, OBJECT)) return;
  gloss_attributing_add(work, cue, cue->sense->class_number,
                        (gloss_item_range){ c, to }, none,
                        GLOSS_QUOTE_OBJECT_AFTER_CUE, cue->tail);
}

void gloss_content_behind_cue(gloss_attributing *work, const gloss_cue *cue) {
  fitting how;
  const gloss_sense *sense = choose(work, cue, &how);
  int to;
  if (sense == NULL) {
    bracketed(work, cue);
    return;
  }
  to = gloss_attributing_right(work, how.from, closes_clause(work, cue)).last;
  if (cue->ing && how.rule == GLOSS_QUOTE_OBJECT_AFTER_CUE)
    to = before_that(work->list, how.from, to);
  if (how.rule == GLOSS_QUOTE_AFTER_CUE)
    to = end_of_quotes(work->list, how.from, to);
  if (how.from <= to)
    gloss_attributing_add(work, cue, sense->class_number,
                          (gloss_item_range){ how.from, to }, none, how.rule,
                          to);
}

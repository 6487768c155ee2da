/* cue_subjects.c - who speaks by a cue: see cue_subjects.h. */
#include "quotes/cue_subjects.h"

#include "clauses/phrases.h"
#include "quotes/reach.h"

/* ---- Behind the cue ------------------------------------------------------ */

/* The item behind the times at `i`: dijo | el lunes | Roe. */
static int behind_times(const gloss_clauses *list, int i, int b) {
  while (i <= b && (gloss_is(list, i, GLOSS_KIND_TIME) ||
                    (gloss_is(list, i, GLOSS_KIND_DETERMINER) &&
                     gloss_is(list, i + 1, GLOSS_KIND_TIME))))
    i++;
  return i;
}

/* May a subject stand behind the cue at all: do words end before it, at item
** `p`? */
static bool may_be_inverted(const gloss_clauses *list, const gloss_cue *cue,
                            int a, int p) {
  if (cue->ing || cue->infinitive || cue->passive || cue->quoting == NULL)
    return false;
  if (cue->auxiliary &&
      !gloss_lexicon_is(list->lexicon, GLOSS_LEXICON_INVERTED_AUXILIARY))
    return false;
  if (p < a) return false;
  if (cue->sense->frames & GLOSS_FRAME_HEARD)
    return gloss_is(list, p, GLOSS_KIND_QUOTE);
  return gloss_is(list, p, GLOSS_KIND_QUOTE) ||
         gloss_mark_of(list, p) == GLOSS_MARK_COMMA || gloss_is_dash(list, p);
}

/* Does the clause go on behind the subject i..j, so that it is none: "said | he
** would"? */
static bool goes_on(const gloss_clauses *list, int i, int j, int b) {
  if (j < b && gloss_is(list, j + 1, GLOSS_KIND_AUXILIARY | GLOSS_KIND_PRONOUN))
    return true;
  if (j < b && gloss_is(list, j + 1, GLOSS_KIND_WORD) &&
      gloss_verb_of(list, j + 1) != NULL)
    return true;
  return j == i && gloss_is(list, i, GLOSS_KIND_WORD) &&
         gloss_in(list, i, GLOSS_SET_ENDS_ING);
}

/* May i..j be the subject where no quotation ends before item `p`: "Go, said
** Roe." but not "Roe, its head, said Oslo ..."? */
static bool may_end_clause(const gloss_clauses *list, const gloss_cue *cue,
                           int a, int p, int i, int j, int b) {
  unsigned follows = j < b ? list->items[j + 1].kind : 0;
  if (gloss_phrase_has_verb(list, j + 1, b)) return false;
  if (j < b && gloss_in(list, j + 1, GLOSS_SET_TO) &&
      gloss_reach_infinitive(list, j + 2))
    return false; /* The fund, which left, urged Roe to go */
  if (cue->tail > 0) return gloss_phrase_has_verb(list, a, p);
  /* what may follow in "...," said Roe, head of the fund */
  return follows == 0 ||
         (follows & (GLOSS_KIND_POINT | GLOSS_KIND_PREPOSITION)) ||
         (follows == GLOSS_KIND_DETERMINER &&
          gloss_is(list, i, GLOSS_KIND_PRONOUN));
}

/* "...," said Roe: the subject behind the cue. */
static bool inverted_subject(const gloss_clauses *list, const gloss_cue *cue,
                             int a, int b, gloss_speaker *subject) {
  int p = cue->first - 1, i = cue->last + 1, j;
  if (cue->bracket) b = cue->tail - 1;
  if (!may_be_inverted(list, cue, a, p)) return false;
  if (gloss_lexicon_is(list->lexicon, GLOSS_LEXICON_INVERTED_AUXILIARY))
    i = behind_times(list, i, b);
  if (i > b || gloss_is(list, i, GLOSS_KIND_OBJECT)) return false;
  j = gloss_phrase_right(list, i, b, false);
  if (j == 0 || goes_on(list, i, j, b)) return false;
  if (!gloss_is(list, p, GLOSS_KIND_QUOTE) &&
      !gloss_is(list, p - 1, GLOSS_KIND_QUOTE) &&
      !may_end_clause(list, cue, a, p, i, j, b))
    return false;
  *subject = (gloss_speaker){ i, j, 0,
                              gloss_is(list, i, GLOSS_KIND_PRONOUN)
                                  ? GLOSS_SPEAKER_PRONOUN
                                  : GLOSS_SPEAKER_INVERTED };
  return true;
}

/* ---- Shared with an earlier cue ------------------------------------------ */

/* Does the cue `inner` stand in what `outer` reports? Then no comma and no
** conjunction parts them. */
static bool is_nested(const gloss_clauses *list, const gloss_cue *outer,
                      const gloss_cue *inner) {
  const gloss_speaker *subject = &inner->subject;
  int stop = inner->first;
  if (subject->first > 0 && subject->way != GLOSS_SPEAKER_SHARED &&
      subject->first < stop)
    stop = subject->first;
  for (int k = outer->last + 1; k < stop; k++)
    if (gloss_is(list, k, GLOSS_KIND_CONJUNCTION) ||
        gloss_mark_of(list, k) == GLOSS_MARK_COMMA)
      return false;
  return true;
}

/* The subject of the last cue that is not part of another's words; NULL. */
static const gloss_speaker *earlier_subject(const gloss_clauses *list,
                                            const gloss_cues *earlier) {
  for (int i = earlier->count; i >= 1; i--) {
    const gloss_cue *cue = &earlier->rows[i];
    if (cue->subject.first > 0 && !(cue->passive || cue->source || cue->noun) &&
        (i == 1 || !is_nested(list, cue - 1, cue)))
      return &cue->subject;
  }
  return NULL;
}

/* The subject of the clause that ends with "and" before a cue: "after the bank
** left its rate | and hinted"; none where it is the unit's own clause. */
static bool subject_of_clause(const gloss_clauses *list, const gloss_cue *cue,
                              int a, gloss_speaker *subject) {
  int before = cue->first - 2;
  int stop = cue->first -
             gloss_lexicon_reach(list->lexicon, GLOSS_NUMBER_SHARED_WORDS);
  if (stop < a) stop = a;
  for (int k = before; k >= stop; k--) {
    int last;
    if (gloss_is(list, k, GLOSS_KIND_POINT)) return false;
    if (!gloss_in(list, k, GLOSS_SET_CLAUSE_OPENERS)) continue;
    last = gloss_phrase_right(list, k + 1, before, true);
    *subject = (gloss_speaker){ k + 1, last, 0, GLOSS_SPEAKER_SHARED };
    return last > 0 && gloss_phrase_has_verb(list, last + 1, before);
  }
  return false;
}

/* The subject of the unit, where it stands apart from the cue. */
static void unit_subject(const gloss_clauses *list, gloss_cue *cue, int a,
                         int b) {
  int last, first = gloss_phrase_subject(list, a, b, &last);
  if (first == 0) return;
  if (first > cue->last)
    cue->fronted = true; /* After saying so, Roe left */
  else if (last >= cue->first)
    return;
  cue->subject = (gloss_speaker){ first, last, 0, GLOSS_SPEAKER_SHARED };
}

/* The subject that a cue shares: "..., adding that", "and said". */
static void shared_subject(const gloss_clauses *list, gloss_cue *cue, int a,
                           int b, const gloss_cues *earlier) {
  const gloss_speaker *subject;
  int before = cue->first - 1;
  if (cue->ing && before >= a &&
      gloss_is(list, before, GLOSS_KIND_WORD | GLOSS_KIND_NAME)) {
    int first = gloss_phrase_left(list, before, a); /* voters backing Roe */
    cue->subject = (gloss_speaker){ first, before, 0, GLOSS_SPEAKER_PHRASE };
    if (first > 0) return;
  }
  if (earlier->count == 0 && gloss_is(list, before, GLOSS_KIND_CONJUNCTION) &&
      subject_of_clause(list, cue, a, &cue->subject))
    return;
  cue->subject = (gloss_speaker){ 0 };
  subject = earlier_subject(list, earlier);
  if (subject != NULL)
    cue->subject = (gloss_speaker){ subject->first, subject->last, 0,
                                    GLOSS_SPEAKER_SHARED };
  else
    unit_subject(list, cue, a, b);
}

/* ---- All ----------------------------------------------------------------- */

void gloss_cue_find_subject(const gloss_clauses *list, gloss_cue *cue, int a,
                            int b, const gloss_cues *earlier) {
  cue->inverted = inverted_subject(list, cue, a, b, &cue->subject);
  if (!cue->inverted && !gloss_verb_subject(list, cue, a, &cue->subject))
    shared_subject(list, cue, a, b, earlier);
}

bool gloss_cue_quoted_subject(const gloss_clauses *list, gloss_cue *cue,
                              const gloss_cues *earlier) {
  const gloss_cue *last = &earlier->rows[earlier->count];
  int first, stop = cue->first - 2;
  if (earlier->count == 0 || !cue->ing || cue->quoting == NULL ||
      !gloss_in(list, cue->first - 1, GLOSS_SET_AS) || last->sense == NULL ||
      !(last->sense->frames & GLOSS_FRAME_OBJECT))
    return false;
  first = last->last + 1;
  if (stop < first || gloss_phrase_left(list, stop, first) != first)
    return false;
  cue->subject = (gloss_speaker){ first, stop, 0, GLOSS_SPEAKER_PHRASE };
  return true;
}

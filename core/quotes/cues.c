/* cues.c - the cues of a unit: see cues.h. */
#include "quotes/cues.h"

#include <string.h>

#include "clauses/phrases.h"
#include "quotes/cue_subjects.h"
#include "quotes/reach.h"

/* ---- Sources and nouns --------------------------------------------------- */

/* Does the source first..last, which begins with a comma, end what is said: "...,
** so Roe." but not "..., so it went on"? `stop`: where its phrase ends. */
static bool ends_with_source(const gloss_clauses *list, int last, int stop,
                             int b) {
  return gloss_is(list, last + 1,
                  GLOSS_KIND_NAME | GLOSS_KIND_DETERMINER) &&
         (stop >= b || gloss_is(list, stop + 1, GLOSS_KIND_POINT));
}

/* A phrase around `k` that names a source: "according to", in items a..b. */
static bool source_cue(const gloss_clauses *list, int k, int a, int b,
                       gloss_cue *cue) {
  const gloss_lexeme *lexeme = gloss_lexeme_of(list, k);
  for (uint32_t i = 0; i < lexeme->sources.count; i++) {
    const gloss_fixed_phrase *source = &lexeme->sources.at[i];
    int first = k - source->before, last = first + source->word_count - 1;
    if (first >= a && last < b && gloss_fixed_phrase_at(list, source, first)) {
      int stop = gloss_phrase_right(list, last + 1, b, true);
      if (gloss_is(list, first, GLOSS_KIND_POINT)) {
        if (!ends_with_source(list, last, stop, b)) continue;
        first++;
      }
      *cue =
          (gloss_cue){ .first = first,
                       .last = last,
                       .source = true,
                       .trailing = true,
                       .class_number = GLOSS_CLASS_SAID,
                       .subject = { last + 1, stop, 0, GLOSS_SPEAKER_SOURCE } };
      return stop > 0;
    }
  }
  return false;
}

/* What an owner is made of: the old mayor | 's */
#define OWNER                                                  \
  (GLOSS_KIND_NAME | GLOSS_KIND_WORD | GLOSS_KIND_DETERMINER | \
   GLOSS_KIND_NUMBER)

/* "In Roe's view,": a noun and its owner that name a source. */
static bool owned_cue(const gloss_clauses *list, int k, int a, int b,
                      gloss_cue *cue) {
  const gloss_owned *owned = gloss_lexeme_of(list, k)->owned;
  gloss_speaker_way way = GLOSS_SPEAKER_PRONOUN;
  int first = k - 1, last;
  if (k < b && !gloss_is(list, k + 1, GLOSS_KIND_POINT)) return false;
  while (first > a && first > k - 4 && gloss_is(list, first, GLOSS_KIND_WORD))
    first--;
  last = first;
  if (gloss_is(list, first, GLOSS_KIND_POSSESSIVE)) {
    way = GLOSS_SPEAKER_PHRASE;
    last = --first;
    while (first > a && gloss_is(list, first - 1, OWNER)) first--;
  } else if (!gloss_in(list, first, GLOSS_SET_POSSESSIVE)) {
    return false;
  }
  if (first <= a ||
      gloss_lexeme_of(list, first - 1)->number != owned->preposition)
    return false;
  *cue = (gloss_cue){ .first = first - 1,
                      .last = k,
                      .source = true,
                      .trailing = true,
                      .class_number = owned->class_number,
                      .subject = { first, last, 0, way } };
  return true;
}

/* "Roe's promise to", "her claim that": a noun that reports, and its owner. */
static bool noun_cue(const gloss_clauses *list, int k, int a, int b,
                     gloss_cue *cue) {
  const gloss_sense *sense = gloss_lexeme_of(list, k)->noun;
  gloss_speaker subject = { 0 };
  int i = k - 1;
  if (k >= b || !(sense->follows & gloss_lexeme_of(list, k + 1)->follows))
    return false;
  while (i >= a && i > k - 4 && gloss_is(list, i, GLOSS_KIND_WORD)) i--;
  if (i < a) return false;
  if (gloss_in(list, i, GLOSS_SET_POSSESSIVE)) {
    subject = (gloss_speaker){ i, i, 0, GLOSS_SPEAKER_PRONOUN };
  } else if (gloss_is(list, i, GLOSS_KIND_POSSESSIVE) && i > a) {
    int first = gloss_phrase_left(list, i - 1, a);
    subject = (gloss_speaker){ first, i - 1, 0, GLOSS_SPEAKER_PHRASE };
  }
  *cue = (gloss_cue){ .first = k,
                      .last = k,
                      .sense = sense,
                      .senses = sense,
                      .sense_count = 1,
                      .noun = true,
                      .subject = subject };
  return subject.first > 0;
}

/* ---- Verbs of no table --------------------------------------------------- */

/* Any verb may report a quotation that it stands beside. */
static const gloss_sense any = { .class_number = GLOSS_CLASS_SAID,
                                 .frames = GLOSS_FRAME_QUOTE };
static const gloss_verb_form any_form = { .senses = &any,
                                          .sense_count = 1,
                                          .quotes = true,
                                          .quoting = &any,
                                          .flags = GLOSS_FORM_FINITE |
                                                   GLOSS_FORM_PAST };

/* The verb of "...," Roe surmised: behind the phrase that begins at `first`, or
** its last word, where that was taken for part of it; 0: none. */
static int verb_behind(const gloss_clauses *list, int first, int b) {
  int last, k;
  if (first >= b ||
      !gloss_is(list, first,
                GLOSS_KIND_PRONOUN | GLOSS_KIND_NAME | GLOSS_KIND_DETERMINER))
    return 0;
  last = gloss_phrase_right(list, first, b, false);
  if (last == 0) return 0;
  k = last + 1;
  if (k <= b && gloss_is(list, k, GLOSS_KIND_ADVERB)) k++;
  if (k <= b && gloss_is(list, k, GLOSS_KIND_WORD)) return k;
  return last > first && gloss_is(list, last, GLOSS_KIND_WORD) &&
                 gloss_in(list, last, GLOSS_SET_ENDS_PAST)
             ? last
             : 0;
}

/* The verb of no table beside the quotation at `q`; 0: none. */
static int unknown_verb(const gloss_clauses *list, int q, int b) {
  int k, comma = gloss_mark_of(list, q + 1) == GLOSS_MARK_COMMA;
  if (!gloss_quote_of(list, q)->closing) return 0;
  k = verb_behind(list, q + 1 + comma, b);
  if (k == 0 || gloss_verb_of(list, k) != NULL) return 0;
  return gloss_in(list, k, GLOSS_SET_ENDS_VERB) ||
                 gloss_in(list, k, GLOSS_SET_PASTS)
             ? k
             : 0;
}

/* Finds the verbs of no table that stand beside quotations of the unit. */
static void find_unknown(gloss_cues *cues, const gloss_clauses *list,
                         const gloss_unit *unit) {
  cues->unknown_count = 0;
  for (int i = unit->quote; list->quotes.at[i] <= unit->last; i++) {
    int k = unknown_verb(list, list->quotes.at[i], unit->last);
    int at = cues->unknown_count;
    if (k == 0) continue;
    while (at > 0 && cues->unknown[at - 1] > k) at--; /* nearly in order */
    if (at > 0 && cues->unknown[at - 1] == k) continue;
    memmove(cues->unknown + at + 1, cues->unknown + at,
            (size_t)(cues->unknown_count - at) * sizeof *cues->unknown);
    cues->unknown[at] = k;
    cues->unknown_count++;
  }
}

/* ---- Verbs --------------------------------------------------------------- */

/* Is nothing reported behind the cue: only times, venues, an addressee? Sets
** cue->opens where it does report something that cannot be mistaken. */
static bool is_trailing(const gloss_clauses *list, gloss_cue *cue, int b) {
  int from = (cue->tail > 0 ? cue->tail : cue->last) + 1, c = from;
  unsigned mark;
  if (cue->sense->frames & GLOSS_FRAME_HEARD)
    c = gloss_reach_after_heard(list, c, b);
  cue->heard = c > from;
  c = gloss_reach_after_setting(list, c, b);
  cue->behind = c;
  if (c > b || cue->inverted) return true;
  mark = gloss_mark_of(list, c);
  cue->opens = gloss_is(list, c, GLOSS_KIND_QUOTE) ||
               mark == GLOSS_MARK_COLON || gloss_in(list, c, GLOSS_SET_OPENERS);
  cue->that = gloss_in(list, c, GLOSS_SET_THAT);
  if (mark == GLOSS_MARK_COLON) return false;
  if (gloss_in(list, c, GLOSS_SET_TO) &&
      (cue->heard || (cue->sense->frames & GLOSS_FRAME_TO)))
    return false;
  if (mark == GLOSS_MARK_COMMA) return !gloss_is(list, c + 1, GLOSS_KIND_QUOTE);
  return gloss_is(list, c, GLOSS_KIND_POINT) ||
         gloss_in(list, c, GLOSS_SET_SETTINGS);
}

/* Makes one cue of "refused" and "to say": its class is that of the first, what
** follows is the second's. */
static void refuse_to(gloss_cues *cues, const gloss_clauses *list,
                      gloss_cue *cue, const gloss_cue *infinitive, int b) {
  gloss_sense *sense = gloss_arena_alloc(list->arena, sizeof *sense);
  if (sense == NULL) {
    cues->failed = true;
    return;
  }
  sense->class_number = cue->sense->class_number;
  sense->frames = infinitive->sense->frames;
  cue->last = infinitive->last;
  cue->sense = cue->senses = cue->quoting = sense;
  cue->sense_count = 1;
  cue->trailing = is_trailing(list, cue, b);
}

/* What "briefed on the talks" does not hold. */
#define ENDS_REDUCED                                               \
  (GLOSS_KIND_POINT | GLOSS_KIND_QUOTE | GLOSS_KIND_SUBORDINATOR | \
   GLOSS_KIND_CONJUNCTION | GLOSS_KIND_PRONOUN | GLOSS_KIND_AUXILIARY)

/* Is it a participle behind a noun, before the verb that reports: "a person |
** briefed on the talks said"? */
static bool is_reduced(const gloss_clauses *list, const gloss_cue *cue, int b) {
  int k = cue->last + 1;
  int stop = k + gloss_lexicon_reach(list->lexicon, GLOSS_NUMBER_REDUCED_WORDS);
  if (stop > b) stop = b;
  if (cue->quoting != NULL || !cue->bare ||
      !(cue->form->flags & GLOSS_FORM_PAST) ||
      !gloss_is(list, k, GLOSS_KIND_PREPOSITION) ||
      gloss_in(list, k, GLOSS_SET_TO) ||
      !gloss_is(list, cue->first - 1, GLOSS_KIND_WORD))
    return false;
  for (; k <= stop && !gloss_is(list, k, ENDS_REDUCED); k++) {
    const gloss_verb_form *form = gloss_verb_of(list, k);
    if (form != NULL && gloss_is(list, k, GLOSS_KIND_WORD) &&
        (form->flags & (GLOSS_FORM_FINITE | GLOSS_FORM_NOUN)) ==
            GLOSS_FORM_FINITE &&
        form->quoting != NULL)
      return true;
  }
  return false;
}

/* Does a finite verb stand at item `k`, behind adverbs: "could", "fell", "needs
** the"? */
static bool is_finite(const gloss_clauses *list, int k, int b) {
  while (k < b && gloss_is(list, k, GLOSS_KIND_ADVERB)) k++;
  return gloss_phrase_has_verb(list, k, k) ||
         (gloss_is(list, k, GLOSS_KIND_WORD) &&
          gloss_in(list, k, GLOSS_SET_ENDS_PLURAL) &&
          gloss_is(list, k + 1, GLOSS_KIND_DETERMINER));
}

/* Is it a participle in what a comma opens and one closes, before the verb:
** "such floods, | once expected every year|, could"? */
static bool is_inserted(const gloss_clauses *list, const gloss_cue *cue,
                        int b) {
  int k = cue->last + 1;
  int stop =
      k + gloss_lexicon_reach(list->lexicon, GLOSS_NUMBER_INSERTION_WORDS);
  if (stop > b) stop = b;
  if (!cue->bare ||
      !(cue->form->flags & (GLOSS_FORM_PAST | GLOSS_FORM_PARTICIPLE)) ||
      (cue->subject.first > 0 && cue->subject.way != GLOSS_SPEAKER_SHARED) ||
      gloss_mark_of(list, cue->first - 1) != GLOSS_MARK_COMMA)
    return false;
  while (k < stop && !gloss_is(list, k, GLOSS_KIND_POINT | GLOSS_KIND_QUOTE))
    k++;
  return k < stop && gloss_mark_of(list, k) == GLOSS_MARK_COMMA &&
         is_finite(list, k + 1, b);
}

/* "wants to say" is one cue; "to praise" alone is none. NULL: it is a cue of
** its own. */
static const char *no_infinitive(gloss_cues *cues, const gloss_clauses *list,
                                 const gloss_cue *cue, int b) {
  gloss_cue *last = cues->count > 0 ? &cues->rows[cues->count] : NULL;
  if (!(cue->sense->frames & GLOSS_FRAME_QUOTE))
    return "an infinitive: to praise alone reports nothing";
  if (last == NULL || last->last + 1 < cue->first) return NULL;
  if (last->sense != NULL && last->sense->class_number == GLOSS_CLASS_DENIED &&
      cue->last < b && !gloss_is(list, cue->last + 1, GLOSS_KIND_POINT))
    refuse_to(cues, list, last, cue, b);
  return "one cue with the verb before";
}

/* The cue of a verb at `k`; false: there is none, and `*why` says why. */
static bool verb_cue(gloss_cues *cues, const gloss_clauses *list, int k,
                     const gloss_unit *unit, gloss_cue *cue, const char **why) {
  int a = unit->first, b = unit->last;
  if (!gloss_verb_at(list, k, a, b, list->arena, cue, why)) {
    if (*why == NULL) cues->failed = true;
    return false;
  }
  *why = "a participle: a person briefed on it said";
  if (is_reduced(list, cue, b)) return false;
  if (cue->infinitive && (*why = no_infinitive(cues, list, cue, b)) != NULL)
    return false;
  if (gloss_cue_quoted_subject(list, cue, cues))
    cues->count--; /* quoted Roe as | saying: it takes the other's place */
  else
    gloss_cue_find_subject(list, cue, a, b, cues);
  *why = "a participle at the beginning: nobody says so";
  if (cue->first == a && cue->bare && (cue->form->flags & GLOSS_FORM_PAST) &&
      !cue->inverted)
    return false; /* Asked about it, Roe left: nobody asks here */
  *why = "a participle between commas: floods, once expected, could";
  if (is_inserted(list, cue, b)) return false;
  cue->trailing = is_trailing(list, cue, b);
  *why = NULL;
  return true;
}

/* The cue of a verb of no table at `k`. */
static void unknown_cue(gloss_cues *cues, const gloss_clauses *list, int k,
                        const gloss_unit *unit, gloss_cue *cue) {
  *cue = (gloss_cue){ .first = k,
                      .last = k,
                      .sense = &any,
                      .senses = &any,
                      .sense_count = 1,
                      .quoting = &any,
                      .form = &any_form,
                      .bare = true,
                      .any = true,
                      .trailing = true };
  gloss_cue_find_subject(list, cue, unit->first, unit->last, cues);
}

/* ---- All of them --------------------------------------------------------- */

bool gloss_cues_start(gloss_cues *cues, const gloss_clauses *list) {
  size_t longest = 1, items = (size_t)list->count + GLOSS_NO_ITEMS;
  for (int u = 1; u <= list->unit_count; u++) {
    const gloss_unit *unit = &list->units[u];
    size_t length = (size_t)(unit->last - unit->first + 2);
    if (length > longest) longest = length;
  }
  *cues = (gloss_cues){ 0 };
  cues->rows = gloss_arena_raw(list->arena, longest * sizeof *cues->rows);
  cues->unknown = gloss_arena_raw(list->arena, longest * sizeof(int));
  cues->starts = gloss_arena_alloc(list->arena, items * sizeof(int));
  return cues->rows != NULL && cues->unknown != NULL && cues->starts != NULL;
}

/* Fills `*cue` for item `k`, where it is one; `from`: behind the cue before;
** `unknown`: a verb of no table. */
static bool cue_at(gloss_cues *cues, gloss_clauses *list, int k, int from,
                   bool unknown, const gloss_unit *unit, gloss_cue *cue) {
  int a = unit->first, b = unit->last;
  const gloss_lexeme *lexeme;
  const char *why = NULL;
  if (k < from) return false;
  if (gloss_verb_of(list, k) != NULL &&
      verb_cue(cues, list, k, unit, cue, &why))
    return true;
  lexeme = gloss_lexeme_of(list, k);
  if (lexeme->noun != NULL && noun_cue(list, k, a, b, cue)) return true;
  if (lexeme->owned != NULL && owned_cue(list, k, a, b, cue)) return true;
  if (unknown) {
    unknown_cue(cues, list, k, unit, cue);
    return true;
  }
  if (lexeme->sources.count > 0 && source_cue(list, k, from, b, cue))
    return true;
  if (why != NULL)
    gloss_clauses_lost(list, "quotes", k, k, "reporting verb", why);
  return false;
}

/* Notes where each cue of the unit begins, with its subject and without. */
static void note_starts(gloss_cues *cues) {
  for (int i = 1; i <= cues->count; i++) {
    const gloss_cue *cue = &cues->rows[i];
    const gloss_speaker *subject = &cue->subject;
    int edge = subject->edge > 0 ? subject->edge : subject->first;
    cues->starts[cue->first] = i;
    if (subject->first > 0 && subject->way != GLOSS_SPEAKER_SHARED &&
        subject->first < cue->first && !cue->source && cues->starts[edge] == 0)
      cues->starts[edge] = i;
  }
}

bool gloss_cues_find(gloss_cues *cues, gloss_clauses *list,
                     const gloss_unit *unit) {
  const int *known = &list->cues.at[unit->cue];
  int from = unit->first, next = 0;
  cues->count = 0;
  find_unknown(cues, list, unit);
  while (!cues->failed) {
    bool is_unknown =
        next < cues->unknown_count && cues->unknown[next] <= *known;
    int k = is_unknown ? cues->unknown[next] : *known;
    gloss_cue cue;
    if (k > unit->last) break;
    next += is_unknown;
    known += *known == k;
    if (!cue_at(cues, list, k, from, is_unknown, unit, &cue)) continue;
    from = cue.last + 1;
    if (cue.inverted && cue.subject.last >= from) from = cue.subject.last + 1;
    cues->rows[++cues->count] = cue;
  }
  note_starts(cues);
  return !cues->failed;
}

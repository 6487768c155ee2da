/* verbs.c - verbs that report and their subjects: see verbs.h. */
#include "clauses/verbs.h"

#include "base/slice.h"
#include "clauses/phrases.h"

/* ---- Verb or noun -------------------------------------------------------- */

/* What may follow a verb whose form is a noun as often. */
#define OBJECT                                                  \
  (GLOSS_KIND_DETERMINER | GLOSS_KIND_NAME | GLOSS_KIND_QUOTE | \
   GLOSS_KIND_PRONOUN | GLOSS_KIND_OBJECT | GLOSS_KIND_NUMBER | \
   GLOSS_KIND_POSSESSIVE)

static bool object_follows(const gloss_clauses *list, int k) {
  return gloss_is(list, k, OBJECT) ||
         gloss_mark_of(list, k) == GLOSS_MARK_COLON ||
         gloss_in(list, k, GLOSS_SET_BEFORE_OBJECT) ||
         gloss_in(list, k, GLOSS_SET_OPENERS);
}

static bool is_plural(const gloss_clauses *list, int k) {
  return gloss_in(list, k, GLOSS_SET_PEOPLE) ||
         gloss_in(list, k, GLOSS_SET_ENDS_PLURAL);
}

/* Is the word at item `i` the past of another verb: left, raised, but not "the
** injured"? */
static bool is_past(const gloss_clauses *list, int i) {
  if (!gloss_is(list, i, GLOSS_KIND_WORD)) return false;
  return gloss_in(list, i, GLOSS_SET_PASTS) ||
         (!gloss_is(list, i - 1, GLOSS_KIND_DETERMINER) &&
          gloss_in(list, i, GLOSS_SET_ENDS_REGULAR));
}

/* Before a noun. */
#define NOUN_BEFORE                                                         \
  (GLOSS_KIND_DETERMINER | GLOSS_KIND_POSSESSIVE | GLOSS_KIND_PREPOSITION | \
   GLOSS_KIND_NUMBER)

/* Is the form at `k` a noun? By what stands before it, and by number: "the
** officials claim", "the official claims". */
static bool is_noun(const gloss_clauses *list, int k, int a,
                    const gloss_verb_form *form) {
  int i = k - 1;
  if ((form->flags & GLOSS_FORM_NOUN) && gloss_in(list, k + 1, GLOSS_SET_PASTS))
    return true; /* the calls went */
  while (i >= a && gloss_is(list, i, GLOSS_KIND_ADVERB)) i--;
  if (i < a) return (form->flags & GLOSS_FORM_NOUN);
  if ((form->flags & GLOSS_FORM_NOUN) && is_past(list, i))
    return true; /* left rates | as ... */
  if (gloss_is(list, i, GLOSS_KIND_CONJUNCTION | GLOSS_KIND_POINT))
    return (form->flags & GLOSS_FORM_NOUN) && !object_follows(list, k + 1);
  if (gloss_is(list, i, GLOSS_KIND_AUXILIARY) ||
      gloss_in(list, i, GLOSS_SET_TO))
    return false;
  if (gloss_in(list, i, GLOSS_SET_SINGLE_SUBJECTS))
    return (form->flags & GLOSS_FORM_NOUN) || !(form->flags & GLOSS_FORM_PAST);
  if (gloss_is(list, i, NOUN_BEFORE) && !gloss_in(list, i, GLOSS_SET_SUBJECTS))
    return (form->flags & GLOSS_FORM_NOUN) ||
           gloss_is(list, i, GLOSS_KIND_DETERMINER | GLOSS_KIND_POSSESSIVE);
  if (!(form->flags & GLOSS_FORM_NOUN) ||
      (form->flags & (GLOSS_FORM_ING | GLOSS_FORM_PAST)))
    return false;
  if (!gloss_is(list, i, GLOSS_KIND_WORD | GLOSS_KIND_NAME)) return false;
  if (form->flags & GLOSS_FORM_BASE)
    return gloss_verb_of(list, i) != NULL || !is_plural(list, i);
  return gloss_is(list, i, GLOSS_KIND_WORD) &&
         !(form->flags & GLOSS_FORM_PARTICIPLE) && is_plural(list, i);
}

/* ---- The verb group ------------------------------------------------------ */

/* Is "'s" at `i` a verb, before the verb at `k`: the fund's planning to ... */
static bool is_clitic_verb(const gloss_clauses *list, int i, int k) {
  return gloss_is(list, i, GLOSS_KIND_POSSESSIVE) && k - i <= 2 &&
         (gloss_verb_of(list, k)->flags & GLOSS_FORM_ING);
}

/* The auxiliaries and adverbs before a verb. */
typedef struct group {
  int first;                      /* where they begin */
  bool auxiliary, be, infinitive; /* is there one, is the last a form of "be",
                                     is it "to ..."? */
} group;

static group group_before(const gloss_clauses *list, int k, int a) {
  group g = { k, false, false, false };
  for (int i = k - 1; i >= a; i--) {
    if (gloss_is(list, i, GLOSS_KIND_AUXILIARY) || is_clitic_verb(list, i, k)) {
      if (!g.auxiliary) g.be = gloss_in(list, i, GLOSS_SET_BE);
      g.auxiliary = true;
      g.first = i;
    } else if (!g.auxiliary && gloss_in(list, i, GLOSS_SET_TO)) {
      return (group){ i, false, false, true };
    } else if (!gloss_is(list, i, GLOSS_KIND_ADVERB)) {
      break;
    } else if (g.first == i + 1) {
      g.first = i; /* also said */
    }
  }
  return g;
}

/* The last particle of a sense behind item `k`; 0 where they do not follow. */
static int particles_end(const gloss_clauses *list, const gloss_sense *sense,
                         int k, int b) {
  int at = k + 1;
  for (int i = 0; i < sense->particle_count; i++, at++) {
    if (at <= b && gloss_is(list, at, GLOSS_KIND_ADVERB)) at++;
    if (at > b || gloss_lexeme_of(list, at)->number != sense->particles[i])
      return 0;
  }
  return at - 1;
}

/* Senses that were chosen for a cue. */
typedef struct chosen {
  const gloss_sense *senses; /* the form's, or `copies` */
  size_t count, place;       /* place: of the first in the form */
  int last, tail;            /* items: see gloss_cue */
  gloss_sense *copies;       /* in the arena */
  bool failed;               /* no memory */
} chosen;

/* Adds the sense at `place` of a form to those chosen. */
static void choose(chosen *c, const gloss_verb_form *form, size_t place,
                   gloss_arena *arena) {
  if (c->count == 0) {
    c->place = place;
    c->copies = gloss_arena_raw(arena, form->sense_count * sizeof *c->copies);
    c->senses = c->copies;
    c->failed = c->copies == NULL;
  }
  if (!c->failed) c->copies[c->count++] = form->senses[place];
}

/* The senses of a form whose particle ends the clause: German "teilte ...
** mit". None: the verb has no such particle here. */
static chosen separated(const gloss_clauses *list, const gloss_verb_form *form,
                        int k, int b, gloss_arena *arena) {
  int stop = k + gloss_lexicon_reach(list->lexicon, GLOSS_NUMBER_TAIL_WORDS);
  int at = k + 1;
  chosen c = { .last = k };
  if (stop > b + 1) stop = b + 1;
  while (at < stop && !gloss_is(list, at, GLOSS_KIND_POINT)) at++;
  c.tail = at - 1;
  if (c.tail == k) return c;
  for (size_t i = 0; i < form->alone && !c.failed; i++)
    if (form->senses[i].particles[0] == gloss_lexeme_of(list, c.tail)->number)
      choose(&c, form, i, arena);
  return c;
}

/* The senses of a form whose particles follow: those with most. */
static chosen with_particles(const gloss_clauses *list,
                             const gloss_verb_form *form, int k, int b,
                             gloss_arena *arena) {
  chosen c = { .last = k };
  size_t depth = 0;
  for (size_t i = 0; i < form->sense_count && !c.failed; i++) {
    const gloss_sense *sense = &form->senses[i]; /* most particles first */
    int stop;
    if (c.count > 0 && sense->particle_count < depth) break;
    stop = particles_end(list, sense, k, b);
    if (stop == 0) continue;
    choose(&c, form, i, arena);
    c.last = stop;
    depth = sense->particle_count;
  }
  return c;
}

/* The senses of a form with most particles, the last item of them, and that of
** a particle far behind. */
static chosen senses_at(const gloss_clauses *list, const gloss_verb_form *form,
                        int k, int b, gloss_arena *arena) {
  if (gloss_lexicon_is(list->lexicon, GLOSS_LEXICON_SEPARABLE) &&
      (form->flags & GLOSS_FORM_FINITE)) {
    chosen c = separated(list, form, k, b, arena);
    if (c.count > 0 || c.failed) return c;
  }
  if (form->alone == 0 ||
      (!gloss_is(list, k + 1, GLOSS_KIND_ADVERB) &&
       !gloss_form_goes_with(form, gloss_lexeme_of(list, k + 1)->number)))
    return (chosen){ .senses = &form->senses[form->alone],
                     .count = (size_t)form->sense_count - form->alone,
                     .last = k };
  return with_particles(list, form, k, b, arena);
}

/* The sense in which the form reports a quotation beside it: "said of" is
** "said" there. */
static const gloss_sense *quoting_sense(const gloss_verb_form *form,
                                        const chosen *c) {
  if (c->senses == &form->senses[form->alone]) return form->quoting;
  for (size_t i = 0; i < form->sense_count; i++) {
    const gloss_sense *sense = &form->senses[i];
    if ((sense->frames & GLOSS_FRAME_QUOTE) &&
        (i >= form->alone || i == c->place))
      return sense;
  }
  return NULL;
}

/* Why the word at `k` is no verb; NULL: it is one. */
static const char *no_verb(const gloss_clauses *list, int k, int a,
                           const gloss_verb_form *form) {
  if (gloss_is(list, k, GLOSS_KIND_ADVERB)) return "an adverb here";
  if (gloss_is(list, k, GLOSS_KIND_NAME) && /* a name: Rice, Mark */
      (((form->flags & GLOSS_FORM_NOUN) && k > a) ||
       ((form->flags & GLOSS_FORM_BASE) && !(form->flags & GLOSS_FORM_PAST))))
    return "a name here";
  return is_noun(list, k, a, form) ? "a noun here" : NULL;
}

/* Is the form behind "be" a passive, of which somebody else is the subject? */
static bool may_be_passive(const gloss_verb_form *form,
                           const gloss_sense *sense) {
  if (form->flags & GLOSS_FORM_ING) return false;
  if (sense->frames & GLOSS_FRAME_PASSIVE)
    return false; /* was quoted as saying */
  return (form->flags & GLOSS_FORM_PARTICIPLE) ||
         ((form->flags & GLOSS_FORM_PAST) && !(form->flags & GLOSS_FORM_BASE));
}

/* The item before the brackets that end at item `i`: Roe (41); `i` where none
** do. */
static int before_brackets(const gloss_clauses *list, int i, int stop) {
  int open = i;
  if (gloss_mark_of(list, i) != GLOSS_MARK_CLOSING) return i;
  while (open > stop && gloss_mark_of(list, open) != GLOSS_MARK_OPENING) open--;
  return open > stop ? open - 1 : i;
}

/* "Roe | hat | am Montag Hilfe versprochen": the auxiliary of the participle at
** `k`, which ends its clause; 0: there is none. */
static int bracket_before(const gloss_clauses *list, int k, int a, int b,
                          const gloss_verb_form *form) {
  const unsigned ends = GLOSS_KIND_POINT | GLOSS_KIND_CONJUNCTION;
  int stop = k - gloss_lexicon_reach(list->lexicon, GLOSS_NUMBER_TAIL_WORDS);
  if (!gloss_lexicon_is(list->lexicon, GLOSS_LEXICON_SEPARABLE) ||
      !(form->flags & GLOSS_FORM_PARTICIPLE) ||
      (k < b && !gloss_is(list, k + 1, ends)))
    return 0;
  if (stop < a) stop = a;
  for (int i = k - 1; i >= stop; i--) {
    i = before_brackets(list, i, stop);
    if (gloss_is(list, i, ends | GLOSS_KIND_SUBORDINATOR)) return 0;
    if (gloss_is(list, i, GLOSS_KIND_AUXILIARY))
      return gloss_in(list, i, GLOSS_SET_HAVE) ? i : 0;
  }
  return 0;
}

bool gloss_verb_at(const gloss_clauses *list, int k, int a, int b,
                   gloss_arena *arena, gloss_cue *cue, const char **why) {
  const gloss_verb_form *form = gloss_verb_of(list, k);
  int bracket = 0;
  chosen c;
  group g;
  if ((*why = no_verb(list, k, a, form)) != NULL) return false;
  c = senses_at(list, form, k, b, arena);
  if (c.failed) return false;
  *why = "its other words do not follow";
  if (c.count == 0) return false;
  g = group_before(list, k, a);
  *why = "no verb: to ...ing";
  if ((form->flags & GLOSS_FORM_ING) && g.infinitive) return false;
  *why = NULL;
  *cue = (gloss_cue){ .first = g.first,
                      .last = c.last,
                      .tail = c.tail,
                      .senses = c.senses,
                      .sense_count = c.count,
                      .sense = c.senses,
                      .quoting = quoting_sense(form, &c),
                      .form = form,
                      .passive = g.be && may_be_passive(form, c.senses),
                      .ing = (form->flags & GLOSS_FORM_ING) && !g.be,
                      .infinitive = g.infinitive,
                      .auxiliary = g.auxiliary,
                      .bare = !g.auxiliary && !g.infinitive };
  if (cue->bare && c.tail == 0 && c.last == k)
    bracket = bracket_before(list, k, a, b, form);
  if (bracket > 0) {
    cue->first = cue->last = bracket;
    cue->tail = k;
    cue->bracket = true;
  }
  return true;
}

/* ---- Subjects ------------------------------------------------------------ */

/* Does what ends with the mark `closing` open with the mark at item `i`? */
static bool opens_insertion(const gloss_clauses *list, int i,
                            unsigned closing) {
  unsigned mark = gloss_mark_of(list, i);
  if (closing == GLOSS_MARK_CLOSING) return mark == GLOSS_MARK_OPENING;
  return mark == closing ||
         (closing == GLOSS_MARK_COMMA &&
          (mark == GLOSS_MARK_EM_DASH || mark == GLOSS_MARK_EN_DASH));
}

/* The item before the apposition or bracket that ends at `j`: "Roe, head of
** the fund, said"; 0: none does. */
static int before_insertion(const gloss_clauses *list, int j, int a) {
  unsigned closing = gloss_mark_of(list, j);
  int stop =
      j - gloss_lexicon_reach(list->lexicon, GLOSS_NUMBER_INSERTION_WORDS);
  if (stop < a) stop = a;
  for (int i = j - 1; i >= stop; i--) {
    unsigned mark = gloss_mark_of(list, i);
    const gloss_stretch *quote = gloss_quote_of(list, i);
    if (opens_insertion(list, i, closing)) return i - 1;
    if (mark == GLOSS_MARK_SEMICOLON || mark == GLOSS_MARK_COLON) return 0;
    if (closing == GLOSS_MARK_COMMA && quote != NULL && quote->closing)
      return 0;
  }
  return 0;
}

/* The name that is the whole of the insertion ending at `j`: "its secretary,
** Ann Roe, said". */
static bool name_inside(const gloss_clauses *list, int j, int a,
                        gloss_speaker *subject) {
  int i = j, edge;
  while (i - 1 > a && gloss_is(list, i - 1, GLOSS_KIND_NAME)) i--;
  if (i == j || gloss_mark_of(list, i - 1) != GLOSS_MARK_COMMA ||
      gloss_mark_of(list, j) != GLOSS_MARK_COMMA)
    return false;
  if (i - 2 < a || !gloss_is(list, i - 2, GLOSS_KIND_WORD | GLOSS_KIND_NAME))
    return false;
  edge = gloss_phrase_left(list, i - 2, a);
  *subject = (gloss_speaker){ i, j - 1, edge, GLOSS_SPEAKER_APPOSITION };
  if (edge - 2 >= a && gloss_in(list, edge - 1, GLOSS_SET_AND) &&
      gloss_is(list, edge - 2, GLOSS_KIND_NAME)) {
    int first = gloss_phrase_left(list, edge - 2, a);
    if (first > 0) /* Roe and her son, Paul, */
      *subject = (gloss_speaker){ first, j - 1, 0, GLOSS_SPEAKER_APPOSITION };
  }
  return true;
}

/* The item before the time of several words that ends at `j`: "Roe | last week
** | said", "the fund | this month | said"; `j`: there is none. */
static int before_time(const gloss_clauses *list, int j, int a) {
  int i = j - 2;
  if (i < a || !gloss_in(list, j, GLOSS_SET_TIME_NOUNS) ||
      !gloss_in(list, j - 1, GLOSS_SET_TIME_WORDS))
    return j;
  while (i > a && gloss_is(list, i, GLOSS_KIND_ADVERB)) i--; /* earlier this */
  return gloss_is(list, i, GLOSS_KIND_NAME | GLOSS_KIND_WORD) &&
                 gloss_verb_of(list, i) == NULL
             ? i
             : j;
}

/* The item behind which the verb group that begins at `k` stands, times and
** adverbs left out: "Roe on Monday said". */
static int item_before(const gloss_clauses *list, int k, int a) {
  int j = k - 1;
  while (j >= a && gloss_is(list, j, GLOSS_KIND_TIME | GLOSS_KIND_ADVERB)) {
    j--;
    if (j > a && gloss_in(list, j, GLOSS_SET_NEAR_TIMES)) j--;
    if (j > a && gloss_in(list, j, GLOSS_SET_ON)) j--;
  }
  return before_time(list, j, a);
}

/* Does the phrase from item `first` on say who stands before it: "Roe, | the
** head of the fund, who left, said"? Then the subject is that name. */
static bool apposed_to(const gloss_clauses *list, int first, int a,
                       gloss_speaker *subject) {
  int j = first - 2, i;
  if (j < a || !gloss_is(list, first, GLOSS_KIND_DETERMINER) ||
      gloss_in(list, first, GLOSS_SET_SUBJECTS) || /* many, some */
      gloss_mark_of(list, first - 1) != GLOSS_MARK_COMMA)
    return false;
  j = gloss_phrase_before_asides(list, j, a);
  if (!gloss_is(list, j, GLOSS_KIND_NAME)) return false;
  i = gloss_phrase_left(list, j, a);
  if (i == 0 || gloss_is(list, i - 1, GLOSS_KIND_PREPOSITION |
                                          GLOSS_KIND_WORD))
    return false; /* In Oslo, | the minister, who left, said */
  *subject = (gloss_speaker){ i, j, 0, GLOSS_SPEAKER_APPOSITION };
  return true;
}

/* The item before the insertions that end at `j`: "Roe, 71, of Norby, said",
** "Roe (D-Ill.), who left, said"; 0: none does. */
static int before_insertions(const gloss_clauses *list, int j, int a) {
  int i = j;
  if (gloss_mark_of(list, j) == GLOSS_MARK_COMMA)
    i = gloss_phrase_before_asides(list, j - 1, a);
  if (i >= j - 1) i = before_insertion(list, j, a);
  return i > a ? gloss_phrase_before_asides(list, i, a) : i;
}

/* The item before what a preposition opens behind a comma, where the phrase
** from item `first` on is in it: "Roe|, of Norby, Ohio, said"; 0: none does. */
static int before_preposition(const gloss_clauses *list, int first, int a) {
  if (first - 3 < a || !gloss_is(list, first - 1, GLOSS_KIND_PREPOSITION) ||
      gloss_mark_of(list, first - 2) != GLOSS_MARK_COMMA)
    return 0;
  return gloss_phrase_before_asides(list, first - 3, a);
}

/* The subject that ends at item `j`. */
static bool subject_at(const gloss_clauses *list, int j, int a,
                       gloss_speaker *subject) {
  bool pronoun = gloss_is(list, j, GLOSS_KIND_PRONOUN);
  gloss_speaker_way way =
      pronoun ? GLOSS_SPEAKER_PRONOUN : GLOSS_SPEAKER_PHRASE;
  int first;
  if ((gloss_mark_of(list, j) == GLOSS_MARK_COMMA ||
       gloss_mark_of(list, j) == GLOSS_MARK_CLOSING ||
       gloss_is_dash(list, j))) {
    if (gloss_phrase_before_asides(list, j - 1, a) == j - 1 &&
        name_inside(list, j, a, subject))
      return true;
    j = before_insertions(list, j, a);
    way = GLOSS_SPEAKER_APPOSITION;
    if (j < a) return false;
  }
  first = gloss_phrase_left(list, j, a);
  if (way == GLOSS_SPEAKER_APPOSITION && first > 0) {
    int before = before_preposition(list, first, a);
    int whole = before > 0 ? gloss_phrase_left(list, before, a) : 0;
    if (whole > 0) {
      first = whole;
      j = before;
    }
    if (apposed_to(list, first, a, subject)) return true;
  }
  *subject = (gloss_speaker){ first, j, 0, way };
  if (gloss_lexicon_is(list->lexicon, GLOSS_LEXICON_INVERTED_AUXILIARY) &&
      pronoun && j > a && gloss_is(list, j - 1, GLOSS_KIND_AUXILIARY))
    subject->edge = j - 1; /* a-t-elle dit */
  return first > 0;
}

/* "Nach dem Brand hat | Roe | Hilfe versprochen": the subject behind an
** auxiliary before which something else stands. */
static bool subject_inside(const gloss_clauses *list, const gloss_cue *cue,
                           int a, gloss_speaker *subject) {
  const unsigned fronted = GLOSS_KIND_ADVERB | GLOSS_KIND_TIME |
                           GLOSS_KIND_SUBORDINATOR;
  int first = cue->last + 1, last;
  if (gloss_is(list, a, GLOSS_KIND_CONJUNCTION)) a++;
  if (a != cue->first && !gloss_is(list, a, fronted) &&
      !gloss_in(list, a, GLOSS_SET_PREPOSITIONS))
    return false;
  last = gloss_phrase_right(list, first, cue->tail - 1, false);
  *subject = (gloss_speaker){ first, last, 0, GLOSS_SPEAKER_PHRASE };
  return last > 0;
}

bool gloss_verb_subject(const gloss_clauses *list, const gloss_cue *cue, int a,
                        gloss_speaker *subject) {
  int j;
  if (cue->bracket && subject_inside(list, cue, a, subject)) return true;
  if (cue->ing || cue->infinitive) return false;
  /* behind "and" a verb shares an earlier subject */
  if (cue->first > a && gloss_in(list, cue->first - 1, GLOSS_SET_SHARES))
    return false;
  j = item_before(list, cue->first, a);
  if (j < a) return false;
  if (!gloss_is(list, j, GLOSS_KIND_SUBORDINATOR))
    return subject_at(list, j, a, subject);
  *subject = (gloss_speaker){ j, j, 0, GLOSS_SPEAKER_RELATIVE };
  return gloss_in(list, j, GLOSS_SET_RELATIVES);
}

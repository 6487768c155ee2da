/* loose.c - quotations that no cue of their unit reports: the turn that goes
** on, the line before that ends in a colon, the name behind a dash, and, least
** of all, the subject of the sentence. */
#include "clauses/phrases.h"
#include "quotes/quotes.h"
#include "quotes/reach.h"

/* Going through a text. Records are attributions; 0: none. */
typedef struct loose {
  gloss_quotes *q;
  gloss_clauses *list;
  const gloss_unit *unit;
  int u;             /* its number */
  int in_paragraph;  /* record of the last quotation of the paragraph */
  int turn;          /* record of the last one with a cue */
  int turn_unit;     /* where it was, or went on */
  int passed;        /* units looked at for in_paragraph */
  bool own;          /* has the unit attributions? */
  bool alone;        /* does it hold nothing but quotations and marks? */
} loose;

static gloss_attribution *record_of(const loose *w, int record) {
  return gloss_quotes_record(w->q, record);
}

static int owner(const loose *w, int k) { return w->q->items[k].owner; }

/* The last attribution of unit `u`. */
static int last_of(const loose *w, int u) {
  return u < 1 ? 0 : w->q->all.units[u].last;
}

/* Does the unit hold nothing but quotations and marks? */
static bool only_quotes(const gloss_clauses *list, const gloss_unit *unit) {
  for (int k = unit->first; k <= unit->last; k++)
    if (!gloss_is(list, k, GLOSS_KIND_QUOTE | GLOSS_KIND_POINT)) return false;
  return true;
}

/* Adds an attribution to the unit, for the quotation at item `k`; 0: no
** memory. */
static int add(loose *w, int k, gloss_attribution made) {
  int n = gloss_attribution_new(&w->q->all, w->q->arena);
  if (n == 0) {
    w->q->no_memory = true;
    return 0;
  }
  if (made.content_count == 0) {
    made.content[0] = (gloss_item_range){ k, k };
    made.content_count = 1;
  }
  *record_of(w, n) = made;
  gloss_attribution_append(&w->q->all, w->u, n);
  return n;
}

/* What is known of a quotation at `k` without a cue. */
static gloss_attribution guess(int k, gloss_speaker speaker, unsigned class,
                               gloss_quote_rule rule) {
  return (gloss_attribution){ .class_number = class, .rule = rule,
                              .speaker = speaker, .alone = true, .stop = k,
                              .weak = true };
}

/* ---- The ways to a speaker, each a record or 0 --------------------------- */

/* What has an attribution already: the quotation that this one goes on from,
** or is listed with. */
static int same_as(const loose *w, int k) {
  const gloss_clauses *list = w->list;
  const gloss_stretch *before = gloss_quote_of(list, k - 1);
  int first = w->unit->first;
  if (k - 2 >= first && owner(w, k - 2) != 0 &&
      (gloss_is(list, k - 1,
                GLOSS_KIND_CONJUNCTION | GLOSS_KIND_PREPOSITION) ||
       gloss_mark_of(list, k - 1) == GLOSS_MARK_COMMA))
    return owner(w, k - 2);                 /* “this” and “that”, by “them” */
  if (k - 3 >= first && owner(w, k - 3) != 0 &&
      gloss_is(list, k - 2, GLOSS_KIND_CONJUNCTION) &&
      gloss_is(list, k - 1, GLOSS_KIND_DETERMINER))
    return owner(w, k - 3);                               /* and a “that” */
  if (before != NULL && before->continued && owner(w, k - 1) != 0)
    return owner(w, k - 1);
  if (gloss_quote_of(list, k)->continued && owner(w, k + 1) != 0)
    return owner(w, k + 1);
  return w->alone || (k == first && !w->own) ? w->in_paragraph : 0;
}

/* “...” — Ann Roe */
static int signature(loose *w, int k) {
  const gloss_clauses *list = w->list;
  int first = k + 2, b = w->unit->last, last;
  if (first > b || !gloss_is_dash(list, k + 1) ||
      !gloss_is(list, first, GLOSS_KIND_NAME))
    return 0;
  last = gloss_phrase_right(list, first, b, true);
  if (last < b &&
      !gloss_is(list, last + 1, GLOSS_KIND_POINT | GLOSS_KIND_QUOTE))
    return 0;
  return add(w, k,
             (gloss_attribution){
                 .cue = { k + 1, k + 1 }, .class_number = GLOSS_CLASS_SAID,
                 .rule = GLOSS_QUOTE_SIGNED, .alone = true, .stop = last,
                 .speaker = { .first = first, .last = last,
                              .way = GLOSS_SPEAKER_SIGNED } });
}

/* Is the item a label of question and answer: Q, A. ? */
static bool is_letter(const gloss_clauses *list, int k) {
  gloss_slice text = list->items[k].word->text;
  return text.len >= 1 && text.len <= 2 &&
         (text.bytes[0] == 'Q' || text.bytes[0] == 'A') &&
         (text.len == 1 || text.bytes[1] == '.');
}

/* Q. When did you see it? */
static int lettered(loose *w, int k) {
  const gloss_clauses *list = w->list;
  int label = gloss_mark_of(list, k - 1) == GLOSS_MARK_STOP ? k - 2 : k - 1;
  if (gloss_quote_of(list, k)->family != GLOSS_TURN || label < 1 ||
      !is_letter(list, label))
    return 0;
  return add(w, k,
             (gloss_attribution){
                 .class_number = GLOSS_CLASS_SAID, .alone = true, .stop = k,
                 .rule = GLOSS_QUOTE_QUESTION_AND_ANSWER,
                 .speaker = { .first = label, .last = label,
                              .way = GLOSS_SPEAKER_SIGNED } });
}

/* “One.” “Two,” Roe said. */
static int ahead(const loose *w) {
  gloss_clauses *list = w->list;
  int following = w->u + 1;
  if (following > list->unit_count ||
      gloss_quote_of(list, list->units[following].first) == NULL ||
      gloss_unit_begins_line(list, following))
    return 0;
  for (int n = w->q->all.units[following].first; n != 0;
       n = record_of(w, n)->next)
    if (record_of(w, n)->quoting) return n;
  return 0;
}

/* What the subject of a unit says, up to item `k`; false: there is none. */
static bool subject(const gloss_clauses *list, const gloss_unit *unit, int k,
                    gloss_attribution *made) {
  int last, first = gloss_phrase_subject(list, unit->first, k - 1, &last);
  gloss_speaker speaker = { .first = first, .last = last,
                            .way = GLOSS_SPEAKER_GUESS };
  if (first == 0 || gloss_in(list, first, GLOSS_SET_NOBODY)) return false;
  *made = guess(k, speaker, GLOSS_CLASS_SAID, GLOSS_QUOTE_SUBJECT_OF_SENTENCE);
  made->alone = false;
  if (gloss_mark_of(list, k - 1) != GLOSS_MARK_COLON) return true;
  made->alone = true;
  made->weak = false;
  made->rule = GLOSS_QUOTE_COLON;
  made->cue = (gloss_item_range){ k - 1, k - 1 };
  return true;
}

/* The unit before ends in a colon. */
static int behind_colon(loose *w, int k, const gloss_unit *unit, int last) {
  gloss_attribution made;
  if (!subject(w->list, unit, unit->last + 1, &made)) return 0;
  if (last != 0) {
    made.speaker = record_of(w, last)->speaker;
    made.class_number = record_of(w, last)->class_number;
    made.cue = record_of(w, last)->cue;
  }
  return add(w, k, made);
}

/* The unit before ends in a colon, or reports something. */
static int before(loose *w, int k) {
  gloss_clauses *list = w->list;
  const gloss_unit *unit = &list->units[w->u - 1];
  int last = last_of(w, w->u - 1), first, stop;
  if (w->u > 1 && gloss_mark_of(list, unit->last) == GLOSS_MARK_COLON)
    return behind_colon(w, k, unit, last);
  if (last != 0) {
    const gloss_attribution *known = record_of(w, last);
    if (known->speaker.way == GLOSS_SPEAKER_NOBODY || known->quoting) return 0;
    return add(w, k, guess(k, known->speaker, known->class_number,
                           GLOSS_QUOTE_SPEAKER_BEFORE));
  }
  if (w->u == 1 || gloss_unit_begins_line(list, w->u)) return 0;
  first = gloss_phrase_subject(list, unit->first, unit->last, &stop);
  if (first == 0) return 0;
  return add(w, k, guess(k, (gloss_speaker){ .first = first, .last = stop,
                                             .way = GLOSS_SPEAKER_GUESS },
                         GLOSS_CLASS_SAID, GLOSS_QUOTE_SUBJECT_BEFORE));
}

static int turn_goes_on(loose *w, int k) {
  const gloss_attribution *turn;
  int reach = gloss_lexicon_reach(w->list->lexicon, GLOSS_NUMBER_TURN_UNITS);
  if (w->turn == 0 || w->u - w->turn_unit > reach) return 0;
  turn = record_of(w, w->turn);
  if (turn->speaker.way == GLOSS_SPEAKER_NOBODY) return 0;
  return add(w, k, guess(k, turn->speaker, turn->class_number,
                         GLOSS_QUOTE_TURN_GOES_ON));
}

/* ---- Moods --------------------------------------------------------------- */

/* Does the mood of the unit's first verb say that it is reported: "Die Brücke
** sei sicher"? */
static bool is_reported(const gloss_clauses *list, const gloss_unit *unit) {
  for (int k = unit->first; k <= unit->last; k++)
    if (gloss_is(list, k, GLOSS_KIND_AUXILIARY))
      return gloss_in(list, k, GLOSS_SET_REPORTED);
  return false;
}

/* What the speaker of the sentence before goes on to say, in that mood. */
static void reported(loose *w) {
  int last = last_of(w, w->u - 1);
  gloss_attribution made;
  if (last == 0 || w->own ||
      record_of(w, last)->speaker.way == GLOSS_SPEAKER_NOBODY ||
      !is_reported(w->list, w->unit) || gloss_unit_begins_line(w->list, w->u))
    return;
  made = guess(0, record_of(w, last)->speaker,
               record_of(w, last)->class_number, GLOSS_QUOTE_MOOD);
  made.content[0] = gloss_reach_trim(w->list, w->unit->first, w->unit->last);
  made.content_count = 1;
  made.stop = made.content[0].last;
  made.alone = false;
  if (made.content[0].last > made.content[0].first) add(w, 0, made);
}

/* ---- In order ------------------------------------------------------------ */

/* An attribution for the quotation at `k` where it stands among words. */
static int among_words(loose *w, int k) {
  gloss_attribution made;
  if (gloss_quote_of(w->list, k)->family == GLOSS_SINGLE_QUOTES &&
      gloss_unit_is_heading(w->list, w->u))
    return 0;
  return subject(w->list, w->unit, k, &made) ? add(w, k, made) : 0;
}

/* Finds an attribution for the quotation at `k`. */
static int find(loose *w, int k) {
  int n = same_as(w, k);
  if (n == 0) n = signature(w, k);
  if (n == 0) n = lettered(w, k);
  if (n != 0) return n;
  if (!w->alone) return among_words(w, k);
  n = ahead(w);
  if (n == 0) n = before(w, k);
  return n != 0 ? n : turn_goes_on(w, k);
}

/* Forgets the paragraph where lines begin up to the unit. */
static void pass_lines(loose *w) {
  for (int i = w->passed + 1; i <= w->u && w->in_paragraph != 0; i++)
    if (gloss_unit_begins_line(w->list, i)) w->in_paragraph = 0;
  w->passed = w->u;
}

/* Lets the quotation at `k` join an attribution. */
static void join(loose *w, int k, int record) {
  gloss_quotes *q = w->q;
  gloss_attribution *a = record_of(w, record);
  gloss_joined_quote *joined;
  a->quoting = true;
  if (a->content[0].first == k) return;
  joined = gloss_quotes_grow(q->arena, q->joined, &q->joined_room,
                             (size_t)q->joined_count + 1, sizeof *joined);
  if (joined == NULL) {
    q->no_memory = true;
    return;
  }
  q->joined = joined;
  joined[++q->joined_count] = (gloss_joined_quote){ k, a->extra };
  a->extra = q->joined_count;
}

static void read_quote(loose *w, int k) {
  int record = owner(w, k);
  w->own = w->q->had[w->u] || last_of(w, w->u) != 0;
  if (record == 0) {
    record = find(w, k);
    w->q->items[k].owner = record;
    if (record == 0) return;
    join(w, k, record);
  }
  w->in_paragraph = record;
  if (!record_of(w, record)->weak) w->turn = record;
  w->turn_unit = w->u;
}

static void read_unit(loose *w, int u) {
  const gloss_places *quotes = &w->list->quotes;
  w->u = u;
  w->unit = &w->list->units[u];
  w->own = w->q->had[u] || last_of(w, u) != 0;
  if (gloss_lexicon_has(w->list->lexicon, GLOSS_SET_REPORTED)) reported(w);
  if (quotes->at[w->unit->quote] > w->unit->last) return;
  pass_lines(w);
  w->alone = only_quotes(w->list, w->unit);
  for (int i = w->unit->quote; quotes->at[i] <= w->unit->last; i++)
    if (!w->q->items[quotes->at[i]].skip) read_quote(w, quotes->at[i]);
}

void gloss_quotes_loose(gloss_quotes *q) {
  loose w = { .q = q, .list = q->list };
  for (int u = 1; u <= q->list->unit_count; u++) read_unit(&w, u);
}

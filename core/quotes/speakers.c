/* speakers.c - from a speaker phrase to an id and a name. */
#include "clauses/phrases.h"
#include "quotes/quotes.h"

#include <string.h>

/* How sure each way to a speaker is. */
static const gloss_lexicon_number sure[] = {
  [GLOSS_SPEAKER_NOBODY] = GLOSS_NUMBER_NOBODY,
  [GLOSS_SPEAKER_PHRASE] = GLOSS_NUMBER_PHRASE,
  [GLOSS_SPEAKER_PRONOUN] = GLOSS_NUMBER_PRONOUN,
  [GLOSS_SPEAKER_INVERTED] = GLOSS_NUMBER_INVERTED,
  [GLOSS_SPEAKER_APPOSITION] = GLOSS_NUMBER_APPOSITION,
  [GLOSS_SPEAKER_RELATIVE] = GLOSS_NUMBER_RELATIVE,
  [GLOSS_SPEAKER_SHARED] = GLOSS_NUMBER_SHARED,
  [GLOSS_SPEAKER_SOURCE] = GLOSS_NUMBER_SOURCE,
  [GLOSS_SPEAKER_AGENT] = GLOSS_NUMBER_AGENT,
  [GLOSS_SPEAKER_SIGNED] = GLOSS_NUMBER_SIGNED,
  [GLOSS_SPEAKER_GUESS] = GLOSS_NUMBER_GUESS
};

static gloss_value string(gloss_slice s) {
  gloss_value value = { .kind = GLOSS_STRING };
  value.as.string.bytes = s.bytes;
  value.as.string.len = s.len;
  return value;
}

/* The text of a place; nil where it is empty. */
static gloss_value text_at(const gloss_quotes *q, gloss_span span) {
  if (span.start == span.end) return (gloss_value){ .kind = GLOSS_NIL };
  return string((gloss_slice){ q->list->text + span.start,
                               span.end - span.start });
}

static double number(const gloss_quotes *q, gloss_lexicon_number which) {
  return q->list->lexicon->numbers[which];
}

static bool is_named(const gloss_attribution *record) {
  return record->name.kind != GLOSS_NIL;
}

/* The people of the text, read when first asked for; NULL: no memory. */
static gloss_people *people(gloss_quotes *q) {
  if (!q->people_known &&
      !gloss_people_read(&q->people, q->list, &q->entities, &q->names,
                         q->options->roles ? &q->offices : NULL)) {
    q->no_memory = true;
    return NULL;
  }
  q->people_known = true;
  return &q->people;
}

/* ---- Names --------------------------------------------------------------- */

/* Is the one name at the beginning of a phrase and a sentence rather a noun:
** "Farmers in the north"? `stop`: the end of the phrase. */
static bool is_noun(gloss_quotes *q, gloss_item_range name, int stop) {
  const gloss_clause_item *item = &q->list->items[name.first];
  const gloss_naming *fuller;
  gloss_people *p;
  if (name.first != name.last || name.last == stop || !item->begins)
    return false;
  p = people(q);
  fuller = p == NULL ? NULL : gloss_people_fullest(p, item->word);
  return fuller == NULL || fuller->first == fuller->last;
}

/* Sets id and name from a row of a layer. */
static void take_row(gloss_attribution *record, const gloss_known_rows *a,
                     size_t row) {
  record->id = gloss_known_row_value(a, row, a->id);
  record->name = gloss_known_row_value(a, row, a->name);
}

/* Sets id and name from the name at the head of items first..last. */
static void identify(gloss_quotes *q, gloss_attribution *record, int first,
                     int last) {
  const gloss_clauses *list = q->list;
  gloss_item_range name = gloss_people_head(list, first, last);
  gloss_span span;
  gloss_people *p;
  size_t row;
  if (name.first == 0) return;
  span = gloss_items_span(list, name.first, name.last);
  row = gloss_known_rows_over(&q->entities, span.start, span.end);
  if (row != GLOSS_UNKNOWN_ROW) {
    take_row(record, &q->entities, row);
  } else {
    if (is_noun(q, name, last)) return;
    row = gloss_known_rows_over(&q->names, list->items[name.last].start,
                                 span.end);
    if (row != GLOSS_UNKNOWN_ROW) take_row(record, &q->names, row);
  }
  if (is_named(record)) return;
  p = people(q);
  if (p != NULL)
    record->name = text_at(q, gloss_people_name(p, name.first, name.last));
}

/* ---- Pronouns ------------------------------------------------------------ */

static void take_holder(gloss_attribution *record,
                        const gloss_office *holder) {
  if (holder->id.len > 0) record->id = string(holder->id);
  record->name = string(holder->name);
}

static void name_pronoun(gloss_quotes *q, gloss_attribution *record, int k,
                         int unit, char gender) {
  const gloss_clauses *list = q->list;
  gloss_people *p = people(q);
  const gloss_naming *who;
  bool fits = false;
  who = p == NULL ? NULL : gloss_people_resolve(p, k, unit, gender, &fits);
  if (who == NULL) return;
  if (who->holder != NULL) {
    take_holder(record, who->holder);
  } else if (who->common) {
    int last = gloss_phrase_right(list, who->first,
                                  list->units[who->unit].last, true);
    if (last == 0) last = who->last;
    record->name = text_at(q, gloss_items_span(list, who->first, last));
  } else {
    identify(q, record, who->first, who->last);
  }
  record->confidence *=
      number(q, fits ? GLOSS_NUMBER_RESOLVED : GLOSS_NUMBER_GUESSED);
}

/* The first item of the name of a person that ends with item `j`: "the release
** of | Ann Roe", not "the chief of Norland"; 0. */
static int person_at(gloss_quotes *q, int j, int from) {
  const gloss_clauses *list = q->list;
  const gloss_naming *who;
  gloss_people *p;
  int first = j;
  if (!gloss_is(list, j, GLOSS_KIND_NAME)) return 0;
  while (first > from && gloss_is(list, first - 1, GLOSS_KIND_NAME)) first--;
  p = people(q);
  who = p == NULL ? NULL : gloss_people_at(p, first);
  return who != NULL && who->person ? first : 0;
}

/* May the phrase be what "which" stands behind: "the fund", "officials", but
** not "last year", "charged with it"? */
static bool may_be_meant(const gloss_clauses *list, gloss_item_range phrase) {
  int first = phrase.first, last = phrase.last;
  if (gloss_lexeme_of(list, first)->personal ||
      gloss_phrase_has_verb(list, first, last) ||
      gloss_in(list, first, GLOSS_SET_ENDS_ING) ||
      gloss_in(list, first, GLOSS_SET_TIME_NOUNS) ||
      gloss_in(list, first + 1, GLOSS_SET_TIME_NOUNS))
    return false;
  return !gloss_is(list, first, GLOSS_KIND_WORD) ||
         gloss_in(list, last, GLOSS_SET_ENDS_PLURAL) ||
         gloss_in(list, last, GLOSS_SET_PEOPLE);
}

/* "who": what stands before it, or before its apposition: "Ann Roe, the chief
** of the fund, who", "Ann Roe (D-Ill.), who"; without a name, the phrase: "the
** fund, which". */
static void name_relative(gloss_quotes *q, gloss_attribution *record, int k) {
  const gloss_clauses *list = q->list;
  int reach = gloss_lexicon_reach(list->lexicon, GLOSS_NUMBER_WHO_WORDS);
  gloss_item_range phrase = { 0, 0 };
  int j = k;
  for (int i = 0; i < 2 && !is_named(record); i++) {
    int from = 0, floor, person;
    if (gloss_mark_of(list, j - 1) == GLOSS_MARK_COMMA) j -= 2;
    else j = j == k ? j - 1 : 0;
    floor = j > reach ? j - reach : 1;
    if (j >= 1) j = gloss_phrase_before_asides(list, j, floor);
    if (j >= 1) from = gloss_phrase_left(list, j, floor);
    if (from == 0) break;
    person = person_at(q, j, from);
    identify(q, record, person != 0 ? person : from, j);
    if (i == 0 && may_be_meant(list, (gloss_item_range){ from, j }))
      phrase = (gloss_item_range){ from, j };
    j = from;
  }
  if (!is_named(record) && phrase.first > 0)
    record->name =
        text_at(q, gloss_items_span(list, phrase.first, phrase.last));
}

/* ---- All of them --------------------------------------------------------- */

/* Sets id and name by what the phrase of the speaker is. */
static void name_speaker(gloss_quotes *q, gloss_attribution *record,
                         int unit) {
  const gloss_clauses *list = q->list;
  int first = record->speaker.first, last = record->speaker.last;
  char gender = first == last ? gloss_lexeme_of(list, first)->personal : 0;
  const gloss_office *holder;
  if (gender == 'm' || gender == 'f') {
    name_pronoun(q, record, first, unit, gender);
  } else if (first == last && gloss_in(list, first, GLOSS_SET_RELATIVES)) {
    name_relative(q, record, first);
  } else if (gender == 0) {
    identify(q, record, first, last);
    if (!q->options->roles || is_named(record)) return;
    holder = gloss_offices_holder(&q->offices, first, last);
    if (holder == NULL) return;
    take_holder(record, holder);
    record->confidence *= number(q, GLOSS_NUMBER_RESOLVED);
  }
}

static void name(gloss_quotes *q, gloss_attribution *record, int unit) {
  const gloss_speaker *speaker = &record->speaker;
  record->confidence = number(q, sure[speaker->way]);
  if (speaker->way == GLOSS_SPEAKER_NOBODY) {
    record->unknown = "nobody named";
    return;
  }
  if (record->weak) record->confidence *= number(q, GLOSS_NUMBER_NO_CUE);
  name_speaker(q, record, unit);
  if (!is_named(record))
    record->name = text_at(q, gloss_items_span(q->list, speaker->first,
                                               speaker->last));
}

int gloss_quotes_name(gloss_quotes *q, int last) {
  for (int u = 1; u <= q->list->unit_count; u++) {
    int next, n = q->all.units[u].first;
    for (; n != 0; n = next) {
      gloss_attribution *record = gloss_quotes_record(q, n);
      next = record->next;
      record->number = ++last;
      name(q, record, u);
    }
  }
  if (q->people_known && q->people.no_memory) q->no_memory = true;
  return last;
}

/* attribute.c - within one unit: which words each cue reports, and whose they
** are. */
#include "clauses/phrases.h"
#include "quotes/attributing.h"

static const gloss_item_range none = { 1, 0 };

/* How far a rule looks. */
static int reach(const gloss_attributing *work, gloss_lexicon_number number) {
  return gloss_lexicon_reach(work->list->lexicon, number);
}

static bool is_empty(gloss_item_range range) {
  return range.first > range.last;
}

/* ---- Records of the unit ------------------------------------------------- */

void gloss_attributing_add(gloss_attributing *work, const gloss_cue *cue,
                           unsigned class_number, gloss_item_range content,
                           gloss_item_range second, gloss_quote_rule rule,
                           int stop) {
  int number = gloss_attribution_new(work->all, work->list->arena);
  gloss_attribution *record;
  if (number == 0) {
    work->failed = true;
    return;
  }
  record = &work->all->rows[number];
  record->cue = cue->bracket ? (gloss_item_range){ cue->tail, cue->tail }
                             : (gloss_item_range){ cue->first, cue->last };
  record->class_number = class_number;
  record->any = cue->any;
  record->speaker = cue->subject;
  record->content[0] = content;
  record->content[1] = second;
  record->content_count = is_empty(second) ? 1 : 2;
  record->rule = rule;
  record->stop = stop;
}

const gloss_attribution *gloss_attributing_last(const gloss_attributing *work) {
  const gloss_attributions *all = work->all;
  return all->count >= work->begin ? &all->rows[all->count] : NULL;
}

gloss_item_range gloss_attributing_right(const gloss_attributing *work, int c,
                                         bool close_clause) {
  int last =
      gloss_reach_right(work->list, c, work->b, &work->cues, close_clause);
  return gloss_reach_trim(work->list, c, last);
}

int gloss_attributing_left_start(const gloss_attributing *work) {
  const gloss_attribution *last = gloss_attributing_last(work);
  return last != NULL ? last->stop + 1 : work->a;
}

/* Cuts what a record claimed at and behind item `from`. */
static void cut(const gloss_clauses *list, gloss_attribution *record,
                int from) {
  int kept = 0;
  for (int i = 0; i < record->content_count; i++) {
    gloss_item_range range = record->content[i];
    if (range.last >= from)
      range = gloss_reach_trim(list, range.first, from - 1);
    if (!is_empty(range)) record->content[kept++] = range;
  }
  record->content_count = kept;
}

void gloss_attributing_cut(gloss_attributing *work, int from) {
  for (int i = work->begin; i <= work->all->count; i++)
    cut(work->list, &work->all->rows[i], from);
}

/* ---- Sources ------------------------------------------------------------- */

/* Do the items behind a source go on with what it says, rather than say who it
** is? */
static bool holds_more(const gloss_clauses *list, gloss_item_range items) {
  for (int k = items.first; k <= items.last; k++)
    if (gloss_is(list, k, GLOSS_KIND_QUOTE)) return true;
  return items.last - items.first >= 2 &&
         gloss_phrase_has_verb(list, items.first, items.last);
}

static bool is_comma(const gloss_clauses *list, int k) {
  return gloss_mark_of(list, k) == GLOSS_MARK_COMMA;
}

/* The comma from item `k` on, or where it should have come. */
static int comma_from(const gloss_attributing *work, int k) {
  int stop = k + reach(work, GLOSS_NUMBER_SOURCE_WORDS);
  if (stop > work->b + 1) stop = work->b + 1;
  while (k < stop && !is_comma(work->list, k)) k++;
  return k;
}

/* The comma behind a source that ends at item `stop`, and behind what is said
** of it: "According to Roe, who left, | CONTENT". */
static int behind_source(const gloss_attributing *work, int stop) {
  const gloss_clauses *list = work->list;
  int comma = comma_from(work, stop + 1), next;
  if (comma >= work->b) return comma;
  next = comma_from(work, comma + 1);
  if (!is_comma(list, next) || next >= work->b) return comma;
  return gloss_in(list, comma + 1, GLOSS_SET_RELATIVES) ||
                 (gloss_is(list, comma + 1, GLOSS_KIND_DETERMINER) &&
                  !gloss_phrase_has_verb(list, comma + 1, next - 1))
             ? next
             : comma;
}

/* "According to Roe, CONTENT"; `stop`: where the source ends. */
static gloss_item_range behind_leading_source(const gloss_attributing *work,
                                              int stop) {
  const gloss_clauses *list = work->list;
  int comma = behind_source(work, stop);
  if (!is_comma(list, comma) || comma >= work->b) {
    if (gloss_lexicon_is(list->lexicon, GLOSS_LEXICON_SOURCE_COMMA) ||
        stop >= work->b)
      return none;
    comma = stop; /* Laut Roe ist */
  }
  return gloss_attributing_right(work, comma + 1, GLOSS_TO_UNIT_END);
}

/* "CONTENT, according to Roe, | CONTENT", and where no commas part them: "Der
** Brand ist laut Roe | gelöscht". */
static gloss_item_range behind_inner_source(gloss_attributing *work, int stop) {
  const gloss_clauses *list = work->list;
  gloss_item_range items = none;
  if (stop >= work->b) return none;
  if (!gloss_lexicon_is(list->lexicon, GLOSS_LEXICON_SOURCE_COMMA) &&
      !gloss_is(list, stop + 1, GLOSS_KIND_POINT))
    return gloss_attributing_right(work, stop + 1, GLOSS_TO_UNIT_END);
  if (is_comma(list, stop + 1))
    items = gloss_attributing_right(work, stop + 2, GLOSS_TO_UNIT_END);
  return holds_more(list, items) ? items : none;
}

/* Where the attribution begins that is part of what a source says that begins
** with item `k`: "Roe said it was late|, according to Low"; 0: none is. */
static int within(const gloss_attributing *work, int k) {
  const gloss_attribution *last = gloss_attributing_last(work);
  int own;
  if (last == NULL || last->rule == GLOSS_QUOTE_BEFORE_CUE ||
      !is_comma(work->list, k - 1) ||
      gloss_phrase_has_verb(work->list, last->stop + 1, k - 1))
    return 0;
  own = gloss_own_subject(&last->speaker);
  return own > 0 && own < last->cue.first ? own : last->cue.first;
}

/* "According to Roe, CONTENT" and "CONTENT, according to Roe(, CONTENT)". */
static void source(gloss_attributing *work, const gloss_cue *cue) {
  const gloss_clauses *list = work->list;
  int stop = cue->subject.last > cue->last ? cue->subject.last : cue->last;
  gloss_item_range content, second = none;
  if (cue->first == work->a ||
      (cue->first == work->a + 1 &&
       gloss_is(list, work->a, GLOSS_KIND_CONJUNCTION))) {
    content = behind_leading_source(work, stop);
  } else {
    int outer = within(work, cue->first);
    int from = outer > 0 ? outer : gloss_attributing_left_start(work);
    content = gloss_reach_trim(list, from, cue->first - 1);
    second = behind_inner_source(work, stop);
    if (outer == 0) gloss_attributing_cut(work, content.first);
  }
  if (!is_empty(content))
    gloss_attributing_add(work, cue, cue->class_number, content, second,
                          GLOSS_QUOTE_ACCORDING_TO, stop);
}

/* ---- Nouns, passives, "as" ----------------------------------------------- */

/* The item before the finite verb that ends first..to: "his promise to go | was
** kept"; `to` where there is none. */
static int before_finite(const gloss_clauses *list, int first, int to) {
  for (int k = first + 1; k <= to; k++)
    if (gloss_is(list, k, GLOSS_KIND_AUXILIARY) &&
        !gloss_in(list, k, GLOSS_SET_INFINITIVES))
      return k - 1;
  return to;
}

/* "Roe's promise to CONTENT". */
static void noun(gloss_attributing *work, const gloss_cue *cue) {
  const gloss_clauses *list = work->list;
  gloss_item_range content;
  int from = cue->last + 1;
  if (!gloss_in(list, from, GLOSS_SET_THAT) &&
      !gloss_in(list, from, GLOSS_SET_TO))
    from++;
  content = gloss_attributing_right(work, from, GLOSS_TO_COMMA);
  if (!gloss_in(list, from, GLOSS_SET_THAT))
    content.last = before_finite(list, content.first, content.last);
  if (!is_empty(content))
    gloss_attributing_add(work, cue, cue->sense->class_number, content, none,
                          GLOSS_QUOTE_NOUN, content.last);
}

/* The agent behind "by" at item `k`. */
static gloss_speaker agent(const gloss_attributing *work, int k) {
  int first = k + 1;
  int last = gloss_phrase_right(work->list, first, work->b, true);
  int name = last > 0 ? gloss_phrase_apposed(work->list, last, work->b) : 0;
  if (last == 0) return (gloss_speaker){ 0 };
  return name > 0 ? (gloss_speaker){ last + 2, name, 0, GLOSS_SPEAKER_AGENT }
                  : (gloss_speaker){ first, last, 0, GLOSS_SPEAKER_AGENT };
}

/* "CONTENT was criticised by Roe": who speaks stands behind "by". */
static void passive(gloss_attributing *work, gloss_cue *cue) {
  const gloss_clauses *list = work->list;
  gloss_item_range about = { cue->subject.first, cue->subject.last };
  int stop = cue->last + reach(work, GLOSS_NUMBER_AGENT_WORDS);
  int k = cue->last + 1;
  gloss_speaker by;
  if (stop >= work->b) stop = work->b - 1;
  while (k <= stop && !gloss_is(list, k, GLOSS_KIND_POINT) &&
         !gloss_in(list, k, GLOSS_SET_TO) && !gloss_in(list, k, GLOSS_SET_BY))
    k++; /* is expected | to end by May */
  if (k > stop || !gloss_in(list, k, GLOSS_SET_BY)) return;
  by = agent(work, k);
  if (by.first == 0 || about.first == 0) return;
  cue->subject = by;
  gloss_attributing_add(work, cue, cue->sense->class_number, about, none,
                        GLOSS_QUOTE_PASSIVE, by.last);
}

/* "As Roe noted, CONTENT". true where it is that. */
static bool as(gloss_attributing *work, const gloss_cue *cue) {
  const gloss_clauses *list = work->list;
  gloss_item_range content;
  int c;
  if (!cue->trailing || cue->subject.first <= work->a ||
      cue->subject.way == GLOSS_SPEAKER_SHARED ||
      !gloss_in(list, cue->subject.first - 1, GLOSS_SET_AS))
    return false;
  c = gloss_behind_cue(work, cue);
  if (c >= work->b || !is_comma(list, c)) return false;
  content = gloss_attributing_right(work, c + 1, GLOSS_TO_UNIT_END);
  if (!is_empty(content))
    gloss_attributing_add(work, cue, cue->sense->class_number, content, none,
                          GLOSS_QUOTE_AS, cue->last);
  return true;
}

/* ---- All of them --------------------------------------------------------- */

/* Does the subject stand right behind a quotation: "...," | Roe told them? */
static bool behind_quotation(const gloss_attributing *work,
                             const gloss_cue *cue) {
  const gloss_clauses *list = work->list;
  int p = gloss_own_subject(&cue->subject) - 1;
  if (cue->that || cue->quoting == NULL || p < work->a ||
      cue->subject.first >= cue->first)
    return false;
  return gloss_is(list, p, GLOSS_KIND_QUOTE) ||
         (is_comma(list, p) && gloss_is(list, p - 1, GLOSS_KIND_QUOTE));
}

/* Does any sense of the cue report words: not "..., a line that Roe | hailed"? */
static bool reports_clauses(const gloss_cue *cue) {
  for (size_t i = 0; i < cue->sense_count; i++)
    if (cue->senses[i].frames & (GLOSS_FRAME_QUOTE | GLOSS_FRAME_CLAUSE |
                                 GLOSS_FRAME_THAT | GLOSS_FRAME_ANY))
      return true;
  return false;
}

static void take(gloss_attributing *work, gloss_cue *cue) {
  if (cue->source)
    source(work, cue);
  else if (cue->noun)
    noun(work, cue);
  else if (cue->passive)
    passive(work, cue);
  else if (as(work, cue))
    return;
  else if (cue->inverted)
    gloss_content_before_cue(work, cue, cue->quoting->class_number);
  else if (!(behind_quotation(work, cue) &&
             gloss_content_before_cue(work, cue, cue->quoting->class_number)) &&
           !(cue->trailing && !cue->ing && !cue->bracket &&
             reports_clauses(cue) &&
             gloss_content_before_cue(work, cue, cue->sense->class_number)))
    gloss_content_behind_cue(work, cue);
}

/* Keeps the records of the unit that still have content. */
static void keep(gloss_attributing *work, int u) {
  gloss_attributions *all = work->all;
  for (int i = work->begin; i <= all->count; i++) {
    const gloss_attribution *record = &all->rows[i];
    if (record->content_count > 0)
      gloss_attribution_append(all, u, i);
    else
      gloss_clauses_lost(work->list, "quotes", record->cue.first,
                         record->cue.last, gloss_quote_rule_name(record->rule),
                         "another cue reports these words");
  }
}

/* The attributions of a unit, in the order of their cues. */
static bool attribute_unit(gloss_attributing *work, int u) {
  const gloss_unit *unit = &work->list->units[u];
  if (!gloss_cues_find(&work->cues, work->list, unit)) return false;
  work->a = unit->first;
  work->b = unit->last;
  work->begin = work->all->count + 1;
  for (int i = 1; i <= work->cues.count; i++) {
    gloss_cue *cue = &work->cues.rows[i];
    int before = work->all->count;
    take(work, cue);
    if (work->all->count == before)
      gloss_clauses_lost(work->list, "quotes", cue->first, cue->last, "cue",
                         "nothing stands where it reports");
  }
  keep(work, u);
  return !work->failed;
}

bool gloss_attribute(gloss_attributions *all, gloss_clauses *list) {
  gloss_attributing work = { .list = list, .all = all };
  if (!gloss_attributions_start(all, list) ||
      !gloss_cues_start(&work.cues, list))
    return false;
  for (int u = 1; u <= list->unit_count; u++)
    if (!attribute_unit(&work, u)) return false;
  return true;
}

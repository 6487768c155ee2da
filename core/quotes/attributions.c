/* attributions.c - the records of attributions, unit by unit. */
#include "quotes/attribute.h"

const char *gloss_quote_rule_name(gloss_quote_rule rule) {
  static const char *const names[] = {
    [GLOSS_QUOTE_BEFORE_CUE] = "quote before cue",
    [GLOSS_QUOTE_CLAUSE_BEFORE_CUE] = "clause before cue",
    [GLOSS_QUOTE_AFTER_CUE] = "quote after cue",
    [GLOSS_QUOTE_THAT_AFTER_CUE] = "that after cue",
    [GLOSS_QUOTE_CLAUSE_AFTER_CUE] = "clause after cue",
    [GLOSS_QUOTE_TO_AFTER_CUE] = "to after cue",
    [GLOSS_QUOTE_OBJECT_AFTER_CUE] = "object after cue",
    [GLOSS_QUOTE_ACCORDING_TO] = "according to",
    [GLOSS_QUOTE_AS] = "as",
    [GLOSS_QUOTE_PASSIVE] = "passive",
    [GLOSS_QUOTE_NOUN] = "noun",
    [GLOSS_QUOTE_HEADING] = "heading",
    [GLOSS_QUOTE_COLON] = "colon",
    [GLOSS_QUOTE_SIGNED] = "signed",
    [GLOSS_QUOTE_QUESTION_AND_ANSWER] = "question and answer",
    [GLOSS_QUOTE_SPEAKER_BEFORE] = "speaker before",
    [GLOSS_QUOTE_TURN_GOES_ON] = "turn goes on",
    [GLOSS_QUOTE_SUBJECT_BEFORE] = "subject before",
    [GLOSS_QUOTE_SUBJECT_OF_SENTENCE] = "subject of the sentence",
    [GLOSS_QUOTE_MOOD] = "mood",
  };
  return names[rule];
}

bool gloss_attributions_start(gloss_attributions *all,
                              const gloss_clauses *list) {
  size_t units = (size_t)list->unit_count + 1;
  *all = (gloss_attributions){ 0 };
  all->units = gloss_arena_alloc(list->arena, units * sizeof *all->units);
  return all->units != NULL;
}

/* Makes room for one record more. */
static bool widen(gloss_attributions *all, gloss_arena *arena) {
  size_t size = sizeof *all->rows, room = all->room * 2 + 64;
  gloss_attribution *rows =
      gloss_arena_grow(arena, all->rows, all->room * size, room * size);
  if (rows == NULL) return false;
  all->rows = rows;
  all->room = room;
  return true;
}

int gloss_attribution_new(gloss_attributions *all, gloss_arena *arena) {
  int number = all->count + 1;
  if ((size_t)number >= all->room && !widen(all, arena)) return 0;
  all->rows[number] = (gloss_attribution){ 0 };
  all->count = number;
  return number;
}

void gloss_attribution_append(gloss_attributions *all, int u, int record) {
  gloss_unit_attributions *unit = &all->units[u];
  all->rows[record].next = 0;
  if (unit->last == 0)
    unit->first = record;
  else
    all->rows[unit->last].next = record;
  unit->last = record;
}

void gloss_attribution_prepend(gloss_attributions *all, int u, int record) {
  gloss_unit_attributions *unit = &all->units[u];
  all->rows[record].next = unit->first;
  if (unit->last == 0) unit->last = record;
  unit->first = record;
}

/* grammar_matches.c - what the rules make of a phrase.
**
** It depends on the classes of the items alone, and on what separates them:
** each such sequence meets the rules once, until all is forgotten. */
#include "base/array.h"
#include "base/error.h"
#include "match/grammar.h"

/* The matches at item `i`, copied; false: no memory. */
static bool match_item(gloss_grammar *g, gloss_slice key, size_t i,
                       gloss_item_matches *to) {
  const gloss_grammar_rules *r = &g->rules;
  if (!gloss_rules_match(g, key, i)) return false;
  to->count = r->match_count;
  to->list = NULL;
  if (to->count == 0) return true;
  to->list = gloss_arena_copy(g->known_arena, r->matches,
                              to->count * sizeof *to->list);
  return to->list != NULL;
}

static bool match_sequence(gloss_grammar *g, gloss_slice key,
                           gloss_class_sequence *to) {
  size_t count = key.len / 2;
  gloss_item_matches *items =
      gloss_arena_alloc(g->known_arena, count * sizeof *items);
  if (items == NULL) return false;
  to->barren = true;
  for (size_t i = 0; i < count; i++) {
    if (!match_item(g, key, i, &items[i])) return false;
    if (items[i].count > 0) to->barren = false;
  }
  to->items = items;
  return true;
}

bool gloss_phrase_match(gloss_grammar *g, uint32_t phrase) {
  const gloss_phrase *p = &g->phrases[phrase];
  char key[2 * GLOSS_MAX_ITEMS];
  size_t known = g->sequence_keys.count;
  uint32_t number;
  gloss_class_sequence *sequence;
  for (uint32_t i = 0; i < p->item_count; i++) {
    key[2 * i] = p->items[i].gap;
    key[2 * i + 1] = (char)p->items[i].class_number;
  }
  if (!gloss_array_reserve(g->sequences, g->sequence_room, known + 1) ||
      !gloss_array_reserve(g->sequence_of, g->sequence_of_room, phrase + 1u))
    return false;
  number = gloss_intern_add(&g->sequence_keys, key, 2 * p->item_count);
  if (number == GLOSS_NOT_INTERNED) return false;
  sequence = &g->sequences[number];
  if (g->sequence_keys.count > known)
    *sequence = (gloss_class_sequence){ NULL, false };
  if (sequence->items == NULL &&
      !match_sequence(g, (gloss_slice){ key, 2 * p->item_count }, sequence))
    return false;
  g->sequence_of[phrase] = number;
  return true;
}

bool gloss_grammar_matches(gloss_grammar *g, uint32_t phrase, size_t item,
                           const gloss_rule_match **matches, size_t *count,
                           gloss_error *err) {
  const gloss_item_matches *found;
  if (phrase >= g->known.count || item >= g->phrases[phrase].item_count)
    return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "no such phrase or item");
  found = &g->sequences[g->sequence_of[phrase]].items[item];
  *matches = found->list;
  *count = found->count;
  return true;
}

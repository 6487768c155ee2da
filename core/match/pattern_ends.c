/* pattern_ends.c - with which tokens the matches of a set can end. */
#include <stdlib.h>

#include "match/patterns.h"

/* Marks the instructions of a pattern from which it can be over without
** taking anything more. Most ways lead forwards, so that few rounds suffice. */
static void mark_over(const gloss_patterns *set, const gloss_pattern *pattern,
                      bool *over) {
  bool changed = true;
  while (changed) {
    changed = false;
    for (uint32_t i = pattern->to; i-- > pattern->from;) {
      const gloss_instruction *at = &set->code[i];
      bool is = at->operation == GLOSS_MATCHED;
      if (!is && at->operation > GLOSS_INSIDE)
        is = over[at->next] ||
             (at->operation == GLOSS_SPLIT && over[at->a]);
      changed |= is != over[i];
      over[i] = is;
    }
  }
}

static void note(gloss_patterns *set, uint32_t instruction) {
  const gloss_instruction *at = &set->code[instruction];
  if (at->operation != GLOSS_TAKE_TOKEN)
    set->ends.annotations = true;
  else if (at->b != GLOSS_NO_TEST)
    set->ends.by_test[at->b] = true;
  else
    set->ends.others[set->ends.other_count++] = at->a;
}

bool gloss_program_ends(gloss_patterns *set) {
  bool *over = calloc(set->code_count + 1, sizeof *over);
  set->ends.by_test = calloc(set->tests.names.count + 1, sizeof(bool));
  set->ends.others = malloc((set->code_count + 1) * sizeof(uint32_t));
  if (over == NULL || set->ends.by_test == NULL || set->ends.others == NULL) {
    free(over);
    return false;
  }
  for (size_t k = 0; k < set->count; k++) {
    const gloss_pattern *pattern = &set->list[k];
    mark_over(set, pattern, over);
    for (uint32_t i = pattern->from; i < pattern->to; i++)
      if (set->code[i].operation <= GLOSS_INSIDE && over[set->code[i].next])
        note(set, i);
  }
  free(over);
  return true;
}

bool gloss_program_may_end(const gloss_patterns *set, const uint32_t *found,
                           size_t count) {
  for (size_t i = 0; i < count; i++)
    if (set->ends.by_test[found[i]]) return true;
  for (size_t i = 0; i < set->ends.other_count; i++)
    if (gloss_condition_holds(set, set->ends.others[i], found, count))
      return true;
  return false;
}

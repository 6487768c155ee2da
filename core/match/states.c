/* states.c - a lazily built automaton over classes and annotations. */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/error.h"
#include "match/matcher.h"

/* States and what leads to them may take so many bytes; then all go. */
#define MAX_BYTES ((size_t)16 << 20)
enum { FIRST_TABLE = 1 << 10 };

/* A thread: an instruction, and above it the track of an annotation. */
enum { TRACK_SHIFT = 24 };
#define INSTRUCTION ((uint32_t)GLOSS_MAX_INSTRUCTIONS - 1)

bool gloss_states_start(gloss_states *s, const gloss_patterns *set,
                        gloss_classes *classes,
                        gloss_annotations *annotations) {
  s->set = set;
  s->classes = classes;
  s->annotations = annotations;
  s->table = calloc(FIRST_TABLE, sizeof *s->table);
  s->table_size = FIRST_TABLE;
  if (!gloss_closure_start(&s->closure, set) || s->table == NULL ||
      !gloss_array_reserve(s->states, s->room, GLOSS_FIXED_STATES))
    return false;
  memset(s->states, 0, GLOSS_FIXED_STATES * sizeof *s->states);
  s->count = GLOSS_FIXED_STATES;
  return true;
}

void gloss_states_free(gloss_states *s) {
  gloss_closure_free(&s->closure);
  gloss_intern_free(&s->lists);
  free(s->threads);
  free(s->keys);
  free(s->states);
  free(s->accepts);
  free(s->first);
  free(s->table);
}

void gloss_states_clear(gloss_states *s) {
  gloss_intern_clear(&s->lists);
  memset(s->table, 0, s->table_size * sizeof *s->table);
  if (s->first != NULL) memset(s->first, 0, s->first_room * sizeof *s->first);
  s->table_used = s->accept_count = 0;
  s->count = GLOSS_FIXED_STATES;
  s->flushes++;
}

static bool is_full(const gloss_states *s) {
  return gloss_intern_bytes(&s->lists) + s->count * sizeof *s->states +
             s->accept_count * sizeof *s->accepts +
             s->table_used * 2 * sizeof *s->table > MAX_BYTES;
}

/* ---- Lists of threads ---- */

static bool add_thread(gloss_states *s, uint32_t thread) {
  if (!gloss_array_reserve(s->threads, s->thread_room, s->thread_count + 1))
    return false;
  s->threads[s->thread_count++] = thread;
  return true;
}

/* What a thread asks: the one test, or GLOSS_NO_TEST for all else. */
static uint32_t test_of(const gloss_patterns *set, uint32_t thread) {
  const gloss_instruction *i = &set->code[thread & INSTRUCTION];
  return i->operation == GLOSS_TAKE_TOKEN ? i->b : GLOSS_NO_TEST;
}

/* A list is in the order of its tests, so that of many threads few are looked
** at: those whose test a token fulfils, and those without. */
static int by_key(const void *left, const void *right) {
  const uint64_t *a = left, *b = right;
  return *a < *b ? -1 : *a > *b;
}

static bool sort_threads(gloss_states *s) {
  size_t n = 0;
  if (!gloss_array_reserve(s->keys, s->key_room, s->thread_count))
    return false;
  for (size_t i = 0; i < s->thread_count; i++)
    s->keys[i] = (uint64_t)test_of(s->set, s->threads[i]) << 32 | s->threads[i];
  if (s->thread_count > 1)
    qsort(s->keys, s->thread_count, sizeof *s->keys, by_key);
  for (size_t i = 0; i < s->thread_count; i++) /* each once */
    if (i == 0 || s->keys[i] != s->keys[i - 1])
      s->threads[n++] = (uint32_t)s->keys[i];
  s->thread_count = n;
  return true;
}

/* The patterns that have matched when they come to this list. */
static bool note_accepts(gloss_states *s, gloss_state *state) {
  state->accepted = (uint32_t)s->accept_count;
  for (size_t i = 0; i < s->thread_count; i++) {
    const gloss_instruction *at = &s->set->code[s->threads[i] & INSTRUCTION];
    if (at->operation != GLOSS_MATCHED) continue;
    if (!gloss_array_reserve(s->accepts, s->accept_room, s->accept_count + 1))
      return false;
    s->accepts[s->accept_count++] = at->a;
  }
  state->accept_count = (uint32_t)s->accept_count - state->accepted;
  return true;
}

/* The state of the list in `threads`; all others may go. */
static uint32_t state_of(gloss_states *s) {
  gloss_state state = { 0 };
  uint32_t number;
  if (s->thread_count == 0) return GLOSS_DEAD;
  if (!sort_threads(s)) return GLOSS_NO_STATE;
  if (is_full(s)) gloss_states_clear(s);
  if (!gloss_array_reserve(s->states, s->room, s->count + 1))
    return GLOSS_NO_STATE;
  number = gloss_intern_find(&s->lists, s->threads,
                             s->thread_count * sizeof *s->threads);
  if (number != GLOSS_NOT_INTERNED) return number + GLOSS_FIXED_STATES;
  if (!note_accepts(s, &state)) return GLOSS_NO_STATE;
  number = gloss_intern_add(&s->lists, s->threads,
                            s->thread_count * sizeof *s->threads);
  if (number == GLOSS_NOT_INTERNED) return GLOSS_NO_STATE;
  state.set = number;
  s->states[s->count++] = state;
  return number + GLOSS_FIXED_STATES;
}

/* What the closure has gathered becomes threads. */
static bool take_closure(gloss_states *s) {
  for (size_t i = 0; i < s->closure.count; i++)
    if (!add_thread(s, s->closure.out[i])) return false;
  return true;
}

/* ---- One step ---- */

/* What a token is, while a step is taken. */
typedef struct token {
  const uint32_t *tests;
  size_t test_count;
  const gloss_mark *marks;
  size_t mark_count;
} token;

static token token_of(const gloss_states *s, uint32_t number, uint32_t mark) {
  token t = { NULL, 0, NULL, 0 };
  t.tests = gloss_classes_tests(s->classes, number, &t.test_count);
  if (mark != 0) {
    t.marks = gloss_intern_get(&s->annotations->marks, mark - 1,
                               &t.mark_count);
    t.mark_count /= sizeof *t.marks;
  }
  return t;
}

/* A thread that takes annotations, at a token. */
static bool step_annotation(gloss_states *s, const token *t, uint32_t thread) {
  uint32_t at = thread & INSTRUCTION, track = thread >> TRACK_SHIFT;
  const gloss_instruction *i = &s->set->code[at];
  bool inside = i->operation == GLOSS_INSIDE;
  for (size_t k = 0; k < t->mark_count; k++) {
    const gloss_mark *m = &t->marks[k];
    if (m->element != i->a || m->begins == inside ||
        (inside && m->track != track))
      continue;
    if (m->ends) {
      gloss_closure_add(&s->closure, i->next);
    } else {
      uint32_t waits = inside ? at : at + 1;
      if (!add_thread(s, waits | (uint32_t)m->track << TRACK_SHIFT))
        return false;
    }
  }
  return true;
}

static bool step_thread(gloss_states *s, const token *t, uint32_t thread) {
  uint32_t at = thread & INSTRUCTION;
  const gloss_instruction *i = &s->set->code[at];
  switch (i->operation) {
    case GLOSS_TAKE_TOKEN:
      if (gloss_condition_holds(s->set, i->a, t->tests, t->test_count))
        gloss_closure_add(&s->closure, i->next);
      return true;
    case GLOSS_TAKE_ANNOTATION:
    case GLOSS_INSIDE: return step_annotation(s, t, thread);
    default: return true; /* matched, or waits for the next sentence */
  }
}

static bool step_starts(gloss_states *s, const token *t,
                        const gloss_starts *starts) {
  for (size_t i = 0; i < t->test_count; i++)
    for (uint32_t k = starts->from[t->tests[i]];
         k < starts->from[t->tests[i] + 1]; k++)
      gloss_closure_add(&s->closure, s->set->code[starts->by_test[k]].next);
  for (size_t i = 0; i < starts->other_count; i++)
    if (!step_thread(s, t, starts->others[i])) return false;
  return true;
}

/* The first thread of a list whose test is at least `test`. */
static size_t find_test(const gloss_patterns *set, const uint32_t *threads,
                        size_t count, uint32_t test) {
  size_t low = 0, high = count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (test_of(set, threads[middle]) < test)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static bool step_list(gloss_states *s, const token *t, uint32_t list) {
  size_t count, at;
  const uint32_t *threads = gloss_intern_get(&s->lists, list, &count);
  count /= sizeof *threads;
  for (size_t i = 0; i < t->test_count; i++) {
    at = find_test(s->set, threads, count, t->tests[i]);
    for (; at < count && test_of(s->set, threads[at]) == t->tests[i]; at++)
      gloss_closure_add(&s->closure,
                        s->set->code[threads[at] & INSTRUCTION].next);
  }
  for (at = find_test(s->set, threads, count, GLOSS_NO_TEST); at < count; at++)
    if (!step_thread(s, t, threads[at])) return false;
  return true;
}

/* Computes what `next` looks up. */
static uint32_t step(gloss_states *s, uint32_t state, uint32_t number,
                     uint32_t mark, bool last) {
  token t = token_of(s, number, mark);
  bool ok;
  s->thread_count = 0;
  gloss_closure_clear(&s->closure);
  s->closure.begin = false;
  s->closure.end = last;
  s->closure.wait = s->set->across;
  if (state == GLOSS_START_INSIDE || state == GLOSS_START_FIRST)
    ok = step_starts(s, &t, &s->set->starts[state == GLOSS_START_FIRST]);
  else
    ok = step_list(s, &t, s->states[state].set) &&
         (!s->anywhere ||
          step_starts(s, &t, &s->set->starts[s->states[state].begins]));
  return ok && take_closure(s) ? state_of(s) : GLOSS_NO_STATE;
}

/* ---- Transitions ---- */

static bool more_table(gloss_states *s) {
  size_t old_size = s->table_size;
  gloss_transition *old = s->table;
  gloss_transition *table = calloc(old_size * 2, sizeof *table);
  if (table == NULL) return false;
  s->table = table;
  s->table_size = old_size * 2;
  for (size_t i = 0; i < old_size; i++) {
    size_t at = gloss_states_place(s, old[i].key);
    if (old[i].key == 0) continue;
    while (table[at].key != 0) at = (at + 1) & (s->table_size - 1);
    table[at] = old[i];
  }
  free(old);
  return true;
}

/* Makes room for what comes first of a class. */
static bool more_first(gloss_states *s, uint32_t number) {
  size_t before = s->first_room;
  if (!gloss_array_reserve(s->first, s->first_room, (size_t)number * 2 + 2))
    return false;
  memset(s->first + before, 0, (s->first_room - before) * sizeof *s->first);
  return true;
}

static bool remember(gloss_states *s, uint64_t key, uint32_t to) {
  size_t at;
  if (s->table_used * 2 >= s->table_size && !more_table(s)) return false;
  at = gloss_states_place(s, key);
  while (s->table[at].key != 0) at = (at + 1) & (s->table_size - 1);
  s->table[at] = (gloss_transition){ key, to };
  s->table_used++;
  return true;
}

uint32_t gloss_states_make(gloss_states *s, uint32_t state, uint32_t number,
                           uint32_t mark, bool last) {
  uint64_t key =
      gloss_states_key(state, number, mark, last && s->set->asks_end);
  size_t flushes = s->flushes;
  uint32_t to = step(s, state, number, mark, last), *kept;
  if (to == GLOSS_NO_STATE ||
      (s->flushes != flushes && state >= GLOSS_FIXED_STATES))
    return to;
  if (state < GLOSS_FIXED_STATES && !more_first(s, number))
    return GLOSS_NO_STATE;
  kept = gloss_states_kept(s, state, number, mark);
  if (kept != NULL) return *kept = to + 1, to;
  if (key == 0) return to;
  return remember(s, key, to) ? to : GLOSS_NO_STATE;
}

/* Where all starts are followed at once, a state in front of a sentence is
** another one than the same inside: the thread of a pattern that has matched,
** which leads nowhere, tells them apart. */
static bool mark_beginning(gloss_states *s) {
  return !s->anywhere || add_thread(s, s->set->list[0].to - 1);
}

uint32_t gloss_states_cross(gloss_states *s, uint32_t state) {
  size_t flushes = s->flushes, count;
  uint32_t to;
  const uint32_t *threads;
  if (s->states[state].crossed != 0) return s->states[state].crossed - 1;
  threads = gloss_intern_get(&s->lists, s->states[state].set, &count);
  count /= sizeof *threads;
  s->thread_count = 0;
  gloss_closure_clear(&s->closure);
  s->closure.begin = s->closure.end = true;
  for (size_t i = 0; i < count; i++) {
    const gloss_instruction *at = &s->set->code[threads[i] & INSTRUCTION];
    if (!at->across || at->operation == GLOSS_MATCHED) continue;
    if (at->operation == GLOSS_AT_BEGIN)
      gloss_closure_add(&s->closure, at->next);
    else if (!add_thread(s, threads[i]))
      return GLOSS_NO_STATE;
  }
  to = take_closure(s) && mark_beginning(s) ? state_of(s) : GLOSS_NO_STATE;
  if (to != GLOSS_NO_STATE) s->states[to].begins = s->anywhere;
  if (to != GLOSS_NO_STATE && s->flushes == flushes)
    s->states[state].crossed = to + 1;
  return to;
}

/* explain.c - how a match came about, and how near a pattern came to one. */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/error.h"
#include "match/matcher.h"

/* The stretch that holds the token `first`. */
static bool stretch_of(gloss_matcher *m, gloss_doc *doc, size_t first,
                       gloss_error *err) {
  const gloss_token_list *t = doc->tokens;
  gloss_span all = { 0, (uint32_t)doc->len };
  size_t at, end;
  int more;
  if (first >= t->count)
    return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "no match of this document");
  if (!gloss_matcher_open(m, doc, all, &at, &end, err)) return false;
  do more = gloss_matcher_stretch(m, &at, end, err);
  while (more > 0 && at <= first);
  return more > 0 || (more == 0 && gloss_fail(err, GLOSS_BAD_ARGUMENT, 0,
                                              "no match of this document"));
}

static int by_token(const void *left, const void *right) {
  const gloss_step *a = left, *b = right;
  return a->first < b->first ? -1 : a->first > b->first;
}

bool gloss_matcher_explain(gloss_matcher *m, gloss_doc *doc,
                           const gloss_match *match, const gloss_step **steps,
                           size_t *count, gloss_error *err) {
  gloss_capture captures[GLOSS_MAX_CAPTURES];
  if (!stretch_of(m, doc, match->first, err) ||
      !gloss_trace(m, match->pattern, match->first, (size_t)match->last + 1,
                   captures, true, err))
    return false;
  qsort(m->steps, m->step_count, sizeof *m->steps, by_token);
  *steps = m->steps;
  *count = m->step_count;
  return true;
}

/* ---- The nearest miss ---- */

/* Threads that take one token after the other, without states: instructions
** at a token; one that takes an annotation waits at the token behind it. */
typedef struct search {
  gloss_matcher *m;
  const gloss_pattern *pattern;
  gloss_closure closure;
  uint8_t *waits; /* by token of the reach, then instruction */
  size_t width;   /* instructions */
  gloss_miss best;
  size_t furthest; /* tokens that the best one takes; 0: none */
} search;

enum { REACH = 64 }; /* tokens that a miss is looked at */

static uint8_t *row_of(search *s, size_t token) {
  return s->waits + token * s->width;
}

/* The instruction, and all behind it that takes nothing, waits at `token`. */
static void wait_at(search *s, size_t start, size_t token, uint32_t at) {
  gloss_matcher *m = s->m;
  size_t place = start + token;
  gloss_closure_clear(&s->closure);
  s->closure.begin = place < m->stretch_end &&
                     (gloss_edges_at(m, place) & GLOSS_EDGE_FIRST);
  s->closure.end = token > 0 &&
                   (gloss_edges_at(m, place - 1) & GLOSS_EDGE_LAST);
  gloss_closure_add(&s->closure, at);
  for (size_t i = 0; i < s->closure.count; i++)
    row_of(s, token)[s->closure.out[i] - s->pattern->from] = 1;
}

static bool takes(search *s, const gloss_instruction *i, size_t place) {
  gloss_matcher *m = s->m;
  uint32_t number = gloss_classes_of(&m->classes, m->doc, place, NULL);
  size_t count;
  const uint32_t *tests;
  if (number == GLOSS_NO_CLASS) return false;
  tests = gloss_classes_tests(&m->classes, number, &count);
  return gloss_condition_holds(m->set, i->a, tests, count);
}

/* What waits at a token takes it. */
static void take(search *s, size_t start, size_t token, size_t reach) {
  const gloss_annotations *a = &s->m->annotations;
  size_t place = start + token;
  for (size_t k = 0; k < s->width; k++) {
    const gloss_instruction *i = &s->m->set->code[s->pattern->from + k];
    if (!row_of(s, token)[k]) continue;
    if (i->operation == GLOSS_TAKE_TOKEN && takes(s, i, place))
      wait_at(s, start, token + 1, i->next);
    if (i->operation != GLOSS_TAKE_ANNOTATION) continue;
    for (size_t r = 0; r < a->count; r++)
      if (a->ranges[r].first == place && a->ranges[r].element == i->a &&
          a->ranges[r].last - start + 1 <= reach)
        wait_at(s, start, a->ranges[r].last - start + 1, i->next);
  }
}

/* Is there a wait at the token, and does one of them end the pattern? */
static bool look(search *s, size_t token, bool *matched) {
  const uint8_t *row = row_of(s, token);
  *matched = row[s->width - 1] != 0;
  return memchr(row, 1, s->width) != NULL;
}

/* What waits at a token, each piece of source once. */
static bool note_expected(search *s, size_t token) {
  gloss_matcher *m = s->m;
  const uint8_t *row = row_of(s, token);
  s->best.expected_count = 0;
  for (size_t k = 0; k < s->width; k++) {
    const gloss_instruction *i = &m->set->code[s->pattern->from + k];
    gloss_slice piece;
    bool is_new = row[k] && i->source != NULL;
    if (!is_new) continue;
    piece = (gloss_slice){ i->source->bytes + i->from, i->to - i->from };
    for (size_t e = 0; e < s->best.expected_count; e++)
      if (m->expected[e].bytes == piece.bytes) is_new = false;
    if (!is_new) continue;
    if (!gloss_array_reserve(m->expected, m->expected_room,
                             s->best.expected_count + 1))
      return false;
    m->expected[s->best.expected_count++] = piece;
  }
  return true;
}

/* How far the pattern goes from one token; false: no memory. */
static bool try_start(search *s, size_t start) {
  const gloss_matcher *m = s->m;
  size_t reach = m->stretch_end - start, furthest = 0;
  bool matched;
  if (reach > REACH) reach = REACH;
  memset(s->waits, 0, (reach + 1) * s->width);
  wait_at(s, start, 0, s->pattern->start);
  for (size_t token = 0; token <= reach; token++) {
    if (!look(s, token, &matched)) continue;
    if (matched && token > 0) return true; /* no miss */
    furthest = token;
    if (token < reach) take(s, start, token, reach);
  }
  if (furthest <= s->furthest) return true;
  s->furthest = furthest;
  s->best.first = (uint32_t)start;
  s->best.last = (uint32_t)(start + furthest - 1);
  s->best.edge = start + furthest == m->stretch_end;
  return note_expected(s, furthest);
}

static bool search_start(search *s) {
  s->width = s->pattern->to - s->pattern->from;
  s->waits = malloc((REACH + 1) * s->width);
  return gloss_closure_start(&s->closure, s->m->set) && s->waits != NULL;
}

bool gloss_matcher_nearest(gloss_matcher *m, gloss_doc *doc, gloss_span within,
                           size_t pattern, gloss_miss *out, gloss_error *err) {
  gloss_error own = { .code = GLOSS_OK };
  search s = { .m = m };
  size_t at, end;
  int more = 0;
  bool ok = pattern < m->set->count;
  if (!ok) gloss_fail(&own, GLOSS_BAD_ARGUMENT, 0, "no such pattern");
  if (ok) ok = gloss_matcher_open(m, doc, within, &at, &end, &own);
  if (ok) s.pattern = &m->set->list[pattern];
  if (ok && !search_start(&s)) ok = gloss_no_memory(&own);
  while (ok && (more = gloss_matcher_stretch(m, &at, end, &own)) > 0)
    for (size_t i = m->stretch_first; ok && i < m->stretch_end; i++)
      if (!try_start(&s, i)) ok = gloss_no_memory(&own);
  gloss_closure_free(&s.closure);
  free(s.waits);
  if (err != NULL) *err = own;
  if (!ok || more < 0) return false;
  s.best.expected = m->expected;
  *out = s.best;
  return s.furthest > 0;
}

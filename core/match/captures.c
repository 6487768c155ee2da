/* captures.c - how a pattern takes the tokens of a match.
**
** The states have found where a match begins and ends; here the instructions
** of its pattern are followed in their order of preference, first alternative
** and greedy, and no pair of instruction and token is tried twice, so that
** the time is bounded by their product. */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/error.h"
#include "match/matcher.h"

#define NO_RANGE UINT32_MAX

/* What is still to be done: tried, or taken back. */
typedef enum job_kind {
  TRY,          /* instruction a at token b, c: range just taken, or none */
  TRY_STEP,     /* the same; the range is a step of instruction d */
  BACK_OPEN,    /* opened[a] was b */
  BACK_CAPTURE, /* capture a was b to c with range d */
  BACK_STEPS    /* there were a steps */
} job_kind;

typedef struct job {
  job_kind kind;
  uint32_t a, b, c, d;
} job;

typedef struct taken {
  uint32_t first, end; /* tokens; equal: unset */
  uint32_t range;
} taken;

typedef struct step_taken {
  uint32_t first, end, instruction;
} step_taken;

struct gloss_tracer {
  uint64_t *seen; /* bits: instruction, token */
  size_t seen_room;
  job *jobs;
  size_t job_count, job_room;
  uint32_t opened[GLOSS_MAX_CAPTURES];
  taken captures[GLOSS_MAX_CAPTURES];
  step_taken *steps; /* a match takes at most so many tokens */
  size_t step_count, step_room;
  bool keep_steps;
};

void gloss_tracer_free(struct gloss_tracer *t) {
  if (t == NULL) return;
  free(t->seen);
  free(t->jobs);
  free(t->steps);
  free(t);
}

/* The trace of one match. */
typedef struct trace {
  gloss_matcher *m;
  struct gloss_tracer *t;
  const gloss_pattern *pattern;
  uint32_t first, end;
  bool no_memory;
} trace;

static void push(trace *x, job_kind kind, uint32_t a, uint32_t b, uint32_t c,
                 uint32_t d) {
  struct gloss_tracer *t = x->t;
  if (!gloss_array_reserve(t->jobs, t->job_room, t->job_count + 1))
    x->no_memory = true;
  else
    t->jobs[t->job_count++] = (job){ kind, a, b, c, d };
}

static void add_step(trace *x, uint32_t instruction, uint32_t first,
                     uint32_t end) {
  struct gloss_tracer *t = x->t;
  if (!t->keep_steps) return;
  push(x, BACK_STEPS, (uint32_t)t->step_count, 0, 0, 0);
  if (!gloss_array_reserve(t->steps, t->step_room, t->step_count + 1))
    x->no_memory = true;
  else
    t->steps[t->step_count++] = (step_taken){ first, end, instruction };
}

/* Is this pair looked at for the first time? */
static bool is_new(trace *x, uint32_t at, uint32_t token) {
  size_t width = x->end - x->first + 1;
  size_t bit = (at - x->pattern->from) * width + (token - x->first);
  uint64_t mask = (uint64_t)1 << (bit % 64);
  if (x->t->seen[bit / 64] & mask) return false;
  x->t->seen[bit / 64] |= mask;
  return true;
}

/* ---- What instructions do ---- */

static bool takes_token(trace *x, uint32_t condition, uint32_t token) {
  gloss_matcher *m = x->m;
  uint32_t number;
  const uint32_t *tests;
  size_t count;
  if (token >= x->end) return false;
  number = gloss_classes_of(&m->classes, m->doc, token, NULL);
  if (number == GLOSS_NO_CLASS) { /* asked before: of a long token only */
    x->no_memory = true;
    return false;
  }
  tests = gloss_classes_tests(&m->classes, number, &count);
  return gloss_condition_holds(m->set, condition, tests, count);
}

/* The first range that begins at or after a token. */
static size_t range_at(const gloss_annotations *a, uint32_t token) {
  size_t low = 0, high = a->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (a->ranges[middle].first < token)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Tries the annotations that begin at a token, the longest first. */
static void try_annotations(trace *x, uint32_t at, uint32_t token) {
  const gloss_annotations *a = &x->m->annotations;
  const gloss_instruction *i = &x->m->set->code[at];
  size_t from = range_at(a, token), to = from;
  while (to < a->count && a->ranges[to].first == token) to++;
  while (to-- > from) { /* what is pushed last is tried first */
    const gloss_range *r = &a->ranges[to];
    if (r->element == i->a && r->last < x->end)
      push(x, TRY_STEP, i->next, r->last + 1, (uint32_t)to, at);
  }
}

static bool at_edge(const trace *x, bool begin, uint32_t token) {
  gloss_matcher *m = x->m;
  if (begin)
    return token < m->stretch_end &&
           (gloss_edges_at(m, token) & GLOSS_EDGE_FIRST);
  return token > x->first &&
         (gloss_edges_at(m, token - 1) & GLOSS_EDGE_LAST);
}

static void close_capture(trace *x, const gloss_instruction *i,
                          uint32_t token, uint32_t range) {
  taken *c = &x->t->captures[i->a];
  if (x->t->opened[i->a] == token) return; /* nothing: it stays as it was */
  push(x, BACK_CAPTURE, i->a, c->first, c->end, c->range);
  *c = (taken){ x->t->opened[i->a], token, i->b ? range : NO_RANGE };
}

/* Follows one way until it ends; true: it has matched. */
static bool follow(trace *x, uint32_t at, uint32_t token, uint32_t range) {
  while (!x->no_memory && is_new(x, at, token)) {
    const gloss_instruction *i = &x->m->set->code[at];
    switch (i->operation) {
      case GLOSS_TAKE_TOKEN:
        if (!takes_token(x, i->a, token)) return false;
        add_step(x, at, token, token + 1);
        token++;
        break;
      case GLOSS_TAKE_ANNOTATION: try_annotations(x, at, token); return false;
      case GLOSS_AT_BEGIN:
      case GLOSS_AT_END:
        if (!at_edge(x, i->operation == GLOSS_AT_BEGIN, token)) return false;
        break;
      case GLOSS_SPLIT: push(x, TRY, i->a, token, NO_RANGE, 0); break;
      case GLOSS_OPEN:
        push(x, BACK_OPEN, i->a, x->t->opened[i->a], 0, 0);
        x->t->opened[i->a] = token;
        break;
      case GLOSS_CLOSE: close_capture(x, i, token, range); break;
      case GLOSS_MATCHED: return token == x->end;
      default: return false;
    }
    at = i->next;
  }
  return false;
}

/* Does the next job; true: it has led to a match. */
static bool work(trace *x) {
  struct gloss_tracer *t = x->t;
  job j = t->jobs[--t->job_count];
  switch (j.kind) {
    case TRY: return follow(x, j.a, j.b, j.c);
    case TRY_STEP:
      add_step(x, j.d, x->m->annotations.ranges[j.c].first, j.b);
      return follow(x, j.a, j.b, j.c);
    case BACK_OPEN: t->opened[j.a] = j.b; return false;
    case BACK_CAPTURE:
      t->captures[j.a] = (taken){ j.b, j.c, j.d };
      return false;
    default: t->step_count = j.a; return false;
  }
}

/* ---- Results ---- */

static gloss_span span_of(const gloss_matcher *m, uint32_t first,
                          uint32_t end) {
  const gloss_token_list *t = m->doc->tokens;
  return (gloss_span){ t->starts[first], t->ends[end - 1] };
}

static void give_captures(const trace *x, gloss_capture *out) {
  for (uint32_t i = 0; i < x->pattern->capture_count; i++) {
    taken c = x->t->captures[i];
    out[i] = (gloss_capture){ { UINT32_MAX, UINT32_MAX }, NULL, 0, 0, 0 };
    if (c.first == c.end) continue;
    out[i].span = span_of(x->m, c.first, c.end);
    out[i].first = c.first;
    out[i].last = c.end - 1;
    if (c.range == NO_RANGE) continue;
    out[i].layer = x->m->annotations.ranges[c.range].layer;
    out[i].row = x->m->annotations.ranges[c.range].row;
    out[i].span = gloss_layer_span(out[i].layer, out[i].row);
  }
}

static bool give_steps(const trace *x) {
  gloss_matcher *m = x->m;
  m->step_count = 0;
  if (!gloss_array_reserve(m->steps, m->step_room, x->t->step_count + 1))
    return false;
  for (size_t i = 0; i < x->t->step_count; i++) {
    step_taken s = x->t->steps[i];
    const gloss_instruction *at = &m->set->code[s.instruction];
    m->steps[m->step_count++] = (gloss_step){
      s.first, s.end - 1,
      { at->source->bytes + at->from, at->to - at->from } };
  }
  return true;
}

static bool prepare(trace *x, bool steps) {
  gloss_matcher *m = x->m;
  size_t words =
      ((x->pattern->to - x->pattern->from) * (x->end - x->first + 1) + 63) /
      64;
  if (m->tracer == NULL) m->tracer = calloc(1, sizeof *m->tracer);
  x->t = m->tracer;
  if (x->t == NULL ||
      !gloss_array_reserve(x->t->seen, x->t->seen_room, words))
    return false;
  memset(x->t->seen, 0, words * sizeof *x->t->seen);
  memset(x->t->captures, 0, sizeof x->t->captures);
  x->t->job_count = x->t->step_count = 0;
  x->t->keep_steps = steps;
  push(x, TRY, x->pattern->start, x->first, NO_RANGE, 0);
  return !x->no_memory;
}

bool gloss_trace(gloss_matcher *m, uint32_t number, size_t first, size_t end,
                 gloss_capture *out, bool steps, gloss_error *err) {
  trace x = { m, NULL, &m->set->list[number], (uint32_t)first, (uint32_t)end,
              false };
  if (!prepare(&x, steps)) return gloss_no_memory(err);
  while (x.t->job_count > 0 && !work(&x))
    if (x.no_memory) break;
  if (x.no_memory) return gloss_no_memory(err);
  give_captures(&x, out);
  return !steps || give_steps(&x) || gloss_no_memory(err);
}

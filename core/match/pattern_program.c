/* pattern_program.c - from the tree of a pattern to its instructions. */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/error.h"
#include "match/patterns.h"

/* Of one pattern; a program that is larger would be slow to run. */
enum { MAX_PROGRAM = 1 << 18 };

typedef struct compiler {
  gloss_patterns *set;
  gloss_parse *p;
  bool across;
  bool failed;
} compiler;

/* Adds an instruction that leads to the one behind it. Its number. */
static uint32_t emit(compiler *c, gloss_operation operation, uint32_t a,
                     const gloss_node *node) {
  gloss_patterns *set = c->set;
  size_t at = set->code_count;
  if (c->failed) return 0;
  if (at >= GLOSS_MAX_INSTRUCTIONS ||
      at - set->list[set->count].from >= MAX_PROGRAM) {
    gloss_parse_fail(c->p, 0, "the pattern is too large when its repetitions "
                              "are written out");
    c->failed = true;
    return 0;
  }
  if (!gloss_array_reserve(set->code, set->code_room, at + 1)) {
    gloss_parse_no_memory(c->p);
    c->failed = true;
    return 0;
  }
  set->code[at] = (gloss_instruction){ .operation = (uint8_t)operation,
                                       .across = c->across, .a = a,
                                       .next = (uint32_t)at + 1 };
  if (node != NULL) {
    set->code[at].from = node->from;
    set->code[at].to = node->to;
    set->code[at].source = node->source;
  }
  set->code_count++;
  return (uint32_t)at;
}

static uint32_t here(const compiler *c) {
  return (uint32_t)c->set->code_count;
}

static void compile(compiler *c, const gloss_node *node);

/* first SPLIT second: `first` is preferred. A jump is a SPLIT with both ways
** the same. */
static void compile_either(compiler *c, const gloss_node *node) {
  uint32_t jumps = 0; /* the last jump to the end, linked by `a`; + 1 */
  for (const gloss_node *child = node->child; child != NULL && !c->failed;
       child = child->next) {
    uint32_t split = 0, jump;
    if (child->next != NULL) split = emit(c, GLOSS_SPLIT, 0, NULL);
    compile(c, child);
    if (child->next == NULL || c->failed) break;
    jump = emit(c, GLOSS_SPLIT, jumps, NULL);
    jumps = jump + 1;
    c->set->code[split].a = here(c);
  }
  while (jumps != 0 && !c->failed) {
    gloss_instruction *jump = &c->set->code[jumps - 1];
    jumps = jump->a;
    jump->a = jump->next = here(c);
  }
}

static void compile_star(compiler *c, const gloss_node *child) {
  uint32_t split = emit(c, GLOSS_SPLIT, 0, NULL), jump;
  compile(c, child);
  jump = emit(c, GLOSS_SPLIT, split, NULL);
  if (c->failed) return;
  c->set->code[jump].next = split;
  c->set->code[split].a = here(c);
}

/* x{0,n}: x(x(x)?)? */
static void compile_optional(compiler *c, const gloss_node *child,
                             uint32_t times) {
  uint32_t splits = 0;
  for (uint32_t i = 0; i < times && !c->failed; i++) {
    splits = emit(c, GLOSS_SPLIT, splits, NULL) + 1;
    compile(c, child);
  }
  while (splits != 0 && !c->failed) {
    gloss_instruction *split = &c->set->code[splits - 1];
    splits = split->a;
    split->a = here(c);
  }
}

static void compile_repeat(compiler *c, const gloss_node *node) {
  for (uint32_t i = 0; i < node->min && !c->failed; i++)
    compile(c, node->child);
  if (node->max == GLOSS_NO_MAX)
    compile_star(c, node->child);
  else
    compile_optional(c, node->child, node->max - node->min);
}

static void compile_capture(compiler *c, const gloss_node *node) {
  uint32_t close;
  emit(c, GLOSS_OPEN, node->number, NULL);
  compile(c, node->child);
  close = emit(c, GLOSS_CLOSE, node->number, NULL);
  if (!c->failed)
    c->set->code[close].b = node->child->kind == GLOSS_NODE_ANNOTATION;
}

static void compile_token(compiler *c, const gloss_node *node) {
  const gloss_condition *condition = &c->set->conditions[node->number];
  uint32_t at = emit(c, GLOSS_TAKE_TOKEN, node->number, node);
  if (!c->failed)
    c->set->code[at].b =
        condition->kind == GLOSS_IS ? condition->a : GLOSS_NO_TEST;
}

static void compile_annotation(compiler *c, const gloss_node *node) {
  uint32_t take = emit(c, GLOSS_TAKE_ANNOTATION, node->number, node);
  emit(c, GLOSS_INSIDE, node->number, node);
  if (!c->failed) c->set->code[take].next = take + 2;
}

static void compile(compiler *c, const gloss_node *node) {
  switch (node->kind) {
    case GLOSS_NODE_TOKEN: compile_token(c, node); break;
    case GLOSS_NODE_ANNOTATION: compile_annotation(c, node); break;
    case GLOSS_NODE_BEGIN: emit(c, GLOSS_AT_BEGIN, 0, node); break;
    case GLOSS_NODE_END: emit(c, GLOSS_AT_END, 0, node); break;
    case GLOSS_NODE_SEQUENCE:
      for (const gloss_node *n = node->child; n != NULL; n = n->next)
        compile(c, n);
      break;
    case GLOSS_NODE_EITHER: compile_either(c, node); break;
    case GLOSS_NODE_REPEAT: compile_repeat(c, node); break;
    case GLOSS_NODE_CAPTURE: compile_capture(c, node); break;
  }
}

/* ---- What can never match ---- */

/* Marks in `marks` (bits) the instructions that can be reached from `from`
** without taking a token, or with (`taking`). `stack` has room for all. */
static void reach(const gloss_patterns *set, const gloss_pattern *pattern,
                  uint32_t from, bool taking, uint8_t *marks,
                  uint32_t *stack) {
  size_t depth = 0;
  stack[depth++] = from;
  marks[from - pattern->from] = 1;
  while (depth > 0) {
    const gloss_instruction *i = &set->code[stack[--depth]];
    uint32_t ways[2] = { i->next,
                         i->operation == GLOSS_SPLIT ? i->a : i->next };
    if (i->operation == GLOSS_MATCHED ||
        (!taking && i->operation <= GLOSS_INSIDE))
      continue;
    for (int w = 0; w < 2; w++) {
      uint8_t *mark = &marks[ways[w] - pattern->from];
      if (*mark) continue;
      *mark = 1;
      stack[depth++] = ways[w];
    }
  }
}

/* Can the edge at `at` be where the pattern has it? ^ needs a token behind
** it, $ one before it; in one sentence ^ stands first and $ last. */
static bool edge_fits(const gloss_patterns *set, const gloss_pattern *pattern,
                      uint32_t at, const uint8_t *first, uint8_t *marks,
                      uint32_t *stack) {
  bool begin = set->code[at].operation == GLOSS_AT_BEGIN;
  size_t size = pattern->to - pattern->from;
  bool takes = false;
  if (begin && !pattern->across && !first[at - pattern->from]) return false;
  memset(marks, 0, size);
  reach(set, pattern, at, false, marks, stack);
  if (!begin && !pattern->across && !marks[size - 1]) return false;
  for (size_t i = 0; i < size; i++)
    takes = takes || (marks[i] && set->code[pattern->from + i].operation <
                                      GLOSS_INSIDE);
  return !begin || takes;
}

static bool takes_something(compiler *c, const gloss_pattern *pattern) {
  for (uint32_t i = pattern->from; i < pattern->to; i++)
    if (c->set->code[i].operation < GLOSS_INSIDE) return true;
  gloss_parse_fail(c->p, 0, "a pattern of edges alone takes no token");
  return false;
}

/* An edge in a place where it cannot hold would make a pattern that never
** matches: that is a mistake. */
static bool check_edges(compiler *c, const gloss_pattern *pattern) {
  const gloss_patterns *set = c->set;
  size_t size = pattern->to - pattern->from;
  uint8_t *marks = calloc(size, 2);
  uint32_t *stack = malloc(size * sizeof *stack);
  bool ok = marks != NULL && stack != NULL;
  if (!ok) gloss_parse_no_memory(c->p);
  if (ok) reach(set, pattern, pattern->start, false, marks, stack);
  for (uint32_t i = pattern->from; ok && i < pattern->to; i++) {
    const gloss_instruction *at = &set->code[i];
    bool begin = at->operation == GLOSS_AT_BEGIN;
    if (!begin && at->operation != GLOSS_AT_END) continue;
    ok = edge_fits(set, pattern, i, marks, marks + size, stack);
    if (!ok)
      gloss_parse_fail(c->p, at->source == c->p->source ? at->from : 0,
                       begin ? "'^' can only stand first in a match%s"
                             : "'$' can only stand last in a match%s",
                       pattern->across ? " or a sentence" : "");
  }
  free(marks);
  free(stack);
  return ok;
}

/* ---- Adding ---- */

static bool add_captures(gloss_patterns *set, gloss_parse *p,
                         gloss_pattern *pattern) {
  pattern->capture = (uint32_t)set->capture_count;
  pattern->capture_count = (uint32_t)p->capture_count;
  if (!gloss_array_reserve(set->captures, set->capture_room,
                           set->capture_count + p->capture_count + 1))
    return gloss_no_memory(p->err);
  for (size_t i = 0; i < p->capture_count; i++)
    set->captures[set->capture_count++] = p->captures[i];
  return true;
}

bool gloss_program_add(gloss_patterns *set, gloss_parse *p, gloss_node *tree,
                       bool across) {
  compiler c = { set, p, across, false };
  gloss_pattern *pattern;
  if (!gloss_array_reserve(set->list, set->room, set->count + 1))
    return gloss_no_memory(p->err);
  pattern = &set->list[set->count];
  *pattern = (gloss_pattern){ .across = across };
  pattern->start = pattern->from = here(&c);
  compile(&c, tree);
  emit(&c, GLOSS_MATCHED, (uint32_t)set->count, NULL);
  pattern->to = here(&c);
  if (c.failed || !takes_something(&c, pattern) ||
      !check_edges(&c, pattern) ||
      !add_captures(set, p, pattern)) {
    set->code_count = pattern->from;
    return false;
  }
  for (uint32_t i = pattern->from; i < pattern->to; i++)
    set->asks_end |= set->code[i].operation == GLOSS_AT_END;
  set->across |= across;
  set->count++;
  return true;
}

/* ---- Conditions ---- */

static bool is_found(uint32_t test, const uint32_t *found, size_t count) {
  size_t low = 0, high = count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (found[middle] < test)
      low = middle + 1;
    else
      high = middle;
  }
  return low < count && found[low] == test;
}

/* Brackets and ! nest at most GLOSS_MAX_NESTING deep, but & and | make long
** chains to the left: their left side is a loop. */
bool gloss_condition_holds(const gloss_patterns *set, uint32_t condition,
                           const uint32_t *found, size_t count) {
  const gloss_condition *c = &set->conditions[condition];
  for (; c->kind == GLOSS_AND || c->kind == GLOSS_OR;
       c = &set->conditions[c->a]) {
    bool right = gloss_condition_holds(set, c->b, found, count);
    if (right == (c->kind == GLOSS_OR)) return right;
  }
  if (c->kind == GLOSS_ALWAYS_TRUE) return true;
  if (c->kind == GLOSS_NOT)
    return !gloss_condition_holds(set, c->a, found, count);
  return is_found(c->a, found, count);
}

/* ---- Closures ---- */

bool gloss_closure_start(gloss_closure *c, const gloss_patterns *set) {
  size_t room = set->code_count + 1;
  *c = (gloss_closure){ .set = set };
  c->stack = malloc(room * sizeof *c->stack);
  c->out = malloc(room * sizeof *c->out);
  c->marks = calloc(room, sizeof *c->marks);
  return c->stack != NULL && c->out != NULL && c->marks != NULL;
}

void gloss_closure_free(gloss_closure *c) {
  free(c->stack);
  free(c->marks);
  free(c->out);
}

void gloss_closure_clear(gloss_closure *c) {
  c->count = 0;
  if (++c->stamp != 0) return;
  memset(c->marks, 0, (c->set->code_count + 1) * sizeof *c->marks);
  c->stamp = 1;
}

/* Looks at an instruction unless it was looked at before. */
static void visit(gloss_closure *c, uint32_t at, size_t *depth) {
  if (c->marks[at] == c->stamp) return;
  c->marks[at] = c->stamp;
  c->stack[(*depth)++] = at;
}

void gloss_closure_add(gloss_closure *c, uint32_t instruction) {
  size_t depth = 0;
  visit(c, instruction, &depth);
  while (depth > 0) {
    uint32_t at = c->stack[--depth];
    const gloss_instruction *i = &c->set->code[at];
    switch (i->operation) {
      case GLOSS_AT_BEGIN:
        if (c->begin) visit(c, i->next, &depth);
        else if (c->wait) c->out[c->count++] = at;
        break;
      case GLOSS_AT_END:
        if (c->end) visit(c, i->next, &depth);
        break;
      case GLOSS_SPLIT:
        visit(c, i->next, &depth);
        visit(c, i->a, &depth);
        break;
      case GLOSS_OPEN: case GLOSS_CLOSE: visit(c, i->next, &depth); break;
      default: c->out[c->count++] = at; break;
    }
  }
}

/* ---- Where patterns begin ---- */

/* The one test that an instruction asks; GLOSS_NO_TEST: something else. */
static uint32_t only_test(const gloss_patterns *set, uint32_t at) {
  const gloss_instruction *i = &set->code[at];
  return i->operation == GLOSS_TAKE_TOKEN ? i->b : GLOSS_NO_TEST;
}

/* Sorts what waits by its test (counting sort). */
static bool sort_starts(const gloss_patterns *set, const gloss_closure *c,
                        gloss_starts *starts) {
  size_t tests = set->tests.names.count;
  starts->from = calloc(tests + 2, sizeof *starts->from);
  starts->by_test = malloc((c->count + 1) * sizeof *starts->by_test);
  starts->others = malloc((c->count + 1) * sizeof *starts->others);
  if (!starts->from || !starts->by_test || !starts->others) return false;
  for (size_t i = 0; i < c->count; i++) {
    uint32_t test = only_test(set, c->out[i]);
    if (test != GLOSS_NO_TEST) starts->from[test + 2]++;
    else if (set->code[c->out[i]].operation < GLOSS_INSIDE)
      starts->others[starts->other_count++] = c->out[i];
  }
  for (size_t t = 2; t < tests + 2; t++)
    starts->from[t] += starts->from[t - 1];
  for (size_t i = 0; i < c->count; i++) {
    uint32_t test = only_test(set, c->out[i]);
    if (test != GLOSS_NO_TEST)
      starts->by_test[starts->from[test + 1]++] = c->out[i];
  }
  return true;
}

bool gloss_program_starts(gloss_patterns *set) {
  gloss_closure c;
  bool ok = gloss_closure_start(&c, set);
  for (int begin = 0; ok && begin < 2; begin++) {
    gloss_closure_clear(&c);
    c.begin = begin == 1;
    for (size_t i = 0; i < set->count; i++)
      gloss_closure_add(&c, set->list[i].start);
    ok = sort_starts(set, &c, &set->starts[begin]);
    for (size_t i = 0; i < c.count; i++)
      set->annotations_begin |=
          set->code[c.out[i]].operation == GLOSS_TAKE_ANNOTATION;
  }
  gloss_closure_free(&c);
  return ok;
}

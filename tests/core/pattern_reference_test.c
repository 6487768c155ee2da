/* pattern_reference_test.c - patterns beside a slow, obvious matcher.
**
** Random trees are written as patterns and run both ways over random texts of
** a few words, with annotations and sentence ends. The slow one tries all ways
** through the tree: where can this end, if it starts there? */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gloss.h"
#include "match/matcher.h"

enum { TOKENS = 24, NODES = 40, CASES = 30000, PATTERNS = 3, ROWS = 8 };

static uint64_t seed = 20250406;
static uint32_t below(uint32_t bound) {
  seed = seed * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)(seed >> 33) % bound;
}

/* ---- Texts: one-letter words, `.` ends a sentence ---- */

typedef struct row {
  size_t first, end; /* tokens */
  char type;
} row;

typedef struct text {
  char bytes[TOKENS * 4 + 1];
  char words[TOKENS];
  bool first[TOKENS + 1], last[TOKENS + 1]; /* of a sentence */
  bool masked[TOKENS + 1];
  size_t count, starts[TOKENS];
  row rows[ROWS];
  size_t row_count;
  gloss_doc *doc;
} text;

static void write_text(text *t) {
  size_t len = 0;
  t->count = 1 + below(TOKENS);
  for (size_t i = 0; i < t->count; i++) {
    t->words[i] = "aaabbcd"[below(7)];
    t->starts[i] = len;
    t->bytes[len++] = t->words[i];
    /* A blank line is a boundary whatever stands around it. */
    t->first[i] = i == 0 || t->last[i - 1];
    t->last[i] = i + 1 == t->count || below(6) == 0;
    if (i + 1 < t->count) {
      memcpy(t->bytes + len, t->last[i] ? "\n\n" : " ", 2);
      len += t->last[i] ? 2 : 1;
    }
  }
  t->bytes[len] = '\0';
}

/* Masks some tokens of some texts: the edges of a mask end sentences. */
static void add_mask(text *t) {
  size_t first = below((uint32_t)t->count), end = first + 1 + below(3);
  memset(t->masked, 0, sizeof t->masked);
  if (below(3) > 0) return;
  if (end > t->count) end = t->count;
  for (size_t i = first; i < end; i++) t->masked[i] = true;
  if (first > 0) t->last[first - 1] = true;
  t->first[end] = true;
  assert_true(gloss_doc_mask(
      t->doc, &(gloss_span){ (uint32_t)t->starts[first],
                             (uint32_t)t->starts[end - 1] + 1 }, 1, NULL));
}

/* Rows of random places, each type apart from none. */
static void add_rows(text *t) {
  gloss_layer *layer = gloss_layer_open(t->doc, "entities", 8, NULL);
  int type = gloss_layer_column(layer, "type", 4, NULL);
  t->row_count = below(ROWS);
  for (size_t i = 0; i < t->row_count; i++) {
    row *r = &t->rows[i];
    gloss_value value = { .kind = GLOSS_STRING };
    r->first = below((uint32_t)t->count);
    r->end = r->first + 1 + below(3);
    if (r->end > t->count) r->end = t->count;
    r->type = below(2) ? 'X' : 'Y';
    value.as.string.bytes = &r->type;
    value.as.string.len = 1;
    assert_true(gloss_layer_add(
        layer, (gloss_span){ (uint32_t)t->starts[r->first],
                             (uint32_t)t->starts[r->end - 1] + 1 }, NULL));
    assert_true(gloss_layer_set(layer, type, value, NULL));
  }
  assert_true(gloss_layer_seal(layer, NULL));
}

/* Half of the texts know the words of others. */
static gloss_workspace *shared;

static void make_text(text *t) {
  gloss_options options = { NULL, below(2) ? shared : NULL };
  write_text(t);
  t->doc = gloss_doc_new(t->bytes, strlen(t->bytes), &options, NULL);
  assert_non_null(t->doc);
  assert_int_equal(gloss_doc_token_count(t->doc), t->count);
  add_mask(t);
  add_rows(t);
}

/* ---- Patterns as trees ---- */

typedef enum kind { WORD, NOT, ANY, TYPE, BEGIN, END, SEQUENCE, EITHER,
                    REPEAT, CAPTURE } kind;

typedef struct node {
  kind kind;
  char letter;        /* of a word, a type or a capture */
  uint32_t min, max;  /* of a repetition; UINT32_MAX: no end */
  struct node *left, *right;
} node;

typedef struct pattern {
  node nodes[NODES];
  size_t count;
  node *root;
  char source[1024];
  bool across;
} pattern;

static node *make(pattern *p, uint32_t depth) {
  node *n = &p->nodes[p->count++];
  uint32_t dice = depth == 0 || p->count > NODES - 4 ? below(10) : below(22);
  *n = (node){ .letter = "abcd"[below(4)] };
  if (dice < 6) {
    n->kind = WORD;
  } else if (dice == 6) {
    n->kind = NOT;
  } else if (dice == 7) {
    n->kind = ANY;
  } else if (dice < 10) {
    n->kind = TYPE;
    n->letter = below(2) ? 'X' : 'Y';
  } else if (dice < 15) {
    n->kind = SEQUENCE;
    n->left = make(p, depth - 1);
    n->right = make(p, depth - 1);
  } else if (dice < 18) {
    n->kind = EITHER;
    n->left = make(p, depth - 1);
    n->right = make(p, depth - 1);
  } else if (dice < 20) {
    static const uint32_t times[][2] = {
      { 0, 1 }, { 0, UINT32_MAX }, { 1, UINT32_MAX }, { 2, 2 }, { 0, 3 },
      { 1, 3 }
    };
    uint32_t which = below(6);
    n->kind = REPEAT;
    n->min = times[which][0];
    n->max = times[which][1];
    n->left = make(p, depth - 1);
  } else {
    n->kind = CAPTURE;
    n->letter = (char)('p' + below(3));
    n->left = make(p, depth - 1);
  }
  return n;
}

static void write_node(const node *n, char *out) {
  char *end = out + strlen(out);
  switch (n->kind) {
    case WORD: sprintf(end, "%c ", n->letter); break;
    case NOT: sprintf(end, "[folded!=%c] ", n->letter); break;
    case ANY: strcat(end, "[] "); break;
    case TYPE: sprintf(end, "<%c> ", n->letter); break;
    case BEGIN: strcat(end, "^ "); break;
    case END: strcat(end, "$ "); break;
    case SEQUENCE:
    case EITHER:
      strcat(end, "(");
      write_node(n->left, out);
      if (n->kind == EITHER) strcat(out, "| ");
      write_node(n->right, out);
      strcat(out, ") ");
      break;
    case REPEAT:
      strcat(end, "(");
      write_node(n->left, out);
      end += strlen(end);
      if (n->max == UINT32_MAX) sprintf(end, "){%u,} ", n->min);
      else sprintf(end, "){%u,%u} ", n->min, n->max);
      break;
    case CAPTURE:
      sprintf(end, "%c:(", n->letter);
      write_node(n->left, out);
      strcat(out, ") ");
      break;
  }
}

/* An edge in front or behind, sometimes. */
static node *with_edges(pattern *p, node *root) {
  if (below(8) == 0 && p->count + 2 <= NODES) {
    node *edge = &p->nodes[p->count++], *all = &p->nodes[p->count++];
    *edge = (node){ .kind = below(2) ? BEGIN : END };
    *all = edge->kind == BEGIN
               ? (node){ .kind = SEQUENCE, .left = edge, .right = root }
               : (node){ .kind = SEQUENCE, .left = root, .right = edge };
    return all;
  }
  return root;
}

static void make_pattern(pattern *p) {
  p->count = 0;
  p->source[0] = '\0';
  p->across = below(3) == 0;
  p->root = with_edges(p, make(p, 4));
  write_node(p->root, p->source);
}

/* ---- The slow matcher ---- */

typedef struct capture {
  size_t first, end; /* equal: unset */
} capture;

/* Tries the rest of a pattern behind a place: continuations. `order` follows
** the order of preference and stops at the first that ends at `goal`. */
typedef struct way {
  const text *t;
  size_t goal;        /* SIZE_MAX: gather all ends */
  bool across;
  size_t start;
  bool ends[TOKENS + 1];
  capture captures[3];
  size_t steps;       /* against patterns that would take forever */
} way;

typedef struct rest {
  const node *node;         /* NULL: close a capture, or count a repetition */
  const struct rest *next;
  enum { GO, CLOSE, AGAIN } what;
  const node *owner;        /* of CLOSE and AGAIN */
  size_t from;              /* where the capture, the round began */
  uint32_t rounds;
} rest;

static bool go(way *w, const rest *r, size_t at);

static bool go_node(way *w, const node *n, const rest *next, size_t at) {
  rest r = { n, next, GO, NULL, 0, 0 };
  return go(w, &r, at);
}

static bool repeat(way *w, const node *n, const rest *next, size_t at,
                   uint32_t rounds) {
  if (rounds < n->max) {
    rest again = { NULL, next, AGAIN, n, at, rounds + 1 };
    if (go_node(w, n->left, &again, at)) return true;
  }
  return rounds >= n->min && go(w, next, at);
}

static bool close_capture(way *w, const rest *r, size_t at) {
  capture *c = &w->captures[r->owner->letter - 'p'], old = *c;
  if (at > r->from) *c = (capture){ r->from, at }; /* else it stays */
  if (go(w, r->next, at)) return true;
  *c = old;
  return false;
}

/* May the token at `at` be taken? Not beyond the sentence, and none that is
** masked. */
static bool open_at(const way *w, size_t at) {
  return at < w->t->count && !w->t->masked[at] &&
         (w->across || at == w->start || !w->t->first[at]);
}

static bool take_rows(way *w, const node *n, const rest *next, size_t at) {
  for (size_t len = TOKENS; len > 0; len--) /* the longest first */
    for (size_t i = 0; i < w->t->row_count; i++) {
      const row *r = &w->t->rows[i];
      bool inside = r->first == at && r->end == at + len &&
                    r->type == n->letter;
      for (size_t k = at; inside && k < r->end; k++)
        inside = open_at(w, k);
      if (!inside) continue;
      if (go(w, next, r->end)) return true;
      break; /* rows of the same place are the same */
    }
  return false;
}

static bool go(way *w, const rest *r, size_t at) {
  const node *n;
  if (++w->steps > 200000) return true; /* given up: the case is left out */
  if (r == NULL) {
    w->ends[at] = true;
    return at == w->goal;
  }
  if (r->what == CLOSE) return close_capture(w, r, at);
  if (r->what == AGAIN) {
    /* A round that took nothing ends the repetition. */
    if (at == r->from) return go(w, r->next, at);
    return repeat(w, r->owner, r->next, at, r->rounds);
  }
  n = r->node;
  switch (n->kind) {
    case WORD:
      return open_at(w, at) && w->t->words[at] == n->letter &&
             go(w, r->next, at + 1);
    case NOT:
      return open_at(w, at) && w->t->words[at] != n->letter &&
             go(w, r->next, at + 1);
    case ANY: return open_at(w, at) && go(w, r->next, at + 1);
    case TYPE: return take_rows(w, n, r->next, at);
    case BEGIN:
      return at < w->t->count && w->t->first[at] && go(w, r->next, at);
    case END:
      return at > w->start && w->t->last[at - 1] && go(w, r->next, at);
    case SEQUENCE: {
      rest right = { n->right, r->next, GO, NULL, 0, 0 };
      return go_node(w, n->left, &right, at);
    }
    case EITHER:
      return go_node(w, n->left, r->next, at) ||
             go_node(w, n->right, r->next, at);
    case REPEAT: return repeat(w, n, r->next, at, 0);
    default: {
      rest close = { NULL, r->next, CLOSE, n, at, 0 };
      return go_node(w, n->left, &close, at);
    }
  }
}

/* The matches as the slow matcher sees them: "first-end p=first-end ...".
** false: it took too long. */
static bool slow_matches(const pattern *p, const text *t, char *out) {
  size_t at = 0;
  *out = '\0';
  while (at < t->count) {
    way w = { .t = t, .goal = SIZE_MAX, .across = p->across, .start = at };
    size_t end = t->count;
    go_node(&w, p->root, NULL, at);
    if (w.steps > 200000) return false;
    while (end > at && !w.ends[end]) end--;
    if (end == at) {
      at++;
      continue;
    }
    w = (way){ .t = t, .goal = end, .across = p->across, .start = at };
    go_node(&w, p->root, NULL, at);
    if (w.steps > 200000) return false;
    sprintf(out + strlen(out), "%zu-%zu", at, end);
    for (int c = 0; c < 3; c++)
      if (w.captures[c].first < w.captures[c].end)
        sprintf(out + strlen(out), " %c=%zu-%zu", 'p' + c,
                w.captures[c].first, w.captures[c].end);
    strcat(out, "\n");
    at = end;
  }
  return true;
}

/* ---- Both ---- */

static size_t token_at(const text *t, uint32_t offset) {
  size_t i = 0;
  while (i < t->count && t->starts[i] < offset) i++;
  return i;
}

static void write_match(const gloss_patterns *set, const text *t,
                        const gloss_match *m, char *out) {
  sprintf(out + strlen(out), "%u-%u", m->first, m->last + 1);
  for (char letter = 'p'; letter < 's'; letter++) {
    const char *name;
    for (size_t i = 0;
         (name = gloss_patterns_capture(set, m->pattern, i)) != NULL; i++)
      if (*name == letter && m->captures[i].span.start != UINT32_MAX)
        sprintf(out + strlen(out), " %c=%zu-%zu", letter,
                token_at(t, m->captures[i].span.start),
                token_at(t, m->captures[i].span.end - 1) +
                    (t->starts[token_at(t, m->captures[i].span.end - 1)] <
                     m->captures[i].span.end));
  }
  strcat(out, "\n");
}

/* One set of patterns over one text: each finds what it finds alone. */
static size_t compare(const gloss_patterns *set, const pattern *patterns,
                      const text *t, gloss_matcher *m) {
  char slow[4096], fast[4096];
  const gloss_match *matches;
  size_t count, compared = 0;
  for (uint32_t p = 0; p < gloss_patterns_count(set); p++) {
    if (!slow_matches(&patterns[p], t, slow)) continue;
    assert_true(gloss_matcher_find(m, t->doc, (gloss_span){ 0, UINT32_MAX },
                                   0, &matches, &count, NULL));
    *fast = '\0';
    for (size_t i = 0; i < count; i++)
      if (matches[i].pattern == p) write_match(set, t, &matches[i], fast);
    if (strcmp(slow, fast) != 0) {
      print_error("%s%s\n%s\n", patterns[p].across ? "across: " : "",
                  patterns[p].source, t->bytes);
      for (size_t i = 0; i < t->row_count; i++)
        print_error("%c %zu-%zu\n", t->rows[i].type, t->rows[i].first,
                    t->rows[i].end);
    }
    assert_string_equal(fast, slow);
    compared++;
  }
  for (size_t i = 1; i < count; i++)
    assert_true(matches[i - 1].first <= matches[i].first);
  return compared;
}

static void finds_what_the_slow_one_finds(void **state) {
  size_t compared = 0;
  (void)state;
  shared = gloss_workspace_new(NULL);
  assert_non_null(shared);
  for (int i = 0; i < CASES; i += PATTERNS * 3) {
    pattern patterns[PATTERNS];
    size_t count = 0;
    gloss_pattern_builder *b = gloss_pattern_builder_new(NULL, NULL);
    gloss_patterns *set;
    gloss_matcher *m;
    while (count < PATTERNS) {
      gloss_slice source;
      make_pattern(&patterns[count]);
      source = (gloss_slice){ patterns[count].source,
                              strlen(patterns[count].source) };
      if (gloss_pattern_add(b, source,
                            patterns[count].across ? GLOSS_PATTERN_ACROSS : 0,
                            NULL))
        count++;
    }
    set = gloss_pattern_build(b, NULL);
    m = gloss_matcher_new(set, NULL);
    if (below(2)) m->patience = 0; /* looks ahead after each start */
    for (int k = 0; k < 3; k++) {
      text t;
      make_text(&t);
      compared += compare(set, patterns, &t, m);
      gloss_doc_free(t.doc);
    }
    gloss_matcher_free(m);
    gloss_patterns_free(set);
    gloss_pattern_builder_free(b);
  }
  gloss_workspace_free(shared);
  assert_in_range(compared, CASES * 9 / 10, CASES * 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(finds_what_the_slow_one_finds),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

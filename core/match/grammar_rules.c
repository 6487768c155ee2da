/* grammar_rules.c - rules over classes of words: their notation, and how they
** are matched against a sequence of classes.
**
** An element is `name:CLASS`; before the class stands what must separate it
** from the item before it: nothing for white space, `,` for a comma or white
** space, `-` a hyphen without spaces, `=` any hyphen or dash, `/` a slash, `+`
** nothing at all, `.` nothing or white space, `~` any of these but the slash,
** `[` an opening bracket. `!` marks an element that must be there but is no
** part of the span. `( | ) ?` are as in regular expressions; `name:(A|B)` is
** one item of either class. There is no repetition, so a rule is a small graph
** without loops, and is tried way by way; where ways part, it is kept from which
** items on they lead nowhere, so that none is tried twice. */
#include <stdlib.h>

#include "base/array.h"
#include "base/error.h"
#include "match/grammar.h"

enum { MAX_DEPTH = 16, NONE = 0 };

/* The gaps there are, each with its bit. */
static const char gap_letters[] = "_+,-=/(";

static unsigned gap_bit(char gap) {
  const char *at = gap != 0 ? strchr(gap_letters, gap) : NULL;
  return at != NULL ? 1u << (at - gap_letters) : 0;
}

static unsigned gap_bits(const char *gaps) {
  unsigned bits = 0;
  for (; *gaps != '\0'; gaps++) bits |= gap_bit(*gaps);
  return bits;
}

/* What the mark of an element allows; 0: it is none. */
static unsigned gaps_of_mark(char mark) {
  switch (mark) {
  case ',': return gap_bits(",_");
  case '-': return gap_bits("-");
  case '=': return gap_bits("-=");
  case '/': return gap_bits("/");
  case '+': return gap_bits("+");
  case '.': return gap_bits("+_");
  case '~': return gap_bits("+_-,");
  case '[': return gap_bits("(");
  default: return 0;
  }
}

/* ---- The tree ---- */

typedef enum node_kind { WORD, SEQUENCE, EITHER, MAYBE } node_kind;

typedef struct node {
  node_kind kind;
  gloss_rule_step word;     /* of WORD: all but where it leads */
  struct node *first;       /* of the others: their parts, */
  struct node *next;        /* in a chain */
} node;

typedef struct parser {
  gloss_grammar *g;
  gloss_arena *arena; /* of the tree */
  gloss_slice source;
  size_t at;
  unsigned depth;
  gloss_error *err;
} parser;

static char peek(const parser *p) {
  return p->at < p->source.len ? p->source.bytes[p->at] : '\0';
}

static void skip_spaces(parser *p) {
  while (gloss_is_space((unsigned char)peek(p))) p->at++;
}

static void *fail(parser *p, const char *why) {
  gloss_fail(p->err, GLOSS_BAD_PATTERN, p->at, "%s", why);
  return NULL;
}

static node *new_node(parser *p, node_kind kind) {
  node *n = gloss_arena_alloc(p->arena, sizeof *n);
  if (n == NULL) gloss_no_memory(p->err);
  else n->kind = kind;
  return n;
}

static bool is_name_letter(char c) { return (c >= 'a' && c <= 'z') || c == '_'; }
static bool is_class_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

static gloss_slice read_while(parser *p, bool (*fits)(char)) {
  size_t start = p->at;
  while (p->at < p->source.len && fits(p->source.bytes[p->at])) p->at++;
  return (gloss_slice){ p->source.bytes + start, p->at - start };
}

/* The number of a name + 1; 0: there are too many, or no memory. */
static uint8_t name_number(parser *p, gloss_slice name) {
  gloss_grammar_rules *r = &p->g->rules;
  char *copy;
  for (size_t i = 0; i < r->name_count; i++)
    if (r->names[i].len == name.len &&
        memcmp(r->names[i].bytes, name.bytes, name.len) == 0)
      return (uint8_t)(i + 1);
  if (r->name_count == GLOSS_MAX_RULE_NAMES)
    return fail(p, "too many names in the rules"), (uint8_t)0;
  copy = gloss_arena_alloc(p->g->arena, name.len + 1);
  if (copy == NULL) return gloss_no_memory(p->err), (uint8_t)0;
  memcpy(copy, name.bytes, name.len);
  r->names[r->name_count++] = (gloss_slice){ copy, name.len };
  return (uint8_t)r->name_count;
}

/* CLASS, or the inside of (A|B) up to `)`. */
static bool read_classes(parser *p, gloss_class_set *members, bool list) {
  do {
    size_t start = p->at;
    gloss_slice name = read_while(p, is_class_letter);
    if (name.len == 0) return fail(p, "a class must stand here"), false;
    if (!gloss_grammar_members(p->g, name, members)) {
      p->at = start;
      return gloss_fail(p->err, GLOSS_BAD_PATTERN, start, "no class %.*s",
                        (int)name.len, name.bytes);
    }
  } while (list && peek(p) == '|' && p->at++ < p->source.len);
  if (!list) return true;
  if (peek(p) != ')') return fail(p, "a ) is missing"), false;
  p->at++;
  return true;
}

/* Is "(" at `at` the start of (A|B), which is one item? */
static bool is_class_list(const parser *p, size_t at) {
  const char *s = p->source.bytes;
  if (at >= p->source.len || s[at] != '(') return false;
  for (at++; at < p->source.len && s[at] != ')'; at++)
    if (!is_class_letter(s[at]) && s[at] != '|') return false;
  return at < p->source.len;
}

/* Where the class of a word would begin that begins at `at`; and its name. */
static size_t class_place(const parser *p, size_t at, gloss_slice *name) {
  const char *s = p->source.bytes;
  size_t len = p->source.len, start;
  if (at < len && s[at] == '!') at++;
  if (at < len && gaps_of_mark(s[at]) != 0) at++;
  start = at;
  while (at < len && is_name_letter(s[at])) at++;
  *name = (gloss_slice){ s + start, at - start };
  return at < len && s[at] == ':' ? at + 1 : at;
}

/* One word; NULL with *is_word false where something else stands. */
static node *parse_word(parser *p, bool *is_word) {
  gloss_slice name;
  size_t at = class_place(p, p->at, &name);
  bool list = is_class_list(p, at);
  node *n;
  *is_word = list || (at < p->source.len && p->source.bytes[at] >= 'A' &&
                      p->source.bytes[at] <= 'Z');
  if (!*is_word || (n = new_node(p, WORD)) == NULL) return NULL;
  n->word.outside = peek(p) == '!';
  if (n->word.outside) p->at++;
  n->word.gaps = (uint8_t)gaps_of_mark(peek(p));
  if (n->word.gaps == 0) n->word.gaps = (uint8_t)gap_bits("_");
  if (name.len > 0 && (n->word.name = name_number(p, name)) == 0) return NULL;
  p->at = list ? at + 1 : at;
  return read_classes(p, &n->word.members, list) ? n : NULL;
}

static node *parse_either(parser *p);

static node *parse_element(parser *p) {
  bool is_word;
  node *n = parse_word(p, &is_word);
  if (is_word) return n;
  if (peek(p) != '(') return fail(p, "no word of a rule can begin so");
  if (++p->depth > MAX_DEPTH) return fail(p, "too many brackets in brackets");
  p->at++;
  n = parse_either(p);
  if (n == NULL) return NULL;
  skip_spaces(p);
  if (peek(p) != ')') return fail(p, "a ) is missing");
  p->at++;
  p->depth--;
  return n;
}

static node *parse_sequence(parser *p) {
  node *list = new_node(p, SEQUENCE), **tail = list != NULL ? &list->first : NULL;
  if (list == NULL) return NULL;
  for (skip_spaces(p); p->at < p->source.len; skip_spaces(p)) {
    node *n;
    if (peek(p) == '|' || peek(p) == ')') break;
    n = parse_element(p);
    if (n == NULL) return NULL;
    if (peek(p) == '?') {
      node *maybe = new_node(p, MAYBE);
      if (maybe == NULL) return NULL;
      maybe->first = n;
      n = maybe;
      p->at++;
    }
    *tail = n;
    tail = &n->next;
  }
  return list;
}

static node *parse_either(parser *p) {
  node *list = new_node(p, EITHER), **tail = list != NULL ? &list->first : NULL;
  if (list == NULL) return NULL;
  for (;;) {
    *tail = parse_sequence(p);
    if (*tail == NULL) return NULL;
    tail = &(*tail)->next;
    if (peek(p) != '|') return list;
    p->at++;
  }
}

/* ---- Compiling: from the end, as each step knows the one behind it ---- */

/* A new step; UINT32_MAX: no memory. */
static uint32_t add_step(gloss_grammar_rules *r, gloss_rule_step step) {
  if (!gloss_array_reserve(r->steps, r->step_room, r->step_count + 1))
    return UINT32_MAX;
  r->steps[r->step_count] = step;
  return (uint32_t)r->step_count++;
}

static uint32_t add_either(gloss_grammar_rules *r, uint32_t next,
                           uint32_t other) {
  gloss_rule_step step = { .how = GLOSS_RULE_EITHER, .next = next,
                           .other = other };
  if (next == UINT32_MAX || other == UINT32_MAX) return UINT32_MAX;
  return add_step(r, step);
}

static uint32_t compile(gloss_grammar_rules *r, const node *n,
                        uint32_t follow);

static uint32_t compile_sequence(gloss_grammar_rules *r, const node *n,
                                 uint32_t follow) {
  if (n == NULL || follow == UINT32_MAX) return follow;
  return compile(r, n, compile_sequence(r, n->next, follow));
}

static uint32_t compile_either(gloss_grammar_rules *r, const node *n,
                               uint32_t follow) {
  uint32_t way = compile(r, n, follow);
  if (n->next == NULL) return way;
  return add_either(r, way, compile_either(r, n->next, follow));
}

static uint32_t compile(gloss_grammar_rules *r, const node *n,
                        uint32_t follow) {
  gloss_rule_step step;
  if (follow == UINT32_MAX) return follow;
  switch (n->kind) {
  case SEQUENCE: return compile_sequence(r, n->first, follow);
  case EITHER: return compile_either(r, n->first, follow);
  case MAYBE: return add_either(r, compile(r, n->first, follow), follow);
  default:
    step = n->word;
    step.how = GLOSS_RULE_WORD;
    step.next = follow;
    return add_step(r, step);
  }
}

static bool add_rule(parser *p) {
  gloss_grammar_rules *r = &p->g->rules;
  node *tree = parse_either(p);
  uint32_t start;
  if (tree == NULL) return false;
  if (p->at < p->source.len) return fail(p, "nothing opens this )"), false;
  start = add_step(r, (gloss_rule_step){ .how = GLOSS_RULE_END });
  if (start != UINT32_MAX) start = compile(r, tree, start);
  if (start == UINT32_MAX ||
      !gloss_array_reserve(r->starts, r->room, r->count + 1))
    return gloss_no_memory(p->err);
  r->starts[r->count++] = start;
  return true;
}

bool gloss_grammar_rule(gloss_grammar *g, gloss_slice source,
                        gloss_error *err) {
  parser p = { .g = g, .source = source, .err = err,
               .arena = gloss_arena_new() };
  bool ok = false;
  if (g->built)
    gloss_fail(err, GLOSS_TOO_LATE, 0, "the grammar is built already");
  else if (source.len > GLOSS_MAX_RULE_BYTES)
    gloss_fail(err, GLOSS_TOO_LARGE, GLOSS_MAX_RULE_BYTES,
               "a rule has more than %d bytes", GLOSS_MAX_RULE_BYTES);
  else if (p.arena == NULL)
    gloss_no_memory(err);
  else
    ok = add_rule(&p);
  gloss_arena_free(p.arena);
  return ok;
}

/* ---- Building ---- */

/* Adds the classes that what begins at a step can begin with. Each step is
** looked at once, however many ways lead to it. */
static void add_begins(const gloss_grammar_rules *r, uint32_t at, bool *seen,
                       gloss_class_set *into) {
  const gloss_rule_step *step = &r->steps[at];
  if (seen[at]) return;
  seen[at] = true;
  if (step->how == GLOSS_RULE_WORD) {
    for (size_t i = 0; i < sizeof into->bits / sizeof *into->bits; i++)
      into->bits[i] |= step->members.bits[i];
  } else if (step->how == GLOSS_RULE_EITHER) {
    add_begins(r, step->next, seen, into);
    add_begins(r, step->other, seen, into);
  }
}

bool gloss_rules_build(gloss_grammar *g) {
  gloss_grammar_rules *r = &g->rules;
  size_t room = 0, count = 0;
  gloss_class_set *begins = gloss_arena_alloc(g->arena,
                                              (r->count + 1) * sizeof *begins);
  bool *seen = gloss_arena_alloc(g->arena, r->step_count + 1);
  r->barren = gloss_arena_alloc(g->arena,
                                (r->step_count + 1) * sizeof *r->barren);
  if (begins == NULL || seen == NULL || r->barren == NULL) return false;
  for (uint32_t i = 0; i < r->count; i++)
    add_begins(r, r->starts[i], seen, &begins[i]);
  for (size_t c = 0; c < GLOSS_MAX_WORD_CLASSES; c++) {
    r->from[c] = (uint32_t)count;
    for (uint32_t i = 0; i < r->count; i++) {
      if (!gloss_class_set_has(&begins[i], c)) continue;
      if (!gloss_array_reserve(r->by_class, room, count + 1)) return false;
      r->by_class[count++] = i;
    }
  }
  r->from[GLOSS_MAX_WORD_CLASSES] = (uint32_t)count;
  return true;
}

void gloss_rules_free(gloss_grammar_rules *r) {
  free(r->steps);
  free(r->starts);
  free(r->by_class);
  free(r->matches);
}

/* ---- Matching ---- */

typedef struct matching {
  const gloss_rule_step *steps;
  uint64_t *barren;         /* as in the rules */
  const unsigned char *key; /* two bytes an item */
  size_t count, start;
  uint8_t names[GLOSS_MAX_RULE_NAMES + 1]; /* item + 1 */
  size_t first, last, stop; /* first, last: item + 1 */
} matching;

static bool matches_from(matching *m, uint32_t at, size_t i);

static bool word_matches(matching *m, const gloss_rule_step *step, size_t i) {
  size_t first = m->first, last = m->last;
  uint8_t name = m->names[step->name];
  if (i >= m->count ||
      !gloss_class_set_has(&step->members, m->key[2 * i + 1]) ||
      (i > m->start && !(step->gaps & gap_bit((char)m->key[2 * i]))))
    return false;
  m->names[step->name] = (uint8_t)(i + 1);
  if (!step->outside) {
    m->last = i + 1;
    if (m->first == 0) m->first = i + 1;
  }
  if (matches_from(m, step->next, i + 1)) return true;
  m->names[step->name] = name;
  m->first = first;
  m->last = last;
  return false;
}

static bool either_matches(matching *m, uint32_t at, size_t i) {
  uint64_t bit = UINT64_C(1) << i;
  if (m->barren[at] & bit) return false;
  if (matches_from(m, m->steps[at].next, i) ||
      matches_from(m, m->steps[at].other, i))
    return true;
  m->barren[at] |= bit;
  return false;
}

static bool matches_from(matching *m, uint32_t at, size_t i) {
  const gloss_rule_step *step = &m->steps[at];
  switch (step->how) {
  case GLOSS_RULE_WORD: return word_matches(m, step, i);
  case GLOSS_RULE_EITHER: return either_matches(m, at, i);
  default:
    m->stop = i;
    return true;
  }
}

static void keep_match(gloss_grammar_rules *r, const matching *m,
                       uint32_t rule) {
  gloss_rule_match *to = &r->matches[r->match_count++];
  size_t at = r->match_count - 1;
  to->rule = rule;
  to->first = (uint8_t)(m->first - 1);
  to->last = (uint8_t)(m->last - 1);
  to->stop = (uint8_t)(m->stop - 1);
  to->name_count = 0;
  for (size_t i = 1; i <= r->name_count; i++) {
    if (m->names[i] == 0) continue;
    to->names[to->name_count].name = (uint8_t)(i - 1);
    to->names[to->name_count++].item = (uint8_t)(m->names[i] - 1);
  }
  for (; at > 0 && r->matches[at - 1].stop < r->matches[at].stop; at--) {
    gloss_rule_match other = r->matches[at];
    r->matches[at] = r->matches[at - 1];
    r->matches[at - 1] = other;
  }
}

/* Forgets what led nowhere in the rule: its steps lie together, the first one
** last. */
static void clear_barren(gloss_grammar_rules *r, uint32_t rule) {
  uint32_t from = rule > 0 ? r->starts[rule - 1] + 1 : 0;
  memset(r->barren + from, 0,
         (r->starts[rule] + 1 - from) * sizeof *r->barren);
}

bool gloss_rules_match(gloss_grammar *g, gloss_slice key, size_t from) {
  gloss_grammar_rules *r = &g->rules;
  size_t begin = (unsigned char)key.bytes[2 * from + 1];
  r->match_count = 0;
  for (size_t i = r->from[begin]; i < r->from[begin + 1]; i++) {
    matching m = { .steps = r->steps, .barren = r->barren, .start = from,
                   .count = key.len / 2,
                   .key = (const unsigned char *)key.bytes };
    clear_barren(r, r->by_class[i]);
    if (!gloss_array_reserve(r->matches, r->match_room, r->match_count + 1))
      return false;
    if (matches_from(&m, r->starts[r->by_class[i]], from) && m.first > 0)
      keep_match(r, &m, r->by_class[i]);
  }
  return true;
}

/* pattern_parser.c - reads a pattern: what stands beside what, repeated,
** chosen and captured.
**
**   either   = sequence ("|" sequence)*
**   sequence = item*
**   item     = [name ":"] atom ["?" | "*" | "+" | "{" m ["," [n]] "}"]
**   atom     = word | "words" | /regex/ | "[" tests "]" | "<" tests ">"
**            | "(" either ")" | "$" name | "^" | "$"            */
#include <string.h>

#include "match/patterns.h"

static gloss_node *parse_either(gloss_parse *p);

gloss_node *gloss_parse_node(gloss_parse *p, gloss_node_kind kind,
                             size_t from) {
  gloss_node *node;
  if (++p->node_count > GLOSS_MAX_NODES)
    return gloss_parse_fail(p, from, "the pattern is too large (a dictionary "
                                     "holds many names)");
  node = gloss_arena_alloc(p->arena, sizeof *node);
  if (node == NULL) return gloss_parse_no_memory(p);
  node->kind = kind;
  node->source = p->source;
  node->from = (uint32_t)from;
  node->to = (uint32_t)p->at;
  return node;
}

/* ---- Atoms ---- */

/* What a bare word cannot hold. */
static bool ends_word(const gloss_parse *p) {
  int c = gloss_parse_peek(p);
  return c == 0 || strchr(" \t\r\n()[]<>{}|?*+^$:\"/", c) != NULL;
}

static gloss_node *parse_word(gloss_parse *p) {
  size_t from = p->at;
  gloss_slice word = { p->source->bytes + from, 0 };
  while (p->at < p->source->len && !ends_word(p)) p->at++;
  word.len = p->at - from;
  if (gloss_parse_peek(p) == '/' || gloss_parse_peek(p) == ':')
    return gloss_parse_fail(p, p->at, "'%c' inside a word: write it in quotes",
                            gloss_parse_peek(p));
  return gloss_parse_words(p, from, word, false);
}

static gloss_node *parse_quoted(gloss_parse *p) {
  size_t from = p->at;
  gloss_slice words = gloss_parse_quoted(p);
  return words.bytes != NULL ? gloss_parse_words(p, from, words, true) : NULL;
}

/* A node that takes one token under a condition. */
static gloss_node *token_node(gloss_parse *p, size_t from,
                              uint32_t condition) {
  gloss_node *node;
  if (condition == UINT32_MAX) return NULL;
  node = gloss_parse_node(p, GLOSS_NODE_TOKEN, from);
  if (node != NULL) node->number = condition;
  return node;
}

static gloss_node *parse_regex(gloss_parse *p) {
  size_t from = p->at;
  uint32_t test = gloss_parse_regex_test(p, GLOSS_OF_TEXT);
  if (test == GLOSS_NO_TEST) return NULL;
  return token_node(p, from, gloss_parse_condition(p, GLOSS_IS, test, 0));
}

static gloss_node *parse_group(gloss_parse *p) {
  size_t from = p->at++;
  gloss_node *node;
  if (++p->depth > GLOSS_MAX_NESTING)
    return gloss_parse_fail(p, from, "brackets are nested too deep");
  node = parse_either(p);
  p->depth--;
  if (node == NULL) return NULL;
  if (!gloss_parse_take(p, ')'))
    return p->at < p->source->len
               ? gloss_parse_fail(p, p->at, "'%c' where ')' is expected",
                                  gloss_parse_peek(p))
               : gloss_parse_fail(p, from, "'(' is never closed");
  return node;
}

static gloss_node *parse_annotation(gloss_parse *p) {
  size_t from = p->at++;
  uint32_t number = gloss_parse_annotation(p);
  gloss_node *node = number != UINT32_MAX
                         ? gloss_parse_node(p, GLOSS_NODE_ANNOTATION, from)
                         : NULL;
  if (node != NULL) node->number = number;
  return node;
}

static gloss_node *parse_edge(gloss_parse *p, gloss_node_kind kind) {
  size_t from = p->at++;
  return gloss_parse_node(p, kind, from);
}

static bool is_name_start(int c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static gloss_node *parse_dollar(gloss_parse *p) {
  size_t from = p->at;
  if (p->at + 1 < p->source->len &&
      is_name_start((unsigned char)p->source->bytes[p->at + 1])) {
    p->at++;
    return gloss_parse_reference(p, from);
  }
  return parse_edge(p, GLOSS_NODE_END);
}

static gloss_node *parse_atom(gloss_parse *p) {
  size_t from = p->at;
  switch (gloss_parse_peek(p)) {
    case '(': return parse_group(p);
    case '[':
      p->at++;
      return token_node(p, from, gloss_parse_token_condition(p));
    case '<': return parse_annotation(p);
    case '"': return parse_quoted(p);
    case '/': return parse_regex(p);
    case '^': return parse_edge(p, GLOSS_NODE_BEGIN);
    case '$': return parse_dollar(p);
    case '?': case '*': case '+': case '{':
      return gloss_parse_fail(p, from, "nothing before '%c' to repeat; as a "
                              "word, write it in quotes", gloss_parse_peek(p));
    case ')': case ']': case '>': case '}': case ':':
      return gloss_parse_fail(p, from, "'%c' where a word or a test is "
                              "expected", gloss_parse_peek(p));
    case 0:
      if (p->at < p->source->len)
        return gloss_parse_fail(p, from, "a NUL byte");
      return gloss_parse_fail(p, from, "a word or a test is expected here");
    default: return parse_word(p);
  }
}

/* ---- Repetition ---- */

/* A number up to GLOSS_MAX_MATCH_TOKENS; false: none, or it failed. */
static bool parse_count(gloss_parse *p, uint32_t *count) {
  size_t from = p->at;
  *count = 0;
  while (gloss_parse_peek(p) >= '0' && gloss_parse_peek(p) <= '9') {
    *count = *count * 10 + (uint32_t)(gloss_parse_peek(p) - '0');
    p->at++;
    if (*count > GLOSS_MAX_MATCH_TOKENS) {
      gloss_parse_fail(p, from, "a match has at most %d tokens",
                       GLOSS_MAX_MATCH_TOKENS);
      return false;
    }
  }
  if (p->at == from) gloss_parse_fail(p, from, "a number is expected here");
  return p->at > from;
}

/* The inside of {m}, {m,} or {m,n}. */
static bool parse_braces(gloss_parse *p, uint32_t *min, uint32_t *max) {
  size_t from = p->at;
  gloss_parse_space(p);
  if (!parse_count(p, min)) return false;
  *max = *min;
  gloss_parse_space(p);
  if (gloss_parse_take(p, ',')) {
    gloss_parse_space(p);
    *max = GLOSS_NO_MAX;
    if (gloss_parse_peek(p) != '}' && !parse_count(p, max)) return false;
    gloss_parse_space(p);
  }
  if (!gloss_parse_take(p, '}')) {
    gloss_parse_fail(p, p->at, "'}' is expected here");
    return false;
  }
  if (*max >= *min && *max > 0) return true;
  gloss_parse_fail(p, from, *max == 0 ? "{0} takes nothing"
                                      : "{m,n} where n is below m");
  return false;
}

/* Reads what stands behind an atom. false: failed; `*is` tells whether there
** is a repetition. */
static bool parse_repetition(gloss_parse *p, bool *is, uint32_t *min,
                             uint32_t *max) {
  *is = true;
  *min = 0;
  *max = GLOSS_NO_MAX;
  if (gloss_parse_take(p, '*')) return true;
  if (gloss_parse_take(p, '?')) {
    *max = 1;
  } else if (gloss_parse_take(p, '+')) {
    *min = 1;
  } else if (gloss_parse_take(p, '{')) {
    return parse_braces(p, min, max);
  } else {
    *is = false;
  }
  return true;
}

static bool is_edge(const gloss_node *node) {
  return node->kind == GLOSS_NODE_BEGIN || node->kind == GLOSS_NODE_END;
}

static gloss_node *repeated(gloss_parse *p, gloss_node *atom, size_t from) {
  uint32_t min, max;
  bool is;
  gloss_node *node;
  if (atom == NULL || !parse_repetition(p, &is, &min, &max)) return NULL;
  if (!is) return atom;
  if (is_edge(atom))
    return gloss_parse_fail(p, from, "an edge cannot be repeated");
  if (gloss_parse_peek(p) != 0 && strchr("?*+{", gloss_parse_peek(p)) != NULL)
    return gloss_parse_fail(p, p->at, "repeated twice");
  node = gloss_parse_node(p, GLOSS_NODE_REPEAT, from);
  if (node == NULL) return NULL;
  node->child = atom;
  node->min = min;
  node->max = max;
  return node;
}

/* ---- Captures ---- */

/* The number of a capture, made when new; SIZE_MAX: failed. */
static size_t capture_number(gloss_parse *p, size_t from, gloss_slice name) {
  char *copy;
  for (size_t i = 0; i < p->capture_count; i++)
    if (strlen(p->captures[i]) == name.len &&
        memcmp(p->captures[i], name.bytes, name.len) == 0)
      return i;
  if (p->capture_count == GLOSS_MAX_CAPTURES) {
    gloss_parse_fail(p, from, "a pattern has at most %d captures",
                     GLOSS_MAX_CAPTURES);
    return SIZE_MAX;
  }
  copy = gloss_arena_alloc(p->set->arena, name.len + 1);
  if (copy == NULL) {
    gloss_parse_no_memory(p);
    return SIZE_MAX;
  }
  memcpy(copy, name.bytes, name.len);
  p->captures[p->capture_count] = copy;
  return p->capture_count++;
}

/* The name before `:`, if there is one; else nothing is read. */
static gloss_slice capture_name(gloss_parse *p) {
  size_t from = p->at;
  gloss_slice name = gloss_parse_name(p);
  if (name.len > 0 && gloss_parse_take(p, ':')) return name;
  p->at = from;
  return (gloss_slice){ NULL, 0 };
}

static gloss_node *parse_item(gloss_parse *p) {
  size_t from = p->at, number, inner;
  gloss_slice name = capture_name(p);
  gloss_node *node, *capture;
  if (name.len == 0) return repeated(p, parse_atom(p), from);
  number = capture_number(p, from, name);
  if (number == SIZE_MAX) return NULL;
  if (p->open_captures >> number & 1)
    return gloss_parse_fail(p, from, "a capture inside itself");
  gloss_parse_space(p);
  inner = p->at;
  p->open_captures |= (uint64_t)1 << number;
  node = repeated(p, parse_atom(p), inner);
  p->open_captures &= ~((uint64_t)1 << number);
  if (node == NULL) return NULL;
  if (is_edge(node))
    return gloss_parse_fail(p, inner, "an edge has nothing to capture");
  capture = gloss_parse_node(p, GLOSS_NODE_CAPTURE, from);
  if (capture == NULL) return NULL;
  capture->child = node;
  capture->number = (uint32_t)number;
  return capture;
}

/* ---- Sequences and alternatives ---- */

static bool ends_sequence(const gloss_parse *p) {
  int c = gloss_parse_peek(p);
  return p->at >= p->source->len || c == '|' || c == ')';
}

static gloss_node *parse_sequence(gloss_parse *p) {
  gloss_node *all, **last;
  gloss_parse_space(p);
  all = gloss_parse_node(p, GLOSS_NODE_SEQUENCE, p->at);
  if (all == NULL) return NULL;
  for (last = &all->child; !ends_sequence(p); gloss_parse_space(p)) {
    *last = parse_item(p);
    if (*last == NULL) return NULL;
    last = &(*last)->next;
  }
  all->to = (uint32_t)p->at;
  if (all->child == NULL)
    return gloss_parse_fail(p, p->at, "a word or a test is expected here");
  return all->child->next == NULL ? all->child : all;
}

static gloss_node *parse_either(gloss_parse *p) {
  size_t from = p->at;
  gloss_node *first = parse_sequence(p), *all, **last;
  if (first == NULL || gloss_parse_peek(p) != '|') return first;
  all = gloss_parse_node(p, GLOSS_NODE_EITHER, from);
  if (all == NULL) return NULL;
  all->child = first;
  for (last = &first->next; gloss_parse_take(p, '|');
       last = &(*last)->next) {
    *last = parse_sequence(p);
    if (*last == NULL) return NULL;
  }
  all->to = (uint32_t)p->at;
  return all;
}

gloss_node *gloss_parse_pattern(gloss_parse *p) {
  gloss_node *tree = parse_either(p);
  if (tree != NULL && p->at < p->source->len)
    return gloss_parse_fail(p, p->at, "')' closes nothing");
  return tree;
}

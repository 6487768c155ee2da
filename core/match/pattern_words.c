/* pattern_words.c - words of a pattern as tokens, word lists and parts.
**
** A word is cut into tokens as the language would cut it in a text, so that
** `don't` finds do|n't. Where its edges decide ('s behind a word, co. before
** one), each way is an alternative. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/slice.h"
#include "match/patterns.h"
#include "tokenise/tokenise.h"

/* ---- Cutting ---- */

/* What may stand around a word: the tokens are those that begin and end with
** it. */
static const struct {
  const char *before, *after;
} contexts[] = { { "", "" }, { "it", "" }, { "", "it" }, { "", " a" } };
enum { CONTEXTS = sizeof contexts / sizeof *contexts };

/* One way to cut a word. */
typedef struct cut {
  gloss_span *tokens; /* of the word; in the arena of the parse */
  size_t count;
} cut;

/* Takes from `list` the tokens of the `len` bytes behind `before`, if they
** begin and end with them. */
static bool take_cut(gloss_parse *p, const gloss_token_list *list,
                     size_t before, size_t len, cut *out) {
  size_t first = 0, last;
  while (first < list->count && list->starts[first] < before) first++;
  for (last = first; last < list->count; last++)
    if (list->starts[last] >= before + len) break;
  out->count = 0;
  if (first > 0 && list->ends[first - 1] > before) return true;
  if (last > first && list->ends[last - 1] > before + len) return true;
  out->tokens =
      gloss_arena_alloc(p->arena, (last - first + 1) * sizeof *out->tokens);
  if (out->tokens == NULL) return false;
  for (size_t i = first; i < last; i++)
    out->tokens[out->count++] =
        (gloss_span){ (uint32_t)(list->starts[i] - before),
                      (uint32_t)(list->ends[i] - before) };
  return true;
}

/* Cuts the words in a context. false: no memory. */
static bool cut_in(gloss_parse *p, gloss_slice words, size_t context,
                   cut *out) {
  size_t before = strlen(contexts[context].before);
  size_t after = strlen(contexts[context].after);
  size_t len = before + words.len + after;
  char *text = gloss_arena_alloc(p->arena, len + 1);
  gloss_token_list list = { 0 };
  bool ok = text != NULL;
  if (ok) {
    memcpy(text, contexts[context].before, before);
    memcpy(text + before, words.bytes, words.len);
    memcpy(text + before + words.len, contexts[context].after, after);
    ok = gloss_tokenise(p->set->language, text, len, &list) &&
         take_cut(p, &list, before, words.len, out);
  }
  gloss_token_list_free(&list);
  if (!ok) gloss_parse_no_memory(p);
  return ok;
}

/* A letter or a digit at that end of the words stands in a text beside
** nothing that belongs to it: only a mark makes a context. */
static bool is_mark(unsigned char c) {
  return c == '\'' || c == '.' || c == '-' || c >= 0x80;
}

static bool is_context(gloss_slice words, size_t context) {
  unsigned char first = (unsigned char)words.bytes[0];
  unsigned char last = (unsigned char)words.bytes[words.len - 1];
  return context == 0 || (context == 1 && is_mark(first) && first != '.') ||
         (context == 2 && is_mark(last) && last != '.') ||
         (context == 3 && is_mark(last));
}

size_t gloss_count_tokens(gloss_parse *p, gloss_slice words) {
  size_t fewest = 0;
  if (words.len == 0) return 0;
  for (size_t i = 0; i < CONTEXTS; i++) {
    cut c;
    if (!is_context(words, i)) continue;
    if (!cut_in(p, words, i, &c)) return SIZE_MAX;
    if (c.count > 0 && (fewest == 0 || c.count < fewest)) fewest = c.count;
  }
  return fewest;
}

/* ---- Words ---- */

static gloss_node *token_of(gloss_parse *p, size_t from, gloss_slice token,
                            bool exact) {
  gloss_token_form form = exact ? GLOSS_OF_TEXT : GLOSS_OF_FOLDED;
  gloss_slice key = exact ? token : gloss_parse_fold(p, token);
  gloss_node *node;
  uint32_t test;
  if (key.bytes == NULL) return NULL;
  test = gloss_test_key(&p->set->tests, form, key.bytes, key.len);
  if (test == GLOSS_NO_TEST) return gloss_parse_no_memory(p);
  node = gloss_parse_node(p, GLOSS_NODE_TOKEN, from);
  if (node == NULL) return NULL;
  node->number = gloss_parse_condition(p, GLOSS_IS, test, 0);
  return node->number != UINT32_MAX ? node : NULL;
}

static gloss_node *tokens_of(gloss_parse *p, size_t from, gloss_slice words,
                             const cut *c, bool exact) {
  gloss_node *all = gloss_parse_node(p, GLOSS_NODE_SEQUENCE, from), **last;
  if (all == NULL) return NULL;
  last = &all->child;
  for (size_t i = 0; i < c->count; i++) {
    gloss_span t = c->tokens[i];
    gloss_slice token = { words.bytes + t.start, t.end - t.start };
    *last = token_of(p, from, token, exact);
    if (*last == NULL) return NULL;
    last = &(*last)->next;
  }
  return c->count == 1 ? all->child : all;
}

static bool same_cut(const cut *a, const cut *b) {
  return a->count == b->count &&
         memcmp(a->tokens, b->tokens, a->count * sizeof *a->tokens) == 0;
}

/* The ways to cut the words, each once; 0: none, or it failed. */
static size_t find_cuts(gloss_parse *p, gloss_slice words, cut *cuts) {
  size_t count = 0;
  for (size_t i = 0; i < CONTEXTS; i++) {
    bool is_new = true;
    if (!is_context(words, i)) continue;
    if (!cut_in(p, words, i, &cuts[count])) return 0;
    for (size_t k = 0; k < count; k++)
      if (same_cut(&cuts[k], &cuts[count])) is_new = false;
    if (is_new && cuts[count].count > 0) count++;
  }
  return count;
}

gloss_node *gloss_parse_words(gloss_parse *p, size_t from, gloss_slice words,
                              bool exact) {
  cut cuts[CONTEXTS];
  size_t count;
  gloss_node *all, **last;
  if (words.len == 0)
    return gloss_parse_fail(p, from, "no token is empty");
  if (p->err != NULL) p->err->code = GLOSS_OK;
  count = find_cuts(p, words, cuts);
  if (count == 0)
    return p->err != NULL && p->err->code != GLOSS_OK
               ? NULL
               : gloss_parse_fail(p, from, "there is no token in this");
  if (count == 1) return tokens_of(p, from, words, &cuts[0], exact);
  all = gloss_parse_node(p, GLOSS_NODE_EITHER, from);
  if (all == NULL) return NULL;
  last = &all->child;
  for (size_t i = 0; i < count; i++, last = &(*last)->next) {
    *last = tokens_of(p, from, words, &cuts[i], exact);
    if (*last == NULL) return NULL;
  }
  return all;
}

/* ---- Lists ---- */

gloss_word_list *gloss_find_list(const gloss_pattern_names *names,
                                 gloss_slice name) {
  for (size_t i = 0; i < names->list_count; i++)
    if (gloss_same_bytes(names->lists[i].name, name)) return &names->lists[i];
  return NULL;
}

gloss_part *gloss_find_part(const gloss_pattern_names *names,
                            gloss_slice name) {
  for (size_t i = 0; i < names->part_count; i++)
    if (gloss_same_bytes(names->parts[i]->name, name)) return names->parts[i];
  return NULL;
}

/* A node for all words of a list that are one token, however many: a test of
** tokens by folded form. `*is_new`: it has no words yet. */
static gloss_node *single_words(gloss_parse *p, size_t from,
                                const gloss_word_list *list, uint32_t *test,
                                bool *is_new) {
  gloss_node *node = gloss_parse_node(p, GLOSS_NODE_TOKEN, from);
  char name[80];
  if (node == NULL) return NULL;
  name[0] = '1'; /* apart from the list in [folded in $name] */
  memcpy(name + 1, list->name.bytes, list->name.len);
  *test = gloss_test_list(&p->set->tests, GLOSS_OF_FOLDED, name,
                          list->name.len + 1, is_new);
  if (*test == GLOSS_NO_TEST) return gloss_parse_no_memory(p);
  node->number = gloss_parse_condition(p, GLOSS_IS, *test, 0);
  return node->number != UINT32_MAX ? node : NULL;
}

/* Is the word one token in every place? Then a table can hold it. */
static bool is_single(gloss_parse *p, gloss_slice word, bool *failed) {
  cut cuts[CONTEXTS];
  size_t count;
  if (p->err != NULL) p->err->code = GLOSS_OK;
  count = find_cuts(p, word, cuts);
  *failed = count == 0 && p->err != NULL && p->err->code != GLOSS_OK;
  return count == 1 && cuts[0].count == 1;
}

static gloss_node *list_node(gloss_parse *p, size_t from,
                             const gloss_word_list *list) {
  gloss_node *all = gloss_parse_node(p, GLOSS_NODE_EITHER, from), **last;
  uint32_t test;
  bool is_new, failed;
  if (all == NULL) return NULL;
  all->child = single_words(p, from, list, &test, &is_new);
  if (all->child == NULL) return NULL;
  last = &all->child->next;
  for (size_t i = 0; i < list->count; i++) {
    gloss_slice word = list->words[i];
    if (is_single(p, word, &failed)) {
      gloss_slice key = gloss_parse_fold(p, word);
      if (key.bytes == NULL) return NULL;
      if (is_new && !gloss_test_add_key(&p->set->tests, GLOSS_OF_FOLDED, test,
                                        key.bytes, key.len))
        return gloss_parse_no_memory(p);
      continue;
    }
    if (failed) return NULL;
    *last = gloss_parse_words(p, from, word, false);
    if (*last == NULL) return NULL;
    last = &(*last)->next;
  }
  return all;
}

/* ---- Parts ---- */

static bool is_open(const gloss_parse *p, const gloss_part *part) {
  for (; p != NULL; p = p->outer)
    if (p->part == part) return true;
  return false;
}

/* Reads a part in the place where it is referred to. */
static gloss_node *part_node(gloss_parse *p, size_t from, gloss_part *part) {
  gloss_parse *inner;
  gloss_node *tree;
  if (is_open(p, part))
    return gloss_parse_fail(p, from, "$%.60s is a part of itself",
                            part->name.bytes);
  if (p->depth + 1 > GLOSS_MAX_NESTING)
    return gloss_parse_fail(p, from, "parts are nested too deep");
  inner = gloss_arena_copy(p->arena, p, sizeof *p);
  if (inner == NULL) return gloss_parse_no_memory(p);
  inner->outer = p;
  inner->part = part;
  inner->source = &part->source;
  inner->at = 0;
  inner->depth++;
  part->used = true;
  tree = gloss_parse_pattern(inner);
  p->node_count = inner->node_count;
  p->fault = inner->fault;
  memcpy(p->captures, inner->captures, sizeof p->captures);
  p->capture_count = inner->capture_count;
  return tree;
}

gloss_node *gloss_parse_reference(gloss_parse *p, size_t from) {
  gloss_slice name = gloss_parse_name(p);
  gloss_word_list *list = gloss_find_list(p->names, name);
  gloss_part *part = gloss_find_part(p->names, name);
  if (list != NULL) return list_node(p, from, list);
  if (part != NULL) return part_node(p, from, part);
  return gloss_parse_no_name(p, from, name);
}

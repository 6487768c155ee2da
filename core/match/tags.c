/* tags.c - tokens and the patterns that take them alone, as bits. */
#include <string.h>

#include "base/array.h"
#include "base/error.h"
#include "match/matcher.h"

/* Set in what is known of a class at an edge; above all tags. */
#define KNOWN (UINT64_C(1) << 63)
enum { EDGES = 4 }; /* GLOSS_EDGE_FIRST and _LAST, and both */

/* ---- One token each ---- */

/* Follows `instruction`, where it takes a token, to what comes then. */
static void step(gloss_closure *c, const gloss_instruction *instruction) {
  gloss_closure_clear(c);
  c->begin = false;
  c->end = true;
  gloss_closure_add(c, instruction->next);
}

/* Does every way through the pattern take one token and no annotation? */
static bool takes_one(const gloss_patterns *set, const gloss_pattern *pattern,
                      gloss_closure *c) {
  for (uint32_t i = pattern->from; i < pattern->to; i++) {
    const gloss_instruction *at = &set->code[i];
    if (at->operation == GLOSS_TAKE_ANNOTATION) return false;
    if (at->operation != GLOSS_TAKE_TOKEN) continue;
    step(c, at);
    for (size_t k = 0; k < c->count; k++)
      if (set->code[c->out[k]].operation != GLOSS_MATCHED) return false;
  }
  return true;
}

size_t gloss_patterns_longer(const gloss_patterns *set) {
  gloss_closure c;
  size_t i = 0;
  if (gloss_closure_start(&c, set))
    while (i < set->count && takes_one(set, &set->list[i], &c)) i++;
  gloss_closure_free(&c);
  return i;
}

/* ---- The bits of a class ---- */

/* Is it over behind the token that `instruction` takes? */
static bool ends(gloss_matcher *m, uint32_t instruction, bool last) {
  gloss_closure *c = &m->states.closure;
  gloss_closure_clear(c);
  c->begin = false;
  c->end = last;
  gloss_closure_add(c, m->set->code[instruction].next);
  for (size_t i = 0; i < c->count; i++)
    if (m->set->code[c->out[i]].operation == GLOSS_MATCHED) return true;
  return false;
}

/* Does a pattern take a token alone, of which `found` are the true tests? */
static bool takes(gloss_matcher *m, const gloss_pattern *pattern,
                  const uint32_t *found, size_t count, unsigned edges) {
  gloss_closure *c = &m->anywhere.closure;
  gloss_closure_clear(c);
  c->begin = (edges & GLOSS_EDGE_FIRST) != 0;
  c->end = c->wait = false;
  gloss_closure_add(c, pattern->start);
  for (size_t i = 0; i < c->count; i++) {
    const gloss_instruction *at = &m->set->code[c->out[i]];
    if (at->operation == GLOSS_TAKE_TOKEN &&
        gloss_condition_holds(m->set, at->a, found, count) &&
        ends(m, c->out[i], (edges & GLOSS_EDGE_LAST) != 0))
      return true;
  }
  return false;
}

static uint64_t ask(gloss_matcher *m, uint32_t number, unsigned edges) {
  size_t count;
  const uint32_t *found = gloss_classes_tests(&m->classes, number, &count);
  uint64_t tags = KNOWN;
  for (size_t i = 0; i < m->set->count; i++)
    if (takes(m, &m->set->list[i], found, count, edges))
      tags |= UINT64_C(1) << i;
  return tags;
}

/* Makes room for the classes up to `number`; what is new is not known. */
static bool make_room(gloss_matcher *m, uint32_t number) {
  size_t before = m->tag_room, wanted = ((size_t)number + 1) * EDGES;
  if (wanted <= before) return true;
  if (!gloss_array_reserve(m->tags, m->tag_room, wanted)) return false;
  memset(m->tags + before, 0, (m->tag_room - before) * sizeof *m->tags);
  return true;
}

/* ---- A document ---- */

static bool tag(gloss_matcher *m, size_t token, unsigned edges, uint64_t *tags,
                gloss_error *err) {
  uint32_t number = gloss_classes_of(&m->classes, m->doc, token, err);
  uint64_t *known;
  if (number == GLOSS_NO_CLASS) return false;
  if (!make_room(m, number)) return gloss_no_memory(err);
  known = &m->tags[(size_t)number * EDGES + edges];
  if (*known == 0) *known = ask(m, number, edges);
  tags[token] = *known & ~KNOWN;
  return true;
}

/* The tags of the tokens of the stretch, to `tags`. */
static bool tag_stretch(gloss_matcher *m, uint64_t *tags, gloss_error *err) {
  for (size_t i = m->stretch_first; i < m->stretch_end; i++)
    if (!tag(m, i, gloss_edges_at(m, i), tags, err)) return false;
  return true;
}

static bool asks_for_edges(const gloss_patterns *set) {
  for (size_t i = 0; i < set->count; i++)
    for (uint32_t k = set->list[i].from; k < set->list[i].to; k++) {
      uint8_t operation = set->code[k].operation;
      if (operation == GLOSS_AT_BEGIN || operation == GLOSS_AT_END) return true;
    }
  return false;
}

/* Takes the tags from tokens `from` to before `to` that a mask overlaps. */
static void clear_masked(const gloss_doc *doc, size_t from, size_t to,
                         uint64_t *tags) {
  const gloss_token_list *t = doc->tokens;
  const gloss_span *masks = doc->masks.spans;
  size_t count = doc->masks.count, m;
  if (from == to) return;
  m = gloss_spans_after(masks, count, t->starts[from]);
  for (; m < count && masks[m].start < t->ends[to - 1]; m++) {
    size_t i = gloss_doc_token_after(doc, masks[m].start);
    for (i = i < from ? from : i; i < to && t->starts[i] < masks[m].end; i++)
      tags[i] = 0;
  }
}

/* Tags tokens `from` to before `to` where no pattern asks for the edges of
** sentences: these need not be there yet. */
static bool tag_tokens(gloss_matcher *m, size_t from, size_t to,
                       uint64_t *tags, gloss_error *err) {
  const uint32_t *words = m->doc->words, *by_word = m->classes.by_word;
  const uint64_t *known = m->tags;
  size_t room = m->tag_room;
  for (size_t i = from; i < to; i++) {
    size_t at = ((size_t)by_word[words[i]] - 1) * EDGES; /* huge: not asked */
    uint64_t found = at < room ? known[at] : 0;
    if (found == 0) {
      if (!tag(m, i, 0, tags, err)) return false;
      known = m->tags;
      room = m->tag_room;
    } else {
      tags[i] = found & ~KNOWN;
    }
  }
  clear_masked(m->doc, from, to, tags);
  return true;
}

bool gloss_matcher_tags(gloss_matcher *m, gloss_doc *doc, uint64_t *tags,
                        gloss_error *err) {
  return gloss_matcher_tags_in(m, doc, (gloss_span){ 0, (uint32_t)doc->len },
                               tags, err);
}

bool gloss_matcher_tags_in(gloss_matcher *m, gloss_doc *doc, gloss_span within,
                           uint64_t *tags, gloss_error *err) {
  size_t at, end;
  int more;
  if (!asks_for_edges(m->set)) {
    m->doc = doc;
    gloss_doc_tokens_in(doc, within, &at, &end);
    return gloss_classes_open(&m->classes, doc, err) &&
           tag_tokens(m, at, end, tags, err);
  }
  if (!gloss_matcher_open(m, doc, within, &at, &end, err)) return false;
  if (at < end) memset(tags + at, 0, (end - at) * sizeof *tags);
  while ((more = gloss_matcher_stretch(m, &at, end, err)) > 0)
    if (!tag_stretch(m, tags, err)) return false;
  return more == 0;
}

gloss_slice gloss_doc_folded(const gloss_doc *doc, size_t token) {
  const gloss_vocabulary_word *word;
  if (doc->words == NULL || doc->words[token] == 0)
    return (gloss_slice){ NULL, 0 };
  word = &doc->vocabulary->words[doc->words[token]];
  return (gloss_slice){ word->folded, word->folded_len };
}

/* matcher.c - runs a set of patterns over a document. */
#include "match/matcher.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/error.h"

/* So many tokens are looked at in advance when starts have led far and to
** nothing. */
enum { WINDOW = 4 * GLOSS_MAX_MATCH_TOKENS, PATIENCE = 4 * WINDOW };

/* Meanings of tokens that are kept from one document to the next. */
enum { KEPT_MARKS = 1 << 14 };

/* ---- New and free ---- */

gloss_matcher *gloss_matcher_new(const gloss_patterns *patterns,
                                 gloss_error *err) {
  gloss_matcher *m = calloc(1, sizeof *m);
  if (m != NULL) {
    m->set = patterns;
    m->patience = PATIENCE;
    m->free_from = malloc((patterns->count + 1) * sizeof *m->free_from);
    m->best = calloc(patterns->count + 1, sizeof *m->best);
    m->touched = malloc((patterns->count + 1) * sizeof *m->touched);
  }
  if (m != NULL && m->free_from != NULL && m->best != NULL &&
      m->touched != NULL && gloss_classes_start(&m->classes, patterns) &&
      gloss_annotations_start(&m->annotations, patterns, &m->classes) &&
      gloss_states_start(&m->states, patterns, &m->classes,
                         &m->annotations) &&
      gloss_states_start(&m->anywhere, patterns, &m->classes,
                         &m->annotations)) {
    m->anywhere.anywhere = true;
    return m;
  }
  gloss_matcher_free(m);
  gloss_no_memory(err);
  return NULL;
}

void gloss_matcher_free(gloss_matcher *m) {
  if (m == NULL) return;
  gloss_states_free(&m->states);
  gloss_states_free(&m->anywhere);
  gloss_annotations_free(&m->annotations);
  gloss_classes_free(&m->classes);
  gloss_tracer_free(m->tracer);
  free(m->free_from);
  free(m->best);
  free(m->touched);
  free(m->matches);
  free(m->captures);
  free(m->steps);
  free(m->expected);
  free(m->tags);
  free(m);
}

/* ---- Stretches ---- */

/* The words with which a match must begin and end, where they are few. */
static void find_few(gloss_matcher *m) {
  m->starts.known = m->ends.known = false;
  if (!m->set->annotations_begin)
    m->starts = gloss_classes_few(&m->classes, &m->classes.starts, m->doc);
  if (!m->set->ends.annotations)
    m->ends = gloss_classes_few(&m->classes, &m->classes.ends, m->doc);
}

void gloss_doc_tokens_in(const gloss_doc *doc, gloss_span within,
                         size_t *first, size_t *end) {
  const gloss_token_list *t = doc->tokens;
  *first = within.start > 0 ? gloss_doc_token_after(doc, within.start) : 0;
  if (*first < t->count && t->starts[*first] < within.start) ++*first;
  *end = within.end < doc->len ? gloss_doc_token_after(doc, within.end)
                               : t->count;
  if (*end < *first) *end = *first;
}

bool gloss_matcher_open(gloss_matcher *m, gloss_doc *doc, gloss_span within,
                        size_t *first, size_t *end, gloss_error *err) {
  const gloss_token_list *t = doc->tokens;
  m->doc = doc;
  m->sentences = gloss_doc_sentences(doc, &m->sentence_count, err);
  if (m->sentences == NULL || !gloss_classes_open(&m->classes, doc, err) ||
      !gloss_annotations_open(&m->annotations, doc, err))
    return false;
  if (m->annotations.marks.count > KEPT_MARKS) {
    gloss_intern_clear(&m->annotations.marks);
    gloss_states_clear(&m->states);
    gloss_states_clear(&m->anywhere);
  }
  find_few(m);
  gloss_doc_tokens_in(doc, within, first, end);
  m->sentence = *first < t->count
                    ? gloss_sentences_after(m->sentences, m->sentence_count,
                                            t->starts[*first]) : 0;
  return true;
}

/* The sentence is looked for from the one that was looked at last: the next
** token that is asked is near. */
uint8_t gloss_matcher_edges(gloss_matcher *m, size_t token) {
  const gloss_token_list *t = m->doc->tokens;
  const gloss_sentence *s;
  uint8_t edges = 0;
  while (m->sentence > 0 &&
         m->sentences[m->sentence - 1].end > t->starts[token])
    m->sentence--;
  while (m->sentence < m->sentence_count &&
         m->sentences[m->sentence].end <= t->starts[token])
    m->sentence++;
  if (m->sentence == m->sentence_count) return 0;
  s = &m->sentences[m->sentence];
  if (token == 0 || t->starts[token - 1] < s->start) edges = GLOSS_EDGE_FIRST;
  if (token + 1 == t->count || t->starts[token + 1] >= s->end)
    edges |= GLOSS_EDGE_LAST;
  return edges;
}

static bool is_masked(const gloss_doc *doc, size_t token) {
  return doc->masks.count > 0 &&
         gloss_doc_masked(doc, doc->tokens->starts[token],
                          doc->tokens->ends[token]);
}

/* The end of a stretch inside one sentence; its outer edges are noted. */
static size_t sentence_stretch(gloss_matcher *m, size_t first, size_t end) {
  const gloss_token_list *t = m->doc->tokens;
  uint8_t edges = gloss_matcher_edges(m, first);
  uint32_t sentence_end = m->sentence < m->sentence_count
                              ? m->sentences[m->sentence].end : UINT32_MAX;
  size_t last = first + 1;
  if (m->doc->masks.count == 0)
    while (last < end && t->starts[last] < sentence_end) last++;
  else
    while (last < end && t->starts[last] < sentence_end &&
           !is_masked(m->doc, last))
      last++;
  m->outer_edges = (edges & GLOSS_EDGE_FIRST) |
                   (gloss_matcher_edges(m, last - 1) & GLOSS_EDGE_LAST);
  return last;
}

/* The end of a stretch between two masks. */
static size_t masks_stretch(const gloss_matcher *m, size_t first, size_t end) {
  if (m->doc->masks.count == 0) return end;
  while (first < end && !is_masked(m->doc, first)) first++;
  return first;
}

int gloss_matcher_stretch(gloss_matcher *m, size_t *at, size_t end,
                          gloss_error *err) {
  size_t first = *at, last;
  while (first < end && is_masked(m->doc, first)) first++;
  if (first >= end) return 0;
  last = m->set->across ? masks_stretch(m, first, end)
                        : sentence_stretch(m, first, end);
  m->stretch_first = first;
  m->stretch_end = *at = last;
  if (m->set->annotation_count > 0 &&
      !gloss_annotations_read(&m->annotations, m->doc, first, last, err))
    return -1;
  return 1;
}

/* ---- One start ---- */

/* The patterns that end behind token `last`. */
static void note_ends(gloss_matcher *m, uint32_t state, size_t start,
                      size_t last) {
  const gloss_state *s = &m->states.states[state];
  for (uint32_t i = 0; i < s->accept_count; i++) {
    uint32_t pattern = m->states.accepts[s->accepted + i];
    if (start < m->free_from[pattern]) continue;
    if (m->best[pattern] == 0) m->touched[m->touched_count++] = pattern;
    m->best[pattern] = (uint32_t)last + 1;
  }
}

/* The class of a token and its mark; false with `err`. */
static bool read_token(gloss_matcher *m, size_t token, uint32_t *number,
                       uint32_t *mark, gloss_error *err) {
  *number = gloss_classes_of(&m->classes, m->doc, token, err);
  *mark = m->set->annotation_count > 0
              ? m->annotations.of_token[token - m->stretch_first] : 0;
  return *number != GLOSS_NO_CLASS;
}

/* Goes on from a token as far as any pattern does. */
static bool walk(gloss_matcher *m, size_t start, gloss_error *err) {
  uint32_t state = gloss_edges_at(m, start) & GLOSS_EDGE_FIRST
                       ? GLOSS_START_FIRST : GLOSS_START_INSIDE;
  size_t end = m->stretch_end;
  if (end - start > GLOSS_MAX_MATCH_TOKENS)
    end = start + GLOSS_MAX_MATCH_TOKENS;
  for (size_t i = start; i < end; i++, m->wasted++) {
    uint8_t edge = gloss_edges_at(m, i);
    uint32_t number, mark;
    if (i > start && (edge & GLOSS_EDGE_FIRST)) {
      state = gloss_states_cross(&m->states, state);
      if (state == GLOSS_NO_STATE) return gloss_no_memory(err);
      if (state == GLOSS_DEAD) return true;
    }
    if (!read_token(m, i, &number, &mark, err)) return false;
    state = gloss_states_next(&m->states, state, number, mark,
                              (edge & GLOSS_EDGE_LAST) != 0);
    if (state == GLOSS_NO_STATE) return gloss_no_memory(err);
    if (state == GLOSS_DEAD) return true;
    if (m->states.states[state].accept_count > 0)
      note_ends(m, state, start, i);
  }
  return true;
}

/* ---- Matches ---- */

/* Adds the match of a pattern from `start` to m->best. */
static bool add_match(gloss_matcher *m, uint32_t pattern, size_t start,
                      gloss_error *err) {
  const gloss_token_list *t = m->doc->tokens;
  size_t end = m->best[pattern], count = m->set->list[pattern].capture_count;
  if (!gloss_array_reserve(m->matches, m->match_room, m->match_count + 1) ||
      !gloss_array_reserve(m->captures, m->capture_room,
                           m->capture_count + count + 1))
    return gloss_no_memory(err);
  if (count > 0 && !gloss_trace(m, pattern, start, end,
                                m->captures + m->capture_count, false, err))
    return false;
  m->matches[m->match_count++] = (gloss_match){
    { t->starts[start], t->ends[end - 1] }, pattern, (uint32_t)start,
    (uint32_t)end - 1, NULL };
  m->capture_count += count;
  return true;
}

/* Sorts the patterns touched: the longest match first, then by number. Few
** patterns match from one token; insertion is enough. */
static void sort_touched(gloss_matcher *m) {
  uint32_t *t = m->touched;
  for (size_t i = 1; i < m->touched_count; i++) {
    uint32_t pattern = t[i];
    size_t k = i;
    for (; k > 0 && (m->best[t[k - 1]] < m->best[pattern] ||
                     (m->best[t[k - 1]] == m->best[pattern] &&
                      t[k - 1] > pattern)); k--)
      t[k] = t[k - 1];
    t[k] = pattern;
  }
}

/* Matches that begin at one token, at most up to `limit` in all. */
static bool add_matches(gloss_matcher *m, size_t start, size_t limit,
                        gloss_error *err) {
  bool ok = true;
  sort_touched(m);
  for (size_t i = 0; i < m->touched_count; i++) {
    uint32_t pattern = m->touched[i];
    if (ok && (limit == 0 || m->match_count < limit))
      ok = add_match(m, pattern, start, err);
    m->free_from[pattern] = m->best[pattern];
    m->best[pattern] = 0;
  }
  m->touched_count = 0;
  return ok;
}

/* ---- A stretch ---- */

/* The next token from `at` on, and before `end`, whose word may begin a match;
** `end`: there is none. SIZE_MAX with `err`. Most words cannot, and for them
** this loop is all. */
static size_t next_word(gloss_matcher *m, size_t at, size_t end,
                        gloss_error *err) {
  const uint32_t *words = m->doc->words;
  for (; at < end; at++) {
    if (m->starts.known)
      at = gloss_words_find(words, at, end, m->starts.words, m->starts.count);
    if (at == end) break;
    uint32_t number;
    if (!m->classes.look[words[at]]) continue;
    number = gloss_classes_of(&m->classes, m->doc, at, err);
    if (number == GLOSS_NO_CLASS) return SIZE_MAX;
    if (m->classes.edges[number] & GLOSS_BEGINS) return at;
  }
  return end;
}

/* The next token of the stretch that may begin a match, as a word or as the
** first of an annotation. */
static size_t next_start(gloss_matcher *m, size_t at, gloss_error *err) {
  size_t word = next_word(m, at, m->stretch_end, err);
  if (!m->set->annotations_begin || word == SIZE_MAX) return word;
  while (at < word && m->annotations.of_token[at - m->stretch_first] == 0)
    at++;
  return at;
}

/* Does any match end in the tokens `at` to `end` - 1 that begins at or behind
** `at`? One pass for all starts. 1, 0, or -1 with `err`. */
static int ends_a_match(gloss_matcher *m, size_t at, size_t end,
                        gloss_error *err) {
  uint32_t state = GLOSS_DEAD;
  for (size_t i = at; i < end; i++) {
    uint8_t edge = gloss_edges_at(m, i);
    uint32_t number, mark;
    if (!read_token(m, i, &number, &mark, err)) return -1;
    if (state == GLOSS_DEAD)
      state = edge & GLOSS_EDGE_FIRST ? GLOSS_START_FIRST : GLOSS_START_INSIDE;
    else if (edge & GLOSS_EDGE_FIRST)
      state = gloss_states_cross(&m->anywhere, state);
    if (state != GLOSS_NO_STATE)
      state = gloss_states_next(&m->anywhere, state, number, mark,
                                (edge & GLOSS_EDGE_LAST) != 0);
    if (state == GLOSS_NO_STATE) {
      gloss_no_memory(err);
      return -1;
    }
    if (m->anywhere.states[state].accept_count > 0) return 1;
  }
  return 0;
}

/* After many steps that led to nothing: the first token from `at` on at which
** a match may begin, as far as one pass can tell. SIZE_MAX with `err`. */
static size_t skip_hopeless(gloss_matcher *m, size_t at, gloss_error *err) {
  size_t end = m->stretch_end;
  int found;
  if (m->wasted < m->patience) return at;
  m->wasted = 0;
  if (end - at > WINDOW) end = at + WINDOW;
  found = ends_a_match(m, at, end, err);
  if (found < 0) return SIZE_MAX;
  if (found > 0) return at;
  return end == m->stretch_end ? end : end - GLOSS_MAX_MATCH_TOKENS + 1;
}

/* After a failure in the middle of a start. Returns false. */
static bool forget_start(gloss_matcher *m) {
  while (m->touched_count > 0) m->best[m->touched[--m->touched_count]] = 0;
  return false;
}

static bool run_stretch(gloss_matcher *m, size_t limit, gloss_error *err) {
  size_t at = m->stretch_first;
  while (limit == 0 || m->match_count < limit) {
    at = next_start(m, at, err);
    if (at == SIZE_MAX) return false;
    if (at == m->stretch_end) return true;
    if (!walk(m, at, err)) return forget_start(m);
    if (m->touched_count > 0) {
      m->wasted = 0;
      if (!add_matches(m, at, limit, err)) return false;
    }
    at++;
    if (m->set->count == 1 && m->free_from[0] > at) at = m->free_from[0];
    if (at < m->stretch_end) at = skip_hopeless(m, at, err);
    if (at == SIZE_MAX) return false;
  }
  return true;
}

/* The tokens of the next sentence in which a match can end: moves `*at` to its
** first, but not back, and returns the one behind its last; `end` and `*at` the
** same: there is none. */
static size_t next_ending(gloss_matcher *m, size_t *at, size_t end) {
  const gloss_token_list *t = m->doc->tokens;
  size_t last, sentence, first;
  if (!m->ends.known) return end;
  last = gloss_words_find(m->doc->words, *at, end, m->ends.words,
                          m->ends.count);
  if (last == end) return *at = end;
  sentence = m->set->across
                 ? m->sentence_count
                 : gloss_sentences_after(m->sentences, m->sentence_count,
                                         t->starts[last]);
  if (sentence == m->sentence_count) return end;
  first = gloss_doc_token_after(m->doc, m->sentences[sentence].start);
  if (first > *at) *at = first;
  while (last < end && t->starts[last] < m->sentences[sentence].end) last++;
  return last;
}

/* The next stretch in which a match may begin. As gloss_matcher_stretch. */
static int next_stretch(gloss_matcher *m, size_t *at, size_t end,
                        gloss_error *err) {
  while (*at < end) {
    size_t behind = next_ending(m, at, end);
    if (m->set->annotations_begin) break;
    *at = next_word(m, *at, behind, err);
    if (*at == SIZE_MAX) return -1;
    if (*at < behind) break;
  }
  return gloss_matcher_stretch(m, at, end, err);
}

/* Captures lie one after the other, and may have moved until now. */
static void place_captures(gloss_matcher *m) {
  const gloss_capture *at = m->captures;
  for (size_t i = 0; i < m->match_count; i++) {
    m->matches[i].captures = at;
    at += m->set->list[m->matches[i].pattern].capture_count;
  }
}

bool gloss_matcher_find(gloss_matcher *m, gloss_doc *doc, gloss_span within,
                        size_t limit, const gloss_match **matches,
                        size_t *count, gloss_error *err) {
  size_t at, end;
  int more = 0;
  *matches = NULL;
  *count = m->match_count = m->capture_count = 0;
  if (!gloss_matcher_open(m, doc, within, &at, &end, err)) return false;
  if ((m->starts.known && m->starts.count == 0) ||
      (m->ends.known && m->ends.count == 0))
    return true;
  memset(m->free_from, 0, m->set->count * sizeof *m->free_from);
  while ((limit == 0 || m->match_count < limit) &&
         (more = next_stretch(m, &at, end, err)) > 0)
    if (!run_stretch(m, limit, err)) return false;
  if (more < 0) return false;
  place_captures(m);
  *matches = m->matches;
  *count = m->match_count;
  return true;
}

/* grammar_triggers.c - where phrases may be: the next word, number or mark of a
** trigger class in a text.
**
** Where the words of a document have numbers already, each distinct one is
** looked at once, so that most tokens cost one look at a byte. */
#include <stdlib.h>

#include "base/array.h"
#include "doc/doc_private.h"
#include "match/grammar.h"
#include "match/vocabulary.h"

/* ---- Bytes ---- */

/* The number of the head that the letters from `at` to `end` are, in lower
** case; GLOSS_NOT_INTERNED: none. */
static uint32_t find_head(const gloss_grammar_words *w, gloss_grammar_text t,
                          size_t at, size_t end) {
  char low[256];
  size_t len = end - at;
  if (len > sizeof low) return GLOSS_NOT_INTERNED;
  for (size_t i = 0; i < len; i++) low[i] = gloss_ascii_lower(t.bytes[at + i]);
  return gloss_intern_find(&w->heads, low, len);
}

/* The end of the trigger that begins with a head; 0: none does. */
static size_t head_trigger(const gloss_grammar_words *w, gloss_grammar_text t,
                           size_t at, size_t end, uint32_t number) {
  const gloss_head *head = &w->of_head[number];
  uint32_t word;
  size_t longer = gloss_goes_so(head->trigger_ways, t, end)
                      ? gloss_longer_find(w->triggers + head->triggers,
                                          head->trigger_count, t, at, end,
                                          true, &word) : 0;
  if (longer > 0) return longer;
  return head->trigger && gloss_byte(t, end) != '_' ? end : 0;
}

/* Do the letters from `at` to `end` begin a trigger? Its end, 0: no. */
static size_t word_trigger(const gloss_grammar_words *w, gloss_grammar_text t,
                           size_t at, size_t end) {
  uint32_t head = find_head(w, t, at, end);
  return head != GLOSS_NOT_INTERNED ? head_trigger(w, t, at, end, head) : 0;
}

/* A mark of a trigger class at `at`: its end, 0: none. */
static size_t mark_trigger(const gloss_grammar *g, gloss_grammar_text t,
                           size_t at) {
  const gloss_grammar_words *w = &g->words;
  for (size_t i = 0; i < w->mark_count; i++) {
    const gloss_grammar_word_entry *mark = &w->list[w->marks[i]];
    if ((g->classes[mark->class_number].flags & GLOSS_CLASS_TRIGGER) &&
        gloss_has(t, at, mark->bytes.bytes, mark->bytes.len))
      return at + mark->bytes.len;
  }
  return 0;
}

/* The end of the bytes of one kind that begin at `at`, up to `most`. */
static inline size_t run_end(gloss_grammar_text t, size_t at, size_t most,
                             unsigned kind) {
  do at++;
  while (at < most && gloss_byte_kinds[(unsigned char)t.bytes[at]] == kind);
  return at;
}

/* The first trigger in the bytes from `at` to `stop`; `*end` is its end.
** `stop`: there is none. Behind `stop` only the end of a word that begins here
** is looked for: with no space between tokens, the end of all may be far. */
static size_t search_bytes(const gloss_grammar *g, gloss_grammar_text t,
                           size_t at, size_t stop, size_t *end) {
  bool inside = gloss_goes_before(t, at); /* of a word or number */
  while (at < stop) {
    unsigned char c = (unsigned char)t.bytes[at];
    size_t next = at + 1;
    *end = 0;
    switch (gloss_byte_kinds[c]) {
    case GLOSS_BYTE_LETTER:
      next = run_end(t, at, inside ? stop : t.len, GLOSS_BYTE_LETTER);
      if (!inside && gloss_may_trigger(&g->words, t, at, next))
        *end = word_trigger(&g->words, t, at, next);
      inside = true;
      break;
    case GLOSS_BYTE_DIGIT:
      if (!inside) *end = next;
      next = run_end(t, at, stop, GLOSS_BYTE_DIGIT);
      inside = true;
      break;
    case GLOSS_BYTE_LINE: inside = true; break;
    case GLOSS_BYTE_SIGNS: next = at + (c == 0xC2 ? 2 : 3); /* fall through */
    default:
      if (g->words.is_mark[c]) *end = mark_trigger(g, t, at);
      inside = false;
    }
    if (*end > 0) return at;
    at = next;
  }
  return stop;
}

/* The end of the trigger that a plain token is, all of it letters, all digits,
** or a mark; 0: it is none. */
static inline size_t plain_trigger(const gloss_grammar *g,
                                   gloss_grammar_text t, size_t start,
                                   size_t end) {
  unsigned char c = (unsigned char)t.bytes[start];
  switch (gloss_byte_kinds[c]) {
  case GLOSS_BYTE_LETTER:
    return gloss_may_trigger(&g->words, t, start, end) &&
                   !gloss_goes_before(t, start)
               ? word_trigger(&g->words, t, start, end) : 0;
  case GLOSS_BYTE_DIGIT: return gloss_goes_before(t, start) ? 0 : start + 1;
  default: return g->words.is_mark[c] ? mark_trigger(g, t, start) : 0;
  }
}

/* ---- Words of the vocabulary ---- */

/* A word: not asked yet, never a trigger, maybe one, or the head of one. */
enum { UNKNOWN, NEVER, MAYBE, HEAD };

static const unsigned plain = GLOSS_ASCII | GLOSS_ONE_ATOM;

/* Letters alone: can they be a trigger, or begin one? */
static uint8_t ask_letters(const gloss_grammar_words *w, gloss_grammar_text t,
                           size_t start, size_t end, uint32_t *head) {
  uint32_t place = gloss_sieve_place(t, start, end - start);
  if ((w->sieve[place / 64] >> place % 64 & 1) == 0) return NEVER;
  *head = find_head(w, t, start, end);
  return *head != GLOSS_NOT_INTERNED &&
                 (w->of_head[*head].trigger || w->of_head[*head].trigger_count)
             ? HEAD : NEVER;
}

/* Signs alone: is a mark among them? */
static uint8_t ask_signs(const gloss_grammar_words *w, gloss_grammar_text t,
                         size_t start, size_t end) {
  while (start < end) {
    unsigned char c = gloss_byte(t, start);
    unsigned kind = gloss_byte_kinds[c];
    if ((kind != GLOSS_BYTE_OTHER && kind != GLOSS_BYTE_SIGNS) || w->is_mark[c])
      return MAYBE;
    start += kind == GLOSS_BYTE_OTHER ? 1 : c == 0xC2 ? 2 : 3;
  }
  return NEVER;
}

/* Can a token be a trigger, or hold one, whatever stands around it? */
static uint8_t ask_word(const gloss_grammar *g, gloss_grammar_text t,
                        unsigned flags, size_t start, size_t end,
                        uint32_t *head) {
  switch (gloss_byte_kind(t, start)) {
  case GLOSS_BYTE_LETTER:
    return (flags & plain) == plain
               ? ask_letters(&g->words, t, start, end, head) : MAYBE;
  case GLOSS_BYTE_DIGIT: return MAYBE;
  default: return ask_signs(&g->words, t, start, end);
  }
}

/* Makes room for the words of the document's vocabulary. */
static bool open_words(gloss_grammar *g, const gloss_doc *doc) {
  size_t before = g->asked_room, count = doc->vocabulary->count;
  if (g->vocabulary != doc->vocabulary) {
    gloss_vocabulary_release(g->vocabulary);
    g->vocabulary = gloss_vocabulary_hold(doc->vocabulary);
    before = 0; /* nothing is known of these words */
  }
  if (!gloss_array_reserve(g->heads_of, g->heads_room, count) ||
      !gloss_array_reserve(g->asked, g->asked_room, count)) {
    gloss_vocabulary_release(g->vocabulary);
    g->vocabulary = NULL;
    return false;
  }
  memset(g->asked + before, UNKNOWN, g->asked_room - before);
  return true;
}

/* Lists the tokens that are not known to be no trigger. No branch: what comes
** next cannot be foreseen. */
static void list_tokens(const gloss_grammar *g, gloss_trigger_search *s) {
  const uint8_t *asked = g->asked;
  uint32_t *list = g->listed;
  size_t count = 0;
  for (size_t i = 0; i < s->tokens->count; i++) {
    list[count] = (uint32_t)i;
    count += asked[s->words[i]] != NEVER;
  }
  s->listed = list;
  s->count = count;
}

bool gloss_triggers_open(gloss_grammar *g, const gloss_doc *doc,
                         gloss_trigger_search *search) {
  *search = (gloss_trigger_search){ .grammar = g, .tokens = doc->tokens,
                                    .text = { doc->text, doc->len },
                                    .words = doc->words,
                                    .count = doc->tokens->count };
  if (doc->words == NULL) return true;
  if (!open_words(g, doc) ||
      !gloss_array_reserve(g->listed, g->listed_room, doc->tokens->count))
    return false;
  list_tokens(g, search);
  return true;
}

void gloss_triggers_free(gloss_grammar *g) {
  gloss_vocabulary_release(g->vocabulary);
  free(g->asked);
  free(g->heads_of);
  free(g->listed);
}

/* Can token i be a trigger? Word 0 stands for many. */
static bool may_trigger(gloss_trigger_search *s, size_t i) {
  gloss_grammar *g = s->grammar;
  uint32_t word = s->words[i];
  if (g->asked[word] == UNKNOWN)
    g->asked[word] = word == 0 ? MAYBE
                               : ask_word(g, s->text, s->tokens->flags[i],
                                          s->tokens->starts[i],
                                          s->tokens->ends[i],
                                          &g->heads_of[word]);
  return g->asked[word] >= MAYBE;
}

/* The end of the trigger that a plain token is; 0: it is none. */
static size_t token_trigger(const gloss_trigger_search *s, size_t i) {
  const gloss_grammar *g = s->grammar;
  size_t start = s->tokens->starts[i], end = s->tokens->ends[i];
  if (s->words == NULL || g->asked[s->words[i]] != HEAD)
    return plain_trigger(g, s->text, start, end);
  return gloss_goes_before(s->text, start)
             ? 0 : head_trigger(&g->words, s->text, start, end,
                                g->heads_of[s->words[i]]);
}

size_t gloss_trigger_find(gloss_trigger_search *s, size_t at, size_t stop,
                          size_t *end) {
  const gloss_token_list *tokens = s->tokens;
  for (; s->next < s->count; s->next++) {
    size_t i = s->listed != NULL ? s->listed[s->next] : s->next;
    size_t start = tokens->starts[i], last = tokens->ends[i];
    if (start >= stop) return stop;
    if (last <= at || (s->words != NULL && !may_trigger(s, i))) continue;
    if ((tokens->flags[i] & plain) == plain && start >= at) {
      *end = token_trigger(s, i);
      if (*end > 0) return start;
    } else {
      if (last > stop) last = stop;
      start = search_bytes(s->grammar, s->text, start < at ? at : start, last,
                           end);
      if (start < last) return start;
    }
  }
  return stop;
}

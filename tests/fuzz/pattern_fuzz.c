/* pattern_fuzz.c - any bytes as a pattern, and behind a NUL as a text.
**
** The first byte gives flags; what is found must lie in the text, in order,
** and be explained. */
#include "gloss.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(int ok) {
  if (!ok) abort();
}

/* Two rows, so that annotations are met. */
static void add_rows(gloss_doc *doc, size_t len) {
  gloss_layer *layer = gloss_layer_open(doc, "entities", 8, NULL);
  gloss_value value = { .kind = GLOSS_STRING };
  int type;
  if (layer == NULL) return;
  type = gloss_layer_column(layer, "type", 4, NULL);
  value.as.string.bytes = "A";
  value.as.string.len = 1;
  for (uint32_t i = 0; i < 2; i++)
    if (gloss_layer_add(layer, (gloss_span){ i, (uint32_t)len / (i + 1) },
                        NULL))
      gloss_layer_set(layer, type, value, NULL);
  gloss_layer_seal(layer, NULL);
}

static void run(const gloss_patterns *set, gloss_doc *doc, size_t len) {
  gloss_matcher *m = gloss_matcher_new(set, NULL);
  const gloss_match *matches;
  size_t count = 0, steps;
  const gloss_step *list;
  gloss_match first;
  gloss_miss miss;
  gloss_span all = { 0, (uint32_t)len };
  if (m != NULL &&
      gloss_matcher_find(m, doc, all, 0, &matches, &count, NULL)) {
    for (size_t i = 0; i < count; i++) {
      must(matches[i].span.start < matches[i].span.end &&
           matches[i].span.end <= len && matches[i].first <= matches[i].last);
      must(matches[i].last - matches[i].first < GLOSS_MAX_MATCH_TOKENS);
      must(i == 0 || matches[i].first > matches[i - 1].last);
      for (size_t k = 0; gloss_patterns_capture(set, 0, k) != NULL; k++)
        must(matches[i].captures[k].span.start == UINT32_MAX ||
             matches[i].captures[k].span.end <= len);
    }
    if (count > 0) {
      first = matches[0];
      must(gloss_matcher_explain(m, doc, &first, &list, &steps, NULL));
      must(steps > 0);
    }
    gloss_matcher_nearest(m, doc, all, 0, &miss, NULL);
  }
  gloss_matcher_free(m);
}

static gloss_patterns *compile(const char *source, size_t len,
                               unsigned flags) {
  gloss_pattern_builder *b = gloss_pattern_builder_new(NULL, NULL);
  gloss_patterns *set = NULL;
  gloss_error err;
  must(b != NULL);
  gloss_pattern_word(b, (gloss_slice){ "w", 1 }, (gloss_slice){ "a", 1 }, NULL);
  gloss_pattern_word(b, (gloss_slice){ "w", 1 }, (gloss_slice){ "b c", 3 },
                     NULL);
  gloss_pattern_part(b, (gloss_slice){ "p", 1 }, (gloss_slice){ "a|b?", 4 },
                     NULL);
  if (gloss_pattern_add(b, (gloss_slice){ source, len }, flags, &err))
    set = gloss_pattern_build(b, &err);
  else
    must(err.offset <= len || gloss_pattern_fault(b).len > 0);
  gloss_pattern_builder_free(b);
  return set;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  const uint8_t *end;
  char *text;
  size_t len;
  gloss_doc *doc;
  gloss_patterns *set;
  if (size < 2) return 0;
  end = memchr(data + 1, 0, size - 1);
  if (end == NULL) end = data + size;
  len = end < data + size ? (size_t)(data + size - end) - 1 : 0;
  text = malloc(len + 1);
  if (text == NULL) return 0;
  if (len > 0) memcpy(text, end + 1, len);
  set = compile((const char *)data + 1, (size_t)(end - data) - 1,
                data[0] & GLOSS_PATTERN_ACROSS);
  doc = gloss_doc_new(text, len, NULL, NULL);
  if (doc != NULL) add_rows(doc, len);
  if (doc != NULL && set != NULL) run(set, doc, len);
  gloss_doc_free(doc);
  gloss_patterns_free(set);
  free(text);
  return 0;
}

/* dict_fuzz.c - a compiled dictionary of any bytes, with checksums that fit. */
#include "base/arena.h"
#include "dict/format.h"
#include "dict/matcher.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char text[] = "New York and Paris Hilton of AT&T, O'Neill: x y z. "
                           "a b c A B C abc 12 x1 \xC3\xA9";

static void use(const gloss_dict *dict) {
  gloss_arena *arena = gloss_arena_new();
  gloss_match_input input = { text, sizeof text - 1, NULL, 0, 0, NULL };
  gloss_hits hits;
  for (input.flags = 0; arena != NULL && input.flags < 2; input.flags++) {
    gloss_alias alias;
    if (!gloss_dict_match(dict, &input, arena, &hits, NULL)) continue;
    for (size_t i = 0; i < hits.candidate_count; i++)
      if (gloss_dict_alias(dict, hits.candidates[i], &alias))
        gloss_dict_entity(dict, alias.entity);
  }
  gloss_arena_free(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  gloss_dict_header h;
  gloss_dict *dict;
  char *bytes;
  if (size < sizeof h) return 0;
  bytes = malloc(size);
  if (bytes == NULL) return 0;
  memcpy(bytes, data, size);
  memcpy(&h, bytes, sizeof h);
  memcpy(h.magic, GLOSS_DICT_MAGIC, sizeof h.magic);
  h.version = GLOSS_DICT_VERSION;
  h.endian = GLOSS_DICT_ENDIAN;
  h.size = size;
  h.body_sum = gloss_dict_checksum(bytes + sizeof h, size - sizeof h);
  h.head_sum = 0;
  h.head_sum = gloss_dict_checksum(&h, sizeof h);
  memcpy(bytes, &h, sizeof h);
  dict = gloss_dict_open(bytes, size, false, NULL);
  if (dict != NULL) use(dict);
  gloss_dict_free(dict);
  free(bytes);
  return 0;
}

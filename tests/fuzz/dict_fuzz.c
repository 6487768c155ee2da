/* dict_fuzz.c - a compiled dictionary of any bytes, with checksums that fit.
**
** All that can be read of it is read. One memo serves all dictionaries, as it
** may in a thread, so that no word is known of another's places. */
#include "base/arena.h"
#include "dict/format.h"
#include "dict/matcher.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char text[] =
    "New York and Paris Hilton of AT&T, O'Neill: x y z. a b c A B C abc 12 x1 "
    "\xC3\xA9 Hilten, Pariss Hiltom and New Yorke. Telfrod upon Avon; radio "
    "Dunmore, Caf\xC3\xA9 Noir, \xE2\x80\x9CO\xE2\x80\x99Niell\xE2\x80\x9D "
    "the telephne\xC2\xA0noir. Paris Hilton hotel, American Telephone.";

static void read_alias(const gloss_dict *dict, size_t i) {
  gloss_alias alias;
  if (gloss_dict_alias(dict, i, &alias)) gloss_dict_entity(dict, alias.entity);
}

static void read_entity(const gloss_dict *dict, size_t i) {
  gloss_entity e = gloss_dict_entity(dict, i);
  gloss_slice column, value;
  gloss_role role;
  gloss_dict_find_id(dict, e.id);
  for (size_t k = 0; k < gloss_dict_field_count(dict, i); k++)
    gloss_dict_field(dict, i, k, &column, &value);
  for (size_t k = 0; k < gloss_dict_role_count(dict, i); k++)
    gloss_dict_role(dict, i, k, &role);
  for (size_t k = 0; k < gloss_dict_entity_alias_count(dict, i); k++)
    read_alias(dict, gloss_dict_entity_alias(dict, i, k));
}

/* A few of everything: counts may be anything. */
enum { FEW = 50 };
static void read_all(const gloss_dict *dict) {
  gloss_slice former;
  size_t entity;
  for (size_t i = 0; i < gloss_dict_entity_count(dict) && i < FEW; i++)
    read_entity(dict, i);
  for (size_t i = 0; i < gloss_dict_alias_count(dict) && i < FEW; i++)
    read_alias(dict, i);
  for (size_t i = 0; i < gloss_dict_former_count(dict) && i < FEW; i++)
    gloss_dict_former(dict, i, &former, &entity);
}

static void grep(const gloss_dict *dict) {
  size_t count = gloss_dict_entity_count(dict);
  uint8_t *marks = count < 1000 ? calloc(count / 8 + 1, 1) : NULL;
  if (marks != NULL)
    gloss_dict_grep(dict, (gloss_slice){ "paris", 5 }, marks, NULL);
  free(marks);
}

static void use(const gloss_dict *dict) {
  static gloss_fuzzy_memo *memo;
  static gloss_dict_room *room;
  gloss_arena *arena = gloss_arena_new();
  gloss_hits hits;
  if (memo == NULL) memo = gloss_fuzzy_memo_new();
  if (room == NULL) room = gloss_dict_room_new();
  for (unsigned flags = 0; arena != NULL && flags < 2; flags++) {
    gloss_match_input input = { text, sizeof text - 1, NULL, 0, flags, memo,
                                room };
    if (!gloss_dict_match(dict, &input, arena, &hits, NULL)) continue;
    for (size_t i = 0; i < hits.candidate_count; i++)
      read_alias(dict, hits.candidates[i]);
  }
  gloss_arena_free(arena);
  read_all(dict);
  grep(dict);
}

/* Every name in full has its last word as a surname. */
static void answer(gloss_linker *linker) {
  gloss_link_ask ask;
  for (size_t i = 0; gloss_linker_ask(linker, i, &ask); i++) {
    size_t at = ask.form.len;
    while (at > 0 && ask.form.bytes[at - 1] != ' ') at--;
    gloss_linker_answer(linker, i,
                        (gloss_slice){ ask.form.bytes + at,
                                       ask.form.len - at },
                        (gloss_slice){ "surname", 7 }, GLOSS_SMART, NULL);
  }
}

static void link_text(const gloss_dict *dict, unsigned flags) {
  gloss_doc *doc = gloss_doc_new(text, sizeof text - 1, NULL, NULL);
  gloss_linker *linker = gloss_linker_new(&dict, 1, NULL);
  gloss_period date = { 0, 20000 };
  gloss_link_lost lost;
  if (doc != NULL && linker != NULL &&
      gloss_linker_find(linker, doc, flags, date, NULL)) {
    answer(linker);
    gloss_linker_add(linker, doc, NULL);
    for (size_t i = 0; gloss_linker_lost(linker, i, &lost); i++) continue;
  }
  gloss_doc_free(doc);
  gloss_linker_free(linker);
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
  if (dict != NULL) {
    use(dict);
    link_text(dict, GLOSS_LINK_DERIVED | GLOSS_LINK_EXPLAIN);
    link_text(dict, GLOSS_LINK_ALL | GLOSS_LINK_DERIVED);
  }
  gloss_dict_free(dict);
  free(bytes);
  return 0;
}

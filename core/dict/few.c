/* few.c - few names as a dictionary, without the detour over a file. */
#include "dict/few.h"

#include "base/array.h"
#include "base/error.h"
#include "dict/keys.h"

#include <stdlib.h>
#include <string.h>

bool gloss_few_add(gloss_few *few, gloss_slice name, gloss_case letter_case,
                   uint32_t entity) {
  gloss_raw_alias row = { .text = name.bytes, .entity = entity };
  if (!gloss_check_alias(name, NULL)) return true;
  row.len = (uint16_t)name.len;
  row.rule = gloss_alias_rule(letter_case, name);
  if (!gloss_array_reserve(few->rows, few->room, few->count + 1)) return false;
  few->rows[few->count++] = row;
  few->heap += gloss_alias_size(name.len);
  return true;
}

/* ---- The parts ----------------------------------------------------------- */

/* Aliases while they become a dictionary; number and place of each, by row. */
typedef struct making {
  gloss_few *few;
  const gloss_raw_alias **rows;
  uint32_t *places;
  gloss_keys keys;
} making;

static void write_alias(making *m, size_t i, uint32_t number, char *heap,
                        size_t *at) {
  const gloss_raw_alias *a = m->rows[i];
  gloss_alias_record r = { number, a->entity, 0, a->len, a->flags, a->rule };
  if (m->keys.next[i] != 0) r.flags |= GLOSS_ALIAS_MORE;
  memcpy(heap + *at, &r, sizeof r);
  memcpy(heap + *at + sizeof r, a->text, a->len);
  m->places[i] = (uint32_t)(*at / 8);
  *at += gloss_alias_size(a->len);
}

/* Aliases of one key side by side, each key where its first alias comes. */
static bool write_heap(making *m) {
  gloss_few *few = m->few;
  size_t count = few->count, at = 0;
  char *heap = malloc(few->heap);
  uint32_t *aliases = malloc(count * sizeof *aliases), number = 0;
  few->dict.heap = heap;
  few->dict.aliases = aliases;
  if (heap == NULL || aliases == NULL) return false;
  for (size_t i = 0; i < count; i++) {
    if (!m->keys.heads[i]) continue;
    for (size_t k = i + 1; k != 0; k = m->keys.next[k - 1]) {
      write_alias(m, k - 1, number, heap, &at);
      aliases[number++] = m->places[k - 1];
    }
  }
  few->dict.heap_size = at;
  few->dict.alias_count = number;
  return true;
}

/* Hands a set over. */
static gloss_bit_set take_set(gloss_bits *bits) {
  gloss_bit_set set = { bits->words, gloss_bit_set_shift(bits->count) };
  *bits = (gloss_bits){ 0 };
  return set;
}

static bool make_slots(making *m, gloss_error *err) {
  gloss_dict *d = &m->few->dict;
  size_t count;
  bool clash;
  while ((d->slots = gloss_keys_slots(&m->keys, m->places, &count,
                                      &clash)) == NULL) {
    if (!clash) return gloss_no_memory(err);
    if (!gloss_keys_again(&m->keys, m->rows, m->few->count, err)) return false;
  }
  d->slot_homes = count - GLOSS_DICT_PROBES;
  d->seed = m->keys.seed;
  gloss_dict_take_begins(d, &m->keys.begins);
  d->firsts[0] = take_set(&m->keys.firsts[0]);
  d->firsts[1] = take_set(&m->keys.firsts[1]);
  d->pairs = take_set(&m->keys.pairs);
  return true;
}

/* ---- The whole ----------------------------------------------------------- */

const gloss_dict *gloss_few_make(gloss_few *few, gloss_error *err) {
  making m = { .few = few };
  bool ok;
  few->dict.strings = "";
  m.rows = malloc((few->count + 1) * sizeof *m.rows);
  m.places = malloc((few->count + 1) * sizeof *m.places);
  ok = m.rows != NULL && m.places != NULL;
  for (size_t i = 0; ok && i < few->count; i++) m.rows[i] = &few->rows[i];
  ok = (ok || gloss_no_memory(err)) &&
       gloss_keys_make(&m.keys, m.rows, few->count, err) &&
       (write_heap(&m) || gloss_no_memory(err)) && make_slots(&m, err);
  gloss_keys_free(&m.keys);
  free(m.rows);
  free(m.places);
  return ok ? &few->dict : NULL;
}

static void free_const(const void *bytes) { free((void *)(uintptr_t)bytes); }

void gloss_few_free(gloss_few *few) {
  const gloss_dict *d = &few->dict;
  const void *const parts[] = { d->heap,  d->aliases, d->slots,
                                d->firsts[0].words, d->firsts[1].words,
                                d->pairs.words, few->rows };
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    free_const(parts[i]);
  *few = (gloss_few){ 0 };
}

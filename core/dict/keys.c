/* keys.c - groups aliases by key and hashes the prefixes of keys. */
#include "dict/keys.h"

#include "base/error.h"
#include "dict/format.h"
#include "dict/hash.h"
#include "dict/letter_case.h"
#include "dict/units.h"

#include <stdlib.h>

enum { SEEDS = 16 };

/* Words of the sets: 256 KB of first units are the most that is read quickly;
** of pairs there are as many as names. */
enum { FIRST_MOST = 1 << 15, PAIR_MOST = 1 << 25 };

/* What is hashed of an alias. */
typedef struct hashed_alias {
  uint64_t hashes[GLOSS_MAX_ALIAS_ATOMS]; /* of the prefixes */
  size_t count;
  uint64_t head;        /* of the first unit */
  uint64_t first, pair; /* of it; of it and the next, if any */
  unsigned shapes; /* bit 0: may begin small, bit 1: with a capital */
} hashed_alias;
enum { BATCH = 16 }; /* at a time, so that memory can be fetched ahead */

unsigned gloss_first_shapes(unsigned rule, bool upper) {
  unsigned own = upper ? 2 : 1;
  switch (rule >> 4) {
    case GLOSS_RULE_SAME: return own;
    case GLOSS_RULE_ANY: return 3;
    default: return own | 2;
  }
}

static void hash_alias(const gloss_keys *keys, const gloss_raw_alias *alias,
                       gloss_units *units, hashed_alias *out) {
  gloss_unit_scanner scanner;
  uint64_t h;
  units->count = 0;
  gloss_units_start(&scanner, alias->text, alias->len, NULL, 0, NULL);
  gloss_units_fill(&scanner, units);
  out->count = units->count;
  out->head = units->heads[0];
  out->first = gloss_first_hash(out->head);
  out->pair = gloss_pair_hash(
      out->first,
      units->count > 1 ? gloss_unit_head_of(units, alias->text, 1) : 0);
  out->shapes = gloss_first_shapes(alias->rule,
                                   units->flags[0] & GLOSS_UNIT_UPPER);
  h = out->hashes[0] = gloss_hash_first(keys->seed, units->hashes[0]);
  for (size_t i = 1; i < units->count; i++) {
    unsigned flags = gloss_unit_flags(units, alias->text, i);
    h = gloss_hash_next(h, gloss_unit_hash(units, alias->text, i),
                        flags & GLOSS_UNIT_SPACE);
    out->hashes[i] = h;
  }
}

static void fetch_bits(const gloss_keys *keys, const hashed_alias *a) {
  gloss_bits_fetch(&keys->firsts[0], a->first);
  gloss_bits_fetch(&keys->firsts[1], a->first);
  gloss_bits_fetch(&keys->pairs, a->pair);
}

static void set_bits(gloss_keys *keys, const hashed_alias *a) {
  for (unsigned upper = 0; upper < 2; upper++) {
    if (!(a->shapes >> upper & 1)) continue;
    keys->begins.bits[upper][a->head / 64 % 4] |= UINT64_C(1)
                                                  << (a->head % 64);
    gloss_bits_add(&keys->firsts[upper], a->first);
  }
  gloss_bits_add(&keys->pairs, a->pair);
}

/* The prefixes of alias `i`; at last the key itself. */
static bool add_prefixes(gloss_keys *keys, size_t i, const hashed_alias *a) {
  uint32_t alias = (uint32_t)i + 1;
  for (size_t k = 0; k < a->count; k++) {
    gloss_key_entry e = { a->hashes[k], 0, GLOSS_KEY_RUNS };
    if (k + 1 == a->count) e.head = e.tail = alias;
    if (!gloss_key_parts_add(&keys->prefixes, e)) return false;
  }
  return true;
}

typedef struct chaining {
  gloss_keys *keys;
  const gloss_raw_alias *const *aliases;
} chaining;

/* Chains an alias to the others of its key. False: another key has the same
** hash. */
static bool chain(void *context, gloss_key_entry *e,
                  const gloss_key_entry *other) {
  const chaining *c = context;
  const gloss_raw_alias *a, *b;
  e->tail |= other->tail & GLOSS_KEY_RUNS;
  if (other->head == 0) return true;
  if (e->head == 0) {
    e->head = other->head;
  } else {
    a = c->aliases[e->head - 1];
    b = c->aliases[other->head - 1];
    if (!gloss_keys_equal(a->text, a->len, b->text, b->len)) return false;
    c->keys->next[(e->tail & ~GLOSS_KEY_RUNS) - 1] = other->head;
  }
  e->tail = (e->tail & GLOSS_KEY_RUNS) | other->head;
  return true;
}

/* Notes which aliases are the first of their keys. */
static void note_heads(gloss_keys *keys) {
  const gloss_key_parts *p = &keys->prefixes;
  for (size_t i = 0; i < gloss_key_parts_count(p); i++)
    for (const gloss_key_chunk *c = p->rows[i].first; c != NULL; c = c->next)
      for (size_t k = 0; k < c->count; k++)
        if (c->rows[k].head != 0) keys->heads[c->rows[k].head - 1] = true;
}

static void clear(gloss_keys *keys, size_t count) {
  gloss_key_parts_clear(&keys->prefixes);
  memset(keys->next, 0, (count + 1) * sizeof *keys->next);
  memset(keys->heads, 0, (count + 1) * sizeof *keys->heads);
  keys->begins = (gloss_begins){ 0 };
  gloss_bits_clear(&keys->firsts[0]);
  gloss_bits_clear(&keys->firsts[1]);
  gloss_bits_clear(&keys->pairs);
}

/* One attempt; a clash: two keys have one hash under this seed. */
static gloss_key_outcome try_seed(gloss_keys *keys,
                                  const gloss_raw_alias *const *aliases,
                                  size_t count) {
  chaining c = { keys, aliases };
  gloss_key_outcome outcome;
  hashed_alias batch[BATCH];
  gloss_units units;
  clear(keys, count);
  for (size_t i = 0; i < count; i += BATCH) {
    size_t n = count - i < BATCH ? count - i : BATCH;
    for (size_t k = 0; k < n; k++) {
      hash_alias(keys, aliases[i + k], &units, &batch[k]);
      fetch_bits(keys, &batch[k]);
      if (!add_prefixes(keys, i + k, &batch[k])) return GLOSS_KEYS_NO_MEMORY;
    }
    for (size_t k = 0; k < n; k++) set_bits(keys, &batch[k]);
  }
  outcome = gloss_key_parts_join(&keys->prefixes, chain, &c);
  if (outcome == GLOSS_KEYS_DONE) note_heads(keys);
  return outcome;
}

bool gloss_keys_again(gloss_keys *keys, const gloss_raw_alias *const *aliases,
                      size_t count, gloss_error *err) {
  gloss_key_outcome o = GLOSS_KEYS_CLASH;
  while (o == GLOSS_KEYS_CLASH && keys->seed < SEEDS) {
    keys->seed++;
    o = try_seed(keys, aliases, count);
  }
  gloss_bits_shrink(&keys->firsts[0], FIRST_MOST);
  gloss_bits_shrink(&keys->firsts[1], FIRST_MOST);
  gloss_bits_shrink(&keys->pairs, PAIR_MOST);
  if (o == GLOSS_KEYS_NO_MEMORY) return gloss_no_memory(err);
  return o == GLOSS_KEYS_DONE ||
         gloss_fail(err, GLOSS_BAD_ENTRY, 0,
                    "aliases cannot be told apart by their hashes");
}

bool gloss_keys_make(gloss_keys *keys, const gloss_raw_alias *const *aliases,
                     size_t count, gloss_error *err) {
  *keys = (gloss_keys){ 0 };
  keys->next = malloc((count + 1) * sizeof *keys->next);
  keys->heads = malloc((count + 1) * sizeof *keys->heads);
  if (keys->next == NULL || keys->heads == NULL ||
      !gloss_key_parts_start(&keys->prefixes, count) ||
      !gloss_bits_start(&keys->firsts[0], count, 4 * FIRST_MOST) ||
      !gloss_bits_start(&keys->firsts[1], count, 4 * FIRST_MOST) ||
      !gloss_bits_start(&keys->pairs, count, PAIR_MOST))
    return gloss_no_memory(err);
  return gloss_keys_again(keys, aliases, count, err);
}

void gloss_keys_free(gloss_keys *keys) {
  gloss_key_parts_free(&keys->prefixes);
  free(keys->next);
  free(keys->heads);
  gloss_bits_free(&keys->firsts[0]);
  gloss_bits_free(&keys->firsts[1]);
  gloss_bits_free(&keys->pairs);
  *keys = (gloss_keys){ 0 };
}

/* ---- Slots --------------------------------------------------------------- */

typedef enum outcome { DONE, CLASH, CROWDED } outcome;

static outcome add_slot(uint64_t *slots, size_t room, uint64_t hash,
                        uint64_t slot) {
  size_t at = gloss_hash_place(hash, room);
  for (size_t i = 0; i < GLOSS_DICT_PROBES; i++) {
    uint64_t other = slots[at + i];
    if (other == 0) {
      slots[at + i] = slot;
      return DONE;
    }
    if (other >> 32 == slot >> 32) return CLASH;
  }
  return CROWDED;
}

static outcome add_chunk(const gloss_key_chunk *chunk, const uint32_t *places,
                         uint64_t *slots, size_t room) {
  for (size_t i = 0; i < chunk->count; i++) {
    const gloss_key_entry *e = &chunk->rows[i];
    unsigned what = (e->head != 0 ? GLOSS_SLOT_ENDS : 0) |
                    (e->tail & GLOSS_KEY_RUNS ? GLOSS_SLOT_RUNS : 0);
    uint32_t place = e->head != 0 ? places[e->head - 1] : 0;
    outcome o = add_slot(slots, room, e->hash,
                         gloss_slot_make(e->hash, place, what));
    if (o != DONE) return o;
  }
  return DONE;
}

static outcome add_slots(const gloss_keys *keys, const uint32_t *places,
                         uint64_t *slots, size_t room) {
  const gloss_key_parts *p = &keys->prefixes;
  outcome o = DONE;
  for (size_t i = 0; o == DONE && i < gloss_key_parts_count(p); i++) {
    const gloss_key_chunk *c = p->rows[i].first;
    for (; o == DONE && c != NULL; c = c->next)
      o = add_chunk(c, places, slots, room);
  }
  return o;
}

/* The last GLOSS_DICT_PROBES slots are no home, so that no probe wraps. */
uint64_t *gloss_keys_slots(const gloss_keys *keys, const uint32_t *places,
                           size_t *count, bool *clash) {
  size_t keyed = keys->prefixes.count;
  size_t room = keyed + keyed / 2 + 8; /* two thirds are taken */
  *clash = false;
  for (;;) {
    uint64_t *slots = calloc(room + GLOSS_DICT_PROBES, sizeof *slots);
    outcome o;
    if (slots == NULL) return NULL;
    o = add_slots(keys, places, slots, room);
    if (o == DONE) {
      *count = room + GLOSS_DICT_PROBES;
      return slots;
    }
    free(slots);
    if (o == CLASH) {
      *clash = true;
      return NULL;
    }
    room += room / 2;
  }
}

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

/* The units of a batch of aliases, so that memory can be fetched ahead. */
enum { BATCH = 16 };
typedef struct batch_alias {
  uint64_t hashes[GLOSS_MAX_ALIAS_ATOMS]; /* of the prefixes */
  size_t count;
  uint64_t head, pair; /* of the first unit; of it and the next, if any */
  unsigned shapes; /* bit 0: may begin small, bit 1: with a capital */
} batch_alias;

unsigned gloss_first_shapes(unsigned rule, bool upper) {
  unsigned own = upper ? 2 : 1;
  switch (rule >> 4) {
    case GLOSS_RULE_SAME: return own;
    case GLOSS_RULE_ANY: return 3;
    default: return own | 2;
  }
}

static void hash_alias(const gloss_keys *keys, const gloss_raw_alias *alias,
                       gloss_units *units, batch_alias *out) {
  gloss_unit_scanner scanner;
  uint64_t h;
  units->count = 0;
  gloss_units_start(&scanner, alias->text, alias->len, NULL, 0, NULL);
  gloss_units_fill(&scanner, units);
  out->count = units->count;
  out->head = units->heads[0];
  out->pair = units->count > 1 ? gloss_unit_head_of(units, alias->text, 1) : 0;
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

static bool is_empty(const gloss_key_entry *e) {
  return e->head == 0 && e->tail == 0;
}

static gloss_key_entry *place_of(gloss_key_entry *entries, size_t room,
                                 uint64_t hash) {
  size_t i = gloss_hash_place(hash, room);
  while (!is_empty(&entries[i]) && entries[i].hash != hash)
    if (++i == room) i = 0;
  return &entries[i];
}

/* Room for all prefixes of one alias more, at most four fifths full. */
static bool widen(gloss_keys *keys) {
  size_t room = keys->room + keys->room / 2;
  gloss_key_entry *wider;
  if ((keys->count + GLOSS_MAX_ALIAS_ATOMS) * 5 < keys->room * 4) return true;
  wider = calloc(room, sizeof *wider);
  if (wider == NULL) return false;
  for (size_t i = 0; i < keys->room; i++)
    if (!is_empty(&keys->entries[i]))
      *place_of(wider, room, keys->entries[i].hash) = keys->entries[i];
  free(keys->entries);
  keys->entries = wider;
  keys->room = room;
  return true;
}

static gloss_key_entry *entry_of(gloss_keys *keys, uint64_t hash) {
  gloss_key_entry *e = place_of(keys->entries, keys->room, hash);
  if (is_empty(e)) {
    e->hash = hash;
    keys->count++;
  }
  return e;
}

static void set_bits(gloss_keys *keys, const batch_alias *a) {
  uint64_t h = gloss_first_hash(a->head);
  for (unsigned upper = 0; upper < 2; upper++) {
    if (!(a->shapes >> upper & 1)) continue;
    keys->begins.bits[upper][a->head / 64 % 4] |= UINT64_C(1)
                                                  << (a->head % 64);
    gloss_bits_add(&keys->firsts[upper], h);
  }
  gloss_bits_add(&keys->pairs, gloss_pair_hash(h, a->pair));
}

/* Chains alias `i` to its key. False: another key has the same hash. */
static bool chain(gloss_keys *keys, const gloss_raw_alias *const *aliases,
                  size_t i, const batch_alias *a) {
  gloss_key_entry *e;
  for (size_t k = 0; k + 1 < a->count; k++)
    entry_of(keys, a->hashes[k])->tail |= GLOSS_KEY_RUNS;
  e = entry_of(keys, a->hashes[a->count - 1]);
  if (e->head == 0) {
    e->head = (uint32_t)i + 1;
    keys->heads[i] = true;
  } else {
    const gloss_raw_alias *head = aliases[e->head - 1];
    if (!gloss_keys_equal(head->text, head->len, aliases[i]->text,
                          aliases[i]->len))
      return false;
    keys->next[(e->tail & ~GLOSS_KEY_RUNS) - 1] = (uint32_t)i + 1;
  }
  e->tail = (e->tail & GLOSS_KEY_RUNS) | ((uint32_t)i + 1);
  set_bits(keys, a);
  return true;
}

static void clear(gloss_keys *keys, size_t count) {
  memset(keys->entries, 0, keys->room * sizeof *keys->entries);
  memset(keys->next, 0, (count + 1) * sizeof *keys->next);
  memset(keys->heads, 0, (count + 1) * sizeof *keys->heads);
  keys->begins = (gloss_begins){ 0 };
  gloss_bits_clear(&keys->firsts[0]);
  gloss_bits_clear(&keys->firsts[1]);
  gloss_bits_clear(&keys->pairs);
  keys->count = 0;
}

typedef enum outcome { DONE, CLASH, CROWDED, NO_MEMORY } outcome;

/* One attempt; CLASH: two keys have one hash under this seed. */
static outcome try_seed(gloss_keys *keys,
                        const gloss_raw_alias *const *aliases, size_t count,
                        batch_alias *batch) {
  gloss_units units;
  clear(keys, count);
  for (size_t i = 0; i < count; i += BATCH) {
    size_t n = count - i < BATCH ? count - i : BATCH;
    for (size_t k = 0; k < n; k++) {
      hash_alias(keys, aliases[i + k], &units, &batch[k]);
      for (size_t u = 0; u < batch[k].count; u++)
        __builtin_prefetch(&keys->entries[gloss_hash_place(
            batch[k].hashes[u], keys->room)], 1);
    }
    for (size_t k = 0; k < n; k++) {
      if (!widen(keys)) return NO_MEMORY;
      if (!chain(keys, aliases, i + k, &batch[k])) return CLASH;
    }
  }
  return DONE;
}

bool gloss_keys_again(gloss_keys *keys, const gloss_raw_alias *const *aliases,
                      size_t count, gloss_error *err) {
  batch_alias *batch = malloc(BATCH * sizeof *batch);
  outcome o = CLASH;
  if (batch == NULL) return gloss_no_memory(err);
  while (o == CLASH && keys->seed < SEEDS) {
    keys->seed++;
    o = try_seed(keys, aliases, count, batch);
  }
  free(batch);
  gloss_bits_shrink(&keys->firsts[0], FIRST_MOST);
  gloss_bits_shrink(&keys->firsts[1], FIRST_MOST);
  gloss_bits_shrink(&keys->pairs, PAIR_MOST);
  if (o == NO_MEMORY) return gloss_no_memory(err);
  return o == DONE ||
         gloss_fail(err, GLOSS_BAD_ENTRY, 0,
                    "aliases cannot be told apart by their hashes");
}

bool gloss_keys_make(gloss_keys *keys, const gloss_raw_alias *const *aliases,
                     size_t count, gloss_error *err) {
  *keys = (gloss_keys){ 0 };
  keys->room = 2 * count + 4 * GLOSS_MAX_ALIAS_ATOMS; /* mostly enough */
  keys->entries = malloc(keys->room * sizeof *keys->entries);
  keys->next = malloc((count + 1) * sizeof *keys->next);
  keys->heads = malloc((count + 1) * sizeof *keys->heads);
  if (keys->entries == NULL || keys->next == NULL || keys->heads == NULL ||
      !gloss_bits_start(&keys->firsts[0], count, 4 * FIRST_MOST) ||
      !gloss_bits_start(&keys->firsts[1], count, 4 * FIRST_MOST) ||
      !gloss_bits_start(&keys->pairs, count, PAIR_MOST))
    return gloss_no_memory(err);
  return gloss_keys_again(keys, aliases, count, err);
}

void gloss_keys_free(gloss_keys *keys) {
  free(keys->entries);
  free(keys->next);
  free(keys->heads);
  gloss_bits_free(&keys->firsts[0]);
  gloss_bits_free(&keys->firsts[1]);
  gloss_bits_free(&keys->pairs);
  *keys = (gloss_keys){ 0 };
}

/* ---- Slots --------------------------------------------------------------- */

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

static outcome add_slots(const gloss_keys *keys, const uint32_t *places,
                         uint64_t *slots, size_t room) {
  for (size_t i = 0; i < keys->room; i++) {
    const gloss_key_entry *e = &keys->entries[i];
    unsigned what = (e->head != 0 ? GLOSS_SLOT_ENDS : 0) |
                    (e->tail & GLOSS_KEY_RUNS ? GLOSS_SLOT_RUNS : 0);
    uint32_t place = e->head != 0 ? places[e->head - 1] : 0;
    outcome o;
    if (is_empty(e)) continue;
    o = add_slot(slots, room, e->hash, gloss_slot_make(e->hash, place, what));
    if (o != DONE) return o;
  }
  return DONE;
}

/* The last GLOSS_DICT_PROBES slots are no home, so that no probe wraps. */
uint64_t *gloss_keys_slots(const gloss_keys *keys, const uint32_t *places,
                           size_t *count, bool *clash) {
  size_t room = keys->count + keys->count / 2 + 8; /* two thirds are taken */
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

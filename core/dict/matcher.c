/* matcher.c - finds the places in a text where aliases may stand.
**
** A window of units at a time, in passes, so that memory is fetched before it
** is asked: first bytes and two bit sets choose the units at which a key may
** begin, whose slots are fetched; prefixes are walked through the slots and the
** heap is fetched where keys end; then verdict.c looks at the text itself. Of
** names with edits fuzzy_walk.c does the same, where there are any. */
#include "dict/matcher.h"

#include "base/error.h"
#include "dict/dict.h"
#include "dict/fuzzy_walk.h"
#include "dict/hash.h"
#include "dict/units.h"
#include "dict/verdict.h"

#include <stdlib.h>
#include <string.h>

/* Units behind the last start of a window: a longest alias, and one more. */
enum { AHEAD = GLOSS_MAX_ALIAS_ATOMS + 1 };

struct gloss_dict_room {
  const gloss_dict *dict;
  gloss_unit_scanner scanner;
  gloss_verdict verdict;
  gloss_fuzzy_hits fuzzy;
  gloss_fuzzy_memo *memo;
  size_t from; /* the first unit of the window; one before it is kept */
  size_t start_count;
  uint16_t starts[GLOSS_UNIT_ROOM]; /* units at which a key may begin */
  uint64_t hashes[GLOSS_UNIT_ROOM]; /* of the key's first unit, */
  uint64_t pairs[GLOSS_UNIT_ROOM];  /* of its first two; at last either is 0
                                       where no key is so */
  gloss_units units;
  gloss_unit_cache cache; /* kept from text to text */
};
typedef gloss_dict_room matcher;

gloss_dict_room *gloss_dict_room_new(void) {
  matcher *m = malloc(sizeof *m);
  if (m != NULL) memset(m->cache.lens, 0, sizeof m->cache.lens);
  return m;
}

void gloss_dict_room_free(gloss_dict_room *m) { free(m); }

static const uint64_t *home(const gloss_dict *d, uint64_t h) {
  return d->slots + gloss_hash_place(h, d->slot_homes);
}

static uint64_t find_slot(const gloss_dict *d, uint64_t h) {
  const uint64_t *at = home(d, h);
  for (unsigned i = 0; i < GLOSS_DICT_PROBES; i++) {
    if (at[i] == 0 || at[i] >> 32 == (uint32_t)h) return at[i];
  }
  return 0;
}

static uint64_t hash_of(const matcher *m, size_t i) {
  const char *text = m->scanner.text;
  return gloss_unit_hash_of(&m->units, text, i,
                            gloss_unit_head_of(&m->units, text, i));
}

static bool is_joined(const matcher *m, size_t i) {
  return gloss_unit_joined(&m->units, m->scanner.text, i);
}

/* The hash of the key that unit i makes of one that ends before it; false
** where no key goes on so. */
static bool go_on(const matcher *m, size_t i, uint64_t *h) {
  unsigned flags;
  if (i >= m->units.count) return false;
  flags = gloss_unit_gap(&m->units, m->scanner.text, i);
  if (flags & GLOSS_UNIT_BREAK) return false;
  *h = gloss_hash_next(*h, hash_of(m, i), flags & GLOSS_UNIT_SPACE);
  return true;
}

/* First pass: the units below `limit` that may begin a key by their first byte.
** Without a branch for each, which nobody could foresee; so the next. */
static size_t choose_bytes(matcher *m, size_t limit) {
  const gloss_units *u = &m->units;
  const char *text = m->scanner.text;
  const uint8_t *begins = m->dict->begins;
  size_t n = 0;
  for (size_t i = m->from; i < limit; i++) {
    m->starts[n] = (uint16_t)i;
    n += begins[(unsigned char)text[u->starts[i]]] |
         (u->flags[i] / GLOSS_UNIT_WHOLE & 1u); /* what it folds to, counts */
  }
  return n;
}

/* Second pass: of these, the units whose heads may begin a key. */
static size_t choose_heads(matcher *m, size_t limit) {
  const gloss_dict *d = m->dict;
  const char *text = m->scanner.text;
  size_t count = choose_bytes(m, limit), n = 0;
  for (size_t k = 0; k < count; k++) {
    size_t i = m->starts[k];
    uint64_t head = gloss_unit_head_of(&m->units, text, i);
    uint64_t h = gloss_first_hash(head);
    m->starts[n] = (uint16_t)i;
    m->hashes[n] = h;
    n += gloss_bit_set_has(&d->firsts[gloss_unit_upper(&m->units, text, i)],
                           h);
  }
  return n;
}

/* Third pass: hashes of the head and of it with the next one; the bits that
** know of these are fetched. The last unit stands in for one behind it. */
static void hash_heads(matcher *m, size_t count) {
  const gloss_dict *d = m->dict;
  const gloss_units *u = &m->units;
  for (size_t k = 0; k < count; k++) {
    size_t i = m->starts[k], next = i + (i + 1 < u->count);
    uint64_t h = m->hashes[k];
    uint64_t head = gloss_unit_head_of(u, m->scanner.text, next);
    m->hashes[k] = gloss_pair_hash(h, 0);
    m->pairs[k] = gloss_pair_hash(h, head);
    __builtin_prefetch(gloss_bit_set_word(&d->pairs, m->hashes[k]));
    __builtin_prefetch(gloss_bit_set_word(&d->pairs, m->pairs[k]));
  }
}

/* Fourth pass: those of which there are keys of one unit, or of two such. */
static size_t choose_pairs(matcher *m, size_t count) {
  const gloss_dict *d = m->dict;
  size_t n = 0;
  for (size_t k = 0; k < count; k++) {
    size_t i = m->starts[k];
    bool one = gloss_bit_set_has(&d->pairs, m->hashes[k]);
    bool two = gloss_bit_set_has(&d->pairs, m->pairs[k]);
    m->starts[n] = (uint16_t)i;
    m->hashes[n] = one;
    m->pairs[n] = two;
    n += (one | two) & (d->inside || !is_joined(m, i));
  }
  return n;
}

/* Fifth pass: the hashes of these keys; their slots are fetched. */
static void hash_starts(matcher *m) {
  const gloss_dict *d = m->dict;
  for (size_t k = 0; k < m->start_count; k++) {
    size_t i = m->starts[k];
    uint64_t h = gloss_hash_first(d->seed, hash_of(m, i)), pair = h;
    m->hashes[k] = m->hashes[k] ? h : 0;
    m->pairs[k] = m->pairs[k] && go_on(m, i + 1, &pair) ? pair : 0;
    if (m->hashes[k] != 0) __builtin_prefetch(home(d, h));
    if (m->pairs[k] != 0) __builtin_prefetch(home(d, pair));
  }
}

static void choose_starts(matcher *m, size_t limit) {
  size_t count = choose_heads(m, limit);
  hash_heads(m, count);
  m->start_count = choose_pairs(m, count);
  hash_starts(m);
}

/* A key that ends with unit `last`, as far as its hash tells. */
static void note_key(matcher *m, size_t first, size_t last, uint64_t slot) {
  const gloss_units *u = &m->units;
  bool inside = is_joined(m, first) ||
                (last + 1 < u->count && is_joined(m, last + 1));
  if (inside && !m->dict->inside) return;
  gloss_verdict_add(&m->verdict, u->starts[first], u->ends[last],
                    gloss_slot_place(slot), inside);
}

/* The last pass, for one start: all keys from there on, that end with unit
** `last` or behind it. */
static void walk(matcher *m, size_t first, size_t last, uint64_t h) {
  for (;;) {
    uint64_t slot = find_slot(m->dict, h);
    if (slot & GLOSS_SLOT_ENDS) note_key(m, first, last, slot);
    if (!(slot & GLOSS_SLOT_RUNS) ||
        last + 1 - first == GLOSS_MAX_ALIAS_ATOMS || !go_on(m, last + 1, &h))
      return;
    last++;
  }
}

static bool walk_starts(matcher *m) {
  for (size_t i = 0; i < m->start_count; i++) {
    size_t first = m->starts[i];
    uint64_t h = m->hashes[i], slot = h != 0 ? find_slot(m->dict, h) : 0;
    if (!gloss_verdict_room(&m->verdict)) return false;
    if (slot & GLOSS_SLOT_ENDS) note_key(m, first, first, slot);
    if (m->pairs[i] != 0) walk(m, first, first + 1, m->pairs[i]);
  }
  return gloss_verdict_settle(&m->verdict);
}

/* Keeps the units from `from` on for the next window. */
static void shift(gloss_units *u, size_t from) {
  size_t n = u->count - from;
  memmove(u->heads, u->heads + from, n * sizeof *u->heads);
  memmove(u->hashes, u->hashes + from, n * sizeof *u->hashes);
  memmove(u->starts, u->starts + from, n * sizeof *u->starts);
  memmove(u->ends, u->ends + from, n * sizeof *u->ends);
  memmove(u->flags, u->flags + from, n * sizeof *u->flags);
  u->count = n;
}

static bool run(matcher *m) {
  gloss_units *u = &m->units;
  for (;;) {
    bool more = gloss_units_fill(&m->scanner, u);
    size_t limit = more ? u->count - AHEAD : u->count;
    choose_starts(m, limit);
    if (!walk_starts(m)) return false;
    if (m->dict->edits > 0 &&
        !gloss_fuzzy_walk(m->dict, m->memo, u, m->scanner.text, m->from,
                          limit, &m->fuzzy))
      return false;
    if (!more) return true;
    shift(u, limit - 1);
    m->from = 1;
  }
}

static bool finish(matcher *m, gloss_arena *arena, gloss_hits *out) {
  gloss_verdict_close(&m->verdict);
  return gloss_fuzzy_hits_join(&m->fuzzy, &m->verdict) &&
         gloss_verdict_finish(&m->verdict, arena, out);
}

static void start(matcher *m, const gloss_dict *dict,
                  const gloss_match_input *input) {
  m->dict = dict;
  m->memo = input->memo;
  m->units.count = 0;
  m->from = 0;
  gloss_units_start(&m->scanner, input->text, input->len, input->masks,
                    input->mask_count, &m->cache);
  gloss_verdict_start(&m->verdict, dict, input->text,
                      input->flags & GLOSS_ALL_HITS);
  gloss_fuzzy_hits_start(&m->fuzzy, dict, input->text, &m->verdict);
}

static bool match(matcher *m, const gloss_dict *dict,
                  const gloss_match_input *input, gloss_arena *arena,
                  gloss_hits *out) {
  bool ok, own;
  start(m, dict, input);
  own = dict->edits > 0 && m->memo == NULL;
  if (own) m->memo = gloss_fuzzy_memo_new();
  ok = (!own || m->memo != NULL) && run(m) && finish(m, arena, out);
  if (own) gloss_fuzzy_memo_free(m->memo);
  gloss_fuzzy_hits_free(&m->fuzzy);
  gloss_verdict_free(&m->verdict);
  return ok;
}

bool gloss_dict_match(const gloss_dict *dict, const gloss_match_input *input,
                      gloss_arena *arena, gloss_hits *out, gloss_error *err) {
  matcher *m = input->room != NULL ? input->room : gloss_dict_room_new();
  bool ok;
  *out = (gloss_hits){ NULL, 0, NULL, 0 };
  ok = m != NULL && match(m, dict, input, arena, out);
  if (m != input->room) gloss_dict_room_free(m);
  return ok || gloss_no_memory(err);
}

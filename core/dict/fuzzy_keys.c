/* fuzzy_keys.c - all that a name can be with letters left out, hashed. */
#include "dict/fuzzy_keys.h"

#include "base/error.h"
#include "dict/fuzzy_word.h"

#include <stdlib.h>

/* Words of a set; numbers of an alias, for each edit, that mostly suffice. */
enum { BIT_MOST = 1 << 22, NUMBERS = 32 };

typedef struct entry {
  uint64_t hash;
  uint32_t place;
} entry;

typedef struct maker {
  gloss_fuzzy_keys *keys;
  uint64_t seed;
  entry *entries;
  size_t count, room;
  bool no_memory;
  /* of the alias at hand */
  const gloss_raw_alias *alias;
  uint32_t place;
  unsigned allowed;
  gloss_units units;
  gloss_fuzzy_word words[GLOSS_MAX_ALIAS_ATOMS];
} maker;

static void add(maker *m, uint64_t hash, uint32_t place) {
  if (m->count == m->room) {
    size_t room = m->room * 2 + 1024;
    entry *wider = realloc(m->entries, room * sizeof *wider);
    if (wider == NULL) {
      m->no_memory = true;
      return;
    }
    m->entries = wider;
    m->room = room;
  }
  m->entries[m->count++] = (entry){ hash, place };
}

static void add_unit(maker *m, size_t i, uint64_t before, unsigned left);

/* What is known of a name behind unit i: all, or how it goes on. */
static uint32_t place_behind(const maker *m, size_t i) {
  if (i + 1 == m->units.count) return m->place;
  return GLOSS_FUZZY_RUNS |
         gloss_fuzzy_letter(
             gloss_unit_head_of(&m->units, m->alias->text, i + 1));
}

/* Unit i as the number that is left of it; then all that follows. */
static void add_number(maker *m, size_t i, uint64_t before, uint64_t number,
                       unsigned left) {
  bool space = i > 0 && gloss_unit_gap(&m->units, m->alias->text, i) != 0;
  uint64_t h = gloss_fuzzy_hash(m->seed, before, number, i == 0, space);
  gloss_bits_add(i == 0 ? &m->keys->firsts : &m->keys->later,
                 gloss_fuzzy_number_hash(number));
  add(m, h, place_behind(m, i));
  if (i + 1 < m->units.count && !m->no_memory) add_unit(m, i + 1, h, left);
}

/* Unit i with up to so many letters left out. */
static void add_unit(maker *m, size_t i, uint64_t before, unsigned left) {
  const gloss_fuzzy_word *w = &m->words[i];
  unsigned allowed = gloss_fuzzy_word_allowed(left, w->letters);
  add_number(m, i, before, w->whole, left);
  if (allowed == 0) return;
  for (size_t a = 1; a < w->letters; a++) {
    uint64_t part = w->before[a];
    add_number(m, i, before, gloss_fuzzy_without(w, part, a), left - 1);
    if (allowed == 1) continue;
    for (size_t b = a + 1; b < w->letters; b++) {
      add_number(m, i, before, gloss_fuzzy_without(w, part, b), left - 2);
      part = gloss_fuzzy_append(w, part, b);
    }
  }
}

/* Which first words a text may have: by first byte, capital, and length. */
static void note_start(maker *m) {
  const gloss_fuzzy_word *w = &m->words[0];
  gloss_fuzzy_starts *s = m->keys->starts;
  unsigned head = m->units.heads[0] & 63;
  unsigned edits = gloss_fuzzy_word_allowed(m->allowed, w->letters);
  unsigned shapes = gloss_first_shapes(
      m->alias->rule, m->units.flags[0] & GLOSS_UNIT_UPPER);
  size_t n = w->letters > 0 ? w->letters : m->units.ends[0];
  for (unsigned upper = 0; upper < 2; upper++)
    for (size_t len = n - edits; shapes >> upper & 1 && len <= n + edits; len++)
      s->lengths[upper][head] |= gloss_fuzzy_length(len);
}

static void add_alias(maker *m, const gloss_raw_alias *alias,
                      uint32_t place) {
  gloss_unit_scanner scanner;
  size_t letters = 0;
  unsigned asked = alias->flags / GLOSS_ALIAS_FUZZY & 3;
  m->units.count = 0;
  gloss_units_start(&scanner, alias->text, alias->len, NULL, 0, NULL);
  gloss_units_fill(&scanner, &m->units);
  for (size_t i = 0; i < m->units.count; i++) {
    gloss_fuzzy_word_read(&m->words[i], &m->units, alias->text, i);
    letters += m->words[i].letters;
  }
  m->alias = alias;
  m->place = place;
  m->allowed = gloss_fuzzy_allowed(asked, letters);
  if (m->allowed == 0) return;
  if (m->allowed > m->keys->most) m->keys->most = m->allowed;
  note_start(m);
  add_unit(m, 0, 0, m->allowed);
}

/* ---- Buckets ------------------------------------------------------------- */

static int compare_entries(const void *a, const void *b) {
  const entry *x = a, *y = b;
  if (x->hash != y->hash) return x->hash < y->hash ? -1 : 1;
  return (x->place > y->place) - (x->place < y->place);
}

/* Entries in order of their buckets; `starts` has one more than there are, and
** is where each begins. NULL: no memory. */
static entry *distribute(const maker *m, uint32_t *starts, size_t buckets) {
  entry *sorted = malloc((m->count + 1) * sizeof *sorted);
  if (sorted == NULL) return NULL;
  for (size_t i = 0; i < m->count; i++)
    starts[gloss_fuzzy_bucket(m->entries[i].hash, buckets)]++;
  for (size_t i = 1; i < buckets; i++) starts[i] += starts[i - 1];
  for (size_t i = m->count; i-- > 0;)
    sorted[--starts[gloss_fuzzy_bucket(m->entries[i].hash, buckets)]] =
        m->entries[i];
  starts[buckets] = (uint32_t)m->count;
  return sorted;
}

/* Writes the items of each bucket, once each, and the bits. */
static void settle(gloss_fuzzy_keys *keys, entry *sorted) {
  size_t kept = 0;
  uint32_t from = 0;
  for (size_t i = 0; i < keys->bucket_count; i++) {
    uint32_t to = keys->buckets[i + 1];
    if (to - from > 1) qsort(sorted + from, to - from, sizeof *sorted,
                             compare_entries);
    keys->buckets[i] = (uint32_t)kept;
    for (uint32_t k = from; k < to; k++) {
      const entry *e = &sorted[k];
      if (k > from && compare_entries(e - 1, e) == 0) continue;
      if (k > from && e[-1].hash == e->hash &&
          (e[-1].place & e->place & GLOSS_FUZZY_RUNS)) {
        keys->items[kept - 1].place |= e->place; /* these come last */
        continue;
      }
      keys->items[kept++] = (gloss_fuzzy_item){ (uint32_t)e->hash, e->place };
      gloss_bits_add(&keys->bits, e->hash);
    }
    from = to;
  }
  keys->buckets[keys->bucket_count] = (uint32_t)kept;
  keys->item_count = kept;
  gloss_bits_shrink(&keys->bits, BIT_MOST);
  gloss_bits_shrink(&keys->firsts, BIT_MOST);
  gloss_bits_shrink(&keys->later, BIT_MOST);
}

static bool make_buckets(gloss_fuzzy_keys *keys, const maker *m) {
  entry *sorted = NULL;
  keys->bucket_count = 1;
  while (keys->bucket_count < m->count / 4) keys->bucket_count *= 2;
  keys->buckets = calloc(keys->bucket_count + 1, sizeof *keys->buckets);
  keys->items = malloc((m->count + 1) * sizeof *keys->items);
  if (keys->buckets != NULL && keys->items != NULL &&
      gloss_bits_start(&keys->bits, m->count, BIT_MOST))
    sorted = distribute(m, keys->buckets, keys->bucket_count);
  if (sorted == NULL) return false;
  settle(keys, sorted);
  free(sorted);
  return true;
}

/* The edits of all aliases, together. */
static size_t count_edits(const gloss_raw_alias *const *aliases,
                          size_t count) {
  size_t edits = 0;
  for (size_t i = 0; i < count; i++)
    edits += aliases[i]->flags / GLOSS_ALIAS_FUZZY & 3;
  return edits;
}

bool gloss_fuzzy_keys_make(gloss_fuzzy_keys *keys,
                           const gloss_raw_alias *const *aliases,
                           size_t count, const uint32_t *places,
                           uint64_t seed, gloss_error *err) {
  maker *m;
  bool ok;
  *keys = (gloss_fuzzy_keys){ 0 };
  size_t edits = count_edits(aliases, count);
  if (edits == 0) return true;
  m = calloc(1, sizeof *m);
  keys->starts = calloc(1, sizeof *keys->starts);
  ok = m != NULL && keys->starts != NULL &&
       gloss_bits_start(&keys->firsts, NUMBERS * edits, BIT_MOST) &&
       gloss_bits_start(&keys->later, NUMBERS * edits, BIT_MOST);
  if (ok) {
    m->keys = keys;
    m->seed = seed;
    for (size_t i = 0; i < count && !m->no_memory; i++)
      if (aliases[i]->flags / GLOSS_ALIAS_FUZZY & 3)
        add_alias(m, aliases[i], places[i]);
    ok = !m->no_memory && m->count < UINT32_MAX && make_buckets(keys, m);
    free(m->entries);
  }
  free(m);
  return ok || gloss_no_memory(err);
}

void gloss_fuzzy_keys_free(gloss_fuzzy_keys *keys) {
  free(keys->starts);
  free(keys->buckets);
  free(keys->items);
  gloss_bits_free(&keys->bits);
  gloss_bits_free(&keys->firsts);
  gloss_bits_free(&keys->later);
  *keys = (gloss_fuzzy_keys){ 0 };
}

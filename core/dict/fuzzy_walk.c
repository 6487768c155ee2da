/* fuzzy_walk.c - looks a text's words up with letters left out.
**
** Most units leave at once: by first letter, capital and length. Of the others
** each number that is left of the word is looked up, in the bits first; then
** all that may follow, as long as an alias goes on so. */
#include "dict/fuzzy_walk.h"

#include "dict/fuzzy_word.h"

typedef struct walk {
  const gloss_dict *dict;
  const gloss_units *units;
  const char *text;
  gloss_fuzzy_hits *hits;
  size_t first; /* unit of the name */
} walk;

static bool has_bits(const gloss_dict *d, uint64_t h) {
  uint64_t bits = gloss_pair_bits(h);
  return (d->fuzzy_bits[gloss_pair_word(h, d->fuzzy_bit_words)] & bits) ==
         bits;
}

static bool has_look(const gloss_fuzzy_starts *s, gloss_fuzzy_part part,
                     uint32_t first, uint32_t a, uint32_t b, size_t len) {
  uint32_t at = gloss_fuzzy_look(part, first, a, b, len);
  return s->looks[at / 64] >> (at % 64) & 1;
}

/* May a word of ASCII be one of the first words with one edit, or none? */
static bool keeps_enough(const gloss_fuzzy_starts *s, const unsigned char *t,
                         size_t n) {
  return (n > 2 && has_look(s, GLOSS_FUZZY_FRONT, t[0], t[1], t[2], n)) ||
         (n > 4 && has_look(s, GLOSS_FUZZY_END, t[0], t[n - 2], t[n - 1], n)) ||
         (n < 7 && has_look(s, GLOSS_FUZZY_LAST, t[0], t[n - 1], 0, n));
}

/* May a name begin with unit i, as far as its looks tell? */
static bool may_begin(const walk *w, size_t i) {
  const gloss_units *u = w->units;
  const gloss_fuzzy_starts *s = w->dict->fuzzy_starts;
  const char *t = w->text + u->starts[i];
  size_t n = u->ends[i] - u->starts[i];
  unsigned first = gloss_unit_head_of(u, w->text, i) & 63;
  uint64_t lengths = s->lengths[gloss_unit_upper(u, w->text, i)][first];
  /* of what is not plain ASCII, the letters are not known */
  if (u->flags[i] & GLOSS_UNIT_WHOLE) return lengths != 0;
  if (!(lengths & gloss_fuzzy_length(n))) return false;
  return (s->loose[first] & gloss_fuzzy_length(n)) ||
         keeps_enough(s, (const unsigned char *)t, n);
}

/* An alias that may end with unit `last`. */
static bool note(const walk *w, size_t last, uint32_t place) {
  const gloss_units *u = w->units;
  bool inside = gloss_unit_joined(u, w->text, w->first) ||
                (last + 1 < u->count &&
                 gloss_unit_joined(u, w->text, last + 1));
  if (inside && !w->dict->inside) return true;
  return gloss_fuzzy_hits_add(w->hits, u->starts[w->first], u->ends[last],
                              place, inside);
}

static bool walk_unit(const walk *w, size_t i, uint64_t before, unsigned left);

/* The items of a hash, of a name up to and with unit i. */
static bool take_items(const walk *w, size_t i, uint64_t h, unsigned left) {
  const gloss_dict *d = w->dict;
  size_t bucket = gloss_fuzzy_bucket(h, d->fuzzy_bucket_count);
  size_t at = d->fuzzy_buckets[bucket], end = d->fuzzy_buckets[bucket + 1];
  bool runs = false;
  if (end > d->fuzzy_item_count) end = d->fuzzy_item_count;
  for (; at < end; at++) {
    const gloss_fuzzy_item *item = &d->fuzzy_items[at];
    if (item->tag != (uint32_t)h) continue;
    if (item->place == GLOSS_FUZZY_RUNS) runs = true;
    else if (!note(w, i, item->place)) return false;
  }
  if (!runs || i + 1 >= w->units->count ||
      i + 1 - w->first == GLOSS_MAX_ALIAS_ATOMS ||
      (gloss_unit_gap(w->units, w->text, i + 1) & GLOSS_UNIT_BREAK))
    return true;
  return walk_unit(w, i + 1, h, left);
}

static bool take_number(const walk *w, size_t i, uint64_t before,
                        uint64_t number, unsigned left) {
  bool first = i == w->first;
  bool space = !first && gloss_unit_gap(w->units, w->text, i) != 0;
  uint64_t h = gloss_fuzzy_hash(w->dict->seed, before, number, first, space);
  return !has_bits(w->dict, h) || take_items(w, i, h, left);
}

/* Unit i with up to so many letters left out. */
static bool walk_unit(const walk *w, size_t i, uint64_t before,
                      unsigned left) {
  gloss_fuzzy_word word;
  unsigned allowed;
  gloss_fuzzy_word_read(&word, w->units, w->text, i);
  if (!take_number(w, i, before, word.whole, left)) return false;
  allowed = gloss_fuzzy_word_allowed(left, word.letters);
  if (allowed == 0) return true;
  for (size_t a = 1; a < word.letters; a++) {
    uint64_t part = word.before[a];
    if (!take_number(w, i, before, gloss_fuzzy_without(&word, part, a),
                     left - 1))
      return false;
    if (allowed == 1) continue;
    for (size_t b = a + 1; b < word.letters; b++) {
      if (!take_number(w, i, before, gloss_fuzzy_without(&word, part, b),
                       left - 2))
        return false;
      part = gloss_fuzzy_append(&word, part, b);
    }
  }
  return true;
}

bool gloss_fuzzy_walk(const gloss_dict *dict, const gloss_units *units,
                      const char *text, size_t from, size_t to,
                      gloss_fuzzy_hits *hits) {
  walk w = { dict, units, text, hits, from };
  for (; w.first < to; w.first++) {
    if (!may_begin(&w, w.first)) continue;
    if (!dict->inside && gloss_unit_joined(units, text, w.first)) continue;
    if (!walk_unit(&w, w.first, 0, dict->edits)) return false;
  }
  return true;
}

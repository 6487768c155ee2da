/* fuzzy_walk.c - finds names with edits, word by word.
**
** Most units leave at once, by first letter, capital and length. What the others
** may be is known from the memo; mostly nothing. Where an alias of several words
** begins so, the words behind are read as long as an alias goes on so: many such
** paths at a time, so that memory is fetched before it is asked. */
#include "dict/fuzzy_walk.h"

#include "dict/fuzzy_reach.h"
#include "dict/fuzzy_word.h"

#include <string.h>

enum { ROOM = GLOSS_UNIT_ROOM, BATCH = 64 };

typedef struct walk {
  const gloss_dict *dict;
  const gloss_units *units;
  const char *text;
  gloss_fuzzy_memo *memo;
  gloss_fuzzy_hits *hits;
  gloss_fuzzy_known words[ROOM]; /* by unit */
  size_t count;
  uint16_t chosen[ROOM];     /* units that are looked at */
  uint64_t keys[ROOM];       /* of these */
  size_t lead_count;
  uint16_t leading[ROOM];    /* units with which a name begins */
  gloss_fuzzy_paths *open, *longer; /* known to begin an alias; perhaps */
} walk;

static bool add_path(gloss_fuzzy_paths *list, gloss_fuzzy_path path) {
  if (list->count == list->room) {
    gloss_fuzzy_path *wider = gloss_verdict_widen(
        list->rows, list->count, &list->room, sizeof *wider);
    if (wider == NULL) return false;
    list->rows = wider;
  }
  list->rows[list->count++] = path;
  return true;
}

/* ---- Words --------------------------------------------------------------- */

/* Chooses the units with which a name may begin, as far as their looks tell. */
static void choose(walk *w, size_t from, size_t to) {
  const gloss_units *u = w->units;
  size_t n = 0;
  for (size_t i = from; i < to; i++) {
    unsigned first = gloss_unit_head_of(u, w->text, i) & 63;
    bool upper = gloss_unit_upper(u, w->text, i);
    uint64_t all = w->dict->fuzzy_starts->lengths[upper][first];
    uint64_t fit = all & gloss_fuzzy_length(u->ends[i] - u->starts[i]);
    w->chosen[n] = (uint16_t)i;
    /* of what is not plain ASCII, the letters are not known */
    n += (u->flags[i] & GLOSS_UNIT_WHOLE ? all : fit) != 0;
  }
  w->count = n;
}

/* What is known of unit i, found if need be; UNKNOWN: no memory. */
static gloss_fuzzy_known find_word(walk *w, size_t i, uint64_t key) {
  gloss_fuzzy_known known = gloss_fuzzy_memo_get(w->memo, key);
  if (known == GLOSS_FUZZY_UNKNOWN)
    known = gloss_fuzzy_reach_find(w->dict, w->memo, key, w->units, w->text, i);
  return w->words[i] = known;
}

/* Finds what is known of all that are chosen. false: no memory. */
static bool find_words(walk *w) {
  for (size_t k = 0; k < w->count; k++) {
    w->keys[k] = gloss_fuzzy_key(w->dict, w->units, w->text, w->chosen[k]);
    gloss_fuzzy_memo_fetch(w->memo, w->keys[k]);
  }
  for (size_t k = 0; k < w->count; k++)
    if (find_word(w, w->chosen[k], w->keys[k]) == GLOSS_FUZZY_UNKNOWN)
      return false;
  return true;
}

/* Of those that are chosen, keeps the units that are, or begin, an alias and
** are not hit without edits. */
static void keep_leading(walk *w) {
  const unsigned leading = GLOSS_FUZZY_NAME | GLOSS_FUZZY_BEGINS;
  const gloss_units *u = w->units;
  size_t n = 0;
  for (size_t k = 0; k < w->count; k++) {
    size_t i = w->chosen[k];
    w->leading[n] = (uint16_t)i;
    n += (w->words[i] & leading) != 0;
  }
  w->lead_count = 0;
  for (size_t k = 0; k < n; k++) {
    size_t i = w->leading[k];
    if ((w->dict->inside || !gloss_unit_joined(u, w->text, i)) &&
        !gloss_fuzzy_hits_taken(w->hits, u->starts[i]))
      w->leading[w->lead_count++] = (uint16_t)i;
  }
}

/* Chooses the units behind these of which nothing is known. */
static void choose_next(walk *w) {
  size_t n = 0;
  for (size_t k = 0; k < w->lead_count; k++) {
    size_t i = w->leading[k] + 1u;
    if (i < w->units->count && w->words[i] == GLOSS_FUZZY_UNKNOWN)
      w->chosen[n++] = (uint16_t)i;
  }
  w->count = n;
}

/* Keeps those that are an alias, or behind which there may be the next word of
** one; what they are is fetched. */
static void keep_followed(walk *w) {
  size_t n = 0;
  for (size_t k = 0; k < w->lead_count; k++) {
    size_t i = w->leading[k];
    bool next = i + 1 < w->units->count &&
                (w->words[i + 1] & (GLOSS_FUZZY_PART | GLOSS_FUZZY_BEGINS));
    if (!next && !(w->words[i] & GLOSS_FUZZY_NAME)) continue;
    w->leading[n++] = (uint16_t)i;
    __builtin_prefetch(gloss_fuzzy_memo_entry(w->memo, w->words[i]));
    if (next)
      __builtin_prefetch(gloss_fuzzy_memo_entry(w->memo, w->words[i + 1]));
  }
  w->lead_count = n;
}

/* The entry of unit i; NULL: no memory. */
static const gloss_fuzzy_entry *entry_of(walk *w, size_t i) {
  gloss_fuzzy_known known = w->words[i];
  if (known == GLOSS_FUZZY_UNKNOWN) {
    uint64_t key = gloss_fuzzy_key(w->dict, w->units, w->text, i);
    known = find_word(w, i, key);
    if (known == GLOSS_FUZZY_UNKNOWN) return NULL;
  }
  return gloss_fuzzy_memo_entry(w->memo, known);
}

/* ---- Names --------------------------------------------------------------- */

/* Does an end of [first, last] lie inside a run of letters or digits? */
static bool is_inside(const walk *w, size_t first, size_t last) {
  const gloss_units *u = w->units;
  return gloss_unit_joined(u, w->text, first) ||
         (last + 1 < u->count && gloss_unit_joined(u, w->text, last + 1));
}

static gloss_fuzzy_place place_at(const walk *w, size_t first, size_t last,
                                  uint32_t place) {
  return (gloss_fuzzy_place){ w->units->starts[first], w->units->ends[last],
                              place };
}

/* The bit of the unit behind unit i; 0: there is none. */
static uint32_t letter_behind(const walk *w, size_t i) {
  if (i + 1 >= w->units->count) return 0;
  return gloss_fuzzy_letter(gloss_unit_head_of(w->units, w->text, i + 1));
}

/* Names of one unit are hits; beginnings of longer ones are opened. */
static bool begin(walk *w, size_t first) {
  const gloss_fuzzy_entry *word =
      gloss_fuzzy_memo_entry(w->memo, w->words[first]);
  const gloss_fuzzy_reach *r = w->memo->reaches + word->at;
  const gloss_dict *d = w->dict;
  bool inside = is_inside(w, first, first);
  uint32_t next = letter_behind(w, first);
  for (const gloss_fuzzy_reach *end = r + word->count; r < end; r++) {
    gloss_fuzzy_path p = { gloss_fuzzy_hash(d->seed, 0, r->number, true, false),
               (uint16_t)first, (uint16_t)first,
               (uint8_t)(d->edits - r->cost) };
    if (r->kind == GLOSS_REACH_NAME && (!inside || d->inside) &&
        !gloss_fuzzy_hits_put(w->hits, place_at(w, first, first, r->place),
                              r->cost, inside))
      return false;
    if (r->kind == GLOSS_REACH_BEGINS && (r->place & next) &&
        !add_path(w->open, p))
      return false;
  }
  return true;
}

/* What the next unit makes of a path that is open; the bits that know of it
** are fetched. */
static bool lengthen(walk *w, gloss_fuzzy_path p) {
  const gloss_fuzzy_entry *word;
  const gloss_fuzzy_reach *r;
  size_t i = p.last + 1u;
  unsigned gap, allowed;
  if (i >= w->units->count || i - p.first == GLOSS_MAX_ALIAS_ATOMS) return true;
  if ((word = entry_of(w, i)) == NULL) return false;
  gap = gloss_unit_gap(w->units, w->text, i);
  if (gap & GLOSS_UNIT_BREAK) return true;
  allowed = gloss_fuzzy_word_allowed(p.left, word->letters);
  r = w->memo->reaches + word->at;
  for (const gloss_fuzzy_reach *end = r + word->count; r < end; r++) {
    gloss_fuzzy_path next = { gloss_fuzzy_hash(w->dict->seed, p.hash, r->number, false,
                                   gap != 0),
                  p.first, (uint16_t)i, (uint8_t)(p.left - r->cost) };
    if (r->kind == GLOSS_REACH_NAME || r->cost > allowed) continue;
    if (!add_path(w->longer, next)) return false;
    __builtin_prefetch(gloss_bit_set_word(&w->dict->fuzzy_bits, next.hash));
  }
  return true;
}

/* Keeps the longer paths that some alias goes; their buckets are fetched. */
static void keep_known(walk *w) {
  const gloss_dict *d = w->dict;
  size_t n = 0;
  for (size_t k = 0; k < w->longer->count; k++) {
    gloss_fuzzy_path p = w->longer->rows[k];
    w->longer->rows[n] = p;
    n += gloss_bit_set_has(&d->fuzzy_bits, p.hash);
  }
  for (size_t k = 0; k < n; k++)
    __builtin_prefetch(d->fuzzy_buckets +
                       gloss_fuzzy_bucket(w->longer->rows[k].hash,
                                          d->fuzzy_bucket_count));
  w->longer->count = n;
}

/* All that a path leads to. */
static bool take_items(walk *w, gloss_fuzzy_path p) {
  gloss_fuzzy_items items = gloss_fuzzy_items_of(w->dict, p.hash);
  const gloss_fuzzy_item *item;
  bool inside = is_inside(w, p.first, p.last);
  uint32_t runs = 0;
  while ((item = gloss_fuzzy_items_next(&items)) != NULL) {
    if (item->place & GLOSS_FUZZY_RUNS) runs |= item->place;
    else if ((!inside || w->dict->inside) &&
             !gloss_fuzzy_hits_add(
                 w->hits, place_at(w, p.first, p.last, item->place), inside))
      return false;
  }
  return !(runs & letter_behind(w, p.last)) || add_path(w->open, p);
}

/* Follows all open paths; the last ones first, so that they never are many. */
static bool follow(walk *w) {
  while (w->open->count > 0) {
    size_t n = w->open->count < BATCH ? w->open->count : BATCH;
    w->longer->count = 0;
    for (; n > 0; n--)
      if (!lengthen(w, w->open->rows[--w->open->count])) return false;
    keep_known(w);
    for (size_t k = 0; k < w->longer->count; k++)
      if (!take_items(w, w->longer->rows[k])) return false;
  }
  return true;
}

static bool run(walk *w, size_t from, size_t to) {
  memset(w->words, 0xFF, w->units->count * sizeof *w->words);
  choose(w, from, to);
  if (!find_words(w)) return false;
  keep_leading(w);
  choose_next(w);
  if (!find_words(w)) return false;
  keep_followed(w);
  for (size_t k = 0; k < w->lead_count; k++) {
    if (!begin(w, w->leading[k])) return false;
    if (w->open->count >= BATCH && !follow(w)) return false;
  }
  return follow(w);
}

bool gloss_fuzzy_walk(const gloss_dict *dict, gloss_fuzzy_memo *memo,
                      const gloss_units *units, const char *text, size_t from,
                      size_t to, gloss_fuzzy_hits *hits) {
  walk w;
  w.dict = dict;
  w.units = units;
  w.text = text;
  w.memo = memo;
  w.hits = hits;
  w.open = &memo->open;
  w.longer = &memo->longer;
  w.open->count = w.longer->count = 0;
  return gloss_fuzzy_memo_ready(memo) && run(&w, from, to);
}

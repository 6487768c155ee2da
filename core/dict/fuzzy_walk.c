/* fuzzy_walk.c - finds names with edits, word by word.
**
** Most units leave at once, by first letter, capital and length. What the
** others may be is known from the memo; mostly nothing. Where an alias of
** several words begins so, the words behind are read as long as an alias goes
** on so: many such paths at a time, so that memory is fetched before it is
** asked. Two words of which nothing came are remembered, too. */
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
  uint32_t letters[ROOM + 1];    /* gloss_fuzzy_letter of each */
  size_t count;
  uint16_t chosen[ROOM];         /* units that are looked at */
  uint64_t keys[ROOM];           /* of these; later, of leading units and those
                                    behind, gloss_fuzzy_pair, or 0 */
  size_t lead_count;
  uint16_t leading[ROOM];        /* units with which a name begins */
  bool came[ROOM];               /* by unit: two words of one are there */
  gloss_fuzzy_paths *open, *longer; /* known to begin an alias; perhaps */
  gloss_fuzzy_ends *ends;           /* known to end one */
} walk;

/* Room for so many more paths at the end, not counted in. NULL: no memory. */
static gloss_fuzzy_path *path_room(gloss_fuzzy_paths *list, size_t more) {
  while (list->room - list->count < more) {
    gloss_fuzzy_path *wider = gloss_verdict_widen(
        list->rows, list->room, &list->room, sizeof *wider);
    if (wider == NULL) return NULL;
    list->rows = wider;
  }
  return list->rows + list->count;
}

static bool open_path(walk *w, uint64_t hash, uint16_t first, uint16_t last,
                      unsigned left) {
  gloss_fuzzy_path *p = path_room(w->open, 1);
  if (p == NULL) return false;
  p->hash = hash;
  p->first = first;
  p->last = last;
  p->left = left;
  w->open->count++;
  return true;
}

static bool add_end(gloss_fuzzy_ends *list, gloss_fuzzy_end end) {
  gloss_fuzzy_end *wider = gloss_verdict_widen(list->rows, list->count,
                                               &list->room, sizeof *wider);
  if (wider == NULL) return false;
  list->rows = wider;
  list->rows[list->count++] = end;
  return true;
}

/* ---- Words --------------------------------------------------------------- */

/* Chooses the units with which a name may begin, as far as their looks tell. */
static void choose(walk *w, size_t from, size_t to) {
  const gloss_units *u = w->units;
  const gloss_fuzzy_starts *starts = w->dict->fuzzy_starts;
  size_t n = 0;
  for (size_t i = from; i < to; i++) {
    uint64_t head = gloss_unit_head_of(u, w->text, i);
    bool upper = gloss_unit_upper(u, w->text, i);
    uint64_t all = starts->lengths[upper][head & 63];
    uint64_t fit = all & gloss_fuzzy_length(u->ends[i] - u->starts[i]);
    w->letters[i] = gloss_fuzzy_letter(head);
    w->keys[n] = gloss_fuzzy_key(w->dict, u, w->text, i);
    w->chosen[n] = (uint16_t)i;
    /* of what is not plain ASCII, the letters are not known */
    n += (u->flags[i] & GLOSS_UNIT_WHOLE ? all : fit) != 0;
  }
  w->letters[to] = 0;
  if (to < u->count)
    w->letters[to] = gloss_fuzzy_letter(gloss_unit_head_of(u, w->text, to));
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
  for (size_t k = 0; k < w->count && k < BATCH; k++)
    gloss_fuzzy_memo_fetch(w->memo, w->keys[k]);
  for (size_t k = 0; k < w->count; k++) {
    if (k + BATCH < w->count)
      gloss_fuzzy_memo_fetch(w->memo, w->keys[k + BATCH]);
    if (find_word(w, w->chosen[k], w->keys[k]) == GLOSS_FUZZY_UNKNOWN)
      return false;
  }
  return true;
}

/* Of those that are chosen, keeps the units that are an alias, or that some
** alias begins with which goes on with the letter behind. */
static void keep_leading(walk *w) {
  size_t n = 0;
  for (size_t k = 0; k < w->count; k++) {
    size_t i = w->chosen[k];
    w->leading[n] = (uint16_t)i;
    n += (w->words[i] & (w->letters[i + 1] | GLOSS_FUZZY_NAME)) != 0;
  }
  w->lead_count = n;
}

/* Keeps the units that no run goes through and that are not hit without edits;
** chooses those behind of which nothing is known. */
static void keep_free(walk *w) {
  const gloss_units *u = w->units;
  size_t n = 0;
  w->count = 0;
  for (size_t k = 0; k < w->lead_count; k++) {
    size_t i = w->leading[k];
    if ((!w->dict->inside && gloss_unit_joined(u, w->text, i)) ||
        gloss_fuzzy_hits_taken(w->hits, u->starts[i]))
      continue;
    __builtin_prefetch(gloss_fuzzy_memo_entry(w->memo, w->words[i]));
    w->leading[n++] = (uint16_t)i;
    if (i + 1 == u->count || w->words[i + 1] != GLOSS_FUZZY_UNKNOWN) continue;
    w->keys[w->count] = gloss_fuzzy_key(w->dict, u, w->text, i + 1);
    w->chosen[w->count++] = (uint16_t)(i + 1);
  }
  w->lead_count = n;
}

/* The words from unit i on may be an alias of several: the pair they begin
** with. 0: they may not. */
static uint64_t pair_at(const walk *w, size_t i) {
  const gloss_fuzzy_known *words = w->words;
  unsigned gap;
  if (i + 1 >= w->units->count || !(words[i + 1] & GLOSS_FUZZY_PART) ||
      !(words[i] & w->letters[i + 1]))
    return 0;
  gap = gloss_unit_gap(w->units, w->text, i + 1);
  if (gap & GLOSS_UNIT_BREAK) return 0;
  return gloss_fuzzy_pair(words[i], words[i + 1], gap != 0);
}

/* The pairs of those that are left; what tells whether they are in vain is
** fetched. */
static void find_pairs(walk *w) {
  for (size_t k = 0; k < w->lead_count; k++) {
    w->keys[k] = pair_at(w, w->leading[k]);
    __builtin_prefetch(gloss_fuzzy_memo_vain(w->memo, w->keys[k]));
  }
}

/* Keeps those that are an alias, or with the next word begin one, as far as is
** known; what they may be is fetched. */
static void keep_followed(walk *w) {
  const gloss_fuzzy_memo *memo = w->memo;
  size_t n = 0;
  for (size_t k = 0; k < w->lead_count; k++) {
    size_t i = w->leading[k];
    uint64_t pair = w->keys[k];
    if (*gloss_fuzzy_memo_vain(memo, pair) == gloss_fuzzy_tag(pair)) pair = 0;
    if (pair == 0 && !(w->words[i] & GLOSS_FUZZY_NAME)) continue;
    w->keys[n] = pair;
    w->leading[n++] = (uint16_t)i;
    __builtin_prefetch(memo->reaches +
                       gloss_fuzzy_memo_entry(memo, w->words[i])->at);
    if (pair != 0)
      __builtin_prefetch(gloss_fuzzy_memo_entry(memo, w->words[i + 1]));
  }
  w->lead_count = n;
}

/* The bit of the unit behind unit i; 0: there is none. */
static uint32_t letter_behind(const walk *w, size_t i) {
  if (i + 1 >= w->units->count) return 0;
  return gloss_fuzzy_letter(gloss_unit_head_of(w->units, w->text, i + 1));
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

/* An alias of one unit. */
static bool put_name(walk *w, size_t i, const gloss_fuzzy_reach *name) {
  const gloss_units *u = w->units;
  if (!name->inside && is_inside(w, i, i)) return true;
  return gloss_fuzzy_hits_put(
      w->hits, (gloss_fuzzy_find){ u->starts[i], u->ends[i], name->cost,
                                   (uint32_t)name->hash,
                                   (uint32_t)(name->hash >> 32) });
}

/* Fetches what unit i may be behind others, if that is known. */
static void fetch_parts(const walk *w, size_t i) {
  const gloss_fuzzy_entry *e;
  if (i >= w->units->count || w->words[i] == GLOSS_FUZZY_UNKNOWN) return;
  e = gloss_fuzzy_memo_entry(w->memo, w->words[i]);
  __builtin_prefetch(w->memo->reaches + e->at + e->leads);
}

/* Names of one unit are hits; beginnings of longer ones are opened. */
static bool begin(walk *w, size_t first, bool longer) {
  const gloss_fuzzy_entry *word =
      gloss_fuzzy_memo_entry(w->memo, w->words[first]);
  const gloss_fuzzy_reach *r = w->memo->reaches + word->at;
  uint32_t next = longer ? w->letters[first + 1] : 0;
  uint16_t at = (uint16_t)first;
  if (longer) fetch_parts(w, first + 1);
  for (const gloss_fuzzy_reach *end = r + word->leads; r < end; r++) {
    if (r->kind == GLOSS_REACH_NAME) {
      if (!put_name(w, first, r)) return false;
    } else if ((r->place & next) &&
               !open_path(w, r->hash, at, at, w->dict->edits - r->cost)) {
      return false;
    }
  }
  return true;
}

/* What the next unit makes of a path that is open; the bits that know of it
** are fetched. */
static bool lengthen(walk *w, gloss_fuzzy_path p) {
  const gloss_fuzzy_entry *word;
  const gloss_fuzzy_reach *r;
  gloss_fuzzy_path *next;
  size_t i = p.last + 1u;
  unsigned gap, allowed;
  if (i >= w->units->count || i - p.first == GLOSS_MAX_ALIAS_ATOMS) return true;
  if ((word = entry_of(w, i)) == NULL) return false;
  if (word->parts == 0) return true;
  gap = gloss_unit_gap(w->units, w->text, i);
  if (gap & GLOSS_UNIT_BREAK) return true;
  allowed = gloss_fuzzy_word_allowed(p.left, word->letters);
  r = w->memo->reaches + word->at + word->leads;
  next = path_room(w->longer, word->parts);
  if (next == NULL) return false;
  for (const gloss_fuzzy_reach *end = r + word->parts; r < end; r++, next++) {
    if (r->cost > allowed) break; /* dearer ones follow */
    next->hash = gloss_fuzzy_hash(w->dict->seed, p.hash, r->hash, false,
                                  gap != 0);
    next->first = p.first;
    next->last = (uint16_t)i;
    next->left = p.left - r->cost;
    __builtin_prefetch(gloss_bit_set_word(&w->dict->fuzzy_bits, next->hash));
  }
  w->longer->count = (size_t)(next - w->longer->rows);
  return true;
}

/* Keeps the longer paths that some alias goes; what they lead to is fetched. */
static void keep_known(walk *w) {
  const gloss_dict *d = w->dict;
  size_t n = 0;
  for (size_t k = 0; k < w->longer->count; k++) {
    gloss_fuzzy_path p = w->longer->rows[k];
    w->longer->rows[n] = p;
    n += gloss_bit_set_has(&d->fuzzy_bits, p.hash);
  }
  w->longer->count = n;
  for (size_t k = 0; k < n; k++)
    __builtin_prefetch(d->fuzzy_buckets +
                       gloss_fuzzy_bucket(w->longer->rows[k].hash,
                                          d->fuzzy_bucket_count));
  for (size_t k = 0; k < n; k++)
    __builtin_prefetch(gloss_fuzzy_items_of(d, w->longer->rows[k].hash).at);
}

/* Names that a path leads to are noted and fetched; where some go on, it is
** open again. */
static bool take_items(walk *w, gloss_fuzzy_path p) {
  gloss_fuzzy_items items = gloss_fuzzy_items_of(w->dict, p.hash);
  const gloss_fuzzy_item *item;
  uint32_t runs = 0;
  while ((item = gloss_fuzzy_items_next(&items)) != NULL) {
    if (item->place & GLOSS_FUZZY_RUNS) {
      runs |= item->place;
      continue;
    }
    if ((size_t)item->place * 8 < w->dict->heap_size)
      __builtin_prefetch(w->dict->heap + (size_t)item->place * 8);
    if (!add_end(w->ends, (gloss_fuzzy_end){ p.first, p.last, item->place }))
      return false;
  }
  return !(runs & letter_behind(w, p.last)) ||
         open_path(w, p.hash, p.first, p.last, p.left);
}

/* Names that are noted become hits. */
static bool take_ends(walk *w) {
  const gloss_units *u = w->units;
  for (size_t k = 0; k < w->ends->count; k++) {
    gloss_fuzzy_end e = w->ends->rows[k];
    bool inside = is_inside(w, e.first, e.last);
    if ((!inside || w->dict->inside) &&
        !gloss_fuzzy_hits_add(w->hits,
                              (gloss_fuzzy_place){ u->starts[e.first],
                                                   u->ends[e.last], e.place },
                              inside))
      return false;
  }
  w->ends->count = 0;
  return true;
}

/* Lengthens the last paths that are open, a batch of them. */
static bool lengthen_batch(walk *w) {
  size_t n = w->open->count < BATCH ? w->open->count : BATCH;
  w->longer->count = 0;
  for (; n > 0; n--)
    if (!lengthen(w, w->open->rows[--w->open->count])) return false;
  keep_known(w);
  return true;
}

static bool take_longer(walk *w) {
  for (size_t k = 0; k < w->longer->count; k++) {
    w->came[w->longer->rows[k].first] = true;
    if (!take_items(w, w->longer->rows[k])) return false;
  }
  return take_ends(w);
}

/* Follows all open paths; the last ones first, so that they never are many. */
static bool follow(walk *w) {
  while (w->open->count > 0)
    if (!lengthen_batch(w) || !take_longer(w)) return false;
  return true;
}

/* Looks at the aliases that begin with leading[from] and those behind, until
** there is a batch of paths; notes of which two words nothing came. */
static bool look(walk *w, size_t *from) {
  size_t k = *from;
  for (; k < w->lead_count && w->open->count < BATCH; k++) {
    w->came[w->leading[k]] = false;
    if (!begin(w, w->leading[k], w->keys[k] != 0)) return false;
  }
  if (!follow(w)) return false;
  for (; *from < k; ++*from) {
    uint64_t pair = w->keys[*from];
    if (pair != 0 && !w->came[w->leading[*from]])
      *gloss_fuzzy_memo_vain(w->memo, pair) = gloss_fuzzy_tag(pair);
  }
  return true;
}

static bool run(walk *w, size_t from, size_t to) {
  memset(w->words, 0xFF, w->units->count * sizeof *w->words);
  choose(w, from, to);
  if (!find_words(w)) return false;
  keep_leading(w);
  keep_free(w);
  if (!find_words(w)) return false;
  find_pairs(w);
  keep_followed(w);
  for (size_t k = 0; k < w->lead_count;)
    if (!look(w, &k)) return false;
  return true;
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
  w.ends = &memo->ends;
  w.open->count = w.longer->count = w.ends->count = 0;
  return gloss_fuzzy_memo_ready(memo) && run(&w, from, to);
}

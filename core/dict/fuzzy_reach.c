/* fuzzy_reach.c - what a word may be in names with edits.
**
** Each number that is left of the word is looked for in the sets of all
** numbers, at first, without a branch for each: mostly none is there. */
#include "dict/fuzzy_reach.h"

#include "dict/fuzzy_hits.h"
#include "dict/fuzzy_word.h"

enum { /* numbers of a word: whole, without one letter, without two */
  LETTERS = GLOSS_FUZZY_LETTERS,
  NUMBERS = 1 + LETTERS + LETTERS * LETTERS / 2
};

typedef struct finding {
  const gloss_dict *dict;
  gloss_fuzzy_memo *memo;
  const char *bytes; /* of the word */
  size_t len;
  gloss_fuzzy_word word;
  size_t wholes, ones, count; /* numbers with no letter left out, up to one,
                                 and all */
  uint64_t numbers[NUMBERS];
  uint8_t cost[NUMBERS], where[NUMBERS]; /* FIRST, LATER */
} finding;

enum { FIRST = 1, LATER = 2 }; /* what the sets say of a number */

/* All that is left of the word, if so many letters may go. */
static void make_numbers(finding *f, unsigned allowed) {
  const gloss_fuzzy_word *w = &f->word;
  size_t n = 0;
  f->numbers[n++] = w->whole;
  f->wholes = n;
  for (size_t a = 1; allowed > 0 && a < w->letters; a++)
    f->numbers[n++] = gloss_fuzzy_without(w, w->before[a], a);
  f->ones = n;
  for (size_t a = 1; allowed > 1 && a < w->letters; a++) {
    uint64_t part = w->before[a];
    for (size_t b = a + 1; b < w->letters; b++) {
      f->numbers[n++] = gloss_fuzzy_without(w, part, b);
      part = gloss_fuzzy_append(w, part, b);
    }
  }
  f->count = n;
}

static bool has_number(const finding *f, size_t count, uint64_t number) {
  for (size_t i = 0; i < count; i++)
    if (f->numbers[i] == number) return true;
  return false;
}

/* Keeps only the numbers that some alias has. */
static void keep_known(finding *f) {
  const gloss_dict *d = f->dict;
  size_t n = 0, count = 0;
  for (size_t k = 0; k < f->count; k++) {
    uint64_t number = f->numbers[k], h = gloss_fuzzy_number_hash(number);
    f->numbers[n] = number;
    f->cost[n] = (uint8_t)((k >= f->wholes) + (k >= f->ones));
    f->where[n] = (uint8_t)(gloss_bit_set_has(&d->fuzzy_firsts, h) * FIRST |
                            gloss_bit_set_has(&d->fuzzy_later, h) * LATER);
    n += f->where[n] != 0;
  }
  for (size_t k = 0; k < n; k++) { /* that with fewest letters left out stays */
    if (has_number(f, count, f->numbers[k])) continue;
    f->numbers[count] = f->numbers[k];
    f->cost[count] = f->cost[k];
    f->where[count++] = f->where[k];
  }
  f->count = count;
}

static bool has_name(const finding *f, uint32_t place) {
  const gloss_fuzzy_entry *entry = &f->memo->entries[f->memo->count];
  const gloss_fuzzy_reach *r = f->memo->reaches + entry->at;
  for (size_t i = 0; i < entry->leads; i++)
    if (r[i].kind == GLOSS_REACH_NAME && r[i].place == place) return true;
  return false;
}

static bool add_name(finding *f, uint32_t place) {
  const gloss_alias_record *r;
  int edits;
  if (has_name(f, place)) return true;
  edits = gloss_fuzzy_hits_edits(f->dict, place, f->bytes, f->len);
  if (edits <= 0) return true;
  r = gloss_dict_record(f->dict, place);
  return gloss_fuzzy_memo_add(
      f->memo, (gloss_fuzzy_reach){ (uint64_t)r->entity << 32 | r->number,
                                    place, (uint8_t)edits, GLOSS_REACH_NAME,
                                    (r->flags & GLOSS_ALIAS_INSIDE) != 0 });
}

/* A number of the word as a first one: is it an alias, does one begin so? */
static bool add_leads(finding *f, uint64_t number, uint8_t cost) {
  const gloss_dict *d = f->dict;
  uint64_t h = gloss_fuzzy_hash(d->seed, 0, number, true, false);
  uint32_t runs = 0;
  gloss_fuzzy_items items;
  const gloss_fuzzy_item *item;
  if (!gloss_bit_set_has(&d->fuzzy_bits, h)) return true;
  items = gloss_fuzzy_items_of(d, h);
  while ((item = gloss_fuzzy_items_next(&items)) != NULL) {
    if (item->place & GLOSS_FUZZY_RUNS) runs |= item->place;
    else if (!add_name(f, item->place)) return false;
  }
  runs &= ~GLOSS_FUZZY_RUNS;
  return runs == 0 ||
         gloss_fuzzy_memo_add(f->memo,
                              (gloss_fuzzy_reach){ h, runs, cost,
                                                   GLOSS_REACH_BEGINS, false });
}

static bool find(finding *f, const gloss_units *units, const char *text,
                 size_t i) {
  gloss_fuzzy_word_read(&f->word, units, text, i);
  make_numbers(f, gloss_fuzzy_word_allowed(f->dict->edits, f->word.letters));
  keep_known(f);
  f->memo->entries[f->memo->count].letters =
      f->word.letters <= LETTERS ? (uint8_t)f->word.letters : 0;
  for (size_t k = 0; k < f->count; k++)
    if ((f->where[k] & FIRST) && !add_leads(f, f->numbers[k], f->cost[k]))
      return false;
  for (size_t k = 0; k < f->count; k++) {
    gloss_fuzzy_reach part = { f->numbers[k], 0, f->cost[k],
                               GLOSS_REACH_PART, false };
    if ((f->where[k] & LATER) && !gloss_fuzzy_memo_add(f->memo, part))
      return false;
  }
  return true;
}

gloss_fuzzy_known gloss_fuzzy_reach_find(const gloss_dict *dict,
                                         gloss_fuzzy_memo *memo, uint64_t key,
                                         const gloss_units *units,
                                         const char *text, size_t i) {
  finding f;
  f.dict = dict;
  f.memo = memo;
  f.bytes = text + units->starts[i];
  f.len = units->ends[i] - units->starts[i];
  if (!gloss_fuzzy_memo_begin(memo, key) || !find(&f, units, text, i))
    return GLOSS_FUZZY_UNKNOWN;
  return gloss_fuzzy_memo_end(memo);
}

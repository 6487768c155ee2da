/* fuzzy_reach.c - what a word may be in names with edits.
**
** Each number that is left of the word is looked for in the set of all numbers,
** at first, without a branch for each: mostly none is there. */
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
} finding;

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

/* Keeps only the numbers that some alias has. */
static void keep_known(finding *f) {
  size_t n = 0, ends[3] = { f->wholes, f->ones, f->count }, i = 0;
  size_t *kept[3] = { &f->wholes, &f->ones, &f->count };
  for (int k = 0; k < 3; k++) {
    for (; i < ends[k]; i++) {
      uint64_t number = f->numbers[i];
      f->numbers[n] = number;
      n += gloss_bit_set_has(&f->dict->fuzzy_numbers,
                             gloss_fuzzy_number_hash(number));
    }
    *kept[k] = n;
  }
}

/* What is known of the word, the newest, so far. */
static const gloss_fuzzy_reach *known_so_far(const finding *f, size_t *count) {
  const gloss_fuzzy_entry *entry = &f->memo->entries[f->memo->count];
  *count = entry->count;
  return f->memo->reaches + entry->at;
}

static bool has_name(const finding *f, uint32_t place) {
  size_t count;
  const gloss_fuzzy_reach *r = known_so_far(f, &count);
  for (size_t i = 0; i < count; i++)
    if (r[i].kind == GLOSS_REACH_NAME && r[i].place == place) return true;
  return false;
}

static bool has_number(const finding *f, uint64_t number) {
  size_t count;
  const gloss_fuzzy_reach *r = known_so_far(f, &count);
  for (size_t i = 0; i < count; i++)
    if (r[i].kind != GLOSS_REACH_NAME && r[i].number == number) return true;
  return false;
}

static bool add_name(finding *f, uint32_t place) {
  int edits;
  if (has_name(f, place)) return true;
  edits = gloss_fuzzy_hits_edits(f->dict, place, f->bytes, f->len);
  if (edits <= 0) return true;
  return gloss_fuzzy_memo_add(
      f->memo,
      (gloss_fuzzy_reach){ 0, place, (uint8_t)edits, GLOSS_REACH_NAME });
}

/* A number of the word: is it an alias, does one begin so, or go on so? */
static bool add_number(finding *f, uint64_t number, int cost) {
  const gloss_dict *d = f->dict;
  uint64_t h = gloss_fuzzy_hash(d->seed, 0, number, true, false);
  uint32_t runs = 0;
  if (has_number(f, number)) return true;
  if (gloss_bit_set_has(&d->fuzzy_bits, h)) {
    gloss_fuzzy_items items = gloss_fuzzy_items_of(d, h);
    const gloss_fuzzy_item *item;
    while ((item = gloss_fuzzy_items_next(&items)) != NULL) {
      if (item->place & GLOSS_FUZZY_RUNS) runs |= item->place;
      else if (!add_name(f, item->place)) return false;
    }
  }
  return gloss_fuzzy_memo_add(
      f->memo,
      (gloss_fuzzy_reach){ number, runs, (uint8_t)cost,
                           runs ? GLOSS_REACH_BEGINS : GLOSS_REACH_PART });
}

static bool find(finding *f, const gloss_units *units, const char *text,
                 size_t i) {
  gloss_fuzzy_word_read(&f->word, units, text, i);
  make_numbers(f, gloss_fuzzy_word_allowed(f->dict->edits, f->word.letters));
  keep_known(f);
  f->memo->entries[f->memo->count].letters =
      f->word.letters <= LETTERS ? (uint8_t)f->word.letters : 0;
  for (size_t k = 0; k < f->count; k++)
    if (!add_number(f, f->numbers[k], (k >= f->wholes) + (k >= f->ones)))
      return false;
  return true;
}

uint64_t gloss_fuzzy_key(const gloss_dict *dict, const gloss_units *units,
                         const char *text, size_t i) {
  size_t at = units->starts[i], len = units->ends[i] - at;
  uint64_t h = dict->sum, word;
  while (len > 8) {
    memcpy(&word, text + at, 8);
    h = gloss_hash_word(h, word);
    at += 8;
    len -= 8;
  }
  if (units->flags[i] & GLOSS_UNIT_WHOLE) {
    word = 0;
    memcpy(&word, text + at, len);
  } else { /* eight bytes are there */
    memcpy(&word, text + at, 8);
    word &= ~UINT64_C(0) >> (64 - 8 * len);
  }
  return gloss_hash_word(h, word);
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

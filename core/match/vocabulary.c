/* vocabulary.c - the distinct tokens of a thread's documents, by number. */
#include "match/vocabulary.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "unicode/fold.h"

/* A vocabulary with more is left to the documents that have it. */
enum { FULL_WORDS = 1 << 18, FIRST_SLOTS = 1 << 12 };
#define FULL_BYTES ((size_t)32 << 20)

__extension__ typedef unsigned __int128 wide;

static uint64_t mix(uint64_t a, uint64_t b) {
  wide product = (wide)(a ^ UINT64_C(0x9E3779B97F4A7C15)) *
                 (b ^ UINT64_C(0xD6E8FEB86659FD93));
  return (uint64_t)product ^ (uint64_t)(product >> 64);
}

gloss_vocabulary *gloss_vocabulary_new(void) {
  gloss_vocabulary *v = calloc(1, sizeof *v);
  if (v == NULL) return NULL;
  v->holders = 1;
  v->arena = gloss_arena_new();
  v->slots = calloc(FIRST_SLOTS, sizeof *v->slots);
  v->slot_count = FIRST_SLOTS;
  /* No text can know where memory lies. */
  v->seed = mix((uint64_t)(uintptr_t)v, (uint64_t)(uintptr_t)&v);
  v->count = 1;
  if (v->arena == NULL || v->slots == NULL ||
      !gloss_array_reserve(v->words, v->room, 1)) {
    gloss_vocabulary_release(v);
    return NULL;
  }
  memset(v->words, 0, sizeof *v->words);
  return v;
}

gloss_vocabulary *gloss_vocabulary_hold(gloss_vocabulary *v) {
  v->holders++;
  return v;
}

void gloss_vocabulary_release(gloss_vocabulary *v) {
  if (v == NULL || --v->holders > 0) return;
  gloss_arena_free(v->arena);
  gloss_families_free(v->families);
  free(v->words);
  free(v->slots);
  free(v);
}

bool gloss_vocabulary_is_full(const gloss_vocabulary *v) {
  return v->count >= FULL_WORDS || gloss_arena_bytes(v->arena) >= FULL_BYTES;
}

/* ---- Keys ---- */

typedef struct key {
  uint64_t head, tail;
  uint32_t tag;
} key;

static uint64_t load8(const char *at) {
  uint64_t word;
  memcpy(&word, at, 8);
  return word;
}

/* Over 16 bytes: two hashes. */
static key long_key(uint64_t seed, const char *bytes, size_t len) {
  key k = { seed, ~seed, 0 };
  size_t at = 0;
  for (; at + 8 < len; at += 8) {
    k.head = mix(k.head, load8(bytes + at));
    k.tail = mix(k.tail, load8(bytes + at) ^ k.head);
  }
  k.head = mix(k.head, load8(bytes + len - 8));
  k.tail = mix(k.tail, load8(bytes + len - 8) ^ k.head);
  return k;
}

/* The first `len` bytes (at most 8) of eight. */
static uint64_t first_bytes(uint64_t eight, size_t len) {
  static const uint64_t masks[9] = {
    0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, UINT64_C(0xFFFFFFFFFF),
    UINT64_C(0xFFFFFFFFFFFF), UINT64_C(0xFFFFFFFFFFFFFF), UINT64_MAX
  };
  return eight & masks[len];
}

/* Head and tail of up to 16 bytes are the bytes. 16 can be read at `bytes`. */
static key short_key(const char *bytes, size_t len) {
  size_t head = len < 8 ? len : 8;
  return (key){ first_bytes(load8(bytes), head),
                first_bytes(load8(bytes + 8), len - head), 0 };
}

static key key_of(uint64_t seed, const char *text, size_t text_len,
                  const gloss_token_list *tokens, size_t i) {
  size_t start = tokens->starts[i], len = tokens->ends[i] - start;
  key k;
  if (len > 16) {
    k = long_key(seed, text + start, len);
  } else if (text_len - start >= 16) {
    k = short_key(text + start, len);
  } else {
    char padded[16] = { 0 };
    memcpy(padded, text + start, len);
    k = short_key(padded, len);
  }
  k.tag = (uint32_t)len | (uint32_t)tokens->kinds[i] << 16 |
          (uint32_t)tokens->flags[i] << 24;
  return k;
}

static uint64_t hash_of(const gloss_vocabulary *v, const key *k) {
  return mix(k->head ^ v->seed, k->tail + k->tag * v->seed);
}

static size_t place_of(const gloss_vocabulary *v, const key *k) {
  return (size_t)hash_of(v, k) & (v->slot_count - 1);
}

static bool is_same(const gloss_vocabulary *v,
                    const gloss_vocabulary_slot *slot, const key *k,
                    const char *bytes, size_t len) {
  return slot->head == k->head && slot->tail == k->tail &&
         slot->tag == k->tag &&
         (len <= 16 || memcmp(v->words[slot->word].bytes, bytes, len) == 0);
}

/* ---- Adding ---- */

static bool more_slots(gloss_vocabulary *v) {
  size_t old_count = v->slot_count;
  gloss_vocabulary_slot *old = v->slots;
  gloss_vocabulary_slot *slots = calloc(old_count * 2, sizeof *slots);
  if (slots == NULL) return false;
  v->slots = slots;
  v->slot_count = old_count * 2;
  for (size_t i = 0; i < old_count; i++) {
    key k = { old[i].head, old[i].tail, old[i].tag };
    size_t at;
    if (old[i].word == 0) continue;
    at = place_of(v, &k);
    while (slots[at].word != 0) at = (at + 1) & (v->slot_count - 1);
    slots[at] = old[i];
  }
  free(old);
  return true;
}

/* Fills the folded form; where it is the same as the bytes, it is shared. */
static bool fold_word(gloss_vocabulary *v, gloss_vocabulary_word *word) {
  char buffer[GLOSS_FOLD_ROOM(GLOSS_MAX_KEPT)];
  size_t len = gloss_fold(GLOSS_FORM_FOLD, word->bytes, word->len, buffer,
                          sizeof buffer);
  word->folded_len = (uint32_t)len;
  if (len == word->len && memcmp(buffer, word->bytes, len) == 0)
    word->folded = word->bytes;
  else
    word->folded = gloss_arena_copy(v->arena, buffer, len);
  return word->folded != NULL;
}

/* The slot of a word that is not there; NULL: no memory. */
static const gloss_vocabulary_slot *add_word(gloss_vocabulary *v,
                                             const key *k, const char *bytes,
                                             size_t len) {
  gloss_vocabulary_word word = { .len = (uint32_t)len };
  size_t at;
  if (v->count * 2 >= v->slot_count && !more_slots(v)) return NULL;
  if (!gloss_array_reserve(v->words, v->room, v->count + 1)) return NULL;
  word.kind = (uint8_t)(k->tag >> 16 & 0xFF);
  word.flags = (uint8_t)(k->tag >> 24);
  word.bytes = gloss_arena_copy(v->arena, bytes, len);
  if (word.bytes == NULL || !fold_word(v, &word)) return NULL;
  at = place_of(v, k);
  while (v->slots[at].word != 0) at = (at + 1) & (v->slot_count - 1);
  v->slots[at] = (gloss_vocabulary_slot){ k->head, k->tail, k->tag,
                                          (uint32_t)v->count };
  v->words[v->count++] = word;
  return &v->slots[at];
}

/* The slot of a word; NULL: no memory. */
static const gloss_vocabulary_slot *find_slot(gloss_vocabulary *v,
                                              const key *k, uint64_t hash,
                                              const char *bytes, size_t len) {
  size_t at = (size_t)hash & (v->slot_count - 1);
  for (; v->slots[at].word != 0; at = (at + 1) & (v->slot_count - 1))
    if (is_same(v, &v->slots[at], k, bytes, len)) return &v->slots[at];
  return add_word(v, k, bytes, len);
}

static size_t recent_place(uint64_t hash) {
  return hash >> 32 & (GLOSS_RECENT_WORDS - 1);
}

/* Tokens whose words were not seen of late: their slots are far away, so they
** are fetched for many tokens at once. */
enum { BATCH = 64 };
typedef struct waiting {
  size_t count;
  uint32_t tokens[BATCH];
  key keys[BATCH];
  uint64_t hashes[BATCH];
} waiting;

static bool settle(gloss_vocabulary *v, const char *text,
                   const gloss_token_list *tokens, waiting *w,
                   uint32_t *out) {
  for (size_t i = 0; i < w->count; i++) {
    uint32_t token = w->tokens[i];
    const gloss_vocabulary_slot *slot =
        find_slot(v, &w->keys[i], w->hashes[i], text + tokens->starts[token],
                  tokens->ends[token] - tokens->starts[token]);
    if (slot == NULL) return false;
    v->recent[recent_place(w->hashes[i])] = *slot;
    out[token] = slot->word;
  }
  w->count = 0;
  return true;
}

bool gloss_vocabulary_read(gloss_vocabulary *v, const char *text,
                           size_t text_len, const gloss_token_list *tokens,
                           uint32_t *out) {
  waiting w;
  w.count = 0;
  for (size_t i = 0; i < tokens->count; i++) {
    const char *bytes = text + tokens->starts[i];
    size_t len = tokens->ends[i] - tokens->starts[i];
    key *k = &w.keys[w.count];
    const gloss_vocabulary_slot *recent;
    out[i] = 0;
    if (len > GLOSS_MAX_KEPT) continue;
    *k = key_of(v->seed, text, text_len, tokens, i);
    w.hashes[w.count] = hash_of(v, k);
    recent = &v->recent[recent_place(w.hashes[w.count])];
    if (is_same(v, recent, k, bytes, len)) {
      out[i] = recent->word;
      continue;
    }
    __builtin_prefetch(&v->slots[w.hashes[w.count] & (v->slot_count - 1)]);
    w.tokens[w.count++] = (uint32_t)i;
    if (w.count == BATCH && !settle(v, text, tokens, &w, out)) return false;
  }
  return settle(v, text, tokens, &w, out);
}

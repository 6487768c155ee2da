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

static uint64_t load4(const char *at) {
  uint32_t word;
  memcpy(&word, at, 4);
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

/* With the length, head and tail of up to 16 bytes are the bytes. */
static key key_of(uint64_t seed, const char *bytes, size_t len, uint8_t kind,
                  uint8_t flags) {
  key k = { 0, 0, 0 };
  if (len > 16) {
    k = long_key(seed, bytes, len);
  } else if (len >= 8) {
    k.head = load8(bytes);
    k.tail = load8(bytes + len - 8);
  } else if (len >= 4) {
    k.head = load4(bytes) | load4(bytes + len - 4) << 32;
  } else {
    k.head = (uint64_t)(unsigned char)bytes[0] |
             (uint64_t)(unsigned char)bytes[len / 2] << 8 |
             (uint64_t)(unsigned char)bytes[len - 1] << 16;
  }
  k.tag = (uint32_t)len | (uint32_t)kind << 16 | (uint32_t)flags << 24;
  return k;
}

static size_t place_of(const gloss_vocabulary *v, const key *k) {
  return (size_t)mix(k->head ^ v->seed, k->tail + k->tag * v->seed) &
         (v->slot_count - 1);
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

/* The number of a word that is not there; 0: no memory. */
static uint32_t add_word(gloss_vocabulary *v, const key *k, const char *bytes,
                         size_t len) {
  gloss_vocabulary_word word = { .len = (uint32_t)len };
  size_t at;
  if (v->count * 2 >= v->slot_count && !more_slots(v)) return 0;
  if (!gloss_array_reserve(v->words, v->room, v->count + 1)) return 0;
  word.kind = (uint8_t)(k->tag >> 16 & 0xFF);
  word.flags = (uint8_t)(k->tag >> 24);
  word.bytes = gloss_arena_copy(v->arena, bytes, len);
  if (word.bytes == NULL || !fold_word(v, &word)) return 0;
  at = place_of(v, k);
  while (v->slots[at].word != 0) at = (at + 1) & (v->slot_count - 1);
  v->slots[at] = (gloss_vocabulary_slot){ k->head, k->tail, k->tag,
                                          (uint32_t)v->count };
  v->words[v->count] = word;
  return (uint32_t)v->count++;
}

bool gloss_vocabulary_read(gloss_vocabulary *v, const char *text,
                           const gloss_token_list *tokens, uint32_t *out) {
  for (size_t i = 0; i < tokens->count; i++) {
    const char *bytes = text + tokens->starts[i];
    size_t len = tokens->ends[i] - tokens->starts[i], at;
    key k;
    out[i] = 0;
    if (len > GLOSS_MAX_KEPT) continue;
    k = key_of(v->seed, bytes, len, tokens->kinds[i], tokens->flags[i]);
    at = place_of(v, &k);
    while (v->slots[at].word != 0 &&
           !is_same(v, &v->slots[at], &k, bytes, len))
      at = (at + 1) & (v->slot_count - 1);
    out[i] = v->slots[at].word;
    if (out[i] == 0) out[i] = add_word(v, &k, bytes, len);
    if (out[i] == 0) return false;
  }
  return true;
}

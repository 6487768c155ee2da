/* intern.c - strings of bytes as numbers: open addressing, linear probing. */
#include "base/intern.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"

static uint64_t mix(uint64_t h, uint64_t word) {
  h = (h ^ word) * UINT64_C(0x9E3779B97F4A7C15);
  h ^= h >> 32;
  h *= UINT64_C(0xD6E8FEB86659FD93);
  return h ^ h >> 29;
}

static uint32_t hash_of(const gloss_intern *table, const char *bytes,
                        size_t len) {
  uint64_t h = (uint64_t)(uintptr_t)table + len;
  uint64_t word;
  for (; len >= 8; bytes += 8, len -= 8) {
    memcpy(&word, bytes, 8);
    h = mix(h, word);
  }
  word = 0;
  if (len > 0) memcpy(&word, bytes, len);
  return (uint32_t)(mix(h, word) >> 16);
}

/* The slot that holds the string, or the free one where it belongs. */
static size_t slot_of(const gloss_intern *t, const void *bytes, size_t len,
                      uint32_t hash) {
  size_t mask = t->slot_count - 1, at = hash & mask;
  for (; t->slots[at] != 0; at = (at + 1) & mask) {
    const gloss_intern_entry *e = &t->entries[t->slots[at] - 1];
    if (e->hash == hash && e->len == len &&
        (len == 0 || memcmp(t->bytes + e->start, bytes, len) == 0))
      break;
  }
  return at;
}

uint32_t gloss_intern_find(const gloss_intern *t, const void *bytes,
                           size_t len) {
  if (t->count == 0) return GLOSS_NOT_INTERNED;
  return t->slots[slot_of(t, bytes, len, hash_of(t, bytes, len))] - 1;
}

/* Twice the slots. */
static bool more_slots(gloss_intern *t) {
  size_t count = t->slot_count == 0 ? 32 : t->slot_count * 2;
  uint32_t *slots = calloc(count, sizeof *slots);
  if (slots == NULL) return false;
  free(t->slots);
  t->slots = slots;
  t->slot_count = count;
  for (size_t i = 0; i < t->count; i++) {
    size_t at = t->entries[i].hash & (count - 1);
    while (slots[at] != 0) at = (at + 1) & (count - 1);
    slots[at] = (uint32_t)i + 1;
  }
  return true;
}

uint32_t gloss_intern_add(gloss_intern *t, const void *bytes, size_t len) {
  uint32_t hash = hash_of(t, bytes, len);
  size_t slot, aligned = (len + 7) & ~(size_t)7;
  if (t->count + 1 > t->slot_count / 2 && !more_slots(t))
    return GLOSS_NOT_INTERNED;
  slot = slot_of(t, bytes, len, hash);
  if (t->slots[slot] != 0) return t->slots[slot] - 1;
  if (t->count >= UINT32_MAX - 1 ||
      !gloss_array_reserve(t->entries, t->room, t->count + 1) ||
      !gloss_array_reserve(t->bytes, t->bytes_room, t->used + aligned + 8))
    return GLOSS_NOT_INTERNED;
  if (len > 0) memcpy(t->bytes + t->used, bytes, len);
  t->entries[t->count] = (gloss_intern_entry){ t->used, len, hash };
  t->used += aligned;
  t->slots[slot] = (uint32_t)++t->count;
  return (uint32_t)t->count - 1;
}

const void *gloss_intern_get(const gloss_intern *t, uint32_t number,
                             size_t *len) {
  if (len != NULL) *len = t->entries[number].len;
  return t->bytes + t->entries[number].start;
}

void gloss_intern_clear(gloss_intern *t) {
  if (t->slot_count > 0) memset(t->slots, 0, t->slot_count * sizeof *t->slots);
  t->count = t->used = 0;
}

void gloss_intern_free(gloss_intern *t) {
  free(t->bytes);
  free(t->entries);
  free(t->slots);
  *t = (gloss_intern){ 0 };
}

size_t gloss_intern_bytes(const gloss_intern *t) {
  return t->used + t->count * (sizeof *t->entries + 2 * sizeof *t->slots);
}

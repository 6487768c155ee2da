/* intern.c - strings of bytes as numbers: open addressing, linear probing. */
#include "base/intern.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"

enum { SHORT = 8, LONG = 9 }; /* lengths in slots */

/* For one h it makes no two words the same. */
static uint64_t mix(uint64_t h, uint64_t word) {
  h = (h ^ word) * UINT64_C(0x9E3779B97F4A7C15);
  h ^= h >> 32;
  h *= UINT64_C(0xD6E8FEB86659FD93);
  return h ^ h >> 29;
}

static uint64_t load8(const char *at) {
  uint64_t word;
  memcpy(&word, at, 8);
  return word;
}

static uint32_t load4(const char *at) {
  uint32_t word;
  memcpy(&word, at, 4);
  return word;
}

/* Up to 8 bytes as one word, which for one length no others make. */
static uint64_t short_word(const char *bytes, size_t len) {
  const unsigned char *b = (const unsigned char *)bytes;
  if (len == 8) return load8(bytes);
  if (len >= 4) return load4(bytes) | (uint64_t)load4(bytes + len - 4) << 32;
  if (len == 0) return 0;
  return b[0] | (uint64_t)b[len / 2] << 8 | (uint64_t)b[len - 1] << 16;
}

static uint64_t hash_of(const gloss_intern *table, const char *bytes,
                        size_t len) {
  uint64_t h = (uint64_t)(uintptr_t)table + len;
  size_t at = 0;
  if (len <= SHORT) return mix(h, short_word(bytes, len));
  for (; at + 8 < len; at += 8) h = mix(h, load8(bytes + at));
  return mix(h, load8(bytes + len - 8));
}

static size_t place_of(uint64_t hash, size_t slot_count) {
  return (size_t)(hash >> 16) & (slot_count - 1);
}

/* Are these the same, over 8 bytes? Most are few, for which a call costs
** more. */
static bool is_same(const char *a, const char *b, size_t len) {
  if (len <= 16)
    return load8(a) == load8(b) && load8(a + len - 8) == load8(b + len - 8);
  return memcmp(a, b, len) == 0;
}

/* The slot that holds the string, or the free one where it belongs. */
static size_t slot_of(const gloss_intern *t, const char *bytes, size_t len,
                      uint64_t hash) {
  size_t at = place_of(hash, t->slot_count);
  uint32_t stored = len <= SHORT ? (uint32_t)len : LONG;
  for (; t->slots[at].entry != 0; at = (at + 1) & (t->slot_count - 1)) {
    const gloss_intern_slot *slot = &t->slots[at];
    const gloss_intern_entry *e;
    if (slot->hash != hash || slot->len != stored) continue;
    if (stored <= SHORT) break;
    e = &t->entries[slot->entry - 1];
    if (e->len == len && is_same(t->bytes + e->start, bytes, len)) break;
  }
  return at;
}

uint32_t gloss_intern_find(const gloss_intern *t, const void *bytes,
                           size_t len) {
  if (t->count == 0) return GLOSS_NOT_INTERNED;
  return t->slots[slot_of(t, bytes, len, hash_of(t, bytes, len))].entry - 1;
}

/* Twice the slots. */
static bool more_slots(gloss_intern *t) {
  size_t count = t->slot_count == 0 ? 32 : t->slot_count * 2;
  gloss_intern_slot *slots = calloc(count, sizeof *slots);
  if (slots == NULL) return false;
  for (size_t i = 0; i < t->slot_count; i++) {
    size_t at = place_of(t->slots[i].hash, count);
    if (t->slots[i].entry == 0) continue;
    while (slots[at].entry != 0) at = (at + 1) & (count - 1);
    slots[at] = t->slots[i];
  }
  free(t->slots);
  t->slots = slots;
  t->slot_count = count;
  return true;
}

uint32_t gloss_intern_add(gloss_intern *t, const void *bytes, size_t len) {
  uint64_t hash = hash_of(t, bytes, len);
  size_t slot, aligned = (len + 7) & ~(size_t)7;
  if (t->count + 1 > t->slot_count / 2 && !more_slots(t))
    return GLOSS_NOT_INTERNED;
  slot = slot_of(t, bytes, len, hash);
  if (t->slots[slot].entry != 0) return t->slots[slot].entry - 1;
  if (t->count >= UINT32_MAX - 1 ||
      !gloss_array_reserve(t->entries, t->room, t->count + 1) ||
      !gloss_array_reserve(t->bytes, t->bytes_room, t->used + aligned + 8))
    return GLOSS_NOT_INTERNED;
  if (len > 0) memcpy(t->bytes + t->used, bytes, len);
  t->entries[t->count] = (gloss_intern_entry){ t->used, len };
  t->used += aligned;
  t->slots[slot] = (gloss_intern_slot){ hash, (uint32_t)++t->count,
                                        len <= SHORT ? (uint32_t)len : LONG };
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

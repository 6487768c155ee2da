/* strings.c - strings with their length before them, repeated ones once. */
#include "dict/strings.h"

#include "dict/hash.h"

#include <stdlib.h>

void *gloss_bytes_add(gloss_bytes *b, size_t more) {
  size_t len = b->len;
  if (b->bytes == NULL || more > b->room - len) {
    size_t room = len + more + len / 2 + 64;
    char *wider = realloc(b->bytes, room);
    if (wider == NULL) return NULL;
    b->bytes = wider;
    b->room = room;
  }
  b->len += more;
  return b->bytes + len;
}

bool gloss_strings_start(gloss_strings *strings) {
  char *empty;
  *strings = (gloss_strings){ 0 };
  empty = gloss_bytes_add(&strings->out, 1);
  if (empty == NULL) return false;
  *empty = 0;
  return true;
}

void gloss_strings_free(gloss_strings *strings) {
  free(strings->out.bytes);
  free(strings->table);
  *strings = (gloss_strings){ 0 };
}

uint32_t gloss_strings_add(gloss_strings *strings, gloss_slice s) {
  size_t place = strings->out.len, len = s.len;
  char *at;
  if (len == 0 || strings->full) return 0;
  at = gloss_bytes_add(&strings->out, len + 5);
  if (at == NULL || strings->out.len > UINT32_MAX) {
    strings->full = true;
    return 0;
  }
  for (; len >= 128; len >>= 7) *at++ = (char)(len | 128);
  *at++ = (char)len;
  memcpy(at, s.bytes, s.len);
  strings->out.len = (size_t)(at + s.len - strings->out.bytes);
  return (uint32_t)place;
}

gloss_slice gloss_strings_get(const char *section, size_t size,
                              uint32_t place) {
  const gloss_slice none = { "", 0 };
  size_t at = place, len = 0;
  for (unsigned shift = 0; shift < 35; shift += 7) {
    unsigned char c;
    if (at >= size) return none;
    c = (unsigned char)section[at++];
    len |= (size_t)(c & 127) << shift;
    if (c < 128) return len <= size - at ? (gloss_slice){ section + at, len }
                                         : none;
  }
  return none;
}

static bool same(const gloss_strings *strings, uint32_t place, gloss_slice s) {
  gloss_slice other =
      gloss_strings_get(strings->out.bytes, strings->out.len, place);
  return other.len == s.len && memcmp(other.bytes, s.bytes, s.len) == 0;
}

static size_t find(const gloss_strings *strings, gloss_slice s) {
  size_t mask = strings->room - 1;
  size_t i = (size_t)gloss_hash_bytes(s.bytes, s.len) & mask;
  while (strings->table[i] != 0 && !same(strings, strings->table[i], s))
    i = (i + 1) & mask;
  return i;
}

static bool widen(gloss_strings *strings) {
  uint32_t *old = strings->table;
  size_t old_room = strings->room;
  size_t room = old_room == 0 ? 256 : old_room * 2;
  if (strings->count < old_room / 2) return true;
  strings->table = calloc(room, sizeof *old);
  if (strings->table == NULL) {
    strings->table = old;
    return false;
  }
  strings->room = room;
  for (size_t i = 0; i < old_room; i++) {
    gloss_slice s;
    if (old[i] == 0) continue;
    s = gloss_strings_get(strings->out.bytes, strings->out.len, old[i]);
    strings->table[find(strings, s)] = old[i];
  }
  free(old);
  return true;
}

uint32_t gloss_strings_intern(gloss_strings *strings, gloss_slice s) {
  size_t i;
  uint32_t place;
  if (s.len == 0 || strings->full) return 0;
  if (!widen(strings)) {
    strings->full = true;
    return 0;
  }
  i = find(strings, s);
  if (strings->table[i] != 0) return strings->table[i];
  place = gloss_strings_add(strings, s);
  strings->table[i] = place;
  strings->count += place != 0;
  return place;
}

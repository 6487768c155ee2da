/* word_table.c - words and what is known of each: open addressing. */
#include "language/word_table.h"

#include "unicode/utf8.h"

#include <string.h>

static uint32_t hash_of(const char *bytes, size_t len) {
  uint32_t h = 2166136261u;
  for (size_t i = 0; i < len; i++)
    h = (h ^ (unsigned char)bytes[i]) * 16777619u;
  return h ^ h >> 15;
}

static bool same(const gloss_word *word, uint32_t hash, const char *bytes,
                 size_t len) {
  return word->hash == hash && word->len == len &&
         memcmp(word->bytes, bytes, len) == 0;
}

/* The slot of a word, or the free one where it belongs. */
static gloss_word *slot_of(const gloss_word_table *table, uint32_t hash,
                           const char *bytes, size_t len) {
  uint32_t at = hash & table->mask;
  while (table->slots[at].bytes != NULL &&
         !same(&table->slots[at], hash, bytes, len))
    at = (at + 1) & table->mask;
  return &table->slots[at];
}

static bool make_room(gloss_word_table *table, gloss_arena *arena) {
  gloss_word_table larger = { NULL, 0, table->count };
  if (table->slots != NULL && table->count * 2 <= table->mask) return true;
  larger.mask = table->slots == NULL ? 63 : table->mask * 2 + 1;
  larger.slots = gloss_arena_alloc(arena,
                                   (larger.mask + 1) * sizeof(gloss_word));
  if (larger.slots == NULL) return false;
  for (uint32_t i = 0; table->slots != NULL && i <= table->mask; i++) {
    const gloss_word *old = &table->slots[i];
    if (old->bytes != NULL)
      *slot_of(&larger, old->hash, old->bytes, old->len) = *old;
  }
  *table = larger;
  return true;
}

gloss_word *gloss_word_add(gloss_word_table *table, gloss_arena *arena,
                           const char *bytes, size_t len, uint64_t lists) {
  uint32_t hash = hash_of(bytes, len);
  gloss_word *word;
  if (!make_room(table, arena)) return NULL;
  word = slot_of(table, hash, bytes, len);
  if (word->bytes == NULL) {
    char *copy = gloss_arena_alloc(arena, len + 1);
    if (copy == NULL) return NULL;
    memcpy(copy, bytes, len);
    word->bytes = copy;
    word->len = (uint32_t)len;
    word->hash = hash;
    table->count++;
  }
  word->lists |= lists;
  return word;
}

const gloss_word *gloss_word_find(const gloss_word_table *table,
                                  const char *bytes, size_t len) {
  const gloss_word *word;
  if (table->slots == NULL || len > GLOSS_MAX_WORD) return NULL;
  word = slot_of(table, hash_of(bytes, len), bytes, len);
  return word->bytes != NULL ? word : NULL;
}

/* Lower case of a letter outside ASCII, for the alphabets of the packs. */
static uint32_t lower_of(uint32_t cp) {
  if (cp >= 0xC0 && cp <= 0xDE && cp != 0xD7) return cp + 32;
  if (cp == 0x130) return 'i';
  if ((cp >= 0x100 && cp <= 0x137) || (cp >= 0x14A && cp <= 0x177))
    return cp | 1;
  if ((cp >= 0x139 && cp <= 0x148) || (cp >= 0x179 && cp <= 0x17E))
    return cp + (cp & 1);
  if (cp == 0x178) return 0xFF;
  if (cp == 0x386) return 0x3AC;
  if (cp >= 0x388 && cp <= 0x38A) return cp + 37;
  if (cp == 0x38C) return 0x3CC;
  if (cp == 0x38E || cp == 0x38F) return cp + 63;
  if (cp >= 0x391 && cp <= 0x3AB) return cp + 32;
  if (cp >= 0x400 && cp <= 0x40F) return cp + 80;
  if (cp >= 0x410 && cp <= 0x42F) return cp + 32;
  if (cp >= 0x460 && cp <= 0x52F && cp != 0x4C0) 
    return cp >= 0x4C1 && cp <= 0x4CE ? cp + (cp & 1) : cp | 1;
  if (cp >= 0x531 && cp <= 0x556) return cp + 48;
  if (cp == 0x2019) return '\'';
  return cp;
}

static size_t put(char *out, uint32_t cp) {
  if (cp < 0x80) {
    out[0] = (char)cp;
    return 1;
  }
  if (cp < 0x800) {
    out[0] = (char)(0xC0 | cp >> 6);
    out[1] = (char)(0x80 | (cp & 63));
    return 2;
  }
  if (cp < 0x10000) {
    out[0] = (char)(0xE0 | cp >> 12);
    out[1] = (char)(0x80 | (cp >> 6 & 63));
    out[2] = (char)(0x80 | (cp & 63));
    return 3;
  }
  out[0] = (char)(0xF0 | cp >> 18);
  out[1] = (char)(0x80 | (cp >> 12 & 63));
  out[2] = (char)(0x80 | (cp >> 6 & 63));
  out[3] = (char)(0x80 | (cp & 63));
  return 4;
}

size_t gloss_word_lower(char *out, const char *bytes, size_t len) {
  size_t n = 0;
  if (len > GLOSS_MAX_WORD) return 0;
  for (size_t at = 0, next; at < len; at = next) {
    unsigned char c = (unsigned char)bytes[at];
    if (c < 0x80) {
      out[n++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
      next = at + 1;
    } else {
      n += put(out + n, lower_of(gloss_utf8_next(bytes, at, &next)));
    }
  }
  return n;
}

uint64_t gloss_word_lists(const gloss_word_table *table, const char *bytes,
                          size_t len) {
  char lower[GLOSS_MAX_WORD + 1];
  size_t n = gloss_word_lower(lower, bytes, len);
  const gloss_word *word;
  uint64_t lists = 0;
  if (n == 0 || table->slots == NULL) return 0;
  word = gloss_word_find(table, lower, n);
  if (word != NULL) lists = word->lists;
  if (n != len || memcmp(lower, bytes, len) != 0) {
    word = gloss_word_find(table, bytes, len);
    if (word != NULL) lists |= word->lists;
  }
  return lists;
}

bool gloss_word_table_copy(gloss_word_table *to, gloss_arena *arena,
                           const gloss_word_table *from) {
  for (uint32_t i = 0; from->slots != NULL && i <= from->mask; i++) {
    const gloss_word *old = &from->slots[i];
    gloss_word *copy;
    if (old->bytes == NULL) continue;
    copy = gloss_word_add(to, arena, old->bytes, old->len, old->lists);
    if (copy == NULL) return false;
    copy->cuts = old->cuts;
  }
  return true;
}

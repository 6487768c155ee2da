/* arena.c - memory that is freed all at once: a chain of growing blocks. */
#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { ALIGN = 16, FIRST_BLOCK = 32 * 1024, LARGEST_STEP = 8 * 1024 * 1024 };
/* A reset keeps the largest block up to this size; larger ones go back. */
#define KEPT_BLOCK ((size_t)1 << 20)

typedef struct block {
  struct block *previous;
  size_t size, used; /* bytes of data */
  _Alignas(16) unsigned char data[];
} block;

struct gloss_arena {
  block *last;
  size_t total;
};

static size_t rounded(size_t size) {
  return (size + ALIGN - 1) & ~(size_t)(ALIGN - 1);
}

gloss_arena *gloss_arena_new(void) {
  return calloc(1, sizeof(gloss_arena));
}

/* The last block, which is the caller's from now on. */
static block *take_last(gloss_arena *arena) {
  block *b = arena->last;
  arena->last = b->previous;
  arena->total -= b->size;
  return b;
}

void gloss_arena_free(gloss_arena *arena) {
  if (arena == NULL) return;
  while (arena->last != NULL) free(take_last(arena));
  free(arena);
}

void gloss_arena_reset(gloss_arena *arena) {
  block *kept = NULL;
  while (arena->last != NULL) {
    block *b = take_last(arena);
    bool better = b->size <= KEPT_BLOCK && (kept == NULL || b->size > kept->size);
    free(better ? kept : b);
    if (better) kept = b;
  }
  if (kept == NULL) return;
  kept->previous = NULL;
  kept->used = 0;
  arena->last = kept;
  arena->total = kept->size;
}

static bool add_block(gloss_arena *arena, size_t size) {
  size_t step = arena->last == NULL ? FIRST_BLOCK : arena->last->size * 2;
  block *b;
  if (step > LARGEST_STEP) step = LARGEST_STEP;
  if (step < size) step = size;
  if (step > SIZE_MAX - sizeof *b) return false;
  b = malloc(sizeof *b + step);
  if (b == NULL) return false;
  b->previous = arena->last;
  b->size = step;
  b->used = 0;
  arena->last = b;
  arena->total += step;
  return true;
}

void *gloss_arena_raw(gloss_arena *arena, size_t size) {
  block *b = arena->last;
  void *at;
  if (size > SIZE_MAX - ALIGN) return NULL;
  size = rounded(size);
  if (b == NULL || b->size - b->used < size) {
    if (!add_block(arena, size)) return NULL;
    b = arena->last;
  }
  at = b->data + b->used;
  b->used += size;
  return at;
}

void *gloss_arena_alloc(gloss_arena *arena, size_t size) {
  void *at = gloss_arena_raw(arena, size);
  if (at != NULL) memset(at, 0, size);
  return at;
}

void *gloss_arena_copy(gloss_arena *arena, const void *bytes, size_t size) {
  void *at = gloss_arena_raw(arena, size);
  if (at != NULL && size > 0) memcpy(at, bytes, size);
  return at;
}

/* The block that holds `at` as its last allocation, or NULL. */
static block *holder(const gloss_arena *arena, const void *at, size_t size) {
  block *b = arena->last;
  if (b == NULL || at == NULL || rounded(size) > b->used) return NULL;
  return (const unsigned char *)at == b->data + b->used - rounded(size) ? b
                                                                        : NULL;
}

void *gloss_arena_grow(gloss_arena *arena, void *old, size_t old_size,
                       size_t size) {
  block *b = holder(arena, old, old_size);
  void *at;
  if (size > SIZE_MAX - ALIGN) return NULL;
  if (size <= old_size && old != NULL) return old;
  if (b != NULL && rounded(size) - rounded(old_size) <= b->size - b->used) {
    b->used += rounded(size) - rounded(old_size);
    return old;
  }
  at = gloss_arena_raw(arena, size);
  if (at != NULL && old_size > 0) memcpy(at, old, old_size);
  return at;
}

void gloss_arena_trim(gloss_arena *arena, void *at, size_t old_size,
                      size_t size) {
  block *b = holder(arena, at, old_size);
  if (b != NULL && size <= old_size)
    b->used -= rounded(old_size) - rounded(size);
}

size_t gloss_arena_bytes(const gloss_arena *arena) { return arena->total; }

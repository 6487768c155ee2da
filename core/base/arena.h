/* arena.h - memory that is freed all at once.
**
** A document owns one arena; what it hands out lives exactly as long as that.
** Nothing inside an arena is freed alone, but the block allocated last can
** grow or shrink in place. Sizes are in bytes, alignment is 16. An arena that
** is reset keeps its largest block, so that documents of a like size cost no
** malloc.
** One arena belongs to one thread at a time. */
#ifndef GLOSS_BASE_ARENA_H
#define GLOSS_BASE_ARENA_H

#include <stddef.h>

typedef struct gloss_arena gloss_arena;

gloss_arena *gloss_arena_new(void);                        /* NULL: no memory */
void gloss_arena_free(gloss_arena *arena);                 /* NULL is fine */
void gloss_arena_reset(gloss_arena *arena);
void *gloss_arena_alloc(gloss_arena *arena, size_t size);  /* zeroed; NULL: no memory */
void *gloss_arena_raw(gloss_arena *arena, size_t size);    /* not zeroed */
void *gloss_arena_copy(gloss_arena *arena, const void *bytes, size_t size);
/* Gives `old` (of `old_size` bytes, or NULL) room for `size`, not zeroed:
** in place where it was the last block, else moved. NULL: no memory, and
** `old` is as it was. Never shrinks. */
void *gloss_arena_grow(gloss_arena *arena, void *old, size_t old_size,
                       size_t size);
/* Gives back the end of the block allocated last (else nothing happens). */
void gloss_arena_trim(gloss_arena *arena, void *block, size_t old_size,
                      size_t size);
size_t gloss_arena_bytes(const gloss_arena *arena); /* taken from the system */

#endif

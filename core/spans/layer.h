/* layer.h - spans of one kind with columns; opened, filled, sealed.
**
** A layer lives in the arena of its document and is never freed alone. The
** public functions stand in gloss.h; here is what the document needs. */
#ifndef GLOSS_SPANS_LAYER_H
#define GLOSS_SPANS_LAYER_H

#include "base/arena.h"
#include "gloss.h"

/* A new open layer over `len` bytes of valid UTF-8. The name is copied. */
gloss_layer *gloss_layer_new(gloss_arena *arena, const char *text, size_t len,
                             const char *name, size_t name_len,
                             gloss_error *err);
bool gloss_layer_sealed(const gloss_layer *layer);

#endif

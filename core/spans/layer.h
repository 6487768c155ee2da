/* layer.h - spans of one kind with columns; opened, filled, sealed.
**
** A layer lives in the arena of its document and is never freed alone. The
** public functions stand in gloss.h; here is what the document needs. */
#ifndef GLOSS_SPANS_LAYER_H
#define GLOSS_SPANS_LAYER_H

#include "base/arena.h"
#include "gloss.h"

struct gloss_links;

/* A new open layer over `len` bytes of valid UTF-8. The name is copied. */
gloss_layer *gloss_layer_new(gloss_arena *arena, const char *text, size_t len,
                             const char *name, size_t name_len,
                             gloss_error *err);
bool gloss_layer_sealed(const gloss_layer *layer);
/* gloss_layer_set without a copy of the bytes, which outlive the layer. */
bool gloss_layer_put(gloss_layer *layer, int column, gloss_value value,
                     gloss_error *err);
/* Adds a row with the values of all columns, in their order; otherwise as
** gloss_layer_add and gloss_layer_put. */
bool gloss_layer_row(gloss_layer *layer, gloss_span span,
                     const gloss_value *values, gloss_error *err);
/* The entities that its rows may mean (link/links.h), or NULL. Borrowed. */
void gloss_layer_set_links(gloss_layer *layer,
                           const struct gloss_links *links);
const struct gloss_links *gloss_layer_links(const gloss_layer *layer);

#endif

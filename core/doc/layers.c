/* layers.c - the layers of a document: opened by name, shown once sealed. */
#include <string.h>

#include "base/error.h"
#include "doc/doc_private.h"
#include "spans/layer.h"

/* The layer called so, open or sealed, or NULL. */
static gloss_layer *find(const gloss_doc *doc, const char *name, size_t len) {
  for (size_t i = 0; i < doc->layer_count; i++) {
    size_t other_len;
    const char *other = gloss_layer_name(doc->layers[i], &other_len);
    if (other_len == len && memcmp(other, name, len) == 0)
      return doc->layers[i];
  }
  return NULL;
}

static bool make_room(gloss_doc *doc) {
  size_t room = doc->layer_room == 0 ? 8 : doc->layer_room * 2;
  gloss_layer **layers;
  if (doc->layer_count < doc->layer_room) return true;
  layers = gloss_arena_grow(doc->arena, doc->layers,
                            doc->layer_count * sizeof *layers,
                            room * sizeof *layers);
  if (layers == NULL) return false;
  doc->layers = layers;
  doc->layer_room = room;
  return true;
}

gloss_layer *gloss_layer_open(gloss_doc *doc, const char *name, size_t len,
                              gloss_error *err) {
  gloss_layer *layer;
  if (find(doc, name, len) != NULL) {
    gloss_fail(err, GLOSS_TOO_LATE, 0, "the document has a layer '%.*s'",
               (int)(len < 100 ? len : 100), name);
    return NULL;
  }
  if (!make_room(doc)) {
    gloss_no_memory(err);
    return NULL;
  }
  layer = gloss_layer_new(doc->arena, doc->text, doc->len, name, len, err);
  if (layer != NULL) doc->layers[doc->layer_count++] = layer;
  return layer;
}

const gloss_layer *gloss_doc_layer(const gloss_doc *doc, const char *name,
                                   size_t len) {
  const gloss_layer *layer = find(doc, name, len);
  return layer != NULL && gloss_layer_sealed(layer) ? layer : NULL;
}

const gloss_layer *gloss_doc_layer_at(const gloss_doc *doc, size_t i) {
  for (size_t at = 0; at < doc->layer_count; at++)
    if (gloss_layer_sealed(doc->layers[at]) && i-- == 0) return doc->layers[at];
  return NULL;
}

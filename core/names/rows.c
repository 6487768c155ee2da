/* rows.c - the names of a document as the layer `names`. */
#include "base/error.h"
#include "doc/doc_private.h"
#include "names/names.h"
#include "spans/layer.h"

enum { NAME, TYPE, REASON, CLUSTER, VIA, COLUMNS };
static const char *const columns[COLUMNS] = { "name", "type", "reason",
                                              "cluster", "via" };
/* As gloss_name_via counts. */
static const char *const vias[] = { "name", "surname", "given", "acronym",
                                    "firm" };

static gloss_layer *open_layer(gloss_names *n, gloss_error *err) {
  gloss_layer *layer = gloss_layer_open(n->doc, "names", 5, err);
  for (size_t i = 0; layer != NULL && i < COLUMNS; i++)
    if (gloss_layer_column(layer, columns[i], strlen(columns[i]), err) < 0)
      return NULL;
  return layer;
}

/* The name of a cluster and the reason of its type, in bytes that the document
** keeps. */
static void read_cluster(gloss_names *n, gloss_name_cluster *c) {
  const gloss_name_form *form = &n->forms[c->form];
  c->name = form->text;
  c->name.bytes = form->as_written
                      ? n->text + c->place
                      : gloss_arena_copy(n->doc->arena, form->text.bytes,
                                         form->text.len);
  if (c->name.bytes == NULL) n->failed = true;
  else if (c->guess.type != GLOSS_NAME_UNKNOWN)
    c->reason = gloss_guess_reason(n, &c->guess);
}

static gloss_value text_value(gloss_slice text) {
  gloss_value value = { .kind = GLOSS_STRING };
  value.as.string.bytes = text.bytes;
  value.as.string.len = text.len;
  return value;
}

static gloss_value word_value(const char *word) {
  return text_value((gloss_slice){ word, strlen(word) });
}

static bool put_guess(gloss_layer *layer, const gloss_name_cluster *c,
                      gloss_error *err) {
  return c->guess.type == GLOSS_NAME_UNKNOWN ||
         (gloss_layer_put(layer, TYPE,
                          word_value(gloss_name_type_name(c->guess.type)),
                          err) &&
          gloss_layer_put(layer, REASON, text_value(c->reason), err));
}

static bool add_row(gloss_names *n, gloss_layer *layer,
                    const gloss_name_row *row, gloss_error *err) {
  gloss_name_cluster *c = &n->clusters[row->cluster];
  gloss_value number = { .kind = GLOSS_INTEGER };
  number.as.integer = c->number;
  if (c->name.bytes == NULL) read_cluster(n, c);
  if (n->failed) return gloss_no_memory(err);
  return gloss_layer_add(layer, row->span, err) &&
         gloss_layer_put(layer, NAME, text_value(c->name), err) &&
         put_guess(layer, c, err) &&
         gloss_layer_put(layer, CLUSTER, number, err) &&
         gloss_layer_put(layer, VIA, word_value(vias[row->via]), err);
}

bool gloss_name_rows(gloss_names *n, gloss_error *err) {
  gloss_layer *layer = open_layer(n, err);
  if (layer == NULL) return false;
  for (size_t k = 0; k < n->row_count; k++)
    if (!add_row(n, layer, &n->rows[k], err)) return false;
  return gloss_layer_seal(layer, err);
}

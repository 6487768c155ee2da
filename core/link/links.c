/* links.c - what dictionaries know of the rows of a layer. */
#include "link/links.h"

#include "base/array.h"
#include "dict/dict.h"
#include "dict/strings.h"
#include "link/linker.h"
#include "spans/layer.h"

bool gloss_layer_linked(const gloss_layer *layer, size_t row, size_t i,
                        gloss_linked *out) {
  const gloss_links *links = gloss_layer_links(layer);
  if (links == NULL || row >= links->count ||
      i >= links->starts[row + 1] - links->starts[row])
    return false;
  *out = links->list[links->starts[row] + i];
  return true;
}

/* ---- Columns ------------------------------------------------------------- */

static const char role[] = "role";

static bool is_role(gloss_slice column) {
  return gloss_same_bytes(column, (gloss_slice){ role, 4 });
}

/* Keeps a name once, with a NUL behind it. */
static bool add_column(gloss_link_columns *columns, gloss_slice name) {
  char *copy;
  for (size_t i = 0; i < columns->count; i++) {
    gloss_slice old = { columns->names[i], strlen(columns->names[i]) };
    if (gloss_same_bytes(old, name)) return true;
  }
  copy = gloss_arena_alloc(columns->arena, name.len + 1);
  if (copy == NULL ||
      !gloss_array_reserve(columns->names, columns->room, columns->count + 2))
    return false;
  memcpy(copy, name.bytes, name.len);
  columns->names[columns->count++] = copy;
  columns->names[columns->count] = NULL;
  return true;
}

/* Fields of one entity lie side by side and mostly those of the next have the
** same columns in the same order: what was seen a few fields ago is known. */
static bool read_columns(gloss_link_columns *columns, const gloss_dict *d) {
  uint32_t recent[16] = { 0 };
  for (size_t i = 0; i < d->field_count; i++) {
    uint32_t place = d->fields[i].column;
    if (recent[place % 16] == place + 1) continue;
    recent[place % 16] = place + 1;
    if (!add_column(columns,
                    gloss_strings_get(d->strings, d->string_size, place)))
      return false;
  }
  return true;
}

const char *const *gloss_links_columns(const gloss_links *links) {
  gloss_link_columns *columns = links->columns;
  if (!columns->known && !add_column(columns, (gloss_slice){ role, 4 }))
    return NULL;
  for (size_t d = 0; d < links->dict_count && !columns->known; d++)
    if (!read_columns(columns, links->dicts[d])) return NULL;
  columns->known = true;
  return columns->names;
}

/* ---- Values -------------------------------------------------------------- */

static bool role_value(const gloss_links *links, const gloss_linked *l,
                       size_t i, gloss_slice *value) {
  gloss_role r;
  for (size_t n = 0; gloss_dict_role(links->dicts[l->dict], l->entity, n,
                                     &r); n++) {
    if (!gloss_periods_meet(r.valid, links->date) || i-- > 0) continue;
    *value = r.role;
    return true;
  }
  return false;
}

bool gloss_links_value(const gloss_links *links, size_t row,
                       gloss_slice column, size_t i, gloss_slice *value) {
  gloss_slice name;
  const gloss_linked *l;
  if (row >= links->count || links->starts[row] == links->starts[row + 1])
    return false;
  l = &links->list[links->starts[row]];
  if (!l->chosen) return false;
  if (is_role(column)) return role_value(links, l, i, value);
  for (size_t n = 0; gloss_dict_field(links->dicts[l->dict], l->entity, n,
                                      &name, value); n++)
    if (gloss_same_bytes(name, column) && i-- == 0) return true;
  return false;
}

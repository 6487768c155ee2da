/* rows.c - what was decided, as the layers `entities` and `unlinked`. */
#include "base/error.h"
#include "doc/doc_private.h"
#include "link/linker.h"
#include "spans/layer.h"

enum { TYPE, ID, NAME, VIA, RULE, FORM, BECAUSE, COLUMNS };
static const char *const columns[COLUMNS] = { "type", "id", "name", "via",
                                              "rule", "form", "because" };
enum { REASON, WHOSE, LOST_COLUMNS };
static const char *const lost_columns[LOST_COLUMNS] = { "reason", "id" };

static gloss_layer *open_layer(gloss_linker *l, const char *name,
                               const char *const *names, size_t count,
                               gloss_error *err) {
  gloss_layer *layer = gloss_layer_open(l->doc, name, strlen(name), err);
  for (size_t i = 0; layer != NULL && i < count; i++)
    if (gloss_layer_column(layer, names[i], strlen(names[i]), err) < 0)
      return NULL;
  return layer;
}

static gloss_value string(gloss_slice s) {
  gloss_value value = { .kind = GLOSS_STRING };
  value.as.string.bytes = s.bytes;
  value.as.string.len = s.len;
  return value;
}

/* Nothing where it says nothing. */
static gloss_value some(gloss_slice s) {
  return s.len > 0 ? string(s) : (gloss_value){ .kind = GLOSS_NIL };
}

static gloss_slice word(const char *s) { return (gloss_slice){ s, strlen(s) }; }

static const gloss_known *known_of(const gloss_linker *l, uint32_t candidate) {
  return &l->known[l->candidates[candidate].known];
}

static gloss_slice via_of(const gloss_linker *l, const gloss_mention *m) {
  if (m->via.len > 0) return m->via;
  return word(m->chosen != GLOSS_NONE &&
                      l->candidates[m->chosen].alias.options.generated
                  ? "generated"
                  : "alias");
}

/* Have all that it most likely means one type? */
static bool one_type(const gloss_linker *l, const gloss_mention *m) {
  const uint32_t *list = l->list + m->first;
  for (uint32_t i = 1; i < m->tied; i++)
    if (known_of(l, list[i])->type != known_of(l, list[0])->type) return false;
  return true;
}

static bool add_row(const gloss_linker *l, gloss_layer *layer,
                    const gloss_mention *m, gloss_error *err) {
  const gloss_entity *e = &known_of(l, l->list[m->first])->entity;
  bool chosen = m->chosen != GLOSS_NONE;
  gloss_value row[COLUMNS] = { { .kind = GLOSS_NIL } };
  if (chosen || one_type(l, m)) row[TYPE] = string(e->type);
  if (chosen) {
    row[ID] = string(e->id);
    row[NAME] = string(e->name);
  }
  row[VIA] = string(via_of(l, m));
  row[RULE] = string(word(gloss_link_rule_name(m->rule)));
  row[FORM] = some(m->form);
  row[BECAUSE] = some(m->because);
  return gloss_layer_row(layer, m->span, row, err);
}

static bool add_lost(const gloss_linker *l, gloss_layer *layer,
                     const gloss_mention *m, gloss_error *err) {
  gloss_value row[LOST_COLUMNS];
  row[REASON] = string(word(gloss_link_rule_name(m->rule)));
  row[WHOSE] = string(known_of(l, l->list[m->first])->entity.id);
  return gloss_layer_row(layer, m->span, row, err);
}

/* ---- Links --------------------------------------------------------------- */

static void add_links(const gloss_linker *l, const gloss_mention *m,
                      gloss_linked *list, uint32_t *count) {
  for (uint32_t i = 0; i < m->left; i++) {
    uint32_t number = l->list[m->first + i];
    const gloss_candidate *c = &l->candidates[number];
    list[(*count)++] =
        (gloss_linked){ c->dict, c->alias.entity, l->scores[m->first + i],
                        number == m->chosen };
  }
}

/* The links of the rows that `all` become, in their order. */
static gloss_links *make_links(gloss_linker *l, const gloss_mentions *all) {
  gloss_arena *arena = l->doc->arena;
  gloss_links *links = gloss_arena_alloc(arena, sizeof *links);
  size_t size = 0;
  uint32_t *starts, count = 0, n = 0;
  gloss_linked *list;
  for (size_t i = 0; i < all->count; i++) size += all->rows[i].left;
  starts = gloss_arena_raw(arena, (all->count + 1) * sizeof *starts);
  list = gloss_arena_raw(arena, (size + 1) * sizeof *list);
  if (links == NULL || starts == NULL || list == NULL) return NULL;
  for (size_t i = 0; i < all->count; i++) {
    if (all->rows[i].left == 0 || all->rows[i].inside) continue;
    starts[n++] = count;
    add_links(l, &all->rows[i], list, &count);
  }
  starts[n] = count;
  *links = (gloss_links){ l->dicts, l->dict_count, &l->columns, l->date, list,
                          starts, n };
  return links;
}

/* ---- The layers ---------------------------------------------------------- */

static bool append(gloss_mentions *to, const gloss_mentions *from) {
  for (size_t i = 0; i < from->count; i++) {
    gloss_mention *row = gloss_link_new_mention(to);
    if (row == NULL) return false;
    *row = from->rows[i];
  }
  return true;
}

bool gloss_link_rows(gloss_linker *l, gloss_error *err) {
  gloss_mentions *all = &l->exact;
  gloss_layer *entities, *unlinked;
  gloss_links *links;
  if (!append(all, &l->derived) || !append(all, &l->fuzzy))
    return gloss_no_memory(err);
  gloss_link_sort(all);
  entities = open_layer(l, "entities", columns, COLUMNS, err);
  unlinked = open_layer(l, "unlinked", lost_columns, LOST_COLUMNS, err);
  if (entities == NULL || unlinked == NULL) return false;
  for (size_t i = 0; i < all->count; i++) {
    const gloss_mention *m = &all->rows[i];
    if (m->inside) continue;
    if (!(m->left > 0 ? add_row(l, entities, m, err)
                      : add_lost(l, unlinked, m, err)))
      return false;
  }
  links = make_links(l, all);
  if (links == NULL) return gloss_no_memory(err);
  gloss_layer_set_links(entities, links);
  return gloss_layer_seal(entities, err) && gloss_layer_seal(unlinked, err);
}

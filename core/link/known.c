/* known.c - the entities that a document may mean, and which it surely does. */
#include "base/array.h"
#include "base/error.h"
#include "link/linker.h"

static uint32_t know_type(gloss_linker *l, gloss_slice type) {
  size_t before = l->types.count;
  uint32_t n = gloss_intern_add(&l->types, type.bytes, type.len);
  if (n == GLOSS_NOT_INTERNED || n < before) return n;
  if (!gloss_array_reserve(l->type_rows, l->type_room, (size_t)n + 1))
    return GLOSS_NONE;
  l->type_rows[n] = (gloss_known_type){ { GLOSS_NONE, GLOSS_NONE } };
  return n;
}

/* Fills what the dictionary says. false: no memory. */
static bool describe(gloss_linker *l, gloss_known *k, uint32_t dict,
                     const gloss_entity *e) {
  k->entity = *e;
  k->dict = dict;
  k->type = know_type(l, e->type);
  return k->type != GLOSS_NONE;
}

/* An entity, remembered; another one may have to go. */
static gloss_recent *recent_of(gloss_linker *l, uint32_t dict,
                               uint32_t entity) {
  uint32_t h = (entity ^ dict << 20) * UINT32_C(2654435761) >> 16;
  gloss_recent *r = &l->recent[h % GLOSS_LINK_RECENT];
  if (r->number != entity + 1 || r->dict != dict)
    *r = (gloss_recent){ dict, entity + 1, 0, 0,
                         gloss_dict_entity(l->dicts[dict], entity) };
  return r;
}

/* What an entity is known by: where there is one dictionary, its number, for
** which its id need not be read. */
static gloss_slice key_of(const gloss_linker *l, const uint32_t *number,
                          gloss_slice id) {
  if (l->dict_count > 1) return id;
  return (gloss_slice){ (const char *)number, sizeof *number };
}

/* The number of an entity in this document, where it may be new. */
static uint32_t know(gloss_linker *l, uint32_t dict, uint32_t entity,
                     gloss_entity e) {
  size_t before = l->ids.count;
  gloss_slice key = key_of(l, &entity, e.id);
  uint32_t n = gloss_intern_add(&l->ids, key.bytes, key.len);
  if (n == GLOSS_NOT_INTERNED) return GLOSS_NONE;
  if (n == before) {
    if (!gloss_array_reserve(l->known, l->known_room, before + 1))
      return GLOSS_NONE;
    memset(&l->known[n], 0, sizeof *l->known);
  } else if (l->known[n].dict == dict) {
    return n;
  }
  return describe(l, &l->known[n], dict, &e) ? n : GLOSS_NONE;
}

uint32_t gloss_link_know(gloss_linker *l, uint32_t dict, uint32_t entity) {
  gloss_recent *r = recent_of(l, dict, entity);
  if (r->serial == l->serial && l->known[r->known].dict == dict)
    return r->known;
  r->known = know(l, dict, entity, r->entity);
  r->serial = r->known != GLOSS_NONE ? l->serial : 0;
  return r->known;
}

uint32_t gloss_link_find_known(const gloss_linker *l, gloss_slice id) {
  int64_t found = l->dict_count == 1 ? gloss_dict_find_id(l->dicts[0], id) : 0;
  uint32_t entity = (uint32_t)found, n;
  gloss_slice key = key_of(l, &entity, id);
  if (found < 0) return GLOSS_NONE;
  n = gloss_intern_find(&l->ids, key.bytes, key.len);
  if (n == GLOSS_NOT_INTERNED) return GLOSS_NONE;
  return gloss_same_bytes(l->known[n].entity.id, id) ? n : GLOSS_NONE;
}

/* ---- What is certain ----------------------------------------------------- */

/* Keeps the first two different ones. */
static void add_form(gloss_known *k, gloss_slice form) {
  if (k->forms[0].len == 0) k->forms[0] = form;
  else if (k->forms[1].len == 0 && !gloss_same_bytes(k->forms[0], form))
    k->forms[1] = form;
}

static void make_certain(gloss_linker *l, const gloss_candidate *c) {
  gloss_known *k = &l->known[c->known];
  gloss_known_type *t = &l->type_rows[k->type];
  k->certain = true;
  add_form(k, c->alias.text);
  if (t->entities[0] == GLOSS_NONE) t->entities[0] = c->known;
  else if (t->entities[0] != c->known && t->entities[1] == GLOSS_NONE)
    t->entities[1] = c->known;
}

/* Notes full names; the candidate of a name that means one entity, or NULL. */
static const gloss_candidate *look_at(gloss_linker *l,
                                      const gloss_mention *m) {
  const gloss_candidate *first = &l->candidates[l->list[m->first]];
  bool several = false;
  for (uint32_t i = 0; i < m->count; i++) {
    const gloss_candidate *c = &l->candidates[l->list[m->first + i]];
    gloss_known *k = &l->known[c->known];
    several = several || c->known != first->known;
    if (gloss_same_bytes(c->alias.text, k->entity.name)) k->named = true;
  }
  return several ? NULL : first;
}

static bool has_context(const gloss_candidate *c) {
  return c->alias.options.require.len > 0 || c->alias.options.avoid.len > 0;
}

/* Does the context of a name speak for it, as far as is known by now? */
static int fits_context(gloss_linker *l, const gloss_mention *m,
                        const gloss_candidate *c, gloss_error *err) {
  const gloss_alias_options *o = &c->alias.options;
  gloss_slice because;
  int holds;
  if (o->avoid.len > 0) {
    holds = gloss_link_holds(l, o->avoid, m->span, c->known, &because, err);
    if (holds != 0) return holds < 0 ? -1 : 0;
  }
  if (o->require.len == 0) return 1;
  return gloss_link_holds(l, o->require, m->span, c->known, &because, err);
}

/* First the names without a context, then those whose context fits by what is
** certain then: the order of the text does not matter. */
bool gloss_link_count(gloss_linker *l, gloss_error *err) {
  gloss_mention *rows = l->exact.rows;
  size_t count = l->exact.count, waiting = 0;
  for (size_t i = 0; i < count; i++) {
    const gloss_candidate *c = look_at(l, &rows[i]);
    rows[i].certain = c != NULL && has_context(c);
    waiting += rows[i].certain;
    if (c != NULL && !rows[i].certain) make_certain(l, c);
  }
  if (waiting == 0) return true;
  for (size_t i = 0; i < count; i++) {
    int fits = 0;
    if (rows[i].certain)
      fits = fits_context(l, &rows[i], look_at(l, &rows[i]), err);
    if (fits < 0) return false;
    rows[i].certain = fits > 0;
  }
  for (size_t i = 0; i < count; i++)
    if (rows[i].certain) make_certain(l, look_at(l, &rows[i]));
  return true;
}

gloss_slice gloss_link_elsewhere(const gloss_linker *l, uint32_t known,
                                 gloss_slice alias) {
  const gloss_known *k = &l->known[known];
  return gloss_same_bytes(k->forms[0], alias) ? k->forms[1] : k->forms[0];
}

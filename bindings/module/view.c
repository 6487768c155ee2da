/* view.c - the view type: rows of one source, or some of them, in order. */
#include <string.h>

#include "module/view.h"

/* Layers that are there, empty, before anybody made them. */
static const char *const known[] = { "entities", "quotes", "times", "amounts",
                                     "acronyms", "noise",  "names", "roles" };

/* ---- Check and push ------------------------------------------------------ */

const char bind_view_key = 0;

bind_view *bind_check_view(lua_State *L, int arg) {
  bind_view *v = bind_test_type(L, arg, &bind_view_key);
  if (v == NULL) v = luaL_checkudata(L, arg, BIND_VIEW); /* raises */
  bind_check_open(L, v->rows.owner);
  return v;
}

size_t bind_view_row(const bind_view *v, size_t i) {
  return v->some ? v->list[i] : v->base + i;
}

gloss_span bind_view_span(const bind_view *v, size_t i) {
  return bind_row(&v->rows, bind_view_row(v, i));
}

/* Pushes a view with room for a list of `room` rows, empty. */
static bind_view *push_view(lua_State *L, int doc, const bind_rows *rows,
                       const char *name, size_t room) {
  bind_view *v;
  doc = lua_absindex(L, doc);
  v = lua_newuserdatauv(L, sizeof *v + room * sizeof *v->list, 1);
  memset(v, 0, sizeof *v);
  v->rows = *rows;
  v->name = name;
  v->some = room > 0;
  lua_pushvalue(L, doc);
  lua_setiuservalue(L, -2, 1);
  luaL_setmetatable(L, BIND_VIEW);
  return v;
}

/* The document of the view at 1, pushed. */
static void push_doc(lua_State *L) { lua_getiuservalue(L, 1, 1); }

/* Pushes a view of those rows of `v` whose places are in `list`. */
bind_view *bind_push_some(lua_State *L, int doc, const bind_view *v,
                       const uint32_t *list, size_t count) {
  bind_view *some = push_view(L, doc, &v->rows, v->name, count);
  some->count = count;
  for (size_t i = 0; i < count; i++)
    some->list[i] = (uint32_t)bind_view_row(v, list[i]);
  return some;
}

/* Room for a list of places, as a userdata that is pushed. */
uint32_t *bind_push_list(lua_State *L, size_t count) {
  return lua_newuserdatauv(L, (count + 1) * sizeof(uint32_t), 0);
}

static void push_whole(lua_State *L, int doc, const bind_rows *rows,
                       const char *name, bool all) {
  bind_view *v = push_view(L, doc, rows, name, 0);
  uint32_t *list;
  size_t n = 0;
  v->count = rows->count;
  if (all || !rows->owner->masked || strcmp(name, "noise") == 0) return;
  list = bind_push_list(L, rows->count);
  for (size_t i = 0; i < rows->count; i++)
    if (!bind_row_masked(rows, i)) list[n++] = (uint32_t)i;
  if (n < rows->count) bind_push_some(L, doc, v, list, n);
  else lua_pushvalue(L, -2);
  lua_replace(L, -3);
  lua_pop(L, 1);
}

static const char *known_name(const char *name) {
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (strcmp(known[i], name) == 0) return known[i];
  return NULL;
}

void bind_add_view_names(lua_State *L) {
  for (bind_source i = BIND_TOKENS; i <= BIND_LINES; i++) {
    lua_pushboolean(L, 1);
    lua_setfield(L, -2, bind_source_name(i));
  }
  for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
    lua_pushboolean(L, 1);
    lua_setfield(L, -2, known[i]);
  }
}

/* Finds source, layer and lasting name for a name. */
static bool find_source(const bind_doc *owner, const char *name, size_t len,
                        bind_source *source, const gloss_layer **layer,
                        const char **lasting) {
  *layer = NULL;
  *source = bind_source_named(name);
  *lasting = bind_source_name(*source);
  if (*source != BIND_FREE) return true;
  *source = BIND_LAYER;
  *layer = gloss_doc_layer(owner->doc, name, len);
  if (*layer != NULL) *lasting = gloss_layer_name(*layer, &len);
  else *lasting = known_name(name);
  return *lasting != NULL;
}

bool bind_push_view(lua_State *L, int doc, const char *name, size_t len,
                    bool all) {
  bind_doc *owner = lua_touserdata(L, doc);
  gloss_error err;
  bind_rows rows;
  bind_source source;
  const gloss_layer *layer;
  const char *lasting;
  doc = lua_absindex(L, doc);
  if (!find_source(owner, name, len, &source, &layer, &lasting)) return false;
  if (!bind_rows_of(owner, source, layer, &rows, &err))
    luaL_error(L, "%s", err.message);
  push_whole(L, doc, &rows, lasting, all);
  if (all || (source == BIND_LAYER && layer == NULL)) return true;
  lua_getiuservalue(L, doc, BIND_DOC_CACHE); /* a layer never changes */
  lua_pushvalue(L, -2);
  lua_setfield(L, -2, lasting);
  lua_pop(L, 1);
  return true;
}

/* ---- Places in a view ---------------------------------------------------- */

/* The first place whose row starts at or after `offset`. */
static size_t place_after(const bind_view *v, uint32_t offset) {
  size_t low = 0, high = v->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (bind_view_span(v, middle).start < offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The place of row `row`, or `count`. `hint` is where it was last. */
static size_t place_of_row(const bind_view *v, uint32_t row, uint32_t hint) {
  size_t low = 0, high = v->count;
  if (!v->some)
    return row >= v->base && row - v->base < v->count ? row - v->base
                                                      : v->count;
  if (hint < v->count && v->list[hint] == row) return hint;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (v->list[middle] < row)
      low = middle + 1;
    else
      high = middle;
  }
  return low < v->count && v->list[low] == row ? low : v->count;
}

static void push_at(lua_State *L, int doc, const bind_view *v, size_t i) {
  size_t row = bind_view_row(v, i);
  bind_span *s = bind_push_span(L, doc, v->rows.source, v->rows.layer,
                                (uint32_t)row, bind_row(&v->rows, row));
  s->place = (uint32_t)i;
}

/* For each row the furthest end up to it, so that what overlaps a span is
** found without looking at all rows before it. Made once for a layer. */
static const uint32_t *furthest_ends(lua_State *L, int doc,
                                     const bind_rows *rows) {
  const void *key = rows->layer;
  uint32_t *ends;
  uint32_t furthest = 0;
  lua_getiuservalue(L, doc, BIND_DOC_CACHE);
  if (lua_rawgetp(L, -1, key) == LUA_TNIL) {
    ends = bind_push_list(L, rows->count);
    for (size_t i = 0; i < rows->count; i++) {
      gloss_span span = bind_row(rows, i);
      ends[i] = furthest = span.end > furthest ? span.end : furthest;
    }
    lua_rawsetp(L, -3, key);
    lua_rawgetp(L, -2, key);
    lua_replace(L, -2);
  }
  ends = lua_touserdata(L, -1);
  lua_pop(L, 2); /* the cache keeps it */
  return ends;
}

/* The first place whose row, or one before it, ends after `offset`. */
static size_t place_reaching(lua_State *L, int doc, const bind_view *v,
                             uint32_t offset) {
  const uint32_t *ends = NULL;
  size_t low = 0, high = v->count;
  if (v->rows.source == BIND_LAYER && v->rows.layer != NULL)
    ends = furthest_ends(L, doc, &v->rows);
  while (low < high) {
    size_t middle = low + (high - low) / 2, row = bind_view_row(v, middle);
    if ((ends != NULL ? ends[row] : bind_row(&v->rows, row).end) <= offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Pushes those of the rows that overlap `span`; of the core's own rows, which
** lie apart, they are neighbours. */
static void push_overlapping(lua_State *L, int doc, const bind_view *v,
                             gloss_span span) {
  size_t first = place_reaching(L, doc, v, span.start), n = 0;
  size_t last = place_after(v, span.end);
  size_t room = last > first ? last - first : 0;
  uint32_t *list;
  if (!v->some && v->rows.source != BIND_LAYER) {
    bind_view *some = push_view(L, doc, &v->rows, v->name, 0);
    some->base = v->base + first;
    some->count = room;
    return;
  }
  list = bind_push_list(L, room);
  for (size_t i = first; i < last; i++)
    if (bind_view_span(v, i).end > span.start) list[n++] = (uint32_t)i;
  bind_push_some(L, doc, v, list, n);
  lua_remove(L, -2);
}

void bind_push_overlapping(lua_State *L, int doc, const char *name,
                           gloss_span span) {
  doc = lua_absindex(L, doc);
  lua_getfield(L, doc, name);
  push_overlapping(L, doc, lua_touserdata(L, -1), span);
  lua_remove(L, -2);
}

/* ---- Reading ------------------------------------------------------------- */

/* view(state, control): the span after `control`, for `for x in view do`. */
static int view_call(lua_State *L) {
  bind_view *v = bind_check_view(L, 1);
  bind_span *before = lua_isnil(L, 3) ? NULL : bind_test_span(L, 3);
  size_t next = 0;
  if (before != NULL) next = place_of_row(v, before->index, before->place) + 1;
  if (next >= v->count) return 0;
  push_doc(L);
  push_at(L, -1, v, next);
  return 1;
}

static int view_len(lua_State *L) {
  bind_view *v = bind_check_view(L, 1);
  lua_pushinteger(L, (lua_Integer)v->count);
  return 1;
}

static int push_place(lua_State *L, const bind_view *v, lua_Integer i) {
  lua_Integer count = (lua_Integer)v->count;
  if (i < 0) i += count + 1;
  if (i < 1 || i > count) return 0;
  push_doc(L);
  push_at(L, -1, v, (size_t)i - 1);
  return 1;
}

/* Upvalue 1: the methods. */
static int view_index(lua_State *L) {
  bind_view *v = bind_check_view(L, 1);
  const char *name;
  if (lua_isinteger(L, 2)) return push_place(L, v, lua_tointeger(L, 2));
  name = luaL_checkstring(L, 2);
  lua_pushvalue(L, 2);
  if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL) return 1;
  if (strcmp(name, "doc") == 0) return push_doc(L), 1;
  if (strcmp(name, "name") == 0) return lua_pushstring(L, v->name), 1;
  return bind_unknown(L, "field of a view", name, lua_upvalueindex(1));
}

static int view_tostring(lua_State *L) {
  bind_view *v = luaL_checkudata(L, 1, BIND_VIEW);
  if (v->rows.owner->doc == NULL)
    lua_pushliteral(L, "view (closed)");
  else
    lua_pushfstring(L, "%s (%I)", v->name, (LUAI_UACINT)v->count);
  return 1;
}

/* Steps over a view by numbers alone. */
typedef struct cursor {
  const bind_view *v;
  size_t next;
} cursor;

/* Upvalues: the cursor, the view. */
static int offsets_next(lua_State *L) {
  cursor *c = lua_touserdata(L, lua_upvalueindex(1));
  const bind_view *v = c->v;
  gloss_span span;
  if (c->next >= v->count || v->rows.owner->doc == NULL) return 0;
  if (v->rows.starts != NULL && !v->some) { /* tokens: the common case */
    size_t row = v->base + c->next++;
    span = (gloss_span){ v->rows.starts[row], v->rows.ends[row] };
  } else {
    span = bind_view_span(v, c->next++);
  }
  bind_push_first(L, span);
  bind_push_last(L, span);
  return 2;
}

/* v:offsets() -> iterator of first, last */
static int view_offsets(lua_State *L) {
  const bind_view *v = bind_check_view(L, 1);
  cursor *c = lua_newuserdatauv(L, sizeof *c, 0);
  *c = (cursor){ v, 0 };
  lua_pushvalue(L, 1);
  lua_pushcclosure(L, offsets_next, 2);
  return 1;
}

/* v:texts() -> list of strings */
static int view_texts(lua_State *L) {
  bind_view *v = bind_check_view(L, 1);
  const char *text = v->rows.owner->text;
  lua_createtable(L, (int)v->count, 0);
  for (size_t i = 0; i < v->count; i++) {
    gloss_span span = bind_view_span(v, i);
    lua_pushlstring(L, text + span.start, span.end - span.start);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

/* v:within(span) -> view of those that lie inside */
static int view_within(lua_State *L) {
  bind_view *v = bind_check_view(L, 1);
  bind_span *s = bind_check_span(L, 2);
  size_t first = place_after(v, s->span.start), n = 0;
  size_t last = place_after(v, s->span.end);
  uint32_t *list;
  luaL_argcheck(L, s->owner == v->rows.owner, 2, "span of another document");
  push_doc(L);
  list = bind_push_list(L, last - first);
  for (size_t i = first; i < last; i++)
    if (bind_view_span(v, i).end <= s->span.end) list[n++] = (uint32_t)i;
  bind_push_some(L, 3, v, list, n);
  return 1;
}

/* v:overlapping(span) -> view of those that share a byte with it */
static int view_overlapping(lua_State *L) {
  bind_view *v = bind_check_view(L, 1);
  bind_span *s = bind_check_span(L, 2);
  luaL_argcheck(L, s->owner == v->rows.owner, 2, "span of another document");
  push_doc(L);
  push_overlapping(L, lua_gettop(L), v, s->span);
  return 1;
}

/* ---- Tables -------------------------------------------------------------- */

static const luaL_Reg methods[] = {
  { "within", view_within },
  { "overlapping", view_overlapping },
  { "texts", view_texts },
  { "offsets", view_offsets },
  { NULL, NULL }
};
static const luaL_Reg metamethods[] = {
  { "__call", view_call }, { "__len", view_len },
  { "__tostring", view_tostring }, { NULL, NULL }
};

void bind_open_view(lua_State *L) {
  luaL_newmetatable(L, BIND_VIEW);
  lua_pushvalue(L, -1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &bind_view_key);
  luaL_setfuncs(L, metamethods, 0);
  luaL_newlib(L, methods);
  bind_add_queries(L);
  lua_pushcclosure(L, view_index, 1);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 1);
}

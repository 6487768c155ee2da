/* layer.c - what a script adds to a document: layers, and a mask. */
#include <stdlib.h>
#include <string.h>

#include "module/bind.h"

/* ---- Spans of rows ------------------------------------------------------- */

/* Reads first and last of the row at `row`; false where it has none. */
static bool read_numbers(lua_State *L, int row, lua_Integer *first,
                         lua_Integer *last) {
  int is_first, is_last;
  lua_getfield(L, row, "first");
  lua_getfield(L, row, "last");
  *first = lua_tointegerx(L, -2, &is_first);
  *last = lua_tointegerx(L, -1, &is_last);
  lua_pop(L, 2);
  return is_first && is_last;
}

/* The span of the row at `row`: a span itself, one at [1], or first and last.
** `n` is its number, for the message. */
static gloss_span read_span(lua_State *L, const bind_doc *owner, int row,
                            lua_Integer n) {
  bind_span *s = bind_test_span(L, row);
  lua_Integer first = 0, last = 0;
  if (s == NULL && lua_istable(L, row)) {
    lua_rawgeti(L, row, 1);
    s = bind_test_span(L, -1);
    lua_pop(L, 1); /* the row keeps it */
  }
  if (s != NULL) {
    if (s->owner != owner)
      luaL_error(L, "row %I: a span of another document", (LUAI_UACINT)n);
    return s->span;
  }
  if (!lua_istable(L, row) || !read_numbers(L, row, &first, &last))
    luaL_error(L, "row %I: needs a span at [1], or first and last",
               (LUAI_UACINT)n);
  if (!bind_is_place(owner, first, last))
    luaL_error(L, "row %I: %I to %I is no span of a text of %I bytes",
               (LUAI_UACINT)n, (LUAI_UACINT)first, (LUAI_UACINT)last,
               (LUAI_UACINT)owner->len);
  return (gloss_span){ (uint32_t)first - 1, (uint32_t)last };
}

/* ---- Columns ------------------------------------------------------------- */

/* Is the key at `key` one that says where the row is? With a span at [1],
** `first` and `last` are still no columns: every span has them. */
static bool is_place_key(lua_State *L, int key) {
  const char *name;
  if (lua_isinteger(L, key)) return lua_tointeger(L, key) == 1;
  if (lua_type(L, key) != LUA_TSTRING) return false;
  name = lua_tostring(L, key);
  return strcmp(name, "first") == 0 || strcmp(name, "last") == 0;
}

/* The name of a column at `key`, in row `n`, or declared (0). */
static void check_column(lua_State *L, int key, lua_Integer n) {
  const char *where = "columns";
  if (n > 0) where = lua_pushfstring(L, "row %I", (LUAI_UACINT)n);
  if (lua_type(L, key) != LUA_TSTRING)
    luaL_error(L, "%s: a %s as name of a column", where, luaL_typename(L, key));
  if (bind_is_span_field(lua_tostring(L, key)))
    luaL_error(L, "%s: every span has a field '%s'", where,
               lua_tostring(L, key));
  if (n > 0) lua_pop(L, 1);
}

static void check_value(lua_State *L, const bind_doc *owner, const char *name,
                        lua_Integer n) {
  bind_span *s = bind_test_span(L, -1);
  int type = lua_type(L, -1);
  if (s != NULL && s->owner != owner)
    luaL_error(L, "row %I, column '%s': a span of another document",
               (LUAI_UACINT)n, name);
  if (s == NULL && type != LUA_TSTRING && type != LUA_TNUMBER &&
      type != LUA_TBOOLEAN)
    luaL_error(L,
               "row %I, column '%s': a %s (string, number, boolean or span "
               "expected)",
               (LUAI_UACINT)n, name, luaL_typename(L, -1));
}

/* Checks the row at `row` and adds its columns to the set at `set`. */
static void check_row(lua_State *L, const bind_doc *owner, int row, int set,
                      lua_Integer n) {
  read_span(L, owner, row, n);
  if (!lua_istable(L, row)) return;
  lua_pushnil(L);
  while (lua_next(L, row) != 0) {
    int key = lua_gettop(L) - 1;
    if (!is_place_key(L, key)) {
      check_column(L, key, n);
      check_value(L, owner, lua_tostring(L, key), n);
      lua_pushvalue(L, key);
      lua_pushboolean(L, 1);
      lua_rawset(L, set);
    }
    lua_pop(L, 1);
  }
}

/* Appends the names in the set at `set` to the list at `list`, sorted. */
static void add_sorted(lua_State *L, int set, int list) {
  lua_Integer n = 0, count = luaL_len(L, list);
  lua_getfield(L, LUA_REGISTRYINDEX, "gloss.sort");
  lua_newtable(L);
  lua_pushnil(L);
  while (lua_next(L, set) != 0) {
    lua_pop(L, 1);
    lua_pushvalue(L, -1);
    lua_rawseti(L, -3, ++n);
  }
  lua_call(L, 1, 1);
  for (lua_Integer i = 1; i <= n; i++) {
    lua_rawgeti(L, -1, i);
    lua_rawseti(L, list, count + i);
  }
  lua_pop(L, 1);
}

/* Appends the columns declared at `declared` to the list at `list`, and takes
** them out of the set at `set`. */
static void add_declared(lua_State *L, int declared, int set, int list) {
  int seen;
  lua_newtable(L);
  seen = lua_gettop(L);
  for (lua_Integer i = 1; lua_rawgeti(L, declared, i) != LUA_TNIL; i++) {
    check_column(L, lua_gettop(L), 0);
    lua_pushvalue(L, -1);
    if (lua_rawget(L, seen) != LUA_TNIL)
      luaL_error(L, "columns: '%s' stands twice", lua_tostring(L, -2));
    lua_pop(L, 1);
    lua_pushvalue(L, -1);
    lua_pushboolean(L, 1);
    lua_rawset(L, seen);
    lua_pushvalue(L, -1);
    lua_pushnil(L);
    lua_rawset(L, set);
    lua_rawseti(L, list, i);
  }
  lua_settop(L, seen - 1);
}

/* Pushes the list of columns: those declared at `declared`, then others that
** rows have, by bytes. Rows are at `rows`; everything is checked. */
static void push_columns(lua_State *L, const bind_doc *owner, int rows,
                         int declared) {
  lua_Integer count = luaL_len(L, rows);
  int list, set;
  lua_newtable(L);
  list = lua_gettop(L);
  lua_newtable(L);
  set = lua_gettop(L);
  for (lua_Integer n = 1; n <= count; n++) {
    lua_geti(L, rows, n);
    check_row(L, owner, lua_gettop(L), set, n);
    lua_pop(L, 1);
  }
  if (lua_istable(L, declared)) add_declared(L, declared, set, list);
  add_sorted(L, set, list);
  lua_pop(L, 1);
}

/* ---- Filling ------------------------------------------------------------- */

static gloss_value read_value(lua_State *L, int index) {
  gloss_value value = { .kind = GLOSS_NIL };
  switch (lua_type(L, index)) {
    case LUA_TBOOLEAN:
      value.kind = GLOSS_BOOLEAN;
      value.as.boolean = lua_toboolean(L, index);
      break;
    case LUA_TNUMBER:
      value.kind = lua_isinteger(L, index) ? GLOSS_INTEGER : GLOSS_REAL;
      if (lua_isinteger(L, index)) value.as.integer = lua_tointeger(L, index);
      else value.as.real = lua_tonumber(L, index);
      break;
    case LUA_TSTRING:
      value.kind = GLOSS_STRING;
      value.as.string.bytes = lua_tolstring(L, index, &value.as.string.len);
      break;
    case LUA_TUSERDATA:
      value.kind = GLOSS_REF;
      value.as.ref.span = bind_test_span(L, index)->span;
      break;
    default: break;
  }
  return value;
}

static void check(lua_State *L, bool ok, const gloss_error *err) {
  if (!ok) luaL_error(L, "%s", err->message);
}

/* Fills one row, whose span and columns have been checked. */
static void fill_row(lua_State *L, const bind_doc *owner, gloss_layer *layer,
                     int row, int columns, lua_Integer n) {
  gloss_error err;
  lua_Integer count = luaL_len(L, columns);
  check(L, gloss_layer_add(layer, read_span(L, owner, row, n), &err), &err);
  if (!lua_istable(L, row)) return;
  for (lua_Integer i = 1; i <= count; i++) {
    gloss_value value;
    lua_rawgeti(L, columns, i);
    lua_rawget(L, row);
    value = read_value(L, -1);
    if (value.kind != GLOSS_NIL)
      check(L, gloss_layer_set(layer, (int)i - 1, value, &err), &err);
    lua_pop(L, 1);
  }
}

static void open_columns(lua_State *L, gloss_layer *layer, int columns) {
  gloss_error err;
  lua_Integer count = luaL_len(L, columns);
  for (lua_Integer i = 1; i <= count; i++) {
    size_t len;
    const char *name;
    lua_rawgeti(L, columns, i);
    name = lua_tolstring(L, -1, &len);
    check(L, gloss_layer_column(layer, name, len, &err) == (int)i - 1, &err);
    lua_pop(L, 1);
  }
}

/* A name that means something else already. */
static void check_name(lua_State *L, const char *name) {
  static const char *const taken[] = { "id",   "lang",  "meta", "title",
                                       "text", "place", "date", "date_origin",
                                       "byline" };
  bool bad = bind_source_named(name) != BIND_FREE || *name == '\0';
  for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
    bad = bad || strcmp(taken[i], name) == 0;
  lua_getfield(L, lua_upvalueindex(1), name);
  if (bad || !lua_isnil(L, -1))
    luaL_error(L, "a layer cannot be called '%s'", name);
  lua_pop(L, 1);
}

/* doc:add(name, rows, columns) -> view | nil, err */
static int doc_add(lua_State *L) {
  bind_doc *owner = bind_check_doc(L, 1);
  gloss_error err;
  size_t len;
  const char *name = luaL_checklstring(L, 2, &len);
  gloss_layer *layer;
  lua_Integer count;
  lua_settop(L, 4);
  luaL_argexpected(L, lua_istable(L, 3) || lua_isuserdata(L, 3), 3,
                   "list of rows");
  if (!lua_isnil(L, 4)) luaL_checktype(L, 4, LUA_TTABLE);
  check_name(L, name);
  push_columns(L, owner, 3, 4); /* 5 */
  layer = gloss_layer_open(owner->doc, name, len, &err);
  if (layer == NULL) return bind_push_error(L, &err);
  open_columns(L, layer, 5);
  count = luaL_len(L, 3);
  for (lua_Integer n = 1; n <= count; n++) {
    lua_geti(L, 3, n);
    fill_row(L, owner, layer, lua_gettop(L), 5, n);
    lua_pop(L, 1);
  }
  check(L, gloss_layer_seal(layer, &err), &err);
  bind_push_view(L, 1, name, len, false);
  return 1;
}

/* ---- Mask ---------------------------------------------------------------- */

static int by_start(const void *a, const void *b) {
  const gloss_span *x = a, *y = b;
  return (x->start > y->start) - (x->start < y->start);
}

/* Sorts, and joins those that touch or overlap; how many are left. */
static size_t join(gloss_span *spans, size_t count) {
  size_t n = 0;
  if (count == 0) return 0;
  qsort(spans, count, sizeof *spans, by_start);
  for (size_t i = 1; i < count; i++) {
    if (spans[i].start > spans[n].end)
      spans[++n] = spans[i];
    else if (spans[i].end > spans[n].end)
      spans[n].end = spans[i].end;
  }
  return n + 1;
}

/* doc:mask(spans) -> true | nil, err: a list or view of spans */
static int doc_mask(lua_State *L) {
  bind_doc *owner = bind_check_doc(L, 1);
  gloss_error err;
  gloss_span *spans;
  lua_Integer count;
  lua_settop(L, 2);
  luaL_argexpected(L, lua_istable(L, 2) || lua_isuserdata(L, 2), 2,
                   "list of spans");
  count = luaL_len(L, 2);
  spans = lua_newuserdatauv(L, ((size_t)count + 1) * sizeof *spans, 0);
  for (lua_Integer n = 1; n <= count; n++) {
    lua_geti(L, 2, n);
    spans[n - 1] = read_span(L, owner, lua_gettop(L), n);
    lua_pop(L, 1);
  }
  count = (lua_Integer)join(spans, (size_t)count);
  if (!gloss_doc_mask(owner->doc, spans, (size_t)count, &err))
    return bind_push_error(L, &err);
  owner->masked = count > 0;
  owner->masks = spans;
  owner->mask_count = (size_t)count;
  lua_pushvalue(L, 3);
  lua_setiuservalue(L, 1, BIND_DOC_MASKS);
  lua_newtable(L); /* views made before showed what is masked now */
  lua_setiuservalue(L, 1, BIND_DOC_CACHE);
  lua_pushboolean(L, 1);
  return 1;
}

static const luaL_Reg methods[] = { { "add", doc_add },
                                    { "mask", doc_mask },
                                    { NULL, NULL } };

void bind_open_layer(lua_State *L) {
  lua_getfield(L, LUA_REGISTRYINDEX, BIND_DOC_METHODS);
  lua_pushvalue(L, -1);
  luaL_setfuncs(L, methods, 1);
  lua_pop(L, 1);
}

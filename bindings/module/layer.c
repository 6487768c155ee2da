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

/* The span that the row at `row` is, or has at [1]; NULL where it has none. */
static const bind_span *span_of(lua_State *L, int row) {
  const bind_span *s = NULL;
  if (lua_isuserdata(L, row)) return bind_test_span(L, row);
  if (lua_istable(L, row) && lua_rawgeti(L, row, 1) == LUA_TUSERDATA)
    s = bind_test_span(L, -1);
  lua_settop(L, lua_istable(L, row) ? -2 : -1); /* the row keeps it */
  return s;
}

/* The span of the row at `row`: a span itself, one at [1], or first and last.
** `n` is its number, for the message. */
static gloss_span read_span(lua_State *L, const bind_doc *owner, int row,
                            lua_Integer n) {
  const bind_span *s = span_of(L, row);
  lua_Integer first = 0, last = 0;
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

/* Checks the name of a column at `key`, in row `n`, or declared (0). */
static void check_column(lua_State *L, int key, lua_Integer n) {
  const char *where = "columns";
  bool named = lua_type(L, key) == LUA_TSTRING;
  if (named && !bind_is_span_field(lua_tostring(L, key))) return;
  if (n > 0) where = lua_pushfstring(L, "row %I", (LUAI_UACINT)n);
  if (!named)
    luaL_error(L, "%s: a %s as name of a column", where, luaL_typename(L, key));
  luaL_error(L, "%s: every span has a field '%s'", where,
             lua_tostring(L, key));
}

/* Checks the value on top, of the column at `key` in row `n`. */
static void check_value(lua_State *L, const bind_doc *owner, int key,
                        lua_Integer n) {
  int type = lua_type(L, -1);
  const bind_span *s;
  if (type == LUA_TSTRING || type == LUA_TNUMBER || type == LUA_TBOOLEAN)
    return;
  s = type == LUA_TUSERDATA ? bind_test_span(L, -1) : NULL;
  if (s == NULL)
    luaL_error(L,
               "row %I, column '%s': a %s (string, number, boolean or span "
               "expected)",
               (LUAI_UACINT)n, lua_tostring(L, key), luaL_typename(L, -1));
  if (s->owner != owner)
    luaL_error(L, "row %I, column '%s': a span of another document",
               (LUAI_UACINT)n, lua_tostring(L, key));
}

/* Is the key at `key` a column? Those that were seen before are in the table
** at `set`: name -> true; what says where the row is -> false. With a span at
** [1], `first` and `last` are still no columns: every span has them. */
static bool is_column(lua_State *L, int key, int set, lua_Integer n) {
  int known;
  bool column;
  lua_pushvalue(L, key);
  known = lua_rawget(L, set);
  column = lua_toboolean(L, -1);
  lua_pop(L, 1);
  if (known != LUA_TNIL) return column;
  check_column(L, key, n);
  lua_pushvalue(L, key);
  lua_pushboolean(L, 1);
  lua_rawset(L, set);
  return true;
}

/* Checks the columns of the row at `row` and adds them to the set at `set`. */
static void check_row(lua_State *L, const bind_doc *owner, int row, int set,
                      lua_Integer n) {
  if (!lua_istable(L, row)) return;
  lua_pushnil(L);
  while (lua_next(L, row) != 0) {
    int key = lua_gettop(L) - 1;
    if (is_column(L, key, set, n)) check_value(L, owner, key, n);
    lua_pop(L, 1);
  }
}

/* Pushes the set in which nothing but the keys of places is known. */
static int push_set(lua_State *L) {
  lua_newtable(L);
  lua_pushboolean(L, 0);
  lua_rawseti(L, -2, 1);
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "first");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "last");
  return lua_gettop(L);
}

/* Takes the keys of places out again: what is left are columns. */
static void keep_columns(lua_State *L, int set) {
  lua_pushnil(L);
  lua_rawseti(L, set, 1);
  lua_pushnil(L);
  lua_setfield(L, set, "first");
  lua_pushnil(L);
  lua_setfield(L, set, "last");
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
** rows have, by bytes. Rows are at `rows`; everything is checked, and `spans`
** has room for theirs. */
static void push_columns(lua_State *L, const bind_doc *owner, int rows,
                         int declared, gloss_span *spans) {
  lua_Integer count = luaL_len(L, rows);
  int list, set;
  lua_newtable(L);
  list = lua_gettop(L);
  set = push_set(L);
  for (lua_Integer n = 1; n <= count; n++) {
    lua_geti(L, rows, n);
    spans[n - 1] = read_span(L, owner, set + 1, n);
    check_row(L, owner, set + 1, set, n);
    lua_settop(L, set);
  }
  keep_columns(L, set);
  if (lua_istable(L, declared)) add_declared(L, declared, set, list);
  add_sorted(L, set, list);
  lua_settop(L, list);
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

/* Fills one row, which has been checked, from the table at `row`; the names
** of the columns are the `count` values from `columns` on. */
static void fill_row(lua_State *L, gloss_layer *layer, gloss_span span,
                     int row, int columns, int count) {
  gloss_error err;
  check(L, gloss_layer_add(layer, span, &err), &err);
  if (!lua_istable(L, row)) return;
  for (int i = 0; i < count; i++) {
    lua_pushvalue(L, columns + i);
    if (lua_rawget(L, row) != LUA_TNIL)
      check(L, gloss_layer_set(layer, i, read_value(L, -1), &err), &err);
    lua_pop(L, 1);
  }
}

/* Gives the layer the columns of the list at `list`, and pushes their names;
** returns how many. */
static int open_columns(lua_State *L, gloss_layer *layer, int list) {
  gloss_error err;
  int count = (int)luaL_len(L, list);
  bind_check_stack(L, count + 8);
  for (int i = 0; i < count; i++) {
    size_t len;
    const char *name;
    lua_rawgeti(L, list, i + 1);
    name = lua_tolstring(L, -1, &len);
    check(L, gloss_layer_column(layer, name, len, &err) == i, &err);
  }
  return count;
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
  gloss_span *spans;
  lua_Integer count;
  int columns;
  lua_settop(L, 4);
  luaL_argexpected(L, lua_istable(L, 3) || lua_isuserdata(L, 3), 3,
                   "list of rows");
  if (!lua_isnil(L, 4)) luaL_checktype(L, 4, LUA_TTABLE);
  check_name(L, name);
  count = luaL_len(L, 3);
  spans = lua_newuserdatauv(L, ((size_t)count + 1) * sizeof *spans, 0);
  push_columns(L, owner, 3, 4, spans); /* 6 */
  layer = gloss_layer_open(owner->doc, name, len, &err);
  if (layer == NULL) return bind_push_error(L, &err);
  columns = open_columns(L, layer, 6);
  for (lua_Integer n = 1; n <= count; n++) {
    lua_geti(L, 3, n);
    fill_row(L, layer, spans[n - 1], 7 + columns, 7, columns);
    lua_pop(L, 1);
  }
  check(L, gloss_layer_seal(layer, &err), &err);
  bind_push_view(L, 1, name, len, false);
  return 1;
}

/* ---- Rows given as columns ----------------------------------------------- */

enum { ROWS = 3, FIRST, LAST, NAMES, LISTS }; /* arguments */

/* The span of row `n`. */
static gloss_span read_place(lua_State *L, const bind_doc *owner,
                             lua_Integer n) {
  lua_Integer first, last;
  int is_first, is_last;
  lua_rawgeti(L, FIRST, n);
  lua_rawgeti(L, LAST, n);
  first = lua_tointegerx(L, -2, &is_first);
  last = lua_tointegerx(L, -1, &is_last);
  lua_pop(L, 2);
  if (!is_first || !is_last || !bind_is_place(owner, first, last))
    luaL_error(L, "row %I: no span of a text of %I bytes", (LUAI_UACINT)n,
               (LUAI_UACINT)owner->len);
  return (gloss_span){ (uint32_t)first - 1, (uint32_t)last };
}

/* Checks the names and the columns: as many, and each a list. How many. */
static int check_lists(lua_State *L) {
  lua_Integer count = luaL_len(L, NAMES);
  luaL_argcheck(L, luaL_len(L, LISTS) == count, LISTS,
                "a list for each name expected");
  bind_check_stack(L, 2 * (int)count + 8);
  for (lua_Integer i = 1; i <= count; i++) {
    lua_rawgeti(L, NAMES, i);
    check_column(L, lua_gettop(L), 0);
    luaL_argcheck(L, lua_rawgeti(L, LISTS, i) == LUA_TTABLE, LISTS,
                  "list expected");
    lua_pop(L, 2);
  }
  return (int)count;
}

/* Fills row `n` from `count` lists, the first one at `lists`. */
static void fill_from_lists(lua_State *L, const bind_doc *owner,
                            gloss_layer *layer, lua_Integer n, int lists,
                            int count) {
  gloss_error err;
  check(L, gloss_layer_add(layer, read_place(L, owner, n), &err), &err);
  for (int i = 0; i < count; i++) {
    int type = lua_rawgeti(L, lists + i, n);
    if (type != LUA_TNIL && !(type == LUA_TBOOLEAN && !lua_toboolean(L, -1))) {
      check_value(L, owner, lists - count + i, n);
      check(L, gloss_layer_set(layer, i, read_value(L, -1), &err), &err);
    }
    lua_pop(L, 1);
  }
}

/* doc:add_columns(name, rows, first, last, names, lists) -> view | nil, err:
** `rows` rows whose places are in the lists `first` and `last` (bytes), and for
** each name of a column the list of its values; nil and false are none */
static int doc_add_columns(lua_State *L) {
  bind_doc *owner = bind_check_doc(L, 1);
  gloss_error err;
  size_t len;
  const char *name = luaL_checklstring(L, 2, &len);
  lua_Integer rows = luaL_checkinteger(L, ROWS);
  gloss_layer *layer;
  int count, lists;
  for (int arg = FIRST; arg <= LISTS; arg++) luaL_checktype(L, arg, LUA_TTABLE);
  lua_settop(L, LISTS);
  check_name(L, name);
  count = check_lists(L);
  layer = gloss_layer_open(owner->doc, name, len, &err);
  if (layer == NULL) return bind_push_error(L, &err);
  lua_pushvalue(L, NAMES);
  open_columns(L, layer, LISTS + 1);
  lists = lua_gettop(L) + 1;
  for (int i = 0; i < count; i++) lua_rawgeti(L, LISTS, i + 1);
  for (lua_Integer n = 1; n <= rows; n++)
    fill_from_lists(L, owner, layer, n, lists, count);
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

int bind_mask(lua_State *L, int doc, int spans, size_t count) {
  bind_doc *owner = bind_check_doc(L, doc);
  gloss_error err;
  const gloss_span *list = lua_touserdata(L, spans);
  if (!gloss_doc_mask(owner->doc, list, count, &err))
    return bind_push_error(L, &err);
  owner->masked = count > 0;
  owner->masks = list;
  owner->mask_count = count;
  lua_pushvalue(L, spans);
  lua_setiuservalue(L, doc, BIND_DOC_MASKS);
  lua_newtable(L); /* views made before showed what is masked now */
  lua_setiuservalue(L, doc, BIND_DOC_CACHE);
  return 0;
}

/* doc:mask(spans) -> true | nil, err: a list or view of spans */
static int doc_mask(lua_State *L) {
  bind_doc *owner = bind_check_doc(L, 1);
  gloss_span *spans;
  lua_Integer count;
  int failed;
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
  failed = bind_mask(L, 1, 3, join(spans, (size_t)count));
  if (failed > 0) return failed;
  lua_pushboolean(L, 1);
  return 1;
}

static const luaL_Reg methods[] = { { "add", doc_add },
                                    { "add_columns", doc_add_columns },
                                    { "mask", doc_mask },
                                    { NULL, NULL } };

void bind_open_layer(lua_State *L) {
  lua_getfield(L, LUA_REGISTRYINDEX, BIND_DOC_METHODS);
  lua_pushvalue(L, -1);
  luaL_setfuncs(L, methods, 1);
  lua_pop(L, 1);
}

/* query.c - views by the fields of their spans: where, count, ids, values. */
#include <string.h>

#include "module/view.h"

/* The document of the view at 1, pushed. */
static void push_doc(lua_State *L) { lua_getiuservalue(L, 1, 1); }

/* ---- Reading fields ------------------------------------------------------ */

/* Finds the field named at `key`. A layer without rows knows no columns, so
** nothing is unknown there: then false. */
static bool check_field(lua_State *L, const bind_view *v, int key,
                        bind_field *field) {
  luaL_checktype(L, key, LUA_TSTRING);
  if (bind_find_field(L, &v->rows, key, field)) return true;
  if (v->rows.count > 0 || v->rows.source != BIND_LAYER)
    bind_unknown_field(L, v->rows.source, v->rows.layer, lua_tostring(L, key));
  return false;
}

/* Pushes a field of the row at place `i`; the document is at `doc`. */
static void push_field(lua_State *L, int doc, const bind_view *v, size_t i,
                       const bind_field *field) {
  size_t row = bind_view_row(v, i);
  bind_span s = { .owner = v->rows.owner,
                  .layer = v->rows.layer,
                  .span = bind_row(&v->rows, row),
                  .index = (uint32_t)row,
                  .source = v->rows.source };
  bind_push_field(L, doc, &s, field);
}

/* A span counts as its text where values are keys. */
static void plain(lua_State *L) {
  if (bind_test_span(L, -1) == NULL) return;
  luaL_tolstring(L, -1, NULL);
  lua_replace(L, -2);
}

/* v:values(field) -> list, false where absent */
static int view_values(lua_State *L) {
  bind_view *v = bind_check_view(L, 1);
  bind_field field;
  lua_settop(L, 2);
  push_doc(L);
  lua_createtable(L, (int)v->count, 0);
  if (!check_field(L, v, 2, &field)) return 1;
  for (size_t i = 0; i < v->count; i++) {
    push_field(L, 3, v, i, &field);
    if (lua_isnil(L, -1)) {
      lua_pop(L, 1);
      lua_pushboolean(L, 0);
    }
    lua_rawseti(L, 4, (lua_Integer)i + 1);
  }
  return 1;
}

/* v:count(field) -> table: value -> how often */
static int view_count(lua_State *L) {
  bind_view *v = bind_check_view(L, 1);
  bind_field field;
  lua_settop(L, 2);
  push_doc(L);
  lua_newtable(L);
  if (!check_field(L, v, 2, &field)) return 1;
  for (size_t i = 0; i < v->count; i++) {
    push_field(L, 3, v, i, &field);
    plain(L);
    if (lua_isnil(L, -1)) {
      lua_pop(L, 1);
      continue;
    }
    lua_pushvalue(L, -1);
    lua_rawget(L, 4);
    lua_pushinteger(L, lua_tointeger(L, -1) + 1);
    lua_replace(L, -2);
    lua_rawset(L, 4);
  }
  return 1;
}

/* Pushes the list of values of `name`, each once, sorted; with `or_text` a
** row without one gives its text. Stack: 1 the view. */
static int push_distinct(lua_State *L, const char *name, bool or_text) {
  bind_view *v = bind_check_view(L, 1);
  bind_field field;
  bool found;
  lua_Integer n = 0;
  lua_settop(L, 1);
  lua_pushstring(L, name);
  push_doc(L);
  lua_getfield(L, LUA_REGISTRYINDEX, "gloss.sort"); /* 4 */
  lua_newtable(L);                                  /* 5: the list */
  lua_newtable(L);                                  /* 6: seen */
  found = bind_find_field(L, &v->rows, 2, &field);
  if (!found && !or_text) check_field(L, v, 2, &field);
  for (size_t i = 0; i < v->count; i++) {
    if (found) push_field(L, 3, v, i, &field);
    else lua_pushnil(L);
    if (lua_isnil(L, -1) && or_text) {
      gloss_span span = bind_view_span(v, i);
      lua_pushlstring(L, v->rows.owner->text + span.start,
                      span.end - span.start);
    }
    plain(L);
    if (!lua_isnil(L, -1)) {
      lua_pushvalue(L, -1);
      if (lua_rawget(L, 6) == LUA_TNIL) {
        lua_pushvalue(L, -2);
        lua_rawseti(L, 5, ++n);
        lua_pushvalue(L, -2);
        lua_pushboolean(L, 1);
        lua_rawset(L, 6);
      }
    }
    lua_settop(L, 6);
  }
  lua_pop(L, 1);
  lua_call(L, 1, 1);
  return 1;
}

/* v:ids() -> list, each id once, sorted */
static int view_ids(lua_State *L) { return push_distinct(L, "id", false); }

/* v:names() -> list, each name (else text) once, sorted */
static int view_names(lua_State *L) { return push_distinct(L, "name", true); }

/* ---- where --------------------------------------------------------------- */

/* Does the value on top fit what is asked at index `asked`? */
static bool fits(lua_State *L, int asked) {
  switch (lua_type(L, asked)) {
    case LUA_TBOOLEAN:
      if (!lua_toboolean(L, asked)) return !lua_toboolean(L, -1);
      return lua_isboolean(L, -1) && lua_toboolean(L, -1);
    case LUA_TUSERDATA: return lua_compare(L, -1, asked, LUA_OPEQ);
    case LUA_TTABLE:
      for (lua_Integer i = 1; lua_rawgeti(L, asked, i) != LUA_TNIL; i++) {
        bool fit;
        lua_insert(L, -2);
        fit = fits(L, lua_gettop(L) - 1);
        lua_remove(L, -2);
        if (fit) return true;
      }
      lua_pop(L, 1);
      return false;
    default:
      if (bind_test_span(L, -1) != NULL && lua_type(L, asked) == LUA_TSTRING) {
        bool same;
        luaL_tolstring(L, -1, NULL);
        same = lua_rawequal(L, -1, asked);
        lua_pop(L, 1);
        return same;
      }
      return lua_rawequal(L, -1, asked);
  }
}

static void check_asked(lua_State *L, int asked, bool in_list) {
  int type = lua_type(L, asked);
  if (type == LUA_TSTRING || type == LUA_TNUMBER || type == LUA_TBOOLEAN ||
      bind_test_span(L, asked) != NULL)
    return;
  if (type != LUA_TTABLE || in_list)
    luaL_error(L, "a %s cannot be asked for", luaL_typename(L, asked));
  for (lua_Integer i = 1; lua_rawgeti(L, asked, i) != LUA_TNIL; i++) {
    check_asked(L, lua_gettop(L), true);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

enum { MAX_ASKED = 32 };

/* Leaves key and value of each condition on the stack, from index 4 on, and
** their fields in `fields`; -1: a layer without rows. */
static int read_conditions(lua_State *L, const bind_view *v,
                           bind_field *fields) {
  int n = 0;
  bind_check_stack(L, 2 * MAX_ASKED + 10);
  lua_pushnil(L);
  while (lua_next(L, 2) != 0) {
    int key = lua_gettop(L) - 1;
    luaL_argcheck(L, n < MAX_ASKED, 2, "too many fields");
    if (lua_type(L, key) != LUA_TSTRING)
      luaL_error(L, "where takes names of fields, as in { kind = \"word\" }");
    check_asked(L, key + 1, false);
    if (!check_field(L, v, key, &fields[n++])) return -1;
    lua_pushvalue(L, key); /* for the next turn */
  }
  if (n == 0)
    luaL_error(L, "where needs a field (was a value nil? false is absent)");
  return n;
}

/* v:where{ field = value, ... } -> bind_view */
static int view_where(lua_State *L) {
  bind_view *v = bind_check_view(L, 1);
  bind_field fields[MAX_ASKED];
  uint32_t *list;
  size_t found = 0;
  int n;
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_settop(L, 2);
  push_doc(L);
  n = read_conditions(L, v, fields);
  if (n < 0) n = 0; /* and no rows, so nothing is compared */
  list = bind_push_list(L, v->count);
  for (size_t i = 0; i < v->count; i++) {
    bool all = true;
    for (int j = 0; j < n && all; j++) {
      push_field(L, 3, v, i, &fields[j]);
      all = fits(L, 5 + 2 * j);
      lua_pop(L, 1);
    }
    if (all) list[found++] = (uint32_t)i;
  }
  bind_push_some(L, 3, v, list, found);
  return 1;
}

/* ---- Tables -------------------------------------------------------------- */

static const luaL_Reg methods[] = {
  { "where", view_where },   { "ids", view_ids },
  { "names", view_names },   { "count", view_count },
  { "values", view_values }, { NULL, NULL }
};

void bind_add_queries(lua_State *L) { luaL_setfuncs(L, methods, 0); }

/* json.c - writes Lua values as JSON: the same value, always the same bytes. */
#include <stdlib.h>
#include <string.h>

#include "module/bind.h"

#define ARRAY "gloss.array" /* metatable of what json.array marked */
enum { MAX_DEPTH = 128, SMALL = 16 };

typedef struct writer {
  lua_State *L;
  bind_buffer *b;
  int keys; /* stack index of the list of first keys; 0: none */
  int depth;
} writer;

static void put_value(writer *w, int index);

static void fail(writer *w, const char *what) {
  luaL_error(w->L, "%s cannot be written as JSON", what);
}

static void put_string(writer *w, int index) {
  size_t len;
  const char *bytes = lua_tolstring(w->L, index, &len);
  if (!bind_put_string(w->L, w->b, bytes, len, false))
    fail(w, "a string that is not UTF-8");
}

/* ---- Tables -------------------------------------------------------------- */

static bool is_marked(lua_State *L, int index) {
  bool marked;
  if (!lua_getmetatable(L, index)) return false;
  luaL_getmetatable(L, ARRAY);
  marked = lua_rawequal(L, -1, -2);
  lua_pop(L, 2);
  return marked;
}

/* How many keys the table has, and whether they are 1, 2, ... */
static size_t count_keys(lua_State *L, int index, bool *list) {
  size_t n = 0;
  bool integers = true;
  lua_Integer highest = 0;
  lua_pushnil(L);
  while (lua_next(L, index) != 0) {
    n++;
    if (!lua_isinteger(L, -2)) integers = false;
    else if (lua_tointeger(L, -2) > highest) highest = lua_tointeger(L, -2);
    lua_pop(L, 1);
  }
  *list = integers && (lua_Unsigned)highest == n;
  return n;
}

static void put_array(writer *w, int index, size_t count) {
  lua_State *L = w->L;
  bind_put_char(L, w->b, '[');
  for (size_t i = 1; i <= count; i++) {
    if (i > 1) bind_put_char(L, w->b, ',');
    lua_rawgeti(L, index, (lua_Integer)i);
    put_value(w, lua_gettop(L));
    lua_pop(L, 1);
  }
  bind_put_char(L, w->b, ']');
}

/* Keys of an object, anchored by the table; ordered before it is written. */
typedef struct name {
  const char *bytes;
  size_t len;
  size_t place; /* in the list of first keys, from 0; SIZE_MAX: not there */
} name;

static int by_name(const void *a, const void *b) {
  const name *x = a, *y = b;
  int c;
  if (x->place != y->place) return x->place < y->place ? -1 : 1;
  c = memcmp(x->bytes, y->bytes, x->len < y->len ? x->len : y->len);
  return c != 0 ? c : (x->len > y->len) - (x->len < y->len);
}

/* The place of the string on top in the list of first keys. */
static size_t place_of(lua_State *L, int keys) {
  if (keys == 0) return SIZE_MAX;
  for (lua_Integer i = 1; lua_rawgeti(L, keys, i) != LUA_TNIL; i++) {
    bool same = lua_rawequal(L, -1, -2);
    lua_pop(L, 1);
    if (same) return (size_t)i;
  }
  lua_pop(L, 1);
  return SIZE_MAX;
}

static void read_names(writer *w, int index, name *names) {
  lua_State *L = w->L;
  size_t n = 0;
  lua_pushnil(L);
  while (lua_next(L, index) != 0) {
    lua_pop(L, 1);
    if (lua_type(L, -1) != LUA_TSTRING)
      fail(w, "a table with keys that are no strings");
    names[n].place = place_of(L, w->depth == 1 ? w->keys : 0);
    names[n].bytes = lua_tolstring(L, -1, &names[n].len);
    n++;
  }
}

static void put_object(writer *w, int index, size_t count) {
  lua_State *L = w->L;
  name some[SMALL];
  name *names = some;
  int top = lua_gettop(L);
  if (count > SMALL) names = lua_newuserdatauv(L, count * sizeof *names, 0);
  read_names(w, index, names);
  qsort(names, count, sizeof *names, by_name);
  bind_put_char(L, w->b, '{');
  for (size_t i = 0; i < count; i++) {
    if (i > 0) bind_put_char(L, w->b, ',');
    if (!bind_put_string(L, w->b, names[i].bytes, names[i].len, false))
      fail(w, "a key that is not UTF-8");
    bind_put_char(L, w->b, ':');
    lua_pushlstring(L, names[i].bytes, names[i].len);
    lua_rawget(L, index);
    put_value(w, lua_gettop(L));
    lua_pop(L, 1);
  }
  bind_put_char(L, w->b, '}');
  lua_settop(L, top);
}

static void put_table(writer *w, int index) {
  bool list, marked = is_marked(w->L, index);
  size_t count = count_keys(w->L, index, &list);
  if (++w->depth > MAX_DEPTH) fail(w, "a table in itself, or nested too deep,");
  bind_check_stack(w->L, 12);
  if (marked && !list) fail(w, "an array with holes or names");
  if (list && (count > 0 || marked)) put_array(w, index, count);
  else put_object(w, index, count);
  w->depth--;
}

/* ---- Values -------------------------------------------------------------- */

static void put_number(writer *w, int index) {
  if (lua_isinteger(w->L, index))
    bind_put_integer(w->L, w->b, lua_tointeger(w->L, index));
  else if (!bind_put_real(w->L, w->b, lua_tonumber(w->L, index)))
    fail(w, "a number that is not finite");
}

static void put_userdata(writer *w, int index) {
  bind_span *s = bind_test_span(w->L, index);
  if (s == NULL) {
    bool named = luaL_getmetafield(w->L, index, "__name") == LUA_TSTRING;
    fail(w, named ? lua_tostring(w->L, -1) : "userdata");
  } else {
    bind_put_string(w->L, w->b, s->owner->text + s->span.start,
                    s->span.end - s->span.start, true);
  }
}

static void put_value(writer *w, int index) {
  lua_State *L = w->L;
  switch (lua_type(L, index)) {
    case LUA_TNIL: bind_put_text(L, w->b, "null"); break;
    case LUA_TBOOLEAN:
      if (lua_toboolean(L, index)) bind_put_text(L, w->b, "true");
      else bind_put_text(L, w->b, "false");
      break;
    case LUA_TNUMBER: put_number(w, index); break;
    case LUA_TSTRING: put_string(w, index); break;
    case LUA_TTABLE: put_table(w, index); break;
    case LUA_TLIGHTUSERDATA:
      if (lua_touserdata(L, index) != NULL) fail(w, "a pointer");
      bind_put_text(L, w->b, "null");
      break;
    case LUA_TUSERDATA: put_userdata(w, index); break;
    default: fail(w, luaL_typename(L, index)); break;
  }
}

/* core.json_encode(value, keys) -> string */
static int json_encode(lua_State *L) {
  writer w = { .L = L };
  luaL_checkany(L, 1);
  if (!lua_isnoneornil(L, 2)) {
    luaL_checktype(L, 2, LUA_TTABLE);
    w.keys = 2;
  }
  w.b = bind_take_buffer(L);
  put_value(&w, 1);
  bind_push_buffer(L, w.b);
  return 1;
}

/* core.json_array(t) -> t, marked as an array */
static int json_array(lua_State *L) {
  if (lua_isnoneornil(L, 1)) {
    lua_settop(L, 0);
    lua_newtable(L);
  }
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  luaL_setmetatable(L, ARRAY);
  return 1;
}

static const luaL_Reg functions[] = { { "json_encode", json_encode },
                                      { "json_array", json_array },
                                      { NULL, NULL } };

void bind_open_json(lua_State *L) {
  luaL_newmetatable(L, ARRAY);
  lua_pop(L, 1);
  luaL_setfuncs(L, functions, 0);
  lua_pushlightuserdata(L, NULL);
  lua_setfield(L, -2, "json_null");
}

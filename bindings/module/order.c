/* order.c - tables visited in an order that no hash decides: numbers, then
** strings by bytes, then the rest. For scripts, whose results must not differ
** from run to run. */
#include <stdlib.h>
#include <string.h>

#include "module/bind.h"

enum { NUMBER, STRING, BOOLEAN, PLACE, OTHER };

/* A key of a table that is being visited; strings live in the table. */
typedef struct key {
  int rank;
  uint32_t found;    /* in the table's own order, from 1: where it is kept */
  lua_Integer integer;
  lua_Number number; /* of a float; of an integer, nearly */
  bool is_integer;
  const char *bytes;
  size_t len;
} key;

static int by_bytes(const key *a, const key *b) {
  int c = memcmp(a->bytes, b->bytes, a->len < b->len ? a->len : b->len);
  return c != 0 ? c : (a->len > b->len) - (a->len < b->len);
}

static int by_number(const key *a, const key *b) {
  if (a->is_integer && b->is_integer)
    return (a->integer > b->integer) - (a->integer < b->integer);
  return (a->number > b->number) - (a->number < b->number);
}

static int compare(const void *x, const void *y) {
  const key *a = x, *b = y;
  int c = 0;
  if (a->rank != b->rank) return a->rank < b->rank ? -1 : 1;
  if (a->rank == STRING) c = by_bytes(a, b);
  else if (a->rank != OTHER) c = by_number(a, b);
  return c != 0 ? c : (a->found > b->found) - (a->found < b->found);
}

/* What the value at `index` sorts by. A span counts as its place. */
static key read_key(lua_State *L, int index, uint32_t found) {
  key k = { .rank = OTHER, .found = found };
  const bind_span *s;
  switch (lua_type(L, index)) {
    case LUA_TNUMBER:
      k.rank = NUMBER;
      k.number = lua_tonumber(L, index);
      k.is_integer = lua_isinteger(L, index);
      if (k.is_integer) k.integer = lua_tointeger(L, index);
      break;
    case LUA_TSTRING:
      k.rank = STRING;
      k.bytes = lua_tolstring(L, index, &k.len);
      break;
    case LUA_TBOOLEAN:
      k.rank = BOOLEAN;
      k.is_integer = true;
      k.integer = lua_toboolean(L, index);
      break;
    case LUA_TUSERDATA:
      s = bind_test_span(L, index);
      if (s == NULL) break;
      k.rank = PLACE;
      k.is_integer = true;
      k.integer = (lua_Integer)s->span.start << 32 | s->span.end;
      break;
    default: break;
  }
  return k;
}

/* Pushes the keys of the table at 1, sorted, as a list; returns how many. */
static lua_Integer push_keys(lua_State *L) {
  uint32_t n = 0;
  size_t room = 0;
  key *keys;
  lua_pushnil(L);
  while (lua_next(L, 1) != 0) {
    room++;
    lua_pop(L, 1);
  }
  keys = lua_newuserdatauv(L, (room + 1) * sizeof *keys, 0); /* list - 2 */
  lua_createtable(L, (int)room, 0); /* the keys as found: list - 1 */
  lua_createtable(L, (int)room, 0); /* the list */
  lua_pushnil(L);
  for (; n < room && lua_next(L, 1) != 0; n++) {
    lua_pop(L, 1);
    lua_pushvalue(L, -1);
    lua_rawseti(L, -4, (lua_Integer)n + 1);
    keys[n] = read_key(L, -1, n + 1);
  }
  lua_pop(L, 1); /* the last key, or the nil before the first */
  qsort(keys, n, sizeof *keys, compare);
  for (uint32_t i = 0; i < n; i++) {
    lua_rawgeti(L, -2, keys[i].found);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  lua_replace(L, -3);
  lua_pop(L, 1);
  return n;
}

/* Upvalues: the table, its keys, how many have been visited. */
static int step(lua_State *L) {
  lua_Integer i = lua_tointeger(L, lua_upvalueindex(3));
  lua_settop(L, 0);
  for (;;) {
    i++;
    if (lua_rawgeti(L, lua_upvalueindex(2), i) == LUA_TNIL) return 0;
    lua_pushvalue(L, -1);
    if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL) break;
    lua_pop(L, 2); /* taken out in the meantime */
  }
  lua_pushinteger(L, i);
  lua_replace(L, lua_upvalueindex(3));
  return 2;
}

/* core.pairs(t) -> iterator: as pairs, in order */
static int order_pairs(lua_State *L) {
  luaL_checkany(L, 1);
  if (luaL_getmetafield(L, 1, "__pairs") != LUA_TNIL) {
    lua_pushvalue(L, 1);
    lua_call(L, 1, 3);
    return 3;
  }
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  push_keys(L);
  lua_pushinteger(L, 0);
  lua_pushcclosure(L, step, 3);
  return 1;
}

/* core.next(t, k) -> the key after k, and its value. Looks at all keys each
** time: for a loop, pairs is the function. */
static int order_next(lua_State *L) {
  bool any = false, first;
  key after = { .rank = 0 }, best = { .rank = 0 };
  uint32_t n = 0;
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 2);
  first = lua_isnil(L, 2);
  lua_pushnil(L); /* 3: the best key */
  lua_pushnil(L);
  while (lua_next(L, 1) != 0) { /* where `k` itself is */
    lua_pop(L, 1);
    n++;
    if (!first && lua_rawequal(L, -1, 2)) after = read_key(L, 2, n);
  }
  if (!first && after.found == 0) return luaL_argerror(L, 2, "no such key");
  n = 0;
  lua_pushnil(L);
  while (lua_next(L, 1) != 0) {
    key k;
    lua_pop(L, 1);
    k = read_key(L, -1, ++n);
    if ((!first && compare(&k, &after) <= 0) ||
        (any && compare(&k, &best) >= 0))
      continue;
    any = true;
    best = k;
    lua_pushvalue(L, -1);
    lua_replace(L, 3);
  }
  lua_settop(L, 3);
  if (!any) return 1;
  lua_pushvalue(L, 3);
  lua_rawget(L, 1);
  return 2;
}

static const luaL_Reg functions[] = { { "pairs", order_pairs },
                                      { "next", order_next },
                                      { NULL, NULL } };

void bind_open_order(lua_State *L) { luaL_setfuncs(L, functions, 0); }

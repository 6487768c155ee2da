/* sort.c - a stable sort whose order depends on nothing but the values. */
#include <string.h>

#include "module/bind.h"

/* Stack while it sorts: 1 the list, 2 ... what it is sorted by, then a spare
** list. Keys of fields begin with '-' for downwards. */
typedef struct order {
  int keys;      /* how many names of fields, from index 2 on */
  bool function; /* a function at index 2 */
  int list, spare;
} order;

/* ---- Comparing ----------------------------------------------------------- */

static int by_bytes(lua_State *L, int a, int b) {
  size_t m, n;
  const char *x = lua_tolstring(L, a, &m), *y = lua_tolstring(L, b, &n);
  int c = memcmp(x, y, m < n ? m : n);
  return c != 0 ? c : (m > n) - (m < n);
}

static int by_number(lua_State *L, int a, int b) {
  return lua_compare(L, b, a, LUA_OPLT) - lua_compare(L, a, b, LUA_OPLT);
}

/* By start, the longer one first. */
static int by_place(const bind_span *a, const bind_span *b) {
  if (a->span.start != b->span.start)
    return a->span.start < b->span.start ? -1 : 1;
  return (a->span.end < b->span.end) - (a->span.end > b->span.end);
}

/* Absent values come last, then kinds in this order. */
static int rank(lua_State *L, int index) {
  switch (lua_type(L, index)) {
    case LUA_TBOOLEAN: return 0;
    case LUA_TNUMBER: return 1;
    case LUA_TSTRING: return 2;
    case LUA_TNIL: return 4;
    default: break;
  }
  if (bind_test_span(L, index) == NULL)
    luaL_error(L, "a %s cannot be sorted", luaL_typename(L, index));
  return 3;
}

/* Compares the values at two indices (above 0); false before true. */
static int compare(lua_State *L, int a, int b) {
  int x = rank(L, a), y = rank(L, b);
  if (x != y) return x < y ? -1 : 1;
  switch (x) {
    case 0: return lua_toboolean(L, a) - lua_toboolean(L, b);
    case 1: return by_number(L, a, b);
    case 2: return by_bytes(L, a, b);
    case 3: return by_place(bind_test_span(L, a), bind_test_span(L, b));
    default: return 0;
  }
}

/* Compares field `key` of the values at two indices. */
static int compare_field(lua_State *L, int key, int a, int b) {
  const char *name = lua_tostring(L, key);
  bool down = *name == '-';
  int top = lua_gettop(L), c;
  lua_getfield(L, a, name + down);
  lua_getfield(L, b, name + down);
  c = compare(L, top + 1, top + 2);
  if (down && !lua_isnil(L, top + 1) && !lua_isnil(L, top + 2)) c = -c;
  lua_settop(L, top);
  return c;
}

/* Does the value at `b` belong before the one at `a`, which stands first? */
static bool goes_before(lua_State *L, const order *o, int b, int a) {
  bool before;
  if (!o->function) {
    for (int i = 0; i < o->keys; i++) {
      int c = compare_field(L, 2 + i, b, a);
      if (c != 0) return c < 0;
    }
    return o->keys == 0 && compare(L, b, a) < 0;
  }
  lua_pushvalue(L, 2);
  lua_pushvalue(L, b);
  lua_pushvalue(L, a);
  lua_call(L, 2, 1);
  before = lua_toboolean(L, -1);
  lua_pop(L, 1);
  return before;
}

/* ---- Merging ------------------------------------------------------------- */

/* Merges list[from, middle) and list[middle, to) into the spare list. */
static void merge(lua_State *L, const order *o, lua_Integer from,
                  lua_Integer middle, lua_Integer to) {
  lua_Integer a = from, b = middle;
  int top = lua_gettop(L);
  for (lua_Integer i = from; i < to; i++) {
    bool second;
    lua_rawgeti(L, o->list, a); /* top + 1 */
    lua_rawgeti(L, o->list, b); /* top + 2 */
    second = a >= middle ||
             (b < to && goes_before(L, o, top + 2, top + 1));
    if (second) b++;
    else a++;
    lua_pushvalue(L, second ? top + 2 : top + 1);
    lua_rawseti(L, o->spare, i);
    lua_settop(L, top);
  }
}

/* Bottom up; the lists change places after each round. */
static void sort(lua_State *L, order *o, lua_Integer count) {
  for (lua_Integer width = 1; width < count; width *= 2) {
    int swap = o->list;
    for (lua_Integer from = 1; from <= count; from += 2 * width) {
      lua_Integer middle = from + width, to = middle + width;
      if (middle > count + 1) middle = count + 1;
      if (to > count + 1) to = count + 1;
      merge(L, o, from, middle, to);
    }
    o->list = o->spare;
    o->spare = swap;
  }
}

/* core.sort(list [, less | field...]) -> list */
static int sort_list(lua_State *L) {
  order o = { .list = 1 };
  lua_Integer count;
  luaL_checktype(L, 1, LUA_TTABLE);
  if (lua_isfunction(L, 2)) {
    o.function = true;
    lua_settop(L, 2);
  } else {
    o.keys = lua_gettop(L) - 1;
    for (int i = 0; i < o.keys; i++) luaL_checktype(L, 2 + i, LUA_TSTRING);
  }
  bind_check_stack(L, 12);
  count = (lua_Integer)lua_rawlen(L, 1);
  lua_createtable(L, count < 1 << 20 ? (int)count : 1 << 20, 0);
  o.spare = lua_gettop(L);
  sort(L, &o, count);
  for (lua_Integer i = 1; o.list != 1 && i <= count; i++) {
    lua_rawgeti(L, o.list, i);
    lua_rawseti(L, 1, i);
  }
  lua_settop(L, 1);
  return 1;
}

void bind_open_sort(lua_State *L) {
  lua_pushcfunction(L, sort_list);
  lua_pushvalue(L, -1);
  lua_setfield(L, LUA_REGISTRYINDEX, "gloss.sort");
  lua_setfield(L, -2, "sort");
}

/* json.c - gloss.edge.json: reads JSON, by jansson. */
#include <jansson.h>
#include <stdbool.h>
#include <string.h>

#include "edges/edge.h"

#define BOX "gloss.edge.json"

/* Holds what jansson made while Lua values are made of it. */
typedef struct box {
  json_t *json;
} box;

static int box_free(lua_State *L) {
  box *b = luaL_checkudata(L, 1, BOX);
  json_decref(b->json);
  b->json = NULL;
  return 0;
}

/* ---- Lone surrogates ----------------------------------------------------- */

static int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  c = (char)(c | 0x20);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The number of an escape \uXXXX at `at`, or -1. */
static int escape_at(const char *text, size_t len, size_t at) {
  int value = 0;
  if (at + 6 > len || text[at] != '\\' || text[at + 1] != 'u') return -1;
  for (size_t i = at + 2; i < at + 6; i++) {
    int digit = hex(text[i]);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

static bool is_high(int unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
static bool is_low(int unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

/* The next lone surrogate at or after `at`, or `len`. */
static size_t find_lone(const char *text, size_t len, size_t at) {
  while (at < len) {
    const char *slash = memchr(text + at, '\\', len - at);
    int unit;
    if (slash == NULL) return len;
    at = (size_t)(slash - text);
    unit = escape_at(text, len, at);
    if (is_high(unit) && is_low(escape_at(text, len, at + 6))) at += 12;
    else if (is_high(unit) || is_low(unit)) return at;
    else at += 2;
  }
  return len;
}

/* The text at 1, a copy with \uFFFD for each lone surrogate if it has any;
** the copy is pushed. */
static const char *mend(lua_State *L, const char *text, size_t len) {
  size_t at = find_lone(text, len, 0);
  char *copy;
  if (at >= len) return text;
  copy = lua_newuserdatauv(L, len, 0);
  memcpy(copy, text, len);
  for (; at < len; at = find_lone(copy, len, at + 6))
    memcpy(copy + at, "\\uFFFD", 6);
  return copy;
}

/* ---- Values -------------------------------------------------------------- */

enum { MAX_DEPTH = 512 };

static void push_value(lua_State *L, const json_t *json, int depth);

static void push_array(lua_State *L, const json_t *json, int depth) {
  size_t count = json_array_size(json);
  lua_createtable(L, count < 1 << 20 ? (int)count : 1 << 20, 0);
  if (count == 0) luaL_setmetatable(L, "gloss.array"); /* [] again, written */
  for (size_t i = 0; i < count; i++) {
    push_value(L, json_array_get(json, i), depth + 1);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
}

static void push_object(lua_State *L, const json_t *json, int depth) {
  json_t *object = (json_t *)(uintptr_t)json; /* iterators want it so */
  size_t count = json_object_size(json);
  lua_createtable(L, 0, count < 1 << 20 ? (int)count : 1 << 20);
  for (void *i = json_object_iter(object); i != NULL;
       i = json_object_iter_next(object, i)) {
    lua_pushstring(L, json_object_iter_key(i));
    push_value(L, json_object_iter_value(i), depth + 1);
    lua_rawset(L, -3);
  }
}

/* The null value is at stack index 2. */
static void push_value(lua_State *L, const json_t *json, int depth) {
  if (depth > MAX_DEPTH) luaL_error(L, "JSON nested too deep");
  luaL_checkstack(L, 6, NULL);
  switch (json_typeof(json)) {
    case JSON_OBJECT: push_object(L, json, depth); break;
    case JSON_ARRAY: push_array(L, json, depth); break;
    case JSON_STRING:
      lua_pushlstring(L, json_string_value(json), json_string_length(json));
      break;
    case JSON_INTEGER: lua_pushinteger(L, json_integer_value(json)); break;
    case JSON_REAL: lua_pushnumber(L, json_real_value(json)); break;
    case JSON_TRUE: lua_pushboolean(L, 1); break;
    case JSON_FALSE: lua_pushboolean(L, 0); break;
    case JSON_NULL: lua_pushvalue(L, 2); break;
  }
}

/* ---- decode -------------------------------------------------------------- */

static int fail(lua_State *L, const json_error_t *error) {
  lua_Integer first = error->position > 0 ? error->position : 1;
  lua_pushstring(L, error->text);
  return edge_fail(L, "bad_json", first, error->line);
}

/* json.decode(text, null) -> value | nil, err */
static int json_decode(lua_State *L) {
  static const size_t flags =
      JSON_DECODE_ANY | JSON_ALLOW_NUL;
  json_error_t error;
  size_t len;
  const char *text = luaL_checklstring(L, 1, &len);
  box *b;
  luaL_checkany(L, 2);
  lua_settop(L, 2);
  b = lua_newuserdatauv(L, sizeof *b, 0);
  b->json = NULL;
  luaL_setmetatable(L, BOX);
  text = mend(L, text, len);
  b->json = json_loadb(text, len, flags, &error);
  if (b->json == NULL) return fail(L, &error);
  push_value(L, b->json, 0);
  json_decref(b->json); /* now, and not when Lua collects */
  b->json = NULL;
  return 1;
}

static const luaL_Reg functions[] = { { "decode", json_decode },
                                      { NULL, NULL } };

EDGE_API int luaopen_gloss_edge_json(lua_State *L);

int luaopen_gloss_edge_json(lua_State *L) {
  luaL_newmetatable(L, BOX);
  lua_pushcfunction(L, box_free);
  lua_setfield(L, -2, "__gc");
  lua_pop(L, 1);
  luaL_newlib(L, functions);
  return 1;
}

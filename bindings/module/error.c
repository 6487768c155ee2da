/* error.c - errors as Lua sees them: values with code, message and place. */
#include <stdarg.h>
#include <string.h>

#include "module/bind.h"

/* Pushes nil and the error whose message is on top. */
static int finish(lua_State *L, const char *code, lua_Integer first) {
  lua_createtable(L, 0, 4);
  lua_insert(L, -2);
  lua_setfield(L, -2, "message");
  lua_pushstring(L, code);
  lua_setfield(L, -2, "code");
  if (first > 0) {
    lua_pushinteger(L, first);
    lua_setfield(L, -2, "first");
  }
  luaL_setmetatable(L, BIND_ERROR);
  lua_pushnil(L);
  lua_insert(L, -2);
  return 2;
}

/* Codes whose offset is a place in what the caller gave. */
static bool has_place(gloss_code code) {
  return code == GLOSS_BAD_UTF8 || code == GLOSS_BAD_REGEX ||
         code == GLOSS_BAD_ENTRY;
}

void bind_check_stack(lua_State *L, int count) {
  if (!lua_checkstack(L, count)) luaL_error(L, "not enough memory");
}

int bind_push_error(lua_State *L, const gloss_error *err) {
  if (err->code == GLOSS_NO_MEMORY) return luaL_error(L, "not enough memory");
  lua_pushstring(L, err->message);
  return finish(L, gloss_code_name(err->code),
                has_place(err->code) ? (lua_Integer)err->offset + 1 : 0);
}

int bind_fail(lua_State *L, const char *code, lua_Integer first,
              const char *format, ...) {
  va_list args;
  va_start(args, format);
  lua_pushvfstring(L, format, args);
  va_end(args);
  return finish(L, code, first);
}

static int error_tostring(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_getfield(L, 1, "message");
  return 1;
}

/* core.error(code, message, first) -> err */
static int error_new(lua_State *L) {
  const char *code = luaL_checkstring(L, 1);
  lua_Integer first = luaL_optinteger(L, 3, 0);
  luaL_checkstring(L, 2);
  lua_pushvalue(L, 2);
  finish(L, code, first);
  return 1;
}

enum { LONGEST_NAME = 40 };

static size_t smallest(size_t a, size_t b, size_t c) {
  size_t least = a < b ? a : b;
  return least < c ? least : c;
}

/* Edits (insert, delete, change, swap of neighbours) from a to b. */
static size_t distance(const char *a, size_t m, const char *b, size_t n) {
  size_t d[3][LONGEST_NAME + 1];
  size_t *before = d[0], *last = d[1], *now = d[2];
  for (size_t j = 0; j <= n; j++) last[j] = j;
  for (size_t i = 1; i <= m; i++) {
    now[0] = i;
    for (size_t j = 1; j <= n; j++) {
      now[j] = smallest(last[j] + 1, now[j - 1] + 1,
                        last[j - 1] + (a[i - 1] != b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
          before[j - 2] + 1 < now[j])
        now[j] = before[j - 2] + 1;
    }
    size_t *spare = before;
    before = last;
    last = now;
    now = spare;
  }
  return last[n];
}

/* The nearest string, so far; equal ones are decided by bytes, since a table
** is visited in no order. */
typedef struct nearest {
  const char *name;
  size_t len, edits;
} nearest;

static void consider(lua_State *L, int index, const char *name, size_t len,
                     nearest *best) {
  size_t n, edits;
  const char *other;
  if (lua_type(L, index) != LUA_TSTRING) return;
  other = lua_tolstring(L, index, &n);
  if (n > LONGEST_NAME) return;
  edits = distance(name, len, other, n);
  if (edits > best->edits) return;
  if (edits == best->edits && best->name != NULL &&
      strcmp(other, best->name) >= 0)
    return;
  *best = (nearest){ other, n, edits };
}

/* The string of the table at `index` that is nearest to `name`, or NULL. It
** lives as long as the table. */
static const char *suggest(lua_State *L, const char *name, int index) {
  size_t len = strlen(name);
  nearest best = { NULL, 0, len < 4 ? 1 : len < 8 ? 2 : 3 };
  if (len > LONGEST_NAME || len < 2) return NULL;
  index = lua_absindex(L, index);
  bind_check_stack(L, 3);
  lua_pushnil(L);
  while (lua_next(L, index) != 0) {
    consider(L, -2, name, len, &best);
    consider(L, -1, name, len, &best);
    lua_pop(L, 1);
  }
  return best.name != NULL && best.edits < len ? best.name : NULL;
}

int bind_unknown(lua_State *L, const char *what, const char *name,
                 int candidates) {
  const char *near = suggest(L, name, candidates);
  if (near == NULL) return luaL_error(L, "no %s \"%s\"", what, name);
  return luaL_error(L, "no %s \"%s\" (did you mean \"%s\"?)", what, name, near);
}

/* core.suggest(name, list) -> string | nil: keys and values are looked at */
static int error_suggest(lua_State *L) {
  const char *name = luaL_checkstring(L, 1);
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_pushstring(L, suggest(L, name, 2));
  return 1;
}

static const luaL_Reg functions[] = { { "error", error_new },
                                      { "suggest", error_suggest },
                                      { NULL, NULL } };
static const luaL_Reg metamethods[] = { { "__tostring", error_tostring },
                                        { NULL, NULL } };

void bind_open_error(lua_State *L) {
  luaL_newmetatable(L, BIND_ERROR);
  luaL_setfuncs(L, metamethods, 0);
  lua_pop(L, 1);
  luaL_setfuncs(L, functions, 0);
}

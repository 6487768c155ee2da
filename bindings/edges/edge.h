/* edge.h - what edges share: an edge is a module of its own, so it reports
** errors without the code of gloss.core. */
#ifndef EDGE_H
#define EDGE_H

#include <lauxlib.h>
#include <lua.h>

#define EDGE_API __attribute__((visibility("default")))

/* Pushes nil and an error whose message is on top of the stack; returns 2.
** `first` from 1, and `line`: 0 where there is none. */
static inline int edge_fail(lua_State *L, const char *code, lua_Integer first,
                            lua_Integer line) {
  lua_createtable(L, 0, 4);
  lua_insert(L, -2);
  lua_setfield(L, -2, "message");
  lua_pushstring(L, code);
  lua_setfield(L, -2, "code");
  if (first > 0) {
    lua_pushinteger(L, first);
    lua_setfield(L, -2, "first");
  }
  if (line > 0) {
    lua_pushinteger(L, line);
    lua_setfield(L, -2, "line");
  }
  luaL_setmetatable(L, "gloss.error"); /* of gloss.core */
  lua_pushnil(L);
  lua_insert(L, -2);
  return 2;
}

#endif

/* core.c - the module gloss.core: everything that the core shows to Lua. */
#include <time.h>

#include "module/bind.h"

LUAMOD_API int luaopen_gloss_core(lua_State *L);

static void (*const parts[])(lua_State *L) = {
  bind_open_error, bind_open_text,  bind_open_language, bind_open_doc,
  bind_open_field, bind_open_span,  bind_open_view,     bind_open_layer,
  bind_open_regex, bind_open_order, bind_open_sort,     bind_open_number,
  bind_open_json,  bind_open_write, bind_open_dict,
  bind_open_cleaner,
  bind_open_pattern, bind_open_classes, bind_open_names, bind_open_acronyms,
  bind_open_grammar, bind_open_amounts, bind_open_times, bind_open_clauses,
};

static int call_framed(lua_State *L) {
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, lua_gettop(L) - 1, LUA_MULTRET);
  return lua_gettop(L);
}

/* core.framed(f) -> g: calls f from a frame of C. A script that ends in
** `return gloss.job {...}` makes a tail call, which takes its own frame away;
** before a C function it stays, so that a message can name the line. */
static int framed(lua_State *L) {
  luaL_checktype(L, 1, LUA_TFUNCTION);
  lua_settop(L, 1);
  lua_pushcclosure(L, call_framed, 1);
  return 1;
}

/* core.clock() -> seconds, from anywhere: for measuring only */
static int core_clock(lua_State *L) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  lua_pushnumber(L, (lua_Number)now.tv_sec + (lua_Number)now.tv_nsec * 1e-9);
  return 1;
}

__attribute__((visibility("default"))) int luaopen_gloss_core(lua_State *L) {
  luaL_checkversion(L);
  lua_newtable(L);
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) parts[i](L);
  lua_pushcfunction(L, framed);
  lua_setfield(L, -2, "framed");
  lua_pushcfunction(L, core_clock);
  lua_setfield(L, -2, "clock");
  lua_pushliteral(L, GLOSS_VERSION);
  lua_setfield(L, -2, "version");
  lua_pushstring(L, gloss_unicode_version());
  lua_setfield(L, -2, "unicode");
  return 1;
}

/* worker.c - makes a Lua state, and runs a command in it. */
#include <lualib.h>
#include <stdio.h>
#include <stdlib.h>

#include "host/host.h"
#include "host/worker.h"

enum { STATUS_SCRIPT = 5 }; /* as in gloss/contract/exits.lua */

struct host_worker {
  lua_State *L;
  host_limits limits;
};

int luaopen_gloss_core(lua_State *L);
int luaopen_gloss_edge_json(lua_State *L);
int luaopen_gloss_edge_files(lua_State *L);
int luaopen_gloss_edge_hash(lua_State *L);

/* Modules that are linked in; opened when a script asks for them. */
static const luaL_Reg modules[] = {
  { "gloss.core", luaopen_gloss_core },
  { "gloss.host", luaopen_gloss_host },
  { "gloss.edge.json", luaopen_gloss_edge_json },
  { "gloss.edge.files", luaopen_gloss_edge_files },
  { "gloss.edge.hash", luaopen_gloss_edge_hash },
  { NULL, NULL }
};

static int open_all(lua_State *L) {
  luaL_openlibs(L);
  luaL_getsubtable(L, LUA_REGISTRYINDEX, LUA_PRELOAD_TABLE);
  luaL_setfuncs(L, modules, 0);
  lua_pop(L, 1);
  host_install_searcher(L);
  host_install_strings(L);
  return 0;
}

host_worker *host_worker_new(void) {
  host_worker *worker = calloc(1, sizeof *worker);
  if (worker == NULL) return NULL;
  worker->L = lua_newstate(host_alloc, &worker->limits);
  if (worker->L == NULL) {
    free(worker);
    return NULL;
  }
  lua_pushcfunction(worker->L, open_all);
  if (lua_pcall(worker->L, 0, 0, 0) != LUA_OK) {
    fprintf(stderr, "gloss: %s\n", lua_tostring(worker->L, -1));
    host_worker_free(worker);
    return NULL;
  }
  return worker;
}

void host_worker_free(host_worker *worker) {
  if (worker == NULL) return;
  if (worker->L != NULL) lua_close(worker->L);
  free(worker);
}

/* Makes a message of any error value, with a traceback where it is a string:
** that is a fault of gloss itself. */
static int describe(lua_State *L) {
  if (lua_type(L, 1) == LUA_TSTRING)
    luaL_traceback(L, L, lua_tostring(L, 1), 1);
  else
    luaL_tolstring(L, 1, NULL);
  return 1;
}

/* require("gloss.commands").main(arg), with arg as lua5.4 has it */
static int run(lua_State *L) {
  int argc = (int)lua_tointeger(L, 1);
  char **argv = lua_touserdata(L, 2);
  lua_createtable(L, argc, 1);
  for (int i = 0; i < argc; i++) {
    lua_pushstring(L, argv[i]);
    lua_rawseti(L, -2, i);
  }
  lua_pushvalue(L, -1);
  lua_setglobal(L, "arg");
  lua_getglobal(L, "require");
  lua_pushliteral(L, "gloss.commands");
  lua_call(L, 1, 1);
  lua_getfield(L, -1, "main");
  lua_pushvalue(L, -3);
  lua_call(L, 1, 1);
  return 1;
}

int host_worker_main(host_worker *worker, int argc, char **argv) {
  lua_State *L = worker->L;
  lua_pushcfunction(L, describe);
  lua_pushcfunction(L, run);
  lua_pushinteger(L, argc);
  lua_pushlightuserdata(L, argv);
  if (lua_pcall(L, 2, 1, -4) != LUA_OK) {
    fprintf(stderr, "gloss: %s\n", lua_tostring(L, -1));
    return STATUS_SCRIPT;
  }
  return lua_isinteger(L, -1) ? (int)lua_tointeger(L, -1) : EXIT_SUCCESS;
}

/* limits.c - how much one document may cost: steps and memory of Lua.
**
** Once a limit is hit it is raised again and again, wherever the script goes,
** until the runner resets it: pcall in a script cannot swallow it (the sandbox
** wraps pcall, too, so that it is raised at once). */
#include <stdlib.h>
#include <string.h>

#include "host/host.h"

enum { SLICE = 1000 }; /* instructions between two looks */

void *host_alloc(void *data, void *block, size_t old_size, size_t new_size) {
  host_limits *limits = data;
  size_t old = block != NULL ? old_size : 0;
  void *fresh;
  if (new_size == 0) {
    free(block);
    limits->memory_used -= old;
    return NULL;
  }
  if (limits->memory_most > 0 && new_size > old &&
      limits->memory_used + (new_size - old) > limits->memory_most) {
    limits->hit = "memory";
    return NULL;
  }
  fresh = realloc(block, new_size);
  if (fresh != NULL) limits->memory_used += new_size - old;
  return fresh;
}

host_limits *host_limits_of(lua_State *L) {
  void *data;
  lua_getallocf(L, &data);
  return data;
}

static int raise(lua_State *L, const char *what) {
  return luaL_error(L, "limit of %s reached", what);
}

void host_spend(lua_State *L, int64_t steps) {
  host_limits *limits = host_limits_of(L);
  if (!limits->steps_on) return;
  limits->steps_left -= steps;
  if (limits->steps_left >= 0) return;
  limits->hit = "steps";
  raise(L, limits->hit);
}

static void on_slice(lua_State *L, lua_Debug *info) {
  (void)info;
  host_spend(L, SLICE);
}

/* host.limits{ steps = n, memory = bytes }: from now on; nil is none. Memory
** counts from what is in use. Resets what was hit. */
static int set_limits(lua_State *L) {
  host_limits *limits = host_limits_of(L);
  lua_Integer memory;
  luaL_checktype(L, 1, LUA_TTABLE);
  limits->hit = NULL;
  limits->steps_on = lua_getfield(L, 1, "steps") != LUA_TNIL;
  limits->steps_left = limits->steps_on ? luaL_checkinteger(L, -1) : 0;
  lua_getfield(L, 1, "memory");
  memory = luaL_optinteger(L, -1, 0);
  luaL_argcheck(L, memory >= 0, 1, "memory below 0");
  limits->memory_most = memory > 0 ? limits->memory_used + (size_t)memory : 0;
  lua_sethook(L, limits->steps_on ? on_slice : NULL,
              limits->steps_on ? LUA_MASKCOUNT : 0, SLICE);
  return 0;
}

/* host.hit() -> "steps" | "memory" | nil */
static int hit(lua_State *L) {
  lua_pushstring(L, host_limits_of(L)->hit);
  return 1;
}

/* host.used() -> steps left (nil without limit), bytes of Lua in use */
static int used(lua_State *L) {
  host_limits *limits = host_limits_of(L);
  if (limits->steps_on) lua_pushinteger(L, (lua_Integer)limits->steps_left);
  else lua_pushnil(L);
  lua_pushinteger(L, (lua_Integer)limits->memory_used);
  return 2;
}

/* host.watch(thread): a coroutine is counted like the thread that made it */
static int watch(lua_State *L) {
  lua_State *thread = lua_tothread(L, 1);
  luaL_argexpected(L, thread != NULL, 1, "thread");
  if (host_limits_of(L)->steps_on)
    lua_sethook(thread, on_slice, LUA_MASKCOUNT, SLICE);
  return 0;
}

static const luaL_Reg functions[] = { { "limits", set_limits },
                                      { "hit", hit },
                                      { "used", used },
                                      { "watch", watch },
                                      { NULL, NULL } };

void host_open_limits(lua_State *L) { luaL_setfuncs(L, functions, 0); }

int luaopen_gloss_host(lua_State *L) {
  lua_newtable(L);
  host_open_limits(L);
  host_open_resources(L);
  return 1;
}

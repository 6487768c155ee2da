/* limits.c - how much one document may cost: steps and memory of Lua.
**
** Once a limit is hit it is raised again and again, wherever the script goes,
** until the runner resets it: pcall in a script cannot swallow it (the sandbox
** wraps pcall, too, so that it is raised at once). */
#include <stdlib.h>
#include <time.h>

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
    /* Lua collects and asks again; buffers ask once, so that what no garbage
    ** could make room for counts at once. */
    if (limits->refused || new_size - old > limits->memory_room)
      limits->hit = "memory";
    limits->refused = true;
    return NULL;
  }
  fresh = realloc(block, new_size);
  if (fresh == NULL) return NULL;
  limits->memory_used += new_size - old;
  if (new_size > old) limits->refused = false;
  return fresh;
}

host_limits *host_limits_of(lua_State *L) {
  void *data;
  lua_getallocf(L, &data);
  return data;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

void host_spend(lua_State *L, int64_t steps) {
  host_limits *limits = host_limits_of(L);
  if (!limits->on) return;
  limits->steps_left -= steps;
  if (limits->steps_left < 0) limits->hit = "steps";
  else if (limits->deadline > 0 && now() > limits->deadline)
    limits->hit = "time";
  else if (limits->hit == NULL) return;
  luaL_error(L, "limit of %s reached", limits->hit);
}

static void on_slice(lua_State *L, lua_Debug *info) {
  (void)info;
  host_spend(L, SLICE);
}

static void set_hook(const host_limits *limits, lua_State *thread) {
  lua_sethook(thread, limits->on ? on_slice : NULL,
              limits->on ? LUA_MASKCOUNT : 0, SLICE);
}

/* A field of the table at 1 as a number; 0 where it is nil. */
static lua_Number limit(lua_State *L, const char *name) {
  lua_Number n = 0;
  if (lua_getfield(L, 1, name) != LUA_TNIL) {
    n = luaL_checknumber(L, -1);
    if (!(n > 0)) luaL_error(L, "limit \"%s\" must be above 0", name);
  }
  lua_pop(L, 1);
  return n;
}

/* host.limits{ steps = n, memory = bytes, seconds = n }: from now on; nil is
** none. Memory counts from what is in use. Resets what was hit. */
static int set_limits(lua_State *L) {
  host_limits *limits = host_limits_of(L);
  lua_Number steps, memory, seconds;
  luaL_checktype(L, 1, LUA_TTABLE);
  steps = limit(L, "steps");
  memory = limit(L, "memory");
  seconds = limit(L, "seconds");
  limits->hit = NULL;
  limits->refused = false;
  limits->steps_left = steps > 0 && steps < 9e18 ? (int64_t)steps : INT64_MAX;
  limits->deadline = seconds > 0 ? now() + seconds : 0;
  limits->memory_room = memory < 9e18 ? (size_t)memory : SIZE_MAX / 2;
  limits->memory_most =
      memory > 0 ? limits->memory_used + limits->memory_room : 0;
  limits->on = steps > 0 || seconds > 0 || memory > 0;
  lua_rawgeti(L, LUA_REGISTRYINDEX, LUA_RIDX_MAINTHREAD);
  set_hook(limits, lua_tothread(L, -1));
  set_hook(limits, L);
  return 0;
}

/* host.hit() -> "steps" | "memory" | "time" | nil */
static int hit(lua_State *L) {
  lua_pushstring(L, host_limits_of(L)->hit);
  return 1;
}

/* host.used() -> steps left, bytes of Lua in use */
static int used(lua_State *L) {
  host_limits *limits = host_limits_of(L);
  lua_pushinteger(L, (lua_Integer)limits->steps_left);
  lua_pushinteger(L, (lua_Integer)limits->memory_used);
  return 2;
}

/* host.watch(thread): a coroutine is counted like the main thread, from now
** on; to be called before each resume, since limits may have changed */
static int watch(lua_State *L) {
  lua_State *thread = lua_tothread(L, 1);
  luaL_argexpected(L, thread != NULL, 1, "thread");
  if (thread != L) set_hook(host_limits_of(L), thread);
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

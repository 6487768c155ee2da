/* host.h - what the files of the program share. */
#ifndef HOST_H
#define HOST_H

#include <lauxlib.h>
#include <lua.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* ---- Limits of one Lua state (limits.c) ---------------------------------- */

/* Counters that a worker owns; its Lua state has their address. One thread. */
typedef struct host_limits {
  size_t memory_used, memory_most; /* bytes; most 0: no limit */
  size_t memory_room; /* the limit itself, from what was in use at first */
  bool refused;       /* the last request; Lua collects and asks again */
  bool on;            /* a limit is set */
  int64_t steps_left; /* instructions and steps of patterns */
  double deadline;    /* seconds of the monotonic clock; 0: none */
  const char *hit;    /* "steps", "memory", "time"; NULL: none */
} host_limits;

/* The allocator of a Lua state; `data` is its host_limits. */
void *host_alloc(void *data, void *block, size_t old_size, size_t new_size);
/* The limits of the state. */
host_limits *host_limits_of(lua_State *L);
/* Takes steps from the budget; raises where it is used up. */
void host_spend(lua_State *L, int64_t steps);
/* Adds limits, hit, protect... to the module on top. */
void host_open_limits(lua_State *L);

/* ---- The other files ----------------------------------------------------- */

/* Adds resource and resources to the module on top of the stack. */
void host_open_resources(lua_State *L);
/* Puts the finder of built-in scripts before Lua's own. */
void host_install_searcher(lua_State *L);
/* Puts find, match, gmatch and gsub that spend steps into Lua's string. */
void host_install_strings(lua_State *L);
/* gloss.host */
int luaopen_gloss_host(lua_State *L);

#endif

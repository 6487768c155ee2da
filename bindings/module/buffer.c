/* buffer.c - bytes that grow, owned by a userdata. */
#include <stdlib.h>
#include <string.h>

#include "module/bind.h"

enum { START = 4096, KEEP = 1 << 20 };

static const char key = 0; /* its address is the key in the registry */

static int buffer_free(lua_State *L) {
  bind_buffer *b = lua_touserdata(L, 1);
  free(b->bytes);
  *b = (bind_buffer){ NULL, 0, 0 };
  return 0;
}

static bind_buffer *make(lua_State *L) {
  bind_buffer *b = lua_newuserdatauv(L, sizeof *b, 0);
  *b = (bind_buffer){ NULL, 0, 0 };
  lua_createtable(L, 0, 1);
  lua_pushcfunction(L, buffer_free);
  lua_setfield(L, -2, "__gc");
  lua_setmetatable(L, -2);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &key);
  return b;
}

bind_buffer *bind_take_buffer(lua_State *L) {
  bind_buffer *b;
  bind_check_stack(L, 4);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &key);
  b = lua_touserdata(L, -1);
  lua_pop(L, 1);
  if (b == NULL) b = make(L);
  b->len = 0;
  return b;
}

void bind_grow(lua_State *L, bind_buffer *b, size_t more) {
  size_t size = b->size > 0 ? b->size : START;
  char *bytes;
  if (more <= b->size - b->len) return;
  while (size - b->len < more && size < SIZE_MAX / 2) size *= 2;
  bytes = size - b->len < more ? NULL : realloc(b->bytes, size);
  if (bytes == NULL) luaL_error(L, "not enough memory");
  b->bytes = bytes;
  b->size = size;
}

void bind_push_buffer(lua_State *L, bind_buffer *b) {
  lua_pushlstring(L, b->len > 0 ? b->bytes : "", b->len);
  if (b->size <= KEEP) return;
  free(b->bytes);
  *b = (bind_buffer){ NULL, 0, 0 };
}

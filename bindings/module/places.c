/* places.c - where certain bytes stand in a string, for scripts that look at
** what stands there and at nothing else. */
#include "module/bind.h"

/* core.places(text, bytes) -> list: the places of all bytes of `text` that are
** among `bytes`, from 1 */
static int places(lua_State *L) {
  size_t len, count;
  const char *text = luaL_checklstring(L, 1, &len);
  const char *bytes = luaL_checklstring(L, 2, &count);
  bool wanted[256] = { false };
  lua_Integer n = 0;
  for (size_t i = 0; i < count; i++) wanted[(unsigned char)bytes[i]] = true;
  lua_newtable(L);
  for (size_t i = 0; i < len; i++)
    if (wanted[(unsigned char)text[i]]) {
      lua_pushinteger(L, (lua_Integer)i + 1);
      lua_rawseti(L, -2, ++n);
    }
  return 1;
}

static const luaL_Reg functions[] = { { "places", places }, { NULL, NULL } };

void bind_open_places(lua_State *L) { luaL_setfuncs(L, functions, 0); }

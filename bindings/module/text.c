/* text.c - functions of text without a document: folding, width, clusters. */
#include <string.h>

#include "module/bind.h"

/* A string of the core, freed when Lua has its copy or raises. */
static int string_free(lua_State *L) {
  gloss_string_free(lua_touserdata(L, 1));
  return 0;
}

static const char key = 0; /* its address is the key in the registry */

/* One box for a Lua state; it holds a string for a moment. */
static gloss_string *take_box(lua_State *L) {
  gloss_string *box;
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, &key) == LUA_TNIL) {
    lua_pop(L, 1);
    box = lua_newuserdatauv(L, sizeof *box, 0);
    *box = (gloss_string){ NULL, 0 };
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, string_free);
    lua_setfield(L, -2, "__gc");
    lua_setmetatable(L, -2);
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &key);
  }
  box = lua_touserdata(L, -1);
  lua_pop(L, 1);
  gloss_string_free(box); /* left over by an error */
  *box = (gloss_string){ NULL, 0 };
  return box;
}

int bind_push_transform(lua_State *L, gloss_transform how, const char *text,
                        size_t len) {
  gloss_error err;
  gloss_string *box = take_box(L);
  if (!gloss_text_transform(how, text, len, box, &err))
    return bind_push_error(L, &err);
  lua_pushlstring(L, box->bytes, box->len);
  gloss_string_free(box);
  *box = (gloss_string){ NULL, 0 };
  return 1;
}

/* Upvalue 1: a gloss_transform. */
static int text_transform(lua_State *L) {
  size_t len;
  const char *text = luaL_checklstring(L, 1, &len);
  gloss_transform how =
      (gloss_transform)lua_tointeger(L, lua_upvalueindex(1));
  return bind_push_transform(L, how, text, len);
}

/* text.valid(s) -> true | false, first byte at fault */
static int text_valid(lua_State *L) {
  size_t len;
  const char *text = luaL_checklstring(L, 1, &len);
  size_t at = gloss_utf8_check(text, len);
  lua_pushboolean(L, at == len);
  if (at == len) return 1;
  lua_pushinteger(L, (lua_Integer)at + 1);
  return 2;
}

/* text.repair(s) -> string, how many pieces became U+FFFD */
static int text_repair(lua_State *L) {
  gloss_error err;
  size_t len, replaced = 0;
  const char *text = luaL_checklstring(L, 1, &len);
  gloss_string *box;
  if (gloss_utf8_check(text, len) == len) {
    lua_settop(L, 1);
    lua_pushinteger(L, 0);
    return 2;
  }
  box = take_box(L);
  if (!gloss_text_repair(text, len, box, &replaced, &err))
    return bind_push_error(L, &err);
  lua_pushlstring(L, box->bytes, box->len);
  gloss_string_free(box);
  *box = (gloss_string){ NULL, 0 };
  lua_pushinteger(L, (lua_Integer)replaced);
  return 2;
}

/* The string at 1, or NULL with nil and an error pushed. */
static const char *check_utf8(lua_State *L, size_t *len) {
  const char *text = luaL_checklstring(L, 1, len);
  size_t at = gloss_utf8_check(text, *len);
  if (at == *len) return text;
  bind_fail(L, gloss_code_name(GLOSS_BAD_UTF8), (lua_Integer)at + 1,
            "text is not valid UTF-8");
  return NULL;
}

/* text.width(s) -> columns | nil, err */
static int text_width(lua_State *L) {
  size_t len;
  const char *text = check_utf8(L, &len);
  if (text == NULL) return 2;
  lua_pushinteger(L, (lua_Integer)gloss_text_width(text, len));
  return 1;
}

/* text.graphemes(s) -> list | nil, err */
static int text_graphemes(lua_State *L) {
  size_t len, from = 0;
  lua_Integer n = 0;
  const char *text = check_utf8(L, &len);
  if (text == NULL) return 2;
  lua_newtable(L);
  while (from < len) {
    size_t next = gloss_grapheme_next(text, len, from);
    lua_pushlstring(L, text + from, next - from);
    lua_rawseti(L, -2, ++n);
    from = next;
  }
  return 1;
}

static const struct {
  const char *name;
  gloss_transform how;
} transforms[] = {
  { "fold", GLOSS_FOLD },         { "lower", GLOSS_LOWER },
  { "upper", GLOSS_UPPER },       { "title", GLOSS_TITLE },
  { "unaccent", GLOSS_UNACCENT }, { "collate_key", GLOSS_COLLATE },
  { "shape", GLOSS_SHAPE },
};
static const luaL_Reg functions[] = {
  { "valid", text_valid },   { "repair", text_repair },
  { "width", text_width },   { "graphemes", text_graphemes },
  { NULL, NULL }
};

void bind_open_text(lua_State *L) {
  luaL_newlib(L, functions);
  for (size_t i = 0; i < sizeof transforms / sizeof *transforms; i++) {
    lua_pushinteger(L, transforms[i].how);
    lua_pushcclosure(L, text_transform, 1);
    lua_setfield(L, -2, transforms[i].name);
  }
  lua_setfield(L, -2, "text");
}

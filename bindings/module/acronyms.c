/* acronyms.c - short forms that a text defines: core.acronyms. */
#include "module/acronyms.h"

typedef struct acronyms_box {
  gloss_acronyms *acronyms;
} acronyms_box;

static int acronyms_free(lua_State *L) {
  acronyms_box *box = luaL_checkudata(L, 1, BIND_ACRONYMS);
  gloss_acronyms_free(box->acronyms);
  box->acronyms = NULL;
  return 0;
}

gloss_acronyms *bind_check_acronyms(lua_State *L, int arg) {
  acronyms_box *box = luaL_checkudata(L, arg, BIND_ACRONYMS);
  luaL_argcheck(L, box->acronyms != NULL, arg, "finder of acronyms is gone");
  return box->acronyms;
}

/* ---- New ----------------------------------------------------------------- */

/* Pushes the table called so of the one at 1. */
static int open_table(lua_State *L, const char *name) {
  if (lua_getfield(L, 1, name) != LUA_TTABLE)
    luaL_error(L, "acronyms: '%s' must be a table", name);
  return lua_gettop(L);
}

static const char *check_key(lua_State *L, int key) {
  if (lua_type(L, key) != LUA_TSTRING)
    luaL_error(L, "acronyms: a %s as name", luaL_typename(L, key));
  return lua_tostring(L, key);
}

/* The words of the list on top. */
static bool add_list(lua_State *L, gloss_acronyms *acronyms, const char *list,
                     gloss_error *err) {
  int table = lua_gettop(L);
  bool ok = true;
  luaL_checktype(L, table, LUA_TTABLE);
  for (lua_Integer i = 1; ok && lua_rawgeti(L, table, i) != LUA_TNIL; i++) {
    gloss_slice word;
    word.bytes = luaL_checklstring(L, -1, &word.len);
    ok = gloss_acronyms_word(acronyms, list, word, err);
    lua_pop(L, 1);
  }
  lua_settop(L, table);
  return ok;
}

static bool add_words(lua_State *L, gloss_acronyms *acronyms,
                      gloss_error *err) {
  int table = open_table(L, "words");
  bool ok = true;
  for (lua_pushnil(L); ok && lua_next(L, table); lua_pop(L, 1))
    ok = add_list(L, acronyms, check_key(L, -2), err);
  lua_settop(L, table - 1);
  return ok;
}

static bool add_numbers(lua_State *L, gloss_acronyms *acronyms,
                        gloss_error *err) {
  int table = open_table(L, "numbers");
  bool ok = true;
  for (lua_pushnil(L); ok && lua_next(L, table); lua_pop(L, 1))
    ok = gloss_acronyms_number(acronyms, check_key(L, -2),
                               luaL_checknumber(L, -1), err);
  lua_settop(L, table - 1);
  return ok;
}

/* core.acronyms{ words = { small = { "the", ... }, ... }, numbers = { word = 2,
** ... } } -> finder | nil, err */
static int acronyms_new(lua_State *L) {
  acronyms_box *box;
  gloss_error err;
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  box = lua_newuserdatauv(L, sizeof *box, 0);
  box->acronyms = NULL;
  luaL_setmetatable(L, BIND_ACRONYMS);
  box->acronyms = gloss_acronyms_new(&err);
  if (box->acronyms != NULL && add_words(L, box->acronyms, &err) &&
      add_numbers(L, box->acronyms, &err))
    return 1;
  return bind_push_error(L, &err);
}

/* ---- A document ---------------------------------------------------------- */

/* acronyms:add(doc, legends [, explain]) -> true | nil, err: adds the layer */
static int acronyms_add(lua_State *L) {
  gloss_acronyms *acronyms = bind_check_acronyms(L, 1);
  const bind_doc *owner = bind_check_doc(L, 2);
  unsigned flags = lua_toboolean(L, 3) ? GLOSS_ACRONYMS_LEGENDS : 0;
  gloss_error err;
  if (lua_toboolean(L, 4)) flags |= GLOSS_ACRONYMS_EXPLAIN;
  if (!gloss_acronyms_add(acronyms, owner->doc, flags, &err))
    return bind_push_error(L, &err);
  lua_pushboolean(L, 1);
  return 1;
}

/* acronyms:lost(i) -> first, last, rule, score: the i-th that could be one and
** is none; nothing: no more */
static int acronyms_lost(lua_State *L) {
  const gloss_acronyms *acronyms = bind_check_acronyms(L, 1);
  lua_Integer i = luaL_checkinteger(L, 2);
  gloss_acronyms_lost lost;
  if (i < 1 || !gloss_acronyms_why(acronyms, (size_t)i - 1, &lost)) return 0;
  bind_push_first(L, lost.span);
  bind_push_last(L, lost.span);
  lua_pushstring(L, lost.rule);
  lua_pushnumber(L, lost.score);
  return 4;
}

static const luaL_Reg methods[] = { { "add", acronyms_add },
                                    { "lost", acronyms_lost },
                                    { NULL, NULL } };
static const luaL_Reg functions[] = { { "acronyms", acronyms_new },
                                      { NULL, NULL } };

void bind_open_acronyms(lua_State *L) {
  luaL_setfuncs(L, functions, 0);
  luaL_newmetatable(L, BIND_ACRONYMS);
  lua_pushcfunction(L, acronyms_free);
  lua_setfield(L, -2, "__gc");
  luaL_newlib(L, methods);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 1);
}

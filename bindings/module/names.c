/* names.c - names without a dictionary: core.names. */
#include "module/acronyms.h"
#include "module/bind.h"

#define NAMES "gloss.names"

/* User values: the patterns whose matcher gives the classes; the finder of
** acronyms. */
enum { PATTERNS = 1, ACRONYMS };
typedef struct names_box {
  gloss_names *names;
} names_box;

static int names_free(lua_State *L) {
  names_box *box = luaL_checkudata(L, 1, NAMES);
  gloss_names_free(box->names);
  box->names = NULL;
  return 0;
}

static gloss_names *check(lua_State *L) {
  names_box *box = luaL_checkudata(L, 1, NAMES);
  luaL_argcheck(L, box->names != NULL, 1, "finder of names is gone");
  return box->names;
}

/* ---- New ----------------------------------------------------------------- */

/* The i-th integer of the list at index 2. */
static uint64_t casing_at(lua_State *L, lua_Integer i) {
  lua_Integer value;
  lua_rawgeti(L, 2, i);
  value = luaL_checkinteger(L, -1);
  lua_pop(L, 1);
  return (uint64_t)value;
}

/* Pushes the table called so of the one at 3. */
static int open_table(lua_State *L, const char *name) {
  if (lua_getfield(L, 3, name) != LUA_TTABLE)
    luaL_error(L, "names: '%s' must be a table", name);
  return lua_gettop(L);
}

static const char *check_key(lua_State *L, int key) {
  if (lua_type(L, key) != LUA_TSTRING)
    luaL_error(L, "names: a %s as name", luaL_typename(L, key));
  return lua_tostring(L, key);
}

static bool add_classes(lua_State *L, gloss_names *names, gloss_error *err) {
  int table = open_table(L, "classes");
  bool ok = true;
  for (lua_pushnil(L); ok && lua_next(L, table); lua_pop(L, 1))
    ok = gloss_names_class(names, check_key(L, -2),
                           (uint64_t)luaL_checkinteger(L, -1), err);
  lua_settop(L, table - 1);
  return ok;
}

static bool add_numbers(lua_State *L, gloss_names *names, gloss_error *err) {
  int table = open_table(L, "numbers");
  bool ok = true;
  for (lua_pushnil(L); ok && lua_next(L, table); lua_pop(L, 1))
    ok = gloss_names_number(names, check_key(L, -2),
                            luaL_checkinteger(L, -1), err);
  lua_settop(L, table - 1);
  return ok;
}

/* The words of the set on top, which are its keys or a list. */
static bool add_set(lua_State *L, gloss_names *names, const char *set,
                    gloss_error *err) {
  int table = lua_gettop(L);
  bool ok = true;
  luaL_checktype(L, table, LUA_TTABLE);
  for (lua_pushnil(L); ok && lua_next(L, table); lua_pop(L, 1)) {
    gloss_slice word;
    int at = lua_type(L, -2) == LUA_TSTRING ? -2 : -1;
    if (lua_type(L, at) != LUA_TSTRING)
      luaL_error(L, "names: words of '%s' must be strings", set);
    word.bytes = lua_tolstring(L, at, &word.len);
    ok = gloss_names_word(names, set, word, err);
  }
  lua_settop(L, table);
  return ok;
}

static bool add_words(lua_State *L, gloss_names *names, gloss_error *err) {
  int table = open_table(L, "words");
  bool ok = true;
  for (lua_pushnil(L); ok && lua_next(L, table); lua_pop(L, 1))
    ok = add_set(L, names, check_key(L, -2), err);
  lua_settop(L, table - 1);
  return ok;
}

/* core.names(patterns, { capital, small, opening, bit }, { classes = { CAP =
** mask, ... }, words = { common = { word = true, ... }, ... }, numbers = {
** longest_name = 12, ... } }, acronyms) -> finder | nil, err */
static int names_new(lua_State *L) {
  gloss_matcher *matcher = bind_check_matcher(L, 1);
  gloss_acronyms *acronyms = bind_check_acronyms(L, 4);
  gloss_casing casing;
  names_box *box;
  gloss_error err;
  luaL_checktype(L, 2, LUA_TTABLE);
  luaL_checktype(L, 3, LUA_TTABLE);
  lua_settop(L, 4);
  casing = (gloss_casing){ casing_at(L, 1), casing_at(L, 2), casing_at(L, 3),
                           (unsigned)casing_at(L, 4) };
  box = lua_newuserdatauv(L, sizeof *box, ACRONYMS);
  box->names = NULL;
  luaL_setmetatable(L, NAMES);
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, -2, PATTERNS);
  lua_pushvalue(L, 4);
  lua_setiuservalue(L, -2, ACRONYMS);
  box->names = gloss_names_new(matcher, casing, acronyms, &err);
  if (box->names != NULL && add_classes(L, box->names, &err) &&
      add_words(L, box->names, &err) && add_numbers(L, box->names, &err))
    return 1;
  return bind_push_error(L, &err);
}

/* ---- A document ---------------------------------------------------------- */

/* names:add(doc [, explain]) -> true | nil, err: adds the layer */
static int names_add(lua_State *L) {
  gloss_names *names = check(L);
  const bind_doc *owner = bind_check_doc(L, 2);
  unsigned flags = lua_toboolean(L, 3) ? GLOSS_NAMES_EXPLAIN : 0;
  gloss_error err;
  if (!gloss_names_add(names, owner->doc, flags, &err))
    return bind_push_error(L, &err);
  lua_pushboolean(L, 1);
  return 1;
}

/* names:lost(i) -> first, last, why: what was no name; nothing: no more */
static int names_lost(lua_State *L) {
  const gloss_names *names = check(L);
  lua_Integer i = luaL_checkinteger(L, 2);
  gloss_names_lost lost;
  if (i < 1 || !gloss_names_why(names, (size_t)i - 1, &lost)) return 0;
  bind_push_first(L, lost.span);
  bind_push_last(L, lost.span);
  lua_pushstring(L, lost.why);
  return 3;
}

static const luaL_Reg methods[] = {
  { "add", names_add }, { "lost", names_lost }, { NULL, NULL }
};
static const luaL_Reg functions[] = { { "names", names_new },
                                      { NULL, NULL } };

void bind_open_names(lua_State *L) {
  luaL_setfuncs(L, functions, 0);
  luaL_newmetatable(L, NAMES);
  lua_pushcfunction(L, names_free);
  lua_setfield(L, -2, "__gc");
  luaL_newlib(L, methods);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 1);
}

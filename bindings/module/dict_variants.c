/* dict_variants.c - other ways to write a name: core.dict_variants(rules). */
#include "module/bind.h"
#include "module/dict.h"

typedef struct variants_box {
  gloss_variants *variants; /* NULL: not made */
} variants_box;

static int variants_free(lua_State *L) {
  variants_box *box = luaL_checkudata(L, 1, BIND_DICT_VARIANTS);
  gloss_variants_free(box->variants);
  box->variants = NULL;
  return 0;
}

const gloss_variants *bind_check_variants(lua_State *L, int arg) {
  variants_box *box = luaL_checkudata(L, arg, BIND_DICT_VARIANTS);
  luaL_argcheck(L, box->variants != NULL, arg, "no variants");
  return box->variants;
}

static gloss_slice slice_at(lua_State *L, int index) {
  gloss_slice s = { "", 0 };
  luaL_argcheck(L, lua_type(L, index) == LUA_TSTRING, 1,
                "rules are lists of strings");
  s.bytes = lua_tolstring(L, index, &s.len);
  luaL_argcheck(L, s.len > 0, 1, "a word of a rule is empty");
  return s;
}

static void add(lua_State *L, gloss_variants *v, gloss_variant_rule rule,
                gloss_slice from, gloss_slice to) {
  gloss_error err;
  if (!gloss_variants_add(v, rule, from, to, &err))
    luaL_error(L, "%s", err.message);
}

/* The list of words at the top of the stack. */
static void add_words(lua_State *L, gloss_variants *v, gloss_variant_rule rule,
                      const gloss_slice *from) {
  static const gloss_slice none = { "", 0 };
  luaL_argcheck(L, lua_istable(L, -1), 1, "rules are lists of strings");
  for (lua_Integer i = 1; i <= luaL_len(L, -1); i++) {
    gloss_slice word;
    lua_geti(L, -1, i);
    word = slice_at(L, -1);
    if (from != NULL) add(L, v, rule, *from, word);
    else add(L, v, rule, word, none);
    lua_pop(L, 1);
  }
}

/* rules[name]: words, each with a list of what stands for it. */
static void add_map(lua_State *L, gloss_variants *v, gloss_variant_rule rule,
                    const char *name) {
  luaL_argcheck(L, lua_getfield(L, 1, name) == LUA_TTABLE, 1, name);
  lua_pushnil(L);
  while (lua_next(L, -2)) {
    gloss_slice from = slice_at(L, -2);
    add_words(L, v, rule, &from);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

static void add_list(lua_State *L, gloss_variants *v, gloss_variant_rule rule,
                     const char *name) {
  lua_getfield(L, 1, name);
  add_words(L, v, rule, NULL);
  lua_pop(L, 1);
}

/* core.dict_variants { whole, beginnings, beginnings_of_others, words: tables
** of words with lists; articles, person, place, organisation: lists } ->
** variants */
static int variants_new(lua_State *L) {
  gloss_error err;
  variants_box *box;
  luaL_checktype(L, 1, LUA_TTABLE);
  box = lua_newuserdatauv(L, sizeof *box, 0);
  box->variants = NULL;
  luaL_setmetatable(L, BIND_DICT_VARIANTS);
  box->variants = gloss_variants_new(&err);
  if (box->variants == NULL) return luaL_error(L, "%s", err.message);
  add_map(L, box->variants, GLOSS_VARIANT_WHOLE, "whole");
  add_map(L, box->variants, GLOSS_VARIANT_BEGINNING, "beginnings");
  add_map(L, box->variants, GLOSS_VARIANT_BEGINNING_OF_OTHERS,
          "beginnings_of_others");
  add_map(L, box->variants, GLOSS_VARIANT_WORD, "words");
  add_list(L, box->variants, GLOSS_VARIANT_ARTICLE, "articles");
  add_list(L, box->variants, GLOSS_VARIANT_PERSON, "person");
  add_list(L, box->variants, GLOSS_VARIANT_PLACE, "place");
  add_list(L, box->variants, GLOSS_VARIANT_ORGANISATION, "organisation");
  return 1;
}

/* Appends a variant and its case to the table at 4. */
static void collect(void *context, gloss_slice alias, gloss_case letter_case) {
  lua_State *L = context;
  lua_pushlstring(L, alias.bytes, alias.len);
  lua_rawseti(L, 4, luaL_len(L, 4) + 1);
  lua_pushstring(L, letter_case == GLOSS_EXACT ? "exact" : "smart");
  lua_rawseti(L, 4, luaL_len(L, 4) + 1);
}

/* v:of(name, type) -> { alias, case, alias, case, ... } */
static int variants_of(lua_State *L) {
  const gloss_variants *v = bind_check_variants(L, 1);
  gloss_slice name, type;
  name.bytes = luaL_checklstring(L, 2, &name.len);
  type.bytes = luaL_checklstring(L, 3, &type.len);
  lua_settop(L, 3);
  lua_newtable(L);
  gloss_variants_each(v, name, type, collect, L);
  return 1;
}

void bind_open_dict_variants(lua_State *L) {
  static const luaL_Reg methods[] = { { "of", variants_of }, { NULL, NULL } };
  luaL_newmetatable(L, BIND_DICT_VARIANTS);
  lua_pushcfunction(L, variants_free);
  lua_setfield(L, -2, "__gc");
  luaL_newlib(L, methods);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 1);
  lua_pushcfunction(L, variants_new);
  lua_setfield(L, -2, "dict_variants");
}

/* amounts.c - engines that find amounts: core.amounts. */
#include "module/grammar.h"

#define AMOUNTS "gloss.amounts"

typedef struct amounts_box {
  gloss_amounts *amounts; /* NULL: not made */
} amounts_box;

static int amounts_free(lua_State *L) {
  amounts_box *box = luaL_checkudata(L, 1, AMOUNTS);
  gloss_amounts_free(box->amounts);
  box->amounts = NULL;
  return 0;
}

static gloss_amounts *check(lua_State *L) {
  amounts_box *box = luaL_checkudata(L, 1, AMOUNTS);
  luaL_argcheck(L, box->amounts != NULL, 1, "engine is gone");
  return box->amounts;
}

static gloss_slice to_slice(lua_State *L, int at) {
  gloss_slice s = { NULL, 0 };
  if (lua_type(L, at) == LUA_TSTRING) s.bytes = lua_tolstring(L, at, &s.len);
  return s;
}

static int failed(lua_State *L, const gloss_error *err) {
  return luaL_error(L, "%s", err->message);
}

/* ---- Words --------------------------------------------------------------- */

/* Pushes the value at a path of names with points between, as "scores.verbs",
** in the table at `at`; nil where there is none. */
static void push_path(lua_State *L, int at, const char *path) {
  lua_pushvalue(L, at);
  for (const char *end; path != NULL; path = end) {
    end = strchr(path, '.');
    lua_pushlstring(L, path, end != NULL ? (size_t)(end - path) : strlen(path));
    if (end != NULL) end++;
    lua_gettable(L, -2);
    lua_replace(L, -2);
    if (!lua_istable(L, -1) && end != NULL) {
      lua_pop(L, 1);
      lua_pushnil(L);
      return;
    }
  }
}

static void add_word(lua_State *L, gloss_amounts *a, const char *set,
                     gloss_slice word) {
  gloss_error err;
  if (!gloss_amounts_word(a, set, word, &err)) failed(L, &err);
}

/* The words of a set: the keys of a table; true is a switch. */
static void add_set(lua_State *L, gloss_amounts *a, int words,
                    const char *set) {
  push_path(L, words, set);
  if (lua_toboolean(L, -1)) add_word(L, a, set, (gloss_slice){ NULL, 0 });
  if (lua_istable(L, -1)) {
    for (lua_pushnil(L); lua_next(L, -2) != 0; lua_pop(L, 1))
      add_word(L, a, set, to_slice(L, -2));
  }
  lua_pop(L, 1);
}

static void add_list(lua_State *L, gloss_amounts *a, int words,
                     const char *list) {
  gloss_error err;
  push_path(L, words, list);
  for (lua_Integer i = 1; lua_istable(L, -1) &&
                          lua_rawgeti(L, -1, i) != LUA_TNIL; i++) {
    if (!gloss_amounts_ending(a, list, to_slice(L, -1), &err)) failed(L, &err);
    lua_pop(L, 1);
  }
  lua_settop(L, words);
}

/* Idioms with ordinals: { before, behind, the ordinal or nil }. */
static void add_idioms(lua_State *L, gloss_amounts *a, int words) {
  gloss_error err;
  push_path(L, words, "ordinal_idioms");
  for (lua_Integer i = 1; lua_istable(L, -1) &&
                          lua_rawgeti(L, -1, i) != LUA_TNIL; i++) {
    luaL_argexpected(L, lua_istable(L, -1), words, "idioms as tables");
    for (lua_Integer k = 1; k <= 3; k++) lua_rawgeti(L, (int)-k, k);
    if (!gloss_amounts_idiom(a, to_slice(L, -3), to_slice(L, -1),
                             to_slice(L, -2), &err))
      failed(L, &err);
    lua_pop(L, 4);
  }
  lua_settop(L, words);
}

/* All that an engine knows by name, of the table on top. */
static void add_words(lua_State *L, gloss_amounts *a) {
  int words = lua_gettop(L);
  const char *name;
  for (size_t i = 0; (name = gloss_amounts_set_name(i)) != NULL; i++)
    add_set(L, a, words, name);
  for (size_t i = 0; (name = gloss_amounts_list_name(i)) != NULL; i++)
    add_list(L, a, words, name);
  add_idioms(L, a, words);
}

/* ---- Rules --------------------------------------------------------------- */

/* The string in a field of the table on top, which keeps it; or nothing. */
static gloss_slice field(lua_State *L, const char *name) {
  gloss_slice s;
  lua_getfield(L, -1, name);
  s = to_slice(L, -1);
  lua_pop(L, 1);
  return s;
}

/* The rule on top: { name, pattern, kind =, value =, unit =, other_unit =,
** unless = { ... } }. */
static void add_rule(lua_State *L, gloss_amounts *a) {
  gloss_slice unless[32];
  gloss_amount_rule rule = { .unless = unless };
  gloss_error err;
  lua_rawgeti(L, -1, 1);
  rule.name = to_slice(L, -1);
  lua_pop(L, 1);
  rule.kind = field(L, "kind");
  rule.value = field(L, "value");
  rule.unit = field(L, "unit");
  rule.other_unit = field(L, "other_unit");
  lua_getfield(L, -1, "unless");
  if (lua_istable(L, -1)) {
    for (lua_Integer i = 1; rule.unless_count < 32 &&
                            lua_rawgeti(L, -1, i) != LUA_TNIL; i++) {
      unless[rule.unless_count++] = to_slice(L, -1); /* the table keeps it */
      lua_pop(L, 1);
    }
  }
  if (!gloss_amounts_rule(a, &rule, &err))
    luaL_error(L, "rule \"%s\": %s", rule.name.bytes ? rule.name.bytes : "",
               err.message);
}

/* core.amounts(grammar, rules, words, ...) -> engine | nil, err: `rules` are
** those of the grammar, each with what it makes of its words, the tables behind
** it what a language and all languages know. A wrong rule raises. */
static int amounts_new(lua_State *L) {
  gloss_grammar *grammar = bind_check_grammar(L, 1);
  int top = lua_gettop(L);
  gloss_error err;
  amounts_box *box;
  for (int i = 2; i <= top; i++) luaL_checktype(L, i, LUA_TTABLE);
  luaL_checkstack(L, 16, NULL);
  box = lua_newuserdatauv(L, sizeof *box, 1);
  box->amounts = NULL;
  luaL_setmetatable(L, AMOUNTS);
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, -2, 1);
  box->amounts = gloss_amounts_new(grammar, &err);
  if (box->amounts == NULL) return bind_push_error(L, &err);
  for (lua_Integer i = 1; lua_rawgeti(L, 2, i) != LUA_TNIL; i++) {
    add_rule(L, box->amounts);
    lua_settop(L, top + 1);
  }
  for (int i = 3; i <= top; i++) {
    lua_settop(L, top + 1);
    lua_pushvalue(L, i);
    add_words(L, box->amounts);
  }
  lua_settop(L, top + 1);
  return 1;
}

/* ---- A document ---------------------------------------------------------- */

/* The spans of a list of { first =, last = }, in a userdata on top. */
static gloss_span *read_times(lua_State *L, int list, size_t *count) {
  gloss_span *times;
  *count = (size_t)luaL_len(L, list);
  times = lua_newuserdatauv(L, (*count + 1) * sizeof *times, 0);
  for (size_t i = 0; i < *count; i++) {
    lua_rawgeti(L, list, (lua_Integer)i + 1);
    luaL_argexpected(L, lua_istable(L, -1), list, "list of spans");
    lua_getfield(L, -1, "first");
    lua_getfield(L, -2, "last");
    times[i].start = (uint32_t)(luaL_checkinteger(L, -2) - 1);
    times[i].end = (uint32_t)luaL_checkinteger(L, -1);
    lua_pop(L, 3);
  }
  return times;
}

/* e:read(doc [, times [, explain]]) -> true | nil, err: adds the layer; `times`
** is a list of { first, last } where the document has no such layer */
static int amounts_read(lua_State *L) {
  gloss_amounts *a = check(L);
  const bind_doc *owner = bind_check_doc(L, 2);
  const gloss_span *times = NULL;
  size_t count = 0;
  gloss_error err;
  lua_settop(L, 4);
  if (!lua_isnil(L, 3)) {
    luaL_checktype(L, 3, LUA_TTABLE);
    times = read_times(L, 3, &count);
  }
  if (!gloss_amounts_read(a, owner->doc, times, count, lua_toboolean(L, 4),
                          &err))
    return bind_push_error(L, &err);
  lua_pushboolean(L, 1);
  return 1;
}

/* e:note(i) -> first, last, number of the rule, why it was refused | nil, number
** of the rule that took its words | nil: the i-th match of the document read
** last, where it was explained; nothing: there are no more */
static int amounts_note(lua_State *L) {
  gloss_amounts *a = check(L);
  lua_Integer i = luaL_checkinteger(L, 2);
  gloss_amount_note note;
  if (i < 1 || !gloss_amounts_note(a, (size_t)i - 1, &note)) return 0;
  bind_push_first(L, note.span);
  bind_push_last(L, note.span);
  lua_pushinteger(L, (lua_Integer)note.rule + 1);
  if (note.why != NULL) lua_pushstring(L, note.why);
  else lua_pushnil(L);
  if (note.winner == GLOSS_NO_RULE) return 4;
  lua_pushinteger(L, (lua_Integer)note.winner + 1);
  return 5;
}

static const luaL_Reg methods[] = { { "read", amounts_read },
                                    { "note", amounts_note },
                                    { NULL, NULL } };
static const luaL_Reg functions[] = { { "amounts", amounts_new },
                                      { NULL, NULL } };

void bind_open_amounts(lua_State *L) {
  luaL_newmetatable(L, AMOUNTS);
  lua_pushcfunction(L, amounts_free);
  lua_setfield(L, -2, "__gc");
  luaL_newlib(L, methods);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 1);
  luaL_setfuncs(L, functions, 0);
}

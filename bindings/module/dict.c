/* dict.c - opened dictionaries as Lua sees them, plain: gloss/dict.lua gives
** them their manners. Entities and aliases have numbers from 1. */
#include "module/dict.h"

#include <limits.h>

#include "module/bind.h"

bind_dict *bind_push_dict(lua_State *L) {
  bind_dict *d = lua_newuserdatauv(L, sizeof *d, 0);
  d->shared = NULL;
  luaL_setmetatable(L, BIND_DICT);
  return d;
}

static const gloss_dict *check(lua_State *L) {
  bind_dict *d = luaL_checkudata(L, 1, BIND_DICT);
  if (d->shared == NULL) luaL_error(L, "dictionary is closed");
  return d->shared->dict;
}

static int dict_free(lua_State *L) {
  bind_dict *d = luaL_checkudata(L, 1, BIND_DICT);
  bind_dict_release(d->shared);
  d->shared = NULL;
  return 0;
}

/* core.dict_open(path, verify) -> dict | nil, err (io, bad_dict) */
static int dict_open(lua_State *L) {
  const char *path = luaL_checkstring(L, 1);
  bool verify = lua_toboolean(L, 2);
  bind_dict *d = bind_push_dict(L);
  gloss_error err;
  d->shared = bind_dict_open_file(path, verify, &err);
  if (d->shared != NULL) return 1;
  if (err.code == GLOSS_NO_MEMORY) return bind_push_error(L, &err);
  return bind_fail(L, err.code == GLOSS_BAD_ARGUMENT ? "io" : "bad_dict", 0,
                   "%s: %s", path, err.message);
}

#define CLAIM "gloss.dict_claim"

static int claim_give_up(lua_State *L) {
  bind_dict_claim **claim = luaL_checkudata(L, 1, CLAIM);
  bind_dict_give_up(*claim);
  *claim = NULL;
  return 0;
}

/* core.dict_claim(key) -> dict | nil, claim: the dictionary that any state has
** compiled under the key, or the right to do it, which ends with `<close>` */
static int dict_claim(lua_State *L) {
  const char *key = luaL_checkstring(L, 1);
  bind_dict *d = bind_push_dict(L);
  bind_dict_claim **claim = lua_newuserdatauv(L, sizeof *claim, 0);
  *claim = NULL;
  luaL_setmetatable(L, CLAIM);
  d->shared = bind_dict_claim_key(key, claim);
  if (d->shared != NULL) {
    lua_pop(L, 1);
    return 1;
  }
  if (*claim == NULL) return luaL_error(L, "not enough memory");
  lua_pushnil(L);
  lua_insert(L, -2);
  return 2;
}

/* ---- Values ------------------------------------------------------------- */

static void push_slice(lua_State *L, gloss_slice s) {
  lua_pushlstring(L, s.bytes, s.len);
}

/* Sets a string of the table on top, unless it is empty. */
static void set_slice(lua_State *L, const char *name, gloss_slice s) {
  if (s.len == 0) return;
  push_slice(L, s);
  lua_setfield(L, -2, name);
}

static void push_days(lua_State *L, int32_t days, int32_t open) {
  if (days == open) lua_pushnil(L);
  else lua_pushinteger(L, days);
}

static void set_period(lua_State *L, gloss_period p) {
  push_days(L, p.from, GLOSS_NO_DATE_FROM);
  lua_setfield(L, -2, "from");
  push_days(L, p.to, GLOSS_NO_DATE_TO);
  lua_setfield(L, -2, "to");
}

static size_t number(lua_State *L, int arg) {
  lua_Integer n = luaL_checkinteger(L, arg);
  return n > 0 ? (size_t)n - 1 : SIZE_MAX;
}

/* ---- Entities ----------------------------------------------------------- */

/* d:counts() -> entities, aliases (with excludes) */
static int dict_counts(lua_State *L) {
  const gloss_dict *d = check(L);
  lua_pushinteger(L, (lua_Integer)gloss_dict_entity_count(d));
  lua_pushinteger(L, (lua_Integer)gloss_dict_alias_count(d));
  return 2;
}

/* d:number(id) -> number | nil */
static int dict_number(lua_State *L) {
  const gloss_dict *d = check(L);
  gloss_slice id;
  int64_t n;
  id.bytes = luaL_checklstring(L, 2, &id.len);
  n = gloss_dict_find_id(d, id);
  if (n >= 0) lua_pushinteger(L, n + 1);
  else lua_pushnil(L);
  return 1;
}

/* d:entity(number) -> id, type, name, from, to (in days) */
static int dict_entity(lua_State *L) {
  gloss_entity e = gloss_dict_entity(check(L), number(L, 2));
  push_slice(L, e.id);
  push_slice(L, e.type);
  push_slice(L, e.name);
  push_days(L, e.valid.from, GLOSS_NO_DATE_FROM);
  push_days(L, e.valid.to, GLOSS_NO_DATE_TO);
  return 5;
}

/* Asks the function at 2. */
static bool ask_test(void *context, gloss_slice text) {
  lua_State *L = context;
  bool passes;
  lua_pushvalue(L, 2);
  push_slice(L, text);
  lua_call(L, 1, 1);
  passes = lua_toboolean(L, -1);
  lua_pop(L, 1);
  return passes;
}

/* d:grep(text | test) -> list of numbers | nil, err: of the entities with a
** text that holds the folded one, or of which test(text) is true */
static int dict_grep(lua_State *L) {
  const gloss_dict *d = check(L);
  size_t count = gloss_dict_entity_count(d);
  gloss_slice text;
  gloss_error err;
  uint8_t *marks;
  lua_Integer n = 0;
  if (!lua_isfunction(L, 2)) luaL_checktype(L, 2, LUA_TSTRING);
  lua_settop(L, 2);
  marks = lua_newuserdatauv(L, count / 8 + 1, 0);
  memset(marks, 0, count / 8 + 1);
  if (lua_isfunction(L, 2)) {
    gloss_dict_grep_with(d, ask_test, L, marks);
  } else {
    text.bytes = lua_tolstring(L, 2, &text.len);
    if (!gloss_dict_grep(d, text, marks, &err)) return bind_push_error(L, &err);
  }
  lua_newtable(L);
  for (size_t i = 0; i < count; i++) {
    if (!(marks[i / 8] >> i % 8 & 1)) continue;
    lua_pushinteger(L, (lua_Integer)i + 1);
    lua_rawseti(L, -2, ++n);
  }
  return 1;
}

/* d:fields(number) -> table: column -> value */
static int dict_fields(lua_State *L) {
  const gloss_dict *d = check(L);
  size_t n = number(L, 2);
  gloss_slice column, value;
  lua_newtable(L);
  for (size_t i = 0; gloss_dict_field(d, n, i, &column, &value); i++) {
    push_slice(L, column);
    push_slice(L, value);
    lua_rawset(L, -3);
  }
  return 1;
}

/* d:roles(number) -> list of { role, of, source, from, to } */
static int dict_roles(lua_State *L) {
  const gloss_dict *d = check(L);
  size_t n = number(L, 2);
  gloss_role role;
  lua_newtable(L);
  for (size_t i = 0; gloss_dict_role(d, n, i, &role); i++) {
    lua_newtable(L);
    set_slice(L, "role", role.role);
    set_slice(L, "of", role.of);
    set_slice(L, "source", role.source);
    set_period(L, role.valid);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

/* d:formers(number) -> list of the former ids of an entity, sorted */
static int dict_formers(lua_State *L) {
  const gloss_dict *d = check(L);
  size_t wanted = number(L, 2), entity;
  gloss_slice id;
  lua_Integer n = 0;
  lua_newtable(L);
  for (size_t i = 0; i < gloss_dict_former_count(d); i++) {
    if (!gloss_dict_former(d, i, &id, &entity) || entity != wanted) continue;
    push_slice(L, id);
    lua_rawseti(L, -2, ++n);
  }
  return 1;
}

/* ---- Aliases ------------------------------------------------------------ */

/* d:aliases(number) -> list of numbers of aliases */
static int dict_aliases(lua_State *L) {
  const gloss_dict *d = check(L);
  size_t n = number(L, 2), count = gloss_dict_entity_alias_count(d, n);
  lua_newtable(L);
  for (size_t i = 0; i < count; i++) {
    lua_pushinteger(L, (lua_Integer)gloss_dict_entity_alias(d, n, i) + 1);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

static void set_flag(lua_State *L, const char *name, bool value) {
  if (!value) return;
  lua_pushboolean(L, 1);
  lua_setfield(L, -2, name);
}

/* d:alias(number) -> { text, entity, case, ... } | nil */
static int dict_alias(lua_State *L) {
  static const char *const cases[] = { "smart", "exact", "fold" };
  gloss_alias a;
  if (!gloss_dict_alias(check(L), number(L, 2), &a)) {
    lua_pushnil(L);
    return 1;
  }
  lua_newtable(L);
  set_slice(L, "text", a.text);
  if (a.entity != GLOSS_NO_ENTITY) {
    lua_pushinteger(L, (lua_Integer)a.entity + 1);
    lua_setfield(L, -2, "entity");
  }
  lua_pushstring(L, cases[a.options.letter_case]);
  lua_setfield(L, -2, "case");
  set_flag(L, "exclude", a.exclude);
  set_flag(L, "accents", a.options.accents);
  set_flag(L, "inside", a.options.inside);
  set_flag(L, "generated", a.options.generated);
  lua_pushinteger(L, a.options.fuzzy);
  lua_setfield(L, -2, "fuzzy");
  set_slice(L, "require", a.options.require);
  set_slice(L, "avoid", a.options.avoid);
  set_period(L, a.options.valid);
  return 1;
}

/* d:entity_of(alias) -> number | nil; d:alias alone, without a table */
static int dict_entity_of(lua_State *L) {
  gloss_alias a;
  if (gloss_dict_alias(check(L), number(L, 2), &a) &&
      a.entity != GLOSS_NO_ENTITY)
    lua_pushinteger(L, (lua_Integer)a.entity + 1);
  else
    lua_pushnil(L);
  return 1;
}

/* ---- Finding ------------------------------------------------------------ */

/* d:hits(doc, all) -> flat list: first, last, edits, how many candidates,
** numbers of their aliases; first, last, ... | nil, err */
static int dict_hits(lua_State *L) {
  const gloss_dict *d = check(L);
  bind_doc *owner = bind_check_doc(L, 2);
  unsigned flags = lua_toboolean(L, 3) ? GLOSS_ALL_HITS : 0;
  gloss_error err;
  gloss_hits hits;
  size_t values;
  lua_Integer n = 0;
  if (!gloss_dict_find(d, owner->doc, flags, &hits, &err))
    return bind_push_error(L, &err);
  values = hits.count * 4 + hits.candidate_count;
  lua_createtable(L, values < INT_MAX ? (int)values : INT_MAX, 0);
  for (size_t i = 0; i < hits.count; i++) {
    const gloss_hit *h = &hits.hits[i];
    bind_push_first(L, (gloss_span){ h->start, h->end });
    lua_rawseti(L, -2, ++n);
    bind_push_last(L, (gloss_span){ h->start, h->end });
    lua_rawseti(L, -2, ++n);
    lua_pushinteger(L, h->edits);
    lua_rawseti(L, -2, ++n);
    lua_pushinteger(L, h->count);
    lua_rawseti(L, -2, ++n);
    for (uint32_t k = 0; k < h->count; k++) {
      lua_pushinteger(L, (lua_Integer)hits.candidates[h->first + k] + 1);
      lua_rawseti(L, -2, ++n);
    }
  }
  return 1;
}

static const luaL_Reg methods[] = {
  { "counts", dict_counts },   { "number", dict_number },
  { "entity", dict_entity },   { "fields", dict_fields },
  { "grep", dict_grep },
  { "roles", dict_roles },     { "formers", dict_formers },
  { "aliases", dict_aliases }, { "alias", dict_alias },
  { "entity_of", dict_entity_of }, { "hits", dict_hits },
  { "close", dict_free },      { NULL, NULL }
};
static const luaL_Reg functions[] = { { "dict_open", dict_open },
                                      { "dict_claim", dict_claim },
                                      { NULL, NULL } };

void bind_open_dict(lua_State *L) {
  luaL_newmetatable(L, BIND_DICT);
  lua_pushcfunction(L, dict_free);
  lua_setfield(L, -2, "__gc");
  luaL_newlib(L, methods);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 1);
  luaL_newmetatable(L, CLAIM);
  lua_pushcfunction(L, claim_give_up);
  lua_setfield(L, -2, "__gc");
  lua_pushcfunction(L, claim_give_up);
  lua_setfield(L, -2, "__close");
  lua_pop(L, 1);
  luaL_setfuncs(L, functions, 0);
  bind_open_dict_builder(L);
  bind_open_dict_variants(L);
  bind_open_linker(L);
}

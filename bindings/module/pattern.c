/* pattern.c - token patterns, one or many at once: compiled, or taken from
** those that another Lua state of the process has compiled. */
#include <string.h>

#include "module/pattern.h"

static int pattern_free(lua_State *L) {
  pattern_box *box = luaL_checkudata(L, 1, BIND_PATTERNS);
  gloss_matcher_free(box->matcher);
  bind_patterns_release(box->shared);
  gloss_pattern_builder_free(box->builder);
  *box = (pattern_box){ NULL, NULL, NULL, NULL };
  return 0;
}

pattern_box *bind_check_patterns(lua_State *L, int arg) {
  pattern_box *box = luaL_checkudata(L, arg, BIND_PATTERNS);
  luaL_argcheck(L, box->matcher != NULL, arg, "pattern is gone");
  return box;
}

gloss_matcher *bind_check_matcher(lua_State *L, int arg) {
  return bind_check_patterns(L, arg)->matcher;
}

int bind_push_pattern_name(lua_State *L, uint32_t pattern) {
  if (lua_getiuservalue(L, 1, 1) != LUA_TTABLE) return lua_pop(L, 1), 0;
  lua_geti(L, -1, (lua_Integer)pattern + 1);
  lua_remove(L, -2);
  return 1;
}

/* ---- The key of what is compiled ----------------------------------------- */

/* Bytes that are put together in a userdata, at `index` of the stack. */
typedef struct key {
  lua_State *L;
  int index;
  char *bytes;
  size_t len, size;
} key;

static void add_bytes(key *k, const char *bytes, size_t len) {
  if (len > k->size - k->len) {
    char *more = lua_newuserdatauv(k->L, (k->len + len) * 2, 0);
    if (k->len > 0) memcpy(more, k->bytes, k->len);
    lua_replace(k->L, k->index);
    k->bytes = more;
    k->size = (k->len + len) * 2;
  }
  memcpy(k->bytes + k->len, bytes, len);
  k->len += len;
}

static void add_number(key *k, uint64_t number) {
  add_bytes(k, (const char *)&number, sizeof number);
}

/* The strings of the list at `index`, and of the lists in it, each with its
** length before it; a boolean has a length that no string has. */
static void add_strings(key *k, int index) {
  lua_State *L = k->L;
  lua_Integer count = luaL_len(L, index);
  add_number(k, (uint64_t)count);
  bind_check_stack(L, 4);
  for (lua_Integer i = 1; i <= count; i++) {
    size_t len;
    const char *s;
    switch (lua_geti(L, index, i)) {
      case LUA_TTABLE: add_strings(k, lua_gettop(L)); break;
      case LUA_TBOOLEAN:
        add_number(k, lua_toboolean(L, -1) ? UINT64_MAX : UINT64_MAX - 1);
        break;
      default:
        s = luaL_checklstring(L, -1, &len);
        add_number(k, len);
        add_bytes(k, s, len);
    }
    lua_pop(L, 1);
  }
}

/* Pushes the bytes of the key: the language at 1, words, parts and patterns at
** 2 to 4. */
static key push_key(lua_State *L) {
  key k = { .L = L };
  lua_pushnil(L);
  k.index = lua_gettop(L);
  add_number(&k, bind_language_serial(L, 1));
  for (int i = 2; i <= 4; i++) add_strings(&k, i);
  return k;
}

/* ---- New ----------------------------------------------------------------- */

static gloss_slice check_slice(lua_State *L, int index) {
  gloss_slice s;
  luaL_checktype(L, index, LUA_TSTRING);
  s.bytes = lua_tolstring(L, index, &s.len);
  return s;
}

/* Pushes nil, an error with its place, the part and the number (from 1) of the
** pattern in which it lies. */
static int push_fault(lua_State *L, const pattern_box *box,
                      const gloss_error *err, size_t number) {
  gloss_slice part = gloss_pattern_fault(box->builder);
  if (err->code != GLOSS_BAD_PATTERN) return bind_push_error(L, err);
  bind_fail(L, gloss_code_name(err->code), (lua_Integer)err->offset + 1, "%s",
            err->message);
  if (part.len > 0)
    lua_pushlstring(L, part.bytes, part.len);
  else
    lua_pushnil(L);
  lua_pushinteger(L, (lua_Integer)number);
  return 4;
}

/* Adds the word lists at `index`: a list of { name, words }. */
static bool add_words(lua_State *L, pattern_box *box, int index,
                      gloss_error *err) {
  lua_Integer count = luaL_len(L, index);
  for (lua_Integer i = 1; i <= count; i++) {
    lua_Integer size;
    lua_geti(L, index, i);
    lua_geti(L, -1, 1);
    lua_geti(L, -2, 2);
    size = luaL_len(L, -1);
    for (lua_Integer k = 1; k <= size; k++) {
      lua_geti(L, -1, k);
      if (!gloss_pattern_word(box->builder, check_slice(L, -3),
                              check_slice(L, -1), err))
        return false;
      lua_pop(L, 1);
    }
    lua_pop(L, 3);
  }
  return true;
}

/* Adds the parts at `index`: a list of { name, source }. */
static bool add_parts(lua_State *L, pattern_box *box, int index,
                      gloss_error *err) {
  lua_Integer count = luaL_len(L, index);
  for (lua_Integer i = 1; i <= count; i++) {
    lua_geti(L, index, i);
    lua_geti(L, -1, 1);
    lua_geti(L, -2, 2);
    if (!gloss_pattern_part(box->builder, check_slice(L, -2),
                            check_slice(L, -1), err))
      return false;
    lua_pop(L, 3);
  }
  return true;
}

/* Adds the patterns at `index`: a list of { source, across }; `*at` is the
** number (from 1) of the one that fails. */
static bool add_patterns(lua_State *L, pattern_box *box, int index, size_t *at,
                         gloss_error *err) {
  lua_Integer count = luaL_len(L, index);
  for (lua_Integer i = 1; i <= count; i++) {
    unsigned flags;
    *at = (size_t)i;
    lua_geti(L, index, i);
    lua_geti(L, -1, 1);
    lua_geti(L, -2, 2);
    flags = lua_toboolean(L, -1) ? GLOSS_PATTERN_ACROSS : 0;
    if (!gloss_pattern_add(box->builder, check_slice(L, -2), flags, err))
      return false;
    lua_pop(L, 3);
  }
  *at = 0;
  return true;
}

/* Compiles what is at 1 to 4 for the box. false: nil and an error are pushed;
** `*results` counts them. */
static bool compile(lua_State *L, pattern_box *box, const key *k,
                    int *results) {
  gloss_error err;
  size_t at = 0;
  gloss_patterns *patterns = NULL;
  box->builder = gloss_pattern_builder_new(bind_opt_language(L, 1), &err);
  if (box->builder == NULL) return *results = bind_push_error(L, &err), false;
  if (add_words(L, box, 2, &err) && add_parts(L, box, 3, &err) &&
      add_patterns(L, box, 4, &at, &err))
    patterns = gloss_pattern_build(box->builder, &err);
  if (patterns == NULL) return *results = push_fault(L, box, &err, at), false;
  gloss_pattern_builder_free(box->builder);
  box->builder = NULL;
  box->shared = bind_patterns_hold(k->bytes, k->len, patterns);
  if (box->shared == NULL) luaL_error(L, "not enough memory");
  return true;
}

/* core.patterns(language, words, parts, patterns, names) -> patterns
** | nil, err, part, number */
static int patterns_new(lua_State *L) {
  gloss_error err;
  int results;
  pattern_box *box;
  key k;
  lua_settop(L, 5);
  box = lua_newuserdatauv(L, sizeof *box, 1);
  *box = (pattern_box){ NULL, NULL, NULL, NULL };
  luaL_setmetatable(L, BIND_PATTERNS);
  lua_pushvalue(L, 5);
  lua_setiuservalue(L, 6, 1);
  k = push_key(L);
  box->shared = bind_patterns_find(k.bytes, k.len);
  if (box->shared == NULL && !compile(L, box, &k, &results)) return results;
  box->patterns = box->shared->patterns;
  box->matcher = gloss_matcher_new(box->patterns, &err);
  if (box->matcher == NULL) return bind_push_error(L, &err);
  lua_settop(L, 6);
  return 1;
}

/* ---- Names of captures --------------------------------------------------- */

/* p:captures(number) -> list of names */
static int pattern_captures(lua_State *L) {
  pattern_box *box = bind_check_patterns(L, 1);
  size_t number = (size_t)luaL_optinteger(L, 2, 1) - 1;
  const char *name;
  lua_newtable(L);
  for (size_t i = 0; (name = gloss_patterns_capture(box->patterns, number,
                                                    i)) != NULL; i++) {
    lua_pushstring(L, name);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

/* p:layers() -> list of the layers whose rows it asks for */
static int pattern_layers(lua_State *L) {
  pattern_box *box = bind_check_patterns(L, 1);
  const char *name;
  lua_newtable(L);
  for (size_t i = 0; (name = gloss_patterns_layer(box->patterns, i)) != NULL;
       i++) {
    lua_pushstring(L, name);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

/* p:longer() -> the first pattern (from 1) that may take more than one token,
** or an annotation; nil */
static int pattern_longer(lua_State *L) {
  pattern_box *box = bind_check_patterns(L, 1);
  size_t number = gloss_patterns_longer(box->patterns);
  if (number == gloss_patterns_count(box->patterns)) return luaL_pushfail(L), 1;
  lua_pushinteger(L, (lua_Integer)number + 1);
  return 1;
}

/* p:hidden() -> pattern (from 1), name of the first capture that is called like
** a field of a span, which it would hide; nil */
static int pattern_hidden(lua_State *L) {
  pattern_box *box = bind_check_patterns(L, 1);
  const char *name;
  for (size_t k = 0; k < gloss_patterns_count(box->patterns); k++)
    for (size_t i = 0; (name = gloss_patterns_capture(box->patterns, k, i)) !=
                       NULL; i++) {
      if (!bind_is_span_field(name)) continue;
      lua_pushinteger(L, (lua_Integer)k + 1);
      lua_pushstring(L, name);
      return 2;
    }
  return luaL_pushfail(L), 1;
}

static const luaL_Reg methods[] = {
  { "captures", pattern_captures }, { "layers", pattern_layers },
  { "longer", pattern_longer }, { "hidden", pattern_hidden },
  { NULL, NULL }
};
static const luaL_Reg metamethods[] = { { "__gc", pattern_free },
                                        { NULL, NULL } };
static const luaL_Reg functions[] = { { "patterns", patterns_new },
                                      { NULL, NULL } };

void bind_open_pattern(lua_State *L) {
  luaL_setfuncs(L, functions, 0);
  luaL_newmetatable(L, BIND_PATTERNS);
  luaL_setfuncs(L, metamethods, 0);
  luaL_newlib(L, methods);
  luaL_setfuncs(L, bind_pattern_searches, 0);
  luaL_setfuncs(L, bind_pattern_reasons, 0);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 1);
}

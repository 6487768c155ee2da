/* dict_builder.c - compiling a dictionary: core.dict_builder(). */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "module/bind.h"
#include "module/dict.h"

typedef struct builder_box {
  gloss_dict_builder *builder; /* NULL: used up */
  gloss_string bytes;          /* between build and the Lua value */
} builder_box;

static int builder_free(lua_State *L) {
  builder_box *box = luaL_checkudata(L, 1, BIND_DICT_BUILDER);
  gloss_dict_builder_free(box->builder);
  gloss_string_free(&box->bytes);
  *box = (builder_box){ NULL, { NULL, 0 } };
  return 0;
}

static builder_box *check(lua_State *L) {
  builder_box *box = luaL_checkudata(L, 1, BIND_DICT_BUILDER);
  if (box->builder == NULL) luaL_error(L, "the builder is used up");
  return box;
}

/* core.dict_builder() -> builder */
static int builder_new(lua_State *L) {
  gloss_error err;
  builder_box *box = lua_newuserdatauv(L, sizeof *box, 0);
  *box = (builder_box){ NULL, { NULL, 0 } };
  luaL_setmetatable(L, BIND_DICT_BUILDER);
  box->builder = gloss_dict_builder_new(&err);
  return box->builder != NULL ? 1 : bind_push_error(L, &err);
}

static gloss_slice slice(lua_State *L, int arg) {
  gloss_slice s = { "", 0 };
  if (!lua_isnoneornil(L, arg)) s.bytes = luaL_checklstring(L, arg, &s.len);
  return s;
}

/* Days at `arg` and `arg + 1`; nil is open. */
static gloss_period period(lua_State *L, int arg) {
  gloss_period p = GLOSS_ALWAYS;
  if (!lua_isnoneornil(L, arg)) p.from = (int32_t)luaL_checkinteger(L, arg);
  if (!lua_isnoneornil(L, arg + 1))
    p.to = (int32_t)luaL_checkinteger(L, arg + 1);
  return p;
}

static int done(lua_State *L, bool ok, const gloss_error *err) {
  lua_pushboolean(L, 1);
  return ok ? 1 : bind_push_error(L, err);
}

/* b:entity(id, type, name, from, to) -> number | nil, err */
static int builder_entity(lua_State *L) {
  builder_box *box = check(L);
  gloss_error err;
  int64_t n = gloss_dict_add_entity(box->builder, slice(L, 2), slice(L, 3),
                                    slice(L, 4), period(L, 5), &err);
  if (n < 0) return bind_push_error(L, &err);
  lua_pushinteger(L, n + 1);
  return 1;
}

/* b:find(id) -> number | nil */
static int builder_find(lua_State *L) {
  builder_box *box = check(L);
  int64_t n = gloss_dict_builder_find(box->builder, slice(L, 2));
  if (n >= 0) lua_pushinteger(L, n + 1);
  else lua_pushnil(L);
  return 1;
}

/* b:field(number, column, value) -> true | nil, err */
static int builder_field(lua_State *L) {
  builder_box *box = check(L);
  gloss_error err;
  return done(L, gloss_dict_add_field(box->builder, luaL_checkinteger(L, 2) - 1,
                                      slice(L, 3), slice(L, 4), &err), &err);
}

/* b:role(number, role, of, from, to, source) -> true | nil, err */
static int builder_role(lua_State *L) {
  builder_box *box = check(L);
  gloss_error err;
  return done(L, gloss_dict_add_role(box->builder, luaL_checkinteger(L, 2) - 1,
                                     slice(L, 3), slice(L, 4), period(L, 5),
                                     slice(L, 7), &err), &err);
}

/* b:former(number, id) -> true | nil, err */
static int builder_former(lua_State *L) {
  builder_box *box = check(L);
  gloss_error err;
  return done(L, gloss_dict_add_former(box->builder,
                                       luaL_checkinteger(L, 2) - 1,
                                       slice(L, 3), &err), &err);
}

/* b:exclude(text, number | nil) -> true | nil, err */
static int builder_exclude(lua_State *L) {
  builder_box *box = check(L);
  gloss_error err;
  return done(L, gloss_dict_add_exclude(box->builder, slice(L, 2),
                                        luaL_optinteger(L, 3, 0) - 1, &err),
              &err);
}

static const char *const cases[] = { "smart", "exact", "fold", NULL };

static bool flag(lua_State *L, const char *name) {
  bool value;
  lua_getfield(L, 4, name);
  value = lua_toboolean(L, -1);
  lua_pop(L, 1);
  return value;
}

/* Strings stay in the table at 4, which keeps them. */
static gloss_slice text(lua_State *L, const char *name) {
  gloss_slice s = { "", 0 };
  if (lua_getfield(L, 4, name) == LUA_TSTRING)
    s.bytes = lua_tolstring(L, -1, &s.len);
  lua_pop(L, 1);
  return s;
}

static gloss_alias_options read_options(lua_State *L) {
  gloss_alias_options o = { .valid = GLOSS_ALWAYS };
  int is_from, is_to;
  lua_Integer from, to;
  if (lua_isnoneornil(L, 4)) return o;
  luaL_checktype(L, 4, LUA_TTABLE);
  lua_getfield(L, 4, "case");
  o.letter_case = (gloss_case)luaL_checkoption(L, -1, "smart", cases);
  lua_getfield(L, 4, "fuzzy");
  o.fuzzy = (uint8_t)luaL_optinteger(L, -1, 0);
  lua_getfield(L, 4, "from");
  lua_getfield(L, 4, "to");
  from = lua_tointegerx(L, -2, &is_from);
  to = lua_tointegerx(L, -1, &is_to);
  lua_pop(L, 4);
  if (is_from) o.valid.from = (int32_t)from;
  if (is_to) o.valid.to = (int32_t)to;
  o.accents = flag(L, "accents");
  o.inside = flag(L, "inside");
  o.generated = flag(L, "generated");
  o.require = text(L, "require");
  o.avoid = text(L, "avoid");
  return o;
}

/* b:alias(number, alias, options) -> true | nil, err. Options: case ("smart",
** "exact", "fold"), accents, inside, generated, fuzzy, require, avoid, and
** from, to in days. */
static int builder_alias(lua_State *L) {
  builder_box *box = check(L);
  gloss_error err;
  gloss_alias_options o = read_options(L);
  return done(L, gloss_dict_add_alias(box->builder,
                                      luaL_checkinteger(L, 2) - 1, slice(L, 3),
                                      &o, &err), &err);
}

gloss_dict_builder *bind_check_dict_builder(lua_State *L) {
  return check(L)->builder;
}

/* Builds, and lets the builder go. */
static bool build(builder_box *box, gloss_error *err) {
  bool ok = gloss_dict_build(box->builder, &box->bytes, err);
  gloss_dict_builder_free(box->builder);
  box->builder = NULL;
  return ok;
}

/* b:bytes() -> the compiled form | nil, err. Uses the builder up. */
static int builder_bytes(lua_State *L) {
  builder_box *box = check(L);
  gloss_error err;
  if (!build(box, &err)) return bind_push_error(L, &err);
  lua_pushlstring(L, box->bytes.bytes, box->bytes.len);
  gloss_string_free(&box->bytes);
  box->bytes = (gloss_string){ NULL, 0 };
  return 1;
}

/* A file that is being written. */
typedef struct out_file {
  int file;
  size_t len;
  int fault; /* an errno, or 0 */
} out_file;

static bool write_piece(void *to, const void *bytes, size_t len) {
  out_file *out = to;
  out->len += len;
  while (len > 0 && out->fault == 0) {
    ssize_t n = write(out->file, bytes, len);
    if (n < 0 && errno != EINTR) out->fault = errno;
    if (n > 0) bytes = (const char *)bytes + n;
    if (n > 0) len -= (size_t)n;
  }
  return out->fault == 0;
}

/* Writes beside `path`, and renames: the file is old or new, never half. */
static bool write_file(builder_box *box, const char *path, char *beside,
                       out_file *out, gloss_error *err) {
  bool ok;
  out->file = mkstemp(beside);
  if (out->file < 0 || fchmod(out->file, 0644) != 0) out->fault = errno;
  ok = out->fault == 0 &&
       gloss_dict_write(box->builder, write_piece, out, err);
  if (ok && fsync(out->file) != 0) out->fault = errno;
  if (out->file >= 0 && close(out->file) != 0 && ok) out->fault = errno;
  ok = ok && out->fault == 0;
  if (ok && rename(beside, path) != 0) out->fault = errno;
  ok = ok && out->fault == 0;
  if (!ok && out->file >= 0) unlink(beside);
  return ok;
}

/* core.dict_save(b, path) -> bytes written | nil, err (io). Uses the builder
** up. No method: whoever has a builder cannot write files with it. */
static int builder_save(lua_State *L) {
  builder_box *box = check(L);
  size_t len;
  const char *path = luaL_checklstring(L, 2, &len);
  char *beside = lua_newuserdatauv(L, len + 8, 0);
  gloss_error err;
  out_file out = { -1, 0, 0 };
  bool ok;
  memcpy(beside, path, len);
  memcpy(beside + len, ".XXXXXX", 8);
  ok = write_file(box, path, beside, &out, &err);
  gloss_dict_builder_free(box->builder);
  box->builder = NULL;
  if (out.fault != 0)
    return bind_fail(L, "io", 0, "%s: %s", path, strerror(out.fault));
  if (!ok) return bind_push_error(L, &err);
  lua_pushinteger(L, (lua_Integer)out.len);
  return 1;
}

/* b:dict(key) -> dict | nil, err: opened in memory, for all states that know
** the key. Uses the builder up. */
static int builder_dict(lua_State *L) {
  builder_box *box = check(L);
  const char *key = luaL_checkstring(L, 2);
  bind_dict *d = bind_push_dict(L);
  gloss_error err;
  if (!build(box, &err)) return bind_push_error(L, &err);
  d->shared = bind_dict_hold(key, &box->bytes, &err);
  return d->shared != NULL ? 1 : bind_push_error(L, &err);
}

static const luaL_Reg methods[] = {
  { "entity", builder_entity }, { "find", builder_find },
  { "field", builder_field },   { "role", builder_role },
  { "former", builder_former }, { "exclude", builder_exclude },
  { "alias", builder_alias },   { "table", bind_dict_table },
  { "bytes", builder_bytes },   { "dict", builder_dict },
  { NULL, NULL }
};
static const luaL_Reg functions[] = { { "dict_builder", builder_new },
                                      { "dict_save", builder_save },
                                      { NULL, NULL } };

void bind_open_dict_builder(lua_State *L) {
  luaL_newmetatable(L, BIND_DICT_BUILDER);
  lua_pushcfunction(L, builder_free);
  lua_setfield(L, -2, "__gc");
  luaL_newlib(L, methods);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 1);
  luaL_setfuncs(L, functions, 0);
}

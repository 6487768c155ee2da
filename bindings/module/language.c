/* language.c - languages, shared between the Lua states of a process.
**
** A pack is read and flattened by gloss/language.lua; here it is built, once
** for each key, and kept in a registry behind a mutex. A language never
** changes and is counted; it is freed when its last user lets go. */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "module/bind.h"

typedef struct entry {
  struct entry *next;
  gloss_language *language;
  uint64_t serial; /* no other has had it, nor will */
  size_t users, len;
  char key[]; /* `len` bytes: a code, or the path of a pack and its text */
} entry;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static entry *entries;      /* behind `lock`, */
static uint64_t last_serial; /* and so is this */

/* ---- Registry ------------------------------------------------------------ */

static entry *find(const char *key, size_t len) {
  entry *e = entries;
  while (e != NULL && (e->len != len || memcmp(e->key, key, len) != 0))
    e = e->next;
  return e;
}

/* One more user of the language called so; NULL: not there. */
static entry *take(const char *key, size_t len) {
  entry *e;
  pthread_mutex_lock(&lock);
  e = find(key, len);
  if (e != NULL) e->users++;
  pthread_mutex_unlock(&lock);
  return e;
}

/* Adds `fresh`, unless another thread was quicker; its language then goes. */
static entry *put(entry *fresh) {
  entry *e;
  pthread_mutex_lock(&lock);
  e = find(fresh->key, fresh->len);
  if (e == NULL) {
    fresh->next = entries;
    fresh->serial = ++last_serial;
    entries = e = fresh;
  }
  e->users++;
  pthread_mutex_unlock(&lock);
  if (e != fresh) {
    gloss_language_free(fresh->language);
    free(fresh);
  }
  return e;
}

static void release(entry *e) {
  entry **at = &entries;
  bool last;
  if (e == NULL) return;
  pthread_mutex_lock(&lock);
  last = --e->users == 0;
  if (last) {
    while (*at != e) at = &(*at)->next;
    *at = e->next;
  }
  pthread_mutex_unlock(&lock);
  if (!last) return;
  gloss_language_free(e->language);
  free(e);
}

/* ---- The type ------------------------------------------------------------ */

/* While it is built: the builder and the fresh entry; then the entry alone.
** User value 1: a table of fields for scripts (name, pack). */
typedef struct box {
  entry *entry; /* counted */
  entry *fresh; /* not yet in the registry */
  gloss_language_builder *builder;
} box;

static int language_free(lua_State *L) {
  box *b = luaL_checkudata(L, 1, BIND_LANGUAGE);
  gloss_language_builder_free(b->builder);
  free(b->fresh);
  release(b->entry);
  *b = (box){ NULL, NULL, NULL };
  return 0;
}

static box *push_box(lua_State *L) {
  box *b = lua_newuserdatauv(L, sizeof *b, 1);
  *b = (box){ NULL, NULL, NULL };
  luaL_setmetatable(L, BIND_LANGUAGE);
  return b;
}

const gloss_language *bind_opt_language(lua_State *L, int arg) {
  box *b;
  if (lua_isnoneornil(L, arg)) return NULL;
  b = luaL_checkudata(L, arg, BIND_LANGUAGE);
  luaL_argcheck(L, b->entry != NULL, arg, "language was not built");
  return b->entry->language;
}

uint64_t bind_language_serial(lua_State *L, int arg) {
  return bind_opt_language(L, arg) != NULL
             ? ((box *)lua_touserdata(L, arg))->entry->serial : 0;
}

/* core.find_language(key, fields) -> language | nil */
static int language_find(lua_State *L) {
  size_t len;
  const char *key = luaL_checklstring(L, 1, &len);
  box *b;
  lua_settop(L, 2);
  b = push_box(L);
  b->entry = take(key, len);
  if (b->entry == NULL) return luaL_pushfail(L), 1;
  lua_pushvalue(L, 2);
  lua_setiuservalue(L, 3, 1);
  return 1;
}

/* ---- Building ------------------------------------------------------------ */

/* Adds the items at stack index `items`: { field, item, field, item, ... };
** an item `false` clears the field. Where it fails, the place of the item is
** left in `*at`. */
static bool add_items(lua_State *L, gloss_language_builder *builder, int items,
                      lua_Integer *at, gloss_error *err) {
  for (lua_Integer i = 1;; i += 2) {
    const char *field, *item;
    size_t len = 0;
    bool ok;
    lua_rawgeti(L, items, i);
    lua_rawgeti(L, items, i + 1);
    field = lua_tostring(L, -2);
    if (field == NULL) break;
    *at = (i + 1) / 2;
    item = lua_tolstring(L, -1, &len);
    ok = item == NULL ? gloss_language_clear(builder, field, err)
                      : gloss_language_add(builder, field, item, len, err);
    lua_pop(L, 2);
    if (!ok) return false;
  }
  lua_pop(L, 2);
  *at = 0;
  return true;
}

/* core.build_language(key, code, parent, items, fields)
** -> language | nil, err [, number of the item at fault] */
static int language_build(lua_State *L) {
  gloss_error err;
  size_t len;
  lua_Integer at = 0;
  const char *key = luaL_checklstring(L, 1, &len);
  const char *code = luaL_checkstring(L, 2);
  const gloss_language *parent = bind_opt_language(L, 3);
  box *b;
  luaL_checktype(L, 4, LUA_TTABLE);
  lua_settop(L, 5);
  b = push_box(L); /* 6 */
  lua_pushvalue(L, 5);
  lua_setiuservalue(L, 6, 1);
  b->fresh = malloc(sizeof *b->fresh + len);
  if (b->fresh == NULL) return luaL_error(L, "not enough memory");
  *b->fresh = (entry){ .len = len };
  memcpy(b->fresh->key, key, len);
  b->builder = gloss_language_builder_new(code, parent, &err);
  if (b->builder == NULL) return bind_push_error(L, &err);
  if (!add_items(L, b->builder, 4, &at, &err)) {
    int n = bind_push_error(L, &err);
    lua_pushinteger(L, at);
    return n + 1;
  }
  b->fresh->language = gloss_language_build(b->builder, &err);
  if (b->fresh->language == NULL) return bind_push_error(L, &err);
  b->entry = put(b->fresh);
  b->fresh = NULL;
  gloss_language_builder_free(b->builder);
  b->builder = NULL;
  return 1;
}

/* core.language_fields() -> list of { name, kind, help } */
static int language_fields(lua_State *L) {
  static const char *const kinds[] = { "list", "flag", "text", "numbers" };
  const gloss_language_field *field = gloss_language_fields();
  lua_newtable(L);
  for (lua_Integer i = 1; field->name != NULL; i++, field++) {
    lua_createtable(L, 0, 3);
    lua_pushstring(L, field->name);
    lua_setfield(L, -2, "name");
    lua_pushstring(L, kinds[field->kind]);
    lua_setfield(L, -2, "kind");
    lua_pushstring(L, field->help);
    lua_setfield(L, -2, "help");
    lua_rawseti(L, -2, i);
  }
  return 1;
}

/* ---- Fields -------------------------------------------------------------- */

static int language_index(lua_State *L) {
  const char *name = luaL_checkstring(L, 2);
  const gloss_language *language = bind_opt_language(L, 1);
  if (language != NULL && strcmp(name, "code") == 0) {
    lua_pushstring(L, gloss_language_code(language));
    return 1;
  }
  if (lua_getiuservalue(L, 1, 1) != LUA_TTABLE) return 0;
  if (lua_getfield(L, -1, name) != LUA_TNIL) return 1;
  return bind_unknown(L, "field of a language", name, -2);
}

static int language_tostring(lua_State *L) {
  const gloss_language *language = bind_opt_language(L, 1);
  lua_pushfstring(L, "language %s", gloss_language_code(language));
  return 1;
}

static const luaL_Reg functions[] = {
  { "find_language", language_find },
  { "build_language", language_build },
  { "language_fields", language_fields },
  { NULL, NULL }
};
static const luaL_Reg metamethods[] = { { "__gc", language_free },
                                        { "__index", language_index },
                                        { "__tostring", language_tostring },
                                        { NULL, NULL } };

void bind_open_language(lua_State *L) {
  luaL_setfuncs(L, functions, 0);
  luaL_newmetatable(L, BIND_LANGUAGE);
  luaL_setfuncs(L, metamethods, 0);
  lua_pop(L, 1);
}

/* resources.c - files built into the program, or a tree in their place. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "host/host.h"
#include "host/scripts.h"

/* ---- Built in ------------------------------------------------------------ */

static int by_name(const void *key, const void *script) {
  return strcmp(key, ((const gloss_script *)script)->name);
}

static const gloss_script *find(const char *name) {
  return bsearch(name, gloss_scripts, gloss_script_count, sizeof *gloss_scripts,
                 by_name);
}

/* ---- A tree in their place: GLOSS_SCRIPTS -------------------------------- */

static const char *tree(void) {
  const char *dir = getenv("GLOSS_SCRIPTS");
  return dir != NULL && *dir != '\0' ? dir : NULL;
}

/* A FILE that is closed even where Lua raises: an ordinary Lua file. */
static int close_file(lua_State *L) {
  luaL_Stream *stream = luaL_checkudata(L, 1, LUA_FILEHANDLE);
  int status = fclose(stream->f);
  return luaL_fileresult(L, status == 0, NULL);
}

/* Pushes the bytes of the file PATH (on top), or nothing: false. */
static bool push_file(lua_State *L) {
  const char *path = lua_tostring(L, -1);
  int top = lua_gettop(L);
  luaL_Buffer b;
  size_t got;
  luaL_Stream *stream = lua_newuserdatauv(L, sizeof *stream, 0);
  stream->closef = NULL;
  luaL_setmetatable(L, LUA_FILEHANDLE);
  stream->f = fopen(path, "rb");
  if (stream->f == NULL) {
    lua_settop(L, top);
    return false;
  }
  stream->closef = close_file;
  luaL_buffinit(L, &b);
  do {
    got = fread(luaL_prepbuffer(&b), 1, LUAL_BUFFERSIZE, stream->f);
    luaL_addsize(&b, got);
  } while (got > 0);
  luaL_pushresult(&b);
  fclose(stream->f);
  stream->closef = NULL;
  lua_remove(L, -2);
  return true;
}

/* Pushes a resource; false, pushing nothing, if there is none. */
static bool push_resource(lua_State *L, const char *name) {
  const char *dir = tree();
  const gloss_script *script;
  if (dir != NULL) {
    lua_pushfstring(L, "%s/%s", dir, name);
    if (!push_file(L)) {
      lua_pop(L, 1);
      return false;
    }
    lua_remove(L, -2);
    return true;
  }
  script = find(name);
  if (script != NULL) lua_pushlstring(L, script->bytes, script->len);
  return script != NULL;
}

/* host.resource(name) -> bytes | nil */
static int resource(lua_State *L) {
  if (!push_resource(L, luaL_checkstring(L, 1))) lua_pushnil(L);
  return 1;
}

/* host.resources(prefix) -> sorted names of what is built in */
static int resources(lua_State *L) {
  size_t len;
  const char *prefix = luaL_optlstring(L, 1, "", &len);
  lua_Integer n = 0;
  lua_newtable(L);
  for (size_t i = 0; i < gloss_script_count; i++) {
    if (strncmp(gloss_scripts[i].name, prefix, len) != 0) continue;
    lua_pushstring(L, gloss_scripts[i].name);
    lua_rawseti(L, -2, ++n);
  }
  return 1;
}

void host_open_resources(lua_State *L) {
  lua_pushcfunction(L, resource);
  lua_setfield(L, -2, "resource");
  lua_pushcfunction(L, resources);
  lua_setfield(L, -2, "resources");
}

/* ---- require ------------------------------------------------------------- */

/* Pushes what was compiled at build time; false where there is nothing, or
** where it was another Lua that compiled it. */
static bool load_chunk(lua_State *L, const gloss_script *script) {
  if (script->chunk == NULL) return false;
  if (luaL_loadbufferx(L, script->chunk, script->chunk_len, script->name,
                       "b") == LUA_OK)
    return true;
  lua_pop(L, 1);
  return false;
}

/* Pushes the chunk of a built-in script; false if there is none. Chunks are
** named as files are: "gloss/doc.lua". */
static bool load_script(lua_State *L, const char *name) {
  const char *chunk;
  size_t len;
  const gloss_script *script = tree() == NULL ? find(name) : NULL;
  if (tree() == NULL && script == NULL) return false;
  if (script != NULL && load_chunk(L, script)) return true;
  if (script != NULL) {
    lua_pushfstring(L, "@%s", name);
    if (luaL_loadbufferx(L, script->bytes, script->len, lua_tostring(L, -1),
                         "t") != LUA_OK)
      lua_error(L);
    return true;
  }
  if (!push_resource(L, name)) return false;
  chunk = lua_tolstring(L, -1, &len);
  lua_pushfstring(L, "@%s/%s", tree(), name);
  if (luaL_loadbufferx(L, chunk, len, lua_tostring(L, -1), "t") != LUA_OK)
    lua_error(L);
  return true;
}

/* Scripts of gloss come from the program or its tree alone: what lies in the
** current folder, or belongs to another gloss, is never taken for one. Edges
** may be libraries beside the program. */
static int refuse(lua_State *L, const char *module) {
  if (strncmp(module, "gloss.", 6) == 0 && strncmp(module, "gloss.edge.", 11))
    return luaL_error(L, "module '%s' is not part of this gloss", module);
  if (tree() != NULL)
    lua_pushfstring(L, "no script '%s' in GLOSS_SCRIPTS (%s)", module, tree());
  else
    lua_pushfstring(L, "no script '%s' is built in", module);
  return 1;
}

/* A searcher: "gloss.steps" is gloss/steps.lua or gloss/steps/init.lua. */
static int search(lua_State *L) {
  static const char *const forms[] = { "%s.lua", "%s/init.lua" };
  const char *module = luaL_checkstring(L, 1);
  lua_settop(L, 1);
  luaL_gsub(L, module, ".", "/");
  for (size_t i = 0; i < 2; i++) {
    lua_settop(L, 2);
    luaL_gsub(L, forms[i], "%s", lua_tostring(L, 2));
    if (!load_script(L, lua_tostring(L, 3))) continue;
    lua_pushvalue(L, 3);
    return 2;
  }
  return refuse(L, module);
}

void host_install_searcher(lua_State *L) {
  lua_getglobal(L, "package");
  lua_getfield(L, -1, "searchers");
  for (lua_Integer i = luaL_len(L, -1); i >= 2; i--) { /* after preload */
    lua_rawgeti(L, -1, i);
    lua_rawseti(L, -2, i + 1);
  }
  lua_pushcfunction(L, search);
  lua_rawseti(L, -2, 2);
  lua_pop(L, 2);
}

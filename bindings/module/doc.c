/* doc.c - the document type: a text with its fields and views. */
#include <stddef.h>
#include <string.h>

#include "module/bind.h"

/* ---- Workspace: one for a Lua state -------------------------------------- */

static const char workspace_key = 0; /* its address is the key */

/* `open`: bytes of text of the documents that are open; `most`: the most that
** there were at a time. */
typedef struct workspace_box {
  gloss_workspace *workspace;
  size_t open, most;
} workspace_box;

static int workspace_free(lua_State *L) {
  workspace_box *box = lua_touserdata(L, 1);
  gloss_workspace_free(box->workspace);
  box->workspace = NULL;
  return 0;
}

static void make_workspace(lua_State *L) {
  gloss_error err;
  workspace_box *box = lua_newuserdatauv(L, sizeof *box, 0);
  *box = (workspace_box){ NULL, 0, 0 };
  lua_createtable(L, 0, 1);
  lua_pushcfunction(L, workspace_free);
  lua_setfield(L, -2, "__gc");
  lua_setmetatable(L, -2);
  box->workspace = gloss_workspace_new(&err);
  if (box->workspace == NULL) luaL_error(L, "%s", err.message);
  lua_pushvalue(L, -1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &workspace_key);
}

gloss_workspace *bind_push_workspace(lua_State *L) {
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, &workspace_key) != LUA_TUSERDATA) {
    lua_pop(L, 1);
    make_workspace(L);
  }
  return ((workspace_box *)lua_touserdata(L, -1))->workspace;
}

/* ---- Check --------------------------------------------------------------- */

void bind_check_open(lua_State *L, const bind_doc *owner) {
  if (owner->doc == NULL) luaL_error(L, "document is closed");
}

bind_doc *bind_check_doc(lua_State *L, int arg) {
  bind_doc *owner = luaL_checkudata(L, arg, BIND_DOC);
  bind_check_open(L, owner);
  return owner;
}

int bind_push_doc_field(lua_State *L, int index, const char *name) {
  lua_getiuservalue(L, index, BIND_DOC_FIELDS);
  lua_getfield(L, -1, name);
  lua_remove(L, -2);
  return lua_type(L, -1);
}

/* ---- New and close ------------------------------------------------------- */

/* Lua cannot see the memory of a document. It is told, so that it collects
** in time: about what tokens, atoms and sentences need for a byte of text. What
** a closed document left to the next one it knows already. */
enum { MEMORY_PER_BYTE = 8 };
static void charge(lua_State *L, workspace_box *box, size_t len) {
  size_t kib;
  box->open += len;
  if (box->open <= box->most) return;
  kib = (box->open - box->most) * MEMORY_PER_BYTE / 1024 + 1;
  box->most = box->open;
  if (lua_gc(L, LUA_GCISRUNNING))
    lua_gc(L, LUA_GCSTEP, kib < 1 << 20 ? (int)kib : 1 << 20);
}

/* core.doc(text, language, fields) -> doc | nil, err. Takes `fields`, a table
** of its own, as it is. */
static int doc_new(lua_State *L) {
  gloss_error err;
  gloss_options options = { NULL, NULL };
  size_t len;
  const char *text = luaL_checklstring(L, 1, &len);
  bind_doc *owner;
  lua_settop(L, 3);
  options.language = bind_opt_language(L, 2);
  if (lua_isnil(L, 3)) {
    lua_newtable(L);
    lua_replace(L, 3);
  }
  luaL_checktype(L, 3, LUA_TTABLE);
  /* before the document: finalizers run in reverse order, and a document
  ** that is freed gives its memory back to the workspace */
  options.workspace = bind_push_workspace(L);
  owner = lua_newuserdatauv(L, sizeof *owner, BIND_DOC_VALUES);
  *owner = (bind_doc){ .text = text, .len = len }; /* closed first */
  luaL_setmetatable(L, BIND_DOC);
  lua_pushvalue(L, 4);
  lua_setiuservalue(L, 5, BIND_DOC_WORKSPACE);
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, 5, BIND_DOC_TEXT);
  lua_pushvalue(L, 2);
  lua_setiuservalue(L, 5, BIND_DOC_LANGUAGE);
  lua_pushvalue(L, 3);
  lua_setiuservalue(L, 5, BIND_DOC_FIELDS);
  lua_newtable(L);
  lua_setiuservalue(L, 5, BIND_DOC_CACHE);
  owner->doc = gloss_doc_new(text, len, &options, &err);
  if (owner->doc == NULL) return bind_push_error(L, &err);
  charge(L, lua_touserdata(L, 4), len);
  return 1;
}

/* doc:close(): also __close and __gc, so it may run twice. */
static int doc_close(lua_State *L) {
  bind_doc *owner = luaL_checkudata(L, 1, BIND_DOC);
  if (owner->doc == NULL) return 0;
  gloss_doc_free(owner->doc);
  owner->doc = NULL;
  lua_getiuservalue(L, 1, BIND_DOC_WORKSPACE);
  ((workspace_box *)lua_touserdata(L, -1))->open -= owner->len;
  return 0;
}

/* ---- Fields -------------------------------------------------------------- */

static const char *const given[] = { "id",          "lang",  "meta", "title",
                                     "byline",      "date",  "place",
                                     "date_origin", NULL };
static const char *const assignable[] = { "title", "byline",      "date",
                                          "place", "date_origin", NULL };

static bool is_in(const char *const *list, const char *name) {
  while (*list != NULL && strcmp(*list, name) != 0) list++;
  return *list != NULL;
}

/* Raises "no field", with all names that a document has. */
static int unknown_field(lua_State *L, const gloss_doc *doc,
                         const char *name) {
  const gloss_layer *layer;
  lua_newtable(L);
  bind_add_view_names(L);
  for (int i = 0; given[i] != NULL; i++) {
    lua_pushboolean(L, 1);
    lua_setfield(L, -2, given[i]);
  }
  for (size_t i = 0; (layer = gloss_doc_layer_at(doc, i)) != NULL; i++) {
    size_t len;
    const char *other = gloss_layer_name(layer, &len);
    lua_pushboolean(L, 1);
    lua_pushlstring(L, other, len);
    lua_insert(L, -2);
    lua_settable(L, -3);
  }
  lua_getfield(L, LUA_REGISTRYINDEX, BIND_DOC_METHODS);
  lua_pushnil(L);
  while (lua_next(L, -2) != 0) {
    lua_pushvalue(L, -2);
    lua_insert(L, -2);
    lua_settable(L, -5);
  }
  lua_pop(L, 1);
  return bind_unknown(L, "field or layer", name, -1);
}

/* Upvalue 1: the methods. */
static int doc_index(lua_State *L) {
  bind_doc *owner = luaL_checkudata(L, 1, BIND_DOC);
  size_t len;
  const char *name = luaL_checklstring(L, 2, &len);
  lua_getiuservalue(L, 1, BIND_DOC_CACHE);
  lua_pushvalue(L, 2);
  if (lua_rawget(L, -2) != LUA_TNIL) {
    bind_check_open(L, owner);
    return 1;
  }
  lua_pushvalue(L, 2);
  if (lua_rawget(L, lua_upvalueindex(1)) == LUA_TFUNCTION) return 1;
  if (is_in(given, name)) return bind_push_doc_field(L, 1, name), 1;
  if (strcmp(name, "text") == 0) {
    lua_getiuservalue(L, 1, BIND_DOC_TEXT);
    return 1;
  }
  bind_check_open(L, owner);
  if (bind_push_view(L, 1, name, len, false)) return 1;
  return unknown_field(L, owner->doc, name);
}

static bool digits(const char *s, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (s[i] < '0' || s[i] > '9') return false;
  return true;
}

static bool between(const char *two, int least, int most) {
  int n = digits(two, 2) ? (two[0] - '0') * 10 + two[1] - '0' : -1;
  return n >= least && n <= most;
}

/* Has it the form of an ISO date: 2025, 2025-04, 2025-04-06, a time behind it
** or not? gloss.date.valid knows more: the lengths of months. */
static bool is_date(const char *s, size_t len) {
  if (len < 4 || !digits(s, 4)) return false;
  if (len == 4) return true;
  if (len < 7 || s[4] != '-' || !between(s + 5, 1, 12)) return false;
  if (len == 7) return true;
  if (len < 10 || s[7] != '-' || !between(s + 8, 1, 31)) return false;
  return len == 10 || s[10] == 'T' || s[10] == ' ';
}

static int doc_newindex(lua_State *L) {
  const char *name = luaL_checkstring(L, 2);
  luaL_checkudata(L, 1, BIND_DOC);
  if (!is_in(assignable, name))
    return luaL_error(L, "field '%s' of a document cannot be assigned", name);
  if (!lua_isnil(L, 3)) {
    size_t len;
    const char *value;
    if (lua_type(L, 3) != LUA_TSTRING)
      return luaL_error(L, "field '%s' of a document: string or nil expected, "
                        "got %s", name, luaL_typename(L, 3));
    value = lua_tolstring(L, 3, &len);
    if (strcmp(name, "date") == 0 && !is_date(value, len))
      return luaL_error(L, "'%s' is no ISO date (as in 2025-04-06)", value);
  }
  lua_getiuservalue(L, 1, BIND_DOC_FIELDS);
  lua_pushvalue(L, 3);
  lua_setfield(L, -2, name);
  return 0;
}

static int doc_tostring(lua_State *L) {
  bind_doc *owner = luaL_checkudata(L, 1, BIND_DOC);
  bind_push_doc_field(L, 1, "id");
  if (owner->doc == NULL)
    lua_pushliteral(L, "document (closed)");
  else if (lua_type(L, -1) == LUA_TSTRING)
    lua_pushfstring(L, "document %s", lua_tostring(L, -1));
  else
    lua_pushfstring(L, "document of %I bytes", (LUAI_UACINT)owner->len);
  return 1;
}

/* ---- Views and layers ---------------------------------------------------- */

static int push_named(lua_State *L, bool all) {
  size_t len;
  bind_doc *owner = bind_check_doc(L, 1);
  const char *name = luaL_checklstring(L, 2, &len);
  if (bind_push_view(L, 1, name, len, all)) return 1;
  return unknown_field(L, owner->doc, name);
}

/* doc:layer(name) -> view */
static int doc_layer(lua_State *L) { return push_named(L, false); }

/* doc:all(name) -> view, with masked spans */
static int doc_all(lua_State *L) { return push_named(L, true); }

/* doc:has(name) -> boolean */
static int doc_has(lua_State *L) {
  size_t len;
  bind_doc *owner = bind_check_doc(L, 1);
  const char *name = luaL_checklstring(L, 2, &len);
  lua_pushboolean(L, bind_source_named(name) != BIND_FREE ||
                         gloss_doc_layer(owner->doc, name, len) != NULL);
  return 1;
}

/* doc:layers() -> sorted list of the names of layers made */
static int doc_layers(lua_State *L) {
  bind_doc *owner = bind_check_doc(L, 1);
  const gloss_layer *layer;
  lua_getfield(L, LUA_REGISTRYINDEX, "gloss.sort");
  lua_newtable(L);
  for (size_t i = 0; (layer = gloss_doc_layer_at(owner->doc, i)) != NULL; i++) {
    size_t len;
    const char *name = gloss_layer_name(layer, &len);
    lua_pushlstring(L, name, len);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  lua_call(L, 1, 1);
  return 1;
}

/* doc:span(first, last) -> span */
static int doc_span(lua_State *L) {
  bind_doc *owner = bind_check_doc(L, 1);
  gloss_span span = bind_check_place(L, owner, 2);
  bind_push_span(L, 1, BIND_FREE, NULL, 0, span);
  return 1;
}

/* doc:decisions() -> list of { last, rule, boundary }, | nil, err: every place
** where a sentence might have ended */
static int doc_decisions(lua_State *L) {
  bind_doc *owner = bind_check_doc(L, 1);
  gloss_error err = { .code = GLOSS_OK };
  size_t count = 0;
  const gloss_decision *list = gloss_doc_decisions(owner->doc, &count, &err);
  if (list == NULL && err.code != GLOSS_OK) return bind_push_error(L, &err);
  bind_check_stack(L, 4);
  lua_createtable(L, (int)count, 0);
  for (size_t i = 0; i < count; i++) {
    lua_createtable(L, 0, 3);
    lua_pushinteger(L, (lua_Integer)list[i].at);
    lua_setfield(L, -2, "last");
    lua_pushstring(L, gloss_sentence_rule_name(list[i].rule));
    lua_setfield(L, -2, "rule");
    lua_pushboolean(L, list[i].boundary);
    lua_setfield(L, -2, "boundary");
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

/* ---- Forms of lines ------------------------------------------------------ */

static const struct {
  const char *name;
  size_t offset; /* of a uint32_t in the form */
} form_columns[] = {
  { "words", offsetof(gloss_line_form, words) },
  { "wide", offsetof(gloss_line_form, wide) },
  { "numbers", offsetof(gloss_line_form, numbers) },
  { "small", offsetof(gloss_line_form, small) },
  { "capitals", offsetof(gloss_line_form, capitals) },
  { "shouted", offsetof(gloss_line_form, shouted) },
  { "stops", offsetof(gloss_line_form, stops) },
  { "pauses", offsetof(gloss_line_form, pauses) },
  { "signs", offsetof(gloss_line_form, signs) },
  { "links", offsetof(gloss_line_form, links) },
  { "head", offsetof(gloss_line_form, head) },
  { "tail", offsetof(gloss_line_form, tail) },
  { "blank_above", offsetof(gloss_line_form, blank_above) },
  { "tokens", offsetof(gloss_line_form, tokens) },
  { "last", offsetof(gloss_line_form, span.end) },
};

/* Adds a column to the table on top: the numbers at `offset`, plus `more`. */
static void add_form_column(lua_State *L, const gloss_line_form *forms,
                            size_t count, const char *name, size_t offset,
                            lua_Integer more) {
  lua_createtable(L, (int)count, 0);
  for (size_t i = 0; i < count; i++) {
    uint32_t number;
    memcpy(&number, (const char *)&forms[i] + offset, sizeof number);
    lua_pushinteger(L, (lua_Integer)number + more);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  lua_setfield(L, -2, name);
}

/* doc:line_forms() -> table of columns, | nil, err: what each line that is not
** blank looks like */
static int doc_line_forms(lua_State *L) {
  bind_doc *owner = bind_check_doc(L, 1);
  gloss_error err;
  size_t count = 0;
  const gloss_line_form *forms = gloss_doc_line_forms(owner->doc, &count, &err);
  if (forms == NULL) return bind_push_error(L, &err);
  bind_check_stack(L, 4);
  lua_createtable(L, 0, 17);
  for (size_t i = 0; i < sizeof form_columns / sizeof *form_columns; i++)
    add_form_column(L, forms, count, form_columns[i].name,
                    form_columns[i].offset, 0);
  add_form_column(L, forms, count, "first",
                  offsetof(gloss_line_form, span.start), 1);
  add_form_column(L, forms, count, "token", offsetof(gloss_line_form, token),
                  1);
  return 1;
}

static const luaL_Reg methods[] = {
  { "close", doc_close },   { "layer", doc_layer }, { "all", doc_all },
  { "has", doc_has },       { "layers", doc_layers }, { "span", doc_span },
  { "decisions", doc_decisions }, { "line_forms", doc_line_forms },
  { NULL, NULL }
};
static const luaL_Reg metamethods[] = {
  { "__newindex", doc_newindex }, { "__tostring", doc_tostring },
  { "__gc", doc_close },          { "__close", doc_close },
  { NULL, NULL }
};
static const luaL_Reg functions[] = { { "doc", doc_new }, { NULL, NULL } };

/* The table of methods stays in the registry for layer.c, which adds its own:
** doc:add, doc:mask. */
void bind_open_doc(lua_State *L) {
  luaL_setfuncs(L, functions, 0);
  luaL_newmetatable(L, BIND_DOC);
  luaL_setfuncs(L, metamethods, 0);
  luaL_newlib(L, methods);
  lua_pushvalue(L, -1);
  lua_setfield(L, LUA_REGISTRYINDEX, BIND_DOC_METHODS);
  lua_pushcclosure(L, doc_index, 1);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 1);
}

/* linker.c - what the names of documents mean: core.linker. */
#include <stdlib.h>

#include "module/bind.h"
#include "module/dict.h"

#define LINKER "gloss.linker"

/* It holds its dictionaries, whoever closes them; documents hold it. */
typedef struct linker_box {
  gloss_linker *linker;
  size_t count;
  bind_shared_dict *dicts[];
} linker_box;

static int linker_free(lua_State *L) {
  linker_box *box = luaL_checkudata(L, 1, LINKER);
  gloss_linker_free(box->linker);
  box->linker = NULL;
  while (box->count > 0) bind_dict_release(box->dicts[--box->count]);
  return 0;
}

static gloss_linker *check(lua_State *L) {
  linker_box *box = luaL_checkudata(L, 1, LINKER);
  return box->linker;
}

/* ---- New ----------------------------------------------------------------- */

/* The dictionaries of the list at 1, held by a new box on top. */
static linker_box *push_box(lua_State *L) {
  size_t count = (size_t)luaL_len(L, 1);
  linker_box *box =
      lua_newuserdatauv(L, sizeof *box + count * sizeof *box->dicts, 1);
  box->linker = NULL;
  box->count = 0;
  luaL_setmetatable(L, LINKER);
  for (size_t i = 0; i < count; i++) {
    bind_dict *d;
    lua_rawgeti(L, 1, (lua_Integer)i + 1);
    d = luaL_checkudata(L, -1, BIND_DICT);
    if (d->shared == NULL) luaL_error(L, "dictionary is closed");
    box->dicts[box->count++] = bind_dict_retain(d->shared);
    lua_pop(L, 1);
  }
  return box;
}

static bool make(linker_box *box, gloss_error *err) {
  const gloss_dict **dicts = malloc((box->count + 1) * sizeof *dicts);
  err->code = GLOSS_NO_MEMORY;
  strcpy(err->message, "out of memory");
  for (size_t i = 0; dicts != NULL && i < box->count; i++)
    dicts[i] = box->dicts[i]->dict;
  if (dicts != NULL) box->linker = gloss_linker_new(dicts, box->count, err);
  free(dicts);
  return box->linker != NULL;
}

/* Gives the linker the words of a list in the table at 2. */
static bool add_words(lua_State *L, gloss_linker *linker, const char *name,
                      gloss_link_words list, gloss_error *err) {
  bool ok = true;
  lua_getfield(L, 2, name);
  luaL_argexpected(L, lua_istable(L, -1), 2, "table of lists of words");
  for (lua_Integer i = 1; ok && lua_rawgeti(L, -1, i) != LUA_TNIL; i++) {
    gloss_slice word;
    word.bytes = luaL_checklstring(L, -1, &word.len);
    ok = gloss_linker_word(linker, list, word, err);
    lua_pop(L, 1);
  }
  lua_settop(L, 4);
  return ok;
}

/* core.linker(list of dictionaries, { titles = list of words, openers = ... },
** value) -> linker | nil, err. The value is what core.linked gives. */
static int linker_new(lua_State *L) {
  gloss_error err;
  linker_box *box;
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_settop(L, 3);
  box = push_box(L);
  lua_pushvalue(L, 3);
  lua_setiuservalue(L, 4, 1);
  if (make(box, &err) &&
      add_words(L, box->linker, "titles", GLOSS_LINK_TITLES, &err) &&
      add_words(L, box->linker, "openers", GLOSS_LINK_OPENERS, &err))
    return 1;
  return bind_push_error(L, &err);
}

/* ---- A document ---------------------------------------------------------- */

static bool flag(lua_State *L, const char *name) {
  bool value;
  lua_getfield(L, 3, name);
  value = lua_toboolean(L, -1);
  lua_pop(L, 1);
  return value;
}

static int32_t day(lua_State *L, int arg, int32_t open) {
  return lua_isnoneornil(L, arg) ? open
                                 : (int32_t)luaL_checkinteger(L, arg);
}

/* l:find(doc, { all, derived, explain }, first day, last day) -> true | nil,
** err: what the dictionaries list; days as of periods, nil where undated */
static int linker_find(lua_State *L) {
  gloss_linker *linker = check(L);
  bind_doc *owner = bind_check_doc(L, 2);
  gloss_error err;
  unsigned flags = 0;
  gloss_period date;
  luaL_checktype(L, 3, LUA_TTABLE);
  if (flag(L, "all")) flags |= GLOSS_LINK_ALL;
  if (flag(L, "derived")) flags |= GLOSS_LINK_DERIVED;
  if (flag(L, "explain")) flags |= GLOSS_LINK_EXPLAIN;
  date.from = day(L, 4, GLOSS_NO_DATE_FROM);
  date.to = day(L, 5, GLOSS_NO_DATE_TO);
  if (!gloss_linker_find(linker, owner->doc, flags, date, &err))
    return bind_push_error(L, &err);
  lua_pushboolean(L, 1);
  return 1;
}

static void push_slice(lua_State *L, gloss_slice s) {
  lua_pushlstring(L, s.bytes, s.len);
}

/* l:ask(i) -> type, name, form: the i-th name whose short forms it wants to
** know; nothing: there are no more */
static int linker_ask(lua_State *L) {
  gloss_linker *linker = check(L);
  gloss_link_ask ask;
  lua_Integer i = luaL_checkinteger(L, 2);
  if (i < 1 || !gloss_linker_ask(linker, (size_t)i - 1, &ask)) return 0;
  push_slice(L, ask.type);
  push_slice(L, ask.name);
  push_slice(L, ask.form);
  return 3;
}

/* l:answer(i, alias, via, case) -> true | nil, err: one of them */
static int linker_answer(lua_State *L) {
  static const char *const cases[] = { "smart", "exact", "fold", NULL };
  gloss_linker *linker = check(L);
  lua_Integer i = luaL_checkinteger(L, 2);
  gloss_slice alias, via;
  gloss_error err;
  luaL_argcheck(L, i >= 1, 2, "not below 1");
  alias.bytes = luaL_checklstring(L, 3, &alias.len);
  via.bytes = luaL_checklstring(L, 4, &via.len);
  if (!gloss_linker_answer(linker, (size_t)i - 1, alias, via,
                           (gloss_case)luaL_checkoption(L, 5, "smart", cases),
                           &err))
    return bind_push_error(L, &err);
  lua_pushboolean(L, 1);
  return 1;
}

/* l:add(doc) -> true | nil, err: finds the short forms, adds the layers */
static int linker_add(lua_State *L) {
  gloss_linker *linker = check(L);
  bind_doc *owner = bind_check_doc(L, 2);
  gloss_error err;
  if (lua_getiuservalue(L, 2, BIND_DOC_LINKER) != LUA_TNIL)
    return bind_fail(L, "too_late", 0, "the document is linked already");
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, 2, BIND_DOC_LINKER); /* its rows refer to it */
  if (!gloss_linker_add(linker, owner->doc, &err))
    return bind_push_error(L, &err);
  lua_pushboolean(L, 1);
  return 1;
}

/* l:lost(i) -> first, last, id, alias, rule, because: what competed and lost;
** nothing: there are no more */
static int linker_lost(lua_State *L) {
  gloss_linker *linker = check(L);
  gloss_link_lost lost;
  lua_Integer i = luaL_checkinteger(L, 2);
  if (i < 1 || !gloss_linker_lost(linker, (size_t)i - 1, &lost)) return 0;
  bind_push_first(L, lost.span);
  bind_push_last(L, lost.span);
  push_slice(L, lost.id);
  push_slice(L, lost.alias);
  lua_pushstring(L, lost.rule);
  push_slice(L, lost.because);
  return 6;
}

/* core.linked(span, i) -> number of its dictionary, number of the entity,
** whether it is the one, the value of the linker, its score: the i-th that a
** row may mean; nothing: no more */
static int linked(lua_State *L) {
  bind_span *s = bind_check_span(L, 1);
  lua_Integer i = luaL_checkinteger(L, 2);
  gloss_linked l;
  if (s->layer == NULL || i < 1 ||
      !gloss_layer_linked(s->layer, s->index, (size_t)i - 1, &l))
    return 0;
  lua_pushinteger(L, (lua_Integer)l.dict + 1);
  lua_pushinteger(L, (lua_Integer)l.entity + 1);
  lua_pushboolean(L, l.chosen);
  lua_getiuservalue(L, 1, 1); /* its document, which holds the linker */
  lua_getiuservalue(L, -1, BIND_DOC_LINKER);
  lua_getiuservalue(L, -1, 1);
  lua_replace(L, -3);
  lua_pop(L, 1);
  lua_pushnumber(L, (lua_Number)l.score);
  return 5;
}

/* ---- Tables -------------------------------------------------------------- */

static const luaL_Reg methods[] = {
  { "find", linker_find }, { "ask", linker_ask }, { "answer", linker_answer },
  { "add", linker_add },   { "lost", linker_lost }, { NULL, NULL }
};
static const luaL_Reg functions[] = { { "linker", linker_new },
                                      { "linked", linked },
                                      { NULL, NULL } };

void bind_open_linker(lua_State *L) {
  luaL_newmetatable(L, LINKER);
  lua_pushcfunction(L, linker_free);
  lua_setfield(L, -2, "__gc");
  luaL_newlib(L, methods);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 1);
  luaL_setfuncs(L, functions, 0);
}

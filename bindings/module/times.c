/* times.c - engines of times: core.times. */
#include "module/grammar.h"
#include "module/pattern.h"

#define TIMES "gloss.times"

/* User values: its grammar, and the patterns that tell tenses. */
enum { GRAMMAR = 1, PATTERNS };

typedef struct times_box {
  gloss_times *times; /* NULL: not made */
} times_box;

static int times_free(lua_State *L) {
  times_box *box = luaL_checkudata(L, 1, TIMES);
  gloss_times_free(box->times);
  box->times = NULL;
  return 0;
}

static gloss_times *check(lua_State *L) {
  times_box *box = luaL_checkudata(L, 1, TIMES);
  luaL_argcheck(L, box->times != NULL, 1, "engine is gone");
  return box->times;
}

static gloss_slice check_slice(lua_State *L, int arg) {
  gloss_slice s;
  s.bytes = luaL_checklstring(L, arg, &s.len);
  return s;
}

/* core.times(grammar, patterns) -> engine | nil, err: the patterns are the
** classes of words that tell a tense */
static int times_new(lua_State *L) {
  gloss_grammar *grammar = bind_check_grammar(L, 1);
  gloss_matcher *tenses = bind_check_matcher(L, 2);
  gloss_error err;
  times_box *box;
  lua_settop(L, 2);
  box = lua_newuserdatauv(L, sizeof *box, PATTERNS);
  box->times = NULL;
  luaL_setmetatable(L, TIMES);
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, 3, GRAMMAR);
  lua_pushvalue(L, 2);
  lua_setiuservalue(L, 3, PATTERNS);
  box->times = gloss_times_new(grammar, tenses, &err);
  return box->times != NULL ? 1 : bind_push_error(L, &err);
}

/* ---- Filling ------------------------------------------------------------- */

/* Raises what a rule or a table of words got wrong. */
static int done(lua_State *L, bool ok, const gloss_error *err) {
  return ok ? 0 : luaL_error(L, "%s", err->message);
}

/* t:tense(class, bits) */
static int times_tense(lua_State *L) {
  gloss_error err;
  return done(L, gloss_times_tense(check(L), check_slice(L, 2),
                                   (uint64_t)luaL_checkinteger(L, 3), &err),
              &err);
}

/* t:word(set, word) */
static int times_word(lua_State *L) {
  gloss_error err;
  return done(L, gloss_times_word(check(L), check_slice(L, 2),
                                  check_slice(L, 3), &err), &err);
}

/* t:setting(name, value) */
static int times_setting(lua_State *L) {
  gloss_error err;
  return done(L, gloss_times_setting(check(L), check_slice(L, 2),
                                     check_slice(L, 3), &err), &err);
}

/* t:rule(name, reading): the next rule of the grammar */
static int times_rule(lua_State *L) {
  gloss_error err;
  return done(L, gloss_times_rule(check(L), check_slice(L, 2),
                                  check_slice(L, 3), &err), &err);
}

/* t:option(name, value): of the rule added last */
static int times_option(lua_State *L) {
  gloss_error err;
  return done(L, gloss_times_option(check(L), check_slice(L, 2),
                                    check_slice(L, 3), &err), &err);
}

/* ---- A document ---------------------------------------------------------- */

/* How a document is read, from the arguments from 3 on: date (ISO, or nil),
** order, bare, explain. */
static gloss_times_how check_how(lua_State *L) {
  static const char *const orders[] = { "auto", "mdy", "dmy", "ymd", NULL };
  gloss_times_how how = { .order = GLOSS_DATES_AUTO };
  if (!lua_isnoneornil(L, 3)) how.date = check_slice(L, 3);
  how.order = (gloss_date_order)luaL_checkoption(L, 4, "auto", orders);
  how.bare = lua_toboolean(L, 5);
  how.explain = lua_toboolean(L, 6);
  return how;
}

/* t:find(doc, date, order, bare) -> list of { first, last } | nil, err: where
** times are */
static int times_find(lua_State *L) {
  gloss_times *times = check(L);
  bind_doc *owner = bind_check_doc(L, 2);
  gloss_times_how how = check_how(L);
  gloss_span span;
  gloss_error err;
  if (!gloss_times_find(times, owner->doc, &how, &err))
    return bind_push_error(L, &err);
  lua_newtable(L);
  for (size_t i = 0; gloss_times_found(times, i, &span); i++) {
    lua_createtable(L, 0, 2);
    bind_push_first(L, span);
    lua_setfield(L, -2, "first");
    bind_push_last(L, span);
    lua_setfield(L, -2, "last");
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

/* t:add(doc, date, order, bare, explain) -> true | nil, err: adds the layer */
static int times_add(lua_State *L) {
  gloss_times *times = check(L);
  bind_doc *owner = bind_check_doc(L, 2);
  gloss_times_how how = check_how(L);
  gloss_error err;
  if (!gloss_times_add(times, owner->doc, &how, &err))
    return bind_push_error(L, &err);
  lua_pushboolean(L, true);
  return 1;
}

/* t:note(i) -> what, first, last, rule, winner: what became of the i-th match
** of a rule ("kept", "refused", "beaten"); nothing: there are no more */
static int times_note(lua_State *L) {
  static const char *const words[] = { "kept", "refused", "beaten" };
  gloss_times_note note;
  lua_Integer i = luaL_checkinteger(L, 2);
  if (i < 1 || !gloss_times_noted(check(L), (size_t)i - 1, &note)) return 0;
  lua_pushstring(L, words[note.what]);
  bind_push_first(L, note.span);
  bind_push_last(L, note.span);
  lua_pushinteger(L, (lua_Integer)note.rule + 1);
  lua_pushinteger(L, (lua_Integer)note.winner + 1);
  return 5;
}

/* ---- Tables -------------------------------------------------------------- */

static const luaL_Reg methods[] = {
  { "tense", times_tense },     { "word", times_word },
  { "setting", times_setting }, { "rule", times_rule },
  { "option", times_option },   { "add", times_add },
  { "find", times_find },       { "note", times_note },
  { NULL, NULL }
};
static const luaL_Reg functions[] = { { "times", times_new }, { NULL, NULL } };

void bind_open_times(lua_State *L) {
  luaL_newmetatable(L, TIMES);
  lua_pushcfunction(L, times_free);
  lua_setfield(L, -2, "__gc");
  luaL_newlib(L, methods);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 1);
  luaL_setfuncs(L, functions, 0);
}

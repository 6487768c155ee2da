/* clauses.c - who said what, and who is what: core.clauses.
**
** It takes the words of a language (scripts/gloss/steps/quotes/lexicon.lua) and
** adds the layers of the steps quotes and roles to documents. */
#include <stdlib.h>

#include "module/bind.h"

#define CLAUSES "gloss.clauses"

enum { LAST_DOC = 1 }; /* user value: a weak table, the last document in it */

typedef struct clauses {
  gloss_lexicon *lexicon;
  gloss_reader *reader;
} clauses;

static clauses *check(lua_State *L) { return luaL_checkudata(L, 1, CLAUSES); }

static int clauses_free(lua_State *L) {
  clauses *c = check(L);
  gloss_reader_free(c->reader);
  gloss_lexicon_free(c->lexicon);
  *c = (clauses){ NULL, NULL };
  return 0;
}

/* ---- The words of a language --------------------------------------------- */

/* Raises what a lexicon did not take. */
static void must(lua_State *L, bool ok, const gloss_error *err) {
  if (!ok) luaL_error(L, "gloss.clauses: %s", err->message);
}

static gloss_slice slice_at(lua_State *L, int index) {
  gloss_slice s;
  s.bytes = lua_tolstring(L, index, &s.len);
  if (s.bytes == NULL)
    luaL_error(L, "gloss.clauses: string expected, got %s",
               luaL_typename(L, index));
  return s;
}

/* Element `i` of the table on top, a string; "" where there is none. It stays
** in the table. */
static gloss_slice element(lua_State *L, lua_Integer i) {
  gloss_slice s = { "", 0 };
  if (lua_rawgeti(L, -1, i) != LUA_TNIL) s = slice_at(L, -1);
  lua_pop(L, 1);
  return s;
}

/* Pushes the table called `name` of the tables at 1. */
static void push_table(lua_State *L, const char *name) {
  lua_getfield(L, 1, name);
  if (!lua_istable(L, -1))
    luaL_error(L, "gloss.clauses: no table '%s'", name);
}

static void add_lists(lua_State *L, gloss_lexicon *lexicon) {
  gloss_error err;
  const char *name;
  push_table(L, "lists");
  for (size_t i = 0; (name = gloss_lexicon_list_name(i)) != NULL; i++) {
    if (lua_getfield(L, -1, name) != LUA_TNIL)
      must(L,
           gloss_lexicon_list(lexicon, (gloss_slice){ name, strlen(name) },
                              slice_at(L, -1), &err),
           &err);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

static void add_flags(lua_State *L, gloss_lexicon *lexicon) {
  gloss_error err;
  const char *name;
  push_table(L, "flags");
  for (size_t i = 0; (name = gloss_lexicon_flag_name(i)) != NULL; i++) {
    lua_getfield(L, -1, name);
    if (lua_toboolean(L, -1))
      must(L,
           gloss_lexicon_says(lexicon, (gloss_slice){ name, strlen(name) },
                              &err),
           &err);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

static void add_numbers(lua_State *L, gloss_lexicon *lexicon) {
  gloss_error err;
  const char *name;
  push_table(L, "numbers");
  for (size_t i = 0; (name = gloss_lexicon_number_name(i)) != NULL; i++) {
    if (lua_getfield(L, -1, name) != LUA_TNUMBER)
      luaL_error(L, "gloss.clauses: no number '%s'", name);
    must(L,
         gloss_lexicon_reckon(lexicon, (gloss_slice){ name, strlen(name) },
                              lua_tonumber(L, -1), &err),
         &err);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

static void add_facts(lua_State *L, gloss_lexicon *lexicon, const char *name,
                      gloss_lexicon_fact fact) {
  gloss_error err;
  push_table(L, name);
  for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
    if (lua_type(L, -2) != LUA_TSTRING)
      luaL_error(L, "gloss.clauses: words expected in '%s'", name);
    must(L,
         gloss_lexicon_word(lexicon, fact, slice_at(L, -2), slice_at(L, -1),
                            &err),
         &err);
  }
  lua_pop(L, 1);
}

/* Adds the verb of the row on top: form, flags, then the senses, each a class,
** frames and particles. */
static bool add_verb(lua_State *L, gloss_lexicon *lexicon, gloss_error *err) {
  lua_Integer count = luaL_len(L, -1);
  bool ok = gloss_lexicon_verb(lexicon, element(L, 1), element(L, 2), err);
  for (lua_Integer i = 3; ok && i + 2 <= count; i += 3)
    ok = gloss_lexicon_sense(lexicon, element(L, i), element(L, i + 1),
                             element(L, i + 2), err);
  return ok;
}

static bool add_noun(lua_State *L, gloss_lexicon *lexicon, gloss_error *err) {
  return gloss_lexicon_noun(lexicon, element(L, 1), element(L, 2),
                            element(L, 3), err);
}

static bool add_owned(lua_State *L, gloss_lexicon *lexicon, gloss_error *err) {
  return gloss_lexicon_owned(lexicon, element(L, 1), element(L, 2),
                             element(L, 3), err);
}

static void add_rows(lua_State *L, gloss_lexicon *lexicon, const char *name,
                     bool (*add)(lua_State *, gloss_lexicon *,
                                 gloss_error *)) {
  gloss_error err;
  push_table(L, name);
  for (lua_Integer i = 1; lua_rawgeti(L, -1, i) != LUA_TNIL; i++) {
    if (!lua_istable(L, -1))
      luaL_error(L, "gloss.clauses: rows expected in '%s'", name);
    must(L, add(L, lexicon, &err), &err);
    lua_pop(L, 1);
  }
  lua_pop(L, 2);
}

/* Adds the phrases of a list, each a string. */
static void add_phrases(lua_State *L, gloss_lexicon *lexicon, const char *name,
                        bool (*add)(gloss_lexicon *, gloss_slice,
                                    gloss_error *)) {
  gloss_error err;
  push_table(L, name);
  for (lua_Integer i = 1; lua_rawgeti(L, -1, i) != LUA_TNIL; i++) {
    must(L, add(lexicon, slice_at(L, -1), &err), &err);
    lua_pop(L, 1);
  }
  lua_pop(L, 2);
}

static void fill(lua_State *L, gloss_lexicon *lexicon) {
  gloss_error err;
  add_lists(L, lexicon);
  add_flags(L, lexicon);
  add_numbers(L, lexicon);
  add_facts(L, lexicon, "titles", GLOSS_FACT_TITLE);
  add_facts(L, lexicon, "personal", GLOSS_FACT_PERSONAL);
  add_facts(L, lexicon, "leads", GLOSS_FACT_LEADS);
  add_rows(L, lexicon, "verbs", add_verb);
  add_rows(L, lexicon, "nouns", add_noun);
  add_rows(L, lexicon, "owned", add_owned);
  add_phrases(L, lexicon, "sources", gloss_lexicon_source);
  add_phrases(L, lexicon, "adverb_phrases", gloss_lexicon_adverb_phrase);
  lua_getfield(L, 1, "adverbs");
  must(L, gloss_lexicon_adverbs(lexicon, slice_at(L, -1), &err), &err);
  lua_pop(L, 1);
  must(L, gloss_lexicon_close(lexicon, &err), &err);
}

/* core.clauses(tables) -> clauses */
static int clauses_new(lua_State *L) {
  gloss_error err;
  clauses *c;
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  c = lua_newuserdatauv(L, sizeof *c, 1);
  *c = (clauses){ NULL, NULL };
  luaL_setmetatable(L, CLAUSES);
  lua_newtable(L);
  lua_createtable(L, 0, 1);
  lua_pushliteral(L, "v");
  lua_setfield(L, -2, "__mode");
  lua_setmetatable(L, -2);
  lua_setiuservalue(L, 2, LAST_DOC);
  c->lexicon = gloss_lexicon_new(&err);
  must(L, c->lexicon != NULL, &err);
  fill(L, c->lexicon);
  c->reader = gloss_reader_new(c->lexicon, &err);
  must(L, c->reader != NULL, &err);
  return 1;
}

/* ---- A document ---------------------------------------------------------- */

/* The document at 2; the reader forgets the last one where it is another. */
static gloss_doc *take_doc(lua_State *L, clauses *c, bool explains) {
  bind_doc *owner = bind_check_doc(L, 2);
  lua_getiuservalue(L, 1, LAST_DOC);
  lua_rawgeti(L, -1, 1);
  if (!lua_rawequal(L, -1, 2)) gloss_reader_forget(c->reader);
  lua_pushvalue(L, 2);
  lua_rawseti(L, -3, 1);
  lua_pop(L, 2);
  gloss_reader_explain(c->reader, explains);
  return owner->doc;
}

static int finish(lua_State *L, bool ok, const gloss_error *err) {
  if (!ok) return bind_push_error(L, err);
  lua_pushboolean(L, 1);
  return 1;
}

static bool flag(lua_State *L, const char *name) {
  bool value;
  lua_getfield(L, 3, name);
  value = lua_toboolean(L, -1);
  lua_pop(L, 1);
  return value;
}

/* A string of the table on top, "" where there is none; the table keeps it. */
static gloss_slice held_field(lua_State *L, const char *name) {
  gloss_slice s = { "", 0 };
  if (lua_getfield(L, -1, name) != LUA_TNIL) s = slice_at(L, -1);
  lua_pop(L, 1);
  return s;
}

/* Reads `held` of the options at 3: who holds which office. Pushes what keeps
** them. */
static void read_held(lua_State *L, gloss_quote_options *options) {
  gloss_held_office *held;
  if (lua_getfield(L, 3, "held") != LUA_TTABLE) return;
  options->held_count = (size_t)luaL_len(L, -1);
  held = lua_newuserdatauv(L, (options->held_count + 1) * sizeof *held, 0);
  options->held = held;
  for (size_t i = 0; i < options->held_count; i++) {
    lua_rawgeti(L, -2, (lua_Integer)i + 1);
    luaL_argexpected(L, lua_istable(L, -1), 3, "table of offices held");
    held[i] = (gloss_held_office){ held_field(L, "role"),
                                   held_field(L, "of_id"),
                                   held_field(L, "id"),
                                   held_field(L, "name") };
    lua_pop(L, 1);
  }
}

/* c:quotes(doc, { doubled_direct, indirect, nested, roles, held, explain }) ->
** true | nil, err: adds the layer; held: { { role, of_id, id, name }, ... } */
static int clauses_quotes(lua_State *L) {
  clauses *c = check(L);
  gloss_quote_options options = { 0 };
  gloss_error err;
  gloss_doc *doc;
  luaL_checktype(L, 3, LUA_TTABLE);
  lua_settop(L, 3);
  doc = take_doc(L, c, flag(L, "explain"));
  options.doubled_direct = flag(L, "doubled_direct");
  options.indirect = flag(L, "indirect");
  options.nested = flag(L, "nested");
  options.roles = flag(L, "roles");
  read_held(L, &options);
  return finish(L, gloss_reader_quotes(c->reader, doc, &options, &err), &err);
}

/* c:roles(doc, explain) -> true | nil, err: adds the layer */
static int clauses_roles(lua_State *L) {
  clauses *c = check(L);
  gloss_error err;
  gloss_doc *doc = take_doc(L, c, lua_toboolean(L, 3));
  return finish(L, gloss_reader_roles(c->reader, doc, &err), &err);
}

/* c:lost(i) -> layer, first, last, rule, why: what a rule fitted and made no
** row of; nothing: there are no more */
static int clauses_lost(lua_State *L) {
  clauses *c = check(L);
  lua_Integer i = luaL_checkinteger(L, 2);
  gloss_clause_lost lost;
  if (i < 1 || !gloss_reader_lost(c->reader, (size_t)i - 1, &lost)) return 0;
  lua_pushstring(L, lost.layer);
  bind_push_first(L, lost.span);
  bind_push_last(L, lost.span);
  lua_pushstring(L, lost.rule);
  lua_pushstring(L, lost.why);
  return 5;
}

/* ---- Tables -------------------------------------------------------------- */

static const luaL_Reg methods[] = { { "quotes", clauses_quotes },
                                    { "roles", clauses_roles },
                                    { "lost", clauses_lost },
                                    { NULL, NULL } };
static const luaL_Reg functions[] = { { "clauses", clauses_new },
                                      { NULL, NULL } };

void bind_open_clauses(lua_State *L) {
  luaL_newmetatable(L, CLAUSES);
  lua_pushcfunction(L, clauses_free);
  lua_setfield(L, -2, "__gc");
  luaL_newlib(L, methods);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 1);
  luaL_setfuncs(L, functions, 0);
}

/* cleaner.c - the article of a page, told from the page around it:
** core.cleaner. */
#include "module/bind.h"

#define CLEANER "gloss.cleaner"

/* User value: the document that it read last. */
typedef struct cleaner_box {
  gloss_cleaner *cleaner;
} cleaner_box;

static int cleaner_free(lua_State *L) {
  cleaner_box *box = luaL_checkudata(L, 1, CLEANER);
  gloss_cleaner_free(box->cleaner);
  box->cleaner = NULL;
  return 0;
}

static gloss_cleaner *check(lua_State *L) {
  cleaner_box *box = luaL_checkudata(L, 1, CLEANER);
  return box->cleaner;
}

static gloss_slice check_slice(lua_State *L, int arg) {
  gloss_slice s;
  s.bytes = luaL_checklstring(L, arg, &s.len);
  return s;
}

static gloss_slice opt_slice(lua_State *L, int arg) {
  return lua_isnoneornil(L, arg) ? (gloss_slice){ "", 0 }
                                 : check_slice(L, arg);
}

static void push_slice(lua_State *L, gloss_slice s) {
  lua_pushlstring(L, s.bytes, s.len);
}

/* Sets a field of the table on top, where there is something to set. */
static void set_slice(lua_State *L, const char *name, gloss_slice s) {
  if (s.len == 0) return;
  push_slice(L, s);
  lua_setfield(L, -2, name);
}

/* ---- New ----------------------------------------------------------------- */

static const char *const lists[GLOSS_CLEAN_LISTS + 1] = {
  [GLOSS_CLEAN_WHOLE] = "whole", [GLOSS_CLEAN_START] = "start",
  [GLOSS_CLEAN_INSIDE] = "inside", [GLOSS_CLEAN_ENDS] = "ends",
  [GLOSS_CLEAN_COUNTED] = "counted", [GLOSS_CLEAN_SECTIONS] = "sections",
  [GLOSS_CLEAN_JOINING] = "joining", [GLOSS_CLEAN_TRADES] = "trades",
  [GLOSS_CLEAN_BIOS] = "bios", [GLOSS_CLEAN_BIO_STARTS] = "bio_starts",
  [GLOSS_CLEAN_IS] = "is", [GLOSS_CLEAN_MONTHS] = "months",
  [GLOSS_CLEAN_MONTH_STARTS] = "month_starts", [GLOSS_CLEAN_DAYS] = "days",
  [GLOSS_CLEAN_STAMPS] = "stamps", [GLOSS_CLEAN_STAMP_ENDS] = "stamp_ends",
  [GLOSS_CLEAN_BY] = "by", [GLOSS_CLEAN_BY_NAMES] = "by_names",
  [GLOSS_CLEAN_BY_STARTS] = "by_starts",
  [GLOSS_CLEAN_BY_WRITTEN] = "by_written", [GLOSS_CLEAN_BY_ENDS] = "by_ends"
};
static const char *const parts[GLOSS_CLEAN_PARTS + 1] = {
  [GLOSS_CLEAN_TEXT] = "text", [GLOSS_CLEAN_OPENING] = "opening",
  [GLOSS_CLEAN_CLOSING] = "closing", [GLOSS_CLEAN_GAP] = "gap"
};

/* Adds the row on top: { list, phrases, reason, number }. */
static bool add_row(lua_State *L, gloss_cleaner *c, gloss_error *err) {
  int row = lua_gettop(L);
  bool ok;
  luaL_checktype(L, row, LUA_TTABLE);
  for (int i = 1; i <= 4; i++) lua_rawgeti(L, row, i);
  ok = gloss_cleaner_phrases(
      c, (gloss_clean_list)luaL_checkoption(L, row + 1, NULL, lists),
      check_slice(L, row + 2), opt_slice(L, row + 3),
      (uint32_t)luaL_optinteger(L, row + 4, 0), err);
  lua_settop(L, row);
  return ok;
}

/* Adds the weights of a part, in the table on top. */
static bool add_weights(lua_State *L, gloss_cleaner *c, gloss_clean_part part,
                        gloss_error *err) {
  bool ok = true;
  luaL_checktype(L, -1, LUA_TTABLE);
  lua_pushnil(L);
  while (ok && lua_next(L, -2) != 0) {
    luaL_argcheck(L, lua_type(L, -2) == LUA_TSTRING, 2, "names of signs");
    ok = gloss_cleaner_weigh(c, part, check_slice(L, -2),
                             luaL_checknumber(L, -1), err);
    lua_pop(L, 1);
  }
  return ok;
}

/* core.cleaner(list of { list, phrases, reason, number }, weights by part and
** sign) -> cleaner | nil, err */
static int cleaner_new(lua_State *L) {
  gloss_error err;
  cleaner_box *box;
  bool ok;
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_settop(L, 2);
  box = lua_newuserdatauv(L, sizeof *box, 1);
  box->cleaner = NULL;
  luaL_setmetatable(L, CLEANER);
  box->cleaner = gloss_cleaner_new(&err);
  ok = box->cleaner != NULL;
  for (lua_Integer i = 1; ok && lua_rawgeti(L, 1, i) != LUA_TNIL; i++) {
    ok = add_row(L, box->cleaner, &err);
    lua_pop(L, 1);
  }
  for (int part = 0; ok && part < GLOSS_CLEAN_PARTS; part++) {
    lua_getfield(L, 2, parts[part]);
    ok = add_weights(L, box->cleaner, (gloss_clean_part)part, &err);
    lua_settop(L, 3);
  }
  lua_settop(L, 3);
  return ok ? 1 : bind_push_error(L, &err);
}

/* c:learn(source, line, reason) -> true | nil, err: a line that a source
** repeats, as c:key gives it */
static int cleaner_learn(lua_State *L) {
  gloss_cleaner *c = check(L);
  gloss_error err;
  if (!gloss_cleaner_learn(c, check_slice(L, 2), check_slice(L, 3),
                           check_slice(L, 4), &err))
    return bind_push_error(L, &err);
  lua_pushboolean(L, 1);
  return 1;
}

/* c:key(line) -> the line as it is compared | nil, err */
static int cleaner_key(lua_State *L) {
  gloss_cleaner *c = check(L);
  gloss_error err;
  gloss_slice key;
  lua_pushnil(L); /* the document that was read is forgotten */
  lua_setiuservalue(L, 1, 1);
  if (!gloss_cleaner_key(c, check_slice(L, 2), &key, &err))
    return bind_push_error(L, &err);
  push_slice(L, key);
  return 1;
}

/* c:reason(key) -> why such a line is furniture by its words | nil */
static int cleaner_reason(lua_State *L) {
  gloss_slice reason = gloss_cleaner_reason(check(L), check_slice(L, 2));
  if (reason.len == 0) return 0;
  push_slice(L, reason);
  return 1;
}

/* ---- A document ---------------------------------------------------------- */

/* A field of the table on top, which keeps it. */
static gloss_slice field(lua_State *L, const char *name) {
  gloss_slice s;
  lua_getfield(L, -1, name);
  s = lua_type(L, -1) == LUA_TSTRING ? check_slice(L, -1)
                                     : (gloss_slice){ "", 0 };
  lua_pop(L, 1);
  return s;
}

static bool is_set(lua_State *L, const char *name) {
  bool is = lua_getfield(L, -1, name) != LUA_TNIL;
  lua_pop(L, 1);
  return is;
}

/* Sets the fields of the document, in the table on top. */
static void set_head(lua_State *L, const gloss_clean_head *head) {
  set_slice(L, "title", head->title);
  set_slice(L, "byline", head->byline);
  set_slice(L, "place", head->place);
  if (head->date[0] == '\0') return;
  lua_pushstring(L, head->date);
  lua_setfield(L, -2, "date");
  lua_pushliteral(L, "dateline");
  lua_setfield(L, -2, "date_origin");
}

/* c:read(doc, source) -> true | nil, err: decides what to mask, and sets title,
** byline, date and place of the document where it has none */
static int cleaner_read(lua_State *L) {
  gloss_cleaner *c = check(L);
  bind_doc *owner = bind_check_doc(L, 2);
  gloss_clean_known known;
  gloss_clean_head head;
  gloss_error err;
  lua_settop(L, 3);
  lua_pushvalue(L, 2);
  lua_setiuservalue(L, 1, 1);
  lua_getiuservalue(L, 2, BIND_DOC_FIELDS);
  known.title = field(L, "title");
  known.source = opt_slice(L, 3);
  known.byline = is_set(L, "byline");
  known.date = is_set(L, "date");
  known.place = is_set(L, "place");
  if (!gloss_cleaner_read(c, owner->doc, &known, &err))
    return bind_push_error(L, &err);
  head = gloss_cleaner_head(c);
  set_head(L, &head);
  lua_pushboolean(L, 1);
  return 1;
}

/* The cleaner, where the document at 2 is the one that it read last. */
static gloss_cleaner *check_read(lua_State *L) {
  gloss_cleaner *c = check(L);
  (void)bind_check_doc(L, 2);
  lua_getiuservalue(L, 1, 1);
  luaL_argcheck(L, lua_rawequal(L, -1, 2), 2,
                "another document was read last");
  lua_pop(L, 1);
  return c;
}

/* c:add(doc, rows, mask) -> true | nil, err: the layer `noise`, empty where
** `rows` is false; its lines are hidden where `mask` is true */
static int cleaner_add(lua_State *L) {
  gloss_cleaner *c = check_read(L);
  bool rows = lua_toboolean(L, 3), mask = lua_toboolean(L, 4);
  gloss_error err;
  size_t count;
  const gloss_span *masks = gloss_cleaner_masks(c, &count);
  if (mask) {
    gloss_span *copy;
    if (!rows) count = 0;
    copy = lua_newuserdatauv(L, (count + 1) * sizeof *copy, 0);
    if (count > 0) memcpy(copy, masks, count * sizeof *copy);
    if (bind_mask(L, 2, lua_gettop(L), count) > 0) return 2;
  }
  if (!gloss_cleaner_add(c, rows, &err)) return bind_push_error(L, &err);
  lua_pushboolean(L, 1);
  return 1;
}

/* ---- Why ----------------------------------------------------------------- */

static void push_decision(lua_State *L, const gloss_clean_decision *d) {
  lua_createtable(L, 0, 7);
  bind_push_first(L, d->span);
  lua_setfield(L, -2, "first");
  bind_push_last(L, d->span);
  lua_setfield(L, -2, "last");
  lua_pushstring(L, d->rule);
  lua_setfield(L, -2, "rule");
  set_slice(L, "reason", d->reason);
  set_slice(L, "words", d->words);
  lua_pushboolean(L, d->text);
  lua_setfield(L, -2, "text");
  if (!d->weighed) return;
  lua_pushnumber(L, d->score);
  lua_setfield(L, -2, "score");
}

/* c:decisions(doc) -> list of { first, last, rule, reason, words, text,
** score }: of each line that is not blank */
static int cleaner_decisions(lua_State *L) {
  gloss_cleaner *c = check_read(L);
  gloss_clean_decision d;
  bind_check_stack(L, 4);
  lua_newtable(L);
  for (size_t i = 0; gloss_cleaner_decision(c, i, &d); i++) {
    push_decision(L, &d);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

/* c:said(doc, i) -> the phrase by which line i is furniture | nil */
static int cleaner_said(lua_State *L) {
  gloss_cleaner *c = check_read(L);
  lua_Integer i = luaL_checkinteger(L, 3);
  gloss_slice said;
  luaL_argcheck(L, i >= 1, 3, "not below 1");
  said = gloss_cleaner_said(c, (size_t)i - 1);
  if (said.len == 0) return 0;
  push_slice(L, said);
  return 1;
}

/* The list on top gets a sign. */
static void add_sign(void *data, gloss_clean_part part, size_t line,
                     const char *sign, double weight) {
  lua_State *L = data;
  lua_createtable(L, 4, 0);
  lua_pushstring(L, parts[part]);
  lua_rawseti(L, -2, 1);
  lua_pushinteger(L, (lua_Integer)line + 1);
  lua_rawseti(L, -2, 2);
  lua_pushstring(L, sign);
  lua_rawseti(L, -2, 3);
  lua_pushnumber(L, weight);
  lua_rawseti(L, -2, 4);
  lua_rawseti(L, -2, (lua_Integer)lua_rawlen(L, -2) + 1);
}

/* c:signs(doc) -> list of { part, line, sign, weight } | nil, err */
static int cleaner_signs(lua_State *L) {
  gloss_cleaner *c = check_read(L);
  gloss_error err;
  bind_check_stack(L, 6);
  lua_newtable(L);
  if (!gloss_cleaner_signs(c, add_sign, L, &err))
    return bind_push_error(L, &err);
  return 1;
}

/* ---- Tables -------------------------------------------------------------- */

static const luaL_Reg methods[] = {
  { "learn", cleaner_learn }, { "key", cleaner_key },
  { "reason", cleaner_reason }, { "read", cleaner_read },
  { "add", cleaner_add },     { "decisions", cleaner_decisions },
  { "said", cleaner_said },   { "signs", cleaner_signs },
  { NULL, NULL }
};
static const luaL_Reg functions[] = { { "cleaner", cleaner_new },
                                      { NULL, NULL } };

void bind_open_cleaner(lua_State *L) {
  luaL_newmetatable(L, CLEANER);
  lua_pushcfunction(L, cleaner_free);
  lua_setfield(L, -2, "__gc");
  luaL_newlib(L, methods);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 1);
  luaL_setfuncs(L, functions, 0);
}

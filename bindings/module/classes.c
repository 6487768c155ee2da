/* classes.c - the tokens of a document with their word classes, as bits.
**
** A reading is made by one pass over the tokens. Numbers of tokens and
** sentences count from 1. */
#include "module/reading.h"

#define BIND_READING "gloss.reading"

reading *bind_check_reading(lua_State *L, int arg) {
  reading *r = luaL_checkudata(L, arg, BIND_READING);
  bind_check_open(L, r->owner);
  return r;
}

static reading *check_reading(lua_State *L) { return bind_check_reading(L, 1); }

reading *bind_check_sentences(lua_State *L, int arg) {
  reading *r = bind_check_reading(L, arg);
  gloss_error err;
  if (r->sentences == NULL)
    r->sentences =
        gloss_doc_sentences(r->owner->doc, &r->sentence_count, &err);
  if (r->sentences == NULL) luaL_error(L, "%s", err.message);
  return r;
}

/* The token at `arg`, from 0; raises where there is none. */
static size_t check_token(lua_State *L, const reading *r, int arg) {
  lua_Integer i = luaL_checkinteger(L, arg);
  luaL_argcheck(L, i >= 1 && (lua_Unsigned)i <= r->tokens.count, arg,
                "no such token");
  return (size_t)i - 1;
}

/* The masks of capitals, small letters and opening marks, and the first bit for
** what letter case says, from `arg` on. */
static gloss_casing check_casing(lua_State *L, int arg) {
  return (gloss_casing){ .capital = (uint64_t)luaL_checkinteger(L, arg),
                         .small = (uint64_t)luaL_checkinteger(L, arg + 1),
                         .opening = (uint64_t)luaL_checkinteger(L, arg + 2),
                         .bit = (unsigned)luaL_checkinteger(L, arg + 3) };
}

/* core.classes(patterns, doc [, capital, small, opening, bit])
** -> reading | nil, err */
static int classes_read(lua_State *L) {
  gloss_matcher *matcher = bind_check_matcher(L, 1);
  const bind_doc *owner = bind_check_doc(L, 2);
  size_t count = gloss_doc_token_count(owner->doc);
  bool has_casing = !lua_isnoneornil(L, 3);
  gloss_casing casing = { 0 };
  reading *r;
  gloss_error err;
  if (has_casing) casing = check_casing(L, 3);
  lua_settop(L, 2);
  r = lua_newuserdatauv(L, sizeof *r + count * sizeof *r->bits, 1);
  *r = (reading){ .owner = owner };
  lua_pushvalue(L, 2);
  lua_setiuservalue(L, -2, 1);
  luaL_setmetatable(L, BIND_READING);
  r->tokens = gloss_doc_token_columns(owner->doc);
  if (!gloss_matcher_tags(matcher, owner->doc, r->bits, &err) ||
      (has_casing && !gloss_doc_casing(owner->doc, &casing, r->bits, &err)))
    return bind_push_error(L, &err);
  return 1;
}

/* ---- Bits ---------------------------------------------------------------- */

static int push_token(lua_State *L, const reading *r, lua_Integer i) {
  lua_pushinteger(L, i);
  lua_pushinteger(L, (lua_Integer)r->bits[i - 1]);
  return 2;
}

/* m:next(i, mask [, last]) -> token, bits | nil: the nearest from i on that
** has any of the bits */
static int reading_next(lua_State *L) {
  const reading *r = check_reading(L);
  lua_Integer i = luaL_checkinteger(L, 2);
  uint64_t mask = (uint64_t)luaL_checkinteger(L, 3);
  lua_Integer last = luaL_optinteger(L, 4, (lua_Integer)r->tokens.count);
  if (last > (lua_Integer)r->tokens.count) last = (lua_Integer)r->tokens.count;
  for (i = i < 1 ? 1 : i; i <= last; i++)
    if (r->bits[i - 1] & mask) return push_token(L, r, i);
  return luaL_pushfail(L), 1;
}

/* m:prev(i, mask [, first]) -> token, bits | nil: the nearest up to i */
static int reading_prev(lua_State *L) {
  const reading *r = check_reading(L);
  lua_Integer i = luaL_checkinteger(L, 2);
  uint64_t mask = (uint64_t)luaL_checkinteger(L, 3);
  lua_Integer first = luaL_optinteger(L, 4, 1);
  if (first < 1) first = 1;
  if (i > (lua_Integer)r->tokens.count) i = (lua_Integer)r->tokens.count;
  for (; i >= first; i--)
    if (r->bits[i - 1] & mask) return push_token(L, r, i);
  return luaL_pushfail(L), 1;
}

/* Called with the reading and the token before: the next with a bit. */
static int each_next(lua_State *L) {
  lua_Integer i = luaL_checkinteger(L, 2);
  lua_settop(L, 2);
  lua_pushinteger(L, i < LUA_MAXINTEGER ? i + 1 : i);
  lua_replace(L, 2);
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_pushvalue(L, lua_upvalueindex(2));
  return reading_next(L);
}

/* for i, bits in m:each(mask [, first, last]) do */
static int reading_each(lua_State *L) {
  const reading *r = check_reading(L);
  lua_Integer first = luaL_optinteger(L, 3, 1);
  lua_pushinteger(L, luaL_checkinteger(L, 2));
  lua_pushinteger(L, luaL_optinteger(L, 4, (lua_Integer)r->tokens.count));
  lua_pushcclosure(L, each_next, 2);
  lua_pushvalue(L, 1);
  lua_pushinteger(L, first < 1 ? 0 : first - 1);
  return 3;
}

/* m[i] -> bits, nil where there is no such token; m.NAME -> method. Upvalue:
** the methods. */
static int reading_index(lua_State *L) {
  const reading *r = lua_touserdata(L, 1);
  lua_Integer i;
  if (lua_type(L, 2) != LUA_TNUMBER) /* a string would be read as a number */
    return lua_gettable(L, lua_upvalueindex(1)), 1;
  i = luaL_checkinteger(L, 2);
  if (i < 1 || (lua_Unsigned)i > r->tokens.count) return luaL_pushfail(L), 1;
  lua_pushinteger(L, (lua_Integer)r->bits[i - 1]);
  return 1;
}

static int reading_len(lua_State *L) {
  const reading *r = luaL_checkudata(L, 1, BIND_READING);
  lua_pushinteger(L, (lua_Integer)r->tokens.count);
  return 1;
}

/* ---- Places and strings -------------------------------------------------- */

static int reading_first(lua_State *L) {
  const reading *r = check_reading(L);
  lua_pushinteger(L, (lua_Integer)r->tokens.starts[check_token(L, r, 2)] + 1);
  return 1;
}

static int reading_last(lua_State *L) {
  const reading *r = check_reading(L);
  lua_pushinteger(L, (lua_Integer)r->tokens.ends[check_token(L, r, 2)]);
  return 1;
}

/* m:text(i [, j]) -> the text of the tokens i to j */
static int reading_text(lua_State *L) {
  const reading *r = check_reading(L);
  size_t i = check_token(L, r, 2);
  size_t j = lua_isnoneornil(L, 3) ? i : check_token(L, r, 3);
  uint32_t start = r->tokens.starts[i], end = r->tokens.ends[j];
  lua_pushlstring(L, r->owner->text + start, end > start ? end - start : 0);
  return 1;
}

/* m:folded(i) */
static int reading_folded(lua_State *L) {
  const reading *r = check_reading(L);
  size_t i = check_token(L, r, 2);
  gloss_slice folded = gloss_doc_folded(r->owner->doc, i);
  uint32_t start = r->tokens.starts[i];
  if (folded.bytes == NULL)
    return bind_push_transform(L, GLOSS_FOLD, r->owner->text + start,
                               r->tokens.ends[i] - start);
  lua_pushlstring(L, folded.bytes, folded.len);
  return 1;
}

/* m:tight(i): does token i + 1 follow without white space? */
static int reading_tight(lua_State *L) {
  const reading *r = check_reading(L);
  lua_Integer i = luaL_checkinteger(L, 2);
  lua_pushboolean(L, i >= 1 && (lua_Unsigned)i < r->tokens.count &&
                         r->tokens.ends[i - 1] == r->tokens.starts[i]);
  return 1;
}

/* m:at(byte) -> the first token that ends at or behind it | nil */
static int reading_at(lua_State *L) {
  const reading *r = check_reading(L);
  lua_Integer byte = luaL_checkinteger(L, 2);
  size_t i;
  if (byte < 1) byte = 1;
  if (byte > (lua_Integer)r->owner->len) return luaL_pushfail(L), 1;
  i = gloss_doc_token_after(r->owner->doc, (uint32_t)byte - 1);
  if (i == r->tokens.count) return luaL_pushfail(L), 1;
  lua_pushinteger(L, (lua_Integer)i + 1);
  return 1;
}

/* ---- Sentences ----------------------------------------------------------- */

/* The sentence that ends behind a byte, looked for near the last one. */
static size_t sentence_of(reading *r, uint32_t start) {
  size_t count = r->sentence_count, at = r->sentence;
  if (at < count && r->sentences[at].end > start) {
    if (at == 0 || r->sentences[at - 1].end <= start) return at;
  } else if (at + 1 < count && r->sentences[at + 1].end > start) {
    return r->sentence = at + 1;
  }
  return r->sentence = gloss_sentences_after(r->sentences, count, start);
}

/* m:sentence(i) -> number | nil: in none */
static int reading_sentence(lua_State *L) {
  reading *r = bind_check_sentences(L, 1);
  size_t i = check_token(L, r, 2), s = sentence_of(r, r->tokens.starts[i]);
  if (s == r->sentence_count || r->sentences[s].start > r->tokens.starts[i])
    return luaL_pushfail(L), 1;
  lua_pushinteger(L, (lua_Integer)s + 1);
  return 1;
}

/* m:bounds(s) -> first, last token of sentence s */
static int reading_bounds(lua_State *L) {
  const reading *r = bind_check_sentences(L, 1);
  lua_Integer s = luaL_checkinteger(L, 2);
  const gloss_sentence *sentence;
  luaL_argcheck(L, s >= 1 && (lua_Unsigned)s <= r->sentence_count, 2,
                "no such sentence");
  sentence = &r->sentences[s - 1];
  lua_pushinteger(L, (lua_Integer)gloss_doc_token_after(
                         r->owner->doc, sentence->start) + 1);
  lua_pushinteger(L, (lua_Integer)gloss_doc_token_after(
                         r->owner->doc, sentence->end - 1) + 1);
  return 2;
}

static const luaL_Reg methods[] = {
  { "next", reading_next },     { "prev", reading_prev },
  { "each", reading_each },     { "first", reading_first },
  { "last", reading_last },     { "text", reading_text },
  { "folded", reading_folded }, { "tight", reading_tight },
  { "at", reading_at },         { "sentence", reading_sentence },
  { "bounds", reading_bounds }, { NULL, NULL }
};
static const luaL_Reg functions[] = { { "classes", classes_read },
                                      { NULL, NULL } };

void bind_open_classes(lua_State *L) {
  luaL_setfuncs(L, functions, 0);
  luaL_newmetatable(L, BIND_READING);
  lua_pushcfunction(L, reading_len);
  lua_setfield(L, -2, "__len");
  luaL_newlib(L, methods);
  lua_pushcclosure(L, reading_index, 1);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 1);
}

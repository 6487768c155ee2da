/* pattern_search.c - token patterns over documents and spans. */
#include <string.h>

#include "module/pattern.h"

pattern_search bind_pattern_search(lua_State *L) {
  pattern_search s = { .box = bind_check_patterns(L, 1) };
  bind_span *span = bind_test_span(L, 2);
  if (span != NULL) {
    bind_check_open(L, span->owner);
    lua_getiuservalue(L, 2, 1);
    s.owner = span->owner;
    s.doc = lua_gettop(L);
    s.within = span->span;
  } else {
    luaL_argexpected(L, luaL_testudata(L, 2, BIND_DOC), 2,
                     "document or span");
    s.owner = bind_check_doc(L, 2);
    s.doc = 2;
    s.within = (gloss_span){ 0, (uint32_t)s.owner->len };
  }
  return s;
}

/* Moves the start of the search to `init` at `arg`, a byte of the text. */
static void read_init(lua_State *L, pattern_search *s, int arg) {
  lua_Integer init =
      luaL_optinteger(L, arg, (lua_Integer)s->within.start + 1);
  if (init < 0) init = (lua_Integer)s->owner->len + init + 1;
  if (init > (lua_Integer)s->within.end)
    s->within.start = s->within.end;
  else if (init - 1 > (lua_Integer)s->within.start)
    s->within.start = (uint32_t)(init - 1);
}

/* The matches; 0 with nil and an error pushed. A layer or a column that is
** not there is a mistake of the caller, and raises. */
static bool find_matches(lua_State *L, const pattern_search *s, size_t limit,
                         const gloss_match **matches, size_t *count) {
  gloss_error err;
  if (gloss_matcher_find(s->box->matcher, s->owner->doc, s->within, limit,
                         matches, count, &err))
    return true;
  if (err.code == GLOSS_BAD_PATTERN) luaL_error(L, "%s", err.message);
  bind_push_error(L, &err);
  return false;
}

/* ---- Results ------------------------------------------------------------- */

static size_t capture_count(const gloss_patterns *patterns, size_t pattern) {
  size_t n = 0;
  while (gloss_patterns_capture(patterns, pattern, n) != NULL) n++;
  return n;
}

/* Pushes the match as a span, with its captures in it. */
static void push_match(lua_State *L, const pattern_search *s,
                       const gloss_match *m) {
  size_t count = capture_count(s->box->patterns, m->pattern);
  bind_span *match = bind_push_pattern_match(L, s->doc, 1, count);
  match->span = m->span;
  match->index = m->pattern;
  if (count > 0)
    memcpy(bind_captures(match), m->captures, count * sizeof *m->captures);
}

/* The first match from `init` on; 0: none, -1: nil and an error pushed. */
static int find_one(lua_State *L, pattern_search *s,
                    const gloss_match **match) {
  size_t count;
  lua_settop(L, 3);
  *s = bind_pattern_search(L);
  read_init(L, s, 3);
  if (!find_matches(L, s, 1, match, &count)) return -1;
  return count > 0;
}

/* p:match(where, init) -> match [, name] | nil [, err] */
static int pattern_match(lua_State *L) {
  pattern_search s;
  const gloss_match *m;
  int found = find_one(L, &s, &m);
  if (found < 0) return 2;
  if (found == 0) return luaL_pushfail(L), 1;
  push_match(L, &s, m);
  return 1 + bind_push_pattern_name(L, m->pattern);
}

/* p:find(where, init) -> first, last, captures... ; of a set first, last,
** name | nil [, err] */
static int pattern_find(lua_State *L) {
  pattern_search s;
  const gloss_match *m;
  int found = find_one(L, &s, &m), top;
  if (found < 0) return 2;
  if (found == 0) return luaL_pushfail(L), 1;
  bind_check_stack(L, GLOSS_MAX_CAPTURES + 8);
  top = lua_gettop(L);
  bind_push_first(L, m->span);
  bind_push_last(L, m->span);
  if (bind_push_pattern_name(L, m->pattern) == 1) return 3;
  for (size_t i = 0; i < capture_count(s.box->patterns, m->pattern); i++)
    bind_push_capture(L, s.doc, &m->captures[i]);
  return lua_gettop(L) - top;
}

/* Matches that an iterator hands out: a copy, as the matcher may be asked
** again in between. */
typedef struct match_list {
  size_t count, next;
  const gloss_capture *captures;
  gloss_match matches[];
} match_list;

/* Pushes a copy of the matches. */
static void push_list(lua_State *L, const gloss_patterns *patterns,
                      const gloss_match *matches, size_t count) {
  size_t captures = 0, size = sizeof(match_list);
  match_list *list;
  gloss_capture *kept;
  for (size_t i = 0; i < count; i++)
    captures += capture_count(patterns, matches[i].pattern);
  size += count * sizeof *matches + captures * sizeof *kept;
  list = lua_newuserdatauv(L, size, 0);
  kept = (gloss_capture *)(list->matches + count);
  list->count = count;
  list->next = 0;
  if (count > 0) memcpy(list->matches, matches, count * sizeof *matches);
  if (captures > 0)
    memcpy(kept, matches[0].captures, captures * sizeof *kept);
  for (size_t i = 0; i < count; i++)
    list->matches[i].captures =
        kept + (matches[i].captures - matches[0].captures);
}

/* Upvalues: the patterns, what is searched, the matches. */
static int gmatch_next(lua_State *L) {
  match_list *list = lua_touserdata(L, lua_upvalueindex(3));
  const gloss_match *m;
  pattern_search s;
  lua_settop(L, 0);
  if (list->next == list->count) return 0;
  m = &list->matches[list->next++];
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_pushvalue(L, lua_upvalueindex(2));
  s = bind_pattern_search(L);
  push_match(L, &s, m);
  return 1 + bind_push_pattern_name(L, m->pattern);
}

/* p:gmatch(where) -> iterator of matches [and names] */
static int pattern_gmatch(lua_State *L) {
  const gloss_match *matches;
  size_t count;
  pattern_search s;
  lua_settop(L, 2);
  s = bind_pattern_search(L);
  if (!find_matches(L, &s, 0, &matches, &count)) {
    luaL_tolstring(L, -1, NULL);
    return luaL_error(L, "%s", lua_tostring(L, -1));
  }
  lua_settop(L, 2);
  push_list(L, s.box->patterns, matches, count);
  lua_pushcclosure(L, gmatch_next, 3);
  return 1;
}

/* ---- Without values ------------------------------------------------------ */

/* Matches as numbers: of each its pattern, how many pairs of numbers follow,
** then its own place and those of its captures, UINT32_MAX where unset. */
typedef struct number_list {
  const uint32_t *next, *end;
  bool named;
  uint32_t numbers[];
} number_list;

static uint32_t *put_capture(uint32_t *at, const gloss_capture *c,
                             bool tokens) {
  at[0] = tokens ? c->first : c->span.start;
  at[1] = tokens ? c->last : c->span.end;
  if (c->span.start == UINT32_MAX) at[0] = at[1] = UINT32_MAX;
  return at + 2;
}

/* Pushes the matches as numbers: of bytes, or of tokens. */
static number_list *push_numbers(lua_State *L, const gloss_patterns *patterns,
                                 const gloss_match *matches, size_t count,
                                 bool tokens) {
  size_t captures = 0;
  number_list *list;
  uint32_t *at;
  for (size_t i = 0; i < count; i++)
    captures += capture_count(patterns, matches[i].pattern);
  list = lua_newuserdatauv(L, sizeof *list + (count * 2 + captures) * 2 *
                                  sizeof *list->numbers, 0);
  at = list->numbers;
  for (size_t i = 0; i < count; i++) {
    const gloss_match *m = &matches[i];
    size_t n = capture_count(patterns, m->pattern);
    *at++ = m->pattern;
    *at++ = (uint32_t)n + 1;
    *at++ = tokens ? m->first : m->span.start;
    *at++ = tokens ? m->last : m->span.end;
    for (size_t k = 0; k < n; k++)
      at = put_capture(at, &m->captures[k], tokens);
  }
  list->next = list->numbers;
  list->end = at;
  return list;
}

/* Pushes the pair at `at`, its first number counted from 1. */
static void push_pair(lua_State *L, const uint32_t *at, lua_Integer last) {
  if (at[0] == UINT32_MAX) {
    lua_pushnil(L);
    lua_pushnil(L);
  } else {
    lua_pushinteger(L, (lua_Integer)at[0] + 1);
    lua_pushinteger(L, (lua_Integer)at[1] + last);
  }
}

/* Upvalues: the numbers; the names, or nil; 1 for tokens (the last one is in,
** so it counts from 1, too), 0 for bytes. */
static int numbers_next(lua_State *L) {
  number_list *list = lua_touserdata(L, lua_upvalueindex(1));
  lua_Integer last = lua_tointeger(L, lua_upvalueindex(3));
  const uint32_t *at = list->next;
  uint32_t pattern, pairs;
  lua_settop(L, 0);
  if (at == list->end) return 0;
  pattern = *at++;
  pairs = *at++;
  bind_check_stack(L, (int)pairs * 2 + 2);
  push_pair(L, at, last);
  if (list->named)
    lua_rawgeti(L, lua_upvalueindex(2), (lua_Integer)pattern + 1);
  for (uint32_t i = 1; i < pairs; i++) push_pair(L, at + (size_t)i * 2, last);
  list->next = at + (size_t)pairs * 2;
  return lua_gettop(L);
}

static int iterate(lua_State *L, bool tokens) {
  const gloss_match *matches;
  size_t count;
  pattern_search s;
  number_list *list;
  lua_settop(L, 2);
  s = bind_pattern_search(L);
  if (!find_matches(L, &s, 0, &matches, &count)) {
    luaL_tolstring(L, -1, NULL);
    return luaL_error(L, "%s", lua_tostring(L, -1));
  }
  list = push_numbers(L, s.box->patterns, matches, count, tokens);
  list->named = lua_getiuservalue(L, 1, 1) == LUA_TTABLE;
  lua_pushinteger(L, tokens);
  lua_pushcclosure(L, numbers_next, 3);
  return 1;
}

/* p:offsets(where) -> iterator of first, last [, name], and of first and last
** of each capture: bytes */
static int pattern_offsets(lua_State *L) { return iterate(L, false); }

/* p:tokens(where) -> the same, as numbers of tokens */
static int pattern_tokens(lua_State *L) { return iterate(L, true); }

/* p:count(where) -> how many matches, made without a value for each */
static int pattern_count(lua_State *L) {
  const gloss_match *matches;
  size_t count;
  pattern_search s;
  lua_settop(L, 2);
  s = bind_pattern_search(L);
  if (!find_matches(L, &s, 0, &matches, &count)) return 2;
  lua_pushinteger(L, (lua_Integer)count);
  return 1;
}

const luaL_Reg bind_pattern_searches[] = { { "find", pattern_find },
                                           { "match", pattern_match },
                                           { "gmatch", pattern_gmatch },
                                           { "offsets", pattern_offsets },
                                           { "tokens", pattern_tokens },
                                           { "count", pattern_count },
                                           { NULL, NULL } };

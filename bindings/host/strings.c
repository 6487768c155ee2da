/* strings.c - string.find, match, gmatch and gsub, which spend steps. */
#include <string.h>

#include "host/pattern.h"

/* ---- Shared -------------------------------------------------------------- */

/* Makes a match ready; its captures are not set yet, which takes longer. */
static void begin(host_match *m, lua_State *L, const char *s, size_t len,
                  const char *p, size_t pattern_len) {
  m->L = L;
  m->subject = s;
  m->subject_end = s + len;
  m->pattern_end = p + pattern_len;
  m->captures = m->depth = 0;
  m->steps = 0;
  for (int i = 0; i < HOST_SETS; i++) m->sets[i].item = NULL;
}

/* Pushes capture `i`, or the whole match for the first where there is none. */
static void push_capture(host_match *m, int i, const char *s, const char *e) {
  host_capture c;
  if (i >= m->captures) {
    if (i != 0) luaL_error(m->L, "invalid capture index %%%d", i + 1);
    lua_pushlstring(m->L, s, (size_t)(e - s));
    return;
  }
  c = m->capture[i];
  if (c.len == HOST_OPEN) luaL_error(m->L, "unfinished capture");
  if (c.len == HOST_POSITION)
    lua_pushinteger(m->L, c.start - m->subject + 1);
  else
    lua_pushlstring(m->L, c.start, (size_t)c.len);
}

/* Pushes all captures; with `whole`, the match where there are none. */
static int push_captures(host_match *m, const char *s, const char *e,
                         bool whole) {
  int count = m->captures == 0 && whole ? 1 : m->captures;
  luaL_checkstack(m->L, count, "too many captures");
  for (int i = 0; i < count; i++) push_capture(m, i, s, e);
  return count;
}

/* `init` from 1, or from the end when negative; as an offset. */
static size_t start_at(lua_Integer init, size_t len) {
  if (init > 0) return (size_t)init - 1;
  if (init == 0 || init < -(lua_Integer)len) return 0;
  return len - (size_t)-init;
}

/* ---- find and match ------------------------------------------------------ */

static bool is_plain(const char *p, size_t len) {
  for (size_t i = 0; i < len; i++)
    if (p[i] != '\0' && strchr("^$*+?.([%-", p[i]) != NULL) return false;
  return true;
}

/* The first place of `p` in `s`, or NULL. */
static const char *find_plain(lua_State *L, const char *s, size_t len,
                              const char *p, size_t p_len) {
  const char *last;
  if (p_len == 0) return s;
  if (p_len > len) return NULL;
  last = s + (len - p_len);
  for (const char *at = s; at <= last; at++) {
    at = memchr(at, p[0], (size_t)(last - at) + 1);
    if (at == NULL) return NULL;
    if (memcmp(at, p, p_len) == 0) return at;
    host_spend(L, 1);
  }
  return NULL;
}

static int find(lua_State *L, bool with_places) {
  size_t len, p_len;
  const char *s = luaL_checklstring(L, 1, &len);
  const char *p = luaL_checklstring(L, 2, &p_len), *found, *at, *end;
  size_t from = start_at(luaL_optinteger(L, 3, 1), len);
  bool anchored;
  host_match m;
  if (from > len) return luaL_pushfail(L), 1;
  if (with_places && (lua_toboolean(L, 4) || is_plain(p, p_len))) {
    found = find_plain(L, s + from, len - from, p, p_len);
    if (found == NULL) return luaL_pushfail(L), 1;
    lua_pushinteger(L, found - s + 1);
    lua_pushinteger(L, found - s + (lua_Integer)p_len);
    return 2;
  }
  begin(&m, L, s, len, p, p_len);
  anchored = p_len > 0 && *p == '^';
  at = s + from;
  end = anchored ? host_match_at(&m, at, p + 1) : host_match_next(&m, &at, p);
  host_match_spend(&m);
  if (end == NULL) return luaL_pushfail(L), 1;
  if (!with_places) return push_captures(&m, at, end, true);
  lua_pushinteger(L, at - s + 1);
  lua_pushinteger(L, end - s);
  return push_captures(&m, NULL, NULL, false) + 2;
}

static int string_find(lua_State *L) { return find(L, true); }
static int string_match(lua_State *L) { return find(L, false); }

/* ---- gmatch -------------------------------------------------------------- */

/* Upvalues: string, pattern, where to go on, where the last match ended. */
static int gmatch_next(lua_State *L) {
  size_t len, p_len;
  const char *s = lua_tolstring(L, lua_upvalueindex(1), &len);
  const char *p = lua_tolstring(L, lua_upvalueindex(2), &p_len);
  lua_Integer from = lua_tointeger(L, lua_upvalueindex(3));
  lua_Integer last = lua_tointeger(L, lua_upvalueindex(4));
  host_match m;
  begin(&m, L, s, len, p, p_len);
  for (const char *at = s + from; at <= s + len; at++) {
    const char *end = host_match_next(&m, &at, p);
    if (end == NULL) break;
    if (end - s == last) continue;
    lua_pushinteger(L, end - s);
    lua_copy(L, -1, lua_upvalueindex(3));
    lua_replace(L, lua_upvalueindex(4));
    host_match_spend(&m);
    return push_captures(&m, at, end, true);
  }
  host_match_spend(&m);
  return 0;
}

static int string_gmatch(lua_State *L) {
  size_t len, from;
  luaL_checklstring(L, 1, &len);
  luaL_checkstring(L, 2);
  from = start_at(luaL_optinteger(L, 3, 1), len);
  lua_settop(L, 2);
  lua_pushinteger(L, from > len ? (lua_Integer)len + 1 : (lua_Integer)from);
  lua_pushinteger(L, -1);
  lua_pushcclosure(L, gmatch_next, 4);
  return 1;
}

/* ---- gsub ---------------------------------------------------------------- */

/* Appends the replacement string, its %1 filled in. */
static void add_filled(host_match *m, luaL_Buffer *b, const char *s,
                       const char *e, const char *text, size_t len) {
  for (size_t i = 0; i < len; i++) {
    if (text[i] != '%') {
      luaL_addchar(b, text[i]);
      continue;
    }
    i++;
    if (i < len && text[i] == '%') {
      luaL_addchar(b, '%');
    } else if (i < len && text[i] == '0') {
      luaL_addlstring(b, s, (size_t)(e - s));
    } else if (i < len && text[i] >= '1' && text[i] <= '9') {
      push_capture(m, text[i] - '1', s, e);
      luaL_tolstring(m->L, -1, NULL);
      lua_remove(m->L, -2);
      luaL_addvalue(b);
    } else {
      luaL_error(m->L, "invalid use of '%%' in replacement string");
    }
  }
}

/* Appends what replaces a match; the replacement is at stack index 3. */
static void add_replacement(host_match *m, luaL_Buffer *b, const char *s,
                            const char *e) {
  lua_State *L = m->L;
  int n;
  switch (lua_type(L, 3)) {
    case LUA_TFUNCTION:
      lua_pushvalue(L, 3);
      n = push_captures(m, s, e, true);
      lua_call(L, n, 1);
      break;
    case LUA_TTABLE:
      push_capture(m, 0, s, e);
      lua_gettable(L, 3);
      break;
    default: {
      size_t len;
      const char *text = lua_tolstring(L, 3, &len);
      add_filled(m, b, s, e, text, len);
      return;
    }
  }
  if (!lua_toboolean(L, -1)) {
    lua_pop(L, 1);
    luaL_addlstring(b, s, (size_t)(e - s));
    return;
  }
  if (!lua_isstring(L, -1))
    luaL_error(L, "invalid replacement value (a %s)", luaL_typename(L, -1));
  luaL_addvalue(b);
}

static int string_gsub(lua_State *L) {
  size_t len, p_len;
  const char *s = luaL_checklstring(L, 1, &len), *last = NULL;
  const char *p = luaL_checklstring(L, 2, &p_len);
  int type = lua_type(L, 3);
  lua_Integer most = luaL_optinteger(L, 4, (lua_Integer)len + 1), count = 0;
  bool anchored = p_len > 0 && *p == '^';
  host_match m;
  luaL_Buffer b;
  luaL_argexpected(L, type == LUA_TNUMBER || type == LUA_TSTRING ||
                          type == LUA_TTABLE || type == LUA_TFUNCTION,
                   3, "string/function/table");
  begin(&m, L, s, len, p, p_len);
  luaL_buffinit(L, &b);
  while (count < most) {
    const char *at = s;
    const char *end = anchored ? host_match_at(&m, at, p + 1)
                               : host_match_next(&m, &at, p);
    if (end == NULL) break;
    luaL_addlstring(&b, s, (size_t)(at - s));
    if (end != last) {
      count++;
      add_replacement(&m, &b, at, end);
      s = last = end;
    } else if (at < m.subject_end) {
      luaL_addchar(&b, *at);
      s = at + 1;
    } else {
      s = at;
      break;
    }
    if (anchored) break;
  }
  host_match_spend(&m);
  luaL_addlstring(&b, s, (size_t)(m.subject_end - s));
  luaL_pushresult(&b);
  lua_pushinteger(L, count);
  return 2;
}

static const luaL_Reg functions[] = { { "find", string_find },
                                      { "match", string_match },
                                      { "gmatch", string_gmatch },
                                      { "gsub", string_gsub },
                                      { NULL, NULL } };

void host_install_strings(lua_State *L) {
  lua_getglobal(L, "string");
  luaL_setfuncs(L, functions, 0);
  lua_pop(L, 1);
}

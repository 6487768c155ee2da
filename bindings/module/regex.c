/* regex.c - regular expressions over documents, spans and strings. */
#include <string.h>

#include "module/bind.h"

/* `regex` comes first: spans of a match read it (span.c). */
enum { AS_IT_IS, STRICT, EXPAND, CONTRACT };

typedef struct regex_box {
  gloss_regex *regex; /* NULL: not compiled */
  gloss_regex_scratch *scratch;
  /* How spans of a document come to lie on the edges of tokens. */
  int align;
} regex_box;

/* ---- New ----------------------------------------------------------------- */

static int regex_free(lua_State *L) {
  regex_box *box = luaL_checkudata(L, 1, BIND_REGEX);
  gloss_regex_scratch_free(box->scratch);
  gloss_regex_free(box->regex);
  *box = (regex_box){ NULL, NULL, AS_IT_IS };
  return 0;
}

static const char *const aligns[] = { "none", "strict", "expand",
                                      "contract", NULL };

static unsigned read_flags(lua_State *L, const char *letters) {
  static const char known[] = "imsxu";
  static const unsigned flags[] = { GLOSS_REGEX_CASELESS, GLOSS_REGEX_MULTILINE,
                                    GLOSS_REGEX_DOTALL, GLOSS_REGEX_EXTENDED,
                                    GLOSS_REGEX_UCP };
  unsigned all = 0;
  for (; *letters != '\0'; letters++) {
    const char *at = strchr(known, *letters);
    if (at == NULL)
      luaL_error(L, "no regex flag '%c' (there are i m s x u)", *letters);
    else
      all |= flags[at - known];
  }
  return all;
}

/* A capture cannot hide what every span has. */
static void check_names(lua_State *L, const gloss_regex *regex) {
  for (size_t i = 1; i < gloss_regex_group_count(regex); i++) {
    const char *name = gloss_regex_group_name(regex, i);
    if (name != NULL && bind_is_span_field(name))
      luaL_error(L, "capture '%s' is called like a field of a span", name);
  }
}

/* core.regex(pattern, flags, align) -> regex | nil, err */
static int regex_new(lua_State *L) {
  gloss_error err;
  size_t len;
  const char *pattern = luaL_checklstring(L, 1, &len);
  unsigned flags = read_flags(L, luaL_optstring(L, 2, ""));
  int align = luaL_checkoption(L, 3, "none", aligns);
  regex_box *box = lua_newuserdatauv(L, sizeof *box, 0);
  *box = (regex_box){ NULL, NULL, align };
  luaL_setmetatable(L, BIND_REGEX);
  box->regex = gloss_regex_new(pattern, len, flags, &err);
  if (box->regex == NULL) return bind_push_error(L, &err);
  check_names(L, box->regex);
  box->scratch = gloss_regex_scratch_new(box->regex, &err);
  if (box->scratch == NULL) return bind_push_error(L, &err);
  return 1;
}

/* ---- Searching ----------------------------------------------------------- */

/* A search: `text` is what is searched, `base` its offset in the document. A
** document is at stack index `doc`; 0 for a string. */
typedef struct search {
  regex_box *box;
  const bind_doc *owner; /* NULL: a string */
  int doc;
  const char *text;
  size_t len, base, from;
} search;

static void of_document(search *s, const bind_doc *owner, int doc,
                        gloss_span span) {
  s->owner = owner;
  s->doc = doc;
  s->text = owner->text + span.start;
  s->base = span.start;
  s->len = span.end - span.start;
}

/* Reads what is searched, at stack index 2; `checked`: a string is known to
** be UTF-8. May push the document. */
static search read_search(lua_State *L, bool checked) {
  search s = { .box = luaL_checkudata(L, 1, BIND_REGEX) };
  bind_span *span = bind_test_span(L, 2);
  bind_doc *owner = luaL_testudata(L, 2, BIND_DOC);
  luaL_argcheck(L, s.box->regex != NULL, 1, "regex is gone");
  if (span != NULL) {
    bind_check_open(L, span->owner);
    lua_getiuservalue(L, 2, 1);
    of_document(&s, span->owner, lua_gettop(L), span->span);
  } else if (owner != NULL) {
    bind_check_open(L, owner);
    of_document(&s, owner, 2, (gloss_span){ 0, (uint32_t)owner->len });
  } else {
    luaL_argexpected(L, lua_type(L, 2) == LUA_TSTRING, 2,
                     "document, span or string");
    s.text = lua_tolstring(L, 2, &s.len);
    luaL_argcheck(L, checked || gloss_utf8_check(s.text, s.len) == s.len, 2,
                  "not valid UTF-8");
  }
  return s;
}

/* The stretch without mask that holds `at`, or the next one; offsets in what
** is searched. False: there is none. */
static bool find_stretch(const search *s, size_t at, gloss_span *stretch) {
  size_t count = s->owner != NULL ? s->owner->mask_count : 0, i;
  const gloss_span *masks = count > 0 ? s->owner->masks : NULL;
  size_t start = s->base, end = s->base + s->len;
  at += s->base;
  i = gloss_spans_after(masks, count, (uint32_t)at);
  for (; i < count && masks[i].start <= at; i++) at = masks[i].end;
  if (i > 0 && masks[i - 1].end > start) start = masks[i - 1].end;
  if (i < count && masks[i].start < end) end = masks[i].start;
  if (at > end || start > end) return false;
  stretch->start = (uint32_t)(start - s->base);
  stretch->end = (uint32_t)(end - s->base);
  return true;
}

/* The end of the code point at `at`. */
static size_t next_point(const search *s, size_t at) {
  at++;
  while (at < s->len && ((unsigned char)s->text[at] & 0xC0) == 0x80) at++;
  return at;
}

/* Moves the groups from the stretch to what is searched. */
static void shift(const search *s, gloss_span *groups, uint32_t by) {
  size_t count = gloss_regex_group_count(s->box->regex);
  for (size_t i = 0; i < count; i++) {
    if (groups[i].start == UINT32_MAX) continue;
    groups[i].start += by;
    groups[i].end += by;
  }
}

/* ---- Aligning to tokens ---- */

/* The span of the tokens that a span overlaps (EXPAND), or that lie inside it
** (CONTRACT); false: there is none. Offsets in the document. The edges of what
** is searched count as edges of tokens. */
static bool to_tokens(const search *s, gloss_span *span) {
  const gloss_doc *doc = s->owner->doc;
  gloss_token_columns t = gloss_doc_token_columns(doc);
  size_t first = gloss_doc_token_after(doc, span->start);
  size_t behind = gloss_doc_token_after(doc, span->end);
  bool expand = s->box->align == EXPAND;
  if (first == t.count) return false;
  if (!expand && t.starts[first] < span->start) first++;
  if (expand && behind < t.count && t.starts[behind] < span->end) behind++;
  if (first >= behind) return false;
  *span = (gloss_span){ t.starts[first], t.ends[behind - 1] };
  if (span->start < s->base) span->start = (uint32_t)s->base;
  if (span->end > s->base + s->len) span->end = (uint32_t)(s->base + s->len);
  return true;
}

/* Brings a match to the edges of tokens as the regex asks; false: it does not
** lie there, or nothing is left of it. */
static bool align(const search *s, gloss_span *groups) {
  size_t count = gloss_regex_group_count(s->box->regex);
  gloss_token_columns t;
  size_t first, last;
  if (s->owner == NULL || s->box->align == AS_IT_IS) return true;
  t = gloss_doc_token_columns(s->owner->doc);
  if (s->box->align == STRICT) {
    uint32_t start = groups[0].start + (uint32_t)s->base;
    uint32_t end = groups[0].end + (uint32_t)s->base;
    first = gloss_doc_token_after(s->owner->doc, start);
    last = gloss_doc_token_after(s->owner->doc, end - 1);
    return last < t.count && t.starts[first] == start && t.ends[last] == end;
  }
  for (size_t i = 0; i < count; i++) {
    gloss_span span = groups[i];
    bool some = span.start < span.end && span.start != UINT32_MAX;
    span.start += (uint32_t)s->base;
    span.end += (uint32_t)s->base;
    if (some) some = to_tokens(s, &span);
    if (!some && i == 0) return false;
    groups[i] = some ? (gloss_span){ span.start - (uint32_t)s->base,
                                     span.end - (uint32_t)s->base }
                     : (gloss_span){ UINT32_MAX, UINT32_MAX };
  }
  return true;
}

/* The next match that counts; of a document none is empty. 1, 0, or -1 with
** `err`. `groups` is filled with offsets in what is searched. */
static int search_next(search *s, gloss_span *groups, gloss_error *err) {
  gloss_span in, m;
  while (s->from <= s->len && find_stretch(s, s->from, &in)) {
    size_t from = s->from > in.start ? s->from - in.start : 0;
    int found = gloss_regex_find(s->box->regex, s->box->scratch,
                                 s->text + in.start, in.end - in.start, from,
                                 groups, err);
    if (found < 0) return found;
    if (found == 0) {
      s->from = (size_t)in.end + 1;
      continue;
    }
    shift(s, groups, in.start);
    m = groups[0];
    s->from = m.end > m.start ? m.end : next_point(s, m.end);
    if ((s->owner == NULL || m.end > m.start) && align(s, groups)) {
      if (groups[0].end > s->from && s->owner != NULL) s->from = groups[0].end;
      return 1;
    }
  }
  return 0;
}

/* ---- Results ------------------------------------------------------------- */

static void push_match_span(lua_State *L, const search *s, int regex,
                            const gloss_span *groups) {
  size_t count = gloss_regex_group_count(s->box->regex);
  bind_span *match = bind_push_match(L, s->doc, regex, count);
  for (size_t i = 0; i < count; i++) {
    match->groups[i] = groups[i];
    if (groups[i].start == UINT32_MAX) continue;
    match->groups[i].start += (uint32_t)s->base;
    match->groups[i].end += (uint32_t)s->base;
    if (match->groups[i].start == match->groups[i].end) /* empty: no span */
      match->groups[i] = (gloss_span){ UINT32_MAX, UINT32_MAX };
  }
  match->span = match->groups[0];
}

/* Pushes group `i` as a string; false: unset. */
static bool push_group(lua_State *L, const search *s, gloss_span group) {
  if (group.start == UINT32_MAX) return false;
  lua_pushlstring(L, s->text + group.start, group.end - group.start);
  return true;
}

static void push_match_table(lua_State *L, const search *s,
                             const gloss_span *groups) {
  size_t count = gloss_regex_group_count(s->box->regex);
  lua_createtable(L, (int)count, 3);
  for (size_t i = count - 1; i >= 1; i--) { /* the first of a name wins */
    const char *name = gloss_regex_group_name(s->box->regex, i);
    if (!push_group(L, s, groups[i])) continue;
    if (name != NULL) {
      lua_pushvalue(L, -1);
      lua_setfield(L, -3, name);
    }
    lua_rawseti(L, -2, (lua_Integer)i);
  }
  push_group(L, s, groups[0]);
  lua_setfield(L, -2, "text");
  bind_push_first(L, groups[0]);
  lua_setfield(L, -2, "first");
  bind_push_last(L, groups[0]);
  lua_setfield(L, -2, "last");
}

static void push_match(lua_State *L, const search *s, int regex,
                       const gloss_span *groups) {
  if (s->owner != NULL)
    push_match_span(L, s, regex, groups);
  else
    push_match_table(L, s, groups);
}

/* Where a search starts: `init` at stack index 3, from 1 in what is searched;
** in a document or span, from 1 in the text. */
static void read_init(lua_State *L, search *s, int arg) {
  lua_Integer init = luaL_optinteger(L, arg, (lua_Integer)s->base + 1);
  lua_Integer from = init - 1 - (lua_Integer)s->base;
  if (init < 0) from = (lua_Integer)s->len + init;
  if (from < 0) from = 0;
  s->from = (lua_Unsigned)from <= s->len ? (size_t)from : s->len + 1;
  while (s->from < s->len && ((unsigned char)s->text[s->from] & 0xC0) == 0x80)
    s->from++;
}

/* One search, `init` applied. Pushes nothing if nothing is found; else
** returns 1, or -1 with nil and an error pushed. */
static int find_one(lua_State *L, search *s, gloss_span *groups) {
  gloss_error err;
  int found;
  *s = read_search(L, false);
  read_init(L, s, 3);
  found = search_next(s, groups, &err);
  if (found < 0) bind_push_error(L, &err);
  return found;
}

/* re:match(where, init) -> match | nil [, err] */
static int regex_match(lua_State *L) {
  gloss_span groups[GLOSS_MAX_GROUPS];
  search s;
  int found;
  lua_settop(L, 3);
  found = find_one(L, &s, groups);
  if (found < 0) return 2;
  if (found == 0) return luaL_pushfail(L), 1;
  push_match(L, &s, 1, groups);
  return 1;
}

/* re:find(where, init) -> first, last, captures... | nil [, err] */
static int regex_find(lua_State *L) {
  gloss_span groups[GLOSS_MAX_GROUPS];
  search s;
  size_t count;
  int found;
  lua_settop(L, 3);
  found = find_one(L, &s, groups);
  if (found < 0) return 2;
  if (found == 0) return luaL_pushfail(L), 1;
  count = gloss_regex_group_count(s.box->regex);
  bind_check_stack(L, (int)count + 4);
  lua_pushinteger(L, (lua_Integer)(s.base + groups[0].start) + 1);
  lua_pushinteger(L, (lua_Integer)(s.base + groups[0].end));
  for (size_t i = 1; i < count; i++) {
    gloss_span g = groups[i];
    if (g.start == UINT32_MAX || (s.owner != NULL && g.start == g.end)) {
      lua_pushnil(L);
    } else if (s.owner != NULL) {
      g.start += (uint32_t)s.base;
      g.end += (uint32_t)s.base;
      bind_push_span(L, s.doc, BIND_FREE, NULL, 0, g);
    } else {
      push_group(L, &s, g);
    }
  }
  return (int)count + 1;
}

/* Upvalues: the regex, what is searched, where to go on (from 0). */
static int gmatch_next(lua_State *L) {
  gloss_span groups[GLOSS_MAX_GROUPS];
  gloss_error err;
  search s;
  int found;
  lua_settop(L, 0);
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_pushvalue(L, lua_upvalueindex(2));
  s = read_search(L, true);
  s.from = (size_t)lua_tointeger(L, lua_upvalueindex(3));
  found = search_next(&s, groups, &err);
  if (found < 0) return luaL_error(L, "%s", err.message);
  lua_pushinteger(L, (lua_Integer)s.from);
  lua_replace(L, lua_upvalueindex(3));
  if (found == 0) return 0;
  push_match(L, &s, 1, groups);
  return 1;
}

/* re:gmatch(where) -> iterator of matches */
static int regex_gmatch(lua_State *L) {
  lua_settop(L, 2);
  read_search(L, false); /* raises now, at the caller's line */
  lua_settop(L, 2);
  lua_pushinteger(L, 0);
  lua_pushcclosure(L, gmatch_next, 3);
  return 1;
}

/* Upvalues: the regex and what is searched, to keep them; the search. */
static int offsets_next(lua_State *L) {
  gloss_span groups[GLOSS_MAX_GROUPS];
  gloss_error err;
  search *s = lua_touserdata(L, lua_upvalueindex(3));
  size_t count = gloss_regex_group_count(s->box->regex);
  int found;
  lua_settop(L, 0);
  if (s->owner != NULL) bind_check_open(L, s->owner);
  found = search_next(s, groups, &err);
  if (found < 0) return luaL_error(L, "%s", err.message);
  if (found == 0) return 0;
  bind_check_stack(L, (int)count * 2);
  for (size_t i = 0; i < count; i++) {
    if (groups[i].start == UINT32_MAX) {
      lua_pushnil(L);
      lua_pushnil(L);
    } else {
      lua_pushinteger(L, (lua_Integer)(s->base + groups[i].start) + 1);
      lua_pushinteger(L, (lua_Integer)(s->base + groups[i].end));
    }
  }
  return lua_gettop(L);
}

/* re:offsets(where) -> iterator of first and last, and of those of each
** capture: bytes */
static int regex_offsets(lua_State *L) {
  search found, *s;
  lua_settop(L, 2);
  found = read_search(L, false);
  lua_settop(L, 2);
  s = lua_newuserdatauv(L, sizeof *s, 0);
  *s = found;
  lua_pushcclosure(L, offsets_next, 3);
  return 1;
}

static const luaL_Reg methods[] = { { "find", regex_find },
                                    { "match", regex_match },
                                    { "gmatch", regex_gmatch },
                                    { "offsets", regex_offsets },
                                    { NULL, NULL } };
static const luaL_Reg metamethods[] = { { "__gc", regex_free },
                                        { NULL, NULL } };
static const luaL_Reg functions[] = { { "regex", regex_new }, { NULL, NULL } };

void bind_open_regex(lua_State *L) {
  luaL_setfuncs(L, functions, 0);
  luaL_newmetatable(L, BIND_REGEX);
  luaL_setfuncs(L, metamethods, 0);
  luaL_newlib(L, methods);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 1);
}

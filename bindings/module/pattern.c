/* pattern.c - token patterns over documents and spans, one or many at once. */
#include <string.h>

#include "module/bind.h"

#define BIND_PATTERNS "gloss.patterns"

/* User values: the language; the names of the patterns (a list), or nil where
** it is one pattern without a name. */
enum { LANGUAGE_VALUE = 1, NAMES_VALUE };

typedef struct pattern_box {
  gloss_pattern_builder *builder; /* NULL once built */
  gloss_patterns *patterns;
  gloss_matcher *matcher;
} pattern_box;

static int pattern_free(lua_State *L) {
  pattern_box *box = luaL_checkudata(L, 1, BIND_PATTERNS);
  gloss_matcher_free(box->matcher);
  gloss_patterns_free(box->patterns);
  gloss_pattern_builder_free(box->builder);
  *box = (pattern_box){ NULL, NULL, NULL };
  return 0;
}

static pattern_box *check_patterns_at(lua_State *L, int arg) {
  pattern_box *box = luaL_checkudata(L, arg, BIND_PATTERNS);
  luaL_argcheck(L, box->matcher != NULL, arg, "pattern is gone");
  return box;
}
static pattern_box *check_patterns(lua_State *L) {
  return check_patterns_at(L, 1);
}

gloss_matcher *bind_check_matcher(lua_State *L, int arg) {
  return check_patterns_at(L, arg)->matcher;
}

/* ---- New ----------------------------------------------------------------- */

static gloss_slice check_slice(lua_State *L, int index) {
  gloss_slice s;
  luaL_checktype(L, index, LUA_TSTRING);
  s.bytes = lua_tolstring(L, index, &s.len);
  return s;
}

/* Pushes nil, an error with its place, the part and the number (from 1) of the
** pattern in which it lies. */
static int push_fault(lua_State *L, const pattern_box *box,
                      const gloss_error *err, size_t number) {
  gloss_slice part = gloss_pattern_fault(box->builder);
  if (err->code != GLOSS_BAD_PATTERN) return bind_push_error(L, err);
  bind_fail(L, gloss_code_name(err->code), (lua_Integer)err->offset + 1, "%s",
            err->message);
  if (part.len > 0)
    lua_pushlstring(L, part.bytes, part.len);
  else
    lua_pushnil(L);
  lua_pushinteger(L, (lua_Integer)number);
  return 4;
}

/* Adds the word lists at `index`: a list of { name, words }. */
static bool add_words(lua_State *L, pattern_box *box, int index,
                      gloss_error *err) {
  lua_Integer count = luaL_len(L, index);
  for (lua_Integer i = 1; i <= count; i++) {
    lua_Integer size;
    lua_geti(L, index, i);
    lua_geti(L, -1, 1);
    lua_geti(L, -2, 2);
    size = luaL_len(L, -1);
    for (lua_Integer k = 1; k <= size; k++) {
      lua_geti(L, -1, k);
      if (!gloss_pattern_word(box->builder, check_slice(L, -3),
                              check_slice(L, -1), err))
        return false;
      lua_pop(L, 1);
    }
    lua_pop(L, 3);
  }
  return true;
}

/* Adds the parts at `index`: a list of { name, source }. */
static bool add_parts(lua_State *L, pattern_box *box, int index,
                      gloss_error *err) {
  lua_Integer count = luaL_len(L, index);
  for (lua_Integer i = 1; i <= count; i++) {
    lua_geti(L, index, i);
    lua_geti(L, -1, 1);
    lua_geti(L, -2, 2);
    if (!gloss_pattern_part(box->builder, check_slice(L, -2),
                            check_slice(L, -1), err))
      return false;
    lua_pop(L, 3);
  }
  return true;
}

/* Adds the patterns at `index`: a list of { source, across }; `*at` is the
** number (from 1) of the one that fails. */
static bool add_patterns(lua_State *L, pattern_box *box, int index, size_t *at,
                         gloss_error *err) {
  lua_Integer count = luaL_len(L, index);
  for (lua_Integer i = 1; i <= count; i++) {
    unsigned flags;
    *at = (size_t)i;
    lua_geti(L, index, i);
    lua_geti(L, -1, 1);
    lua_geti(L, -2, 2);
    flags = lua_toboolean(L, -1) ? GLOSS_PATTERN_ACROSS : 0;
    if (!gloss_pattern_add(box->builder, check_slice(L, -2), flags, err))
      return false;
    lua_pop(L, 3);
  }
  *at = 0;
  return true;
}

/* core.patterns(language, words, parts, patterns, names) -> patterns
** | nil, err, part, number */
static int patterns_new(lua_State *L) {
  const gloss_language *language = bind_opt_language(L, 1);
  gloss_error err;
  size_t at = 0;
  pattern_box *box;
  lua_settop(L, 5);
  box = lua_newuserdatauv(L, sizeof *box, 2);
  *box = (pattern_box){ NULL, NULL, NULL };
  luaL_setmetatable(L, BIND_PATTERNS);
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, 6, LANGUAGE_VALUE);
  lua_pushvalue(L, 5);
  lua_setiuservalue(L, 6, NAMES_VALUE);
  box->builder = gloss_pattern_builder_new(language, &err);
  if (box->builder == NULL) return bind_push_error(L, &err);
  if (!add_words(L, box, 2, &err) || !add_parts(L, box, 3, &err) ||
      !add_patterns(L, box, 4, &at, &err))
    return push_fault(L, box, &err, at);
  box->patterns = gloss_pattern_build(box->builder, &err);
  if (box->patterns == NULL) return push_fault(L, box, &err, 0);
  gloss_pattern_builder_free(box->builder);
  box->builder = NULL;
  box->matcher = gloss_matcher_new(box->patterns, &err);
  if (box->matcher == NULL) return bind_push_error(L, &err);
  lua_settop(L, 6);
  return 1;
}

/* ---- Searching ----------------------------------------------------------- */

typedef struct search {
  pattern_box *box;
  const bind_doc *owner;
  int doc; /* stack index of the document */
  gloss_span within;
} search;

/* Reads the patterns at 1 and where they search at 2: a document or a span.
** May push the document. */
static search read_search(lua_State *L) {
  search s = { .box = check_patterns(L) };
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
static void read_init(lua_State *L, search *s, int arg) {
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
static bool find_matches(lua_State *L, const search *s, size_t limit,
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

/* Pushes a capture: an annotation, a free span, or false where unset. */
static void push_capture(lua_State *L, int doc, const gloss_capture *c) {
  if (c->span.start == UINT32_MAX)
    lua_pushboolean(L, 0);
  else if (c->layer != NULL)
    bind_push_span(L, doc, BIND_LAYER, c->layer, c->row, c->span);
  else
    bind_push_span(L, doc, BIND_FREE, NULL, 0, c->span);
}

/* Pushes the match as a span; its captures are a table, by name and number. */
static void push_match(lua_State *L, const search *s, const gloss_match *m,
                       const gloss_capture *captures) {
  bind_span *match;
  const char *name;
  int table;
  lua_newtable(L);
  table = lua_gettop(L);
  for (size_t i = 0; (name = gloss_patterns_capture(s->box->patterns,
                                                    m->pattern, i)) != NULL;
       i++) {
    push_capture(L, s->doc, &captures[i]);
    lua_pushvalue(L, -1);
    lua_setfield(L, table, name);
    lua_rawseti(L, table, (lua_Integer)i + 1);
  }
  match = bind_push_match(L, s->doc, table, 0);
  match->span = m->span;
  match->index = m->pattern;
  lua_remove(L, table);
}

/* Pushes the name of a pattern of a set; nothing where it is one pattern. */
static int push_name(lua_State *L, uint32_t pattern) {
  if (lua_getiuservalue(L, 1, NAMES_VALUE) != LUA_TTABLE) return 0;
  lua_geti(L, -1, (lua_Integer)pattern + 1);
  return 1;
}

/* The first match from `init` on; 0: none, -1: nil and an error pushed. */
static int find_one(lua_State *L, search *s, const gloss_match **match) {
  size_t count;
  lua_settop(L, 3);
  *s = read_search(L);
  read_init(L, s, 3);
  if (!find_matches(L, s, 1, match, &count)) return -1;
  return count > 0;
}

/* p:match(where, init) -> match [, name] | nil [, err] */
static int pattern_match(lua_State *L) {
  search s;
  const gloss_match *m;
  int found = find_one(L, &s, &m);
  uint32_t number;
  if (found < 0) return 2;
  if (found == 0) return luaL_pushfail(L), 1;
  number = m->pattern;
  push_match(L, &s, m, m->captures);
  lua_insert(L, 2);
  if (push_name(L, number) == 0) return lua_settop(L, 2), 1;
  lua_insert(L, 3);
  lua_settop(L, 3);
  return 2;
}

/* p:find(where, init) -> first, last, captures... ; of a set first, last,
** name | nil [, err] */
static int pattern_find(lua_State *L) {
  search s;
  const gloss_match *m;
  int found = find_one(L, &s, &m), top;
  if (found < 0) return 2;
  if (found == 0) return luaL_pushfail(L), 1;
  bind_check_stack(L, GLOSS_MAX_CAPTURES + 8);
  top = lua_gettop(L);
  bind_push_first(L, m->span);
  bind_push_last(L, m->span);
  if (lua_getiuservalue(L, 1, NAMES_VALUE) == LUA_TTABLE) {
    lua_geti(L, -1, (lua_Integer)m->pattern + 1);
    lua_remove(L, -2);
    return 3;
  }
  lua_pop(L, 1);
  for (size_t i = 0;
       gloss_patterns_capture(s.box->patterns, m->pattern, i) != NULL; i++) {
    gloss_capture c = m->captures[i];
    if (c.span.start == UINT32_MAX)
      lua_pushnil(L);
    else
      push_capture(L, s.doc, &c);
  }
  return lua_gettop(L) - top;
}

/* Matches that an iterator hands out: a copy, as the matcher may be asked
** again in between. */
typedef struct match_list {
  size_t count, next;
  const gloss_capture *captures;
  gloss_match matches[];
} match_list;

static size_t capture_count(const gloss_patterns *patterns, size_t pattern) {
  size_t n = 0;
  while (gloss_patterns_capture(patterns, pattern, n) != NULL) n++;
  return n;
}

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
  search s;
  lua_settop(L, 0);
  if (list->next == list->count) return 0;
  m = &list->matches[list->next++];
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_pushvalue(L, lua_upvalueindex(2));
  s = read_search(L);
  push_match(L, &s, m, m->captures);
  lua_insert(L, 2);
  if (push_name(L, m->pattern) == 0) return lua_settop(L, 2), 1;
  lua_insert(L, 3);
  lua_settop(L, 3);
  return 2;
}

/* p:gmatch(where) -> iterator of matches [and names] */
static int pattern_gmatch(lua_State *L) {
  const gloss_match *matches;
  size_t count;
  search s;
  lua_settop(L, 2);
  s = read_search(L);
  if (!find_matches(L, &s, 0, &matches, &count)) {
    luaL_tolstring(L, -1, NULL);
    return luaL_error(L, "%s", lua_tostring(L, -1));
  }
  lua_settop(L, 2);
  push_list(L, s.box->patterns, matches, count);
  lua_pushcclosure(L, gmatch_next, 3);
  return 1;
}

/* p:count(where) -> how many matches, made without a value for each */
static int pattern_count(lua_State *L) {
  const gloss_match *matches;
  size_t count;
  search s;
  lua_settop(L, 2);
  s = read_search(L);
  if (!find_matches(L, &s, 0, &matches, &count)) return 2;
  lua_pushinteger(L, (lua_Integer)count);
  return 1;
}

/* ---- Explaining ---------------------------------------------------------- */

/* The span of the tokens first to last. */
static gloss_span token_span(const bind_doc *owner, uint32_t first,
                             uint32_t last) {
  gloss_token_columns t = gloss_doc_token_columns(owner->doc);
  return (gloss_span){ t.starts[first], t.ends[last] };
}

/* Pushes { span = s, source = text } */
static void push_step(lua_State *L, const search *s, gloss_span span,
                      gloss_slice source) {
  lua_createtable(L, 0, 2);
  bind_push_span(L, s->doc, BIND_FREE, NULL, 0, span);
  lua_setfield(L, -2, "span");
  lua_pushlstring(L, source.bytes, source.len);
  lua_setfield(L, -2, "source");
}

/* p:explain(match) -> list of { span, source } */
static int pattern_explain(lua_State *L) {
  search s = read_search(L);
  bind_span *span = bind_check_span(L, 2);
  gloss_match match = { .span = span->span, .pattern = span->index };
  const gloss_step *steps;
  gloss_error err;
  size_t count;
  luaL_argcheck(L, span->source == BIND_MATCH &&
                       span->index < gloss_patterns_count(s.box->patterns),
                2, "no match of this pattern");
  match.first =
      (uint32_t)gloss_doc_token_after(s.owner->doc, span->span.start);
  match.last =
      (uint32_t)gloss_doc_token_after(s.owner->doc, span->span.end - 1);
  if (!gloss_matcher_explain(s.box->matcher, s.owner->doc, &match, &steps,
                             &count, &err))
    return bind_push_error(L, &err);
  lua_createtable(L, (int)count, 0);
  for (size_t i = 0; i < count; i++) {
    push_step(L, &s, token_span(s.owner, steps[i].first, steps[i].last),
              steps[i].source);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

/* p:nearest(where, number) -> { span, expected = list, edge } | nil */
static int pattern_nearest(lua_State *L) {
  search s;
  gloss_error err;
  gloss_miss miss;
  lua_Integer number = luaL_optinteger(L, 3, 1);
  lua_settop(L, 2);
  s = read_search(L);
  if (!gloss_matcher_nearest(s.box->matcher, s.owner->doc, s.within,
                             (size_t)(number - 1), &miss, &err)) {
    if (err.code != GLOSS_OK) return luaL_error(L, "%s", err.message);
    return luaL_pushfail(L), 1;
  }
  lua_createtable(L, 0, 3);
  bind_push_span(L, s.doc, BIND_FREE, NULL, 0,
                 token_span(s.owner, miss.first, miss.last));
  lua_setfield(L, -2, "span");
  lua_pushboolean(L, miss.edge);
  lua_setfield(L, -2, "edge");
  lua_createtable(L, (int)miss.expected_count, 0);
  for (size_t i = 0; i < miss.expected_count; i++) {
    lua_pushlstring(L, miss.expected[i].bytes, miss.expected[i].len);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  lua_setfield(L, -2, "expected");
  return 1;
}

/* ---- Names of captures --------------------------------------------------- */

/* p:captures(number) -> list of names */
static int pattern_captures(lua_State *L) {
  pattern_box *box = check_patterns(L);
  size_t number = (size_t)luaL_optinteger(L, 2, 1) - 1;
  const char *name;
  lua_newtable(L);
  for (size_t i = 0; (name = gloss_patterns_capture(box->patterns, number,
                                                    i)) != NULL; i++) {
    lua_pushstring(L, name);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

/* p:layers() -> list of the layers whose rows it asks for */
static int pattern_layers(lua_State *L) {
  pattern_box *box = check_patterns(L);
  const char *name;
  lua_newtable(L);
  for (size_t i = 0; (name = gloss_patterns_layer(box->patterns, i)) != NULL;
       i++) {
    lua_pushstring(L, name);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

/* p:longer() -> the first pattern (from 1) that may take more than one token,
** or an annotation; nil */
static int pattern_longer(lua_State *L) {
  pattern_box *box = check_patterns(L);
  size_t number = gloss_patterns_longer(box->patterns);
  if (number == gloss_patterns_count(box->patterns)) return luaL_pushfail(L), 1;
  lua_pushinteger(L, (lua_Integer)number + 1);
  return 1;
}

/* core.is_span_field(name): no capture may be called so */
static int is_span_field(lua_State *L) {
  lua_pushboolean(L, bind_is_span_field(luaL_checkstring(L, 1)));
  return 1;
}

static const luaL_Reg methods[] = {
  { "find", pattern_find },       { "match", pattern_match },
  { "gmatch", pattern_gmatch },   { "count", pattern_count },
  { "explain", pattern_explain }, { "nearest", pattern_nearest },
  { "captures", pattern_captures }, { "layers", pattern_layers },
  { "longer", pattern_longer },
  { NULL, NULL }
};
static const luaL_Reg metamethods[] = { { "__gc", pattern_free },
                                        { NULL, NULL } };
static const luaL_Reg functions[] = { { "patterns", patterns_new },
                                      { "is_span_field", is_span_field },
                                      { NULL, NULL } };

void bind_open_pattern(lua_State *L) {
  luaL_setfuncs(L, functions, 0);
  luaL_newmetatable(L, BIND_PATTERNS);
  luaL_setfuncs(L, metamethods, 0);
  luaL_newlib(L, methods);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 1);
}

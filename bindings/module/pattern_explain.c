/* pattern_explain.c - how a match came about, and what came near to one. */
#include "module/pattern.h"

/* The span of the tokens first to last. */
static gloss_span token_span(const bind_doc *owner, uint32_t first,
                             uint32_t last) {
  gloss_token_columns t = gloss_doc_token_columns(owner->doc);
  return (gloss_span){ t.starts[first], t.ends[last] };
}

/* Pushes { span = s, source = text } */
static void push_step(lua_State *L, const pattern_search *s, gloss_span span,
                      gloss_slice source) {
  lua_createtable(L, 0, 2);
  bind_push_span(L, s->doc, BIND_FREE, NULL, 0, span);
  lua_setfield(L, -2, "span");
  lua_pushlstring(L, source.bytes, source.len);
  lua_setfield(L, -2, "source");
}

/* p:explain(match) -> list of { span, source } */
static int pattern_explain(lua_State *L) {
  pattern_search s = bind_pattern_search(L);
  bind_span *span = bind_check_span(L, 2);
  gloss_match match = { .span = span->span, .pattern = span->index };
  const gloss_step *steps;
  gloss_error err;
  size_t count;
  luaL_argcheck(L, span->source == BIND_PATTERN_MATCH &&
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
  pattern_search s;
  gloss_error err;
  gloss_miss miss;
  lua_Integer number = luaL_optinteger(L, 3, 1);
  lua_settop(L, 2);
  s = bind_pattern_search(L);
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

const luaL_Reg bind_pattern_reasons[] = { { "explain", pattern_explain },
                                          { "nearest", pattern_nearest },
                                          { NULL, NULL } };

/* span.c - the span type: a place in a document that may be kept. */
#include <string.h>

#include "module/bind.h"

/* ---- Places -------------------------------------------------------------- */

void bind_push_first(lua_State *L, gloss_span span) {
  lua_pushinteger(L, (lua_Integer)span.start + 1);
}

void bind_push_last(lua_State *L, gloss_span span) {
  lua_pushinteger(L, (lua_Integer)span.end);
}

static bool on_edge(const bind_doc *owner, size_t at) {
  return at == owner->len || ((unsigned char)owner->text[at] & 0xC0) != 0x80;
}

bool bind_is_place(const bind_doc *owner, lua_Integer first, lua_Integer last) {
  return first >= 1 && last >= first && (lua_Unsigned)last <= owner->len &&
         on_edge(owner, (size_t)first - 1) && on_edge(owner, (size_t)last);
}

gloss_span bind_check_place(lua_State *L, const bind_doc *owner, int arg) {
  lua_Integer first = luaL_checkinteger(L, arg);
  lua_Integer last = luaL_checkinteger(L, arg + 1);
  if (!bind_is_place(owner, first, last))
    luaL_error(L, "%I to %I is no span of a text of %I bytes",
               (LUAI_UACINT)first, (LUAI_UACINT)last, (LUAI_UACINT)owner->len);
  return (gloss_span){ (uint32_t)first - 1, (uint32_t)last };
}

/* ---- Check and push ------------------------------------------------------ */

const char bind_span_key = 0;

void *bind_test_type(lua_State *L, int arg, const char *key) {
  void *value = lua_touserdata(L, arg);
  if (value == NULL || !lua_getmetatable(L, arg)) return NULL;
  lua_rawgetp(L, LUA_REGISTRYINDEX, key);
  if (!lua_rawequal(L, -1, -2)) value = NULL;
  lua_pop(L, 2);
  return value;
}

bind_span *bind_test_span(lua_State *L, int arg) {
  return bind_test_type(L, arg, &bind_span_key);
}

bind_span *bind_check_span(lua_State *L, int arg) {
  bind_span *span = bind_test_span(L, arg);
  if (span == NULL) span = luaL_checkudata(L, arg, BIND_SPAN); /* raises */
  bind_check_open(L, span->owner);
  return span;
}

/* Gives the value on top the type of a span. */
static void set_type(lua_State *L) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &bind_span_key);
  lua_setmetatable(L, -2);
}

bind_span *bind_push_span(lua_State *L, int doc, bind_source source,
                          const gloss_layer *layer, uint32_t index,
                          gloss_span place) {
  bind_span *span;
  doc = lua_absindex(L, doc);
  span = lua_newuserdatauv(L, sizeof *span, 1);
  span->owner = lua_touserdata(L, doc);
  span->layer = layer;
  span->span = place;
  span->index = span->place = index;
  span->source = source;
  lua_pushvalue(L, doc);
  lua_setiuservalue(L, -2, 1);
  set_type(L);
  return span;
}

/* Pushes a span with `more` bytes behind it; what found it is at `by`. */
static bind_span *push_found(lua_State *L, int doc, int by, bind_source source,
                             size_t more) {
  bind_span *span;
  doc = lua_absindex(L, doc);
  by = lua_absindex(L, by);
  span = lua_newuserdatauv(L, sizeof *span + more, 2);
  memset(span, 0, sizeof *span + more);
  span->owner = lua_touserdata(L, doc);
  span->source = source;
  lua_pushvalue(L, doc);
  lua_setiuservalue(L, -2, 1);
  lua_pushvalue(L, by);
  lua_setiuservalue(L, -2, 2);
  set_type(L);
  return span;
}

bind_span *bind_push_match(lua_State *L, int doc, int regex, size_t groups) {
  return push_found(L, doc, regex, BIND_MATCH, groups * sizeof(gloss_span));
}

bind_span *bind_push_pattern_match(lua_State *L, int doc, int patterns,
                                   size_t captures) {
  return push_found(L, doc, patterns, BIND_PATTERN_MATCH,
                    captures * sizeof(gloss_capture));
}

static void push_text(lua_State *L, const bind_span *s) {
  lua_pushlstring(L, s->owner->text + s->span.start,
                  s->span.end - s->span.start);
}

/* ---- Captures of a match ------------------------------------------------- */

static void push_group(lua_State *L, int doc, gloss_span group) {
  if (group.start == UINT32_MAX)
    lua_pushnil(L);
  else
    bind_push_span(L, doc, BIND_FREE, NULL, 0, group);
}

/* What found the match at stack index 1: its regex, its patterns. */
static const void *finder_of(lua_State *L) {
  const void *finder;
  lua_getiuservalue(L, 1, 2);
  finder = *(void **)lua_touserdata(L, -1);
  if (finder == NULL) luaL_error(L, "the pattern is gone"); /* L closes */
  lua_pop(L, 1);
  return finder;
}

void bind_push_capture(lua_State *L, int doc, const gloss_capture *c) {
  if (c->span.start == UINT32_MAX)
    lua_pushnil(L);
  else if (c->layer != NULL)
    bind_push_span(L, doc, BIND_LAYER, c->layer, c->row, c->span);
  else
    bind_push_span(L, doc, BIND_FREE, NULL, 0, c->span);
}

/* A capture of a pattern by its name; false, pushing nothing: there is none. */
static bool push_named_capture(lua_State *L, int doc, bind_span *s,
                               const char *name) {
  const gloss_patterns *patterns = finder_of(L);
  const char *other;
  for (size_t i = 0;
       (other = gloss_patterns_capture(patterns, s->index, i)) != NULL; i++) {
    if (strcmp(other, name) != 0) continue;
    bind_push_capture(L, doc, &bind_captures(s)[i]);
    return true;
  }
  return false;
}

/* A name may belong to several groups; the first that is set counts. */
static bool push_named_group(lua_State *L, int doc, const bind_span *s,
                             const char *name) {
  const gloss_regex *regex = finder_of(L);
  bool known = false;
  for (size_t i = 1; i < gloss_regex_group_count(regex); i++) {
    const char *other = gloss_regex_group_name(regex, i);
    if (other == NULL || strcmp(other, name) != 0) continue;
    known = true;
    if (s->groups[i].start == UINT32_MAX) continue;
    push_group(L, doc, s->groups[i]);
    return true;
  }
  if (known) lua_pushnil(L);
  return known;
}

/* How many groups a match has, with the whole match, which is 0. */
static size_t group_count(lua_State *L, const bind_span *s) {
  size_t n = 1;
  if (s->source == BIND_MATCH) return gloss_regex_group_count(finder_of(L));
  while (gloss_patterns_capture(finder_of(L), s->index, n - 1) != NULL) n++;
  return n;
}

static int push_numbered_group(lua_State *L, bind_span *s) {
  lua_Integer i = lua_tointeger(L, 2);
  size_t groups;
  if (s->source < BIND_MATCH) return luaL_error(L, "a span has no captures");
  groups = group_count(L, s);
  if (i < 0 || (size_t)i >= groups)
    return luaL_error(L, "no capture %I (there are %I)", (LUAI_UACINT)i,
                      (LUAI_UACINT)groups - 1);
  lua_getiuservalue(L, 1, 1);
  if (i == 0)
    push_group(L, -1, s->span);
  else if (s->source == BIND_MATCH)
    push_group(L, -1, s->groups[i]);
  else
    bind_push_capture(L, lua_gettop(L), &bind_captures(s)[i - 1]);
  return 1;
}

/* ---- Fields -------------------------------------------------------------- */

/* A field that only spans of this source have. */
static bool push_own(lua_State *L, int doc, const bind_span *s, int key) {
  bind_field field;
  size_t len;
  const char *name = lua_tolstring(L, key, &len);
  if (!bind_find_own_field(s->source, s->layer, name, len, &field))
    return false;
  bind_push_field(L, doc, s, &field);
  return true;
}

/* Extensions of the layer of the span at 1, or an error. */
static int push_extension(lua_State *L, const bind_span *s) {
  if (s->layer != NULL) {
    if (bind_push_extended(L, s->layer, "methods", 2)) return 1;
    if (bind_push_extended(L, s->layer, "getters", 2)) {
      lua_pushvalue(L, 1);
      lua_call(L, 1, 1);
      return 1;
    }
  }
  return bind_unknown_field(L, s->source, s->layer, lua_tostring(L, 2));
}

/* Upvalue 1: name -> a method, or the number of a field of every span. */
static int span_index(lua_State *L) {
  bind_span *s = bind_check_span(L, 1);
  if (lua_type(L, 2) != LUA_TSTRING) {
    luaL_argexpected(L, lua_isinteger(L, 2), 2, "name or number");
    return push_numbered_group(L, s);
  }
  lua_getiuservalue(L, 1, 1);
  lua_pushvalue(L, 2);
  switch (lua_rawget(L, lua_upvalueindex(1))) {
    case LUA_TFUNCTION: return 1;
    case LUA_TNUMBER: {
      bind_field field = { BIND_GETTER, (int)lua_tointeger(L, -1), 0 };
      bind_push_field(L, 3, s, &field);
      return 1;
    }
    default: break;
  }
  if (push_own(L, 3, s, 2)) return 1;
  if (s->source == BIND_MATCH && push_named_group(L, 3, s, lua_tostring(L, 2)))
    return 1;
  if (s->source == BIND_PATTERN_MATCH &&
      push_named_capture(L, 3, s, lua_tostring(L, 2)))
    return 1;
  return push_extension(L, s);
}

/* ---- Methods ------------------------------------------------------------- */

/* s:ref() -> "ID#120-145" */
static int span_ref(lua_State *L) {
  bind_span *s = bind_check_span(L, 1);
  lua_getiuservalue(L, 1, 1);
  if (bind_push_doc_field(L, -1, "id") == LUA_TNIL) lua_pushliteral(L, "");
  lua_pushfstring(L, "#%I-%I", (LUAI_UACINT)s->span.start,
                  (LUAI_UACINT)s->span.end);
  lua_concat(L, 2);
  return 1;
}

/* Fields that say why a span is there, in this order. */
static const char *const reasons[] = { "rule", "because", "via", "form",
                                       "reason", "entry", "id" };

/* s:why() -> "tokens, rule hyphen"; "entities, via alias, id org:rdif" */
static int span_why(lua_State *L) {
  bind_span *s = bind_check_span(L, 1);
  lua_settop(L, 1);
  lua_getiuservalue(L, 1, 1);
  lua_getfield(L, 1, "layer");
  if (lua_isnil(L, 3)) {
    lua_pushstring(L, s->source >= BIND_MATCH ? "match" : "span");
    return 1;
  }
  for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++) {
    lua_pushstring(L, reasons[i]);
    if (push_own(L, 2, s, 4) && !lua_isnil(L, -1)) {
      luaL_tolstring(L, -1, NULL);
      lua_pushfstring(L, "%s, %s %s", lua_tostring(L, 3), reasons[i],
                      lua_tostring(L, -1));
      lua_replace(L, 3);
    }
    lua_settop(L, 3);
  }
  return 1;
}

/* s:context(n) -> the span from n tokens before it to n after it */
static int span_context(lua_State *L) {
  bind_span *s = bind_check_span(L, 1);
  lua_Integer asked = luaL_optinteger(L, 2, 8);
  gloss_token_columns tokens = gloss_doc_token_columns(s->owner->doc);
  size_t low = gloss_doc_token_after(s->owner->doc, s->span.start);
  size_t high = gloss_doc_token_after(s->owner->doc, s->span.end);
  gloss_span around = s->span;
  size_t n;
  luaL_argcheck(L, asked >= 0, 2, "not below 0");
  n = (lua_Unsigned)asked < tokens.count ? (size_t)asked : tokens.count;
  if (high < tokens.count && tokens.starts[high] < s->span.end) high++;
  low = low > n ? low - n : 0;
  high = tokens.count - high > n ? high + n : tokens.count;
  if (low < high) { /* the tokens low to high - 1 */
    if (tokens.starts[low] < around.start) around.start = tokens.starts[low];
    if (tokens.ends[high - 1] > around.end) around.end = tokens.ends[high - 1];
  }
  lua_getiuservalue(L, 1, 1);
  bind_push_span(L, -1, BIND_FREE, NULL, 0, around);
  return 1;
}

static int span_tostring(lua_State *L) {
  push_text(L, luaL_checkudata(L, 1, BIND_SPAN));
  return 1;
}

static int span_len(lua_State *L) {
  bind_span *s = luaL_checkudata(L, 1, BIND_SPAN);
  lua_pushinteger(L, (lua_Integer)(s->span.end - s->span.start));
  return 1;
}

static int span_eq(lua_State *L) {
  bind_span *a = bind_test_span(L, 1), *b = bind_test_span(L, 2);
  lua_pushboolean(L, a != NULL && b != NULL && a->owner == b->owner &&
                         a->span.start == b->span.start &&
                         a->span.end == b->span.end);
  return 1;
}

/* Either side of `..` may be a span. */
static int span_concat(lua_State *L) {
  luaL_tolstring(L, 1, NULL);
  luaL_tolstring(L, 2, NULL);
  lua_concat(L, 2);
  return 1;
}

static const luaL_Reg methods[] = { { "ref", span_ref },
                                    { "why", span_why },
                                    { "context", span_context },
                                    { NULL, NULL } };
static const luaL_Reg metamethods[] = {
  { "__tostring", span_tostring }, { "__len", span_len },
  { "__eq", span_eq },             { "__concat", span_concat },
  { NULL, NULL }
};

void bind_open_span(lua_State *L) {
  luaL_newmetatable(L, BIND_SPAN);
  lua_pushvalue(L, -1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &bind_span_key);
  luaL_setfuncs(L, metamethods, 0);
  luaL_newlib(L, methods);
  bind_add_getters(L);
  lua_pushcclosure(L, span_index, 1);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 1);
}

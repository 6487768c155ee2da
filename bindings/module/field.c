/* field.c - what `span.name` is: fields of every span, of tokens and
** sentences, columns of layers, captures of matches, and extensions. */
#include <string.h>

#include "module/bind.h"

/* ---- Fields that every span has ------------------------------------------ */

/* What a getter reads: the span, and its document at stack index `doc`. */
typedef void getter(lua_State *L, int doc, const bind_span *s);

static void get_first(lua_State *L, int doc, const bind_span *s) {
  (void)doc;
  bind_push_first(L, s->span);
}

static void get_last(lua_State *L, int doc, const bind_span *s) {
  (void)doc;
  bind_push_last(L, s->span);
}

static void get_text(lua_State *L, int doc, const bind_span *s) {
  (void)doc;
  lua_pushlstring(L, s->owner->text + s->span.start,
                  s->span.end - s->span.start);
}

static void transformed(lua_State *L, const bind_span *s, gloss_transform how) {
  if (bind_push_transform(L, how, s->owner->text + s->span.start,
                          s->span.end - s->span.start) != 1)
    lua_error(L);
}

static void get_folded(lua_State *L, int doc, const bind_span *s) {
  (void)doc;
  transformed(L, s, GLOSS_FOLD);
}

static void get_shape(lua_State *L, int doc, const bind_span *s) {
  (void)doc;
  transformed(L, s, GLOSS_SHAPE);
}

static void get_doc(lua_State *L, int doc, const bind_span *s) {
  (void)s;
  lua_pushvalue(L, doc);
}

static void get_layer(lua_State *L, int doc, const bind_span *s) {
  size_t len;
  const char *name;
  (void)doc;
  if (s->source != BIND_LAYER) {
    lua_pushstring(L, bind_source_name(s->source)); /* nil for a free one */
    return;
  }
  name = gloss_layer_name(s->layer, &len);
  lua_pushlstring(L, name, len);
}

static void get_index(lua_State *L, int doc, const bind_span *s) {
  (void)doc;
  if (s->source == BIND_FREE || s->source >= BIND_MATCH)
    lua_pushnil(L);
  else
    lua_pushinteger(L, (lua_Integer)s->index + 1);
}

/* The row of the core's `source` around the start of `s`, from 1; or 0. */
static size_t row_around(lua_State *L, const bind_span *s, bind_source source,
                         bind_rows *rows) {
  gloss_error err;
  size_t low = 0, high;
  if (!bind_rows_of(s->owner, source, NULL, rows, &err))
    luaL_error(L, "%s", err.message);
  high = rows->count;
  while (low < high) { /* the last that starts at or before it */
    size_t middle = low + (high - low) / 2;
    if (bind_row(rows, middle).start <= s->span.start)
      low = middle + 1;
    else
      high = middle;
  }
  return low > 0 && bind_row(rows, low - 1).end > s->span.start ? low : 0;
}

static void get_around(lua_State *L, int doc, const bind_span *s,
                       bind_source source) {
  bind_rows rows;
  size_t row = row_around(L, s, source, &rows);
  if (row == 0)
    lua_pushnil(L);
  else
    bind_push_span(L, doc, source, NULL, (uint32_t)row - 1,
                   bind_row(&rows, row - 1));
}

static void get_sentence(lua_State *L, int doc, const bind_span *s) {
  get_around(L, doc, s, BIND_SENTENCES);
}

static void get_paragraph(lua_State *L, int doc, const bind_span *s) {
  get_around(L, doc, s, BIND_PARAGRAPHS);
}

static void get_tokens(lua_State *L, int doc, const bind_span *s) {
  bind_push_overlapping(L, doc, "tokens", s->span);
}

static void get_sentences(lua_State *L, int doc, const bind_span *s) {
  bind_push_overlapping(L, doc, "sentences", s->span);
}

static void get_entities(lua_State *L, int doc, const bind_span *s) {
  bind_push_overlapping(L, doc, "entities", s->span);
}

static void get_masked(lua_State *L, int doc, const bind_span *s) {
  (void)doc;
  lua_pushboolean(L,
                  gloss_doc_masked(s->owner->doc, s->span.start, s->span.end));
}

static const struct {
  const char *name;
  getter *get;
} getters[] = {
  { "first", get_first },       { "last", get_last },
  { "text", get_text },         { "folded", get_folded },
  { "shape", get_shape },       { "doc", get_doc },
  { "layer", get_layer },       { "index", get_index },
  { "sentence", get_sentence }, { "paragraph", get_paragraph },
  { "tokens", get_tokens },     { "sentences", get_sentences },
  { "entities", get_entities }, { "masked", get_masked },
};
enum { GETTERS = sizeof getters / sizeof *getters };

static int find_getter(const char *name) {
  for (int i = 0; i < GETTERS; i++)
    if (strcmp(getters[i].name, name) == 0) return i;
  return -1;
}

bool bind_is_span_field(const char *name) {
  static const char *const methods[] = { "ref", "why", "context" };
  for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
    if (strcmp(methods[i], name) == 0) return true;
  return find_getter(name) >= 0;
}

/* ---- Fields of tokens and sentences -------------------------------------- */

enum { KIND, CLITIC, FLAGS, RULE, TOKEN_FIELDS };
static const char *const token_fields[] = { "kind", "clitic", "flags", "rule" };
static const char *const flag_names[] = { "clitic", "abbreviation", "one_atom",
                                          "ascii" };

static void push_flags(lua_State *L, unsigned flags) {
  lua_Integer n = 0;
  lua_newtable(L);
  for (unsigned i = 0; i < sizeof flag_names / sizeof *flag_names; i++) {
    if (!(flags & 1u << i)) continue;
    lua_pushstring(L, flag_names[i]);
    lua_rawseti(L, -2, ++n);
  }
}

static void push_token_field(lua_State *L, const bind_span *s, int number) {
  gloss_token token = gloss_doc_token(s->owner->doc, s->index);
  switch (number) {
    case KIND:
      lua_pushstring(L, gloss_kind_name((gloss_kind)token.kind));
      break;
    case CLITIC: lua_pushboolean(L, token.flags & GLOSS_CLITIC); break;
    case FLAGS: push_flags(L, token.flags); break;
    default: lua_pushstring(L, gloss_token_rule_name(token.rule)); break;
  }
}

static void push_sentence_rule(lua_State *L, const bind_span *s) {
  gloss_error err;
  bind_rows rows;
  if (!bind_rows_of(s->owner, BIND_SENTENCES, NULL, &rows, &err))
    luaL_error(L, "%s", err.message);
  lua_pushstring(L, gloss_sentence_rule_name(rows.sentences[s->index].rule));
}

/* ---- Columns of layers, and what extends them ---------------------------- */

void bind_push_value(lua_State *L, int doc, const gloss_value *value) {
  switch (value->kind) {
    case GLOSS_NIL: lua_pushnil(L); break;
    case GLOSS_BOOLEAN: lua_pushboolean(L, value->as.boolean); break;
    case GLOSS_INTEGER: lua_pushinteger(L, value->as.integer); break;
    case GLOSS_REAL: lua_pushnumber(L, value->as.real); break;
    case GLOSS_STRING:
      lua_pushlstring(L, value->as.string.bytes, value->as.string.len);
      break;
    case GLOSS_REF:
      bind_push_span(L, doc, BIND_FREE, NULL, 0, value->as.ref.span);
      break;
  }
}

/* Pushes what core.extend gave to `layer`: its table `part`, or nil. */
static void push_extension(lua_State *L, const gloss_layer *layer,
                           const char *part) {
  size_t len;
  const char *name = gloss_layer_name(layer, &len);
  lua_getfield(L, LUA_REGISTRYINDEX, "gloss.extensions");
  lua_pushlstring(L, name, len);
  if (lua_rawget(L, -2) == LUA_TTABLE)
    lua_getfield(L, -1, part);
  else
    lua_pushnil(L);
  lua_replace(L, -3);
  lua_pop(L, 1);
}

bool bind_push_extended(lua_State *L, const gloss_layer *layer,
                        const char *part, int key) {
  key = lua_absindex(L, key);
  push_extension(L, layer, part);
  if (lua_type(L, -1) == LUA_TTABLE) {
    lua_pushvalue(L, key);
    if (lua_rawget(L, -2) != LUA_TNIL) {
      lua_remove(L, -2);
      return true;
    }
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
  return false;
}

/* core.extend(layer, { getters = {...}, methods = {...} }) */
static int extend(lua_State *L) {
  const char *name = luaL_checkstring(L, 1);
  luaL_checktype(L, 2, LUA_TTABLE);
  if (bind_source_named(name) != BIND_FREE)
    return luaL_error(L, "'%s' cannot be extended: they are no layer", name);
  lua_pushnil(L);
  while (lua_next(L, 2) != 0) {
    const char *part = luaL_checkstring(L, -2);
    if (strcmp(part, "getters") != 0 && strcmp(part, "methods") != 0)
      return luaL_error(L, "no \"%s\" of gloss.core.extend (there are getters, "
                        "methods)", part);
    luaL_checktype(L, -1, LUA_TTABLE);
    lua_pop(L, 1);
  }
  lua_getfield(L, LUA_REGISTRYINDEX, "gloss.extensions");
  lua_pushvalue(L, 1);
  lua_pushvalue(L, 2);
  lua_rawset(L, -3);
  return 0;
}

/* ---- Any field ----------------------------------------------------------- */

bool bind_find_own_field(bind_source source, const gloss_layer *layer,
                         const char *name, size_t len, bind_field *field) {
  field->key = 0;
  if (source == BIND_LAYER) {
    *field = (bind_field){ BIND_COLUMN, -1, 0 };
    if (layer != NULL)
      field->number = gloss_layer_find_column(layer, name, len);
    return field->number >= 0;
  }
  field->how = source == BIND_TOKENS ? BIND_OF_TOKEN : BIND_OF_SENTENCE;
  for (field->number = 0; field->number < TOKEN_FIELDS; field->number++)
    if (strcmp(token_fields[field->number], name) == 0) break;
  return field->number < TOKEN_FIELDS &&
         (source == BIND_TOKENS ||
          (source == BIND_SENTENCES && field->number == RULE));
}

bool bind_find_field(lua_State *L, const bind_rows *rows, int key,
                     bind_field *field) {
  size_t len;
  const char *name = lua_tolstring(L, key, &len);
  int number = find_getter(name);
  if (number >= 0) {
    *field = (bind_field){ BIND_GETTER, number, 0 };
    return true;
  }
  if (bind_find_own_field(rows->source, rows->layer, name, len, field))
    return true;
  if (rows->layer == NULL ||
      !bind_push_extended(L, rows->layer, "getters", key))
    return false;
  lua_pop(L, 1);
  *field = (bind_field){ BIND_EXTENDED, 0, lua_absindex(L, key) };
  return true;
}

void bind_push_field(lua_State *L, int doc, const bind_span *s,
                     const bind_field *field) {
  gloss_value value;
  switch (field->how) {
    case BIND_GETTER: getters[field->number].get(L, doc, s); break;
    case BIND_OF_TOKEN: push_token_field(L, s, field->number); break;
    case BIND_OF_SENTENCE: push_sentence_rule(L, s); break;
    case BIND_COLUMN:
      value = gloss_layer_value(s->layer, s->index, field->number);
      bind_push_value(L, doc, &value);
      break;
    case BIND_EXTENDED:
      bind_push_extended(L, s->layer, "getters", field->key);
      bind_push_span(L, doc, s->source, s->layer, s->index, s->span);
      lua_call(L, 1, 1);
      break;
  }
}

size_t bind_sentence_number(lua_State *L, const bind_span *s) {
  bind_rows rows;
  return row_around(L, s, BIND_SENTENCES, &rows);
}

size_t bind_paragraph_number(lua_State *L, const bind_span *s) {
  bind_rows rows;
  return row_around(L, s, BIND_PARAGRAPHS, &rows);
}

/* ---- Names, for messages ------------------------------------------------- */

static void add_name(lua_State *L, const char *name, size_t len) {
  lua_pushlstring(L, name, len);
  lua_pushboolean(L, 1);
  lua_rawset(L, -3);
}

/* Moves the keys of the table on top (if it is one) to the table below. */
static void add_keys(lua_State *L) {
  if (lua_istable(L, -1)) {
    lua_pushnil(L);
    while (lua_next(L, -2) != 0) {
      lua_pop(L, 1);
      lua_pushvalue(L, -1);
      lua_pushboolean(L, 1);
      lua_rawset(L, -5);
    }
  }
  lua_pop(L, 1);
}

static void add_layer_names(lua_State *L, const gloss_layer *layer) {
  for (size_t i = 0; i < gloss_layer_column_count(layer); i++) {
    size_t len;
    const char *name = gloss_layer_column_name(layer, (int)i, &len);
    add_name(L, name, len);
  }
  push_extension(L, layer, "getters");
  add_keys(L);
  push_extension(L, layer, "methods");
  add_keys(L);
}

int bind_unknown_field(lua_State *L, bind_source source,
                       const gloss_layer *layer, const char *name) {
  static const char *const methods[] = { "ref", "why", "context" };
  const char *of = bind_source_name(source);
  size_t len;
  bind_check_stack(L, 8);
  if (layer != NULL) of = gloss_layer_name(layer, &len);
  if (of == NULL)
    lua_pushliteral(L, "field of a span");
  else
    lua_pushfstring(L, "field of %s", of);
  lua_newtable(L);
  for (size_t i = 0; i < GETTERS; i++)
    add_name(L, getters[i].name, strlen(getters[i].name));
  for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
    add_name(L, methods[i], strlen(methods[i]));
  if (source == BIND_TOKENS)
    for (size_t i = 0; i < TOKEN_FIELDS; i++)
      add_name(L, token_fields[i], strlen(token_fields[i]));
  if (source == BIND_SENTENCES) add_name(L, "rule", 4);
  if (layer != NULL) add_layer_names(L, layer);
  return bind_unknown(L, lua_tostring(L, -2), name, -1);
}

/* ---- Tables -------------------------------------------------------------- */

void bind_add_getters(lua_State *L) {
  for (int i = 0; i < GETTERS; i++) {
    lua_pushinteger(L, i);
    lua_setfield(L, -2, getters[i].name);
  }
}

void bind_open_field(lua_State *L) {
  lua_newtable(L);
  lua_setfield(L, LUA_REGISTRYINDEX, "gloss.extensions");
  lua_pushcfunction(L, extend);
  lua_setfield(L, -2, "extend");
}

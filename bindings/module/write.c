/* write.c - the rows of a layer as JSON, JSON lines or TSV, without a Lua
** value for each row. */
#include <string.h>

#include "module/write.h"

typedef enum format { JSON, JSONL, TSV } format;

/* What a field writes. */
typedef enum what {
  OF_START, OF_END, OF_SENTENCE, OF_PARAGRAPH,
  OF_TEXT, OF_KIND, OF_CLITIC, OF_FOLDED,
  OF_ID, OF_DATE, OF_COLUMN, OF_OTHER, /* any field, through Lua */
  OF_OBJECT, OF_NOTHING                /* a layer without rows */
} what;

typedef struct field {
  const char *label; /* what it is called in the output, and the same as */
  size_t label_len;  /* JSON writes it: `"label":`; anchored */
  const char *json;
  size_t json_len;
  what what;
  bool optional;     /* left out where nil or false */
  int ref;           /* column of the span it is read at; -1: the row's own */
  int column;        /* of OF_COLUMN */
  bind_field other;  /* of OF_OTHER */
  size_t first, count; /* of OF_OBJECT: its fields */
} field;

enum { MAX_FIELDS = 64 };

typedef struct writer {
  lua_State *L;
  bind_buffer *b;
  bind_rows rows;
  format format;
  bind_units units;
  bool all;
  int doc;     /* stack index */
  size_t used; /* of `fields`: those of the row, then those of objects */
  size_t count;
  bool lua;    /* a field calls Lua, which may take the buffer */
  field fields[MAX_FIELDS];
} writer;

/* ---- Reading the fields asked for ---------------------------------------- */

static const struct {
  const char *name;
  what what;
} own[] = {
  { "start", OF_START },         { "end", OF_END },
  { "sentence", OF_SENTENCE },   { "paragraph", OF_PARAGRAPH },
  { "text", OF_TEXT },           { "folded", OF_FOLDED },
  { "doc", OF_ID },
};

static field *new_field(writer *w) {
  if (w->used == MAX_FIELDS) luaL_error(w->L, "too many fields to write");
  w->fields[w->used] = (field){ .ref = -1, .column = -1 };
  return &w->fields[w->used++];
}

/* A column, or what all spans of the source have; `key`: its name. */
static void find_other(writer *w, field *f, int key) {
  size_t len;
  const char *name = lua_tolstring(w->L, key, &len);
  if (w->rows.layer != NULL) {
    f->column = gloss_layer_find_column(w->rows.layer, name, len);
    f->what = OF_COLUMN;
    if (f->column >= 0) return;
  }
  if (strcmp(name, "date") == 0) {
    f->what = OF_DATE;
  } else if (w->rows.source == BIND_TOKENS && strcmp(name, "kind") == 0) {
    f->what = OF_KIND;
  } else if (w->rows.source == BIND_TOKENS && strcmp(name, "clitic") == 0) {
    f->what = OF_CLITIC;
  } else if (bind_find_field(w->L, &w->rows, key, &f->other)) {
    f->what = OF_OTHER;
    w->lua = w->lua || f->other.how == BIND_EXTENDED;
  } else if (w->rows.source == BIND_LAYER && w->rows.count == 0) {
    f->what = OF_NOTHING;
  } else {
    bind_unknown_field(w->L, w->rows.source, w->rows.layer, name);
  }
}

/* Finds what `name` (on top of the stack, and left there) means. */
static void find_field(writer *w, field *f) {
  const char *name = lua_tostring(w->L, -1);
  for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
    if (strcmp(own[i].name, name) != 0) continue;
    f->what = own[i].what;
    return;
  }
  find_other(w, f, lua_gettop(w->L));
}

static int find_ref(writer *w, const char *name, size_t len) {
  int column = -1;
  if (w->rows.layer != NULL)
    column = gloss_layer_find_column(w->rows.layer, name, len);
  if (column < 0 && w->rows.count > 0)
    bind_unknown_field(w->L, w->rows.source, w->rows.layer, name);
  return column;
}

/* Makes the label as JSON has it, and leaves it on the stack. */
static void make_label(writer *w, field *f) {
  bind_buffer *b = bind_take_buffer(w->L);
  bind_put_string(w->L, b, f->label, f->label_len, true);
  bind_put_char(w->L, b, ':');
  bind_push_buffer(w->L, b);
  f->json = lua_tolstring(w->L, -1, &f->json_len);
}

/* Reads "label=name?" on top of the stack; what it anchors stays below. */
static void read_spec(writer *w, field *f) {
  lua_State *L = w->L;
  size_t len;
  const char *spec = lua_tolstring(L, -1, &len), *equals, *dot;
  f->optional = len > 0 && spec[len - 1] == '?';
  if (f->optional) len--;
  equals = memchr(spec, '=', len);
  f->label = spec;
  f->label_len = equals != NULL ? (size_t)(equals - spec) : len;
  make_label(w, f);
  if (equals != NULL) {
    len -= (size_t)(equals + 1 - spec);
    spec = equals + 1;
  }
  dot = memchr(spec, '.', len);
  if (dot != NULL && w->format == TSV) { /* speaker.start: at a reference */
    f->ref = find_ref(w, spec, (size_t)(dot - spec));
    if (f->ref < 0) f->ref = -2; /* no row has one */
    len -= (size_t)(dot + 1 - spec);
    spec = dot + 1;
  }
  lua_pushlstring(L, spec, len);
  find_field(w, f);
}

static void read_object(writer *w, size_t number, int spec);

/* Reads the list of fields at index `list` to w->fields[first ...]. All
** strings are left on the stack, as anchors. */
static size_t read_fields(writer *w, int list) {
  lua_State *L = w->L;
  size_t count = (size_t)luaL_len(L, list), first = w->used;
  for (size_t i = 0; i < count; i++) new_field(w);
  for (size_t i = 0; i < count; i++) {
    bind_check_stack(L, 8);
    lua_rawgeti(L, list, (lua_Integer)i + 1);
    if (lua_type(L, -1) == LUA_TSTRING)
      read_spec(w, &w->fields[first + i]);
    else
      read_object(w, first + i, lua_gettop(L));
  }
  return count;
}

/* { name = "speaker", ref = "speaker", fields = {...} } */
static void read_object(writer *w, size_t number, int spec) {
  lua_State *L = w->L;
  field *f = &w->fields[number];
  size_t len, count, first;
  const char *ref;
  luaL_checktype(L, spec, LUA_TTABLE);
  if (w->format == TSV) luaL_error(L, "TSV holds no objects");
  lua_getfield(L, spec, "name");
  lua_getfield(L, spec, "ref");
  lua_getfield(L, spec, "fields");
  f->label = luaL_checklstring(L, spec + 1, &f->label_len);
  f->optional = f->label_len > 0 && f->label[f->label_len - 1] == '?';
  if (f->optional) f->label_len--;
  make_label(w, f);
  ref = luaL_checklstring(L, spec + 2, &len);
  luaL_checktype(L, spec + 3, LUA_TTABLE);
  f->what = OF_OBJECT;
  f->ref = find_ref(w, ref, len);
  if (f->ref < 0) f->ref = -2;
  first = w->used;
  count = read_fields(w, spec + 3);
  f->first = first;
  f->count = count;
  for (size_t i = first; i < first + count; i++)
    if (w->fields[i].ref == -1) w->fields[i].ref = f->ref;
}

/* ---- Values -------------------------------------------------------------- */

/* A value before it is written. Strings live as long as the row is. */
typedef struct value {
  enum { NIL, BOOLEAN, INTEGER, REAL, STRING, OBJECT } kind;
  bool boolean;
  int64_t integer;
  double real;
  const char *bytes;
  size_t len;
  bool trusted; /* known to be UTF-8 */
} value;

static value string_value(const char *bytes, size_t len, bool trusted) {
  return (value){ .kind = STRING, .bytes = bytes, .len = len,
                  .trusted = trusted };
}

static value number_value(size_t n) {
  return (value){ .kind = INTEGER, .integer = (int64_t)n };
}

static value of_gloss(const writer *w, const gloss_value *v) {
  const char *text = w->rows.owner->text;
  switch (v->kind) {
    case GLOSS_BOOLEAN:
      return (value){ .kind = BOOLEAN, .boolean = v->as.boolean };
    case GLOSS_INTEGER:
      return (value){ .kind = INTEGER, .integer = v->as.integer };
    case GLOSS_REAL: return (value){ .kind = REAL, .real = v->as.real };
    case GLOSS_STRING:
      return string_value(v->as.string.bytes, v->as.string.len, false);
    case GLOSS_REF:
      return string_value(text + v->as.ref.span.start,
                          v->as.ref.span.end - v->as.ref.span.start, true);
    default: return (value){ .kind = NIL };
  }
}

/* The Lua value on top, which stays there until the row is written. */
static value of_lua(writer *w) {
  lua_State *L = w->L;
  bind_span *s = bind_test_span(L, -1);
  size_t len;
  const char *bytes;
  if (s != NULL)
    return string_value(s->owner->text + s->span.start,
                        s->span.end - s->span.start, true);
  switch (lua_type(L, -1)) {
    case LUA_TNIL: return (value){ .kind = NIL };
    case LUA_TBOOLEAN:
      return (value){ .kind = BOOLEAN, .boolean = lua_toboolean(L, -1) };
    case LUA_TNUMBER:
      if (lua_isinteger(L, -1))
        return (value){ .kind = INTEGER, .integer = lua_tointeger(L, -1) };
      return (value){ .kind = REAL, .real = lua_tonumber(L, -1) };
    case LUA_TSTRING:
      bytes = lua_tolstring(L, -1, &len);
      return string_value(bytes, len, false);
    default:
      luaL_error(L, "a %s cannot be written", luaL_typename(L, -1));
      return (value){ .kind = NIL };
  }
}

static value push_doc_value(writer *w, const char *name) {
  bind_push_doc_field(w->L, w->doc, name);
  return of_lua(w);
}

static value count_or_nil(size_t n) {
  return n > 0 ? number_value(n) : (value){ .kind = NIL };
}

/* Pushes the folded text. */
static value push_folded(writer *w, const bind_span *s) {
  if (bind_push_transform(w->L, GLOSS_FOLD,
                          s->owner->text + s->span.start,
                          s->span.end - s->span.start) != 1)
    lua_error(w->L);
  return of_lua(w);
}

/* Reads a field of `s`, the row itself or the span a reference gave. May push
** Lua values; the caller resets the stack after the row. */
static value read_value(writer *w, const field *f, const bind_span *s) {
  gloss_value v;
  gloss_token token;
  switch (f->what) {
    case OF_START: return number_value(bind_unit(&w->units, s->span.start));
    case OF_END: return number_value(bind_unit(&w->units, s->span.end));
    case OF_SENTENCE: return count_or_nil(bind_sentence_number(w->L, s));
    case OF_PARAGRAPH: return count_or_nil(bind_paragraph_number(w->L, s));
    case OF_TEXT:
      return string_value(s->owner->text + s->span.start,
                          s->span.end - s->span.start, true);
    case OF_FOLDED: return push_folded(w, s);
    case OF_ID: return push_doc_value(w, "id");
    case OF_DATE: return push_doc_value(w, "date");
    case OF_KIND: {
      const char *kind;
      token = gloss_doc_token(s->owner->doc, s->index);
      kind = gloss_kind_name((gloss_kind)token.kind);
      return string_value(kind, strlen(kind), true);
    }
    case OF_CLITIC:
      token = gloss_doc_token(s->owner->doc, s->index);
      return (value){ .kind = BOOLEAN,
                      .boolean = (token.flags & GLOSS_CLITIC) != 0 };
    case OF_COLUMN:
      v = gloss_layer_value(s->layer, s->index, f->column);
      return of_gloss(w, &v);
    case OF_OTHER:
      bind_push_field(w->L, w->doc, s, &f->other);
      return of_lua(w);
    default: return (value){ .kind = NIL };
  }
}

/* The value of a field of a row; at a reference where it says so. */
static value field_value(writer *w, const field *f, const bind_span *row) {
  bind_span at = { .owner = row->owner, .layer = row->layer,
                   .span = row->span, .index = row->index,
                   .source = row->source };
  gloss_value v;
  if (f->ref == -2) return (value){ .kind = NIL };
  if (f->ref >= 0) {
    v = gloss_layer_value(row->layer, row->index, f->ref);
    if (v.kind != GLOSS_REF) return (value){ .kind = NIL };
    at.span = v.as.ref.span; /* columns are still the row's */
  }
  if (f->what == OF_OBJECT) return (value){ .kind = OBJECT };
  return read_value(w, f, &at);
}

/* ---- Writing ------------------------------------------------------------- */

static void put_json(writer *w, const value *v) {
  lua_State *L = w->L;
  switch (v->kind) {
    case BOOLEAN:
      if (v->boolean) bind_put_text(L, w->b, "true");
      else bind_put_text(L, w->b, "false");
      break;
    case INTEGER: bind_put_integer(L, w->b, v->integer); break;
    case REAL:
      if (!bind_put_real(L, w->b, v->real)) bind_put_text(L, w->b, "null");
      break;
    case STRING:
      if (!bind_put_string(L, w->b, v->bytes, v->len, v->trusted))
        luaL_error(L, "a value that is not UTF-8");
      break;
    default: bind_put_text(L, w->b, "null"); break;
  }
}

/* Text between tabs: \t \n \r and \\ are escaped. */
static void put_plain(writer *w, const char *bytes, size_t len) {
  size_t from = 0;
  for (size_t i = 0; i < len; i++) {
    static const char special[] = "\t\n\r\\", letter[] = "tnr\\";
    const char *at = bytes[i] != 0 ? strchr(special, bytes[i]) : NULL;
    char escape[2] = { '\\', 0 };
    if (at == NULL) continue;
    escape[1] = letter[at - special];
    bind_put(w->L, w->b, bytes + from, i - from);
    bind_put(w->L, w->b, escape, 2);
    from = i + 1;
  }
  bind_put(w->L, w->b, bytes + from, len - from);
}

static void put_objects(writer *w, size_t first, size_t count,
                        const bind_span *row) {
  bool any = false;
  bind_put_char(w->L, w->b, '{');
  for (size_t i = first; i < first + count; i++) {
    const field *f = &w->fields[i];
    value v = field_value(w, f, row);
    if (f->optional && (v.kind == NIL || (v.kind == BOOLEAN && !v.boolean)))
      continue;
    if (any) bind_put_char(w->L, w->b, ',');
    any = true;
    bind_put(w->L, w->b, f->json, f->json_len);
    if (v.kind == OBJECT) put_objects(w, f->first, f->count, row);
    else put_json(w, &v);
  }
  bind_put_char(w->L, w->b, '}');
}

static void put_line(writer *w, const bind_span *row) {
  for (size_t i = 0; i < w->count; i++) {
    value v = field_value(w, &w->fields[i], row);
    if (i > 0) bind_put_char(w->L, w->b, '\t');
    if (v.kind == STRING) put_plain(w, v.bytes, v.len);
    else if (v.kind != NIL) put_json(w, &v);
  }
  bind_put_char(w->L, w->b, '\n');
}

static void put_row(writer *w, size_t i, bool first) {
  bind_span row = { .owner = w->rows.owner, .layer = w->rows.layer,
                    .span = bind_row(&w->rows, i), .index = (uint32_t)i,
                    .source = w->rows.source };
  int top = lua_gettop(w->L);
  if (w->format == TSV) {
    put_line(w, &row);
  } else {
    if (w->format == JSON && !first) bind_put_char(w->L, w->b, ',');
    put_objects(w, 0, w->count, &row);
    if (w->format == JSONL) bind_put_char(w->L, w->b, '\n');
  }
  lua_settop(w->L, top);
}

static void put_rows(writer *w) {
  bool first = true;
  if (w->format == JSON) bind_put_char(w->L, w->b, '[');
  for (size_t i = 0; i < w->rows.count; i++) {
    if (!w->all && bind_row_masked(&w->rows, i)) continue;
    put_row(w, i, first);
    first = false;
  }
  if (w->format == JSON) bind_put_char(w->L, w->b, ']');
}

/* ---- The function -------------------------------------------------------- */

static int option(lua_State *L, const char *name, const char *const *values) {
  int chosen = 0;
  lua_getfield(L, 4, name);
  if (!lua_isnil(L, -1)) {
    const char *said = luaL_checkstring(L, -1);
    while (values[chosen] != NULL && strcmp(values[chosen], said) != 0)
      chosen++;
    if (values[chosen] == NULL) luaL_error(L, "no %s \"%s\"", name, said);
  }
  lua_pop(L, 1);
  return chosen;
}

/* Raises where the options have a name that nobody knows. */
static void check_names(lua_State *L) {
  lua_pushnil(L);
  while (lua_next(L, 4) != 0) {
    const char *name = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2)
                                                      : "?";
    if (strcmp(name, "format") != 0 && strcmp(name, "offsets") != 0 &&
        strcmp(name, "all") != 0)
      luaL_error(L, "no option \"%s\" of gloss.core.write (there are format, "
                 "offsets, all)", name);
    lua_pop(L, 1);
  }
}

static void read_options(lua_State *L, writer *w) {
  static const char *const formats[] = { "json", "jsonl", "tsv", NULL };
  static const char *const units[] = { "bytes", "chars", "utf16", NULL };
  int unit;
  luaL_checktype(L, 4, LUA_TTABLE);
  check_names(L);
  w->format = (format)option(L, "format", formats);
  unit = option(L, "offsets", units);
  lua_getfield(L, 4, "all");
  w->all = lua_toboolean(L, -1);
  lua_pop(L, 1);
  if (unit > 0) bind_push_units(L, w->rows.owner, unit == 2, &w->units);
}

/* core.write(doc, layer, fields [, options]) -> string */
static int write_layer(lua_State *L) {
  bind_doc *owner = bind_check_doc(L, 1);
  gloss_error err;
  size_t len;
  const char *name = luaL_checklstring(L, 2, &len);
  writer *w;
  bind_source source = bind_source_named(name);
  const gloss_layer *layer = NULL;
  luaL_checktype(L, 3, LUA_TTABLE);
  lua_settop(L, 4);
  w = lua_newuserdatauv(L, sizeof *w, 0); /* 5; too big for the C stack */
  memset(w, 0, sizeof *w);
  w->L = L;
  w->doc = 1;
  if (source == BIND_FREE) {
    source = BIND_LAYER;
    layer = gloss_doc_layer(owner->doc, name, len);
  }
  if (!bind_rows_of(owner, source, layer, &w->rows, &err))
    return luaL_error(L, "%s", err.message);
  if (!lua_isnil(L, 4)) read_options(L, w);
  if (strcmp(name, "noise") == 0) w->all = true;
  w->count = read_fields(w, 3);
  if (w->lua) return luaL_error(L, "a computed field cannot be written");
  w->b = bind_take_buffer(L);
  put_rows(w);
  bind_push_buffer(L, w->b);
  return 1;
}

void bind_open_write(lua_State *L) {
  lua_pushcfunction(L, write_layer);
  lua_setfield(L, -2, "write");
}

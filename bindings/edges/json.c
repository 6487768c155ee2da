/* json.c - gloss.edge.json: reads JSON, by jansson.
**
** jansson reads byte by byte. Texts are long strings, so these are read here,
** and jansson reads the rest, with a short mark in the place of each. Whatever
** is odd about a text, jansson gets it as it is, and says so. */
#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lualib.h>

#include "edges/edge.h"

#define BOX "gloss.edge.json"
#define LINES "gloss.edge.json.lines"

/* What is freed even where Lua raises: what jansson made while Lua values are
** made of it, a line of a file, room to work in. */
typedef struct box {
  json_t *json;
  char *line, *room;
  size_t line_size, room_size;
  lua_Integer number; /* of the line, from 1 */
  size_t len;         /* of the line, without its end */
} box;

static void box_clear(box *b) {
  json_decref(b->json);
  free(b->line);
  free(b->room);
  *b = (box){ .json = NULL };
}

static int box_free(lua_State *L) {
  box_clear(lua_touserdata(L, 1));
  return 0;
}

static box *push_box(lua_State *L, const char *type) {
  box *b = lua_newuserdatauv(L, sizeof *b, 1);
  *b = (box){ .json = NULL };
  luaL_setmetatable(L, type);
  return b;
}

/* ---- Lone surrogates ----------------------------------------------------- */

static int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  c = (char)(c | 0x20);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The number of an escape \uXXXX at `at`, or -1. */
static int escape_at(const char *text, size_t len, size_t at) {
  int value = 0;
  if (at + 6 > len || text[at] != '\\' || text[at + 1] != 'u') return -1;
  for (size_t i = at + 2; i < at + 6; i++) {
    int digit = hex(text[i]);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

static bool is_high(int unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
static bool is_low(int unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

/* The next lone surrogate at or after `at`, or `len`. */
static size_t find_lone(const char *text, size_t len, size_t at) {
  while (at < len) {
    const char *slash = memchr(text + at, '\\', len - at);
    int unit;
    if (slash == NULL) return len;
    at = (size_t)(slash - text);
    unit = escape_at(text, len, at);
    if (is_high(unit) && is_low(escape_at(text, len, at + 6))) at += 12;
    else if (is_high(unit) || is_low(unit)) return at;
    else at += 2;
  }
  return len;
}

/* Puts \uFFFD in the place of each lone surrogate. */
static void mend(char *text, size_t len) {
  for (size_t at = find_lone(text, len, 0); at < len;
       at = find_lone(text, len, at + 6))
    memcpy(text + at, "\\uFFFD", 6);
}

/* ---- Strings ------------------------------------------------------------- */

enum {
  LONG = 64, /* bytes of a string that is read here */
  MARK = 1   /* the character that a mark begins with; a number follows */
};

static bool is_plain(uint64_t block) {
  const uint64_t ones = 0x0101010101010101u, high = ones << 7;
  uint64_t quote = block ^ (ones * '"'), slash = block ^ (ones * '\\');
  return ((block | (block - ones * 0x20) | ((quote - ones) & ~quote) |
           ((slash - ones) & ~slash)) &
          high) == 0;
}

/* Bytes of the character at `s`, at most `left`; 0: not UTF-8. */
static size_t utf8_length(const unsigned char *s, size_t left) {
  size_t n = s[0] < 0xC2 ? 0 : s[0] < 0xE0 ? 2 : s[0] < 0xF0 ? 3 : 4;
  if (n == 0 || n > left || s[0] > 0xF4) return 0;
  for (size_t i = 1; i < n; i++)
    if ((s[i] & 0xC0) != 0x80) return 0;
  if (s[0] == 0xE0 && s[1] < 0xA0) return 0;
  if (s[0] == 0xED && s[1] > 0x9F) return 0;
  if (s[0] == 0xF0 && s[1] < 0x90) return 0;
  if (s[0] == 0xF4 && s[1] > 0x8F) return 0;
  return n;
}

static char *put_utf8(char *out, uint32_t c) {
  if (c < 0x80) {
    *out++ = (char)c;
    return out;
  }
  if (c < 0x800) {
    *out++ = (char)(0xC0 | c >> 6);
  } else {
    if (c < 0x10000) {
      *out++ = (char)(0xE0 | c >> 12);
    } else {
      *out++ = (char)(0xF0 | c >> 18);
      *out++ = (char)(0x80 | (c >> 12 & 0x3F));
    }
    *out++ = (char)(0x80 | (c >> 6 & 0x3F));
  }
  *out++ = (char)(0x80 | (c & 0x3F));
  return out;
}

/* Reads the escape at `*at`; a lone surrogate becomes U+FFFD. NULL: it is
** none. */
static char *put_escape(char *out, const char *text, size_t len, size_t *at) {
  static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
  const char *which = *at + 1 < len && text[*at + 1] != '\0'
                          ? strchr(from, text[*at + 1])
                          : NULL;
  int unit = escape_at(text, len, *at);
  if (which != NULL) {
    *at += 2;
    *out++ = to[which - from];
    return out;
  }
  if (unit < 0) return NULL;
  *at += 6;
  if (is_high(unit) && is_low(escape_at(text, len, *at))) {
    uint32_t low = (uint32_t)escape_at(text, len, *at) - 0xDC00;
    *at += 6;
    return put_utf8(out, 0x10000 + (((uint32_t)unit - 0xD800) << 10) + low);
  }
  return put_utf8(out, is_high(unit) || is_low(unit) ? 0xFFFD : (uint32_t)unit);
}

/* Bytes at `text` that a string has as they are, copied to `out`: blocks of
** them, then one by one. */
static size_t copy_plain(const char *text, size_t len, char *out) {
  size_t i = 0;
  uint64_t block;
  for (; i + sizeof block <= len; i += sizeof block) {
    memcpy(&block, text + i, sizeof block);
    if (!is_plain(block)) break;
    memcpy(out + i, &block, sizeof block);
  }
  for (; i < len; i++) {
    unsigned char c = (unsigned char)text[i];
    if (c < 0x20 || c >= 0x80 || c == '"' || c == '\\') break;
    out[i] = (char)c;
  }
  return i;
}

/* Reads the string whose content begins at `*at`, which becomes the place
** behind its closing quote. Returns the end of what it wrote to `out`, never
** more than the text has. NULL: it is odd. */
static char *read_string(const char *text, size_t len, size_t *at, char *out) {
  size_t i = *at;
  for (;;) {
    size_t n = copy_plain(text + i, len - i, out);
    i += n;
    out += n;
    if (i == len) return NULL;
    if (text[i] == '"') {
      *at = i + 1;
      return out;
    }
    if (text[i] == '\\') {
      out = put_escape(out, text, len, &i);
      if (out == NULL) return NULL;
      continue;
    }
    n = utf8_length((const unsigned char *)text + i, len - i);
    if (n == 0) return NULL;
    memcpy(out, text + i, n);
    out += n;
    i += n;
  }
}

static bool is_key(const char *text, size_t len, size_t at) {
  while (at < len && strchr(" \t\r\n", text[at]) != NULL && text[at] != '\0')
    at++;
  return at < len && text[at] == ':';
}

/* Copies a text to `copy`, long strings as marks; these strings go to the
** table at 3. `work` is room for one of them. Returns the length of the copy;
** 0: jansson has to read the text as it is. */
static size_t lift_strings(lua_State *L, const char *text, size_t len,
                           char *copy, char *work) {
  size_t from = 0, used = 0; /* of the text that is copied; of the copy */
  lua_Integer count = 0;
  while (from < len) {
    const char *quote = memchr(text + from, '"', len - from);
    size_t start = quote != NULL ? (size_t)(quote - text) : len, at = start + 1;
    const char *end;
    if (quote == NULL) break;
    end = read_string(text, len, &at, work);
    if (end == NULL || (end > work && work[0] == MARK)) return 0;
    if (end - work >= LONG && !is_key(text, len, at)) {
      memcpy(copy + used, text + from, start - from);
      used += start - from;
      used += (size_t)sprintf(copy + used, "\"\\u%04x%d\"", MARK, (int)++count);
      lua_pushlstring(L, work, (size_t)(end - work));
      lua_rawseti(L, 3, count);
    } else {
      memcpy(copy + used, text + from, at - from);
      used += at - from;
    }
    from = at;
  }
  memcpy(copy + used, text + from, len - from);
  return count > 0 ? used + len - from : 0;
}

/* ---- Values -------------------------------------------------------------- */

enum { MAX_DEPTH = 512 };

static void push_value(lua_State *L, const json_t *json, int depth);

static void push_array(lua_State *L, const json_t *json, int depth) {
  size_t count = json_array_size(json);
  lua_createtable(L, count < 1 << 20 ? (int)count : 1 << 20, 0);
  if (count == 0) luaL_setmetatable(L, "gloss.array"); /* [] again, written */
  for (size_t i = 0; i < count; i++) {
    push_value(L, json_array_get(json, i), depth + 1);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
}

static void push_object(lua_State *L, const json_t *json, int depth) {
  json_t *object = (json_t *)(uintptr_t)json; /* iterators want it so */
  size_t count = json_object_size(json);
  lua_createtable(L, 0, count < 1 << 20 ? (int)count : 1 << 20);
  for (void *i = json_object_iter(object); i != NULL;
       i = json_object_iter_next(object, i)) {
    lua_pushstring(L, json_object_iter_key(i));
    push_value(L, json_object_iter_value(i), depth + 1);
    lua_rawset(L, -3);
  }
}

/* A string, or the one that it is a mark of. */
static void push_string(lua_State *L, const char *bytes, size_t len) {
  if (bytes[0] == MARK && lua_istable(L, 3))
    lua_rawgeti(L, 3, strtol(bytes + 1, NULL, 10));
  else
    lua_pushlstring(L, bytes, len);
}

/* The null value is at stack index 2, strings that are marked at 3. */
static void push_value(lua_State *L, const json_t *json, int depth) {
  if (depth > MAX_DEPTH) luaL_error(L, "JSON nested too deep");
  luaL_checkstack(L, 6, NULL);
  switch (json_typeof(json)) {
    case JSON_OBJECT: push_object(L, json, depth); break;
    case JSON_ARRAY: push_array(L, json, depth); break;
    case JSON_STRING:
      push_string(L, json_string_value(json), json_string_length(json));
      break;
    case JSON_INTEGER: lua_pushinteger(L, json_integer_value(json)); break;
    case JSON_REAL: lua_pushnumber(L, json_real_value(json)); break;
    case JSON_TRUE: lua_pushboolean(L, 1); break;
    case JSON_FALSE: lua_pushboolean(L, 0); break;
    case JSON_NULL: lua_pushvalue(L, 2); break;
  }
}

/* ---- decode -------------------------------------------------------------- */

static int fail(lua_State *L, const json_error_t *error) {
  lua_Integer first = error->position > 0 ? error->position : 1;
  lua_pushstring(L, error->text);
  return edge_fail(L, "bad_json", first, error->line);
}

/* Room for `size` bytes. */
static char *make_room(lua_State *L, box *b, size_t size) {
  if (size > b->room_size) {
    char *room = realloc(b->room, size);
    if (room == NULL) luaL_error(L, "not enough memory");
    b->room = room;
    b->room_size = size;
  }
  return b->room;
}

static json_t *load(const char *text, size_t len, json_error_t *error) {
  return json_loadb(text, len, JSON_DECODE_ANY | JSON_ALLOW_NUL, error);
}

/* Pushes the value of a text, or nil and an error. */
static int decode(lua_State *L, box *b, const char *text, size_t len) {
  char *copy = make_room(L, b, 2 * len + 1);
  json_error_t error;
  size_t used;
  lua_createtable(L, 1, 0);
  lua_replace(L, 3);
  used = lift_strings(L, text, len, copy, copy + len);
  mend(copy, used);
  if (used > 0) b->json = load(copy, used, &error);
  if (b->json == NULL) {
    lua_pushnil(L);
    lua_replace(L, 3);
    memcpy(copy, text, len);
    mend(copy, len);
    b->json = load(copy, len, &error);
  }
  if (b->json == NULL) return fail(L, &error);
  push_value(L, b->json, 0);
  json_decref(b->json); /* now, and not when Lua collects */
  b->json = NULL;
  return 1;
}

/* json.decode(text, null) -> value | nil, err */
static int json_decode(lua_State *L) {
  size_t len;
  const char *text = luaL_checklstring(L, 1, &len);
  box *b;
  int count;
  luaL_checkany(L, 2);
  lua_settop(L, 2);
  lua_pushnil(L);
  b = push_box(L, BOX);
  count = decode(L, b, text, len);
  box_clear(b);
  return count;
}

/* ---- Lines of a file ----------------------------------------------------- */

/* json.lines(file, null) -> lines. The file is one of Lua's, open. */
static int json_lines(lua_State *L) {
  luaL_Stream *stream = luaL_checkudata(L, 1, LUA_FILEHANDLE);
  luaL_argcheck(L, stream->closef != NULL, 1, "file is closed");
  push_box(L, LINES);
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, -2, 1);
  return 1;
}

static bool is_blank(const char *line, size_t len) {
  for (size_t i = 0; i < len; i++)
    if (strchr(" \t\r\n\v\f", line[i]) == NULL || line[i] == '\0')
      return false;
  return true;
}

/* The next line that is not blank; false: there is none. */
static bool next_line(box *b, FILE *file) {
  ssize_t got;
  while ((got = getline(&b->line, &b->line_size, file)) > 0) {
    size_t len = (size_t)got;
    if (b->line[len - 1] == '\n') len--;
    if (len > 0 && b->line[len - 1] == '\r') len--;
    b->number++;
    b->len = len;
    if (!is_blank(b->line, len)) return true;
  }
  return false;
}

/* lines:next(null) -> number of the line from 1, its bytes, value | number,
** bytes, nil, err; nothing: there are no more. Blank lines are left out, a
** byte order mark at the beginning of the first, too. */
static int lines_next(lua_State *L) {
  static const char bom[] = "\xEF\xBB\xBF";
  box *b = luaL_checkudata(L, 1, LINES);
  luaL_Stream *stream;
  size_t skip;
  luaL_checkany(L, 2);
  lua_settop(L, 2);
  lua_pushnil(L);
  lua_getiuservalue(L, 1, 1);
  stream = lua_touserdata(L, -1);
  if (stream->closef == NULL || !next_line(b, stream->f)) return 0;
  skip = b->number == 1 && b->len >= 3 && memcmp(b->line, bom, 3) == 0 ? 3 : 0;
  lua_pushinteger(L, b->number);
  lua_pushinteger(L, (lua_Integer)b->len);
  return 2 + decode(L, b, b->line + skip, b->len - skip);
}

/* lines:line() -> the bytes of the line that was read last */
static int lines_line(lua_State *L) {
  const box *b = luaL_checkudata(L, 1, LINES);
  lua_pushlstring(L, b->line != NULL ? b->line : "", b->len);
  return 1;
}

/* ---- The module ---------------------------------------------------------- */

static const luaL_Reg functions[] = { { "decode", json_decode },
                                      { "lines", json_lines },
                                      { NULL, NULL } };
static const luaL_Reg methods[] = { { "next", lines_next },
                                    { "line", lines_line },
                                    { NULL, NULL } };

static void make_type(lua_State *L, const char *name) {
  luaL_newmetatable(L, name);
  lua_pushcfunction(L, box_free);
  lua_setfield(L, -2, "__gc");
}

EDGE_API int luaopen_gloss_edge_json(lua_State *L);

int luaopen_gloss_edge_json(lua_State *L) {
  make_type(L, BOX);
  make_type(L, LINES);
  luaL_newlib(L, methods);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 2);
  luaL_newlib(L, functions);
  return 1;
}

/* number.c - numbers and strings as JSON writes them, whatever the locale. */
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "module/bind.h"

void bind_put_integer(lua_State *L, bind_buffer *b, int64_t value) {
  static const char two[] =
      "00010203040506070809101112131415161718192021222324252627282930313233"
      "34353637383940414243444546474849505152535455565758596061626364656667"
      "6869707172737475767778798081828384858687888990919293949596979899";
  char digits[24];
  size_t at = sizeof digits;
  uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
  for (; rest >= 100; rest /= 100)
    memcpy(&digits[at -= 2], &two[2 * (rest % 100)], 2);
  if (rest >= 10) memcpy(&digits[at -= 2], &two[2 * rest], 2);
  else digits[--at] = (char)('0' + rest);
  if (value < 0) digits[--at] = '-';
  bind_put(L, b, digits + at, sizeof digits - at);
}

/* Whole numbers below this are written without point and exponent. */
static const double WHOLE = 9007199254740992.0; /* 2^53 */

bool bind_put_real(lua_State *L, bind_buffer *b, double value) {
  char text[40];
  int len = 0;
  if (!isfinite(value)) return false;
  if (value > -WHOLE && value < WHOLE) {
    int64_t whole = (int64_t)value;
    if ((double)whole == value && !(whole == 0 && signbit(value))) {
      bind_put_integer(L, b, whole);
      return true;
    }
  }
  /* The first that reads back; "%g" drops zeros at the end, so that numbers of
  ** full precision may begin at 15. */
  for (int digits = fabs(value) < DBL_MIN ? 1 : 15; digits <= 17; digits++) {
    len = snprintf(text, sizeof text, "%.*g", digits, value);
    if (strtod(text, NULL) == value) break;
  }
  for (int i = 0; i < len; i++) /* the point of a locale */
    if (strchr("0123456789+-e", text[i]) == NULL) text[i] = '.';
  bind_put(L, b, text, (size_t)len);
  return true;
}

/* What follows the backslash of a control character; 0: \u00XX. */
static char short_escape(unsigned char c) {
  switch (c) {
    case '"': return '"';
    case '\\': return '\\';
    case '\b': return 'b';
    case '\f': return 'f';
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    default: return 0;
  }
}

static void put_escape(lua_State *L, bind_buffer *b, unsigned char c) {
  static const char hex[] = "0123456789abcdef";
  char escape[6] = { '\\', short_escape(c), '0', '0', hex[c >> 4],
                     hex[c & 15] };
  if (escape[1] != 0) {
    bind_put(L, b, escape, 2);
    return;
  }
  escape[1] = 'u';
  bind_put(L, b, escape, sizeof escape);
}

static bool needs_escape(unsigned char c) {
  return c < 0x20 || c == '"' || c == '\\' || c == 0x7F;
}

bool bind_put_string(lua_State *L, bind_buffer *b, const char *bytes,
                     size_t len, bool trusted) {
  size_t from = 0;
  if (!trusted && gloss_utf8_check(bytes, len) != len) return false;
  bind_put_char(L, b, '"');
  for (size_t i = 0; i < len; i++) {
    unsigned char c = (unsigned char)bytes[i];
    if (!needs_escape(c)) continue;
    bind_put(L, b, bytes + from, i - from);
    put_escape(L, b, c);
    from = i + 1;
  }
  bind_put(L, b, bytes + from, len - from);
  bind_put_char(L, b, '"');
  return true;
}

/* core.number(n) -> string, as JSON writes it */
static int number(lua_State *L) {
  bind_buffer *b = bind_take_buffer(L);
  luaL_checktype(L, 1, LUA_TNUMBER);
  if (lua_isinteger(L, 1))
    bind_put_integer(L, b, lua_tointeger(L, 1));
  else if (!bind_put_real(L, b, lua_tonumber(L, 1)))
    return luaL_argerror(L, 1, "not a finite number");
  bind_push_buffer(L, b);
  return 1;
}

void bind_open_number(lua_State *L) {
  lua_pushcfunction(L, number);
  lua_setfield(L, -2, "number");
}

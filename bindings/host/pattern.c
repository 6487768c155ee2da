/* pattern.c - matches one Lua pattern at one place, counting its steps. */
#include "host/pattern.h"

#include <ctype.h>
#include <string.h>

enum { MAX_DEPTH = 200, SLICE = 4096 };

static const char *match(host_match *m, const char *s, const char *p);

void host_match_spend(host_match *m) {
  host_spend(m->L, m->steps);
  m->steps = 0;
}

static void step(host_match *m) {
  if (++m->steps >= SLICE) host_match_spend(m);
}

/* ---- Classes ------------------------------------------------------------- */

/* The end of the item for one character that begins at `p`: x %x . [set] */
static const char *item_end(host_match *m, const char *p) {
  char first = *p++;
  if (first == '%') {
    if (p == m->pattern_end)
      luaL_error(m->L, "malformed pattern (ends with '%%')");
    return p + 1;
  }
  if (first != '[') return p;
  if (p < m->pattern_end && *p == '^') p++;
  do { /* a ] at the start stands for itself */
    if (p == m->pattern_end)
      luaL_error(m->L, "malformed pattern (missing ']')");
    if (*p++ == '%') {
      if (p == m->pattern_end)
        luaL_error(m->L, "malformed pattern (missing ']')");
      p++;
    }
  } while (p == m->pattern_end || *p != ']');
  return p + 1;
}

/* Is `c` of the class %letter? Another character stands for itself. */
static bool in_class(int c, int letter) {
  bool in;
  switch (tolower(letter)) {
    case 'a': in = isalpha(c); break;
    case 'c': in = iscntrl(c); break;
    case 'd': in = isdigit(c); break;
    case 'g': in = isgraph(c); break;
    case 'l': in = islower(c); break;
    case 'p': in = ispunct(c); break;
    case 's': in = isspace(c); break;
    case 'u': in = isupper(c); break;
    case 'w': in = isalnum(c); break;
    case 'x': in = isxdigit(c); break;
    default: return letter == c;
  }
  return isupper(letter) ? !in : in;
}

/* Is `c` in the set from '[' at `p` to ']' at `last`? */
static bool in_set(int c, const char *p, const char *last) {
  bool wanted = true;
  if (*++p == '^') {
    wanted = false;
    p++;
  }
  for (; p < last; p++) {
    if (*p == '%') {
      p++;
      if (in_class(c, (unsigned char)*p)) return wanted;
    } else if (p[1] == '-' && p + 2 < last) {
      if ((unsigned char)p[0] <= c && c <= (unsigned char)p[2]) return wanted;
      p += 2;
    } else if ((unsigned char)*p == c) {
      return wanted;
    }
  }
  return !wanted;
}

/* Does the character at `s` fit the item from `p` to `end`? */
static bool fits(host_match *m, const char *s, const char *p,
                 const char *end) {
  int c;
  step(m);
  if (s >= m->subject_end) return false;
  c = (unsigned char)*s;
  switch (*p) {
    case '.': return true;
    case '%': return in_class(c, (unsigned char)p[1]);
    case '[': return in_set(c, p, end - 1);
    default: return (unsigned char)*p == c;
  }
}

/* ---- Repetitions --------------------------------------------------------- */

/* As many as possible, then fewer. */
static const char *most(host_match *m, const char *s, const char *p,
                        const char *end, ptrdiff_t least) {
  ptrdiff_t n = 0;
  while (fits(m, s + n, p, end)) n++;
  for (; n >= least; n--) {
    const char *found = match(m, s + n, end + 1);
    if (found != NULL) return found;
  }
  return NULL;
}

/* As few as possible, then more. */
static const char *fewest(host_match *m, const char *s, const char *p,
                          const char *end) {
  for (;;) {
    const char *found = match(m, s, end + 1);
    if (found != NULL) return found;
    if (!fits(m, s, p, end)) return NULL;
    s++;
  }
}

/* ---- Captures ------------------------------------------------------------ */

static const char *open_capture(host_match *m, const char *s, const char *p,
                                ptrdiff_t len) {
  const char *found;
  if (m->captures >= HOST_MAX_CAPTURES)
    luaL_error(m->L, "too many captures");
  m->capture[m->captures++] = (host_capture){ s, len };
  found = match(m, s, p);
  if (found == NULL) m->captures--;
  return found;
}

static const char *close_capture(host_match *m, const char *s, const char *p) {
  int i = m->captures - 1;
  const char *found;
  while (i >= 0 && m->capture[i].len != HOST_OPEN) i--;
  if (i < 0) luaL_error(m->L, "invalid pattern capture");
  m->capture[i].len = s - m->capture[i].start;
  found = match(m, s, p);
  if (found == NULL) m->capture[i].len = HOST_OPEN;
  return found;
}

/* %1: the same text again. */
static const char *repeat_capture(host_match *m, const char *s, int digit) {
  int i = digit - '1';
  ptrdiff_t len;
  if (i < 0 || i >= m->captures || m->capture[i].len == HOST_OPEN)
    luaL_error(m->L, "invalid capture index %%%d", i + 1);
  len = m->capture[i].len;
  m->steps += len > 0 ? len : 0;
  if (len < 0 || m->subject_end - s < len ||
      memcmp(m->capture[i].start, s, (size_t)len) != 0)
    return NULL;
  return s + len;
}

/* ---- %b and %f ----------------------------------------------------------- */

/* %bxy: from x to the y that balances it. */
static const char *balanced(host_match *m, const char *s, const char *p) {
  int open = 1;
  if (m->pattern_end - p < 2)
    luaL_error(m->L, "malformed pattern (missing arguments to '%%b')");
  if (s >= m->subject_end || *s != p[0]) return NULL;
  while (++s < m->subject_end) {
    step(m);
    if (*s == p[1]) {
      if (--open == 0) return s + 1;
    } else if (*s == p[0]) {
      open++;
    }
  }
  return NULL;
}

/* %f[set]: between a character outside the set and one inside. */
static bool at_frontier(host_match *m, const char *s, const char *p,
                        const char *end) {
  int before = s == m->subject ? 0 : (unsigned char)s[-1];
  int after = s == m->subject_end ? 0 : (unsigned char)*s;
  step(m);
  return !in_set(before, p, end - 1) && in_set(after, p, end - 1);
}

/* ---- Matching ------------------------------------------------------------ */

/* One item and its repetition. Where just the rest of the pattern is left to
** match, `*s` and `*p` move on and the result is NULL with `*more` true. */
static const char *match_item(host_match *m, const char **s, const char **p,
                              bool *more) {
  const char *end = item_end(m, *p), *found;
  char repetition = end < m->pattern_end ? *end : '\0';
  switch (repetition) {
    case '?':
      if (fits(m, *s, *p, end)) {
        found = match(m, *s + 1, end + 1);
        if (found != NULL) return found;
      }
      *p = end + 1;
      *more = true;
      return NULL;
    case '+': return most(m, *s, *p, end, 1);
    case '*': return most(m, *s, *p, end, 0);
    case '-': return fewest(m, *s, *p, end);
    default:
      *more = fits(m, *s, *p, end);
      if (*more) {
        (*s)++;
        *p = end;
      }
      return NULL;
  }
}

/* %b, %f and %1; false: an ordinary item. Leaves NULL in `*s` for no match. */
static bool match_special(host_match *m, const char **s, const char **p) {
  const char *at = *p + 2, *end;
  if (at > m->pattern_end) return false; /* item_end reports it */
  if (at[-1] == 'b') {
    *s = balanced(m, *s, at);
    *p = at + 2;
  } else if (at[-1] == 'f') {
    if (at == m->pattern_end || *at != '[')
      luaL_error(m->L, "missing '[' after '%%f' in pattern");
    end = item_end(m, at);
    if (!at_frontier(m, *s, at, end)) *s = NULL;
    *p = end;
  } else if (isdigit((unsigned char)at[-1])) {
    *s = repeat_capture(m, *s, at[-1]);
    *p = at;
  } else {
    return false;
  }
  return true;
}

static const char *match_here(host_match *m, const char *s, const char *p) {
  while (p < m->pattern_end) {
    bool more = false;
    const char *found;
    step(m);
    if (*p == '(') {
      if (p + 1 < m->pattern_end && p[1] == ')')
        return open_capture(m, s, p + 2, HOST_POSITION);
      return open_capture(m, s, p + 1, HOST_OPEN);
    }
    if (*p == ')') return close_capture(m, s, p + 1);
    if (*p == '$' && p + 1 == m->pattern_end)
      return s == m->subject_end ? s : NULL;
    if (*p == '%' && match_special(m, &s, &p)) {
      if (s == NULL) return NULL;
      continue;
    }
    found = match_item(m, &s, &p, &more);
    if (!more) return found;
  }
  return s;
}

static const char *match(host_match *m, const char *s, const char *p) {
  const char *found;
  if (m->depth-- == 0) luaL_error(m->L, "pattern too complex");
  found = match_here(m, s, p);
  m->depth++;
  return found;
}

const char *host_match_at(host_match *m, const char *at, const char *pattern) {
  m->captures = 0;
  m->depth = MAX_DEPTH;
  return match(m, at, pattern);
}

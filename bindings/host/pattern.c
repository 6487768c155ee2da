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

/* The classes as the C locale has them, which is the only one here: bits of the
** first 128 bytes. */
enum { ALPHA, CNTRL, DIGIT, GRAPH, LOWER, PUNCT, SPACE, UPPER, ALNUM, XDIGIT,
       ZERO };
static const uint64_t classes[][2] = {
  [ALPHA] = { 0, UINT64_C(0x07FFFFFE07FFFFFE) },
  [CNTRL] = { UINT64_C(0x00000000FFFFFFFF), UINT64_C(0x8000000000000000) },
  [DIGIT] = { UINT64_C(0x03FF000000000000), 0 },
  [GRAPH] = { UINT64_C(0xFFFFFFFE00000000), UINT64_C(0x7FFFFFFFFFFFFFFF) },
  [LOWER] = { 0, UINT64_C(0x07FFFFFE00000000) },
  [PUNCT] = { UINT64_C(0xFC00FFFE00000000), UINT64_C(0x78000001F8000001) },
  [SPACE] = { UINT64_C(0x0000000100003E00), 0 },
  [UPPER] = { 0, UINT64_C(0x0000000007FFFFFE) },
  [ALNUM] = { UINT64_C(0x03FF000000000000), UINT64_C(0x07FFFFFE07FFFFFE) },
  [XDIGIT] = { UINT64_C(0x03FF000000000000), UINT64_C(0x0000007E0000007E) },
  [ZERO] = { 1, 0 }, /* of old */
};

/* The class of a small letter; -1: there is none. */
static int class_of(int letter) {
  switch (letter) {
    case 'a': return ALPHA;
    case 'c': return CNTRL;
    case 'd': return DIGIT;
    case 'g': return GRAPH;
    case 'l': return LOWER;
    case 'p': return PUNCT;
    case 's': return SPACE;
    case 'u': return UPPER;
    case 'w': return ALNUM;
    case 'x': return XDIGIT;
    case 'z': return ZERO;
    default: return -1;
  }
}

static void add_byte(host_set *set, unsigned c) {
  set->bits[c >> 6] |= (uint64_t)1 << (c & 63);
}

static bool has_byte(const host_set *set, unsigned char c) {
  return set->bits[c >> 6] >> (c & 63) & 1;
}

static bool is_capital(unsigned char c) { return c >= 'A' && c <= 'Z'; }

/* Adds the class %letter. Another character stands for itself. */
static void add_class(host_set *set, unsigned char letter) {
  uint64_t others = is_capital(letter) ? UINT64_MAX : 0;
  int class = class_of(is_capital(letter) ? letter | 32 : letter);
  if (class < 0) {
    add_byte(set, letter);
    return;
  }
  set->bits[0] |= classes[class][0] ^ others;
  set->bits[1] |= classes[class][1] ^ others;
  set->bits[2] |= others;
  set->bits[3] |= others;
}

static void add_range(host_set *set, unsigned low, unsigned high) {
  for (unsigned word = low / 64; low <= high && word <= high / 64; word++) {
    uint64_t bits = UINT64_MAX;
    if (word == low / 64) bits &= UINT64_MAX << (low % 64);
    if (word == high / 64) bits &= UINT64_MAX >> (63 - high % 64);
    set->bits[word] |= bits;
  }
}

/* Adds what is in the set from '[' at `p` to ']' at `last`. */
static void add_set(host_set *set, const char *p, const char *last) {
  bool others = p[1] == '^';
  if (others) p++;
  for (p++; p < last; p++) {
    if (*p == '%') {
      add_class(set, (unsigned char)*++p);
    } else if (p[1] == '-' && p + 2 < last) {
      add_range(set, (unsigned char)p[0], (unsigned char)p[2]);
      p += 2;
    } else {
      add_byte(set, (unsigned char)*p);
    }
  }
  for (int i = 0; others && i < 4; i++) set->bits[i] = ~set->bits[i];
}

/* ---- Is a byte in a class, in a set? Looked up where it is written. ------ */

static bool in_class(unsigned char c, unsigned char letter) {
  int class = class_of(is_capital(letter) ? letter | 32 : letter);
  bool in;
  if (class < 0) return c == letter;
  in = c < 128 && (classes[class][c >> 6] >> (c & 63) & 1);
  return in != is_capital(letter);
}

static bool in_set(unsigned char c, const char *p, const char *last) {
  bool wanted = p[1] != '^';
  if (!wanted) p++;
  for (p++; p < last; p++) {
    if (*p == '%') {
      if (in_class(c, (unsigned char)*++p)) return wanted;
    } else if (p[1] == '-' && p + 2 < last) {
      if ((unsigned char)p[0] <= c && c <= (unsigned char)p[2]) return wanted;
      p += 2;
    } else if ((unsigned char)*p == c) {
      return wanted;
    }
  }
  return !wanted;
}

/* ---- Items --------------------------------------------------------------- */

static host_set *slot_of(host_match *m, const char *p) {
  return &m->sets[(size_t)(p - m->pattern_end) % HOST_SETS];
}

/* The bytes that the item from `p` to `end` takes. Those of the items that were
** asked last are kept. */
static const host_set *set_of(host_match *m, const char *p, const char *end) {
  host_set *set = slot_of(m, p);
  if (set->item == p && set->known) return set;
  *set = (host_set){ .item = p, .known = true };
  switch (*p) {
    case '.': memset(set->bits, 0xFF, sizeof set->bits); break;
    case '%': add_class(set, (unsigned char)p[1]); break;
    case '[': add_set(set, p, end - 1); break;
    default: add_byte(set, (unsigned char)*p);
  }
  return set;
}

/* Does the item take a byte? The first time it is not worth finding out all
** that it takes. */
static bool takes(host_match *m, const char *p, const char *end,
                  unsigned char c) {
  host_set *set;
  if (*p == '%') return in_class(c, (unsigned char)p[1]);
  if (*p != '[') return *p == '.' || (unsigned char)*p == c;
  set = slot_of(m, p);
  if (set->item == p) return has_byte(set_of(m, p, end), c);
  set->item = p;
  set->known = false;
  return in_set(c, p, end - 1);
}

/* Does the character at `s` fit the item from `p` to `end`? */
static bool fits(host_match *m, const char *s, const char *p,
                 const char *end) {
  step(m);
  return s < m->subject_end && takes(m, p, end, (unsigned char)*s);
}

/* ---- Repetitions --------------------------------------------------------- */

/* The first character from `s` on that does not fit the item. */
static const char *behind_all(host_match *m, const char *s, const char *p,
                              const char *end) {
  const host_set *set;
  const char *at = s;
  if (!fits(m, s, p, end)) return s;
  set = set_of(m, p, end);
  do at++;
  while (at < m->subject_end && has_byte(set, (unsigned char)*at));
  m->steps += at - s;
  return at;
}

/* As many as possible, then fewer. */
static const char *most(host_match *m, const char *s, const char *p,
                        const char *end, ptrdiff_t least) {
  ptrdiff_t n = behind_all(m, s, p, end) - s;
  if (end + 1 == m->pattern_end) return n >= least ? s + n : NULL;
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
  unsigned char before = s == m->subject ? 0 : (unsigned char)s[-1];
  unsigned char after = s == m->subject_end ? 0 : (unsigned char)*s;
  step(m);
  return !takes(m, p, end, before) && takes(m, p, end, after);
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

/* The item that the first character of every match fits, its end in `*end`;
** NULL: there is none. */
static const char *first_item(host_match *m, const char *p, const char **end) {
  while (p < m->pattern_end && *p == '(')
    p += p + 1 < m->pattern_end && p[1] == ')' ? 2 : 1;
  if (p == m->pattern_end || *p == ')' ||
      (*p == '$' && p + 1 == m->pattern_end))
    return NULL;
  if (*p == '%' && p + 1 < m->pattern_end &&
      (p[1] == 'b' || p[1] == 'f' || isdigit((unsigned char)p[1])))
    return NULL;
  *end = item_end(m, p);
  if (*end < m->pattern_end && strchr("?*-", **end) != NULL) return NULL;
  return p;
}

/* The first place from `at` on that fits the item; NULL: there is none. */
static const char *next_start(host_match *m, const char *at, const char *item,
                              const char *end) {
  const char *start = at;
  if (strchr("%[.", *item) == NULL) {
    at = memchr(at, *item, (size_t)(m->subject_end - at));
    m->steps += ((at != NULL ? at : m->subject_end) - start) / 16;
  } else {
    const host_set *set;
    if (at < m->subject_end && takes(m, item, end, (unsigned char)*at))
      return at;
    set = set_of(m, item, end);
    while (at < m->subject_end && !has_byte(set, (unsigned char)*at)) at++;
    m->steps += at - start;
    if (at == m->subject_end) at = NULL;
  }
  step(m);
  return at;
}

const char *host_match_next(host_match *m, const char **at,
                            const char *pattern) {
  const char *end = NULL, *item = first_item(m, pattern, &end);
  for (; *at <= m->subject_end; ++*at) {
    const char *found;
    if (item != NULL && *at < m->subject_end) {
      const char *next = next_start(m, *at, item, end);
      if (next == NULL) return NULL;
      *at = next;
    }
    found = host_match_at(m, *at, pattern);
    if (found != NULL) return found;
  }
  return NULL;
}

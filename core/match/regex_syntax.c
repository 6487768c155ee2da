/* regex_syntax.c - reads the syntax of PCRE2, item by item. */
#include "match/regex_syntax.h"

#include <string.h>

#include "gloss.h"

#define ALL_LEADS UINT64_MAX

/* The ASCII members of what escapes, properties and POSIX classes name, in two
** words of bits. */
typedef struct known_set {
  const char *name;
  uint64_t ascii[2];
} known_set;

#define UPPER UINT64_C(0x07FFFFFE)
#define LOWER UINT64_C(0x07FFFFFE00000000)
#define DIGITS UINT64_C(0x03FF000000000000)
#define SPACES UINT64_C(0x0000000100003E00)

/* ---- Sets ---- */

static void add_ascii(gloss_char_set *set, uint64_t low, uint64_t high) {
  set->ascii[0] |= low;
  set->ascii[1] |= high;
}

static void add_known(gloss_char_set *set, const uint64_t ascii[2],
                      uint64_t leads, bool others) {
  add_ascii(set, others ? ~ascii[0] : ascii[0], others ? ~ascii[1] : ascii[1]);
  set->leads |= others ? ALL_LEADS : leads;
}

/* Whatever: more than an item takes. */
static void add_all(gloss_char_set *set) {
  add_ascii(set, UINT64_MAX, UINT64_MAX);
  set->leads = ALL_LEADS;
  set->vague = true;
}

static void add_byte(gloss_char_set *set, unsigned char c) {
  set->ascii[c >> 6] |= (uint64_t)1 << (c & 63);
}

static bool is_letter(uint32_t c) {
  return (c | 32) >= 'a' && (c | 32) <= 'z';
}

static uint8_t encode(uint32_t c, char *out) {
  if (c < 0x800) {
    out[0] = (char)(0xC0 | c >> 6);
    out[1] = (char)(0x80 | (c & 0x3F));
    return 2;
  }
  if (c < 0x10000) {
    out[0] = (char)(0xE0 | c >> 12);
    out[1] = (char)(0x80 | (c >> 6 & 0x3F));
    out[2] = (char)(0x80 | (c & 0x3F));
    return 3;
  }
  out[0] = (char)(0xF0 | c >> 18);
  out[1] = (char)(0x80 | (c >> 12 & 0x3F));
  out[2] = (char)(0x80 | (c >> 6 & 0x3F));
  out[3] = (char)(0x80 | (c & 0x3F));
  return 4;
}

static unsigned lead_of(uint32_t c) {
  char bytes[4];
  encode(c, bytes);
  return (unsigned char)bytes[0];
}

/* A character that is not ASCII. */
static void add_other(gloss_char_set *set, uint32_t c) {
  if (set->char_count < GLOSS_SET_CHARS) {
    gloss_utf8_char *new = &set->chars[set->char_count++];
    new->len = encode(c, new->bytes);
  } else {
    set->leads |= GLOSS_LEAD(lead_of(c));
  }
}

enum { LONG_S = 0x17F, KELVIN = 0x212A };

/* A letter of ASCII in both cases, with the one beside ASCII that is equal to
** it. */
static void add_both_cases(gloss_char_set *set, unsigned char c) {
  add_byte(set, c | 32);
  add_byte(set, c & 0xDF);
  if ((c | 32) == 'k') add_other(set, KELVIN);
  if ((c | 32) == 's') add_other(set, LONG_S);
}

/* Where case does not count, what is not ASCII may be equal to anything that
** is not, and to k and s. */
static void add_any_case(gloss_char_set *set) {
  add_both_cases(set, 'k');
  add_both_cases(set, 's');
  set->leads = ALL_LEADS;
  set->vague = true;
}

static void add_char(gloss_char_set *set, uint32_t c, bool caseless) {
  if (c < 0x80) {
    if (caseless && is_letter(c)) add_both_cases(set, (unsigned char)c);
    else add_byte(set, (unsigned char)c);
  } else if (caseless) {
    add_any_case(set);
  } else {
    add_other(set, c);
  }
}

static void add_range(gloss_char_set *set, uint32_t low, uint32_t high,
                      bool caseless) {
  for (uint32_t c = low; c <= high && c < 0x80; c++)
    add_char(set, c, caseless);
  if (high < 0x80) return;
  if (caseless) add_any_case(set);
  for (unsigned lead = lead_of(low < 0x80 ? 0x80 : low); lead <= lead_of(high);
       lead++)
    set->leads |= GLOSS_LEAD(lead);
}

/* ---- Characters and escapes ---- */

static bool is_at(const gloss_regex_reader *r, const char *text) {
  size_t len = strlen(text);
  return (size_t)(r->end - r->at) >= len && memcmp(r->at, text, len) == 0;
}

static bool is_digit(const gloss_regex_reader *r) {
  return r->at < r->end && *r->at >= '0' && *r->at <= '9';
}

/* The next character of the pattern, which is valid UTF-8. */
static uint32_t next_char(gloss_regex_reader *r) {
  unsigned char c = (unsigned char)*r->at++;
  uint32_t code = c;
  if (c < 0x80) return c;
  code = c >= 0xF0 ? c & 7u : c >= 0xE0 ? c & 15u : c & 31u;
  while (r->at < r->end && ((unsigned char)*r->at & 0xC0) == 0x80)
    code = code << 6 | ((unsigned char)*r->at++ & 0x3F);
  return code;
}

static int hex_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if ((c | 32) >= 'a' && (c | 32) <= 'f') return (c | 32) - 'a' + 10;
  return -1;
}

/* Behind \x: \x41, \x{20AC}. */
static bool read_hex(gloss_regex_reader *r, uint32_t *c) {
  bool braces = is_at(r, "{");
  int digits = 0;
  *c = 0;
  if (braces) r->at++;
  while (r->at < r->end && hex_of(*r->at) >= 0 && (braces || digits < 2)) {
    *c = *c << 4 | (uint32_t)hex_of(*r->at++);
    if (++digits > 6) return false;
  }
  if (braces && (digits == 0 || !is_at(r, "}"))) return false;
  if (braces) r->at++;
  return *c <= 0x10FFFF;
}

static const known_set properties[] = {
  { "lu", { 0, UPPER } },         { "ll", { 0, LOWER } },
  { "l", { 0, UPPER | LOWER } },  { "l&", { 0, UPPER | LOWER } },
  { "nd", { DIGITS, 0 } },        { "n", { DIGITS, 0 } },
};

/* Whether \p{Lu} asks for case where case does not count depends on the version
** of PCRE2. */
static void add_property(gloss_char_set *set, const char *name, bool others,
                         bool caseless) {
  bool cased = name[0] == 'l' && name[1] != '\0' && name[1] != '&';
  for (size_t i = 0; i < sizeof properties / sizeof *properties; i++) {
    if (strcmp(properties[i].name, name) != 0 || (caseless && cased)) continue;
    add_known(set, properties[i].ascii, ALL_LEADS, others);
    return;
  }
  add_all(set);
}

/* Behind \p and \P: L, {Lu}, {^Lu}. */
static bool read_property(gloss_regex_reader *r, gloss_char_set *set,
                          bool others) {
  char name[8] = "";
  size_t len = 0;
  bool caseless = (r->flags & GLOSS_REGEX_CASELESS) != 0;
  if (r->at == r->end) return false;
  if (*r->at != '{') {
    name[0] = (char)(*r->at++ | 32);
    add_property(set, name, others, caseless);
    return true;
  }
  for (r->at++; r->at < r->end && *r->at != '}'; r->at++) {
    char c = *r->at;
    if (c == '^') others = !others;
    else if (strchr(" _-", c) == NULL && len < sizeof name)
      name[len++] = (char)(c | (is_letter((unsigned char)c) ? 32 : 0));
  }
  if (r->at == r->end) return false;
  r->at++;
  name[len < sizeof name ? len : 0] = '\0'; /* no name that is known */
  add_property(set, name, others, caseless);
  return true;
}

/* \d \w \s \h \v, and the same in capitals: all others. */
static bool add_class(gloss_char_set *set, char letter, bool ucp) {
  static const uint64_t digits[2] = { DIGITS, 0 };
  static const uint64_t words[2] = { DIGITS, UPPER | LOWER | 0x80000000 };
  static const uint64_t spaces[2] = { SPACES, 0 };
  static const uint64_t flat[2] = { 0x100000200, 0 };  /* tab and space */
  static const uint64_t lines[2] = { 0x3C00, 0 };
  bool others = letter < 'a';
  switch (letter | 32) {
    case 'd':
      add_known(set, digits, ucp ? GLOSS_DIGIT_LEADS : 0, others);
      break;
    case 'w': add_known(set, words, ucp ? ALL_LEADS : 0, others); break;
    case 's':
      add_known(set, spaces, ucp ? GLOSS_SPACE_LEADS : 0, others);
      break;
    case 'h': add_known(set, flat, GLOSS_SPACE_LEADS, others); break;
    case 'v': add_known(set, lines, GLOSS_SPACE_LEADS, others); break;
    default: return false;
  }
  return true;
}

/* An escape that stands for one character; the letter is behind the \. */
static bool read_escaped(gloss_regex_reader *r, char letter, uint32_t *c) {
  static const char letters[] = "tnrfea", values[] = "\t\n\r\f\033\a";
  const char *at = letter != '\0' ? strchr(letters, letter) : NULL;
  if (letter == 'x') return read_hex(r, c);
  if (at != NULL) *c = (unsigned char)values[at - letters];
  else if (is_letter((unsigned char)letter) ||
           (letter >= '0' && letter <= '9')) return false;
  else *c = (unsigned char)letter;
  return true;
}

/* Behind a \ outside brackets. */
static gloss_regex_item_kind read_escape(gloss_regex_reader *r,
                                         gloss_char_set *set) {
  char letter;
  uint32_t c;
  if (r->at == r->end) return GLOSS_ITEM_FAIL;
  if ((unsigned char)*r->at >= 0x80) {
    add_char(set, next_char(r), (r->flags & GLOSS_REGEX_CASELESS) != 0);
    return GLOSS_ITEM_SET;
  }
  letter = *r->at++;
  if (add_class(set, letter, (r->flags & GLOSS_REGEX_UCP) != 0))
    return GLOSS_ITEM_SET;
  switch (letter) {
    case 'b': return GLOSS_ITEM_EDGE;
    case 'B': case 'A': case 'z': case 'Z': case 'G': case 'K':
      return GLOSS_ITEM_NOTHING;
    case 'p': case 'P':
      return read_property(r, set, letter == 'P') ? GLOSS_ITEM_SET
                                                  : GLOSS_ITEM_FAIL;
    case 'R': add_class(set, 'v', true); return GLOSS_ITEM_SET_AND_MORE;
    case 'X': add_all(set); return GLOSS_ITEM_SET_AND_MORE;
    default: break;
  }
  if (letter >= '1' && letter <= '9') { /* a group again, or a character */
    while (is_digit(r)) r->at++;
    return GLOSS_ITEM_UNKNOWN;
  }
  if (!read_escaped(r, letter, &c)) return GLOSS_ITEM_FAIL;
  add_char(set, c, (r->flags & GLOSS_REGEX_CASELESS) != 0);
  return GLOSS_ITEM_SET;
}

/* ---- Brackets ---- */

static const known_set posix[] = {
  { "alpha", { 0, UPPER | LOWER } },
  { "lower", { 0, LOWER } },
  { "upper", { 0, UPPER } },
  { "alnum", { DIGITS, UPPER | LOWER } },
  { "digit", { DIGITS, 0 } },
  { "space", { SPACES, 0 } },
  { "word", { DIGITS, UPPER | LOWER | 0x80000000 } },
};

/* [:alpha:], [:^alpha:]; one that is not known here takes whatever. */
static bool read_posix(gloss_regex_reader *r, gloss_char_set *set) {
  const char *name = r->at + 2, *stop = name;
  bool others = name < r->end && *name == '^';
  bool caseless = (r->flags & GLOSS_REGEX_CASELESS) != 0;
  if (others) stop = ++name;
  while (stop < r->end && *stop >= 'a' && *stop <= 'z') stop++;
  if (r->end - stop < 2 || stop[0] != ':' || stop[1] != ']') return false;
  r->at = stop + 2;
  for (size_t i = 0; i < sizeof posix / sizeof *posix; i++) {
    size_t k = caseless && (i == 1 || i == 2) ? 0 : i; /* any case: alpha */
    size_t len = strlen(posix[i].name);
    if (len != (size_t)(stop - name) || memcmp(posix[i].name, name, len) != 0)
      continue;
    add_known(set, posix[k].ascii, ALL_LEADS, others);
    return true;
  }
  add_all(set);
  return true;
}

/* One member of a class: a set, added, or a character in `*c` (`*single`).
** false: not understood. */
static bool read_member(gloss_regex_reader *r, gloss_char_set *set,
                        bool *single, uint32_t *c) {
  char letter;
  *single = false;
  if (is_at(r, "[:")) return read_posix(r, set);
  if (is_at(r, "[.") || is_at(r, "[=")) return false;
  *single = true;
  if (*r->at != '\\' || r->end - r->at < 2) {
    *c = next_char(r);
    return true;
  }
  r->at++;
  if ((unsigned char)*r->at >= 0x80) {
    *c = next_char(r);
    return true;
  }
  letter = *r->at++;
  if (letter == 'b') *c = 8;
  if (letter == 'b') return true;
  if (letter == 'p' || letter == 'P') {
    *single = false;
    return read_property(r, set, letter == 'P');
  }
  if (!add_class(set, letter, (r->flags & GLOSS_REGEX_UCP) != 0))
    return read_escaped(r, letter, c);
  *single = false;
  return true;
}

static bool read_members(gloss_regex_reader *r, gloss_char_set *set) {
  bool caseless = (r->flags & GLOSS_REGEX_CASELESS) != 0;
  bool first = true;
  for (; r->at < r->end && (first || *r->at != ']'); first = false) {
    uint32_t low, high;
    bool single, range;
    if (!read_member(r, set, &single, &low)) return false;
    if (!single) continue;
    range = is_at(r, "-") && r->end - r->at > 1 && r->at[1] != ']';
    if (range) {
      r->at++;
      if (!read_member(r, set, &single, &high) || !single) return false;
      add_range(set, low, high, caseless);
    } else {
      add_char(set, low, caseless);
    }
  }
  if (r->at == r->end) return false;
  r->at++;
  return true;
}

/* Behind [. */
static gloss_regex_item_kind read_brackets(gloss_regex_reader *r,
                                           gloss_char_set *set) {
  bool others = is_at(r, "^");
  if (others) r->at++;
  if (!read_members(r, set)) return GLOSS_ITEM_FAIL;
  if (!others) return GLOSS_ITEM_SET;
  set->ascii[0] = set->vague ? UINT64_MAX : ~set->ascii[0];
  set->ascii[1] = set->vague ? UINT64_MAX : ~set->ascii[1];
  set->leads = ALL_LEADS;
  set->char_count = 0;
  return GLOSS_ITEM_SET;
}

/* ---- Groups ---- */

static bool skip_behind(gloss_regex_reader *r, char stop) {
  while (r->at < r->end && *r->at != stop) r->at++;
  if (r->at == r->end) return false;
  r->at++;
  return true;
}

/* Behind (?: i, -i, i: ... */
static gloss_regex_item_kind read_flags(gloss_regex_reader *r) {
  bool off = false;
  for (; r->at < r->end; r->at++) {
    unsigned flag = 0;
    switch (*r->at) {
      case '-': off = true; break;
      case 'i': flag = GLOSS_REGEX_CASELESS; break;
      case 'x':
        if (is_at(r, "xx")) return GLOSS_ITEM_FAIL;
        flag = GLOSS_REGEX_EXTENDED;
        break;
      case 'm': case 's': case 'n': case 'J': case 'U': break;
      case ')': r->at++; return GLOSS_ITEM_NOTHING;
      case ':': r->at++; return GLOSS_ITEM_GROUP;
      default: return GLOSS_ITEM_FAIL;
    }
    r->flags = off ? r->flags & ~flag : r->flags | flag;
  }
  return GLOSS_ITEM_FAIL;
}

/* (?R) (?1) (?-1) (?&name) (?P>name) (?P=name): a group once more. */
static bool is_again(const gloss_regex_reader *r) {
  const char *at = r->at;
  if (is_at(r, "R") || is_at(r, "&") || is_at(r, "P>") || is_at(r, "P="))
    return true;
  if (*at == '-' || *at == '+') at++;
  return at < r->end && *at >= '0' && *at <= '9';
}

/* Behind (. */
static gloss_regex_item_kind read_head(gloss_regex_reader *r) {
  static const char *const looks[] = { "=", "!", "*", "<=", "<!", "<*" };
  static const char *const plain[] = { ":", "|", ">" };
  if (is_at(r, "*")) return GLOSS_ITEM_FAIL;
  if (!is_at(r, "?")) return GLOSS_ITEM_GROUP;
  if (++r->at == r->end) return GLOSS_ITEM_FAIL;
  for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
    if (is_at(r, looks[i])) {
      r->at += strlen(looks[i]);
      return GLOSS_ITEM_LOOK;
    }
  for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
    if (is_at(r, plain[i])) return r->at++, GLOSS_ITEM_GROUP;
  if (is_again(r))
    return skip_behind(r, ')') ? GLOSS_ITEM_UNKNOWN : GLOSS_ITEM_FAIL;
  if (is_at(r, "P<")) r->at++;
  if (is_at(r, "<"))
    return skip_behind(r, '>') ? GLOSS_ITEM_GROUP : GLOSS_ITEM_FAIL;
  if (is_at(r, "'"))
    return r->at++, skip_behind(r, '\'') ? GLOSS_ITEM_GROUP : GLOSS_ITEM_FAIL;
  return read_flags(r);
}

/* ---- Items ---- */

/* Passes over comments, and white space where it means nothing. */
static void skip_blank(gloss_regex_reader *r) {
  for (; r->at < r->end; r->at++) {
    if (is_at(r, "(?#")) {
      if (!skip_behind(r, ')')) return;
      r->at--;
    } else if (!(r->flags & GLOSS_REGEX_EXTENDED)) {
      return;
    } else if (*r->at == '#') {
      if (!skip_behind(r, '\n')) return;
      r->at--;
    } else if (*r->at != ' ' && (*r->at < '\t' || *r->at > '\r')) {
      return;
    }
  }
}

bool gloss_regex_more(gloss_regex_reader *r) {
  skip_blank(r);
  return r->at < r->end && *r->at != '|' && *r->at != ')';
}

gloss_regex_item_kind gloss_regex_item(gloss_regex_reader *r,
                                       gloss_char_set *set) {
  bool caseless = (r->flags & GLOSS_REGEX_CASELESS) != 0;
  memset(set, 0, sizeof *set);
  switch (*r->at) {
    case '(': r->at++; return read_head(r);
    case '[': r->at++; return read_brackets(r, set);
    case '\\': r->at++; return read_escape(r, set);
    case '^': case '$': r->at++; return GLOSS_ITEM_NOTHING;
    case '*': case '+': case '?': return GLOSS_ITEM_FAIL;
    case '.':
      r->at++;
      add_all(set);
      return GLOSS_ITEM_SET;
    default:
      if ((unsigned char)*r->at >= 0x80 && (r->flags & GLOSS_REGEX_EXTENDED))
        return GLOSS_ITEM_FAIL; /* may be white space */
      add_char(set, next_char(r), caseless);
      return GLOSS_ITEM_SET;
  }
}

/* A number of at most five digits; `otherwise` where there is none. */
static uint32_t read_count(gloss_regex_reader *r, uint32_t otherwise) {
  uint32_t n = 0;
  if (!is_digit(r)) return otherwise;
  for (int i = 0; i < 6 && is_digit(r); i++)
    n = n * 10 + (uint32_t)(*r->at++ - '0');
  return n;
}

/* {m} {m,} {m,n}; anything else in braces is text. */
static bool read_braces(gloss_regex_reader *r, uint32_t *min, uint32_t *max) {
  const char *start = r->at++;
  bool counted = is_digit(r);
  *min = *max = read_count(r, 0);
  if (counted && is_at(r, ",")) {
    r->at++;
    *max = read_count(r, UINT32_MAX);
  }
  if (counted && is_at(r, "}")) return r->at++, true;
  r->at = start;
  return false;
}

bool gloss_regex_repetition(gloss_regex_reader *r, uint32_t *min,
                            uint32_t *max) {
  skip_blank(r);
  if (r->at == r->end) return false;
  *min = 0;
  *max = UINT32_MAX;
  switch (*r->at) {
    case '*': r->at++; break;
    case '+': r->at++; *min = 1; break;
    case '?': r->at++; *max = 1; break;
    case '{':
      if (!read_braces(r, min, max)) return false;
      break;
    default: return false;
  }
  if (is_at(r, "?") || is_at(r, "+")) r->at++;
  return true;
}

static bool take(gloss_regex_reader *r, char c) {
  if (r->at == r->end || *r->at != c) return false;
  r->at++;
  return true;
}

bool gloss_regex_or(gloss_regex_reader *r) { return take(r, '|'); }
bool gloss_regex_close(gloss_regex_reader *r) { return take(r, ')'); }
bool gloss_regex_at_end(const gloss_regex_reader *r) { return r->at == r->end; }

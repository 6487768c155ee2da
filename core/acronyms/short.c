/* short.c - what a short form looks like, and the letters it is read by. */
#include "acronyms/acronyms.h"

enum {
  LONGEST = 12,       /* letters and digits of one */
  LONGEST_OF_TWO = 16 /* of one of two words: "ABC difference" */
};

/* Is it capitals with a plural's s: "NGOs"? */
static bool is_plural(gloss_slice text) {
  size_t last = text.len - 1;
  if (text.len < 3 || text.bytes[last] != 's' ||
      !gloss_is_upper(text.bytes[0]) || !gloss_is_upper(text.bytes[last - 1]))
    return false;
  for (size_t i = 1; i < last; i++) {
    char c = text.bytes[i];
    if (!gloss_is_upper(c) && !gloss_is_figure(c) &&
        (c == '\0' || strchr("-&/.", c) == NULL))
      return false;
  }
  return true;
}

/* What the sign at the end is read as: "END+" is "END positive"; 0: none. */
static char sign_of(gloss_slice text) {
  char last = text.len > 1 ? text.bytes[text.len - 1] : '\0';
  if (text.len < 2 || !gloss_is_upper(text.bytes[text.len - 2])) return '\0';
  return last == '+' ? 'p' : last == '-' ? 'n' : '\0';
}

/* Letters and digits alone, lower case. */
gloss_short_letters gloss_short_letters_of(gloss_slice text) {
  gloss_short_letters out = { .len = 0 };
  char sign = sign_of(text);
  if (is_plural(text)) text.len--;
  for (size_t i = 0; i < text.len && out.len + 1 < sizeof out.bytes; i++) {
    char c = text.bytes[i];
    if (gloss_is_alnum(c) || gloss_is_wide(c))
      out.bytes[out.len++] = gloss_lower(c);
  }
  if (sign != '\0') out.bytes[out.len++] = sign;
  return out;
}

/* ---- Words --------------------------------------------------------------- */

typedef bool (*char_test)(char c);

static bool all_are(gloss_slice s, char_test test) {
  for (size_t i = 0; i < s.len; i++)
    if (!test(s.bytes[i])) return false;
  return true;
}

static bool any_is(gloss_slice s, char_test test) {
  for (size_t i = 0; i < s.len; i++)
    if (test(s.bytes[i])) return true;
  return false;
}

static bool is_lower(char c) { return gloss_is_lower(c); }
static bool is_alpha(char c) { return gloss_is_alpha(c); }
static bool is_figure(char c) { return gloss_is_figure(c); }
static bool is_white(char c) { return gloss_is_white(c); }
static bool is_wide(char c) { return gloss_is_wide(c); }
static bool is_bold(char c) { return gloss_is_upper(c) || gloss_is_figure(c); }
static bool is_inner(char c) {
  return gloss_is_alnum(c) || c == '-' || c == '/';
}
static bool is_hyphened(char c) { return gloss_is_alnum(c) || c == '-'; }

/* Two capitals with nothing but letters, digits and slashes between. */
static bool has_two_capitals(gloss_slice s) {
  bool capital = false;
  for (size_t i = 0; i < s.len; i++) {
    char c = s.bytes[i];
    if (gloss_is_upper(c) && capital) return true;
    capital = gloss_is_upper(c) ||
              (capital && (gloss_is_alnum(c) || c == '/'));
  }
  return false;
}

static gloss_slice from(gloss_slice s, size_t at) {
  return (gloss_slice){ s.bytes + at, s.len - at };
}

/* Two words: PLS 1, H. palustris, MRI scan; not 10 mL. */
static bool are_two(gloss_slice text) {
  const char *blank = memchr(text.bytes, ' ', text.len);
  gloss_slice a, b;
  if (blank == NULL) return false;
  a = (gloss_slice){ text.bytes, (size_t)(blank - text.bytes) };
  b = from(text, a.len + 1);
  if (all_are(a, is_inner) && any_is(a, is_bold) && all_are(b, is_inner) &&
      any_is(b, is_bold) && has_two_capitals(text))
    return true;
  if (a.len == 0 || b.len == 0 || !gloss_is_upper(a.bytes[0]) ||
      !all_are(b, is_lower))
    return false;
  return (a.len == 2 && a.bytes[1] == '.') || all_are(from(a, 1), is_hyphened);
}

static bool is_in(char c, const char *set) {
  return c != '\0' && strchr(set, c) != NULL;
}

/* Marks that no short form has; a paragraph sign and what shares a byte with
** it, too. */
static bool has_marks(gloss_slice text) {
  for (size_t i = 0; i < text.len; i++)
    if (is_in(text.bytes[i], "=<>:%@,;\xC2\xA7")) return true;
  return false;
}

/* A label, 2a; or a word with no capital but the first. */
static bool is_label(gloss_slice text) {
  gloss_slice digits = { text.bytes, text.len - 1 };
  return text.len > 1 && all_are(digits, is_figure) &&
         gloss_is_lower(text.bytes[text.len - 1]);
}

static bool is_word(gloss_slice text) {
  size_t at = gloss_is_upper(text.bytes[0]) ? 1 : 0;
  return text.len > at && all_are(from(text, at), is_lower);
}

/* Could it be a short form? */
bool gloss_is_short(const gloss_acronyms *a, gloss_slice text) {
  gloss_short_letters letters;
  gloss_slice bare;
  bool two = any_is(text, is_white);
  if (text.len == 0 || (!gloss_is_alnum(text.bytes[0]) && text.bytes[0] != '[')
      || has_marks(text))
    return false;
  letters = gloss_short_letters_of(text);
  bare = (gloss_slice){ letters.bytes, letters.len };
  if (letters.len == 0 || letters.len > (two ? LONGEST_OF_TWO : LONGEST) ||
      (gloss_short_sets(a, text) & GLOSS_SHORT_NEVER) != 0 ||
      !any_is(bare, is_alpha) || any_is(bare, is_wide))
    return false;
  if (two) return are_two(text);
  if (letters.len == 1) return text.len == 1 && gloss_is_upper(text.bytes[0]);
  if (is_label(text)) return false;
  /* a word of ordinary letters is a remark, not a short form */
  if (!any_is(text, is_bold)) return letters.len <= 5;
  return !(is_word(text) && letters.len > 6);
}

/* ---- The other way round ------------------------------------------------- */

/* T(a) ambient temperature, IFN-gamma, L1CAM, E9 ninth embryonic day. */
bool gloss_short_turned(gloss_acronyms *a, gloss_slice text, size_t cut,
                        gloss_short_letters *out) {
  gloss_span groups[GLOSS_MAX_GROUPS];
  gloss_short_letters head;
  int found = gloss_regex_find(a->cuts[cut].regex, a->cuts[cut].scratch,
                               text.bytes, text.len, 0, groups, NULL);
  if (found < 0) a->failed = true;
  if (found <= 0 || groups[1].start == UINT32_MAX ||
      groups[2].start == UINT32_MAX)
    return false;
  *out = gloss_short_letters_of((gloss_slice){
    text.bytes + groups[2].start, groups[2].end - groups[2].start });
  head = gloss_short_letters_of((gloss_slice){
    text.bytes + groups[1].start, groups[1].end - groups[1].start });
  if (out->len + head.len > sizeof out->bytes) return false;
  memcpy(out->bytes + out->len, head.bytes, head.len);
  out->len += head.len;
  return true;
}

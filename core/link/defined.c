/* defined.c - acronyms that the text itself defines in brackets: Meridian
** Investment Fund (MIF), and MIF (Meridian Investment Fund). */
#include "link/linker.h"

enum { LEAST = 2, MOST = 10 }; /* bytes of an acronym */

static bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

static char small(char c) { return is_capital(c) ? (char)(c | 0x20) : c; }

static bool in_acronym(char c) {
  return is_capital(c) || (c >= '0' && c <= '9') || c == '-' || c == '&' ||
         c == '.';
}

static bool is_acronym(gloss_slice s) {
  size_t capitals = 0;
  if (s.len < LEAST || s.len > MOST || !is_capital(s.bytes[0])) return false;
  for (size_t i = 0; i < s.len; i++) {
    if (!in_acronym(s.bytes[i])) return false;
    capitals += is_capital(s.bytes[i]);
  }
  return capitals >= LEAST;
}

/* ---- Letters ------------------------------------------------------------- */

/* Are its letters found in the name, in this order? */
static bool in_order(gloss_slice acronym, gloss_slice name) {
  size_t at = 0;
  for (size_t i = 0; i < acronym.len; i++) {
    if (!is_capital(acronym.bytes[i])) continue;
    while (at < name.len && small(name.bytes[at]) != small(acronym.bytes[i]))
      at++;
    if (at++ == name.len) return false;
  }
  return true;
}

/* Are they the first letters of the capitalised words, in any order? */
static bool are_initials(gloss_slice acronym, gloss_slice name) {
  int letters[26] = { 0 }, wrong = 0;
  for (size_t i = 0; i < name.len; i++)
    if (is_capital(name.bytes[i]) &&
        (i == 0 || name.bytes[i - 1] == ' ' || name.bytes[i - 1] == '-'))
      letters[name.bytes[i] - 'A']++;
  for (size_t i = 0; i < acronym.len; i++)
    if (is_capital(acronym.bytes[i])) letters[acronym.bytes[i] - 'A']--;
  for (int i = 0; i < 26; i++) wrong += letters[i] != 0;
  return wrong == 0;
}

static bool stands_for(gloss_slice acronym, gloss_slice name) {
  return is_acronym(acronym) && name.len > acronym.len &&
         small(name.bytes[0]) == small(acronym.bytes[0]) &&
         (in_order(acronym, name) || are_initials(acronym, name));
}

/* ---- Brackets ------------------------------------------------------------ */

static bool is_char(const gloss_linker *l, size_t at, char c) {
  return at < l->len && l->text[at] == c;
}

/* (MIF) behind a name. */
static gloss_slice behind(const gloss_linker *l, gloss_span span) {
  size_t from = (size_t)span.end + 2, to = from;
  if (!is_char(l, span.end, ' ') || !is_char(l, from - 1, '('))
    return (gloss_slice){ "", 0 };
  while (to < l->len && to - from < MOST && in_acronym(l->text[to])) to++;
  return (gloss_slice){ l->text + from, is_char(l, to, ')') ? to - from : 0 };
}

/* MIF ( before it, and ) behind. */
static gloss_slice before(const gloss_linker *l, gloss_span span) {
  size_t to, from;
  if (span.start < 3 || l->text[span.start - 1] != '(' ||
      l->text[span.start - 2] != ' ' || !is_char(l, span.end, ')'))
    return (gloss_slice){ "", 0 };
  from = to = (size_t)span.start - 2;
  while (from > 0 && to - from <= MOST && in_acronym(l->text[from - 1])) from--;
  return (gloss_slice){ l->text + from, to - from };
}

gloss_slice gloss_link_defined(const gloss_linker *l, gloss_span span) {
  gloss_slice name = { l->text + span.start, span.end - span.start };
  gloss_slice acronym = behind(l, span);
  if (acronym.len == 0) acronym = before(l, span);
  return stands_for(acronym, name) ? acronym : (gloss_slice){ "", 0 };
}

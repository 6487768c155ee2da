/* fuzzy.c - counts the edits between a name and a text, word by word. */
#include "dict/fuzzy.h"

#include "dict/dict.h"
#include "dict/units.h"
#include "unicode/fold.h"
#include "unicode/utf8.h"

#include <string.h>

unsigned gloss_fuzzy_allowed(unsigned asked, size_t letters) {
  unsigned most = letters < GLOSS_FUZZY_ONE   ? 0
                  : letters < GLOSS_FUZZY_TWO ? 1
                  : letters > GLOSS_FUZZY_LETTERS ? 1
                                                  : GLOSS_FUZZY_MOST;
  return asked < most ? asked : most;
}

unsigned gloss_fuzzy_word_allowed(unsigned allowed, size_t letters) {
  unsigned most = letters < GLOSS_FUZZY_WORD      ? 0
                  : letters > GLOSS_FUZZY_LETTERS ? 0
                  : letters < GLOSS_FUZZY_TWO     ? 1
                                                  : GLOSS_FUZZY_MOST;
  return allowed < most ? allowed : most;
}

/* ---- Words --------------------------------------------------------------- */

typedef struct walk {
  const char *text;
  size_t len, at;
  gloss_form form;
} walk;

enum { ROOM = GLOSS_FOLD_ROOM(255) };

/* An atom, folded. */
typedef struct unit {
  const char *bytes; /* as in the text */
  size_t len;
  bool letters, space;
  size_t folded_len;
  char folded[ROOM];
} unit;

/* Plain ASCII letters at w->at, with nothing behind that might be part of
** them; false: there are none. */
static bool next_plain(walk *w, unit *u) {
  size_t n = 0;
  const char *bytes = w->text + w->at;
  while (w->at + n < w->len && n < ROOM &&
         ((unsigned char)bytes[n] | 0x20u) - 'a' < 26u) {
    u->folded[n] = (char)((unsigned char)bytes[n] | 0x20u);
    n++;
  }
  if (n == 0 || n == ROOM ||
      (w->at + n < w->len && (unsigned char)bytes[n] >= 0x80))
    return false;
  u->bytes = bytes;
  u->len = u->folded_len = n;
  u->letters = true;
  w->at += n;
  return true;
}

/* The next atom that does not fold to nothing. */
static bool next_unit(walk *w, unit *u) {
  u->space = false;
  while (w->at < w->len) {
    gloss_atom atom;
    size_t next;
    uint32_t cp = gloss_utf8_next(w->text, w->at, &next);
    if (gloss_class_of(cp)->flags & GLOSS_CP_SPACE) {
      u->space = true;
      w->at = next;
      continue;
    }
    if (next_plain(w, u)) return true;
    atom = gloss_atom_at(w->text, w->len, w->at);
    w->at = gloss_unit_end(w->text, atom);
    u->bytes = w->text + atom.start;
    u->len = w->at - atom.start;
    u->letters = atom.word == WB_ALETTER;
    u->folded_len = gloss_fold(w->form, u->bytes, u->len, u->folded, ROOM);
    if (u->folded_len == SIZE_MAX) return false;
    if (u->folded_len > 0) return true;
  }
  return false;
}

/* The letters of a folded word: how many; only the first GLOSS_FUZZY_LETTERS
** are written. */
static size_t letters_of(const unit *u, uint32_t *out) {
  size_t n = 0;
  for (size_t at = 0; at < u->folded_len; n++) {
    uint32_t cp = gloss_utf8_next(u->folded, at, &at);
    if (out != NULL && n < GLOSS_FUZZY_LETTERS) out[n] = cp;
  }
  return n;
}

static size_t count_letters(const gloss_alias_record *r) {
  walk w = { gloss_record_text(r), r->len, 0, GLOSS_FORM_KEY };
  unit u;
  size_t n = 0;
  while (next_unit(&w, &u))
    if (u.letters) n += letters_of(&u, NULL);
  return n;
}

/* ---- Edits --------------------------------------------------------------- */

static unsigned least(unsigned a, unsigned b) { return a < b ? a : b; }

/* Damerau's distance of optimal string alignment, row by row. */
static unsigned distance(const uint32_t *a, size_t a_len, const uint32_t *b,
                         size_t b_len) {
  unsigned rows[3][GLOSS_FUZZY_LETTERS + 1];
  unsigned *before = rows[0], *last = rows[1], *row = rows[2];
  for (size_t k = 0; k <= b_len; k++) last[k] = (unsigned)k;
  for (size_t i = 1; i <= a_len; i++) {
    unsigned *spare = before;
    row[0] = (unsigned)i;
    for (size_t k = 1; k <= b_len; k++) {
      unsigned n = last[k - 1] + (a[i - 1] != b[k - 1]);
      n = least(n, least(last[k], row[k - 1]) + 1);
      if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1])
        n = least(n, before[k - 2] + 1);
      row[k] = n;
    }
    before = last;
    last = row;
    row = spare;
  }
  return last[b_len];
}

/* Whether one edit is between two words; what they share at both ends is left
** out of account, and little may be left. */
static bool one_edit(const uint32_t *a, size_t a_len, const uint32_t *b,
                     size_t b_len) {
  while (a_len > 0 && b_len > 0 && *a == *b) {
    a++, b++;
    a_len--, b_len--;
  }
  while (a_len > 0 && b_len > 0 && a[a_len - 1] == b[b_len - 1])
    a_len--, b_len--;
  return (a_len <= 1 && b_len <= 1) ||
         (a_len == 2 && b_len == 2 && a[0] == b[1] && a[1] == b[0]);
}

/* The edits of one word, or -1. */
static int word_edits(const unit *alias, const unit *text, unsigned allowed) {
  uint32_t a[GLOSS_FUZZY_LETTERS], b[GLOSS_FUZZY_LETTERS];
  size_t a_len, b_len;
  unsigned n;
  if (alias->folded_len == text->folded_len &&
      memcmp(alias->folded, text->folded, text->folded_len) == 0)
    return 0;
  if (!alias->letters || !text->letters) return -1;
  a_len = letters_of(alias, a);
  b_len = letters_of(text, b);
  allowed = gloss_fuzzy_word_allowed(allowed, a_len);
  if (allowed == 0 || b_len > GLOSS_FUZZY_LETTERS || a[0] != b[0]) return -1;
  if (one_edit(a, a_len, b, b_len)) return 1;
  if (allowed == 1) return -1;
  n = distance(a, a_len, b, b_len);
  return n <= allowed ? (int)n : -1;
}

static bool capitals_fit(const gloss_alias_record *r, const unit *alias,
                         const unit *text, bool edited) {
  gloss_letter_rule rule = (gloss_letter_rule)(r->rule >> 4);
  return (edited ? gloss_shapes_fit : gloss_letters_fit)(
      rule, alias->bytes, alias->len, text->bytes, text->len);
}

int gloss_fuzzy_edits(const gloss_alias_record *r, const char *text,
                      size_t len) {
  gloss_form form =
      r->flags & GLOSS_ALIAS_ACCENTS ? GLOSS_FORM_FOLD : GLOSS_FORM_KEY;
  walk wa = { gloss_record_text(r), r->len, 0, form };
  walk wb = { text, len, 0, form };
  unsigned allowed = gloss_fuzzy_allowed(r->flags / GLOSS_ALIAS_FUZZY & 3,
                                         count_letters(r));
  unit a, b;
  int edits = 0;
  for (bool first = true;; first = false) {
    bool more = next_unit(&wa, &a);
    int n;
    if (next_unit(&wb, &b) != more) return -1;
    if (!more) return edits;
    if (!first && a.space != b.space) return -1;
    n = word_edits(&a, &b, allowed - (unsigned)edits);
    if (n < 0 || !capitals_fit(r, &a, &b, n > 0)) return -1;
    edits += n;
  }
}

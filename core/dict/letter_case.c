/* letter_case.c - two names that fold alike, compared by capitals and accents.
**
** Both are walked in step, piece by piece between white space, so that no
** buffer depends on how much white space a text has. */
#include "dict/letter_case.h"

#include "unicode/breaks.h"
#include "unicode/fold.h"
#include "unicode/utf8.h"

#include <string.h>

enum { PIECE_ROOM = 4096 };

typedef struct piece {
  const char *bytes;
  size_t len;
  bool ascii;
} piece;

typedef struct walk {
  const char *text;
  size_t len, at;
} walk;

static bool is_space(const char *text, size_t at, size_t *next) {
  unsigned char c = (unsigned char)text[at];
  if (c < 0x80) {
    *next = at + 1;
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
  return gloss_class_of(gloss_utf8_next(text, at, next))->flags &
         GLOSS_CP_SPACE;
}

static bool next_piece(walk *w, piece *out) {
  size_t next, start;
  unsigned char high = 0;
  while (w->at < w->len && is_space(w->text, w->at, &next)) w->at = next;
  start = w->at;
  while (w->at < w->len && !is_space(w->text, w->at, &next)) {
    high |= (unsigned char)w->text[w->at];
    w->at = next;
  }
  *out = (piece){ w->text + start, w->at - start, high < 0x80 };
  return w->at > start;
}

/* A piece in a normal form; a plain ASCII one as it is. False: too long. */
static bool normalise(piece *p, gloss_form form, char *room) {
  size_t n;
  if (p->ascii) return true;
  n = gloss_fold(form, p->bytes, p->len, room, PIECE_ROOM);
  if (n == SIZE_MAX) return false;
  p->bytes = room;
  p->len = n;
  return true;
}

/* The next piece that is not empty in that form. */
static bool next_normal(walk *w, piece *p, gloss_form form, char *room,
                        bool *ok) {
  while (next_piece(w, p)) {
    if (!normalise(p, form, room)) return *ok = false;
    if (p->len > 0) return true;
  }
  return false;
}

static unsigned char lower(unsigned char c) {
  if (c == '`') return '\'';
  return c >= 'A' && c <= 'Z' ? (unsigned char)(c | 0x20) : c;
}

static bool same_folded(const piece *a, const piece *b) {
  if (a->len != b->len) return false;
  for (size_t i = 0; i < a->len; i++)
    if (lower((unsigned char)a->bytes[i]) != lower((unsigned char)b->bytes[i]))
      return false;
  return true;
}

typedef bool piece_test(const piece *a, const piece *b, int rule);

/* Runs a test over both, piece by piece; false where one has more pieces. */
static bool in_step(const char *a, size_t a_len, const char *b, size_t b_len,
                    gloss_form form, piece_test *test, int rule) {
  char room_a[PIECE_ROOM], room_b[PIECE_ROOM];
  walk wa = { a, a_len, 0 }, wb = { b, b_len, 0 };
  piece pa, pb;
  bool ok = true;
  for (;;) {
    bool more_a = next_normal(&wa, &pa, form, room_a, &ok);
    bool more_b = next_normal(&wb, &pb, form, room_b, &ok);
    if (!ok || more_a != more_b) return false;
    if (!more_a) return true;
    if (!test(&pa, &pb, rule)) return false;
  }
}

static bool fold_test(const piece *a, const piece *b, int rule) {
  (void)rule;
  return same_folded(a, b);
}

/* The common case: letters of another case, bytes else the same. */
bool gloss_same_but_case(const char *a, size_t a_len, const char *b,
                         size_t b_len) {
  if (a_len != b_len) return false;
  for (size_t i = 0; i < a_len; i++) {
    unsigned char x = (unsigned char)a[i], y = (unsigned char)b[i];
    if (x != y && ((x ^ y) != 0x20 || lower(x) != lower(y))) return false;
  }
  return true;
}

bool gloss_keys_equal(const char *a, size_t a_len, const char *b,
                      size_t b_len) {
  if (gloss_same_but_case(a, a_len, b, b_len)) return true;
  return in_step(a, a_len, b, b_len, GLOSS_FORM_KEY, fold_test, 0);
}

bool gloss_accents_fit(const char *alias, size_t alias_len, const char *text,
                       size_t text_len) {
  if (alias_len == text_len && memcmp(alias, text, alias_len) == 0)
    return true;
  return in_step(alias, alias_len, text, text_len, GLOSS_FORM_FOLD,
                 fold_test, 0);
}

/* ---- Capitals ------------------------------------------------------------ */

/* A run of letters: which of them are capitals. */
typedef struct word {
  const char *bytes;
  size_t len;
  unsigned letters, capitals, small; /* counted; letters: all */
  bool capital_first;
} word;

static bool next_word(walk *w, word *out) {
  *out = (word){ 0 };
  while (w->at < w->len) {
    size_t next;
    unsigned flags =
        gloss_class_of(gloss_utf8_next(w->text, w->at, &next))->flags;
    if (!(flags & (GLOSS_CP_LETTER | GLOSS_CP_MARK))) {
      if (out->letters > 0) return true;
      w->at = next;
      continue;
    }
    if (out->bytes == NULL) out->bytes = w->text + w->at;
    if (flags & GLOSS_CP_LETTER) {
      if (out->letters == 0) out->capital_first = flags & GLOSS_CP_UPPER;
      out->letters++;
      if (flags & GLOSS_CP_UPPER) out->capitals++;
      if (flags & GLOSS_CP_LOWER) out->small++;
    }
    w->at = next;
    out->len = (size_t)(w->text + next - out->bytes);
  }
  return out->letters > 0;
}

/* May the alias's word be written with the capitals of the text's? */
static bool word_may_rise(const word *alias, const word *text, int rule) {
  if (text->small == 0) return true; /* all in capitals */
  if (!text->capital_first || text->capitals > 1) return false;
  return rule == GLOSS_RULE_TITLED || alias->small > 0 || alias->letters == 1;
}

static bool word_fits(const word *alias, const word *text, int rule) {
  if (alias->len == text->len &&
      memcmp(alias->bytes, text->bytes, text->len) == 0)
    return true;
  return rule != GLOSS_RULE_SAME && word_may_rise(alias, text, rule);
}

static bool case_test(const piece *a, const piece *b, int rule) {
  walk wa = { a->bytes, a->len, 0 }, wb = { b->bytes, b->len, 0 };
  word x, y;
  for (;;) {
    bool more_a = next_word(&wa, &x), more_b = next_word(&wb, &y);
    if (more_a != more_b) return false;
    if (!more_a) return true;
    if (!word_fits(&x, &y, rule)) return false;
  }
}

bool gloss_letters_fit(gloss_letter_rule rule, const char *alias,
                       size_t alias_len, const char *text, size_t text_len) {
  if (rule == GLOSS_RULE_ANY) return true;
  if (alias_len == text_len && memcmp(alias, text, alias_len) == 0)
    return true;
  return in_step(alias, alias_len, text, text_len, GLOSS_FORM_CASED,
                 case_test, (int)rule);
}

/* All letters as one word, whatever is between. */
static word shape_of(const char *bytes, size_t len) {
  walk w = { bytes, len, 0 };
  word all = { 0 }, part;
  while (next_word(&w, &part)) {
    if (all.letters == 0) all.capital_first = part.capital_first;
    all.letters += part.letters;
    all.capitals += part.capitals;
    all.small += part.small;
  }
  return all;
}

bool gloss_shapes_fit(gloss_letter_rule rule, const char *alias,
                      size_t alias_len, const char *text, size_t text_len) {
  word a = shape_of(alias, alias_len), t = shape_of(text, text_len);
  if (rule == GLOSS_RULE_ANY) return true;
  if ((a.small == 0) == (t.small == 0) && a.capital_first == t.capital_first &&
      (a.small == 0 || a.capitals == t.capitals))
    return true;
  return rule != GLOSS_RULE_SAME && word_may_rise(&a, &t, (int)rule);
}

enum { SHORT = 3 }; /* letters of a word that smart takes as it is */

/* Do the ASCII letters at the beginning tell that it is no short word, and not
** all in capitals? Those of most names do. */
static bool is_plainly_raised(const char *alias, size_t len) {
  unsigned letters = 0, small = 0;
  for (size_t i = 0; i < len && (unsigned char)alias[i] < 0x80; i++) {
    unsigned char c = (unsigned char)alias[i];
    letters += (c | 0x20u) - 'a' < 26u;
    small += (unsigned)c - 'a' < 26u;
    if (letters > SHORT && small > 0) return true;
  }
  return false;
}

static gloss_letter_rule smart_rule(const char *alias, size_t len) {
  walk w = { alias, len, 0 };
  piece p;
  unsigned pieces = 0, letters = 0, capitals = 0, small = 0;
  if (is_plainly_raised(alias, len)) return GLOSS_RULE_RAISED;
  while (next_piece(&w, &p)) {
    walk inner = { p.bytes, p.len, 0 };
    word x;
    unsigned before = letters;
    while (next_word(&inner, &x)) {
      letters += x.letters;
      capitals += x.capitals;
      small += x.small;
    }
    if (letters > before) pieces++;
  }
  if (capitals + small == 0) return GLOSS_RULE_ANY;
  if (pieces == 1 && (small == 0 || letters <= SHORT)) return GLOSS_RULE_SAME;
  return small == 0 ? GLOSS_RULE_TITLED : GLOSS_RULE_RAISED;
}

gloss_letter_rule gloss_letter_rule_of(gloss_case wanted, const char *alias,
                                       size_t len) {
  switch (wanted) {
    case GLOSS_FOLDED: return GLOSS_RULE_ANY;
    case GLOSS_EXACT: return GLOSS_RULE_SAME;
    default: return smart_rule(alias, len);
  }
}

/* fuzzy_word.c - a word as numbers of its parts. */
#include "dict/fuzzy_word.h"

#include "unicode/fold.h"
#include "unicode/utf8.h"

static void read_parts(gloss_fuzzy_word *w) {
  size_t n = w->letters;
  w->scale[0] = 1;
  w->from[n] = 0;
  for (size_t i = n; i-- > 0;) {
    size_t behind = n - 1 - i;
    w->from[i] = w->text[i] * w->scale[behind] + w->from[i + 1];
    w->scale[behind + 1] = w->scale[behind] * GLOSS_FUZZY_BASE;
  }
}

/* The same of plain ASCII letters; false: it is none, or too long. */
static bool read_ascii(gloss_fuzzy_word *w, const char *bytes, size_t len) {
  unsigned wrong = 0;
  if (len > GLOSS_FUZZY_LETTERS) return false;
  w->whole = 0;
  for (size_t i = 0; i < len; i++) {
    w->text[i] = (unsigned char)bytes[i] | 0x20u;
    wrong |= w->text[i] - 'a' > 25u;
    w->before[i] = w->whole;
    w->whole = w->whole * GLOSS_FUZZY_BASE + w->text[i];
  }
  if (wrong) return false;
  w->before[len] = w->whole;
  w->letters = len;
  read_parts(w);
  return true;
}

static void read_folded(gloss_fuzzy_word *w, const char *folded, size_t len) {
  size_t n = 0;
  w->whole = 0;
  for (size_t at = 0; at < len; n++) {
    uint32_t cp = gloss_utf8_next(folded, at, &at);
    if (n < GLOSS_FUZZY_LETTERS) {
      w->text[n] = cp;
      w->before[n] = w->whole;
    }
    w->whole = w->whole * GLOSS_FUZZY_BASE + cp;
  }
  w->letters = n;
  if (n > GLOSS_FUZZY_LETTERS) return;
  w->before[n] = w->whole;
  read_parts(w);
}

void gloss_fuzzy_word_read(gloss_fuzzy_word *w, const gloss_units *units,
                           const char *text, size_t i) {
  char folded[GLOSS_FOLD_ROOM(GLOSS_MAX_ATOM)];
  size_t start = units->starts[i], len = units->ends[i] - start, n;
  if (read_ascii(w, text + start, len)) return;
  w->letters = 0;
  if (!(gloss_unit_flags(units, text, i) & GLOSS_UNIT_RUN) ||
      len > GLOSS_MAX_ATOM) {
    w->whole = gloss_unit_hash(units, text, i);
    return;
  }
  n = gloss_fold(GLOSS_FORM_KEY, text + start, len, folded, sizeof folded);
  if (n == 1 && (folded[0] == '\'' || folded[0] == '"' || folded[0] == '-')) {
    w->whole = gloss_unit_hash(units, text, i); /* U+02BC, a letter */
    return;
  }
  read_folded(w, folded, n);
  if (folded[0] >= '0' && folded[0] <= '9') w->letters = 0;
}

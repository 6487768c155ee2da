/* chunk.c - walks one chunk and asks at each place what stands there. */
#include "tokenise/cutter.h"

#include "unicode/utf8.h"

unsigned gloss_run_flags(uint32_t seen) {
  uint32_t classes = seen & ~SEEN_WIDE;
  unsigned flags = (seen & SEEN_WIDE) == 0 ? GLOSS_ASCII : 0;
  /* Letters with their marks are one atom; of digits above ASCII some are none
  ** to UAX #29 (a square, a half). */
  if ((classes & ~CHAR_BIT_OF(CHAR_MARK)) == CHAR_BIT_OF(CHAR_LETTER) ||
      seen == CHAR_BIT_OF(CHAR_DIGIT))
    flags |= GLOSS_ONE_ATOM;
  return flags;
}

size_t gloss_run_end(const gloss_cutter *k, size_t at, uint32_t *seen) {
  const uint32_t inside =
      CHAR_BIT_OF(CHAR_LETTER) | CHAR_BIT_OF(CHAR_DIGIT) |
      CHAR_BIT_OF(CHAR_MARK) | CHAR_BIT_OF(CHAR_UNDERSCORE);
  size_t start = at;
  while (at < k->stop) {
    size_t next;
    uint32_t bit = CHAR_BIT_OF(gloss_char_at(k->text, at, &next));
    if ((bit & inside) == 0) break;
    if (bit == CHAR_BIT_OF(CHAR_DIGIT) && at > start &&
        k->language->flags[FIELD_NUMBERS_SUPERSCRIPT] &&
        (unsigned char)k->text[at] == 0xC2)
      break; /* km|\u00B2 */
    *seen |= bit;
    if ((unsigned char)k->text[at] >= 0x80) *seen |= SEEN_WIDE;
    at = next;
  }
  /* An underscore joins, it does not end: _so_ is three tokens. */
  while (at > start + 1 && k->text[at - 1] == '_') at--;
  return at;
}

gloss_char gloss_peek(const gloss_cutter *k, size_t at) {
  size_t next;
  return at < k->stop ? gloss_char_at(k->text, at, &next) : CHAR_SPACE;
}

gloss_char gloss_peek_before(const gloss_cutter *k, size_t at) {
  if (at <= k->start) return CHAR_SPACE;
  return gloss_peek(k, gloss_utf8_before(k->text, at));
}

size_t gloss_past_marks(const gloss_cutter *k, size_t at) {
  while (at < k->stop && (unsigned char)k->text[at] >= 0x80) {
    size_t next;
    if (gloss_char_at(k->text, at, &next) != CHAR_MARK) break;
    at = next;
  }
  return at;
}

size_t gloss_next_chunk(const gloss_cutter *k, size_t at) {
  enum { REACH = 64 };
  size_t last = k->len - at < REACH ? k->len : at + REACH;
  unsigned breaks = 0;
  while (at < last) {
    size_t next;
    if (k->text[at] == '\n' && ++breaks == 2) return k->len;
    if (gloss_char_at(k->text, at, &next) != CHAR_SPACE) return at;
    at = next;
  }
  return k->len;
}

/* Which classes the chunk holds, and whether a letter or digit touches a
** period from behind. */
static uint32_t classes_in(const char *text, size_t at, size_t stop) {
  const uint32_t alnum = CHAR_BIT_OF(CHAR_LETTER) | CHAR_BIT_OF(CHAR_DIGIT);
  uint32_t seen = 0, before = 0;
  while (at < stop) {
    uint32_t bit = CHAR_BIT_OF(gloss_char_at(text, at, &at));
    if (before == CHAR_BIT_OF(CHAR_DOT) && (bit & alnum) != 0)
      seen |= SEEN_INNER_DOT;
    seen |= bit;
    before = bit;
  }
  return seen;
}

/* A ruler: four or more signs and no other: ---->==<---- |-----+ */
static bool is_ruler(const gloss_cutter *k) {
  const uint32_t signs =
      CHAR_BIT_OF(CHAR_SYMBOL) | CHAR_BIT_OF(CHAR_HYPHEN) |
      CHAR_BIT_OF(CHAR_DASH) | CHAR_BIT_OF(CHAR_UNDERSCORE) |
      CHAR_BIT_OF(CHAR_PUNCTUATION) | CHAR_BIT_OF(CHAR_OPEN) |
      CHAR_BIT_OF(CHAR_SHUT);
  const uint32_t lines = CHAR_BIT_OF(CHAR_SYMBOL) | CHAR_BIT_OF(CHAR_HYPHEN);
  return k->stop - k->start >= 4 && (k->seen & ~signs) == 0 &&
         (k->seen & lines) == lines;
}

static size_t cut_katakana(gloss_cutter *k, size_t at) {
  size_t end = at, next;
  while (end < k->stop) {
    gloss_char c = gloss_char_at(k->text, end, &next);
    if (c != CHAR_KATAKANA && c != CHAR_MARK) break;
    end = next;
  }
  gloss_cut_add(k, at, end, GLOSS_WORD, 0, TOKEN_WORD);
  return end;
}

static size_t cut_complex(gloss_cutter *k, size_t at) {
  size_t end = at, next;
  while (end < k->stop) {
    gloss_char c = gloss_char_at(k->text, end, &next);
    if (c != CHAR_COMPLEX && c != CHAR_MARK) break;
    end = next;
  }
  gloss_cut_add(k, at, end, GLOSS_WORD, 0, TOKEN_WORD);
  return end;
}

static size_t cut_ideograph(gloss_cutter *k, size_t at, size_t next) {
  next = gloss_past_marks(k, next);
  gloss_cut_add(k, at, next, GLOSS_WORD, 0, TOKEN_IDEOGRAPH);
  return next;
}

/* What stands at `at`; the offset behind it. */
static size_t cut_one(gloss_cutter *k, size_t at) {
  size_t next, end;
  gloss_char class = gloss_char_at(k->text, at, &next);
  switch (class) {
    case CHAR_SPACE: /* wide ones; they may break a line */
      if (k->list->count > 0) gloss_cut_may_end(k);
      return next;
    case CHAR_DIGIT:
    case CHAR_LETTER:
    case CHAR_UNDERSCORE:
      end = gloss_cut_web(k, at);
      if (end > at) return end;
      if (class == CHAR_UNDERSCORE) return gloss_cut_mark(k, at, class);
      return class == CHAR_DIGIT ? gloss_cut_number(k, at)
                                 : gloss_cut_word(k, at);
    case CHAR_MARK: return gloss_cut_word(k, at);
    case CHAR_APOSTROPHE: return gloss_cut_apostrophe(k, at);
    case CHAR_HYPHEN: return gloss_cut_hyphen(k, at);
    case CHAR_HASH:
    case CHAR_AT:
      end = gloss_cut_handle(k, at, class);
      return end > at ? end : gloss_cut_mark(k, at, class);
    case CHAR_KATAKANA: return cut_katakana(k, at);
    case CHAR_COMPLEX: return cut_complex(k, at);
    case CHAR_IDEOGRAPH: return cut_ideograph(k, at, next);
    case CHAR_EMOJI:
    case CHAR_REGIONAL: return gloss_cut_emoji(k, at, class);
    default: return gloss_cut_mark(k, at, class);
  }
}

/* ---- The chunk that most are: signs, a word, signs ---- */

enum { MOST_SIGNS = 6 };

/* A sign before or behind the word, and what it is. */
typedef struct sign {
  size_t start, end;
  gloss_char class;
} sign;

typedef struct easy {
  sign signs[MOST_SIGNS]; /* the first `before` of them open */
  unsigned before, count;
  size_t start, end;      /* the word */
  unsigned letters;       /* code points of it */
} easy;

/* Behind the letters and marks at `at`; `*letters` becomes how many letters
** there are, one before `at` counted in. Alphabets of two bytes a letter are
** the common case. */
static size_t letters_end(const gloss_cutter *k, size_t at, unsigned *letters) {
  unsigned count = 1;
  while (at < k->stop) {
    const unsigned char *s = (const unsigned char *)k->text + at;
    size_t next = at + 2;
    gloss_char class =
        s[0] >= 0xC0 && s[0] < 0xE0
            ? (gloss_char)gloss_chars_table[(s[0] & 0x1Fu) << 6 | (s[1] & 0x3F)]
            : gloss_char_at(k->text, at, &next);
    if (class != CHAR_LETTER && class != CHAR_MARK) break;
    count += class == CHAR_LETTER;
    at = next;
  }
  *letters = count;
  return at;
}

/* The signs that open: "( and quotes; then the letters. */
static bool easy_word(const gloss_cutter *k, easy *e) {
  size_t at = k->start, next = at;
  gloss_char class = gloss_char_at(k->text, at, &next);
  while ((class == CHAR_OPEN || (class == CHAR_QUOTE && k->text[at] == '"')) &&
         next < k->stop && e->count < 3) {
    e->signs[e->count++] = (sign){ at, next, class };
    at = next;
    class = gloss_char_at(k->text, at, &next);
  }
  e->before = e->count;
  e->start = at;
  if (class != CHAR_LETTER) return false;
  e->end = letters_end(k, next, &e->letters);
  return true;
}

static bool may_abbreviate(const gloss_cutter *k, const easy *e) {
  size_t len = e->end - e->start;
  if (e->letters == len && /* all ASCII */
      !gloss_language_may_abbreviate(k->language, k->text + e->start, len))
    return false;
  return (gloss_lists_of(k, e->start, e->end) & GLOSS_ABBREVIATIONS) != 0;
}

/* Whether the rules have nothing to say of a sign at `at` but that it is one;
** `after` is the class behind it, CHAR_SPACE at the end of the chunk. */
static bool is_easy_sign(const gloss_cutter *k, const easy *e, size_t at,
                         gloss_char class, gloss_char after) {
  if (after == CHAR_MARK) return false;
  switch (class) {
    case CHAR_COMMA: return after != CHAR_COMMA;
    case CHAR_QUOTE: return k->text[at] == '"';
    case CHAR_COLON:
    case CHAR_SEMICOLON: return after == CHAR_SPACE && !k->language->colons_end;
    case CHAR_SHUT:
      return (k->text[at] != ')' && k->text[at] != ']') || after != CHAR_SPACE;
    case CHAR_DOT:
    case CHAR_END:
      if (at != e->end || e->letters < 2 || after == CHAR_DOT ||
          after == CHAR_END || after == CHAR_ELLIPSIS ||
          after == CHAR_LETTER || after == CHAR_DIGIT)
        return false;
      return class == CHAR_END || !may_abbreviate(k, e);
    default: return false;
  }
}

/* The signs behind the word; all of them, or it is no easy chunk. */
static bool easy_signs(const gloss_cutter *k, easy *e) {
  size_t at = e->end, next, behind = 0;
  gloss_char class, after;
  if (at == k->stop) return true;
  for (class = gloss_char_at(k->text, at, &next);; class = after) {
    after = next < k->stop ? gloss_char_at(k->text, next, &behind) : CHAR_SPACE;
    if (e->count == MOST_SIGNS || !is_easy_sign(k, e, at, class, after))
      return false;
    e->signs[e->count++] = (sign){ at, next, class };
    if (next == k->stop) return true;
    at = next;
    next = behind;
  }
}

static void add_sign(gloss_cutter *k, const sign *s) {
  unsigned ascii = (unsigned char)k->text[s->start] < 0x80 ? GLOSS_ASCII : 0;
  gloss_cut_add(k, s->start, s->end, GLOSS_PUNCTUATION,
                ascii | GLOSS_ONE_ATOM, TOKEN_MARK);
  if (s->class == CHAR_DOT || s->class == CHAR_END) gloss_cut_may_end(k);
}

/* Adds the tokens of a chunk of signs, a word of letters and signs, the same
** as the rules would. false: it is another chunk, and nothing was added. */
static bool cut_easy(gloss_cutter *k) {
  easy e; /* what is not yet known is not set: this is a hot path */
  e.count = e.letters = 0;
  if (!easy_word(k, &e) || !easy_signs(k, &e)) return false;
  if (k->language->splits && e.end - e.start >= 4 &&
      gloss_language_may_split(k->language, k->text + e.start,
                               e.end - e.start))
    return false;
  for (unsigned i = 0; i < e.before; i++) add_sign(k, &e.signs[i]);
  gloss_cut_add(k, e.start, e.end, GLOSS_WORD,
                e.letters == e.end - e.start ? GLOSS_ASCII | GLOSS_ONE_ATOM
                                             : GLOSS_ONE_ATOM,
                TOKEN_WORD);
  for (unsigned i = e.before; i < e.count; i++) add_sign(k, &e.signs[i]);
  return true;
}

void gloss_cut_chunk_by_rules(gloss_cutter *k, size_t start, size_t stop) {
  size_t at = start;
  k->start = start;
  k->stop = stop;
  k->seen = classes_in(k->text, start, stop);
  if (is_ruler(k)) {
    gloss_cut_add(k, start, stop, GLOSS_SYMBOL, 0, TOKEN_MARK_RUN);
    return;
  }
  while (at < stop) at = cut_one(k, at);
}

void gloss_cut_chunk(gloss_cutter *k, size_t start, size_t stop) {
  k->start = start;
  k->stop = stop;
  if (!cut_easy(k)) gloss_cut_chunk_by_rules(k, start, stop);
}

/* chunk.c - walks one chunk and asks at each place what stands there. */
#include "tokenise/cutter.h"

#include "unicode/utf8.h"

static bool is_ascii(const char *text, size_t start, size_t end) {
  unsigned char all = 0;
  for (size_t i = start; i < end; i++) all |= (unsigned char)text[i];
  return all < 0x80;
}

unsigned gloss_run_flags(const gloss_cutter *k, size_t start, size_t end,
                         uint32_t seen) {
  bool pure = seen == CHAR_BIT_OF(CHAR_LETTER) || seen == CHAR_BIT_OF(CHAR_DIGIT);
  if (!is_ascii(k->text, start, end)) return 0;
  return pure ? GLOSS_ASCII | GLOSS_ONE_ATOM : GLOSS_ASCII;
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
    if (gloss_char_wide(k->text, at, &next) != CHAR_MARK) break;
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

/* Which classes the chunk holds. */
static uint32_t classes_in(const char *text, size_t at, size_t stop) {
  uint32_t seen = 0;
  while (at < stop) seen |= CHAR_BIT_OF(gloss_char_at(text, at, &at));
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

void gloss_cut_chunk(gloss_cutter *k, size_t start, size_t stop) {
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

/* marks.c - cuts what is no word: marks and runs of one mark, references. */
#include "tokenise/cutter.h"

#include <string.h>

static gloss_kind kind_of(gloss_char class) {
  switch (class) {
    case CHAR_SYMBOL:
    case CHAR_CURRENCY:
    case CHAR_OTHER: return GLOSS_SYMBOL;
    default: return GLOSS_PUNCTUATION;
  }
}

/* Whether marks of a class run together: ... -- ,, `` but not (( or "" */
static bool runs(const gloss_cutter *k, size_t at, gloss_char class) {
  switch (class) {
    case CHAR_OPEN:
    case CHAR_SHUT: return false;
    case CHAR_QUOTE: return k->text[at] == '`';
    case CHAR_END: return !k->language->flags[FIELD_MARKS_SINGLE];
    default: return true;
  }
}

/* The end of the run of the code point text[at, next). */
static size_t run_of_one(const gloss_cutter *k, size_t at, size_t next) {
  size_t size = next - at;
  while (next + size <= k->stop &&
         memcmp(k->text + at, k->text + next, size) == 0)
    next += size;
  return next;
}

static bool is_end(gloss_char class) {
  return class == CHAR_END || class == CHAR_DOT || class == CHAR_ELLIPSIS;
}

/* The end of a run of end marks of any kind: ?! ..? */
static size_t run_of_ends(const gloss_cutter *k, size_t at) {
  size_t next;
  while (at < k->stop && is_end(gloss_char_at(k->text, at, &next))) at = next;
  return at;
}

/* .50 and .zip: a period that begins a number or a name. */
static size_t leading_period(gloss_cutter *k, size_t at, size_t next) {
  gloss_char after = gloss_peek(k, next);
  size_t before = k->list->count;
  bool first = at == k->start || before == 0 ||
               k->list->ends[before - 1] != at ||
               k->list->kinds[before - 1] > GLOSS_NUMBER;
  if (!first || gloss_peek_before(k, at) == CHAR_SHUT) return at;
  if (after != CHAR_DIGIT && !(after == CHAR_LETTER && at == k->start))
    return at;
  next = after == CHAR_DIGIT ? gloss_cut_number(k, next)
                             : gloss_cut_word(k, next);
  k->list->starts[before] = (uint32_t)at; /* the period goes with it */
  k->list->flags[before] &= (uint8_t)~GLOSS_ONE_ATOM;
  return next;
}

/* +44 at the start of a chunk. */
static size_t leading_plus(gloss_cutter *k, size_t at, size_t next) {
  size_t before = k->list->count;
  if (k->text[at] != '+' || gloss_peek(k, next) != CHAR_DIGIT ||
      (at > k->start && gloss_peek_before(k, at) != CHAR_OPEN))
    return at;
  next = gloss_cut_number(k, next);
  k->list->starts[before] = (uint32_t)at;
  k->list->flags[before] &= (uint8_t)~GLOSS_ONE_ATOM;
  return next;
}

/* The end of one reference at `at`: &amp; &#39; &#x27; else `at`. */
static size_t reference_end(const gloss_cutter *k, size_t at) {
  enum { LONGEST = 10 };
  size_t end = at + 1, last = at + LONGEST < k->stop ? at + LONGEST : k->stop;
  if (at >= k->stop || k->text[at] != '&') return at;
  if (end < last && k->text[end] == '#') end++;
  while (end < last && (gloss_is_letter(k->text[end]) ||
                        gloss_is_digit(k->text[end])))
    end++;
  return end > at + 2 && end < k->stop && k->text[end] == ';' ? end + 1 : at;
}

/* A reference and its repeats: &#39;&#39; */
static size_t cut_reference(gloss_cutter *k, size_t at) {
  size_t end = reference_end(k, at);
  if (end == at) return at;
  end = run_of_one(k, at, end);
  gloss_cut_add(k, at, end, GLOSS_SYMBOL, GLOSS_ASCII, TOKEN_REFERENCE);
  return end;
}

/* What may stand at a mark before it counts as a mark. */
static size_t cut_special(gloss_cutter *k, size_t at, size_t next,
                          gloss_char class) {
  size_t end = at;
  switch (class) {
    case CHAR_DOT: return leading_period(k, at, next);
    case CHAR_AMPERSAND: return cut_reference(k, at);
    case CHAR_SYMBOL: end = leading_plus(k, at, next); break;
    case CHAR_COLON:
    case CHAR_SEMICOLON:
    case CHAR_OPEN: break;
    default: return at;
  }
  return end > at ? end : gloss_cut_emoticon(k, at);
}

/* Whether `at`, the last sign of its chunk, ends the number of a list item:
** 2) or iv). */
static bool ends_item(const gloss_cutter *k, size_t at) {
  gloss_char before = gloss_peek_before(k, at);
  return at + 1 == k->stop && k->text[at] == ')' && at - k->start <= 4 &&
         (before == CHAR_DIGIT || before == CHAR_LETTER);
}

/* Whether the chunk after this one begins with a capital. */
static bool before_capital(const gloss_cutter *k) {
  size_t after = gloss_next_chunk(k, k->stop);
  return after < k->len && gloss_is_capital(k->text, after);
}

/* A bracket that shuts before a capital or a quote may end a sentence that is
** all in brackets. */
static bool ends_bracket(const gloss_cutter *k, size_t at) {
  size_t after;
  if (at + 1 != k->stop || (k->text[at] != ')' && k->text[at] != ']'))
    return false;
  after = gloss_next_chunk(k, k->stop);
  return after < k->len && (k->text[after] == '"' || k->text[after] == '(' ||
                            gloss_is_capital(k->text, after));
}

/* Signs other than end marks at which a sentence may end. */
static bool is_turn(const gloss_cutter *k, size_t at, gloss_char class) {
  switch (class) {
    case CHAR_SHUT: return ends_item(k, at) || ends_bracket(k, at);
    case CHAR_COLON: return k->language->flags[FIELD_ENDS_COLON];
    case CHAR_SEMICOLON: return k->language->flags[FIELD_ENDS_SEMICOLON];
    case CHAR_HYPHEN: /* -- stands for a dash */
      return at == k->start && k->stop == at + 2 && before_capital(k);
    case CHAR_DASH: return at == k->start && before_capital(k);
    case CHAR_PUNCTUATION: /* bullets: U+2022 U+2043 and their like */
      return at == k->start && (unsigned char)k->text[at] == 0xE2;
    default: return false;
  }
}

size_t gloss_cut_mark(gloss_cutter *k, size_t at, gloss_char class) {
  size_t next, end;
  unsigned flags = 0;
  gloss_char_at(k->text, at, &next);
  end = cut_special(k, at, next, class);
  if (end > at) return end;
  end = runs(k, at, class) ? run_of_one(k, at, next) : next;
  if (is_end(class) && !k->language->flags[FIELD_MARKS_SINGLE])
    end = run_of_ends(k, end);
  end = gloss_past_marks(k, end);
  if (end == next) flags = GLOSS_ONE_ATOM;
  gloss_cut_add(k, at, end, kind_of(class), flags,
                end > next ? TOKEN_MARK_RUN : TOKEN_MARK);
  if (is_end(class) || is_turn(k, at, class)) gloss_cut_may_end(k);
  return end;
}

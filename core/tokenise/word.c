/* word.c - cuts words: apostrophes, hyphens, periods and signs inside. */
#include "tokenise/cutter.h"

#include "unicode/utf8.h"

#include <string.h>

/* A word in the making: text[start, end); its last part begins at `part`. */
typedef struct word {
  size_t start, part, end;
  uint32_t seen; /* the classes of its runs */
  gloss_token_rule rule;
  bool done;     /* it ends at `end` */
} word;

static bool is_alnum(gloss_char c) {
  return c == CHAR_LETTER || c == CHAR_DIGIT;
}

static bool in(const gloss_cutter *k, size_t start, size_t end,
               gloss_field field) {
  return (gloss_lists_of(k, start, end) & GLOSS_LIST(field)) != 0;
}

static bool is_capital(const gloss_cutter *k, size_t at) {
  return gloss_is_capital(k->text, at);
}

static void add(gloss_cutter *k, const word *w) {
  unsigned flags = w->rule == TOKEN_WORD && w->part == w->start
                       ? gloss_run_flags(w->seen)
                       : 0;
  if (gloss_peek(k, w->start) == CHAR_MARK) flags &= ~(unsigned)GLOSS_ONE_ATOM;
  bool number = (w->seen & CHAR_BIT_OF(CHAR_LETTER)) == 0 &&
                (w->seen & CHAR_BIT_OF(CHAR_DIGIT)) != 0;
  gloss_cut_add(k, w->start, w->end, number ? GLOSS_NUMBER : GLOSS_WORD, flags,
                w->rule);
}

/* Takes the sign at the word's end and the run behind it into the word. */
static void join(const gloss_cutter *k, word *w, size_t next,
                 gloss_token_rule rule) {
  w->part = next;
  w->end = gloss_run_end(k, next, &w->seen);
  w->rule = rule;
}

/* The end of a part that is cut with its hyphen, of one run or two: il,
** t-il; 0 where there is none at `at`. */
static size_t cut_last_end(const gloss_cutter *k, size_t at) {
  uint32_t seen = 0;
  size_t end = gloss_run_end(k, at, &seen);
  if (end == at) return 0;
  if (end < k->stop && k->text[end] == '-')
    end = gloss_run_end(k, end + 1, &seen);
  if (end < k->stop && k->text[end] == '-') return 0;
  return in(k, at, end, FIELD_HYPHEN_CUT_LAST) ? end : 0;
}

/* The end of runs that hyphens and apostrophes join, from `at` on, of a word
** that could be in a list. */
static size_t chain_end(const gloss_cutter *k, size_t at) {
  uint32_t seen = 0;
  size_t end = gloss_run_end(k, at, &seen), next;
  while (end < k->stop && end - at <= GLOSS_MAX_WORD) {
    gloss_char c = gloss_char_at(k->text, end, &next);
    if (c != CHAR_HYPHEN && c != CHAR_APOSTROPHE) break;
    if (gloss_peek(k, next) != CHAR_LETTER) break;
    end = gloss_run_end(k, next, &seen);
  }
  return end;
}

/* "don't": the n belongs to the clitic. Adds both parts. */
static bool cut_negation(gloss_cutter *k, word *w, size_t end) {
  size_t n = w->end - 1;
  if (n <= w->start || (k->text[n] | 32) != 'n' ||
      !in(k, n, end, FIELD_CLITICS_ENDINGS))
    return false;
  w->end = n;
  w->rule = TOKEN_WORD;
  add(k, w);
  k->list->flags[k->list->count - 1] &= (uint8_t)~GLOSS_ONE_ATOM;
  gloss_cut_add(k, n, end, GLOSS_WORD, GLOSS_CLITIC, TOKEN_CLITIC);
  w->start = w->end = end; /* nothing is left to add */
  return true;
}

/* An apostrophe before a letter: O'Neill, we|'ll, l'|homme. */
static void inner_apostrophe(gloss_cutter *k, word *w, size_t next) {
  uint32_t seen = 0;
  size_t end = gloss_run_end(k, next, &seen);
  size_t chain;
  if (in(k, w->end, end, FIELD_CLITICS_ENDINGS) || cut_negation(k, w, end)) {
    w->done = true;
  } else if (in(k, w->start, end, FIELD_CLITICS_KEEP)) {
    join(k, w, next, TOKEN_APOSTROPHE);
  } else if (w->part == w->start && (chain = chain_end(k, w->start)) > end &&
             in(k, w->start, chain, FIELD_CLITICS_KEEP)) {
    w->end = chain;
    w->rule = TOKEN_APOSTROPHE;
  } else if (in(k, w->start, next, FIELD_CLITICS_STARTS) ||
             k->language->flags[FIELD_CLITICS_CUT_ALL]) {
    w->end = next;
    w->rule = TOKEN_ELISION;
    w->done = true;
  } else {
    join(k, w, next, TOKEN_APOSTROPHE);
  }
}

/* An apostrophe at the end of a word: po', the dogs|', 'so'|. */
static void last_apostrophe(gloss_cutter *k, word *w, size_t next) {
  uint64_t lists = gloss_lists_of(k, w->start, next);
  w->done = true;
  if (lists & GLOSS_LIST(FIELD_CLITICS_KEEP)) {
    w->end = next;
    w->rule = TOKEN_APOSTROPHE;
  } else if ((lists & GLOSS_LIST(FIELD_CLITICS_STARTS)) != 0 &&
             k->quote == 0) {
    w->end = next; /* dell'"amico" */
    w->rule = TOKEN_ELISION;
  }
}

static void at_apostrophe(gloss_cutter *k, word *w, size_t next) {
  gloss_char after = gloss_peek(k, next);
  if (after == CHAR_LETTER || after == CHAR_DIGIT) inner_apostrophe(k, w, next);
  else last_apostrophe(k, w, next);
}

/* Names of several words: Lago-Maggiore, but Dansko-Norsk (a linking o). */
static bool cuts_names(const gloss_cutter *k, const word *w, size_t next) {
  size_t last = gloss_utf8_before(k->text, w->end);
  if (!k->language->flags[FIELD_HYPHEN_CUT_CAPITAL] ||
      !(is_capital(k, w->start) || /* or cut from a capital: na-Donu */
        gloss_peek_before(k, w->start) == CHAR_HYPHEN) ||
      in(k, w->part, w->end, FIELD_HYPHEN_KEEP_FIRST))
    return false;
  if (w->end - last == 2 && memcmp(k->text + last, "\u043E", 2) == 0)
    return false;
  if (gloss_peek(k, next) == CHAR_DIGIT || is_capital(k, next)) return true;
  next = gloss_run_end(k, next, &(uint32_t){ 0 }); /* Rostov-na-Donu */
  return next < k->stop && k->text[next] == '-' &&
         gloss_peek(k, next + 1) == CHAR_LETTER && is_capital(k, next + 1);
}

/* Whether a hyphen and the part behind it stay with the word. */
static bool keeps_hyphen(gloss_cutter *k, const word *w, size_t next) {
  uint32_t seen = 0;
  size_t end = gloss_run_end(k, next, &seen);
  uint32_t digit = CHAR_BIT_OF(CHAR_DIGIT), letter = CHAR_BIT_OF(CHAR_LETTER);
  if (!k->language->flags[FIELD_HYPHEN_CUT])
    return cut_last_end(k, next) == 0 && !cuts_names(k, w, next);
  if ((w->seen & digit) != 0 && (w->seen & letter) != 0 && seen == digit)
    return true; /* x3-9890 */
  return in(k, w->part, w->end, FIELD_HYPHEN_KEEP_FIRST) ||
         in(k, next, end, FIELD_HYPHEN_KEEP_LAST) ||
         in(k, w->start, end, FIELD_HYPHEN_KEEP);
}

/* A hyphen at the end of a word: land- en tuinbouw. */
static void hanging_hyphen(const gloss_cutter *k, word *w, size_t next) {
  gloss_char after = gloss_peek(k, next);
  w->done = true;
  if (k->language->flags[FIELD_HYPHEN_HANGING] &&
      (after == CHAR_SPACE || after == CHAR_COMMA || after == CHAR_SLASH) &&
      (w->seen & CHAR_BIT_OF(CHAR_LETTER)) != 0) {
    w->end = next;
    w->rule = TOKEN_HYPHEN;
  }
}

static void at_hyphen(gloss_cutter *k, word *w, size_t next) {
  if (is_alnum(gloss_peek(k, next)) && keeps_hyphen(k, w, next))
    join(k, w, next, TOKEN_HYPHEN);
  else
    hanging_hyphen(k, w, next);
}

/* How many code points the part has, up to 3. */
static unsigned part_size(const gloss_cutter *k, size_t start, size_t end) {
  unsigned n = 0;
  while (start < end && n < 3) {
    gloss_char c = gloss_char_at(k->text, start, &start);
    n += c != CHAR_MARK;
  }
  return n;
}

/* A capital and a small letter: "The" in "end.The". */
static bool begins_anew(const gloss_cutter *k, size_t at) {
  size_t next;
  if (at >= k->stop || !is_capital(k, at)) return false;
  gloss_char_at(k->text, at, &next);
  return gloss_peek(k, next) == CHAR_LETTER && !is_capital(k, next);
}

static void take_period(gloss_cutter *k, word *w, size_t next,
                        gloss_token_rule rule) {
  (void)k;
  w->end = next;
  w->rule = rule;
  w->done = true;
}

/* A period before a letter or digit: U.S, node.js, end.|The, Nov.|28 */
static void inner_period(gloss_cutter *k, word *w, size_t next) {
  bool digit = gloss_peek(k, next) == CHAR_DIGIT;
  unsigned size = part_size(k, w->part, w->end);
  uint64_t lists = gloss_lists_of(k, w->start, w->end);
  if (size > 1 && (lists & GLOSS_ABBREVIATIONS) != 0 &&
      (digit || begins_anew(k, next))) {
    take_period(k, w, next, TOKEN_ABBREVIATION);
    return;
  }
  if (size >= 2 && !is_capital(k, gloss_utf8_before(k->text, w->end)) &&
      (w->seen & CHAR_BIT_OF(CHAR_DIGIT)) == 0 &&
      (begins_anew(k, next) || (digit && size > 2))) {
    w->done = true;
    return;
  }
  join(k, w, next, w->rule == TOKEN_INITIALS || w->rule == TOKEN_WORD
                       ? (size == 1 ? TOKEN_INITIALS : TOKEN_DOTTED)
                       : TOKEN_DOTTED);
}

/* Whether the token before is a word in small letters, or a sign: no name. */
static bool behind_small_word(const gloss_cutter *k) {
  const gloss_token_list *list = k->list;
  size_t last = list->count - 1;
  if (list->count == 0) return false;
  return list->kinds[last] == GLOSS_SYMBOL ||
         (list->kinds[last] == GLOSS_WORD &&
          gloss_char_case(k->text, list->starts[last]) == 2);
}

/* The end of the letters at `at`, in any chunk. */
static size_t letters_end(const gloss_cutter *k, size_t at) {
  while (at < k->len) {
    size_t next;
    if (gloss_char_at(k->text, at, &next) != CHAR_LETTER) break;
    at = next;
  }
  return at;
}

/* One letter and a period: J. Smith, but not "from A to B. The" */
static bool is_initial(const gloss_cutter *k, const word *w, size_t next) {
  size_t after = gloss_next_chunk(k, next);
  gloss_char class;
  if (w->rule != TOKEN_WORD || part_size(k, w->start, w->end) != 1 ||
      gloss_peek_before(k, w->start) == CHAR_SYMBOL || /* 20\u00B0C. */
      gloss_peek_before(k, w->start) == CHAR_HYPHEN || /* Objective-C. */
      (w->seen & CHAR_BIT_OF(CHAR_LETTER)) == 0 || !is_capital(k, w->start))
    return false;
  if (next < k->stop) return gloss_peek(k, next) != CHAR_QUOTE;
  if (after >= k->len) return false;
  class = gloss_char_at(k->text, after, &next);
  if (class == CHAR_LETTER && is_capital(k, after))
    return !(behind_small_word(k) &&
             in(k, after, letters_end(k, after), FIELD_STARTERS));
  if (class == CHAR_LETTER) /* P. elliptica */
    return !k->language->flags[FIELD_LOWER_MARK];
  return class == CHAR_DIGIT || class == CHAR_COMMA || class == CHAR_OPEN ||
         class == CHAR_AMPERSAND;
}

/* What a list of abbreviations asks of the text behind the period. */
static bool fits(const gloss_cutter *k, uint64_t lists, size_t next) {
  size_t after = gloss_next_chunk(k, next);
  if (lists & (GLOSS_LIST(FIELD_ABBREVIATIONS_NEVER) |
               GLOSS_LIST(FIELD_ABBREVIATIONS_MAY) |
               GLOSS_LIST(FIELD_ABBREVIATIONS_END)))
    return true;
  if (after >= k->len) return false;
  if (lists & GLOSS_LIST(FIELD_ABBREVIATIONS_NUMBER)) {
    size_t behind;
    gloss_char c = gloss_char_at(k->text, after, &behind);
    if (c == CHAR_DIGIT) return true;
  }
  return (lists & GLOSS_LIST(FIELD_ABBREVIATIONS_NAME)) != 0 &&
         is_capital(k, after);
}

/* J.-C., and where hyphens keep, St.-Jan: the hyphen goes on. */
static bool hyphen_goes_on(gloss_cutter *k, word *w, size_t next) {
  uint32_t seen = 0;
  size_t end;
  if (next >= k->stop || k->text[next] != '-' ||
      gloss_peek(k, next + 1) != CHAR_LETTER)
    return false;
  end = gloss_run_end(k, next + 1, &seen);
  if (k->language->flags[FIELD_HYPHEN_CUT] &&
      !(part_size(k, w->part, w->end) == 1 && end < k->stop &&
        k->text[end] == '.' && part_size(k, next + 1, end) == 1))
    return false;
  join(k, w, next + 1, TOKEN_INITIALS);
  return true;
}

/* A period at the end of a word: Mr. or the end of a sentence. */
static void last_period(gloss_cutter *k, word *w, size_t next) {
  uint64_t lists = gloss_lists_of(k, w->start, w->end) & GLOSS_ABBREVIATIONS;
  if (hyphen_goes_on(k, w, next)) return;
  w->done = true;
  if (gloss_peek(k, next) == CHAR_DOT) return; /* an ellipsis: wait... */
  if (w->rule == TOKEN_INITIALS) take_period(k, w, next, TOKEN_INITIALS);
  else if (lists != 0 && fits(k, lists, next))
    take_period(k, w, next, TOKEN_ABBREVIATION);
  else if (is_initial(k, w, next)) take_period(k, w, next, TOKEN_INITIAL);
}

static void at_period(gloss_cutter *k, word *w, size_t next) {
  if (is_alnum(gloss_peek(k, next))) inner_period(k, w, next);
  else last_period(k, w, next);
}

static void at_slash(gloss_cutter *k, word *w, size_t next) {
  uint32_t seen = 0;
  size_t end = gloss_run_end(k, next, &seen);
  if (end > next && (!k->language->flags[FIELD_SLASH_CUT] ||
                     in(k, w->start, end, FIELD_SLASH_KEEP)))
    join(k, w, next, TOKEN_JOINED);
  else
    w->done = true;
}

/* A sign between letters: AT&T, f*ck, col·lecció, EU:n. */
static void at_sign(gloss_cutter *k, word *w, size_t next, gloss_char class) {
  bool joins = is_alnum(gloss_peek(k, next));
  if (class == CHAR_PUNCTUATION)
    joins = joins && (k->text[w->end] == '*' ||
                      (unsigned char)k->text[w->end] == 0xC2);
  if (class == CHAR_COLON)
    joins = joins && k->language->flags[FIELD_COLON_JOIN];
  if (joins) join(k, w, next, TOKEN_JOINED);
  else w->done = true;
}

/* US$ before a number. */
static void at_currency(gloss_cutter *k, word *w, size_t next) {
  gloss_char after = gloss_peek(k, next);
  w->done = true;
  if (w->end - w->start <= 3 && is_capital(k, w->start) &&
      (after == CHAR_DIGIT || after == CHAR_SPACE)) {
    w->end = next;
    w->rule = TOKEN_JOINED;
  }
}

/* n\u00B0, the French and Spanish number sign. */
static void at_degree(const gloss_cutter *k, word *w, size_t next) {
  w->done = w->end - w->start != 1 || (k->text[w->start] | 32) != 'n' ||
            next - w->end != 2 || k->text[w->end + 1] != '\xB0';
  if (!w->done) {
    w->end = next;
    w->rule = TOKEN_JOINED;
  }
}

static void step(gloss_cutter *k, word *w) {
  size_t next;
  gloss_char class = gloss_char_at(k->text, w->end, &next);
  switch (class) {
    case CHAR_APOSTROPHE: at_apostrophe(k, w, next); break;
    case CHAR_HYPHEN: at_hyphen(k, w, next); break;
    case CHAR_DOT: at_period(k, w, next); break;
    case CHAR_SLASH: at_slash(k, w, next); break;
    case CHAR_CURRENCY: at_currency(k, w, next); break;
    case CHAR_SYMBOL: at_degree(k, w, next); break;
    case CHAR_AMPERSAND:
    case CHAR_PUNCTUATION:
    case CHAR_COLON: at_sign(k, w, next, class); break;
    default: w->done = true;
  }
}

/* "cannot", by the bars of the pack: can|not. */
static bool cut_split(gloss_cutter *k, const word *w) {
  char lower[GLOSS_MAX_WORD + 1];
  size_t n = gloss_word_lower(lower, k->text + w->start, w->end - w->start);
  const gloss_word *found =
      n == w->end - w->start ? gloss_word_find(&k->language->words, lower, n)
                             : NULL;
  size_t from = 0;
  if (found == NULL || found->cuts == 0) return false;
  for (size_t i = 1; i <= n; i++) {
    if (i < n && (found->cuts >> i & 1) == 0) continue;
    gloss_cut_add(k, w->start + from, w->start + i, GLOSS_WORD,
                  from > 0 ? GLOSS_CLITIC : 0, TOKEN_SPLIT);
    from = i;
  }
  return true;
}

size_t gloss_cut_word(gloss_cutter *k, size_t at) {
  word w = { at, at, at, 0, TOKEN_WORD, false };
  w.end = gloss_run_end(k, at, &w.seen);
  while (w.end < k->stop && !w.done) step(k, &w);
  if (w.start == w.end) return w.end; /* added already */
  if (w.rule == TOKEN_WORD && w.end - w.start >= 4 &&
      gloss_language_may_split(k->language, k->text + w.start,
                               w.end - w.start) &&
      cut_split(k, &w))
    return w.end;
  add(k, &w);
  if (w.rule == TOKEN_ABBREVIATION || w.rule == TOKEN_INITIAL ||
      (w.rule == TOKEN_INITIALS && k->text[w.end - 1] == '.')) {
    k->list->flags[k->list->count - 1] |= GLOSS_ABBREVIATION;
    gloss_cut_may_end(k);
  }
  return w.end;
}

/* ---- At the start of a word ---- */

/* Behind a token of this chunk: 's in we|'ve, or the end of a quotation. */
static size_t behind_word(gloss_cutter *k, size_t at, size_t next) {
  uint32_t seen = 0;
  size_t end = gloss_run_end(k, next, &seen);
  char before = k->text[at - 1];
  if (end > next && in(k, at, end, FIELD_CLITICS_ENDINGS)) {
    gloss_cut_add(k, at, end, GLOSS_WORD, GLOSS_CLITIC, TOKEN_CLITIC);
    return end;
  }
  if (end == next && k->language->flags[FIELD_CLITICS_POSSESSIVE] &&
      (before == 's' || before == 'S') && k->quote == 0) {
    gloss_cut_add(k, at, next, GLOSS_WORD, GLOSS_CLITIC, TOKEN_CLITIC);
    return next;
  }
  return at;
}

/* 'em, 'tis, '90s: the apostrophe begins the word. */
static size_t leading(gloss_cutter *k, size_t at, size_t next) {
  word w = { at, next, next, 0, TOKEN_APOSTROPHE, false };
  w.end = gloss_run_end(k, next, &w.seen);
  if (w.end == next) return at;
  if (!in(k, at, w.end, FIELD_CLITICS_KEEP) &&
      !(gloss_peek(k, next) == CHAR_DIGIT && w.end - next <= 3))
    return at;
  add(k, &w);
  return w.end;
}

size_t gloss_cut_apostrophe(gloss_cutter *k, size_t at) {
  size_t next, end = at;
  bool follows = at > k->start && k->list->count > 0 &&
                 k->list->ends[k->list->count - 1] == at &&
                 k->list->kinds[k->list->count - 1] <= GLOSS_NUMBER;
  gloss_char_at(k->text, at, &next);
  if (follows) end = behind_word(k, at, next);
  if (end == at && !follows) end = leading(k, at, next);
  if (end > at) return end;
  k->quote = follows ? 0 : next;
  return gloss_cut_mark(k, at, CHAR_APOSTROPHE);
}

/* A hyphen with the part behind it: avait|-il. */
size_t gloss_cut_hyphen(gloss_cutter *k, size_t at) {
  size_t next, end;
  gloss_char_at(k->text, at, &next);
  end = at > k->start ? cut_last_end(k, next) : 0;
  if (end != 0) {
    gloss_cut_add(k, at, end, GLOSS_WORD, 0, TOKEN_HYPHEN);
    return end;
  }
  return gloss_cut_mark(k, at, CHAR_HYPHEN);
}

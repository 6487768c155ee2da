/* long.c - the long form that stands before a short one, if there is one. */
#include "acronyms/acronyms.h"

enum {
  MOST_WORDS = 14, /* of a long form */
  MORE_BLANKS = 4  /* beyond one a word: "a + b" */
};

/* ---- Where to look ------------------------------------------------------- */

/* Words that a long form may have, for a short form of so many letters. */
static size_t most_words(size_t letters) {
  size_t most = 2 * letters + 2;
  if (most > letters + 6) most = letters + 6;
  return most < MOST_WORDS ? most : MOST_WORDS;
}

/* Where to begin, so as to have no fewer words than are asked for, or few
** more. */
static uint32_t start_of(const gloss_acronyms *a, gloss_span s, size_t most) {
  size_t blanks = 0;
  for (uint32_t i = s.end; i-- > s.start;)
    if (a->text[i] == ' ' && ++blanks > most + MORE_BLANKS) return i + 1;
  return s.start;
}

static bool ends_in_capital(gloss_slice s) {
  return s.len >= 2 && s.bytes[s.len - 2] == '-' &&
         gloss_is_upper(s.bytes[s.len - 1]);
}

/* Lacks the text a letter without which nothing fits? Digits may be left out,
** and a letter behind a hyphen. */
static bool lacks_letter(const gloss_acronyms *a, gloss_slice short_form,
                         const gloss_short_letters *letters, gloss_span s) {
  bool has[256] = { false };
  size_t last = letters->len - (ends_in_capital(short_form) ? 1 : 0);
  for (uint32_t i = s.start; i < s.end; i++)
    has[(unsigned char)gloss_lower(a->text[i])] = true;
  for (size_t i = 0; i < last; i++)
    if (!has[(unsigned char)letters->bytes[i]] &&
        !gloss_is_figure(letters->bytes[i]))
      return true;
  return false;
}

/* [X] is the concentration of X: what is measured is no word of it. */
static void drop_measure(gloss_acronyms *a, gloss_slice short_form) {
  const gloss_long_word *last = &a->long_words[a->long_count - 1];
  if (a->long_count < 2 || short_form.bytes[0] != '[') return;
  for (size_t i = 0; i < a->measures.count; i++) {
    gloss_slice word = a->measures.list[i];
    if (last->end - last->start < word.len ||
        memcmp(last->lower, word.bytes, word.len) != 0)
      continue;
    a->long_count--;
    return;
  }
}

/* ---- Letters ------------------------------------------------------------- */

/* The alignment of the parts the other way round: "gamma-interferon
** (IFN-gamma)"; not found where none is clearly better than `score`. */
static gloss_long_fit turned(gloss_acronyms *a, gloss_slice short_form,
                             double score) {
  gloss_long_fit best = { .found = false };
  double best_score = score + 0.1;
  for (size_t i = 0; i < a->cut_count; i++) {
    gloss_short_letters letters;
    gloss_long_fit fit;
    if (!gloss_short_turned(a, short_form, i, &letters)) continue;
    fit = gloss_align(a, letters.bytes, letters.len);
    if (!fit.found || fit.score < a->numbers.turned || fit.score <= best_score)
      continue;
    best = fit;
    best_score = fit.score;
  }
  return best;
}

/* The alignment without digits: "nitrous oxide (N2O)", "partial least squares
** (PLS-1)"; or without a letter behind a hyphen: "(PLS-B)". */
static gloss_long_fit shortened(gloss_acronyms *a, gloss_slice short_form,
                                const gloss_short_letters *letters) {
  gloss_short_letters bare = { .len = 0 };
  gloss_long_fit fit = { .found = false };
  if (ends_in_capital(short_form)) {
    bare = *letters;
    bare.len--;
  } else {
    for (size_t i = 0; i < letters->len; i++)
      if (!gloss_is_figure(letters->bytes[i]))
        bare.bytes[bare.len++] = letters->bytes[i];
  }
  if (bare.len == letters->len || bare.len < 2) return fit;
  fit = gloss_align(a, bare.bytes, bare.len);
  if (fit.score < a->numbers.shortened) fit.found = false;
  return fit;
}

/* The lowest score: the shorter the short form, the more fits by chance. */
static double threshold(const gloss_acronyms *a, size_t letters) {
  const gloss_acronyms_numbers *is = &a->numbers;
  switch (letters) {
  case 1: return is->one_letter;
  case 2: return is->two_letters;
  case 3: return is->three_letters;
  case 4: return is->four_letters;
  default: return is->more_letters;
  }
}

static gloss_long_fit best_fit(gloss_acronyms *a, gloss_slice short_form,
                               const gloss_short_letters *letters) {
  gloss_long_fit fit = gloss_align(a, letters->bytes, letters->len);
  if (fit.score < a->numbers.turned) {
    gloss_long_fit other = turned(a, short_form, fit.score);
    if (other.found) return other;
  }
  if (fit.found && fit.score >= threshold(a, letters->len)) return fit;
  return shortened(a, short_form, letters);
}

/* ---- What is no long form ------------------------------------------------ */

/* Does each bracket in it have its partner? */
static bool is_balanced(gloss_slice s) {
  int depth = 0;
  for (size_t i = 0; i < s.len; i++) {
    char c = s.bytes[i];
    if (c == '(' || c == '[') depth++;
    if ((c == ')' || c == ']') && --depth < 0) return false;
  }
  return depth == 0;
}

static bool has_lower(gloss_slice s) {
  for (size_t i = 0; i < s.len; i++)
    if (gloss_is_lower(s.bytes[i])) return true;
  return false;
}

/* A longer short form of its kind: L1CAM (L1). */
static bool is_longer(gloss_slice short_form, gloss_slice long_form) {
  if (long_form.len <= short_form.len + 1) return true;
  return !has_lower(short_form) &&
         memcmp(long_form.bytes, short_form.bytes, short_form.len) == 0 &&
         !gloss_is_lower(long_form.bytes[short_form.len]);
}

static gloss_slice text_of(const gloss_acronyms *a, size_t word) {
  const gloss_long_word *w = &a->long_words[word];
  return gloss_piece_of(a, (gloss_span){ w->start, w->end });
}

/* Is it the short form again? */
static bool is_same(const gloss_acronyms *a, gloss_slice short_form,
                    const gloss_short_letters *letters, gloss_slice long_form,
                    uint32_t word) {
  gloss_short_letters own = gloss_short_letters_of(long_form);
  if (own.len == letters->len && memcmp(own.bytes, letters->bytes, own.len) == 0)
    return true;
  if (word + 1 == a->long_count && is_longer(short_form, long_form))
    return true;
  for (size_t w = word; w < a->long_count; w++)
    if (gloss_same_bytes(text_of(a, w), short_form)) return true;
  return false;
}

static bool contains(gloss_slice s, gloss_slice part) {
  for (size_t i = 0; i + part.len <= s.len; i++)
    if (memcmp(s.bytes + i, part.bytes, part.len) == 0) return true;
  return false;
}

/* Of "MRI scan" and "E site" the long form has the noun as well, and not the
** first word. */
static bool lacks_noun(const gloss_acronyms *a, gloss_slice short_form,
                       gloss_slice long_form, uint32_t word) {
  gloss_slice head = { short_form.bytes, 0 }, noun;
  while (head.len < short_form.len && gloss_is_alnum(head.bytes[head.len]))
    head.len++;
  if (head.len == 0 || head.len + 1 >= short_form.len ||
      short_form.bytes[head.len] != ' ')
    return false;
  noun = (gloss_slice){ short_form.bytes + head.len + 1,
                        short_form.len - head.len - 1 };
  for (size_t i = 0; i < noun.len; i++)
    if (!gloss_is_lower(noun.bytes[i])) return false;
  return gloss_same_bytes(text_of(a, word), head) ||
         !contains(long_form, noun);
}

gloss_long_fit gloss_long_before(gloss_acronyms *a, gloss_slice short_form,
                                 gloss_span span) {
  gloss_short_letters letters = gloss_short_letters_of(short_form);
  size_t most = most_words(letters.len);
  gloss_long_fit fit = { .found = false };
  gloss_slice long_form;
  if (span.start >= span.end) return fit;
  span.start = start_of(a, span, most);
  if (lacks_letter(a, short_form, &letters, span)) return fit;
  gloss_long_words(a, span, most);
  if (a->long_count > 0) drop_measure(a, short_form);
  fit = best_fit(a, short_form, &letters);
  if (!fit.found) return fit;
  fit.start = a->long_words[fit.word].start + fit.at;
  long_form = gloss_piece_of(a, (gloss_span){ fit.start, span.end });
  if (!is_balanced(long_form) ||
      is_same(a, short_form, &letters, long_form, fit.word) ||
      lacks_noun(a, short_form, long_form, fit.word))
    fit.found = false;
  return fit;
}

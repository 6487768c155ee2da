/* align.c - how well a short form fits the words before it: the best alignment
** of its letters with theirs, as a score that a reader can follow.
**
** After Schwartz and Hearst (2003, "A simple algorithm for identifying
** abbreviation definitions"), who take the first alignment from the right, and
** Sohn et al. (2008, Ab3P), who rank strategies; here every alignment is weighed
** and the best one kept. Work is letters of the short form times letters of the
** words, squared. */
#include "acronyms/acronyms.h"
#include "base/array.h"

enum { MOST_OF = 4 };  /* words behind the last one matched, "of" included */
enum { FAR = 4 };      /* letters jumped over that still count */

/* ---- Letters ------------------------------------------------------------- */

static bool is_letter(char lower) {
  return gloss_is_lower(lower) || gloss_is_figure(lower) ||
         gloss_is_wide(lower);
}

/* The kind of byte `i` of a word whose first letter is at `head`. */
static gloss_letter_kind kind_of(const char *text, const char *lower,
                                 uint32_t i, uint32_t head) {
  char before, here = text[i];
  if (i == 0 || i == head) return GLOSS_LETTER_WORD;
  before = text[i - 1];
  if (!is_letter(lower[i - 1]) ||
      (gloss_is_upper(here) && !gloss_is_upper(before)) ||
      (gloss_is_figure(here) && !gloss_is_figure(before)))
    return GLOSS_LETTER_PART;
  if (i > 2 && (before == 'o' || before == 'y' || before == 'i'))
    return GLOSS_LETTER_JOINT;
  return GLOSS_LETTER_INSIDE;
}

/* The digit that a word spells, 0: none. Of those that fit the last one told. */
static char digit_of(const gloss_acronyms *a, const char *lower, size_t len) {
  char found = '\0';
  for (size_t i = 0; i < a->spelt_count; i++) {
    const gloss_spelt *s = &a->spelt[i];
    if (s->word.len <= len && (!s->whole || s->word.len == len) &&
        memcmp(lower, s->word.bytes, s->word.len) == 0)
      found = s->digit;
  }
  return found;
}

static void read_letters_of(gloss_acronyms *a, uint32_t number) {
  const gloss_long_word *w = &a->long_words[number];
  const char *text = a->text + w->start;
  uint32_t len = w->end - w->start, head = 0;
  while (head < len && !gloss_is_alpha(text[head])) head++;
  for (uint32_t i = 0; i < len; i++) {
    char digit;
    if (!is_letter(w->lower[i])) continue;
    digit = i == head ? digit_of(a, w->lower, len) : '\0';
    a->letters[a->letter_count++] = (gloss_long_letter){
      .word = number, .at = i, .byte = w->lower[i],
      .kind = (uint8_t)kind_of(text, w->lower, i, head),
      .digit = digit == w->lower[i] ? '\0' : digit };
  }
}

/* What passing over all the words before each one costs. */
static void read_costs(gloss_acronyms *a) {
  const gloss_acronyms_numbers *is = &a->numbers;
  double sum = 0;
  for (size_t w = 0; w < a->long_count; w++) {
    const gloss_long_word *word = &a->long_words[w];
    a->costs[w] = sum;
    sum = sum +
          (word->sets & GLOSS_SHORT_SMALL ? is->skipped_small : is->skipped) +
          (word->comma ? is->comma : 0);
  }
  a->costs[a->long_count] = sum;
}

/* Reads the letters of the words once; false: no memory. */
static bool read_letters(gloss_acronyms *a) {
  size_t bytes = 0;
  if (a->letters_read) return true;
  for (size_t w = 0; w < a->long_count; w++)
    bytes += a->long_words[w].end - a->long_words[w].start;
  if (!gloss_array_reserve(a->letters, a->letter_room, bytes + 1) ||
      !gloss_array_reserve(a->places, a->place_room, bytes + 1) ||
      !gloss_array_reserve(a->spare, a->spare_room, bytes + 1) ||
      !gloss_array_reserve(a->costs, a->cost_room, a->long_count + 1)) {
    a->failed = true;
    return false;
  }
  a->letter_count = 0;
  for (size_t w = 0; w < a->long_count; w++) read_letters_of(a, (uint32_t)w);
  read_costs(a);
  return a->letters_read = true;
}

/* ---- Scores -------------------------------------------------------------- */

/* What is passed over between two words that have letters. */
static double between(const gloss_acronyms *a, uint32_t from, uint32_t to) {
  if (from == to) return 0;
  return a->costs[to] - a->costs[from + 1] +
         (a->long_words[from].comma ? a->numbers.comma : 0);
}

/* What the words behind the last one matched cost: less where they only say of
** what it is ("Five-Factor Model of Personality", FFM). */
static double tail(const gloss_acronyms *a, uint32_t last) {
  size_t left = a->long_count - 1 - last;
  if (left == 0) return 0;
  if (left <= MOST_OF && (a->long_words[last + 1].sets & GLOSS_SHORT_OF))
    return a->numbers.of_tail;
  return a->numbers.tail + (double)(left - 1) * a->numbers.tail_skipped;
}

/* What a letter adds behind another (NULL: it is the first one). */
static double place_score(const gloss_acronyms *a, const gloss_long_letter *q,
                          const gloss_long_letter *p) {
  const gloss_acronyms_numbers *is = &a->numbers;
  uint32_t apart;
  if (q->kind == GLOSS_LETTER_WORD)
    return a->long_words[q->word].sets & GLOSS_SHORT_SMALL
               ? is->word + is->small : is->word;
  if (q->kind == GLOSS_LETTER_PART) return is->part;
  if (p == NULL || p->word != q->word) return is->strange;
  if (p->at + 1 == q->at) return is->next;
  if (q->kind == GLOSS_LETTER_JOINT) return is->joint;
  apart = q->at - p->at - 1;
  return is->inside + is->apart * (double)(apart < FAR ? apart : FAR);
}

static bool is_at(const gloss_long_letter *l, char letter) {
  return l->byte == letter || l->digit == letter;
}

/* The best score of the letters behind letter `p`, which are at `count` places;
** false: none is behind it. */
static bool best_behind(const gloss_acronyms *a, uint32_t p, size_t count,
                        double *best) {
  const gloss_long_letter *before = &a->letters[p];
  bool any = false;
  for (size_t i = count; i-- > 0;) {
    const gloss_letter_place *place = &a->places[i];
    const gloss_long_letter *q = &a->letters[place->letter];
    double score;
    if (place->letter <= p) break;
    score = place->score + place_score(a, q, before) +
            between(a, before->word, q->word);
    if (any && score <= *best) continue;
    any = true;
    *best = score;
  }
  return any;
}

/* Where the short form's first letter may be, and for each place the best score
** of the letters behind it: a->places; how many. Worked from the right, so that
** each pair is weighed once. */
static size_t chains(gloss_acronyms *a, const char *letters, size_t len) {
  size_t count = 0;
  for (uint32_t p = 0; p < a->letter_count; p++)
    if (is_at(&a->letters[p], letters[len - 1]))
      a->places[count++] =
          (gloss_letter_place){ p, tail(a, a->letters[p].word) };
  for (size_t k = len - 1; k-- > 0 && count > 0;) {
    gloss_letter_place *places = a->places;
    size_t room = a->place_room, next = 0;
    double best = 0;
    for (uint32_t p = 0; p < a->letter_count; p++)
      if (is_at(&a->letters[p], letters[k]) && best_behind(a, p, count, &best))
        a->spare[next++] = (gloss_letter_place){ p, best };
    a->places = a->spare;
    a->place_room = a->spare_room;
    a->spare = places;
    a->spare_room = room;
    count = next;
  }
  return count;
}

/* ---- The best ------------------------------------------------------------ */

/* Where the long form begins whose first letter is `p`: at the word, or behind
** a prefix of letters, "non-|high-density". A locant is no prefix:
** "12-O-tetradecanoyl". */
static uint32_t begin_of(const gloss_acronyms *a, const gloss_long_letter *p) {
  const char *text = a->text + a->long_words[p->word].start;
  if (p->kind == GLOSS_LETTER_WORD) return 0;
  for (uint32_t i = 2; i < p->at; i++)
    if (gloss_is_alpha(text[i - 2]) && gloss_is_alpha(text[i - 1]) &&
        gloss_is_alpha(text[i]))
      return p->at;
  return 0;
}

static bool can_begin(const gloss_acronyms *a, const gloss_long_letter *p) {
  return p->kind == GLOSS_LETTER_WORD ||
         a->text[a->long_words[p->word].start + p->at - 1] == '-';
}

static double begin_score(const gloss_acronyms *a,
                          const gloss_long_letter *p) {
  return (p->kind == GLOSS_LETTER_WORD ? 0 : a->numbers.part_first) +
         (a->long_words[p->word].sets & GLOSS_SHORT_SMALL
              ? a->numbers.small_first : 0);
}

gloss_long_fit gloss_align(gloss_acronyms *a, const char *letters,
                           size_t len) {
  const double hair = 1e-9; /* from the right: of two equal scores the shorter
                               long form wins */
  gloss_long_fit fit = { .found = false };
  size_t count;
  if (a->long_count == 0 || len == 0 || !read_letters(a)) return fit;
  count = chains(a, letters, len);
  for (size_t i = count; i-- > 0;) {
    const gloss_long_letter *p = &a->letters[a->places[i].letter];
    double score;
    if (!can_begin(a, p)) continue;
    score = a->places[i].score + place_score(a, p, NULL) + begin_score(a, p);
    if (fit.found && score <= fit.score + hair) continue;
    fit.found = true;
    fit.score = score;
    fit.word = p->word;
    fit.at = begin_of(a, p);
  }
  fit.score = fit.found ? fit.score / (double)len : 0;
  return fit;
}

/* join.c - over what a run of words with capitals goes on: particles (von der),
** "of" behind the head of an organisation's name, &, hyphens, ", Inc."; and what
** in small letters before it belongs to it or is its title. */
#include "names/names.h"

/* ---- Tokens -------------------------------------------------------------- */

static bool is_acronym(gloss_names *n, size_t i) {
  const gloss_name_word *word = gloss_names_word_at(n, i);
  return !gloss_names_has(n, i, n->is.small | n->is.heading) &&
         word->letters >= 2 && word->letters <= 6 &&
         (word->sets & GLOSS_SET_NO_ACRONYM) == 0;
}

/* Is it a month here? Some are names of people, or common words. */
static bool is_month(const gloss_names *n, size_t i) {
  const gloss_names_bits *is = &n->is;
  if (gloss_names_has(n, i, is->calendar)) return true;
  return gloss_names_has(n, i, is->month) &&
         (gloss_names_has(n, i + 1, is->number) ||
          (i > 0 && gloss_names_has(n, i - 1, is->number | is->before_month)));
}

/* Can the token be part of a name? */
bool gloss_name_is_part(const gloss_names *n, size_t i) {
  if (i > n->stop) return false;
  return gloss_names_has(n, i, n->is.part) ||
         (gloss_names_has(n, i, n->is.cap) && !is_month(n, i));
}

static bool is_small(const gloss_names *n, size_t i, uint64_t mask) {
  return i <= n->stop && gloss_names_has(n, i, mask) &&
         !gloss_names_has(n, i, n->is.cap);
}

static bool has_head(const gloss_names *n, size_t first, size_t last) {
  for (size_t i = first; i <= last; i++)
    if (gloss_names_has(n, i, n->is.head)) return true;
  return false;
}

/* ---- What leads on: the token after it, or 0 ----------------------------- */

/* Ministry | of | the | Interior. */
static size_t over_link(const gloss_names *n, size_t i) {
  size_t after = i + 1;
  if (!is_small(n, i, n->is.link)) return 0;
  if (after <= n->stop && gloss_names_has(n, after, n->is.article)) after++;
  return gloss_name_is_part(n, after) ? after : 0;
}

static size_t over_particles(const gloss_names *n, size_t i) {
  const gloss_names_bits *is = &n->is;
  for (size_t k = i; k <= i + 2; k++) {
    if (!is_small(n, k, k > i ? is->particle | is->second : is->particle))
      return 0;
    if (gloss_name_is_part(n, k + 1)) return k + 1;
    if (k + 2 <= n->stop && gloss_names_has(n, k + 1, is->hyphen) &&
        gloss_names_has(n, k + 2, is->cap))
      return k + 2;
  }
  return 0;
}

/* D-N.Y. */
static bool is_party(gloss_names *n, size_t before, size_t after) {
  return (gloss_names_sets(n, before) & GLOSS_SET_PARTY) != 0 &&
         (gloss_names_sets(n, after) & GLOSS_SET_PARTY_STATE) != 0;
}

/* Two words that a hyphen parts: US-Russia. */
static bool are_two(gloss_names *n, size_t before, size_t after) {
  if (is_party(n, before, after)) return false;
  return (gloss_names_sets(n, before) &
          (GLOSS_SET_PLACE | GLOSS_SET_DEMONYM)) != 0 ||
         (gloss_names_sets(n, after) & GLOSS_SET_PLACE) != 0 ||
         is_acronym(n, before) || is_acronym(n, after);
}

/* G-20, MTV-1; neither COVID-19 nor the road US-75. */
static bool is_numbered(gloss_names *n, size_t before, size_t after) {
  if (!is_acronym(n, before))
    return gloss_names_text(n, before, before).len <= 2;
  return gloss_names_text(n, after, after).len <= 2 &&
         (gloss_names_sets(n, before) & GLOSS_SET_PLACE) == 0 &&
         (gloss_names_sets_between(n, before, after) & GLOSS_SET_COMMON) == 0;
}

/* Over a hyphen without blanks: Jean-Claude, al-Assad. */
static size_t over_hyphen(gloss_names *n, size_t i) {
  const gloss_names_bits *is = &n->is;
  size_t before = i - 1, after = i + 1;
  if (!gloss_names_has(n, i, is->hyphen) || after > n->stop ||
      !gloss_names_tight(n, before) || !gloss_names_tight(n, i))
    return 0;
  if (gloss_names_has(n, after, is->number) && is_numbered(n, before, after))
    return after;
  if (is_small(n, after, is->any_particle) && gloss_name_is_part(n, i + 3) &&
      gloss_names_has(n, i + 2, is->hyphen))
    return i + 3; /* Deir-ez-Zor */
  return gloss_names_has(n, after, is->cap) && !are_two(n, before, after)
             ? after : 0;
}

/* "Trade and Industry" behind "Ministry of". */
static size_t over_and(gloss_names *n, size_t first, size_t i) {
  const gloss_names_bits *is = &n->is;
  size_t after = i + 1;
  bool is_and = gloss_names_has(n, i, is->conjunction);
  if ((!is_and && !gloss_names_has(n, i, is->comma)) ||
      !gloss_name_is_part(n, after) || gloss_name_is_part(n, after + 1))
    return 0;
  if (is_and ? (gloss_names_sets(n, after) & GLOSS_SET_PLACE) != 0
             : !gloss_names_has(n, after + 1, is->conjunction) ||
                   !gloss_name_is_part(n, after + 2))
    return 0;
  return has_head(n, first, first + 1) ? after : 0;
}

/* ", Inc." and ", Jr." belong to the name before them. */
static size_t over_comma(const gloss_names *n, size_t i) {
  return i < n->stop && gloss_names_has(n, i, n->is.comma) &&
                 gloss_names_has(n, i + 1, n->is.ending) &&
                 gloss_names_has(n, i + 1, n->is.cap)
             ? i + 1 : 0;
}

/* Over the mark of an owner in the name of an organisation: Workers' Union,
** Women's Institute. */
static size_t over_owner(const gloss_names *n, size_t i) {
  const gloss_names_bits *is = &n->is;
  if (!gloss_names_has(n, i, is->apostrophe | is->own) ||
      !gloss_names_has(n, i - 1, is->plural) ||
      (gloss_names_has(n, i, is->apostrophe) &&
       n->text[n->tokens.ends[i - 1] - 1] != 's') ||
      !gloss_names_tight(n, i - 1) || gloss_names_tight(n, i))
    return 0;
  for (size_t k = i + 1; k <= i + 3 && gloss_name_is_part(n, k); k++)
    if (gloss_names_has(n, k, is->head)) return i + 1;
  return 0;
}

/* ---- A run --------------------------------------------------------------- */

/* The next token of the run whose last token is i, or 0; `*linked`: a link led
** there, or somewhere before. */
static size_t step(gloss_names *n, size_t first, size_t i, bool *linked) {
  size_t after = i + 1, over;
  if (after > n->stop) return 0;
  if (gloss_name_is_part(n, after))
    return gloss_names_tight(n, i) && is_acronym(n, i) ? 0 : after;
  if (gloss_names_has(n, after, n->is.number) && gloss_names_tight(n, i))
    return 0;
  over = over_hyphen(n, after);
  if (over == 0) over = over_comma(n, after);
  if (over == 0) over = over_owner(n, after);
  if (over > 0) return over;
  if (gloss_names_has(n, after, n->is.ampersand) &&
      gloss_name_is_part(n, after + 1))
    return after + 1;
  over = has_head(n, first, i) ? over_link(n, after) : 0;
  if (over > 0) {
    *linked = true;
    return over;
  }
  if (*linked) over = over_and(n, first, after);
  return over > 0 ? over : over_particles(n, after);
}

uint32_t gloss_name_join(gloss_names *n, uint32_t first, uint32_t last) {
  bool linked = false;
  while (last - first < n->numbers.longest_name) {
    size_t after = step(n, first, last, &linked);
    if (after == 0) break;
    last = (uint32_t)after;
  }
  return last;
}

/* ---- Before a name ------------------------------------------------------- */

/* de Gaulle, van der Bellen, al-Sisi. */
uint32_t gloss_name_particle(const gloss_names *n, uint32_t first) {
  uint32_t at = first;
  if (!n->numbers.small_start) return first;
  while (at > n->from && first - at < 3) {
    uint32_t hyphen = gloss_names_has(n, at - 1, n->is.hyphen) &&
                      gloss_names_tight(n, at - 1);
    if (at < n->from + 1 + hyphen) break;
    if (!is_small(n, at - 1 - hyphen, n->is.leading) ||
        (hyphen && !gloss_names_tight(n, at - 2)))
      break;
    at -= 1 + hyphen;
  }
  return at;
}

/* "president Ann Bell": a title right before the name, of three tokens at
** most. */
bool gloss_name_title_before(gloss_names *n, uint32_t first,
                             gloss_name_piece *piece) {
  uint32_t from = first > n->from + 3 ? first - 3 : n->from;
  for (uint32_t k = from; k < first; k++) {
    if (gloss_names_has(n, k, n->is.cap) ||
        gloss_name_title(n, k, first, true) != first - 1)
      continue;
    piece->title_first = k;
    piece->title_last = first - 1;
    return true;
  }
  return false;
}

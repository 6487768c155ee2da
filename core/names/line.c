/* line.c - the line of place and day before a report: HALDEN, Oct 14
** (Northwire) -, WASHINGTON —. */
#include "names/names.h"

enum {
  LINE = 6,  /* tokens up to the bracket, and in it, at most */
  PLACE = 3, /* ... of the place */
  SHORT = 6  /* letters of a short form, at most */
};

/* The token behind what leads up to a bracket or a dash, and whether a number
** is there. */
static uint32_t over_day(const gloss_names *n, uint32_t i, bool *number) {
  const gloss_names_bits *is = &n->is;
  for (uint32_t left = LINE; left > 0 && i <= n->stop; left--, i++) {
    if (gloss_names_has(n, i, is->bracket | is->dash)) break;
    if (gloss_names_has(n, i, is->number)) *number = true;
  }
  return i;
}

/* The token behind a bracket that closes soon, or `i`. */
static uint32_t over_bracket(const gloss_names *n, uint32_t i) {
  const gloss_names_bits *is = &n->is;
  if (i > n->stop || !gloss_names_has(n, i, is->bracket)) return i;
  for (uint32_t k = i + 1; k <= n->stop && k <= i + LINE; k++)
    if (gloss_names_has(n, k, is->bracket_end)) return k + 1;
  return i;
}

/* A dash with a blank before it. */
static bool is_dash(const gloss_names *n, uint32_t i) {
  return i <= n->stop && gloss_names_has(n, i, n->is.dash) &&
         !gloss_names_tight(n, i - 1);
}

/* A short form has such a place, too: without a day there, or what is no short
** form by its length, it is none. */
bool gloss_name_in_date_line(gloss_names *n, const gloss_name_piece *piece) {
  uint32_t first = piece->first, at = piece->last + 1;
  bool number = false, is_long = gloss_names_word_at(n, first)->letters > SHORT;
  if (first != n->from || piece->last - first >= PLACE ||
      gloss_names_word_at(n, first)->letters < 3)
    return false;
  if (gloss_names_has(n, at, n->is.comma)) at = over_day(n, at + 1, &number);
  at = over_bracket(n, at);
  return is_dash(n, at) && (number || is_long);
}

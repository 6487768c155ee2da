/* cut.c - cuts a run of words with capitals into names: at titles ("RDIF chief
** Kirill Dmitriev" is two names), and without what is no part of a name in
** front and behind: words that begin a sentence, adjectives of countries. */
#include "names/names.h"

/* ---- Titles -------------------------------------------------------------- */

static uint32_t plain_title(gloss_names *n, uint32_t i, uint32_t end,
                            bool small) {
  uint32_t found = GLOSS_NO_NAME;
  uint32_t wanted = small ? GLOSS_SET_OFFICE : GLOSS_SET_TITLE;
  if ((gloss_names_sets(n, i) & GLOSS_SET_TITLE_START) == 0) return found;
  if ((int64_t)(end - i) > n->numbers.longest_title + 1)
    end = i + (uint32_t)n->numbers.longest_title + 1;
  for (uint32_t k = i; k < end; k++) {
    uint32_t sets = gloss_names_sets_between(n, i, k);
    if (sets & wanted) found = k;
    if ((sets & GLOSS_SET_LONGER) == 0) break;
  }
  return found;
}

static bool is_hyphen(const gloss_names *n, uint32_t i) {
  gloss_slice text = gloss_names_text(n, i, i);
  return text.len == 1 && text.bytes[0] == '-';
}

/* With "former", "deputy" and their like before it. */
uint32_t gloss_name_title(gloss_names *n, uint32_t i, uint32_t end,
                          bool small) {
  while (i < end) {
    uint32_t stop = plain_title(n, i, end, small);
    if (stop != GLOSS_NO_NAME) return stop;
    if ((gloss_names_sets(n, i) & GLOSS_SET_BEFORE_TITLE) == 0 || i + 1 >= end)
      break;
    i += is_hyphen(n, i + 1) ? 2 : 1;
  }
  return GLOSS_NO_NAME;
}

/* Some titles are surnames: Martin Luther King is no king. */
static bool is_surname(gloss_names *n, uint32_t from, uint32_t at,
                       uint32_t stop) {
  return at > from && stop == at &&
         (gloss_names_sets(n, from) & GLOSS_SET_GIVEN) != 0;
}

/* ---- Ends ---------------------------------------------------------------- */

static bool is_common(gloss_names *n, uint32_t i) {
  const gloss_name_word *word = gloss_names_word_at(n, i);
  return (word->sets & GLOSS_SET_NO_ACRONYM) != 0 ||
         ((word->sets & GLOSS_SET_COMMON) != 0 && !word->short_caps);
}

/* Is a word in front no part of the name: one that begins the sentence, or an
** article? */
static bool is_lead(gloss_names *n, uint32_t i, uint32_t end) {
  const gloss_names_cutting *c = &n->cutting;
  uint32_t low, sets = gloss_names_sets(n, i);
  bool last = i + 1 == end;
  if (is_common(n, i) || ((sets & GLOSS_SET_WEAK) && last)) return true;
  if (c->opens && i == c->from && (sets & GLOSS_SET_ARTICLE)) return true;
  if (sets & GLOSS_SET_LEADING) return false;
  low = gloss_names_word_at(n, i)->low;
  if (n->numbers.nouns && !last && gloss_names_low_here(n, low)->noun &&
      (gloss_names_sets(n, end - 1) & GLOSS_SET_COMPANY) == 0)
    return true;
  return i == c->from && !last && c->droppable;
}

static void trim(gloss_names *n, uint32_t *first, uint32_t *end) {
  while (*first < *end &&
         (is_lead(n, *first, *end) ||
          (!gloss_names_has(n, *first, n->is.cap) &&
           (gloss_names_sets(n, *first) & GLOSS_SET_LEADING) == 0)))
    ++*first;
  while (*end > *first &&
         (!gloss_names_has(n, *end - 1, n->is.cap | n->is.number) ||
          is_common(n, *end - 1)))
    --*end;
}

/* An adjective of a country in front of a person: "Russian | Igor Belov". */
static bool is_adjective(gloss_names *n, uint32_t first, uint32_t end) {
  return end - first > 1 &&
         (gloss_names_sets(n, first) & GLOSS_SET_DEMONYM) != 0 &&
         (gloss_names_sets(n, end - 1) &
          (GLOSS_SET_ORGANISATION | GLOSS_SET_COMPANY)) == 0 &&
         (gloss_names_sets_between(n, first, end - 1) & GLOSS_SET_KNOWN) == 0;
}

/* Adds what is left of the tokens up to `end`; `piece` has the title. */
static void add(gloss_names *n, gloss_name_piece piece, uint32_t end) {
  bool again = true;
  while (again) {
    trim(n, &piece.first, &end);
    if (piece.first >= end) return;
    again = is_adjective(n, piece.first, end) &&
            (piece.title_first != GLOSS_NO_NAME ||
             (gloss_names_sets(n, piece.first + 1) & GLOSS_SET_GIVEN) != 0);
    if (again) piece.first++;
  }
  if (gloss_names_sets_between(n, piece.first, end - 1) & GLOSS_SET_DEMONYM)
    return;
  piece.last = end - 1;
  n->cutting.pieces[n->cutting.count++] = piece;
}

/* ---- A run --------------------------------------------------------------- */

/* Adds what stands before each title up to `end`, and keeps the title for what
** comes behind it; `piece` begins there at the end. */
static void cut_at_titles(gloss_names *n, gloss_name_piece *piece,
                          uint32_t end) {
  uint32_t at = piece->first;
  while (at < end) {
    uint32_t stop = gloss_names_has(n, at, n->is.cap)
                        ? gloss_name_title(n, at, end, false) : GLOSS_NO_NAME;
    if (stop == GLOSS_NO_NAME || is_surname(n, piece->first, at, stop)) {
      at++;
      continue;
    }
    if (at > piece->first) add(n, *piece, at);
    piece->title_first = at;
    piece->title_last = stop;
    at = stop + 1;
    while (at < end && !gloss_names_has(n, at, n->is.cap)) at++;
    piece->first = at;
  }
}

/* What stands before a title is one of its own. */
void gloss_name_cut(gloss_names *n, uint32_t first, uint32_t last) {
  const gloss_names_bits *is = &n->is;
  gloss_name_piece piece = { .first = first, .title_first = GLOSS_NO_NAME };
  uint64_t says = n->bits[first] & (is->opens | is->heading | is->inside |
                                    is->also_small);
  n->cutting.count = 0;
  n->cutting.from = first;
  n->cutting.opens = (says & is->opens) != 0;
  n->cutting.droppable = says == (is->opens | is->also_small);
  if ((gloss_names_sets(n, last) & GLOSS_SET_ORGANISATION) == 0)
    cut_at_titles(n, &piece, last + 1);
  if (piece.first <= last) add(n, piece, last + 1);
}

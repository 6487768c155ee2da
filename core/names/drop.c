/* drop.c - which of the places are names by what the document shows; and what
** a heading has of the names of the body. */
#include "base/array.h"
#include "names/names.h"

void gloss_name_lose(gloss_names *n, const gloss_name_spot *spot,
                     const char *why) {
  if (!n->explains) return;
  if (!gloss_array_reserve(n->lost, n->lost_room, n->lost_count + 1)) {
    n->failed = true;
    return;
  }
  n->lost[n->lost_count++] = (gloss_names_lost){
    { n->tokens.starts[spot->piece.first], n->tokens.ends[spot->piece.last] },
    why };
}

/* ---- What speaks against a name ------------------------------------------ */

enum { STEM = 3 }; /* bytes before the ending of a noun, at least */

static bool has_noun_ending(const gloss_names *n, uint32_t low) {
  gloss_slice text;
  text.bytes = gloss_intern_get(&n->low_numbers, low, &text.len);
  return gloss_names_ends(&n->noun_endings, text, STEM);
}

/* Where all nouns have a capital, two of them are no name yet; with the ending
** of a company they are. */
static bool has_noun(gloss_names *n, const gloss_name_form *form) {
  if (form->part_count > 0 &&
      (n->lows[form->parts[form->part_count - 1].low].sets & GLOSS_SET_COMPANY))
    return false;
  for (uint32_t i = 0; i < form->part_count; i++)
    if (gloss_names_low_here(n, form->parts[i].low)->noun ||
        has_noun_ending(n, form->parts[i].low))
      return true;
  return false;
}

/* Against a name of several words; NULL: nothing. */
static const char *against_full(gloss_names *n, const gloss_name_spot *spot) {
  const gloss_name_form *form = &n->forms[spot->form];
  if (form->party) return "party and state";
  if (n->numbers.nouns && spot->piece.title_first == GLOSS_NO_NAME &&
      has_noun(n, form))
    return "a noun";
  if (spot->all & n->is.rather_small && !form->has_head)
    return "small letters elsewhere";
  return NULL;
}

/* Against a single word that is no short form. */
static const char *against_single(gloss_names *n,
                                  const gloss_name_spot *spot) {
  const gloss_names_bits *is = &n->is;
  const gloss_name_form *form = &n->forms[spot->form];
  const gloss_low *low = gloss_names_low_here(n, form->low);
  bool place = (low->sets & GLOSS_SET_PLACE) != 0;
  uint64_t any = spot->any;
  if (form->letter) return "a letter";
  if (spot->date_line) return NULL;
  if (n->numbers.nouns && low->noun) return place ? NULL : "a noun";
  if (low->sets & GLOSS_SET_NO_ACRONYM || (any & is->small) == 0)
    return "a common short form";
  if (any & is->rather_small || ((any & is->also_small) && (any & is->opens)))
    return "small letters elsewhere";
  if (spot->piece.title_first != GLOSS_NO_NAME || low->last_word || place)
    return NULL;
  if (any & is->inside) return n->numbers.nouns ? "may be a noun" : NULL;
  if ((spot->after & (is->speech | is->own)) == 0)
    return "only where a sentence begins";
  return NULL;
}

/* A single word of which the bits alone say that it is a name. */
static bool is_sure(const gloss_names *n, const gloss_name_spot *spot) {
  const gloss_names_bits *is = &n->is;
  const gloss_name_form *form = &n->forms[spot->form];
  uint64_t pro = is->inside | is->small;
  return form->acronym ||
         ((spot->any & (pro | is->rather_small | is->also_small)) == pro &&
          !n->numbers.nouns &&
          (n->lows[form->low].sets & GLOSS_SET_NO_ACRONYM) == 0);
}

static void drop(gloss_names *n, gloss_name_spot *spot, const char *why) {
  if (why == NULL) return;
  gloss_name_lose(n, spot, why);
  spot->form = GLOSS_NO_NAME;
}

/* Drops names of several words that are none; notes the last words of the
** others, and which single words are doubtful. Are there headings? */
static bool drop_full(gloss_names *n) {
  bool headings = false;
  for (size_t i = 0; i < n->spot_count; i++) {
    gloss_name_spot *spot = &n->spots[i];
    if (spot->any & n->is.heading) {
      headings = true;
    } else if (!n->forms[spot->form].single) {
      drop(n, spot, against_full(n, spot));
      if (spot->form != GLOSS_NO_NAME) {
        const gloss_name_form *form = &n->forms[spot->form];
        uint32_t last = form->part_count > 0
                            ? form->parts[form->part_count - 1].low : 0;
        gloss_names_low_here(n, last)->last_word = true;
      }
    } else if (!is_sure(n, spot)) {
      n->doubtful[n->doubtful_count++] = (uint32_t)i;
    }
  }
  return headings;
}

/* ---- Headings ------------------------------------------------------------ */

/* Notes the names of the body; the most tokens that one has. */
static uint32_t note_body(gloss_names *n) {
  uint32_t longest = 0;
  for (size_t i = 0; i < n->spot_count; i++) {
    const gloss_name_spot *spot = &n->spots[i];
    uint32_t len = spot->piece.last - spot->piece.first + 1;
    if (spot->form == GLOSS_NO_NAME || spot->any & n->is.heading) continue;
    gloss_names_low_here(n, n->forms[spot->form].low)->in_body = true;
    if (len > longest) longest = len;
  }
  return longest;
}

/* Whether all is in capitals in the sentence that was asked for last. */
typedef struct loudness {
  size_t sentence; /* SIZE_MAX: none yet */
  bool loud;
} loudness;

static bool is_loud(const gloss_names *n, uint32_t token, loudness *known) {
  size_t count, s, i;
  const gloss_sentence *all = gloss_doc_sentences(n->doc, &count, NULL);
  if (all == NULL) return false;
  s = gloss_sentences_after(all, count, n->tokens.starts[token]);
  if (s == count) return false;
  if (s == known->sentence) return known->loud;
  *known = (loudness){ s, true };
  i = gloss_doc_token_after(n->doc, all[s].start);
  for (; i < n->tokens.count && n->tokens.starts[i] < all[s].end; i++)
    if (n->bits[i] & n->is.small) return known->loud = false;
  return true;
}

/* Are the tokens a name of the body? Where all is in capitals, US is a common
** word. */
static bool is_in_body(gloss_names *n, uint32_t first, uint32_t last,
                       bool loud) {
  gloss_slice text = gloss_names_joined(n, first, last, true);
  uint32_t low = gloss_intern_find(&n->low_numbers, text.bytes, text.len);
  const gloss_low *l;
  if (low == GLOSS_NOT_INTERNED) return false;
  l = gloss_names_low_here(n, low);
  return l->in_body && !(loud && (l->sets & GLOSS_SET_COMMON));
}

/* Puts the parts of a heading's run that are names in the body, the longest
** first, of `longest` tokens at most. */
static void put_parts(gloss_names *n, const gloss_name_spot *spot,
                      uint32_t longest, bool loud) {
  gloss_name_piece p = spot->piece;
  for (uint32_t at = p.first; at <= p.last; at++) {
    uint32_t to = p.last - at < longest ? p.last : at + longest - 1;
    gloss_name_piece part = { at, to, GLOSS_NO_NAME, 0 };
    while (to > at && !is_in_body(n, at, to, loud)) to--;
    if (to == at && !is_in_body(n, at, to, loud)) continue;
    part.last = to;
    if (at == p.first) {
      part.title_first = p.title_first;
      part.title_last = p.title_last;
    }
    gloss_name_put(n, part, at > p.first ? n->bits[at - 1] : spot->before,
                   to < p.last ? n->bits[to + 1] : spot->after);
    at = to;
  }
}

/* What the body calls a name a heading may have, too; all else in headings is
** dropped. */
static void find_in_headings(gloss_names *n) {
  uint32_t longest = note_body(n), count = (uint32_t)n->spot_count;
  loudness known = { SIZE_MAX, false };
  gloss_name_spot *spots = n->spots;
  size_t room = n->spot_room;
  n->spots = n->spare;
  n->spot_room = n->spare_room;
  n->spare = spots;
  n->spare_room = room;
  n->spot_count = 0;
  for (uint32_t i = 0; i < count && !n->failed; i++) {
    const gloss_name_spot *spot = &n->spare[i];
    if (spot->form == GLOSS_NO_NAME) continue;
    if (spot->any & n->is.heading) {
      if (longest > 0)
        put_parts(n, spot, longest, is_loud(n, spot->piece.first, &known));
    } else if (gloss_array_reserve(n->spots, n->spot_room,
                                   n->spot_count + 1)) {
      n->spots[n->spot_count++] = *spot;
    } else {
      n->failed = true;
    }
  }
}

/* Headings are left as they are until all else is known. The last word of a
** full name is one by itself, too. */
void gloss_name_drop(gloss_names *n) {
  bool headings;
  if (n->failed) return;
  if (!gloss_array_reserve(n->doubtful, n->doubtful_room, n->spot_count)) {
    n->failed = true;
    return;
  }
  headings = drop_full(n);
  for (size_t i = 0; i < n->doubtful_count; i++) {
    gloss_name_spot *spot = &n->spots[n->doubtful[i]];
    drop(n, spot, against_single(n, spot));
  }
  if (headings && !n->failed) find_in_headings(n);
}

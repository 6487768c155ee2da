/* firms.c - firms that a text calls by their name without its legal form, or
** without what many firms are called: Acme Inc. is Acme, and so is Acme Capital
** Partners LLP. */
#include "names/names.h"

/* What stands for something else by itself as well. */
enum { NO_FIRM = GLOSS_SET_PLACE | GLOSS_SET_GPE | GLOSS_SET_LOC |
                 GLOSS_SET_DEMONYM | GLOSS_SET_COMMON | GLOSS_SET_WEAK |
                 GLOSS_SET_HEAD };
enum { SHORTEST = 3 }; /* bytes */

static gloss_name_form *form_of(const gloss_names *n, uint32_t cluster) {
  return &n->forms[n->clusters[cluster].form];
}

/* The name up to its part `last`, without a comma, "&" or blank at the end. */
static gloss_slice up_to(const gloss_name_form *form, uint32_t last) {
  gloss_slice end = form->parts[last].text, text = form->text;
  text.len = (size_t)(end.bytes - text.bytes) + end.len;
  while (text.len > 0 && strchr(" ,&", text.bytes[text.len - 1]) != NULL)
    text.len--;
  return text;
}

static bool begins(gloss_slice text, gloss_slice with) {
  return text.len >= with.len && memcmp(text.bytes, with.bytes, with.len) == 0;
}

/* Of two firms of one short name, one may be the other in full. */
static uint32_t one_of(const gloss_names *n, uint32_t a, uint32_t b) {
  gloss_slice first, second;
  if (a == GLOSS_NO_NAME || a == b) return b;
  if (a == GLOSS_SEVERAL) return a;
  first = form_of(n, a)->text;
  second = form_of(n, b)->text;
  return begins(first, second) ? a : begins(second, first) ? b : GLOSS_SEVERAL;
}

/* Notes the names of a firm without the words at its end, one after another. */
static bool note(gloss_names *n, uint32_t cluster) {
  const gloss_name_form *form = form_of(n, cluster);
  uint32_t kept = form->part_count;
  bool any = false;
  while (kept > 1 && (n->lows[form->parts[kept - 1].low].sets &
                      (GLOSS_SET_COMPANY | GLOSS_SET_TAIL))) {
    gloss_slice text = up_to(form, --kept - 1);
    uint32_t number = gloss_names_low(n, text);
    gloss_low *low = gloss_names_low_here(n, number);
    if (n->failed) return false;
    if (text.len < SHORTEST || (low->sets & NO_FIRM)) continue;
    low->firm = one_of(n, low->firm, cluster);
    any = true;
  }
  return any;
}

bool gloss_name_firms(gloss_names *n) {
  bool any = false;
  for (size_t i = 0; i < n->full_count && !n->failed; i++)
    if (form_of(n, n->full[i])->guess.type == GLOSS_NAME_ORG)
      any = note(n, n->full[i]) || any;
  return any;
}

uint32_t gloss_name_firm(gloss_names *n, const gloss_name_row *row) {
  uint32_t firm = gloss_names_low_here(n, n->forms[row->form].low)->firm;
  bool other = row->guess.type != GLOSS_NAME_UNKNOWN &&
               row->guess.type != GLOSS_NAME_ORG &&
               row->guess.weight >= n->numbers.sure;
  return firm == GLOSS_SEVERAL || other ? GLOSS_NO_NAME : firm;
}

/* short.c - to whom names of one word belong: a surname or a given name to the
** one full name that has it, a short form to what it stands for. */
#include "names/names.h"

static bool is_person(gloss_names *n, gloss_name_cluster *c) {
  if (!c->asked) {
    c->asked = true;
    c->person = !c->other &&
                n->forms[c->form].part_count <= n->numbers.cluster_words;
  }
  return c->person;
}

/* The one person of several words in a chain of clusters (by their last words,
** or by their first). */
static uint32_t one_person(gloss_names *n, uint32_t cluster, bool by_last) {
  uint32_t found = GLOSS_NOBODY;
  while (cluster != GLOSS_NO_NAME) {
    gloss_name_cluster *c = &n->clusters[cluster];
    if (n->forms[c->form].part_count > 1 && is_person(n, c)) {
      if (found != GLOSS_NOBODY) return GLOSS_SEVERAL;
      found = cluster;
    }
    cluster = by_last ? c->same_last : c->same_first;
  }
  return found;
}

/* Whose surname or given name it is; the answer is the same all through the
** document. GLOSS_NO_NAME: nobody's, or of several. */
static uint32_t of_person(gloss_names *n, const gloss_name_row *row,
                          gloss_name_via *via) {
  gloss_low *low = gloss_names_low_here(n, n->forms[row->form].low);
  if (low->surname == GLOSS_NOT_ASKED)
    low->surname = one_person(n, low->by_last, true);
  *via = GLOSS_VIA_SURNAME;
  if (low->surname == GLOSS_SEVERAL) return GLOSS_NO_NAME;
  if (low->surname != GLOSS_NOBODY) return low->surname;
  if (row->titled) return GLOSS_NO_NAME;
  if (low->given == GLOSS_NOT_ASKED)
    low->given = one_person(n, low->by_first, false);
  *via = GLOSS_VIA_GIVEN;
  return low->given < GLOSS_SEVERAL ? low->given : GLOSS_NO_NAME;
}

/* The cluster of a single word that belongs to none so far. */
static uint32_t own_cluster(gloss_names *n, const gloss_name_row *row) {
  gloss_low *low = gloss_names_low_here(n, n->forms[row->form].low);
  if (low->own == GLOSS_NO_NAME) low->own = gloss_name_new_cluster(n, row);
  return low->own;
}

/* The cluster of a name of one word, and how it belongs to it. */
static uint32_t short_cluster(gloss_names *n, const gloss_name_row *row,
                              gloss_name_via *via) {
  const gloss_name_form *form = &n->forms[row->form];
  uint32_t found = GLOSS_NO_NAME;
  if (form->acronym && !row->heading) {
    found = gloss_name_acronym(n, form->text);
    *via = GLOSS_VIA_ACRONYM;
  } else if (form->acronym || (n->lows[form->low].sets & GLOSS_SET_PLACE) == 0) {
    found = of_person(n, row, via);
  }
  if (found == GLOSS_NO_NAME && !row->titled) {
    found = gloss_name_firm(n, row);
    *via = GLOSS_VIA_FIRM;
  }
  if (found != GLOSS_NO_NAME) return found;
  *via = GLOSS_VIA_NAME;
  return own_cluster(n, row);
}

void gloss_name_short(gloss_names *n) {
  for (size_t k = 0; k < n->row_count && !n->failed; k++) {
    gloss_name_row *row = &n->rows[k];
    gloss_name_form *form = &n->forms[row->form];
    if (!form->single) continue;
    row->cluster = form->cluster;
    row->via = form->via;
    if (row->titled || form->document != n->document) {
      gloss_name_via via;
      row->cluster = short_cluster(n, row, &via);
      row->via = (uint8_t)via;
      if (!row->titled) {
        form->document = n->document;
        form->cluster = row->cluster;
        form->via = row->via;
      }
    }
    if (!n->failed && row->guess.type != GLOSS_NAME_UNKNOWN &&
        row->guess.no_person)
      n->clusters[row->cluster].other = true;
  }
}

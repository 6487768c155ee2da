/* cluster.c - names of one document that mean the same: full names, and the
** surnames of several words that are parts of them; numbers and types. */
#include "base/array.h"
#include "names/names.h"

enum { ALIKE = 1000 }; /* full names with one last word that are compared */

uint32_t gloss_name_new_cluster(gloss_names *n, const gloss_name_row *row) {
  if (!gloss_array_reserve(n->clusters, n->cluster_room,
                           n->cluster_count + 1)) {
    n->failed = true;
    return 0;
  }
  n->clusters[n->cluster_count] = (gloss_name_cluster){
    .form = row->form, .place = row->span.start, .whole = GLOSS_NO_NAME,
    .same_last = GLOSS_NO_NAME, .same_first = GLOSS_NO_NAME };
  return (uint32_t)n->cluster_count++;
}

static gloss_name_form *form_of(const gloss_names *n, uint32_t cluster) {
  return &n->forms[n->clusters[cluster].form];
}

static uint32_t first_of(const gloss_name_form *form) {
  return form->part_count > 0 ? form->parts[0].low : 0;
}

static uint32_t last_of(const gloss_name_form *form) {
  return form->part_count > 0 ? form->parts[form->part_count - 1].low : 0;
}

/* A word such as Park says nothing against a name that is a person's. */
void gloss_name_join_cluster(gloss_names *n, gloss_name_row *row,
                             uint32_t cluster, gloss_name_via via) {
  row->cluster = cluster;
  row->via = (uint8_t)via;
  if (row->guess.type == GLOSS_NAME_PERSON) n->clusters[cluster].human = true;
  if (row->guess.type != GLOSS_NAME_UNKNOWN && row->guess.no_person &&
      !gloss_names_low_here(n, n->forms[row->form].low)->person)
    n->clusters[cluster].other = true;
}

/* ---- Full names ---------------------------------------------------------- */

/* A letter, and perhaps a full stop. */
static bool is_initial(const gloss_names *n, uint32_t low) {
  size_t len;
  const char *bytes = gloss_intern_get(&n->low_numbers, low, &len);
  return len == 1 || (len == 2 && bytes[1] == '.');
}

/* Ann Bell and Ann M. Bell: first and last word alike, an initial between. */
static bool same_person(const gloss_names *n, const gloss_name_form *a,
                        const gloss_name_form *b) {
  const gloss_name_form *s = a->part_count <= b->part_count ? a : b;
  const gloss_name_form *l = s == a ? b : a;
  return s->part_count == 2 && l->part_count == 3 &&
         is_initial(n, l->parts[1].low);
}

uint32_t *gloss_name_entry(gloss_names *n, gloss_intern *table, uint32_t **list,
                           size_t *room, gloss_slice key) {
  size_t before = table->count;
  uint32_t number = gloss_intern_add(table, key.bytes, key.len);
  if (number == GLOSS_NOT_INTERNED ||
      !gloss_array_reserve(*list, *room, table->count)) {
    n->failed = true;
    return NULL;
  }
  if (table->count > before) (*list)[number] = GLOSS_NO_NAME;
  return &(*list)[number];
}

/* The cluster of a full name whose text is new in the document. */
static uint32_t cluster_of(gloss_names *n, const gloss_name_row *row) {
  const gloss_name_form *form = &n->forms[row->form];
  const uint32_t ends[2] = { first_of(form), last_of(form) };
  uint32_t *same = gloss_name_entry(
      n, &n->ends, &n->ends_cluster, &n->ends_room,
      (gloss_slice){ (const char *)ends, sizeof ends });
  uint32_t made;
  if (same == NULL) return 0;
  made = *same;
  if (made == GLOSS_NO_NAME || !same_person(n, form, form_of(n, made))) {
    made = gloss_name_new_cluster(n, row);
    if (!gloss_array_reserve(n->full, n->full_room, n->full_count + 1))
      n->failed = true;
    else
      n->full[n->full_count++] = made;
    if (*same == GLOSS_NO_NAME) *same = made;
  }
  return made;
}

/* The cluster of a full name, by its text in lower case. */
static uint32_t full_cluster(gloss_names *n, const gloss_name_row *row) {
  const gloss_name_form *form = &n->forms[row->form];
  gloss_low *low = gloss_names_low_here(n, form->low);
  gloss_name_cluster *c;
  if (low->full != GLOSS_NO_NAME) return low->full;
  low->full = cluster_of(n, row);
  if (n->failed) return 0;
  c = &n->clusters[low->full];
  if (form->text.len > n->forms[c->form].text.len) {
    c->form = row->form;
    c->place = row->span.start;
  }
  return low->full;
}

static void full_names(gloss_names *n) {
  for (size_t k = 0; k < n->row_count && !n->failed; k++) {
    gloss_name_row *row = &n->rows[k];
    gloss_name_form *form = &n->forms[row->form];
    if (form->single) continue;
    if (form->document != n->document) {
      form->cluster = full_cluster(n, row);
      form->document = n->document;
    }
    if (!n->failed)
      gloss_name_join_cluster(n, row, form->cluster, GLOSS_VIA_NAME);
  }
}

static void forget_index(gloss_names *n) {
  for (size_t i = 0; i < n->full_count; i++) {
    const gloss_name_form *form = form_of(n, n->full[i]);
    gloss_names_low_here(n, first_of(form))->by_first = GLOSS_NO_NAME;
    gloss_names_low_here(n, last_of(form))->by_last = GLOSS_NO_NAME;
  }
}

/* Chains the clusters of full names by their first and their last words. */
static void index_words(gloss_names *n) {
  for (size_t i = 0; i < n->full_count; i++) {
    const gloss_name_form *form = form_of(n, n->full[i]);
    gloss_low *first = gloss_names_low_here(n, first_of(form));
    gloss_low *last = gloss_names_low_here(n, last_of(form));
    n->clusters[n->full[i]].same_first = first->by_first;
    n->clusters[n->full[i]].same_last = last->by_last;
    first->by_first = last->by_last = n->full[i];
  }
}

/* ---- Short names of several words ---------------------------------------- */

/* Does a longer name end with all the words of another? */
static bool ends_with(const gloss_name_form *name,
                      const gloss_name_form *end) {
  uint32_t shift = name->part_count - end->part_count;
  if (end->part_count >= name->part_count) return false;
  for (uint32_t i = 0; i < end->part_count; i++)
    if (name->parts[shift + i].low != end->parts[i].low) return false;
  return true;
}

/* Moor-Bell may be short for Ann Moor-Bell, Rhine-Main is not for Park
** Rhine-Main: one of the two must be taken for a person. */
static bool may_belong(const gloss_names *n, uint32_t part, uint32_t whole) {
  const gloss_name_cluster *p = &n->clusters[part], *w = &n->clusters[whole];
  return !n->forms[p->form].joined || (!w->other && (p->human || w->human));
}

/* The one longer name that ends with the name of a cluster, or none. */
static uint32_t whole_of(gloss_names *n, uint32_t cluster) {
  const gloss_name_form *form = form_of(n, cluster);
  uint32_t found = GLOSS_NO_NAME, left = ALIKE;
  uint32_t other = gloss_names_low_here(n, last_of(form))->by_last;
  for (; other != GLOSS_NO_NAME && left > 0; left--) {
    if (other != cluster && ends_with(form_of(n, other), form) &&
        may_belong(n, cluster, other)) {
      if (found != GLOSS_NO_NAME) return GLOSS_NO_NAME;
      found = other;
    }
    other = n->clusters[other].same_last;
  }
  return found;
}

/* A firm's name without its end, too: Harrow Lane for Harrow Lane Partners. */
static void find_firms(gloss_names *n) {
  for (size_t k = 0; k < n->row_count; k++) {
    const gloss_name_row *row = &n->rows[k];
    gloss_name_cluster *c = &n->clusters[row->cluster];
    uint32_t firm;
    if (n->forms[row->form].single || c->form != row->form) continue;
    firm = gloss_name_firm(n, row);
    if (firm == GLOSS_NO_NAME || firm == row->cluster) continue;
    c->whole = firm;
    c->via = GLOSS_VIA_FIRM;
  }
}

/* Finds them, and takes them out of the full names. */
static void find_wholes(gloss_names *n, bool firms) {
  size_t kept = 0;
  for (size_t i = 0; i < n->full_count; i++) {
    gloss_name_cluster *c = &n->clusters[n->full[i]];
    if (!n->forms[c->form].surname) continue;
    c->whole = whole_of(n, n->full[i]);
    c->via = GLOSS_VIA_SURNAME;
  }
  if (firms) find_firms(n);
  forget_index(n);
  for (size_t i = 0; i < n->full_count; i++)
    if (n->clusters[n->full[i]].whole == GLOSS_NO_NAME)
      n->full[kept++] = n->full[i];
  n->full_count = kept;
}

/* "von der Leyen" is one name of several words, and a short one, too. */
static void short_of_several(gloss_names *n) {
  bool firms = gloss_name_firms(n), surnames = false;
  for (size_t i = 0; i < n->full_count && !surnames; i++)
    surnames = form_of(n, n->full[i])->surname;
  if (n->failed || (!surnames && !firms)) return;
  index_words(n);
  find_wholes(n, firms);
  for (size_t k = 0; k < n->row_count; k++) {
    gloss_name_row *row = &n->rows[k];
    uint32_t whole = row->cluster;
    uint8_t via = n->clusters[whole].via;
    if (n->forms[row->form].single) continue;
    while (n->clusters[whole].whole != GLOSS_NO_NAME)
      whole = n->clusters[whole].whole;
    if (whole != row->cluster)
      gloss_name_join_cluster(n, row, whole, (gloss_name_via)via);
  }
}

/* ---- Numbers and types --------------------------------------------------- */

/* Of two kinds that weigh the same the one that came more often. */
static void settle_ties(gloss_names *n) {
  for (size_t k = 0; k < n->row_count; k++) {
    const gloss_name_row *row = &n->rows[k];
    gloss_name_cluster *c = &n->clusters[row->cluster];
    if (!c->tied) continue;
    c->counts[row->guess.type]++;
    c->guess.type = GLOSS_NAME_UNKNOWN;
  }
  for (size_t k = 0; k < n->row_count; k++) {
    const gloss_name_guess *guess = &n->rows[k].guess;
    gloss_name_cluster *c = &n->clusters[n->rows[k].cluster];
    if (!c->tied || guess->type == GLOSS_NAME_UNKNOWN) continue;
    if (c->guess.type == GLOSS_NAME_UNKNOWN ||
        guess->weight > c->guess.weight ||
        (guess->weight == c->guess.weight &&
         c->counts[guess->type] > c->counts[c->guess.type]))
      c->guess = *guess;
  }
}

/* Numbers by first appearance; types by the heaviest guess of any member. */
static void settle(gloss_names *n) {
  uint32_t number = 0;
  bool ties = false;
  for (size_t k = 0; k < n->row_count; k++) {
    const gloss_name_guess *guess = &n->rows[k].guess;
    gloss_name_cluster *c = &n->clusters[n->rows[k].cluster];
    if (c->number == 0) c->number = ++number;
    if (guess->type == GLOSS_NAME_UNKNOWN) continue;
    if (c->guess.type == GLOSS_NAME_UNKNOWN ||
        guess->weight > c->guess.weight)
      c->guess = *guess;
    else if (guess->weight == c->guess.weight &&
             guess->type != c->guess.type)
      ties = c->tied = true;
  }
  if (ties) settle_ties(n);
}

void gloss_name_group(gloss_names *n) {
  full_names(n);
  if (!n->failed) short_of_several(n);
  if (!n->failed) index_words(n);
  if (!n->failed) gloss_name_short(n);
  if (!n->failed) settle(n);
}

/* acronyms.c - what the short forms of a document mean: what it says itself,
** or the one name that has these initials. */
#include "base/array.h"
#include "doc/doc_private.h"
#include "names/names.h"

/* ---- What the document says ---------------------------------------------- */

static bool define(gloss_names *n, gloss_slice short_form,
                   gloss_slice long_form) {
  size_t before = n->shorts.count;
  uint32_t number;
  if (!gloss_array_reserve(n->longs, n->longs_room, before + 1)) return false;
  number = gloss_intern_add(&n->shorts, short_form.bytes, short_form.len);
  if (number == GLOSS_NOT_INTERNED) return false;
  if (n->shorts.count > before) n->longs[number] = long_form;
  return true;
}

static gloss_slice slice_of(const gloss_names *n, const gloss_layer *layer,
                            size_t row, int column) {
  gloss_value value = gloss_layer_value(layer, row, column);
  gloss_span span = value.as.ref.span;
  if (value.kind != GLOSS_REF) return (gloss_slice){ "", 0 };
  return (gloss_slice){ n->text + span.start, span.end - span.start };
}

static void read_layer(gloss_names *n, const gloss_layer *layer) {
  int short_form = gloss_layer_find_column(layer, "short", 5);
  int long_form = gloss_layer_find_column(layer, "long", 4);
  for (size_t i = 0; i < gloss_layer_count(layer) && !n->failed; i++)
    if (!define(n, slice_of(n, layer, i, short_form),
                slice_of(n, layer, i, long_form)))
      n->failed = true;
}

static gloss_slice bytes_of(const gloss_names *n, gloss_span span) {
  return (gloss_slice){ n->text + span.start, span.end - span.start };
}

/* Looks for the short forms that are names here. */
static void find(gloss_names *n) {
  const gloss_acronym *list;
  size_t count;
  for (size_t k = 0; k < n->row_count; k++) {
    const gloss_name_form *form = &n->forms[n->rows[k].form];
    if (form->acronym && !gloss_acronyms_only(n->acronyms, form->text, NULL))
      n->failed = true;
  }
  if (!gloss_acronyms_find(n->acronyms, n->doc, 0, &list, &count, NULL))
    n->failed = true;
  for (size_t i = 0; i < count && !n->failed; i++)
    if (!define(n, bytes_of(n, list[i].short_form),
                bytes_of(n, list[i].long_form)))
      n->failed = true;
}

static void read_definitions(gloss_names *n) {
  const gloss_layer *layer = gloss_doc_layer(n->doc, "acronyms", 8);
  if (layer != NULL) read_layer(n, layer);
  else if (n->acronyms != NULL) find(n);
}

/* ---- Long forms ---------------------------------------------------------- */

/* The row that begins at a byte, or row_count. */
static size_t row_at(const gloss_names *n, uint32_t start) {
  size_t low = 0, high = n->row_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (n->rows[middle].span.start < start) low = middle + 1;
    else high = middle;
  }
  return low < n->row_count && n->rows[low].span.start == start ? low
                                                                : n->row_count;
}

/* Makes the name that begins a long form all of it: "Régie | nationale des
** transports (RNT)". What it covers is no name of its own. */
static void lengthen(gloss_names *n, gloss_span span) {
  size_t k = row_at(n, span.start), behind = k + 1;
  gloss_name_row *row = &n->rows[k];
  uint32_t first, last;
  if (k == n->row_count || row->span.end >= span.end || row->titled ||
      row->heading || gloss_name_is_linked(n, span))
    return;
  first = (uint32_t)gloss_doc_token_after(n->doc, span.start);
  last = (uint32_t)gloss_doc_token_after(n->doc, span.end) - 1;
  if (n->tokens.ends[last] != span.end ||
      gloss_names_has(n, last, n->is.number)) /* Acme Reader | 9 (AR9) */
    return;
  row->span = span;
  row->form = gloss_names_form(n, first, last, true);
  if (n->failed) return;
  row->guess = gloss_guess_of_long(n, &n->forms[row->form]);
  while (behind < n->row_count && n->rows[behind].span.start < span.end)
    behind++;
  memmove(row + 1, n->rows + behind, (n->row_count - behind) * sizeof *row);
  n->row_count -= behind - k - 1;
}

void gloss_name_define(gloss_names *n) {
  bool asked = false;
  for (size_t k = 0; k < n->row_count && !asked; k++)
    asked = n->forms[n->rows[k].form].acronym && !n->rows[k].heading;
  if (!asked) return;
  read_definitions(n);
  for (size_t i = 0; i < n->shorts.count && !n->failed; i++) {
    uint32_t start = (uint32_t)(n->longs[i].bytes - n->text);
    if (n->longs[i].len > 0)
      lengthen(n, (gloss_span){ start, start + (uint32_t)n->longs[i].len });
  }
}

/* ---- What initials say --------------------------------------------------- */

static size_t character(gloss_slice text) {
  size_t len = 1;
  while (len < text.len && ((unsigned char)text.bytes[len] & 0xC0) == 0x80)
    len++;
  return len;
}

/* MIF for Meridian Investment Fund: the capitals of its words. */
static gloss_slice initials_of(gloss_names *n, const gloss_name_form *form) {
  size_t len = 0;
  if (!gloss_array_reserve(n->joined, n->joined_room, form->text.len + 1)) {
    n->failed = true;
    return (gloss_slice){ NULL, 0 };
  }
  for (uint32_t i = 0; i < form->part_count; i++) {
    gloss_slice text = form->parts[i].text;
    size_t low_len, first = character(text);
    const char *low = gloss_intern_get(&n->low_numbers, form->parts[i].low,
                                       &low_len);
    if (low_len >= first && memcmp(low, text.bytes, first) == 0) continue;
    memcpy(n->joined + len, text.bytes, first);
    len += first;
  }
  return (gloss_slice){ n->joined, len };
}

/* Lists the clusters of full names by their initials (GLOSS_SEVERAL where two
** have the same) and by their names. */
static void read_names(gloss_names *n) {
  for (size_t i = 0; i < n->full_count && !n->failed; i++) {
    const gloss_name_form *form = &n->forms[n->clusters[n->full[i]].form];
    gloss_slice initials = initials_of(n, form);
    uint32_t *entry;
    if (form->part_count > 1 && initials.len > 1) {
      entry = gloss_name_entry(n, &n->initials, &n->initials_cluster,
                               &n->initials_room, initials);
      if (entry == NULL) return;
      *entry = *entry == GLOSS_NO_NAME ? n->full[i] : GLOSS_SEVERAL;
    }
    entry = gloss_name_entry(n, &n->names, &n->names_cluster, &n->names_room,
                             form->text);
    if (entry != NULL && *entry == GLOSS_NO_NAME) *entry = n->full[i];
  }
}

/* ---- Short forms --------------------------------------------------------- */

static uint32_t find_in(const gloss_intern *table, const uint32_t *clusters,
                        gloss_slice key) {
  uint32_t number = gloss_intern_find(table, key.bytes, key.len);
  if (number == GLOSS_NOT_INTERNED || clusters[number] == GLOSS_SEVERAL)
    return GLOSS_NO_NAME;
  return clusters[number];
}

/* Without full stops. */
static gloss_slice plain(gloss_names *n, gloss_slice text) {
  size_t len = 0;
  if (!gloss_array_reserve(n->joined, n->joined_room, text.len + 1)) {
    n->failed = true;
    return (gloss_slice){ NULL, 0 };
  }
  for (size_t i = 0; i < text.len; i++)
    if (text.bytes[i] != '.') n->joined[len++] = text.bytes[i];
  return (gloss_slice){ n->joined, len };
}

uint32_t gloss_name_acronym(gloss_names *n, gloss_slice text) {
  gloss_slice bare;
  uint32_t number;
  if (!n->acronyms_read) {
    n->acronyms_read = true;
    read_names(n);
  }
  bare = plain(n, text);
  if (n->failed) return GLOSS_NO_NAME;
  number = gloss_intern_find(&n->shorts, text.bytes, text.len);
  if (number == GLOSS_NOT_INTERNED)
    number = gloss_intern_find(&n->shorts, bare.bytes, bare.len);
  if (number != GLOSS_NOT_INTERNED)
    return find_in(&n->names, n->names_cluster, n->longs[number]);
  return find_in(&n->initials, n->initials_cluster, bare);
}

/* derived.c - the short forms of what a document names in full, in its text.
**
** A form may stand before the name in full: in a headline it does. All forms
** of a document make a small dictionary of their own (dict/few.h), so that they
** are found by the same rules as listed names. */
#include "base/array.h"
#include "base/error.h"
#include "dict/few.h"
#include "link/linker.h"

static const gloss_slice nothing = { "", 0 };

static gloss_slice word(const char *s) { return (gloss_slice){ s, strlen(s) }; }

/* ---- Which forms, and whom they may mean --------------------------------- */

/* The number of the derived name that is written so; GLOSS_NONE: no memory. */
static uint32_t name_of(gloss_linker *l, uint32_t form) {
  const gloss_short_form *f = &l->forms[form];
  size_t before = l->derived_keys.count;
  char *key;
  uint32_t n;
  if (!gloss_array_reserve(l->key, l->key_room, f->alias.len + 1))
    return GLOSS_NONE;
  key = l->key;
  memcpy(key, f->alias.bytes, f->alias.len);
  key[f->alias.len] = (char)f->letter_case;
  n = gloss_intern_add(&l->derived_keys, key, f->alias.len + 1);
  if (n == GLOSS_NOT_INTERNED || n < before) return n;
  if (!gloss_array_reserve(l->derived_names, l->derived_name_room, before + 1))
    return GLOSS_NONE;
  l->derived_names[n] = (gloss_derived_name){ form, 0, 0 };
  return n;
}

/* The form may mean the candidate's entity, unless that is known. */
static bool add_item(gloss_linker *l, uint32_t form, uint32_t candidate,
                     gloss_slice full) {
  uint32_t n = name_of(l, form), number = (uint32_t)l->item_count + 1;
  uint32_t whom[2] = { n, l->candidates[candidate].known };
  size_t before = l->derived_whom.count;
  gloss_derived_name *name;
  if (n == GLOSS_NONE) return false;
  n = gloss_intern_add(&l->derived_whom, whom, sizeof whom);
  if (n == GLOSS_NOT_INTERNED) return false;
  if (n < before) return true;
  if (!gloss_array_reserve(l->derived_items, l->item_room, l->item_count + 1))
    return false;
  l->derived_items[l->item_count++] =
      (gloss_derived_item){ candidate, 0, full };
  name = &l->derived_names[whom[0]];
  if (name->first == 0) name->first = number;
  else l->derived_items[name->last - 1].next = number;
  name->last = number;
  return true;
}

static bool add_forms(gloss_linker *l, uint32_t candidate, gloss_slice full) {
  uint32_t n = gloss_link_find_full(l, &l->candidates[candidate], full);
  if (n == GLOSS_NONE || l->name_rows[n].seen == l->serial) return true;
  l->name_rows[n].seen = l->serial;
  for (uint32_t f = l->name_rows[n].first; f != 0; f = l->forms[f - 1].next)
    if (!add_item(l, f - 1, candidate, full)) return false;
  return true;
}

/* A form for this document alone, which is not kept. */
static bool add_defined(gloss_linker *l, const gloss_mention *m) {
  gloss_slice alias = gloss_link_defined(l, m->span);
  gloss_slice full = { l->text + m->span.start, m->span.end - m->span.start };
  if (alias.len == 0 || m->chosen == GLOSS_NONE) return true;
  if (!gloss_array_reserve(l->forms, l->form_room, l->form_count + 1))
    return false;
  l->forms[l->form_count++] =
      (gloss_short_form){ alias, word("acronym"), GLOSS_EXACT, 0 };
  return add_item(l, (uint32_t)l->form_count - 1, m->chosen, full);
}

static bool collect(gloss_linker *l, const gloss_mentions *m) {
  gloss_slice full;
  for (size_t i = 0; i < m->count; i++) {
    if (!add_defined(l, &m->rows[i])) return false;
    for (size_t k = 0; gloss_link_full_form(l, &m->rows[i], k, &full); k++)
      if (!add_forms(l, m->rows[i].chosen, full)) return false;
  }
  return true;
}

/* ---- A dictionary of them ------------------------------------------------ */

/* Each is an entity of the same number. */
static bool fill(const gloss_linker *l, gloss_few *few) {
  for (size_t i = 0; i < l->derived_keys.count; i++) {
    const gloss_short_form *f = &l->forms[l->derived_names[i].form];
    if (!gloss_few_add(few, f->alias, f->letter_case, (uint32_t)i))
      return false;
  }
  return true;
}

/* ---- Hits ---------------------------------------------------------------- */

static const gloss_derived_item *item_at(const gloss_linker *l, uint32_t i) {
  return &l->derived_items[i - 1];
}

static gloss_slice first_word(gloss_slice name) {
  size_t n = 0;
  while (n < name.len && name.bytes[n] != ' ') n++;
  return (gloss_slice){ name.bytes, n };
}

/* Where a derived name begins that may be a part of a longer one: where the
** given name of the only one it may mean stands, or as it is; GLOSS_NONE: it
** is a part of another name. */
static uint32_t whole_start(const gloss_linker *l, gloss_span span,
                            gloss_slice via, const gloss_mention *m) {
  const gloss_candidate *c = &l->candidates[l->list[m->first]];
  bool surname = gloss_same_bytes(via, word("surname"));
  bool personal = surname || gloss_same_bytes(via, word("given"));
  if (!personal || gloss_link_alone(l, span)) return span.start;
  if (!surname || m->count > 1 || gloss_link_followed(l, span.end))
    return GLOSS_NONE;
  return gloss_link_longer(l, span.start,
                           first_word(l->known[c->known].entity.name));
}

/* Lists whom the names of a hit may mean. */
static bool list_whom(gloss_linker *l, gloss_mention *m, const gloss_dict *d,
                      const gloss_hits *hits, const gloss_hit *h) {
  uint32_t serial = ++l->choices;
  m->first = (uint32_t)l->list_count;
  for (uint32_t i = 0; i < h->count; i++) {
    gloss_alias alias;
    if (!gloss_dict_alias(d, hits->candidates[h->first + i], &alias)) continue;
    for (uint32_t k = l->derived_names[alias.entity].first; k != 0;
         k = item_at(l, k)->next) {
      gloss_known *known =
          &l->known[l->candidates[item_at(l, k)->candidate].known];
      if (known->seen == serial) continue;
      known->seen = serial;
      if (!gloss_link_list(l, item_at(l, k)->candidate)) return false;
    }
  }
  m->count = (uint32_t)l->list_count - m->first;
  return true;
}

/* Takes the place of what it holds: Eugene, of Eugene A. Nida. */
static void drop_inside(gloss_linker *l, gloss_span span) {
  while (l->derived.count > 0 &&
         l->derived.rows[l->derived.count - 1].span.start >= span.start)
    l->derived.count--;
}

/* Does it hold, and is it longer than, all listed names that it shares text
** with: China Eastern, and China? */
static bool holds_listed(const gloss_linker *l, gloss_span span) {
  size_t i = gloss_link_reaching(&l->exact, span.start);
  for (; i < l->exact.count && l->exact.rows[i].span.start < span.end; i++) {
    gloss_span other = l->exact.rows[i].span;
    if (other.end > span.start &&
        (other.start < span.start || other.end > span.end ||
         other.end - other.start == span.end - span.start))
      return false;
  }
  return true;
}

/* These are no mentions of their own, unless all names are wanted. */
static bool put_inside(gloss_linker *l, gloss_span span) {
  size_t i = gloss_link_reaching(&l->exact, span.start);
  if (l->flags & GLOSS_LINK_ALL) return true;
  for (; i < l->exact.count && l->exact.rows[i].span.start < span.end; i++) {
    gloss_mention *m = &l->exact.rows[i];
    if (m->span.end <= span.start || m->inside) continue;
    m->inside = true;
    if (!gloss_link_note(l, m->span, l->list[m->first], GLOSS_LINK_OVERLAP,
                         nothing))
      return false;
  }
  return true;
}

/* Adds a hit that is a mention; `name` is the first of its names. */
static bool add_hit(gloss_linker *l, gloss_mention m, uint32_t name) {
  const gloss_derived_name *n = &l->derived_names[name];
  gloss_slice via = l->forms[n->form].via;
  uint32_t start = whole_start(l, m.span, via, &m);
  gloss_mention *row;
  if (start == GLOSS_NONE || gloss_link_touched(l, m.span.end))
    return gloss_link_note(l, m.span, l->list[m.first],
                           start == GLOSS_NONE ? GLOSS_LINK_PART
                                               : GLOSS_LINK_TOUCHED,
                           nothing);
  m.via = start < m.span.start ? word("variant") : via;
  m.form = item_at(l, n->first)->full;
  if (start < m.span.start &&
      gloss_link_overlap(&l->exact, (gloss_span){ start, m.span.end }) != NULL)
    return true;
  m.span.start = start;
  if (!put_inside(l, m.span)) return false;
  drop_inside(l, m.span);
  row = gloss_link_new_mention(&l->derived);
  if (row == NULL) return false;
  *row = m;
  return true;
}

static bool read_hits(gloss_linker *l, const gloss_dict *d,
                      const gloss_hits *hits) {
  for (size_t i = 0; i < hits->count; i++) {
    const gloss_hit *h = &hits->hits[i];
    gloss_mention m = { .span = { h->start, h->end }, .chosen = GLOSS_NONE };
    gloss_alias alias;
    if (!holds_listed(l, m.span)) continue;
    if (!gloss_dict_alias(d, hits->candidates[h->first], &alias)) continue;
    if (!list_whom(l, &m, d, hits, h) || !add_hit(l, m, alias.entity))
      return false;
  }
  return true;
}

/* ---- Derived names and names with edits ---------------------------------- */

static uint32_t length(const gloss_mention *m) {
  return m->span.end - m->span.start;
}

/* Those of `m` that go before what they share text with in `others`: nothing,
** or (`longer`) what is not longer. */
static bool keep(gloss_linker *l, gloss_mentions *m,
                 const gloss_mentions *others, bool longer) {
  size_t kept = 0;
  for (size_t i = 0; i < m->count; i++) {
    gloss_mention *row = &m->rows[i];
    const gloss_mention *other = gloss_link_overlap(others, row->span);
    if (other == NULL || (longer && length(other) <= length(row)))
      m->rows[kept++] = *row;
    else if (!gloss_link_note(l, row->span, l->list[row->first],
                              GLOSS_LINK_OVERLAP, nothing))
      return false;
  }
  m->count = kept;
  return gloss_link_reach(m);
}

/* A derived name goes before one with edits, unless it is a part of it. */
static bool settle(gloss_linker *l) {
  return gloss_link_reach(&l->fuzzy) &&
         keep(l, &l->derived, &l->fuzzy, true) &&
         keep(l, &l->fuzzy, &l->derived, false);
}

static bool find(gloss_linker *l, gloss_error *err) {
  gloss_few few = { 0 };
  const gloss_dict *d = NULL;
  gloss_hits hits;
  bool ok = fill(l, &few) || gloss_no_memory(err);
  if (ok && few.count > 0) d = gloss_few_make(&few, err);
  ok = ok && (few.count == 0 || d != NULL);
  if (ok && d != NULL)
    ok = gloss_dict_find(d, l->doc, 0, &hits, err) &&
         (read_hits(l, d, &hits) || gloss_no_memory(err));
  if (ok && !settle(l)) ok = gloss_no_memory(err);
  gloss_few_free(&few);
  return ok;
}

/* The forms that are left at the end are those that were answered. */
bool gloss_link_derive(gloss_linker *l, gloss_error *err) {
  size_t answered = l->form_count;
  bool ok;
  gloss_intern_clear(&l->derived_keys);
  gloss_intern_clear(&l->derived_whom);
  l->item_count = 0;
  ok = collect(l, &l->exact) && collect(l, &l->fuzzy);
  if (!ok) gloss_no_memory(err);
  if (ok && l->derived_keys.count > 0)
    ok = find(l, err) && gloss_link_choose_all(l, &l->derived, err);
  l->form_count = answered;
  return ok;
}

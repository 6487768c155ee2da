/* mentions.c - where the names of the dictionaries stand in a document. */
#include "base/array.h"
#include "base/error.h"
#include "link/linker.h"

#include <stdlib.h>

gloss_mention *gloss_link_new_mention(gloss_mentions *m) {
  gloss_mention *row;
  if (!gloss_array_reserve(m->rows, m->room, m->count + 1)) return NULL;
  row = &m->rows[m->count++];
  memset(row, 0, sizeof *row);
  row->chosen = GLOSS_NONE;
  return row;
}

bool gloss_link_list(gloss_linker *l, uint32_t candidate) {
  if (!gloss_array_reserve(l->list, l->list_room, l->list_count + 1))
    return false;
  l->list[l->list_count++] = candidate;
  return true;
}

/* ---- What shares text with what ------------------------------------------ */

bool gloss_link_reach(gloss_mentions *m) {
  uint32_t end = 0;
  if (!gloss_array_reserve(m->reach, m->reach_room, m->count)) return false;
  for (size_t i = 0; i < m->count; i++) {
    if (m->rows[i].span.end > end) end = m->rows[i].span.end;
    m->reach[i] = end;
  }
  return true;
}

size_t gloss_link_reaching(const gloss_mentions *m, uint32_t start) {
  size_t low = 0, high = m->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (m->reach[middle] <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

const gloss_mention *gloss_link_overlap(const gloss_mentions *m,
                                        gloss_span span) {
  size_t i = gloss_link_reaching(m, span.start);
  return i < m->count && m->rows[i].span.start < span.end ? &m->rows[i] : NULL;
}

/* Addresses of the web and of mail: a name inside one is no mention. */
static bool read_addresses(gloss_linker *l) {
  gloss_token_columns t = gloss_doc_token_columns(l->doc);
  l->address_count = 0;
  for (size_t i = 0; i < t.count; i++) {
    if (t.kinds[i] != GLOSS_URL && t.kinds[i] != GLOSS_EMAIL) continue;
    if (!gloss_array_reserve(l->addresses, l->address_room,
                             l->address_count + 1))
      return false;
    l->addresses[l->address_count++] =
        (gloss_span){ t.starts[i], t.ends[i] };
  }
  return true;
}

/* Inside an address, and not all of it (Example.com)? */
static bool in_address(const gloss_linker *l, gloss_span span) {
  size_t i = gloss_spans_after(l->addresses, l->address_count, span.start);
  gloss_span address;
  if (i == l->address_count) return false;
  address = l->addresses[i];
  return address.start < span.end &&
         (address.start < span.start || address.end > span.end);
}

/* ---- Hits ---------------------------------------------------------------- */

/* Is a generated name one word of a name with an article, The Guardian, that
** stands here without one? */
static bool lacks_article(const gloss_linker *l, const gloss_candidate *c,
                          gloss_span span) {
  gloss_slice name = l->known[c->known].entity.name, alias = c->alias.text;
  return c->alias.options.generated && name.len == alias.len + 4 &&
         memcmp(name.bytes, "The ", 4) == 0 &&
         memcmp(name.bytes + 4, alias.bytes, alias.len) == 0 &&
         memchr(alias.bytes, ' ', alias.len) == NULL &&
         !gloss_link_has_article(l, span.start);
}

static bool add_candidate(gloss_linker *l, uint32_t dict, uint32_t alias,
                          gloss_span span) {
  gloss_candidate *c;
  if (!gloss_array_reserve(l->candidates, l->candidate_room,
                           l->candidate_count + 1))
    return false;
  c = &l->candidates[l->candidate_count];
  c->dict = dict;
  if (!gloss_dict_alias(l->dicts[dict], alias, &c->alias) ||
      c->alias.entity == GLOSS_NO_ENTITY)
    return true;
  c->known = gloss_link_know(l, dict, c->alias.entity);
  if (c->known == GLOSS_NONE) return false;
  return lacks_article(l, c, span) ||
         gloss_link_list(l, (uint32_t)l->candidate_count++);
}

static bool has_small_letter(gloss_slice s) {
  for (size_t i = 0; i < s.len; i++)
    if (s.bytes[i] >= 'a' && s.bytes[i] <= 'z') return true;
  return false;
}

/* Is it a generated form that belongs to something else: US$, US-412, or a
** place without its region in a longer name, Tulsa Transit? */
static bool is_touched(const gloss_linker *l, const gloss_mention *m) {
  for (uint32_t i = 0; i < m->count; i++)
    if (!l->candidates[l->list[m->first + i]].alias.options.generated)
      return false;
  return gloss_link_touched(l, m->span.end) ||
         (has_small_letter(l->candidates[l->list[m->first]].alias.text) &&
          !gloss_link_alone(l, m->span));
}

static bool add_hit(gloss_linker *l, uint32_t dict, const gloss_hits *hits,
                    const gloss_hit *h) {
  gloss_mentions *to = h->edits > 0 ? &l->fuzzy : &l->exact;
  gloss_span span = { h->start, h->end };
  gloss_mention *m;
  if (gloss_link_contraction(l, span.end) || in_address(l, span)) return true;
  m = gloss_link_new_mention(to);
  if (m == NULL) return false;
  m->span = span;
  m->first = (uint32_t)l->list_count;
  for (uint32_t i = 0; i < h->count; i++)
    if (!add_candidate(l, dict, hits->candidates[h->first + i], span))
      return false;
  m->count = (uint32_t)l->list_count - m->first;
  if (h->edits > 0) m->via = (gloss_slice){ "fuzzy", 5 };
  if (m->count > 0 && !is_touched(l, m)) return true;
  to->count--;
  return m->count == 0 ||
         gloss_link_note(l, span, l->list[m->first], GLOSS_LINK_TOUCHED,
                         (gloss_slice){ "", 0 });
}

/* ---- Several dictionaries ------------------------------------------------ */

int gloss_link_by_place(const void *left, const void *right) {
  const gloss_mention *a = left, *b = right;
  if (a->span.start != b->span.start)
    return a->span.start < b->span.start ? -1 : 1;
  if (a->span.end != b->span.end) return a->span.end > b->span.end ? -1 : 1;
  return a->order < b->order ? -1 : a->order > b->order;
}

void gloss_link_sort(gloss_mentions *m) {
  for (size_t i = 0; i < m->count; i++) m->rows[i].order = (uint32_t)i;
  for (size_t i = 1; i < m->count; i++) {
    if (gloss_link_by_place(&m->rows[i - 1], &m->rows[i]) < 0) continue;
    qsort(m->rows, m->count, sizeof *m->rows, gloss_link_by_place);
    return;
  }
}

/* Adds the candidates of another mention of the same place. */
static bool join(gloss_linker *l, gloss_mention *m,
                 const gloss_mention *other) {
  uint32_t first = (uint32_t)l->list_count;
  for (uint32_t i = 0; i < m->count; i++)
    if (!gloss_link_list(l, l->list[m->first + i])) return false;
  for (uint32_t i = 0; i < other->count; i++)
    if (!gloss_link_list(l, l->list[other->first + i])) return false;
  m->first = first;
  m->count += other->count;
  return true;
}

/* Leftmost, then longest, unless all are wanted; what is at one place joins. */
static bool merge(gloss_linker *l, gloss_mentions *m) {
  size_t kept = 0;
  uint32_t end = 0;
  gloss_link_sort(m);
  for (size_t i = 0; i < m->count; i++) {
    const gloss_mention *row = &m->rows[i];
    gloss_mention *before = kept > 0 ? &m->rows[kept - 1] : NULL;
    if (before != NULL && before->span.start == row->span.start &&
        before->span.end == row->span.end) {
      if (!join(l, before, row)) return false;
    } else if (l->flags & GLOSS_LINK_ALL || row->span.start >= end) {
      if (row->span.end > end) end = row->span.end;
      m->rows[kept++] = *row;
    } else if (!gloss_link_note(l, row->span, l->list[row->first],
                                GLOSS_LINK_OVERLAP, (gloss_slice){ "", 0 })) {
      return false;
    }
  }
  m->count = kept;
  return true;
}

/* The mentions that share no text with those of another list. */
static bool keep_free(gloss_linker *l, gloss_mentions *m,
                      const gloss_mentions *others) {
  size_t kept = 0;
  for (size_t i = 0; i < m->count; i++) {
    const gloss_mention *other = gloss_link_overlap(others, m->rows[i].span);
    if (other == NULL)
      m->rows[kept++] = m->rows[i];
    else if (!gloss_link_note(l, m->rows[i].span,
                              l->list[m->rows[i].first], GLOSS_LINK_OVERLAP,
                              (gloss_slice){ "", 0 }))
      return false;
  }
  m->count = kept;
  return true;
}

bool gloss_link_read(gloss_linker *l, gloss_error *err) {
  bool ok = read_addresses(l);
  for (size_t d = 0; ok && d < l->dict_count; d++) {
    gloss_hits hits;
    if (!gloss_dict_find(l->dicts[d], l->doc,
                         l->flags & GLOSS_LINK_ALL ? GLOSS_ALL_HITS : 0, &hits,
                         err))
      return false;
    for (size_t i = 0; ok && i < hits.count; i++)
      ok = add_hit(l, (uint32_t)d, &hits, &hits.hits[i]);
  }
  if (l->dict_count > 1)
    ok = ok && merge(l, &l->exact) && gloss_link_reach(&l->exact) &&
         keep_free(l, &l->fuzzy, &l->exact) && merge(l, &l->fuzzy);
  ok = ok && gloss_link_reach(&l->exact);
  return ok || gloss_no_memory(err);
}

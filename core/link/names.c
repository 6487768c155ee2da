/* names.c - names in full, and the short forms that the caller gives them.
**
** What is learnt of a name serves all documents to come, until it is much. */
#include "base/array.h"
#include "base/error.h"
#include "link/linker.h"

/* Above these, what was learnt is forgotten. */
enum { MOST_NAMES = 1 << 15, MOST_CELLS = 1 << 14, MOST_BYTES = 8 << 20 };
/* Longer names have no short forms. */
enum { MOST_FORM = 1024, HEAD = 2 * sizeof(uint32_t) };

/* The key of a full name: dictionary, entity, form. */
static size_t make_key(const gloss_candidate *c, gloss_slice form,
                       char key[HEAD + MOST_FORM]) {
  uint32_t head[2] = { c->dict, c->alias.entity };
  memcpy(key, head, HEAD);
  memcpy(key + HEAD, form.bytes, form.len);
  return HEAD + form.len;
}

static bool has_words(gloss_slice form) {
  for (size_t i = 1; i + 1 < form.len; i++) {
    unsigned char c = (unsigned char)form.bytes[i];
    if (c == ' ' || (c >= '\t' && c <= '\r') ||
        (c == 0xA0 && (unsigned char)form.bytes[i - 1] == 0xC2))
      return form.len <= MOST_FORM;
  }
  return false;
}

bool gloss_link_full_form(const gloss_linker *l, const gloss_mention *m,
                          size_t i, gloss_slice *form) {
  gloss_slice text = { l->text + m->span.start, m->span.end - m->span.start };
  if (m->chosen == GLOSS_NONE) return false;
  *form = l->candidates[m->chosen].alias.text;
  if (i > 0) { /* with edits, as the text spells it */
    if (i > 1 || m->via.len == 0 || gloss_same_bytes(text, *form))
      return false;
    *form = text;
  }
  return has_words(*form);
}

uint32_t gloss_link_find_full(const gloss_linker *l, const gloss_candidate *c,
                              gloss_slice form) {
  char key[HEAD + MOST_FORM];
  size_t len = make_key(c, form, key);
  uint32_t n = gloss_intern_find(&l->names, key, len);
  return n == GLOSS_NOT_INTERNED ? GLOSS_NONE : n;
}

static bool ask(gloss_linker *l, const gloss_candidate *c, gloss_slice form) {
  char key[HEAD + MOST_FORM];
  size_t len = make_key(c, form, key), before = l->names.count;
  uint32_t n = gloss_intern_add(&l->names, key, len);
  const gloss_entity *e = &l->known[c->known].entity;
  if (n == GLOSS_NOT_INTERNED) return false;
  if (n < before) return true;
  if (!gloss_array_reserve(l->name_rows, l->name_room, before + 1) ||
      !gloss_array_reserve(l->asked, l->asked_room, l->asked_count + 1))
    return false;
  l->name_rows[n] = (gloss_full_name){ 0 };
  l->asked[l->asked_count++] = (gloss_asked){ n, { e->type, e->name, form } };
  return true;
}

static bool ask_for(gloss_linker *l, const gloss_mentions *m) {
  gloss_slice form;
  for (size_t i = 0; i < m->count; i++)
    for (size_t k = 0; gloss_link_full_form(l, &m->rows[i], k, &form); k++)
      if (!ask(l, &l->candidates[m->rows[i].chosen], form)) return false;
  return true;
}

bool gloss_link_ask_all(gloss_linker *l, gloss_error *err) {
  l->asking = true;
  return (ask_for(l, &l->exact) && ask_for(l, &l->fuzzy)) ||
         gloss_no_memory(err);
}

void gloss_link_forget(gloss_linker *l) {
  if (!l->asking && l->names.count < MOST_NAMES &&
      l->cells.count < MOST_CELLS && gloss_arena_bytes(l->arena) < MOST_BYTES)
    return;
  gloss_intern_clear(&l->names);
  gloss_intern_clear(&l->cells);
  gloss_arena_reset(l->arena);
  l->form_count = l->term_count = 0;
  l->asking = false;
}

/* ---- Asked and answered -------------------------------------------------- */

bool gloss_linker_ask(const gloss_linker *l, size_t i, gloss_link_ask *out) {
  if (i >= l->asked_count) return false;
  *out = l->asked[i].ask;
  return true;
}

/* A copy of the word that lives as long as the linker. */
static bool keep_via(gloss_linker *l, gloss_slice *via) {
  size_t before = l->via_numbers.count;
  uint32_t n = gloss_intern_add(&l->via_numbers, via->bytes, via->len);
  if (n == GLOSS_NOT_INTERNED) return false;
  if (n == before) {
    const char *bytes = gloss_arena_copy(l->vias, via->bytes, via->len);
    if (bytes == NULL ||
        !gloss_array_reserve(l->via_rows, l->via_room, before + 1))
      return false;
    l->via_rows[n] = (gloss_slice){ bytes, via->len };
  }
  *via = l->via_rows[n];
  return true;
}

bool gloss_linker_answer(gloss_linker *l, size_t i, gloss_slice alias,
                         gloss_slice via, gloss_case letter_case,
                         gloss_error *err) {
  gloss_full_name *name;
  uint32_t number = (uint32_t)l->form_count + 1;
  if (i >= l->asked_count)
    return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "no name was asked for");
  alias.bytes = gloss_arena_copy(l->arena, alias.bytes, alias.len);
  if (alias.bytes == NULL || !keep_via(l, &via) ||
      !gloss_array_reserve(l->forms, l->form_room, l->form_count + 1))
    return gloss_no_memory(err);
  l->forms[l->form_count++] = (gloss_short_form){ alias, via, letter_case, 0 };
  name = &l->name_rows[l->asked[i].name];
  if (name->first == 0) name->first = number;
  else l->forms[name->last - 1].next = number;
  name->last = number;
  return true;
}

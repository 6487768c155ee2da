/* linker.c - a linker: made, told its words, and led through a document. */
#include "link/linker.h"

#include "base/array.h"
#include "base/error.h"

#include <stdlib.h>

/* ---- New and free -------------------------------------------------------- */

gloss_linker *gloss_linker_new(const gloss_dict *const *dicts, size_t count,
                               gloss_error *err) {
  gloss_linker *l = calloc(1, sizeof *l);
  if (l != NULL) {
    l->dicts = malloc((count + 1) * sizeof *l->dicts);
    l->arena = gloss_arena_new();
    l->vias = gloss_arena_new();
    l->recent = calloc(GLOSS_LINK_RECENT, sizeof *l->recent);
  }
  if (l == NULL || l->dicts == NULL || l->arena == NULL || l->vias == NULL ||
      l->recent == NULL) {
    gloss_linker_free(l);
    gloss_no_memory(err);
    return NULL;
  }
  for (size_t i = 0; i < count; i++) l->dicts[i] = dicts[i];
  l->dict_count = count;
  l->columns.arena = l->vias;
  return l;
}

static void free_mentions(gloss_mentions *m) {
  free(m->rows);
  free(m->reach);
}

/* Lets go of the room for what belongs to one document. */
static void free_document(gloss_linker *l) {
  gloss_intern *const tables[] = { &l->ids, &l->types, &l->derived_keys,
                                   &l->derived_whom };
  void *const arrays[] = { l->known, l->type_rows, l->candidates, l->list,
                           l->kept, l->scores, l->scored, l->addresses,
                           l->asked, l->derived_names, l->derived_items,
                           l->lost, l->key };
  for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
    gloss_intern_free(tables[i]);
  for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++) free(arrays[i]);
  free_mentions(&l->exact);
  free_mentions(&l->fuzzy);
  free_mentions(&l->derived);
  gloss_link_forget_context(l);
  memset(&l->doc, 0, sizeof *l - offsetof(gloss_linker, doc));
}

void gloss_linker_free(gloss_linker *l) {
  if (l == NULL) return;
  free_document(l);
  for (int i = 0; i < GLOSS_LINK_LISTS; i++) gloss_intern_free(&l->words[i]);
  gloss_intern_free(&l->cells);
  gloss_intern_free(&l->names);
  gloss_intern_free(&l->via_numbers);
  free(l->recent);
  free(l->cell_rows);
  free(l->terms);
  free(l->name_rows);
  free(l->forms);
  free(l->via_rows);
  free(l->columns.names);
  gloss_arena_free(l->arena);
  gloss_arena_free(l->vias);
  free(l->dicts);
  free(l);
}

bool gloss_linker_word(gloss_linker *l, gloss_link_words list,
                       gloss_slice word, gloss_error *err) {
  return gloss_intern_add(&l->words[list], word.bytes, word.len) !=
             GLOSS_NOT_INTERNED ||
         gloss_no_memory(err);
}

/* ---- A document ---------------------------------------------------------- */

/* Candidates of a large document: its room is not kept for the next. */
enum { LARGE = 1 << 16 };

static void forget_document(gloss_linker *l) {
  if (l->candidate_room > LARGE || l->lost_room > LARGE) free_document(l);
  gloss_intern_clear(&l->ids);
  gloss_intern_clear(&l->types);
  l->exact.count = l->fuzzy.count = l->derived.count = 0;
  l->candidate_count = l->list_count = l->asked_count = l->lost_count = 0;
  l->choices = 0;
  gloss_link_forget_context(l);
}

bool gloss_linker_find(gloss_linker *l, gloss_doc *doc, unsigned flags,
                       gloss_period date, gloss_error *err) {
  forget_document(l);
  gloss_link_forget(l);
  l->doc = doc;
  l->text = gloss_doc_text(doc, &l->len);
  l->flags = flags;
  l->date = date;
  if (++l->serial == 0) l->serial = 1; /* 0: no document */
  return gloss_link_read(l, err) && gloss_link_count(l, err) &&
         gloss_link_choose_all(l, &l->exact, err) &&
         gloss_link_choose_all(l, &l->fuzzy, err) &&
         (!(flags & GLOSS_LINK_DERIVED) || gloss_link_ask_all(l, err));
}

bool gloss_linker_add(gloss_linker *l, gloss_doc *doc, gloss_error *err) {
  if (doc == NULL || doc != l->doc)
    return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0,
                      "names of another document were found last");
  l->asking = false;
  if (l->flags & GLOSS_LINK_DERIVED && !gloss_link_derive(l, err))
    return false;
  if (!gloss_link_rows(l, err)) return false;
  l->doc = NULL;
  return true;
}

bool gloss_linker_lost(const gloss_linker *l, size_t i, gloss_link_lost *out) {
  if (i >= l->lost_count) return false;
  *out = l->lost[i];
  return true;
}

/* fuzzy_hits.c - checks, sorts and joins hits with edits. */
#include "dict/fuzzy_hits.h"

#include "dict/fuzzy.h"

#include <stdlib.h>

void gloss_fuzzy_hits_start(gloss_fuzzy_hits *f, const gloss_dict *dict,
                            const char *text, const gloss_verdict *verdict) {
  *f = (gloss_fuzzy_hits){ .dict = dict, .text = text, .verdict = verdict };
}

void gloss_fuzzy_hits_free(gloss_fuzzy_hits *f) { free(f->finds); }

/* Has it just been looked at? If not, now it has. */
static bool is_known(gloss_fuzzy_hits *f, gloss_fuzzy_place p) {
  for (unsigned i = 0; i < GLOSS_FUZZY_RECENT; i++) {
    const gloss_fuzzy_place *r = &f->recent[i];
    if (r->start == p.start && r->end == p.end && r->place == p.place)
      return true;
  }
  f->recent[f->next] = p;
  f->next = (f->next + 1) % GLOSS_FUZZY_RECENT;
  return false;
}

int gloss_fuzzy_hits_edits(const gloss_dict *dict, uint32_t place,
                           const char *text, size_t len) {
  const gloss_alias_record *r = gloss_dict_record(dict, place);
  if (r == NULL || (r->flags & GLOSS_ALIAS_EXCLUDE) ||
      r->number >= dict->alias_count ||
      gloss_utf8_check(gloss_record_text(r), r->len) != r->len)
    return 0;
  return gloss_fuzzy_edits(r, text, len);
}

bool gloss_fuzzy_hits_put(gloss_fuzzy_hits *f, gloss_fuzzy_find find) {
  gloss_fuzzy_find *wider =
      gloss_verdict_widen(f->finds, f->count, &f->room, sizeof *wider);
  if (wider == NULL) return false;
  f->finds = wider;
  f->finds[f->count++] = find;
  return true;
}

bool gloss_fuzzy_hits_add(gloss_fuzzy_hits *f, gloss_fuzzy_place p,
                          bool inside) {
  const gloss_alias_record *r;
  int edits;
  if (is_known(f, p)) return true;
  edits = gloss_fuzzy_hits_edits(f->dict, p.place, f->text + p.start,
                                 p.end - p.start);
  if (edits <= 0) return true;
  r = gloss_dict_record(f->dict, p.place);
  if (inside && !(r->flags & GLOSS_ALIAS_INSIDE)) return true;
  return gloss_fuzzy_hits_put(f,
                              (gloss_fuzzy_find){ p.start, p.end,
                                                  (uint32_t)edits, r->number,
                                                  r->entity });
}

/* ---- Joining ------------------------------------------------------------- */

static int compare_numbers(uint32_t a, uint32_t b) { return (a > b) - (a < b); }

/* By place, longest first; then by edits. */
static int compare_finds(const void *a, const void *b) {
  const gloss_fuzzy_find *x = a, *y = b;
  int order = compare_numbers(x->start, y->start);
  if (order == 0) order = compare_numbers(y->end, x->end);
  if (order == 0) order = compare_numbers(x->edits, y->edits);
  return order != 0 ? order : compare_numbers(x->alias, y->alias);
}

/* They come nearly in order: each goes to its place from behind, unless that
** takes long. */
static void sort_finds(gloss_fuzzy_find *finds, size_t count) {
  size_t moves = 0;
  for (size_t i = 1; i < count && moves <= 8 * count; i++) {
    gloss_fuzzy_find find = finds[i];
    size_t k = i;
    for (; k > 0 && compare_finds(&finds[k - 1], &find) > 0; k--, moves++)
      finds[k] = finds[k - 1];
    finds[k] = find;
  }
  if (moves > 8 * count) qsort(finds, count, sizeof *finds, compare_finds);
}

/* Is some of it hit, or excluded? `*hit` and `*wall` are where to begin, for
** finds come in order of their start. */
static bool is_taken(const gloss_verdict *v, const gloss_fuzzy_find *find,
                     size_t *hit, size_t *wall) {
  while (*hit < v->hit_count && v->hits[*hit].end <= find->start) ++*hit;
  if (*hit < v->hit_count && v->hits[*hit].start < find->end) return true;
  while (*wall < v->wall_count && v->walls[*wall].end <= find->start) ++*wall;
  for (size_t i = *wall; i < v->wall_count && v->walls[i].start < find->end;
       i++) {
    const gloss_ban *w = &v->walls[i];
    if (w->end > find->start &&
        (w->entity == GLOSS_NO_ENTITY || w->entity == find->entity))
      return true;
  }
  return false;
}

/* Closes the gaps that taken finds leave, and doubles. */
static void drop_taken(gloss_fuzzy_hits *f, const gloss_verdict *v) {
  size_t kept = 0, hit = 0, wall = 0;
  for (size_t i = 0; i < f->count; i++) {
    if (kept > 0 && compare_finds(&f->finds[kept - 1], &f->finds[i]) == 0)
      continue;
    if (!is_taken(v, &f->finds[i], &hit, &wall))
      f->finds[kept++] = f->finds[i];
  }
  f->count = kept;
}

/* Where the finds of one place end; `*fewest`: where those end that have as
** few edits as the first. */
static size_t end_of_place(const gloss_fuzzy_hits *f, size_t from,
                           size_t *fewest) {
  const gloss_fuzzy_find *first = &f->finds[from];
  size_t i = from;
  while (i < f->count && f->finds[i].start == first->start &&
         f->finds[i].end == first->end && f->finds[i].edits == first->edits)
    i++;
  *fewest = i;
  while (i < f->count && f->finds[i].start == first->start &&
         f->finds[i].end == first->end)
    i++;
  return i;
}

/* Adds hits behind those that are there. */
static bool add_hits(const gloss_fuzzy_hits *f, gloss_verdict *v) {
  uint32_t taken = 0;
  for (size_t i = 0, next, fewest; i < f->count; i = next) {
    const gloss_fuzzy_find *first = &f->finds[i];
    next = end_of_place(f, i, &fewest);
    if (!v->all && first->start < taken) continue;
    taken = first->end;
    for (size_t k = i; k < fewest; k++)
      if (!gloss_verdict_add_candidate(v, f->finds[k].alias)) return false;
    if (!gloss_verdict_add_hit(v, first->start, first->end, first->edits,
                               v->candidate_count - (fewest - i)))
      return false;
  }
  return true;
}

/* Merges two sorted halves of the hits, `exact` of them in the first. */
static bool merge(gloss_verdict *v, size_t exact) {
  size_t more = v->hit_count - exact, to = v->hit_count;
  gloss_hit *late;
  if (more == 0) return true; /* there may be no hits at all */
  late = malloc(more * sizeof *late);
  if (late == NULL) return false;
  memcpy(late, v->hits + exact, more * sizeof *late);
  while (more > 0) {
    if (exact > 0 && v->hits[exact - 1].start > late[more - 1].start)
      v->hits[--to] = v->hits[--exact];
    else v->hits[--to] = late[--more];
  }
  free(late);
  return true;
}

bool gloss_fuzzy_hits_join(gloss_fuzzy_hits *f, gloss_verdict *v) {
  size_t exact = v->hit_count;
  if (f->count == 0) return true;
  sort_finds(f->finds, f->count);
  drop_taken(f, v);
  return add_hits(f, v) && merge(v, exact);
}

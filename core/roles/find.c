/* find.c - finds roles around the names of a text. */
#include "base/error.h"
#include "clauses/reader.h"
#include "roles/finder.h"
#include "roles/roles.h"

/* Where the name that items first..last end begins: the Fund for | Safe
** Routes. */
static int whole(const gloss_role_finder *f, int first) {
  const gloss_clauses *list = f->list;
  int before = first - 2;
  if (!gloss_is(list, first - 1, GLOSS_KIND_PREPOSITION) || before < f->a ||
      !gloss_in(list, before, GLOSS_SET_BODIES) ||
      !gloss_is(list, before, GLOSS_KIND_NAME))
    return first;
  while (before > f->a && gloss_is(list, before - 1, GLOSS_KIND_NAME))
    before--;
  return before;
}

/* The roles of the name that items first..last make. */
static void read_name(gloss_role_finder *f, int first, int last) {
  const gloss_clauses *list = f->list;
  int begins = whole(f, first);
  gloss_item_range holder = { begins, last };
  if (first == last && gloss_role_is_label(list, first)) return;
  if (begins == first && first < last && gloss_role_ends_title(f, first))
    holder.first = begins = first + 1;            /* Secretary of State | Roe */
  else if (begins == first)
    holder.first = gloss_role_title_inside(f, first, last);
  holder.first = gloss_role_behind_titles(f, holder.first, last);
  if (gloss_in(list, last, GLOSS_SET_OFFICE_ROLES)) return; /* a role alone */
  if (holder.first == begins) gloss_role_before(f, holder);
  gloss_role_apposition(f, holder);
  gloss_role_relative(f, holder, gloss_role_behind(list, last + 1));
  gloss_role_clause(f, holder);
}

/* Is there a word for a role near the name that begins at item `k`? Names come
** in order. */
static bool near_office(gloss_role_finder *f, int k) {
  const int *offices = f->list->offices.at;
  int before = k - gloss_role_reach(f, GLOSS_NUMBER_OFFICE_BEFORE);
  while (offices[f->office] < before) f->office++;
  return offices[f->office] <=
         k + gloss_role_reach(f, GLOSS_NUMBER_NAME_WORDS) +
             gloss_role_reach(f, GLOSS_NUMBER_OFFICE_BEHIND);
}

/* The last item of the name that begins at item `first`. */
static int end_of_name(const gloss_role_finder *f, int first) {
  const gloss_clauses *list = f->list;
  int stop = first + gloss_role_reach(f, GLOSS_NUMBER_NAME_WORDS), k = first;
  uint32_t end;
  while (k < f->b && k < stop && gloss_is(list, k + 1, GLOSS_KIND_NAME)) k++;
  end = gloss_role_entity_end(f, first, k);                 /* Channel | 8 */
  while (k < f->b && list->items[k + 1].end <= end) k++;
  return k;
}

static void read_unit(gloss_role_finder *f, const gloss_unit *unit) {
  f->a = unit->first;
  f->b = unit->last;
  f->unit = f->count;
  for (int k = f->a; k <= f->b; k++) {
    int first = k;
    if (!gloss_is(f->list, k, GLOSS_KIND_NAME)) continue;
    k = end_of_name(f, first);
    if (near_office(f, first)) read_name(f, first, k);
  }
}

bool gloss_roles_find(gloss_clauses *list, gloss_error *err) {
  gloss_role_finder f = { .list = list, .office = 1 };
  int u = 0;
  if (!gloss_known_rows_read(&f.entities, list->doc, "entities",
                              list->arena))
    return gloss_no_memory(err);
  for (int i = 1; i <= list->offices.count; i++) {
    if (u > 0 && list->units[u].last >= list->offices.at[i]) continue;
    do u++;
    while (list->units[u].last < list->offices.at[i]);
    read_unit(&f, &list->units[u]);
  }
  if (f.no_memory) return gloss_no_memory(err);
  return gloss_role_layer(&f, err);
}

bool gloss_reader_roles(gloss_reader *reader, gloss_doc *doc,
                        gloss_error *err) {
  gloss_clauses *list = gloss_reader_read(reader, doc, false, err);
  return list != NULL && gloss_roles_find(list, err) &&
         (gloss_clauses_kept(list) || gloss_no_memory(err));
}

/* links.h - which entities of dictionaries the rows of a layer may mean, and
** what the dictionaries know of them. Lives in the document; borrows the
** linker's dictionaries. */
#ifndef GLOSS_LINK_LINKS_H
#define GLOSS_LINK_LINKS_H

#include "base/arena.h"
#include "gloss.h"

/* The columns of some dictionaries by their names, found when first asked for,
** since a large one must be read for it. Kept by the linker. */
typedef struct gloss_link_columns {
  gloss_arena *arena; /* of the names */
  const char **names; /* NUL-terminated; NULL behind the last */
  size_t count, room;
  bool known;
} gloss_link_columns;

typedef struct gloss_links {
  const gloss_dict *const *dicts;
  size_t dict_count;
  gloss_link_columns *columns;
  gloss_period date;           /* the document's */
  const gloss_linked *list;    /* of all rows */
  const uint32_t *starts;      /* by row: its first of the list; and an end */
  size_t count;                /* rows */
} gloss_links;

/* The columns that can be asked for, NULL behind the last: those of the
** dictionaries, and "role". NULL: no memory. */
const char *const *gloss_links_columns(const gloss_links *links);
/* The i-th value (from 0) of a column for the entity that a row means: the
** cell, or of "role" what it was on the document's date. false: no more. */
bool gloss_links_value(const gloss_links *links, size_t row,
                       gloss_slice column, size_t i, gloss_slice *value);

#endif

/* annotations.h - the rows of a layer by place: which entity, which name
** stands here? Lives in the document. */
#ifndef GLOSS_CLAUSES_ANNOTATIONS_H
#define GLOSS_CLAUSES_ANNOTATIONS_H

#include "base/arena.h"
#include "gloss.h"

typedef struct gloss_known_rows {
  const gloss_layer *layer; /* NULL: no row */
  const uint32_t *rows;     /* those that are not masked; NULL: all are */
  size_t count;
  int id, name, type;       /* columns; -1 where there is none */
} gloss_known_rows;

#define GLOSS_UNKNOWN_ROW SIZE_MAX

/* The rows of the layer called so; none where there is no such layer. What it
** needs comes from `arena`. false: no memory. */
bool gloss_known_rows_read(gloss_known_rows *a, const gloss_doc *doc,
                            const char *layer, gloss_arena *arena);
/* The first row that shares a byte with start..end, or GLOSS_UNKNOWN_ROW. */
size_t gloss_known_rows_over(const gloss_known_rows *a, uint32_t start,
                              uint32_t end);
gloss_span gloss_known_row_span(const gloss_known_rows *a, size_t row);
/* A column of a row; nil where its layer, which any step may give, has no such
** column, and for GLOSS_UNKNOWN_ROW. */
gloss_value gloss_known_row_value(const gloss_known_rows *a, size_t row,
                                   int column);
/* Does its type say that it is a person; known: does it have a type? */
bool gloss_known_row_person(const gloss_known_rows *a, size_t row,
                             bool *known);

#endif

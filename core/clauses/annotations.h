/* annotations.h - the rows of a layer by place: which entity, which name
** stands here? Lives in the document. */
#ifndef GLOSS_CLAUSES_ANNOTATIONS_H
#define GLOSS_CLAUSES_ANNOTATIONS_H

#include "base/arena.h"
#include "gloss.h"

typedef struct gloss_annotations {
  const gloss_layer *layer; /* NULL: no row */
  const uint32_t *rows;     /* those that are not masked; NULL: all are */
  size_t count;
  int id, name, type;       /* columns; -1 where there is none */
} gloss_annotations;

#define GLOSS_NO_ROW SIZE_MAX

/* The rows of the layer called so; none where there is no such layer. What it
** needs comes from `arena`. false: no memory. */
bool gloss_annotations_read(gloss_annotations *a, const gloss_doc *doc,
                            const char *layer, gloss_arena *arena);
/* The first row that shares a byte with start..end, or GLOSS_NO_ROW. */
size_t gloss_annotations_over(const gloss_annotations *a, uint32_t start,
                              uint32_t end);
gloss_span gloss_annotation_span(const gloss_annotations *a, size_t row);
/* A column of a row; nil where its layer, which any step may give, has no such
** column, and for GLOSS_NO_ROW. */
gloss_value gloss_annotation_value(const gloss_annotations *a, size_t row,
                                   int column);
/* Does its type say that it is a person; known: does it have a type? */
bool gloss_annotation_person(const gloss_annotations *a, size_t row,
                             bool *known);

#endif

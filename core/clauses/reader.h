/* reader.h - who reads documents for the steps quotes and roles: words are
** remembered, and a document that both ask for is read once. */
#ifndef GLOSS_CLAUSES_READER_H
#define GLOSS_CLAUSES_READER_H

#include "clauses/items.h"

/* The words of a document, good until another is read; with the turns of a
** transcript as quotations where `spoken`. NULL: a failure. */
gloss_clauses *gloss_reader_read(gloss_reader *reader, gloss_doc *doc,
                                 bool spoken, gloss_error *err);

/* Could all be kept that was asked for, what rules fitted and lost, too? */
static inline bool gloss_clauses_kept(const gloss_clauses *list) {
  return list->log == NULL || !list->log->failed;
}

#endif

/* gloss_acronyms.h - short forms that a text defines; part of gloss.h.
**
** A short form stands in or before a bracket, and its long form beside it; how
** well the letters of the one fit the words of the other is a score
** (docs/acronyms.md). Words, weights and limits are told by the caller.
**
** A finder is filled, then used; one thread at a time. */
#ifndef GLOSS_ACRONYMS_H
#define GLOSS_ACRONYMS_H

#include "gloss.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gloss_acronyms gloss_acronyms;

GLOSS_API gloss_acronyms *gloss_acronyms_new(gloss_error *err);
GLOSS_API void gloss_acronyms_free(gloss_acronyms *acronyms); /* NULL: fine */
/* Adds a word to a list ("small"); lists that are looked through keep their
** order. GLOSS_BAD_ARGUMENT: there is no such list; GLOSS_BAD_REGEX,
** GLOSS_NO_MEMORY. */
GLOSS_API bool gloss_acronyms_word(gloss_acronyms *acronyms, const char *list,
                                   gloss_slice word, gloss_error *err);
/* A weight or a limit, by its name. GLOSS_BAD_ARGUMENT: there is none. */
GLOSS_API bool gloss_acronyms_number(gloss_acronyms *acronyms,
                                     const char *name, double value,
                                     gloss_error *err);

enum {
  GLOSS_ACRONYMS_LEGENDS = 1, /* keys of tables, too: MIF = ... */
  GLOSS_ACRONYMS_EXPLAIN = 2  /* keep what is none, and why */
};

typedef struct gloss_acronym {
  gloss_span short_form, long_form;
  const char *rule;
  double score; /* for each letter, at most 2 */
} gloss_acronym;

/* The next search, and no other, looks for this short form and those that were
** named like this before it alone. */
GLOSS_API bool gloss_acronyms_only(gloss_acronyms *acronyms,
                                   gloss_slice short_form, gloss_error *err);
/* The definitions in a document, in the order of their brackets; they live
** until the next search. GLOSS_NO_MEMORY, GLOSS_LIMIT. */
GLOSS_API bool gloss_acronyms_find(gloss_acronyms *acronyms, gloss_doc *doc,
                                   unsigned flags, const gloss_acronym **list,
                                   size_t *count, gloss_error *err);
/* The same as the layer `acronyms`: short, long, rule, score. GLOSS_TOO_LATE. */
GLOSS_API bool gloss_acronyms_add(gloss_acronyms *acronyms, gloss_doc *doc,
                                  unsigned flags, gloss_error *err);

typedef struct gloss_acronyms_lost {
  gloss_span span; /* of the short form */
  const char *rule;
  double score;    /* of what came nearest; 0: no letters fit */
} gloss_acronyms_lost;
/* The i-th (from 0) that could be one and is none; false: no more. */
GLOSS_API bool gloss_acronyms_why(const gloss_acronyms *acronyms, size_t i,
                                  gloss_acronyms_lost *out);

#ifdef __cplusplus
}
#endif

#endif

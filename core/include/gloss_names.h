/* gloss_names.h - names without a dictionary; part of gloss.h.
**
** A name is found by how it is written: a run of words with a capital, cut
** where titles stand, dropped where the document writes it otherwise, too. The
** names of a document that mean the same are one cluster. What the words are,
** the caller says: classes of tokens (bits of a matcher), sets of words in
** lower case, numbers. docs/names.md has the rules.
**
** A finder is filled, then used; it keeps what it has learnt of words and
** texts from document to document. One thread at a time. */
#ifndef GLOSS_NAMES_H
#define GLOSS_NAMES_H

#include "gloss.h"
#include "gloss_acronyms.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gloss_names gloss_names;

/* `classes` gives tokens their bits, `acronyms` (NULL: nobody) finds what short
** forms mean; they must outlive it. `casing` says by which of the bits letter
** case is read, and where its own begin. */
GLOSS_API gloss_names *gloss_names_new(gloss_matcher *classes,
                                       gloss_casing casing,
                                       gloss_acronyms *acronyms,
                                       gloss_error *err);
GLOSS_API void gloss_names_free(gloss_names *names); /* NULL is fine */
/* The bits of a class of tokens, by its name ("CAP"); one that is not told
** holds nothing. GLOSS_BAD_ARGUMENT: there is no such class. */
GLOSS_API bool gloss_names_class(gloss_names *names, const char *name,
                                 uint64_t bits, gloss_error *err);
/* Adds a word, or a text with single blanks, to a set ("common"); in lower
** case. GLOSS_BAD_ARGUMENT: there is no such set; GLOSS_NO_MEMORY. */
GLOSS_API bool gloss_names_word(gloss_names *names, const char *set,
                                gloss_slice word, gloss_error *err);
/* A weight, a limit or a flag, by its name ("longest_name").
** GLOSS_BAD_ARGUMENT: there is no such number. */
GLOSS_API bool gloss_names_number(gloss_names *names, const char *name,
                                  int64_t value, gloss_error *err);

enum { GLOSS_NAMES_EXPLAIN = 1 }; /* keep what was no name, and why */

/* Finds the names of a document that share no byte with its layer `entities`,
** groups them, and adds the layer `names`: name, type, reason, cluster, via.
** What short forms mean says the layer `acronyms`, or the finder where there is
** none. GLOSS_TOO_LATE, GLOSS_NO_MEMORY, GLOSS_LIMIT. */
GLOSS_API bool gloss_names_add(gloss_names *names, gloss_doc *doc,
                               unsigned flags, gloss_error *err);

typedef struct gloss_names_lost {
  gloss_span span;
  const char *why;
} gloss_names_lost;
/* The i-th (from 0) that was no name; false: no more. */
GLOSS_API bool gloss_names_why(const gloss_names *names, size_t i,
                               gloss_names_lost *out);

#ifdef __cplusplus
}
#endif

#endif

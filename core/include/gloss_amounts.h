/* gloss_amounts.h - money, percent, quantities, counts and ordinals; part of
** gloss.h.
**
** A grammar finds phrases that may be amounts; what its rules make of them is
** declared rule by rule, and what the words around say is asked of word sets
** that a language fills (scripts/gloss/steps/amounts/ has both). An engine is
** filled, then used; one thread at a time. */
#ifndef GLOSS_AMOUNTS_H
#define GLOSS_AMOUNTS_H

#include "gloss.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gloss_amounts gloss_amounts;

typedef enum gloss_amount_kind {
  GLOSS_MONEY,
  GLOSS_PERCENT,
  GLOSS_QUANTITY,
  GLOSS_COUNT,
  GLOSS_ORDINAL,
  GLOSS_AMOUNT_KINDS
} gloss_amount_kind;

/* An engine over a grammar that is built and outlives it. NULL: no memory. */
GLOSS_API gloss_amounts *gloss_amounts_new(gloss_grammar *grammar,
                                           gloss_error *err);
GLOSS_API void gloss_amounts_free(gloss_amounts *amounts); /* NULL is fine */

/* The i-th word set or list of endings that an engine knows, and the i-th
** list; NULL behind the last. */
GLOSS_API const char *gloss_amounts_set_name(size_t i);
GLOSS_API const char *gloss_amounts_list_name(size_t i);
/* Adds a word, in lower case, to the set of that name; the empty word says that
** the language has the set. GLOSS_BAD_ARGUMENT: no such set; GLOSS_NO_MEMORY. */
GLOSS_API bool gloss_amounts_word(gloss_amounts *amounts, const char *set,
                                  gloss_slice word, gloss_error *err);
/* Adds what texts end with before a number, in lower case, to a list. */
GLOSS_API bool gloss_amounts_ending(gloss_amounts *amounts, const char *list,
                                    gloss_slice text, gloss_error *err);
/* An idiom with an ordinal that is none: what stands before and behind it, and
** the ordinal, each in lower case or empty. GLOSS_NO_MEMORY. */
GLOSS_API bool gloss_amounts_idiom(gloss_amounts *amounts, gloss_slice before,
                                   gloss_slice ordinal, gloss_slice after,
                                   gloss_error *err);

/* What a rule of the grammar makes of its words. */
typedef struct gloss_amount_rule {
  gloss_slice name;  /* as rows bear it */
  gloss_slice kind;  /* "money" ... */
  gloss_slice value; /* how its numbers are made, as core/amounts/values.c names
                        it */
  gloss_slice unit;  /* "currency", "unit" (what is captured so), a name, or
                        empty */
  gloss_slice other_unit;    /* where the words around tell another kind */
  const gloss_slice *unless; /* what speaks against it, as core/amounts/checks.c
                                names it, in the order in which it is asked */
  size_t unless_count;
} gloss_amount_rule;
/* The rules in the order of those of the grammar, one for each. Copied.
** GLOSS_BAD_ARGUMENT: a name that is none; GLOSS_NO_MEMORY. */
GLOSS_API bool gloss_amounts_rule(gloss_amounts *amounts,
                                  const gloss_amount_rule *rule,
                                  gloss_error *err);

/* Adds the layer `amounts` to a document. What shares a byte with a time is
** none: with a row of the layer `times`, or, where there is no such layer, with
** one of `times`, in text order. `explain`: gloss_amounts_note then tells what
** was found and what was lost. GLOSS_TOO_LATE: there is such a layer;
** GLOSS_NO_MEMORY. */
GLOSS_API bool gloss_amounts_read(gloss_amounts *amounts, gloss_doc *doc,
                                  const gloss_span *times, size_t time_count,
                                  bool explain, gloss_error *err);

/* A match of a rule, and what became of it. */
typedef struct gloss_amount_note {
  gloss_span span;
  uint32_t rule;
  uint32_t winner;  /* the rule that took its words; GLOSS_NO_RULE: none */
  const char *why;  /* it was refused; NULL: it became a row, or was beaten */
} gloss_amount_note;
#define GLOSS_NO_RULE UINT32_MAX
/* The i-th of the document read last; false behind the last. */
GLOSS_API bool gloss_amounts_note(const gloss_amounts *amounts, size_t i,
                                  gloss_amount_note *note);

#ifdef __cplusplus
}
#endif
#endif

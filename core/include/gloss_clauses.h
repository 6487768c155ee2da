/* gloss_clauses.h - who said what, and who is what; part of gloss.h.
**
** A lexicon has the words of a language: sets of words, verbs and nouns that
** report, phrases that name a source (docs/quotes.md). It is filled, closed,
** then only read; any number of threads may. Words are in lower case. */
#ifndef GLOSS_CLAUSES_H
#define GLOSS_CLAUSES_H

#include "gloss.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gloss_lexicon gloss_lexicon;

GLOSS_API gloss_lexicon *gloss_lexicon_new(gloss_error *err);
GLOSS_API void gloss_lexicon_free(gloss_lexicon *lexicon); /* NULL is fine */

/* All of these copy what they are given. GLOSS_BAD_ARGUMENT: no such name, or
** the lexicon is closed; GLOSS_TOO_LARGE, GLOSS_NO_MEMORY. Lists of words have
** white space between them. */

/* The i-th list of words (from 0) that rules ask for, or NULL. */
GLOSS_API const char *gloss_lexicon_list_name(size_t i);
/* Adds words to one. To a list "ends_..." it adds endings: "ed +ed !eed" are
** words that end so, that have something before it, that are not meant. */
GLOSS_API bool gloss_lexicon_list(gloss_lexicon *lexicon, gloss_slice name,
                                  gloss_slice words, gloss_error *err);
/* Says that something is so in the language; the i-th name, or NULL. */
GLOSS_API const char *gloss_lexicon_flag_name(size_t i);
GLOSS_API bool gloss_lexicon_says(gloss_lexicon *lexicon, gloss_slice name,
                                  gloss_error *err);
/* Gives a number that rules reckon with, from 0 to 1000; all must be given
** (scripts/gloss/steps/quotes/numbers.lua). The i-th name, or NULL. */
GLOSS_API const char *gloss_lexicon_number_name(size_t i);
GLOSS_API bool gloss_lexicon_reckon(gloss_lexicon *lexicon, gloss_slice name,
                                    double value, gloss_error *err);
/* How adverbs end. */
GLOSS_API bool gloss_lexicon_adverbs(gloss_lexicon *lexicon,
                                     gloss_slice ending, gloss_error *err);

/* What else words say: of a title and a personal pronoun which gender (one
** byte), of a verb which role leads so. */
typedef enum gloss_lexicon_fact {
  GLOSS_FACT_TITLE,
  GLOSS_FACT_PERSONAL,
  GLOSS_FACT_LEADS
} gloss_lexicon_fact;
GLOSS_API bool gloss_lexicon_word(gloss_lexicon *lexicon,
                                  gloss_lexicon_fact fact, gloss_slice word,
                                  gloss_slice value, gloss_error *err);

/* Adds a form of a verb: "finite past participle base ing noun"; its senses
** follow, those with most particles first. */
GLOSS_API bool gloss_lexicon_verb(gloss_lexicon *lexicon, gloss_slice form,
                                  gloss_slice flags, gloss_error *err);
/* Adds a sense to it: "said", "quote clause that", "of". */
GLOSS_API bool gloss_lexicon_sense(gloss_lexicon *lexicon,
                                   gloss_slice class_name,
                                   gloss_slice frames, gloss_slice particles,
                                   gloss_error *err);
/* A noun that reports, and the words that may stand behind it. */
GLOSS_API bool gloss_lexicon_noun(gloss_lexicon *lexicon, gloss_slice noun,
                                  gloss_slice class_name, gloss_slice frames,
                                  gloss_error *err);
/* A noun whose owner is a source, behind a preposition. */
GLOSS_API bool gloss_lexicon_owned(gloss_lexicon *lexicon, gloss_slice noun,
                                   gloss_slice class_name,
                                   gloss_slice preposition, gloss_error *err);
/* A phrase that names a source: "according to". */
GLOSS_API bool gloss_lexicon_source(gloss_lexicon *lexicon, gloss_slice words,
                                    gloss_error *err);
/* An adverb of several words: "so far". */
GLOSS_API bool gloss_lexicon_adverb_phrase(gloss_lexicon *lexicon,
                                           gloss_slice words,
                                           gloss_error *err);
/* Nothing can be added any more. GLOSS_BAD_ARGUMENT: a number lacks. */
GLOSS_API bool gloss_lexicon_close(gloss_lexicon *lexicon, gloss_error *err);

/* An office that somebody of the text holds, as a dictionary has it; empty
** where it does not say. */
typedef struct gloss_held_office {
  gloss_slice role, of_id; /* what it is of */
  gloss_slice id, name;    /* of who holds it */
} gloss_held_office;

/* What the step quotes is asked for. */
typedef struct gloss_quote_options {
  bool doubled_direct; /* the kind of what ''...'' encloses: direct */
  bool indirect;       /* rows for reported clauses, too */
  bool nested;         /* rows for quotations in quotations */
  bool roles;          /* "the envoy" is who holds that role */
  const gloss_held_office *held; /* for `roles`: besides what the text says */
  size_t held_count;
} gloss_quote_options;

/* Reads documents, one after the other, and remembers their words. The lexicon
** must be closed, and outlive it. One thread. GLOSS_NO_MEMORY. */
typedef struct gloss_reader gloss_reader;
GLOSS_API gloss_reader *gloss_reader_new(const gloss_lexicon *lexicon,
                                         gloss_error *err);
GLOSS_API void gloss_reader_free(gloss_reader *reader); /* NULL is fine */
/* A document that is read for one step is not read again for the other: say
** when the last one is gone, since the next may have its address. */
GLOSS_API void gloss_reader_forget(gloss_reader *reader);
/* Add the layers of the two steps. GLOSS_TOO_LATE: the document has it. */
GLOSS_API bool gloss_reader_quotes(gloss_reader *reader, gloss_doc *doc,
                                   const gloss_quote_options *options,
                                   gloss_error *err);
GLOSS_API bool gloss_reader_roles(gloss_reader *reader, gloss_doc *doc,
                                  gloss_error *err);

/* Keep what rules fitted and made no row; the i-th of these of the last layer,
** from 0; its strings live until the next. */
typedef struct gloss_clause_lost {
  gloss_span span;
  const char *layer, *rule, *why;
} gloss_clause_lost;
GLOSS_API void gloss_reader_explain(gloss_reader *reader, bool explains);
GLOSS_API bool gloss_reader_lost(const gloss_reader *reader, size_t i,
                                 gloss_clause_lost *out);

#ifdef __cplusplus
}
#endif

#endif

/* token_tests.h - what patterns ask of one token.
**
** A test is one question with a number: is its folded form "fund", is it
** punctuation, is it longer than 3? Tests of equality and of lists are found
** through tables of keys, so that their number costs nothing; the others are
** asked one by one. All is asked once of each distinct token. The tests never
** change once the patterns are built; what a thread needs while it asks is in
** a gloss_token_scratch. */
#ifndef GLOSS_MATCH_TOKEN_TESTS_H
#define GLOSS_MATCH_TOKEN_TESTS_H

#include "base/intern.h"
#include "gloss.h"
#include "language/stems.h"
#include "match/vocabulary.h"

/* The forms of a token that can be compared. */
typedef enum gloss_token_form {
  GLOSS_OF_FOLDED,
  GLOSS_OF_TEXT,
  GLOSS_OF_STEM,
  GLOSS_OF_SHAPE,
  GLOSS_TOKEN_FORMS
} gloss_token_form;

typedef enum gloss_compare {
  GLOSS_EQUAL,
  GLOSS_LESS,
  GLOSS_MOST, /* at most */
  GLOSS_MORE,
  GLOSS_LEAST /* at least */
} gloss_compare;

typedef enum gloss_test_of {
  GLOSS_TEST_KEY,    /* by the table of its form */
  GLOSS_TEST_KIND,   /* number */
  GLOSS_TEST_FLAG,   /* number: the bit */
  GLOSS_TEST_LENGTH, /* number, in characters */
  GLOSS_TEST_REGEX   /* of a form */
} gloss_test_of;

typedef struct gloss_token_test {
  gloss_test_of of;
  gloss_token_form form;
  gloss_compare compare;
  uint32_t number;
  gloss_regex *regex; /* owned */
} gloss_token_test;

/* A key of a form leads to the tests that it fulfils, a chain. */
typedef struct gloss_key_link {
  uint32_t test;
  uint32_t next; /* link + 1, 0: the last */
} gloss_key_link;

typedef struct gloss_token_tests {
  gloss_intern names; /* what a test asks, as bytes: its number */
  gloss_token_test *list;
  size_t list_room;
  gloss_intern keys[GLOSS_TOKEN_FORMS];
  uint32_t *chains[GLOSS_TOKEN_FORMS]; /* by key: link + 1 */
  size_t chain_room[GLOSS_TOKEN_FORMS];
  gloss_key_link *links;
  size_t link_count, link_room;
  uint32_t *others; /* tests that are not found by keys */
  size_t other_count, other_room;
  const char *stem_code; /* whose stems are asked; NULL: nobody's */
} gloss_token_tests;

#define GLOSS_NO_TEST UINT32_MAX

/* The number of a test, made when new; GLOSS_NO_TEST: no memory. */
uint32_t gloss_test_key(gloss_token_tests *tests, gloss_token_form form,
                        const char *key, size_t len);
uint32_t gloss_test_plain(gloss_token_tests *tests, gloss_test_of of,
                          gloss_compare compare, uint32_t number);
/* A test of a whole form by a regex, which it compiles. GLOSS_NO_TEST with
** GLOSS_BAD_REGEX or GLOSS_NO_MEMORY. */
uint32_t gloss_test_regex(gloss_token_tests *tests, gloss_token_form form,
                          const char *source, size_t len, bool caseless,
                          gloss_error *err);
/* A test whether a form is in the list called so; `*is_new`: it has no keys
** yet, and gloss_test_add_key gives them. */
uint32_t gloss_test_list(gloss_token_tests *tests, gloss_token_form form,
                         const char *list, size_t len, bool *is_new);
bool gloss_test_add_key(gloss_token_tests *tests, gloss_token_form form,
                        uint32_t test, const char *key, size_t len);
/* Does that key fulfil that test? */
bool gloss_test_has_key(const gloss_token_tests *tests, gloss_token_form form,
                        uint32_t test, const char *key, size_t len);
void gloss_token_tests_free(gloss_token_tests *tests);

/* What asking needs, and the answer. */
typedef struct gloss_token_scratch {
  const gloss_token_tests *tests;
  gloss_stemmer *stemmer;
  gloss_regex_scratch **regexes; /* by test; NULL until needed */
  uint32_t *found;               /* tests fulfilled, ascending */
  size_t count, room;
} gloss_token_scratch;

bool gloss_token_scratch_start(gloss_token_scratch *scratch,
                               const gloss_token_tests *tests);
void gloss_token_scratch_free(gloss_token_scratch *scratch);
/* Asks everything of a word: `found` and `count` have the answer.
** GLOSS_NO_MEMORY; GLOSS_LIMIT: a regex costs too much. */
bool gloss_token_ask(gloss_token_scratch *scratch,
                     const gloss_vocabulary_word *word, gloss_error *err);

#endif

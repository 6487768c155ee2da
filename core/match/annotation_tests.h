/* annotation_tests.h - what patterns ask of a row of a layer: <times from=x>.
**
** An element names a layer and a condition over tests of its columns. Built
** once, then read-only; a gloss_annotation_scratch belongs to one thread. */
#ifndef GLOSS_MATCH_ANNOTATION_TESTS_H
#define GLOSS_MATCH_ANNOTATION_TESTS_H

#include "gloss.h"
#include "match/token_tests.h"

/* What is asked of a field. */
typedef enum gloss_field_ask {
  GLOSS_ASK_PRESENT, /* it has a value, and not false */
  GLOSS_ASK_STRING,  /* it is this string */
  GLOSS_ASK_NUMBER,  /* it compares so with this number */
  GLOSS_ASK_REGEX,
  GLOSS_ASK_LIST     /* its folded form is in this list */
} gloss_field_ask;

typedef struct gloss_field_test {
  gloss_field_ask ask;
  const char *field;     /* "text" and "folded" are of the span */
  size_t field_len;
  const char *string;
  size_t string_len;
  gloss_compare compare;
  double number;
  gloss_regex *regex;    /* owned */
  uint32_t test;         /* of a list: its number in the token tests */
} gloss_field_test;

typedef struct gloss_annotation {
  const char *layer; /* NUL-terminated */
  size_t layer_len;
  uint32_t condition; /* over field tests */
} gloss_annotation;

#endif

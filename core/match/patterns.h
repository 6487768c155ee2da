/* patterns.h - a set of patterns, compiled; for the files of core/match.
**
** A program is a list of instructions in the manner of Thompson and Pike: one
** that takes a token or an annotation is a place where a thread can wait, the
** others lead on without taking anything. The instructions of a pattern lie
** together. All of it is read-only once built. */
#ifndef GLOSS_MATCH_PATTERNS_H
#define GLOSS_MATCH_PATTERNS_H

#include "match/annotation_tests.h"
#include "match/pattern_syntax.h"

typedef enum gloss_operation {
  GLOSS_TAKE_TOKEN,      /* a: condition; b: the one test it asks, or
                            GLOSS_NO_TEST */
  GLOSS_TAKE_ANNOTATION, /* a: annotation */
  GLOSS_INSIDE,          /* a: annotation; behind its first token */
  GLOSS_AT_BEGIN,        /* ^ */
  GLOSS_AT_END,          /* $ */
  GLOSS_SPLIT,           /* next first, then a */
  GLOSS_OPEN,            /* a: capture of the pattern */
  GLOSS_CLOSE,           /* a: capture; b: 1 where it is one annotation */
  GLOSS_MATCHED          /* a: pattern */
} gloss_operation;

typedef struct gloss_instruction {
  uint8_t operation; /* a gloss_operation */
  bool across;       /* of a pattern that goes on in the next sentence */
  uint32_t a, b;
  uint32_t next;
  uint32_t from, to;         /* where it is written: bytes of `source` */
  const gloss_slice *source;
} gloss_instruction;

typedef struct gloss_pattern {
  uint32_t start;      /* instruction */
  uint32_t from, to;   /* its instructions, the last one left out */
  uint32_t capture;    /* its first in `captures` */
  uint32_t capture_count;
  bool across;
} gloss_pattern;

/* Where patterns can begin: the instructions that wait for a first token, by
** the one test they ask, so that few are looked at where there are many. */
typedef struct gloss_starts {
  uint32_t *by_test;   /* instructions of test t: from[t] to from[t + 1] */
  uint32_t *from;
  uint32_t *others;    /* those that ask something else */
  size_t other_count;
} gloss_starts;

/* What the last token of a match is: one of these tests, or conditions, is
** true of it, or it is the last of an annotation. */
typedef struct gloss_ends {
  bool *by_test;
  uint32_t *others; /* conditions */
  size_t other_count;
  bool annotations;
} gloss_ends;

/* Instructions that one thread list can name. */
#define GLOSS_MAX_INSTRUCTIONS ((size_t)1 << 24)

struct gloss_patterns {
  gloss_arena *arena; /* names and sources */
  const gloss_language *language; /* while it is built */
  gloss_token_tests tests;
  gloss_condition *conditions;
  size_t condition_count, condition_room;
  gloss_field_test *field_tests;
  size_t field_count, field_room;
  gloss_annotation *annotations;
  size_t annotation_count, annotation_room;
  gloss_instruction *code;
  size_t code_count, code_room;
  gloss_pattern *list;
  size_t count, room;
  const char **captures;
  size_t capture_count, capture_room;
  gloss_starts starts[2]; /* [1]: where a sentence begins */
  gloss_ends ends;
  bool across;            /* one of them goes across sentences */
  bool asks_end;          /* one has a $ */
  bool annotations_begin; /* a match may begin with an annotation */
};

/* Adds the program of a tree as the next pattern. The captures are those of
** the parse. false with p->err. */
bool gloss_program_add(gloss_patterns *set, gloss_parse *p, gloss_node *tree,
                       bool across);
/* Fills set->starts. false: no memory. */
bool gloss_program_starts(gloss_patterns *set);
/* Fills set->ends (pattern_ends.c). false: no memory. */
bool gloss_program_ends(gloss_patterns *set);
/* Can a token be the last of a match, where `found` (ascending) are its true
** tests? */
bool gloss_program_may_end(const gloss_patterns *set, const uint32_t *found,
                           size_t count);

/* Is a condition true, where `found` (ascending) are the true tests? */
bool gloss_condition_holds(const gloss_patterns *set, uint32_t condition,
                           const uint32_t *found, size_t count);

/* Follows what takes nothing from an instruction on. `stack` has room for
** every instruction; `marks` has a stamp for each, and `*stamp` is the one of
** this list. What waits is added to `out`, which has room for all. `begin`,
** `end`: whether ^ and $ hold here; a ^ that does not yet waits if `wait`. */
typedef struct gloss_closure {
  const gloss_patterns *set;
  uint32_t *stack, *marks, *out;
  uint32_t stamp;
  size_t count;      /* of `out` */
  bool begin, end, wait;
} gloss_closure;
bool gloss_closure_start(gloss_closure *closure, const gloss_patterns *set);
void gloss_closure_clear(gloss_closure *closure); /* a new list */
void gloss_closure_add(gloss_closure *closure, uint32_t instruction);
void gloss_closure_free(gloss_closure *closure);

#endif

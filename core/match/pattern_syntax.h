/* pattern_syntax.h - a pattern as a tree, and what reads it.
**
** The tree lives in an arena that is reset when the pattern is compiled; the
** tests and annotations that it names stay in the set. */
#ifndef GLOSS_MATCH_PATTERN_SYNTAX_H
#define GLOSS_MATCH_PATTERN_SYNTAX_H

#include "base/arena.h"
#include "match/annotation_tests.h"
#include "match/token_tests.h"

/* ---- Conditions: tests joined by & | ! ---- */

typedef enum gloss_condition_kind {
  GLOSS_ALWAYS_TRUE,
  GLOSS_IS,  /* a: number of a test */
  GLOSS_NOT, /* a: number of a condition; so below */
  GLOSS_AND, /* a, b */
  GLOSS_OR
} gloss_condition_kind;

typedef struct gloss_condition {
  gloss_condition_kind kind;
  uint32_t a, b;
} gloss_condition;

/* ---- The tree ---- */

typedef enum gloss_node_kind {
  GLOSS_NODE_TOKEN,      /* number: a condition */
  GLOSS_NODE_ANNOTATION, /* number: an annotation element */
  GLOSS_NODE_BEGIN,      /* ^ */
  GLOSS_NODE_END,        /* $ */
  GLOSS_NODE_SEQUENCE,   /* children */
  GLOSS_NODE_EITHER,     /* children */
  GLOSS_NODE_REPEAT,     /* child; min, max (GLOSS_NO_MAX: any) */
  GLOSS_NODE_CAPTURE     /* child; number: of the capture */
} gloss_node_kind;

#define GLOSS_NO_MAX UINT32_MAX

typedef struct gloss_node gloss_node;
struct gloss_node {
  gloss_node_kind kind;
  uint32_t number, min, max;
  uint32_t from, to;  /* where it is written: bytes of `source` */
  const gloss_slice *source; /* of the pattern, or of a part */
  gloss_node *child;  /* the first of them */
  gloss_node *next;   /* brother */
};

/* ---- Names ---- */

/* A list of words, each of one or more tokens. */
typedef struct gloss_word_list {
  gloss_slice name;
  gloss_slice *words;
  size_t count, room;
} gloss_word_list;

/* A part, or the source of a pattern. */
typedef struct gloss_part {
  gloss_slice name, source;
  bool used;
} gloss_part;

/* What parsing reads and adds to; in the builder. */
typedef struct gloss_pattern_names {
  gloss_word_list *lists;
  size_t list_count, list_room;
  gloss_part **parts;
  size_t part_count, part_room;
} gloss_pattern_names;

struct gloss_patterns;

/* One pattern while it is read. */
typedef struct gloss_parse {
  struct gloss_patterns *set;   /* gets tests, conditions, annotations */
  gloss_pattern_names *names;
  gloss_arena *arena;           /* of the tree */
  const gloss_slice *source;
  size_t at;                    /* next byte of `source` */
  unsigned depth;               /* of brackets and parts */
  size_t node_count;
  gloss_part *part;     /* whose source it is; NULL: the pattern's */
  const struct gloss_parse *outer; /* the parse that refers to this part */
  const char *captures[GLOSS_MAX_CAPTURES]; /* in the arena of the set */
  size_t capture_count;
  uint64_t open_captures;       /* bits: those that the place lies in */
  gloss_part *fault;    /* the part in which an error lies */
  gloss_error *err;
} gloss_parse;

/* Reads the whole of a pattern. NULL with p->err. */
gloss_node *gloss_parse_pattern(gloss_parse *p);

/* ---- For the files of the parser ---- */

enum { GLOSS_MAX_NESTING = 64, GLOSS_MAX_NODES = 1 << 17 };

/* Fails at byte `at` of the source, unless something failed before. Gives
** NULL. */
void *gloss_parse_fail(gloss_parse *p, size_t at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* The name of the list (which ends with NULL) that is nearest, or NULL. */
const char *gloss_nearest_name(gloss_slice name, const char *const *known);
/* `no WHAT "name" (did you mean "x"?)`; `known` ends with NULL. */
void *gloss_parse_unknown(gloss_parse *p, size_t at, const char *what,
                          gloss_slice name, const char *const *known);
void *gloss_parse_no_memory(gloss_parse *p);
gloss_node *gloss_parse_node(gloss_parse *p, gloss_node_kind kind,
                             size_t from);
void gloss_parse_space(gloss_parse *p); /* passes white space and comments */
/* The next byte, 0 at the end. */
int gloss_parse_peek(const gloss_parse *p);
bool gloss_parse_take(gloss_parse *p, char c);
/* A name (letter or _, then digits too); empty where there is none. */
gloss_slice gloss_parse_name(gloss_parse *p);
/* "..." with \" and \\; NULL bytes: failed. */
gloss_slice gloss_parse_quoted(gloss_parse *p);
/* /.../ with flags i; NULL bytes: failed. */
gloss_slice gloss_parse_regex(gloss_parse *p, bool *caseless);
/* A regex of the pattern as a test of tokens; GLOSS_NO_TEST: failed. */
uint32_t gloss_parse_regex_test(gloss_parse *p, gloss_token_form form);
/* Moves an error in a regex to its place in the pattern. */
void *gloss_parse_regex_failed(gloss_parse *p, size_t at);
/* The list or part called so, or NULL. */
gloss_word_list *gloss_find_list(const gloss_pattern_names *names,
                                 gloss_slice name);
gloss_part *gloss_find_part(const gloss_pattern_names *names,
                                    gloss_slice name);
/* Fails: no list or part is called so. */
void *gloss_parse_no_name(gloss_parse *p, size_t at, gloss_slice name);

/* `[...]`, at the byte behind `[`: a condition; UINT32_MAX: failed. */
uint32_t gloss_parse_token_condition(gloss_parse *p);
/* `<...>`, at the byte behind `<`: an annotation element; UINT32_MAX. */
uint32_t gloss_parse_annotation(gloss_parse *p);
/* Adds a condition to the set; UINT32_MAX: no memory. */
uint32_t gloss_parse_condition(gloss_parse *p, gloss_condition_kind kind,
                               uint32_t a, uint32_t b);
/* The tokens of words as a pattern: folded or exact. */
gloss_node *gloss_parse_words(gloss_parse *p, size_t from, gloss_slice words,
                              bool exact);
/* $name, at the byte behind `$`. */
gloss_node *gloss_parse_reference(gloss_parse *p, size_t from);
/* Into how many tokens does the language cut it? 0: none; SIZE_MAX: no
** memory. */
size_t gloss_count_tokens(gloss_parse *p, gloss_slice words);
/* The folded form, in the arena of the parse; NULL bytes: no memory. */
gloss_slice gloss_parse_fold(gloss_parse *p, gloss_slice text);

#endif

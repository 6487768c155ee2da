/* matcher.h - a set of patterns while it runs; for the files of core/match.
**
** The tokens of a stretch (a sentence, or what lies between two masks) become
** symbols: the class of the token's word, and the annotations that begin, go
** on and end there. Words that fulfil the same tests are one class. A state is
** a set of threads, each an instruction that waits and, inside an annotation,
** its track. States are made when they are first met, and all dropped when
** they take too much memory. One thread. */
#ifndef GLOSS_MATCH_MATCHER_H
#define GLOSS_MATCH_MATCHER_H

#include "doc/doc_private.h"
#include "match/patterns.h"
#include "match/presence.h"

/* ---- Classes (classes.c) ---- */

/* Words that can begin a match, or end one, are listed where they are few. */
enum { GLOSS_MAX_LISTED = 64 };
typedef struct gloss_word_set {
  uint32_t words[GLOSS_MAX_LISTED];
  size_t count; /* above the maximum: there are too many */
} gloss_word_set;

typedef struct gloss_classes {
  const gloss_patterns *set;
  gloss_token_scratch scratch;
  gloss_vocabulary *vocabulary; /* held; whose words `by_word` knows */
  uint32_t *by_word;            /* class + 1, 0: not yet asked */
  size_t room;
  uint8_t *look;                /* by word: 0: cannot begin a match */
  size_t look_room;
  gloss_intern found;           /* lists of tests fulfilled: the class */
  uint8_t *edges;               /* by class: may it begin, end a match? */
  size_t edges_room;
  size_t asked;                 /* words below are in the lists */
  gloss_word_set starts, ends;
} gloss_classes;

enum { GLOSS_BEGINS = 1, GLOSS_ENDS = 2 };


#define GLOSS_NO_CLASS UINT32_MAX

bool gloss_classes_start(gloss_classes *classes, const gloss_patterns *set);
void gloss_classes_free(gloss_classes *classes);
/* Makes ready for the words of a document: its words are numbered, and room
** is made for their classes. false with `err`. */
bool gloss_classes_open(gloss_classes *classes, gloss_doc *doc,
                        gloss_error *err);
/* The class of a token, asked for the first time. GLOSS_NO_CLASS with `err`. */
uint32_t gloss_classes_ask(gloss_classes *classes, const gloss_doc *doc,
                           size_t token, gloss_error *err);
/* The same of a word of its vocabulary, not 0. */
uint32_t gloss_classes_ask_word(gloss_classes *classes, const gloss_doc *doc,
                                uint32_t word, gloss_error *err);
/* Few words that are sought in a document. */
typedef struct gloss_few {
  bool known; /* else: not known, or too many */
  size_t count;
  uint32_t words[GLOSS_FEW_WORDS];
} gloss_few;
/* Those of the document that are in a list of `classes`, and 0 where it has
** tokens that are not kept. */
gloss_few gloss_classes_few(const gloss_classes *classes,
                            const gloss_word_set *list, const gloss_doc *doc);
/* The tests that a class fulfils, ascending. */
const uint32_t *gloss_classes_tests(const gloss_classes *classes,
                                    uint32_t number, size_t *count);

static inline uint32_t gloss_classes_of(gloss_classes *classes,
                                        const gloss_doc *doc, size_t token,
                                        gloss_error *err) {
  uint32_t number = classes->by_word[doc->words[token]];
  return number != 0 ? number - 1
                     : gloss_classes_ask(classes, doc, token, err);
}

/* ---- Annotations (annotations.c) ---- */

/* A row of a layer that fulfils an element, by the tokens it overlaps. Rows of
** one element that overlap have different tracks. */
typedef struct gloss_range {
  uint32_t element;
  uint32_t first, last; /* tokens, the last one in */
  uint32_t row;
  const gloss_layer *layer;
  uint8_t track;
} gloss_range;

enum { GLOSS_MAX_TRACKS = 255 };

/* What a token means to one range: an entry of a mark. */
typedef struct gloss_mark {
  uint32_t element;
  uint8_t track;
  uint8_t begins, ends;
  uint8_t unused;
} gloss_mark;

typedef struct gloss_annotations {
  const gloss_patterns *set;
  gloss_classes *classes;
  gloss_regex_scratch **regexes; /* by field test; NULL until needed */
  const gloss_layer **layers;    /* of the document, by element */
  gloss_range *ranges;           /* of the stretch, by first token */
  size_t count, room;
  gloss_intern marks;            /* what a token means: lists of gloss_mark */
  uint32_t *of_token;            /* by token of the stretch: mark + 1 or 0 */
  size_t token_room;
} gloss_annotations;

bool gloss_annotations_start(gloss_annotations *annotations,
                             const gloss_patterns *set,
                             gloss_classes *classes);
void gloss_annotations_free(gloss_annotations *annotations);
/* Makes ready for a document. GLOSS_BAD_PATTERN: it does not have a layer or
** a column. */
bool gloss_annotations_open(gloss_annotations *annotations,
                            const gloss_doc *doc, gloss_error *err);
/* Finds the ranges of the tokens first to end - 1, and what each token means.
** GLOSS_LIMIT, GLOSS_NO_MEMORY. */
bool gloss_annotations_read(gloss_annotations *annotations,
                            const gloss_doc *doc, size_t first, size_t end,
                            gloss_error *err);

/* ---- States (states.c) ---- */

enum {
  GLOSS_DEAD,        /* the states that are always there */
  GLOSS_START_INSIDE,
  GLOSS_START_FIRST, /* where a sentence begins */
  GLOSS_FIXED_STATES
};

/* Classes of words that come often have low numbers: where they lead is kept
** in the state itself. */
enum { GLOSS_NEAR_CLASSES = 8 };

typedef struct gloss_state {
  uint32_t set;      /* threads: number in `lists` */
  uint32_t accepted; /* the patterns that end here: place in `accepts` */
  uint32_t accept_count;
  uint32_t crossed;  /* the state in the next sentence + 1; 0: not made */
  bool begins;       /* `anywhere`: a sentence begins here, see states.c */
  uint32_t near[GLOSS_NEAR_CLASSES]; /* the state after a token of the class + 1
                                        (no mark, no edge); 0: not made */
} gloss_state;

/* Where a state goes with a symbol. */
typedef struct gloss_transition {
  uint64_t key; /* state, symbol, last token of a sentence; 0: free */
  uint32_t to;
} gloss_transition;

typedef struct gloss_states {
  const gloss_patterns *set;
  gloss_classes *classes;
  gloss_annotations *annotations;
  gloss_closure closure;
  uint32_t *threads;          /* a list while it is made */
  size_t thread_count, thread_room;
  uint64_t *keys;             /* by which it is sorted */
  size_t key_room;
  gloss_intern lists;         /* of threads: the state - GLOSS_FIXED_STATES */
  gloss_state *states;
  size_t count, room;
  uint32_t *accepts;
  size_t accept_count, accept_room;
  uint32_t *first;            /* by class, of GLOSS_START_INSIDE and _FIRST in
                                 turn: the same */
  size_t first_room;
  gloss_transition *table;
  size_t table_size, table_used;
  size_t flushes;             /* how often all states were dropped */
  bool anywhere;              /* at each token a match may begin anew */
} gloss_states;

#define GLOSS_NO_STATE UINT32_MAX

bool gloss_states_start(gloss_states *states, const gloss_patterns *set,
                        gloss_classes *classes,
                        gloss_annotations *annotations);
void gloss_states_free(gloss_states *states);
void gloss_states_clear(gloss_states *states); /* classes have changed */
/* Makes the state after a token: its class and mark (+ 1, or 0), and whether it
** is the last of a sentence. Other states may vanish. GLOSS_NO_STATE: no
** memory. */
uint32_t gloss_states_make(gloss_states *states, uint32_t state,
                           uint32_t number, uint32_t mark, bool last);

/* State, class, mark and edge in 64 bits; 0 where they do not fit. */
static inline uint64_t gloss_states_key(uint32_t state, uint32_t number,
                                        uint32_t mark, bool last) {
  if (state >= 1u << 23 || number >= 1u << 20 || mark >= 1u << 20) return 0;
  return (uint64_t)state << 41 | (uint64_t)number << 21 |
         (uint64_t)mark << 1 | last;
}

static inline size_t gloss_states_place(const gloss_states *s, uint64_t key) {
  uint64_t h = key * UINT64_C(0x9E3779B97F4A7C15);
  return (size_t)((h ^ h >> 32) & (s->table_size - 1));
}

/* Where the state is kept that comes after a token without mark, + 1; NULL: in
** the table. */
static inline uint32_t *gloss_states_kept(gloss_states *s, uint32_t state,
                                          uint32_t number, uint32_t mark) {
  if (mark != 0 || s->set->asks_end) return NULL;
  if (state >= GLOSS_FIXED_STATES)
    return number < GLOSS_NEAR_CLASSES ? &s->states[state].near[number] : NULL;
  return (size_t)number * 2 + 1 < s->first_room
             ? &s->first[number * 2 + (state - GLOSS_START_INSIDE)] : NULL;
}

/* The same state, looked up where it was made before. */
static inline uint32_t gloss_states_next(gloss_states *s, uint32_t state,
                                         uint32_t number, uint32_t mark,
                                         bool last) {
  const uint32_t *kept = gloss_states_kept(s, state, number, mark);
  uint64_t key;
  if (kept != NULL && *kept != 0) return *kept - 1;
  key = gloss_states_key(state, number, mark, last && s->set->asks_end);
  if (key != 0 && kept == NULL)
    for (size_t at = gloss_states_place(s, key); s->table[at].key != 0;
         at = (at + 1) & (s->table_size - 1))
      if (s->table[at].key == key) return s->table[at].to;
  return gloss_states_make(s, state, number, mark, last);
}

/* The state in the next sentence. GLOSS_NO_STATE: no memory. */
uint32_t gloss_states_cross(gloss_states *states, uint32_t state);

/* ---- The matcher ---- */

enum { GLOSS_EDGE_FIRST = 1, GLOSS_EDGE_LAST = 2 };

struct gloss_matcher {
  const gloss_patterns *set;
  gloss_classes classes;
  gloss_annotations annotations;
  gloss_states states;
  gloss_states anywhere; /* of them all, wherever they begin */
  size_t wasted;         /* steps that led to no match, of late */
  size_t patience;       /* with so many one looks ahead */
  gloss_doc *doc;
  uint8_t outer_edges;  /* what the first and the last token of the stretch
                           are, where no pattern goes across sentences */
  size_t stretch_first, stretch_end;
  const gloss_sentence *sentences;
  size_t sentence_count, sentence; /* the one that was looked at last */
  gloss_few starts, ends; /* words with which a match must begin, and end */
  uint32_t *free_from;  /* by pattern: the token from which it may match */
  uint32_t *best;       /* by pattern: end of its match at this start, or 0 */
  uint32_t *touched;    /* patterns with a match at this start */
  size_t touched_count;
  gloss_match *matches;
  size_t match_count, match_room;
  gloss_capture *captures;      /* of all matches, one after the other */
  size_t capture_count, capture_room;
  uint64_t *tags;               /* by class and edges (tags.c) */
  size_t tag_room;
  struct gloss_tracer *tracer;  /* captures.c */
  gloss_step *steps;
  size_t step_count, step_room;
  gloss_slice *expected;
  size_t expected_room;
};

/* Finds how pattern `number` takes the tokens first to end - 1 of the stretch:
** fills `out` (its captures) and, if `steps`, m->steps. GLOSS_NO_MEMORY. */
bool gloss_trace(gloss_matcher *m, uint32_t number, size_t first, size_t end,
                 gloss_capture *out, bool steps, gloss_error *err);
void gloss_tracer_free(struct gloss_tracer *tracer);

/* Is a token the first, the last of a sentence? As bits. */
uint8_t gloss_matcher_edges(gloss_matcher *m, size_t token);
/* The same of a token of the stretch. */
static inline uint8_t gloss_edges_at(gloss_matcher *m, size_t token) {
  uint8_t edges = 0;
  if (m->set->across) return gloss_matcher_edges(m, token);
  if (token == m->stretch_first) edges = m->outer_edges & GLOSS_EDGE_FIRST;
  if (token + 1 == m->stretch_end) edges |= m->outer_edges & GLOSS_EDGE_LAST;
  return edges;
}

/* The next stretch of tokens in which a match can lie, from token `*at` on and
** before `end`: sets m->stretch_*, the edges and the annotations, and moves
** `*at` behind it. 1, 0: none is left, -1 with `err`. */
int gloss_matcher_stretch(gloss_matcher *m, size_t *at, size_t end,
                          gloss_error *err);
/* The tokens inside `within` are `*first` to `*end` - 1. */
void gloss_doc_tokens_in(const gloss_doc *doc, gloss_span within,
                         size_t *first, size_t *end);
/* Makes ready for a document, and finds these tokens. */
bool gloss_matcher_open(gloss_matcher *m, gloss_doc *doc, gloss_span within,
                        size_t *first, size_t *end, gloss_error *err);

#endif

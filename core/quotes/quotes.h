/* quotes.h - who said what: from the attributions of cues to rows of the layer
** `quotes`.
**
** Items, units and records are numbered from 1; 0 stands for none. All of it
** lives in the arena of the document that is read. */
#ifndef GLOSS_QUOTES_QUOTES_H
#define GLOSS_QUOTES_QUOTES_H

#include "clauses/annotations.h"
#include "quotes/attribute.h"
#include "quotes/people.h"

/* Adds the layer `quotes` to the document that was read. */
bool gloss_quotes_find(gloss_clauses *list, const gloss_quote_options *options,
                       gloss_error *err);

/* ---- For the files of core/quotes ---- */

/* A quotation that joined an attribution. */
typedef struct gloss_joined_quote {
  int item, next;
} gloss_joined_quote;

/* What is known of each item. */
typedef struct gloss_quoted_item {
  int owner; /* the attribution that reports the quotation there; 0: none */
  bool skip; /* a quotation that gets no row of its own */
} gloss_quoted_item;

typedef enum gloss_quote_kind_name { /* in the order of their names */
  GLOSS_QUOTE_DIRECT,
  GLOSS_QUOTE_INDIRECT,
  GLOSS_QUOTE_MIXED,
  GLOSS_QUOTE_NICKNAME,
  GLOSS_QUOTE_SCARE,
  GLOSS_QUOTE_TITLE
} gloss_quote_kind_name;

/* A row of the layer. */
typedef struct gloss_quote_row {
  gloss_span span;
  gloss_quote_kind_name kind;
  const char *rule;
  const char *unknown;             /* NULL: somebody is named */
  const gloss_attribution *record; /* NULL: there is none */
  const gloss_clauses *list;       /* whose items those of the record are */
  size_t order;                    /* among rows that are alike */
} gloss_quote_row;

typedef struct gloss_quote_rows {
  gloss_quote_row *rows;
  size_t count, room;
} gloss_quote_rows;

/* The attributions of one list of items on their way to rows. */
typedef struct gloss_quotes {
  gloss_clauses *list;
  gloss_arena *arena;
  const gloss_quote_options *options;
  gloss_attributions all;
  gloss_quoted_item *items; /* by item, and one behind the last */
  bool *had;                /* by unit: it had attributions, lost or not */
  gloss_joined_quote *joined; /* from 1 */
  int joined_count;
  size_t joined_room;
  gloss_known_rows entities, names;
  gloss_offices offices;
  gloss_people people;
  bool people_known;        /* was anybody looked for? */
  bool no_memory;           /* something could not be kept */
} gloss_quotes;

static inline gloss_attribution *gloss_quotes_record(const gloss_quotes *q,
                                                     int record) {
  return &q->all.rows[record];
}

/* Room for element `at` (from 0) of an array in an arena; the array. NULL: no
** memory. */
void *gloss_quotes_grow(gloss_arena *arena, void *array, size_t *room,
                        size_t at, size_t size);
/* headings.c: adds the attributions of headings: "Roe: bridge is safe". */
void gloss_quotes_headings(gloss_quotes *q);
/* loose.c: attributes the quotations that no cue of their unit reports. */
void gloss_quotes_loose(gloss_quotes *q);
/* speakers.c: numbers the attributions from `last` + 1 on, and finds who
** speaks. The number of the last one. */
int gloss_quotes_name(gloss_quotes *q, int last);
/* rows.c: adds their rows, in the order of the layer. */
void gloss_quotes_rows(gloss_quotes *q, gloss_quote_rows *rows);
/* The rows as the layer. */
bool gloss_quotes_layer(gloss_clauses *list, const gloss_quote_rows *rows,
                        gloss_error *err);

#endif

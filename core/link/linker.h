/* linker.h - a linker from inside; for the files of core/link.
**
** A mention is a place in the text where some aliases of the dictionaries
** stand; its candidates are these aliases with their entities. What belongs to
** one document is made anew for the next in the same room. One thread. */
#ifndef GLOSS_LINK_LINKER_H
#define GLOSS_LINK_LINKER_H

#include "base/arena.h"
#include "base/intern.h"
#include "base/slice.h"
#include "gloss.h"
#include "link/links.h"

#include <string.h>

#define GLOSS_NONE UINT32_MAX

/* Have two periods a day in common? */
static inline bool gloss_periods_meet(gloss_period a, gloss_period b) {
  return a.from <= b.to && b.from <= a.to;
}

/* What decided, or why a name is not linked. */
typedef enum gloss_link_rule {
  GLOSS_LINK_ONLY,      /* nothing else is called so */
  GLOSS_LINK_NAME,      /* it is its full name */
  GLOSS_LINK_LISTED,    /* the name is listed for it, not generated */
  GLOSS_LINK_DOCUMENT,  /* the document names it in another way, too */
  GLOSS_LINK_CONTEXT,   /* require and avoid */
  GLOSS_LINK_DATE,      /* only it was valid */
  GLOSS_LINK_PRIOR,     /* the highest one */
  GLOSS_LINK_LATER,     /* alone of the last of their dictionaries */
  GLOSS_LINK_AMBIGUOUS, /* nothing did */
  GLOSS_LINK_REQUIRE,   /* from here on: why not linked */
  GLOSS_LINK_AVOID,
  GLOSS_LINK_PART,      /* a derived name that is a part of another name */
  GLOSS_LINK_OVERLAP,   /* shares text with a name that goes before */
  GLOSS_LINK_TOUCHED,   /* a generated or derived name inside something else */
  GLOSS_LINK_RULES
} gloss_link_rule;
const char *gloss_link_rule_name(gloss_link_rule rule);

/* An entity of this document; one id is one, whichever dictionary has it. */
typedef struct gloss_known {
  gloss_entity entity;  /* as the last of the dictionaries has it */
  uint32_t dict;        /* which that is */
  uint32_t type;        /* number in `types` */
  uint32_t seen, place; /* the choice that met it last, and where */
  bool named;           /* its full name stands somewhere */
  bool certain;         /* and some name that can mean nothing else */
  gloss_slice forms[2]; /* two of those that differ, empty where there are
                           not so many */
} gloss_known;

/* What a dictionary says of an entity, read from all over it, side by side. */
enum { GLOSS_LINK_RECENT = 1 << 11 };
typedef struct gloss_recent {
  uint32_t dict, number; /* number: of the entity + 1; 0: empty */
  uint32_t serial, known; /* the document that had it last, and its number
                             there */
  gloss_entity entity;
} gloss_recent;

/* Entities of one type that are certain: two, where there are so many. */
typedef struct gloss_known_type {
  uint32_t entities[2]; /* numbers in `known`, or GLOSS_NONE */
} gloss_known_type;

typedef struct gloss_candidate {
  gloss_alias alias;
  uint32_t dict;  /* of the linker's */
  uint32_t known; /* its entity */
} gloss_candidate;

typedef struct gloss_mention {
  gloss_span span;
  uint32_t first, count; /* candidates: `list` from there on */
  uint32_t left;         /* how many of these are possible: they come first */
  uint32_t tied;         /* how many of those nothing could decide between */
  uint32_t chosen;       /* a candidate, or GLOSS_NONE */
  uint32_t order;        /* among mentions of one place */
  bool certain;          /* its context says so */
  bool inside;           /* of a longer derived name, which goes before it */
  gloss_link_rule rule;
  gloss_slice via, form, because; /* columns; empty where there is none */
} gloss_mention;

/* A candidate that is possible, by what speaks for it. */
typedef struct gloss_scored {
  float score;
  uint32_t order, candidate;
} gloss_scored;

/* Mentions in the order of the text. */
typedef struct gloss_mentions {
  gloss_mention *rows;
  size_t count, room;
  uint32_t *reach; /* by row: the furthest end up to it */
  size_t reach_room;
} gloss_mentions;

/* A term of require or avoid. */
typedef enum gloss_term_kind {
  GLOSS_TERM_SENTENCE, GLOSS_TERM_DOC, GLOSS_TERM_OWN, GLOSS_TERM_ID,
  GLOSS_TERM_TYPE
} gloss_term_kind;
typedef struct gloss_term {
  gloss_term_kind kind;
  gloss_slice raw;  /* as in the cell */
  gloss_slice word; /* folded, or the id or type */
  uint64_t document;  /* the one in which it was looked for last: l->document */
  size_t sentence;    /* and the sentence, of a word in the same one */
  bool found;
} gloss_term;
typedef struct gloss_cell {
  uint32_t first, count; /* of the linker's terms */
} gloss_cell;

/* A short form of a name in full, as answered. */
typedef struct gloss_short_form {
  gloss_slice alias, via;
  gloss_case letter_case;
  uint32_t next; /* the next of that name + 1, or 0 */
} gloss_short_form;
typedef struct gloss_full_name {
  uint32_t first, last; /* short forms + 1, or 0 */
  uint32_t seen;        /* serial of the document that had it last */
} gloss_full_name;
typedef struct gloss_asked {
  uint32_t name; /* full name */
  gloss_link_ask ask;
} gloss_asked;

/* A derived name of this document, and whom it may mean. */
typedef struct gloss_derived_item {
  uint32_t candidate;
  uint32_t next;    /* the next item + 1, or 0 */
  gloss_slice full; /* the name in full */
} gloss_derived_item;
typedef struct gloss_derived_name {
  uint32_t form;        /* short form */
  uint32_t first, last; /* items + 1 */
} gloss_derived_name;

struct gloss_linker {
  const gloss_dict **dicts;
  size_t dict_count;
  gloss_link_columns columns;
  gloss_intern words[GLOSS_LINK_LISTS];
  /* Learnt, and forgotten when it is much: */
  gloss_arena *arena; /* of terms and short forms */
  gloss_intern cells; /* contents of cells */
  gloss_cell *cell_rows;
  gloss_term *terms;
  gloss_intern names; /* full names: entity and form */
  gloss_full_name *name_rows;
  gloss_short_form *forms;
  size_t cell_room, term_count, term_room, name_room, form_count, form_room;
  gloss_arena *vias;  /* rows refer to them: never forgotten */
  gloss_intern via_numbers;
  gloss_slice *via_rows;
  size_t via_room;
  gloss_recent *recent; /* GLOSS_LINK_RECENT, by a hash of the entity */
  bool asking;        /* asked, and perhaps not all answered */
  uint32_t serial;    /* of the document */
  /* From here on, of this document: */
  gloss_doc *doc;
  const char *text;
  size_t len;
  unsigned flags;
  gloss_period date;
  gloss_intern ids, types; /* ids: key_of in known.c */
  gloss_known *known;
  gloss_known_type *type_rows;
  gloss_candidate *candidates;
  uint32_t *list, *kept;
  float *scores; /* by place in the list */
  gloss_scored *scored;
  gloss_mentions exact, fuzzy, derived;
  gloss_span *addresses;
  gloss_asked *asked;
  gloss_intern derived_keys, derived_whom;
  gloss_derived_name *derived_names;
  gloss_derived_item *derived_items;
  gloss_link_lost *lost;
  char *key;
  size_t known_room, type_room, candidate_count, candidate_room, list_count,
      list_room, kept_room, score_room, scored_room, address_count,
      address_room, asked_count, asked_room, derived_name_room, item_count,
      item_room, lost_count,
      lost_room, key_room;
  uint32_t choices;
  gloss_string sentence, folded; /* folded: the sentence below, all text */
  uint64_t document;             /* counts documents, from 1 */
  size_t sentence_number;        /* SIZE_MAX: none */
};

/* ---- mentions.c: where names stand ---- */

/* Finds what the dictionaries list: `exact` and `fuzzy`. */
bool gloss_link_read(gloss_linker *l, gloss_error *err);
/* The number of the first mention that ends behind `start`, or the count. */
size_t gloss_link_reaching(const gloss_mentions *m, uint32_t start);
/* The first mention that shares text with a span, or NULL. */
const gloss_mention *gloss_link_overlap(const gloss_mentions *m,
                                        gloss_span span);
/* Makes ready for gloss_link_overlap. */
bool gloss_link_reach(gloss_mentions *m);
/* Puts them in the order of the text. */
void gloss_link_sort(gloss_mentions *m);
gloss_mention *gloss_link_new_mention(gloss_mentions *m);
bool gloss_link_list(gloss_linker *l, uint32_t candidate);
int gloss_link_by_place(const void *left, const void *right);

/* ---- known.c: what is known of the document ---- */

/* The number of an entity; GLOSS_NONE: no memory. */
uint32_t gloss_link_know(gloss_linker *l, uint32_t dict, uint32_t entity);
/* The number of the entity with that id, which no former id is; GLOSS_NONE: the
** document does not have it. */
uint32_t gloss_link_find_known(const gloss_linker *l, gloss_slice id);
/* Counts what `exact` has that can mean nothing else. */
bool gloss_link_count(gloss_linker *l, gloss_error *err);
/* A form of the entity, certain here, that is not `alias`; empty: none. */
gloss_slice gloss_link_elsewhere(const gloss_linker *l, uint32_t known,
                                 gloss_slice alias);

/* ---- context.c: require and avoid ---- */

/* 1: a term of the cell holds around the place, and `*because` is it; 0: none
** does; -1: no memory. */
int gloss_link_holds(gloss_linker *l, gloss_slice cell, gloss_span place,
                     uint32_t known, gloss_slice *because, gloss_error *err);
void gloss_link_forget_context(gloss_linker *l);

/* ---- choose.c: which candidate ---- */

bool gloss_link_choose(gloss_linker *l, gloss_mention *m, gloss_error *err);
bool gloss_link_choose_all(gloss_linker *l, gloss_mentions *m,
                           gloss_error *err);
/* Notes what lost, where somebody asks. */
bool gloss_link_note(gloss_linker *l, gloss_span span, uint32_t candidate,
                     gloss_link_rule rule, gloss_slice because);

/* ---- around.c: what stands around a name ---- */

/* Don|'t: no name ends here. */
bool gloss_link_contraction(const gloss_linker *l, uint32_t end);
/* US$, US-412: part of something else. */
bool gloss_link_touched(const gloss_linker *l, uint32_t end);
/* Does "the" stand in front? */
bool gloss_link_has_article(const gloss_linker *l, uint32_t start);
/* Does another word of a name follow? */
bool gloss_link_followed(const gloss_linker *l, uint32_t end);
/* Is there no other name before or behind? */
bool gloss_link_alone(const gloss_linker *l, gloss_span span);
/* Where a name begins that has `given` in front, too, and one or two other
** words between: Eugene A. Nida; GLOSS_NONE: none does. */
uint32_t gloss_link_longer(const gloss_linker *l, uint32_t start,
                           gloss_slice given);

/* ---- names.c: full names and their short forms ---- */

/* Asks for the short forms of what was chosen, where they are not known. */
bool gloss_link_ask_all(gloss_linker *l, gloss_error *err);
/* The number of a full name that was asked for, or GLOSS_NONE. */
uint32_t gloss_link_find_full(const gloss_linker *l, const gloss_candidate *c,
                              gloss_slice form);
/* The i-th form (from 0) in which a mention names its entity in full, of which
** there may be shorter ones; false: no more. */
bool gloss_link_full_form(const gloss_linker *l, const gloss_mention *m,
                          size_t i, gloss_slice *form);
/* Forgets what was learnt, where it is much. */
void gloss_link_forget(gloss_linker *l);

/* ---- defined.c: acronyms that the text defines ---- */

/* What stands in brackets beside a name and is its acronym; empty: nothing. */
gloss_slice gloss_link_defined(const gloss_linker *l, gloss_span span);

/* ---- derived.c: short forms in the text ---- */

/* Finds them: `derived`; and settles these with `fuzzy`. */
bool gloss_link_derive(gloss_linker *l, gloss_error *err);

/* ---- rows.c ---- */

bool gloss_link_rows(gloss_linker *l, gloss_error *err);

#endif

/* finder.h - the finder of roles from inside; for the files of core/roles.
**
** Items are numbered from 1; 0 stands for none. */
#ifndef GLOSS_ROLES_FINDER_H
#define GLOSS_ROLES_FINDER_H

#include "base/arena.h"
#include "clauses/annotations.h"
#include "clauses/items.h"
#include "clauses/phrases.h"
#include "gloss.h"

/* Whose role a noun is. */
typedef enum gloss_role_whose {
  GLOSS_ROLE_EITHER,
  GLOSS_ROLE_PERSON,
  GLOSS_ROLE_BODY /* an organisation's */
} gloss_role_whose;

/* A role as the text tells it. */
typedef struct gloss_told_role {
  int first, last;     /* items of its words */
  gloss_item_range of; /* what it is of */
  bool past;
  gloss_role_whose whose;
  gloss_slice name; /* where the words are not the role: "leads", leader */
} gloss_told_role;

enum { GLOSS_MOST_ROLES = 8 }; /* of one phrase */

/* The roles of one phrase, and the item behind them. */
typedef struct gloss_role_list {
  gloss_told_role roles[GLOSS_MOST_ROLES];
  int count, stop;
} gloss_role_list;

/* What found a role. */
typedef enum gloss_role_rule {
  GLOSS_ROLE_TITLE,
  GLOSS_ROLE_BEFORE_COMMA,
  GLOSS_ROLE_APPOSITION,
  GLOSS_ROLE_RELATIVE,
  GLOSS_ROLE_VERB
} gloss_role_rule;

/* A row of the layer. */
typedef struct gloss_role_row {
  gloss_item_range holder;
  gloss_told_role role;
  gloss_slice text; /* of the role; lives in the document */
  gloss_role_rule rule;
} gloss_role_row;

/* Finding the roles of one document. Rows live until the next is read. */
typedef struct gloss_role_finder {
  gloss_clauses *list;
  gloss_known_rows entities;
  int a, b;       /* first and last item of the unit */
  int office;     /* place in the items' offices */
  gloss_role_row *rows;
  size_t count, room;
  size_t unit;    /* rows before those of the unit */
  bool no_memory; /* something could not be kept */
} gloss_role_finder;

/* How far a rule looks. */
static inline int gloss_role_reach(const gloss_role_finder *f,
                                   gloss_lexicon_number number) {
  return gloss_lexicon_reach(f->list->lexicon, number);
}

/* now, also; but not: not, never */
static inline bool gloss_role_is_adverb(const gloss_clauses *list, int k) {
  return gloss_is(list, k, GLOSS_KIND_ADVERB) &&
         !gloss_in(list, k, GLOSS_SET_NEGATIONS);
}

/* ---- rows.c: what was found ---- */

/* The end of the entity that overlaps items first..last; 0: there is none. */
uint32_t gloss_role_entity_end(const gloss_role_finder *f, int first,
                               int last);
/* Adds a row, where the holder may have that role, and has it not yet. */
void gloss_role_add(gloss_role_finder *f, gloss_item_range holder,
                    const gloss_told_role *role, gloss_role_rule rule);
/* The rows as the layer `roles`. */
bool gloss_role_layer(gloss_role_finder *f, gloss_error *err);

/* ---- nouns.c: noun phrases that are roles ---- */

/* Is the word at item `k` the noun of a role, and whose? */
bool gloss_role_noun(const gloss_role_finder *f, int k,
                     gloss_role_whose *whose);
/* Without articles and measures at the beginning: the 2,400-member | union;
** none where nothing is left. */
gloss_item_range gloss_role_bare(const gloss_clauses *list, int first,
                                 int last);
/* Reads the items first..last, a noun phrase without what stands behind it, as
** a role: "the president's special envoy", "RDIF chief", "a former judge". */
bool gloss_role_read(const gloss_role_finder *f, int first, int last,
                     gloss_told_role *role);
/* The last item of what a role is of, where it begins at item `k`; 0: none. */
int gloss_role_end_of(const gloss_role_finder *f, int k, int b);
/* The roles of the phrase that begins at item `k`: "envoy of X and head of Y";
** and the item behind them. */
void gloss_role_phrase(const gloss_role_finder *f, int k, int b,
                       gloss_role_list *found);

/* ---- forms.c: the forms in which news tell roles, beside names ---- */

/* Treasury Secretary | Ann Poe: the role inside the run of capital words. The
** first item of what is left, which is the name. */
int gloss_role_title_inside(gloss_role_finder *f, int first, int last);
/* The fund's chief | Ann Roe, and with a comma: the minister, | Ann Roe, */
void gloss_role_before(gloss_role_finder *f, gloss_item_range holder);
/* Behind what stands before a name and is no office: Mr. | Roe. */
int gloss_role_behind_titles(const gloss_role_finder *f, int first, int last);
/* Is item `k` a politician's party and place: D-Ill.? */
bool gloss_role_is_label(const gloss_clauses *list, int k);
/* The item behind a name and its acronym in brackets. */
int gloss_role_behind(const gloss_clauses *list, int k);
/* Ann Roe, the president's envoy and head of the fund, */
void gloss_role_apposition(gloss_role_finder *f, gloss_item_range holder);
/* Does a title end with item `k`: Secretary of | State, head of | research? */
bool gloss_role_ends_title(const gloss_role_finder *f, int k);

/* ---- verb_forms.c: the same in clauses ---- */

/* Ann Roe, who leads the union. It begins at item `k`. */
void gloss_role_relative(gloss_role_finder *f, gloss_item_range holder, int k);
/* Ann Roe became envoy; is the head of the fund; was named envoy; serves as
** envoy; they named Ann Roe envoy */
void gloss_role_clause(gloss_role_finder *f, gloss_item_range holder);

#endif

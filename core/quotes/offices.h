/* offices.h - who is meant by a role alone: "the envoy", "Norland's foreign
** minister". The text says so itself (the layer `roles`), or the dictionary
** does, for the people of the text and its date. Lives in an arena. */
#ifndef GLOSS_QUOTES_OFFICES_H
#define GLOSS_QUOTES_OFFICES_H

#include "clauses/annotations.h"
#include "clauses/items.h"

/* An office and who holds it. */
typedef struct gloss_office {
  gloss_slice role;     /* lower case; its last word is its noun */
  gloss_slice of;       /* what it is of, lower case; empty: not told */
  gloss_slice of_id;    /* likewise */
  gloss_slice id, name; /* of the holder; id may be empty */
  uint32_t next;        /* the next of that noun + 1, or 0 */
} gloss_office;

/* The offices of one noun. */
typedef struct gloss_office_chain {
  uint32_t first, last; /* + 1 */
} gloss_office_chain;

typedef struct gloss_offices {
  gloss_clauses *list;
  gloss_arena *arena;
  gloss_office *rows;
  size_t count, room;
  gloss_intern nouns; /* of malloc: gloss_offices_free */
  gloss_office_chain *chains; /* by noun */
  size_t chain_room;
  gloss_intern texts; /* of the entities, lower case; of malloc, too */
  gloss_slice *ids;   /* by text */
  size_t id_room;
} gloss_offices;

/* The offices of the document that was read, and `held`, which the dictionary
** has of its people. false: no memory. Call gloss_offices_free in any case. */
bool gloss_offices_read(gloss_offices *offices, gloss_clauses *list,
                        const gloss_known_rows *entities,
                        const gloss_held_office *held, size_t count);
void gloss_offices_free(gloss_offices *offices);
/* Who is meant by items first..last; NULL where nobody holds such an office,
** or more than one does. */
const gloss_office *gloss_offices_holder(const gloss_offices *offices,
                                         int first, int last);
/* m or f, by the given name of who holds it; 0: not told. */
char gloss_office_gender(const gloss_offices *offices,
                         const gloss_office *office);

#endif

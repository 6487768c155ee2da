/* builder.h - what a builder has collected; for builder.c and the compiler.
**
** Strings lie in the builder's arena, rows in arrays of malloc. A builder
** belongs to one thread. */
#ifndef GLOSS_DICT_BUILDER_H
#define GLOSS_DICT_BUILDER_H

#include "base/arena.h"
#include "gloss.h"

/* Bytes of one alias, of one string. */
#define GLOSS_MAX_ALIAS ((size_t)1024)
#define GLOSS_MAX_STRING ((size_t)1 << 24)

typedef struct gloss_raw_entity {
  gloss_slice id, type, name;
  gloss_period valid;
} gloss_raw_entity;

typedef struct gloss_raw_alias {
  const char *text;
  uint32_t entity; /* GLOSS_NO_ENTITY */
  uint16_t len;
  uint8_t flags, rule; /* as in gloss_alias_record */
  uint32_t context;    /* number + 1 of a gloss_raw_context, or 0 */
} gloss_raw_alias;

typedef struct gloss_raw_context {
  gloss_slice require, avoid;
  gloss_period valid;
} gloss_raw_context;

typedef struct gloss_raw_field {
  gloss_slice column, value;
  uint32_t entity;
} gloss_raw_field;

typedef struct gloss_raw_role {
  gloss_slice role, of, source;
  gloss_period valid;
  uint32_t entity;
} gloss_raw_role;

typedef struct gloss_raw_former {
  gloss_slice id;
  uint32_t entity;
} gloss_raw_former;

/* The hash saves most looks at ids that differ, and all where it moves. */
typedef struct gloss_id_slot {
  uint32_t entity; /* + 1; 0: free */
  uint32_t hash;
} gloss_id_slot;

/* Rows of one kind. */
typedef struct gloss_rows {
  void *rows;
  size_t count, room;
} gloss_rows;

struct gloss_dict_builder {
  gloss_arena *arena;
  char *pool;        /* where the next short string goes */
  size_t pool_left;
  gloss_slice last;  /* the string kept last */
  gloss_rows entities, aliases, contexts, fields, roles, formers;
  gloss_id_slot *ids; /* open addressing: entities by their ids */
  size_t id_room;    /* a power of two, or 0: ids are in order so far */
  size_t excludes;   /* of the aliases */
  size_t heap;       /* bytes that the aliases will take */
  bool inside;       /* some alias is */
};

/* Can a dictionary hold the alias? GLOSS_BAD_ENTRY. */
bool gloss_check_alias(gloss_slice alias, gloss_error *err);
/* The `rule` of its record. */
uint8_t gloss_alias_rule(gloss_case wanted, gloss_slice alias);
/* Lets go of the entities' rows and the table of ids, not of strings. */
void gloss_dict_builder_drop_entities(gloss_dict_builder *builder);
/* Lets go of all that was collected; the builder is empty and of no use. */
void gloss_dict_builder_clear(gloss_dict_builder *builder);

#endif

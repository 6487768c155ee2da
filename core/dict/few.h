/* few.h - a dictionary of few names, made in memory for one text.
**
** It is what the builder and gloss_dict_open would make of them, without
** entities, strings and checksums, which such names do not need. One thread. */
#ifndef GLOSS_DICT_FEW_H
#define GLOSS_DICT_FEW_H

#include "dict/builder.h"
#include "dict/dict.h"

/* Of all zero bytes it is an empty one. */
typedef struct gloss_few {
  gloss_raw_alias *rows;
  size_t count, room;
  size_t heap; /* bytes that the names will take */
  gloss_dict dict;
} gloss_few;

/* Adds a name of the entity with that number, of which the bytes outlive
** gloss_few_make. What cannot be a name is none. false: no memory. */
bool gloss_few_add(gloss_few *few, gloss_slice name, gloss_case letter_case,
                   uint32_t entity);
/* The dictionary of all that were added; only hits and aliases may be asked
** for. NULL: GLOSS_NO_MEMORY, or GLOSS_BAD_ENTRY as gloss_dict_build. */
const gloss_dict *gloss_few_make(gloss_few *few, gloss_error *err);
void gloss_few_free(gloss_few *few);

#endif

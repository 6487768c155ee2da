/* write.h - what the files that write rows share. */
#ifndef BIND_WRITE_H
#define BIND_WRITE_H

#include "module/bind.h"

/* Offsets in another unit. All zero: bytes. */
typedef struct bind_units {
  const char *text;
  const uint32_t *kept; /* units before each step of the text */
  bool utf16;           /* else characters */
  uint32_t last, before; /* the last offset asked for, and units before it */
} bind_units;

/* Counts the text of a document; pushes what keeps the counts. */
void bind_push_units(lua_State *L, const bind_doc *owner, bool utf16,
                     bind_units *units);
/* A byte offset, in those units. */
uint32_t bind_unit(bind_units *units, uint32_t offset);

#endif

/* reading.h - the tokens of a document with their word classes, as bits. */
#ifndef READING_H
#define READING_H

#include "module/bind.h"

/* A userdata; user value 1: the document. */
typedef struct reading {
  const bind_doc *owner;
  gloss_token_columns tokens;
  const gloss_sentence *sentences; /* NULL until asked for */
  size_t sentence_count;
  size_t sentence; /* the one that was asked for last */
  uint64_t bits[]; /* by token */
} reading;

/* The reading at `arg`, whose document is open; raises otherwise. */
reading *bind_check_reading(lua_State *L, int arg);
/* The same with its sentences, which are made when first asked for: until then
** the document may be masked. Raises where there is no memory. */
reading *bind_check_sentences(lua_State *L, int arg);

#endif

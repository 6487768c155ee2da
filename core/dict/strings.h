/* strings.h - the strings section while it is written. */
#ifndef GLOSS_DICT_STRINGS_H
#define GLOSS_DICT_STRINGS_H

#include "gloss.h"

/* Bytes that grow; of malloc. */
typedef struct gloss_bytes {
  char *bytes;
  size_t len, room;
} gloss_bytes;
/* Room for `more` bytes at the end; they are counted in. NULL: no memory. */
void *gloss_bytes_add(gloss_bytes *b, size_t more);

typedef struct gloss_strings {
  gloss_bytes out;
  uint32_t *table; /* places of strings that may come again; 0: free */
  size_t room, count;
  bool full;       /* no memory, or over 4 GB; what follows is lost */
} gloss_strings;

bool gloss_strings_start(gloss_strings *strings);
/* The place of a string: a new one, or that of the same string before. */
uint32_t gloss_strings_add(gloss_strings *strings, gloss_slice s);
uint32_t gloss_strings_intern(gloss_strings *strings, gloss_slice s);
void gloss_strings_free(gloss_strings *strings);

/* The string at a place of a section, empty where that is damaged. */
gloss_slice gloss_strings_get(const char *section, size_t size,
                              uint32_t place);

#endif

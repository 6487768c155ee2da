/* pattern.h - what the files of token patterns share.
**
** What is compiled is read-only and shared by all Lua states of a process
** (pattern_registry.c); a matcher, which changes while it runs, belongs to the
** value of one state. */
#ifndef BIND_PATTERN_H
#define BIND_PATTERN_H

#include "module/bind.h"

#define BIND_PATTERNS "gloss.patterns"

/* ---- Compiled patterns of the process (pattern_registry.c) --------------- */

typedef struct bind_shared_patterns {
  struct bind_shared_patterns *next;
  gloss_patterns *patterns;
  /* private */
  size_t holders, len;
  char key[]; /* `len` bytes: the language and all that was compiled */
} bind_shared_patterns;

/* The patterns held under that key, held once more; NULL: there are none. */
bind_shared_patterns *bind_patterns_find(const char *key, size_t len);
/* Holds patterns under a key, and takes them over; where another state was
** first, its patterns, and these are freed. NULL: no memory, they are freed. */
bind_shared_patterns *bind_patterns_hold(const char *key, size_t len,
                                         gloss_patterns *patterns);
void bind_patterns_release(bind_shared_patterns *shared); /* NULL is fine */

/* ---- The value (pattern.c) ----------------------------------------------- */

/* User value 1: the names of the patterns (a list), or nil where it is one
** pattern without a name. */
typedef struct pattern_box {
  const gloss_patterns *patterns; /* first: spans of a match read it (span.c) */
  bind_shared_patterns *shared;
  gloss_pattern_builder *builder; /* NULL once built */
  gloss_matcher *matcher;
} pattern_box;

pattern_box *bind_check_patterns(lua_State *L, int arg);
/* Pushes the name of a pattern of the set at index 1, and returns 1; 0 where it
** is one pattern, and has none. */
int bind_push_pattern_name(lua_State *L, uint32_t pattern);

/* ---- Searching (pattern_search.c) ---------------------------------------- */

typedef struct pattern_search {
  pattern_box *box;
  const bind_doc *owner;
  int doc; /* stack index of the document */
  gloss_span within;
} pattern_search;

/* Reads the patterns at 1 and where they search at 2: a document or a span.
** May push the document. */
pattern_search bind_pattern_search(lua_State *L);

extern const luaL_Reg bind_pattern_searches[];
extern const luaL_Reg bind_pattern_reasons[]; /* pattern_explain.c */

#endif

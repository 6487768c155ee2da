/* workspace.h - what one thread keeps between documents.
**
** A document takes a desk: an arena and columns for its tokens. When it is
** freed the desk comes back, so that the next document allocates nothing. */
#ifndef GLOSS_DOC_WORKSPACE_H
#define GLOSS_DOC_WORKSPACE_H

#include "base/arena.h"
#include "tokenise/token_list.h"

typedef struct gloss_desk {
  struct gloss_desk *next;
  gloss_arena *arena;
  gloss_token_list tokens;
} gloss_desk;

struct gloss_workspace {
  gloss_desk *free_desks;
  size_t free_count;
  struct gloss_vocabulary *vocabulary; /* held; NULL until a pattern runs */
  uint64_t vocabularies; /* how many it has begun */
  struct gloss_fuzzy_memo *memo; /* NULL until a dictionary is looked for */
  struct gloss_dict_room *room;  /* the same */
};

/* A desk out of the workspace, or a new one. NULL: no memory. */
gloss_desk *gloss_workspace_take(gloss_workspace *workspace);
/* Gives it back; what the arena held is gone. */
void gloss_workspace_give(gloss_workspace *workspace, gloss_desk *desk);

/* What words may be in names with edits. NULL: no memory. */
struct gloss_fuzzy_memo *gloss_workspace_memo(gloss_workspace *workspace);
/* The room in which names are looked for. NULL: no memory. */
struct gloss_dict_room *gloss_workspace_room(gloss_workspace *workspace);

#endif

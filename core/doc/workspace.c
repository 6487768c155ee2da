/* workspace.c - desks that documents leave to the next one. */
#include "doc/workspace.h"

#include "base/error.h"
#include "dict/fuzzy_memo.h"
#include "dict/matcher.h"
#include "match/vocabulary.h"

#include <stdlib.h>

/* More desks, or columns for more tokens than this, go back to the system. */
enum { KEPT_DESKS = 8, KEPT_TOKENS = 1 << 21 };

gloss_workspace *gloss_workspace_new(gloss_error *err) {
  gloss_workspace *workspace = calloc(1, sizeof *workspace);
  if (workspace == NULL) gloss_no_memory(err);
  return workspace;
}

static void desk_free(gloss_desk *desk) {
  gloss_token_list_free(&desk->tokens);
  gloss_arena_free(desk->arena);
  free(desk);
}

void gloss_workspace_free(gloss_workspace *workspace) {
  if (workspace == NULL) return;
  while (workspace->free_desks != NULL) {
    gloss_desk *desk = workspace->free_desks;
    workspace->free_desks = desk->next;
    desk_free(desk);
  }
  gloss_vocabulary_release(workspace->vocabulary);
  gloss_fuzzy_memo_free(workspace->memo);
  gloss_dict_room_free(workspace->room);
  free(workspace);
}

struct gloss_fuzzy_memo *gloss_workspace_memo(gloss_workspace *workspace) {
  if (workspace->memo == NULL) workspace->memo = gloss_fuzzy_memo_new();
  return workspace->memo;
}

struct gloss_dict_room *gloss_workspace_room(gloss_workspace *workspace) {
  if (workspace->room == NULL) workspace->room = gloss_dict_room_new();
  return workspace->room;
}

gloss_desk *gloss_workspace_take(gloss_workspace *workspace) {
  gloss_desk *desk = workspace->free_desks;
  if (desk != NULL) {
    workspace->free_desks = desk->next;
    workspace->free_count--;
    desk->next = NULL;
    return desk;
  }
  desk = calloc(1, sizeof *desk);
  if (desk == NULL) return NULL;
  desk->arena = gloss_arena_new();
  if (desk->arena == NULL) {
    free(desk);
    return NULL;
  }
  return desk;
}

void gloss_workspace_give(gloss_workspace *workspace, gloss_desk *desk) {
  if (workspace->free_count == KEPT_DESKS) {
    desk_free(desk);
    return;
  }
  gloss_arena_reset(desk->arena);
  gloss_token_list_clear(&desk->tokens);
  if (desk->tokens.room > KEPT_TOKENS) gloss_token_list_free(&desk->tokens);
  desk->next = workspace->free_desks;
  workspace->free_desks = desk;
  workspace->free_count++;
}

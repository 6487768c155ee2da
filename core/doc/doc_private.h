/* doc_private.h - what a document holds; for core/doc, dict and match alone.
**
** The document lives in its desk's arena, and so does all that is made on
** first use (sentences, lines, paragraphs, atoms, masks, layers). */
#ifndef GLOSS_DOC_DOC_PRIVATE_H
#define GLOSS_DOC_DOC_PRIVATE_H

#include "doc/workspace.h"
#include "language/language.h"

typedef struct gloss_span_list {
  gloss_span *spans;
  size_t count;
} gloss_span_list;

struct gloss_doc {
  gloss_arena *arena;  /* of the desk */
  gloss_workspace *workspace;
  bool own_workspace;  /* made for this document alone */
  gloss_desk *desk;
  const char *text;    /* the caller's */
  size_t len;
  const gloss_language *language; /* NULL: und */
  gloss_token_list *tokens;       /* of the desk */
  gloss_sentence *sentences;      /* NULL until made */
  size_t sentence_count;
  gloss_span_list lines, paragraphs, atoms, masks;
  uint32_t *words;     /* of each token, NULL until a pattern asks */
  uint64_t *present;   /* as long: bits of its words, see match/presence.h */
  struct gloss_vocabulary *vocabulary; /* held; NULL as long as words is */
  struct gloss_layer **layers;
  size_t layer_count, layer_room;
};

#endif

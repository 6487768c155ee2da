/* find.c - a dictionary over a document: its text but for its masks. */
#include "base/error.h"
#include "dict/matcher.h"
#include "doc/doc_private.h"

bool gloss_dict_find(const gloss_dict *dict, gloss_doc *doc, unsigned flags,
                     gloss_hits *out, gloss_error *err) {
  gloss_match_input input = { doc->text, doc->len, doc->masks.spans,
                              doc->masks.count, flags,
                              gloss_workspace_memo(doc->workspace),
                              gloss_workspace_room(doc->workspace) };
  if (input.memo == NULL || input.room == NULL) return gloss_no_memory(err);
  return gloss_dict_match(dict, &input, doc->arena, out, err);
}

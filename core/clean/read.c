/* read.c - one document: read, decided, and asked why. */
#include "base/error.h"
#include "clean/bytes.h"
#include "clean/clean.h"

enum { LARGE = 1 << 24 }; /* bytes of the last document that are kept */

static void forget_document(gloss_cleaner *c) {
  gloss_arena_reset(c->arena);
  if (gloss_intern_bytes(&c->seen) > LARGE) gloss_intern_free(&c->seen);
  c->page = (gloss_clean_page){ .lines = NULL };
  c->head = (gloss_clean_head){ .date = "" };
  c->masks = NULL;
  c->mask_count = 0;
  c->failed = false;
}

/* Keeps what it is told as long as the page. */
static gloss_slice keep(gloss_cleaner *c, gloss_slice s) {
  char *copy = gloss_clean_room(c, s.len + 1);
  if (copy == NULL) return gloss_slice_of("", 0);
  if (s.len > 0) memcpy(copy, s.bytes, s.len);
  return gloss_slice_of(copy, s.len);
}

bool gloss_cleaner_read(gloss_cleaner *c, gloss_doc *doc,
                        const gloss_clean_known *known, gloss_error *err) {
  forget_document(c);
  c->doc = doc;
  c->known = *known;
  c->known.title = keep(c, known->title);
  c->known.source = keep(c, known->source);
  if (!gloss_clean_lines(c, err)) {
    forget_document(c);
    return false;
  }
  gloss_clean_find_text(c);
  if (!c->failed) gloss_clean_read_head(c);
  if (!c->failed) gloss_clean_mask(c);
  if (!c->failed) return true;
  forget_document(c);
  return gloss_no_memory(err);
}

/* ---- Why ----------------------------------------------------------------- */

bool gloss_cleaner_decision(const gloss_cleaner *c, size_t i,
                            gloss_clean_decision *out) {
  const gloss_clean_line *line = &c->page.lines[i];
  if (i >= c->page.count) return false;
  *out = (gloss_clean_decision){
    line->form->span, gloss_clean_rule_name(line->rule),
    gloss_clean_reason_name(c, line->mask),
    gloss_clean_reason_name(c, line->reason),
    c->page.weighed, line->body, line->scores[GLOSS_CLEAN_TEXT]
  };
  return true;
}

gloss_slice gloss_cleaner_said(gloss_cleaner *c, size_t i) {
  gloss_clean_line *line = &c->page.lines[i];
  if (i >= c->page.count) return gloss_slice_of("", 0);
  return gloss_clean_phrase_of(c, gloss_clean_lower(c, line), line->words);
}

bool gloss_cleaner_signs(gloss_cleaner *c, gloss_clean_tell *tell, void *data,
                         gloss_error *err) {
  if (!c->page.weighed) gloss_clean_around(c);
  gloss_clean_weigh(c, tell, data);
  return !c->failed || gloss_no_memory(err);
}

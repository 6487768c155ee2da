/* reader.c - reads a document for both steps once. */
#include "clauses/reader.h"

#include "base/error.h"
#include "clauses/marks.h"
#include "clauses/words.h"
#include "doc/doc_private.h"

#include <stdlib.h>

struct gloss_reader {
  gloss_arena *arena;    /* of the last document */
  gloss_doc *doc;        /* the last one; NULL: forgotten */
  bool spoken;           /* are turns among its quotations? */
  gloss_clauses list;
  bool explains;
  gloss_clause_log log;
};

gloss_reader *gloss_reader_new(const gloss_lexicon *lexicon,
                               gloss_error *err) {
  gloss_reader *r = calloc(1, sizeof *r);
  if (r != NULL) {
    r->arena = gloss_arena_new();
    r->list = (gloss_clauses){ .lexicon = lexicon, .arena = r->arena };
    r->list.words = gloss_clause_words_new(lexicon);
  }
  if (r == NULL || r->arena == NULL || r->list.words == NULL) {
    gloss_reader_free(r);
    gloss_no_memory(err);
    return NULL;
  }
  return r;
}

void gloss_reader_free(gloss_reader *r) {
  if (r == NULL) return;
  gloss_clause_words_free(r->list.words);
  gloss_arena_free(r->arena);
  free(r->log.rows);
  free(r);
}

void gloss_reader_forget(gloss_reader *r) { r->doc = NULL; }

void gloss_reader_explain(gloss_reader *r, bool explains) {
  r->explains = explains;
}

bool gloss_reader_lost(const gloss_reader *r, size_t i,
                       gloss_clause_lost *out) {
  if (i >= r->log.count) return false;
  *out = r->log.rows[i];
  return true;
}

/* Reads the items between the quotations that were found. */
static bool read_items(gloss_reader *r, gloss_error *err) {
  gloss_span all = { 0, (uint32_t)r->doc->len };
  return gloss_items_read(&r->list, r->list.stretches, r->list.stretch_count,
                          all, err);
}

/* Adds the turns of a transcript. -1: a failure; 1: there are any. */
static int add_turns(gloss_reader *r, gloss_error *err) {
  int turns = gloss_transcript_add(&r->list);
  if (turns < 0) gloss_no_memory(err);
  r->spoken = turns > 0;
  return turns;
}

/* Reads a document anew. */
static bool read_new(gloss_reader *r, gloss_doc *doc, bool spoken,
                     gloss_error *err) {
  gloss_arena_reset(r->arena);
  r->doc = r->list.doc = doc;
  r->spoken = false;
  if (!gloss_marks_pair(&r->list)) return gloss_no_memory(err);
  return (!spoken || add_turns(r, err) >= 0) && read_items(r, err);
}

/* Adds turns to a document that was read without. */
static bool read_spoken(gloss_reader *r, gloss_error *err) {
  int turns = add_turns(r, err);
  return turns == 0 || (turns > 0 && read_items(r, err));
}

gloss_clauses *gloss_reader_read(gloss_reader *r, gloss_doc *doc, bool spoken,
                                 gloss_error *err) {
  bool ok;
  r->log.count = 0;
  r->log.failed = false;
  r->list.log = r->explains ? &r->log : NULL;
  if (r->doc != doc || r->spoken) ok = read_new(r, doc, spoken, err);
  else ok = !spoken || read_spoken(r, err);
  if (ok) return &r->list;
  r->doc = NULL;
  return NULL;
}

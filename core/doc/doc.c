/* doc.c - a text with its tokens, sentences, lines, paragraphs and atoms. */
#include "doc/doc_private.h"

#include "base/error.h"
#include "doc/blocks.h"
#include "doc/forms.h"
#include "match/vocabulary.h"
#include "sentences/sentences.h"
#include "tokenise/atoms.h"
#include "tokenise/tokenise.h"

/* The document on a desk, its text not yet read. NULL: no memory. */
static gloss_doc *on_desk(gloss_workspace *workspace, bool own) {
  gloss_desk *desk = gloss_workspace_take(workspace);
  gloss_doc *doc =
      desk != NULL ? gloss_arena_alloc(desk->arena, sizeof *doc) : NULL;
  if (doc == NULL) {
    if (desk != NULL) gloss_workspace_give(workspace, desk);
    if (own) gloss_workspace_free(workspace);
    return NULL;
  }
  doc->desk = desk;
  doc->arena = desk->arena;
  doc->tokens = &desk->tokens;
  doc->workspace = workspace;
  doc->own_workspace = own;
  return doc;
}

static gloss_doc *doc_open(const gloss_options *options) {
  gloss_workspace *workspace = options != NULL ? options->workspace : NULL;
  bool own = workspace == NULL;
  if (own) workspace = gloss_workspace_new(NULL);
  return workspace != NULL ? on_desk(workspace, own) : NULL;
}

static bool check_text(const char *text, size_t len, gloss_error *err) {
  size_t good;
  if (len > GLOSS_MAX_TEXT)
    return gloss_fail(err, GLOSS_TOO_LARGE, 0, "a text is at most %zu bytes",
                      GLOSS_MAX_TEXT);
  good = gloss_utf8_check(text, len);
  return good == len || gloss_fail(err, GLOSS_BAD_UTF8, good,
                                   "byte 0x%02X is not valid UTF-8",
                                   (unsigned)(unsigned char)text[good]);
}

gloss_doc *gloss_doc_new(const char *text, size_t len,
                         const gloss_options *options, gloss_error *err) {
  gloss_doc *doc;
  if (!check_text(text, len, err)) return NULL;
  doc = doc_open(options);
  if (doc == NULL) {
    gloss_no_memory(err);
    return NULL;
  }
  doc->text = text;
  doc->len = len;
  doc->language = options != NULL ? options->language : NULL;
  if (!gloss_tokenise(doc->language, text, len, doc->tokens)) {
    gloss_doc_free(doc);
    gloss_no_memory(err);
    return NULL;
  }
  return doc;
}

void gloss_doc_free(gloss_doc *doc) {
  gloss_workspace *workspace;
  bool own;
  if (doc == NULL) return;
  workspace = doc->workspace;
  own = doc->own_workspace;
  gloss_vocabulary_release(doc->vocabulary);
  gloss_workspace_give(workspace, doc->desk); /* the document is gone */
  if (own) gloss_workspace_free(workspace);
}

const char *gloss_doc_text(const gloss_doc *doc, size_t *len) {
  *len = doc->len;
  return doc->text;
}

/* ---- Tokens ---- */

const char *gloss_kind_name(gloss_kind kind) {
  static const char *const names[GLOSS_KINDS] = {
    "word", "number", "punctuation", "symbol", "url",
    "email", "mention", "hashtag", "emoji"
  };
  return (unsigned)kind < GLOSS_KINDS ? names[kind] : "unknown";
}

size_t gloss_doc_token_count(const gloss_doc *doc) {
  return doc->tokens->count;
}

gloss_token gloss_doc_token(const gloss_doc *doc, size_t i) {
  const gloss_token_list *list = doc->tokens;
  return (gloss_token){ list->starts[i], list->ends[i], list->kinds[i],
                        list->flags[i], list->rules[i] };
}

gloss_token_columns gloss_doc_token_columns(const gloss_doc *doc) {
  const gloss_token_list *list = doc->tokens;
  return (gloss_token_columns){ list->starts, list->ends, list->kinds,
                                list->flags, list->rules, list->count };
}

size_t gloss_doc_token_after(const gloss_doc *doc, uint32_t offset) {
  size_t low = 0, high = doc->tokens->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (doc->tokens->ends[middle] > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/* ---- Sentences ---- */

static gloss_sentence_input sentence_input(const gloss_doc *doc) {
  return (gloss_sentence_input){ doc->language, doc->text, doc->len,
                                 doc->tokens, doc->masks.spans,
                                 doc->masks.count };
}

const gloss_sentence *gloss_doc_sentences(gloss_doc *doc, size_t *count,
                                          gloss_error *err) {
  if (doc->sentences == NULL) {
    gloss_sentence_input input = sentence_input(doc);
    doc->sentences =
        gloss_sentences_find(&input, doc->arena, &doc->sentence_count);
    if (doc->sentences == NULL) gloss_no_memory(err);
  }
  *count = doc->sentences != NULL ? doc->sentence_count : 0;
  return doc->sentences;
}

const gloss_decision *gloss_doc_decisions(gloss_doc *doc, size_t *count,
                                          gloss_error *err) {
  gloss_sentence_input input = sentence_input(doc);
  const gloss_decision *decisions =
      gloss_sentences_explain(&input, doc->arena, count);
  if (decisions == NULL) gloss_no_memory(err);
  return decisions;
}

/* ---- Lines, paragraphs, atoms ---- */

static const gloss_span *give(gloss_span_list *list, size_t *count,
                              gloss_error *err) {
  if (list->spans == NULL) {
    list->count = 0;
    gloss_no_memory(err);
  }
  *count = list->count;
  return list->spans;
}

const gloss_span *gloss_doc_lines(gloss_doc *doc, size_t *count,
                                  gloss_error *err) {
  gloss_span_list *lines = &doc->lines;
  if (lines->spans == NULL)
    lines->spans =
        gloss_blocks_lines(doc->text, doc->len, doc->arena, &lines->count);
  return give(lines, count, err);
}

const gloss_span *gloss_doc_paragraphs(gloss_doc *doc, size_t *count,
                                       gloss_error *err) {
  gloss_span_list *list = &doc->paragraphs;
  if (list->spans == NULL) {
    size_t n;
    const gloss_span *lines = gloss_doc_lines(doc, &n, err);
    if (lines != NULL)
      list->spans = gloss_blocks_paragraphs(doc->text, lines, n, doc->arena,
                                            &list->count);
  }
  return give(list, count, err);
}

const gloss_line_form *gloss_doc_line_forms(gloss_doc *doc, size_t *count,
                                            gloss_error *err) {
  size_t n;
  const gloss_span *lines = gloss_doc_lines(doc, &n, err);
  const gloss_line_form *forms = NULL;
  if (lines != NULL) {
    forms = gloss_forms_of_lines(doc->text, lines, n, doc->tokens, doc->arena,
                                 count);
    if (forms == NULL) gloss_no_memory(err);
  }
  return forms;
}

const gloss_span *gloss_doc_atoms(gloss_doc *doc, size_t *count,
                                  gloss_error *err) {
  gloss_span_list *list = &doc->atoms;
  if (list->spans == NULL)
    list->spans = gloss_atoms_of_tokens(doc->text, doc->tokens, doc->arena,
                                        &list->count);
  return give(list, count, err);
}

/* ---- Masks ---- */

static bool cuts_code_point(const gloss_doc *doc, size_t at) {
  return at < doc->len && ((unsigned char)doc->text[at] & 0xC0) == 0x80;
}

static bool check_masks(const gloss_doc *doc, const gloss_span *spans,
                        size_t count, gloss_error *err) {
  size_t last = 0;
  if (doc->sentences != NULL)
    return gloss_fail(err, GLOSS_TOO_LATE, 0, "sentences exist already");
  if (doc->masks.spans != NULL)
    return gloss_fail(err, GLOSS_TOO_LATE, 0, "a mask exists already");
  for (size_t i = 0; i < count; i++) {
    if (spans[i].start < last || spans[i].end <= spans[i].start ||
        spans[i].end > doc->len)
      return gloss_fail(err, GLOSS_BAD_ARGUMENT, spans[i].start,
                        "masks must be sorted, apart and inside the text");
    if (cuts_code_point(doc, spans[i].start) ||
        cuts_code_point(doc, spans[i].end))
      return gloss_fail(err, GLOSS_BAD_ARGUMENT, spans[i].start,
                        "a mask must not cut a code point");
    last = spans[i].end;
  }
  return true;
}

bool gloss_doc_mask(gloss_doc *doc, const gloss_span *spans, size_t count,
                    gloss_error *err) {
  if (!check_masks(doc, spans, count, err)) return false;
  doc->masks.spans =
      gloss_arena_copy(doc->arena, spans, count * sizeof *spans);
  if (doc->masks.spans == NULL) return gloss_no_memory(err);
  doc->masks.count = count;
  return true;
}

bool gloss_doc_masked(const gloss_doc *doc, uint32_t start, uint32_t end) {
  size_t i = gloss_spans_after(doc->masks.spans, doc->masks.count, start);
  return i < doc->masks.count && doc->masks.spans[i].start < end;
}

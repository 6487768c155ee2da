/* quotes_fuzz.c - any bytes as a text in which somebody says something.
**
** The first byte gives flags, the second a mask; in the rest a byte above 0x7F
** is a word, a mark or a clause that rules look for, any other is itself. What
** is found must lie in the text, in order, in its unit, and be the same when
** the text is read again. */
#include "../core/clauses.h"
#include "quotes/attribute.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { /* flags */
  GERMAN = 1, MASK = 2, NESTED = 4, OFFICES = 8, EXPLAIN = 16, DIRECT = 32
};

static void must(int ok) {
  if (!ok) abort();
}

/* ---- Texts ---- */

static const char *const pieces[] = {
  "Roe ", "Ann Low ", "Mr. Roe ", "She ", "he ", "who ", "They ", "Her ",
  "the head of the fund ", "the minister ", "talks ", "people ", "reporters ",
  "said ", "says ", "told ", "saying ", "added ", "hinted at ", "quoted ",
  "criticised ", "refused to say ", "vowed to go ", "plans to ", "claims ",
  "briefed on ", "hissed ", "was ", "has ", "is ", "also ", "not ", "that ",
  "according to ", "in Roe's view, ", "claim that ", "promise to ", "by ",
  "as ", "after ", "while ", "and ", "but ", "of ", "to ", "in a statement ",
  "on Monday ", "last week ", "'s ", "himself ", "left ", "fell ", "71, ",
  "\xE2\x80\x9C", "\xE2\x80\x9D ", ",\xE2\x80\x9D ", ".\xE2\x80\x9D ",
  "\xE2\x80\x98", "\xE2\x80\x99 ", "\xC2\xAB ", "\xC2\xBB ", "\" ", " \"",
  "\xE2\x80\x9E", " \xE2\x80\x94 ", " - ", "\n\n", "ROE: ", "Q. ", "A. ",
  "(LAUGHTER)\n", "former ", "envoy ", "bank ", "became ", "names ",
  "teilte ", "mit. ", "sagte ", "sagte, er wolle ", "wies ", "zur\xC3\xBC"
  "ck. ", "laut ", "fr\xC3\xBChere Ministerin ", "dass ", "sei ",
};
enum { PIECES = sizeof pieces / sizeof *pieces, LONGEST = 1 << 16 };

/* The text that bytes stand for; the caller's. */
static char *spell(const uint8_t *data, size_t size, size_t *len) {
  char *text = malloc(LONGEST);
  must(text != NULL);
  *len = 0;
  for (size_t i = 0; i < size && *len + 64 < LONGEST; i++) {
    const char *piece = pieces[(data[i] - 0x80u) % PIECES];
    if (data[i] < 0x80) {
      text[(*len)++] = data[i] == 0 ? ' ' : (char)data[i];
      continue;
    }
    memcpy(text + *len, piece, strlen(piece));
    *len += strlen(piece);
  }
  text[*len] = '\0';
  return text;
}

/* ---- The layers ---- */

static bool same(gloss_value a, gloss_value b) {
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case GLOSS_INTEGER: return a.as.integer == b.as.integer;
    case GLOSS_REAL: return a.as.real == b.as.real;
    case GLOSS_STRING:
      return a.as.string.len == b.as.string.len &&
             memcmp(a.as.string.bytes, b.as.string.bytes,
                    a.as.string.len) == 0;
    case GLOSS_REF:
      return a.as.ref.span.start == b.as.ref.span.start &&
             a.as.ref.span.end == b.as.ref.span.end;
    default: return true;
  }
}

static const char *const columns[] = {
  "kind", "attribution", "speaker", "speaker_id", "speaker_name", "cue",
  "cue_class", "unknown", "confidence", "rule", "role", "words", "of", "past"
};

/* Two readings of a text give the same rows, and those lie in it. */
static void check_rows(const gloss_doc *doc, const gloss_doc *again,
                       const char *name, size_t len) {
  const gloss_layer *x = gloss_doc_layer(doc, name, strlen(name));
  const gloss_layer *y = gloss_doc_layer(again, name, strlen(name));
  must(x != NULL && y != NULL &&
       gloss_layer_count(x) == gloss_layer_count(y));
  for (size_t i = 0; i < gloss_layer_count(x); i++) {
    gloss_span a = gloss_layer_span(x, i), b = gloss_layer_span(y, i);
    must(a.start == b.start && a.end == b.end && a.start < a.end &&
         a.end <= len);
    for (size_t k = 0; k < sizeof columns / sizeof *columns; k++) {
      int column = gloss_layer_find_column(x, columns[k], strlen(columns[k]));
      if (column >= 0)
        must(same(gloss_layer_value(x, i, column),
                  gloss_layer_value(y, i, column)));
    }
  }
}

static void mask(gloss_doc *doc, const char *text, size_t len, size_t at) {
  gloss_span span = { (uint32_t)at, (uint32_t)(at + len) / 2 + 1 };
  if (span.start < span.end && span.end < len &&
      (text[span.start] & 0x80) == 0 && (text[span.end] & 0x80) == 0)
    must(gloss_doc_mask(doc, &span, 1, NULL));
}

/* A document with both layers; the caller's. */
static gloss_doc *annotate(gloss_reader *reader, const char *text, size_t len,
                           unsigned flags, size_t at) {
  const gloss_quote_options options = {
    .doubled_direct = (flags & DIRECT) != 0, .indirect = true,
    .nested = (flags & NESTED) != 0, .roles = (flags & OFFICES) != 0
  };
  gloss_clause_lost lost;
  gloss_doc *doc = gloss_doc_new(text, len, NULL, NULL);
  if (doc == NULL) return NULL;
  if (flags & MASK) mask(doc, text, len, at);
  gloss_reader_forget(reader);
  gloss_reader_explain(reader, (flags & EXPLAIN) != 0);
  must(gloss_reader_roles(reader, doc, NULL));
  must(gloss_reader_quotes(reader, doc, &options, NULL));
  for (size_t i = 0; gloss_reader_lost(reader, i, &lost); i++)
    must(lost.span.start < lost.span.end && lost.span.end <= len &&
         lost.rule != NULL && lost.why != NULL);
  return doc;
}

/* ---- Attributions ---- */

static void check_range(gloss_item_range range, const gloss_unit *unit) {
  must(range.first >= unit->first && range.first <= range.last &&
       range.last <= unit->last);
}

static void check_record(const gloss_attribution *a, const gloss_unit *unit) {
  check_range(a->cue, unit);
  must(a->content_count > 0 && a->content_count <= 2);
  for (int i = 0; i < a->content_count; i++) check_range(a->content[i], unit);
  must((a->speaker.way == GLOSS_SPEAKER_NOBODY) == (a->speaker.first == 0));
  must(a->speaker.first <= a->speaker.last &&
       (a->speaker.edge == 0 || a->speaker.edge < a->speaker.first));
  must(gloss_quote_rule_name(a->rule) != NULL);
}

/* What each cue reports lies in its unit. */
static void check_attributions(const gloss_lexicon *lexicon,
                               const char *text) {
  gloss_attributions all;
  clauses_text read;
  if (clauses_read(&read, text, lexicon, NULL, NULL)) {
    must(gloss_attribute(&all, &read.list));
    for (int u = 1; u <= read.list.unit_count; u++)
      for (int i = all.units[u].first; i > 0; i = all.rows[i].next)
        check_record(&all.rows[i], &read.list.units[u]);
  }
  clauses_close(&read);
}

/* ---- Reading the input ---- */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static gloss_lexicon *lexicons[2];
  static gloss_reader *readers[2];
  gloss_doc *doc, *again;
  unsigned flags, german;
  size_t len;
  char *text;
  if (size < 2) return 0;
  flags = data[0];
  german = flags & GERMAN;
  if (lexicons[german] == NULL) {
    lexicons[german] = clauses_lexicon(german ? "de" : "en", NULL);
    readers[german] = gloss_reader_new(lexicons[german], NULL);
    must(readers[german] != NULL);
  }
  text = spell(data + 2, size - 2, &len);
  doc = annotate(readers[german], text, len, flags, data[1]);
  again = annotate(readers[german], text, len, flags, data[1]);
  if (doc != NULL) {
    check_rows(doc, again, "roles", len);
    check_rows(doc, again, "quotes", len);
    check_attributions(lexicons[german], text);
  }
  gloss_doc_free(doc);
  gloss_doc_free(again);
  free(text);
  return 0;
}

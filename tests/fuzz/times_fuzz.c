/* times_fuzz.c - any bytes as a text in which times are told.
**
** The first byte gives flags, the second and third the date of the document; in
** the rest a byte above 0x7F is a word that rules look for, any other is
** itself. Rows must lie in the text, apart and in order, their days must be in
** order and those of their values, and be the same when the text is read
** again. */
#include "../core/times_language.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { DATED = 1, MASK = 2, BARE = 4, EXPLAIN = 8, DMY = 16, COARSE = 32 };

static void must(int ok) {
  if (!ok) abort();
}

/* ---- Texts ---- */

static const char *const pieces[] = {
  "March ", "May ", "January ", "monday ", "Friday ", "day ", "week ", "year ",
  "decade ", "hour ", "months ", "years ", "days ", "century ", "quarter ",
  "second ", "night ", "evening ", "weekend ", "tomorrow ", "yesterday ",
  "last ", "next ", "this ", "that ", "the ", "a ", "of ", "ago ", "later ",
  "earlier ", "to ", "early ", "more than ", "summer ", "winter ", "easter ",
  "thanksgiving ", "BC ", "AD ", "am ", "pm ", "UTC ", "noon ", "now ",
  "every ", "daily ", "several ", "half ", "first ", "third ", "year-end ",
  "sixties ", "and ", "for ", "in ", "since ", "until ", "before ", "was ",
  "will ", "be ", "is ", "at ", "on ", "page ", "people ", "million euros ",
  "2024", "1999", "1829", "2199", "999", "12", "31", "07", "3", "0", "-", "/",
  ":", ".", ", ", "; ", ". ", "\n", "\n\n", "'82 ", "1990s ", "5th ",
  "1,250.5 ",
  "2025-04-06", "T12:30Z ", "30/4/25 ", "18:40 ", "(", ") ", "\"",
  "\xE2\x80\x9C", "\xE2\x80\x9D", " - ", "Echo ", "'s ", "percent ", "%",
};
enum { PIECES = COUNT(pieces), LONGEST = 1 << 16 };

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
  return text;
}

/* ---- Rows ---- */

static gloss_slice text_of(const gloss_layer *layer, size_t row,
                           const char *column) {
  gloss_value v = gloss_layer_value(
      layer, row, gloss_layer_find_column(layer, column, strlen(column)));
  if (v.kind != GLOSS_STRING) return (gloss_slice){ NULL, 0 };
  return (gloss_slice){ v.as.string.bytes, v.as.string.len };
}

static bool same(gloss_slice a, gloss_slice b) {
  return a.len == b.len && (a.len == 0 || memcmp(a.bytes, b.bytes, a.len) == 0);
}

static void check_row(const gloss_layer *x, const gloss_layer *y, size_t i,
                      size_t len) {
  static const char *const columns[] = { "type", "value", "from", "to",
                                         "precision", "anchor", "rule",
                                         "unknown", "mod" };
  gloss_span span = gloss_layer_span(x, i), other = gloss_layer_span(y, i);
  gloss_slice from = text_of(x, i, "from"), to = text_of(x, i, "to");
  must(span.start < span.end && span.end <= len &&
       span.start == other.start && span.end == other.end);
  must(i == 0 || gloss_layer_span(x, i - 1).end <= span.start);
  for (size_t c = 0; c < COUNT(columns); c++)
    must(same(text_of(x, i, columns[c]), text_of(y, i, columns[c])));
  must(text_of(x, i, "type").len > 0 && text_of(x, i, "rule").len > 0);
  must((from.len > 0) == (to.len > 0) &&
       (from.len > 0) == (text_of(x, i, "precision").len > 0));
  must(from.len != 10 || to.len != 10 ||
       memcmp(from.bytes, to.bytes, 10) <= 0);
}

static const gloss_layer *read_times(engine *e, gloss_doc *doc,
                                     const char *date, unsigned flags) {
  gloss_times_how how = {
    .date = { date, strlen(date) }, .bare = (flags & BARE) != 0,
    .explain = (flags & EXPLAIN) != 0,
    .order = flags & DMY ? GLOSS_DATES_DMY : GLOSS_DATES_AUTO
  };
  gloss_times_note note;
  gloss_error err;
  must(gloss_times_add(e->times, doc, &how, &err));
  for (size_t i = 0; gloss_times_noted(e->times, i, &note); i++)
    must(note.span.start < note.span.end && note.rule < COUNT(rules));
  return gloss_doc_layer(doc, "times", 5);
}

static void mask(gloss_doc *doc, const char *text, size_t len) {
  gloss_span span = { (uint32_t)len / 3, (uint32_t)len / 2 };
  if (span.start < span.end && (text[span.start] & 0x80) == 0 &&
      (text[span.end] & 0x80) == 0)
    must(gloss_doc_mask(doc, &span, 1, NULL));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static engine e;
  char date[16] = "", *text;
  const gloss_layer *x, *y;
  gloss_doc *doc, *again;
  gloss_error err;
  size_t len;
  if (size < 3) return 0;
  if (e.times == NULL) must(make(&e, &err));
  if (data[0] & DATED)
    snprintf(date, data[0] & COARSE ? 8 : 11, "%04d-%02d-%02d",
             1970 + data[1], data[2] % 12 + 1, data[2] % 28 + 1);
  text = spell(data + 3, size - 3, &len);
  doc = gloss_doc_new(text, len, NULL, &err);
  again = gloss_doc_new(text, len, NULL, &err);
  must(doc != NULL && again != NULL);
  if (data[0] & MASK) {
    mask(doc, text, len);
    mask(again, text, len);
  }
  x = read_times(&e, doc, date, data[0]);
  y = read_times(&e, again, date, data[0]);
  must(x != NULL && y != NULL && gloss_layer_count(x) == gloss_layer_count(y));
  for (size_t i = 0; i < gloss_layer_count(x); i++) check_row(x, y, i, len);
  gloss_doc_free(doc);
  gloss_doc_free(again);
  free(text);
  return 0;
}

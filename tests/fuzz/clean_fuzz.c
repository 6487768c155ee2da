/* clean_fuzz.c - any bytes as a page for a cleaner.
**
** The first byte says what is known of the page. What is masked must lie in
** the text, in order and apart, and be the same when it is read again. */
#include "gloss.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { TITLE = 1, SOURCE = 2, KNOWN = 4, SIGNS = 8 }; /* flags */

static void must(int ok) {
  if (!ok) abort();
}

static gloss_slice slice(const char *s) {
  return (gloss_slice){ s, strlen(s) };
}

/* ---- A cleaner ---- */

static const struct {
  gloss_clean_list list;
  const char *phrases, *reason;
  uint32_t number;
} rows[] = {
  { GLOSS_CLEAN_WHOLE, "home|menu|share|x", "navigation", 0 },
  { GLOSS_CLEAN_START, "read more", "teaser", 12 },
  { GLOSS_CLEAN_START, "\xC2\xA9", "copyright", 0 },
  { GLOSS_CLEAN_INSIDE, "your inbox", "newsletter", 0 },
  { GLOSS_CLEAN_INSIDE, "\xE7\x84\xA1\xE6\x96\xAD", "copyright", 0 },
  { GLOSS_CLEAN_ENDS, "comments", "", 0 },
  { GLOSS_CLEAN_COUNTED, "comments", "comments", 0 },
  { GLOSS_CLEAN_SECTIONS, "arts|books", "", 0 },
  { GLOSS_CLEAN_JOINING, "and", "", 0 },
  { GLOSS_CLEAN_TRADES, "reporter", "", 0 },
  { GLOSS_CLEAN_BIOS, "contributed", "", 0 },
  { GLOSS_CLEAN_IS, "is a", "", 1 },
  { GLOSS_CLEAN_IS, "is the", "", 2 },
  { GLOSS_CLEAN_MONTHS, "may|m\xC3\xA4rz", "", 5 },
  { GLOSS_CLEAN_MONTH_STARTS, "may", "", 0 },
  { GLOSS_CLEAN_DAYS, "monday", "", 0 },
  { GLOSS_CLEAN_STAMPS, "at|pm", "", 0 },
  { GLOSS_CLEAN_STAMP_ENDS, "ago", "", 0 },
  { GLOSS_CLEAN_BY, "by", "", 0 },
  { GLOSS_CLEAN_BY_NAMES, "Von", "", 0 },
  { GLOSS_CLEAN_BY_STARTS, "author:", "", 0 },
  { GLOSS_CLEAN_BY_WRITTEN, "written by", "", 0 },
  { GLOSS_CLEAN_BY_ENDS, "on", "", 0 }
};

static gloss_cleaner *make_cleaner(void) {
  gloss_cleaner *c = gloss_cleaner_new(NULL);
  must(c != NULL);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    must(gloss_cleaner_phrases(c, rows[i].list, slice(rows[i].phrases),
                               slice(rows[i].reason), rows[i].number, NULL));
  must(gloss_cleaner_weigh(c, GLOSS_CLEAN_TEXT, slice("words8"), 2, NULL));
  must(gloss_cleaner_weigh(c, GLOSS_CLEAN_TEXT, slice("list2"), -1, NULL));
  must(gloss_cleaner_learn(c, slice("m"), slice("0 pages"), slice("paging"),
                           NULL));
  return c;
}

/* ---- A page ---- */

static void check_masks(const gloss_cleaner *c, size_t len) {
  size_t count, last = 0;
  const gloss_span *masks = gloss_cleaner_masks(c, &count);
  for (size_t i = 0; i < count; i++) {
    must(masks[i].start >= last && masks[i].end > masks[i].start);
    last = masks[i].end;
  }
  must(last <= len);
}

static void count_sign(void *data, gloss_clean_part part, size_t line,
                       const char *sign, double weight) {
  size_t *count = data;
  must(part < GLOSS_CLEAN_GAP && sign[0] != '\0' && weight == weight);
  *count += line + 1;
}

/* Asks for all that is known of the page; a number that must not change. */
static size_t ask(gloss_cleaner *c, unsigned flags) {
  gloss_clean_decision d;
  size_t sum = 0;
  for (size_t i = 0; gloss_cleaner_decision(c, i, &d); i++)
    sum = sum * 31 + (d.rule != NULL) * 2 + d.text + d.reason.len +
          gloss_cleaner_said(c, i).len;
  if (flags & SIGNS) must(gloss_cleaner_signs(c, count_sign, &sum, NULL));
  return sum;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static gloss_cleaner *cleaner;
  unsigned flags = size > 0 ? data[0] : 0;
  const char *text = size > 0 ? (const char *)data + 1 : "";
  size_t len = size > 0 ? size - 1 : 0, sum;
  gloss_doc *doc = gloss_doc_new(text, len, NULL, NULL);
  gloss_clean_known known = { { "", 0 }, { "", 0 }, false, false, false };
  gloss_slice key;
  if (doc == NULL) return 0;
  if (cleaner == NULL) cleaner = make_cleaner();
  if (flags & TITLE) known.title = (gloss_slice){ text, len };
  if (flags & SOURCE) known.source = slice("m");
  known.byline = known.date = known.place = (flags & KNOWN) != 0;
  must(gloss_cleaner_read(cleaner, doc, &known, NULL));
  check_masks(cleaner, len);
  sum = ask(cleaner, flags);
  must(gloss_cleaner_read(cleaner, doc, &known, NULL));
  must(ask(cleaner, flags) == sum);
  must(gloss_cleaner_add(cleaner, true, NULL));
  gloss_doc_free(doc);
  must(gloss_cleaner_key(cleaner, (gloss_slice){ text, len }, &key, NULL));
  (void)gloss_cleaner_reason(cleaner, key);
  return 0;
}

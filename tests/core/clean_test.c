/* clean_test.c - the article of a page, as C sees it: what lines say, dates and
** authors of the head, and lack of memory. Pages are tested in
** tests/lua/clean_spec.lua. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clean/clean.h"
/* __wrap_malloc: the Makefile links the wrappers */
#include "failing_malloc.h"

static gloss_slice slice(const char *s) {
  return (gloss_slice){ s, strlen(s) };
}

static bool is(gloss_slice s, const char *expected) {
  return s.len == strlen(expected) && memcmp(s.bytes, expected, s.len) == 0;
}

/* ---- A cleaner ----------------------------------------------------------- */

typedef struct row {
  gloss_clean_list list;
  const char *phrases, *reason;
  uint32_t number;
} row;

static const row rows[] = {
  { GLOSS_CLEAN_WHOLE, "home|main\n  menu||x", "navigation", 0 },
  { GLOSS_CLEAN_WHOLE, "x|menu", "share", 0 },
  { GLOSS_CLEAN_START, "read more:", "teaser", 0 },
  { GLOSS_CLEAN_START, "follow", "share", 5 },
  { GLOSS_CLEAN_START, "follow us today", "newsletter", 0 },
  { GLOSS_CLEAN_START, "©", "copyright", 60 },
  { GLOSS_CLEAN_START, "写真", "caption", 10 },
  { GLOSS_CLEAN_INSIDE, "all rights reserved", "copyright", 0 },
  { GLOSS_CLEAN_INSIDE, "your inbox", "newsletter", 20 },
  { GLOSS_CLEAN_INSIDE, "無断転載", "copyright", 60 },
  { GLOSS_CLEAN_ENDS, "comments|read next", "", 0 },
  { GLOSS_CLEAN_COUNTED, "comments", "comments", 0 },
  { GLOSS_CLEAN_COUNTED, "shares|kudos", "share", 0 },
  { GLOSS_CLEAN_SECTIONS, "arts|books", "", 0 },
  { GLOSS_CLEAN_JOINING, "and", "", 0 },
  { GLOSS_CLEAN_TRADES, "reporter|editor", "", 0 },
  { GLOSS_CLEAN_BIOS, "contributed to this", "", 0 },
  { GLOSS_CLEAN_BIO_STARTS, "additional reporting", "", 0 },
  { GLOSS_CLEAN_IS, "is a|is an", "", 1 },
  { GLOSS_CLEAN_IS, "is the", "", 2 },
  { GLOSS_CLEAN_MONTHS, "april", "", 4 },
  { GLOSS_CLEAN_MONTHS, "may|mai", "", 5 },
  { GLOSS_CLEAN_MONTHS, "sept", "", 9 },
  { GLOSS_CLEAN_MONTHS, "february", "", 2 },
  { GLOSS_CLEAN_MONTHS, "märz", "", 3 },
  { GLOSS_CLEAN_MONTH_STARTS, "apr|may|mai", "", 0 },
  { GLOSS_CLEAN_DAYS, "monday", "", 0 },
  { GLOSS_CLEAN_STAMPS, "updated|at|p|m|pm|hours|ago", "", 0 },
  { GLOSS_CLEAN_STAMP_ENDS, "ago", "", 0 },
  { GLOSS_CLEAN_BY, "by", "", 0 },
  { GLOSS_CLEAN_BY_NAMES, "Von", "", 0 },
  { GLOSS_CLEAN_BY_STARTS, "posted by|author:", "", 0 },
  { GLOSS_CLEAN_BY_WRITTEN, "written by", "", 0 },
  { GLOSS_CLEAN_BY_ENDS, "on", "", 0 }
};

static const struct {
  gloss_clean_part part;
  const char *sign;
  double weight;
} weights[] = {
  { GLOSS_CLEAN_TEXT, "words20", 3 },
  { GLOSS_CLEAN_TEXT, "open_short", -2 },
  { GLOSS_CLEAN_TEXT, "says_navigation", -1 },
  { GLOSS_CLEAN_TEXT, "stop_middle", 2 },
  { GLOSS_CLEAN_OPENING, "always", -1 },
  { GLOSS_CLEAN_CLOSING, "above_s3", 0.5 },
  { GLOSS_CLEAN_GAP, "opening", -1 },
  { GLOSS_CLEAN_GAP, "line", -0.25 }
};

static gloss_cleaner *make(gloss_error *err) {
  gloss_cleaner *c = gloss_cleaner_new(err);
  bool ok = c != NULL;
  for (size_t i = 0; ok && i < sizeof rows / sizeof *rows; i++)
    ok = gloss_cleaner_phrases(c, rows[i].list, slice(rows[i].phrases),
                               slice(rows[i].reason), rows[i].number, err);
  for (size_t i = 0; ok && i < sizeof weights / sizeof *weights; i++)
    ok = gloss_cleaner_weigh(c, weights[i].part, slice(weights[i].sign),
                             weights[i].weight, err);
  if (ok) return c;
  gloss_cleaner_free(c);
  return NULL;
}

static gloss_cleaner *cleaner;

static int start(void **state) {
  (void)state;
  cleaner = make(NULL);
  return cleaner == NULL;
}

static int stop(void **state) {
  (void)state;
  gloss_cleaner_free(cleaner);
  return 0;
}

/* ---- Phrases ------------------------------------------------------------- */

static void says(void **state) {
  static const struct { const char *line, *reason; } cases[] = {
    { "Home", "navigation" }, { "* MAIN \t menu!", "navigation" },
    { "x", "navigation" }, { "menu", "share" }, { "Home page", "" },
    { "Read more: the hinges", "teaser" }, { "Read more", "" },
    { "- read more: the hinges", "teaser" }, { "→ • read more: x", "teaser" },
    { "follow us now", "share" }, { "follow us today and always, please",
                                    "newsletter" },
    { "follow a b c d e", "" }, { "© 2025", "copyright" },
    { "写真 東京", "caption" }, { "12 comments", "comments" },
    { "1.2k shares", "share" }, { "3kudos", "share" }, { "3 oranges", "" },
    { "The Mirror, all rights reserved.", "copyright" },
    { "News to your inbox", "newsletter" }, { "your inboxes", "" },
    { "記事の無断転載を禁じます", "copyright" }, { "", "" }, { "...", "" },
  };
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    gloss_slice line = gloss_clean_lowered(cleaner, slice(cases[i].line));
    uint32_t words = 1, reason;
    for (size_t at = 0; at < line.len; at++) words += line.bytes[at] == ' ';
    reason = gloss_clean_says(cleaner, line, gloss_clean_plain(line), words,
                              true);
    if (!is(gloss_clean_reason_name(cleaner, reason), cases[i].reason))
      fail_msg("%s", cases[i].line);
  }
  assert_true(is(gloss_cleaner_reason(cleaner, slice("0 comments")),
                 "comments"));
  assert_int_equal(gloss_cleaner_reason(cleaner, slice("0 oranges")).len, 0);
}

static void has_keys(void **state) {
  static const struct { const char *line, *key; } cases[] = {
    { " 12  Comments ", "0 comments" }, { "(Seite 3/14)", "seite 0/0" },
    { "On May 3 it was 12 again", "on may 3 it was 12 again" },
    { "ÄHNLICH:", "ähnlich" }, { "?!", "" }
  };
  gloss_slice key;
  gloss_error err;
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    assert_true(gloss_cleaner_key(cleaner, slice(cases[i].line), &key, NULL));
    if (!is(key, cases[i].key)) fail_msg("%s", cases[i].line);
  }
  assert_false(gloss_cleaner_key(cleaner, slice("a\xFF"), &key, &err));
  assert_int_equal(err.code, GLOSS_BAD_UTF8);
  assert_int_equal(err.offset, 1);
}

static void knows_ends_and_sections(void **state) {
  (void)state;
  assert_true(gloss_clean_ends(cleaner, slice("comments"), 1));
  assert_true(gloss_clean_ends(cleaner, slice("12 comments"), 2));
  assert_true(gloss_clean_ends(cleaner, slice("comments (12"), 2));
  assert_false(gloss_clean_ends(cleaner, slice("comments"), 7));
  assert_false(gloss_clean_ends(cleaner, slice("12"), 1));
  assert_true(gloss_clean_is_section(cleaner, slice("arts & books"), 2));
  assert_true(gloss_clean_is_section(cleaner, slice("arts and books"), 3));
  assert_false(gloss_clean_is_section(cleaner, slice("and"), 1));
  assert_false(gloss_clean_is_section(cleaner, slice("arts of war"), 3));
  assert_false(gloss_clean_is_section(cleaner, slice("arts é"), 2));
}

/* ---- The head ------------------------------------------------------------ */

static void reads_dates(void **state) {
  static const struct { const char *text; uint32_t year, month, day; } cases[] =
  {
    { "April 2, 2025", 2025, 4, 2 }, { "2 April 2025", 2025, 4, 2 },
    { "Sept. 3, 2024 5:50 PM", 2024, 9, 3 },
    { "on APRIL 2nd, 2025", 2025, 4, 2 }, { "2nd of", 0, 0, 0 },
    { "Published 2025-04-02T10:00", 2025, 4, 2 },
    { "Stand: 02.04.2025", 2025, 4, 2 }, { "3. Mai 2024", 2024, 5, 3 },
    { "märz 3, 2020", 2020, 3, 3 }, { "February 29, 2024", 2024, 2, 29 },
    { "February 29, 2023", 0, 0, 0 }, { "6/7/2025", 0, 0, 0 },
    { "April 2", 0, 0, 0 }, { "2025", 0, 0, 0 }, { "April 45, 2025", 0, 0, 0 },
    { "April 2, 20256", 0, 0, 0 }, { "12025-04-02", 0, 0, 0 },
    { "2025-13-02", 0, 0, 0 }, { "no date", 0, 0, 0 }, { "", 0, 0, 0 }
  };
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    gloss_clean_date d;
    bool ok = gloss_clean_read_date(cleaner, slice(cases[i].text), &d);
    if (ok != (cases[i].year > 0) ||
        (ok && (d.year != cases[i].year || d.month != cases[i].month ||
                d.day != cases[i].day)))
      fail_msg("%s", cases[i].text);
  }
}

static void knows_stamps(void **state) {
  static const char *const stamps[] = {
    "april 2", "updated at 10:30", "12/04/25", "3 hours ago",
    "meridian press, april 2, 2025, 6:41 p.m."
  };
  static const char *const others[] = {
    "april", "3 hours", "call 112", "meridian press, april 2",
    "2025 a b c d e april 6:41"
  };
  (void)state;
  for (size_t i = 0; i < sizeof stamps / sizeof *stamps; i++)
    if (!gloss_clean_is_stamp(cleaner, slice(stamps[i]), 5))
      fail_msg("%s", stamps[i]);
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    if (gloss_clean_is_stamp(cleaner, slice(others[i]), 5))
      fail_msg("%s", others[i]);
  assert_false(gloss_clean_is_stamp(cleaner, slice("april 2"), 15));
}

static void reads_places(void **state) {
  static const struct { const char *text, *place; } lines[] = {
    { "GENEVA, April 2 (Meridian Press) - Talks began.", "GENEVA" },
    { "NEW PORT — Talks began.", "NEW PORT" },
    { "Geneva, April 2, 2025 (Meridian Press) -- Talks began.", "Geneva" },
    { "Geneva (Meridian Press) – Talks began.", "Geneva" },
    { "The minister - a lawyer - left.", "" },
    { "Talks began - and ended.", "" }, { "A - B", "" }, { " - ", "" },
  }, stamps[] = {
    { "Vardny, 1 April 2025", "Vardny" }, { "Monday, 1 April 2025", "" },
    { "Port Ilm, April 1, 2025, 10:30", "" }, { "Vardny, soon", "" },
    { "vardny, 1 April 2025", "" }, { "Vardny", "" }
  };
  size_t end = 0;
  (void)state;
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
    if (!is(gloss_clean_dateline(cleaner, slice(lines[i].text), &end),
            lines[i].place))
      fail_msg("%s", lines[i].text);
  for (size_t i = 0; i < sizeof stamps / sizeof *stamps; i++)
    if (!is(gloss_clean_stamped_place(cleaner, slice(stamps[i].text)),
            stamps[i].place))
      fail_msg("%s", stamps[i].text);
}

static void reads_authors(void **state) {
  static const struct { const char *text, *author; bool byline; } cases[] = {
    { "By Ida Morrow", "Ida Morrow", true },
    { "by Northgate News staff", "Northgate News staff", true },
    { "BY: Ida O’Morrow", "Ida O’Morrow", true },
    { "By Ida Morrow, Rivers Correspondent", "Ida Morrow", true },
    { "By Ida Morrow on Friday", "Ida Morrow", true },
    { "Von Lea Quist", "Lea Quist", true }, { "Von Lea", "Lea", false },
    { "Ida Morrow", "Ida Morrow", false },
    { "Ida Morrow | Reporter", "Ida Morrow", true },
    { "Ida Morrow, senior editor", "Ida Morrow", true },
    { "Written by Ida Morrow", "Ida Morrow", false },
    { "Posted by somebody", "", true }, { "Author: J. Roe", "", true },
    { "Bylaws changed", "", false }, { "two words", "", false },
    { "By the way, he said that it was over.", "", false }, { "By", "", false }
  };
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    gloss_slice text = slice(cases[i].text);
    gloss_slice lower = gloss_clean_lowered(cleaner, text);
    if (!is(gloss_clean_author(cleaner, text), cases[i].author) ||
        gloss_clean_is_byline(cleaner, text, lower, 4) != cases[i].byline)
      fail_msg("%s", cases[i].text);
  }
}

static void knows_lines_about_authors(void **state) {
  static const char *const bios[] = {
    "Ida Morrow is a reporter in Sund.", "She is the deputy editor.",
    "Ann Lee contributed to this story.", "Additional reporting by Ann Lee"
  };
  static const char *const others[] = {
    "The reporter is a woman.", "He is the man of all these a b c d e editor.",
    "It is a fact that all of us know well: he is the editor", "Ida is an"
  };
  (void)state;
  for (size_t i = 0; i < sizeof bios / sizeof *bios; i++)
    if (!gloss_clean_is_bio(cleaner, slice(bios[i]), 8))
      fail_msg("%s", bios[i]);
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    if (gloss_clean_is_bio(cleaner, slice(others[i]), 8))
      fail_msg("%s", others[i]);
}

/* ---- Pages --------------------------------------------------------------- */

static const char page[] =
    "Home\nMain menu\nx\n\nThe barrier opens late\nBy Ida Morrow\n"
    "SUND, April 2, 2025 (Press) - The barrier will open in the coming year, "
    "later than it was planned to, the engineers of the town said.\n"
    "They said so twice, and nobody in the town who heard them could believe "
    "a word of what they were saying then.\nHome\n"
    "The hinges are to blame for it, as they always were in the past, and the "
    "gates are fine, a man who had seen both of them said.\n"
    "Related things\nMore things\n12 comments\nI do not like it\n";

static gloss_doc *read_page(gloss_cleaner *c, const char *text,
                            const gloss_clean_known *known, gloss_error *err) {
  gloss_doc *doc = gloss_doc_new(text, strlen(text), NULL, err);
  if (doc == NULL) return NULL;
  if (gloss_cleaner_read(c, doc, known, err) &&
      gloss_cleaner_add(c, true, err))
    return doc;
  gloss_doc_free(doc);
  return NULL;
}

static void cleans_pages(void **state) {
  static const char *const expected[] = {
    "words navigation", "words navigation", "words navigation", "-",
    "words byline", "-", "-", "words navigation", "-", "behind the text links",
    "behind the text links", "words comments", "behind the text comments"
  };
  gloss_clean_known known = { { "", 0 }, { "", 0 }, false, false, false };
  gloss_doc *doc = read_page(cleaner, page, &known, NULL);
  gloss_clean_head head = gloss_cleaner_head(cleaner);
  gloss_clean_decision d;
  size_t masks, i;
  (void)state;
  assert_non_null(doc);
  assert_true(is(head.title, "The barrier opens late"));
  assert_true(is(head.byline, "Ida Morrow"));
  assert_true(is(head.place, "SUND"));
  assert_string_equal(head.date, "2025-04-02");
  for (i = 0; gloss_cleaner_decision(cleaner, i, &d); i++) {
    char text[64];
    assert_true(d.weighed && i < sizeof expected / sizeof *expected);
    snprintf(text, sizeof text, "%s%s%.*s", d.rule != NULL ? d.rule : "-",
             d.rule != NULL ? " " : "", (int)d.reason.len, d.reason.bytes);
    assert_string_equal(text, expected[i]);
  }
  assert_int_equal(i, sizeof expected / sizeof *expected);
  assert_true(is(gloss_cleaner_said(cleaner, 1), "main menu"));
  assert_int_equal(gloss_cleaner_said(cleaner, 4).len, 0);
  assert_int_equal(gloss_cleaner_said(cleaner, 99).len, 0);
  (void)gloss_cleaner_masks(cleaner, &masks);
  assert_int_equal(masks, 9);
  assert_int_equal(gloss_layer_count(gloss_doc_layer(doc, "noise", 5)), 9);
  gloss_doc_free(doc);
}

static void leaves_what_is_known(void **state) {
  gloss_clean_known known = { { "Mine", 4 }, { "", 0 }, true, true, true };
  gloss_doc *doc = read_page(cleaner, page, &known, NULL);
  gloss_clean_head head = gloss_cleaner_head(cleaner);
  (void)state;
  assert_non_null(doc);
  assert_true(head.title.len + head.byline.len + head.place.len == 0);
  assert_string_equal(head.date, "");
  gloss_doc_free(doc);
}

static void masks_what_was_learned(void **state) {
  gloss_clean_known known = { { "", 0 }, { "mirror", 6 }, false, false, false };
  gloss_cleaner *c = make(NULL);
  gloss_clean_decision d;
  gloss_doc *doc;
  (void)state;
  assert_true(gloss_cleaner_learn(c, slice("mirror"), slice("page 0"),
                                  slice("paging"), NULL));
  assert_true(gloss_cleaner_learn(c, slice(""), slice("of all"),
                                  slice("furniture"), NULL));
  assert_true(gloss_cleaner_learn(c, slice("herald"), slice("of the herald"),
                                  slice("furniture"), NULL));
  doc = read_page(c, "Page 12\nOf all\nOf the Herald", &known, NULL);
  assert_non_null(doc);
  assert_true(gloss_cleaner_decision(c, 0, &d));
  assert_string_equal(d.rule, "learned");
  assert_true(is(d.reason, "paging"));
  assert_true(gloss_cleaner_decision(c, 1, &d) && d.rule != NULL);
  assert_true(gloss_cleaner_decision(c, 2, &d) && d.rule == NULL);
  gloss_doc_free(doc);
  gloss_cleaner_free(c);
}

static void count_sign(void *data, gloss_clean_part part, size_t line,
                       const char *sign, double weight) {
  size_t *counts = data;
  (void)line;
  counts[part]++;
  if (strcmp(sign, "words20") == 0) assert_true(weight == 3);
}

static void tells_signs(void **state) {
  gloss_clean_known known = { { "", 0 }, { "", 0 }, false, false, false };
  gloss_doc *doc = read_page(cleaner, "One line\nAnother one.", &known, NULL);
  size_t counts[GLOSS_CLEAN_PARTS] = { 0 }, again[GLOSS_CLEAN_PARTS] = { 0 };
  (void)state;
  assert_non_null(doc);
  assert_true(gloss_cleaner_signs(cleaner, count_sign, counts, NULL));
  assert_true(gloss_cleaner_signs(cleaner, count_sign, again, NULL));
  for (int i = 0; i < GLOSS_CLEAN_GAP; i++) assert_true(counts[i] > 4);
  assert_memory_equal(counts, again, sizeof counts);
  gloss_doc_free(doc);
}

static void refuses(void **state) {
  gloss_cleaner *c = make(NULL);
  gloss_error err;
  (void)state;
  assert_false(gloss_cleaner_add(c, true, &err));
  assert_int_equal(err.code, GLOSS_BAD_ARGUMENT);
  assert_false(gloss_cleaner_weigh(c, GLOSS_CLEAN_TEXT, slice("word20"), 1,
                                   &err));
  assert_int_equal(err.code, GLOSS_BAD_ARGUMENT);
  assert_false(gloss_cleaner_weigh(c, GLOSS_CLEAN_GAP, slice("words20"), 1,
                                   &err));
  assert_false(gloss_cleaner_weigh(c, GLOSS_CLEAN_TEXT, slice("says_no"), 1,
                                   &err));
  for (int i = 0; i < GLOSS_CLEAN_REASONS; i++) {
    char reason[32];
    snprintf(reason, sizeof reason, "reason %d", i);
    if (!gloss_cleaner_phrases(c, GLOSS_CLEAN_WHOLE, slice("phrase"),
                               slice(reason), 0, &err))
      break;
  }
  assert_int_equal(err.code, GLOSS_BAD_ARGUMENT);
  gloss_cleaner_free(c);
}

/* Texts that could cost more than their length. */
static void is_linear(void **state) {
  static const char *const pieces[] = { "a\n", "1. \n", "By ", "is a ",
                                        "x2025-", "“", "- ", "ab " };
  gloss_clean_known known = { { "", 0 }, { "", 0 }, false, false, false };
  enum { TIMES = 200000 };
  char *text = malloc(TIMES * 8 + 64);
  (void)state;
  for (size_t p = 0; p < sizeof pieces / sizeof *pieces; p++) {
    size_t len = strlen(pieces[p]);
    gloss_doc *doc;
    for (size_t i = 0; i < TIMES; i++)
      memcpy(text + i * len, pieces[p], len);
    strcpy(text + TIMES * len, "\nHome\nx\nmenu");
    doc = read_page(cleaner, text, &known, NULL);
    assert_non_null(doc);
    gloss_doc_free(doc);
  }
  free(text);
}

static int clean_anew(void) {
  gloss_error err = { GLOSS_OK, 0, "" };
  gloss_clean_known known = { { "Barrier", 7 }, { "m", 1 }, false, false,
                              false };
  gloss_cleaner *c = make(&err);
  size_t counts[GLOSS_CLEAN_PARTS] = { 0 };
  gloss_doc *doc = NULL;
  int ok = c != NULL && gloss_cleaner_learn(c, slice("m"), slice("of all"),
                                            slice("furniture"), &err);
  if (ok) doc = read_page(c, page, &known, &err);
  ok = ok && doc != NULL && gloss_cleaner_signs(c, count_sign, counts, &err);
  if (!ok) assert_int_equal(err.code, GLOSS_NO_MEMORY);
  gloss_doc_free(doc);
  gloss_cleaner_free(c);
  return ok;
}

static void survives_lack_of_memory(void **state) {
  (void)state;
  assert_true(fail_every_allocation(clean_anew) > 50);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(says),
    cmocka_unit_test(has_keys),
    cmocka_unit_test(knows_ends_and_sections),
    cmocka_unit_test(reads_dates),
    cmocka_unit_test(knows_stamps),
    cmocka_unit_test(reads_places),
    cmocka_unit_test(reads_authors),
    cmocka_unit_test(knows_lines_about_authors),
    cmocka_unit_test(cleans_pages),
    cmocka_unit_test(leaves_what_is_known),
    cmocka_unit_test(masks_what_was_learned),
    cmocka_unit_test(tells_signs),
    cmocka_unit_test(refuses),
    cmocka_unit_test(is_linear),
    cmocka_unit_test(survives_lack_of_memory),
  };
  return cmocka_run_group_tests(tests, start, stop);
}

/* doc_test.c - documents: what they refuse, their blocks, and out of memory. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>

#include "cases.h"
#include "pack.h"
/* __wrap_malloc: the Makefile links the wrappers */
#include "failing_malloc.h"

static gloss_language *english;

static void refuses_bad_utf8_with_its_place(void **state) {
  gloss_error err;
  (void)state;
  assert_null(gloss_doc_new("ab\xFF", 3, NULL, &err));
  assert_int_equal(err.code, GLOSS_BAD_UTF8);
  assert_int_equal(err.offset, 2);
  assert_null(gloss_doc_new("", GLOSS_MAX_TEXT + 1, NULL, &err));
  assert_int_equal(err.code, GLOSS_TOO_LARGE);
}

static void takes_empty_text_and_nul_bytes(void **state) {
  gloss_options options = { english, NULL };
  gloss_doc *doc = gloss_doc_new("", 0, &options, NULL);
  size_t count = 9, len;
  (void)state;
  assert_non_null(doc);
  assert_int_equal(gloss_doc_token_count(doc), 0);
  assert_non_null(gloss_doc_sentences(doc, &count, NULL));
  assert_int_equal(count, 0);
  assert_non_null(gloss_doc_lines(doc, &count, NULL));
  assert_int_equal(count, 0);
  assert_non_null(gloss_doc_atoms(doc, &count, NULL));
  assert_int_equal(count, 0);
  gloss_doc_free(doc);
  doc = gloss_doc_new("a\0b c.", 6, &options, NULL);
  assert_int_equal(gloss_doc_token_count(doc), 5);
  gloss_doc_text(doc, &len);
  assert_int_equal(len, 6);
  gloss_doc_free(doc);
}

static void finds_lines_and_paragraphs(void **state) {
  static const char text[] = "one\r\n two \n \t\n\n three\rfour\n";
  static const gloss_span lines[] = { { 0, 3 }, { 5, 10 }, { 11, 13 },
                                      { 14, 14 }, { 15, 21 }, { 22, 26 } };
  static const gloss_span paragraphs[] = { { 0, 9 }, { 16, 26 } };
  gloss_doc *doc = gloss_doc_new(text, sizeof text - 1, NULL, NULL);
  size_t count;
  const gloss_span *list = gloss_doc_lines(doc, &count, NULL);
  (void)state;
  assert_int_equal(count, 6);
  assert_memory_equal(list, lines, sizeof lines);
  list = gloss_doc_paragraphs(doc, &count, NULL);
  assert_int_equal(count, 2);
  assert_memory_equal(list, paragraphs, sizeof paragraphs);
  gloss_doc_free(doc);
}

static void tells_the_forms_of_lines(void **state) {
  static const char text[] = " \n\n Ann, 3 Bees!! (No..)\n|\n";
  gloss_options options = { english, NULL };
  gloss_doc *doc = gloss_doc_new(text, sizeof text - 1, &options, NULL);
  size_t count;
  const gloss_line_form *list = gloss_doc_line_forms(doc, &count, NULL);
  (void)state;
  assert_int_equal(count, 2);
  assert_int_equal(list[0].span.start, 4);
  assert_int_equal(list[0].span.end, 24);
  assert_int_equal(list[0].blank_above, 2);
  assert_int_equal(list[0].words, 4);
  assert_int_equal(list[0].numbers, 1);
  assert_int_equal(list[0].capitals, 3);
  assert_int_equal(list[0].pauses, 1);
  assert_int_equal(list[0].head, 'A');
  assert_int_equal(list[0].tail, '.');
  assert_int_equal(list[1].token, list[0].tokens);
  assert_int_equal(list[1].signs, 1);
  assert_int_equal(list[1].blank_above, 0);
  gloss_doc_free(doc);
}

static void finds_the_token_after_an_offset(void **state) {
  gloss_options options = { english, NULL };
  gloss_doc *doc = gloss_doc_new("one two", 7, &options, NULL);
  (void)state;
  assert_int_equal(gloss_doc_token_after(doc, 0), 0);
  assert_int_equal(gloss_doc_token_after(doc, 2), 0);
  assert_int_equal(gloss_doc_token_after(doc, 3), 1);
  assert_int_equal(gloss_doc_token_after(doc, 7), 2);
  gloss_doc_free(doc);
}

static void refuses_masks_that_overlap(void **state) {
  static const gloss_span overlap[] = { { 0, 3 }, { 2, 5 } };
  static const gloss_span outside[] = { { 0, 99 } };
  static const gloss_span cut[] = { { 1, 2 } };
  gloss_doc *doc = gloss_doc_new("one two", 7, NULL, NULL);
  gloss_error err;
  (void)state;
  assert_false(gloss_doc_mask(doc, overlap, 2, &err));
  assert_int_equal(err.code, GLOSS_BAD_ARGUMENT);
  assert_false(gloss_doc_mask(doc, outside, 1, &err));
  assert_int_equal(err.code, GLOSS_BAD_ARGUMENT);
  gloss_doc_free(doc);
  doc = gloss_doc_new("\xC3\xA9 two", 6, NULL, NULL);
  assert_false(gloss_doc_mask(doc, cut, 1, &err));
  assert_int_equal(err.code, GLOSS_BAD_ARGUMENT);
  gloss_doc_free(doc);
}

/* A document that comes after others in a workspace is like the first. */
static void a_workspace_changes_nothing(void **state) {
  gloss_workspace *workspace = gloss_workspace_new(NULL);
  gloss_options with = { english, workspace }, without = { english, NULL };
  char text[512];
  (void)state;
  for (int round = 0; round < 500; round++) {
    size_t len = case_random_text(text, case_random(300)), m, n;
    gloss_doc *a = gloss_doc_new(text, len, &with, NULL);
    gloss_doc *b = gloss_doc_new(text, len, &without, NULL);
    const gloss_sentence *s = gloss_doc_sentences(a, &m, NULL);
    const gloss_sentence *t = gloss_doc_sentences(b, &n, NULL);
    assert_int_equal(gloss_doc_token_count(a), gloss_doc_token_count(b));
    assert_int_equal(m, n);
    for (size_t i = 0; i < n; i++) {
      assert_int_equal(s[i].start, t[i].start);
      assert_int_equal(s[i].end, t[i].end);
    }
    gloss_doc_free(b);
    gloss_doc_free(a);
  }
  gloss_workspace_free(workspace);
}

/* ---- Out of memory ---- */

static const gloss_language *language_at_work;

static bool ask_for_all(gloss_doc *doc) {
  static const gloss_span mask = { 4, 9 };
  size_t count;
  return gloss_doc_mask(doc, &mask, 1, NULL) &&
         gloss_doc_sentences(doc, &count, NULL) != NULL &&
         gloss_doc_decisions(doc, &count, NULL) != NULL &&
         gloss_doc_paragraphs(doc, &count, NULL) != NULL &&
         gloss_doc_line_forms(doc, &count, NULL) != NULL &&
         gloss_doc_atoms(doc, &count, NULL) != NULL;
}

static int make_document(void) {
  static char text[40000];
  gloss_options options = { language_at_work, NULL };
  gloss_doc *doc;
  bool ok;
  memset(text, '.', sizeof text); /* more tokens than were reckoned with */
  for (size_t i = 0; i < sizeof text; i += 7) text[i] = i % 5 ? 'a' : '\n';
  doc = gloss_doc_new(text, sizeof text, &options, NULL);
  ok = doc != NULL && ask_for_all(doc);
  gloss_doc_free(doc);
  return ok;
}

static void fails_cleanly_without_memory(void **state) {
  (void)state;
  language_at_work = english;
  assert_true(fail_every_allocation(make_document) > 5);
  language_at_work = NULL;
  assert_true(fail_every_allocation(make_document) > 5);
}

static int set_up(void **state) {
  (void)state;
  english = pack_load("en");
  return english == NULL;
}
static int tear_down(void **state) {
  (void)state;
  gloss_language_free(english);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(refuses_bad_utf8_with_its_place),
    cmocka_unit_test(takes_empty_text_and_nul_bytes),
    cmocka_unit_test(finds_lines_and_paragraphs),
    cmocka_unit_test(tells_the_forms_of_lines),
    cmocka_unit_test(finds_the_token_after_an_offset),
    cmocka_unit_test(refuses_masks_that_overlap),
    cmocka_unit_test(a_workspace_changes_nothing),
    cmocka_unit_test(fails_cleanly_without_memory),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}

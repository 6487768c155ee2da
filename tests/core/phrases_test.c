/* phrases_test.c - where noun phrases begin and end. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "clauses.h"
#include "clauses/phrases.h"
#include "pack.h"

static gloss_lexicon *lexicon;
static gloss_language *language;

static int start(void **state) {
  (void)state;
  lexicon = clauses_lexicon("en", NULL);
  language = pack_load("en");
  return lexicon == NULL || language == NULL;
}

static int stop(void **state) {
  (void)state;
  gloss_lexicon_free(lexicon);
  gloss_language_free(language);
  return 0;
}

/* ---- Texts with the phrase in brackets ----------------------------------- */

static clauses_text read;
static int first, last; /* items in the brackets */
static char bare[256];

/* Reads a text without its brackets. */
static void open(const char *text) {
  uint32_t at = 0, from = 0, to = 0;
  for (; *text != '\0'; text++) {
    if (*text == '[')
      from = at;
    else if (*text == ']')
      to = at;
    else
      bare[at++] = *text;
  }
  bare[at] = '\0';
  assert_true(clauses_read(&read, bare, lexicon, language, NULL));
  first = gloss_item_at(&read.list, from);
  last = gloss_item_at(&read.list, to - 1);
}

static void test_right(void **state) {
  static const char *const texts[] = {
    "[Roe] said it fell.",
    "[The old head of the fund] said it fell.",
    "[Roe and Low] said it fell.",
    "[The bridge] and Roe fell.",
    "[All the men] left.",
    "[Roe] resigned.",
    "[The united front] left.",
    "[She] said it fell.",
  };
  (void)state;
  for (size_t i = 0; i < CLAUSES_COUNT(texts); i++) {
    open(texts[i]);
    if (gloss_phrase_right(&read.list, first, read.list.count, false) != last)
      fail_msg("%s", texts[i]);
    clauses_close(&read);
  }
}

static void test_wide(void **state) {
  (void)state;
  open("[The bridge in Oslo] fell.");
  assert_int_equal(
      gloss_phrase_right(&read.list, first, read.list.count, true), last);
  assert_int_equal(
      gloss_phrase_right(&read.list, first, read.list.count, false), 2);
  clauses_close(&read);
}

static void test_left(void **state) {
  static const char *const texts[] = {
    "Later [the old head of the fund] said it.",
    "Then [aides to Mr. Roe] said it.",
    "Then [people briefed on the plan] left.",
    "He lets [the mayor] go.",
    "In Oslo, [someone in the hall] said it.",
    "[She] said it.",
    "Then [Roe himself] said it.",
    "Then \xE2\x80\x9CGo,\xE2\x80\x9D [Roe] said.",
  };
  (void)state;
  for (size_t i = 0; i < CLAUSES_COUNT(texts); i++) {
    open(texts[i]);
    if (gloss_phrase_left(&read.list, last, 1) != first)
      fail_msg("%s", texts[i]);
    clauses_close(&read);
  }
}

static void test_subject(void **state) {
  static const char *const texts[] = {
    "[Roe] left.",
    "In Oslo, [the head of the fund] left.",
    "Briefed on it, [Roe] left.",
    "Leaving, [she] said it.",
    "18:40 - [Roe] said it.",
    "But then [Roe] left.",
  };
  (void)state;
  for (size_t i = 0; i < CLAUSES_COUNT(texts); i++) {
    int stop_at = 0;
    open(texts[i]);
    if (gloss_phrase_subject(&read.list, 1, read.list.count, &stop_at) !=
            first ||
        stop_at != last)
      fail_msg("%s", texts[i]);
    clauses_close(&read);
  }
}

/* None: a unit of nothing but marks, a phrase that nothing ends. */
static void test_none(void **state) {
  int stop_at;
  (void)state;
  open("[--] in Oslo and in Low");
  assert_int_equal(gloss_phrase_subject(&read.list, 1, 1, &stop_at), 0);
  assert_int_equal(
      gloss_phrase_subject(&read.list, 2, read.list.count, &stop_at), 0);
  assert_int_equal(gloss_phrase_right(&read.list, 1, read.list.count, false),
                   0);
  assert_int_equal(gloss_phrase_left(&read.list, 1, 1), 0);
  clauses_close(&read);
}

static void test_apposed(void **state) {
  (void)state;
  open("by her son, [Paul Roe], on Monday");
  assert_int_equal(gloss_phrase_apposed(&read.list, first - 2, 9), last);
  assert_int_equal(gloss_phrase_apposed(&read.list, first - 3, 9), 0);
  clauses_close(&read);
}

static void test_verbs(void **state) {
  (void)state;
  open("[Roe was] in Oslo");
  assert_true(gloss_phrase_has_verb(&read.list, first, last));
  assert_false(gloss_phrase_has_verb(&read.list, last + 1, read.list.count));
  clauses_close(&read);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_right),   cmocka_unit_test(test_wide),
    cmocka_unit_test(test_left),    cmocka_unit_test(test_subject),
    cmocka_unit_test(test_none),    cmocka_unit_test(test_apposed),
    cmocka_unit_test(test_verbs),
  };
  return cmocka_run_group_tests(tests, start, stop);
}

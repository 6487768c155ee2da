/* acronyms_test.c - short forms that a text defines: the finder as C sees it.
** What it decides is tested in tests/lua/acronyms_spec.lua. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "acronyms/acronyms.h"
/* __wrap_malloc: the Makefile links the wrappers */
#include "failing_malloc.h"

static gloss_slice slice(const char *s) {
  return (gloss_slice){ s, strlen(s) };
}

/* ---- A finder ------------------------------------------------------------ */

static const struct { const char *list, *word; } words[] = {
  { "never", "see" }, { "introductions", "the" },
  { "introductions", "hereinafter,?" }, { "introductions", "also known as" },
  { "articles", "The" }, { "conjunctions", "and" }, { "small", "of" },
  { "small", "the" }, { "of", "of" }, { "measures", "concentration" },
  { "numerals", "2 ii" }, { "digits", "3 thr" },
  { "cuts", "([A-Z]+)-([a-z]+)" },
};

static const struct { const char *name; double value; } numbers[] = {
  { "word", 2 }, { "part", 1.7 }, { "joint", 1.2 }, { "next", 1.2 },
  { "inside", 0.6 }, { "apart", -0.12 }, { "strange", -1 },
  { "skipped", -1.4 }, { "skipped_small", -0.5 }, { "small", -0.3 },
  { "comma", -0.8 }, { "tail", -2 }, { "tail_skipped", -1.7 },
  { "of_tail", -1.5 }, { "small_first", -1.5 }, { "part_first", -1.5 },
  { "one_letter", 1.9 }, { "two_letters", 1 }, { "three_letters", 0.6 },
  { "four_letters", 0.5 }, { "more_letters", 0.4 }, { "turned", 1.7 },
  { "shortened", 1.5 }, { "behind_noun", 1.6 },
};

static bool fill(gloss_acronyms *a, gloss_error *err) {
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (!gloss_acronyms_word(a, words[i].list, slice(words[i].word), err))
      return false;
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
    if (!gloss_acronyms_number(a, numbers[i].name, numbers[i].value, err))
      return false;
  return true;
}

static gloss_acronyms *make_finder(gloss_error *err) {
  gloss_acronyms *a = gloss_acronyms_new(err);
  if (a != NULL && fill(a, err)) return a;
  gloss_acronyms_free(a);
  return NULL;
}

static gloss_acronyms *finder;

static int start(void **state) {
  (void)state;
  finder = make_finder(NULL);
  return finder == NULL;
}

static int stop(void **state) {
  (void)state;
  gloss_acronyms_free(finder);
  return 0;
}

/* ---- Definitions --------------------------------------------------------- */

static gloss_doc *doc_of(const char *text) {
  gloss_doc *doc = gloss_doc_new(text, strlen(text), NULL, NULL);
  assert_non_null(doc);
  return doc;
}

/* "SHORT=long form: rule; ..." */
static void check(const char *text, unsigned flags, const char *wanted) {
  char out[1000] = "";
  size_t n = 0, count;
  const gloss_acronym *list;
  gloss_doc *doc = doc_of(text);
  assert_true(gloss_acronyms_find(finder, doc, flags, &list, &count, NULL));
  for (size_t i = 0; i < count; i++)
    n += (size_t)snprintf(
        out + n, sizeof out - n, "%s%.*s=%.*s: %s", i > 0 ? "; " : "",
        (int)(list[i].short_form.end - list[i].short_form.start),
        text + list[i].short_form.start,
        (int)(list[i].long_form.end - list[i].long_form.start),
        text + list[i].long_form.start, list[i].rule);
  assert_string_equal(out, wanted);
  gloss_doc_free(doc);
}

static void finds_definitions(void **state) {
  (void)state;
  check("The Tarn Valley Fund (TVF) met the ATF (Alpine Trade Forum).", 0,
        "TVF=Tarn Valley Fund: long (short); "
        "ATF=Alpine Trade Forum: short (long)");
  check("They (Tarn Valley Fund, TVF) met. The ambient flow (F-a) fell.", 0,
        "TVF=Tarn Valley Fund: (long, short); "
        "F-a=ambient flow: long (short)");
  check("A three-wheel design (3WD) and salt acid concentration ([SA]).", 0,
        "3WD=three-wheel design: long (short); [SA]=salt acid "
        "concentration: long (short)");
  check("TVF = Tarn Valley Fund, ATF = Alpine Trade Forum", 0, "");
  check("TVF = Tarn Valley Fund, ATF = Alpine Trade Forum",
        GLOSS_ACRONYMS_LEGENDS,
        "TVF=Tarn Valley Fund: short = long; "
        "ATF=Alpine Trade Forum: short = long");
  check("No brackets, ) and ( not closed", 0, "");
  check("", 0, "");
}

/* Only what is asked for, and only once. */
static void looks_for_some(void **state) {
  static const char text[] = "The Tarn Fund (TF) and the Moor Bank (MB).";
  gloss_doc *doc = doc_of(text);
  const gloss_acronym *list;
  size_t count;
  (void)state;
  assert_true(gloss_acronyms_only(finder, slice("MB"), NULL));
  assert_true(gloss_acronyms_find(finder, doc, 0, &list, &count, NULL));
  assert_int_equal(count, 1);
  assert_int_equal(list[0].short_form.start, 38);
  assert_true(gloss_acronyms_find(finder, doc, 0, &list, &count, NULL));
  assert_int_equal(count, 2);
  gloss_doc_free(doc);
}

static void says_why(void **state) {
  gloss_doc *doc = doc_of("The Tarn Valley Fund (XQ) met.");
  const gloss_acronym *list;
  gloss_acronyms_lost lost;
  size_t count;
  (void)state;
  assert_true(gloss_acronyms_find(finder, doc, 0, &list, &count, NULL));
  assert_false(gloss_acronyms_why(finder, 0, &lost));
  assert_true(gloss_acronyms_find(finder, doc, GLOSS_ACRONYMS_EXPLAIN, &list,
                                  &count, NULL));
  assert_int_equal(count, 0);
  assert_true(gloss_acronyms_why(finder, 0, &lost));
  assert_string_equal(lost.rule, "long (short)");
  assert_int_equal(lost.span.start, 22);
  assert_true(lost.score == 0);
  gloss_doc_free(doc);
}

static void refuses_what_it_does_not_know(void **state) {
  gloss_error err;
  (void)state;
  assert_false(gloss_acronyms_word(finder, "large", slice("x"), &err));
  assert_int_equal(err.code, GLOSS_BAD_ARGUMENT);
  assert_false(gloss_acronyms_word(finder, "digits", slice("three"), &err));
  assert_int_equal(err.code, GLOSS_BAD_ARGUMENT);
  assert_false(gloss_acronyms_word(finder, "cuts", slice("(a)b"), &err));
  assert_int_equal(err.code, GLOSS_BAD_ARGUMENT);
  assert_false(gloss_acronyms_word(finder, "cuts", slice("(a"), &err));
  assert_int_equal(err.code, GLOSS_BAD_REGEX);
  assert_false(gloss_acronyms_word(finder, "small", slice(""), &err));
  assert_int_equal(err.code, GLOSS_BAD_ARGUMENT);
  assert_false(gloss_acronyms_number(finder, "height", 1, &err));
  assert_int_equal(err.code, GLOSS_BAD_ARGUMENT);
}

/* ---- Alignment ----------------------------------------------------------- */

static gloss_long_fit fit(const char *letters, const char *text) {
  finder->text = text;
  finder->len = (uint32_t)strlen(text);
  gloss_long_words(finder, (gloss_span){ 0, finder->len }, 14);
  return gloss_align(finder, letters, strlen(letters));
}

static void weighs_letters(void **state) {
  (void)state;
  assert_true(fit("atf", "Alpine Trade Forum").score >
              fit("atf", "Alternative Forum").score);
  assert_true(fit("atf", "Alternative Forum").score >
              fit("atf", "Forum Alternative").score);
  assert_true(fit("atf", "Alpine Trade Forum").score == 2);
  assert_true(fit("2f", "ii fund").found); /* a numeral is a digit, too */
  assert_false(fit("xyz", "Alpine").found);
  assert_false(fit("", "Alpine").found);
  assert_false(fit("a", "").found);
}

/* ---- Limits -------------------------------------------------------------- */

/* Time grows with the text alone, whatever the brackets. */
static void takes_any_brackets(void **state) {
  static const char *const pieces[] = { "(", "[a(", "(A, ", "A (B) ", ")(",
                                        "(a;b,c and ", "x-(", "AB = " };
  (void)state;
  for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
    size_t len = strlen(pieces[i]), count = 200000 / len, found;
    char *text = malloc(count * len);
    const gloss_acronym *list;
    gloss_doc *doc;
    assert_non_null(text);
    for (size_t k = 0; k < count; k++) memcpy(text + k * len, pieces[i], len);
    doc = gloss_doc_new(text, count * len, NULL, NULL);
    assert_non_null(doc);
    assert_true(gloss_acronyms_find(finder, doc, GLOSS_ACRONYMS_LEGENDS, &list,
                                    &found, NULL));
    gloss_doc_free(doc);
    free(text);
  }
}

static int work_without_memory(void) {
  static const char text[] =
      "The Tarn Valley Fund (TVF) met the ATF (Alpine Trade Forum), the so "
      "called A-beta group (see Fig. 2, hereinafter, the XYZ) and DB = Deep "
      "Bank. The ambient flow (F-a) and (Moor Bank, MB).";
  gloss_acronyms *a = make_finder(NULL);
  gloss_doc *doc = a != NULL ? gloss_doc_new(text, strlen(text), NULL, NULL)
                             : NULL;
  bool ok = doc != NULL &&
            gloss_acronyms_add(a, doc, GLOSS_ACRONYMS_LEGENDS |
                                           GLOSS_ACRONYMS_EXPLAIN, NULL);
  if (ok)
    assert_int_equal(gloss_layer_count(gloss_doc_layer(doc, "acronyms", 8)),
                     5);
  gloss_doc_free(doc);
  gloss_acronyms_free(a);
  return ok;
}

static void survives_failing_allocations(void **state) {
  (void)state;
  assert_in_range(fail_every_allocation(work_without_memory), 20, 10000);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(finds_definitions),
    cmocka_unit_test(looks_for_some),
    cmocka_unit_test(says_why),
    cmocka_unit_test(refuses_what_it_does_not_know),
    cmocka_unit_test(weighs_letters),
    cmocka_unit_test(takes_any_brackets),
    cmocka_unit_test(survives_failing_allocations),
  };
  return cmocka_run_group_tests(tests, start, stop);
}

/* casing_test.c - what letter case says of the words of a document. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "doc/doc_private.h"
#include "gloss.h"
/* __wrap_malloc: the Makefile links the wrappers */
#include "failing_malloc.h"

enum { CAPITAL = 1, SMALL = 2, OPENING = 4, FIRST_BIT = 3 };

static gloss_slice slice(const char *text) {
  return (gloss_slice){ text, strlen(text) };
}

/* The classes that letter case needs: bits 0, 1 and 2. */
static gloss_patterns *classes(gloss_error *err) {
  gloss_pattern_builder *b = gloss_pattern_builder_new(NULL, err);
  gloss_patterns *set = NULL;
  if (b != NULL && gloss_pattern_add(b, slice("[shape=/X.*/]"), 0, err) &&
      gloss_pattern_add(b, slice("[shape=/.*x.*/]"), 0, err) &&
      gloss_pattern_add(b, slice("\":\""), 0, err))
    set = gloss_pattern_build(b, err);
  gloss_pattern_builder_free(b);
  return set;
}

/* The bits of letter case of the tokens of a text, a letter each: o opens, h
** heading, s also small, i inside, r rather small; tokens end with a blank.
** false: no memory. */
static bool read(const gloss_patterns *set, gloss_workspace *w,
                 const char *text, char *out) {
  static const char names[] = "ohsir";
  const gloss_casing how = { CAPITAL, SMALL, OPENING, FIRST_BIT };
  gloss_options options = { .workspace = w };
  gloss_doc *doc = gloss_doc_new(text, strlen(text), &options, NULL);
  gloss_matcher *m = gloss_matcher_new(set, NULL);
  uint64_t tags[64];
  bool ok = doc != NULL && m != NULL && gloss_doc_token_count(doc) <= 64 &&
            gloss_matcher_tags(m, doc, tags, NULL) &&
            gloss_doc_casing(doc, &how, tags, NULL);
  for (size_t i = 0; ok && i < gloss_doc_token_count(doc); i++) {
    for (int k = 0; k < GLOSS_CASING_BITS; k++)
      if (tags[i] >> (FIRST_BIT + k) & 1) *out++ = names[k];
    *out++ = ' ';
  }
  *out = '\0';
  gloss_matcher_free(m);
  gloss_doc_free(doc);
  return ok;
}

/* The tags of a stretch are those of the whole text; others stay. */
static void tags_a_stretch(const char *pattern, gloss_span mask) {
  static const char text[] = "The bank. He saw Ann: the Bank. Ann saw it.";
  gloss_error err;
  gloss_doc *doc = gloss_doc_new(text, sizeof text - 1, NULL, &err);
  gloss_pattern_builder *b = gloss_pattern_builder_new(NULL, &err);
  gloss_patterns *set;
  gloss_matcher *m;
  uint64_t all[64], some[64];
  const gloss_token_list *t;
  size_t seen = 0;
  assert_true(gloss_pattern_add(b, slice(pattern), 0, &err));
  set = gloss_pattern_build(b, &err);
  m = gloss_matcher_new(set, &err);
  assert_true(gloss_doc_mask(doc, &mask, 1, &err));
  assert_true(gloss_matcher_tags(m, doc, all, &err));
  t = doc->tokens;
  memset(some, 0xFF, sizeof some);
  assert_true(gloss_matcher_tags_in(m, doc, (gloss_span){ 10, 31 }, some,
                                    &err));
  for (size_t i = 0; i < t->count; i++) {
    bool inside = t->starts[i] >= 10 && t->ends[i] <= 31;
    assert_true(some[i] == (inside ? all[i] : UINT64_MAX));
    seen += inside && some[i] == 1;
  }
  assert_in_range(seen, 1, 2);
  gloss_matcher_free(m);
  gloss_patterns_free(set);
  gloss_pattern_builder_free(b);
  gloss_doc_free(doc);
}

static void test_stretches(void **state) {
  (void)state;
  tags_a_stretch("[shape=/X.*/]", (gloss_span){ 17, 20 });   /* Ann */
  tags_a_stretch("[shape=/X.*/]", (gloss_span){ 0, 12 });    /* to He */
  tags_a_stretch("^ [shape=/X.*/]", (gloss_span){ 0, 3 });
}

static void test_cases(void **state) {
  static const struct { const char *text, *bits; } cases[] = {
    { "", "" },
    { "He left.", "o   " },
    { "The bank: He saw Ann.", "o   o  i  " },
    { "A bank saw the Bank.", "o    sir  " },
    { "Ann saw Bell, Bell, Bell and Bell at the bell.",
      "o  si  si  si  si     " },
    { "Big News From Here", "oh oh oh oh " },
    { "THE DOG RAN SO FAR.", "oh oh oh oh oh oh " },
    { "We saw Ann.\nAnn left.", "o  i  oi   " },
  };
  gloss_error err;
  gloss_patterns *set = classes(&err);
  gloss_workspace *w = gloss_workspace_new(&err);
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char bits[256];
    assert_true(read(set, w, cases[i].text, bits));
    assert_string_equal(cases[i].bits, bits);
  }
  gloss_workspace_free(w);
  gloss_patterns_free(set);
}

static void test_room(void **state) {
  const gloss_casing how = { CAPITAL, SMALL, OPENING, 60 };
  gloss_doc *doc = gloss_doc_new("x", 1, NULL, NULL);
  uint64_t tag = 0;
  gloss_error err;
  (void)state;
  assert_false(gloss_doc_casing(doc, &how, &tag, &err));
  assert_int_equal(GLOSS_BAD_ARGUMENT, err.code);
  gloss_doc_free(doc);
}

static gloss_patterns *shared;

static int read_afresh(void) {
  char bits[256];
  gloss_workspace *w = gloss_workspace_new(NULL);
  bool ok = w != NULL && read(shared, w, "A bank saw the Bank.", bits);
  gloss_workspace_free(w);
  return ok;
}

static void test_no_memory(void **state) {
  gloss_error err;
  (void)state;
  shared = classes(&err);
  assert_true(fail_every_allocation(read_afresh) > 5);
  gloss_patterns_free(shared);
}

/* The counts of one document are not those of the next, in one workspace. */
static void test_documents(void **state) {
  gloss_error err;
  gloss_patterns *set = classes(&err);
  gloss_workspace *w = gloss_workspace_new(&err);
  char bits[256];
  (void)state;
  for (int i = 0; i < 3; i++) {
    assert_true(read(set, w, "We saw Bell, bell.", bits));
    assert_string_equal("o  sir    ", bits);
    assert_true(read(set, w, "We saw Bell.", bits));
    assert_string_equal("o  i  ", bits);
  }
  gloss_workspace_free(w);
  gloss_patterns_free(set);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_stretches), cmocka_unit_test(test_cases),
    cmocka_unit_test(test_room),
    cmocka_unit_test(test_no_memory),
    cmocka_unit_test(test_documents),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

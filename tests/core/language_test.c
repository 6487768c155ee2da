/* language_test.c - languages: what a pack may say, and what it inherits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "language/language.h"
/* __wrap_malloc: the Makefile links the wrappers */
#include "failing_malloc.h"

static bool add(gloss_language_builder *b, const char *field, const char *item,
                gloss_error *err) {
  return gloss_language_add(b, field, item, strlen(item), err);
}

static void refuse(gloss_language_builder *b, const char *field,
                   const char *item) {
  gloss_error err = { GLOSS_OK, 0, "" };
  if (add(b, field, item, &err)) fail_msg("took %s '%s'", field, item);
  assert_int_equal(err.code, GLOSS_BAD_LANGUAGE);
  assert_true(err.message[0] != '\0');
}

static void refuses_what_it_does_not_know(void **state) {
  gloss_language_builder *b = gloss_language_builder_new("xx", NULL, NULL);
  char longest[GLOSS_MAX_WORD + 2];
  (void)state;
  memset(longest, 'a', sizeof longest);
  longest[sizeof longest - 1] = '\0';
  refuse(b, "abreviations.never", "mr");
  refuse(b, "abbreviations.never", "");
  refuse(b, "abbreviations.never", longest);
  refuse(b, "hyphen.cut", "yes");
  refuse(b, "clitics.split", "cannot");
  refuse(b, "clitics.split", "|cannot");
  refuse(b, "clitics.split", "cannot|");
  refuse(b, "clitics.split", "i|m");
  gloss_language_builder_free(b);
}

static void knows_words_in_any_spelling(void **state) {
  gloss_language_builder *b = gloss_language_builder_new("xx", NULL, NULL);
  gloss_language *language;
  uint64_t never = GLOSS_LIST(FIELD_ABBREVIATIONS_NEVER);
  (void)state;
  assert_true(add(b, "abbreviations.never", "prof", NULL));
  assert_true(add(b, "abbreviations.never", "No", NULL));
  assert_true(add(b, "abbreviations.never", "\xD1\x83\xD0\xBB", NULL));
  assert_true(add(b, "clitics.keep", "o'clock", NULL));
  language = gloss_language_build(b, NULL);
  assert_true(gloss_language_has_rules(language));
  assert_int_equal(gloss_word_lists(&language->words, "PROF", 4), never);
  assert_int_equal(gloss_word_lists(&language->words, "No", 2), never);
  assert_int_equal(gloss_word_lists(&language->words, "no", 2), 0);
  assert_int_equal(gloss_word_lists(&language->words, "\xD0\xA3\xD0\x9B", 4),
                   never);
  assert_int_equal(
      gloss_word_lists(&language->words, "O\xE2\x80\x99" "Clock", 9),
      GLOSS_LIST(FIELD_CLITICS_KEEP));
  gloss_language_free(language);
  gloss_language_builder_free(b);
}

static void inherits_and_replaces(void **state) {
  gloss_language_builder *b = gloss_language_builder_new("aa", NULL, NULL);
  gloss_language *parent, *child;
  (void)state;
  add(b, "abbreviations.may", "etc", NULL);
  add(b, "hyphen.cut", "true", NULL);
  add(b, "clitics.split", "can|not", NULL);
  parent = gloss_language_build(b, NULL);
  gloss_language_builder_free(b);
  b = gloss_language_builder_new("bb", parent, NULL);
  assert_true(gloss_language_clear(b, "abbreviations.may", NULL));
  assert_false(gloss_language_clear(b, "hyphen.cut", NULL));
  assert_true(add(b, "abbreviations.may", "inc", NULL));
  child = gloss_language_build(b, NULL);
  gloss_language_free(parent); /* the child does not keep it */
  assert_string_equal(gloss_language_code(child), "bb");
  assert_int_equal(gloss_word_lists(&child->words, "etc", 3), 0);
  assert_true(gloss_word_lists(&child->words, "inc", 3) != 0);
  assert_true(child->flags[FIELD_HYPHEN_CUT]);
  assert_true(gloss_language_may_split(child, "cannot", 6));
  assert_true(gloss_language_may_abbreviate(child, "Inc", 3));
  gloss_language_free(child);
  gloss_language_builder_free(b);
}

static void without_fields_it_is_und(void **state) {
  gloss_language_builder *b = gloss_language_builder_new("zz", NULL, NULL);
  gloss_language *language = gloss_language_build(b, NULL);
  (void)state;
  assert_false(gloss_language_has_rules(language));
  assert_null(gloss_language_build(b, NULL));
  assert_false(add(b, "hyphen.cut", "true", NULL));
  gloss_language_free(language);
  gloss_language_builder_free(b);
}

static void describes_every_field(void **state) {
  const gloss_language_field *fields = gloss_language_fields();
  size_t n = 0;
  (void)state;
  for (; fields[n].name != NULL; n++) {
    assert_true(fields[n].help != NULL && fields[n].help[0] != '\0');
    if (n < FIELD_LIST_COUNT)
      assert_int_equal(fields[n].kind, GLOSS_FIELD_LIST);
  }
  assert_int_equal(n, FIELD_COUNT);
  assert_true(FIELD_LIST_COUNT <= 64);
}

static int build_one(void) {
  gloss_language_builder *b = gloss_language_builder_new("xx", NULL, NULL);
  bool ok = b != NULL;
  for (int i = 0; ok && i < 2000; i++) {
    char word[16] = "aaaa";
    for (int j = 0; j < 4; j++) word[j] = (char)('a' + (i >> (j * 3) & 7));
    ok = add(b, "starters", word, NULL);
  }
  if (ok) {
    gloss_language *language = gloss_language_build(b, NULL);
    ok = language != NULL;
    gloss_language_free(language);
  }
  gloss_language_builder_free(b);
  return ok;
}

static void fails_cleanly_without_memory(void **state) {
  (void)state;
  assert_true(fail_every_allocation(build_one) > 3);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(refuses_what_it_does_not_know),
    cmocka_unit_test(knows_words_in_any_spelling),
    cmocka_unit_test(inherits_and_replaces),
    cmocka_unit_test(without_fields_it_is_und),
    cmocka_unit_test(describes_every_field),
    cmocka_unit_test(fails_cleanly_without_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

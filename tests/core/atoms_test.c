/* atoms_test.c - atoms: the finest pieces, however tokens are cut. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "cases.h"
#include "pack.h"
#include "tokenise/atoms.h"
#include "unicode/utf8.h"

static gloss_language *english;

static bool is_space(const char *text, size_t at, size_t *next) {
  return (gloss_class_of(gloss_utf8_next(text, at, next))->flags &
          GLOSS_CP_SPACE) != 0;
}

/* The atoms by their definition, one after the other. */
static void check_atoms(const char *text, size_t len,
                        const gloss_language *language) {
  gloss_options options = { language, NULL };
  gloss_doc *doc = gloss_doc_new(text, len, &options, NULL);
  size_t count, i = 0, at = 0, next;
  const gloss_span *atoms = gloss_doc_atoms(doc, &count, NULL);
  assert_non_null(atoms);
  while (at < len) {
    gloss_atom atom;
    if (is_space(text, at, &next)) {
      at = next;
      continue;
    }
    atom = gloss_atom_at(text, len, at);
    assert_true(i < count);
    assert_int_equal(atoms[i].start, atom.start);
    assert_int_equal(atoms[i].end, atom.end);
    at = atom.end;
    i++;
  }
  assert_int_equal(i, count);
  gloss_doc_free(doc);
}

static void do_not_depend_on_tokens(void **state) {
  char text[512];
  (void)state;
  for (int round = 0; round < 4000; round++) {
    size_t len = case_random_text(text, case_random(300));
    check_atoms(text, len, english);
    check_atoms(text, len, NULL);
  }
}

static void are_runs_of_letters_digits_and_single_signs(void **state) {
  static const char text[] =
      "cannot F16's \xE3\x82\xAB\xE3\x82\xBF a\xCC\x81-b";
  static const gloss_span want[] = {
    { 0, 6 }, { 7, 8 }, { 8, 10 }, { 10, 11 }, { 11, 12 }, { 13, 19 },
    { 20, 23 }, { 23, 24 }, { 24, 25 }
  };
  gloss_options options = { english, NULL };
  gloss_doc *doc = gloss_doc_new(text, sizeof text - 1, &options, NULL);
  size_t count;
  const gloss_span *atoms = gloss_doc_atoms(doc, &count, NULL);
  (void)state;
  assert_int_equal(count, sizeof want / sizeof *want);
  assert_memory_equal(atoms, want, sizeof want);
  gloss_doc_free(doc);
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
    cmocka_unit_test(do_not_depend_on_tokens),
    cmocka_unit_test(are_runs_of_letters_digits_and_single_signs),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}

/* few_test.c - a dictionary of few names finds what a compiled one does. */
#include "dict/few.h"
#include "dict/matcher.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

/* __wrap_malloc: the Makefile links the wrappers */
#include "failing_malloc.h"

static const char *const names[] = {
  "Orlan", "orlan", "ORLAN", "Van der Velde", "Velde", "IMNO", "I.M.N.O.",
  "M\xC3\xBCller", "Muller", "U.S.", "Torva Metals", "Torva", "the Torvas",
  "", "a\n\nb", "Orlan"
};
enum { COUNT = sizeof names / sizeof *names };

static const char text[] =
    "Orlan and ORLAN met Van der Velde's board; Velde, the Torvas, U.S. and "
    "IMNO. M\xC3\xBCller of Torva  Metals and Torva\nMetals left Orlando. "
    "MULLER, van der velde, I.M.N.O.";

static gloss_case case_of(size_t i) {
  return i % 3 == 0 ? GLOSS_SMART : i % 3 == 1 ? GLOSS_EXACT : GLOSS_FOLDED;
}

static gloss_slice name_at(size_t i) {
  return (gloss_slice){ names[i], strlen(names[i]) };
}

static bool fill(gloss_few *few) {
  for (size_t i = 0; i < COUNT; i++)
    if (!gloss_few_add(few, name_at(i), case_of(i), (uint32_t)i)) return false;
  return true;
}

/* The same names by way of a builder; ids in the order of their numbers. */
static gloss_dict *compile(gloss_string *bytes) {
  gloss_dict_builder *b = gloss_dict_builder_new(NULL);
  gloss_dict *dict;
  for (size_t i = 0; i < COUNT; i++) {
    char id = (char)('a' + i);
    gloss_alias_options o = { .letter_case = case_of(i),
                              .valid = GLOSS_ALWAYS };
    int64_t e = gloss_dict_add_entity(
        b, (gloss_slice){ &id, 1 }, (gloss_slice){ "", 0 },
        (gloss_slice){ "", 0 }, (gloss_period)GLOSS_ALWAYS, NULL);
    gloss_dict_add_alias(b, e, name_at(i), &o, NULL);
  }
  assert_true(gloss_dict_build(b, bytes, NULL));
  gloss_dict_builder_free(b);
  dict = gloss_dict_open(bytes->bytes, bytes->len, true, NULL);
  assert_non_null(dict);
  return dict;
}

static bool match(const gloss_dict *dict, unsigned flags, gloss_arena *arena,
                  gloss_hits *hits) {
  gloss_match_input input = { text, sizeof text - 1, NULL, 0, flags, NULL,
                              NULL };
  return gloss_dict_match(dict, &input, arena, hits, NULL);
}

static void check_same(const gloss_dict *a, const gloss_hits *x,
                       const gloss_dict *b, const gloss_hits *y) {
  assert_int_equal(x->count, y->count);
  assert_memory_equal(x->hits, y->hits, x->count * sizeof *x->hits);
  assert_int_equal(x->candidate_count, y->candidate_count);
  for (size_t i = 0; i < x->candidate_count; i++) {
    gloss_alias p, q;
    assert_true(gloss_dict_alias(a, x->candidates[i], &p));
    assert_true(gloss_dict_alias(b, y->candidates[i], &q));
    assert_int_equal(p.entity, q.entity);
    assert_int_equal(p.text.len, q.text.len);
    assert_memory_equal(p.text.bytes, q.text.bytes, p.text.len);
    assert_int_equal(p.options.letter_case, q.options.letter_case);
    assert_int_equal(p.options.require.len, 0);
  }
}

static void test_as_compiled(void **unused) {
  gloss_few few = { 0 };
  gloss_string bytes;
  gloss_dict *dict = compile(&bytes);
  gloss_arena *arena = gloss_arena_new();
  const gloss_dict *made;
  gloss_hits x, y;
  (void)unused;
  assert_true(fill(&few));
  assert_int_equal(few.count, COUNT - 2); /* an empty one, a blank line */
  made = gloss_few_make(&few, NULL);
  assert_non_null(made);
  for (unsigned flags = 0; flags < 2; flags++) {
    assert_true(match(made, flags, arena, &x));
    assert_true(match(dict, flags, arena, &y));
    assert_true(x.count >= 10);
    check_same(made, &x, dict, &y);
  }
  gloss_few_free(&few);
  gloss_dict_free(dict);
  gloss_string_free(&bytes);
  gloss_arena_free(arena);
}

static void test_nothing_found(void **unused) {
  gloss_few few = { 0 };
  gloss_arena *arena = gloss_arena_new();
  const gloss_dict *made;
  gloss_hits hits;
  (void)unused;
  made = gloss_few_make(&few, NULL);
  assert_non_null(made);
  assert_true(match(made, 0, arena, &hits));
  assert_int_equal(hits.count, 0);
  gloss_few_free(&few);
  gloss_arena_free(arena);
}

static int make_anew(void) {
  gloss_few few = { 0 };
  int ok = fill(&few) && gloss_few_make(&few, NULL) != NULL;
  gloss_few_free(&few);
  return ok;
}

static void test_lack_of_memory(void **unused) {
  (void)unused;
  assert_true(fail_every_allocation(make_anew) > 8);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_as_compiled), cmocka_unit_test(test_nothing_found),
    cmocka_unit_test(test_lack_of_memory)
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

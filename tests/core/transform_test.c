/* transform_test.c - whole texts: folded, in other case, mended; no memory. */
#include "failing_malloc.h" /* __wrap_malloc */

#include "gloss.h"
#include "ucd.h"

static const struct {
  gloss_transform how;
  const char *text, *wanted;
} cases[] = {
  { GLOSS_FOLD, "", "" },
  { GLOSS_FOLD, "“New  York’s”\n", "\"new york's\" " },
  { GLOSS_COLLATE, "Łódź – Ærø", "lodz - aero" },
  { GLOSS_UNACCENT, "Čapek’s Ångström", "Capek’s Angstrom" },
  { GLOSS_LOWER, "ABC ÄÖÜ ДА ΣΑΣ İ ǅ", "abc äöü да σασ i ǆ" },
  { GLOSS_UPPER, "abc äöü да ß ǆ ŉ", "ABC ÄÖÜ ДА ẞ Ǆ ŉ" },
  { GLOSS_TITLE, "the u.s. DEAL: don't, don’t l'été 3rd x_y ǆ",
    "The U.s. Deal: Don't, Don’t L'été 3rd X_y ǅ" },
  { GLOSS_TITLE, "'tis rock 'n' roll (iv) a\xCC\x81 b",
    "'Tis Rock 'N' Roll (Iv) A\xCC\x81 B" },
  { GLOSS_TITLE, "new-york o''neill", "New-York O''Neill" },
  { GLOSS_SHAPE, "McDonald 2025-04-06 EU e\xCC\x81tait xxx ddd",
    "XxXx dd-dd-dd XX x x x" },
  { GLOSS_SHAPE, "$1.2bn ½ 中国 Ⅳ ÉÀÈ", "$d.dx ½ x X XX" },
};

static const char *transformed(gloss_transform how, const char *text) {
  static char copy[1024];
  gloss_string out;
  assert_true(gloss_text_transform(how, text, strlen(text), &out, NULL));
  assert_int_equal(out.bytes[out.len], '\0');
  snprintf(copy, sizeof copy, "%s", out.bytes);
  gloss_string_free(&out);
  gloss_string_free(&out); /* twice is fine */
  return copy;
}

static void known_cases(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    assert_string_equal(transformed(cases[i].how, cases[i].text),
                        cases[i].wanted);
}

/* One transform of a long text is that of its lines: no piece is lost. */
static void long_texts_are_as_short_ones(void **state) {
  static const char line[] = "Ein “Straßen”-Café, e\xCC\x81tait À 3,5 中 ＸＹ\n";
  enum { LINES = 5000 };
  size_t unit = sizeof line - 1;
  char *text = malloc(unit * LINES);
  (void)state;
  for (size_t i = 0; i < LINES; i++) memcpy(text + i * unit, line, unit);
  for (gloss_transform how = GLOSS_FOLD; how <= GLOSS_SHAPE; how++) {
    gloss_string out;
    const char *one = transformed(how, line);
    size_t len = strlen(one);
    assert_true(gloss_text_transform(how, text, unit * LINES, &out, NULL));
    assert_int_equal(out.len, len * LINES);
    for (size_t i = 0; i < LINES; i++)
      assert_memory_equal(out.bytes + i * len, one, len);
    gloss_string_free(&out);
  }
  free(text);
}

static void bad_utf8_is_an_error(void **state) {
  gloss_error err;
  gloss_string out;
  (void)state;
  for (gloss_transform how = GLOSS_FOLD; how <= GLOSS_SHAPE; how++) {
    assert_false(gloss_text_transform(how, "ab\xFF", 3, &out, &err));
    assert_int_equal(err.code, GLOSS_BAD_UTF8);
    assert_int_equal(err.offset, 2);
    assert_null(out.bytes);
  }
}

static void nul_bytes_are_text(void **state) {
  gloss_string out;
  (void)state;
  for (gloss_transform how = GLOSS_FOLD; how <= GLOSS_COLLATE; how++) {
    assert_true(gloss_text_transform(how, "1\0" "2", 3, &out, NULL));
    assert_int_equal(out.len, 3);
    assert_memory_equal(out.bytes, "1\0" "2", 4);
    gloss_string_free(&out);
  }
}

static void random_texts_stay_valid(void **state) {
  uint64_t random = 61;
  static char text[5000];
  (void)state;
  for (int round = 0; round < 2000; round++) {
    size_t len = random_text(&random, text, random_below(&random, 4900) + 4);
    for (gloss_transform how = GLOSS_FOLD; how <= GLOSS_SHAPE; how++) {
      gloss_string out;
      assert_true(gloss_text_transform(how, text, len, &out, NULL));
      assert_int_equal(gloss_utf8_check(out.bytes, out.len), out.len);
      gloss_string_free(&out);
    }
  }
}

static gloss_transform tried;

static int try_transform(void) {
  static char text[20000];
  gloss_string out;
  gloss_error err = { 0 };
  memset(text, 'x', sizeof text);
  if (gloss_text_transform(tried, text, sizeof text, &out, &err)) {
    gloss_string_free(&out);
    return 1;
  }
  assert_int_equal(err.code, GLOSS_NO_MEMORY);
  assert_null(out.bytes);
  return 0;
}

static int try_repair(void) {
  static char text[3000];
  gloss_string out;
  gloss_error err = { 0 };
  memset(text, 0x80, sizeof text);
  if (gloss_text_repair(text, sizeof text, &out, NULL, &err)) {
    assert_int_equal(out.len, 3 * sizeof text);
    gloss_string_free(&out);
    return 1;
  }
  assert_int_equal(err.code, GLOSS_NO_MEMORY);
  assert_null(out.bytes);
  return 0;
}

static void lack_of_memory_is_told(void **state) {
  (void)state;
  for (tried = GLOSS_FOLD; tried <= GLOSS_SHAPE; tried++)
    assert_true(fail_every_allocation(try_transform) > 0);
  assert_true(fail_every_allocation(try_repair) > 1);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(known_cases),
    cmocka_unit_test(long_texts_are_as_short_ones),
    cmocka_unit_test(bad_utf8_is_an_error),
    cmocka_unit_test(nul_bytes_are_text),
    cmocka_unit_test(random_texts_stay_valid),
    cmocka_unit_test(lack_of_memory_is_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

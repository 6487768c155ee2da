/* dict_variants_test.c - the other ways to write a name, and memory that runs
** out. */
#include "dict_cases.h"

#include "failing_malloc.h"

typedef struct rule {
  gloss_variant_rule kind;
  const char *from, *to;
} rule;

static const rule rules[] = {
  { GLOSS_VARIANT_WHOLE, "Lower Torva", "L.T." },
  { GLOSS_VARIANT_BEGINNING, "St. ", "Saint " },
  { GLOSS_VARIANT_BEGINNING_OF_OTHERS, "Lower Torva ", "LT " },
  { GLOSS_VARIANT_WORD, "Centre", "Center" },
  { GLOSS_VARIANT_ARTICLE, "The ", "" },
  { GLOSS_VARIANT_PERSON, "PERSON", "" },
  { GLOSS_VARIANT_PLACE, "GPE", "" },
  { GLOSS_VARIANT_ORGANISATION, "ORG", "" },
};
enum { RULES = sizeof rules / sizeof *rules };

static gloss_variants *make(void) {
  gloss_variants *v = gloss_variants_new(NULL);
  bool ok = v != NULL;
  for (size_t i = 0; ok && i < RULES; i++)
    ok = gloss_variants_add(v, rules[i].kind, slice_of(rules[i].from),
                            slice_of(rules[i].to), NULL);
  if (ok) return v;
  gloss_variants_free(v);
  return NULL;
}

/* Writes "alias, alias! " of what is found; ! is for exact ones. */
static void note(void *context, gloss_slice alias, gloss_case letter_case) {
  char *out = context;
  snprintf(out + strlen(out), 2000 - strlen(out), "%s%.*s%s",
           *out != '\0' ? ", " : "", (int)alias.len, alias.bytes,
           letter_case == GLOSS_EXACT ? "!" : "");
}

static void test_ways(void **state) {
  static const char *const cases[][3] = {
    { "US", "", "U.S.!" },
    { "U.S.", "", "US!" },
    { "u.s.", "", "" },
    { "Lower Torva", "GPE", "L.T.!" },
    { "Lower Torva Senate", "ORG", "LT Senate" },
    { "Lower Torva Senate", "PERSON", "Lower Senate" },
    { "St. Anna", "CITY", "Saint Anna" },
    { "J. R. Ash", "person", "J.R. Ash, JR Ash" },
    { "J.R. Ash", "PERSON", "JR Ash, J. R. Ash" },
    { "J. R. Ash", "ORG", "" },
    { "John Quill Marrow", "PERSON", "John Marrow" },
    { "John Q. Marrow", "PERSON", "John Marrow" },
    { "John Quill of Marrow", "PERSON", "" },
    { "Anna Lee II", "PERSON", "" },
    { "A B C D E", "PERSON", "" },
    { "Centre for Ice", "ORG", "Center for Ice" },
    { "Centre", "ORG", "" },
    { "Centres of Ice", "ORG", "" },
    { "Grande-Torva", "GPE", "Grande Torva" },
    { "Grande-Torva", "ORG", "" },
    { "The Sun", "ORG", "Sun" },
    { "The Sun", "ART", "" },
    { "The Sun Times", "ART", "Sun Times" },
    { "ITorva", "X", "iTorva!" },
    { "Torva, Lydia", "GPE", "Torva, Torva Lydia" },
    { "Trinity Hall, Torva", "ORG", "Trinity Hall" },
    { "Torva, Lydia", "ORG", "" },
    { "", "GPE", "" },
  };
  gloss_variants *v = make();
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char out[2000] = "";
    gloss_variants_each(v, slice_of(cases[i][0]), slice_of(cases[i][1]), note,
                        out);
    assert_string_equal(out, cases[i][2]);
  }
  gloss_variants_free(v);
}

/* Of names that are too long for an alias there is nothing, and no variant is
** longer. */
static void count(void *context, gloss_slice alias, gloss_case letter_case) {
  size_t *longest = context;
  (void)letter_case;
  if (alias.len > *longest) *longest = alias.len;
}

static void test_long(void **state) {
  static char name[1025];
  gloss_variants *v = make();
  size_t longest = 0;
  (void)state;
  for (size_t i = 0; i + 5 < sizeof name; i += 5) memcpy(name + i, "J.R. ", 5);
  gloss_variants_each(v, (gloss_slice){ name, 1024 }, slice_of("PERSON"),
                      count, &longest);
  assert_true(longest > 900 && longest <= 1024);
  longest = 0;
  gloss_variants_each(v, (gloss_slice){ name, 1025 }, slice_of("PERSON"),
                      count, &longest);
  assert_int_equal(longest, 0);
  gloss_variants_free(v);
}

static int make_and_free(void) {
  gloss_variants *v = make();
  gloss_variants_free(v);
  return v != NULL;
}

static void test_memory(void **state) {
  (void)state;
  assert_true(fail_every_allocation(make_and_free) >= 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_ways), cmocka_unit_test(test_long),
    cmocka_unit_test(test_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

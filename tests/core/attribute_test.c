/* attribute_test.c - which words each cue reports, and whose they are: the
** cases of tests/data/attributions, read with the small lexicons of clauses.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>

#include "clauses.h"
#include "pack.h"
#include "quotes/attribute.h"
/* __wrap_malloc: the Makefile links the wrappers */
#include "failing_malloc.h"

static gloss_lexicon *lexicons[2];
static gloss_language *languages[2];
static const char *const codes[] = { "en", "de" };

static int start(void **state) {
  (void)state;
  for (int i = 0; i < 2; i++) {
    lexicons[i] = clauses_lexicon(codes[i], NULL);
    languages[i] = pack_load(codes[i]);
    assert_non_null(lexicons[i]);
    assert_non_null(languages[i]);
  }
  return 0;
}

static int stop(void **state) {
  (void)state;
  for (int i = 0; i < 2; i++) {
    gloss_lexicon_free(lexicons[i]);
    gloss_language_free(languages[i]);
  }
  return 0;
}

/* ---- What was found, as text --------------------------------------------- */

static char found[4096];

static void put(const char *format, ...) {
  size_t used = strlen(found);
  va_list args;
  va_start(args, format);
  vsnprintf(found + used, sizeof found - used, format, args);
  va_end(args);
}

static void put_items(const gloss_clauses *list, int first, int last) {
  gloss_span span = gloss_items_span(list, first, last);
  put("%.*s", (int)(span.end - span.start), list->text + span.start);
}

/* A line: RULE | CLASS | SPEAKER (way) | WORDS + WORDS */
static void put_attribution(const gloss_clauses *list,
                            const gloss_attribution *a) {
  static const char *const ways[] = { "nobody", "phrase", "pronoun",
                                      "inverted", "apposition", "relative",
                                      "shared", "source", "agent" };
  size_t len;
  const char *class_name =
      gloss_lexicon_class(list->lexicon, a->class_number, &len);
  put("  %s | %.*s | ", gloss_quote_rule_name(a->rule), (int)len, class_name);
  if (a->speaker.first > 0) {
    put_items(list, a->speaker.first, a->speaker.last);
    put(" ");
  }
  put("(%s) | ", ways[a->speaker.way]);
  for (int i = 0; i < a->content_count; i++) {
    if (i > 0) put(" + ");
    put_items(list, a->content[i].first, a->content[i].last);
  }
  put("\n");
}

/* What is found in a text; false: no memory. */
static bool find(const char *text, int language) {
  gloss_attributions all;
  gloss_error err;
  clauses_text read;
  bool ok = clauses_read(&read, text, lexicons[language], languages[language],
                         &err) &&
            gloss_attribute(&all, &read.list);
  found[0] = '\0';
  for (int u = 1; ok && u <= read.list.unit_count; u++)
    for (int i = all.units[u].first; i > 0; i = all.rows[i].next)
      put_attribution(&read.list, &all.rows[i]);
  clauses_close(&read);
  return ok;
}

/* ---- Cases --------------------------------------------------------------- */

static char text[1024], wanted[4096]; /* the case that is read */
static int cases, wrong;

static void check_case(int language) {
  if (text[0] == '\0') return;
  assert_true(find(text, language));
  cases++;
  if (strcmp(found, wanted) == 0) return;
  print_error("%s\n want\n%s got\n%s", text, wanted, found);
  wrong++;
}

/* Lines: a text, what is found in it, indented; # begins a comment. */
static void check_file(const char *path, int language) {
  char line[1024];
  FILE *file = fopen(path, "r");
  assert_non_null(file);
  cases = wrong = 0;
  text[0] = wanted[0] = '\0';
  while (fgets(line, sizeof line, file) != NULL) {
    if (line[0] == '#' || line[0] == '\n') continue;
    if (line[0] == ' ') {
      assert_true(strlen(wanted) + strlen(line) < sizeof wanted);
      strcat(wanted, line);
      continue;
    }
    check_case(language);
    line[strcspn(line, "\n")] = '\0';
    strcpy(text, line);
    wanted[0] = '\0';
  }
  check_case(language);
  fclose(file);
  assert_true(cases > 10);
  assert_int_equal(wrong, 0);
}

static void test_english(void **state) {
  (void)state;
  check_file("tests/data/attributions/en.txt", 0);
}

static void test_german(void **state) {
  (void)state;
  check_file("tests/data/attributions/de.txt", 1);
}

/* ---- Limits -------------------------------------------------------------- */

/* A text that has all that allocates: particles, a refusal, many records. */
static int find_much(void) {
  static const char much[] =
      "He hinted at a deal. They refused to say that the bridge fell. "
      "\xE2\x80\x9CGo,\xE2\x80\x9D she hissed. Low said it fell. "
      "\xE2\x80\x9COne,\xE2\x80\x9D Low said. \xE2\x80\x9CTwo.\xE2\x80\x9D";
  return find(much, 0);
}

static void test_no_memory(void **state) {
  (void)state;
  assert_true(fail_every_allocation(find_much) > 5);
  assert_true(find_much());
  assert_non_null(strstr(found, "denied | They (pronoun)"));
}

/* What stands in the way of a rule is told, where somebody asks. */
static void test_lost(void **state) {
  clauses_text read;
  gloss_attributions all;
  gloss_error err;
  (void)state;
  assert_true(clauses_read(&read, "The plans fell. To plan is good.",
                           lexicons[0], languages[0], &err));
  assert_true(gloss_attribute(&all, &read.list));
  assert_int_equal(all.count, 0);
  assert_int_equal(read.log.count, 1);
  assert_int_equal(read.log.rows[0].span.start, 4);
  assert_string_equal(read.log.rows[0].rule, "reporting verb");
  assert_string_equal(read.log.rows[0].why, "a noun here");
  clauses_close(&read);
}

/* Records are kept unit by unit, in the order of the text. */
static void test_records(void **state) {
  clauses_text read;
  gloss_attributions all;
  gloss_error err;
  int order[3] = { 0 }, n = 0;
  (void)state;
  assert_true(clauses_read(&read, "Roe left.", lexicons[0], languages[0],
                           &err));
  assert_true(gloss_attributions_start(&all, &read.list));
  for (int i = 1; i <= 3; i++)
    assert_int_equal(gloss_attribution_new(&all, read.arena), i);
  gloss_attribution_append(&all, 1, 2);
  gloss_attribution_append(&all, 1, 3);
  gloss_attribution_prepend(&all, 1, 1);
  for (int i = all.units[1].first; i > 0; i = all.rows[i].next) order[n++] = i;
  assert_int_equal(n, 3);
  for (int i = 0; i < 3; i++) assert_int_equal(order[i], i + 1);
  clauses_close(&read);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_english), cmocka_unit_test(test_german),
    cmocka_unit_test(test_no_memory), cmocka_unit_test(test_lost),
    cmocka_unit_test(test_records),
  };
  return cmocka_run_group_tests(tests, start, stop);
}

/* grammar_limits_test.c - texts and rules that are made to take long, do not:
** each took minutes or more where something is tried again and again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "match/grammar.h"

static gloss_slice slice(const char *s) {
  return (gloss_slice){ s, strlen(s) };
}

static int add_class(gloss_grammar *g, const char *name, unsigned flags,
                     const char *word) {
  gloss_error err;
  int number = gloss_grammar_class(g, slice(name), flags, &err);
  assert_true(number >= 0);
  assert_true(gloss_grammar_word(g, number, slice(word), &err) >= 0);
  return number;
}

/* ---- Texts ---- */

/* The phrases of a text of `pieces`, the last two or three bytes masked. */
static size_t count_phrases(gloss_grammar *g, const char *piece,
                            size_t pieces) {
  size_t width = strlen(piece), len = width * pieces, count;
  size_t cut = (unsigned char)*piece < 0x80 ? 2 : 3;
  char *text = malloc(len + 1);
  const gloss_phrase_place *places;
  gloss_span mask = { (uint32_t)(len - cut), (uint32_t)len };
  unsigned generation;
  gloss_error err;
  gloss_doc *doc;
  assert_non_null(text);
  for (size_t i = 0; i < pieces; i++) memcpy(text + i * width, piece, width);
  doc = gloss_doc_new(text, len, NULL, &err);
  assert_non_null(doc);
  assert_true(gloss_doc_mask(doc, &mask, 1, &err));
  assert_true(gloss_grammar_find(g, doc, len, &places, &count, &generation,
                                 &err));
  gloss_doc_free(doc);
  free(text);
  return count;
}

/* A megabyte of each. */
static void texts_take_as_long_as_they_are(void **state) {
  gloss_error err;
  gloss_grammar *g = gloss_grammar_new(&err);
  (void)state;
  assert_non_null(g);
  add_class(g, "MONTH", GLOSS_CLASS_TRIGGER, "May");
  add_class(g, "NEAR", GLOSS_CLASS_TRIGGER, "new year's eve");
  add_class(g, "UNIT", GLOSS_CLASS_TRIGGER, "year");
  assert_true(gloss_grammar_build(g, &err));
  assert_true(count_phrases(g, "123 ", 250000) > 5000);
  assert_int_equal(count_phrases(g, "1.1.", 250000), 0);
  assert_int_equal(count_phrases(g, "1:1,", 250000), 0);
  assert_int_equal(count_phrases(g, "7", 1000000), 0);
  assert_true(count_phrases(g, "May ", 250000) > 5000);
  assert_int_equal(count_phrases(g, "\xE4\xB8\xAD", 300000), 0);
  assert_true(count_phrases(g, "new year's ", 90000) > 0);
  gloss_grammar_free(g);
}

/* ---- Rules ---- */

/* A grammar of two rules, `part` written `count` times, and the same with
** something behind that is never met; the longest match over as many items of
** the class THE as there can be. */
static size_t longest_match(const char *part, size_t count) {
  char source[GLOSS_MAX_RULE_BYTES + 1] = "", key[2 * GLOSS_MAX_ITEMS];
  size_t longest;
  gloss_error err;
  gloss_grammar *g = gloss_grammar_new(&err);
  int number;
  assert_non_null(g);
  number = add_class(g, "THE", 0, "the");
  add_class(g, "END", 0, "end");
  for (size_t i = 0; i < count; i++) strcat(source, part);
  assert_true(gloss_grammar_rule(g, slice(source), &err));
  strcat(source, " END");
  assert_true(gloss_grammar_rule(g, slice(source), &err));
  assert_true(gloss_grammar_build(g, &err));
  for (size_t i = 0; i < GLOSS_MAX_ITEMS; i++) {
    key[2 * i] = '_';
    key[2 * i + 1] = (char)number;
  }
  assert_true(gloss_rules_match(g, (gloss_slice){ key, sizeof key }, 0));
  longest = g->rules.match_count > 0 ? g->rules.matches[0].last + 1u : 0;
  gloss_grammar_free(g);
  return longest;
}

static void ways_that_meet_are_tried_once(void **state) {
  (void)state;
  assert_int_equal(longest_match("THE? ", 60), GLOSS_MAX_ITEMS);
  assert_int_equal(longest_match("(THE?)? ", 20), 20);
  assert_int_equal(longest_match("(THE? THE|THE THE?)? ", 100),
                   GLOSS_MAX_ITEMS);
  assert_int_equal(longest_match("( |)", 1000), 0);
  assert_int_equal(longest_match("(THE? |)", 500), GLOSS_MAX_ITEMS);
}

static void rules_have_a_length(void **state) {
  char rule[GLOSS_MAX_RULE_BYTES + 1];
  gloss_error err;
  gloss_grammar *g = gloss_grammar_new(&err);
  (void)state;
  assert_non_null(g);
  add_class(g, "A", 0, "a");
  for (size_t i = 0; i < sizeof rule; i++) rule[i] = i % 2 == 0 ? 'A' : ' ';
  assert_false(gloss_grammar_rule(g, (gloss_slice){ rule, sizeof rule }, &err));
  assert_int_equal(err.code, GLOSS_TOO_LARGE);
  assert_true(gloss_grammar_rule(g, (gloss_slice){ rule, sizeof rule - 1 },
                                 &err));
  assert_true(gloss_grammar_build(g, &err));
  gloss_grammar_free(g);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(texts_take_as_long_as_they_are),
    cmocka_unit_test(ways_that_meet_are_tried_once),
    cmocka_unit_test(rules_have_a_length),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

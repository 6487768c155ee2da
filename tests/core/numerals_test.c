/* numerals_test.c - words and digits that make one number. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "gloss.h"

static gloss_slice slice(const char *s) {
  return (gloss_slice){ s, strlen(s) };
}

/* ---- Words of three languages ---- */

typedef struct word {
  const char *class_name, *text;
  double number;
} word;

static const word words[] = {
  { "CARD", "one", 1 }, { "CARD", "two", 2 }, { "CARD", "three", 3 },
  { "CARD", "five", 5 }, { "CARD", "nineteen", 19 }, { "CARD", "cinco", 5 },
  { "TENS", "twenty", 20 }, { "TENS", "thirty", 30 }, { "TENS", "treinta", 30 },
  { "TENS", "ninety", 90 }, { "HUNDRED", "hundred", 100 },
  { "HUNDREDS", "doscientos", 200 }, { "HUNDREDS", "cent", 100 },
  { "THOUSAND", "mil", 1000 }, { "SCALE", "thousand", 1e3 },
  { "SCALE", "million", 1e6 }, { "SCALE", "millones", 1e6 },
  { "SCALE", "billion", 1e9 }, { "SCALE", "zillion", 1e200 },
  { "BIGLETTER", "k", 1e3 },
  { "DOZEN", "dozen", 12 }, { "ROUND", "centaine", 100 }, { "HALF", "half", 0.5 },
  { "QUARTER", "quarter", 4 }, { "A", "a", 1 }, { "A", "une", 1 },
  { "OF", "of", 0 }, { "POINT", "point", 0 }, { "ANDWORD", "and", 0 },
  { "FRACMARK", "\xC2\xBD", 0.5 }, { "FRACTIONS", "thirds", 3 },
  { "FRACTIONS", "quarters", 4 }, { "FRACTIONS", "fifths", 5 },
  { "ORD", "first", 1 }, { "ORD", "fifth", 5 }, { "ORD", "hundredth", 100 }
};

static int class_of(gloss_grammar *g, const char *name) {
  gloss_error err;
  int number = gloss_grammar_find_class(g, slice(name));
  return number >= 0 ? number
                     : gloss_grammar_class(g, slice(name), GLOSS_CLASS_TRIGGER,
                                           &err);
}

static void add(gloss_grammar *g, const word *w, const char *text_value) {
  gloss_word_value value = { .kind = GLOSS_WORTH_NUMBER, .number = w->number };
  gloss_error err;
  int64_t at = gloss_grammar_word(g, class_of(g, w->class_name),
                                  slice(w->text), &err);
  assert_true(at >= 0);
  if (text_value != NULL) {
    value.kind = GLOSS_WORTH_TEXT;
    value.text = slice(text_value);
  }
  assert_true(gloss_grammar_set_value(g, (size_t)at, &value, &err));
}

static gloss_grammar *make(void) {
  static const word y = { "ANDWORD", "y", 0 };
  gloss_error err;
  gloss_grammar *g = gloss_grammar_new(&err);
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    add(g, &words[i], NULL);
  add(g, &y, "tens");
  class_of(g, "WORDNUM");
  class_of(g, "YEARWORD");
  assert_true(gloss_grammar_join(g, &err));
  assert_true(gloss_grammar_rule(g, slice("(WORDNUM|YEARWORD|INT2|YEAR4|NUM"
                                          "|ORD|FRACTIONS|A|ANDWORD|DOZEN|HALF)"),
                                 &err));
  assert_true(gloss_grammar_build(g, &err));
  return g;
}

/* ---- Cases ---- */

/* Writes the items of the phrases of a text: "CLASS value" with ~ for about. */
static void show(gloss_grammar *g, const char *text, char *to, size_t size) {
  const gloss_phrase_place *places;
  size_t count, len = 0;
  unsigned generation;
  gloss_error err;
  gloss_doc *doc = gloss_doc_new(text, strlen(text), NULL, &err);
  assert_non_null(doc);
  assert_true(gloss_grammar_find(g, doc, SIZE_MAX, &places, &count, &generation,
                                 &err));
  to[0] = '\0';
  for (size_t i = 0; i < count; i++) {
    const gloss_phrase *p = gloss_grammar_phrase(g, places[i].phrase);
    for (size_t k = 0; k < p->item_count; k++)
      len += (size_t)snprintf(
          to + len, size - len, "%s%s %s%.15g", len > 0 ? "; " : "",
          gloss_grammar_class_name(g, p->items[k].class_number),
          p->items[k].approx ? "~" : "", p->items[k].value);
  }
  gloss_doc_free(doc);
}

static const struct {
  const char *text, *items;
} cases[] = {
  { "five", "WORDNUM 5" },
  { "twenty-five", "WORDNUM 25" },
  { "two hundred and twenty-five", "WORDNUM 225" },
  { "a hundred and five", "WORDNUM 105" },
  { "two thousand three hundred", "WORDNUM 2300" },
  { "five million two hundred thousand", "WORDNUM 5200000" },
  { "2.5 million", "NUM 2500000" },
  { "4 thousand 3 hundred and 21", "NUM 4321" },
  { "5k", "NUM 5000" },
  { "12", "INT2 12" },
  { "half a million", "WORDNUM 500000" },
  { "a half-million", "WORDNUM 500000" },
  { "half a dozen", "WORDNUM 6" },
  { "a dozen", "WORDNUM 12" },
  { "three dozen", "WORDNUM 36" },
  { "a quarter of a million", "WORDNUM 250000" },
  { "a quarter million", "WORDNUM 250000" },
  { "two thirds of a million", "WORDNUM 666666.666666667" },
  { "three and a half", "WORDNUM 3.5" },
  { "one and a half million", "WORDNUM 1500000" },
  { "one million and a half", "WORDNUM 1500000" },
  { "one hundred and three quarters", "WORDNUM 100.75" },
  { "6\xC2\xBD", "NUM 6.5" },
  { "10 1/2", "NUM 10.5" },
  { "3/4", "NUM 0.75" },
  { "9/11", "INT2 9; INT2 11" },
  { "two point five", "WORDNUM 2.5" },
  { "two point five million", "WORDNUM 2500000" },
  { "nineteen ninety-five", "YEARWORD 1995" },
  { "twenty-first", "ORD 21" },
  { "one hundred and fifth", "ORD 105" },
  { "two hundredth", "ORD 200" },
  { "thirty-fifths", "FRACTIONS 35" },
  { "treinta y cinco", "WORDNUM 35" },
  { "mil doscientos", "WORDNUM 1200" },
  { "mil 300 millones", "NUM 1300000000" },
  { "une centaine", "WORDNUM ~100" },
  { "cent cinco", "WORDNUM 105" },
  { "one twenty five", "WORDNUM 1; WORDNUM 25" },
  { "5 zillion", "NUM 5e+200" },
  { "5 zillion zillion", "INT2 5; SCALE 1e+200; SCALE 1e+200" },
};

static void numbers_are_joined(void **state) {
  gloss_grammar *g = make();
  char got[512];
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    show(g, cases[i].text, got, sizeof got);
    if (strcmp(got, cases[i].items) != 0)
      fail_msg("\"%s\": %s, not %s", cases[i].text, got, cases[i].items);
  }
  gloss_grammar_free(g);
}

static void joined_items_say_how(void **state) {
  static const char text[] = "2 million";
  gloss_grammar *g = make();
  gloss_error err;
  gloss_doc *doc = gloss_doc_new(text, sizeof text - 1, NULL, &err);
  const gloss_phrase_place *places;
  const gloss_item *item;
  size_t count;
  unsigned generation;
  (void)state;
  assert_true(gloss_grammar_find(g, doc, SIZE_MAX, &places, &count, &generation,
                                 &err));
  assert_int_equal(count, 1);
  item = gloss_grammar_phrase(g, places[0].phrase)->items;
  assert_true(item->scaled && item->pieces == 2);
  assert_true(item->scale >= 1e6 && item->scale <= 1e6);
  assert_int_equal(item->word, GLOSS_NO_GRAMMAR_WORD);
  assert_int_equal(item->start, 0);
  assert_int_equal(item->end, sizeof text - 1);
  gloss_doc_free(doc);
  gloss_grammar_free(g);
}

/* However long a row of number words is, each is in one item. */
static void long_rows_are_read(void **state) {
  static const char *const pieces[] = { "hundred ", "million ", "half a ",
                                        "one ", "twenty ", "1/", "\xC2\xBD" };
  static char text[8192], got[65536];
  gloss_grammar *g = make();
  (void)state;
  for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
    text[0] = '\0';
    for (size_t n = 0; n < 400; n++) strcat(text, pieces[i]);
    show(g, text, got, sizeof got);
  }
  gloss_grammar_free(g);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(numbers_are_joined),
    cmocka_unit_test(joined_items_say_how),
    cmocka_unit_test(long_rows_are_read),
  };
  return cmocka_run_group_tests_name("numerals", tests, NULL, NULL);
}

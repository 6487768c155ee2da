/* amounts_test.c - amounts by rules and words of our own: rows, what speaks
** against them, notes, faults. The words of languages are tested in Lua. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "gloss.h"
#include "failing_malloc.h"

static gloss_slice slice(const char *s) {
  return (gloss_slice){ s, strlen(s) };
}

/* ---- A small language ---- */

static const struct {
  const char *name, *text, *value; /* NULL: a number */
  double number;
} words[] = {
  { "CARD", "one", NULL, 1 },       { "CARD", "two", NULL, 2 },
  { "CARD", "five", NULL, 5 },      { "TENS", "twenty", NULL, 20 },
  { "SCALE", "million", NULL, 1e6 }, { "ORD", "third", NULL, 3 },
  { "A", "a", NULL, 1 },            { "SIGN", "$", "USD", 0 },
  { "SIGN", "Rs", "", 0 },          { "CODE", "COP", "COP", 0 },
  { "MEASURE", "miles", "mi", 0 },  { "UNIT", "m", "m", 0 },
  { "LETTER", "bn", NULL, 1e9 },    { "PERCENT", "percent", "", 0 },
  { "OVER", "over", "", 0 },        { "UNDER", "up to", "", 0 },
  { "NEARLY", "nearly", "", 0 },    { "APPROX", "about", "", 0 },
  { "MINUS", "minus", "", 0 },      { "OR", "or", "", 0 },
  { "TO", "to", "", 0 },            { "POUNDS", "pounds", "", 0 },
  { "IN", "in", "", 0 }
};
static const char *const empty_classes[] = { "WORDNUM", "YEARWORD" };

#define HEDGE "(hedge:(OVER|UNDER|NEARLY|APPROX))? "
#define RANGE "(n:N TO m:N|n:N OR m:N|n:N =m:N)"
static const struct {
  const char *name, *pattern, *kind, *value, *unit, *other_unit, *unless[4];
} rules[] = {
  { "money", HEDGE "sign:SIGN .n:N (+letter:LETTER)?", "money", "money",
    "currency", "", { "sign in code" } },
  { "money range", "sign:SIGN .n:N =m:N (+letter:LETTER)?", "money",
    "money range", "currency", "", { NULL } },
  { "money", "n:N .money:CODE", "money", "money", "currency", "",
    { "no number", "code in name" } },
  { "money in doubt", "sign:SIGN .junk:JUNK", "money", "decimals", "currency",
    "", { NULL } },
  { "pounds", "n:N unit:POUNDS", "money", "weight or money", "GBP", "pound",
    { "no number" } },
  { "percent", HEDGE "n:N ~percent:PERCENT", "percent", "number with minus", "",
    "", { "comma", "no number" } },
  { "quantity", HEDGE "n:N ~unit:(MEASURE|UNIT)", "quantity",
    "number with minus", "unit", "",
    { "mark before unit", "letter of word", "no number" } },
  { "ratio", "n:N IN m:N", "quantity", "quotient", "ratio", "",
    { "not of whole", "no count of whole" } },
  { "ratio", "A part:ORD", "quantity", "part", "ratio", "",
    { "no part", "third in row" } },
  { "range", RANGE, "count", "range", "", "", { "no count", "score" } },
  { "count", HEDGE "n:N", "count", "count", "", "", { "no count" } },
  { "ordinal", "nth:(ORD|ORDNUM)", "ordinal", "ordinal", "", "",
    { "no ordinal" } },
};

static const struct {
  const char *set, *word;
} sets[] = {
  { "no_count", "page" }, { "ones", "one" }, { "one_after", "the" },
  { "scores.nouns", "win" }, { "scores.verbs", "won" }, { "plain", "with" },
  { "pounds.costs", "paid" }, { "pounds.weighs", "weighs" }, { "of", "of" },
  { "codes_that_are_words", "COP" }, { "tails.low", "plus" },
  { "no_ordinal", "at" }, { "phones", "tel" }, { "streets", "street" },
};

typedef struct engine {
  gloss_grammar *grammar;
  gloss_amounts *amounts;
} engine;

static bool add_word(gloss_grammar *g, size_t i, gloss_error *err) {
  gloss_word_value value = { .kind = GLOSS_WORTH_NUMBER };
  int number = gloss_grammar_find_class(g, slice(words[i].name));
  int64_t at;
  if (number < 0)
    number = gloss_grammar_class(g, slice(words[i].name), GLOSS_CLASS_TRIGGER,
                                 err);
  if (number < 0) return false;
  at = gloss_grammar_word(g, number, slice(words[i].text), err);
  if (at < 0) return false;
  value.number = words[i].number;
  if (words[i].value != NULL) {
    value.kind = *words[i].value ? GLOSS_WORTH_TEXT : GLOSS_WORTH_FALSE;
    value.text = slice(words[i].value);
  }
  return gloss_grammar_set_value(g, (size_t)at, &value, err);
}

static gloss_grammar *make_grammar(gloss_error *err) {
  gloss_grammar *g = gloss_grammar_new(err);
  bool ok = g != NULL;
  for (size_t i = 0; ok && i < sizeof words / sizeof *words; i++)
    ok = add_word(g, i, err);
  for (size_t i = 0; ok && i < 2; i++)
    ok = gloss_grammar_class(g, slice(empty_classes[i]), 0, err) >= 0;
  ok = ok && gloss_grammar_join(g, err) &&
       gloss_grammar_habit(g, GLOSS_ORDINAL_SUFFIX, slice("st"), err) &&
       gloss_grammar_set(g, slice("N"), slice("INT2 YEAR4 NUM WORDNUM"), err);
  for (size_t i = 0; ok && i < sizeof rules / sizeof *rules; i++)
    ok = gloss_grammar_rule(g, slice(rules[i].pattern), err);
  if (ok && gloss_grammar_build(g, err)) return g;
  gloss_grammar_free(g);
  return NULL;
}

static bool declare(gloss_amounts *a, size_t i, gloss_error *err) {
  gloss_slice unless[4];
  gloss_amount_rule rule = { slice(rules[i].name), slice(rules[i].kind),
                             slice(rules[i].value), slice(rules[i].unit),
                             slice(rules[i].other_unit), unless, 0 };
  while (rule.unless_count < 4 && rules[i].unless[rule.unless_count] != NULL) {
    unless[rule.unless_count] = slice(rules[i].unless[rule.unless_count]);
    rule.unless_count++;
  }
  return gloss_amounts_rule(a, &rule, err);
}

static void free_engine(engine *e) {
  gloss_amounts_free(e->amounts);
  gloss_grammar_free(e->grammar);
}

static bool make(engine *e, gloss_error *err) {
  bool ok;
  e->amounts = NULL;
  e->grammar = make_grammar(err);
  if (e->grammar == NULL) return false;
  e->amounts = gloss_amounts_new(e->grammar, err);
  ok = e->amounts != NULL;
  for (size_t i = 0; ok && i < sizeof rules / sizeof *rules; i++)
    ok = declare(e->amounts, i, err);
  for (size_t i = 0; ok && i < sizeof sets / sizeof *sets; i++)
    ok = gloss_amounts_word(e->amounts, sets[i].set, slice(sets[i].word), err);
  ok = ok && gloss_amounts_ending(e->amounts, "labels", slice("n\xC2\xB0"), err) &&
       gloss_amounts_idiom(e->amounts, slice("in the "), slice(""),
                           slice(" place"), err);
  if (!ok) free_engine(e);
  return ok;
}

/* ---- Rows ---- */

static size_t show_value(const gloss_layer *l, size_t row, const char *column,
                         const char *before, char *to, size_t size) {
  int number = gloss_layer_find_column(l, column, strlen(column));
  gloss_value v = gloss_layer_value(l, row, number);
  switch (v.kind) {
  case GLOSS_INTEGER:
    return (size_t)snprintf(to, size, "%s%lld", before,
                            (long long)v.as.integer);
  case GLOSS_REAL: return (size_t)snprintf(to, size, "%s%g", before, v.as.real);
  case GLOSS_STRING:
    return (size_t)snprintf(to, size, "%s%.*s", before, (int)v.as.string.len,
                            v.as.string.bytes);
  case GLOSS_BOOLEAN: return (size_t)snprintf(to, size, " ~");
  default: return 0;
  }
}

/* "[text] kind value >low <high unit ~ ? unknown" of each row. */
static void show(const gloss_doc *doc, const char *text, char *to,
                 size_t size) {
  static const struct { const char *column, *before; } shown[] = {
    { "kind", " " }, { "value", " " }, { "low", " >" }, { "high", " <" },
    { "unit", " " }, { "approx", " " }, { "unknown", " ? " }
  };
  const gloss_layer *l = gloss_doc_layer(doc, "amounts", 7);
  size_t len = 0;
  assert_non_null(l);
  to[0] = '\0';
  for (size_t i = 0; i < gloss_layer_count(l); i++) {
    gloss_span s = gloss_layer_span(l, i);
    len += (size_t)snprintf(to + len, size - len, "%s[%.*s]", i > 0 ? "; " : "",
                            (int)(s.end - s.start), text + s.start);
    for (size_t k = 0; k < sizeof shown / sizeof *shown; k++)
      len += show_value(l, i, shown[k].column, shown[k].before, to + len,
                        size - len);
  }
}

static const struct {
  const char *text, *rows;
} cases[] = {
  { "with 12 men", "[12] count 12" },
  { "about 150 firms", "[about 150] count 150 ~" },
  { "over five million, up to 20", "[over five million] count 5000000 >5000000; "
                                   "[up to 20] count 20 <20" },
  { "nearly $5bn", "[nearly $5bn] money 5000000000 <5000000000 USD ~" },
  { "$15-20bn", "[$15-20bn] money >15000000000 <20000000000 USD" },
  { "Rs 50", "[Rs 50] money 50 ? several currencies have this name" },
  { "$1,5", "[$1,5] money 1.5 USD" },
  { "$1,2,3", "[$1,2,3] money USD ? digits that make no number" },
  { "500 COP", "[500 COP] money 500 COP" },
  { "28 COP", "[28] count 28" },
  { "paid 20 pounds", "[20 pounds] money 20 GBP" },
  { "weighs 20 pounds", "[20 pounds] quantity 20 pound" },
  { "with 20 pounds", "[20 pounds] quantity 20 pound ? weight or money" },
  { "five million pounds", "[five million pounds] money 5000000 GBP" },
  { "minus 5 percent", "[minus 5 percent] percent -5" },
  { "fell -2.5 percent", "[-2.5 percent] percent -2.5" },
  { "5m wide", "[5m] quantity 5 m" },
  { "5 m's", "[5] count 5" },
  { "one in five", "[one in five] quantity 0.2 ratio" },
  { "a third of it", "[a third] quantity 0.333333 ratio" },
  { "a third man", "[third] ordinal 3" },
  { "15 to 20 men, two or five", "[15 to 20] count >15 <20; "
                                 "[two or five] count >2 <5" },
  { "five or a million", "[five] count 5; [a million] count 1000000" },
  { "a 3-1 win", "" },
  { "won 3-1", "" },
  { "400-plus men", "[400] count 400 >400" },
  { "100+ men", "[100] count 100 >100" },
  { "page 12, Boeing 737, n\xC2\xB0 5, (6): Covid-19", "" },
  { "555-1234 and tel 20", "" },
  { "20 Long Street", "" },
  { "the one, with one of", "[one] count 1" },
  { "in the third place, at third", "" },
  { "the 21st", "[21st] ordinal 21" },
  { "#5, _6, 7%", "" },
};

static void rows_are_as_declared(void **state) {
  gloss_error err;
  engine e;
  char got[512];
  (void)state;
  assert_true(make(&e, &err));
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const char *text = cases[i].text;
    gloss_doc *doc = gloss_doc_new(text, strlen(text), NULL, &err);
    assert_non_null(doc);
    assert_true(gloss_amounts_read(e.amounts, doc, NULL, 0, false, &err));
    show(doc, text, got, sizeof got);
    if (strcmp(got, cases[i].rows) != 0)
      fail_msg("\"%s\": %s, not %s", text, got, cases[i].rows);
    gloss_doc_free(doc);
  }
  free_engine(&e);
}

static void times_are_no_amounts(void **state) {
  static const char text[] = "with 12 men in 2019 and 20 more";
  const gloss_span times[] = { { 0, 4 }, { 15, 19 } };
  gloss_error err;
  engine e;
  char got[128];
  gloss_doc *doc = gloss_doc_new(text, sizeof text - 1, NULL, &err);
  (void)state;
  assert_true(make(&e, &err));
  assert_true(gloss_amounts_read(e.amounts, doc, times, 2, false, &err));
  show(doc, text, got, sizeof got);
  assert_string_equal(got, "[12] count 12; [20] count 20");
  assert_false(gloss_amounts_read(e.amounts, doc, times, 2, false, &err));
  assert_int_equal(err.code, GLOSS_TOO_LATE);
  gloss_doc_free(doc);
  free_engine(&e);
}

static void notes_say_what_became_of_a_match(void **state) {
  static const char text[] = "page 12 with about $5";
  gloss_error err;
  engine e;
  gloss_amount_note note;
  gloss_doc *doc = gloss_doc_new(text, sizeof text - 1, NULL, &err);
  (void)state;
  assert_true(make(&e, &err));
  assert_true(gloss_amounts_read(e.amounts, doc, NULL, 0, true, &err));
  assert_true(gloss_amounts_note(e.amounts, 0, &note));
  assert_string_equal(note.why, "a place in a list");
  assert_true(gloss_amounts_note(e.amounts, 1, &note));
  assert_null(note.why);
  assert_int_equal(note.winner, GLOSS_NO_RULE);
  assert_int_equal(note.rule, 0);
  assert_true(gloss_amounts_note(e.amounts, 2, &note)); /* "$5" in it */
  assert_int_equal(note.winner, 0);
  gloss_doc_free(doc);
  free_engine(&e);
}

static void mistakes_are_told(void **state) {
  gloss_amount_rule rule = { .name = slice("x"), .kind = slice("weight") };
  gloss_slice check = slice("no such check");
  gloss_error err;
  engine e;
  gloss_doc *doc = gloss_doc_new("5", 1, NULL, &err);
  (void)state;
  assert_true(make(&e, &err));
  assert_false(gloss_amounts_word(e.amounts, "nowhere", slice("x"), &err));
  assert_false(gloss_amounts_ending(e.amounts, "nowhere", slice("x"), &err));
  assert_false(gloss_amounts_ending(e.amounts, "bills", slice(""), &err));
  assert_false(gloss_amounts_rule(e.amounts, &rule, &err));
  assert_string_equal(err.message, "no kind of amounts \"weight\"");
  rule.kind = slice("money");
  assert_false(gloss_amounts_rule(e.amounts, &rule, &err));
  rule.value = slice("count");
  rule.unless = &check;
  rule.unless_count = 1;
  assert_false(gloss_amounts_rule(e.amounts, &rule, &err));
  assert_string_equal(err.message, "no check of amounts \"no such check\"");
  rule.unless_count = 0;
  assert_true(gloss_amounts_rule(e.amounts, &rule, &err)); /* one too many */
  assert_false(gloss_amounts_read(e.amounts, doc, NULL, 0, false, &err));
  assert_int_equal(err.code, GLOSS_BAD_ARGUMENT);
  gloss_doc_free(doc);
  free_engine(&e);
}

static int read_once(void) {
  static const char text[] = "page 12 with about $5, two or five men and 3-1";
  gloss_error err;
  engine e;
  gloss_doc *doc = gloss_doc_new(text, sizeof text - 1, NULL, &err);
  int ok = doc != NULL && make(&e, &err);
  if (ok) {
    ok = gloss_amounts_read(e.amounts, doc, NULL, 0, true, &err);
    free_engine(&e);
  }
  gloss_doc_free(doc);
  return ok;
}

static void no_memory_is_an_error(void **state) {
  (void)state;
  assert_true(fail_every_allocation(read_once) > 30);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(rows_are_as_declared),
    cmocka_unit_test(times_are_no_amounts),
    cmocka_unit_test(notes_say_what_became_of_a_match),
    cmocka_unit_test(mistakes_are_told),
    cmocka_unit_test(no_memory_is_an_error),
  };
  return cmocka_run_group_tests_name("amounts", tests, NULL, NULL);
}

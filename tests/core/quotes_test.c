/* quotes_test.c - who speaks, and the rows of the layer `quotes`, with the
** small lexicons of clauses.h. All that the languages know is tested in
** tests/lua/quotes_spec.lua, what a cue reports in attribute_test.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>

#include "clauses.h"
#include "pack.h"
#include "quotes/quotes.h"
#include "roles/roles.h"
/* __wrap_malloc: the Makefile links the wrappers */
#include "failing_malloc.h"

static const char *const codes[] = { "en", "de" };
static gloss_lexicon *lexicons[2];
static gloss_language *languages[2];

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

static char found[8192];

static void put(const char *format, ...) {
  size_t used = strlen(found);
  va_list args;
  va_start(args, format);
  vsnprintf(found + used, sizeof found - used, format, args);
  va_end(args);
}

static gloss_value value(const gloss_layer *layer, size_t row,
                         const char *name) {
  return gloss_layer_value(
      layer, row, gloss_layer_find_column(layer, name, strlen(name)));
}

static void put_string(const char *before, gloss_value v) {
  if (v.kind == GLOSS_STRING)
    put("%s%.*s", before, (int)v.as.string.len, v.as.string.bytes);
}

/* KIND NUMBER [WORDS] NAME (ID) or why there is none / RULE CONFIDENCE; */
static void put_row(const char *text, const gloss_layer *layer, size_t row) {
  gloss_span span = gloss_layer_span(layer, row);
  gloss_value sure = value(layer, row, "confidence");
  put_string("", value(layer, row, "kind"));
  put(" %d [%.*s]", (int)value(layer, row, "attribution").as.integer,
      (int)(span.end - span.start), text + span.start);
  put_string(" ", value(layer, row, "speaker_name"));
  put_string(" #", value(layer, row, "speaker_id"));
  put_string(" ", value(layer, row, "unknown"));
  put_string(" / ", value(layer, row, "rule"));
  if (sure.kind == GLOSS_REAL) put(" %.2f", sure.as.real);
  put("\n");
}

/* ---- A text -------------------------------------------------------------- */

static gloss_value string(const char *s) {
  gloss_value v = { .kind = GLOSS_STRING };
  v.as.string.bytes = s;
  v.as.string.len = strlen(s);
  return v;
}

/* Adds a layer with one row, over the first of these words: its type, and their
** last letter as its id. */
static bool add_layer(gloss_doc *doc, const char *text, const char *name,
                      const char *words, const char *type, gloss_error *err) {
  gloss_layer *layer = gloss_layer_open(doc, name, strlen(name), err);
  uint32_t at = (uint32_t)(strstr(text, words) - text);
  size_t len = strlen(words);
  return layer != NULL && gloss_layer_column(layer, "id", 2, err) >= 0 &&
         gloss_layer_column(layer, "type", 4, err) >= 0 &&
         gloss_layer_column(layer, "name", 4, err) >= 0 &&
         gloss_layer_add(layer, (gloss_span){ at, at + (uint32_t)len }, err) &&
         gloss_layer_set(layer, 0, string(words + len - 1), err) &&
         gloss_layer_set(layer, 1, string(type), err) &&
         gloss_layer_seal(layer, err);
}

typedef struct quote_case {
  const char *text, *wanted;
  const char *layer, *words, *type; /* a row that is there before; or NULL */
} quote_case;

/* Finds the quotes of a text; false: no memory. `found` tells them. */
static bool find(const quote_case *c, int language,
                 const gloss_quote_options *options) {
  gloss_error err;
  clauses_text read;
  bool ok = clauses_read(&read, c->text, lexicons[language],
                         languages[language], &err) &&
            (c->layer == NULL || add_layer(read.doc, c->text, c->layer,
                                           c->words, c->type, &err)) &&
            (!options->roles || gloss_roles_find(&read.list, &err)) &&
            gloss_quotes_find(&read.list, options, &err) && !read.log.failed;
  const gloss_layer *layer = ok ? gloss_doc_layer(read.doc, "quotes", 6) : NULL;
  found[0] = '\0';
  clauses_forget(&read); /* rows outlive that */
  for (size_t i = 0; layer != NULL && i < gloss_layer_count(layer); i++)
    put_row(c->text, layer, i);
  clauses_close(&read);
  return ok;
}

/* ---- Cases --------------------------------------------------------------- */

#define OPEN "\xE2\x80\x9C"
#define CLOSE "\xE2\x80\x9D"
#define QUOTE(words) OPEN words CLOSE

static const quote_case english[] = {
  /* names */
  { QUOTE("Go,") " said Ann Low. " QUOTE("No,") " Low said.",
    "direct 1 [Go,] Ann Low / quote before cue 0.95\n"
    "direct 2 [No,] Ann Low / quote before cue 0.90\n",
    NULL, NULL, NULL },
  { "Minister Ann Low left. LOW: " QUOTE("Go."),
    "direct 1 [Go.] Ann Low / colon 0.50\n", NULL, NULL, NULL },
  { "Mr. Low said that it fell.",
    "indirect 1 [that it fell] Low / that after cue 0.90\n", NULL, NULL, NULL },
  { "Farmers in the north said that it fell.",
    "indirect 1 [that it fell] Farmers in the north / that after cue 0.90\n",
    NULL, NULL, NULL },
  { "The fund's chief Ann Low said that it fell.",
    "indirect 1 [that it fell] Ann Low / that after cue 0.90\n", NULL, NULL,
    NULL },
  { "Ann Low, the chief of the fund, who said that it fell, left.",
    "indirect 1 [that it fell] Ann Low / that after cue 0.80\n", NULL, NULL,
    NULL },
  /* pronouns */
  { "Ann Low met Paul Roe. She said that it fell.",
    "indirect 1 [that it fell] Ann Low / that after cue 0.72\n", NULL, NULL,
    NULL },
  { "Ann Low met Paul Roe. He said that it fell.",
    "indirect 1 [that it fell] Paul Roe / that after cue 0.72\n", NULL, NULL,
    NULL },
  { "They saw Kim Roe. He said that it fell.",
    "indirect 1 [that it fell] Kim Roe / that after cue 0.45\n", NULL, NULL,
    NULL },
  { "They met near Kim Roe. He said that it fell.",
    "indirect 1 [that it fell] He / that after cue 0.90\n", NULL, NULL, NULL },
  { "A docker in Oslo left. He said that it fell.",
    "indirect 1 [that it fell] A docker in Oslo / that after cue 0.72\n", NULL,
    NULL, NULL },
  { "Her mother, Kim Roe, left. She said that it fell.",
    "indirect 1 [that it fell] Kim Roe / that after cue 0.72\n", NULL, NULL,
    NULL },
  { "Kim Roe, 41, left. He met Ann Low. He said that it fell.",
    "indirect 1 [that it fell] Kim Roe / that after cue 0.72\n", NULL, NULL,
    NULL },
  /* layers */
  { "Kim Roe left. Norby left. She said that it fell.",
    "indirect 1 [that it fell] Kim Roe #e / that after cue 0.72\n", "entities",
    "Kim Roe", "PERSON" },
  { "Kim Roe left. She said that it fell.",
    "indirect 1 [that it fell] She / that after cue 0.90\n", "names",
    "Kim Roe", "ORG" },
  { "Low said that it fell.",
    "indirect 1 [that it fell] Low #w / that after cue 0.90\n", "names", "Low",
    "PERSON" },
  /* quotations without a cue */
  { QUOTE("Go.") " \xE2\x80\x94 Ann Low",
    "direct 1 [Go.] Ann Low / signed 0.80\n", NULL, NULL, NULL },
  { QUOTE("Go,") " Low said. " QUOTE("Now."),
    "direct 1 [Go,] Low / quote before cue 0.90\n"
    "direct 1 [Now.] Low / quote before cue 0.90\n",
    NULL, NULL, NULL },
  { QUOTE("One.") " " QUOTE("Two,") " Low said.",
    "direct 1 [One.] Low / quote before cue 0.90\n"
    "direct 1 [Two,] Low / quote before cue 0.90\n",
    NULL, NULL, NULL },
  { "Ann Low told them that it fell.\n\n" QUOTE("It is gone now, all of it."),
    "indirect 1 [that it fell] Ann Low / that after cue 0.90\n"
    "direct 2 [It is gone now, all of it.] Ann Low / speaker before 0.45\n",
    NULL, NULL, NULL },
  { "The minister left. " QUOTE("It is all over and done."),
    "direct 1 [It is all over and done.] The minister / subject before 0.25\n",
    NULL, NULL, NULL },
  { "The film " QUOTE("Low Tide") " fell.",
    "title 0 [Low Tide] not speech / beside film\n", NULL, NULL, NULL },
  { "It is " QUOTE("all over and done with, at long last") ", is it?",
    "direct 0 [all over and done with, at long last] nobody named / no cue\n",
    NULL, NULL, NULL },
  { "Low: Bridge is safe\n\nThe bridge works, Ann Low said.",
    "indirect 1 [Bridge is safe] Ann Low / heading 0.80\n"
    "indirect 2 [The bridge works] Ann Low / clause before cue 0.90\n",
    NULL, NULL, NULL },
  { "Q. When did it fall?\nA. On Monday, late.\nQ. Who saw it?\nA. Ann Low.",
    "direct 1 [When did it fall?] Q. / question and answer 0.80\n"
    "direct 2 [On Monday, late.] A. / question and answer 0.80\n"
    "direct 3 [Who saw it?] Q. / question and answer 0.80\n"
    "direct 4 [Ann Low.] A. / question and answer 0.80\n",
    NULL, NULL, NULL },
  /* both */
  { "Low said that it was " QUOTE("very good") " now.",
    "indirect 1 [that it was " QUOTE("very good") " now] Low / "
    "that after cue 0.90\n"
    "mixed 1 [very good] Low / that after cue 0.90\n",
    NULL, NULL, NULL },
};
static const quote_case german[] = {
  { "Ann Low sagte, sie wolle gehen. Die Br\xC3\xBC" "cke sei alt.",
    "indirect 1 [sie wolle gehen] Ann Low / clause after cue 0.90\n"
    "indirect 2 [Die Br\xC3\xBC" "cke sei alt] Ann Low / mood 0.45\n",
    NULL, NULL, NULL },
  { "Paul Low kam. Er sagte, dass er geht.",
    "indirect 1 [dass er geht] Paul Low / that after cue 0.72\n", NULL, NULL,
    NULL },
};

static void check(const quote_case *cases, size_t count, int language,
                  const gloss_quote_options *options) {
  int wrong = 0;
  for (size_t i = 0; i < count; i++) {
    assert_true(find(&cases[i], language, options));
    if (strcmp(found, cases[i].wanted) == 0) continue;
    print_error("%s\n want\n%s got\n%s", cases[i].text, cases[i].wanted, found);
    wrong++;
  }
  assert_int_equal(wrong, 0);
}

static const gloss_quote_options usual = { .indirect = true };

static void test_english(void **state) {
  (void)state;
  check(english, CLAUSES_COUNT(english), 0, &usual);
}

static void test_german(void **state) {
  (void)state;
  check(german, CLAUSES_COUNT(german), 1, &usual);
}

/* ---- Options ------------------------------------------------------------- */

static void test_clauses_left_out(void **state) {
  static const quote_case cases[] = {
    { "Low said that it was " QUOTE("very good") " now. Low said it fell.",
      "mixed 1 [very good] Low / that after cue 0.90\n", NULL, NULL, NULL },
  };
  static const gloss_quote_options options = { .indirect = false };
  (void)state;
  check(cases, CLAUSES_COUNT(cases), 0, &options);
}

static void test_doubled(void **state) {
  static const quote_case indirect[] = {
    { "''Go,'' Low said.", "indirect 1 [Go,] Low / quote before cue 0.90\n",
      NULL, NULL, NULL },
  };
  static const quote_case direct[] = {
    { "''Go,'' Low said.", "direct 1 [Go,] Low / quote before cue 0.90\n", NULL,
      NULL, NULL },
  };
  static const gloss_quote_options options = { .indirect = true,
                                               .doubled_direct = true };
  (void)state;
  check(indirect, 1, 0, &usual);
  check(direct, 1, 0, &options);
}

static void test_nested(void **state) {
  static const quote_case cases[] = {
    { QUOTE("He told me: \xE2\x80\x98Go.\xE2\x80\x99 I left,") " Low said.",
      "direct 1 [He told me: \xE2\x80\x98Go.\xE2\x80\x99 I left,] Low / "
      "quote before cue 0.90\n"
      "direct 2 [Go.] He / quote after cue 0.90\n",
      NULL, NULL, NULL },
  };
  static const gloss_quote_options options = { .indirect = true,
                                               .nested = true };
  (void)state;
  check(cases, CLAUSES_COUNT(cases), 0, &options);
}

static void test_offices(void **state) {
  static const quote_case cases[] = {
    { "Ann Low, envoy of the fund, left. The envoy said that it fell.",
      "indirect 1 [that it fell] Ann Low / that after cue 0.72\n", NULL, NULL,
      NULL },
    { "Ann Low, envoy of the fund, left. The fund's envoy said it fell.",
      "indirect 1 [it fell] Ann Low / clause after cue 0.72\n", NULL, NULL,
      NULL },
    { "Ann Low, envoy of the fund, left. The bank's envoy said it fell.",
      "indirect 1 [it fell] The bank's envoy / clause after cue 0.90\n", NULL,
      NULL, NULL },
    { "Envoy Ann Low met envoy Paul Roe. The envoy said that it fell.",
      "indirect 1 [that it fell] The envoy / that after cue 0.90\n", NULL, NULL,
      NULL },
    { "The envoy left. She said that it fell. Ann Low, the envoy, left.",
      "indirect 1 [that it fell] Ann Low / that after cue 0.72\n", NULL, NULL,
      NULL },
    { "The old judge of Norby said that it fell.",
      "indirect 1 [that it fell] Mary Roe #roe / that after cue 0.72\n",
      "entities", "Norby", "GPE" },
    { "An old judge said that it fell.",
      "indirect 1 [that it fell] An old judge / that after cue 0.90\n", NULL,
      NULL, NULL },
  };
  static const gloss_held_office held[] = {
    { { "Old Judge", 9 }, { "y", 1 }, { "roe", 3 }, { "Mary Roe", 8 } },
  };
  static const gloss_quote_options options = {
    .indirect = true, .roles = true, .held = held, .held_count = 1
  };
  (void)state;
  check(cases, CLAUSES_COUNT(cases), 0, &options);
}

/* ---- Numbers ------------------------------------------------------------- */

static bool reckon(gloss_lexicon *l, const char *name, double value) {
  gloss_error err;
  return gloss_lexicon_reckon(l, clauses_slice(name), value, &err);
}

static void test_numbers(void **state) {
  gloss_error err;
  gloss_lexicon *l = gloss_lexicon_new(&err);
  const char *name;
  (void)state;
  assert_non_null(l);
  assert_false(reckon(l, "surely", 1));
  assert_false(reckon(l, "phrase", -1));
  assert_false(reckon(l, "phrase", 1e9));
  for (size_t i = 0; (name = gloss_lexicon_number_name(i)) != NULL; i++) {
    assert_false(gloss_lexicon_close(l, &err)); /* one lacks */
    assert_int_equal(err.code, GLOSS_BAD_ARGUMENT);
    assert_true(reckon(l, name, 0.5));
  }
  assert_true(gloss_lexicon_close(l, &err));
  assert_false(reckon(l, "phrase", 1)); /* it is closed */
  gloss_lexicon_free(l);
}

/* ---- Limits -------------------------------------------------------------- */

static int find_much(void) {
  static const quote_case much = {
    "Low: Bridge is safe\n\nAnn Low, the envoy of the fund, met Paul Roe. "
    "He told me that it was " QUOTE("good \xE2\x80\x98now,\xE2\x80\x99 he "
    "said") ". The fund's envoy said it fell. " QUOTE("One.") " " QUOTE("Two,")
    " Low said. " QUOTE("Three.") " \xE2\x80\x94 Ann Low\nShe said it fell.",
    "", "entities", "Roe", "PERSON"
  };
  static const gloss_held_office held[] = {
    { { "judge", 5 }, { "", 0 }, { "", 0 }, { "Mary Roe", 8 } },
  };
  static const gloss_quote_options options = { .indirect = true, .nested = true,
                                               .roles = true, .held = held,
                                               .held_count = 1 };
  return find(&much, 0, &options);
}

static void test_no_memory(void **state) {
  (void)state;
  assert_true(fail_every_allocation(find_much) > 10);
  assert_true(find_much());
  assert_non_null(strstr(found, "[Two,] Ann Low"));
}

/* A part of a text again and again: it is read in time that is linear. */
static void check_long(const char *part) {
  static char text[60000];
  const quote_case c = { .text = text };
  size_t len = strlen(part), used = 0;
  for (; used + len < sizeof text; used += len) memcpy(text + used, part, len);
  text[used] = '\0';
  assert_true(find(&c, 0, &usual));
}

static void test_long_texts(void **state) {
  (void)state;
  check_long("Roe ");
  check_long("Ann Low said it fell. She said ");
  check_long(QUOTE("a") " ");
  check_long(QUOTE("Go.") "\n");
  check_long("a docker he said ");
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_english),    cmocka_unit_test(test_german),
    cmocka_unit_test(test_clauses_left_out), cmocka_unit_test(test_doubled),
    cmocka_unit_test(test_nested),     cmocka_unit_test(test_offices),
    cmocka_unit_test(test_numbers),    cmocka_unit_test(test_no_memory),
    cmocka_unit_test(test_long_texts),
  };
  return cmocka_run_group_tests(tests, start, stop);
}

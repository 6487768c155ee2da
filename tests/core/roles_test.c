/* roles_test.c - who holds which office, with the small lexicons of clauses.h.
** All that the languages know is tested in tests/lua/roles_spec.lua. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>

#include "clauses.h"
#include "pack.h"
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

static char found[4096];

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

static void put_string(gloss_value v) {
  if (v.kind == GLOSS_STRING)
    put("%.*s", (int)v.as.string.len, v.as.string.bytes);
  else
    put("-");
}

/* HOLDER (id) is ex-ROLE of OF (id), by RULE; */
static void put_row(const char *text, const gloss_layer *layer, size_t row) {
  gloss_span span = gloss_layer_span(layer, row);
  put("%.*s (", (int)(span.end - span.start), text + span.start);
  put_string(value(layer, row, "id"));
  put(") is %s", value(layer, row, "past").kind == GLOSS_NIL ? "" : "ex-");
  put_string(value(layer, row, "role"));
  put(" of ");
  put_string(value(layer, row, "of_name"));
  put(" (");
  put_string(value(layer, row, "of_id"));
  put("), ");
  put_string(value(layer, row, "rule"));
  put("; ");
}

/* ---- Entities ------------------------------------------------------------ */

typedef struct named {
  const char *text, *type;
} named;

static gloss_value string(const char *s) {
  gloss_value v = { .kind = GLOSS_STRING };
  v.as.string.bytes = s;
  v.as.string.len = strlen(s);
  return v;
}

/* Adds the layer `entities`, each with its type and an id made of its text. */
static bool add_entities(gloss_doc *doc, const char *text, const named *names,
                         gloss_error *err) {
  gloss_layer *layer = gloss_layer_open(doc, "entities", 8, err);
  if (layer == NULL || gloss_layer_column(layer, "id", 2, err) < 0 ||
      gloss_layer_column(layer, "type", 4, err) < 0)
    return false;
  for (; names->text != NULL; names++) {
    uint32_t at = (uint32_t)(strstr(text, names->text) - text);
    gloss_span span = { at, at + (uint32_t)strlen(names->text) };
    if (!gloss_layer_add(layer, span, err) ||
        !gloss_layer_set(layer, 0, string(names->text), err) ||
        !gloss_layer_set(layer, 1, string(names->type), err))
      return false;
  }
  return gloss_layer_seal(layer, err);
}

/* Finds the roles of a text; false: no memory. `found` tells them, and with
** `log` what was lost. */
static bool find(const char *text, int language, const named *names,
                 bool log) {
  gloss_error err;
  clauses_text read;
  bool ok = clauses_read(&read, text, lexicons[language], languages[language],
                         &err) &&
            (names == NULL || add_entities(read.doc, text, names, &err)) &&
            gloss_roles_find(&read.list, &err) && !read.log.failed;
  const gloss_layer *layer = ok ? gloss_doc_layer(read.doc, "roles", 5) : NULL;
  found[0] = '\0';
  clauses_forget(&read); /* rows outlive that */
  for (size_t i = 0; layer != NULL && i < gloss_layer_count(layer); i++)
    put_row(text, layer, i);
  for (size_t i = 0; ok && log && i < read.log.count; i++)
    put("%s: %s; ", read.log.rows[i].rule, read.log.rows[i].why);
  clauses_close(&read);
  return ok;
}

/* ---- Cases --------------------------------------------------------------- */

typedef struct role_case {
  const char *text, *wanted;
} role_case;

static const role_case english[] = {
  { "Minister Ann Low left.", "Ann Low (-) is Minister of - (-), title; " },
  { "The fund's chief Ann Low left.",
    "Ann Low (-) is chief of fund (-), title; " },
  { "Norby minister Ann Low left.",
    "Ann Low (-) is minister of Norby (-), title; " },
  { "Former judge Paul Low left.",
    "Paul Low (-) is ex-judge of - (-), title; " },
  { "Future minister Ann Low left.", "" },
  { "Paul Minister Low left.", "" },            /* a given name before it */
  { "They met at Judge Street.", "" },          /* a thing */
  { "Dr. Ann Low left.", "" },                  /* no office */
  { "The envoy, Ann Low, left.",
    "Ann Low (-) is envoy of - (-), before a comma; " },
  { "Ann Low, head of the fund, left.",
    "Ann Low (-) is head of fund (-), apposition; " },
  { "Ann Low, 41, a former judge and head of lending at the bank, left.",
    "Ann Low (-) is ex-judge of bank (-), apposition; "
    "Ann Low (-) is head of lending of bank (-), apposition; " },
  { "Trade Forum (TF), an agency for Norby, left.",
    "Trade Forum (-) is agency of Norby (-), apposition; " },
  { "Ann Low, who led the union, left.",
    "Ann Low (-) is ex-leader of union (-), relative; " },
  { "Ann Low, who also leads Norby, left.",
    "Ann Low (-) is leader of Norby (-), relative; " },
  { "Ann Low became envoy to Norby.",
    "Ann Low (-) is envoy of Norby (-), verb; " },
  { "Ann Low was the head of the fund.",
    "Ann Low (-) is ex-head of fund (-), verb; " },
  { "Ann Low was named envoy.", "Ann Low (-) is envoy of - (-), verb; " },
  { "Ann Low is envoy.", "" },                  /* no article */
  { "Ann Low, envoy\n  of the fund, left.",
    "Ann Low (-) is envoy of fund (-), apposition; " },
  { "Ann Low, the fund's  head,  left.",
    "Ann Low (-) is head of fund (-), apposition; " },
};
static const role_case german[] = {
  { "Finanzministerin Ann Low ging.",
    "Ann Low (-) is Finanzministerin of - (-), title; " },
  { "Ann Low, Ministerin der Finanzen, ging.",
    "Ann Low (-) is Ministerin of Finanzen (-), apposition; " },
  { "Paul Low ist Richter.", "Paul Low (-) is Richter of - (-), verb; " },
};

static void check(const role_case *cases, size_t count, int language) {
  int wrong = 0;
  for (size_t i = 0; i < count; i++) {
    assert_true(find(cases[i].text, language, NULL, false));
    if (strcmp(found, cases[i].wanted) == 0) continue;
    print_error("%s\n  want %s\n  got  %s\n", cases[i].text, cases[i].wanted,
                found);
    wrong++;
  }
  assert_int_equal(wrong, 0);
}

static void test_english(void **state) {
  (void)state;
  check(english, CLAUSES_COUNT(english), 0);
}

static void test_german(void **state) {
  (void)state;
  check(german, CLAUSES_COUNT(german), 1);
}

static void test_entities(void **state) {
  static const named people[] = { { "Ann Low", "PERSON" },
                                  { "River Fund", "ORG" }, { NULL, NULL } };
  static const named places[] = { { "Low", "GPE" }, { NULL, NULL } };
  (void)state;
  assert_true(find("Ann Low, head of the River Fund, left.", 0, people, false));
  assert_string_equal(
      found, "Ann Low (Ann Low) is head of River Fund (River Fund), "
             "apposition; ");
  assert_true(find("Low, head of the league, left.", 0, places, true));
  assert_string_equal(
      found, "apposition: no person here; the role is a person's; ");
}

static void test_lost(void **state) {
  (void)state;
  assert_true(find("Minister Ann Low, Minister of Norby, left.", 0, NULL,
                   true));
  assert_string_equal(found,
                      "Ann Low (-) is Minister of - (-), title; "
                      "apposition: another rule found it; ");
}

/* ---- Limits -------------------------------------------------------------- */

static int find_much(void) {
  static const named names[] = { { "Ann Low", "PERSON" }, { NULL, NULL } };
  return find("The envoy, Ann Low, left. Ann Low, a former  judge and head of "
              "the fund, who leads the union, was the head of lending at the "
              "bank.",
              0, names, true);
}

static void test_no_memory(void **state) {
  (void)state;
  assert_true(fail_every_allocation(find_much) > 10);
}

/* Words for roles, and names, without end. */
static void test_long_text(void **state) {
  static char text[60000];
  static const char part[] = "Ann Low, judge and chief and head ";
  (void)state;
  for (size_t i = 0; i + sizeof part < sizeof text; i += sizeof part - 1)
    memcpy(text + i, part, sizeof part);
  assert_true(find(text, 0, NULL, false));
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_english),   cmocka_unit_test(test_german),
    cmocka_unit_test(test_entities),  cmocka_unit_test(test_lost),
    cmocka_unit_test(test_no_memory), cmocka_unit_test(test_long_text),
  };
  return cmocka_run_group_tests(tests, start, stop);
}

/* link_test.c - which entities the names in a document mean: the linker as C
** sees it. What it decides is tested in tests/lua/link_spec.lua. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gloss.h"
/* __wrap_malloc: the Makefile links the wrappers */
#include "failing_malloc.h"

static gloss_slice slice(const char *s) {
  return (gloss_slice){ s, strlen(s) };
}

/* ---- A dictionary -------------------------------------------------------- */

typedef struct row {
  const char *id, *type, *name, *alias, *require, *avoid;
} row;

static const row rows[] = {
  { "per:bell", "PERSON", "Ivor Bell", "Ivor Bell", "", "" },
  { "per:nora", "PERSON", "Nora Bell", "Nora Bell", "", "" },
  { "geo:torva", "GPE", "Torva", "Torva", "coast | doc:sea", "" },
  { "geo:anta", "GPE", "Anta", "Anta", "@GPE", "" },
  { "org:torva", "ORG", "Torva Metals", "Torva Metals", "", "" },
  { "org:torva2", "ORG", "Torva Metals Group", "Torva Metals", "", "film" },
  { "org:mif", "ORG", "Meridian Fund", "MIF", "", "" },
};
enum { ROWS = sizeof rows / sizeof *rows };

static bool fill(gloss_dict_builder *b, gloss_error *err) {
  for (size_t i = 0; i < ROWS; i++) {
    gloss_alias_options o = { .fuzzy = i == 6 ? 0 : 1, .valid = GLOSS_ALWAYS };
    int64_t n = gloss_dict_builder_find(b, slice(rows[i].id));
    if (n < 0)
      n = gloss_dict_add_entity(b, slice(rows[i].id), slice(rows[i].type),
                                slice(rows[i].name),
                                (gloss_period)GLOSS_ALWAYS, err);
    o.require = slice(rows[i].require);
    o.avoid = slice(rows[i].avoid);
    if (n < 0 || !gloss_dict_add_alias(b, n, slice(rows[i].alias), &o, err) ||
        !gloss_dict_add_field(b, n, slice("row"), slice(rows[i].alias), err) ||
        !gloss_dict_add_role(b, n, slice("chair"), slice(""),
                             (gloss_period){ 0, 100 }, slice(""), err))
      return false;
  }
  return true;
}

static gloss_string bytes; /* of the dictionary */

static gloss_dict *make_dict(void) {
  gloss_error err;
  gloss_dict_builder *b = gloss_dict_builder_new(&err);
  gloss_dict *d;
  assert_non_null(b);
  assert_true(fill(b, &err));
  assert_true(gloss_dict_build(b, &bytes, &err));
  gloss_dict_builder_free(b);
  d = gloss_dict_open(bytes.bytes, bytes.len, true, &err);
  assert_non_null(d);
  return d;
}

static gloss_dict *dict;

static int start(void **state) {
  (void)state;
  dict = make_dict();
  return 0;
}

static int stop(void **state) {
  (void)state;
  gloss_dict_free(dict);
  gloss_string_free(&bytes);
  return 0;
}

static gloss_linker *make_linker(gloss_error *err) {
  gloss_linker *l = gloss_linker_new((const gloss_dict *const *)&dict, 1, err);
  if (l != NULL && gloss_linker_word(l, GLOSS_LINK_TITLES, slice("Mr"), err))
    return l;
  gloss_linker_free(l);
  return NULL;
}

/* ---- Linking ------------------------------------------------------------- */

enum { LINK = GLOSS_LINK_DERIVED | GLOSS_LINK_EXPLAIN };

/* Answers with the last word of each name as its surname; how many were asked
** for, -1: no memory. */
static int answer(gloss_linker *l, gloss_error *err) {
  gloss_link_ask ask;
  int n = 0;
  for (; gloss_linker_ask(l, (size_t)n, &ask); n++) {
    size_t at = ask.form.len;
    while (at > 0 && ask.form.bytes[at - 1] != ' ') at--;
    if (!gloss_linker_answer(l, (size_t)n,
                             (gloss_slice){ ask.form.bytes + at,
                                            ask.form.len - at },
                             slice("surname"), GLOSS_SMART, err))
      return -1;
  }
  return n;
}

static bool run(gloss_linker *l, gloss_doc *doc, gloss_period date,
                gloss_error *err) {
  return gloss_linker_find(l, doc, LINK, date, err) && answer(l, err) >= 0 &&
         gloss_linker_add(l, doc, err);
}

static gloss_doc *linked(gloss_linker *l, const char *text) {
  gloss_error err;
  gloss_doc *doc = gloss_doc_new(text, strlen(text), NULL, &err);
  assert_non_null(doc);
  assert_true(run(l, doc, (gloss_period)GLOSS_ALWAYS, &err));
  return doc;
}

static gloss_slice cell(const gloss_layer *layer, size_t i, const char *name) {
  gloss_value v = gloss_layer_value(
      layer, i, gloss_layer_find_column(layer, name, strlen(name)));
  if (v.kind != GLOSS_STRING) return slice("-");
  return (gloss_slice){ v.as.string.bytes, v.as.string.len };
}

/* Compares "text=id/via/rule; ..." of the rows. */
static void check_rows(gloss_linker *l, const char *text, const char *wanted) {
  char out[1000] = "";
  size_t n = 0;
  gloss_doc *doc = linked(l, text);
  const gloss_layer *layer = gloss_doc_layer(doc, "entities", 8);
  assert_non_null(layer);
  for (size_t i = 0; i < gloss_layer_count(layer); i++) {
    gloss_span s = gloss_layer_span(layer, i);
    gloss_slice id = cell(layer, i, "id"), via = cell(layer, i, "via"),
                rule = cell(layer, i, "rule");
    n += (size_t)snprintf(out + n, sizeof out - n, "%s%.*s=%.*s/%.*s/%.*s",
                          i > 0 ? "; " : "", (int)(s.end - s.start),
                          text + s.start, (int)id.len, id.bytes, (int)via.len,
                          via.bytes, (int)rule.len, rule.bytes);
  }
  assert_string_equal(out, wanted);
  gloss_doc_free(doc);
}

static void links(void **state) {
  gloss_error err;
  gloss_linker *l = make_linker(&err);
  (void)state;
  assert_non_null(l);
  check_rows(l, "", "");
  check_rows(l, "Mr Bell met Ivor Bell. Anna Bell left.",
             "Bell=per:bell/surname/document; Ivor Bell=per:bell/alias/only");
  check_rows(l, "Ivor Bell, Nora Bell and Bell.",
             "Ivor Bell=per:bell/alias/only; Nora Bell=per:nora/alias/only; "
             "Bell=-/surname/ambiguous");
  check_rows(l, "Torva lies inland. Anta, too.", "");
  check_rows(l, "Anta, too. Torva lies on the coast.",
             "Anta=geo:anta/alias/context; Torva=geo:torva/alias/context");
  check_rows(l, "Torva Metals made a film.",
             "Torva Metals=org:torva/alias/context");
  check_rows(l, "Torva Metals.", "Torva Metals=org:torva/alias/name");
  check_rows(l, "Ivor Bel left. Bel stayed.",
             "Ivor Bel=per:bell/fuzzy/only; Bel=per:bell/surname/document");
  gloss_linker_free(l);
}

/* ---- Asking -------------------------------------------------------------- */

static int asked(gloss_linker *l, const char *text) {
  gloss_error err;
  gloss_doc *doc = gloss_doc_new(text, strlen(text), NULL, &err);
  int n;
  assert_true(gloss_linker_find(l, doc, LINK, (gloss_period)GLOSS_ALWAYS,
                                &err));
  n = answer(l, &err);
  assert_true(gloss_linker_add(l, doc, &err));
  gloss_doc_free(doc);
  return n;
}

static void asks_once(void **state) {
  gloss_error err;
  gloss_linker *l = make_linker(&err);
  gloss_doc *doc;
  (void)state;
  assert_int_equal(asked(l, "Ivor Bell, Ivor Bell, MIF."), 1);
  assert_int_equal(asked(l, "Ivor Bell and Nora Bell."), 1);
  assert_int_equal(asked(l, "MIF."), 0); /* one word has no shorter form */
  /* Who does not come back to answer is asked again. */
  doc = gloss_doc_new("Torva Metals.", 13, NULL, &err);
  assert_true(gloss_linker_find(l, doc, LINK, (gloss_period)GLOSS_ALWAYS,
                                &err));
  gloss_doc_free(doc);
  assert_int_equal(asked(l, "Torva Metals, Ivor Bell."), 2);
  gloss_linker_free(l);
}

static void refuses(void **state) {
  gloss_error err;
  gloss_linker *l = make_linker(&err);
  gloss_doc *doc = gloss_doc_new("MIF", 3, NULL, &err);
  gloss_linked link;
  (void)state;
  assert_false(gloss_linker_add(l, doc, &err));
  assert_int_equal(err.code, GLOSS_BAD_ARGUMENT);
  assert_false(gloss_linker_answer(l, 0, slice("x"), slice("y"), GLOSS_SMART,
                                   &err));
  assert_true(run(l, doc, (gloss_period)GLOSS_ALWAYS, &err));
  assert_false(gloss_linker_add(l, doc, &err)); /* a second time */
  assert_false(run(l, doc, (gloss_period)GLOSS_ALWAYS, &err));
  assert_int_equal(err.code, GLOSS_TOO_LATE);
  assert_true(gloss_layer_linked(gloss_doc_layer(doc, "entities", 8), 0, 0,
                                 &link));
  assert_true(link.chosen);
  assert_false(gloss_layer_linked(gloss_doc_layer(doc, "entities", 8), 0, 1,
                                  &link));
  assert_false(gloss_layer_linked(gloss_doc_layer(doc, "entities", 8), 1, 0,
                                  &link));
  gloss_doc_free(doc);
  gloss_linker_free(l);
}

static void tells_what_lost(void **state) {
  gloss_error err;
  gloss_linker *l = make_linker(&err);
  gloss_doc *doc = linked(l, "Torva lies inland.");
  gloss_link_lost lost;
  (void)state;
  assert_true(gloss_linker_lost(l, 0, &lost));
  assert_string_equal(lost.rule, "require");
  assert_int_equal(lost.span.end, 5);
  assert_memory_equal(lost.id.bytes, "geo:torva", 9);
  assert_memory_equal(lost.because.bytes, "coast | doc:sea", 15);
  assert_false(gloss_linker_lost(l, 1, &lost));
  gloss_doc_free(doc);
  gloss_linker_free(l);
}

/* ---- Patterns over what is linked ---------------------------------------- */

static size_t matches(gloss_doc *doc, const char *source) {
  gloss_error err;
  gloss_pattern_builder *b = gloss_pattern_builder_new(NULL, &err);
  gloss_patterns *set;
  gloss_matcher *m;
  const gloss_match *found;
  size_t count = 99, len;
  assert_true(gloss_pattern_add(b, slice(source), 0, &err));
  set = gloss_pattern_build(b, &err);
  m = gloss_matcher_new(set, &err);
  gloss_doc_text(doc, &len);
  if (!gloss_matcher_find(m, doc, (gloss_span){ 0, (uint32_t)len }, 0, &found,
                          &count, &err)) {
    assert_int_equal(err.code, GLOSS_BAD_PATTERN);
    count = 99;
  }
  gloss_matcher_free(m);
  gloss_patterns_free(set);
  gloss_pattern_builder_free(b);
  return count;
}

static void gives_columns(void **state) {
  gloss_error err;
  gloss_linker *l = make_linker(&err);
  static const char text[] = "Ivor Bell met Nora Bell.";
  gloss_doc *doc = gloss_doc_new(text, strlen(text), NULL, &err);
  (void)state;
  assert_true(run(l, doc, (gloss_period){ 50, 60 }, &err));
  assert_int_equal(matches(doc, "<PERSON row=\"Ivor Bell\">"), 1);
  assert_int_equal(matches(doc, "<PERSON role=chair>"), 2);
  assert_int_equal(matches(doc, "<PERSON !role>"), 0);
  assert_int_equal(matches(doc, "<PERSON rows=x>"), 99);
  gloss_doc_free(doc);
  doc = gloss_doc_new(text, strlen(text), NULL, &err);
  assert_true(run(l, doc, (gloss_period){ 101, 101 }, &err));
  assert_int_equal(matches(doc, "<PERSON role=chair>"), 0);
  gloss_doc_free(doc);
  gloss_linker_free(l);
}

/* ---- Limits -------------------------------------------------------------- */

/* A document of more names than a linker keeps room for, between small ones. */
static void takes_large_documents(void **state) {
  static const char sentence[] = "MIF, Ivor Bell, Bell, Anta. ";
  enum { TIMES = 30000 };
  gloss_error err;
  gloss_linker *l = make_linker(&err);
  char *text = malloc(sizeof sentence * TIMES);
  gloss_doc *doc;
  (void)state;
  assert_non_null(text);
  for (size_t i = 0; i < TIMES; i++)
    memcpy(text + i * (sizeof sentence - 1), sentence, sizeof sentence);
  for (int i = 0; i < 2; i++) {
    doc = linked(l, text);
    assert_int_equal(gloss_layer_count(gloss_doc_layer(doc, "entities", 8)),
                     3 * TIMES);
    assert_int_equal(gloss_layer_count(gloss_doc_layer(doc, "unlinked", 8)),
                     TIMES);
    gloss_doc_free(doc);
    check_rows(l, "Ivor Bell and Bell.", "Ivor Bell=per:bell/alias/only; "
                                         "Bell=per:bell/surname/document");
  }
  free(text);
  gloss_linker_free(l);
}

/* Links a document, and looks at what came of it; 0: an allocation failed. */
static int link_anew(void) {
  static const char text[] =
      "Anta and Torva, on the coast. Torva Metals, Ivor Bell, Nora Bell, Bell "
      "and Mr Bel. Ivor Bel saw a@Torva.org.";
  gloss_error err = { GLOSS_OK, 0, "" };
  gloss_doc *doc = gloss_doc_new(text, strlen(text), NULL, &err);
  gloss_linker *l = doc != NULL ? make_linker(&err) : NULL;
  int ok = l != NULL && run(l, doc, (gloss_period)GLOSS_ALWAYS, &err);
  if (ok)
    assert_int_equal(gloss_layer_count(gloss_doc_layer(doc, "entities", 8)),
                     8);
  else assert_int_equal(err.code, GLOSS_NO_MEMORY);
  gloss_doc_free(doc);
  gloss_linker_free(l);
  return ok;
}

static void survives_lack_of_memory(void **state) {
  (void)state;
  assert_true(fail_every_allocation(link_anew) > 50);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(links),
    cmocka_unit_test(asks_once),
    cmocka_unit_test(refuses),
    cmocka_unit_test(tells_what_lost),
    cmocka_unit_test(gives_columns),
    cmocka_unit_test(takes_large_documents),
    cmocka_unit_test(survives_lack_of_memory),
  };
  return cmocka_run_group_tests(tests, start, stop);
}

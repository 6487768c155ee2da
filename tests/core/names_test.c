/* names_test.c - names without a dictionary: the finder as C sees it. What it
** decides is tested in tests/lua/names_spec.lua. */
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

/* ---- A finder ------------------------------------------------------------ */

/* Classes of tokens; a bit each, in this order. OPENING has no name. */
static const struct { const char *name, *source; } classes[] = {
  { "CAP", "[kind=word & shape=/X.*/]" },
  { "SMALL", "[shape=/.*x.*/]" },
  { NULL, "\":\"" },
  { "NUMBER", "[kind=number]" },
  { "ACRONYM", "[!shape=/.*x.*/ & length>=2]" },
  { "START", "[kind=word & shape=/X.*/]" },
  { "PART", "[kind=word & shape=/X.*/]" },
  { "SPECIAL", "the | then | later | russian" },
  { "PARTICLE", "von | der" },
  { "LEADING", "von" },
  { "LINK", "of" },
  { "HEAD", "ministry | fund" },
  { "COMMA", "\",\"" },
  { "SPEECH", "said" },
  { "OFFICE_END", "president" },
  { "HYPHEN", "\"-\"" },
  { "ROLE", "docker | clerk" }, { "INDEFINITE", "a" }, { "RELATIVE", "who" },
  { "SAYS", "said" }, { "APOSTROPHE", "\"'\"" }, { "PLURAL", "workers" },
  { "DASH", "\"-\"" }, { "BRACKET", "\"(\"" }, { "BRACKET_END", "\")\"" },
  { "ENDING", "inc" },
};
enum { CLASSES = sizeof classes / sizeof *classes };

static const struct { const char *set, *word; } words[] = {
  { "common", "the" }, { "common", "then" }, { "common", "later" },
  { "given", "ann" }, { "titles", "prime minister" },
  { "title_starts", "prime" }, { "titles", "president" },
  { "offices", "president" }, { "title_starts", "president" },
  { "organisations", "ministry" }, { "organisations", "fund" },
  { "heads", "ministry" }, { "links", "of" }, { "leading", "von" },
  { "demonyms", "russian" }, { "known_places", "kent" },
  { "noun_endings", "ung" }, { "title_ends", "chef" }, { "company", "inc" },
  { "tails", "partners" }, { "parties", "d" }, { "party_states", "ill" },
  { "places_loc", "park" }, { "heads", "fund" },
};

static const struct { const char *name; int64_t value; } numbers[] = {
  { "title", 9 }, { "head", 7 }, { "given", 6 }, { "acronym", 3 },
  { "speech", 2 }, { "known", 8 }, { "role", 8 },
  { "company", 9 }, { "place", 5 }, { "noun", 4 }, { "age", 5 }, { "sure", 3 },
  { "longest_name", 12 }, { "person_words", 7 }, { "cluster_words", 6 },
  { "longest_title", 3 }, { "plain_runs", 1 }, { "small_start", 1 },
};

static gloss_patterns *patterns;
static gloss_acronyms *acronyms;

/* A finder of short forms that knows what their letters count. */
static gloss_acronyms *make_acronyms(gloss_error *err) {
  gloss_acronyms *a = gloss_acronyms_new(err);
  if (a != NULL && gloss_acronyms_number(a, "word", 2, err) &&
      gloss_acronyms_number(a, "strange", -1, err))
    return a;
  gloss_acronyms_free(a);
  return NULL;
}

static int start(void **state) {
  gloss_error err;
  gloss_pattern_builder *b = gloss_pattern_builder_new(NULL, &err);
  (void)state;
  assert_non_null(b);
  for (size_t i = 0; i < CLASSES; i++)
    assert_true(gloss_pattern_add(b, slice(classes[i].source), 0, &err));
  patterns = gloss_pattern_build(b, &err);
  gloss_pattern_builder_free(b);
  acronyms = make_acronyms(&err);
  assert_non_null(patterns);
  assert_non_null(acronyms);
  return 0;
}

static int stop(void **state) {
  (void)state;
  gloss_patterns_free(patterns);
  gloss_acronyms_free(acronyms);
  return 0;
}

static bool fill(gloss_names *n, gloss_error *err) {
  for (size_t i = 0; i < CLASSES; i++)
    if (classes[i].name != NULL &&
        !gloss_names_class(n, classes[i].name, UINT64_C(1) << i, err))
      return false;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (!gloss_names_word(n, words[i].set, slice(words[i].word), err))
      return false;
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
    if (!gloss_names_number(n, numbers[i].name, numbers[i].value, err))
      return false;
  return true;
}

static gloss_names *make_names(gloss_matcher *matcher, gloss_error *err) {
  gloss_names *n = gloss_names_new(
      matcher, (gloss_casing){ 1, 2, 4, CLASSES }, acronyms, err);
  if (n != NULL && fill(n, err)) return n;
  gloss_names_free(n);
  return NULL;
}

/* ---- Names --------------------------------------------------------------- */

static gloss_slice cell(const gloss_layer *layer, size_t i, const char *name) {
  gloss_value v = gloss_layer_value(
      layer, i, gloss_layer_find_column(layer, name, strlen(name)));
  if (v.kind != GLOSS_STRING) return slice("-");
  return (gloss_slice){ v.as.string.bytes, v.as.string.len };
}

static size_t show_cell(char *out, size_t room, const gloss_layer *layer,
                        size_t i, const char *name) {
  gloss_slice s = cell(layer, i, name);
  return (size_t)snprintf(out, room, "/%.*s", (int)s.len, s.bytes);
}

/* "text/name/type/reason/via; ..." */
static void show(const gloss_doc *doc, char *out, size_t room) {
  static const char *const columns[] = { "name", "type", "reason", "via" };
  const gloss_layer *layer = gloss_doc_layer(doc, "names", 5);
  size_t n = 0, len;
  const char *text = gloss_doc_text(doc, &len);
  assert_non_null(layer);
  out[0] = '\0';
  for (size_t i = 0; i < gloss_layer_count(layer); i++) {
    gloss_span s = gloss_layer_span(layer, i);
    n += (size_t)snprintf(out + n, room - n, "%s%.*s", i > 0 ? "; " : "",
                          (int)(s.end - s.start), text + s.start);
    for (size_t k = 0; k < 4; k++)
      n += show_cell(out + n, room - n, layer, i, columns[k]);
  }
}

static void check_names(gloss_names *n, const char *text, const char *wanted) {
  char out[2000];
  gloss_error err;
  gloss_doc *doc = gloss_doc_new(text, strlen(text), NULL, &err);
  assert_non_null(doc);
  assert_true(gloss_names_add(n, doc, 0, &err));
  show(doc, out, sizeof out);
  assert_string_equal(out, wanted);
  gloss_doc_free(doc);
}

static void finds_names(void **state) {
  gloss_error err;
  gloss_matcher *matcher = gloss_matcher_new(patterns, &err);
  gloss_names *n = make_names(matcher, &err);
  (void)state;
  assert_non_null(n);
  check_names(n, "Then Ann  Bell met the Tarn Fund. Later Bell left.",
              "Ann  Bell/Ann Bell/PERSON/given name: Ann/name; "
              "Tarn Fund/Tarn Fund/ORG/organisation: Fund/name; "
              "Bell/Ann Bell/PERSON/given name: Ann/surname");
  check_names(n, "We saw Russian president Carl von Moor in Kent.",
              "Carl von Moor/Carl von Moor/PERSON/title: president/name; "
              "Kent/Kent/GPE/known place/name");
  check_names(n, "In the Ministry of Tarns and at the ATF.",
              "Ministry of Tarns/Ministry of Tarns/ORG/organisation: "
              "Ministry/name; ATF/ATF/ORG/acronym/name");
  check_names(n, "", "");
  gloss_names_free(n);
  gloss_matcher_free(matcher);
}

/* Names of firms, of persons by what they are, of places before reports. */
static void reads_what_stands_around(void **state) {
  gloss_error err;
  gloss_matcher *matcher = gloss_matcher_new(patterns, &err);
  gloss_names *n = make_names(matcher, &err);
  (void)state;
  assert_non_null(n);
  check_names(n, "It is Orta Tarn Partners Inc that pays. We saw Orta Tarn.",
              "Orta Tarn Partners Inc/Orta Tarn Partners Inc/ORG/company: Inc"
              "/name; Orta Tarn/Orta Tarn Partners Inc/ORG/company: Inc/firm");
  check_names(n, "We met Umweltchef Karl Tarn-Moor, D-Ill., there. Then "
                 "Tarn-Moor left.",
              "Karl Tarn-Moor/Karl Tarn-Moor/PERSON/title: Umweltchef/name; "
              "Tarn-Moor/Karl Tarn-Moor/PERSON/title: Umweltchef/surname");
  check_names(n, "We met the clerk, Lena Park, and Olav Tarn, a docker.",
              "Lena Park/Lena Park/PERSON/role: clerk/name; "
              "Olav Tarn/Olav Tarn/PERSON/role: docker/name");
  check_names(n, "HALDEN, Tarn 14 (Wire) - we like the Workers' Fund.",
              "HALDEN/HALDEN/GPE/date line/name; Tarn/Tarn/-/-/name; "
              "Wire/Wire/-/-/name; "
              "Workers' Fund/Workers' Fund/ORG/organisation: Fund/name");
  check_names(n, "We like the Tarn of all rivers (TOAR). The TOAR and MTV-1.",
              "Tarn of all rivers/Tarn of all rivers/ORG/acronym/name; "
              "TOAR/Tarn of all rivers/ORG/acronym/acronym; "
              "TOAR/Tarn of all rivers/ORG/acronym/acronym; "
              "MTV-1/MTV-1/ORG/acronym/name");
  gloss_names_free(n);
  gloss_matcher_free(matcher);
}

/* What short forms mean says the layer, or the finder where there is none, or
** their letters. */
static void knows_short_forms(void **state) {
  static const char wanted[] =
      "Tarn Valley Fund/Tarn Valley Fund/ORG/organisation: Fund/name; "
      "TVF/Tarn Valley Fund/ORG/organisation: Fund/acronym";
  gloss_error err;
  gloss_matcher *matcher = gloss_matcher_new(patterns, &err);
  gloss_names *n = make_names(matcher, &err);
  (void)state;
  check_names(n, "The Tarn Valley Fund met. The TVF left.", wanted);
  check_names(n, "The Tarn Valley Fund (TF) met. The TVF and the TF left.",
              "Tarn Valley Fund/Tarn Valley Fund/ORG/organisation: Fund/name; "
              "TF/Tarn Valley Fund/ORG/organisation: Fund/acronym; "
              "TVF/Tarn Valley Fund/ORG/organisation: Fund/acronym; "
              "TF/Tarn Valley Fund/ORG/organisation: Fund/acronym");
  gloss_names_free(n);
  gloss_matcher_free(matcher);
}

/* A layer of short forms goes before the finder. */
static void takes_a_layer_of_short_forms(void **state) {
  static const char text[] = "The Tarn Fund met. The XF left.";
  char out[1000];
  gloss_error err;
  gloss_matcher *matcher = gloss_matcher_new(patterns, &err);
  gloss_names *n = make_names(matcher, &err);
  gloss_doc *doc = gloss_doc_new(text, strlen(text), NULL, &err);
  gloss_layer *layer = gloss_layer_open(doc, "acronyms", 8, &err);
  gloss_value value = { .kind = GLOSS_REF };
  (void)state;
  assert_true(gloss_layer_add(layer, (gloss_span){ 4, 25 }, &err));
  value.as.ref.span = (gloss_span){ 23, 25 };
  assert_true(gloss_layer_set(layer, gloss_layer_column(layer, "short", 5,
                                                        &err), value, &err));
  value.as.ref.span = (gloss_span){ 4, 13 };
  assert_true(gloss_layer_set(layer, gloss_layer_column(layer, "long", 4,
                                                        &err), value, &err));
  assert_true(gloss_layer_seal(layer, &err));
  assert_true(gloss_names_add(n, doc, 0, &err));
  show(doc, out, sizeof out);
  assert_string_equal(
      out, "Tarn Fund/Tarn Fund/ORG/organisation: Fund/name; "
           "XF/Tarn Fund/ORG/organisation: Fund/acronym");
  assert_false(gloss_names_add(n, doc, 0, &err)); /* once */
  assert_int_equal(err.code, GLOSS_TOO_LATE);
  gloss_doc_free(doc);
  gloss_names_free(n);
  gloss_matcher_free(matcher);
}

/* What was no name is told where somebody asks, and only then. */
static void says_why(void **state) {
  static const char text[] = "The man came. Then Man left.";
  gloss_error err;
  gloss_names_lost lost;
  gloss_matcher *matcher = gloss_matcher_new(patterns, &err);
  gloss_names *n = make_names(matcher, &err);
  (void)state;
  for (unsigned flags = 0; flags <= GLOSS_NAMES_EXPLAIN; flags++) {
    gloss_doc *doc = gloss_doc_new(text, strlen(text), NULL, &err);
    assert_true(gloss_names_add(n, doc, flags, &err));
    assert_int_equal(gloss_names_why(n, 0, &lost), flags);
    gloss_doc_free(doc);
  }
  assert_int_equal(lost.span.start, 19);
  assert_string_equal(lost.why, "small letters elsewhere");
  assert_false(gloss_names_why(n, 1, &lost));
  gloss_names_free(n);
  gloss_matcher_free(matcher);
}

static void refuses_what_it_does_not_know(void **state) {
  gloss_error err;
  gloss_matcher *matcher = gloss_matcher_new(patterns, &err);
  gloss_names *n = make_names(matcher, &err);
  (void)state;
  assert_false(gloss_names_class(n, "NOUN", 1, &err));
  assert_int_equal(err.code, GLOSS_BAD_ARGUMENT);
  assert_false(gloss_names_word(n, "nouns", slice("man"), &err));
  assert_int_equal(err.code, GLOSS_BAD_ARGUMENT);
  assert_false(gloss_names_number(n, "height", 1, &err));
  assert_int_equal(err.code, GLOSS_BAD_ARGUMENT);
  gloss_names_free(n);
  gloss_matcher_free(matcher);
}

/* ---- Limits -------------------------------------------------------------- */

/* Documents by the thousand, each with other names: what was learnt is
** forgotten, and names stay right. */
static void forgets(void **state) {
  char text[64], wanted[160];
  gloss_error err;
  gloss_matcher *matcher = gloss_matcher_new(patterns, &err);
  gloss_names *n = make_names(matcher, &err);
  (void)state;
  for (int i = 0; i < 60000; i++) {
    char name[8] = "Aaaa";
    for (int k = 0, left = i; k < 4; k++, left /= 16)
      name[k] = (char)((k == 0 ? 'A' : 'a') + left % 16);
    snprintf(text, sizeof text, "We saw Ann %s.", name);
    snprintf(wanted, sizeof wanted,
             "Ann %s/Ann %s/PERSON/given name: Ann/name", name, name);
    if (i % 1000 < 3) {
      check_names(n, text, wanted);
    } else {
      gloss_doc *doc = gloss_doc_new(text, strlen(text), NULL, &err);
      assert_true(gloss_names_add(n, doc, 0, &err));
      gloss_doc_free(doc);
    }
  }
  gloss_names_free(n);
  gloss_matcher_free(matcher);
}

static int work_without_memory(void) {
  static const char text[] =
      "Then Ann Bell, 47, met Prime Minister Carl  von Moor of the Tarn Valley "
      "Fund. The TVF, said Bell, Moor and Z\xC3\x89.\n\nBELL AND TVF NOW\n\n"
      "A man came. Man left. von Moor and Eva von Moor left. Later Orta Tarn "
      "Inc was Orta Tarn of all (OTOA).";
  gloss_error err;
  gloss_matcher *matcher = gloss_matcher_new(patterns, &err);
  gloss_names *n = matcher != NULL ? make_names(matcher, &err) : NULL;
  gloss_doc *doc = n != NULL ? gloss_doc_new(text, strlen(text), NULL, &err)
                             : NULL;
  bool ok = doc != NULL &&
            gloss_names_add(n, doc, GLOSS_NAMES_EXPLAIN, &err);
  if (ok)
    assert_int_equal(gloss_layer_count(gloss_doc_layer(doc, "names", 5)), 14);
  gloss_doc_free(doc);
  gloss_names_free(n);
  gloss_matcher_free(matcher);
  return ok;
}

static void survives_failing_allocations(void **state) {
  (void)state;
  assert_in_range(fail_every_allocation(work_without_memory), 30, 10000);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(finds_names),
    cmocka_unit_test(reads_what_stands_around),
    cmocka_unit_test(knows_short_forms),
    cmocka_unit_test(takes_a_layer_of_short_forms),
    cmocka_unit_test(says_why),
    cmocka_unit_test(refuses_what_it_does_not_know),
    cmocka_unit_test(forgets),
    cmocka_unit_test(survives_failing_allocations),
  };
  return cmocka_run_group_tests(tests, start, stop);
}

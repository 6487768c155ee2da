/* marks_test.c - quotation marks in pairs, turns of transcripts, and the kinds
** of quotations that are no speech. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "clauses.h"
#include "failing_malloc.h"
#include "pack.h"
#include "quotes/kinds.h"

#include <stdio.h>

enum { SHOWN = 1000 };

static gloss_lexicon *english;
static gloss_language *language;

static int set_up(void **state) {
  (void)state;
  english = gloss_lexicon_new(NULL);
  language = pack_load("en");
  assert_non_null(english);
  assert_non_null(language);
  for (size_t i = 0; i < CLAUSES_COUNT(clauses_common); i++)
    assert_true(clauses_add(english, &clauses_common[i], NULL));
  for (size_t i = 0; i < CLAUSES_COUNT(clauses_english); i++)
    assert_true(clauses_add(english, &clauses_english[i], NULL));
  static const clauses_row more[] = {
    { LIST, "elisions", "em n tis", "" },
    { LIST, "works", "film novel show episode commentary", "" },
    { LIST, "shows_before", "on nbn", "" },
    { LIST, "nicknaming", "nicknamed alias", "" },
    { LIST, "known_before", "known", "" }, { LIST, "known", "as", "" },
    { LIST, "so_called", "so-called", "" },
    { LIST, "title_small", "a and the of in", "" },
  };
  for (size_t i = 0; i < CLAUSES_COUNT(more); i++)
    assert_true(clauses_add(english, &more[i], NULL));
  assert_true(gloss_lexicon_close(english, NULL));
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  gloss_lexicon_free(english);
  gloss_language_free(language);
  return 0;
}

/* ---- What was found ------------------------------------------------------ */

static void put(char *out, const char *bytes, size_t len) {
  size_t used = strlen(out);
  assert_true(used + len < SHOWN);
  memcpy(out + used, bytes, len);
  out[used + len] = '\0';
}

/* The stretches of a list: depth, content in brackets, a + where it goes on,
** a | where nothing closes it. */
static void show(const gloss_clauses *list, char *out) {
  *out = '\0';
  for (uint32_t i = 1; i <= list->stretch_count; i++) {
    const gloss_stretch *s = &list->stretches[i];
    char depth = (char)('0' + s->depth);
    if (i > 1) put(out, " ", 1);
    if (s->depth > 0) put(out, &depth, 1);
    put(out, "[", 1);
    put(out, list->text + s->from, s->to - s->from);
    put(out, s->closed ? "]" : "|", 1);
    if (s->continued) put(out, "+", 1);
  }
}

static void check(const char *bytes, const char *expected) {
  char out[SHOWN];
  clauses_text text;
  gloss_error err;
  assert_true(clauses_read(&text, bytes, english, language, &err));
  show(&text.list, out);
  assert_string_equal(out, expected);
  clauses_close(&text);
}

/* ---- Pairs --------------------------------------------------------------- */

static void pairs(void **state) {
  (void)state;
  check("He said \"yes\" and \"no\".", "[yes] [no]");
  check("“I don’t “know” him,” he said.", "[I don’t “know” him,] 1[know]");
  check("“A. “B,” she said.", "[B,]");
  check("„Ja“ und »nein«, «oui»", "[Ja] [nein] [oui]");
  check("“so“ and „so”", "[so] [so]");
  check("‹a› 「b」 『c』 ''d'' ``e''", "[a] [b] [c] [d] [e]");
  check("<a id=\"3\">\"x\"", "[x]");
  check("6'2\" and 12\"", "");
}

static void single_pairs(void **state) {
  (void)state;
  check("‘Go,’ he said. Don’t.", "[Go,]");
  check("'The workers' rights,' he said.", "[The workers' rights,]");
  check("the '90s, 'em, rock 'n' roll", "");
  check("\"'Go,' he said,\" she said.", "['Go,' he said,] 1[Go,]");
  check("the workers' union", "");
}

static void paragraphs(void **state) {
  (void)state;
  check("“One.\n\n“Two.”\n\nThree.", "[One.|+ [Two.]");
  check("“One.\n“Two.”\nThree.", "[One.|+ [Two.]");
  check("We won,” he said.", "[We won,]");
  check("“It is lost. Nobody came.\n\nThe end.",
        "[It is lost. Nobody came.|");
  check("“it is lost\n\nThe end.", "");
}

/* ---- Transcripts --------------------------------------------------------- */

static void turns(void **state) {
  (void)state;
  check("ROE: Good evening.\nLOW: It is \"late\".\n(LAUGHTER)\n",
        "[Good evening.] [It is \"late\".] 1[late]");
  check("Q. When?\nA. In May.\n", "[When?] [In May.]");
  check("Q. When?\nQ. In May.\n", "");
  check("Ann: Yes.\nPaul: No.\nAnn: Why?\nPaul: So.\n",
        "[Yes.] [No.] [Why?] [So.]");
  check("Ann: Yes.\nPaul: No.\n", "");
  check("ROE: One.\n\nTwo.\n\nLOW: Three.\n\nThe end.\n",
        "[One.\n\nTwo.] [Three.]");
}

/* ---- Kinds --------------------------------------------------------------- */

/* What the first quotation of a text is, and why. */
static void check_kind(const char *bytes, gloss_not_speech kind,
                       const char *rule) {
  clauses_text text;
  gloss_error err;
  const gloss_stretch *s;
  assert_true(clauses_read(&text, bytes, english, language, &err));
  assert_true(text.list.quotes.count > 0);
  assert_true(gloss_quote_kind(&text.list, text.list.quotes.at[1], false));
  s = gloss_quote_of(&text.list, text.list.quotes.at[1]);
  assert_int_equal(s->not_speech, kind);
  if (rule == NULL) assert_null(s->rule);
  else assert_string_equal(s->rule, rule);
  clauses_close(&text);
}

static void kinds(void **state) {
  (void)state;
  check_kind("We met Juan “Chico” Roe.", GLOSS_NICKNAME, "between names");
  check_kind("A man known to us as “Captain” left.", GLOSS_NICKNAME,
             "known as");
  check_kind("The film “Low Tide” began.", GLOSS_WORK_TITLE, "beside film");
  check_kind("An episode of “Low Tide” began.", GLOSS_WORK_TITLE,
             "beside episode");
  check_kind("His commentary, “Let us go,” was good.", GLOSS_WORK_TITLE,
             "in apposition");
  check_kind("A “Save the Bridge” rally.", GLOSS_WORK_TITLE, "named thing");
  check_kind("Roe's “Week of Norby” began.", GLOSS_WORK_TITLE, "possessive");
  check_kind("A “friend” of hers.", GLOSS_SCARE, "short, in a phrase");
  check_kind("The so-called “friend of all the people in town” left.",
             GLOSS_SCARE, "short, in a phrase");
  check_kind("So “\xE2\x80\xAF” it was.", GLOSS_SCARE, "empty");
  check_kind("“We are ready,” she said.", GLOSS_SPEECH, NULL);
  check_kind("The claim “friend” stood.", GLOSS_SPEECH, NULL);
}

/* ---- Memory -------------------------------------------------------------- */

static int read_all(void) {
  clauses_text text;
  gloss_error err;
  int ok = clauses_read(&text,
                        "ROE: The film “Low ‘Tide’” is good.\nLOW: Yes.\n\n"
                        "“It is.” “No.”\n\nNORBY (Agency) - A well-known man.",
                        english, language, &err);
  for (int i = 1; ok && i <= text.list.quotes.count; i++)
    ok = gloss_quote_kind(&text.list, text.list.quotes.at[i], false);
  clauses_close(&text);
  return ok;
}

static void fails_where_memory_ends(void **state) {
  (void)state;
  assert_true(fail_every_allocation(read_all) > 5);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(pairs),        cmocka_unit_test(single_pairs),
    cmocka_unit_test(paragraphs),   cmocka_unit_test(turns),
    cmocka_unit_test(kinds),
    cmocka_unit_test(fails_where_memory_ends),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}

/* lexicon_test.c - the words of a language: lists, endings, compounds, verbs,
** nouns, sources; and what a word is by itself. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "clauses.h"
#include "failing_malloc.h"

static gloss_lexicon *english, *german;

static int set_up(void **state) {
  (void)state;
  english = clauses_lexicon("en", NULL);
  german = clauses_lexicon("de", NULL);
  return english == NULL || german == NULL;
}

static int tear_down(void **state) {
  (void)state;
  gloss_lexicon_free(english);
  gloss_lexicon_free(german);
  return 0;
}

static const gloss_lexeme *find(const gloss_lexicon *l, const char *low) {
  return gloss_lexicon_find(l, low, strlen(low));
}

static bool in(const gloss_lexicon *l, const char *low, gloss_word_set set) {
  gloss_word_bits sets = gloss_lexicon_sets(l, low, strlen(low));
  return gloss_set_has(&sets, set);
}

/* ---- Names of lists and flags -------------------------------------------- */

static void names_are_told(void **state) {
  size_t lists = 0, flags = 0, numbers = 0;
  (void)state;
  while (gloss_lexicon_list_name(lists) != NULL) lists++;
  while (gloss_lexicon_flag_name(flags) != NULL) flags++;
  while (gloss_lexicon_number_name(numbers) != NULL) numbers++;
  assert_int_equal(lists, GLOSS_SET_COUNT);
  assert_string_equal(gloss_lexicon_list_name(GLOSS_SET_OF), "of_words");
  assert_true(flags > 5);
  assert_true(numbers > 5);
}

static void wrong_names_are_refused(void **state) {
  gloss_error err;
  gloss_lexicon *l = gloss_lexicon_new(&err);
  gloss_slice no = clauses_slice("no_such"), word = clauses_slice("word");
  (void)state;
  assert_false(gloss_lexicon_list(l, no, word, &err));
  assert_int_equal(err.code, GLOSS_BAD_ARGUMENT);
  assert_string_equal(err.message, "no such name: no_such");
  assert_false(gloss_lexicon_says(l, no, &err));
  assert_false(gloss_lexicon_verb(l, word, no, &err));
  assert_false(gloss_lexicon_sense(l, word, word, word, &err));
  assert_true(gloss_lexicon_verb(l, word, clauses_slice("base"), &err));
  assert_false(gloss_lexicon_sense(l, word, no, word, &err));
  assert_false(gloss_lexicon_source(l, clauses_slice("  "), &err));
  assert_false(gloss_lexicon_close(l, &err)); /* no numbers */
  gloss_lexicon_free(l);
}

static void closed_is_closed(void **state) {
  gloss_error err;
  gloss_slice word = clauses_slice("word");
  (void)state;
  assert_false(gloss_lexicon_list(english, clauses_slice("times"), word, &err));
  assert_false(gloss_lexicon_says(english, clauses_slice("separable"), &err));
  assert_false(gloss_lexicon_adverbs(english, word, &err));
  assert_false(gloss_lexicon_word(english, GLOSS_FACT_TITLE, word, word, &err));
  assert_false(gloss_lexicon_verb(english, word, word, &err));
  assert_false(gloss_lexicon_noun(english, word, word, word, &err));
  assert_false(gloss_lexicon_owned(english, word, word, word, &err));
  assert_false(gloss_lexicon_source(english, word, &err));
  assert_false(gloss_lexicon_close(english, &err));
  assert_int_equal(err.code, GLOSS_BAD_ARGUMENT);
}

static void many_words_behind_nouns_are_refused(void **state) {
  gloss_error err;
  gloss_lexicon *l = gloss_lexicon_new(&err);
  char frame[] = "w0";
  bool ok = true;
  (void)state;
  for (int i = 0; ok && i < 40; i++) {
    frame[1] = (char)('0' + i);
    ok = gloss_lexicon_noun(l, clauses_slice("noun"), clauses_slice("said"),
                            clauses_slice(frame), &err);
    assert_true(ok == (i < 32));
  }
  assert_int_equal(err.code, GLOSS_TOO_LARGE);
  gloss_lexicon_free(l);
}

/* ---- Sets ---------------------------------------------------------------- */

static void words_are_in_sets(void **state) {
  (void)state;
  assert_true(in(english, "the", GLOSS_SET_DETERMINERS));
  assert_false(in(english, "The", GLOSS_SET_DETERMINERS));
  assert_true(in(english, "of", GLOSS_SET_OF));
  assert_true(in(english, "of", GLOSS_SET_PREPOSITIONS));
  assert_false(in(english, "nobody", GLOSS_SET_OF));
  assert_true(gloss_lexicon_has(german, GLOSS_SET_REPORTED));
  assert_false(gloss_lexicon_has(english, GLOSS_SET_REPORTED));
  assert_true(gloss_lexicon_is(german, GLOSS_LEXICON_SEPARABLE));
  assert_false(gloss_lexicon_is(english, GLOSS_LEXICON_SEPARABLE));
}

static void words_are_in_sets_by_their_end(void **state) {
  (void)state;
  assert_true(in(english, "ed", GLOSS_SET_ENDS_PAST));
  assert_false(in(english, "ed", GLOSS_SET_ENDS_REGULAR));
  assert_true(in(english, "walked", GLOSS_SET_ENDS_REGULAR));
  assert_false(in(english, "agreed", GLOSS_SET_ENDS_REGULAR));
  assert_true(in(english, "s", GLOSS_SET_ENDS_PLURAL));
  assert_false(in(english, "s", GLOSS_SET_ENDS_LONG_PLURAL));
  assert_true(in(english, "boss", GLOSS_SET_ENDS_S));
  assert_false(in(english, "boss", GLOSS_SET_ENDS_PLURAL));
  assert_true(in(english, "surmised", GLOSS_SET_ENDS_VERB));
  assert_false(in(english, "", GLOSS_SET_ENDS_VERB));
}

static void compounds_end_with_a_role(void **state) {
  (void)state;
  assert_true(in(german, "ministerin", GLOSS_SET_OFFICE_PERSONS));
  assert_true(in(german, "finanzministerin", GLOSS_SET_OFFICE_PERSONS));
  assert_true(in(german, "finanzministerin", GLOSS_SET_OFFICE_ROLES));
  assert_false(in(german, "finanzministerin", GLOSS_SET_ROLES));
  assert_false(in(german, "xyministerin", GLOSS_SET_OFFICE_PERSONS));
  assert_false(in(english, "primeminister", GLOSS_SET_OFFICE_PERSONS));
}

/* ---- Verbs, nouns, sources ----------------------------------------------- */

static void verbs_have_senses(void **state) {
  const gloss_verb_form *said = find(english, "said")->verb;
  const gloss_lexeme *of = find(english, "of");
  size_t len;
  (void)state;
  assert_int_equal(said->sense_count, 2);
  assert_int_equal(said->alone, 1);
  assert_int_equal(said->senses[0].particles[0], of->number);
  assert_true(gloss_form_goes_with(said, of->number));
  assert_false(gloss_form_goes_with(said, find(english, "to")->number));
  assert_ptr_equal(said->quoting, &said->senses[1]);
  assert_int_equal(said->quoting->frames,
                   GLOSS_FRAME_QUOTE | GLOSS_FRAME_CLAUSE | GLOSS_FRAME_THAT |
                       GLOSS_FRAME_ANY);
  assert_int_equal(said->quoting->class_number, GLOSS_CLASS_SAID);
  assert_int_equal(said->flags, GLOSS_FORM_FINITE | GLOSS_FORM_PAST |
                                    GLOSS_FORM_PARTICIPLE);
  assert_memory_equal(gloss_lexicon_class(english, GLOSS_CLASS_DENIED, &len),
                      "denied", 6);
  assert_null(find(english, "saidest")->verb);
  assert_int_equal(find(english, "saidest")->number, 0);
}

static void nouns_say_what_follows(void **state) {
  const gloss_sense *claim = find(english, "claim")->noun;
  (void)state;
  assert_true((claim->follows & find(english, "of")->follows) != 0);
  assert_true((claim->follows & find(english, "that")->follows) != 0);
  assert_true((claim->follows & find(english, "to")->follows) == 0);
  assert_int_equal(claim->frames, GLOSS_FRAME_THAT);
  assert_int_equal(find(english, "view")->owned->preposition,
                   find(english, "in")->number);
}

static void sources_are_found_by_their_longest_word(void **state) {
  const gloss_lexeme *according = find(english, "according");
  (void)state;
  assert_int_equal(according->sources.count, 1);
  assert_int_equal(according->sources.at[0].before, 0);
  assert_int_equal(according->sources.at[0].word_count, 2);
  assert_int_equal(according->sources.at[0].words[1],
                   find(english, "to")->number);
  assert_int_equal(find(english, "to")->sources.count, 0);
}

/* ---- What a word is by itself -------------------------------------------- */

typedef struct word_case {
  const char *text;
  unsigned kind, may, mark;
} word_case;

static const word_case word_cases[] = {
  { "the", GLOSS_KIND_DETERMINER, 0, 0 },
  { "The", GLOSS_KIND_DETERMINER, 0, 0 },
  { "that", GLOSS_KIND_SUBORDINATOR, 0, 0 },
  { "'s", GLOSS_KIND_POSSESSIVE, GLOSS_IS_POSSESSIVE, 0 },
  { "Will", GLOSS_KIND_AUXILIARY, GLOSS_IS_CAPITAL_AUXILIARY, 0 },
  { "will", GLOSS_KIND_AUXILIARY, 0, 0 },
  { "us", GLOSS_KIND_OBJECT, 0, 0 },
  { "US", GLOSS_KIND_NAME, GLOSS_IS_NAME, 0 },
  { "quickly", GLOSS_KIND_ADVERB, 0, 0 },
  { "Quickly", GLOSS_KIND_NAME, GLOSS_IS_NAME, 0 },
  { "family", GLOSS_KIND_WORD, 0, 0 },
  { "bridge", GLOSS_KIND_WORD, 0, 0 },
  { "\xC3\xA9mile", GLOSS_KIND_WORD, 0, 0 },            /* émile */
  { "\xC3\x89mile", GLOSS_KIND_NAME, GLOSS_IS_NAME, 0 }, /* Émile */
  { "@roe", GLOSS_KIND_NAME, GLOSS_IS_NAME, 0 },
  { "@", GLOSS_KIND_POINT, GLOSS_IS_POINT, 0 },
  { "12", GLOSS_KIND_NUMBER, 0, 0 },
  { "\xE2\x82\xAC", GLOSS_KIND_NUMBER, 0, 0 },          /* € */
  { ",", GLOSS_KIND_POINT, GLOSS_IS_POINT, GLOSS_MARK_COMMA },
  { "...", GLOSS_KIND_POINT, GLOSS_IS_POINT, GLOSS_MARK_ELLIPSIS },
  { "-", GLOSS_KIND_POINT, GLOSS_IS_POINT | GLOSS_MAY_JOIN | GLOSS_IS_DASH,
    GLOSS_MARK_HYPHEN },
  { "\xE2\x80\x94", GLOSS_KIND_POINT, GLOSS_IS_POINT | GLOSS_IS_DASH,
    GLOSS_MARK_EM_DASH },
  { "'", GLOSS_KIND_POINT, GLOSS_IS_POINT | GLOSS_IS_APOSTROPHE, 0 },
  { "and", GLOSS_KIND_CONJUNCTION, GLOSS_IS_CONJUNCTION, 0 },
  { "&", GLOSS_KIND_CONJUNCTION, GLOSS_IS_CONJUNCTION, GLOSS_MARK_AMPERSAND },
  { "said", GLOSS_KIND_WORD, GLOSS_MAY_CUE, 0 },
  { "Said", GLOSS_KIND_NAME, GLOSS_IS_NAME | GLOSS_MAY_CUE, 0 },
  { "Say", GLOSS_KIND_NAME, GLOSS_IS_NAME, 0 }, /* a base form: a name */
  { "envoy", GLOSS_KIND_WORD, GLOSS_IS_OFFICE, 0 },
  { "leads", GLOSS_KIND_WORD, GLOSS_IS_OFFICE, 0 },
  { "Envoy", GLOSS_KIND_NAME, GLOSS_IS_NAME | GLOSS_IS_OFFICE, 0 },
};

static void words_are_known_by_themselves(void **state) {
  gloss_clause_words *words = gloss_clause_words_new(english);
  (void)state;
  assert_non_null(words);
  for (size_t i = 0; i < CLAUSES_COUNT(word_cases); i++) {
    const word_case *c = &word_cases[i];
    const gloss_clause_word *w =
        gloss_clause_words_get(words, c->text, strlen(c->text));
    assert_non_null(w);
    if (w->kind != c->kind || w->may != c->may || w->mark != c->mark)
      fail_msg("%s: kind %x, may %x, mark %u", c->text, w->kind, w->may,
               w->mark);
    assert_ptr_equal(w, gloss_clause_words_get(words, c->text,
                                               strlen(c->text)));
  }
  assert_ptr_equal(gloss_clause_words_get(words, "Said", 4)->low,
                   gloss_clause_words_get(words, "said", 4));
  gloss_clause_words_free(words);
}

/* ---- Memory -------------------------------------------------------------- */

static int fill(void) {
  gloss_lexicon *l = clauses_lexicon("en", NULL);
  gloss_lexicon_free(l);
  return l != NULL;
}

static int ask(void) {
  gloss_clause_words *words = gloss_clause_words_new(english);
  bool ok = words != NULL;
  for (size_t i = 0; ok && i < CLAUSES_COUNT(word_cases); i++)
    ok = gloss_clause_words_get(words, word_cases[i].text,
                                strlen(word_cases[i].text)) != NULL;
  gloss_clause_words_free(words);
  return ok;
}

static void fail_where_memory_ends(void **state) {
  (void)state;
  assert_true(fail_every_allocation(fill) > 5);
  assert_true(fail_every_allocation(ask) > 3);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(names_are_told),
    cmocka_unit_test(wrong_names_are_refused),
    cmocka_unit_test(closed_is_closed),
    cmocka_unit_test(many_words_behind_nouns_are_refused),
    cmocka_unit_test(words_are_in_sets),
    cmocka_unit_test(words_are_in_sets_by_their_end),
    cmocka_unit_test(compounds_end_with_a_role),
    cmocka_unit_test(verbs_have_senses),
    cmocka_unit_test(nouns_say_what_follows),
    cmocka_unit_test(sources_are_found_by_their_longest_word),
    cmocka_unit_test(words_are_known_by_themselves),
    cmocka_unit_test(fail_where_memory_ends),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}

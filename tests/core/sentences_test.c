/* sentences_test.c - sentences: the cases of each language, masks, decisions,
** and what holds of all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "case_files.h"
#include "sentences/rules.h"
#include "sentences/short_way.h"
#include "unicode/breaks.h"
#include "unicode/utf8.h"

enum { ROUNDS = 4000 };

static gloss_language *english;

static gloss_doc *open_doc(const char *text, size_t len) {
  gloss_options options = { english, NULL };
  gloss_doc *doc = gloss_doc_new(text, len, &options, NULL);
  assert_non_null(doc);
  return doc;
}

/* ---- Cases ---- */

static void mark_sentences(char *out, const char *text, gloss_doc *doc) {
  size_t n = 0, from = 0, count;
  const gloss_sentence *list = gloss_doc_sentences(doc, &count, NULL);
  assert_non_null(list);
  for (size_t i = 0; i < count; i++) {
    n += case_put(out + n, text, from, list[i].end);
    if (i + 1 < count) out[n++] = '|';
    from = list[i].end;
  }
  out[n] = '\0';
}

static void ends_the_cases_of_each_language(void **state) {
  (void)state;
  case_check_languages("sentences", mark_sentences);
}

/* Each rule's example, with a bar where it decides, is decided by it. */
static void rules_decide_their_examples(void **state) {
  static const char *const examples[][2] = {
    { "blank line", "A title\n\nThe text." },
    { "missing space", "It ended.Then it began." },
    { "abbreviation before its word", "He saw Mr. Smith." },
    { "abbreviation before a name", "He left the U.S. Army." },
    { "who speaks", "\"Why not?\" Jane asked." },
    { "name with a mark", "He was at Yahoo! in 1999." },
    { "ordinal or initial", "It was J. Smith." },
    { "end mark", "It rained all day. We went out." },
    { "line break", "This is a line\nof a paragraph." },
  };
  (void)state;
  for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
    gloss_doc *doc = open_doc(examples[i][1], strlen(examples[i][1]));
    size_t count;
    const gloss_decision *list = gloss_doc_decisions(doc, &count, NULL);
    bool found = false;
    for (size_t j = 0; j < count; j++)
      if (strcmp(gloss_sentence_rule_name(list[j].rule), examples[i][0]) == 0)
        found = true;
    if (!found) fail_msg("'%s' did not decide: %s", examples[i][0],
                         examples[i][1]);
    gloss_doc_free(doc);
  }
}

/* ---- What holds of every text ---- */

static bool is_space(const char *text, size_t at, size_t *next) {
  return (gloss_class_of(gloss_utf8_next(text, at, next))->flags &
          GLOSS_CP_SPACE) != 0;
}

static void covers_all_but_white_space(void **state) {
  char text[512];
  (void)state;
  for (int round = 0; round < ROUNDS; round++) {
    size_t len = case_random_text(text, case_random(300)), at = 0, next, count;
    gloss_doc *doc = open_doc(text, len);
    const gloss_sentence *list = gloss_doc_sentences(doc, &count, NULL);
    for (size_t i = 0; i <= count; i++) {
      size_t end = i < count ? list[i].start : len;
      for (; at < end; at = next) assert_true(is_space(text, at, &next));
      if (i == count) break;
      assert_true(list[i].start < list[i].end);
      assert_false(is_space(text, list[i].start, &next));
      at = list[i].end;
    }
    gloss_doc_free(doc);
  }
}

static void ends_with_tokens_and_at_decisions(void **state) {
  char text[512];
  (void)state;
  for (int round = 0; round < ROUNDS; round++) {
    size_t len = case_random_text(text, case_random(300)), count, places;
    gloss_doc *doc = open_doc(text, len);
    const gloss_sentence *list = gloss_doc_sentences(doc, &count, NULL);
    const gloss_decision *why = gloss_doc_decisions(doc, &places, NULL);
    size_t boundaries = 0, last = 0;
    for (size_t i = 0; i < places; i++) {
      assert_true(why[i].at >= last || !why[i].boundary);
      if (why[i].boundary) last = why[i].at;
      boundaries += why[i].boundary;
    }
    assert_true(boundaries >= count);
    for (size_t i = 0; i < count; i++) {
      size_t token = gloss_doc_token_after(doc, list[i].end - 1);
      assert_int_equal(gloss_doc_token(doc, token).end, list[i].end);
      assert_string_not_equal(gloss_sentence_rule_name(list[i].rule),
                              "unknown");
    }
    gloss_doc_free(doc);
  }
}

/* The short way of rules.c gives what the table gives. */
static void short_ways_agree_with_the_table(void **state) {
  static const char *const words[] = {
    "the", "The", "a", "I", "word", "etc.", "Mr.", "Yahoo!", "end.", "end?",
    "end!", "end.\"", "\"Word", "(word", "word)", "12", "U.S.", "said", "-"
  };
  char text[512];
  (void)state;
  for (int round = 0; round < ROUNDS * 4; round++) {
    size_t len = 0, count;
    gloss_doc *doc;
    gloss_token_columns columns;
    gloss_sentence_input in = { .language = english, .text = text };
    gloss_token_list tokens = { 0 };
    while (len < 200) {
      const char *word = words[case_random(sizeof words / sizeof *words)];
      memcpy(text + len, word, strlen(word));
      len += strlen(word);
      text[len++] = case_random(9) == 0 ? '\n' : ' ';
      if (text[len - 1] == '\n' && case_random(3) == 0) text[len++] = '\n';
    }
    doc = open_doc(text, len);
    columns = gloss_doc_token_columns(doc);
    tokens.starts = (uint32_t *)(uintptr_t)columns.starts;
    tokens.ends = (uint32_t *)(uintptr_t)columns.ends;
    tokens.kinds = (uint8_t *)(uintptr_t)columns.kinds;
    tokens.flags = (uint8_t *)(uintptr_t)columns.flags;
    tokens.rules = (uint8_t *)(uintptr_t)columns.rules;
    tokens.count = count = columns.count;
    in.tokens = &tokens;
    in.len = len;
    for (size_t mark = 4; mark + 1 < count; mark++) {
      size_t last;
      bool brackets = memchr(text, '(', len) != NULL;
      gloss_quotes quotes = { 0 };
      gloss_place place;
      int plain = gloss_sentence_decide_plain(&in, 0, mark, brackets, &last);
      if (plain < 0) continue;
      gloss_place_read(&place, &in, &quotes, 0, mark);
      assert_int_equal(gloss_sentence_decide(&place), plain);
      assert_int_equal(place.last, last);
    }
    gloss_doc_free(doc);
  }
}

/* ---- Masks ---- */

static void masks_end_sentences(void **state) {
  static const char text[] = "He said Share this page that it rained. So";
  static const gloss_span masks[] = { { 8, 23 } };
  gloss_doc *doc = open_doc(text, sizeof text - 1);
  gloss_error err;
  size_t count;
  const gloss_sentence *list;
  (void)state;
  assert_true(gloss_doc_mask(doc, masks, 1, &err));
  list = gloss_doc_sentences(doc, &count, &err);
  assert_int_equal(count, 4);
  assert_int_equal(list[0].end, 7);
  assert_string_equal(gloss_sentence_rule_name(list[0].rule), "mask");
  assert_int_equal(list[1].start, 8);
  assert_int_equal(list[1].end, 23);
  assert_int_equal(list[2].start, 24);
  assert_true(gloss_doc_masked(doc, 10, 11));
  assert_false(gloss_doc_masked(doc, 0, 8));
  assert_false(gloss_doc_mask(doc, masks, 1, &err));
  assert_int_equal(err.code, GLOSS_TOO_LATE);
  gloss_doc_free(doc);
}

static void masks_at_random_are_edges(void **state) {
  char text[512];
  (void)state;
  for (int round = 0; round < ROUNDS; round++) {
    size_t len = case_random_text(text, 40 + case_random(200)), count;
    gloss_doc *doc = open_doc(text, len);
    size_t tokens = gloss_doc_token_count(doc);
    gloss_span mask;
    const gloss_sentence *list;
    if (tokens < 3) {
      gloss_doc_free(doc);
      continue;
    }
    mask.start = gloss_doc_token(doc, 1 + case_random(
                                       (uint32_t)tokens - 2)).start;
    mask.end = gloss_doc_token(doc, gloss_doc_token_after(doc, mask.start))
                   .end;
    assert_true(gloss_doc_mask(doc, &mask, 1, NULL));
    list = gloss_doc_sentences(doc, &count, NULL);
    for (size_t i = 0; i < count; i++) {
      assert_true(list[i].end <= mask.start || list[i].start >= mask.start);
      assert_true(list[i].end <= mask.end || list[i].start >= mask.end);
    }
    gloss_doc_free(doc);
  }
}

static void und_is_split_at_masks_too(void **state) {
  static const char text[] = "One two three. Four five.";
  static const gloss_span masks[] = { { 4, 7 } };
  gloss_doc *doc = gloss_doc_new(text, sizeof text - 1, NULL, NULL);
  size_t count;
  const gloss_sentence *list;
  (void)state;
  assert_true(gloss_doc_mask(doc, masks, 1, NULL));
  list = gloss_doc_sentences(doc, &count, NULL);
  assert_int_equal(count, 4);
  assert_int_equal(list[2].start, 8);
  assert_int_equal(list[3].start, 15);
  assert_string_equal(gloss_sentence_rule_name(list[3].rule), "SB2");
  gloss_doc_free(doc);
}

static int set_up(void **state) {
  (void)state;
  english = pack_load("en");
  return english == NULL;
}
static int tear_down(void **state) {
  (void)state;
  gloss_language_free(english);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(ends_the_cases_of_each_language),
    cmocka_unit_test(rules_decide_their_examples),
    cmocka_unit_test(covers_all_but_white_space),
    cmocka_unit_test(ends_with_tokens_and_at_decisions),
    cmocka_unit_test(short_ways_agree_with_the_table),
    cmocka_unit_test(masks_end_sentences),
    cmocka_unit_test(masks_at_random_are_edges),
    cmocka_unit_test(und_is_split_at_masks_too),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}

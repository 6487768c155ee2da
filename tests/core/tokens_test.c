/* tokens_test.c - tokens: the cases of each language, and what holds of all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>

#include "case_files.h"
#include "tokenise/cutter.h"
#include "tokenise/tokenise.h"
#include "unicode/breaks.h"

enum { ROUNDS = 4000 };

static gloss_language *english;

/* ---- Cases ---- */

/* The text with a bar at each token's end but the last. */
static void mark_tokens(char *out, const char *text, gloss_doc *doc) {
  size_t n = 0, from = 0, count = gloss_doc_token_count(doc);
  for (size_t i = 0; i < count; i++) {
    gloss_token token = gloss_doc_token(doc, i);
    n += case_put(out + n, text, from, token.end);
    if (i + 1 < count) out[n++] = '|';
    from = token.end;
  }
  out[n] = '\0';
}

static void cuts_the_cases_of_each_language(void **state) {
  (void)state;
  case_check_languages("tokens", mark_tokens);
}

/* ---- What holds of every text ---- */

static bool is_space(const char *text, size_t at, size_t *next) {
  return (gloss_class_of(gloss_utf8_next(text, at, next))->flags &
          GLOSS_CP_SPACE) != 0;
}

/* Nothing but white space, and code points begin and end there. */
static void check_gap(const char *text, size_t from, size_t to) {
  size_t next;
  for (; from < to; from = next) assert_true(is_space(text, from, &next));
  assert_int_equal(from, to);
}

static void covers_all_but_white_space(void **state) {
  char text[512];
  gloss_options options = { english, NULL };
  (void)state;
  for (int round = 0; round < ROUNDS; round++) {
    size_t len = case_random_text(text, case_random(300)), at = 0, next;
    gloss_doc *doc;
    options.language = round % 2 == 0 ? english : NULL;
    doc = gloss_doc_new(text, len, &options, NULL);
    for (size_t i = 0; i < gloss_doc_token_count(doc); i++) {
      gloss_token token = gloss_doc_token(doc, i);
      assert_true(token.start >= at && token.start < token.end);
      check_gap(text, at, token.start);
      assert_false(is_space(text, token.start, &next));
      assert_true(token.kind < GLOSS_KINDS);
      assert_int_equal((token.flags & GLOSS_ASCII) != 0,
                       gloss_all_ascii(text, token.start, token.end));
      assert_string_not_equal(gloss_token_rule_name(token.rule), "unknown");
      at = token.end;
    }
    check_gap(text, at, len);
    gloss_doc_free(doc);
  }
}

static void check_same(const gloss_token_list *a, const gloss_token_list *b) {
  assert_int_equal(a->count, b->count);
  assert_int_equal(a->mark_count, b->mark_count);
  assert_memory_equal(a->starts, b->starts, a->count * sizeof *a->starts);
  assert_memory_equal(a->ends, b->ends, a->count * sizeof *a->ends);
  assert_memory_equal(a->kinds, b->kinds, a->count);
  assert_memory_equal(a->flags, b->flags, a->count);
  assert_memory_equal(a->rules, b->rules, a->count);
  assert_memory_equal(a->marks, b->marks, a->mark_count * sizeof *a->marks);
}

static void reads_alike_on_every_machine(void **state) {
  char text[1024];
  (void)state;
  for (int round = 0; round < ROUNDS; round++) {
    size_t len = case_random_text(text, case_random(800));
    gloss_token_list plain = { 0 };
    assert_true(gloss_tokenise_with(GLOSS_BLOCKS_PLAIN, english, text, len,
                                    &plain));
    for (int way = 0; way < GLOSS_BLOCKS_PLAIN; way++) {
      gloss_token_list other = { 0 };
      if (!gloss_tokenise_can((gloss_block_way)way)) continue;
      assert_true(gloss_tokenise_with((gloss_block_way)way, english, text, len,
                                      &other));
      check_same(&plain, &other);
      gloss_token_list_free(&other);
    }
    gloss_token_list_free(&plain);
  }
}

/* The tokens of the chunks, each cut by the rules alone. */
static void cut_by_rules(const char *text, size_t len,
                         gloss_token_list *list) {
  gloss_cutter k = {
    .language = english, .text = text, .len = len, .list = list
  };
  size_t at = 0;
  assert_true(gloss_token_list_reserve(list, len + 1));
  while (at < len) {
    size_t end = at;
    while (end < len && strchr(" \t\n\v\f\r", text[end]) == NULL) end++;
    if (end < len && text[end] == '\0') {
      while (end < len && (text[end] == '\0' ||
                           strchr(" \t\n\v\f\r", text[end]) == NULL))
        end++;
    }
    if (end > at) gloss_cut_chunk_by_rules(&k, at, end);
    at = end + 1;
  }
}

static void short_ways_agree_with_the_rules(void **state) {
  char text[1024];
  (void)state;
  for (int round = 0; round < ROUNDS; round++) {
    size_t len = case_random_text(text, case_random(400));
    gloss_token_list rules = { 0 }, all = { 0 };
    for (size_t i = 0; i < len; i++) /* line breaks are marks of their own */
      if (text[i] == '\n' || text[i] == '\r' || text[i] == '\0') text[i] = ' ';
    cut_by_rules(text, len, &rules);
    assert_true(gloss_tokenise(english, text, len, &all));
    check_same(&rules, &all);
    gloss_token_list_free(&rules);
    gloss_token_list_free(&all);
  }
}

static void a_long_chunk_is_cut_in_linear_time(void **state) {
  static const char *const pieces[] = {
    ".", "\"", "(", "a.", "a'", "a-", "1-", "a@", "www.", "\xCC\x81", ":-",
    "&a",
    "a.b@", "http://", "1.", "$1", "A.", "\xF0\x9F\x91\xA9\xE2\x80\x8D", "_"
  };
  enum { SIZE = 1 << 20 };
  gloss_options options = { english, NULL };
  char *text = malloc(SIZE + 16);
  (void)state;
  assert_non_null(text);
  for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
    size_t len = 0, count;
    gloss_doc *doc;
    while (len < SIZE) {
      memcpy(text + len, pieces[i], strlen(pieces[i]));
      len += strlen(pieces[i]);
    }
    doc = gloss_doc_new(text, len, &options, NULL); /* ends, or a time-out */
    assert_non_null(doc);
    assert_non_null(gloss_doc_sentences(doc, &count, NULL));
    gloss_doc_free(doc);
  }
  free(text);
}

static void gives_kinds(void **state) {
  static const char text[] =
      "word 12 , + http://a.org a@b.org @me #tag \xF0\x9F\x98\x80";
  gloss_options options = { english, NULL };
  gloss_doc *doc = gloss_doc_new(text, sizeof text - 1, &options, NULL);
  (void)state;
  assert_int_equal(gloss_doc_token_count(doc), GLOSS_KINDS);
  for (size_t i = 0; i < GLOSS_KINDS; i++)
    assert_int_equal(gloss_doc_token(doc, i).kind, i);
  assert_string_equal(gloss_kind_name(GLOSS_EMOJI), "emoji");
  gloss_doc_free(doc);
}

static void the_table_of_characters_is_up_to_date(void **state) {
  (void)state;
  for (uint32_t cp = 0; cp < GLOSS_CHARS_TABLE; cp++)
    assert_int_equal(gloss_chars_table[cp], gloss_char_of(cp));
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
    cmocka_unit_test(cuts_the_cases_of_each_language),
    cmocka_unit_test(covers_all_but_white_space),
    cmocka_unit_test(reads_alike_on_every_machine),
    cmocka_unit_test(short_ways_agree_with_the_rules),
    cmocka_unit_test(a_long_chunk_is_cut_in_linear_time),
    cmocka_unit_test(gives_kinds),
    cmocka_unit_test(the_table_of_characters_is_up_to_date),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}

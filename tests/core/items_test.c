/* items_test.c - the words of a document as items and units, and who reads
** them for both steps. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "clauses.h"
#include "clauses/reader.h"
#include "failing_malloc.h"
#include "pack.h"

enum { SHOWN = 2000 };

static gloss_lexicon *english;
static gloss_language *language;

static int set_up(void **state) {
  (void)state;
  english = clauses_lexicon("en", NULL);
  language = pack_load("en");
  return english == NULL || language == NULL;
}

static int tear_down(void **state) {
  (void)state;
  gloss_lexicon_free(english);
  gloss_language_free(language);
  return 0;
}

/* ---- Items --------------------------------------------------------------- */

static char kind_letter(unsigned kind) {
  static const char letters[] = ".NwnpodsxatPcS,Q";
  int bit = 0;
  while (kind >> bit > 1) bit++;
  return letters[bit];
}

static void put(char *out, const char *bytes, size_t len) {
  size_t used = strlen(out);
  assert_true(used + len < SHOWN);
  memcpy(out + used, bytes, len);
  out[used + len] = '\0';
}

/* The items, each with the letter of its kind; a bar before each unit. */
static void show(const gloss_clauses *list, char *out) {
  *out = '\0';
  for (int k = 1; k <= list->count; k++) {
    const gloss_clause_item *item = &list->items[k];
    char kind = kind_letter(item->kind);
    if (k > 1) put(out, " ", 1);
    if (item->begins) put(out, "|", 1);
    if (item->quote != 0) put(out, "Q", 1);
    else put(out, list->text + item->start, item->end - item->start);
    put(out, "/", 1);
    put(out, &kind, 1);
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

static void words_have_kinds(void **state) {
  (void)state;
  check("The old mayor of Norby said that he had 12 boats.",
        "|The/d old/w mayor/w of/P Norby/N said/w that/S he/p had/x 12/n "
        "boats/w ./,");
}

static void words_change_by_those_around(void **state) {
  (void)state;
  check("The fund's plan.", "|The/d fund/w 's/s plan/w ./,");
  check("He's here.", "|He/p 's/x here/w ./,");
  check("Now said Will Roe.", "|Now/N said/w Will/N Roe/N ./,");
  check("Will Roe go?", "|Will/x Roe/N go/w ?/,");
  check("The workers' union.", "|The/d workers/w '/s union/w ./,");
}

static void quotations_are_one_item(void **state) {
  (void)state;
  check("\"We go. Now,\" she said.", "|Q/Q she/p said/w ./,");
  check("She said: \u201CGo \u2018now\u2019.\u201D He left.",
        "|She/p said/w :/, Q/Q |He/p left/w ./,");
}

static void hyphens_join(void **state) {
  (void)state;
  check("a half-open door - and so", "|a/d half-open/w door/w -/, and/c so/w");
}

/* ---- Units --------------------------------------------------------------- */

static void quotations_are_not_cut(void **state) {
  (void)state;
  check("\"Go!\" she said. \"Go!\" The end.",
        "|Q/Q she/p said/w ./, |Q/Q |The/d end/w ./,");
  check("\"Yes.\" \u2014 Ann Roe",
        "|Q/Q \u2014/, Ann/N Roe/N");
}

static void date_lines_are_cut_off(void **state) {
  (void)state;
  check("NORBY (Agency) - She left.",
        "|NORBY/N (/, Agency/N )/, -/, |She/p left/w ./,");
  check("Norby (Agency) fell - she left.",
        "|Norby/N (/, Agency/N )/, fell/w -/, she/p left/w ./,");
}

static void long_units_are_cut(void **state) {
  enum { WORDS = 700 };
  char bytes[WORDS * 2 + 1];
  clauses_text text;
  gloss_error err;
  (void)state;
  for (int i = 0; i < WORDS; i++) memcpy(bytes + i * 2, "a ", 2);
  bytes[WORDS * 2] = '\0';
  assert_true(clauses_read(&text, bytes, english, language, &err));
  assert_int_equal(text.list.unit_count, 3);
  assert_int_equal(text.list.units[2].first, 301);
  assert_int_equal(text.list.units[3].last, WORDS);
  assert_int_equal(gloss_unit_of(&text.list, 300), 1);
  assert_int_equal(gloss_unit_of(&text.list, 301), 2);
  clauses_close(&text);
}

static void headings_are_known(void **state) {
  clauses_text text;
  gloss_error err;
  (void)state;
  assert_true(clauses_read(&text,
                           "Bridge is 'safe'\n\nRoe said it was \"safe\" "
                           "again.\nNobody knew.",
                           english, language, &err));
  assert_int_equal(text.list.unit_count, 3);
  assert_true(gloss_unit_is_heading(&text.list, 1));
  assert_true(gloss_unit_begins_line(&text.list, 2));
  clauses_close(&text);
  assert_true(clauses_read(&text, "Bridge is 'safe'\n\nRoe said so.", english,
                           language, &err));
  assert_false(gloss_unit_is_heading(&text.list, 1)); /* no double marks */
  clauses_close(&text);
}

/* ---- Around the items ---------------------------------------------------- */

static void nothing_stands_beside_them(void **state) {
  static const char *const texts[] = { "", "Go.", "\"Go.\"" };
  (void)state;
  for (size_t i = 0; i < CLAUSES_COUNT(texts); i++) {
    clauses_text text;
    gloss_error err;
    assert_true(clauses_read(&text, texts[i], english, language, &err));
    for (int k = 0; k < GLOSS_NO_ITEMS; k++) {
      int before = -k, behind = text.list.count + 1 + k;
      assert_true(gloss_is(&text.list, before, GLOSS_KIND_NONE));
      assert_true(gloss_is(&text.list, behind, GLOSS_KIND_NONE));
      assert_null(gloss_quote_of(&text.list, before));
      assert_null(gloss_verb_of(&text.list, behind));
      assert_false(gloss_in(&text.list, behind, GLOSS_SET_OF));
    }
    clauses_close(&text);
  }
}

static void items_are_found_by_byte(void **state) {
  clauses_text text;
  gloss_error err;
  (void)state;
  assert_true(clauses_read(&text, "She went. So", english, language, &err));
  assert_int_equal(gloss_item_at(&text.list, 0), 1);
  assert_int_equal(gloss_item_at(&text.list, 3), 2);
  assert_int_equal(gloss_item_at(&text.list, 8), 3);
  assert_int_equal(gloss_item_at(&text.list, 12), 0);
  assert_non_null(gloss_clause_word_find(&text.list, "went", 4));
  assert_null(gloss_clause_word_find(&text.list, "gone", 4));
  clauses_close(&text);
}

static void masked_text_has_no_items(void **state) {
  gloss_options options = { .language = language };
  static const char bytes[] = "One two three.";
  gloss_span mask = { 4, 8 };
  gloss_error err;
  gloss_reader *reader = gloss_reader_new(english, &err);
  gloss_doc *doc = gloss_doc_new(bytes, sizeof bytes - 1, &options, &err);
  gloss_clauses *list;
  (void)state;
  assert_true(gloss_doc_mask(doc, &mask, 1, &err));
  list = gloss_reader_read(reader, doc, false, &err);
  assert_non_null(list);
  assert_int_equal(list->count, 3);
  assert_int_equal(list->items[2].start, 8);
  gloss_doc_free(doc);
  gloss_reader_free(reader);
}

/* ---- The reader ---------------------------------------------------------- */

static void documents_are_read_once(void **state) {
  gloss_options options = { .language = language };
  static const char plain[] = "She said: \"Go.\"";
  static const char spoken[] = "ROE: Go.\nLOW: No.";
  gloss_error err;
  gloss_reader *r = gloss_reader_new(english, &err);
  gloss_doc *one = gloss_doc_new(plain, sizeof plain - 1, &options, &err);
  gloss_doc *two = gloss_doc_new(spoken, sizeof spoken - 1, &options, &err);
  const gloss_clause_item *items;
  (void)state;
  items = gloss_reader_read(r, one, false, &err)->items;
  assert_ptr_equal(gloss_reader_read(r, one, true, &err)->items, items);
  assert_int_equal(gloss_reader_read(r, two, false, &err)->quotes.count, 0);
  assert_int_equal(gloss_reader_read(r, two, true, &err)->quotes.count, 2);
  assert_int_equal(gloss_reader_read(r, two, false, &err)->quotes.count, 0);
  gloss_doc_free(one);
  gloss_doc_free(two);
  gloss_reader_free(r);
}

static int read_both(void) {
  gloss_options options = { .language = language };
  static const char bytes[] = "ROE: Ann Low, the envoy, said: \"Go.\"\nLOW: I "
                              "vowed to go; \"they told us: 'No,'\" she said.";
  gloss_quote_options asked = { .indirect = true, .nested = true,
                                .roles = true };
  gloss_error err;
  gloss_reader *r = gloss_reader_new(english, &err);
  gloss_doc *doc = gloss_doc_new(bytes, sizeof bytes - 1, &options, &err);
  bool ok = r != NULL && doc != NULL;
  if (ok) gloss_reader_explain(r, true);
  ok = ok && gloss_reader_roles(r, doc, &err) &&
       gloss_reader_quotes(r, doc, &asked, &err);
  gloss_doc_free(doc);
  gloss_reader_free(r);
  return ok;
}

static void fails_where_memory_ends(void **state) {
  (void)state;
  assert_true(fail_every_allocation(read_both) > 10);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(words_have_kinds),
    cmocka_unit_test(words_change_by_those_around),
    cmocka_unit_test(quotations_are_one_item),
    cmocka_unit_test(hyphens_join),
    cmocka_unit_test(quotations_are_not_cut),
    cmocka_unit_test(date_lines_are_cut_off),
    cmocka_unit_test(long_units_are_cut),
    cmocka_unit_test(headings_are_known),
    cmocka_unit_test(nothing_stands_beside_them),
    cmocka_unit_test(items_are_found_by_byte),
    cmocka_unit_test(masked_text_has_no_items),
    cmocka_unit_test(documents_are_read_once),
    cmocka_unit_test(fails_where_memory_ends),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}

/* grammar_test.c - grammars: words and numbers, phrases, rules, faults. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "match/grammar.h"
#include "failing_malloc.h"

static gloss_slice slice(const char *s) {
  return (gloss_slice){ s, strlen(s) };
}

/* ---- A grammar to try ---- */

typedef struct word_class {
  const char *name;
  unsigned flags;
  const char *words; /* bars between them */
} word_class;

static const word_class classes[] = {
  { "MONTH", GLOSS_CLASS_TRIGGER | GLOSS_CLASS_GLUED, "january|May|Jan." },
  { "UNIT", GLOSS_CLASS_TRIGGER, "day|week|year" },
  { "NEAR", GLOSS_CLASS_TRIGGER, "the near future|new year's eve" },
  { "SIGN", GLOSS_CLASS_TRIGGER, "$|US$|\xE2\x82\xAC" },
  { "LAST", 0, "last|next" },
  { "THE", 0, "the" },
  { "CODE", GLOSS_CLASS_EXACT, "kW" },
  { "ELIDED", 0, "l'" },
  { "EMPTY", 0, "" },
};

static const char *const rules[] = {
  "month:MONTH .day:INT2 ,year:YEAR4",       /* 0 */
  "(THE)? shift:LAST unit:UNIT",             /* 1 */
  "month:MONTH",                             /* 2 */
  "!THE unit:UNIT",                          /* 3 */
  "n:(INT2|NUM) (-unit:UNIT|unit:UNIT ANY)", /* 4 */
  "sign:SIGN +n:NUMBER =m:NUMBER",           /* 5 */
};

static bool add_words(gloss_grammar *g, int number, const char *words,
                      gloss_error *err) {
  while (*words != '\0') {
    size_t len = strcspn(words, "|");
    if (gloss_grammar_word(g, number, (gloss_slice){ words, len }, err) < 0)
      return false;
    words += len + (words[len] == '|');
  }
  return true;
}

/* The grammar above; NULL where memory runs out. */
static gloss_grammar *make(gloss_error *err) {
  gloss_grammar *g = gloss_grammar_new(err);
  bool ok = g != NULL;
  for (size_t i = 0; ok && i < sizeof classes / sizeof *classes; i++) {
    int number = gloss_grammar_class(g, slice(classes[i].name),
                                     classes[i].flags, err);
    ok = number >= 0 && add_words(g, number, classes[i].words, err);
  }
  ok = ok && gloss_grammar_habit(g, GLOSS_ORDINAL_SUFFIX, slice("th"), err) &&
       gloss_grammar_set(g, slice("NUMBER"), slice("INT2 YEAR4 NUM"), err) &&
       gloss_grammar_set(g, slice("ANY"), slice("LAST THE NUMBER"), err);
  for (size_t i = 0; ok && i < sizeof rules / sizeof *rules; i++)
    ok = gloss_grammar_rule(g, slice(rules[i]), err);
  if (ok && gloss_grammar_build(g, err)) return g;
  gloss_grammar_free(g);
  return NULL;
}

/* ---- Phrases ---- */

/* Writes a phrase as its items, "<gap>CLASS text". */
static void show_phrase(const gloss_grammar *g, const gloss_phrase *p,
                        char *out, size_t room) {
  for (uint32_t i = 0; i < p->item_count; i++) {
    const gloss_item *item = &p->items[i];
    size_t used = strlen(out);
    snprintf(out + used, room - used, "%c%s %.*s ", item->gap,
             gloss_grammar_class_name(g, item->class_number),
             (int)(item->end - item->start), p->bytes + item->start);
  }
}

/* Writes the phrases of a text, "start: items" and a bar. */
static void show(gloss_grammar *g, const gloss_doc *doc, size_t limit,
                 char *out, size_t room) {
  const gloss_phrase_place *places;
  size_t count;
  unsigned generation;
  gloss_error err;
  *out = '\0';
  assert_true(gloss_grammar_find(g, doc, limit, &places, &count, &generation,
                                 &err));
  for (size_t i = 0; i < count; i++) {
    size_t used = strlen(out);
    snprintf(out + used, room - used, "%u: ", places[i].start);
    show_phrase(g, gloss_grammar_phrase(g, places[i].phrase), out, room);
    snprintf(out + strlen(out), room - strlen(out), "|");
  }
}

static void check_text(gloss_grammar *g, const char *text,
                       const char *expected) {
  char out[1000];
  gloss_word_numbers words;
  gloss_error err;
  gloss_doc *doc = gloss_doc_new(text, strlen(text), NULL, &err);
  assert_non_null(doc);
  show(g, doc, SIZE_MAX, out, sizeof out);
  if (strcmp(out, expected) != 0) print_message("%s\n", text);
  assert_string_equal(out, expected);
  /* and where the words of the document have numbers */
  assert_true(gloss_doc_words(doc, &words, &err));
  show(g, doc, SIZE_MAX, out, sizeof out);
  assert_string_equal(out, expected);
  gloss_doc_free(doc);
}

static const struct {
  const char *text, *expected;
} phrases[] = {
  { "It was the last week.", "7: _THE the _LAST last _UNIT week |" },
  { "Weeks, a weekday, daylight: none.", "" },
  { "THE LAST\nDAY", "0: _THE THE _LAST LAST _UNIT DAY |" },
  { "last\n\nday", "6: _UNIT day |" },
  { "May but not may", "0: _MONTH May |" },
  { "on Jan. 5, 2024", "3: _MONTH Jan. _INT2 5 ,YEAR4 2024 |" },
  { "Dec31 May31", "6: _MONTH May +INT2 31 |" },
  { "the near\nfuture, the nearest day",
    "0: _NEAR the near\nfuture ,THE the |29: _UNIT day |" },
  { "New Year\xE2\x80\x99s Eve", "0: _NEAR New Year\xE2\x80\x99s Eve |" },
  { "a US$5 bill, \xE2\x82\xAC" "7", "2: _SIGN US$ +INT2 5 |13: "
    "_SIGN \xE2\x82\xAC +INT2 7 |" },
  { "5 kW, 5 KW", "0: _INT2 5 _CODE kW ,INT2 5 |" },
  { "a 3-day, 3 \xE2\x80\x93 4, 3/4 and (5) days",
    "2: _INT2 3 -UNIT day ,INT2 3 =INT2 4 ,INT2 3 /INT2 4 |27: _INT2 5 |" },
  { "l'day l\xE2\x80\x99" "day", "0: _ELIDED l' +UNIT day _ELIDED "
    "l\xE2\x80\x99 +UNIT day |" },
  { "at www.site.org/2024/may and me@day.org, day", "41: _UNIT day |" },
  { "x_day day_x 5_day", "12: _INT2 5 |" },
};

static void phrases_are_found(void **state) {
  gloss_error err;
  gloss_grammar *g = make(&err);
  (void)state;
  assert_non_null(g);
  for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
    check_text(g, phrases[i].text, phrases[i].expected);
  gloss_grammar_free(g);
}

static void a_phrase_is_one_wherever_it_stands(void **state) {
  static const char text[] = "last week, x. The day. Then last week, y.";
  const gloss_phrase_place *places;
  size_t count;
  unsigned generation, after;
  gloss_error err;
  gloss_grammar *g = make(&err);
  gloss_doc *doc = gloss_doc_new(text, sizeof text - 1, NULL, &err);
  (void)state;
  assert_true(gloss_grammar_find(g, doc, SIZE_MAX, &places, &count,
                                 &generation, &err));
  assert_int_equal(count, 3);
  assert_int_equal(places[0].phrase, places[2].phrase);
  assert_int_not_equal(places[0].phrase, places[1].phrase);
  gloss_grammar_drop(g, places[0].phrase);
  assert_true(gloss_grammar_find(g, doc, SIZE_MAX, &places, &count, &after,
                                 &err));
  assert_int_equal(count, 1);
  assert_int_equal(generation, after);
  assert_null(gloss_grammar_phrase(g, 2));
  gloss_doc_free(doc);
  gloss_grammar_free(g);
}

static void masks_and_limits_end_phrases(void **state) {
  static const char text[] = "last week. The last year. Next day.";
  const gloss_span mask = { 15, 20 }; /* " last" */
  char out[200];
  gloss_error err;
  gloss_grammar *g = make(&err);
  gloss_doc *doc = gloss_doc_new(text, sizeof text - 1, NULL, &err);
  (void)state;
  assert_true(gloss_doc_mask(doc, &mask, 1, &err));
  show(g, doc, SIZE_MAX, out, sizeof out);
  assert_string_equal(out, "0: _LAST last _UNIT week |20: _UNIT year |"
                           "26: _LAST Next _UNIT day |");
  show(g, doc, 8, out, sizeof out);
  assert_string_equal(out, "");
  show(g, doc, 9, out, sizeof out);
  assert_string_equal(out, "0: _LAST last _UNIT week |");
  gloss_doc_free(doc);
  gloss_grammar_free(g);
}

/* A long phrase is cut, and all of the text is read. */
static void long_texts_are_read_in_pieces(void **state) {
  enum { WORDS = 20000 };
  char *text = malloc(WORDS * 5 + 1);
  const gloss_phrase_place *places;
  size_t count, items = 0;
  unsigned generation;
  gloss_error err;
  gloss_grammar *g = make(&err);
  gloss_doc *doc;
  (void)state;
  for (size_t i = 0; i < WORDS; i++) memcpy(text + i * 5, "week ", 5);
  doc = gloss_doc_new(text, WORDS * 5, NULL, &err);
  assert_true(gloss_grammar_find(g, doc, SIZE_MAX, &places, &count,
                                 &generation, &err));
  for (size_t i = 0; i < count; i++) {
    const gloss_phrase *p = gloss_grammar_phrase(g, places[i].phrase);
    assert_true(p->item_count <= GLOSS_MAX_ITEMS);
    items += p->item_count;
  }
  assert_int_equal(items, WORDS);
  gloss_doc_free(doc);
  gloss_grammar_free(g);
  free(text);
}

/* ---- Numbers ---- */

static const struct {
  unsigned habits; /* 1: a decimal comma, 2: thin spaces, 4: hours */
  const char *text, *class_name, *item;
  double value;
} numbers[] = {
  { 0, "5", "INT2", "5", 5 },
  { 0, "1850", "YEAR4", "1850", 1850 },
  { 0, "3850", "NUM", "3850", 3850 },
  { 0, "1,234,567.25", "NUM", "1,234,567.25", 1234567.25 },
  { 0, "12,34,567", "NUM", "12,34,567", 1234567 },
  { 1, "1.234,5", "NUM", "1.234,5", 1234.5 },
  { 2, "1 234 x", "NUM", "1 234", 1234 },
  { 0, "1 234 x", "INT2", "1", 1 },
  { 0, "25 000", "NUM", "25 000", 25000 },
  { 0, "1\xC2\xA0" "234", "NUM", "1\xC2\xA0" "234", 1234 },
  { 0, "5,00", "NUM", "5,00", 5 },
  { 0, ".08", "NUM", ".08", 0.08 },
  { 0, "2.5e3", "NUM", "2.5e3", 2500 },
  { 0, "3 x 10^4", "NUM", "3 x 10^4", 30000 },
  { 0, "2^10", "NUM", "2^10", 1024 },
  { 0, "21th", "ORDNUM", "21th", 21 },
  { 0, "21ths", "INT2", "21", 21 },
  { 0, "1990s", "DECADE", "1990s", 1990 },
  { 0, "80's", "DECADE", "80's", 80 },
  { 0, "1990er", "YEAR4", "1990", 1990 },
  { 4, "1990er", "DECADE", "1990er", 1990 },
  { 0, "'82", "YY", "'82", 82 },
  { 0, "1.2.3.4", "JUNK", "1.2.3.4", 0 },
  { 0, "1,2345", "JUNK", "1,2345", 0 },
  { 0, "1234567890123456", "JUNK", "1234567890123456", 0 },
};

static const struct {
  unsigned habits;
  const char *text, *class_name, *item;
  int32_t parts[3];
} dates[] = {
  { 0, "2025-04-06", "ISO", "2025-04-06", { 2025, 4, 6 } },
  { 0, "2025-04-06T12:30:00Z", "ISO", "2025-04-06T12:30:00Z", { 2025, 4, 6 } },
  { 0, "4/6/2025", "NUMDATE", "4/6/2025", { 4, 6, 2025 } },
  { 0, "6.4.25,", "NUMDATE", "6.4.25", { 6, 4, 25 } },
  { 0, "2025/4/6", "NUMDATE", "2025/4/6", { 2025, 4, 6 } },
  { 0, "12:30", "CLOCK", "12:30", { 12, 30, -1 } },
  { 0, "12:30:15", "CLOCK", "12:30:15", { 12, 30, 15 } },
  { 0, "9.30pm", "CLOCK", "9.30", { 9, 30, -1 } },
  { 4, "9.30 Uhr", "CLOCK", "9.30", { 9, 30, -1 } },
  { 4, "9 h 30", "CLOCK", "9 h 30", { 9, 30, -1 } },
  { 0, "9.30 Uhr", "NUM", "9.30", { 0, 0, 0 } },
  { 0, "25:30", "JUNK", "25:30", { 25, 30, -1 } },
};

static gloss_grammar *make_with(unsigned habits) {
  gloss_error err;
  gloss_grammar *g = gloss_grammar_new(&err);
  bool ok = gloss_grammar_habit(g, GLOSS_ORDINAL_SUFFIX, slice("th"), &err);
  if (habits & 1)
    ok = ok && gloss_grammar_habit(g, GLOSS_DECIMAL_COMMA, slice(""), &err);
  if (habits & 2)
    ok = ok && gloss_grammar_habit(g, GLOSS_THIN_SPACE, slice(""), &err);
  if (habits & 4)
    ok = ok && gloss_grammar_habit(g, GLOSS_HOUR_MARK, slice("Uhr"), &err) &&
         gloss_grammar_habit(g, GLOSS_HOUR_LETTER, slice(""), &err) &&
         gloss_grammar_habit(g, GLOSS_DECADE_SUFFIX, slice("er"), &err);
  assert_true(ok && gloss_grammar_build(g, &err));
  return g;
}

/* The first item of a text; it is the only trigger, being a number. */
static gloss_item first_item(gloss_grammar *g, const char *text,
                             const char *class_name, const char *bytes) {
  const gloss_phrase_place *places;
  const gloss_phrase *p;
  size_t count;
  unsigned generation;
  gloss_error err;
  gloss_doc *doc = gloss_doc_new(text, strlen(text), NULL, &err);
  assert_true(gloss_grammar_find(g, doc, SIZE_MAX, &places, &count,
                                 &generation, &err));
  assert_true(count > 0);
  p = gloss_grammar_phrase(g, places[0].phrase);
  assert_string_equal(gloss_grammar_class_name(g, p->items[0].class_number),
                      class_name);
  assert_int_equal(p->items[0].end - p->items[0].start, strlen(bytes));
  assert_memory_equal(p->bytes + p->items[0].start, bytes, strlen(bytes));
  gloss_doc_free(doc);
  return p->items[0];
}

static void numbers_have_forms(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    gloss_grammar *g = make_with(numbers[i].habits);
    gloss_item item = first_item(g, numbers[i].text, numbers[i].class_name,
                                 numbers[i].item);
    assert_true(item.value == numbers[i].value);
    gloss_grammar_free(g);
  }
  for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
    gloss_grammar *g = make_with(dates[i].habits);
    gloss_item item = first_item(g, dates[i].text, dates[i].class_name,
                                 dates[i].item);
    if (strcmp(dates[i].class_name, "JUNK") != 0)
      assert_memory_equal(item.parts, dates[i].parts, sizeof item.parts);
    gloss_grammar_free(g);
  }
}

/* ---- Rules ---- */

/* The number of a class, as keys have it. */
static char code(const gloss_grammar *g, const char *name) {
  for (int i = 0; gloss_grammar_class_name(g, i) != NULL; i++)
    if (strcmp(gloss_grammar_class_name(g, i), name) == 0)
      return (char)i;
  fail_msg("no class %s", name);
  return 0;
}

/* Matches a sequence "_THE _LAST" at its start; writes each match as
** "rule:first-last name=item". */
static void match(gloss_grammar *g, const char *sequence, char *out,
                  size_t room) {
  char key[64], name[32];
  size_t len = 0;
  for (const char *at = sequence; *at != '\0'; at += *at == ' ') {
    size_t n = strcspn(at + 1, " ");
    snprintf(name, sizeof name, "%.*s", (int)n, at + 1);
    key[len++] = *at;
    key[len++] = code(g, name);
    at += n + 1;
  }
  *out = '\0';
  assert_true(gloss_rules_match(g, (gloss_slice){ key, len }, 0));
  for (size_t i = 0; i < g->rules.match_count; i++) {
    const gloss_rule_match *m = &g->rules.matches[i];
    snprintf(out + strlen(out), room - strlen(out), "%u:%u-%u ", m->rule,
             m->first, m->last);
    for (unsigned n = 0; n < m->name_count; n++)
      snprintf(out + strlen(out), room - strlen(out), "%s=%u ",
               gloss_grammar_rule_name(g, m->names[n].name), m->names[n].item);
  }
}

static const struct {
  const char *sequence, *expected;
} sequences[] = {
  { "_MONTH _INT2 ,YEAR4", "0:0-2 month=0 day=1 year=2 2:0-0 month=0 " },
  { "_MONTH +INT2 _YEAR4 _UNIT", "0:0-2 month=0 day=1 year=2 2:0-0 month=0 " },
  { "_MONTH -INT2 ,YEAR4", "2:0-0 month=0 " },
  { "_THE _LAST _UNIT", "1:0-2 shift=1 unit=2 " },
  { "_LAST _UNIT", "1:0-1 shift=0 unit=1 " },
  { "_LAST -UNIT", "" },
  { "_THE _UNIT", "3:1-1 unit=1 " },
  { "_INT2 -UNIT", "4:0-1 unit=1 n=0 " },
  { "_NUM _UNIT _THE", "4:0-2 unit=1 n=0 " },
  { "_NUM _UNIT _MONTH", "" },
  { "_SIGN +NUM =YEAR4", "5:0-2 n=1 sign=0 m=2 " },
  { "_SIGN _NUM =YEAR4", "" },
};

static void rules_match_sequences(void **state) {
  char out[200];
  gloss_error err;
  gloss_grammar *g = make(&err);
  (void)state;
  for (size_t i = 0; i < sizeof sequences / sizeof *sequences; i++) {
    match(g, sequences[i].sequence, out, sizeof out);
    assert_string_equal(out, sequences[i].expected);
  }
  gloss_grammar_free(g);
}

/* ---- Faults ---- */

static const struct {
  const char *rule;
  size_t offset;
  const char *message;
} faults[] = {
  { "A b", 2, "no word of a rule can begin so" },
  { "A n:NOPE", 4, "no class NOPE" },
  { "(A A", 4, "a ) is missing" },
  { "n:(A|A", 0, "no word of a rule can begin so" },
  { "A )", 2, "nothing opens this )" },
  { "n:(A|)", 5, "a class must stand here" },
  { "((((((((((((((((((A A) A) A) A) A) A) A) A) A) A) A) A) A) A) A) A) A) A)",
    16, "too many brackets in brackets" },
};

static void faults_have_a_place(void **state) {
  gloss_error err;
  gloss_grammar *g = gloss_grammar_new(&err);
  (void)state;
  assert_true(gloss_grammar_class(g, slice("A"), 0, &err) >= 0);
  for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
    assert_false(gloss_grammar_rule(g, slice(faults[i].rule), &err));
    assert_int_equal(err.code, GLOSS_BAD_PATTERN);
    assert_string_equal(err.message, faults[i].message);
    assert_int_equal(err.offset, faults[i].offset);
  }
  gloss_grammar_free(g);
}

static void mistakes_are_told(void **state) {
  gloss_error err;
  gloss_grammar *g = gloss_grammar_new(&err);
  int number = gloss_grammar_class(g, slice("A"), 0, &err);
  const gloss_rule_match *matches;
  const gloss_phrase_place *places;
  size_t count;
  unsigned generation;
  gloss_doc *doc = gloss_doc_new("x", 1, NULL, &err);
  (void)state;
  assert_int_equal(gloss_grammar_class(g, slice("ISO"), 0, &err), -1);
  assert_int_equal(gloss_grammar_class(g, slice("A"), 0, &err), -1);
  assert_string_equal(err.message, "there are two classes A");
  assert_true(gloss_grammar_word(g, number, slice("one"), &err) == 0);
  assert_true(gloss_grammar_word(g, number, slice("one"), &err) < 0);
  assert_string_equal(err.message, "the word \"one\" has two classes");
  assert_true(gloss_grammar_word(g, number, slice(""), &err) < 0);
  assert_true(gloss_grammar_word(g, 99, slice("two"), &err) < 0);
  assert_false(gloss_grammar_set(g, slice("S"), slice("A B"), &err));
  assert_false(gloss_grammar_find(g, doc, 1, &places, &count, &generation,
                                  &err));
  assert_true(gloss_grammar_build(g, &err));
  assert_false(gloss_grammar_rule(g, slice("A"), &err));
  assert_int_equal(err.code, GLOSS_TOO_LATE);
  assert_true(gloss_grammar_class(g, slice("B"), 0, &err) < 0);
  assert_false(gloss_grammar_matches(g, 0, 0, &matches, &count, &err));
  assert_int_equal(err.code, GLOSS_BAD_ARGUMENT);
  gloss_doc_free(doc);
  gloss_grammar_free(g);
}

static int find_once(void) {
  static const char text[] = "on Jan. 5, 2024, last week, US$5, the day";
  const gloss_phrase_place *places;
  size_t count;
  unsigned generation;
  gloss_error err;
  gloss_grammar *g = make(&err);
  gloss_doc *doc = g != NULL ? gloss_doc_new(text, sizeof text - 1, NULL, &err)
                             : NULL;
  gloss_word_numbers words;
  int ok = doc != NULL && gloss_doc_words(doc, &words, &err) &&
           gloss_grammar_find(g, doc, SIZE_MAX, &places, &count,
                                             &generation, &err);
  gloss_doc_free(doc);
  gloss_grammar_free(g);
  return ok;
}

static void no_memory_is_an_error(void **state) {
  (void)state;
  assert_true(fail_every_allocation(find_once) > 20);
}

/* ---- Words around a place ---- */

static void words_around_places(void **state) {
  static const char text[] = "\xE2\x80\x9CIn mid-1990, the \xC3\xA9t\xC3\xA9";
  const size_t len = sizeof text - 1;
  gloss_span word;
  (void)state;
  assert_true(gloss_word_before(text, len, 6, &word)); /* before "mid" */
  assert_int_equal(word.start, 3);
  assert_int_equal(word.end, 5);
  assert_true(gloss_word_before(text, len, 10, &word)); /* before "1990" */
  assert_int_equal(word.start, 6);
  assert_int_equal(word.end, 9);
  assert_false(gloss_word_before(text, len, 3, &word));
  assert_false(gloss_word_before(text, len, 16, &word)); /* a comma */
  assert_true(gloss_word_after(text, len, 9, &word));
  assert_int_equal(word.start, 10);
  assert_int_equal(word.end, 14);
  assert_false(gloss_word_after(text, len, 14, &word));
  assert_true(gloss_word_after(text, len, 19, &word));
  assert_int_equal(word.start, 20);
  assert_int_equal(word.end, len);
  assert_false(gloss_word_after(text, len, len, &word));
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(phrases_are_found),
    cmocka_unit_test(a_phrase_is_one_wherever_it_stands),
    cmocka_unit_test(masks_and_limits_end_phrases),
    cmocka_unit_test(long_texts_are_read_in_pieces),
    cmocka_unit_test(numbers_have_forms),
    cmocka_unit_test(rules_match_sequences),
    cmocka_unit_test(faults_have_a_place),
    cmocka_unit_test(mistakes_are_told),
    cmocka_unit_test(no_memory_is_an_error),
    cmocka_unit_test(words_around_places),
  };
  return cmocka_run_group_tests_name("grammar", tests, NULL, NULL);
}

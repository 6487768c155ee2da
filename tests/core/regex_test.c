/* regex_test.c - regular expressions: groups, limits, bad patterns. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "gloss.h"
#include "match/regex_prefix.h"
#include "match/regex_syntax.h"
#include "failing_malloc.h"

/* Writes every match of `pattern` in `text` as "start-end ", groups with
** "name=start-end ". */
static void matches(const char *pattern, unsigned flags, const char *text,
                    char *out, size_t room) {
  gloss_span groups[GLOSS_MAX_GROUPS];
  gloss_error err;
  size_t from = 0, len = strlen(text);
  gloss_regex *regex = gloss_regex_new(pattern, strlen(pattern), flags, &err);
  gloss_regex_scratch *scratch;
  assert_non_null(regex);
  scratch = gloss_regex_scratch_new(regex, &err);
  assert_non_null(scratch);
  *out = '\0';
  while (from <= len && gloss_regex_find(regex, scratch, text, len, from,
                                         groups, &err) == 1) {
    for (size_t g = 0; g < gloss_regex_group_count(regex); g++) {
      const char *name = gloss_regex_group_name(regex, g);
      size_t used = strlen(out);
      if (g > 0 && (name == NULL || groups[g].start == UINT32_MAX)) continue;
      snprintf(out + used, room - used, "%s%s%u-%u ", name ? name : "",
               name ? "=" : "", groups[g].start, groups[g].end);
    }
    from = groups[0].end;
    if (groups[0].end > groups[0].start) continue;
    do from++; /* an empty match: the next character */
    while (from < len && ((unsigned char)text[from] & 0xC0) == 0x80);
  }
  gloss_regex_scratch_free(scratch);
  gloss_regex_free(regex);
}

static const struct {
  const char *pattern;
  unsigned flags;
  const char *text, *expected;
} cases[] = {
    {"a+", 0, "aa b a", "0-2 5-6 "},
    {"(?<year>\\d{4})-(?<month>\\d\\d)?", 0, "2025-04 1999-",
     "0-7 year=0-4 month=5-7 8-13 year=8-12 "},
    {"ÉTÉ", GLOSS_REGEX_CASELESS, "l'été", "2-7 "},
    {"\\w+", 0, "été", "2-3 "},
    {"\\w+", GLOSS_REGEX_UCP, "été", "0-5 "},
    {"^b$", 0, "a\nb\nc", ""},
    {"^b$", GLOSS_REGEX_MULTILINE, "a\nb\nc", "2-3 "},
    {"a.b", 0, "a\nb", ""},
    {"a.b", GLOSS_REGEX_DOTALL, "a\nb", "0-3 "},
    {"a b # c", GLOSS_REGEX_EXTENDED, "ab", "0-2 "},
    {"x*", 0, "ax", "0-0 1-2 2-2 "},
};

static void finds_what_it_should(void **state) {
  char out[400];
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    matches(cases[i].pattern, cases[i].flags, cases[i].text, out, sizeof out);
    assert_string_equal(out, cases[i].expected);
  }
}

/* A search that is filtered by its first bytes finds what PCRE2 alone finds:
** alternatives that never match change nothing, but leave no first byte. */
static void finds_the_same_filtered(void **state) {
  static const char *const patterns[] = {
      "\\b\\d+(?:[.,]\\d+)*\\b", "[$\xE2\x82\xAC]\\s?\\d+", "\\d{1,2} (\\w+)",
      "(?<=a)\\d", "\\d\\b.", "(?:\\d|#)\\w*",
      "(?<*a)\\d", "(?*a|1)\\w"};
  static const char *const pieces[] = {
      "1", "23", " ", "a", "$", "\xE2\x82\xAC", "\xD9\xA3", "\xC3\xA9", ".",
      "#", "may"};
  uint32_t seed = 5;
  (void)state;
  for (int i = 0; i < 3000; i++) {
    char text[200] = "", with[600], without[600], bare[64];
    const char *pattern = patterns[i % 8];
    for (int k = 0; k < 30; k++) {
      seed = seed * 1664525u + 1013904223u;
      strcat(text, pieces[(seed >> 16) % 11]);
    }
    matches(pattern, GLOSS_REGEX_UCP, text, with, sizeof with);
    snprintf(bare, sizeof bare, "(?!)|%s|(?!)", pattern);
    matches(bare, GLOSS_REGEX_UCP, text, without, sizeof without);
    assert_string_equal(with, without);
  }
}

/* ---- Random expressions ---- */

static uint32_t seed = 11;
static uint32_t below(uint32_t bound) {
  seed = seed * 1664525u + 1013904223u;
  return (seed >> 8) % bound;
}

static const char *const atoms[] = {
  "a", "k", "S", "K", "\\d", "\\w", "\\s", "\\D", "\\b", "\\.", ".", "1", "$",
  "^", "\xE2\x82\xAC", "\xC3\xA9", "\xD9\xA3", "[a-c]", "[^a-c]", "[\\d.,]",
  "[k\xC3\xA9]", "[^\\s1]", "[[:alpha:]]", "[[:^digit:]_]", "[]a]", "[a-]",
  "\\p{Lu}", "\\P{Lu}", "\\pN", "[\\p{Ll}3]", "\\x41", "\\x{20AC}", "\\h",
  "[\xC3\xA0-\xE2\x82\xAC]", "\\R", "\\$", "(?=a)", "(?!1)", "(?<=a)", "-",
  "(?<*a)", "(?*k)",
  "[[:punct:]]", "\\N", "\\Ba", "{", "\\t", "[\\w-]", "may", "June"
};
static const char *const heads[] = { "(", "(?:", "(?i:", "(?>", "(?-i:",
                                     "(?<n>", "(?|", "(?x: " };
static const char *const repeats[] = { "*", "+", "?", "{2}", "{1,2}", "{0,1}",
                                       "{2,}", "*?", "++", "{3,9}", "??" };

/* Appends an expression; the caller has room for 4000 bytes. */
static void random_pattern(char *out, int depth) {
  uint32_t parts = 1 + below(3);
  for (uint32_t i = 0; i < parts && strlen(out) < 300; i++) {
    uint32_t dice = below(10);
    if (dice < 7 || depth == 0) {
      strcat(out, atoms[below(sizeof atoms / sizeof *atoms)]);
    } else {
      strcat(out, heads[below(sizeof heads / sizeof *heads)]);
      random_pattern(out, depth - 1);
      if (below(2)) strcat(out, "|"), random_pattern(out, depth - 1);
      strcat(out, ")");
    }
    if (below(4) == 0)
      strcat(out, repeats[below(sizeof repeats / sizeof *repeats)]);
  }
}

static void random_text(char *out) {
  static const char *const pieces[] = {
    "a", "b", "k", "K", "s", "S", "1", "23", " ", " ", "-", ".", "$", "\t",
    "\n", "_", "may", "June", "\xE2\x82\xAC", "\xC3\xA9", "\xC3\x89", "\xD9\xA3",
    "\xE2\x84\xAA", "\xC5\xBF", "\xC2\xA0", "\xD0\x96", "\xE2\x80\x9C",
    "\xF0\x9D\x9F\x8F", "\r\n", "a\xCC\x81", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  };
  uint32_t parts = below(60);
  *out = '\0';
  for (uint32_t i = 0; i < parts; i++)
    strcat(out, pieces[below(sizeof pieces / sizeof *pieces)]);
}

/* How a filtered search ends where PCRE2 alone gives up is its own affair. */
static void random_patterns_find_the_same(void **state) {
  static char with[60000], without[60000];
  static const unsigned sets[] = { GLOSS_REGEX_UCP, 0, GLOSS_REGEX_CASELESS,
                                   GLOSS_REGEX_UCP | GLOSS_REGEX_CASELESS,
                                   GLOSS_REGEX_EXTENDED | GLOSS_REGEX_UCP };
  int compiled = 0, scanned = 0;
  (void)state;
  for (int i = 0; i < 20000; i++) {
    char pattern[4000] = "", bare[4100], text[2200];
    unsigned flags = sets[below(5)];
    gloss_scanner *scanner;
    gloss_regex *regex;
    random_pattern(pattern, 2);
    regex = gloss_regex_new(pattern, strlen(pattern), flags, NULL);
    if (regex == NULL) continue; /* "a{2}+?": it need not be right */
    gloss_regex_free(regex);
    compiled++;
    scanner = gloss_scanner_new(pattern, strlen(pattern), flags);
    scanned += scanner != NULL;
    gloss_scanner_free(scanner);
    snprintf(bare, sizeof bare, "(?!)|%s|(?!)", pattern);
    for (int k = 0; k < 3; k++) {
      random_text(text);
      matches(pattern, flags, text, with, sizeof with);
      matches(bare, flags, text, without, sizeof without);
      if (strcmp(with, without) != 0)
        printf("/%s/ flags %u in \"%s\"\n", pattern, flags, text);
      assert_string_equal(with, without);
    }
  }
  assert_true(compiled > 10000 && scanned > 2000);
}

/* The bytes that begin digits and spaces beside ASCII are as PCRE2 has them. */
static void knows_the_first_bytes_of_classes(void **state) {
  gloss_span groups[GLOSS_MAX_GROUPS];
  static const struct {
    const char *pattern;
    uint64_t leads;
  } classes[] = { { "\\d", GLOSS_DIGIT_LEADS }, { "\\s", GLOSS_SPACE_LEADS },
                  { "\\h", GLOSS_SPACE_LEADS }, { "\\v", GLOSS_SPACE_LEADS } };
  (void)state;
  for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
    gloss_regex *regex =
        gloss_regex_new(classes[i].pattern, 2,
                        GLOSS_REGEX_UCP | GLOSS_REGEX_WHOLE, NULL);
    gloss_regex_scratch *scratch = gloss_regex_scratch_new(regex, NULL);
    for (uint32_t c = 0x80; c < 0x110000; c++) {
      char bytes[4];
      size_t len = 2;
      if (c >= 0xD800 && c < 0xE000) continue;
      if (c < 0x800) {
        bytes[0] = (char)(0xC0 | c >> 6);
      } else if (c < 0x10000) {
        bytes[0] = (char)(0xE0 | c >> 12);
        bytes[1] = (char)(0x80 | (c >> 6 & 63));
        len = 3;
      } else {
        bytes[0] = (char)(0xF0 | c >> 18);
        bytes[1] = (char)(0x80 | (c >> 12 & 63));
        bytes[2] = (char)(0x80 | (c >> 6 & 63));
        len = 4;
      }
      bytes[len - 1] = (char)(0x80 | (c & 63));
      if (gloss_regex_find(regex, scratch, bytes, len, 0, groups, NULL) == 1)
        assert_true(classes[i].leads >> ((bytes[0] & 0xFF) - 0xC0) & 1);
    }
    gloss_regex_scratch_free(scratch);
    gloss_regex_free(regex);
  }
}

/* A list of words that is longer than that of prefixes is searched for by what
** they begin with. */
static void filters_long_lists(void **state) {
  char pattern[6000] = "\\b(?:", text[1200] = "", with[2000], without[2000];
  char bare[6100];
  gloss_scanner *scanner;
  (void)state;
  for (int i = 0; i < 500; i++)
    sprintf(pattern + strlen(pattern), "%s%c%c%cx%d", i > 0 ? "|" : "",
            'A' + i % 26, 'a' + i % 7, 'a' + i % 3, i);
  strcat(pattern, ")\\b");
  scanner = gloss_scanner_new(pattern, strlen(pattern), GLOSS_REGEX_UCP);
  assert_non_null(scanner);
  gloss_scanner_free(scanner);
  for (int i = 0; i < 100; i++)
    sprintf(text + strlen(text), "%c%c%cx%d ", 'A' + i % 26, 'a' + i % 7,
            'a' + (i % 4) % 3, i);
  matches(pattern, GLOSS_REGEX_UCP, text, with, sizeof with);
  snprintf(bare, sizeof bare, "(?!)|%s|(?!)", pattern);
  matches(bare, GLOSS_REGEX_UCP, text, without, sizeof without);
  assert_string_equal(with, without);
  assert_true(strlen(with) > 100);
}

static void names_the_place_of_a_mistake(void **state) {
  gloss_error err = {0};
  (void)state;
  assert_null(gloss_regex_new("ab(c", 4, 0, &err));
  assert_int_equal(err.code, GLOSS_BAD_REGEX);
  assert_int_equal(err.offset, 4);
  assert_true(strlen(err.message) > 0);
}

static void refuses_too_many_groups(void **state) {
  char pattern[GLOSS_MAX_GROUPS * 2 + 1] = "";
  gloss_error err = {0};
  (void)state;
  for (int i = 0; i < GLOSS_MAX_GROUPS; i++) strcat(pattern, "()");
  assert_null(gloss_regex_new(pattern, strlen(pattern), 0, &err));
  assert_int_equal(err.code, GLOSS_BAD_REGEX);
  pattern[GLOSS_MAX_GROUPS * 2 - 2] = '\0';
  gloss_regex *regex = gloss_regex_new(pattern, strlen(pattern), 0, &err);
  assert_non_null(regex);
  gloss_regex_free(regex);
}

static void gives_up_on_explosions(void **state) {
  static char text[40000];
  gloss_span groups[GLOSS_MAX_GROUPS];
  gloss_error err = {0};
  gloss_regex *regex = gloss_regex_new("(a+)+[bd]", 9, 0, &err);
  gloss_regex_scratch *scratch = gloss_regex_scratch_new(regex, &err);
  (void)state;
  memset(text, 'a', sizeof text);
  text[sizeof text - 1] = 'c';
  assert_int_equal(gloss_regex_find(regex, scratch, text, sizeof text, 0,
                                    groups, &err), -1);
  assert_int_equal(err.code, GLOSS_LIMIT);
  assert_non_null(strstr(err.message, " in /(a+)+[bd]/"));
  gloss_regex_scratch_free(scratch);
  gloss_regex_free(regex);
}

static int one_search(void) {
  gloss_span groups[GLOSS_MAX_GROUPS];
  gloss_error err;
  gloss_regex *regex = gloss_regex_new("(b)c", 4, 0, &err);
  gloss_regex_scratch *scratch =
      regex != NULL ? gloss_regex_scratch_new(regex, &err) : NULL;
  int found = 0;
  if (scratch != NULL)
    found = gloss_regex_find(regex, scratch, "abc", 3, 0, groups, &err);
  else
    assert_int_equal(err.code, GLOSS_NO_MEMORY);
  gloss_regex_scratch_free(scratch);
  gloss_regex_free(regex);
  return found == 1;
}

static void survives_want_of_memory(void **state) {
  (void)state;
  assert_true(fail_every_allocation(one_search) >= 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_what_it_should),
      cmocka_unit_test(finds_the_same_filtered),
      cmocka_unit_test(random_patterns_find_the_same),
      cmocka_unit_test(knows_the_first_bytes_of_classes),
      cmocka_unit_test(filters_long_lists),
      cmocka_unit_test(names_the_place_of_a_mistake),
      cmocka_unit_test(refuses_too_many_groups),
      cmocka_unit_test(gives_up_on_explosions),
      cmocka_unit_test(survives_want_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* breaks_test.c - sentence boundaries: Unicode's own cases, a slow reference,
** the rule of each; graphemes and the version of the tables. */
#include <utf8proc.h>

#include "gloss.h"
#include "sentences/break_rules.h"
#include "ucd.h"
#include "unicode/breaks.h"

/* ---- The reference ------------------------------------------------------- */

enum { MOST = 2048 };
static uint8_t classes[MOST];   /* of the code points */
static size_t offsets[MOST + 1], count;

static void read_classes(const char *text, size_t len) {
  size_t at = 0;
  for (count = 0; at < len; count++) {
    assert_true(count < MOST);
    offsets[count] = at;
    classes[count] = gloss_class_of(gloss_utf8_next(text, at, &at))->sentence;
  }
  offsets[count] = len;
}

static bool line_break(int c) {
  return c == SB_SEP || c == SB_CR || c == SB_LF;
}
static bool ignored(int c) { return c == SB_EXTEND || c == SB_FORMAT; }
static bool end_mark(int c) { return c == SB_ATERM || c == SB_STERM; }
static bool letter(int c) {
  return c == SB_OLETTER || c == SB_UPPER || c == SB_LOWER;
}

/* Is code point i a mark that SB5 adds to what is before it? */
static bool attached(size_t i) {
  return ignored(classes[i]) && i > 0 && !line_break(classes[i - 1]);
}

/* The classes before i, the nearest first, without attached marks; ended by
** SB_COUNT. */
static const int *classes_before(size_t i) {
  static int found[MOST + 1];
  size_t n = 0;
  for (size_t k = i; k-- > 0;)
    if (!attached(k)) found[n++] = classes[k];
  found[n] = SB_COUNT;
  return found;
}

/* Is there a boundary before code point i? */
static bool reference(size_t i) {
  const int *b;
  int now = classes[i];
  bool dot, gap = false;
  if (i == 0) return true;                                          /* SB1 */
  if (classes[i - 1] == SB_CR && now == SB_LF) return false;        /* SB3 */
  if (line_break(classes[i - 1])) return true;                      /* SB4 */
  if (ignored(now)) return false;                                   /* SB5 */
  b = classes_before(i);
  if (b[0] == SB_ATERM && now == SB_NUMERIC) return false;          /* SB6 */
  if (b[0] == SB_ATERM && (b[1] == SB_UPPER || b[1] == SB_LOWER) &&
      now == SB_UPPER) return false;                                /* SB7 */
  for (; *b == SB_SP; b++) gap = true;
  for (; *b == SB_CLOSE; b++) continue;
  if (!end_mark(*b)) return false;                                  /* SB998 */
  dot = *b == SB_ATERM;
  for (size_t k = i; dot && k < count; k++) {                       /* SB8 */
    if (classes[k] == SB_LOWER) return false;
    if (letter(classes[k]) || line_break(classes[k]) || end_mark(classes[k]))
      break;
  }
  if (now == SB_SCONTINUE || end_mark(now)) return false;           /* SB8a */
  if (!gap && now == SB_CLOSE) return false;                        /* SB9 */
  if (now == SB_SP || line_break(now)) return false;             /* SB9, 10 */
  return true;                                                      /* SB11 */
}

/* ---- What is tested ------------------------------------------------------ */

static void find(const char *text, size_t len, gloss_break_marks *marks,
                 bool *boundary) {
  gloss_breaks breaks;
  gloss_break place;
  uint32_t last = 0;
  memset(boundary, 0, len + 1);
  if (len > 0) boundary[0] = true;
  gloss_breaks_start(&breaks, text, len);
  if (marks) breaks.marks = marks;
  while (gloss_breaks_next(&breaks, &place)) {
    assert_true(place.at > last || !place.boundary);
    assert_true(place.mark > 0 && place.mark <= place.at);
    assert_non_null(gloss_break_rule_name(place.rule));
    if (place.boundary) boundary[place.at] = true;
    last = place.at;
  }
  assert_int_equal(last, len);
  assert_true(breaks.ahead <= 4 * len);
}

static void compare(const char *text, size_t len) {
  static bool found[4 * MOST + 1], wanted[4 * MOST + 1];
  read_classes(text, len);
  memset(wanted, 0, len + 1);
  for (size_t i = 0; i < count; i++) wanted[offsets[i]] = reference(i);
  wanted[len] = len > 0;
  for (int way = 0; way < 2; way++) {
    find(text, len, way ? gloss_break_marks_plain : NULL, found);
    if (memcmp(found, wanted, len + 1) != 0) {
      print_error("wanted %s\n", ucd_show(text, len, wanted));
      fail_msg("found  %s", ucd_show(text, len, found));
    }
  }
}

static void unicode_cases(void **state) {
  FILE *file = ucd_open("auxiliary/SentenceBreakTest.txt");
  static bool found[1024];
  char text[1024];
  size_t cases = 0;
  ucd_case c;
  (void)state;
  while (ucd_next_case(file, &c)) {
    cases++;
    find(c.text, c.len, NULL, found);
    if (memcmp(found, c.boundary, c.len + 1) != 0) {
      print_error("wanted %s\n", ucd_show(c.text, c.len, c.boundary));
      fail_msg("found  %s", ucd_show(c.text, c.len, found));
    }
    for (size_t n = 0; n < 66; n++) {
      memset(text, n % 2 ? '.' : 'a', n);
      memcpy(text + n, c.text, c.len);
      memset(text + n + c.len, 'a', 70);
      compare(text, n + c.len + (n % 3 ? 70 : 0));
    }
  }
  fclose(file);
  assert_int_equal(cases, 502);
}

static void random_texts(void **state) {
  uint64_t random = 41;
  char text[1024];
  (void)state;
  for (int round = 0; round < 20000; round++) {
    size_t room = random_below(&random, round % 8 ? 140 : 1000) + 4;
    compare(text, random_text(&random, text, room));
  }
}

static void random_texts_of_few_characters(void **state) {
  static const char *const alphabets[] = {
    "aA1.!?,) \n\r(;", "aA.\xCC\x81\xC2\xAD \n", "aA. )\xE4\xB8\xAD\"1",
    "\xE3\x80\x82\xE3\x80\x8D\xE4\xB8\xAD .a",
    ".\xC2\x85\xE2\x80\xA9 aA\xCC\x81",
    "\xE0\xA5\xA4\xE0\xA4\x95 \xE0\xA5\x8D.1", "a.... .\xE2\x80\xA4!A",
  };
  uint64_t random = 42;
  (void)state;
  for (int round = 0; round < 70000; round++) {
    const char *alphabet = alphabets[round % 7];
    size_t size = strlen(alphabet), len = 0, next;
    size_t room = random_below(&random, 200) + 4;
    char text[256];
    while (len + 4 < room) {
      size_t at = random_below(&random, (uint32_t)size);
      while (((unsigned char)alphabet[at] & 0xC0) == 0x80) at--;
      gloss_utf8_next(alphabet, at, &next);
      memcpy(text + len, alphabet + at, next - at);
      len += next - at;
    }
    compare(text, len);
  }
}

/* What may begin a mark: never 0 where one begins, both ways alike. */
static void no_mark_is_passed(void **state) {
  uint64_t random = 43;
  char bytes[64] = { 0 };
  (void)state;
  for (uint32_t cp = 0; cp < 0x110000; cp++) {
    uint8_t c = gloss_class_of(cp)->sentence;
    if (!line_break(c) && !end_mark(c)) continue;
    gloss_utf8_write(cp, bytes + cp % 60);
    assert_true(gloss_break_marks_plain(bytes) >> cp % 60 & 1);
    memset(bytes, 0, sizeof bytes);
  }
  for (int round = 0; round < 100000; round++) {
    for (size_t i = 0; i < 64; i++) bytes[i] = (char)random_next(&random);
    for (uint32_t i = random_below(&random, 64); i < 62; i += 3)
      gloss_utf8_write(0x2000 + random_below(&random, 64), bytes + i);
    assert_true(gloss_break_marks_plain(bytes) ==
                gloss_break_marks_best()(bytes));
  }
}

/* Each place as "<text up to the end of the mark>:<rule>", + for a boundary. */
static const struct { const char *text, *places; } rule_cases[] = {
  { "", "" },
  { "no mark", "7 SB2+" },
  { "Stop! Go.", "5 SB11+ 9 SB2+" },
  { "3.14 is", "2 SB6 7 SB2+" },
  { "the U.S.A. did.", "6 SB7 8 SB7 10 SB8 15 SB2+" },
  { "etc., and", "4 SB8a 9 SB2+" },
  { "What?! No", "5 SB8a 6 SB11+ 9 SB2+" },
  { "a.\r\n\nb", "4 SB4+ 5 SB4+ 6 SB2+" },
  { "(No.) 3 and", "4 SB8 11 SB2+" },
  { "(No!) 3 and", "4 SB11+ 11 SB2+" },
  { "end.  ", "4 SB2+" },
  { "end.\n", "5 SB4+" },
};

static void each_place_has_its_rule(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof rule_cases / sizeof *rule_cases; i++) {
    gloss_breaks breaks;
    gloss_break place;
    char shown[256] = "";
    size_t n = 0;
    gloss_breaks_start(&breaks, rule_cases[i].text,
                       strlen(rule_cases[i].text));
    while (gloss_breaks_next(&breaks, &place))
      n += (size_t)snprintf(shown + n, sizeof shown - n, "%s%u %s%s",
                            n ? " " : "", place.mark,
                            gloss_break_rule_name(place.rule),
                            place.boundary ? "+" : "");
    assert_string_equal(shown, rule_cases[i].places);
  }
  assert_null(gloss_break_rule_name(GLOSS_BREAK_RULES));
}

/* Sentences in bars, by way of an array with room for `room` at a time. */
static const char *const sentence_cases[] = {
  "|Stop!| |Go.|", "  |One line|\r\n\r\n\t|and another|\n \n",
  "|\xC2\xABNon !\xC2\xBB| |Oui.|\xC2\xA0", "|x|", "\n\n \xE2\x80\xA9", "",
  "|\xE4\xB8\xAD\xE3\x80\x82|\xE3\x80\x80|\xE5\x9B\xBD|",
};

static void sentences_are_stripped(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof sentence_cases / sizeof *sentence_cases; i++) {
    for (size_t room = 1; room < 4; room++) {
      char text[256], shown[256];
      size_t len = 0, n = 0, at = 0, found;
      gloss_breaks breaks;
      gloss_sentence s[4];
      for (const char *c = sentence_cases[i]; *c; c++)
        if (*c != '|') text[len++] = *c;
      gloss_breaks_start(&breaks, text, len);
      while ((found = gloss_breaks_sentences(&breaks, s, room)) > 0) {
        for (size_t k = 0; k < found; k++) {
          memcpy(shown + n, text + at, s[k].start - at);
          n += s[k].start - at;
          shown[n++] = '|';
          memcpy(shown + n, text + s[k].start, s[k].end - s[k].start);
          n += s[k].end - s[k].start;
          shown[n++] = '|';
          at = s[k].end;
        }
      }
      memcpy(shown + n, text + at, len - at);
      shown[n + len - at] = '\0';
      assert_string_equal(shown, sentence_cases[i]);
    }
  }
}

/* `find` asserts that at most 4 code points are looked at for each byte. */
static void every_text_is_read_a_few_times_only(void **state) {
  static const char *const units[] = {
    ".", "a. , ", "a. ; 1 (", "A.", "!)", ". ", "\xCC\x81", ".\xCC\x81",
    "\xE3\x80\x82", "a.\xCC\x81 \xCC\x81", "\n", "1. (((((", "?\xC2\xAD",
  };
  enum { SIZE = 300000 };
  char *text = malloc(SIZE);
  bool *boundary = malloc(SIZE + 1);
  (void)state;
  for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
    size_t unit = strlen(units[i]), len = 0;
    for (; len + unit < SIZE; len += unit) memcpy(text + len, units[i], unit);
    find(text, len, NULL, boundary);
    text[0] = 'A';
    text[1] = '.';
    find(text, len, NULL, boundary);
    text[len - 1] = 'a';
    find(text, gloss_utf8_check(text, len), NULL, boundary);
  }
  free(text);
  free(boundary);
}

/* ---- Graphemes ----------------------------------------------------------- */

static void unicode_graphemes(void **state) {
  FILE *file = ucd_open("auxiliary/GraphemeBreakTest.txt");
  size_t cases = 0;
  ucd_case c;
  (void)state;
  for (; ucd_next_case(file, &c); cases++) {
    bool found[513] = { true };
    for (size_t at = 0; at < c.len;)
      found[at = gloss_grapheme_next(c.text, c.len, at)] = true;
    if (memcmp(found, c.boundary, c.len + 1) != 0) {
      print_error("wanted %s\n", ucd_show(c.text, c.len, c.boundary));
      fail_msg("found  %s", ucd_show(c.text, c.len, found));
    }
  }
  fclose(file);
  assert_int_equal(cases, 602);
  assert_int_equal(gloss_grapheme_next("ab", 2, 2), 2);
}

static void widths_are_columns(void **state) {
  static const struct { const char *text; size_t width; } cases[] = {
    { "", 0 }, { "plain", 5 }, { "e\xCC\x81", 1 }, { "\xC3\xA9", 1 },
    { "\xE4\xB8\xAD\xE5\x9B\xBD", 4 }, { "\xEA\xB0\x80", 2 },
    { "\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8", 2 },        /* Hangul, in parts */
    { "\xF0\x9F\x98\x80", 2 }, { "\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA", 2 },
    { "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7", 2 }, /* a family */
    { "\xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD", 2 },             /* with a skin */
    { "\xE2\x9D\xA4\xEF\xB8\x8F", 2 }, { "\xE0\xA4\x95\xE0\xA5\x8D", 1 },
    { "\xEF\xBC\xA1", 2 }, { "\xE2\x80\x8B", 0 }, { "a\tb\n", 2 },
  };
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    if (gloss_text_width(cases[i].text, strlen(cases[i].text)) !=
        cases[i].width)
      fail_msg("%s: %zu", cases[i].text,
               gloss_text_width(cases[i].text, strlen(cases[i].text)));
}

/* ---- The tables ---------------------------------------------------------- */

static void versions_agree(void **state) {
  (void)state;
  assert_string_equal(gloss_unicode_version(), utf8proc_unicode_version());
  assert_string_equal(gloss_unicode_version(), "15.0.0");
}

/* Against utf8proc, which has its own copy of the database. */
static void categories_agree_with_utf8proc(void **state) {
  (void)state;
  for (int32_t cp = 0; cp < 0x110000; cp++) {
    const char *gc = utf8proc_category_string(cp);
    uint32_t flags = gloss_class_of((uint32_t)cp)->flags;
    assert_int_equal((flags & GLOSS_CP_LETTER) != 0, gc[0] == 'L');
    assert_int_equal((flags & GLOSS_CP_MARK) != 0, gc[0] == 'M');
    assert_int_equal((flags & GLOSS_CP_NUMBER) != 0, gc[0] == 'N');
    assert_int_equal((flags & GLOSS_CP_DIGIT) != 0, strcmp(gc, "Nd") == 0);
    assert_int_equal((flags & GLOSS_CP_PUNCTUATION) != 0, gc[0] == 'P');
    assert_int_equal((flags & GLOSS_CP_SYMBOL) != 0, gc[0] == 'S');
    assert_int_equal((flags & GLOSS_CP_CURRENCY) != 0, strcmp(gc, "Sc") == 0);
    assert_int_equal((flags & GLOSS_CP_OPEN) != 0,
                     strcmp(gc, "Ps") == 0 || strcmp(gc, "Pi") == 0);
    assert_int_equal((flags & GLOSS_CP_SHUT) != 0,
                     strcmp(gc, "Pe") == 0 || strcmp(gc, "Pf") == 0);
  }
}

/* Reads a property file, and counts the code points whose class is another
** than the one it names. */
static void check_property(const char *name, const char *const *names,
                           size_t size, bool word) {
  FILE *file = ucd_open(name);
  static uint8_t wanted[0x110000];
  char line[512], value[64];
  unsigned first, last;
  memset(wanted, 0, sizeof wanted);
  while (fgets(line, sizeof line, file) != NULL) {
    size_t i = 0;
    if (sscanf(line, "%x..%x ; %63[A-Za-z_]", &first, &last, value) != 3) {
      if (sscanf(line, "%x ; %63[A-Za-z_]", &first, value) != 2) continue;
      last = first;
    }
    while (i < size && strcmp(names[i], value) != 0) i++;
    assert_true(i < size);
    memset(wanted + first, (int)i, last - first + 1);
  }
  fclose(file);
  for (uint32_t cp = 0; cp < 0x110000; cp++) {
    const gloss_class *c = gloss_class_of(cp);
    assert_int_equal(word ? c->word : c->sentence, wanted[cp]);
  }
}

static void break_classes_are_those_of_the_database(void **state) {
  static const char *const words[WB_COUNT] = {
    "Other", "CR", "LF", "Newline", "Extend", "ZWJ", "Regional_Indicator",
    "Format", "Katakana", "Hebrew_Letter", "ALetter", "Single_Quote",
    "Double_Quote", "MidNumLet", "MidLetter", "MidNum", "Numeric",
    "ExtendNumLet", "WSegSpace" };
  static const char *const sentences[SB_COUNT] = {
    "Other", "CR", "LF", "Sep", "Extend", "Format", "Sp", "Lower", "Upper",
    "OLetter", "Numeric", "ATerm", "STerm", "SContinue", "Close" };
  (void)state;
  check_property("auxiliary/WordBreakProperty.txt", words, WB_COUNT, true);
  check_property("auxiliary/SentenceBreakProperty.txt", sentences, SB_COUNT,
                 false);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(unicode_cases),
    cmocka_unit_test(random_texts),
    cmocka_unit_test(random_texts_of_few_characters),
    cmocka_unit_test(no_mark_is_passed),
    cmocka_unit_test(each_place_has_its_rule),
    cmocka_unit_test(sentences_are_stripped),
    cmocka_unit_test(every_text_is_read_a_few_times_only),
    cmocka_unit_test(unicode_graphemes),
    cmocka_unit_test(widths_are_columns),
    cmocka_unit_test(versions_agree),
    cmocka_unit_test(categories_agree_with_utf8proc),
    cmocka_unit_test(break_classes_are_those_of_the_database),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

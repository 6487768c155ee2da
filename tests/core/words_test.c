/* words_test.c - word boundaries: Unicode's own cases, and a slow reference.
**
** The reference below says the rules of UAX #29 one by one on an array of code
** points, looking back and ahead as far as it likes. */
#include "gloss.h"
#include "tokenise/chars.h"
#include "tokenise/words.h"
#include "ucd.h"
#include "unicode/breaks.h"

/* ---- The reference ------------------------------------------------------- */

enum { MOST = 2048 };
static const gloss_class *classes[MOST];
static size_t offsets[MOST + 1], count;

static void read_classes(const char *text, size_t len) {
  size_t at = 0;
  for (count = 0; at < len; count++) {
    assert_true(count < MOST);
    offsets[count] = at;
    classes[count] = gloss_class_of(gloss_utf8_next(text, at, &at));
  }
  offsets[count] = len;
}

static bool newline(int w) {
  return w == WB_CR || w == WB_LF || w == WB_NEWLINE;
}
static bool ignored(size_t i) {
  uint8_t w = classes[i]->word;
  return w == WB_EXTEND || w == WB_FORMAT || w == WB_ZWJ;
}
/* Is code point i a mark that WB4 adds to what is before it? */
static bool attached(size_t i) {
  return ignored(i) && i > 0 && !newline(classes[i - 1]->word);
}
/* The class of the n-th code point before or behind i, without attached marks;
** WB_COUNT outside the text. */
static int behind(size_t i, int n) {
  for (size_t k = i + 1; k < count; k++)
    if (!attached(k) && --n == 0) return classes[k]->word;
  return WB_COUNT;
}
static int before(size_t i, int n) {
  for (size_t k = i; k-- > 0;)
    if (!attached(k) && --n == 0) return classes[k]->word;
  return WB_COUNT;
}
static bool letter(int w) { return w == WB_ALETTER || w == WB_HEBREW; }
static bool between_letters(int w) {
  return w == WB_MIDLETTER || w == WB_MIDNUMLET || w == WB_SINGLE_QUOTE;
}
static bool between_digits(int w) {
  return w == WB_MIDNUM || w == WB_MIDNUMLET || w == WB_SINGLE_QUOTE;
}

/* Is there a boundary before code point i? */
static bool reference(size_t i) {
  int last, now = classes[i]->word, b1, b2, a1;
  size_t flags = 0;
  if (i == 0) return true;                                      /* WB1 */
  last = classes[i - 1]->word;
  if (last == WB_CR && now == WB_LF) return false;              /* WB3 */
  if (newline(last) || newline(now)) return true;               /* WB3a, 3b */
  if (last == WB_ZWJ && (classes[i]->flags & GLOSS_CP_PICTOGRAPH))
    return false;                                               /* WB3c */
  if (last == WB_WSEGSPACE && now == WB_WSEGSPACE) return false; /* WB3d */
  if (ignored(i)) return false;                                 /* WB4 */
  b1 = before(i, 1), b2 = before(i, 2), a1 = behind(i, 1);
  if (letter(b1) && letter(now)) return false;                  /* WB5 */
  if (letter(b1) && between_letters(now) && letter(a1)) return false; /* 6 */
  if (letter(b2) && between_letters(b1) && letter(now)) return false; /* 7 */
  if (b1 == WB_HEBREW && now == WB_SINGLE_QUOTE) return false;  /* WB7a */
  if (b1 == WB_HEBREW && now == WB_DOUBLE_QUOTE && a1 == WB_HEBREW)
    return false;                                               /* WB7b */
  if (b2 == WB_HEBREW && b1 == WB_DOUBLE_QUOTE && now == WB_HEBREW)
    return false;                                               /* WB7c */
  if (b1 == WB_NUMERIC && now == WB_NUMERIC) return false;      /* WB8 */
  if (letter(b1) && now == WB_NUMERIC) return false;            /* WB9 */
  if (b1 == WB_NUMERIC && letter(now)) return false;            /* WB10 */
  if (b2 == WB_NUMERIC && between_digits(b1) && now == WB_NUMERIC)
    return false;                                               /* WB11 */
  if (b1 == WB_NUMERIC && between_digits(now) && a1 == WB_NUMERIC)
    return false;                                               /* WB12 */
  if (b1 == WB_KATAKANA && now == WB_KATAKANA) return false;    /* WB13 */
  if (now == WB_EXTENDNUMLET &&
      (letter(b1) || b1 == WB_NUMERIC || b1 == WB_KATAKANA ||
       b1 == WB_EXTENDNUMLET)) return false;                    /* WB13a */
  if (b1 == WB_EXTENDNUMLET &&
      (letter(now) || now == WB_NUMERIC || now == WB_KATAKANA))
    return false;                                               /* WB13b */
  if (b1 == WB_REGIONAL && now == WB_REGIONAL) {                /* WB15, 16 */
    for (int n = 1; before(i, n) == WB_REGIONAL; n++) flags++;
    if (flags % 2 == 1) return false;
  }
  return true;                                                  /* WB999 */
}

/* ---- What is tested ------------------------------------------------------ */

/* The stream's boundaries, and its white space, byte by byte. */
static void find(const char *text, size_t len, gloss_word_classify *classify,
                 bool *boundary, bool *space) {
  gloss_words words;
  gloss_word_block block;
  uint32_t at = 0;
  memset(boundary, 0, len + 1);
  gloss_words_start(&words, text, len);
  if (classify) words.classify = classify;
  while (gloss_words_block(&words, &block)) {
    assert_int_equal(block.at, at);
    assert_in_range(block.size, 1, 64);
    for (uint32_t i = 0; i < block.size; i++) {
      boundary[at + i] = block.boundary >> i & 1;
      if (space) space[at + i] = block.space >> i & 1;
    }
    if (block.size < 64) {
      assert_int_equal(block.boundary >> block.size, 0);
      assert_int_equal(block.space >> block.size, 0);
    }
    at += block.size;
  }
  assert_int_equal(at, len);
  boundary[len] = len > 0;
  assert_true(words.ahead <= 2 * len);
}

static void compare(const char *text, size_t len) {
  static bool found[4 * MOST + 1], wanted[4 * MOST + 1], space[4 * MOST + 1];
  read_classes(text, len);
  memset(wanted, 0, len + 1);
  for (size_t i = 0; i < count; i++) wanted[offsets[i]] = reference(i);
  wanted[len] = len > 0;
  for (int way = 0; way < 2; way++) {
    find(text, len, way ? gloss_word_classify_plain : NULL, found, space);
    if (memcmp(found, wanted, len + 1) != 0) {
      print_error("wanted %s\n", ucd_show(text, len, wanted));
      fail_msg("found  %s", ucd_show(text, len, found));
    }
    for (size_t i = 0; i < count; i++) {
      bool white = (classes[i]->flags & GLOSS_CP_SPACE) &&
                   classes[i]->word != WB_EXTENDNUMLET;
      for (size_t k = offsets[i]; k < offsets[i + 1]; k++)
        assert_int_equal(space[k], white);
    }
  }
}

/* Each case alone, and at every distance from the start of a block. */
static void unicode_cases(void **state) {
  FILE *file = ucd_open("auxiliary/WordBreakTest.txt");
  static bool found[1024];
  char text[1024];
  size_t cases = 0;
  ucd_case c;
  (void)state;
  while (ucd_next_case(file, &c)) {
    cases++;
    find(c.text, c.len, NULL, found, NULL);
    if (memcmp(found, c.boundary, c.len + 1) != 0) {
      print_error("wanted %s\n", ucd_show(c.text, c.len, c.boundary));
      fail_msg("found  %s", ucd_show(c.text, c.len, found));
    }
    compare(c.text, c.len);
    for (size_t n = 0; n < 66; n++) {
      memset(text, n % 2 ? '-' : 'a', n);
      memcpy(text + n, c.text, c.len);
      memset(text + n + c.len, 'a', 70);
      compare(text, n + c.len + (n % 3 ? 70 : 0));
    }
  }
  fclose(file);
  assert_int_equal(cases, 1823);
}

static void random_texts(void **state) {
  uint64_t random = 29;
  char text[1024];
  (void)state;
  for (int round = 0; round < 20000; round++) {
    size_t room = random_below(&random, round % 8 ? 140 : 1000) + 4;
    compare(text, random_text(&random, text, room));
  }
}

/* Texts of few characters only, so that every rule meets every other. */
static void random_texts_of_one_script(void **state) {
  static const char *const alphabets[] = {
    "ab1.,:;'\"_ \r\n-", "a1_'.\xE2\x80\x99\xC2\xB7\xCD\xBE\xC3\xA9 ",
    "a\xCC\x81 '\xE2\x80\x8D.1", "\xD7\x90\xD7\x91'\"a.\xCC\x81 ",
    "\xE3\x82\xA2\xE3\x83\xBC_\xE3\x81\x82 \xE4\xB8\xAD",
    "\xF0\x9F\x87\xA6\xF0\x9F\x87\xA7\xE2\x80\x8D\xF0\x9F\x98\x80 a",
    "\xE2\x80\xAF\xE3\x80\x80\xC2\xA0 a1.",
  };
  uint64_t random = 30;
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

static void both_classifiers_agree(void **state) {
  uint64_t random = 31;
  (void)state;
  for (int round = 0; round < 100000; round++) {
    gloss_word_masks a, b;
    char bytes[64];
    for (size_t i = 0; i < 64; i++) bytes[i] = (char)random_next(&random);
    gloss_word_classify_plain(bytes, &a);
    gloss_word_classify_best()(bytes, &b);
    assert_memory_equal(&a, &b, sizeof a);
  }
}

/* What the masks claim to know from a first byte alone. */
static void first_bytes_tell_the_truth(void **state) {
  (void)state;
  for (uint32_t cp = 0x80; cp < 0x110000; cp++) {
    char bytes[64] = { 0 };
    gloss_word_masks m;
    const gloss_class *c = gloss_class_of(cp);
    if (cp == 0xD800) cp = 0xE000;
    gloss_utf8_write(cp, bytes);
    gloss_word_classify_best()(bytes, &m);
    assert_int_equal(m.first, 1);
    if (m.lead) continue;
    assert_int_equal(c->word, m.letter ? WB_ALETTER : WB_OTHER);
    assert_false(c->flags & GLOSS_CP_SPACE);
    if (m.letter) assert_int_equal(gloss_char_of(cp), CHAR_LETTER);
  }
}

/* ---- Tokens -------------------------------------------------------------- */

/* A bar at each token's end but the last, and the first letters of the kinds
** (word number punctuation symbol emoji: w n p s e). */
static const struct { const char *barred, *kinds; } token_cases[] = {
  { "Stop| now|.", "wwp" },
  { "don't| don\xE2\x80\x99t", "ww" },
  { " \r\n 3.14| %\t", "np" },
  { "3.14|%| 1,000| x_1| _y| _  ", "npnwwp" },
  { "a|=|b| c|+|+| $|5", "wswwsssn" },
  { "#|tag|@|x", "pwpw" },
  { "\xC2\xAB|\xC2\xA0Qu\xC3\xA9|\xC2\xA0\xC2\xBB", "pwp" },
  { "5\xE2\x80\xAF" "000|\xE2\x80\xAF!| \xE2\x80\xAF" "a\xE2\x80\xAF", "npw" },
  { "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7|\xF0\x9F\x87\xA9"
    "\xF0\x9F\x87\xAA|\xE2\x9D\xA4\xEF\xB8\x8F|\xC2\xA9", "eees" },
  { "1\xEF\xB8\x8F\xE2\x83\xA3| 1\xCC\x81| a\xEF\xB8\x8F", "enw" },
  { "\xE4\xB8\xAD|\xE5\x9B\xBD|\xE3\x82\xA2\xE3\x83\xBC|\xE2\x85\xA3", "wwwn" },
  { "\xD9\xA1\xD9\xA2|\xD8\x9F", "np" },
  { " \xCC\x88|x", "sw" },
  { "", "" },
  { " ", "" },
};

static void tokens_are_stripped_segments(void **state) {
  static const char letters[] = "wnps....e";
  (void)state;
  for (size_t i = 0; i < sizeof token_cases / sizeof *token_cases; i++) {
    uint32_t starts[GLOSS_WORDS_ROOM], ends[GLOSS_WORDS_ROOM];
    uint8_t kinds[GLOSS_WORDS_ROOM], flags[GLOSS_WORDS_ROOM];
    const gloss_word_columns columns = { starts, ends, kinds, flags,
                                         GLOSS_WORDS_ROOM };
    char text[256], shown[256], kind[32] = "";
    size_t len = 0, n = 0;
    gloss_words words;
    const char *barred = token_cases[i].barred;
    for (const char *s = barred; *s; s++)
      if (*s != '|') text[len++] = *s;
    gloss_words_start(&words, text, len);
    size_t found = gloss_words_tokens(&words, &columns);
    size_t at = 0;
    assert_int_equal(found, strlen(token_cases[i].kinds));
    for (size_t k = 0; k < found; k++) {
      memcpy(shown + n, text + at, ends[k] - at);
      n += ends[k] - at;
      at = ends[k];
      if (k + 1 < found) shown[n++] = '|';
      kind[k] = letters[kinds[k]];
    }
    memcpy(shown + n, text + at, len - at);
    shown[n + len - at] = '\0';
    assert_string_equal(shown, barred);
    assert_string_equal(kind, token_cases[i].kinds);
    assert_int_equal(0, gloss_words_tokens(&words, &columns));
  }
}

static bool white(const char *text, size_t at) {
  size_t next;
  return gloss_class_of(gloss_utf8_next(text, at, &next))->flags &
         GLOSS_CP_SPACE;
}

static uint8_t ascii(const char *text, size_t start, size_t end) {
  for (; start < end; start++)
    if (text[start] < 0) return 0;
  return GLOSS_ASCII;
}

/* Tokens against the reference: segments, stripped, the empty ones dropped. */
static void tokens_of_random_texts(void **state) {
  static char text[MOST];
  uint32_t starts[GLOSS_WORDS_ROOM], ends[GLOSS_WORDS_ROOM];
  uint8_t kinds[GLOSS_WORDS_ROOM], flags[GLOSS_WORDS_ROOM];
  const gloss_word_columns columns = { starts, ends, kinds, flags,
                                       GLOSS_WORDS_ROOM };
  uint64_t random = 32;
  (void)state;
  for (int round = 0; round < 5000; round++) {
    size_t len = random_text(&random, text, random_below(&random, 1500) + 4);
    size_t have = 0, next = 0, all = 0;
    gloss_words words;
    gloss_words_start(&words, text, len);
    if (round % 2 == 0) words.fill = gloss_words_fill_plain;
    read_classes(text, len);
    for (size_t i = 0; i < count;) {
      size_t start = offsets[i], end, k;
      for (i++; i < count && !reference(i); i++) continue;
      end = offsets[i];
      while (start < end && white(text, start))
        gloss_utf8_next(text, start, &start);
      while (start < end && white(text, k = gloss_utf8_before(text, end)))
        end = k;
      if (start == end) continue;
      if (next == have) {
        have = gloss_words_tokens(&words, &columns);
        next = 0;
        assert_true(have > 0);
      }
      assert_int_equal(starts[next], start);
      assert_int_equal(ends[next], end);
      assert_int_equal(kinds[next],
                       gloss_word_kind(text, (uint32_t)start, (uint32_t)end));
      assert_int_equal(flags[next], ascii(text, start, end));
      next++;
      all++;
    }
    assert_int_equal(next, have);
    assert_int_equal(0, gloss_words_tokens(&words, &columns));
    assert_true(all <= count);
  }
}

/* Text that makes looking ahead dear if it is done twice: `find` asserts that
** what is looked at ahead is at most twice the text. */
static void looking_ahead_is_linear(void **state) {
  static const char *const units[] = {
    "a'", "a'\xCC\x81", "1,\xCC\x81\xCC\x81", "'", "\xCC\x81", "\xE2\x80\x8D",
    "\xD7\x90\"\xCC\x81", "\xF0\x9F\x87\xA6", "a\xE2\x80\x99", "\xE2\x80\xAF",
  };
  enum { SIZE = 300000 };
  char *text = malloc(SIZE);
  bool *boundary = malloc(SIZE + 1);
  (void)state;
  for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
    size_t unit = strlen(units[i]), len = 0;
    for (; len + unit < SIZE; len += unit) memcpy(text + len, units[i], unit);
    find(text, len, NULL, boundary, NULL);
    for (size_t n = 2; n + 2 < len; n += 2) /* one mark, then marks for it */
      if (unit == 2) memcpy(text + n, "\xCC\x81", 2);
    find(text, len, NULL, boundary, NULL);
  }
  free(text);
  free(boundary);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(unicode_cases),
    cmocka_unit_test(random_texts),
    cmocka_unit_test(random_texts_of_one_script),
    cmocka_unit_test(both_classifiers_agree),
    cmocka_unit_test(first_bytes_tell_the_truth),
    cmocka_unit_test(tokens_are_stripped_segments),
    cmocka_unit_test(tokens_of_random_texts),
    cmocka_unit_test(looking_ahead_is_linear),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* utf8_test.c - what is valid UTF-8, where it is not, and how it is mended. */
#include "gloss.h"
#include "ucd.h"

/* Text, and what its repair must be. The bad pieces are those of "maximal
** subparts" (Unicode standard, chapter 3, best practice for U+FFFD). */
#define R "\xEF\xBF\xBD"
static const struct { const char *bytes, *repaired; size_t bad; } cases[] = {
  { "plain", "plain", 5 },
  { "\xC2\x80 \xDF\xBF \xE0\xA0\x80 \xEF\xBF\xBF \xF0\x90\x80\x80 "
    "\xF4\x8F\xBF\xBF", "\xC2\x80 \xDF\xBF \xE0\xA0\x80 \xEF\xBF\xBF "
    "\xF0\x90\x80\x80 \xF4\x8F\xBF\xBF", 23 },
  { "ab\x80z", "ab" R "z", 2 },              /* a continuation alone */
  { "\xC0\xAF", R R, 0 },                    /* overlong, of two bytes */
  { "\xE0\x80\xAF", R R R, 0 },              /* of three */
  { "\xF0\x80\x80\xAF", R R R R, 0 },        /* of four */
  { "\xED\xA0\x80\xED\xBF\xBF", R R R R R R, 0 }, /* surrogates */
  { "\xF4\x91\x92\x93\xFF", R R R R R, 0 },  /* above U+10FFFF */
  { "A\x80\xBF" "B", "A" R R "B", 1 },
  { "\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", R R R R "A", 0 }, /* cut short */
  { "x\xC3", "x" R, 1 },                     /* cut off by the end */
  { "x\xE2\x82", "x" R, 1 },
  { "x\xF0\x9F\x98", "x" R, 1 },
  { "\xC3" "A\xE2\x82" "A\xF0\x9F\x98" "A", R "A" R "A" R "A", 0 },
  { "\xF5\x80", R R, 0 },
  { "\xFE", R, 0 },
};

static void known_cases_are_judged_and_mended(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    size_t len = strlen(cases[i].bytes), replaced = 0, wanted = 0;
    gloss_string out;
    assert_int_equal(gloss_utf8_check(cases[i].bytes, len), cases[i].bad);
    assert_int_equal(gloss_utf8_check_plain(cases[i].bytes, len),
                     cases[i].bad);
    assert_true(gloss_text_repair(cases[i].bytes, len, &out, &replaced, NULL));
    assert_string_equal(out.bytes, cases[i].repaired);
    assert_int_equal(out.len, strlen(cases[i].repaired));
    for (const char *s = out.bytes; (s = strstr(s, R)) != NULL; s += 3)
      wanted++;
    assert_int_equal(replaced, wanted);
    gloss_string_free(&out);
  }
}

/* Each case, at every place of a text that is long enough for every way of
** checking, between ASCII and between longer forms. */
static void the_place_does_not_matter(void **state) {
  static const char *const fillings[] = { "a", "\xC3\xA9", "\xE2\x82\xAC",
                                          "\xF0\x9F\x98\x80" };
  (void)state;
  for (size_t f = 0; f < 4; f++) {
    size_t unit = strlen(fillings[f]);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
      size_t len = strlen(cases[i].bytes);
      for (size_t before = 0; before < 100; before++) {
        char text[1024];
        size_t n = 0;
        for (size_t k = 0; k < before; k++, n += unit)
          memcpy(text + n, fillings[f], unit);
        memcpy(text + n, cases[i].bytes, len);
        assert_int_equal(gloss_utf8_check(text, n + len), n + cases[i].bad);
        memset(text + n + len, 'z', 70);
        assert_int_equal(gloss_utf8_check(text, n + len + 70),
                         cases[i].bad == len ? n + len + 70
                                             : n + cases[i].bad);
      }
    }
  }
}

/* The obvious check: decode, and see that it is written that way. */
static size_t slow_check(const unsigned char *s, size_t len) {
  size_t at = 0, size, i;
  while (at < len) {
    uint32_t cp = s[at];
    char again[4];
    size = cp < 0x80 ? 1 : cp < 0xC0 ? 0 : cp < 0xE0 ? 2 : cp < 0xF0 ? 3
           : cp < 0xF8 ? 4 : 0;
    if (size == 0 || size > len - at) return at;
    if (size > 1) cp &= 0x7Fu >> size;
    for (i = 1; i < size; i++) {
      if ((s[at + i] & 0xC0) != 0x80) return at;
      cp = cp << 6 | (s[at + i] & 0x3F);
    }
    if (cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF)) return at;
    if (gloss_utf8_write(cp, again) != size) return at;
    at += size;
  }
  return len;
}

static void all_ways_agree_on_damaged_text(void **state) {
  uint64_t random = 11;
  (void)state;
  for (int round = 0; round < 60000; round++) {
    char text[300];
    size_t len = random_text(&random, text, random_below(&random, 300) + 1);
    for (uint32_t n = random_below(&random, 3); n > 0 && len > 0; n--)
      text[random_below(&random, (uint32_t)len)] =
          (char)random_below(&random, 256);
    if (random_below(&random, 2) && len > 0) len--;
    size_t wanted = slow_check((const unsigned char *)text, len);
    if (gloss_utf8_check(text, len) != wanted ||
        gloss_utf8_check_plain(text, len) != wanted)
      fail_msg("round %d: %zu and %zu instead of %zu", round,
               gloss_utf8_check(text, len), gloss_utf8_check_plain(text, len),
               wanted);
  }
}

static void many_triples_of_bytes(void **state) {
  unsigned char text[64];
  (void)state;
  memset(text, 'a', sizeof text);
  for (unsigned n = 0; n < 1u << 24; n += 5) {
    text[30] = (unsigned char)(n >> 16);
    text[31] = (unsigned char)(n >> 8);
    text[32] = (unsigned char)n;
    size_t wanted = slow_check(text, 64);
    assert_true(gloss_utf8_check((char *)text, 64) == wanted);
    assert_true(gloss_utf8_check_plain((char *)text, 64) == wanted);
  }
}

static void code_points_are_read_back(void **state) {
  char text[4];
  size_t next;
  (void)state;
  for (uint32_t cp = 0; cp < 0x110000; cp++) {
    if (cp == 0xD800) cp = 0xE000;
    size_t len = gloss_utf8_write(cp, text);
    assert_int_equal(gloss_utf8_next(text, 0, &next), cp);
    assert_int_equal(next, len);
    assert_int_equal(gloss_utf8_before(text, len), 0);
    assert_int_equal(gloss_utf8_check(text, len), len);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(known_cases_are_judged_and_mended),
    cmocka_unit_test(the_place_does_not_matter),
    cmocka_unit_test(all_ways_agree_on_damaged_text),
    cmocka_unit_test(many_triples_of_bytes),
    cmocka_unit_test(code_points_are_read_back),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* units_test.c - units of text, found by blocks and one by one: the same. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "cases.h"
#include "dict/units.h"

static const char *const pieces[] = {
  "a", "A", "the", "York", "fourteen", "fifteen letters", "12", "x1", "1984",
  ".", ",", "-", "'", "`", "@", "[", "\"", " ", " ", " ", "  ", "\n", "\n\n",
  "\r\n", "\t", "\f", "internationalisation", "\x01"
};
static const char *const wide[] = {
  "\xE2\x80\x99", "\xE2\x80\x9C", "\xC3\xA9", "\xC2\xA0", "\xCC\x81",
  "\xD0\xB6", "\xE5\x8C\x97", "\xC2\xAD", "\xE2\x80\xA8", "\xCA\xBC"
};

/* Text in memory of just its size; every `rare`-th piece is not ASCII. */
static char *random_text(unsigned count, unsigned rare, size_t *len) {
  static char room[8192];
  char *text;
  *len = 0;
  for (unsigned i = 0; i < count; i++) {
    const char *piece =
        case_random(rare) == 0
            ? wide[case_random(sizeof wide / sizeof *wide)]
            : pieces[case_random(sizeof pieces / sizeof *pieces)];
    memcpy(room + *len, piece, strlen(piece));
    *len += strlen(piece);
  }
  text = malloc(*len + (*len == 0));
  assert_non_null(text);
  memcpy(text, room, *len);
  return text;
}

static size_t find_none(const gloss_unit_scanner *scanner, gloss_units *units,
                        size_t end) {
  (void)scanner, (void)units, (void)end;
  return 0;
}

static void read_units(gloss_units *units, const char *text, size_t len,
                       const gloss_span *mask, gloss_unit_find *find) {
  gloss_unit_scanner scanner;
  units->count = 0;
  gloss_units_start(&scanner, text, len, mask, mask->end > 0, NULL);
  scanner.find = find;
  assert_false(gloss_units_fill(&scanner, units));
}

static void compare(const char *text, const gloss_units *a,
                    const gloss_units *b) {
  assert_int_equal(a->count, b->count);
  for (size_t i = 0; i < a->count; i++) {
    uint64_t head = gloss_unit_head_of(a, text, i);
    unsigned kept = ~(unsigned)(GLOSS_UNIT_WHOLE | GLOSS_UNIT_UPPER);
    assert_int_equal(a->starts[i], b->starts[i]);
    assert_int_equal(a->ends[i], b->ends[i]);
    assert_int_equal(head, b->heads[i]);
    assert_int_equal(gloss_unit_hash(a, text, i), b->hashes[i]);
    assert_int_equal(gloss_unit_hash_of(a, text, i, head), b->hashes[i]);
    assert_int_equal(gloss_unit_upper(a, text, i),
                     gloss_unit_upper(b, text, i));
    assert_int_equal(gloss_unit_flags(a, text, i) & kept, b->flags[i] & kept);
    if (i == 0) continue;
    assert_int_equal(gloss_unit_joined(a, text, i),
                     (b->flags[i] & GLOSS_UNIT_JOINED) != 0);
    assert_int_equal(gloss_unit_gap(a, text, i),
                     b->flags[i] & (GLOSS_UNIT_SPACE | GLOSS_UNIT_BREAK));
  }
}

/* Megabytes without a unit are looked at once, not from each byte to the end:
** that would take hours. */
static void test_gaps(void **unused) {
  static gloss_units units;
  const char blanks[] = " \n\t\r\f";
  const size_t len = (size_t)8 << 20;
  char *text = malloc(len);
  const gloss_span none = { 0, 0 };
  (void)unused;
  assert_non_null(text);
  for (size_t kind = 0; kind < sizeof blanks - 1; kind++) {
    memset(text, blanks[kind], len);
    read_units(&units, text, len, &none, gloss_unit_find_best());
    assert_int_equal(units.count, 0);
    memcpy(text + len - 4, "\xC3\xA9 x", 4);
    read_units(&units, text, len, &none, gloss_unit_find_best());
    assert_int_equal(units.count, 2);
    assert_int_equal(units.starts[0], len - 4);
  }
  free(text);
}

static void test_blocks(void **unused) {
  static gloss_units by_blocks, one_by_one;
  (void)unused;
  for (unsigned round = 0; round < 20000; round++) {
    gloss_span mask = { 0, 0 };
    size_t len;
    char *text;
    case_seed = round + 1;
    text = random_text(case_random(150), 1 + case_random(60), &len);
    if (round % 3 == 0 && len > 0) {
      mask.start = case_random((uint32_t)len);
      while (mask.start > 0 && (text[mask.start] & 0xC0) == 0x80) mask.start--;
      mask.end = mask.start + 1;
      while (mask.end < len && (text[mask.end] & 0xC0) == 0x80) mask.end++;
    }
    read_units(&by_blocks, text, len, &mask,
               round % 2 ? gloss_unit_find_plain : gloss_unit_find_best());
    read_units(&one_by_one, text, len, &mask, find_none);
    compare(text, &by_blocks, &one_by_one);
    free(text);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = { cmocka_unit_test(test_blocks),
                                      cmocka_unit_test(test_gaps) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

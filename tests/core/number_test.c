/* number_test.c - numbers that somebody wrote. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "base/number.h"

static const struct {
  const char *text;
  double number;
} good[] = {
  { "0", 0 }, { "12", 12 }, { "-0.5", -0.5 }, { "+3.25", 3.25 }, { ".5", 0.5 },
  { "5.", 5 }, { "1e3", 1000 }, { "2.5E-1", 0.25 }, { "12.5e+2", 1250 },
  { "0.1", 0.1 }, { "123456789.123456789", 123456789.123456789 },
  { "1e-400", 0 }, { "1e99999999", 1.0 / 0.0 },
};

static const char *const bad[] = {
  "", "-", ".", "+.", "1,5", "1 ", " 1", "0x1F", "inf", "nan", "1e", "1e+",
  "1.2.3", "1e5x", "e5", "1\xC2\xA0", "1234567890123456789012345678901234567890"
};

static void test_numbers(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
    gloss_slice text = { good[i].text, strlen(good[i].text) };
    double number = -1;
    if (!gloss_read_number(text, &number) || number > good[i].number ||
        number < good[i].number)
      fail_msg("\"%s\" is read as %.17g", good[i].text, number);
  }
}

static void test_none(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    gloss_slice text = { bad[i], strlen(bad[i]) };
    double number;
    if (gloss_read_number(text, &number))
      fail_msg("\"%s\" is read as %.17g", bad[i], number);
  }
}

static void test_fifteen_digits(void **state) {
  static const struct { double number, told; } cases[] = {
    { 0.1 + 0.2, 0.3 }, { 3, 3 }, { 2.5, 2.5 }, { 1.0 / 3, 0.333333333333333 },
    { 1e300, 1e300 }, { -1.1 * 1.1, -1.21 }, { 1234567.1 * 3, 3703701.3 }
  };
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    assert_true(gloss_fifteen_digits(cases[i].number) == cases[i].told);
}

int main(void) {
  const struct CMUnitTest tests[] = { cmocka_unit_test(test_numbers),
                                      cmocka_unit_test(test_none),
                                      cmocka_unit_test(test_fifteen_digits) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

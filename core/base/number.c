/* number.c - a number that somebody wrote, read whole. */
#include "base/number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_BYTES = 39, MOST_EXPONENT = 9999 };

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Reads the digits of an exponent from `at` on, up to the end. */
static bool read_exponent(gloss_slice text, size_t at, int *exponent) {
  bool minus = at < text.len && text.bytes[at] == '-';
  int value = 0;
  if (at < text.len && (minus || text.bytes[at] == '+')) at++;
  if (at == text.len) return false;
  for (; at < text.len; at++) {
    if (!is_digit(text.bytes[at])) return false;
    if (value < MOST_EXPONENT) value = value * 10 + (text.bytes[at] - '0');
  }
  *exponent += minus ? -value : value;
  return true;
}

/* The C library reads it without a point, for which byte that is depends on the
** locale: 12.5 as 125e-1. */
bool gloss_read_number(gloss_slice text, double *number) {
  char digits[MOST_BYTES + 16];
  size_t i = 0, len = 0, signs;
  int exponent = 0;
  bool point = false;
  if (text.len == 0 || text.len > MOST_BYTES) return false;
  if (text.bytes[0] == '-' || text.bytes[0] == '+')
    digits[len++] = text.bytes[i++];
  signs = len;
  for (; i < text.len && (is_digit(text.bytes[i]) ||
                          (text.bytes[i] == '.' && !point)); i++) {
    if (text.bytes[i] == '.') {
      point = true;
    } else {
      digits[len++] = text.bytes[i];
      exponent -= point;
    }
  }
  if (len == signs) return false;
  if (i < text.len && (text.bytes[i] | 0x20) == 'e') {
    if (!read_exponent(text, i + 1, &exponent)) return false;
  } else if (i < text.len) {
    return false;
  }
  snprintf(digits + len, sizeof digits - len, "e%d", exponent);
  *number = strtod(digits, NULL);
  return true;
}

double gloss_fifteen_digits(double number) {
  char text[40];
  if (number == floor(number) && fabs(number) < 9.2e18) return number;
  /* with few decimals it is one of fifteen digits already */
  if (fabs(number) < 1e6 && round(number * 1e6) / 1e6 == number) return number;
  snprintf(text, sizeof text, "%.15g", number); /* read as it was written */
  return strtod(text, NULL);
}

/* number.c - a number that somebody wrote, read whole. */
#include "base/number.h"

#include <stdlib.h>
#include <string.h>

bool gloss_read_number(gloss_slice text, double *number) {
  char digits[40], *end;
  if (text.len == 0 || text.len >= sizeof digits) return false;
  memcpy(digits, text.bytes, text.len);
  digits[text.len] = '\0';
  *number = strtod(digits, &end);
  return end != digits && *end == '\0';
}

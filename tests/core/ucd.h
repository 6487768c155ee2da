/* ucd.h - the files of the Unicode Character Database, for tests.
**
** They come with the package unicode-data, version 15.0.0. A missing file or
** another version is a failed test, never a skipped one. Includes cmocka.h, so
** a test includes this alone. */
#ifndef TESTS_UCD_H
#define TESTS_UCD_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "unicode/utf8.h"

#define UCD_DIRECTORY "/usr/share/unicode/"
#define UCD_VERSION "-15.0.0.txt"

/* Opens a file of the database; fails the test if it is not the right one. */
static inline FILE *ucd_open(const char *name) {
  char path[256], line[256];
  FILE *file;
  snprintf(path, sizeof path, UCD_DIRECTORY "%s", name);
  file = fopen(path, "rb");
  if (file == NULL)
    fail_msg("%s is missing: install the package unicode-data", path);
  if (fgets(line, sizeof line, file) == NULL || !strstr(line, UCD_VERSION))
    fail_msg("%s is not of Unicode 15.0.0", path);
  return file;
}

/* A case of a break test: the text, and whether there is a boundary before
** each byte of it, and behind the last. */
typedef struct ucd_case {
  char text[512];
  bool boundary[513];
  size_t len;
} ucd_case;

/* Reads "÷ 0061 × 0308 ÷ # ..."; false at the end of the file. */
static inline bool ucd_next_case(FILE *file, ucd_case *c) {
  static const char division[] = "\xC3\xB7", multiplication[] = "\xC3\x97";
  char line[4096], *word;
  do {
    if (fgets(line, sizeof line, file) == NULL) return false;
  } while (strncmp(line, division, 2) != 0);
  memset(c, 0, sizeof *c);
  line[strcspn(line, "#")] = '\0';
  for (word = strtok(line, " \t\r\n"); word; word = strtok(NULL, " \t\r\n")) {
    if (strcmp(word, division) == 0) {
      c->boundary[c->len] = true;
    } else if (strcmp(word, multiplication) != 0) {
      uint32_t cp = (uint32_t)strtoul(word, NULL, 16);
      assert_true(cp < 0xD800 || cp > 0xDFFF);
      c->len += gloss_utf8_write(cp, c->text + c->len);
      assert_true(c->len < sizeof c->text - 4);
    }
  }
  return true;
}

/* Shows a case with a bar at each boundary: "U+0061 | U+0308". */
static inline const char *ucd_show(const char *text, size_t len,
                                   const bool *boundary) {
  static char out[8192];
  size_t n = 0, at = 0;
  while (at < len && n < sizeof out - 32) {
    if (boundary[at]) n += (size_t)snprintf(out + n, sizeof out - n, "| ");
    n += (size_t)snprintf(out + n, sizeof out - n, "U+%04X ",
                          (unsigned)gloss_utf8_next(text, at, &at));
  }
  if (boundary[len]) snprintf(out + n, sizeof out - n, "|");
  return out;
}

/* xorshift64*: the same numbers on every machine. */
static inline uint64_t random_next(uint64_t *state) {
  *state ^= *state >> 12;
  *state ^= *state << 25;
  *state ^= *state >> 27;
  return *state * 0x2545F4914F6CDD1Du;
}
static inline uint32_t random_below(uint64_t *state, uint32_t bound) {
  return (uint32_t)(random_next(state) >> 33) % bound;
}

/* A code point that is not a surrogate, all planes; often one of the few that
** rules are about. */
static inline uint32_t random_code_point(uint64_t *state) {
  static const uint32_t special[] = {
    'a', 'B', '1', '_', '\'', '"', '.', ',', ':', ';', '!', '?', ' ', ' ',
    '\r', '\n', '\t', '(', ')', '-', 0x00AD, 0x00B7, 0x00C9, 0x00E9, 0x0085,
    0x00A0, 0x0300, 0x0301, 0x0345, 0x03B1, 0x0430, 0x05D0, 0x05D1, 0x05F3,
    0x05F4, 0x0628, 0x064E, 0x060C, 0x061F, 0x0660, 0x066B, 0x0915, 0x093F,
    0x094D, 0x0964, 0x0E01, 0x0E31, 0x1100, 0x1161, 0x11A8, 0x200B, 0x200D,
    0x200E, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2024, 0x2026, 0x2028,
    0x2029, 0x202F, 0x203C, 0x203F, 0x2060, 0x2764, 0x3000, 0x3001, 0x3002,
    0x3031, 0x3042, 0x30A2, 0x30FC, 0x4E2D, 0xAC00, 0xFE0F, 0xFE52, 0xFEFF,
    0xFF07, 0xFF0E, 0xFF10, 0xFF9E, 0x1D7CE, 0x1F1E6, 0x1F1E7, 0x1F3FB,
    0x1F600, 0x1F9D1, 0xE0041,
  };
  uint32_t cp;
  switch (random_below(state, 8)) {
    case 0: cp = random_below(state, 0x110000); break;
    case 1: cp = random_below(state, 0x3000); break;
    case 2: cp = 0x20 + random_below(state, 0x5F); break;
    default:
      cp = special[random_below(state, sizeof special / sizeof *special)];
  }
  return cp >= 0xD800 && cp <= 0xDFFF ? 0x10FFFF : cp;
}

/* Fills `text` with at most `room` bytes of them; how many. */
static inline size_t random_text(uint64_t *state, char *text, size_t room) {
  size_t len = 0;
  while (room - len >= 4)
    len += gloss_utf8_write(random_code_point(state), text + len);
  return len;
}

#endif

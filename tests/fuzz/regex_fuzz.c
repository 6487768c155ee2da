/* regex_fuzz.c - any bytes as a regular expression, and behind a NUL as a text.
**
** The first byte gives flags. Wherever an expression matches, the scanner of
** its first bytes must stop; alternatives that never match, put around it, keep
** the scanner out of the search itself. */
#include "gloss.h"
#include "match/regex_prefix.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(int ok) {
  if (!ok) abort();
}

enum { LONGEST = 400 };
#define NEVER "(?!)"

/* \K and a verb move the beginning of a match; \G asks where it began. */
static bool is_plain(const char *pattern, size_t len) {
  for (size_t i = 0; i + 1 < len; i++)
    if ((pattern[i] == '\\' && strchr("KGQE", pattern[i + 1]) != NULL) ||
        (pattern[i] == '(' && pattern[i + 1] == '*'))
      return false;
  return true;
}

static gloss_regex *unfiltered(const char *pattern, size_t len,
                               unsigned flags) {
  char wrapped[LONGEST + 40] = NEVER "|(?:";
  size_t at = strlen(wrapped);
  memcpy(wrapped + at, pattern, len);
  /* A line break, so that no comment hides the bracket. */
  strcpy(wrapped + at + len,
         flags & GLOSS_REGEX_EXTENDED ? "\n)|" NEVER : ")|" NEVER);
  return gloss_regex_new(wrapped, strlen(wrapped), flags, NULL);
}

static void compare(const gloss_scanner *scanner, const gloss_regex *regex,
                    const char *text, size_t len) {
  gloss_regex_scratch *scratch = gloss_regex_scratch_new(regex, NULL);
  gloss_span groups[GLOSS_MAX_GROUPS];
  size_t at = 0;
  must(scratch != NULL);
  while (gloss_regex_find(regex, scratch, text, len, at, groups, NULL) == 1) {
    must(groups[0].end > groups[0].start); /* an empty match has no prefix */
    must(gloss_scanner_next(scanner, text, len, groups[0].start) ==
         groups[0].start);
    at = groups[0].end;
  }
  gloss_regex_scratch_free(scratch);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  const char *pattern = (const char *)data + 1, *text;
  size_t len, text_len;
  gloss_regex *regex, *bare;
  gloss_scanner *scanner;
  unsigned flags;
  if (size < 2 || memchr(pattern, 0, size - 1) == NULL) return 0;
  flags = data[0] & 31;
  len = strlen(pattern);
  text = pattern + len + 1;
  text_len = size - len - 2;
  if (len > LONGEST || !is_plain(pattern, len) ||
      gloss_utf8_check(text, text_len) < text_len ||
      gloss_utf8_check(pattern, len) < len)
    return 0;
  regex = gloss_regex_new(pattern, len, flags, NULL);
  bare = regex != NULL ? unfiltered(pattern, len, flags) : NULL;
  scanner = bare != NULL ? gloss_scanner_new(pattern, len, flags) : NULL;
  if (scanner != NULL) compare(scanner, bare, text, text_len);
  gloss_scanner_free(scanner);
  gloss_regex_free(bare);
  gloss_regex_free(regex);
  return 0;
}

/* error.c - filling a gloss_error. */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

static const char *const names[] = {
    [GLOSS_OK] = "ok",
    [GLOSS_NO_MEMORY] = "no_memory",
    [GLOSS_BAD_UTF8] = "bad_utf8",
    [GLOSS_TOO_LARGE] = "too_large",
    [GLOSS_BAD_ARGUMENT] = "bad_argument",
    [GLOSS_BAD_LANGUAGE] = "bad_language",
    [GLOSS_BAD_ENTRY] = "bad_entry",
    [GLOSS_BAD_DICT] = "bad_dict",
    [GLOSS_BAD_REGEX] = "bad_regex",
    [GLOSS_LIMIT] = "limit",
    [GLOSS_TOO_LATE] = "too_late",
    [GLOSS_BAD_PATTERN] = "bad_pattern",
};

const char *gloss_code_name(gloss_code code) {
  size_t i = (size_t)code;
  return i < sizeof names / sizeof *names ? names[i] : "unknown";
}

bool gloss_fail(gloss_error *err, gloss_code code, size_t offset,
                const char *format, ...) {
  va_list args;
  if (err == NULL) return false;
  err->code = code;
  err->offset = offset;
  va_start(args, format);
  vsnprintf(err->message, sizeof err->message, format, args);
  va_end(args);
  return false;
}

bool gloss_no_memory(gloss_error *err) {
  return gloss_fail(err, GLOSS_NO_MEMORY, 0, "out of memory");
}

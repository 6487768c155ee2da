/* regex.c - regular expressions: the one door to PCRE2. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "gloss.h"
#include "match/regex_prefix.h"

/* What one call of find may do, so that no pattern hangs a run: calls of the
** matcher's inner function, its depth, and KiB of heap (docs/regex.md). */
enum { MATCH_LIMIT = 2000000, DEPTH_LIMIT = 20000, HEAP_LIMIT = 64 * 1024 };
enum { STACK_START = 32 * 1024, STACK_MAX = 1024 * 1024 };

enum { SOURCE_SHOWN = 80 };

/* An expression as PCRE2 has it, and whether as machine code. */
typedef struct program {
  pcre2_code *code;
  bool jit;
} program;

struct gloss_regex {
  program all;
  /* Where few bytes can begin a match these are sought, and `anchored` is
  ** tried at each. NULL: no such filter. */
  gloss_scanner *scanner;
  program anchored;
  char source[SOURCE_SHOWN + 1]; /* for messages, cut */
  size_t groups; /* with the whole match */
  const char *names[GLOSS_MAX_GROUPS];
};

struct gloss_regex_scratch {
  pcre2_match_data *data;
  pcre2_match_context *context;
  pcre2_jit_stack *stack;
};

static const struct {
  unsigned flag;
  uint32_t option;
} options[] = {
    {GLOSS_REGEX_CASELESS, PCRE2_CASELESS},
    {GLOSS_REGEX_UCP, PCRE2_UCP},
    {GLOSS_REGEX_MULTILINE, PCRE2_MULTILINE},
    {GLOSS_REGEX_DOTALL, PCRE2_DOTALL},
    {GLOSS_REGEX_EXTENDED, PCRE2_EXTENDED},
    {GLOSS_REGEX_WHOLE, PCRE2_ANCHORED | PCRE2_ENDANCHORED},
};

static uint32_t compile_options(unsigned flags) {
  uint32_t all = PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C;
  for (size_t i = 0; i < sizeof options / sizeof *options; i++)
    if (flags & options[i].flag) all |= options[i].option;
  return all;
}

static pcre2_code *compile(const char *pattern, size_t len, unsigned flags,
                           gloss_error *err) {
  int code;
  PCRE2_SIZE offset;
  char message[200];
  pcre2_code *re = pcre2_compile((PCRE2_SPTR)pattern, len,
                                 compile_options(flags), &code, &offset, NULL);
  if (re != NULL) return re;
  if (code == PCRE2_ERROR_NOMEMORY || code == 121) {
    gloss_no_memory(err);
    return NULL;
  }
  pcre2_get_error_message(code, (PCRE2_UCHAR *)message, sizeof message);
  gloss_fail(err, GLOSS_BAD_REGEX, offset, "%s", message);
  return NULL;
}

/* To machine code; without it PCRE2 is slower. */
static void translate(program *p) {
  p->jit = pcre2_jit_compile(p->code, PCRE2_JIT_COMPLETE) == 0;
}

/* Without memory there is no filter, and all is found the same. PCRE2's own
** looking ahead for what must come would be paid at each place. */
static void make_filter(gloss_regex *regex, const char *pattern, size_t len,
                        unsigned flags) {
  int code;
  PCRE2_SIZE offset;
  if (flags & GLOSS_REGEX_WHOLE) return;
  regex->scanner = gloss_scanner_new(pattern, len, flags);
  if (regex->scanner == NULL) return;
  regex->anchored.code = pcre2_compile((PCRE2_SPTR)pattern, len,
                                       compile_options(flags) |
                                           PCRE2_ANCHORED |
                                           PCRE2_NO_START_OPTIMIZE,
                                       &code, &offset, NULL);
  if (regex->anchored.code != NULL) translate(&regex->anchored);
}

/* The pattern as messages show it, cut between two characters. */
static void keep_source(gloss_regex *regex, const char *pattern, size_t len) {
  size_t shown = len < SOURCE_SHOWN ? len : SOURCE_SHOWN;
  while (shown < len && shown > 0 &&
         ((unsigned char)pattern[shown] & 0xC0) == 0x80)
    shown--;
  memcpy(regex->source, pattern, shown);
}

/* Fills names[group] from PCRE2's table: two bytes of number, then the name. */
static void read_names(gloss_regex *regex) {
  uint32_t count = 0, size = 0;
  PCRE2_SPTR table = NULL;
  pcre2_pattern_info(regex->all.code, PCRE2_INFO_NAMECOUNT, &count);
  pcre2_pattern_info(regex->all.code, PCRE2_INFO_NAMEENTRYSIZE, &size);
  pcre2_pattern_info(regex->all.code, PCRE2_INFO_NAMETABLE, &table);
  for (uint32_t i = 0; i < count; i++, table += size)
    regex->names[((size_t)table[0] << 8) | table[1]] = (const char *)table + 2;
}

gloss_regex *gloss_regex_new(const char *pattern, size_t len, unsigned flags,
                             gloss_error *err) {
  uint32_t captures = 0;
  gloss_regex *regex = calloc(1, sizeof *regex);
  if (regex == NULL) {
    gloss_no_memory(err);
    return NULL;
  }
  regex->all.code = compile(pattern, len, flags, err);
  if (regex->all.code == NULL) {
    free(regex);
    return NULL;
  }
  pcre2_pattern_info(regex->all.code, PCRE2_INFO_CAPTURECOUNT, &captures);
  regex->groups = (size_t)captures + 1;
  if (regex->groups > GLOSS_MAX_GROUPS) {
    gloss_regex_free(regex);
    gloss_fail(err, GLOSS_BAD_REGEX, 0, "a pattern has at most %d groups",
               GLOSS_MAX_GROUPS - 1);
    return NULL;
  }
  read_names(regex);
  keep_source(regex, pattern, len);
  make_filter(regex, pattern, len, flags);
  translate(&regex->all);
  return regex;
}

void gloss_regex_free(gloss_regex *regex) {
  if (regex == NULL) return;
  pcre2_code_free(regex->all.code);
  pcre2_code_free(regex->anchored.code);
  gloss_scanner_free(regex->scanner);
  free(regex);
}

size_t gloss_regex_group_count(const gloss_regex *regex) {
  return regex->groups;
}

const char *gloss_regex_group_name(const gloss_regex *regex, size_t group) {
  return group < regex->groups ? regex->names[group] : NULL;
}

gloss_regex_scratch *gloss_regex_scratch_new(const gloss_regex *regex,
                                             gloss_error *err) {
  gloss_regex_scratch *s = calloc(1, sizeof *s);
  if (s != NULL) {
    s->data = pcre2_match_data_create_from_pattern(regex->all.code, NULL);
    s->context = pcre2_match_context_create(NULL);
    s->stack = pcre2_jit_stack_create(STACK_START, STACK_MAX, NULL);
  }
  if (s == NULL || s->data == NULL || s->context == NULL || s->stack == NULL) {
    gloss_regex_scratch_free(s);
    gloss_no_memory(err);
    return NULL;
  }
  pcre2_set_match_limit(s->context, MATCH_LIMIT);
  pcre2_set_depth_limit(s->context, DEPTH_LIMIT);
  pcre2_set_heap_limit(s->context, HEAP_LIMIT);
  pcre2_jit_stack_assign(s->context, NULL, s->stack);
  return s;
}

void gloss_regex_scratch_free(gloss_regex_scratch *scratch) {
  if (scratch == NULL) return;
  pcre2_match_data_free(scratch->data);
  pcre2_match_context_free(scratch->context);
  pcre2_jit_stack_free(scratch->stack);
  free(scratch);
}

static int failed(const gloss_regex *regex, int code, size_t from,
                  gloss_error *err) {
  char message[200];
  if (code == PCRE2_ERROR_NOMATCH) return 0;
  if (code == PCRE2_ERROR_NOMEMORY) {
    gloss_no_memory(err);
    return -1;
  }
  pcre2_get_error_message(code, (PCRE2_UCHAR *)message, sizeof message);
  gloss_fail(err, GLOSS_LIMIT, from, "%.120s in /%s/", message,
             regex->source);
  return -1;
}

static int run(const program *p, gloss_regex_scratch *s, const char *text,
               size_t len, size_t from) {
  PCRE2_SPTR subject = (PCRE2_SPTR)text;
  return p->jit ? pcre2_jit_match(p->code, subject, len, from,
                                  PCRE2_NO_UTF_CHECK, s->data, s->context)
                : pcre2_match(p->code, subject, len, from, PCRE2_NO_UTF_CHECK,
                              s->data, s->context);
}

/* Tries the places where a match may begin, one after the other; where there
** are many of them, PCRE2 goes faster alone. */
static int filtered(const gloss_regex *regex, gloss_regex_scratch *scratch,
                    const char *text, size_t len, size_t from) {
  size_t tried = 0, at = gloss_scanner_next(regex->scanner, text, len, from);
  for (; at < len; at = gloss_scanner_next(regex->scanner, text, len, at + 1)) {
    int code;
    if (++tried > 64 + (at - from) / 12)
      return run(&regex->all, scratch, text, len, at);
    code = run(&regex->anchored, scratch, text, len, at);
    if (code != PCRE2_ERROR_NOMATCH) return code;
  }
  return PCRE2_ERROR_NOMATCH;
}

int gloss_regex_find(const gloss_regex *regex, gloss_regex_scratch *scratch,
                     const char *text, size_t len, size_t from,
                     gloss_span *groups, gloss_error *err) {
  const PCRE2_SIZE *pairs = pcre2_get_ovector_pointer(scratch->data);
  int code;
  if (len > GLOSS_MAX_TEXT || from > len) {
    gloss_fail(err, GLOSS_BAD_ARGUMENT, from, "a search outside the text");
    return -1;
  }
  code = regex->anchored.code != NULL
             ? filtered(regex, scratch, text, len, from)
             : run(&regex->all, scratch, text, len, from);
  if (code < 0) return failed(regex, code, from, err);
  for (size_t i = 0; i < regex->groups; i++) {
    bool set = i < (size_t)code && pairs[2 * i] != PCRE2_UNSET &&
               pairs[2 * i] <= pairs[2 * i + 1];
    groups[i] = set ? (gloss_span){(uint32_t)pairs[2 * i],
                                   (uint32_t)pairs[2 * i + 1]}
                    : (gloss_span){UINT32_MAX, UINT32_MAX};
  }
  return 1;
}

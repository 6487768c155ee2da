/* dict_cases.h - small dictionaries from one string, for the tests of dict. */
#ifndef DICT_CASES_H
#define DICT_CASES_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "dict/matcher.h"
#include "gloss.h"

static inline gloss_slice slice_of(const char *s) {
  return (gloss_slice){ s, strlen(s) };
}

/* One alias of a case: signs, then the alias. = exact  ~ fold  ^ accents count
** + inside  ! exclude for all  @ exclude for the entity of the next sign's
** digit  % an edit, twice: two. Digits before a colon give the entity:
** "2:Paris". */
static inline bool add_case_alias(gloss_dict_builder *b, const char *at,
                                  size_t len) {
  gloss_alias_options o = { .valid = GLOSS_ALWAYS };
  bool exclude = false, own = false;
  char id[16] = "e0";
  int64_t entity;
  for (; len > 0 && strchr("=~^+!@%", *at) != NULL; at++, len--) {
    if (*at == '=') o.letter_case = GLOSS_EXACT;
    if (*at == '~') o.letter_case = GLOSS_FOLDED;
    if (*at == '^') o.accents = true;
    if (*at == '+') o.inside = true;
    if (*at == '%') o.fuzzy++;
    if (*at == '!') exclude = true;
    if (*at == '@') exclude = own = true;
  }
  if (len > 2 && at[1] == ':' && at[0] >= '0' && at[0] <= '9') {
    id[1] = at[0];
    at += 2;
    len -= 2;
  }
  if (exclude && !own)
    return gloss_dict_add_exclude(b, (gloss_slice){ at, len }, -1, NULL);
  entity = gloss_dict_builder_find(b, slice_of(id));
  if (entity < 0)
    entity = gloss_dict_add_entity(b, slice_of(id), slice_of("T"), slice_of(id),
                                   (gloss_period)GLOSS_ALWAYS, NULL);
  if (entity < 0) return false;
  if (exclude)
    return gloss_dict_add_exclude(b, (gloss_slice){ at, len }, entity, NULL);
  return gloss_dict_add_alias(b, entity, (gloss_slice){ at, len }, &o, NULL);
}

/* The compiled form of "alias|alias|..."; false where memory runs out. */
static inline bool build_case(const char *aliases, gloss_string *out) {
  gloss_dict_builder *b = gloss_dict_builder_new(NULL);
  bool ok = b != NULL;
  const char *at = aliases;
  *out = (gloss_string){ NULL, 0 };
  while (ok) {
    size_t len = strcspn(at, "|");
    if (len > 0) ok = add_case_alias(b, at, len);
    at += len;
    if (*at == '\0') break;
    at++;
  }
  ok = ok && gloss_dict_build(b, out, NULL);
  gloss_dict_builder_free(b);
  return ok;
}

/* Takes [ and ] out of a marked text; the masks are what { and } enclose. */
typedef struct plain_text {
  char text[4096];
  size_t len;
  gloss_span masks[8];
  size_t mask_count;
} plain_text;

static inline void unmark(const char *marked, size_t len, plain_text *out) {
  out->len = out->mask_count = 0;
  for (size_t i = 0; i < len; i++) {
    if (marked[i] == '{')
      out->masks[out->mask_count].start = (uint32_t)out->len;
    else if (marked[i] == '}')
      out->masks[out->mask_count++].end = (uint32_t)out->len;
    else if (marked[i] != '[' && marked[i] != ']')
      out->text[out->len++] = marked[i];
  }
}

#endif

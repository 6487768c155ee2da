/* pack.h - language packs for programs without Lua: a test, a benchmark.
**
** The packs are Lua tables; scripts/dev/pack_fields.lua, run by lua5.4 in the
** project's folder, turns one into the lines that are read here. */
#ifndef GLOSS_TESTS_PACK_H
#define GLOSS_TESTS_PACK_H

#include "gloss.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Adds the lines of an open pack. false: one is not accepted (and printed). */
static inline bool pack_read(gloss_language_builder *builder, FILE *lines) {
  char line[256];
  while (fgets(line, sizeof line, lines) != NULL) {
    char *item = strchr(line, '\t');
    gloss_error err;
    if (item == NULL) return false;
    *item++ = '\0';
    item[strcspn(item, "\n")] = '\0';
    if (!gloss_language_add(builder, line, item, strlen(item), &err)) {
      fprintf(stderr, "%s '%s': %s\n", line, item, err.message);
      return false;
    }
  }
  return true;
}

/* The language `code` ("en"); the caller's. NULL where that fails. */
static inline gloss_language *pack_load(const char *code) {
  char command[128];
  gloss_language_builder *builder =
      gloss_language_builder_new(code, NULL, NULL);
  gloss_language *language = NULL;
  FILE *lines;
  snprintf(command, sizeof command,
           "lua5.4 scripts/dev/pack_fields.lua scripts/gloss/languages/%s.lua",
           code);
  lines = popen(command, "r");
  if (builder != NULL && lines != NULL && pack_read(builder, lines))
    language = gloss_language_build(builder, NULL);
  if (lines != NULL && pclose(lines) != 0) {
    gloss_language_free(language);
    language = NULL;
  }
  gloss_language_builder_free(builder);
  return language;
}

#endif

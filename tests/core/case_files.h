/* case_files.h - runs the case files of every language: tests/data/KIND/CODE.txt,
** a text a line with a bar at each boundary. */
#ifndef GLOSS_TESTS_CASE_FILES_H
#define GLOSS_TESTS_CASE_FILES_H

#include "cases.h"
#include "pack.h"

enum { CASE_LINE = 4096 };

/* Writes the text with a bar at each boundary that the document has. */
typedef void case_marker(char *out, const char *text, gloss_doc *doc);

static inline void case_check_line(const gloss_language *language,
                                   const char *path, char *line,
                                   case_marker *mark) {
  char text[CASE_LINE], got[CASE_LINE * 2];
  gloss_options options = { language, NULL };
  size_t len = case_text(text, line);
  gloss_doc *doc = gloss_doc_new(text, len, &options, NULL);
  line[strcspn(line, "\n")] = '\0';
  assert_non_null(doc);
  mark(got, text, doc);
  if (strcmp(got, line) != 0)
    fail_msg("%s\nwant %s\ngot  %s", path, line, got);
  gloss_doc_free(doc);
}

static inline void case_check_languages(const char *kind, case_marker *mark) {
  for (size_t i = 0; i < LANGUAGE_CODES; i++) {
    char path[64], line[CASE_LINE];
    gloss_language *language = pack_load(language_codes[i]);
    FILE *file;
    int lines = 0;
    snprintf(path, sizeof path, "tests/data/%s/%s.txt", kind,
             language_codes[i]);
    file = fopen(path, "r");
    assert_non_null(language);
    assert_non_null(file);
    for (; fgets(line, sizeof line, file) != NULL; lines++)
      if (line[0] != '#') case_check_line(language, path, line, mark);
    assert_true(lines > 1);
    fclose(file);
    gloss_language_free(language);
  }
}

#endif

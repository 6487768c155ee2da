/* regex_bench.c - gloss_regex beside raw PCRE2 (UTF, UCP, JIT) for what dates
** and money look like.
**
**   regex_bench [FILE]
**
** Both search the same documents of about 12 KB from their beginning to their
** end, with the same expression. Rounds are interleaved; a figure is the median
** of five, in MB/s of CPU time. Without FILE the prose is composed. */
#include <time.h>

#include "bench_pcre2.h"
#include "gloss.h"

enum { ROUNDS = 5 };

#define MONTHS "(?:January|February|March|April|May|June|July|August|" \
               "September|October|November|December)"
static const struct {
  const char *name, *pattern;
} searches[] = {
  { "ISO date", "\\b\\d{4}-\\d{2}-\\d{2}\\b" },
  { "6 May 2025", "\\b\\d{1,2}\\s+" MONTHS "(?:,?\\s+\\d{4})?\\b" },
  { "May 6, 2025", "\\b" MONTHS "\\s+\\d{1,2}(?:,?\\s+\\d{4})?\\b" },
  { "clock", "\\b\\d{1,2}[:.]\\d{2}\\s?(?:am|pm|a\\.m\\.|p\\.m\\.)?" },
  { "$1.2bn", "[$\xE2\x82\xAC\xC2\xA3]\\s?\\d[\\d.,]*\\s?(?:bn|billion|m|"
              "million|k|thousand|trillion)?\\b" },
  { "1.2 million euros", "\\b\\d[\\d.,]*\\s+(?:million\\s+|billion\\s+)?"
                         "(?:dollars|euros|pounds|roubles)\\b" },
  { "percent", "\\b\\d+(?:[.,]\\d+)?\\s?(?:%|percent|per cent)" },
  { "weekday", "(?i)\\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b" },
};

static double run_gloss(const corpus *c, const gloss_regex *re,
                        gloss_regex_scratch *scratch, size_t *hits) {
  gloss_span groups[GLOSS_MAX_GROUPS];
  double start = now();
  *hits = 0;
  for (size_t i = 0; i < c->count; i++) {
    gloss_span d = c->documents[i];
    size_t at = 0;
    while (gloss_regex_find(re, scratch, c->text + d.start, d.end - d.start,
                            at, groups, NULL) == 1) {
      ++*hits;
      at = groups[0].end;
    }
  }
  return (double)c->len / 1e6 / (now() - start);
}

static void compare(const corpus *c, const char *name, const char *pattern) {
  pcre2_code *re = compile_pcre2(pattern);
  gloss_regex *regex = must(gloss_regex_new(pattern, strlen(pattern),
                                            GLOSS_REGEX_UCP, NULL));
  gloss_regex_scratch *scratch = must(gloss_regex_scratch_new(regex, NULL));
  double pcre2[ROUNDS], ours[ROUNDS];
  size_t hits, other;
  for (int i = 0; i < ROUNDS; i++) {
    pcre2[i] = run_pcre2(c, re, &other);
    ours[i] = run_gloss(c, regex, scratch, &hits);
  }
  if (hits != other) {
    fprintf(stderr, "regex_bench: %s: %zu matches, PCRE2 %zu\n", name, hits,
            other);
    exit(1);
  }
  printf("  %-18s %7zu %8.0f %8.0f   %5.1f\n", name, hits,
         median(pcre2, ROUNDS), median(ours, ROUNDS),
         median(ours, ROUNDS) / median(pcre2, ROUNDS));
  gloss_regex_scratch_free(scratch);
  gloss_regex_free(regex);
  pcre2_code_free(re);
}

int main(int argc, char **argv) {
  corpus c = { NULL, 0, NULL, 0 };
  if (argc > 1) read_file(&c, argv[1]);
  else compose(&c);
  cut(&c);
  printf("%.1f MB in %zu documents; MB/s\n  %-18s %7s %8s %8s   %5s\n",
         (double)c.len / 1e6, c.count, "", "hits", "PCRE2", "gloss", "ratio");
  for (size_t i = 0; i < sizeof searches / sizeof *searches; i++)
    compare(&c, searches[i].name, searches[i].pattern);
  free(c.text);
  free(c.documents);
  return 0;
}

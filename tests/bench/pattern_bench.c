/* pattern_bench.c - token patterns beside the same searches as PCRE2
** expressions (UTF, UCP, JIT) over the raw text, and sets of many patterns.
**
**   pattern_bench [FILE]
**
** The text is cut into documents of about 12 KB at line ends. Rounds are
** interleaved; a figure is the median of five, in MB/s of CPU time. `first` is
** the first pattern that a document sees, which numbers its words; `more` any
** pattern after it; `all` begins with the raw text: tokens, sentences and one
** pattern. Without FILE the prose is composed, the same on every machine. */
#include <time.h>

#include "../core/pack.h"
#include "bench_pcre2.h"

enum { ROUNDS = 5, OTHERS = 16 };

/* ---- The searches ---- */

static const struct {
  const char *name, *pattern, *regex;
} searches[] = {
  { "phrase", "prime minister", "(?i)\\bprime\\s+minister\\b" },
  { "title and name",
    "(president|minister|chairman|ambassador) [shape=/Xx?/ & kind=word]{1,3}",
    "\\b(?i:president|minister|chairman|ambassador)(?:\\s+\\p{Lu}\\w*){1,3}" },
  { "number and unit", "[kind=number] (percent|million|billion)",
    "\\b\\d[\\d.,]*\\s+(?i:percent|million|billion)\\b" },
  { "name said",
    "[shape=/Xx?/ & kind=word]{1,4} (said|told|announced)",
    "\\b\\p{Lu}\\w*(?:\\s+\\p{Lu}\\w*){0,3}\\s+(?i:said|told|announced)\\b" },
  { "gap", "talks []{0,5} (agreement|sanctions)",
    "(?i)\\btalks\\b(?:\\W+\\w+){0,5}\\W+(?:agreement|sanctions)\\b" },
};

static gloss_slice slice(const char *s) {
  return (gloss_slice){ s, strlen(s) };
}

static gloss_patterns *compile(const gloss_language *language,
                               const char *source) {
  gloss_error err;
  gloss_pattern_builder *b = must(gloss_pattern_builder_new(language, NULL));
  gloss_patterns *set;
  if (!gloss_pattern_add(b, slice(source), 0, &err)) {
    fprintf(stderr, "%s: %s\n", source, err.message);
    exit(1);
  }
  set = must(gloss_pattern_build(b, NULL));
  gloss_pattern_builder_free(b);
  return set;
}

/* Seconds for all documents, one after the other. */
typedef struct times {
  double first, more, all;
} times;

static size_t find(gloss_matcher *m, gloss_doc *doc) {
  const gloss_match *matches;
  size_t n;
  if (!gloss_matcher_find(m, doc, (gloss_span){ 0, UINT32_MAX }, 0, &matches,
                          &n, NULL))
    exit(1);
  return n;
}

/* Opens each document, and searches it: by one matcher, and then, as often as
** a script has other patterns, by another one of the same set. */
static times run_patterns(corpus *c, gloss_matcher *m, gloss_matcher *other,
                          const gloss_language *language,
                          gloss_workspace *workspace, size_t *hits) {
  gloss_options options = { language, workspace };
  times sum = { 0, 0, 0 };
  *hits = 0;
  for (size_t i = 0; i < c->count; i++) {
    gloss_span d = c->documents[i];
    double start = now(), opened, first, more;
    size_t n;
    gloss_doc *doc = must(gloss_doc_new(
        c->text + d.start, d.end - d.start, &options, NULL));
    gloss_doc_sentences(doc, &n, NULL);
    opened = now();
    *hits += find(m, doc);
    first = now();
    for (int k = 0; k < OTHERS; k++) find(other, doc);
    more = now();
    gloss_doc_free(doc);
    sum.all += first - start;
    sum.first += first - opened;
    sum.more += (more - first) / OTHERS;
  }
  return sum;
}

static void compare(corpus *c, const gloss_language *language,
                    const char *name, const char *pattern,
                    const char *regex) {
  pcre2_code *re = compile_pcre2(regex);
  gloss_patterns *set = compile(language, pattern);
  gloss_matcher *m = must(gloss_matcher_new(set, NULL));
  gloss_matcher *again = must(gloss_matcher_new(set, NULL));
  gloss_workspace *workspace = must(gloss_workspace_new(NULL));
  double pcre2[ROUNDS], first[ROUNDS], more[ROUNDS], all[ROUNDS];
  size_t hits, other;
  for (int i = 0; i < ROUNDS; i++) {
    times t;
    pcre2[i] = run_pcre2(c, re, &other);
    t = run_patterns(c, m, again, language, workspace, &hits);
    first[i] = (double)c->len / 1e6 / t.first;
    more[i] = (double)c->len / 1e6 / t.more;
    all[i] = (double)c->len / 1e6 / t.all;
  }
  printf("  %-16s %7zu %7zu %8.0f %8.0f %8.0f %8.0f   %5.1f %5.1f\n", name,
         hits, other, median(pcre2, ROUNDS), median(first, ROUNDS), median(more, ROUNDS), median(all, ROUNDS),
         median(first, ROUNDS) / median(pcre2, ROUNDS), median(more, ROUNDS) / median(pcre2, ROUNDS));
  gloss_matcher_free(m);
  gloss_matcher_free(again);
  gloss_patterns_free(set);
  gloss_workspace_free(workspace);
  pcre2_code_free(re);
}

/* ---- Sets ---- */

/* A word of at least five small letters out of the text, from anywhere, so
** that frequent ones come often. */
static void random_word(const corpus *c, char *out) {
  for (;;) {
    size_t at = below((uint32_t)c->len), len = 0;
    while (at > 0 && c->text[at - 1] >= 'a' && c->text[at - 1] <= 'z') at--;
    while (at + len < c->len && len < 40 && c->text[at + len] >= 'a' &&
           c->text[at + len] <= 'z')
      len++;
    if (len < 5) continue;
    memcpy(out, c->text + at, len);
    out[len] = '\0';
    return;
  }
}

/* A pattern of words of the text, in one of five forms. */
static void random_pattern(const corpus *c, char *out) {
  static const char *const forms[] = {
    "%s %s", "%s (%s | %s)", "%s []{0,3} %s", "%s? %s %s",
    "[folded=%s | folded=%s] [shape=Xx]"
  };
  char words[3][64];
  for (int i = 0; i < 3; i++) random_word(c, words[i]);
  switch (below(5)) {
    case 0: sprintf(out, forms[0], words[0], words[1]); break;
    case 1: sprintf(out, forms[1], words[0], words[1], words[2]); break;
    case 2: sprintf(out, forms[2], words[0], words[1]); break;
    case 3: sprintf(out, forms[3], words[0], words[1], words[2]); break;
    default: sprintf(out, forms[4], words[0], words[1]); break;
  }
}

static gloss_matcher *random_set(const corpus *c,
                                 const gloss_language *language, size_t size,
                                 gloss_patterns **set) {
  gloss_pattern_builder *b = must(gloss_pattern_builder_new(language, NULL));
  for (size_t i = 0; i < size;) { /* [folded=cannot] is refused: two tokens */
    char source[512];
    random_pattern(c, source);
    i += gloss_pattern_add(b, slice(source), 0, NULL);
  }
  *set = must(gloss_pattern_build(b, NULL));
  gloss_pattern_builder_free(b);
  return must(gloss_matcher_new(*set, NULL));
}

static void sets(corpus *c, const gloss_language *language) {
  static const size_t sizes[] = { 1, 10, 100, 1000, 10000 };
  double one = 0;
  printf("\nsets of patterns in one pass (first, more: MB/s; cost: beside one "
         "pattern)\n  %7s %8s %8s %8s %6s %6s %9s\n", "size", "hits", "first",
         "more", "cost", "cost", "build ms");
  for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
    gloss_workspace *workspace = must(gloss_workspace_new(NULL));
    double first[ROUNDS], more[ROUNDS], start = now(), built;
    static double one_first;
    size_t hits;
    gloss_patterns *set;
    gloss_matcher *m = random_set(c, language, sizes[i], &set), *again;
    built = now() - start;
    again = must(gloss_matcher_new(set, NULL));
    for (int k = 0; k < ROUNDS; k++) {
      times t = run_patterns(c, m, again, language, workspace, &hits);
      first[k] = (double)c->len / 1e6 / t.first;
      more[k] = (double)c->len / 1e6 / t.more;
    }
    if (i == 0) one = median(more, ROUNDS), one_first = median(first, ROUNDS);
    printf("  %7zu %8zu %8.0f %8.0f %6.1f %6.1f %9.1f\n", sizes[i], hits,
           median(first, ROUNDS), median(more, ROUNDS), one_first / median(first, ROUNDS),
           one / median(more, ROUNDS), built * 1e3);
    gloss_matcher_free(m);
    gloss_matcher_free(again);
    gloss_patterns_free(set);
    gloss_workspace_free(workspace);
  }
}

int main(int argc, char **argv) {
  gloss_language *language = must(pack_load("en"));
  corpus c = { NULL, 0, NULL, 0 };
  if (argc > 1) read_file(&c, argv[1]);
  else compose(&c);
  cut(&c);
  printf("%.1f MB in %zu documents; MB/s\n  %-16s %7s %7s %8s %8s %8s %8s   "
         "%5s %5s\n", (double)c.len / 1e6, c.count, "", "hits", "PCRE2's",
         "PCRE2", "first", "more", "all", "ratio", "ratio");
  for (size_t i = 0; i < sizeof searches / sizeof *searches; i++)
    compare(&c, language, searches[i].name, searches[i].pattern,
            searches[i].regex);
  sets(&c, language);
  free(c.text);
  free(c.documents);
  gloss_language_free(language);
  return 0;
}

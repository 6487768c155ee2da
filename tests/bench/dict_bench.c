/* dict_bench.c - finding a million names, beside Hyperscan's literal set.
**
** gloss does all of it (tokens, sentences, dictionary), Hyperscan only the
** search, on the same documents of about 3 KB in turns: medians and ratios of
** MB/s of one thread's time. usage: dict_bench [TEXT [ROUNDS [CACHE]]]. Names
** come from make_names.lua, sought as they are and folded. A TEXT of real prose
** is best; else some is composed of the names and of words. CACHE: a directory
** where Hyperscan's compiled sets are kept, since a million take a minute. At
** last what edits cost. Of a dictionary's bytes those are told apart that say
** what an entity is (id, type, name) and those with which names are found. */
#include "dict/format.h"
#include "gloss.h"

#include <hs/hs.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum { MAX_ROUNDS = 15, DOCUMENT = 3000 };

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static double peak_mb(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return (double)usage.ru_maxrss / 1024;
}

static void die(const char *why) {
  fprintf(stderr, "dict_bench: %s\n", why);
  exit(1);
}

static void *must(void *p) {
  if (p == NULL) die("out of memory");
  return p;
}

/* ---- Names and text ------------------------------------------------------ */

typedef struct lines {
  char *bytes;
  char **starts;
  size_t count, len;
} lines;

static char *read_stream(FILE *in, size_t *len) {
  size_t room = 1 << 20, n;
  char *bytes = must(malloc(room));
  *len = 0;
  while ((n = fread(bytes + *len, 1, room - *len - 1, in)) > 0) {
    *len += n;
    if (*len + 1 == room) bytes = must(realloc(bytes, room *= 2));
  }
  bytes[*len] = '\0';
  return bytes;
}

static lines read_names(size_t count, const char *text) {
  char command[1000];
  lines names = { NULL, must(calloc(count, sizeof(char *))), 0, 0 };
  FILE *in;
  snprintf(command, sizeof command,
           "lua5.4 tests/bench/make_names.lua %zu %s%s%s", count,
           text ? "'" : "", text ? text : "", text ? "'" : "");
  in = popen(command, "r");
  if (in == NULL) die("lua5.4 does not run");
  names.bytes = read_stream(in, &names.len);
  if (pclose(in) != 0) die("make_names.lua failed: see its first lines");
  for (char *at = names.bytes; *at != '\0' && names.count < count; at++) {
    names.starts[names.count++] = at;
    at = strchr(at, '\n');
    *at = '\0';
  }
  return names;
}

/* Prose of a kind: words of the names in small letters, and now and then a
** name as it is. */
static char *compose(const lines *names, size_t len) {
  char *text = must(malloc(len + 4000));
  uint64_t state = 7;
  size_t n = 0, words = 0;
  while (n < len) {
    const char *name;
    bool small;
    state = state * UINT64_C(6364136223846793005) + 1442695040888963407u;
    name = names->starts[(state >> 33) % names->count];
    small = state >> 20 & 15;
    for (; *name != '\0'; name++)
      text[n++] = small && *name >= 'A' && *name <= 'Z' ? (char)(*name | 32)
                                                          : *name;
    if (++words % 9 == 0) text[n++] = '.';
    text[n++] = words % 45 == 0 ? '\n' : ' ';
  }
  text[n] = '\0';
  return text;
}

static char *read_text(const char *path, const lines *names, size_t *len) {
  FILE *in;
  char *text;
  if (path == NULL) {
    text = compose(names, (size_t)20 << 20);
    *len = strlen(text);
    return text;
  }
  in = fopen(path, "rb");
  if (in == NULL) die("the text cannot be opened");
  text = read_stream(in, len);
  fclose(in);
  if (gloss_utf8_check(text, *len) != *len) die("the text is not UTF-8");
  return text;
}

/* The end of the document that starts at `at`: at a line's end. */
static size_t document_end(const char *text, size_t len, size_t at) {
  size_t end = at + DOCUMENT;
  const char *line;
  if (end >= len) return len;
  line = memchr(text + end, '\n', len - end);
  return line != NULL ? (size_t)(line + 1 - text) : len;
}

/* ---- The two ------------------------------------------------------------- */

typedef struct contest {
  const lines *names;
  size_t count;
  bool folded;
  uint8_t fuzzy; /* edits of every name */
  const char *text;
  size_t len;
  gloss_string bytes;
  gloss_dict *dict;
  hs_database_t *hs;
  hs_scratch_t *scratch;
  size_t hits, ends;
} contest;

/* The bytes of a dictionary that only say what its entities are. */
static size_t metadata_size(const gloss_string *bytes) {
  static const gloss_section sections[] = {
    GLOSS_SECTION_STRINGS, GLOSS_SECTION_ENTITIES, GLOSS_SECTION_FIELDS,
    GLOSS_SECTION_ROLES, GLOSS_SECTION_PERIODS, GLOSS_SECTION_FORMER
  };
  gloss_dict_header h;
  size_t size = 0;
  memcpy(&h, bytes->bytes, sizeof h);
  for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
    size += (size_t)h.sections[sections[i]].size;
  return size;
}

static void build_gloss(contest *c) {
  gloss_error err;
  gloss_dict_builder *b = must(gloss_dict_builder_new(NULL));
  gloss_alias_options options = {
    .letter_case = c->folded ? GLOSS_FOLDED : GLOSS_EXACT,
    .fuzzy = c->fuzzy, .valid = GLOSS_ALWAYS
  };
  double start = seconds(), built, before = peak_mb();
  for (size_t i = 0; i < c->count; i++) {
    char id[24];
    gloss_slice name = { c->names->starts[i], strlen(c->names->starts[i]) };
    int n = snprintf(id, sizeof id, "n:%08zu", i);
    int64_t e = gloss_dict_add_entity(b, (gloss_slice){ id, (size_t)n },
                                      (gloss_slice){ "NAME", 4 }, name,
                                      options.valid, &err);
    if (e < 0 || !gloss_dict_add_alias(b, e, name, &options, &err))
      die(err.message);
  }
  if (!gloss_dict_build(b, &c->bytes, &err)) die(err.message);
  gloss_dict_builder_free(b);
  built = seconds();
  c->dict = gloss_dict_open(c->bytes.bytes, c->bytes.len, false, &err);
  if (c->dict == NULL) die(err.message);
  printf("  gloss build %.2f s, +%.0f MB at the peak, open %.3f ms, %.1f MB = "
         "%.0f bytes a name, without its entity %.0f\n",
         built - start, peak_mb() - before, (seconds() - built) * 1e3,
         (double)c->bytes.len / 1e6, (double)c->bytes.len / (double)c->count,
         (double)(c->bytes.len - metadata_size(&c->bytes)) / (double)c->count);
}

static bool load_set(contest *c, const char *path) {
  FILE *in = path != NULL ? fopen(path, "rb") : NULL;
  size_t len;
  char *bytes;
  bool ok;
  if (in == NULL) return false;
  bytes = read_stream(in, &len);
  fclose(in);
  ok = hs_deserialize_database(bytes, len, &c->hs) == HS_SUCCESS;
  free(bytes);
  return ok;
}

static void save_set(const contest *c, const char *path) {
  char *bytes;
  size_t len;
  FILE *out = path != NULL ? fopen(path, "wb") : NULL;
  if (out == NULL) return;
  if (hs_serialize_database(c->hs, &bytes, &len) == HS_SUCCESS) {
    fwrite(bytes, 1, len, out);
    free(bytes);
  }
  fclose(out);
}

static void build_set(contest *c, const char *cache) {
  const char **names = must(calloc(c->count, sizeof *names));
  unsigned *flags = must(calloc(c->count, sizeof *flags));
  unsigned *ids = must(calloc(c->count, sizeof *ids));
  size_t *lens = must(calloc(c->count, sizeof *lens));
  hs_compile_error_t *why;
  char path[300];
  snprintf(path, sizeof path, "%s/names-%zu-%d.hs", cache ? cache : ".",
           c->count, c->folded);
  for (size_t i = 0; i < c->count; i++) {
    names[i] = c->names->starts[i];
    lens[i] = strlen(names[i]);
    flags[i] = c->folded ? HS_FLAG_CASELESS : 0;
    ids[i] = (unsigned)i;
  }
  if (!load_set(c, cache ? path : NULL)) {
    double start = seconds();
    if (hs_compile_lit_multi(names, flags, ids, lens, (unsigned)c->count,
                             HS_MODE_BLOCK, NULL, &c->hs, &why) != HS_SUCCESS)
      die(why->message);
    printf("  Hyperscan build %.2f s\n", seconds() - start);
    save_set(c, cache ? path : NULL);
  }
  if (hs_alloc_scratch(c->hs, &c->scratch) != HS_SUCCESS) die("no scratch");
  free(names);
  free(flags);
  free(ids);
  free(lens);
}

static double run_gloss(contest *c, gloss_workspace *workspace, bool find) {
  gloss_options options = { NULL, workspace };
  double start = seconds();
  if (find) c->hits = 0;
  for (size_t at = 0, end; at < c->len; at = end) {
    gloss_error err;
    gloss_hits hits = { 0 };
    size_t n;
    gloss_doc *doc;
    end = document_end(c->text, c->len, at);
    doc = gloss_doc_new(c->text + at, end - at, &options, &err);
    if (doc == NULL || gloss_doc_sentences(doc, &n, &err) == NULL ||
        (find && !gloss_dict_find(c->dict, doc, 0, &hits, &err)))
      die(err.message);
    c->hits += hits.count;
    gloss_doc_free(doc);
  }
  return (double)c->len / 1e6 / (seconds() - start);
}

static bool is_run(const char *text, size_t len, size_t at) {
  unsigned char ch = at < len ? (unsigned char)text[at] : ' ';
  return ch >= 0x80 || (unsigned)(ch | 32) - 'a' < 26 ||
         (unsigned)ch - '0' < 10;
}

typedef struct document {
  contest *c;
  const char *text;
  size_t len;
} document;

/* Each end that Hyperscan reports, counted where no word goes on. */
static int on_match(unsigned id, unsigned long long from,
                    unsigned long long to, unsigned flags, void *context) {
  document *d = context;
  (void)id, (void)from, (void)flags;
  if (!is_run(d->text, d->len, (size_t)to)) d->c->ends++;
  return 0;
}

static double run_set(contest *c) {
  double start = seconds();
  c->ends = 0;
  for (size_t at = 0, end; at < c->len; at = end) {
    document d = { c, c->text + at, 0 };
    end = document_end(c->text, c->len, at);
    d.len = end - at;
    if (hs_scan(c->hs, d.text, (unsigned)d.len, 0, c->scratch, on_match, &d) !=
        HS_SUCCESS)
      die("hs_scan");
  }
  return (double)c->len / 1e6 / (seconds() - start);
}

/* ---- Rounds -------------------------------------------------------------- */

static int by_size(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double median(double *values, int count) {
  qsort(values, (size_t)count, sizeof *values, by_size);
  return values[count / 2];
}

static void compete(contest *c, int rounds, const char *cache) {
  double with[MAX_ROUNDS], without[MAX_ROUNDS], set[MAX_ROUNDS];
  double ratios[MAX_ROUNDS];
  gloss_workspace *workspace = must(gloss_workspace_new(NULL));
  printf("%zu names, %s\n", c->count, c->folded ? "folded" : "as they are");
  build_gloss(c);
  build_set(c, cache);
  run_gloss(c, workspace, true);
  run_set(c);
  for (int i = 0; i < rounds; i++) {
    with[i] = run_gloss(c, workspace, true);
    set[i] = run_set(c);
    without[i] = run_gloss(c, workspace, false);
    ratios[i] = with[i] / set[i];
  }
  printf("  gloss %.1f MB/s (%zu hits; tokens and sentences alone %.1f), "
         "Hyperscan %.1f MB/s (%zu ends): %.2f times\n", median(with, rounds),
         c->hits, median(without, rounds), median(set, rounds), c->ends,
         median(ratios, rounds));
  hs_free_scratch(c->scratch);
  hs_free_database(c->hs);
  gloss_dict_free(c->dict);
  gloss_string_free(&c->bytes);
  gloss_workspace_free(workspace);
}

/* What edits cost: the same names without and with. */
static void add_edits(contest *c, int rounds) {
  double without[MAX_ROUNDS], with[MAX_ROUNDS], ratios[MAX_ROUNDS];
  gloss_workspace *workspace = must(gloss_workspace_new(NULL));
  contest plain = *c;
  printf("%zu names, %s, each with %d edits\n", c->count,
         c->folded ? "folded" : "as they are", c->fuzzy);
  build_gloss(c);
  plain.fuzzy = 0;
  build_gloss(&plain);
  run_gloss(c, workspace, true);
  run_gloss(&plain, workspace, true);
  for (int i = 0; i < rounds; i++) {
    with[i] = run_gloss(c, workspace, true);
    without[i] = run_gloss(&plain, workspace, true);
    ratios[i] = without[i] / with[i];
  }
  printf("  without %.1f MB/s (%zu hits), with %.1f MB/s (%zu hits): %.2f times "
         "the cost\n", median(without, rounds), plain.hits,
         median(with, rounds), c->hits, median(ratios, rounds));
  gloss_dict_free(c->dict);
  gloss_dict_free(plain.dict);
  gloss_string_free(&c->bytes);
  gloss_string_free(&plain.bytes);
  gloss_workspace_free(workspace);
}

int main(int argc, char **argv) {
  static const size_t counts[] = { 1000, 100000, 1000000 };
  lines names = read_names(1000000, argc > 1 ? argv[1] : NULL);
  int rounds = argc > 2 ? atoi(argv[2]) : 5;
  contest c = { .names = &names };
  setvbuf(stdout, NULL, _IOLBF, 0);
  if (rounds < 1 || rounds > MAX_ROUNDS) die("1 to 15 rounds");
  c.text = read_text(argc > 1 ? argv[1] : NULL, &names, &c.len);
  for (int folded = 0; folded < 2; folded++) {
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
      c.count = counts[i];
      c.folded = folded;
      c.scratch = NULL;
      compete(&c, rounds, argc > 3 ? argv[3] : getenv("DICT_BENCH_CACHE"));
    }
  }
  for (c.fuzzy = 1; c.fuzzy <= 2; c.fuzzy++) {
    for (int folded = 0; folded < 2; folded++) {
      c.folded = folded;
      for (c.count = 1000; c.count <= 100000; c.count *= 10)
        add_edits(&c, rounds);
    }
  }
  return 0;
}

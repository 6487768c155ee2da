/* segment_bench.c - tokens and sentences beside ICU's word and sentence
** iterators over the same UTF-8, in the same run.
**
**   segment_bench [FILE]
**
** Texts are cut into documents of about 3 KB at line ends and handed over one
** by one. Rounds are interleaved; a figure is the median of five, in MB/s of
** CPU time, and the ratio is to ICU's two iterators together. Without FILE the
** prose is composed of word lists of our own, the same on every machine. */
#include "../core/pack.h"

#include <stdint.h>
#include <time.h>

#include <unicode/ubrk.h>
#include <unicode/utext.h>

enum { ROUNDS = 5, DOCUMENT = 3000, PROSE = 4 << 20, HOSTILE = 1 << 20,
       LARGE = 16 /* times the prose */ };

typedef struct text {
  const char *name;
  char *bytes;
  size_t len;
} text;

static void *must(void *p) {
  if (p == NULL) {
    fprintf(stderr, "segment_bench: cannot set up\n");
    exit(1);
  }
  return p;
}

/* ---- Prose ---- */

static uint64_t seed = 11;
static uint32_t below(uint32_t bound) {
  seed = seed * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)(seed >> 33) % bound;
}

/* Words by how often prose has them: the first ones more often. */
static const char *const english[] = {
  "the", "of", "and", "to", "in", "a", "that", "was", "he", "it", "his", "is",
  "with", "as", "had", "for", "her", "at", "on", "not", "be", "she", "from",
  "him", "by", "all", "which", "this", "but", "said", "they", "have", "were",
  "who", "one", "their", "been", "would", "there", "when", "more", "out", "no",
  "so", "up", "some", "will", "into", "them", "could", "about", "time", "other",
  "then", "than", "only", "little", "after", "before", "government", "minister",
  "talks", "investment", "company", "officials", "agreement", "statement",
  "yesterday", "committee", "sanctions", "delegation", "international",
  "window", "morning", "evening", "letter", "nothing", "something", "because",
  "between", "together", "business", "spokesman", "ambassador", "negotiations",
  "reported", "announced", "however", "although", "president", "development",
  "Moscow", "London", "Washington", "Robert", "Elizabeth", "Monday", "January",
  "don't", "wasn't", "I'll", "company's", "minister's", "well-known", "2024",
  "1,250", "12.5", "U.S.", "Mr. Brown", "Dr. Grant", "p.m.", "thirty-one",
};
static const char *const german[] = {
  "der", "die", "und", "in", "den", "von", "zu", "das", "mit", "sich", "auf",
  "für", "ist", "im", "dem", "nicht", "ein", "eine", "als", "auch", "über",
  "Straße", "Regierung", "geöffnet", "Gespräche", "Köln", "möglich", "gegen",
};
static const char *const french[] = {
  "de", "la", "le", "et", "les", "des", "en", "un", "du", "une", "que", "est",
  "pour", "qui", "dans", "par", "l'été", "qu'il", "d'être", "où", "à", "près",
  "garçon", "gouvernement", "négociations", "réunion", "première", "été",
};
static const char *const russian[] = {
  "и", "в", "не", "на", "что", "он", "с", "как", "это", "по", "но", "из",
  "министр", "переговоры", "между", "государство", "сказал", "года", "который",
  "соглашение", "Москва", "правительство", "после", "встречи", "работы",
};
static const char *const greek[] = {
  "και", "το", "να", "του", "η", "της", "με", "που", "την", "από", "για", "είναι",
  "υπουργός", "κυβέρνηση", "συνομιλίες", "μεταξύ", "Αθήνα", "συμφωνία",
};
static const char *const arabic[] = {
  "في", "من", "على", "أن", "إلى", "التي", "الحكومة", "الوزير", "قال", "بين",
  "المفاوضات", "الرئيس", "شركة", "الاستثمار", "اجتماع",
};
static const char *const hindi[] = {
  "और", "के", "है", "में", "की", "से", "को", "का", "पर", "सरकार", "मंत्री",
  "कहा", "बातचीत", "राष्ट्रपति", "कंपनी", "अंतर्राष्ट्रीय",
};
static const char *const chinese[] = {
  "中国政府部长表示，", "谈判", "投资总统公司", "国际发展记者会议。", "的是在",
};
#define COUNT(words) (sizeof(words) / sizeof *(words))
typedef struct word_list {
  const char *const *words;
  uint32_t count;
} word_list;
static const word_list prose_words[] = { { english, COUNT(english) } };
static const word_list mixed_words[] = {
  { german, COUNT(german) }, { french, COUNT(french) },
  { russian, COUNT(russian) }, { greek, COUNT(greek) },
  { arabic, COUNT(arabic) }, { hindi, COUNT(hindi) },
  { chinese, COUNT(chinese) }, { english, COUNT(english) },
};

static size_t put(char *out, size_t at, const char *what) {
  size_t len = strlen(what);
  memcpy(out + at, what, len);
  return at + len;
}

static size_t put_word(char *out, size_t at, const word_list *list,
                       bool capital) {
  uint32_t wide = below(list->count) + 1;
  const char *word = list->words[below(wide)];
  size_t end = put(out, at, word);
  if (capital && out[at] >= 'a' && out[at] <= 'z') out[at] -= 32;
  return end;
}

typedef struct style {
  const char *open, *shut, *dash;
} style;

static size_t put_sentence(char *out, size_t at, const word_list *list,
                           const style *s) {
  uint32_t length = 5 + below(25);
  bool quoted = below(5) == 0;
  if (quoted) at = put(out, at, s->open);
  for (uint32_t i = 0; i < length; i++) {
    at = put_word(out, at, list, i == 0);
    if (i + 1 == length) break;
    if (below(12) == 0) at = put(out, at, below(8) == 0 ? ";" : ",");
    at = put(out, at, below(60) == 0 ? s->dash : " ");
  }
  at = put(out, at, below(12) == 0 ? "?" : ".");
  return quoted ? put(out, at, s->shut) : at;
}

/* Paragraphs, each of words of one of the lists; about 4 KB before the next. */
static text compose(const char *name, const word_list *lists, uint32_t count,
                    style s) {
  text t = { name, must(malloc(PROSE + 8192)), 0 };
  while (t.len < PROSE) {
    const word_list *list = &lists[(t.len >> 12) % count];
    uint32_t sentences = 1 + below(7);
    while (sentences-- > 0) {
      t.len = put_sentence(t.bytes, t.len, list, &s);
      if (sentences > 0) t.bytes[t.len++] = ' ';
    }
    t.len = put(t.bytes, t.len, "\n\n");
  }
  return t;
}

static text repeat(const char *name, const char *what) {
  text t = { name, must(malloc(HOSTILE + 64)), 0 };
  while (t.len < HOSTILE) t.len = put(t.bytes, t.len, what);
  return t;
}

static text many_times(const text *what, size_t times) {
  text t = { what->name, must(malloc(what->len * times)), 0 };
  for (; times > 0; times--, t.len += what->len)
    memcpy(t.bytes + t.len, what->bytes, what->len);
  return t;
}

static text read_file(const char *path) {
  text t = { path, NULL, 0 };
  FILE *file = must(fopen(path, "rb"));
  fseek(file, 0, SEEK_END);
  t.len = (size_t)ftell(file);
  rewind(file);
  t.bytes = must(malloc(t.len + 1));
  if (fread(t.bytes, 1, t.len, file) != t.len) must(NULL);
  fclose(file);
  return t;
}

/* ---- What is measured ---- */

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* The end of the document that begins at `at`. */
static size_t document_end(const text *t, size_t at, size_t size) {
  const char *line;
  if (t->len - at <= size) return t->len;
  line = memchr(t->bytes + at + size, '\n', t->len - at - size);
  return line == NULL ? t->len : (size_t)(line - t->bytes) + 1;
}

static size_t total; /* so that nothing is optimised away */

static double run_gloss(const text *t, size_t size,
                        const gloss_language *language) {
  gloss_workspace *workspace = must(gloss_workspace_new(NULL));
  gloss_options options = { language, workspace };
  double start = now();
  for (size_t at = 0, end; at < t->len; at = end) {
    gloss_doc *doc;
    size_t count;
    end = document_end(t, at, size);
    doc = must(gloss_doc_new(t->bytes + at, end - at, &options, NULL));
    gloss_doc_sentences(doc, &count, NULL);
    total += gloss_doc_token_count(doc) + count;
    gloss_doc_free(doc);
  }
  start = now() - start;
  gloss_workspace_free(workspace);
  return (double)t->len / start / 1e6;
}

static void iterate(UBreakIterator *it, UText *u) {
  UErrorCode code = U_ZERO_ERROR;
  ubrk_setUText(it, u, &code);
  while (ubrk_next(it) != UBRK_DONE)
    total += (size_t)ubrk_getRuleStatus(it) > 0;
}

static double run_icu(const text *t, size_t size) {
  UErrorCode code = U_ZERO_ERROR;
  UBreakIterator *words = ubrk_open(UBRK_WORD, "en", NULL, 0, &code);
  UBreakIterator *sentences = ubrk_open(UBRK_SENTENCE, "en", NULL, 0, &code);
  UText u = UTEXT_INITIALIZER;
  double start = now();
  for (size_t at = 0, end; at < t->len; at = end) {
    end = document_end(t, at, size);
    utext_openUTF8(&u, t->bytes + at, (int64_t)(end - at), &code);
    iterate(words, &u);
    iterate(sentences, &u);
  }
  start = now() - start;
  utext_close(&u);
  ubrk_close(words);
  ubrk_close(sentences);
  return (double)t->len / start / 1e6;
}

static int by_size(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double median(double *runs) {
  qsort(runs, ROUNDS, sizeof *runs, by_size);
  return runs[ROUNDS / 2];
}

/* ICU, the language and und on one text, round by round. */
static void compare(const text *t, const gloss_language *language) {
  double icu[ROUNDS], ours[ROUNDS], und[ROUNDS];
  for (int i = 0; i < ROUNDS; i++) {
    icu[i] = run_icu(t, DOCUMENT);
    ours[i] = run_gloss(t, DOCUMENT, language);
    und[i] = run_gloss(t, DOCUMENT, NULL);
  }
  median(icu);
  median(ours);
  median(und);
  printf("%-22s %7.1f %9.1f (%5.1fx) %9.1f (%5.1fx)\n", t->name,
         icu[ROUNDS / 2], ours[ROUNDS / 2], ours[ROUNDS / 2] / icu[ROUNDS / 2],
         und[ROUNDS / 2], und[ROUNDS / 2] / icu[ROUNDS / 2]);
}

static double gloss_median(const text *t, size_t size,
                           const gloss_language *language) {
  double runs[ROUNDS];
  for (int i = 0; i < ROUNDS; i++) runs[i] = run_gloss(t, size, language);
  return median(runs);
}

static void sizes(const text *t, const gloss_language *language) {
  static const size_t bytes[] = { 200, 1000, 4000, 64000, 1 << 20, PROSE };
  text large = many_times(t, LARGE);
  printf("\ndocuments of about   ");
  for (unsigned i = 0; i < sizeof bytes / sizeof *bytes; i++)
    printf(" %zu: %.0f MB/s,", bytes[i], gloss_median(t, bytes[i], language));
  printf(" %zu: %.0f MB/s\n", large.len,
         gloss_median(&large, large.len, language));
  free(large.bytes);
}

static void hostile(double prose, const gloss_language *language) {
  static const char *const pieces[][2] = {
    { "full stops", "." }, { "quotes", "\"" }, { "brackets", "(" },
    { "a mark", "\xCC\x81" }, { "two marks", "\xCC\x81\xCC\xA3" },
    { "a.a.a.", "a." }, { "emoji, joined", "\xF0\x9F\x91\xA9\xE2\x80\x8D" },
    { "a'a'a'", "a'" }, { "a-a-a-", "a-" }, { "1-1-1-", "1-" },
    { "a@a@a@", "a@" }, { "www.", "www." }, { "full stops apart", ". " },
    { "quotes apart", ". \" " }, { "letters", "a" }, { "new lines", "\n" },
    { "words of a letter", "a " }, { "list", "1) a " }, { "a_a", "a_" },
    { "a/a", "a/" }, { ":-)", ":-)" }, { "[", ". [" }, { "$1m", "$1m" },
  };
  printf("\nhostile texts of 1 MB, as a part of the speed on prose\n");
  for (unsigned i = 0; i < sizeof pieces / sizeof *pieces; i++) {
    text t = repeat(pieces[i][0], pieces[i][1]);
    double speed = gloss_median(&t, t.len, language);
    printf("  %-18s %8.1f MB/s  1/%.1f%s\n", t.name, speed, prose / speed,
           prose / speed > 20 ? "  TOO SLOW" : "");
    free(t.bytes);
  }
}

int main(int argc, char **argv) {
  const style plain = { "\"", "\"", " -- " };
  const style curly = { "\u201C", "\u201D", " \u2014 " };
  gloss_language *language = must(pack_load("en"));
  text prose;
  printf("%-22s %7s %9s %18s\n", "MB/s, x ICU", "ICU", "en", "und");
  if (argc > 1) {
    prose = read_file(argv[1]);
    compare(&prose, language);
  } else {
    text quoted, many;
    prose = compose("English prose", prose_words, COUNT(prose_words), plain);
    quoted = compose("English, curly quotes", prose_words, COUNT(prose_words),
                     curly);
    many = compose("mixed languages", mixed_words, COUNT(mixed_words), plain);
    compare(&prose, language);
    compare(&quoted, language);
    compare(&many, language);
    free(quoted.bytes);
    free(many.bytes);
  }
  sizes(&prose, language);
  hostile(gloss_median(&prose, DOCUMENT, language), language);
  free(prose.bytes);
  gloss_language_free(language);
  return total == 0;
}

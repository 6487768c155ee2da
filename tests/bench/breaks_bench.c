/* breaks_bench.c - the layers below tokens and sentences: UTF-8, folding, word
** and sentence boundaries by UAX #29, each beside ICU on the same text.
**
**   breaks_bench [FILE]
**
** Rounds are interleaved; a figure is the median of five in MB/s, and the
** ratio is to ICU's word (or sentence) iterator over UTF-8. Without a file the
** texts are composed of words of our own, the same on every machine. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "gloss.h"
#include "sentences/break_rules.h"
#include "tokenise/words.h"
#include "unicode/fold.h"
#include "unicode/utf8.h"

enum { ROUNDS = 5, SIZE = 8 << 20 };

/* ---- Texts --------------------------------------------------------------- */

typedef struct style {
  const char *name;
  const char *words; /* separated by spaces */
  const char *stop, *comma, *open, *shut, *gap;
} style;

#define ENGLISH \
  "the of and to in a is that for it as was with be by on not he his but at " \
  "are this have from or had an they which one you were all her she there " \
  "would their we him been has when who will no more if out so up said what " \
  "its about than into them can only other time new some could these two may " \
  "first then do any like my now over such our man me even most made after " \
  "government minister sanctions negotiations investment company's don't " \
  "European Moscow Washington officials 2025 12.5 1,000 U.S. spokesman's " \
  "trade agreement well-known reported Tuesday morning statement e-mail " \
  "president committee international development between because however"

static const style styles[] = {
  { "English", ENGLISH, ".", ",", "\"", "\"", " " },
  { "English, curly", ENGLISH, ".", " \xE2\x80\x94", "\xE2\x80\x9C",
    "\xE2\x80\x9D", " " },
  { "Western", "der die und été où façon über Straße mañana año però più "
    "señor schön naïve l'été d'être qu'il für geöffnet Köln garçon 3,5 että "
    "työ ändern Öl à la los niños según código", ".", ",", "\xC2\xAB",
    "\xC2\xBB", " " },
  { "Cyrillic", "и в не на что он как это министр заявил переговоры между "
    "санкции инвестиций Москва который государство 2025 года сказал", ".", ",",
    "\xC2\xAB", "\xC2\xBB", " " },
  { "Arabic", "في من على أن إلى التي الحكومة الوزير قال المفاوضات بين "
    "العقوبات الاستثمار الرئيس شركة مُحَمَّد", ".", "\xD8\x8C", "\"", "\"", " " },
  { "Hindi", "और के है में की से को का पर नहीं सरकार मंत्री कहा बातचीत "
    "निवेश राष्ट्रपति कंपनी अंतर्राष्ट्रीय", "\xE0\xA5\xA4", ",", "\"", "\"", " " },
  { "Chinese", "的 是 在 中国 政府 部长 表示 谈判 投资 总统 公司 国际 发展 记者 会议",
    "\xE3\x80\x82", "\xEF\xBC\x8C", "\xE2\x80\x9C", "\xE2\x80\x9D", "" },
  { "Japanese", "の は を に 政府 アメリカ 交渉 です ます ロシア 投資 した コンピューター "
    "という 会社", "\xE3\x80\x82", "\xE3\x80\x81", "\xE3\x80\x8C",
    "\xE3\x80\x8D", "" },
  { "Thai", "และ ที่ เป็น รัฐบาล รัฐมนตรี กล่าว การเจรจา ลงทุน บริษัท", " ", " ", "\"",
    "\"", "" },
};

static uint64_t seed = 7;
static uint32_t below(uint32_t bound) {
  seed = seed * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)(seed >> 33) % bound;
}

static size_t put(char *text, size_t at, const char *what) {
  size_t len = strlen(what);
  memcpy(text + at, what, len);
  return at + len;
}

static size_t put_word(char *text, size_t at, const style *s) {
  size_t size = strlen(s->words), from = below((uint32_t)size), len;
  while (from > 0 && s->words[from - 1] != ' ') from--;
  len = strcspn(s->words + from, " ");
  memcpy(text + at, s->words + from, len);
  return at + len;
}

static size_t put_sentence(char *text, size_t at, const style *s) {
  uint32_t words = 6 + below(20), quoted = below(5);
  if (quoted == 0) at = put(text, at, s->open);
  for (uint32_t i = 0; i < words; i++) {
    size_t from = at;
    if (i > 0) at = put(text, at, s->gap);
    from = at;
    at = put_word(text, at, s);
    if (i == 0 && text[from] >= 'a' && text[from] <= 'z')
      text[from] = (char)(text[from] - 32);
    if (i + 1 < words && below(9) == 0) at = put(text, at, s->comma);
  }
  at = put(text, at, s->stop);
  if (quoted == 0) at = put(text, at, s->shut);
  return put(text, at, below(8) == 0 ? "\n" : s->gap);
}

/* SIZE bytes and what the last sentence has more; `which` < 0: all styles. */
static size_t compose(char *text, int which) {
  size_t at = 0;
  int count = (int)(sizeof styles / sizeof *styles), now = which;
  while (at < SIZE) {
    if (which < 0 && below(5) == 0) now = (int)below((uint32_t)count);
    at = put_sentence(text, at, &styles[now < 0 ? 0 : now]);
  }
  return at;
}

static size_t repeat(char *text, const char *unit) {
  size_t at = 0;
  while (at < SIZE) at = put(text, at, unit);
  return at;
}

/* ---- What is measured ---------------------------------------------------- */

static size_t run_check(const char *text, size_t len) {
  return gloss_utf8_check(text, len);
}

static size_t words_by(gloss_word_classify *classify, const char *text,
                       size_t len) {
  static uint32_t starts[4096], ends[4096];
  static uint8_t kinds[4096], flags[4096];
  const gloss_word_columns columns = { starts, ends, kinds, flags, 4096 };
  size_t n, all = 0;
  gloss_words words;
  gloss_words_start(&words, text, len);
  words.classify = classify;
  while ((n = gloss_words_tokens(&words, &columns)) > 0)
    all += n;
  return all;
}
static size_t run_words(const char *text, size_t len) {
  return words_by(gloss_word_classify_best(), text, len);
}
static size_t run_words_plain(const char *text, size_t len) {
  return words_by(gloss_word_classify_plain, text, len);
}

static size_t sentences_by(gloss_break_marks *marks, const char *text,
                           size_t len) {
  static gloss_sentence found[1024];
  size_t n, all = 0;
  gloss_breaks breaks;
  gloss_breaks_start(&breaks, text, len);
  breaks.marks = marks;
  while ((n = gloss_breaks_sentences(&breaks, found, 1024)) > 0) all += n;
  return all;
}
static size_t run_sentences(const char *text, size_t len) {
  return sentences_by(gloss_break_marks_best(), text, len);
}
static size_t run_sentences_plain(const char *text, size_t len) {
  return sentences_by(gloss_break_marks_plain, text, len);
}

static size_t run_fold(const char *text, size_t len) {
  gloss_string out;
  size_t folded;
  if (!gloss_text_transform(GLOSS_FOLD, text, len, &out, NULL)) exit(1);
  folded = out.len;
  gloss_string_free(&out);
  return folded;
}

static size_t icu(UBreakIteratorType type, const char *text, size_t len) {
  UErrorCode status = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;
  UBreakIterator *it = ubrk_open(type, "", NULL, 0, &status);
  size_t count = 0;
  utext_openUTF8(&utext, text, (int64_t)len, &status);
  ubrk_setUText(it, &utext, &status);
  if (U_FAILURE(status)) exit(1);
  while (ubrk_next(it) != UBRK_DONE) count++;
  ubrk_close(it);
  utext_close(&utext);
  return count;
}
static size_t run_icu_words(const char *text, size_t len) {
  return icu(UBRK_WORD, text, len);
}
static size_t run_icu_sentences(const char *text, size_t len) {
  return icu(UBRK_SENTENCE, text, len);
}

typedef struct work {
  const char *name;
  size_t (*run)(const char *text, size_t len);
  int against; /* the row it is compared with; -1: none */
} work;

enum { ICU_WORDS, ICU_SENTENCES };
static const work works[] = {
  { "ICU words", run_icu_words, -1 },
  { "ICU sentences", run_icu_sentences, -1 },
  { "words", run_words, ICU_WORDS },
  { "words, plain C", run_words_plain, ICU_WORDS },
  { "sentences", run_sentences, ICU_SENTENCES },
  { "sentences, plain C", run_sentences_plain, ICU_SENTENCES },
  { "UTF-8 check", run_check, -1 },
  { "fold", run_fold, -1 },
};
enum { WORKS = sizeof works / sizeof *works };

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int by_value(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static void measure(const char *name, const char *text, size_t len) {
  double speed[WORKS][ROUNDS];
  size_t found[WORKS];
  printf("%s (%.1f MB)\n", name, (double)len / 1e6);
  for (int round = 0; round < ROUNDS; round++) {
    for (size_t i = 0; i < WORKS; i++) {
      size_t part = works[i].against < 0 && len > 2000000 ? 2000000 : len;
      double start;
      part = len - part > 0 ? gloss_utf8_before(text, part) : len;
      start = now();
      found[i] = works[i].run(text, part);
      speed[i][round] = (double)part / (now() - start) / 1e6;
    }
  }
  for (size_t i = 0; i < WORKS; i++) {
    qsort(speed[i], ROUNDS, sizeof **speed, by_value);
  }
  for (size_t i = 0; i < WORKS; i++) {
    double mine = speed[i][ROUNDS / 2];
    printf("  %-20s %9.1f MB/s  %9zu", works[i].name, mine, found[i]);
    if (works[i].against >= 0)
      printf("  %6.1f x ICU", mine / speed[works[i].against][ROUNDS / 2]);
    printf("\n");
  }
}

int main(int argc, char **argv) {
  static const char *const traps[] = {
    ".", "\"", "(", "a.", "a'", "\xCC\x81", "\xCC\x81\xCC\xA3",
    "\xF0\x9F\x91\xA9\xE2\x80\x8D", "a. , ",
  };
  char *text = malloc(SIZE + 65536);
  if (text == NULL) return 1;
  if (argc > 1) {
    FILE *file = fopen(argv[1], "rb");
    size_t len = file ? fread(text, 1, SIZE, file) : 0;
    while (len > 0 && gloss_utf8_check(text, len) < len)
      len = gloss_utf8_check(text, len);
    measure(argv[1], text, len);
    if (file) fclose(file);
  } else {
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++)
      measure(styles[i].name, text, compose(text, (int)i));
    measure("mixed", text, compose(text, -1));
    for (size_t i = 0; i < sizeof traps / sizeof *traps; i++)
      measure(traps[i], text, repeat(text, traps[i]));
  }
  free(text);
  return 0;
}

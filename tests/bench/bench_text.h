/* bench_text.h - the text that searches are measured on, and how. */
#ifndef BENCH_TEXT_H
#define BENCH_TEXT_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "gloss.h"

enum { DOCUMENT = 12000, PROSE = 4 << 20 };

static void *must(void *p) {
  if (p == NULL) {
    fprintf(stderr, "bench: cannot set up\n");
    exit(1);
  }
  return p;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static int by_value(const void *left, const void *right) {
  double a = *(const double *)left, b = *(const double *)right;
  return a < b ? -1 : a > b;
}

static double median(double *list, size_t count) {
  qsort(list, count, sizeof *list, by_value);
  return list[count / 2];
}

/* ---- The text ---- */

typedef struct corpus {
  char *text;
  size_t len;
  gloss_span *documents;
  size_t count;
} corpus;

static uint64_t seed = 7;
static uint32_t below(uint32_t bound) {
  seed = seed * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)(seed >> 33) % bound;
}

static const char *const common[] = {
  "the", "of", "and", "to", "in", "a", "that", "was", "he", "it", "his", "is",
  "with", "as", "had", "for", "her", "at", "on", "not", "be", "she", "from",
  "him", "by", "all", "which", "this", "but", "said", "they", "have", "were",
  "who", "one", "their", "been", "would", "there", "when", "more", "out", "no",
};
static const char *const rare[] = {
  "minister", "president", "prime minister", "talks", "agreement", "sanctions",
  "Robert Grant", "Elizabeth", "London", "Moscow", "told", "announced",
  "12 percent", "1.5 million", "2024", "chairman", "ambassador", "3 billion",
  "2024-05-06", "$1.2bn", "6 May 2025", "May 6, 2025", "Monday", "10:30 am",
  "3 million euros",
};
enum { SYLLABLES = 8 };

/* A made-up word: its number says which syllables it has. */
static size_t word_of(uint32_t number, char *out) {
  static const char *const syllables[SYLLABLES] = { "ba", "ner", "tio", "sel",
                                                    "mu", "dri", "kon", "al" };
  size_t len = 0;
  for (number += SYLLABLES; number > 0; number /= SYLLABLES) {
    const char *s = syllables[number % SYLLABLES];
    memcpy(out + len, s, strlen(s));
    len += strlen(s);
  }
  return len;
}

/* Prose: six of ten words are common, one of fifty is what patterns seek, the
** others are of a vocabulary of 30,000, the first ones more often. */
static void compose(corpus *c) {
  size_t in_sentence = 0;
  c->text = must(malloc(PROSE + 64));
  while (c->len < PROSE) {
    char word[64];
    uint32_t dice = below(100);
    size_t len;
    if (dice < 60) {
      const char *w = common[below(sizeof common / sizeof *common)];
      len = strlen(w);
      memcpy(word, w, len);
    } else if (dice < 62) {
      const char *w = rare[below(sizeof rare / sizeof *rare)];
      len = strlen(w);
      memcpy(word, w, len);
    } else {
      len = word_of(below(below(30000) + 1), word);
    }
    if (in_sentence == 0 && word[0] >= 'a') word[0] = (char)(word[0] - 32);
    memcpy(c->text + c->len, word, len);
    c->len += len;
    if (++in_sentence > 8 + below(20)) {
      c->text[c->len++] = '.';
      in_sentence = 0;
    }
    c->text[c->len++] = below(12) == 0 ? '\n' : ' ';
  }
}

static void read_file(corpus *c, const char *path) {
  FILE *file = must(fopen(path, "rb"));
  size_t room = (size_t)32 << 20;
  c->text = must(malloc(room));
  c->len = fread(c->text, 1, room, file);
  fclose(file);
  while (c->len > 0 && c->text[c->len - 1] != '\n') c->len--;
}

static void cut(corpus *c) {
  size_t start = 0;
  c->documents = must(calloc(c->len / DOCUMENT + 2, sizeof *c->documents));
  while (start < c->len) {
    size_t end = start + DOCUMENT < c->len ? start + DOCUMENT : c->len;
    while (end < c->len && c->text[end - 1] != '\n') end++;
    c->documents[c->count++] = (gloss_span){ (uint32_t)start, (uint32_t)end };
    start = end;
  }
}

#endif

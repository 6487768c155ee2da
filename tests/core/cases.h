/* cases.h - case files with a bar at every boundary, and texts at random. */
#ifndef GLOSS_TESTS_CASES_H
#define GLOSS_TESTS_CASES_H

#include <stdint.h>
#include <stdio.h>
#include <string.h>

static const char *const language_codes[] = {
  "en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "tr", "da", "sv",
  "nb", "fi", "cs", "el", "bg", "hy", "kk", "ar", "fa", "ur", "hi", "am", "my",
  "zh", "ja"
};
enum { LANGUAGE_CODES = sizeof language_codes / sizeof *language_codes };

/* The line without its bars; \n in it is a line break. Its length. */
static inline size_t case_text(char *out, const char *line) {
  size_t n = 0;
  for (; *line != '\0' && *line != '\n'; line++) {
    if (*line == '|') continue;
    if (line[0] == '\\' && line[1] == 'n') {
      out[n++] = '\n';
      line++;
    } else {
      out[n++] = *line;
    }
  }
  out[n] = '\0';
  return n;
}

/* Writes text[from, to), its line breaks as \n. */
static inline size_t case_put(char *out, const char *text, size_t from,
                              size_t to) {
  size_t n = 0;
  for (; from < to; from++) {
    if (text[from] == '\n') {
      out[n++] = '\\';
      out[n++] = 'n';
    } else {
      out[n++] = text[from];
    }
  }
  return n;
}

/* ---- Texts at random ---- */

static uint64_t case_seed = 1;
static inline uint32_t case_random(uint32_t bound) {
  case_seed = case_seed * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)(case_seed >> 33) % bound;
}

static inline size_t case_put_code_point(char *out, uint32_t cp) {
  if (cp < 0x80) {
    out[0] = (char)cp;
    return 1;
  }
  if (cp < 0x800) {
    out[0] = (char)(0xC0 | cp >> 6);
    out[1] = (char)(0x80 | (cp & 63));
    return 2;
  }
  if (cp < 0x10000) {
    out[0] = (char)(0xE0 | cp >> 12);
    out[1] = (char)(0x80 | (cp >> 6 & 63));
    out[2] = (char)(0x80 | (cp & 63));
    return 3;
  }
  out[0] = (char)(0xF0 | cp >> 18);
  out[1] = (char)(0x80 | (cp >> 12 & 63));
  out[2] = (char)(0x80 | (cp >> 6 & 63));
  out[3] = (char)(0x80 | (cp & 63));
  return 4;
}

static inline uint32_t case_any_code_point(void) {
  uint32_t cp;
  do cp = case_random(0x110000);
  while (cp >= 0xD800 && cp < 0xE000);
  return cp;
}

/* About `size` bytes (and up to 16 more) of pieces that rules look for, words,
** and code points of all of Unicode. */
static inline size_t case_random_text(char *out, size_t size) {
  static const char *const pieces[] = {
    " ", " ", " ", "\n", "\n\n", ".", ",", "!", "?", "...", "\"", "'", "(",
    ")", "-", "--", "/", ":", ";", "@", "#", "&", "$", "%", "_", "*", "+",
    "the", "don't", "Mr.", "U.S.", "cannot", "I", "a", "A", "word", "12",
    "3.5", "1,000", "http://", "www.", ".com", ".doc", "\xE2\x80\x9C",
    "\xE2\x80\x9D", "\xE2\x80\x99", "\xE2\x80\xA6", "\xCC\x81", "\xC2\xA0",
    "\xE2\x80\x8D", "\xF0\x9F\x98\x80", "\xF0\x9F\x87\xA9", "\xC3\xA9",
    "\xD0\xBC\xD0\xB8\xD1\x80", "\xE4\xB8\xAD", "\xE3\x80\x82", "\xE2\x80\xA8",
    "The", "etc.", "p.m.", "1)", "[6]", "&amp;", ":-)", "\r", "\t", "etc",
  };
  size_t n = 0;
  while (n < size) {
    const char *piece = pieces[case_random(sizeof pieces / sizeof *pieces)];
    switch (case_random(8)) {
      case 0: n += case_put_code_point(out + n, case_any_code_point()); break;
      case 1: out[n++] = (char)('a' + case_random(26)); break;
      case 2: n += case_put_code_point(out + n, case_random(0x600)); break;
      default:
        memcpy(out + n, piece, strlen(piece));
        n += strlen(piece);
    }
  }
  return n;
}

#endif

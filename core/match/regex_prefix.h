/* regex_prefix.h - with which bytes the matches of a regex begin.
**
** A reader of regular expressions that understands what is usual, and gives up
** on what is not, so that what it says is true: every match begins with one of
** the prefixes. A scanner finds the places in a text where one of them stands,
** with SIMD where the machine has it. The scanner is read-only once made. */
#ifndef GLOSS_MATCH_REGEX_PREFIX_H
#define GLOSS_MATCH_REGEX_PREFIX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* ---- Prefixes (regex_prefix.c) ---- */

typedef struct gloss_byte_set {
  uint64_t bits[4];
} gloss_byte_set;

static inline bool gloss_byte_in(const gloss_byte_set *set, unsigned char c) {
  return set->bits[c >> 6] >> (c & 63) & 1;
}
static inline void gloss_byte_add(gloss_byte_set *set, unsigned char c) {
  set->bits[c >> 6] |= (uint64_t)1 << (c & 63);
}

enum { GLOSS_PREFIX_BYTES = 8, GLOSS_MAX_PREFIXES = 128 };

/* Sets of bytes, one behind the other. */
typedef struct gloss_prefix {
  gloss_byte_set bytes[GLOSS_PREFIX_BYTES];
  uint8_t len;
  bool cut;  /* what may come behind is not known */
  bool edge; /* a word must begin or end before it: \b */
} gloss_prefix;

typedef struct gloss_prefixes {
  gloss_prefix *list; /* owned; gloss_prefixes_free */
  size_t count, room;
} gloss_prefixes;

/* Reads a pattern that PCRE2 has compiled, with its flags (GLOSS_REGEX_...).
** false: nothing is known, a match may be empty, or no memory. */
bool gloss_prefixes_read(gloss_prefixes *out, const char *pattern, size_t len,
                         unsigned flags);
void gloss_prefixes_free(gloss_prefixes *prefixes);

/* ---- Scanning (regex_scan.c) ---- */

enum { GLOSS_SCAN_BYTES = 3, GLOSS_SCAN_BUCKETS = 8 };

/* Each prefix is in a bucket, a bit; of each bucket the tables say which bytes
** may stand at its first places, by half bytes and by whole ones. */
typedef struct gloss_scanner {
  uint8_t low[GLOSS_SCAN_BYTES][16], high[GLOSS_SCAN_BYTES][16];
  uint8_t whole[GLOSS_SCAN_BYTES][256];
  gloss_prefixes prefixes; /* owned, by bucket */
  uint32_t from[GLOSS_SCAN_BUCKETS + 1];
  uint8_t at_edges; /* buckets whose prefixes all ask for an edge before */
  bool word[256]; /* letters, digits and _ of ASCII */
} gloss_scanner;

/* Makes the scanner of a pattern. NULL: it would not help, or no memory. */
gloss_scanner *gloss_scanner_new(const char *pattern, size_t len,
                                 unsigned flags);
void gloss_scanner_free(gloss_scanner *scanner); /* NULL is fine */
/* The first place at or behind `at` where a prefix stands; `len`: none does. */
size_t gloss_scanner_next(const gloss_scanner *scanner, const char *text,
                          size_t len, size_t at);

#endif

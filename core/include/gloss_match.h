/* gloss_match.h - regular expressions and token patterns; part of gloss.h. */
#ifndef GLOSS_MATCH_H
#define GLOSS_MATCH_H

#include "gloss.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Regular expressions ----------------------------------------------- */

/* PCRE2 with JIT, UTF on, limits on matching, depth and heap. */
typedef struct gloss_regex gloss_regex;
enum {
  GLOSS_REGEX_CASELESS = 1,
  GLOSS_REGEX_UCP = 2,       /* \w \d \b by Unicode; slow: ask only if needed */
  GLOSS_REGEX_MULTILINE = 4, /* ^ and $ at lines */
  GLOSS_REGEX_DOTALL = 8,
  GLOSS_REGEX_EXTENDED = 16, /* white space and # comments in the pattern */
  GLOSS_REGEX_WHOLE = 32     /* a match is the whole of what is searched */
};
#define GLOSS_MAX_GROUPS 64 /* the whole match is group 0 */

/* GLOSS_BAD_REGEX with the offset in the pattern, GLOSS_NO_MEMORY. */
GLOSS_API gloss_regex *gloss_regex_new(const char *pattern, size_t len,
                                       unsigned flags, gloss_error *err);
GLOSS_API void gloss_regex_free(gloss_regex *regex);
/* Groups with the whole match; the name of a group, NULL where it has none. */
GLOSS_API size_t gloss_regex_group_count(const gloss_regex *regex);
GLOSS_API const char *gloss_regex_group_name(const gloss_regex *regex,
                                             size_t group);
/* What one thread needs while it matches. */
typedef struct gloss_regex_scratch gloss_regex_scratch;
GLOSS_API gloss_regex_scratch *gloss_regex_scratch_new(const gloss_regex *regex,
                                                       gloss_error *err);
GLOSS_API void gloss_regex_scratch_free(gloss_regex_scratch *scratch);
/* The next match at or after `from` in valid UTF-8. 1: found, and `groups`
** (room for group_count) is filled, unset groups {UINT32_MAX, UINT32_MAX};
** 0: none; -1: GLOSS_LIMIT or GLOSS_NO_MEMORY. */
GLOSS_API int gloss_regex_find(const gloss_regex *regex,
                               gloss_regex_scratch *scratch, const char *text,
                               size_t len, size_t from, gloss_span *groups,
                               gloss_error *err);

/* ---- Patterns ---------------------------------------------------------- */

/* Token patterns (docs/patterns.md): expressions over the tokens and the
** annotations of a document. A set of them runs in one pass. Built once, then
** read-only; what changes while it runs is in a matcher, one for a thread. */
typedef struct gloss_patterns gloss_patterns;
typedef struct gloss_pattern_builder gloss_pattern_builder;
typedef struct gloss_matcher gloss_matcher;

enum { GLOSS_PATTERN_ACROSS = 1 }; /* a match may go on in the next sentence */
#define GLOSS_MAX_MATCH_TOKENS 256
#define GLOSS_MAX_CAPTURES 64 /* of one pattern */

/* How words of patterns are cut into tokens, and which stemmer is used, says
** `language` (NULL: und); it must outlive the builder. */
GLOSS_API gloss_pattern_builder *gloss_pattern_builder_new(
    const gloss_language *language, gloss_error *err);
GLOSS_API void gloss_pattern_builder_free(gloss_pattern_builder *builder);
/* What $name stands for: a list of words, made by the first of them, or a
** piece of a pattern. Before the patterns that use it. Strings are copied.
** GLOSS_BAD_PATTERN: a name that is none, or is taken, or an empty word. */
GLOSS_API bool gloss_pattern_word(gloss_pattern_builder *builder,
                                  gloss_slice list, gloss_slice word,
                                  gloss_error *err);
GLOSS_API bool gloss_pattern_part(gloss_pattern_builder *builder,
                                  gloss_slice name, gloss_slice source,
                                  gloss_error *err);
/* Adds a pattern; its number counts from 0. GLOSS_BAD_PATTERN, offset in its
** source, or in that of the part that gloss_pattern_fault names. */
GLOSS_API bool gloss_pattern_add(gloss_pattern_builder *builder,
                                 gloss_slice source, unsigned flags,
                                 gloss_error *err);
/* The part in whose source the last error lies; empty: the pattern itself. */
GLOSS_API gloss_slice gloss_pattern_fault(const gloss_pattern_builder *builder);
/* The builder stays the caller's, and can be built from once. */
GLOSS_API gloss_patterns *gloss_pattern_build(gloss_pattern_builder *builder,
                                              gloss_error *err);
GLOSS_API void gloss_patterns_free(gloss_patterns *patterns);
GLOSS_API size_t gloss_patterns_count(const gloss_patterns *patterns);
/* The names of a pattern's captures, in the order in which they stand in it;
** `name` is NULL behind the last. */
GLOSS_API const char *gloss_patterns_capture(const gloss_patterns *patterns,
                                             size_t pattern, size_t i);

/* The layers whose rows they ask for; NULL behind the last. */
GLOSS_API const char *gloss_patterns_layer(const gloss_patterns *patterns,
                                           size_t i);

typedef struct gloss_capture {
  gloss_span span;          /* {UINT32_MAX, UINT32_MAX}: unset */
  const gloss_layer *layer; /* of a capture of one annotation, else NULL */
  uint32_t row;
  uint32_t first, last;     /* tokens, from 0; the last one in */
} gloss_capture;

typedef struct gloss_match {
  gloss_span span;
  uint32_t pattern;
  uint32_t first, last;          /* tokens, from 0; the last one in */
  const gloss_capture *captures; /* as gloss_patterns_capture counts */
} gloss_match;

/* The patterns must outlive it. */
GLOSS_API gloss_matcher *gloss_matcher_new(const gloss_patterns *patterns,
                                           gloss_error *err);
GLOSS_API void gloss_matcher_free(gloss_matcher *matcher);
/* The matches inside `within`, at most `limit` (0: all): of each pattern its
** leftmost-longest ones, apart; by start, the longest first, then by number of
** the pattern. The array lives until the next call. GLOSS_NO_MEMORY;
** GLOSS_BAD_PATTERN: a layer or a column that the document does not have;
** GLOSS_LIMIT: a regex of the pattern, or too many annotations at one place. */
GLOSS_API bool gloss_matcher_find(gloss_matcher *matcher, gloss_doc *doc,
                                  gloss_span within, size_t limit,
                                  const gloss_match **matches, size_t *count,
                                  gloss_error *err);

/* Classes of tokens: bit i of a token says that pattern i takes it alone. `tags`
** has room for every token; those of masked text get none. At most
** GLOSS_MAX_TAGS patterns, of one token each. GLOSS_NO_MEMORY, GLOSS_LIMIT. */
#define GLOSS_MAX_TAGS 62
GLOSS_API bool gloss_matcher_tags(gloss_matcher *matcher, gloss_doc *doc,
                                  uint64_t *tags, gloss_error *err);
/* The same of the tokens inside `within` alone: of what else `tags` has room
** for nothing is written. Where a pattern asks for the edges of sentences,
** `within` should cut none. */
GLOSS_API bool gloss_matcher_tags_in(gloss_matcher *matcher, gloss_doc *doc,
                                     gloss_span within, uint64_t *tags,
                                     gloss_error *err);
/* The first pattern that takes an annotation or more than one token; the count
** if none does. */
GLOSS_API size_t gloss_patterns_longer(const gloss_patterns *patterns);
/* The folded form of a token once a matcher has been in the document; bytes
** NULL before that, and for a token over 255 bytes. Lives as the document. */
GLOSS_API gloss_slice gloss_doc_folded(const gloss_doc *doc, size_t token);

/* The distinct words of a document's tokens (bytes, kind and flags), by number.
** A number below `limit` means the same word in all documents of a workspace
** whose `epoch` is the same; 0 stands for tokens over 255 bytes. `numbers`, one
** for each token, lives as long as the document. GLOSS_NO_MEMORY. */
typedef struct gloss_word_numbers {
  const uint32_t *numbers;
  uint32_t limit;
  uint64_t epoch;
} gloss_word_numbers;
GLOSS_API bool gloss_doc_words(gloss_doc *doc, gloss_word_numbers *out,
                               gloss_error *err);

/* What letter case says in a document, as five bits from `bit` on: 0 a capital
** says nothing here (a sentence begins, or follows an opening mark; all of a
** heading), 1 a heading, or all in capitals; of words with a capital, 2 the word
** stands in small letters too, 3 it has a capital where one says something, 4
** the former more than a third as often. `tags` has for each token what
** gloss_matcher_tags found, by the bits of which capitals, small letters and
** opening marks are known. GLOSS_NO_MEMORY, GLOSS_BAD_ARGUMENT. */
#define GLOSS_CASING_BITS 5
typedef struct gloss_casing {
  uint64_t capital; /* words that begin with one */
  uint64_t small;   /* words with a small letter */
  uint64_t opening; /* marks behind which a capital says nothing */
  unsigned bit;
} gloss_casing;
GLOSS_API bool gloss_doc_casing(gloss_doc *doc, const gloss_casing *how,
                                uint64_t *tags, gloss_error *err);

/* How a match came about: which part of the source took which tokens, in the
** order of the text. */
typedef struct gloss_step {
  uint32_t first, last; /* tokens, the last one in */
  gloss_slice source;   /* as written in the pattern or part */
} gloss_step;
GLOSS_API bool gloss_matcher_explain(gloss_matcher *matcher, gloss_doc *doc,
                                     const gloss_match *match,
                                     const gloss_step **steps, size_t *count,
                                     gloss_error *err);
/* The nearest miss: the start from which a pattern goes furthest and yet does
** not match. `expected`: what it would have taken next, at the token behind
** `last`. False with err->code GLOSS_OK: nothing fits even one token. */
typedef struct gloss_miss {
  uint32_t first, last; /* tokens, the last one in */
  bool edge;            /* it met the end of a sentence, or a mask */
  const gloss_slice *expected;
  size_t expected_count;
} gloss_miss;
GLOSS_API bool gloss_matcher_nearest(gloss_matcher *matcher, gloss_doc *doc,
                                     gloss_span within, size_t pattern,
                                     gloss_miss *out, gloss_error *err);

#ifdef __cplusplus
}
#endif

#endif

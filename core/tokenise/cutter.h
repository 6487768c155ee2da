/* cutter.h - cuts one chunk (a run without white space) into tokens.
**
** Each gloss_cut_... looks at one place of the chunk; it adds tokens and gives
** the offset behind them, or the offset it was given where it does not apply.
** All are linear over a chunk: what was looked at in vain is remembered. */
#ifndef GLOSS_TOKENISE_CUTTER_H
#define GLOSS_TOKENISE_CUTTER_H

#include "language/language.h"
#include "tokenise/chars.h"
#include "tokenise/token_list.h"
#include "tokenise/token_rules.h"

typedef struct gloss_cutter {
  const gloss_language *language;
  const char *text;
  size_t len;
  gloss_token_list *list; /* with room for a token a byte of the chunk */
  size_t start, stop;     /* the chunk */
  uint32_t seen;          /* the classes in it, CHAR_BIT_OF each */
  size_t no_email;        /* no address begins before this */
  size_t no_file;         /* no file name begins before this */
  size_t quote;           /* behind the last ' that opened a quotation */
} gloss_cutter;

/* Beside the classes in a set of them: a byte above ASCII, and (of a chunk) a
** letter or digit behind a period. */
#define SEEN_WIDE ((uint32_t)1 << 30)
#define SEEN_INNER_DOT ((uint32_t)1 << 31)

void gloss_cut_chunk(gloss_cutter *cutter, size_t start, size_t stop);
/* The same without the short way for plain words between signs; for tests. */
void gloss_cut_chunk_by_rules(gloss_cutter *cutter, size_t start, size_t stop);

size_t gloss_cut_word(gloss_cutter *cutter, size_t at);
size_t gloss_cut_apostrophe(gloss_cutter *cutter, size_t at);
size_t gloss_cut_hyphen(gloss_cutter *cutter, size_t at);
size_t gloss_cut_number(gloss_cutter *cutter, size_t at);
size_t gloss_cut_mark(gloss_cutter *cutter, size_t at, gloss_char class);
size_t gloss_cut_web(gloss_cutter *cutter, size_t at);
size_t gloss_cut_handle(gloss_cutter *cutter, size_t at, gloss_char class);
size_t gloss_cut_emoticon(gloss_cutter *cutter, size_t at);
size_t gloss_cut_emoji(gloss_cutter *cutter, size_t at, gloss_char class);

/* The end of the run of letters, digits, marks and underscores at `at`; the
** classes in it are added to `*seen`. */
size_t gloss_run_end(const gloss_cutter *cutter, size_t at, uint32_t *seen);
/* `at`, or behind the marks that stand there. */
size_t gloss_past_marks(const gloss_cutter *cutter, size_t at);
/* The class at `at`; CHAR_SPACE behind the chunk. */
gloss_char gloss_peek(const gloss_cutter *cutter, size_t at);
/* The class before `at`; CHAR_SPACE at the start of the chunk. */
gloss_char gloss_peek_before(const gloss_cutter *cutter, size_t at);
/* The start of the chunk after this one, if it is on the same or next line;
** else `len`. */
size_t gloss_next_chunk(const gloss_cutter *cutter, size_t at);
/* All that is known of a stretch of text as a word. */
static inline uint64_t gloss_lists_of(const gloss_cutter *k, size_t start,
                                      size_t end) {
  return gloss_word_lists(&k->language->words, k->text + start, end - start);
}

/* Adds a token; GLOSS_ASCII is seen to here where `flags` has it not. */
static inline void gloss_cut_add(gloss_cutter *k, size_t start, size_t end,
                                 gloss_kind kind, unsigned flags,
                                 gloss_token_rule rule) {
  if ((unsigned char)k->text[start] < 0x80 && (flags & GLOSS_ASCII) == 0 &&
      gloss_all_ascii(k->text, start, end))
    flags |= GLOSS_ASCII;
  gloss_token_list_add(k->list, start, end, kind, flags, rule);
}
/* The flags of a run that begins with a letter or digit, with those classes:
** GLOSS_ASCII, and GLOSS_ONE_ATOM where that is sure. */
unsigned gloss_run_flags(uint32_t seen);
/* A sentence may end behind the token added last. */
static inline void gloss_cut_may_end(gloss_cutter *k) {
  gloss_token_list_mark(k->list, k->list->count - 1);
}

#endif

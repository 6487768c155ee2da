/* gloss.h - the whole C interface of gloss: text in, spans out.
**
** Units: every position is a byte offset from 0 into the text, the end left
** out, in 32 bits; a text holds at most GLOSS_MAX_TEXT bytes. Text is valid
** UTF-8 and may hold NUL bytes; no length is ever found by strlen, except for
** the few `const char *` parameters without a length (codes and names).
** Owners: what `_new` or `_build` returns, the caller frees with `_free`
** (NULL is fine). What a getter returns belongs to the object it came from.
** Errors: what can fail returns a pointer (NULL) or a bool (false) and fills
** `*err`, which may be NULL. Messages are one line without positions.
** Threads: a workspace, a document and a builder belong to one thread at a
** time; a language, a dictionary, a regex and a set of patterns never change
** once built and may be shared by any number of threads. There is no global
** state. Three more headers are parts of this one, which includes them. */
#ifndef GLOSS_H
#define GLOSS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define GLOSS_VERSION "0.1.0"
#define GLOSS_API __attribute__((visibility("default")))
#define GLOSS_MAX_TEXT ((size_t)0xFFFFFFF0u) /* bytes of one text */

/* ---- Errors ------------------------------------------------------------ */

typedef enum gloss_code {
  GLOSS_OK,
  GLOSS_NO_MEMORY,
  GLOSS_BAD_UTF8,     /* offset: the first byte at fault */
  GLOSS_TOO_LARGE,    /* a limit of this header is passed */
  GLOSS_BAD_ARGUMENT, /* the caller's mistake */
  GLOSS_BAD_LANGUAGE, /* a field of a language pack */
  GLOSS_BAD_ENTRY,    /* a dictionary entry; offset: byte in the alias */
  GLOSS_BAD_DICT,     /* a compiled dictionary is damaged or foreign */
  GLOSS_BAD_REGEX,    /* offset: byte in the pattern */
  GLOSS_LIMIT,        /* a match, depth or step limit was reached */
  GLOSS_TOO_LATE,     /* a layer exists already; a mask after sentences */
  GLOSS_BAD_PATTERN   /* a token pattern; offset: byte in its source */
} gloss_code;

typedef struct gloss_error {
  gloss_code code;
  size_t offset;     /* bytes, 0 where there is no place */
  char message[256]; /* NUL-terminated, no capital, no full stop */
} gloss_error;

/* The name of a code as scripts see it: "bad_utf8". Never NULL. */
GLOSS_API const char *gloss_code_name(gloss_code code);

/* ---- Spans ------------------------------------------------------------- */

typedef struct gloss_span {
  uint32_t start, end;
} gloss_span;

/* Bytes that somebody else owns. */
typedef struct gloss_slice {
  const char *bytes;
  size_t len;
} gloss_slice;

/* Of spans in order and apart, the first that ends after `offset`; the count if
** none. */
GLOSS_API size_t gloss_spans_after(const gloss_span *spans, size_t count,
                                   uint32_t offset);

/* ---- Text helpers ------------------------------------------------------ */

/* Offset of the first byte that is not part of valid UTF-8 (surrogates and
** overlong forms are not), or `len` where all is well. */
GLOSS_API size_t gloss_utf8_check(const char *text, size_t len);

/* Bytes that a caller owns; NUL-terminated behind `len`. */
typedef struct gloss_string {
  char *bytes;
  size_t len;
} gloss_string;
GLOSS_API void gloss_string_free(gloss_string *string); /* {NULL,0} is fine */

typedef enum gloss_transform {
  GLOSS_FOLD,    /* NFKC_Casefold, quotes, dashes and spaces unified: the form
                    in which dictionaries and patterns compare */
  GLOSS_LOWER,   /* simple mappings, character by character (ß: ẞ) */
  GLOSS_UPPER,
  GLOSS_TITLE,   /* first letter of each word */
  GLOSS_UNACCENT,/* without accents, strokes (ø ł đ) and ligatures (æ œ), and
                    without the points of Hebrew and Arabic */
  GLOSS_COLLATE, /* fold + unaccent: a key that sorts by bytes */
  GLOSS_SHAPE    /* X capital, x other letter, d digit, marks left out, all
                    else as it is; runs of x cut after 1, of X and d after 2:
                    Anna "Xx", USA "XX", 2025-04 "dd-dd" */
} gloss_transform;
/* GLOSS_BAD_UTF8, GLOSS_NO_MEMORY. */
GLOSS_API bool gloss_text_transform(gloss_transform how, const char *text,
                                    size_t len, gloss_string *out,
                                    gloss_error *err);

/* The text with U+FFFD for each piece that is not UTF-8: the start of a code
** point that is cut short is one piece, any other byte at fault is one. `out`
** is the caller's; how many pieces, if `replaced` is given. GLOSS_NO_MEMORY. */
GLOSS_API bool gloss_text_repair(const char *text, size_t len,
                                 gloss_string *out, size_t *replaced,
                                 gloss_error *err);

/* The end of the grapheme cluster (UAX #29, extended) that starts at `from`;
** `len` at the end of text. `text` is valid UTF-8. */
GLOSS_API size_t gloss_grapheme_next(const char *text, size_t len, size_t from);
/* Columns on a terminal; combining marks 0, wide characters 2. */
GLOSS_API size_t gloss_text_width(const char *text, size_t len);
/* The Unicode version of the tables, "15.0.0". */
GLOSS_API const char *gloss_unicode_version(void);

/* ---- Languages --------------------------------------------------------- */

/* What a language pack tells the core, compiled. Built once, then read-only. */
typedef struct gloss_language gloss_language;
typedef struct gloss_language_builder gloss_language_builder;
/* A field of a pack, for checking and for messages. */
typedef enum gloss_field_kind {
  GLOSS_FIELD_LIST,   /* words; add one at a time, order does not matter */
  GLOSS_FIELD_FLAG,   /* "true" or "false" */
  GLOSS_FIELD_TEXT    /* one string */
} gloss_field_kind;
typedef struct gloss_language_field {
  const char *name; /* dotted: "abbreviations.never" */
  gloss_field_kind kind;
  const char *help; /* one line, with an example */
} gloss_language_field;
/* The fields there are, ended by a row whose name is NULL. */
GLOSS_API const gloss_language_field *gloss_language_fields(void);

/* `code` is copied ("en"). `parent`: what it inherits (NULL: und); the new
** language does not keep it. */
GLOSS_API gloss_language_builder *gloss_language_builder_new(
    const char *code, const gloss_language *parent, gloss_error *err);
/* One item of a field. GLOSS_BAD_LANGUAGE: no such field, or a bad item. */
GLOSS_API bool gloss_language_add(gloss_language_builder *builder,
                                  const char *field, const char *item,
                                  size_t len, gloss_error *err);
/* Empties a list field, so that a pack can replace what it inherits. */
GLOSS_API bool gloss_language_clear(gloss_language_builder *builder,
                                    const char *field, gloss_error *err);
/* The builder stays the caller's. GLOSS_BAD_LANGUAGE, GLOSS_NO_MEMORY. */
GLOSS_API gloss_language *gloss_language_build(gloss_language_builder *builder,
                                               gloss_error *err);
GLOSS_API void gloss_language_builder_free(gloss_language_builder *builder);
GLOSS_API const char *gloss_language_code(const gloss_language *language);
GLOSS_API void gloss_language_free(gloss_language *language);

/* ---- Workspaces -------------------------------------------------------- */

/* What one thread keeps between documents: arenas to reuse and the vocabulary
** of folded atoms. Must outlive the documents made with it. */
typedef struct gloss_workspace gloss_workspace;
GLOSS_API gloss_workspace *gloss_workspace_new(gloss_error *err);
GLOSS_API void gloss_workspace_free(gloss_workspace *workspace);

/* ---- Documents --------------------------------------------------------- */

/* A text with its lines, paragraphs, tokens, sentences and layers. The caller
** keeps the text's bytes, the language and the workspace alive; nothing of
** the text is copied. Text and tokens never change, a layer is added once. */
typedef struct gloss_doc gloss_doc;

typedef struct gloss_options {
  const gloss_language *language; /* NULL: und, exactly UAX #29 */
  gloss_workspace *workspace;     /* NULL: the document has its own */
} gloss_options;

/* GLOSS_BAD_UTF8, GLOSS_TOO_LARGE, GLOSS_NO_MEMORY. */
GLOSS_API gloss_doc *gloss_doc_new(const char *text, size_t len,
                                   const gloss_options *options,
                                   gloss_error *err);
GLOSS_API void gloss_doc_free(gloss_doc *doc);
GLOSS_API const char *gloss_doc_text(const gloss_doc *doc, size_t *len);

typedef enum gloss_kind {
  GLOSS_WORD,
  GLOSS_NUMBER,
  GLOSS_PUNCTUATION,
  GLOSS_SYMBOL,
  GLOSS_URL,
  GLOSS_EMAIL,
  GLOSS_MENTION,
  GLOSS_HASHTAG,
  GLOSS_EMOJI,
  GLOSS_KINDS
} gloss_kind;
GLOSS_API const char *gloss_kind_name(gloss_kind kind); /* "word" */

enum {                    /* flags of a token */
  GLOSS_CLITIC = 1,       /* cut from the token before it: do|n't */
  GLOSS_ABBREVIATION = 2, /* its period belongs to it: Mr. U.S. */
  GLOSS_ONE_ATOM = 4,     /* surely one atom; others may be one too */
  GLOSS_ASCII = 8         /* all bytes below 0x80 */
};

typedef struct gloss_token {
  uint32_t start, end; /* never empty, never white space at an end */
  uint8_t kind;        /* a gloss_kind */
  uint8_t flags;
  uint8_t rule;        /* why it ends here: gloss_token_rule_name */
} gloss_token;

/* How many tokens, and the i-th (from 0) in text order, by value. */
GLOSS_API size_t gloss_doc_token_count(const gloss_doc *doc);
GLOSS_API gloss_token gloss_doc_token(const gloss_doc *doc, size_t i);
/* The columns themselves, for loops; as long as the document lives. */
typedef struct gloss_token_columns {
  const uint32_t *starts, *ends;
  const uint8_t *kinds, *flags, *rules;
  size_t count;
} gloss_token_columns;
GLOSS_API gloss_token_columns gloss_doc_token_columns(const gloss_doc *doc);
/* Index of the first token that ends after `offset`; the count if none. */
GLOSS_API size_t gloss_doc_token_after(const gloss_doc *doc, uint32_t offset);
GLOSS_API const char *gloss_token_rule_name(unsigned rule); /* "hyphen" */

/* Sentences, made on first use (a mask after that is GLOSS_TOO_LATE). `rule`
** says why it ends: gloss_sentence_rule_name. */
typedef struct gloss_sentence {
  uint32_t start, end;
  uint8_t rule;
} gloss_sentence;
/* GLOSS_NO_MEMORY. The array lives as long as the document. */
GLOSS_API const gloss_sentence *gloss_doc_sentences(gloss_doc *doc,
                                                    size_t *count,
                                                    gloss_error *err);
/* Of `count` sentences the first that ends after `offset`; the count if none. */
GLOSS_API size_t gloss_sentences_after(const gloss_sentence *sentences,
                                       size_t count, uint32_t offset);
GLOSS_API const char *gloss_sentence_rule_name(unsigned rule); /* "SB11" */

/* Why there is, or is not, a sentence boundary at each place where one was
** considered (an end mark, a line break). For --explain. */
typedef struct gloss_decision {
  uint32_t at;   /* end of the mark, or the line break */
  uint8_t rule;
  bool boundary;
} gloss_decision;
/* Computed anew at each call; the array lives as long as the document. */
GLOSS_API const gloss_decision *gloss_doc_decisions(gloss_doc *doc,
                                                    size_t *count,
                                                    gloss_error *err);

/* Lines without their line break; paragraphs: lines between blank ones,
** without white space at their ends. GLOSS_NO_MEMORY. */
GLOSS_API const gloss_span *gloss_doc_lines(gloss_doc *doc, size_t *count,
                                            gloss_error *err);
GLOSS_API const gloss_span *gloss_doc_paragraphs(gloss_doc *doc, size_t *count,
                                                 gloss_error *err);

/* What a line that is not blank looks like: what tells text from lists, menus
** and furniture in any language. Words are tokens of words and numbers,
** clitics left out; "white space" as Unicode has it. */
typedef struct gloss_line_form {
  gloss_span span;      /* without white space at its ends */
  uint32_t token;       /* its first token, and how many */
  uint32_t tokens;
  uint32_t words;
  uint32_t wide;        /* of these: in a script that writes no spaces */
  uint32_t numbers;     /* of these: begin with a digit */
  uint32_t small;       /* ... with a small letter */
  uint32_t capitals;    /* ... with a capital */
  uint32_t shouted;     /* ... with two capitals */
  uint32_t stops;       /* ends of sentences inside: marks and white space */
  uint32_t pauses;      /* commas, colons, dashes */
  uint32_t signs;       /* other marks, no quotes or brackets: | * & > */
  uint32_t links;       /* addresses, mentions, hashtags */
  uint32_t head, tail;  /* first and last code point; tail: before quotes and
                           brackets, U+2026 for "..." */
  uint32_t blank_above; /* blank lines */
} gloss_line_form;
/* Computed anew at each call; the array lives as long as the document.
** GLOSS_NO_MEMORY. */
GLOSS_API const gloss_line_form *gloss_doc_line_forms(gloss_doc *doc,
                                                      size_t *count,
                                                      gloss_error *err);

/* Atoms: the finest pieces, on which dictionaries work (docs/tokens.md).
** Made on first use. GLOSS_NO_MEMORY. */
GLOSS_API const gloss_span *gloss_doc_atoms(gloss_doc *doc, size_t *count,
                                            gloss_error *err);

/* Hides spans (sorted, apart, inside the text, cutting no code point) from
** sentences, dictionaries and patterns; their edges end sentences. Once,
** before sentences exist.
** GLOSS_TOO_LATE, GLOSS_BAD_ARGUMENT, GLOSS_NO_MEMORY. Copied. */
GLOSS_API bool gloss_doc_mask(gloss_doc *doc, const gloss_span *spans,
                              size_t count, gloss_error *err);
GLOSS_API bool gloss_doc_masked(const gloss_doc *doc, uint32_t start,
                                uint32_t end); /* does a mask overlap it? */

/* ---- Layers ------------------------------------------------------------ */

/* Spans of one kind over a document, sorted by start, longest first, with
** columns. Opened, filled, then sealed: after that it never changes. It lives
** in the document. At most GLOSS_MAX_COLUMNS columns. */
typedef struct gloss_layer gloss_layer;
#define GLOSS_MAX_COLUMNS 64

typedef enum gloss_value_kind {
  GLOSS_NIL,
  GLOSS_BOOLEAN,
  GLOSS_INTEGER,
  GLOSS_REAL,
  GLOSS_STRING, /* any bytes */
  GLOSS_REF     /* a span: of a layer (row), or free (layer NULL) */
} gloss_value_kind;

typedef struct gloss_value {
  gloss_value_kind kind;
  union {
    bool boolean;
    int64_t integer;
    double real;
    struct { const char *bytes; size_t len; } string;
    struct { gloss_span span; } ref;
  } as;
} gloss_value;

/* GLOSS_TOO_LATE: the name is taken. GLOSS_NO_MEMORY. */
GLOSS_API gloss_layer *gloss_layer_open(gloss_doc *doc, const char *name,
                                        size_t len, gloss_error *err);
/* The number of the column called so, made when new; -1 on failure
** (GLOSS_TOO_LARGE, GLOSS_NO_MEMORY). */
GLOSS_API int gloss_layer_column(gloss_layer *layer, const char *name,
                                 size_t len, gloss_error *err);
/* Adds a row, all nil. GLOSS_BAD_ARGUMENT: empty or outside the text, or cuts
** a code point. */
GLOSS_API bool gloss_layer_add(gloss_layer *layer, gloss_span span,
                               gloss_error *err);
/* Sets a column of the row added last. Bytes are copied. */
GLOSS_API bool gloss_layer_set(gloss_layer *layer, int column,
                               gloss_value value, gloss_error *err);
/* Sorts (stable: rows with one span stay in the order added) and closes it;
** only now the document shows it. */
GLOSS_API bool gloss_layer_seal(gloss_layer *layer, gloss_error *err);
/* A sealed layer of the document, or NULL; the i-th (from 0), or NULL. */
GLOSS_API const gloss_layer *gloss_doc_layer(const gloss_doc *doc,
                                             const char *name, size_t len);
GLOSS_API const gloss_layer *gloss_doc_layer_at(const gloss_doc *doc, size_t i);
/* Names of layers and columns: NUL-terminated behind their length. */
GLOSS_API const char *gloss_layer_name(const gloss_layer *layer, size_t *len);
GLOSS_API size_t gloss_layer_count(const gloss_layer *layer);
GLOSS_API gloss_span gloss_layer_span(const gloss_layer *layer, size_t row);
GLOSS_API size_t gloss_layer_column_count(const gloss_layer *layer);
GLOSS_API const char *gloss_layer_column_name(const gloss_layer *layer,
                                              int column, size_t *len);
/* The number of a column, -1 if there is none. */
GLOSS_API int gloss_layer_find_column(const gloss_layer *layer,
                                      const char *name, size_t len);
GLOSS_API gloss_value gloss_layer_value(const gloss_layer *layer, size_t row,
                                        int column);
/* Index of the first row that starts at or after `offset`. */
GLOSS_API size_t gloss_layer_after(const gloss_layer *layer, uint32_t offset);

#ifdef __cplusplus
}
#endif

#include "gloss_dict.h"    /* dictionaries and linking */
#include "gloss_match.h"   /* regular expressions, token patterns */
#include "gloss_acronyms.h" /* short forms that a text defines */
#include "gloss_names.h"   /* names without a dictionary */
#include "gloss_grammar.h" /* phrases of a small vocabulary */
#include "gloss_times.h"   /* dates, times of day, durations */
#include "gloss_amounts.h" /* money, percent, quantities, counts, ordinals */
#include "gloss_clean.h"   /* the article of a news page */
#include "gloss_clauses.h" /* who said what, and who is what */

#endif

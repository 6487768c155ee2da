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
** once built and may be shared by any number of threads. There is no global state. */
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

/* ---- Dictionaries ------------------------------------------------------ */

/* A compiled dictionary: read-only, made by a builder or opened over mapped
** bytes. Entities have an id, a type, a name and metadata columns; aliases
** are the names by which a text may call them. */
typedef struct gloss_dict gloss_dict;
typedef struct gloss_dict_builder gloss_dict_builder;
typedef enum gloss_case { GLOSS_SMART, GLOSS_EXACT, GLOSS_FOLDED } gloss_case;

#define GLOSS_MAX_ALIAS_ATOMS 64
#define GLOSS_NO_DATE_FROM INT32_MIN
#define GLOSS_NO_DATE_TO INT32_MAX

/* Days since 1970-01-01; both ends inclusive; open ends as above. */
typedef struct gloss_period {
  int32_t from, to;
} gloss_period;
#define GLOSS_ALWAYS { GLOSS_NO_DATE_FROM, GLOSS_NO_DATE_TO }

/* Bytes that somebody else owns. */
typedef struct gloss_slice {
  const char *bytes;
  size_t len;
} gloss_slice;

typedef struct gloss_alias_options {
  gloss_case letter_case;
  bool accents;           /* true: accents count */
  bool inside;            /* may begin or end where letters touch digits */
  bool generated;         /* made by a rule, not listed */
  uint8_t fuzzy;          /* 0 to 2 edits (docs/dictionaries.md) */
  gloss_slice require, avoid; /* context words as in the source */
  gloss_period valid;     /* GLOSS_ALWAYS, not {0, 0} */
} gloss_alias_options;

GLOSS_API gloss_dict_builder *gloss_dict_builder_new(gloss_error *err);
GLOSS_API void gloss_dict_builder_free(gloss_dict_builder *builder);
/* A new entity; its number (from 0), or -1. The id must be new.
** The name is not yet an alias. Strings are copied. GLOSS_BAD_ENTRY. */
GLOSS_API int64_t gloss_dict_add_entity(gloss_dict_builder *builder,
                                        gloss_slice id, gloss_slice type,
                                        gloss_slice name, gloss_period valid,
                                        gloss_error *err);
/* The number of the entity with that id, or -1. */
GLOSS_API int64_t gloss_dict_builder_find(const gloss_dict_builder *builder,
                                          gloss_slice id);
GLOSS_API bool gloss_dict_add_field(gloss_dict_builder *builder, int64_t entity,
                                    gloss_slice column, gloss_slice value,
                                    gloss_error *err);
/* `options` NULL: smart case, no context, always valid. GLOSS_BAD_ENTRY: the
** alias is empty, too long, or holds a blank line; its offset tells where. */
GLOSS_API bool gloss_dict_add_alias(gloss_dict_builder *builder, int64_t entity,
                                    gloss_slice alias,
                                    const gloss_alias_options *options,
                                    gloss_error *err);
GLOSS_API bool gloss_dict_add_role(gloss_dict_builder *builder, int64_t entity,
                                   gloss_slice role, gloss_slice of,
                                   gloss_period valid, gloss_slice source,
                                   gloss_error *err);
/* A former id, which still resolves. */
GLOSS_API bool gloss_dict_add_former(gloss_dict_builder *builder,
                                     int64_t entity, gloss_slice former,
                                     gloss_error *err);
/* Text that is consumed and yields nothing; entity -1: for all. */
GLOSS_API bool gloss_dict_add_exclude(gloss_dict_builder *builder,
                                      gloss_slice text, int64_t entity,
                                      gloss_error *err);
/* The compiled form: the same bytes from the same calls up to their order.
** `*out` is the caller's (gloss_string_free). The builder is used up. */
GLOSS_API bool gloss_dict_build(gloss_dict_builder *builder, gloss_string *out,
                                gloss_error *err);

/* Opens a compiled dictionary over bytes that the caller keeps alive (8-byte
** aligned, mapped or in memory). Header and section table are verified; with
** `verify` the whole checksum too (always below 8 MB). GLOSS_BAD_DICT. */
GLOSS_API gloss_dict *gloss_dict_open(const void *bytes, size_t len,
                                      bool verify, gloss_error *err);
GLOSS_API void gloss_dict_free(gloss_dict *dict);

typedef struct gloss_entity {
  gloss_slice id, type, name;
  gloss_period valid;
} gloss_entity;
typedef struct gloss_role {
  gloss_slice role, of, source;
  gloss_period valid;
} gloss_role;
typedef struct gloss_alias {
  gloss_slice text;
  uint32_t entity; /* GLOSS_NO_ENTITY: an exclude for all */
  bool exclude;
  gloss_alias_options options;
} gloss_alias;
#define GLOSS_NO_ENTITY UINT32_MAX

GLOSS_API size_t gloss_dict_entity_count(const gloss_dict *dict);
/* Aliases and excludes, in no order of meaning. */
GLOSS_API size_t gloss_dict_alias_count(const gloss_dict *dict);
/* All empty where the number is out of range. */
GLOSS_API gloss_entity gloss_dict_entity(const gloss_dict *dict, size_t entity);
/* By id or former id; -1 if none. */
GLOSS_API int64_t gloss_dict_find_id(const gloss_dict *dict, gloss_slice id);
GLOSS_API size_t gloss_dict_field_count(const gloss_dict *dict, size_t entity);
GLOSS_API bool gloss_dict_field(const gloss_dict *dict, size_t entity, size_t i,
                                gloss_slice *column, gloss_slice *value);
GLOSS_API size_t gloss_dict_role_count(const gloss_dict *dict, size_t entity);
GLOSS_API bool gloss_dict_role(const gloss_dict *dict, size_t entity, size_t i,
                               gloss_role *role);
/* All former ids, sorted; false where the number is out of range. */
GLOSS_API size_t gloss_dict_former_count(const gloss_dict *dict);
GLOSS_API bool gloss_dict_former(const gloss_dict *dict, size_t i,
                                 gloss_slice *former, size_t *entity);
/* Aliases and excludes of one entity, by their numbers in the dictionary. */
GLOSS_API size_t gloss_dict_entity_alias_count(const gloss_dict *dict,
                                               size_t entity);
GLOSS_API size_t gloss_dict_entity_alias(const gloss_dict *dict, size_t entity,
                                         size_t i);
GLOSS_API bool gloss_dict_alias(const gloss_dict *dict, size_t alias,
                                gloss_alias *out);

/* One place in a text that some aliases fit. */
typedef struct gloss_hit {
  uint32_t start, end;
  uint32_t first;   /* its candidates: candidates[first .. first + count) */
  uint32_t count;   /* at least 1, in order of alias number */
  uint32_t edits;   /* 0: the names themselves; else all are so many away */
} gloss_hit;
typedef struct gloss_hits {
  const gloss_hit *hits; /* in text order; of the longest policy: apart */
  size_t count;
  const uint32_t *candidates; /* alias numbers */
  size_t candidate_count;
} gloss_hits;
enum { GLOSS_ALL_HITS = 1 }; /* overlapping ones too, not leftmost-longest */
/* Finds the dictionary's aliases in a document, masked text skipped, exclude
** phrases consumed. The arrays live as long as the document. One call at a
** time for a document. GLOSS_NO_MEMORY. */
GLOSS_API bool gloss_dict_find(const gloss_dict *dict, gloss_doc *doc,
                               unsigned flags, gloss_hits *out,
                               gloss_error *err);

/* ---- Linking ------------------------------------------------------------ */

/* Which entities the names of a document mean (docs/dictionaries.md), in two
** calls for a document. gloss_linker_find finds the names that dictionaries
** list, and decides. For a name of several words whose short forms the linker
** has not been told yet, it asks; the caller answers. gloss_linker_add finds
** the short forms of what the document names in full, and adds the layers
** `entities` and `unlinked`. A linker borrows its dictionaries; both must
** outlive the documents it links, whose rows refer to them. One thread. */
typedef struct gloss_linker gloss_linker;
GLOSS_API gloss_linker *gloss_linker_new(const gloss_dict *const *dicts,
                                         size_t count, gloss_error *err);
GLOSS_API void gloss_linker_free(gloss_linker *linker);

/* Words in front of a surname that are no part of a name. */
typedef enum gloss_link_words {
  GLOSS_LINK_TITLES,  /* Mr, President */
  GLOSS_LINK_OPENERS, /* have a capital since a sentence begins: The, When */
  GLOSS_LINK_LISTS
} gloss_link_words;
GLOSS_API bool gloss_linker_word(gloss_linker *linker, gloss_link_words list,
                                 gloss_slice word, gloss_error *err);

enum {
  GLOSS_LINK_ALL = 1,    /* overlapping names, too */
  GLOSS_LINK_DERIVED = 2,/* short forms of names, too */
  GLOSS_LINK_EXPLAIN = 4 /* keep what lost: gloss_linker_lost */
};
/* `date`: the first and the last day that the document may be of. */
GLOSS_API bool gloss_linker_find(gloss_linker *linker, gloss_doc *doc,
                                 unsigned flags, gloss_period date,
                                 gloss_error *err);

/* A name in full: of which type of entity, what it is called, and how. */
typedef struct gloss_link_ask {
  gloss_slice type, name, form;
} gloss_link_ask;
/* The i-th name (from 0) that is asked for; false: there are no more. */
GLOSS_API bool gloss_linker_ask(const gloss_linker *linker, size_t i,
                                gloss_link_ask *out);
/* One short form of it. `via` is a word for how it was made; a "surname" or
** "given" name must not be part of a longer name in the text. */
GLOSS_API bool gloss_linker_answer(gloss_linker *linker, size_t i,
                                   gloss_slice alias, gloss_slice via,
                                   gloss_case letter_case, gloss_error *err);
/* Of the document that gloss_linker_find was given last. */
GLOSS_API bool gloss_linker_add(gloss_linker *linker, gloss_doc *doc,
                                gloss_error *err);

/* What competed and lost: an entity, or (GLOSS_NO_ENTITY) a name as such. */
typedef struct gloss_link_lost {
  gloss_span span;
  gloss_slice id, alias;
  const char *rule;    /* "date", "prior", ...: docs/dictionaries.md */
  gloss_slice because; /* the word, the number ...; may be empty */
} gloss_link_lost;
/* By i from 0, until the next document; false: no more. */
GLOSS_API bool gloss_linker_lost(const gloss_linker *linker, size_t i,
                                 gloss_link_lost *out);

/* The i-th entity that a row of the layer `entities` may mean, the likeliest
** first; false: no more, or a layer that no linker made. */
typedef struct gloss_linked {
  uint32_t dict, entity; /* which of the linker's dictionaries */
  float score;           /* its share of what speaks for any of them */
  bool chosen;           /* this is the one */
} gloss_linked;
GLOSS_API bool gloss_layer_linked(const gloss_layer *layer, size_t row,
                                  size_t i, gloss_linked *out);

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

#include "gloss_grammar.h" /* phrases of a small vocabulary */

#endif

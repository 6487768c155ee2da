/* bind.h - what the files of the Lua module share.
**
** Each type has one file; `bind_open_X` adds its functions to the module's
** table, which is on top of the stack. Positions become Lua's (bytes from 1,
** last one in) in `bind_push_first` and `bind_push_last` only. Nothing that C
** must free is held on the C stack while Lua may raise: it lives in a userdata
** from the start. One Lua state belongs to one thread. */
#ifndef BIND_H
#define BIND_H

#include <lauxlib.h>
#include <lua.h>
#include <string.h>

#include "gloss.h"

/* Names of the metatables in the registry. */
#define BIND_DOC "gloss.doc"
#define BIND_DOC_METHODS "gloss.doc.methods" /* a table, in the registry */
#define BIND_VIEW "gloss.view"
#define BIND_SPAN "gloss.span"
#define BIND_REGEX "gloss.regex"
#define BIND_LANGUAGE "gloss.language"
#define BIND_ERROR "gloss.error"

/* The metatables of values that loops make are found by address, which is
** quicker than by name: these addresses are keys in the registry. */
extern const char bind_span_key, bind_view_key;

/* ---- Errors (error.c) ---------------------------------------------------- */

/* Room for `count` more values; raises "not enough memory", where
** luaL_checkstack would blame the stack. */
void bind_check_stack(lua_State *L, int count);

/* Pushes nil and an error value made of `err`; returns 2. */
int bind_push_error(lua_State *L, const gloss_error *err);
/* The same for a fault that bindings find; `first` from 1, 0: no place. */
int bind_fail(lua_State *L, const char *code, lua_Integer first,
              const char *format, ...);
/* Raises `no WHAT "name"`, with the nearest string of the table at
** `candidates` (its string keys and string values) as a suggestion. */
int bind_unknown(lua_State *L, const char *what, const char *name,
                 int candidates);
void bind_open_error(lua_State *L);

/* ---- Bytes (buffer.c) ---------------------------------------------------- */

/* Bytes that grow; a userdata owns them, so an error leaks nothing. There is
** one for a Lua state, reused: who takes it calls no Lua code before it is
** pushed. */
typedef struct bind_buffer {
  char *bytes;
  size_t len, size;
} bind_buffer;
bind_buffer *bind_take_buffer(lua_State *L); /* empty; pushes nothing */
void bind_grow(lua_State *L, bind_buffer *b, size_t more);
static inline void bind_put(lua_State *L, bind_buffer *b, const char *bytes,
                            size_t len) {
  if (len > b->size - b->len) bind_grow(L, b, len);
  if (len > 0) memcpy(b->bytes + b->len, bytes, len);
  b->len += len;
}
static inline void bind_put_char(lua_State *L, bind_buffer *b, char c) {
  if (b->len == b->size) bind_grow(L, b, 1);
  b->bytes[b->len++] = c;
}
#define bind_put_text(L, b, literal) bind_put(L, b, literal, sizeof literal - 1)
void bind_push_buffer(lua_State *L, bind_buffer *b); /* as a Lua string */

/* ---- Documents (doc.c) --------------------------------------------------- */

/* The Lua string `text` is anchored by the userdata. */
typedef struct bind_doc {
  gloss_doc *doc; /* NULL: closed */
  const char *text;
  size_t len;
  bool masked; /* some text is */
  const gloss_span *masks; /* sorted, apart; a user value keeps them */
  size_t mask_count;
} bind_doc;

/* User values of a document. */
enum {
  BIND_DOC_TEXT = 1,
  BIND_DOC_FIELDS,    /* table: id, title, ... meta */
  BIND_DOC_WORKSPACE, /* keeps it alive */
  BIND_DOC_LANGUAGE,  /* keeps it alive */
  BIND_DOC_CACHE,     /* table: views by name; per layer, ends (view.c) */
  BIND_DOC_MASKS,     /* keeps the masks alive */
  BIND_DOC_LINKER,    /* keeps it alive */
  BIND_DOC_VALUES = BIND_DOC_LINKER
};

/* The open document at `arg`; raises where it is none, or closed. */
bind_doc *bind_check_doc(lua_State *L, int arg);
/* Raises "document is closed". */
void bind_check_open(lua_State *L, const bind_doc *owner);
/* Pushes a field of the document at `index` ("id"), or nil. */
int bind_push_doc_field(lua_State *L, int index, const char *name);
/* Pushes the userdata of the workspace of this Lua state. */
gloss_workspace *bind_push_workspace(lua_State *L);
void bind_open_doc(lua_State *L);

/* ---- Spans (span.c) ------------------------------------------------------ */

typedef enum bind_source {
  BIND_FREE,
  BIND_TOKENS,
  BIND_SENTENCES,
  BIND_PARAGRAPHS,
  BIND_LINES,
  BIND_ATOMS,
  BIND_LAYER,
  BIND_MATCH,        /* of a regex, whose groups follow the span */
  BIND_PATTERN_MATCH /* of a pattern, whose captures follow it */
} bind_source;

/* User value 1: the document; 2 of a match: the regex, or the patterns, whose
** captures follow the span (bind_captures). */
typedef struct bind_span {
  const bind_doc *owner;
  const gloss_layer *layer; /* of BIND_LAYER */
  gloss_span span;
  uint32_t index; /* row in its source, from 0 */
  uint32_t place; /* in the view that gave it: where to look first */
  bind_source source;
  gloss_span groups[]; /* of BIND_MATCH: all groups of its regex */
} bind_span;

/* The userdata at `arg` if its metatable is the one behind `key`, or NULL. */
void *bind_test_type(lua_State *L, int arg, const char *key);
/* The span at `arg`, its document open; raises. */
bind_span *bind_check_span(lua_State *L, int arg);
/* The span at `arg`, or NULL where it is none. */
bind_span *bind_test_span(lua_State *L, int arg);
/* Pushes a span of the document at `doc`. */
bind_span *bind_push_span(lua_State *L, int doc, bind_source source,
                          const gloss_layer *layer, uint32_t index,
                          gloss_span span);
/* Pushes a match with room for `groups`; its regex is at index `regex`. */
bind_span *bind_push_match(lua_State *L, int doc, int regex, size_t groups);
/* Pushes a match of the patterns at index `patterns` with room for `captures`,
** which bind_captures gives. */
bind_span *bind_push_pattern_match(lua_State *L, int doc, int patterns,
                                   size_t captures);
/* Pushes a capture: an annotation, a free span, nil where it is unset. */
void bind_push_capture(lua_State *L, int doc, const gloss_capture *capture);
static inline gloss_capture *bind_captures(bind_span *match) {
  return (gloss_capture *)(void *)(match + 1);
}
void bind_push_first(lua_State *L, gloss_span span);
void bind_push_last(lua_State *L, gloss_span span);
/* first and last at `arg` and `arg + 1`: a span inside the text, on the edges
** of code points; raises. */
gloss_span bind_check_place(lua_State *L, const bind_doc *owner, int arg);
/* Whether the span lies in the text and cuts no code point. */
bool bind_is_place(const bind_doc *owner, lua_Integer first, lua_Integer last);
void bind_open_span(lua_State *L);

/* ---- Fields of spans (field.c) ------------------------------------------- */

/* Where a field is read from; found once, read for many rows. */
typedef struct bind_field {
  enum {
    BIND_GETTER,      /* every span has it */
    BIND_OF_TOKEN,
    BIND_OF_SENTENCE,
    BIND_COLUMN,      /* of a layer */
    BIND_EXTENDED     /* core.extend gave it */
  } how;
  int number;
  int key; /* of BIND_EXTENDED: the stack index of its name */
} bind_field;
struct bind_rows;

/* Is `name` a field or method that every span has? */
bool bind_is_span_field(const char *name);
/* Finds a field that only spans of this source have. */
bool bind_find_own_field(bind_source source, const gloss_layer *layer,
                         const char *name, size_t len, bind_field *field);
/* Finds any field of these rows; its name, a string, is at index `key`. */
bool bind_find_field(lua_State *L, const struct bind_rows *rows, int key,
                     bind_field *field);
/* Pushes a field; the document is at index `doc` (above 0). */
void bind_push_field(lua_State *L, int doc, const bind_span *span,
                     const bind_field *field);
/* The number of the sentence around the start of a span, from 1; 0: none. */
size_t bind_sentence_number(lua_State *L, const bind_span *span);
size_t bind_paragraph_number(lua_State *L, const bind_span *span);
/* Pushes what core.extend gave to a layer in "getters" or "methods" under the
** name at `key`; false, pushing nothing, where there is none. */
bool bind_push_extended(lua_State *L, const gloss_layer *layer,
                        const char *part, int key);
/* Raises `no field of LAYER "name"`, with a suggestion. */
int bind_unknown_field(lua_State *L, bind_source source,
                       const gloss_layer *layer, const char *name);
/* Adds name -> number of the fields of every span to the table on top. */
void bind_add_getters(lua_State *L);
/* Pushes a value of a layer; a reference becomes a free span. */
void bind_push_value(lua_State *L, int doc, const gloss_value *value);
void bind_open_field(lua_State *L);

/* ---- Views (view.c) ------------------------------------------------------ */

/* What a view is over: rows of one source, by index. */
typedef struct bind_rows {
  const bind_doc *owner;
  const gloss_layer *layer;
  bind_source source;
  size_t count;
  const uint32_t *starts, *ends;    /* tokens */
  const gloss_span *spans;          /* paragraphs, lines, atoms */
  const gloss_sentence *sentences;
} bind_rows;

/* Fills `rows` for a source; false: no memory. */
bool bind_rows_of(const bind_doc *owner, bind_source source,
                  const gloss_layer *layer, bind_rows *rows, gloss_error *err);
gloss_span bind_row(const bind_rows *rows, size_t i);
/* Is the row masked, as docs/lua.md says? */
bool bind_row_masked(const bind_rows *rows, size_t i);
/* The source called so (BIND_FREE: none of the core's); its name. */
bind_source bind_source_named(const char *name);
const char *bind_source_name(bind_source source);
/* Pushes the view called `name` of the document at `doc`; false, pushing
** nothing, where there is no such layer. */
bool bind_push_view(lua_State *L, int doc, const char *name, size_t len,
                    bool all);
/* Adds the names that are always views as keys to the table on top. */
void bind_add_view_names(lua_State *L);
/* Pushes the view of what overlaps `span`. */
void bind_push_overlapping(lua_State *L, int doc, const char *name,
                           gloss_span span);
void bind_open_view(lua_State *L);

/* ---- The other files ----------------------------------------------------- */

/* Hides the spans of the userdata at `spans`, sorted and apart, in the document
** at `doc`, which keeps them. Returns 0, or pushes nil and an error: 2. Both
** are indices above 0. */
int bind_mask(lua_State *L, int doc, int spans, size_t count);
void bind_open_layer(lua_State *L);

/* The language at `arg`, for as long as that value lives; nil gives NULL. */
const gloss_language *bind_opt_language(lua_State *L, int arg);
/* A number that no other language of the process ever has; 0 for nil. */
uint64_t bind_language_serial(lua_State *L, int arg);
void bind_open_language(lua_State *L);

/* Pushes the transformed text, or nil and an error; returns how many. */
int bind_push_transform(lua_State *L, gloss_transform how, const char *text,
                        size_t len);
void bind_open_text(lua_State *L);

/* Appends a number as JSON has it, shortest; false: NaN or infinite. */
bool bind_put_real(lua_State *L, bind_buffer *b, double value);
void bind_put_integer(lua_State *L, bind_buffer *b, int64_t value);
/* Appends a JSON string with its quotes; false: not UTF-8. `trusted`: it is
** known to be UTF-8. */
bool bind_put_string(lua_State *L, bind_buffer *b, const char *bytes,
                     size_t len, bool trusted);
void bind_open_number(lua_State *L);
void bind_open_json(lua_State *L);

void bind_open_regex(lua_State *L);
void bind_open_pattern(lua_State *L);
/* The matcher of the patterns at `arg`; raises. */
gloss_matcher *bind_check_matcher(lua_State *L, int arg);
void bind_open_classes(lua_State *L);
void bind_open_acronyms(lua_State *L);
void bind_open_names(lua_State *L);
void bind_open_grammar(lua_State *L);
void bind_open_amounts(lua_State *L);
void bind_open_times(lua_State *L);
/* clauses.c */
void bind_open_clauses(lua_State *L);
void bind_open_order(lua_State *L);
void bind_open_sort(lua_State *L);
void bind_open_write(lua_State *L);
void bind_open_dict(lua_State *L);
void bind_open_cleaner(lua_State *L);

#endif

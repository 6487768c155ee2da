/* gloss_dict.h - dictionaries, and linking names to their entities; part of gloss.h. */
#ifndef GLOSS_DICT_H
#define GLOSS_DICT_H

#include "gloss.h"

#ifdef __cplusplus
extern "C" {
#endif

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

/* Other ways to write a name, by words that the owner gives. */
typedef struct gloss_variants gloss_variants;
typedef enum gloss_variant_rule {
  GLOSS_VARIANT_WHOLE,     /* a whole name, and what everybody calls it */
  GLOSS_VARIANT_BEGINNING, /* how a name begins, and another beginning */
  GLOSS_VARIANT_BEGINNING_OF_OTHERS, /* the same, but not of persons, */
  GLOSS_VARIANT_WORD,      /* nor this: a word, and another spelling */
  GLOSS_VARIANT_ARTICLE,   /* a beginning that may be left out */
  GLOSS_VARIANT_PERSON,    /* words in use as types, in capitals */
  GLOSS_VARIANT_PLACE,
  GLOSS_VARIANT_ORGANISATION,
  GLOSS_VARIANT_RULES
} gloss_variant_rule;
GLOSS_API gloss_variants *gloss_variants_new(gloss_error *err);
GLOSS_API void gloss_variants_free(gloss_variants *variants);
/* `to` is empty where a rule has none. GLOSS_NO_MEMORY. */
GLOSS_API bool gloss_variants_add(gloss_variants *variants,
                                  gloss_variant_rule rule, gloss_slice from,
                                  gloss_slice to, gloss_error *err);
/* Calls found for each way, perhaps twice for one; the alias lives as long as
** the call. Any number of threads may ask. */
typedef void gloss_variant_found(void *context, gloss_slice alias,
                                 gloss_case letter_case);
GLOSS_API void gloss_variants_each(const gloss_variants *variants,
                                   gloss_slice name, gloss_slice type,
                                   gloss_variant_found *found, void *context);

/* The compiled form: the same bytes from the same calls up to their order.
** `*out` is the caller's (gloss_string_free). The builder is used up. */
GLOSS_API bool gloss_dict_build(gloss_dict_builder *builder, gloss_string *out,
                                gloss_error *err);
/* The same bytes piece by piece, which takes half the memory. The sink gives
** false where it cannot take one; then so does the call: GLOSS_BAD_ARGUMENT. */
typedef bool gloss_dict_sink(void *to, const void *bytes, size_t len);
GLOSS_API bool gloss_dict_write(gloss_dict_builder *builder,
                                gloss_dict_sink *sink, void *to,
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

/* Marks the entities with a text that passes a test (id, former ids, type,
** name, fields, roles, aliases but for generated ones, their require and
** avoid): in `marks`, a bit each from the lowest on, all 0 at first. */
typedef bool gloss_text_test(void *context, gloss_slice text);
GLOSS_API void gloss_dict_grep_with(const gloss_dict *dict,
                                    gloss_text_test *test, void *context,
                                    uint8_t *marks);
/* The same for texts that hold `text`, which is folded, as they then are.
** GLOSS_NO_MEMORY. */
GLOSS_API bool gloss_dict_grep(const gloss_dict *dict, gloss_slice text,
                               uint8_t *marks, gloss_error *err);

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

#ifdef __cplusplus
}
#endif

#endif

/* pattern_builder.c - what a set of patterns is built from. */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/error.h"
#include "match/patterns.h"

enum { MAX_NAME = 60 };

struct gloss_pattern_builder {
  gloss_patterns *set; /* NULL: built, or failed for good */
  gloss_arena *tree;   /* of the pattern that is read */
  gloss_pattern_names names;
  gloss_slice fault;
};

/* ---- New and free ---- */

void gloss_patterns_free(gloss_patterns *set) {
  if (set == NULL) return;
  gloss_token_tests_free(&set->tests);
  for (size_t i = 0; i < set->field_count; i++)
    gloss_regex_free(set->field_tests[i].regex);
  for (int i = 0; i < 2; i++) {
    free(set->starts[i].by_test);
    free(set->starts[i].from);
    free(set->starts[i].others);
  }
  free(set->ends.by_test);
  free(set->ends.others);
  free(set->conditions);
  free(set->field_tests);
  free(set->annotations);
  free(set->code);
  free(set->list);
  free(set->captures);
  gloss_arena_free(set->arena);
  free(set);
}

gloss_pattern_builder *gloss_pattern_builder_new(const gloss_language *language,
                                                 gloss_error *err) {
  gloss_pattern_builder *b = calloc(1, sizeof *b);
  if (b != NULL) {
    b->tree = gloss_arena_new();
    b->set = calloc(1, sizeof *b->set);
    if (b->set != NULL) b->set->arena = gloss_arena_new();
  }
  if (b == NULL || b->tree == NULL || b->set == NULL ||
      b->set->arena == NULL) {
    gloss_pattern_builder_free(b);
    gloss_no_memory(err);
    return NULL;
  }
  b->set->language = language;
  return b;
}

static void free_names(gloss_pattern_names *names) {
  for (size_t i = 0; i < names->list_count; i++) free(names->lists[i].words);
  free(names->lists);
  free(names->parts);
  *names = (gloss_pattern_names){ 0 };
}

void gloss_pattern_builder_free(gloss_pattern_builder *b) {
  if (b == NULL) return;
  free_names(&b->names);
  gloss_arena_free(b->tree);
  gloss_patterns_free(b->set);
  free(b);
}

/* ---- Names ---- */

static bool is_name(gloss_slice name) {
  for (size_t i = 0; i < name.len; i++) {
    char c = name.bytes[i];
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    if (!letter && (i == 0 || c < '0' || c > '9')) return false;
  }
  return name.len > 0 && name.len <= MAX_NAME;
}

static bool check_name(gloss_slice name, gloss_error *err) {
  int len = name.len > MAX_NAME ? MAX_NAME : (int)name.len;
  return is_name(name) ||
         gloss_fail(err, GLOSS_BAD_PATTERN, 0,
                    "\"%.*s\" is no name: letters, digits and _, at most %d",
                    len, name.bytes, MAX_NAME);
}

static bool check_text(gloss_slice text, gloss_error *err) {
  size_t good = gloss_utf8_check(text.bytes, text.len);
  if (text.len > UINT32_MAX / 64)
    return gloss_fail(err, GLOSS_TOO_LARGE, 0, "the pattern is too large");
  return good == text.len ||
         gloss_fail(err, GLOSS_BAD_PATTERN, good, "not valid UTF-8");
}

/* A copy in the arena of the set, with a NUL behind it. */
static bool copy(gloss_pattern_builder *b, gloss_slice from, gloss_slice *to) {
  char *bytes = gloss_arena_alloc(b->set->arena, from.len + 1);
  if (bytes == NULL) return false;
  if (from.len > 0) memcpy(bytes, from.bytes, from.len);
  *to = (gloss_slice){ bytes, from.len };
  return true;
}

static bool is_open(const gloss_pattern_builder *b, gloss_error *err) {
  return b->set != NULL || gloss_fail(err, GLOSS_BAD_ARGUMENT, 0,
                                      "these patterns are built, or failed");
}

static gloss_word_list *add_list(gloss_pattern_builder *b, gloss_slice name,
                                 gloss_error *err) {
  gloss_pattern_names *n = &b->names;
  gloss_word_list list = { { NULL, 0 }, NULL, 0, 0 };
  if (!check_name(name, err)) return NULL;
  if (gloss_find_part(n, name) != NULL) {
    gloss_fail(err, GLOSS_BAD_PATTERN, 0, "$%.*s is a part already",
               (int)name.len, name.bytes);
    return NULL;
  }
  if (!gloss_array_reserve(n->lists, n->list_room, n->list_count + 1) ||
      !copy(b, name, &list.name)) {
    gloss_no_memory(err);
    return NULL;
  }
  n->lists[n->list_count] = list;
  return &n->lists[n->list_count++];
}

bool gloss_pattern_word(gloss_pattern_builder *b, gloss_slice list_name,
                        gloss_slice word, gloss_error *err) {
  gloss_word_list *list;
  if (!is_open(b, err) || !check_text(word, err)) return false;
  if (word.len == 0)
    return gloss_fail(err, GLOSS_BAD_PATTERN, 0, "a word of $%.*s is empty",
                      (int)(list_name.len > MAX_NAME ? MAX_NAME
                                                     : list_name.len),
                      list_name.bytes);
  list = gloss_find_list(&b->names, list_name);
  if (list == NULL) list = add_list(b, list_name, err);
  if (list == NULL) return false;
  if (!gloss_array_reserve(list->words, list->room, list->count + 1) ||
      !copy(b, word, &list->words[list->count]))
    return gloss_no_memory(err);
  list->count++;
  return true;
}

bool gloss_pattern_part(gloss_pattern_builder *b, gloss_slice name,
                        gloss_slice source, gloss_error *err) {
  gloss_pattern_names *n = &b->names;
  gloss_part *part;
  if (!is_open(b, err) || !check_name(name, err) || !check_text(source, err))
    return false;
  if (gloss_find_part(n, name) != NULL || gloss_find_list(n, name) != NULL)
    return gloss_fail(err, GLOSS_BAD_PATTERN, 0, "there is a $%.*s already",
                      (int)name.len, name.bytes);
  part = gloss_arena_alloc(b->set->arena, sizeof *part);
  if (part == NULL || !copy(b, name, &part->name) ||
      !copy(b, source, &part->source) ||
      !gloss_array_reserve(n->parts, n->part_room, n->part_count + 1))
    return gloss_no_memory(err);
  n->parts[n->part_count++] = part;
  return true;
}

/* ---- Patterns ---- */

/* Reads a source to its tree; the fault, if there is one, is noted. */
static gloss_node *read(gloss_pattern_builder *b, gloss_parse *p,
                        const gloss_slice *source, gloss_part *part,
                        gloss_error *err) {
  gloss_node *tree;
  gloss_arena_reset(b->tree);
  *p = (gloss_parse){ .set = b->set, .names = &b->names, .arena = b->tree,
                      .source = source, .part = part, .err = err };
  err->code = GLOSS_OK;
  tree = gloss_parse_pattern(p);
  b->fault = (gloss_slice){ "", 0 };
  if (tree == NULL && p->fault != NULL) b->fault = p->fault->name;
  return tree;
}

static bool add(gloss_pattern_builder *b, gloss_slice source, unsigned flags,
                gloss_error *err) {
  gloss_slice *kept;
  gloss_parse p;
  gloss_node *tree;
  b->fault = (gloss_slice){ "", 0 };
  if (!is_open(b, err) || !check_text(source, err)) return false;
  kept = gloss_arena_alloc(b->set->arena, sizeof *kept);
  if (kept == NULL || !copy(b, source, kept)) return gloss_no_memory(err);
  tree = read(b, &p, kept, NULL, err);
  return tree != NULL &&
         gloss_program_add(b->set, &p, tree,
                           (flags & GLOSS_PATTERN_ACROSS) != 0);
}

/* Memory that ran out half-way leaves a set that is not whole. */
static void give_up(gloss_pattern_builder *b, const gloss_error *err) {
  if (err->code != GLOSS_NO_MEMORY) return;
  free_names(&b->names);
  gloss_patterns_free(b->set);
  b->set = NULL;
}

bool gloss_pattern_add(gloss_pattern_builder *b, gloss_slice source,
                       unsigned flags, gloss_error *err) {
  gloss_error own;
  bool ok = add(b, source, flags, &own);
  if (!ok && err != NULL) *err = own;
  if (!ok && b->set != NULL) give_up(b, &own);
  return ok;
}

gloss_slice gloss_pattern_fault(const gloss_pattern_builder *b) {
  return b->fault.bytes != NULL ? b->fault : (gloss_slice){ "", 0 };
}

/* Parts that no pattern uses are read all the same: a mistake is a mistake. */
static bool check_parts(gloss_pattern_builder *b, gloss_error *err) {
  for (size_t i = 0; i < b->names.part_count; i++) {
    gloss_part *part = b->names.parts[i];
    gloss_parse p;
    if (!part->used && read(b, &p, &part->source, part, err) == NULL)
      return false;
  }
  return true;
}

/* What is built must not need the language. false: no memory. */
static bool keep_stem_code(gloss_patterns *set) {
  const char *code = set->tests.stem_code;
  set->language = NULL;
  if (code == NULL) return true;
  set->tests.stem_code = gloss_arena_copy(set->arena, code, strlen(code) + 1);
  return set->tests.stem_code != NULL;
}

gloss_patterns *gloss_pattern_build(gloss_pattern_builder *b,
                                    gloss_error *err) {
  gloss_error own;
  gloss_patterns *set = b->set;
  bool ok = is_open(b, &own) && check_parts(b, &own);
  if (ok && !(keep_stem_code(set) && gloss_program_starts(set) &&
              gloss_program_ends(set)))
    ok = gloss_no_memory(&own);
  if (!ok) {
    if (err != NULL) *err = own;
    if (set != NULL) give_up(b, &own);
    return NULL;
  }
  b->set = NULL;
  return set;
}

/* ---- What is built ---- */

size_t gloss_patterns_count(const gloss_patterns *set) { return set->count; }

const char *gloss_patterns_capture(const gloss_patterns *set, size_t pattern,
                                   size_t i) {
  const gloss_pattern *p;
  if (pattern >= set->count) return NULL;
  p = &set->list[pattern];
  return i < p->capture_count ? set->captures[p->capture + i] : NULL;
}

/* A layer counts where it is named first. */
const char *gloss_patterns_layer(const gloss_patterns *set, size_t i) {
  for (size_t k = 0; k < set->annotation_count; k++) {
    bool first = true;
    for (size_t j = 0; j < k; j++)
      if (strcmp(set->annotations[j].layer, set->annotations[k].layer) == 0)
        first = false;
    if (first && i-- == 0) return set->annotations[k].layer;
  }
  return NULL;
}

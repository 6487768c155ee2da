/* grep.c - which entities have a text that passes a test. */
#include "base/error.h"
#include "dict/dict.h"
#include "unicode/fold.h"

#include <stdlib.h>
#include <string.h>

typedef struct grepping {
  const gloss_dict *dict;
  gloss_text_test *test;
  void *context;
  gloss_slice type; /* that was tested last, and its result */
  bool type_passes;
} grepping;

static bool passes(const grepping *g, gloss_slice text) {
  return text.len > 0 && g->test(g->context, text);
}

static bool same(gloss_slice a, gloss_slice b) {
  return a.len == b.len && memcmp(a.bytes, b.bytes, a.len) == 0;
}

/* Types are few, and a dictionary has each once. */
static bool type_passes(grepping *g, gloss_slice type) {
  if (type.bytes != g->type.bytes || type.len != g->type.len) {
    g->type = type;
    g->type_passes = passes(g, type);
  }
  return g->type_passes;
}

/* What is made by a rule is no text of the entity. */
static bool alias_passes(const grepping *g, size_t entity, gloss_slice name) {
  const gloss_dict *d = g->dict;
  size_t count = gloss_dict_entity_alias_count(d, entity);
  for (size_t i = 0; i < count; i++) {
    gloss_alias alias;
    size_t number = gloss_dict_entity_alias(d, entity, i);
    if (!gloss_dict_alias(d, number, &alias) || alias.options.generated)
      continue;
    if ((!same(alias.text, name) && passes(g, alias.text)) ||
        passes(g, alias.options.require) || passes(g, alias.options.avoid))
      return true;
  }
  return false;
}

static bool more_passes(const grepping *g, size_t entity) {
  gloss_slice column, value;
  gloss_role role;
  for (size_t i = 0; gloss_dict_field(g->dict, entity, i, &column, &value); i++)
    if (passes(g, value)) return true;
  for (size_t i = 0; gloss_dict_role(g->dict, entity, i, &role); i++)
    if (passes(g, role.role) || passes(g, role.of) || passes(g, role.source))
      return true;
  return false;
}

static void mark(uint8_t *marks, size_t entity) {
  marks[entity / 8] |= (uint8_t)(1u << entity % 8);
}

void gloss_dict_grep_with(const gloss_dict *d, gloss_text_test *test,
                          void *context, uint8_t *marks) {
  grepping g = { .dict = d, .test = test, .context = context };
  gloss_slice former;
  size_t entity;
  for (size_t i = 0; gloss_dict_former(d, i, &former, &entity); i++)
    if (passes(&g, former)) mark(marks, entity);
  for (size_t i = 0; i < gloss_dict_entity_count(d); i++) {
    gloss_entity e = gloss_dict_entity(d, i);
    if (passes(&g, e.id) || passes(&g, e.name) || type_passes(&g, e.type) ||
        alias_passes(&g, i, e.name) || more_passes(&g, i))
      mark(marks, i);
  }
}

/* ---- Folded -------------------------------------------------------------- */

typedef struct folding {
  gloss_slice wanted; /* folded */
  char *room;
  size_t size; /* of the room */
  bool no_memory;
} folding;

static bool holds(const char *text, size_t len, gloss_slice wanted) {
  const char *end = text + len;
  if (wanted.len == 0) return true;
  while ((size_t)(end - text) >= wanted.len) {
    size_t starts = (size_t)(end - text) - wanted.len + 1;
    text = memchr(text, wanted.bytes[0], starts);
    if (text == NULL) return false;
    if (memcmp(text, wanted.bytes, wanted.len) == 0) return true;
    text++;
  }
  return false;
}

/* Folds plain ASCII; false: there is more to do. */
static bool fold_ascii(gloss_slice text, char *out) {
  unsigned char wrong = 0, before = 0;
  for (size_t i = 0; i < text.len; i++) {
    unsigned char c = (unsigned char)text.bytes[i];
    unsigned capital = (unsigned)c - 'A' < 26u ? 0x20 : 0;
    wrong |= (unsigned char)((c < ' ') | (c >= 0x7F) | (c == '`') |
                             (c == ' ' && before == ' '));
    before = c;
    out[i] = (char)(c | capital);
  }
  return !wrong;
}

static bool has_room(folding *f, size_t len) {
  if (GLOSS_FOLD_ROOM(len) > f->size) {
    size_t size = GLOSS_FOLD_ROOM(len) + 1024;
    char *wider = realloc(f->room, size);
    if (wider == NULL) return false;
    f->room = wider;
    f->size = size;
  }
  return true;
}

static bool folded_test(void *context, gloss_slice text) {
  folding *f = context;
  size_t len = text.len;
  if (f->no_memory || !has_room(f, len)) {
    f->no_memory = true;
    return false;
  }
  if (!fold_ascii(text, f->room)) {
    if (gloss_utf8_check(text.bytes, len) == len)
      len = gloss_fold(GLOSS_FORM_FOLD, text.bytes, len, f->room, f->size);
    else memcpy(f->room, text.bytes, len); /* the file is damaged */
  }
  return holds(f->room, len, f->wanted);
}

bool gloss_dict_grep(const gloss_dict *d, gloss_slice text, uint8_t *marks,
                     gloss_error *err) {
  folding f = { .wanted = text };
  gloss_dict_grep_with(d, folded_test, &f, marks);
  free(f.room);
  return !f.no_memory || gloss_no_memory(err);
}

/* rows.c - the roles that were found, as rows of the layer `roles`. */
#include "base/error.h"
#include "base/slice.h"
#include "clauses/text.h"
#include "doc/doc_private.h"
#include "roles/finder.h"
#include "spans/layer.h"

#include <string.h>

enum { ROLE, PAST, WORDS, OF, OF_ID, OF_NAME, ID, NAME, RULE, COLUMNS };
static const char *const columns[COLUMNS] = { "role", "past",  "words",
                                              "of",   "of_id", "of_name",
                                              "id",   "name",  "rule" };
static const char *const rules[] = { "title", "before a comma", "apposition",
                                     "relative", "verb" };

/* ---- Entities ------------------------------------------------------------ */

/* The entity that overlaps items first..last; GLOSS_UNKNOWN_ROW. */
static size_t entity(const gloss_role_finder *f, gloss_item_range items) {
  gloss_span span = gloss_items_span(f->list, items.first, items.last);
  return gloss_known_rows_over(&f->entities, span.start, span.end);
}

uint32_t gloss_role_entity_end(const gloss_role_finder *f, int first,
                               int last) {
  size_t row = entity(f, (gloss_item_range){ first, last });
  return row == GLOSS_UNKNOWN_ROW ? 0
                             : gloss_known_row_span(&f->entities, row).end;
}

/* May it be somebody whose role that is: a person, an organisation? */
static bool may_be(const gloss_role_finder *f, gloss_item_range holder,
                   gloss_role_whose whose) {
  bool known, person;
  if (whose == GLOSS_ROLE_EITHER) return true;
  person = gloss_known_row_person(&f->entities, entity(f, holder), &known);
  return !known || person == (whose == GLOSS_ROLE_PERSON);
}

/* ---- Finding ------------------------------------------------------------- */

/* Is there one space at most between words? */
static bool is_tidy(gloss_slice text) {
  bool before = false;
  for (size_t i = 0; i < text.len; i++) {
    bool blank = gloss_blank_byte(text.bytes[i]);
    if (blank && (before || text.bytes[i] != ' ')) return false;
    before = blank;
  }
  return true;
}

/* A copy with one space between words, in memory of the document. bytes NULL:
** no memory. */
static gloss_slice tidied(const gloss_role_finder *f, gloss_slice text) {
  char *copy = gloss_arena_raw(f->list->doc->arena, text.len);
  size_t n = 0;
  for (size_t i = 0; copy != NULL && i < text.len; i++)
    if (!gloss_blank_byte(text.bytes[i])) copy[n++] = text.bytes[i];
    else if (n == 0 || copy[n - 1] != ' ') copy[n++] = ' ';
  return (gloss_slice){ copy, n };
}

/* What the words of a role say. bytes NULL: no memory. */
static gloss_slice text_of(const gloss_role_finder *f,
                           const gloss_told_role *role) {
  gloss_span span = gloss_items_span(f->list, role->first, role->last);
  gloss_slice text = { f->list->text + span.start, span.end - span.start };
  if (role->name.len > 0) return tidied(f, role->name);
  return is_tidy(text) ? text : tidied(f, text);
}

/* Has another rule found it? It can only have done so in this unit. */
static bool is_known(const gloss_role_finder *f, int first, gloss_slice text) {
  for (size_t i = f->unit; i < f->count; i++)
    if (f->rows[i].holder.first == first &&
        gloss_same_bytes(f->rows[i].text, text))
      return true;
  return false;
}

static void lost(gloss_role_finder *f, gloss_item_range holder,
                 gloss_role_rule rule, const char *why) {
  gloss_clauses_lost(f->list, "roles", holder.first, holder.last, rules[rule],
                     why);
}

static gloss_role_row *new_row(gloss_role_finder *f) {
  size_t room = f->room == 0 ? 32 : f->room * 2;
  gloss_role_row *rows = f->rows;
  if (f->count == f->room) {
    rows = gloss_arena_grow(f->list->arena, f->rows,
                            f->count * sizeof *f->rows, room * sizeof *rows);
    if (rows == NULL) return NULL;
    f->rows = rows;
    f->room = room;
  }
  return &rows[f->count++];
}

void gloss_role_add(gloss_role_finder *f, gloss_item_range holder,
                    const gloss_told_role *role, gloss_role_rule rule) {
  gloss_role_row *row;
  gloss_slice text;
  if (!may_be(f, holder, role->whose)) {
    lost(f, holder, rule,
         role->whose == GLOSS_ROLE_BODY
             ? "a person here; the role is an organisation's"
             : "no person here; the role is a person's");
    return;
  }
  text = text_of(f, role);
  if (text.bytes == NULL) {
    f->no_memory = true;
    return;
  }
  if (is_known(f, holder.first, text)) {
    lost(f, holder, rule, "another rule found it");
    return;
  }
  row = new_row(f);
  if (row != NULL) *row = (gloss_role_row){ holder, *role, text, rule };
  else f->no_memory = true;
}

/* ---- The layer ----------------------------------------------------------- */

static gloss_value string(gloss_slice s) {
  gloss_value value = { .kind = GLOSS_STRING };
  value.as.string.bytes = s.bytes;
  value.as.string.len = s.len;
  return value;
}

static gloss_value ref(gloss_span span) {
  gloss_value value = { .kind = GLOSS_REF };
  value.as.ref.span = span;
  return value;
}

static gloss_slice text_at(const gloss_role_finder *f, gloss_span span) {
  return (gloss_slice){ f->list->text + span.start, span.end - span.start };
}

/* The name of the entity over these items, or what is written there. */
static gloss_value name_of(const gloss_role_finder *f, size_t row,
                           gloss_span span) {
  gloss_value name = gloss_known_row_value(&f->entities, row,
                                            f->entities.name);
  return name.kind != GLOSS_NIL ? name : string(text_at(f, span));
}

/* What the role is of. */
static void tell_of(const gloss_role_finder *f, gloss_item_range of,
                    gloss_value *v) {
  gloss_span span;
  size_t row;
  if (of.first == 0) return;
  span = gloss_items_span(f->list, of.first, of.last);
  row = entity(f, of);
  v[OF] = ref(span);
  v[OF_ID] = gloss_known_row_value(&f->entities, row, f->entities.id);
  v[OF_NAME] = name_of(f, row, span);
}

static bool add_row(const gloss_role_finder *f, gloss_layer *layer,
                    const gloss_role_row *row, gloss_error *err) {
  const gloss_told_role *role = &row->role;
  gloss_span span = gloss_items_span(f->list, row->holder.first,
                                     row->holder.last);
  gloss_value v[COLUMNS] = { { .kind = GLOSS_NIL } };
  size_t who = entity(f, row->holder);
  v[ROLE] = string(row->text);
  v[PAST].kind = role->past ? GLOSS_BOOLEAN : GLOSS_NIL;
  v[PAST].as.boolean = role->past;
  v[WORDS] = ref(gloss_items_span(f->list, role->first, role->last));
  tell_of(f, role->of, v);
  v[ID] = gloss_known_row_value(&f->entities, who, f->entities.id);
  v[NAME] = name_of(f, who, span);
  v[RULE] = string((gloss_slice){ rules[row->rule],
                                  strlen(rules[row->rule]) });
  return gloss_layer_row(layer, span, v, err);
}

bool gloss_role_layer(gloss_role_finder *f, gloss_error *err) {
  gloss_layer *layer = gloss_layer_open(f->list->doc, "roles", 5, err);
  for (int i = 0; layer != NULL && i < COLUMNS; i++)
    if (gloss_layer_column(layer, columns[i], strlen(columns[i]), err) < 0)
      return false;
  for (size_t i = 0; layer != NULL && i < f->count; i++)
    if (!add_row(f, layer, &f->rows[i], err)) return false;
  return layer != NULL && gloss_layer_seal(layer, err);
}

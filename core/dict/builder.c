/* builder.c - collects and checks what the compiler needs. */
#include "dict/builder.h"

#include "base/error.h"
#include "base/slice.h"
#include "dict/buckets.h"
#include "dict/format.h"
#include "dict/hash.h"
#include "dict/letter_case.h"
#include "dict/units.h"

#include <stdlib.h>

gloss_dict_builder *gloss_dict_builder_new(gloss_error *err) {
  gloss_dict_builder *b = calloc(1, sizeof *b);
  if (b != NULL) b->arena = gloss_arena_new();
  if (b == NULL || b->arena == NULL) {
    free(b);
    gloss_no_memory(err);
    return NULL;
  }
  return b;
}

void gloss_dict_builder_drop_entities(gloss_dict_builder *b) {
  free(b->entities.rows);
  free(b->ids);
  b->entities.rows = NULL;
  b->ids = NULL;
}

void gloss_dict_builder_clear(gloss_dict_builder *b) {
  gloss_dict_builder_drop_entities(b);
  free(b->aliases.rows);
  free(b->contexts.rows);
  free(b->fields.rows);
  free(b->roles.rows);
  free(b->formers.rows);
  gloss_arena_free(b->arena);
  *b = (gloss_dict_builder){ 0 };
}

void gloss_dict_builder_free(gloss_dict_builder *b) {
  if (b == NULL) return;
  gloss_dict_builder_clear(b);
  free(b);
}

/* Room for a row more, of `size` bytes. */
static bool reserve(gloss_rows *rows, size_t size) {
  size_t room = rows->room + rows->room / 2 + 16;
  void *wider;
  if (rows->count < rows->room) return true;
  if (room > UINT32_MAX - 1 || room > SIZE_MAX / size) return false;
  wider = realloc(rows->rows, room * size);
  if (wider == NULL) return false;
  rows->rows = wider;
  rows->room = room;
  return true;
}

/* A row as the last one; the caller knows its type. */
static bool append(gloss_rows *rows, const void *row, size_t size) {
  if (!reserve(rows, size)) return false;
  memcpy((char *)rows->rows + rows->count * size, row, size);
  rows->count++;
  return true;
}

enum { POOL = 1 << 16 };

/* Room for a string; short ones lie side by side, unaligned. */
static char *string_room(gloss_dict_builder *b, size_t len) {
  char *at;
  if (len > POOL / 16) return gloss_arena_raw(b->arena, len);
  if (len > b->pool_left) {
    b->pool = gloss_arena_raw(b->arena, POOL);
    b->pool_left = b->pool != NULL ? POOL : 0;
    if (b->pool == NULL) return NULL;
  }
  at = b->pool;
  b->pool += len;
  b->pool_left -= len;
  return at;
}

/* Replaces `*s` by a copy that lives as long as the builder. */
static bool keep(gloss_dict_builder *b, gloss_slice *s) {
  char *copy;
  if (s->len == 0) {
    *s = (gloss_slice){ "", 0 };
    return true;
  }
  if (gloss_same_bytes(*s, b->last)) { /* often: a name is an alias, too */
    *s = b->last;
    return true;
  }
  copy = string_room(b, s->len);
  if (copy == NULL) return false;
  memcpy(copy, s->bytes, s->len);
  s->bytes = copy;
  b->last = *s;
  return true;
}

/* Is it plain ASCII? Most short strings are, which is seen soonest so. */
static bool is_ascii(gloss_slice s) {
  uint64_t high = 0, word;
  size_t i = 0;
  for (; i + 8 <= s.len; i += 8) {
    memcpy(&word, s.bytes + i, 8);
    high |= word;
  }
  for (; i < s.len; i++) high |= (unsigned char)s.bytes[i];
  return (high & UINT64_C(0x8080808080808080)) == 0;
}

/* A string that the dictionary can hold; `what` names it in a message. */
static bool check_string(gloss_slice s, const char *what, gloss_error *err) {
  size_t good;
  if (s.len < 64 && is_ascii(s)) return true;
  if (s.len > GLOSS_MAX_STRING)
    return gloss_fail(err, GLOSS_BAD_ENTRY, 0, "%s is longer than %zu bytes",
                      what, GLOSS_MAX_STRING);
  good = gloss_utf8_check(s.bytes, s.len);
  return good == s.len || gloss_fail(err, GLOSS_BAD_ENTRY, good,
                                     "%s is not valid UTF-8", what);
}

/* ---- Entities ------------------------------------------------------------ */

static const gloss_raw_entity *entity_rows(const gloss_dict_builder *b) {
  return b->entities.rows;
}

/* The place of an id in the table, or the empty one where it would be. */
static gloss_id_slot *id_place(const gloss_dict_builder *b, gloss_slice id) {
  size_t mask = b->id_room - 1;
  uint32_t hash = (uint32_t)gloss_hash_bytes(id.bytes, id.len);
  size_t i = hash & mask;
  while (b->ids[i].entity != 0 &&
         (b->ids[i].hash != hash ||
          !gloss_same_bytes(entity_rows(b)[b->ids[i].entity - 1].id, id)))
    i = (i + 1) & mask;
  return &b->ids[i];
}

static void set_id(gloss_id_slot *at, gloss_slice id, size_t entity) {
  at->entity = (uint32_t)entity + 1;
  at->hash = (uint32_t)gloss_hash_bytes(id.bytes, id.len);
}

/* Ids that come in order, as most do, need no table: does this one, too? */
static bool in_order(const gloss_dict_builder *b, gloss_slice id) {
  size_t n = b->entities.count;
  return b->id_room == 0 &&
         (n == 0 || gloss_compare_slices(entity_rows(b)[n - 1].id, id) < 0);
}

static int64_t find_in_order(const gloss_dict_builder *b, gloss_slice id) {
  size_t low = 0, high = b->entities.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    int order = gloss_compare_slices(entity_rows(b)[middle].id, id);
    if (order == 0) return (int64_t)middle;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return -1;
}

/* The table of ids that were in order so far. */
static bool begin_ids(gloss_dict_builder *b) {
  size_t room = 64;
  while (room < b->entities.count * 2 + 2) room *= 2;
  b->ids = calloc(room, sizeof *b->ids);
  if (b->ids == NULL) return false;
  b->id_room = room;
  for (size_t i = 0; i < b->entities.count; i++)
    set_id(id_place(b, entity_rows(b)[i].id), entity_rows(b)[i].id, i);
  return true;
}

/* Puts the slots of a table into a wider one, without a look at the ids. */
static void move_ids(const gloss_id_slot *from, size_t count,
                     gloss_id_slot *to, size_t room) {
  for (size_t i = 0; i < count; i++) {
    size_t k = from[i].hash & (room - 1);
    if (from[i].entity == 0) continue;
    while (to[k].entity != 0) k = (k + 1) & (room - 1);
    to[k] = from[i];
  }
}

static bool widen_ids(gloss_dict_builder *b) {
  size_t room = b->id_room * 2;
  gloss_id_slot *wider;
  if (room == 0) return begin_ids(b);
  if (b->entities.count < b->id_room / 2) return true;
  wider = calloc(room, sizeof *wider);
  if (wider == NULL) return false;
  move_ids(b->ids, b->id_room, wider, room);
  free(b->ids);
  b->ids = wider;
  b->id_room = room;
  return true;
}

int64_t gloss_dict_builder_find(const gloss_dict_builder *b, gloss_slice id) {
  if (b->id_room == 0) return find_in_order(b, id);
  return (int64_t)id_place(b, id)->entity - 1;
}

static bool check_new(const gloss_raw_entity *e, gloss_error *err) {
  if (!check_string(e->id, "an id", err) ||
      !check_string(e->type, "a type", err) ||
      !check_string(e->name, "a name", err))
    return false;
  if (e->id.len == 0)
    return gloss_fail(err, GLOSS_BAD_ENTRY, 0, "an id must not be empty");
  return e->valid.from <= e->valid.to ||
         gloss_fail(err, GLOSS_BAD_ENTRY, 0, "a period ends before it begins");
}

/* A type is mostly that of the entity before. */
static bool keep_type(gloss_dict_builder *b, gloss_slice *type) {
  const gloss_raw_entity *rows = entity_rows(b);
  size_t n = b->entities.count;
  if (n > 0 && gloss_same_bytes(rows[n - 1].type, *type)) {
    *type = rows[n - 1].type;
    return true;
  }
  return keep(b, type);
}

int64_t gloss_dict_add_entity(gloss_dict_builder *b, gloss_slice id,
                              gloss_slice type, gloss_slice name,
                              gloss_period valid, gloss_error *err) {
  gloss_raw_entity row = { id, type, name, valid };
  size_t n = b->entities.count;
  bool ordered = in_order(b, id);
  gloss_id_slot *place = NULL;
  if (!check_new(&row, err)) return -1;
  if (!ordered && !widen_ids(b)) {
    gloss_no_memory(err);
    return -1;
  }
  if (!ordered) place = id_place(b, id);
  if (place != NULL && place->entity != 0) {
    gloss_fail(err, GLOSS_BAD_ENTRY, 0, "the id \"%.*s\" is taken",
               id.len < 80 ? (int)id.len : 80, id.bytes);
    return -1;
  }
  if (!keep(b, &row.id) || !keep_type(b, &row.type) || !keep(b, &row.name) ||
      !append(&b->entities, &row, sizeof row)) {
    gloss_no_memory(err);
    return -1;
  }
  if (place != NULL) set_id(place, row.id, n);
  return (int64_t)n;
}

static bool check_entity(const gloss_dict_builder *b, int64_t entity,
                         gloss_error *err) {
  if (entity >= 0 && (uint64_t)entity < b->entities.count) return true;
  return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "no entity has this number");
}

bool gloss_dict_add_field(gloss_dict_builder *b, int64_t entity,
                          gloss_slice column, gloss_slice value,
                          gloss_error *err) {
  gloss_raw_field row = { column, value, (uint32_t)entity };
  if (!check_entity(b, entity, err) || !check_string(column, "a column", err) ||
      !check_string(value, "a field", err))
    return false;
  if (keep(b, &row.column) && keep(b, &row.value) &&
      append(&b->fields, &row, sizeof row))
    return true;
  return gloss_no_memory(err);
}

bool gloss_dict_add_role(gloss_dict_builder *b, int64_t entity,
                         gloss_slice role, gloss_slice of, gloss_period valid,
                         gloss_slice source, gloss_error *err) {
  gloss_raw_role row = { role, of, source, valid, (uint32_t)entity };
  if (!check_entity(b, entity, err) || !check_string(role, "a role", err) ||
      !check_string(of, "of", err) || !check_string(source, "a source", err))
    return false;
  if (valid.from > valid.to)
    return gloss_fail(err, GLOSS_BAD_ENTRY, 0,
                      "a period ends before it begins");
  if (keep(b, &row.role) && keep(b, &row.of) && keep(b, &row.source) &&
      append(&b->roles, &row, sizeof row))
    return true;
  return gloss_no_memory(err);
}

bool gloss_dict_add_former(gloss_dict_builder *b, int64_t entity,
                           gloss_slice former, gloss_error *err) {
  gloss_raw_former row = { former, (uint32_t)entity };
  if (!check_entity(b, entity, err) || !check_string(former, "an id", err))
    return false;
  if (former.len == 0)
    return gloss_fail(err, GLOSS_BAD_ENTRY, 0, "an id must not be empty");
  if (keep(b, &row.id) && append(&b->formers, &row, sizeof row)) return true;
  return gloss_no_memory(err);
}

/* ---- Aliases ------------------------------------------------------------- */

/* An alias has 1 to GLOSS_MAX_ALIAS_ATOMS units, without a blank line. */
static bool check_units(gloss_slice alias, gloss_error *err) {
  gloss_unit_scanner scanner;
  gloss_units units;
  units.count = 0;
  gloss_units_start(&scanner, alias.bytes, alias.len, NULL, 0, NULL);
  gloss_units_fill(&scanner, &units);
  if (units.count == 0)
    return gloss_fail(err, GLOSS_BAD_ENTRY, 0, "an alias must not be empty");
  if (units.count > GLOSS_MAX_ALIAS_ATOMS)
    return gloss_fail(err, GLOSS_BAD_ENTRY,
                      units.starts[GLOSS_MAX_ALIAS_ATOMS],
                      "an alias has at most %d words and signs",
                      GLOSS_MAX_ALIAS_ATOMS);
  for (size_t i = 0; i < units.count; i++) {
    if (units.ends[i] - units.starts[i] > GLOSS_MAX_ATOM)
      return gloss_fail(err, GLOSS_BAD_ENTRY, units.starts[i],
                        "a word of an alias has at most %zu bytes",
                        GLOSS_MAX_ATOM);
    if (i > 0 &&
        (gloss_unit_flags(&units, alias.bytes, i) & GLOSS_UNIT_BREAK))
      return gloss_fail(err, GLOSS_BAD_ENTRY, units.starts[i],
                        "an alias holds no blank line");
  }
  return true;
}

/* Is an alias so short, and of such bytes, that nothing can be wrong with its
** units? It begins with an ASCII letter or digit and has no line break, of
** which those that are not ASCII begin with C2 or E2. */
static bool is_simple(gloss_slice alias) {
  unsigned char first = alias.len > 0 ? (unsigned char)alias.bytes[0] : 0;
  unsigned bad = (first | 0x20u) - 'a' >= 26u && (unsigned)first - '0' >= 10u;
  if (alias.len > GLOSS_MAX_ALIAS_ATOMS) return false;
  for (size_t i = 0; i < alias.len; i++) {
    unsigned char c = (unsigned char)alias.bytes[i];
    bad |= (c < ' ') | (c == 0xC2) | (c == 0xE2);
  }
  return !bad;
}

bool gloss_check_alias(gloss_slice alias, gloss_error *err) {
  if (!check_string(alias, "an alias", err)) return false;
  if (alias.len > GLOSS_MAX_ALIAS)
    return gloss_fail(err, GLOSS_BAD_ENTRY, GLOSS_MAX_ALIAS,
                      "an alias has at most %zu bytes", GLOSS_MAX_ALIAS);
  return is_simple(alias) || check_units(alias, err);
}

static bool add_alias(gloss_dict_builder *b, gloss_raw_alias row,
                      gloss_slice text, gloss_error *err) {
  size_t size = gloss_alias_size(text.len);
  if (b->heap + size > GLOSS_MAX_HEAP)
    return gloss_fail(err, GLOSS_TOO_LARGE, 0, "too many aliases");
  row.len = (uint16_t)text.len;
  if (!keep(b, &text)) return gloss_no_memory(err);
  row.text = text.bytes;
  if (!append(&b->aliases, &row, sizeof row)) return gloss_no_memory(err);
  b->heap += size;
  return true;
}

static bool open_ended(gloss_period p) {
  return p.from == GLOSS_NO_DATE_FROM && p.to == GLOSS_NO_DATE_TO;
}

/* Context and dates of an alias, where it has any. */
static bool add_context(gloss_dict_builder *b, const gloss_alias_options *o,
                        uint32_t *number, gloss_error *err) {
  gloss_raw_context row = { o->require, o->avoid, o->valid };
  *number = 0;
  if (o->require.len == 0 && o->avoid.len == 0 && open_ended(o->valid))
    return true;
  if (o->valid.from > o->valid.to)
    return gloss_fail(err, GLOSS_BAD_ENTRY, 0,
                      "a period ends before it begins");
  if (!check_string(o->require, "require", err) ||
      !check_string(o->avoid, "avoid", err))
    return false;
  if (!keep(b, &row.require) || !keep(b, &row.avoid) ||
      !append(&b->contexts, &row, sizeof row))
    return gloss_no_memory(err);
  *number = (uint32_t)b->contexts.count;
  return true;
}

uint8_t gloss_alias_rule(gloss_case wanted, gloss_slice alias) {
  gloss_letter_rule rule =
      gloss_letter_rule_of(wanted, alias.bytes, alias.len);
  return (uint8_t)((unsigned)wanted | (unsigned)rule << 4);
}

bool gloss_dict_add_alias(gloss_dict_builder *b, int64_t entity,
                          gloss_slice alias, const gloss_alias_options *options,
                          gloss_error *err) {
  static const gloss_alias_options defaults = {
    .valid = GLOSS_ALWAYS
  };
  const gloss_alias_options *o = options != NULL ? options : &defaults;
  gloss_raw_alias row = { .entity = (uint32_t)entity };
  if (!check_entity(b, entity, err) || !gloss_check_alias(alias, err))
    return false;
  if (o->fuzzy > 2)
    return gloss_fail(err, GLOSS_BAD_ENTRY, 0, "fuzzy is 0, 1 or 2");
  if (!add_context(b, o, &row.context, err)) return false;
  row.flags = (uint8_t)((o->accents ? GLOSS_ALIAS_ACCENTS : 0) |
                        (o->inside ? GLOSS_ALIAS_INSIDE : 0) |
                        (o->generated ? GLOSS_ALIAS_GENERATED : 0) |
                        o->fuzzy * GLOSS_ALIAS_FUZZY);
  row.rule = gloss_alias_rule(o->letter_case, alias);
  b->inside |= o->inside;
  return add_alias(b, row, alias, err);
}

bool gloss_dict_add_exclude(gloss_dict_builder *b, gloss_slice text,
                            int64_t entity, gloss_error *err) {
  gloss_raw_alias row = {
    .entity = entity < 0 ? GLOSS_NO_ENTITY : (uint32_t)entity,
    .flags = GLOSS_ALIAS_EXCLUDE
  };
  if (entity >= 0 && !check_entity(b, entity, err)) return false;
  if (!gloss_check_alias(text, err)) return false;
  row.rule = gloss_alias_rule(GLOSS_SMART, text);
  if (!add_alias(b, row, text, err)) return false;
  b->excludes++;
  return true;
}

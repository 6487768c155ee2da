/* dict_table.c - the plain rows of a table of entities, added without a Lua
** value for each cell. A row with anything to think about (quotes, dates) is
** left to Lua. */
#include <string.h>

#include "module/bind.h"
#include "module/dict.h"

enum { MAX_COLUMNS = 64 };

/* What the columns mean; the rest are fields of the entity. */
typedef enum column_kind {
  FIELD, ID, TYPE, NAME, ALIASES, CAREFUL
} column_kind;

typedef struct plain_table {
  gloss_dict_builder *builder;
  const gloss_variants *variants;
  char separator;
  int columns;
  column_kind kinds[MAX_COLUMNS];
  gloss_slice names[MAX_COLUMNS]; /* of the columns */
} plain_table;

typedef struct plain_row {
  gloss_slice cells[MAX_COLUMNS];
  gloss_slice id, type, name, aliases;
} plain_row;

static column_kind kind_of(const char *name) {
  static const char *const careful[] = { "from", "to", "was", "ok" };
  if (strcmp(name, "id") == 0) return ID;
  if (strcmp(name, "type") == 0) return TYPE;
  if (strcmp(name, "name") == 0) return NAME;
  if (strcmp(name, "aliases") == 0) return ALIASES;
  for (size_t i = 0; i < sizeof careful / sizeof *careful; i++)
    if (strcmp(name, careful[i]) == 0) return CAREFUL;
  return FIELD;
}

/* Reads the list of columns at `arg`, which keeps their names. */
static bool read_columns(lua_State *L, int arg, plain_table *t) {
  lua_Integer count = luaL_len(L, arg);
  if (count > MAX_COLUMNS) return false;
  t->columns = (int)count;
  for (int i = 0; i < t->columns; i++) {
    lua_rawgeti(L, arg, i + 1);
    t->names[i].bytes = luaL_checklstring(L, -1, &t->names[i].len);
    t->kinds[i] = kind_of(t->names[i].bytes);
    lua_pop(L, 1);
  }
  return true;
}

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static bool is_plain_cell(gloss_slice cell) {
  return cell.len == 0 ||
         (!is_blank(cell.bytes[0]) && !is_blank(cell.bytes[cell.len - 1]));
}

static bool take_cell(const plain_table *t, int i, gloss_slice cell,
                      plain_row *row) {
  if (!is_plain_cell(cell)) return false;
  row->cells[i] = cell;
  switch (t->kinds[i]) {
    case ID: row->id = cell; break;
    case TYPE: row->type = cell; break;
    case NAME: row->name = cell; break;
    case ALIASES: row->aliases = cell; break;
    case CAREFUL: return cell.len == 0;
    case FIELD: break;
  }
  return true;
}

/* Takes a line apart; false: it is not plain. */
static bool read_row(const plain_table *t, const char *line, size_t len,
                     plain_row *row) {
  size_t at = 0;
  *row = (plain_row){ .id = { "", 0 }, .type = { "", 0 }, .name = { "", 0 },
                      .aliases = { "", 0 } };
  if (memchr(line, '"', len) != NULL || memchr(line, '\\', len) != NULL ||
      (len > 0 && line[0] == '#'))
    return false;
  for (int i = 0; i < t->columns; i++) {
    const char *stop = at <= len ? memchr(line + at, t->separator, len - at)
                                 : NULL;
    size_t end = stop != NULL ? (size_t)(stop - line) : len;
    gloss_slice cell = { "", 0 };
    if (at < end) cell = (gloss_slice){ line + at, end - at };
    if (!take_cell(t, i, cell, row)) return false;
    at = end < len ? end + 1 : len + 1;
  }
  return at > len && row->id.len > 0 && row->name.len > 0;
}

/* Is each alias something, without blanks around it? */
static bool aliases_plain(gloss_slice all) {
  size_t at = 0;
  while (at < all.len) {
    const char *bar = memchr(all.bytes + at, '|', all.len - at);
    size_t end = bar != NULL ? (size_t)(bar - all.bytes) : all.len;
    gloss_slice alias = { all.bytes + at, end - at };
    if (alias.len == 0 || !is_plain_cell(alias)) return false;
    at = end + 1;
  }
  return true;
}

/* Is an alias one of a cell of them? */
static bool lists(gloss_slice cell, gloss_slice alias) {
  for (size_t at = 0; at < cell.len;) {
    const char *bar = memchr(cell.bytes + at, '|', cell.len - at);
    size_t end = bar != NULL ? (size_t)(bar - cell.bytes) : cell.len;
    if (end - at == alias.len &&
        memcmp(cell.bytes + at, alias.bytes, alias.len) == 0)
      return true;
    at = end + 1;
  }
  return false;
}

/* Aliases that are being added to an entity. */
typedef struct adding {
  const plain_table *table;
  const plain_row *row;
  int64_t entity;
  gloss_error *err;
  bool ok;
} adding;

/* Another way to write a name, unless the row lists it. */
static void add_variant(void *context, gloss_slice alias,
                        gloss_case letter_case) {
  adding *a = context;
  gloss_alias_options options = { .letter_case = letter_case,
                                  .generated = true, .valid = GLOSS_ALWAYS };
  gloss_slice name = a->row->name;
  if (!a->ok || (alias.len == name.len &&
                 memcmp(alias.bytes, name.bytes, name.len) == 0) ||
      lists(a->row->aliases, alias))
    return;
  a->ok = gloss_dict_add_alias(a->table->builder, a->entity, alias, &options,
                               a->err);
}

static bool add_alias(const plain_table *t, int64_t entity, gloss_slice alias,
                      const plain_row *row, gloss_error *err) {
  adding a = { t, row, entity, err, true };
  if (!gloss_dict_add_alias(t->builder, entity, alias, NULL, err))
    return false;
  gloss_variants_each(t->variants, alias, row->type, add_variant, &a);
  return a.ok;
}

static bool add_aliases(const plain_table *t, int64_t entity,
                        const plain_row *row, gloss_error *err) {
  gloss_slice all = row->aliases;
  size_t at = 0;
  while (at < all.len) {
    const char *bar = memchr(all.bytes + at, '|', all.len - at);
    size_t end = bar != NULL ? (size_t)(bar - all.bytes) : all.len;
    gloss_slice alias = { all.bytes + at, end - at };
    if (!add_alias(t, entity, alias, row, err)) return false;
    at = end + 1;
  }
  return true;
}

static bool add_row(const plain_table *t, const plain_row *row,
                    gloss_error *err) {
  int64_t entity = gloss_dict_add_entity(t->builder, row->id, row->type,
                                         row->name, (gloss_period)GLOSS_ALWAYS,
                                         err);
  if (entity < 0 || !add_aliases(t, entity, row, err) ||
      !add_alias(t, entity, row->name, row, err))
    return false;
  for (int i = 0; i < t->columns; i++)
    if (t->kinds[i] == FIELD && row->cells[i].len > 0 &&
        !gloss_dict_add_field(t->builder, entity, t->names[i], row->cells[i],
                              err))
      return false;
  return true;
}

/* b:table(text, at, columns, separator, variants) -> where the first row begins
** that is not plain, how many were, and what is wrong with the last of them or
** nil. The other ways to write its names are added, too. */
int bind_dict_table(lua_State *L) {
  plain_table t = { .builder = bind_check_dict_builder(L),
                    .variants = bind_check_variants(L, 6) };
  size_t len;
  const char *text = luaL_checklstring(L, 2, &len);
  size_t at = (size_t)luaL_checkinteger(L, 3) - 1;
  lua_Integer count = 0;
  gloss_error err;
  luaL_checktype(L, 4, LUA_TTABLE);
  t.separator = *luaL_checkstring(L, 5);
  err.message[0] = '\0';
  if (!read_columns(L, 4, &t)) len = 0;
  while (at < len) {
    const char *stop = memchr(text + at, '\n', len - at);
    size_t end = stop != NULL ? (size_t)(stop - text) : len;
    plain_row row;
    if (!read_row(&t, text + at, end - at, &row) ||
        !aliases_plain(row.aliases))
      break;
    count++;
    at = end + 1;
    if (!add_row(&t, &row, &err)) break;
  }
  lua_pushinteger(L, (lua_Integer)at + 1);
  lua_pushinteger(L, count);
  if (err.message[0] != '\0') lua_pushstring(L, err.message);
  else lua_pushnil(L);
  return 3;
}

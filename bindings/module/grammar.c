/* grammar.c - grammars of phrases: filled, built, and run over documents.
**
** What a script gives to words stays with the script: the values are in a user
** value, by number of the word. */
#include "module/grammar.h"

#define BIND_GRAMMAR "gloss.grammar"

/* User values: the values of words by number, from 1; the names of classes by
** number, from 1. */
enum { VALUES = 1, CLASSES };

typedef struct grammar_box {
  gloss_grammar *grammar; /* NULL: not made */
  const gloss_phrase_place *places; /* of the last search */
  size_t count;
} grammar_box;

static int grammar_free(lua_State *L) {
  grammar_box *box = luaL_checkudata(L, 1, BIND_GRAMMAR);
  gloss_grammar_free(box->grammar);
  *box = (grammar_box){ NULL, NULL, 0 };
  return 0;
}

static grammar_box *check_grammar(lua_State *L) {
  grammar_box *box = luaL_checkudata(L, 1, BIND_GRAMMAR);
  luaL_argcheck(L, box->grammar != NULL, 1, "grammar is gone");
  return box;
}

gloss_grammar *bind_check_grammar(lua_State *L, int arg) {
  grammar_box *box = luaL_checkudata(L, arg, BIND_GRAMMAR);
  luaL_argcheck(L, box->grammar != NULL, arg, "grammar is gone");
  return box->grammar;
}

static gloss_slice check_slice(lua_State *L, int arg) {
  gloss_slice s;
  s.bytes = luaL_checklstring(L, arg, &s.len);
  return s;
}

static int failed(lua_State *L, const gloss_error *err) {
  return luaL_error(L, "%s", err->message);
}

/* ---- Filling ------------------------------------------------------------- */

/* core.grammar() -> grammar | nil, err */
static int grammar_new(lua_State *L) {
  gloss_error err;
  grammar_box *box = lua_newuserdatauv(L, sizeof *box, CLASSES);
  *box = (grammar_box){ NULL, NULL, 0 };
  luaL_setmetatable(L, BIND_GRAMMAR);
  lua_newtable(L);
  lua_setiuservalue(L, -2, VALUES);
  lua_newtable(L);
  lua_setiuservalue(L, -2, CLASSES);
  box->grammar = gloss_grammar_new(&err);
  if (box->grammar == NULL) return bind_push_error(L, &err);
  return 1;
}

static unsigned read_flag(lua_State *L, int table, const char *name,
                          unsigned flag) {
  bool set;
  lua_getfield(L, table, name);
  set = lua_toboolean(L, -1);
  lua_pop(L, 1);
  return set ? flag : 0;
}

/* What the core knows of a word's value: nothing of a table in a table. */
enum { MAX_FIELDS = 16 };

static gloss_worth read_worth(lua_State *L, int at, double *number,
                              gloss_slice *text) {
  switch (lua_type(L, at)) {
  case LUA_TNUMBER:
    *number = (double)lua_tonumber(L, at);
    return GLOSS_WORTH_NUMBER;
  case LUA_TSTRING:
    text->bytes = lua_tolstring(L, at, &text->len);
    return GLOSS_WORTH_TEXT;
  case LUA_TBOOLEAN:
    return lua_toboolean(L, at) ? GLOSS_WORTH_TRUE : GLOSS_WORTH_FALSE;
  default: return GLOSS_WORTH_TRUE;
  }
}

/* The fields of the table on top; their names are left on the stack. */
static size_t read_fields(lua_State *L, gloss_word_field *fields) {
  int table = lua_gettop(L);
  size_t count = 0;
  for (lua_pushnil(L); lua_next(L, table); count++) {
    gloss_word_field *field = &fields[count];
    if (count == MAX_FIELDS)
      luaL_error(L, "the value of a word has at most %d fields", MAX_FIELDS);
    *field = (gloss_word_field){ .kind = GLOSS_WORTH_TRUE };
    field->kind = read_worth(L, -1, &field->number, &field->text);
    lua_pushvalue(L, -2);
    field->name.bytes = lua_tolstring(L, -1, &field->name.len);
    lua_insert(L, -3);
    lua_pop(L, 1); /* the table holds the value */
  }
  return count;
}

/* Gives the word its value, which is on top. */
static void set_value(lua_State *L, grammar_box *box, size_t word) {
  gloss_word_value value = { .kind = GLOSS_WORTH_TRUE };
  gloss_word_field fields[MAX_FIELDS];
  gloss_error err;
  int top = lua_gettop(L);
  luaL_checkstack(L, 2 * MAX_FIELDS + 4, NULL);
  if (lua_istable(L, -1)) {
    value.kind = GLOSS_WORTH_FIELDS;
    value.field_count = read_fields(L, fields);
    value.fields = fields;
  } else {
    value.kind = read_worth(L, -1, &value.number, &value.text);
  }
  if (!gloss_grammar_set_value(box->grammar, word, &value, &err))
    failed(L, &err);
  lua_settop(L, top);
}

/* Adds the words of the table at `words`, each with its value. */
static void add_words(lua_State *L, grammar_box *box, int number, int words) {
  gloss_error err;
  lua_getiuservalue(L, 1, VALUES);
  for (lua_pushnil(L); lua_next(L, words); lua_pop(L, 1)) {
    gloss_slice word;
    int64_t at;
    luaL_argcheck(L, lua_type(L, -2) == LUA_TSTRING, words,
                  "words are strings");
    word.bytes = lua_tolstring(L, -2, &word.len);
    at = gloss_grammar_word(box->grammar, number, word, &err);
    if (at < 0) failed(L, &err);
    set_value(L, box, (size_t)at);
    lua_pushvalue(L, -1);
    lua_rawseti(L, -4, (lua_Integer)at + 1);
  }
  lua_pop(L, 1);
}

/* g:class(name, words [, flags]) -> number: a class with its words, each with
** what a script wants to know of it; flags: trigger, exact, glued */
static int grammar_class(lua_State *L) {
  grammar_box *box = check_grammar(L);
  gloss_slice name = check_slice(L, 2);
  gloss_error err;
  unsigned flags = 0;
  int number;
  luaL_checktype(L, 3, LUA_TTABLE);
  if (lua_istable(L, 4))
    flags = read_flag(L, 4, "trigger", GLOSS_CLASS_TRIGGER) |
            read_flag(L, 4, "exact", GLOSS_CLASS_EXACT) |
            read_flag(L, 4, "glued", GLOSS_CLASS_GLUED);
  number = gloss_grammar_class(box->grammar, name, flags, &err);
  if (number < 0) return failed(L, &err);
  add_words(L, box, number, 3);
  lua_pushinteger(L, number + 1);
  return 1;
}

/* g:habit(name, item): "th" is an ordinal's suffix; for flags any item */
static int grammar_habit(lua_State *L) {
  static const char *const names[] = { "ordinals", "decades", "hours",
                                       "hour_letter", "decimal_comma",
                                       "thin_space", NULL };
  grammar_box *box = check_grammar(L);
  int habit = luaL_checkoption(L, 2, NULL, names);
  gloss_slice item = check_slice(L, 3);
  gloss_error err;
  if (!gloss_grammar_habit(box->grammar, (gloss_figure_habit)habit, item, &err))
    return failed(L, &err);
  return 0;
}

/* g:set(name, members): a name for several classes */
static int grammar_set(lua_State *L) {
  grammar_box *box = check_grammar(L);
  gloss_error err;
  if (!gloss_grammar_set(box->grammar, check_slice(L, 2), check_slice(L, 3),
                         &err))
    return failed(L, &err);
  return 0;
}

/* g:rule(source) -> true | nil, err with err.first */
static int grammar_rule(lua_State *L) {
  grammar_box *box = check_grammar(L);
  gloss_error err;
  if (!gloss_grammar_rule(box->grammar, check_slice(L, 2), &err))
    return bind_fail(L, gloss_code_name(err.code),
                     (lua_Integer)err.offset + 1, "%s", err.message);
  lua_pushboolean(L, true);
  return 1;
}

/* g:join(): number words are joined */
static int grammar_join(lua_State *L) {
  gloss_error err;
  if (!gloss_grammar_join(bind_check_grammar(L, 1), &err))
    return failed(L, &err);
  return 0;
}

/* g:build(): it can be used now; the names of its classes are read once */
static int grammar_build(lua_State *L) {
  grammar_box *box = check_grammar(L);
  gloss_error err;
  const char *name;
  if (!gloss_grammar_build(box->grammar, &err)) return failed(L, &err);
  lua_getiuservalue(L, 1, CLASSES);
  for (int i = 0; (name = gloss_grammar_class_name(box->grammar, i)) != NULL;
       i++) {
    lua_pushstring(L, name);
    lua_rawseti(L, -2, i + 1);
  }
  return 1;
}

/* ---- Phrases ------------------------------------------------------------- */

/* g:find(doc [, last]) -> count, generation | nil, err: the phrases of a
** document up to the byte `last` */
static int grammar_find(lua_State *L) {
  grammar_box *box = check_grammar(L);
  const bind_doc *owner = bind_check_doc(L, 2);
  lua_Integer last = luaL_optinteger(L, 3, (lua_Integer)owner->len);
  unsigned generation;
  gloss_error err;
  if (!gloss_grammar_find(box->grammar, owner->doc, last > 0 ? (size_t)last : 0,
                          &box->places, &box->count, &generation, &err)) {
    box->count = 0;
    return bind_push_error(L, &err);
  }
  lua_pushinteger(L, (lua_Integer)box->count);
  lua_pushinteger(L, (lua_Integer)generation);
  return 2;
}

/* g:place(i) -> number of the i-th phrase, the byte before its first */
static int grammar_place(lua_State *L) {
  const grammar_box *box = check_grammar(L);
  lua_Integer i = luaL_checkinteger(L, 2);
  luaL_argcheck(L, i >= 1 && (lua_Unsigned)i <= box->count, 2,
                "no such phrase");
  lua_pushinteger(L, (lua_Integer)box->places[i - 1].phrase + 1);
  lua_pushinteger(L, (lua_Integer)box->places[i - 1].start);
  return 2;
}

static void set_part(lua_State *L, const char *name, int32_t part) {
  if (part < 0) return;
  lua_pushinteger(L, part);
  lua_setfield(L, -2, name);
}

static void push_number(lua_State *L, double value) {
  lua_Integer whole;
  if (lua_numbertointeger(value, &whole) && (double)whole == value)
    lua_pushinteger(L, whole);
  else
    lua_pushnumber(L, value);
}

static void push_date(lua_State *L, const gloss_item *item) {
  lua_createtable(L, 3, 2);
  for (int i = 0; i < 3; i++) {
    lua_pushinteger(L, item->parts[i]);
    lua_rawseti(L, -2, i + 1);
  }
  if (item->mark != 0) {
    lua_pushlstring(L, &item->mark, 1);
    lua_setfield(L, -2, "mark");
  }
  lua_pushboolean(L, item->short_year);
  lua_setfield(L, -2, "short");
  lua_pushboolean(L, item->year_first);
  lua_setfield(L, -2, "year_first");
}

static void push_iso(lua_State *L, const gloss_phrase *p,
                     const gloss_item *item) {
  lua_createtable(L, 0, 4);
  set_part(L, "year", item->parts[0]);
  set_part(L, "month", item->parts[1]);
  set_part(L, "day", item->parts[2]);
  if (item->clock > 0) {
    lua_pushlstring(L, p->bytes + item->clock, item->end - item->clock);
    lua_setfield(L, -2, "clock");
  }
}

static void push_clock(lua_State *L, const gloss_item *item) {
  lua_createtable(L, 0, 3);
  set_part(L, "hour", item->parts[0]);
  set_part(L, "minute", item->parts[1]);
  set_part(L, "second", item->parts[2]);
}

/* What the item is worth: the value of its word, or what its digits say. */
static void push_value(lua_State *L, const gloss_phrase *p,
                       const gloss_item *item, int values) {
  if (item->word != GLOSS_NO_GRAMMAR_WORD) {
    lua_rawgeti(L, values, (lua_Integer)item->word + 1);
    return;
  }
  switch (item->class_number) {
  case GLOSS_FIGURE_ISO: push_iso(L, p, item); break;
  case GLOSS_FIGURE_DATE: push_date(L, item); break;
  case GLOSS_FIGURE_CLOCK: push_clock(L, item); break;
  case GLOSS_FIGURE_JUNK: lua_pushnil(L); break;
  default: push_number(L, item->value);
  }
}

/* g:item(phrase, i) -> first, last, class, value, text, gap of its i-th item;
** first and last count in the phrase, from 1; nil behind the last */
static int grammar_item(lua_State *L) {
  const grammar_box *box = check_grammar(L);
  lua_Integer number = luaL_checkinteger(L, 2), i = luaL_checkinteger(L, 3);
  const gloss_phrase *p =
      number >= 1 && number <= UINT32_MAX
          ? gloss_grammar_phrase(box->grammar, (uint32_t)number - 1) : NULL;
  const gloss_item *item;
  luaL_argcheck(L, p != NULL, 2, "no such phrase");
  luaL_argcheck(L, i >= 1, 3, "no such item");
  if ((lua_Unsigned)i > p->item_count) return luaL_pushfail(L), 1;
  item = &p->items[i - 1];
  lua_settop(L, 1);
  lua_getiuservalue(L, 1, VALUES);
  lua_pushinteger(L, (lua_Integer)item->start + 1);
  lua_pushinteger(L, (lua_Integer)item->end);
  lua_getiuservalue(L, 1, CLASSES);
  lua_rawgeti(L, -1, item->class_number + 1);
  lua_replace(L, -2);
  push_value(L, p, item, 2);
  lua_pushlstring(L, p->bytes + item->start, item->end - item->start);
  lua_pushlstring(L, &item->gap, 1);
  return 6;
}

/* g:drop(phrase): no search gives it again */
static int grammar_drop(lua_State *L) {
  const grammar_box *box = check_grammar(L);
  lua_Integer number = luaL_checkinteger(L, 2);
  luaL_argcheck(L, number >= 1 && number <= UINT32_MAX, 2, "no such phrase");
  gloss_grammar_drop(box->grammar, (uint32_t)number - 1);
  return 0;
}

/* ---- Rules --------------------------------------------------------------- */

static void set_number(lua_State *L, const char *name, size_t number) {
  lua_pushinteger(L, (lua_Integer)number);
  lua_setfield(L, -2, name);
}

static void push_match(lua_State *L, const gloss_grammar *g,
                       const gloss_rule_match *m) {
  lua_createtable(L, 0, 4);
  set_number(L, "rule", m->rule + 1u);
  set_number(L, "first", m->first + 1u);
  set_number(L, "last", m->last + 1u);
  lua_createtable(L, 0, m->name_count);
  for (unsigned i = 0; i < m->name_count; i++)
    set_number(L, gloss_grammar_rule_name(g, m->names[i].name),
               m->names[i].item + 1u);
  lua_setfield(L, -2, "names");
}

/* g:match(phrase, i) -> the matches that begin at its i-th item, the longest
** first; nil where none does. A match has rule, first and last (items), names
** (name -> item) */
static int grammar_match(lua_State *L) {
  const grammar_box *box = check_grammar(L);
  lua_Integer number = luaL_checkinteger(L, 2), i = luaL_checkinteger(L, 3);
  const gloss_rule_match *matches;
  size_t count;
  gloss_error err;
  luaL_argcheck(L, number >= 1 && number <= UINT32_MAX, 2, "no such phrase");
  luaL_argcheck(L, i >= 1, 3, "no such item");
  if (!gloss_grammar_matches(box->grammar, (uint32_t)number - 1, (size_t)i - 1,
                             &matches, &count, &err))
    return failed(L, &err);
  if (count == 0) return luaL_pushfail(L), 1;
  lua_createtable(L, (int)count, 0);
  for (size_t j = 0; j < count; j++) {
    push_match(L, box->grammar, &matches[j]);
    lua_rawseti(L, -2, (lua_Integer)j + 1);
  }
  return 1;
}

static const luaL_Reg methods[] = {
  { "class", grammar_class }, { "habit", grammar_habit },
  { "set", grammar_set },     { "rule", grammar_rule },
  { "join", grammar_join },
  { "build", grammar_build }, { "find", grammar_find },
  { "place", grammar_place }, { "item", grammar_item },
  { "drop", grammar_drop },   { "match", grammar_match },
  { NULL, NULL }
};
static const luaL_Reg functions[] = { { "grammar", grammar_new },
                                      { NULL, NULL } };

void bind_open_grammar(lua_State *L) {
  luaL_setfuncs(L, functions, 0);
  luaL_newmetatable(L, BIND_GRAMMAR);
  lua_pushcfunction(L, grammar_free);
  lua_setfield(L, -2, "__gc");
  luaL_newlib(L, methods);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 1);
}

/* words.c - what a script says of each distinct word, and the tokens of a
** document as columns of these answers.
**
** A function is asked once for each distinct word and gives an integer of bits
** and any values; reading a document calls it for new words only. Items are
** tokens, or what stands for several: a stretch that is folded into one, words
** joined by a hyphen. Items and sentences count from 1, bytes as Lua does. */
#include <stdlib.h>

#include "module/bind.h"

#define BIND_WORDS "gloss.words"

enum {
  MOST_ANSWERS = 1 << 17, /* after so many, all is asked again */
  ASK = 1,                /* user values: the function, */
  KNOWN,                  /* table: answer by text, of other than words */
  NAMES,                  /* list: the names of values, */
  VALUES                  /* list: for each a list, by answer */
};

/* What is remembered. Answers count from 1; 0 is none. */
typedef struct words {
  uint64_t epoch;    /* of `by_word` */
  uint32_t *by_word; /* answer by number of the word; owned */
  size_t word_room;
  uint64_t *bits; /* by answer; owned */
  size_t bit_room, count, values;
} words;

static words *check_words(lua_State *L) {
  return luaL_checkudata(L, 1, BIND_WORDS);
}

/* core.words(ask, names) -> words: ask(text) gives bits and a value for each
** name */
static int words_new(lua_State *L) {
  words *w;
  luaL_checktype(L, 1, LUA_TFUNCTION);
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_settop(L, 2);
  w = lua_newuserdatauv(L, sizeof *w, VALUES);
  *w = (words){ .values = (size_t)luaL_len(L, 2) };
  luaL_setmetatable(L, BIND_WORDS);
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, -2, ASK);
  lua_pushvalue(L, 2);
  lua_setiuservalue(L, -2, NAMES);
  return 1;
}

static int words_gc(lua_State *L) {
  words *w = check_words(L);
  free(w->by_word);
  free(w->bits);
  w->by_word = NULL;
  w->bits = NULL;
  w->word_room = w->bit_room = 0;
  return 0;
}

/* ---- Answers ------------------------------------------------------------- */

static void forget(lua_State *L, words *w) {
  w->count = 0;
  w->epoch = 0;
  lua_newtable(L);
  lua_setiuservalue(L, 1, KNOWN);
  lua_newtable(L);
  for (size_t i = 1; i <= w->values; i++) {
    lua_newtable(L);
    lua_rawseti(L, -2, (lua_Integer)i);
  }
  lua_setiuservalue(L, 1, VALUES);
}

static void *widen(lua_State *L, void *array, size_t *room, size_t wanted,
                   size_t size) {
  size_t more = *room * 2 > wanted ? *room * 2 : wanted + 256;
  char *bigger = realloc(array, more * size);
  if (bigger == NULL) luaL_error(L, "not enough memory");
  memset(bigger + *room * size, 0, (more - *room) * size);
  *room = more;
  return bigger;
}

/* Asks the function for the text on top, and keeps what it says. */
static uint32_t ask(lua_State *L, words *w) {
  int text = lua_gettop(L), is_bits;
  size_t answer = w->count + 1;
  lua_Integer bits;
  lua_getiuservalue(L, 1, ASK);
  lua_pushvalue(L, text);
  lua_call(L, 1, (int)w->values + 1);
  bits = lua_tointegerx(L, text + 1, &is_bits);
  if (!is_bits)
    luaL_error(L, "gloss.words: an integer of bits expected for '%s'",
               lua_tostring(L, text));
  if (answer >= w->bit_room)
    w->bits = widen(L, w->bits, &w->bit_room, answer + 1, sizeof *w->bits);
  w->bits[answer] = (uint64_t)bits;
  lua_getiuservalue(L, 1, VALUES);
  for (size_t i = w->values; i > 0; i--) {
    lua_rawgeti(L, -1, (lua_Integer)i);
    lua_pushvalue(L, text + 1 + (int)i);
    lua_rawseti(L, -2, (lua_Integer)answer);
    lua_pop(L, 1);
  }
  lua_settop(L, text);
  w->count = answer;
  return (uint32_t)answer;
}

/* The answer for a text that is no word of the vocabulary. */
static uint32_t answer_to(lua_State *L, words *w, const char *text,
                          size_t len) {
  uint32_t answer;
  lua_getiuservalue(L, 1, KNOWN);
  lua_pushlstring(L, text, len);
  lua_pushvalue(L, -1);
  lua_rawget(L, -3);
  answer = (uint32_t)lua_tointeger(L, -1);
  lua_pop(L, 1);
  if (answer == 0) {
    answer = ask(L, w);
    lua_pushvalue(L, -1);
    lua_pushinteger(L, (lua_Integer)answer);
    lua_rawset(L, -4);
  }
  lua_pop(L, 2);
  return answer;
}

/* ---- Items --------------------------------------------------------------- */

typedef struct item {
  uint32_t start, end, answer;
} item;

/* Reading one document. */
typedef struct work {
  words *words;
  const bind_doc *owner;
  gloss_token_columns tokens;
  gloss_word_numbers numbers;
  uint64_t watch, join, apart;
  gloss_span within;
  const gloss_span *folds; /* stretches that are one item each */
  size_t fold_count;
  uint32_t fold_answer;
  uint32_t *fold_items; /* the item of each, from 0 */
  item *items;
  size_t count;
  size_t before; /* items of the reading whose columns are used again */
} work;

static uint32_t token_answer(lua_State *L, work *k, size_t token) {
  words *w = k->words;
  uint32_t number = k->numbers.numbers[token];
  uint32_t start = k->tokens.starts[token], answer;
  if (number == 0)
    return answer_to(L, w, k->owner->text + start,
                     k->tokens.ends[token] - start);
  if (w->by_word[number] > 0) return w->by_word[number];
  lua_pushlstring(L, k->owner->text + start, k->tokens.ends[token] - start);
  answer = ask(L, w);
  lua_pop(L, 1);
  return w->by_word[number] = answer;
}

static bool has(const work *k, const item *i, uint64_t mask) {
  return (k->words->bits[i->answer] & mask) != 0;
}

/* Makes one of the last two items and `next`: a word, what joins, a word. */
static bool join(lua_State *L, work *k, const item *next) {
  item *last = k->items + k->count - 1, *first = last - 1;
  if (k->count < 2 || !has(k, last, k->join) || last->end != next->start ||
      first->end != last->start || has(k, first, k->apart) ||
      has(k, next, k->apart))
    return false;
  first->end = next->end;
  first->answer = answer_to(L, k->words, k->owner->text + first->start,
                            first->end - first->start);
  k->count--;
  return true;
}

static void add_item(lua_State *L, work *k, item next) {
  if (k->join == 0 || !join(L, k, &next)) k->items[k->count++] = next;
}

static void add_fold(work *k, size_t fold) {
  k->fold_items[fold] = (uint32_t)k->count;
  k->items[k->count++] = (item){ k->folds[fold].start, k->folds[fold].end,
                                 k->fold_answer };
}

/* All items, in order; what is masked has none. */
static void make_items(lua_State *L, work *k) {
  const bind_doc *d = k->owner;
  size_t fold = 0, mask = 0;
  uint32_t covered = k->within.start;
  for (size_t i = gloss_doc_token_after(d->doc, k->within.start);
       i < k->tokens.count && k->tokens.ends[i] <= k->within.end; i++) {
    uint32_t start = k->tokens.starts[i];
    while (mask < d->mask_count && d->masks[mask].end <= start) mask++;
    if (mask < d->mask_count && d->masks[mask].start < k->tokens.ends[i])
      continue;
    for (; fold < k->fold_count && k->folds[fold].start <= start; fold++) {
      add_fold(k, fold);
      covered = k->folds[fold].end;
    }
    if (start >= covered)
      add_item(L, k, (item){ start, k->tokens.ends[i],
                             token_answer(L, k, i) });
  }
}

/* ---- Columns ------------------------------------------------------------- */

/* Pushes the column called `name`, with room; what an earlier reading left
** behind the new rows is taken out. */
static void push_column(lua_State *L, int columns, const char *name,
                        size_t room, size_t before) {
  if (lua_getfield(L, columns, name) == LUA_TTABLE) {
    for (size_t i = before; i > room; i--) {
      lua_pushnil(L);
      lua_rawseti(L, -2, (lua_Integer)i);
    }
    return;
  }
  lua_pop(L, 1);
  lua_createtable(L, (int)room, 0);
  lua_pushvalue(L, -1);
  lua_setfield(L, columns, name);
}

static void push_values(lua_State *L, const work *k, int columns) {
  lua_getiuservalue(L, 1, VALUES);
  lua_getiuservalue(L, 1, NAMES);
  for (size_t v = 1; v <= k->words->values; v++) {
    lua_rawgeti(L, -1, (lua_Integer)v);
    lua_rawgeti(L, -3, (lua_Integer)v);
    push_column(L, columns, lua_tostring(L, -2), k->count, k->before);
    for (size_t i = 0; i < k->count; i++) {
      lua_rawgeti(L, -2, (lua_Integer)k->items[i].answer);
      lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    lua_pop(L, 3);
  }
  lua_pop(L, 2);
}

static void push_places(lua_State *L, const work *k, int columns) {
  push_column(L, columns, "first", k->count, k->before);
  push_column(L, columns, "last", k->count, k->before);
  push_column(L, columns, "bits", k->count, k->before);
  for (size_t i = 0; i < k->count; i++) {
    lua_Integer n = (lua_Integer)i + 1;
    lua_pushinteger(L, (lua_Integer)k->items[i].start + 1);
    lua_rawseti(L, -4, n);
    lua_pushinteger(L, (lua_Integer)k->items[i].end);
    lua_rawseti(L, -3, n);
    lua_pushinteger(L, (lua_Integer)k->words->bits[k->items[i].answer]);
    lua_rawseti(L, -2, n);
  }
  lua_pop(L, 3);
}

static void push_watched(lua_State *L, const work *k, int columns) {
  lua_Integer n = 0;
  lua_newtable(L);
  for (size_t i = 0; i < k->count; i++)
    if (has(k, &k->items[i], k->watch)) {
      lua_pushinteger(L, (lua_Integer)i + 1);
      lua_rawseti(L, -2, ++n);
    }
  lua_setfield(L, columns, "watched");
  lua_createtable(L, (int)k->fold_count, 0);
  for (size_t i = 0; i < k->fold_count; i++) {
    if (k->fold_items[i] == UINT32_MAX) lua_pushboolean(L, 0);
    else lua_pushinteger(L, (lua_Integer)k->fold_items[i] + 1);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  lua_setfield(L, columns, "folded");
}

/* The first items of sentences; one that begins inside an item does not
** count. */
static void push_starts(lua_State *L, const work *k, int columns) {
  gloss_error err;
  size_t count, at = 0;
  lua_Integer n = 0;
  const gloss_sentence *list = gloss_doc_sentences(k->owner->doc, &count, &err);
  if (list == NULL) luaL_error(L, "%s", err.message);
  lua_newtable(L);
  for (size_t s = 0; s < count && at < k->count; s++) {
    if (list[s].start >= k->within.end) break;
    if (list[s].end <= k->items[at].start) continue;
    while (at < k->count && k->items[at].end <= list[s].start) at++;
    if (at == k->count || k->items[at].start < list[s].start) continue;
    lua_pushinteger(L, (lua_Integer)at + 1);
    lua_rawseti(L, -2, ++n);
  }
  lua_setfield(L, columns, "starts");
}

/* ---- Options ------------------------------------------------------------- */

static lua_Integer option(lua_State *L, const char *name,
                          lua_Integer otherwise) {
  lua_Integer value;
  lua_getfield(L, 3, name);
  value = luaL_optinteger(L, -1, otherwise);
  lua_pop(L, 1);
  return value;
}

/* Reads `fold`, first and last of each stretch; what would begin in the one
** before stands in none. Pushes what keeps them. */
static void read_folds(lua_State *L, work *k) {
  gloss_span *folds;
  lua_Integer length;
  lua_getfield(L, 3, "fold");
  length = lua_istable(L, -1) ? luaL_len(L, -1) : 0;
  k->fold_count = (size_t)length / 2;
  folds = lua_newuserdatauv(
      L, (k->fold_count + 1) * (sizeof *folds + sizeof *k->fold_items), 0);
  k->fold_items = (uint32_t *)(folds + k->fold_count + 1);
  for (size_t i = 0; i < k->fold_count; i++) {
    lua_rawgeti(L, -2, (lua_Integer)i * 2 + 1);
    lua_rawgeti(L, -3, (lua_Integer)i * 2 + 2);
    folds[i].start = (uint32_t)(luaL_checkinteger(L, -2) - 1);
    folds[i].end = (uint32_t)luaL_checkinteger(L, -1);
    k->fold_items[i] = UINT32_MAX;
    if (folds[i].end > k->owner->len || folds[i].start >= folds[i].end ||
        (i > 0 && folds[i].start < folds[i - 1].end))
      luaL_error(L, "gloss.words: stretches must be sorted and apart");
    lua_pop(L, 2);
  }
  k->folds = folds;
}

static void prepare(lua_State *L, work *k) {
  words *w = k->words;
  gloss_error err;
  lua_getiuservalue(L, 1, KNOWN);
  if (lua_isnil(L, -1) || w->count > MOST_ANSWERS) forget(L, w);
  lua_pop(L, 1);
  if (!gloss_doc_words(k->owner->doc, &k->numbers, &err))
    luaL_error(L, "%s", err.message);
  if (w->epoch != k->numbers.epoch && w->by_word != NULL)
    memset(w->by_word, 0, w->word_room * sizeof *w->by_word);
  w->epoch = k->numbers.epoch;
  if (k->numbers.limit > w->word_room)
    w->by_word = widen(L, w->by_word, &w->word_room, k->numbers.limit,
                       sizeof *w->by_word);
  k->tokens = gloss_doc_token_columns(k->owner->doc);
}

/* words:read(doc, options) -> columns, those of an earlier reading (`into`),
** which is gone then, or new ones */
static int words_read(lua_State *L) {
  work k = { .words = check_words(L), .owner = bind_check_doc(L, 2) };
  size_t len;
  const char *as;
  int columns;
  lua_settop(L, 3);
  luaL_checktype(L, 3, LUA_TTABLE);
  prepare(L, &k);
  k.watch = (uint64_t)option(L, "watch", 0);
  k.join = (uint64_t)option(L, "join", 0);
  k.apart = (uint64_t)option(L, "apart", 0);
  k.within.start = (uint32_t)(option(L, "first", 1) - 1);
  k.within.end = (uint32_t)option(L, "last", (lua_Integer)k.owner->len);
  read_folds(L, &k);
  lua_getfield(L, 3, "as");
  as = luaL_optlstring(L, -1, "", &len);
  k.fold_answer = k.fold_count > 0 ? answer_to(L, k.words, as, len) : 0;
  k.items = lua_newuserdatauv(
      L, (k.tokens.count + k.fold_count + 1) * sizeof *k.items, 0);
  make_items(L, &k);
  if (lua_getfield(L, 3, "into") != LUA_TTABLE) lua_newtable(L);
  columns = lua_gettop(L);
  lua_getfield(L, columns, "n");
  k.before = (size_t)lua_tointeger(L, -1);
  lua_pop(L, 1);
  lua_pushinteger(L, (lua_Integer)k.count);
  lua_setfield(L, columns, "n");
  push_places(L, &k, columns);
  push_values(L, &k, columns);
  push_watched(L, &k, columns);
  push_starts(L, &k, columns);
  lua_settop(L, columns);
  return 1;
}

static const luaL_Reg methods[] = { { "read", words_read }, { NULL, NULL } };
static const luaL_Reg meta[] = { { "__gc", words_gc }, { NULL, NULL } };
static const luaL_Reg functions[] = { { "words", words_new }, { NULL, NULL } };

void bind_open_words(lua_State *L) {
  luaL_setfuncs(L, functions, 0);
  luaL_newmetatable(L, BIND_WORDS);
  luaL_setfuncs(L, meta, 0);
  luaL_newlib(L, methods);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 1);
}

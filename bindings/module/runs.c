/* runs.c - runs of words with certain classes, for steps that look at these and
** at nothing else.
**
** In each sentence a run is the longest stretch of tokens parted by white space,
** MOST_TOKENS at most, whose first one has a bit of one mask, and the others of
** a second. What a
** script knows of a run by its text it gives in a table; of the runs of which
** it knows nothing yet, and of those that questions fit, it gets a list. */
#include "module/reading.h"

#define BIND_RUNS "gloss.runs"

enum { MOST = 16, FIELDS = 10 }; /* questions or skips; values of a run */
enum { MOST_TOKENS = 64 };       /* a page of capitals is many runs */

/* Masks that must all fit, those left aside that are 0. `also`: any, too. */
typedef struct question {
  uint64_t before, any, also, after, next;
  bool several; /* of runs of several tokens alone */
} question;

/* A run of one token with all of these bits and none of those. */
typedef struct skip {
  uint64_t all, none;
} skip;

typedef struct runs {
  uint64_t start, part;
  question questions[MOST];
  skip skips[MOST];
  size_t question_count, skip_count;
} runs;

/* ---- Making one ---------------------------------------------------------- */

/* The mask called so in the table on top, 0 where there is none. */
static uint64_t read_mask(lua_State *L, const char *name) {
  lua_Integer mask = 0;
  if (lua_getfield(L, -1, name) != LUA_TNIL) mask = luaL_checkinteger(L, -1);
  lua_pop(L, 1);
  return (uint64_t)mask;
}

static bool read_flag(lua_State *L, const char *name) {
  bool flag = lua_getfield(L, -1, name) != LUA_TNIL && lua_toboolean(L, -1);
  lua_pop(L, 1);
  return flag;
}

/* Pushes the list called so of the table at 1; how long it is. */
static size_t open_list(lua_State *L, const char *name) {
  lua_Integer count;
  if (lua_getfield(L, 1, name) == LUA_TNIL) return 0;
  luaL_checktype(L, -1, LUA_TTABLE);
  count = luaL_len(L, -1);
  if (count > MOST) luaL_error(L, "runs: more than %d in '%s'", MOST, name);
  return (size_t)count;
}

static void read_questions(lua_State *L, runs *q) {
  q->question_count = open_list(L, "ask");
  for (size_t i = 0; i < q->question_count; i++) {
    lua_geti(L, -1, (lua_Integer)i + 1);
    luaL_checktype(L, -1, LUA_TTABLE);
    q->questions[i] = (question){ .before = read_mask(L, "before"),
                                  .any = read_mask(L, "any"),
                                  .also = read_mask(L, "also"),
                                  .after = read_mask(L, "after"),
                                  .next = read_mask(L, "next"),
                                  .several = read_flag(L, "several") };
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

static void read_skips(lua_State *L, runs *q) {
  q->skip_count = open_list(L, "skip");
  for (size_t i = 0; i < q->skip_count; i++) {
    lua_geti(L, -1, (lua_Integer)i + 1);
    luaL_checktype(L, -1, LUA_TTABLE);
    q->skips[i] = (skip){ read_mask(L, "all"), read_mask(L, "none") };
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

/* core.runs{ start, part, ask = { { before, any, also, after, next, several },
** ... }, skip = { { all, none }, ... } } -> runs: masks of bits of classes. A
** run is asked for where all masks of a question fit: of the token before it,
** of any of its own, of any again, of the token behind it, of the one after
** that (in the sentence); `several`: if it has several tokens. A run of one
** token that nobody asks for is skipped where it has all bits of one mask and
** none of another. */
static int runs_new(lua_State *L) {
  runs *q;
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  q = lua_newuserdatauv(L, sizeof *q, 0);
  *q = (runs){ 0 };
  luaL_setmetatable(L, BIND_RUNS);
  lua_pushvalue(L, 1);
  q->start = read_mask(L, "start");
  q->part = read_mask(L, "part");
  read_questions(L, q);
  read_skips(L, q);
  lua_settop(L, 2);
  return 1;
}

/* ---- Finding ------------------------------------------------------------- */

/* The tokens of a sentence: from `from` to before `end`. */
typedef struct stretch {
  size_t from, end;
} stretch;

/* A run, the bits of its tokens and of those beside it. */
typedef struct run {
  size_t first, last;
  uint64_t any, all, before, after, next; /* next: behind the one behind it */
} run;

/* The tokens of the next sentence, which begin from s->end on. */
static void next_stretch(const reading *r, gloss_sentence sentence,
                         stretch *s) {
  size_t count = r->tokens.count;
  s->from = s->end;
  while (s->from < count && r->tokens.starts[s->from] < sentence.start)
    s->from++;
  s->end = s->from;
  while (s->end < count && r->tokens.starts[s->end] < sentence.end) s->end++;
}

/* The run that begins at token `i`. */
static run read_run(const reading *r, size_t i, stretch s, uint64_t part) {
  run made = { .first = i, .last = i, .any = r->bits[i], .all = r->bits[i] };
  while (i + 1 < s.end && i - made.first + 1 < MOST_TOKENS &&
         (r->bits[i + 1] & part) != 0 &&
         r->tokens.ends[i] < r->tokens.starts[i + 1]) {
    made.any |= r->bits[++i];
    made.all &= r->bits[i];
  }
  made.last = i;
  if (made.first > s.from) made.before = r->bits[made.first - 1];
  if (i + 1 < s.end) made.after = r->bits[i + 1];
  if (i + 2 < s.end) made.next = r->bits[i + 2];
  return made;
}

static bool fits(uint64_t mask, uint64_t bits) {
  return mask == 0 || (mask & bits) != 0;
}

static bool is_asked(const runs *q, const run *found) {
  for (size_t i = 0; i < q->question_count; i++) {
    const question *a = &q->questions[i];
    if ((!a->several || found->first < found->last) &&
        fits(a->after, found->after) && fits(a->before, found->before) &&
        fits(a->any, found->any) && fits(a->also, found->any) &&
        fits(a->next, found->next))
      return true;
  }
  return false;
}

static bool is_skipped(const runs *q, const run *found) {
  if (found->first < found->last) return false;
  for (size_t i = 0; i < q->skip_count; i++)
    if ((found->any & q->skips[i].all) == q->skips[i].all &&
        (found->any & q->skips[i].none) == 0)
      return true;
  return false;
}

enum { LIST = 3, KNOWN, ASKED }; /* arguments */

/* Puts the run into the list behind its `n` values; false: nothing is known of
** it. */
static bool put_run(lua_State *L, const reading *r, lua_Integer n,
                    const run *found) {
  uint32_t start = r->tokens.starts[found->first];
  uint32_t end = r->tokens.ends[found->last];
  bool known;
  const lua_Integer values[] = {
    (lua_Integer)found->first + 1, (lua_Integer)found->last + 1,
    (lua_Integer)start + 1, (lua_Integer)end, (lua_Integer)found->any,
    (lua_Integer)found->all, (lua_Integer)found->before,
    (lua_Integer)found->after
  };
  for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
    lua_pushinteger(L, values[i]);
    lua_rawseti(L, LIST, ++n);
  }
  lua_pushlstring(L, r->owner->text + start, end - start);
  known = lua_rawget(L, KNOWN) != LUA_TNIL;
  if (!known) lua_pushboolean(L, 0);
  lua_rawseti(L, LIST, ++n);
  lua_pushboolean(L, 0);
  lua_rawseti(L, LIST, ++n);
  lua_settop(L, ASKED);
  return known;
}

/* runs:find(m, list, known, asked) -> values, asked: the runs in a reading are
** written over the beginning of `list`, ten values for each: its first and last
** token, its first and last byte, the bits that any and that all of its tokens
** have, those of the tokens before and behind it in the sentence (0: none),
** what `known` has for its text (or false), and false. The places in `list` of
** those that are asked for, or of which `known` has nothing, are written over
** the beginning of `asked`. How many values of both lists are valid then. */
static int runs_find(lua_State *L) {
  const runs *q = luaL_checkudata(L, 1, BIND_RUNS);
  const reading *r = bind_check_sentences(L, 2);
  lua_Integer n = 0, asked_count = 0;
  stretch s = { 0, 0 };
  for (int arg = LIST; arg <= ASKED; arg++) luaL_checktype(L, arg, LUA_TTABLE);
  lua_settop(L, ASKED);
  for (size_t k = 0; k < r->sentence_count; k++) {
    next_stretch(r, r->sentences[k], &s);
    for (size_t i = s.from; i < s.end; i++) {
      run found;
      bool asked;
      if ((r->bits[i] & q->start) == 0) continue;
      found = read_run(r, i, s, q->part);
      i = found.last;
      asked = is_asked(q, &found);
      if (!asked && is_skipped(q, &found)) continue;
      if (!put_run(L, r, n, &found) || asked) {
        lua_pushinteger(L, n + 1);
        lua_rawseti(L, ASKED, ++asked_count);
      }
      n += FIELDS;
    }
  }
  lua_pushinteger(L, n);
  lua_pushinteger(L, asked_count);
  return 2;
}

static const luaL_Reg methods[] = { { "find", runs_find }, { NULL, NULL } };
static const luaL_Reg functions[] = { { "runs", runs_new }, { NULL, NULL } };

void bind_open_runs(lua_State *L) {
  luaL_setfuncs(L, functions, 0);
  luaL_newmetatable(L, BIND_RUNS);
  luaL_newlib(L, methods);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 1);
}

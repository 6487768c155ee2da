/* atoms.c - the finest pieces of a text. */
#include "tokenise/atoms.h"

#include "unicode/utf8.h"

static bool extends(const gloss_class *c) {
  return c->word == WB_EXTEND || c->word == WB_FORMAT || c->word == WB_ZWJ;
}

/* Which classes run on: letters, digits, Katakana; 0 for single ones. */
static int run_of(const gloss_class *c) {
  switch (c->word) {
    case WB_ALETTER:
    case WB_HEBREW: return WB_ALETTER;
    case WB_NUMERIC: return WB_NUMERIC;
    case WB_KATAKANA: return WB_KATAKANA;
    default: return 0;
  }
}

gloss_atom gloss_atom_at(const char *text, size_t len, size_t at) {
  size_t next;
  const gloss_class *c = gloss_class_of(gloss_utf8_next(text, at, &next));
  gloss_atom atom = { (uint32_t)at, 0, c->word, c->flags };
  int run = run_of(c);
  if (run != 0) atom.word = (uint8_t)run;
  while (next < len) {
    size_t after;
    c = gloss_class_of(gloss_utf8_next(text, next, &after));
    if (!extends(c) && (run == 0 || run_of(c) != run)) break;
    next = after;
  }
  atom.end = (uint32_t)next;
  return atom;
}

typedef struct atom_list {
  gloss_span *spans;
  size_t count, room;
} atom_list;

static bool add(atom_list *list, gloss_arena *arena, size_t start, size_t end) {
  if (list->count == list->room) {
    size_t room = list->room + list->room / 2 + 16;
    gloss_span *wider = gloss_arena_grow(
        arena, list->spans, list->room * sizeof *list->spans,
        room * sizeof *list->spans);
    if (wider == NULL) return false;
    list->spans = wider;
    list->room = room;
  }
  list->spans[list->count++] = (gloss_span){ (uint32_t)start, (uint32_t)end };
  return true;
}

/* The atoms between `at` and `end`, both atom edges. White space is in none;
** only U+202F can stand inside a token. */
static bool scan(atom_list *list, gloss_arena *arena, const char *text,
                 size_t at, size_t end) {
  while (at < end) {
    gloss_atom atom = gloss_atom_at(text, end, at);
    if ((atom.flags & GLOSS_CP_SPACE) == 0 &&
        !add(list, arena, atom.start, atom.end))
      return false;
    at = atom.end;
  }
  return true;
}

gloss_span *gloss_atoms_of_tokens(const char *text,
                                  const gloss_token_list *tokens,
                                  gloss_arena *arena, size_t *count) {
  atom_list list = { NULL, 0, 0 };
  list.room = tokens->count + tokens->count / 8 + 16;
  list.spans = gloss_arena_raw(arena, list.room * sizeof *list.spans);
  if (list.spans == NULL) return NULL;
  for (size_t i = 0; i < tokens->count; i++) {
    size_t start = tokens->starts[i], end = tokens->ends[i];
    if (tokens->flags[i] & GLOSS_ONE_ATOM) {
      if (!add(&list, arena, start, end)) return NULL;
      continue;
    }
    /* Tokens that touch may share an atom: can|not. */
    while (i + 1 < tokens->count && tokens->starts[i + 1] == end &&
           !(tokens->flags[i + 1] & GLOSS_ONE_ATOM))
      end = tokens->ends[++i];
    if (!scan(&list, arena, text, start, end)) return NULL;
  }
  *count = list.count;
  return list.spans;
}

/* grammar_phrases.c - finds the phrases of a text, and keeps each distinct one.
**
** The text is read once: most words leave by their first letter and length. At
** a trigger the known words before it are looked for, eight at most, and the
** phrase is read on from there, so the time is linear whatever the text. */
#include "base/array.h"
#include "base/error.h"
#include "doc/doc_private.h"
#include "match/grammar.h"

enum {
  MAX_LEFT = 8,            /* words before a trigger */
  MAX_KNOWN = 50000,       /* phrases, before all are forgotten */
  MAX_KNOWN_BYTES = 1 << 25,
  ADDRESS_REACH = 200      /* bytes of a web address before a trigger */
};

/* ---- Addresses ---- */

static bool is_word_byte(gloss_grammar_text t, size_t at) {
  unsigned kind = gloss_byte_kind(t, at);
  return kind == GLOSS_BYTE_LETTER || kind == GLOSS_BYTE_DIGIT;
}

/* Do the bytes before a trigger begin an address: "www.", "a://", "name@", and
** "name@host." before a point? */
static bool in_address(gloss_grammar_text t, size_t from, size_t to) {
  const char *s = t.bytes;
  bool point = s[to - 1] == '.';
  size_t at = to;
  if (to - from >= 4 && memcmp(s + from, "www.", 4) == 0) return true;
  for (size_t i = from; i + 3 <= to; i++)
    if (s[i] == ':' && s[i + 1] == '/' && s[i + 2] == '/') return true;
  while (at > from && (is_word_byte(t, at - 1) || (point && s[at - 1] == '.')))
    at--;
  return at > from + 1 && s[at - 1] == '@' && is_word_byte(t, at - 2);
}

/* The end of the web or mail address around the trigger at `first`; 0 where it
** is in none. */
static size_t address_end(gloss_grammar_text t, size_t first) {
  size_t from = first;
  while (from > 0 && first - from < ADDRESS_REACH &&
         !gloss_is_space((unsigned char)t.bytes[from - 1]))
    from--;
  if (from == first || !in_address(t, from, first)) return 0;
  while (first < t.len && !gloss_is_space((unsigned char)t.bytes[first]))
    first++;
  return first;
}

/* ---- Phrases ---- */

typedef struct reading {
  gloss_item items[GLOSS_MAX_ITEMS];
  size_t count;
} reading;

static void read_items(const gloss_grammar *g, gloss_grammar_text t, size_t at,
                       size_t stop, reading *r) {
  char gap = '_';
  r->count = 0;
  while (r->count < GLOSS_MAX_ITEMS &&
         gloss_item_read(g, t, at, stop, &r->items[r->count])) {
    gloss_item *item = &r->items[r->count++];
    item->gap = gap;
    gap = gloss_item_gap(t, item->end, stop, &at);
    if (gap == 0) break;
  }
}

/* The apostrophe of '82 or the point of .08 before `at`; `at`: none. */
static size_t figure_start(gloss_grammar_text t, size_t at, size_t floor) {
  size_t start = at;
  unsigned char c;
  if (!gloss_is_digit(t, at) || at == 0) return at;
  c = (unsigned char)t.bytes[at - 1];
  if (c == '\'' || c == '.') start = at - 1;
  else if (at >= 3 && (GLOSS_HAS(t, at - 3, "\xE2\x80\x99") ||
                       GLOSS_HAS(t, at - 3, "\xE2\x80\x98"))) start = at - 3;
  if (start == at || start < floor) return at;
  c = start > 0 ? (unsigned char)t.bytes[start - 1] : ' ';
  return gloss_is_space(c) || c == '-' || c == '(' || c == '/' ? start : at;
}

/* Reads the phrase around the trigger at `first`, not before `floor`. Known
** words before it may turn out to be part of no item ("near" of "near
** future"): then the phrase begins behind them. */
static void read_phrase(const gloss_grammar *g, gloss_grammar_text t,
                        size_t first, size_t floor, size_t stop, reading *r) {
  size_t starts[MAX_LEFT + 1] = { figure_start(t, first, floor) };
  size_t count = 1;
  for (; count <= MAX_LEFT; count++) {
    size_t start = gloss_item_before(g, t, starts[count - 1], floor);
    if (start == starts[count - 1]) break;
    starts[count] = start;
  }
  while (count-- > 0) {
    read_items(g, t, starts[count], stop, r);
    if (r->count > 0 && r->items[r->count - 1].end > first) return;
  }
  r->count = 0;
}

/* Where to go on behind a trigger that is in no item, but for figures that
** `stop` cuts: they are not begun again inside. */
static size_t behind_trigger(const gloss_grammar *g, gloss_grammar_text t,
                             size_t first, size_t end) {
  gloss_item cut;
  if (!gloss_is_digit(t, first)) return end;
  gloss_figure_read(&g->habits, t, first, &cut);
  return cut.end > end ? cut.end : end;
}

/* ---- Keeping ---- */

static void forget(gloss_grammar *g) {
  gloss_intern_clear(&g->known);
  gloss_intern_clear(&g->sequence_keys);
  gloss_arena_reset(g->known_arena);
  g->generation++;
}

/* The key of a phrase: what each item is and where, and the bytes. */
static bool write_key(gloss_grammar *g, gloss_grammar_text t,
                      const reading *r, size_t *len) {
  size_t start = r->items[0].start, text = r->items[r->count - 1].end - start;
  char *to;
  *len = r->count * 6 + text;
  if (!gloss_array_reserve(g->key, g->key_room, *len)) return false;
  to = g->key;
  for (size_t i = 0; i < r->count; i++, to += 6) {
    uint32_t end = (uint32_t)(r->items[i].end - start);
    to[0] = r->items[i].gap;
    to[1] = (char)r->items[i].class_number;
    memcpy(to + 2, &end, 4);
  }
  memcpy(to, t.bytes + start, text);
  return true;
}

/* Places items from the start of their phrase; says what words are worth. */
static void settle_items(const gloss_grammar *g, gloss_item *items,
                         size_t count, uint32_t start) {
  for (size_t i = 0; i < count; i++) {
    gloss_item *item = &items[i];
    item->start -= start;
    item->end -= start;
    item->scale = 1;
    if (item->clock > 0) item->clock -= start;
    if (item->word != GLOSS_NO_GRAMMAR_WORD)
      item->value = g->words.list[item->word].value.number;
  }
}

/* Copies a phrase that is new, its items placed from its start. */
static bool keep(gloss_grammar *g, gloss_grammar_text t, const reading *r,
                 uint32_t number) {
  uint32_t start = r->items[0].start;
  size_t len = r->items[r->count - 1].end - start;
  gloss_item *items = gloss_arena_copy(g->known_arena, r->items,
                                       r->count * sizeof *items);
  char *bytes = gloss_arena_copy(g->known_arena, t.bytes + start, len);
  if (items == NULL || bytes == NULL ||
      !gloss_array_reserve(g->phrases, g->phrase_room, number + 1u) ||
      !gloss_array_reserve(g->dropped, g->dropped_room, number + 1u))
    return false;
  settle_items(g, items, r->count, start);
  g->phrases[number] = (gloss_phrase){ bytes, (uint32_t)len,
                                       (uint32_t)r->count, items };
  if (g->join)
    g->phrases[number].item_count = (uint32_t)gloss_numerals_join(
        &g->numerals, items, r->count);
  if (!gloss_phrase_match(g, number)) return false;
  g->dropped[number] =
      g->join && g->sequences[g->sequence_of[number]].barren;
  return true;
}

static bool note_phrase(gloss_grammar *g, gloss_grammar_text t,
                        const reading *r) {
  size_t known = g->known.count, len;
  uint32_t number;
  if (!write_key(g, t, r, &len)) return false;
  number = gloss_intern_add(&g->known, g->key, len);
  if (number == GLOSS_NOT_INTERNED) return false;
  if (g->known.count > known && !keep(g, t, r, number)) {
    forget(g); /* what is known of it is not complete */
    g->place_count = 0;
    return false;
  }
  if (g->dropped[number]) return true;
  if (!gloss_array_reserve(g->places, g->place_room, g->place_count + 1))
    return false;
  g->places[g->place_count++] = (gloss_phrase_place){ number,
                                                      r->items[0].start };
  return true;
}

static bool read_stretch(gloss_grammar *g, gloss_grammar_text t,
                         gloss_trigger_search *search, size_t from,
                         size_t stop) {
  size_t end;
  reading r;
  for (size_t at = from; at < stop;) {
    size_t first = gloss_trigger_find(search, at, stop, &end), skip;
    if (first == stop) break;
    skip = address_end(t, first);
    if (skip == 0) {
      read_phrase(g, t, first, at, stop, &r);
      if (r.count > 0 && !note_phrase(g, t, &r)) return false;
      skip = r.count > 0 ? r.items[r.count - 1].end
                         : behind_trigger(g, t, first, end);
    }
    at = skip > end ? skip : end;
  }
  return true;
}

bool gloss_grammar_find(gloss_grammar *g, const gloss_doc *doc, size_t limit,
                        const gloss_phrase_place **places, size_t *count,
                        unsigned *generation, gloss_error *err) {
  gloss_grammar_text t = { doc->text, doc->len };
  size_t from = 0, stop = limit < doc->len ? limit : doc->len;
  gloss_trigger_search search;
  bool ok = true;
  if (!g->built)
    return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "the grammar is not built");
  if (g->known.count > MAX_KNOWN ||
      gloss_arena_bytes(g->known_arena) > MAX_KNOWN_BYTES)
    forget(g);
  g->place_count = 0;
  if (!gloss_triggers_open(g, doc, &search)) return gloss_no_memory(err);
  for (size_t i = 0; ok && i < doc->masks.count && from < stop; i++) {
    size_t end = doc->masks.spans[i].start;
    ok = read_stretch(g, t, &search, from, end < stop ? end : stop);
    from = doc->masks.spans[i].end;
  }
  if (!ok || (from < stop && !read_stretch(g, t, &search, from, stop)))
    return gloss_no_memory(err);
  *places = g->places;
  *count = g->place_count;
  *generation = g->generation;
  return true;
}

const gloss_phrase *gloss_grammar_phrase(const gloss_grammar *g,
                                         uint32_t phrase) {
  return phrase < g->known.count ? &g->phrases[phrase] : NULL;
}

void gloss_grammar_drop(gloss_grammar *g, uint32_t phrase) {
  if (phrase < g->known.count) g->dropped[phrase] = true;
}

/* offices.c - who is meant by a role alone. */
#include "quotes/offices.h"

#include "base/slice.h"
#include "clauses/text.h"
#include "doc/doc_private.h"

#include <stdlib.h>
#include <string.h>

/* ---- Words --------------------------------------------------------------- */

/* The next word of a slice, which is cut before it; empty: no more. */
static gloss_slice next_word(gloss_slice *rest) {
  gloss_slice word;
  while (rest->len > 0 && gloss_blank_byte(*rest->bytes)) {
    rest->bytes++;
    rest->len--;
  }
  word = (gloss_slice){ rest->bytes, 0 };
  while (word.len < rest->len && !gloss_blank_byte(word.bytes[word.len]))
    word.len++;
  rest->bytes += word.len;
  rest->len -= word.len;
  return word;
}

static gloss_slice last_word(gloss_slice text) {
  gloss_slice last = { text.bytes, 0 };
  for (;;) {
    gloss_slice word = next_word(&text);
    if (word.len == 0) return last;
    last = word;
  }
}

/* A copy in lower case (of ASCII). bytes NULL: no memory. */
static gloss_slice lowered(gloss_arena *arena, gloss_slice text) {
  char *copy = gloss_arena_raw(arena, text.len + 1);
  for (size_t i = 0; copy != NULL && i < text.len; i++) {
    char c = text.bytes[i];
    copy[i] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
  }
  return (gloss_slice){ copy, text.len };
}

/* A copy that lives in the arena. bytes NULL: no memory. */
static gloss_slice copied(gloss_arena *arena, gloss_slice text) {
  char *copy = gloss_arena_raw(arena, text.len + 1);
  if (copy != NULL && text.len > 0) memcpy(copy, text.bytes, text.len);
  return (gloss_slice){ copy, text.len };
}

static gloss_slice text_of(gloss_value value) {
  if (value.kind != GLOSS_STRING) return (gloss_slice){ "", 0 };
  return (gloss_slice){ value.as.string.bytes, value.as.string.len };
}

/* ---- What is told of offices --------------------------------------------- */

static bool grow(gloss_arena *arena, void *array, size_t *room, size_t count,
                 size_t size) {
  void **address = array;
  size_t wanted = *room == 0 ? 32 : *room * 2;
  void *bigger;
  if (count < *room) return true;
  bigger = gloss_arena_grow(arena, *address, *room * size, wanted * size);
  if (bigger == NULL) return false;
  memset((char *)bigger + *room * size, 0, (wanted - *room) * size);
  *address = bigger;
  *room = wanted;
  return true;
}

/* Puts the office added last behind the others of its noun. */
static bool link(gloss_offices *o, gloss_slice noun) {
  uint32_t n = gloss_intern_add(&o->nouns, noun.bytes, noun.len);
  uint32_t place = (uint32_t)o->count;
  gloss_office_chain *chain;
  if (n == GLOSS_NOT_INTERNED ||
      !grow(o->arena, &o->chains, &o->chain_room, n, sizeof *o->chains))
    return false;
  chain = &o->chains[n];
  if (chain->last != 0) o->rows[chain->last - 1].next = place;
  else chain->first = place;
  chain->last = place;
  return true;
}

static bool add(gloss_offices *o, gloss_slice role, gloss_slice of,
                gloss_office office) {
  office.role = lowered(o->arena, role);
  office.of = lowered(o->arena, of);
  if (office.role.bytes == NULL || office.of.bytes == NULL) return false;
  role = last_word(office.role);
  if (role.len == 0) return true;
  if (!grow(o->arena, &o->rows, &o->room, o->count, sizeof *o->rows))
    return false;
  o->rows[o->count++] = office;
  return link(o, role);
}

/* What the rows of the layer `roles` tell, but for what is over. */
static bool add_told(gloss_offices *o) {
  static const char *const names[] = { "role", "of_name", "of_id", "id",
                                       "name", "past" };
  gloss_known_rows roles;
  int columns[6];
  if (!gloss_known_rows_read(&roles, o->list->doc, "roles", o->arena))
    return false;
  for (int i = 0; roles.layer != NULL && i < 6; i++)
    columns[i] = gloss_layer_find_column(roles.layer, names[i],
                                         strlen(names[i]));
  for (size_t i = 0; i < roles.count; i++) {
    size_t row = roles.rows != NULL ? roles.rows[i] : i;
    gloss_value v[6];
    for (int c = 0; c < 6; c++)
      v[c] = gloss_layer_value(roles.layer, row, columns[c]);
    if (v[5].kind == GLOSS_BOOLEAN && v[5].as.boolean) continue;
    if (!add(o, text_of(v[0]), text_of(v[1]),
             (gloss_office){ .of_id = text_of(v[2]), .id = text_of(v[3]),
                             .name = text_of(v[4]) }))
      return false;
  }
  return true;
}

/* The ids of the text's entities, by their text in lower case; of equal ones
** the last. */
static bool add_ids(gloss_offices *o, const gloss_known_rows *entities) {
  for (size_t i = 0; i < entities->count; i++) {
    size_t row = entities->rows != NULL ? entities->rows[i] : i;
    gloss_span span = gloss_known_row_span(entities, row);
    gloss_slice text = { o->list->text + span.start, span.end - span.start };
    gloss_slice low = lowered(o->arena, text);
    uint32_t n;
    if (low.bytes == NULL) return false;
    n = gloss_intern_add(&o->texts, low.bytes, low.len);
    if (n == GLOSS_NOT_INTERNED ||
        !grow(o->arena, &o->ids, &o->id_room, n, sizeof *o->ids))
      return false;
    o->ids[n] = text_of(gloss_known_row_value(entities, row, entities->id));
  }
  return true;
}

bool gloss_offices_read(gloss_offices *o, gloss_clauses *list,
                        const gloss_known_rows *entities,
                        const gloss_held_office *held, size_t count) {
  static const gloss_slice nothing = { "", 0 };
  *o = (gloss_offices){ .list = list, .arena = list->arena };
  if (!add_told(o) || !add_ids(o, entities)) return false;
  for (size_t i = 0; i < count; i++) {
    gloss_office office = { .of_id = held[i].of_id,
                            .id = copied(list->doc->arena, held[i].id),
                            .name = copied(list->doc->arena, held[i].name) };
    if (office.id.bytes == NULL || office.name.bytes == NULL ||
        !add(o, held[i].role, nothing, office))
      return false;
  }
  return true;
}

void gloss_offices_free(gloss_offices *o) {
  gloss_intern_free(&o->nouns);
  gloss_intern_free(&o->texts);
}

/* ---- Phrases ------------------------------------------------------------- */

/* What ends the head of a phrase: "the chief | of the fund". */
#define HEAD_ENDS                                                       \
  (GLOSS_KIND_PREPOSITION | GLOSS_KIND_POINT | GLOSS_KIND_SUBORDINATOR | \
   GLOSS_KIND_CONJUNCTION)

/* What a phrase says. */
typedef struct phrase {
  int first, last; /* its words; the last is its noun */
  gloss_span of;   /* what it is of; empty: not told */
} phrase;

/* Reads one; false where it is "a minister", or no noun phrase. */
static bool read_phrase(const gloss_clauses *list, int first, int last,
                        phrase *p) {
  bool definite = gloss_in(list, first, GLOSS_SET_DEFINITE) ||
                  gloss_in(list, first, GLOSS_SET_POSSESSIVE);
  int stop = first, at = first;
  *p = (phrase){ .of = { 0, 0 } };
  while (stop < last && !gloss_is(list, stop + 1, HEAD_ENDS)) stop++;
  for (int k = first; k <= stop; k++) {
    if (!gloss_is(list, k, GLOSS_KIND_POSSESSIVE)) continue;
    if (k > first) p->of = gloss_items_span(list, first, k - 1);
    at = k + 1;
    definite = true;
  }
  if (at == first) at++;
  if (stop + 2 <= last && gloss_in(list, stop + 1, GLOSS_SET_OF))
    p->of = gloss_items_span(list, stop + 2, last);
  p->first = at;
  p->last = stop;
  return definite && at <= stop;
}

/* What a phrase is of, in lower case, without its article. bytes NULL: it does
** not say, or there is no memory. */
static gloss_slice of_phrase(const gloss_offices *o, gloss_span span) {
  const gloss_clauses *list = o->list;
  gloss_slice of = { list->text + span.start, span.end - span.start };
  gloss_slice rest, word;
  if (span.start == span.end) return (gloss_slice){ NULL, 0 };
  of = rest = lowered(o->arena, of);
  if (of.bytes == NULL) return of;
  word = next_word(&rest);
  if (rest.len > 0 &&
      gloss_set_has(
          &gloss_lexicon_find(list->lexicon, word.bytes, word.len)->sets,
          GLOSS_SET_ARTICLES))
    return (gloss_slice){ rest.bytes + 1, rest.len - 1 };
  return of;
}

/* Does the role have that word? */
static bool has_word(gloss_slice role, gloss_slice wanted) {
  for (;;) {
    gloss_slice word = next_word(&role);
    if (word.len == 0) return false;
    if (gloss_same_bytes(word, wanted)) return true;
  }
}

/* Do all words of the phrase stand in the role? */
static bool agrees(const gloss_clauses *list, const gloss_office *office,
                   const phrase *p) {
  for (int k = p->first; k < p->last; k++)
    if (!has_word(office->role, list->items[k].word->low->text)) return false;
  return true;
}

static bool contains(gloss_slice text, gloss_slice part) {
  for (size_t i = 0; i + part.len <= text.len; i++)
    if (memcmp(text.bytes + i, part.bytes, part.len) == 0) return true;
  return false;
}

/* May both be of the same: "Norland's", of Norland? Unknown is no objection. */
static bool same_body(const gloss_office *office, gloss_slice of,
                      gloss_slice of_id) {
  if (of.bytes == NULL) return true;
  if (office->of_id.len > 0 && of_id.len > 0)
    return gloss_same_bytes(office->of_id, of_id);
  return office->of.len == 0 || contains(office->of, of) ||
         contains(of, office->of);
}

/* ---- Who it is ----------------------------------------------------------- */

static gloss_slice id_of(const gloss_offices *o, gloss_slice of) {
  uint32_t n = of.bytes == NULL ? GLOSS_NOT_INTERNED
                                : gloss_intern_find(&o->texts, of.bytes,
                                                    of.len);
  return n == GLOSS_NOT_INTERNED ? (gloss_slice){ "", 0 } : o->ids[n];
}

/* By what two holders are told apart. */
static gloss_slice identity(const gloss_office *office) {
  return office->id.len > 0 ? office->id : office->name;
}

const gloss_office *gloss_offices_holder(const gloss_offices *o, int first,
                                         int last) {
  const gloss_office *found = NULL;
  gloss_slice noun, of, of_id;
  uint32_t n;
  phrase p;
  if (!read_phrase(o->list, first, last, &p)) return NULL;
  noun = o->list->items[p.last].word->low->text;
  n = gloss_intern_find(&o->nouns, noun.bytes, noun.len);
  if (n == GLOSS_NOT_INTERNED) return NULL;
  of = of_phrase(o, p.of);
  of_id = id_of(o, of);
  for (uint32_t i = o->chains[n].first; i != 0; i = o->rows[i - 1].next) {
    const gloss_office *office = &o->rows[i - 1];
    if (!agrees(o->list, office, &p) || !same_body(office, of, of_id))
      continue;
    if (found != NULL && !gloss_same_bytes(identity(found), identity(office)))
      return NULL;
    found = office;
  }
  return found;
}

char gloss_office_gender(const gloss_offices *o, const gloss_office *office) {
  gloss_slice rest = office->name;
  gloss_slice given = lowered(o->arena, next_word(&rest));
  const gloss_lexeme *lexeme;
  if (given.bytes == NULL) return 0;
  lexeme = gloss_lexicon_find(o->list->lexicon, given.bytes, given.len);
  if (gloss_set_has(&lexeme->sets, GLOSS_SET_MEN)) return 'm';
  return gloss_set_has(&lexeme->sets, GLOSS_SET_WOMEN) ? 'f' : 0;
}

/* key_parts.c - chunks of entries, and a small table that joins those of a
** part. */
#include "dict/key_parts.h"

#include "dict/hash.h"

#include <stdlib.h>

/* Aliases of a part, so that a table of their prefixes fits the cache. */
enum { PART = 1 << 13, MOST_BITS = 12 };

bool gloss_key_parts_start(gloss_key_parts *p, size_t aliases) {
  *p = (gloss_key_parts){ 0 };
  while (p->bits < MOST_BITS && aliases >> p->bits > PART) p->bits++;
  p->rows = calloc(gloss_key_parts_count(p), sizeof *p->rows);
  return p->rows != NULL;
}

void gloss_key_parts_clear(gloss_key_parts *p) {
  for (size_t i = 0; i < gloss_key_parts_count(p); i++) {
    gloss_key_part *part = &p->rows[i];
    for (gloss_key_chunk *c = part->first; c != NULL; c = c->next)
      c->count = 0;
    part->last = part->first;
    part->count = 0;
  }
  p->count = 0;
}

void gloss_key_parts_free(gloss_key_parts *p) {
  for (size_t i = 0; p->rows != NULL && i < gloss_key_parts_count(p); i++) {
    gloss_key_chunk *c = p->rows[i].first;
    while (c != NULL) {
      gloss_key_chunk *next = c->next;
      free(c);
      c = next;
    }
  }
  free(p->rows);
  *p = (gloss_key_parts){ 0 };
}

/* Goes on to the next chunk of a part. */
static bool next_chunk(gloss_key_part *part) {
  gloss_key_chunk *c = part->last != NULL ? part->last->next : part->first;
  if (c == NULL) {
    c = malloc(sizeof *c);
    if (c == NULL) return false;
    c->next = NULL;
    c->count = 0;
    if (part->last != NULL) part->last->next = c;
    else part->first = c;
  }
  part->last = c;
  return true;
}

static bool add(gloss_key_part *part, gloss_key_entry entry) {
  gloss_key_chunk *c = part->last;
  if ((c == NULL || c->count == GLOSS_KEY_CHUNK) && !next_chunk(part))
    return false;
  c = part->last;
  c->rows[c->count++] = entry;
  part->count++;
  return true;
}

bool gloss_key_parts_add(gloss_key_parts *p, gloss_key_entry entry) {
  p->count++;
  return add(&p->rows[entry.hash >> 32 >> (32 - p->bits)], entry);
}

/* ---- Joining ------------------------------------------------------------- */

typedef struct table {
  gloss_key_entry *rows; /* empty: head and tail 0 */
  size_t room, most;     /* of this part; of all so far */
  unsigned bits;         /* that all hashes of a part share */
} table;

static bool is_empty(const gloss_key_entry *e) {
  return e->head == 0 && e->tail == 0;
}

static gloss_key_entry *place_of(const table *t, uint64_t hash) {
  size_t i = gloss_hash_place(hash << t->bits, t->room);
  while (!is_empty(&t->rows[i]) && t->rows[i].hash != hash)
    if (++i == t->room) i = 0;
  return &t->rows[i];
}

/* Room for so many entries, a third of it more than they take. */
static bool clear_table(table *t, size_t count) {
  t->room = count + count / 2 + 8;
  if (t->room > t->most) {
    free(t->rows);
    t->most = t->room + t->room / 4;
    t->rows = malloc(t->most * sizeof *t->rows);
    if (t->rows == NULL) return false;
  }
  memset(t->rows, 0, t->room * sizeof *t->rows);
  return true;
}

static bool fill_table(table *t, const gloss_key_part *part,
                       gloss_key_join *join, void *context) {
  for (const gloss_key_chunk *c = part->first; c != NULL; c = c->next)
    for (size_t i = 0; i < c->count; i++) {
      gloss_key_entry *e = place_of(t, c->rows[i].hash);
      if (is_empty(e)) *e = c->rows[i];
      else if (!join(context, e, &c->rows[i])) return false;
    }
  return true;
}

/* The table takes the place of the entries, of which there are not more. */
static void take_table(const table *t, gloss_key_part *part) {
  for (gloss_key_chunk *c = part->first; c != NULL; c = c->next) c->count = 0;
  part->last = part->first;
  part->count = 0;
  for (size_t i = 0; i < t->room; i++)
    if (!is_empty(&t->rows[i])) add(part, t->rows[i]);
}

gloss_key_outcome gloss_key_parts_join(gloss_key_parts *p,
                                       gloss_key_join *join, void *context) {
  table t = { .bits = p->bits };
  gloss_key_outcome outcome = GLOSS_KEYS_DONE;
  p->count = 0;
  for (size_t i = 0; i < gloss_key_parts_count(p); i++) {
    gloss_key_part *part = &p->rows[i];
    if (!clear_table(&t, part->count)) outcome = GLOSS_KEYS_NO_MEMORY;
    else if (!fill_table(&t, part, join, context)) outcome = GLOSS_KEYS_CLASH;
    if (outcome != GLOSS_KEYS_DONE) break;
    take_table(&t, part);
    p->count += part->count;
  }
  free(t.rows);
  return outcome;
}

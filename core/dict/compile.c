/* compile.c - from a builder to the bytes of a compiled dictionary. */
#include "base/error.h"
#include "dict/format.h"
#include "dict/fuzzy_keys.h"
#include "dict/keys.h"
#include "dict/order.h"
#include "dict/strings.h"

#include <stdlib.h>
#include <string.h>

typedef struct compiler {
  gloss_dict_builder *b;
  gloss_error *err;
  gloss_ordered ordered;
  gloss_strings strings;
  gloss_keys keys;
  gloss_fuzzy_keys fuzzy;
  uint32_t *numbers, *places; /* of aliases, in the order of their buckets */
  uint64_t seed;
  bool inside;
  unsigned edits; /* that an alias may have */
  gloss_bytes sections[GLOSS_SECTIONS];
} compiler;

/* Room for `count` rows of `size` bytes at the end of a section. */
static void *section_room(compiler *c, gloss_section section, size_t count,
                          size_t size) {
  void *room = gloss_bytes_add(&c->sections[section], count * size);
  if (room == NULL) gloss_no_memory(c->err);
  return room;
}

static const gloss_raw_entity *entity_at(const compiler *c, size_t number) {
  const gloss_raw_entity *rows = c->b->entities.rows;
  return &rows[c->ordered.order[number]];
}

/* ---- Entities and what is said of them ----------------------------------- */

/* The place of a period; unlimited ones share the first. */
static bool add_period(compiler *c, gloss_period p, uint32_t *place) {
  gloss_bytes *out = &c->sections[GLOSS_SECTION_PERIODS];
  *place = 0;
  if (out->len > 0 && p.from == GLOSS_NO_DATE_FROM && p.to == GLOSS_NO_DATE_TO)
    return true;
  *place = (uint32_t)(out->len / sizeof p);
  if (section_room(c, GLOSS_SECTION_PERIODS, 1, sizeof p) == NULL)
    return false;
  memcpy(out->bytes + out->len - sizeof p, &p, sizeof p);
  return true;
}

static bool write_entities(compiler *c) {
  const gloss_ordered *o = &c->ordered;
  gloss_entity_record *rows = section_room(c, GLOSS_SECTION_ENTITIES,
                                           o->entities + 1, sizeof *rows);
  gloss_slice type = { "", 0 };
  uint32_t place = 0; /* of it, mostly that of the entity before */
  if (rows == NULL) return false;
  for (size_t i = 0; i <= o->entities; i++) {
    gloss_entity_record r = { 0 };
    if (i < o->entities) {
      const gloss_raw_entity *e = entity_at(c, i);
      r.id = gloss_strings_add(&c->strings, e->id);
      if (e->type.bytes != type.bytes || e->type.len != type.len)
        place = gloss_strings_intern(&c->strings, e->type);
      type = e->type;
      r.type = place;
      r.name = gloss_strings_add(&c->strings, e->name);
      if (!add_period(c, e->valid, &r.period)) return false;
    }
    r.aliases = o->aliases.starts[i];
    r.fields = o->fields.starts[i];
    r.roles = o->roles.starts[i];
    rows[i] = r;
  }
  gloss_dict_builder_drop_entities(c->b); /* the largest of what is held */
  return true;
}

static bool write_fields(compiler *c) {
  const gloss_buckets *in = &c->ordered.fields;
  gloss_field_record *rows =
      section_room(c, GLOSS_SECTION_FIELDS, in->count, sizeof *rows);
  if (rows == NULL) return false;
  for (size_t i = 0; i < in->count; i++) {
    const gloss_raw_field *f = in->rows[i];
    rows[i].column = gloss_strings_intern(&c->strings, f->column);
    rows[i].value = gloss_strings_intern(&c->strings, f->value);
  }
  return true;
}

static bool write_roles(compiler *c) {
  const gloss_buckets *in = &c->ordered.roles;
  gloss_role_record *rows =
      section_room(c, GLOSS_SECTION_ROLES, in->count, sizeof *rows);
  if (rows == NULL) return false;
  for (size_t i = 0; i < in->count; i++) {
    const gloss_raw_role *r = in->rows[i];
    rows[i].role = gloss_strings_intern(&c->strings, r->role);
    rows[i].of = gloss_strings_intern(&c->strings, r->of);
    rows[i].source = gloss_strings_intern(&c->strings, r->source);
    if (!add_period(c, r->valid, &rows[i].period)) return false;
  }
  return true;
}

static bool write_extras(compiler *c) {
  const gloss_ordered *o = &c->ordered;
  gloss_extra_record *rows = section_room(
      c, GLOSS_SECTION_EXTRAS, o->context_count + 1, sizeof *rows);
  if (rows == NULL) return false;
  rows[0] = (gloss_extra_record){ 0 };
  for (size_t i = 0; i < o->context_count; i++) {
    rows[i + 1].require =
        gloss_strings_intern(&c->strings, o->contexts[i]->require);
    rows[i + 1].avoid =
        gloss_strings_intern(&c->strings, o->contexts[i]->avoid);
    if (!add_period(c, o->contexts[i]->valid, &rows[i + 1].period))
      return false;
  }
  return true;
}

typedef struct former_item {
  gloss_slice id;
  uint32_t entity;
} former_item;

static int compare_formers(const void *a, const void *b) {
  const former_item *x = a, *y = b;
  int order = gloss_compare_slices(x->id, y->id);
  return order != 0 ? order : (x->entity > y->entity) - (x->entity < y->entity);
}

static bool write_formers(compiler *c) {
  size_t n = c->b->formers.count;
  const gloss_raw_former *raw = c->b->formers.rows;
  gloss_former_record *rows =
      section_room(c, GLOSS_SECTION_FORMER, n, sizeof *rows);
  former_item *items = malloc((n + 1) * sizeof *items);
  if (rows == NULL || items == NULL) {
    free(items);
    return gloss_no_memory(c->err);
  }
  for (size_t i = 0; i < n; i++)
    items[i] = (former_item){ raw[i].id, c->ordered.rank[raw[i].entity] };
  if (n > 1) qsort(items, n, sizeof *items, compare_formers);
  for (size_t i = 0; i < n; i++) {
    rows[i].id = gloss_strings_add(&c->strings, items[i].id);
    rows[i].entity = items[i].entity;
  }
  free(items);
  return true;
}

/* ---- Aliases ------------------------------------------------------------- */

static void write_alias(compiler *c, size_t i, uint32_t number, char **at) {
  const gloss_raw_alias *a = c->ordered.aliases.rows[i];
  const gloss_bytes *heap = &c->sections[GLOSS_SECTION_HEAP];
  size_t size = gloss_alias_size(a->len);
  gloss_alias_record r = {
    number,
    a->entity == c->ordered.entities ? GLOSS_NO_ENTITY
                                     : c->ordered.rank[a->entity],
    a->context, a->len, a->flags, a->rule
  };
  if (c->keys.next[i] != 0) r.flags |= GLOSS_ALIAS_MORE;
  memset(*at + size - 8, 0, 8);
  memcpy(*at, &r, sizeof r);
  memcpy(*at + sizeof r, a->text, a->len);
  c->places[i] = (uint32_t)((size_t)(*at - heap->bytes) / 8);
  c->numbers[i] = number;
  *at += size;
}

/* Aliases of one key side by side, each key where its first alias comes. */
static bool write_heap(compiler *c) {
  const gloss_buckets *in = &c->ordered.aliases;
  size_t size = 0, count = in->count;
  uint32_t number = 0, *places;
  char *at;
  for (size_t i = 0; i < count; i++) {
    const gloss_raw_alias *a = in->rows[i];
    size += gloss_alias_size(a->len);
  }
  at = section_room(c, GLOSS_SECTION_HEAP, size, 1);
  places = section_room(c, GLOSS_SECTION_ALIASES, count, sizeof *places);
  if (at == NULL || places == NULL) return false;
  for (size_t i = 0; i < count; i++) {
    if (!c->keys.heads[i]) continue;
    for (size_t k = i + 1; k != 0; k = c->keys.next[k - 1])
      write_alias(c, k - 1, number++, &at);
  }
  for (size_t i = 0; i < count; i++) places[c->numbers[i]] = c->places[i];
  return true;
}

static bool write_owned(compiler *c) {
  size_t count = c->ordered.aliases.count;
  uint32_t *out = section_room(c, GLOSS_SECTION_OWNED, count, sizeof *out);
  if (out == NULL) return false;
  memcpy(out, c->numbers, count * sizeof *out);
  return true;
}

/* Takes over an array of malloc as a section. */
static void give_section(compiler *c, gloss_section section, void *bytes,
                         size_t size) {
  c->sections[section] = (gloss_bytes){ bytes, size, size };
}

static bool add_begins(compiler *c) {
  gloss_begins *room =
      section_room(c, GLOSS_SECTION_BEGINS, 1, sizeof *room);
  if (room == NULL) return false;
  *room = c->keys.begins;
  return true;
}

static void give_set(compiler *c, gloss_section section, gloss_bits *set) {
  give_section(c, section, set->words, set->count * sizeof *set->words);
  *set = (gloss_bits){ 0 };
}

/* Hands over the sets of bits; where all names are folded, capitals are as
** small letters. */
static void give_sets(compiler *c) {
  gloss_keys *k = &c->keys;
  gloss_bits *small = &k->firsts[0], *capitals = &k->firsts[1];
  if (small->count == capitals->count &&
      memcmp(small->words, capitals->words,
             small->count * sizeof *small->words) == 0)
    capitals->count = 0;
  give_set(c, GLOSS_SECTION_SMALL, small);
  give_set(c, GLOSS_SECTION_CAPITALS, capitals);
  give_set(c, GLOSS_SECTION_PAIRS, &k->pairs);
}

static bool make_slots(compiler *c) {
  const gloss_raw_alias *const *aliases =
      (const gloss_raw_alias *const *)c->ordered.aliases.rows;
  size_t count, n = c->ordered.aliases.count;
  for (;;) {
    bool clash;
    uint64_t *slots = gloss_keys_slots(&c->keys, c->places, &count, &clash);
    if (slots != NULL) {
      give_section(c, GLOSS_SECTION_SLOTS, slots, count * sizeof *slots);
      break;
    }
    if (!clash) return gloss_no_memory(c->err);
    /* The same keys, so that the heap stays as it is. */
    if (!gloss_keys_again(&c->keys, aliases, n, c->err)) return false;
  }
  if (!add_begins(c)) return false;
  give_sets(c);
  return true;
}

static bool write_fuzzy(compiler *c) {
  const gloss_raw_alias *const *aliases =
      (const gloss_raw_alias *const *)c->ordered.aliases.rows;
  gloss_fuzzy_keys *f = &c->fuzzy;
  if (!gloss_fuzzy_keys_make(f, aliases, c->ordered.aliases.count, c->places,
                             c->keys.seed, c->err))
    return false;
  c->edits = f->most;
  if (f->most == 0) return true;
  give_section(c, GLOSS_SECTION_FUZZY_STARTS, f->starts, sizeof *f->starts);
  give_section(c, GLOSS_SECTION_FUZZY_BUCKETS, f->buckets,
               (f->bucket_count + 1) * sizeof *f->buckets);
  give_section(c, GLOSS_SECTION_FUZZY_ITEMS, f->items,
               f->item_count * sizeof *f->items);
  give_set(c, GLOSS_SECTION_FUZZY_BITS, &f->bits);
  give_set(c, GLOSS_SECTION_FUZZY_FIRSTS, &f->firsts);
  give_set(c, GLOSS_SECTION_FUZZY_LATER, &f->later);
  *f = (gloss_fuzzy_keys){ 0 };
  return true;
}

static bool write_aliases(compiler *c) {
  const gloss_raw_alias *const *aliases =
      (const gloss_raw_alias *const *)c->ordered.aliases.rows;
  size_t count = c->ordered.aliases.count;
  c->numbers = malloc((count + 1) * sizeof *c->numbers);
  c->places = malloc((count + 1) * sizeof *c->places);
  if (c->numbers == NULL || c->places == NULL) return gloss_no_memory(c->err);
  return gloss_keys_make(&c->keys, aliases, count, c->err) && write_heap(c) &&
         write_owned(c) && make_slots(c) && write_fuzzy(c);
}

/* ---- The whole ----------------------------------------------------------- */

static size_t aligned(size_t size) {
  return (size + GLOSS_DICT_ALIGN - 1) & ~(size_t)(GLOSS_DICT_ALIGN - 1);
}

static const char zeros[GLOSS_DICT_ALIGN];

static size_t padding(size_t size) { return aligned(size) - size; }

/* Where the sections will lie, and what they add up to. */
static gloss_dict_header make_header(const compiler *c) {
  gloss_dict_header h = { GLOSS_DICT_MAGIC, GLOSS_DICT_VERSION,
                          GLOSS_DICT_ENDIAN, aligned(sizeof h), c->seed, 0,
                          (c->inside ? GLOSS_DICT_INSIDE : 0) |
                              c->edits * GLOSS_DICT_FUZZY,
                          0, { { 0, 0 } } };
  gloss_sum sum;
  gloss_sum_start(&sum);
  gloss_sum_add(&sum, zeros, padding(sizeof h));
  for (int i = 0; i < GLOSS_SECTIONS; i++) {
    const gloss_bytes *s = &c->sections[i];
    h.sections[i] = (gloss_dict_section){ h.size, s->len };
    h.size = aligned(h.size + s->len);
    if (s->len > 0) gloss_sum_add(&sum, s->bytes, s->len);
    gloss_sum_add(&sum, zeros, padding(s->len));
  }
  h.body_sum = gloss_sum_end(&sum);
  h.head_sum = gloss_dict_checksum(&h, sizeof h);
  return h;
}

/* Hands header and sections over and lets go of them. */
static bool give_all(compiler *c, const gloss_dict_header *h,
                     gloss_dict_sink *sink, void *to) {
  bool ok = sink(to, h, sizeof *h) && sink(to, zeros, padding(sizeof *h));
  for (int i = 0; i < GLOSS_SECTIONS; i++) {
    gloss_bytes *s = &c->sections[i];
    ok = ok && (s->len == 0 || sink(to, s->bytes, s->len)) &&
         sink(to, zeros, padding(s->len));
    free(s->bytes);
    *s = (gloss_bytes){ 0 };
  }
  return ok;
}

/* Bytes that go to the end of a string with room for them. */
static bool append(void *to, const void *bytes, size_t len) {
  gloss_string *out = to;
  memcpy(out->bytes + out->len, bytes, len);
  out->len += len;
  return true;
}

static bool write_sections(compiler *c) {
  uint32_t first;
  const gloss_period always = GLOSS_ALWAYS;
  if (!gloss_order(&c->ordered, c->b) || !gloss_strings_start(&c->strings))
    return gloss_no_memory(c->err);
  if (!add_period(c, always, &first) || !write_entities(c) ||
      !write_fields(c) || !write_roles(c) || !write_extras(c) ||
      !write_formers(c) || !write_aliases(c))
    return false;
  if (c->strings.full)
    return gloss_fail(c->err, GLOSS_NO_MEMORY, 0,
                      "out of memory, or over 4 GB of strings");
  c->seed = c->keys.seed;
  c->inside = c->b->inside;
  c->sections[GLOSS_SECTION_STRINGS] = c->strings.out;
  c->strings.out = (gloss_bytes){ 0 };
  return true;
}

/* Lets go of all but the sections, which is twice as much as they are. */
static void release_sources(compiler *c) {
  gloss_order_free(&c->ordered);
  gloss_strings_free(&c->strings);
  gloss_keys_free(&c->keys);
  gloss_fuzzy_keys_free(&c->fuzzy);
  free(c->numbers);
  free(c->places);
  c->numbers = c->places = NULL;
  gloss_dict_builder_clear(c->b);
}

/* From a builder to sections; the builder is used up. */
static bool compile(compiler *c) {
  bool ok = write_sections(c);
  release_sources(c);
  return ok;
}

static void free_sections(compiler *c) {
  for (int i = 0; i < GLOSS_SECTIONS; i++) free(c->sections[i].bytes);
}

bool gloss_dict_build(gloss_dict_builder *b, gloss_string *out,
                      gloss_error *err) {
  compiler c = { .b = b, .err = err };
  bool ok = compile(&c);
  *out = (gloss_string){ NULL, 0 };
  if (ok) {
    gloss_dict_header h = make_header(&c);
    out->bytes = malloc((size_t)h.size);
    ok = out->bytes != NULL ? give_all(&c, &h, append, out)
                            : gloss_no_memory(err);
  }
  free_sections(&c);
  return ok;
}

bool gloss_dict_write(gloss_dict_builder *b, gloss_dict_sink *sink, void *to,
                      gloss_error *err) {
  compiler c = { .b = b, .err = err };
  bool ok = compile(&c);
  if (ok) {
    gloss_dict_header h = make_header(&c);
    ok = give_all(&c, &h, sink, to) ||
         gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "the dictionary was not taken");
  }
  free_sections(&c);
  return ok;
}

/* dict.c - opening a compiled dictionary and reading what it says. */
#include "dict/dict.h"

#include "base/error.h"
#include "dict/buckets.h"
#include "dict/strings.h"
#include "dict/units.h"

#include <stdlib.h>
#include <string.h>

/* ---- Opening ------------------------------------------------------------- */

static bool bad(gloss_error *err, const char *why) {
  return gloss_fail(err, GLOSS_BAD_DICT, 0, "%s", why);
}

static bool check_header(const gloss_dict_header *given, size_t len,
                         gloss_error *err) {
  gloss_dict_header h;
  if (len < 16 || memcmp(given->magic, GLOSS_DICT_MAGIC, 8) != 0)
    return bad(err, "this is no compiled dictionary");
  if (given->endian != GLOSS_DICT_ENDIAN)
    return bad(err, "the dictionary was compiled on a machine of another "
                    "byte order");
  if (given->version != GLOSS_DICT_VERSION)
    return gloss_fail(err, GLOSS_BAD_DICT, 0,
                      "the dictionary has format %u, this gloss reads %u",
                      (unsigned)given->version, GLOSS_DICT_VERSION);
  if (len < sizeof h) return bad(err, "the dictionary is cut short");
  h = *given;
  h.head_sum = 0;
  if (gloss_dict_checksum(&h, sizeof h) != given->head_sum)
    return bad(err, "the dictionary's header is damaged");
  if (given->size != len) return bad(err, "the dictionary is cut short");
  return true;
}

static bool check_sections(const gloss_dict_header *h, gloss_error *err) {
  uint64_t at = sizeof *h;
  for (int i = 0; i < GLOSS_SECTIONS; i++) {
    gloss_dict_section s = h->sections[i];
    if (s.offset % GLOSS_DICT_ALIGN != 0 || s.offset < at ||
        s.offset > h->size || s.size > h->size - s.offset)
      return bad(err, "the dictionary's table of sections is damaged");
    at = s.offset + s.size;
  }
  return true;
}

/* A section as rows of `row` bytes; `*count` of them. */
static const void *rows_of(const gloss_dict_header *h, gloss_section section,
                           size_t row, size_t *count) {
  *count = (size_t)h->sections[section].size / row;
  return (const char *)h + h->sections[section].offset;
}

static void take_sections(gloss_dict *d, const gloss_dict_header *h) {
  size_t slots;
  d->strings = rows_of(h, GLOSS_SECTION_STRINGS, 1, &d->string_size);
  d->heap = rows_of(h, GLOSS_SECTION_HEAP, 1, &d->heap_size);
  d->entities = rows_of(h, GLOSS_SECTION_ENTITIES, sizeof *d->entities,
                        &d->entity_count);
  d->fields = rows_of(h, GLOSS_SECTION_FIELDS, sizeof *d->fields,
                      &d->field_count);
  d->roles = rows_of(h, GLOSS_SECTION_ROLES, sizeof *d->roles, &d->role_count);
  d->periods = rows_of(h, GLOSS_SECTION_PERIODS, sizeof *d->periods,
                       &d->period_count);
  d->formers = rows_of(h, GLOSS_SECTION_FORMER, sizeof *d->formers,
                       &d->former_count);
  d->aliases = rows_of(h, GLOSS_SECTION_ALIASES, sizeof *d->aliases,
                       &d->alias_count);
  d->owned = rows_of(h, GLOSS_SECTION_OWNED, sizeof *d->owned,
                     &d->owned_count);
  d->extras = rows_of(h, GLOSS_SECTION_EXTRAS, sizeof *d->extras,
                      &d->extra_count);
  d->slots = rows_of(h, GLOSS_SECTION_SLOTS, sizeof *d->slots, &slots);
  d->slot_homes = slots > GLOSS_DICT_PROBES ? slots - GLOSS_DICT_PROBES : 0;
  d->seed = h->seed;
  d->sum = h->head_sum;
  d->inside = h->flags & GLOSS_DICT_INSIDE;
}

static bool take_set(const gloss_dict_header *h, gloss_section section,
                     gloss_bit_set *set) {
  size_t words;
  set->words = rows_of(h, section, sizeof *set->words, &words);
  if (words < 2 || (words & (words - 1)) != 0) return false;
  set->shift = gloss_bit_set_shift(words);
  return true;
}

/* What tells that no key begins with a unit, or with two. */
static bool take_sets(gloss_dict *d, const gloss_dict_header *h) {
  if (!take_set(h, GLOSS_SECTION_SMALL, &d->firsts[0]) ||
      !take_set(h, GLOSS_SECTION_PAIRS, &d->pairs))
    return false;
  d->firsts[1] = d->firsts[0];
  return h->sections[GLOSS_SECTION_CAPITALS].size == 0 ||
         take_set(h, GLOSS_SECTION_CAPITALS, &d->firsts[1]);
}

void gloss_dict_take_begins(gloss_dict *d, const gloss_begins *begins) {
  for (unsigned i = 0; i < 256; i++) {
    unsigned char c = gloss_unit_byte((unsigned char)i);
    const uint64_t *bits = begins->bits[gloss_unit_byte_upper(c)];
    unsigned head = c | 0x20u;
    d->begins[i] = i >= 0x80 || (bits[head / 64] >> (head % 64) & 1);
  }
}

static bool take_begins(gloss_dict *d, const gloss_dict_header *h) {
  size_t count;
  const gloss_begins *rows =
      rows_of(h, GLOSS_SECTION_BEGINS, sizeof *rows, &count);
  if (count == 0) return false;
  gloss_dict_take_begins(d, rows);
  return true;
}

/* What names with edits need; one part missing: there are none. */
static void take_fuzzy(gloss_dict *d, const gloss_dict_header *h) {
  size_t starts, buckets;
  d->fuzzy_starts = rows_of(h, GLOSS_SECTION_FUZZY_STARTS,
                            sizeof *d->fuzzy_starts, &starts);
  d->fuzzy_buckets = rows_of(h, GLOSS_SECTION_FUZZY_BUCKETS,
                             sizeof *d->fuzzy_buckets, &buckets);
  d->fuzzy_items = rows_of(h, GLOSS_SECTION_FUZZY_ITEMS,
                           sizeof *d->fuzzy_items, &d->fuzzy_item_count);
  d->fuzzy_bucket_count = buckets > 0 ? buckets - 1 : 0;
  d->edits = (unsigned)(h->flags / GLOSS_DICT_FUZZY & 3);
  if (d->edits > 2) d->edits = 2;
  if (starts == 0 || d->fuzzy_bucket_count == 0 ||
      d->fuzzy_bucket_count >= UINT32_MAX ||
      !take_set(h, GLOSS_SECTION_FUZZY_BITS, &d->fuzzy_bits) ||
      !take_set(h, GLOSS_SECTION_FUZZY_FIRSTS, &d->fuzzy_firsts) ||
      !take_set(h, GLOSS_SECTION_FUZZY_LATER, &d->fuzzy_later))
    d->edits = 0;
}

/* What every look-up counts on, so that none has to ask again. */
static bool check_sizes(const gloss_dict *d, bool begins, gloss_error *err) {
  if (!begins || d->entity_count == 0 || d->slot_homes == 0 ||
      d->slot_homes >= UINT32_MAX)
    return bad(err, "the dictionary's table of sections is damaged");
  return true;
}

gloss_dict *gloss_dict_open(const void *bytes, size_t len, bool verify,
                            gloss_error *err) {
  const gloss_dict_header *h = bytes;
  gloss_dict *d;
  if ((uintptr_t)bytes % 8 != 0) {
    gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "bytes must be 8-byte aligned");
    return NULL;
  }
  if (!check_header(h, len, err) || !check_sections(h, err)) return NULL;
  if ((verify || len < GLOSS_DICT_SMALL) &&
      gloss_dict_checksum((const char *)bytes + sizeof *h, len - sizeof *h) !=
          h->body_sum) {
    bad(err, "the dictionary is damaged: its checksum does not fit");
    return NULL;
  }
  d = calloc(1, sizeof *d);
  if (d == NULL) {
    gloss_no_memory(err);
    return NULL;
  }
  take_sections(d, h);
  take_fuzzy(d, h);
  if (check_sizes(d, take_begins(d, h) && take_sets(d, h), err)) {
    d->entity_count--; /* the last only ends the lists */
    return d;
  }
  free(d);
  return NULL;
}

void gloss_dict_free(gloss_dict *dict) { free(dict); }

/* ---- Reading ------------------------------------------------------------- */

static gloss_slice string_at(const gloss_dict *d, uint32_t place) {
  return gloss_strings_get(d->strings, d->string_size, place);
}

static gloss_period period_at(const gloss_dict *d, uint32_t place) {
  static const gloss_period always = GLOSS_ALWAYS;
  return place < d->period_count ? d->periods[place] : always;
}

size_t gloss_dict_entity_count(const gloss_dict *d) { return d->entity_count; }
size_t gloss_dict_alias_count(const gloss_dict *d) { return d->alias_count; }

gloss_entity gloss_dict_entity(const gloss_dict *d, size_t entity) {
  gloss_entity e = { { "", 0 }, { "", 0 }, { "", 0 }, GLOSS_ALWAYS };
  if (entity < d->entity_count) {
    const gloss_entity_record *r = &d->entities[entity];
    e.id = string_at(d, r->id);
    e.type = string_at(d, r->type);
    e.name = string_at(d, r->name);
    e.valid = period_at(d, r->period);
  }
  return e;
}

/* Former ids of a dictionary are few; but they may be many. */
static int64_t find_former(const gloss_dict *d, gloss_slice id) {
  size_t low = 0, high = d->former_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (gloss_compare_slices(string_at(d, d->formers[middle].id), id) < 0)
      low = middle + 1;
    else high = middle;
  }
  if (low < d->former_count && d->formers[low].entity < d->entity_count &&
      gloss_compare_slices(string_at(d, d->formers[low].id), id) == 0)
    return d->formers[low].entity;
  return -1;
}

int64_t gloss_dict_find_id(const gloss_dict *d, gloss_slice id) {
  size_t low = 0, high = d->entity_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (gloss_compare_slices(string_at(d, d->entities[middle].id), id) < 0)
      low = middle + 1;
    else high = middle;
  }
  if (low < d->entity_count &&
      gloss_compare_slices(string_at(d, d->entities[low].id), id) == 0)
    return (int64_t)low;
  return find_former(d, id);
}

typedef struct range {
  size_t from, count;
} range;

/* A list of an entity: from its start to that of the next, inside `limit`. */
static range list_of(uint32_t start, uint32_t end, size_t limit) {
  if (start > end || end > limit) return (range){ 0, 0 };
  return (range){ start, end - start };
}

static range fields_of(const gloss_dict *d, size_t entity) {
  if (entity >= d->entity_count) return (range){ 0, 0 };
  return list_of(d->entities[entity].fields, d->entities[entity + 1].fields,
                 d->field_count);
}

static range roles_of(const gloss_dict *d, size_t entity) {
  if (entity >= d->entity_count) return (range){ 0, 0 };
  return list_of(d->entities[entity].roles, d->entities[entity + 1].roles,
                 d->role_count);
}

static range aliases_of(const gloss_dict *d, size_t entity) {
  if (entity >= d->entity_count) return (range){ 0, 0 };
  return list_of(d->entities[entity].aliases, d->entities[entity + 1].aliases,
                 d->owned_count);
}

size_t gloss_dict_field_count(const gloss_dict *d, size_t entity) {
  return fields_of(d, entity).count;
}

bool gloss_dict_field(const gloss_dict *d, size_t entity, size_t i,
                      gloss_slice *column, gloss_slice *value) {
  range r = fields_of(d, entity);
  if (i >= r.count) return false;
  *column = string_at(d, d->fields[r.from + i].column);
  *value = string_at(d, d->fields[r.from + i].value);
  return true;
}

size_t gloss_dict_role_count(const gloss_dict *d, size_t entity) {
  return roles_of(d, entity).count;
}

bool gloss_dict_role(const gloss_dict *d, size_t entity, size_t i,
                     gloss_role *role) {
  range r = roles_of(d, entity);
  const gloss_role_record *row;
  if (i >= r.count) return false;
  row = &d->roles[r.from + i];
  *role = (gloss_role){ string_at(d, row->role), string_at(d, row->of),
                        string_at(d, row->source), period_at(d, row->period) };
  return true;
}

size_t gloss_dict_former_count(const gloss_dict *d) { return d->former_count; }

bool gloss_dict_former(const gloss_dict *d, size_t i, gloss_slice *former,
                       size_t *entity) {
  if (i >= d->former_count || d->formers[i].entity >= d->entity_count)
    return false;
  *former = string_at(d, d->formers[i].id);
  *entity = d->formers[i].entity;
  return true;
}

size_t gloss_dict_entity_alias_count(const gloss_dict *d, size_t entity) {
  return aliases_of(d, entity).count;
}

size_t gloss_dict_entity_alias(const gloss_dict *d, size_t entity, size_t i) {
  range r = aliases_of(d, entity);
  return i < r.count ? d->owned[r.from + i] : SIZE_MAX;
}

static gloss_alias_options options_of(const gloss_dict *d,
                                      const gloss_alias_record *r) {
  static const gloss_extra_record none = { 0, 0, 0 };
  const gloss_extra_record *x =
      r->extra < d->extra_count ? &d->extras[r->extra] : &none;
  unsigned asked = r->rule & 15u;
  return (gloss_alias_options){
    .letter_case = asked <= GLOSS_FOLDED ? (gloss_case)asked : GLOSS_SMART,
    .accents = r->flags & GLOSS_ALIAS_ACCENTS,
    .inside = r->flags & GLOSS_ALIAS_INSIDE,
    .generated = r->flags & GLOSS_ALIAS_GENERATED,
    .fuzzy = (uint8_t)(r->flags / GLOSS_ALIAS_FUZZY & 3),
    .require = string_at(d, x->require),
    .avoid = string_at(d, x->avoid),
    .valid = period_at(d, x->period)
  };
}

bool gloss_dict_alias(const gloss_dict *d, size_t alias, gloss_alias *out) {
  const gloss_alias_record *r =
      alias < d->alias_count ? gloss_dict_record(d, d->aliases[alias]) : NULL;
  if (r == NULL) return false;
  out->text = (gloss_slice){ gloss_record_text(r), r->len };
  out->entity = r->entity;
  out->exclude = r->flags & GLOSS_ALIAS_EXCLUDE;
  out->options = options_of(d, r);
  return true;
}

/* format.h - the compiled dictionary as it lies in a file or in memory.
**
** A header, a table of sections, the sections, each at a multiple of 64 bytes.
** All references are numbers: places in a section, never addresses, so that
** the bytes can be mapped anywhere. Whoever follows one checks it against the
** section's size. Byte order is the builder's; another is refused. */
#ifndef GLOSS_DICT_FORMAT_H
#define GLOSS_DICT_FORMAT_H

#include "dict/hash.h"
#include "gloss.h"

#define GLOSS_DICT_MAGIC "gloss\ndc"
#define GLOSS_DICT_VERSION 4u
#define GLOSS_DICT_ENDIAN UINT32_C(0x01020304)
#define GLOSS_DICT_ALIGN 64u
/* Opening verifies the whole file below this, and above when asked. */
#define GLOSS_DICT_SMALL ((size_t)8 << 20)
/* No look-up looks at more slots than this. */
#define GLOSS_DICT_PROBES 256u

typedef enum gloss_section {
  GLOSS_SECTION_STRINGS,  /* each a length of 7-bit groups, then the bytes */
  GLOSS_SECTION_ENTITIES, /* sorted by id, and one more that ends the lists */
  GLOSS_SECTION_FIELDS,
  GLOSS_SECTION_ROLES,
  GLOSS_SECTION_PERIODS,  /* the first is without limits */
  GLOSS_SECTION_FORMER,   /* sorted by id */
  GLOSS_SECTION_HEAP,     /* aliases, those of one key side by side */
  GLOSS_SECTION_ALIASES,  /* by number: place in the heap */
  GLOSS_SECTION_OWNED,    /* by entity: numbers of aliases */
  GLOSS_SECTION_EXTRAS,   /* of aliases that have context or dates; [0] empty */
  GLOSS_SECTION_SLOTS,    /* hash of each prefix of each key */
  GLOSS_SECTION_BEGINS,   /* one: first bytes of keys */
  GLOSS_SECTION_SMALL,    /* set: units with which a key begins, */
  GLOSS_SECTION_CAPITALS, /* with a capital there; empty: as the small ones */
  GLOSS_SECTION_PAIRS,    /* set: keys of one unit, first two units */
  GLOSS_SECTION_FUZZY_STARTS,  /* one, of the aliases that may have edits; */
  GLOSS_SECTION_FUZZY_BUCKETS, /* where the items of each hash begin, */
  GLOSS_SECTION_FUZZY_ITEMS,   /* what is left of them without letters, */
  GLOSS_SECTION_FUZZY_BITS,    /* and a set of these; */
  GLOSS_SECTION_FUZZY_FIRSTS,  /* sets: what is left of their first words, */
  GLOSS_SECTION_FUZZY_LATER,   /* and of those behind */
  GLOSS_SECTIONS
} gloss_section;

typedef struct gloss_dict_section {
  uint64_t offset, size;
} gloss_dict_section;

typedef struct gloss_dict_header {
  char magic[8];
  uint32_t version, endian;
  uint64_t size;     /* of the whole */
  uint64_t seed;     /* of the hashes of prefixes */
  uint64_t body_sum; /* of what follows this header and table */
  uint64_t flags;    /* GLOSS_DICT_INSIDE, _FUZZY */
  uint64_t head_sum; /* of this header and table, this field 0 */
  gloss_dict_section sections[GLOSS_SECTIONS];
} gloss_dict_header;

enum {
  GLOSS_DICT_INSIDE = 1, /* some alias may lie inside a run */
  GLOSS_DICT_FUZZY = 2   /* times 0, 1, 2: edits that some alias may have */
};

/* A string is its place in GLOSS_SECTION_STRINGS; 0 is the empty one. */
typedef struct gloss_entity_record {
  uint32_t id, type, name, period;
  uint32_t aliases, fields, roles; /* where its lists begin */
} gloss_entity_record;

typedef struct gloss_field_record {
  uint32_t column, value;
} gloss_field_record;

typedef struct gloss_role_record {
  uint32_t role, of, source, period;
} gloss_role_record;

typedef struct gloss_former_record {
  uint32_t id, entity;
} gloss_former_record;

typedef struct gloss_extra_record {
  uint32_t require, avoid, period;
} gloss_extra_record;

/* An alias in the heap, at a multiple of 8 bytes; its text follows. */
typedef struct gloss_alias_record {
  uint32_t number, entity, extra;
  uint16_t len;
  uint8_t flags, rule;
} gloss_alias_record;

enum { /* flags of an alias record */
  GLOSS_ALIAS_MORE = 1, /* another alias of this key follows */
  GLOSS_ALIAS_EXCLUDE = 2,
  GLOSS_ALIAS_ACCENTS = 4,
  GLOSS_ALIAS_INSIDE = 8,
  GLOSS_ALIAS_GENERATED = 16,
  GLOSS_ALIAS_FUZZY = 32 /* times 0, 1, 2 */
};
/* Its `rule`: what was asked for (a gloss_case), and what that comes to (a
** gloss_letter_rule) from bit 4 on. */

static inline size_t gloss_alias_size(size_t len) {
  return (sizeof(gloss_alias_record) + len + 7) & ~(size_t)7;
}

/* A slot: the low half of the prefix's hash above, below it what it leads to.
** 0 is empty. */
enum {
  GLOSS_SLOT_ENDS = 1, /* a key ends here: its aliases are at `place` */
  GLOSS_SLOT_RUNS = 2  /* a longer key begins so */
};
static inline uint64_t gloss_slot_make(uint64_t hash, uint32_t place,
                                       unsigned what) {
  return hash << 32 | (uint64_t)place << 2 | what;
}
static inline uint32_t gloss_slot_place(uint64_t slot) { /* in 8 bytes */
  return (uint32_t)slot >> 2;
}
#define GLOSS_MAX_HEAP ((size_t)8 << 30)

/* The checksum of a body or head: 64 bits, in four lanes; at once, or piece by
** piece. */
uint64_t gloss_dict_checksum(const void *bytes, size_t len);
typedef struct gloss_sum {
  uint64_t lanes[4], len;
  size_t rest_len;
  unsigned char rest[32];
} gloss_sum;
void gloss_sum_start(gloss_sum *sum);
void gloss_sum_add(gloss_sum *sum, const void *bytes, size_t len);
uint64_t gloss_sum_end(gloss_sum *sum); /* no more can be added */

/* The hash of a unit by its head (units.h). */
static inline uint64_t gloss_first_hash(uint64_t head) {
  uint64_t h = head * GLOSS_HASH_A;
  return h ^ h >> 32;
}

/* The hash of a key of one unit, or of a key's first two, by their heads: of
** the first gloss_first_hash, and of the other, or 0. */
static inline uint64_t gloss_pair_hash(uint64_t first, uint64_t head) {
  uint64_t h = ((first << 32 | first >> 32) ^ head) * GLOSS_HASH_B;
  return h ^ h >> 32;
}

/* First bytes of the heads (units.h) of keys, as bits: by small first letters
** and by capitals. */
typedef struct gloss_begins {
  uint64_t bits[2][4];
} gloss_begins;

/* Which first letters a text may have where an alias begins, by its `rule` and
** its own: bit 0 a small one, bit 1 a capital. */
unsigned gloss_first_shapes(unsigned rule, bool upper);

/* ---- Aliases with edits (fuzzy_word.h) ----------------------------------- */

/* The first words that a text may have: by a capital there, and by the first
** byte of the folded word, which lengths in bytes. Of words of plain ASCII; of
** others, as of 63 bytes and more, only that there are some. */
typedef struct gloss_fuzzy_starts {
  uint64_t lengths[2][64];
} gloss_fuzzy_starts;

static inline uint64_t gloss_fuzzy_length(size_t len) {
  return UINT64_C(1) << (len < 63 ? len : 63);
}

/* The low half of a hash, and the place in the heap (in 8 bytes) of an alias
** that ends so; or that some go on, and with which first letters, which edits
** leave as they are. By bucket, then hash. */
typedef struct gloss_fuzzy_item {
  uint32_t tag, place;
} gloss_fuzzy_item;
#define GLOSS_FUZZY_RUNS (UINT32_C(1) << 31)

/* The bit, below GLOSS_FUZZY_RUNS, of a unit that goes on, by its head. */
static inline uint32_t gloss_fuzzy_letter(uint64_t head) {
  unsigned n = head & 31;
  return UINT32_C(1) << ((n + (n + 1) / 32) & 31); /* 31 is 0 */
}

/* The bucket of a hash, of a power of two: its high bits. */
static inline size_t gloss_fuzzy_bucket(uint64_t h, uint64_t buckets) {
  return gloss_hash_place(h, buckets);
}

#endif

/* amounts.h - what amounts are made of; for the files core/amounts/.
**
** Places are bytes of the text, the end left out. All that a language knows
** stands in word sets: a word is looked up once, in lower case of ASCII, and
** comes back as a bit for each set that has it. */
#ifndef GLOSS_AMOUNTS_AMOUNTS_H
#define GLOSS_AMOUNTS_AMOUNTS_H

#include "base/arena.h"
#include "base/intern.h"
#include "gloss.h"
#include "match/grammar.h"

/* ---- Word sets ---- */

/* Each with the name by which a script gives it; a switch is a set that has the
** empty word. What they are for is said in amounts/words/en.lua. */
#define GLOSS_AMOUNT_SETS(X) \
  X(OF, "of") X(JOINTS, "joints") X(PLAIN, "plain") X(PRONOUNS, "pronouns") \
  X(CODES_THAT_ARE_WORDS, "codes_that_are_words") \
  X(NO_COUNT, "no_count") X(NO_COUNT_MANY, "no_count_many") \
  X(NO_COUNT_TAIL, "no_count_tail") X(STREETS, "streets") \
  X(STREETS_FIRST, "streets_first") X(PHONES, "phones") \
  X(VERSIONS, "versions") X(NUMBER_NAMES, "number_names") \
  X(NAME_OF_JOINTS, "name_of.joints") X(NAME_OF_HEADS, "name_of.heads") \
  X(CAPITAL_NOUNS, "capital_nouns") X(ONES, "ones") \
  X(ONE_TAIL, "one_tail") \
  X(ONE_AFTER, "one_after") X(ONE_BEFORE, "one_before") \
  X(ARTICLES, "articles") X(ONE_THING, "one_thing") X(FIGURES, "figures") \
  X(ZERO_AFTER, "zero_after") X(ZERO_BEFORE, "zero_before") \
  X(NEEDS_PLURAL, "needs_plural") X(TAILS_LOW, "tails.low") \
  X(TAILS_APPROX, "tails.approx") X(SCORE_NOUNS, "scores.nouns") \
  X(SCORE_VERBS, "scores.verbs") X(SCORE_JOINTS, "scores.joints") \
  X(LENGTHS, "metres.lengths") X(MEASURED, "metres.measured") \
  X(PLURALS, "metres.plurals") X(COSTS, "pounds.costs") \
  X(COSTS_AFTER, "pounds.costs_after") X(WEIGHS, "pounds.weighs") \
  X(WEIGHS_AFTER, "pounds.weighs_after") X(MONEY_THINGS, "money_things") \
  X(MOMENTS_BEFORE, "moments.before") X(MOMENTS_WORDS, "moments.words") \
  X(BEFORE_TEMPERATURE, "before_temperature") X(NO_HALF, "no_half") \
  X(HALF_ALONE, "half_alone") X(PARTS_BEFORE, "parts.before") \
  X(PARTS_AFTER, "parts.after") X(PARTS_VERBS, "parts.verbs") \
  X(PART_BEFORE, "part_before") X(ONE_IN_ARTICLES, "one_in.articles") \
  X(ONE_IS_A, "one_is_a") X(FROM_IS_OF, "from_is_of") \
  X(COMMA_DOUBT, "comma_doubt") X(PLACE_WORDS, "place_words") \
  X(QUOTIENT_WORDS, "quotient_words") X(PRICE_BEFORE, "price.before") \
  X(PRICE_PER, "price.per") X(PRICE_EACH, "price.each") \
  X(PRICE_NOT_PER, "price.not_per") X(NO_ORDINAL, "no_ordinal") \
  X(NO_ORDINAL_AFTER, "no_ordinal_after") \
  X(NO_ORDINAL_TAIL, "no_ordinal_tail") X(BEFORE_ORDINAL, "before_ordinal")

#define GLOSS_AMOUNT_SET(name, text) GLOSS_SET_##name,
typedef enum gloss_amount_set {
  GLOSS_AMOUNT_SETS(GLOSS_AMOUNT_SET) GLOSS_AMOUNT_SET_COUNT
} gloss_amount_set;
#undef GLOSS_AMOUNT_SET
_Static_assert(GLOSS_AMOUNT_SET_COUNT <= 64, "a bit for each set");

#define GLOSS_IN(sets, name) (((sets) >> GLOSS_SET_##name & 1) != 0)

/* ---- What stands around ---- */

/* Lists of a few words or signs that a text ends with. */
typedef enum gloss_amount_ending {
  GLOSS_ENDING_LABELS,  /* "n°", before a number that is then a label */
  GLOSS_ENDING_BILLS,   /* "H.R." */
  GLOSS_ENDING_PLUS_OR, /* "plus or", before a "minus" that is then none */
  GLOSS_ENDING_ONE_IN,  /* "de cada", behind "una mujer" */
  GLOSS_ENDING_LISTS
} gloss_amount_ending;

typedef struct gloss_amount_ending_entry {
  gloss_amount_ending list;
  gloss_slice text; /* in lower case */
} gloss_amount_ending_entry;

/* "in the first place": an ordinal that is none, `word` where it must be one. */
typedef struct gloss_amount_idiom {
  gloss_slice before, word, after; /* in lower case; may be empty */
} gloss_amount_idiom;

/* A word beside a place. It may be found and empty: a sign stands there. */
typedef struct gloss_near_word {
  bool found;
  uint32_t start, end;
  uint64_t sets; /* that have it in lower case */
} gloss_near_word;

/* ---- Rules ---- */

/* What a rule may capture, by name. */
#define GLOSS_AMOUNT_CAPTURES(X) \
  X(N, "n") X(M, "m") X(HEDGE, "hedge") X(SIGN, "sign") X(MONEY, "money") \
  X(CODE, "code") X(SCALE, "scale") X(LETTER, "letter") \
  X(LETTER_LOW, "letter_low") X(UNIT, "unit") X(PERCENT, "percent") \
  X(PART, "part") X(OTHER, "other") X(HALF, "half") X(A, "a") \
  X(FROM, "from") X(OVER, "over") X(NTH, "nth") X(JUNK, "junk")
#define GLOSS_AMOUNT_CAPTURE(name, text) GLOSS_CAPTURED_##name,
typedef enum gloss_amount_capture {
  GLOSS_AMOUNT_CAPTURES(GLOSS_AMOUNT_CAPTURE) GLOSS_CAPTURES
} gloss_amount_capture;
#undef GLOSS_AMOUNT_CAPTURE

/* What a class of words is to amounts. */
enum {
  GLOSS_IS_WORD_NUMBER = 1 << 0, GLOSS_IS_YEAR_WORD = 1 << 1,
  GLOSS_IS_JUNK = 1 << 2, GLOSS_IS_NUMBER = 1 << 3, GLOSS_IS_YEAR = 1 << 4,
  GLOSS_IS_OVER = 1 << 5, GLOSS_IS_UNDER = 1 << 6, GLOSS_IS_NEARLY = 1 << 7,
  GLOSS_IS_APPROX = 1 << 8, GLOSS_IS_MINUS = 1 << 9, GLOSS_IS_OR = 1 << 10,
  GLOSS_IS_CODE = 1 << 11, GLOSS_IS_UNIT = 1 << 12, GLOSS_IS_HALF = 1 << 13,
  GLOSS_IS_ORDINAL = 1 << 14
};

typedef struct gloss_reading gloss_reading;
typedef struct gloss_place gloss_place;

/* Why the words at a place are no amount; NULL: nothing speaks against it. */
typedef const char *(*gloss_amount_check)(const gloss_place *x);
/* The numbers of a reading; NULL, or why there are none. */
typedef const char *(*gloss_amount_method)(gloss_place *x, gloss_reading *r);

enum { GLOSS_MAX_CHECKS = 12 };

typedef struct gloss_amount_rule_entry {
  gloss_slice name;
  gloss_amount_kind kind;
  gloss_amount_method value;
  enum { GLOSS_UNIT_NONE, GLOSS_UNIT_CURRENCY, GLOSS_UNIT_CAPTURED,
         GLOSS_UNIT_NAMED } unit_from;
  gloss_slice unit, other_unit; /* NULL bytes: none */
  gloss_amount_check checks[GLOSS_MAX_CHECKS];
  size_t check_count;
  uint32_t needs; /* captures that these ask for, a bit each */
} gloss_amount_rule_entry;

#define GLOSS_NEEDS(name) (UINT32_C(1) << GLOSS_CAPTURED_##name)
/* By name; NULL: there is none. What it needs is added to `*needs`. */
gloss_amount_check gloss_amount_check_of(gloss_slice name, uint32_t *needs);
gloss_amount_method gloss_amount_method_of(gloss_slice name, uint32_t *needs);

/* ---- The engine ---- */

struct gloss_amounts {
  gloss_grammar *grammar; /* borrowed */
  gloss_arena *arena;
  gloss_intern words;
  uint64_t *sets_of; /* by word */
  size_t word_room;
  uint64_t given;    /* sets that the language has */
  uint64_t sieve[GLOSS_SIEVE_PLACES / 64]; /* of the words: most are none */
  uint32_t kinds[GLOSS_MAX_WORD_CLASSES];
  uint8_t capture_of[GLOSS_MAX_RULE_NAMES]; /* by name; GLOSS_CAPTURES: none */
  gloss_amount_rule_entry *rules;
  size_t rule_count, rule_room;
  gloss_amount_ending_entry *endings;
  size_t ending_count, ending_room;
  gloss_amount_idiom *idioms;
  size_t idiom_count, idiom_room;
  gloss_amount_note *notes; /* of the last document, where it is explained */
  size_t note_count, note_room;
  bool explain;
};

/* ---- A phrase at hand ---- */

struct gloss_reading {
  gloss_amount_kind kind;
  bool has_value, has_low, has_high, approx;
  double value, low, high;
  gloss_slice unit;    /* bytes NULL: none */
  const char *unknown; /* NULL: nothing is in doubt */
};

struct gloss_place {
  const gloss_amounts *a;
  gloss_grammar_text t;
  gloss_item items[GLOSS_MAX_ITEMS]; /* placed in the text */
  size_t count;
  size_t first, last; /* items of the match, the last one in */
  uint32_t from, to;  /* bytes of the span */
  const gloss_amount_rule_entry *rule;
  const gloss_item *captured[GLOSS_CAPTURES]; /* NULL: not there */
  uint32_t captures; /* a bit for each that is there */
};

#define GLOSS_CAPTURED(x, name) ((x)->captured[GLOSS_CAPTURED_##name])

static inline bool gloss_item_is(const gloss_place *x, const gloss_item *item,
                                 uint32_t kinds) {
  return (x->a->kinds[item->class_number] & kinds) != 0;
}
static inline bool gloss_has_set(const gloss_place *x, gloss_amount_set set) {
  return (x->a->given >> set & 1) != 0;
}

/* ---- around.c: bytes and words beside a place ---- */

/* The byte `back` before a place, 1: the one right before; 0: outside. */
static inline unsigned char gloss_back(const gloss_place *x, size_t at,
                                       size_t back) {
  return at >= back ? (unsigned char)x->t.bytes[at - back] : 0;
}
static inline bool gloss_is_upper(unsigned char c) {
  return c >= 'A' && c <= 'Z';
}
static inline bool gloss_is_lower(unsigned char c) {
  return c >= 'a' && c <= 'z';
}
static inline bool gloss_is_alpha(unsigned char c) {
  return gloss_is_upper(c) || gloss_is_lower(c);
}
static inline bool gloss_is_alnum(unsigned char c) {
  return gloss_is_alpha(c) || (c >= '0' && c <= '9');
}
/* Is it one of these, and not NUL? */
static inline bool gloss_is_one_of(unsigned char c, const char *bytes) {
  return c != '\0' && strchr(bytes, c) != NULL;
}
/* A letter of ASCII, or a byte of any other character. */
static inline bool gloss_is_wordy(unsigned char c) {
  return gloss_is_alpha(c) || c >= 0x80;
}

uint64_t gloss_amount_sets(const gloss_amounts *a, const char *bytes,
                           size_t len);
/* The sets that have the bytes as they are. */
uint64_t gloss_amount_sets_exact(const gloss_amounts *a, const char *bytes,
                                 size_t len);
/* The word before a place; `*gap` is where it ends, found or not. Not found
** where another mark than a hyphen or apostrophe stands between. */
gloss_near_word gloss_amount_before(const gloss_place *x, uint32_t at,
                                    uint32_t *gap);
/* The word of letters behind a place, with white space or hyphens between. */
gloss_near_word gloss_amount_after(const gloss_place *x, uint32_t at);
/* Does a sentence, a line or a quotation begin there? */
bool gloss_amount_starts(const gloss_place *x, uint32_t at);
/* Does a word of the set stand in the clause, up to 80 bytes before? */
bool gloss_amount_said_before(const gloss_place *x, uint32_t at,
                              gloss_amount_set set);
/* Does the text before a place end with one of the list, a space behind it or
** none? Where it begins; UINT32_MAX: no. */
uint32_t gloss_amount_ends_with(const gloss_place *x, uint32_t at,
                                gloss_amount_ending list);
/* The first letter of a word is a capital. */
static inline bool gloss_amount_capital(const gloss_place *x,
                                        gloss_near_word word) {
  return word.found && word.end > word.start &&
         gloss_is_upper((unsigned char)x->t.bytes[word.start]);
}

/* ---- Items ---- */

static inline unsigned char gloss_item_byte(const gloss_place *x,
                                            const gloss_item *item, size_t i) {
  return item->start + i < item->end ? gloss_byte(x->t, item->start + i) : 0;
}
static inline size_t gloss_item_len(const gloss_item *item) {
  return item->end - item->start;
}
static inline bool gloss_item_capital(const gloss_place *x,
                                      const gloss_item *item) {
  return gloss_is_upper(gloss_item_byte(x, item, 0));
}
/* Digits alone. */
bool gloss_item_digits(const gloss_place *x, const gloss_item *item);
static inline uint64_t gloss_item_sets(const gloss_place *x,
                                       const gloss_item *item) {
  return gloss_amount_sets(x->a, x->t.bytes + item->start,
                           gloss_item_len(item));
}
/* A whole number that an integer can hold. */
bool gloss_is_integer(double value);

/* ---- counts.c, evidence.c: what speaks against an amount ---- */

/* Why a number (or a range, with `other`) is no count. */
const char *gloss_amount_no_count(const gloss_place *x, const gloss_item *item,
                                  const gloss_item *other, bool even_one);
/* Why the number is none even with its unit beside it. */
const char *gloss_amount_no_number(const gloss_place *x,
                                   const gloss_item *item);
const char *gloss_amount_no_range(const gloss_place *x);
/* The value with the minus before it; the span then begins there. */
double gloss_amount_signed(gloss_place *x, const gloss_item *item);
bool gloss_amount_has_or(const gloss_place *x);
/* Does a single letter as a unit end behind the phrase? */
bool gloss_amount_lone_unit(const gloss_place *x);
bool gloss_amount_ends_here(const gloss_place *x);
/* Is it money (1) or a weight (-1)? 0: nothing tells. */
int gloss_amount_money_or_weight(const gloss_place *x);
/* Is "5m" in millions (1) or metres (-1)? 0: nothing tells. */
int gloss_amount_millions_or_metres(const gloss_place *x);
bool gloss_amount_is_price(const gloss_place *x);
/* "una mujer de cada" before: where it begins; UINT32_MAX: it is not there. */
uint32_t gloss_amount_one_in(const gloss_place *x);
bool gloss_amount_is_share(const gloss_place *x, const gloss_item *item);
/* What stands right behind says of the number: '+' of "100-plus", that it is
** the least; '~' of "20-odd"; 0: nothing. */
char gloss_amount_tail(const gloss_place *x);
bool gloss_amount_is_ordinal(const gloss_place *x, const gloss_item *item);
/* Is "half" a part of something? */
bool gloss_amount_is_half(const gloss_place *x);
/* Is "a third" a part? */
bool gloss_amount_is_part(const gloss_place *x);
bool gloss_amount_is_temperature(const gloss_place *x, const gloss_item *item);

/* ---- values.c ---- */

/* Of the currency; bytes NULL where several countries have it. */
gloss_slice gloss_amount_currency(const gloss_place *x);
/* "87.5" where decimals have a comma, "1,5" where they have a point. */
bool gloss_amount_foreign_decimals(const gloss_place *x,
                                   const gloss_item *item, double *value);
/* Reads the match at a place; NULL, or why it is no amount. */
const char *gloss_amount_read(gloss_place *x, gloss_reading *r);

#endif

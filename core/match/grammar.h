/* grammar.h - what a grammar is made of; for the files core/match/grammar_*.
**
** All strings live in the grammar's arena. Positions are bytes of the text. */
#ifndef GLOSS_MATCH_GRAMMAR_H
#define GLOSS_MATCH_GRAMMAR_H

#include "base/arena.h"
#include "base/intern.h"
#include "gloss.h"
#include "tokenise/token_list.h"
#include "match/numerals.h"

#include <string.h>

/* ---- The text ---- */

/* What a byte is to a grammar. Letters are all of UTF-8 but what begins with
** C2 or E2: the rows of signs, of punctuation and of wide spaces. */
enum {
  GLOSS_BYTE_OTHER,
  GLOSS_BYTE_LETTER,
  GLOSS_BYTE_DIGIT,
  GLOSS_BYTE_LINE,  /* _ */
  GLOSS_BYTE_SIGNS  /* the first of a character that is no letter: C2, E2 */
};
extern const uint8_t gloss_byte_kinds[256];

typedef struct gloss_grammar_text {
  const char *bytes;
  size_t len;
} gloss_grammar_text;

/* The byte at a place, 0 behind the end. */
static inline unsigned char gloss_byte(gloss_grammar_text t, size_t at) {
  return at < t.len ? (unsigned char)t.bytes[at] : 0;
}
static inline unsigned gloss_byte_kind(gloss_grammar_text t, size_t at) {
  return gloss_byte_kinds[gloss_byte(t, at)];
}
static inline bool gloss_is_digit(gloss_grammar_text t, size_t at) {
  return gloss_byte_kind(t, at) == GLOSS_BYTE_DIGIT;
}
static inline bool gloss_is_space(unsigned char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
static inline char gloss_ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}
/* Do these bytes stand there? */
static inline bool gloss_has(gloss_grammar_text t, size_t at,
                             const char *bytes, size_t len) {
  return at <= t.len && t.len - at >= len &&
         memcmp(t.bytes + at, bytes, len) == 0;
}
#define GLOSS_HAS(t, at, literal) gloss_has(t, at, literal, sizeof literal - 1)
/* Does a letter, a digit or a _ stand there, so that a word goes on? */
bool gloss_goes_on(gloss_grammar_text t, size_t at);
/* Does one stand right before? */
bool gloss_goes_before(gloss_grammar_text t, size_t at);
/* The end of the letters at `at`, the start of those before it. */
size_t gloss_letters_end(gloss_grammar_text t, size_t at);
size_t gloss_letters_start(gloss_grammar_text t, size_t at, size_t floor);

/* ---- Numbers in digits (grammar_figures.c) ---- */

enum { GLOSS_MAX_SUFFIXES = 12 };

typedef struct gloss_figure_habits {
  gloss_slice ordinals[GLOSS_MAX_SUFFIXES], decades[GLOSS_MAX_SUFFIXES],
      hours[GLOSS_MAX_SUFFIXES];
  size_t ordinal_count, decade_count, hour_count;
  bool hour_letter, decimal_comma, thin_space;
} gloss_figure_habits;

/* The number that begins at a digit, or at a point before one. `item` gets its
** place in the text. Always true. */
bool gloss_figure_read(const gloss_figure_habits *habits, gloss_grammar_text t,
                       size_t at, gloss_item *item);
/* '82, '80s. */
bool gloss_figure_short(gloss_grammar_text t, size_t at, gloss_item *item);

/* ---- Words (grammar_words.c) ---- */

typedef struct gloss_grammar_word_entry {
  gloss_slice bytes;
  uint8_t class_number;
  gloss_word_value value;
} gloss_grammar_word_entry;

/* What is known of a string of letters, as it is written. */
typedef struct gloss_head {
  uint32_t word;    /* GLOSS_NO_GRAMMAR_WORD: none by itself */
  bool trigger;     /* in lower case, of a word of a trigger class */
  bool part;        /* of a longer word */
  uint32_t longer, longer_count;     /* in `longer`: words that begin so */
  uint32_t triggers, trigger_count;  /* in `triggers`: such as are triggers */
  uint64_t longer_ways, trigger_ways; /* how these go on: gloss_goes_so */
} gloss_head;

typedef struct gloss_longer {
  uint32_t head, word;
  gloss_slice bytes; /* the word, of a trigger in lower case */
} gloss_longer;

enum { GLOSS_SIEVE_PLACES = 4096 };

typedef struct gloss_grammar_words {
  gloss_arena *arena; /* of the grammar */
  gloss_grammar_word_entry *list;
  size_t count, room;
  gloss_intern names;  /* whole words, as given: number of the word */
  gloss_intern heads;  /* letters at the start of words */
  gloss_head *of_head;
  size_t head_room;
  gloss_longer *longer, *triggers; /* by head, the longest first */
  size_t longer_count, longer_room, trigger_count, trigger_room;
  uint32_t *marks;     /* words that begin with no letter, the longest first */
  size_t mark_count, mark_room;
  bool is_mark[256];   /* first bytes of marks */
  /* A bit for the places of trigger heads: most words leave here; and for
  ** each place bits for the second words of those that must go on. */
  uint64_t sieve[GLOSS_SIEVE_PLACES / 64];
  uint64_t seconds[GLOSS_SIEVE_PLACES];
  /* The same of all heads: most words are none. */
  uint64_t heads_sieve[GLOSS_SIEVE_PLACES / 64];
} gloss_grammar_words;

/* The place in the sieve of letters at `at`: by their first four, of either
** case, and their number. */
static inline uint32_t gloss_sieve_place(gloss_grammar_text t, size_t at,
                                         size_t len) {
  const unsigned char *s = (const unsigned char *)t.bytes + at;
  uint32_t four = 0, used = len < 4 ? (1u << 8 * len) - 1 : UINT32_MAX;
  if (t.len - at >= 4)
    four = s[0] | (uint32_t)s[1] << 8 | (uint32_t)s[2] << 16 |
           (uint32_t)s[3] << 24;
  else
    for (unsigned i = 0; i < 3 && i < len; i++) four |= (uint32_t)s[i] << 8 * i;
  four = ((four | 0x20202020u) & used) + (uint32_t)len * 0x85EBCA6Bu;
  return (four * 0x9E3779B1u) >> 20;
}
/* The bit of the two letters at `at`, of either case. */
static inline uint64_t gloss_second_bit(gloss_grammar_text t, size_t at) {
  unsigned one = gloss_byte(t, at) | 0x20u, two = gloss_byte(t, at + 1) | 0x20u;
  return UINT64_C(1) << ((one * 7 + two) & 63);
}
/* May the letters from `at` to `end` be a trigger, or begin one? */
static inline bool gloss_may_trigger(const gloss_grammar_words *words,
                                     gloss_grammar_text t, size_t at,
                                     size_t end) {
  uint32_t place = gloss_sieve_place(t, at, end - at);
  return (words->sieve[place / 64] >> place % 64 & 1) != 0 &&
         (gloss_byte(t, end) != ' ' ||
          (words->seconds[place] & gloss_second_bit(t, end + 1)) != 0);
}

/* May the letters from `at` to `end` be a head? */
static inline bool gloss_may_be_head(const gloss_grammar_words *words,
                                     gloss_grammar_text t, size_t at,
                                     size_t end) {
  uint32_t place = gloss_sieve_place(t, at, end - at);
  return (words->heads_sieve[place / 64] >> place % 64 & 1) != 0;
}

/* A bit for how a word goes on behind letters that end at `at`: by its next
** byte, behind a space by the one after that, of either case. */
static inline uint64_t gloss_way(gloss_grammar_text t, size_t at) {
  unsigned next = gloss_byte(t, at);
  if (next == ' ') next = (gloss_byte(t, at + 1) | 0x20u) + 32;
  return UINT64_C(1) << (next & 63);
}
/* May one of the words that go on in these ways stand there? Other spaces than
** one blank, and what is no ASCII, may be any. */
static inline bool gloss_goes_so(uint64_t ways, gloss_grammar_text t,
                                 size_t at) {
  unsigned char c = gloss_byte(t, at);
  if (c == ' ') {
    unsigned char far = gloss_byte(t, at + 1);
    if (far >= 0x80 || gloss_is_space(far)) return ways != 0;
  } else if (c >= 0x80 || gloss_is_space(c)) {
    return ways != 0;
  }
  return (ways & gloss_way(t, at)) != 0;
}

bool gloss_words_add(gloss_grammar_words *words, uint8_t class_number,
                     bool trigger, gloss_slice word, gloss_error *err);
void gloss_words_build(gloss_grammar_words *words);
void gloss_words_free(gloss_grammar_words *words);

/* ---- Rules (grammar_rules.c) ---- */

typedef struct gloss_class_set {
  uint64_t bits[(GLOSS_MAX_WORD_CLASSES + 63) / 64];
} gloss_class_set;
static inline void gloss_class_set_add(gloss_class_set *set, size_t number) {
  set->bits[number / 64] |= UINT64_C(1) << number % 64;
}
static inline bool gloss_class_set_has(const gloss_class_set *set,
                                       size_t number) {
  return (set->bits[number / 64] >> number % 64 & 1) != 0;
}

typedef struct gloss_rule_step {
  enum { GLOSS_RULE_WORD, GLOSS_RULE_EITHER, GLOSS_RULE_END } how;
  gloss_class_set members; /* of a word */
  uint8_t gaps;            /* a bit for each that may stand before it */
  uint8_t name;            /* + 1; 0: none */
  bool outside;            /* no part of the span */
  uint32_t next, other;    /* next first, then other */
} gloss_rule_step;

typedef struct gloss_grammar_rules {
  gloss_rule_step *steps;
  size_t step_count, step_room;
  uint32_t *starts; /* by rule */
  uint64_t *barren; /* by step where ways part: a bit for each item from which
                       on they lead nowhere; of the rule at hand */
  size_t count, room;
  uint32_t *by_class;  /* rules that can begin with class c, in order: */
  uint32_t from[GLOSS_MAX_WORD_CLASSES + 1]; /* from[c] to from[c + 1] */
  gloss_slice names[GLOSS_MAX_RULE_NAMES]; /* NUL-terminated, too */
  size_t name_count;
  gloss_rule_match *matches;
  size_t match_count, match_room;
} gloss_grammar_rules;

/* ---- Matches (grammar_matches.c) ---- */

/* What begins at an item. */
typedef struct gloss_item_matches {
  const gloss_rule_match *list;
  size_t count;
} gloss_item_matches;

/* A sequence of classes, and what the rules make of it. */
typedef struct gloss_class_sequence {
  const gloss_item_matches *items; /* by item; NULL: not known yet */
  bool barren;                     /* no rule matches anywhere */
} gloss_class_sequence;

/* ---- The grammar (grammar.c) ---- */

typedef struct gloss_grammar_class_entry {
  gloss_slice name; /* NUL-terminated, too */
  unsigned flags;
} gloss_grammar_class_entry;

typedef struct gloss_named_set {
  gloss_slice name;
  gloss_class_set members;
} gloss_named_set;

struct gloss_grammar {
  gloss_arena *arena;
  gloss_grammar_class_entry classes[GLOSS_MAX_WORD_CLASSES];
  size_t class_count;
  gloss_named_set *sets;
  size_t set_count, set_room;
  gloss_figure_habits habits;
  gloss_grammar_words words;
  gloss_grammar_rules rules;
  bool built, join;
  gloss_numerals numerals; /* of its classes */
  /* What is known of the texts read so far (grammar_phrases.c). */
  gloss_intern known;       /* a phrase with its items: its number */
  gloss_arena *known_arena; /* of their bytes and items */
  gloss_phrase *phrases;
  uint32_t *sequence_of; /* by phrase */
  size_t phrase_room, sequence_of_room;
  gloss_intern sequence_keys;
  gloss_class_sequence *sequences;
  size_t sequence_room;
  bool *dropped;
  size_t dropped_room;
  unsigned generation;
  gloss_phrase_place *places;
  size_t place_count, place_room;
  char *key; /* of the phrase at hand */
  size_t key_room;
  /* Whether words of the vocabulary may be triggers (grammar_triggers.c). */
  struct gloss_vocabulary *vocabulary; /* held; NULL: none yet */
  uint8_t *asked;      /* by word */
  uint32_t *heads_of;  /* by word, where it is the head of one */
  uint32_t *listed;    /* tokens of the document at hand to be asked */
  size_t asked_room, heads_room, listed_room;
};

/* The classes that a name stands for; false: there is none. */
bool gloss_grammar_members(const gloss_grammar *grammar, gloss_slice name,
                           gloss_class_set *members);
/* Lists the rules by the classes that they can begin with. */
bool gloss_rules_build(gloss_grammar *grammar);
void gloss_rules_free(gloss_grammar_rules *rules);
/* The matches that begin at item `from` of a sequence, in `rules.matches` until
** the next call. `key` has two bytes an item: its gap, and its class's number.
** False: no memory. */
bool gloss_rules_match(gloss_grammar *grammar, gloss_slice key, size_t from);

/* ---- Triggers (grammar_triggers.c) ---- */

typedef struct gloss_trigger_search {
  gloss_grammar *grammar;
  gloss_grammar_text text;
  const gloss_token_list *tokens;
  const uint32_t *words; /* of the tokens, where they have numbers; or NULL */
  const uint32_t *listed; /* tokens that may be triggers; NULL: all may */
  size_t next, count;     /* of these: the first that may end behind what was
                             read, and all */
} gloss_trigger_search;

/* Begins to search a document. false: no memory. */
bool gloss_triggers_open(gloss_grammar *grammar, const gloss_doc *doc,
                         gloss_trigger_search *search);
/* The first trigger at or after `at` that begins before `stop`; `*end` is its
** end. `stop`: there is none. Places come in text order. */
size_t gloss_trigger_find(gloss_trigger_search *search, size_t at, size_t stop,
                          size_t *end);
void gloss_triggers_free(gloss_grammar *grammar);

/* ---- Items (grammar_items.c) ---- */

/* The item that begins at `at` and ends at `stop` or before; false: none. */
bool gloss_item_read(const gloss_grammar *grammar, gloss_grammar_text t,
                     size_t at, size_t stop, gloss_item *item);
/* What separates the item that ends at `at` from the next one, 0 where there
** is none; `*next` is where it begins. */
char gloss_item_gap(gloss_grammar_text t, size_t at, size_t stop,
                    size_t *next);
/* Where the known word that ends right before `at` begins; `at` where there is
** none. Numbers in digits are no words here. */
size_t gloss_item_before(const gloss_grammar *grammar, gloss_grammar_text t,
                         size_t at, size_t floor);
/* The first of some words that stands at `at`, whose letters end at `end`, and
** its end; 0: none. Any white space stands for a space in them, any apostrophe
** for an apostrophe. `folded`: they are in lower case, the text in any. */
size_t gloss_longer_find(const gloss_longer *list, size_t count,
                         gloss_grammar_text t, size_t at, size_t end,
                         bool folded, uint32_t *word);

/* ---- Matches (grammar_matches.c) ---- */

/* Finds out what the rules make of a phrase that is new: `sequence_of`. False:
** no memory. */
bool gloss_phrase_match(gloss_grammar *grammar, uint32_t phrase);

#endif

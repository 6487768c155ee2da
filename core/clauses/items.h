/* items.h - the words of a document as the steps quotes and roles read them.
**
** An item is a word, a number, a mark, words joined by hyphens, or a whole
** quotation folded into one. Items, units, and places in lists of items count
** from 1; around the items there are GLOSS_NO_ITEMS of kind NONE that are in no
** set, so that rules may look at those beside any item. Bytes count from 0,
** ends are left out. All of it lives until the next document is read. */
#ifndef GLOSS_CLAUSES_ITEMS_H
#define GLOSS_CLAUSES_ITEMS_H

#include "clauses/lexicon.h"

enum { GLOSS_NO_ITEMS = 8 };

/* What an item is, as a bit, so that kinds can be asked for together. */
typedef enum gloss_item_kind {
  GLOSS_KIND_NONE = 1,
  GLOSS_KIND_NAME = 1 << 1,
  GLOSS_KIND_WORD = 1 << 2, /* a word of no other kind */
  GLOSS_KIND_NUMBER = 1 << 3, /* a number in digits */
  GLOSS_KIND_PRONOUN = 1 << 4, /* a subject */
  GLOSS_KIND_OBJECT = 1 << 5, /* a pronoun that is none: him */
  GLOSS_KIND_DETERMINER = 1 << 6,
  GLOSS_KIND_POSSESSIVE = 1 << 7, /* 's */
  GLOSS_KIND_AUXILIARY = 1 << 8,
  GLOSS_KIND_ADVERB = 1 << 9,
  GLOSS_KIND_TIME = 1 << 10,
  GLOSS_KIND_PREPOSITION = 1 << 11,
  GLOSS_KIND_CONJUNCTION = 1 << 12,
  GLOSS_KIND_SUBORDINATOR = 1 << 13,
  GLOSS_KIND_POINT = 1 << 14, /* a mark */
  GLOSS_KIND_QUOTE = 1 << 15
} gloss_item_kind;

/* Which mark a word is. */
typedef enum gloss_item_mark {
  GLOSS_MARK_NONE,
  GLOSS_MARK_COMMA,
  GLOSS_MARK_COLON,
  GLOSS_MARK_SEMICOLON,
  GLOSS_MARK_STOP,      /* . */
  GLOSS_MARK_EXCLAIM,
  GLOSS_MARK_ASK,
  GLOSS_MARK_ELLIPSIS,  /* … and ... */
  GLOSS_MARK_OPENING,   /* ( */
  GLOSS_MARK_CLOSING,   /* ) */
  GLOSS_MARK_SQUARE_OPENING,
  GLOSS_MARK_SQUARE_CLOSING,
  GLOSS_MARK_AMPERSAND,
  GLOSS_MARK_EM_DASH,   /* — */
  GLOSS_MARK_EN_DASH,   /* – */
  GLOSS_MARK_BAR,       /* ― */
  GLOSS_MARK_HYPHEN,    /* - */
  GLOSS_MARK_TWO_HYPHENS
} gloss_item_mark;

/* What else a word may be: bits of gloss_clause_word.may. */
enum {
  GLOSS_MAY_CUE = 1,         /* report: a verb, a noun, "according" */
  GLOSS_IS_POINT = 2,
  GLOSS_MAY_JOIN = 4,        /* a hyphen */
  GLOSS_IS_APOSTROPHE = 8,
  GLOSS_IS_POSSESSIVE = 16,
  GLOSS_IS_CAPITAL_AUXILIARY = 32, /* Will */
  GLOSS_IS_PARTICLE = 64,    /* of a name, in small letters: van */
  GLOSS_IS_QUOTE = 128,
  GLOSS_IS_NAME = 256,       /* by its own shape */
  GLOSS_IS_DASH = 512,
  GLOSS_IS_OFFICE = 1024,    /* it tells a role: "envoy", "leads" */
  GLOSS_IS_CONJUNCTION = 2048,
  GLOSS_IS_CAPITAL_PREPOSITION = 4096, /* Per: a name where one follows */
  GLOSS_MAY_BE_ADVERB = 8192 /* with those beside it: so | far */
};

/* A distinct word, as it is written: found once, remembered across documents.
** Equal bytes have one record, and two words are the same but for their case
** (of ASCII) where `low` is. A record fills a line of the processor's cache. */
typedef struct gloss_clause_word {
  gloss_word_bits sets;
  const gloss_verb_form *verb;  /* its lexeme's; NULL: it is none */
  uint16_t kind;                /* a gloss_item_kind: what it is by itself */
  uint16_t may;
  uint8_t mark;                 /* a gloss_item_mark */
  const gloss_lexeme *lexeme;   /* never NULL */
  const struct gloss_clause_word *low; /* in lower case; perhaps itself */
  gloss_slice text;             /* of a quotation: GLOSS_FOLDED */
} gloss_clause_word;

#define GLOSS_FOLDED "\xE2\x80\x9C\xE2\x80\x9D" /* “” */

typedef struct gloss_clause_item {
  uint32_t start, end;
  const gloss_clause_word *word; /* never NULL */
  uint32_t quote;  /* number of its stretch from 1; 0: it is no quotation */
  uint16_t kind;   /* a gloss_item_kind: what it is here */
  bool begins;     /* does a unit begin with it? */
  uint8_t start_here; /* a gloss_start, until units are cut */
} gloss_clause_item;

/* Does a sentence begin with an item, and what do quotations and date lines
** change about that? */
enum { GLOSS_START_SENTENCE = 1, GLOSS_START_YES = 2, GLOSS_START_NO = 4 };

/* ---- Quotations ---------------------------------------------------------- */

typedef enum gloss_quote_family {
  GLOSS_DOUBLE_QUOTES,
  GLOSS_LOW_QUOTES,
  GLOSS_ANGLE_QUOTES,
  GLOSS_SINGLE_ANGLE_QUOTES,
  GLOSS_DOUBLED_QUOTES, /* ''so'' */
  GLOSS_SINGLE_QUOTES,
  GLOSS_CORNER_QUOTES,
  GLOSS_WHITE_CORNER_QUOTES,
  GLOSS_TURN            /* no marks: of a transcript */
} gloss_quote_family;

typedef enum gloss_not_speech {
  GLOSS_SPEECH, /* it may be */
  GLOSS_WORK_TITLE,
  GLOSS_NICKNAME,
  GLOSS_SCARE
} gloss_not_speech;

typedef struct gloss_stretch {
  uint32_t start, end; /* with its marks */
  uint32_t from, to;   /* without them */
  uint8_t family;      /* a gloss_quote_family */
  uint8_t depth;       /* 0: not inside another */
  bool closed;         /* is there a closing mark? */
  bool continued;      /* does it go on in the next paragraph? */
  char final;          /* the , . ! ? with which it ends; 0: none */
  bool closing;        /* is there one? */
  uint8_t not_speech;  /* a gloss_not_speech */
  bool reported;       /* has it a row? */
  const char *rule;    /* why it is no speech */
} gloss_stretch;

/* Items first..last; none where last < first. */
typedef struct gloss_item_range {
  int first, last;
} gloss_item_range;

/* ---- Units --------------------------------------------------------------- */

/* A sentence, but that no quotation is cut by one. */
typedef struct gloss_unit {
  int first, last; /* items */
  int cue, quote;  /* places in `cues` and `quotes` of its first ones */
  int8_t line;     /* does a line begin with it? -1: not known yet */
} gloss_unit;

/* ---- A document ---------------------------------------------------------- */

/* What rules fitted and made nothing of; for --explain. */
typedef struct gloss_clause_log {
  gloss_clause_lost *rows;
  size_t count, room;
  bool failed; /* no memory for some */
} gloss_clause_log;

/* Numbers of items, sorted; the first at 1, behind the last INT_MAX. */
typedef struct gloss_places {
  int *at;
  int count;
} gloss_places;

typedef struct gloss_clauses {
  const gloss_lexicon *lexicon;
  struct gloss_clause_words *words; /* the distinct words */
  gloss_arena *arena;       /* for all that belongs to the document */
  gloss_doc *doc;
  const char *text;
  uint32_t len;
  int count;                /* of items */
  gloss_clause_item *items; /* 1 - GLOSS_NO_ITEMS .. count + GLOSS_NO_ITEMS */
  gloss_stretch *stretches; /* from 1, sorted; those inside others, too */
  uint32_t stretch_count;
  gloss_places cues, dashes, offices, quotes; /* quotes: the outermost */
  int sentence_starts;      /* items with which a sentence begins, at most */
  gloss_unit *units;        /* from 1 */
  int unit_count;
  int8_t doubles;           /* does it quote with double marks? -1: not known */
  gloss_clause_log *log;    /* NULL: nobody asks */
} gloss_clauses;

static inline bool gloss_is(const gloss_clauses *list, int k, unsigned kinds) {
  return (list->items[k].kind & kinds) != 0;
}
static inline bool gloss_in(const gloss_clauses *list, int k,
                            gloss_word_set set) {
  return gloss_set_has(&list->items[k].word->sets, set);
}
static inline unsigned gloss_mark_of(const gloss_clauses *list, int k) {
  return list->items[k].word->mark;
}
/* — – ― - -- */
static inline bool gloss_is_dash(const gloss_clauses *list, int k) {
  return list->items[k].word->mark >= GLOSS_MARK_EM_DASH;
}
static inline const gloss_lexeme *gloss_lexeme_of(const gloss_clauses *list,
                                                  int k) {
  return list->items[k].word->lexeme;
}
static inline const gloss_verb_form *gloss_verb_of(const gloss_clauses *list,
                                                   int k) {
  return list->items[k].word->verb;
}
/* NULL: it is no quotation. */
static inline gloss_stretch *gloss_quote_of(const gloss_clauses *list, int k) {
  uint32_t quote = list->items[k].quote;
  return quote == 0 ? NULL : &list->stretches[quote];
}
/* The bytes of items first..last. */
static inline gloss_span gloss_items_span(const gloss_clauses *list, int first,
                                          int last) {
  return (gloss_span){ list->items[first].start, list->items[last].end };
}

/* Do the words of a phrase stand from item `first` on? */
bool gloss_fixed_phrase_at(const gloss_clauses *list,
                           const gloss_fixed_phrase *phrase, int first);
/* The first item that ends behind `byte`; 0: none. */
int gloss_item_at(const gloss_clauses *list, uint32_t byte);
/* The record of a word as it is written, where one of the documents had it, or
** of its lower case; NULL: not known. */
const gloss_clause_word *gloss_clause_word_find(const gloss_clauses *list,
                                                const char *text, size_t len);

/* Notes, while somebody asks, that a rule fitted items first..last and found
** nothing. `rule` and `why` are literals, or live as long as the document. */
void gloss_clauses_lost(gloss_clauses *list, const char *layer, int first,
                        int last, const char *rule, const char *why);

/* Reads the words of a document, or those of `within`, where `stretches` (from
** 1, sorted) are its quotations. Fills `list`, whose lexicon, words, arena and
** doc are set, and whose `doubles` is to be -1. */
bool gloss_items_read(gloss_clauses *list, gloss_stretch *stretches,
                      uint32_t stretch_count, gloss_span within,
                      gloss_error *err);
/* The items of a quotation that holds others: those inside it, in memory of
** the same document. NULL: no memory, or another failure. */
gloss_clauses *gloss_clauses_inside(gloss_clauses *outer,
                                    gloss_stretch *stretches,
                                    uint32_t stretch_count, gloss_span within,
                                    gloss_error *err);

/* ---- units.c ---- */

/* Cuts items into units. */
bool gloss_units_cut(gloss_clauses *list);
/* Does a line begin with unit `u`? */
bool gloss_unit_begins_line(gloss_clauses *list, int u);
/* Is it a heading: a line that is no sentence of the text? */
bool gloss_unit_is_heading(gloss_clauses *list, int u);
/* The number of the unit that holds item `k`. */
int gloss_unit_of(const gloss_clauses *list, int k);

#endif

/* names.h - a finder of names from inside; for the files of core/names.
**
** Tokens are numbered from 0; ranges of them have their last one in, but `end`
** is the one behind. What belongs to one document is made anew for the next in
** the same room. Where memory is out, a function says so by `failed`, and what
** it returns means nothing; the document fails as a whole. */
#ifndef GLOSS_NAMES_NAMES_H
#define GLOSS_NAMES_NAMES_H

#include <string.h>

#include "base/arena.h"
#include "base/intern.h"
#include "base/slice.h"
#include "gloss.h"

#define GLOSS_NO_NAME UINT32_MAX

/* The bits of classes of tokens (steps/names/classes.lua says what they are),
** and of what letter case says. */
typedef struct gloss_names_bits {
  uint64_t cap, small, number, acronym, start, part, special, weak, month,
      calendar, before_month, particle, any_particle, second, leading, link,
      head, ending, hyphen, conjunction, ampersand, comma, of, article,
      big_article, noun_article, office_end, speech, own, before_firm,
      behind_firm, before_of, before_place, state, role, indefinite, relative,
      within, aged, says, apostrophe, plural, dash, bracket, bracket_end;
  uint64_t opens, heading, also_small, inside, rather_small;
} gloss_names_bits;

/* Sets of words and texts in lower case (steps/names/words.lua). */
enum {
  GLOSS_SET_COMMON = 1 << 0,
  GLOSS_SET_WEAK = 1 << 1,
  GLOSS_SET_NO_ACRONYM = 1 << 2,
  GLOSS_SET_LEADING = 1 << 3,
  GLOSS_SET_PARTICLE = 1 << 4,
  GLOSS_SET_PERSONAL = 1 << 5,     /* particles of persons */
  GLOSS_SET_ARTICLE = 1 << 6,      /* in front, with a capital: La Banque */
  GLOSS_SET_LINK = 1 << 7,
  GLOSS_SET_ORGANISATION = 1 << 8, /* heads of their names */
  GLOSS_SET_COMPANY = 1 << 9,      /* endings */
  GLOSS_SET_SUFFIX = 1 << 10,
  GLOSS_SET_LOC_FIRST = 1 << 11,   /* Lake Victoria */
  GLOSS_SET_GPE_LAST = 1 << 12,    /* Kent County */
  GLOSS_SET_LOC_LAST = 1 << 13,
  GLOSS_SET_GPE = 1 << 14,         /* regions */
  GLOSS_SET_LOC = 1 << 15,
  GLOSS_SET_HEAD = 1 << 16,
  GLOSS_SET_BEFORE_TITLE = 1 << 17,
  GLOSS_SET_GIVEN = 1 << 18,
  GLOSS_SET_TITLE = 1 << 19,
  GLOSS_SET_TITLE_START = 1 << 20, /* first words of titles */
  GLOSS_SET_OFFICE = 1 << 21,      /* titles in small letters, too */
  GLOSS_SET_DEMONYM = 1 << 22,
  GLOSS_SET_PLACE = 1 << 23,
  GLOSS_SET_KNOWN = 1 << 24,       /* organisations */
  GLOSS_SET_OF = 1 << 25,          /* City of Kent */
  GLOSS_SET_EITHER = 1 << 26,      /* offices of firms and of states */
  GLOSS_SET_LONGER = 1 << 27,      /* begins a longer text of some set */
  GLOSS_SET_PARTY = 1 << 28,       /* D, R: of D-Ill. */
  GLOSS_SET_PARTY_STATE = 1 << 29,
  GLOSS_SET_TAIL = 1 << 30         /* of firms, may be left out: Partners */
};

/* What speaks for a type; each has a weight. */
typedef enum gloss_names_rule {
  GLOSS_BY_TITLE, GLOSS_BY_SUFFIX, GLOSS_BY_COMPANY, GLOSS_BY_KNOWN,
  GLOSS_BY_HEAD, GLOSS_BY_INITIAL, GLOSS_BY_GIVEN, GLOSS_BY_PLACE, GLOSS_BY_AGE,
  GLOSS_BY_NOUN, GLOSS_BY_OF, GLOSS_BY_ACRONYM, GLOSS_BY_SPEECH, GLOSS_BY_IN,
  GLOSS_BY_ROLE,
  GLOSS_NAMES_RULES
} gloss_names_rule;

typedef struct gloss_names_numbers {
  int64_t weights[GLOSS_NAMES_RULES];
  int64_t sure;          /* the weight from which on a guess is trusted */
  int64_t longest_name;  /* tokens up to which a name goes on */
  int64_t person_words;  /* words of a person's name, at most */
  int64_t cluster_words; /* the same, to which a surname may belong */
  int64_t longest_title; /* tokens */
  int64_t plain_runs;    /* flag: a run without special words is one name */
  int64_t small_start;   /* flag: a name may begin with a small particle */
  int64_t nouns;         /* flag: all nouns have a capital */
} gloss_names_numbers;

/* ---- What is learnt ---- */

/* A string in lower case. From `document` on: what it is in that one. */
typedef struct gloss_low {
  uint32_t sets;
  uint32_t document;
  bool noun;               /* stands behind an article */
  bool last_word;          /* of a full name */
  bool in_body;            /* is a name outside headings */
  bool person;             /* a name of one, by what stands beside it */
  uint32_t firm;           /* whose short name it is: a cluster, or none, or
                              GLOSS_SEVERAL */
  uint32_t full, own;      /* clusters of full and of short names, so called */
  uint32_t by_last, by_first; /* the newest cluster with that word */
  uint32_t surname, given; /* whose it is: a cluster, or one of these: */
} gloss_low;
enum { GLOSS_NOT_ASKED = UINT32_MAX, GLOSS_NOBODY = UINT32_MAX - 1,
       GLOSS_SEVERAL = UINT32_MAX - 2 };

/* A word of the vocabulary. */
typedef struct gloss_name_word {
  uint32_t low, sets;
  uint32_t form;    /* as a name of one token + 1; 0: not asked yet */
  uint8_t letters;  /* and characters that are not ASCII; at most 255 */
  bool short_caps;  /* two to six capitals of ASCII: US, WHO */
  bool known;
} gloss_name_word;

typedef enum gloss_name_type {
  GLOSS_NAME_UNKNOWN, GLOSS_NAME_PERSON, GLOSS_NAME_ORG, GLOSS_NAME_GPE,
  GLOSS_NAME_LOC, GLOSS_NAME_TYPES
} gloss_name_type;

/* How a reason reads: "company: Ltd", "south of". */
typedef enum gloss_reason {
  GLOSS_REASON_COMPANY, GLOSS_REASON_ORGANISATION, GLOSS_REASON_SUFFIX,
  GLOSS_REASON_PLACE, GLOSS_REASON_KNOWN_PLACE, GLOSS_REASON_KNOWN,
  GLOSS_REASON_AMPERSAND, GLOSS_REASON_OF, GLOSS_REASON_GIVEN,
  GLOSS_REASON_INITIAL, GLOSS_REASON_PARTICLE, GLOSS_REASON_TITLE,
  GLOSS_REASON_AFTER, GLOSS_REASON_BEFORE, GLOSS_REASON_PLACE_OF,
  GLOSS_REASON_IN, GLOSS_REASON_AGE, GLOSS_REASON_ACRONYM, GLOSS_REASON_SPEECH,
  GLOSS_REASON_ROLE, GLOSS_REASON_DATE_LINE
} gloss_reason;

/* What kind of thing a name means. Its reason is about a word, or about tokens
** of the document (bytes NULL). */
typedef struct gloss_name_guess {
  uint8_t type;   /* a gloss_name_type; none of the others counts without */
  uint8_t reason; /* a gloss_reason */
  bool no_person; /* surely */
  int64_t weight;
  gloss_slice word;
  uint32_t first, last;
} gloss_name_guess;

typedef struct gloss_name_part {
  gloss_slice text;
  uint32_t low;
} gloss_name_part;

/* What is known of a name by its text alone. */
typedef struct gloss_name_form {
  gloss_slice text;             /* blanks as one */
  const gloss_name_part *parts; /* cut at blanks and hyphens */
  uint32_t part_count;
  uint32_t low;                 /* all of it */
  bool single;                  /* one token */
  bool acronym;                 /* a short form: BBC, U.N., AT&T */
  bool letter;                  /* one letter */
  bool as_written;              /* no blank is another in the text */
  bool has_head;                /* a word such as Fund, Ministry, River */
  bool surname;                 /* perhaps: von der Marck, Moor-Bell */
  bool joined;                  /* in one word by hyphens: Moor-Bell */
  bool party;                   /* a mark of party and state: D-Ill. */
  gloss_name_guess guess;       /* by its words */
  uint32_t document;            /* in which it was seen last, and there: */
  uint32_t cluster;
  uint8_t via;
} gloss_name_form;

/* ---- Of one document ---- */

/* A part of a run, and the title before it. */
typedef struct gloss_name_piece {
  uint32_t first, last;
  uint32_t title_first, title_last; /* GLOSS_NO_NAME: none */
} gloss_name_piece;

/* A run of words with a capital; the bits of its tokens, and of those beside it
** in the sentence. */
typedef struct gloss_name_run {
  uint32_t first, last;
  uint64_t any, all, before, after, next; /* next: behind the one behind it */
} gloss_name_run;

/* What may be a name; GLOSS_NO_NAME as form: it is none. */
typedef struct gloss_name_spot {
  gloss_name_piece piece;
  uint32_t form;
  uint64_t any, all; /* bits that any has, that all with a capital have */
  uint64_t before, after;
  bool date_line;    /* the place of one: HALDEN, Oct 14 (Northwire) - */
} gloss_name_spot;

typedef enum gloss_name_via {
  GLOSS_VIA_NAME, GLOSS_VIA_SURNAME, GLOSS_VIA_GIVEN, GLOSS_VIA_ACRONYM,
  GLOSS_VIA_FIRM
} gloss_name_via;

typedef struct gloss_name_row {
  gloss_span span;
  uint32_t form, cluster;
  uint8_t via;
  bool titled, heading;
  gloss_name_guess guess;
} gloss_name_row;

typedef struct gloss_name_cluster {
  uint32_t form, place;            /* its fullest name, and where it stands */
  uint32_t number;                 /* from 1; 0: none yet */
  uint32_t same_last, same_first;  /* the cluster before with that word */
  uint32_t whole;                  /* the one to which it belongs */
  uint8_t via;                     /* ... and how */
  uint32_t counts[GLOSS_NAME_TYPES];
  bool other;                      /* has a member that surely is no person */
  bool human;                      /* ... that is taken for one */
  bool asked, person;              /* can it be a person's? found once */
  bool tied;                       /* guesses that weigh the same differ */
  gloss_name_guess guess;          /* the heaviest */
  gloss_slice name, reason;        /* as its rows have them */
} gloss_name_cluster;

/* Runs have so many tokens at most, and so many more where they go on. */
enum { GLOSS_RUN_TOKENS = 64, GLOSS_RUN_MORE = 16 };

typedef struct gloss_names_cutting {
  gloss_name_piece pieces[GLOSS_RUN_TOKENS + GLOSS_RUN_MORE];
  size_t count;
  uint32_t from;  /* where the run begins */
  bool opens;     /* there a capital says nothing */
  bool droppable; /* ... and the word stands in small letters, too */
} gloss_names_cutting;

struct gloss_names {
  gloss_matcher *classes;
  gloss_acronyms *acronyms; /* NULL: nobody asks */
  gloss_casing casing;
  gloss_names_bits is;
  gloss_names_numbers numbers;
  gloss_intern words;  /* of the sets */
  uint32_t *word_sets; /* by word */
  size_t word_room;
  struct gloss_name_ends {
    gloss_slice *list;
    size_t count, room;
  } noun_endings, title_ends;
  gloss_arena *word_arena; /* of the endings */
  /* Learnt, and forgotten when it is much: */
  gloss_intern low_numbers;
  gloss_low *lows;
  struct gloss_vocabulary *vocabulary; /* held; whose words are known */
  gloss_name_word *known_words;
  gloss_intern form_numbers; /* by the text as it stands */
  gloss_name_form *forms;
  gloss_arena *arena; /* of the forms */
  size_t low_room, known_room, form_room;
  /* From here on, of one document: */
  gloss_doc *doc;
  const char *text;
  gloss_token_columns tokens;
  const uint32_t *numbers_of_words;
  uint64_t *bits; /* by token */
  uint32_t from, stop; /* the first and last token of the sentence at hand */
  gloss_name_word long_word; /* the one that the vocabulary does not keep */
  gloss_names_cutting cutting;
  gloss_name_spot *spots, *spare;
  gloss_name_row *rows;
  gloss_name_cluster *clusters;
  uint32_t *full; /* clusters of full names */
  uint32_t *doubtful; /* spots */
  gloss_names_lost *lost;
  gloss_intern ends;   /* last and first word of full names, as two numbers */
  uint32_t *ends_cluster;
  gloss_intern initials, names, shorts;
  uint32_t *initials_cluster, *names_cluster;
  gloss_slice *longs;
  char *buffer, *joined;
  size_t bit_room, spot_count, spot_room, spare_room, row_count, row_room,
      cluster_count, cluster_room, full_count, full_room,
      doubtful_count, doubtful_room, lost_count, lost_room, ends_room,
      initials_room, names_room, longs_room, buffer_room, joined_room;
  uint32_t document; /* counts documents, from 1 */
  bool acronyms_read, explains, failed;
};

/* ---- words.c: what is known of words ---- */

/* The bits of a token, 0 where there is none. */
static inline uint64_t gloss_names_at(const gloss_names *n, size_t i) {
  return i < n->tokens.count ? n->bits[i] : 0;
}
static inline bool gloss_names_has(const gloss_names *n, size_t i,
                                   uint64_t mask) {
  return (gloss_names_at(n, i) & mask) != 0;
}
/* Does the next token follow without white space? */
static inline bool gloss_names_tight(const gloss_names *n, size_t i) {
  return i + 1 < n->tokens.count && n->tokens.ends[i] == n->tokens.starts[i + 1];
}
static inline gloss_slice gloss_names_text(const gloss_names *n, size_t first,
                                           size_t last) {
  uint32_t start = n->tokens.starts[first];
  return (gloss_slice){ n->text + start, n->tokens.ends[last] - start };
}

/* What is known of a token's word; until the next is asked for. */
gloss_name_word *gloss_names_word_at(gloss_names *n, size_t token);
static inline uint32_t gloss_names_sets(gloss_names *n, size_t token) {
  return gloss_names_word_at(n, token)->sets;
}
/* The number of a text in lower case. */
uint32_t gloss_names_low(gloss_names *n, gloss_slice text);
/* The same, in the document at hand; until the next number is made. */
gloss_low *gloss_names_low_here(gloss_names *n, uint32_t low);
/* The text of tokens in lower case, or as it is, blanks as one; until the next
** is asked for. */
gloss_slice gloss_names_joined(gloss_names *n, size_t first, size_t last,
                               bool lower);
/* The sets that have the text of tokens in lower case, blanks as one. */
uint32_t gloss_names_sets_between(gloss_names *n, size_t first, size_t last);
/* Does a text in lower case end with one of them, behind `stem` bytes at
** least? */
bool gloss_names_ends(const struct gloss_name_ends *ends, gloss_slice low,
                      size_t stem);
/* The sets that have a text in lower case. */
uint32_t gloss_names_sets_of(const gloss_names *n, gloss_slice low);
/* Letters, and characters that are not ASCII. */
size_t gloss_names_letters(gloss_slice text);
/* Forgets what was learnt, where it is much or of other words. */
bool gloss_names_forget(gloss_names *n);
void gloss_names_forget_all(gloss_names *n);

/* ---- forms.c: what is known of a name by its text ---- */

/* Of the name from one token to another; `small`: it has small letters. */
uint32_t gloss_names_form(gloss_names *n, uint32_t first, uint32_t last,
                          bool small);

/* ---- guess.c: what kind of thing a name means ---- */

gloss_name_guess gloss_guess_of_form(const gloss_names *n,
                                     const gloss_name_form *form);
gloss_name_guess gloss_guess_of_spot(gloss_names *n,
                                     const gloss_name_spot *spot);
/* Of what a short form stands for. */
gloss_name_guess gloss_guess_of_long(const gloss_names *n,
                                     const gloss_name_form *form);
/* The reason in words, in the document's memory. */
gloss_slice gloss_guess_reason(gloss_names *n, const gloss_name_guess *guess);
const char *gloss_name_type_name(unsigned type);
/* The number of the rule whose weight is called so, or -1. */
int gloss_guess_rule(const char *name);

/* ---- join.c: over what a run goes on ---- */

bool gloss_name_is_part(const gloss_names *n, size_t i);
/* The last token of the run that goes from `first` at least to `last`. */
uint32_t gloss_name_join(gloss_names *n, uint32_t first, uint32_t last);
/* Where the name begins, with a small particle in front. */
uint32_t gloss_name_particle(const gloss_names *n, uint32_t first);
/* Is there a title in small letters before the name? */
bool gloss_name_title_before(gloss_names *n, uint32_t first,
                             gloss_name_piece *piece);

/* ---- cut.c: how a run is cut into names ---- */

/* Fills n->cutting. */
void gloss_name_cut(gloss_names *n, uint32_t first, uint32_t last);
/* The last token of the title that begins at `i` and ends before `end`, or
** GLOSS_NO_NAME; of those in small letters, where `small`. */
uint32_t gloss_name_title(gloss_names *n, uint32_t i, uint32_t end, bool small);

/* ---- runs.c: where names may stand ---- */

/* Fills n->spots. */
void gloss_name_runs(gloss_names *n);
/* Adds what may be a name; the bits beside it are given. */
void gloss_name_put(gloss_names *n, gloss_name_piece piece, uint64_t before,
                    uint64_t after);

/* ---- drop.c: which of them are names ---- */

void gloss_name_drop(gloss_names *n);
void gloss_name_lose(gloss_names *n, const gloss_name_spot *spot,
                     const char *why);

/* ---- cluster.c: which mean the same; short.c: those of one word ---- */

void gloss_name_group(gloss_names *n);
void gloss_name_short(gloss_names *n);
uint32_t gloss_name_new_cluster(gloss_names *n, const gloss_name_row *row);
/* Puts a name into a cluster. */
void gloss_name_join_cluster(gloss_names *n, gloss_name_row *row,
                             uint32_t cluster, gloss_name_via via);
/* A number in a growing list by an interned string; new: GLOSS_NO_NAME. */
uint32_t *gloss_name_entry(gloss_names *n, gloss_intern *table, uint32_t **list,
                           size_t *room, gloss_slice key);

/* ---- firms.c: firms that are called without their legal form ---- */

/* Notes what the firms among the full names are called for short; is there
** any? */
bool gloss_name_firms(gloss_names *n);
/* The cluster of the firm that a name is short for, or GLOSS_NO_NAME. */
uint32_t gloss_name_firm(gloss_names *n, const gloss_name_row *row);

/* ---- line.c: the line of place and day before a report ---- */

/* Is the name, all in capitals, the place of one? */
bool gloss_name_in_date_line(gloss_names *n, const gloss_name_piece *piece);

/* ---- acronyms.c: what short forms mean ---- */

/* Reads on to the end of what short forms are defined by. */
void gloss_name_define(gloss_names *n);

/* The cluster that a short form means, or GLOSS_NO_NAME. */
uint32_t gloss_name_acronym(gloss_names *n, gloss_slice text);

/* ---- names.c ---- */

/* Does an entity of a dictionary share a byte with the place? */
bool gloss_name_is_linked(const gloss_names *n, gloss_span span);

/* ---- rows.c ---- */

bool gloss_name_rows(gloss_names *n, gloss_error *err);

#endif

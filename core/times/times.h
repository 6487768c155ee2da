/* times.h - an engine of times from inside; for the files of core/times.
**
** A match of a rule of the grammar is read by the function of its reading
** (readings.c) into a gloss_time_reading; false refuses the words, and the next
** rule is tried. What belongs to one document is in the context, `x`. */
#ifndef GLOSS_TIMES_TIMES_H
#define GLOSS_TIMES_TIMES_H

#include "base/arena.h"
#include "base/intern.h"
#include "base/slice.h"
#include "gloss.h"
#include "times/value.h"

/* ---- What a rule captures ---- */

/* The names that readings know; engine.c has them as rules write them. */
typedef enum gloss_time_role {
  AT_AMPM, AT_DATE, AT_DAY, AT_DECADE, AT_ERA, AT_FOUR, AT_HALF, AT_HOUR,
  AT_LESSER, AT_M, AT_MOD, AT_MONTH, AT_N, AT_NTH, AT_OFTEN, AT_PART, AT_Q,
  AT_SEASON, AT_SHIFT, AT_SIGN, AT_STOP, AT_TIME, AT_UNIT, AT_V,
  AT_WDAY, AT_YEAR, AT_YY, AT_ZONE, GLOSS_TIME_ROLES
} gloss_time_role;

/* ---- Sets of words ---- */

/* The sets that readings know; a rule may ask for any other, too. */
enum {
  SET_AFTER_A_DAY, SET_AGES, SET_AHEAD, SET_ARTICLES, SET_BEFORE_CLOCK,
  SET_BEFORE_MONTH, SET_BEFORE_YEAR, SET_BEHIND, SET_COMPARING, SET_COPULAS,
  SET_DECADE_ARTICLES, SET_EITHER, SET_NOT_TOMORROW, SET_NO_YEAR,
  SET_NO_YEAR_AFTER, SET_RATES,
  SET_SURE_BEFORE_YEAR, SET_YEAR_ARTICLES, GLOSS_TIME_SETS
};
#define GLOSS_SET(number) (UINT64_C(1) << (number))

/* What words end in, or what stands before a phrase. */
enum { GLOSS_MAX_ENDINGS = 8 };
typedef struct gloss_endings {
  gloss_slice list[GLOSS_MAX_ENDINGS];
  size_t count;
} gloss_endings;

enum { GLOSS_TENSE_CLASSES = 17 };

/* The classes that readings ask for by name; NONE where there is none. */
enum {
  CLASS_A, CLASS_CARD_YEAR, CLASS_DECADEWORD, CLASS_MONTH, CLASS_NIGHT,
  CLASS_OF, CLASS_SECOND, CLASS_THE, CLASS_TO, CLASS_UNIT, CLASS_WORDMONTH,
  GLOSS_TIME_CLASSES
};
/* And sets of classes. */
enum {
  GROUP_MONTHS,     /* ANYMONTH */
  GROUP_CAPITALS,   /* CAPMONTH: months' names with a capital */
  GROUP_NEAR_CLOCK, /* NEARCLOCK: beside these a clock time is one */
  GROUP_DECADES,    /* DECADES: behind a unit these make it a decade's */
  GLOSS_TIME_GROUPS
};

/* ---- Rules ---- */

typedef struct gloss_times_context gloss_times_context;
typedef struct gloss_time_rule gloss_time_rule;
typedef struct gloss_time_reading gloss_time_reading;

typedef bool (*gloss_time_reader)(gloss_times_context *x,
                                  const gloss_time_rule *rule,
                                  gloss_time_reading *out);
/* NULL: there is no such reading. */
gloss_time_reader gloss_time_reader_of(gloss_slice name);

typedef enum gloss_time_type {
  GLOSS_TIME_DATE, GLOSS_TIME_TIME, GLOSS_TIME_DURATION, GLOSS_TIME_SET
} gloss_time_type;

/* What a rule counts from. */
typedef enum gloss_time_from {
  GLOSS_FROM_DOCUMENT, /* its date */
  GLOSS_FROM_MENTION,  /* the date named last, else the document's */
  GLOSS_FROM_DAY       /* a day told from the document's: "tomorrow" */
} gloss_time_from;

/* When the year named last goes before the document's. */
typedef enum gloss_time_year {
  GLOSS_YEAR_NEVER,
  GLOSS_YEAR_NAMED,
  GLOSS_YEAR_HISTORICAL /* in a text about the past */
} gloss_time_year;

enum { GLOSS_MAX_RULE_UNITS = 12 };
#define GLOSS_NO_NUMBER INT32_MIN

struct gloss_time_rule {
  gloss_slice name;
  gloss_time_reader read;
  /* Conditions. */
  uint64_t before, not_before, after, not_after; /* sets of words beside it */
  bool has_before, has_not_before, has_after, has_not_after;
  bool ends; /* the clause ends behind it, or has_after or has_not_after hold */
  int32_t no_name;        /* role of what must be no part of a name, or -1 */
  uint64_t not_followed[4];  /* classes that must not stand behind it */
  gloss_timeunit units[GLOSS_MAX_RULE_UNITS]; /* any, where there are none */
  size_t unit_count;
  /* What is read. */
  gloss_time_from from;
  gloss_time_year year;
  gloss_precision needs;  /* NONE: what the unit needs */
  gloss_timeunit unit;        /* letter 0: the one captured */
  int32_t by, sign, days, month, day, parts; /* or GLOSS_NO_NUMBER */
  gloss_time_type type;
  gloss_slice value, part, letter;
  gloss_slice missing;    /* why, where there is nothing to count from */
};

/* ---- Readings ---- */

struct gloss_time_reading {
  uint32_t start, end;  /* bytes */
  uint32_t rule;
  gloss_time_type type;
  gloss_slice value, anchor, unknown, mod; /* empty where there is none; of the
                                              document's arena, or constant */
  gloss_slice clock, clock_to; /* of a time of day without its date: T18:40 */
  bool dated;                  /* it has days */
  bool explicit_year;          /* the phrase names `year` */
  bool has_day;                /* a time of day that has got a day */
  int32_t from, to, year, day;
  gloss_precision precision;
};

/* ---- The engine ---- */

struct gloss_times {
  gloss_arena *arena;
  gloss_grammar *grammar;
  gloss_matcher *tenses;
  gloss_time_rule *rules;
  size_t rule_count, rule_room;
  gloss_timeunit *units; /* by word of the grammar */
  uint64_t *compares; /* a bit a word: it compares ("more than") */
  uint8_t role_of[GLOSS_MAX_RULE_NAMES]; /* by name; GLOSS_TIME_ROLES: none */
  int classes[GLOSS_TIME_CLASSES];    /* or -1 */
  uint64_t groups[GLOSS_TIME_GROUPS][4]; /* bits of classes */
  gloss_intern words;   /* of all sets */
  uint64_t *word_sets;  /* by word */
  size_t word_room;
  gloss_slice set_names[GLOSS_MAX_TIME_SETS];
  size_t set_count;
  gloss_endings plurals, genitives, comparisons, percents, until;
  bool capital_nouns, decade_after_unit;
  gloss_date_order date_order;
  uint64_t tense_tags[GLOSS_TENSE_CLASSES]; /* see tense.c */
  /* Of the document at hand. */
  gloss_time_reading *found;
  size_t found_count, found_room;
  uint64_t *tags;       /* of the tokens of some sentences, */
  bool *tagged;         /* of these */
  size_t tag_room, tagged_room;
  gloss_times_note *notes;
  size_t note_count, note_room;
};

static inline bool gloss_class_in(const uint64_t bits[4], unsigned number) {
  return (bits[number / 64] >> number % 64 & 1) != 0;
}
/* Sets of a word in lower case (of ASCII). */
uint64_t gloss_times_sets_of(const gloss_times *t, gloss_slice word);
bool gloss_times_has_ending(const gloss_endings *endings, gloss_slice word);

/* Sets an option of a rule; false, with `err`: no such one, or a bad value. */
bool gloss_times_set_option(gloss_times *t, gloss_time_rule *rule,
                            gloss_slice name, gloss_slice value,
                            gloss_error *err);
/* The number of a role; -1: there is none. */
int32_t gloss_times_role(gloss_slice name);
/* The bit of a set of words, made when new; 0: there are too many. */
uint64_t gloss_times_set_bit(gloss_times *t, gloss_slice name,
                             gloss_error *err);
/* A copy in the engine's arena; bytes NULL: no memory. */
gloss_slice gloss_times_copy(gloss_times *t, gloss_slice bytes);
/* The classes of a class or set of the grammar; false: there is none. */
bool gloss_times_group(const gloss_times *t, gloss_slice name,
                       uint64_t bits[4]);

/* ---- The context ---- */

typedef enum gloss_tense {
  GLOSS_TENSE_NONE, GLOSS_PAST, GLOSS_FUTURE
} gloss_tense;
typedef enum gloss_answer { GLOSS_UNASKED, GLOSS_YES, GLOSS_NO } gloss_answer;

struct gloss_times_context {
  gloss_times *t;
  gloss_doc *doc;
  gloss_arena *arena; /* the document's */
  const char *text;
  size_t len;
  const gloss_times_how *how;
  /* The date of the document, or of its date line. */
  bool has_ref;
  int32_t ref;
  gloss_precision ref_precision;
  gloss_slice ref_label;
  /* What was named last. */
  bool has_mention, has_year;
  int32_t mention, year;
  gloss_slice mention_value;
  gloss_answer historical, ticker;
  bool has_now; /* something was told from the document's day: "Friday" */
  bool failed; /* no memory, or a limit; `err` says which */
  gloss_error *err;
  const gloss_sentence *sentences; /* NULL until a tense is asked for */
  const gloss_span *lines; /* where a date line is looked for */
  size_t sentence_count, line_count;
  /* The match at hand. */
  const gloss_phrase *phrase;
  uint32_t start;         /* of the phrase */
  size_t first, last;     /* items */
  uint32_t from, to;      /* bytes of the span */
  const gloss_rule_match *match;
  const gloss_item *at[GLOSS_TIME_ROLES];
  /* The last year that was one: of which phrase, and which item. */
  uint32_t year_phrase;
  const gloss_item *year_item;
};

/* ---- context.c ---- */

/* Is the document's date known at least to that precision? Else `*why`. */
bool gloss_times_dated(const gloss_times_context *x, gloss_precision precision,
                       gloss_slice *why);
/* What relative phrases count from: the date named last, or the document's. */
bool gloss_times_from_mention(const gloss_times_context *x, int32_t *day,
                              gloss_slice *label);
/* Do most years that the text names lie far behind the document, and did it
** tell nothing from its day? */
bool gloss_times_historical(gloss_times_context *x);
/* Which of the years around the document's makes the day (0: the month)
** nearest, and agrees with the tense. */
bool gloss_times_year_of(gloss_times_context *x, int32_t month, int32_t day,
                         gloss_tense told, int32_t *year, gloss_slice *label);
/* "text 2024" */
gloss_slice gloss_times_text_label(gloss_times_context *x, gloss_slice value);
gloss_slice gloss_times_year_label(gloss_times_context *x, int32_t year);
/* A copy in the document's arena. */
gloss_slice gloss_times_keep(gloss_times_context *x, gloss_slice bytes);

/* ---- around.c: the words beside a place ---- */

typedef struct gloss_word_beside {
  bool there;
  bool capital;
  gloss_span span;
  uint64_t sets;
  size_t len;
  char low[64]; /* as far as ASCII */
} gloss_word_beside;

gloss_word_beside gloss_times_word_before(const gloss_times_context *x,
                                          uint32_t at);
gloss_word_beside gloss_times_word_after(const gloss_times_context *x,
                                         uint32_t at);
/* Does the clause end behind the phrase? */
bool gloss_times_ends_here(const gloss_times_context *x);
/* Does a word stand at the start of a sentence or line? */
bool gloss_times_starts(const gloss_times_context *x, int64_t at);
/* Bytes of an item in the text. */
static inline uint32_t gloss_item_start(const gloss_times_context *x,
                                        const gloss_item *item) {
  return x->start + item->start;
}
static inline uint32_t gloss_item_end(const gloss_times_context *x,
                                      const gloss_item *item) {
  return x->start + item->end;
}
static inline unsigned char gloss_text_byte(const gloss_times_context *x,
                                            size_t at) {
  return at < x->len ? (unsigned char)x->text[at] : 0;
}
static inline bool gloss_digit(unsigned char c) { return c >= '0' && c <= '9'; }
static inline bool gloss_upper(unsigned char c) { return c >= 'A' && c <= 'Z'; }
static inline bool gloss_letter(unsigned char c) {
  return gloss_upper(c) || (c >= 'a' && c <= 'z');
}
static inline bool gloss_blank(unsigned char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/* ---- evidence.c: is it a time at all? ---- */

bool gloss_times_is_name_part(const gloss_times_context *x,
                              const gloss_item *item);
bool gloss_times_is_month(const gloss_times_context *x, const gloss_item *item);
/* `stop`: the last year of a range, or NULL. */
bool gloss_times_is_year(const gloss_times_context *x, const gloss_item *item,
                         const gloss_item *stop);
bool gloss_times_is_clock(gloss_times_context *x, const gloss_item *item);
/* Does "a year" tell how often: "3 million euros a year"? */
bool gloss_times_tells_rate(const gloss_times_context *x);
/* Do the conditions of the rule hold? */
bool gloss_times_allowed(const gloss_times_context *x,
                         const gloss_time_rule *rule);

/* ---- tense.c ---- */

/* The numbers of its classes; false: there is no such class. */
bool gloss_times_set_tense(gloss_times *t, gloss_slice name, uint64_t tags);
/* What the sentence around the phrase tells. */
gloss_tense gloss_times_tense_of(gloss_times_context *x, uint32_t start,
                                 uint32_t end);
/* The same, or what the word right before it says. */
gloss_tense gloss_times_tense_at(gloss_times_context *x);

/* ---- readings.c: what readings are made with ---- */

/* What is no number of a calendar is cut. */
static inline int32_t gloss_item_number(const gloss_item *item) {
  if (item->value > 99999) return 99999;
  return item->value < -99999 ? -99999 : (int32_t)item->value;
}
/* A date with its value. */
bool gloss_time_dated(gloss_times_context *x, gloss_time_reading *out,
                      const gloss_value_text *value, gloss_slice label);
/* One that names its year itself. */
bool gloss_time_explicit(gloss_times_context *x, gloss_time_reading *out,
                         const gloss_value_text *value, int32_t year);
/* What cannot be resolved, and why; the value may be known in part, or NULL. */
bool gloss_time_unresolved(gloss_times_context *x, gloss_time_reading *out,
                           gloss_time_type type, gloss_slice why,
                           const gloss_value_text *value);
/* Sets the value; true, but where memory runs out. */
bool gloss_time_valued(gloss_times_context *x, gloss_time_reading *out,
                       gloss_time_type type, const gloss_value_text *value);
/* The text of what was captured, as its word is worth; empty: none. */
gloss_slice gloss_time_text(const gloss_times_context *x,
                            const gloss_item *item);
/* A field of what a word is worth: its number, its text; false: none. */
bool gloss_time_field(const gloss_times_context *x, const gloss_item *item,
                      const char *name, int32_t *number, gloss_slice *text);
/* START, MID, END, APPROX, ... */
gloss_slice gloss_time_mod(const gloss_times_context *x);
gloss_timeunit gloss_time_unit(const gloss_times_context *x,
                               gloss_time_role role);
/* The unit of the rule, or the one captured. */
gloss_timeunit gloss_time_rule_unit(const gloss_times_context *x,
                                const gloss_time_rule *rule);
int32_t gloss_time_full_year(int32_t two_digits);
/* The year that the phrase names; false: none, or no year. */
bool gloss_time_year_in(const gloss_times_context *x, int32_t *year);
/* How many of a unit; false where the phrase does not say. */
bool gloss_time_count(const gloss_times_context *x, double *count);
/* How far the phrase moves: by the rule, or the word captured. */
int32_t gloss_time_shift(const gloss_times_context *x,
                         const gloss_time_rule *rule);
#define GLOSS_TEXT(literal) ((gloss_slice){ literal, sizeof literal - 1 })

/* ---- The readings (read_*.c) ---- */

#define GLOSS_READER(name)                                                  \
  bool gloss_read_##name(gloss_times_context *x, const gloss_time_rule *r, \
                         gloss_time_reading *out)
GLOSS_READER(date);
GLOSS_READER(day);
GLOSS_READER(days);
GLOSS_READER(month);
GLOSS_READER(months);
GLOSS_READER(year_and_month);
GLOSS_READER(nth_of_month);
GLOSS_READER(year);
GLOSS_READER(years);
GLOSS_READER(short_year);
GLOSS_READER(end_year);
GLOSS_READER(year_of_era);
GLOSS_READER(decade);
GLOSS_READER(decade_of_unit);
GLOSS_READER(century);
GLOSS_READER(part_of_year);
GLOSS_READER(season);
GLOSS_READER(holiday);
GLOSS_READER(day_of_year);
GLOSS_READER(unit);
GLOSS_READER(weekend);
GLOSS_READER(weekday);
GLOSS_READER(weekday_of_week);
GLOSS_READER(counted);
GLOSS_READER(value);
GLOSS_READER(duration);
GLOSS_READER(durations);
GLOSS_READER(sum);
GLOSS_READER(duration_near);
GLOSS_READER(every);
GLOSS_READER(clock);
GLOSS_READER(clocks);

/* ---- find.c, rows.c ---- */

/* Fills `found`. */
bool gloss_times_read_all(gloss_times_context *x);
bool gloss_times_rows(gloss_times_context *x);

#endif

/* lexicon.h - the words of a language as the steps quotes and roles know them:
** which sets each is in, which forms of verbs, nouns and sources it is.
**
** A lexicon is filled from a language's tables (gloss_clauses.h), closed, then
** only read: any number of threads may. No word is known to C: rules ask for
** sets, and what is in a set says the language. Words are in lower case. */
#ifndef GLOSS_CLAUSES_LEXICON_H
#define GLOSS_CLAUSES_LEXICON_H

#include "base/arena.h"
#include "base/intern.h"
#include "gloss.h"

/* ---- Sets ---------------------------------------------------------------- */

/* The sets of words, each with the name of its list in the tables. X(NAME,
** name). First those of a language (quotes/en.lua), then those that few
** languages have their own of (quotes/common.lua), then of the step roles. */
#define GLOSS_WORD_SETS(X)                                                    \
  X(DETERMINERS, determiners) X(POSSESSIVE, possessive)                       \
  X(SUBJECTS, subjects) X(OBJECTS, objects) X(RELATIVES, relatives)           \
  X(AUXILIARIES, auxiliaries) X(REPORTED, reported) X(BE, be) X(HAVE, have)   \
  X(NEGATIONS, negations) X(ADVERBS, adverbs) X(NO_ADVERBS, no_adverbs)       \
  X(TIMES, times) X(TIME_NOUNS, time_nouns) X(MONTHS, months)                 \
  X(PREPOSITIONS, prepositions) X(CONJUNCTIONS, conjunctions)                 \
  X(SUBORDINATORS, subordinators) X(OPENERS, openers) X(PASTS, pasts)         \
  X(VENUES, venues) X(WORKS, works) X(SHOWS_BEFORE, shows_before)             \
  X(NICKNAMING, nicknaming) X(ELISIONS, elisions)                             \
  X(NAME_PARTICLES, name_particles) X(NOBODY, nobody)                         \
  X(CLAUSE_OPENERS, clause_openers) X(DEFINITE, definite) X(BODIES, bodies)   \
  X(MALE, male) X(FEMALE, female) X(HUMAN, human) X(ROLES, roles)             \
  X(MEN, men) X(WOMEN, women)                                                 \
  X(KNOWN_BEFORE, known_before) /* known | to friends as */                   \
  X(KNOWN, known)               /* known to friends | as */                   \
  /* words that rules ask for one by one */                                   \
  X(OF, of_words) X(AND, and_words) X(FOR, for_words) X(TO, to_words)         \
  X(ON, on_words) X(AS, as_words) X(THAT, that_words) X(BY, by_words)         \
  X(BUT, but_words) X(WHICH, which_words) X(WHO, who_words)                   \
  X(NOT, not_words) X(ONE, one_words) X(ARTICLES, articles)                   \
  X(SO_CALLED, so_called) X(CLITICS, clitics) /* 's */                       \
  /* and some together */                                                     \
  X(ABOUT, about)                   /* told him about | of */                 \
  X(INFINITIVES, infinitives)       /* be have */                             \
  X(PREDETERMINERS, predeterminers) /* all both half such many of */          \
  X(WHOLE, whole)                   /* all both */                            \
  X(BEFORE_OBJECT, before_object)   /* to for on, behind a verb */            \
  X(PEOPLE, people)                 /* plurals without -s */                  \
  X(SHARES, shares)                 /* and but or then */                     \
  X(NEAR_TIMES, near_times)         /* last this next late early */           \
  X(TIME_BEFORE, time_before)       /* on in late early */                    \
  X(TIME_WORDS, time_words)         /* last this earlier late next */         \
  X(PLACES, places)                 /* in at on from near */                  \
  X(PLACES_AT, places_at)           /* in at near outside inside */           \
  X(VENUE_GOES_ON, venue_goes_on)   /* with to on in */                       \
  X(JOINS, joins)                   /* while as before though although but */ \
  X(AGAINST, against)               /* while but */                           \
  X(BEFORE_ING, before_ing)         /* while before after by */               \
  X(SETTINGS, settings)             /* of to in at during when as ... */      \
  X(TITLE_SMALL, title_small)       /* small words of a title */              \
  X(NAMES_TOO, names_too)           /* | Per Roe; other words otherwise */    \
  X(TITLE_ENDS, title_ends)         /* Chief Executive | Ann Roe */           \
  X(SINGLE_SUBJECTS, single_subjects) /* | Another | said so */               \
  X(PARTIES, parties)               /* Sen. Roe, | D|-Ill. */                 \
  X(REGIONS, regions)               /* Roe of Norby, | Ohio |, said */        \
  /* by how they end: see gloss_lexicon_ending */                             \
  X(ENDS_PAST, ends_past)           /* -ed */                                 \
  X(ENDS_REGULAR, ends_regular)     /* -ed, but not -eed nor ed alone */      \
  X(ENDS_ING, ends_ing)                                                       \
  X(ENDS_SELF, ends_self)           /* himself */                             \
  X(ENDS_S, ends_s)                                                           \
  X(ENDS_PLURAL, ends_plural)       /* -s, but not -ss */                     \
  X(ENDS_LONG_PLURAL, ends_long_plural) /* the same, and not s alone */       \
  X(ENDS_VERB, ends_verb)           /* -d -s, but not -sd -ss */              \
  X(ENDS_FINITE, ends_finite)       /* of a finite verb behind its subject */ \
  X(ENDS_PLACED, ends_placed)       /* the Norby, Ohio|-based firm */         \
  /* of the step roles */                                                     \
  X(OFFICE_PERSONS, office_persons) /* compounds with them, too */            \
  X(OFFICE_ROLES, office_roles)     /* ROLES, and compounds with them */      \
  X(OFFICE_BODIES, office_bodies) X(OFFICE_PAST, office_past)                 \
  X(OFFICE_COMING, office_coming) X(OFFICE_OF, office_of)                     \
  X(OFFICE_LED, office_led) X(OFFICE_LEADING, office_leading)                 \
  X(OFFICE_BECOMING, office_becoming)                                         \
  X(OFFICE_BARE, office_bare)       /* of these, before a role alone */       \
  X(OFFICE_NAMED, office_named) X(OFFICE_NAMING, office_naming)               \
  X(OFFICE_THINGS, office_things) X(OFFICE_JOINS, office_joins)               \
  X(OFFICE_WAS, office_was)                                                   \
  X(OFFICE_SERVING, office_serving) /* serves | as envoy */                   \
  X(OFFICE_LEAVING, office_leaving) /* resigned | as envoy */                 \
  X(OFFICE_TAILS, office_tails)     /* Attorney | General */                  \
  X(OFFICE_FIELDS, office_fields)   /* Finance | director: of the role */     \
  X(OFFICE_RANKS, office_ranks)     /* senior; the same, and of no name */    \
  X(OFFICE_DEGREES, office_degrees) /* dr dr. doctor */

typedef enum gloss_word_set {
#define GLOSS_WORD_SET(NAME, name) GLOSS_SET_##NAME,
  GLOSS_WORD_SETS(GLOSS_WORD_SET)
#undef GLOSS_WORD_SET
  GLOSS_SET_COUNT
} gloss_word_set;

typedef struct gloss_word_bits {
  uint64_t of[2];
} gloss_word_bits;
_Static_assert(GLOSS_SET_COUNT <= 128, "more sets than bits");

static inline bool gloss_set_has(const gloss_word_bits *bits,
                                 gloss_word_set set) {
  return (bits->of[set / 64] >> (set % 64) & 1) != 0;
}

/* ---- Numbers ------------------------------------------------------------- */

/* What rules reckon with, each with its name in the tables
** (quotes/numbers.lua). */
#define GLOSS_LEXICON_NUMBERS(X)                                              \
  /* how sure a speaker is by the way in which they are found */              \
  X(NOBODY, nobody) X(PHRASE, phrase) X(PRONOUN, pronoun)                     \
  X(INVERTED, inverted) X(APPOSITION, apposition) X(RELATIVE, relative)       \
  X(SHARED, shared) X(SOURCE, source) X(AGENT, agent) X(SIGNED, signed)       \
  X(GUESS, guess)                                                             \
  X(NO_CUE, no_cue)     /* times this, where no cue names the speaker */      \
  X(RESOLVED, resolved) /* where a pronoun stands for a person */             \
  X(GUESSED, guessed)   /* where it may stand for something else */           \
  /* how far rules look */                                                    \
  X(PRONOUN_UNITS, pronoun_units) /* units that a pronoun reaches back */     \
  X(PRONOUN_CHAIN, pronoun_chain) /* where it stands in those between */      \
  X(TURN_UNITS, turn_units)       /* units that a turn may be away */         \
  X(NAME_WORDS, name_words)       /* of a name, behind its first */           \
  X(WHO_WORDS, who_words)         /* of what "who" stands behind */           \
  X(TOLD_WORDS, told_words)       /* of an apposition that tells who is who */ \
  X(COMMON_WORDS, common_words)   /* of a person without a name */            \
  X(LABEL_WORDS, label_words)     /* of a name before a colon */              \
  X(LABELLED_WORDS, labelled_words) /* of a heading with one */               \
  X(PHRASE_WORDS, phrase_words)       /* of a noun phrase */                  \
  X(FRONTED_WORDS, fronted_words)     /* before the comma and a subject */    \
  X(INSERTION_WORDS, insertion_words) /* of an apposition before a verb */    \
  X(TAIL_WORDS, tail_words)           /* between a verb and its particle */   \
  X(SHARED_WORDS, shared_words)       /* of a clause before "and said" */     \
  X(REDUCED_WORDS, reduced_words)     /* of "briefed on the talks" */         \
  X(HEARD_WORDS, heard_words)         /* of who is addressed */               \
  X(APPOSITION_WORDS, apposition_words) /* of what is said of them */         \
  X(VENUE_WORDS, venue_words)         /* of "in an interview with ..." */     \
  X(COMMENT_WORDS, comment_words)     /* of ", a bold claim that" */          \
  X(CLAUSE_WORDS, clause_words)       /* in which a clause has its verb */    \
  X(SOURCE_WORDS, source_words)       /* between a source and its comma */    \
  X(AGENT_WORDS, agent_words)         /* between a passive and its "by" */    \
  X(QUOTE_WORDS, quote_words)         /* between "Roe said" and a quotation */ \
  X(ATTRIBUTION_WORDS, attribution_words) /* of "the minister Ann Roe said" */ \
  X(DATELINE_WORDS, dateline_words)   /* of "OSLO, 2 May (Agency) -" */       \
  X(HEADING_WORDS, heading_words)     /* of a heading */                      \
  X(SHORT_HEADING, short_heading)     /* of a line that is one for sure */    \
  X(HEADING_CAPITALS, heading_capitals) /* the part of its words with one */  \
  X(SCARE_WORDS, scare_words)         /* of words at arm's length */          \
  X(TITLE_WORDS, title_words)         /* of a title */                        \
  X(NICKNAME_WORDS, nickname_words)   /* of a nickname */                     \
  X(KNOWN_WORDS, known_words)         /* between "known" and "as" */          \
  X(ANNOUNCED_WORDS, announced_words) /* between "a call for" and marks */    \
  /* the same, of the step roles */                                           \
  X(OFFICE_WORDS, office_words)   /* of a role */                             \
  X(OFFICE_OF_WORDS, office_of_words) /* of what it is of */                  \
  X(OFFICE_BEFORE, office_before) /* between a role and the name behind it */ \
  X(OFFICE_BEHIND, office_behind) /* between a name and the role behind it */ \
  X(OFFICES, offices)             /* roles of one phrase */

typedef enum gloss_lexicon_number {
#define GLOSS_LEXICON_NUMBER(NAME, name) GLOSS_NUMBER_##NAME,
  GLOSS_LEXICON_NUMBERS(GLOSS_LEXICON_NUMBER)
#undef GLOSS_LEXICON_NUMBER
  GLOSS_NUMBER_COUNT
} gloss_lexicon_number;
_Static_assert(GLOSS_NUMBER_COUNT <= 64, "more numbers than bits");

/* ---- What verbs and nouns report ----------------------------------------- */

enum { /* frames of a sense: what it reports, see quotes/en.lua */
  GLOSS_FRAME_QUOTE = 1,
  GLOSS_FRAME_CLAUSE = 2,
  GLOSS_FRAME_THAT = 4,
  GLOSS_FRAME_OBJECT = 8,
  GLOSS_FRAME_TO = 16,
  GLOSS_FRAME_ANY = 32,
  GLOSS_FRAME_PASSIVE = 64,
  GLOSS_FRAME_HEARD = 128
};

/* Classes of cues by number; their names: gloss_lexicon_class. */
enum { GLOSS_CLASS_SAID, GLOSS_CLASS_DENIED };

/* What a verb with its particles, or a noun, reports. */
typedef struct gloss_sense {
  uint16_t class_number;
  uint8_t frames;
  uint8_t particle_count;
  const uint32_t *particles; /* lexemes: gloss_lexeme.number */
  uint32_t follows; /* of a noun: gloss_lexeme.follows of words behind it */
} gloss_sense;

enum { /* flags of a form */
  GLOSS_FORM_FINITE = 1,     /* it can stand behind a subject alone */
  GLOSS_FORM_PAST = 2,
  GLOSS_FORM_PARTICIPLE = 4, /* it can stand behind "have" or "be" */
  GLOSS_FORM_BASE = 8,
  GLOSS_FORM_ING = 16,
  GLOSS_FORM_NOUN = 32       /* it is a noun as often */
};

/* One form of a verb. */
typedef struct gloss_verb_form {
  const gloss_sense *senses; /* those with most particles first */
  uint16_t sense_count;
  uint16_t alone;            /* from here on: those without particles */
  uint8_t flags;
  bool quotes;               /* does any sense report a quotation? */
  const gloss_sense *quoting; /* the first of those without particles that
                                 reports a quotation, or NULL */
} gloss_verb_form;

/* A phrase of fixed words: "according to" names a source, "so far" is an
** adverb. */
typedef struct gloss_fixed_phrase {
  uint8_t before; /* how many of its words stand before the one asked for */
  uint8_t word_count;
  const uint32_t *words; /* lexemes */
} gloss_fixed_phrase;

/* Phrases by their longest word. */
typedef struct gloss_fixed_phrases {
  const gloss_fixed_phrase *at; /* from 0 */
  uint32_t count;
} gloss_fixed_phrases;

/* A noun whose owner is a source: in Roe's | view. */
typedef struct gloss_owned {
  uint16_t class_number;
  uint32_t preposition; /* lexeme */
} gloss_owned;

/* What is known of a word in lower case; all zero of one that is not known. */
typedef struct gloss_lexeme {
  uint32_t number; /* from 1; 0: not known */
  gloss_word_bits sets; /* but for those of endings and compounds */
  const gloss_verb_form *verb;   /* NULL: none; so the others */
  const gloss_sense *noun;       /* it reports: his | claim | that */
  const gloss_owned *owned;
  gloss_fixed_phrases sources;   /* of which it is the longest word */
  gloss_fixed_phrases adverbs;   /* likewise */
  uint32_t follows;  /* its bit, where it may stand behind a noun; or 0 */
  char title;        /* m f: a title that tells so; 0: none */
  char personal;     /* of a pronoun: m f p w n r; 0: none */
  gloss_slice leads; /* "leads": the role "leader"; empty: none */
} gloss_lexeme;

/* Does a sense of the form have that word as its first particle? */
bool gloss_form_goes_with(const gloss_verb_form *form, uint32_t lexeme);

/* ---- The lexicon --------------------------------------------------------- */

typedef enum gloss_lexicon_flag {
  GLOSS_LEXICON_CAPITAL_NOUNS = 1, /* every noun begins with a capital */
  GLOSS_LEXICON_COMMA_OPENERS = 2, /* sagte, dass */
  GLOSS_LEXICON_INVERTED_AUXILIARY = 4, /* a-t-elle dit */
  GLOSS_LEXICON_SMALL_MONTHS = 8,
  GLOSS_LEXICON_SEPARABLE = 16,    /* teilte ... mit */
  GLOSS_LEXICON_SOURCE_COMMA = 32, /* According to Roe, it works */
  GLOSS_LEXICON_COMPOUNDS = 64,    /* Finanz|ministerin */
  GLOSS_LEXICON_HEAD_FIRST = 128,  /* envoyé spécial: roles */
  GLOSS_LEXICON_HAS_ROLES = 256    /* it has the words of the step roles */
} gloss_lexicon_flag;

static inline bool gloss_lexicon_is(const gloss_lexicon *lexicon,
                                    gloss_lexicon_flag flag);

/* What is known of a word in lower case; never NULL. */
const gloss_lexeme *gloss_lexicon_find(const gloss_lexicon *lexicon,
                                       const char *low, size_t len);
/* The sets of a word in lower case, those of endings and compounds, too. */
gloss_word_bits gloss_lexicon_sets(const gloss_lexicon *lexicon,
                                   const char *low, size_t len);
/* "said", not NUL-terminated; lives as long as the lexicon. */
const char *gloss_lexicon_class(const gloss_lexicon *lexicon,
                                unsigned class_number, size_t *len);
/* Is any word in that set? */
bool gloss_lexicon_has(const gloss_lexicon *lexicon, gloss_word_set set);

typedef struct gloss_lexicon_ending {
  gloss_slice bytes;
  uint8_t set;
  bool inside; /* something must stand before it */
  bool not;    /* words with this ending are not in the set */
} gloss_lexicon_ending;

struct gloss_lexicon {
  gloss_arena *arena;
  gloss_intern words; /* lexemes: number - 1 */
  gloss_lexeme *lexemes;
  size_t lexeme_count, lexeme_room;
  gloss_verb_form *verb; /* the last one added */
  gloss_intern classes;
  unsigned flags;
  gloss_word_bits any; /* sets that have words */
  gloss_lexicon_ending *endings;
  size_t ending_count, ending_room;
  double numbers[GLOSS_NUMBER_COUNT];
  uint64_t known_numbers; /* a bit for each that was given */
  gloss_slice adverb_ending; /* -ly; empty: none */
  uint32_t follow_count;
  bool closed;
};

static inline bool gloss_lexicon_is(const gloss_lexicon *lexicon,
                                    gloss_lexicon_flag flag) {
  return (lexicon->flags & flag) != 0;
}

/* How far a rule looks. */
static inline int gloss_lexicon_reach(const gloss_lexicon *lexicon,
                                      gloss_lexicon_number number) {
  return (int)lexicon->numbers[number];
}

#endif

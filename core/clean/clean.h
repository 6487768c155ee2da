/* clean.h - what the files of core/clean share: the phrases and weights of a
** cleaner, and the page that it reads.
**
** A page is the lines of a document that are not blank. What belongs to it
** lives in the cleaner's arena, which is reset for the next document. Memory
** that runs out while a page is read is noted in `failed`, and found by
** gloss_cleaner_read. */
#ifndef GLOSS_CLEAN_CLEAN_H
#define GLOSS_CLEAN_CLEAN_H

#include "base/arena.h"
#include "base/intern.h"
#include "gloss.h"

/* ---- Phrases ---- */

/* Reasons that mean something here; those of phrases follow. 0: none. */
typedef enum gloss_clean_reason {
  GLOSS_FOR_NOTHING,
  GLOSS_FOR_BYLINE,
  GLOSS_FOR_DATELINE,
  GLOSS_FOR_CAPTION,
  GLOSS_FOR_COMMENTS,
  GLOSS_FOR_SHARE,
  GLOSS_FOR_NEWSLETTER,
  GLOSS_FOR_LINKS,
  GLOSS_FOR_NAVIGATION,
  GLOSS_FOR_TEASER,
  GLOSS_FOR_OTHERS
} gloss_clean_reason;
enum { GLOSS_CLEAN_REASONS = 64 }; /* at most */

/* Phrases with a number each: a reason, a month. */
typedef struct gloss_clean_phrases {
  gloss_intern texts;
  uint32_t *numbers;
  size_t room;
} gloss_clean_phrases;
/* The number of a phrase; GLOSS_NOT_INTERNED where it is not there. */
uint32_t gloss_clean_find(const gloss_clean_phrases *list, gloss_slice text);
/* Adds a phrase where it is new; false: no memory. */
bool gloss_clean_add(gloss_clean_phrases *list, gloss_slice text,
                     uint32_t number);
/* The i-th of them. */
gloss_slice gloss_clean_phrase(const gloss_clean_phrases *list, size_t i);

/* A phrase that a line begins with, or says. */
typedef struct gloss_clean_row {
  gloss_slice text;
  uint32_t reason, most; /* words; 0: any number */
  uint32_t next;         /* the next with the same key + 1, or 0 */
} gloss_clean_row;

/* Such phrases by a word of theirs; the empty word has those without one. */
typedef struct gloss_clean_index {
  gloss_intern keys;
  uint32_t *first, *last; /* by key: rows + 1 */
  size_t first_room, last_room;
  gloss_clean_row *rows;
  size_t count, room;
} gloss_clean_index;
/* The key of a word; GLOSS_NOT_INTERNED: no row has it. */
/* The word that a phrase or line begins with, its ending as it may be in a
** line; empty where it has none, and in scripts without spaces. */
gloss_slice gloss_clean_first_word(gloss_slice line);
uint32_t gloss_clean_key(const gloss_clean_index *index, gloss_slice word);

/* What a word of a longer line may mean, as bits. */
enum { GLOSS_ABOUT_INSIDE = 1, GLOSS_ABOUT_TRADE = 2 };

/* ---- Pages ---- */

/* What a line is to its neighbours. */
typedef enum gloss_clean_shape {
  GLOSS_SHAPE_EDGE, /* there is no line */
  GLOSS_SHAPE_BYLINE, GLOSS_SHAPE_DATELINE, GLOSS_SHAPE_CAPTION,
  GLOSS_SHAPE_FURNITURE, GLOSS_SHAPE_SECTION, GLOSS_SHAPE_MARKS,
  GLOSS_SHAPE_CUT,  /* ends with an ellipsis */
  GLOSS_SHAPE_S1, GLOSS_SHAPE_S2, GLOSS_SHAPE_S3, GLOSS_SHAPE_S4,
  GLOSS_SHAPE_TITLED, /* most words have a capital */
  GLOSS_SHAPE_O1, GLOSS_SHAPE_O2, GLOSS_SHAPE_O3, GLOSS_SHAPE_O4,
  GLOSS_SHAPES
} gloss_clean_shape;

typedef struct gloss_clean_line {
  const gloss_line_form *form;
  gloss_slice text;
  gloss_slice lower; /* small letters, white space as one space; bytes NULL:
                        nobody asked yet */
  uint32_t words;    /* where words have no spaces, two characters are one */
  uint32_t reason;   /* why it is furniture by its words, or 0 */
  uint32_t rule;     /* that masks it (masks.c), and the reason */
  uint32_t mask;
  uint32_t topic;    /* words of the page's title */
  uint32_t below;    /* lines below the last headline; 0: there is none */
  uint32_t list, free; /* lines of the run it is in, see around.c */
  uint8_t shape;
  bool stop;     /* it ends as a sentence does */
  bool cut;      /* it ends with an ellipsis */
  bool learned;  /* its reason was in a table of lines */
  bool section;  /* it is the name of a section */
  bool ends;     /* the article is over behind it */
  bool bio;      /* it is about the author */
  bool prose;    /* a sentence that nothing speaks against */
  bool headline; /* it repeats the page's title */
  bool twin, near, echo; /* another line says the same; close by; a caption */
  bool kin;      /* it begins as one of the two lines above does */
  bool body;     /* it is in the text */
  bool thread;   /* it is behind the text, and a comment */
  double scores[3]; /* by part: what its signs weigh */
} gloss_clean_line;

typedef struct gloss_clean_page {
  gloss_clean_line *lines;
  size_t count;
  bool weighed;            /* its signs were */
  size_t core, core_count; /* the densest stretch of prose, in lines */
  size_t first, last;      /* of the text; first = count: there is none */
  bool is_page;            /* there is something to take it apart from */
  size_t title;            /* its line, or `count` */
} gloss_clean_page;

/* ---- Cleaners ---- */

/* Signs of which there is one, those that a number tells, and those made of a
** shape or a reason: numbers of them all, see signs.c. */
enum { GLOSS_CLEAN_SIGNS = 512 };

struct gloss_cleaner {
  gloss_clean_phrases lists[GLOSS_CLEAN_LISTS];
  gloss_clean_index starts, inside;
  gloss_intern reasons;
  gloss_clean_phrases words; /* folded, by which longer lines are known */
  gloss_clean_phrases signs; /* their names */
  gloss_clean_phrases learned; /* source, NUL, line */
  double weights[GLOSS_CLEAN_PARTS][GLOSS_CLEAN_SIGNS];
  gloss_arena *kept;         /* texts of rows */
  uint8_t *by_word;          /* bits of the words of a vocabulary */
  size_t by_word_room, asked;
  uint64_t epoch;            /* which vocabulary that is */
  /* From here on, of this document: */
  gloss_arena *arena;
  gloss_intern seen;
  gloss_doc *doc;
  gloss_clean_known known;
  gloss_clean_head head;
  gloss_clean_page page;
  gloss_span *masks;
  size_t mask_count;
  const uint8_t *bits; /* of the words, while lines are read */
  bool failed;
};

/* A reason's number, added where it is new; GLOSS_NOT_INTERNED: no memory, or
** too many. */
uint32_t gloss_clean_reason_number(gloss_cleaner *c, gloss_slice name);
gloss_slice gloss_clean_reason_name(const gloss_cleaner *c, uint32_t reason);

/* Room in the arena of the document; NULL, noted in `failed`: no memory. */
void *gloss_clean_room(gloss_cleaner *c, size_t size);

/* A line in small letters, white space as one space. */
gloss_slice gloss_clean_lower(gloss_cleaner *c, gloss_clean_line *line);
/* Any text so, in the arena; valid UTF-8. */
gloss_slice gloss_clean_lowered(gloss_cleaner *c, gloss_slice text);
/* The same without marks and white space at its ends. */
gloss_slice gloss_clean_plain(gloss_slice lower);

/* ---- phrases.c: what lines say ---- */

/* Why a line is furniture by its words, `plain` the same as `lower`; or 0.
** `inside`: it may say one of the phrases that count anywhere. */
uint32_t gloss_clean_says(gloss_cleaner *c, gloss_slice lower,
                          gloss_slice plain, uint32_t words, bool inside);
/* By its beginning alone; and by what it says anywhere. */
uint32_t gloss_clean_begins(gloss_cleaner *c, gloss_slice lower,
                            uint32_t words);
uint32_t gloss_clean_inside(gloss_cleaner *c, gloss_slice lower,
                            uint32_t words);
/* The phrase by which it is; empty: none. */
gloss_slice gloss_clean_phrase_of(gloss_cleaner *c, gloss_slice lower,
                                  uint32_t words);
/* Is the article over behind it? */
bool gloss_clean_ends(const gloss_cleaner *c, gloss_slice plain,
                      uint32_t words);
/* Is it the name of a paper's section: "Arts & Books"? */
bool gloss_clean_is_section(const gloss_cleaner *c, gloss_slice plain,
                            uint32_t words);
/* Fills the bits of the words that longer lines are known by: c->bits. */
bool gloss_clean_words(gloss_cleaner *c, gloss_doc *doc, gloss_error *err);

/* ---- authors.c: lines about authors ---- */

/* "By Jane Roe", "Jane Roe, Staff Writer", in a line of its own. */
bool gloss_clean_is_byline(const gloss_cleaner *c, gloss_slice text,
                           gloss_slice lower, uint32_t words);
/* "Ida Morrow is a reporter in Sund". */
bool gloss_clean_is_bio(gloss_cleaner *c, gloss_slice text, uint32_t words);
/* Two to four words, each with a capital, and nothing else. */
bool gloss_clean_is_name(gloss_slice text);
/* Who wrote it: "By Jane Roe, staff writer". Empty: it does not say. */
gloss_slice gloss_clean_author(const gloss_cleaner *c, gloss_slice text);

/* ---- dates.c: dates, date lines, places ---- */

/* The first whole date (day, month, year) of a text, and where it is. False:
** there is none, or it is none of the calendar (`found` says which).
** `6/7/2025` is not read: it means two days on two continents. */
typedef struct gloss_clean_date {
  bool found;
  uint32_t year, month, day;
  size_t start, end;
} gloss_clean_date;
bool gloss_clean_read_date(const gloss_cleaner *c, gloss_slice text,
                           gloss_clean_date *date);
/* A date or time stamp and nothing much beside it. */
bool gloss_clean_is_stamp(const gloss_cleaner *c, gloss_slice lower,
                          uint32_t words);
/* The place of a line that has nothing but it and a whole date: "Vardny, 1
** December 2025". Empty: none. */
gloss_slice gloss_clean_stamped_place(const gloss_cleaner *c, gloss_slice text);
/* The place of the date line at the start of a paragraph, "GENEVA, April 2
** (Agency) - ", and where that ends. Empty: none. */
gloss_slice gloss_clean_dateline(const gloss_cleaner *c, gloss_slice text,
                                 size_t *end);

/* ---- lines.c, around.c, signs.c, segment.c, masks.c, title.c ---- */

/* The lines of the document, each with what its words say of it. */
bool gloss_clean_lines(gloss_cleaner *c, gloss_error *err);
/* Is it furniture by its words, and of a kind that stands apart? */
bool gloss_clean_is_furniture(const gloss_clean_line *line);
/* Which of the first lines, up to `most`, repeat the page's title. */
void gloss_clean_headlines(gloss_cleaner *c, size_t most);
/* What the neighbours of each line tell. */
void gloss_clean_around(gloss_cleaner *c);
/* Names the signs; false: no memory. */
bool gloss_clean_name_signs(gloss_cleaner *c);
/* The number of a sign; GLOSS_NOT_INTERNED: there is none. */
uint32_t gloss_clean_sign(const gloss_cleaner *c, gloss_slice name);
/* The numbers of the signs of a gap, in the order opening, closing, line,
** reason. */
enum { GLOSS_GAP_OPENING, GLOSS_GAP_CLOSING, GLOSS_GAP_LINE, GLOSS_GAP_REASON,
       GLOSS_GAP_SIGNS };
/* Weighs the signs of all lines, or tells them. */
void gloss_clean_weigh(gloss_cleaner *c, gloss_clean_tell *tell, void *data);
/* Which lines are the article: the best path through the page. */
void gloss_clean_segment(gloss_cleaner *c);
/* Finds the text of the page, and decides what to mask. */
void gloss_clean_find_text(gloss_cleaner *c);
void gloss_clean_mask(gloss_cleaner *c);
const char *gloss_clean_rule_name(uint32_t rule); /* NULL: of none */
/* Finds title, byline, date and place. */
void gloss_clean_read_head(gloss_cleaner *c);

#endif

/* title.c - the head of an article: title, byline, date, place. */
#include <stdio.h>

#include "clean/bytes.h"
#include "clean/clean.h"

enum {
  ABOVE = 20,          /* the title stands at most so far above the text */
  HEAD_LINES = 6,      /* lines of the head of a text that is no page */
  TITLE_WORDS = 3,     /* at least, but above a byline or date line: */
  STAMPED_WORDS = 2,
  LONGEST_TITLE = 30,
  HEAD_ABOVE = 4,      /* lines of the head above the title */
  HEAD_BELOW = 3       /* and below where the text begins */
};

/* ---- The title ----------------------------------------------------------- */

/* "One sentence. And another": a full stop, white space, a capital. */
static bool goes_on(gloss_slice text) {
  for (size_t at = 0; at < text.len; at++) {
    size_t next = gloss_spaces_end(text, at + 1);
    if (text.bytes[at] == '.' && next > at + 1 && next < text.len &&
        gloss_is_upper(text.bytes[next]))
      return true;
  }
  return false;
}

static bool may_be_title(const gloss_clean_page *page, size_t i) {
  const gloss_clean_line *line = &page->lines[i];
  bool stamped = i + 1 < page->count &&
                 (line[1].reason == GLOSS_FOR_BYLINE ||
                  line[1].reason == GLOSS_FOR_DATELINE);
  if (line->words < (stamped ? STAMPED_WORDS : TITLE_WORDS) ||
      line->words > LONGEST_TITLE || line->reason != 0 || line->section)
    return false;
  return !gloss_is_in(line->text.bytes[line->text.len - 1], ".:;,|") &&
         !goes_on(line->text);
}

/* The first sentence of a text that is no page, if it comes soon. */
static size_t prose_line(const gloss_clean_page *page) {
  for (size_t i = 0; i < HEAD_LINES && i < page->count; i++)
    if (page->lines[i].prose) return i;
  return 0;
}

static double title_score(const gloss_clean_page *page, size_t i,
                          size_t from) {
  const gloss_clean_line *line = &page->lines[i];
  double apart = i < from ? (double)(from - i) : (double)(i - from);
  return (line->words < 9 ? line->words : 9) - apart * 0.7 +
         (line->headline ? 12 : 0);
}

/* The line that is the title: the headline that is also the page's own title,
** or the likeliest line shortly before the text; the count where there is
** none. */
static size_t title_line(const gloss_clean_page *page) {
  size_t from = page->is_page ? page->first : prose_line(page);
  size_t best = page->count;
  double best_score = 0;
  for (size_t i = from > ABOVE ? from - ABOVE : 0;
       i <= from + 1 && i < page->count; i++) {
    double score;
    if (i >= from && i > 0 && !page->lines[i].headline) continue;
    if (!may_be_title(page, i)) continue;
    score = title_score(page, i, from);
    if (best < page->count && score <= best_score) continue;
    best = i;
    best_score = score;
  }
  return best;
}

/* ---- The other lines ----------------------------------------------------- */

static void read_date(gloss_cleaner *c, gloss_slice text) {
  gloss_clean_date date;
  if (c->known.date || c->head.date[0] != '\0' ||
      !gloss_clean_read_date(c, text, &date))
    return;
  snprintf(c->head.date, sizeof c->head.date, "%04u-%02u-%02u",
           (unsigned)(date.year % 10000), (unsigned)(date.month % 100),
           (unsigned)(date.day % 100));
}

static void read_line(gloss_cleaner *c, const gloss_clean_line *line) {
  bool byline = line->reason == GLOSS_FOR_BYLINE;
  bool stamp = line->reason == GLOSS_FOR_DATELINE;
  size_t end = 0;
  gloss_slice text = line->text, place = gloss_clean_dateline(c, text, &end);
  bool dated = place.len > 0;
  if (byline && !c->known.byline && c->head.byline.len == 0)
    c->head.byline = gloss_clean_author(c, text);
  if (line->reason != 0) place.len = 0;
  if (stamp) place = gloss_clean_stamped_place(c, text);
  if (place.len > 0 && !c->known.place && c->head.place.len == 0)
    c->head.place = place;
  if (stamp || byline) read_date(c, text);
  else if (dated) read_date(c, gloss_slice_to(text, end));
}

void gloss_clean_read_head(gloss_cleaner *c) {
  gloss_clean_page *page = &c->page;
  size_t from, first, end;
  page->title = title_line(page);
  if (page->title < page->count && c->known.title.len == 0)
    c->head.title = page->lines[page->title].text;
  from = page->title < page->count ? page->title
         : page->is_page           ? page->first
                                   : 0;
  first = from > HEAD_ABOVE ? from - HEAD_ABOVE : 0;
  end = (page->is_page ? page->first : from) + HEAD_BELOW + 1;
  for (size_t i = first; i < end && i < page->count; i++)
    read_line(c, &page->lines[i]);
}

gloss_clean_head gloss_cleaner_head(const gloss_cleaner *c) { return c->head; }

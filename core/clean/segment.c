/* segment.c - which lines are the article: the best path through a page.
**
** A page is furniture, then text, then furniture; inside the text there may be
** gaps (a teaser, an advertisement). Each line earns what its signs weigh, and
** so does each step into the text and out of it. The best path is found by
** dynamic programming (Viterbi), in one pass over the lines. */
#include <math.h>

#include "clean/clean.h"

enum { BEFORE, TEXT, GAP, AFTER };
static const double LOWEST = -2; /* no line alone says more against the text */

/* From which state the best path comes into each state of a line. */
typedef struct step {
  uint8_t from[AFTER + 1];
} step;

static double larger(double a, double b) { return a > b ? a : b; }

/* Fills the steps; returns the state in which the best path ends. */
static int walk(const gloss_cleaner *c, step *steps) {
  const gloss_clean_page *page = &c->page;
  const double *gap = c->weights[GLOSS_CLEAN_GAP];
  double before = 0, text = -INFINITY, within = -INFINITY, after = -INFINITY;
  for (size_t i = 0; i < page->count; i++) {
    const gloss_clean_line *line = &page->lines[i];
    double best = text, opens = before + line->scores[GLOSS_CLEAN_OPENING];
    double into = text + gap[GLOSS_GAP_OPENING] + gap[GLOSS_GAP_LINE] +
                  (line->reason != 0 ? gap[GLOSS_GAP_REASON] : 0);
    double ended = text + line->scores[GLOSS_CLEAN_CLOSING];
    double stays = within + gap[GLOSS_GAP_LINE];
    uint8_t from = TEXT;
    if (opens > best) {
      best = opens;
      from = BEFORE;
    }
    if (within + gap[GLOSS_GAP_CLOSING] > best) {
      best = within + gap[GLOSS_GAP_CLOSING];
      from = GAP;
    }
    steps[i] = (step){ { BEFORE, from, into > stays ? TEXT : GAP,
                         ended > after ? TEXT : AFTER } };
    text = best + larger(line->scores[GLOSS_CLEAN_TEXT], LOWEST);
    within = larger(into, stays);
    after = larger(ended, after);
  }
  if (after > larger(before, text)) return AFTER;
  return text > before ? TEXT : BEFORE;
}

void gloss_clean_segment(gloss_cleaner *c) {
  gloss_clean_page *page = &c->page;
  step *steps = gloss_clean_room(c, (page->count + 1) * sizeof *steps);
  int state;
  if (steps == NULL) return;
  state = walk(c, steps);
  for (size_t i = page->count; i-- > 0;) {
    page->lines[i].body = state == TEXT;
    state = steps[i].from[state];
  }
}

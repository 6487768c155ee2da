/* masks.c - what to mask of a page, and why; the layer `noise`. */
#include "base/error.h"
#include "clean/bytes.h"
#include "clean/clean.h"

enum {
  /* A document is taken apart where at least so many lines outside its text
  ** call themselves furniture; elsewhere (a list, a poem, a note) only such
  ** lines are masked. */
  PAGE_LINES = 3,
  REACH = 2,       /* lines of furniture that a text goes on behind */
  REACH_WORDS = 4, /* of a line with which it goes on */
  HEADLINE_LINES = 2 /* where headlines of a text that is no page may be */
};

/* Rules, as `rule` of a line has them. */
enum { NO_RULE, WORDS, LEARNED, REPEATED, BEFORE, BEHIND, GAP, RULES };

const char *gloss_clean_rule_name(uint32_t rule) {
  static const char *const names[RULES] = { NULL, "words", "learned",
                                            "repeated", "before the text",
                                            "behind the text",
                                            "gap in the text" };
  return names[rule];
}

/* ---- Is it a page? ------------------------------------------------------- */

/* Can it be one at all? A headline that repeats the page's own title counts as
** two lines that call themselves furniture, and there is none without one. */
static bool may_be_page(const gloss_clean_page *page) {
  uint32_t count = 2;
  for (size_t i = 0; i < page->count; i++)
    count += gloss_clean_is_furniture(&page->lines[i]) +
             page->lines[i].section;
  return count >= PAGE_LINES;
}

static bool is_page(const gloss_clean_page *page) {
  uint32_t count = 0;
  bool titled = false;
  for (size_t i = 0; i < page->count; i++) {
    const gloss_clean_line *line = &page->lines[i];
    bool outside = i < page->first || i > page->last;
    if (line->headline && !titled) {
      count += 2;
      titled = true;
    }
    count += gloss_clean_is_furniture(line) || (outside && line->section);
  }
  return count >= PAGE_LINES;
}

/* ---- Where the text is --------------------------------------------------- */

static void find_extent(gloss_clean_page *page) {
  page->first = page->count;
  page->last = page->count > 0 ? page->count - 1 : 0;
  for (size_t i = 0; i < page->count; i++) {
    if (!page->lines[i].body) continue;
    if (page->first == page->count) page->first = i;
    page->last = i;
  }
}

/* Takes whole sentences into the text that stand right behind it, with nothing
** between but lines that call themselves furniture: a short article is easily
** cut off at an advertisement. */
static void reach(gloss_clean_page *page) {
  uint32_t skipped = 0;
  for (size_t i = page->last + 1; i < page->count; i++) {
    gloss_clean_line *line = &page->lines[i];
    if (line->reason != 0 && !line->section) {
      if (++skipped > REACH) return;
    } else if (line->stop && line->words >= REACH_WORDS && !line->cut &&
               !line->section) {
      line->body = true;
      page->last = i;
      skipped = 0;
    } else {
      return;
    }
  }
}

/* Comments go on over these. */
static bool is_in_thread(uint32_t reason) {
  return reason == GLOSS_FOR_NOTHING || reason == GLOSS_FOR_COMMENTS ||
         reason == GLOSS_FOR_DATELINE || reason == GLOSS_FOR_BYLINE ||
         reason == GLOSS_FOR_SHARE;
}

/* Which lines behind the text are comments: those below their heading, up to
** furniture of another kind. */
static void find_thread(gloss_clean_page *page) {
  bool within = false;
  for (size_t i = page->last + 1; i < page->count; i++) {
    gloss_clean_line *line = &page->lines[i];
    within = line->reason == GLOSS_FOR_COMMENTS ||
             (within && is_in_thread(line->reason) && !line->section);
    line->thread = within;
  }
}

void gloss_clean_find_text(gloss_cleaner *c) {
  gloss_clean_page *page = &c->page;
  page->is_page = false;
  if (!may_be_page(page)) {
    gloss_clean_headlines(c, HEADLINE_LINES);
    return;
  }
  gloss_clean_around(c);
  gloss_clean_weigh(c, NULL, NULL);
  gloss_clean_segment(c);
  if (c->failed) return;
  find_extent(page);
  reach(page);
  find_thread(page);
  page->is_page = is_page(page);
}

/* ---- What is masked ------------------------------------------------------ */

static void mask(gloss_clean_line *line, uint32_t reason, uint32_t rule) {
  line->mask = reason;
  line->rule = rule;
}

/* What its place says, where its words say nothing. */
static void judge_place(const gloss_clean_page *page, size_t i) {
  gloss_clean_line *line = &page->lines[i];
  if (line->echo && !line->stop) {
    mask(line, GLOSS_FOR_CAPTION, REPEATED);
  } else if (i > page->last) {
    mask(line, line->thread ? GLOSS_FOR_COMMENTS : GLOSS_FOR_LINKS, BEHIND);
  } else if (i < page->first) {
    mask(line, GLOSS_FOR_NAVIGATION, BEFORE);
  } else if (!line->body) {
    mask(line, GLOSS_FOR_TEASER, GAP);
  }
}

static void judge(const gloss_clean_page *page, size_t i) {
  gloss_clean_line *line = &page->lines[i];
  bool stamp = line->reason == GLOSS_FOR_DATELINE ||
               line->reason == GLOSS_FOR_BYLINE;
  if (stamp && page->is_page && line->thread) /* of a comment */
    mask(line, GLOSS_FOR_COMMENTS, BEHIND);
  else if (line->reason != 0)
    mask(line, line->reason, line->learned ? LEARNED : WORDS);
  else if (page->is_page)
    judge_place(page, i);
}

void gloss_clean_mask(gloss_cleaner *c) {
  gloss_clean_page *page = &c->page;
  c->mask_count = 0;
  c->masks = gloss_clean_room(c, (page->count + 1) * sizeof *c->masks);
  for (size_t i = 0; c->masks != NULL && i < page->count; i++) {
    if (i != page->title) judge(page, i);
    if (page->lines[i].rule != NO_RULE)
      c->masks[c->mask_count++] = page->lines[i].form->span;
  }
}

/* ---- The layer ----------------------------------------------------------- */

static bool put(gloss_layer *layer, int column, gloss_slice s,
                gloss_error *err) {
  gloss_value value = { .kind = GLOSS_STRING };
  value.as.string.bytes = s.bytes;
  value.as.string.len = s.len;
  return gloss_layer_set(layer, column, value, err);
}

static bool add_row(const gloss_cleaner *c, gloss_layer *layer,
                    const gloss_clean_line *line, gloss_error *err) {
  const char *rule = gloss_clean_rule_name(line->rule);
  return gloss_layer_add(layer, line->form->span, err) &&
         put(layer, 0, gloss_clean_reason_name(c, line->mask), err) &&
         put(layer, 1, gloss_slice_of(rule, strlen(rule)), err);
}

bool gloss_cleaner_add(gloss_cleaner *c, bool rows, gloss_error *err) {
  gloss_layer *layer;
  if (c->doc == NULL)
    return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "no document was read");
  layer = gloss_layer_open(c->doc, "noise", 5, err);
  if (layer == NULL || gloss_layer_column(layer, "reason", 6, err) != 0 ||
      gloss_layer_column(layer, "rule", 4, err) != 1)
    return false;
  for (size_t i = 0; rows && i < c->page.count; i++)
    if (c->page.lines[i].rule != NO_RULE &&
        !add_row(c, layer, &c->page.lines[i], err))
      return false;
  return gloss_layer_seal(layer, err);
}

const gloss_span *gloss_cleaner_masks(const gloss_cleaner *c, size_t *count) {
  *count = c->mask_count;
  return c->masks;
}

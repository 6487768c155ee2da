/* around.c - what the neighbours of a line tell: its shape beside theirs, the
** headline above, lists, lines that the page has twice, the densest stretch of
** prose. */
#include <string.h>

#include "clean/bytes.h"
#include "clean/clean.h"

enum {
  NEAR = 12,           /* copies of a line so close together are twins */
  ECHO = 2,            /* and so close, the caption of a picture shown twice */
  ECHO_WORDS = 4,
  HEADLINE_WORDS = 30,
  TOPIC_LENGTH = 5     /* bytes of a word that tells the topic */
};

bool gloss_clean_is_furniture(const gloss_clean_line *line) {
  switch (line->reason) {
    case GLOSS_FOR_NOTHING:
    case GLOSS_FOR_BYLINE: /* these three stand beside the text, too */
    case GLOSS_FOR_DATELINE:
    case GLOSS_FOR_CAPTION:
      return false;
    default:
      return true;
  }
}

/* ---- Headlines ----------------------------------------------------------- */

/* The next run of letters and digits at or after `*at`, which moves behind it;
** false: there is none. */
static bool next_word(gloss_slice s, size_t *at, gloss_slice *word) {
  size_t start = *at;
  while (start < s.len && !gloss_is_alnum(s.bytes[start]) &&
         !gloss_is_high(s.bytes[start]))
    start++;
  *at = start;
  while (*at < s.len &&
         (gloss_is_alnum(s.bytes[*at]) || gloss_is_high(s.bytes[*at])))
    (*at)++;
  *word = gloss_slice_of(s.bytes + start, *at - start);
  return *at > start;
}

/* The words of the page's title, which is known or comes first: c->seen. */
static void read_title(gloss_cleaner *c) {
  gloss_slice title = c->known.title, word;
  gloss_intern_clear(&c->seen);
  title = title.len > 0 ? gloss_clean_lowered(c, title)
                        : gloss_clean_lower(c, &c->page.lines[0]);
  for (size_t at = 0; next_word(title, &at, &word);)
    if (gloss_intern_add(&c->seen, word.bytes, word.len) ==
        GLOSS_NOT_INTERNED)
      c->failed = true;
}

/* How many words of a line tell the title's topic; is it the headline? */
static void compare(gloss_cleaner *c, size_t i) {
  gloss_clean_line *line = &c->page.lines[i];
  gloss_slice lower = gloss_clean_lower(c, line), word;
  uint32_t same = 0, all = 0;
  line->topic = 0;
  for (size_t at = 0; next_word(lower, &at, &word); all++) {
    if (gloss_intern_find(&c->seen, word.bytes, word.len) ==
        GLOSS_NOT_INTERNED)
      continue;
    same++;
    line->topic += word.len >= TOPIC_LENGTH;
  }
  /* three quarters of its words are in the title */
  line->headline = (i > 0 || c->known.title.len > 0) && line->words >= 3 &&
                   all >= 3 && same * 4 >= all * 3 && line->reason == 0;
}

void gloss_clean_headlines(gloss_cleaner *c, size_t most) {
  gloss_clean_page *page = &c->page;
  if (page->count == 0) return;
  read_title(c);
  for (size_t i = 0; i < most && i < page->count; i++)
    if (page->lines[i].words <= HEADLINE_WORDS) compare(c, i);
}

/* Lines below the last headline, up to the first prose. */
static void measure_headlines(gloss_clean_page *page) {
  size_t above = page->count;
  for (size_t i = 0; i < page->count; i++) {
    gloss_clean_line *line = &page->lines[i];
    if (line->prose) above = page->count;
    line->below = above < page->count ? (uint32_t)(i - above) : 0;
    if (line->headline) above = i;
  }
}

/* ---- Twins, kin, runs ---------------------------------------------------- */

static void join_twins(gloss_clean_line *a, gloss_clean_line *b) {
  size_t apart = (size_t)(b - a);
  a->twin = b->twin = true;
  if (apart <= NEAR) a->near = b->near = true;
  if (apart <= ECHO && b->words >= ECHO_WORDS) a->echo = b->echo = true;
}

/* Lines that say the same. */
static void find_twins(gloss_cleaner *c) {
  gloss_clean_page *page = &c->page;
  size_t *last = gloss_clean_room(c, (page->count + 1) * sizeof *last);
  gloss_intern_clear(&c->seen);
  for (size_t i = 0; last != NULL && i < page->count; i++) {
    gloss_clean_line *line = &page->lines[i];
    size_t before = c->seen.count;
    gloss_slice plain;
    uint32_t key;
    if (line->words == 0) continue;
    plain = gloss_clean_plain(gloss_clean_lower(c, line));
    key = gloss_intern_add(&c->seen, plain.bytes, plain.len);
    if (key == GLOSS_NOT_INTERNED) {
      c->failed = true;
      return;
    }
    if (key < before) join_twins(&page->lines[last[key]], line);
    last[key] = i;
  }
}

/* The form of a line's beginning, where that is no plain word: "9.", "Q:". */
typedef struct beginning {
  char bytes[12];
  size_t len; /* 0: it is one */
} beginning;

static beginning begin_of(const gloss_clean_line *line) {
  beginning form = { { 0 }, 0 };
  size_t end = 0;
  bool odd = false;
  while (end < line->text.len && !gloss_is_space(line->text.bytes[end])) end++;
  if (line->reason != 0 || end > sizeof form.bytes) return form;
  for (size_t i = 0; i < end; i++) {
    char byte = line->text.bytes[i];
    bool digit = gloss_is_digit(byte);
    odd = odd || digit || gloss_is_punct(byte);
    if (digit && i > 0 && gloss_is_digit(line->text.bytes[i - 1])) continue;
    form.bytes[form.len++] = digit ? '9' : byte;
  }
  if (!odd) form.len = 0;
  return form;
}

static bool is_same(const beginning *a, const beginning *b) {
  return a->len > 0 && a->len == b->len &&
         memcmp(a->bytes, b->bytes, a->len) == 0;
}

/* Lines that begin as one of the two above them does. */
static void find_kin(gloss_clean_page *page) {
  beginning forms[3] = { { { 0 }, 0 }, { { 0 }, 0 }, { { 0 }, 0 } };
  for (size_t i = 0; i < page->count; i++) {
    beginning *own = &forms[i % 3];
    *own = begin_of(&page->lines[i]);
    for (size_t k = 1; k <= 2 && k <= i; k++)
      if (is_same(own, &forms[(i - k) % 3]))
        page->lines[i].kin = page->lines[i - k].kin = true;
  }
}

enum { LISTED_WORDS = 12 };

static bool is_listed(const gloss_clean_line *line) {
  return !line->stop && line->words < LISTED_WORDS;
}

static bool is_free(const gloss_clean_line *line) {
  return !line->section && !gloss_clean_is_furniture(line);
}

/* Sets the length of the run of lines like it that each line is in; `at` is
** where the number is in a line. */
static void measure_runs(gloss_clean_page *page,
                         bool (*is)(const gloss_clean_line *), bool list) {
  for (size_t i = 0, end; i < page->count; i = end + 1) {
    for (end = i; end < page->count && is(&page->lines[end]);) end++;
    for (size_t k = i; k < end; k++) {
      if (list) page->lines[k].list = (uint32_t)(end - i);
      else page->lines[k].free = (uint32_t)(end - i);
    }
  }
}

/* ---- The densest stretch ------------------------------------------------- */

/* What a line earns where the stretch of most prose is looked for: its words,
** if it is a sentence, and less than nothing if it is not. */
enum { EARNS = 30, COSTS = 4, APART = 12 };

static int64_t worth(const gloss_clean_line *line) {
  if (line->prose) return line->words < EARNS ? line->words : EARNS;
  if (gloss_clean_is_furniture(line)) return -APART;
  return line->stop ? 0 : -COSTS;
}

/* The stretch of lines that is worth most (Kadane's algorithm). */
static void find_core(gloss_clean_page *page) {
  int64_t best = 0, sum = 0;
  size_t from = 0;
  page->core = page->core_count = 0;
  for (size_t i = 0; i < page->count; i++) {
    if (sum <= 0) {
      sum = 0;
      from = i;
    }
    sum += worth(&page->lines[i]);
    if (sum > best) {
      best = sum;
      page->core = from;
      page->core_count = i + 1 - from;
    }
  }
}

/* ---- Shapes -------------------------------------------------------------- */

enum { TITLED_LEAST = 3, TITLED_MOST = 20 };
static const double TITLED = 0.66; /* of the words have a capital */

static gloss_clean_shape shape_of(const gloss_clean_line *line) {
  const gloss_line_form *form = line->form;
  uint32_t words = line->words, cased = form->capitals + form->small;
  switch (line->reason) {
    case GLOSS_FOR_NOTHING: break;
    case GLOSS_FOR_BYLINE: return GLOSS_SHAPE_BYLINE;
    case GLOSS_FOR_DATELINE: return GLOSS_SHAPE_DATELINE;
    case GLOSS_FOR_CAPTION: return GLOSS_SHAPE_CAPTION;
    default: return GLOSS_SHAPE_FURNITURE;
  }
  if (line->section) return GLOSS_SHAPE_SECTION;
  if (words == 0) return GLOSS_SHAPE_MARKS;
  if (line->cut) return GLOSS_SHAPE_CUT;
  if (line->stop)
    return words < 4    ? GLOSS_SHAPE_S1
           : words < 9  ? GLOSS_SHAPE_S2
           : words < 20 ? GLOSS_SHAPE_S3
                        : GLOSS_SHAPE_S4;
  if (words >= TITLED_LEAST && words < TITLED_MOST &&
      form->capitals > TITLED * cased)
    return GLOSS_SHAPE_TITLED;
  return words < 3    ? GLOSS_SHAPE_O1
         : words < 5  ? GLOSS_SHAPE_O2
         : words < 12 ? GLOSS_SHAPE_O3
                      : GLOSS_SHAPE_O4;
}

void gloss_clean_around(gloss_cleaner *c) {
  gloss_clean_page *page = &c->page;
  for (size_t i = 0; i < page->count; i++)
    page->lines[i].shape = (uint8_t)shape_of(&page->lines[i]);
  gloss_clean_headlines(c, page->count);
  measure_headlines(page);
  find_twins(c);
  find_kin(page);
  find_core(page);
  measure_runs(page, is_listed, true);
  measure_runs(page, is_free, false);
}

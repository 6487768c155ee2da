/* signs.c - what speaks for a line being in the text or outside of it, and
** what each of these signs weighs.
**
** A sign has a number: those of which there is one, then those that a number
** tells (one for each limit that it reaches), then those made of a shape and a
** place, then those made of a reason. */
#include "clean/signs.h"

#include <stdio.h>

#include "clean/bytes.h"

/* ---- Names --------------------------------------------------------------- */

static const char *const names[GLOSS_SIGNS] = {
  [STOP_SHORT] = "stop_short", [STOP_MIDDLE] = "stop_middle",
  [STOP_LONG] = "stop_long", [OPEN_SHORT] = "open_short",
  [OPEN_MIDDLE] = "open_middle", [OPEN_LONG] = "open_long",
  [CASELESS] = "caseless", [CAPITALS_0] = "capitals0",
  [CAPITALS_1] = "capitals1", [CAPITALS_2] = "capitals2",
  [CAPITALS_3] = "capitals3", [CAPITALS_4] = "capitals4",
  [SHOUTED] = "shouted", [SEVERAL] = "several", [MANY] = "many",
  [COMMAS] = "commas", [COMMAS_LONG] = "commas_long", [SIGNS] = "signs",
  [SIGNS_MANY] = "signs_many", [LINK] = "link", [LINK_ALONE] = "link_alone",
  [NUMBERS] = "numbers", [NUMBERS_ALONE] = "numbers_alone",
  [HEAD_SMALL] = "head_small", [HEAD_DIGIT] = "head_digit",
  [HEAD_QUOTE] = "head_quote", [HEAD_MARK] = "head_mark", [COLON] = "colon",
  [COMMA] = "comma", [BIO] = "bio", [CORE_NONE] = "core_none",
  [CORE_IN] = "core_in", [CORE_NEXT] = "core_next",
  [CORE_BEFORE] = "core_before", [CORE_BEHIND] = "core_behind",
  [CORE_AFTER] = "core_after", [CORE_0] = "core_0", [CORE_EARLY] = "core_early",
  [CORE_LATE] = "core_late", [TWIN_NEAR] = "twin_near",
  [TWIN_FAR] = "twin_far", [KIN] = "kin", [HEADLINE] = "headline",
  [TOPIC_NEAR] = "topic_near", [BELOW_COLON] = "below_colon",
  [ALWAYS] = "always", [PROSE_BEFORE] = "prose_above",
  [STAMP_ABOVE] = "stamp_above", [HEADLINE_ABOVE] = "headline_above",
  [PLACE] = "place", [ENDS] = "ends"
};

static const gloss_clean_steps scales[GLOSS_SCALES] = {
  [WORDS] = { "words", 9, { 1, 2, 4, 6, 8, 12, 20, 40, 80 } },
  [PROSE_ABOVE] = { "prose_above", 3, { 1, 2, 4 } },
  [PROSE_BELOW] = { "prose_below", 3, { 1, 2, 4 } },
  [FURNITURE_NEAR] = { "furniture_near", 2, { 1, 3 } },
  [STAMPS_NEAR] = { "stamps_near", 2, { 2, 4 } },
  [TITLES_NEAR] = { "titles_near", 2, { 2, 4 } },
  [FREE] = { "free", 3, { 8, 16, 32 } },
  [LIST] = { "list", 5, { 1, 2, 4, 10, 20 } },
  [TOPIC] = { "topic", 2, { 1, 3 } },
  [SHARE_ABOVE] = { "share_above", 6, { 1, 5, 20, 80, 95, 100 } },
  [FURNITURE_ABOVE] = { "furniture_above", 2, { 1, 3 } },
  [PROSE_AHEAD] = { "prose_ahead", 3, { 1, 2, 4 } },
  [WORDS_AHEAD] = { "words_ahead", 4, { 1, 30, 100, 300 } },
  [FURNITURE_AHEAD] = { "furniture_ahead", 3, { 1, 2, 4 } },
  [PROSE_FAR] = { "prose_far", 2, { 1, 3 } },
  [TITLES_AHEAD] = { "titles_ahead", 2, { 2, 4 } },
  [STAMPS_AHEAD] = { "stamps_ahead", 2, { 1, 3 } }
};

static const char *const places[GLOSS_PLACES] = { "is_", "above_", "below_",
                                                  "above2_", "below2_" };
static const char *const shapes[GLOSS_SHAPES] = {
  "edge", "byline", "dateline", "caption", "furniture", "section", "marks",
  "cut", "s1", "s2", "s3", "s4", "titled", "o1", "o2", "o3", "o4"
};

/* Writes the name of a sign that is not one of a reason; its length, 0: no
** sign has the number. */
static size_t write_name(uint32_t sign, char *out, size_t room) {
  int len = 0;
  if (sign < GLOSS_SIGNS) {
    len = snprintf(out, room, "%s", names[sign]);
  } else if (sign < GLOSS_FIRST_SHAPE) {
    uint32_t place = sign - GLOSS_SIGNS;
    const gloss_clean_steps *s = &scales[place / GLOSS_STEPS];
    if (place % GLOSS_STEPS < s->count)
      len = snprintf(out, room, "%s%u", s->name,
                     (unsigned)s->limits[place % GLOSS_STEPS]);
  } else if (sign < GLOSS_FIRST_REASON) {
    uint32_t place = sign - GLOSS_FIRST_SHAPE;
    len = snprintf(out, room, "%s%s", places[place / GLOSS_SHAPES],
                   shapes[place % GLOSS_SHAPES]);
  }
  return len > 0 ? (size_t)len : 0;
}

bool gloss_clean_name_signs(gloss_cleaner *c) {
  for (uint32_t sign = 0; sign < GLOSS_FIRST_REASON; sign++) {
    char name[64];
    size_t len = write_name(sign, name, sizeof name);
    if (len > 0 &&
        !gloss_clean_add(&c->signs, gloss_slice_of(name, len), sign))
      return false;
  }
  return true;
}

static const char says[] = "says_";

uint32_t gloss_clean_sign(const gloss_cleaner *c, gloss_slice name) {
  gloss_slice start = gloss_slice_of(says, sizeof says - 1);
  uint32_t reason;
  if (!gloss_starts_with(name, start)) return gloss_clean_find(&c->signs, name);
  name = gloss_slice_from(name, start.len);
  reason = gloss_intern_find(&c->reasons, name.bytes, name.len);
  return reason < GLOSS_CLEAN_REASONS ? GLOSS_FIRST_REASON + reason
                                      : GLOSS_NOT_INTERNED;
}

/* ---- Telling ------------------------------------------------------------- */

/* What is being weighed: a line, and what is known of all. */
typedef struct scale {
  gloss_cleaner *c;
  gloss_clean_page *page;
  size_t i;
  gloss_clean_line *line;
  const uint32_t *sums[GLOSS_SUMS]; /* of the lines before each */
  gloss_clean_tell *tell;
  void *data;
} scale;

static void tell_name(const scale *s, gloss_clean_part part, uint32_t sign) {
  char name[128];
  size_t len = write_name(sign, name, sizeof name);
  if (len == 0) {
    gloss_slice reason =
        gloss_clean_reason_name(s->c, sign - GLOSS_FIRST_REASON);
    snprintf(name, sizeof name, "%s%.*s", says, (int)reason.len, reason.bytes);
  }
  s->tell(s->data, part, s->i, name, s->c->weights[part][sign]);
}

static inline void tell(const scale *s, gloss_clean_part part, uint32_t sign) {
  s->line->scores[part] += s->c->weights[part][sign];
  if (s->tell != NULL) tell_name(s, part, sign);
}

static void tell_if(const scale *s, gloss_clean_part part, bool is,
                    uint32_t sign) {
  if (is) tell(s, part, sign);
}

/* A sign for each limit that a number reaches. */
static void tell_steps(const scale *s, gloss_clean_part part,
                       gloss_clean_scale which, uint32_t number) {
  const gloss_clean_steps *steps = &scales[which];
  for (uint32_t k = 0; k < steps->count && number >= steps->limits[k]; k++)
    tell(s, part, GLOSS_SIGNS + (uint32_t)which * GLOSS_STEPS + k);
}

/* The shape of the line so many lines below it, or above. */
static void tell_shape(const scale *s, gloss_clean_part part,
                       gloss_clean_place place, long below) {
  long at = (long)s->i + below;
  uint32_t shape = at >= 0 && at < (long)s->page->count
                       ? s->page->lines[at].shape
                       : GLOSS_SHAPE_EDGE;
  tell(s, part, GLOSS_FIRST_SHAPE + (uint32_t)place * GLOSS_SHAPES + shape);
}

/* The sum of the lines from `first` to `last` below the line. */
static uint32_t window(const scale *s, gloss_clean_sum sum, long first,
                       long last) {
  long count = (long)s->page->count;
  first += (long)s->i;
  last += (long)s->i + 1;
  if (first < 0) first = 0;
  if (last > count) last = count;
  return last > first ? s->sums[sum][last] - s->sums[sum][first] : 0;
}

/* ---- The line itself ----------------------------------------------------- */

/* What a line may begin with; a capital or a letter without case says
** nothing. */
static void tell_head(const scale *s, uint32_t cp) {
  static const uint32_t quotes[] = { '"', 0x201C, 0x201E, 0xAB, 0x2018, '\'',
                                     0x300C, 0x300E };
  static const uint32_t marks[] = { '-', 0x2013, 0x2014, 0x2022, 0xB7, '*',
                                    '>', 0x2192, 0xBB, '|', '#', '@', '+',
                                    '&', '/', '(', '[', '$', 0x20AC, 0xA3 };
  if (cp < 0x80 && gloss_is_lower((char)cp))
    tell(s, GLOSS_CLEAN_TEXT, HEAD_SMALL);
  if (cp < 0x80 && gloss_is_digit((char)cp))
    tell(s, GLOSS_CLEAN_TEXT, HEAD_DIGIT);
  for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
    tell_if(s, GLOSS_CLEAN_TEXT, quotes[i] == cp, HEAD_QUOTE);
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    tell_if(s, GLOSS_CLEAN_TEXT, marks[i] == cp, HEAD_MARK);
}

static void tell_case(const scale *s) {
  const gloss_line_form *form = s->line->form;
  uint32_t words = s->line->words, cased = form->capitals + form->small;
  if (cased == 0) {
    tell_if(s, GLOSS_CLEAN_TEXT, words > 0, CASELESS);
    return;
  }
  if (words >= 3) {
    double share = (double)form->capitals / cased;
    tell(s, GLOSS_CLEAN_TEXT,
         share > 0.9    ? CAPITALS_4
         : share > 0.6  ? CAPITALS_3
         : share > 0.3  ? CAPITALS_2
         : share > 0.12 ? CAPITALS_1
                        : CAPITALS_0);
  }
  tell_if(s, GLOSS_CLEAN_TEXT, form->small == 0 && form->shouted * 2 > words,
          SHOUTED);
}

static void tell_reason(const scale *s, gloss_clean_part part) {
  tell_if(s, part, gloss_clean_is_furniture(s->line),
          GLOSS_FIRST_REASON + s->line->reason);
}

static void own_signs(const scale *s) {
  const gloss_clean_part text = GLOSS_CLEAN_TEXT;
  const gloss_clean_line *line = s->line;
  const gloss_line_form *form = line->form;
  uint32_t words = line->words, length = words < 5 ? 0 : words < 12 ? 1 : 2;
  tell_steps(s, text, WORDS, words);
  tell(s, text, (line->stop ? STOP_SHORT : OPEN_SHORT) + length);
  tell_case(s);
  tell_if(s, text, form->stops > 0, SEVERAL);
  tell_if(s, text, form->stops > 2, MANY);
  tell_if(s, text, form->pauses > 1, words >= 12 ? COMMAS_LONG : COMMAS);
  tell_if(s, text, form->signs > 0,
          form->signs * 3 > words ? SIGNS_MANY : SIGNS);
  tell_if(s, text, form->links > 0, words <= 4 ? LINK_ALONE : LINK);
  tell_if(s, text, form->numbers > 0,
          form->numbers * 2 >= words ? NUMBERS_ALONE : NUMBERS);
  tell_head(s, form->head);
  tell_if(s, text, form->tail == ':', COLON);
  tell_if(s, text, form->tail == ',', COMMA);
  tell_if(s, text, line->bio, BIO);
  tell_reason(s, text);
}

/* ---- Its neighbours ------------------------------------------------------ */

enum { BESIDE_CORE = 5, CLOSE_CORE = 3, HEADLINE_REACH = 20, PLACE_WORDS = 9 };

static gloss_clean_sign_name place_of(const gloss_clean_page *page, size_t i) {
  size_t end = page->core + page->core_count;
  if (page->core_count == 0) return CORE_NONE;
  if (i >= page->core && i < end) return CORE_IN;
  if (i < page->core)
    return page->core - i <= BESIDE_CORE ? CORE_NEXT : CORE_BEFORE;
  return i - (end - 1) <= BESIDE_CORE ? CORE_BEHIND : CORE_AFTER;
}

/* The share of prose that is above, in percent, rounded up: above 0, the first
** is above. */
static uint32_t share_above(const scale *s) {
  uint64_t all = s->sums[PROSE_WORDS][s->page->count];
  uint64_t above = s->sums[PROSE_WORDS][s->i];
  return all > 0 ? (uint32_t)((100 * above + all - 1) / all) : 0;
}

/* The signs that a line is in the text. */
static void text_signs(const scale *s) {
  const gloss_clean_part text = GLOSS_CLEAN_TEXT;
  const gloss_clean_line *line = s->line;
  tell_shape(s, text, IS, 0);
  tell_shape(s, text, ABOVE, -1);
  tell_shape(s, text, BELOW, 1);
  tell_shape(s, text, ABOVE2, -2);
  tell_shape(s, text, BELOW2, 2);
  tell(s, text, place_of(s->page, s->i));
  tell_steps(s, text, PROSE_ABOVE, window(s, PROSE, -5, -1));
  tell_steps(s, text, PROSE_BELOW, window(s, PROSE, 1, 5));
  tell_steps(s, text, FURNITURE_NEAR,
             window(s, FURNITURE, -4, -1) + window(s, FURNITURE, 1, 4));
  tell_steps(s, text, STAMPS_NEAR,
             window(s, STAMPS, -8, -1) + window(s, STAMPS, 1, 8));
  tell_steps(s, text, TITLES_NEAR, window(s, TITLES, -4, 4));
  tell_steps(s, text, FREE, line->free);
  tell_steps(s, text, LIST, line->list);
  tell_steps(s, text, SHARE_ABOVE, share_above(s));
  tell_if(s, text, line->twin, line->near ? TWIN_NEAR : TWIN_FAR);
  tell_if(s, text, line->kin, KIN);
  if (line->headline) tell(s, text, HEADLINE);
  else tell_steps(s, text, TOPIC, line->topic);
  tell_if(s, text, window(s, TOPICAL, -3, 3) > 1, TOPIC_NEAR);
  tell_if(s, text, s->i > 0 && line[-1].form->tail == ':', BELOW_COLON);
}

/* How far the line is from an edge of the densest stretch. */
static void tell_core(const scale *s, gloss_clean_part part, size_t edge) {
  long off = (long)s->i - (long)edge;
  if (s->page->core_count == 0) return;
  tell(s, part,
       off == 0  ? CORE_0
       : off < 0 ? off >= -CLOSE_CORE ? CORE_EARLY : CORE_BEFORE
       : off <= CLOSE_CORE ? CORE_LATE
                           : CORE_BEHIND);
}

/* The signs that the text begins with it. */
static void opening_signs(const scale *s) {
  const gloss_clean_part opening = GLOSS_CLEAN_OPENING;
  const gloss_clean_line *line = s->line;
  size_t end;
  tell(s, opening, ALWAYS);
  tell_shape(s, opening, IS, 0);
  tell_shape(s, opening, ABOVE, -1);
  tell_steps(s, opening, FURNITURE_ABOVE, window(s, FURNITURE, -5, -1));
  tell_steps(s, opening, PROSE_AHEAD, window(s, PROSE, 0, 4));
  tell_steps(s, opening, WORDS_AHEAD, window(s, PROSE_WORDS, 0, 9));
  tell_if(s, opening, window(s, PROSE, -10, -1) > 0, PROSE_BEFORE);
  tell_if(s, opening, window(s, HEADS, -6, -1) > 0, STAMP_ABOVE);
  tell_if(s, opening, line->below > 0 && line->below <= HEADLINE_REACH,
          HEADLINE_ABOVE);
  tell_if(s, opening, line->headline, HEADLINE);
  tell_if(s, opening, line->words >= PLACE_WORDS &&
                          gloss_clean_dateline(s->c, line->text, &end).len > 0,
          PLACE);
  tell_core(s, opening, s->page->core);
}

/* The signs that the text is over before it. */
static void closing_signs(const scale *s) {
  const gloss_clean_part closing = GLOSS_CLEAN_CLOSING;
  const gloss_clean_line *line = s->line;
  tell(s, closing, ALWAYS);
  tell_shape(s, closing, IS, 0);
  tell_shape(s, closing, ABOVE, -1);
  tell_shape(s, closing, BELOW, 1);
  tell_steps(s, closing, FURNITURE_AHEAD, window(s, FURNITURE, 0, 4));
  tell_steps(s, closing, PROSE_FAR, window(s, PROSE, 0, 9));
  tell_steps(s, closing, TITLES_AHEAD, window(s, TITLES, 0, 4));
  tell_steps(s, closing, STAMPS_AHEAD, window(s, STAMPS, 0, 5));
  tell_if(s, closing, line->bio, BIO);
  tell_if(s, closing, line->headline, HEADLINE);
  tell_if(s, closing, line->ends, ENDS);
  tell_reason(s, closing);
  tell_core(s, closing, s->page->core + s->page->core_count);
}

/* ---- All lines ----------------------------------------------------------- */

static uint32_t counted(const gloss_clean_line *line, gloss_clean_sum sum) {
  switch (sum) {
    case PROSE: return line->prose;
    case PROSE_WORDS: return line->prose ? line->words : 0;
    case FURNITURE:
      return line->section || gloss_clean_is_furniture(line);
    case STAMPS:
      return line->reason == GLOSS_FOR_DATELINE ||
             line->reason == GLOSS_FOR_COMMENTS;
    case HEADS:
      return line->reason == GLOSS_FOR_DATELINE ||
             line->reason == GLOSS_FOR_BYLINE;
    case TITLES: return line->shape == GLOSS_SHAPE_TITLED;
    case TOPICAL: return line->topic > 0;
    case GLOSS_SUMS: break;
  }
  return 0;
}

/* Running totals: of the lines before each. */
static bool add_sums(scale *s) {
  size_t count = s->page->count;
  for (int sum = 0; sum < GLOSS_SUMS; sum++) {
    uint32_t *totals = gloss_clean_room(s->c, (count + 1) * sizeof *totals);
    if (totals == NULL) return false;
    totals[0] = 0;
    for (size_t i = 0; i < count; i++)
      totals[i + 1] =
          totals[i] + counted(&s->page->lines[i], (gloss_clean_sum)sum);
    s->sums[sum] = totals;
  }
  return true;
}

void gloss_clean_weigh(gloss_cleaner *c, gloss_clean_tell *tell_,
                       void *data) {
  scale s = { .c = c, .page = &c->page, .tell = tell_, .data = data };
  if (!add_sums(&s)) return;
  for (s.i = 0; s.i < s.page->count; s.i++) {
    s.line = &s.page->lines[s.i];
    for (int part = 0; part < GLOSS_CLEAN_GAP; part++) s.line->scores[part] = 0;
    own_signs(&s);
    text_signs(&s);
    opening_signs(&s);
    closing_signs(&s);
  }
  c->page.weighed = true;
}

/* marks.c - pairs quotation marks.
**
** Pairs are found within a paragraph. A mark that opens and never closes ends
** with its paragraph where that looks like speech, otherwise it is dropped: an
** odd number of marks is never an error, and never reaches far. Linear: the
** search for the end of a single quotation is bounded. */
#include "clauses/marks.h"

#include "clauses/quote_marks.h"
#include "clauses/text.h"
#include "doc/doc_private.h"

enum {
  MAX_DEPTH = 4,     /* stretches of a family inside one another */
  MAX_OPEN = 16,     /* more than those of all families */
  OPEN_REACH = 2500, /* bytes of a stretch that only its paragraph ends */
  LONGEST_ELISION = 32
};

typedef struct open_mark {
  uint32_t start, from;
  uint32_t close; /* of a single one: where its closing mark is */
  uint8_t family;
} open_mark;

typedef struct pairing {
  gloss_quote_text text;
  const gloss_lexicon *lexicon;
  gloss_arena *arena;
  gloss_stretch *found; /* from 1 */
  uint32_t count, room;
  open_mark stack[MAX_OPEN + 1]; /* from 1 */
  int depth;
  uint32_t paragraph; /* where it begins */
  bool seen;          /* has it had a double mark? */
  int markup;         /* the family of name="value", or -1 */
  bool failed;        /* no memory */
} pairing;

/* ---- Open and close ------------------------------------------------------ */

static void add(pairing *p, gloss_stretch stretch) {
  if (p->count + 2 > p->room) {
    uint32_t room = p->room * 2 + 32;
    gloss_stretch *more =
        gloss_arena_grow(p->arena, p->found, p->room * sizeof *more,
                         room * sizeof *more);
    if (more == NULL) {
      p->failed = true;
      return;
    }
    p->found = more;
    p->room = room;
  }
  p->found[++p->count] = stretch;
}

/* Closes the open stretch of a level, and drops those inside that never did. */
static void close_level(pairing *p, int level, uint32_t to, uint32_t end,
                        bool closed, bool continued) {
  const open_mark *open = &p->stack[level];
  p->depth = level - 1;
  if (to <= open->from) return;
  add(p, (gloss_stretch){ .start = open->start, .end = end,
                          .from = open->from, .to = to,
                          .family = open->family,
                          .depth = (uint8_t)(level - 1), .closed = closed,
                          .continued = continued });
}

/* Drops open stretches from a level on; what stands inside them is less
** deep. */
static void drop(pairing *p, int level) {
  uint32_t start = p->stack[level].start;
  int count = p->depth - level + 1;
  p->depth = level - 1;
  for (uint32_t i = p->count; i > 0 && p->found[i].start >= start; i--) {
    int depth = p->found[i].depth - count;
    p->found[i].depth = (uint8_t)(depth > level - 1 ? depth : level - 1);
  }
}

/* The level of the innermost open stretch of a family; 0: none. */
static int level_of(const pairing *p, unsigned family) {
  int level = p->depth;
  while (level > 0 && p->stack[level].family != family &&
         !(p->stack[level].family == GLOSS_LOW_QUOTES &&
           family == GLOSS_DOUBLE_QUOTES))
    level--;
  return level;
}

static void push(pairing *p, open_mark open) {
  if (p->depth < MAX_OPEN) p->stack[++p->depth] = open;
}

/* ---- Paragraphs ---------------------------------------------------------- */

/* Was a stretch of the same family closed inside an open one? */
static bool has_inside(const pairing *p, const open_mark *open) {
  for (uint32_t i = p->count; i > 0 && p->found[i].start >= open->start; i--)
    if (p->found[i].family == open->family) return true;
  return false;
}

/* Does the paragraph that begins at `at` go on with a stretch of a family? */
static bool goes_on_at(const pairing *p, uint32_t at, unsigned family) {
  gloss_quote_mark mark = gloss_quote_mark_at(p->text, at);
  return mark.len > 0 && mark.family == family &&
         mark.role != GLOSS_ROLE_CLOSE;
}

/* Does what is open look like speech that goes to the end of its paragraph? */
static bool looks_like_speech(const pairing *p, uint32_t to, bool continued) {
  const open_mark *open = &p->stack[1];
  unsigned char c = gloss_quote_byte(p->text, open->from);
  if (open->family == GLOSS_SINGLE_QUOTES ||
      open->family == GLOSS_DOUBLED_QUOTES || has_inside(p, open))
    return continued;
  return to >= open->from + 3 && to <= open->from + OPEN_REACH + 1 &&
         (c >= 0x80 || gloss_capital_byte((char)c) || (c >= '0' && c <= '9'));
}

/* The end of a paragraph: what is still open ends here, or was no quotation.
** The next one begins at `next`. */
static void finish_paragraph(pairing *p, uint32_t end, uint32_t next) {
  const open_mark *open = &p->stack[1];
  bool continued;
  if (p->depth == 0) return;
  while (end > open->from && (unsigned char)p->text.bytes[end - 1] <= ' ')
    end--;
  continued = goes_on_at(p, next, open->family);
  if (looks_like_speech(p, end, continued))
    close_level(p, 1, end, end, false, continued);
  else drop(p, 1);
}

static void begin_paragraph(pairing *p, uint32_t at) {
  p->paragraph = at;
  p->seen = false;
  p->markup = -1;
  p->depth = 0;
}

/* A closing mark without an opening one: its paragraph's beginning opened
** it. */
static void close_from_start(pairing *p, uint32_t start, uint32_t end) {
  uint32_t from = p->paragraph;
  char before;
  if (p->seen || start < from + 2 || start > from + OPEN_REACH) return;
  before = p->text.bytes[start - 1];
  if (before != '.' && before != ',' && before != '?' && before != '!') return;
  while ((unsigned char)p->text.bytes[from] <= ' ') from++;
  add(p, (gloss_stretch){ .start = from, .end = end, .from = from,
                          .to = start, .family = GLOSS_DOUBLE_QUOTES,
                          .closed = true });
}

/* ---- Marks --------------------------------------------------------------- */

/* Does a short form begin with the mark that ends at `end`: 'em, the '90s? */
static bool is_elision(const pairing *p, uint32_t end) {
  char low[LONGEST_ELISION];
  const gloss_lexeme *lexeme;
  size_t len = 0;
  bool digits = true;
  for (uint32_t at = end; at < p->text.len; at++, len++) {
    char c = p->text.bytes[at];
    bool digit = c >= '0' && c <= '9';
    if (!digit && !gloss_capital_byte(c) && !gloss_small_byte(c)) break;
    if (len < 2 && !digit) digits = false;
    if (len < LONGEST_ELISION)
      low[len] = gloss_capital_byte(c) ? (char)(c + 32) : c;
  }
  if (len >= 2 && digits) return true;
  if (len == 0 || len > LONGEST_ELISION) return false;
  lexeme = gloss_lexicon_find(p->lexicon, low, len);
  return gloss_set_has(&lexeme->sets, GLOSS_SET_ELISIONS);
}

static void take_single(pairing *p, const gloss_quote_mark *mark,
                        uint32_t start) {
  int level = level_of(p, GLOSS_SINGLE_QUOTES);
  uint32_t end = start + mark->len, close;
  bool opens, closes, plain = mark->len == 1;
  gloss_beside after;
  if (level > 0) {
    if (p->stack[level].close == start)
      close_level(p, level, start, end, true, false);
    return;
  }
  gloss_quote_shape(p->text, start, end, &opens, &closes);
  after = gloss_beside_at(p->text, end);
  if (!opens || (mark->role == GLOSS_ROLE_APOSTROPHE && !plain) ||
      (after != GLOSS_BESIDE_LETTER && after != GLOSS_BESIDE_OPENING) ||
      (plain && is_elision(p, end)))
    return;
  close = gloss_single_close(p->text, end);
  if (close > 0)
    push(p, (open_mark){ start, end, close, GLOSS_SINGLE_QUOTES });
}

/* Is it “? */
static bool is_high_opening(const gloss_quote_mark *mark) {
  return mark->family == GLOSS_DOUBLE_QUOTES && mark->role == GLOSS_ROLE_OPEN;
}

/* What the mark does here. */
static gloss_mark_role role_of(const pairing *p, const gloss_quote_mark *mark,
                               int level, bool opens, bool closes) {
  gloss_mark_role role = (gloss_mark_role)mark->role;
  if (is_high_opening(mark) && level_of(p, GLOSS_LOW_QUOTES) > 0)
    return GLOSS_ROLE_CLOSE; /* „ “ */
  if (mark->family == GLOSS_ANGLE_QUOTES && role == GLOSS_ROLE_CLOSE &&
      level == 0 && opens)
    return GLOSS_ROLE_OPEN; /* » so « */
  if (role == GLOSS_ROLE_OPEN && level > 0 && closes && !opens)
    return GLOSS_ROLE_CLOSE; /* the wrong mark: “so“ */
  if (role != GLOSS_ROLE_EITHER) return role;
  if (level > 0) return opens && !closes ? GLOSS_ROLE_OPEN : GLOSS_ROLE_CLOSE;
  if (opens) return GLOSS_ROLE_OPEN;
  return closes ? GLOSS_ROLE_CLOSE : GLOSS_ROLE_NONE;
}

/* Do blanks and a capital follow? */
static bool capital_follows(const pairing *p, uint32_t at) {
  uint32_t from = at;
  while (gloss_quote_byte(p->text, at) == ' ' ||
         gloss_quote_byte(p->text, at) == '\n')
    at++;
  return at > from && gloss_capital_byte((char)gloss_quote_byte(p->text, at));
}

/* Is it «, behind which French has a space? */
static bool is_spaced_opening(const gloss_quote_mark *mark) {
  return mark->family == GLOSS_ANGLE_QUOTES && mark->role == GLOSS_ROLE_OPEN;
}

static void open_at(pairing *p, const gloss_quote_mark *mark, int level,
                    uint32_t start) {
  uint32_t end = start + mark->len;
  /* one in another of the same marks: the outer is dropped where it never
  ** ends */
  if (level > 0 && (level < p->depth || level == MAX_DEPTH)) drop(p, level);
  if (gloss_beside_at(p->text, end) == GLOSS_BESIDE_SPACE &&
      !is_spaced_opening(mark) && !capital_follows(p, end))
    return;
  push(p, (open_mark){ start, end, 0, mark->family });
  p->seen = true;
}

/* Is the mark part of markup, name="value"? */
static bool is_markup(pairing *p, const gloss_quote_mark *mark, uint32_t start,
                      bool opens, bool closes) {
  if (mark->role == GLOSS_ROLE_EITHER && start > 0 &&
      p->text.bytes[start - 1] == '=') {
    p->markup = mark->family;
    return true;
  }
  if (p->markup != mark->family) return false;
  p->markup = -1;
  return closes || !opens;
}

static void take(pairing *p, const gloss_quote_mark *mark, uint32_t start) {
  uint32_t end = start + mark->len;
  bool opens, closes;
  gloss_mark_role role;
  int level;
  if (mark->family == GLOSS_SINGLE_QUOTES) {
    take_single(p, mark, start);
    return;
  }
  gloss_quote_shape(p->text, start, end, &opens, &closes);
  if (is_markup(p, mark, start, opens, closes)) return;
  level = level_of(p, mark->family);
  role = role_of(p, mark, level, opens, closes);
  if (role == GLOSS_ROLE_OPEN) {
    open_at(p, mark, level, start);
  } else if (role == GLOSS_ROLE_CLOSE && level > 0) {
    close_level(p, level, start, end, true, false);
  } else if (role == GLOSS_ROLE_CLOSE &&
             mark->family == GLOSS_DOUBLE_QUOTES) {
    close_from_start(p, start, end);
    p->seen = true;
  }
}

/* ---- Lines --------------------------------------------------------------- */

static bool is_line_blank(unsigned char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

/* Where the next line begins that opens anew what is still open: the next
** paragraph of a quotation, without a blank line between; 0: it does not. */
static uint32_t goes_on(const pairing *p, uint32_t at) {
  gloss_quote_mark mark;
  bool opens, closes;
  if (p->depth != 1) return 0;
  at++;
  while (is_line_blank(gloss_quote_byte(p->text, at))) at++;
  if (!goes_on_at(p, at, p->stack[1].family)) return 0;
  mark = gloss_quote_mark_at(p->text, at);
  gloss_quote_shape(p->text, at, at + mark.len, &opens, &closes);
  return opens ? at : 0;
}

/* Where the next paragraph begins, behind the blank line that follows the line
** break at `at`; 0: none follows. */
static uint32_t behind_blank_line(const pairing *p, uint32_t at) {
  at++;
  while (is_line_blank(gloss_quote_byte(p->text, at))) at++;
  if (gloss_quote_byte(p->text, at) != '\n') return 0;
  while (at < p->text.len && gloss_blank_byte(p->text.bytes[at])) at++;
  return at;
}

/* Takes the line break at `at`; the byte to go on from. */
static uint32_t take_line(pairing *p, uint32_t at) {
  uint32_t next;
  if (p->depth == 0 &&
      (at + 1 >= p->text.len || (unsigned char)p->text.bytes[at + 1] > ' '))
    return at + 1;
  next = behind_blank_line(p, at);
  if (next == 0) next = goes_on(p, at);
  if (next == 0) return at + 1;
  finish_paragraph(p, at, next);
  begin_paragraph(p, next);
  return next;
}

static uint32_t step(pairing *p, uint32_t at) {
  gloss_quote_mark mark;
  if (p->text.bytes[at] == '\n') return take_line(p, at);
  mark = gloss_quote_mark_at(p->text, at);
  if (mark.len == 0) return at + 1;
  take(p, &mark, at);
  return at + mark.len;
}

/* The next first byte of a mark, or line break. */
static uint32_t next_place(const pairing *p, uint32_t at) {
  const unsigned char *b = (const unsigned char *)p->text.bytes;
  const bool *is = gloss_quote_bytes;
  while (p->text.len - at >= 8 &&
         !(is[b[at]] | is[b[at + 1]] | is[b[at + 2]] | is[b[at + 3]] |
           is[b[at + 4]] | is[b[at + 5]] | is[b[at + 6]] | is[b[at + 7]]))
    at += 8;
  while (at < p->text.len && !is[b[at]]) at++;
  return at;
}

/* Goes through the text. No stretch crosses a row of `noise`. */
static void pair(pairing *p, const gloss_layer *noise) {
  size_t row = 0, rows = noise == NULL ? 0 : gloss_layer_count(noise);
  uint32_t at = next_place(p, 0);
  begin_paragraph(p, 0);
  while (at < p->text.len || row < rows) {
    uint32_t from;
    gloss_span barrier = { 0, 0 };
    if (row < rows) barrier = gloss_layer_span(noise, row);
    if (row < rows && at >= barrier.start) {
      finish_paragraph(p, barrier.start, p->text.len);
      from = barrier.end;
      row++;
      begin_paragraph(p, from);
    } else {
      from = step(p, at);
    }
    if (from > at) at = next_place(p, from);
  }
  finish_paragraph(p, p->text.len, p->text.len);
}

void gloss_stretches_sort(gloss_stretch *stretches, uint32_t count) {
  for (uint32_t i = 2; i <= count; i++) {
    gloss_stretch moved = stretches[i];
    uint32_t at = i;
    for (; at > 1; at--) {
      const gloss_stretch *before = &stretches[at - 1];
      if (before->start < moved.start ||
          (before->start == moved.start && before->depth <= moved.depth))
        break;
      stretches[at] = *before;
    }
    stretches[at] = moved;
  }
}

bool gloss_marks_pair(gloss_clauses *list) {
  pairing p = { .text = { list->doc->text, (uint32_t)list->doc->len },
                .lexicon = list->lexicon, .arena = list->arena };
  pair(&p, gloss_doc_layer(list->doc, "noise", 5));
  if (p.failed) return false;
  gloss_stretches_sort(p.found, p.count);
  list->stretches = p.found;
  list->stretch_count = p.count;
  return true;
}

/* transcript.c - lines that begin with who speaks, "ROE: Good evening.", or
** with "Q." and "A.": what is said there is a quotation, too. */
#include "clauses/marks.h"
#include "clauses/text.h"

#include "base/array.h"
#include "doc/doc_private.h"

#include <stdlib.h>

enum {
  LABEL = 40,   /* bytes of a label */
  INDENT = 20,  /* bytes before a label in its line */
  WORDS = 4,    /* words of a label */
  SPOKEN = 4000 /* bytes of a turn that runs over several paragraphs */
};

/* A line that begins with a label. */
typedef struct line {
  uint32_t at;       /* its first byte that is not blank */
  uint32_t from;     /* the first byte behind the label */
  uint32_t label;    /* number of the label */
  bool capitals;     /* is the label in capitals? */
  bool point;        /* does it end with a full stop? */
} line;

typedef struct transcript {
  const char *text;
  uint32_t len;
  line *lines;
  size_t count, room;
  gloss_intern labels;
  uint32_t *counts; /* lines, by label */
  size_t count_room;
  uint32_t blank; /* the last blank line that was looked for */
  bool failed;    /* no memory */
} transcript;

/* ---- Labels -------------------------------------------------------------- */

static char byte_at(const transcript *t, uint32_t at) {
  return at < t->len ? t->text[at] : '\0';
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* May the byte stand in a label, behind its first? Letters, digits, points,
** hyphens, apostrophes, blanks. */
static bool is_label_byte(char c) {
  unsigned char byte = (unsigned char)c;
  return gloss_capital_byte(c) || gloss_small_byte(c) || is_digit(c) ||
         c == '.' || c == '-' || c == '\'' || c == ' ' ||
         (byte >= 0x80 && byte <= 0xBF) ||
         (byte >= 0xC3 && byte <= 0xC5) || byte == 0xE2;
}

/* Q. and A., with a full stop, behind which something stands. */
static bool read_lettered(const transcript *t, uint32_t at, gloss_slice *label,
                          uint32_t *from) {
  char c = byte_at(t, at);
  uint32_t behind = at + 2;
  if ((c != 'Q' && c != 'A') || byte_at(t, at + 1) != '.') return false;
  while (byte_at(t, behind) == ' ') behind++;
  if (behind >= t->len || gloss_blank_byte(t->text[behind])) return false;
  *label = (gloss_slice){ t->text + at, 1 };
  *from = at + 2;
  return true;
}

static bool has_few_words(gloss_slice label) {
  int words = 0;
  for (size_t i = 0; i < label.len; i++)
    if (label.bytes[i] != ' ' && (i == 0 || label.bytes[i - 1] == ' ')) words++;
  return words <= WORDS;
}

/* The label before a colon in the line that begins at `at`. */
static bool read_label(const transcript *t, uint32_t at, gloss_slice *label,
                       uint32_t *from) {
  uint32_t end;
  while (at < t->len && strchr("\"\xE2\x80\x9C", t->text[at]) != NULL &&
         t->text[at] != '\0')
    at++;
  if (!gloss_capital_byte(byte_at(t, at))) return false;
  end = at + 1;
  while (end - at <= LABEL && is_label_byte(byte_at(t, end))) end++;
  if (end - at > LABEL || byte_at(t, end) != ':' || end + 1 >= t->len ||
      !gloss_blank_byte(t->text[end + 1]) || t->text[end - 1] == ' ')
    return false;
  *label = (gloss_slice){ t->text + at, end - at };
  *from = end + 1;
  return has_few_words(*label) &&
         (label->len >= 2 || *label->bytes == 'Q' || *label->bytes == 'A');
}

static bool is_in_capitals(gloss_slice label) {
  size_t i = 0;
  while (i < label.len && !gloss_small_byte(label.bytes[i])) i++;
  return i == label.len;
}

/* Adds the line that begins at `at`, where it has a label. */
static void add_line(transcript *t, uint32_t at) {
  gloss_slice label;
  line new = { .at = at };
  new.point = read_lettered(t, at, &label, &new.from);
  if (!new.point && !read_label(t, at, &label, &new.from)) return;
  new.label = gloss_intern_add(&t->labels, label.bytes, label.len);
  if (new.label == GLOSS_NOT_INTERNED ||
      !gloss_array_reserve(t->counts, t->count_room, t->labels.count) ||
      !gloss_array_reserve(t->lines, t->room, t->count + 1)) {
    t->failed = true;
    return;
  }
  new.capitals = is_in_capitals(label);
  t->lines[t->count++] = new;
}

/* ---- Lines --------------------------------------------------------------- */

static uint32_t find(const transcript *t, uint32_t from, char c) {
  const char *found =
      from < t->len ? memchr(t->text + from, c, t->len - from) : NULL;
  return found == NULL ? t->len : (uint32_t)(found - t->text);
}

/* Does a letter with a full stop stand somewhere? */
static bool has_letter(const transcript *t, char letter) {
  uint32_t at = find(t, 0, letter);
  while (at < t->len && byte_at(t, at + 1) != '.') at = find(t, at + 1, letter);
  return at < t->len;
}

/* Looks at the lines that may have a label: those with an early colon; all,
** where there may be questions and answers. */
static void read_lines(transcript *t) {
  bool lettered = has_letter(t, 'Q') && has_letter(t, 'A');
  uint32_t at = 0, colon = find(t, 0, ':');
  while (at < t->len && !t->failed) {
    uint32_t stop = find(t, at, '\n');
    if (colon < at) colon = find(t, at, ':');
    if (colon == t->len && !lettered) return;
    if (lettered || (colon < stop && colon - at < INDENT + LABEL)) {
      uint32_t first = at;
      while (first < stop && gloss_blank_byte(t->text[first])) first++;
      if (first < stop) add_line(t, first);
    }
    at = stop + 1;
  }
}

/* Keeps the lines whose labels are those of a transcript: in capitals where
** there are two such lines, others where two of them come twice. */
static void keep_spoken(transcript *t) {
  size_t capitals = 0, repeated = 0, kept = 0;
  uint32_t q = gloss_intern_find(&t->labels, "Q", 1);
  uint32_t a = gloss_intern_find(&t->labels, "A", 1);
  bool both = q != GLOSS_NOT_INTERNED && a != GLOSS_NOT_INTERNED;
  for (size_t i = 0; i < t->labels.count; i++) t->counts[i] = 0;
  for (size_t i = 0; i < t->count; i++) {
    if (++t->counts[t->lines[i].label] == 2) repeated++;
    capitals += t->lines[i].capitals;
  }
  for (size_t i = 0; i < t->count; i++) {
    const line *l = &t->lines[i];
    bool again = t->counts[l->label] >= 2 && repeated >= 2;
    if ((again || (l->capitals && capitals >= 2)) && (both || !l->point))
      t->lines[kept++] = *l;
  }
  t->count = kept >= 2 ? kept : 0;
}

/* ---- Turns --------------------------------------------------------------- */

/* Does a blank line follow the line break at `at`? */
static bool is_before_blank(const transcript *t, uint32_t at) {
  do at++;
  while (byte_at(t, at) == ' ' || byte_at(t, at) == '\t' ||
         byte_at(t, at) == '\r');
  return byte_at(t, at) == '\n';
}

/* Where the paragraph ends, or, in the last one, the line, from `from` on. */
static uint32_t end_of_paragraph(transcript *t, uint32_t from) {
  if (t->blank < from) {
    t->blank = find(t, from, '\n');
    while (t->blank < t->len && !is_before_blank(t, t->blank))
      t->blank = find(t, t->blank + 1, '\n');
  }
  return t->blank < t->len ? t->blank : find(t, from, '\n');
}

/* Is the line from..to a direction such as "(LAUGHTER)"? */
static bool is_direction(const transcript *t, uint32_t from, uint32_t to) {
  while (from < to && gloss_blank_byte(t->text[from])) from++;
  if (to < from + 2 || (t->text[from] != '(' && t->text[from] != '[') ||
      (t->text[to - 1] != ')' && t->text[to - 1] != ']'))
    return false;
  for (uint32_t i = from + 1; i + 1 < to; i++)
    if (gloss_small_byte(t->text[i])) return false;
  return true;
}

static uint32_t without_blanks(const transcript *t, uint32_t from,
                               uint32_t to) {
  while (to > from && gloss_blank_byte(t->text[to - 1])) to--;
  return to;
}

/* Where what is said in from..to ends, without directions at its end. */
static uint32_t before_directions(const transcript *t, uint32_t from,
                                  uint32_t to) {
  uint32_t said = without_blanks(t, from, to);
  while (said > from) {
    uint32_t begin = said;
    while (begin > from && t->text[begin - 1] != '\n') begin--;
    if (begin == from || !is_direction(t, begin, said)) return said;
    said = without_blanks(t, from, begin);
  }
  return to;
}

/* Takes white space and marks off the ends. */
static void trim(const transcript *t, uint32_t *from, uint32_t *to) {
  uint32_t first = *from;
  while (first < t->len && gloss_blank_byte(t->text[first])) first++;
  if (first < t->len) *from = first;
  while (*to > *from + 1 && (gloss_blank_byte(t->text[*to - 1]) ||
                             t->text[*to - 1] == '"'))
    --*to;
  if (*to >= 3 && memcmp(t->text + *to - 3, "\xE2\x80\x9D", 3) == 0) *to -= 3;
}

/* What is said behind the i-th label; false: nothing. */
static bool turn_of(transcript *t, size_t i, gloss_stretch *turn) {
  uint32_t from = t->lines[i].from, to = 0;
  if (i + 1 < t->count) to = t->lines[i + 1].at;
  if (to == 0 || to > from + SPOKEN + 1) to = end_of_paragraph(t, from);
  to = before_directions(t, from, to);
  trim(t, &from, &to);
  *turn = (gloss_stretch){ .start = from, .end = to, .from = from, .to = to,
                           .family = GLOSS_TURN, .closed = true };
  return to > from + 1;
}

/* ---- Together ------------------------------------------------------------ */

/* Makes turns of the lines; from 1, with room for `more`. NULL: no memory. */
static gloss_stretch *make_turns(transcript *t, gloss_arena *arena,
                                 uint32_t *count) {
  gloss_stretch *turns = gloss_arena_raw(arena, (t->count + 2) * sizeof *turns);
  *count = 0;
  for (size_t i = 0; turns != NULL && i < t->count; i++)
    if (turn_of(t, i, &turns[*count + 1])) ++*count;
  return turns;
}

/* Puts the turns among the stretches. What stands between marks inside a turn
** is part of it; what would cross its ends is left out. */
static bool merge(gloss_clauses *list, const gloss_stretch *turns,
                  uint32_t turn_count) {
  uint32_t count = 0, i = 1, added = 1;
  gloss_stretch *merged = gloss_arena_raw(
      list->arena,
      ((size_t)list->stretch_count + turn_count + 2) * sizeof *merged);
  if (merged == NULL) return false;
  for (uint32_t s = 1; s <= list->stretch_count; s++) {
    gloss_stretch stretch = list->stretches[s];
    while (i <= turn_count && turns[i].end <= stretch.start) i++;
    while (added <= turn_count && turns[added].start <= stretch.start)
      merged[++count] = turns[added++];
    if (i > turn_count || stretch.end <= turns[i].start) {
      merged[++count] = stretch;
    } else if (stretch.start >= turns[i].start && stretch.end <= turns[i].end) {
      stretch.depth++;
      merged[++count] = stretch;
    }
  }
  while (added <= turn_count) merged[++count] = turns[added++];
  list->stretches = merged;
  list->stretch_count = count;
  return true;
}

/* Is there a colon with a blank behind it, or a "Q. "? */
static bool may_be_one(const transcript *t) {
  uint32_t at = find(t, 0, ':');
  while (at < t->len) {
    if (at + 1 < t->len && gloss_blank_byte(t->text[at + 1])) return true;
    at = find(t, at + 1, ':');
  }
  for (at = find(t, 0, 'Q'); at < t->len; at = find(t, at + 1, 'Q'))
    if (byte_at(t, at + 1) == '.' && byte_at(t, at + 2) == ' ') return true;
  return false;
}

int gloss_transcript_add(gloss_clauses *list) {
  transcript t = { .text = list->doc->text, .len = (uint32_t)list->doc->len };
  gloss_stretch *turns = NULL;
  uint32_t count = 0;
  bool ok = true;
  if (!may_be_one(&t)) return 0;
  read_lines(&t);
  ok = !t.failed;
  if (ok && t.count > 0) {
    keep_spoken(&t);
    turns = make_turns(&t, list->arena, &count);
    ok = turns != NULL && (count == 0 || merge(list, turns, count));
  }
  gloss_intern_free(&t.labels);
  free(t.lines);
  free(t.counts);
  if (!ok) return -1;
  return count > 0;
}

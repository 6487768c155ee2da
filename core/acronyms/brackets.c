/* brackets.c - where the brackets of a text stand, and how far before each a
** long form may begin. */
#include "acronyms/acronyms.h"

enum {
  MOST_BYTES = 300, /* inside a bracket that is looked at */
  MOST_DEPTH = 16,  /* brackets in brackets in it */
  REACH = 400       /* bytes before it in which a long form may begin */
};

/* The bracket that closes the one at `open`, or 0. */
static uint32_t closing(const gloss_acronyms *a, uint32_t open) {
  char stack[MOST_DEPTH + 1];
  unsigned depth = 1;
  stack[0] = a->text[open];
  for (uint32_t i = open + 1; i < a->len && i - open <= MOST_BYTES; i++) {
    char c = a->text[i], partner = c == ')' ? '(' : c == ']' ? '[' : '\0';
    if (c == '(' || c == '[') {
      if (depth == MOST_DEPTH) return 0;
      stack[depth++] = c;
    } else if (partner != '\0' && stack[depth - 1] == partner && --depth == 0) {
      return i;
    }
  }
  return 0;
}

/* Is the bracket part of a word: f(eff), 14(RS)-tetramethyl? */
static bool is_in_word(const gloss_acronyms *a, uint32_t open,
                       uint32_t close) {
  uint32_t behind = close + 1;
  if (gloss_char(a, behind) == '-') behind++;
  return open > 0 && gloss_is_alnum(a->text[open - 1]) &&
         gloss_is_alnum(gloss_char(a, behind));
}

/* Stands it apart, so that a later long form does not reach over it? */
static bool is_apart(const gloss_acronyms *a, uint32_t open, uint32_t close) {
  char behind = gloss_char(a, close + 1);
  return open > 0 && gloss_is_white(a->text[open - 1]) && behind != '\0' &&
         (gloss_is_white(behind) || strchr(",;.:", behind) != NULL);
}

/* The stretch of sentences in which brackets are read. */
typedef struct stretch {
  uint32_t limit; /* where a long form may begin */
  uint32_t end;   /* of its last sentence; 0: none is read */
  uint32_t barrier; /* the last bracket that stands apart, or 0 */
} stretch;

typedef struct reading {
  const gloss_sentence *sentences;
  size_t count, at; /* the sentence that was looked at last */
} reading;

/* The sentence that holds a byte, looked for from the last one on, or NULL. */
static const gloss_sentence *sentence_at(reading *r, uint32_t byte) {
  while (r->at < r->count && r->sentences[r->at].end <= byte) r->at++;
  return r->at < r->count && r->sentences[r->at].start <= byte
             ? &r->sentences[r->at] : NULL;
}

/* The stretch that holds all of a bracket: sentences that a full stop inside it
** parted, as in "Helicobacter pylori (H. pylori)", are one. */
static stretch stretch_of(const gloss_acronyms *a, reading *r, uint32_t open,
                          uint32_t close) {
  stretch none = { 0, 0, 0 }, s = none;
  const gloss_sentence *sentence = sentence_at(r, open);
  size_t i = r->at;
  if (sentence == NULL) return none;
  s.limit = sentence->start;
  s.end = sentence->end;
  while (s.end <= close) {
    uint32_t next = s.end;
    while (next < a->len && a->text[next] == ' ') next++;
    if (++i >= r->count || r->sentences[i].start != next) return none;
    s.end = r->sentences[i].end;
  }
  return s;
}

/* Reads the bracket at `open`; the place behind which the next is looked for. */
static uint32_t read_at(gloss_acronyms *a, reading *r, stretch *s,
                        uint32_t open) {
  uint32_t close = closing(a, open);
  gloss_bracket b;
  bool done;
  if (close <= open + 1 || is_in_word(a, open, close)) return open;
  if (close >= s->end) {
    stretch before = *s;
    *s = stretch_of(a, r, open, close);
    if (s->end == 0) return open;
    if (open < before.end) s->limit = before.limit;
  }
  if (s->barrier > 0 && open > s->barrier) {
    s->limit = s->barrier + 1;
    s->barrier = 0;
  }
  b = (gloss_bracket){ open, open + 1, close, s->limit };
  if (open > REACH && b.limit < open - REACH) b.limit = open - REACH;
  done = gloss_read_bracket(a, &b);
  if (is_apart(a, open, close) && close > s->barrier) s->barrier = close;
  return done ? close : open;
}

/* The next byte `c` from `at` on, or the end of the text. */
static uint32_t next_byte(const gloss_acronyms *a, uint32_t at, char c) {
  const char *found = at < a->len ? memchr(a->text + at, c, a->len - at)
                                  : NULL;
  return found != NULL ? (uint32_t)(found - a->text) : a->len;
}

void gloss_read_brackets(gloss_acronyms *a, const gloss_sentence *sentences,
                         size_t count) {
  reading r = { sentences, count, 0 };
  stretch s = { 0, 0, 0 };
  uint32_t round = next_byte(a, 0, '('), square = next_byte(a, 0, '[');
  while (!a->failed) {
    uint32_t open = round < square ? round : square, at;
    if (open >= a->len) return;
    at = read_at(a, &r, &s, open) + 1;
    if (round < at) round = next_byte(a, at, '(');
    if (square < at) square = next_byte(a, at, '[');
  }
}

/* grammar_fuzz.c - any bytes as a document for a grammar like those of times
** and amounts, or as the rules of one, and behind a NUL as a document.
**
** The first byte gives flags, the second a mask. What is found must lie in the
** text, in order, be the same when it is looked for again, and rules must match
** within what they are given. */
#include "gloss.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { RULES = 1, MASK = 2, HALF = 4, COMMA = 8, DROP = 16 }; /* flags */

static void must(int ok) {
  if (!ok) abort();
}

static gloss_slice slice(const char *s) {
  return (gloss_slice){ s, strlen(s) };
}

/* ---- A grammar ---- */

typedef struct word_class {
  const char *name;
  unsigned flags;
  const char *words; /* bars between them */
} word_class;

static const word_class classes[] = {
  { "MONTH", GLOSS_CLASS_TRIGGER, "january|jan.|May|m\xC3\xA4rz" },
  { "UNIT", GLOSS_CLASS_TRIGGER, "day|days|week|year|years old" },
  { "NEAR", GLOSS_CLASS_TRIGGER, "the near future|new year's eve" },
  { "SIGN", GLOSS_CLASS_TRIGGER, "$|US$|\xE2\x82\xAC|%" },
  { "SCALE", GLOSS_CLASS_TRIGGER, "million|m|thousand" },
  { "ERA", GLOSS_CLASS_GLUED, "ad|AD" },
  { "CODE", GLOSS_CLASS_EXACT, "kW|MW" },
  { "LAST", 0, "last|next|past" },
  { "THE", 0, "the|l'" },
  { "TO", 0, "to|and" },
};

static const char *const rules[] = {
  "month:MONTH .day:(INT2|ORDNUM) ,year:YEAR4",
  "(THE)? (shift:LAST)? (n:COUNT)? -unit:UNIT",
  "!THE ((n:COUNT) ~scale:SCALE|near:NEAR)",
  "sign:SIGN .n:COUNT (=m:COUNT)? (~scale:SCALE)?",
  "n:COUNT (=m:COUNT|TO m:COUNT)? (scale:SCALE)? (~sign:SIGN|.code:CODE)",
  "date:(ISO|NUMDATE) (clock:CLOCK)?",
  "(era:ERA .year:(INT2|YEAR4|YY|DECADE)|(any:ALL)? [other:ALL)",
};

static void add_words(gloss_grammar *g, int number, const char *words) {
  while (*words != '\0') {
    size_t len = strcspn(words, "|");
    must(gloss_grammar_word(g, number, (gloss_slice){ words, len }, NULL) >= 0);
    words += len + (words[len] == '|');
  }
}

/* The words, numbers and sets of a grammar that has no rules. */
static gloss_grammar *make(unsigned flags) {
  gloss_grammar *g = gloss_grammar_new(NULL);
  must(g != NULL);
  for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
    int number = gloss_grammar_class(g, slice(classes[i].name),
                                     classes[i].flags, NULL);
    must(number >= 0);
    add_words(g, number, classes[i].words);
  }
  must(gloss_grammar_habit(g, GLOSS_ORDINAL_SUFFIX, slice("th"), NULL) &&
       gloss_grammar_habit(g, GLOSS_ORDINAL_SUFFIX, slice("."), NULL) &&
       gloss_grammar_habit(g, GLOSS_DECADE_SUFFIX, slice("er"), NULL));
  if (flags & COMMA)
    must(gloss_grammar_habit(g, GLOSS_HOUR_MARK, slice("Uhr"), NULL) &&
         gloss_grammar_habit(g, GLOSS_HOUR_LETTER, slice("1"), NULL) &&
         gloss_grammar_habit(g, GLOSS_DECIMAL_COMMA, slice("1"), NULL) &&
         gloss_grammar_habit(g, GLOSS_THIN_SPACE, slice("1"), NULL));
  must(gloss_grammar_set(g, slice("COUNT"), slice("INT2 YEAR4 NUM"), NULL) &&
       gloss_grammar_set(g, slice("ALL"), slice("COUNT JUNK UNIT TO"), NULL));
  return g;
}

/* With the rules above, made once for each way of writing numbers. */
static gloss_grammar *made(unsigned flags) {
  static gloss_grammar *all[2];
  gloss_grammar **g = &all[(flags & COMMA) != 0];
  if (*g != NULL) return *g;
  *g = make(flags);
  for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
    must(gloss_grammar_rule(*g, slice(rules[i]), NULL));
  must(gloss_grammar_build(*g, NULL));
  return *g;
}

/* Adds each line as a rule; a bad one has its fault inside. */
static void add_rules(gloss_grammar *g, const char *source, size_t len) {
  while (len > 0) {
    const char *line_end = memchr(source, '\n', len);
    size_t line = line_end != NULL ? (size_t)(line_end - source) : len;
    gloss_error err;
    if (!gloss_grammar_rule(g, (gloss_slice){ source, line }, &err))
      must(err.offset <= line && err.code != GLOSS_NO_MEMORY);
    line += line_end != NULL;
    source += line;
    len -= line;
  }
}

/* ---- What is found ---- */

static void check_match(const gloss_grammar *g, const gloss_rule_match *m,
                        size_t from, size_t count) {
  must(m->first >= from && m->first <= m->last && m->last <= m->stop &&
       m->stop < count && m->name_count <= GLOSS_MAX_ITEMS);
  for (unsigned i = 0; i < m->name_count; i++)
    must(m->names[i].item >= from && m->names[i].item <= m->stop &&
         gloss_grammar_rule_name(g, m->names[i].name) != NULL);
}

static void match(gloss_grammar *g, uint32_t phrase, const gloss_phrase *p) {
  const gloss_rule_match *matches;
  size_t count;
  for (uint32_t from = 0; from < p->item_count; from++) {
    must(gloss_grammar_matches(g, phrase, from, &matches, &count, NULL));
    for (size_t i = 0; i < count; i++) {
      check_match(g, &matches[i], from, p->item_count);
      must(i == 0 || matches[i - 1].stop > matches[i].stop ||
           (matches[i - 1].stop == matches[i].stop &&
            matches[i - 1].rule < matches[i].rule));
    }
  }
}

static void check_items(const gloss_grammar *g, const gloss_phrase *p) {
  must(p->item_count > 0 && p->item_count <= GLOSS_MAX_ITEMS &&
       p->items[0].start == 0 && p->items[p->item_count - 1].end == p->len);
  for (uint32_t i = 0; i < p->item_count; i++) {
    const gloss_item *item = &p->items[i];
    must(item->start < item->end && item->end <= p->len &&
         (i == 0 || item->start >= p->items[i - 1].end) &&
         gloss_grammar_class_name(g, item->class_number) != NULL &&
         strchr("_+,-=/(", item->gap) != NULL && item->gap != 0);
    must(item->clock == 0 ||
         (item->clock > item->start && item->clock < item->end));
    must((item->word == GLOSS_NO_GRAMMAR_WORD) ==
         (item->class_number < GLOSS_FIGURE_CLASSES));
    must(!isnan(item->value));
  }
}

/* Returns the number of phrases. */
static size_t find(gloss_grammar *g, const gloss_doc *doc, const char *text,
                   size_t limit, unsigned flags) {
  const gloss_phrase_place *places;
  size_t count, end = 0;
  unsigned generation;
  gloss_span word;
  must(gloss_grammar_find(g, doc, limit, &places, &count, &generation, NULL));
  for (size_t i = 0; i < count; i++) {
    const gloss_phrase *p = gloss_grammar_phrase(g, places[i].phrase);
    must(p != NULL && places[i].start >= end &&
         limit - places[i].start >= p->len &&
         memcmp(text + places[i].start, p->bytes, p->len) == 0);
    end = places[i].start + p->len;
    must(!gloss_doc_masked(doc, places[i].start, (uint32_t)end));
    check_items(g, p);
    match(g, places[i].phrase, p);
    if (gloss_word_before(text, limit, places[i].start, &word))
      must(word.start < word.end && word.end <= places[i].start);
    if (gloss_word_after(text, limit, end, &word))
      must(word.start > end && word.start < word.end && word.end <= limit);
  }
  if ((flags & DROP) && count > 0) {
    gloss_grammar_drop(g, places[0].phrase);
    return count - 1; /* at most: it may be there twice */
  }
  return count;
}

/* ---- Reading the input ---- */

/* A copy of just that length, so that reads behind it show. */
static char *copy(const uint8_t *data, size_t len) {
  char *bytes = malloc(len > 0 ? len : 1);
  must(bytes != NULL);
  if (len > 0) memcpy(bytes, data, len);
  return bytes;
}

static bool starts_character(const char *text, size_t len, size_t at) {
  return at == len || ((unsigned char)text[at] & 0xC0) != 0x80;
}

static void mask(gloss_doc *doc, const char *text, size_t len, size_t at) {
  gloss_span span = { (uint32_t)at, (uint32_t)(at + len) / 2 + 1 };
  if (span.end <= len && span.start < span.end &&
      starts_character(text, len, span.start) &&
      starts_character(text, len, span.end))
    must(gloss_doc_mask(doc, &span, 1, NULL));
}

static void read_text(gloss_grammar *g, const uint8_t *data, size_t len,
                      unsigned flags, size_t at) {
  char *text = copy(data, len);
  gloss_doc *doc = gloss_doc_new(text, len, NULL, NULL);
  size_t limit = flags & HALF ? len / 2 : len, count;
  if (doc != NULL) {
    if (flags & MASK) mask(doc, text, len, at);
    count = find(g, doc, text, limit, flags);
    if (flags & DROP)
      must(find(g, doc, text, limit, 0) <= count);
    else
      must(find(g, doc, text, limit, 0) == count);
  }
  gloss_doc_free(doc);
  free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  const uint8_t *text, *end = data + size;
  gloss_grammar *g;
  unsigned flags;
  if (size < 2) return 0;
  flags = data[0];
  text = data + 2;
  if (!(flags & RULES)) {
    read_text(made(flags & ~(unsigned)DROP), text, size - 2,
              flags & ~(unsigned)DROP, data[1]);
    return 0;
  }
  text = memchr(data + 2, 0, size - 2);
  if (text == NULL) text = end;
  g = make(flags);
  add_rules(g, (const char *)data + 2, (size_t)(text - data) - 2);
  must(gloss_grammar_build(g, NULL));
  if (text < end) text++;
  read_text(g, text, (size_t)(end - text), flags, data[1]);
  gloss_grammar_free(g);
  return 0;
}

/* regex_prefix.c - reads with which bytes the matches of a regex begin. */
#include "match/regex_prefix.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "gloss.h"
#include "match/regex_syntax.h"

enum { MAX_NESTING = 40 };

/* What is optional more often than this is "any number of times". */
enum { MAX_OPTIONAL = 3 };

typedef struct reader {
  gloss_regex_reader lexer;
  int depth;
  bool failed; /* unknown syntax, or no memory: nothing is said */
} reader;

/* ---- Lists ---- */

void gloss_prefixes_free(gloss_prefixes *p) {
  free(p->list);
  *p = (gloss_prefixes){ NULL, 0, 0 };
}

static void add(reader *r, gloss_prefixes *to, const gloss_prefix *prefix) {
  if (!gloss_array_reserve(to->list, to->room, to->count + 1)) r->failed = true;
  if (!r->failed) to->list[to->count++] = *prefix;
}

/* The list of one prefix that takes nothing. */
static void add_empty(reader *r, gloss_prefixes *to, bool cut, bool edge) {
  gloss_prefix empty = { .cut = cut, .edge = edge };
  add(r, to, &empty);
}

static void cut_all(gloss_prefixes *p) {
  for (size_t i = 0; i < p->count; i++) p->list[i].cut = true;
}

static bool is_same(const gloss_prefix *a, const gloss_prefix *b) {
  return a->len == b->len && a->cut == b->cut && a->edge == b->edge &&
         memcmp(a->bytes, b->bytes, a->len * sizeof *a->bytes) == 0;
}

/* Makes no prefix longer than `len`, and keeps each once. */
static void shorten(gloss_prefixes *p, uint8_t len) {
  size_t n = 0;
  for (size_t i = 0; i < p->count; i++) {
    gloss_prefix *one = &p->list[i];
    size_t k = 0;
    if (one->len > len) one->cut = true;
    if (one->len > len) one->len = len;
    while (k < n && !is_same(&p->list[k], one)) k++;
    if (k == n) p->list[n++] = *one;
  }
  p->count = n;
}

/* Both lists in one. A list that is long is worth shorter prefixes; longer than
** is of use then, it says nothing. */
static void unite(reader *r, gloss_prefixes *to, const gloss_prefixes *more) {
  for (size_t i = 0; i < more->count && !r->failed; i++)
    add(r, to, &more->list[i]);
  for (uint8_t len = GLOSS_PREFIX_BYTES / 2;
       len > 0 && to->count > GLOSS_MAX_PREFIXES; len--)
    shorten(to, len);
  if (to->count > GLOSS_MAX_PREFIXES) r->failed = true;
}

/* `a`, then `b` behind it. */
static void append(gloss_prefix *a, const gloss_prefix *b) {
  if (a->len == 0 && b->edge) a->edge = true;
  for (uint8_t i = 0; i < b->len && a->len < GLOSS_PREFIX_BYTES; i++)
    a->bytes[a->len++] = b->bytes[i];
  a->cut = b->cut || a->len == GLOSS_PREFIX_BYTES;
}

/* Each of `to`, with each of `next` behind it. Where these are too many,
** `next` is left out, and what is behind `to` is not known. */
static void concatenate(reader *r, gloss_prefixes *to,
                        const gloss_prefixes *next) {
  gloss_prefixes both = { NULL, 0, 0 };
  size_t open = 0;
  for (size_t i = 0; i < to->count; i++) open += !to->list[i].cut;
  if (to->count - open + open * next->count > GLOSS_MAX_PREFIXES) {
    cut_all(to);
    return;
  }
  for (size_t i = 0; i < to->count && !r->failed; i++) {
    if (to->list[i].cut) {
      add(r, &both, &to->list[i]);
      continue;
    }
    for (size_t k = 0; k < next->count && !r->failed; k++) {
      gloss_prefix joined = to->list[i];
      append(&joined, &next->list[k]);
      add(r, &both, &joined);
    }
  }
  gloss_prefixes_free(to);
  *to = both;
}

/* ---- Characters ---- */

/* The prefixes of one character of a set. */
static void add_set(reader *r, gloss_prefixes *to, const gloss_char_set *set) {
  gloss_prefix p = { .len = 1 };
  p.bytes[0].bits[0] = set->ascii[0];
  p.bytes[0].bits[1] = set->ascii[1];
  if (set->ascii[0] | set->ascii[1]) add(r, to, &p);
  for (size_t i = 0; i < set->char_count; i++) {
    const gloss_utf8_char *c = &set->chars[i];
    p = (gloss_prefix){ .len = c->len };
    for (uint8_t k = 0; k < c->len; k++)
      gloss_byte_add(&p.bytes[k], (unsigned char)c->bytes[k]);
    add(r, to, &p);
  }
  if (set->leads != 0) {
    p = (gloss_prefix){ .len = 1, .cut = true };
    p.bytes[0].bits[3] = set->leads;
    add(r, to, &p);
  }
}

/* ---- Repetitions ---- */

/* Puts nothing, or x up to `most` times, behind `to`. */
static void add_optional(reader *r, gloss_prefixes *to,
                         const gloss_prefixes *x, uint32_t most) {
  gloss_prefixes rest = { NULL, 0, 0 };
  bool endless = most > MAX_OPTIONAL;
  if (endless) most = 1;
  add_empty(r, &rest, endless, false); /* what is behind the last x */
  for (uint32_t i = 0; i < most && !r->failed; i++) {
    gloss_prefixes more = { NULL, 0, 0 };
    unite(r, &more, x);
    concatenate(r, &more, &rest);
    gloss_prefixes_free(&rest);
    add_empty(r, &rest, false, false);
    unite(r, &rest, &more);
    gloss_prefixes_free(&more);
  }
  concatenate(r, to, &rest);
  gloss_prefixes_free(&rest);
}

/* Makes x the repetition of x. */
static void repeat(reader *r, gloss_prefixes *x, uint32_t min, uint32_t max) {
  gloss_prefixes all = { NULL, 0, 0 };
  add_empty(r, &all, false, false);
  for (uint32_t i = 0; i < min && i < GLOSS_PREFIX_BYTES && !r->failed; i++)
    concatenate(r, &all, x);
  if (min > GLOSS_PREFIX_BYTES) cut_all(&all);
  if (max > min) add_optional(r, &all, x, max - min);
  gloss_prefixes_free(x);
  *x = all;
}

/* ---- The expression ---- */

static void read_either(reader *r, gloss_prefixes *out);

/* Behind a group's head: what is in it, and its bracket. `flags` are those
** around it. */
static void read_group(reader *r, gloss_prefixes *out, unsigned flags) {
  if (++r->depth > MAX_NESTING) r->failed = true;
  if (!r->failed) read_either(r, out);
  r->depth--;
  r->lexer.flags = flags;
  if (!gloss_regex_close(&r->lexer)) r->failed = true;
}

/* What looks ahead or behind takes nothing. */
static void read_look(reader *r, gloss_prefixes *out, unsigned flags) {
  gloss_prefixes inside = { NULL, 0, 0 };
  read_group(r, &inside, flags);
  gloss_prefixes_free(&inside);
  add_empty(r, out, false, false);
}

/* One item, without its repetition. */
static void read_item(reader *r, gloss_prefixes *out) {
  unsigned flags = r->lexer.flags;
  gloss_char_set set;
  switch (gloss_regex_item(&r->lexer, &set)) {
    case GLOSS_ITEM_SET: add_set(r, out, &set); break;
    case GLOSS_ITEM_NOTHING: add_empty(r, out, false, false); break;
    case GLOSS_ITEM_EDGE: add_empty(r, out, false, true); break;
    case GLOSS_ITEM_UNKNOWN: add_empty(r, out, true, false); break;
    case GLOSS_ITEM_SET_AND_MORE:
      add_set(r, out, &set);
      cut_all(out);
      break;
    case GLOSS_ITEM_GROUP: read_group(r, out, flags); break;
    case GLOSS_ITEM_LOOK: read_look(r, out, flags); break;
    default: r->failed = true;
  }
}

static void read_sequence(reader *r, gloss_prefixes *out) {
  add_empty(r, out, false, false);
  while (!r->failed && gloss_regex_more(&r->lexer)) {
    gloss_prefixes item = { NULL, 0, 0 };
    uint32_t min, max;
    read_item(r, &item);
    while (!r->failed && gloss_regex_repetition(&r->lexer, &min, &max))
      repeat(r, &item, min, max);
    if (!r->failed) concatenate(r, out, &item);
    gloss_prefixes_free(&item);
  }
}

static void read_either(reader *r, gloss_prefixes *out) {
  do {
    gloss_prefixes one = { NULL, 0, 0 };
    read_sequence(r, &one);
    if (!r->failed) unite(r, out, &one);
    gloss_prefixes_free(&one);
  } while (!r->failed && gloss_regex_or(&r->lexer));
}

bool gloss_prefixes_read(gloss_prefixes *out, const char *pattern, size_t len,
                         unsigned flags) {
  reader r = { .lexer = { pattern, pattern + len, flags } };
  *out = (gloss_prefixes){ NULL, 0, 0 };
  read_either(&r, out);
  if (!gloss_regex_at_end(&r.lexer)) r.failed = true;
  for (size_t i = 0; i < out->count; i++)
    if (out->list[i].len == 0) r.failed = true; /* may begin with anything */
  if (r.failed || out->count == 0) gloss_prefixes_free(out);
  return out->count > 0;
}

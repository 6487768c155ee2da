/* variants.c - other ways to write a name, by the words that its owner gave. */
#include "base/arena.h"
#include "base/error.h"
#include "base/slice.h"
#include "dict/builder.h"

#include <stdlib.h>

/* One word of the rules, and what stands for it. */
typedef struct rule {
  gloss_variant_rule kind;
  gloss_slice from, to;
  struct rule *next;
} rule;

struct gloss_variants {
  gloss_arena *arena;
  rule *rules[GLOSS_VARIANT_RULES]; /* by kind */
  bool first[256];                  /* bytes with which words begin */
};

gloss_variants *gloss_variants_new(gloss_error *err) {
  gloss_variants *v = calloc(1, sizeof *v);
  if (v != NULL) v->arena = gloss_arena_new();
  if (v != NULL && v->arena != NULL) return v;
  free(v);
  gloss_no_memory(err);
  return NULL;
}

void gloss_variants_free(gloss_variants *v) {
  if (v == NULL) return;
  gloss_arena_free(v->arena);
  free(v);
}

static bool keep(gloss_variants *v, gloss_slice *s) {
  if (s->len == 0) return true;
  s->bytes = gloss_arena_copy(v->arena, s->bytes, s->len);
  return s->bytes != NULL;
}

bool gloss_variants_add(gloss_variants *v, gloss_variant_rule kind,
                        gloss_slice from, gloss_slice to, gloss_error *err) {
  rule *r = gloss_arena_alloc(v->arena, sizeof *r);
  if (r == NULL || !keep(v, &from) || !keep(v, &to))
    return gloss_no_memory(err);
  *r = (rule){ kind, from, to, v->rules[kind] };
  v->rules[kind] = r;
  if (kind == GLOSS_VARIANT_WORD && from.len > 0)
    v->first[(unsigned char)from.bytes[0]] = true;
  return true;
}

/* ---- One name ------------------------------------------------------------ */

enum { PERSON = 1, PLACE = 2, ORGANISATION = 4 };

typedef struct writer {
  const gloss_variants *rules;
  gloss_slice name;
  unsigned kind; /* of the entity: PERSON, ... */
  gloss_variant_found *found;
  void *context;
  size_t len; /* of the variant that is being made */
  char bytes[2 * GLOSS_MAX_ALIAS];
} writer;

static bool is_upper(unsigned char c) { return c >= 'A' && c <= 'Z'; }
static bool is_lower(unsigned char c) { return c >= 'a' && c <= 'z'; }
static bool is_word(unsigned char c) {
  return is_upper(c) || is_lower(c) || (c >= '0' && c <= '9');
}
static bool is_space(unsigned char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The byte at `i`; 0 behind the end. */
static unsigned char at(const writer *w, size_t i) {
  return i < w->name.len ? (unsigned char)w->name.bytes[i] : 0;
}

static bool begins(gloss_slice s, gloss_slice with) {
  return s.len >= with.len && memcmp(s.bytes, with.bytes, with.len) == 0;
}

static void put(writer *w, const char *bytes, size_t len) {
  if (len > sizeof w->bytes - w->len) len = sizeof w->bytes - w->len;
  memcpy(w->bytes + w->len, bytes, len);
  w->len += len;
}

/* Bytes [from, to) of the name. */
static void put_part(writer *w, size_t from, size_t to) {
  put(w, w->name.bytes + from, to - from);
}

/* Gives what has been put together, unless it is the name or too long. */
static void give(writer *w, gloss_case letter_case) {
  gloss_slice made = { w->bytes, w->len };
  w->len = 0;
  if (made.len <= GLOSS_MAX_ALIAS && !gloss_same_bytes(made, w->name))
    w->found(w->context, made, letter_case);
}

/* What everybody calls it: U.S. for United States. */
static void common(writer *w) {
  for (const rule *r = w->rules->rules[GLOSS_VARIANT_WHOLE]; r; r = r->next) {
    if (!gloss_same_bytes(r->from, w->name)) continue;
    put(w, r->to.bytes, r->to.len);
    give(w, GLOSS_EXACT);
  }
}

/* U.S. for US and the other way; for names of two to five capitals alone. */
static void points(writer *w) {
  size_t n = w->name.len;
  if (n < 2 || n > 10 || !is_upper(at(w, 0))) return;
  if (n == 2 && is_upper(at(w, 1))) {
    put(w, (char[4]){ w->name.bytes[0], '.', w->name.bytes[1], '.' }, 4);
    give(w, GLOSS_EXACT);
    return;
  }
  if (n < 4 || at(w, 1) != '.' || !is_upper(at(w, 2)) || at(w, 3) != '.')
    return;
  for (size_t i = 0; i < n; i++)
    if (at(w, i) != '.' && !is_upper(at(w, i))) return;
  for (size_t i = 0; i < n; i++)
    if (at(w, i) != '.') put_part(w, i, i + 1);
  give(w, GLOSS_EXACT);
}

/* Is there an initial with its point? */
static bool is_initial(const writer *w, size_t i) {
  return is_upper(at(w, i)) && at(w, i + 1) == '.';
}

/* Initials by twos: J. R. joined, J.R. apart. */
static void space_initials(writer *w, bool joined) {
  size_t i = 0, gap = joined ? 1 : 0;
  while (i < w->name.len) {
    if (is_initial(w, i) && (!joined || at(w, i + 2) == ' ') &&
        is_initial(w, i + 2 + gap)) {
      put_part(w, i, i + 2);
      if (!joined) put(w, " ", 1);
      put_part(w, i + 2 + gap, i + 4 + gap);
      i += 4 + gap;
    } else {
      put_part(w, i, i + 1);
      i++;
    }
  }
  give(w, GLOSS_SMART);
}

/* J. R. Smith, J.R. Smith, JR Smith. */
static void initials(writer *w) {
  size_t gap = at(w, 2) == ' ' ? 1 : 0;
  if (!is_initial(w, 0) || !is_initial(w, 2 + gap)) return;
  space_initials(w, true);
  put_part(w, 0, 1);
  put_part(w, 2 + gap, 3 + gap);
  put_part(w, 4 + gap, w->name.len);
  give(w, GLOSS_SMART);
  space_initials(w, false);
}

/* Is [from, to) a capital and more, without a space or point? */
static bool is_name_word(const writer *w, size_t from, size_t to) {
  if (to < from + 2 || !is_upper(at(w, from))) return false;
  for (size_t i = from; i < to; i++)
    if (is_space(at(w, i)) || at(w, i) == '.') return false;
  return true;
}

/* Is [from, to) one or two middle names? Not where the second word is small or
** a comma is there. */
static bool is_middle(const writer *w, size_t from, size_t to) {
  size_t words = 0;
  for (size_t i = from; i < to; i++) {
    unsigned char c = at(w, i);
    bool first = !is_space(c) && (i == from || is_space(at(w, i - 1)));
    if (c == ',' || (first && i > from && is_lower(c))) return false;
    words += first;
  }
  return words <= 2;
}

/* Elizabeth II has no last name. */
static bool is_ordinal(const writer *w, size_t from) {
  for (size_t i = from; i < w->name.len; i++)
    if (at(w, i) != 'I' && at(w, i) != 'V' && at(w, i) != 'X') return false;
  return true;
}

/* John Kennedy for John F. Kennedy and John Fitzgerald Kennedy. */
static void without_middle(writer *w) {
  size_t n = w->name.len, first = 0, last = n;
  while (first < n && at(w, first) != ' ') first++;
  while (last > first && at(w, last - 1) != ' ') last--;
  if (last < first + 3 || !is_name_word(w, 0, first) ||
      !is_name_word(w, last, n) || !is_middle(w, first + 1, last - 1) ||
      is_ordinal(w, last))
    return;
  put_part(w, 0, first + 1);
  put_part(w, last, n);
  give(w, GLOSS_SMART);
}

/* Saint Anna for St. Anna, US Senate for United States Senate. */
static void beginnings(writer *w, gloss_variant_rule kind) {
  for (const rule *r = w->rules->rules[kind]; r; r = r->next) {
    if (!begins(w->name, r->from)) continue;
    put(w, r->to.bytes, r->to.len);
    put_part(w, r->from.len, w->name.len);
    give(w, GLOSS_SMART);
  }
}

/* Does a word of the rules stand at `i`, as a word? */
static bool is_word_at(const writer *w, gloss_slice word, size_t i) {
  gloss_slice rest = { w->name.bytes + i, w->name.len - i };
  return begins(rest, word) && (i == 0 || !is_word(at(w, i - 1))) &&
         !is_word(at(w, i + word.len));
}

/* The name with another spelling for a word, wherever it stands. */
static void respell(writer *w, const rule *r) {
  bool any = false;
  for (size_t i = 0; i < w->name.len;) {
    if (is_word_at(w, r->from, i)) {
      put(w, r->to.bytes, r->to.len);
      i += r->from.len;
      any = true;
    } else {
      put_part(w, i, i + 1);
      i++;
    }
  }
  if (any) give(w, GLOSS_SMART);
  w->len = 0;
}

/* Defense for Defence; not in a name of one word: labour is a word, too. Most
** names have no such word. */
static void spellings(writer *w) {
  const rule *rules = w->rules->rules[GLOSS_VARIANT_WORD];
  bool may = false;
  if (memchr(w->name.bytes, ' ', w->name.len) == NULL) return;
  for (size_t i = 0; i < w->name.len && !may; i++)
    if (w->rules->first[at(w, i)])
      for (const rule *r = rules; r != NULL; r = r->next)
        may |= is_word_at(w, r->from, i);
  for (const rule *r = rules; may && r != NULL; r = r->next) respell(w, r);
}

/* Grande Terre for Grande-Terre. */
static void without_hyphens(writer *w) {
  size_t i = 1;
  if (!is_upper(at(w, 0)) || !is_lower(at(w, 1))) return;
  while (is_lower(at(w, i))) i++;
  if (at(w, i) != '-' || !is_upper(at(w, i + 1))) return;
  for (i = 0; i < w->name.len; i++)
    put(w, at(w, i) == '-' ? " " : w->name.bytes + i, 1);
  give(w, GLOSS_SMART);
}

/* New York Times for The New York Times, whose article is small inside a
** sentence. One word (Guardian) says too little: it is linked only behind an
** article, see core/link. */
static void without_article(writer *w) {
  for (const rule *r = w->rules->rules[GLOSS_VARIANT_ARTICLE]; r;
       r = r->next) {
    size_t from = r->from.len;
    if (!begins(w->name, r->from) || !is_upper(at(w, from))) continue;
    if (!(w->kind & (PLACE | ORGANISATION)) &&
        memchr(w->name.bytes + from, ' ', w->name.len - from) == NULL)
      continue;
    put_part(w, from, w->name.len);
    give(w, GLOSS_SMART);
  }
}

/* iPhone and eBay, where lists of names begin with a capital. */
static void small_first(writer *w) {
  unsigned char c = at(w, 0);
  char small = (char)(c | 0x20);
  if ((c != 'I' && c != 'E') || !is_upper(at(w, 1)) || !is_lower(at(w, 2)))
    return;
  put(w, &small, 1);
  put_part(w, 1, w->name.len);
  give(w, GLOSS_EXACT);
}

/* Does the name have two words before `end`? */
static bool has_words(const writer *w, size_t end) {
  for (size_t i = 1; i + 1 < end; i++)
    if (at(w, i) == ' ' && !is_space(at(w, i - 1)) && !is_space(at(w, i + 1)))
      return true;
  return false;
}

/* Tulsa for Tulsa, Oklahoma; Trinity College for Trinity College, Cambridge;
** Washington D.C. for Washington, D.C. */
static void before_comma(writer *w) {
  const char *comma = memchr(w->name.bytes, ',', w->name.len);
  size_t end;
  if (comma == NULL) return;
  end = (size_t)(comma - w->name.bytes);
  if (end <= 2 || at(w, end + 1) != ' ' || end + 2 >= w->name.len ||
      is_space(at(w, end + 2)))
    return;
  if ((w->kind & PLACE) || has_words(w, end)) {
    put_part(w, 0, end);
    give(w, GLOSS_SMART);
  }
  if (w->kind & PLACE) {
    put_part(w, 0, end);
    put_part(w, end + 1, w->name.len);
    give(w, GLOSS_SMART);
  }
}

/* ---- Types --------------------------------------------------------------- */

static bool is_type(const rule *r, gloss_slice type) {
  for (; r != NULL; r = r->next) {
    size_t i = 0;
    if (r->from.len != type.len) continue;
    while (i < type.len &&
           (is_lower((unsigned char)type.bytes[i]) ? type.bytes[i] & ~0x20
                                                   : type.bytes[i]) ==
               r->from.bytes[i])
      i++;
    if (i == type.len) return true;
  }
  return false;
}

static unsigned kind_of(const gloss_variants *v, gloss_slice type) {
  return (is_type(v->rules[GLOSS_VARIANT_PERSON], type) ? PERSON : 0) |
         (is_type(v->rules[GLOSS_VARIANT_PLACE], type) ? PLACE : 0) |
         (is_type(v->rules[GLOSS_VARIANT_ORGANISATION], type) ? ORGANISATION
                                                              : 0);
}

void gloss_variants_each(const gloss_variants *v, gloss_slice name,
                         gloss_slice type, gloss_variant_found *found,
                         void *context) {
  writer w;
  if (name.len == 0 || name.len > GLOSS_MAX_ALIAS) return;
  w.rules = v;
  w.name = name;
  w.kind = kind_of(v, type);
  w.found = found;
  w.context = context;
  w.len = 0;
  common(&w);
  points(&w);
  beginnings(&w, GLOSS_VARIANT_BEGINNING);
  if (w.kind & PERSON) {
    initials(&w);
    without_middle(&w);
  } else {
    beginnings(&w, GLOSS_VARIANT_BEGINNING_OF_OTHERS);
    spellings(&w);
  }
  if (w.kind & PLACE) without_hyphens(&w);
  without_article(&w);
  small_first(&w);
  before_comma(&w);
}

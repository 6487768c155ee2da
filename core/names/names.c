/* names.c - a finder of names: made, told its words, and led through a
** document. */
#include "names/names.h"

#include <stddef.h>
#include <stdlib.h>

#include "base/array.h"
#include "base/error.h"
#include "doc/doc_private.h"
#include "match/vocabulary.h"

/* ---- New and free -------------------------------------------------------- */

gloss_names *gloss_names_new(gloss_matcher *classes, gloss_casing casing,
                             gloss_acronyms *acronyms, gloss_error *err) {
  gloss_names *n = calloc(1, sizeof *n);
  if (n != NULL) {
    n->arena = gloss_arena_new();
    n->word_arena = gloss_arena_new();
  }
  if (n == NULL || n->arena == NULL || n->word_arena == NULL) {
    gloss_names_free(n);
    gloss_no_memory(err);
    return NULL;
  }
  n->classes = classes;
  n->casing = casing;
  n->acronyms = acronyms;
  n->is.opens = UINT64_C(1) << (casing.bit & 63);
  n->is.heading = n->is.opens << 1;
  n->is.also_small = n->is.opens << 2;
  n->is.inside = n->is.opens << 3;
  n->is.rather_small = n->is.opens << 4;
  return n;
}

/* Lets go of the room for what belongs to one document. */
static void free_document(gloss_names *n) {
  gloss_intern *const tables[] = { &n->ends, &n->initials, &n->names,
                                   &n->shorts };
  void *const arrays[] = { n->bits, n->spots, n->spare, n->rows, n->clusters,
                           n->full, n->doubtful, n->lost, n->ends_cluster,
                           n->initials_cluster, n->names_cluster, n->longs,
                           n->buffer, n->joined };
  uint32_t document = n->document;
  for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
    gloss_intern_free(tables[i]);
  for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++) free(arrays[i]);
  memset(&n->doc, 0, sizeof *n - offsetof(gloss_names, doc));
  n->document = document;
}

void gloss_names_free(gloss_names *n) {
  if (n == NULL) return;
  free_document(n);
  gloss_vocabulary_release(n->vocabulary);
  gloss_intern_free(&n->words);
  gloss_intern_free(&n->low_numbers);
  gloss_intern_free(&n->form_numbers);
  free(n->word_sets);
  free(n->noun_endings.list);
  free(n->title_ends.list);
  free(n->lows);
  free(n->known_words);
  free(n->forms);
  gloss_arena_free(n->word_arena);
  gloss_arena_free(n->arena);
  free(n);
}

/* ---- What it is told ----------------------------------------------------- */

#define BITS(field) offsetof(gloss_names_bits, field)
static const struct { const char *name; size_t place; } classes[] = {
  { "CAP", BITS(cap) }, { "SMALL", BITS(small) }, { "NUMBER", BITS(number) },
  { "ACRONYM", BITS(acronym) }, { "START", BITS(start) },
  { "PART", BITS(part) }, { "SPECIAL", BITS(special) },
  { "WEAK", BITS(weak) }, { "MONTH", BITS(month) },
  { "CALENDAR", BITS(calendar) }, { "BEFORE_MONTH", BITS(before_month) },
  { "PARTICLE", BITS(particle) }, { "ANY_PARTICLE", BITS(any_particle) },
  { "SECOND", BITS(second) }, { "LEADING", BITS(leading) },
  { "LINK", BITS(link) }, { "HEAD", BITS(head) }, { "ENDING", BITS(ending) },
  { "HYPHEN", BITS(hyphen) }, { "AND", BITS(conjunction) },
  { "AMPERSAND", BITS(ampersand) }, { "COMMA", BITS(comma) },
  { "OF", BITS(of) }, { "ARTICLE", BITS(article) },
  { "BIG_ARTICLE", BITS(big_article) }, { "NOUN_ARTICLE", BITS(noun_article) },
  { "OFFICE_END", BITS(office_end) }, { "SPEECH", BITS(speech) },
  { "OWN", BITS(own) }, { "BEFORE_FIRM", BITS(before_firm) },
  { "BEHIND_FIRM", BITS(behind_firm) }, { "BEFORE_OF", BITS(before_of) },
  { "BEFORE_PLACE", BITS(before_place) }, { "STATE", BITS(state) },
  { "ROLE", BITS(role) }, { "INDEFINITE", BITS(indefinite) },
  { "RELATIVE", BITS(relative) }, { "WITHIN", BITS(within) },
  { "AGED", BITS(aged) },
  { "SAYS", BITS(says) }, { "APOSTROPHE", BITS(apostrophe) },
  { "PLURAL", BITS(plural) }, { "DASH", BITS(dash) },
  { "BRACKET", BITS(bracket) }, { "BRACKET_END", BITS(bracket_end) },
};

bool gloss_names_class(gloss_names *n, const char *name, uint64_t bits,
                       gloss_error *err) {
  for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
    if (strcmp(classes[i].name, name) != 0) continue;
    memcpy((char *)&n->is + classes[i].place, &bits, sizeof bits);
    return true;
  }
  return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "names have no class %s", name);
}

static const struct { const char *name; uint32_t set; } sets[] = {
  { "common", GLOSS_SET_COMMON }, { "weak", GLOSS_SET_WEAK },
  { "not_acronyms", GLOSS_SET_NO_ACRONYM }, { "leading", GLOSS_SET_LEADING },
  { "particles", GLOSS_SET_PARTICLE }, { "personal", GLOSS_SET_PERSONAL },
  { "heads_articles", GLOSS_SET_ARTICLE }, { "links", GLOSS_SET_LINK },
  { "organisations", GLOSS_SET_ORGANISATION },
  { "company", GLOSS_SET_COMPANY }, { "suffixes", GLOSS_SET_SUFFIX },
  { "place_heads", GLOSS_SET_LOC_FIRST }, { "places_gpe", GLOSS_SET_GPE_LAST },
  { "places_loc", GLOSS_SET_LOC_LAST }, { "regions_gpe", GLOSS_SET_GPE },
  { "regions_loc", GLOSS_SET_LOC }, { "heads", GLOSS_SET_HEAD },
  { "before_titles", GLOSS_SET_BEFORE_TITLE }, { "given", GLOSS_SET_GIVEN },
  { "titles", GLOSS_SET_TITLE }, { "title_starts", GLOSS_SET_TITLE_START },
  { "offices", GLOSS_SET_OFFICE }, { "demonyms", GLOSS_SET_DEMONYM },
  { "known_places", GLOSS_SET_PLACE },
  { "known_organisations", GLOSS_SET_KNOWN }, { "of", GLOSS_SET_OF },
  { "either", GLOSS_SET_EITHER }, { "parties", GLOSS_SET_PARTY },
  { "party_states", GLOSS_SET_PARTY_STATE }, { "tails", GLOSS_SET_TAIL },
};

static bool add_ending(gloss_names *n, struct gloss_name_ends *ends,
                       gloss_slice word, gloss_error *err) {
  const char *copy = gloss_arena_copy(n->word_arena, word.bytes, word.len);
  if (copy == NULL || !gloss_array_reserve(ends->list, ends->room,
                                           ends->count + 1))
    return gloss_no_memory(err);
  ends->list[ends->count++] = (gloss_slice){ copy, word.len };
  return true;
}

static bool add_to(gloss_names *n, uint32_t set, const char *bytes,
                   size_t len) {
  size_t before = n->words.count;
  uint32_t number;
  if (!gloss_array_reserve(n->word_sets, n->word_room, before + 1))
    return false;
  number = gloss_intern_add(&n->words, bytes, len);
  if (number == GLOSS_NOT_INTERNED) return false;
  if (n->words.count > before) n->word_sets[number] = 0;
  n->word_sets[number] |= set;
  return true;
}

static bool is_mark(char c) {
  return (unsigned char)c < 0x80 && !(c >= '0' && c <= '9') &&
         !(c >= 'a' && c <= 'z');
}

/* Notes what a text may begin with: all up to a blank, up to a mark and behind
** one. */
static bool add_word(gloss_names *n, uint32_t set, gloss_slice word,
                     gloss_error *err) {
  bool ok = add_to(n, set, word.bytes, word.len);
  for (size_t i = 1; ok && i < word.len; i++)
    if (is_mark(word.bytes[i]) ||
        (is_mark(word.bytes[i - 1]) && word.bytes[i - 1] != ' '))
      ok = add_to(n, GLOSS_SET_LONGER, word.bytes, i);
  return ok || gloss_no_memory(err);
}

bool gloss_names_word(gloss_names *n, const char *set, gloss_slice word,
                      gloss_error *err) {
  if (strcmp(set, "noun_endings") == 0)
    return add_ending(n, &n->noun_endings, word, err);
  if (strcmp(set, "title_ends") == 0)
    return add_ending(n, &n->title_ends, word, err);
  for (size_t i = 0; i < sizeof sets / sizeof *sets; i++)
    if (strcmp(sets[i].name, set) == 0)
      return add_word(n, sets[i].set, word, err);
  return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "names have no words %s", set);
}

#define NUMBER(field) { #field, offsetof(gloss_names_numbers, field) }
static const struct { const char *name; size_t place; } numbers[] = {
  NUMBER(sure), NUMBER(longest_name), NUMBER(person_words),
  NUMBER(cluster_words), NUMBER(longest_title), NUMBER(plain_runs),
  NUMBER(small_start), NUMBER(nouns),
};

bool gloss_names_number(gloss_names *n, const char *name, int64_t value,
                        gloss_error *err) {
  int rule = gloss_guess_rule(name);
  if (rule >= 0) return n->numbers.weights[rule] = value, true;
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    if (strcmp(numbers[i].name, name) != 0) continue;
    memcpy((char *)&n->numbers + numbers[i].place, &value, sizeof value);
    return true;
  }
  return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0, "names have no number %s",
                    name);
}

/* ---- A document ---------------------------------------------------------- */

/* Tokens of a large document: its room is not kept for the next. */
enum { LARGE = 1 << 20 };

static void forget_document(gloss_names *n) {
  if (n->bit_room > LARGE) free_document(n);
  gloss_intern_clear(&n->ends);
  gloss_intern_clear(&n->initials);
  gloss_intern_clear(&n->names);
  gloss_intern_clear(&n->shorts);
  n->spot_count = n->row_count = n->cluster_count = 0;
  n->full_count = n->doubtful_count = n->lost_count = 0;
  n->acronyms_read = n->failed = false;
}

/* Gives the tokens their bits. */
static bool read_tokens(gloss_names *n, gloss_error *err) {
  gloss_word_numbers words;
  n->tokens = gloss_doc_token_columns(n->doc);
  if (!gloss_array_reserve(n->bits, n->bit_room, n->tokens.count + 1))
    return gloss_no_memory(err);
  if (!gloss_matcher_tags(n->classes, n->doc, n->bits, err) ||
      !gloss_doc_casing(n->doc, &n->casing, n->bits, err) ||
      !gloss_doc_words(n->doc, &words, err))
    return false;
  n->numbers_of_words = words.numbers;
  return true;
}

/* The rows of `entities` in order, for places in order. */
typedef struct linked {
  const gloss_layer *layer;
  size_t at;
} linked;

/* Does an entity share a byte with the place? */
static bool is_linked(linked *l, gloss_span span) {
  size_t count = l->layer != NULL ? gloss_layer_count(l->layer) : 0;
  while (l->at < count && gloss_layer_span(l->layer, l->at).end <= span.start)
    l->at++;
  for (size_t k = l->at; k < count; k++) {
    gloss_span other = gloss_layer_span(l->layer, k);
    if (other.start >= span.end) return false;
    if (other.end > span.start) return true;
  }
  return false;
}

bool gloss_name_is_linked(const gloss_names *n, gloss_span span) {
  linked l = { gloss_doc_layer(n->doc, "entities", 8), 0 };
  return is_linked(&l, span);
}

/* Takes a name, and notes what stands beside it for others that are spelled
** so. A place before a report is nobody's surname. */
static void take(gloss_names *n, const gloss_name_spot *spot,
                 gloss_span span) {
  gloss_name_guess guess = gloss_guess_of_spot(n, spot);
  gloss_low *low = gloss_names_low_here(n, n->forms[spot->form].low);
  n->rows[n->row_count++] = (gloss_name_row){
    .span = span, .form = spot->form,
    .titled = spot->piece.title_first != GLOSS_NO_NAME,
    .heading = (spot->any & n->is.heading) != 0, .guess = guess };
  if (guess.type == GLOSS_NAME_PERSON &&
      (guess.reason == GLOSS_REASON_ROLE ||
       guess.reason == GLOSS_REASON_SPEECH))
    low->person = true;
  if (guess.reason == GLOSS_REASON_DATE_LINE &&
      guess.type != GLOSS_NAME_UNKNOWN)
    low->surname = low->given = GLOSS_NOBODY;
}

/* Takes the names that no dictionary has linked. */
static void take_names(gloss_names *n) {
  linked entities = { gloss_doc_layer(n->doc, "entities", 8), 0 };
  if (!gloss_array_reserve(n->rows, n->row_room, n->spot_count)) {
    n->failed = true;
    return;
  }
  for (size_t i = 0; i < n->spot_count; i++) {
    const gloss_name_spot *spot = &n->spots[i];
    gloss_span span;
    if (spot->form == GLOSS_NO_NAME) continue;
    span = (gloss_span){ n->tokens.starts[spot->piece.first],
                         n->tokens.ends[spot->piece.last] };
    if (is_linked(&entities, span)) {
      gloss_name_lose(n, spot, "linked");
      continue;
    }
    take(n, spot, span);
  }
}

static void find(gloss_names *n) {
  if (!gloss_names_forget(n)) {
    n->failed = true;
    return;
  }
  gloss_name_runs(n);
  if (!n->failed) gloss_name_drop(n);
  if (!n->failed) take_names(n);
  if (!n->failed) gloss_name_define(n);
  if (!n->failed) gloss_name_group(n);
}

bool gloss_names_add(gloss_names *n, gloss_doc *doc, unsigned flags,
                     gloss_error *err) {
  size_t len;
  bool ok;
  forget_document(n);
  n->doc = doc;
  n->text = gloss_doc_text(doc, &len);
  n->explains = (flags & GLOSS_NAMES_EXPLAIN) != 0;
  if (!read_tokens(n, err)) return false;
  find(n);
  ok = !n->failed || gloss_no_memory(err);
  ok = ok && gloss_name_rows(n, err);
  if (!ok) gloss_names_forget_all(n); /* something may be known by half */
  return ok;
}

bool gloss_names_why(const gloss_names *n, size_t i, gloss_names_lost *out) {
  if (i >= n->lost_count) return false;
  *out = n->lost[i];
  return true;
}

/* context.c - what an alias asks of its surroundings: require and avoid.
**
** A cell is a list of terms, any of which will do: plain words in the same
** sentence, `doc:word` anywhere in the document, `@name` the entity's own name,
** `@org:x` another entity, `@PERSON` any other of that type. */
#include "base/array.h"
#include "base/error.h"
#include "link/linker.h"

/* ---- Terms --------------------------------------------------------------- */

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static gloss_slice trim(gloss_slice s) {
  while (s.len > 0 && is_blank(s.bytes[0])) s.bytes++, s.len--;
  while (s.len > 0 && is_blank(s.bytes[s.len - 1])) s.len--;
  return s;
}

static gloss_slice behind(gloss_slice s, size_t n) {
  return trim((gloss_slice){ s.bytes + n, s.len - n });
}

static bool begins(gloss_slice s, const char *with, size_t len) {
  return s.len > len && memcmp(s.bytes, with, len) == 0;
}

/* A copy of the folded form; what is not UTF-8 is in no text. */
static bool fold(gloss_linker *l, gloss_slice *word, gloss_error *err) {
  gloss_string folded;
  gloss_error why;
  if (!gloss_text_transform(GLOSS_FOLD, word->bytes, word->len, &folded,
                            &why)) {
    *word = (gloss_slice){ "\xFF", 1 };
    return why.code != GLOSS_NO_MEMORY || gloss_no_memory(err);
  }
  word->len = folded.len;
  word->bytes = gloss_arena_copy(l->arena, folded.bytes, folded.len);
  gloss_string_free(&folded);
  return word->bytes != NULL || gloss_no_memory(err);
}

static bool add_term(gloss_linker *l, gloss_slice raw, gloss_error *err) {
  gloss_term t = { .kind = GLOSS_TERM_SENTENCE, .word = raw, .raw = raw };
  if (!gloss_array_reserve(l->terms, l->term_room, l->term_count + 1))
    return gloss_no_memory(err);
  if (gloss_same_bytes(raw, (gloss_slice){ "@name", 5 })) {
    t.kind = GLOSS_TERM_OWN;
  } else if (begins(raw, "@", 1)) {
    t.word = (gloss_slice){ raw.bytes + 1, raw.len - 1 };
    t.kind = memchr(t.word.bytes, ':', t.word.len) != NULL ? GLOSS_TERM_ID
                                                           : GLOSS_TERM_TYPE;
  } else {
    if (begins(raw, "doc:", 4)) {
      t.kind = GLOSS_TERM_DOC;
      t.word = behind(raw, 4);
    }
    if (!fold(l, &t.word, err)) return false;
  }
  l->terms[l->term_count++] = t;
  return true;
}

static bool parse_cell(gloss_linker *l, gloss_slice cell, gloss_cell *out,
                       gloss_error *err) {
  size_t at = 0;
  out->first = (uint32_t)l->term_count;
  while (at < cell.len) {
    const char *bar = memchr(cell.bytes + at, '|', cell.len - at);
    size_t end = bar != NULL ? (size_t)(bar - cell.bytes) : cell.len;
    gloss_slice term = trim((gloss_slice){ cell.bytes + at, end - at });
    if (term.len > 0 && !add_term(l, term, err)) return false;
    at = end + 1;
  }
  out->count = (uint32_t)l->term_count - out->first;
  return true;
}

/* The terms of a cell, parsed when first met. */
static bool cell_of(gloss_linker *l, gloss_slice text, gloss_cell *cell,
                    gloss_error *err) {
  size_t before = l->cells.count;
  uint32_t n = gloss_intern_find(&l->cells, text.bytes, text.len);
  if (n != GLOSS_NOT_INTERNED) {
    *cell = l->cell_rows[n];
    return true;
  }
  if (!parse_cell(l, text, cell, err)) return false;
  if (!gloss_array_reserve(l->cell_rows, l->cell_room, before + 1))
    return gloss_no_memory(err);
  l->cell_rows[before] = *cell;
  n = gloss_intern_add(&l->cells, text.bytes, text.len);
  return n != GLOSS_NOT_INTERNED || gloss_no_memory(err);
}

/* ---- Words in text ------------------------------------------------------- */

static bool in_word(char c) {
  unsigned char u = (unsigned char)c;
  return u >= 0x80 || (u >= '0' && u <= '9') || (u >= 'a' && u <= 'z') ||
         (u >= 'A' && u <= 'Z');
}

/* Does folded text hold a word, or words, not inside another? */
static bool has_word(const gloss_string *text, gloss_slice word) {
  const char *at = text->bytes, *end;
  if (word.len == 0 || text->len < word.len) return false;
  end = at + text->len;
  while ((size_t)(end - at) >= word.len) {
    at = memchr(at, word.bytes[0], (size_t)(end - at) - word.len + 1);
    if (at == NULL) return false;
    if (memcmp(at, word.bytes, word.len) == 0 &&
        (at == text->bytes || !in_word(at[-1])) &&
        (at + word.len == end || !in_word(at[word.len])))
      return true;
    at++;
  }
  return false;
}

static bool fold_text(gloss_linker *l, gloss_span span, gloss_string *out,
                      gloss_error *err) {
  gloss_string_free(out);
  *out = (gloss_string){ NULL, 0 };
  return gloss_text_transform(GLOSS_FOLD, l->text + span.start,
                              span.end - span.start, out, err);
}

/* Folds the sentence around a place, unless that was the last. */
static bool find_sentence(gloss_linker *l, uint32_t at, gloss_error *err) {
  size_t count, i;
  const gloss_sentence *all = gloss_doc_sentences(l->doc, &count, err);
  if (all == NULL) return false;
  i = gloss_sentences_after(all, count, at);
  if (i == l->sentence_number) return true;
  l->sentence_number = i;
  if (i < count && all[i].start <= at)
    return fold_text(l, (gloss_span){ all[i].start, all[i].end },
                     &l->sentence, err);
  gloss_string_free(&l->sentence);
  l->sentence = (gloss_string){ NULL, 0 };
  return true;
}

static bool find_document(gloss_linker *l, gloss_error *err) {
  return l->folded.bytes != NULL ||
         fold_text(l, (gloss_span){ 0, (uint32_t)l->len }, &l->folded, err);
}

void gloss_link_forget_context(gloss_linker *l) {
  gloss_string_free(&l->sentence);
  gloss_string_free(&l->folded);
  l->sentence = l->folded = (gloss_string){ NULL, 0 };
  l->sentence_number = SIZE_MAX;
  l->document++;
}

/* ---- Tests --------------------------------------------------------------- */

static bool is_certain(const gloss_linker *l, gloss_slice id) {
  uint32_t n = gloss_link_find_known(l, id);
  return n != GLOSS_NONE && l->known[n].certain;
}

/* Is another entity of that type certain? */
static bool has_type(const gloss_linker *l, gloss_slice type, uint32_t known) {
  uint32_t n = gloss_intern_find(&l->types, type.bytes, type.len);
  const gloss_known_type *t;
  if (n == GLOSS_NOT_INTERNED) return false;
  t = &l->type_rows[n];
  return t->entities[t->entities[0] == known] != GLOSS_NONE;
}

/* Has a text the word of a term? Looked for once in each document, or in each
** sentence (`number`), so that many mentions do not read the text many times. */
static bool look_once(const gloss_linker *l, gloss_term *t, size_t number,
                      const gloss_string *text) {
  if (t->document != l->document || t->sentence != number) {
    t->document = l->document;
    t->sentence = number;
    t->found = has_word(text, t->word);
  }
  return t->found;
}

static int holds(gloss_linker *l, gloss_term *t, gloss_span place,
                 uint32_t known, gloss_error *err) {
  switch (t->kind) {
    case GLOSS_TERM_SENTENCE:
      if (!find_sentence(l, place.start, err)) return -1;
      return look_once(l, t, l->sentence_number, &l->sentence);
    case GLOSS_TERM_DOC:
      if (!find_document(l, err)) return -1;
      return look_once(l, t, 0, &l->folded);
    case GLOSS_TERM_OWN: return l->known[known].named;
    case GLOSS_TERM_ID: return is_certain(l, t->word);
    default: return has_type(l, t->word, known);
  }
}

int gloss_link_holds(gloss_linker *l, gloss_slice text, gloss_span place,
                     uint32_t known, gloss_slice *because, gloss_error *err) {
  gloss_cell cell;
  if (!cell_of(l, text, &cell, err)) return -1;
  for (uint32_t i = 0; i < cell.count; i++) {
    gloss_term *t = &l->terms[cell.first + i];
    int answer = holds(l, t, place, known, err);
    *because = t->raw;
    if (answer != 0) return answer;
  }
  *because = (gloss_slice){ "", 0 };
  return 0;
}

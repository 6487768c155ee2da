/* token_tests.c - what patterns ask of one token. */
#include "match/token_tests.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/error.h"

/* ---- Making tests ---- */

/* The number of the test that `name` describes. */
static uint32_t add_test(gloss_token_tests *t, const void *name, size_t len,
                         gloss_token_test test, bool *is_new) {
  size_t before = t->names.count;
  uint32_t number;
  if (!gloss_array_reserve(t->list, t->list_room, before + 1) ||
      !gloss_array_reserve(t->others, t->other_room, t->other_count + 1))
    return GLOSS_NO_TEST;
  number = gloss_intern_add(&t->names, name, len);
  *is_new = t->names.count > before;
  if (number == GLOSS_NOT_INTERNED || !*is_new) return number;
  t->list[number] = test;
  if (test.of != GLOSS_TEST_KEY) t->others[t->other_count++] = number;
  return number;
}

/* The name of a test with text in it: `sort`, the form, the text. */
static uint32_t add_named(gloss_token_tests *t, char sort,
                          gloss_token_test test, const char *text, size_t len,
                          bool *is_new) {
  char *name = malloc(len + 2);
  uint32_t number;
  if (name == NULL) return GLOSS_NO_TEST;
  name[0] = sort;
  name[1] = (char)test.form;
  if (len > 0) memcpy(name + 2, text, len);
  number = add_test(t, name, len + 2, test, is_new);
  free(name);
  return number;
}

uint32_t gloss_test_plain(gloss_token_tests *t, gloss_test_of of,
                          gloss_compare compare, uint32_t number) {
  uint32_t name[3] = { (uint32_t)of, (uint32_t)compare, number };
  bool is_new;
  return add_test(t, name, sizeof name,
                  (gloss_token_test){ .of = of, .compare = compare,
                                      .number = number }, &is_new);
}

bool gloss_test_add_key(gloss_token_tests *t, gloss_token_form form,
                        uint32_t test, const char *key, size_t len) {
  gloss_intern *keys = &t->keys[form];
  size_t before = keys->count;
  uint32_t number;
  if (!gloss_array_reserve(t->chains[form], t->chain_room[form], before + 1) ||
      !gloss_array_reserve(t->links, t->link_room, t->link_count + 1))
    return false;
  number = gloss_intern_add(keys, key, len);
  if (number == GLOSS_NOT_INTERNED) return false;
  if (keys->count > before) t->chains[form][number] = 0;
  for (uint32_t at = t->chains[form][number]; at != 0;
       at = t->links[at - 1].next)
    if (t->links[at - 1].test == test) return true; /* a word given twice */
  t->links[t->link_count] =
      (gloss_key_link){ test, t->chains[form][number] };
  t->chains[form][number] = (uint32_t)++t->link_count;
  return true;
}

bool gloss_test_has_key(const gloss_token_tests *t, gloss_token_form form,
                        uint32_t test, const char *key, size_t len) {
  uint32_t number = gloss_intern_find(&t->keys[form], key, len);
  uint32_t at = number != GLOSS_NOT_INTERNED ? t->chains[form][number] : 0;
  while (at != 0 && t->links[at - 1].test != test) at = t->links[at - 1].next;
  return at != 0;
}

uint32_t gloss_test_key(gloss_token_tests *t, gloss_token_form form,
                        const char *key, size_t len) {
  bool is_new;
  uint32_t test = add_named(t, '=', (gloss_token_test){ .form = form }, key,
                            len, &is_new);
  if (test == GLOSS_NO_TEST || !is_new) return test;
  return gloss_test_add_key(t, form, test, key, len) ? test : GLOSS_NO_TEST;
}

uint32_t gloss_test_list(gloss_token_tests *t, gloss_token_form form,
                         const char *list, size_t len, bool *is_new) {
  return add_named(t, '$', (gloss_token_test){ .form = form }, list, len,
                   is_new);
}

uint32_t gloss_test_regex(gloss_token_tests *t, gloss_token_form form,
                          const char *source, size_t len, bool caseless,
                          gloss_error *err) {
  gloss_token_test test = { .of = GLOSS_TEST_REGEX, .form = form };
  unsigned flags = GLOSS_REGEX_UCP | GLOSS_REGEX_WHOLE;
  uint32_t number;
  bool is_new = false;
  if (caseless) flags |= GLOSS_REGEX_CASELESS;
  test.regex = gloss_regex_new(source, len, flags, err);
  if (test.regex == NULL) return GLOSS_NO_TEST;
  number = add_named(t, caseless ? 'i' : '/', test, source, len, &is_new);
  if (!is_new) gloss_regex_free(test.regex);
  if (number == GLOSS_NO_TEST) gloss_no_memory(err);
  return number;
}

void gloss_token_tests_free(gloss_token_tests *t) {
  for (size_t i = 0; i < t->names.count; i++)
    gloss_regex_free(t->list[i].regex);
  gloss_intern_free(&t->names);
  for (int form = 0; form < GLOSS_TOKEN_FORMS; form++) {
    gloss_intern_free(&t->keys[form]);
    free(t->chains[form]);
  }
  free(t->list);
  free(t->links);
  free(t->others);
}

/* ---- Asking ---- */

bool gloss_token_scratch_start(gloss_token_scratch *s,
                               const gloss_token_tests *tests) {
  *s = (gloss_token_scratch){ .tests = tests };
  s->regexes = calloc(tests->names.count + 1, sizeof *s->regexes);
  if (s->regexes == NULL) return false;
  if (tests->stem_code == NULL) return true;
  s->stemmer = gloss_stemmer_new(tests->stem_code);
  return s->stemmer != NULL;
}

void gloss_token_scratch_free(gloss_token_scratch *s) {
  if (s->regexes != NULL)
    for (size_t i = 0; i < s->tests->names.count; i++)
      gloss_regex_scratch_free(s->regexes[i]);
  free(s->regexes);
  free(s->found);
  gloss_stemmer_free(s->stemmer);
  *s = (gloss_token_scratch){ 0 };
}

static bool add_found(gloss_token_scratch *s, uint32_t test) {
  if (!gloss_array_reserve(s->found, s->room, s->count + 1)) return false;
  s->found[s->count++] = test;
  return true;
}

/* Adds the tests that the key of a form fulfils. */
static bool look_up(gloss_token_scratch *s, gloss_token_form form,
                    const char *key, size_t len) {
  const gloss_token_tests *t = s->tests;
  uint32_t number = gloss_intern_find(&t->keys[form], key, len);
  uint32_t at = number != GLOSS_NOT_INTERNED ? t->chains[form][number] : 0;
  for (; at != 0; at = t->links[at - 1].next)
    if (!add_found(s, t->links[at - 1].test)) return false;
  return true;
}

static uint32_t characters(const gloss_vocabulary_word *word) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < word->len; i++)
    count += ((unsigned char)word->bytes[i] & 0xC0) != 0x80;
  return count;
}

static bool compares(gloss_compare compare, uint32_t a, uint32_t b) {
  switch (compare) {
    case GLOSS_EQUAL: return a == b;
    case GLOSS_LESS: return a < b;
    case GLOSS_MOST: return a <= b;
    case GLOSS_MORE: return a > b;
    default: return a >= b;
  }
}

/* The forms of one word; the shape and the stem are made when asked. */
typedef struct forms {
  const gloss_vocabulary_word *word;
  gloss_string shape; /* the caller frees it */
} forms;

/* A form of the word; NULL: no memory. */
static const char *form_of(gloss_token_scratch *s, forms *f,
                           gloss_token_form form, size_t *len) {
  const gloss_vocabulary_word *w = f->word;
  switch (form) {
    case GLOSS_OF_TEXT:
      *len = w->len;
      return w->bytes;
    case GLOSS_OF_STEM:
      return gloss_stemmer_stem(s->stemmer, w->folded, w->folded_len, len);
    case GLOSS_OF_SHAPE:
      if (f->shape.bytes == NULL &&
          !gloss_text_transform(GLOSS_SHAPE, w->bytes, w->len, &f->shape,
                                NULL))
        return NULL;
      *len = f->shape.len;
      return f->shape.bytes;
    default:
      *len = w->folded_len;
      return w->folded;
  }
}

/* 1, 0, or -1 with `err`. */
static int fits_regex(gloss_token_scratch *s, uint32_t number, forms *f,
                      gloss_error *err) {
  const gloss_token_test *test = &s->tests->list[number];
  gloss_span groups[GLOSS_MAX_GROUPS];
  size_t len;
  const char *bytes = form_of(s, f, test->form, &len);
  if (s->regexes[number] == NULL)
    s->regexes[number] = gloss_regex_scratch_new(test->regex, err);
  if (bytes == NULL) gloss_no_memory(err);
  if (bytes == NULL || s->regexes[number] == NULL) return -1;
  return gloss_regex_find(test->regex, s->regexes[number], bytes, len, 0,
                          groups, err);
}

/* Is a test that is not found by keys fulfilled? 1, 0, or -1 with `err`. */
static int fits(gloss_token_scratch *s, uint32_t number, forms *f,
                gloss_error *err) {
  const gloss_token_test *test = &s->tests->list[number];
  switch (test->of) {
    case GLOSS_TEST_KIND: return f->word->kind == test->number;
    case GLOSS_TEST_FLAG: return (f->word->flags & test->number) != 0;
    case GLOSS_TEST_LENGTH:
      return compares(test->compare, characters(f->word), test->number);
    case GLOSS_TEST_REGEX: return fits_regex(s, number, f, err);
    default: return 0;
  }
}

static bool ask_keys(gloss_token_scratch *s, forms *f, gloss_error *err) {
  for (int form = 0; form < GLOSS_TOKEN_FORMS; form++) {
    const char *bytes;
    size_t len;
    if (s->tests->keys[form].count == 0) continue;
    bytes = form_of(s, f, (gloss_token_form)form, &len);
    if (bytes == NULL || !look_up(s, (gloss_token_form)form, bytes, len))
      return gloss_no_memory(err);
  }
  return true;
}

static bool ask_others(gloss_token_scratch *s, forms *f, gloss_error *err) {
  for (size_t i = 0; i < s->tests->other_count; i++) {
    uint32_t number = s->tests->others[i];
    int answer = fits(s, number, f, err);
    if (answer < 0) return false;
    if (answer > 0 && !add_found(s, number)) return gloss_no_memory(err);
  }
  return true;
}

static int by_number(const void *left, const void *right) {
  const uint32_t *a = left, *b = right;
  return *a < *b ? -1 : *a > *b;
}

bool gloss_token_ask(gloss_token_scratch *s, const gloss_vocabulary_word *word,
                     gloss_error *err) {
  forms f = { word, { NULL, 0 } };
  bool ok;
  s->count = 0;
  ok = ask_keys(s, &f, err) && ask_others(s, &f, err);
  gloss_string_free(&f.shape);
  if (s->count > 1) qsort(s->found, s->count, sizeof *s->found, by_number);
  return ok;
}

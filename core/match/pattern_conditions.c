/* pattern_conditions.c - reads what stands in [...] and <...>: tests joined
** by & | ! and brackets.
**
**   either = both ("|" both)*
**   both   = one ("&" one)*              in <...> also without the "&"
**   one    = "!" one | "(" either ")" | test
**   test   = name | name ("=" | "!=" | "<" | "<=" | ">" | ">=") value
**          | name "in" "$" name
**   value  = word | "string" | /regex/ | number                             */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/error.h"
#include "base/number.h"
#include "match/patterns.h"

#define FAILED UINT32_MAX

uint32_t gloss_parse_condition(gloss_parse *p, gloss_condition_kind kind,
                               uint32_t a, uint32_t b) {
  struct gloss_patterns *set = p->set;
  if (a == FAILED || b == FAILED) return FAILED;
  if (!gloss_array_reserve(set->conditions, set->condition_room,
                           set->condition_count + 1)) {
    gloss_no_memory(p->err);
    return FAILED;
  }
  set->conditions[set->condition_count] = (gloss_condition){ kind, a, b };
  return (uint32_t)set->condition_count++;
}

static uint32_t fail(gloss_parse *p, size_t at, const char *message) {
  gloss_parse_fail(p, at, "%s", message);
  return FAILED;
}

/* ---- Words of tests ---- */

static bool is_value_byte(int c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || c >= 0x80 ||
         (c != 0 && strchr("_-.'@#%", c) != NULL);
}

/* An unquoted value; empty where there is none. */
static gloss_slice bare_value(gloss_parse *p) {
  gloss_slice value = { p->source->bytes + p->at, 0 };
  while (is_value_byte(gloss_parse_peek(p))) p->at++;
  value.len = (size_t)(p->source->bytes + p->at - value.bytes);
  return value;
}

/* A value, quoted or not; NULL bytes: failed. */
static gloss_slice read_value(gloss_parse *p) {
  gloss_slice value;
  if (gloss_parse_peek(p) == '"') return gloss_parse_quoted(p);
  value = bare_value(p);
  if (value.len == 0)
    value.bytes = gloss_parse_fail(p, p->at, "a value is expected here");
  return value;
}

typedef enum sign {
  NO_SIGN,
  SIGN_EQUAL,
  SIGN_OTHER, /* != */
  SIGN_LESS,
  SIGN_MOST,
  SIGN_MORE,
  SIGN_LEAST,
  SIGN_IN
} sign;

static bool take_word_in(gloss_parse *p) {
  const char *s = p->source->bytes + p->at;
  size_t left = p->source->len - p->at;
  if (left < 2 || memcmp(s, "in", 2) != 0 ||
      (left > 2 && is_value_byte((unsigned char)s[2])))
    return false;
  p->at += 2;
  return true;
}

/* In <...> a `>` ends the element: comparisons upwards are written >= there,
** or with the value in brackets. */
static sign read_sign(gloss_parse *p, bool in_angle) {
  bool two = p->at + 1 < p->source->len && p->source->bytes[p->at + 1] == '=';
  switch (gloss_parse_peek(p)) {
    case '=': p->at++; return SIGN_EQUAL;
    case '!':
      if (!two) return NO_SIGN;
      p->at += 2;
      return SIGN_OTHER;
    case '<': p->at += 1 + two; return two ? SIGN_MOST : SIGN_LESS;
    case '>':
      if (in_angle && !two) return NO_SIGN;
      p->at += 1 + two;
      return two ? SIGN_LEAST : SIGN_MORE;
    default: return take_word_in(p) ? SIGN_IN : NO_SIGN;
  }
}

static gloss_compare compare_of(sign s) {
  switch (s) {
    case SIGN_LESS: return GLOSS_LESS;
    case SIGN_MOST: return GLOSS_MOST;
    case SIGN_MORE: return GLOSS_MORE;
    case SIGN_LEAST: return GLOSS_LEAST;
    default: return GLOSS_EQUAL;
  }
}

/* The condition that a test is fulfilled, or that it is not. */
static uint32_t is_test(gloss_parse *p, uint32_t test, sign s) {
  uint32_t condition;
  if (test == GLOSS_NO_TEST) return FAILED;
  condition = gloss_parse_condition(p, GLOSS_IS, test, 0);
  return s == SIGN_OTHER ? gloss_parse_condition(p, GLOSS_NOT, condition, 0)
                         : condition;
}

/* The list behind `in`, or NULL. */
static gloss_word_list *read_list(gloss_parse *p) {
  size_t from;
  gloss_slice name;
  gloss_word_list *list;
  gloss_parse_space(p);
  from = p->at;
  if (!gloss_parse_take(p, '$'))
    return gloss_parse_fail(p, from, "a word list is expected here: in $name");
  name = gloss_parse_name(p);
  list = gloss_find_list(p->names, name);
  if (list == NULL && gloss_find_part(p->names, name) != NULL)
    return gloss_parse_fail(p, from, "$%s is a part, not a word list",
                            gloss_find_part(p->names, name)->name.bytes);
  return list != NULL ? list : gloss_parse_no_name(p, from, name);
}

/* ---- Tests of a token ---- */

static const char *const token_names[] = {
  "folded", "text", "stem", "shape", "kind", "length", "flag",
  "clitic", "abbreviation", "one_atom", "ascii", NULL
};
enum { NAME_KIND = GLOSS_TOKEN_FORMS, NAME_LENGTH, NAME_FLAG, NAME_FLAGS };
static const char *const *const flag_names = token_names + NAME_FLAGS;
static const uint32_t flag_bits[] = { GLOSS_CLITIC, GLOSS_ABBREVIATION,
                                      GLOSS_ONE_ATOM, GLOSS_ASCII };

static int find_name(const char *const *names, gloss_slice name) {
  for (int i = 0; names[i] != NULL; i++)
    if (strlen(names[i]) == name.len &&
        memcmp(names[i], name.bytes, name.len) == 0)
      return i;
  return -1;
}

/* The key of a form that a value stands for; NULL bytes: failed. The form
** stem compares stems, so that any form of the word will do. */
static gloss_slice key_of(gloss_parse *p, gloss_token_form form,
                          gloss_slice value) {
  gloss_slice folded, key;
  gloss_stemmer *stemmer;
  const char *stem;
  if (form == GLOSS_OF_TEXT || form == GLOSS_OF_SHAPE) return value;
  folded = gloss_parse_fold(p, value);
  if (folded.bytes == NULL || form == GLOSS_OF_FOLDED) return folded;
  stemmer = gloss_stemmer_new(p->set->tests.stem_code);
  stem = stemmer != NULL ? gloss_stemmer_stem(stemmer, folded.bytes,
                                              folded.len, &key.len)
                         : NULL;
  key.bytes = stem != NULL ? gloss_arena_copy(p->arena, stem, key.len) : NULL;
  gloss_stemmer_free(stemmer);
  if (key.bytes == NULL) gloss_parse_no_memory(p);
  return key;
}

/* Every word of a list as a key of a test. */
static uint32_t list_test(gloss_parse *p, size_t at, gloss_token_form form,
                          const gloss_word_list *list) {
  bool is_new;
  uint32_t test = gloss_test_list(&p->set->tests, form, list->name.bytes,
                                  list->name.len, &is_new);
  if (test == GLOSS_NO_TEST) gloss_parse_no_memory(p);
  if (test == GLOSS_NO_TEST || !is_new) return test;
  for (size_t i = 0; i < list->count; i++) {
    size_t tokens = gloss_count_tokens(p, list->words[i]);
    gloss_slice key = key_of(p, form, list->words[i]);
    if (tokens == SIZE_MAX || key.bytes == NULL) return GLOSS_NO_TEST;
    if (tokens != 1) {
      gloss_parse_fail(p, at, "\"%.60s\" in $%.60s is more than one token: "
                       "write $%.60s outside of [ ]", list->words[i].bytes,
                       list->name.bytes, list->name.bytes);
      return GLOSS_NO_TEST;
    }
    if (!gloss_test_add_key(&p->set->tests, form, test, key.bytes, key.len)) {
      gloss_parse_no_memory(p);
      return GLOSS_NO_TEST;
    }
  }
  return test;
}

/* Stems are those of the language of the patterns. */
static bool check_stems(gloss_parse *p, size_t at) {
  const char *code =
      p->set->language != NULL ? gloss_language_code(p->set->language) : "und";
  if (!gloss_stemmer_exists(code)) {
    gloss_parse_fail(p, at, "no stemmer for the language '%.20s'", code);
    return false;
  }
  p->set->tests.stem_code = code;
  return true;
}

/* A value that no single token can be is a mistake. */
static bool check_value(gloss_parse *p, size_t at, gloss_token_form form,
                        gloss_slice value) {
  size_t tokens;
  if (form == GLOSS_OF_SHAPE) return true;
  tokens = gloss_count_tokens(p, value);
  if (tokens == SIZE_MAX || tokens == 1) return tokens == 1;
  gloss_parse_fail(p, at, tokens == 0 ? "no token is empty"
                   : "this is %zu tokens; [ ] tests one", tokens);
  return false;
}

static uint32_t form_test(gloss_parse *p, size_t at, gloss_token_form form,
                          sign s) {
  size_t value_at = p->at;
  gloss_slice value;
  gloss_word_list *list;
  uint32_t test;
  if (form == GLOSS_OF_STEM && !check_stems(p, at)) return FAILED;
  if (s == SIGN_IN) {
    list = read_list(p);
    return list != NULL ? is_test(p, list_test(p, value_at, form, list), s)
                        : FAILED;
  }
  if (s != SIGN_EQUAL && s != SIGN_OTHER)
    return fail(p, value_at, "'=', '!=' or 'in' is expected here");
  if (gloss_parse_peek(p) == '/')
    return is_test(p, gloss_parse_regex_test(p, form), s);
  value = read_value(p);
  if (value.bytes == NULL || !check_value(p, value_at, form, value))
    return FAILED;
  value = key_of(p, form, value);
  if (value.bytes == NULL) return FAILED;
  test = gloss_test_key(&p->set->tests, form, value.bytes, value.len);
  if (test == GLOSS_NO_TEST) gloss_no_memory(p->err);
  return is_test(p, test, s);
}

/* A test by number: of a kind, a flag, a length. */
static uint32_t plain_test(gloss_parse *p, gloss_test_of of, sign s,
                           uint32_t number) {
  uint32_t test =
      gloss_test_plain(&p->set->tests, of, compare_of(s), number);
  if (test == GLOSS_NO_TEST) gloss_no_memory(p->err);
  return is_test(p, test, s);
}

static uint32_t kind_test(gloss_parse *p, sign s) {
  const char *kinds[GLOSS_KINDS + 1] = { NULL };
  size_t at = p->at;
  gloss_slice value;
  int kind;
  if (s != SIGN_EQUAL && s != SIGN_OTHER)
    return fail(p, at, "'=' or '!=' is expected here");
  value = read_value(p);
  if (value.bytes == NULL) return FAILED;
  for (int i = 0; i < GLOSS_KINDS; i++)
    kinds[i] = gloss_kind_name((gloss_kind)i);
  kind = find_name(kinds, value);
  if (kind >= 0) return plain_test(p, GLOSS_TEST_KIND, s, (uint32_t)kind);
  gloss_parse_unknown(p, at, "kind", value, kinds);
  return FAILED;
}

static uint32_t flag_test(gloss_parse *p, sign s) {
  size_t at = p->at;
  gloss_slice value;
  int flag;
  if (s != SIGN_EQUAL && s != SIGN_OTHER)
    return fail(p, at, "'=' or '!=' is expected here");
  value = read_value(p);
  if (value.bytes == NULL) return FAILED;
  flag = find_name(flag_names, value);
  if (flag >= 0) return plain_test(p, GLOSS_TEST_FLAG, s, flag_bits[flag]);
  gloss_parse_unknown(p, at, "flag", value, flag_names);
  return FAILED;
}

static uint32_t length_test(gloss_parse *p, sign s) {
  size_t at = p->at;
  gloss_slice value;
  uint32_t number = 0;
  if (s == NO_SIGN || s == SIGN_IN)
    return fail(p, at, "a comparison is expected here: length>3");
  value = read_value(p);
  if (value.bytes == NULL) return FAILED;
  for (size_t i = 0; i < value.len; i++) {
    if (value.bytes[i] < '0' || value.bytes[i] > '9' || number > 99999)
      return fail(p, at, "a number is expected here");
    number = number * 10 + (uint32_t)(value.bytes[i] - '0');
  }
  return plain_test(p, GLOSS_TEST_LENGTH, s, number);
}

/* One test of a token: a name and what is asked of it. */
static uint32_t token_test(gloss_parse *p) {
  size_t at = p->at;
  gloss_slice name = gloss_parse_name(p);
  int number = find_name(token_names, name);
  sign s;
  if (name.len == 0) return fail(p, at, "a test is expected here");
  if (number < 0) {
    gloss_parse_unknown(p, at, "test", name, token_names);
    return FAILED;
  }
  gloss_parse_space(p);
  if (number >= NAME_FLAGS)
    return plain_test(p, GLOSS_TEST_FLAG, SIGN_EQUAL,
                      flag_bits[number - NAME_FLAGS]);
  s = read_sign(p, false);
  gloss_parse_space(p);
  if (number < GLOSS_TOKEN_FORMS)
    return form_test(p, at, (gloss_token_form)number, s);
  if (number == NAME_KIND) return kind_test(p, s);
  return number == NAME_FLAG ? flag_test(p, s) : length_test(p, s);
}

/* ---- Tests of an annotation ---- */

/* Adds a field test; FAILED: no memory. */
static uint32_t add_field_test(gloss_parse *p, gloss_field_test test, sign s) {
  struct gloss_patterns *set = p->set;
  const char *string = NULL;
  char *field = gloss_arena_alloc(set->arena, test.field_len + 1);
  if (test.string_len > 0)
    string = gloss_arena_copy(set->arena, test.string, test.string_len);
  if (field == NULL || (test.string_len > 0 && string == NULL) ||
      !gloss_array_reserve(set->field_tests, set->field_room,
                           set->field_count + 1)) {
    gloss_regex_free(test.regex);
    gloss_no_memory(p->err);
    return FAILED;
  }
  memcpy(field, test.field, test.field_len);
  test.field = field;
  test.string = string;
  set->field_tests[set->field_count] = test;
  return is_test(p, (uint32_t)set->field_count++, s);
}

static uint32_t field_regex(gloss_parse *p, gloss_field_test test, sign s) {
  size_t from = p->at;
  bool caseless;
  gloss_slice source = gloss_parse_regex(p, &caseless);
  unsigned flags = GLOSS_REGEX_UCP | GLOSS_REGEX_WHOLE;
  if (source.bytes == NULL) return FAILED;
  if (caseless) flags |= GLOSS_REGEX_CASELESS;
  test.ask = GLOSS_ASK_REGEX;
  test.regex = gloss_regex_new(source.bytes, source.len, flags, p->err);
  if (test.regex != NULL) return add_field_test(p, test, s);
  gloss_parse_regex_failed(p, from);
  return FAILED;
}

/* A number written in digits, for comparisons. */
static uint32_t field_number(gloss_parse *p, gloss_field_test test, sign s) {
  size_t at = p->at;
  gloss_slice value = read_value(p);
  if (value.bytes == NULL) return FAILED;
  test.ask = GLOSS_ASK_NUMBER;
  test.compare = compare_of(s);
  if (!gloss_read_number(value, &test.number))
    return fail(p, at, "a number is expected here");
  return add_field_test(p, test, s);
}

/* A list of words compared as folded; here several tokens are no matter. */
static uint32_t field_list(gloss_parse *p, gloss_field_test test) {
  gloss_word_list *list = read_list(p);
  char name[80];
  bool is_new = false;
  if (list == NULL) return FAILED;
  name[0] = '<'; /* apart from the list as a test of tokens */
  memcpy(name + 1, list->name.bytes, list->name.len);
  test.ask = GLOSS_ASK_LIST;
  test.test = gloss_test_list(&p->set->tests, GLOSS_OF_FOLDED, name,
                              list->name.len + 1, &is_new);
  for (size_t i = 0; is_new && i < list->count; i++) {
    gloss_slice key = gloss_parse_fold(p, list->words[i]);
    if (key.bytes == NULL) return FAILED;
    if (!gloss_test_add_key(&p->set->tests, GLOSS_OF_FOLDED, test.test,
                            key.bytes, key.len))
      test.test = GLOSS_NO_TEST;
  }
  if (test.test != GLOSS_NO_TEST) return add_field_test(p, test, SIGN_EQUAL);
  gloss_no_memory(p->err);
  return FAILED;
}

static uint32_t field_test(gloss_parse *p) {
  size_t at = p->at;
  gloss_slice name = gloss_parse_name(p), value;
  gloss_field_test test = { .field = name.bytes, .field_len = name.len };
  sign s;
  if (name.len == 0) return fail(p, at, "the name of a field is expected here");
  gloss_parse_space(p);
  s = read_sign(p, true);
  gloss_parse_space(p);
  if (s == NO_SIGN) return add_field_test(p, test, SIGN_EQUAL);
  if (s == SIGN_IN) return field_list(p, test);
  if (s != SIGN_EQUAL && s != SIGN_OTHER) return field_number(p, test, s);
  if (gloss_parse_peek(p) == '/') return field_regex(p, test, s);
  value = read_value(p);
  if (value.bytes == NULL) return FAILED;
  test.ask = GLOSS_ASK_STRING;
  test.string = value.bytes;
  test.string_len = value.len;
  return add_field_test(p, test, s);
}

/* ---- Joining ---- */

static uint32_t parse_either(gloss_parse *p, bool angle);

static uint32_t parse_one(gloss_parse *p, bool angle) {
  size_t from = p->at;
  uint32_t condition;
  if (gloss_parse_peek(p) != '!' && gloss_parse_peek(p) != '(')
    return angle ? field_test(p) : token_test(p);
  if (++p->depth > GLOSS_MAX_NESTING)
    return fail(p, from, "brackets are nested too deep");
  if (gloss_parse_take(p, '!')) {
    gloss_parse_space(p);
    condition =
        gloss_parse_condition(p, GLOSS_NOT, parse_one(p, angle), 0);
  } else {
    p->at++;
    condition = parse_either(p, angle);
    if (condition != FAILED && !gloss_parse_take(p, ')'))
      return fail(p, p->at, "')' is expected here");
  }
  p->depth--;
  return condition;
}

static bool ends_element(const gloss_parse *p) {
  int c = gloss_parse_peek(p);
  return c == 0 || c == '>' || c == '|' || c == ')';
}

static uint32_t parse_both(gloss_parse *p, bool angle) {
  uint32_t condition = parse_one(p, angle);
  gloss_parse_space(p);
  while (condition != FAILED &&
         (gloss_parse_take(p, '&') || (angle && !ends_element(p)))) {
    gloss_parse_space(p);
    condition = gloss_parse_condition(p, GLOSS_AND, condition,
                                      parse_one(p, angle));
    gloss_parse_space(p);
  }
  return condition;
}

static uint32_t parse_either(gloss_parse *p, bool angle) {
  uint32_t condition;
  gloss_parse_space(p);
  condition = parse_both(p, angle);
  while (condition != FAILED && gloss_parse_take(p, '|')) {
    gloss_parse_space(p);
    condition = gloss_parse_condition(p, GLOSS_OR, condition,
                                      parse_both(p, angle));
  }
  return condition;
}

uint32_t gloss_parse_token_condition(gloss_parse *p) {
  size_t from = p->at - 1;
  uint32_t condition;
  gloss_parse_space(p);
  if (gloss_parse_take(p, ']'))
    return gloss_parse_condition(p, GLOSS_ALWAYS_TRUE, 0, 0);
  condition = parse_either(p, false);
  if (condition == FAILED || gloss_parse_take(p, ']')) return condition;
  if (p->at >= p->source->len) return fail(p, from, "'[' is never closed");
  return fail(p, p->at, "'&', '|' or ']' is expected here");
}

/* ---- Annotations ---- */

/* One name of `<NAME|NAME ...>`: a type of entities. */
static uint32_t type_condition(gloss_parse *p, gloss_slice type) {
  gloss_field_test test = { .ask = GLOSS_ASK_STRING, .field = "type",
                            .field_len = 4, .string = type.bytes,
                            .string_len = type.len };
  return add_field_test(p, test, SIGN_EQUAL);
}

static bool is_layer_name(gloss_slice name) {
  return name.bytes[0] >= 'a' && name.bytes[0] <= 'z';
}

/* The names before the tests. A layer's begins with a small letter and gives
** no condition; any other is a type of entities. */
static uint32_t read_names(gloss_parse *p, gloss_annotation *element) {
  uint32_t condition = FAILED;
  element->layer = "entities";
  element->layer_len = 8;
  do {
    size_t at = p->at;
    bool quoted = gloss_parse_peek(p) == '"';
    gloss_slice name = quoted ? gloss_parse_quoted(p) : bare_value(p);
    if (name.bytes == NULL) return FAILED;
    if (name.len == 0)
      return fail(p, at, "a type or a layer is expected here");
    if (!quoted && is_layer_name(name)) {
      if (condition != FAILED || gloss_parse_peek(p) == '|')
        return fail(p, at, "a layer stands alone; types of entities begin "
                           "with a capital, or in quotes");
      char *layer = gloss_arena_alloc(p->set->arena, name.len + 1);
      if (layer == NULL) return gloss_no_memory(p->err), FAILED;
      memcpy(layer, name.bytes, name.len);
      element->layer = layer;
      element->layer_len = name.len;
      return gloss_parse_condition(p, GLOSS_ALWAYS_TRUE, 0, 0);
    }
    condition = condition == FAILED
                    ? type_condition(p, name)
                    : gloss_parse_condition(p, GLOSS_OR, condition,
                                            type_condition(p, name));
    if (condition == FAILED) return FAILED;
  } while (gloss_parse_take(p, '|'));
  return condition;
}

uint32_t gloss_parse_annotation(gloss_parse *p) {
  struct gloss_patterns *set = p->set;
  size_t from = p->at - 1;
  gloss_annotation element;
  element.condition = read_names(p, &element);
  if (element.condition == FAILED) return FAILED;
  gloss_parse_space(p);
  if (p->at >= p->source->len) return fail(p, from, "'<' is never closed");
  if (!gloss_parse_take(p, '>')) {
    uint32_t tests = parse_either(p, true);
    element.condition =
        gloss_parse_condition(p, GLOSS_AND, element.condition, tests);
    if (element.condition == FAILED) return FAILED;
    if (!gloss_parse_take(p, '>'))
      return fail(p, p->at < p->source->len ? p->at : from,
                  p->at < p->source->len ? "'>' is expected here"
                                         : "'<' is never closed");
  }
  if (!gloss_array_reserve(set->annotations, set->annotation_room,
                           set->annotation_count + 1))
    return gloss_no_memory(p->err), FAILED;
  set->annotations[set->annotation_count] = element;
  return (uint32_t)set->annotation_count++;
}

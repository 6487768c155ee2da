/* dict_file_test.c - the compiled form: the same bytes whatever the order,
** damage of every byte, memory that runs out. */
#include "dict_cases.h"

#include "dict/format.h"
#include "failing_malloc.h"

#include <limits.h>

static const char *const words[] = { "New York", "York", "Paris", "AT&T",
                                     "M\xC3\xBCller", "O'Neill", "x y z",
                                     "Dmitriev Fund", "Martins" };
enum { WORDS = sizeof words / sizeof *words };

/* Adds entity number i of a small dictionary, with a bit of everything. */
static bool add_one(gloss_dict_builder *b, int i, bool backwards) {
  char id[16];
  gloss_alias_options o = { .letter_case = GLOSS_FOLDED,
                            .fuzzy = (uint8_t)(i % 3),
                            .require = slice_of("city"),
                            .valid = { 100, 200 + i } };
  int64_t e;
  snprintf(id, sizeof id, "id:%d", i);
  e = gloss_dict_add_entity(b, slice_of(id), slice_of("T"), slice_of(words[i]),
                            (gloss_period){ i, i + 5 }, NULL);
  if (e < 0) return false;
  for (int k = 0; k < 2; k++) {
    bool plain = (k == 0) == backwards;
    if (!gloss_dict_add_alias(b, e, slice_of(words[i]), plain ? NULL : &o,
                              NULL) ||
        !gloss_dict_add_field(b, e, slice_of(plain ? "country" : "area"),
                              slice_of("X"), NULL))
      return false;
  }
  return gloss_dict_add_role(b, e, slice_of("head"), slice_of("id:0"),
                             (gloss_period)GLOSS_ALWAYS, slice_of(""), NULL) &&
         gloss_dict_add_former(b, e, slice_of(words[WORDS - 1 - i]), NULL);
}

static gloss_dict_builder *fill(bool backwards) {
  gloss_dict_builder *b = gloss_dict_builder_new(NULL);
  bool ok = b != NULL;
  if (ok && backwards)
    ok = gloss_dict_add_exclude(b, slice_of("Paris Hilton"), -1, NULL);
  for (int i = 0; ok && i < WORDS; i++)
    ok = add_one(b, backwards ? WORDS - 1 - i : i, backwards);
  if (ok && !backwards)
    ok = gloss_dict_add_exclude(b, slice_of("Paris Hilton"), -1, NULL);
  if (ok) return b;
  gloss_dict_builder_free(b);
  return NULL;
}

static bool build_small(gloss_string *out, bool backwards) {
  gloss_dict_builder *b = fill(backwards);
  bool ok;
  *out = (gloss_string){ NULL, 0 };
  ok = b != NULL && gloss_dict_build(b, out, NULL);
  gloss_dict_builder_free(b);
  return ok;
}

static void test_order(void **state) {
  gloss_string a, b;
  (void)state;
  assert_true(build_small(&a, false));
  assert_true(build_small(&b, true));
  assert_int_equal(a.len, b.len);
  assert_memory_equal(a.bytes, b.bytes, a.len);
  gloss_string_free(&a);
  gloss_string_free(&b);
}

/* Asks a dictionary everything; what it answers is of no concern. */
static void use(const gloss_dict *dict) {
  static const char text[] = "New York and Paris Hilton of AT&T, "
                             "M\xC3\xBCller, O'Neill: x y z. new york, "
                             "Dmitriyev Fnud, Mratins Martins";
  gloss_arena *arena = gloss_arena_new();
  gloss_match_input input = { text, sizeof text - 1, NULL, 0, 0, NULL, NULL };
  gloss_hits hits;
  gloss_slice a, b;
  gloss_role role;
  gloss_alias alias;
  size_t entity;
  for (input.flags = 0; input.flags < 2; input.flags++)
    if (gloss_dict_match(dict, &input, arena, &hits, NULL))
      for (size_t i = 0; i < hits.candidate_count; i++)
        gloss_dict_alias(dict, hits.candidates[i], &alias);
  for (size_t i = 0; i <= gloss_dict_entity_count(dict) && i < 50; i++) {
    gloss_entity e = gloss_dict_entity(dict, i);
    gloss_dict_find_id(dict, e.id);
    for (size_t k = 0; k < 9; k++) {
      gloss_dict_field(dict, i, k, &a, &b);
      gloss_dict_role(dict, i, k, &role);
      gloss_dict_alias(dict, gloss_dict_entity_alias(dict, i, k), &alias);
    }
  }
  for (size_t i = 0; i < gloss_dict_former_count(dict) && i < 50; i++)
    gloss_dict_former(dict, i, &a, &entity);
  gloss_arena_free(arena);
}

/* A copy at its exact size, so that a sanitizer sees any read beyond it. */
static char *copy_of(const gloss_string *s) {
  char *copy = malloc(s->len);
  assert_non_null(copy);
  memcpy(copy, s->bytes, s->len);
  return copy;
}

/* Makes checksums fit again: damage that they cannot show. */
static void sign(char *bytes, size_t len) {
  gloss_dict_header h;
  memcpy(&h, bytes, sizeof h);
  h.body_sum = gloss_dict_checksum(bytes + sizeof h, len - sizeof h);
  h.head_sum = 0;
  h.head_sum = gloss_dict_checksum(&h, sizeof h);
  memcpy(bytes, &h, sizeof h);
}

static void test_damage(void **state) {
  static const unsigned char changes[] = { 0x01, 0x80, 0xFF };
  gloss_string s;
  char *bytes;
  (void)state;
  assert_true(build_small(&s, false));
  bytes = copy_of(&s);
  for (size_t i = 0; i < s.len; i++) {
    for (size_t k = 0; k < sizeof changes; k++) {
      gloss_dict *dict;
      bytes[i] = (char)((unsigned char)s.bytes[i] ^ changes[k]);
      dict = gloss_dict_open(bytes, s.len, false, NULL);
      if (dict != NULL) print_error("byte %zu is not covered\n", i);
      assert_null(dict);
      sign(bytes, s.len);
      dict = gloss_dict_open(bytes, s.len, false, NULL);
      if (dict != NULL) use(dict);
      gloss_dict_free(dict);
      memcpy(bytes, s.bytes, sizeof(gloss_dict_header));
      bytes[i] = s.bytes[i];
    }
  }
  free(bytes);
  gloss_string_free(&s);
}

static void test_cut(void **state) {
  gloss_string s;
  gloss_error err;
  (void)state;
  assert_true(build_small(&s, false));
  for (size_t len = 0; len < s.len; len += 7) {
    gloss_string part = { s.bytes, len };
    char *bytes = len > 0 ? copy_of(&part) : calloc(1, 8);
    assert_null(gloss_dict_open(bytes, len, false, &err));
    assert_int_equal(err.code, GLOSS_BAD_DICT);
    free(bytes);
  }
  gloss_string_free(&s);
}

static void test_foreign(void **state) {
  gloss_string s;
  gloss_error err;
  gloss_dict_header *h;
  (void)state;
  assert_true(build_small(&s, false));
  h = (gloss_dict_header *)(void *)s.bytes;
  h->version = 99;
  assert_null(gloss_dict_open(s.bytes, s.len, false, &err));
  assert_string_equal(err.message,
                      "the dictionary has format 99, this gloss reads 4");
  h->endian = 0x04030201;
  assert_null(gloss_dict_open(s.bytes, s.len, false, &err));
  assert_non_null(strstr(err.message, "byte order"));
  gloss_string_free(&s);
}

static int build_and_use(void) {
  gloss_string s = { NULL, 0 };
  gloss_dict *dict = NULL;
  bool ok = build_small(&s, false);
  if (ok) dict = gloss_dict_open(s.bytes, s.len, true, NULL);
  ok = dict != NULL;
  gloss_dict_free(dict);
  gloss_string_free(&s);
  return ok;
}

/* Pieces of a file, compared with the whole from `at` on, until `end`. */
typedef struct pieces {
  gloss_string whole;
  size_t at, end;
} pieces;

static bool compare_piece(void *to, const void *bytes, size_t len) {
  pieces *p = to;
  if (p->at + len > p->end) return false;
  if (memcmp(p->whole.bytes + p->at, bytes, len) != 0) p->end = 0;
  p->at += len;
  return true;
}

static void test_pieces(void **state) {
  gloss_string s;
  gloss_error err;
  (void)state;
  assert_true(build_small(&s, false));
  for (size_t end = 0; end <= s.len; end += s.len / 4) {
    pieces p = { s, 0, end };
    gloss_dict_builder *b = fill(false);
    assert_int_equal(gloss_dict_write(b, compare_piece, &p, &err),
                     end == s.len);
    if (end == s.len) assert_int_equal(p.at, s.len);
    else assert_int_equal(err.code, GLOSS_BAD_ARGUMENT);
    gloss_dict_builder_free(b);
  }
  gloss_string_free(&s);
}

static gloss_dict *shared;
static int match(void) {
  static const char text[] = "New York and Paris Hilton of AT&T.";
  gloss_match_input input = { text, sizeof text - 1, NULL, 0, 0, NULL, NULL };
  gloss_arena *arena = gloss_arena_new();
  gloss_hits hits;
  bool ok = arena != NULL &&
            gloss_dict_match(shared, &input, arena, &hits, NULL);
  gloss_arena_free(arena);
  return ok;
}

/* Marks of the entities that hold a folded text. */
static unsigned grep_marks(const char *text) {
  uint8_t marks[2] = { 0 };
  if (!gloss_dict_grep(shared, slice_of(text), marks, NULL)) return UINT_MAX;
  return marks[0] | (unsigned)marks[1] << 8;
}

static int grep_folded(void) { return grep_marks("m\xC3\xBCl") == 1u << 4; }

static void test_grep(void **state) {
  gloss_string s;
  (void)state;
  assert_true(build_small(&s, false));
  shared = gloss_dict_open(s.bytes, s.len, true, NULL);
  assert_int_equal(grep_marks("york"), 1u << 7 | 1u << 8 | 3u); /* former ids */
  assert_int_equal(grep_marks("at&t"), 1u << 3 | 1u << 5);
  assert_int_equal(grep_marks("id:"), 0x1FF);
  assert_int_equal(grep_marks("city"), 0x1FF);
  assert_int_equal(grep_marks("head"), 0x1FF);
  assert_int_equal(grep_marks("York"), 0); /* is not folded */
  assert_int_equal(grep_marks("hilton"), 0);
  assert_true(fail_every_allocation(grep_folded) > 0);
  gloss_dict_free(shared);
  gloss_string_free(&s);
}

static void test_memory(void **state) {
  gloss_string s;
  (void)state;
  assert_true(fail_every_allocation(build_and_use) > 20);
  assert_true(build_small(&s, false));
  shared = gloss_dict_open(s.bytes, s.len, true, NULL);
  assert_true(fail_every_allocation(match) > 3);
  gloss_dict_free(shared);
  gloss_string_free(&s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_order),   cmocka_unit_test(test_damage),
    cmocka_unit_test(test_cut),     cmocka_unit_test(test_foreign),
    cmocka_unit_test(test_pieces),  cmocka_unit_test(test_grep),
    cmocka_unit_test(test_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

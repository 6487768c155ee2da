/* layer_test.c - layers: order, columns, what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/arena.h"
#include "spans/layer.h"
#include "failing_malloc.h"

static const char text[] = "na\xC3\xAFve words";

static gloss_value integer(int64_t n) {
  gloss_value v = {.kind = GLOSS_INTEGER};
  v.as.integer = n;
  return v;
}

static gloss_value string(const char *bytes) {
  gloss_value v = {.kind = GLOSS_STRING};
  v.as.string.bytes = bytes;
  v.as.string.len = strlen(bytes);
  return v;
}

static gloss_layer *open_layer(gloss_arena *arena) {
  return gloss_layer_new(arena, text, strlen(text), "mine", 4, NULL);
}

static void sorts_rows_with_their_columns(void **state) {
  static const gloss_span spans[] = {{7, 12}, {0, 2}, {0, 6}, {7, 12}};
  static const int64_t order[] = {2, 1, 0, 3};
  gloss_arena *arena = gloss_arena_new();
  gloss_layer *layer = open_layer(arena);
  int n = gloss_layer_column(layer, "n", 1, NULL);
  (void)state;
  for (int i = 0; i < 4; i++) {
    assert_true(gloss_layer_add(layer, spans[i], NULL));
    assert_true(gloss_layer_set(layer, n, integer(i), NULL));
  }
  assert_true(gloss_layer_seal(layer, NULL));
  for (size_t i = 0; i < 4; i++)
    assert_int_equal(gloss_layer_value(layer, i, n).as.integer, order[i]);
  assert_int_equal(gloss_layer_after(layer, 1), 2);
  assert_int_equal(gloss_layer_after(layer, 8), 4);
  gloss_arena_free(arena);
}

static void leaves_unset_values_nil(void **state) {
  gloss_arena *arena = gloss_arena_new();
  gloss_layer *layer = open_layer(arena);
  char name[] = "role";
  int late;
  (void)state;
  assert_true(gloss_layer_add(layer, (gloss_span){0, 2}, NULL));
  assert_true(gloss_layer_add(layer, (gloss_span){4, 6}, NULL));
  late = gloss_layer_column(layer, name, 4, NULL);
  name[0] = 'x'; /* the name was copied */
  assert_true(gloss_layer_set(layer, late, string("chief"), NULL));
  assert_true(gloss_layer_seal(layer, NULL));
  assert_int_equal(gloss_layer_value(layer, 0, late).kind, GLOSS_NIL);
  assert_int_equal(gloss_layer_value(layer, 1, late).as.string.len, 5);
  assert_int_equal(gloss_layer_value(layer, 9, late).kind, GLOSS_NIL);
  assert_int_equal(gloss_layer_value(layer, 0, 7).kind, GLOSS_NIL);
  assert_int_equal(gloss_layer_find_column(layer, "role", 4), late);
  assert_int_equal(gloss_layer_find_column(layer, "rule", 4), -1);
  gloss_arena_free(arena);
}

static void takes_whole_rows(void **state) {
  gloss_arena *arena = gloss_arena_new();
  gloss_layer *layer = open_layer(arena);
  gloss_value values[2] = {integer(1), {.kind = GLOSS_REF}};
  (void)state;
  assert_true(gloss_layer_column(layer, "n", 1, NULL) == 0);
  assert_true(gloss_layer_column(layer, "of", 2, NULL) == 1);
  assert_true(gloss_layer_add(layer, (gloss_span){0, 2}, NULL));
  for (int i = 0; i < 100; i++) { /* other rows may lack values */
    values[0] = integer(i);
    values[1].as.ref.span = (gloss_span){0, 2};
    assert_true(gloss_layer_row(layer, (gloss_span){4, 6}, values, NULL));
  }
  values[1].as.ref.span = (gloss_span){0, 3}; /* cuts a character */
  assert_false(gloss_layer_row(layer, (gloss_span){4, 6}, values, NULL));
  assert_true(gloss_layer_seal(layer, NULL));
  assert_int_equal(gloss_layer_value(layer, 0, 0).kind, GLOSS_NIL);
  for (size_t i = 0; i < 100; i++) {
    assert_int_equal(gloss_layer_value(layer, i + 1, 0).as.integer, i);
    assert_int_equal(gloss_layer_value(layer, i + 1, 1).as.ref.span.end, 2);
  }
  gloss_arena_free(arena);
}

static void refuses_bad_spans(void **state) {
  static const gloss_span bad[] = {{3, 3}, {5, 4}, {0, 99}, {3, 5}, {0, 3}};
  gloss_arena *arena = gloss_arena_new();
  gloss_layer *layer = open_layer(arena);
  (void)state;
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    gloss_error err = {0};
    assert_false(gloss_layer_add(layer, bad[i], &err));
    assert_int_equal(err.code, GLOSS_BAD_ARGUMENT);
  }
  assert_int_equal(gloss_layer_count(layer), 0);
  gloss_arena_free(arena);
}

static void never_changes_once_sealed(void **state) {
  gloss_error err = {0};
  gloss_arena *arena = gloss_arena_new();
  gloss_layer *layer = open_layer(arena);
  int n = gloss_layer_column(layer, "n", 1, NULL);
  (void)state;
  assert_false(gloss_layer_set(layer, n, integer(1), &err)); /* no row yet */
  assert_int_equal(err.code, GLOSS_BAD_ARGUMENT);
  assert_true(gloss_layer_seal(layer, NULL));
  assert_false(gloss_layer_add(layer, (gloss_span){0, 2}, &err));
  assert_int_equal(err.code, GLOSS_TOO_LATE);
  assert_false(gloss_layer_seal(layer, &err));
  gloss_arena_free(arena);
}

static void has_a_limit_of_columns(void **state) {
  gloss_error err = {0};
  gloss_arena *arena = gloss_arena_new();
  gloss_layer *layer = open_layer(arena);
  (void)state;
  for (int i = 0; i < GLOSS_MAX_COLUMNS; i++) {
    char name[2] = {(char)('A' + i / 26), (char)('a' + i % 26)};
    assert_int_equal(gloss_layer_column(layer, name, 2, NULL), i);
  }
  assert_int_equal(gloss_layer_column(layer, "more", 4, &err), -1);
  assert_int_equal(err.code, GLOSS_TOO_LARGE);
  gloss_arena_free(arena);
}

static int fill_a_layer(void) {
  gloss_arena *arena = gloss_arena_new();
  gloss_layer *layer = arena != NULL ? open_layer(arena) : NULL;
  int n = layer != NULL ? gloss_layer_column(layer, "n", 1, NULL) : -1;
  bool ok = n >= 0;
  for (int i = 0; ok && i < 3000; i++)
    ok = gloss_layer_add(layer, (gloss_span){(uint32_t)(i & 1), 2}, NULL) &&
         gloss_layer_set(layer, n, string("some bytes"), NULL);
  ok = ok && gloss_layer_seal(layer, NULL);
  gloss_arena_free(arena);
  return ok;
}

static void survives_want_of_memory(void **state) {
  (void)state;
  assert_true(fail_every_allocation(fill_a_layer) >= 3);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(sorts_rows_with_their_columns),
      cmocka_unit_test(leaves_unset_values_nil),
      cmocka_unit_test(takes_whole_rows),
      cmocka_unit_test(refuses_bad_spans),
      cmocka_unit_test(never_changes_once_sealed),
      cmocka_unit_test(has_a_limit_of_columns),
      cmocka_unit_test(survives_want_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

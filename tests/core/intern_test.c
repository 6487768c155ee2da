/* intern_test.c - strings as numbers: every length, likeness and ending. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/intern.h"
#include "failing_malloc.h"

enum { LENGTHS = 40, ALIKE = 256 };

/* The string of `len` bytes whose byte `at` is `byte`, all others 'x'. */
static const char *string(char *room, size_t len, size_t at, unsigned byte) {
  memset(room, 'x', len);
  if (at < len) room[at] = (char)byte;
  return room;
}

/* Adds strings of one length that differ in one byte. */
static void add_alike(gloss_intern *t, size_t len) {
  char room[LENGTHS];
  for (size_t at = 0; at < len; at++)
    for (unsigned byte = 0; byte < ALIKE; byte++)
      assert_int_not_equal(gloss_intern_add(t, string(room, len, at, byte),
                                            len),
                           GLOSS_NOT_INTERNED);
}

static void tells_all_apart(void **state) {
  gloss_intern t = { 0 };
  char room[LENGTHS];
  size_t wanted = 1; /* the empty one */
  (void)state;
  gloss_intern_add(&t, "", 0);
  for (size_t len = 1; len < LENGTHS; len++) {
    add_alike(&t, len);
    wanted += len * (ALIKE - 1) + 1; /* "xxx" is the same for each place */
    assert_int_equal(t.count, wanted);
  }
  for (size_t len = 0; len < LENGTHS; len++)
    for (size_t at = 0; at < len; at++)
      for (unsigned byte = 0; byte < ALIKE; byte++) {
        size_t got;
        const char *bytes = string(room, len, at, byte);
        uint32_t number = gloss_intern_find(&t, bytes, len);
        assert_in_range(number, 0, wanted - 1);
        assert_memory_equal(gloss_intern_get(&t, number, &got), bytes, len);
        assert_int_equal(got, len);
      }
  gloss_intern_free(&t);
}

static void counts_from_nought(void **state) {
  gloss_intern t = { 0 };
  (void)state;
  assert_int_equal(gloss_intern_find(&t, "a", 1), GLOSS_NOT_INTERNED);
  assert_int_equal(gloss_intern_add(&t, "a", 1), 0);
  assert_int_equal(gloss_intern_add(&t, "a\0", 2), 1);
  assert_int_equal(gloss_intern_add(&t, "", 0), 2);
  assert_int_equal(gloss_intern_add(&t, "a", 1), 0);
  assert_int_equal(gloss_intern_find(&t, "b", 1), GLOSS_NOT_INTERNED);
  gloss_intern_clear(&t);
  assert_int_equal(gloss_intern_find(&t, "a", 1), GLOSS_NOT_INTERNED);
  assert_int_equal(gloss_intern_add(&t, "b", 1), 0);
  gloss_intern_free(&t);
}

/* What was there before stays, when there is no room for more. */
static int add_many(void) {
  gloss_intern t = { 0 };
  char room[LENGTHS];
  uint32_t added = 0;
  while (added < ALIKE) {
    size_t len = 1 + added % (LENGTHS - 1);
    if (gloss_intern_add(&t, string(room, len, 0, added), len) != added) break;
    added++;
  }
  for (uint32_t i = 0; i < added; i++) {
    size_t len = 1 + i % (LENGTHS - 1);
    assert_int_equal(gloss_intern_find(&t, string(room, len, 0, i), len), i);
  }
  gloss_intern_free(&t);
  return added == ALIKE;
}

static void survives_no_memory(void **state) {
  (void)state;
  assert_in_range(fail_every_allocation(add_many), 3, 1000);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(tells_all_apart),
    cmocka_unit_test(counts_from_nought),
    cmocka_unit_test(survives_no_memory)
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

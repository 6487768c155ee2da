/* failing_malloc.h - makes the n-th allocation of a program fail.
**
** Include it once in a test; the Makefile then links it with
** -Wl,--wrap=malloc. */
#ifndef FAILING_MALLOC_H
#define FAILING_MALLOC_H

#include <stddef.h>

static long allocations_left = -1; /* -1: none fails */
static long allocations_seen;

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);

static int must_fail(void) {
  allocations_seen++;
  if (allocations_left < 0) return 0;
  if (allocations_left == 0) return 1;
  allocations_left--;
  return 0;
}

void *__wrap_malloc(size_t size) {
  return must_fail() ? NULL : __real_malloc(size);
}
void *__wrap_calloc(size_t count, size_t size) {
  return must_fail() ? NULL : __real_calloc(count, size);
}
void *__wrap_realloc(void *old, size_t size) {
  return must_fail() ? NULL : __real_realloc(old, size);
}

/* Runs `work` with the first, the second, ... allocation failing and all after
** it, until it succeeds (true); it must return false, and leak nothing, each
** time before. Gives the number of failures seen. */
static long fail_every_allocation(int (*work)(void)) {
  long n = 0;
  int ok;
  do {
    allocations_left = n;
    ok = work();
    allocations_left = -1;
    if (!ok) n++;
  } while (!ok && n < 1000000);
  return n;
}

#endif

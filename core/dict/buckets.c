/* buckets.c - a counting sort by entity, then a small sort for each. */
#include "dict/buckets.h"

#include <stdlib.h>
#include <string.h>

int gloss_compare_slices(gloss_slice a, gloss_slice b) {
  size_t n = a.len < b.len ? a.len : b.len;
  int order = n > 0 ? memcmp(a.bytes, b.bytes, n) : 0;
  return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

int gloss_compare_periods(gloss_period a, gloss_period b) {
  if (a.from != b.from) return a.from < b.from ? -1 : 1;
  return (a.to > b.to) - (a.to < b.to);
}

static void distribute(gloss_buckets *b, const gloss_rows *rows, size_t size,
                       size_t count, gloss_bucket_of *bucket,
                       const uint32_t *rank) {
  const char *at = rows->rows;
  for (size_t i = 0; i < rows->count; i++)
    b->starts[bucket(at + i * size, rank) + 1]++;
  for (size_t i = 0; i < count; i++) b->starts[i + 1] += b->starts[i];
  for (size_t i = rows->count; i-- > 0;) { /* from the back: starts move */
    const void *row = at + i * size;
    b->rows[--b->starts[bucket(row, rank) + 1]] = row;
  }
  /* starts[i + 1] is now where bucket i begins */
  memmove(b->starts, b->starts + 1, count * sizeof *b->starts);
  b->starts[count] = (uint32_t)rows->count;
}

/* Sorts each bucket and closes the gaps that doubles leave. */
static void settle(gloss_buckets *b, size_t count, gloss_compare *compare) {
  uint32_t kept = 0, from = b->starts[0];
  for (size_t i = 0; i < count; i++) {
    uint32_t end = b->starts[i + 1], first = kept;
    if (end - from > 1)
      qsort(b->rows + from, end - from, sizeof *b->rows, compare);
    for (; from < end; from++) {
      const void *row = b->rows[from];
      if (kept > first && compare(&b->rows[kept - 1], &row) == 0) continue;
      b->rows[kept++] = row;
    }
    b->starts[i] = first;
  }
  b->starts[count] = kept;
  b->count = kept;
}

bool gloss_buckets_fill(gloss_buckets *b, const gloss_rows *rows, size_t size,
                        size_t count, gloss_bucket_of *bucket,
                        const uint32_t *rank, gloss_compare *compare) {
  b->rows = malloc((rows->count + 1) * sizeof *b->rows);
  b->starts = calloc(count + 2, sizeof *b->starts);
  b->count = 0;
  if (b->rows == NULL || b->starts == NULL) return false;
  distribute(b, rows, size, count, bucket, rank);
  settle(b, count, compare);
  return true;
}

void gloss_buckets_free(gloss_buckets *b) {
  free(b->rows);
  free(b->starts);
  *b = (gloss_buckets){ 0 };
}

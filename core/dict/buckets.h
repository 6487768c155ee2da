/* buckets.h - rows put in order of their entity, and inside it by a rule. */
#ifndef GLOSS_DICT_BUCKETS_H
#define GLOSS_DICT_BUCKETS_H

#include "dict/builder.h"

typedef struct gloss_buckets {
  const void **rows; /* all of them, bucket by bucket */
  uint32_t *starts;  /* bucket i is rows[starts[i] .. starts[i + 1]) */
  size_t count;      /* rows left */
} gloss_buckets;

typedef int gloss_compare(const void *a, const void *b);
typedef uint32_t gloss_bucket_of(const void *row, const uint32_t *rank);

/* `count` buckets of the rows of `size` bytes; `compare` gets two pointers to
** pointers to rows, as qsort gives them, and returns 0 only for rows that are
** the same: one of them is left out. false: no memory. Free it in any case. */
bool gloss_buckets_fill(gloss_buckets *buckets, const gloss_rows *rows,
                        size_t size, size_t count, gloss_bucket_of *bucket,
                        const uint32_t *rank, gloss_compare *compare);
void gloss_buckets_free(gloss_buckets *buckets);

/* Slices by bytes. */
int gloss_compare_slices(gloss_slice a, gloss_slice b);
int gloss_compare_periods(gloss_period a, gloss_period b);

#endif

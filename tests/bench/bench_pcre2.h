/* bench_pcre2.h - what searches are measured beside: PCRE2 with JIT, UTF and
** UCP, over each document. */
#ifndef BENCH_PCRE2_H
#define BENCH_PCRE2_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "bench_text.h"

static pcre2_code *compile_pcre2(const char *regex) {
  int code;
  PCRE2_SIZE offset;
  pcre2_code *re = must(pcre2_compile((PCRE2_SPTR)regex,
                                      PCRE2_ZERO_TERMINATED,
                                      PCRE2_UTF | PCRE2_UCP, &code, &offset,
                                      NULL));
  pcre2_jit_compile(re, PCRE2_JIT_COMPLETE);
  return re;
}

/* MB/s, and how many matches. */
static double run_pcre2(const corpus *c, pcre2_code *re, size_t *hits) {
  pcre2_match_data *data =
      must(pcre2_match_data_create_from_pattern(re, NULL));
  const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(data);
  double start = now();
  *hits = 0;
  for (size_t i = 0; i < c->count; i++) {
    gloss_span d = c->documents[i];
    size_t at = 0;
    while (pcre2_match(re, (PCRE2_SPTR)c->text + d.start, d.end - d.start, at,
                       PCRE2_NO_UTF_CHECK, data, NULL) > 0) {
      ++*hits;
      at = ends[1];
    }
  }
  pcre2_match_data_free(data);
  return (double)c->len / 1e6 / (now() - start);
}

#endif

/* spans.c - looking a place up among spans. */
#include "gloss.h"

size_t gloss_spans_after(const gloss_span *spans, size_t count,
                         uint32_t offset) {
  size_t low = 0, high = count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (spans[middle].end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

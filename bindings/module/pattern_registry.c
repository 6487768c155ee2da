/* pattern_registry.c - compiled patterns, once for a process.
**
** The key is all that was compiled, so that equal keys mean equal patterns. Two
** states that compile the same at the same time both do the work; one result
** is kept. */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "module/pattern.h"

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static bind_shared_patterns *all; /* behind `lock` */

/* What is held under the key, once more; the lock is held. */
static bind_shared_patterns *find(const char *key, size_t len) {
  for (bind_shared_patterns *s = all; s != NULL; s = s->next)
    if (s->len == len && memcmp(s->key, key, len) == 0) {
      s->holders++;
      return s;
    }
  return NULL;
}

bind_shared_patterns *bind_patterns_find(const char *key, size_t len) {
  bind_shared_patterns *s;
  pthread_mutex_lock(&lock);
  s = find(key, len);
  pthread_mutex_unlock(&lock);
  return s;
}

bind_shared_patterns *bind_patterns_hold(const char *key, size_t len,
                                         gloss_patterns *patterns) {
  bind_shared_patterns *fresh = malloc(sizeof *fresh + len), *s;
  if (fresh == NULL) {
    gloss_patterns_free(patterns);
    return NULL;
  }
  *fresh = (bind_shared_patterns){ .patterns = patterns, .holders = 1,
                                   .len = len };
  memcpy(fresh->key, key, len);
  pthread_mutex_lock(&lock);
  s = find(key, len);
  if (s == NULL) {
    fresh->next = all;
    all = fresh;
  }
  pthread_mutex_unlock(&lock);
  if (s == NULL) return fresh;
  gloss_patterns_free(patterns);
  free(fresh);
  return s;
}

void bind_patterns_release(bind_shared_patterns *shared) {
  bind_shared_patterns **at = &all;
  bool last;
  if (shared == NULL) return;
  pthread_mutex_lock(&lock);
  last = --shared->holders == 0;
  if (last) {
    while (*at != shared) at = &(*at)->next;
    *at = shared->next;
  }
  pthread_mutex_unlock(&lock);
  if (!last) return;
  gloss_patterns_free(shared->patterns);
  free(shared);
}

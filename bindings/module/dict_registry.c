/* dict_registry.c - opened dictionaries, one for a process. */
#include "module/dict_registry.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

struct bind_dict_claim {
  bind_dict_claim *next;
  char *key;
  pthread_t owner;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t given_up = PTHREAD_COND_INITIALIZER;
static bind_shared_dict *all;   /* guarded by the lock, */
static bind_dict_claim *claims; /* and so are these */

static void *fail(gloss_error *err, gloss_code code, const char *format, ...) {
  va_list args;
  err->code = code;
  err->offset = 0;
  va_start(args, format);
  vsnprintf(err->message, sizeof err->message, format, args);
  va_end(args);
  return NULL;
}

/* What is held under the key, once more; the lock is held. */
static bind_shared_dict *find(const char *key) {
  for (bind_shared_dict *s = all; s != NULL; s = s->next) {
    if (strcmp(s->key, key) == 0) {
      s->holders++;
      return s;
    }
  }
  return NULL;
}

static void destroy(bind_shared_dict *s) {
  gloss_dict_free(s->owned);
  if (s->mapped) munmap(s->bytes, s->len);
  else free(s->bytes);
  free((void *)(uintptr_t)s->key);
  free(s);
}

static bind_shared_dict *held(const char *key) {
  bind_shared_dict *s;
  pthread_mutex_lock(&lock);
  s = find(key);
  pthread_mutex_unlock(&lock);
  return s;
}

/* By another thread: who holds a claim must not wait for itself. */
static bool is_claimed(const char *key) {
  for (const bind_dict_claim *c = claims; c != NULL; c = c->next)
    if (strcmp(c->key, key) == 0 && !pthread_equal(c->owner, pthread_self()))
      return true;
  return false;
}

bind_shared_dict *bind_dict_claim_key(const char *key,
                                      bind_dict_claim **claim) {
  bind_dict_claim *mine = calloc(1, sizeof *mine);
  bind_shared_dict *s;
  *claim = NULL;
  if (mine != NULL) mine->key = strdup(key);
  if (mine == NULL || mine->key == NULL) {
    free(mine);
    return NULL;
  }
  mine->owner = pthread_self();
  pthread_mutex_lock(&lock);
  while ((s = find(key)) == NULL && is_claimed(key))
    pthread_cond_wait(&given_up, &lock);
  if (s == NULL) {
    mine->next = claims;
    claims = *claim = mine;
  }
  pthread_mutex_unlock(&lock);
  if (s != NULL) {
    free(mine->key);
    free(mine);
  }
  return s;
}

void bind_dict_give_up(bind_dict_claim *claim) {
  bind_dict_claim **at = &claims;
  if (claim == NULL) return;
  pthread_mutex_lock(&lock);
  while (*at != NULL && *at != claim) at = &(*at)->next;
  if (*at != NULL) *at = claim->next;
  pthread_cond_broadcast(&given_up);
  pthread_mutex_unlock(&lock);
  free(claim->key);
  free(claim);
}

bind_shared_dict *bind_dict_retain(bind_shared_dict *shared) {
  pthread_mutex_lock(&lock);
  shared->holders++;
  pthread_mutex_unlock(&lock);
  return shared;
}

void bind_dict_release(bind_shared_dict *shared) {
  bind_shared_dict **at = &all;
  if (shared == NULL) return;
  pthread_mutex_lock(&lock);
  if (--shared->holders > 0) shared = NULL;
  while (shared != NULL && *at != NULL && *at != shared) at = &(*at)->next;
  if (shared != NULL && *at != NULL) *at = shared->next;
  pthread_mutex_unlock(&lock);
  if (shared != NULL) destroy(shared);
}

/* Puts a new one under its key, unless another state was first. */
static bind_shared_dict *publish(bind_shared_dict *made) {
  bind_shared_dict *other;
  pthread_mutex_lock(&lock);
  other = find(made->key);
  if (other == NULL) {
    made->holders = 1;
    made->next = all;
    all = made;
  }
  pthread_mutex_unlock(&lock);
  if (other == NULL) return made;
  destroy(made);
  return other;
}

/* Takes the bytes over in any case. */
static bind_shared_dict *adopt(const char *key, void *bytes, size_t len,
                               bool mapped, bool verify, gloss_error *err) {
  bind_shared_dict *s = calloc(1, sizeof *s);
  char *copy = strdup(key);
  if (s == NULL || copy == NULL) {
    free(s);
    free(copy);
    if (mapped) munmap(bytes, len);
    else free(bytes);
    return fail(err, GLOSS_NO_MEMORY, "out of memory");
  }
  s->key = copy;
  s->bytes = bytes;
  s->len = len;
  s->mapped = mapped;
  s->owned = gloss_dict_open(bytes, len, verify, err);
  s->dict = s->owned;
  if (s->owned != NULL) return publish(s);
  destroy(s);
  return NULL;
}

bind_shared_dict *bind_dict_hold(const char *key, gloss_string *bytes,
                                 gloss_error *err) {
  char *taken = bytes->bytes;
  bytes->bytes = NULL;
  return adopt(key, taken, bytes->len, false, false, err);
}

/* Maps an open file and holds it. */
static bind_shared_dict *map_file(int file, const struct stat *info,
                                  const char *key, bool verify,
                                  gloss_error *err) {
  size_t len = (size_t)info->st_size;
  void *bytes;
  if (!S_ISREG(info->st_mode))
    return fail(err, GLOSS_BAD_ARGUMENT, "is no file");
  if (len == 0) return fail(err, GLOSS_BAD_DICT, "the file is empty");
  bytes = mmap(NULL, len, PROT_READ, MAP_SHARED, file, 0);
  if (bytes == MAP_FAILED)
    return fail(err, GLOSS_BAD_ARGUMENT, "%s", strerror(errno));
  return adopt(key, bytes, len, true, verify, err);
}

bind_shared_dict *bind_dict_open_file(const char *path, bool verify,
                                      gloss_error *err) {
  char key[160];
  struct stat info;
  bind_shared_dict *s = NULL;
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0 || fstat(file, &info) != 0) {
    fail(err, GLOSS_BAD_ARGUMENT, "%s", strerror(errno));
  } else {
    snprintf(key, sizeof key, "file %llu %llu %lld %lld.%09ld %d",
             (unsigned long long)info.st_dev, (unsigned long long)info.st_ino,
             (long long)info.st_size, (long long)info.st_mtim.tv_sec,
             info.st_mtim.tv_nsec, verify);
    s = held(key);
    if (s == NULL) s = map_file(file, &info, key, verify, err);
  }
  if (file >= 0) close(file);
  return s;
}

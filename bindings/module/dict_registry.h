/* dict_registry.h - opened dictionaries, shared by all Lua states of a process.
**
** A dictionary is known by a key: of a file, its path, place, size and time of
** change; of a source compiled in memory, what its reader says. It is counted,
** and let go when the last state closes it. Any thread. */
#ifndef BIND_DICT_REGISTRY_H
#define BIND_DICT_REGISTRY_H

#include "gloss.h"

typedef struct bind_shared_dict {
  struct bind_shared_dict *next;
  const gloss_dict *dict;
  const char *key;
  /* private */
  gloss_dict *owned;
  void *bytes;
  size_t len;
  bool mapped; /* else the bytes are of malloc */
  size_t holders;
} bind_shared_dict;

/* Opens a compiled dictionary, mapped. GLOSS_BAD_DICT; GLOSS_BAD_ARGUMENT: the
** file cannot be read, and the message says why. */
bind_shared_dict *bind_dict_open_file(const char *path, bool verify,
                                      gloss_error *err);
/* A source that one state is compiling. */
typedef struct bind_dict_claim bind_dict_claim;
/* The dictionary held under that key, held once more. NULL: there is none, and
** `*claim` is the caller's to compile it; who asks for the same key meanwhile
** on another thread waits until the claim is given up. `*claim` NULL, too: no memory. */
bind_shared_dict *bind_dict_claim_key(const char *key,
                                      bind_dict_claim **claim);
void bind_dict_give_up(bind_dict_claim *claim); /* NULL is fine */
/* Holds compiled bytes under a key, and takes them over; where another state
** was first, its dictionary, and the bytes are freed. */
bind_shared_dict *bind_dict_hold(const char *key, gloss_string *bytes,
                                 gloss_error *err);
/* Holds it once more. */
bind_shared_dict *bind_dict_retain(bind_shared_dict *shared);
void bind_dict_release(bind_shared_dict *shared); /* NULL is fine */

#endif

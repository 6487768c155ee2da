/* stems.h - the stems of words: the one door to libstemmer (Snowball).
**
** A stemmer belongs to one thread at a time. */
#ifndef GLOSS_LANGUAGE_STEMS_H
#define GLOSS_LANGUAGE_STEMS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct gloss_stemmer gloss_stemmer;

/* Is there a stemmer for a language, by its code ("en")? */
bool gloss_stemmer_exists(const char *code);
/* NULL: there is none, or no memory. */
gloss_stemmer *gloss_stemmer_new(const char *code);
void gloss_stemmer_free(gloss_stemmer *stemmer);
/* The stem of a folded word, until the next call. NULL: no memory. */
const char *gloss_stemmer_stem(gloss_stemmer *stemmer, const char *word,
                               size_t len, size_t *stem_len);

#endif

/* stems.c - the stems of words: the one door to libstemmer (Snowball). */
#include "language/stems.h"

#include <libstemmer.h>
#include <string.h>

/* Codes of languages, as packs have them, and Snowball's names. */
static const char *const algorithms[][2] = {
  { "ar", "arabic" },    { "ca", "catalan" },    { "da", "danish" },
  { "de", "german" },    { "el", "greek" },      { "en", "english" },
  { "es", "spanish" },   { "eu", "basque" },     { "fi", "finnish" },
  { "fr", "french" },    { "ga", "irish" },      { "hi", "hindi" },
  { "hu", "hungarian" }, { "hy", "armenian" },   { "id", "indonesian" },
  { "it", "italian" },   { "lt", "lithuanian" }, { "nb", "norwegian" },
  { "ne", "nepali" },    { "nl", "dutch" },      { "pt", "portuguese" },
  { "ro", "romanian" },  { "ru", "russian" },    { "sr", "serbian" },
  { "sv", "swedish" },   { "ta", "tamil" },      { "tr", "turkish" },
  { "yi", "yiddish" },
};

static const char *algorithm_of(const char *code) {
  for (size_t i = 0; i < sizeof algorithms / sizeof *algorithms; i++)
    if (strcmp(algorithms[i][0], code) == 0) return algorithms[i][1];
  return NULL;
}

/* Snowball's libraries differ in the languages that they were built with. */
bool gloss_stemmer_exists(const char *code) {
  const char *wanted = algorithm_of(code);
  if (wanted == NULL) return false;
  for (const char **name = sb_stemmer_list(); *name != NULL; name++)
    if (strcmp(*name, wanted) == 0) return true;
  return false;
}

gloss_stemmer *gloss_stemmer_new(const char *code) {
  const char *name = algorithm_of(code);
  return name != NULL ? (gloss_stemmer *)sb_stemmer_new(name, NULL) : NULL;
}

void gloss_stemmer_free(gloss_stemmer *stemmer) {
  sb_stemmer_delete((struct sb_stemmer *)stemmer);
}

const char *gloss_stemmer_stem(gloss_stemmer *stemmer, const char *word,
                               size_t len, size_t *stem_len) {
  struct sb_stemmer *sb = (struct sb_stemmer *)stemmer;
  const sb_symbol *stem =
      sb_stemmer_stem(sb, (const sb_symbol *)word, (int)len);
  *stem_len = stem != NULL ? (size_t)sb_stemmer_length(sb) : 0;
  return (const char *)stem;
}

/* fold.h - the forms in which text is compared. With transform.c and
** graphemes.c the only door to utf8proc.
**
** Folding is NFKC_Casefold of Unicode 15.0 (default-ignorable characters such
** as the soft hyphen vanish), and then: apostrophes of all kinds become ',
** curly, low and angle quotes ", dashes and hyphens -, and each run of white
** space one space. It does not depend on the language. Folding what is folded
** changes nothing (with at most 30 marks a letter).
**
** A code point and the marks behind it (general category M, and the vowels
** and finals of Hangul) are normalised together. Of a longer run each 30 marks
** are a piece of their own, as in the Stream-Safe Text Format of UAX #15: so
** time is linear and nothing is allocated. No text of a real language comes
** near 30. */
#ifndef GLOSS_UNICODE_FOLD_H
#define GLOSS_UNICODE_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum gloss_form {
  GLOSS_FORM_FOLD,     /* as above */
  GLOSS_FORM_UNACCENT, /* without accents, letters and case as they are */
  GLOSS_FORM_KEY,      /* folded and without accents */
  GLOSS_FORM_CASED     /* as the key, but letters keep their case */
} gloss_form;

/* No form is longer than this (U+FDFA becomes eleven times its size). */
#define GLOSS_FOLD_ROOM(len) ((size_t)11 * (len))

/* Writes a form of valid UTF-8 to `out`, which has `room` bytes and may not
** overlap; how many bytes, or SIZE_MAX where they do not fit. Any thread. */
size_t gloss_fold(gloss_form form, const char *text, size_t len, char *out,
                  size_t room);

/* The same piece by piece, for text that is too long for one buffer. `out`,
** `room` and `len` may be changed between two calls. One thread. */
enum { GLOSS_FOLD_MARKS = 30, GLOSS_FOLD_PENDING = GLOSS_FOLD_MARKS + 2 };
typedef struct gloss_folder {
  gloss_form form;
  char *out;   /* the caller's */
  size_t room; /* of `out` */
  size_t len;  /* written so far */
  bool full;   /* something did not fit, and was lost */
  bool spaced; /* the last thing written is a space alone */
  uint8_t count;
  int32_t pending[GLOSS_FOLD_PENDING]; /* a code point and its marks */
} gloss_folder;

/* Adds `len` bytes that end with a whole code point. At most
** GLOSS_FOLD_ROOM(len) + 4 * GLOSS_FOLD_PENDING bytes come out. */
void gloss_folder_add(gloss_folder *folder, const char *text, size_t len);
/* Writes what is pending: the text has ended. */
void gloss_folder_end(gloss_folder *folder);

/* Writes valid UTF-8 in small letters, character by character, to `out`, which
** has GLOSS_LOWER_ROOM bytes and may not overlap; how many. Any thread. */
#define GLOSS_LOWER_ROOM(len) ((size_t)2 * (len))
size_t gloss_lower(const char *text, size_t len, char *out);

#endif

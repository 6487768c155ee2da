/* error.h - filling a gloss_error; a message holds no position. */
#ifndef GLOSS_BASE_ERROR_H
#define GLOSS_BASE_ERROR_H

#include "gloss.h"

/* Fills `*err` (NULL is fine), printf-like, cut to fit. Returns false, so that
** a failing function can return it. */
bool gloss_fail(gloss_error *err, gloss_code code, size_t offset,
                const char *format, ...)
    __attribute__((format(printf, 4, 5)));
bool gloss_no_memory(gloss_error *err);

#endif

/* forms.h - what the lines of a text look like, in numbers. */
#ifndef GLOSS_DOC_FORMS_H
#define GLOSS_DOC_FORMS_H

#include "base/arena.h"
#include "gloss.h"
#include "tokenise/token_list.h"

/* The forms of the lines that are not blank; `lines` as by blocks.h. NULL: no
** memory. Linear in lines, tokens and the white space at ends of lines. */
gloss_line_form *gloss_forms_of_lines(const char *text,
                                      const gloss_span *lines,
                                      size_t line_count,
                                      const gloss_token_list *tokens,
                                      gloss_arena *arena, size_t *count);

#endif

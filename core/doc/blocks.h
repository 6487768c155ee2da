/* blocks.h - the lines and paragraphs of a text. */
#ifndef GLOSS_DOC_BLOCKS_H
#define GLOSS_DOC_BLOCKS_H

#include "base/arena.h"
#include "gloss.h"

/* Lines without their break (LF, CR LF, CR). NULL: no memory. A text that
** ends with a break has no empty last line. */
gloss_span *gloss_blocks_lines(const char *text, size_t len,
                               gloss_arena *arena, size_t *count);
/* Runs of lines that are not blank, without white space at their ends. */
gloss_span *gloss_blocks_paragraphs(const char *text, const gloss_span *lines,
                                    size_t line_count, gloss_arena *arena,
                                    size_t *count);
/* A span without white space at its ends; empty where there is nothing else. */
gloss_span gloss_blocks_trimmed(const char *text, gloss_span span);

#endif

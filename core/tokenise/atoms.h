/* atoms.h - the finest pieces of a text, on which dictionaries work.
**
** An atom is a maximal run, by Word_Break class, of letters (ALetter,
** Hebrew_Letter), of Numeric, or of Katakana, or one other code point that is
** not white space; each with the Extend, Format and ZWJ behind it. White space
** is in no atom. Every word boundary of UAX #29 is an atom's edge. */
#ifndef GLOSS_TOKENISE_ATOMS_H
#define GLOSS_TOKENISE_ATOMS_H

#include "base/arena.h"
#include "tokenise/token_list.h"
#include "unicode/breaks.h"

typedef struct gloss_atom {
  uint32_t start, end;
  uint8_t word;   /* the gloss_wb of its run: WB_ALETTER for all letters */
  uint32_t flags; /* GLOSS_CP_*: of its first code point */
} gloss_atom;

/* The atom that starts at `at` (at < len, no white space there). */
gloss_atom gloss_atom_at(const char *text, size_t len, size_t at);

/* All atoms of a text whose tokens are known: NULL on no memory. */
gloss_span *gloss_atoms_of_tokens(const char *text,
                                  const gloss_token_list *tokens,
                                  gloss_arena *arena, size_t *count);

#endif

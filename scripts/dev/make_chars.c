/* make_chars.c - prints core/tokenise/chars_table.c: what each code point below
** GLOSS_CHARS_TABLE is to the rules of tokens, by gloss_char_of. Needed again
** when the Unicode tables or the rules in chars.c change; a test compares.
**
**   cc -Icore/include -Icore scripts/dev/make_chars.c core/tokenise/chars.c \
**      core/unicode/breaks_table.c \\
**      -o make_chars && /tmp/make_chars */
#include "tokenise/chars.h"

#include <stdio.h>

int main(void) {
  printf("/* chars_table.c - made by scripts/dev/make_chars.c: the gloss_char "
         "of each\n** code point below GLOSS_CHARS_TABLE. */\n"
         "#include \"tokenise/chars.h\"\n\n"
         "const uint8_t gloss_chars_table[GLOSS_CHARS_TABLE] = {");
  for (uint32_t cp = 0; cp < GLOSS_CHARS_TABLE; cp++)
    printf("%s%d,", cp % 24 == 0 ? "\n  " : "", (int)gloss_char_of(cp));
  printf("\n};\n");
  return 0;
}

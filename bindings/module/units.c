/* units.c - offsets in characters or UTF-16 units instead of bytes. */
#include <string.h>

#include "module/write.h"

/* Units that the code point starting with this byte takes; 0: none starts. */
static uint32_t units_of(unsigned char byte, bool utf16) {
  if ((byte & 0xC0) == 0x80) return 0;
  return utf16 && byte >= 0xF0 ? 2 : 1;
}

static uint32_t count(const char *text, size_t len, bool utf16) {
  uint32_t n = 0;
  for (size_t i = 0; i < len; i++) n += units_of((unsigned char)text[i], utf16);
  return n;
}

enum { STEP = 128 }; /* bytes between two counts that are kept */

void bind_push_units(lua_State *L, const bind_doc *owner, bool utf16,
                     bind_units *units) {
  size_t steps = owner->len / STEP + 1;
  uint32_t *kept = lua_newuserdatauv(L, steps * sizeof *kept, 0);
  kept[0] = 0;
  for (size_t i = 1; i < steps; i++)
    kept[i] = kept[i - 1] + count(owner->text + (i - 1) * STEP, STEP, utf16);
  *units = (bind_units){ owner->text, kept, utf16, 0, 0 };
}

uint32_t bind_unit(bind_units *units, uint32_t offset) {
  size_t step = offset / STEP;
  if (units->kept == NULL) return offset;
  if (offset < units->last || offset - units->last > STEP) {
    units->last = (uint32_t)(step * STEP);
    units->before = units->kept[step];
  }
  units->before += count(units->text + units->last, offset - units->last,
                         units->utf16);
  units->last = offset;
  return units->before;
}

/* scripts.h - the scripts, tables and templates built into the program. */
#ifndef HOST_SCRIPTS_H
#define HOST_SCRIPTS_H

#include <stddef.h>

/* `name` is relative to scripts/: "gloss/commands/annotate.lua". `bytes` is
** followed by a NUL byte that does not count. Sorted by name. */
typedef struct gloss_script {
  const char *name;
  const char *bytes;
  size_t len;
  const char *chunk; /* the same, compiled; NULL where it is read as text */
  size_t chunk_len;
} gloss_script;
extern const gloss_script gloss_scripts[];
extern const size_t gloss_script_count;

#endif

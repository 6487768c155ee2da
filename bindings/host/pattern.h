/* pattern.h - Lua's own patterns, matched with a budget.
**
** Lua's matcher cannot be stopped, and some patterns take time without end.
** This one does the same and spends steps (limits.c). */
#ifndef HOST_PATTERN_H
#define HOST_PATTERN_H

#include "host/host.h"

enum { HOST_MAX_CAPTURES = 32 };

typedef struct host_capture {
  const char *start;
  ptrdiff_t len; /* or HOST_OPEN, HOST_POSITION */
} host_capture;
enum { HOST_OPEN = -1, HOST_POSITION = -2 };

/* The bytes that an item of a pattern takes. */
enum { HOST_SETS = 8 };
typedef struct host_set {
  const char *item; /* NULL: free */
  bool known;       /* else `bits` are not made yet */
  uint64_t bits[4];
} host_set;

typedef struct host_match {
  lua_State *L;
  const char *subject, *subject_end, *pattern_end;
  int captures;  /* begun so far */
  int depth;     /* calls that are still allowed */
  int64_t steps; /* not yet spent */
  host_set sets[HOST_SETS];
  host_capture capture[HOST_MAX_CAPTURES];
} host_match;

/* The end of the match of a pattern (its ^ taken off) that begins at `at`, or
** NULL. Raises for a malformed pattern, and where the budget is used up. */
const char *host_match_at(host_match *m, const char *at, const char *pattern);
/* The same for the first place from `*at` on, which it moves there. */
const char *host_match_next(host_match *m, const char **at,
                            const char *pattern);
/* Spends what the match has taken. */
void host_match_spend(host_match *m);

#endif

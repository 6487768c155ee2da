/* reach.h - how far the words reach that a cue reports, and what stands between
** them and the cue: an addressee, a time, a place. */
#ifndef GLOSS_QUOTES_REACH_H
#define GLOSS_QUOTES_REACH_H

#include "quotes/cues.h"

/* . ! ? ; … ...: marks that end what is reported. */
bool gloss_reach_is_final(const gloss_clauses *list, int k);

/* The first item behind adverbs, times and venues at `c`. */
int gloss_reach_after_setting(const gloss_clauses *list, int c, int b);
/* The first item behind who is addressed: told | reporters in Oslo | that. */
int gloss_reach_after_heard(const gloss_clauses *list, int c, int b);
/* The last item of what is reported from `c` on: the unit's last, or the one
** before another cue takes over; `close_clause`: it ends with the next
** comma. */
int gloss_reach_right(const gloss_clauses *list, int c, int b,
                      const gloss_cues *cues, bool close_clause);
/* Without conjunctions and marks at the beginning, and marks at the end. */
gloss_item_range gloss_reach_trim(const gloss_clauses *list, int from, int to);

/* Does an infinitive stand at `k`, behind "to": told Roe to | leave, but told
** the envoy to | Norland, aides to | senators? */
bool gloss_reach_infinitive(const gloss_clauses *list, int k);

#endif

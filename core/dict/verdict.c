/* verdict.c - compares text with aliases, and chooses. */
#include "dict/verdict.h"

#include "dict/letter_case.h"

#include <stdlib.h>
#include <string.h>

void gloss_verdict_start(gloss_verdict *v, const gloss_dict *dict,
                         const char *text, bool all) {
  memset(v, 0, offsetof(gloss_verdict, found));
  v->dict = dict;
  v->text = text;
  v->all = all;
}

void gloss_verdict_free(gloss_verdict *v) {
  free(v->hits);
  free(v->candidates);
  free(v->bans);
  free(v->walls);
}

bool gloss_verdict_room(gloss_verdict *v) {
  return v->found_count + GLOSS_MAX_ALIAS_ATOMS <= GLOSS_FOUND_ROOM ||
         gloss_verdict_settle(v);
}

void *gloss_verdict_widen(void *rows, size_t count, size_t *room,
                          size_t size) {
  size_t more = *room * 2 + 16;
  void *wider;
  if (count < *room) return rows;
  wider = realloc(rows, more * size);
  if (wider != NULL) *room = more;
  return wider;
}

bool gloss_verdict_add_hit(gloss_verdict *v, uint32_t start, uint32_t end,
                           uint32_t edits, size_t first) {
  gloss_hit *hits = gloss_verdict_widen(v->hits, v->hit_count, &v->hit_room,
                                        sizeof *hits);
  if (hits == NULL) return false;
  v->hits = hits;
  hits[v->hit_count++] = (gloss_hit){ start, end, (uint32_t)first,
                                      (uint32_t)(v->candidate_count - first),
                                      edits };
  return true;
}

bool gloss_verdict_add_candidate(gloss_verdict *v, uint32_t alias) {
  uint32_t *all = gloss_verdict_widen(v->candidates, v->candidate_count,
                                      &v->candidate_room, sizeof *all);
  if (all == NULL) return false;
  v->candidates = all;
  all[v->candidate_count++] = alias;
  return true;
}

static bool push_ban(gloss_ban **bans, size_t *count, size_t *room,
                     gloss_ban ban) {
  gloss_ban *wider = gloss_verdict_widen(*bans, *count, room, sizeof *wider);
  if (wider == NULL) return false;
  wider[(*count)++] = ban;
  *bans = wider;
  return true;
}

static bool add_ban(gloss_verdict *v, const gloss_found *f, uint32_t entity) {
  gloss_ban ban = { f->start, f->end, entity };
  if (v->dict->edits > 0 &&
      !push_ban(&v->walls, &v->wall_count, &v->wall_room, ban))
    return false;
  return push_ban(&v->bans, &v->ban_count, &v->ban_room, ban);
}

/* ---- One key ------------------------------------------------------------- */

static bool is_same(const gloss_alias_record *r, const char *text,
                    size_t len) {
  return r->len == len && memcmp(gloss_record_text(r), text, len) == 0;
}

/* Folding needs valid UTF-8, and a damaged file may hold anything. */
static bool is_valid(const gloss_alias_record *r) {
  return gloss_utf8_check(gloss_record_text(r), r->len) == r->len;
}

/* Is the text this key? The test that makes a hit certain. */
static bool is_key(const gloss_alias_record *r, const char *text, size_t len) {
  return gloss_same_but_case(gloss_record_text(r), r->len, text, len) ||
         (is_valid(r) &&
          gloss_keys_equal(gloss_record_text(r), r->len, text, len));
}

static bool fits(const gloss_alias_record *r, const gloss_found *f,
                 const char *text, size_t len) {
  const char *alias = gloss_record_text(r);
  gloss_letter_rule rule = (gloss_letter_rule)(r->rule >> 4);
  if (f->inside && !(r->flags & GLOSS_ALIAS_INSIDE)) return false;
  if (rule == GLOSS_RULE_ANY && !(r->flags & GLOSS_ALIAS_ACCENTS)) return true;
  if (is_same(r, text, len)) return true;
  if (!is_valid(r)) return false;
  if (!gloss_letters_fit(rule, alias, r->len, text, len)) return false;
  return !(r->flags & GLOSS_ALIAS_ACCENTS) ||
         gloss_accents_fit(alias, r->len, text, len);
}

static bool banned(const gloss_verdict *v, uint32_t start, uint32_t entity) {
  for (size_t i = v->ban_count; i-- > 0;)
    if (v->bans[i].entity == entity && v->bans[i].start <= start &&
        v->bans[i].end > start)
      return true;
  return false;
}

static const gloss_alias_record *next_record(const gloss_dict *d,
                                             const gloss_alias_record *r,
                                             uint32_t *place) {
  if (!(r->flags & GLOSS_ALIAS_MORE)) return NULL;
  *place += (uint32_t)(gloss_alias_size(r->len) / 8);
  return gloss_dict_record(d, *place);
}

typedef enum outcome { NOTHING, HIT, EXCLUDED, FAILED } outcome;

/* Takes one alias of a key that fits the text. */
static bool take_alias(gloss_verdict *v, const gloss_found *f,
                       const gloss_alias_record *r, bool *excluded) {
  if (!(r->flags & GLOSS_ALIAS_EXCLUDE))
    return gloss_verdict_add_candidate(v, r->number);
  if (r->entity == GLOSS_NO_ENTITY) *excluded = true;
  return add_ban(v, f, r->entity);
}

/* The candidates from `first` on without those that are banned here. */
static void drop_banned(gloss_verdict *v, size_t first, uint32_t start) {
  size_t kept = first;
  for (size_t i = first; i < v->candidate_count; i++) {
    uint32_t alias = v->candidates[i];
    const gloss_alias_record *r =
        alias < v->dict->alias_count
            ? gloss_dict_record(v->dict, v->dict->aliases[alias])
            : NULL;
    if (r != NULL && !banned(v, start, r->entity))
      v->candidates[kept++] = alias;
  }
  v->candidate_count = kept;
}

static outcome judge(gloss_verdict *v, const gloss_found *f) {
  const gloss_alias_record *r = gloss_dict_record(v->dict, f->place);
  const char *text = v->text + f->start;
  size_t len = f->end - f->start, first = v->candidate_count;
  uint32_t place = f->place;
  bool excluded = false;
  if (r == NULL || !(is_same(r, text, len) || is_key(r, text, len)))
    return NOTHING;
  for (; r != NULL; r = next_record(v->dict, r, &place)) {
    if (fits(r, f, text, len) && !take_alias(v, f, r, &excluded))
      return FAILED;
  }
  if (v->ban_count > 0 && !v->all) drop_banned(v, first, f->start);
  if (excluded && !v->all) v->candidate_count = first;
  if (v->candidate_count == first) return excluded ? EXCLUDED : NOTHING;
  return gloss_verdict_add_hit(v, f->start, f->end, 0, first) ? HIT : FAILED;
}

/* ---- Policies ------------------------------------------------------------ */

/* Bans that end before `start` are never asked for again. */
static void forget_bans(gloss_verdict *v, uint32_t start) {
  size_t kept = 0;
  for (size_t i = 0; i < v->ban_count; i++)
    if (v->bans[i].end > start) v->bans[kept++] = v->bans[i];
  v->ban_count = kept;
}

/* The keys found[from .. to) begin at one place: the longest that fits. */
static bool settle_start(gloss_verdict *v, size_t from, size_t to) {
  if (!v->all && v->found[from].start < v->taken) return true;
  if (!v->all) forget_bans(v, v->found[from].start);
  for (size_t i = to; i-- > from;) {
    switch (judge(v, &v->found[i])) {
      case FAILED: return false;
      case NOTHING: break;
      default:
        if (v->all) break;
        v->taken = v->found[i].end;
        return true;
    }
  }
  return true;
}

bool gloss_verdict_settle(gloss_verdict *v) {
  size_t from = 0;
  while (from < v->found_count) {
    size_t to = from + 1;
    while (to < v->found_count && v->found[to].start == v->found[from].start)
      to++;
    if (!settle_start(v, from, to)) return false;
    from = to;
  }
  v->found_count = 0;
  return true;
}

/* Does an exclude take entity's hit away? One that reaches beyond it on either
** side, and so is longer, stays. */
static bool taken_away(const gloss_verdict *v, size_t from,
                       const gloss_hit *hit, uint32_t entity) {
  for (size_t i = from; i < v->ban_count && v->bans[i].start < hit->end; i++) {
    const gloss_ban *b = &v->bans[i];
    bool longer = hit->start <= b->start && hit->end >= b->end &&
                  hit->end - hit->start > b->end - b->start;
    if (b->end > hit->start && !longer &&
        (b->entity == GLOSS_NO_ENTITY || b->entity == entity))
      return true;
  }
  return false;
}

static uint32_t entity_of(const gloss_verdict *v, uint32_t alias) {
  const gloss_alias_record *r =
      alias < v->dict->alias_count
          ? gloss_dict_record(v->dict, v->dict->aliases[alias])
          : NULL;
  return r != NULL ? r->entity : GLOSS_NO_ENTITY;
}

/* All hits but those in excluded text. Bans are in order of their start, and
** those that end before a hit begins are passed for good. */
static void apply_bans(gloss_verdict *v) {
  size_t kept_hits = 0, kept = 0, from = 0;
  for (size_t i = 0; i < v->hit_count; i++) {
    gloss_hit hit = v->hits[i];
    size_t first = kept;
    while (from < v->ban_count && v->bans[from].end <= hit.start) from++;
    for (uint32_t k = 0; k < hit.count; k++) {
      uint32_t alias = v->candidates[hit.first + k];
      if (!taken_away(v, from, &hit, entity_of(v, alias)))
        v->candidates[kept++] = alias;
    }
    if (kept == first) continue;
    hit.first = (uint32_t)first;
    hit.count = (uint32_t)(kept - first);
    v->hits[kept_hits++] = hit;
  }
  v->hit_count = kept_hits;
  v->candidate_count = kept;
}

void gloss_verdict_close(gloss_verdict *v) {
  if (v->all && v->ban_count > 0) apply_bans(v);
}

bool gloss_verdict_finish(gloss_verdict *v, gloss_arena *arena,
                          gloss_hits *out) {
  out->hits =
      gloss_arena_copy(arena, v->hits, v->hit_count * sizeof *v->hits);
  out->candidates = gloss_arena_copy(arena, v->candidates,
                                     v->candidate_count * sizeof(uint32_t));
  out->count = v->hit_count;
  out->candidate_count = v->candidate_count;
  return out->hits != NULL && out->candidates != NULL;
}

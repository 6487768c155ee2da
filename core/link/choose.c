/* choose.c - which of its candidates a name means, and what decided. */
#include "base/array.h"
#include "base/error.h"
#include "base/number.h"
#include "link/linker.h"

#include <stdlib.h>

static const gloss_slice nothing = { "", 0 };

const char *gloss_link_rule_name(gloss_link_rule rule) {
  static const char *const names[GLOSS_LINK_RULES] = {
    "only", "name", "listed", "document", "context", "date", "prior",
    "later", "ambiguous", "require", "avoid", "part", "overlap", "touched"
  };
  return names[rule];
}

bool gloss_link_note(gloss_linker *l, gloss_span span, uint32_t candidate,
                     gloss_link_rule rule, gloss_slice because) {
  const gloss_candidate *c = &l->candidates[candidate];
  if (!(l->flags & GLOSS_LINK_EXPLAIN)) return true;
  if (!gloss_array_reserve(l->lost, l->lost_room, l->lost_count + 1))
    return false;
  l->lost[l->lost_count++] = (gloss_link_lost){
    span, l->known[c->known].entity.id, c->alias.text,
    gloss_link_rule_name(rule), because
  };
  return true;
}

/* A choice while it is made: what is left of the candidates. */
typedef struct choice {
  gloss_linker *l;
  gloss_mention *m;
  uint32_t *kept;
  uint32_t count;
  gloss_link_rule lost; /* why the last that had to go went, or ONLY */
  gloss_slice because;
  bool outdated;        /* one was not valid on the document's date */
  gloss_error *err;
} choice;

static const gloss_candidate *at(const choice *c, uint32_t i) {
  return &c->l->candidates[c->kept[i]];
}

static bool note(const choice *c, uint32_t candidate, gloss_link_rule rule,
                 gloss_slice because) {
  return gloss_link_note(c->l, c->m->span, candidate, rule, because) ||
         gloss_no_memory(c->err);
}

/* ---- What cannot be meant here ------------------------------------------- */

static bool is_valid(const choice *c, const gloss_candidate *x) {
  return gloss_periods_meet(x->alias.options.valid, c->l->date) &&
         gloss_periods_meet(c->l->known[x->known].entity.valid, c->l->date);
}

/* 1: the context allows the candidate, 0: it does not, -1: no memory. Why
** goes to the choice. */
static int fits_context(choice *c, const gloss_candidate *x) {
  const gloss_alias_options *o = &x->alias.options;
  gloss_span span = c->m->span;
  int answer;
  if (o->avoid.len > 0) {
    answer = gloss_link_holds(c->l, o->avoid, span, x->known, &c->because,
                              c->err);
    if (answer > 0) c->lost = GLOSS_LINK_AVOID;
    if (answer != 0) return answer < 0 ? -1 : 0;
  }
  if (o->require.len == 0) return 1;
  answer = gloss_link_holds(c->l, o->require, span, x->known, &c->because,
                            c->err);
  if (answer == 0) {
    c->lost = GLOSS_LINK_REQUIRE;
    c->because = o->require;
  }
  return answer;
}

static bool keep_possible(choice *c) {
  for (uint32_t i = 0; i < c->m->count; i++) {
    uint32_t number = c->l->list[c->m->first + i];
    const gloss_candidate *x = &c->l->candidates[number];
    int fits;
    if (!is_valid(c, x)) {
      c->outdated = true;
      if (!note(c, number, GLOSS_LINK_DATE, nothing)) return false;
      continue;
    }
    fits = fits_context(c, x);
    if (fits < 0) return false;
    if (fits > 0) c->kept[c->count++] = number;
    else if (!note(c, number, c->lost, c->because)) return false;
  }
  return true;
}

/* Goes a candidate before another of the same entity? Listed before generated,
** then that of a later dictionary. */
static bool goes_before(const gloss_candidate *x, const gloss_candidate *y) {
  bool made = x->alias.options.generated, other = y->alias.options.generated;
  return made != other ? other : x->dict > y->dict;
}

/* One candidate for each entity. */
static void keep_entities(choice *c) {
  uint32_t n = 0, serial = ++c->l->choices;
  for (uint32_t i = 0; i < c->count; i++) {
    const gloss_candidate *x = at(c, i);
    gloss_known *k = &c->l->known[x->known];
    if (k->seen != serial) {
      k->seen = serial;
      k->place = n;
      c->kept[n++] = c->kept[i];
    } else if (goes_before(x, at(c, k->place))) {
      c->kept[k->place] = c->kept[i];
    }
  }
  c->count = n;
}

/* ---- What may decide between several ------------------------------------- */

static bool speaks_for(const choice *c, gloss_link_rule rule,
                       const gloss_candidate *x, gloss_slice *because) {
  *because = nothing;
  switch (rule) {
    case GLOSS_LINK_LISTED: return !x->alias.options.generated;
    case GLOSS_LINK_DOCUMENT:
      *because = gloss_link_elsewhere(c->l, x->known, x->alias.text);
      return because->len > 0;
    default:
      return gloss_same_bytes(x->alias.text,
                              c->l->known[x->known].entity.name);
  }
}

static void choose(choice *c, uint32_t i, gloss_link_rule rule,
                   gloss_slice because) {
  c->m->chosen = c->kept[i];
  c->m->rule = rule;
  c->m->because = because;
}

/* Keeps those that a rule speaks for, unless it is all or none; the one it
** speaks for is chosen. */
static bool prefer(choice *c, gloss_link_rule rule) {
  uint32_t n = 0, only = 0;
  gloss_slice because, why = nothing;
  for (uint32_t i = 0; i < c->count; i++) {
    if (!speaks_for(c, rule, at(c, i), &because)) continue;
    n++;
    only = i;
    why = because;
  }
  if (n == 0 || n == c->count) return true;
  for (uint32_t i = 0, kept = 0, count = c->count; i < count; i++) {
    if (speaks_for(c, rule, at(c, i), &because)) {
      if (n > 1) c->kept[kept++] = c->kept[i];
    } else if (!note(c, c->kept[i], rule, nothing)) {
      return false;
    }
  }
  if (n == 1) choose(c, only, rule, why);
  else c->count = n;
  return true;
}

/* The cell prior of an entity, and what it says; false: no number. */
static bool prior_of(const choice *c, const gloss_candidate *x,
                     gloss_slice *cell, double *number) {
  gloss_slice column;
  for (size_t i = 0; gloss_dict_field(c->l->dicts[x->dict], x->alias.entity,
                                      i, &column, cell); i++) {
    if (!gloss_same_bytes(column, (gloss_slice){ "prior", 5 })) continue;
    return gloss_read_number(*cell, number) &&
           *number - *number == 0; /* no infinity, no NaN */
  }
  return false;
}

/* ---- Scores -------------------------------------------------------------- */

static int by_score(const void *left, const void *right) {
  const gloss_scored *a = left, *b = right;
  if (a->score > b->score || a->score < b->score)
    return a->score > b->score ? -1 : 1;
  return a->order < b->order ? -1 : a->order > b->order;
}

/* What speaks for a candidate, so that what decides first weighs more than all
** that decides later: 8 its listed name, 4 another name in the document, 2 its
** full name, up to 1 its prior, and 1 for every one. */
static float weight(const choice *c, const gloss_candidate *x, double most) {
  gloss_slice why;
  double prior, all = 1;
  if (speaks_for(c, GLOSS_LINK_LISTED, x, &why)) all += 8;
  if (speaks_for(c, GLOSS_LINK_DOCUMENT, x, &why)) all += 4;
  if (speaks_for(c, GLOSS_LINK_NAME, x, &why)) all += 2;
  if (most > 0 && prior_of(c, x, &why, &prior) && prior > 0)
    all += prior / most;
  return (float)all;
}

/* Scores all that are possible. */
static bool score_all(choice *c) {
  gloss_slice cell;
  double most = 0, prior;
  gloss_linker *l = c->l;
  if (!gloss_array_reserve(l->scored, l->scored_room, c->count))
    return gloss_no_memory(c->err);
  for (uint32_t i = 0; i < c->count; i++)
    if (prior_of(c, at(c, i), &cell, &prior) && prior > most) most = prior;
  for (uint32_t i = 0; i < c->count; i++)
    l->scored[i] = (gloss_scored){ weight(c, at(c, i), most), i, c->kept[i] };
  qsort(l->scored, c->count, sizeof *l->scored, by_score);
  return true;
}

/* The one with the highest prior, where one is. */
static bool by_prior(choice *c) {
  gloss_slice cell, why = nothing;
  uint32_t best = 0, equal = 0;
  double most = 0, number;
  for (uint32_t i = 0; i < c->count; i++) {
    if (!prior_of(c, at(c, i), &cell, &number) ||
        (number < most && equal > 0))
      continue;
    equal = equal > 0 && !(number > most) ? equal + 1 : 1;
    if (equal > 1) continue;
    best = i;
    most = number;
    why = cell;
  }
  if (equal != 1) return true;
  choose(c, best, GLOSS_LINK_PRIOR, why);
  for (uint32_t i = 0; i < c->count; i++) {
    if (i == best) continue;
    if (!prior_of(c, at(c, i), &cell, &number)) cell = nothing;
    if (!note(c, c->kept[i], GLOSS_LINK_PRIOR, cell)) return false;
  }
  return true;
}

/* The one of the last dictionary, where it has but one of several. */
static bool by_dictionary(choice *c) {
  uint32_t last = 0, best = 0, count = 0;
  for (uint32_t i = 0; i < c->count; i++)
    if (at(c, i)->dict > last) last = at(c, i)->dict;
  for (uint32_t i = 0; i < c->count; i++) {
    if (at(c, i)->dict != last) continue;
    best = i;
    count++;
  }
  if (count != 1) return true;
  choose(c, best, GLOSS_LINK_LATER, nothing);
  for (uint32_t i = 0; i < c->count; i++)
    if (i != best && !note(c, c->kept[i], GLOSS_LINK_LATER, nothing))
      return false;
  return true;
}

static bool decide(choice *c) {
  static const gloss_link_rule rules[] = { GLOSS_LINK_LISTED,
                                           GLOSS_LINK_DOCUMENT,
                                           GLOSS_LINK_NAME };
  for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
    if (!prefer(c, rules[i])) return false;
    if (c->m->chosen != GLOSS_NONE) return true;
  }
  if (!by_prior(c)) return false;
  if (c->m->chosen == GLOSS_NONE && !by_dictionary(c)) return false;
  if (c->m->chosen == GLOSS_NONE) c->m->rule = GLOSS_LINK_AMBIGUOUS;
  return true;
}

/* What decided where one entity is left: what took the others away, or what
** the name itself asks for. */
static void take_only(choice *c) {
  bool asks = at(c, 0)->alias.options.require.len > 0;
  if (asks || c->lost != GLOSS_LINK_ONLY)
    choose(c, 0, GLOSS_LINK_CONTEXT, c->because);
  else if (c->outdated) choose(c, 0, GLOSS_LINK_DATE, nothing);
  else if (c->m->form.len > 0) choose(c, 0, GLOSS_LINK_DOCUMENT, nothing);
  else choose(c, 0, GLOSS_LINK_ONLY, nothing);
}

/* ---- A choice ------------------------------------------------------------ */

/* The chosen one before those of an equal score. */
static void put_first(choice *c, uint32_t count) {
  gloss_scored *rows = c->l->scored, chosen;
  uint32_t i = 0;
  while (i < count && rows[i].candidate != c->m->chosen) i++;
  if (i == count) return;
  chosen = rows[i];
  memmove(rows + 1, rows, i * sizeof *rows);
  rows[0] = chosen;
}

/* What is possible comes first in the list of the mention, the likeliest first,
** with its share of all scores. */
static bool put_back(choice *c, uint32_t count) {
  gloss_linker *l = c->l;
  uint32_t first = c->m->first;
  float sum = 0;
  if (!gloss_array_reserve(l->scores, l->score_room, l->list_count))
    return gloss_no_memory(c->err);
  c->m->left = count;
  c->m->tied = c->count;
  l->list[first] = c->kept[0];
  l->scores[first] = 1;
  if (count == 1) return true;
  put_first(c, count);
  for (uint32_t i = 0; i < count; i++) sum += l->scored[i].score;
  for (uint32_t i = 0; i < count; i++) {
    l->list[first + i] = l->scored[i].candidate;
    l->scores[first + i] = l->scored[i].score / sum;
  }
  return true;
}

bool gloss_link_choose(gloss_linker *l, gloss_mention *m, gloss_error *err) {
  choice c = { .l = l, .m = m, .lost = GLOSS_LINK_ONLY, .err = err };
  uint32_t possible;
  c.because = nothing;
  if (!gloss_array_reserve(l->kept, l->kept_room, m->count))
    return gloss_no_memory(err);
  c.kept = l->kept;
  if (!keep_possible(&c)) return false;
  if (c.count == 0) {
    m->rule = c.lost != GLOSS_LINK_ONLY ? c.lost : GLOSS_LINK_DATE;
    m->because = c.because;
    return true;
  }
  if (c.count > 1) keep_entities(&c);
  possible = c.count;
  if (possible == 1) take_only(&c);
  else if (!score_all(&c) || !decide(&c)) return false;
  return put_back(&c, possible);
}

bool gloss_link_choose_all(gloss_linker *l, gloss_mentions *m,
                           gloss_error *err) {
  for (size_t i = 0; i < m->count; i++)
    if (!gloss_link_choose(l, &m->rows[i], err)) return false;
  return true;
}

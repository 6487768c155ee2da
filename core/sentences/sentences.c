/* sentences.c - where sentences end, each with the rule that decided it. */
#include "sentences/sentences.h"

#include "sentences/break_rules.h"
#include "sentences/rules.h"
#include "sentences/short_way.h"

#include <string.h>

/* Numbers below GLOSS_BREAK_RULES are those of Unicode. */
static unsigned outer(unsigned rule) { return GLOSS_BREAK_RULES + rule; }

const char *gloss_sentence_rule_name(unsigned number) {
  const gloss_sentence_rule *rule;
  if (number < GLOSS_BREAK_RULES) return gloss_break_rule_name(number);
  rule = gloss_sentence_rule_at(number - GLOSS_BREAK_RULES);
  return rule != NULL ? rule->name : "unknown";
}

/* Where the pass stands, and what it fills: one of the two arrays. */
typedef struct pass {
  const gloss_sentence_input *in;
  size_t first;       /* token: the sentence begins with it */
  size_t mask_edge;   /* edges dealt with: two a mask */
  gloss_quotes quotes;
  unsigned item;      /* the number of the list item seen last; 0: none */
  char style;         /* '1' or 'a' */
  bool in_item;       /* the sentence is one */
  bool has_slash;     /* the text has one, so that verse may be quoted */
  bool has_bracket;   /* the text has ( or [ */
  gloss_sentence *sentences;
  gloss_decision *decisions;
  size_t count;
} pass;

/* A sentence ends with token `last`. */
static void end_sentence(pass *s, size_t last, unsigned rule) {
  const gloss_token_list *list = s->in->tokens;
  if (last + 1 <= s->first) return;
  if (s->sentences != NULL)
    s->sentences[s->count++] = (gloss_sentence){
      list->starts[s->first], list->ends[last], (uint8_t)outer(rule)
    };
  s->first = last + 1;
  s->in_item = false;
}

static void note(pass *s, uint32_t at, unsigned rule, bool boundary) {
  if (s->decisions != NULL)
    s->decisions[s->count++] =
        (gloss_decision){ at, (uint8_t)outer(rule), boundary };
}

/* ---- Masks ---- */

static uint32_t edge_at(const pass *s, size_t edge) {
  const gloss_span *mask = &s->in->masks[edge / 2];
  return edge % 2 == 0 ? mask->start : mask->end;
}

/* The first token that starts at or behind `offset`, from `from` on. */
static size_t token_from(const pass *s, size_t from, uint32_t offset) {
  size_t low = from, high = s->in->tokens->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (s->in->tokens->starts[middle] >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/* Ends sentences at the edges of masks before token `token`. */
static void pass_edges(pass *s, size_t token) {
  while (s->mask_edge < s->in->mask_count * 2) {
    uint32_t at = edge_at(s, s->mask_edge);
    size_t behind;
    if (token < s->in->tokens->count && at > s->in->tokens->starts[token])
      return;
    behind = token_from(s, s->first, at);
    if (behind > s->first) {
      end_sentence(s, behind - 1, GLOSS_RULE_MASK);
      note(s, at, GLOSS_RULE_MASK, true);
    }
    s->mask_edge++;
  }
}

/* The token before which the next mask edge lies. */
static size_t next_edge(const pass *s) {
  if (s->mask_edge == s->in->mask_count * 2) return SIZE_MAX;
  return token_from(s, s->first, edge_at(s, s->mask_edge));
}

/* ---- List items inside a line: 1) red 2) blue ---- */

/* The number of the item that token `token` names, and its style. */
static unsigned item_number(const pass *s, size_t token, char *style) {
  const char *text = s->in->text + s->in->tokens->starts[token];
  size_t len = s->in->tokens->ends[token] - s->in->tokens->starts[token];
  unsigned number = 0;
  *style = gloss_is_letter(text[0]) ? 'a' : '1';
  if (*style == 'a') return len == 1 ? (unsigned)(text[0] | 32) - 'a' + 1 : 0;
  if (len > 2) return 0;
  for (size_t i = 0; i < len; i++) {
    if (!gloss_is_digit(text[i])) return 0;
    number = number * 10 + (unsigned)(text[i] - '0');
  }
  return number;
}

/* Whether a list goes on counting, or another begins. */
static bool goes_on(const pass *s, unsigned number, char style) {
  return number == 1 ? s->item > 1
                     : number == s->item + 1 && style == s->style;
}

/* A number behind which `mark` stands as in a list: the sentence ends before
** it where it goes on counting. */
static void try_item(pass *s, size_t mark) {
  const gloss_token_list *list = s->in->tokens;
  char style, sign = s->in->text[list->starts[mark]];
  size_t token = mark - 1;
  unsigned number;
  if ((sign != '.' && sign != ')') || mark == 0 || token < s->first ||
      list->starts[mark] != list->ends[token])
    return;
  number = item_number(s, token, &style);
  if (number == 0) return;
  if (token > s->first && list->starts[token] != list->ends[token - 1]) {
    if (!s->in_item || !goes_on(s, number, style)) return;
    end_sentence(s, token - 1, GLOSS_RULE_ITEM);
    note(s, list->ends[token - 1], GLOSS_RULE_ITEM, true);
  }
  s->item = number;
  s->style = style;
  s->in_item = true;
}

/* A bullet inside a line begins an item. */
static void try_bullet(pass *s, size_t mark) {
  const gloss_token_list *list = s->in->tokens;
  if (mark > s->first && list->starts[mark] > list->ends[mark - 1]) {
    end_sentence(s, mark - 1, GLOSS_RULE_ITEM);
    note(s, list->ends[mark - 1], GLOSS_RULE_ITEM, true);
  }
}

/* ---- The pass ---- */

/* Takes the short way where it decides, and where no verse can be. */
static bool consider_plain(pass *s, size_t mark) {
  size_t last;
  int rule = s->has_slash || s->mask_edge < s->in->mask_count * 2
                 ? -1
                 : gloss_sentence_decide_plain(s->in, s->first, mark,
                                               s->has_bracket, &last);
  bool boundary;
  if (rule < 0) return false;
  boundary = gloss_sentence_rule_at((unsigned)rule)->boundary;
  if (boundary) end_sentence(s, last, (unsigned)rule);
  note(s, s->in->tokens->ends[last], (unsigned)rule, boundary);
  return true;
}

static void consider(pass *s, size_t mark) {
  gloss_place place;
  unsigned rule;
  size_t edge = next_edge(s);
  gloss_place_read(&place, s->in, &s->quotes, s->first, mark);
  if (place.next > edge) { /* nothing closes beyond a mask */
    place.last = mark;
    place.next = mark + 1;
  }
  if (place.kind == MARK_PERIOD || place.kind == MARK_ITEM) {
    try_item(s, mark);
    place.first = s->first;
  } else if (place.kind == MARK_BULLET) {
    try_bullet(s, mark);
    place.first = s->first;
  }
  rule = gloss_sentence_decide(&place);
  if (gloss_sentence_rule_at(rule)->boundary)
    end_sentence(s, place.last, rule);
  if (s->decisions != NULL)
    note(s, gloss_place_at(&place), rule,
         gloss_sentence_rule_at(rule)->boundary);
}

static void run(pass *s) {
  const gloss_token_list *list = s->in->tokens;
  s->has_slash = memchr(s->in->text, '/', s->in->len) != NULL;
  s->has_bracket = memchr(s->in->text, '(', s->in->len) != NULL ||
                   memchr(s->in->text, '[', s->in->len) != NULL;
  for (size_t i = 0; i < list->mark_count; i++) {
    size_t mark = list->marks[i];
    pass_edges(s, mark);
    if (mark < s->first) continue; /* closed a sentence already */
    if (!consider_plain(s, mark)) consider(s, mark);
  }
  pass_edges(s, list->count);
  if (s->first < list->count) {
    end_sentence(s, list->count - 1, GLOSS_RULE_END);
    note(s, list->ends[list->count - 1], GLOSS_RULE_END, true);
  }
}

/* How many places there can be. */
static size_t most_places(const gloss_sentence_input *in) {
  return in->tokens->mark_count * 2 + in->mask_count * 2 + 1;
}

/* ---- Exactly UAX #29 ---- */

static bool und_part(const gloss_sentence_input *in, size_t start, size_t end,
                     gloss_arena *arena, gloss_sentence **list, size_t *count,
                     size_t *room) {
  gloss_breaks breaks;
  size_t added;
  gloss_breaks_start(&breaks, in->text + start, end - start);
  do {
    if (*room - *count < 16) {
      size_t larger = *room + *room / 2 + 64;
      gloss_sentence *wider = gloss_arena_grow(
          arena, *list, *room * sizeof **list, larger * sizeof **list);
      if (wider == NULL) return false;
      *list = wider;
      *room = larger;
    }
    added = gloss_breaks_sentences(&breaks, *list + *count, *room - *count);
    for (size_t i = *count; i < *count + added; i++) {
      (*list)[i].start += (uint32_t)start;
      (*list)[i].end += (uint32_t)start;
    }
    *count += added;
  } while (added > 0);
  return true;
}

/* The parts between the edges of masks, each a text of its own. */
static gloss_sentence *und_sentences(const gloss_sentence_input *in,
                                     gloss_arena *arena, size_t *count) {
  gloss_sentence *list = gloss_arena_raw(arena, sizeof *list);
  size_t room = 1, at = 0;
  *count = 0;
  if (list == NULL) return NULL;
  for (size_t i = 0; i < in->mask_count; i++) {
    if (!und_part(in, at, in->masks[i].start, arena, &list, count, &room) ||
        !und_part(in, in->masks[i].start, in->masks[i].end, arena, &list,
                  count, &room))
      return NULL;
    at = in->masks[i].end;
  }
  return und_part(in, at, in->len, arena, &list, count, &room) ? list : NULL;
}

static gloss_decision *und_decisions(const gloss_sentence_input *in,
                                     gloss_arena *arena, size_t *count) {
  size_t room = 64;
  gloss_decision *list = gloss_arena_raw(arena, room * sizeof *list);
  gloss_breaks breaks;
  gloss_break place;
  *count = 0;
  gloss_breaks_start(&breaks, in->text, in->len);
  while (list != NULL && gloss_breaks_next(&breaks, &place)) {
    if (*count == room) {
      list = gloss_arena_grow(arena, list, room * sizeof *list,
                              room * 2 * sizeof *list);
      if (list == NULL) return NULL;
      room *= 2;
    }
    list[(*count)++] =
        (gloss_decision){ place.mark, place.rule, place.boundary };
  }
  return list;
}

/* ---- The two questions ---- */

gloss_sentence *gloss_sentences_find(const gloss_sentence_input *in,
                                     gloss_arena *arena, size_t *count) {
  size_t room = most_places(in) * sizeof(gloss_sentence);
  pass s = { .in = in };
  if (!gloss_language_has_rules(in->language))
    return und_sentences(in, arena, count);
  s.sentences = gloss_arena_raw(arena, room);
  if (s.sentences == NULL) return NULL;
  run(&s);
  gloss_arena_trim(arena, s.sentences, room,
                   (s.count + 1) * sizeof *s.sentences);
  *count = s.count;
  return s.sentences;
}

gloss_decision *gloss_sentences_explain(const gloss_sentence_input *in,
                                        gloss_arena *arena, size_t *count) {
  pass s = { .in = in };
  if (!gloss_language_has_rules(in->language))
    return und_decisions(in, arena, count);
  s.decisions = gloss_arena_raw(arena, most_places(in) * sizeof *s.decisions);
  if (s.decisions == NULL) return NULL;
  run(&s);
  *count = s.count;
  return s.decisions;
}

size_t gloss_sentences_after(const gloss_sentence *sentences, size_t count,
                             uint32_t offset) {
  size_t low = 0, high = count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (sentences[middle].end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

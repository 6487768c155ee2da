/* find.c - the times of a document: each phrase is read by the rules that match
** it, in the order of the text; then times of day get their dates. */
#include <string.h>

#include "base/array.h"
#include "base/error.h"
#include "doc/doc_private.h"
#include "times/times.h"

static bool no_memory(gloss_times_context *x) {
  x->failed = true;
  return gloss_no_memory(x->err);
}

/* ---- Notes ---- */

static bool note(gloss_times_context *x, gloss_times_note n) {
  gloss_times *t = x->t;
  if (!x->how->explain) return true;
  if (!gloss_array_reserve(t->notes, t->note_room, t->note_count + 1))
    return no_memory(x);
  t->notes[t->note_count++] = n;
  return true;
}

static bool note_match(gloss_times_context *x, const gloss_rule_match *m,
                       bool kept) {
  return note(x, (gloss_times_note){ { x->from, x->to }, m->rule,
                                     kept ? GLOSS_TIME_KEPT
                                          : GLOSS_TIME_REFUSED, 0 });
}

/* Notes the matches that were not tried, as the k-th at item i took their
** items. */
static bool note_beaten(gloss_times_context *x, uint32_t phrase, size_t i,
                        size_t k, const gloss_rule_match *won) {
  if (!x->how->explain) return true;
  for (size_t at = i; at <= won->last; at++) {
    const gloss_rule_match *m;
    size_t count;
    if (!gloss_grammar_matches(x->t->grammar, phrase, at, &m, &count, x->err))
      return false;
    for (size_t n = at == i ? k + 1 : 0; n < count; n++) {
      gloss_span span = { gloss_item_start(x, &x->phrase->items[m[n].first]),
                          gloss_item_end(x, &x->phrase->items[m[n].last]) };
      if (!note(x, (gloss_times_note){ span, m[n].rule, GLOSS_TIME_BEATEN,
                                       won->rule }))
        return false;
    }
  }
  return true;
}

/* ---- One match ---- */

/* Points to the words of a match, for its reading. */
static void set_match(gloss_times_context *x, const gloss_rule_match *m) {
  const gloss_times *t = x->t;
  const gloss_item *items = x->phrase->items;
  size_t start = m->first;
  if (x->how->bare && m->first < m->last &&
      (items[start].class_number == t->classes[CLASS_THE] ||
       items[start].class_number == t->classes[CLASS_A]))
    start++;
  x->match = m;
  x->first = m->first;
  x->last = m->last;
  x->from = gloss_item_start(x, &items[start]);
  x->to = gloss_item_end(x, &items[m->last]);
  memset(x->at, 0, sizeof x->at);
  for (unsigned i = 0; i < m->name_count; i++) {
    uint8_t role = t->role_of[m->names[i].name];
    if (role < GLOSS_TIME_ROLES) x->at[role] = &items[m->names[i].item];
  }
}

/* Reads the match; false: it is refused, or something failed. */
static bool read_match(gloss_times_context *x, const gloss_rule_match *m,
                       gloss_time_reading *r) {
  const gloss_time_rule *rule = &x->t->rules[m->rule];
  *r = (gloss_time_reading){ .start = x->from, .end = x->to, .rule = m->rule };
  if (!gloss_times_allowed(x, rule) || !rule->read(x, rule, r) || x->failed)
    return false;
  if (r->value.len > 0 && !r->dated && r->clock.len == 0)
    r->dated = gloss_value_interval(r->value, &r->from, &r->to, &r->precision);
  return true;
}

static bool keep_reading(gloss_times_context *x, const gloss_time_reading *r) {
  gloss_times *t = x->t;
  if (!gloss_array_reserve(t->found, t->found_room, t->found_count + 1))
    return no_memory(x);
  t->found[t->found_count++] = *r;
  if (!r->dated || r->type == GLOSS_TIME_DURATION) return true;
  x->has_mention = true;
  x->mention = r->from;
  x->mention_value = r->value;
  if (r->explicit_year) {
    x->has_year = true;
    x->year = r->year;
  }
  return true;
}

/* ---- Phrases ---- */

/* Reads a match; true: it took its words. */
typedef bool (*reader)(gloss_times_context *x, const gloss_rule_match *m);

static bool take_time(gloss_times_context *x, const gloss_rule_match *m) {
  gloss_time_reading r;
  bool kept = read_match(x, m, &r);
  if (x->failed) return false;
  if (kept && !keep_reading(x, &r)) return false;
  return note_match(x, m, kept) && kept;
}

/* Tries the rules at each item of a phrase, the longest match first. */
static bool read_phrase(gloss_times_context *x,
                        const gloss_phrase_place *place, reader take) {
  x->phrase = gloss_grammar_phrase(x->t->grammar, place->phrase);
  x->start = place->start;
  for (size_t i = 0; i < x->phrase->item_count;) {
    const gloss_rule_match *matches;
    size_t count, next = i + 1;
    if (!gloss_grammar_matches(x->t->grammar, place->phrase, i, &matches,
                               &count, x->err))
      return !(x->failed = true);
    for (size_t k = 0; k < count; k++) {
      set_match(x, &matches[k]);
      if (take(x, &matches[k])) {
        if (!note_beaten(x, place->phrase, i, k, &matches[k])) return false;
        if (matches[k].last >= next) next = matches[k].last + 1u;
        break;
      }
      if (x->failed) return false;
    }
    i = next;
  }
  return true;
}

/* ---- Date lines ---- */

enum { TOP = 5, NEAR_HEAD = 40 }; /* lines; bytes */

/* Does the line hold little but the date, or begin with it and a mark, as in
** "MOSCOW, April 6, 2025 (Agency) - The envoy ..."? */
static bool heads_line(const gloss_times_context *x, gloss_span line,
                       const gloss_time_reading *r) {
  size_t at = r->end;
  unsigned char c;
  if (r->start - line.start > NEAR_HEAD) return false;
  if (line.end <= r->end || r->start - line.start + line.end - r->end <=
      NEAR_HEAD)
    return true;
  while (at < x->len && gloss_blank((unsigned char)x->text[at])) at++;
  c = gloss_text_byte(x, at);
  return (c != 0 && strchr("():-", c) != NULL) ||
         (at + 3 <= x->len && (memcmp(x->text + at, "\xE2\x80\x93", 3) == 0 ||
                               memcmp(x->text + at, "\xE2\x80\x94", 3) == 0));
}

/* A day that the text itself dates, at the head of a line: the document's. */
static bool take_date_line(gloss_times_context *x, const gloss_rule_match *m) {
  gloss_time_reading r;
  size_t line;
  if (x->has_ref || (x->at[AT_YEAR] == NULL && x->at[AT_DATE] == NULL) ||
      !read_match(x, m, &r) || !r.explicit_year)
    return false;
  if (!r.dated || r.precision != GLOSS_PRECISION_DAY || r.from != r.to)
    return true;
  line = gloss_spans_after(x->lines, x->line_count, r.start);
  if (line < x->line_count && x->lines[line].start < r.end &&
      heads_line(x, x->lines[line], &r)) {
    x->has_ref = true;
    x->ref = r.from;
  }
  return true;
}

static gloss_slice label_of(gloss_times_context *x, const char *what) {
  gloss_value_text label = { .len = 0 };
  gloss_slice date = x->how->date;
  gloss_value_put(&label, what);
  if (date.len > 10) date.len = 10;
  if (date.len > 0) gloss_value_put_bytes(&label, date);
  else gloss_value_put_day(&label, x->ref);
  return gloss_times_keep(x, gloss_value_slice(&label));
}

/* Looks for the document's date in the lines at the top of the text; only whole
** dates are read. */
static bool find_date_line(gloss_times_context *x,
                           const gloss_phrase_place *places, size_t count) {
  size_t top = 0, lines;
  bool bare = x->how->bare;
  gloss_times_how how = *x->how;
  const gloss_times_how *given = x->how;
  x->lines = gloss_doc_lines(x->doc, &x->line_count, x->err);
  if (x->lines == NULL) return !(x->failed = true);
  lines = x->line_count < TOP ? x->line_count : TOP;
  if (lines > 0) top = x->lines[lines - 1].end;
  how.bare = how.explain = false;
  x->how = &how;
  for (size_t i = 0; i < count && places[i].start < top && !x->has_ref; i++)
    if (!read_phrase(x, &places[i], take_date_line)) return false;
  how.bare = bare;
  x->how = given;
  x->year_item = NULL;
  if (!x->has_ref) return true;
  x->ref_precision = GLOSS_PRECISION_DAY;
  x->ref_label = label_of(x, "date line ");
  return !x->failed;
}

/* ---- Dates of times of day ---- */

enum { REACH = 200 }; /* bytes between a time of day and its date */

static bool one_day(const gloss_time_reading *r) {
  return r->dated && r->precision == GLOSS_PRECISION_DAY && r->from == r->to &&
         r->type == GLOSS_TIME_DATE;
}

static gloss_slice label_from(gloss_times_context *x,
                              const gloss_time_reading *other) {
  return other->anchor.len > 0 ? other->anchor
                               : gloss_times_text_label(x, other->value);
}

static size_t skip_marks(const gloss_times_context *x, size_t at, size_t end) {
  while (at < end) {
    unsigned char c = (unsigned char)x->text[at];
    if (!gloss_blank(c) && c != ',' && c != '(' && c != ')') break;
    at++;
  }
  return at;
}

/* "6 p.m. on Friday": marks and a word of two letters at most between. */
static bool beside(const gloss_times_context *x, size_t at, size_t end) {
  at = skip_marks(x, at, end);
  for (int letters = 0; letters < 2 && at < end &&
       gloss_letter((unsigned char)x->text[at]); letters++)
    at++;
  return skip_marks(x, at, end) == end;
}

/* Behind quotation marks that close. */
static size_t skip_quotes(const gloss_times_context *x, size_t at, size_t end) {
  for (;;) {
    if (at < end && (x->text[at] == '"' || x->text[at] == '\'')) at++;
    else if (at + 3 <= end && memcmp(x->text + at, "\xE2\x80\x9D", 3) == 0)
      at += 3;
    else return at;
  }
}

/* How many sentences end in the text between; more than one where a blank line
** is in it. */
static int ends_between(const gloss_times_context *x, size_t at, size_t end) {
  int ends = 0;
  for (size_t i = at; i < end; i++) {
    size_t next = i + 1;
    if (x->text[i] == '\n') {
      while (next < end && x->text[next] != '\n' &&
             gloss_blank((unsigned char)x->text[next]))
        next++;
      if (next < end && x->text[next] == '\n') return 2;
      continue;
    }
    if (strchr(".!?", x->text[i]) == NULL || x->text[i] == '\0') continue;
    next = skip_quotes(x, next, end);
    if (next < end && gloss_blank((unsigned char)x->text[next])) ends++;
  }
  return ends;
}

/* The day of the time before, where it is in this sentence or the last one. */
static bool day_before(gloss_times_context *x, const gloss_time_reading *r,
                       const gloss_time_reading *before, int32_t *day,
                       gloss_slice *label) {
  int ends;
  if (r->start - before->end > REACH) return false;
  ends = ends_between(x, before->end, r->start);
  if (ends > 1) return false;
  if (one_day(before) &&
      !(ends == 1 && x->has_ref && before->from > x->ref &&
        gloss_times_tense_of(x, r->start, r->end) == GLOSS_PAST)) {
    *day = before->from;
    *label = label_from(x, before);
    return true;
  }
  *day = before->day;
  *label = before->anchor;
  return before->clock.len > 0 && before->has_day;
}

/* The day that a time of day belongs to: of the date right beside it, else the
** last one in this sentence or the one before, else the document's. */
static bool day_of(gloss_times_context *x, size_t i, int32_t *day,
                   gloss_slice *label) {
  const gloss_time_reading *found = x->t->found, *r = &found[i];
  const gloss_time_reading *after =
      i + 1 < x->t->found_count ? &found[i + 1] : NULL;
  gloss_slice why;
  if (after != NULL && after->start - r->end <= REACH && one_day(after) &&
      beside(x, r->end, after->start)) {
    *day = after->from;
    *label = label_from(x, after);
    return true;
  }
  if (i > 0 && day_before(x, r, &found[i - 1], day, label)) return true;
  *day = x->ref;
  *label = x->ref_label;
  return gloss_times_dated(x, GLOSS_PRECISION_DAY, &why);
}

static void put_clock(gloss_value_text *v, const gloss_time_reading *r,
                      gloss_slice clock) {
  if (r->has_day) gloss_value_put_day(v, r->day);
  else gloss_value_put(v, "XXXX-XX-XX");
  gloss_value_put_bytes(v, clock);
}

static void set_clock(gloss_times_context *x, size_t i) {
  gloss_time_reading *r = &x->t->found[i];
  gloss_value_text v = { .len = 0 };
  r->has_day = day_of(x, i, &r->day, &r->anchor);
  if (!r->has_day) r->anchor = (gloss_slice){ NULL, 0 };
  put_clock(&v, r, r->clock);
  r->dated = gloss_value_interval(gloss_value_slice(&v), &r->from, &r->to,
                                  &r->precision);
  if (r->clock_to.len > 0) {
    gloss_value_put(&v, "/");
    put_clock(&v, r, r->clock_to);
  }
  r->value = gloss_times_keep(x, gloss_value_slice(&v));
}

/* ---- The document ---- */

static bool set_date(gloss_times_context *x,
                     const gloss_phrase_place *places, size_t count) {
  if (x->how->date.len == 0) return find_date_line(x, places, count);
  x->has_ref = gloss_value_parse_date(x->how->date, &x->ref,
                                      &x->ref_precision);
  x->ref_label = label_of(x, "document ");
  return !x->failed;
}

bool gloss_times_read_all(gloss_times_context *x) {
  gloss_times *t = x->t;
  const gloss_phrase_place *places;
  gloss_word_numbers words;
  size_t count;
  unsigned generation;
  /* where words have numbers phrases are found faster, and tenses ask for them
  ** anyway */
  if (!gloss_doc_words(x->doc, &words, x->err) ||
      !gloss_grammar_find(t->grammar, x->doc, x->len, &places, &count,
                          &generation, x->err))
    return false;
  if (!set_date(x, places, count)) return false;
  x->historical = x->ticker = GLOSS_UNASKED;
  for (size_t i = 0; i < count; i++)
    if (!read_phrase(x, &places[i], take_time)) return false;
  for (size_t i = 0; i < t->found_count; i++)
    if (t->found[i].clock.len > 0) set_clock(x, i);
  return !x->failed;
}

/* rules.c - the rules: a short form in a bracket, both in one, the long form in
** one, and keys of tables. */
#include "acronyms/acronyms.h"
#include "base/array.h"

enum {
  MOST_PIECE = 80,  /* bytes of what may be a short form and its marks */
  MOST_BEFORE = 40  /* of a short form before a bracket, and a noun */
};

/* Their names, in the column `rule`. */
static const char long_short[] = "long (short)";
static const char both[] = "(long, short)";
static const char short_long[] = "short (long)";
static const char legend[] = "short = long";

static bool add(gloss_acronyms *a, const char *rule, gloss_span short_form,
                gloss_span long_form, double score) {
  if (!gloss_array_reserve(a->found, a->found_room, a->found_count + 1)) {
    a->failed = true;
    return false;
  }
  a->found[a->found_count++] =
      (gloss_acronym){ short_form, long_form, rule, score };
  return true;
}

static void lose(gloss_acronyms *a, const char *rule, gloss_span short_form,
                 double score) {
  if (!a->explains) return;
  if (!gloss_array_reserve(a->lost, a->lost_room, a->lost_count + 1))
    a->failed = true;
  else
    a->lost[a->lost_count++] =
        (gloss_acronyms_lost){ short_form, rule, score };
}

static bool is_wanted(const gloss_acronyms *a, gloss_span span) {
  gloss_slice text = gloss_piece_of(a, span);
  if (a->only_some && gloss_intern_find(&a->only, text.bytes, text.len) ==
                          GLOSS_NOT_INTERNED)
    return false;
  return gloss_is_short(a, text);
}

/* The short form that a piece of a bracket is; empty where it is none. */
static gloss_span short_of(const gloss_acronyms *a, gloss_span piece) {
  gloss_span none = { 0, 0 };
  if (piece.end > piece.start + MOST_PIECE) return none;
  piece = gloss_bare(a, piece);
  return piece.start < piece.end && is_wanted(a, piece) ? piece : none;
}

/* Two capitals; or also a capital and a digit right behind. */
static bool has_capitals(gloss_slice s, bool or_digit) {
  bool capital = false;
  for (size_t i = 0; i < s.len; i++) {
    if (or_digit && i > 0 && gloss_is_figure(s.bytes[i]) &&
        gloss_is_upper(s.bytes[i - 1]))
      return true;
    if (!gloss_is_upper(s.bytes[i])) continue;
    if (capital) return true;
    capital = true;
  }
  return false;
}

/* ---- In a bracket -------------------------------------------------------- */

/* "Long Form (SF)", "Long Form (the "SF")", "Long Form (EC 1.2; SF)". */
static bool short_in_bracket(gloss_acronyms *a, const gloss_bracket *b) {
  gloss_span before = { b->limit, b->open };
  bool any = false;
  before.end = gloss_trim(a, before).end;
  for (size_t i = 0; i < a->piece_count; i++) {
    gloss_span s = short_of(a, a->pieces[i]);
    gloss_long_fit fit;
    if (s.end == 0) continue;
    fit = gloss_long_before(a, gloss_piece_of(a, s), before);
    if (fit.found)
      any = add(a, long_short, s, (gloss_span){ fit.start, before.end },
                fit.score);
    else
      lose(a, long_short, s, fit.score);
  }
  return any;
}

/* "(Long Form, SF)", the whole definition inside the bracket. */
static bool both_in_bracket(gloss_acronyms *a, const gloss_bracket *b) {
  for (size_t i = 1; i < a->piece_count; i++) {
    gloss_span s = short_of(a, a->pieces[i]), before;
    gloss_long_fit fit;
    if (s.end == 0 || !has_capitals(gloss_piece_of(a, s), false)) continue;
    before = gloss_trim(a, (gloss_span){ b->start, a->pieces[i - 1].end });
    fit = gloss_long_before(a, gloss_piece_of(a, s), before);
    if (fit.found)
      return add(a, both, s, (gloss_span){ fit.start, before.end }, fit.score);
    lose(a, both, s, fit.score);
  }
  return false;
}

/* ---- Before a bracket ---------------------------------------------------- */

static bool is_short_char(char c) {
  return gloss_is_alnum(c) || (c != '\0' && strchr("-&/.", c) != NULL);
}

/* The short form that ends at `end` and begins not before `limit`; empty: there
** is none. */
static gloss_span short_ending(const gloss_acronyms *a, uint32_t limit,
                               uint32_t end) {
  gloss_span s = { end, end };
  while (s.start > limit && is_short_char(a->text[s.start - 1])) s.start--;
  while (s.start < s.end && !gloss_is_alnum(a->text[s.start])) s.start++;
  if (s.start < s.end && has_capitals(gloss_piece_of(a, s), true) &&
      is_wanted(a, s))
    return s;
  return (gloss_span){ 0, 0 };
}

/* White space, a closing quotation mark, or a part of one. */
static bool is_closing(char c) {
  return gloss_is_white(c) ||
         (c != '\0' && strchr("\"\xE2\x80\x99\x9D", c) != NULL);
}

/* The short form right before a bracket, or (`apart`) before a noun: "ABC cream
** (...)"; empty: there is none. */
static gloss_span short_before(const gloss_acronyms *a, const gloss_bracket *b,
                               bool *apart) {
  uint32_t end = b->open, limit = b->limit, noun;
  gloss_span s;
  while (end > b->limit && is_closing(a->text[end - 1])) end--;
  if (end > limit + MOST_BEFORE) limit = end - MOST_BEFORE - 1;
  s = short_ending(a, limit, end);
  *apart = false;
  if (s.end > 0) return s;
  noun = end;
  while (noun > limit && gloss_is_lower(a->text[noun - 1])) noun--;
  if (noun == end || noun < limit + 2 || !gloss_is_white(a->text[noun - 1]) ||
      (!gloss_is_upper(a->text[noun - 2]) && !gloss_is_figure(a->text[noun - 2])))
    return s;
  *apart = true;
  return short_ending(a, limit, noun - 1);
}

/* Where the text goes on behind an article. */
static uint32_t behind_article(const gloss_acronyms *a, gloss_span s) {
  for (size_t i = 0; i < a->articles.count; i++) {
    gloss_slice word = a->articles.list[i];
    uint32_t at = s.start + (uint32_t)word.len;
    if (a->len - s.start <= word.len || !gloss_is_white(a->text[at]) ||
        memcmp(a->text + s.start, word.bytes, word.len) != 0)
      continue;
    while (gloss_is_white(gloss_char(a, at))) at++;
    return at;
  }
  return s.start;
}

/* Is what stands in the bracket up to `stop` the long form? */
static bool try_long(gloss_acronyms *a, const gloss_bracket *b,
                     gloss_span short_form, bool apart, uint32_t stop,
                     double *nearest) {
  gloss_span s = gloss_trim(a, (gloss_span){ b->start, stop });
  gloss_long_fit fit;
  if (s.start >= s.end) return false;
  fit = gloss_long_before(a, gloss_piece_of(a, short_form), s);
  if (fit.score > *nearest) *nearest = fit.score;
  return fit.found && !(apart && fit.score < a->numbers.behind_noun) &&
         (fit.start == s.start || fit.start == behind_article(a, s)) &&
         add(a, short_long, short_form, (gloss_span){ fit.start, s.end },
             fit.score);
}

/* "SF (Long Form)"; the long form up to a comma, or with its commas. */
static bool long_in_bracket(gloss_acronyms *a, const gloss_bracket *b) {
  bool apart;
  gloss_span s = short_before(a, b, &apart);
  double nearest = 0;
  uint32_t stop;
  if (s.end == 0) return false;
  stop = gloss_mark_from(a, (gloss_span){ b->start, b->end });
  if (try_long(a, b, s, apart, stop, &nearest) ||
      (stop < b->end && a->text[stop] == ',' &&
       try_long(a, b, s, apart, b->end, &nearest)))
    return true;
  if (!apart) lose(a, short_long, s, nearest);
  return false;
}

bool gloss_read_bracket(gloss_acronyms *a, const gloss_bracket *b) {
  gloss_cut_bracket(a, (gloss_span){ b->start, b->end });
  return short_in_bracket(a, b) || both_in_bracket(a, b) ||
         long_in_bracket(a, b);
}

/* ---- Keys of tables ------------------------------------------------------ */

static bool ends_legend(char c) {
  return c != '\0' && strchr(",;.()\n=", c) != NULL;
}

/* The end of a legend: before the next one's short form where one follows. */
static uint32_t legend_end(const gloss_acronyms *a, gloss_span s) {
  uint32_t stop = s.start;
  while (stop < s.end && !ends_legend(a->text[stop])) stop++;
  if (stop == s.end || a->text[stop] != '=') return stop;
  while (stop > s.start && gloss_is_white(a->text[stop - 1])) stop--;
  while (stop > s.start && !gloss_is_white(a->text[stop - 1])) stop--;
  while (stop > s.start && gloss_is_white(a->text[stop - 1])) stop--;
  return stop;
}

static bool is_key_char(char c) {
  return gloss_is_alnum(c) || c == '-' || c == '&' || c == '/';
}

/* The key before an equals sign, not before `from`; empty: there is none. */
static gloss_span key_before(const gloss_acronyms *a, uint32_t from,
                             uint32_t sign) {
  gloss_span s = { sign, sign };
  while (s.end > from && gloss_is_white(a->text[s.end - 1])) s.end--;
  s.start = s.end;
  while (s.start > from && is_key_char(a->text[s.start - 1])) s.start--;
  while (s.start < s.end && !gloss_is_alnum(a->text[s.start])) s.start++;
  return s;
}

/* A capital, and a capital or digit behind it. */
static bool is_key(const gloss_acronyms *a, gloss_span s) {
  gloss_slice text = gloss_piece_of(a, s);
  size_t capital = 0;
  bool ok = false;
  while (capital < text.len && !gloss_is_upper(text.bytes[capital])) capital++;
  for (size_t i = capital + 1; i < text.len && !ok; i++)
    ok = gloss_is_upper(text.bytes[i]) || gloss_is_figure(text.bytes[i]);
  if (!ok || !gloss_is_short(a, text)) return false;
  return s.start == 0 || (!gloss_is_alnum(a->text[s.start - 1]) &&
                          a->text[s.start - 1] != '-');
}

void gloss_read_legends(gloss_acronyms *a, gloss_span sentence) {
  uint32_t at = sentence.start;
  for (uint32_t i = at; i < sentence.end; i++) {
    gloss_span key, s;
    gloss_long_fit fit;
    uint32_t sign = i;
    if (a->text[i] != '=') continue;
    do i++;
    while (i < sentence.end && gloss_is_white(a->text[i]));
    key = key_before(a, at, sign);
    if (key.start == key.end || !gloss_is_alnum(gloss_char(a, i))) {
      i--;
      continue;
    }
    at = i--;
    if (!is_key(a, key)) continue;
    s = (gloss_span){ at, sentence.end };
    s.end = legend_end(a, s);
    s = gloss_trim(a, s);
    fit = gloss_long_before(a, gloss_piece_of(a, key), s);
    if (fit.found && fit.start == s.start)
      add(a, legend, key, s, fit.score);
  }
}

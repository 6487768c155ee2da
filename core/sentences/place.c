/* place.c - reads what stands around a place where a sentence may end. */
#include "sentences/place.h"

#include "tokenise/token_rules.h"

#include <string.h>

enum { REACH = 64 }; /* tokens looked back at for a quote that is open */

static size_t token_count(const gloss_place *p) { return p->in->tokens->count; }

gloss_char gloss_place_char(const gloss_place *p, size_t token) {
  size_t next;
  if (token >= token_count(p)) return CHAR_SPACE;
  return gloss_char_at(p->in->text, p->in->tokens->starts[token], &next);
}

bool gloss_place_spaced(const gloss_place *p, size_t token) {
  return token == 0 || token >= token_count(p) ||
         p->in->tokens->starts[token] > p->in->tokens->ends[token - 1];
}

uint64_t gloss_place_lists(const gloss_place *p, size_t token) {
  size_t start, end;
  if (token >= token_count(p)) return 0;
  start = p->in->tokens->starts[token];
  end = p->in->tokens->ends[token];
  if (end - start > 1 && p->in->text[end - 1] == '.') end--;
  return gloss_word_lists(&p->in->language->words, p->in->text + start,
                          end - start);
}

uint32_t gloss_place_at(const gloss_place *p) {
  return p->in->tokens->ends[p->last];
}

static bool token_is(const gloss_place *p, size_t token, const char *text) {
  size_t len;
  if (token >= token_count(p) ||
      p->in->text[p->in->tokens->starts[token]] != text[0])
    return false;
  len = strlen(text);
  return p->in->tokens->ends[token] - p->in->tokens->starts[token] == len &&
         memcmp(p->in->text + p->in->tokens->starts[token], text, len) == 0;
}

/* ---- The mark ---- */

static bool holds(const gloss_place *p, size_t token, const char *signs) {
  for (size_t i = p->in->tokens->starts[token];
       i < p->in->tokens->ends[token]; i++)
    if (p->in->text[i] != '\0' && strchr(signs, p->in->text[i]) != NULL)
      return true;
  return false;
}

static gloss_mark kind_of_sign(const gloss_place *p) {
  size_t t = p->mark;
  switch (gloss_place_char(p, t)) {
    case CHAR_DOT:
      if (p->in->tokens->ends[t] - p->in->tokens->starts[t] == 1)
        return MARK_PERIOD;
      return holds(p, t, "?!") ? MARK_QUESTION : MARK_ELLIPSIS;
    case CHAR_ELLIPSIS:
      return holds(p, t, "?!") ? MARK_QUESTION : MARK_ELLIPSIS;
    case CHAR_END:
      return (unsigned char)p->in->text[p->in->tokens->starts[t]] < 0x80
                 ? MARK_QUESTION
                 : MARK_STOP;
    case CHAR_COLON: return MARK_COLON;
    case CHAR_SEMICOLON: return MARK_SEMICOLON;
    case CHAR_HYPHEN:
    case CHAR_DASH: return MARK_DASH;
    case CHAR_SHUT: return MARK_ITEM;
    case CHAR_PUNCTUATION: return MARK_BULLET;
    default: return MARK_NONE;
  }
}

static gloss_mark kind_of(const gloss_place *p) {
  switch (p->in->tokens->rules[p->mark]) {
    case TOKEN_ABBREVIATION: return MARK_ABBREVIATION;
    case TOKEN_INITIALS:
      return p->in->text[p->in->tokens->ends[p->mark] - 1] == '.'
                 ? MARK_INITIALS
                 : MARK_NONE;
    case TOKEN_INITIAL: return MARK_INITIAL;
    case TOKEN_ORDINAL: return MARK_ORDINAL;
    case TOKEN_EMOTICON:
    case TOKEN_EMOJI: return MARK_FACE;
    case TOKEN_MARK:
    case TOKEN_MARK_RUN: return kind_of_sign(p);
    default: return MARK_NONE;
  }
}

/* ---- What closes behind it ---- */

/* Whether a token may be a quote, by its first byte; false is sure. */
static bool may_quote(const gloss_place *p, size_t token) {
  unsigned char c = token < token_count(p)
                        ? (unsigned char)
                              p->in->text[p->in->tokens->starts[token]]
                        : '\0';
  return c >= 0x80 || c == '"' || c == '\'' || c == '`' || c == '&';
}

/* Marks that close wherever they stand: '' U+201D U+00BB. */
static bool always_closes(const gloss_place *p, size_t token) {
  return token_is(p, token, "''") || token_is(p, token, "\u201D") ||
         token_is(p, token, "\u00BB") || token_is(p, token, "&#39;&#39;");
}

static bool is_quote(const gloss_place *p, size_t token) {
  gloss_char c;
  if (!may_quote(p, token)) return false;
  c = gloss_place_char(p, token);
  return c == CHAR_QUOTE || c == CHAR_APOSTROPHE || always_closes(p, token) ||
         token_is(p, token, "\u00AB") || token_is(p, token, "\u201C") ||
         token_is(p, token, "\u2018") || token_is(p, token, "&quot;");
}

/* Whether the mark stands in a bracket that opened and shuts not far away. */
bool gloss_place_in_bracket(const gloss_place *p) {
  enum { NEAR = 12 };
  size_t from = p->mark - p->first > NEAR ? p->mark - NEAR : p->first;
  size_t to = p->next + NEAR < token_count(p) ? p->next + NEAR : token_count(p);
  int depth = 0;
  for (size_t i = from; i < p->mark; i++) {
    gloss_char c = gloss_place_char(p, i);
    if (is_quote(p, i)) continue;
    if (c == CHAR_OPEN) depth++;
    if (c == CHAR_SHUT && depth > 0) depth--;
  }
  for (size_t i = p->mark + 1; i < to && depth > 0; i++) {
    gloss_char c = gloss_place_char(p, i);
    if (is_quote(p, i)) continue;
    if (c == CHAR_OPEN) depth++;
    if (c == CHAR_SHUT && --depth == 0) return i >= p->next;
  }
  return false;
}

/* Whether a straight quote is open before `token`. A quote opens or closes by
** the side that it touches; one that touches neither or both turns the state.
** What stays open for more than REACH tokens is given up. */
static bool quote_is_open(const gloss_place *p, size_t token) {
  gloss_quotes *q = p->quotes;
  for (size_t i = q->upto; i < token; i++) {
    bool left, right;
    if (!token_is(p, i, "\"")) continue;
    left = gloss_place_spaced(p, i);
    right = gloss_place_spaced(p, i + 1);
    if (q->open && i - q->opened > REACH) q->open = false;
    q->open = left == right ? !q->open : left;
    q->opened = i;
  }
  if (q->upto < token) q->upto = token;
  return q->open && token - q->opened <= REACH;
}

static bool closes(const gloss_place *p, size_t token) {
  if (token >= token_count(p)) return false;
  if (!may_quote(p, token))
    return gloss_place_char(p, token) == CHAR_SHUT &&
           !gloss_place_spaced(p, token);
  if (token_is(p, token, "``") && gloss_place_spaced(p, token))
    return gloss_place_char(p, token + 1) != CHAR_LETTER;
  if (gloss_place_spaced(p, token))
    return gloss_place_spaced(p, token + 1) &&
           (always_closes(p, token) ||
            (token_is(p, token, "\"") && quote_is_open(p, token)));
  if (gloss_place_char(p, token) == CHAR_SHUT) return true;
  /* A mark that touches the next word opens there: ."Then */
  return is_quote(p, token) &&
         (gloss_place_spaced(p, token + 1) ||
          gloss_place_char(p, token + 1) != CHAR_LETTER);
}

/* [6] or [...] or [citation needed]: how many tokens; 0 where there is none. */
static size_t bracket_size(const gloss_place *p, size_t token) {
  enum { LONGEST = 5 };
  const gloss_token_list *list = p->in->tokens;
  if (!token_is(p, token, "[")) return 0;
  for (size_t i = 2; i <= LONGEST && token + i < list->count; i++)
    if (token_is(p, token + i, "]")) return i + 1;
  return 0;
}

/* A bare note number, which touches the period, comes behind another or before
** the start of a sentence: (type 2).10 11 This, or: it failed. 4 Even so */
static bool is_note(const gloss_place *p, size_t token) {
  const gloss_token_list *list = p->in->tokens;
  size_t size;
  if (token >= list->count || list->kinds[token] != GLOSS_NUMBER) return false;
  size = list->ends[token] - list->starts[token];
  if (size > 3 || !gloss_place_spaced(p, token + 1)) return false;
  if (!gloss_place_spaced(p, token)) return true;
  return size <= 2 && token + 1 < list->count &&
         gloss_is_capital(p->in->text, list->starts[token + 1]) &&
         (list->kinds[token - 1] == GLOSS_NUMBER ||
          gloss_place_in(p, token + 1, FIELD_STARTERS));
}

/* The tokens of a note behind the mark. */
static size_t note_size(const gloss_place *p, size_t token) {
  size_t size = bracket_size(p, token);
  if (size > 0) return size;
  return p->kind == MARK_PERIOD && is_note(p, token) ? 1 : 0;
}

static bool is_face(const gloss_place *p, size_t token) {
  return token < token_count(p) &&
         (p->in->tokens->rules[token] == TOKEN_EMOTICON ||
          p->in->tokens->rules[token] == TOKEN_EMOJI);
}

static bool ends_alone(gloss_mark kind) {
  return kind >= MARK_PERIOD && kind <= MARK_ELLIPSIS;
}

/* One more line break in a gap. */
static unsigned breaks_between(const char *text, size_t at, size_t end) {
  unsigned breaks = 0;
  for (; at < end && breaks < 2; at++) {
    unsigned char c = (unsigned char)text[at];
    if (c == '\n' || (c == '\r' && (at + 1 >= end || text[at + 1] != '\n')))
      breaks++;
    if (c == 0xE2 && (unsigned char)text[at + 1] == 0x80) { /* U+2028 U+2029 */
      if ((unsigned char)text[at + 2] == 0xA8) breaks++;
      if ((unsigned char)text[at + 2] == 0xA9) breaks = 2;
    }
  }
  return breaks;
}

static unsigned breaks_before(const gloss_place *p, size_t token) {
  if (token == 0 || token >= token_count(p)) return 0;
  return breaks_between(p->in->text, p->in->tokens->ends[token - 1],
                        p->in->tokens->starts[token]);
}

/* Whether a word begins behind white space, as behind most marks. */
static bool is_spaced_word(const gloss_place *p, size_t token) {
  return token < token_count(p) && gloss_place_spaced(p, token) &&
         gloss_place_char(p, token) == CHAR_LETTER &&
         p->in->tokens->kinds[token] == GLOSS_WORD;
}

static void read_closing(gloss_place *p) {
  size_t t = p->mark + 1, note;
  p->last = p->mark;
  p->next = t;
  if (is_spaced_word(p, t)) return;
  while (closes(p, t) && breaks_before(p, t) == 0) {
    if (gloss_place_char(p, t) == CHAR_SHUT && !is_quote(p, t))
      p->bracket = true;
    else
      p->quote = true;
    t++;
  }
  if (ends_alone(p->kind) || p->kind == MARK_ABBREVIATION ||
      p->kind == MARK_INITIALS)
    while ((note = note_size(p, t)) != 0 && breaks_before(p, t) == 0)
      t += note;
  while (ends_alone(p->kind) && is_face(p, t) && breaks_before(p, t) == 0) t++;
  p->last = t - 1;
  p->next = t;
}

/* ---- What follows ---- */

static gloss_following class_of(const gloss_place *p, size_t token) {
  size_t start, next;
  uint32_t first;
  if (token >= token_count(p)) return FOLLOWING_END;
  start = p->in->tokens->starts[token];
  switch (gloss_char_at(p->in->text, start, &next)) {
    case CHAR_DIGIT: return FOLLOWING_DIGIT;
    case CHAR_HYPHEN:
    case CHAR_DASH: return FOLLOWING_DASH;
    case CHAR_IDEOGRAPH:
    case CHAR_KATAKANA:
    case CHAR_COMPLEX: return FOLLOWING_CASELESS;
    case CHAR_LETTER: break;
    default: return FOLLOWING_SIGN;
  }
  first = gloss_char_case(p->in->text, start);
  return first == 0 ? FOLLOWING_CASELESS
                    : first == 1 ? FOLLOWING_UPPER : FOLLOWING_LOWER;
}

static bool opens(const gloss_place *p, size_t token) {
  gloss_char c = gloss_place_char(p, token);
  if (c == CHAR_LETTER || c == CHAR_DIGIT || c == CHAR_DOT) return false;
  return c == CHAR_OPEN || c == CHAR_QUOTE || c == CHAR_APOSTROPHE ||
         token_is(p, token, "``") || token_is(p, token, "\u00BB") ||
         token_is(p, token, ",,") || token_is(p, token, "&quot;") ||
         token_is(p, token, "''") || token_is(p, token, "\u00BF") ||
         token_is(p, token, "\u00A1");
}

static void read_following(gloss_place *p) {
  enum { MOST_OPENING = 4 };
  size_t t = p->next;
  p->following = class_of(p, t);
  while (t < p->next + MOST_OPENING && opens(p, t)) {
    p->opened = true;
    t++;
  }
  if (p->opened) p->following = class_of(p, t);
}

void gloss_place_read(gloss_place *p, const gloss_sentence_input *in,
                      gloss_quotes *quotes, size_t first, size_t mark) {
  *p = (gloss_place){
    .in = in, .quotes = quotes, .first = first, .mark = mark
  };
  p->kind = kind_of(p);
  read_closing(p);
  p->space = gloss_place_spaced(p, p->next);
  p->breaks = breaks_before(p, p->next);
  read_following(p);
}

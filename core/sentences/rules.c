/* rules.c - why a sentence ends, or does not: an ordered table of rules. */
#include "sentences/rules.h"

#include "sentences/lines.h"
#include "tokenise/token_rules.h"

#include <string.h>

static bool flag(const gloss_place *p, gloss_field field) {
  return p->in->language->flags[field];
}

static bool is_end_mark(const gloss_place *p) {
  return p->kind >= MARK_PERIOD && p->kind <= MARK_ELLIPSIS;
}

static bool has_period(const gloss_place *p) {
  return p->kind >= MARK_ABBREVIATION && p->kind <= MARK_INITIAL;
}

/* ---- Lines ---- */

static bool at_text_end(const gloss_place *p) {
  return p->following == FOLLOWING_END && !p->opened;
}
static bool at_blank_line(const gloss_place *p) { return p->breaks > 1; }
static bool before_item(const gloss_place *p) {
  return p->breaks == 1 && gloss_line_item_follows(p);
}
static bool has_no_mark(const gloss_place *p) {
  return p->kind == MARK_NONE || p->kind == MARK_ITEM ||
         p->kind == MARK_BULLET || (p->kind == MARK_DASH && p->breaks > 0);
}
static bool at_line_break(const gloss_place *p) {
  return p->breaks == 1 && has_no_mark(p);
}
static bool behind_heading(const gloss_place *p) {
  return at_line_break(p) && gloss_line_is_heading(p);
}
static bool behind_short_line(const gloss_place *p) {
  return at_line_break(p) && gloss_line_is_short(p);
}
/* The tokens that number the sentence as a list item: "2." "iv)" "\u2022 3." */
static size_t item_size(const gloss_place *p) {
  const gloss_token_list *list = p->in->tokens;
  size_t t = p->first, i;
  while (t < p->first + 2 && gloss_place_char(p, t) == CHAR_PUNCTUATION) t++;
  i = t + 1;
  if (i >= list->count || gloss_place_spaced(p, i)) return 0;
  if (gloss_place_char(p, i) == CHAR_DOT) {
    if (list->ends[t] - list->starts[t] > 4) return 0;
    return list->kinds[t] == GLOSS_NUMBER ||
                   (list->ends[t] - list->starts[t] == 1 &&
                    gloss_place_char(p, t) == CHAR_LETTER)
               ? i + 1 - p->first
               : 0;
  }
  return gloss_place_char(p, i) == CHAR_SHUT &&
                 list->ends[t] - list->starts[t] <= 4
             ? i + 1 - p->first
             : 0;
}
static bool behind_item(const gloss_place *p) {
  return at_line_break(p) && p->following == FOLLOWING_UPPER &&
         item_size(p) != 0;
}

/* ---- The mark and what touches it ---- */

static bool is_wide_stop(const gloss_place *p) {
  return p->kind == MARK_STOP && p->following != FOLLOWING_SIGN;
}

/* The word before the mark, of two letters or more, touches it. */
static bool behind_word(const gloss_place *p) {
  const gloss_token_list *list = p->in->tokens;
  return p->mark > p->first && !gloss_place_spaced(p, p->mark) &&
         list->ends[p->mark - 1] - list->starts[p->mark - 1] > 1;
}
/* A period, or two by mistake, between letters without case. */
static bool ideograph_touches(const gloss_place *p) {
  const gloss_token_list *list = p->in->tokens;
  return !p->space && !p->opened && p->following == FOLLOWING_CASELESS &&
         gloss_place_char(p, p->mark) == CHAR_DOT && p->mark > p->first &&
         list->ends[p->mark] - list->starts[p->mark] <= 2 &&
         gloss_place_char(p, p->mark - 1) == CHAR_IDEOGRAPH;
}
static bool letter_touches(const gloss_place *p) {
  return !p->space && is_end_mark(p) && !p->opened &&
         p->following == FOLLOWING_UPPER && behind_word(p);
}
/* person??|cos I want */
static bool small_letter_touches(const gloss_place *p) {
  return !p->space && p->kind == MARK_QUESTION && !p->opened && !p->quote &&
         p->following == FOLLOWING_LOWER && flag(p, FIELD_LOWER_MARK) &&
         behind_word(p);
}
static bool something_touches(const gloss_place *p) { return !p->space; }

/* [?] and (!) and [...] */
static bool is_alone_in_brackets(const gloss_place *p) {
  const gloss_token_list *list = p->in->tokens;
  size_t t = p->mark;
  if (!is_end_mark(p) || t == 0 || t + 1 >= list->count) return false;
  return gloss_place_char(p, t - 1) == CHAR_OPEN &&
         gloss_place_char(p, t + 1) == CHAR_SHUT &&
         (p->kind != MARK_ELLIPSIS ||
          !gloss_place_in(p, p->next, FIELD_STARTERS));
}
static bool is_in_brackets(const gloss_place *p) {
  return (p->kind == MARK_QUESTION || p->kind == MARK_STOP) &&
         gloss_place_in_bracket(p);
}

/* An ellipsis, or a mark that touches the word behind it: these may begin a
** sentence. */
static bool is_long_run(const gloss_place *p, size_t token, gloss_char c) {
  const gloss_token_list *list = p->in->tokens;
  if (c == CHAR_ELLIPSIS) return true;
  if (c == CHAR_DOT) return list->ends[token] - list->starts[token] > 1;
  return c == CHAR_END && !gloss_place_spaced(p, token + 1) &&
         gloss_place_char(p, token + 1) == CHAR_LETTER;
}

static bool sign_follows(const gloss_place *p) {
  gloss_char c = gloss_place_char(p, p->next);
  if (p->opened || p->following != FOLLOWING_SIGN) return false;
  if (p->space && is_long_run(p, p->next, c)) return false;
  return c == CHAR_COMMA || c == CHAR_SEMICOLON || c == CHAR_COLON ||
         c == CHAR_SHUT || c == CHAR_DOT || c == CHAR_END ||
         c == CHAR_ELLIPSIS || c == CHAR_SLASH;
}

static bool has_word(const gloss_place *p) {
  for (size_t i = p->first; i < p->mark; i++)
    if (p->in->tokens->kinds[i] == GLOSS_WORD) return true;
  return false;
}

/* All of the sentence is in one pair of brackets. */
static bool is_all_in_brackets(const gloss_place *p) {
  enum { LONGEST = 200 };
  int depth = 0;
  if (p->kind != MARK_ITEM || p->mark - p->first > LONGEST ||
      p->mark < p->first + 3 || !has_word(p) || p->following == FOLLOWING_LOWER)
    return false;
  for (size_t i = p->first; i <= p->mark; i++) {
    char c = p->in->text[p->in->tokens->starts[i]];
    depth += (c == '(' || c == '[') - (c == ')' || c == ']');
    if (depth <= 0) return i == p->mark && depth == 0;
  }
  return false;
}

/* A poem goes on, its lines cut by slashes: / */
static bool verse_follows(const gloss_place *p) {
  enum { NEAR = 16, BYTES = 128 };
  unsigned slashes = 0;
  size_t from = gloss_place_at(p), left = p->in->len - from;
  if (p->kind != MARK_PERIOD ||
      memchr(p->in->text + from, '/', left < BYTES ? left : BYTES) == NULL)
    return false;
  for (size_t i = p->next + 1; i < p->next + NEAR && slashes < 2; i++) {
    if (gloss_place_char(p, i) == CHAR_DOT) return false;
    slashes += gloss_place_char(p, i) == CHAR_SLASH &&
               gloss_place_spaced(p, i) && gloss_place_spaced(p, i + 1);
  }
  return slashes == 2;
}

/* ---- Numbers of lists, names ---- */

/* "2." at the start of the sentence. */
static bool is_list_number(const gloss_place *p) {
  size_t size = item_size(p);
  return p->kind == MARK_PERIOD && size != 0 && p->mark == p->first + size - 1;
}
/* "for 1. above", "N\u00B0. 7" */
static bool is_number_inside(const gloss_place *p) {
  const gloss_token_list *list = p->in->tokens;
  size_t t = p->mark - 1;
  if (p->kind != MARK_PERIOD || p->mark == p->first || p->opened) return false;
  if (p->following == FOLLOWING_DIGIT)
    return gloss_place_char(p, t) == CHAR_SYMBOL &&
           list->ends[t] - list->starts[t] == 2;
  return p->following == FOLLOWING_LOWER && list->kinds[t] == GLOSS_NUMBER &&
         list->ends[t] - list->starts[t] <= 2 &&
         !gloss_place_in(p, p->next, FIELD_PRONOUNS);
}
static bool is_first(const gloss_place *p) {
  return p->kind == MARK_INITIAL && p->mark == p->first;
}

/* Yahoo! in the middle of a sentence. */
static bool is_name_with_mark(const gloss_place *p) {
  const gloss_token_list *list = p->in->tokens;
  size_t start, end;
  if (p->kind != MARK_QUESTION || p->mark == 0 || p->quote ||
      gloss_place_spaced(p, p->mark))
    return false;
  start = list->starts[p->mark - 1];
  end = list->ends[p->mark];
  return (gloss_word_lists(&p->in->language->words, p->in->text + start,
                           end - start) &
          GLOSS_LIST(FIELD_NAMES_WITH_MARK)) != 0 &&
         (p->following == FOLLOWING_LOWER ||
          !gloss_place_in(p, p->next, FIELD_STARTERS));
}

/* ---- Who speaks ---- */

static bool is_speech(const gloss_place *p, size_t token) {
  return gloss_place_in(p, token, FIELD_SPEECH);
}
/* said, or he said, or Carroll said: behind a quotation. */
static bool speech_follows(const gloss_place *p) {
  return p->quote && !p->opened &&
         (p->kind != MARK_PERIOD || p->following == FOLLOWING_LOWER) &&
         (is_speech(p, p->next) || is_speech(p, p->next + 1));
}
/* he said, or thought Carroll: behind a mark without a quotation. */
static bool thought_follows(const gloss_place *p) {
  if (p->opened || p->following != FOLLOWING_LOWER || !is_end_mark(p))
    return false;
  if (!flag(p, FIELD_LOWER_MARK)) return is_speech(p, p->next);
  if (p->kind != MARK_QUESTION) return false;
  if (is_speech(p, p->next + 1))
    return gloss_place_in(p, p->next, FIELD_PRONOUNS);
  return is_speech(p, p->next) && p->next + 1 < p->in->tokens->count &&
         gloss_is_capital(p->in->text, p->in->tokens->starts[p->next + 1]);
}

static bool lower_follows(const gloss_place *p) {
  return p->following == FOLLOWING_LOWER;
}
static bool closed_before_lower(const gloss_place *p) {
  return lower_follows(p) && (p->quote || p->bracket);
}
static bool ellipsis_before_lower(const gloss_place *p) {
  if (p->kind != MARK_ELLIPSIS) return false;
  if (p->following == FOLLOWING_CASELESS)
    return !flag(p, FIELD_ENDS_ELLIPSIS) || gloss_place_spaced(p, p->mark);
  return lower_follows(p);
}
/* "Why? or" in a script without capitals, and a quotation that goes on. */
static bool goes_on(const gloss_place *p) {
  const char *mark = p->in->text + p->in->tokens->starts[p->mark];
  size_t size = p->in->tokens->ends[p->mark] - p->in->tokens->starts[p->mark];
  bool asks = mark[0] == '?' || (size >= 2 && memcmp(mark, "\u061F", 2) == 0);
  return (asks || p->quote || p->bracket) &&
         gloss_place_in(p, p->next, FIELD_GOES_ON);
}
/* "the twelfth. century", with the number in letters. */
static bool is_spelled_ordinal(const gloss_place *p) {
  return p->kind == MARK_PERIOD && lower_follows(p) &&
         flag(p, FIELD_ORDINAL_PERIOD) &&
         gloss_place_in(p, p->next, FIELD_MONTHS);
}
/* . . . written with spaces */
static bool spaced_ellipsis_before_lower(const gloss_place *p) {
  return lower_follows(p) && p->kind == MARK_PERIOD && p->mark > p->first &&
         gloss_place_spaced(p, p->mark) &&
         gloss_place_char(p, p->mark - 1) == CHAR_DOT;
}
/* . . . I went */
static bool spaced_ellipsis(const gloss_place *p) {
  return p->kind == MARK_PERIOD && p->mark > p->first + 1 &&
         gloss_place_spaced(p, p->mark) && gloss_place_spaced(p, p->mark - 1) &&
         gloss_place_char(p, p->mark - 1) == CHAR_DOT;
}
static bool spaced_ellipsis_before_i(const gloss_place *p) {
  return spaced_ellipsis(p) && gloss_place_in(p, p->next, FIELD_PRONOUNS) &&
         p->in->tokens->ends[p->next] - p->in->tokens->starts[p->next] == 1;
}
/* It ended.| . . . The next */
static bool ellipsis_opens(const gloss_place *p) {
  if (p->kind != MARK_PERIOD || gloss_place_spaced(p, p->mark) || p->opened)
    return false;
  for (size_t i = p->mark + 1; i <= p->mark + 3; i++)
    if (gloss_place_char(p, i) != CHAR_DOT || !gloss_place_spaced(p, i))
      return false;
  return p->mark + 4 < p->in->tokens->count &&
         gloss_is_capital(p->in->text, p->in->tokens->starts[p->mark + 4]);
}
/* Nothing but marks since the sentence began. */
static bool has_no_word(const gloss_place *p) {
  for (size_t i = p->first; i <= p->mark && i < p->first + 8; i++)
    if (p->in->tokens->kinds[i] != GLOSS_PUNCTUATION) return false;
  return p->kind == MARK_PERIOD;
}
static bool mark_before_lower(const gloss_place *p) {
  return lower_follows(p) && is_end_mark(p) &&
         !flag(p, p->kind == MARK_PERIOD ? FIELD_LOWER_PERIOD
                                         : FIELD_LOWER_MARK);
}
/* A quotation that trails off, and its source: "So it was..." (1992) */
/* "Oh! Then", one sentence where the language reads it so. */
static bool is_interjection(const gloss_place *p) {
  return flag(p, FIELD_INTERJECTIONS_JOIN) && p->kind == MARK_QUESTION &&
         p->mark - p->first <= 2 && p->breaks == 0;
}
static bool source_follows(const gloss_place *p) {
  return p->kind == MARK_ELLIPSIS && p->quote && p->opened &&
         p->following == FOLLOWING_DIGIT;
}
static bool dash_follows(const gloss_place *p) {
  size_t next = p->next + 1;
  return p->following == FOLLOWING_DASH && p->kind != MARK_PERIOD &&
         is_end_mark(p) &&
         !(next < p->in->tokens->count && p->kind == MARK_QUESTION &&
           gloss_is_capital(p->in->text, p->in->tokens->starts[next]));
}

/* ---- Abbreviations ---- */

static bool is_never(const gloss_place *p) {
  return p->kind == MARK_ABBREVIATION &&
         gloss_place_in(p, p->mark, FIELD_ABBREVIATIONS_NEVER);
}
static bool is_initial(const gloss_place *p) {
  return p->kind == MARK_INITIAL || p->kind == MARK_ORDINAL;
}
static bool period_before_lower(const gloss_place *p) {
  return has_period(p) && p->following != FOLLOWING_UPPER &&
         p->following != FOLLOWING_CASELESS;
}
/* "At 5 a.m. Mr. Smith": too little for a sentence. */
static bool too_short(const gloss_place *p) {
  return has_period(p) && p->mark - p->first < 3;
}
/* etc. before a capital; 5 a.m. too, but 5 a.m. Monday. */
static bool is_ender(const gloss_place *p) {
  return p->kind >= MARK_ABBREVIATION && p->kind <= MARK_INITIALS &&
         gloss_place_in(p, p->mark, FIELD_ABBREVIATIONS_END) &&
         !gloss_place_in(p, p->next, FIELD_AFTER_TIME) &&
         !gloss_place_in(p, p->next, FIELD_MONTHS);
}
static bool starter_follows(const gloss_place *p) {
  size_t next = p->next;
  if (!has_period(p)) return false;
  while (next < p->next + 2 && p->opened &&
         gloss_place_char(p, next) != CHAR_LETTER)
    next++;
  return gloss_place_in(p, next, FIELD_STARTERS) ||
         (p->kind != MARK_ABBREVIATION &&
          gloss_place_in(p, next, FIELD_ABBREVIATIONS_NEVER));
}

/* ---- Colons, dashes and faces ---- */

/* Speech that breaks off: "Did you just \u2014 Yes." */
static bool breaks_off(const gloss_place *p) {
  gloss_char before =
      p->mark > 0 ? gloss_place_char(p, p->mark - 1) : CHAR_SPACE;
  if (before == CHAR_DOT || before == CHAR_END) return false;
  return p->kind == MARK_DASH && p->following == FOLLOWING_UPPER &&
         p->space && gloss_place_spaced(p, p->mark) && !p->opened &&
         gloss_place_in(p, p->next, FIELD_STARTERS) &&
         !gloss_place_in(p, p->next, FIELD_PRONOUNS);
}
static bool is_dash(const gloss_place *p) { return p->kind == MARK_DASH; }

static bool is_colon(const gloss_place *p) {
  return p->kind == MARK_COLON || p->kind == MARK_SEMICOLON;
}
static bool colon_before_capital(const gloss_place *p) {
  return is_colon(p) && p->following == FOLLOWING_UPPER && !p->opened;
}
static bool face_before_capital(const gloss_place *p) {
  return p->kind == MARK_FACE && (p->following == FOLLOWING_UPPER ||
                                  p->following == FOLLOWING_CASELESS);
}
static bool is_face(const gloss_place *p) { return p->kind == MARK_FACE; }
static bool always(const gloss_place *p) {
  (void)p;
  return true;
}

static const gloss_sentence_rule apart[GLOSS_RULES_APART] = {
  [GLOSS_RULE_MASK] = { "mask", "", true, NULL },
  [GLOSS_RULE_ITEM] = { "list item", "1) red| 2) blue", true, NULL },
  [GLOSS_RULE_END] = { "end of text", "So be it|", true, NULL }
};

static const gloss_sentence_rule rules[] = {
  { "end of text", "So be it|", true, at_text_end },
  { "blank line", "A title|\\n\\nThe text.", true, at_blank_line },
  { "item on a new line", "We need:|\\n- milk", true, before_item },
  { "heading", "The First Day|\\nIt rained.", true, behind_heading },
  { "end of an item", "1) red|\\nThe rest", true, behind_item },
  { "short lines", "red|\\nblue", true, behind_short_line },
  { "all in brackets", "(So be it)| The", true, is_all_in_brackets },
  { "line break", "a line~\\nof a paragraph", false, has_no_mark },
  { "alone in brackets", "so [?]~ it was", false, is_alone_in_brackets },
  { "in brackets", "(why?~ because)", false, is_in_brackets },
  { "a word that goes on", "\u0915\u094D\u092F\u093E?~ \u092F\u093E",
    false, goes_on },
  { "stop of a script", "\u5929\u6674\u3002|\u98CE", true, is_wide_stop },
  { "period between ideographs", "\u5929\u6674.|\u98CE", true,
    ideograph_touches },
  { "missing space", "It ended.|Then it began.", true, letter_touches },
  { "missing space, small letter", "why??|i ask", true,
    small_letter_touches },
  { "inside a word", "wow!~, she said", false, something_touches },
  { "ellipsis that opens", "It ended.| . . . The next", true,
    ellipsis_opens },
  { "no word yet", ". . .~ The next", false, has_no_word },
  { "sign behind", "(really?~ )", false, sign_follows },
  { "name with a mark", "Yahoo!~ in 1999", false, is_name_with_mark },
  { "list number", "1.~ Wash the cup.", false, is_list_number },
  { "number inside", "for 1.~ above", false, is_number_inside },
  { "list letter", "A.~ Wash the cup.", false, is_first },
  { "ordinal or initial", "J.~ Smith", false, is_initial },
  { "abbreviation before its word", "Mr.~ Smith", false, is_never },
  { "abbreviation inside", "Acme Inc.~ said so", false, period_before_lower },
  { "abbreviation at the start", "At 5 a.m.~ Mr. Smith", false, too_short },
  { "abbreviation at the end", "at Acme Inc.| The firm", true,
    starter_follows },
  { "abbreviation that ends", "red, blue, etc.| Then", true, is_ender },
  { "abbreviation before a name", "the U.S.~ Army", false, has_period },
  { "who speaks", "\"Why?\"~ Jane asked", false, speech_follows },
  { "who thinks", "So what?~ thought Jane", false, thought_follows },
  { "closed before a small letter", "\"Stop.\"~ she said", false,
    closed_before_lower },
  { "ellipsis inside", "well...~ maybe", false, ellipsis_before_lower },
  { "ellipsis with spaces", "well. . .~ maybe", false,
    spaced_ellipsis_before_lower },
  { "ellipsis before I", "well . . .~ I know", false,
    spaced_ellipsis_before_i },
  { "spelled ordinal", "onyedi.~ y\u00FCzy\u0131l", false,
    is_spelled_ordinal },
  { "mark before a small letter", "Wow!~ he said", false, mark_before_lower },
  { "interjection", "Oh!~ Then", false, is_interjection },
  { "source behind", "\"So...\"~ (1992)", false, source_follows },
  { "mark before a dash", "so?~ - or not", false, dash_follows },
  { "colon before a capital", "He said:| We go.", true, colon_before_capital },
  { "colon", "red:~ a colour", false, is_colon },
  { "broken off", "Did you just \u2014| Yes.", true, breaks_off },
  { "dash", "He came \u2014~ Jane did not", false, is_dash },
  { "face", "Thanks :)| See you", true, face_before_capital },
  { "face inside", "nice :)~ and good", false, is_face },
  { "verse", "Ei fu.~ Siccome / dato", false, verse_follows },
  { "end mark", "It rained.| We went.", true, always }
};

unsigned gloss_sentence_decide(const gloss_place *place) {
  unsigned i = 0;
  while (!rules[i].fits(place)) i++;
  return GLOSS_RULES_APART + i;
}

enum { ROWS = sizeof rules / sizeof *rules };
_Static_assert(GLOSS_RULE_END_MARK == GLOSS_RULES_APART + ROWS - 1,
               "the last rule is the one that always fits");

const gloss_sentence_rule *gloss_sentence_rule_at(unsigned number) {
  if (number < GLOSS_RULES_APART) return &apart[number];
  number -= GLOSS_RULES_APART;
  return number < ROWS ? &rules[number] : NULL;
}

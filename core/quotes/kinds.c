/* kinds.c - which quotations are no speech, by their shape and what stands
** beside them. */
#include "quotes/kinds.h"

#include "clauses/text.h"

enum {
  LONG = 200,     /* bytes: with more, it is no title */
  SMALL_WORD = 16 /* bytes of a small word of titles */
};

/* A quotation and what stands around it. */
typedef struct place {
  const gloss_clauses *list;
  int k;
  const gloss_stretch *stretch;
  gloss_slice content;
  int count;      /* words, as far as they were counted */
  bool titled;    /* is it written like a title? */
  bool final;     /* does it end with . ! or ? */
  bool spoken_of; /* the word is “...”; see is_announced */
} place;

/* How far a rule looks. */
static int reach(const gloss_clauses *list, gloss_lexicon_number number) {
  return gloss_lexicon_reach(list->lexicon, number);
}

/* ---- Shape --------------------------------------------------------------- */

/* What stands between the marks, without blanks at the ends. */
static gloss_slice content_of(const gloss_clauses *list,
                              const gloss_stretch *s) {
  const char *text = list->text;
  uint32_t from = s->from, to = s->to;
  while (to > from && gloss_blank_byte(text[to - 1])) to--;
  while (from < to && gloss_blank_byte(text[from])) from++;
  if (to - from >= 2 && memcmp(text + from, "\xC2\xA0", 2) == 0) from += 2;
  if (to - from >= 3 && memcmp(text + from, "\xE2\x80\xAF", 3) == 0) from += 3;
  return (gloss_slice){ text + from, to - from };
}

/* Takes the next word off what is left. */
static bool next_word(gloss_slice *rest, gloss_slice *word) {
  while (rest->len > 0 && gloss_blank_byte(*rest->bytes)) {
    rest->bytes++;
    rest->len--;
  }
  *word = (gloss_slice){ rest->bytes, 0 };
  while (word->len < rest->len && !gloss_blank_byte(rest->bytes[word->len]))
    word->len++;
  rest->bytes += word->len;
  rest->len -= word->len;
  return word->len > 0;
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Does a word of a title begin so: a capital, a digit, @ # & ? */
static bool is_title_byte(char c) {
  unsigned char byte = (unsigned char)c;
  return gloss_capital_byte(c) || is_digit(c) || c == '@' || c == '#' ||
         c == '&' || (byte >= 0xC3 && byte <= 0xDF);
}

/* Is it one of the small words of a title: of, the? */
static bool is_small_word(const gloss_lexicon *lexicon, gloss_slice word) {
  char low[SMALL_WORD];
  const gloss_lexeme *lexeme;
  if (word.len > SMALL_WORD) return false;
  for (size_t i = 0; i < word.len; i++)
    low[i] = gloss_capital_byte(word.bytes[i]) ? (char)(word.bytes[i] + 32)
                                               : word.bytes[i];
  lexeme = gloss_lexicon_find(lexicon, low, word.len);
  return gloss_set_has(&lexeme->sets, GLOSS_SET_TITLE_SMALL);
}

/* May a title begin with that byte? */
static bool begins_title(char c) {
  return gloss_capital_byte(c) || is_digit(c) || c == '@' || c == '#';
}

/* Counts words, and looks whether it is written like a title; no further than
** one can tell that it is none, nor short. */
static void read_shape(place *p) {
  int scare = reach(p->list, GLOSS_NUMBER_SCARE_WORDS);
  int title = reach(p->list, GLOSS_NUMBER_TITLE_WORDS), capitals = 0;
  gloss_slice rest = p->content, word;
  p->titled = rest.len > 0 && begins_title(*rest.bytes);
  while (next_word(&rest, &word) &&
         (p->count <= scare || (p->titled && p->count <= title))) {
    p->count++;
    if (is_title_byte(*word.bytes)) capitals++;
    else if (p->titled) p->titled = is_small_word(p->list->lexicon, word);
  }
  p->titled = p->titled && capitals > 0;
}

/* Has it more words than a title? */
static bool is_long(const place *p) {
  int title = reach(p->list, GLOSS_NUMBER_TITLE_WORDS), count = 0;
  gloss_slice rest = p->content, word;
  while (count <= title && next_word(&rest, &word)) count++;
  return count > title;
}

static char last_byte(gloss_slice content) {
  return content.len > 0 ? content.bytes[content.len - 1] : '\0';
}

static place place_of(const gloss_clauses *list, int k) {
  place p = { .list = list, .k = k, .stretch = gloss_quote_of(list, k) };
  char last;
  p.content = content_of(list, p.stretch);
  read_shape(&p);
  last = last_byte(p.content);
  p.final = last == '.' || last == '!' || last == '?';
  return p;
}

/* Does a mark, or another quotation, stand at item `i`? */
static bool parts(const gloss_clauses *list, int i) {
  return gloss_is(list, i, GLOSS_KIND_POINT | GLOSS_KIND_QUOTE);
}

/* ---- Nicknames ----------------------------------------------------------- */

static bool has_nickname_shape(const place *p) {
  return p->titled && p->count <= reach(p->list, GLOSS_NUMBER_NICKNAME_WORDS);
}

/* Nicknamed “the Dentist”, known to friends as “Captain” */
static bool is_called(const place *p) {
  const gloss_clauses *list = p->list;
  int from = p->k - reach(list, GLOSS_NUMBER_KNOWN_WORDS);
  bool is_short = has_nickname_shape(p);
  if (p->final && !is_short) return false;
  if (gloss_in(list, p->k - 1, GLOSS_SET_NICKNAMING))
    return !is_long(p);
  if (!gloss_in(list, p->k - 1, GLOSS_SET_KNOWN) || is_long(p))
    return false;
  for (int i = p->k - 2; i >= 1 && i >= from && !parts(list, i); i--)
    if (gloss_in(list, i, GLOSS_SET_KNOWN_BEFORE)) return true;
  return false;
}

/* Juan “Chico” Roe */
static bool is_nickname(const place *p) {
  const gloss_clauses *list = p->list;
  int before = p->k - 1;
  if (gloss_mark_of(list, before) == GLOSS_MARK_STOP) before--; /* Juan C. */
  return has_nickname_shape(p) && !p->final &&
         last_byte(p->content) != ',' &&
         gloss_is(list, before, GLOSS_KIND_NAME) &&
         gloss_is(list, p->k + 1, GLOSS_KIND_NAME) &&
         list->items[p->k - 1].end + 1 >= p->stretch->start;
}

/* ---- Titles -------------------------------------------------------------- */

/* On Radio Nord's “Roundup”. */
static bool is_broadcast(const gloss_clauses *list, int k) {
  int i = k - 2;
  while (gloss_is(list, i, GLOSS_KIND_NAME | GLOSS_KIND_NUMBER |
                               GLOSS_KIND_DETERMINER))
    i--;
  return i < k - 2 && gloss_in(list, i, GLOSS_SET_SHOWS_BEFORE);
}

/* His commentary, “Let us go,” is good. */
static bool is_apposed_work(const place *p) {
  const gloss_clauses *list = p->list;
  return gloss_mark_of(list, p->k - 1) == GLOSS_MARK_COMMA &&
         gloss_in(list, p->k - 2, GLOSS_SET_WORKS) &&
         gloss_is(list, p->k + 1, GLOSS_KIND_AUXILIARY) &&
         last_byte(p->content) == ',';
}

/* The item of a word that says it is a title: the film “X”, an episode of “X”,
** the “X” show; 0: none. */
static int work_beside(const place *p) {
  const gloss_clauses *list = p->list;
  int k = p->k;
  if (gloss_in(list, k - 1, GLOSS_SET_WORKS)) return k - 1;
  if (gloss_in(list, k - 1, GLOSS_SET_OF) &&
      gloss_in(list, k - 2, GLOSS_SET_WORKS))
    return k - 2;
  if (gloss_in(list, k + 1, GLOSS_SET_WORKS) && !p->final &&
      p->stretch->end != list->items[k + 1].start)
    return k + 1;
  return 0;
}

/* "beside film"; NULL: no memory. */
static const char *beside(const gloss_clauses *list, int k) {
  static const char start[] = "beside ";
  gloss_slice word = list->items[k].word->low->text;
  char *rule = gloss_arena_alloc(list->arena, sizeof start + word.len);
  if (rule == NULL) return NULL;
  memcpy(rule, start, sizeof start);
  memcpy(rule + sizeof start - 1, word.bytes, word.len);
  return rule;
}

/* Why it is a title by what stands before it; NULL. */
static const char *rule_before(const place *p, bool governed) {
  const gloss_clauses *list = p->list;
  int k = p->k;
  if (gloss_is(list, k - 1, GLOSS_KIND_POSSESSIVE) &&
      (p->count > 1 || is_broadcast(list, k)))
    return "possessive";
  if (p->count < 2) return NULL;
  if (gloss_is(list, k - 1, GLOSS_KIND_DETERMINER | GLOSS_KIND_NUMBER)) {
    char last = last_byte(p->content);
    return last != '!' && last != '?' ? "named thing" : NULL;
  }
  if (!governed && gloss_in(list, k - 1, GLOSS_SET_SHOWS_BEFORE))
    return "on a programme";
  return NULL;
}

/* Sets `*rule` to why it is the title of a work, or the name of a thing, or to
** NULL. false: no memory. */
static bool find_title(const place *p, bool governed, const char **rule) {
  int work;
  *rule = is_apposed_work(p) ? "in apposition" : NULL;
  if (*rule != NULL || !p->titled ||
      p->count > reach(p->list, GLOSS_NUMBER_TITLE_WORDS))
    return true;
  work = work_beside(p);
  if (work != 0) {
    *rule = beside(p->list, work);
    return *rule != NULL;
  }
  *rule = rule_before(p, governed);
  return true;
}

/* ---- At arm's length ----------------------------------------------------- */

/* Is it listed with one that is speech, before item `at` or behind? */
static bool is_linked(const place *p, int at) {
  const gloss_clauses *list = p->list;
  const gloss_stretch *before = gloss_quote_of(list, at - 1), *behind = NULL;
  if (before != NULL && before->not_speech == GLOSS_SPEECH &&
      (gloss_is(list, at, GLOSS_KIND_CONJUNCTION | GLOSS_KIND_PREPOSITION) ||
       (at == p->k - 1 && gloss_mark_of(list, at) == GLOSS_MARK_COMMA)))
    return true;
  if (gloss_is(list, p->k + 1, GLOSS_KIND_CONJUNCTION))
    behind = gloss_quote_of(list, p->k + 2);
  return behind != NULL && behind->closing;
}

/* Do words before it say that somebody says it: the phrase “...”, wants to
** “...”, seen as a “...”, “this” and “...”? Not: the word is “dialogue”, which
** is spoken of. */
static bool is_announced(place *p) {
  const gloss_clauses *list = p->list;
  int k = p->k;
  int at = gloss_is(list, k - 1, GLOSS_KIND_DETERMINER) ? k - 2 : k - 1;
  int from = k - reach(list, GLOSS_NUMBER_ANNOUNCED_WORDS);
  bool equals = false;
  if (gloss_in(list, k - 1, GLOSS_SET_TO) ||
      gloss_in(list, at, GLOSS_SET_KNOWN) || is_linked(p, at))
    return true;
  for (int i = k - 1; i >= 1 && i >= from && !parts(list, i); i--) {
    const gloss_sense *noun = gloss_lexeme_of(list, i)->noun;
    if (noun != NULL) {
      p->spoken_of = equals && (noun->frames & GLOSS_FRAME_THAT) == 0;
      return !p->spoken_of;
    }
    equals = equals || gloss_in(list, i, GLOSS_SET_BE);
  }
  return false;
}

static bool is_scare(const place *p) {
  const unsigned before = GLOSS_KIND_DETERMINER | GLOSS_KIND_POSSESSIVE |
                          GLOSS_KIND_WORD | GLOSS_KIND_PREPOSITION |
                          GLOSS_KIND_CONJUNCTION;
  if (gloss_in(p->list, p->k - 1, GLOSS_SET_SO_CALLED) || p->spoken_of)
    return true;
  return p->count <= reach(p->list, GLOSS_NUMBER_SCARE_WORDS) && !p->final &&
         (gloss_is(p->list, p->k - 1, before) ||
          gloss_is(p->list, p->k + 1, GLOSS_KIND_WORD));
}

/* ---- All of them --------------------------------------------------------- */

static bool is(gloss_stretch *stretch, gloss_not_speech kind,
               const char *rule) {
  stretch->not_speech = (uint8_t)kind;
  stretch->rule = rule;
  return true;
}

bool gloss_quote_kind(gloss_clauses *list, int k, bool governed) {
  gloss_stretch *s = gloss_quote_of(list, k);
  const char *rule;
  place p;
  if (s->family == GLOSS_TURN) return true;
  if (governed && s->to > s->from + LONG + 1 &&
      gloss_mark_of(list, k - 1) != GLOSS_MARK_COMMA)
    return true; /* too long for a title or a nickname */
  p = place_of(list, k);
  if (p.count == 0) return is(s, GLOSS_SCARE, "empty");
  if (is_nickname(&p)) return is(s, GLOSS_NICKNAME, "between names");
  if (is_called(&p)) return is(s, GLOSS_NICKNAME, "known as");
  if (!find_title(&p, governed, &rule)) return false;
  if (rule != NULL) return is(s, GLOSS_WORK_TITLE, rule);
  if (governed || is_announced(&p) || !is_scare(&p)) return true;
  if (p.titled && p.count >= 3 && gloss_is(list, k + 1, GLOSS_KIND_WORD))
    return is(s, GLOSS_WORK_TITLE, "in a phrase");
  return is(s, GLOSS_SCARE, "short, in a phrase");
}

/* grammar_items.c - one item of a phrase: the word, number or mark at a place,
** what separates it from the next, and the word before it. */
#include "match/grammar.h"

enum { MAX_LETTERS = 255, REACH = 40, WORD_REACH = 64 };

/* ---- Words of several pieces ---- */

static bool piece_stands(gloss_grammar_text t, size_t at, const char *piece,
                         size_t len, bool folded) {
  if (!folded) return gloss_has(t, at, piece, len);
  if (at > t.len || t.len - at < len) return false;
  for (size_t i = 0; i < len; i++)
    if (gloss_ascii_lower(t.bytes[at + i]) != piece[i]) return false;
  return true;
}

/* The width of a blank: French has hard ones, and narrow ones, before signs
** (U+00A0, U+2009, U+202F); 0: none. */
static size_t blank_width(gloss_grammar_text t, size_t at) {
  unsigned char c = gloss_byte(t, at);
  if (c == ' ' || c == '\t') return 1;
  if (GLOSS_HAS(t, at, "\xC2\xA0")) return 2;
  return GLOSS_HAS(t, at, "\xE2\x80\xAF") || GLOSS_HAS(t, at, "\xE2\x80\x89")
             ? 3 : 0;
}

static size_t skip_blanks(gloss_grammar_text t, size_t at) {
  for (size_t width; (width = blank_width(t, at)) > 0;) at += width;
  return at;
}

/* White space with one line break at most. */
static size_t skip_gap(gloss_grammar_text t, size_t at) {
  at = skip_blanks(t, at);
  if (gloss_byte(t, at) == '\r') at++;
  if (gloss_byte(t, at) == '\n') at++;
  return skip_blanks(t, at);
}

/* The last character of a phrase is a letter or digit that must not go on. */
static bool ends_open(gloss_slice phrase) {
  gloss_grammar_text t = { phrase.bytes, phrase.len };
  return gloss_goes_before(t, phrase.len);
}

/* Do the words of `phrase` stand at `at`? The end of it, 0: no. */
static size_t longer_end(gloss_grammar_text t, size_t at, gloss_slice phrase,
                         bool folded) {
  for (size_t i = 0; i < phrase.len;) {
    size_t start = i;
    while (i < phrase.len && phrase.bytes[i] != ' ' && phrase.bytes[i] != '\'')
      i++;
    if (!piece_stands(t, at, phrase.bytes + start, i - start, folded)) return 0;
    at += i - start;
    if (i == phrase.len) break;
    if (phrase.bytes[i++] == ' ') {
      size_t next = skip_gap(t, at);
      if (next == at) return 0;
      at = next;
    } else if (gloss_byte(t, at) == '\'') {
      at++;
    } else if (GLOSS_HAS(t, at, "\xE2\x80\x99")) {
      at += 3;
    } else {
      return 0;
    }
  }
  return ends_open(phrase) && gloss_goes_on(t, at) ? 0 : at;
}

/* ---- Words ---- */

/* What is known of letters as they are written, or in lower case. */
static const gloss_head *find_head(const gloss_grammar_words *w,
                                   const char *bytes, size_t len) {
  uint32_t head = gloss_intern_find(&w->heads, bytes, len);
  return head == GLOSS_NOT_INTERNED ? NULL : &w->of_head[head];
}

/* Can a word go on behind its first `len` letters, which end at `end`? Its next
** byte tells, and behind a space the one after that. */
static bool may_go_on(gloss_grammar_text t, size_t end, gloss_slice word,
                      size_t len, bool folded) {
  char next = (char)gloss_byte(t, end), wanted = word.bytes[len];
  if (wanted == ' ' && next == ' ' && len + 1 < word.len) {
    next = (char)gloss_byte(t, end + 1);
    wanted = word.bytes[len + 1];
    if (gloss_is_space((unsigned char)next) || (unsigned char)next >= 0x80)
      return true;
  } else if (wanted == ' ' || wanted == '\'') {
    return true;
  }
  return (folded ? gloss_ascii_lower(next) : next) == wanted;
}

size_t gloss_longer_find(const gloss_longer *list, size_t count,
                         gloss_grammar_text t, size_t at, size_t end,
                         bool folded, uint32_t *word) {
  for (size_t i = 0; i < count; i++) {
    size_t last = may_go_on(t, end, list[i].bytes, end - at, folded)
                      ? longer_end(t, at, list[i].bytes, folded) : 0;
    if (last > 0) {
      *word = list[i].word;
      return last;
    }
  }
  return 0;
}

static size_t find_longer(const gloss_grammar_words *w, gloss_grammar_text t,
                          size_t at, size_t end, const gloss_head *head,
                          bool folded, uint32_t *word) {
  if (head == NULL || !gloss_goes_so(head->longer_ways, t, end)) return 0;
  return gloss_longer_find(w->longer + head->longer, head->longer_count, t, at,
                           end, folded, word);
}

/* Letters of a text in lower case; `same`: they are so already. */
typedef struct letters {
  const char *written;
  size_t len;
  char lower[MAX_LETTERS + 1];
  bool same;
} letters;

static bool read_letters(gloss_grammar_text t, size_t at, size_t end,
                         letters *l) {
  l->written = t.bytes + at;
  l->len = end - at;
  l->same = true;
  if (l->len == 0 || l->len > MAX_LETTERS) return false;
  for (size_t i = 0; i < l->len; i++) {
    l->lower[i] = gloss_ascii_lower(l->written[i]);
    l->same = l->same && l->lower[i] == l->written[i];
  }
  return true;
}

static bool take_word(const gloss_grammar *g, uint32_t word, size_t start,
                      size_t end, gloss_item *item) {
  *item = (gloss_item){ .start = (uint32_t)start, .end = (uint32_t)end,
                        .word = word,
                        .class_number = g->words.list[word].class_number };
  return true;
}

static bool read_word(const gloss_grammar *g, gloss_grammar_text t, size_t at,
                      gloss_item *item) {
  const gloss_grammar_words *w = &g->words;
  const gloss_head *written, *low;
  letters l;
  unsigned flags;
  uint32_t word = GLOSS_NO_GRAMMAR_WORD;
  size_t end = gloss_letters_end(t, at), last;
  if (!gloss_may_be_head(w, t, at, end) || !read_letters(t, at, end, &l))
    return false;
  low = find_head(w, l.lower, l.len);
  written = l.same ? low : find_head(w, l.written, l.len);
  last = l.same ? 0 : find_longer(w, t, at, end, written, false, &word);
  if (last == 0) last = find_longer(w, t, at, end, low, true, &word);
  if (last > 0) return take_word(g, word, at, last, item);
  if (written != NULL) word = written->word;
  if (word != GLOSS_NO_GRAMMAR_WORD) {
    flags = g->classes[w->list[word].class_number].flags;
  } else {
    if (low == NULL || low->word == GLOSS_NO_GRAMMAR_WORD) return false;
    word = low->word;
    flags = g->classes[w->list[word].class_number].flags;
    if (flags & GLOSS_CLASS_EXACT) return false;
  }
  if (gloss_goes_on(t, end) && !(flags & GLOSS_CLASS_GLUED)) return false;
  return take_word(g, word, at, end, item);
}

static bool read_mark(const gloss_grammar *g, gloss_grammar_text t, size_t at,
                      gloss_item *item) {
  const gloss_grammar_words *w = &g->words;
  for (size_t i = 0; i < w->mark_count; i++) {
    gloss_slice mark = w->list[w->marks[i]].bytes;
    if (gloss_has(t, at, mark.bytes, mark.len))
      return take_word(g, w->marks[i], at, at + mark.len, item);
  }
  return false;
}

bool gloss_item_read(const gloss_grammar *g, gloss_grammar_text t, size_t at,
                     size_t stop, gloss_item *item) {
  unsigned char c = gloss_byte(t, at);
  unsigned kind = gloss_byte_kinds[c];
  bool found;
  if (at >= stop) return false;
  if (kind == GLOSS_BYTE_DIGIT || (c == '.' && gloss_is_digit(t, at + 1)))
    found = gloss_figure_read(&g->habits, t, at, item);
  else if (kind == GLOSS_BYTE_LETTER)
    found = read_word(g, t, at, item);
  else
    found = (g->words.is_mark[c] && read_mark(g, t, at, item)) ||
            ((c == '\'' || c == 0xE2) && gloss_figure_short(t, at, item));
  return found && item->end <= stop;
}

/* ---- Gaps ---- */

/* The mark at `at`: , - / ( or a dash, which is a hyphen here; 0: none. */
static char mark_at(gloss_grammar_text t, size_t at, size_t *width) {
  char c = (char)gloss_byte(t, at);
  unsigned char last;
  *width = 1;
  if (c == ',' || c == '/' || c == '(') return c;
  if (c == '-') {
    *width = gloss_byte(t, at + 1) == '-' ? 2 : 1;
    return c;
  }
  if (!GLOSS_HAS(t, at, "\xE2\x80")) return 0;
  last = gloss_byte(t, at + 2); /* U+2010, U+2011, U+2013, U+2014 */
  *width = 3;
  return last == 0x90 || last == 0x91 || last == 0x93 || last == 0x94 ? '-' : 0;
}

char gloss_item_gap(gloss_grammar_text t, size_t at, size_t stop,
                    size_t *next) {
  size_t place = skip_gap(t, at), width;
  char gap, mark;
  gap = place > at ? '_' : '+';
  if (place >= stop) return 0;
  mark = mark_at(t, place, &width);
  if (mark != 0) {
    size_t after = place + width, behind = skip_gap(t, after);
    bool apart = gap == '_' || behind > after;
    gap = mark == '-' && apart ? '=' : mark;
    place = behind;
  }
  if (place >= stop || gloss_byte(t, place) == '\n' ||
      gloss_byte(t, place) == '\r')
    return 0;
  *next = place;
  return gap;
}

/* ---- The word before ---- */

static bool has_word(const gloss_grammar_words *w, letters *l, char behind) {
  l->lower[l->len] = behind;
  return gloss_intern_find(&w->names, l->lower, l->len + 1) !=
         GLOSS_NOT_INTERNED;
}

static bool means(const gloss_head *head) {
  return head != NULL &&
         (head->word != GLOSS_NO_GRAMMAR_WORD || head->longer_count > 0);
}

/* Is it a word, alone or as part of a longer one? */
static bool is_known(const gloss_grammar_words *w, const letters *l) {
  const gloss_head *low = find_head(w, l->lower, l->len);
  return means(low) || (low != NULL && low->part) ||
         (!l->same && means(find_head(w, l->written, l->len)));
}

/* Does white space hold a blank line? Hyphens may stand in it. */
static bool has_blank_line(gloss_grammar_text t, size_t from, size_t to) {
  bool line = false;
  for (; from < to; from++) {
    unsigned char c = (unsigned char)t.bytes[from];
    if (c == '\n' && line) return true;
    if (c == '\n') line = true;
    else if (c == '-') line = false;
  }
  return false;
}

/* The end of the apostrophe of "l'année" that ends at `at`; `at`: none. */
static size_t elision(gloss_grammar_text t, size_t at, size_t from) {
  if (at > from && t.bytes[at - 1] == '\'') return at - 1;
  return at >= from + 3 && GLOSS_HAS(t, at - 3, "\xE2\x80\x99") ? at - 3 : at;
}

size_t gloss_item_before(const gloss_grammar *g, gloss_grammar_text t,
                         size_t at, size_t floor) {
  size_t from = at > floor + REACH ? at - REACH : floor, gap = at, end, start;
  bool elided = false;
  letters l;
  while (gap > from &&
         (gloss_is_space((unsigned char)t.bytes[gap - 1]) ||
          t.bytes[gap - 1] == '-'))
    gap--;
  end = gap;
  if (gap == at) {
    end = elision(t, at, from);
    elided = true;
    if (end == at) return at;
  } else if (end > from && (t.bytes[end - 1] == '.' || t.bytes[end - 1] == ',')) {
    end--;
  }
  start = gloss_letters_start(t, end, from);
  if ((start == from && from > floor) ||
      !(elided || gloss_may_be_head(&g->words, t, start, end)) ||
      !read_letters(t, start, end, &l) ||
      (start > floor && gloss_goes_before(t, start)))
    return at;
  if (elided) return has_word(&g->words, &l, '\'') ? start : at;
  if (!is_known(&g->words, &l) || has_blank_line(t, gap, at) ||
      (t.bytes[end] == '.' && !has_word(&g->words, &l, '.')))
    return at;
  return start;
}

/* ---- The words around a place ---- */

static bool is_word_byte(gloss_grammar_text t, size_t at) {
  unsigned kind = gloss_byte_kind(t, at);
  return kind == GLOSS_BYTE_LETTER || kind == GLOSS_BYTE_DIGIT;
}

static bool is_gap(char c) {
  return c == '-' || gloss_is_space((unsigned char)c);
}

bool gloss_word_before(const char *text, size_t len, size_t at,
                       gloss_span *word) {
  gloss_grammar_text t = { text, len };
  size_t floor = at > WORD_REACH ? at - WORD_REACH : 0, start;
  while (at > floor && is_gap(text[at - 1])) at--;
  start = at;
  while (start > floor && is_word_byte(t, start - 1)) start--;
  /* the last bytes of a sign are letters to bytes alone */
  while (start < at && ((unsigned char)text[start] & 0xC0) == 0x80) start++;
  *word = (gloss_span){ (uint32_t)start, (uint32_t)at };
  return start < at;
}

bool gloss_word_after(const char *text, size_t len, size_t at,
                      gloss_span *word) {
  gloss_grammar_text t = { text, len };
  size_t stop = len - at > WORD_REACH ? at + WORD_REACH : len, end, from = at;
  while (at < stop && is_gap(text[at])) at++;
  end = at;
  while (end < stop && is_word_byte(t, end)) end++;
  while (end > at && end < len && ((unsigned char)text[end] & 0xC0) == 0x80)
    end--; /* no sign is cut */
  *word = (gloss_span){ (uint32_t)at, (uint32_t)end };
  return from < at && at < end;
}

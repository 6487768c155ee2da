/* lines.c - the lines of a page, and what the words of each say. */
#include "base/error.h"
#include "clean/bytes.h"
#include "clean/clean.h"
#include "unicode/fold.h"
#include "unicode/utf8.h"

enum {
  PROSE_WORDS = 9,   /* of a sentence that nothing speaks against */
  SHORT_WORDS = 14,  /* a line of so many is read whole */
  LONGEST_WORDS = 80, /* one with more is never furniture */
  BEGINNING = 60,    /* bytes in which a phrase it begins with is looked for */
  ELLIPSIS = 0x2026
};

void *gloss_clean_room(gloss_cleaner *c, size_t size) {
  void *room = gloss_arena_raw(c->arena, size);
  if (room == NULL) c->failed = true;
  return room;
}

/* ---- Small letters ------------------------------------------------------- */

gloss_slice gloss_clean_lowered(gloss_cleaner *c, gloss_slice text) {
  size_t room = GLOSS_LOWER_ROOM(text.len) + 1, len, used = 0;
  char *out = gloss_clean_room(c, room);
  if (out == NULL) return gloss_slice_of("", 0);
  len = gloss_lower(text.bytes, text.len, out);
  for (size_t at = 0; at < len; at++) {
    bool space = gloss_is_space(out[at]);
    if (space && used > 0 && out[used - 1] == ' ') continue;
    out[used++] = space ? ' ' : out[at];
  }
  gloss_arena_trim(c->arena, out, room, used);
  return gloss_slice_of(out, used);
}

gloss_slice gloss_clean_lower(gloss_cleaner *c, gloss_clean_line *line) {
  if (line->lower.bytes == NULL)
    line->lower = gloss_clean_lowered(c, line->text);
  return line->lower;
}

/* ---- Forms --------------------------------------------------------------- */

/* Marks that end a sentence, in any script. */
static bool is_stop(uint32_t cp) {
  static const uint32_t stops[] = { '.', '!', '?', ELLIPSIS, 0x3002, 0xFF01,
                                    0xFF1F, 0xFF61, 0x0964, 0x0965, 0x061F,
                                    0x06D4, 0x17D4, 0x0589 };
  for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
    if (stops[i] == cp) return true;
  return false;
}

static void fill_line(gloss_clean_line *line, const char *text,
                      const gloss_line_form *form) {
  line->form = form;
  line->text = gloss_slice_of(text + form->span.start,
                              form->span.end - form->span.start);
  line->words = form->words - form->wide + (form->wide + 1) / 2;
  line->stop = is_stop(form->tail);
  line->cut = form->tail == ELLIPSIS;
}

/* What somebody says is no furniture: "No." */
static bool is_quoted(gloss_slice text) {
  static const char *const marks[] = { "“", "„", "«", "‘" };
  if (text.len > 1 && text.bytes[0] == '"')
    return gloss_is_alpha(text.bytes[1]);
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (gloss_starts_with(text, gloss_slice_of(marks[i], strlen(marks[i]))))
      return true;
  return false;
}

/* ---- Words ------------------------------------------------------------- */

/* What the words of a line may mean, as bits. */
static unsigned known_words(const gloss_cleaner *c, const uint32_t *words,
                            const gloss_line_form *form) {
  unsigned bits = 0;
  for (uint32_t i = 0; i < form->tokens; i++)
    bits |= c->bits[words[form->token + i]];
  return bits;
}

/* May a line say one of the phrases that count anywhere? An address may hide
** words of one, and so may scripts without spaces. */
static bool may_say(const gloss_line_form *form, unsigned bits) {
  return bits & GLOSS_ABOUT_INSIDE || form->wide > 0 || form->links > 0;
}

/* ---- Short lines --------------------------------------------------------- */

static bool is_stamp(gloss_cleaner *c, const gloss_clean_line *line) {
  return line->form->numbers > 0 &&
         (gloss_clean_is_stamp(c, line->lower, line->words) ||
          gloss_clean_stamped_place(c, line->text).len > 0);
}

static void read_short(gloss_cleaner *c, gloss_clean_line *line,
                       const uint32_t *words) {
  gloss_slice lower, plain;
  bool inside;
  if (is_quoted(line->text)) return;
  lower = gloss_clean_lower(c, line);
  plain = gloss_clean_plain(lower);
  inside = may_say(line->form, known_words(c, words, line->form));
  line->reason = gloss_clean_says(c, lower, plain, line->words, inside);
  if (line->reason == 0) {
    if (gloss_clean_is_byline(c, line->text, lower, line->words))
      line->reason = GLOSS_FOR_BYLINE;
    else if (is_stamp(c, line))
      line->reason = GLOSS_FOR_DATELINE;
    else
      line->section = gloss_clean_is_section(c, plain, line->words);
  }
  line->ends = gloss_clean_ends(c, plain, line->words);
  line->bio = gloss_clean_is_bio(c, line->text, line->words);
}

/* ---- Longer lines -------------------------------------------------------- */

/* The first bytes of a line, in which its first phrase is. */
static gloss_slice beginning(gloss_slice text) {
  size_t end = text.len;
  if (end > BEGINNING)
    for (end = BEGINNING; gloss_is_high(text.bytes[end]) &&
                          ((unsigned char)text.bytes[end] & 0xC0) == 0x80;)
      end--;
  return gloss_slice_to(text, end);
}

/* May a phrase stand at its beginning? Where it begins with an ASCII word that
** no phrase begins with, none does. */
static bool may_begin(const gloss_cleaner *c, gloss_slice text) {
  char word[32];
  size_t end = gloss_letters_end(text, 0);
  if (is_quoted(text)) return false;
  if (end == 0 || end > sizeof word) return end == 0;
  for (size_t i = 0; i < end; i++) {
    if (gloss_is_high(text.bytes[i])) return true;
    word[i] = gloss_to_lower(text.bytes[i]);
  }
  return gloss_clean_key(&c->starts, gloss_slice_of(word, end)) !=
         GLOSS_NOT_INTERNED;
}

static void read_longer(gloss_cleaner *c, gloss_clean_line *line,
                        const uint32_t *words) {
  unsigned bits = known_words(c, words, line->form);
  if (may_begin(c, line->text))
    line->reason = gloss_clean_begins(
        c, gloss_clean_lowered(c, beginning(line->text)), line->words);
  if (line->reason == 0 && may_say(line->form, bits))
    line->reason =
        gloss_clean_inside(c, gloss_clean_lower(c, line), line->words);
  if (bits & GLOSS_ABOUT_TRADE)
    line->bio = gloss_clean_is_bio(c, line->text, line->words);
}

/* ---- Lines that were learned --------------------------------------------- */

enum { COUNTER_WORDS = 4 }; /* of a line whose numbers do not count */

static bool is_counter(gloss_slice plain) {
  size_t words = 0;
  for (size_t at = 0; at < plain.len && words <= COUNTER_WORDS; at++)
    words += plain.bytes[at] != ' ' && (at == 0 || plain.bytes[at - 1] == ' ');
  return words <= COUNTER_WORDS;
}

/* The line as it is compared. */
static gloss_slice key_of(gloss_cleaner *c, gloss_slice plain) {
  char *out;
  size_t used = 0;
  if (!is_counter(plain)) return plain;
  out = gloss_clean_room(c, plain.len + 1);
  if (out == NULL) return plain;
  for (size_t at = 0; at < plain.len; at++) {
    bool digit = gloss_is_digit(plain.bytes[at]);
    if (digit && at > 0 && gloss_is_digit(plain.bytes[at - 1])) continue;
    out[used++] = digit ? '0' : plain.bytes[at];
  }
  return gloss_slice_of(out, used);
}

static uint32_t find_learned(gloss_cleaner *c, gloss_slice source,
                             gloss_slice key) {
  char *both = gloss_clean_room(c, source.len + 1 + key.len);
  if (both == NULL) return GLOSS_NOT_INTERNED;
  if (source.len > 0) memcpy(both, source.bytes, source.len);
  both[source.len] = '\0';
  memcpy(both + source.len + 1, key.bytes, key.len);
  return gloss_clean_find(&c->learned,
                          gloss_slice_of(both, source.len + 1 + key.len));
}

static void read_learned(gloss_cleaner *c, gloss_clean_line *line) {
  gloss_slice key =
      key_of(c, gloss_clean_plain(gloss_clean_lower(c, line)));
  uint32_t reason = find_learned(c, c->known.source, key);
  if (reason == GLOSS_NOT_INTERNED)
    reason = find_learned(c, gloss_slice_of("", 0), key);
  if (reason == GLOSS_NOT_INTERNED) return;
  line->reason = reason;
  line->learned = true;
  line->section = false;
}

bool gloss_cleaner_key(gloss_cleaner *c, gloss_slice line, gloss_slice *key,
                       gloss_error *err) {
  size_t bad = gloss_utf8_check(line.bytes, line.len);
  if (bad < line.len)
    return gloss_fail(err, GLOSS_BAD_UTF8, bad, "invalid UTF-8");
  gloss_arena_reset(c->arena);
  c->doc = NULL;
  c->page.count = c->mask_count = 0;
  c->failed = false;
  *key = key_of(c, gloss_clean_plain(gloss_clean_lowered(c, line)));
  return !c->failed || gloss_no_memory(err);
}

gloss_slice gloss_cleaner_reason(gloss_cleaner *c, gloss_slice key) {
  uint32_t words = 0;
  for (size_t at = 0; at < key.len; at++)
    words += !gloss_is_space(key.bytes[at]) &&
             (at == 0 || gloss_is_space(key.bytes[at - 1]));
  return gloss_clean_reason_name(c, gloss_clean_says(c, key, key, words, true));
}

/* ---- The page ------------------------------------------------------------ */

enum { HEADING_WORDS = 8, AUTHOR_WORDS = 4 };

/* What only neighbours tell: a name on its own above a date is a byline; a
** short line above a newsletter's, no blank line between, is its heading. */
static void read_neighbours(gloss_clean_page *page) {
  for (size_t i = 0; i + 1 < page->count; i++) {
    gloss_clean_line *line = &page->lines[i];
    const gloss_clean_line *below = line + 1;
    if (line->reason != 0 || line->stop || below->form->blank_above > 0)
      continue;
    if (below->reason == GLOSS_FOR_NEWSLETTER) {
      if (line->words <= HEADING_WORDS) line->reason = GLOSS_FOR_NEWSLETTER;
    } else if (below->reason == GLOSS_FOR_DATELINE &&
               line->words <= AUTHOR_WORDS && gloss_clean_is_name(line->text)) {
      line->reason = GLOSS_FOR_BYLINE;
    }
  }
}

bool gloss_clean_lines(gloss_cleaner *c, gloss_error *err) {
  gloss_clean_page *page = &c->page;
  size_t count, len;
  const char *text = gloss_doc_text(c->doc, &len);
  const gloss_line_form *forms = gloss_doc_line_forms(c->doc, &count, err);
  gloss_word_numbers numbers;
  if (forms == NULL || !gloss_doc_words(c->doc, &numbers, err) ||
      !gloss_clean_words(c, c->doc, err))
    return false;
  page->lines = gloss_arena_alloc(c->arena, (count + 1) * sizeof *page->lines);
  if (page->lines == NULL) return gloss_no_memory(err);
  page->count = count;
  for (size_t i = 0; i < count; i++) {
    gloss_clean_line *line = &page->lines[i];
    fill_line(line, text, &forms[i]);
    if (line->words <= SHORT_WORDS) read_short(c, line, numbers.numbers);
    else if (line->words <= LONGEST_WORDS)
      read_longer(c, line, numbers.numbers);
    if (c->learned.texts.count > 0) read_learned(c, line);
  }
  read_neighbours(page);
  for (size_t i = 0; i < count; i++) {
    gloss_clean_line *line = &page->lines[i];
    line->prose = line->stop && line->words >= PROSE_WORDS && !line->cut &&
                  line->reason == 0;
  }
  return true;
}

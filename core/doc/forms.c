/* forms.c - what the lines of a text look like, in numbers: one pass over the
** tokens, each looked at by its first character. */
#include "doc/forms.h"

#include "doc/blocks.h"
#include "unicode/breaks.h"
#include "unicode/utf8.h"

enum {
  ELLIPSIS = 0x2026,
  WIDE = GLOSS_CP_IDEOGRAPH | GLOSS_CP_KANA | GLOSS_CP_COMPLEX
};

static const gloss_class *class_at(const char *text, size_t at, size_t *next) {
  return gloss_class_of(gloss_utf8_next(text, at, next));
}

static bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/* A word that begins with ASCII, as most do. */
static void count_plain(const char *text, size_t start, size_t end,
                        gloss_line_form *form) {
  char c = text[start];
  form->words++;
  form->numbers += c >= '0' && c <= '9';
  form->small += c >= 'a' && c <= 'z';
  if (!is_capital(c)) return;
  form->capitals++;
  form->shouted += start + 1 < end && is_capital(text[start + 1]);
}

static void count_word(const char *text, size_t start, size_t end,
                       gloss_line_form *form) {
  size_t second, third;
  uint32_t flags;
  if ((text[start] & 0x80) == 0 &&
      (start + 1 == end || (text[start + 1] & 0x80) == 0)) {
    count_plain(text, start, end, form);
    return;
  }
  flags = class_at(text, start, &second)->flags;
  form->words++;
  form->wide += (flags & WIDE) != 0;
  form->numbers += (flags & GLOSS_CP_DIGIT) != 0;
  form->small += (flags & GLOSS_CP_LOWER) != 0;
  if (!(flags & GLOSS_CP_UPPER)) return;
  form->capitals++;
  form->shouted +=
      second < end &&
      (class_at(text, second, &third)->flags & GLOSS_CP_UPPER) != 0;
}

/* `inside`: the line goes on behind it, white space between. */
static void count_mark(const char *text, size_t start, bool inside,
                       gloss_line_form *form) {
  size_t next;
  switch (class_at(text, start, &next)->sentence) {
    case SB_ATERM:
    case SB_STERM:
      form->stops += inside;
      break;
    case SB_SCONTINUE:
      form->pauses++;
      break;
    case SB_CLOSE:
      break;
    default:
      form->signs++;
  }
}

static void count_token(const char *text, const gloss_token_list *list,
                        size_t i, gloss_line_form *form) {
  size_t start = list->starts[i], end = list->ends[i];
  switch ((gloss_kind)list->kinds[i]) {
    case GLOSS_WORD:
    case GLOSS_NUMBER:
      if (!(list->flags[i] & GLOSS_CLITIC)) count_word(text, start, end, form);
      break;
    case GLOSS_PUNCTUATION:
      count_mark(text, start,
                 i + 1 < list->count && list->starts[i + 1] > end &&
                     end < form->span.end,
                 form);
      break;
    case GLOSS_SYMBOL:
    case GLOSS_EMOJI:
      form->signs++;
      break;
    default:
      form->links++;
  }
}

/* The last character, quotes and brackets behind it left out; three full stops
** are an ellipsis. */
static uint32_t tail_of(const char *text, gloss_span span) {
  size_t at = span.end, next;
  uint32_t cp = 0;
  while (at > span.start) {
    at = gloss_utf8_before(text, at);
    cp = gloss_utf8_next(text, at, &next);
    if (gloss_class_of(cp)->sentence != SB_CLOSE) break;
  }
  return cp == '.' && at >= span.start + 2 && text[at - 1] == '.' &&
                 text[at - 2] == '.'
             ? ELLIPSIS
             : cp;
}

gloss_line_form *gloss_forms_of_lines(const char *text,
                                      const gloss_span *lines,
                                      size_t line_count,
                                      const gloss_token_list *tokens,
                                      gloss_arena *arena, size_t *count) {
  size_t room = (line_count + 1) * sizeof(gloss_line_form), n = 0, token = 0;
  gloss_line_form *forms = gloss_arena_raw(arena, room);
  uint32_t blank = 0;
  if (forms == NULL) return NULL;
  for (size_t i = 0; i < line_count; i++) {
    gloss_span span = gloss_blocks_trimmed(text, lines[i]);
    gloss_line_form *form = &forms[n];
    size_t next;
    if (span.start == span.end) {
      blank++;
      continue;
    }
    *form = (gloss_line_form){ .span = span, .blank_above = blank };
    form->head = gloss_utf8_next(text, span.start, &next);
    form->tail = tail_of(text, span);
    while (token < tokens->count && tokens->starts[token] < span.start) token++;
    for (form->token = (uint32_t)token;
         token < tokens->count && tokens->starts[token] < span.end; token++)
      count_token(text, tokens, token, form);
    form->tokens = (uint32_t)token - form->token;
    blank = 0;
    n++;
  }
  gloss_arena_trim(arena, forms, room, (n + 1) * sizeof *forms);
  *count = n;
  return forms;
}

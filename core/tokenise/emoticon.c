/* emoticon.c - cuts faces written with signs, and emoji. */
#include "tokenise/cutter.h"

#include "unicode/breaks.h"
#include "unicode/utf8.h"

#include <string.h>

static char byte_at(const gloss_cutter *k, size_t at) {
  return at < k->stop ? k->text[at] : ' ';
}

static bool one_of(char c, const char *set) {
  return c != '\0' && strchr(set, c) != NULL;
}

static bool is_alnum(gloss_char class) {
  return class == CHAR_LETTER || class == CHAR_DIGIT;
}

/* Behind the mouth at `at` and its repeats, 0 where there is none. */
static size_t mouth_end(const gloss_cutter *k, size_t at, const char *mouths) {
  char mouth = byte_at(k, at);
  size_t end = at;
  if (!one_of(mouth, mouths)) return 0;
  while (byte_at(k, end) == mouth) end++;
  return mouth == '/' && end > at + 1 ? 0 : end; /* http:// */
}

/* :-) ;D =( and the like; 0 where there is none. */
static size_t face_end(const gloss_cutter *k, size_t at) {
  size_t mouth = at + 1, end;
  if (byte_at(k, mouth) == '\'') mouth++; /* :'( */
  if (one_of(byte_at(k, mouth), "-o^")) mouth++;
  end = mouth_end(k, mouth, ")(][}{DPpbOo/\\|*3>@$SsXx");
  if (end == 0 && mouth > at + 1) /* :o has no nose */
    end = mouth_end(k, at + 1, "o");
  return end != 0 && !is_alnum(gloss_peek(k, end)) ? end : 0;
}

/* (: and (-: written from right to left. */
static size_t mirrored_end(const gloss_cutter *k, size_t at) {
  size_t eyes = at + 1;
  if (byte_at(k, eyes) == '-') eyes++;
  if (byte_at(k, eyes) != ':') return 0;
  return eyes + 1 == k->stop && at == k->start ? eyes + 1 : 0;
}

/* <3 ^_^ ^^ >_< >:( */
static size_t sign_end(const gloss_cutter *k, size_t at) {
  char c = k->text[at], second = byte_at(k, at + 1), third = byte_at(k, at + 2);
  size_t end = 0;
  if (c == '<' && second == '3') end = at + 2;
  if (c == '<' && second == '/' && third == '3') end = at + 3;
  if (c == '^' && one_of(second, "_.-o") && third == '^') end = at + 3;
  if (c == '>' && second == '_' && third == '<') end = at + 3;
  if (c == '>' && one_of(second, ":;")) end = face_end(k, at + 1);
  if (c == '=') end = mouth_end(k, at + 1, ")(]DP") == 0 ? 0 : face_end(k, at);
  return end != 0 && end <= k->stop && !is_alnum(gloss_peek(k, end)) ? end : 0;
}

/* A star or a note, which close a sentence in Japanese. */
static size_t star_end(const gloss_cutter *k, size_t at) {
  static const char *const stars[] = { "\u2605", "\u2606", "\u266A", "\u266B" };
  for (size_t i = 0; i < sizeof stars / sizeof *stars; i++)
    if (k->stop - at >= 3 && memcmp(k->text + at, stars[i], 3) == 0)
      return at + 3;
  return 0;
}

size_t gloss_cut_emoticon(gloss_cutter *k, size_t at) {
  char c = k->text[at];
  size_t star = star_end(k, at);
  bool follows = is_alnum(gloss_peek_before(k, at));
  size_t end = 0;
  if (c == '(') end = mirrored_end(k, at);
  else if (c == ':' || c == ';') end = face_end(k, at);
  else end = sign_end(k, at);
  if (star != 0 && gloss_peek(k, star) != CHAR_MARK) {
    gloss_cut_add(k, at, star, GLOSS_SYMBOL, GLOSS_ONE_ATOM, TOKEN_EMOTICON);
    gloss_cut_may_end(k);
    return star;
  }
  if (end == 0) return at;
  if (follows && (end != k->stop || !one_of(k->text[end - 1], "()DP") ||
                  (k->seen & CHAR_BIT_OF(CHAR_OPEN)) != 0))
    return at; /* (see below:) */
  gloss_cut_add(k, at, end, GLOSS_SYMBOL, GLOSS_ASCII, TOKEN_EMOTICON);
  gloss_cut_may_end(k);
  return end;
}

/* ---- Emoji ---- */

/* Shown as a picture: by itself, or by the selector U+FE0F behind it. */
static bool is_picture(const gloss_cutter *k, size_t at, size_t next) {
  uint32_t flags =
      gloss_class_of(gloss_utf8_next(k->text, at, &next))->flags;
  return (flags & GLOSS_CP_EMOJI) != 0 ||
         (k->stop - next >= 3 &&
          memcmp(k->text + next, "\xEF\xB8\x8F", 3) == 0);
}

static bool ends_with_joiner(const gloss_cutter *k, size_t start, size_t end) {
  return end - start >= 3 && memcmp(k->text + end - 3, "\xE2\x80\x8D", 3) == 0;
}

size_t gloss_cut_emoji(gloss_cutter *k, size_t at, gloss_char class) {
  size_t next, end;
  bool picture;
  gloss_char_at(k->text, at, &next);
  picture = class == CHAR_REGIONAL || is_picture(k, at, next);
  end = gloss_past_marks(k, next);
  if (class == CHAR_REGIONAL && gloss_peek(k, end) == CHAR_REGIONAL) {
    gloss_char_at(k->text, end, &end);
    end = gloss_past_marks(k, end);
  }
  while (ends_with_joiner(k, at, end) && gloss_peek(k, end) == CHAR_EMOJI) {
    picture = true;
    gloss_char_at(k->text, end, &end);
    end = gloss_past_marks(k, end);
  }
  gloss_cut_add(k, at, end, picture ? GLOSS_EMOJI : GLOSS_SYMBOL, 0,
                picture ? TOKEN_EMOJI : TOKEN_MARK);
  if (picture) gloss_cut_may_end(k);
  return end;
}

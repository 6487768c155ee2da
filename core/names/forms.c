/* forms.c - what is known of a name by its text alone, found once for each
** text. */
#include "base/array.h"
#include "names/names.h"

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/* The bytes of the blank at a place: white space of ASCII, a hard space; 0:
** there is none. */
static size_t blank_at(gloss_slice text, size_t at) {
  if (is_blank(text.bytes[at])) return 1;
  return at + 1 < text.len && memcmp(text.bytes + at, "\xC2\xA0", 2) == 0 ? 2
                                                                          : 0;
}

static gloss_slice copy_of(gloss_names *n, gloss_slice text) {
  text.bytes = gloss_arena_copy(n->arena, text.bytes, text.len);
  if (text.bytes == NULL) n->failed = true;
  return text;
}

/* A copy with single blanks; `*same`: nothing was another. */
static gloss_slice one_blank(gloss_names *n, gloss_slice text, bool *same) {
  char *copy = gloss_arena_raw(n->arena, text.len + 1);
  size_t len = 0, blank;
  *same = true;
  if (copy == NULL) {
    n->failed = true;
    return (gloss_slice){ NULL, 0 };
  }
  for (size_t at = 0; at < text.len; at += blank > 0 ? blank : 1) {
    blank = blank_at(text, at);
    if (blank == 0) copy[len++] = text.bytes[at];
    else if (len == 0 || copy[len - 1] != ' ') copy[len++] = ' ';
  }
  *same = len == text.len && memcmp(copy, text.bytes, len) == 0;
  return (gloss_slice){ copy, len };
}

static bool is_apart(char c) { return is_blank(c) || c == '-'; }

static size_t count_parts(gloss_slice text) {
  size_t count = 0;
  for (size_t i = 0; i < text.len; i++)
    if (!is_apart(text.bytes[i]) && (i == 0 || is_apart(text.bytes[i - 1])))
      count++;
  return count;
}

/* Cuts the text of a form at blanks and hyphens; what is one token is one. */
static bool read_parts(gloss_names *n, gloss_name_form *form) {
  size_t count = form->single ? 1 : count_parts(form->text), at = 0;
  gloss_name_part *parts =
      gloss_arena_raw(n->arena, (count + 1) * sizeof *parts);
  if (parts == NULL) return false;
  for (size_t i = 0; i < count; i++) {
    size_t end = form->text.len;
    if (!form->single) {
      while (is_apart(form->text.bytes[at])) at++;
      for (end = at; end < form->text.len; end++)
        if (is_apart(form->text.bytes[end])) break;
    }
    parts[i].text = (gloss_slice){ form->text.bytes + at, end - at };
    parts[i].low = gloss_names_low(n, parts[i].text);
    at = end;
  }
  form->parts = parts;
  form->part_count = (uint32_t)count;
  return true;
}

/* MTV-1 */
static bool is_numbered(gloss_slice text) {
  char last = text.len > 0 ? text.bytes[text.len - 1] : 0;
  return last >= '0' && last <= '9' && memchr(text.bytes, '-', text.len) &&
         !memchr(text.bytes, ' ', text.len);
}

/* Is it a short form? `small`: it has small letters. */
static bool is_acronym(const gloss_names *n, const gloss_name_form *form,
                       bool small) {
  size_t letters = gloss_names_letters(form->text), len;
  const char *low = gloss_intern_get(&n->low_numbers, form->low, &len);
  return (form->single || is_numbered(form->text)) && !small &&
         letters >= 2 && letters <= 6 &&
         (n->lows[form->low].sets & GLOSS_SET_NO_ACRONYM) == 0 &&
         !gloss_same_bytes(form->text, (gloss_slice){ low, len });
}

static bool has_part(const gloss_names *n, const gloss_name_form *form,
                     uint32_t sets) {
  for (uint32_t i = 0; i < form->part_count; i++)
    if (n->lows[form->parts[i].low].sets & sets) return true;
  return false;
}

static bool leads(const gloss_names *n, const gloss_name_form *form) {
  return form->part_count > 0 &&
         (n->lows[form->parts[0].low].sets &
          (GLOSS_SET_LEADING | GLOSS_SET_PARTICLE)) != 0;
}

/* Words that hyphens join: Moor-Bell; letters are none. */
static bool is_joined(const gloss_name_form *form) {
  for (uint32_t i = 0; i < form->part_count; i++)
    if (form->parts[i].text.len < 2) return false;
  return form->part_count > 1 &&
         memchr(form->text.bytes, ' ', form->text.len) == NULL;
}

/* A mark of party and state: D-Ill. */
static bool is_party(gloss_names *n, const gloss_name_form *form) {
  gloss_slice state = form->text;
  uint32_t low;
  if (form->part_count < 2 || form->parts[0].text.len != 1 ||
      form->text.bytes[1] != '-' ||
      (n->lows[form->parts[0].low].sets & GLOSS_SET_PARTY) == 0)
    return false;
  state.bytes += 2;
  state.len -= 2;
  low = gloss_names_low(n, state);
  return (n->lows[low].sets & (GLOSS_SET_PARTY_STATE | GLOSS_SET_GPE)) != 0;
}

static gloss_name_form read_form(gloss_names *n, gloss_slice text, bool single,
                                 bool small) {
  gloss_name_form form = { .single = single, .letter = text.len < 2,
                           .as_written = true };
  form.text = single ? copy_of(n, text) : one_blank(n, text, &form.as_written);
  if (n->failed || !read_parts(n, &form)) {
    n->failed = true;
    return form;
  }
  form.low = single ? form.parts[0].low : gloss_names_low(n, form.text);
  form.acronym = is_acronym(n, &form, small);
  form.has_head = has_part(n, &form, GLOSS_SET_HEAD);
  form.joined = is_joined(&form);
  form.surname = form.joined || leads(n, &form);
  form.party = is_party(n, &form);
  form.guess = gloss_guess_of_form(n, &form);
  return form;
}

/* The number of the form of a text. */
static uint32_t form_of(gloss_names *n, gloss_slice text, bool single,
                        bool small) {
  size_t before = n->form_numbers.count;
  uint32_t number = gloss_intern_add(&n->form_numbers, text.bytes, text.len);
  if (number == GLOSS_NOT_INTERNED ||
      !gloss_array_reserve(n->forms, n->form_room, n->form_numbers.count)) {
    n->failed = true;
    return GLOSS_NO_NAME;
  }
  if (n->form_numbers.count > before)
    n->forms[number] = read_form(n, text, single, small);
  return number;
}

uint32_t gloss_names_form(gloss_names *n, uint32_t first, uint32_t last,
                          bool small) {
  gloss_slice text = gloss_names_text(n, first, last);
  gloss_name_word *word;
  if (first < last) return form_of(n, text, false, small);
  word = gloss_names_word_at(n, first);
  if (word->form == 0) word->form = form_of(n, text, true, small) + 1;
  return word->form - 1;
}

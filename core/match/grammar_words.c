/* grammar_words.c - the words of a grammar: what begins with which letters,
** and which marks there are. */
#include <stdlib.h>

#include "base/array.h"
#include "base/error.h"
#include "match/grammar.h"

/* ---- Letters of the text ---- */

enum { O_ = GLOSS_BYTE_OTHER, A_ = GLOSS_BYTE_LETTER, D_ = GLOSS_BYTE_DIGIT,
       L_ = GLOSS_BYTE_LINE, S_ = GLOSS_BYTE_SIGNS };
const uint8_t gloss_byte_kinds[256] = {
  O_, O_, O_, O_, O_, O_, O_, O_, O_, O_, O_, O_, O_, O_, O_, O_,
  O_, O_, O_, O_, O_, O_, O_, O_, O_, O_, O_, O_, O_, O_, O_, O_,
  O_, O_, O_, O_, O_, O_, O_, O_, O_, O_, O_, O_, O_, O_, O_, O_,
  D_, D_, D_, D_, D_, D_, D_, D_, D_, D_, O_, O_, O_, O_, O_, O_,
  O_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_,
  A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, O_, O_, O_, O_, L_,
  O_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_,
  A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, O_, O_, O_, O_, O_,
  A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_,
  A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_,
  A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_,
  A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_,
  A_, A_, S_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_,
  A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_,
  A_, A_, S_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_,
  A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_, A_
};

bool gloss_goes_on(gloss_grammar_text t, size_t at) {
  unsigned kind = gloss_byte_kind(t, at);
  return kind >= GLOSS_BYTE_LETTER && kind <= GLOSS_BYTE_LINE;
}

/* The start of the character that ends right before `at`. */
static size_t before(gloss_grammar_text t, size_t at) {
  do at--;
  while (at > 0 && ((unsigned char)t.bytes[at] & 0xC0) == 0x80);
  return at;
}

bool gloss_goes_before(gloss_grammar_text t, size_t at) {
  return at > 0 && gloss_goes_on(t, before(t, at));
}

size_t gloss_letters_end(gloss_grammar_text t, size_t at) {
  while (gloss_byte_kind(t, at) == GLOSS_BYTE_LETTER) at++;
  return at;
}

size_t gloss_letters_start(gloss_grammar_text t, size_t at, size_t floor) {
  while (at > floor) {
    size_t start = before(t, at);
    if (start < floor || gloss_byte_kind(t, start) != GLOSS_BYTE_LETTER) break;
    at = start;
  }
  return at;
}

/* ---- Adding ---- */

static gloss_grammar_text text_of(gloss_slice s) {
  return (gloss_grammar_text){ s.bytes, s.len };
}

/* The number of a head, made when new; GLOSS_NOT_INTERNED: no memory. */
static uint32_t head_of(gloss_grammar_words *w, gloss_slice letters,
                        bool lower) {
  char small[256];
  size_t before_count = w->heads.count;
  uint32_t head;
  if (lower && letters.len <= sizeof small) {
    for (size_t i = 0; i < letters.len; i++)
      small[i] = gloss_ascii_lower(letters.bytes[i]);
    letters.bytes = small;
  }
  if (!gloss_array_reserve(w->of_head, w->head_room, before_count + 1))
    return GLOSS_NOT_INTERNED;
  head = gloss_intern_add(&w->heads, letters.bytes, letters.len);
  if (head != GLOSS_NOT_INTERNED && w->heads.count > before_count) {
    uint32_t place = gloss_sieve_place(text_of(letters), 0, letters.len);
    w->heads_sieve[place / 64] |= UINT64_C(1) << place % 64;
    w->of_head[head] = (gloss_head){ .word = GLOSS_NO_GRAMMAR_WORD };
  }
  return head;
}

static bool note_longer(gloss_longer **list, size_t *count, size_t *room,
                        gloss_longer longer) {
  if (longer.head == GLOSS_NOT_INTERNED || longer.bytes.bytes == NULL ||
      !gloss_array_reserve(*list, *room, *count + 1))
    return false;
  (*list)[(*count)++] = longer;
  return true;
}

/* A word in lower case; bytes NULL: no memory. */
static gloss_slice in_lower_case(gloss_arena *arena, gloss_slice word) {
  char *low = gloss_arena_copy(arena, word.bytes, word.len);
  for (size_t i = 0; low != NULL && i < word.len; i++)
    low[i] = gloss_ascii_lower(low[i]);
  return (gloss_slice){ low, word.len };
}

/* Every piece of letters in a longer word is known, whatever stands before. */
static bool note_parts(gloss_grammar_words *w, gloss_slice word) {
  gloss_grammar_text t = text_of(word);
  for (size_t at = 0; at < word.len;) {
    size_t end = gloss_letters_end(t, at);
    if (end > at) {
      gloss_slice part = { word.bytes + at, end - at };
      uint32_t head = head_of(w, part, false);
      if (head == GLOSS_NOT_INTERNED) return false;
      w->of_head[head].part = true;
    }
    at = end > at ? end : at + 1;
  }
  return true;
}

/* A trigger word begins with those letters: they pass the sieve, and with a
** space behind them only where the word ends, or goes on with such a word. */
static void note_trigger(gloss_grammar_words *w, gloss_slice word,
                         size_t letters) {
  uint32_t place = gloss_sieve_place(text_of(word), 0, letters);
  w->sieve[place / 64] |= UINT64_C(1) << place % 64;
  if (letters == word.len || letters + 2 >= word.len)
    w->seconds[place] = UINT64_MAX;
  else if (word.bytes[letters] == ' ')
    w->seconds[place] |= gloss_second_bit(text_of(word), letters + 1);
}

/* The word `number` begins with letters: notes its head, and what it is. */
static bool note_head(gloss_grammar_words *w, uint32_t number,
                      gloss_slice letters, bool trigger) {
  gloss_slice word = w->list[number].bytes;
  uint32_t head = head_of(w, letters, false), low;
  if (head == GLOSS_NOT_INTERNED) return false;
  if (letters.len == word.len) {
    w->of_head[head].word = number;
  } else if (!note_longer(&w->longer, &w->longer_count, &w->longer_room,
                          (gloss_longer){ head, number, word }) ||
             !note_parts(w, word)) {
    return false;
  }
  if (!trigger) return true;
  note_trigger(w, word, letters.len);
  low = head_of(w, letters, true);
  if (low == GLOSS_NOT_INTERNED) return false;
  if (letters.len == word.len) return w->of_head[low].trigger = true;
  return note_longer(&w->triggers, &w->trigger_count, &w->trigger_room,
                     (gloss_longer){ low, number,
                                     in_lower_case(w->arena, word) });
}

static bool note_mark(gloss_grammar_words *w, uint32_t number) {
  if (!gloss_array_reserve(w->marks, w->mark_room, w->mark_count + 1))
    return false;
  w->marks[w->mark_count++] = number;
  w->is_mark[(unsigned char)w->list[number].bytes.bytes[0]] = true;
  return true;
}

bool gloss_words_add(gloss_grammar_words *w, uint8_t class_number,
                     bool trigger, gloss_slice word, gloss_error *err) {
  uint32_t number = (uint32_t)w->count;
  size_t letters = gloss_letters_end(text_of(word), 0);
  if (word.len == 0 || word.len > 255)
    return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0,
                      "a word has 1 to 255 bytes");
  if (gloss_intern_find(&w->names, word.bytes, word.len) != GLOSS_NOT_INTERNED)
    return gloss_fail(err, GLOSS_BAD_ARGUMENT, 0,
                      "the word \"%.*s\" has two classes", (int)word.len,
                      word.bytes);
  if (!gloss_array_reserve(w->list, w->room, w->count + 1) ||
      gloss_intern_add(&w->names, word.bytes, word.len) != number)
    return gloss_no_memory(err);
  w->list[number] = (gloss_grammar_word_entry){
    { gloss_arena_copy(w->arena, word.bytes, word.len), word.len },
    class_number, { .kind = GLOSS_WORTH_TRUE } };
  if (w->list[number].bytes.bytes == NULL) return gloss_no_memory(err);
  w->count++;
  if (!(letters > 0
            ? note_head(w, number, (gloss_slice){ word.bytes, letters }, trigger)
            : note_mark(w, number)))
    return gloss_no_memory(err);
  return true;
}

/* ---- Building ---- */

/* The longest first, then in order of bytes. */
static int order_of(gloss_slice a, gloss_slice b) {
  if (a.len != b.len) return a.len > b.len ? -1 : 1;
  return memcmp(a.bytes, b.bytes, a.len);
}

/* Sorts by insertion: the lists are short, and made once. */
static void sort_longer(gloss_longer *list, size_t count) {
  for (size_t i = 1; i < count; i++) {
    gloss_longer it = list[i];
    size_t j = i;
    while (j > 0 && (list[j - 1].head > it.head ||
                     (list[j - 1].head == it.head &&
                      order_of(list[j - 1].bytes, it.bytes) > 0))) {
      list[j] = list[j - 1];
      j--;
    }
    list[j] = it;
  }
}

static void sort_marks(gloss_grammar_words *w) {
  for (size_t i = 1; i < w->mark_count; i++) {
    uint32_t it = w->marks[i];
    size_t j = i;
    for (; j > 0 && order_of(w->list[w->marks[j - 1]].bytes,
                             w->list[it].bytes) > 0; j--)
      w->marks[j] = w->marks[j - 1];
    w->marks[j] = it;
  }
}

/* How the word of `longer` goes on behind its letters. */
static uint64_t way_of(const gloss_longer *longer) {
  gloss_grammar_text word = text_of(longer->bytes);
  size_t letters = gloss_letters_end(word, 0);
  return letters + 1 < word.len ? gloss_way(word, letters) : UINT64_MAX;
}

void gloss_words_build(gloss_grammar_words *w) {
  sort_longer(w->longer, w->longer_count);
  sort_longer(w->triggers, w->trigger_count);
  sort_marks(w);
  for (size_t i = w->longer_count; i-- > 0;) {
    gloss_head *head = &w->of_head[w->longer[i].head];
    head->longer = (uint32_t)i;
    head->longer_count++;
    head->longer_ways |= way_of(&w->longer[i]);
  }
  for (size_t i = w->trigger_count; i-- > 0;) {
    gloss_head *head = &w->of_head[w->triggers[i].head];
    head->triggers = (uint32_t)i;
    head->trigger_count++;
    head->trigger_ways |= way_of(&w->triggers[i]);
  }
}

void gloss_words_free(gloss_grammar_words *w) {
  free(w->list);
  gloss_intern_free(&w->names);
  gloss_intern_free(&w->heads);
  free(w->of_head);
  free(w->longer);
  free(w->triggers);
  free(w->marks);
}

/* dict_reference_test.c - the matcher beside a slow one that is plain to see,
** on random texts and random dictionaries. */
#include "dict_cases.h"

#include "dict/letter_case.h"
#include "tokenise/atoms.h"
#include "unicode/breaks.h"
#include "unicode/fold.h"
#include "unicode/utf8.h"

/* ---- The slow way -------------------------------------------------------- */

typedef struct slow_unit {
  char key[200];
  size_t key_len, start, end;
  bool space, barrier, run;
} slow_unit;

typedef struct slow_text {
  slow_unit units[800];
  size_t count;
} slow_text;

/* Every atom's folded form; white space and blank lines noted. */
static void read_slowly(const char *text, size_t len, slow_text *out) {
  bool space = false, barrier = true;
  int breaks = 0;
  size_t at = 0;
  out->count = 0;
  while (at < len) {
    size_t next;
    uint32_t cp = gloss_utf8_next(text, at, &next);
    slow_unit *u = &out->units[out->count];
    gloss_atom atom;
    if (gloss_class_of(cp)->flags & GLOSS_CP_SPACE) {
      space = true;
      if (cp == '\n' && ++breaks > 1) barrier = true;
      at = next;
      continue;
    }
    atom = gloss_atom_at(text, len, at);
    u->key_len = gloss_fold(GLOSS_FORM_KEY, text + at, atom.end - at, u->key,
                            sizeof u->key);
    at = atom.end;
    if (u->key_len == 0) continue;
    u->start = atom.start;
    u->end = atom.end;
    u->run = atom.word == WB_ALETTER || atom.word == WB_NUMERIC;
    u->space = space;
    u->barrier = barrier;
    space = barrier = false;
    breaks = 0;
    out->count++;
  }
}

static bool same_unit(const slow_unit *a, const slow_unit *b) {
  return a->key_len == b->key_len && memcmp(a->key, b->key, a->key_len) == 0;
}

/* Do two units of a text touch as letters and digits do? */
static bool joined(const slow_text *t, size_t i) {
  return i > 0 && i < t->count && t->units[i].run && t->units[i - 1].run &&
         !t->units[i].space && !t->units[i].barrier;
}

/* Does the alias stand at unit `from`? */
static bool stands(const char *text, const slow_text *t, size_t from,
                   const char *alias, const slow_text *a,
                   gloss_letter_rule rule, bool inside) {
  size_t start, end;
  if (a->count == 0 || from + a->count > t->count) return false;
  for (size_t i = 0; i < a->count; i++) {
    const slow_unit *u = &t->units[from + i];
    if (!same_unit(u, &a->units[i])) return false;
    if (i > 0 && (u->barrier || u->space != a->units[i].space)) return false;
  }
  if (!inside && (joined(t, from) || joined(t, from + a->count))) return false;
  start = t->units[from].start;
  end = t->units[from + a->count - 1].end;
  return gloss_letters_fit(rule, alias, strlen(alias), text + start,
                           end - start);
}

/* ---- Names with edits ---------------------------------------------------- */

/* Letters of a unit, 0 for what is none; no word of these tests is longer. */
static size_t letters_of(const slow_unit *u, uint32_t *out) {
  size_t n = 0;
  for (size_t at = 0; at < u->key_len; n++) {
    out[n] = gloss_utf8_next(u->key, at, &at);
    if (out[n] >= '0' && out[n] <= '9') return 0;
  }
  return u->run ? n : 0;
}

/* By the definition, without a table: slow where words are long. */
static unsigned edits_between(const uint32_t *a, size_t a_len,
                              const uint32_t *b, size_t b_len,
                              unsigned most) {
  unsigned best, n;
  while (a_len > 0 && b_len > 0 && *a == *b) {
    a++, b++;
    a_len--, b_len--;
  }
  if (a_len == 0 || b_len == 0)
    return (unsigned)(a_len + b_len); /* put in, or left out */
  if (most == 0) return 1;
  best = 1 + edits_between(a + 1, a_len - 1, b + 1, b_len - 1, most - 1);
  n = 1 + edits_between(a + 1, a_len - 1, b, b_len, most - 1);
  if (n < best) best = n;
  n = 1 + edits_between(a, a_len, b + 1, b_len - 1, most - 1);
  if (n < best) best = n;
  if (a_len > 1 && b_len > 1 && a[0] == b[1] && a[1] == b[0]) {
    n = 1 + edits_between(a + 2, a_len - 2, b + 2, b_len - 2, most - 1);
    if (n < best) best = n;
  }
  return best;
}

/* The edits of one word; 9: not allowed. */
static unsigned word_edits(const slow_unit *alias, const slow_unit *text,
                           unsigned most) {
  uint32_t a[200], b[200];
  size_t a_len, b_len;
  unsigned n;
  if (same_unit(alias, text)) return 0;
  a_len = letters_of(alias, a);
  b_len = letters_of(text, b);
  if (most > 1 && a_len < 8) most = 1;
  if (a_len < 4 || b_len == 0 || most == 0 || a[0] != b[0]) return 9;
  n = edits_between(a, a_len, b, b_len, most);
  return n <= most ? n : 9;
}

/* How many edits make the alias the text at unit `from`; 9: too many. Of the
** capitals only fold is asked. */
static unsigned edits_at(const slow_text *t, size_t from, const slow_text *a,
                         unsigned most, bool inside) {
  uint32_t letters[200];
  size_t count = 0;
  unsigned edits = 0;
  if (from + a->count > t->count) return 9;
  for (size_t i = 0; i < a->count; i++)
    count += letters_of(&a->units[i], letters);
  if (count < 8 && most > 1) most = 1;
  if (count < 5) most = 0;
  for (size_t i = 0; i < a->count && edits <= most; i++) {
    const slow_unit *u = &t->units[from + i];
    if (i > 0 && (u->barrier || u->space != a->units[i].space)) return 9;
    edits += word_edits(&a->units[i], u, most - edits);
  }
  if (!inside && (joined(t, from) || joined(t, from + a->count))) return 9;
  return edits <= most ? edits : 9;
}

/* ---- Random dictionaries and texts --------------------------------------- */

static uint64_t state;
static unsigned random_below(unsigned n) {
  state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (unsigned)(state >> 33) % n;
}

static const char *const pieces[] = {
  "a", "A", "b", "B", "ab", "Ab", "AB", "c", "C", "New", "new", "NEW", "york",
  "York", "1", "12", "x1", ".", "-", "'", "\xE2\x80\x99", "\xC3\xA9", "e",
  "\xC3\x89", "\xC3\x9F", "ss", "\xE5\x8C\x97", "\xE4\xBA\xAC", "&",
  "abcdefghij", "Abcdefghij", "abcdefghik", "\xC2\xAD", "\xE2\x80\x8B", "`"
};
static const char *const gaps[] = { "", "", " ", " ", " ", "  ", "\n",
                                    "\xC2\xA0", "\n\n", "\t" };

static void add_text(char *out, const char *s) { strcat(out, s); }

static void random_text(char *out, unsigned count, bool alias) {
  *out = '\0';
  for (unsigned i = 0; i < count; i++) {
    if (i > 0)
      add_text(out, alias ? (random_below(3) ? " " : "")
                          : gaps[random_below(sizeof gaps / sizeof *gaps)]);
    add_text(out, pieces[random_below(sizeof pieces / sizeof *pieces)]);
  }
}

enum { ALIASES = 40 };
typedef struct dictionary {
  char text[ALIASES][256];
  slow_text units[ALIASES];
  gloss_letter_rule rules[ALIASES];
  bool inside[ALIASES];
  size_t count;
} dictionary;

static dictionary words;
static slow_text slow;

/* Fills `words`, and compiles the same. */
static void random_dictionary(gloss_string *bytes) {
  gloss_dict_builder *b = gloss_dict_builder_new(NULL);
  unsigned tries = 0;
  words.count = 0;
  while (words.count < 1 + random_below(ALIASES - 1)) {
    size_t i = words.count;
    gloss_alias_options o = { .valid = GLOSS_ALWAYS };
    char id[24];
    int64_t e;
    gloss_slice alias;
    random_text(words.text[i], 1 + random_below(4), true);
    alias = slice_of(words.text[i]);
    o.letter_case = (gloss_case)random_below(3);
    o.inside = random_below(4) == 0;
    snprintf(id, sizeof id, "e%03u", tries++);
    e = gloss_dict_add_entity(b, slice_of(id), slice_of("T"), alias, o.valid,
                              NULL);
    if (!gloss_dict_add_alias(b, e, alias, &o, NULL)) continue;
    words.rules[i] =
        gloss_letter_rule_of(o.letter_case, alias.bytes, alias.len);
    words.inside[i] = o.inside;
    read_slowly(alias.bytes, alias.len, &words.units[i]);
    words.count++;
  }
  assert_true(gloss_dict_build(b, bytes, NULL));
  gloss_dict_builder_free(b);
}

/* The longest alias at unit `from`, in units; its candidates by their texts. */
static size_t longest_at(const char *text, size_t from, size_t *owners) {
  size_t longest = 0;
  *owners = 0;
  for (size_t k = 0; k < words.count; k++) {
    size_t n = words.units[k].count;
    if (n < longest || !stands(text, &slow, from, words.text[k],
                               &words.units[k], words.rules[k],
                               words.inside[k]))
      continue;
    if (n > longest) *owners = 0;
    longest = n;
    ++*owners;
  }
  return longest;
}

static void check_longest(const char *text, const gloss_hits *hits) {
  size_t n = 0;
  for (size_t i = 0; i < slow.count;) {
    size_t owners, units = longest_at(text, i, &owners);
    if (units == 0) {
      i++;
      continue;
    }
    assert_true(n < hits->count);
    assert_int_equal(hits->hits[n].start, slow.units[i].start);
    assert_int_equal(hits->hits[n].end, slow.units[i + units - 1].end);
    assert_int_equal(hits->hits[n].count, owners);
    i += units;
    n++;
  }
  assert_int_equal(hits->count, n);
}

/* With all hits: each alias at each place, joined by span. */
static void check_all(const char *text, const gloss_hits *hits) {
  size_t candidates = 0;
  for (size_t i = 0; i < slow.count; i++)
    for (size_t k = 0; k < words.count; k++)
      candidates += stands(text, &slow, i, words.text[k], &words.units[k],
                           words.rules[k], words.inside[k]);
  assert_int_equal(hits->candidate_count, candidates);
  for (size_t i = 1; i < hits->count; i++) {
    const gloss_hit *a = &hits->hits[i - 1], *b = &hits->hits[i];
    assert_true(a->start < b->start ||
                (a->start == b->start && a->end > b->end));
  }
}

static void test_random(void **unused) {
  (void)unused;
  for (unsigned round = 0; round < 1500; round++) {
    static char text[8000];
    gloss_string bytes;
    gloss_arena *arena = gloss_arena_new();
    gloss_dict *dict;
    gloss_hits hits;
    state = round + 1;
    random_dictionary(&bytes);
    dict = gloss_dict_open(bytes.bytes, bytes.len, true, NULL);
    assert_non_null(dict);
    random_text(text, 300, false);
    read_slowly(text, strlen(text), &slow);
    gloss_match_input input = { text, strlen(text), NULL, 0, 0, NULL, NULL };
    assert_true(gloss_dict_match(dict, &input, arena, &hits, NULL));
    check_longest(text, &hits);
    input.flags = GLOSS_ALL_HITS;
    assert_true(gloss_dict_match(dict, &input, arena, &hits, NULL));
    check_all(text, &hits);
    gloss_dict_free(dict);
    gloss_string_free(&bytes);
    gloss_arena_free(arena);
  }
}

/* ---- With edits ---------------------------------------------------------- */

static const char *const long_words[] = {
  "abcd", "abdc", "abcde", "abcdefgh", "abdcefgh", "abcdefg", "bcde", "ab",
  "\xD0\xB4\xD0\xBC\xD0\xB8\xD1\x82\xD1\x80", "x", "12345", ".", "aaaa",
  "aaaaa", "abababab"
};

/* A word, sometimes with a few letters gone, doubled, or changed. */
static void add_word(char *out, bool edited) {
  const char *word =
      long_words[random_below(sizeof long_words / sizeof *long_words)];
  char *at = out + strlen(out);
  for (; *word != '\0'; word++) {
    unsigned what = edited && (unsigned char)*word < 0x80 ? random_below(12)
                                                          : 9;
    if (what == 0) continue;
    *at++ = what == 1 ? 'a' : *word;
    if (what == 2) *at++ = *word;
    if (what == 3 && (unsigned char)word[1] < 0x80 && word[1] != '\0') {
      at[-1] = word[1];
      *at++ = *word++;
    }
  }
  *at = '\0';
}

static void random_words(char *out, unsigned count, bool alias) {
  *out = '\0';
  for (unsigned i = 0; i < count; i++) {
    if (i > 0)
      add_text(out, alias ? " "
                          : gaps[2 + random_below(sizeof gaps / sizeof *gaps -
                                                  2)]);
    add_word(out, !alias);
  }
}

static unsigned fuzzy[ALIASES];

/* Fills `words` and `fuzzy`, and compiles the same. */
static void fuzzy_dictionary(gloss_string *bytes) {
  gloss_dict_builder *b = gloss_dict_builder_new(NULL);
  words.count = 1 + random_below(12);
  for (size_t i = 0; i < words.count; i++) {
    gloss_alias_options o = { .valid = GLOSS_ALWAYS,
                              .letter_case = GLOSS_FOLDED };
    char id[24];
    int64_t e;
    random_words(words.text[i], 1 + random_below(3), true);
    o.fuzzy = (uint8_t)random_below(3);
    o.inside = words.inside[i] = random_below(4) == 0;
    fuzzy[i] = o.fuzzy;
    snprintf(id, sizeof id, "e%03zu", i);
    e = gloss_dict_add_entity(b, slice_of(id), slice_of("T"), slice_of(id),
                              o.valid, NULL);
    assert_true(gloss_dict_add_alias(b, e, slice_of(words.text[i]), &o, NULL));
    read_slowly(words.text[i], strlen(words.text[i]), &words.units[i]);
  }
  assert_true(gloss_dict_build(b, bytes, NULL));
  gloss_dict_builder_free(b);
}

static bool is_free(const gloss_hits *hits, size_t start, size_t end) {
  for (size_t i = 0; i < hits->count; i++)
    if (hits->hits[i].edits == 0 && hits->hits[i].start < end &&
        hits->hits[i].end > start)
      return false;
  return true;
}

/* Names of `count` units at unit `from`, of the fewest edits; how many. */
static size_t nearest(size_t from, size_t count, unsigned *edits) {
  size_t owners = 0;
  *edits = 9;
  for (size_t k = 0; k < words.count; k++) {
    unsigned n = words.units[k].count != count
                     ? 9
                     : edits_at(&slow, from, &words.units[k], fuzzy[k],
                                words.inside[k]);
    if (n == 0 || n > *edits || n == 9) continue;
    owners = n < *edits ? 1 : owners + 1;
    *edits = n;
  }
  return owners;
}

/* The hits with edits, place by place, longest first, beside those found. */
static void check_edits(const gloss_hits *hits, bool all) {
  size_t n = 0, taken = 0;
  for (size_t i = 0; i < slow.count; i++) {
    for (size_t count = 6; count > 0; count--) {
      unsigned edits;
      size_t start = slow.units[i].start, end, owners;
      if (i + count > slow.count || (!all && start < taken)) continue;
      end = slow.units[i + count - 1].end;
      owners = nearest(i, count, &edits);
      if (owners == 0 || !is_free(hits, start, end)) continue;
      taken = end;
      while (n < hits->count && hits->hits[n].edits == 0) n++;
      assert_true(n < hits->count);
      assert_int_equal(hits->hits[n].start, start);
      assert_int_equal(hits->hits[n].end, end);
      assert_int_equal(hits->hits[n].edits, edits);
      assert_int_equal(hits->hits[n].count, owners);
      n++;
    }
  }
  while (n < hits->count && hits->hits[n].edits == 0) n++;
  assert_int_equal(hits->count, n);
}

/* Every second time with memo and room that know of all dictionaries before. */
static void test_random_edits(void **unused) {
  gloss_fuzzy_memo *memo = gloss_fuzzy_memo_new();
  gloss_dict_room *room = gloss_dict_room_new();
  size_t found = 0;
  (void)unused;
  for (unsigned round = 0; round < 1500; round++) {
    static char text[8000];
    gloss_string bytes;
    gloss_arena *arena = gloss_arena_new();
    gloss_dict *dict;
    gloss_hits hits;
    state = round + 1;
    fuzzy_dictionary(&bytes);
    dict = gloss_dict_open(bytes.bytes, bytes.len, true, NULL);
    assert_non_null(dict);
    random_words(text, 100, false);
    read_slowly(text, strlen(text), &slow);
    gloss_match_input input = { text, strlen(text), NULL, 0, 0,
                                round % 2 ? memo : NULL,
                                round % 2 ? room : NULL };
    for (input.flags = 0; input.flags < 2; input.flags++) {
      assert_true(gloss_dict_match(dict, &input, arena, &hits, NULL));
      check_edits(&hits, input.flags != 0);
      for (size_t i = 0; i < hits.count; i++) found += hits.hits[i].edits > 0;
    }
    gloss_dict_free(dict);
    gloss_string_free(&bytes);
    gloss_arena_free(arena);
  }
  gloss_fuzzy_memo_free(memo);
  gloss_dict_room_free(room);
  assert_true(found > 5000); /* or the test tests nothing */
}

int main(void) {
  const struct CMUnitTest tests[] = { cmocka_unit_test(test_random),
                                      cmocka_unit_test(test_random_edits) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

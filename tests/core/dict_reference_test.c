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
    gloss_match_input input = { text, strlen(text), NULL, 0, 0 };
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

int main(void) {
  const struct CMUnitTest tests[] = { cmocka_unit_test(test_random) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

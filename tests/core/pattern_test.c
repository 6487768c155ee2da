/* pattern_test.c - token patterns: what they find, capture and refuse. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gloss.h"
#include "match/matcher.h"
/* __wrap_malloc: the Makefile links the wrappers */
#include "failing_malloc.h"
#include "pack.h"

static gloss_language *english;

static gloss_slice slice(const char *s) {
  return (gloss_slice){ s, strlen(s) };
}

/* What a case may refer to. */
static const char *const words[][2] = {
  { "role", "chief" }, { "role", "president" }, { "role", "prime minister" },
  { "role", "U.S. envoy" }, { "city", "paris" }, { "city", "berlin" },
  { "city", "rome" },
};
static const char *const parts[][2] = {
  { "name", "[shape=/Xx?/ & kind=word]+" },
  { "titled", "$role of the? org:$name" },
  { "loop", "a $loop" },
};

/* A builder with the words and parts; NULL: no memory. */
static gloss_pattern_builder *builder_new(gloss_error *err) {
  gloss_pattern_builder *b = gloss_pattern_builder_new(english, err);
  bool ok = b != NULL;
  for (size_t i = 0; ok && i < sizeof words / sizeof *words; i++)
    ok = gloss_pattern_word(b, slice(words[i][0]), slice(words[i][1]), err);
  for (size_t i = 0; ok && i + 1 < sizeof parts / sizeof *parts; i++)
    ok = gloss_pattern_part(b, slice(parts[i][0]), slice(parts[i][1]), err);
  if (ok) return b;
  gloss_pattern_builder_free(b);
  return NULL;
}

static gloss_patterns *compile(const char *source, unsigned flags,
                               gloss_error *err) {
  gloss_pattern_builder *b = builder_new(err);
  gloss_patterns *set = NULL;
  if (b == NULL) return NULL;
  if (gloss_pattern_add(b, slice(source), flags, err))
    set = gloss_pattern_build(b, err);
  gloss_pattern_builder_free(b);
  return set;
}

/* A document with the layers `entities` and `times`: `[PERSON Ann Bell]` in
** the text is an entity, `{2025 next week}` a time with that value. */
typedef struct marked {
  char text[2048];
  gloss_doc *doc;
} marked;

typedef struct bracket {
  char type[32];
  uint32_t start, end;
  bool time;
} bracket;

static size_t read_brackets(const char *from, char *text, bracket *list) {
  size_t len = 0, count = 0, open[8], depth = 0;
  while (*from != '\0') {
    if (*from == '[' || *from == '{') {
      size_t n = strcspn(from + 1, " ");
      bracket *b = &list[count];
      memcpy(b->type, from + 1, n);
      b->type[n] = '\0';
      b->start = (uint32_t)len;
      b->time = *from == '{';
      open[depth++] = count++;
      from += n + 2;
    } else if (*from == ']' || *from == '}') {
      list[open[--depth]].end = (uint32_t)len;
      from++;
    } else {
      text[len++] = *from++;
    }
  }
  text[len] = '\0';
  return count;
}

static bool add_layer(gloss_doc *doc, const char *name, const char *column,
                      bool time, const bracket *list, size_t count) {
  gloss_layer *layer = gloss_layer_open(doc, name, strlen(name), NULL);
  int key = -1, length = -1;
  bool ok = layer != NULL;
  if (ok) key = gloss_layer_column(layer, column, strlen(column), NULL);
  if (ok) length = gloss_layer_column(layer, "bytes", 5, NULL);
  ok = ok && key >= 0 && length >= 0;
  for (size_t i = 0; ok && i < count; i++) {
    gloss_value type = { .kind = GLOSS_STRING };
    gloss_value bytes = { .kind = GLOSS_INTEGER };
    if (list[i].time != time) continue;
    type.as.string.bytes = list[i].type;
    type.as.string.len = strlen(list[i].type);
    bytes.as.integer = list[i].end - list[i].start;
    ok = gloss_layer_add(layer, (gloss_span){ list[i].start, list[i].end },
                         NULL) &&
         gloss_layer_set(layer, key, type, NULL) &&
         gloss_layer_set(layer, length, bytes, NULL);
  }
  return ok && gloss_layer_seal(layer, NULL);
}

/* Text between \x01 and \x02 is masked. */
static bool mask(gloss_doc *doc, const char *text) {
  const char *from = strchr(text, 1), *to = strchr(text, 2);
  gloss_span span;
  if (from == NULL) return true;
  span = (gloss_span){ (uint32_t)(from - text), (uint32_t)(to + 1 - text) };
  return gloss_doc_mask(doc, &span, 1, NULL);
}

static bool open_marked(marked *m, const char *source) {
  gloss_options options = { english, NULL };
  bracket list[32];
  size_t count = read_brackets(source, m->text, list);
  m->doc = gloss_doc_new(m->text, strlen(m->text), &options, NULL);
  return m->doc != NULL && mask(m->doc, m->text) &&
         add_layer(m->doc, "entities", "type", false, list, count) &&
         add_layer(m->doc, "times", "value", true, list, count);
}

/* Writes the matches: `text{name=text name=text}` with | between. */
static void write_matches(const gloss_patterns *set, const marked *d,
                          const gloss_match *matches, size_t count, char *out,
                          size_t room) {
  size_t used = 0;
  *out = '\0';
  for (size_t i = 0; i < count; i++) {
    const gloss_match *m = &matches[i];
    const char *name;
    used += (size_t)snprintf(out + used, room - used, "%s%.*s",
                             i > 0 ? "|" : "",
                             (int)(m->span.end - m->span.start),
                             d->text + m->span.start);
    for (size_t k = 0;
         (name = gloss_patterns_capture(set, m->pattern, k)) != NULL; k++) {
      gloss_capture c = m->captures[k];
      if (c.span.start == UINT32_MAX) continue;
      used += (size_t)snprintf(out + used, room - used, " %s%s=%.*s", name,
                               c.layer != NULL ? "*" : "",
                               (int)(c.span.end - c.span.start),
                               d->text + c.span.start);
    }
  }
}

static const struct {
  const char *pattern, *text, *expected;
} cases[] = {
  /* words */
  { "fund", "The Fund and funds, fund.", "Fund|fund" },
  { "\"Fed\"", "Fed fed FED Fed", "Fed|Fed" },
  { "the fund", "We saw that the\nfund and the big fund met.", "the\nfund" },
  { "don't", "I don't. Don\u2019t!", "don't|Don\u2019t" },
  { "U.S.", "the U.S. envoy", "U.S." },
  { "'s", "Ann's and Bob\u2019s", "'s|\u2019s" },
  { "said ,", "he said, and said", "said," },
  { "said,", "he said, and said", "said," },
  { "\"?\"", "what? no", "?" },
  { "stra\u00DFe", "STRASSE stra\u00DFe", "STRASSE|stra\u00DFe" },
  { "\"New York\"", "New York, new York", "New York" },
  /* regex */
  { "/[a-z]+ing/", "going ring ings", "going|ring" },
  { "/fed/i", "FED fedora fed", "FED|fed" },
  { "/\\p{Lu}.*/ /\\d+/", "May 5 may 6", "May 5" },
  { "/1\\/2/", "x 1/2", "1/2" },
  /* repetition, alternatives, gaps */
  { "a b? c", "a b c a c a b b c", "a b c|a c" },
  { "a b* c", "a c a b b c", "a c|a b b c" },
  { "a b+", "a a b b b", "a b b b" },
  { "a{2}", "a a a a a", "a a|a a" },
  { "a{2,}", "a b a a a", "a a a" },
  { "a{0,2} b", "a a a b b", "a a b|b" },
  { "(a|a b|a b c)", "a b c a b a", "a b c|a b|a" },
  { "a | b c", "a b c b", "a|b c" },
  { "a []{0,2} d", "a b c d a b c c d a d", "a b c d|a d" },
  { "a [] d", "a b d a d", "a b d" },
  { "(a b)+", "a b a b a", "a b a b" },
  { "(a* b*)* c", "a b a c c", "a b a c|c" },
  /* longest wins, captures follow the first alternative, greedily */
  { "x:a y:(b|b c) z:c?", "a b c", "a b c x=a y=b z=c" },
  { "x:a* y:a*", "a a a", "a a a x=a a a" },
  { "x:(a|a b) y:(b c|c)", "a b c", "a b c x=a y=b c" },
  { "(x:a | y:b)+", "a b a", "a b a x=a y=b" },
  { "x:a{2} x:b", "a a b", "a a b x=b" },
  { "x:[]{0,5} b", "a b b c", "a b b x=a b" },
  { "x:b? a", "a", "a" },
  /* tests */
  { "[kind=number]", "5 apples, 7.5 pears", "5|7.5" },
  { "[kind!=word]", "a, b", "," },
  { "[folded=\"fund\" | text=Bank]", "Fund bank Bank", "Fund|Bank" },
  { "[folded in $city & text!=/[a-z].*/]", "Paris paris Rome", "Paris|Rome" },
  { "[!(folded=a | folded=b)]+", "a c d b e", "c d|e" },
  { "[shape=Xx]", "Ann NASA bob Al", "Ann|Al" },
  { "[shape=/X+/ & length>=3]", "NASA EU UN WHO", "NASA|WHO" },
  { "[length<2]", "a bc d \u00E9", "a|d|\u00E9" },
  { "[length=2]", "a bc d \u00E9\u00E9", "bc|\u00E9\u00E9" },
  { "[stem=negotiate]+", "negotiating negotiations negotiated talks",
    "negotiating negotiations negotiated" },
  { "[clitic]", "Ann's don't", "'s|n't" },
  { "[flag=abbreviation]", "Mr. Bell", "Mr." },
  { "[!ascii]", "caf\u00E9 bar", "caf\u00E9" },
  { "[text in $city]", "Paris paris", "paris" },
  /* lists and parts */
  { "$role", "the chief, the Prime Minister, a U.S. envoy",
    "chief|Prime Minister|U.S. envoy" },
  { "$role of $city", "Chief of Rome", "Chief of Rome" },
  { "$titled", "President of the World Bank", "President of the World Bank "
    "org=World Bank" },
  { "x:$name said", "Ann Bell said", "Ann Bell said x=Ann Bell" },
  { "a -- a comment ( [\n b", "a b", "a b" },
  /* sentences */
  { "^ the", "The the. The end", "The|The" },
  { "the $", "the the. the end. the", "the" },
  { "end . $", "The end. The end, x.", "end." },
  { "^ [] $", "One! two three", "" },
  { "^ [] [] $", "One! Two?", "One!|Two?" },
  { "a b", "a. b a\n\nb", "" },
  { "^ [kind=word]+ [] $", "We met here. Yes!", "We met here.|Yes!" },
  /* annotations */
  { "<PERSON>", "[PERSON Ann Bell] met [ORG Acme]", "Ann Bell" },
  { "who:<PERSON> met <ORG>", "[PERSON Ann Bell] met [ORG Acme] today",
    "Ann Bell met Acme who*=Ann Bell" },
  { "<PERSON|ORG>", "[PERSON Ann] [ORG Acme] [GPE Rome]", "Ann|Acme" },
  { "x:<entities>", "[PERSON Ann] [ORG Acme]", "Ann x*=Ann|Acme x*=Acme" },
  { "<times value=2025>", "{2025 next week} {2024 last year}", "next week" },
  { "<times value!=2025>", "{2025 next week} {2024 last year}", "last year" },
  { "<times value>=2025>", "{2025 next week} {2024 last year}", "next week" },
  { "<times (value<2025 | value=/20.6/)>",
    "{2025 a} {2024 b} {2026 c}", "b|c" },
  { "<times !bytes<5>", "{2025 next week} {2024 now}", "next week" },
  { "<PERSON text=\"Ann Bell\">", "[PERSON Ann Bell] [PERSON Ann]",
    "Ann Bell" },
  { "<PERSON folded=\"ann\">", "[PERSON Ann Bell] [PERSON ANN]", "ANN" },
  { "<GPE text in $city>", "[GPE Rome] [GPE Bonn]", "Rome" },
  { "<ORG> x:<PERSON>", "[ORG Acme] [PERSON Ann [ORG Bell Inc] Coe] ran",
    "Acme Ann Bell Inc Coe x*=Ann Bell Inc Coe" },
  { "[folded=ann] x:<ORG>", "[ORG Acme] [PERSON Ann [ORG Bell Inc] Coe] ran",
    "Ann Bell Inc x*=Bell Inc" },
  { "x:<ORG> y:[]?", "[ORG [ORG A] b [ORG c d]] e",
    "A b c d e x*=A b c d y=e" },
  { "(x:<ORG>)+", "[ORG A] [ORG b] c", "A b x*=b" },
  { "x:<ORG> b", "[ORG [ORG A] [ORG b]] b", "A b b x*=A b" },
  { "x:<ORG> b $", "[ORG [ORG A] b] c", "" },
  { "x:<ORG> -", "[ORG U]S-made c", "US- x*=U" },
  /* masks */
  { "a b", "a b a \x01 b a b \x02 b a b", "a b|a b" },
  { "<ORG>", "[ORG A \x01 x \x02] b [ORG c]", "c" },
};

static void finds_what_it_says(void **state) {
  size_t wrong = 0;
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    gloss_error err = { .message = "" };
    gloss_patterns *set = compile(cases[i].pattern, 0, &err);
    gloss_matcher *m;
    const gloss_match *matches;
    size_t count;
    char got[1024];
    marked d;
    if (set == NULL) fail_msg("%s: %s", cases[i].pattern, err.message);
    m = gloss_matcher_new(set, &err);
    assert_non_null(m);
    assert_true(open_marked(&d, cases[i].text));
    if (!gloss_matcher_find(m, d.doc, (gloss_span){ 0, UINT32_MAX }, 0,
                            &matches, &count, &err))
      fail_msg("%s: %s", cases[i].pattern, err.message);
    write_matches(set, &d, matches, count, got, sizeof got);
    if (strcmp(got, cases[i].expected) != 0) {
      print_error("%s in '%s': '%s', not '%s'\n", cases[i].pattern,
                  cases[i].text, got, cases[i].expected);
      wrong++;
    }
    gloss_doc_free(d.doc);
    gloss_matcher_free(m);
    gloss_patterns_free(set);
  }
  assert_int_equal(wrong, 0);
}

static const struct {
  const char *pattern;
  size_t offset;
  const char *message;
} faults[] = {
  { "[fodled=x]", 1, "no test \"fodled\" (did you mean \"folded\"?)" },
  { "a [kind=wrod]", 8, "no kind \"wrod\" (did you mean \"word\"?)" },
  { "[flag=clitc]", 6, "no flag \"clitc\" (did you mean \"clitic\"?)" },
  { "a $roel", 2, "no word list or part \"roel\" (did you mean \"role\"?)" },
  { "[folded in $citi]", 11,
    "no word list or part \"citi\" (did you mean \"city\"?)" },
  { "[folded in $name]", 11, "$name is a part, not a word list" },
  { "[folded in $role]", 11, "\"prime minister\" in $role is more than one "
    "token: write $role outside of [ ]" },
  { "[folded=\"new york\"]", 8, "this is 2 tokens; [ ] tests one" },
  { "(a b", 0, "'(' is never closed" },
  { "a)", 1, "')' closes nothing" },
  { "a **", 2, "nothing before '*' to repeat; as a word, write it in quotes" },
  { "a+?", 2, "repeated twice" },
  { "", 0, "a word or a test is expected here" },
  { "a | ", 4, "a word or a test is expected here" },
  { "a{3,2}", 2, "{m,n} where n is below m" },
  { "a{0}", 2, "{0} takes nothing" },
  { "a{999}", 2, "a match has at most 256 tokens" },
  { "\"abc", 0, "'\"' is never closed" },
  { "/abc", 0, "'/' is never closed" },
  { "a /b(/", 5, "missing closing parenthesis" },
  { "[length>x]", 8, "a number is expected here" },
  { "[kind]", 5, "'=' or '!=' is expected here" },
  { "[folded=a folded=b]", 10, "'&', '|' or ']' is expected here" },
  { "<PERSON", 0, "'<' is never closed" },
  { "<times|quotes>", 1, "a layer stands alone; types of entities begin with "
    "a capital, or in quotes" },
  { "a ^ b", 2, "'^' can only stand first in a match" },
  { "a $ b", 2, "'$' can only stand last in a match" },
  { "^ $", 0, "a pattern of edges alone takes no token" },
  { "^?", 0, "an edge cannot be repeated" },
  { "x:(a x:b)", 5, "a capture inside itself" },
  { "and/or", 3, "'/' inside a word: write it in quotes" },
  { "9:30", 1, "':' inside a word: write it in quotes" },
  { "\"\"", 0, "no token is empty" },
  { "a\xFF", 1, "not valid UTF-8" },
  { "(((a{200}){200}){200})", 0,
    "the pattern is too large when its repetitions are written out" },
};

static void names_faults(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
    gloss_error err = { .message = "" };
    gloss_patterns *set = compile(faults[i].pattern, 0, &err);
    if (set != NULL || strcmp(err.message, faults[i].message) != 0 ||
        err.offset != faults[i].offset)
      print_error("%s\n", faults[i].pattern);
    assert_null(set);
    assert_string_equal(err.message, faults[i].message);
    assert_int_equal(err.offset, faults[i].offset);
    assert_int_equal(err.code, GLOSS_BAD_PATTERN);
  }
}

/* ---- Memory and time ---- */

enum { LONG = 60000 };

/* `a` and `b` at random, a blank line now and then; the caller frees it. */
static char *random_text(void) {
  char *text = malloc(LONG * 4);
  size_t len = 0;
  uint32_t seed = 3;
  for (size_t i = 0; i < LONG; i++) {
    seed = seed * 1664525u + 1013904223u;
    text[len++] = seed >> 30 ? 'b' : 'a';
    text[len++] = ' ';
    if (i % 500 == 499) {
      memcpy(text + len, "\n\n", 2);
      len += 2;
    }
  }
  text[len] = '\0';
  return text;
}

static size_t count_in(gloss_matcher *m, gloss_doc *doc, gloss_span within) {
  const gloss_match *matches;
  size_t count;
  assert_true(gloss_matcher_find(m, doc, within, 0, &matches, &count, NULL));
  return count;
}

/* Of this pattern nearly every token makes a state of its own. */
static void drops_states_when_they_fill_memory(void **state) {
  gloss_error err;
  gloss_patterns *set = compile("a ([]{0,60} a){3} b b a a b b", 0, &err);
  gloss_matcher *m = gloss_matcher_new(set, NULL);
  char *text = random_text();
  gloss_doc *doc = gloss_doc_new(text, strlen(text), NULL, NULL);
  const gloss_sentence *sentences;
  size_t count, sum = 0, all;
  (void)state;
  all = count_in(m, doc, (gloss_span){ 0, UINT32_MAX });
  assert_in_range(m->states.flushes, 1, 10000);
  assert_in_range(gloss_intern_bytes(&m->states.lists), 0, 32 << 20);
  sentences = gloss_doc_sentences(doc, &count, NULL);
  for (size_t i = 0; i < count; i++) {
    gloss_matcher *fresh = gloss_matcher_new(set, NULL);
    sum += count_in(fresh, doc, (gloss_span){ sentences[i].start,
                                              sentences[i].end });
    gloss_matcher_free(fresh);
  }
  assert_in_range(all, 100, LONG);
  assert_int_equal(all, sum);
  gloss_doc_free(doc);
  free(text);
  gloss_matcher_free(m);
  gloss_patterns_free(set);
}

/* One sentence of `a`, with a `b` now and then: each start leads far, most of
** them to nothing. A match begins as far before its `b` as it may. */
static void skips_what_cannot_match(void **state) {
  gloss_patterns *set = compile("a* b", 0, NULL);
  gloss_matcher *m = gloss_matcher_new(set, NULL);
  const gloss_match *matches;
  size_t count, seen = 0, behind = 0, next = 0;
  char *text = malloc(LONG * 2 + 1);
  gloss_doc *doc;
  (void)state;
  for (size_t i = 0; i < LONG; i++) {
    text[2 * i] = i == next ? 'b' : 'a';
    text[2 * i + 1] = ' ';
    if (i == next) next += 1 + next * 7 % 3001;
  }
  doc = gloss_doc_new(text, LONG * 2, NULL, NULL);
  assert_true(gloss_matcher_find(m, doc, (gloss_span){ 0, UINT32_MAX }, 0,
                                 &matches, &count, NULL));
  for (size_t i = 0; i < LONG; i++) {
    size_t first = i < 255 ? 0 : i - 255;
    if (text[2 * i] != 'b') continue;
    assert_in_range(seen, 0, count - 1);
    assert_int_equal(matches[seen].last, i);
    assert_int_equal(matches[seen++].first, first > behind ? first : behind);
    behind = i + 1;
  }
  assert_int_equal(seen, count);
  assert_in_range(count, 30, LONG);
  gloss_doc_free(doc);
  free(text);
  gloss_matcher_free(m);
  gloss_patterns_free(set);
}

/* Everything that takes memory; 0: it ran out. */
static int everything(void) {
  static const char source[] =
      "$titled | who:<PERSON|ORG text!=/x.*/> [stem=meets & shape=/x+/]+ "
      "when:<times value in $city | !(bytes<3)> | a{1,3} []* ^ \"Mr.\" | 's";
  gloss_error err = { .code = GLOSS_OK };
  gloss_patterns *set = compile(source, GLOSS_PATTERN_ACROSS, &err);
  gloss_matcher *m = set != NULL ? gloss_matcher_new(set, &err) : NULL;
  const gloss_match *matches;
  const gloss_step *steps;
  gloss_miss miss;
  size_t count;
  marked d = { .doc = NULL };
  bool ok = m != NULL &&
            open_marked(&d, "[PERSON Ann] meets {2025 today}. The president of "
                            "Acme left. A a a b. Mr. Bell's.") &&
            gloss_matcher_find(m, d.doc, (gloss_span){ 0, UINT32_MAX }, 0,
                               &matches, &count, &err) &&
            count == 4 &&
            gloss_matcher_explain(m, d.doc, &matches[0], &steps, &count,
                                  &err) &&
            (gloss_matcher_nearest(m, d.doc, (gloss_span){ 0, UINT32_MAX }, 0,
                                   &miss, &err) || err.code == GLOSS_OK);
  if (set == NULL) assert_int_equal(err.code, GLOSS_NO_MEMORY);
  gloss_doc_free(d.doc);
  gloss_matcher_free(m);
  gloss_patterns_free(set);
  return ok;
}

static void survives_memory_running_out(void **state) {
  (void)state;
  assert_true(everything());
  assert_in_range(fail_every_allocation(everything), 30, 100000);
}

static int load_english(void **state) {
  (void)state;
  english = pack_load("en");
  return english == NULL;
}

static int unload_english(void **state) {
  (void)state;
  gloss_language_free(english);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(finds_what_it_says),
    cmocka_unit_test(names_faults),
    cmocka_unit_test(drops_states_when_they_fill_memory),
    cmocka_unit_test(skips_what_cannot_match),
    cmocka_unit_test(survives_memory_running_out),
  };
  return cmocka_run_group_tests(tests, load_english, unload_english);
}

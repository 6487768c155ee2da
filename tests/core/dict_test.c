/* dict_test.c - what a dictionary finds: each case is a text with its hits. */
#include "dict_cases.h"

#include "unicode/breaks.h"
#include "unicode/fold.h"
#include "unicode/utf8.h"

typedef struct hit_case {
  const char *aliases; /* as dict_cases.h reads them */
  const char *marked;  /* hits in [ ], masks in { } */
} hit_case;

static const hit_case cases[] = {
  /* Atoms, not tokens: signs, possessives, hyphens. */
  { "=AP|=A.P.", "The [AP] and the [A.P.] said; APs, A.P, aAP." },
  { "App#|AT&T|C++", "[App#] by [AT&T], in [C++]: App, ATT, C+." },
  { "US|Russia", "[US]-[Russia] talks; [Russia]'s; Russian; USA." },
  { "Dmitriev", "[Dmitriev]'s fund, [Dmitriev]\xE2\x80\x99s, Dmitrieva." },
  { "O'Neill", "[O'Neill] [O\xE2\x80\x99Neill] [O`Neill] Neill" },
  /* Apostrophes that are letters: the same, but a name ends at no letter. */
  { "O'Neill", "[O\xCA\xBCNeill] [O\xCA\xBBNeill] O\xCA\xBC Neill" },
  { "O\xCA\xBCNeill|O|Neill", "[O'Neill] [O\xCA\xBCNeill] [O] [Neill]" },
  { "Neill|%%Gor'kovski", "O\xCA\xBCNeill [Neill] [Gor\xCA\xB9kowski]" },
  { "Neill|Kol'|O", "[Neill]\xCA\xBCs [Neill]\xCA\xBC, [Kol\xCA\xBC] [Kol'] "
                    "O\xCA\xBCNeill, Neill\xCA\xBC" "a [O]\xCA\xBC" "S" },
  { "Hagi-Yosef", "[Hagi-Yosef] [Hagi\xD6\x8AYosef]" },
  { "Buy-Write", "[Buy-Write] [Buy\xE2\x80\x91Write] [Buy\xE2\x80\x93Write] "
                 "BuyWrite Buy - Write" },
  /* White space: any run of it, one line break, never a blank line. */
  { "New York", "[New York] [New\nYork] [New \r\n  York] [New\xC2\xA0York] "
                "NewYork New\n\nYork New\n \nYork New\r\n\r\nYork" },
  { "New  York", "[New York]" },
  /* Leftmost, then longest; hits are apart. */
  { "New|York|New York|York Times|New York Times",
    "[New York Times], [New York], [New] X [York Times], [York]" },
  { "a b c|b c d", "x [a b c] d b c" },
  { "A B|B C D E", "[A B] C D E" },
  /* Case: exact, fold, smart. */
  { "=Bank", "[Bank] bank BANK" },
  { "~Bank", "[Bank] [bank] [BANK] [bAnK]" },
  { "Rosneft", "[Rosneft] [ROSNEFT] rosneft rosNEFT RosNeft" },
  { "Bank of England", "[Bank of England] [BANK OF ENGLAND] [Bank Of England] "
                       "bank of england Bank of england" },
  { "Fed", "[Fed] FED fed" },
  { "NATO", "[NATO] Nato nato" },
  { "US Steel", "[US Steel] [US STEEL] Us Steel us steel" },
  { "WHITE HOUSE", "[WHITE HOUSE] [White House] white house" },
  { "iPhone", "[iPhone] [IPHONE] [Iphone] iphone" },
  { "special envoy", "[special envoy] [Special Envoy] [SPECIAL ENVOY]" },
  { "~\xC3\x9Ctrecht", "[\xC3\xBCtrecht] [\xC3\x9CTRECHT]" },
  /* Folding: sharp s, dotted capital I, ligature, full width, soft hyphen. */
  { "~Stra\xC3\x9F" "e", "[STRASSE] [stra\xC3\x9F" "e] [Strasse]" },
  { "~\xC4\xB0stanbul", "[\xC4\xB0stanbul] [istanbul] [ISTANBUL]" },
  { "~Office", "[o\xEF\xAC\x83" "ce]" },
  { "AP News", "[\xEF\xBC\xA1\xEF\xBC\xB0 News]" },
  { "_x", "[_x] [\xEF\xBC\xBFx]" },
  { "Russia", "[Rus\xC2\xADsia] [R\xC2\xADussia], Rus sia" },
  /* Accents: ignored unless they count; composed and decomposed are one. */
  { "M\xC3\xBCller", "[M\xC3\xBCller] [Mu\xCC\x88ller] [Muller]" },
  { "Muller", "[M\xC3\xBCller] [Muller]" },
  { "^M\xC3\xBCller", "[M\xC3\xBCller] [Mu\xCC\x88ller] [M\xC3\x9CLLER] Muller" },
  /* Cyrillic, Greek. */
  { "\xD0\x94\xD0\xBC\xD0\xB8\xD1\x82\xD1\x80\xD0\xB8\xD0\xB5\xD0\xB2",
    "[\xD0\x94\xD0\xBC\xD0\xB8\xD1\x82\xD1\x80\xD0\xB8\xD0\xB5\xD0\xB2] "
    "[\xD0\x94\xD0\x9C\xD0\x98\xD0\xA2\xD0\xA0\xD0\x98\xD0\x95\xD0\x92] "
    "\xD0\xB4\xD0\xBC\xD0\xB8\xD1\x82\xD1\x80\xD0\xB8\xD0\xB5\xD0\xB2 "
    "\xD0\x94\xD0\xBC\xD0\xB8\xD1\x82\xD1\x80\xD0\xB8\xD0\xB5\xD0\xB2\xD0\xB0" },
  /* Inside a run of letters and digits: only when the entry says so. */
  { "A", "[A] A380 380A [A]-380" },
  { "+A", "[A] [A]380 380[A] BA" },
  { "380", "[380] A380 [380]-A" },
  /* Han, Kana, Thai: no spaces, no need to say it. */
  { "\xE5\x8C\x97\xE4\xBA\xAC", "\xE5\x9C\xA8[\xE5\x8C\x97\xE4\xBA\xAC]\xE5\xB8\x82" },
  { "\xE0\xB9\x84\xE0\xB8\x97\xE0\xB8\xA2",
    "\xE0\xB8\x9B\xE0\xB8\xA3[\xE0\xB9\x84\xE0\xB8\x97\xE0\xB8\xA2]\xE0\xB8\x81" },
  /* Excludes take the text and give nothing. */
  { "March|!March Madness", "[March] and March Madness, [March]" },
  { "Paris|!Paris Hilton|Paris Hilton Fund", "[Paris], Paris Hilton, "
                                             "[Paris Hilton Fund]" },
  { "1:Paris|2:Hilton|@1:Paris Hilton", "[Paris] and Paris [Hilton]" },
  { "AP|!AP", "AP" },
  /* Masks are skipped and not crossed. */
  { "New York|York", "[New York] {New York} New {x} [York] New {}[York]" },
  { "New York", "{New} York New {York}" },
  /* Edits: left out, put in, changed, swapped; one, or two. */
  { "%Dmitriev", "[Dmitriev] [Dmitrev] [Dmitriyev] [Dmitrief] [Dmitreiv] "
                 "[Dmitriev]'s [Dmitrievs] Dmitrefs Dimitrieff" },
  { "%%Dmitriev", "[Dmitriev] [Dmtrev] [Dimitriyev] [Dmytrief] [Dmitreiva] "
                  "Dmytryyef" },
  { "Dmitriev", "Dmitrev Dmitreiv" },
  /* Two edits of a name are those of all its words together. */
  { "%Vera Orlan", "[Vera Orlan] [Vera Orlam] [Vrea Orlan] Vrea Orlam "
                   "[Vera\nOrlann]" },
  { "%%Vera Orlan", "[Vrea Orlam] [Vera Orlann] Veera Oorlamm Vera Orlmann" },
  /* Guards: few letters, first letters, words, digits, signs. */
  { "%Iran|%%Putin", "[Iran] Iram [Putin] [Puttin] Puttinn" },
  { "%Dmitriev", "Smitriev Emitriev mitriev" },
  { "%%Bank of Torva", "[Bnak of Torav] Bank on Torva Bank f Torva" },
  { "%%Vera Orlan", "Vera, Orlam Vera-Orlam VeraOrlan Vera  -Orlam "
                    "Vera\n\nOrlam Ver aOrlan" },
  { "%%Boeing 737 Max", "[Boieng 737 Max] Boeing 738 Max Boeing 73 Max" },
  { "%%O'Donnell", "[O'Donell] [O\xE2\x80\x99" "Donnel] ODonnell P'Donnell" },
  { "%%A.P. Institute", "[A.P. Instituet] A.Q. Institute AP Institute" },
  /* Capitals, accents, other scripts. */
  { "%Rosneft", "[Rosnetf] [ROSNETF] rosnetf RosNetf" },
  { "%=Rosneft", "[Rosnetf] ROSNETF rosnetf" },
  { "%~Rosneft", "[Rosnetf] [ROSNETF] [rosnetf]" },
  { "%special envoy", "[specail envoy] [Specail Envoy]" },
  { "%M\xC3\xBCller", "[M\xC3\xBCllr] [Mulller] [Muller] [MULLR]" },
  { "%^M\xC3\xBCller", "[M\xC3\xBCllr] [Muller] Mulller" },
  { "%\xD0\x94\xD0\xBC\xD0\xB8\xD1\x82\xD1\x80\xD0\xB8\xD0\xB5\xD0\xB2",
    "[\xD0\x94\xD0\xBC\xD0\xB8\xD1\x82\xD1\x80\xD0\xB5\xD0\xB2] "
    "[\xD0\x94\xD0\xBC\xD0\xB8\xD1\x82\xD1\x80\xD0\xB8\xD1\x8D\xD0\xB2] "
    "\xD0\xA1\xD0\xBC\xD0\xB8\xD1\x82\xD1\x80\xD0\xB8\xD0\xB5\xD0\xB2" },
  /* Inside a run of letters and digits: as without edits. */
  { "%Boeing", "[Boieng] Boieng737 [Boieng]-737" },
  { "%+Boeing", "[Boieng]737" },
  /* A name without edits wins, and so does an exclude; else the longest. */
  { "%Orlando|=Orlan", "[Orlando] [Orlamdo] [Orlan]" },
  { "%Vera Orlan|Vera", "[Vera Orlan] [Vera] Orlam" },
  { "%Martin|!Martian", "[Martin] Martian [Martinn]" },
  { "%1:Martin|@1:Martian", "[Martin] Martian" },
  { "%Torva|%Torva Metals", "[Torav Metals] [Torav] [Torva] Metasl" },
  { "", "nothing is found" },
  { "x", "" },
};

/* Finds, and gives the text back with its hits marked. */
static void find_marked(const gloss_dict *dict, const plain_text *in,
                        char *out) {
  gloss_arena *arena = gloss_arena_new();
  gloss_match_input input = { in->text, in->len, in->masks, in->mask_count, 0,
                              NULL, NULL };
  gloss_hits hits;
  size_t at = 0, n = 0;
  assert_true(gloss_dict_match(dict, &input, arena, &hits, NULL));
  for (size_t i = 0; i < hits.count; i++) {
    const gloss_hit *h = &hits.hits[i];
    memcpy(out + n, in->text + at, h->start - at);
    n += h->start - at;
    out[n++] = '[';
    memcpy(out + n, in->text + h->start, h->end - h->start);
    n += h->end - h->start;
    out[n++] = ']';
    at = h->end;
  }
  memcpy(out + n, in->text + at, in->len - at);
  out[n + in->len - at] = '\0';
  gloss_arena_free(arena);
}

static void without_masks(const char *marked, char *out) {
  for (; *marked != '\0'; marked++)
    if (*marked != '{' && *marked != '}') *out++ = *marked;
  *out = '\0';
}

static void test_cases(void **state) {
  int failures = 0;
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    gloss_string bytes;
    gloss_dict *dict;
    plain_text in;
    char found[8192], wanted[8192];
    assert_true(build_case(cases[i].aliases, &bytes));
    dict = gloss_dict_open(bytes.bytes, bytes.len, true, NULL);
    assert_non_null(dict);
    unmark(cases[i].marked, strlen(cases[i].marked), &in);
    find_marked(dict, &in, found);
    without_masks(cases[i].marked, wanted);
    if (strcmp(found, wanted) != 0) {
      print_error("%s: %s, not %s\n", cases[i].aliases, found, wanted);
      failures++;
    }
    gloss_dict_free(dict);
    gloss_string_free(&bytes);
  }
  assert_int_equal(failures, 0);
}

/* Each letter that folds to a sign is the sign in a name. */
static void test_letter_signs(void **state) {
  size_t count = 0;
  (void)state;
  for (uint32_t cp = 0x80; cp < 0x30000; cp++) {
    char sign[8], folded[64], text[32], alias[16], found[64];
    size_t n;
    gloss_string bytes;
    gloss_dict *dict;
    plain_text in;
    if ((cp >= 0xD800 && cp < 0xE000) ||
        gloss_class_of(cp)->word != WB_ALETTER)
      continue;
    n = gloss_utf8_write(cp, sign);
    sign[n] = '\0';
    n = gloss_fold(GLOSS_FORM_KEY, sign, n, folded, sizeof folded);
    if (n != 1 || strchr("'\"-", folded[0]) == NULL) continue;
    snprintf(alias, sizeof alias, "Xa%cYb", folded[0]);
    snprintf(text, sizeof text, "[Xa%sYb]", sign);
    assert_true(build_case(alias, &bytes));
    dict = gloss_dict_open(bytes.bytes, bytes.len, true, NULL);
    unmark(text, strlen(text), &in);
    find_marked(dict, &in, found);
    if (strcmp(found, text) != 0) print_error("U+%04X\n", (unsigned)cp);
    assert_string_equal(found, text);
    gloss_dict_free(dict);
    gloss_string_free(&bytes);
    count++;
  }
  assert_true(count > 5);
}

/* All hits, overlapping ones too, in order of start, longest first. */
static void test_all_policy(void **state) {
  gloss_string bytes;
  gloss_arena *arena = gloss_arena_new();
  const char *text = "New York Times";
  gloss_match_input input = { text, strlen(text), NULL, 0, GLOSS_ALL_HITS,
                              NULL, NULL };
  static const gloss_span wanted[] = { { 0, 14 }, { 0, 8 }, { 0, 3 }, { 4, 14 },
                                       { 4, 8 } };
  gloss_dict *dict;
  gloss_hits hits;
  (void)state;
  assert_true(build_case("New|York|New York|York Times|New York Times|!Times",
                         &bytes));
  dict = gloss_dict_open(bytes.bytes, bytes.len, true, NULL);
  assert_true(gloss_dict_match(dict, &input, arena, &hits, NULL));
  assert_int_equal(hits.count, 5);
  for (size_t i = 0; i < 5; i++) {
    assert_int_equal(hits.hits[i].start, wanted[i].start);
    assert_int_equal(hits.hits[i].end, wanted[i].end);
  }
  gloss_dict_free(dict);
  gloss_string_free(&bytes);
  gloss_arena_free(arena);
}

/* Several entities for one alias are several candidates. */
static void test_candidates(void **state) {
  gloss_string bytes;
  gloss_arena *arena = gloss_arena_new();
  gloss_match_input input = { "Georgia", 7, NULL, 0, 0, NULL, NULL };
  gloss_dict *dict;
  gloss_hits hits;
  gloss_alias alias;
  (void)state;
  assert_true(build_case("1:Georgia|2:Georgia|~3:georgia|=4:GEORGIA", &bytes));
  dict = gloss_dict_open(bytes.bytes, bytes.len, true, NULL);
  assert_true(gloss_dict_match(dict, &input, arena, &hits, NULL));
  assert_int_equal(hits.count, 1);
  assert_int_equal(hits.hits[0].count, 3);
  for (uint32_t i = 0; i < 3; i++) {
    assert_true(gloss_dict_alias(dict, hits.candidates[i], &alias));
    assert_int_equal(alias.entity, i);
  }
  gloss_dict_free(dict);
  gloss_string_free(&bytes);
  gloss_arena_free(arena);
}

/* With edits, only the nearest of one place, and how near. */
static void test_edits(void **state) {
  gloss_string bytes;
  gloss_arena *arena = gloss_arena_new();
  const char *text = "Marten Marian Martin";
  gloss_match_input input = { text, strlen(text), NULL, 0, 0, NULL, NULL };
  gloss_dict *dict;
  gloss_hits hits;
  gloss_alias alias;
  (void)state;
  assert_true(build_case("%%1:Martinez|%%2:Marten's|%3:Martin|%4:Mariann|"
                         "%5:Martian", &bytes));
  dict = gloss_dict_open(bytes.bytes, bytes.len, true, NULL);
  for (input.flags = 0; input.flags < 2; input.flags++) {
    assert_true(gloss_dict_match(dict, &input, arena, &hits, NULL));
    assert_int_equal(hits.count, 3);
    assert_int_equal(hits.hits[0].edits, 1); /* Martin */
    assert_int_equal(hits.hits[0].count, 1);
    assert_int_equal(hits.hits[1].edits, 1); /* Mariann, Martian */
    assert_int_equal(hits.hits[1].count, 2);
    assert_int_equal(hits.hits[2].edits, 0);
    assert_int_equal(hits.hits[2].count, 1);
    assert_true(gloss_dict_alias(dict, hits.candidates[hits.hits[2].first],
                                 &alias));
    assert_int_equal(alias.options.fuzzy, 1);
  }
  gloss_dict_free(dict);
  gloss_string_free(&bytes);
  gloss_arena_free(arena);
}

/* A hit that ends where a window of units ends, and long ones across it. */
static void test_windows(void **state) {
  gloss_string bytes;
  char *text = malloc(70000);
  size_t n = 0, wanted = 0;
  gloss_dict *dict;
  gloss_arena *arena = gloss_arena_new();
  gloss_hits hits;
  (void)state;
  assert_true(build_case("Ada Bea Cid Dan Eve Fay Gus Hal|zz", &bytes));
  dict = gloss_dict_open(bytes.bytes, bytes.len, true, NULL);
  for (int i = 0; i < 800; i++) {
    for (int k = 0; k < i % 7; k++) n += (size_t)sprintf(text + n, "x ");
    n += (size_t)sprintf(text + n, "Ada Bea Cid Dan Eve Fay Gus Hal. ");
    wanted++;
  }
  gloss_match_input input = { text, n, NULL, 0, 0, NULL, NULL };
  assert_true(gloss_dict_match(dict, &input, arena, &hits, NULL));
  assert_int_equal(hits.count, wanted);
  gloss_dict_free(dict);
  gloss_string_free(&bytes);
  gloss_arena_free(arena);
  free(text);
}

/* Aliases that cannot be. */
static void test_bad_aliases(void **state) {
  gloss_dict_builder *b = gloss_dict_builder_new(NULL);
  gloss_error err;
  char many[400] = "", wide[300];
  int64_t e = gloss_dict_add_entity(b, slice_of("e"), slice_of(""), slice_of(""),
                                    (gloss_period)GLOSS_ALWAYS, NULL);
  (void)state;
  for (int i = 0; i < 65; i++) strcat(many, "a ");
  memset(wide, 'x', sizeof wide);
  assert_false(gloss_dict_add_alias(b, e, slice_of(""), NULL, &err));
  assert_int_equal(err.code, GLOSS_BAD_ENTRY);
  assert_false(gloss_dict_add_alias(b, e, slice_of(" \n"), NULL, &err));
  assert_false(gloss_dict_add_alias(b, e, slice_of("a\n\nb"), NULL, &err));
  assert_int_equal(err.offset, 3);
  assert_false(gloss_dict_add_alias(b, e, slice_of(many), NULL, &err));
  assert_int_equal(err.offset, 128);
  assert_false(gloss_dict_add_alias(b, e, (gloss_slice){ wide, 300 }, NULL, &err));
  assert_false(gloss_dict_add_alias(b, e, slice_of("a\xFF"), NULL, &err));
  assert_int_equal(err.offset, 1);
  assert_false(gloss_dict_add_alias(b, 7, slice_of("a"), NULL, &err));
  assert_int_equal(err.code, GLOSS_BAD_ARGUMENT);
  assert_int_equal(gloss_dict_add_entity(b, slice_of("e"), slice_of(""),
                                         slice_of(""),
                                         (gloss_period)GLOSS_ALWAYS, &err), -1);
  assert_string_equal(err.message, "the id \"e\" is taken");
  gloss_dict_builder_free(b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_cases),
    cmocka_unit_test(test_letter_signs),
    cmocka_unit_test(test_all_policy),
    cmocka_unit_test(test_candidates),
    cmocka_unit_test(test_edits),
    cmocka_unit_test(test_windows),
    cmocka_unit_test(test_bad_aliases),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

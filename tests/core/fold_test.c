/* fold_test.c - the forms in which text is compared. */
#include <utf8proc.h>

#include "gloss.h"
#include "ucd.h"
#include "unicode/breaks.h"
#include "unicode/fold.h"

/* The text, folded, and without accents, and both (the key). */
static const struct { const char *text, *folded, *plain, *key; } cases[] = {
  { "", "", "", "" },
  { "Kirill", "kirill", "Kirill", "kirill" },
  /* case */
  { "STRASSE Straße ẞ", "strasse strasse ss", "STRASSE Straße ẞ",
    "strasse strasse ss" },
  { "ΣΊΣΥΦΟΣ ς", "σίσυφοσ σ", "ΣΙΣΥΦΟΣ ς", "σισυφοσ σ" },
  { "İstanbul ISPARTA", "i\xCC\x87stanbul isparta", "Istanbul ISPARTA",
    "istanbul isparta" },
  { "ДМИТРИЕВ Ёлка", "дмитриев ёлка", "ДМИТРИЕВ Елка", "дмитриев елка" },
  /* compatibility forms */
  { "ＡＢＣ１２ ﬁn №", "abc12 fin no", "ＡＢＣ１２ ﬁn №", "abc12 fin no" },
  { "ｶﾞ", "ガ", "ｶﾞ", "ガ" },
  { "x² ½ …", "x2 1⁄2 ...", "x² ½ …", "x2 1⁄2 ..." },
  /* composed or not */
  { "e\xCC\x81 é", "é é", "e e", "e e" },
  { "q\xCC\x87\xCC\xA3 q\xCC\xA3\xCC\x87",
    "q\xCC\xA3\xCC\x87 q\xCC\xA3\xCC\x87", "q q", "q q" },
  { "\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8 각", "각 각", "각 각", "각 각" },
  /* what is not seen */
  { "Kreml\xC2\xAD" "chef", "kremlchef", "Kreml\xC2\xAD" "chef", "kremlchef" },
  { "a\xE2\x80\x8B\xE2\x80\x8D\xEF\xBB\xBF" "b", "ab",
    "a\xE2\x80\x8B\xE2\x80\x8D\xEF\xBB\xBF" "b", "ab" },
  { "e\xC2\xAD\xCC\x81", "é", "e\xC2\xAD", "e" },
  /* quotes and apostrophes */
  { "O’Neill Oʼneill O‘N O＇N O´N O`N", "o'neill o'neill o'n o'n o'n o'n",
    "O’Neill Oʼneill O‘N O＇N O´N O`N", "o'neill o'neill o'n o'n o'n o'n" },
  { "ŉ ‚a‘ ‹b› ′", "'n 'a' 'b' '", "ŉ ‚a‘ ‹b› ′", "'n 'a' 'b' '" },
  { "„a“ “b” «c» ″ ＂", "\"a\" \"b\" \"c\" \" \"", "„a“ “b” «c» ″ ＂",
    "\"a\" \"b\" \"c\" \" \"" },
  /* dashes */
  { "a‐b‑c‒d–e—f―g−h﹣i－j﹘k︱l", "a-b-c-d-e-f-g-h-i-j-k-l",
    "a‐b‑c‒d–e—f―g−h﹣i－j﹘k︱l", "a-b-c-d-e-f-g-h-i-j-k-l" },
  { "〜 〰 -", "〜 〰 -", "〜 〰 -", "〜 〰 -" }, /* waves are no dashes */
  /* white space: a run is one space */
  { "New\r\n\t York\xC2\xA0" "City\xE3\x80\x80!", "new york city !",
    "New\r\n\t York\xC2\xA0" "City\xE3\x80\x80!", "new york city !" },
  { " \xC2\xAD a \xE2\x80\xA8", " a ", " \xC2\xAD a \xE2\x80\xA8", " a " },
  /* accents, strokes, ligatures */
  { "Łódź Ærø Þór Đoković", "łódź ærø þór đoković", "Lodz AEro Thor Dokovic",
    "lodz aero thor dokovic" },
  { "Erdoğan Yıldız", "erdoğan yıldız", "Erdogan Yildiz", "erdogan yildiz" },
  { "Nguyễn Việt", "nguyễn việt", "Nguyen Viet", "nguyen viet" },
  { "שָׁלוֹם مُحَمَّد", "שָׁלוֹם مُحَمَّد", "שלום محمد", "שלום محمد" },
  /* marks that are letters to their readers stay */
  { "हिन्दी ที่ ガ", "हिन्दी ที่ ガ", "हिन्दी ที่ ガ", "हिन्दी ที่ ガ" },
};

static const char *form_of(gloss_form form, const char *text, size_t len) {
  static char out[1 << 16];
  size_t n = gloss_fold(form, text, len, out, sizeof out - 1);
  assert_true(n != SIZE_MAX);
  assert_true(n <= GLOSS_FOLD_ROOM(len));
  out[n] = '\0';
  return out;
}

/* The composed form (NFC): the source of this test may be either. */
static const char *composed(const char *text) {
  static char out[1024];
  utf8proc_uint8_t *nfc = utf8proc_NFC((const utf8proc_uint8_t *)text);
  snprintf(out, sizeof out, "%s", (const char *)nfc);
  free(nfc);
  return out;
}

static void known_cases(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const char *text = cases[i].text;
    size_t len = strlen(text);
    assert_string_equal(form_of(GLOSS_FORM_FOLD, text, len),
                        composed(cases[i].folded));
    assert_string_equal(form_of(GLOSS_FORM_UNACCENT, text, len),
                        composed(cases[i].plain));
    assert_string_equal(form_of(GLOSS_FORM_KEY, text, len),
                        composed(cases[i].key));
  }
}

/* What folding unifies beyond NFKC_Casefold. */
static bool unified(uint32_t cp) {
  static const char quotes[] =
      "`´ʹʻʼʽ՚׳‘’‚‛′‵‹›❛❜Ꞌꞌ＇«»ʺˮ״“”„‟″‶❝❞〝〞〟＂";
  char bytes[5] = "";
  gloss_utf8_write(cp, bytes);
  if (gloss_class_of(cp)->flags & (GLOSS_CP_SPACE | GLOSS_CP_DASH)) return true;
  return cp != 0 && strstr(quotes, bytes) != NULL;
}

static bool has_unified(const char *text) {
  for (size_t at = 0; text[at];)
    if (unified(gloss_utf8_next(text, at, &at))) return true;
  return false;
}

/* NFKC_Casefold of each code point, as the database has it. */
static void every_code_point_folds_as_unicode_says(void **state) {
  FILE *file = ucd_open("DerivedNormalizationProps.txt");
  static char wanted[0x110000][40]; /* "": itself; "-": nothing */
  char line[512], bytes[5];
  size_t mapped = 0;
  (void)state;
  while (fgets(line, sizeof line, file) != NULL) {
    char *at = strstr(line, "; NFKC_CF;"), *end;
    unsigned long first, last;
    char value[40] = "-";
    size_t n = 0;
    if (at == NULL || line[0] == '#') continue;
    *strchr(line, '#') = '\0';
    first = last = strtoul(line, &end, 16);
    if (end[0] == '.') last = strtoul(end + 2, NULL, 16);
    for (at += 10; *at; at = end) {
      unsigned long cp = strtoul(at, &end, 16);
      if (end == at) break;
      n += gloss_utf8_write((uint32_t)cp, value + n);
      value[n] = '\0';
    }
    for (; first <= last; first++, mapped++) strcpy(wanted[first], value);
  }
  fclose(file);
  assert_true(mapped > 10000);
  for (uint32_t cp = 1; cp < 0x110000; cp++) {
    size_t len;
    const char *want = wanted[cp];
    if (cp == 0xD800) cp = 0xE000;
    bytes[len = gloss_utf8_write(cp, bytes)] = '\0';
    if (*want == '\0') want = bytes;
    else if (strcmp(want, "-") == 0) want = "";
    if (unified(cp) || has_unified(want)) continue;
    if (strcmp(form_of(GLOSS_FORM_FOLD, bytes, len), want) != 0)
      fail_msg("U+%04X gives %s, not %s", (unsigned)cp,
               form_of(GLOSS_FORM_FOLD, bytes, len), want);
  }
}

/* Folding text is utf8proc's NFKC_Casefold, where nothing is unified and no
** run of marks is long. */
static void random_text_folds_as_utf8proc_does(void **state) {
  uint64_t random = 51;
  (void)state;
  for (int round = 0; round < 20000; round++) {
    char text[128] = "";
    size_t len = 0;
    while (len < 60) {
      uint32_t cp = random_code_point(&random);
      if (cp == 0 || unified(cp)) continue;
      if (cp >> 12 == 0xE0 || cp - 0xFFF0 < 9 || cp == 0x2065)
        continue; /* reserved ignorables, which utf8proc keeps */
      len += gloss_utf8_write(cp, text + len);
    }
    text[len] = '\0';
    utf8proc_uint8_t *wanted =
        utf8proc_NFKC_Casefold((const utf8proc_uint8_t *)text);
    const char *found = form_of(GLOSS_FORM_FOLD, text, len);
    if (!has_unified((const char *)wanted))
      assert_string_equal(found, (const char *)wanted);
    free(wanted);
  }
}

static void folding_twice_is_folding_once(void **state) {
  uint64_t random = 52;
  char text[512], once[6000], twice[6000];
  (void)state;
  for (uint32_t round = 0; round < 0x110000 + 30000; round++) {
    size_t len = 0;
    if (round >= 0xD800 && round < 0xE000) continue;
    if (round < 0x110000) len = gloss_utf8_write(round, text);
    else len = random_text(&random, text, random_below(&random, 400) + 4);
    for (gloss_form form = GLOSS_FORM_FOLD; form <= GLOSS_FORM_CASED; form++) {
      size_t n = gloss_fold(form, text, len, once, sizeof once);
      assert_true(n <= GLOSS_FOLD_ROOM(len));
      assert_int_equal(gloss_utf8_check(once, n), n);
      assert_int_equal(gloss_fold(form, once, n, twice, sizeof twice), n);
      if (memcmp(twice, once, n) != 0)
        fail_msg("form %d of U+%04X (or a text) changes again", (int)form,
                 (unsigned)round);
    }
  }
}

static void pieces_give_the_same_as_the_whole(void **state) {
  uint64_t random = 53;
  char text[512], whole[6000], parts[6000];
  (void)state;
  for (int round = 0; round < 20000; round++) {
    gloss_form form = (gloss_form)random_below(&random, 4);
    size_t len = random_text(&random, text, random_below(&random, 400) + 4);
    size_t n = gloss_fold(form, text, len, whole, sizeof whole), at = 0;
    gloss_folder folder = { .form = form, .out = parts, .room = sizeof parts };
    while (at < len) {
      size_t end = at + random_below(&random, 40) + 1;
      if (end > len) end = len;
      while (end < len && ((unsigned char)text[end] & 0xC0) == 0x80) end++;
      gloss_folder_add(&folder, text + at, end - at);
      at = end;
    }
    gloss_folder_end(&folder);
    assert_false(folder.full);
    assert_int_equal(folder.len, n);
    assert_memory_equal(whole, parts, n);
  }
}

static void cased_is_the_key_but_for_case(void **state) {
  static const char text[] = "Łódź’s ＡＰ—İ \xC2\xA0 Straße";
  (void)state;
  assert_string_equal(form_of(GLOSS_FORM_CASED, text, sizeof text - 1),
                      "Lodz's AP-I Straße");
}

static void too_little_room_is_told(void **state) {
  char out[64];
  (void)state;
  assert_true(gloss_fold(GLOSS_FORM_FOLD, "Abc", 3, out, 2) == SIZE_MAX);
  assert_int_equal(gloss_fold(GLOSS_FORM_FOLD, "Abc", 3, out, 3), 3);
  assert_true(gloss_fold(GLOSS_FORM_FOLD, "\xEF\xB7\xBA", 3, out, 32) ==
              SIZE_MAX);
  assert_int_equal(gloss_fold(GLOSS_FORM_FOLD, "\xEF\xB7\xBA", 3, out, 33), 33);
  assert_int_equal(gloss_fold(GLOSS_FORM_FOLD, "", 0, NULL, 0), 0);
}

/* Marks above (230) and below (220) in turn: ordered within each 30 and no
** further, so that no piece is longer. */
static void long_runs_of_marks_are_taken_in_pieces(void **state) {
  char text[2048] = "a", wanted[2048] = "a";
  size_t len = 1, n = 1;
  (void)state;
  for (int i = 0; i < 300; i++)
    len += gloss_utf8_write(i % 2 ? 0x0316 : 0x0305, text + len);
  for (int piece = 0; piece < 300;) {
    int size = piece == 0 ? GLOSS_FOLD_MARKS : GLOSS_FOLD_MARKS + 1;
    int above = 0, below = 0;
    for (int i = 0; i < size && piece < 300; i++, piece++)
      if (piece % 2) below++;
      else above++;
    while (below-- > 0) n += gloss_utf8_write(0x0316, wanted + n);
    while (above-- > 0) n += gloss_utf8_write(0x0305, wanted + n);
  }
  wanted[n] = '\0';
  assert_string_equal(form_of(GLOSS_FORM_FOLD, text, len), wanted);
  assert_string_equal(form_of(GLOSS_FORM_KEY, text, len), "a");
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(known_cases),
    cmocka_unit_test(every_code_point_folds_as_unicode_says),
    cmocka_unit_test(random_text_folds_as_utf8proc_does),
    cmocka_unit_test(folding_twice_is_folding_once),
    cmocka_unit_test(pieces_give_the_same_as_the_whole),
    cmocka_unit_test(cased_is_the_key_but_for_case),
    cmocka_unit_test(too_little_room_is_told),
    cmocka_unit_test(long_runs_of_marks_are_taken_in_pieces),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

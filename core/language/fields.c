/* fields.c - the fields a language pack may have: one row each. */
#include "language/language.h"

/* In the order of gloss_field; the lists come first. */
static const gloss_language_field fields[FIELD_COUNT + 1] = {
  [FIELD_ABBREVIATIONS_NEVER] = { "abbreviations.never", GLOSS_FIELD_LIST,
    "never end a sentence, written without their period: mr prof gen" },
  [FIELD_ABBREVIATIONS_MAY] = { "abbreviations.may", GLOSS_FIELD_LIST,
    "may end a sentence: inc etc a.m" },
  [FIELD_ABBREVIATIONS_NUMBER] = { "abbreviations.number", GLOSS_FIELD_LIST,
    "abbreviations only before a number: no fig p" },
  [FIELD_ABBREVIATIONS_NAME] = { "abbreviations.name", GLOSS_FIELD_LIST,
    "abbreviations only before a capital: st mt" },
  [FIELD_CLITICS_ENDINGS] = { "clitics.endings", GLOSS_FIELD_LIST,
    "cut from the end of a word: 's 'll n't" },
  [FIELD_CLITICS_STARTS] = { "clitics.starts", GLOSS_FIELD_LIST,
    "a token of their own before a word: l' dell' qu'" },
  [FIELD_CLITICS_KEEP] = { "clitics.keep", GLOSS_FIELD_LIST,
    "words with an apostrophe that are not cut: o'clock aujourd'hui" },
  [FIELD_CLITICS_SPLIT] = { "clitics.split", GLOSS_FIELD_LIST,
    "words cut without an apostrophe, bars at the cuts: can|not gon|na" },
  [FIELD_HYPHEN_KEEP_FIRST] = { "hyphen.keep_first", GLOSS_FIELD_LIST,
    "first parts that keep their hyphen: e non anti" },
  [FIELD_HYPHEN_KEEP_LAST] = { "hyphen.keep_last", GLOSS_FIELD_LIST,
    "last parts that keep it: el al" },
  [FIELD_HYPHEN_KEEP] = { "hyphen.keep", GLOSS_FIELD_LIST,
    "whole words that keep theirs: x-ray tie-in" },
  [FIELD_MONTHS] = { "months", GLOSS_FIELD_LIST,
    "names of months, for dates with an ordinal: januar" },
  [FIELD_UNITS] = { "units", GLOSS_FIELD_LIST,
    "cut from a number before them: km kg pm" },
  [FIELD_STARTERS] = { "starters", GLOSS_FIELD_LIST,
    "words that begin a sentence after an abbreviation: the he however" },
  [FIELD_NAMES_WITH_MARK] = { "names_with_mark", GLOSS_FIELD_LIST,
    "names that hold an end mark: yahoo! jeopardy!" },
  [FIELD_NAME] = { "name", GLOSS_FIELD_TEXT, "what people call it: English" },
  [FIELD_HYPHEN_CUT] = { "hyphen.cut", GLOSS_FIELD_FLAG,
    "true: well-known is three tokens; false: one" },
  [FIELD_ORDINAL_PERIOD] = { "ordinal_period", GLOSS_FIELD_FLAG,
    "true: 3. is the third, as in German" },
  [FIELD_NOUNS_CAPITAL] = { "nouns_capital", GLOSS_FIELD_FLAG,
    "true: nouns have a capital, as in German" },
  [FIELD_WEIGHTS] = { "weights", GLOSS_FIELD_NUMBERS,
    "how much each sign counts for a boundary: weights.lower=-4" },
  { NULL, GLOSS_FIELD_TEXT, NULL }
};

const gloss_language_field *gloss_language_fields(void) { return fields; }

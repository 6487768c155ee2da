/* times_language.h - a small language of times to test with: a grammar, rules,
** words that tell times and tenses. Include it once in a test. */
#ifndef TIMES_LANGUAGE_H
#define TIMES_LANGUAGE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gloss.h"

static gloss_slice slice(const char *s) {
  return (gloss_slice){ s, strlen(s) };
}

/* ---- A language ---- */

/* Words with what they are worth: "may=5|ago"; fields: "easter=easter:0". */
static const struct { const char *name, *words; } classes[] = {
  { "MONTH", "january=1|march=3|july=7" }, { "WORDMONTH", "May=5" },
  { "WDAY", "monday=1|friday=5|sunday=7" },
  { "UNIT", "minute=TM|hour=TH|day=D|week=W|month=M|year=Y|decade=10Y" },
  { "UNITS", "minutes=TM|hours=TH|days=D|weeks=W|months=M|years=Y" },
  { "CENTURY", "century=100Y" }, { "QUARTER", "quarter=3M" },
  { "SECOND", "second=2" }, { "NIGHT", "night=NI" },
  { "PART", "evening=EV" }, { "WEEKEND", "weekend" },
  { "DEICTIC", "today=0|yesterday=-1|tomorrow=1" },
  { "LAST", "last=-1" }, { "NEXT", "next=1" }, { "THIS", "this=0" },
  { "THAT", "that" }, { "THE", "the" }, { "A", "a=1|an=1" }, { "OF", "of" },
  { "AGO", "ago" }, { "SIDE", "later=1|earlier=-1" }, { "TO", "to" },
  { "EARLY", "early=START|late=END" }, { "APPROX", "more than=MORE_THAN" },
  { "SEASON", "summer=SU|winter=WI" }, { "HOLIDAY", "easter=easter:0|"
    "christmas=1:12,2:25|thanksgiving=1:11,weekday:4,nth:4" },
  { "ERA", "BC=-1|AD=1" }, { "AMPM", "am=am|pm=pm" }, { "ZONE", "UTC=Z" },
  { "NOON", "noon=12" }, { "NOW", "now=PRESENT_REF" }, { "EVERY", "every" },
  { "FREQUENCY", "daily=P1D" }, { "VAGUE", "several" }, { "HALF", "half=0.5" },
  { "ORD", "first=1|third=3" }, { "YEARWORDS", "year-end" },
  { "DECADEWORD", "sixties=60" }, { "AND", "and" }, { "FOR", "for" },
};
static const struct { const char *name, *members; } sets[] = {
  { "ANYMONTH", "MONTH WORDMONTH" }, { "CAPMONTH", "MONTH WORDMONTH" },
  { "COUNT", "INT2 NUM YEAR4" }, { "ANYUNIT", "UNIT UNITS SECOND NIGHT" },
  { "SHIFT", "LAST NEXT THIS" }, { "NEARCLOCK", "WDAY CLOCK" },
  { "DECADES", "INT2 YEAR4 DECADEWORD" }, { "GOESON", "AGO SIDE" },
};
/* A pattern, its reading, and options. */
static const struct { const char *pattern, *reading, *options; } rules[] = {
  { "date:ISO", "date", "" }, { "date:NUMDATE", "date", "" },
  { "month:CAPMONTH day:INT2 ,year:YEAR4", "day", "" },
  { "month:CAPMONTH day:INT2", "day", "" },
  { "day:INT2 TO stop:INT2 month:CAPMONTH (year:YEAR4)?", "days", "" },
  { "(mod:EARLY)? month:CAPMONTH (,year:YEAR4)?", "month", "" },
  { "month:CAPMONTH OF shift:SHIFT unit:UNIT", "month", "units=Y" },
  { "month:CAPMONTH OF THAT unit:UNIT", "month", "units=Y|from=mention" },
  { "shift:SHIFT month:CAPMONTH", "month", "" },
  { "month:CAPMONTH -stop:CAPMONTH year:YEAR4", "months", "" },
  { "(nth:ORD|shift:LAST) unit:UNIT OF month:CAPMONTH (year:YEAR4)?",
    "nth of month", "units=W" },
  { "(nth:ORD|shift:LAST) wday:WDAY OF month:CAPMONTH", "nth of month", "" },
  { "year:YEAR4", "year", "" },
  { "year:YEAR4 -stop:(YEAR4|INT2)", "years", "" },
  { "year:YEAR4 -month:INT2", "year and month", "" },
  { "year:INT2", "end year", "" }, { "year:YY", "short year", "" },
  { "year:(INT2|NUM) era:ERA", "year of era", "" },
  { "decade:(DECADE|DECADEWORD)", "decade", "" },
  { "unit:UNITS decade:INT2", "decade of unit", "" },
  { "nth:ORDNUM CENTURY (era:ERA)?", "century", "" },
  { "shift:SHIFT CENTURY", "unit", "unit=100Y" },
  { "THE? nth:ORD QUARTER (OF (year:YEAR4|shift:SHIFT unit:UNIT))?",
    "part of year", "units=Y" },
  { "THE? nth:ORD HALF OF year:YEAR4", "part of year", "parts=2|letter=H" },
  { "season:SEASON (OF year:YEAR4)?", "season", "no_name=season" },
  { "shift:SHIFT season:SEASON", "season", "" },
  { "(shift:SHIFT)? day:HOLIDAY (year:YEAR4)?", "holiday", "" },
  { "YEARWORDS (year:YEAR4)?", "day of year", "month=12|day=31" },
  { "shift:DEICTIC (part:PART)?", "unit", "unit=D" },
  { "THIS part:NIGHT", "unit", "unit=D|by=0|part=NI" },
  { "shift:SHIFT unit:UNIT", "unit", "" },
  { "THAT unit:UNIT", "unit",
    "units=D W M Y|from=mention|year=named|missing=nothing was named" },
  { "THE unit:UNIT", "unit",
    "units=D Y|before=closing|ends=true|not_after=linking" },
  { "(shift:SHIFT|THE) WEEKEND", "weekend", "" },
  { "(shift:SHIFT)? wday:WDAY (part:PART)?", "weekday", "" },
  { "wday:WDAY unit:UNIT", "weekday", "units=W|by=1|days=7|before=beside" },
  { "wday:WDAY OF shift:SHIFT unit:UNIT", "weekday of week", "units=W" },
  { "(mod:APPROX)? (n:COUNT|q:A|v:VAGUE) unit:ANYUNIT AGO", "counted",
    "sign=-1" },
  { "(n:COUNT|q:A) unit:ANYUNIT sign:SIDE", "counted", "from=mention" },
  { "n:COUNT unit:ANYUNIT TO day:DEICTIC", "counted", "from=day|sign=1" },
  { "ref:NOW", "value", "type=DATE|value={ref}" },
  { "EVERY wday:WDAY", "value", "type=SET|value=XXXX-WXX-{wday}" },
  { "often:FREQUENCY", "value", "type=SET|value={often}|no_name=often" },
  { "!FOR A SECOND", "value", "type=DURATION|value=PT1S|after=whose" },
  { "(mod:APPROX)? (n:COUNT|q:A|v:VAGUE) unit:ANYUNIT", "duration", "" },
  { "n:COUNT unit:UNITS AND A half:HALF", "duration", "" },
  { "half:HALF A unit:UNIT", "duration", "" },
  { "n:COUNT TO m:COUNT unit:UNITS", "durations", "" },
  { "n:COUNT unit:UNITS m:COUNT lesser:UNITS", "sum", "" },
  { "THE shift:SHIFT n:COUNT unit:UNITS", "duration near", "" },
  { "EVERY unit:UNIT", "every", "not_followed=GOESON" },
  { "time:CLOCK (ampm:AMPM)? (zone:ZONE)?", "clock", "" },
  { "hour:INT2 ampm:AMPM", "clock", "" },
  { "four:YEAR4 zone:ZONE", "clock", "" },
  { "hour:NOON", "clock", "" }, { "time:CLOCK -stop:CLOCK", "clocks", "" },
  { "hour:INT2 TO stop:INT2 ampm:AMPM", "clocks", "" },
};
static const struct { const char *set, *words; } word_sets[] = {
  { "before_month", "in|since|last" }, { "before_year", "in|of|by" },
  { "sure_before_year", "in|since" }, { "no_year", "page" },
  { "no_year_after", "people" }, { "before_clock", "at" },
  { "ages", "her" }, { "decade_articles", "the" }, { "year_articles", "the" },
  { "rates", "million" }, { "copulas", "not" }, { "after_a_day", "for" },
  { "comparing", "far" }, { "articles", "the" }, { "ahead", "until" },
  { "behind", "since" }, { "either", "before" }, { "closing", "of" },
  { "linking", "when" }, { "beside", "on" }, { "whose", "he" },
  { "plurals", "s" }, { "genitives", "'s " }, { "percents", "percent" },
  { "comparisons", " than" },
};
/* In the order of their bits. */
static const struct { const char *name, *test; } tenses[] = {
  { "PAST", "[folded=/was|met|held|said/]" }, { "FUTURE", "[folded=/will/]" },
  { "PASTEND", "[folded=/[a-z]{3,}ed/]" }, { "TO", "to" }, { "IS", "is" },
  { "ARTICLE", "a" }, { "BE", "be" }, { "DOUBLE", "[text=\"\\\"\"]" },
  { "OPENS", "[text=\"\xE2\x80\x9C\"]" },
  { "CLOSES", "[text=\"\xE2\x80\x9D\"]" }, { "STOPS", "[text=\",\"]" },
};
#define COUNT(list) (sizeof(list) / sizeof *(list))

/* Calls f for each piece between bars; false where it fails. */
static bool each(const char *list, bool (*f)(void *with, gloss_slice piece),
                 void *with) {
  while (*list != '\0') {
    size_t len = strcspn(list, "|");
    if (!f(with, (gloss_slice){ list, len })) return false;
    list += len + (list[len] == '|');
  }
  return true;
}

/* What stands before and behind the first `mark`. */
static gloss_slice cut(gloss_slice *piece, char mark) {
  const char *at = memchr(piece->bytes, mark, piece->len);
  gloss_slice behind = { NULL, 0 };
  if (at == NULL) return behind;
  behind.bytes = at + 1;
  behind.len = piece->len - (size_t)(at - piece->bytes) - 1;
  piece->len = (size_t)(at - piece->bytes);
  return behind;
}

/* ---- A grammar ---- */

static bool is_number(gloss_slice s) {
  return s.len > 0 && strspn(s.bytes, "-.0123456789") >= s.len;
}

static double number(gloss_slice s) {
  char digits[40];
  snprintf(digits, sizeof digits, "%.*s", (int)s.len, s.bytes);
  return strtod(digits, NULL);
}

static gloss_word_value read_value(gloss_slice worth,
                                   gloss_word_field *fields) {
  gloss_word_value value = { .kind = GLOSS_WORTH_TRUE };
  if (worth.len > 0 && memchr(worth.bytes, ':', worth.len) != NULL) {
    value.kind = GLOSS_WORTH_FIELDS;
    for (value.fields = fields; worth.len > 0; value.field_count++) {
      gloss_slice more = cut(&worth, ','), name = worth;
      fields[value.field_count] = (gloss_word_field){
        .kind = GLOSS_WORTH_NUMBER, .number = number(cut(&name, ':')) };
      fields[value.field_count].name = name;
      worth = more;
    }
  } else if (is_number(worth)) {
    value.kind = GLOSS_WORTH_NUMBER;
    value.number = number(worth);
  } else if (worth.len > 0) {
    value.kind = GLOSS_WORTH_TEXT;
    value.text = worth;
  }
  return value;
}

typedef struct filling {
  gloss_grammar *grammar;
  gloss_times *times;
  int class_number;
  const char *set;
  gloss_error *err;
} filling;

static bool add_word(void *with, gloss_slice piece) {
  filling *f = with;
  gloss_word_field fields[4];
  gloss_slice worth = cut(&piece, '=');
  gloss_word_value value = read_value(worth, fields);
  int64_t word =
      gloss_grammar_word(f->grammar, f->class_number, piece, f->err);
  return word >= 0 && gloss_grammar_set_value(f->grammar, (size_t)word, &value,
                                              f->err);
}

static gloss_grammar *make_grammar(gloss_error *err) {
  filling f = { .grammar = gloss_grammar_new(err), .err = err };
  bool ok = f.grammar != NULL;
  for (size_t i = 0; ok && i < COUNT(classes); i++) {
    f.class_number = gloss_grammar_class(f.grammar, slice(classes[i].name),
                                         GLOSS_CLASS_TRIGGER, err);
    ok = f.class_number >= 0 && each(classes[i].words, add_word, &f);
  }
  ok = ok && gloss_grammar_habit(f.grammar, GLOSS_ORDINAL_SUFFIX, slice("th"),
                                 err);
  for (size_t i = 0; ok && i < COUNT(sets); i++)
    ok = gloss_grammar_set(f.grammar, slice(sets[i].name),
                           slice(sets[i].members), err);
  for (size_t i = 0; ok && i < COUNT(rules); i++)
    ok = gloss_grammar_rule(f.grammar, slice(rules[i].pattern), err);
  if (ok && gloss_grammar_build(f.grammar, err)) return f.grammar;
  gloss_grammar_free(f.grammar);
  return NULL;
}

/* ---- An engine ---- */

typedef struct engine {
  gloss_grammar *grammar;
  gloss_patterns *patterns;
  gloss_matcher *matcher;
  gloss_times *times;
} engine;

static inline void free_engine(engine *e) {
  gloss_times_free(e->times);
  gloss_matcher_free(e->matcher);
  gloss_patterns_free(e->patterns);
  gloss_grammar_free(e->grammar);
}

static gloss_patterns *make_tenses(gloss_error *err) {
  gloss_pattern_builder *b = gloss_pattern_builder_new(NULL, err);
  gloss_patterns *set = NULL;
  bool ok = b != NULL;
  for (size_t i = 0; ok && i < COUNT(tenses); i++)
    ok = gloss_pattern_add(b, slice(tenses[i].test), 0, err);
  if (ok) set = gloss_pattern_build(b, err);
  gloss_pattern_builder_free(b);
  return set;
}

static bool add_option(void *with, gloss_slice piece) {
  filling *f = with;
  gloss_slice value = cut(&piece, '=');
  return gloss_times_option(f->times, piece, value, f->err);
}

static bool add_set_word(void *with, gloss_slice piece) {
  filling *f = with;
  return gloss_times_word(f->times, slice(f->set), piece, f->err);
}

/* Each rule is called by its number. */
static bool fill(gloss_times *t, gloss_error *err) {
  filling f = { .times = t, .err = err };
  bool ok = true;
  char name[8];
  for (size_t i = 0; ok && i < COUNT(rules); i++) {
    snprintf(name, sizeof name, "%zu", i);
    ok = gloss_times_rule(t, slice(name), slice(rules[i].reading), err) &&
         each(rules[i].options, add_option, &f);
  }
  for (size_t i = 0; ok && i < COUNT(word_sets); i++) {
    f.set = word_sets[i].set;
    ok = each(word_sets[i].words, add_set_word, &f);
  }
  for (size_t i = 0; ok && i < COUNT(tenses); i++)
    ok = gloss_times_tense(t, slice(tenses[i].name), UINT64_C(1) << i, err);
  return ok && gloss_times_setting(t, slice("date_order"), slice("mdy"), err);
}

static bool make(engine *e, gloss_error *err) {
  *e = (engine){ .grammar = make_grammar(err) };
  if (e->grammar != NULL) e->patterns = make_tenses(err);
  if (e->patterns != NULL) e->matcher = gloss_matcher_new(e->patterns, err);
  if (e->matcher != NULL)
    e->times = gloss_times_new(e->grammar, e->matcher, err);
  return e->times != NULL && fill(e->times, err);
}

#endif

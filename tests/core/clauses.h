/* clauses.h - small lexicons of English and German for tests, and texts read
** with them. A test that fails to allocate gives NULL or false. */
#ifndef GLOSS_TESTS_CLAUSES_H
#define GLOSS_TESTS_CLAUSES_H

#include "clauses/items.h"
#include "clauses/marks.h"
#include "clauses/words.h"
#include "gloss.h"

#include <stdlib.h>
#include <string.h>

/* ---- Lexicons ------------------------------------------------------------ */

/* What a row tells the lexicon, by its first field; see gloss_clauses.h. */
typedef enum clauses_row_kind {
  LIST,   /* name, words */
  SAYS,   /* name of a flag */
  VERB,   /* form, flags */
  SENSE,  /* class, frames, particles: of the verb above */
  NOUN,   /* noun, class, frames */
  OWNED,  /* noun, class, preposition */
  SOURCE, /* words */
  ADVERB, /* words */
  GENDER, /* pronoun, gender */
  TITLE,  /* title, gender */
  LEADS,  /* verb, role */
  NUMBER, /* name, number */
  ADVERBS /* ending */
} clauses_row_kind;

typedef struct clauses_row {
  clauses_row_kind kind;
  const char *a, *b, *c;
} clauses_row;

/* What the tables of all languages have in common. */
static const clauses_row clauses_common[] = {
  { LIST, "of_words", "of", "" },      { LIST, "and_words", "and", "" },
  { LIST, "to_words", "to", "" },      { LIST, "on_words", "on", "" },
  { LIST, "as_words", "as", "" },      { LIST, "that_words", "that", "" },
  { LIST, "by_words", "by", "" },      { LIST, "but_words", "but", "" },
  { LIST, "which_words", "which", "" }, { LIST, "who_words", "who", "" },
  { LIST, "not_words", "not", "" },    { LIST, "one_words", "one", "" },
  { LIST, "about", "about of", "" },   { LIST, "infinitives", "be have", "" },
  { LIST, "predeterminers", "all both half of", "" },
  { LIST, "whole", "all both", "" },
  { LIST, "before_object", "to for on", "" },
  { LIST, "people", "people police", "" },
  { LIST, "shares", "and but or then", "" },
  { LIST, "near_times", "last this next", "" },
  { LIST, "time_before", "on in late", "" },
  { LIST, "time_words", "last this earlier next", "" },
  { LIST, "places", "in at on", "" },
  { LIST, "venue_goes_on", "with to on in", "" },
  { LIST, "joins", "while as before though but", "" },
  { LIST, "against", "while but", "" },
  { LIST, "before_ing", "while before after by", "" },
  { LIST, "settings", "of to in at during when as after while", "" },
  { LIST, "names_too", "per", "" },
  { LIST, "ends_placed", "+-based", "" },
  { LIST, "clitics", "'s \xE2\x80\x99s", "" },
  { NUMBER, "phrase_words", "24", "" },
  { NUMBER, "fronted_words", "40", "" },
  { NUMBER, "insertion_words", "30", "" },
  { NUMBER, "tail_words", "14", "" },
  { NUMBER, "shared_words", "20", "" },
  { NUMBER, "reduced_words", "10", "" },
  { NUMBER, "heard_words", "16", "" },
  { NUMBER, "apposition_words", "10", "" },
  { NUMBER, "venue_words", "12", "" },
  { NUMBER, "comment_words", "5", "" },
  { NUMBER, "clause_words", "25", "" },
  { NUMBER, "source_words", "30", "" },
  { NUMBER, "agent_words", "8", "" },
  { NUMBER, "quote_words", "30", "" },
  { NUMBER, "nobody", "0.5", "" },     { NUMBER, "phrase", "0.9", "" },
  { NUMBER, "pronoun", "0.9", "" },    { NUMBER, "inverted", "0.95", "" },
  { NUMBER, "apposition", "0.85", "" }, { NUMBER, "relative", "0.8", "" },
  { NUMBER, "shared", "0.7", "" },     { NUMBER, "source", "0.9", "" },
  { NUMBER, "agent", "0.8", "" },      { NUMBER, "signed", "0.8", "" },
  { NUMBER, "guess", "0.5", "" },      { NUMBER, "no_cue", "0.5", "" },
  { NUMBER, "resolved", "0.8", "" },   { NUMBER, "guessed", "0.5", "" },
  { NUMBER, "pronoun_units", "8", "" }, { NUMBER, "turn_units", "3", "" },
  { NUMBER, "pronoun_chain", "40", "" }, { NUMBER, "name_words", "6", "" },
  { NUMBER, "who_words", "12", "" },   { NUMBER, "told_words", "8", "" },
  { NUMBER, "common_words", "5", "" }, { NUMBER, "label_words", "4", "" },
  { NUMBER, "labelled_words", "30", "" },
  { NUMBER, "attribution_words", "9", "" },
  { NUMBER, "dateline_words", "16", "" },
  { NUMBER, "heading_words", "30", "" }, { NUMBER, "short_heading", "9", "" },
  { NUMBER, "heading_capitals", "0.7", "" },
  { NUMBER, "scare_words", "4", "" },  { NUMBER, "title_words", "9", "" },
  { NUMBER, "nickname_words", "2", "" }, { NUMBER, "known_words", "6", "" },
  { NUMBER, "announced_words", "4", "" },
  { NUMBER, "office_words", "10", "" }, { NUMBER, "office_before", "3", "" },
  { NUMBER, "office_of_words", "12", "" },
  { NUMBER, "office_behind", "20", "" }, { NUMBER, "offices", "3", "" },
  { LIST, "for_words", "for", "" },    { LIST, "articles", "the", "" },
  { LIST, "places_at", "in at near", "" },
  { LIST, "office_bare", "became", "" },
  { LIST, "office_degrees", "dr. doctor", "" },
  { LIST, "ends_past", "ed", "" },
  { LIST, "ends_regular", "+ed !eed", "" },
  { LIST, "ends_ing", "ing", "" },
  { LIST, "ends_self", "self selves", "" },
  { LIST, "ends_s", "s", "" },
  { LIST, "ends_plural", "s !ss", "" },
  { LIST, "ends_long_plural", "+s !ss", "" },
  { LIST, "ends_verb", "+d +s !sd !ss", "" },
};

static const clauses_row clauses_english[] = {
  { LIST, "determiners", "the a an his her their all both one many", "" },
  { LIST, "possessive", "his her their", "" },
  { LIST, "subjects", "he she they we i it many someone", "" },
  { LIST, "objects", "him her them us himself", "" },
  { LIST, "relatives", "who which that", "" },
  { LIST, "auxiliaries", "is was were be been has have had would will could "
                         "'s", "" },
  { LIST, "be", "is was were be been 's", "" },
  { LIST, "negations", "not", "" },
  { LIST, "adverbs", "also later then still not", "" },
  { LIST, "no_adverbs", "only family", "" },
  { LIST, "times", "monday tuesday friday", "" },
  { LIST, "time_nouns", "night week month", "" },
  { LIST, "prepositions",
    "in on at by for with from to of about after before according", "" },
  { LIST, "conjunctions", "and or but &", "" },
  { LIST, "subordinators",
    "that if whether when while as after before how what who which", "" },
  { LIST, "openers", "that whether how what who which when", "" },
  { LIST, "clause_openers", "after that while", "" },
  { LIST, "pasts", "left went fell kept was told said", "" },
  { LIST, "venues", "statement interview letter speech", "" },
  { LIST, "works", "film", "" },       { LIST, "nobody", "it", "" },
  { LIST, "definite", "the this", "" },
  { LIST, "bodies", "institute fund union", "" },
  { LIST, "male", "man son", "" },     { LIST, "female", "woman mother", "" },
  { LIST, "human", "docker driver", "" },
  { LIST, "roles", "minister envoy judge spokeswoman secretary", "" },
  { LIST, "men", "paul john", "" },    { LIST, "women", "ann mary", "" },
  { LIST, "office_persons",
    "minister envoy judge spokeswoman secretary head chief publisher", "" },
  { LIST, "office_bodies", "bank agency publisher", "" },
  { LIST, "office_things", "street", "" },
  { LIST, "office_past", "former", "" },
  { LIST, "office_coming", "future", "" },
  { LIST, "office_of", "of at for to", "" },
  { LIST, "office_led", "led", "" },
  { LIST, "office_becoming", "is was became", "" },
  { LIST, "office_naming", "names", "" },
  { LIST, "office_named", "named", "" },
  { LIST, "office_joins", "and", "" }, { LIST, "office_was", "was", "" },
  { LEADS, "leads", "leader", "" },    { LEADS, "led", "leader", "" },
  { SAYS, "has_roles", "", "" },
  { TITLE, "mr.", "m", "" },           { TITLE, "mrs.", "f", "" },
  { GENDER, "he", "m", "" }, { GENDER, "she", "f", "" },
  { GENDER, "his", "m", "" }, { GENDER, "her", "f", "" },
  { SAYS, "source_comma", "", "" },
  { ADVERBS, "ly", "", "" },
  { VERB, "say", "base finite", "" },
  { SENSE, "said", "quote clause that any", "" },
  { VERB, "says", "finite", "" },
  { SENSE, "said", "quote clause that any", "" },
  { VERB, "said", "finite past participle", "" },
  { SENSE, "said", "object", "of" },
  { SENSE, "said", "quote clause that any", "" },
  { VERB, "saying", "ing", "" },
  { SENSE, "said", "quote clause that any", "" },
  { VERB, "added", "finite past participle", "" },
  { SENSE, "said", "quote clause that", "" },
  { VERB, "adding", "ing", "" },
  { SENSE, "said", "quote clause that", "" },
  { VERB, "hinted", "finite past participle", "" },
  { SENSE, "suggested", "object", "at" },
  { SENSE, "suggested", "quote clause that", "" },
  { VERB, "told", "finite past participle", "" },
  { SENSE, "told", "quote clause that any heard", "" },
  { VERB, "briefed", "finite past participle", "" },
  { SENSE, "told", "that heard", "" },
  { VERB, "quoted", "finite past participle", "" },
  { SENSE, "reported", "object", "" },
  { VERB, "criticised", "finite past participle", "" },
  { SENSE, "criticised", "object", "" },
  { VERB, "refused", "finite past participle", "" },
  { SENSE, "denied", "to object", "" },
  { VERB, "vowed", "finite past participle", "" },
  { SENSE, "promised", "quote clause that to", "" },
  { VERB, "wants", "finite", "" },
  { SENSE, "wanted", "to", "" },
  { VERB, "plans", "finite noun", "" },
  { SENSE, "wanted", "to", "" },
  { VERB, "claims", "finite noun", "" },
  { SENSE, "claimed", "quote clause that", "" },
  { NOUN, "promise", "promised", "to that" },
  { NOUN, "claim", "claimed", "that of" },
  { OWNED, "view", "thought", "in" },
  { SOURCE, "according to", "", "" },
  { ADVERB, "so far", "", "" },        { ADVERB, "no longer", "", "" },
  { LIST, "parties", "d r", "" },      { LIST, "regions", "ohio ill.", "" },
};

static const clauses_row clauses_german[] = {
  { LIST, "determiners", "der die das dem den ein eine sein ihr am", "" },
  { LIST, "possessive", "sein ihr", "" },
  { LIST, "subjects", "er sie es wir", "" },
  { LIST, "objects", "ihn ihm sich", "" },
  { LIST, "auxiliaries", "ist war wird hat habe sei wolle werde", "" },
  { LIST, "reported", "sei habe wolle werde", "" },
  { LIST, "be", "wird", "" },
  { LIST, "negations", "nicht", "" },
  { LIST, "adverbs", "auch dann nicht", "" },
  { LIST, "times", "montag dienstag", "" },
  { LIST, "prepositions", "in im an auf mit nach von zu laut", "" },
  { LIST, "conjunctions", "und oder aber", "" },
  { LIST, "subordinators", "dass ob", "" },
  { LIST, "openers", "dass ob", "" },
  { LIST, "pasts", "ging kam", "" },
  { LIST, "roles", "ministerin richter", "" },
  { LIST, "men", "paul", "" },         { LIST, "women", "ann", "" },
  { LIST, "office_persons", "ministerin richter", "" },
  { LIST, "office_past", "fr\xC3\xBCherer", "" },
  { LIST, "office_of", "der des", "" },
  { LIST, "office_becoming", "ist war", "" },
  { LIST, "office_was", "war", "" },   { LIST, "office_joins", "und", "" },
  { SAYS, "compounds", "", "" },       { SAYS, "head_first", "", "" },
  { SAYS, "has_roles", "", "" },
  { GENDER, "er", "m", "" },           { GENDER, "sie", "f", "" },
  { SAYS, "separable", "", "" }, { SAYS, "comma_openers", "", "" },
  { SAYS, "capital_nouns", "", "" },
  { VERB, "sagte", "finite past", "" },
  { SENSE, "said", "quote clause that any", "" },
  { VERB, "teilte", "finite past", "" },
  { SENSE, "said", "quote clause that", "mit" },
  { VERB, "wies", "finite past", "" },
  { SENSE, "denied", "object", "zur\xC3\xBC" "ck" },
  { SOURCE, "laut", "", "" },
};

static inline gloss_slice clauses_slice(const char *s) {
  return (gloss_slice){ s, strlen(s) };
}

static inline bool clauses_add(gloss_lexicon *l, const clauses_row *row,
                               gloss_error *err) {
  gloss_slice a = clauses_slice(row->a), b = clauses_slice(row->b),
              c = clauses_slice(row->c);
  switch (row->kind) {
    case LIST: return gloss_lexicon_list(l, a, b, err);
    case SAYS: return gloss_lexicon_says(l, a, err);
    case VERB: return gloss_lexicon_verb(l, a, b, err);
    case SENSE: return gloss_lexicon_sense(l, a, b, c, err);
    case NOUN: return gloss_lexicon_noun(l, a, b, c, err);
    case OWNED: return gloss_lexicon_owned(l, a, b, c, err);
    case SOURCE: return gloss_lexicon_source(l, a, err);
    case ADVERB: return gloss_lexicon_adverb_phrase(l, a, err);
    case GENDER: return gloss_lexicon_word(l, GLOSS_FACT_PERSONAL, a, b, err);
    case TITLE: return gloss_lexicon_word(l, GLOSS_FACT_TITLE, a, b, err);
    case LEADS: return gloss_lexicon_word(l, GLOSS_FACT_LEADS, a, b, err);
    case NUMBER: return gloss_lexicon_reckon(l, a, strtod(row->b, NULL), err);
    case ADVERBS: return gloss_lexicon_adverbs(l, a, err);
  }
  return false;
}

static inline bool clauses_add_all(gloss_lexicon *l, const clauses_row *rows,
                                   size_t count, gloss_error *err) {
  for (size_t i = 0; i < count; i++)
    if (!clauses_add(l, &rows[i], err)) return false;
  return true;
}

#define CLAUSES_COUNT(rows) (sizeof(rows) / sizeof *(rows))

/* The lexicon of a language, "en" or "de"; NULL: no memory. */
static inline gloss_lexicon *clauses_lexicon(const char *code,
                                             gloss_error *err) {
  bool german = strcmp(code, "de") == 0;
  gloss_lexicon *l = gloss_lexicon_new(err);
  if (l != NULL &&
      clauses_add_all(l, clauses_common, CLAUSES_COUNT(clauses_common), err) &&
      (german ? clauses_add_all(l, clauses_german,
                                CLAUSES_COUNT(clauses_german), err)
              : clauses_add_all(l, clauses_english,
                                CLAUSES_COUNT(clauses_english), err)) &&
      gloss_lexicon_close(l, err))
    return l;
  gloss_lexicon_free(l);
  return NULL;
}

/* ---- Texts --------------------------------------------------------------- */

/* A text, read. */
typedef struct clauses_text {
  gloss_clause_words *words;
  gloss_arena *arena;
  gloss_doc *doc;
  gloss_clause_log log;
  gloss_clauses list;
} clauses_text;

/* Forgets what was read; the document and its layers stay. */
static inline void clauses_forget(clauses_text *text) {
  gloss_clause_words_free(text->words);
  gloss_arena_free(text->arena);
  text->words = NULL;
  text->arena = NULL;
}

static inline void clauses_close(clauses_text *text) {
  gloss_doc_free(text->doc);
  clauses_forget(text);
  free(text->log.rows);
}

/* Reads a text with a lexicon, a transcript too; close it whatever happens. */
static inline bool clauses_read(clauses_text *text, const char *bytes,
                                const gloss_lexicon *lexicon,
                                const gloss_language *language,
                                gloss_error *err) {
  gloss_options options = { .language = language };
  gloss_clauses *list = &text->list;
  size_t len = strlen(bytes);
  memset(text, 0, sizeof *text);
  text->arena = gloss_arena_new();
  text->words = gloss_clause_words_new(lexicon);
  text->doc = gloss_doc_new(bytes, len, &options, err);
  if (text->arena == NULL || text->words == NULL || text->doc == NULL)
    return false;
  *list = (gloss_clauses){ .lexicon = lexicon, .words = text->words,
                           .arena = text->arena, .doc = text->doc,
                           .text = bytes, .len = (uint32_t)len,
                           .doubles = -1, .log = &text->log };
  return gloss_marks_pair(list) && gloss_transcript_add(list) >= 0 &&
         gloss_items_read(list, list->stretches, list->stretch_count,
                          (gloss_span){ 0, list->len }, err) &&
         !text->log.failed;
}

#endif

/* doc_fuzz.c - any bytes as a document: the first byte picks the language (und
** or rules with all flags), the second may set a mask, the rest is the text.
** What must hold: spans in order and inside, atoms whatever the tokens,
** every way of reading alike. */
#include "gloss.h"
#include "tokenise/tokenise.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A language whose lists and flags make every rule run. */
static gloss_language *make_language(unsigned flags) {
  static const char *const items[][2] = {
    { "abbreviations.never", "mr" }, { "abbreviations.may", "inc" },
    { "abbreviations.end", "etc" }, { "abbreviations.number", "no" },
    { "abbreviations.name", "st" }, { "clitics.endings", "'s" },
    { "clitics.endings", "n't" }, { "clitics.starts", "l'" },
    { "clitics.keep", "'em" }, { "clitics.split", "can|not" },
    { "hyphen.keep_first", "ex" }, { "hyphen.cut_last", "t-il" },
    { "slash.keep", "w/o" }, { "units", "km" }, { "units.money", "m" },
    { "months", "mai" }, { "starters", "the" }, { "goes_on", "or" },
    { "speech", "said" }, { "pronouns", "he" }, { "names_with_mark", "a!" },
  };
  gloss_language_builder *b = gloss_language_builder_new("xx", NULL, NULL);
  const gloss_language_field *field = gloss_language_fields();
  gloss_language *language;
  for (size_t i = 0; i < sizeof items / sizeof *items; i++)
    gloss_language_add(b, items[i][0], items[i][1], strlen(items[i][1]), NULL);
  for (unsigned n = 0; field->name != NULL; field++)
    if (field->kind == GLOSS_FIELD_FLAG) {
      bool on = (flags >> (n++ % 8) & 1) != 0;
      gloss_language_add(b, field->name, on ? "true" : "false", on ? 4u : 5u,
                         NULL);
    }
  language = gloss_language_build(b, NULL);
  gloss_language_builder_free(b);
  return language;
}

static void must(bool so) {
  if (!so) abort();
}

static void check_spans(gloss_doc *doc, size_t len) {
  size_t count, at = 0;
  const gloss_sentence *sentences;
  const gloss_span *atoms;
  for (size_t i = 0; i < gloss_doc_token_count(doc); i++) {
    gloss_token token = gloss_doc_token(doc, i);
    must(token.start >= at && token.end > token.start && token.end <= len);
    at = token.end;
  }
  sentences = gloss_doc_sentences(doc, &count, NULL);
  at = 0;
  for (size_t i = 0; i < count; i++) {
    must(sentences[i].start >= at && sentences[i].end > sentences[i].start);
    at = sentences[i].end;
  }
  must(at <= len);
  atoms = gloss_doc_atoms(doc, &count, NULL);
  at = 0;
  for (size_t i = 0; i < count; i++) {
    must(atoms[i].start >= at && atoms[i].end > atoms[i].start);
    at = atoms[i].end;
  }
  must(at <= len);
  gloss_doc_decisions(doc, &count, NULL);
  gloss_doc_paragraphs(doc, &count, NULL);
}

static void check_ways(const gloss_language *language, const char *text,
                       size_t len) {
  gloss_token_list plain = { 0 };
  must(gloss_tokenise_with(GLOSS_BLOCKS_PLAIN, language, text, len, &plain));
  for (int way = 0; way < GLOSS_BLOCKS_PLAIN; way++) {
    gloss_token_list other = { 0 };
    if (!gloss_tokenise_can((gloss_block_way)way)) continue;
    must(gloss_tokenise_with((gloss_block_way)way, language, text, len,
                             &other));
    must(other.count == plain.count && other.mark_count == plain.mark_count);
    must(plain.count == 0 ||
         (memcmp(other.starts, plain.starts, plain.count * 4) == 0 &&
          memcmp(other.ends, plain.ends, plain.count * 4) == 0 &&
          memcmp(other.kinds, plain.kinds, plain.count) == 0 &&
          memcmp(other.rules, plain.rules, plain.count) == 0));
    gloss_token_list_free(&other);
  }
  gloss_token_list_free(&plain);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  const char *text = (const char *)data + 2;
  gloss_options options = { NULL, NULL };
  gloss_language *language = NULL;
  gloss_doc *doc;
  if (size < 2 || gloss_utf8_check(text, size - 2) != size - 2) return 0;
  size -= 2;
  if (data[0] != 0) language = make_language(data[0]);
  options.language = language;
  doc = gloss_doc_new(text, size, &options, NULL);
  must(doc != NULL);
  if (data[1] != 0 && data[1] < size) {
    gloss_span mask = { (uint32_t)(data[1] / 2), data[1] };
    gloss_doc_mask(doc, &mask, 1, NULL); /* refused where it cuts one */
  }
  check_spans(doc, size);
  gloss_doc_free(doc);
  if (language != NULL) check_ways(language, text, size);
  gloss_language_free(language);
  return 0;
}

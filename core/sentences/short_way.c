/* short_way.c - decides the places that most are, from the tokens alone. */
#include "sentences/short_way.h"

#include "sentences/lines.h"
#include "sentences/rules.h"
#include "tokenise/token_rules.h"

/* A word of two letters or more that nothing else can be said of. */
static bool is_plain_word(const gloss_token_list *list, size_t token) {
  return list->rules[token] == TOKEN_WORD &&
         list->kinds[token] == GLOSS_WORD &&
         list->ends[token] - list->starts[token] > 1;
}

/* A line break before a small word, in a sentence that is no short line: it
** is no item, no heading, no short line. */
static bool is_inner_break(const gloss_sentence_input *in, size_t first,
                           size_t mark) {
  const gloss_token_list *list = in->tokens;
  size_t end = list->ends[mark], next = list->starts[mark + 1];
  return is_plain_word(list, mark) && is_plain_word(list, mark + 1) &&
         in->text[end] == '\n' && next == end + 1 &&
         in->text[next] >= 'a' && in->text[next] <= 'z' &&
         end - list->starts[first] > GLOSS_LINE_SHORT &&
         mark + 2 < list->count &&
         list->starts[mark + 2] > list->ends[mark + 1];
}

/* Whether ? or ! is no part of a name, and in no bracket (there is none). */
static bool is_plain_question(const gloss_sentence_input *in, size_t mark,
                              bool brackets) {
  const gloss_token_list *list = in->tokens;
  size_t start = list->starts[mark - 1], end = list->ends[mark];
  /* `goes_on` has words of scripts without capitals. */
  if ((unsigned char)in->text[list->starts[mark + 1]] >= 0x80) return false;
  return !brackets && !in->language->flags[FIELD_INTERJECTIONS_JOIN] &&
         (gloss_word_lists(&in->language->words, in->text + start,
                           end - start) &
          GLOSS_LIST(FIELD_NAMES_WITH_MARK)) == 0;
}

/* Whether a token is a full stop alone, white space before it. */
static bool is_full_stop(const gloss_sentence_input *in, size_t token) {
  const gloss_token_list *list = in->tokens;
  return in->text[list->starts[token]] == '.' &&
         list->ends[token] - list->starts[token] == 1 && token > 0 &&
         list->starts[token] > list->ends[token - 1];
}

/* A capital, or a letter of a script without case. */
static bool begins_sentence(const char *text, size_t at) {
  size_t next;
  if ((unsigned char)text[at] < 0x80) return gloss_is_upper(text[at]);
  return gloss_char_at(text, at, &next) == CHAR_LETTER &&
         gloss_char_case(text, at) != 2;
}

/* Whether a capital follows token `last`, or a quote and a capital. */
static bool capital_follows(const gloss_sentence_input *in, size_t last) {
  const gloss_token_list *list = in->tokens;
  size_t at = list->ends[last], next = last + 1;
  if (in->text[at] != ' ' || list->starts[next] != ++at) return false;
  if (in->text[at] == '"') {
    if (++next == list->count || list->starts[next] != ++at) return false;
  }
  return list->kinds[next] == GLOSS_WORD && begins_sentence(in->text, at);
}

int gloss_sentence_decide_plain(const gloss_sentence_input *in, size_t first,
                                size_t mark, bool brackets, size_t *last) {
  const gloss_token_list *list = in->tokens;
  const char *text = in->text;
  bool stop, quote = false;
  size_t end;
  *last = mark;
  if (mark < first + 4 || mark + 2 >= list->count) return -1;
  if (list->rules[mark] != TOKEN_MARK)
    return is_inner_break(in, first, mark) ? GLOSS_RULE_LINE_BREAK : -1;
  stop = text[list->starts[mark]] == '.';
  if (stop && is_full_stop(in, mark - 1) && is_full_stop(in, mark + 1))
    return GLOSS_RULE_SIGN_BEHIND; /* . . . */
  if (!(stop || text[list->starts[mark]] == '?' ||
        text[list->starts[mark]] == '!') ||
      !is_plain_word(list, mark - 1) ||
      list->ends[mark - 1] != list->starts[mark])
    return -1;
  end = list->ends[mark];
  if (text[end] == '"' && list->ends[mark + 1] == end + 1) {
    quote = true;
    *last = mark + 1;
    end++;
  }
  if (text[end] == '\n' && text[end + 1] == '\n') return GLOSS_RULE_BLANK_LINE;
  if (!capital_follows(in, *last)) return -1;
  return stop || (!quote && is_plain_question(in, mark, brackets))
             ? GLOSS_RULE_END_MARK
             : -1;
}

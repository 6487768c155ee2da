/* guess.c - what kind of thing a name means, with the reason. A guess, never a
** fact. */
#include "base/number.h"
#include "doc/doc_private.h"
#include "names/names.h"

/* As gloss_names_rule counts. */
static const char *const rules[GLOSS_NAMES_RULES] = {
  "title", "suffix", "company", "known", "head", "initial", "given", "place",
  "age", "noun", "of", "acronym", "speech", "in", "role"
};

int gloss_guess_rule(const char *name) {
  for (int i = 0; i < GLOSS_NAMES_RULES; i++)
    if (strcmp(rules[i], name) == 0) return i;
  return -1;
}

/* As gloss_name_type counts. */
static const char *const types[GLOSS_NAME_TYPES] = { "", "PERSON", "ORG",
                                                     "GPE", "LOC" };
const char *gloss_name_type_name(unsigned type) { return types[type]; }

/* As gloss_reason counts: what stands before the word, and behind it. */
static const struct { const char *before, *behind; } reasons[] = {
  { "company: ", "" },   { "organisation: ", "" }, { "suffix: ", "" },
  { "place: ", "" },     { "known place", "" },    { "known organisation", "" },
  { "&", "" },           { "of: ", "" },           { "given name: ", "" },
  { "initial: ", "" },   { "particle: ", "" },     { "title: ", "" },
  { "after: ", "" },     { "before: ", "" },       { "", " of" },
  { "in ", "" },         { "age", "" },            { "acronym", "" },
  { "speech: ", "" },    { "role: ", "" },         { "date line", "" },
};

static const gloss_name_guess nothing = { .type = GLOSS_NAME_UNKNOWN };

/* A guess whose reason is about a word (bytes NULL: about none). */
static gloss_name_guess made(const gloss_names *n, gloss_name_type type,
                             gloss_reason reason, gloss_slice word,
                             gloss_names_rule rule) {
  int64_t weight = n->numbers.weights[rule];
  return (gloss_name_guess){
    .type = (uint8_t)type, .reason = (uint8_t)reason, .weight = weight,
    .no_person = type != GLOSS_NAME_PERSON && weight >= n->numbers.sure,
    .word = word.bytes != NULL ? word : (gloss_slice){ "", 0 } };
}

static const gloss_slice no_word = { NULL, 0 };

/* ---- By its own words ---------------------------------------------------- */

static uint32_t sets_of(const gloss_names *n, const gloss_name_part *part) {
  return n->lows[part->low].sets;
}

static gloss_name_guess by_ends(const gloss_names *n,
                                const gloss_name_form *form) {
  const gloss_name_part *first = &form->parts[0];
  const gloss_name_part *last = &form->parts[form->part_count - 1];
  uint32_t ends = sets_of(n, last);
  if (ends & GLOSS_SET_COMPANY)
    return made(n, GLOSS_NAME_ORG, GLOSS_REASON_COMPANY, last->text,
                GLOSS_BY_COMPANY);
  if (ends & GLOSS_SET_ORGANISATION && form->single)
    return made(n, GLOSS_NAME_ORG, GLOSS_REASON_ORGANISATION, last->text,
                GLOSS_BY_NOUN);
  if (form->single) return nothing;
  if (ends & GLOSS_SET_SUFFIX)
    return made(n, GLOSS_NAME_PERSON, GLOSS_REASON_SUFFIX, last->text,
                GLOSS_BY_SUFFIX);
  if (sets_of(n, first) & GLOSS_SET_LOC_FIRST)
    return made(n, GLOSS_NAME_LOC, GLOSS_REASON_PLACE, first->text,
                GLOSS_BY_HEAD);
  if (ends & GLOSS_SET_ORGANISATION)
    return made(n, GLOSS_NAME_ORG, GLOSS_REASON_ORGANISATION, last->text,
                GLOSS_BY_HEAD);
  if (ends & GLOSS_SET_GPE_LAST)
    return made(n, GLOSS_NAME_GPE, GLOSS_REASON_PLACE, last->text,
                GLOSS_BY_HEAD);
  if (ends & GLOSS_SET_LOC_LAST)
    return made(n, GLOSS_NAME_LOC, GLOSS_REASON_PLACE, last->text,
                GLOSS_BY_HEAD);
  return nothing;
}

static gloss_name_guess by_lists(const gloss_names *n,
                                 const gloss_name_form *form) {
  uint32_t sets = n->lows[form->low].sets;
  gloss_name_type type = sets & GLOSS_SET_PLACE ? GLOSS_NAME_GPE
                         : sets & GLOSS_SET_KNOWN ? GLOSS_NAME_ORG
                         : sets & GLOSS_SET_GPE ? GLOSS_NAME_GPE
                         : sets & GLOSS_SET_LOC ? GLOSS_NAME_LOC
                                                : GLOSS_NAME_UNKNOWN;
  if (type == GLOSS_NAME_UNKNOWN) return nothing;
  return made(n, type, type == GLOSS_NAME_ORG ? GLOSS_REASON_KNOWN
                                              : GLOSS_REASON_KNOWN_PLACE,
              no_word, GLOSS_BY_KNOWN);
}

static bool has_ampersand(gloss_slice text) {
  for (size_t i = 0; i + 3 <= text.len; i++)
    if (memcmp(text.bytes + i, " & ", 3) == 0) return true;
  return false;
}

/* "Ministry of ...", "Bell & Moor", "City of Kent". */
static gloss_name_guess by_parts(const gloss_names *n,
                                 const gloss_name_form *form) {
  const gloss_name_part *parts = form->parts;
  for (uint32_t i = 0; i + 1 < form->part_count; i++)
    if ((sets_of(n, &parts[i]) & GLOSS_SET_ORGANISATION) &&
        (sets_of(n, &parts[i + 1]) & GLOSS_SET_LINK))
      return made(n, GLOSS_NAME_ORG, GLOSS_REASON_ORGANISATION, parts[i].text,
                  GLOSS_BY_HEAD);
  if (has_ampersand(form->text))
    return made(n, GLOSS_NAME_ORG, GLOSS_REASON_AMPERSAND, no_word,
                GLOSS_BY_HEAD);
  if (form->part_count > 1 && (sets_of(n, &parts[1]) & GLOSS_SET_OF))
    return made(n, GLOSS_NAME_GPE, GLOSS_REASON_OF, parts[0].text,
                GLOSS_BY_OF);
  return nothing;
}

static bool is_initial(gloss_slice text) {
  return text.len >= 1 && text.len <= 2 && text.bytes[0] >= 'A' &&
         text.bytes[0] <= 'Z' && (text.len == 1 || text.bytes[1] == '.');
}

/* Is the part written in small letters? */
static bool is_lower(const gloss_names *n, const gloss_name_part *part) {
  gloss_slice low;
  low.bytes = gloss_intern_get(&n->low_numbers, part->low, &low.len);
  return gloss_same_bytes(part->text, low);
}

static gloss_name_guess by_person(const gloss_names *n,
                                  const gloss_name_form *form) {
  const gloss_name_part *parts = form->parts;
  if (form->part_count > n->numbers.person_words) return nothing;
  if (sets_of(n, &parts[0]) & GLOSS_SET_GIVEN)
    return made(n, GLOSS_NAME_PERSON, GLOSS_REASON_GIVEN, parts[0].text,
                GLOSS_BY_GIVEN);
  for (uint32_t i = 0; i + 1 < form->part_count; i++) {
    if (is_initial(parts[i].text))
      return made(n, GLOSS_NAME_PERSON, GLOSS_REASON_INITIAL, parts[i].text,
                  GLOSS_BY_INITIAL);
    if (i > 0 && (sets_of(n, &parts[i]) & GLOSS_SET_PERSONAL) &&
        is_lower(n, &parts[i]))
      return made(n, GLOSS_NAME_PERSON, GLOSS_REASON_PARTICLE, parts[i].text,
                  GLOSS_BY_GIVEN);
  }
  return nothing;
}

gloss_name_guess gloss_guess_of_form(const gloss_names *n,
                                     const gloss_name_form *form) {
  gloss_name_guess guess = nothing;
  if (form->part_count == 0) return guess;
  guess = by_ends(n, form);
  if (guess.type == GLOSS_NAME_UNKNOWN) guess = by_lists(n, form);
  if (guess.type == GLOSS_NAME_UNKNOWN) guess = by_parts(n, form);
  if (guess.type == GLOSS_NAME_UNKNOWN) guess = by_person(n, form);
  return guess;
}

/* ---- By what stands beside it -------------------------------------------- */

/* A guess whose reason is about a token's word, folded. */
static gloss_name_guess by_token(const gloss_names *n, gloss_name_type type,
                                 gloss_reason reason, size_t token,
                                 gloss_names_rule rule) {
  gloss_slice word = gloss_doc_folded(n->doc, token);
  if (word.bytes == NULL) word = gloss_names_text(n, token, token);
  return made(n, type, reason, word, rule);
}

/* "carmaker Ford", "Ford shares", "Ford's chief executive"; not "Kent's
** president". */
static gloss_name_guess by_firm(gloss_names *n, const gloss_name_spot *spot) {
  const gloss_names_bits *is = &n->is;
  size_t behind = (size_t)spot->piece.last + 1;
  uint64_t bits = spot->after;
  if (spot->before & is->before_firm && (spot->before & is->cap) == 0)
    return by_token(n, GLOSS_NAME_ORG, GLOSS_REASON_AFTER,
                    spot->piece.first - 1, GLOSS_BY_NOUN);
  if (bits & is->own) bits = gloss_names_at(n, ++behind);
  if ((bits & is->behind_firm) && (bits & is->cap) == 0 &&
      (gloss_names_sets(n, behind) & GLOSS_SET_EITHER) == 0)
    return by_token(n, GLOSS_NAME_ORG, GLOSS_REASON_BEFORE, behind,
                    GLOSS_BY_NOUN);
  return nothing;
}

/* "the city of Westford", "Westford, Texas". */
static gloss_name_guess by_place(gloss_names *n, const gloss_name_spot *spot) {
  const gloss_names_bits *is = &n->is;
  size_t first = spot->piece.first, state = (size_t)spot->piece.last + 2;
  if (spot->before & is->of && first > 1 &&
      gloss_names_has(n, first - 2, is->before_of))
    return by_token(n, GLOSS_NAME_GPE, GLOSS_REASON_PLACE_OF, first - 2,
                    GLOSS_BY_PLACE);
  if (spot->after & is->comma && gloss_names_has(n, state, is->state) &&
      gloss_names_has(n, state, is->cap))
    return made(n, GLOSS_NAME_GPE, GLOSS_REASON_IN,
                gloss_names_text(n, state, state), GLOSS_BY_PLACE);
  return nothing;
}

enum { OLDEST = 120 };

/* "Ann Bell, 47, ..." */
static gloss_name_guess by_age(gloss_names *n, const gloss_name_spot *spot) {
  const gloss_names_bits *is = &n->is;
  size_t age = (size_t)spot->piece.last + 2;
  double years;
  if (gloss_names_has(n, age, is->aged)) age++; /* then 26 */
  if ((spot->after & is->comma) == 0 || !gloss_names_has(n, age, is->number) ||
      !gloss_names_has(n, age + 1, is->comma) ||
      !gloss_read_number(gloss_names_text(n, age, age), &years) ||
      years >= OLDEST)
    return nothing;
  return made(n, GLOSS_NAME_PERSON, GLOSS_REASON_AGE, no_word, GLOSS_BY_AGE);
}

enum { APPOSITION = 6 }; /* words up to what somebody is */

/* "Ann Bell, who ...", "Ann Bell, a retired docker": the token that says it, or
** GLOSS_NO_NAME. */
static size_t role_behind(const gloss_names *n, const gloss_name_spot *spot) {
  const gloss_names_bits *is = &n->is;
  size_t at = (size_t)spot->piece.last + 2;
  if ((spot->after & is->comma) == 0 || spot->before & is->within)
    return GLOSS_NO_NAME; /* a man of Westford, who ... */
  if (gloss_names_has(n, at, is->relative)) return at;
  if (!gloss_names_has(n, at, is->indefinite)) return GLOSS_NO_NAME;
  for (size_t i = at + 1; i <= at + APPOSITION; i++) {
    if (gloss_names_has(n, i, is->cap) || !gloss_names_has(n, i, is->small))
      break;
    if (gloss_names_has(n, i, is->role | is->relative)) return i;
  }
  return GLOSS_NO_NAME;
}

static bool is_role(const gloss_names *n, size_t i) {
  return gloss_names_has(n, i, n->is.role) && !gloss_names_has(n, i, n->is.cap);
}

/* "the architect Ann Bell", "a spokeswoman, Ann Bell,", "Ann Bell, a docker"
** tell a person. */
static gloss_name_guess by_role(gloss_names *n, const gloss_name_spot *spot) {
  size_t first = spot->piece.first, role = GLOSS_NO_NAME;
  if (n->forms[spot->form].single) return nothing;
  if (first > 0 && spot->before != 0 && is_role(n, first - 1))
    role = first - 1;
  else if (first > 1 && (spot->before & n->is.comma) &&
           (spot->after & n->is.comma) && is_role(n, first - 2))
    role = first - 2;
  else
    role = role_behind(n, spot);
  if (role == GLOSS_NO_NAME) return nothing;
  return by_token(n, GLOSS_NAME_PERSON, GLOSS_REASON_ROLE, role, GLOSS_BY_ROLE);
}

static gloss_name_guess by_date_line(const gloss_names *n,
                                     const gloss_name_spot *spot) {
  if (!spot->date_line) return nothing;
  return made(n, GLOSS_NAME_GPE, GLOSS_REASON_DATE_LINE, no_word,
              GLOSS_BY_PLACE);
}

/* A short form that nothing else speaks for, without full stops. */
static gloss_name_guess by_acronym(const gloss_names *n,
                                   const gloss_name_spot *spot) {
  const gloss_name_form *form = &n->forms[spot->form];
  if (!form->acronym || (spot->any & n->is.heading) ||
      memchr(form->text.bytes, '.', form->text.len) != NULL)
    return nothing;
  return made(n, GLOSS_NAME_ORG, GLOSS_REASON_ACRONYM, no_word,
              GLOSS_BY_ACRONYM);
}

gloss_name_guess gloss_guess_of_long(const gloss_names *n,
                                     const gloss_name_form *form) {
  if (form->guess.type != GLOSS_NAME_UNKNOWN &&
      form->guess.type != GLOSS_NAME_PERSON)
    return form->guess;
  return made(n, GLOSS_NAME_ORG, GLOSS_REASON_ACRONYM, no_word,
              GLOSS_BY_ACRONYM);
}

static gloss_name_guess by_verb(gloss_names *n, const gloss_name_spot *spot) {
  if ((spot->after & n->is.speech) && !n->forms[spot->form].single)
    return by_token(n, GLOSS_NAME_PERSON, GLOSS_REASON_SPEECH,
                    (size_t)spot->piece.last + 1, GLOSS_BY_SPEECH);
  if ((spot->before & n->is.says) && !n->forms[spot->form].single)
    return by_token(n, GLOSS_NAME_PERSON, GLOSS_REASON_SPEECH,
                    spot->piece.first - 1, GLOSS_BY_SPEECH);
  if ((spot->before & n->is.before_place) && (spot->before & n->is.cap) == 0)
    return by_token(n, GLOSS_NAME_GPE, GLOSS_REASON_AFTER,
                    spot->piece.first - 1, GLOSS_BY_IN);
  return nothing;
}

static gloss_name_guess by_place_in_text(gloss_names *n,
                                         const gloss_name_spot *spot) {
  gloss_name_guess guess = by_firm(n, spot);
  if (guess.type == GLOSS_NAME_UNKNOWN) guess = by_role(n, spot);
  if (guess.type == GLOSS_NAME_UNKNOWN) guess = by_date_line(n, spot);
  if (guess.type == GLOSS_NAME_UNKNOWN) guess = by_place(n, spot);
  if (guess.type == GLOSS_NAME_UNKNOWN) guess = by_age(n, spot);
  if (guess.type == GLOSS_NAME_UNKNOWN) guess = by_acronym(n, spot);
  if (guess.type == GLOSS_NAME_UNKNOWN) guess = by_verb(n, spot);
  return guess;
}

/* Behind a title stands a person, or a company. */
static gloss_name_guess by_title(const gloss_names *n,
                                 const gloss_name_spot *spot) {
  const gloss_name_form *form = &n->forms[spot->form];
  gloss_name_guess guess;
  if (form->guess.type != GLOSS_NAME_UNKNOWN &&
      (sets_of(n, &form->parts[form->part_count - 1]) & GLOSS_SET_COMPANY))
    return form->guess;
  guess = made(n, GLOSS_NAME_PERSON, GLOSS_REASON_TITLE, no_word,
               GLOSS_BY_TITLE);
  guess.word.bytes = NULL;
  guess.first = spot->piece.title_first;
  guess.last = spot->piece.title_last;
  return guess;
}

/* "Lena Park", by a word such as Park a place, is a person who does what people
** do. */
static gloss_name_guess not_a_place(gloss_names *n,
                                    const gloss_name_spot *spot) {
  const gloss_name_form *form = &n->forms[spot->form];
  gloss_name_guess guess = by_role(n, spot);
  if (guess.type != GLOSS_NAME_UNKNOWN &&
      gloss_names_has(n, (size_t)spot->piece.last + 2, n->is.relative))
    return form->guess; /* those on Orta Hill, who ... */
  if (guess.type == GLOSS_NAME_UNKNOWN &&
      (sets_of(n, &form->parts[0]) & GLOSS_SET_GIVEN) &&
      (spot->after & n->is.speech))
    guess = by_token(n, GLOSS_NAME_PERSON, GLOSS_REASON_SPEECH,
                     (size_t)spot->piece.last + 1, GLOSS_BY_ROLE);
  return guess.type != GLOSS_NAME_UNKNOWN ? guess : form->guess;
}

gloss_name_guess gloss_guess_of_spot(gloss_names *n,
                                     const gloss_name_spot *spot) {
  const gloss_name_form *form = &n->forms[spot->form];
  if (spot->piece.title_first != GLOSS_NO_NAME) return by_title(n, spot);
  if (form->guess.type == GLOSS_NAME_LOC && form->part_count == 2 &&
      form->guess.reason == GLOSS_REASON_PLACE)
    return not_a_place(n, spot);
  if (form->guess.type != GLOSS_NAME_UNKNOWN) return form->guess;
  return by_place_in_text(n, spot);
}

/* ---- In words ------------------------------------------------------------ */

gloss_slice gloss_guess_reason(gloss_names *n, const gloss_name_guess *guess) {
  const char *before = reasons[guess->reason].before;
  const char *behind = reasons[guess->reason].behind;
  gloss_slice word = guess->word.bytes != NULL
                         ? guess->word
                         : gloss_names_joined(n, guess->first, guess->last,
                                              false);
  size_t b = strlen(before), e = strlen(behind);
  char *all;
  if (word.len + e == 0) return (gloss_slice){ before, b };
  all = gloss_arena_raw(n->doc->arena, b + word.len + e);
  if (all == NULL) {
    n->failed = true;
    return (gloss_slice){ before, b };
  }
  memcpy(all, before, b);
  if (word.len > 0) memcpy(all + b, word.bytes, word.len);
  memcpy(all + b + word.len, behind, e);
  return (gloss_slice){ all, b + word.len + e };
}

/* runs.c - where names may stand: in each sentence the longest stretches of
** words with a capital, read on over what belongs to a name, and cut. */
#include "base/array.h"
#include "names/names.h"

/* ---- What may be a name -------------------------------------------------- */

void gloss_name_put(gloss_names *n, gloss_name_piece piece, uint64_t before,
                    uint64_t after) {
  gloss_name_spot spot = { .piece = piece, .all = UINT64_MAX,
                           .before = before, .after = after };
  for (uint32_t i = piece.first; i <= piece.last; i++) {
    spot.any |= n->bits[i];
    if (n->bits[i] & n->is.cap) spot.all &= n->bits[i];
  }
  spot.form = gloss_names_form(n, piece.first, piece.last,
                               (spot.any & n->is.small) != 0);
  spot.date_line = (spot.any & n->is.small) == 0 &&
                   gloss_name_in_date_line(n, &piece);
  if (!gloss_array_reserve(n->spots, n->spot_room, n->spot_count + 1))
    n->failed = true;
  else
    n->spots[n->spot_count++] = spot;
}

/* Puts the pieces into which a run was cut; those up to the token `covered` - 1
** belong to a run before. */
static void put_pieces(gloss_names *n, uint32_t first, uint32_t last,
                       uint64_t before, uint64_t after, uint32_t covered) {
  for (size_t i = 0; i < n->cutting.count; i++) {
    gloss_name_piece p = n->cutting.pieces[i];
    if (p.first < covered) continue;
    gloss_name_put(n, p, p.first > first ? n->bits[p.first - 1] : before,
                   p.last < last ? n->bits[p.last + 1] : after);
  }
}

/* ---- Runs that go on, or have something before them ---------------------- */

/* "The Hague" is one, "the Fund" is not. */
static bool is_place_with_article(gloss_names *n, uint32_t first,
                                  uint32_t last) {
  return (gloss_names_sets_between(n, first, last) & GLOSS_SET_PLACE) != 0 &&
         (gloss_names_sets_between(n, first + 1, last) & GLOSS_SET_PLACE) == 0;
}

/* Gives the run's first name, which begins it, what stands before: particles,
** a title in small letters. */
static void add_before(gloss_names *n, gloss_name_piece *piece) {
  const gloss_names_bits *is = &n->is;
  uint32_t first = piece->first;
  uint64_t before = first > n->from ? n->bits[first - 1] : 0;
  if (before & is->big_article &&
      is_place_with_article(n, first - 1, piece->last)) {
    piece->first--;
    return;
  }
  if (before & (is->leading | is->hyphen)) {
    piece->first = gloss_name_particle(n, first);
    before = piece->first > n->from ? n->bits[piece->first - 1] : 0;
  }
  if (piece->title_first == GLOSS_NO_NAME && before & is->office_end)
    gloss_name_title_before(n, piece->first, piece);
}

/* Words behind a number and a hyphen measure: 14.000-Einwohner-Stadt. The last
** of them, or GLOSS_NO_NAME. */
static uint32_t measure(const gloss_names *n, uint32_t first) {
  const gloss_names_bits *is = &n->is;
  uint32_t last = first;
  if (first < n->from + 2 || !gloss_names_has(n, first - 1, is->hyphen) ||
      !gloss_names_has(n, first - 2, is->number) ||
      !gloss_names_tight(n, first - 1) || !gloss_names_tight(n, first - 2))
    return GLOSS_NO_NAME;
  while (last + 2 <= n->stop && gloss_names_has(n, last + 1, is->hyphen) &&
         gloss_names_tight(n, last) && gloss_names_tight(n, last + 1))
    last += 2;
  return last;
}

/* Reads a run that goes on (`joins`), or has something before it; the token
** behind what it covers. */
static uint32_t put_joined(gloss_names *n, const gloss_name_run *run,
                           bool joins, uint32_t covered) {
  uint32_t first = run->first, last = run->last;
  uint32_t measured = measure(n, first);
  if (measured != GLOSS_NO_NAME)
    return measured >= covered ? measured + 1 : covered;
  if (joins) {
    if (!gloss_name_is_part(n, first)) return covered;
    last = gloss_name_join(n, first, last);
  }
  gloss_name_cut(n, first, last);
  if (n->cutting.count > 0 && n->cutting.pieces[0].first == first) {
    add_before(n, &n->cutting.pieces[0]);
    first = n->cutting.pieces[0].first;
  }
  put_pieces(n, first, last, first > n->from ? n->bits[first - 1] : 0,
             last < n->stop ? n->bits[last + 1] : 0, covered);
  return last > run->last && last >= covered ? last + 1 : covered;
}

/* May the run go on behind its last token? */
static bool goes_on(const gloss_names *n, const gloss_name_run *run) {
  const gloss_names_bits *is = &n->is;
  return (run->after & (is->part | is->month | is->hyphen | is->ampersand |
                        is->particle)) != 0 ||
         ((run->after & (is->own | is->apostrophe)) &&
          (run->any & is->plural)) ||
         (run->any & is->month) != 0 ||
         ((run->after & is->link) && (run->any & is->head)) ||
         ((run->after & is->comma) && (run->next & is->ending));
}

/* ---- Runs ---------------------------------------------------------------- */

/* Is it surely no name: one word that is mostly written small? */
static bool is_small_word(const gloss_names *n, const gloss_name_run *run) {
  return run->first == run->last && (run->any & n->is.rather_small) != 0 &&
         (run->any & (n->is.acronym | n->is.heading)) == 0;
}

/* Reads a run; the token behind what is covered. */
static uint32_t read_run(gloss_names *n, const gloss_name_run *run,
                         uint32_t covered) {
  const gloss_names_bits *is = &n->is;
  bool joins = goes_on(n, run), several = run->first < run->last;
  uint64_t beside = is->leading | is->office_end | is->hyphen |
                    is->big_article;
  uint64_t special = several ? is->special : is->special | is->weak;
  bool drops = several && (run->any & is->opens) && (run->any & is->also_small);
  bool plain = n->numbers.plain_runs != 0 && !drops;
  if (joins || run->before & beside)
    return put_joined(n, run, joins, covered);
  if (plain && !n->explains && is_small_word(n, run)) return covered;
  if (plain && (run->any & special) == 0) {
    gloss_name_piece all = { run->first, run->last, GLOSS_NO_NAME, 0 };
    if (run->first >= covered) gloss_name_put(n, all, run->before, run->after);
  } else {
    gloss_name_cut(n, run->first, run->last);
    put_pieces(n, run->first, run->last, run->before, run->after, covered);
  }
  return covered;
}

/* The run that begins at token `i`. */
static gloss_name_run run_at(const gloss_names *n, uint32_t i) {
  gloss_name_run run = { .first = i, .any = n->bits[i], .all = n->bits[i] };
  uint32_t stop = n->stop;
  if (stop - i >= GLOSS_RUN_TOKENS) stop = i + GLOSS_RUN_TOKENS - 1;
  while (i < stop && (n->bits[i + 1] & n->is.part) != 0 &&
         !gloss_names_tight(n, i)) {
    run.any |= n->bits[++i];
    run.all &= n->bits[i];
  }
  run.last = i;
  if (run.first > n->from) run.before = n->bits[run.first - 1];
  if (i + 1 <= n->stop) run.after = n->bits[i + 1];
  if (i + 2 <= n->stop) run.next = n->bits[i + 2];
  return run;
}

/* Asks for what is known of the words of the sentence at hand, so that it is
** near when it is looked at. */
static void fetch_words(const gloss_names *n) {
  for (uint32_t i = n->from; i <= n->stop; i++)
    if (n->bits[i] & n->is.cap)
      __builtin_prefetch(&n->known_words[n->numbers_of_words[i]]);
}

/* Reads the runs of the sentence at hand; the token behind what is covered. */
static uint32_t read_sentence(gloss_names *n, uint32_t covered) {
  fetch_words(n);
  for (uint32_t i = n->from; i <= n->stop; i++) {
    gloss_name_run run;
    if ((n->bits[i] & n->is.start) == 0) continue;
    run = run_at(n, i);
    covered = read_run(n, &run, covered);
    i = run.last;
  }
  return covered;
}

/* Words behind an article: where all nouns have a capital, nouns. */
static void find_nouns(gloss_names *n) {
  const gloss_names_bits *is = &n->is;
  for (size_t i = 0; i + 1 < n->tokens.count; i++) {
    if ((n->bits[i] & is->noun_article) == 0 ||
        (n->bits[i + 1] & is->cap) == 0 ||
        (i > 0 && n->bits[i - 1] & is->leading)) /* von der Leyen */
      continue;
    if (gloss_names_has(n, i + 2, is->ending)) continue; /* der Rottal AG */
    gloss_names_low_here(n, gloss_names_word_at(n, i + 1)->low)->noun = true;
  }
}

void gloss_name_runs(gloss_names *n) {
  size_t count, i = 0, tokens = n->tokens.count;
  const gloss_sentence *sentences = gloss_doc_sentences(n->doc, &count, NULL);
  uint32_t covered = 0;
  if (sentences == NULL) n->failed = true;
  else if (n->numbers.nouns) find_nouns(n);
  for (size_t s = 0; sentences != NULL && s < count; s++) {
    while (i < tokens && n->tokens.starts[i] < sentences[s].start) i++;
    n->from = (uint32_t)i;
    while (i < tokens && n->tokens.starts[i] < sentences[s].end) i++;
    if (i == n->from) continue;
    n->stop = (uint32_t)i - 1;
    covered = read_sentence(n, covered);
  }
}

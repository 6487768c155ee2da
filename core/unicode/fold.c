/* fold.c - folding, code point by code point. */
#include "unicode/fold.h"

#include <utf8proc.h>

#include "unicode/breaks.h"
#include "unicode/utf8.h"

/* What is written in one of many ways and compared in one; else `cp`. Listed
** is what people and word processors put for ' and " ; a new kind of quote is
** one more number here and a case in tests/core/fold_test.c. */
static uint32_t unify(uint32_t cp) {
  uint32_t flags;
  if (cp < 0x80) return cp == '`' ? '\'' : cp - 9 < 5 ? ' ' : cp;
  switch (cp) {
    case 0x00B4: case 0x02B9: case 0x02BB: case 0x02BC: case 0x02BD:
    case 0x055A: case 0x05F3: case 0x2018: case 0x2019: case 0x201A:
    case 0x201B: case 0x2032: case 0x2035: case 0x2039: case 0x203A:
    case 0x275B: case 0x275C: case 0xA78B: case 0xA78C: case 0xFF07:
      return '\'';
    case 0x00AB: case 0x00BB: case 0x02BA: case 0x02EE: case 0x05F4:
    case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0x2033:
    case 0x2036: case 0x275D: case 0x275E: case 0x301D: case 0x301E:
    case 0x301F: case 0xFF02:
      return '"';
    case 0x2053: case 0x301C: case 0x3030: case 0x30A0: /* waves, not dashes */
      return cp;
    default:
      flags = gloss_class_of(cp)->flags;
      return flags & GLOSS_CP_SPACE ? ' ' : flags & GLOSS_CP_DASH ? '-' : cp;
  }
}

/* Accents: the marks that are drawn on a letter of Latin, Greek or Cyrillic,
** and the points of Hebrew and Arabic. The marks of lower classes (nukta,
** kana voicing, virama, the vowels of Thai) are letters to their readers. */
static bool is_accent(int32_t cp) {
  const utf8proc_property_t *p = utf8proc_get_property(cp);
  int order = p->combining_class;
  return p->category == UTF8PROC_CATEGORY_MN &&
         (order == 1 || (order >= 10 && order <= 36) || order >= 200);
}

/* Letters whose stroke or ligature Unicode does not decompose: up to two
** letters without it, or NULL. */
static const char *without_stroke(int32_t cp) {
  switch (cp) {
    case 0x00C6: return "AE";
    case 0x00E6: return "ae";
    case 0x00D0: case 0x0110: return "D";
    case 0x00F0: case 0x0111: return "d";
    case 0x00D8: return "O";
    case 0x00F8: return "o";
    case 0x00DE: return "Th";
    case 0x00FE: return "th";
    case 0x0126: return "H";
    case 0x0127: return "h";
    case 0x0131: return "i";
    case 0x0141: return "L";
    case 0x0142: return "l";
    case 0x0152: return "OE";
    case 0x0153: return "oe";
    case 0x0166: return "T";
    case 0x0167: return "t";
    default: return NULL;
  }
}

static void write(gloss_folder *f, int32_t cp) {
  char bytes[4];
  size_t n = gloss_utf8_write((uint32_t)cp, bytes);
  if (f->room - f->len < n) {
    f->full = true;
    return;
  }
  for (size_t i = 0; i < n; i++) f->out[f->len++] = bytes[i];
}

/* Canonical order: marks by combining class, those of one class as they came;
** a starter stays. Insertion sort of at most GLOSS_FOLD_PENDING. */
static void order_marks(int32_t *cps, size_t count) {
  for (size_t i = 1; i < count; i++) {
    int32_t cp = cps[i];
    int order = utf8proc_get_property(cp)->combining_class;
    size_t j = i;
    if (order == 0) continue;
    for (; j > 0; j--) {
      if (utf8proc_get_property(cps[j - 1])->combining_class <= order) break;
      cps[j] = cps[j - 1];
    }
    cps[j] = cp;
  }
}

static void drop_accents(gloss_folder *f) {
  uint8_t kept = 0;
  for (uint8_t i = 0; i < f->count; i++) {
    if (!is_accent(f->pending[i])) f->pending[kept++] = f->pending[i];
  }
  f->count = kept;
}

static void flush(gloss_folder *f) {
  utf8proc_ssize_t n;
  if (f->count == 0) return;
  order_marks(f->pending, f->count);
  if (f->form != GLOSS_FORM_FOLD) drop_accents(f);
  if (f->count == 0) return;
  n = f->count > 1 ? utf8proc_normalize_utf32(f->pending, f->count,
                         UTF8PROC_COMPOSE | UTF8PROC_STABLE)
                   : f->count;
  f->spaced = n == 1 && f->pending[0] == ' ';
  for (utf8proc_ssize_t i = 0; i < n; i++) write(f, f->pending[i]);
  f->count = 0;
}

/* Can it be composed with, or be put in order among, what is before it? All
** that NFC_Quick_Check calls Maybe, and all of class above 0, is a mark or a
** vowel or final of Hangul. */
static bool continues(int32_t cp) {
  if (cp < 0x300) return false;
  if ((cp >= 0x1160 && cp <= 0x11FF) || (cp >= 0xD7B0 && cp <= 0xD7FF))
    return true;
  return (gloss_class_of((uint32_t)cp)->flags & GLOSS_CP_MARK) != 0;
}

/* Takes one code point that is decomposed, folded and unified. */
static void push(gloss_folder *f, int32_t cp) {
  if (!continues(cp) || f->count > GLOSS_FOLD_MARKS) flush(f);
  if (cp == ' ' && f->spaced && f->form != GLOSS_FORM_UNACCENT) return;
  f->pending[f->count++] = cp;
}

static void push_unaccented(gloss_folder *f, int32_t cp) {
  const char *plain = without_stroke(cp);
  if (plain == NULL) {
    push(f, cp);
  } else {
    for (; *plain; plain++) push(f, *plain);
  }
}

/* Default_Ignorable_Code_Point of what has no character yet, which utf8proc
** keeps. */
static bool reserved_ignorable(uint32_t cp) {
  return cp == 0x2065 || cp - 0xFFF0 < 9 || cp >> 12 == 0xE0;
}

static void add_one(gloss_folder *f, uint32_t cp) {
  int32_t parts[32]; /* 18 is the longest there is */
  int boundary = 0;
  bool accents = f->form == GLOSS_FORM_FOLD;
  bool unified = f->form != GLOSS_FORM_UNACCENT;
  utf8proc_option_t how = UTF8PROC_DECOMPOSE | UTF8PROC_STABLE;
  utf8proc_ssize_t n;
  if (unified) {
    how |= UTF8PROC_COMPAT | UTF8PROC_IGNORE;
    if (f->form != GLOSS_FORM_CASED) how |= UTF8PROC_CASEFOLD;
    if (reserved_ignorable(cp)) return;
    cp = unify(cp);
  }
  n = utf8proc_decompose_char((int32_t)cp, parts, 32, how, &boundary);
  for (utf8proc_ssize_t i = 0; i < n; i++) {
    if (unified) parts[i] = (int32_t)unify((uint32_t)parts[i]);
    if (accents) push(f, parts[i]);
    else push_unaccented(f, parts[i]);
  }
}

/* ASCII from `at` on that nothing behind it can join: all but the character
** before one that is not ASCII (or, with more to come, the last). */
static size_t add_ascii(gloss_folder *f, const char *text, size_t at,
                        size_t end) {
  flush(f);
  for (; at < end && (signed char)text[at] >= 0; at++) {
    unsigned char c = (unsigned char)text[at];
    if (at + 1 < end && (signed char)text[at + 1] < 0) break;
    if (f->form != GLOSS_FORM_UNACCENT) {
      c = (unsigned char)unify(c);
      if (c >= 'A' && c <= 'Z' && f->form != GLOSS_FORM_CASED)
        c = (unsigned char)(c + 32);
      if (c == ' ' && f->spaced) continue;
    }
    f->spaced = c == ' ';
    write(f, c);
  }
  return at;
}

static void add(gloss_folder *f, const char *text, size_t len, bool last) {
  size_t ascii_end = last ? len : len - (len > 0);
  size_t at = 0;
  while (at < len) {
    if (at < ascii_end && (signed char)text[at] >= 0 &&
        (at + 1 == len || (signed char)text[at + 1] >= 0)) {
      at = add_ascii(f, text, at, ascii_end);
    } else {
      uint32_t cp = gloss_utf8_next(text, at, &at);
      add_one(f, cp);
    }
  }
}

void gloss_folder_add(gloss_folder *folder, const char *text, size_t len) {
  add(folder, text, len, false);
}

void gloss_folder_end(gloss_folder *folder) {
  flush(folder);
}

size_t gloss_fold(gloss_form form, const char *text, size_t len, char *out,
                  size_t room) {
  gloss_folder folder = { .form = form, .out = out, .room = room };
  add(&folder, text, len, true);
  flush(&folder);
  return folder.full ? SIZE_MAX : folder.len;
}

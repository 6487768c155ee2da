/* grammar_figures.c - numbers in digits: dates, clock times, ordinals, decades,
** and plain numbers with the marks of their language. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "match/grammar.h"

/* ---- Pieces ---- */

/* How many digits stand there, `most` at most. */
static size_t digits(gloss_grammar_text t, size_t at, size_t most) {
  size_t n = 0;
  while (n < most && gloss_is_digit(t, at + n)) n++;
  return n;
}

static int32_t number_at(gloss_grammar_text t, size_t at, size_t count) {
  int32_t n = 0;
  for (size_t i = 0; i < count; i++) n = n * 10 + (gloss_byte(t, at + i) - '0');
  return n;
}

/* The end of an apostrophe of either form at `at`; `at` where there is none. */
static size_t apostrophe(gloss_grammar_text t, size_t at) {
  if (gloss_byte(t, at) == '\'') return at + 1;
  return GLOSS_HAS(t, at, "\xE2\x80\x99") ? at + 3 : at;
}

static bool make(gloss_item *item, size_t start, size_t end,
                 gloss_figure_class class_number) {
  item->start = (uint32_t)start;
  item->end = (uint32_t)end;
  item->class_number = (uint8_t)class_number;
  return true;
}

/* ---- Dates and clock times ---- */

/* "12:30", "12:30:00Z" behind the T of an ISO date: its end, 0: none. */
static size_t iso_clock_end(gloss_grammar_text t, size_t at) {
  if (digits(t, at, 2) != 2 || gloss_byte(t, at + 2) != ':' ||
      digits(t, at + 3, 2) != 2)
    return 0;
  for (at += 5; gloss_is_digit(t, at) || gloss_byte(t, at) == ':';) at++;
  return gloss_byte(t, at) == 'Z' ? at + 1 : at;
}

static bool iso_date(gloss_grammar_text t, size_t at, gloss_item *item) {
  size_t end = at + 10;
  if (digits(t, at, 4) != 4 || gloss_byte(t, at + 4) != '-' ||
      digits(t, at + 5, 2) != 2 || gloss_byte(t, at + 7) != '-' ||
      digits(t, at + 8, 2) != 2 || gloss_is_digit(t, end))
    return false;
  item->parts[0] = number_at(t, at, 4);
  item->parts[1] = number_at(t, at + 5, 2);
  item->parts[2] = number_at(t, at + 8, 2);
  if (gloss_byte(t, end) == 'T') {
    size_t clock_end = iso_clock_end(t, end + 1);
    if (clock_end > 0) {
      item->clock = (uint32_t)end + 1;
      end = clock_end;
    }
  }
  return make(item, at, end, GLOSS_FIGURE_ISO);
}

/* "4/6/2025", "6.4.25" */
static bool date_with_marks(gloss_grammar_text t, size_t at,
                            gloss_item *item) {
  size_t a = digits(t, at, 2), b, c, b_at = at + a + 1, c_at, end;
  char mark = (char)gloss_byte(t, at + a);
  if (a == 0 || (mark != '/' && mark != '.')) return false;
  b = digits(t, b_at, 2);
  c_at = b_at + b + 1;
  if (b == 0 || (char)gloss_byte(t, c_at - 1) != mark) return false;
  c = digits(t, c_at, 4);
  end = c_at + c;
  if ((c != 2 && c != 4) || gloss_is_digit(t, end) ||
      gloss_byte(t, end) == '/' ||
      (gloss_byte(t, end) == '.' && gloss_is_digit(t, end + 1)))
    return false;
  item->parts[0] = number_at(t, at, a);
  item->parts[1] = number_at(t, b_at, b);
  item->parts[2] = number_at(t, c_at, c);
  item->mark = mark;
  item->short_year = c == 2;
  return make(item, at, end, GLOSS_FIGURE_DATE);
}

/* "2025/4/6" */
static bool date_from_year(gloss_grammar_text t, size_t at, gloss_item *item) {
  size_t b, c, c_at, end;
  if (digits(t, at, 4) != 4 || gloss_byte(t, at + 4) != '/') return false;
  b = digits(t, at + 5, 2);
  c_at = at + 5 + b + 1;
  if (b == 0 || gloss_byte(t, c_at - 1) != '/') return false;
  c = digits(t, c_at, 2);
  end = c_at + c;
  if (c == 0 || gloss_is_digit(t, end) || gloss_byte(t, end) == '/')
    return false;
  item->parts[0] = number_at(t, at, 4);
  item->parts[1] = number_at(t, at + 5, b);
  item->parts[2] = number_at(t, c_at, c);
  item->year_first = true;
  return make(item, at, end, GLOSS_FIGURE_DATE);
}

/* "pm", "p.m." behind "9.30", a space before it or none. */
static bool half_day_follows(gloss_grammar_text t, size_t at) {
  char c;
  if (gloss_byte(t, at) == ' ') at++;
  c = gloss_ascii_lower((char)gloss_byte(t, at));
  if (c != 'a' && c != 'p') return false;
  at += gloss_byte(t, at + 1) == '.' ? 2 : 1;
  c = (char)gloss_byte(t, at + 1);
  return gloss_ascii_lower((char)gloss_byte(t, at)) == 'm' &&
         !gloss_is_digit(t, at + 1) &&
         !(gloss_ascii_lower(c) >= 'a' && gloss_ascii_lower(c) <= 'z');
}

static bool hour_mark_follows(const gloss_figure_habits *habits,
                              gloss_grammar_text t, size_t at) {
  if (gloss_is_space(gloss_byte(t, at))) at++;
  for (size_t i = 0; i < habits->hour_count; i++)
    if (gloss_has(t, at, habits->hours[i].bytes, habits->hours[i].len))
      return true;
  return false;
}

/* What stands between hour and minute, and where the minute begins: "9:30",
** and "9.30", "9h30", "9 h 30" where the language has it so. 0: no time. */
static size_t minute_at(const gloss_figure_habits *habits,
                        gloss_grammar_text t, size_t at) {
  char mark = (char)gloss_byte(t, at);
  size_t end = at + 3;
  if (mark == ':' && digits(t, at + 1, 2) == 2) return at + 1;
  if ((mark == '.' || mark == 'h') && digits(t, at + 1, 2) == 2 &&
      (half_day_follows(t, end) ||
       (habits->hour_count > 0 &&
        (mark == 'h' || gloss_byte(t, end) == 'h' ||
         hour_mark_follows(habits, t, end)))))
    return at + 1;
  if (!habits->hour_letter) return 0;
  if (gloss_is_space(gloss_byte(t, at))) at++;
  return gloss_byte(t, at) == 'h' && gloss_is_space(gloss_byte(t, at + 1)) &&
                 digits(t, at + 2, 2) == 2
             ? at + 2 : 0;
}

static bool clock_time(const gloss_figure_habits *habits,
                       gloss_grammar_text t, size_t at, gloss_item *item) {
  size_t h = digits(t, at, 2), minute = h > 0 ? minute_at(habits, t, at + h) : 0;
  size_t end = minute + 2;
  int32_t *parts = item->parts;
  if (minute == 0) return false;
  parts[0] = number_at(t, at, h);
  parts[1] = number_at(t, minute, 2);
  parts[2] = -1;
  if (gloss_byte(t, minute - 1) == ':' && gloss_byte(t, end) == ':' &&
      digits(t, end + 1, 2) == 2) {
    parts[2] = number_at(t, end + 1, 2);
    end += 3;
  }
  if (gloss_is_digit(t, end) ||
      (gloss_byte(t, end) == ':' && gloss_is_digit(t, end + 1)) ||
      parts[0] > 24 || parts[1] > 59 || parts[2] > 60)
    return false;
  return make(item, at, end, GLOSS_FIGURE_CLOCK);
}

/* ---- Ordinals and decades ---- */

static bool has_lower(gloss_grammar_text t, size_t at, gloss_slice suffix) {
  if (at > t.len || t.len - at < suffix.len) return false;
  for (size_t i = 0; i < suffix.len; i++)
    if (gloss_ascii_lower(t.bytes[at + i]) != suffix.bytes[i]) return false;
  return true;
}

/* "5." is one only before a word. */
static bool full_stop_fits(gloss_grammar_text t, size_t end, size_t count) {
  char c = gloss_ascii_lower((char)gloss_byte(t, end + 1));
  return count < 3 && gloss_byte(t, end) == ' ' && c >= 'a' && c <= 'z';
}

static bool ordinal(const gloss_figure_habits *habits, gloss_grammar_text t,
                    size_t at, size_t count, gloss_item *item) {
  if (count == 0 || count > 3) return false;
  for (size_t i = 0; i < habits->ordinal_count; i++) {
    gloss_slice suffix = habits->ordinals[i];
    size_t end = at + count + suffix.len;
    if (!has_lower(t, at + count, suffix) || gloss_goes_on(t, end)) continue;
    if (suffix.bytes[0] == '.' && !full_stop_fits(t, end, count)) continue;
    item->value = number_at(t, at, count);
    return make(item, at, end, GLOSS_FIGURE_ORDINAL);
  }
  return false;
}

/* The end of "s", "'s" or another suffix of a decade; 0: none. */
static size_t decade_end(const gloss_figure_habits *habits,
                         gloss_grammar_text t, size_t at) {
  size_t s = apostrophe(t, at);
  if (gloss_byte(t, s) == 's') return s + 1;
  for (size_t i = 0; i < habits->decade_count; i++)
    if (gloss_has(t, at, habits->decades[i].bytes, habits->decades[i].len))
      return at + habits->decades[i].len;
  return 0;
}

static bool decade(const gloss_figure_habits *habits, gloss_grammar_text t,
                   size_t at, size_t count, gloss_item *item) {
  size_t end;
  if ((count != 2 && count != 4) || gloss_byte(t, at + count - 1) != '0')
    return false;
  end = decade_end(habits, t, at + count);
  if (end == 0 || gloss_goes_on(t, end)) return false;
  item->value = number_at(t, at, count);
  return make(item, at, end, GLOSS_FIGURE_DECADE);
}

/* ---- Plain numbers ---- */

enum { MAX_DIGITS = 60 };

/* A number as it is read: its digits, and where it ends. */
typedef struct plain_number {
  char digits[MAX_DIGITS + 16]; /* room for a point and an exponent */
  size_t count, end;
  bool plain; /* digits alone */
  bool wrong; /* its marks make no number */
} plain_number;

static void take(plain_number *n, gloss_grammar_text t, size_t count) {
  for (size_t i = 0; i < count; i++, n->end++) {
    if (n->count < MAX_DIGITS)
      n->digits[n->count++] = (char)gloss_byte(t, n->end);
    else
      n->wrong = true;
  }
}

/* Groups of thousands behind marks: "1,234,567", "12,34,567". */
static bool groups(plain_number *n, gloss_grammar_text t, char mark) {
  size_t head = digits(t, n->end, 3), at = n->end + head;
  if (head > 0 && (char)gloss_byte(t, at) == mark &&
      digits(t, at + 1, 3) == 3) {
    take(n, t, head);
    do {
      n->end++;
      take(n, t, 3);
    } while ((char)gloss_byte(t, n->end) == mark &&
             digits(t, n->end + 1, 4) == 3);
    return true;
  }
  head = digits(t, n->end, 2);
  at = n->end + head;
  if (head == 0 || (char)gloss_byte(t, at) != mark ||
      digits(t, at + 1, 3) != 2 || (char)gloss_byte(t, at + 3) != mark ||
      digits(t, at + 4, 3) != 3)
    return false;
  take(n, t, head);
  n->end++;
  take(n, t, 2);
  n->end++;
  take(n, t, 3);
  return true;
}

/* The width of the space before three more digits: a narrow or hard one, or,
** where the language or the digits behind allow it, any; 0: none. */
static size_t thin_space(gloss_grammar_text t, size_t at, bool any) {
  if (GLOSS_HAS(t, at, "\xE2\x80\xAF") && digits(t, at + 3, 4) == 3) return 3;
  if (GLOSS_HAS(t, at, "\xC2\xA0") && digits(t, at + 2, 4) == 3) return 2;
  if (gloss_byte(t, at) != ' ' || digits(t, at + 1, 4) != 3) return 0;
  if (any || GLOSS_HAS(t, at, " 000")) return 1;
  return gloss_byte(t, at + 4) == ' ' && digits(t, at + 5, 4) == 3 ? 1 : 0;
}

/* "1 234 567", with any narrow space; "1234567". */
static void spaced(plain_number *n, gloss_grammar_text t, bool thin) {
  size_t head = digits(t, n->end, 4), width;
  if (head < 4 && (width = thin_space(t, n->end + head, thin)) > 0) {
    take(n, t, head);
    for (; width > 0 && !n->wrong; width = thin_space(t, n->end, true)) {
      n->end += width;
      take(n, t, 3);
    }
    n->plain = false;
    return;
  }
  take(n, t, digits(t, n->end, SIZE_MAX));
}

/* Digits with marks between thousands and before decimals. */
static void grouped(const gloss_figure_habits *habits, gloss_grammar_text t,
                    plain_number *n) {
  bool comma = habits->decimal_comma;
  char point = comma ? ',' : '.';
  size_t decimals;
  n->plain = !groups(n, t, comma ? '.' : ',');
  if (n->plain) spaced(n, t, habits->thin_space);
  if (gloss_is_digit(t, n->end)) {
    n->wrong = true;
  } else if (!comma && GLOSS_HAS(t, n->end, ",00") &&
             !gloss_is_digit(t, n->end + 3)) {
    n->end += 3; /* 5,00 */
    n->plain = false;
  } else if ((char)gloss_byte(t, n->end) == point &&
             (decimals = digits(t, n->end + 1, SIZE_MAX)) > 0) {
    n->plain = false;
    n->digits[n->count++] = '.';
    n->end++;
    take(n, t, decimals);
  }
}

/* "10" of "e10", " x 10^10": its place and length with a minus, else 0. */
static size_t exponent_at(gloss_grammar_text t, size_t at, size_t *count) {
  size_t place = 0, sign;
  char c = (char)gloss_byte(t, at);
  bool plus = c == 'e' || c == 'E';
  if (plus) {
    place = at + 1;
  } else {
    if (c == ' ') at++;
    if (gloss_byte(t, at) == 'x')
      at += gloss_byte(t, at + 1) == ' ' ? 2 : 1;
    else if (GLOSS_HAS(t, at, "\xC3\x97"))
      at += gloss_byte(t, at + 2) == ' ' ? 3 : 2;
    else
      return 0;
    if (!GLOSS_HAS(t, at, "10^")) return 0;
    place = at + 3;
  }
  c = (char)gloss_byte(t, place);
  sign = c == '-' || (plus && c == '+') ? 1 : 0;
  *count = digits(t, place + sign, 2);
  if (*count == 0) return 0;
  *count += sign;
  return gloss_goes_on(t, place + *count) ? 0 : place;
}

static bool add_exponent(plain_number *n, gloss_grammar_text t) {
  size_t count, place = exponent_at(t, n->end, &count);
  if (place == 0) return false;
  n->digits[n->count++] = 'e';
  memcpy(n->digits + n->count, t.bytes + place, count);
  n->count += count;
  n->end = place + count;
  return true;
}

static double power_of_ten(size_t n) {
  double power = 1;
  while (n-- > 0) power *= 10;
  return power;
}

/* What many digits are worth, or such with an exponent: the C library reads
** them, without a point, for which byte that is depends on the locale. */
static double long_worth(const plain_number *n) {
  char text[sizeof n->digits + 8];
  size_t len = 0, i = 0;
  long exponent = 0;
  bool point = false;
  for (; i < n->count && n->digits[i] != 'e'; i++) {
    if (n->digits[i] == '.') {
      point = true;
    } else {
      text[len++] = n->digits[i];
      exponent -= point;
    }
  }
  if (i < n->count) exponent += strtol(n->digits + i + 1, NULL, 10);
  snprintf(text + len, sizeof text - len, "e%ld", exponent);
  return strtod(text, NULL);
}

/* What the digits are worth. Up to fifteen of them are exact. */
static double worth(plain_number *n) {
  double value = 0;
  size_t decimals = 0;
  bool point = false;
  n->digits[n->count] = '\0';
  if (n->count > 16 || memchr(n->digits, 'e', n->count) != NULL)
    return long_worth(n);
  for (size_t i = 0; i < n->count; i++) {
    if (n->digits[i] == '.') {
      point = true;
    } else {
      value = value * 10 + (n->digits[i] - '0');
      decimals += point;
    }
  }
  return decimals > 0 ? value / power_of_ten(decimals) : value;
}

/* "1.1^23" */
static bool raise_power(gloss_grammar_text t, gloss_item *item) {
  size_t at = item->end + 1, sign = gloss_byte(t, at) == '-' ? 1 : 0;
  size_t count = gloss_byte(t, item->end) == '^' ? digits(t, at + sign, 2) : 0;
  size_t end = at + sign + count;
  int32_t power;
  if (count == 0 || gloss_is_digit(t, end) || gloss_byte(t, end) == '.')
    return false;
  power = number_at(t, at + sign, count);
  item->value = pow(item->value, sign > 0 ? -power : power);
  item->end = (uint32_t)end;
  return true;
}

static bool junk(gloss_grammar_text t, size_t at, gloss_item *item) {
  size_t end = at;
  for (size_t i = at;; i++) {
    unsigned char c = gloss_byte(t, i);
    if (gloss_is_digit(t, i)) end = i + 1;
    else if (c != '.' && c != ',' && c != ':') break;
  }
  return make(item, at, end, GLOSS_FIGURE_JUNK);
}

static gloss_figure_class class_of(gloss_grammar_text t, size_t at,
                                   size_t count, bool plain) {
  unsigned char first = gloss_byte(t, at);
  if (plain && count <= 2) return GLOSS_FIGURE_SMALL;
  return plain && count == 4 && (first == '1' || first == '2')
             ? GLOSS_FIGURE_YEAR : GLOSS_FIGURE_NUMBER;
}

static bool plain_figure(const gloss_figure_habits *habits,
                         gloss_grammar_text t, size_t at, size_t count,
                         gloss_item *item) {
  plain_number n = { .end = at, .plain = true };
  unsigned char next;
  if (count == 0) { /* .08 */
    n.digits[n.count++] = '.';
    n.end++;
    n.plain = false;
    take(&n, t, digits(t, n.end, SIZE_MAX));
  } else {
    grouped(habits, t, &n);
  }
  next = gloss_byte(t, n.end);
  if (n.wrong || count > 15 ||
      ((next == '.' || next == ',' || next == ':') &&
       gloss_is_digit(t, n.end + 1)))
    return junk(t, at, item);
  if (add_exponent(&n, t)) n.plain = false;
  item->value = worth(&n);
  make(item, at, n.end, class_of(t, at, count, n.plain));
  if (raise_power(t, item)) item->class_number = GLOSS_FIGURE_NUMBER;
  return true;
}

/* ---- All of them ---- */

bool gloss_figure_read(const gloss_figure_habits *habits, gloss_grammar_text t,
                       size_t at, gloss_item *item) {
  size_t count = digits(t, at, SIZE_MAX);
  *item = (gloss_item){ .word = GLOSS_NO_GRAMMAR_WORD };
  return (count > 0 &&
          (iso_date(t, at, item) || clock_time(habits, t, at, item) ||
           date_with_marks(t, at, item) || date_from_year(t, at, item) ||
           ordinal(habits, t, at, count, item) ||
           decade(habits, t, at, count, item))) ||
         plain_figure(habits, t, at, count, item);
}

bool gloss_figure_short(gloss_grammar_text t, size_t at, gloss_item *item) {
  size_t after = apostrophe(t, at), end;
  if (after == at && GLOSS_HAS(t, at, "\xE2\x80\x98")) after = at + 3;
  if (after == at || digits(t, after, 3) != 2) return false;
  *item = (gloss_item){ .word = GLOSS_NO_GRAMMAR_WORD };
  item->value = number_at(t, after, 2);
  end = after + 2;
  if (gloss_byte(t, end - 1) == '0') {
    size_t s = end + (gloss_byte(t, end) == '\'');
    if (gloss_byte(t, s) == 's' && !gloss_goes_on(t, s + 1))
      return make(item, at, s + 1, GLOSS_FIGURE_DECADE);
  }
  return !gloss_goes_on(t, end) && make(item, at, end, GLOSS_FIGURE_SHORT);
}

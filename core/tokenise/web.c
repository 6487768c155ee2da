/* web.c - cuts addresses: URLs, e-mail, hosts, file names, @handles, #tags. */
#include "tokenise/cutter.h"

#include <string.h>

/* Whether text[start, end) is one of the words of `list`, in any case; a
** capital before small letters is none ("end.It" is no host). */
static bool is_listed(const char *text, size_t start, size_t end,
                      const char *const *list) {
  char lower[8];
  size_t len = end - start;
  if (len < 2 || len >= sizeof lower) return false;
  if (gloss_is_upper(text[start]) && !gloss_is_upper(text[start + 1]))
    return false;
  for (size_t i = 0; i < len; i++) lower[i] = (char)(text[start + i] | 32);
  lower[len] = '\0';
  for (; *list != NULL; list++)
    if (strcmp(*list, lower) == 0) return true;
  return false;
}

static bool is_domain(const char *text, size_t start, size_t end) {
  static const char *const domains[] = {
    "com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "name",
    "io", "ai", "app", "dev", "tv", "me", "eu", "uk", "us", "ca", "au", "nz",
    "de", "at", "ch", "fr", "be", "nl", "lu", "it", "es", "pt", "ie", "dk",
    "se", "no", "fi", "is", "pl", "cz", "sk", "hu", "ro", "bg", "gr", "tr",
    "ru", "ua", "by", "kz", "il", "ir", "in", "pk", "cn", "jp", "kr", "tw",
    "hk", "sg", "br", "ar", "cl", "mx", "co", "pe", "za", "ke", "ng", "eg",
    "rs", "hr", "si", "lt", "lv", "ee", "am", "ge", "az", "fm", "ly", NULL
  };
  return is_listed(text, start, end, domains);
}

static bool is_extension(const char *text, size_t start, size_t end) {
  static const char *const extensions[] = {
    "doc", "docx", "xls", "xlsx", "ppt", "pptx", "pdf", "txt", "rtf", "csv",
    "tsv", "xml", "json", "html", "htm", "php", "asp", "aspx", "jsp", "jpg",
    "jpeg", "png", "gif", "svg", "bmp", "tif", "tiff", "mp3", "mp4", "avi",
    "mov", "wav", "zip", "tar", "gz", "rar", "exe", "dll", "bat", "sh", "py",
    "js", "css", "lua", "cpp", "java", "sql", "log", "bak", "tmp", "odt",
    "epub", NULL
  };
  return is_listed(text, start, end, extensions);
}

/* ---- URLs ---- */

static bool starts_with(const gloss_cutter *k, size_t at, const char *prefix) {
  size_t len = strlen(prefix);
  if (k->stop - at < len) return false;
  for (size_t i = 0; i < len; i++) {
    char c = k->text[at + i];
    if ((gloss_is_upper(c) ? c | 32 : c) != prefix[i]) return false;
  }
  return true;
}

/* Behind "scheme://", "www." or "mailto:" at `at`; 0 where there is none. */
static size_t prefix_end(const gloss_cutter *k, size_t at) {
  enum { LONGEST_SCHEME = 16 };
  size_t end = at;
  if ((k->text[at] | 32) == 'w' && starts_with(k, at, "www.")) return at + 4;
  if ((k->seen & CHAR_BIT_OF(CHAR_COLON)) == 0) return 0;
  if (starts_with(k, at, "mailto:")) return at + 7;
  while (end < k->stop && end - at < LONGEST_SCHEME &&
         gloss_is_letter(k->text[end]))
    end++;
  return end > at + 1 && starts_with(k, end, "://") ? end + 3 : 0;
}

/* The end of what an address may hold, from `at` on. */
static size_t address_stop(const gloss_cutter *k, size_t at) {
  size_t next;
  for (; at < k->stop; at = next) {
    gloss_char class = gloss_char_at(k->text, at, &next);
    if (strchr("<>\"`{}|\\^", k->text[at]) != NULL) break;
    if (class == CHAR_SPACE || class == CHAR_IDEOGRAPH) break;
    if ((unsigned char)k->text[at] >= 0x80 &&
        (class == CHAR_OPEN || class == CHAR_SHUT)) break;
  }
  return at;
}

/* Without the marks at its end, which belong to the sentence; a bracket stays
** where its partner is inside. */
static size_t without_marks(const gloss_cutter *k, size_t start, size_t end) {
  long open = 0;
  for (size_t i = start; i < end; i++)
    open += (k->text[i] == '(') - (k->text[i] == ')');
  while (end > start && strchr(".,;:!?')]*", k->text[end - 1]) != NULL) {
    if (k->text[end - 1] == ')') {
      if (open >= 0) break;
      open++;
    }
    end--;
  }
  return end;
}

static size_t cut_url(gloss_cutter *k, size_t at) {
  size_t from = prefix_end(k, at), end;
  if (from == 0) return at;
  end = without_marks(k, from, address_stop(k, from));
  if (end == from) return at;
  gloss_cut_add(k, at, end, GLOSS_URL, 0, TOKEN_URL);
  return end;
}

/* ---- E-mail ---- */

static bool in_local(char c) {
  return gloss_is_letter(c) || gloss_is_digit(c) ||
         (c != '\0' && strchr("._%+-=", c) != NULL);
}

static bool in_host(char c) {
  return gloss_is_letter(c) || gloss_is_digit(c) || c == '.' || c == '-' ||
         c == '_';
}

/* Whether a letter or mark above ASCII goes on where a name ends. */
static bool goes_on(const gloss_cutter *k, size_t end) {
  gloss_char class = gloss_peek(k, end);
  return class == CHAR_LETTER || class == CHAR_MARK || class == CHAR_DIGIT;
}

static size_t cut_email(gloss_cutter *k, size_t at) {
  size_t sign = at, end;
  while (sign < k->stop && in_local(k->text[sign])) sign++;
  if (sign >= k->stop || k->text[sign] != '@') {
    k->no_email = sign;
    return at;
  }
  end = sign + 1;
  while (end < k->stop && in_host(k->text[end])) end++;
  while (end > sign + 1 && strchr(".-_", k->text[end - 1]) != NULL) end--;
  if (end == sign + 1 || goes_on(k, end)) {
    k->no_email = sign + 1;
    return at;
  }
  gloss_cut_add(k, at, end, GLOSS_EMAIL, 0, TOKEN_EMAIL);
  return end;
}

/* ---- Hosts and file names ---- */

static bool in_file(char c) { return in_host(c) || c == '#' || c == '~'; }

/* Where a name like host.com or file.doc ends its last part: `*dot` is its
** last period. */
static size_t name_end(const gloss_cutter *k, size_t at, size_t *dot) {
  size_t end = at;
  *dot = 0;
  while (end < k->stop && in_file(k->text[end])) end++;
  while (end > at && strchr(".-_#~", k->text[end - 1]) != NULL) end--;
  for (size_t i = end; i-- > at; )
    if (k->text[i] == '.') {
      *dot = i;
      break;
    }
  return end;
}

/* example.com, example.com/a/b; `end` is behind the host. */
static size_t cut_host(gloss_cutter *k, size_t at, size_t end) {
  if (end < k->stop && k->text[end] == '/')
    end = without_marks(k, at, address_stop(k, end));
  gloss_cut_add(k, at, end, GLOSS_URL, 0, TOKEN_URL);
  return end;
}

static size_t cut_name(gloss_cutter *k, size_t at) {
  size_t dot, end = name_end(k, at, &dot);
  if (dot > at && end > dot + 1 && !goes_on(k, end)) {
    if (is_extension(k->text, dot + 1, end)) {
      gloss_cut_add(k, at, end, GLOSS_WORD, 0, TOKEN_FILE);
      return end;
    }
    if (is_domain(k->text, dot + 1, end) && dot - at >= 2)
      return cut_host(k, at, end);
  }
  k->no_file = end;
  return at;
}

size_t gloss_cut_web(gloss_cutter *k, size_t at) {
  const uint32_t signs = SEEN_INNER_DOT | CHAR_BIT_OF(CHAR_AT);
  const uint32_t scheme = CHAR_BIT_OF(CHAR_COLON) | CHAR_BIT_OF(CHAR_SLASH);
  size_t end = at;
  if ((k->seen & signs) == 0 && (k->seen & scheme) != scheme) return at;
  if ((unsigned char)k->text[at] >= 0x80) return at;
  end = cut_url(k, at);
  if (end == at && (k->seen & CHAR_BIT_OF(CHAR_AT)) != 0 && at >= k->no_email)
    end = cut_email(k, at);
  if (end == at && (k->seen & SEEN_INNER_DOT) != 0 && at >= k->no_file)
    end = cut_name(k, at);
  return end;
}

/* ---- @handles and #tags ---- */

size_t gloss_cut_handle(gloss_cutter *k, size_t at, gloss_char class) {
  uint32_t seen = 0;
  size_t end = gloss_run_end(k, at + 1, &seen);
  gloss_char before = gloss_peek_before(k, at);
  if (end == at + 1 || before == CHAR_LETTER || before == CHAR_DIGIT) return at;
  if (class == CHAR_HASH && (seen & CHAR_BIT_OF(CHAR_LETTER)) == 0) return at;
  gloss_cut_add(k, at, end, class == CHAR_HASH ? GLOSS_HASHTAG : GLOSS_MENTION,
                0, class == CHAR_HASH ? TOKEN_HASHTAG : TOKEN_MENTION);
  return end;
}

--- The words, weights and limits by which short forms and their long forms are
--- told: data. What reads them is core/acronyms (docs/acronyms.md).
---
--- The rules are in core/acronyms/rules.c:
--- rule: long (short)
--- rule: (long, short)
--- rule: short (long)
--- rule: short = long
local words = {}

local function list(text)
  local t = {}
  for word in text:gmatch "%S+" do t[#t + 1] = word end
  return t
end

-- Bracketed words that are no short forms.
words.never = list [[see eg ie cf fig figs table ref refs note no yes and or
  the a an in of to ii iii iv vi vii viii ix xi xii am pm ad bc sic ibid idem ff
  pp ca]]

-- What introduces the short form inside the bracket; a mark before "?" may be
-- missing, white space follows.
words.introductions = {
  "also known as", "also called", "hereinafter,?", "hereafter,?",
  "henceforth,?", "referred to as", "abbreviated as", "abbreviated to",
  "abbreviated", "abbreviation:?", "collectively,?", "or", "the", "i.e.,?",
  "e.g.,?",
}

-- What parts the pieces of a bracket, besides commas and semicolons.
words.conjunctions = { "and" }
-- What may stand before the long form in a bracket.
words.articles = { "The", "the" }
-- [X] is the concentration of X: words that begin so are no part of it.
words.measures = { "concentration" }

-- Words that a short form leaves out without harm.
words.small = list [[a an and the of for in on at to by from with or de la le
  les du des del della der die das und et y e do da dos von van zur für per its
  as upon against after before between during into plus through using via within
  without under]]
-- Words that only say of what it is: "Model of Weather".
words.of = list "of de der des von du del della"

-- A digit may stand for a word (numerals), or for one that begins so: 3D
-- three-dimensional.
words.numerals = { "1 i", "2 ii", "3 iii", "4 iv", "5 v", "6 vi" }
words.digits = {}
for digit, beginnings in ipairs { "one first mono uni single",
  "two second bi di double twice", "three third tri", "four tetra",
  "five fifth penta", "six hexa", "seven", "eight octa", "nine ninth" } do
  for beginning in beginnings:gmatch "%S+" do
    words.digits[#words.digits + 1] = digit .. " " .. beginning
  end
end

-- Where a short form may be cut in two that the long form has the other way
-- round: T(a) ambient temperature, IFN-gamma, L1CAM, E9 ninth embryonic day.
words.cuts = {
  "([0-9A-Za-z]+)[([_]([0-9A-Za-z]+)[)\\]]?", "[([](.*?)[)\\]]([0-9A-Za-z]+)",
  "([0-9A-Za-z]+)[-/]([0-9A-Za-z].*)", "([0-9A-Za-z].*)[-/]([0-9A-Za-z]+)",
  "([A-Za-z]+)([0-9]+)", "([A-Z]+)([A-Z][0-9]+)", "([A-Za-z][0-9]+)([A-Z]+)",
  "([A-Z]+)([a-z])", "([A-Za-z]+) ([A-Z]+)",
}

local numbers = {
  -- what each letter of the short form adds, by where it is found
  word = 2.0,       -- the first letter of a word
  part = 1.7,       -- of a part: behind a hyphen, a capital or digit inside
  joint = 1.2,      -- behind the vowel that joins stems: poly|morpho|nuclear
  next = 1.2,       -- right behind the letter before
  inside = 0.6,     -- inside a word of which a letter is matched before it
  apart = -0.12,    -- ... for each letter jumped over, at most four
  strange = -1.0,   -- inside a word whose own first letter is not matched
  -- what is taken away for words that are passed over
  skipped = -1.4,   -- a word that counts, passed over
  skipped_small = -0.5,
  small = -0.3,     -- a letter on a small word is weaker proof
  comma = -0.8,     -- a comma between two words
  tail = -2.0,      -- the last word has no letter of its own
  tail_skipped = -1.7,
  of_tail = -1.5,   -- words behind that say of what: "Model of Weather"
  small_first = -1.5, -- it begins with a preposition
  part_first = -1.5,  -- it begins behind a hyphen: non-|high-tide

  -- the lowest score for a letter, by length of the short form: the shorter,
  -- the more by chance
  one_letter = 1.9, two_letters = 1, three_letters = 0.6, four_letters = 0.5,
  more_letters = 0.4,
  turned = 1.7,     -- where its parts stand the other way round
  shortened = 1.5,  -- where digits, or a letter behind a hyphen, are left out
  behind_noun = 1.6, -- where a noun stands between the two: TRW cream
}

return { words = words, numbers = numbers }

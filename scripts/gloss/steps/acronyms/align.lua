--- How well a short form fits the words before it: the best alignment of its
--- letters with theirs, as a score that a reader can follow.
---
--- After Schwartz and Hearst (2003, "A simple algorithm for identifying
--- abbreviation definitions"), who take the first alignment from the right, and
--- Sohn et al. (2008, Ab3P), who rank strategies; here every alignment is
--- weighed and the best one kept. Work is letters of the short form times
--- letters of the words.
local align = {}

local function set(text)
  local t = {}
  for word in text:gmatch "%S+" do t[word] = true end
  return t
end

-- Words that a short form leaves out without harm.
local SMALL = set [[a an and the of for in on at to by from with or de la le les
  du des del della der die das und et y e do da dos von van zur für per its as
  upon against after before between during into plus through using via within
  without under]]
local OF = set "of de der des von du del della"

--- What each letter of the short form adds, by where it is found, and what is
--- taken away for words that are passed over.
align.weights = {
  word = 2.0,       -- the first letter of a word
  part = 1.7,       -- of a part: behind a hyphen, a capital or digit inside
  joint = 1.2,      -- behind the vowel that joins stems: poly|morpho|nuclear
  next = 1.2,       -- right behind the letter before
  inside = 0.6,     -- inside a word of which a letter is matched before it
  apart = -0.12,    -- ... for each letter jumped over, at most four
  strange = -1.0,   -- inside a word whose own first letter is not matched
  skipped = -1.4,   -- a word that counts, passed over
  skipped_small = -0.5,
  small = -0.3,     -- a letter on a small word is weaker proof
  comma = -0.8,     -- a comma between two words
  tail = -2.0,      -- the last word has no letter of its own
  tail_skipped = -1.7,
  of_tail = -1.5,   -- words behind that say of what: "Model of Weather"
  small_first = -1.5, -- it begins with a preposition
  part_first = -1.5,  -- it begins behind a hyphen: non-|high-tide
}
local MAX_OF = 4    -- words behind the last one matched, "of" included

-- A digit may stand for a word that begins so: 3D three-dimensional.
local NUMBERS = {}
for digit, beginnings in ipairs { "one first mono uni single",
  "two second bi di double twice", "three third tri", "four tetra",
  "five fifth penta", "six hexa", "seven", "eight octa", "nine ninth" } do
  for beginning in beginnings:gmatch "%S+" do
    NUMBERS[#NUMBERS + 1] = { beginning, 48 + digit }
  end
end
local ROMAN = { i = 49, ii = 50, iii = 51, iv = 52, v = 53, vi = 54 }

-- The byte of the digit that a word spells, or false.
local function digit_of(word)
  local found = ROMAN[word] or false
  for _, pair in ipairs(NUMBERS) do
    if word:sub(1, #pair[1]) == pair[1] then found = pair[2] end
  end
  return found
end

---@class gloss.acronyms.Word
---@field text string
---@field lower string
---@field comma boolean? a comma stands behind it

-- The kinds of places in a word.
local WORD, PART, JOINT, INSIDE = 1, 2, 3, 4

local function is_letter(b)
  return b >= 97 and b <= 122 or b >= 48 and b <= 57 or b >= 128
end

local function is_upper(b) return b >= 65 and b <= 90 end
local function is_digit(b) return b >= 48 and b <= 57 end

-- The kind of the place at byte i of a word whose head is at `head`.
local function kind_of(text, lower, i, head)
  if i == 1 or i == head then return WORD end
  local before, here = text:byte(i - 1, i)
  if not is_letter(lower:byte(i - 1)) then return PART end
  if is_upper(here) and not is_upper(before) then return PART end
  if is_digit(here) and not is_digit(before) then return PART end
  if i > 3 and (before == 111 or before == 121 or before == 105) then
    return JOINT
  end
  return INSIDE
end

local function note(places, byte, p)
  local list = places[byte]
  if list then list[#list + 1] = p else places[byte] = { p } end
end

--- The letters of `words`, in order: columns of word, place in it, kind; and
--- where each letter stands. A word that spells a digit has it, too.
local function letters_of(words, has_digits)
  local l, n = { word = {}, at = {}, kind = {}, places = {} }, 0
  for w, word in ipairs(words) do
    local text, lower = word.text, word.lower
    local head = text:find "%a"
    for i = 1, #lower do
      local b = lower:byte(i)
      if is_letter(b) then
        n = n + 1
        l.word[n], l.at[n], l.kind[n] = w, i, kind_of(text, lower, i, head)
        note(l.places, b, n)
        local digit = has_digits and i == head and digit_of(lower)
        if digit and digit ~= b then note(l.places, digit, n) end
      end
    end
  end
  return l
end

-- before[w]: what passing over all the words before w costs.
local function costs(words)
  local weights, before, sum = align.weights, {}, 0
  for w, word in ipairs(words) do
    before[w] = sum
    sum = sum + (SMALL[word.lower] and weights.skipped_small or weights.skipped)
      + (word.comma and weights.comma or 0)
  end
  before[#words + 1] = sum
  return before
end

-- What is passed over between two words that have letters.
local function between(words, before, from, to)
  if from == to then return 0 end
  return before[to] - before[from + 1]
    + (words[from].comma and align.weights.comma or 0)
end

--- What the words behind the last one matched cost: less where they only say of
--- what it is ("Five-Factor Model of Personality", FFM).
local function tail(words, last)
  local n, weights = #words, align.weights
  if last == n then return 0 end
  if OF[words[last + 1].lower] and n - last <= MAX_OF then
    return weights.of_tail
  end
  return weights.tail + (n - last - 1) * weights.tail_skipped
end

-- What letter q adds behind letter p (nil: the first one).
local function place_score(words, l, q, p)
  local weights, kind = align.weights, l.kind[q]
  if kind == WORD then
    return SMALL[words[l.word[q]].lower] and weights.word + weights.small
      or weights.word
  elseif kind == PART then return weights.part
  elseif not p or l.word[p] ~= l.word[q] then return weights.strange
  elseif l.at[p] + 1 == l.at[q] then return weights.next
  elseif kind == JOINT then return weights.joint end
  return weights.inside + weights.apart * math.min(l.at[q] - l.at[p] - 1, 4)
end

-- The best score of the letters behind p: of those at the places `at`, which
-- have the scores `scores`.
local function best_behind(words, l, before, p, at, scores)
  local best
  for i = #at, 1, -1 do
    local q = at[i]
    if q <= p then break end
    local score = scores[i] + place_score(words, l, q, p)
      + between(words, before, l.word[p], l.word[q])
    if not best or score > best then best = score end
  end
  return best
end

--- Where the short form's first letter may be, and for each place the best
--- score of the letters behind it. Worked from the right, so that each pair is
--- weighed once.
local function chains(short, l, words)
  local before, at, scores = costs(words), l.places[short:byte(-1)] or {}, {}
  for i, p in ipairs(at) do scores[i] = tail(words, l.word[p]) end
  for k = #short - 1, 1, -1 do
    local next_at, next_scores = {}, {}
    for _, p in ipairs(l.places[short:byte(k)] or {}) do
      local best = best_behind(words, l, before, p, at, scores)
      if best then
        next_at[#next_at + 1], next_scores[#next_at + 1] = p, best
      end
    end
    at, scores = next_at, next_scores
  end
  return at, scores
end

--- The byte of a word with which the long form begins: the first one, or the
--- one behind a prefix of letters, "non-|high-density". A locant is no prefix:
--- "12-O-tetradecanoyl".
local function begins(text, l, p)
  local at = l.at[p]
  if l.kind[p] ~= WORD and text:sub(1, at - 1):find "%a%a%a" then return at end
  return 1
end

local function can_begin(words, l, p)
  local at = l.at[p]
  return l.kind[p] == WORD or words[l.word[p]].text:byte(at - 1) == 45
end

-- Stand the letters in the words at all, in this order?
local function is_possible(short, words)
  local at = 0
  for i = 1, #short do
    at = words.lower:find(short:sub(i, i), at + 1, true)
    if not at then return false end
  end
  return true
end

--- Prepares words for any number of calls of `best`.
---@param words gloss.acronyms.Word[]
---@return gloss.acronyms.Word[]
function align.prepare(words)
  local lower = {}
  for w, word in ipairs(words) do lower[w] = word.lower end
  words.lower = table.concat(lower, " ")
  return words
end

--- The start of the long form among `words` (the last one stands right before
--- the short form), and the score for each letter; nil where nothing fits.
---@param short string letters and digits of the short form, lower case
---@param words gloss.acronyms.Word[] prepared
---@return integer? word, number score, integer? byte of that word
function align.best(short, words)
  local has_digits = short:find "%d"
  if #words == 0 or #short == 0
     or not has_digits and not is_possible(short, words) then
    return nil, 0
  end
  if not words.letters or has_digits and not words.digits then
    words.letters, words.digits = letters_of(words, has_digits), has_digits
  end
  local weights, l = align.weights, words.letters
  local at, scores = chains(short, l, words)
  local best, best_at
  -- from the right: of two equal scores the shorter long form wins
  for i = #at, 1, -1 do
    local p = at[i]
    if can_begin(words, l, p) then
      local score = scores[i] + place_score(words, l, p)
        + (l.kind[p] == WORD and 0 or weights.part_first)
        + (SMALL[words[l.word[p]].lower] and weights.small_first or 0)
      if not best or score > best + 1e-9 then best, best_at = score, p end
    end
  end
  if not best then return nil, 0 end
  local w = l.word[best_at]
  return w, best / #short, begins(words[w].text, l, best_at)
end

return align

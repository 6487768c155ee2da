--- How well a short form fits the words before it: the best alignment of its
--- letters with theirs, as a score that a reader can follow.
---
--- After Schwartz and Hearst (2003, "A simple algorithm for identifying
--- abbreviation definitions"), who take the first alignment from the right, and
--- Sohn et al. (2008, Ab3P), who rank strategies; here every alignment is
--- weighed and the best one kept.
local align = {}

-- Words that a short form leaves out without harm.
local SMALL = {}
for word in ([[a an and the of for in on at to by from with or de la le les du des
  del della der die das und et y e do da dos von van zur für per its as upon against]]):gmatch("%S+") do
  SMALL[word] = true
end

-- What each letter of the short form adds, by where it is found...
local AT_WORD = 2.0      -- the first letter of a word
local AT_PART = 1.7      -- the first of a part: after a hyphen, a capital inside
local NEXT = 1.2        -- right behind the one matched before
local INSIDE = 0.6       -- inside a word that has one matched before
local IN_STRANGE = -1.0  -- inside a word whose own first letter is not matched
-- ... and what the words that are passed over take away.
local SKIPPED = -1.7     -- a word that counts
local SKIPPED_SMALL = -0.25
local SMALL_MATCHED = -0.3 -- a letter on a small word is weaker proof
local TAIL = -2.0        -- the last word has no letter of its own
local SMALL_FIRST = -1.5 -- it begins with a preposition
local PART_FIRST = -1.5  -- the long form begins behind a hyphen: non-|high-density
local OF_TAIL = -1.5     -- words behind the last one matched: "... of Personality"
local MAX_OF = 4         -- and how many there may be
local APART = -0.12      -- for each letter jumped over inside one word

local OF = { of = true, de = true, der = true, des = true, von = true, du = true, del = true, della = true }

-- A digit may stand for a word that begins so: 3D three-dimensional, L2 second larva.
local NUMBERS = {
  ["1"] = { "one", "first", "mono", "uni", "single" },
  ["2"] = { "two", "second", "bi", "di", "double", "twice" },
  ["3"] = { "three", "third", "tri" },
  ["4"] = { "four", "tetra" },
  ["5"] = { "five", "fifth", "penta" },
  ["6"] = { "six", "hexa" },
  ["7"] = { "seven" },
  ["8"] = { "eight", "octa" },
  ["9"] = { "nine", "ninth" },
}

--- The digit that the word's beginning spells, or nil.
local function digit_of(word)
  for digit, beginnings in pairs(NUMBERS) do
    for _, beginning in ipairs(beginnings) do
      if word:sub(1, #beginning) == beginning then return digit end
    end
  end
end

---@class gloss.acronyms.Word
---@field first integer place of its first byte in the text
---@field last integer
---@field lower string

--- The letters of `words`, in order, with what the score needs to know.
local function letters_of(words)
  local letters = {}
  for w, word in ipairs(words) do
    local part = true
    local text = word.text
    local head = text:find("%a") -- behind locants: 2,3-diaminopropane
    for i = 1, #text do
      local char = text:sub(i, i)
      if char:find("[%w\x80-\xff]") then
        local upper_inside = char:find("%u") and i > 1 and text:sub(i - 1, i - 1):find("[%l%d]")
        local digit_edge = char:find("%d") and i > 1 and not text:sub(i - 1, i - 1):find("%d")
        letters[#letters + 1] = { char = char:lower(), word = w, at = i,
          digit = i == head and digit_of(word.lower) or nil,
          start = i == 1 or i == head,
          hyphen = i > 1 and text:sub(i - 1, i - 1) == "-",
          part = part or upper_inside or digit_edge }
        part = false
      else
        part = true
      end
    end
  end
  return letters
end

--- What skipping the words strictly between `from` and `to` costs.
local function skipped(words, from, to)
  local cost = 0
  for w = from + 1, to - 1 do
    cost = cost + (SMALL[words[w].lower] and SKIPPED_SMALL or SKIPPED)
  end
  return cost
end

--- What the words behind the last one matched cost: less where they only say of
--- what it is ("Five-Factor Model of Personality", FFM).
local function tail(words, last)
  if last == #words then return 0 end
  if OF[words[last + 1].lower] and #words - last <= MAX_OF then return OF_TAIL end
  return TAIL + skipped(words, last, #words + 1)
end

local function place_score(words, letter, previous)
  local score
  if letter.start then
    score = AT_WORD
    if SMALL[words[letter.word].lower] then score = score + SMALL_MATCHED end
  elseif letter.part then
    score = AT_PART
  elseif previous and previous.word == letter.word and previous.at + 1 == letter.at then
    score = NEXT
  elseif previous and previous.word == letter.word then
    score = INSIDE + APART * math.min(letter.at - previous.at - 1, 4)
  else
    score = IN_STRANGE
  end
  return score
end

--- Best score of the short form's letters from the k-th on, the k-th at
--- letter p; worked from the right, so that each pair is weighed once.
local function best_chains(short, letters, words)
  local n, chains = #short, {}
  local final = {}
  for p, letter in ipairs(letters) do
    if letter.char == short[n] or letter.digit == short[n] then
      final[p] = tail(words, letter.word)
    end
  end
  chains[n] = final
  for k = n - 1, 1, -1 do
    local row = {}
    for p, letter in ipairs(letters) do
      if letter.char == short[k] or letter.digit == short[k] then
        local best
        for q, rest in pairs(chains[k + 1]) do
          if q > p then
            local other = letters[q]
            local score = rest + place_score(words, other, letter)
              + skipped(words, letter.word, other.word)
            if not best or score > best then best = score end
          end
        end
        row[p] = best
      end
    end
    chains[k] = row
  end
  return chains[1]
end

--- The byte of a word with which the long form begins: the first one, or the
--- one behind a prefix of letters, "non-|high-density". A locant is no prefix:
--- "12-O-tetradecanoyl".
local function begins(text, letter)
  if letter.start or not text:sub(1, letter.at - 1):find("%a%a%a") then return 1 end
  return letter.at
end

--- The start of the long form among `words` (the last one stands right before
--- the short form), and the score for each letter; nil where nothing fits.
---@param short string letters and digits of the short form, lower case
---@param words gloss.acronyms.Word[]
---@return integer? word, number score
function align.best(short, words)
  if #words == 0 or #short == 0 then return nil, 0 end
  local chars = {}
  for i = 1, #short do chars[i] = short:sub(i, i) end
  local letters = letters_of(words)
  local best, best_word, best_at
  local chains = best_chains(chars, letters, words)
  -- from the right: of two equal scores the shorter long form wins
  for p = #letters, 1, -1 do
    local letter = letters[p]
    if chains[p] and (letter.start or letter.hyphen) then
      local score = chains[p] + place_score(words, letter, nil) + (letter.start and 0 or PART_FIRST)
        + (SMALL[words[letter.word].lower] and SMALL_FIRST or 0)
      if not best or score > best + 1e-9 then
        best, best_word, best_at = score, letter.word, begins(words[letter.word].text, letter)
      end
    end
  end
  if not best then return nil, 0 end
  return best_word, best / #chars, best_at
end

return align

--- The long form that stands before a short one, if there is one.
local align = require "gloss.steps.acronyms.align"
local short_form = require "gloss.steps.acronyms.short"

local MAX_WORDS = 14      -- words of a long form, at most
local MAX_GROUP = 40      -- bytes of a bracket that is part of a word
local MORE_BLANKS = 4     -- beyond one a word: "a + b"
local NEAR = 12           -- bytes a word in which so many words are looked for

--- The lowest score a letter may have on average.
---@class gloss.acronyms.Limits
local long_form = {
  -- by length of the short form: the shorter, the more by chance
  threshold = { 1.9, 1, 0.6, 0.5, 0.4 },
  turned = 1.7,     -- where its parts stand the other way round
  shortened = 1.5,  -- where digits, or a letter behind a hyphen, are left out
}

-- ---- Words ------------------------------------------------------------------

local MORE = "^[%w\x80-\xff%-/'%.&%+]+"

-- The end of a bracket without blanks that belongs to a word: N-(1-naphthyl).
local function group_end(text, at, last)
  local _, to = text:find("^%b()", at)
  if not to then _, to = text:find("^%b[]", at) end
  if to and to <= last and to - at < MAX_GROUP
     and not text:sub(at, to):find "%s" then
    return to
  end
end

-- The end of the word that begins at `at`, or nil.
local function word_end(text, at, last)
  local to = at - 1
  if not text:find("^[%w\x80-\xff]", at) then  -- (-)-[125I]-cyanopindolol
    to = group_end(text, at, last)
    if not to or not text:find("^%-[%w%(%[]", to + 1) then return nil end
  end
  while to < last do
    local _, more = text:find(MORE, to + 1)
    if not more and text:find("^%d,%d", to) then  -- 2,3-diaminopropane
      more = to + 1
    elseif not more and text:find("^[%w%-]", to) then
      more = group_end(text, to + 1, last)
    end
    if not more then return to end
    to = more
  end
  return last
end

-- Behind the blank in text[first..last] that has `most` others behind it.
local function behind_blank(text, first, last, most)
  local blanks, n, at = {}, 0, first
  while true do
    at = text:find(" ", at, true)
    if not at or at > last then break end
    at, n = at + 1, n + 1
    blanks[n] = at
  end
  return blanks[n - most]
end

-- Where to begin, so as to have no more words than are asked for, or few.
local function start_of(text, first, last, most)
  local near = last - NEAR * most
  return near > first and behind_blank(text, near, last, most + MORE_BLANKS)
    or behind_blank(text, first, last, most + MORE_BLANKS) or first
end

--- The words of text[first..last], the last `most` of them.
---@return gloss.acronyms.Word[]
local function words_of(text, first, last, most)
  local words, at = {}, first
  while at <= last do
    local from, to = at, word_end(text, at, last)
    at = (to or at) + 1
    if to then
      local dashes = text:sub(from, to):find("--", 1, true)
      if dashes then to, at = from + dashes - 2, from + dashes + 1 end
      while to > from and text:find("^[%-/'%.&]", to) do to = to - 1 end
    end
    if to and to >= from then
      local word = text:sub(from, to)
      words[#words + 1] = { first = from, last = to, text = word,
        lower = word:lower(), comma = text:byte(to + 1) == 44 }
    end
  end
  if #words <= most then return words end
  return table.move(words, #words - most + 1, #words, 1, {})
end

-- ---- Letters ----------------------------------------------------------------

-- Lacks the text a letter without which nothing fits? Digits may be left out,
-- and a letter behind a hyphen.
local function lacks_letter(short, letters, text)
  local lower = text:lower()
  local last = short:find "%-%u$" and #letters - 1 or #letters
  for i = 1, last do
    local letter = letters:sub(i, i)
    if not lower:find(letter, 1, true) and not letter:find "%d" then
      return true
    end
  end
  return false
end

--- The alignment of the parts the other way round: "gamma-interferon
--- (IFN-gamma)"; nil where none is clearly better than `score`.
local function turned(short, words, score)
  local best, best_at
  local best_score = score + 0.1
  for _, letters in ipairs(short_form.turned(short)) do
    local word, other, at = align.best(letters, words)
    if word and other >= long_form.turned and other > best_score then
      best, best_score, best_at = word, other, at
    end
  end
  return best, best_score, best_at
end

--- The alignment without digits: "nitrous oxide (N2O)", "partial least squares
--- (PLS-1)"; or without a letter behind a hyphen: "(PLS-B)".
local function shortened(short, letters, words)
  local bare = short:find "%-%u$" and letters:sub(1, -2)
    or letters:gsub("%d", "")
  if bare == letters or #bare < 2 then return nil, 0 end
  local word, score, at = align.best(bare, words)
  if word and score >= long_form.shortened then return word, score, at end
  return nil, score
end

local function fit(short, letters, words)
  local word, score, at = align.best(letters, words)
  if score < long_form.turned then
    local other, better, other_at = turned(short, words, score)
    if other then return other, better, other_at end
  end
  local limits = long_form.threshold
  if word and score >= limits[math.min(#letters, #limits)] then
    return word, score, at
  end
  return shortened(short, letters, words)
end

-- ---- What is no long form ---------------------------------------------------

--- Does each bracket in it have its partner?
local function balanced(text)
  local depth = 0
  for mark in text:gmatch "[%(%)%[%]]" do
    depth = depth + ((mark == "(" or mark == "[") and 1 or -1)
    if depth < 0 then return false end
  end
  return depth == 0
end

-- Is it the short form again, or a longer one of its kind: L1CAM (L1)?
local function is_same(short, letters, long, words, word)
  if short_form.letters(long) == letters then return true end
  if word == #words and (#long <= #short + 1 or not short:find "%l"
     and long:sub(1, #short) == short
     and not long:find("^%l", #short + 1)) then
    return true
  end
  for w = word, #words do
    if words[w].text == short then return true end
  end
  return false
end

-- Of "MRI scan" and "E site" the long form has the noun as well, and not the
-- first word.
local function lacks_noun(short, long, words, word)
  local head, noun = short:match "^(%w+) (%l+)$"
  return noun ~= nil
    and (words[word].text == head or not long:find(noun, 1, true))
end

--- The long form that ends at `last`, not before `limit`; nil where there is
--- none, with the score of what came nearest.
---@param text string
---@param short string
---@param limit integer first byte that it may have
---@param last integer
---@return integer? first, number score
function long_form.before(text, short, limit, last)
  local letters = short_form.letters(short)
  local most = math.min(2 * #letters + 2, #letters + 6, MAX_WORDS)
  local start = start_of(text, limit, last, most)
  if lacks_letter(short, letters, text:sub(start, last)) then return nil, 0 end
  local words = words_of(text, start, last, most)
  -- [X] is the concentration of X
  if #words > 1 and short:byte() == 91
     and words[#words].lower:find "^concentration" then
    words[#words] = nil
  end
  local word, score, at = fit(short, letters, align.prepare(words))
  if not word then return nil, score end
  local first = words[word].first + at - 1
  local long = text:sub(first, last)
  if not balanced(long) or is_same(short, letters, long, words, word)
     or lacks_noun(short, long, words, word) then
    return nil, score
  end
  return first, score
end

return long_form

--- The tense of the sentence around a phrase: the nearest word that tells it,
--- among the tokens of the sentence, or of the quotation in it.
local gloss = require "gloss"

local tense = {}

-- Tokens of the sentence before and behind a phrase that are looked at.
local BEFORE, BEHIND = 40, 24
-- Tokens that what stands behind counts more than what is before.
local LATER = 2
-- A sentence of at most so many bytes may have no verb; bytes of "A.".
local SHORT, LABEL = 60, 3

-- The classes of words that a language's table of tense words tells.
local function classes_of(words)
  local t = words.tense
  local articles = {}
  for word in pairs(words.classes.A or {}) do articles[#articles + 1] = word end
  table.sort(articles)
  return gloss.classes {
    PAST = t.past or {}, FUTURE = t.future or {}, MODAL = t.modals or {},
    PASTEND = t.past_test or {}, FUTUREEND = t.future_test or {},
    PRESENT = t.present_test or {}, BESIDE = t.present_beside or {},
    BE = { "be" }, IS = { "is", "are", "be" }, TO = { "to" },
    ARTICLE = articles, DETERMINER = t.determiners or {}, OPENS = '[text="“"]', CLOSES = '[text="”"]',
    DOUBLE = [=[[text="\""]]=], SINGLE = [=[[text="'"]]=],
    STOPS = { ",", ";" },
  }
end

---@class gloss.times.Tense
---@field m gloss.Reading
---@field classes gloss.Classes
---@field tells integer the classes that may tell a tense
---@field marks integer the classes of quotation marks
local Tense = {}
Tense.__index = Tense

--- What tells the tenses of one document.
---@param doc gloss.Document
---@param words table the words of its language
function tense.new(doc, words)
  words.tense_classes = words.tense_classes or classes_of(words)
  local c = words.tense_classes
  local m = assert(c:read(doc))
  return setmetatable({ m = m, classes = c, prev = m.prev, next = m.next,
    tells = c.PAST | c.FUTURE | c.PASTEND | c.FUTUREEND | c.TO,
    marks = c.OPENS | c.CLOSES | c.DOUBLE | c.SINGLE }, Tense)
end

-- What token i tells, where it is one of those that may: "past", "future" or
-- nil. `before` has the bits of the token before it.
local function sense(c, bits, before)
  if bits & (c.PAST | c.FUTURE) ~= 0 then
    if before & c.ARTICLE ~= 0 then return nil end             -- a cut
    if bits & c.FUTURE ~= 0 then return "future" end
    if before & (c.BE | c.MODAL) ~= 0 then return "future" end -- will have
    if before & c.TO ~= 0 then return nil end                  -- to put
    return "past"
  elseif bits & c.PASTEND ~= 0 then
    if before & c.DETERMINER ~= 0 then return nil end          -- am zweiten
    return before & c.BE ~= 0 and "future" or "past"
  elseif bits & c.FUTUREEND ~= 0 then
    return "future"
  end
  return before & c.IS ~= 0 and "future" or nil                -- is to
end

-- The first token that tells a tense, and its place: `nearest` (next or prev of
-- the reading) goes in steps of `by` from `from` to `to`. None before `low` is
-- looked at.
local function find_sense(self, nearest, from, to, by, low)
  local m, c, tells = self.m, self.classes, self.tells
  local i, bits = nearest(m, from, tells, to)
  while i do
    local told = sense(c, bits, i > low and m[i - 1] or 0)
    if told then return told, i end
    i, bits = nearest(m, i + by, tells, to)
  end
end

-- Of the tokens `low` to `high` the last that tells a tense, and its place.
local function last_sense(self, low, high)
  return find_sense(self, self.prev, high, low, -1, low)
end

local function first_sense(self, low, high)
  return (find_sense(self, self.next, low, high, 1, low))
end

-- The first token of the quotation in which token i is; nil where it is in
-- none. `low` is the first token of its sentence that is looked at.
local function quotation_start(self, low, i)
  local m, c = self.m, self.classes
  if not self.prev(m, i - 1, self.marks, low) then return nil end
  local closed = m:prev(i - 1, c.CLOSES, low)
  local opened = m:next((closed or low - 1) + 1, c.OPENS, i - 1)
  if opened then return opened + 1 end
  if m[low] & c.SINGLE ~= 0 and low < i
      and not m:next(low + 1, c.SINGLE, i - 1) then
    return low + 1
  end
  local last, inside = m:prev(i - 1, c.DOUBLE, low), false
  local mark = last
  while mark do
    inside = not inside
    mark = m:prev(mark - 1, c.DOUBLE, low)
  end
  return inside and last + 1 or nil
end

-- The last token of that quotation behind token j.
local function quotation_end(self, j, high)
  local m, c = self.m, self.classes
  local closed = m:next(j + 1, c.CLOSES, high) or m:next(j + 1, c.DOUBLE, high)
  if closed then return closed - 1 end
  local single = m:next(j + 1, c.SINGLE, high)
  if single and m[single - 1] & c.STOPS ~= 0 then return single - 1 end
  return high
end

-- The tense of the sentence before a short one that tells none: "When did you
-- see it? On April 23."
local function sense_before(self, sentence)
  local m = self.m
  local low, high = m:bounds(sentence)
  if m:last(high) - m:first(low) >= SHORT then return nil end
  local before = sentence - 1
  if before > 1 then
    low, high = m:bounds(before)
    if m:last(high) - m:first(low) < LABEL then before = before - 1 end
  end
  if before < 1 then return nil end
  low, high = m:bounds(before)
  return (last_sense(self, low, high))
end

-- Is there a present, where the language tells what is to come by it: in the
-- sentence, or right beside the phrase or the preposition before it?
local function has_present(self, i, j, low, high)
  local m, c = self.m, self.classes
  return m:next(low, c.PRESENT, high)
    or i - 2 >= low and m[i - 2] & c.BESIDE ~= 0
    or j < high and m[j + 1] & c.BESIDE ~= 0
end

--- "past", "future" or nil: what the sentence around the bytes tells. What a
--- quotation says without a tense ("In June," he said) is to come, and so is
--- what a German present tells of a day ("Das Gericht entscheidet am Montag").
---@param first integer
---@param last integer
---@return "past"|"future"|nil
function Tense:of(first, last)
  local m, c = self.m, self.classes
  local i, j = m:at(first), m:at(last)
  local sentence = i and m:sentence(i)
  if not sentence then return nil end
  local low, high = m:bounds(sentence)
  if i - BEFORE > low then low = i - BEFORE end
  if j + BEHIND < high then high = j + BEHIND end
  local start = quotation_start(self, low, i)
  if start then
    low, high = start, quotation_end(self, j, high)
  end
  local best, place = last_sense(self, low, i - 1)
  -- "It will open in May, the mayor said": she said so now
  if best and j < high and m[j + 1] & c.STOPS ~= 0 and m:tight(j) then
    return best
  end
  local stop = high
  if best then
    high = math.min(high, j + i - place - LATER - 1)
  end
  local told = first_sense(self, j + 1, high) or best
  if told then return told end
  if start or has_present(self, i, j, low, stop) then return "future" end
  return sense_before(self, sentence)
end

return tense

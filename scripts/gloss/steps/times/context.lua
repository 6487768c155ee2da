--- What a phrase of time is resolved against: the document's date, the dates
--- the text has named before, and the tense of the sentence around it.
local calendar = require "gloss.steps.times.calendar"
local evidence = require "gloss.steps.times.evidence"

local context = {}

---@class gloss.times.Context
---@field doc gloss.Document
---@field words table the language's words
---@field ref integer? day number of the document's date
---@field ref_precision string? "day", "month" or "year"
---@field ref_label string? "document 2008-03-01", "date line 2008-03-01"
---@field mention table? { from, precision, value }: the date named last
---@field year integer? the year named last
---@field historical boolean do most years named lie far behind the document?
local Context = {}
Context.__index = Context
for name, method in pairs(evidence) do Context[name] = method end

-- How far years lie behind for a text to be about the past, and how many
-- there must be.
local FAR, ENOUGH = 3, 3

local function is_historical(text, ref)
  local now = ref and calendar.fields(ref)
  local far, all = 0, 0
  for year in text:gmatch "%f[%w][12]%d%d%d%f[%W]" do
    local n = tonumber(year)
    if n < 2100 then
      all = all + 1
      if not now or n <= now - FAR then far = far + 1 end
    end
  end
  return far >= ENOUGH and far * 3 > all * 2
end

--- Makes the context of one document.
---@param doc gloss.Document
---@param words table
---@param date_line string? the ISO date of a date line, where doc.date is nil
---@param options table of the step
function context.new(doc, words, date_line, options)
  local own = setmetatable({ doc = doc, words = words, options = options },
    Context)
  local iso = doc.date or date_line
  if iso then
    own.ref, own.ref_precision = calendar.parse(iso)
    own.ref_label = (doc.date and "document " or "date line ") .. iso:sub(1, 10)
  end
  own.historical = is_historical(doc.text, own.ref)
  return own
end

local RANK = { year = 1, month = 2, day = 3 }

--- Is the document's date known at least to that precision? Else a reason.
---@param precision "year"|"month"|"day"
---@return boolean known, string? reason
function Context:dated(precision)
  if not self.ref then return false, "no document date" end
  if RANK[self.ref_precision] < RANK[precision] then
    return false, "the document date has no " .. precision
  end
  return true
end

--- What relative phrases count from: the date named last, or the document's.
---@return integer? day, string? label, string? value
function Context:from_mention()
  local m = self.mention
  if m then return m.from, "text " .. m.value, m.value end
  if self:dated "day" then return self.ref, self.ref_label end
end

-- The word of the sentence nearest to the phrase that tells its tense.
local function sense(words, word, before)
  local known = words.tense_of[word]
  if known then
    if words.classes.A and words.classes.A[before] then return nil end  -- a cut
    local modal = words.modals[before]             -- will have, would cut
    if known == "past" and (before == "be" or modal) then return "future" end
    if known == "past" and before == "to" then return nil end      -- to put
    return known
  end
  local ending = words.tense.past_ending
  if ending and #word > 4 and word:sub(-#ending) == ending
      and not word:find "[^%a\x80-\xff]" then
    return before == "be" and "future" or "past"
  end
  for _, pattern in ipairs(words.tense.future_endings or {}) do
    if #word > 4 and word:find(pattern) then return "future" end
  end
  if word == "to" and (before == "is" or before == "are" or before == "be") then
    return "future"
  end
end

-- Turns the lists of a language's tense words into tables, once.
local function prepare_words(words)
  if words.tense_of then return end
  local tense = words.tense
  words.tense_of, words.sense_before, words.modals = {}, {}, {}
  local function enter(into, list, value)
    for _, word in ipairs(list or {}) do into[word] = value end
  end
  enter(words.tense_of, tense.past, "past")
  enter(words.tense_of, tense.future, "future")
  enter(words.modals, tense.modals, true)
  enter(words.sense_before, tense.ahead, "future")
  enter(words.sense_before, tense.behind, "past")
  enter(words.sense_before, tense.either, false)
end

-- Distance, in words, that what comes after counts more than what is before.
local BEHIND = 2

local WORD = "[%a\x80-\xc1\xc3-\xe1\xe3-\xff']+"

--- "past", "future", or false: said by the word right before the phrase, or
--- before its article ("since the summer"); nil where it says nothing.
function Context:direct_tense(first)
  local word = self:word_before(first)
  if word and self.words.classes.THE and self.words.classes.THE[word] then
    local at = self.doc.text:sub(math.max(1, first - 20), first - 1)
      :find "%S+%s*$"
    word = at and self:word_before(math.max(1, first - 20) + at - 1) or word
  end
  return self.words.sense_before[word or ""]
end

-- What stands before a phrase in its sentence, or in the quotation in which it
-- is; and whether it is in one.
local function before_phrase(text)
  local quoted = text:match "“([^”]*)$" or text:match "^%s*['‘]([^'’]*)$"
  if not quoted then
    local _, marks = text:gsub('"', "")
    quoted = marks % 2 == 1 and text:match '"([^"]*)$' or nil
  end
  return quoted or text, quoted ~= nil
end

local function after_phrase(text, inside)
  return inside and (text:match '^(.-)”' or text:match '^(.-)"'
    or text:match "^(.-),['’]") or text
end

-- The last word that tells a tense, and how many words after it there are.
local function nearest_before(words, text)
  local list, n, before = {}, 0, nil
  for word in text:lower():gmatch(WORD) do
    n = n + 1
    list[n] = sense(words, word, before)
    before = word
  end
  for i = n, 1, -1 do
    if list[i] then return list[i], n - i + 1 end
  end
  return nil, math.huge
end

-- The first word behind that tells a tense, where it is nearer than `distance`.
local function nearest_after(words, text, distance)
  local i, before = 0, nil
  for word in text:lower():gmatch(WORD) do
    i = i + 1
    if i + BEHIND >= distance then return nil end
    local tense = sense(words, word, before)
    if tense then return tense end
    before = word
  end
end

local SHORT = 60   -- bytes of a sentence that may have no verb
local LABEL = 3    -- bytes of "A."

--- The tense of the sentence before a short one that tells none: "When did you
--- see it? On April 23."
function Context:tense_before(sentence)
  if #sentence > SHORT then return nil end
  local sentences, i = self.doc:all "sentences", sentence.index - 1
  if i > 1 and #sentences[i] <= LABEL then i = i - 1 end
  if i < 1 or sentences[i].masked then return nil end
  return (nearest_before(self.words, sentences[i].text))
end

--- "past", "future" or nil: what the sentence around the bytes tells. What is
--- said without a tense ("In June," he said) is to come.
function Context:tense(first, last)
  prepare_words(self.words)
  local direct = self:direct_tense(first)
  if direct then return direct end
  local told = self:told_tense(first, last)
  if direct == false and told ~= "future" then return nil end
  return told
end

--- The same by the sentence alone, whatever word stands before the phrase.
function Context:told_tense(first, last)
  prepare_words(self.words)
  local sentence = self.doc:span(first, last).sentence
  if not sentence then return nil end
  local text = self.doc.text
  local left, inside = before_phrase(
    text:sub(math.max(sentence.first, first - 200), first - 1))
  local right = after_phrase(
    text:sub(last + 1, math.min(sentence.last, last + 120)), inside)
  local best, distance = nearest_before(self.words, left)
  -- "It will open in May, the mayor said": she said so now
  if best and right:find "^[,;]" then return best end
  return nearest_after(self.words, right, distance) or best
    or (inside and "future" or nil) or self:tense_before(sentence)
end

-- Days that a tense may reach over what is nearest; a month alone goes by it.
local SURE = 270

--- Which of the years around the document's makes the day or month nearest,
--- and agrees with the tense.
---@param month integer
---@param day integer?
---@param tense string?
---@return integer? year, string? label
function Context:year_of(month, day, tense)
  local now, this_month
  if self.ref then now, this_month = calendar.fields(self.ref) end
  if self.historical and self.year and self.year ~= now then
    return self.year, "text " .. self.year
  end
  if not now then return nil end
  if self.ref_precision == "year" then return now, self.ref_label end
  local middle = day and self.ref or calendar.day(now, this_month, 15)
  local best, best_distance
  for year = now - 1, now + 1 do
    local last = calendar.month_days(year, month)
    local at = calendar.day(year, month, math.min(day or 15, last))
    local distance = math.abs(at - middle)
    local agrees = not tense or at == middle
      or (tense == "past") == (at < middle)
    if not agrees then distance = distance + (day and SURE or 366) end
    if not best or distance < best_distance
        or (distance == best_distance and tense ~= "future"
            and year < best) then
      best, best_distance = year, distance
    end
  end
  return best, self.ref_label
end

return context

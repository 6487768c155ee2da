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
    if known == "past" and before == "be" then return "future" end
    return known
  end
  local ending = words.tense.past_ending
  if ending and #word > 4 and word:sub(-#ending) == ending
      and not word:find "[^%a\x80-\xff]" then
    return before == "be" and "future" or "past"
  end
  if word == "to" and (before == "is" or before == "are" or before == "be") then
    return "future"
  end
end

-- Distance, in words, that what comes after counts more than what is before.
local BEHIND = 2

local function prepare_words(words)
  if words.tense_of then return end
  words.tense_of, words.sense_before = {}, {}
  for _, word in ipairs((words.tense or {}).ahead or {}) do
    words.sense_before[word] = "future"
  end
  for _, word in ipairs((words.tense or {}).behind or {}) do
    words.sense_before[word] = "past"
  end
  for _, tense in ipairs { "past", "future" } do
    for _, word in ipairs((words.tense or {})[tense] or {}) do
      words.tense_of[word] = tense
    end
  end
  words.tense = words.tense or {}
end

--- "past", "future" or nil: what the sentence around the bytes tells.
function Context:tense(first, last)
  prepare_words(self.words)
  local direct = self.words.sense_before[self:word_before(first) or ""]
  if direct then return direct end
  local sentence = self.doc:span(first, last).sentence
  if not sentence then return nil end
  local text = self.doc.text
  local from = math.max(sentence.first, first - 200)
  local best, distance = nil, math.huge
  local before, n = nil, 0
  local list = {}
  for word in text:sub(from, first - 1):lower():gmatch "[%a\x80-\xc1\xc3-\xe1\xe3-\xff']+" do
    n = n + 1
    list[n] = sense(self.words, word, before)
    before = word
  end
  for i = n, 1, -1 do
    if list[i] then
      best, distance = list[i], n - i + 1
      break
    end
  end
  local i = 0
  before = nil
  for word in text:sub(last + 1, math.min(sentence.last, last + 120)):lower()
      :gmatch "[%a\x80-\xc1\xc3-\xe1\xe3-\xff']+" do
    i = i + 1
    if i + BEHIND >= distance then break end
    local tense = sense(self.words, word, before)
    if tense then return tense end
    before = word
  end
  return best
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
  if self.historical and self.year then
    return self.year, "text " .. self.year
  end
  if not self.ref then return nil end
  local now, this_month = calendar.fields(self.ref)
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

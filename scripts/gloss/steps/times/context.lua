--- What a phrase of time is resolved against: the document's date, the dates
--- the text has named before, and the tense of the sentence around it.
local calendar = require "gloss.steps.times.calendar"
local evidence = require "gloss.steps.times.evidence"
local gloss = require "gloss"
local tense = require "gloss.steps.times.tense"

local context = {}

---@class gloss.times.Context
---@field doc gloss.Document
---@field words table the language's words
---@field ref integer? day number of the document's date
---@field ref_precision string? "day", "month" or "year"
---@field ref_label string? "document 2008-03-01", "date line 2008-03-01"
---@field mention table? { from, precision, value }: the date named last
---@field year integer? the year named last
local Context = {}
Context.__index = Context
for name, method in pairs(evidence) do Context[name] = method end

-- How far years lie behind for a text to be about the past, and how many
-- there must be.
local FAR, ENOUGH = 3, 3

local YEAR = gloss.regex "(?<![0-9A-Za-z])[12][0-9]{3}(?![0-9A-Za-z])"

local function is_historical(doc, ref)
  local now = ref and calendar.fields(ref)
  local text, far, all = doc.text, 0, 0
  local first, last = YEAR:find(doc)
  while first do
    local n = tonumber(text:sub(first, last))
    if n < 2100 then
      all = all + 1
      if not now or n <= now - FAR then far = far + 1 end
    end
    first, last = YEAR:find(doc, last + 1)
  end
  return far >= ENOUGH and far * 3 > all * 2
end

--- Do most years that the text names lie far behind the document?
function Context:historical()
  if self.is_historical == nil then
    self.is_historical = is_historical(self.doc, self.ref)
  end
  return self.is_historical
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

-- The words right before a phrase that tell its tense: "past", "future", or
-- false for those that say nothing of it.
local function senses_before(words)
  if words.sense_before then return words.sense_before end
  local senses, tense_words = {}, words.tense
  for _, word in ipairs(tense_words.ahead or {}) do senses[word] = "future" end
  for _, word in ipairs(tense_words.behind or {}) do senses[word] = "past" end
  for _, word in ipairs(tense_words.either or {}) do senses[word] = false end
  words.sense_before = senses
  return senses
end

--- "past", "future", or false: said by the word right before the phrase, or
--- before its article ("since the summer"); nil where it says nothing.
function Context:direct_tense(first)
  local words = self.words
  local word, _, at = self:word_before(first)
  if word and words.classes.THE and words.classes.THE[word] then
    word = self:word_before(at) or word
  end
  return senses_before(words)[word or ""]
end

--- "past", "future" or nil: what the sentence around the bytes tells.
function Context:tense(first, last)
  local direct = self:direct_tense(first)
  if direct then return direct end
  local told = self:told_tense(first, last)
  if direct == false and told ~= "future" then return nil end
  return told
end

--- The same by the sentence alone, whatever word stands before the phrase.
function Context:told_tense(first, last)
  self.tenses = self.tenses or tense.new(self.doc, self.words)
  return self.tenses:of(first, last)
end

-- Days that a tense may reach over what is nearest; a month alone goes by it.
local SURE = 270

--- Which of the years around the document's makes the day or month nearest,
--- and agrees with the tense.
---@param month integer
---@param day integer?
---@param told string? the tense
---@return integer? year, string? label
function Context:year_of(month, day, told)
  local now, this_month
  if self.ref then now, this_month = calendar.fields(self.ref) end
  if self.year and self.year ~= now and self:historical() then
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
    local agrees = not told or at == middle
      or (told == "past") == (at < middle)
    if not agrees then distance = distance + (day and SURE or 366) end
    if not best or distance < best_distance
        or (distance == best_distance and told ~= "future"
            and year < best) then
      best, best_distance = year, distance
    end
  end
  return best, self.ref_label
end

return context

--- Is it a time at all? What stands around a word that may be a month, a
--- year or a clock time, or something else. Methods of a context (see
--- gloss.steps.times.context), whose fields from, to, items, first and last
--- are the phrase at hand.
local core = require "gloss.core"

local evidence = {}

local word_before, word_after = core.word_before, core.word_after


--- The word before a byte, in lower case, and as written, and its place; nil
--- where anything but white space and hyphens is between.
function evidence:word_before(first)
  return word_before(self.doc, first)
end

--- The word after a byte, in lower case, and as written.
function evidence:word_after(last)
  return word_after(self.doc, last)
end

local function capital(word) return word and word:find "^%u" ~= nil end

-- Does the word stand at the start of a sentence or line?
local function starts(text, first)
  return first == 1 or text:sub(math.max(1, first - 4), first - 1)
    :find "[.!?:\"\n][%s\"]*$" ~= nil
end

--- Is a word with a capital part of a name: "Winter Games", "the Daily Echo"?
function evidence:is_name_part(item)
  if not item.text:find "^%u" then return false end
  local text = self.doc.text
  local _, after = self:word_after(item.last)
  if capital(after) then return true end
  local _, before = self:word_before(item.first)
  return capital(before) and not starts(text, item.first - #before - 1)
end

--- Is a month's name, alone, the month? "May" and "March" need a word before
--- them that says so, "April" and "June" must not be part of a name.
function evidence:is_month(item)
  local class = item.class
  local text = self.doc.text
  if class == "MONTH" then return not text:find("^%d", item.last + 1) end
  local before, written = self:word_before(item.first)
  local _, after = self:word_after(item.last)
  if before and self.words.before_month[before] then
    return not capital(after) or self.words.sure_before_year[before] or false
  end
  if class == "WORDMONTH" then
    for i = 1, self.first - 1 do
      local other = self.items[i].class
      if other == "MONTH" or other == "NAMEMONTH" or other == "WORDMONTH" then
        return true
      end
    end
    return false
  end
  if capital(written) and not starts(text, item.first - #written - 1) then
    return false
  end
  return not capital(after)
end

-- The last character of a text, and the one behind it, but for a space.
local LAST, FIRST = "([%z\1-\x7f\xc2-\xf4][\x80-\xbf]*) ?$",
  "^ ?([%z\1-\x7f\xc2-\xf4][\x80-\xbf]*)"

-- Marks before and behind a number that make it money, a code or a part.
local MARKS_BEFORE = { ["#"] = true, ["$"] = true, ["€"] = true, ["£"] = true,
  ["¥"] = true, ["_"] = true, ["/"] = true, ["\\"] = true, ["="] = true,
  ["&"] = true, ["@"] = true, ["+"] = true }
local MARKS_BEHIND = { ["%"] = true, ["$"] = true, ["€"] = true, ["£"] = true,
  ["_"] = true, ["/"] = true, ["\\"] = true, ["="] = true, ["@"] = true,
  ["#"] = true }

-- What up to four bytes before or behind a number say of it, found out once.
local MAX_KNOWN = 20000
local function remembered(find)
  local known, count = {}, 0
  return function(bytes)
    local says = known[bytes]
    if says == nil then
      if count == MAX_KNOWN then known, count = {}, 0 end
      says = find(bytes)
      known[bytes], count = says, count + 1
    end
    return says
  end
end

local cuts_before = remembered(function(before)
  return MARKS_BEFORE[before:match(LAST)]
    or before:find "[%d.,:][-.,:/]$" ~= nil or before:find "[%u%d]%-$" ~= nil
end)
local cuts_behind = remembered(function(behind)
  return MARKS_BEHIND[behind:match(FIRST)]
    or behind:find "^[-.:,]%d" ~= nil or behind:find "^%a" ~= nil
end)

-- Is the number part of a longer one, of money, of a code?
local function is_cut(text, first, last)
  return cuts_before(text:sub(first > 4 and first - 4 or 1, first - 1))
    or cuts_behind(text:sub(last + 1, last + 4))
end

--- Is a number of four digits a year?
---@param item gloss.phrases.Item
---@param stop? gloss.phrases.Item the last year of a range
function evidence:is_year(item, stop)
  local words = self.words
  local text = self.doc.text
  if item.class == "YEARWORD" then
    return item.value >= 1100 and item.value < 2100
      and words.sure_before_year[self:word_before(item.first) or ""] or false
  end
  local last = (stop or item).last
  if stop then
    if text:find("^[-–]%d", last + 1) or text:find("^%s?%%", last + 1)
        or text:sub(math.max(1, item.first - 2), item.first - 1)
          :find "[%d%u][-/]$" then
      return false
    end
  elseif is_cut(text, item.first, last) then
    return false
  end
  local before = self:word_before(item.first)
  local after = self:word_after(last)
  if before and words.no_year[before] then return false end
  if after and words.no_year_after[after] then return false end
  local year = item.value
  local near = year >= 1900 and year < 2060
  if before and words.sure_before_year[before] then
    return year >= 1000 and year < 2200
  end
  local other = self.items[self.first - 1]         -- 1704 - 1787
  if other and other == self.year_item and item.gap == "="
      and year > other.value then
    return true
  end
  if near then return true end
  if year < 1000 or year >= 2100 then return false end
  local plural = after ~= nil and #after > 3 and (after:find "s$" ~= nil
    or after:find "children$" ~= nil or after:find "people$" ~= nil
    or after:find "men$" ~= nil)
  if before and words.before_year[before] then return not plural end
  -- "(1829 -", ", 1829.", "the 1829 map", "the city's 1829 map"
  local left = text:sub(math.max(1, item.first - 4), item.first - 1)
  if left:find "[(%[]$" then return true end
  if left:find "[,.] $" and text:find("^[.,;:)]", last + 1) then return true end
  if stop then return left:find "[(,%s]$" ~= nil end
  local article = before == "the" or before == "this" or left:find "['’]s $"
  return article and after ~= nil and not plural or false
end

local NEAR_CLOCK = { WDAY = true, WDABBR = true, DEICTIC = true, AMPM = true,
  PART = true, TONIGHT = true, MONTH = true, ISO = true, NUMDATE = true,
  FREQUENCY = true, YEAR4 = true, CLOCK = true }

local TICKS = 3    -- lines that make a ticker

--- Does a line of a ticker begin with the clock time: "18:40 - The vote is
--- over."?
function evidence:is_tick(item)
  local text = self.doc.text
  local head = text:sub(math.max(1, item.first - 1), item.last + 4)
  if not head:find("^\n?%d+[:.]%d%d %-") and not head:find "^\n?%d+[:.]%d%d [–—]" then
    return false
  end
  if self.ticks == nil then
    local lines, at = 0, 1
    while at and lines < TICKS do
      if text:find("^%d%d?[:.]%d%d [-\xe2]", at) then lines = lines + 1 end
      at = text:find("\n", at, true)
      at = at and at + 1
    end
    self.ticks = lines >= TICKS
  end
  return self.ticks
end

--- Is "10:30", with nothing behind it, a time of day? A score is none.
function evidence:is_clock(item)
  if self:is_tick(item) then return true end
  local before = self:word_before(item.first)
  if before and self.words.before_clock[before] then return true end
  for i = self.first - 1, self.first + 1, 2 do
    local other = self.items[i]
    if other and NEAR_CLOCK[other.class] and other.gap ~= "/" then return true end
  end
  return false
end

--- Does the clause end behind the phrase?
function evidence:ends_here()
  return self.doc.text:find("^[\"”')]*%s*$", self.to + 1) ~= nil
    or self.doc.text:find("^[\"”')]*[.,;:!?)]", self.to + 1) ~= nil
    or self.doc.text:find("^[ \t]*\n", self.to + 1) ~= nil
end

--- Does "the day" stand for a date? "To end the day at", but not "the day of".
function evidence:stands_alone()
  local before = self:word_before(self.from)
  if not before or not self.words.before_the[before] then return false end
  local after = self:word_after(self.to)
  return self:ends_here() or not self.words.not_after_the[after or ""]
end

return evidence

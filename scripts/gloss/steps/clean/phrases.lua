--- What a line says: the words of furniture.lua and abroad.lua, dates, bylines.
---
--- A line comes without white space at its ends and, where it is very long,
--- cut: see lines.lua. `lower` is the same in small letters.
local abroad = require "gloss.steps.clean.abroad"
local furniture = require "gloss.steps.clean.furniture"

local phrases = {}

local function add_phrases(set, list, value)
  for phrase in (list:gsub("%s+", " ") .. "|"):gmatch("%s*(.-)%s*|") do
    if phrase ~= "" then set[phrase] = set[phrase] or value end
  end
end

local function set_of(words)
  local set = {}
  for word in words:gmatch("%S+") do set[word] = true end
  return set
end

local ANYWHERE = ""
local WHOLE, ENDS, STARTS, INSIDE = {}, {}, {}, {}
for _, source in ipairs { furniture, abroad } do
  for reason, list in pairs(source.whole) do add_phrases(WHOLE, list, reason) end
  add_phrases(ENDS, source.ends, true)
  -- by their first word, so that a line asks for few
  for _, row in ipairs(source.start) do
    local key = row[1]:match("^%S+")
    STARTS[key] = STARTS[key] or {}
    table.insert(STARTS[key], row)
  end
  -- by their longest word; in scripts without spaces that is no word of a line
  for _, row in ipairs(source.inside) do
    local key = ""
    for word in row[1]:gmatch("[%a\x80-\xff]+") do
      if #word > #key then key = word end
    end
    if key:find("[\xe3-\xed]") then key = ANYWHERE end
    INSIDE[key] = INSIDE[key] or {}
    table.insert(INSIDE[key], row)
  end
end

--- One space for white space, without marks at its ends.
local function plain(lower)
  lower = lower:gsub("%s+", " ")
  local first = lower:find("[^%s%p]")
  if not first then return "" end
  local last = #lower
  while lower:find("^[%s%p]", last) do last = last - 1 end
  return lower:sub(first, last)
end
phrases.plain = plain

local MARKS = { ["–"] = true, ["—"] = true, ["•"] = true, ["·"] = true, ["»"] = true, ["≡"] = true, ["→"] = true }

--- Without dashes, bullets, arrows at its beginning.
local function without_marks(line)
  local at = 1
  while true do
    local length = line:find("^[%s%->|*]", at) and 1 or MARKS[line:sub(at, at + 1)] and 2
      or MARKS[line:sub(at, at + 2)] and 3
    if not length then return line:sub(at) end
    at = at + length
  end
end

local function fits(row, words) return not row.max or words <= row.max end

local function reason_inside(rows, line, words)
  for _, row in ipairs(rows) do
    if fits(row, words) and line:find(row[1], 1, true) then return row.reason end
  end
  return nil
end

--- Why the line is furniture by its words, or nil.
---@param lower string
---@param short string the same, plain
---@param words integer
---@return string? reason
function phrases.reason(lower, short, words)
  if words <= 8 and WHOLE[short] then return WHOLE[short] end
  local line = without_marks(lower:gsub("%s+", " "))
  for _, row in ipairs(STARTS[line:match("^%S+") or ""] or {}) do
    if fits(row, words) and line:sub(1, #row[1]) == row[1] then return row.reason end
  end
  for word in line:gmatch("[%a\x80-\xff]+") do
    local reason = INSIDE[word] and reason_inside(INSIDE[word], line, words)
    if reason then return reason end
  end
  return reason_inside(INSIDE[ANYWHERE], line, words)
end

--- Behind this line the article is over.
function phrases.ends_article(short, words)
  if words > 6 then return false end
  return ENDS[short] or ENDS[short:gsub("^%d+%s+", "")] or ENDS[short:gsub("%s*%(?%d+%)?$", "")] or false
end

local SECTIONS = set_of(furniture.sections)
local JOINING = set_of("and the of in to my your our & s")

--- The name of a paper's section: "Arts & Books".
function phrases.is_section(short, words)
  if words < 1 or words > 5 then return false end
  local found = false
  for word in short:gmatch("%w+") do
    if SECTIONS[word] then
      found = true
    elseif not JOINING[word] then
      return false
    end
  end
  return found and not short:find("[\x80-\xff]")
end

local TRADES = set_of(furniture.trades)
local MAX_BIO = 60 -- words of a line about the author

--- A line about the author: "Ida Morrow is a reporter in Sund".
function phrases.is_bio(lower, words)
  if words > MAX_BIO then return false end
  if lower:find("contributed to this", 1, true) or lower:find("^additional reporting") then return true end
  local _, to = lower:find(" is an? ")
  if not to then _, to = lower:find(" is the ") end
  if not to then return false end
  local seen = 0
  for word in lower:sub(to):gmatch("%a+") do
    seen = seen + 1
    if TRADES[word] then return true end
    if seen == 8 then break end
  end
  return false
end

local MONTH = set_of "jan feb mar apr may mai jun jul aug sep oct okt nov dec dez"
local STAMP_WORDS = set_of [[published updated posted last first modified
  created on at am pm a m p et est edt gmt utc bst pt pst pdt cet ist monday
  tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat
  sun date time th st nd rd ago hours hour minutes minute days day weeks week
  months month read min mins h uhr aktualisiert stand by the of]]

--- A date or time stamp and nothing much beside it.
function phrases.is_stamp(lower, words)
  if words > 14 or not lower:find("%d") then return false end
  local left = lower:gsub("%a+", function(word)
    if MONTH[word:sub(1, 3)] and #word <= 9 then return "" end
    return word
  end)
  if left == lower and not lower:find("%d%d?[/%.%-]%d%d?[/%.%-]%d%d") and not lower:find("%d%d?:%d%d")
    and not lower:find("ago$") then
    return false
  end
  left = left:gsub("%a+", function(word) return STAMP_WORDS[word] and "" end)
  -- "Meridian Press, April 2, 2025, 6:41 p.m.": a few names beside a full stamp
  if lower:find("%d%d%d%d") and lower:find("%d:%d%d") then
    left = left:gsub("^%W*%a+", ""):gsub("%a+", "", 4)
  end
  return not left:find("%a")
end

-- Beginnings of a byline: before a name, and by their words alone.
local BY_NAME = { "[Bb][Yy]%s+%u", "[Bb][Yy]:%s*%u", "Von%s+%u%l+%s+%u", "Par%s+%u%l+%s+%u", "Por%s+%u%l+%s+%u" }
local BY_WORDS = { "written by%s", "posted by%s", "reported by%s", "reporting by%s", "editing by%s", "published by%s",
  "author:" }

local function starts_with(text, patterns)
  for _, pattern in ipairs(patterns) do
    if text:find("^" .. pattern) then return true end
  end
  return false
end

--- "By Jane Roe", "Jane Roe, Staff Writer", in a line of its own.
function phrases.is_byline(text, lower, words)
  if words > 14 then return false end
  if starts_with(text, BY_NAME) then return words <= 5 or not text:find("[%.!?]$") end
  return words <= 9 and (starts_with(lower, BY_WORDS) or lower:find("staff writer$") ~= nil
    or lower:find("staff reporter$") ~= nil or lower:find("correspondent$") ~= nil)
end

return phrases

--- What a line of a page looks like: prose, furniture, or neither.
---
--- Each sign adds to the line's score: above zero speaks for the article's text,
--- below for the page around it. The signs are those of Kohlschütter et al.
--- (2010, "Boilerplate detection using shallow text features"): length, full
--- stops, small words; and the words of furniture.lua.
local furniture = require "gloss.steps.clean.furniture"

local lines = {}

-- Small words: prose has one in three, menus and headlines have few.
local SMALL = {}
for word in ([[the of and to a in that is was for on with as it he his be by at from are
  this have had not but they were their has an which or she her we you i who
  its been will would said there when if more about into than what so up out
  all one some could them no my our me do did does just also after over
  because how der die das und in den von zu mit sich des auf für ist im dem
  nicht ein eine als auch es an er hat aus bei wie nach wird le la les de
  des et en un une du que qui dans pour sur est au par il elle ne pas plus
  avec ce son el los las y que una por con para se su al lo como más pero
  sus il lo di che è per non sono con si da come anche ha het een van dat op
  te zijn voor met niet aan]]):gmatch("%S+") do
  SMALL[word] = true
end

-- End marks of other scripts.
local STOPS = { ["。"] = true, ["！"] = true, ["？"] = true, ["।"] = true, ["؟"] = true, ["」"] = true }

local function lookup(list)
  local set = {}
  for phrase in (list:gsub("%s+", " ") .. "|"):gmatch("%s*(.-)%s*|") do
    if phrase ~= "" then set[phrase] = true end
  end
  return set
end

local WHOLE = {}
for reason, list in pairs(furniture.whole) do
  for phrase in pairs(lookup(list)) do WHOLE[phrase] = reason end
end
local ENDS = lookup(furniture.ends)

-- Rows of `start` by their first word, so that a line asks for few.
local STARTS = {}
for _, row in ipairs(furniture.start) do
  local key = row[1]:match("^%S+")
  STARTS[key] = STARTS[key] or {}
  table.insert(STARTS[key], row)
end

--- Lower case, one space for white space, without marks at its ends.
local function plain(text)
  text = text:lower():gsub("%s+", " "):gsub("^[%s%p]+", ""):gsub("[%s%p]+$", "")
  return text
end

--- Why the line is furniture by its words, or nil.
---@return string? reason
local function named(text, words)
  local short = plain(text)
  if words <= 8 and WHOLE[short] then return WHOLE[short] end
  local lower = text:lower():gsub("%s+", " "):gsub("^[%s%-–—•·»>|*]+", "")
  local rows = STARTS[lower:match("^%S+") or ""]
  for _, row in ipairs(rows or {}) do
    if (not row.max or words <= row.max) and lower:sub(1, #row[1]) == row[1] then return row.reason end
  end
  for _, row in ipairs(furniture.inside) do
    if (not row.max or words <= row.max) and lower:find(row[1], 1, true) then return row.reason end
  end
  return nil
end

--- Behind this line the article is over.
local function ends_article(text, words)
  if words > 6 then return false end
  local short = plain(text)
  return ENDS[short] or ENDS[short:gsub("^%d+%s+", "")] or ENDS[short:gsub("%s*%(?%d+%)?$", "")] or false
end

local MONTH = {}
for name in ("jan feb mar apr may mai jun jul aug sep oct okt nov dec dez"):gmatch("%S+") do MONTH[name] = true end

local STAMP_WORDS = {}
for word in ([[published updated posted last first modified created on at am pm a
  m p et est edt gmt utc bst pt pst pdt cet ist monday tuesday wednesday
  thursday friday saturday sunday mon tue wed thu fri sat sun date time th st
  nd rd ago hours hour minutes minute days day weeks week months month read
  min mins h uhr aktualisiert stand by the of]]):gmatch("%S+") do
  STAMP_WORDS[word] = true
end

--- A date or time stamp and nothing much beside it.
local function is_stamp(text, words)
  if words > 14 or not text:find("%d") then return false end
  local lower = text:lower()
  local left = lower:gsub("%a+", function(word)
    if MONTH[word:sub(1, 3)] and #word <= 9 then return "" end
    return word
  end)
  if left == lower and not lower:find("%d%d?[/%.%-]%d%d?[/%.%-]%d%d") and not lower:find("%d%d?:%d%d")
    and not lower:find("ago%s*$") then
    return false
  end
  left = left:gsub("%a+", function(word) return STAMP_WORDS[word] and "" end)
  -- "Meridian Press, April 2, 2025, 6:41 p.m.": a few names beside a full stamp
  if lower:find("%d%d%d%d") and lower:find("%d:%d%d") and not text:find("[%.!?]%s+%u") then
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
local function is_byline(text, words)
  if words > 14 then return false end
  if starts_with(text, BY_NAME) then return words <= 5 or not text:find("[%.!?]$") end
  local lower = text:lower()
  return words <= 9 and (starts_with(lower, BY_WORDS) or lower:find("staff writer$") ~= nil
    or lower:find("staff reporter$") ~= nil or lower:find("correspondent$") ~= nil)
end

---@class gloss.clean.Line
---@field first integer
---@field last integer
---@field words integer
---@field score number
---@field reason string? why it is furniture by itself
---@field ends boolean the article is over behind it
---@field near boolean? the page has the same line close by

local MENU_MARKS = { "|", "•", "›", "→", "▶", "►", "▸" }
local QUOTE_MARKS = { ["“"] = true, ["„"] = true, ["«"] = true, ["‘"] = true }

local function holds_any(text, marks)
  for _, mark in ipairs(marks) do
    if text:find(mark, 1, true) then return true end
  end
  return false
end

--- The signs of one line as a score.
local function weigh(line, text)
  local words, small, capitals = 0, 0, 0
  local bare = text:gsub("\xe2\x80[\x98-\x9f]", "'")
  for word in bare:gmatch("[%w\x80-\xff][%w\x80-\xff'’%-]*") do
    words = words + 1
    if SMALL[word:lower()] then small = small + 1 end
    if word:find("^[%u\xc3]") then capitals = capitals + 1 end
  end
  -- scripts without spaces: two characters count as a word
  local wide = select(2, text:gsub("[\xe3-\xe9][\x80-\xbf][\x80-\xbf]", ""))
  words = math.max(words, wide // 2)
  line.words = words
  line.stop = text:find("[%.!?…]['\"”’»%)%]]*$") ~= nil or text:find("…$") ~= nil
    or STOPS[text:sub(-3)] ~= nil or STOPS[text:sub(-2)] ~= nil
  if text:find("%.%.%.$") or text:find("…$") or text:find("%[[…%.]+%]$") then line.cut = true end
  line.quote = text:find("^[\"']") ~= nil or QUOTE_MARKS[text:sub(1, 3)] ~= nil or QUOTE_MARKS[text:sub(1, 2)] ~= nil
  local score = -1.4
  if words >= 40 then score = score + 3.4
  elseif words >= 20 then score = score + 2.6
  elseif words >= 12 then score = score + 1.5
  elseif words >= 8 then score = score + 0.8
  elseif words >= 5 then score = score + 0.2
  else score = score - 0.4 end
  if line.stop then score = score + (words >= 5 and 1.5 or 0.5) else score = score - 0.5 end
  if line.cut then score = score - 1.5 end
  if words >= 6 and (small > 0 or not text:find("[\xd0-\xef]")) then
    local ratio = small / words
    if ratio >= 0.33 then score = score + 0.8
    elseif ratio < 0.15 then score = score - 0.8 end
    if capitals / words > 0.66 then score = score - 1.0 end
  end
  if line.quote and words >= 4 then score = score + 0.4 end
  if holds_any(text, MENU_MARKS) then score = score - 1.5 end
  if text:find("https?://") or text:find("www%.") then score = score - 0.6 end
  if text:find("[{}<>]") then score = score - 2 end
  if text:find("^[%d%s%p]+$") then score = score - 1 end
  return score
end

-- Copies of a line so close together are a caption and its twin.
local NEAR = 12

--- Weighs every line of a document.
---@param texts string[] the lines
---@return gloss.clean.Line[]
function lines.weigh(texts)
  local list, seen = {}, {}
  for i, text in ipairs(texts) do
    local line = { number = i, text = text }
    text = text:gsub("^%s+", ""):gsub("%s+$", "")
    line.score = weigh(line, text)
    line.reason = named(text, line.words)
    if not line.reason and is_byline(text, line.words) then line.reason = "byline" end
    if not line.reason and is_stamp(text, line.words) then line.reason = "dateline" end
    line.ends = ends_article(text, line.words)
    if line.reason then line.score = math.min(line.score, 0) - (line.words >= 15 and 2 or 1.5) end
    local before = seen[plain(text)] -- the last line that said the same
    if before and line.words > 0 and i - before.number <= NEAR then
      line.near, before.near = true, true
    end
    seen[plain(text)] = line
    list[i] = line
  end
  for _, line in ipairs(list) do
    if line.near then line.score = line.score - (line.words >= 12 and 2 or 1) end
  end
  return list
end

return lines

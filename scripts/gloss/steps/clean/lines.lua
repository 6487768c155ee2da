--- What a line of a page looks like by itself: its length, its end, its words.
---
--- A sign is a name, such as "stop_long"; what each one weighs for or against the
--- article's text is in weights.lua. The signs are those of Kohlschütter et al.
--- (2010, "Boilerplate detection using shallow text features") and some more;
--- what the neighbours tell is in around.lua.
local gloss = require "gloss"
local phrases = require "gloss.steps.clean.phrases"

local lines = {}

-- A longer line is judged by so many of its first bytes, and its end.
local LONG, END = 2000, 40

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
lines.SMALL = SMALL

-- End marks of other scripts.
local STOPS = { ["。"] = true, ["！"] = true, ["？"] = true, ["।"] = true, ["؟"] = true, ["」"] = true,
  ["۔"] = true, ["።"] = true, ["။"] = true }
local OPENING = { ["“"] = true, ["„"] = true, ["«"] = true, ["‘"] = true, ["「"] = true }
local MENU_MARKS = { "|", "•", "›", "»", "→", "▶", "►", "▸" }

local function holds_any(text, marks)
  for _, mark in ipairs(marks) do
    if text:find(mark, 1, true) then return true end
  end
  return false
end

--- Its first bytes and its end, without half a character between.
local function shortened(text)
  if #text <= LONG then return text end
  local last, first = LONG, #text - END + 1
  while text:find("^[\x80-\xbf]", last + 1) do last = last - 1 end
  while text:find("^[\x80-\xbf]", first) do first = first + 1 end
  return text:sub(1, last) .. " " .. text:sub(first)
end

--- Words, small words, words with a capital.
local function count(text)
  local words, small, capitals = 0, 0, 0
  local bare = text:gsub("\xe2\x80[\x98-\x9f]", "'")
  for word in bare:gmatch("[%w\x80-\xff][%w\x80-\xff'%-]*") do
    words = words + 1
    if SMALL[word:lower()] then small = small + 1 end
    if word:find("^[%u\xc3]") or word:find("^\xd0[\x81-\xaf]") or word:find("^\xce[\x86-\xab]") then
      capitals = capitals + 1
    end
  end
  -- scripts without spaces: two characters count as a word
  local wide = select(2, text:gsub("[\xe3-\xe9][\x80-\xbf][\x80-\xbf]", ""))
  return math.max(words, wide // 2), small, capitals
end

local function ends_with_stop(text)
  return text:find("[%.!?…]['\"”’»%)%]]*$", -8) ~= nil or STOPS[text:sub(-3)] ~= nil
    or STOPS[text:sub(-2)] ~= nil
end

local EDGES = { 1, 2, 4, 8, 12, 20, 40 }

--- How many of `edges` the number reaches.
function lines.bucket(number, edges)
  local n = 0
  while edges[n + 1] and number >= edges[n + 1] do n = n + 1 end
  return n
end

---@class gloss.clean.Line
---@field text string the line, shortened where it is very long
---@field lower string
---@field plain string as phrases compare it
---@field words integer
---@field stop boolean it ends as a sentence does
---@field cut boolean it ends with an ellipsis
---@field title boolean most of its words have a capital
---@field reason string? why it is furniture by itself
---@field ends boolean the article is over behind it
---@field section boolean it is the name of a section
---@field bio boolean it is about the author
---@field prose boolean a sentence that nothing speaks against

--- Looks at one line.
---@return gloss.clean.Line
function lines.read(text)
  text = shortened(text)
  local lower = gloss.text.lower(text) or text:lower()
  local words, small, capitals = count(text)
  local short = phrases.plain(lower)
  local line = { text = text, lower = lower, plain = short, words = words, small = small, capitals = capitals }
  line.stop = ends_with_stop(text)
  line.cut = text:find("%.%.%.$", -3) ~= nil or text:find("…$", -3) ~= nil or text:find("%[[…%.]+%]$", -8) ~= nil
  line.title = words >= 4 and not line.stop and capitals / words > 0.6
  line.reason = phrases.reason(lower, short, words)
    or phrases.is_byline(text, lower, words) and "byline" or phrases.is_stamp(lower, words) and "dateline" or nil
  line.ends = phrases.ends_article(short, words)
  line.section = not line.reason and phrases.is_section(short, words)
  line.bio = phrases.is_bio(lower, words)
  line.prose = line.stop and words >= 9 and not line.cut and not line.reason
  return line
end

-- Signs that one pattern tells.
local FORMS = {
  { "colon", ":$" }, { "url", "https?://" }, { "at", "@%a" }, { "digits", "^[%d%s%p]+$" },
  { "marker", "^%d+[%.%)]%s" }, { "lower", "^%l" }, { "code", "[{}<>]" },
}
local WORDS = {}
for n = 0, #EDGES do WORDS[n] = "words" .. n end


local function tell_words(line, i, tell)
  local words, text = line.words, line.text
  tell("text", i, WORDS[lines.bucket(words, EDGES)])
  local length = words < 5 and "short" or words < 12 and "middle" or "long"
  tell("text", i, (line.stop and "stop_" or "open_") .. length)
  if words >= 8 and text:find("[%.!?][\"”’]?%s+[%u\"“‘\xc3\xd0]") then tell("text", i, "several") end
  if words >= 6 then
    local ratio = line.small / words
    if ratio >= 0.33 then tell("text", i, "small_many") elseif ratio < 0.15 then tell("text", i, "small_few") end
  end
  if words >= 3 and line.capitals / words > 0.66 then tell("text", i, "title") end
  if words >= 2 and text:find("%u") and not text:find("%l") then tell("text", i, "upper") end
  if words >= 3 and not line.reason and text:find("%d") and text:find("%a") then tell("text", i, "numbers") end
  if words >= 6 and text:find(",.+,") then tell("text", i, "commas") end
  local quoted = text:find("^[\"']") or OPENING[text:sub(1, 3)] or OPENING[text:sub(1, 2)]
  if words >= 4 and quoted then tell("text", i, "quote") end
end

--- Tells the signs of the line itself.
---@param line gloss.clean.Line
---@param i integer its number
---@param tell fun(part: string, i: integer, sign: string)
function lines.signs(line, i, tell)
  tell_words(line, i, tell)
  for _, form in ipairs(FORMS) do
    if line.text:find(form[2]) then tell("text", i, form[1]) end
  end
  if holds_any(line.text, MENU_MARKS) then tell("text", i, "menu") end
  if line.cut then tell("text", i, "cut") end
  if line.section then tell("text", i, "section") end
  if line.bio then tell("text", i, "bio") end
  if line.reason then tell("text", i, "is_" .. line.reason) end
end

return lines

--- What a line says: the words of furniture.lua and abroad.lua, dates, bylines.
---
--- Short lines are read whole. Of a longer one only its first word counts, and
--- the rare words that furniture is known by; those are found in C, as word
--- classes of tokens.
local gloss = require "gloss"
local head = require "gloss.steps.clean.head"
local lines = require "gloss.steps.clean.lines"
local suggest = require "gloss.suggest"
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

--- The longest word of a phrase that is surely a token of a line that says it:
--- letters alone, and nothing beside them that may belong to the word. In
--- scripts without spaces there is none.
local function key_of(phrase)
  local key = ANYWHERE
  for before, word, after in (" " .. phrase .. " "):gmatch("()%f[%a\x80-\xff]([%a\x80-\xff]+)()") do
    local joined = (phrase:sub(before - 2, before - 2) .. phrase:sub(after - 1, after - 1)):find("[%d'_%.%-]")
    if #word > #key and not joined then key = word end
  end
  return key:find("[\xe1-\xed]") and ANYWHERE or key
end

--- The word that a phrase begins with, its ending as it may be in a line.
local function first_word(line)
  local word = line:match("^[%a\x80-\xff]+") or ANYWHERE
  return word:find("[\xe1-\xed]") and ANYWHERE or word
end

local function add_row(index, key, row)
  index[key] = index[key] or {}
  table.insert(index[key], row)
end

for _, source in ipairs { furniture, abroad } do
  -- in the order of their names: a phrase of two reasons has the first
  for _, reason in ipairs(suggest.keys(source.whole)) do add_phrases(WHOLE, source.whole[reason], reason) end
  add_phrases(ENDS, source.ends, true)
  -- by their first letters, so that a line asks for few
  for _, row in ipairs(source.start) do add_row(STARTS, first_word(row[1]), row) end
  for _, row in ipairs(source.inside) do add_row(INSIDE, key_of(row[1]), row) end
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

local function reason_of(rows, line, words)
  for _, row in ipairs(rows or {}) do
    if fits(row, words) and line:sub(1, #row[1]) == row[1] then return row.reason end
  end
  return nil
end

--- Why a line is furniture by its beginning.
local function reason_at_start(line, words)
  return reason_of(STARTS[first_word(line)], line, words) or reason_of(STARTS[ANYWHERE], line, words)
end

local function one_spaced(line)
  return line:find("%s%s") and line:gsub("%s+", " ") or line
end

--- In small letters; half a character at its end stays as it is.
local function lower_part(text)
  return gloss.text.lower(text) or text:lower()
end

local COUNTED = { comment = "comments", comments = "comments", reply = "comments", replies = "comments",
  kommentar = "comments", kommentare = "comments", commentaire = "comments", commentaires = "comments",
  comentario = "comments", comentarios = "comments", commenti = "comments", ["комментариев"] = "comments",
  share = "share", shares = "share", likes = "share", views = "share", retweets = "share" }

--- A counter: "12 comments", "1.2k shares".
local function reason_of_counter(short)
  local word = short:match("^%d[%d.,]*k?%s*([%a\x80-\xff]+)$")
  return word and COUNTED[word]
end

--- Why a line is furniture by its words, or nil.
---@param lower string in small letters
---@param short string the same, plain
---@param words integer
---@return string? reason
function phrases.reason(lower, short, words)
  if words <= 8 and WHOLE[short] then return WHOLE[short] end
  if words <= 2 and reason_of_counter(short) then return reason_of_counter(short) end
  local line = without_marks(lower:gsub("%s+", " "))
  local reason = reason_at_start(line, words)
  if reason then return reason end
  for word in line:gmatch("[%a\x80-\xff]+") do
    reason = INSIDE[word] and reason_inside(INSIDE[word], line, words)
    if reason then return reason end
  end
  return reason_inside(INSIDE[ANYWHERE], line, words)
end

local function each_row(index, f)
  for _, rows in pairs(index) do
    for _, row in ipairs(rows) do f(row) end
  end
end

--- The phrase by which a line is furniture: of several, the longest. nil: its
--- form says so.
---@param lower string
---@param short string
---@param words integer
---@return string?
function phrases.said(lower, short, words)
  if words <= 8 and WHOLE[short] then return short end
  local line, best = without_marks(lower:gsub("%s+", " ")), nil
  local function take(row)
    if fits(row, words) and #row[1] > #(best or "") then best = row[1] end
  end
  each_row(STARTS, function(row) if line:sub(1, #row[1]) == row[1] then take(row) end end)
  if not best then
    each_row(INSIDE, function(row) if line:find(row[1], 1, true) then take(row) end end)
  end
  return best
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
function phrases.is_bio(text, words)
  if words > MAX_BIO then return false end
  if text:find("contributed to this", 1, true) or text:find("^[Aa]dditional reporting") then return true end
  local _, to = text:find(" is an? ")
  if not to then _, to = text:find(" is the ", 1, true) end
  if not to then return false end
  local seen = 0
  for word in text:gmatch("%a+", to) do
    seen = seen + 1
    if TRADES[word:lower()] then return true end
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
local BY_NAME = { "^[Bb][Yy]%s+%u", "^[Bb][Yy]:%s*%u", "^Von%s+%u%l+%s+%u", "^Par%s+%u%l+%s+%u",
  "^Por%s+%u%l+%s+%u" }
local BY_WORDS = { "^written by%s", "^posted by%s", "^reported by%s", "^reporting by%s", "^editing by%s",
  "^published by%s", "^author:" }

local function starts_with(text, patterns)
  for _, pattern in ipairs(patterns) do
    if text:find(pattern) then return true end
  end
  return false
end

--- "Jane Roe, transport reporter": a name, and a trade at the end.
local function is_name_and_trade(text)
  local name, rest = text:match("^([^,|•–]+)[,|•–]%s*(.*)$")
  local trade = (rest or text):match("(%a+)%s*$")
  if not trade or not TRADES[trade:lower()] then return false end
  return head.is_name(name or text:match("^%S+%s+%S+") or "")
end

--- "By Jane Roe", "Jane Roe, Staff Writer", in a line of its own.
function phrases.is_byline(text, lower, words)
  if words > 14 then return false end
  if starts_with(text, BY_NAME) then return words <= 5 or not text:find("[%.!?]$") end
  return words <= 9 and (starts_with(lower, BY_WORDS) or is_name_and_trade(text))
end

---- Reading a page ----------------------------------------------------------

-- A line of so many words is read whole; one of more than LONGEST is never
-- furniture, whatever it says.
local SHORT, LONGEST = 14, 80

-- Word classes: words by which longer lines are known.
local classes
local function word_classes()
  if not classes then
    local starts, inside = {}, {}
    for word in pairs(STARTS) do starts[#starts + 1] = word ~= ANYWHERE and word or nil end
    for word in pairs(INSIDE) do inside[#inside + 1] = word ~= ANYWHERE and word or nil end
    local trades = { "contributed", "reporting" }
    for word in pairs(TRADES) do trades[#trades + 1] = word end
    classes = gloss.classes { START = starts, INSIDE = inside, TRADE = trades }
  end
  return classes
end

--- Lines that say the same look the same, on all pages: what was read of
--- short ones is kept.
local read, kept, MOST = {}, 0, 20000

local QUOTED = { '^"%a', "^“", "^„", "^«", "^‘" }

local function read_short(text, lower, words, numbers)
  local short = plain(lower)
  -- what somebody says is no furniture: "No."
  if starts_with(text, QUOTED) then return {} end
  local reason = phrases.reason(lower, short, words)
    or phrases.is_byline(text, lower, words) and "byline"
    or numbers > 0 and (phrases.is_stamp(lower, words) or head.stamped_place(text)) and "dateline" or nil
  return {
    reason = reason,
    ends = phrases.ends_article(short, words) or nil,
    section = not reason and phrases.is_section(short, words) or nil,
    bio = phrases.is_bio(text, words) or nil,
  }
end

local function recall(page, i)
  local text = lines.text(page, i)
  local known = read[text]
  if not known then
    known = read_short(text, lines.lower(page, i), page.words[i], page.numbers[i])
    if kept == MOST then read, kept = {}, 0 end
    read[text], kept = known, kept + 1
  end
  page.reason[i], page.ends[i] = known.reason, known.ends
  page.section[i], page.bio[i] = known.section, known.bio
end

-- Characters other than letters that a phrase may begin with, or stand behind.
local HEADS = {}
for _, code in utf8.codes "->|*–—•·»≡→" do HEADS[code] = true end
for _, row in ipairs(STARTS[ANYWHERE]) do HEADS[utf8.codepoint(row[1])] = true end

-- Bytes of a line in which a phrase at its beginning is looked for.
local BEGINNING = 60

--- What a longer line says at its beginning.
local function read_beginning(page, i)
  local from = page.first[i]
  local text = page.text:sub(from, math.min(page.last[i], from + BEGINNING))
  local lower = text:find("[\x80-\xff]") and lower_part(text) or text:lower()
  return reason_at_start(without_marks(lower:gsub("%s+", " ")), page.words[i])
end

--- What a longer line says anywhere, by the words that were found in it.
local function read_inside(page, i, reading, at, bits)
  local to, mask = page.token[i] + page.tokens[i] - 1, classes.INSIDE | classes.TRADE
  local words, reason, bio = page.words[i], nil, nil
  while at do
    local rows = bits & classes.INSIDE ~= 0 and INSIDE[reading:folded(at)]
    if rows then reason = reason or reason_inside(rows, one_spaced(lines.lower(page, i)), words) end
    if bits & classes.TRADE ~= 0 then bio = bio or phrases.is_bio(lines.text(page, i), words) end
    at, bits = reading:next(at + 1, mask, to)
  end
  page.bio[i] = bio or nil
  return reason
end

--- Reads a longer line, if a word in it or its first character may be known.
local function read_longer(page, i, reading)
  local from = page.token[i]
  local reason = (HEADS[page.head[i]] or reading:next(from, classes.START, from)) and read_beginning(page, i) or nil
  local at, bits = reading:next(from, classes.INSIDE | classes.TRADE, from + page.tokens[i] - 1)
  if at then reason = reason or read_inside(page, i, reading, at, bits) end
  if page.wide[i] > 0 then
    reason = reason or reason_inside(INSIDE[ANYWHERE], one_spaced(lines.lower(page, i)), page.words[i])
  end
  page.reason[i] = reason
end

--- Says of each line of a page why it is furniture by its words.
---@param page gloss.clean.Page
---@param doc gloss.Document
function phrases.read(page, doc)
  local reading = assert(word_classes():read(doc))
  local words = page.words
  for i = 1, page.n do
    local count = words[i]
    if count <= SHORT then
      recall(page, i)
    elseif count <= LONGEST then
      read_longer(page, i, reading)
    end
  end
end

return phrases

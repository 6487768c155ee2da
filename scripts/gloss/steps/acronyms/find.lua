--- Finds the short forms that a document defines, and their long forms: at
--- brackets, and on request in the keys of tables.
local long_form = require "gloss.steps.acronyms.long"
local short_form = require "gloss.steps.acronyms.short"

local MAX_BRACKET = 300   -- bytes inside a bracket that is looked at
local MAX_DEPTH = 16      -- brackets in brackets in it
local MAX_REACH = 400     -- bytes before it in which a long form may begin
local MAX_PIECE = 80      -- bytes of what may be a short form and its marks
local APART = 1.6         -- the lowest score with a noun between the two

-- Words that introduce the short form inside the bracket.
local INTRODUCED = {
  "^also%s+known%s+as%s+", "^also%s+called%s+", "^hereinafter,?%s+",
  "^hereafter,?%s+", "^henceforth,?%s+", "^referred%s+to%s+as%s+",
  "^abbreviated%s+as%s+", "^abbreviated%s+to%s+", "^abbreviated%s+",
  "^abbreviation:?%s+", "^collectively,?%s+", "^or%s+", "^the%s+",
  "^i%.e%.,?%s+", "^e%.g%.,?%s+",
}

-- How what they find begins.
local INTRODUCING = {}
for word in ([[also hereinafter hereafter henceforth referred abbreviated
  abbreviation collectively or the i e]]):gmatch "%S+" do
  INTRODUCING[word] = true
end

local QUOTES = { '"', "'", "“", "”", "‘", "’", "„", "«", "»" }

-- ---- Edges ------------------------------------------------------------------

-- Where a quotation mark ends that begins at `first`, or begins that ends at
-- `last`.
local function mark_after(text, first)
  if not text:find("^[\"'\xC2\xE2]", first) then return nil end
  for _, mark in ipairs(QUOTES) do
    if text:sub(first, first + #mark - 1) == mark then return first + #mark end
  end
end

local function mark_before(text, last)
  if not text:find("^[\"'\x80-\xBF]", last) then return nil end
  for _, mark in ipairs(QUOTES) do
    if text:sub(last - #mark + 1, last) == mark then return last - #mark end
  end
end

--- Without white space, commas and quotation marks at its ends.
local function trim(text, first, last)
  local before, behind
  repeat
    first = text:find("[^%s,]", before or first) or last + 1
    last = behind or last
    while last >= first and text:find("^[%s,]", last) do last = last - 1 end
    before = first <= last and mark_after(text, first)
    behind = first <= last and mark_before(text, last)
  until not (before or behind)
  return first, last
end

--- Without marks and without words such as "hereinafter" before it.
local function bare(text, first, last)
  first, last = trim(text, first, last)
  local changed = true
  while changed do
    changed = false
    local lower = text:sub(first, last):lower()
    if not INTRODUCING[lower:match "^%a+"] then return first, last end
    for _, pattern in ipairs(INTRODUCED) do
      local _, to = lower:find(pattern)
      if to and first + to <= last then
        first, changed = first + to, true
        break
      end
    end
    first, last = trim(text, first, last)
  end
  return first, last
end

-- The first comma or semicolon, not looked for behind `last`: a text may have
-- brackets by the thousand and none of these; the byte behind `last` where there
-- is none.
local function mark_from(text, first, last)
  local at = text:sub(first, last):find "[;,]"
  return at and first + at - 1 or last + 1
end

--- The pieces of a bracket between semicolons, commas (but 2,6-diol) and "and".
local function pieces(text, first, last)
  local list, at = {}, first
  while at <= last do
    local stop = mark_from(text, at, last)
    while stop <= last and text:find("^%d,%d", stop - 1) do
      stop = mark_from(text, stop + 1, last)
    end
    local from, to = text:sub(at, stop - 1):find "%s+and%s+"
    list[#list + 1] = { first = at, last = from and at + from - 2 or stop - 1 }
    at = from and at + to or stop + 1
  end
  return list
end

local function is_wanted(place, short)
  return (not place.only or place.only[short]) and short_form.is(short)
end

-- The short form that a piece of a bracket is, and its place; nil where it is
-- none.
local function short_of(place, piece)
  if piece.last - piece.first >= MAX_PIECE then return nil end
  local first, last = bare(place.text, piece.first, piece.last)
  local short = place.text:sub(first, last)
  if is_wanted(place, short) then return short, first, last end
end

-- ---- Rules ------------------------------------------------------------------

---@class gloss.acronyms.Definition
---@field short integer[] first and last byte
---@field long integer[]
---@field score number for each letter of the short form, at most 2
---@field rule "long (short)"|"(long, short)"|"short (long)"|"short = long"

---@class gloss.acronyms.Place a bracket
---@field text string
---@field open integer
---@field first integer of what is inside
---@field last integer
---@field pieces { first: integer, last: integer }[]
---@field limit integer where a long form may begin
---@field found gloss.acronyms.Definition[]
---@field only table<string, boolean>? the short forms that are looked for
---@field lost fun(rule: string, first: integer, last: integer, why: string)?

local function add(found, rule, short, long, score)
  found[#found + 1] = { rule = rule, short = short, long = long, score = score }
  return true
end

local function says_no(place, rule, first, last, score)
  if place.lost then
    place.lost(rule, first, last, score == 0 and "no letters fit"
      or ("%.2f a letter for what fits best"):format(score))
  end
end

--- "Long Form (SF)", "Long Form (the “SF”)", "Long Form (EC 1.2; SF)".
local function short_in_bracket(place)
  local text, found = place.text, false
  local _, long_last = trim(text, place.limit, place.open - 1)
  for _, piece in ipairs(place.pieces) do
    local short, first, last = short_of(place, piece)
    if short then
      local from, score =
        long_form.before(text, short, place.limit, long_last)
      if from then
        found = add(place.found, "long (short)", { first, last },
                    { from, long_last }, score)
      else says_no(place, "long (short)", first, last, score) end
    end
  end
  return found
end

--- "(Long Form, SF)", the whole definition inside the bracket.
local function both_in_bracket(place)
  local text, list = place.text, place.pieces
  for i = 2, #list do
    local short, first, last = short_of(place, list[i])
    if short and short:find "%u.*%u" then
      local limit, to = trim(text, place.first, list[i - 1].last)
      local from, score = long_form.before(text, short, limit, to)
      if from then
        return add(place.found, "(long, short)", { first, last },
                   { from, to }, score)
      end
      says_no(place, "(long, short)", first, last, score)
    end
  end
  return false
end

local function has_capitals(short)
  return short:find "%u.*%u" or short:find "%u%d"
end

local MAX_BEFORE = 40     -- bytes of a short form before a bracket, and a noun

-- The short form right before a bracket, or before a noun: "ABC cream (...)".
-- Looked for from the bracket on, that is, in what is turned round.
---@return integer? first, integer? last, boolean? apart
local function short_before(place)
  local text, last = place.text, place.open - 1
  while last >= place.limit and text:find("^[%s\"”’]", last) do
    last = last - 1
  end
  local turned = text:sub(math.max(place.limit, last - MAX_BEFORE), last)
    :reverse()
  local function read(at)
    local _, to = turned:find("^[%w%-&/%.]*%w", at)
    local short = to and turned:sub(at, to):reverse()
    if short and has_capitals(short) and is_wanted(place, short) then
      return last - to + 1, last - at + 1
    end
  end
  local first, stop = read(1)
  if first then return first, stop end
  local _, noun = turned:find "^%l+%s"
  if noun and turned:find("^[%u%d]", noun + 1) then
    first, stop = read(noun + 1)
    return first, stop, true
  end
end

--- "SF (Long Form)"; the long form up to a comma, or with its commas.
local function long_in_bracket(place)
  local from, to, apart = short_before(place)
  if not from then return false end
  local text, rule = place.text, "short (long)"
  local short, nearest = text:sub(from, to), 0
  local function try(stop)
    local first, last = trim(text, place.first, stop)
    if first > last then return false end
    local found, score = long_form.before(text, short, first, last)
    local _, article = text:find("^[Tt]he%s+", first)
    nearest = math.max(nearest, score)
    return found and not (apart and score < APART)
      and (found == first or found == (article or 0) + 1)
      and add(place.found, rule, { from, to }, { found, last }, score)
  end
  local stop = mark_from(text, place.first, place.last)
  if try(stop - 1) or stop <= place.last and text:byte(stop) == 44
     and try(place.last) then
    return true
  end
  if not apart then says_no(place, rule, from, to, nearest) end
  return false
end

-- The end of a legend: before the next one's short form where one follows.
local function legend_end(text, first, last)
  local stop = text:find("[,;%.%(%)\n=]", first) or last + 1
  if text:sub(stop, stop) ~= "=" or stop > last then
    return math.min(stop - 1, last)
  end
  local before = text:sub(first, stop - 1):gsub("%s*%S+%s*$", "")
  return first + #before - 1
end

--- "SF = Long Form", as in legends.
local function legends(text, first, last, found)
  local at = first
  while true do
    local from, to, short = text:find("([%w][%w%-&/]*)%s*[=–]%s*%f[%w]", at)
    if not from or to > last then return end
    if short:find "%u.*[%u%d]" and short_form.is(short)
       and not text:sub(from - 1, from - 1):find "[%w%-]" then
      local long_first, long_last =
        trim(text, to + 1, legend_end(text, to + 1, last))
      local start, score = long_form.before(text, short, long_first, long_last)
      if start == long_first then
        add(found, "short = long", { from, from + #short - 1 },
            { long_first, long_last }, score)
      end
    end
    at = to + 1
  end
end

-- ---- Brackets ---------------------------------------------------------------

local OPENING = { [")"] = "(", ["]"] = "[" }

--- The bracket that closes the one at `open`, or nil.
local function closing(text, open)
  local stack, at = { text:sub(open, open) }, open + 1
  while true do
    local found = text:find("[%(%)%[%]]", at)
    if not found or found - open > MAX_BRACKET then return nil end
    local mark = text:sub(found, found)
    if not OPENING[mark] then
      if #stack == MAX_DEPTH then return nil end
      stack[#stack + 1] = mark
    elseif stack[#stack] == OPENING[mark] then
      stack[#stack] = nil
      if #stack == 0 then return found end
    end
    at = found + 1
  end
end

-- Is the bracket part of a word: f(eff), 14(RS)-tetramethyl?
local function is_in_word(text, open, close)
  return text:find("^%w", open - 1) and text:find("^%-?%w", close + 1) ~= nil
end

-- Stands it apart, so that a later long form does not reach over it?
local function is_apart(text, open, close)
  return text:find("^[%s,;%.:]", close + 1) and text:find("^%s", open - 1)
end

--- Calls visit(open) for each opening bracket, in order; goes on behind the
--- byte that it returns.
local function each_bracket(text, visit)
  local round, square = 0, 0
  local at = 1
  while true do
    if round and round < at then round = text:find("(", at, true) end
    if square and square < at then square = text:find("[", at, true) end
    local open = math.min(round or math.huge, square or math.huge)
    if open == math.huge then return end
    at = visit(open) + 1
  end
end

-- The stretch of sentences that holds all of a bracket: those that a full stop
-- inside it parted, as in "Helicobacter pylori (H. pylori)", are one; and where
-- a long form may begin. Nil where it is not in a sentence.
local function stretch_of(doc, text, open, close)
  local sentence = doc:span(open, open).sentence
  if not sentence then return nil end
  local first, last = sentence.first, sentence.last
  while last < close do
    local next_at = text:find("[^ ]", last + 1)
    sentence = next_at and doc:span(next_at, next_at).sentence
    if not sentence or sentence.first ~= next_at then return nil end
    last = sentence.last
  end
  return { last = last, limit = first }
end

local function at_brackets(doc, text, found, options)
  local stretch = { last = 0 }
  each_bracket(text, function(open)
    local close = closing(text, open)
    if not close or close == open + 1 or is_in_word(text, open, close) then
      return open
    end
    if close > stretch.last then
      local before = stretch
      stretch = stretch_of(doc, text, open, close) or { last = 0 }
      if stretch.last == 0 then return open end
      if open <= before.last then stretch.limit = before.limit end
    end
    if stretch.barrier and open > stretch.barrier then
      stretch.limit, stretch.barrier = stretch.barrier + 1, nil
    end
    local place = { text = text, open = open, first = open + 1,
      last = close - 1, pieces = pieces(text, open + 1, close - 1),
      limit = math.max(stretch.limit, open - MAX_REACH), found = found,
      lost = options.lost, only = options.only }
    local done = short_in_bracket(place) or both_in_bracket(place)
      or long_in_bracket(place)
    if is_apart(text, open, close) then
      stretch.barrier = math.max(stretch.barrier or close, close)
    end
    return done and close or open
  end)
end

---@class gloss.acronyms.Options
---@field legends boolean? keys of tables, too
---@field only table<string, boolean>? the short forms that are looked for
---@field lost fun(rule: string, first: integer, last: integer, why: string)?
---  is told what could be one and is none

--- The definitions in a document, in the order of their brackets.
---@param doc gloss.Document
---@param options gloss.acronyms.Options?
---@return gloss.acronyms.Definition[]
local function find(doc, options)
  local found, text = {}, doc.text
  options = options or {}
  at_brackets(doc, text, found, options)
  if options.legends then
    for first, last in doc.sentences:offsets() do
      legends(text, first, last, found)
    end
  end
  return found
end

return find

--- Finds the short forms that a stretch of text defines, and their long forms.
local align = require "gloss.steps.acronyms.align"

local MAX_SHORT = 12      -- letters and digits of a short form
local MAX_WORDS = 14      -- words of a long form, at most
local MAX_BRACKET = 300   -- bytes inside a bracket that is looked at
local MAX_REACH = 400     -- bytes before it in which a long form may begin

-- The lowest score a letter may have on average, by length of the short form:
-- the shorter, the more by chance.
local THRESHOLD = { 1.9, 1, 0.6, 0.5, 0.4 }

-- Bracketed words that are no short forms.
local NOT_SHORT = {}
for word in ([[see eg ie cf fig figs table ref refs note no yes and or the a an in of to
  ii iii iv vi vii viii ix xi xii am pm ad bc sic ibid idem ff pp ca]]):gmatch("%S+") do
  NOT_SHORT[word] = true
end

-- Words that introduce the short form inside the bracket.
local INTRODUCED = {
  "^also%s+known%s+as%s+", "^also%s+called%s+", "^hereinafter,?%s+",
  "^hereafter,?%s+", "^henceforth,?%s+", "^referred%s+to%s+as%s+",
  "^abbreviated%s+as%s+", "^abbreviated%s+to%s+", "^abbreviated%s+",
  "^abbreviation:?%s+", "^collectively,?%s+", "^or%s+", "^the%s+",
  "^i%.e%.,?%s+", "^e%.g%.,?%s+",
}

local QUOTES = { '"', "'", "“", "”", "‘", "’", "„", "«", "»" }
local CLOSING = { ["("] = ")", ["["] = "]" }

--- Without white space and quotation marks at its ends.
local function trim(text, first, last)
  local changed = true
  while changed and first <= last do
    changed = false
    if text:find("^[%s,]", first) then first, changed = first + 1, true end
    if first <= last and text:find("^[%s,]", last) then last, changed = last - 1, true end
    for _, mark in ipairs(QUOTES) do
      if last - first + 1 >= #mark then
        if text:sub(first, first + #mark - 1) == mark then first, changed = first + #mark, true end
        if text:sub(last - #mark + 1, last) == mark and last >= first then last, changed = last - #mark, true end
      end
    end
  end
  return first, last
end

--- Letters and digits alone, lower case; a plural's `s` behind capitals goes. A
--- sign at the end is read: "END+" is "END positive".
local function letters_of(short)
  short = short:gsub("(%u)%+$", "%1p"):gsub("(%u)%-$", "%1n")
  short = short:gsub("^(%u[%u%d%-&/%.]*%u)s$", "%1")
  return (short:gsub("[^%w\x80-\xff]", ""):lower())
end

--- Could it be a short form?
local function is_short(short)
  local letters = letters_of(short)
  if #letters < 1 or #letters > MAX_SHORT then return false end
  if #letters == 1 and not short:find("^%u$") then return false end
  if not letters:find("%a") or letters:find("[\x80-\xff]") then return false end
  if not short:find("^[%w%[]") or short:find("[=<>:%%§@]") then return false end
  local _, words = short:gsub("%S+", "")
  if words > 2 or NOT_SHORT[short] then return false end
  if words == 2 and not (short:find("^[%u%d][%w%-]*%s[%u%d][%w%-]*$") or short:find("^%u%.%s%l+$")
    or short:find("^%u%u+[%w%-]*%s%l+$")) then
    return false
  end
  -- a word of ordinary letters is a remark, not a short form
  if not short:find("[%u%d]") then return #letters <= 5 and not short:find("%s") end
  return not (short:find("^%u?%l+$") and #letters > 6)
end

--- The words of text[first..last], the last `most` of them.
local function words_before(text, first, last, most)
  local words = {}
  local at = first
  while at <= last do
    local from, to = text:find("^[%w\x80-\xff][%w\x80-\xff%-/'’%.&%+]*", at)
    if from then
      while to < last and text:find("^%d,%d", to) do -- 2,3-diaminopropane
        to = select(2, text:find("^,[%w\x80-\xff%-/'’%.&%+]*", to + 1))
      end
      to = math.min(to, last)
      local dashes = text:sub(from, to):find("--", 1, true)
      if dashes then to = from + dashes - 2 end
      while to > from and text:find("^[%-/'%.&]", to) do to = to - 1 end
      words[#words + 1] = { first = from, last = to, text = text:sub(from, to), lower = text:sub(from, to):lower() }
      at = to + 1
    else
      at = at + 1
    end
  end
  return table.move(words, math.max(1, #words - most + 1), #words, 1, {})
end

local function threshold(n) return THRESHOLD[math.min(n, #THRESHOLD)] end

--- Does each bracket in it have its partner?
local function balanced(text)
  local depth = 0
  for mark in text:gmatch("[%(%)%[%]]") do
    depth = depth + (CLOSING[mark] and 1 or -1)
    if depth < 0 then return false end
  end
  return depth == 0
end

-- The lowest score where the long form does not spell the digits.
local NO_DIGITS = 1.5

--- The alignment of the letters alone: "nitrous oxide (N2O)", "partial least
--- squares (PLS-1)".
local function without_digits(letters, words)
  local bare = letters:gsub("%d", "")
  if bare == letters or #bare < 2 then return nil, 0 end
  local word, score, at = align.best(bare, words)
  if not word or score < NO_DIGITS then return nil, score end
  return word, score, at
end

--- The long form that ends at `last`, not before `limit`.
---@return integer? first, number score
local function long_before(text, short, limit, last)
  local letters = letters_of(short)
  local words = words_before(text, limit, last, math.min(2 * #letters + 2, #letters + 6, MAX_WORDS))
  if #words == 0 then return nil, 0 end
  local word, score, at = align.best(letters, words)
  if not word or score < threshold(#letters) then
    word, score, at = without_digits(letters, words)
    if not word then return nil, score end
  end
  local first = words[word].first + at - 1
  local long = text:sub(first, words[#words].last)
  if not balanced(long) then return nil, score end
  if letters_of(long) == letters then return nil, score end -- the same again
  if #words == word and #long <= #short + 1 then return nil, score end
  if word == #words and not short:find("%l") and long:sub(1, #short) == short then return nil, score end -- L1CAM (L1)
  for w = word, #words do
    if words[w].text == short then return nil, score end -- it holds itself
  end
  return first, score
end

--- The pieces of a bracket between semicolons and commas.
local function pieces(text, first, last)
  local list, at = {}, first
  while at <= last do
    local stop = text:find("[;,]", at)
    if not stop or stop > last then stop = last + 1 end
    -- "(PLS-1 and PLS-2)"
    local from, to = text:sub(at, stop - 1):find("%s+and%s+")
    local piece_last = from and at + from - 2 or stop - 1
    list[#list + 1] = { at, piece_last }
    at = from and at + to or stop + 1
  end
  return list
end

--- Without marks and without words such as "hereinafter" before it.
local function bare(text, first, last)
  first, last = trim(text, first, last)
  local changed = true
  while changed do
    changed = false
    local lower = text:sub(first, last):lower()
    for _, pattern in ipairs(INTRODUCED) do
      local _, to = lower:find(pattern)
      if to and first + to <= last then first, changed = first + to, true break end
    end
    first, last = trim(text, first, last)
  end
  return first, last
end

--- "Long Form (SF)", "Long Form (the “SF”)", "Long Form (EC 1.2; SF)".
local function short_in_bracket(text, open, inner_first, inner_last, limit, out)
  local _, long_last = trim(text, limit, open - 1)
  local found = false
  for _, piece in ipairs(pieces(text, inner_first, inner_last)) do
    local first, last = bare(text, piece[1], piece[2])
    local short = text:sub(first, last)
    if first <= last and is_short(short) then
      local long_first, score = long_before(text, short, limit, long_last)
      if long_first then
        out[#out + 1] = { short = { first, last }, score = score,
          long = { long_first, long_last }, rule = "long (short)" }
        found = true
      elseif out.lost then
        out.lost(first, last, "long (short)", "the words before do not spell it")
      end
    end
  end
  return found
end

--- "(Long Form, SF)", the whole definition inside the bracket.
local function both_in_bracket(text, inner_first, inner_last, out)
  local list = pieces(text, inner_first, inner_last)
  for i = 2, #list do
    local first, last = bare(text, list[i][1], list[i][2])
    local short = text:sub(first, last)
    if first <= last and is_short(short) and short:find("%u.*%u") then
      local from, to = trim(text, inner_first, list[i - 1][2])
      local long_first, score = long_before(text, short, from, to)
      if long_first then
        out[#out + 1] = { short = { first, last }, score = score,
          long = { long_first, to }, rule = "(long, short)" }
        return true
      end
    end
  end
  return false
end

--- "SF (Long Form)".
local function long_in_bracket(text, open, inner_first, inner_last, limit, out)
  local short_last = open - 1
  while short_last >= limit and text:find("^[%s\"”’]", short_last) do short_last = short_last - 1 end
  local before = text:sub(limit, short_last)
  local short = before:match("([%w][%w%-&/%.]*)$")
  if not short or not is_short(short) or not short:find("%u.*%u") and not short:find("%u%d") then return end
  local stop = text:find("[;,]", inner_first)
  local last = stop and stop <= inner_last and stop - 1 or inner_last
  local first
  first, last = trim(text, inner_first, last)
  if first > last then return end
  local long_first, score = long_before(text, short, first, last)
  local _, to = text:lower():find("^the%s+", first)
  if not long_first or (long_first ~= first and long_first ~= (to or 0) + 1) then return end
  out[#out + 1] = { short = { short_last - #short + 1, short_last }, long = { long_first, last },
    score = score, rule = "short (long)" }
end

--- "SF = Long Form", as in legends.
local function legends(text, first, last, out)
  local at = first
  while true do
    local from, to, short = text:find("([%w][%w%-&/]*)%s*[=–]%s*%f[%w]", at)
    if not from or to > last then return end
    if is_short(short) and short:find("%u.*[%u%d]") and not text:sub(from - 1, from - 1):find("[%w%-]") then
      local stop = text:find("[,;%.%(%)\n=]", to + 1) or last + 1
      local long_last = math.min(stop - 1, last)
      if text:sub(stop, stop) == "=" then -- the next legend's short form goes
        long_last = stop - 1
        while long_last > to and text:find("^%s", long_last) do long_last = long_last - 1 end
        while long_last > to and text:find("^%S", long_last) do long_last = long_last - 1 end
      end
      local long_first
      long_first, long_last = trim(text, to + 1, long_last)
      local found, score = long_before(text, short, long_first, long_last)
      if found == long_first then
        out[#out + 1] = { short = { from, from + #short - 1 }, score = score,
          long = { long_first, long_last }, rule = "short = long" }
      end
    end
    at = to + 1
  end
end

local OPENING = { [")"] = "(", ["]"] = "[" }

--- The bracket that closes the one at `open`, or nil.
local function closing(text, open, last)
  local stack, at = { text:sub(open, open) }, open + 1
  while true do
    local found = text:find("[%(%)%[%]]", at)
    if not found or found > last or found - open > MAX_BRACKET then return nil end
    local mark = text:sub(found, found)
    if CLOSING[mark] then
      stack[#stack + 1] = mark
    elseif stack[#stack] == OPENING[mark] then
      stack[#stack] = nil
      if #stack == 0 then return found end
    end
    at = found + 1
  end
end

---@class gloss.acronyms.Definition
---@field short integer[] first and last byte
---@field long integer[]
---@field score number for each letter of the short form, at most 2
---@field rule "long (short)"|"(long, short)"|"short (long)"|"short = long"

--- The definitions in `text`, one sentence or any stretch.
---@param with_legends boolean keys of tables as well: "SF = Long Form"
---@param lost? fun(first: integer, last: integer, rule: string, why: string)
---  told of what looks like a short form and is none
---@return gloss.acronyms.Definition[]
local function find(text, with_legends, lost)
  local out, last = { lost = lost }, #text
  local at, limit, barrier = 1, 1, nil
  while true do
    local open = text:find("[%(%[]", at)
    if not open then break end
    if barrier and open > barrier then limit, barrier = barrier + 1, nil end
    local close = closing(text, open, last)
    if close and close > open + 1 then
      local from = math.max(limit, open - MAX_REACH)
      if not short_in_bracket(text, open, open + 1, close - 1, from, out)
        and not both_in_bracket(text, open + 1, close - 1, out) then
        long_in_bracket(text, open, open + 1, close - 1, from, out)
      end
      -- a bracket that stands apart ends what a later long form may reach
      if text:find("^[%s,;%.:]", close + 1) and text:find("^%s", open - 1) then
        barrier = math.max(barrier or close, close)
      end
    end
    at = open + 1
  end
  if with_legends then legends(text, 1, last, out) end
  return out
end

return find

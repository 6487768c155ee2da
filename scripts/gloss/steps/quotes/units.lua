--- Units: sentences, but that no quotation is cut by one, and that "Go!" she
--- said is one however the sentences were found.
local verbs = require "gloss.steps.quotes.verbs"

local units = {}

---@class quotes.Unit
---@field [1] integer its first item
---@field [2] integer its last item
---@field line boolean does a line begin with it?
---@field paragraph boolean does a paragraph begin with it?
---@field heading boolean a line that is no sentence of the text

local LONGEST = 300        -- items of a unit: what is longer is no sentence
local ATTRIBUTION = 9      -- items of "the minister Ann Roe said"
local HEADING, SHORT_HEADING = 30, 9   -- items of a heading; of one for sure
local CAPITALS = 0.7       -- of a heading's words that begin with a capital

---- Boundaries ----------------------------------------------------------------

-- Not part of "the minister Ann Roe said".
local BREAKS = { point = true, quote = true, sub = true, conj = true }

local function quotes_with(form)
  for _, sense in ipairs(form.senses) do
    if sense.frames.quote then return true end
  end
end

--- Does "Roe said" stand at item `k`, with nothing behind that it would report?
local function attribution_at(list, k)
  local lex, first = list.lexicon, k
  while k <= list.n and k - first < ATTRIBUTION and not BREAKS[list.kind[k]] do
    local form = lex.verbs[list.low[k]]
    if form and not form.noun and (k > first or list.kind[k] == "word")
      and quotes_with(form) then
      local low = list.low[k + 1]
      return not (lex.openers[low] or low == ":" or list.quote[k + 1])
    end
    k = k + 1
  end
  return false
end

--- Does a unit begin at item `k`, just behind a quotation? nil where the
--- sentences know best.
local function begins_behind(list, k, text)
  local stretch = list.quote[k - 1]
  local final = stretch.closed and stretch.final
  if not final then return nil end
  if text:find("^[^%S\n]*\n", stretch.last + 1) then
    if final == "," then return nil end
    return true
  end
  if final == "," or text:find("^[%l,]", list.first[k]) then return false end
  if verbs.DASH[list.low[k]] then return false end         -- “Yes.” — Ann Roe
  if list.kind[k] == "point" or list.kind[k] == "quote" then return nil end
  return final == "." or not attribution_at(list, k)
end

--- Marks the items at which a sentence begins; one that begins inside an item,
--- a quotation, does not count.
local function sentence_starts(list, doc, inside)
  local starts, k, n = {}, 1, list.n
  local sentences = doc.sentences
  if inside then sentences = sentences:overlapping(inside) end
  for first in sentences:offsets() do
    while k <= n and list.last[k] < first do k = k + 1 end
    if k > n then break end
    if list.first[k] >= first then starts[k] = true end
  end
  return starts
end

--- Is item `k` a quotation behind an abbreviation: of Norby, Calif. "We ..."
local function behind_abbreviation(list, k, text)
  return list.quote[k] and list.text[k - 1]:find("%.$")
    and text:find("^%u", list.quote[k].from)
end

---- Date lines ----------------------------------------------------------------

local DATELINE = 16    -- items of "OSLO, April 2, 2025 (Agency) -"
local IN_DATELINE = { name = true, time = true, number = true, point = true }

--- The dash of the date line that the line at item `k` begins with; nil. A
--- place in capitals or an agency in brackets shows it.
local function dateline_end(list, k, text)
  local shown = text:find("^%u%u+", list.first[k]) ~= nil
  for j = k, math.min(list.n - 1, k + DATELINE) do
    if verbs.DASH[list.low[j]] and j > k then
      shown = shown or list.low[j - 1] == ")"
      local blanks = text:find("^%s", list.last[j] + 1)
        and text:find("^%s", list.first[j] - 1)
      return shown and blanks and j or nil
    end
    if not IN_DATELINE[list.kind[j]] then return nil end
  end
end

--- Marks the items behind date lines as beginnings.
local function behind_datelines(list, text, starts)
  for k = 1, list.n do
    local before = list.last[k - 1]
    if list.kind[k] == "name"
      and (not before or text:find("^[^%S\n]*\n", before + 1)) then
      local dash = dateline_end(list, k, text)
      if dash then starts[dash + 1] = true end
    end
  end
end

---- Headings ------------------------------------------------------------------

--- Does the text quote with double marks? Then single ones are something else.
local function has_doubles(list)
  for _, stretch in pairs(list.quote) do
    local family = stretch.family
    if family ~= "single" and family ~= "turn" then return true end
  end
  return false
end

--- Is a line that stands alone a heading: the first one, a short one, or most
--- of its words with capitals?
local function is_heading(list, unit, i)
  local length = unit[2] - unit[1] + 1
  if length > HEADING then return false end
  if i == 1 or length <= SHORT_HEADING then return true end
  local words, capitals = 0, 0
  for k = unit[1], unit[2] do
    local kind = list.kind[k]
    local long = kind ~= "point" and kind ~= "quote" and #list.text[k] > 3
    if kind == "name" or long then
      words = words + 1
      if list.text[k] ~= list.low[k] then capitals = capitals + 1 end
    end
  end
  return capitals >= CAPITALS * words
end

local function describe(list, cut, text)
  local before = 1
  for i, unit in ipairs(cut) do
    local gap = text:sub(before, list.first[unit[1]] - 1)
    unit.line = i == 1 or gap:find("\n", 1, true) ~= nil
    unit.paragraph = i == 1 or gap:find("\n[ \t\r]*\n") ~= nil
    before = list.last[unit[2]] + 1
  end
  local doubles = has_doubles(list)
  for i, unit in ipairs(cut) do
    local following = cut[i + 1]
    local alone = unit.line and (not following or following.line)
    unit.heading = doubles and alone and is_heading(list, unit, i) or false
  end
end

--- Cuts items into units.
---@param list quotes.Items
---@param doc gloss.Document
---@param inside? gloss.Span
---@return quotes.Unit[]
function units.cut(list, doc, inside)
  local text, cut, from = doc.text, {}, 1
  local starts = sentence_starts(list, doc, inside)
  behind_datelines(list, text, starts)
  for k = 2, list.n do
    local start = starts[k] or false
    if list.quote[k - 1] then
      local begins = begins_behind(list, k, text)
      if begins ~= nil then start = begins end
    elseif behind_abbreviation(list, k, text) then
      start = true
    end
    if list.quote[k] and list.quote[k].family == "turn" then
      start = false                               -- it belongs to its label
    end
    if start or k - from >= LONGEST then
      cut[#cut + 1] = { from, k - 1 }
      from = k
    end
  end
  if list.n > 0 then cut[#cut + 1] = { from, list.n } end
  describe(list, cut, text)
  return cut
end

return units

--- Units: sentences, but that no quotation is cut by one, and that "Go!" she
--- said is one however the sentences were found.
local verbs = require "gloss.steps.quotes.verbs"

local units = {}

---@class quotes.Unit
---@field [1] integer its first item
---@field [2] integer its last item
---@field line? boolean does a line begin with it? see units.begins_line
---@field cue integer place in list.cues of its first one, where it has one
---@field quote integer place in list.quotes of its first one, likewise

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

--- Is item `k` a quotation behind an abbreviation: of Norby, Calif. "We ..."
local function behind_abbreviation(list, k, text)
  return list.quote[k] and list.text[k - 1]:find("%.$")
    and text:find("^%u", list.quote[k].from)
end

---- Date lines ----------------------------------------------------------------

local DATELINE = 16    -- items of "OSLO, April 2, 2025 (Agency) -"
local IN_DATELINE = { name = true, time = true, number = true, point = true }

--- Does a line begin with item `k`?
local function begins_line(list, k, text)
  local before = list.last[k - 1]
  return not before or text:find("^[^%S\n]*\n", before + 1) ~= nil
end

--- Is the dash at item `k` the end of a date line? A place in capitals or an
--- agency in brackets before it shows it.
local function ends_dateline(list, k, text)
  if not (text:find("^%s", list.last[k] + 1)
          and text:find("^%s", list.first[k] - 1)) or k == list.n then
    return false
  end
  for j = k - 1, math.max(1, k - DATELINE), -1 do
    if not IN_DATELINE[list.kind[j]] or verbs.DASH[list.low[j]] then
      return false
    end
    if begins_line(list, j, text) then
      local shown = list.low[k - 1] == ")"
        or text:find("^%u%u+", list.first[j]) ~= nil
      return list.kind[j] == "name" and shown
    end
  end
  return false
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

--- Does a line begin with unit `u`?
---@param list quotes.Items
---@param u integer
---@return boolean
function units.begins_line(list, u)
  local unit = list.units[u]
  if unit.line == nil then
    local from = (list.last[unit[1] - 1] or 0) + 1
    local line = list.source:find("\n", from, true)
    unit.line = u == 1 or line ~= nil and line < list.first[unit[1]]
  end
  return unit.line
end

--- Is a unit a heading: a line that is no sentence of the text?
---@param list quotes.Items
---@param u integer
---@return boolean
function units.is_heading(list, u)
  local unit, following = list.units[u], list.units[u + 1]
  if list.doubles == nil then list.doubles = has_doubles(list) end
  return list.doubles and units.begins_line(list, u)
    and (not following or units.begins_line(list, u + 1))
    and is_heading(list, unit, u) or false
end

--- The number of the unit that holds item `k`.
---@return integer
function units.of(list, k)
  local low, high = 1, #list.units
  while low < high do
    local middle = (low + high + 1) // 2
    if list.units[middle][1] <= k then
      low = middle
    else
      high = middle - 1
    end
  end
  return low
end

---- Cutting -------------------------------------------------------------------

--- What quotations and date lines change about the beginnings of sentences:
--- items, and whether one begins there.
local function changes(list, text)
  local starts = {}
  for _, k in ipairs(list.dashes) do
    if ends_dateline(list, k, text) then starts[k + 1] = true end
  end
  for _, k in ipairs(list.quotes) do
    if not list.quote[k - 1] and k > 1 and behind_abbreviation(list, k, text)
    then
      starts[k] = true
    end
    local begins
    if k < list.n then begins = begins_behind(list, k + 1, text) end
    if begins ~= nil then starts[k + 1] = begins end
  end
  for _, k in ipairs(list.quotes) do
    if list.quote[k].family == "turn" then
      starts[k] = false                             -- it belongs to its label
    end
  end
  return starts
end

--- The items at which units begin, sorted.
local function beginnings(list, text)
  local changed, places = changes(list, text), {}
  if not next(changed) then return list.starts end
  for _, k in ipairs(list.starts) do
    if changed[k] == nil then places[#places + 1] = k end
  end
  for k, begins in pairs(changed) do
    if begins then places[#places + 1] = k end
  end
  table.sort(places)
  return places
end

--- Adds the items from..to, with what stands in `cues` and `quotes` from the
--- places `cue` and `quote` on; the places behind.
local function add_unit(list, from, to, cue, quote)
  local cues, quotes = list.cues, list.quotes
  local stop = math.min(to, from + LONGEST - 1)
  list.begins[from] = true
  list.units[#list.units + 1] = { from, stop, cue = cue, quote = quote }
  while cues[cue] and cues[cue] <= stop do cue = cue + 1 end
  while quotes[quote] and quotes[quote] <= stop do quote = quote + 1 end
  if stop < to then return add_unit(list, stop + 1, to, cue, quote) end
  return cue, quote
end

--- Cuts items into units: sets `units`, and by the first item of each that one
--- begins there, `begins`.
---@param list quotes.Items
---@param text string
function units.cut(list, text)
  local from, cue, quote = 1, 1, 1
  list.units, list.begins, list.source = {}, {}, text
  for _, k in ipairs(beginnings(list, text)) do
    if k > from then
      cue, quote = add_unit(list, from, k - 1, cue, quote)
      from = k
    end
  end
  if list.n > 0 then add_unit(list, from, list.n, cue, quote) end
end

return units

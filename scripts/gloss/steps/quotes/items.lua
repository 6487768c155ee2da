--- What the rules read: the words of a document, each with its kind, each
--- quotation folded into one of them. What is known of a word is found once for
--- each distinct word; the columns are filled in C (words.lua).
local units = require "gloss.steps.quotes.units"
local words = require "gloss.steps.quotes.words"

local items = {}

---@class quotes.Items
---@field n integer how many items
---@field first integer[] first byte of each
---@field last integer[] last byte
---@field text string[] as written; of a quotation: FOLDED; made when asked for
---@field low string[] lower case
---@field kind string[] name word number pron object det possessive aux adv
---time prep conj sub point quote
---@field bits integer[] see words.BITS
---@field watched integer[] the items with one of the bits WATCHED
---@field cues integer[] the items that may be cues
---@field dashes integer[] the items that are dashes
---@field offices integer[] the items that tell a role
---@field source string the text
---@field quotes integer[] the items that are quotations
---@field quote table<integer, quotes.Stretch> those by item
---@field units quotes.Unit[]
---@field begins table<integer, boolean> the first items of units
---@field lexicon table
---@field log? gloss.ExplainLog
---@field doubles? boolean does the text quote with double marks? units.lua

local FOLDED, BITS = words.FOLDED, words.BITS
local CUE, DASH, PARTICLE = BITS.CUE, BITS.DASH, BITS.PARTICLE
local OFFICE = BITS.OFFICE
local POSSESSIVE, CAPITAL = BITS.POSSESSIVE, BITS.CAPITAL

-- Words that the sentence may change.
local CHANGED = POSSESSIVE | CAPITAL | BITS.APOSTROPHE | PARTICLE
local WATCHED = CHANGED | CUE | DASH | OFFICE

---- In a sentence -------------------------------------------------------------

-- Behind these "'s" is a verb.
local IS_BEFORE = { pron = true, sub = true, adv = true, object = true }
-- Behind these a capital is no sentence's first letter: "said Will Roe".
local INNER = { name = true, word = true, det = true, prep = true, adv = true }

local PARTICLES = 2      -- words between given name and surname: van der

--- "Bram | de Wael": the words between are part of the name.
local function join_particles(list, k)
  local n = k
  while n < k + PARTICLES and list.bits[n] and list.bits[n] & PARTICLE ~= 0 do
    n = n + 1
  end
  if list.kind[n] ~= "name" or list.kind[k - 1] ~= "name" then return end
  for i = k, n - 1 do list.kind[i] = "name" end
end

--- Is the mark at item `n` an apostrophe behind a plural: the workers' | union
local function is_plural_possessive(list, n)
  return n > 1 and list.last[n - 1] == list.first[n] - 1
    and list.low[n - 1]:find("s$")
end

--- What a word is by those around it; sets `cues`, `dashes` and `offices`.
local function look_around(list)
  local kind, bits, cues, dashes, offices = list.kind, list.bits, {}, {}, {}
  list.cues, list.dashes, list.offices = cues, dashes, offices
  for _, k in ipairs(list.watched) do
    local is = bits[k]
    if is & CUE ~= 0 then cues[#cues + 1] = k end
    if is & DASH ~= 0 then dashes[#dashes + 1] = k end
    if is & OFFICE ~= 0 then offices[#offices + 1] = k end
    if is & CHANGED ~= 0 then
      local before = kind[k - 1]
      if is & POSSESSIVE ~= 0 then
        if IS_BEFORE[before] then kind[k] = "aux" end
      elseif is & CAPITAL ~= 0 then
        if INNER[before] then kind[k] = "name" end
      elseif is & BITS.APOSTROPHE ~= 0 then
        if is_plural_possessive(list, k) then kind[k] = "possessive" end
      elseif before == "name" then
        join_particles(list, k)
      end
    end
  end
end

---- Places --------------------------------------------------------------------

local Items = {}
Items.__index = Items

--- The first item that ends at or behind a byte; nil behind the last.
---@param byte integer
---@return integer?
function Items:at(byte)
  local low, high, last = 1, self.n + 1, self.last
  while low < high do
    local middle = (low + high) // 2
    if last[middle] < byte then
      low = middle + 1
    else
      high = middle
    end
  end
  return low <= self.n and low or nil
end

--- Notes, while somebody asks, that a rule fitted items first..last and found
--- nothing.
---@param rule string
---@param why string
function Items:lost(first, last, rule, why)
  if self.log then
    self.log:lost("quotes", self.first[first], self.last[last], rule, why)
  end
end

---- Items ---------------------------------------------------------------------

--- The mark with which a quotation ends (, . ! ?), inside or right behind it.
local function final_of(text, stretch)
  local to = stretch.to
  while to > stretch.from and text:find("^[\"'\x80\x99\x9D\xE2]", to) do
    to = to - 1
  end
  return text:match("^[,%.!%?]", to) or text:match("^,", stretch.last + 1)
end

--- The outermost stretches, and their first and last bytes.
local function outermost(stretches)
  local folded, places, covered = {}, {}, 0
  for _, stretch in ipairs(stretches) do
    if stretch.depth == 0 and stretch.first > covered then
      covered = stretch.last
      folded[#folded + 1] = stretch
      places[#places + 1], places[#places + 2] = stretch.first, covered
    end
  end
  return folded, places
end

local function add_quotes(list, text, folded)
  for i, stretch in ipairs(folded) do
    local k = list.folded[i]
    if k then
      list.quote[k], list.quotes[#list.quotes + 1] = stretch, k
      stretch.final = final_of(text, stretch)
      stretch.closing = stretch.final ~= nil
    end
  end
end

--- The texts of items, made when asked for.
local function texts_of(list, text)
  return setmetatable({}, { __index = function(texts, k)
    local first = list.first[k]
    if not first then return nil end
    texts[k] = list.quote[k] and FOLDED or text:sub(first, list.last[k])
    return texts[k]
  end })
end

--- Reads a document.
---@param doc gloss.Document
---@param stretches quotes.Stretch[] sorted
---@param lex table
---@param known table see words.of
---@param inside? gloss.Span where to read
---@param into? quotes.Items of an earlier document, whose columns are taken
---@return quotes.Items
function items.read(doc, stretches, lex, known, inside, into)
  local folded, places = outermost(stretches)
  local list = known:read(doc, {
    fold = places, as = FOLDED, watch = WATCHED, join = BITS.JOINS, into = into,
    apart = BITS.POINT | BITS.QUOTE, first = inside and inside.first,
    last = inside and inside.last })
  list.quote, list.quotes, list.lexicon, list.doubles = {}, {}, lex, nil
  list.text = texts_of(list, doc.text)
  setmetatable(list, Items)
  add_quotes(list, doc.text, folded)
  look_around(list)
  units.cut(list, doc.text)
  return list
end

return items

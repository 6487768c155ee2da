--- What the rules read: the words of a document, each with its kind, each
--- quotation folded into one of them.
local units = require "gloss.steps.quotes.units"

local items = {}

---@class quotes.Items
---@field n integer how many items
---@field first integer[] first byte of each
---@field last integer[] last byte
---@field text string[] as written; of a quotation: FOLDED
---@field low string[] lower case
---@field kind string[] name word number pron object det possessive aux adv
---time prep conj sub point quote
---@field quote table<integer, quotes.Stretch> of items that are quotations
---@field units quotes.Unit[]
---@field starts table<integer, boolean> the first items of units
---@field lexicon table

local FOLDED = "“”"
local MEMO_LIMIT = 30000  -- words whose kind is remembered

---- What a word is ------------------------------------------------------------

-- Function words: the set of the lexicon they stand in, and their kind.
local FUNCTION = { { "possessive", "det" }, { "determiners", "det" },
  { "adverbs", "adv" }, { "negations", "adv" }, { "auxiliaries", "aux" },
  { "subjects", "pron" }, { "objects", "object" }, { "times", "time" },
  { "subordinators", "sub" }, { "relatives", "sub" },
  { "conjunctions", "conj" }, { "prepositions", "prep" } }

local function function_kind(low, lex)
  for _, row in ipairs(FUNCTION) do
    if lex[row[1]][low] then return row[2] end
  end
end

--- Name, word, number or point, by the first character.
local function shape_kind(text)
  local byte = text:byte()
  if byte >= 65 and byte <= 90 then return "name" end
  if byte >= 97 and byte <= 122 then return "word" end
  if byte >= 48 and byte <= 57 or byte == 36 then return "number" end
  if text:find("^\xC2\xA3") or text:find("^\xE2\x82") then
    return "number"                                       -- £ €
  end
  if (byte == 64 or byte == 35) and #text > 1 then return "name" end  -- @ #
  if byte == 0xC3 and text:find("^\xC3[\x9F-\xBF]") then return "word" end
  if byte >= 0xC3 and byte <= 0xDF or byte == 0xE1 then return "name" end
  return byte > 0xE2 and "word" or "point"
end

-- Two capital letters make no pronoun: the US.
local function is_acronym(text)
  return #text == 2 and text:find("^%u%u$") ~= nil
end

local function kind_of(text, low, lex)
  if low == "'s" or low == "’s" then return "possessive" end
  if lex.months[low] and (text ~= low or lex.small_months) then
    return "time"
  end
  local kind = function_kind(low, lex)
  if kind == "object" and is_acronym(text) then return "name" end
  if kind == "det" and lex.subordinators[low] then return "sub" end
  if kind then return kind end
  if #low > 4 and text == low and low:find(lex.adverb_ending)
    and not lex.no_adverbs[low] then
    return "adv"
  end
  return shape_kind(text)
end

--- What a word is and its lower case, remembered; for one language.
---@return fun(text: string): string, string
function items.kinds(lex)
  local kinds, lows, count = {}, {}, 0
  return function(text)
    local kind = kinds[text]
    if kind then return kind, lows[text] end
    if count >= MEMO_LIMIT then kinds, lows, count = {}, {}, 0 end
    local low = text:lower()
    kind = kind_of(text, low, lex)
    kinds[text], lows[text], count = kind, low, count + 1
    return kind, low
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

local Reader = {}
Reader.__index = Reader

-- Behind these "'s" is a verb.
local IS_BEFORE = { pron = true, sub = true, adv = true, object = true }
-- Behind these a capital is no sentence's first letter: "said Will Roe".
local INNER = { name = true, word = true, det = true, prep = true, adv = true }

local PARTICLES = 2      -- words between given name and surname: van der

--- "Bram de | Wael": the words between are part of the name.
local function join_particles(list, n)
  local i = n - 1
  while i >= n - PARTICLES and list.lexicon.name_particles[list.low[i]]
    and list.text[i] == list.low[i] do
    i = i - 1
  end
  if list.kind[i] ~= "name" then return end
  for k = i + 1, n - 1 do list.kind[k] = "name" end
end

--- Is the mark first..last an apostrophe behind a plural: the workers' | union
local function is_plural_possessive(list, n, first, text)
  return (text == "'" or text == "’") and list.last[n - 1] == first - 1
    and list.low[n - 1]:find("s$")
end

--- Adds the word first..last as item `n`.
function Reader:put(n, first, last)
  local list = self.list
  local text = self.text:sub(first, last)
  local kind, low = self.kinds(text)
  local before = list.kind[n - 1]
  if kind == "possessive" and IS_BEFORE[before] then
    kind = "aux"
  elseif kind == "aux" and text ~= low and INNER[before] then
    kind = "name"
  elseif kind == "point" and is_plural_possessive(list, n, first, text) then
    kind = "possessive"
  end
  if kind == "name" and n > 2 then join_particles(list, n) end
  list.first[n], list.last[n], list.text[n] = first, last, text
  list.kind[n], list.low[n] = kind, low
  list.n = n
end

--- Adds a quotation.
function Reader:fold(stretch)
  local list, n = self.list, self.list.n + 1
  list.first[n], list.last[n] = stretch.first, stretch.last
  list.text[n], list.low[n], list.kind[n] = FOLDED, FOLDED, "quote"
  list.quote[n], list.n = stretch, n
  stretch.final = final_of(self.text, stretch)
  stretch.closing = stretch.final ~= nil
  self.covered = stretch.last
end

--- A hyphen that was held back and joined nothing.
function Reader:flush()
  if self.hyphen then
    self:put(self.list.n + 1, self.hyphen, self.hyphen)
    self.hyphen = nil
  end
end

--- Adds a token; "Lopez-Cantera" is one word here, however it was cut.
function Reader:token(first, last)
  local list = self.list
  local n, hyphen = list.n, self.hyphen
  if hyphen and first == hyphen + 1
    and self.kinds(self.text:sub(first, last)) ~= "point" then
    self.hyphen = nil
    return self:put(n, list.first[n], last)
  end
  self:flush()
  if first == last and self.text:byte(first) == 45 and list.last[n] == first - 1
    and list.kind[n] ~= "point" and list.kind[n] ~= "quote" then
    self.hyphen = first
  else
    self:put(list.n + 1, first, last)
  end
end

--- Reads a document.
---@param doc gloss.Document
---@param stretches quotes.Stretch[] sorted
---@param lex table
---@param kinds fun(text: string): string, string
---@param inside? gloss.Span where to read
---@return quotes.Items
function items.read(doc, stretches, lex, kinds, inside)
  local list = { n = 0, first = {}, last = {}, text = {}, low = {}, kind = {},
                 quote = {}, lexicon = lex }
  local reader = setmetatable({ list = list, text = doc.text, kinds = kinds,
                                covered = 0 }, Reader)
  local at = 1
  local stretch = stretches[1]
  local tokens = inside and doc.tokens:within(inside) or doc.tokens
  for first, last in tokens:offsets() do
    while stretch and first >= stretch.first do
      reader:flush()
      if stretch.depth == 0 and stretch.first > reader.covered then
        reader:fold(stretch)
      end
      at = at + 1
      stretch = stretches[at]
    end
    if first > reader.covered then reader:token(first, last) end
  end
  reader:flush()
  list.units, list.starts = units.cut(list, doc, inside), {}
  for _, unit in ipairs(list.units) do list.starts[unit[1]] = true end
  return list
end

return items

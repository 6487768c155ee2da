--- What the rules read: the words of a document, each with its kind, each
--- quotation folded into one of them. What is known of a word is found once for
--- each distinct word; the columns are filled in C (gloss.core.words).
local core = require "gloss.core"
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
---@field bits integer[] see items.BITS
---@field watched integer[] the items with one of the bits WATCHED
---@field cues integer[] the items that may be cues
---@field dashes integer[] the items that are dashes
---@field quotes integer[] the items that are quotations
---@field quote table<integer, quotes.Stretch> those by item
---@field units quotes.Unit[]
---@field begins table<integer, boolean> the first items of units
---@field lexicon table

local FOLDED = "“”"

-- What a word may be, beside its kind: bits.
local CUE = 1            -- it may report: a verb, a noun, "according"
local POINT = 2
local JOINS = 4          -- a hyphen
local APOSTROPHE = 8
local POSSESSIVE = 16
local CAPITAL = 32       -- an auxiliary with a capital: Will
local PARTICLE = 64      -- of a name, in small letters: van
local QUOTE = 128
local NAME = 256
local DET = 512
local DASH = 1024
local ROLE = 2048        -- the noun of an office or a trade
items.BITS = { CUE = CUE, QUOTE = QUOTE, NAME = NAME, DET = DET, DASH = DASH,
               ROLE = ROLE }

-- Words that the sentence may change.
local CHANGED = POSSESSIVE | CAPITAL | APOSTROPHE | PARTICLE
local WATCHED = CHANGED | CUE | DASH

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

local KIND_BITS = { possessive = POSSESSIVE, name = NAME, det = DET,
                    quote = QUOTE }
local MARK_BITS = { ["-"] = JOINS | DASH, ["--"] = DASH, ["–"] = DASH,
                    ["—"] = DASH, ["―"] = DASH, ["'"] = APOSTROPHE,
                    ["’"] = APOSTROPHE }

--- May a word of that kind report? Rice and Mark are names.
local function may_report(low, kind, lex)
  if lex.nouns[low] or lex.source_starts[low] then return true end
  local form = lex.verbs[low]
  if not form or kind == "adv" then return false end
  return kind ~= "name" or form.noun or form.past or not form.base
end

local function bits_of(text, low, kind, lex)
  local bits = KIND_BITS[kind] or 0
  if kind == "point" then bits = POINT | (MARK_BITS[text] or 0) end
  if kind == "aux" and text ~= low then bits = bits | CAPITAL end
  if text == low and lex.name_particles[low] then bits = bits | PARTICLE end
  if may_report(low, kind, lex) then bits = bits | CUE end
  return bits
end

--- What is known of the words of a language; for items.read.
function items.words(lex)
  return core.words(function(text)
    if text == FOLDED then return QUOTE, "quote", FOLDED, FOLDED end
    local low = text:lower()
    local kind = kind_of(text, low, lex)
    return bits_of(text, low, kind, lex), kind, low, text
  end, { "kind", "low", "text" })
end

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

--- What a word is by those around it; sets `cues` and `dashes`.
local function look_around(list)
  local kind, bits, cues, dashes = list.kind, list.bits, {}, {}
  list.cues, list.dashes = cues, dashes
  for _, k in ipairs(list.watched) do
    local is = bits[k]
    if is & CUE ~= 0 then cues[#cues + 1] = k end
    if is & DASH ~= 0 then dashes[#dashes + 1] = k end
    if is & CHANGED ~= 0 then
      local before = kind[k - 1]
      if is & POSSESSIVE ~= 0 then
        if IS_BEFORE[before] then kind[k] = "aux" end
      elseif is & CAPITAL ~= 0 then
        if INNER[before] then kind[k] = "name" end
      elseif is & APOSTROPHE ~= 0 then
        if is_plural_possessive(list, k) then kind[k] = "possessive" end
      elseif before == "name" then
        join_particles(list, k)
      end
    end
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

--- Reads a document.
---@param doc gloss.Document
---@param stretches quotes.Stretch[] sorted
---@param lex table
---@param words table see items.words
---@param inside? gloss.Span where to read
---@return quotes.Items
function items.read(doc, stretches, lex, words, inside)
  local folded, places = outermost(stretches)
  local list = words:read(doc, {
    fold = places, as = FOLDED, watch = WATCHED, join = JOINS,
    apart = POINT | QUOTE, first = inside and inside.first,
    last = inside and inside.last })
  list.quote, list.quotes, list.lexicon = {}, {}, lex
  add_quotes(list, doc.text, folded)
  look_around(list)
  units.cut(list, doc.text)
  return list
end

return items

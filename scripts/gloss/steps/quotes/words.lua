--- What a word is by itself: its kind, and bits for what else the rules ask.
--- Found once for each distinct word; gloss.core.words remembers it.
local core = require "gloss.core"
local lexicon = require "gloss.steps.quotes.lexicon"

local words = {}

--- What stands for a quotation among the words.
words.FOLDED = "“”"

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
local DASH = 512
local OFFICE = 1024     -- it tells a role: "envoy", "leads"
local CONJUNCTION = 2048
words.BITS = { CUE = CUE, POINT = POINT, JOINS = JOINS, APOSTROPHE = APOSTROPHE,
               POSSESSIVE = POSSESSIVE, CAPITAL = CAPITAL, PARTICLE = PARTICLE,
               QUOTE = QUOTE, NAME = NAME, DASH = DASH,
               OFFICE = OFFICE, CONJUNCTION = CONJUNCTION }

---- What a word is ------------------------------------------------------------

-- Function words: the set of the lexicon they stand in, and their kind.
local FUNCTION = { { "possessive", "det" }, { "determiners", "det" },
  { "adverbs", "adv" }, { "negations", "adv" }, { "auxiliaries", "aux" },
  { "subjects", "pron" }, { "objects", "object" }, { "times", "time" },
  { "subordinators", "sub" }, { "relatives", "sub" },
  { "conjunctions", "conj" }, { "prepositions", "prep" } }

--- The kinds of the function words of a language.
local function function_kinds(lex)
  local kinds = {}
  for i = #FUNCTION, 1, -1 do
    local set, kind = FUNCTION[i][1], FUNCTION[i][2]
    for word in pairs(lex[set]) do
      kinds[word] = kind == "det" and lex.subordinators[word] and "sub" or kind
    end
  end
  kinds["'s"], kinds["’s"] = "possessive", "possessive"
  return kinds
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

local function kind_of(text, low, lex, functions)
  if lex.months[low] and (text ~= low or lex.small_months) then
    return "time"
  end
  local kind = functions[low]
  if kind == "object" and is_acronym(text) then return "name" end
  if kind then return kind end
  local ending = lex.adverb_ending
  if text == low and #low > 4 and low:sub(-#ending) == ending
    and not lex.no_adverbs[low] then
    return "adv"
  end
  return shape_kind(text)
end

local KIND_BITS = { possessive = POSSESSIVE, name = NAME, quote = QUOTE,
                    conj = CONJUNCTION }
local MARK_BITS = { ["-"] = JOINS | DASH, ["--"] = DASH, ["–"] = DASH,
                    ["—"] = DASH, ["―"] = DASH, ["'"] = APOSTROPHE,
                    ["’"] = APOSTROPHE }

--- May a word of that kind report? Rice and Mark are names.
local function may_report(low, kind, lex)
  if lex.nouns[low] or lex.source_keys[low] or lex.owned[low] then
    return true
  end
  local form = lex.verbs[low]
  if not form or kind == "adv" then return false end
  return kind ~= "name" or form.noun or form.past or not form.base
end

--- All keys of some tables.
local function union(...)
  local all = {}
  for i = 1, select("#", ...) do
    for key in pairs((select(i, ...))) do all[key] = true end
  end
  return all
end

---@class quotes.Known what words.of asks of a word
---@field functions table<string, string> kinds of function words
---@field reports table<string, boolean> words that may report
---@field offices table<string, boolean> words that tell a role

local function known_of(lex, roles)
  return {
    functions = function_kinds(lex),
    reports = union(lex.nouns, lex.source_keys, lex.owned, lex.verbs),
    offices = roles and union(roles.persons, roles.bodies, roles.leading,
                              lex.roles) or {} }
end

local function is_office(low, known, roles)
  return known.offices[low] or roles and roles.compounds
    and lexicon.ends_in(roles, roles.persons, low)
end

local function bits_of(text, low, kind, lex, roles, known)
  local bits = KIND_BITS[kind] or 0
  if kind == "point" then bits = POINT | (MARK_BITS[text] or 0) end
  if kind == "aux" and text ~= low then bits = bits | CAPITAL end
  if text == low and lex.name_particles[low] then bits = bits | PARTICLE end
  if known.reports[low] and may_report(low, kind, lex) then bits = bits | CUE end
  if is_office(low, known, roles) then bits = bits | OFFICE end
  return bits
end

--- What is known of the words of a language; for items.read.
---@param roles? table see lexicon.roles
function words.of(lex, roles)
  local known = known_of(lex, roles)
  return core.words(function(text)
    if text == words.FOLDED then return QUOTE, "quote", text end
    local low = text:lower()
    local kind = kind_of(text, low, lex, known.functions)
    return bits_of(text, low, kind, lex, roles, known), kind, low
  end, { "kind", "low" })
end

return words

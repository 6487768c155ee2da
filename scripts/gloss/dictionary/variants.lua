--- Other ways to write a name, which hold for any text: they are compiled into
--- the dictionary as generated aliases, and listed ones go before them.
---
--- The words are here; core/dict/variants.c does the rest, among it what only
--- looks at letters and signs: U.S. for US, J.R. Ash for J. R. Ash, John Kennedy
--- for John Fitzgerald Kennedy, Grande Terre for Grande-Terre, iPhone for
--- IPhone, Tulsa for Tulsa, Oklahoma.
local core = require "gloss.core"
local kinds = require "gloss.dictionary.kinds"

local variants = {}

-- What everybody calls them, spelt out or not.
local WHOLE = {
  ["United States"] = { "U.S.", "US", "USA", "U.S.A.", "America",
                        "United States of America" },
  ["United States of America"] = { "U.S.", "US", "USA", "U.S.A.", "America",
                                   "United States" },
  ["United Kingdom"] = { "U.K.", "UK", "Britain", "Great Britain" },
  ["United Arab Emirates"] = { "UAE", "U.A.E." },
  ["United Nations"] = { "UN", "U.N." },
  ["European Union"] = { "EU", "E.U." },
  ["Soviet Union"] = { "USSR", "U.S.S.R." },
}

-- Saint Anna for St. Anna.
local BEGINNINGS = {
  ["St. "] = { "Saint ", "St " },
  ["St "] = { "Saint ", "St. " },
  ["Saint "] = { "St. ", "St " },
}

-- US Senate and U.S. Senate for United States Senate; of no person.
local BEGINNINGS_OF_OTHERS = {
  ["United States "] = { "US ", "U.S. " },
  ["United Nations "] = { "UN ", "U.N. " },
  ["United Kingdom "] = { "UK " },
  ["European Union "] = { "EU " },
}

-- Spellings of two countries; of no person, and in no name of one word.
local SPELLINGS = {
  { "Organisation", "Organization" }, { "Organisations", "Organizations" },
  { "Centre", "Center" }, { "Defence", "Defense" }, { "Labour", "Labor" },
  { "Programme", "Program" }, { "Harbour", "Harbor" }, { "Theatre", "Theater" },
}

-- New York Times for The New York Times.
local ARTICLES = { "The " }

local WORDS = {}
for _, pair in ipairs(SPELLINGS) do
  WORDS[pair[1]], WORDS[pair[2]] = { pair[2] }, { pair[1] }
end

--- The rules, as builder:table takes them.
variants.rules = core.dict_variants {
  whole = WHOLE, beginnings = BEGINNINGS,
  beginnings_of_others = BEGINNINGS_OF_OTHERS, words = WORDS,
  articles = ARTICLES, person = kinds.words.person, place = kinds.words.place,
  organisation = kinds.words.organisation,
}

--- Calls add(alias, case) for each variant of a name.
---@param name string
---@param kind string the type of its entity
---@param add fun(alias: string, case: string)
function variants.each(name, kind, add)
  local made = variants.rules:of(name, kind)
  for i = 1, #made, 2 do add(made[i], made[i + 1]) end
end

return variants

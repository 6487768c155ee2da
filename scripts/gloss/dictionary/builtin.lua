--- Dictionaries that come with gloss: scripts/dictionaries/NAME/, a table a
--- file. Their ids never overlap, so `all` is all of them as one.
local gloss = require "gloss"
local suggest = require "gloss.suggest"

local builtin = {}

-- What each holds, for lists and messages.
local ABOUT = {
  agencies = "news agencies, broadcasters, newspapers",
  countries = "countries and territories, their capitals, ISO codes",
  currencies = "currencies with ISO codes and signs",
  demonyms = "words for the people of a country and what belongs to it",
  organisations = "international organisations and their acronyms",
  titles = "titles, offices, ranks",
}

-- The tables of a dictionary; aliases first, as source.files has it.
local TABLES = { "aliases", "entities", "exclude", "tests" }

--- The names of the dictionaries, sorted.
---@return string[]
function builtin.names() return suggest.keys(ABOUT) end

--- What a dictionary holds, in a few words; nil where there is none.
---@param name string
---@return string?
function builtin.about(name) return ABOUT[name] end

local function tables_of(name, parts)
  for _, part in ipairs(TABLES) do
    local path = ("dictionaries/%s/%s.tsv"):format(name, part)
    local bytes = gloss.resource(path)
    if bytes then
      parts[#parts + 1] =
        { name = ("builtin:%s/%s.tsv"):format(name, part), bytes = bytes }
    end
  end
end

--- The tables of a dictionary, of several ("titles,countries"), or of "all".
---@param name string
---@return { name: string, bytes: string }[]? parts
---@return gloss.Error? err bad_source
function builtin.parts(name)
  local names = {}
  for one in name:gmatch "[^,]+" do names[#names + 1] = one end
  if name == "all" then names = builtin.names() end
  local parts, seen = {}, {}
  for _, one in ipairs(names) do
    if not ABOUT[one] then
      return nil, gloss.core.error("bad_source",
        ('no dictionary "%s" comes with gloss%s; there are: %s, all'):format(
          one, suggest.hint(one, builtin.names()),
          table.concat(builtin.names(), ", ")))
    end
    if not seen[one] then tables_of(one, parts) end
    seen[one] = true
  end
  return parts
end

return builtin

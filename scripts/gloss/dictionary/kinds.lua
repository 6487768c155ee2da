--- What the words for types mean. Types are the user's own; these are the words
--- in use for persons, places and organisations, and one letter of each.
local kinds = {}

local function list(words)
  local t = {}
  for word in words:gmatch "%S+" do t[#t + 1] = word end
  return t
end

--- The words, in capitals.
kinds.words = {
  person = list "PERSON PERS PER P PEOPLE HUMAN",
  place = list [[PLACE LOC LOCATION L GPE CITY COUNTRY STATE REGION GEO
    SETTLEMENT]],
  organisation = list [[ORG ORGANIZATION ORGANISATION COMPANY MEDIA AGENCY
    INSTITUTION O]],
}

local function set(words)
  local t = {}
  for _, word in ipairs(words) do t[word] = true end
  return t
end

local person, place = set(kinds.words.person), set(kinds.words.place)

--- Is it a type for persons?
---@param kind string
---@return boolean
function kinds.person(kind) return person[kind:upper()] == true end

--- Is it a type for places?
---@param kind string
---@return boolean
function kinds.place(kind) return place[kind:upper()] == true end

return kinds

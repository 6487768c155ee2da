--- What the words for types mean. Types are the user's own; these are the words
--- in use for persons, places and organisations, and one letter of each.
local kinds = {}

local function set(words)
  local t = {}
  for word in words:gmatch "%S+" do t[word] = true end
  return t
end

local person = set "PERSON PERS PER P PEOPLE HUMAN"
local place = set [[PLACE LOC LOCATION L GPE CITY COUNTRY STATE REGION GEO
  SETTLEMENT]]

local organisation = set [[ORG ORGANIZATION ORGANISATION COMPANY MEDIA AGENCY
  INSTITUTION O]]

--- Is it a type for persons?
---@param kind string
---@return boolean
function kinds.person(kind) return person[kind:upper()] == true end

--- Is it a type for organisations?
---@param kind string
---@return boolean
function kinds.organisation(kind) return organisation[kind:upper()] == true end

--- Is it a type for places?
---@param kind string
---@return boolean
function kinds.place(kind) return place[kind:upper()] == true end

return kinds

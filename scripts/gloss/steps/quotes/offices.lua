--- Who is meant by a role alone: "the envoy", "Norland's foreign minister". The
--- text says so itself (the layer `roles`), or the dictionary does, for the
--- people of the text and its date.
local offices = {}

---@class quotes.Office
---@field words string[] of the role, lower case; the last is its noun
---@field of? string what it is of, lower case
---@field of_id? string
---@field id? string who holds it
---@field name string

local Offices = {}
Offices.__index = Offices

local function words_of(role)
  local words = {}
  for word in role:lower():gmatch "%S+" do words[#words + 1] = word end
  return words
end

function Offices:add(role, of, of_id, id, name)
  local words = words_of(role)
  local noun = words[#words]
  if not noun then return end
  self[noun] = self[noun] or {}
  table.insert(self[noun], { words = words, of = of and of:lower(),
                             of_id = of_id, id = id, name = name })
end

-- What the dictionary says of the people of the text; entities without it have
-- no roles.
local function from_dictionary(self, doc)
  local seen = {}
  for entity in doc.entities do
    local known, id = pcall(function() return entity.id end)
    if known and id and not seen[id] then
      seen[id] = true
      local found, list = pcall(function() return entity:roles(doc.date) end)
      for _, role in ipairs(found and list or {}) do
        self:add(role.role, nil, role.of, id, entity.name)
      end
    end
  end
end

--- The offices of a document.
---@param doc gloss.Document
---@param lex table
function offices.read(doc, lex)
  local self = setmetatable({}, Offices)
  self.lexicon = lex
  for r in doc.roles do
    if not r.past then self:add(r.role, r.of_name, r.of_id, r.id, r.name) end
  end
  from_dictionary(self, doc)
  return self
end

---- Phrases -------------------------------------------------------------------

-- What ends the head of a phrase: "the chief | of the fund".
local HEAD_ENDS = { prep = true, point = true, sub = true, conj = true }

--- What a phrase says: its noun, the words before that, and what it is of;
--- nil where it is "a minister", or no noun phrase.
local function read_phrase(list, first, last, doc)
  local stop, of = first, nil
  while stop < last and not HEAD_ENDS[list.kind[stop + 1]] do stop = stop + 1 end
  local at = first
  local low = list.low[first]
  local definite = list.lexicon.definite[low] or list.lexicon.possessive[low]
  for k = first, stop do
    if list.kind[k] == "possessive" then
      of = doc.text:sub(list.first[first], list.last[k - 1])
      at, definite = k + 1, true
    end
  end
  if not definite then return end
  if at == first then at = first + 1 end
  if stop + 2 <= last and list.low[stop + 1] == "of" then
    of = doc.text:sub(list.first[stop + 2], list.last[last])
  end
  local words = {}
  for k = at, stop do words[#words + 1] = list.low[k] end
  return words, of and of:lower():gsub("^the%s", "")
end

local function contains(words, wanted)
  for _, word in ipairs(words) do
    if word == wanted then return true end
  end
  return false
end

-- Do all words of the phrase stand in the role?
local function agrees(office, words)
  for i = 1, #words - 1 do
    if not contains(office.words, words[i]) then return false end
  end
  return true
end

-- May both be of the same: "Norland's", of Norland? Unknown is no objection.
local function same_body(office, of, of_id)
  if not of then return true end
  if office.of_id and of_id then return office.of_id == of_id end
  if not office.of then return true end
  return office.of:find(of, 1, true) ~= nil or of:find(office.of, 1, true) ~= nil
end

--- Who is meant by items first..last; nil where nobody holds such an office, or
--- more than one does.
---@param list quotes.Items
---@param ids table<string, string> the ids of the text's entities, by their
---text in lower case
---@return { id?: string, name: string, gender?: string }?
function Offices:holder(list, first, last, doc, ids)
  local words, of = read_phrase(list, first, last, doc)
  local known = words and #words > 0 and self[words[#words]]
  if not known then return end
  local of_id, found = of and ids[of], nil
  for _, office in ipairs(known) do
    if agrees(office, words) and same_body(office, of, of_id) then
      if found and (found.id or found.name) ~= (office.id or office.name) then
        return
      end
      found = office
    end
  end
  if not found then return end
  local given = found.name:match("^%S+"):lower()
  local lex = self.lexicon
  return { id = found.id, name = found.name,
           gender = lex.men[given] and "m" or lex.women[given] and "f" or nil }
end

return offices

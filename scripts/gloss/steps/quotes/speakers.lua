--- From a speaker phrase to a span, an id and a name.
local annotations = require "gloss.steps.quotes.annotations"
local people = require "gloss.steps.quotes.people"
local phrases = require "gloss.steps.quotes.phrases"

local column = annotations.column

local speakers = {}

-- How sure each way to a speaker is.
local CONFIDENCE = { inverted = 0.95, phrase = 0.9, pronoun = 0.9, source = 0.9,
  apposition = 0.85, relative = 0.8, agent = 0.8, signed = 0.8, shared = 0.7,
  guess = 0.5 }
local NO_CUE = 0.5       -- times this, where no cue names the speaker
local RESOLVED = 0.8     -- times this, where a pronoun stands for a person
local GUESSED = 0.5      -- times this, where it may stand for something else
local NOBODY = 0.5       -- of an attribution without a speaker

local ANTECEDENT = 12    -- items of what "who" stands behind

local NONE = {}

local Naming = {}
Naming.__index = Naming

--- The entity that overlaps bytes first..last; nil.
function Naming:entity_in(first, last)
  self.entities = self.entities or annotations.of(self.doc.entities)
  return self.entities:over(first, last)
end

--- The name of the layer `names` that ends what items first..last say; nil.
function Naming:own_name(last)
  local list = self.list
  self.names = self.names or annotations.of(self.doc.names)
  return self.names:over(list.first[last], list.last[last])
end

--- Who holds the office that items first..last name; nil.
function Naming:holder(first, last)
  if not self.ids then
    self.ids = {}
    for entity in self.doc.entities do
      self.ids[entity.text:lower()] = column(entity, "id")
    end
  end
  return self.offices:holder(self.list, first, last, self.doc, self.ids)
end

function Naming:people()
  local list = self.list
  if self.known then return self.known end
  local is_known = #self.doc.entities + #self.doc.names > 0
  self.known = people.read(list, self.text, is_known and function(first, last)
    local row = self:entity_in(list.first[first], list.last[last])
      or self:own_name(last)
    local type = row and column(row, "type")
    if type then return type:find("^PER") ~= nil end
  end or nil, self.offices and function(first, last)
    return self:holder(first, last)
  end)
  return self.known
end

--- Is the one name at the beginning of a phrase and a sentence rather a noun:
--- "Farmers in the north"?
function Naming:is_noun(first, last, stop)
  local list = self.list
  if first ~= last or last == stop or not list.begins[first] then return false end
  local fuller = self:people():fullest(list.text[first])
  return not fuller or fuller.first == fuller.last
end

--- Sets id and name from the name at the head of items first..last.
function Naming:identify(record, first, last)
  local list, stop = self.list, last
  first, last = people.head(list, first, last)
  if not first then return end
  local entity = self:entity_in(list.first[first], list.last[last])
  if not entity and self:is_noun(first, last, stop) then return end
  local row = entity or self:own_name(last)
  if row then
    record.id, record.name = column(row, "id"), column(row, "name")
  end
  record.name = record.name
    or people.name_in(self:people(), list, self.text, first, last)
end

function Naming:pronoun(record, k, unit, gender)
  local mention, sure = people.resolve(self:people(), self.list, k, unit,
                                       gender)
  if not mention then return end
  if mention.holder then
    record.id, record.name = mention.holder.id, mention.holder.name
  elseif mention.common then
    local list = self.list
    local last = phrases.right(list, mention.first, list.units[mention.unit][2],
                               true) or mention.last
    record.name = self.text:sub(list.first[mention.first], list.last[last])
  else
    self:identify(record, mention.first, mention.last)
  end
  record.confidence = record.confidence * (sure and RESOLVED or GUESSED)
end

--- The first item of the name of a person that ends with item `j`: "the release
--- of | Ann Roe", not "the chief of Norland"; nil.
function Naming:person_at(j, from)
  local list, name = self.list, j
  if list.kind[j] ~= "name" then return nil end
  while name > from and list.kind[name - 1] == "name" do name = name - 1 end
  local mention = self:people():mention(name)
  return mention and mention.person and name or nil
end

--- "who": what stands before it, or before its apposition: "Ann Roe, the chief
--- of the fund, who".
function Naming:relative(record, k)
  local list, j = self.list, k
  for _ = 1, 2 do
    j = list.low[j - 1] == "," and j - 2 or j == k and j - 1 or 0
    local from = j >= 1 and phrases.left(list, j, math.max(1, j - ANTECEDENT))
    if not from then return end
    self:identify(record, self:person_at(j, from) or from, j)
    if record.name then return end
    j = from
  end
end

function Naming:attribution(record, unit)
  local list, speaker, cue = self.list, record.speaker, record.cue
  if cue then
    record.cue_span = self.doc:span(list.first[cue.first], list.last[cue.last])
  end
  if not speaker then
    record.unknown, record.confidence = "nobody named", NOBODY
    return
  end
  local first, last = speaker.first, speaker.last
  record.span = self.doc:span(list.first[first], list.last[last])
  record.confidence = CONFIDENCE[speaker.how] * (record.weak and NO_CUE or 1)
  local low = list.low[first]
  local gender = first == last and list.lexicon.personal[low]
  if gender == "m" or gender == "f" then
    self:pronoun(record, first, unit, gender)
  elseif first == last and list.lexicon.relatives[low] then
    self:relative(record, first)
  elseif not gender then
    self:identify(record, first, last)
    local holder = self.offices and not record.name and self:holder(first, last)
    if holder then
      record.id, record.name = holder.id, holder.name
      record.confidence = record.confidence * RESOLVED
    end
  end
  record.name = record.name or tostring(record.span)
end

--- Numbers the attributions, and sets their span, id, name, cue_span, unknown
--- and confidence.
---@param doc gloss.Document
---@param list quotes.Items
---@param by_unit quotes.Attribution[][]
---@param known? quotes.Office[] where a role alone names a speaker
---@param number? integer of the last attribution before
---@return integer number of the last one
function speakers.name(doc, list, by_unit, known, number)
  local naming = setmetatable({ doc = doc, list = list, text = doc.text,
                                offices = known }, Naming)
  number = number or 0
  for u in ipairs(list.units) do
    for _, record in ipairs(by_unit[u] or NONE) do
      number = number + 1
      record.number = number
      naming:attribution(record, u)
    end
  end
  return number
end

return speakers

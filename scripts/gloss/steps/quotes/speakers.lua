--- From a speaker phrase to a span, an id and a name.
local people = require "gloss.steps.quotes.people"
local phrases = require "gloss.steps.quotes.phrases"

local speakers = {}

local Naming = {}
Naming.__index = Naming

-- How sure each way to a speaker is; a weak attribution has half of it.
local CONFIDENCE = { phrase = 0.9, inverted = 0.95, apposition = 0.85, pronoun = 0.9,
  shared = 0.7, relative = 0.8, source = 0.9, agent = 0.8, signed = 0.8, guess = 0.5 }

--- Entities of the document: first, last and span, sorted by first.
local function entities_of(doc)
  local list = {}
  if not doc:has "entities" then return list end
  for entity in doc.entities do
    list[#list + 1] = { first = entity.first, last = entity.last, span = entity }
  end
  return list
end

function speakers.new(doc, list)
  return setmetatable({ doc = doc, list = list, text = doc.text, entities = entities_of(doc) }, Naming)
end

function Naming:people()
  if not self.known then self.known = people.read(self.list) end
  return self.known
end

local function field(entity, name)
  local ok, value = pcall(function() return entity[name] end)
  return ok and value or nil
end

--- The first entity that overlaps bytes first..last.
function Naming:entity_in(first, last)
  local list = self.entities
  local low, high = 1, #list
  while low <= high do
    local middle = (low + high) // 2
    if list[middle].last < first then low = middle + 1 else high = middle - 1 end
  end
  local entry = list[low]
  if entry and entry.first <= last then return entry.span end
end

function Naming:identify(record, first, last)
  first, last = people.head(self.list, first, last)
  if not first then return end
  local entity = self:entity_in(self.list.first[first], self.list.last[last])
  if entity then
    record.id, record.name = field(entity, "id"), field(entity, "name")
  end
  if not record.name then
    record.name = people.name_in(self:people(), self.list, self.text, first, last)
  end
end

--- Fills in the span, id, name, cue and confidence of an attribution.
function Naming:name(record, unit)
  local list, speaker = self.list, record.speaker
  if record.cue then
    record.cue_span = self.doc:span(list.first[record.cue.first], list.last[record.cue.last])
  end
  if not speaker then
    record.unknown = "nobody named"
    record.confidence = 0.5
    return
  end
  local first, last = speaker.first, speaker.last
  record.span = self.doc:span(list.first[first], list.last[last])
  record.confidence = CONFIDENCE[speaker.how] or 0.5
  if record.weak then record.confidence = record.confidence / 2 end
  local low = list.low[first]
  local gender = first == last and list.lexicon.personal[low]
  if gender == "m" or gender == "f" then
    local mention, sure = people.resolve(self:people(), list, first, unit, gender)
    if mention then
      self:identify(record, mention.first, mention.last)
      record.confidence = record.confidence * (sure and 0.8 or 0.5)
    end
  elseif list.lexicon.relatives[low] and first == last then
    local j = first - 1
    if list.low[j] == "," then j = j - 1 end
    local from = j >= 1 and phrases.left(list, j, math.max(1, j - 12))
    if from then self:identify(record, from, j) end
  elseif not gender then
    self:identify(record, first, last)
  end
  record.name = record.name or tostring(record.span)
end

return speakers

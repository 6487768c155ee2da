--- Names of a corpus that no entry covers, with what speaks for each.
---
---     local s = suggest.new { dict = known, decided = decided, min = 2 }
---     s:add(doc)                              steps applied: names at least
---     for _, row in ipairs(s:rows()) do print(row.name, row.count) end
local core = require "gloss.core"
local evidence = require "gloss.dictionary.suggest_evidence"
local near = require "gloss.dictionary.suggest_near"
local slug = require "gloss.dictionary.import.slug"

local suggest = {}

local EXAMPLES = 2
local ALIASES = 12

--- The columns of the table, in order; the first four are those of an entity.
suggest.columns = { "id", "type", "name", "aliases", "count", "documents",
                    "earliest", "latest", "reason", "office", "near",
                    "example1", "example2" }

---@class gloss.Suggester
local Suggester = {}
Suggester.__index = Suggester

---@class gloss.Candidate
---@field name string
---@field forms table<string, integer> how often each form stands
---@field count integer
---@field documents integer
---@field types table<string, integer>
---@field reasons table<string, string> the first reason for a type
---@field examples string[]

local function fold(text) return core.text.fold(text) or text end

local function candidate(self, name)
  local key = fold(name)
  local found = self.by_name[key]
  if not found then
    found = { name = name, key = key, forms = {}, count = 0, documents = 0,
              types = {}, reasons = {}, examples = {}, example_from = {},
              shorts = {} }
    self.by_name[key] = found
    self.list[#self.list + 1] = found
  end
  return found
end

-- ---- One document ----------------------------------------------------------

-- Names that a dictionary knows, but whose context or date did not fit.
local function known_places(doc)
  local list = {}
  if doc:has "unlinked" then
    for first, last in doc:layer "unlinked":offsets() do
      list[first] = last
    end
  end
  return list
end

local function note_date(c, date)
  local day = date and date:match "^[%d-]+"
  if not day then return end
  if not c.earliest or day < c.earliest then c.earliest = day end
  if not c.latest or day > c.latest then c.latest = day end
end

-- Two sentences, of two documents where there are two.
local function note_example(c, doc, span)
  local list, from = c.examples, c.example_from
  if #list >= EXAMPLES and from[EXAMPLES] ~= from[1] then return end
  if #list >= EXAMPLES and from[1] == doc.id then return end
  local sentence = span.sentence
  local text = sentence and evidence.example(sentence, span)
  if not text or text == list[1] then return end
  local at = math.min(#list + 1, EXAMPLES)
  list[at], from[at] = text, doc.id or "-"
end

local function note_mention(c, doc, n)
  c.count = c.count + 1
  if n.via == "name" then c.forms[n.text] = (c.forms[n.text] or 0) + 1
  elseif n.via == "acronym" then c.shorts[n.text] = true end
  if n.type then
    c.types[n.type] = (c.types[n.type] or 0) + 1
    c.reasons[n.type] = c.reasons[n.type] or n.reason
  end
  note_example(c, doc, n)
  if not c.office then c.office = evidence.apposition(doc.text, n.last) end
end

--- Takes the names of a document, on which the step `names` has run.
---@param doc gloss.Document
function Suggester:add(doc)
  local seen, known = {}, known_places(doc)
  for n in doc.names do
    if known[n.first] ~= n.last then
      local c = candidate(self, n.name)
      note_mention(c, doc, n)
      note_date(c, doc.date)
      if not seen[c] then
        seen[c] = true
        c.documents = c.documents + 1
      end
    end
  end
end

-- ---- Judging ---------------------------------------------------------------

local function type_of(c)
  local best
  for _, kind in ipairs { "PERSON", "ORG", "GPE", "LOC" } do
    if c.types[kind] and (not best or c.types[kind] > c.types[best]) then
      best = kind
    end
  end
  if c.office and (not best or best == "GPE") then
    return "PERSON", "office: " .. c.office
  end
  return best, best and c.reasons[best]
end

local function is_single(c) return not c.name:find " " end

-- More documents weigh more than more mentions; what one word alone says and
-- nothing speaks for weighs half.
local function score_of(c)
  local score = c.count + 2 * (c.documents - 1)
  if c.office or next(c.shorts) then score = score + 3 end
  if is_single(c) and not c.kind then score = score / 2 end
  return score
end

local function has_evidence(c) return c.office or next(c.shorts) ~= nil end

local function known_names(dict)
  return coroutine.wrap(function()
    for entry in dict:all() do
      for _, alias in ipairs(entry.aliases) do coroutine.yield(alias, entry) end
    end
  end)
end

local function candidate_names(list)
  local at = 0
  return function()
    at = at + 1
    if list[at] then return list[at].name, at end
  end
end

-- A known name that a candidate nearly is, or a likelier candidate.
local function note_near(self, list)
  local names = {}
  for i, c in ipairs(list) do names[i] = c.name end
  local known = self.dict and near.find(names, known_names(self.dict)) or {}
  local others = near.find(names, candidate_names(list))
  for i, c in ipairs(list) do
    local hit, other = known[c.name], others[c.name]
    if hit then c.near = ("%s (%s)"):format(hit.alias, hit.entry.id)
    elseif other and other.entry < i then
      c.near = "spelling of " .. other.alias
    end
  end
end

-- A surname alone, where one other candidate is a person with it.
local function note_surnames(list)
  local by_last = {}
  for _, c in ipairs(list) do
    if not is_single(c) and c.kind == "PERSON" then
      local last = c.key:match "(%S+)$"
      by_last[last] = by_last[last] == nil and c or false
    end
  end
  for _, c in ipairs(list) do
    local whole = is_single(c) and by_last[c.key]
    if whole and not c.near then c.near = "surname of " .. whole.name end
  end
end

local function chosen(self)
  local list = {}
  for _, c in ipairs(self.list) do
    if (c.count >= self.min or has_evidence(c))
       and not self.decided:get(c.name) then
      c.kind, c.reason = type_of(c)
      c.score = score_of(c)
      list[#list + 1] = c
    end
  end
  table.sort(list, function(a, b)
    if a.score ~= b.score then return a.score > b.score end
    return a.name < b.name
  end)
  return list
end

-- ---- Rows ------------------------------------------------------------------

-- The other ways in which it is written, the most frequent first.
local function aliases_of(c)
  local list = {}
  for text in pairs(c.forms) do
    if fold(text) ~= c.key then list[#list + 1] = text end
  end
  table.sort(list, function(a, b)
    if c.forms[a] ~= c.forms[b] then return c.forms[a] > c.forms[b] end
    return a < b
  end)
  local shorts = {}
  for text in pairs(c.shorts) do
    if not c.forms[text] then shorts[#shorts + 1] = text end
  end
  table.sort(shorts)
  table.move(shorts, 1, #shorts, #list + 1, list)
  return table.move(list, 1, math.min(#list, ALIASES), 1, {})
end

local function free_id(self, c, taken)
  local id = slug.id(c.kind, c.name)
  local free, n = id, 1
  while taken[free] or self.dict and self.dict[free] do
    n = n + 1
    free = ("%s~%d"):format(id, n)
  end
  taken[free] = true
  return free
end

--- What is suggested, the likeliest first.
---@return table[] rows with the fields of suggest.columns; aliases is a list
function Suggester:rows()
  local list, rows, taken = chosen(self), {}, {}
  note_near(self, list)
  note_surnames(list)
  for i, c in ipairs(list) do
    rows[i] = { id = free_id(self, c, taken), type = c.kind or "",
      name = c.name, aliases = aliases_of(c), count = c.count,
      documents = c.documents, earliest = c.earliest, latest = c.latest,
      reason = c.reason, office = c.office, near = c.near,
      example1 = c.examples[1], example2 = c.examples[2] }
  end
  return rows
end

--- A collector of names.
---@param options { dict?: gloss.Dictionary, decided: gloss.Decided, min: integer }
---@return gloss.Suggester
function suggest.new(options)
  return setmetatable({ dict = options.dict, decided = options.decided,
                        min = options.min, by_name = {}, list = {} },
                      Suggester)
end

return suggest

--- Quotations that no cue of their unit reports: the turn that goes on, the
--- line before that ends in a colon, the name behind a dash, and, least of all,
--- the subject of the sentence.
local phrases = require "gloss.steps.quotes.phrases"
local reach = require "gloss.steps.quotes.reach"
local units = require "gloss.steps.quotes.units"
local verbs = require "gloss.steps.quotes.verbs"

local loose = {}

local TURN = 3   -- units that a turn may be away
local NONE = {}

local Loose = {}
Loose.__index = Loose

--- Does a unit hold nothing but quotations and marks?
local function only_quotes(list, unit)
  for k = unit[1], unit[2] do
    if list.kind[k] ~= "quote" and list.kind[k] ~= "point" then return false end
  end
  return true
end

local function guess(k, speaker, class, rule)
  return { class = class, rule = rule, speaker = speaker, alone = true,
           content = { { k, k } }, stop = k, weak = true }
end

---- The ways to a speaker, each an attribution or nil -------------------------

--- What has an attribution already: the quotation that this one goes on from,
--- or is listed with.
function Loose:same_as(k, unit, alone)
  local list, owner = self.list, self.owner
  local stretch, before = list.quote[k], list.quote[k - 1]
  if k - 2 >= unit[1] and owner[k - 2]
    and (list.kind[k - 1] == "conj" or list.kind[k - 1] == "prep"
         or list.low[k - 1] == ",") then
    return owner[k - 2]                       -- “this” and “that”, by “them”
  end
  if k - 3 >= unit[1] and owner[k - 3] and list.kind[k - 2] == "conj"
    and list.kind[k - 1] == "det" then
    return owner[k - 3]                                   -- and a “that”
  end
  if before and before.continued and owner[k - 1] then return owner[k - 1] end
  if stretch.continued and owner[k + 1] then return owner[k + 1] end
  if alone or k == unit[1] and not self.own then return self.in_paragraph end
end

--- “...” — Ann Roe
function Loose:signed(k, unit)
  local list, first, b = self.list, k + 2, unit[2]
  if first > b or not verbs.DASH[list.low[k + 1]] then return end
  local last = list.kind[first] == "name"
    and phrases.right(list, first, b, true)
  if not last then return end
  local behind = last < b and list.kind[last + 1] or "point"
  if behind ~= "point" and behind ~= "quote" then return end
  return { cue = { first = k + 1, last = k + 1 }, class = "said",
           rule = "signed", alone = true, content = { { k, k } }, stop = last,
           speaker = { first = first, last = last, how = "signed" } }
end

--- “One.” “Two,” Roe said.
function Loose:ahead(u)
  local list, following = self.list, self.list.units[u + 1]
  if not following or not list.quote[following[1]]
    or units.begins_line(list, u + 1) then
    return
  end
  for _, record in ipairs(self.by_unit[u + 1] or NONE) do
    if record.quoting then return record end
  end
end

--- Q. When did you see it?
function Loose:lettered(k)
  local list = self.list
  local point = list.low[k - 1] == "."
  local label = point and k - 2 or k - 1
  if list.quote[k].family ~= "turn" or not list.text[label] then return end
  if not list.text[label]:find("^[QA]%.?$") then return end
  return { class = "said", rule = "question and answer", alone = true,
           speaker = { first = label, last = label, how = "signed" },
           content = { { k, k } }, stop = k }
end

--- The unit's own subject, up to item `k`.
function Loose:subject(unit, k)
  local list = self.list
  local first, last = phrases.subject(list, unit[1], k - 1)
  if not first or list.lexicon.nobody[list.low[first]] then return end
  local speaker = { first = first, last = last, how = "guess" }
  if list.low[k - 1] ~= ":" then
    local record = guess(k, speaker, "said", "subject of the sentence")
    record.alone = false
    return record
  end
  return { cue = { first = k - 1, last = k - 1 }, class = "said", alone = true,
           rule = "colon", speaker = speaker, content = { { k, k } }, stop = k }
end

--- The unit before ends in a colon, or reports something.
function Loose:before(u, k)
  local list, unit = self.list, self.list.units[u - 1]
  local records = self.by_unit[u - 1]
  local last = records and records[#records]
  if unit and list.low[unit[2]] == ":" then
    local record = self:subject(unit, unit[2] + 1)
    if record and last then
      record.speaker, record.class = last.speaker, last.class
      record.cue = last.cue
    end
    if record then record.content = { { k, k } } end
    return record
  end
  if last and last.speaker and not last.quoting then
    return guess(k, last.speaker, last.class, "speaker before")
  end
  if unit and not last and not units.begins_line(list, u) then
    local first, stop = phrases.subject(list, unit[1], unit[2])
    return first and guess(k, { first = first, last = stop, how = "guess" },
                           "said", "subject before")
  end
end

function Loose:turn_goes_on(u, k)
  local turn = self.turn
  if turn and turn.speaker and u - self.turn_unit <= TURN then
    return guess(k, turn.speaker, turn.class, "turn goes on")
  end
end

---- Headings ------------------------------------------------------------------

local LABEL = 4      -- items of the name before a colon
local HEADING = 30   -- items of a heading

--- The last names of those who speak by a cue.
local function speaking(list, by_unit)
  local names = {}
  for u in ipairs(list.units) do
    for _, record in ipairs(by_unit[u] or NONE) do
      local speaker = record.speaker
      if speaker and list.kind[speaker.last] == "name" then
        names[list.text[speaker.last]] = true
      end
    end
  end
  return names
end

--- "Roe: bridge is safe", a line alone: what somebody says who speaks below.
local function labelled(list, unit, names)
  local a, b = unit[1], unit[2]
  local k = a
  while k < b and k - a < LABEL and list.kind[k] == "name" do k = k + 1 end
  if k == a or list.low[k] ~= ":" or not names[list.text[k - 1]] then return end
  local from, to = reach.trim(list, k + 1, b)
  if to - from < 1 then return end
  return { cue = { first = k, last = k }, class = "said", rule = "heading",
           speaker = { first = a, last = k - 1, how = "signed" },
           content = { { from, to } }, stop = b, alone = false }
end

--- Does a unit begin with a name and a colon?
local function is_label(list, unit)
  local a, b = unit[1], unit[2]
  if list.kind[a] ~= "name" or b - a >= HEADING then return false end
  local k = a + 1
  while k < b and k - a < LABEL and list.kind[k] == "name" do k = k + 1 end
  return list.low[k] == ":"
end

--- Adds the attributions of headings.
local function headings(list, by_unit, owner)
  local names
  for u, unit in ipairs(list.units) do
    if is_label(list, unit) and list.units[u + 1] and units.begins_line(list, u)
      and units.begins_line(list, u + 1) then
      names = names or speaking(list, by_unit)
      local record = labelled(list, unit, names)
      if record then
        by_unit[u] = by_unit[u] or {}
        table.insert(by_unit[u], 1, record)
        for k = unit[1], unit[2] do
          if list.kind[k] == "quote" then
            owner[k], record.quoting = record, true
          end
        end
      end
    end
  end
end

---- Moods ---------------------------------------------------------------------

--- Does the mood of the unit's first verb say that it is reported: "Die Brücke
--- sei sicher"?
local function is_reported(list, unit)
  for k = unit[1], unit[2] do
    if list.kind[k] == "aux" then
      return list.lexicon.reported[list.low[k]] or false
    end
  end
  return false
end

--- What the speaker of the sentence before goes on to say, in that mood.
function Loose:reported(u, unit)
  local list, before = self.list, self.by_unit[u - 1]
  local last = before and before[#before]
  if not last or not last.speaker or self.by_unit[u]
    or not is_reported(list, unit) or units.begins_line(list, u) then
    return
  end
  local from, to = reach.trim(list, unit[1], unit[2])
  if to > from then
    self:new({ class = last.class, rule = "mood", speaker = last.speaker,
               content = { { from, to } }, stop = to, weak = true,
               alone = false }, u)
  end
end

---- In order ------------------------------------------------------------------

function Loose:new(record, u)
  self.by_unit[u] = self.by_unit[u] or {}
  table.insert(self.by_unit[u], record)
  return record
end

--- Finds an attribution for the quotation at `k`.
function Loose:find(u, unit, k)
  if self.alone == nil then self.alone = only_quotes(self.list, unit) end
  local alone = self.alone
  local known = self:same_as(k, unit, alone)
  if known then return known end
  local record = self:signed(k, unit) or self:lettered(k)
  if record then return self:new(record, u) end
  if not alone then
    local single = self.list.quote[k].family == "single"
    if single and units.is_heading(self.list, u) then return end
    record = self:subject(unit, k)
    return record and self:new(record, u)
  end
  known = self:ahead(u)
  if known then return known end
  record = self:before(u, k) or self:turn_goes_on(u, k)
  return record and self:new(record, u)
end

--- Forgets the paragraph where lines begin up to unit `u`.
function Loose:pass_lines(u)
  for i = self.passed + 1, u do
    if self.in_paragraph and units.begins_line(self.list, i) then
      self.in_paragraph = nil
    end
  end
  self.passed = u
end

function Loose:unit(u, unit)
  local list, owner = self.list, self.owner
  if next(list.lexicon.reported) then self:reported(u, unit) end
  local first = list.quotes[unit.quote]
  if not first or first > unit[2] then return end
  self:pass_lines(u)
  self.alone = nil
  for i = unit.quote, #list.quotes do
    local k = list.quotes[i]
    if k > unit[2] then break end
    self.own = self.by_unit[u]
    if not self.skip[k] then
      local record = owner[k]
      if not record then
        record = self:find(u, unit, k)
        owner[k] = record
        if record then
          record.quoting = true
          if record.content[1][1] ~= k then
            record.extra = record.extra or {}
            record.extra[#record.extra + 1] = k
          end
        end
      end
      if record then
        self.in_paragraph = record
        if not record.weak then self.turn = record end
        self.turn_unit = u
      end
    end
  end
end

loose.headings = headings

--- Attributes what is left. New attributions are added to `by_unit[u]`; a
--- quotation that joins one is added to its `extra`.
---@param list quotes.Items
---@param by_unit quotes.Attribution[][]
---@param owner table<integer, quotes.Attribution> by the quotation's item
---@param skip table<integer, boolean> quotations that are no speech
function loose.assign(list, by_unit, owner, skip)
  local self = setmetatable({ list = list, by_unit = by_unit, owner = owner,
                              skip = skip, passed = 0 }, Loose)
  for u, unit in ipairs(list.units) do self:unit(u, unit) end
end

return loose

--- What the page shows, gathered document by document: plain tables that the
--- sections read. Nothing is looked up again in a document.
local marks = require "gloss.report.marks"
local speaker = require "gloss.report.speaker"

local model = {}

---@class gloss.report.Model
---@field documents table[] in the order added
---@field names table<string, table> by id
---@field statements table[]
---@field events table[]
---@field pairs table<string, table> by "id\0id"
---@field noise table[]
---@field doubts table<string, table[]>
local Model = {}
Model.__index = Model

--- An empty model. `rows`: how many statements, events and masked lines are
--- kept of each; the rest is counted.
---@param rows integer
---@return gloss.report.Model
function model.new(rows)
  return setmetatable({
    rows = rows, more = { statements = 0, events = 0, noise = 0 },
    documents = {}, names = {}, statements = {}, events = {}, pairs = {},
    noise = {}, doubts = {}, acronyms = {}, words = 0, mentions = 0,
    unlisted = 0,
  }, Model)
end

-- The number of the last sentence that starts at or before `first`; from 1.
local function sentence_at(sentences, first)
  local low, high = 1, #sentences
  while low < high do
    local middle = (low + high + 1) // 2
    if sentences[middle].first <= first then
      low = middle
    else
      high = middle - 1
    end
  end
  return sentences[low] and sentences[low].first <= first and low or nil
end

-- A place in a document that a link can lead to.
local function place(document, record, span)
  local sentence = sentence_at(record.sentences, span.first)
  if sentence and record.sentences[sentence].last < span.first then
    sentence = nil
  end
  return { document = document, sentence = sentence,
           anchor = marks.sentence_anchor(document.number, sentence) }
end

local function doubt(self, kind, what)
  self.doubts[kind] = self.doubts[kind] or {}
  table.insert(self.doubts[kind], what)
end

-- Adds a row to statements, events or noise while there is room.
local function keep(self, list, row)
  if #self[list] < self.rows then
    table.insert(self[list], row)
  else
    self.more[list] = self.more[list] + 1
  end
end

--- How many statements, events or masked lines there are, kept or not.
---@param list "statements"|"events"|"noise"
---@return integer
function Model:total(list) return #self[list] + self.more[list] end

-- ---- Names -----------------------------------------------------------------

local function new_name(e, key)
  return { id = e.id, key = key, name = e.name or e.id or e.text,
           type = e.type or "", group = marks.group(e.type), count = 0,
           documents = {}, document_count = 0, by_date = {}, forms = {},
           roles = {}, role_order = {} }
end

local function add_roles(name, roles, date)
  for _, role in ipairs(roles or {}) do
    local key = role.role .. "\0" .. (role.of or "")
    if not name.roles[key] then
      name.roles[key] = { role = role.role, of = role.of, from = date }
      table.insert(name.role_order, name.roles[key])
    end
  end
end

local function widen(name, date)
  if not date then return end
  name.by_date[date] = (name.by_date[date] or 0) + 1
  if not name.first or date < name.first then name.first = date end
  if not name.last or date > name.last then name.last = date end
end

local function add_mention(self, record, document, e)
  local key = e.id or e.name
  if not key then
    doubt(self, "names", { text = record.text:sub(e.first, e.last),
                           place = place(document, record, e),
                           candidates = e.candidates })
    return
  end
  local name = self.names[key] or new_name(e, key)
  self.names[key] = name
  local text = record.text:sub(e.first, e.last)
  name.count = name.count + 1
  name.forms[text] = (name.forms[text] or 0) + 1
  widen(name, record.date)
  local seen = name.documents[document.number]
  if not seen then
    seen = { count = 0, place = place(document, record, e) }
    name.documents[document.number] = seen
    name.document_count = name.document_count + 1
    document.names = document.names + 1
    table.insert(document.keys, key)
    add_roles(name, record.roles and record.roles[e.id], record.date)
  end
  seen.count = seen.count + 1
end

-- ---- Names that share a sentence -------------------------------------------

local function add_pair(self, a, b, where)
  if b < a then a, b = b, a end
  local key = a .. "\0" .. b
  local pair = self.pairs[key] or { a = a, b = b, count = 0, places = {} }
  self.pairs[key] = pair
  pair.count = pair.count + 1
  if #pair.places < 5 then pair.places[#pair.places + 1] = where end
end

-- The keys of the names in each sentence, each once, in text order; and the
-- sentences that have some, in order.
local function names_by_sentence(record, document)
  local by_sentence, order = {}, {}
  for _, e in ipairs(record.entities) do
    local key = e.id or e.name
    local where = key and place(document, record, e)
    if where and where.sentence then
      local keys = by_sentence[where.sentence]
      if not keys then
        keys = { where = where, seen = {} }
        by_sentence[where.sentence] = keys
        order[#order + 1] = keys
      end
      if not keys.seen[key] then
        keys.seen[key] = true
        keys[#keys + 1] = key
      end
    end
  end
  return by_sentence, order
end

local function add_pairs(self, order)
  for _, keys in ipairs(order) do
    for i = 1, #keys do
      for j = i + 1, #keys do add_pair(self, keys[i], keys[j], keys.where) end
    end
  end
end

-- ---- Statements ------------------------------------------------------------

-- Does the text name who speaks, or only describe?
local function is_named(record, q, said)
  local first = false
  for _, s in ipairs(record.sentences) do
    first = first or s.first == q.speaker.first
  end
  return speaker.is_named(q.speaker_name or said, said, first)
end

local function new_statement(record, document, q)
  local text = record.text
  local said = q.speaker and text:sub(q.speaker.first, q.speaker.last)
  return {
    document = document, date = record.date, kind = q.kind,
    speaker_id = q.speaker_id, speaker = q.speaker_name or said,
    said_as = said, unknown = q.unknown,
    cue = q.cue and text:sub(q.cue.first, q.cue.last),
    named = q.speaker ~= nil and is_named(record, q, said),
    place = place(document, record, q), stretches = {},
  }
end

-- A clause, or words quoted in passing, means little alone: the sentence goes
-- with them, and where in it they stand.
local function stretch_of(record, statement, q)
  local stretch = { kind = q.kind, text = record.text:sub(q.first, q.last) }
  local s = record.sentences[statement.place.sentence]
  if q.kind ~= "direct" and s and q.last <= s.last then
    stretch.sentence = record.text:sub(s.first, s.last)
    stretch.first, stretch.last = q.first - s.first + 1, q.last - s.first + 1
  end
  return stretch
end

local function has_quoted_words(statement)
  for _, stretch in ipairs(statement.stretches) do
    if stretch.kind ~= "indirect" then return true end
  end
  return false
end

-- What somebody says in words of the reporter is listed where the dictionary
-- knows who it is, or the text has a name ("officials said ..." alone would
-- fill the page).
local function list_statement(self, document, statement)
  if not statement.speaker_id and not statement.named
     and not has_quoted_words(statement) then
    self.unlisted = self.unlisted + 1
    return
  end
  keep(self, "statements", statement)
  document.statements = document.statements + 1
  if not statement.speaker then doubt(self, "statements", statement) end
end

-- Stretches of one attribution are one statement.
local function add_statements(self, record, document)
  local by_attribution, list = {}, {}
  for _, q in ipairs(record.quotes) do
    local statement = q.attribution and by_attribution[q.attribution]
    if not statement or statement.speaker_id ~= q.speaker_id then
      statement = new_statement(record, document, q)
      if q.attribution then by_attribution[q.attribution] = statement end
      list[#list + 1] = statement
    end
    table.insert(statement.stretches, stretch_of(record, statement, q))
  end
  for _, statement in ipairs(list) do
    list_statement(self, document, statement)
  end
end

-- ---- Events ----------------------------------------------------------------

-- Does a sentence say hardly more than its dates? (Date lines do.)
local function says_little(record, sentence, times)
  local s = record.sentences[sentence]
  local text, rest, at = record.text, {}, s.first
  for _, t in ipairs(times) do
    rest[#rest + 1] = text:sub(at, t.first - 1)
    at = math.max(at, t.last + 1)
  end
  rest[#rest + 1] = text:sub(at, s.last)
  local words = 0
  for _ in table.concat(rest, " "):gmatch "[%w\x80-\xff]+" do
    words = words + 1
  end
  return words < 4
end

-- One event for each value in a sentence; all the words that say it are kept.
local function add_event(events, record, place_of, t)
  local s = record.sentences[place_of.sentence]
  local mark = { t.first - s.first + 1, t.last - s.first + 1 }
  for _, event in ipairs(events) do
    if event.value == t.value then
      table.insert(event.marks, mark)
      return
    end
  end
  events[#events + 1] = { value = t.value, from = t.from, to = t.to,
                          marks = { mark }, place = place_of,
                          document = place_of.document,
                          text = record.text:sub(s.first, s.last) }
end

local function holds(coarse, fine)
  return #fine.value > #coarse.value
    and fine.value:sub(1, #coarse.value) == coarse.value
end

local function by_first(a, b) return a[1] < b[1] end

local function is_held(event, events)
  for _, other in ipairs(events) do
    if holds(event, other) then return true end
  end
  return false
end

-- "In May, on Friday, at noon": a date that holds others of the sentence
-- gives them its words and goes. ISO values begin with what holds them.
local function finest(events)
  local list, marks_of = {}, {}
  for _, event in ipairs(events) do
    if not is_held(event, events) then
      local words = {}
      for _, other in ipairs(events) do
        if other == event or holds(other, event) then
          table.move(other.marks, 1, #other.marks, #words + 1, words)
        end
      end
      table.sort(words, by_first)
      marks_of[event] = words
      list[#list + 1] = event
    end
  end
  for _, event in ipairs(list) do event.marks = marks_of[event] end
  return list
end

local function is_event(t)
  return (t.type == "DATE" or t.type == "TIME") and t.value ~= nil
    and t.value:find "^%d%d%d%d" ~= nil
end

local function add_events(self, record, document, names)
  local by_sentence, order = {}, {}
  for _, t in ipairs(record.times) do
    local where = place(document, record, t)
    if not t.value then
      doubt(self, "times", { text = record.text:sub(t.first, t.last),
                             place = where })
    elseif where.sentence then
      local times = by_sentence[where.sentence]
      if not times then
        times = { where = where, events = {} }
        by_sentence[where.sentence] = times
        order[#order + 1] = times
      end
      times[#times + 1] = t
    end
  end
  for _, times in ipairs(order) do
    if not says_little(record, times.where.sentence, times) then
      for _, t in ipairs(times) do
        if is_event(t) then add_event(times.events, record, times.where, t) end
      end
      for _, event in ipairs(finest(times.events)) do
        event.names = names[times.where.sentence] or {}
        keep(self, "events", event)
      end
    end
  end
end

-- ---- The whole -------------------------------------------------------------

local function add_noise(self, record, document)
  for _, span in ipairs(record.noise) do
    local text = record.text:sub(span.first, span.last)
    if text:find "%S" then
      document.noise = document.noise + 1
      keep(self, "noise", { reason = span.reason or "masked", text = text,
                            document = document })
    end
  end
end

local function add_acronyms(self, record, document)
  for _, pair in ipairs(record.acronyms) do
    local key = pair.short .. "\0" .. pair.long
    local known = self.acronyms[key]
    if not known then
      known = { short = pair.short, long = pair.long, documents = {} }
      self.acronyms[key] = known
      table.insert(self.acronyms, known)
    end
    if known.documents[#known.documents] ~= document then
      table.insert(known.documents, document)
    end
  end
end

--- Adds a document.
---@param record gloss.report.Record
---@param with_text boolean show its text in the page
function Model:add(record, with_text)
  local document = {
    number = #self.documents + 1, id = record.id, title = record.title,
    date = record.date, byline = record.byline, place = record.place,
    source = record.source, words = record.words,
    mentions = #record.entities, names = 0, statements = 0, noise = 0,
    keys = {},
  }
  self.documents[document.number] = document
  self.words = self.words + record.words
  self.mentions = self.mentions + document.mentions
  for _, e in ipairs(record.entities) do
    add_mention(self, record, document, e)
  end
  local names, order = names_by_sentence(record, document)
  add_pairs(self, order)
  add_statements(self, record, document)
  add_events(self, record, document, names)
  add_noise(self, record, document)
  add_acronyms(self, record, document)
  if not record.date then doubt(self, "dates", document) end
  if with_text then
    document.heading, document.body = marks.article(record, document.number)
  end
end

--- The names of some groups (all where nil), those named most often first.
---@param groups? table<string, boolean>
---@return table[]
function Model:ranked(groups)
  local list = {}
  for _, name in pairs(self.names) do
    if not groups or groups[name.group] then list[#list + 1] = name end
  end
  table.sort(list, function(a, b)
    if a.count ~= b.count then return a.count > b.count end
    return a.key < b.key
  end)
  return list
end

--- The documents by date, undated ones last, else as they were added.
---@return table[]
function Model:by_date()
  local list = table.move(self.documents, 1, #self.documents, 1, {})
  table.sort(list, function(a, b)
    local x, y = a.date or "\u{10FFFF}", b.date or "\u{10FFFF}"
    if x ~= y then return x < y end
    return a.number < b.number
  end)
  return list
end

--- The first and the last date of the documents; nil where none has one.
---@return string?, string?
function Model:period()
  local first, last
  for _, document in ipairs(self.documents) do
    local date = document.date
    if date and (not first or date < first) then first = date end
    if date and (not last or date > last) then last = date end
  end
  return first, last
end

return model

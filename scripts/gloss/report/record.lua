--- What a report keeps of one document: plain data, so that it can go from
--- one Lua state to another and outlive the document.
--
-- Positions are bytes from 1, both ends in. Only the text is kept whole.
local record = {}

---@class gloss.report.Record
---@field id string
---@field text string
---@field title? string
---@field date? string ISO
---@field byline? string
---@field place? string
---@field source? string
---@field words integer words and numbers, masked ones left out
---@field paragraphs gloss.report.Record.Span[] masked ones, too
---@field sentences gloss.report.Record.Span[]
---@field entities gloss.report.Record.Span[] id type name via candidates
---@field quotes gloss.report.Record.Span[] kind speaker speaker_id
---speaker_name cue unknown attribution rule
---@field times gloss.report.Record.Span[] type value from to rule
---@field amounts gloss.report.Record.Span[] kind value low high unit approx
---rule
---@field acronyms { short: string, long: string }[]
---@field noise gloss.report.Record.Span[] reason

---@class gloss.report.Record.Span
---@field first integer
---@field last integer

-- The columns that a report reads, by layer.
local COLUMNS = {
  entities = { "id", "type", "name", "via" },
  quotes = { "kind", "speaker_id", "speaker_name", "unknown", "attribution",
             "rule" },
  times = { "type", "value", "from", "to", "rule" },
  amounts = { "kind", "value", "low", "high", "unit", "approx", "rule" },
  noise = { "reason" },
}

-- A layer may come without some column (another tool or script made it):
-- reading an unknown one raises, which here means absent.
local function column(span, name)
  local ok, value = pcall(function() return span[name] end)
  return ok and value or nil
end

local function place(span)
  return span and { first = span.first, last = span.last } or nil
end

local function places(view)
  local list = {}
  for first, last in view:offsets() do
    list[#list + 1] = { first = first, last = last }
  end
  return list
end

-- Those of the names that the spans of a view have.
local function known_columns(view, names)
  local known, first = {}, view[1]
  for _, name in ipairs(names) do
    if first and pcall(function() return first[name] end) then
      known[#known + 1] = name
    end
  end
  return known
end

local function copy_layer(doc, layer)
  local list, view = {}, doc[layer]
  local columns = known_columns(view, COLUMNS[layer])
  for span in view do
    local copy = place(span)
    for _, name in ipairs(columns) do copy[name] = span[name] end
    list[#list + 1] = copy
  end
  return list
end

local function entities(doc)
  local list = copy_layer(doc, "entities")
  for i, span in ipairs(doc.entities) do
    local candidates = column(span, "candidates")
    if candidates and #candidates > 1 then list[i].candidates = #candidates end
  end
  return list
end

-- What an entity was on the document's date: "chief executive, org:mnif".
local function roles_of(span, date)
  local method = column(span, "roles")
  if type(method) ~= "function" then return nil end
  local list = {}
  for _, role in ipairs(method(span, date) or {}) do
    list[#list + 1] = { role = role.role, of = role.of }
  end
  return list
end

-- Without a date nobody can tell which roles were held.
local function roles(doc)
  local known = {}
  if not doc.date then return known end
  for span in doc.entities do
    local id = column(span, "id")
    if id and known[id] == nil then
      known[id] = roles_of(span, doc.date) or false
    end
  end
  for id, list in pairs(known) do
    if not list or #list == 0 then known[id] = nil end
  end
  return known
end

local function quotes(doc)
  local list = copy_layer(doc, "quotes")
  for i, span in ipairs(doc.quotes) do
    list[i].speaker = place(column(span, "speaker"))
    list[i].cue = place(column(span, "cue"))
  end
  return list
end

local function acronyms(doc)
  local list = {}
  for span in doc.acronyms do
    list[#list + 1] = { short = span.short.text, long = span.long.text }
  end
  return list
end

local function count_words(doc)
  local counts = doc.tokens:count "kind"
  return (counts.word or 0) + (counts.number or 0)
end

--- The record of one document.
---@param doc gloss.Document
---@return gloss.report.Record
function record.of(doc)
  return {
    id = doc.id, text = doc.text, title = doc.title, date = doc.date,
    byline = doc.byline, place = doc.place, source = doc.meta.source,
    words = count_words(doc),
    paragraphs = places(doc:all "paragraphs"),
    sentences = places(doc.sentences),
    entities = entities(doc), roles = roles(doc), quotes = quotes(doc),
    times = copy_layer(doc, "times"), amounts = copy_layer(doc, "amounts"),
    acronyms = acronyms(doc), noise = copy_layer(doc, "noise"),
  }
end

return record

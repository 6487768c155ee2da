--- The step `quotes`: who said what, in which words, and by which verb.
---
--- Every stretch between quotation marks and every reported clause becomes a
--- span of the layer `quotes`; what one speaker says at one time shares a
--- number, `attribution`. Rules and limits: docs/quotes.md.
local gloss = require "gloss"
local attribute = require "gloss.steps.quotes.attribute"
local items = require "gloss.steps.quotes.items"
local kinds = require "gloss.steps.quotes.kinds"
local lexicon = require "gloss.steps.quotes.lexicon"
local loose = require "gloss.steps.quotes.loose"
local marks = require "gloss.steps.quotes.marks"
local reach = require "gloss.steps.quotes.reach"
local speakers = require "gloss.steps.quotes.speakers"
local transcript = require "gloss.steps.quotes.transcript"

local COLUMNS = { "kind", "attribution", "speaker", "speaker_id", "speaker_name",
                  "cue", "cue_class", "unknown", "confidence", "rule" }

--- The word tables of a language, compiled; English where it has none.
local function tables_of(languages, code)
  local known = languages[code]
  if known then return known end
  local found, data = pcall(require, "gloss.steps.quotes." .. code:match("^%a*"))
  if not found or type(data) ~= "table" or not data.verbs then
    data = require "gloss.steps.quotes.en"
  end
  local lex = lexicon.compile(data)
  known = { lexicon = lex, kinds = items.kinds(lex) }
  languages[code] = known
  return known
end

--- The masked stretches: first, last, first, last, ...
local function barriers_of(doc)
  local list = {}
  for first, last in doc.noise:offsets() do
    list[#list + 1], list[#list + 2] = first, last
  end
  return list
end

--- Which attribution reports each quotation, and is it quotations alone?
local function own_quotes(list, attributions, owner)
  for _, record in ipairs(attributions) do
    record.alone = true
    for _, range in ipairs(record.content) do
      for k = range[1], range[2] do
        if list.kind[k] == "quote" then
          record.quoting = true
          owner[k] = owner[k] or record     -- the outermost one
        elseif list.kind[k] ~= "point" then
          record.alone = false
        end
      end
    end
  end
end

--- "He reads “War and Peace”": what a title stands in alone is not reported.
local function drop_titles(by_unit, list, skip)
  for u, attributions in ipairs(by_unit) do
    local kept = {}
    for _, record in ipairs(attributions) do
      local k = record.content[1][1]
      local title = skip[k] and list.quote[k] and list.quote[k].not_speech == "title"
      if not (title and record.rule == "quote after cue") then kept[#kept + 1] = record end
    end
    by_unit[u] = kept
  end
end

local Rows = {}
Rows.__index = Rows

function Rows:add(first, last, record, kind, confidence, rule)
  while last > first and self.text:find("^%s", last) do last = last - 1 end
  while first < last and self.text:find("^%s", first) do first = first + 1 end
  local row = { first = first, last = last, kind = kind, rule = rule, confidence = confidence }
  if record then
    row.attribution = record.number
    row.speaker, row.speaker_id, row.speaker_name = record.span, record.id, record.name
    row.unknown = record.unknown
    row.confidence = record.confidence
    row.cue, row.cue_class = record.cue_span, record.class
  end
  self[#self + 1] = row
  return row
end

local function add_attribution(rows, list, record, skip, owner, report)
  local whole = false
  local function quotation(k)
    if skip[k] then
      whole = true
      return
    end
    local stretch = list.quote[k]
    local kind = stretch.family == "doubled" and report.doubled or (record.alone and "direct" or "mixed")
    if stretch.reported or owner[k] ~= record then return end
    stretch.reported = true
    rows:add(stretch.from, stretch.to, record, kind, nil, record.rule)
  end
  for _, range in ipairs(record.content) do
    for k = range[1], range[2] do
      if list.kind[k] == "quote" then quotation(k) elseif list.kind[k] ~= "point" then whole = true end
    end
  end
  for _, k in ipairs(record.extra or {}) do quotation(k) end
  if whole and report.indirect then
    for _, range in ipairs(record.content) do
      rows:add(list.first[range[1]], list.last[range[2]], record, "indirect", nil, record.rule)
    end
  end
end

local function run(doc, options, languages)
  local known = tables_of(languages, doc.lang or "en")
  local lex, text = known.lexicon, doc.text
  local stretches = marks.pair(text, barriers_of(doc), lex.elisions)
  stretches = transcript.merge(stretches, transcript.turns(text))
  local list = items.read(doc, stretches, lex, known.kinds)
  local by_unit, owner, skip = {}, {}, {}
  for u, unit in ipairs(list.units) do
    by_unit[u] = attribute.unit(list, unit[1], unit[2])
    own_quotes(list, by_unit[u], owner)
  end
  local rows = setmetatable({ text = text }, Rows)
  for _, unit in ipairs(list.units) do
    for k = unit[1], unit[2] do
      local stretch = list.quote[k]
      if stretch then
        local kind, rule = kinds.not_speech(list, k, text, owner[k] ~= nil)
        if unit.heading and stretch.family == "single" and not kind then
          -- a heading's single marks: its words are reported, not verbatim
          if owner[k] then skip[k], stretch.reported = true, true else kind, rule = "title", "heading" end
        end
        if kind then
          skip[k] = true
          stretch.not_speech, stretch.rule = kind, rule
        end
      end
    end
  end
  drop_titles(by_unit, list, skip)
  loose.assign(list, by_unit, owner, skip)
  local naming = speakers.new(doc, list)
  local number = 0
  for u in ipairs(list.units) do
    for _, record in ipairs(by_unit[u]) do
      number = number + 1
      record.number = number
      naming:name(record, u)
      add_attribution(rows, list, record, skip, owner, { doubled = options.doubled, indirect = true })
    end
  end
  for k, stretch in pairs(list.quote) do
    if stretch.not_speech then
      rows:add(stretch.from, stretch.to, nil, stretch.not_speech, nil, stretch.rule).unknown = "not speech"
    elseif not stretch.reported and stretch.family ~= "single" and stretch.family ~= "doubled" then
      rows:add(stretch.from, stretch.to, nil, "direct", nil, "no cue").unknown = "nobody named"
    end
  end
  table.sort(rows, function(x, y)
    if x.first ~= y.first then return x.first < y.first end
    if x.last ~= y.last then return x.last > y.last end
    if (x.attribution or 0) ~= (y.attribution or 0) then return (x.attribution or 0) < (y.attribution or 0) end
    return x.kind < y.kind
  end)
  return doc:add("quotes", { table.unpack(rows) }, COLUMNS)
end

return gloss.step {
  name = "quotes",
  uses = { "noise", "entities" },
  gives = { "quotes" },
  options = { doubled = { "indirect", "direct" } },
  prepare = function() return {} end,
  run = run,
}

--- The step `quotes`: who said what, in which words, and by which verb.
---
--- Every stretch between quotation marks and every reported clause becomes a
--- span of the layer `quotes`; what one speaker says at one time shares a
--- number, `attribution`. Columns, rules and limits: docs/quotes.md. The words
--- of a language are data: quotes/en.lua.
local gloss = require "gloss"
local explain = require "gloss.explain"
local attribute = require "gloss.steps.quotes.attribute"
local items = require "gloss.steps.quotes.items"
local kinds = require "gloss.steps.quotes.kinds"
local loose = require "gloss.steps.quotes.loose"
local nested = require "gloss.steps.quotes.nested"
local offices = require "gloss.steps.quotes.offices"
local reading = require "gloss.steps.quotes.reading"
local rows = require "gloss.steps.quotes.rows"
local speakers = require "gloss.steps.quotes.speakers"
local units = require "gloss.steps.quotes.units"

--- Which attribution reports each quotation (the outermost), and is it
--- quotations alone?
local function own_quotes(list, unit, attributions, owner)
  local quote = list.quotes[unit.quote]
  if not attributions or not quote or quote > unit[2] then return end
  for _, record in ipairs(attributions) do
    record.alone = true
    for _, range in ipairs(record.content) do
      for k = range[1], range[2] do
        if list.kind[k] == "quote" then
          record.quoting = true
          owner[k] = owner[k] or record
        elseif list.kind[k] ~= "point" then
          record.alone = false
        end
      end
    end
  end
end

--- Sets `not_speech` of quotations that are none; which, by their items. In a
--- heading single marks are shorthand: their words are reported, not verbatim.
local function sort_out(list, text, owner)
  local skip = {}
  for _, k in ipairs(list.quotes) do
    local stretch = list.quote[k]
    local kind, rule = kinds.not_speech(list, k, text, owner[k] ~= nil)
    if not kind and stretch.family == "single"
      and units.is_heading(list, units.of(list, k)) then
      skip[k] = true
      if not owner[k] then kind, rule = "title", "heading" end
    end
    if kind then
      skip[k] = true
      stretch.not_speech, stretch.rule = kind, rule
    end
  end
  return skip
end

--- "He reads “War and Peace”": what is a title alone was not said; nor was
--- anything where a verb of no table stands beside what is no speech: "Known as
--- “Captain”, she swam".
local function without_titles(list, attributions, skip)
  local kept = {}
  for _, record in ipairs(attributions) do
    local first, last = record.content[1][1], record.content[1][2]
    local title = skip[first] and list.quote[first].not_speech == "title"
      and record.rule == "quote after cue"
    local nothing = record.any and skip[last]
    if title or nothing then
      list:lost(first, last, record.rule, "what stands there was not said: "
                .. list.quote[title and first or last].rule)
    else
      kept[#kept + 1] = record
    end
  end
  return kept
end

--- The rows of a list of items; and the number of the last attribution.
---@param doc gloss.Document
---@param list quotes.Items
---@param options table
---@param number? integer of the last attribution before
local function rows_of(doc, list, options, number)
  local text, by_unit, owner = doc.text, {}, {}
  list.log = explain.of(doc)
  for u, unit in ipairs(list.units) do
    by_unit[u] = attribute.unit(list, unit)
    own_quotes(list, unit, by_unit[u], owner)
  end
  loose.headings(list, by_unit, owner)
  local skip = sort_out(list, text, owner)
  if next(skip) then
    for u, records in pairs(by_unit) do
      by_unit[u] = without_titles(list, records, skip)
    end
  end
  loose.assign(list, by_unit, owner, skip)
  local known = options.roles and offices.read(doc, list.lexicon) or nil
  number = speakers.name(doc, list, by_unit, known, number)
  return rows.make(list, text, by_unit, owner, skip, options), number
end

--- Adds the quotations inside quotations that a cue reports there: “He told me:
--- ‘Go.’”
local function add_nested(doc, tables, stretches, made, number)
  for _, outer, inner in nested.each(stretches) do
    local found
    local list = items.read(doc, inner, tables.lexicon, tables.words,
                            doc:span(outer.from, outer.to))
    found, number = rows_of(doc, list, { doubled = "direct" }, number)
    for _, row in ipairs(found) do
      local record = row.record
      if record.cue_span and record.span and record.class then
        made[#made + 1] = row
      end
    end
  end
end

local function run(doc, options)
  local tables = reading.tables(doc.lang or "en")
  local list, stretches = reading.of(doc, tables, true)
  local made, number = rows_of(doc, list, options)
  if options.nested then add_nested(doc, tables, stretches, made, number) end
  return rows.add(doc, made)
end

return gloss.step {
  name = "quotes",
  uses = { "noise", "entities", "names", "roles" },
  gives = { "quotes" },
  options = {
    doubled = { "indirect", "direct" },  -- the kind of what ''...'' encloses
    indirect = true,                     -- rows for reported clauses, too
    nested = false,                      -- rows for quotations in quotations
    roles = false,                       -- "the envoy" is who holds that role
  },
  run = run,
}

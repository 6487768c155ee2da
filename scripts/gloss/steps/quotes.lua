--- The step `quotes`: who said what, in which words, and by which verb.
---
--- Every stretch between quotation marks and every reported clause becomes a
--- span of the layer `quotes`; what one speaker says at one time shares a
--- number, `attribution`. Columns, rules and limits: docs/quotes.md. The words
--- of a language are data: quotes/en.lua.
local gloss = require "gloss"
local attribute = require "gloss.steps.quotes.attribute"
local items = require "gloss.steps.quotes.items"
local kinds = require "gloss.steps.quotes.kinds"
local lexicon = require "gloss.steps.quotes.lexicon"
local loose = require "gloss.steps.quotes.loose"
local marks = require "gloss.steps.quotes.marks"
local nested = require "gloss.steps.quotes.nested"
local offices = require "gloss.steps.quotes.offices"
local rows = require "gloss.steps.quotes.rows"
local speakers = require "gloss.steps.quotes.speakers"
local transcript = require "gloss.steps.quotes.transcript"
local units = require "gloss.steps.quotes.units"
local words = require "gloss.steps.quotes.words"

-- Languages that have word tables; the others are read with the first.
local LANGUAGES = { "en", "de", "fr", "es" }

-- Word tables, compiled on first use; the same for every document.
local compiled = {}

--- The word tables of a language.
local function tables_of(code)
  local name = LANGUAGES[1]
  for _, known in ipairs(LANGUAGES) do
    if code:match("^%a+") == known then name = known end
  end
  if not compiled[name] then
    local lex = lexicon.compile(require("gloss.steps.quotes." .. name))
    compiled[name] = { lexicon = lex, words = words.of(lex) }
  end
  return compiled[name]
end

--- Which attribution reports each quotation (the outermost), and is it
--- quotations alone?
local function own_quotes(list, unit, attributions, owner)
  local quote = list.quotes[unit.quote]
  if not quote or quote > unit[2] then return end
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
    if not (title or nothing) then kept[#kept + 1] = record end
  end
  return kept
end

--- The rows of a document, or of what stands inside a quotation; and the number
--- of the last attribution.
---@param stretches quotes.Stretch[] those of depth 0 are read
---@param inside? gloss.Span
---@param number? integer of the last attribution before
local function read(doc, tables, stretches, options, inside, number)
  local text, lex = doc.text, tables.lexicon
  local list = items.read(doc, stretches, lex, tables.words, inside,
                          not inside and tables.list or nil)
  if not inside then tables.list = list end
  local by_unit, owner = {}, {}
  for u, unit in ipairs(list.units) do
    by_unit[u] = attribute.unit(list, unit)
    own_quotes(list, unit, by_unit[u], owner)
  end
  loose.headings(list, by_unit, owner)
  local skip = sort_out(list, text, owner)
  for u in ipairs(by_unit) do
    by_unit[u] = without_titles(list, by_unit[u], skip)
  end
  loose.assign(list, by_unit, owner, skip)
  local known = options.roles and offices.read(doc, lex) or nil
  number = speakers.name(doc, list, by_unit, known, number)
  return rows.make(list, text, by_unit, owner, skip, options), number
end

--- Adds the quotations inside quotations that a cue reports there: “He told me:
--- ‘Go.’”
local function add_nested(doc, tables, stretches, made, number)
  for _, outer, inner in nested.each(stretches) do
    local found
    found, number = read(doc, tables, inner, { doubled = "direct" },
                         doc:span(outer.from, outer.to), number)
    for _, row in ipairs(found) do
      if row.cue and row.speaker and row.cue_class then made[#made + 1] = row end
    end
  end
end

local function run(doc, options)
  local tables = tables_of(doc.lang or "en")
  local stretches = marks.pair(doc.text, marks.barriers(doc),
                               tables.lexicon.elisions)
  stretches = transcript.merge(stretches, transcript.turns(doc.text))
  local made, number = read(doc, tables, stretches, options)
  if options.nested then add_nested(doc, tables, stretches, made, number) end
  return doc:add("quotes", made, rows.COLUMNS)
end

return gloss.step {
  name = "quotes",
  uses = { "noise", "entities", "roles" },
  gives = { "quotes" },
  options = {
    doubled = { "indirect", "direct" },  -- the kind of what ''...'' encloses
    indirect = true,                     -- rows for reported clauses, too
    nested = false,                      -- rows for quotations in quotations
    roles = false,                       -- "the envoy" is who holds that role
  },
  run = run,
}

--- The step `acronyms`: short forms that a text defines, with their long forms:
--- "the Meridian Investment Fund (MIF)", "MIF (Meridian Investment Fund)", and
--- with the option `legends` keys of tables, "MIF = Meridian Investment Fund".
---
--- Columns: short and long (spans), rule, score. A row's own span goes from the
--- one to the other. A long form that the text does not spell out beside its
--- short form is never guessed.
local explain = require "gloss.explain"
local find = require "gloss.steps.acronyms.find"
local step = require "gloss.step"

local COLUMNS = { "short", "long", "rule", "score" }

local function by_place(a, b)
  if a.first ~= b.first then return a.first < b.first end
  return a.last > b.last
end

local function rows_of(doc, found)
  local rows, seen = {}, {}
  for _, d in ipairs(found) do
    local key = d.short[1] .. ":" .. d.long[1]
    if not seen[key] then
      seen[key] = true
      rows[#rows + 1] = { rule = d.rule, score = d.score,
        short = doc:span(d.short[1], d.short[2]),
        long = doc:span(d.long[1], d.long[2]),
        first = math.min(d.short[1], d.long[1]),
        last = math.max(d.short[2], d.long[2]) }
    end
  end
  table.sort(rows, by_place)
  return rows
end

return step.new {
  name = "acronyms",
  uses = { "noise" },
  gives = { "acronyms" },
  options = { legends = false },
  run = function(doc, options)
    local log = explain.of(doc)
    local found = find(doc, { legends = options.legends,
      lost = log and function(rule, first, last, why)
        log:lost("acronyms", first, last, rule, why)
      end })
    doc:add("acronyms", rows_of(doc, found), COLUMNS)
  end,
}

--- The step `acronyms`: short forms that a text defines, with their long forms:
--- "the Meridian Investment Fund (MIF)", "MIF (Meridian Investment Fund)", and with
--- the option `legends` the keys of tables, "MIF = Meridian Investment Fund".
---
--- Columns: short and long (spans), rule, score. A row's own span goes from the
--- one to the other. A long form that the text does not spell out beside its
--- short form is never guessed.
local gloss = require "gloss"
local find = require "gloss.steps.acronyms.find"

local function by_place(a, b) return a.first < b.first end

return gloss.step {
  name = "acronyms",
  uses = { "noise" },
  gives = { "acronyms" },
  options = { legends = false },
  run = function(doc, options)
    local rows, seen = {}, {}
    for sentence in doc.sentences do
      local shift = sentence.first - 1
      for _, d in ipairs(find(sentence.text, options.legends)) do
        local short = doc:span(d.short[1] + shift, d.short[2] + shift)
        local long = doc:span(d.long[1] + shift, d.long[2] + shift)
        local key = short.first .. ":" .. long.first
        if not seen[key] then
          seen[key] = true
          rows[#rows + 1] = { short = short, long = long, rule = d.rule, score = d.score,
            first = math.min(short.first, long.first), last = math.max(short.last, long.last) }
        end
      end
    end
    table.sort(rows, by_place)
    doc:add("acronyms", rows, { "short", "long", "rule", "score" })
  end,
}

--- The step "times": dates, times of day, durations and what comes again, each
--- with its TIMEX3 value and, where it has a place on the calendar, its days.
---
--- Phrases are found by rules over words (times/rules.lua, times/words/) and
--- resolved against the document's date, never against today's.
local finder = require "gloss.steps.times.finder"
local step = require "gloss.step"

return step.new {
  name = "times",
  uses = { "noise" },
  gives = { "times" },
  options = {
    articles = { "phrase", "none" },   -- "the last week", or "last week"
    date_order = { "auto", "mdy", "dmy" },
  },
  run = function(doc, options)
    doc:add("times", finder.find(doc, options),
      { "type", "value", "from", "to", "precision", "anchor", "rule", "unknown",
        "mod" })
  end,
}

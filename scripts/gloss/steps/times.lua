--- The step "times": dates, times of day, durations and what comes again, each
--- with its TIMEX3 value and, where it has a place on the calendar, its days.
---
--- Phrases are found by rules over words (times/rules.lua, times/words/) and
--- resolved by the core against the document's date, never against today's.
local explain = require "gloss.explain"
local finder = require "gloss.steps.times.finder"
local reasons = require "gloss.steps.times.reasons"
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
    local log = explain.of(doc)
    local engine = finder.add(doc, options, log ~= nil)
    if log then reasons.log(log, engine) end
  end,
}

--- The step `acronyms`: short forms that a text defines, with their long forms:
--- "the Meridian Investment Fund (MIF)", "MIF (Meridian Investment Fund)", and
--- with the option `legends` keys of tables, "MIF = Meridian Investment Fund".
---
--- Columns: short and long (spans), rule, score. A row's own span goes from the
--- one to the other. A long form that the text does not spell out beside its
--- short form is never guessed. Words and weights: acronyms/words.lua.
local explain = require "gloss.explain"
local finder = require "gloss.steps.acronyms.finder"
local step = require "gloss.step"

local function say_lost(log)
  local i = 1
  local first, last, rule, score = finder:lost(i)
  while first do
    log:lost("acronyms", first, last, rule, score == 0 and "no letters fit"
      or ("%.2f a letter for what fits best"):format(score))
    i = i + 1
    first, last, rule, score = finder:lost(i)
  end
end

return step.new {
  name = "acronyms",
  uses = { "noise" },
  gives = { "acronyms" },
  options = { legends = false },
  run = function(doc, options)
    local log = explain.of(doc)
    assert(finder:add(doc, options.legends, log ~= nil))
    if log then say_lost(log) end
  end,
}

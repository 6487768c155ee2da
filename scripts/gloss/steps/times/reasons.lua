--- Why a rule of times made no row: what `--explain` shows.
local explain = require "gloss.explain"
local phrases = require "gloss.steps.times.phrases"
local rules = require "gloss.steps.times.rules"

local reasons = {}

-- What it means that the function of a rule refuses, by the rule's name.
local REFUSED = {
  year = "nothing beside the number says that it is a year",
  ["short year"] = "nothing beside the number says that it is a year",
  ["year range"] = "the numbers are no years in order",
  month = "it may be a name or another word",
  clock = "nothing says that it is a time of day and no score",
  decade = "it may be an age or a number",
  season = "it is part of a name",
  every = "it belongs to a longer phrase, or is part of a name",
  ["so often"] = "it belongs to a longer phrase",
  duration = "it belongs to a longer phrase, compares or describes",
  later = "there is nothing to count from, or more follows",
  the = "more follows that says which",
  numeric = "there is no such day",
  iso = "there is no such day",
}
local OTHERS = "what stands around it, or its value, does not allow it"

--- What to call with each rule that is kept, refused or beaten; nil where
--- nobody asks why.
---@param doc gloss.Document
function reasons.of(doc)
  local log = explain.of(doc)
  if not log then return nil end
  local nth = explain.nth(rules.list)
  return {
    kept = function(rule, first, last) log:at("times", first, last, nth[rule]) end,
    refused = function(rule, first, last)
      log:lost("times", first, last, rule[1], REFUSED[rule[1]] or OTHERS,
        nth[rule])
    end,
    beaten = phrases.note_beaten(log, "times", nth),
  }
end

return reasons

--- Why a rule of times made no row: what `--explain` shows.
local explain = require "gloss.explain"
local phrases = require "gloss.steps.times.phrases"
local rules = require "gloss.steps.times.rules"

local reasons = {}

-- What it means that the reading of a rule refuses, by the rule's name.
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

--- Logs what became of each match of a rule in the document that the engine read
--- last.
---@param log gloss.ExplainLog
---@param engine userdata
function reasons.log(log, engine)
  local nth, i = explain.nth(rules.list), 1
  local what, first, last, number, winner = engine:note(i)
  while what do
    local rule = rules.list[number]
    if what == "kept" then
      log:at("times", first, last, nth[rule])
    else
      log:lost("times", first, last, rule[1], what == "refused"
        and (REFUSED[rule[1]] or OTHERS)
        or phrases.beaten_by(rule, rules.list[winner]), nth[rule])
    end
    i = i + 1
    what, first, last, number, winner = engine:note(i)
  end
end

return reasons

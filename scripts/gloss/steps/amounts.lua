--- The step "amounts": money, percent, quantities, counts and ordinals, each
--- with its value or its bounds.
---
--- Numbers are found by rules over words (amounts/rules.lua, amounts/words/).
--- A number that belongs to a time, a name or a code is none.
local evidence = require "gloss.steps.amounts.evidence"
local explain = require "gloss.explain"
local finder = require "gloss.steps.times.finder"
local phrases = require "gloss.steps.times.phrases"
local rules = require "gloss.steps.amounts.rules"
local step = require "gloss.step"
local symbols = require "gloss.steps.amounts.words.symbols"

local COLUMNS = { "kind", "value", "low", "high", "unit", "approx", "rule",
                  "unknown" }

-- Classes whose words keep their case: "M" is not "m".
local EXACT = { "UNIT", "SIGN", "CODE", "MCODE", "BIGLETTER", "LETTER", "PC",
                "PENCE", "TEMPERATURE" }

local Place = { codes_that_are_words = symbols.codes_that_are_words }
Place.__index = Place
for name, method in pairs(evidence) do Place[name] = method end

-- The signs of money, as a language reads them.
local function signs_of(words)
  local signs = {}
  for sign, code in pairs(symbols.signs) do signs[sign] = code end
  for sign, code in pairs(words.signs or {}) do signs[sign] = code end
  return signs
end

-- The words of a language and the signs of all.
local function classes_of(words)
  local classes = { SIGN = signs_of(words), UNIT = {}, CODE = {}, MCODE = {},
                    TEMPERATURE = symbols.temperatures,
                    PERCENTSIGN = { ["%"] = true, ["٪"] = true } }
  for code in symbols.codes:gmatch "%S+" do
    classes.CODE[code], classes.MCODE["M" .. code] = code, code
  end
  for _, part in ipairs { words.numbers, words.classes } do
    for class, list in pairs(part) do classes[class] = list end
  end
  for unit, name in pairs(symbols.units) do
    local taken = false
    for _, list in pairs(classes) do taken = taken or list[unit] ~= nil end
    if not taken then classes.UNIT[unit] = name end
  end
  return classes
end

--- The grammar and the words of a language.
local grammar_of = phrases.by_language("gloss.steps.amounts.words.",
  function(words)
    return { exact = EXACT, words = classes_of(words), classes = rules.classes,
             sets = rules.sets, rules = rules.list }
  end)

-- Where the times of a document are, found here where no step has found them:
-- the day of a date is no amount.
local function places_of_times(doc)
  if not doc:has "times" then
    return finder.find(doc, { articles = "phrase", date_order = "auto" })
  end
  local list = {}
  for first, last in doc:all("times"):offsets() do
    list[#list + 1] = { first = first, last = last }
  end
  return list
end

-- For spans in order: does a time share a byte with one?
local function overlaps_times(doc)
  local list = places_of_times(doc)
  local at = 1
  return function(first, last)
    while list[at] and list[at].last < first do at = at + 1 end
    return list[at] ~= nil and list[at].first <= last
  end
end

-- What a rule reads at a place; or nil and why it is no amount.
local function read(rule, captures, place, is_time)
  if is_time(place.from, place.to) then return nil, "part of a time" end
  local reading, why = rule[3](captures, place)
  if not reading then return nil, why end
  if is_time(place.from, place.to) then return nil, "part of a time" end
  reading.first, reading.last = place.from, place.to
  reading.rule = rule[1]
  return reading
end

return step.new {
  name = "amounts",
  uses = { "noise", "times" },
  gives = { "amounts" },
  run = function(doc)
    local grammar, words = grammar_of(doc.lang)
    local place = setmetatable({ text = doc.text, words = words }, Place)
    local is_time, log = overlaps_times(doc), explain.of(doc)
    local nth = log and explain.nth(rules.list)
    local rows = {}
    grammar:run(doc, function(rule, captures, items, first, last)
      place.items, place.first, place.last = items, first, last
      place.from, place.to = items[first].first, items[last].last
      local reading, why = read(rule, captures, place, is_time)
      if reading then rows[#rows + 1] = reading end
      if reading and log then
        log:at("amounts", place.from, place.to, nth[rule])
      elseif log then
        log:lost("amounts", place.from, place.to, rule[1], why, nth[rule])
      end
      return reading ~= nil
    end, nil, log and phrases.note_beaten(log, "amounts", nth))
    doc:add("amounts", rows, COLUMNS)
  end,
}

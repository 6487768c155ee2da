--- The step "amounts": money, percent, quantities, counts and ordinals, each
--- with its value or its bounds.
---
--- Numbers are found by rules over words (amounts/rules.lua, amounts/words/),
--- which the core reads (core/amounts/). A number that belongs to a time, a name
--- or a code is none.
local gloss = require "gloss"
local explain = require "gloss.explain"
local finder = require "gloss.steps.times.finder"
local phrases = require "gloss.steps.times.phrases"
local rules = require "gloss.steps.amounts.rules"
local step = require "gloss.step"
local symbols = require "gloss.steps.amounts.words.symbols"

-- Classes whose words keep their case: "M" is not "m".
local EXACT = { "UNIT", "SIGN", "CODE", "MCODE", "BIGLETTER", "LETTER", "PC",
                "PENCE", "TEMPERATURE" }

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

-- The grammar and the words of a language.
local grammar_of = phrases.by_language("gloss.steps.amounts.words.",
  function(words)
    return { exact = EXACT, words = classes_of(words), classes = rules.classes,
             sets = rules.sets, rules = rules.list, join = true }
  end)

-- The engine of a language, made when it is first met.
local engines = {}
local function engine_of(lang)
  local grammar, words = grammar_of(lang)
  if not engines[grammar] then
    engines[grammar] = assert(gloss.core.amounts(grammar.core, rules.list,
      words, symbols))
  end
  return engines[grammar]
end

-- Where the times of a document are that no step has looked for: the day of a
-- date is no amount. nil where one has.
local function places_of_times(doc)
  if doc:has "times" then return nil end
  return finder.find(doc, { articles = "phrase", date_order = "auto" })
end

-- Tells what became of each match.
local function tell(log, engine)
  local nth, i = explain.nth(rules.list), 1
  local first, last, rule, why, winner = engine:note(i)
  while first do
    local own, other = rules.list[rule], rules.list[winner]
    if other then
      why = other[1] == own[1] and "a longer one was found"
        or ("\"%s\" takes its words"):format(other[1])
    end
    if why then
      log:lost("amounts", first, last, own[1], why, nth[own])
    else
      log:at("amounts", first, last, nth[own])
    end
    i = i + 1
    first, last, rule, why, winner = engine:note(i)
  end
end

return step.new {
  name = "amounts",
  uses = { "noise", "times" },
  gives = { "amounts" },
  run = function(doc)
    local engine, log = engine_of(doc.lang), explain.of(doc)
    assert(engine:read(doc, places_of_times(doc), log ~= nil))
    if log then tell(log, engine) end
  end,
}
